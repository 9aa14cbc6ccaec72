//! A plain file that is open to be read.

use std::fs::{File, Metadata};
use std::io::{self, Read, Seek, SeekFrom};

use super::not_plain;
use crate::base::allowance;

/// A plain file. What is read of it is earned as it is read, and not by what the system says of its length: a file of holes may be as long as it
/// likes.
#[derive(Debug)]
pub struct PlainFile {
    file: File,
    length: u64,
    /// How often more it may be read by its names than an honest one.
    share: u64,
}

/// So many names has a file of an output whose copies of each day are links, and of a spare besides.
const USUAL_NAMES: u64 = 16;

impl PlainFile {
    pub(super) fn of(file: File) -> io::Result<Self> {
        let look = file.metadata()?;
        if !look.is_file() {
            return Err(not_plain());
        }
        Ok(Self { file, length: look.len(), share: (names_of(&look) / USUAL_NAMES).max(1) })
    }

    /// How many bytes it had when it was opened.
    pub fn length(&self) -> u64 {
        self.length
    }

    pub fn metadata(&self) -> io::Result<Metadata> {
        self.file.metadata()
    }

    /// Copies it by the system's own means, which may copy no byte.
    pub fn copy_to(&mut self, made: &mut File) -> io::Result<()> {
        io::copy(&mut self.file, made).map(drop)
    }
}

#[cfg(unix)]
fn names_of(look: &Metadata) -> u64 {
    std::os::unix::fs::MetadataExt::nlink(look)
}

/// Nobody knows it there without another call.
#[cfg(not(unix))]
fn names_of(_: &Metadata) -> u64 {
    1
}

impl Read for &PlainFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = (&self.file).read(into)?;
        allowance::read(allowance::worth(into.get(..length).unwrap_or_default()) / self.share);
        Ok(length)
    }
}

impl Read for PlainFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        (&*self).read(into)
    }
}

impl Seek for &PlainFile {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        (&self.file).seek(to)
    }
}
