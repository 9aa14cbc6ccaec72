//! XML that somebody else wrote, as beginnings, ends and words, within bounds.
//!
//! Namespaces make no difference: `w:p` is `p`. A file with a document type is refused, since entities of its own are all that one is
//! good for; no file of Office has one.

use xml::EventReader;
use xml::attribute::OwnedAttribute;
use xml::common::Position as _;
use xml::reader::{ParserConfig, XmlEvent};

use crate::base::{Phrase, entities};

/// How deep elements may lie in each other.
const MOST_DEEP: usize = 100;

/// How many namespaces may be in force at one place: the reader copies all of them for each element. Office has some forty.
const MOST_NAMESPACES: usize = 64;

/// How many pieces a file may have. The largest list that is brought in has three for each of its 300,000 cells.
const MOST_PIECES: usize = 2_000_000;

/// The longest name of something that others of the file refer to by it. It is kept once for each that does, so it is short, or none.
const LONGEST_ID: usize = 255;

/// What comes next in a file.
pub enum XmlPiece {
    /// An element begins.
    Start(Element),
    /// The element of this name ends.
    End(String),
    /// A text.
    Text(String),
}

/// The beginning of an element.
pub struct Element {
    /// Its name without the prefix.
    pub name: String,
    /// The prefix; empty where there is none.
    pub prefix: String,
    attributes: Vec<OwnedAttribute>,
}

impl Element {
    /// What an attribute says, by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|one| one.name.local_name == name).map(|one| one.value.as_str())
    }

    /// An attribute that is the name of something in the file.
    pub fn id(&self, name: &str) -> Option<&str> {
        self.attribute(name).filter(|id| id.len() <= LONGEST_ID)
    }

    /// Is an attribute there that says yes?
    pub fn says(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| matches!(value, "1" | "true" | "on"))
    }
}

/// A file of XML, piece by piece.
pub struct XmlPieces<'a> {
    reader: EventReader<&'a [u8]>,
    depth: usize,
    /// How many pieces came.
    count: usize,
    /// Would it fill the memory before its first piece?
    is_refused: bool,
}

impl<'a> XmlPieces<'a> {
    /// Those of a file.
    pub fn of(bytes: &'a [u8]) -> Self {
        let config = ParserConfig::new().cdata_to_characters(true).ignore_comments(true);
        let is_refused = entities::has_parameters(bytes) || entities::has_long_namespaces(bytes);
        Self { reader: EventReader::new_with_config(bytes, config), depth: 0, count: 0, is_refused }
    }

    /// The number of the line that the last piece began in.
    pub fn line(&self) -> usize {
        usize::try_from(self.reader.position().row).unwrap_or_default() + 1
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Result<Option<XmlPiece>, Phrase> {
        if self.is_refused {
            return Err(Phrase::new("import-broken"));
        }
        loop {
            let event = self.reader.next().map_err(|_| Phrase::new("import-broken"))?;
            self.count += 1;
            if self.count > MOST_PIECES {
                return Err(Phrase::new("import-pieces").with("most", MOST_PIECES));
            }
            let piece = match event {
                XmlEvent::StartElement { name, attributes, namespace } => {
                    if namespace.0.len() > MOST_NAMESPACES {
                        return Err(Phrase::new("import-broken"));
                    }
                    self.depth += 1;
                    if self.depth > MOST_DEEP {
                        return Err(Phrase::new("import-deep"));
                    }
                    let prefix = name.prefix.unwrap_or_default();
                    XmlPiece::Start(Element { name: name.local_name, prefix, attributes })
                }
                XmlEvent::EndElement { name } => {
                    self.depth = self.depth.saturating_sub(1);
                    XmlPiece::End(name.local_name)
                }
                XmlEvent::Characters(text) | XmlEvent::Whitespace(text) => XmlPiece::Text(text),
                XmlEvent::Doctype { .. } => return Err(Phrase::new("import-broken")),
                XmlEvent::EndDocument => return Ok(None),
                _ => continue,
            };
            return Ok(Some(piece));
        }
    }

    /// All words up to the end of the element that has just begun, but for those within elements of a name.
    pub fn text_of(&mut self, without: &str) -> Result<String, Phrase> {
        let (mut text, mut depth, mut skipped) = (String::new(), 1_usize, 0_usize);
        while depth > 0 {
            match self.next()? {
                Some(XmlPiece::Start(element)) => {
                    depth += 1;
                    if skipped > 0 || element.name == without {
                        skipped += 1;
                    }
                }
                Some(XmlPiece::End(_)) => {
                    depth -= 1;
                    skipped = skipped.saturating_sub(1);
                }
                Some(XmlPiece::Text(words)) if skipped == 0 => text.push_str(&words),
                Some(XmlPiece::Text(_)) => {}
                None => break,
            }
        }
        Ok(text)
    }
}
