//! Text on its way into HTML and XML.
//!
//! A text is escaped, and what neither may hold is dropped. Content with such a character was refused when it was read; this is the second
//! wall, for what comes in by a way that nobody has thought of.

use std::io::{self, Write};

use super::characters::{MAY_BE_FORBIDDEN, is_forbidden, with_bytes};
use super::marks;

/// Writes a text for an element or an attribute.
pub fn escape_into(text: &str, out: &mut String) {
    let mut each = Pieces { text, from: 0, with_marks: false };
    while let Some((plain, escape)) = each.next() {
        out.push_str(plain);
        out.push_str(escape);
    }
}

/// Escapes an address for an attribute in double quotes: what is not of an address is percent-encoded.
pub(crate) fn escape_href(out: &mut String, address: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for byte in address.bytes() {
        match byte {
            b'&' => out.push_str("&amp;"),
            b'\'' => out.push_str("&#x27;"),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => out.push(char::from(byte)),
            _ if b"-_.+!*(),%#@?=;:/$~".contains(&byte) => out.push(char::from(byte)),
            _ => {
                out.push('%');
                out.push(char::from(HEX[usize::from(byte >> 4)]));
                out.push(char::from(HEX[usize::from(byte & 15)]));
            }
        }
    }
}

/// The same as [`escape_into`] for a template engine. Marks round words stay: the page has elements in their place in the end.
pub(crate) fn escape(text: &str, out: &mut dyn Write) -> io::Result<()> {
    let mut each = Pieces { text, from: 0, with_marks: true };
    while let Some((plain, escape)) = each.next() {
        out.write_all(plain.as_bytes())?;
        if !escape.is_empty() {
            out.write_all(escape.as_bytes())?;
        }
    }
    Ok(())
}

/// The parts of a text that stay as they are, each with what is written for the character after it.
struct Pieces<'t> {
    text: &'t str,
    from: usize,
    with_marks: bool,
}

impl<'t> Pieces<'t> {
    fn next(&mut self) -> Option<(&'t str, &'static str)> {
        let start = self.from;
        let bytes = self.text.as_bytes();
        let mut at = start;
        loop {
            let Some(step) = bytes.get(at..)?.iter().position(|byte| SPECIAL[usize::from(*byte)]) else {
                self.from = bytes.len() + 1;
                return self.text.get(start..).map(|rest| (rest, ""));
            };
            at += step;
            let (length, escape) = match bytes[at] {
                b'<' => (1, "&lt;"),
                b'>' => (1, "&gt;"),
                b'&' => (1, "&amp;"),
                b'"' => (1, "&quot;"),
                b'\'' => (1, "&#39;"),
                _ => match self.text.get(at..).and_then(|rest| rest.chars().next()) {
                    Some(c)
                        if is_forbidden(c)
                            && !(self.with_marks && matches!(c, marks::OPEN | marks::CLOSE)) =>
                    {
                        (c.len_utf8(), "")
                    }
                    _ => {
                        at += 1;
                        continue;
                    }
                },
            };
            self.from = at + length;
            return self.text.get(start..at).map(|plain| (plain, escape));
        }
    }
}

static SPECIAL: [bool; 256] = with_bytes(MAY_BE_FORBIDDEN, b"<>&\"'");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_end_its_attribute() {
        let mut out = String::new();
        escape_href(&mut out, "x\"><a b='c'&å[\\`{");
        assert_eq!(out, "x%22%3E%3Ca%20b=&#x27;c&#x27;&amp;%C3%A5%5B%5C%60%7B");
    }

    #[test]
    fn markup_is_escaped_and_what_may_not_stand_is_dropped() {
        for (text, right) in [
            ("", ""),
            ("å", "å"),
            ("<a href='x'>\"&", "&lt;a href=&#39;x&#39;&gt;&quot;&amp;"),
            ("\0a\u{1b}\u{85}b\u{fffe}\u{1ffff}\n\t", "ab\n\t"),
            ("\u{a0}\u{ad}😀\u{fffd}", "\u{a0}\u{ad}😀\u{fffd}"),
        ] {
            let (mut one, mut other) = (String::new(), Vec::new());
            escape_into(text, &mut one);
            escape(text, &mut other).unwrap();
            assert_eq!((one.as_str(), other.as_slice()), (right, right.as_bytes()));
        }
    }
}
