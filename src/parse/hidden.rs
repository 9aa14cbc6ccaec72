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
            && let Some((at, sign, key)) = line.char_indices().find_map(|(at, sign)| {
                let key = hidden(sign).filter(|key| !is_at_home(line, at, key))?;
                Some((at, sign, key))
            })
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

/// Does a sign belong where it stands? A letter of another alphabet among its own, or a joiner within an emoji.
fn is_at_home(line: &str, at: usize, key: &str) -> bool {
    let is_latin = |c: &char| c.is_ascii_alphabetic() || matches!(c, 'å' | 'ä' | 'ö' | 'Å' | 'Ä' | 'Ö');
    let word_end = |c: &char| !c.is_whitespace() && !matches!(c, ':' | ',' | '"');
    let before = line[..at].chars().rev().take_while(word_end);
    let after = line[at..].chars().take_while(word_end);
    match key {
        "hidden-letter" => !before.chain(after).any(|c| is_latin(&c)),
        "hidden-nothing" => {
            line[..at].chars().next_back().is_some_and(|c| !c.is_ascii() && !c.is_alphabetic())
        }
        _ => false,
    }
}
