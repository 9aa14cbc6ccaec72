//! Directives: `::: fact`, `::: more`, `::: centre` and `::: contacts`, by their names in either language.
//!
//! The parser knows nothing of them, and the text must stay one text, so that a note or an address defined in a box holds
//! outside it too. So each line that may be a directive is shown to the parser as a thematic break of the same length. That
//! ends a paragraph and a list as a directive should, every other place keeps its offset, and where the parser sees no break
//! (in code, say), the line was no directive, and is written as it was.

use std::borrow::Cow;
use std::ops::Range;

use super::Draft;
use super::running::MOST_BOXES;
use crate::base::{At, Code, names, nearest, slug_of};
use crate::parse::markdown::{CentreRef, Piece};
use crate::parse::role::{Role, SHARED};

const COLONS: &str = ":::";
const FACT: &str = "fact";
const MORE: &str = "more";
const CENTRE: &str = "centre";
const CONTACTS: &str = "contacts";

/// A text as the parser sees it.
pub struct Masked<'a> {
    /// As long as the text that was written.
    pub text: Cow<'a, str>,
    /// The lines that may be directives.
    lines: Vec<Range<usize>>,
}

/// The directives that are open.
#[derive(Default)]
pub struct Boxes {
    open: Vec<OpenBox>,
    /// How many of the open ones are fact boxes, and folded texts. They are counted, since a text may leave thousands open.
    facts: usize,
    folded: usize,
    /// Boxes that began where they must not.
    nested: Vec<(Range<usize>, &'static str)>,
}

struct OpenBox {
    kind: DirectiveKind,
    line: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum DirectiveKind {
    Fact,
    /// A text that is folded until somebody asks for it.
    More,
    /// A fact box inside another, or a folded text inside a box: an error, and nothing of it is written but its content.
    Nested,
    /// What has no content of its own, but is filled in: a centre's box, the table of contacts.
    Filled(&'static str),
    Unknown,
}

impl DirectiveKind {
    /// What ends it.
    fn end(self) -> &'static str {
        match self {
            Self::Fact => "</aside>\n",
            Self::More => "</div></details>\n",
            Self::Nested | Self::Filled(_) | Self::Unknown => "",
        }
    }
}

impl Boxes {
    fn push(&mut self, kind: DirectiveKind, line: Range<usize>) {
        self.facts += usize::from(kind == DirectiveKind::Fact);
        self.folded += usize::from(kind == DirectiveKind::More);
        self.open.push(OpenBox { kind, line });
    }

    fn pop(&mut self) -> Option<OpenBox> {
        let open = self.open.pop()?;
        self.facts -= usize::from(open.kind == DirectiveKind::Fact);
        self.folded -= usize::from(open.kind == DirectiveKind::More);
        Some(open)
    }
}

impl<'a> Masked<'a> {
    /// A text that the parser sees as it is.
    pub fn plain(text: &'a str) -> Self {
        Self { text: Cow::Borrowed(text), lines: Vec::new() }
    }

    /// The directive's line that a thematic break stands for.
    pub fn line_at(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let at = self.lines.partition_point(|line| line.end <= range.start);
        self.lines.get(at).filter(|line| line.start < range.end).cloned()
    }
}

/// Puts a thematic break in the place of each line that may be a directive.
pub fn mask(text: &str) -> Masked<'_> {
    let lines: Vec<Range<usize>> = text
        .match_indices(COLONS)
        .filter(|(at, _)| begins_line(text, *at))
        .map(|(at, _)| at..at + line_length(text.get(at..).unwrap_or_default()))
        .collect();
    if lines.is_empty() {
        return Masked::plain(text);
    }
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for line in &lines {
        masked.push_str(text.get(from..line.start).unwrap_or_default());
        masked.push_str("___");
        masked.extend(std::iter::repeat_n(' ', line.len() - COLONS.len()));
        from = line.end;
    }
    masked.push_str(text.get(from..).unwrap_or_default());
    Masked { text: Cow::Owned(masked), lines }
}

/// Do at most three spaces stand before this place in its line?
fn begins_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let unspaced = before.trim_end_matches(' ');
    before.len() - unspaced.len() <= 3 && (unspaced.is_empty() || unspaced.ends_with(['\n', '\r']))
}

fn line_length(text: &str) -> usize {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    line.trim_end_matches([' ', '\t']).len()
}

impl Draft<'_, '_> {
    /// Writes the directive of a line.
    pub fn directive(&mut self, line: Range<usize>) {
        if self.blocks.depth > 0 {
            return self.misplaced(&line, "list");
        }
        self.new_block();
        let (name, argument) = self.parts_of(&line);
        let (name, argument) = (name.to_string(), argument.to_string());
        match names::box_of(&name) {
            _ if name.is_empty() => self.end_box(&line),
            Some(FACT) => self.start_fact(line, &argument),
            Some(MORE) => self.start_more(line, &argument),
            Some(CENTRE) => self.start_centre(line, argument),
            Some(CONTACTS) => self.start_contacts(line, &argument),
            _ => self.unknown(line, &name),
        }
    }

    /// The name of a directive as it is written, and what follows it.
    fn parts_of(&self, line: &Range<usize>) -> (&str, &str) {
        let written = self.source.slice(line).trim_start_matches(':').trim();
        let (name, argument) = written.split_once(char::is_whitespace).unwrap_or((written, ""));
        (name, argument.trim())
    }

    /// Reports boxes without an end, and closes what they opened.
    pub fn finish_boxes(&mut self) {
        while let Some(open) = self.boxes.pop() {
            let kind = if let DirectiveKind::Filled(name) = open.kind { name } else { "open" };
            self.unbalanced(&open.line, kind);
            if !open.kind.end().is_empty() {
                // The ends that follow closed boxes inside it, which were no boxes inside it then.
                self.boxes.nested.clear();
                self.out.push(open.kind.end());
            }
        }
    }

    /// A box that is filled in has no content: what follows it is its end.
    pub fn expect_filled_end(&mut self) {
        if let Some(open) = self.boxes.open.pop_if(|open| matches!(open.kind, DirectiveKind::Filled(_)))
            && let DirectiveKind::Filled(name) = open.kind
        {
            self.unbalanced(&open.line, name);
        }
    }

    fn start_nested(&mut self, line: Range<usize>, kind: &'static str) {
        self.boxes.nested.push((line.clone(), kind));
        self.boxes.push(DirectiveKind::Nested, line);
    }

    fn start_fact(&mut self, line: Range<usize>, title: &str) {
        self.expect_filled_end();
        if self.boxes.facts > 0 {
            return self.start_nested(line, "fact");
        }
        let end = line.end;
        self.boxes.push(DirectiveKind::Fact, line);
        let slug = slug_of(title);
        let id = self.ids.unique(if slug.is_empty() { "fakta" } else { &slug });
        self.out.push(&format!(
            "<aside class=\"fact\" aria-labelledby=\"{id}\"><p class=\"fact-title\" id=\"{id}\">"
        ));
        if title.is_empty() {
            self.out.hole(Piece::Words("fact_title"));
        } else {
            self.running_in(title, (0, end - title.len()), false);
        }
        self.out.push("</p>\n");
    }

    fn start_more(&mut self, line: Range<usize>, title: &str) {
        self.expect_filled_end();
        if title.is_empty() {
            let span = self.source.span(&line);
            self.bad_argument(&line, span, MORE);
            return self.boxes.push(DirectiveKind::Unknown, line);
        }
        if self.boxes.facts + self.boxes.folded > 0 {
            return self.start_nested(line, "more");
        }
        let end = line.end;
        self.boxes.push(DirectiveKind::More, line);
        self.out.push("<details class=\"more-text\"><summary>");
        self.running_in(title, (0, end - title.len()), false);
        self.out.push("</summary><div>\n");
    }

    fn start_contacts(&mut self, line: Range<usize>, argument: &str) {
        self.expect_filled_end();
        let span = self.source.span(&line);
        let is_shared = Role::of(self.report.file()).is_some_and(|role| role.owner() == Some(SHARED));
        if is_shared {
            self.misplaced(&line, "shared");
        } else if !argument.is_empty() {
            let words = span.end - argument.len()..span.end;
            self.bad_argument(&line, words, CONTACTS);
        } else if std::mem::replace(&mut self.body.contacts, true) {
            self.too_many(line.clone(), "contacts", 1);
        } else {
            self.out.hole(Piece::Contacts);
            self.out.push("\n");
        }
        self.boxes.push(DirectiveKind::Filled(CONTACTS), line);
    }

    fn start_centre(&mut self, line: Range<usize>, name: String) {
        self.expect_filled_end();
        let span = self.source.span(&line);
        if name.is_empty() {
            self.bad_argument(&line, span, CENTRE);
        } else if self.body.centres.len() == MOST_BOXES {
            self.too_many(line.clone(), "boxes", MOST_BOXES);
        } else {
            let span = span.end - name.len()..span.end;
            self.out.hole(Piece::Centre(self.body.centres.len()));
            self.out.push("\n");
            self.body.centres.push(CentreRef { name, span });
        }
        self.boxes.push(DirectiveKind::Filled(CENTRE), line);
    }

    fn unknown(&mut self, line: Range<usize>, name: &str) {
        self.expect_filled_end();
        let span = self.source.span(&line);
        let proposal = nearest(name, names::boxes()).unwrap_or("none");
        self.report.add(Code::UnknownDirective, At::Span(span)).with("name", name).with("proposal", proposal);
        self.boxes.push(DirectiveKind::Unknown, line);
    }

    fn end_box(&mut self, line: &Range<usize>) {
        match self.boxes.pop() {
            None => self.unbalanced(line, "end"),
            Some(open) if !open.kind.end().is_empty() => {
                self.out.push(open.kind.end());
                for (nested, kind) in std::mem::take(&mut self.boxes.nested) {
                    self.misplaced(&nested, kind);
                }
            }
            Some(_) => {}
        }
    }

    fn unbalanced(&mut self, line: &Range<usize>, kind: &str) {
        let span = self.source.span(line);
        let written = self.parts_of(line).0.to_string();
        let words = self.report.add(Code::DirectiveUnbalanced, At::Span(span)).with("kind", kind);
        words.with("written", written);
    }

    /// Says that what must follow a name is missing, or that something follows it.
    fn bad_argument(&mut self, line: &Range<usize>, place: Range<usize>, kind: &str) {
        let written = self.parts_of(line).0.to_string();
        let words = self.report.add(Code::DirectiveArgument, At::Span(place)).with("name", kind);
        words.with("written", written);
    }

    fn misplaced(&mut self, line: &Range<usize>, inside: &str) {
        let span = self.source.span(line);
        self.report.add(Code::DirectivePlace, At::Span(span)).with("inside", inside);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_line_that_begins_with_colons_is_masked_and_its_length_stays() {
        let text = "a ::: b\n   ::: fact Å\r\n    ::: c\n:::";
        let masked = mask(text);
        assert_eq!(masked.text, "a ::: b\n   ___        \r\n    ::: c\n___");
        assert_eq!(masked.text.len(), text.len());
    }
}
