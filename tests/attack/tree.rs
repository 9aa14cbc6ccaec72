//! What lies in a folder, without opening anything of it: whatever is changed there shows in what the system says of it.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// What the system says of a file, a folder or a link.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// Its kind, rights and special bits.
    pub mode: u32,
    owner: (u32, u32),
    pub length: u64,
    modified: (i64, i64),
    /// When anything at all was done to it. No program can set this.
    changed: (i64, i64),
    pub inode: (u64, u64),
    pub links: u64,
    target: Option<PathBuf>,
}

/// Which of the times count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Times {
    /// Nothing was done to it, not even a second name given or a rename.
    All,
    /// It holds the same, under the same name.
    Modified,
}

pub type Tree = BTreeMap<PathBuf, Seen>;

/// Looks at a folder and all below it. The folder itself has the empty path.
pub fn tree(folder: &Path) -> Tree {
    let walk = WalkDir::new(folder).into_iter().filter_map(Result::ok);
    walk.filter_map(|entry| {
        let path = entry.path().strip_prefix(folder).ok()?.to_path_buf();
        Some((path, look(entry.path())?))
    })
    .collect()
}

/// Looks at one file, folder or link.
pub fn look(path: &Path) -> Option<Seen> {
    let meta = fs::symlink_metadata(path).ok()?;
    Some(Seen {
        mode: meta.mode(),
        owner: (meta.uid(), meta.gid()),
        // The length of a folder says how its names are stored.
        length: if meta.is_dir() { 0 } else { meta.size() },
        modified: (meta.mtime(), meta.mtime_nsec()),
        changed: (meta.ctime(), meta.ctime_nsec()),
        inode: (meta.dev(), meta.ino()),
        links: if meta.is_dir() { 1 } else { meta.nlink() },
        target: fs::read_link(path).ok(),
    })
}

impl Seen {
    pub fn is_file(&self) -> bool {
        self.mode & 0o170_000 == 0o100_000
    }

    /// What of it is another now.
    fn change(&self, now: &Self) -> String {
        let parts = [
            ("mode", self.mode != now.mode),
            ("owner", self.owner != now.owner),
            ("length", self.length != now.length),
            ("bytes", self.modified != now.modified),
            ("file", self.inode != now.inode),
            ("names", self.links != now.links),
            ("goal", self.target != now.target),
            ("times", self.changed != now.changed),
        ];
        let other: Vec<&str> =
            parts.iter().filter(|(_, is_other)| *is_other).map(|(name, _)| *name).collect();
        other.join(", ")
    }

    fn is_same(&self, other: &Self, times: Times) -> bool {
        let bare = |seen: &Self| Self { changed: (0, 0), links: 0, ..seen.clone() };
        if times == Times::All { self == other } else { bare(self) == bare(other) }
    }
}

/// What is another than before, but for the paths that may be.
pub fn differences(before: &Tree, after: &Tree, times: Times, may: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let mut told = Vec::new();
    for (path, seen) in before {
        match after.get(path) {
            _ if may(path) => {}
            None => told.push(format!("{path:?} is gone")),
            Some(now) if !seen.is_same(now, times) => {
                told.push(format!("{path:?} was changed: its {}", seen.change(now)));
            }
            Some(_) => {}
        }
    }
    let new = after.keys().filter(|path| !before.contains_key(*path) && !may(path));
    told.extend(new.map(|path| format!("{path:?} is new")));
    told.truncate(4);
    told
}
