//! Is the output as it was left? A look at what every change by another program is likely to touch, in microseconds.

use std::time::SystemTime;

use super::names::{JOURNAL, MANIFEST};
use crate::host::ground::{FileKind, FileLook, Place};

/// What is known of one file or folder without opening it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Stamp {
    number: (u64, u64),
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
    pub fn of(output: &Place, with_time: bool) -> Self {
        let stamp = |place: &Place| place.look().ok().map(|look| Stamp::of(&look));
        let folder = stamp(output)
            .map(|stamp| if with_time { stamp } else { Stamp { length: 0, modified: None, ..stamp } });
        Self { folder, manifest: stamp(&output.join(MANIFEST)), journal: stamp(&output.join(JOURNAL)) }
    }

    /// Is the list of the files as it was left?
    pub fn is_same_list(&self, other: &Self) -> bool {
        (self.manifest, self.journal) == (other.manifest, other.journal)
    }
}

impl Stamp {
    fn of(look: &FileLook) -> Self {
        Self { number: look.number, length: look.length, modified: look.time() }
    }
}

/// Which folder this is, whatever its name. None: there is none.
pub(super) fn folder(place: &Place) -> Option<(u64, u64)> {
    place.look().ok().filter(|look| look.kind == FileKind::Folder).map(|look| look.number)
}
