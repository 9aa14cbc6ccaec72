//! Taking a text apart: from the parser's events to runs, links, pictures and tables.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};

use super::{GAP, LinkText, List, OddHeading, PictureText, Prose, ProseTable, Run, RunKind};
use crate::base::is_slug;
use crate::parse::markdown;

/// Gathers what a text is made of.
#[derive(Default)]
pub struct ProseReader<'a> {
    text: &'a str,
    offset: usize,
    /// What was gathered.
    pub prose: Prose,
    open: Vec<Run>,
    links: Vec<LinkText>,
    picture: Option<PictureText>,
    /// How many lists, notes and tables are open.
    depth: usize,
    cell: HeadPlace,
    in_code: bool,
}

/// Where in a table's head the reader is.
#[derive(Default)]
struct HeadPlace {
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

impl<'a> ProseReader<'a> {
    /// One of a text that begins `offset` bytes into its file.
    pub fn of(text: &'a str, offset: usize) -> Self {
        Self { text, offset, ..Self::default() }
    }
}

impl ProseReader<'_> {
    fn at(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    /// Takes the next event, with its place in the text.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) {
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
                let kind = if self.depth == 0 { RunKind::Paragraph } else { RunKind::Other };
                self.run(kind, place);
            }
            Tag::Strong => self.bold(Run::begin_bold),
            Tag::Heading { level, id, classes, .. } => {
                let has_attributes = !classes.is_empty() || id.is_some_and(|id| !is_slug(&id));
                self.prose.headings.push(OddHeading { span: place.clone(), is_empty: true, has_attributes });
                self.run(RunKind::Heading(level as usize), place);
            }
            Tag::Item | Tag::FootnoteDefinition(_) => {
                let is_note = tag != Tag::Item;
                self.prose.notes.extend(is_note.then(|| place.clone()));
                self.depth += 1;
                self.run(RunKind::Other, place);
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
            Tag::Table(_) => self.table(place),
            Tag::TableHead => self.cell.in_head = true,
            Tag::TableRow => self.row(range, place),
            Tag::TableCell => {
                self.depth += 1;
                self.cell.words = 0;
                self.run(RunKind::Other, place);
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

    fn table(&mut self, place: Range<usize>) {
        self.prose.tables.push(ProseTable { span: place.clone(), columns: 0, rows: Vec::new() });
        self.cell = HeadPlace { table: place, ..HeadPlace::default() };
    }

    fn row(&mut self, range: &Range<usize>, place: Range<usize>) {
        let lost = self.text.get(range.start..).and_then(|rest| beyond(rest, self.cell.columns));
        let lost = lost.map(|lost| place.start + lost.start..place.start + lost.end);
        self.prose.lost_cells.extend(lost);
        if let Some(table) = self.prose.tables.last_mut() {
            table.rows.push(place);
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
                if let Some(table) = self.prose.tables.last_mut() {
                    table.columns = self.cell.columns;
                }
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
        if let Some(RunKind::Heading(_)) = self.open.last().map(|run| run.kind)
            && let Some(heading) = self.prose.headings.last_mut()
        {
            heading.is_empty = false;
        }
    }

    fn run(&mut self, kind: RunKind, span: Range<usize>) {
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
