//! Character references (`&#16;`) that stand for what no text has. The parser decodes them, so that they would pass where the character
//! itself is refused.

use std::collections::HashSet;
use std::ops::Range;

use memchr::memmem;
use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::Draft;
use crate::base::characters::{find_forbidden, is_forbidden};
use crate::base::{At, Code};

/// More such places in one text help nobody.
const MOST: usize = 200;

/// The references of a text, and which of them were told.
#[derive(Default)]
pub struct References {
    /// Where each stands, and the number of the character.
    all: Vec<(Range<usize>, u32)>,
    told: HashSet<usize>,
}

impl References {
    /// Those in a text that stand for what no text has, wherever they are: in code they stand for themselves.
    pub fn of(text: &str) -> Self {
        let mut all = Vec::new();
        for start in memmem::find_iter(text.as_bytes(), b"&#") {
            let rest = text.get(start + 2..).unwrap_or_default();
            let (digits, radix, most) = match rest.strip_prefix(['x', 'X']) {
                Some(digits) => (digits, 16, 6),
                None => (rest, 10, 7),
            };
            // The bound keeps the cost linear.
            let length =
                digits.bytes().take(most + 1).take_while(|byte| char::from(*byte).is_digit(radix)).count();
            let number = digits.get(..length).filter(|_| length <= most && digits[length..].starts_with(';'));
            let Some(number) = number.and_then(|digits| u32::from_str_radix(digits, radix).ok()) else {
                continue;
            };
            // Half a character, or one beyond the last: the reader would meet a sign for a lost letter.
            if char::from_u32(number).is_none_or(is_forbidden) {
                let end = start + 2 + (rest.len() - digits.len()) + length + 1;
                all.push((start..end, number));
            }
        }
        Self { all, told: HashSet::new() }
    }
}

impl Draft<'_, '_> {
    /// Tells of references that an event was made of.
    pub fn refuse_references(&mut self, event: &Event<'_>, range: &Range<usize>) {
        if self.references.all.is_empty() || self.references.told.len() >= MOST {
            return;
        }
        let strange = |text: &str| find_forbidden(text).is_some() || text.contains('\u{fffd}');
        let is_decoded = match event {
            Event::Text(shown) => shown.len() != range.len() && strange(shown),
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                strange(dest_url) || strange(title)
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => strange(info),
            _ => false,
        };
        if !is_decoded {
            return;
        }
        let all = &self.references.all;
        let first = all.partition_point(|(place, _)| place.start < range.start);
        let here = all.iter().enumerate().skip(first).take_while(|(_, (place, _))| place.end <= range.end);
        let mut here: Vec<usize> = here.map(|(index, _)| index).collect();
        if here.is_empty() {
            // The address of a link by reference stands elsewhere: one of those that nothing else was made of.
            here.extend((0..all.len()).find(|index| !self.references.told.contains(index)));
        }
        for index in here {
            if self.references.told.insert(index) {
                let (place, number) = self.references.all[index].clone();
                let at = At::Span(self.source.span(&place));
                self.report.add(Code::ControlCharacter, at).with("character", format!("{number:04X}"));
            }
        }
    }
}
