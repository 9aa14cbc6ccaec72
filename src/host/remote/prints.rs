//! The hashes by which targets know files, of bytes that were read for an earlier publication: the build knows its files by another, quicker hash,
//! and a file that it knows by the same one has the same bytes.

use std::collections::HashMap;

use super::list::Print;
use crate::base::Fingerprint;
use crate::host::hidden::Hidden;

const NAME: &str = "publish-hashes";

/// How long each is: the build's hash, the target's, and the length.
const LENGTH: usize = 16 + 32 + 8;

/// No more than those of eight hundred thousand files.
const MOST: u64 = 48 << 20;

/// The target's hash and length of the bytes that have the build's hash.
#[derive(Default)]
pub struct KnownPrints(HashMap<Fingerprint, (Print, u64)>);

impl KnownPrints {
    /// Those that were kept of this source folder.
    pub fn read(hidden: &Hidden) -> Self {
        let bytes = hidden.read_here(NAME, MOST).unwrap_or_default();
        let (records, rest) = bytes.as_chunks::<LENGTH>();
        if !rest.is_empty() {
            return Self::default();
        }
        Self(records.iter().filter_map(known).collect())
    }

    /// What is known of these bytes.
    pub fn of(&self, hash: Fingerprint) -> Option<(Print, u64)> {
        self.0.get(&hash).copied()
    }

    /// Keeps these and no others, if they are not the same. What cannot be kept is found out again.
    pub fn keep(&self, hidden: &Hidden, now: &HashMap<Fingerprint, (Print, u64)>) {
        if self.0 == *now {
            return;
        }
        let mut bytes = Vec::with_capacity(now.len() * LENGTH);
        for (hash, (print, length)) in now {
            bytes.extend_from_slice(&hash.bytes());
            bytes.extend_from_slice(&print.bytes());
            bytes.extend_from_slice(&length.to_be_bytes());
        }
        let _ = hidden.write_here(NAME, &bytes);
    }
}

fn known(record: &[u8; LENGTH]) -> Option<(Fingerprint, (Print, u64))> {
    let (hash, rest) = record.split_first_chunk::<16>()?;
    let (print, length) = rest.split_first_chunk::<32>()?;
    let length = u64::from_be_bytes(length.try_into().ok()?);
    Some((Fingerprint::from_bytes(*hash), (Print::from_bytes(*print), length)))
}
