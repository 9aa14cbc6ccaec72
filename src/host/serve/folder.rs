//! An output folder as a site: the files that were published, and no others.
//!
//! What lies in the folder does not matter, only what it is told of: a file that another program puts there is not shown. Each
//! folder on the way to a file is opened from the one above it, without following links, so that no link leads out.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};

use rustix::fs::{Mode, OFlags};

use super::Site;

/// An output folder, and what was published to it.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    paths: RwLock<Arc<[Box<str>]>>,
}

impl Folder {
    /// A folder to which nothing was published yet.
    pub fn new(root: PathBuf) -> Self {
        Self { root, paths: RwLock::new(Arc::new([])) }
    }

    /// These files, by their output paths, are the site from now on. Call it when they are all in the folder.
    pub fn publish(&self, paths: impl IntoIterator<Item = Box<str>>) {
        let mut paths: Vec<Box<str>> = paths.into_iter().collect();
        paths.sort_unstable();
        paths.dedup();
        *self.paths.write().unwrap_or_else(PoisonError::into_inner) = paths.into();
    }

    fn paths(&self) -> Arc<[Box<str>]> {
        self.paths.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn open(&self, path: &str) -> io::Result<File> {
        let base = OFlags::RDONLY | OFlags::CLOEXEC;
        let mut folder = rustix::fs::open(&self.root, base | OFlags::DIRECTORY, Mode::empty())?;
        let mut rest = path;
        while let Some((name, inner)) = rest.split_once('/') {
            let flags = base | OFlags::DIRECTORY | OFlags::NOFOLLOW;
            folder = rustix::fs::openat(&folder, name, flags, Mode::empty())?;
            rest = inner;
        }
        // A pipe is not waited for.
        let flags = base | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        Ok(File::from(rustix::fs::openat(&folder, rest, flags, Mode::empty())?))
    }
}

impl Site for Folder {
    fn read(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
        self.paths().binary_search_by(|known| known.as_ref().cmp(path)).ok()?;
        // `..` and the like are in no list of published files. Should one be: it leads nowhere.
        if path.split('/').any(|name| matches!(name, "" | "." | "..")) {
            return None;
        }
        let read = self.open(path).and_then(|mut file| {
            let metadata = file.metadata()?;
            if !metadata.is_file() {
                return Err(ErrorKind::InvalidInput.into());
            }
            let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        match read {
            // It was removed by the build that is just being published.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            read => Some(read),
        }
    }

    fn is_folder(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        let paths = self.paths();
        let first = paths.partition_point(|known| known.as_ref() < inside.as_str());
        paths.get(first).is_some_and(|known| known.starts_with(&inside))
    }
}
