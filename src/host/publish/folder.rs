//! Which folder a site may be published to, and what in it is not ours.
//!
//! fcsite replaces the whole output, so a slip of the hand (`-o .`, `-o ~`) must not cost anyone a file: every folder that could
//! hold something else is refused before anything is made.

use std::env;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use walkdir::WalkDir;

use super::error::{PublishError, io};
use super::ledger::top;
use super::manifest::{self, Manifest};
use super::{journal, lock, stage};

/// What is let be at the top of the output, and stays through every build.
pub(super) const LET_BE: [&str; 4] = [".gitignore", ".gitkeep", ".well-known", "CNAME"];

/// What file managers leave everywhere. It is never removed, and is no reason to refuse a folder.
const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// How many foreign files a refusal names.
const NAMED: usize = 3;

/// A folder that may be published to.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The folder, with no link on the way.
    pub output: PathBuf,
    /// The folder it lies in.
    pub parent: PathBuf,
    /// Its name, as it is written into the names beside it.
    pub name: std::ffi::OsString,
    /// It is there already.
    pub exists: bool,
}

impl Target {
    /// A name beside the output: `.public.fcsite-stage`.
    pub fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = std::ffi::OsString::from(".");
        name.push(&self.name);
        name.push(suffix);
        self.parent.join(name)
    }
}

/// A name that no page may have at the top of the output, whatever the case.
pub(super) fn is_reserved(top: &str) -> bool {
    let top = top.to_lowercase();
    top.starts_with(".fcsite-") || LET_BE.iter().any(|name| name.eq_ignore_ascii_case(&top))
}

/// Is this what a file manager leaves behind?
pub(super) fn is_litter(path: &str) -> bool {
    LITTER.contains(&path.rsplit_once('/').map_or(path, |(_, name)| name))
}

/// Finds the folder meant, and refuses those that are certainly not meant.
pub(super) fn target(output: &Path, sources: &[&Path]) -> Result<Target, PublishError> {
    let here = env::current_dir().map_err(io("find the current folder from", output))?;
    let Some(name) = output.file_name().map(ToOwned::to_owned) else {
        // `.`, `..`, `/` and what ends so.
        let path = fs::canonicalize(output).unwrap_or_else(|_| here.clone());
        return Err(if path.parent().is_none() {
            PublishError::Root(path)
        } else {
            PublishError::CurrentFolder(path)
        });
    };
    let given = here.join(output.parent().unwrap_or_else(|| Path::new("")));
    let parent = real(&given)?;
    let exists = match fs::symlink_metadata(parent.join(&name)) {
        Ok(meta) if meta.is_symlink() => {
            let output = parent.join(&name);
            let target = fs::read_link(&output).unwrap_or_default();
            return Err(PublishError::Link { output, target });
        }
        Ok(meta) if !meta.is_dir() => return Err(PublishError::NotAFolder(parent.join(&name))),
        Ok(_) => true,
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(error) => return Err(io("look at", output)(error)),
    };
    // A disk that does not tell cases apart knows the folder by the name that it was made with.
    let output = if exists { real(&parent.join(&name))? } else { parent.join(&name) };
    let name = output.file_name().map_or(name, ToOwned::to_owned);
    refuse_places(&output, &real(&here)?, sources)?;
    Ok(Target { output, parent, name, exists })
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
    match fs::canonicalize(path) {
        Ok(path) => return Ok(path),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(io("look at", path)(error)),
        Err(_) => {}
    }
    match (path.parent(), path.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => {
            let found = real(parent)?.join(name);
            // A link to nowhere would be followed once its target is made.
            match fs::read_link(&found) {
                Ok(target) => Err(PublishError::Link { output: found, target }),
                Err(_) => Ok(found),
            }
        }
        _ => Err(PublishError::BadPath {
            path: path.display().to_string(),
            why: "it leads through .. from a folder that does not exist",
        }),
    }
}

/// Refuses a folder whose top holds what the manifest does not know. What lies deeper is looked at before anything is replaced.
#[expect(clippy::disallowed_methods, reason = "host/publish looks at its own output")]
pub(super) fn refuse_foreign_top(output: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    let ours: std::collections::HashSet<&str> = manifest.files.keys().map(|path| top(path)).collect();
    let mut foreign = Foreign::default();
    for entry in fs::read_dir(output).map_err(io("look into", output))? {
        let entry = entry.map_err(io("look into", output))?;
        let kind = entry.file_type().map_err(io("look at", &entry.path()))?;
        let name = entry.file_name();
        let known = name.to_str().is_some_and(|name| {
            let mine = ours.contains(name) && !kind.is_symlink();
            mine || is_let_be(name) || (kind.is_file() && is_litter(name))
        });
        let is_nothing = kind.is_dir() && holds_only_litter(&entry.path());
        if !known && !is_nothing {
            foreign.add(name.to_string_lossy().into_owned());
        }
    }
    foreign.refuse(output)
}

/// Refuses a folder that holds, at any depth, what the manifest does not know.
pub(super) fn refuse_foreign(output: &Path, manifest: &Manifest) -> Result<(), PublishError> {
    let mut foreign = Foreign::default();
    let is_page =
        |entry: &walkdir::DirEntry| entry.depth() != 1 || !entry.file_name().to_str().is_some_and(is_let_be);
    for entry in WalkDir::new(output).min_depth(1).into_iter().filter_entry(is_page) {
        let entry = match entry {
            // What is gone since is not in the way.
            Err(error) if error.io_error().is_some_and(|error| error.kind() == io::ErrorKind::NotFound) => {
                continue;
            }
            entry => entry.map_err(|error| walked(output, error))?,
        };
        let kind = entry.file_type();
        let path = relative(output, entry.path());
        let known = kind.is_dir()
            || path
                .as_deref()
                .is_some_and(|path| kind.is_file() && (manifest.files.contains_key(path) || is_litter(path)));
        if !known {
            foreign.add(entry.path().strip_prefix(output).unwrap_or(entry.path()).display().to_string());
        }
        if foreign.more {
            break;
        }
    }
    foreign.refuse(output)
}

/// Is this name at the top of the output let be, or our own beside the pages?
fn is_let_be(name: &str) -> bool {
    let ours = [manifest::NAME, manifest::PART, journal::NAME, stage::INSIDE, lock::INSIDE];
    LET_BE.contains(&name) || ours.contains(&name)
}

/// Of a folder whose pages are gone, what file managers left in it stays.
fn holds_only_litter(folder: &Path) -> bool {
    let is_litter = |entry: &walkdir::DirEntry| {
        let kind = entry.file_type();
        kind.is_dir() || (kind.is_file() && entry.file_name().to_str().is_some_and(is_litter))
    };
    WalkDir::new(folder).into_iter().all(|entry| entry.is_ok_and(|entry| is_litter(&entry)))
}

/// A path inside a folder, as the manifest writes it. None for names that are no text.
pub(super) fn relative(folder: &Path, path: &Path) -> Option<String> {
    let path = path.strip_prefix(folder).ok()?.to_str()?;
    Some(if cfg!(windows) { path.replace('\\', "/") } else { path.to_owned() })
}

/// A walk's error as ours.
pub(super) fn walked(folder: &Path, error: walkdir::Error) -> PublishError {
    let path = error.path().unwrap_or(folder).to_owned();
    PublishError::Io { doing: "look into", path, error: error.into() }
}

#[derive(Default)]
struct Foreign {
    files: Vec<String>,
    more: bool,
}

impl Foreign {
    fn add(&mut self, file: String) {
        if self.files.len() < NAMED {
            self.files.push(file);
        } else {
            self.more = true;
        }
    }

    fn refuse(mut self, output: &Path) -> Result<(), PublishError> {
        if self.files.is_empty() {
            return Ok(());
        }
        self.files.sort();
        Err(PublishError::Foreign { output: output.to_owned(), files: self.files, more: self.more })
    }
}
