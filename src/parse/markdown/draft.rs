//! The body in the making: one event of the parser after another becomes HTML.

mod blocks;
mod directives;
mod footnotes;
mod html;
mod references;
mod running;
mod tables;
mod targets;
mod video;

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::ids::Ids;
use super::out::Out;
use super::text::{self, Escaping};
use super::{Body, Dialect};
use crate::base::Report;
use blocks::Blocks;
use directives::Boxes;
pub use directives::{Masked, mask};
use footnotes::Footnotes;
use html::RawHtml;
use references::References;
pub use targets::{DECORATIVE, DOCUMENTS, address_with_blank};
use targets::{FragmentLink, OpenImage, OpenLinks};

/// The text that is read.
pub struct DraftSource<'a> {
    /// As it was written.
    pub text: &'a str,
    /// As the parser sees it, byte for byte as long.
    pub masked: &'a Masked<'a>,
    /// Where it begins in its file.
    pub offset: usize,
}

/// A body in the making.
pub struct Draft<'a, 'r> {
    /// The text that is read.
    pub source: DraftSource<'a>,
    /// What is wrong with it.
    pub report: &'r mut Report,
    /// What has been written.
    pub out: Out,
    /// What the holes are to be filled with.
    pub body: Body,
    /// The ids that are given.
    pub ids: Ids,
    /// The open directives.
    pub boxes: Boxes,
    /// Notes and what refers to them.
    pub footnotes: Footnotes,
    /// The open blocks.
    pub blocks: Blocks,
    /// Raw HTML that is being gathered.
    pub raw: RawHtml,
    /// The open links.
    pub links: OpenLinks,
    /// The open image: what is inside becomes its alt text.
    pub image: Option<OpenImage>,
    /// Links within the body, to be checked when all its headings are known.
    pub fragments: Vec<FragmentLink>,
    /// References that stand for what no text has.
    pub references: References,
    /// What there was too much of, told once.
    pub too_much: Vec<&'static str>,
    /// Is it the site's dialect?
    pub site: bool,
    /// How many emphases and links are open.
    pub inline_depth: usize,
}

impl DraftSource<'_> {
    /// A place in the file.
    pub fn span(&self, range: &Range<usize>) -> Range<usize> {
        range.start + self.offset..range.end + self.offset
    }

    /// The first line of a place in the text, as a place in the file.
    pub fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.slice(range).lines().next().unwrap_or_default();
        self.span(&(range.start..range.start + line.trim_end().len()))
    }

    /// What was written in a place of the text.
    pub fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// What was written here, where the parser was shown something else.
    pub fn unmasked<'t>(&'t self, shown: &'t str, range: &Range<usize>) -> &'t str {
        let is_slice = self.masked.text.get(range.clone()) == Some(shown);
        if is_slice { self.text.get(range.clone()).unwrap_or(shown) } else { shown }
    }

    /// The text from here on.
    pub fn after(&self, at: usize) -> &str {
        self.text.get(at..).unwrap_or_default()
    }

    /// How many bytes at the beginning of a text were escaped by its writer, so that they stay as they are.
    fn kept(&self, shown: &str, range: &Range<usize>) -> usize {
        let bytes = self.text.as_bytes();
        if bytes.get(range.start) == Some(&b'&') && range.len() != shown.len() {
            return shown.len();
        }
        let escaped = range.start > 0 && bytes.get(range.start - 1) == Some(&b'\\');
        usize::from(escaped && bytes.get(range.start).is_some_and(u8::is_ascii_punctuation))
    }
}

impl<'a, 'r> Draft<'a, 'r> {
    /// An empty body.
    pub fn new(source: DraftSource<'a>, dialect: Dialect, report: &'r mut Report) -> Self {
        let mut out = Out::default();
        // The standard's own examples have some.
        let is_site = dialect == Dialect::Site;
        let references = if is_site { References::of(source.text) } else { References::default() };
        out.html.reserve(source.text.len() + source.text.len() / 4);
        Self {
            source,
            report,
            out,
            body: Body::default(),
            ids: Ids::default(),
            boxes: Boxes::default(),
            footnotes: Footnotes::default(),
            blocks: Blocks::default(),
            raw: RawHtml::default(),
            links: OpenLinks::default(),
            image: None,
            fragments: Vec::new(),
            too_much: Vec::new(),
            references,
            site: is_site,
            inline_depth: 0,
        }
    }

    /// Writes an event that the parser found here.
    pub fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        self.refuse_references(&event, &range);
        if self.image.is_some() {
            return self.event_in_image(event, &range);
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text, &range),
            Event::Code(code) => self.code(&code),
            Event::Html(html) => self.html_line(&html, &range),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            Event::SoftBreak => self.line_break("\n", &range),
            Event::HardBreak => self.line_break("<br />\n", &range),
            Event::Rule => self.rule(&range),
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            // Not asked for, so never sent.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::TaskListMarker(_) => {}
        }
    }

    /// The finished body.
    pub fn finish(mut self) -> Body {
        self.end_spoken();
        self.finish_boxes();
        self.finish_footnotes();
        self.check_fragments();
        self.body.pieces = self.out.into_pieces();
        self.body
    }

    /// How many bytes of a text are not set with typography.
    pub fn kept(&self, shown: &str, range: &Range<usize>) -> usize {
        if !self.site || self.links.is_verbatim() { shown.len() } else { self.source.kept(shown, range) }
    }

    /// Begins something within a line.
    pub fn inline(&mut self, html: &str) {
        self.blocks.words();
        self.inline_depth += 1;
        self.out.push(html);
    }

    /// Ends something within a line.
    pub fn end_inline(&mut self, html: &str) {
        self.inline_depth = self.inline_depth.saturating_sub(1);
        self.out.push(html);
    }

    fn text(&mut self, shown: &str, range: &Range<usize>) {
        if self.blocks.in_code {
            return text::escape(&mut self.out.html, self.source.unmasked(shown, range));
        }
        if self.raw.is_open() {
            return self.html_line(shown, range);
        }
        if self.site && shown.ends_with(']') {
            self.warn_of_blank(range);
        }
        let kept = self.kept(shown, range);
        if self.site && !self.links.is_verbatim() && kept <= 1 {
            self.running(shown, kept, range.start);
        } else {
            text::write(&mut self.out.html, shown, kept, Escaping::Html);
        }
        if let Some(heading) = &mut self.blocks.heading {
            text::write(&mut heading.text, shown, kept, Escaping::Plain);
        }
        if self.blocks.may_be_figure() && !shown.trim().is_empty() {
            self.blocks.words();
        }
    }

    fn code(&mut self, code: &str) {
        self.blocks.words();
        self.out.push("<code>");
        text::escape(&mut self.out.html, code);
        self.out.push("</code>");
        if let Some(heading) = &mut self.blocks.heading {
            heading.text.push_str(code);
        }
    }

    fn rule(&mut self, range: &Range<usize>) {
        if let Some(line) = self.source.masked.line_at(range) {
            return self.directive(line);
        }
        self.block();
        self.out.push("<hr />\n");
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.start_paragraph(&range),
            Tag::Heading { .. } => self.start_heading(&tag, &range),
            Tag::BlockQuote(_) => self.open("<blockquote>\n"),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::HtmlBlock => self.start_html_block(range),
            Tag::List(start) => self.start_list(start),
            Tag::Item => self.start_item(&range),
            Tag::FootnoteDefinition(label) => self.start_footnote(&label, range),
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_row(true),
            Tag::TableRow => self.start_row(false),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.inline("<em>"),
            Tag::Strong => self.inline("<strong>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.start_link(link_type, &dest_url, &title, &range)
            }
            Tag::Image { dest_url, title, .. } => self.image = Some(OpenImage::new(&dest_url, &title, range)),
            // Not asked for, so never sent.
            Tag::Strikethrough | Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => {}
            Tag::DefinitionList | Tag::DefinitionListTitle | Tag::DefinitionListDefinition => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) => self.close("</blockquote>\n"),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::HtmlBlock => self.end_html_block(),
            TagEnd::List(_) => self.end_list(),
            TagEnd::Item => self.close("</li>\n"),
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Table => self.close("</tbody></table></div>\n"),
            TagEnd::TableHead => self.out.push("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.out.push("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Emphasis => self.end_inline("</em>"),
            TagEnd::Strong => self.end_inline("</strong>"),
            TagEnd::Link => self.end_link(),
            // An image's end is met in the image; the others are not asked for, so never sent.
            TagEnd::Image | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::MetadataBlock(_) | TagEnd::DefinitionList => {}
            TagEnd::DefinitionListTitle | TagEnd::DefinitionListDefinition => {}
        }
    }
}
