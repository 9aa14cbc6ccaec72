//! An export of WordPress (WXR): its posts, pages and pictures as the file has them, within bounds.
//!
//! The file is XML with a line for each thing; so what is told of it is told by the line that an editor of texts shows.

use std::collections::HashMap;

use jiff::civil::Date;

use super::html::words;
use crate::base::Phrase;
use crate::base::pieces::{Element, XmlPiece, XmlPieces};

/// The most posts and pages that are read.
pub const MOST_POSTS: usize = 3_000;

/// The longest text of a post: more than any page may have, with all that HTML needs around it.
const LONGEST_TEXT: usize = 1_000_000;

/// The most pictures that an export names.
const MOST_NAMED: usize = 50_000;

/// The most categories and fields of a post that are read.
const MOST_OF_POST: usize = 100;

/// An export.
#[derive(Default)]
pub struct BlogExport {
    /// Its posts and pages, in the file's order.
    pub posts: Vec<BlogPost>,
    /// Pictures by their numbers: where each was, and what it shows.
    pub pictures: HashMap<String, (String, String)>,
    /// The addresses under which the site was.
    pub bases: Vec<String>,
    /// It has more than are read.
    pub is_cut: bool,
}

/// A post or a page.
#[derive(Clone, Default)]
pub struct BlogPost {
    /// The line that it begins in.
    pub line: usize,
    /// What it is: `post`, `page`.
    pub kind: String,
    /// `publish`, `draft` and others.
    pub status: String,
    /// A password was asked for.
    pub is_locked: bool,
    /// Its title in words.
    pub title: String,
    /// Its name in its address.
    pub name: String,
    /// Its address.
    pub link: String,
    /// The day on which it came out.
    pub date: Option<Date>,
    /// What stands before it, in words.
    pub lead: String,
    /// Its text.
    pub html: String,
    /// The line that its text begins in.
    pub html_line: usize,
    /// The text is longer than is read.
    pub is_long: bool,
    /// Its categories.
    pub categories: Vec<String>,
    /// The number of the picture at its top.
    pub top: String,
    /// The file of a picture, where it is one.
    address: String,
    alt: String,
    number: String,
}

/// Could a file be an export? What it is called is never believed.
pub fn is_export(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    start.trim_ascii_start().starts_with(b"<")
}

/// Reads an export.
pub fn read(bytes: &[u8]) -> Result<BlogExport, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut export = BlogExport::default();
    let mut is_of_wordpress = false;
    loop {
        let piece = match pieces.next() {
            Ok(piece) => piece,
            Err(why) => return Err(with_line(why, &pieces)),
        };
        let Some(piece) = piece else { break };
        let XmlPiece::Start(element) = piece else { continue };
        match (element.prefix.as_str(), element.name.as_str()) {
            ("wp", "wxr_version") => is_of_wordpress = true,
            ("", "link") | ("wp", "base_blog_url" | "base_site_url") if export.bases.len() < 4 => {
                let base = pieces.text_of("").map_err(|why| with_line(why, &pieces))?;
                let base = base.trim().trim_end_matches('/').to_string();
                if base.starts_with("http") {
                    export.bases.push(base);
                }
            }
            ("", "item") => {
                let post = post(&mut pieces).map_err(|why| with_line(why, &pieces))?;
                export.add(post);
            }
            _ => {}
        }
    }
    if is_of_wordpress { Ok(export) } else { Err(Phrase::new("import-no-export")) }
}

fn with_line(why: Phrase, pieces: &XmlPieces<'_>) -> Phrase {
    if why.key == "import-broken" {
        return Phrase::new("import-export-broken").with("line", pieces.line());
    }
    why
}

impl BlogExport {
    fn add(&mut self, post: BlogPost) {
        if post.kind == "attachment" {
            if self.pictures.len() < MOST_NAMED {
                self.pictures.insert(post.number, (post.address, post.alt));
            }
            return;
        }
        if !matches!(post.kind.as_str(), "post" | "page") {
            return;
        }
        if self.posts.len() < MOST_POSTS {
            self.posts.push(post);
        } else {
            self.is_cut = true;
        }
    }
}

/// A post that has just begun, up to its end.
fn post(pieces: &mut XmlPieces<'_>) -> Result<BlogPost, Phrase> {
    let mut post = BlogPost { line: pieces.line(), ..BlogPost::default() };
    let (mut depth, mut field) = (1_usize, String::new());
    while depth > 0 {
        match pieces.next()? {
            Some(XmlPiece::Start(element)) if depth == 1 && element.name != "postmeta" => {
                part(&mut post, &element, pieces)?;
            }
            Some(XmlPiece::Start(element)) if element.name == "meta_key" => field = pieces.text_of("")?,
            Some(XmlPiece::Start(element)) if element.name == "meta_value" => {
                let value = pieces.text_of("")?;
                match field.as_str() {
                    "_thumbnail_id" => post.top = value,
                    "_wp_attachment_image_alt" => post.alt = words(short(&value)),
                    _ => {}
                }
            }
            Some(XmlPiece::Start(_)) => depth += 1,
            Some(XmlPiece::End(_)) => depth -= 1,
            Some(XmlPiece::Text(_)) => {}
            None => break,
        }
    }
    Ok(post)
}

/// A part of a post.
fn part(post: &mut BlogPost, element: &Element, pieces: &mut XmlPieces<'_>) -> Result<(), Phrase> {
    let line = pieces.line();
    let text = pieces.text_of("")?;
    let line_of = || text.trim().to_string();
    match (element.prefix.as_str(), element.name.as_str()) {
        ("", "title") => post.title = words(short(&text)),
        ("", "link") => post.link = line_of(),
        ("content", "encoded") => {
            post.html_line = line;
            post.is_long = text.len() > LONGEST_TEXT;
            post.html = if post.is_long { String::new() } else { text };
        }
        ("excerpt", "encoded") => post.lead = words(short(&text)),
        ("wp", "post_id") => post.number = line_of(),
        ("wp", "post_name") => post.name = line_of(),
        ("wp", "post_type") => post.kind = line_of(),
        ("wp", "status") => post.status = line_of(),
        ("wp", "post_password") => post.is_locked = !text.trim().is_empty(),
        ("wp", "post_date") => post.date = text.trim().get(..10).and_then(|day| day.parse().ok()),
        ("wp", "attachment_url") => post.address = line_of(),
        ("", "category")
            if element.attribute("domain").is_none_or(|domain| domain == "category")
                && post.categories.len() < MOST_OF_POST =>
        {
            post.categories.push(words(short(&text)));
        }
        _ => {}
    }
    Ok(())
}

/// As much of a line as any field may have, and more.
fn short(text: &str) -> &str {
    let end = text.char_indices().nth(6_000).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}
