//! What the person named, or `publish.yaml`: opened so that from the source folder on no link is followed.
//!
//! Links elsewhere on the way are the person's own. One in the source folder could lead anywhere, since others write there; and a look whether
//! one lies on the way says nothing of a moment later, in which a folder can be exchanged for a link. So where the way comes into the source
//! folder it goes on from there by handles, as it was written. [`link_of`] is for the words that a person is told, and keeps nobody out.

use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::{Ground, OpenFolder, Place, is_absent, is_link_at, real, target_of};

/// A link may lead to a link, so often.
const MOST_LINKS: usize = 40;

/// Where a way leads.
enum NamedWay {
    /// Below the source folder.
    Within(PathBuf),
    /// Elsewhere.
    Elsewhere(PathBuf),
}

impl NamedWay {
    /// Where the system refuses a look, nobody knows whether links are to be followed: that is an error, and not a way elsewhere.
    fn of(source: &Path, path: &Path) -> io::Result<Self> {
        let here = std::env::current_dir()?;
        let given = here.join(path);
        let Some(source) = real_of(&here.join(source))? else { return Ok(Self::Elsewhere(given)) };
        Self::along(&source, &given, MOST_LINKS)
    }

    fn along(source: &Path, given: &Path, links: usize) -> io::Result<Self> {
        let (mut way, mut inner) = (PathBuf::new(), None::<PathBuf>);
        for part in given.components() {
            if let Some(mut within) = inner.take() {
                match part {
                    Component::Normal(name) => within.push(name),
                    // It leads out again: no link of the source folder was asked where to.
                    Component::ParentDir if !within.pop() => {
                        way = source.parent().unwrap_or(source).to_path_buf();
                        continue;
                    }
                    _ => {}
                }
                inner = Some(within);
                continue;
            }
            way.push(part);
            // On Windows the name of a disk alone is the folder where one stands on it.
            if !matches!(part, Component::Prefix(_)) {
                inner = Self::come_within(source, &way, links)?;
            }
        }
        Ok(inner.map_or(Self::Elsewhere(way), Self::Within))
    }

    fn inner(self) -> Option<PathBuf> {
        match self {
            Self::Within(inner) => Some(inner),
            Self::Elsewhere(_) => None,
        }
    }

    /// Where in the source folder a way is whose folders lie elsewhere. A link of the person's may lead to one of the source folder, which is
    /// followed no more than where it is named itself.
    fn come_within(source: &Path, way: &Path, links: usize) -> io::Result<Option<PathBuf>> {
        // Of a circle the system itself says what it is.
        if let Some(target) = step_of(way).unwrap_or_default().filter(|_| links > 0) {
            return Self::along(source, &target, links - 1).map(Self::inner);
        }
        let found = real_of(way)?;
        Ok(found.and_then(|real| Some(real.strip_prefix(source).ok()?.to_path_buf())))
    }
}

/// Where a link leads in one step; none where none lies.
fn step_of(way: &Path) -> io::Result<Option<PathBuf>> {
    if !is_link_at(way)? {
        return Ok(None);
    }
    let above = way.parent().filter(|above| !above.as_os_str().is_empty());
    let above = real(above.unwrap_or(Path::new(".")))?;
    Ok(target_of(way).map(|target| above.join(target)))
}

/// The path with no link on the way; none where something of it is not there.
fn real_of(path: &Path) -> io::Result<Option<PathBuf>> {
    match real(path) {
        Err(error) if is_absent(&error) => Ok(None),
        result => result.map(Some),
    }
}

/// Folders that were made a moment ago.
#[derive(Default, Debug)]
pub struct MadeFolders {
    /// By their paths, the topmost first.
    pub(super) paths: Vec<PathBuf>,
    places: Vec<Place>,
}

impl MadeFolders {
    /// Takes them back, where they are still empty.
    pub fn unmake(&self) {
        for place in self.places.iter().rev() {
            let _ = place.remove_folder();
        }
        super::unmake(&self.paths);
    }
}

impl Ground {
    /// Opens a folder that the person named. From the source folder on, if it lies there, no link is followed.
    pub fn open_from(source: &Path, path: &Path) -> io::Result<Arc<Self>> {
        let folder = match NamedWay::of(source, path)? {
            NamedWay::Within(inner) => Self::open(source)?.folder.list(&inner)?,
            NamedWay::Elsewhere(way) => OpenFolder::open(&way)?,
        };
        Ok(Arc::new(Self { path: path.to_owned(), folder }))
    }

    /// Makes a folder that the person named, with all above it, and opens it as [`Ground::open_from`] does.
    pub fn make_from(source: &Path, path: &Path) -> io::Result<(Arc<Self>, MadeFolders)> {
        let inner = match NamedWay::of(source, path)? {
            NamedWay::Within(inner) => inner,
            NamedWay::Elsewhere(way) => {
                let (ground, made) = Self::make(&way)?;
                let folder = ground.folder.list(Path::new(""))?;
                return Ok((Arc::new(Self { path: path.to_owned(), folder }), made));
            }
        };
        let (ground, mut made) = (Self::open(source)?, MadeFolders::default());
        let mut ways: Vec<&Path> = inner.ancestors().filter(|way| way.file_name().is_some()).collect();
        ways.reverse();
        for way in ways {
            let place = ground.place().join(way);
            match place.make_folder() {
                Ok(()) => made.places.push(place),
                // If it is a link, the next step meets it.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => {
                    made.unmake();
                    return Err(error);
                }
            }
        }
        let opened = ground.folder.list(&inner).inspect_err(|_| made.unmake());
        Ok((Arc::new(Self { path: path.to_owned(), folder: opened? }), made))
    }

    /// A file that the person named, to be read. A link to it is followed where it is their own: elsewhere than in the source folder.
    pub fn file_from(source: &Path, path: &Path) -> io::Result<Place> {
        let way = match NamedWay::of(source, path)? {
            NamedWay::Within(inner) => return Ok(Self::open(source)?.place().join(inner)),
            NamedWay::Elsewhere(way) => real(&way)?,
        };
        let (Some(folder), Some(name)) = (way.parent(), way.file_name()) else {
            return Err(ErrorKind::IsADirectory.into());
        };
        Ok(Self::open(folder)?.place().join(name))
    }
}

/// Does a way that was named lead into the source folder?
pub fn is_within(source: &Path, path: &Path) -> bool {
    matches!(within(source, path), Ok(Some(_)))
}

/// Where in the source folder a way leads that was named; none where it leads elsewhere.
pub fn within(source: &Path, path: &Path) -> io::Result<Option<PathBuf>> {
    NamedWay::of(source, path).map(NamedWay::inner)
}

/// The link nearest to the end of a way, of those that lie in a folder: whoever wrote what lies there could lead it anywhere. Links elsewhere on the
/// way are the person's own, but where one leads such a link may lie. What cannot be looked at is not taken for none.
pub fn link_of(folder: &Path, way: &Path) -> io::Result<Option<PathBuf>> {
    let found = real_of(folder)?.map_or(Ok(None), |folder| nearest_link(&folder, way, MOST_LINKS));
    #[cfg(test)]
    meanwhile::happen();
    found
}

fn nearest_link(folder: &Path, way: &Path, links: usize) -> io::Result<Option<PathBuf>> {
    for way in way.ancestors().filter(|way| way.file_name().is_some()) {
        if !is_link_at(way)? {
            continue;
        }
        let above = way.parent().filter(|above| !above.as_os_str().is_empty());
        if real_of(above.unwrap_or(Path::new(".")))?.is_some_and(|above| above.starts_with(folder)) {
            return Ok(Some(way.to_owned()));
        }
        if let Some(target) = step_of(way)?.filter(|_| links > 0)
            && let Some(found) = nearest_link(folder, &target, links - 1)?
        {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

/// What somebody else does between the look for links and the opening.
#[cfg(test)]
pub mod meanwhile {
    use std::cell::RefCell;

    thread_local!(static ACT: RefCell<Option<Box<dyn FnOnce()>>> = const { RefCell::new(None) });

    /// After the next look that this thread takes.
    pub fn after_the_look(act: impl FnOnce() + 'static) {
        ACT.set(Some(Box::new(act)));
    }

    pub(super) fn happen() {
        if let Some(act) = ACT.take() {
            act();
        }
    }
}
