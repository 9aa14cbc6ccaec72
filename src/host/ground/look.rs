//! What the system says of a file or a folder without opening it.

use std::fs::{File, FileType, Metadata};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// In which the room on a disk is told, whatever its own blocks are (stat(2)), in bytes.
#[cfg(unix)]
pub(super) const BLOCK: u64 = 512;

/// What kind of thing lies there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileKind {
    /// A plain file.
    File,
    Folder,
    /// A link, wherever it leads.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// What the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FileLook {
    /// What it is.
    pub kind: FileKind,
    /// How many bytes.
    pub length: u64,
    /// How many bytes it takes on the disk: fewer than its length where it has holes, or where the disk packs it. As many where nobody knows.
    pub allocated: u64,
    /// When its bytes were written: since 1970.
    pub modified: Option<Duration>,
    /// When anything of it was changed, a time that no program can set: seconds and their billionths. On Windows when it was made. Zero
    /// where nobody knows.
    pub changed: (i64, i64),
    /// Its disk and its number there. Zero where nobody knows: on Windows of what was not opened.
    pub number: (u64, u64),
    /// Its rights.
    pub mode: u32,
    pub owner: u32,
    pub group: u32,
}

impl FileKind {
    /// What the library says it is.
    pub(super) fn of(kind: FileType) -> Self {
        if kind.is_symlink() {
            Self::Link
        } else if kind.is_file() {
            Self::File
        } else if kind.is_dir() {
            Self::Folder
        } else {
            Self::Other
        }
    }
}

impl FileLook {
    /// What the library was told by the system.
    pub fn of_metadata(metadata: &Metadata) -> Self {
        let look = Self {
            kind: FileKind::of(metadata.file_type()),
            length: metadata.len(),
            allocated: metadata.len(),
            modified: metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()),
            changed: (0, 0),
            number: (0, 0),
            mode: 0,
            owner: 0,
            group: 0,
        };
        look.with_numbers(metadata)
    }

    #[cfg(unix)]
    fn with_numbers(self, metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt as _;
        let changed = (metadata.ctime(), metadata.ctime_nsec());
        let number = (metadata.dev(), metadata.ino());
        let (owner, group) = (metadata.uid(), metadata.gid());
        let allocated = metadata.blocks().saturating_mul(BLOCK);
        Self { allocated, changed, number, mode: metadata.mode(), owner, group, ..self }
    }

    /// A program can set all times here. The one at which a file got its name is the best that is known without opening it.
    #[cfg(not(unix))]
    fn with_numbers(self, metadata: &Metadata) -> Self {
        let born = metadata.created().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
        let seconds =
            |born: Duration| (i64::try_from(born.as_secs()).unwrap_or(i64::MAX), born.subsec_nanos().into());
        Self { changed: born.map_or((0, 0), seconds), ..self }
    }

    /// What the system says of an open file.
    #[cfg(unix)]
    pub fn of_file(file: &File) -> std::io::Result<Self> {
        Ok(Self::of_metadata(&file.metadata()?))
    }

    /// What the system says of an open file.
    #[cfg(windows)]
    pub fn of_file(file: &File) -> std::io::Result<Self> {
        let numbers = winapi_util::file::information(file)?;
        let number = (numbers.volume_serial_number(), numbers.file_index());
        Ok(Self { number, ..Self::of_metadata(&file.metadata()?) })
    }

    /// When its bytes were written.
    pub fn time(&self) -> Option<SystemTime> {
        self.modified.map(|since| UNIX_EPOCH + since)
    }

    /// May the same people do the same with both?
    pub fn is_kept_like(&self, other: &Self) -> bool {
        (self.owner, self.group, self.mode) == (other.owner, other.group, other.mode)
    }

    /// Are these two names of one file? Where nobody knows they are not.
    pub fn is_one_with(&self, other: &Self) -> bool {
        self.number != (0, 0) && self.number == other.number
    }
}

/// Which file or folder it is, for as long as it is there: a copy is another, and so is one that gets its number later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Identity {
    /// Its number on its disk. The disk's own number is left out: it may be another after the next start of the machine.
    pub number: u64,
    /// When it was made: since 1970. None where the number alone says it.
    pub born: Option<Duration>,
}
