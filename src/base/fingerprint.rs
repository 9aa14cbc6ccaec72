//! Fingerprints: has this changed?
//!
//! A fingerprint is xxh3-128 over bytes. It is not a cryptographic hash and decides nothing about trust: two contents with one fingerprint
//! can be made on purpose. So a fingerprint that came from elsewhere is compared with nothing (see `host/seal`).

use std::fmt;
use std::hash::{Hash, Hasher};
use std::io;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// What bytes are the same: equal fingerprints mean equal bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The fingerprint of all bytes that a reader gives, which are never held at once.
    pub fn of_reader(reader: &mut dyn io::Read) -> io::Result<Self> {
        let (mut hasher, mut buffer) = (Xxh3::new(), [0; 1 << 14]);
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(Self(hasher.digest128())),
                Ok(read) => hasher.update(buffer.get(..read).unwrap_or_default()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// The fingerprint of a value through its `Hash`: every field that takes part in it.
    pub fn of_value<T: Hash + ?Sized>(value: &T) -> Self {
        let mut mixer = Mixer::default();
        value.hash(&mut mixer);
        mixer.finish128()
    }

    /// Its bytes, as they are kept.
    pub fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// The fingerprint of these bytes of its own.
    pub fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(u128::from_be_bytes(bytes))
    }

    /// The first eight hex digits, for the name of a published asset.
    pub fn short(self) -> String {
        format!("{:08x}", (self.0 >> 96) as u32)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

impl FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

/// Gathers several values into one fingerprint.
#[derive(Default)]
pub struct Mixer {
    hasher: Xxh3,
    bytes: usize,
}

impl Mixer {
    /// Adds a value.
    pub fn add<T: Hash + ?Sized>(&mut self, value: &T) -> &mut Self {
        value.hash(self);
        self
    }

    /// The fingerprint of all that was added, in its order.
    pub fn finish128(&self) -> Fingerprint {
        Fingerprint(self.hasher.digest128())
    }

    /// How many bytes were added: about how much there is to show.
    pub fn bytes(&self) -> usize {
        self.bytes
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        self.bytes += bytes.len();
        self.hasher.update(bytes);
    }

    fn write_u8(&mut self, n: u8) {
        self.hasher.update(&[n]);
    }

    fn finish(&self) -> u64 {
        self.hasher.digest()
    }
}

/// A set of named contents as one number, whatever their order: two folders with the same set hold the same files. A member
/// can be taken out again, so that a folder of thousands of files need not be gone through when one of them changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct SetPrint(u128);

impl SetPrint {
    /// Adds a member.
    pub fn add(&mut self, name: &str, content: Fingerprint) {
        self.0 = self.0.wrapping_add(Self::member(name, content));
    }

    /// Takes a member out.
    pub fn take(&mut self, name: &str, content: Fingerprint) {
        self.0 = self.0.wrapping_sub(Self::member(name, content));
    }

    fn member(name: &str, content: Fingerprint) -> u128 {
        Mixer::default().add(name).add(&content).finish128().0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_back_what_it_prints() {
        let one = Fingerprint::of(b"Fittja");
        assert_eq!(one.to_string().parse::<Fingerprint>().unwrap(), one);
        assert_eq!(one.to_string().len(), 32);
        assert_ne!(one, Fingerprint::of(b"Tullinge"));
        let long = vec![7; 100_000];
        assert_eq!(Fingerprint::of_reader(&mut long.as_slice()).unwrap(), Fingerprint::of(&long));
    }

    #[test]
    fn a_set_is_the_same_in_any_order_and_without_what_was_taken_out() {
        let content = Fingerprint::of(b"x");
        let (mut one, mut other) = (SetPrint::default(), SetPrint::default());
        one.add("a", content);
        one.add("b", content);
        other.add("c", content);
        other.add("b", content);
        other.add("a", content);
        assert_ne!(one, other);
        other.take("c", content);
        assert_eq!(one, other);
    }
}
