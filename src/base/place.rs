//! Places in a text as people see them: line, column, and the line itself.
//!
//! A place is found from bytes, and only when it is shown: counting the characters before each of many faults in one long line would cost
//! the line for each of them.

use std::cell::{OnceCell, RefCell};
use std::hash::{Hash, Hasher};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::characters::is_escaped;

/// A place as people see it. Two are the same where the same is shown: a line of a megabyte may have a hundred thousand faults, and is not gone
/// through for each of them.
#[derive(Clone, Eq, Debug, Serialize, Deserialize)]
pub struct LinePlace {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters of the line are meant, at least 1.
    pub width: usize,
    /// The line itself, shared by all places in it.
    pub text: Arc<str>,
    /// The bytes of the line that are meant, so that nobody need count its characters again.
    bytes: Range<usize>,
}

impl PartialEq for LinePlace {
    fn eq(&self, other: &Self) -> bool {
        let numbers = |place: &Self| (place.line, place.column, place.width, place.bytes.clone());
        numbers(self) == numbers(other) && (Arc::ptr_eq(&self.text, &other.text) || self.cut() == other.cut())
    }
}

impl Hash for LinePlace {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.line, self.column, self.width).hash(state);
    }
}

impl LinePlace {
    /// The place of some bytes in a line.
    pub fn in_line(line: usize, text: &str, bytes: Range<usize>) -> Self {
        let count = |range: Range<usize>| text.get(range).map_or(0, |part| part.chars().count());
        let (column, width) = (count(0..bytes.start) + 1, count(bytes.clone()).max(1));
        Self { line, column, width, text: text.into(), bytes }
    }

    /// The line, or of a very long one the part around the place: a thousand faults in one line would else fill a disk.
    pub fn excerpt(&self) -> String {
        self.cut().0
    }

    /// The same with the bytes of it that are meant.
    pub fn cut(&self) -> (String, Range<usize>) {
        const BEFORE: usize = 200;
        const AFTER: usize = 400;
        const CUT: &str = "…";
        let Range { start, end } = self.bytes;
        if self.text.len() <= BEFORE + AFTER {
            return (self.text.to_string(), start..end);
        }
        let first = self.text.floor_char_boundary(start.saturating_sub(BEFORE));
        let last = self.text.floor_char_boundary(start + AFTER);
        let before = if first > 0 { CUT } else { "" };
        let after = if last < self.text.len() { CUT } else { "" };
        let shift = |at: usize| at.min(last) - first + before.len();
        (format!("{before}{}{after}", &self.text[first..last]), shift(start)..shift(end))
    }

    /// The same for a screen: what nobody sees, or a terminal would obey, is shown as an escape. With it the bytes that are meant.
    pub fn shown(&self) -> (String, Range<usize>) {
        let (line, meant) = self.cut();
        let mut shown = String::with_capacity(line.len() + 8);
        let mut mark = (None, None);
        for (at, c) in line.char_indices() {
            if at >= meant.start {
                mark.0.get_or_insert(shown.len());
            }
            if at >= meant.end {
                mark.1.get_or_insert(shown.len());
            }
            if matches!(c, '\r' | '\n') || is_escaped(c) {
                shown.extend(c.escape_unicode())
            } else {
                shown.push(c)
            }
        }
        let range = mark.0.unwrap_or(shown.len())..mark.1.unwrap_or(shown.len());
        (shown, range)
    }
}

/// A text's lines, found once for all places in it, and only when a place is asked for.
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line begins, after a byte order mark in the first: editors show none, so it is no column either.
    starts: OnceCell<Vec<usize>>,
    /// How many characters begin before each [`BLOCK`], counted when a line is long: a line may have as many places as letters.
    counts: OnceCell<Vec<usize>>,
    /// The line that was shown last: a long one with many faults is kept once.
    last: RefCell<Option<(usize, Arc<str>)>>,
}

/// How many bytes are counted at once.
const BLOCK: usize = 1024;

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, starts: OnceCell::new(), counts: OnceCell::new(), last: RefCell::new(None) }
    }

    /// The place of a byte range.
    pub fn place(&self, span: Range<usize>) -> LinePlace {
        let text = self.text;
        let starts = self.starts.get_or_init(|| {
            let others = text.match_indices('\n').map(|(at, _)| at + 1);
            std::iter::once(byte_order_mark(text)).chain(others).collect()
        });
        let start = text.floor_char_boundary(span.start);
        let line = starts.partition_point(|first| *first <= start).max(1);
        let first = starts.get(line - 1).copied().unwrap_or_default();
        let last = starts.get(line).map_or(text.len(), |next| next - 1);
        let start = start.clamp(first, last);
        let end = text.floor_char_boundary(span.end).clamp(start, last);
        let text = self.line(line, first..last);
        let width = self.characters(start..end).max(1);
        // Of a return before the line's end nothing is shown, and of a place between two letters the next one.
        let start_within = (start - first).min(text.len());
        let letter = || text[start_within..].chars().next().map_or(0, char::len_utf8);
        let length = if end > start { end - start } else { letter() };
        let bytes = start_within..(start_within + length).min(text.len());
        LinePlace { line, column: self.characters(first..start) + 1, width, bytes, text }
    }

    /// How many characters begin in a part of the text.
    fn characters(&self, part: Range<usize>) -> usize {
        let begin = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let bytes = self.text.as_bytes();
        if part.len() <= BLOCK {
            return begin(bytes.get(part).unwrap_or_default());
        }
        let counts = self.counts.get_or_init(|| {
            let before = |sum: &mut usize, block: &[u8]| {
                let here = *sum;
                *sum += begin(block);
                Some(here)
            };
            bytes.chunks(BLOCK).chain([&[] as &[u8]]).scan(0, before).collect()
        });
        let before = |at: usize| {
            let block = at / BLOCK;
            counts.get(block).copied().unwrap_or_default()
                + begin(bytes.get(block * BLOCK..at).unwrap_or_default())
        };
        before(part.end) - before(part.start)
    }

    fn line(&self, number: usize, span: Range<usize>) -> Arc<str> {
        let mut last = self.last.borrow_mut();
        if let Some((known, text)) = last.as_ref()
            && *known == number
        {
            return text.clone();
        }
        let text: Arc<str> = self.text.get(span).unwrap_or_default().trim_end_matches('\r').into();
        *last = Some((number, text.clone()));
        text
    }
}

/// How long the byte order mark is that some editors put before a text, in bytes. Files glued together by a
/// program can have more than one.
pub fn byte_order_mark(text: &str) -> usize {
    text.len() - text.trim_start_matches('\u{feff}').len()
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

    use super::*;

    #[test]
    fn a_place_counts_characters_not_bytes() {
        let text = "första\nåäö x: ö\nsista";
        let at = text.find("x:").unwrap();
        let place = Lines::of(text).place(at..at + 1);
        assert_eq!((place.line, place.column, place.width, &*place.text), (2, 5, 1, "åäö x: ö"));
    }

    #[test]
    fn places_are_the_same_where_the_same_is_shown_and_a_long_line_is_not_gone_through_for_each() {
        let of = |text: &str, at: Range<usize>| Lines::of(text).place(at);
        let hash = |place: &LinePlace| BuildHasherDefault::<DefaultHasher>::default().hash_one(place);
        let long = "å".repeat(5_000);
        let (one, other) =
            (of(&format!("{long}x{long}"), 10_000..10_001), of(&format!("{long}x{long}å"), 10_000..10_001));
        assert_eq!((&one, hash(&one)), (&other, hash(&other)));
        assert_ne!(one, of(&format!("{long}y{long}"), 10_000..10_001));
        assert_ne!(one, of(&format!("{long}x{long}"), 10_001..10_003));
        assert_ne!(of("a x", 2..3), of("b x", 2..3));
    }

    #[test]
    fn a_place_beyond_the_end_or_within_a_character_is_still_a_place() {
        assert_eq!(Lines::of("å").place(1..99).column, 1);
        assert_eq!(Lines::of("").place(5..9).line, 1);
    }
}
