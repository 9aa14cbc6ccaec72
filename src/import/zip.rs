//! The parts of a ZIP file, which is what Word and Excel save: found by its table of contents and unpacked one at a time.
//!
//! Whoever made the file may have lied in every number of it. So no length is believed: a part is read from where the table says, as
//! far as the file goes, and all parts together unpack to so many bytes and no more. Many names may lead to the same bytes, so what is read
//! and becomes nothing is bounded too. Names are looked up and never used as paths.

use std::cell::Cell;
use std::collections::HashMap;

use crate::base::Phrase;
use crate::base::unpack::{PackedForm, UnpackError, Waste, unpack};

/// The most parts that a file may have.
const MOST_PARTS: usize = 5_000;

/// A ZIP file.
pub struct Archive<'a> {
    bytes: &'a [u8],
    /// By their names: each of many pictures is looked for. Of two of one name the first counts.
    parts: HashMap<String, ZipPart>,
    most: usize,
    left: Cell<usize>,
    waste: Cell<Waste>,
}

struct ZipPart {
    is_packed: bool,
    length: usize,
    header: usize,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents. All parts that are read may unpack to `most` bytes together.
    pub fn open(bytes: &'a [u8], most: usize) -> Result<Self, Phrase> {
        let broken = || Phrase::new("import-broken");
        let end = end_of_contents(bytes).ok_or_else(broken)?;
        let count = short(bytes, end + 10).ok_or_else(broken)?;
        let mut at = long(bytes, end + 16).ok_or_else(broken)?;
        if count > MOST_PARTS {
            return Err(Phrase::new("import-parts").with("most", MOST_PARTS));
        }
        let mut parts = HashMap::new();
        for _ in 0..count {
            let (part, length) = part_at(bytes, at).ok_or_else(broken)?;
            if let Some((name, part)) = part {
                parts.entry(name).or_insert(part);
            }
            at = at.checked_add(length).ok_or_else(broken)?;
        }
        let waste = Cell::new(Waste::of_file(bytes.len() as u64));
        Ok(Self { bytes, parts, most, left: Cell::new(most), waste })
    }

    /// What a part holds; none where there is no such part.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, Phrase> {
        let broken = || Phrase::new("import-broken");
        let Some(part) = self.parts.get(name) else { return Ok(None) };
        let start = data_of(self.bytes, part.header).ok_or_else(broken)?;
        let data = self.bytes.get(start..).ok_or_else(broken)?;
        let data = data.get(..part.length.min(data.len())).ok_or_else(broken)?;
        let (left, mut waste) = (self.left.get(), self.waste.get());
        let unpacked = match part.is_packed {
            false if data.len() <= left => data.to_vec(),
            false => return Err(self.too_large()),
            true => {
                let unpacked = unpack(data, PackedForm::Bare, left, &mut waste);
                self.waste.set(waste);
                unpacked.map_err(|error| match error {
                    UnpackError::TooLong => self.too_large(),
                    UnpackError::Broken => broken(),
                })?
            }
        };
        self.left.set(left.saturating_sub(unpacked.len()));
        Ok(Some(unpacked))
    }

    fn too_large(&self) -> Phrase {
        Phrase::new("import-unpacked").with("most", self.most / 1024 / 1024)
    }
}

/// Where the record at the end of the file is. A remark of up to 65,535 bytes may follow it.
fn end_of_contents(bytes: &[u8]) -> Option<usize> {
    const LENGTH: usize = 22;
    let last = bytes.len().checked_sub(LENGTH)?;
    let first = last.saturating_sub(usize::from(u16::MAX));
    (first..=last).rev().find(|at| bytes.get(*at..*at + 4) == Some(b"PK\x05\x06"))
}

/// The part that a line of the table is about, and how long the line is. None for one that is locked, or packed as Office never does.
fn part_at(bytes: &[u8], at: usize) -> Option<(Option<(String, ZipPart)>, usize)> {
    if bytes.get(at..at.checked_add(4)?) != Some(b"PK\x01\x02") {
        return None;
    }
    let is_locked = short(bytes, at + 8)? & 1 == 1;
    let method = short(bytes, at + 10)?;
    let length = long(bytes, at + 20)?;
    let (name, more) = (short(bytes, at + 28)?, short(bytes, at + 30)? + short(bytes, at + 32)?);
    let header = long(bytes, at + 42)?;
    let written = bytes.get(at + 46..at + 46 + name)?;
    let part =
        (String::from_utf8_lossy(written).into_owned(), ZipPart { is_packed: method == 8, length, header });
    let is_readable = !is_locked && matches!(method, 0 | 8);
    Some((is_readable.then_some(part), 46 + name + more))
}

/// Where a part's bytes begin.
fn data_of(bytes: &[u8], header: usize) -> Option<usize> {
    if bytes.get(header..header.checked_add(4)?) != Some(b"PK\x03\x04") {
        return None;
    }
    Some(header + 30 + short(bytes, header + 26)? + short(bytes, header + 28)?)
}

fn short(bytes: &[u8], at: usize) -> Option<usize> {
    let two: [u8; 2] = bytes.get(at..at.checked_add(2)?)?.try_into().ok()?;
    Some(usize::from(u16::from_le_bytes(two)))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four: [u8; 4] = bytes.get(at..at.checked_add(4)?)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(four)).ok()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::DeflateEncoder;

    use super::*;

    /// A file in which many names lead to the same packed bytes.
    fn shared(names: &[&str], packed: &[u8]) -> Vec<u8> {
        let short = |number: usize| (number as u16).to_le_bytes();
        let long = |number: usize| (number as u32).to_le_bytes();
        let mut file = [&b"PK\x03\x04"[..], &[0; 26], packed].concat();
        let start = file.len();
        for name in names {
            let facts =
                [&[0; 4][..], &[0, 0, 8, 0], &[0; 8], &long(packed.len()), &[0; 4], &short(name.len())];
            file.extend([b"PK\x01\x02", &facts.concat()[..], &[0; 16], name.as_bytes()].concat());
        }
        let length = file.len() - start;
        let count = short(names.len());
        file.extend(
            [b"PK\x05\x06\0\0\0\0", &count[..], &count, &long(length), &long(start), &[0, 0]].concat(),
        );
        file
    }

    #[test]
    fn many_names_of_bytes_that_become_nothing_are_not_read_for_ever() {
        let mut empty = [0, 0, 0, 0xff, 0xff].repeat(2_000);
        empty.extend([1, 0, 0, 0xff, 0xff]);
        let names = ["a", "b", "c", "d", "e"];
        let file = shared(&names, &empty);
        let archive = Archive::open(&file, 1 << 20).unwrap();
        let read: Vec<_> = names.iter().map(|name| archive.read(name).map(|part| part.is_some())).collect();
        assert_eq!(read[0], Ok(true));
        assert!(read[1..].iter().all(|part| part.as_ref().is_err_and(|why| why.key == "import-broken")));
        // What becomes something may have as many names as it likes.
        let mut out = DeflateEncoder::new(Vec::new(), Compression::fast());
        out.write_all(b"anka").unwrap();
        let file = shared(&names, &out.finish().unwrap());
        let archive = Archive::open(&file, 1 << 20).unwrap();
        assert!(names.iter().all(|name| archive.read(name) == Ok(Some(b"anka".to_vec()))));
    }
}
