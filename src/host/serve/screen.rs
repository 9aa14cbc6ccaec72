//! The server's own screens, for when the site has no page to show: before it was ever built, or where it has no 404 page.
//!
//! They hold the client as every page does, so that the site replaces them as soon as it is there.

use super::page::with_client;
use super::words::{Screen, ServerWords};

const STYLE: &str = include_str!("client/screen.css");

/// A screen as a page; `followed` as every page has it.
pub fn page(words: &ServerWords, screen: &Screen, followed: u64) -> Vec<u8> {
    let (lang, title, text) = (words.lang, screen.title, screen.text);
    let page = format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    );
    with_client(page.into_bytes(), followed)
}
