//! Is the output as it was left? A look at what every change by another program is likely to touch, in microseconds.

use std::fs::{self, Metadata};
use std::path::Path;
use std::time::SystemTime;

use super::{journal, manifest};

/// What is known of one file or folder without opening it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Stamp {
    identity: (u64, u64),
    length: u64,
    modified: Option<SystemTime>,
}

/// The output as it was left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Traces {
    folder: Option<Stamp>,
    manifest: Option<Stamp>,
    journal: Option<Stamp>,
}

impl Traces {
    /// Looks. The time of the folder tells that something at its top came or went; it says nothing where the stage lies inside.
    pub fn of(output: &Path, with_time: bool) -> Self {
        let stamp = |path: &Path| fs::symlink_metadata(path).ok().map(|meta| Stamp::of(&meta));
        let folder = stamp(output)
            .map(|stamp| if with_time { stamp } else { Stamp { length: 0, modified: None, ..stamp } });
        Self {
            folder,
            manifest: stamp(&output.join(manifest::NAME)),
            journal: stamp(&output.join(journal::NAME)),
        }
    }

    /// Is the list of the files as it was left?
    pub fn is_same_list(&self, other: &Self) -> bool {
        (self.manifest, self.journal) == (other.manifest, other.journal)
    }
}

impl Stamp {
    fn of(meta: &Metadata) -> Self {
        Self { identity: identity(meta), length: meta.len(), modified: meta.modified().ok() }
    }
}

/// Which folder this is, whatever its name. None: there is none.
pub(super) fn folder(path: &Path) -> Option<(u64, u64)> {
    fs::symlink_metadata(path).ok().filter(Metadata::is_dir).map(|meta| identity(&meta))
}

#[cfg(unix)]
fn identity(meta: &Metadata) -> (u64, u64) {
    use std::os::unix::fs::MetadataExt as _;
    (meta.dev(), meta.ino())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> (u64, u64) {
    (0, 0)
}
