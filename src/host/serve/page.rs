//! A page as the server shows it: with its browser client, which nothing that is built has a trace of.
//!
//! The client's tag holds a fingerprint of the page without its links to stylesheets. A browser that fetches its page anew sees by it
//! whether the page is another one, or the same with other stylesheets, which can be exchanged while the page stays as it is.

use std::hash::Hasher;

use crate::base::{Fingerprint, Mixer};

/// Where the client is.
pub const CLIENT: &str = "/.fcsite/client.js";

/// Where its half is that listens for all windows.
pub const NEWS: &str = "/.fcsite/news.js";

/// Adds the client to a page, with the number of the last wish to go somewhere (zero: there was none). A wish that comes
/// after the page was sent and before it listens has another number, so it is not lost.
pub fn with_client(mut page: Vec<u8>, followed: u64) -> Vec<u8> {
    let fingerprint = without_stylesheets(&page);
    let tag = format!(
        "<script src=\"{CLIENT}\" data-page=\"{fingerprint}\" data-followed=\"{followed}\" defer></script>\n"
    );
    let end = rfind(&page, b"</body").unwrap_or(page.len());
    page.splice(end..end, tag.into_bytes());
    page
}

/// The fingerprint of all of a page but its links to stylesheets.
fn without_stylesheets(page: &[u8]) -> Fingerprint {
    let mut mixer = Mixer::default();
    let mut rest = page;
    while let Some(start) = find(rest, b"<link") {
        let tag = &rest[start..start + length_of_tag(&rest[start..])];
        let kept = if find(tag, b"stylesheet").is_some() { start } else { start + tag.len() };
        mixer.write(&rest[..kept]);
        rest = &rest[start + tag.len()..];
    }
    mixer.write(rest);
    mixer.finish128()
}

/// The length of a tag with its `>`, which may also stand in quotes.
fn length_of_tag(tag: &[u8]) -> usize {
    let mut quote = None;
    for (at, &byte) in tag.iter().enumerate() {
        match quote {
            Some(open) if open == byte => quote = None,
            Some(_) => {}
            None if byte == b'"' || byte == b'\'' => quote = Some(byte),
            None if byte == b'>' => return at + 1,
            None => {}
        }
    }
    tag.len()
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part.eq_ignore_ascii_case(wanted))
}

fn rfind(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).rposition(|part| part.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(page: &str) -> String {
        String::from_utf8(with_client(page.into(), 7)).unwrap()
    }

    fn fingerprint(page: &str) -> Fingerprint {
        without_stylesheets(page.as_bytes())
    }

    #[test]
    fn the_client_stands_before_the_last_end_of_the_body() {
        let page = shown("<body><pre>&lt;/body></pre><!-- </body> --><p>x</p></BODY>\n</html>");
        let (before, after) = page.split_once("<script src=\"/.fcsite/client.js\"").unwrap();
        assert!(before.ends_with("<p>x</p>") && after.ends_with("</script>\n</BODY>\n</html>"));
        assert!(after.contains("data-followed=\"7\""));
        assert!(shown("<p>x").starts_with("<p>x<script"));
        assert!(shown("").starts_with("<script"));
    }

    #[test]
    fn another_stylesheet_is_the_same_page_and_anything_else_is_another() {
        let page =
            "<link rel=icon href=i.1.svg><link rel=\"stylesheet\" title='>' href=\"a.1.css\"><body>1</body>";
        let same = fingerprint(page);
        assert_eq!(fingerprint(&page.replace("a.1.css", "a.22.css")), same);
        assert_ne!(fingerprint(&page.replace("<body>1", "<body>2")), same);
        assert_ne!(fingerprint(&page.replace("i.1.svg", "i.2.svg")), same);
        assert_ne!(fingerprint(&page.replace("</body>", "")), same);
        for cut in 0..page.len() {
            fingerprint(&page[..cut]);
        }
    }
}
