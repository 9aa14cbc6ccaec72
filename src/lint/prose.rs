//! A text as a reader meets it: its runs of words, headings, links, pictures and tables, each with its place in the file.

mod reader;

use std::ops::Range;

use crate::base::{At, Seg};
use crate::parse::{fills, markdown};
use reader::ProseReader;

/// A text taken apart.
#[derive(Default, Debug)]
pub struct Prose {
    /// Its runs of words, in their order.
    pub runs: Vec<Run>,
    pub links: Vec<LinkText>,
    pub pictures: Vec<PictureText>,
    /// Tables of which a column has no name: where each begins.
    pub nameless_tables: Vec<Range<usize>>,
    pub tables: Vec<ProseTable>,
    /// Rows that go on after the last column of their table: what no page shows of each.
    pub lost_cells: Vec<Range<usize>>,
    /// Its lists without numbers, an outer one before those in it.
    pub lists: Vec<List>,
    /// What is shown as code because it is indented.
    pub indented: Vec<Range<usize>>,
    /// Its footnotes.
    pub notes: Vec<Range<usize>>,
    /// Its headings that are not just `#`, words and an id.
    pub headings: Vec<OddHeading>,
    /// The text as it was written.
    source: String,
    /// Where it begins in its file.
    offset: usize,
}

/// A table.
#[derive(Debug)]
pub struct ProseTable {
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// How many columns it has.
    pub columns: usize,
    /// Its rows, but for the first one.
    pub rows: Vec<Range<usize>>,
}

/// A heading that may be something else than was meant.
#[derive(Debug)]
pub struct OddHeading {
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Is there nothing to read in it?
    pub is_empty: bool,
    /// Has it attributes that do nothing here?
    pub has_attributes: bool,
}

impl Prose {
    /// What was written at a place of the file.
    pub fn written(&self, place: &Range<usize>) -> &str {
        let start = place.start.saturating_sub(self.offset);
        self.source.get(start..place.end.saturating_sub(self.offset)).unwrap_or_default()
    }

    /// The lines as they were written, with their places in the file.
    pub fn lines(&self) -> impl Iterator<Item = (Range<usize>, &str)> {
        let mut start = self.offset;
        self.source.split_inclusive('\n').map(move |whole| {
            let line = whole.trim_end();
            let place = start..start + line.len();
            start += whole.len();
            (place, line)
        })
    }

    /// Is there nothing but blanks from a place of the file on?
    pub fn ends_at(&self, place: usize) -> bool {
        self.is_blank(place..self.offset + self.source.len())
    }

    /// Is there nothing but blanks at a place of the file?
    pub fn is_blank(&self, place: Range<usize>) -> bool {
        self.written(&place).trim().is_empty()
    }
}

/// A list without numbers.
#[derive(Debug)]
pub struct List {
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Do its items begin with `-`, not with `*` or `+`?
    pub has_hyphens: bool,
}

/// What a run of words is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RunKind {
    /// Running text.
    Paragraph,
    /// A heading and its level.
    Heading(usize),
    /// An item of a list, a note, a cell of a table.
    Other,
}

/// A run of words.
#[derive(Clone, Debug)]
pub struct Run {
    /// What it is.
    pub kind: RunKind,
    /// Its words; code and addresses leave a sign that is no letter.
    pub text: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
    /// Where its lines begin in the text, but for the first.
    pub lines: Vec<usize>,
    /// Those of its lines that the page does not show as lines: they run on after the one before.
    pub joined: Vec<usize>,
    /// What of it is bold.
    pub bold: Vec<Range<usize>>,
    /// How many open emphases the reader stands in.
    strong: usize,
    /// Where parts of the text begin, and where that stands in the file.
    pieces: Vec<(usize, usize)>,
    /// The field of YAML that it stands in, whose lines are not those of the file; none for the text below the front matter.
    field: Option<Vec<Seg>>,
}

/// A link as it is shown.
#[derive(Debug)]
pub struct LinkText {
    /// Its text, with a sign that is no letter for a picture that says something; empty where the link shows nothing.
    pub text: String,
    /// Where it leads.
    pub target: String,
    /// Where the text stands in the file; the whole link where it has none.
    pub span: Range<usize>,
    /// Is the text the address, in angle brackets?
    pub is_address: bool,
}

/// A picture as it is told.
#[derive(Debug)]
pub struct PictureText {
    /// Its alt text.
    pub alt: String,
    pub caption: String,
    /// Its file, as written.
    pub target: String,
    /// Where it stands in the file.
    pub span: Range<usize>,
}

/// Stands where something is that is no word.
pub const GAP: char = '\u{fffc}';

impl Run {
    /// A run that is all of a text which stands at one place.
    #[cfg(test)]
    pub fn plain(text: &str, at: usize) -> Self {
        Self {
            text: text.to_string(),
            pieces: vec![(0, at)],
            ..Self::new(RunKind::Paragraph, at..at + text.len())
        }
    }

    /// A field of YAML that is one run.
    pub fn of_field(kind: RunKind, text: &str, path: Vec<Seg>) -> Self {
        let mut run = Self { field: Some(path), ..Self::new(kind, 0..text.len()) };
        run.push_words(text, 0);
        run
    }

    fn new(kind: RunKind, span: Range<usize>) -> Self {
        Self {
            kind,
            text: String::new(),
            span,
            lines: Vec::new(),
            joined: Vec::new(),
            bold: Vec::new(),
            strong: 0,
            pieces: Vec::new(),
            field: None,
        }
    }

    pub fn each_line(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let starts = std::iter::once(0).chain(self.lines.iter().copied());
        let ends = self.lines.iter().copied().chain([self.text.len()]);
        starts.zip(ends).map(|(start, end)| start..end)
    }

    /// A part of the text as a place for a diagnostic.
    pub fn at(&self, part: &Range<usize>) -> At {
        match &self.field {
            Some(path) => {
                let words = self.text.get(part.clone()).unwrap_or_default().to_string();
                // A field that is one run has no pieces.
                let from = if self.pieces.is_empty() { part.start } else { self.place(part).start };
                At::Part { path: path.clone(), in_key: false, words, from: Some(from) }
            }
            None => At::Span(self.place(part)),
        }
    }

    /// The place in the file of a part of the text.
    pub fn place(&self, part: &Range<usize>) -> Range<usize> {
        let of = |at: usize| {
            let piece = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
            self.pieces.get(piece).map_or(self.span.start, |(start, source)| source + (at - start))
        };
        // An end lies behind its last letter, so that a piece that begins there does not count.
        let start = of(part.start);
        start..(of(part.end.saturating_sub(1).max(part.start)) + 1).max(start)
    }

    fn begin_bold(&mut self) {
        // What is bold in what is bold is so already.
        if self.strong == 0 {
            self.bold.push(self.text.len()..usize::MAX);
        }
        self.strong += 1;
    }

    /// Adds a text that stands at a place; words in braces that a centre's file fills in are no words of the writer's.
    fn push_words(&mut self, text: &str, at: usize) {
        let mut from = 0;
        if text.contains('{') {
            // Other words in braces are told of as such, and read as they stand.
            for (range, _) in fills::find(text).into_iter().filter(|(_, fill)| fill.asked.is_some()) {
                self.push(&text[from..range.start], at + from);
                self.push(&GAP.to_string(), at + range.start);
                from = range.end;
            }
        }
        self.push(&text[from..], at + from);
    }

    fn push(&mut self, text: &str, at: usize) {
        self.pieces.push((self.text.len(), at));
        self.text.push_str(text);
    }
}

/// Takes a text apart that begins `offset` bytes into its file.
pub fn read(text: &str, offset: usize) -> Prose {
    let mut reader = ProseReader::of(text, offset);
    markdown::walk(text, |event, range| reader.event(event, range));
    let mut prose = reader.prose;
    prose.runs.sort_by_key(|run| run.span.start);
    Prose { source: text.to_string(), offset, ..prose }
}

/// Takes Markdown apart that stands in a field of YAML.
pub fn read_field(text: &str, path: &[Seg]) -> Prose {
    let mut prose = read(text, 0);
    for run in &mut prose.runs {
        run.field = Some(path.to_vec());
    }
    prose
}
