//! What the system says of a file without reading it: a file of which it says the same as before is the same.
//!
//! Its length and its two times, of the bytes and of the file itself (which no program can set back), and its number on the disk. A
//! file that was written a moment ago may be written once more without any of these changing, since clocks tick; so of a young file
//! nothing is believed.

use std::time::{Duration, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::host::clock;
use crate::host::ground::FileLook;

/// The coarsest clock of a file system in use (FAT's) ticks every two seconds.
const YOUNG: Duration = Duration::from_secs(2);

/// What the system says of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Stat {
    length: u64,
    modified: Option<Duration>,
    changed: (i64, i64),
    inode: u64,
    young: bool,
}

impl Stat {
    /// What the system says now.
    pub fn of(look: &FileLook) -> Self {
        let changed = look.changed;
        // A program may set the time of the bytes back, as one that unpacks files does; the other time it cannot set.
        let seconds = Duration::from_secs(u64::try_from(changed.0).unwrap_or_default());
        let written = look.time().map(|modified| modified.max(UNIX_EPOCH + seconds));
        let age = written.and_then(|written| clock::system_time().duration_since(written).ok());
        Self {
            length: look.length,
            modified: look.modified,
            changed,
            // Windows tells it only of what is opened.
            inode: if cfg!(unix) { look.number.1 } else { 0 },
            young: age.is_none_or(|age| age < YOUNG),
        }
    }

    /// How many bytes the file has.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The same, said long after the file was written.
    #[cfg(test)]
    pub fn grown_up(self) -> Self {
        Self { young: false, ..self }
    }

    /// Its number on the disk; none where nobody knows. Other names of it have the same.
    pub fn inode(&self) -> Option<u64> {
        Some(self.inode).filter(|inode| *inode != 0)
    }

    /// Was this said of the very same bytes?
    pub fn is_same(&self, later: &Self) -> bool {
        !self.young && Self { young: false, ..*later } == *self
    }
}
