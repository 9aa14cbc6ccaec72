//! XML that somebody else wrote, as beginnings, ends and words, within bounds.
//!
//! Namespaces make no difference: `w:p` is `p`. A file with a document type is refused, since entities of its own are all that one is
//! good for; no file of Office has one, and no answer of a server.
//!
//! The reader takes each piece from where it stands: a namespace that is in force is copied into no name, and nothing stands for more than it
//! is. So what a piece costs is its own length.

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Phrase;

/// How deep elements may lie in each other.
const MOST_DEEP: usize = 100;

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
    attributes: Vec<(String, String)>,
}

impl Element {
    fn of(start: &BytesStart<'_>) -> Option<Self> {
        let mut attributes = Vec::new();
        // Whether a name comes twice it would look for among all before, for each.
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.ok()?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
            attributes.push((name_of(attribute.key.local_name().into_inner())?, known(&value)?.to_string()));
        }
        let prefix = start.name().prefix().map_or(&b""[..], |prefix| prefix.into_inner());
        let name = name_of(start.local_name().into_inner())?;
        Some(Self { name, prefix: name_of(prefix)?, attributes })
    }

    /// What an attribute says, by its name without the prefix.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
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
    /// None where it is not in UTF-8.
    reader: Option<Reader<&'a [u8]>>,
    bytes: &'a [u8],
    /// An event that ended a text, and comes after it.
    next: Option<Event<'a>>,
    depth: usize,
    /// How many pieces came.
    count: usize,
    /// Up to where lines are counted, and how many there were: those before the last event.
    counted: usize,
    lines: usize,
    /// The line that the last piece began in.
    line: usize,
}

impl<'a> XmlPieces<'a> {
    /// Those of a file.
    pub fn of(bytes: &'a [u8]) -> Self {
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let reader = str::from_utf8(bytes).ok().map(|text| {
            let mut reader = Reader::from_str(text);
            reader.config_mut().expand_empty_elements = true;
            reader
        });
        Self { reader, bytes, next: None, depth: 0, count: 0, counted: 0, lines: 1, line: 1 }
    }

    /// The number of the line that the last piece began in.
    pub fn line(&self) -> usize {
        self.line
    }

    /// The next piece; none at the end.
    pub fn next(&mut self) -> Result<Option<XmlPiece>, Phrase> {
        let mut text: Option<String> = None;
        loop {
            let event = match self.next.take() {
                Some(event) => event,
                None => self.event()?,
            };
            if text.is_none() {
                self.line = self.lines;
            }
            let words = match &event {
                Event::Text(words) => words.xml10_content().ok(),
                Event::CData(words) => words.xml10_content().ok(),
                Event::GeneralRef(name) => meant(name).map(|c| c.to_string().into()),
                Event::Comment(_) | Event::PI(_) | Event::Decl(_) => continue,
                _ if text.is_some() => {
                    self.next = Some(event);
                    return Ok(text.map(XmlPiece::Text));
                }
                _ => return self.mark(&event),
            };
            let words = words.as_deref().and_then(known).ok_or_else(broken)?;
            if self.depth > 0 {
                text.get_or_insert_default().push_str(words);
            } else if !words.trim_ascii().is_empty() {
                return Err(broken());
            }
        }
    }

    fn event(&mut self) -> Result<Event<'a>, Phrase> {
        let reader = self.reader.as_mut().ok_or_else(broken)?;
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(self.bytes.len());
        let passed = self.bytes.get(self.counted..at).unwrap_or_default();
        self.lines += memchr::memchr_iter(b'\n', passed).count();
        self.counted = at;
        self.count += 1;
        if self.count > MOST_PIECES {
            return Err(Phrase::new("import-pieces").with("most", MOST_PIECES));
        }
        reader.read_event().map_err(|_| broken())
    }

    /// What is no text.
    fn mark(&mut self, event: &Event<'_>) -> Result<Option<XmlPiece>, Phrase> {
        match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > MOST_DEEP {
                    return Err(Phrase::new("import-deep"));
                }
                Element::of(start).map(|element| Some(XmlPiece::Start(element))).ok_or_else(broken)
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                name_of(end.local_name().into_inner())
                    .map(|name| Some(XmlPiece::End(name)))
                    .ok_or_else(broken)
            }
            Event::Eof if self.depth == 0 => Ok(None),
            _ => Err(broken()),
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

fn broken() -> Phrase {
    Phrase::new("import-broken")
}

fn name_of(name: &[u8]) -> Option<String> {
    str::from_utf8(name).ok().map(str::to_string)
}

/// The character that a reference means: one of XML's own five, or one by its number.
fn meant(name: &BytesRef<'_>) -> Option<char> {
    match name.resolve_char_ref().ok()? {
        Some(c) => Some(c),
        None => resolve_xml_entity(&name.decode().ok()?)?.chars().next(),
    }
}

/// A text, where it has no character that XML forbids (XML 1.0, production 2).
fn known(text: &str) -> Option<&str> {
    let is_forbidden =
        |c: char| matches!(c, '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}') && !matches!(c, '\t' | '\n' | '\r');
    (!text.contains(is_forbidden)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces as text, each with its line; and why there are no more.
    fn pieces(xml: &str) -> (String, Option<Phrase>) {
        let mut pieces = XmlPieces::of(xml.as_bytes());
        let mut out = String::new();
        loop {
            let said = match pieces.next() {
                Ok(Some(XmlPiece::Start(element))) => {
                    let attributes: String =
                        element.attributes.iter().map(|(name, value)| format!(" {name}={value}")).collect();
                    format!("<{}{attributes}>", element.name)
                }
                Ok(Some(XmlPiece::End(name))) => format!("</{name}>"),
                Ok(Some(XmlPiece::Text(text))) => format!("'{}'", text.replace('\n', "/")),
                Ok(None) => return (out, None),
                Err(why) => return (out, Some(why)),
            };
            out.push_str(&format!("{}:{said} ", pieces.line()));
        }
    }

    #[test]
    fn a_file_is_beginnings_ends_and_words_with_their_lines() {
        let xml = "\u{feff}<?xml version=\"1.0\"?>\n<w:a xmlns:w='u'\n w:x='1 &amp; &#246;'>\r\nEtt &lt; <!-- nej -->tv&#xE5;<![CDATA[ & <tre>]]><b/>\n</w:a>\n";
        let (found, why) = pieces(xml);
        assert_eq!(found, "2:<a w=u x=1 & ö> 3:'/Ett < två & <tre>' 4:<b> 4:</b> 4:'/' 5:</a> ");
        assert_eq!(why, None);
    }

    #[test]
    fn what_is_no_xml_or_has_a_type_is_broken_where_it_is() {
        let broken = [
            "<a>",
            "<a></b>",
            "</a>",
            "ord",
            "<a/>ord",
            "<a>&nbsp;</a>",
            "<a>& b</a>",
            "<a b='&x;'/>",
            "<a b=c/>",
            "<a>\u{1}</a>",
            "<a>&#1;</a>",
            "<a b='\u{b}'/>",
            "<!DOCTYPE a><a/>",
            "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
        ];
        for xml in broken {
            assert_eq!(pieces(xml).1, Some(super::broken()), "{xml}");
        }
        assert!(XmlPieces::of(b"<a>\xE5</a>").next().is_err());
        assert_eq!(pieces(&"<a>".repeat(MOST_DEEP + 1)).1, Some(Phrase::new("import-deep")));
    }

    #[test]
    fn the_words_of_an_element_leave_out_what_lies_in_another() {
        let mut pieces = XmlPieces::of("<a>Ett <r>nej<b>nej</b></r><b>två</b></a>".as_bytes());
        pieces.next().unwrap();
        assert_eq!(pieces.text_of("r").unwrap(), "Ett två");
        assert!(pieces.next().unwrap().is_none());
    }
}
