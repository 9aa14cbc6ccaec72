//! Blocks: paragraphs and spoken lines, headings, lists, code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, HeadingLevel, Tag};

use super::draft::Draft;
use super::out::Mark;
use super::tables::OpenTable;
use super::{Heading, text};
use crate::base::{At, Code, is_slug, slug_of};
use crate::parse::values::{ENGLISH_MONTHS, MONTHS};

/// The blocks that are open.
#[derive(Default)]
pub struct Blocks {
    /// How many lists, quotations, notes and tables are open.
    pub depth: usize,
    /// The open heading.
    pub heading: Option<OpenHeading>,
    /// Is a block of code open?
    pub in_code: bool,
    /// The open table.
    pub table: OpenTable,
    paragraph: Option<Paragraph>,
    lists: Vec<OpenList>,
    /// Is a quotation of spoken lines open?
    spoken: bool,
}

/// An open heading.
pub struct OpenHeading {
    /// Its text so far.
    pub text: String,
    /// Where its id is to be written.
    mark: Mark,
    id: Option<String>,
    /// What the parser took for attributes although it is text.
    braces: String,
}

struct Paragraph {
    mark: Mark,
    only_images: bool,
    first_image: usize,
    spoken: bool,
}

struct OpenList {
    start: Option<u64>,
    items: usize,
    /// Where the first item looks like a date.
    date: Option<Range<usize>>,
}

impl Blocks {
    /// The open paragraph holds more than images.
    pub fn words(&mut self) {
        if let Some(paragraph) = &mut self.paragraph {
            paragraph.only_images = false;
        }
    }

    /// Is a paragraph open that has held nothing but images?
    pub fn may_be_figure(&self) -> bool {
        self.paragraph.as_ref().is_some_and(|paragraph| paragraph.only_images)
    }
}

impl Draft<'_, '_> {
    /// Makes ready for a block that is no spoken line.
    pub fn block(&mut self) {
        self.expect_centre_end();
        self.new_block();
    }

    /// Makes ready for a block that is no spoken line, or for a directive.
    pub fn new_block(&mut self) {
        if self.blocks.depth == 0 {
            self.end_spoken();
        }
        self.raw.warned = false;
        self.out.fresh_line();
    }

    /// Opens a block that holds blocks.
    pub fn open(&mut self, html: &str) {
        self.block();
        self.blocks.depth += 1;
        self.out.push(html);
    }

    /// Closes a block that holds blocks.
    pub fn close(&mut self, html: &str) {
        self.blocks.depth = self.blocks.depth.saturating_sub(1);
        self.out.push(html);
    }

    /// Ends the quotation of spoken lines, if one is open.
    pub fn end_spoken(&mut self) {
        if std::mem::take(&mut self.blocks.spoken) {
            self.out.fresh_line();
            self.out.push("</blockquote>\n");
        }
    }

    /// Begins a paragraph.
    pub fn start_paragraph(&mut self, range: &Range<usize>) {
        let spoken = self.site && self.blocks.depth == 0 && is_spoken(self.source.after(range.start));
        if spoken && self.blocks.spoken {
            self.out.fresh_line();
            self.raw.warned = false;
        } else {
            self.block();
        }
        if spoken && !self.blocks.spoken {
            self.blocks.spoken = true;
            self.out.push("<blockquote class=\"spoken\">\n");
        }
        let first_image = self.body.images.len();
        self.blocks.paragraph =
            Some(Paragraph { mark: self.out.mark(), only_images: true, first_image, spoken });
        self.out.push("<p>");
    }

    /// Ends a paragraph; images that stand alone in it need none around them.
    pub fn end_paragraph(&mut self) {
        let Some(paragraph) = self.blocks.paragraph.take() else { return };
        let images = self.body.images.get_mut(paragraph.first_image..).unwrap_or_default();
        if paragraph.only_images && !images.is_empty() {
            for image in images {
                image.block = true;
            }
            self.out.take_back(paragraph.mark, "<p>");
            self.out.push("\n");
        } else {
            self.out.push("</p>\n");
        }
    }

    /// Writes a line break. Spoken lines below each other are paragraphs of their own.
    pub fn line_break(&mut self, html: &str, range: &Range<usize>) {
        let in_spoken = self.blocks.paragraph.as_ref().is_some_and(|paragraph| paragraph.spoken);
        let spoken = in_spoken
            && self.inline_depth == 0
            && is_spoken(self.source.after(range.end).trim_start_matches(' '));
        if html != "\n" {
            self.blocks.words();
        }
        self.out.push(if spoken { "</p>\n<p>" } else { html });
        if let Some(heading) = &mut self.blocks.heading {
            heading.text.push(' ');
        }
    }

    /// Begins a heading; of its attributes only the id and the classes are let through.
    pub fn start_heading(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let Tag::Heading { level, id, classes, attrs } = tag else { return };
        self.block();
        self.out.push(&format!("<{level}"));
        let braces = if attrs.is_empty() { String::new() } else { self.braces(range) };
        let id = id.as_deref().filter(|id| is_slug(id)).map(str::to_string);
        self.blocks.heading = Some(OpenHeading { text: String::new(), mark: self.out.mark(), id, braces });
        let plain =
            |class: &&CowStr<'_>| class.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let classes: Vec<&str> = classes.iter().filter(plain).map(|class| &**class).collect();
        if !classes.is_empty() {
            self.out.push(&format!(" class=\"{}\"", classes.join(" ")));
        }
        self.out.push(">");
        if self.site && *level == HeadingLevel::H1 {
            self.report_level_one(range);
        }
    }

    /// Ends a heading, and gives it its id.
    pub fn end_heading(&mut self, level: HeadingLevel) {
        let Some(mut heading) = self.blocks.heading.take() else { return };
        if self.site {
            text::escape(&mut self.out.html, &heading.braces);
            heading.text.push_str(&heading.braces);
            let text = heading.text.trim().to_string();
            let id = self.ids.unique(&heading.id.unwrap_or_else(|| slug_of(&text)));
            self.out.insert(heading.mark, &format!(" id=\"{id}\""));
            self.body.headings.push(Heading { level: level as u8, id, text });
        }
        self.out.push(&format!("</{level}>\n"));
    }

    /// Begins a block of code, which the keyboard can scroll.
    pub fn start_code(&mut self, kind: &CodeBlockKind<'_>) {
        self.block();
        self.blocks.in_code = true;
        self.out.push(if self.site { "<pre tabindex=\"0\"><code" } else { "<pre><code" });
        if let CodeBlockKind::Fenced(info) = kind
            && let Some(language) = info.split_ascii_whitespace().next()
        {
            self.out.push(" class=\"language-");
            text::escape(&mut self.out.html, language);
            self.out.push("\"");
        }
        self.out.push(">");
    }

    /// Ends a block of code.
    pub fn end_code(&mut self) {
        self.blocks.in_code = false;
        self.out.push("</code></pre>\n");
    }

    /// Begins a list.
    pub fn start_list(&mut self, start: Option<u64>) {
        match start {
            None => self.open("<ul>\n"),
            Some(1) => self.open("<ol>\n"),
            Some(start) => self.open(&format!("<ol start=\"{start}\">\n")),
        }
        self.blocks.lists.push(OpenList { start, items: 0, date: None });
    }

    /// Begins an item of a list.
    pub fn start_item(&mut self, range: &Range<usize>) {
        let date = if self.site { date_at(self.source.after(range.start)) } else { None };
        if let Some(list) = self.blocks.lists.last_mut() {
            list.items += 1;
            if list.items == 1 && list.start.is_some() {
                list.date = date.map(|length| range.start..range.start + length);
            }
        }
        self.open("<li>");
    }

    /// Ends a list. A single item that begins with a month was a date, and so was a list that begins elsewhere than at 1.
    pub fn end_list(&mut self) {
        let Some(list) = self.blocks.lists.pop() else { return };
        self.close(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
        if let Some(date) = list.date
            && (list.items == 1 || list.start != Some(1))
        {
            let start = self.source.slice(&date).to_string();
            let span = self.source.span(&date);
            self.report
                .add(Code::DateBecameList, At::Span(span))
                .with("start", &start)
                .with("escaped", start.replacen('.', "\\.", 1));
        }
    }

    fn report_level_one(&mut self, range: &Range<usize>) {
        let underline = if self.source.slice(range).trim_start().starts_with('#') { "no" } else { "yes" };
        let span = self.source.first_line(range);
        self.report.add(Code::HeadingLevelOne, At::Span(span)).with("underline", underline);
    }

    /// The words in braces at a heading's end that the parser took for attributes, such as `{9–12}`: shown as they are.
    fn braces(&self, range: &Range<usize>) -> String {
        let written = self.source.slice(range);
        let end = written.rfind('}').map_or(written.len(), |at| at + 1);
        let start = written.rfind('{').unwrap_or(end);
        format!(" {}", written.get(start..end).unwrap_or_default())
    }
}

/// Does a paragraph that begins so hold what somebody says? `-- ` is a dash too.
fn is_spoken(text: &str) -> bool {
    let rest = ["–", "—", "---", "--"].iter().find_map(|dash| text.strip_prefix(dash));
    rest.is_some_and(|rest| rest.starts_with([' ', '\u{a0}']))
}

/// The length of `14. mars` at the beginning of a list's item.
fn date_at(item: &str) -> Option<usize> {
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let rest = item.get(digits..)?.strip_prefix('.')?;
    let word = rest.trim_start_matches(' ');
    let letters: usize = word.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let month = word.get(..letters)?;
    let is_month = MONTHS.iter().chain(&ENGLISH_MONTHS).any(|name| name.eq_ignore_ascii_case(month));
    is_month.then_some(digits + 1 + (rest.len() - word.len()) + letters)
}
