//! Characters that no text has, and those that nobody sees.
//!
//! XML forbids the first, HTML calls them errors, and a terminal obeys them. So there is one list for all: what is read is held against
//! it, every writer drops what is on it, and whatever is printed shows it as an escape. The second list is wider. A page may hold those
//! (Arabic, Persian and emoji need some of them), but in a terminal, a log or a review they would let a name look like another.

use std::borrow::Cow;

/// Has no text this character? Controls other than tab and line ends, and code points that Unicode has set aside for ever.
pub fn is_forbidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        // The last two of each plane.
        c => u32::from(c) & 0xfffe == 0xfffe,
    }
}

/// Does a character turn the direction of the text around it?
pub(crate) fn is_direction(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Does nobody see this character, or does it end a line where no line should end? Not those that only choose the form of a letter or
/// sign beside them: joiners and variation selectors.
pub(crate) fn is_unseen(c: char) -> bool {
    is_direction(c)
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e00ff}' | '\u{e01f0}'..='\u{e0fff}')
}

/// Is a character shown as an escape, wherever a person or a program reads along?
pub fn is_escaped(c: char) -> bool {
    is_forbidden(c) || is_unseen(c)
}

/// The first character that no text has, and where it stands.
pub(crate) fn find_forbidden(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes.get(at..)?.iter().position(|byte| MAY_BE_FORBIDDEN[usize::from(*byte)]) {
        at += step;
        if let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| is_forbidden(*c)) {
            return Some((at, c));
        }
        at += 1;
    }
    None
}

/// A text of one or more lines, with escapes for all that nobody sees or that a terminal would obey: `\u{1b}`.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    shown(text, is_escaped)
}

/// A name or a value in the middle of a line: the same, and it cannot end the line either.
pub(crate) fn visible_line(text: &str) -> Cow<'_, str> {
    shown(text, |c| matches!(c, '\t' | '\n' | '\r') || is_escaped(c))
}

fn shown(text: &str, is_hidden: impl Fn(char) -> bool) -> Cow<'_, str> {
    // A return alone would write the line over; one before a line's end is a part of that.
    let is_return = |c: char, next: Option<&char>| c == '\r' && next != Some(&'\n');
    if !text.bytes().any(|byte| MAY_BE_HIDDEN[usize::from(byte)]) {
        return Cow::Borrowed(text);
    }
    let Some(first) = text.find(|c| c == '\r' || is_hidden(c)) else { return Cow::Borrowed(text) };
    let mut shown = String::with_capacity(text.len() + 16);
    shown.push_str(text.get(..first).unwrap_or_default());
    let mut rest = text.get(first..).unwrap_or_default().chars().peekable();
    while let Some(c) = rest.next() {
        if is_hidden(c) || is_return(c, rest.peek()) {
            shown.extend(c.escape_unicode())
        } else {
            shown.push(c)
        }
    }
    Cow::Owned(shown)
}

/// How a character is written in documents: `U+200B`.
pub(crate) fn code_of(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// The bytes that a forbidden character may begin with. Of most texts no byte is one of them, so that each is looked at once and no more.
pub(crate) static MAY_BE_FORBIDDEN: [bool; 256] = {
    let mut table = [false; 256];
    let mut at = 0;
    while at < 256 {
        let is_control = at < 0x20 && at != 0x09 && at != 0x0a && at != 0x0d || at == 0x7f;
        // U+0080 to U+009F; U+FDD0 to U+FDEF, U+FFFE and U+FFFF; the planes after the first.
        table[at] = is_control || at == 0xc2 || at == 0xef || at >= 0xf0;
        at += 1;
    }
    table
};

/// The bytes that a character which is escaped, or which ends a line, may begin with.
static MAY_BE_HIDDEN: [bool; 256] =
    with_bytes(MAY_BE_FORBIDDEN, &[b'\t', b'\n', b'\r', 0xcd, 0xd8, 0xe1, 0xe2, 0xe3]);

/// A table of bytes with some more in it.
pub(crate) const fn with_bytes(mut table: [bool; 256], more: &[u8]) -> [bool; 256] {
    let mut at = 0;
    while at < more.len() {
        table[more[at] as usize] = true;
        at += 1;
    }
    table
}

/// The words of a text on one line, with one blank between them.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text as it begins a line.
pub(crate) fn capitalised(text: &str) -> String {
    // A mark before a word is not its first letter.
    let bare = text.trim_start_matches(super::marks::OPEN);
    let mut letters = bare.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    text[..text.len() - bare.len()].chars().chain(first).chain(letters).collect()
}

/// The first characters of a text.
pub(crate) fn beginning(text: &str, most: usize) -> &str {
    text.char_indices().nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The beginning of a text, with a sign that there is more of it.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let begin = beginning(text, most);
    if begin.len() < text.len() { format!("{begin}…") } else { text.to_string() }
}

/// The same, measured in bytes.
pub(crate) fn within_bytes(text: &str, most: usize) -> String {
    if text.len() <= most {
        text.to_string()
    } else {
        format!("{}…", &text[..text.floor_char_boundary(most)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_look_at_bytes_finds_what_the_look_at_characters_finds() {
        for c in '\0'..=char::MAX {
            let text = format!("å{c}–");
            assert_eq!(find_forbidden(&text), is_forbidden(c).then_some((2, c)), "{c:?}");
        }
    }

    #[test]
    fn what_is_shown_holds_nothing_that_a_terminal_obeys() {
        assert_eq!(visible("a\u{1b}]52;c;x\u{7}\r\n\tå"), "a\\u{1b}]52;c;x\\u{7}\r\n\tå");
        assert_eq!(visible("a\rb\r"), "a\\u{d}b\\u{d}");
        assert_eq!(visible_line("a\n::error::\u{202e}\u{9b}"), "a\\u{a}::error::\\u{202e}\\u{9b}");
        // Persian needs its joiner, and a family is one sign.
        assert!(matches!(visible_line("می\u{200c}خواهم 👨\u{200d}👩 ❤\u{fe0f}"), Cow::Borrowed(_)));
        for c in '\0'..=char::MAX {
            let text = c.to_string();
            assert!(!visible_line(&text).chars().any(|c| c.is_control() || is_escaped(c)), "{c:?}");
        }
    }
}
