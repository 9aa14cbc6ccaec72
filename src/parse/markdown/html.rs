//! Raw HTML: shown as the text that it is. A comment says nothing to readers and is left out.

use std::ops::Range;

use super::draft::Draft;
use super::text;
use crate::base::{At, Code};

/// How much of the HTML a message quotes.
const QUOTED: usize = 40;

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
        let quoted: String = html.lines().next().unwrap_or_default().chars().take(QUOTED).collect();
        let span = self.source.first_line(range);
        self.report.add(Code::RawHtml, At::Span(span)).with("html", quoted);
    }
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
}
