//! What a PDF says of itself to those who have it read aloud: whether its parts are tagged, which language it is in, what it is called.
//!
//! Only the few objects are read that say so: each is found by the file's own table of places, and a packed one is unpacked up to a bound. What
//! is read of a file does not grow with what it claims to hold, so a file made to be a burden costs no more than one of its size. Libraries read
//! a document whole; the tests hold what is read here against one of them.

mod objects;
mod places;
mod streams;

use objects::{PdfDict, PdfObject};
use places::ObjectPlaces;

/// What a PDF says of itself.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PdfFacts {
    /// Are its parts tagged as headings, lists and so on?
    pub tagged: bool,
    /// Does it say its language?
    pub language: bool,
    /// Does it say what it is called?
    pub title: bool,
}

/// How many objects are looked up for one file: an object that stands for another stands for a third, and so on.
const LOOKUPS: usize = 30;

/// The longest description (XMP) that is read, in bytes.
const LONGEST_DESCRIPTION: usize = 1 << 20;

/// Reads what a PDF says of itself; none where it cannot be read.
pub fn read(bytes: &[u8]) -> Option<PdfFacts> {
    let mut file = PdfFile { places: ObjectPlaces::of(bytes)?, lookups: LOOKUPS };
    let catalog = file.places.trailer(b"Root").cloned()?;
    let PdfObject::Dict(catalog) = file.resolve(catalog)? else { return None };
    Some(PdfFacts {
        tagged: file.is_tagged(&catalog),
        language: file.has_words(&catalog, b"Lang"),
        title: file.has_title(&catalog),
    })
}

/// A file, and how much of it may still be looked up.
struct PdfFile<'a> {
    places: ObjectPlaces<'a>,
    lookups: usize,
}

impl PdfFile<'_> {
    /// An object, or what it stands for.
    fn resolve(&mut self, mut object: PdfObject) -> Option<PdfObject> {
        while let PdfObject::Reference(number) = object {
            self.lookups = self.lookups.checked_sub(1)?;
            object = self.places.find(number)?;
        }
        Some(object)
    }

    fn get(&mut self, dict: &PdfDict, name: &[u8]) -> Option<PdfObject> {
        self.resolve(dict.get(name)?.clone())
    }

    fn is_tagged(&mut self, catalog: &PdfDict) -> bool {
        let marks = self.get(catalog, b"MarkInfo");
        let marked = match marks {
            Some(PdfObject::Dict(marks)) => self.get(&marks, b"Marked") == Some(PdfObject::Bool(true)),
            _ => false,
        };
        marked && matches!(self.get(catalog, b"StructTreeRoot"), Some(PdfObject::Dict(_)))
    }

    fn has_words(&mut self, dict: &PdfDict, name: &[u8]) -> bool {
        matches!(self.get(dict, name), Some(PdfObject::Text(text)) if has_letters(&text))
    }

    /// Has it a title, in one of the two places where one may stand?
    fn has_title(&mut self, catalog: &PdfDict) -> bool {
        if let Some(PdfObject::Dict(info)) =
            self.places.trailer(b"Info").cloned().and_then(|info| self.resolve(info))
            && self.has_words(&info, b"Title")
        {
            return true;
        }
        let Some(PdfObject::Reference(number)) = catalog.get(b"Metadata") else { return false };
        self.places.stream(*number, LONGEST_DESCRIPTION).is_some_and(|text| has_described_title(&text))
    }
}

/// Is there a letter or a figure in a text, in either of the ways that a PDF writes one?
fn has_letters(text: &[u8]) -> bool {
    if let [0xFE, 0xFF, units @ ..] = text {
        let units = units.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
        return char::decode_utf16(units).any(|c| c.is_ok_and(char::is_alphanumeric));
    }
    match std::str::from_utf8(text) {
        Ok(text) => text.chars().any(char::is_alphanumeric),
        // PDF's own encoding, or one that is encrypted: something stands there.
        Err(_) => !text.is_empty(),
    }
}

/// Is there a title in a description?
fn has_described_title(xmp: &[u8]) -> bool {
    let text = String::from_utf8_lossy(xmp);
    let Some((_, after)) = text.split_once("<dc:title") else { return false };
    let inner = after.split("</dc:title>").next().unwrap_or_default();
    let mut is_tag = true;
    inner.chars().any(|c| {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            _ => return !is_tag && c.is_alphanumeric(),
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found_in_both_ways_of_writing_and_in_a_description() {
        assert!(has_letters(b"\xFE\xFF\0B"));
        assert!(!has_letters(b"\xFE\xFF\0 ") && !has_letters(b" -") && !has_letters(b""));
        let title =
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Broschyr</rdf:li></rdf:Alt></dc:title>";
        assert!(has_described_title(title.as_bytes()));
        assert!(!has_described_title(title.replace("Broschyr", " ").as_bytes()));
        assert!(!has_described_title(b"<dc:title/><dc:creator>Anna</dc:creator>".get(..11).unwrap()));
    }
}
