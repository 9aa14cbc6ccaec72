//! The archive: what was published, in the forms that archives keep for good: records of WARC 1.1 (ISO 28500), packed by the year as WACZ 1.1.1,
//! beside an inventory and a list of what is kept.
//!
//! ```text
//! DIR/2026.wacz ─┬ archive/20261129110000.warc.gz   a publication: every file of the site, whole or as "the same as then"
//!                ├ indexes/index.cdx.gz, index.idx  where each address lies
//!                ├ pages/pages.jsonl                what there is to read
//!                └ datapackage.json, -digest.json   the hash of each of these
//! DIR/inventory.csv, retention.csv, SHA256SUMS
//! ```
//!
//! Each year is whole by itself, since a year is what is handed over: its first publication has every file in full. A publication has a file of its own, so
//! the site of a day is what one file lists, and nothing that was written is written again otherwise. What was read may have been made by anybody: numbers
//! are bounds to be held, names are parsed, and hashes are compared before anything is believed.
//!
//! Never here: a disk, a clock.

pub mod cdx;
pub mod inventory;
pub mod kind;
pub mod package;
pub mod place;
pub mod stamp;
pub mod sums;
pub mod tally;
pub mod warc;
pub mod zip;

use std::fmt;
use std::io;

use sha2::{Digest as _, Sha256};

use crate::base::Phrase;

/// The SHA-256 of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ArchiveHash([u8; 32]);

impl ArchiveHash {
    /// That of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// What was hashed in pieces.
    pub fn of_pieces(hasher: Sha256) -> Self {
        Self(hasher.finalize().into())
    }

    /// The hash that is written so: 64 digits and small letters.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 64 || !text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return None;
        }
        let mut bytes = [0; 32];
        for (byte, at) in bytes.iter_mut().zip((0..).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// As WARC, CDX and WACZ write it.
    pub fn labelled(&self) -> String {
        format!("sha256:{self}")
    }

    /// What [`Self::labelled`] wrote.
    pub fn parse_labelled(text: &str) -> Option<Self> {
        Self::parse(text.strip_prefix("sha256:")?)
    }
}

impl fmt::Display for ArchiveHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for ArchiveHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Why something of an archive could not be read.
#[derive(Debug)]
pub enum ReadFault {
    /// Its bytes are not as they were written.
    Damaged(Phrase),
    /// The system does not give them.
    System(io::Error),
}

impl ReadFault {
    /// Bytes that are no such file.
    pub fn broken() -> Self {
        Self::Damaged(Phrase::new("archive-broken"))
    }

    /// A part with other bytes than its hash says.
    pub fn other_bytes(part: &str) -> Self {
        Self::Damaged(Phrase::new("archive-part").with("part", part))
    }
}

impl From<io::Error> for ReadFault {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
        // What unpacks says so of bytes that were never packed.
        match error.kind() {
            InvalidData | InvalidInput | UnexpectedEof => Self::broken(),
            _ => Self::System(error),
        }
    }
}
