//! Text on its way into HTML: escaped, and set with Swedish typography.
//!
//! A Swedish quotation mark is the same at both ends (”…”), and so is a single one (’…’), which is the apostrophe too. So a
//! sign is set without a look at what stands around it, also when a quotation begins inside an emphasis and ends outside.
//! What HTML may not hold is dropped: it was told of, and so is never published ([`crate::base::markup`]).

use crate::base::characters::{MAY_BE_FORBIDDEN, find_forbidden, with_bytes};

/// How a text is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Escaping {
    /// For HTML: `&`, `<`, `>` and `"` are escaped.
    Html,
    /// As plain text, which a template escapes.
    Plain,
}

/// Writes a text whose first `kept` bytes stay as they were typed; the rest is set.
pub fn write(out: &mut String, text: &str, kept: usize, form: Escaping) {
    let bytes = text.as_bytes();
    let mut from = 0;
    let mut at = 0;
    let mut address = None;
    while let Some(&byte) = bytes.get(at) {
        if !SPECIAL[byte as usize] {
            at += 1;
            continue;
        }
        let rest = bytes.get(at..).unwrap_or_default();
        if MAY_BE_FORBIDDEN[byte as usize] {
            let length = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            if find_forbidden(text.get(at..at + length).unwrap_or_default()).is_some() {
                out.push_str(text.get(from..at).unwrap_or_default());
                from = at + length;
            }
            at += length;
            continue;
        }
        let (length, replacement) = if at < kept { (1, None) } else { set(rest) };
        let replacement = replacement
            .filter(|_| byte != b'-' || !in_address(text, address, at))
            .or_else(|| if form == Escaping::Html { escaped(byte) } else { None });
        if byte == b':' && rest.starts_with(b"://") {
            address = Some(at);
        }
        if let Some(sign) = replacement {
            out.push_str(text.get(from..at).unwrap_or_default());
            out.push_str(sign);
            from = at + length;
        }
        at += length;
    }
    out.push_str(text.get(from..).unwrap_or_default());
}

/// Escapes a text for an element or an attribute in double quotes.
pub fn escape(out: &mut String, text: &str) {
    write(out, text, text.len(), Escaping::Html);
}

/// A text set as plain text.
pub fn typeset(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    write(&mut out, text, 0, Escaping::Plain);
    out
}

/// The sign that stands for what was typed here, and how many bytes that is.
fn set(rest: &[u8]) -> (usize, Option<&'static str>) {
    match rest {
        [b'"', ..] => (1, Some("”")),
        [b'\'', ..] => (1, Some("’")),
        [b'.', b'.', b'.', ..] => (3, Some("…")),
        [b'-', ..] => match rest.iter().take_while(|byte| **byte == b'-').count() {
            2 => (2, Some("–")),
            3 => (3, Some("—")),
            run => (run, None),
        },
        _ => (1, None),
    }
}

fn escaped(byte: u8) -> Option<&'static str> {
    match byte {
        b'&' => Some("&amp;"),
        b'<' => Some("&lt;"),
        b'>' => Some("&gt;"),
        b'"' => Some("&quot;"),
        _ => None,
    }
}

/// Hyphens within an address that was typed as text stay hyphens, so that it can be copied.
fn in_address(text: &str, address: Option<usize>, at: usize) -> bool {
    // An address of a thousand signs is none that anyone copies; the bound keeps the cost linear.
    address.is_some_and(|start| {
        at - start < 1000 && !text.as_bytes()[start..at].iter().any(u8::is_ascii_whitespace)
    })
}

static SPECIAL: [bool; 256] = with_bytes(MAY_BE_FORBIDDEN, b"\"'-.&<>:");

#[cfg(test)]
mod tests {
    use super::*;

    fn html(text: &str) -> String {
        let mut out = String::new();
        write(&mut out, text, 0, Escaping::Html);
        out
    }

    #[test]
    fn signs_are_set_as_swedish_is_written() {
        assert_eq!(
            html(r#""Hej", sa 'hon'... nu -- eller --- 9-12 <b> & ----"#),
            "”Hej”, sa ’hon’… nu – eller — 9-12 &lt;b&gt; &amp; ----"
        );
        assert_eq!(typeset("\"a\" <b>"), "”a” <b>");
    }

    #[test]
    fn what_is_kept_is_only_escaped() {
        let mut out = String::new();
        write(&mut out, "\"a\"", 1, Escaping::Html);
        assert_eq!(out, "&quot;a”");
    }

    #[test]
    fn an_address_typed_as_text_keeps_its_hyphens() {
        assert_eq!(html("https://a.se/x--y z -- w"), "https://a.se/x--y z – w");
    }
}
