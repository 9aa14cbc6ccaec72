//! Running text: what can be tapped becomes a link, and words in braces become holes for what a centre's file says.

use std::ops::Range;

use super::Draft;
use crate::base::{At, Code};
use crate::parse::contacts::{self, ContactKind};
use crate::parse::fills::{self, Fill};
use crate::parse::markdown::text::{self, Escaping};
use crate::parse::markdown::{FillRef, Piece};

/// How many words in braces a text may have, and how many boxes of centres. Each is short, and what it stands for may be long.
const MOST_FILLS: usize = 100;
pub const MOST_BOXES: usize = 50;

impl Draft<'_, '_> {
    /// Tells that there is more of something than a page can show.
    pub fn too_many(&mut self, span: Range<usize>, kind: &'static str, most: usize) {
        if !self.too_much.contains(&kind) {
            self.too_much.push(kind);
            let words = self.report.add(Code::TooMuch, At::Span(self.source.span(&span)));
            words.with("kind", kind).with("most", most).with("number", most);
        }
    }

    /// Writes a text of the source that begins at a place, and whose first `kept` bytes stay as they were typed.
    pub fn running(&mut self, shown: &str, kept: usize, start: usize) {
        let linked = self.blocks.heading.is_none() && !self.links.is_open();
        self.running_in(shown, (kept, start), linked);
    }

    /// The same where links may stand, or must not.
    pub fn running_in(&mut self, shown: &str, (kept, start): (usize, usize), linked: bool) {
        let mut from = 0;
        if shown.contains('{') {
            for (range, fill) in fills::find(shown).into_iter().filter(|(range, _)| range.start >= kept) {
                if self.body.fills.len() == MOST_FILLS {
                    self.too_many(start + range.start..start + range.end, "fills", MOST_FILLS);
                    break;
                }
                let before = shown.get(from..range.start).unwrap_or_default();
                self.tappable(before, (kept.saturating_sub(from), start + from), linked);
                let span = self.source.span(&(start + range.start..start + range.end));
                from = range.end;
                self.fill(FillRef { fill, linked, span });
            }
        }
        let rest = shown.get(from..).unwrap_or_default();
        self.tappable(rest, (kept.saturating_sub(from), start + from), linked);
    }

    fn fill(&mut self, fill: FillRef) {
        self.blocks.words();
        self.out.hole(Piece::Fill(self.body.fills.len()));
        self.body.fills.push(fill);
    }

    /// Writes a text without words in braces.
    fn tappable(&mut self, shown: &str, (kept, start): (usize, usize), linked: bool) {
        let found = contacts::find(shown);
        let mut from = 0;
        for contact in found {
            let is_number = matches!(contact.what, ContactKind::Phone(_));
            if contact.range.start < kept
                || is_number && contact.range.end == shown.len() && self.goes_on(start + shown.len())
            {
                continue;
            }
            let before = shown.get(from..contact.range.start).unwrap_or_default();
            text::write(&mut self.out.html, before, kept.saturating_sub(from), Escaping::Html);
            contacts::write(&mut self.out.html, shown, &contact, linked);
            from = contact.range.end;
        }
        let rest = shown.get(from..).unwrap_or_default();
        text::write(&mut self.out.html, rest, kept.saturating_sub(from), Escaping::Html);
    }

    /// Do more digits follow at once in the next line? Then nobody can tell where a number ends.
    fn goes_on(&self, end: usize) -> bool {
        let rest = self.source.after(end);
        let next = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix('\n'));
        next.is_some_and(|next| next.trim_start_matches([' ', '>']).starts_with(|c: char| c.is_ascii_digit()))
    }

    /// Writes the words in braces at a heading's end, which the parser took for attributes.
    pub fn braces_of_heading(&mut self, braces: &str, start: usize) {
        let is_fill = |found: &[(std::ops::Range<usize>, Fill)]| !found.is_empty();
        if is_fill(&fills::find(braces)) {
            self.running_in(braces, (0, start), false);
        } else {
            text::escape(&mut self.out.html, braces);
        }
    }
}
