//! Raw HTML: shown as the text that it is. A comment says nothing to readers and is left out.

use std::ops::Range;

use super::Draft;
use crate::base::{At, Code};
use crate::parse::markdown::text;

/// How much of the HTML a message quotes.
const QUOTED: usize = 40;

/// What tags stand for, and the word by which the help knows it.
const TAGS: [(&str, &str); 40] = [
    ("iframe", "frame"),
    ("embed", "frame"),
    ("object", "frame"),
    ("video", "frame"),
    ("audio", "frame"),
    ("a", "link"),
    ("img", "image"),
    ("picture", "image"),
    ("figure", "image"),
    ("figcaption", "image"),
    ("b", "bold"),
    ("strong", "bold"),
    ("i", "italic"),
    ("em", "italic"),
    ("br", "break"),
    ("hr", "rule"),
    ("h1", "heading"),
    ("h2", "heading"),
    ("h3", "heading"),
    ("h4", "heading"),
    ("h5", "heading"),
    ("h6", "heading"),
    ("ul", "list"),
    ("ol", "list"),
    ("li", "list"),
    ("table", "table"),
    ("thead", "table"),
    ("tbody", "table"),
    ("tr", "table"),
    ("td", "table"),
    ("th", "table"),
    ("blockquote", "quotation"),
    ("details", "fact"),
    ("summary", "fact"),
    ("aside", "fact"),
    ("script", "script"),
    ("style", "script"),
    ("form", "script"),
    ("input", "script"),
    ("link", "script"),
];

/// Raw HTML that is being gathered.
#[derive(Default)]
pub struct RawHtml {
    /// Has this block been warned about?
    pub warned: bool,
    /// The open block of HTML.
    block: Option<(String, Range<usize>)>,
}

impl RawHtml {
    /// Is a block of raw HTML open?
    pub fn is_open(&self) -> bool {
        self.block.is_some()
    }
}

impl Draft<'_, '_> {
    /// Begins a block of raw HTML.
    pub fn start_html_block(&mut self, range: Range<usize>) {
        self.raw.block = Some((String::new(), range));
    }

    /// Gathers a line of a block of raw HTML.
    pub fn html_line(&mut self, html: &str, range: &Range<usize>) {
        let line = self.source.unmasked(html, range);
        if let Some((block, _)) = &mut self.raw.block {
            block.push_str(line);
        }
    }

    /// Ends a block of raw HTML.
    pub fn end_html_block(&mut self) {
        let Some((block, range)) = self.raw.block.take() else { return };
        let shown = without_comments(&block);
        let shown = shown.trim();
        if shown.is_empty() {
            return;
        }
        self.block();
        self.warn(shown, &range);
        self.out.push("<p>");
        text::escape(&mut self.out.html, shown);
        self.out.push("</p>\n");
    }

    /// Writes raw HTML within a line.
    pub fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        if html.starts_with("<!--") {
            return;
        }
        self.blocks.words();
        self.warn(html, range);
        text::escape(&mut self.out.html, html);
        if let Some(heading) = &mut self.blocks.heading {
            heading.text.push_str(html);
        }
    }

    /// Warns of raw HTML, once in a block.
    pub fn warn(&mut self, html: &str, range: &Range<usize>) {
        if std::mem::replace(&mut self.raw.warned, true) {
            return;
        }
        let (kind, target) = (kind_of(html), target_of(html));
        // A cell has no lines of its own.
        let kind = if kind == "break" && self.blocks.table.in_cell { "cell" } else { kind };
        let span = self.source.first_line(range);
        let words = self.report.add(Code::RawHtml, At::Span(span)).with("html", quoted(html));
        words.with("kind", kind).with("target", target.unwrap_or("none"));
    }
}

/// What a tag stands for; "other" for one that only looks like something or is known to nobody.
fn kind_of(html: &str) -> &'static str {
    let name = html.trim_start_matches(['<', '/']).split(|c: char| !c.is_ascii_alphanumeric()).next();
    let name = name.unwrap_or_default().to_ascii_lowercase();
    TAGS.iter().find(|(tag, _)| *tag == name).map_or("other", |(_, kind)| kind)
}

/// The address in a tag.
fn target_of(html: &str) -> Option<&str> {
    let tag = html.split('>').next()?;
    let value = [" src=", " href=", "\nsrc=", "\nhref="].iter().find_map(|name| tag.split_once(name))?.1;
    let (quote, rest) = (value.chars().next()?, value.get(1..)?);
    let address = match quote {
        '"' | '\'' => rest.split(quote).next()?,
        _ => value.split_whitespace().next()?,
    };
    Some(address.trim()).filter(|address| !address.is_empty())
}

/// The HTML as a message quotes it: a tag that is too long stands for itself by its name.
fn quoted(html: &str) -> String {
    let line = html.lines().next().unwrap_or_default();
    if line.chars().count() <= QUOTED {
        return line.to_string();
    }
    let tag = line.find('>').map_or(line, |end| &line[..=end]);
    if tag.starts_with('<') && tag.chars().count() <= QUOTED {
        return tag.to_string();
    }
    let name = line.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    format!("{} …>", name.chars().take(QUOTED).collect::<String>())
}

/// A block without its comments. One that has no end is no comment: it would hide all that follows.
fn without_comments(block: &str) -> String {
    let mut kept = String::with_capacity(block.len());
    let mut rest = block;
    while let Some((before, comment)) = rest.split_once("<!--") {
        // `<!-->` is a comment as well.
        let end = if comment.starts_with('>') { Some(1) } else { comment.find("-->").map(|at| at + 3) };
        kept.push_str(before);
        match end.and_then(|end| comment.get(end..)) {
            Some(after) => rest = after,
            None => {
                kept.push_str("<!--");
                kept.push_str(comment);
                return kept;
            }
        }
    }
    kept.push_str(rest);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_without_an_end_hides_nothing() {
        assert_eq!(without_comments("a<!-- b -->c<!-->d<!-- e"), "acd<!-- e");
    }

    #[test]
    fn a_tag_is_quoted_whole_and_known_by_what_it_stands_for() {
        let film =
            "<iframe width=\"560\" height=\"315\" src=\"https://film.example/1\" allowfullscreen></iframe>";
        assert_eq!(quoted(film), "<iframe …>");
        assert_eq!((kind_of(film), target_of(film)), ("frame", Some("https://film.example/1")));
        assert_eq!(quoted("<b>Obs!</b> Vi har stängt på fredag, och det är viktigt."), "<b>");
        assert_eq!(
            (kind_of("</STRONG>"), kind_of("<anna>"), target_of("<a href=x.md>")),
            ("bold", "other", Some("x.md"))
        );
    }
}
