//! The characters of a YAML text's values, each with its place: as they stand, or written as an escape (`"\x1b"`).
//!
//! Escapes are what lets a character into a value that the file itself does not have. So what is said of the characters of a file is said
//! of these too, at the escape.

use std::ops::Range;

use super::tree::{self, Node, NodeKind};
use crate::base::characters::{find_forbidden, is_forbidden};
use crate::base::{At, Code, Report, Seg, names};

/// More such places in one file help nobody.
const MOST: usize = 200;

/// A value or name of a YAML text.
#[derive(Debug)]
pub struct Scalar<'a> {
    /// The way to it, by the program's names of fields; of a name, to the value that it names.
    pub way: Vec<Seg>,
    /// Is it a name?
    pub is_name: bool,
    /// What it says.
    pub text: &'a str,
    /// Where it stands, with its quotation marks.
    pub span: Range<usize>,
}

impl Scalar<'_> {
    /// Its characters as a reader of the value meets them, each with its place in the text that it stands in.
    pub fn characters<'t>(&self, text: &'t str) -> impl Iterator<Item = (char, Range<usize>)> + 't {
        characters(text.get(self.span.clone()).unwrap_or_default(), self.span.start)
    }
}

/// Tells of escapes for characters that no text has. All is said of these values then.
pub fn refuse_escapes(text: &str, offset: usize, report: &mut Report) {
    if !may_escape(text) {
        return;
    }
    let Ok(root) = tree::parse(text) else { return };
    for scalar in scalars(&root).iter().filter(|scalar| find_forbidden(scalar.text).is_some()).take(MOST) {
        // Where an alias stands the text has none; it is told where it was written.
        let Some((c, at)) = scalar.characters(text).find(|(c, _)| is_forbidden(*c)) else { continue };
        let at = At::Span(offset + at.start..offset + at.end);
        report.add(Code::ControlCharacter, at).with("character", format!("{:04X}", u32::from(c)));
        report.settle(scalar.way.clone());
    }
}

/// Is there an escape that may stand for a character that no text has? Most stand for a quotation mark or the end of a line, and reading the
/// text once more for them costs as much as reading it.
fn may_escape(text: &str) -> bool {
    let stands_for = |(at, _): (usize, &str)| {
        let rest = text.get(at + 1..)?;
        let hexadecimal = |digits: usize| {
            let number = u32::from_str_radix(rest.get(1..=digits)?, 16).ok()?;
            // What is no character at all is told of elsewhere.
            char::from_u32(number)
        };
        match rest.as_bytes().first()? {
            b'x' => hexadecimal(2),
            b'u' => hexadecimal(4),
            b'U' => hexadecimal(8),
            b'0' | b'a' | b'b' | b'e' => Some('\0'),
            b'v' => Some('\u{b}'),
            b'f' => Some('\u{c}'),
            b'N' => Some('\u{85}'),
            _ => None,
        }
    };
    text.match_indices('\\').filter_map(stands_for).any(is_forbidden)
}

/// The values and names of a YAML text in their order; none when it cannot be read.
pub fn each_scalar(text: &str, mut each: impl FnMut(&Scalar<'_>)) {
    if let Ok(root) = tree::parse(text) {
        scalars(&root).iter().for_each(&mut each);
    }
}

fn scalars(root: &Node) -> Vec<Scalar<'_>> {
    let mut found = Vec::new();
    gather(root, &mut Vec::new(), false, &mut found);
    found
}

fn gather<'n>(node: &'n Node, way: &mut Vec<Seg>, is_name: bool, found: &mut Vec<Scalar<'n>>) {
    match &node.kind {
        NodeKind::Scalar { text, .. } => {
            found.push(Scalar { way: way.clone(), is_name, text, span: node.span.clone() });
        }
        NodeKind::Sequence(items) => {
            for (index, item) in items.iter().enumerate() {
                way.push(Seg::Index(index));
                gather(item, way, false, found);
                way.pop();
            }
        }
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                let parent = way.iter().rev().find_map(Seg::key);
                let written = key.text().unwrap_or_default();
                way.push(Seg::Key(names::field_below(parent, written).unwrap_or(written).to_string()));
                gather(key, way, true, found);
                gather(value, way, false, found);
                way.pop();
            }
        }
    }
}

/// The characters of a scalar as it is written. Only within double quotes are there escapes.
fn characters(written: &str, offset: usize) -> impl Iterator<Item = (char, Range<usize>)> + '_ {
    let has_escapes = written.starts_with('"');
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = written.get(at..)?;
        let first = rest.chars().next()?;
        let start = at;
        let (c, length) = if has_escapes && first == '\\' { escape(rest) } else { (first, first.len_utf8()) };
        at += length;
        Some((c, offset + start..offset + at))
    })
}

/// What an escape stands for, and its length. One that is none was refused by the parser.
fn escape(rest: &str) -> (char, usize) {
    let letter = rest.chars().nth(1).unwrap_or('\\');
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };
    let known = match letter {
        '0' => '\0',
        'a' => '\u{7}',
        'b' => '\u{8}',
        't' | '\t' => '\t',
        'n' => '\n',
        'v' => '\u{b}',
        'f' => '\u{c}',
        'r' => '\r',
        'e' => '\u{1b}',
        'N' => '\u{85}',
        '_' => '\u{a0}',
        'L' => '\u{2028}',
        'P' => '\u{2029}',
        other => other,
    };
    let number = rest.get(2..2 + digits).filter(|digits| !digits.is_empty());
    let c = number.and_then(|digits| u32::from_str_radix(digits, 16).ok()).and_then(char::from_u32);
    match (number, c) {
        (Some(_), Some(c)) => (c, 2 + digits),
        _ => (known, 1 + letter.len_utf8()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scalar_has_the_characters_that_yaml_reads_in_it() {
        // Every escape of YAML 1.2, but those that end a line.
        let escapes = "\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\\"\\/\\\\\\N\\_\\L\\P\\x41\\u263A\\U0001F600å";
        for text in
            [format!("a: \"{escapes}\""), "a: 'åäö \\x41'".into(), "a: \\e å".into(), "- \"\\u202e\"".into()]
        {
            let mut seen = 0;
            each_scalar(&text, |scalar| {
                if text.starts_with('a') && scalar.is_name {
                    return;
                }
                seen += 1;
                let read: String = scalar.characters(&text).map(|(c, _)| c).collect();
                let quotes = text[scalar.span.clone()].starts_with(['"', '\'']);
                let inner = if quotes { &read[1..read.len() - 1] } else { &read };
                assert_eq!(inner, scalar.text, "{text}");
            });
            assert_eq!(seen, 1);
        }
    }
}
