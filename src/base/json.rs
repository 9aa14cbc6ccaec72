//! JSON for people, programs and pages, written by one hand.
//!
//! JSON itself lets nearly every character stand as it is. But what is printed is read in terminals, logs and reviews too, where a control
//! character is obeyed and a sign that turns the text round makes it look like another. So these are written as `\uXXXX`, which every
//! reader takes for the same text. All that is not ASCII stands within strings, so the finished text can be gone through.

use serde::Serialize;
use serde_json::Value;

use super::characters::is_escaped;

/// JSON in one line.
pub fn line(value: &Value) -> String {
    escaped(value.to_string(), false)
}

/// JSON with a line for each value.
pub fn lines(value: &Value) -> String {
    escaped(format!("{value:#}"), false)
}

/// JSON for a script element of a page: a `<` within would let text end the element.
pub fn in_script(value: &impl Serialize) -> String {
    // Of what is written here nothing has keys that are no texts, which is all that can fail.
    escaped(serde_json::to_string(value).unwrap_or_default(), true)
}

/// A text as JSON at the end of `out`: the same bytes as [`line`] gives, for files of which most is text.
pub fn write_string(text: &str, out: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let (mut from, mut at) = (0, 0);
    out.push(b'"');
    while let Some(step) = bytes.get(at..).unwrap_or_default().iter().position(|byte| {
        let class = CLASS[usize::from(*byte)];
        class == PERHAPS || class == QUOTED
    }) {
        at += step;
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        let next = at + c.len_utf8();
        if c.is_ascii() || is_escaped(c) {
            out.extend_from_slice(bytes.get(from..at).unwrap_or_default());
            let quoted = line(&Value::from(c.to_string()));
            out.extend_from_slice(quoted.get(1..quoted.len() - 1).unwrap_or_default().as_bytes());
            from = next;
        }
        at = next;
    }
    out.extend_from_slice(bytes.get(from..).unwrap_or_default());
    out.push(b'"');
}

fn escaped(json: String, in_script: bool) -> String {
    let bytes = json.as_bytes();
    let (mut out, mut from, mut at) = (String::new(), 0, 0);
    while let Some(step) = bytes.get(at..).unwrap_or_default().iter().position(|byte| {
        let class = CLASS[usize::from(*byte)];
        class == PERHAPS || class == MARKUP && in_script
    }) {
        at += step;
        let Some(c) = json.get(at..).and_then(|rest| rest.chars().next()) else { break };
        if c.is_ascii() && !c.is_ascii_control() || is_escaped(c) {
            out.push_str(json.get(from..at).unwrap_or_default());
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
            from = at + c.len_utf8();
        }
        at += c.len_utf8();
    }
    if from == 0 {
        return json;
    }
    out.push_str(json.get(from..).unwrap_or_default());
    out
}

const PERHAPS: u8 = 1;
const MARKUP: u8 = 2;
/// What a text cannot have as it is, which serde sees to in whole values.
const QUOTED: u8 = 3;

/// The bytes that a character which is escaped may begin with. Controls below the blank are serde's, which writes them as escapes; those
/// that stand between values are ours.
static CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let leads = [0x7f, 0xc2, 0xcd, 0xd8, 0xe1, 0xe2, 0xe3, 0xef];
    let mut at = 0;
    while at < leads.len() {
        table[leads[at]] = PERHAPS;
        at += 1;
    }
    let mut lead = 0xf0;
    while lead < 256 {
        table[lead] = PERHAPS;
        lead += 1;
    }
    let mut control = 0;
    while control < 0x20 {
        table[control] = QUOTED;
        control += 1;
    }
    table[b'"' as usize] = QUOTED;
    table[b'\\' as usize] = QUOTED;
    table[b'<' as usize] = MARKUP;
    table[b'>' as usize] = MARKUP;
    table[b'&' as usize] = MARKUP;
    table
};

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_character_is_read_as_it_was_and_none_is_seen_that_should_not_be() {
        for c in '\0'..=char::MAX {
            let value = json!({ "a": format!("å{c}") });
            for text in [line(&value), lines(&value), in_script(&value)] {
                assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
                let is_layout = |c: char| c == '\n';
                assert!(!text.chars().any(|c| is_escaped(c) && !is_layout(c)), "{text:?}");
            }
            assert!(!in_script(&value).contains(['<', '>', '&']));
            let (text, mut out) = (format!("å{c}{c}ab\"{c}"), Vec::new());
            write_string(&text, &mut out);
            assert_eq!(String::from_utf8(out).unwrap(), line(&Value::from(text)));
        }
    }
}
