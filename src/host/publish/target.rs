//! Which folder a site may be published to.
//!
//! fcsite replaces the whole output, so a slip of the hand (`-o .`, `-o ~`) must not cost anyone a file: every folder that could
//! hold something else is refused before anything is made.

use std::env;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::error::{PublishError, io};
use crate::host::ground::{self, FileKind, Ground, Place};

/// A folder that may be published to.
#[derive(Clone, Debug)]
pub(super) struct OutputTarget {
    /// The folder.
    pub output: Place,
    /// The folder it lies in.
    pub parent: Place,
    /// Its name, as it is written into the names beside it.
    pub name: std::ffi::OsString,
    /// It is there already.
    pub exists: bool,
}

impl OutputTarget {
    /// A name beside the output: `.public.fcsite-stage`.
    pub fn beside(&self, suffix: &str) -> Place {
        let mut name = std::ffi::OsString::from(".");
        name.push(&self.name);
        name.push(suffix);
        self.parent.join(name)
    }

    /// Looks whether the folder is there.
    pub fn look(&mut self) -> Result<(), PublishError> {
        let look = self.output.look_for().map_err(io("look at", &self.output))?;
        self.exists = look.is_some_and(|look| look.kind == FileKind::Folder);
        Ok(())
    }
}
/// Finds the folder meant, refuses those that are certainly not meant, and makes the folder that it lies in.
pub(super) fn target(output: &Path, sources: &[&Path]) -> Result<OutputTarget, PublishError> {
    let aim = aim(output, sources)?;
    let parent = match aim.within {
        // From the folder that the person named on, no link is followed, whatever becomes of the way meanwhile.
        Some((ref root, ref inner)) => {
            let ground = Ground::open(root).map_err(io("open", &**root))?;
            let parent = ground.place().join(inner);
            parent.make_folders(usize::MAX).map_err(io("make the folder", &parent))?;
            parent
        }
        None => Ground::make(&aim.parent).map_err(io("make the folder", &*aim.parent))?.0.place(),
    };
    Ok(aim.on(parent))
}

/// The same where the folder that it lies in is there.
pub(super) fn find(output: &Path, sources: &[&Path]) -> Option<OutputTarget> {
    let aim = aim(output, sources).ok()?;
    let parent = match &aim.within {
        Some((root, inner)) => Ground::open(root).ok()?.place().join(inner),
        None => Ground::open(&aim.parent).ok()?.place(),
    };
    Some(aim.on(parent))
}

/// The folder meant, by name.
struct Aim {
    parent: PathBuf,
    name: std::ffi::OsString,
    exists: bool,
    /// The source folder that it lies below, and the way from there; none where it lies elsewhere.
    within: Option<(PathBuf, PathBuf)>,
}

impl Aim {
    fn on(&self, parent: Place) -> OutputTarget {
        OutputTarget { output: parent.join(&self.name), parent, name: self.name.clone(), exists: self.exists }
    }
}

fn aim(output: &Path, sources: &[&Path]) -> Result<Aim, PublishError> {
    let here = env::current_dir().map_err(io("find the current folder from", output))?;
    let Some(name) = output.file_name().map(ToOwned::to_owned) else {
        // `.`, `..`, `/` and what ends so.
        let path = ground::real(output).unwrap_or_else(|_| here.clone());
        return Err(if path.parent().is_none() {
            PublishError::Root(path)
        } else {
            PublishError::CurrentFolder(path)
        });
    };
    let given = here.join(output.parent().unwrap_or_else(|| Path::new("")));
    refuse_links(&here.join(output), &here, sources)?;
    let within = within(&given, &here, sources)?;
    let parent = real(&given)?;
    let path = parent.join(&name);
    let exists = is_there(&parent, &name)?;
    // A disk that does not tell cases apart knows the folder by the name that it was made with.
    let path = if exists { real(&path)? } else { path };
    let name = path.file_name().map_or(name, ToOwned::to_owned);
    refuse_places(&path, &real(&here)?, sources)?;
    Ok(Aim { parent, name, exists, within })
}

/// Where below a source folder a folder lies, by how it is named: what becomes a link there meanwhile makes it lie nowhere else.
fn within(given: &Path, here: &Path, sources: &[&Path]) -> Result<Option<(PathBuf, PathBuf)>, PublishError> {
    for root in sources.iter().filter_map(|source| here.join(source).parent().map(Path::to_owned)) {
        // One that cannot be looked at may be the one, and from there on no link may be followed.
        if let Some(inner) = ground::within(&root, given).map_err(io("look at", &*root))? {
            return Ok(Some((root, inner)));
        }
    }
    Ok(None)
}

/// Is there a folder of this name?
fn is_there(parent: &Path, name: &std::ffi::OsStr) -> Result<bool, PublishError> {
    let ground = match Ground::open(parent) {
        Ok(ground) => ground,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(io("look into", parent)(error)),
    };
    let output = ground.place().join(name);
    match output.look_for().map_err(io("look at", &output))?.map(|look| look.kind) {
        None => Ok(false),
        Some(FileKind::Folder) => Ok(true),
        Some(FileKind::Link) => {
            let output = output.path();
            let target = ground::target_of(&output).unwrap_or_default();
            Err(PublishError::Link { output, target })
        }
        Some(_) => Err(PublishError::NotAFolder(output.path())),
    }
}

/// Refuses a way to the output through a link that lies in what is built: whoever wrote that could lead it anywhere. Links elsewhere
/// on the way are the person's own.
fn refuse_links(output: &Path, here: &Path, sources: &[&Path]) -> Result<(), PublishError> {
    for root in sources.iter().filter_map(|source| here.join(source).parent().map(Path::to_owned)) {
        if let Some(link) = ground::link_of(&root, output).map_err(io("look at", output))? {
            let target = ground::target_of(&link).unwrap_or_default();
            return Err(PublishError::Link { output: link, target });
        }
    }
    Ok(())
}

/// Refuses the folders that hold what a person works with.
fn refuse_places(output: &Path, here: &Path, sources: &[&Path]) -> Result<(), PublishError> {
    let path = output.to_owned();
    if output.parent().is_none() {
        return Err(PublishError::Root(path));
    }
    if here.starts_with(output) {
        return Err(PublishError::CurrentFolder(path));
    }
    if let Some(home) = env::home_dir().filter(|home| home.is_absolute())
        && real(&home)?.starts_with(output)
    {
        return Err(PublishError::Home(path));
    }
    for source in sources {
        let source = real(&here.join(source))?;
        if source.starts_with(output) || output.starts_with(&source) {
            return Err(PublishError::Source { output: path, source });
        }
    }
    Ok(())
}

/// The path with no link on the way. What of it is not there yet may only be plain names.
fn real(path: &Path) -> Result<PathBuf, PublishError> {
    match ground::real(path) {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io("look at", path)(error)),
        Err(_) => {}
    }
    match (path.parent(), path.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => {
            let found = real(parent)?.join(name);
            // A link to nowhere would be followed once its target is made.
            match ground::target_of(&found) {
                Some(target) => Err(PublishError::Link { output: found, target }),
                None => Ok(found),
            }
        }
        _ => Err(PublishError::BadPath {
            path: path.display().to_string(),
            why: "it leads through .. from a folder that does not exist",
        }),
    }
}
