//! Ranges of numbers on pages that are read from the right.
//!
//! What stands between two numbers takes the direction of the text round it: so *9–12* in an Arabic sentence is shown as *12–9*, beside opening hours that the page itself shows as they
//! are meant. Each range is therefore an element of its own that is read from the left, as hours and phone numbers are.

use memchr::memmem;

use super::BreakMark;

/// What a range begins with.
pub(super) const BEGIN: &str = "<bdi dir=\"ltr\">";

/// What a range ends with.
pub(super) const END: &str = "</bdi>";

/// Where in a page its own element stands.
const HEAD: usize = 200;

/// Shorter is no range.
const SHORTEST: usize = "1-2".len();

/// What stands between two numbers, and turns them round.
const DASHES: [&str; 7] = ["–", " – ", "-", " - ", "—", "/", "−"];

/// What stands within a number: a time, a decimal, a date.
const POINTS: [&str; 3] = [":", ".", ","];

/// Is the page itself read from the right?
pub(super) fn is_read_from_the_right(page: &[u8]) -> bool {
    let head = &page[..page.len().min(HEAD)];
    let Some(at) = memmem::find(head, b"<html") else { return false };
    let tag = &head[at..];
    let tag = &tag[..memchr::memchr(b'>', tag).unwrap_or(tag.len())];
    memmem::find(tag, b"dir=\"rtl\"").is_some()
}

/// Finds where ranges begin and end.
pub(super) fn find(text: &[u8], start: usize, spots: &mut Vec<(usize, BreakMark)>) {
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let from = at + found;
        let (length, has_dash) = length(&text[from..]);
        at = from + length;
        if length >= SHORTEST && has_dash && stands_alone(text, from, at) {
            spots.push((start + from, BreakMark::RunBegins));
            spots.push((start + at, BreakMark::RunEnds));
        }
    }
}

/// How long the numbers are that begin here, and whether something that turns them round stands among them.
fn length(text: &[u8]) -> (usize, bool) {
    let mut end = digits(text);
    let mut has_dash = false;
    loop {
        let rest = &text[end..];
        let follows = |between: &&&str| {
            rest.starts_with(between.as_bytes()) && rest.get(between.len()).is_some_and(u8::is_ascii_digit)
        };
        let dash = DASHES.iter().find(follows);
        let Some(between) = dash.or_else(|| POINTS.iter().find(follows)) else { return (end, has_dash) };
        has_dash |= dash.is_some();
        end += between.len();
        end += digits(&text[end..]);
    }
}

fn digits(text: &[u8]) -> usize {
    text.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len())
}

/// Is it no part of a name, an address or a number of another kind? A letter of Arabic may stand before it: *and* is written together with what follows.
fn stands_alone(text: &[u8], from: usize, to: usize) -> bool {
    let is_part =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'@' | b'=' | b'#');
    !from.checked_sub(1).and_then(|before| text.get(before)).is_some_and(is_part)
        && !text.get(to).is_some_and(is_part)
}
