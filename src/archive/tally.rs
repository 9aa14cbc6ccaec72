//! A writer that counts and hashes what goes through it, since a ZIP says of each part how long it is before its bytes, and a package its hash.

use std::io::{self, Write};

use flate2::Crc;
use sha2::{Digest as _, Sha256};

use super::ArchiveHash;

/// Counts and hashes.
pub struct Tally<W> {
    out: W,
    hasher: Sha256,
    crc: Crc,
    length: u64,
}

/// What went through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Tallied {
    /// Its SHA-256.
    pub hash: ArchiveHash,
    /// The sum that a ZIP has.
    pub crc: u32,
    /// How many bytes.
    pub length: u64,
}

impl<W: Write> Tally<W> {
    /// Hands on to `out`.
    pub fn new(out: W) -> Self {
        Self { out, hasher: Sha256::new(), crc: Crc::new(), length: 0 }
    }

    /// How many bytes so far.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// What went through, and the writer.
    pub fn finish(self) -> (Tallied, W) {
        let Self { out, hasher, crc, length } = self;
        (Tallied { hash: ArchiveHash::of_pieces(hasher), crc: crc.sum(), length }, out)
    }
}

impl Tallied {
    /// That of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut crc = Crc::new();
        crc.update(bytes);
        Self { hash: ArchiveHash::of(bytes), crc: crc.sum(), length: bytes.len() as u64 }
    }
}

impl<W: Write> Write for Tally<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        let done = bytes.get(..written).unwrap_or_default();
        self.hasher.update(done);
        self.crc.update(done);
        self.length = self.length.saturating_add(written as u64);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
