//! Marks that did not become what they were meant to be, and so are shown to the reader: `##Tider`, `**Obs! **`, rows of a table
//! pasted from a spreadsheet. Markdown takes everything as something; only a reader sees that it went wrong.

use std::ops::Range;

use super::prose::{Kind, Run};
use super::{Findings, Text};
use crate::base::{Code, Diagnostic};

/// Signs that word processors put before the items of a list.
const BULLETS: [char; 9] = ['•', '·', '‣', '▪', '◦', '●', '○', '▸', '\u{f0b7}'];

/// Marks that stand anywhere in a line, and what they were meant for. The order is that in which they are looked for.
const MARKS: [(&str, &str); 6] = [
    ("**", "bold"),
    ("~~", "struck"),
    ("[^", "note"),
    ("][", "reference"),
    ("] (", "blank"),
    ("\t", "cells"),
];

/// Looks at the runs of a text and at what is shown as code.
pub fn lint(text: &Text<'_>, findings: &mut Findings<'_>) {
    for run in &text.prose.runs {
        let is_heading = matches!(run.kind, Kind::Heading(_));
        if is_heading && ["title:", "lead:"].iter().any(|field| run.text.starts_with(field)) {
            tell("fields", run, 0..run.text.len(), findings);
            continue;
        }
        let mut told = None;
        for line in run.each_line() {
            // Each kind once in a run: a table has many rows.
            if let Some((kind, part)) = leftover(&run.text[line.clone()], run.kind)
                && told != Some(kind)
            {
                told = Some(kind);
                tell(kind, run, line.start + part.start..line.start + part.end, findings);
            }
        }
    }
    for block in &text.prose.indented {
        let diagnostic = findings.at(Code::MarksShown, block.clone());
        findings.found.push(diagnostic.with("kind", "indented").with("marks", "none"));
    }
}

fn tell(kind: &'static str, run: &Run, part: Range<usize>, findings: &mut Findings<'_>) {
    let marks = run.text[part.clone()].trim().to_string();
    let marks = if marks.is_empty() { "none".to_string() } else { marks };
    let diagnostic = Diagnostic::new(Code::MarksShown, findings.path, run.at(&part));
    findings.found.push(diagnostic.with("kind", kind).with("marks", marks));
}

/// What a line was meant to be, and the marks that say so.
fn leftover(line: &str, kind: Kind) -> Option<(&'static str, Range<usize>)> {
    let start = line.len() - line.trim_start().len();
    let rest = &line[start..];
    let begins = |length: usize| start..start + length;
    let hashes = rest.len() - rest.trim_start_matches('#').len();
    if (1..=6).contains(&hashes) && rest[hashes..].starts_with(char::is_alphabetic) && kind == Kind::Paragraph
    {
        // A single one may be a tag of social media.
        return (hashes > 1).then(|| ("heading", begins(hashes)));
    }
    if rest.starts_with("::") && kind == Kind::Paragraph {
        return Some(("box", begins(rest.len() - rest.trim_start_matches(':').len())));
    }
    if let Some(sign) = rest.chars().next().filter(|sign| BULLETS.contains(sign)) {
        return Some(("bullet", begins(sign.len_utf8())));
    }
    if rest.starts_with('|') && rest.matches('|').count() > 1 {
        return Some(("table", begins(rest.trim_end().len())));
    }
    let (mark, kind) = MARKS.iter().find(|(mark, _)| rest.contains(mark))?;
    let at = start + rest.find(mark)?;
    Some((kind, at..at + mark.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_are_left_in_a_text_are_found_and_signs_that_belong_there_are_not() {
        let kind = |line| leftover(line, Kind::Paragraph).map(|(kind, part)| (kind, &line[part]));
        for (line, found) in [
            ("##Tider", Some(("heading", "##"))),
            (":: fact Bra att veta", Some(("box", "::"))),
            ("• matsäck", Some(("bullet", "•"))),
            ("| Dag | Tid |", Some(("table", "| Dag | Tid |"))),
            ("Måndag\t9–12", Some(("cells", "\t"))),
            ("**Obs! ** Stängt", Some(("bold", "**"))),
            ("~~struket~~", Some(("struck", "~~"))),
            ("Text[^1]", Some(("note", "[^"))),
            ("[se][1]", Some(("reference", "]["))),
            ("[se] (https://a.example)", Some(("blank", "] ("))),
            ("#familjecentral", None),
            ("Ring 08-123 456 78 | öppet 9–12", None),
            ("a * b, 2 · 3, [sic], (se nedan)", None),
        ] {
            assert_eq!(kind(line), found, "{line}");
        }
    }
}
