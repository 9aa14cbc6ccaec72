//! Marks that did not become what they were meant to be, and so are shown to the reader: `##Tider`, `**Obs! **`, rows of a table
//! pasted from a spreadsheet. Markdown takes everything as something; only a reader sees that it went wrong.

mod foreign;

use std::ops::Range;

use super::prose::{GAP, Prose, Run, RunKind};
use super::{TextFindings, shortened, tables};
use crate::base::characters::beginning;
use crate::base::{At, Code, Diagnostic};
use crate::parse::fills;
use crate::parse::markdown::address_with_blank;

/// Signs that word processors put before the items of a list.
const BULLETS: [char; 12] =
    ['•', '·', '‣', '▪', '◦', '●', '○', '▸', '\u{f0b7}', '\u{f0a7}', '\u{f0d8}', '\u{f076}'];

/// Letters that are such signs in a font of signs, with a tab after them.
const LETTERS: [&str; 6] = ["o", "§", "Ø", "ü", "–", "—"];

/// Marks that stand anywhere in a line, and what they were meant for. The order is that in which they are looked for.
const MARKS: [(&str, &str); 10] = [
    ("~~", "struck"),
    ("[^", "note"),
    ("][", "reference"),
    ("](", "reference"),
    ("[[", "reference"),
    ("] (http", "blank"),
    ("] (www.", "blank"),
    ("] (../", "blank"),
    ("] (mailto:", "blank"),
    ("\t", "cells"),
];

/// How many letters the words have that a centre's file fills in.
const FILL: usize = 160;

/// How many of one kind are told of a run, where each is taken away by itself.
const TOLD: usize = 5;

/// How many letters of a line are repeated in what is told of it.
const SHOWN: usize = 40;

/// What was left in a line: what it was meant for, the marks, and what would stand in a part of the line instead.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Left {
    pub kind: &'static str,
    pub marks: Range<usize>,
    pub mend: Option<(Range<usize>, String)>,
}

impl Left {
    pub fn new(kind: &'static str, marks: Range<usize>) -> Self {
        Self { kind, marks, mend: None }
    }

    pub fn instead(self, part: Range<usize>, text: impl Into<String>) -> Self {
        Self { mend: Some((part, text.into())), ..self }
    }
}

/// Looks at the runs of a text.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    for (index, run) in prose.runs.iter().enumerate() {
        let parted = tables::parted(prose, index);
        if let Some(gap) = &parted {
            tell_row(prose, run, gap.clone(), findings);
        }
        let is_heading = matches!(run.kind, RunKind::Heading(_));
        if is_heading && ["title:", "lead:"].iter().any(|field| run.text.starts_with(field)) {
            tell(&Left::new("fields", 0..run.text.len()), run, 0..run.text.len(), findings);
            continue;
        }
        if let Some(line) = lettered(run) {
            tell(&Left::new("letters", 0..2), run, line, findings);
        }
        let is_told = parted.is_some() || tables::has_head_apart(prose, index);
        let mut told = if is_told { vec!["table"] } else { Vec::new() };
        for line in run.each_line() {
            for left in leftovers(&run.text[line.clone()], run.kind) {
                // Each kind once in a run: a table has many rows. What other programs left is taken away piece by piece.
                let many = if left.kind == "span" { TOLD } else { 1 };
                if told.iter().filter(|kind| **kind == left.kind).count() < many {
                    told.push(left.kind);
                    tell(&left, run, line.clone(), findings);
                }
            }
        }
    }
}

/// A row of a table that an empty line parts from it.
fn tell_row(prose: &Prose, run: &Run, gap: Range<usize>, findings: &mut TextFindings<'_>) {
    let line = run.each_line().next().unwrap_or_default();
    let words = run.text[line.clone()].trim();
    let at = run.at(&(line.start..line.start + run.text[line.clone()].trim_end().len()));
    let is_text = matches!(at, At::Span(_));
    let diagnostic = Diagnostic::new(Code::MarksShown, findings.path, at).with("kind", "row");
    let diagnostic = diagnostic.with("marks", shortened(words, SHOWN)).with("instead", "none");
    let end = if prose.written(&gap).contains("\r\n") { "\r\n" } else { "\n" };
    findings.found.push(if is_text { diagnostic.instead_at(At::Span(gap), end) } else { diagnostic });
}

/// Looks at what is shown as code because it is indented.
pub fn lint_indented(prose: &Prose, findings: &mut TextFindings<'_>) {
    for block in &prose.indented {
        let diagnostic = findings.at(Code::MarksShown, block.clone());
        let diagnostic = diagnostic.with("kind", "indented").with("marks", "none");
        findings.found.push(diagnostic.with("instead", "none"));
    }
}

/// Looks at footnotes that say nothing.
pub fn lint_notes(prose: &Prose, findings: &mut TextFindings<'_>) {
    for note in &prose.notes {
        let written = prose.written(note).trim_end();
        let Some(label) =
            written.strip_suffix(':').filter(|label| label.ends_with(']') && !label.contains('\n'))
        else {
            continue;
        };
        let place = note.start..note.start + written.len();
        let diagnostic = findings.at(Code::MarksShown, place).with("kind", "empty-note");
        findings.found.push(diagnostic.with("marks", label).with("instead", "none"));
    }
}

/// Looks at a field of plain text, where no mark means anything.
pub fn lint_plain(run: &Run, findings: &mut TextFindings<'_>) {
    let line = 0..run.text.len();
    let all = foreign::find(&run.text).into_iter().chain(foreign::look(&run.text));
    all.take(TOLD).for_each(|left| tell(&left, run, line.clone(), findings));
}

/// Has a line marks that are told of here?
pub fn has_marks(line: &str) -> bool {
    !leftovers(line, RunKind::Paragraph).is_empty()
}

fn tell(left: &Left, run: &Run, line: Range<usize>, findings: &mut TextFindings<'_>) {
    let within = |part: &Range<usize>| line.start + part.start..line.start + part.end;
    let text = &run.text[line.clone()];
    let marks = text.get(left.marks.clone()).unwrap_or_default().trim();
    let marks = marks.replace(GAP, "…");
    let marks = if marks.is_empty() { "none" } else { marks.as_str() };
    let mended = left.mend.as_ref().map(|(part, instead)| {
        let whole = format!("{}{instead}{}", &text[..part.start], &text[part.end..]);
        shortened(whole.trim(), SHOWN)
    });
    let mended = match (left.kind, &left.mend) {
        ("table", _) => Some(dashes(text)),
        // Of these the words alone are said, since there may be several in a line.
        ("span" | "signs" | "look", Some((_, words))) => Some(shortened(words.trim(), SHOWN)),
        ("turned", Some((_, link))) => Some(shortened(link, FILL)),
        _ => mended,
    };
    let mended = mended.filter(|mended| !mended.trim_matches([GAP, ' ']).is_empty());
    let diagnostic = Diagnostic::new(Code::MarksShown, findings.path, run.at(&within(&left.marks)));
    let diagnostic = diagnostic.with("kind", left.kind).with("marks", shortened(marks, SHOWN));
    let diagnostic = diagnostic.with("instead", mended.as_deref().unwrap_or("none"));
    findings.found.push(match &left.mend {
        Some((part, instead)) => diagnostic.instead_at(run.at(&within(part)), instead),
        None => diagnostic,
    });
}

/// The line below the names of a table's columns.
fn dashes(row: &str) -> String {
    let row = row.trim();
    let inner = row.strip_prefix('|').unwrap_or(row);
    let columns = inner.strip_suffix('|').unwrap_or(inner).split('|').count();
    format!("|{}", "---|".repeat(columns.min(20)))
}

/// The first of two lines that begin with `a)` and `b)`, or `a.` and `b.`: Markdown knows no list with letters.
fn lettered(run: &Run) -> Option<Range<usize>> {
    let begins = |letter: char, line: &Range<usize>| {
        let rest = run.text[line.clone()].strip_prefix(letter)?;
        rest.strip_prefix([')', '.'])?.starts_with([' ', '\u{a0}']).then_some(())
    };
    let lines: Vec<Range<usize>> = run.each_line().collect();
    let pair = lines.windows(2).find(|pair| {
        let is = |a, b| begins(a, &pair[0]).and(begins(b, &pair[1])).is_some();
        is('a', 'b') || is('A', 'B')
    });
    pair.map(|pair| pair[0].clone())
}

/// What a line was meant to be, and the marks that say so: those at its beginning, and one of each kind within it.
fn leftovers(line: &str, kind: RunKind) -> Vec<Left> {
    let start = line.len() - line.trim_start().len();
    let first = at_beginning(line, start, kind);
    // The cells of a table are told with it, and a tab after a sign of a list is a part of it.
    let (is_table, is_bullet) = (is(&first, "table"), is(&first, "bullet"));
    let mut found: Vec<Left> = first.into_iter().collect();
    if !is_table {
        let own = [fill(line), turned(line), bold(line, start)].into_iter().flatten();
        let all = own.chain(foreign::find(line)).chain(mark(line, start));
        for left in all.filter(|left| !(is_bullet && left.kind == "cells")) {
            if found.iter().all(|one| one.marks.end <= left.marks.start || left.marks.end <= one.marks.start)
            {
                found.push(left);
            }
        }
    }
    found
}

fn is(left: &Option<Left>, kind: &str) -> bool {
    left.as_ref().is_some_and(|left| left.kind == kind)
}

/// Marks that a line begins with.
fn at_beginning(line: &str, start: usize, kind: RunKind) -> Option<Left> {
    let rest = &line[start..];
    let begins = |length: usize| start..start + length;
    let is_gap = |c: char| matches!(c, ' ' | '\t' | '\u{a0}');
    let gap = |after: usize| after + (rest[after..].len() - rest[after..].trim_start_matches(is_gap).len());
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    let begins_word = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '\u{a0}');
    if (1..=6).contains(&hashes) && begins_word(&rest[hashes..]) && kind == RunKind::Paragraph {
        // A single one with a small letter may be a tag of social media, and so may several in a line.
        let is_tag = hashes == 1 && (rest[1..].starts_with(char::is_lowercase) || rest[1..].contains(" #"));
        let heading = Left::new("heading", begins(hashes));
        let mark = format!("{} ", "#".repeat(hashes.max(2)));
        return (!is_tag).then(|| heading.instead(begins(gap(hashes)), mark));
    }
    if rest.starts_with("::") && kind == RunKind::Paragraph {
        return Some(Left::new("box", begins(rest.len() - rest.trim_start_matches(':').len())));
    }
    if let Some(sign) = rest.chars().next().filter(|sign| BULLETS.contains(sign)) {
        let length = sign.len_utf8();
        return Some(Left::new("bullet", begins(length)).instead(begins(gap(length)), "- "));
    }
    // A no-break space after a hyphen makes no item.
    if rest.starts_with("-\u{a0}") {
        return Some(Left::new("bullet", begins(1)).instead(begins(gap(1)), "- "));
    }
    let letter = LETTERS.iter().find(|letter| {
        let after = rest.strip_prefix(**letter).unwrap_or_default();
        after.starts_with('\t') || **letter == "o" && after.starts_with("  ")
    });
    if let Some(letter) = letter {
        let length = letter.len();
        return Some(Left::new("bullet", begins(length)).instead(begins(gap(length)), "- "));
    }
    if let Some(sign) = ["[ ]", "[x]", "[X]", "[]"].iter().find(|sign| rest.starts_with(**sign))
        && rest[sign.len()..].starts_with(is_gap)
    {
        return Some(Left::new("task", begins(sign.len())).instead(begins(gap(sign.len())), ""));
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits)
        && rest[digits..].strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    {
        let number = &rest[..=digits];
        return Some(
            Left::new("number", begins(digits + 1)).instead(begins(digits + 1), format!("{number} ")),
        );
    }
    (rest.starts_with('|') && rest.matches('|').count() > 1)
        .then(|| Left::new("table", begins(rest.trim_end().len())))
}

/// A link whose brackets are turned round, `(texten)[adressen]`, or of the wrong kind, `(texten)(adressen)`.
fn turned(line: &str) -> Option<Left> {
    const PAIRS: [(char, char, char, char); 4] =
        [('(', ')', '[', ']'), ('(', ')', '(', ')'), ('{', '}', '(', ')'), ('{', '}', '[', ']')];
    let of = |(open, end, begin, close): (char, char, char, char)| {
        line.match_indices(end).find_map(|(at, _)| {
            let rest = &line[at + 1..];
            let apart = || rest.strip_prefix(' ').filter(|_| begin == '[')?.strip_prefix(begin);
            let address = rest.strip_prefix(begin).or_else(apart)?;
            let start = line.len() - address.len();
            let length = beginning(address, FILL).find(close)?;
            let address = &address[..length];
            let is_address = ["http://", "https://", "www.", "mailto:", "../", "tel:"]
                .iter()
                .any(|scheme| address.starts_with(scheme))
                || address.ends_with(".md");
            if !is_address || address.contains(char::is_whitespace) {
                return None;
            }
            let near = line[..at].char_indices().rev().take(FILL);
            let (first, _) = near.into_iter().find(|(_, c)| *c == open)?;
            let words = &line[first + 1..at];
            let whole = first..start + length + 1;
            let web = if address.starts_with("www.") { "https://" } else { "" };
            (!words.trim().is_empty()).then(|| {
                Left::new("turned", whole.clone()).instead(whole, format!("[{words}]({web}{address})"))
            })
        })
    };
    PAIRS.into_iter().find_map(of)
}

/// Two asterisks are bold that went wrong; more of them may be a rating.
fn bold(line: &str, start: usize) -> Option<Left> {
    let rest = &line[start..];
    let (at, mark) = rest
        .match_indices("**")
        .find(|(at, _)| !rest[..*at].ends_with('*') && !rest[at + 2..].starts_with('*'))?;
    Some(Left::new("bold", start + at..start + at + mark.len()))
}

/// The first kind of the marks that stand anywhere in a line.
fn mark(line: &str, start: usize) -> Option<Left> {
    let rest = &line[start..];
    let is_left = |(mark, _): &&(&str, &str)| {
        let found = rest.find(mark).and_then(|at| rest.get(at + mark.len()..));
        // Of an address with a blank the build tells.
        found.is_some_and(|after| *mark != "](" || address_with_blank(after).is_none())
    };
    let (mark, kind) = MARKS.iter().find(is_left)?;
    let at = start + rest.find(mark)?;
    let after = &line[at + mark.len()..];
    // The note's own name is said, and a number is no address.
    let end = after.char_indices().take(FILL).find(|(_, c)| matches!(c, ']' | ')')).map(|(end, _)| end);
    let whole = at..at + mark.len() + end.map_or(0, |end| end + 1);
    let is_number = *mark == "](" && end.is_some_and(|end| is_number(&after[..end]));
    let left = match *kind {
        "note" => Left::new(kind, whole),
        _ if is_number => Left::new("number-link", whole),
        _ => Left::new(kind, at..at + mark.len()),
    };
    Some(if *kind == "blank" { left.instead(at..at + 3, "](") } else { left })
}

/// Is what stands as a link's address a phone number?
fn is_number(address: &str) -> bool {
    let digits = address.chars().filter(char::is_ascii_digit).count();
    digits >= 5
        && address.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '+'))
}

/// Words that a centre's file fills in, written so that something is left of them: within two braces, as the address of a link, or without
/// their end. Those that are filled in have a gap for a sign here.
fn fill(line: &str) -> Option<Left> {
    const ADDRESSES: [&str; 3] = ["](", "](tel:", "](mailto:"];
    if let Some(at) = line.find("{\u{fffc}}") {
        return Some(Left::new("fill", at..at + GAP.len_utf8() + 2));
    }
    let linked =
        ADDRESSES.iter().find_map(|begin| Some((line.find(&format!("{begin}{GAP})"))?, begin.len())));
    if let Some((at, length)) = linked {
        return Some(Left::new("filled", at..at + length + GAP.len_utf8() + 1));
    }
    line.match_indices('{').find_map(|(open, _)| {
        // The bounds keep the cost linear: no name is longer, and nobody writes more braces.
        let after = beginning(&line[open + 1..], FILL);
        let inner = after.trim_start_matches('{');
        let start = open + 1 + after.len() - inner.len();
        let name = inner.char_indices().filter(|(_, c)| c.is_whitespace()).nth(1);
        let words =
            inner[..name.map_or(inner.len(), |(at, _)| at)].trim_end_matches(['.', ',', ':', '!', '?']);
        let (word, name) = words.split_once(char::is_whitespace)?;
        let closed = name.find(['}', '{']).is_some();
        let name = name.trim_end_matches([')', ']', '>']);
        let is_fill = fills::asks(word) && !name.is_empty() && !closed;
        let whole = open..start + words.len();
        is_fill.then(|| Left::new("fill", whole.clone()).instead(whole, format!("{{{word} {name}}}")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_left_in_a_text_are_found_and_signs_that_belong_there_are_not() {
        let kind = |line| {
            leftovers(line, RunKind::Paragraph).into_iter().next().map(|left| (left.kind, &line[left.marks]))
        };
        for (line, found) in [
            ("##Tider", Some(("heading", "##"))),
            (":: fact Bra att veta", Some(("box", "::"))),
            ("• matsäck", Some(("bullet", "•"))),
            ("| Dag | Tid |", Some(("table", "| Dag | Tid |"))),
            ("Måndag\t9–12", Some(("cells", "\t"))),
            ("**Obs! ** Stängt", Some(("bold", "**"))),
            ("~~struket~~", Some(("struck", "~~"))),
            ("Text[^1]", Some(("note", "[^1]"))),
            ("[se][1]", Some(("reference", "]["))),
            ("[se] (https://a.example)", Some(("blank", "] (http"))),
            ("-\u{a0}matsäck", Some(("bullet", "-"))),
            ("##\u{a0}Tider", Some(("heading", "##"))),
            ("*Gäller inte lov.", None),
            ("1.Ring oss", Some(("number", "1."))),
            ("[vår växel](0650-190 00)", Some(("number-link", "](0650-190 00)"))),
            (
                "Läs (mer om oss)[https://a.example/om] nu",
                Some(("turned", "(mer om oss)[https://a.example/om]")),
            ),
            ("Se (vår sida) [../pages/om.md].", Some(("turned", "(vår sida) [../pages/om.md]"))),
            ("Se {vår sida}(www.a.example)", Some(("turned", "{vår sida}(www.a.example)"))),
            ("(obs)(se nedan) (a)[b] (kl. 9)(1)", None),
            ("Betyg: **** av fem, [sic] (obs)", None),
            ("1.5 liter, 3.4 och 10.Ring", None),
            ("#familjecentral", None),
            ("#Hej på er", Some(("heading", "#"))),
            ("#Hej", Some(("heading", "#"))),
            ("#Familj #Barn", None),
            ("o\tpunkt", Some(("bullet", "o"))),
            ("o   punkt", Some(("bullet", "o"))),
            ("§\tpunkt", Some(("bullet", "§"))),
            ("[ ] ombyte", Some(("task", "[ ]"))),
            ("[x] ombyte", Some(("task", "[x]"))),
            ("Vi har [stängt]{.underline} i dag", Some(("span", "[stängt]{.underline}"))),
            ("[]{#_Toc1 .anchor}Tider", Some(("span", "[]{#_Toc1 .anchor}"))),
            ("Bild {width=\"2.0in\" height=\"1in\"}", Some(("span", "{width=\"2.0in\" height=\"1in\"}"))),
            ("Se {telefon fittja} och {9–12}", None),
            ("Ring {telefon fittja.", Some(("fill", "{telefon fittja"))),
            ("Ring {telefon fittja) nu", Some(("fill", "{telefon fittja)"))),
            ("Ring {\u{fffc}} nu", Some(("fill", "{\u{fffc}}"))),
            ("[Ring oss](tel:\u{fffc}) nu", Some(("filled", "](tel:\u{fffc})"))),
            ("Mängden {a, b", None),
            ("{{< figure src=\"x.jpg\" >}}", Some(("tag", "{{< figure src=\"x.jpg\" >}}"))),
            ("{% include a %}", Some(("tag", "{% include a %}"))),
            ("{: .info}", Some(("tag", "{: .info}"))),
            ("[gallery ids=\"1,2\"]", Some(("tag", "[gallery ids=\"1,2\"]"))),
            (":warning: Stängt :sunny:", Some(("emoji", ":warning:"))),
            ("Öppet 9:30:00, dnr 1:a2:b, Obs:viktigt: ja", None),
            ("![x](../images/min bild.jpg)", None),
            ("[[Om oss]]", Some(("reference", "[["))),
            ("Ring 08-123 456 78 | öppet 9–12", None),
            ("a * b, 2 · 3, [sic], (se nedan)", None),
        ] {
            assert_eq!(kind(line), found, "{line}");
        }
    }
}
