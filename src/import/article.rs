//! The text of a post: HTML → what a person would have written in Markdown. Fonts, colours and columns stay behind.
//!
//! WordPress has two kinds of text: that of its blocks, which is HTML, and that of its older field, where an empty line makes a paragraph.
//! Both hold short codes, `[gallery ids="1,2"]`, which are orders to programs that are not here.

mod words;

use super::html::{HtmlPiece, HtmlPieces, HtmlTag};
use super::markdown::{TextBlock, escaped};
use super::word::MOST_IN_TABLES;
use crate::base::Phrase;

/// The most parts of a text.
const MOST_BLOCKS: usize = 5_000;

/// The most things of one text that are told as not carried over.
const MOST_LEFT: usize = 50;

/// The most pictures of a text.
const MOST_PICTURES: usize = 200;

/// The deepest list.
const DEEPEST: usize = 8;

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 22] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "figure",
    "figcaption",
    "center",
    "address",
    "dl",
    "dt",
    "dd",
    "pre",
    "hr",
    "details",
    "summary",
    "thead",
    "tbody",
    "nav",
];

/// Elements that no text has here.
const PROGRAMS: [&str; 7] = ["iframe", "video", "audio", "object", "embed", "form", "canvas"];

/// What an address in a text becomes.
pub enum LinkFate {
    /// A link there.
    To(String),
    /// The words alone.
    Words,
    /// The words alone, and it is told.
    Left(Phrase),
}

/// A text, taken apart.
#[derive(Default)]
pub struct HtmlArticle {
    /// What is in it, in its order.
    pub blocks: Vec<TextBlock>,
    /// The addresses of its pictures, with their lines, by the numbers that blocks have for them.
    pub pictures: Vec<(String, usize)>,
    /// What of it is not carried over, by line.
    pub left: Vec<(usize, Phrase)>,
}

/// What the words that come are for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum ArticlePart {
    Paragraph,
    Heading(usize),
    Item,
}

struct ArticleReader<'a> {
    link_fate: &'a dyn Fn(&str) -> LinkFate,
    /// An empty line makes a paragraph, as the older field of WordPress has it; and each line is one, where there are no elements for them.
    is_by_lines: bool,
    part: ArticlePart,
    text: String,
    has_link: bool,
    /// Is each list that is open numbered?
    lists: Vec<bool>,
    quotes: usize,
    /// Where the words began that are strong or stressed: the sign, and where.
    stressed: Vec<(&'static str, usize)>,
    link: Option<(usize, String, usize)>,
    table: Option<Vec<Vec<String>>>,
    /// Where it begins.
    table_line: usize,
    /// How many cells the tables before it have.
    cells: usize,
    tables: usize,
    /// What was stressed ended with a sign, and a letter must not follow at once.
    needs_gap: bool,
    out: HtmlArticle,
}

/// Takes a text apart. Its first line has a number.
pub fn read(html: &str, line: usize, link_fate: &dyn Fn(&str) -> LinkFate) -> HtmlArticle {
    let has = |sign: &str| html.contains(sign);
    let mut reader = ArticleReader {
        link_fate,
        is_by_lines: !has("<!-- wp:") && !has("<p>") && !has("<p "),
        part: ArticlePart::Paragraph,
        text: String::new(),
        has_link: false,
        lists: Vec::new(),
        quotes: 0,
        stressed: Vec::new(),
        link: None,
        table: None,
        table_line: line,
        cells: 0,
        tables: 0,
        needs_gap: false,
        out: HtmlArticle::default(),
    };
    let mut pieces = HtmlPieces::of(html, line);
    loop {
        let line = pieces.line();
        match pieces.next() {
            None => break,
            Some(HtmlPiece::Open(tag)) => reader.open(&tag, line),
            Some(HtmlPiece::Close(name)) => reader.close(&name),
            Some(HtmlPiece::Words(words)) => reader.words(&words, line),
        }
        if reader.out.blocks.len() > MOST_BLOCKS {
            reader.leave(line, Phrase::new("import-post-long").with("most", MOST_BLOCKS));
            reader.text.clear();
            break;
        }
    }
    reader.end_table();
    reader.flush();
    reader.out
}

impl ArticleReader<'_> {
    fn leave(&mut self, line: usize, what: Phrase) {
        if self.out.left.len() < MOST_LEFT {
            self.out.left.push((line, what));
        }
    }

    /// In an item or a cell a paragraph is words among others.
    fn is_within(&self) -> bool {
        self.table.is_some() || self.part == ArticlePart::Item
    }

    fn open(&mut self, tag: &HtmlTag, line: usize) {
        match tag.name.as_str() {
            "br" if self.is_within() || self.part != ArticlePart::Paragraph => self.space(),
            "br" => self.line_break(),
            "img" => self.picture(tag, line),
            "a" => {
                self.end_link();
                self.link = Some((self.text.len(), tag.says("href").trim().to_string(), line));
            }
            "strong" | "b" => self.stress("**"),
            "em" | "i" => self.stress("*"),
            "ul" | "ol" if self.table.is_none() => {
                self.flush();
                if self.lists.len() < 100 {
                    self.lists.push(tag.name == "ol");
                }
                self.part = ArticlePart::Paragraph;
            }
            "li" if self.table.is_none() => {
                self.flush();
                self.part = ArticlePart::Item;
            }
            "blockquote" if !self.is_within() => {
                self.flush();
                self.quotes = self.quotes.saturating_add(1);
            }
            "table" => {
                self.tables = self.tables.saturating_add(1);
                if self.tables == 1 {
                    self.flush();
                    self.table = Some(Vec::new());
                    self.table_line = line;
                }
            }
            "tr" if self.tables == 1 => self.end_cell(Some(true)),
            "td" | "th" if self.tables == 1 => self.end_cell(Some(false)),
            name if PROGRAMS.contains(&name) => {
                let address = [tag.says("src"), tag.says("data"), tag.says("action")].concat();
                let told = Phrase::new("import-post-program").with("kind", name);
                self.leave(line, told.with("address", within(&address)));
            }
            name => self.edge(name, true),
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => self.end_link(),
            "strong" | "b" => self.unstress("**"),
            "em" | "i" => self.unstress("*"),
            "ul" | "ol" if self.table.is_none() => {
                self.flush();
                self.lists.pop();
                self.part = ArticlePart::Paragraph;
            }
            "li" if self.table.is_none() => {
                self.flush();
                self.part = ArticlePart::Paragraph;
            }
            "blockquote" if !self.is_within() => {
                self.flush();
                self.quotes = self.quotes.saturating_sub(1);
            }
            "table" => {
                self.tables = self.tables.saturating_sub(1);
                if self.tables == 0 {
                    self.end_table();
                }
            }
            name => self.edge(name, false),
        }
    }

    /// The beginning or the end of a heading or a paragraph.
    fn edge(&mut self, name: &str, begins: bool) {
        let level = name
            .strip_prefix('h')
            .and_then(|level| level.parse().ok())
            .filter(|level| (1..=6).contains(level));
        if level.is_none() && !BLOCKS.contains(&name) {
            return;
        }
        if self.is_within() {
            return self.space();
        }
        self.flush();
        self.part = match level.filter(|_| begins) {
            Some(level) => ArticlePart::Heading(level),
            None => ArticlePart::Paragraph,
        };
    }

    fn picture(&mut self, tag: &HtmlTag, line: usize) {
        let (src, alt) = (tag.says("src").trim(), tag.says("alt").trim());
        // A face that stands for a sign.
        if tag.says("class").contains("smiley") || tag.says("class").contains("emoji") {
            self.plain_words(alt);
            return;
        }
        if !src.starts_with("http") && !src.starts_with('/') || self.out.pictures.len() == MOST_PICTURES {
            self.leave(line, Phrase::new("import-post-picture").with("address", within(src)));
            return;
        }
        self.out.pictures.push((src.to_string(), line));
        let number = self.out.pictures.len();
        let alt = escaped(alt).split_whitespace().collect::<Vec<_>>().join(" ");
        if self.table.is_none() {
            self.flush();
        }
        self.out.blocks.push(TextBlock::Picture { number, alt });
    }

    /// A cell ends; a row or a cell begins.
    fn end_cell(&mut self, begins: Option<bool>) {
        if self.table.is_none() {
            return;
        }
        self.end_words();
        let text = std::mem::take(&mut self.text);
        let Some(rows) = &mut self.table else { return };
        let text = text.replace('\n', " ").trim().to_string();
        match rows.last_mut().and_then(|row| row.last_mut()) {
            Some(cell) => cell.push_str(&text),
            // What is said of a table stands before it.
            None if !text.is_empty() => {
                self.out.blocks.push(TextBlock::Paragraph { text, is_plain: false });
            }
            None => {}
        }
        match begins {
            Some(true) if rows.len() < MOST_BLOCKS => rows.push(Vec::new()),
            Some(false) => {
                if rows.is_empty() {
                    rows.push(Vec::new());
                }
                if let Some(row) = rows.last_mut().filter(|row| row.len() < 100) {
                    row.push(String::new());
                }
            }
            _ => {}
        }
    }

    fn end_table(&mut self) {
        self.end_cell(None);
        self.tables = 0;
        if let Some(mut rows) = self.table.take() {
            rows.retain(|row| row.iter().any(|cell| !cell.is_empty()));
            // Each row is written as wide as the widest.
            let cells = rows.iter().map(Vec::len).max().unwrap_or_default() * rows.len();
            if cells > MOST_IN_TABLES - self.cells {
                self.leave(self.table_line, Phrase::new("import-cells").with("most", MOST_IN_TABLES));
            } else if cells > 0 {
                self.cells += cells;
                self.out.blocks.push(TextBlock::Table(rows));
            }
        }
        self.has_link = false;
    }

    /// What is open within a paragraph ends with it.
    fn end_words(&mut self) {
        self.end_link();
        self.unstress("");
        self.needs_gap = false;
    }

    /// A paragraph ends.
    fn flush(&mut self) {
        if self.table.is_some() {
            return;
        }
        self.end_words();
        let text = std::mem::take(&mut self.text);
        let (text, has_link) = (text.trim(), std::mem::take(&mut self.has_link));
        let line = || text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.is_empty() {
            return;
        }
        self.out.blocks.push(match self.part {
            ArticlePart::Heading(level) => TextBlock::Heading(level, line()),
            ArticlePart::Item => {
                let depth = self.lists.len().saturating_sub(1).min(DEEPEST);
                let is_numbered = self.lists.last().copied().unwrap_or_default();
                TextBlock::Item { depth, is_numbered, text: line() }
            }
            ArticlePart::Paragraph if self.quotes > 0 => TextBlock::Quote(text.to_string()),
            ArticlePart::Paragraph => TextBlock::Paragraph { text: text.to_string(), is_plain: !has_link },
        });
    }
}

/// As much of an address as a person needs to find it.
pub fn within(address: &str) -> String {
    address.chars().take(120).filter(|c| !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::markdown::written;

    fn made(html: &str) -> String {
        let fate = |address: &str| match address {
            "https://a.example/" => LinkFate::To(address.to_string()),
            _ => LinkFate::Words,
        };
        let article = read(html, 1, &fate);
        written(&article.blocks, &|number, alt| format!("![{alt}]({number})"))
    }

    #[test]
    fn blocks_become_what_a_person_would_have_written() {
        for (html, text) in [
            ("<!-- wp:paragraph --><p>Ett\nord.</p>\n\n<p>Två.<br>Tre.</p>", "Ett ord.\n\nTvå.\\\nTre.\n"),
            ("Ett.\nTvå.\n\nTre.", "Ett.\\\nTvå.\n\nTre.\n"),
            ("<h3>Rubrik <b>fet</b></h3><p>Text</p>", "## Rubrik fet\n\nText\n"),
            ("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", "- a\n- b\n  1. c\n"),
            ("<ul><li><p>a</p><p>b</p></li></ul><p>c</p>", "- a b\n\nc\n"),
            (
                "<p>En <strong>fet </strong>rad och<em>kursiv.</em>ord</p>",
                "En **fet** rad och*kursiv.* ord\n",
            ),
            ("<p><b> </b>x<b>y</p><p>z", "x**y**\n\nz\n"),
            (
                "<p>Läs <a href=\"https://a.example/\">mer *här* </a>nu</p>",
                "Läs [mer \\*här\\*](https://a.example/) nu\n",
            ),
            ("<p>Läs <a href=\"javascript:x\">mer</a></p>", "Läs mer\n"),
            (
                "<p>Se!<a href=\"https://a.example/\">x.png</a> <b>!</b><a href=\"https://a.example/\">y</a> \\!<a href=\"https://a.example/\">z</a></p>",
                "Se\\![x.png](https://a.example/) **!** [y](https://a.example/) \\\\\\![z](https://a.example/)\n",
            ),
            ("<p>Se !<b><a href=\"https://a.example/\">x</a></b></p>", "Se \\!**[x](https://a.example/)**\n"),
            ("<blockquote><p>Ett</p><p>Två</p></blockquote>", "> Ett\n>\n> Två\n"),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td><p>c|</p><p>d</p></td></tr></table>",
                "| a | b |\n|---|---|\n| c\\| d |  |\n",
            ),
            (
                "<figure><img src=\"/x.jpg\" alt=\"En [dörr]\"><figcaption>Foto</figcaption></figure>",
                "![En \\[dörr\\]](1)\n\nFoto\n",
            ),
            (
                "[caption id=\"a\" width=\"3\"]<img src=\"https://x/x.jpg\" /> Huset[/caption] [sic] [gallery]",
                "![](1)\n\nHuset\n\n\\[sic\\]\n",
            ),
            ("<p># Ingen rubrik</p><p>1. x</p>", "\\# Ingen rubrik\n\n1\\. x\n"),
        ] {
            assert_eq!(made(html), text, "{html}");
        }
    }

    #[test]
    fn what_is_no_text_is_told_with_its_line() {
        let html = "<p>a</p>\n<iframe src=\"https://film.example/1\"></iframe>\n\n[gallery ids=\"1,2\"]<img src=\"data:x\">";
        let article = read(html, 10, &|_| LinkFate::Words);
        let told: Vec<(usize, &str)> = article.left.iter().map(|(line, what)| (*line, &*what.key)).collect();
        assert_eq!(
            told,
            [(11, "import-post-program"), (13, "import-post-code"), (13, "import-post-picture")]
        );
    }

    #[test]
    fn depth_and_length_cost_no_more_than_they_are_long() {
        let deep = format!("{}x", "<div><ul><li><b><blockquote><table><tr><td>".repeat(20_000));
        assert!(made(&deep).len() < 100);
        assert!(made(&"<a href='https://a.example/'><b>x".repeat(20_000)).len() < 3_000_000);
        assert!(made(&"[".repeat(100_000)).len() == 200_001);
    }
}
