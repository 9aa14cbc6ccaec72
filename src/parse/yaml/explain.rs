//! YAML that cannot be read, explained to a person who has never heard of a mapping.
//!
//! The parser's own words say what it was doing when it gave up, often lines after the slip. So the lines are looked at again,
//! for the slips that people make: a tab, a quotation mark that is missing, a colon in a text, a wrong indent.

use std::ops::Range;

use crate::base::characters::one_line;

/// The quotation marks of running text. YAML knows only straight ones.
pub const CURLY: [char; 3] = ['”', '“', '„'];

/// A slip: where it is, what kind it is, and what could be written instead.
#[derive(Debug)]
pub struct Slip {
    /// The bytes of the text that are meant.
    pub span: Range<usize>,
    /// The end of its phrase's key: `tab` for `yaml-tab`.
    pub kind: &'static str,
    /// The line as it should be, where that can be said.
    pub instead: Option<String>,
}

/// A line of the text.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Line<'a> {
    /// The line that a byte is in.
    fn at(text: &'a str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line = text[start..].split('\n').next().unwrap_or_default();
        Self { text: line.trim_end(), start }
    }

    /// The nearest line above that says something.
    fn before(self, text: &'a str) -> Option<Self> {
        let mut line = self;
        while line.start > 0 {
            line = Self::at(text, line.start - 1);
            if line.is_told() {
                return Some(line);
            }
        }
        None
    }

    /// The next line. What was trimmed of this one's end may be longer than a byte.
    fn after(self, text: &'a str) -> Option<Self> {
        let start = self.start + self.text.len();
        let newline = text.get(start..)?.find('\n')?;
        let next = start + newline + 1;
        (next < text.len()).then(|| Self::at(text, next))
    }

    /// Does it hold more than blanks and a remark?
    fn is_told(self) -> bool {
        let text = self.text.trim_start();
        !text.is_empty() && !text.starts_with('#')
    }

    /// How many spaces it begins with.
    fn indent(self) -> usize {
        self.text.len() - self.text.trim_start_matches(' ').len()
    }

    /// Does a field's name stand in it? A no-break space after the colon is no space.
    fn has_colon(self) -> bool {
        self.text.contains(": ") || self.text.ends_with(':')
    }

    /// All but the spaces that it begins with.
    fn whole(self) -> Range<usize> {
        self.start + self.indent()..self.start + self.text.len()
    }

    /// What stands after the field's name, or after the `-` of a list.
    fn value(self) -> Option<Range<usize>> {
        let at = match self.text.find(": ") {
            Some(colon) => colon + 2,
            None => self.text.trim_start().strip_prefix("- ").map(|rest| self.text.len() - rest.len())?,
        };
        let rest = self.text.get(at..)?;
        let start = self.start + at + (rest.len() - rest.trim_start().len());
        Some(start..self.start + self.text.len())
    }
}

/// What a text's slip is, and where: `at` and `words` are the parser's.
pub fn explain(at: usize, words: &str, text: &str) -> Slip {
    let at = text.floor_char_boundary(at.min(text.len().saturating_sub(1)));
    let line = Line::at(text, at);
    let line = if line.is_told() { line } else { line.before(text).unwrap_or(line) };
    let slip = |span: Range<usize>, kind| Slip { span, kind, instead: None };
    if let Some(span) = tab(text, line) {
        return slip(span, "tab");
    }
    if let Some((span, instead)) = dash(text, line) {
        return Slip { span, kind: "dash", instead: Some(instead) };
    }
    if let Some((span, instead)) = open_quote(text, line, words) {
        let kind = if instead.is_some() { "inner-quote" } else { "quote" };
        return Slip { span, kind, instead };
    }
    if words.contains("trailing content after") || words.contains("escape") {
        let kind = if words.contains("escape") { "escape" } else { "after-quote" };
        return slip(line.value().unwrap_or(line.whole()), kind);
    }
    if let Some(span) = reserved(text, line) {
        let quoted = quoted(text, &line, &span);
        return Slip { span, kind: "reserved", instead: Some(quoted) };
    }
    if words.contains("anchor") {
        return slip(at..line.whole().end.max(at), "anchor");
    }
    if words.contains("more than one document") || words.contains("document") {
        return slip(line.whole(), "documents");
    }
    explain_shape(text, line, (at, words))
}

/// A slip in how lines, lists and groups are put together.
fn explain_shape(text: &str, line: Line<'_>, (at, words): (usize, &str)) -> Slip {
    let slip = |span: Range<usize>, kind| Slip { span, kind, instead: None };
    if words.contains("simple key") {
        if let Some((span, instead)) = without_space(text, line) {
            return Slip { span, kind: "no-space", instead: Some(instead) };
        }
        return slip(without_colon(text, line).whole(), "no-colon");
    }
    if words.contains("mapping values are not allowed") {
        if let Some((span, instead)) =
            without_space(text, line).filter(|_| line.value().is_none_or(|value| !text[value].contains(':')))
        {
            return Slip { span, kind: "no-space", instead: Some(instead) };
        }
        return match line.value().filter(|span| text[span.clone()].contains(':')) {
            Some(span) => {
                let span = with_more(text, line, &span);
                let instead = Some(quoted(text, &line, &span));
                Slip { span, kind: "colon", instead }
            }
            None => {
                let above = line.before(text).filter(|above| {
                    !above.text.contains(':') && above.indent() == 0 && !above.text.starts_with('-')
                });
                above.map_or_else(|| slip(line.whole(), "indent"), |above| slip(above.whole(), "no-colon"))
            }
        };
    }
    if let Some(span) = open_bracket(text, line) {
        return slip(span, "bracket");
    }
    if words.contains("flow") || words.contains("bracket") || words.contains("','") {
        return slip(at..line.whole().end.max(at + 1).min(text.len()), "bracket");
    }
    if !line.text.contains(':') && !line.text.trim_start().starts_with('-') {
        return slip(line.whole(), "no-colon");
    }
    if ["indent", "block", "expected", "not allowed"].iter().any(|word| words.contains(word)) {
        return slip(line.whole(), indented(text, line));
    }
    slip(line.whole(), "unclear")
}

/// Does a line begin too far in or too far out, where the line above tells? One of a list between two levels belongs to the list above it, and
/// what is a level deeper than a field that has its value is too far in.
fn indented(text: &str, line: Line<'_>) -> &'static str {
    let Some(above) = line.before(text) else { return "indent" };
    let are_items = [line, above].map(|line| line.text.trim_start().starts_with('-'));
    match (line.indent(), above.indent()) {
        (here, there) if here > there && are_items == [false, false] && above.value().is_some() => {
            "indent-in"
        }
        (here, there) if here < there && here > 0 && are_items[0] => "indent-out",
        _ => "indent",
    }
}

/// The tab that a line begins with, where one of those does that the parser was looking at: this one, or its neighbours.
fn tab(text: &str, line: Line<'_>) -> Option<Range<usize>> {
    let after = line.after(text);
    let begins = |line: Line<'_>| {
        let blank = line.text.len() - line.text.trim_start().len();
        let tab = line.text.get(..blank)?.find('\t')?;
        Some(line.start + tab..line.start + blank)
    };
    [Some(line), after, line.before(text)].into_iter().flatten().find_map(begins)
}

/// The text whose quotation mark has no other: in this line, or in a line above, since the parser reads on to the next one.
fn open_quote(text: &str, line: Line<'_>, words: &str) -> Option<(Range<usize>, Option<String>)> {
    let told = words.contains("quoted") && !words.contains("trailing") && !words.contains("escape");
    let mut next = Some(line);
    let mut left = if told { 200 } else { 2 };
    while let (Some(line), 1..) = (next, left) {
        left -= 1;
        next = line.before(text);
        let Some(span) = line.value() else { continue };
        let value = &text[span.clone()];
        for quote in ['"', '\''] {
            if value.starts_with(quote) && value.matches(quote).count() % 2 == 1 {
                // One that ends as it begins holds the same sign within, as an apostrophe.
                let inner = value.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
                let instead = inner.filter(|inner| !inner.is_empty()).map(|inner| {
                    let before = text[line.start..span.start].trim_start();
                    if quote == '\'' { format!("{before}\"{inner}\"") } else { format!("{before}'{inner}'") }
                });
                return Some((span, instead));
            }
        }
    }
    None
}

/// An item of a list whose hyphen has no space after it, or is a dash: in this line, or in a line not far above.
fn dash(text: &str, line: Line<'_>) -> Option<(Range<usize>, String)> {
    let mut next = Some(line);
    for _ in 0..4 {
        let line = next?;
        next = line.before(text);
        let written = &text[line.whole()];
        let rest = match written.strip_prefix(['–', '—']) {
            Some(rest) => rest.trim_start(),
            None => written
                .strip_prefix('-')
                .filter(|rest| rest.starts_with(char::is_alphabetic))
                .unwrap_or_default(),
        };
        if rest.split_once(':').is_some_and(|(name, _)| !name.is_empty() && !name.contains(' ')) {
            return Some((line.whole(), format!("- {rest}")));
        }
    }
    None
}

/// The value whose bracket is not closed: in this line, or in one not far above, since the parser reads on to the next one.
fn open_bracket(text: &str, line: Line<'_>) -> Option<Range<usize>> {
    let mut next = Some(line);
    for _ in 0..10 {
        let line = next?;
        next = line.before(text);
        let Some(span) = line.value() else { continue };
        let value = &text[span.clone()];
        let count = |signs: [char; 2]| value.matches(signs).count();
        if value.starts_with(['[', '{']) && count(['[', '{']) != count([']', '}']) {
            return Some(span);
        }
    }
    None
}

/// A field whose value follows its colon without a space, in this line or the one above; and the line as it should be.
fn without_space(text: &str, line: Line<'_>) -> Option<(Range<usize>, String)> {
    let is_name =
        |name: &str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    [Some(line), line.before(text)].into_iter().flatten().find_map(|line| {
        let written = &text[line.whole()];
        let (name, value) = written.trim_start_matches("- ").split_once(':')?;
        let runs_on = is_name(name) && value.starts_with(|c: char| !c.is_whitespace() && c != '/');
        runs_on.then(|| (line.whole(), written.replacen(':', ": ", 1)))
    })
}

/// A value that begins with a sign of YAML's own, or with a word in brackets: `[Inställt] Babycafé`.
fn reserved(text: &str, line: Line<'_>) -> Option<Range<usize>> {
    let span = line.value()?;
    let value = &text[span.clone()];
    let block = value.len() <= 2 && value.starts_with(['|', '>']);
    let own = value.starts_with(['@', '`', '%', '&', '*', '!', '|', '>']) && !block;
    let pairs = [('[', ']'), ('{', '}')];
    let brackets = pairs.iter().any(|(open, close)| {
        let is_closed = value.matches(*open).count() == value.matches(*close).count();
        value.starts_with(*open) && is_closed && !value.ends_with(*close)
    });
    let is_value = text[line.start..span.start].contains(':');
    (own || brackets || value.starts_with("- ") && is_value).then_some(span)
}

/// A value with the lines that go on with it: those further in, without a field or an item of their own.
fn with_more(text: &str, line: Line<'_>, span: &Range<usize>) -> Range<usize> {
    const MOST: usize = 10;
    let mut end = span.end;
    let mut last = line;
    for _ in 0..MOST {
        let Some(next) = last.after(text) else { break };
        let begins_item = next.text.trim_start().starts_with("- ");
        if !next.is_told() || next.indent() <= line.indent() || next.has_colon() || begins_item {
            break;
        }
        end = next.start + next.text.len();
        last = next;
    }
    span.start..end
}

/// The parser misses the colon when it sees the next line; so the one before is meant when that is the one without.
fn without_colon<'a>(text: &'a str, line: Line<'a>) -> Line<'a> {
    match line.before(text) {
        Some(before) if line.has_colon() && !before.has_colon() => before,
        _ => line,
    }
}

/// The line with its value in quotes.
fn quoted(text: &str, line: &Line<'_>, span: &Range<usize>) -> String {
    let value = one_line(&text[span.clone()]);
    // Word's quotation marks are in the place of YAML's own.
    let value = value.strip_prefix(CURLY).and_then(|rest| rest.strip_suffix(CURLY)).unwrap_or(&value);
    let before = text[line.start..span.start].trim_start();
    if value.contains('"') {
        format!("{before}'{}'", value.replace('\'', "''"))
    } else {
        format!("{before}\"{}\"", value.replace('\\', "\\\\"))
    }
}

/// serde's name of a type, as the end of a phrase's key: `text` for `type-text`.
pub fn plain_expectation(expected: &str) -> &'static str {
    match expected {
        "a string" | "string" => "text",
        "a boolean" => "boolean",
        "a sequence" => "list",
        "a map" => "group",
        "field identifier" => "name",
        "u8" | "u16" | "u32" | "u64" => "natural",
        "i8" | "i16" | "i32" | "i64" => "integer",
        "f32" | "f64" => "number",
        words if words.starts_with("struct ") => "group",
        words if words.starts_with("enum ") || words == "variant identifier" => "word",
        words if words.starts_with("a text, or") => "texts",
        words if words.starts_with("hours") => "hours",
        _ => "other",
    }
}

pub fn begins_with_zeros(text: &str) -> bool {
    matches!(text.trim_start_matches(['-', '+']).as_bytes(), [b'0', b'0'..=b'9', ..])
}
