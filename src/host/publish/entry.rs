//! What is known of one file of an output.

use crate::base::Fingerprint;

/// What is known of one published file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Entry {
    /// Its bytes.
    pub hash: Fingerprint,
    /// How many they are.
    pub length: u64,
    /// It belongs to the build before, and stays for the pages that browsers still show.
    pub retained: bool,
    /// Its number in the memory of a watch.
    pub slot: usize,
}

impl Entry {
    /// That of a file with these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self { hash: Fingerprint::of(bytes), length: bytes.len() as u64, retained: false, slot: 0 }
    }
}
