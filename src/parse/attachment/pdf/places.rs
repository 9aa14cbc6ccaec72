//! Where each object of a PDF lies: the tables at its end, the newest first. A table is looked things up in where it lies, and not made into another.

use super::objects::{ObjectReader, PdfDict, PdfObject};
use super::streams;
use crate::base::unpack::Waste;

/// How many tables are followed: each time a file is changed and saved may add one.
const MOST_TABLES: usize = 64;

/// The most that a packed table or a packed group of objects becomes, in bytes: the table of half a million objects, and a brochure has some
/// thousand. It is small since the bytes of a table cost more to undo than to send.
const MOST_UNPACKED: usize = 4 << 20;

/// How many groups of objects are unpacked for one file.
const MOST_GROUPS: usize = 8;

/// How many objects of a group are found. Programs put some two hundred into one.
const MOST_IN_GROUP: usize = 10_000;

/// The longest list of a group's objects that is read, in bytes; each look-up goes through it.
const LONGEST_HEAD: usize = 256 << 10;

/// The longest object that is read, without the bytes of its stream.
const LONGEST_OBJECT: usize = 1 << 20;

/// How far from its end a file says where its newest table is.
const TAIL: usize = 2048;

/// The tables of a file.
pub struct ObjectPlaces<'a> {
    bytes: &'a [u8],
    tables: Vec<PlaceTable>,
    trailers: Vec<PdfDict>,
    /// Groups of objects that were unpacked, by the number of their stream.
    groups: Vec<(u32, ObjectGroup)>,
    /// How many more bytes may be unpacked.
    left: usize,
    /// How many more may be read that become nothing.
    waste: Waste,
}

/// Lines of a table: the first object, how many, and where they begin.
struct LinesOfTable {
    first: usize,
    count: usize,
    start: usize,
}

/// A table of places.
enum PlaceTable {
    /// As text.
    Lines(Vec<LinesOfTable>),
    /// Packed: its bytes, the widths of their three parts, and which objects they are of.
    Packed { rows: Vec<u8>, widths: [usize; 3], parts: Vec<(usize, usize)> },
}

/// Where an object lies.
enum ObjectPlace {
    /// From a byte of the file on.
    Byte(usize),
    /// In a group, at an index.
    InGroup(u32, usize),
}

/// A group of objects.
#[derive(Clone)]
struct ObjectGroup {
    bytes: Vec<u8>,
    first: usize,
    count: usize,
}

impl<'a> ObjectPlaces<'a> {
    /// Reads the tables of a file; none where the newest cannot be read.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let tail = bytes.len().saturating_sub(TAIL);
        let at = tail + memchr::memmem::rfind(bytes.get(tail..)?, b"startxref")?;
        let mut next = ObjectReader::new(bytes, at + b"startxref".len()).number();
        let mut places = Self {
            bytes,
            tables: Vec::new(),
            trailers: Vec::new(),
            groups: Vec::new(),
            left: 2 * MOST_UNPACKED,
            waste: Waste::of_file(bytes.len() as u64),
        };
        let mut seen = Vec::new();
        while let Some(at) = next.filter(|at| !seen.contains(at) && seen.len() < MOST_TABLES) {
            seen.push(at);
            next = places.table(at, &mut seen).filter(|_| seen.len() < MOST_TABLES);
        }
        (!places.trailers.is_empty()).then_some(places)
    }

    /// What the newest trailer that has it says under a name.
    pub fn trailer(&self, name: &[u8]) -> Option<&PdfObject> {
        self.trailers.iter().find_map(|trailer| trailer.get(name))
    }

    /// An object by its number.
    pub fn find(&mut self, number: u32) -> Option<PdfObject> {
        match self.place(number)? {
            ObjectPlace::Byte(at) => self.object_at(at, number).map(|(object, _)| object),
            ObjectPlace::InGroup(group, index) => self.in_group(group, index, number),
        }
    }

    /// The bytes of a stream by its number, unpacked up to a bound.
    pub fn stream(&mut self, number: u32, most: usize) -> Option<Vec<u8>> {
        let ObjectPlace::Byte(at) = self.place(number)? else { return None };
        let (PdfObject::Dict(dict), reader) = self.object_at(at, number)? else { return None };
        self.unpack(&dict, &reader, most)
    }

    fn place(&self, number: u32) -> Option<ObjectPlace> {
        let number = number as usize;
        self.tables.iter().find_map(|table| match table {
            PlaceTable::Lines(parts) => {
                let part =
                    parts.iter().find(|part| number >= part.first && number - part.first < part.count)?;
                let line = part.start.checked_add((number - part.first).checked_mul(20)?)?;
                let mut reader = ObjectReader::new(self.bytes, line);
                let at = reader.number()?;
                reader.number()?;
                reader.word(b"n").map(|()| ObjectPlace::Byte(at))
            }
            PlaceTable::Packed { rows, widths, parts } => packed_place(rows, *widths, parts, number),
        })
    }

    /// Reads a table, and where the one before it is. Each is read once.
    fn table(&mut self, at: usize, seen: &mut Vec<usize>) -> Option<usize> {
        let mut reader = ObjectReader::new(self.bytes, at);
        let trailer = if reader.word(b"xref").is_some() {
            let (parts, trailer) = lines(&mut reader)?;
            self.tables.push(PlaceTable::Lines(parts));
            // A file for old and new readers has a packed table beside the other.
            if let Some(beside) = trailer.number(b"XRefStm").filter(|beside| !seen.contains(beside)) {
                seen.push(beside);
                let _ = self.packed_table(beside);
            }
            trailer
        } else {
            self.packed_table(at)?
        };
        let before = trailer.number(b"Prev");
        self.trailers.push(trailer);
        before
    }

    fn packed_table(&mut self, at: usize) -> Option<PdfDict> {
        let mut reader = ObjectReader::new(self.bytes, at);
        reader.number()?;
        reader.number()?;
        reader.word(b"obj")?;
        let PdfObject::Dict(dict) = reader.object()? else { return None };
        let rows = self.unpack(&dict, &reader, MOST_UNPACKED)?;
        let [kind, second, third] = dict.numbers(b"W")?.try_into().ok()?;
        if kind > 8 || second > 8 || third > 8 || kind + second + third == 0 {
            return None;
        }
        let parts = match dict.numbers(b"Index") {
            Some(index) => index.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect(),
            None => vec![(0, dict.number(b"Size")?)],
        };
        self.tables.push(PlaceTable::Packed { rows, widths: [kind, second, third], parts });
        Some(dict)
    }

    /// The object of a number that begins at a byte, and the reader behind it.
    fn object_at(&self, at: usize, number: u32) -> Option<(PdfObject, ObjectReader<'a>)> {
        let window = self.bytes.get(..self.bytes.len().min(at.checked_add(LONGEST_OBJECT)?))?;
        let mut reader = ObjectReader::new(window, at);
        if reader.number()? != number as usize {
            return None;
        }
        reader.number()?;
        reader.word(b"obj")?;
        Some((reader.object()?, reader))
    }

    fn unpack(&mut self, dict: &PdfDict, reader: &ObjectReader<'_>, most: usize) -> Option<Vec<u8>> {
        let length = match dict.get(b"Length") {
            Some(PdfObject::Reference(number)) => match self.place(*number)? {
                ObjectPlace::Byte(at) => match self.object_at(at, *number)?.0 {
                    PdfObject::Number(length) => usize::try_from(length).ok(),
                    _ => None,
                },
                ObjectPlace::InGroup(..) => None,
            },
            _ => dict.number(b"Length"),
        };
        let most = most.min(self.left);
        let raw = streams::raw(self.bytes, reader, length)?;
        // What is longer than what it may become is none that a program packed.
        let raw = &raw[..raw.len().min(most.saturating_mul(2))];
        // What cannot be unpacked has cost as much as what can: it is paid for before it is known.
        self.left -= most;
        let unpacked = streams::unpacked(raw, dict, most, &mut self.waste)?;
        self.left += most.saturating_sub(unpacked.len());
        Some(unpacked)
    }

    fn in_group(&mut self, number: u32, index: usize, wanted: u32) -> Option<PdfObject> {
        if !self.groups.iter().any(|(known, _)| *known == number) {
            let group = self.group(number).filter(|_| self.groups.len() < MOST_GROUPS)?;
            self.groups.push((number, group));
        }
        let (_, group) = self.groups.iter().find(|(known, _)| *known == number)?;
        if index >= group.count.min(MOST_IN_GROUP) {
            return None;
        }
        let mut head = ObjectReader::new(group.bytes.get(..group.first.min(LONGEST_HEAD))?, 0);
        for _ in 0..index {
            head.number()?;
            head.number()?;
        }
        let is_it = head.number()? == wanted as usize;
        let at = group.first.checked_add(head.number()?)?;
        let window = group.bytes.get(..group.bytes.len().min(at.checked_add(LONGEST_OBJECT)?))?;
        is_it.then(|| ObjectReader::new(window, at).object()).flatten()
    }

    fn group(&mut self, number: u32) -> Option<ObjectGroup> {
        // A group within a group there is not.
        let ObjectPlace::Byte(at) = self.place(number)? else { return None };
        let (PdfObject::Dict(dict), reader) = self.object_at(at, number)? else { return None };
        let (first, count) = (dict.number(b"First")?, dict.number(b"N")?);
        let bytes = self.unpack(&dict, &reader, MOST_UNPACKED)?;
        Some(ObjectGroup { bytes, first, count })
    }
}

/// The parts of a table of lines, and the dictionary behind it.
fn lines(reader: &mut ObjectReader<'_>) -> Option<(Vec<LinesOfTable>, PdfDict)> {
    let mut parts = Vec::new();
    while reader.word(b"trailer").is_none() {
        if parts.len() > 10_000 {
            return None;
        }
        let (first, count) = (reader.number()?, reader.number()?);
        // The first line says where the lines begin: what stands before it is blank.
        let before = reader.at;
        let start = match count {
            0 => before,
            _ => {
                reader.number()?;
                reader.at.checked_sub(10)?
            }
        };
        parts.push(LinesOfTable { first, count, start });
        reader.at = if count == 0 { start } else { start.checked_add(count.checked_mul(20)?)? };
    }
    match reader.object()? {
        PdfObject::Dict(trailer) => Some((parts, trailer)),
        _ => None,
    }
}

fn packed_place(
    rows: &[u8],
    [kind, second, third]: [usize; 3],
    parts: &[(usize, usize)],
    number: usize,
) -> Option<ObjectPlace> {
    let mut before = 0_usize;
    for (first, count) in parts {
        if number >= *first && number - first < *count {
            let width = kind + second + third;
            let at = before.checked_add(number - first)?.checked_mul(width)?;
            let row = rows.get(at..at.checked_add(width)?)?;
            let number = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
            let is = if kind == 0 { 1 } else { number(row.get(..kind)?) };
            let value = usize::try_from(number(row.get(kind..kind + second)?)).ok()?;
            let more = usize::try_from(number(row.get(kind + second..)?)).ok()?;
            return match is {
                1 => Some(ObjectPlace::Byte(value)),
                2 => Some(ObjectPlace::InGroup(u32::try_from(value).ok()?, more)),
                _ => None,
            };
        }
        before = before.checked_add(*count)?;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_packed_table_that_becomes_nothing_is_read_once_however_many_name_it() {
        // Blocks of no bytes, as they are stored: the last one ends the stream.
        let mut blocks = [0, 0, 0, 0xff, 0xff].repeat(2_000);
        blocks.extend([1, 0, 0, 0xff, 0xff]);
        let table = [&[0x78, 1][..], &blocks, &[0, 0, 0, 1]].concat();
        let packed = |beside: &dyn Fn(usize) -> usize| {
            let head =
                format!("1 0 obj\n<</W[1 4 2]/Size 9/Filter/FlateDecode/Length {}>>\nstream\n", table.len());
            let mut file =
                [" ".repeat(70).as_bytes(), head.as_bytes(), &table, b"\nendstream\nendobj\n"].concat();
            let mut before = file.len();
            for number in 0..60 {
                let at = file.len();
                let trailer = format!("<</XRefStm {}/Prev {before}>>", beside(number));
                file.extend(format!("xref\n0 0\ntrailer\n{trailer}\n").as_bytes());
                before = at;
            }
            file.extend(format!("startxref\n{before}\n%%EOF").as_bytes());
            let places = ObjectPlaces::of(&file).unwrap();
            assert!(places.trailers.len() > 25, "{}", places.trailers.len());
            places.tables.iter().filter(|table| matches!(table, PlaceTable::Packed { .. })).count()
        };
        assert_eq!(packed(&|_| 70), 1);
        // The same one, from another byte of the blanks before it.
        assert_eq!(packed(&|number| 70 - number), 1);
    }
}
