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
    let mut lines = Vec::new();
    for found in found.iter().filter(|found| found.is_error()) {
        let Some(place) = &found.place else { continue };
        lines.push(place.line);
        // YAML is often told at the line after the one that is wrong.
        if found.code == Code::YamlSyntax {
            lines.push(place.line.saturating_sub(1));
        }
    }
    lines.sort_unstable();
    lines.dedup();
    let mut told = Vec::new();
    let (mut start, mut number, mut left) =
        (byte_order_mark(text), 0, lines.into_iter().filter(|line| *line > 0).peekable());
    for line in text.get(start..).unwrap_or_default().split_inclusive('\n') {
        number += 1;
        if left.next_if(|line| *line == number).is_some()
            && let Some((at, sign, key)) = first_in(line)
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

/// The first such sign of a line that does not belong where it stands: a letter of another alphabet may stand among its own, and a
/// joiner within an emoji. Each word is looked through once.
fn first_in(line: &str) -> Option<(usize, char, &'static str)> {
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö');
    let word_end = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '"');
    let mut start = 0;
    for word in line.split_inclusive(word_end) {
        let mixed = word.contains(is_latin);
        let mut before = line[..start].chars().next_back();
        for (at, sign) in word.char_indices() {
            let is_at_home = |key: &&str| match *key {
                "hidden-letter" => !mixed,
                "hidden-nothing" => before.is_some_and(|c| !c.is_ascii() && !c.is_alphabetic()),
                _ => false,
            };
            if let Some(key) = hidden(sign).filter(|key| !is_at_home(key)) {
                return Some((start + at, sign, key));
            }
            before = Some(sign);
        }
        start += word.len();
    }
    None
}
