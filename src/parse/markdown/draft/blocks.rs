//! Blocks: paragraphs and spoken lines, headings, lists, code.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, HeadingLevel, Tag};

use super::Draft;
use super::tables::OpenTable;
use crate::base::{At, Code, is_slug, slug_of};
use crate::parse::markdown::out::Mark;
use crate::parse::markdown::spoken::{is_another, is_spoken, speaker, utterance};
use crate::parse::markdown::{Heading, text};
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
    /// Who speaks in it, where that was said.
    speaker: Option<String>,
}

/// An open heading.
pub struct OpenHeading {
    /// Its text so far.
    pub text: String,
    /// Where its id is to be written.
    mark: Mark,
    id: Option<String>,
    /// What the parser took for attributes although it is text, and where that stands.
    braces: (String, usize),
}

struct Paragraph {
    mark: Mark,
    only_images: bool,
    first_image: usize,
    spoken: bool,
    /// Where it ends in the text.
    end: usize,
}

struct OpenList {
    start: Option<u64>,
    items: u64,
    /// Where an item looks like a date or another number with a word.
    ordinal: Option<Ordinal>,
    /// Is it one whatever else is in the list?
    is_certain: bool,
}

/// `14. mars` at the beginning of an item.
struct Ordinal {
    number: u64,
    /// Where it stands in the text.
    range: Range<usize>,
    /// Is the word a month?
    is_date: bool,
    /// Is it a word that is counted so?
    is_known: bool,
}

/// What is counted with a number and a full stop, besides the days of a month.
const COUNTED: [&str; 26] = [
    "advent",
    "advents",
    "adventssöndagen",
    "våning",
    "våningen",
    "vån",
    "plan",
    "trappan",
    "klass",
    "klassen",
    "årskurs",
    "årskursen",
    "gången",
    "gång",
    "dagen",
    "veckan",
    "månaden",
    "året",
    "kvartalet",
    "trimestern",
    "juldag",
    "juldagen",
    "plats",
    "pris",
    "upplagan",
    "floor",
];

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
        self.expect_filled_end();
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
            self.blocks.speaker = None;
            self.out.fresh_line();
            self.out.push("</blockquote>\n");
        }
    }

    /// Is what is said in a place of the text said by another than who speaks in the open quotation? Who it is is kept in mind.
    fn is_next_speaker(&mut self, start: usize, end: usize) -> bool {
        let Some(now) = speaker(utterance(self.source.slice(&(start..end)))) else { return false };
        let open = self.blocks.speaker.as_deref().filter(|_| self.blocks.spoken);
        let is_next = open.is_some_and(|before| is_another(before, now));
        if is_next || open.is_none() {
            self.blocks.speaker = Some(now.to_string());
        }
        is_next
    }

    /// Begins a paragraph.
    pub fn start_paragraph(&mut self, range: &Range<usize>) {
        let spoken = self.site && self.blocks.depth == 0 && is_spoken(self.source.after(range.start));
        if spoken && self.is_next_speaker(range.start, range.end) {
            let speaker = self.blocks.speaker.take();
            self.end_spoken();
            self.blocks.speaker = speaker;
        }
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
            Some(Paragraph { mark: self.out.mark(), only_images: true, first_image, spoken, end: range.end });
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
        } else if !self.site || paragraph.spoken || !self.film(paragraph.mark) {
            self.out.push("</p>\n");
        }
    }

    /// Writes a line break. Spoken lines below each other are paragraphs of their own.
    pub fn line_break(&mut self, html: &str, range: &Range<usize>) {
        let in_spoken = self.blocks.paragraph.as_ref().filter(|paragraph| paragraph.spoken);
        let end = in_spoken.map_or(0, |paragraph| paragraph.end);
        let spoken = end > 0
            && self.inline_depth == 0
            && is_spoken(self.source.after(range.end).trim_start_matches(' '));
        if html != "\n" {
            self.blocks.words();
        }
        if spoken && self.is_next_speaker(range.end, end) {
            self.out.push("</p>\n</blockquote>\n<blockquote class=\"spoken\">\n<p>");
        } else {
            self.out.push(if spoken { "</p>\n<p>" } else { html });
        }
        if let Some(heading) = &mut self.blocks.heading {
            heading.text.push(' ');
        }
    }

    /// Begins a heading; of its attributes only an id that can stand in an address is let through. A class would be one of the theme's, which
    /// no text knows.
    pub fn start_heading(&mut self, tag: &Tag<'_>, range: &Range<usize>) {
        let Tag::Heading { level, id, attrs, .. } = tag else { return };
        self.block();
        self.out.push(&format!("<{level}"));
        let braces = if attrs.is_empty() { Default::default() } else { self.braces(range) };
        let id = id.as_deref().filter(|id| is_slug(id)).map(str::to_string);
        self.blocks.heading = Some(OpenHeading { text: String::new(), mark: self.out.mark(), id, braces });
        self.out.push(">");
        if self.site && *level == HeadingLevel::H1 {
            self.report_level_one(range);
        }
    }

    /// Ends a heading, and gives it its id.
    pub fn end_heading(&mut self, level: HeadingLevel) {
        let Some(mut heading) = self.blocks.heading.take() else { return };
        if self.site {
            let (braces, start) = heading.braces;
            self.braces_of_heading(&braces, start);
            heading.text.push_str(&braces);
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
        self.blocks.lists.push(OpenList { start, items: 0, ordinal: None, is_certain: false });
    }

    /// Begins an item of a list.
    pub fn start_item(&mut self, range: &Range<usize>) {
        if let Some(list) = self.blocks.lists.last_mut() {
            if let Some(start) = list.start.filter(|_| self.site && !list.is_certain)
                && let Some(ordinal) = ordinal_at(self.source.text, range.start)
            {
                // Who numbers all items alike lets the program count.
                let is_off = ordinal.number != start + list.items && ordinal.number != start;
                list.is_certain = is_off || ordinal.is_known && ordinal.number != start + list.items;
                if list.is_certain || list.items == 0 && ordinal.is_known {
                    list.ordinal = Some(ordinal);
                }
            }
            list.items += 1;
        }
        self.open("<li>");
    }

    /// Ends a list. A single item that begins with a month was a date, and so was a list that begins elsewhere than at 1; and so was a
    /// number that is not the item's own.
    pub fn end_list(&mut self) {
        let Some(list) = self.blocks.lists.pop() else { return };
        self.close(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
        if let Some(ordinal) = list.ordinal
            && (list.is_certain || list.items == 1 || list.start != Some(1))
        {
            let start = self.source.slice(&ordinal.range).to_string();
            let span = self.source.span(&ordinal.range);
            let (plain, escaped) = (start.replacen('.', "", 1), start.replacen('.', "\\.", 1));
            let instead = if ordinal.is_date { plain } else { escaped.clone() };
            let words = self.report.add(Code::DateBecameList, At::Span(span)).with("start", &start);
            let words = words.with("kind", if ordinal.is_date { "date" } else { "other" });
            words.with("instead", &instead).with("escaped", escaped).instead(Some(instead));
        }
    }

    fn report_level_one(&mut self, range: &Range<usize>) {
        let underline = if self.source.slice(range).trim_start().starts_with('#') { "no" } else { "yes" };
        let span = self.source.first_line(range);
        self.report.add(Code::HeadingLevelOne, At::Span(span)).with("underline", underline);
    }

    /// The words in braces at a heading's end that the parser took for attributes, such as `{9–12}`: shown as they are.
    fn braces(&self, range: &Range<usize>) -> (String, usize) {
        let written = self.source.slice(range);
        let end = written.rfind('}').map_or(written.len(), |at| at + 1);
        let start = written.rfind('{').unwrap_or(end);
        // A blank stands between.
        (format!(" {}", written.get(start..end).unwrap_or_default()), (range.start + start).saturating_sub(1))
    }
}

/// `14. mars`, `1. advent` or another number with a small letter after it, at the beginning of an item.
fn ordinal_at(text: &str, start: usize) -> Option<Ordinal> {
    let item = text.get(start..)?;
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    let rest = item.get(digits..)?.strip_prefix('.')?;
    let word = rest.trim_start_matches(' ');
    let letters: usize = word.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum();
    let word = word.get(..letters).filter(|word| !word.is_empty())?;
    let is_date = MONTHS.iter().chain(&ENGLISH_MONTHS).any(|name| name.eq_ignore_ascii_case(word));
    let is_known = is_date || COUNTED.contains(&word.to_lowercase().as_str());
    let length = digits + 1 + (rest.len() - rest.trim_start_matches(' ').len()) + letters;
    let number = item.get(..digits)?.parse().ok()?;
    let range = start..start + length;
    (is_known || word.starts_with(char::is_lowercase)).then_some(Ordinal { number, range, is_date, is_known })
}
