//! The ZIP that a WACZ is: parts one after another, each as it is, without a remark, a time or a gap.
//!
//! There is one way to write given parts, and only what was written so is read: the table of contents is made anew from what was read of it, and must be the
//! same bytes; each part begins where the one before ends. So no byte of the file is outside what is looked at, and no part lies over another.

use std::io::{self, Read, Seek, SeekFrom, Write};

use super::ReadFault;
use super::tally::{Tallied, Tally};

/// From here on a number is written in the wide form.
const WIDE: u64 = 0xffff_ffff;

/// No table of contents is longer: a publication each hour of a year.
const MOST_CONTENTS: u64 = 4 << 20;

/// 1980-01-01, the first day that a ZIP knows: the same parts are the same bytes.
const NO_DAY: u16 = 0x21;

const END: u64 = 22;
const WIDE_END: u64 = 56;
const LOCATOR: u64 = 20;

/// A part of the file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ZipEntry {
    /// Its name.
    pub name: String,
    /// The sum of its bytes.
    pub crc: u32,
    /// How many bytes.
    pub length: u64,
    /// Where it begins, with its header.
    pub offset: u64,
}

impl ZipEntry {
    /// A part that begins here.
    pub fn new(name: &str, tallied: &Tallied, offset: u64) -> Self {
        Self { name: name.to_string(), crc: tallied.crc, length: tallied.length, offset }
    }

    fn is_wide(&self) -> bool {
        self.length >= WIDE
    }

    /// What stands before its bytes.
    pub fn header(&self) -> Vec<u8> {
        let mut extra = Vec::new();
        if self.is_wide() {
            put_wide(&mut extra, &[self.length, self.length]);
        }
        let mut out = b"PK\x03\x04".to_vec();
        self.put_common(&mut out, self.is_wide(), extra.len());
        out.extend(self.name.as_bytes());
        out.extend(extra);
        out
    }

    /// Where its bytes begin.
    pub fn start(&self) -> u64 {
        self.offset.saturating_add(self.header().len() as u64)
    }

    /// Where the next part begins.
    pub fn end(&self) -> u64 {
        self.start().saturating_add(self.length)
    }

    /// Its line of the table of contents.
    fn line(&self) -> Vec<u8> {
        let mut wide = Vec::new();
        if self.is_wide() {
            wide.extend([self.length, self.length]);
        }
        if self.offset >= WIDE {
            wide.push(self.offset);
        }
        let mut extra = Vec::new();
        if !wide.is_empty() {
            put_wide(&mut extra, &wide);
        }
        let mut out = b"PK\x01\x02".to_vec();
        put(&mut out, version(!wide.is_empty()), 2);
        self.put_common(&mut out, !wide.is_empty(), extra.len());
        // No remark, the first disk, no attributes.
        out.extend([0; 10]);
        put(&mut out, self.offset.min(WIDE), 4);
        out.extend(self.name.as_bytes());
        out.extend(extra);
        out
    }

    fn put_common(&self, out: &mut Vec<u8>, is_wide: bool, extra: usize) {
        put(out, version(is_wide), 2);
        // No flags, not packed, at midnight.
        out.extend([0; 6]);
        put(out, NO_DAY.into(), 2);
        put(out, self.crc.into(), 4);
        put(out, self.length.min(WIDE), 4);
        put(out, self.length.min(WIDE), 4);
        put(out, self.name.len() as u64, 2);
        put(out, extra as u64, 2);
    }
}

fn version(is_wide: bool) -> u64 {
    if is_wide { 45 } else { 20 }
}

fn put(out: &mut Vec<u8>, number: u64, bytes: usize) {
    out.extend(number.to_le_bytes().into_iter().take(bytes));
}

fn put_wide(out: &mut Vec<u8>, numbers: &[u64]) {
    put(out, 1, 2);
    put(out, numbers.len() as u64 * 8, 2);
    numbers.iter().for_each(|number| put(out, *number, 8));
}

/// Writes a file, part by part.
pub struct ZipWriter<W: Write> {
    out: Tally<W>,
    parts: Vec<ZipEntry>,
    /// The parts so far: their names, and what is known of their bytes.
    pub written: Vec<(String, Tallied)>,
}

impl<W: Write> ZipWriter<W> {
    /// To `out`.
    pub fn new(out: W) -> Self {
        Self { out: Tally::new(out), parts: Vec::new(), written: Vec::new() }
    }

    /// Adds a part, of which all is known already. That it has other bytes is an error.
    pub fn add(&mut self, name: &str, tallied: Tallied, bytes: &mut dyn Read) -> Result<(), ReadFault> {
        let part = ZipEntry::new(name, &tallied, self.out.length());
        self.out.write_all(&part.header())?;
        let mut tally = Tally::new(&mut self.out);
        io::copy(bytes, &mut tally)?;
        if tally.finish().0 != tallied {
            return Err(ReadFault::other_bytes(name));
        }
        self.parts.push(part);
        self.written.push((name.to_string(), tallied));
        Ok(())
    }

    /// Adds a part that is in memory.
    pub fn add_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<(), ReadFault> {
        self.add(name, Tallied::of(bytes), &mut &*bytes)
    }

    /// Ends the file.
    pub fn finish(mut self) -> io::Result<(Tallied, W)> {
        let table = contents(&self.parts);
        self.out.write_all(&table)?;
        Ok(self.out.finish())
    }
}

/// What stands after all parts.
pub fn contents(parts: &[ZipEntry]) -> Vec<u8> {
    let start = parts.last().map_or(0, ZipEntry::end);
    let mut out: Vec<u8> = parts.iter().flat_map(ZipEntry::line).collect();
    let (count, length) = (parts.len() as u64, out.len() as u64);
    if start >= WIDE || count >= 0xffff {
        let end = start.saturating_add(length);
        out.extend(b"PK\x06\x06");
        put(&mut out, WIDE_END - 12, 8);
        put(&mut out, 45, 2);
        put(&mut out, 45, 2);
        put(&mut out, 0, 8);
        [count, count, length, start].iter().for_each(|number| put(&mut out, *number, 8));
        out.extend(b"PK\x06\x07");
        put(&mut out, 0, 4);
        put(&mut out, end, 8);
        put(&mut out, 1, 4);
    }
    out.extend(b"PK\x05\x06");
    put(&mut out, 0, 4);
    put(&mut out, count.min(0xffff), 2);
    put(&mut out, count.min(0xffff), 2);
    put(&mut out, length.min(WIDE), 4);
    put(&mut out, start.min(WIDE), 4);
    put(&mut out, 0, 2);
    out
}

/// The parts of a file of so many bytes.
pub fn read(file: &mut (impl Read + Seek), length: u64) -> Result<Vec<ZipEntry>, ReadFault> {
    let from = length.saturating_sub(MOST_CONTENTS);
    file.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    file.take(MOST_CONTENTS).read_to_end(&mut tail)?;
    let parts = contents_of(&tail, from).ok_or_else(ReadFault::broken)?;
    let mut at = 0;
    for part in &parts {
        let header = part.header();
        let mut found = vec![0; header.len()];
        file.seek(SeekFrom::Start(part.offset))?;
        file.read_exact(&mut found)?;
        if part.offset != at || found != header {
            return Err(ReadFault::broken());
        }
        at = part.end();
    }
    // The table made anew: all that stands there is what we would have written.
    let start = at.checked_sub(from).and_then(|start| usize::try_from(start).ok());
    let is_same = start.and_then(|start| tail.get(start..)).is_some_and(|found| found == contents(&parts));
    if is_same { Ok(parts) } else { Err(ReadFault::broken()) }
}

/// The lines of the table, from the end of a file that begins at `from`.
fn contents_of(tail: &[u8], from: u64) -> Option<Vec<ZipEntry>> {
    let end = (tail.len() as u64).checked_sub(END)?;
    let record = slice(tail, end, END)?;
    if !record.starts_with(b"PK\x05\x06") {
        return None;
    }
    let (mut count, mut start) = (number(record, 10, 2)?, number(record, 16, 4)?);
    if start == WIDE || count == 0xffff {
        let wide = slice(tail, end.checked_sub(LOCATOR + WIDE_END)?, WIDE_END)?;
        if !wide.starts_with(b"PK\x06\x06") {
            return None;
        }
        (count, start) = (number(wide, 32, 8)?, number(wide, 48, 8)?);
    }
    let mut at = start.checked_sub(from)?;
    let mut parts = Vec::new();
    for _ in 0..count {
        let (part, length) = part_of(tail, at)?;
        parts.push(part);
        at = at.checked_add(length)?;
    }
    Some(parts)
}

fn part_of(tail: &[u8], at: u64) -> Option<(ZipEntry, u64)> {
    let line = slice(tail, at, 46)?;
    if !line.starts_with(b"PK\x01\x02") {
        return None;
    }
    let (name, extra) = (number(line, 28, 2)?, number(line, 30, 2)?);
    let (mut length, mut offset) = (number(line, 24, 4)?, number(line, 42, 4)?);
    let written = slice(tail, at.checked_add(46)?, name)?;
    let wide = slice(tail, at.checked_add(46)?.checked_add(name)?, extra)?;
    let mut next = 4;
    if length == WIDE {
        length = number(wide, next, 8)?;
        next += 16;
    }
    if offset == WIDE {
        offset = number(wide, next, 8)?;
    }
    let crc = u32::try_from(number(line, 16, 4)?).ok()?;
    let name = std::str::from_utf8(written).ok()?.to_string();
    Some((ZipEntry { crc, length, offset, name }, 46 + written.len() as u64 + extra))
}

fn slice(bytes: &[u8], at: u64, length: u64) -> Option<&[u8]> {
    let (from, to) = (usize::try_from(at).ok()?, usize::try_from(at.checked_add(length)?).ok()?);
    bytes.get(from..to)
}

fn number(bytes: &[u8], at: u64, length: u64) -> Option<u64> {
    let bytes = slice(bytes, at, length)?;
    Some(bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn small() -> Vec<u8> {
        let (mut out, mut parts) = (Vec::new(), Vec::new());
        for (name, bytes) in
            [("archive/a.warc.gz", &b"first"[..]), ("datapackage.json", b"{}"), ("empty", b"")]
        {
            let part = ZipEntry::new(name, &Tallied::of(bytes), out.len() as u64);
            out.extend(part.header());
            out.extend(bytes);
            parts.push(part);
        }
        out.extend(contents(&parts));
        out
    }

    fn parts(bytes: &[u8]) -> Option<Vec<ZipEntry>> {
        read(&mut Cursor::new(bytes), bytes.len() as u64).ok()
    }

    #[test]
    fn a_file_reads_back_and_a_changed_or_cut_one_is_noticed_wherever_it_is_not_a_part_itself() {
        let whole = small();
        let found = parts(&whole).unwrap();
        assert_eq!(
            found.iter().map(|part| &*part.name).collect::<Vec<_>>(),
            ["archive/a.warc.gz", "datapackage.json", "empty"]
        );
        for end in 0..whole.len() {
            assert_eq!(parts(&whole[..end]), None, "cut at {end}");
        }
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            let is_data = found.iter().any(|part| (part.start()..part.end()).contains(&(at as u64)));
            assert_eq!(parts(&bytes).is_none(), !is_data, "changed at {at}");
        }
        assert_eq!(parts(&[&whole[..], b"more"].concat()), None);
    }

    /// A file of more bytes than a disk has: all but the headers is nothing.
    struct Sparse(Vec<(u64, Vec<u8>)>, u64);

    impl Read for Sparse {
        fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
            let Some(byte) = out.first_mut() else { return Ok(0) };
            let inside =
                |(from, bytes): &&(u64, Vec<u8>)| (*from..from + bytes.len() as u64).contains(&self.1);
            let Some((from, bytes)) = self.0.iter().find(inside) else { return Ok(0) };
            *byte = bytes[(self.1 - from) as usize];
            self.1 += 1;
            Ok(1)
        }
    }

    impl Seek for Sparse {
        fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
            let SeekFrom::Start(at) = to else { panic!() };
            self.1 = at;
            Ok(at)
        }
    }

    #[test]
    fn parts_and_places_beyond_four_gigabytes_have_the_wide_form() {
        let part = |name: &str, length, offset| ZipEntry { name: name.into(), crc: 7, length, offset };
        let first = part("a", 6_000_000_000, 0);
        let second = part("b", 3, first.end());
        let all = [first, second];
        let (end, table) = (all[1].end(), contents(&all));
        // The file's end is read as a whole: the parts' bytes there are given too.
        let from = end + table.len() as u64 - MOST_CONTENTS;
        let mut tail = vec![0; (end - from) as usize];
        let at = (all[1].offset - from) as usize;
        tail[at..at + all[1].header().len()].copy_from_slice(&all[1].header());
        tail.extend(&table);
        let length = end + table.len() as u64;
        let mut file = Sparse(vec![(0, all[0].header()), (from, tail)], 0);
        assert_eq!(read(&mut file, length).unwrap(), all);
    }
}
