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
}

impl PlainFile {
    pub(super) fn of(file: File) -> io::Result<Self> {
        let look = file.metadata()?;
        if look.is_file() { Ok(Self { file, length: look.len() }) } else { Err(not_plain()) }
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

impl Read for &PlainFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = (&self.file).read(into)?;
        allowance::read(allowance::worth(into.get(..length).unwrap_or_default()));
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
