//! Where the letters of a value stand as they were written: between quotation marks, after escapes, on lines of their own.
//!
//! A rule for texts knows a place in the value. To look for its words in the file would find the first that are alike, and to count
//! them would go through the text for each; so value and file are gone through side by side, once for all places of a field.

use std::ops::Range;

/// The bytes of a value, and where each was written.
#[derive(Debug)]
pub struct Written {
    value: String,
    /// For each byte of the value, and for its end, the byte in what was written.
    places: Vec<usize>,
}

impl Written {
    /// Goes through a value and what was written for it.
    pub fn of(value: &str, written: &str) -> Self {
        let mut reader = WrittenReader::at_beginning(written);
        let mut places = Vec::with_capacity(value.len() + 1);
        for letter in value.chars() {
            let at = reader.take(letter);
            places.extend((0..letter.len_utf8()).map(|byte| at + byte));
        }
        places.push(reader.at);
        Self { value: value.to_string(), places }
    }

    /// Where words are written that stand at a byte of the value; the first of them where a line ends within them.
    pub fn find(&self, words: &str, from: usize) -> Option<Range<usize>> {
        // Of titles and leads the blanks around are left out.
        let skipped = self.value.len() - self.value.trim_start().len();
        let first = words.split_whitespace().next()?;
        let stands =
            |words: &str, at: usize| self.value.get(at..).is_some_and(|rest| rest.starts_with(words));
        let (at, length) = [from, from + skipped].into_iter().find_map(|at| {
            let words = [words, first].into_iter().find(|words| stands(words, at))?;
            Some((at, words.len()))
        })?;
        Some(*self.places.get(at)?..*self.places.get(at + length)?)
    }
}

/// How a value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Plain,
    Single,
    Double,
}

struct WrittenReader<'a> {
    written: &'a str,
    style: Style,
    at: usize,
}

impl<'a> WrittenReader<'a> {
    fn at_beginning(written: &'a str) -> Self {
        let (style, at) = match written.bytes().next() {
            Some(b'"') => (Style::Double, 1),
            Some(b'\'') => (Style::Single, 1),
            // A block begins on the line after its sign.
            Some(b'|' | b'>') => (Style::Plain, written.find('\n').map_or(0, |end| end + 1)),
            _ => (Style::Plain, 0),
        };
        Self { written, style, at }
    }

    fn rest(&self) -> &'a str {
        self.written.get(self.at..).unwrap_or_default()
    }

    /// Where a letter of the value is written; what follows is read next.
    fn take(&mut self, letter: char) -> usize {
        if letter.is_whitespace() {
            return self.take_blank(letter);
        }
        self.skip_blanks();
        let at = self.at;
        self.at += match (self.style, self.rest().as_bytes()) {
            (Style::Double, [b'\\', escape, ..]) => escape_length(*escape),
            (Style::Single, [b'\'', b'\'', ..]) => 2,
            _ if self.rest().starts_with(letter) => letter.len_utf8(),
            // Something else than was thought: the next letter may be found again.
            _ => 0,
        };
        at
    }

    /// A blank of the value is a blank, an escape, or the end of a line with all that stands before the next word.
    fn take_blank(&mut self, letter: char) -> usize {
        let at = self.at;
        if self.rest().starts_with(letter) && letter != '\n' {
            self.at += letter.len_utf8();
        } else if let (Style::Double, [b'\\', escape, ..]) = (self.style, self.rest().as_bytes())
            && !matches!(escape, b'\n' | b'\r')
        {
            self.at += escape_length(*escape);
        } else {
            self.skip_blanks();
        }
        at
    }

    /// Skips what folds away: blanks, ends of lines, and the sign that a line goes on.
    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            let blank = rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
            let goes_on = self.style == Style::Double && rest[blank..].starts_with("\\\n");
            self.at += blank + if goes_on { 2 } else { 0 };
            if !goes_on {
                return;
            }
        }
    }
}

fn escape_length(escape: u8) -> usize {
    match escape {
        b'x' => 4,
        b'u' => 6,
        b'U' => 10,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_where_they_were_written_in_every_style_of_yaml() {
        for (written, value, words, nth) in [
            ("den 3/4 och 3/4", "den 3/4 och 3/4", "3/4", 1),
            ("\"a \\\"b\\\" \\u00e5 3/4, 3/4\"", "a \"b\" å 3/4, 3/4", "3/4", 1),
            ("'it''s 3/4, 3/4'", "it's 3/4, 3/4", "3/4", 1),
            (">\n  den 3/4\n  och\n\n  den 3/4\n", "den 3/4 och\nden 3/4\n", "3/4", 1),
            ("|\n  den 3/4\n\n  den 3/4\n", "den 3/4\n\nden 3/4\n", "3/4", 1),
            ("den 3/4\n    och\n    3/4", "den 3/4 och 3/4", "3/4", 1),
            ("\"den 3/4 \\\n   och 3/4\"", "den 3/4 och 3/4", "3/4", 1),
            ("\"  den 3/4\"", "  den 3/4", "3/4", 0),
        ] {
            let (from, _) = value.match_indices(words).nth(nth).unwrap();
            let (expected, _) = written.match_indices(words).nth(nth).unwrap();
            let found = Written::of(value, written).find(words, from);
            assert_eq!(found, Some(expected..expected + words.len()), "{written}");
        }
    }

    #[test]
    fn of_words_over_two_lines_the_first_is_found_and_blanks_before_a_title_do_not_count() {
        let written = Written::of("  den tredje april", "\"  den\n  tredje april\"");
        assert_eq!(written.find("den\ntredje", 0), Some(3..6));
        assert_eq!(written.find("maj", 0), None);
    }
}
