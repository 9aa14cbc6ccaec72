//! Signs that cannot be seen, or that look like others: copied from a word processor or a web page, they make a field unknown or a word
//! wrong that looks right. They are told on the lines of errors alone, where they may be the reason; elsewhere they do no harm.

use crate::base::{At, Code, Diagnostic, Phrase, SourcePath, byte_order_mark};

/// What a sign is called: the key of a phrase.
fn hidden(sign: char) -> Option<&'static str> {
    match sign {
        '\u{a0}' | '\u{2007}' | '\u{202f}' => Some("hidden-blank"),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Some("hidden-nothing"),
        '\u{2010}' | '\u{2011}' | '\u{2212}' => Some("hidden-hyphen"),
        '：' => Some("hidden-colon"),
        '\u{400}'..='\u{4ff}' | '\u{370}'..='\u{3ff}' => Some("hidden-letter"),
        // An accent of its own, as a Mac writes the names of files.
        '\u{300}'..='\u{36f}' => Some("hidden-accent"),
        _ => None,
    }
}

/// Looks at the lines of errors; the first such sign of each is told.
pub fn find(text: &str, path: &SourcePath, found: &[Diagnostic]) -> Vec<Diagnostic> {
    let errors = found.iter().filter(|found| found.is_error()).filter_map(|found| found.place.as_ref());
    let mut lines: Vec<usize> = errors.map(|place| place.line).collect();
    lines.sort_unstable();
    lines.dedup();
    let mut told = Vec::new();
    let (mut start, mut number, mut left) = (byte_order_mark(text), 0, lines.into_iter().peekable());
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        number += 1;
        if left.next_if_eq(&number).is_some()
            && let Some((at, sign, key)) =
                line.char_indices().find_map(|(at, sign)| Some((at, sign, hidden(sign)?)))
        {
            let span = start + at..start + at + sign.len_utf8();
            let code = format!("U+{:04X}", u32::from(sign));
            let diagnostic = Diagnostic::new(Code::HiddenSign, path, At::Span(span));
            told.push(diagnostic.saying("sign", Phrase::new(key)).with("code", code));
        }
        start += line.len();
    }
    told
}
