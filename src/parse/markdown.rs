//! Markdown: a body's text becomes pieces of finished HTML and the few things that only a later room can know.
//!
//! This room knows no other file. So an address of a file, an image and a centre's box stay holes between the pieces, and the
//! render fills them in. Everything else is written here, in one pass over the parser's events, and escaped as it is written:
//! raw HTML from content never reaches a page, and every address is of a checked scheme. Filtering finished HTML afterwards
//! would cost more than making it, and would have to be right about HTML instead of about these few events.

mod draft;
mod ids;
mod out;
pub mod spoken;
mod text;

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Options, Parser};

use super::fills::Fill;
use crate::base::Report;
pub use draft::{DECORATIVE, DOCUMENTS, address_with_blank};
use draft::{Draft, DraftSource};
pub use ids::places;
pub use text::escape;

/// Which Markdown a text is written in.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Dialect {
    /// What editors write: CommonMark with tables, footnotes, heading ids, directives and Swedish typography.
    Site,
    /// CommonMark alone, to hold the filter against the standard's examples. Addresses pass unchecked: never for content.
    CommonMark,
}

/// A body, ready to be put into a page.
#[derive(Clone, Default, PartialEq, Eq, Hash, Debug)]
pub struct Body {
    /// The HTML in its order, with holes.
    pub pieces: Vec<Piece>,
    /// Links to files, which [`Piece::Href`] points at.
    pub links: Vec<FileLink>,
    /// Images, which [`Piece::Image`] points at.
    pub images: Vec<ImageRef>,
    /// Centres, which [`Piece::Centre`] points at.
    pub centres: Vec<CentreRef>,
    /// Has it the table of whom to ring, which [`Piece::Contacts`] stands for?
    pub contacts: bool,
    /// Words in braces that stand for a centre's phone number and the like, which [`Piece::Fill`] points at.
    pub fills: Vec<FillRef>,
    /// The headings in their order.
    pub headings: Vec<Heading>,
    /// Its text without markup and with nothing in its holes; empty until somebody asks for it (`parse/digest.rs`).
    pub plain: String,
}

/// A part of a body.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The address of a file, inside `href=""`: an index of [`Body::links`].
    Href(usize),
    /// What is said of a document at the end of its link: an index of [`Body::links`].
    FileNote(usize),
    /// An image: an index of [`Body::images`].
    Image(usize),
    /// The table of whom to ring.
    Contacts,
    /// A centre's box: an index of [`Body::centres`].
    Centre(usize),
    /// A centre's phone number and the like: an index of [`Body::fills`].
    Fill(usize),
    /// A word of the theme, by its key; it may stand inside an attribute.
    Words(&'static str),
}

/// The keys of all words of the theme that a body may have a hole for.
pub const BODY_WORDS: [&str; 6] =
    ["fact_title", "footnote_back", "footnotes", "table_label", "video_opens", "video_title"];

/// A link to a file of the source folder.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FileLink {
    /// The path as seen from the Markdown file, percent-decoded.
    pub target: String,
    /// What follows `#`, percent-decoded.
    pub fragment: Option<String>,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

impl FileLink {
    /// The file, as a text in YAML names it: seen from the municipality's folder, as all paths in YAML. Who writes `../pages/om.md`, as in a
    /// text of `news/`, or since a centre's file lies in `centres/`, means the same file: nothing of that name lies beside a municipality.
    pub fn from_yaml(self) -> Self {
        const FOLDERS: [&str; 5] = ["pages/", "news/", "centres/", "images/", "files/"];
        let inner = self.target.strip_prefix("../");
        match inner.filter(|inner| FOLDERS.iter().any(|folder| inner.starts_with(folder))) {
            Some(inner) => Self { target: inner.to_string(), ..self },
            None => self,
        }
    }
}

/// An image of the source folder.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct ImageRef {
    /// The path as seen from the Markdown file, percent-decoded.
    pub path: String,
    /// What it shows, as plain text; empty when it only decorates.
    pub alt: String,
    /// Does it only decorate?
    pub decorative: bool,
    /// The caption, as plain text.
    pub caption: Option<String>,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Does it stand alone, so that it may be a figure? Else it stands within a paragraph, a link or a list item.
    pub block: bool,
}

/// A centre whose box stands in the body.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CentreRef {
    /// The name as written: `fittja`, or `botkyrka/fittja`.
    pub name: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// Words in braces that stand for what a centre's file says: `{telefon fittja}`.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FillRef {
    /// What is asked for.
    pub fill: Fill,
    /// May it be a link? Not in a heading, nor in another link.
    pub linked: bool,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// A heading.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Heading {
    /// Its level, from 2.
    pub level: u8,
    /// Its id, unique in the body.
    pub id: String,
    /// Its text, without markup.
    pub text: String,
}

/// Goes through the site's Markdown: what there is, and the bytes of the text that it was made of. Lines of directives are left out.
pub(crate) fn walk(text: &str, mut each: impl FnMut(Event<'_>, Range<usize>)) {
    let masked = draft::mask(text);
    for (event, range) in Parser::new_ext(&masked.text, options()).into_offset_iter() {
        if event != Event::Rule || masked.line_at(&range).is_none() {
            each(event, range);
        }
    }
}

/// What a character reference (`&amp;`) stands for; none for what is no such reference.
pub(crate) fn decoded(reference: &str) -> Option<String> {
    let mut text = String::new();
    for event in Parser::new_ext(reference, Options::empty()) {
        if let Event::Text(part) = event {
            text.push_str(&part);
        }
    }
    (text != reference).then_some(text)
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_HEADING_ATTRIBUTES
}

/// Makes a body of a text that begins `offset` bytes into its file.
pub fn parse(text: &str, offset: usize, dialect: Dialect, report: &mut Report) -> Body {
    let (masked, options) = match dialect {
        Dialect::Site => (draft::mask(text), options()),
        Dialect::CommonMark => (draft::Masked::plain(text), Options::empty()),
    };
    let source = DraftSource { text, masked: &masked, offset };
    let mut draft = Draft::new(source, dialect, report);
    let mut events = Parser::new_ext(&masked.text, options).into_offset_iter().peekable();
    while let Some((event, range)) = events.next() {
        match event {
            Event::Text(shown) if draft.site => {
                let (shown, range) = whole(&masked.text, (shown, range), &mut events);
                draft.event(Event::Text(shown), range);
            }
            _ => draft.event(event, range),
        }
    }
    draft.finish()
}

/// A text with those that follow it at once: the parser ends one at each sign that might mean something, as in `anna_b@a.example`.
/// Brackets stay apart, since they are looked at. What is joined is compared with what was written piece by piece, each once.
fn whole<'t>(
    text: &'t str,
    (shown, mut range): (CowStr<'t>, Range<usize>),
    events: &mut Peekable<impl Iterator<Item = (Event<'t>, Range<usize>)>>,
) -> (CowStr<'t>, Range<usize>) {
    let is_bracket = |text: &str| text.starts_with(']') || text.ends_with(']');
    let is_as_written = |shown: &str, range: &Range<usize>| text.get(range.clone()) == Some(shown);
    let start = range.clone();
    let mut is_first = true;
    while let Some((Event::Text(more), next)) = events.peek() {
        let joins = next.start == range.end && !is_bracket(more) && is_as_written(more, next);
        if !joins || is_first && (is_bracket(&shown) || !is_as_written(&shown, &range)) {
            break;
        }
        is_first = false;
        range.end = next.end;
        events.next();
    }
    match text.get(range.clone()).filter(|_| !is_first) {
        Some(joined) => (CowStr::Borrowed(joined), range),
        None => (shown, start),
    }
}
