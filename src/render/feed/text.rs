//! The whole text of an entry: the body with its holes filled in, as HTML that needs no page around it.

use crate::base::markup::escape_into;
use crate::parse::markdown::{Body, Piece};
use crate::plan::{FeedCentre, FeedEntry, FeedImage, FeedText};

/// How the address of a place within the same page begins.
const WITHIN: &str = "href=\"#";

/// The ingress and the body of an entry.
pub fn whole(entry: &FeedEntry, text: &FeedText, body: &Body, words: &[(String, String)]) -> String {
    let mut html = String::with_capacity(4096);
    if !entry.summary.is_empty() {
        html.push_str("<p>");
        escape_into(&entry.summary, &mut html);
        html.push_str("</p>\n");
    }
    for piece in &body.pieces {
        match piece {
            Piece::Html(written) => outward(written, &entry.url, &mut html),
            Piece::Href(index) => escape_into(found(&text.hrefs, *index), &mut html),
            Piece::FileNote(index) => html.push_str(found(&text.notes, *index)),
            Piece::Words(key) => {
                let word = words.iter().find(|(own, _)| own == key);
                escape_into(word.map_or(key, |(_, word)| word), &mut html);
            }
            Piece::Fill(index) => html.push_str(found(&text.fills, *index)),
            Piece::Image(index) => {
                text.images.get(*index).into_iter().flatten().for_each(|one| image(one, &mut html))
            }
            Piece::Centre(index) => {
                for centre in text.boxes.get(*index).into_iter().flatten() {
                    line("p", centre, &mut html);
                }
            }
            Piece::Contacts if text.contacts.is_empty() => {}
            Piece::Contacts => {
                html.push_str("<ul>\n");
                text.contacts.iter().for_each(|centre| line("li", centre, &mut html));
                html.push_str("</ul>\n");
            }
        }
    }
    html
}

fn found(texts: &[String], index: usize) -> &str {
    texts.get(index).map_or("", String::as_str)
}

/// Written HTML, in which a link to a place of the same text leads to that place of the page.
fn outward(written: &str, page: &str, html: &mut String) {
    let mut rest = written;
    while let Some(at) = rest.find(WITHIN) {
        let (before, after) = rest.split_at(at);
        html.push_str(before);
        html.push_str("href=\"");
        escape_into(page, html);
        html.push('#');
        rest = after.get(WITHIN.len()..).unwrap_or_default();
    }
    html.push_str(rest);
}

fn image(image: &FeedImage, html: &mut String) {
    let figure = image.caption.as_ref().filter(|_| image.block);
    html.push_str(if figure.is_some() { "<figure><img src=\"" } else { "<img src=\"" });
    escape_into(&image.url, html);
    html.push_str(&format!("\" width=\"{}\" height=\"{}\" alt=\"", image.width, image.height));
    escape_into(&image.alt, html);
    html.push_str("\">");
    if let Some(caption) = figure {
        html.push_str("<figcaption>");
        escape_into(caption, html);
        html.push_str("</figcaption></figure>\n");
    }
}

/// A centre: its name, which leads to its page, where it is, and its phone.
fn line(element: &str, centre: &FeedCentre, html: &mut String) {
    html.push_str(&format!("<{element}>"));
    link(&centre.name, centre.url.as_deref(), html);
    if !centre.address.is_empty() {
        html.push_str(", ");
        escape_into(&centre.address, html);
    }
    if let Some(phone) = &centre.phone {
        html.push_str(", ");
        link(&phone.text, Some(&phone.href), html);
    }
    html.push_str(&format!("</{element}>\n"));
}

fn link(text: &str, href: Option<&str>, html: &mut String) {
    match href {
        Some(href) => {
            html.push_str("<a href=\"");
            escape_into(href, html);
            html.push_str("\">");
            escape_into(text, html);
            html.push_str("</a>");
        }
        None => escape_into(text, html),
    }
}
