//! An output folder as a site: the files that were published, and no others.
//!
//! What lies in the folder does not matter, only what it is told of: a file that another program puts there is not shown. Each
//! folder on the way to a file is opened from the one above it, without following links, so that no link leads out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::io::{self, ErrorKind};
use std::ops::Bound;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use super::ServedSite;
use crate::host::ground::Ground;
use crate::host::publish::Files;

/// No page or picture is larger.
const MOST: u64 = 256 << 20;

/// How many pages are remembered as looked at: one for each window that somebody may have beside the editor.
const LOOKED_AT: usize = 5;

/// An output folder, and what was published to it.
pub struct ServedFolder {
    /// The source folder, in which no link is followed.
    source: PathBuf,
    /// The output.
    root: PathBuf,
    list: RwLock<Option<Arc<dyn SiteListing>>>,
    /// Files as they will be, in place of those of the folder, while the rest of the site is made.
    ahead: RwLock<BTreeMap<String, Vec<u8>>>,
    /// The pages that were asked for last, the newest first.
    looked_at: Mutex<VecDeque<String>>,
}

/// Which files a site has.
pub trait SiteListing: Send + Sync {
    /// Is this one of its files?
    fn contains(&self, path: &str) -> bool;

    /// Is there any file below this folder?
    fn is_folder(&self, path: &str) -> bool;
}

impl SiteListing for Files {
    fn contains(&self, path: &str) -> bool {
        Self::contains(self, path)
    }

    fn is_folder(&self, path: &str) -> bool {
        Self::is_folder(self, path)
    }
}

impl SiteListing for BTreeSet<Box<str>> {
    fn contains(&self, path: &str) -> bool {
        Self::contains(self, path)
    }

    fn is_folder(&self, path: &str) -> bool {
        let inside = format!("{path}/");
        let first = self.range::<str, _>((Bound::Included(inside.as_str()), Bound::Unbounded)).next();
        first.is_some_and(|known| known.starts_with(&inside))
    }
}

impl ServedFolder {
    /// A folder to which nothing was published yet. From the source folder on it is opened without a link being followed.
    pub fn new(output: &Path, source: &Path) -> Self {
        Self {
            source: source.to_path_buf(),
            root: output.to_path_buf(),
            list: RwLock::default(),
            ahead: RwLock::default(),
            looked_at: Mutex::default(),
        }
    }

    /// The pages that somebody looks at: those that were asked for last, the newest first.
    pub fn looked_at(&self) -> Vec<String> {
        self.noted().iter().cloned().collect()
    }

    /// Shows files as they will be until the site has them.
    pub fn show_ahead(&self, files: BTreeMap<String, Vec<u8>>) {
        self.ahead.write().unwrap_or_else(PoisonError::into_inner).extend(files);
    }

    /// Shows what the folder has again. Gives the files that were shown in its place.
    pub fn show_folder(&self) -> BTreeMap<String, Vec<u8>> {
        std::mem::take(&mut *self.ahead.write().unwrap_or_else(PoisonError::into_inner))
    }

    fn noted(&self) -> MutexGuard<'_, VecDeque<String>> {
        self.looked_at.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, page: &str) {
        let mut pages = self.noted();
        pages.retain(|known| known != page);
        pages.push_front(page.to_string());
        pages.truncate(LOOKED_AT);
    }

    /// The files on this list are the site from now on. It may grow and shrink meanwhile.
    pub fn show(&self, list: Arc<dyn SiteListing>) {
        *self.list.write().unwrap_or_else(PoisonError::into_inner) = Some(list);
    }

    fn list(&self) -> Option<Arc<dyn SiteListing>> {
        self.list.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl fmt::Debug for ServedFolder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Folder").field("root", &self.root).finish_non_exhaustive()
    }
}

impl ServedSite for ServedFolder {
    fn read(&self, path: &str) -> Option<io::Result<Vec<u8>>> {
        if path.ends_with("/index.html") && self.has(path) {
            self.note(path);
        }
        if let Some(bytes) = self.ahead.read().unwrap_or_else(PoisonError::into_inner).get(path) {
            return Some(Ok(bytes.clone()));
        }
        self.list().filter(|list| list.contains(path))?;
        // `..` and the like are in no list of published files. Should one be: it leads nowhere.
        if path.split('/').any(|name| matches!(name, "" | "." | "..")) {
            return None;
        }
        let root = Ground::open_from(&self.source, &self.root);
        let read = root.and_then(|root| root.place().join(path).read(MOST));
        match read {
            // It was removed by the build that is just being published.
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            read => Some(read),
        }
    }

    fn is_folder(&self, path: &str) -> bool {
        self.list().is_some_and(|list| list.is_folder(path))
    }

    fn has(&self, path: &str) -> bool {
        self.list().is_some_and(|list| list.contains(path))
    }
}
