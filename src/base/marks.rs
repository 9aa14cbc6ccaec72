//! Marks round words that are not in the page's language, on their way to the page.
//!
//! A theme may lack a word in a language. Then the site's own language gives it, and the page must say so (`lang`, `dir`), or a screen reader
//! reads Swedish with another voice and ages and dates turn round in Arabic. Templates ask for words in hundreds of places, in attributes too,
//! where no element can stand. So such a word carries two characters that no text can have (`FC0011`), and the finished page has elements in
//! their place, or nothing where there can be none. Every other writer drops what no text has.

use memchr::memmem;

/// Before the words.
pub const OPEN: char = '\u{fdd0}';

/// After them.
pub const CLOSE: char = '\u{fdd1}';

/// What both begin with in UTF-8.
const LEAD: &[u8] = &[0xef, 0xb7];

/// A text within marks.
pub fn around(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{OPEN}{text}{CLOSE}") }
}

/// Does a text have a mark?
pub fn are_in(text: &str) -> bool {
    // Nearly no text has the byte that both begin with.
    memchr::memchr(LEAD[0], text.as_bytes()).is_some() && text.contains([OPEN, CLOSE])
}

/// A text without its marks.
pub fn without(text: &str) -> String {
    if are_in(text) { text.replace([OPEN, CLOSE], "") } else { text.to_string() }
}

/// Where in a page a mark stands.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    /// Among the texts.
    Text,
    /// Between `<` and `>`.
    Tag(Option<u8>),
    /// In an element that has no elements: a title, a script, a style.
    Bare(&'static [u8]),
}

/// Puts elements with the language and its direction in the place of marks. Nothing is done where there are none.
pub fn resolve(page: &mut Vec<u8>, lang: &str, dir: &str) {
    if memmem::find(page, LEAD).is_none() {
        return;
    }
    let open = format!("<span lang=\"{lang}\" dir=\"{dir}\">");
    let mut out = Vec::with_capacity(page.len() + page.len() / 4);
    let (mut within, mut depth, mut at) = (Within::Text, 0_usize, 0);
    while let Some(rest) = page.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(is_open) = mark(rest) {
            // Marks within marks are of the same language; those of an attribute never come here by halves.
            if within == Within::Text {
                if is_open && depth == 0 {
                    out.extend_from_slice(open.as_bytes());
                } else if !is_open && depth == 1 {
                    out.extend_from_slice(b"</span>");
                }
                depth = if is_open { depth + 1 } else { depth.saturating_sub(1) };
            }
            at += LEAD.len() + 1;
            continue;
        }
        within = after(within, rest);
        out.push(rest[0]);
        at += 1;
    }
    *page = out;
}

/// Does a mark begin here, and is it the opening one?
fn mark(rest: &[u8]) -> Option<bool> {
    match rest.strip_prefix(LEAD)?.first()? {
        0x90 => Some(true),
        0x91 => Some(false),
        _ => None,
    }
}

/// Where one is after the byte that begins here.
fn after(within: Within, rest: &[u8]) -> Within {
    const BARE: [(&[u8], &[u8]); 4] = [
        (b"<title", b"</title"),
        (b"<script", b"</script"),
        (b"<style", b"</style"),
        (b"<textarea", b"</textarea"),
    ];
    let begins = |with: &[u8]| rest.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    match (within, rest[0]) {
        (Within::Text, b'<') => match BARE.iter().find(|(open, _)| begins(open)) {
            Some((_, close)) => Within::Bare(close),
            None => Within::Tag(None),
        },
        (Within::Tag(None), b'>') => Within::Text,
        (Within::Tag(None), quote @ (b'"' | b'\'')) => Within::Tag(Some(quote)),
        (Within::Tag(Some(quote)), byte) if byte == quote => Within::Tag(None),
        (Within::Bare(close), b'<') if begins(close) => Within::Tag(None),
        (within, _) => within,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_become_elements_among_texts_and_nothing_elsewhere() {
        for (page, right) in [
            ("<p>a</p>", "<p>a</p>"),
            ("<p>{a}</p>", "<p><span lang=\"sv\" dir=\"ltr\">a</span></p>"),
            (
                "<p>{a {b} c} {d}</p>",
                "<p><span lang=\"sv\" dir=\"ltr\">a b c</span> <span lang=\"sv\" dir=\"ltr\">d</span></p>",
            ),
            (
                "<a title=\"{a} > '{b}'\">{c}</a>",
                "<a title=\"a > 'b'\"><span lang=\"sv\" dir=\"ltr\">c</span></a>",
            ),
            (
                "<title>{a}</title><p>{b}",
                "<title>a</title><p><span lang=\"sv\" dir=\"ltr\">b</span>".trim_end_matches("</span>"),
            ),
            ("<script>'{a}'</script>", "<script>'a'</script>"),
            ("<svg><title>{a}</title></svg>", "<svg><title>a</title></svg>"),
            ("اب ﷲ", "اب ﷲ"),
        ] {
            let mut made = page.replace('{', "\u{fdd0}").replace('}', "\u{fdd1}").into_bytes();
            resolve(&mut made, "sv", "ltr");
            let made = String::from_utf8(made).unwrap();
            assert_eq!(made.trim_end_matches("</span>"), right.trim_end_matches("</span>"), "{page}");
        }
    }
}
