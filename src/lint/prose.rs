//! A text as a reader meets it: its runs of words, headings, links, pictures and tables, each with its place in the file.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use crate::base::{At, Seg, is_slug};
use crate::parse::{fills, markdown};

/// A text taken apart.
#[derive(Default, Debug)]
pub struct Prose {
    /// Its runs of words, in their order.
    pub runs: Vec<Run>,
    /// Its links.
    pub links: Vec<LinkText>,
    /// Its pictures.
    pub pictures: Vec<PictureText>,
    /// Tables of which a column has no name: where each begins.
    pub nameless_tables: Vec<Range<usize>>,
    /// Rows that go on after the last column of their table: what no page shows of each.
    pub lost_cells: Vec<Range<usize>>,
    /// Its lists without numbers, an outer one before those in it.
    pub lists: Vec<List>,
    /// What is shown as code because it is indented.
    pub indented: Vec<Range<usize>>,
    /// Its footnotes.
    pub notes: Vec<Range<usize>>,
    /// Its headings that are not just `#`, words and an id.
    pub headings: Vec<Heading>,
    /// The text as it was written.
    source: String,
    /// Where it begins in its file.
    offset: usize,
}

/// A heading that may be something else than was meant.
#[derive(Debug)]
pub struct Heading {
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
pub enum Kind {
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
    pub kind: Kind,
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
    /// Its caption.
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
            ..Self::new(Kind::Paragraph, at..at + text.len())
        }
    }

    /// A field of YAML that is one run.
    pub fn of_field(kind: Kind, text: &str, path: Vec<Seg>) -> Self {
        let mut run = Self { field: Some(path), ..Self::new(kind, 0..text.len()) };
        run.push_words(text, 0);
        run
    }

    fn new(kind: Kind, span: Range<usize>) -> Self {
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

    /// Its lines.
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
            for (range, _) in fills::find(text) {
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
    let mut reader = Reader { text, offset, ..Reader::default() };
    markdown::walk(text, |event, range| reader.event(event, range));
    reader.prose.runs.sort_by_key(|run| run.span.start);
    Prose { source: text.to_string(), offset, ..reader.prose }
}

/// Takes Markdown apart that stands in a field of YAML.
pub fn read_field(text: &str, path: &[Seg]) -> Prose {
    let mut prose = read(text, 0);
    for run in &mut prose.runs {
        run.field = Some(path.to_vec());
    }
    prose
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    offset: usize,
    prose: Prose,
    open: Vec<Run>,
    links: Vec<LinkText>,
    picture: Option<PictureText>,
    /// How many lists, notes and tables are open.
    depth: usize,
    cell: Cell,
    in_code: bool,
}

/// Where in a table's head the reader is.
#[derive(Default)]
struct Cell {
    in_head: bool,
    column: usize,
    words: usize,
    table: Range<usize>,
    nameless: usize,
    /// How many columns it has.
    columns: usize,
}

/// What of a row lies behind its last column, without the line at its end.
fn beyond(row: &str, columns: usize) -> Option<Range<usize>> {
    let line = row.lines().next()?.trim_end();
    let inner = line.strip_suffix('|').filter(|inner| !inner.ends_with('\\')).unwrap_or(line);
    let first = line.len() - line.trim_start().len();
    let first = first + usize::from(inner.get(first..)?.starts_with('|'));
    let lines = inner.get(first..)?.match_indices('|').map(|(at, _)| first + at);
    let end = lines.filter(|at| !inner[..*at].ends_with('\\')).nth(columns.checked_sub(1)?)?;
    let rest = inner.get(end + 1..)?;
    let start = end + 1 + (rest.len() - rest.trim_start().len());
    (!rest.trim().is_empty()).then(|| start..inner.trim_end().len())
}

impl Reader<'_> {
    fn at(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some(picture) = &mut self.picture {
            match event {
                Event::Text(text) | Event::Code(text) => picture.alt.push_str(&text),
                Event::End(TagEnd::Image) => self.end_picture(),
                _ => {}
            }
            return;
        }
        match event {
            Event::Start(tag) => self.start(tag, &range),
            Event::End(tag) => self.end(tag),
            Event::Text(_) if self.in_code => {}
            Event::Text(text) => self.words(&text, &range),
            Event::Code(text) => self.code(&text, &range),
            Event::SoftBreak | Event::HardBreak => {
                self.words(" ", &range);
                if let Some(run) = self.open.last_mut() {
                    run.lines.push(run.text.len());
                    if event == Event::SoftBreak {
                        run.joined.push(run.text.len());
                    }
                }
            }
            // Of HTML the page shows the signs, but for remarks.
            Event::InlineHtml(html) if !html.starts_with("<!--") => {
                if let Some(link) = self.links.last_mut() {
                    link.text.push_str(&html);
                }
            }
            _ => {}
        }
    }

    /// Ends a picture. In a link its alt text is what the link says, unless it says that the picture only decorates.
    fn end_picture(&mut self) {
        let Some(picture) = self.picture.take() else { return };
        if let Some(link) = self.links.last_mut()
            && !markdown::DECORATIVE.contains(&picture.alt.trim())
        {
            link.text.push(GAP);
        }
        self.prose.pictures.push(picture);
    }

    fn start(&mut self, tag: Tag<'_>, range: &Range<usize>) {
        let place = self.at(range);
        match tag {
            Tag::Paragraph => {
                let kind = if self.depth == 0 { Kind::Paragraph } else { Kind::Other };
                self.run(kind, place);
            }
            Tag::Strong => self.bold(Run::begin_bold),
            Tag::Heading { level, id, classes, .. } => {
                let has_attributes = !classes.is_empty() || id.is_some_and(|id| !is_slug(&id));
                self.prose.headings.push(Heading { span: place.clone(), is_empty: true, has_attributes });
                self.run(Kind::Heading(level as usize), place);
            }
            Tag::Item | Tag::FootnoteDefinition(_) => {
                let is_note = tag != Tag::Item;
                self.prose.notes.extend(is_note.then(|| place.clone()));
                self.depth += 1;
                self.run(Kind::Other, place);
            }
            Tag::List(None) => {
                let sign = self.text.as_bytes().get(range.start).copied();
                self.prose.lists.push(List { span: place, has_hyphens: sign == Some(b'-') });
            }
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                if kind == CodeBlockKind::Indented {
                    self.prose.indented.push(place);
                }
            }
            Tag::HtmlBlock => self.in_code = true,
            Tag::Table(_) => self.cell = Cell { table: place, ..Cell::default() },
            Tag::TableHead => self.cell.in_head = true,
            Tag::TableRow => {
                let lost = self.text.get(range.start..).and_then(|rest| beyond(rest, self.cell.columns));
                self.prose
                    .lost_cells
                    .extend(lost.map(|lost| place.start + lost.start..place.start + lost.end));
            }
            Tag::TableCell => {
                self.depth += 1;
                self.cell.words = 0;
                self.run(Kind::Other, place);
            }
            Tag::Link { link_type, dest_url, .. } => {
                let is_address = matches!(link_type, LinkType::Autolink);
                // A mail address as the text of its link says where it leads.
                let text = if link_type == LinkType::Email { dest_url.to_string() } else { String::new() };
                self.links.push(LinkText { text, target: dest_url.to_string(), span: place, is_address });
            }
            Tag::Image { dest_url, title, .. } => {
                self.picture = Some(PictureText {
                    alt: String::new(),
                    caption: title.to_string(),
                    target: dest_url.to_string(),
                    span: place,
                });
                self.cell.words += 1;
                self.fill_heading();
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold(|run| {
                run.strong = run.strong.saturating_sub(1);
                if let Some(bold) = run.bold.last_mut().filter(|_| run.strong == 0) {
                    bold.end = run.text.len();
                }
            }),
            TagEnd::Paragraph | TagEnd::Heading(_) => self.end_run(),
            TagEnd::Item | TagEnd::FootnoteDefinition => {
                self.depth = self.depth.saturating_sub(1);
                self.end_run();
            }
            TagEnd::TableCell => {
                self.depth = self.depth.saturating_sub(1);
                // The first column often names its rows, and needs no name itself.
                let nameless = self.cell.in_head && self.cell.words == 0 && self.cell.column > 0;
                self.cell.nameless += usize::from(nameless);
                self.cell.column += 1;
                self.end_run();
            }
            TagEnd::TableHead => {
                self.cell.in_head = false;
                self.cell.columns = self.cell.column;
                if self.cell.nameless > 0 {
                    self.prose.nameless_tables.push(self.cell.table.clone());
                }
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.in_code = false,
            TagEnd::Link => self.prose.links.extend(self.links.pop()),
            _ => {}
        }
    }

    fn bold(&mut self, change: impl FnOnce(&mut Run)) {
        if let Some(run) = self.open.last_mut() {
            change(run);
        }
    }

    /// The open heading says something.
    fn fill_heading(&mut self) {
        if let Some(Kind::Heading(_)) = self.open.last().map(|run| run.kind)
            && let Some(heading) = self.prose.headings.last_mut()
        {
            heading.is_empty = false;
        }
    }

    fn run(&mut self, kind: Kind, span: Range<usize>) {
        self.open.push(Run::new(kind, span));
    }

    fn end_run(&mut self) {
        self.prose.runs.extend(self.open.pop().filter(|run| !run.text.trim().is_empty()));
    }

    fn words(&mut self, text: &str, range: &Range<usize>) {
        let place = self.at(range);
        let shown_address = self.links.last().is_some_and(|link| link.is_address);
        if let Some(link) = self.links.last_mut() {
            let begins = link.text.trim().is_empty();
            if !text.trim().is_empty() {
                link.span = if begins { place.clone() } else { link.span.start..place.end };
            }
            link.text.push_str(text);
        }
        self.cell.words += text.split_whitespace().count();
        if !text.trim().is_empty() {
            self.fill_heading();
        }
        // Escapes are shorter than what was written: the text itself is looked for where it was.
        let start = match self.text.get(range.clone()) {
            Some(written) => place.start + written.find(text).unwrap_or(0),
            None => place.start,
        };
        if let Some(run) = self.open.last_mut() {
            if shown_address { run.push(&GAP.to_string(), start) } else { run.push_words(text, start) }
        }
    }

    fn code(&mut self, text: &str, range: &Range<usize>) {
        let place = self.at(range);
        self.cell.words += 1;
        self.fill_heading();
        if let Some(link) = self.links.last_mut() {
            link.text.push_str(text);
        }
        if let Some(run) = self.open.last_mut() {
            run.push(&GAP.to_string(), place.start);
        }
    }
}
