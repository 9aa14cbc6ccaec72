//! Footnotes: numbered as they are referred to, gathered at the end, with ways there and back.

use std::collections::HashMap;
use std::ops::Range;

use super::Draft;
use crate::base::{At, Code};
use crate::parse::markdown::Piece;
use crate::parse::markdown::out::Out;

/// Notes and what refers to them.
#[derive(Default)]
pub struct Footnotes {
    /// Number and number of references, by label.
    numbers: HashMap<String, (usize, usize)>,
    /// The labels in the order of their numbers.
    order: Vec<String>,
    /// What the notes say, and where they stand.
    notes: HashMap<String, (Vec<Piece>, Range<usize>)>,
    /// The notes being written, with what was being written around each.
    open: Vec<(String, Range<usize>, Out)>,
}

impl Draft<'_, '_> {
    /// Writes a reference to a note.
    pub fn footnote_reference(&mut self, label: &str) {
        self.blocks.words();
        // A link in a link is none, so an open one ends here.
        self.close_link();
        let next = self.footnotes.order.len() + 1;
        let label = label.to_lowercase();
        let (number, count) = *self
            .footnotes
            .numbers
            .entry(label.clone())
            .and_modify(|(_, count)| *count += 1)
            .or_insert((next, 1));
        if number == next {
            self.footnotes.order.push(label);
        }
        let id = reference_id(number, count);
        self.out.push(&format!(
            "<sup class=\"footnote-ref\"><a href=\"#fotnot-{number}\" id=\"{id}\" role=\"doc-noteref\">{number}</a></sup>"
        ));
    }

    /// Begins a note: what follows is kept for the end.
    pub fn start_footnote(&mut self, label: &str, range: Range<usize>) {
        self.block();
        self.blocks.depth += 1;
        self.footnotes.open.push((label.to_lowercase(), range, std::mem::take(&mut self.out)));
    }

    /// Ends a note.
    pub fn end_footnote(&mut self) {
        self.blocks.depth = self.blocks.depth.saturating_sub(1);
        if let Some((label, range, around)) = self.footnotes.open.pop() {
            let note = std::mem::replace(&mut self.out, around).into_pieces();
            self.footnotes.notes.entry(label).or_insert((note, range));
        }
    }

    /// Writes the notes that something refers to.
    pub fn finish_footnotes(&mut self) {
        let mut notes = std::mem::take(&mut self.footnotes.notes);
        let order = std::mem::take(&mut self.footnotes.order);
        if !order.is_empty() {
            self.out.fresh_line();
            self.out.push("<section class=\"footnotes\" role=\"doc-endnotes\">\n<h2 class=\"hidden\">");
            self.out.hole(Piece::Words("footnotes"));
            self.out.push("</h2>\n<ol>\n");
            for label in order {
                let (number, count) = self.footnotes.numbers.get(&label).copied().unwrap_or_default();
                let note = notes.remove(&label).map(|(note, _)| note).unwrap_or_default();
                self.note(number, count, note);
            }
            self.out.push("</ol>\n</section>\n");
        }
        let mut unused: Vec<Range<usize>> = notes.into_values().map(|(_, range)| range).collect();
        unused.sort_by_key(|range| range.start);
        for range in unused {
            let span = self.source.first_line(&range);
            self.report.add(Code::FootnoteUnused, At::Span(span));
        }
    }

    fn note(&mut self, number: usize, count: usize, mut note: Vec<Piece>) {
        self.out.push(&format!("<li id=\"fotnot-{number}\">"));
        // The ways back stand in the note's last paragraph.
        let paragraph = match note.last_mut() {
            Some(Piece::Html(html)) if html.ends_with("</p>\n") => {
                html.truncate(html.len() - "</p>\n".len());
                true
            }
            _ => false,
        };
        self.out.extend(note);
        for reference in 1..=count {
            let id = reference_id(number, reference);
            self.out.push(&format!(
                " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\""
            ));
            self.out.hole(Piece::Words("footnote_back"));
            let which = if count > 1 { format!(" {number}:{reference}") } else { format!(" {number}") };
            self.out.push(&format!("{which}\">↩</a>"));
        }
        self.out.push(if paragraph { "</p>\n</li>\n" } else { "</li>\n" });
    }
}

fn reference_id(number: usize, reference: usize) -> String {
    if reference > 1 { format!("fotnotsref-{number}-{reference}") } else { format!("fotnotsref-{number}") }
}
