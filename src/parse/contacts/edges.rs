//! Where a number may begin and end within a text.

use std::ops::Range;

/// Do no letters, digits or signs touch it that make it a part of something else?
pub fn stands_free(text: &str, range: Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let mut signs = before.chars().rev();
    let begins = match signs.next() {
        None => true,
        Some(c) if c.is_alphanumeric() || "_#@%=&+*§€$£~^\\".contains(c) => false,
        // `Tel.08-…`, `ring:08-…` and `växel/08-…`, but not `10:08-…`.
        Some('.' | ',' | ':' | '/' | ')') => {
            !signs.next().is_some_and(|c| c.is_ascii_digit()) || ends_number(before)
        }
        Some('-' | '–' | '—' | '\u{2010}' | '\u{2011}') => signs.next().is_none_or(char::is_whitespace),
        Some(_) => true,
    };
    let after = text.get(range.end..).unwrap_or_default();
    let mut signs = after.chars();
    begins
        && match signs.next() {
            None => true,
            Some(c) if c.is_alphanumeric() || "_@%=§€$£~^\\°".contains(c) => false,
            Some('.' | ',' | ':' | '-' | '–' | '\u{2010}' | '\u{2011}') => {
                !signs.next().is_some_and(|c| c.is_ascii_digit())
            }
            Some(_) => true,
        }
}

/// `08-530 610 00/070-123 45 67`: after eight digits and more another number may follow.
fn ends_number(before: &str) -> bool {
    let tail = before.trim_end_matches(['/', ',', '.', ':', ')']);
    let digits = tail.bytes().rev().take(14).filter(u8::is_ascii_digit).count();
    before.ends_with(['/', ',']) && digits >= 8
}
