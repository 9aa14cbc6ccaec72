//! Markdown: a body's text becomes pieces of finished HTML and the few things that only a later room can know.
//!
//! This room knows no other file. So an address of a file, an image and a centre's box stay holes between the pieces, and the
//! render fills them in. Everything else is written here, in one pass over the parser's events, and escaped as it is written:
//! raw HTML from content never reaches a page, and every address is of a checked scheme. Filtering finished HTML afterwards
//! would cost more than making it, and would have to be right about HTML instead of about these few events.

mod blocks;
mod directives;
mod draft;
mod footnotes;
mod html;
mod ids;
mod out;
mod references;
mod tables;
mod targets;
mod text;

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser};

use crate::base::Report;
use draft::{Draft, Source};
pub use targets::DECORATIVE;
pub use text::percent_decoded;

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
    /// The headings in their order.
    pub headings: Vec<Heading>,
}

/// A part of a body.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Piece {
    /// Finished HTML.
    Html(String),
    /// The address of a file, inside `href=""`: an index of [`Body::links`].
    Href(usize),
    /// An image: an index of [`Body::images`].
    Image(usize),
    /// A centre's box: an index of [`Body::centres`].
    Centre(usize),
    /// A word of the theme, by its key; it may stand inside an attribute.
    Words(&'static str),
}

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
pub fn walk(text: &str, mut each: impl FnMut(Event<'_>, Range<usize>)) {
    let masked = directives::mask(text);
    for (event, range) in Parser::new_ext(&masked.text, options()).into_offset_iter() {
        if event != Event::Rule || masked.line_at(&range).is_none() {
            each(event, range);
        }
    }
}

/// What a character reference (`&amp;`) stands for; none for what is no such reference.
pub fn decoded(reference: &str) -> Option<String> {
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
        Dialect::Site => (directives::mask(text), options()),
        Dialect::CommonMark => (directives::Masked::plain(text), Options::empty()),
    };
    let source = Source { text, masked: &masked, offset };
    let mut draft = Draft::new(source, dialect, report);
    for (event, range) in Parser::new_ext(&masked.text, options).into_offset_iter() {
        draft.event(event, range);
    }
    draft.finish()
}
