//! A text of Word (`.docx`) as what a person would have written in Markdown: headings, lists, links, tables and pictures. Fonts, colours
//! and weights stay behind: how a page looks is the theme's.

use std::collections::{BTreeSet, HashMap};

use super::markdown::{TextBlock, before_link, escaped};
use super::workbook::{LONGEST_ADDRESS, relations};
use super::zip::Archive;
use crate::base::pieces::{Element, XmlPiece, XmlPieces};
use crate::base::{AbsoluteUrl, Email, Phrase};

/// The most that all parts of a text may unpack to.
const MOST_BYTES: usize = 24 * 1024 * 1024;

/// The most that its pictures may unpack to.
const MOST_OF_PICTURES: usize = 72 * 1024 * 1024;

/// The most pictures of a text.
const MOST_PICTURES: usize = 40;

/// The most cells of a row.
const MOST_CELLS: usize = 100;

/// The most paragraphs and rows of tables.
const MOST_BLOCKS: usize = 20_000;

/// The most cells of all tables, as they are written: each row as wide as its table.
pub const MOST_IN_TABLES: usize = 20_000;

/// The most bytes of all words and addresses: far more than a page holds.
const MOST_WORDS: usize = 2 * 1024 * 1024;

/// The most kinds of lists, lists and styles that are read of a text.
const MOST_KINDS: usize = 2_000;

/// The most levels of a list.
const MOST_LEVELS: usize = 9;

/// A text, taken apart.
#[derive(Default)]
pub struct WordText {
    /// What is in it, in its order.
    pub blocks: Vec<TextBlock>,
    /// The line in the style of a title.
    pub title: Option<String>,
    /// Its pictures, by the numbers that blocks have for them.
    pub pictures: Vec<Vec<u8>>,
    /// What of it cannot be carried over.
    pub left: BTreeSet<&'static str>,
}

/// A style of paragraphs that says what they are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordStyle {
    Title,
    Heading(usize),
    /// An item of a list: how deep, and whether it has a number.
    Item(usize, bool),
}

/// A paragraph while it is read.
#[derive(Default)]
struct WordParagraph {
    style: Option<WordStyle>,
    list: Option<(String, usize)>,
    text: String,
    has_link: bool,
    pictures: Vec<TextBlock>,
}

struct WordReader<'a> {
    /// For its pictures.
    album: &'a Archive<'a>,
    ways: HashMap<String, String>,
    styles: HashMap<String, WordStyle>,
    /// Which lists are numbered, by their numbers and depths.
    numbered: HashMap<(String, usize), bool>,
    out: WordText,
    /// How many bytes of words were taken, and how many cells.
    words: usize,
    cells: usize,
}

/// Takes a text apart.
pub fn read(bytes: &[u8]) -> Result<WordText, Phrase> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Phrase::new("import-old-office"));
    }
    if !bytes.starts_with(b"PK") {
        return Err(Phrase::new("import-no-text"));
    }
    let archive = Archive::open(bytes, MOST_BYTES)?;
    let album = Archive::open(bytes, MOST_OF_PICTURES)?;
    let Some(document) = archive.read("word/document.xml")? else {
        let is_sheet = archive.read("xl/workbook.xml")?.is_some();
        return Err(Phrase::new(if is_sheet { "import-is-sheet" } else { "import-kind" }));
    };
    let part = |name: &str| Ok::<_, Phrase>(archive.read(name)?.unwrap_or_default());
    let ways = part("word/_rels/document.xml.rels")?;
    let (styles, numbering) = (part("word/styles.xml")?, part("word/numbering.xml")?);
    let mut reader = WordReader {
        album: &album,
        ways: if ways.is_empty() { HashMap::new() } else { relations(&ways)? },
        styles: if styles.is_empty() { HashMap::new() } else { styles_of(&styles)? },
        numbered: if numbering.is_empty() { HashMap::new() } else { numbered(&numbering)? },
        out: WordText::default(),
        words: 0,
        cells: 0,
    };
    let mut pieces = XmlPieces::of(&document);
    while let Some(piece) = pieces.next()? {
        let XmlPiece::Start(element) = piece else { continue };
        match element.name.as_str() {
            "p" => {
                let paragraph = reader.paragraph(&mut pieces)?;
                reader.add(paragraph);
            }
            "tbl" => reader.table(&mut pieces)?,
            _ => {}
        }
        if reader.out.blocks.len() > MOST_BLOCKS {
            return Err(Phrase::new("import-long").with("most", MOST_BLOCKS));
        }
    }
    Ok(reader.out)
}

impl WordReader<'_> {
    /// A paragraph that has just begun, up to its end.
    fn paragraph(&mut self, pieces: &mut XmlPieces<'_>) -> Result<WordParagraph, Phrase> {
        let mut paragraph = WordParagraph::default();
        let (mut depth, mut links) = (1_usize, Vec::new());
        while depth > 0 {
            if paragraph.text.len() > MOST_WORDS - self.words {
                return Err(Phrase::new("import-unpacked").with("most", MOST_WORDS / 1024 / 1024));
            }
            match pieces.next()? {
                None => break,
                Some(XmlPiece::Text(_)) => {}
                Some(XmlPiece::End(name)) => {
                    depth -= 1;
                    if name == "hyperlink"
                        && let Some((start, way)) = links.pop()
                    {
                        paragraph.link(start, way);
                    }
                }
                Some(XmlPiece::Start(element)) => match element.name.as_str() {
                    "pPr" => self.form(pieces, &mut paragraph)?,
                    "t" => paragraph.text.push_str(&escaped(&pieces.text_of("")?)),
                    "drawing" | "pict" | "object" => self.drawing(pieces, &mut paragraph)?,
                    // What was deleted, and what older programs show in place of something new.
                    "rPr" | "del" | "moveFrom" | "instrText" | "Fallback" | "delText" => {
                        pieces.text_of("")?;
                    }
                    name => {
                        self.inner(name, &element, &mut paragraph, &mut links);
                        depth += 1;
                    }
                },
            }
        }
        self.words += paragraph.text.len().min(MOST_WORDS - self.words);
        Ok(paragraph)
    }

    fn inner(
        &mut self,
        name: &str,
        element: &Element,
        paragraph: &mut WordParagraph,
        links: &mut Vec<(usize, Option<String>)>,
    ) {
        match name {
            "tab" => paragraph.text.push(' '),
            "br" | "cr" if element.attribute("type").is_none() => paragraph.text.push('\n'),
            "noBreakHyphen" => paragraph.text.push('-'),
            "footnoteReference" | "endnoteReference" => {
                self.out.left.insert("import-word-notes");
            }
            "commentReference" => {
                self.out.left.insert("import-word-comments");
            }
            "hyperlink" => {
                let way = element.id("id").and_then(|id| self.ways.get(id));
                let harmless = way.filter(|way| is_address(way)).cloned();
                if way.is_some() && harmless.is_none() {
                    self.out.left.insert("import-word-links");
                }
                links.push((paragraph.text.len(), harmless));
            }
            _ => {}
        }
    }

    /// What a paragraph is: a heading, an item of a list.
    fn form(&self, pieces: &mut XmlPieces<'_>, paragraph: &mut WordParagraph) -> Result<(), Phrase> {
        let (mut depth, mut level, mut list) = (1_usize, 0, None);
        while depth > 0 {
            match pieces.next()? {
                Some(XmlPiece::Start(element)) => {
                    depth += 1;
                    let value = element.attribute("val").unwrap_or_default();
                    match element.name.as_str() {
                        "pStyle" => paragraph.style = self.styles.get(value).copied(),
                        "ilvl" => level = value.parse().unwrap_or_default(),
                        // Zero takes a paragraph out of the list of its style.
                        "numId" if value != "0" => list = Some(value.to_string()),
                        _ => {}
                    }
                }
                Some(XmlPiece::End(_)) => depth -= 1,
                Some(XmlPiece::Text(_)) => {}
                None => break,
            }
        }
        paragraph.list = list.map(|list| (list, level.min(MOST_LEVELS - 1)));
        Ok(())
    }

    /// A picture; what else is drawn has no place in a text.
    fn drawing(&mut self, pieces: &mut XmlPieces<'_>, paragraph: &mut WordParagraph) -> Result<(), Phrase> {
        let (mut depth, mut alt, mut embedded) = (1_usize, String::new(), None);
        while depth > 0 {
            match pieces.next()? {
                Some(XmlPiece::Start(element)) => {
                    depth += 1;
                    match element.name.as_str() {
                        "docPr" => alt = element.attribute("descr").unwrap_or_default().to_string(),
                        "blip" => embedded = element.id("embed").map(str::to_string),
                        "imagedata" => embedded = element.id("id").map(str::to_string),
                        "txbxContent" | "chart" | "OLEObject" => {
                            self.out.left.insert("import-word-drawings");
                        }
                        _ => {}
                    }
                }
                Some(XmlPiece::End(_)) => depth -= 1,
                Some(XmlPiece::Text(_)) => {}
                None => break,
            }
        }
        let way = embedded.and_then(|id| self.ways.get(&id).cloned());
        let Some(way) = way else { return Ok(()) };
        let way = way.strip_prefix('/').map_or_else(|| format!("word/{way}"), str::to_string);
        let has_room = self.out.pictures.len() < MOST_PICTURES;
        match has_room.then(|| self.album.read(&way)).transpose()?.flatten() {
            Some(bytes) if kind_of(&bytes).is_some() => {
                self.out.pictures.push(bytes);
                let alt = escaped(&alt).split_whitespace().collect::<Vec<_>>().join(" ");
                paragraph.pictures.push(TextBlock::Picture { number: self.out.pictures.len(), alt });
            }
            _ => {
                self.out.left.insert("import-word-pictures");
            }
        }
        Ok(())
    }

    /// Adds what a paragraph is.
    fn add(&mut self, paragraph: WordParagraph) {
        let text = paragraph.text.trim().to_string();
        let line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        let numbered = &self.numbered;
        let block = match (paragraph.style, paragraph.list) {
            _ if text.is_empty() => None,
            (Some(WordStyle::Title), _) if self.out.title.is_none() => {
                self.out.title = Some(line());
                None
            }
            (Some(WordStyle::Title), _) => Some(TextBlock::Heading(1, line())),
            (Some(WordStyle::Heading(level)), _) => Some(TextBlock::Heading(level, line())),
            (Some(WordStyle::Item(depth, is_numbered)), None) => {
                Some(TextBlock::Item { depth, is_numbered, text: line() })
            }
            (_, Some((list, depth))) => {
                let is_numbered = numbered.get(&(list, depth)).copied().unwrap_or_default();
                Some(TextBlock::Item { depth, is_numbered, text: line() })
            }
            (None, None) => Some(TextBlock::Paragraph { text: text.clone(), is_plain: !paragraph.has_link }),
        };
        self.out.blocks.extend(block);
        self.out.blocks.extend(paragraph.pictures);
    }

    /// A table that has just begun, up to its end. A table within it is read as the words of its cell.
    fn table(&mut self, pieces: &mut XmlPieces<'_>) -> Result<(), Phrase> {
        let (mut depth, mut tables) = (1_usize, 1_usize);
        let mut rows: Vec<Vec<String>> = Vec::new();
        let mut pictures = Vec::new();
        while depth > 0 {
            match pieces.next()? {
                Some(XmlPiece::Start(element)) => match element.name.as_str() {
                    "p" => {
                        let paragraph = self.paragraph(pieces)?;
                        pictures.extend(paragraph.pictures);
                        if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                            let words = paragraph.text.split_whitespace();
                            words.for_each(|word| {
                                if !cell.is_empty() {
                                    cell.push(' ');
                                }
                                cell.push_str(word);
                            });
                        }
                    }
                    name => {
                        match name {
                            "tbl" => tables += 1,
                            "tr" if tables == 1 => rows.push(Vec::new()),
                            "tc" if tables == 1 => cell(&mut rows),
                            _ => {}
                        }
                        depth += 1;
                    }
                },
                Some(XmlPiece::End(name)) => {
                    depth -= 1;
                    tables -= usize::from(name == "tbl" && tables > 0);
                }
                Some(XmlPiece::Text(_)) => {}
                None => break,
            }
            if rows.len() > MOST_BLOCKS {
                return Err(Phrase::new("import-long").with("most", MOST_BLOCKS));
            }
        }
        self.cells += rows.iter().map(Vec::len).max().unwrap_or_default() * rows.len();
        if self.cells > MOST_IN_TABLES {
            return Err(Phrase::new("import-cells").with("most", MOST_IN_TABLES));
        }
        self.out.blocks.push(TextBlock::Table(rows));
        self.out.blocks.append(&mut pictures);
        Ok(())
    }
}

/// A row has one more cell; what would stand beyond all columns stands in the last.
fn cell(rows: &mut [Vec<String>]) {
    if let Some(row) = rows.last_mut().filter(|row| row.len() < MOST_CELLS) {
        row.push(String::new());
    }
}

impl WordParagraph {
    /// The words since a place become a link.
    fn link(&mut self, start: usize, way: Option<String>) {
        let Some(way) = way else { return };
        let words = self.text.get(start..).unwrap_or_default().trim().to_string();
        if words.is_empty() {
            return;
        }
        self.has_link = true;
        self.text.truncate(start);
        before_link(&mut self.text);
        self.text.push_str(&format!("[{words}]({way})"));
    }
}

/// May a text link there? Blanks and brackets would end the link, and other schemes could be harm.
pub fn is_address(way: &str) -> bool {
    if way.len() > LONGEST_ADDRESS {
        return false;
    }
    if way.contains(|c: char| c.is_whitespace() || c.is_control() || "()<>\\".contains(c)) {
        return false;
    }
    match way.strip_prefix("mailto:") {
        Some(mail) => Email::parse(mail).is_some(),
        None => AbsoluteUrl::parse(way).is_ok(),
    }
}

/// The ending of a picture's name, by its first bytes; none for what no page shows.
pub fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        _ => None,
    }
}

/// The styles that say what a paragraph is. Their names are English in every language of the program; their ids are not.
fn styles_of(bytes: &[u8]) -> Result<HashMap<String, WordStyle>, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let (mut found, mut id) = (HashMap::new(), String::new());
    while let Some(piece) = pieces.next()? {
        let XmlPiece::Start(element) = piece else { continue };
        match element.name.as_str() {
            "style" => id = element.id("styleId").unwrap_or_default().to_string(),
            "name" if found.len() < MOST_KINDS => {
                let name = element.id("val").unwrap_or_default().to_lowercase();
                let level = name.strip_prefix("heading ").and_then(|level| level.parse().ok());
                let item = |start: &str| {
                    let depth = name.strip_prefix(start)?.trim();
                    let depth: usize = if depth.is_empty() { 1 } else { depth.parse().ok()? };
                    Some(depth.saturating_sub(1).min(8))
                };
                let style = match (name.as_str(), level) {
                    ("title", _) => Some(WordStyle::Title),
                    (_, Some(level @ 1..=9)) => Some(WordStyle::Heading(level)),
                    _ => item("list bullet")
                        .map(|depth| WordStyle::Item(depth, false))
                        .or_else(|| item("list number").map(|depth| WordStyle::Item(depth, true))),
                };
                found.extend(style.map(|style| (id.clone(), style)));
            }
            _ => {}
        }
    }
    Ok(found)
}

/// Which lists are numbered at which depths.
fn numbered(bytes: &[u8]) -> Result<HashMap<(String, usize), bool>, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut of_kinds: HashMap<(String, usize), bool> = HashMap::new();
    let mut lists: Vec<(String, String)> = Vec::new();
    let (mut kind, mut list, mut level) = (String::new(), String::new(), 0);
    while let Some(piece) = pieces.next()? {
        let XmlPiece::Start(element) = piece else { continue };
        let of = |name: &str| element.id(name).unwrap_or_default().to_string();
        match element.name.as_str() {
            "abstractNum" => kind = of("abstractNumId"),
            "lvl" => level = of("ilvl").parse().unwrap_or_default(),
            "numFmt" if level < MOST_LEVELS && of_kinds.len() < MOST_KINDS * MOST_LEVELS => {
                of_kinds.insert((kind.clone(), level), !matches!(of("val").as_str(), "bullet" | "none"));
            }
            "num" => list = of("numId"),
            "abstractNumId" if lists.len() < MOST_KINDS => lists.push((list.clone(), of("val"))),
            _ => {}
        }
    }
    let all = lists.iter().flat_map(|(list, kind)| {
        let of_kinds = &of_kinds;
        (0..MOST_LEVELS)
            .filter_map(move |level| Some(((list.clone(), level), *of_kinds.get(&(kind.clone(), level))?)))
    });
    Ok(all.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_once_in_a_file_is_not_kept_once_for_each_that_refers_to_it() {
        let long = "A".repeat(1_000_000);
        let levels: String =
            (0..3_000).map(|level| format!("<lvl ilvl=\"{level}\"/><numFmt val=\"x\"/>")).collect();
        let ids = "<abstractNumId val=\"1\"/>".repeat(3_000);
        let names = "<name val=\"heading 1\"/>".repeat(3_000);
        let many: String =
            (0..9_000).map(|id| format!("<style styleId=\"{id}\"/><name val=\"title\"/>")).collect();
        for id in ["7", &long] {
            let file = format!(
                "<numbering><abstractNum abstractNumId=\"{id}\">{levels}</abstractNum><num numId=\"{id}\">{ids}</num></numbering>"
            );
            let kept = numbered(file.as_bytes()).unwrap();
            assert!(kept.keys().map(|(list, _)| list.len()).sum::<usize>() < 100_000);
            let file = format!("<styles><style styleId=\"{id}\">{names}</style>{many}</styles>");
            let kept = styles_of(file.as_bytes()).unwrap();
            assert!(kept.len() <= MOST_KINDS && kept.keys().all(|id| id.len() < 256));
        }
        let ways = format!(
            "<a><Relationship Id=\"{long}\" Target=\"x\"/><Relationship Id=\"y\" Target=\"{long}\"/></a>"
        );
        assert_eq!(relations(ways.as_bytes()).unwrap(), HashMap::from([("y".to_string(), String::new())]));
    }
}
