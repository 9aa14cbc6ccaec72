//! Marks that did not become what they were meant to be, and so are shown to the reader: `##Tider`, `**Obs! **`, rows of a table
//! pasted from a spreadsheet. Markdown takes everything as something; only a reader sees that it went wrong.

use std::ops::Range;

use super::Findings;
use super::prose::{Kind, Prose, Run};
use crate::base::{Code, Diagnostic};

/// Signs that word processors put before the items of a list.
const BULLETS: [char; 9] = ['•', '·', '‣', '▪', '◦', '●', '○', '▸', '\u{f0b7}'];

/// Marks that stand anywhere in a line, and what they were meant for. The order is that in which they are looked for.
const MARKS: [(&str, &str); 9] = [
    ("~~", "struck"),
    ("[^", "note"),
    ("][", "reference"),
    ("](", "reference"),
    ("] (http", "blank"),
    ("] (www.", "blank"),
    ("] (../", "blank"),
    ("] (mailto:", "blank"),
    ("\t", "cells"),
];

/// Looks at the runs of a text.
pub fn lint(runs: &[Run], findings: &mut Findings<'_>) {
    for run in runs {
        let is_heading = matches!(run.kind, Kind::Heading(_));
        if is_heading && ["title:", "lead:"].iter().any(|field| run.text.starts_with(field)) {
            tell("fields", run, 0..run.text.len(), findings);
            continue;
        }
        let mut told = Vec::new();
        for line in run.each_line() {
            // Each kind once in a run: a table has many rows.
            if let Some((kind, part)) = leftover(&run.text[line.clone()], run.kind)
                && !told.contains(&kind)
            {
                told.push(kind);
                tell(kind, run, line.start + part.start..line.start + part.end, findings);
            }
        }
    }
}

/// Looks at what is shown as code because it is indented.
pub fn lint_indented(prose: &Prose, findings: &mut Findings<'_>) {
    for block in &prose.indented {
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
    let begins_word = |rest: &str| rest.starts_with(|c: char| c.is_alphabetic() || c == '\u{a0}');
    if (1..=6).contains(&hashes) && begins_word(&rest[hashes..]) && kind == Kind::Paragraph {
        // A single one may be a tag of social media.
        return (hashes > 1).then(|| ("heading", begins(hashes)));
    }
    if rest.starts_with("::") && kind == Kind::Paragraph {
        return Some(("box", begins(rest.len() - rest.trim_start_matches(':').len())));
    }
    if let Some(sign) = rest.chars().next().filter(|sign| BULLETS.contains(sign)) {
        return Some(("bullet", begins(sign.len_utf8())));
    }
    // A no-break space after a hyphen makes no item.
    if rest.starts_with("-\u{a0}") {
        return Some(("bullet", begins(1)));
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if (1..=2).contains(&digits)
        && rest[digits..].strip_prefix(['.', ')']).is_some_and(|rest| rest.starts_with(char::is_uppercase))
    {
        return Some(("number", begins(digits + 1)));
    }
    if rest.starts_with('|') && rest.matches('|').count() > 1 {
        return Some(("table", begins(rest.trim_end().len())));
    }
    // Two asterisks are bold that went wrong; more of them may be a rating.
    let stars = rest
        .match_indices("**")
        .find(|(at, _)| !rest[..*at].ends_with('*') && !rest[at + 2..].starts_with('*'));
    if let Some((at, mark)) = stars {
        return Some(("bold", start + at..start + at + mark.len()));
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
            ("[se] (https://a.example)", Some(("blank", "] (http"))),
            ("-\u{a0}matsäck", Some(("bullet", "-"))),
            ("##\u{a0}Tider", Some(("heading", "##"))),
            ("*Gäller inte lov.", None),
            ("1.Ring oss", Some(("number", "1."))),
            ("[vår växel](0650-190 00)", Some(("reference", "]("))),
            ("Betyg: **** av fem, [sic] (obs)", None),
            ("1.5 liter, 3.4 och 10.Ring", None),
            ("#familjecentral", None),
            ("Ring 08-123 456 78 | öppet 9–12", None),
            ("a * b, 2 · 3, [sic], (se nedan)", None),
        ] {
            assert_eq!(kind(line), found, "{line}");
        }
    }
}
