//! Lines typed with a hyphen. A spoken line begins with a dash and a space (Svenska skrivregler), which makes it a quotation on the
//! page; an item of a list begins with a hyphen and a space. A hyphen without a space makes neither, and a spoken line with a hyphen
//! becomes an item.

use std::ops::Range;

use super::prose::{Prose, Run, RunKind};
use super::{TextFindings, shortened};
use crate::base::{At, Code, Diagnostic};
use crate::parse::markdown::spoken::{is_speech, is_spoken};

/// How many letters of a line are repeated in what is told of it.
const SHOWN: usize = 40;

/// Looks for spoken lines and items.
pub fn lint(prose: &Prose, findings: &mut TextFindings<'_>) {
    for run in prose.runs.iter().filter(|run| matches!(run.kind, RunKind::Paragraph | RunKind::Other)) {
        // The first line of an item is an item.
        let skipped = usize::from(run.kind == RunKind::Other);
        for line in run.each_line().skip(skipped) {
            let text = run.text[line.clone()].trim_end();
            // A dash without a space after it makes no quotation either.
            let after =
                text.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(char::is_alphabetic));
            if let Some(words) = after {
                let kind = match (text.starts_with('-'), is_item(words)) {
                    (true, true) => "item",
                    (true, false) => "speech",
                    (false, _) => "dash",
                };
                let at = run.at(&(line.start..line.start + text.len()));
                let instead = if kind == "item" { "- " } else { "– " };
                let dash = line.start..line.start + text.len() - words.len();
                let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
                let diagnostic = diagnostic.with("kind", kind).with("words", shortened(words, SHOWN));
                findings.found.push(diagnostic.instead_at(run.at(&dash), instead));
            }
        }
    }
    lint_lists(prose, findings);
    lint_dashes(prose, findings);
}

/// Lists that were typed with dashes, and so became a quotation: two lines or more that nobody says, one after the other.
fn lint_dashes(prose: &Prose, findings: &mut TextFindings<'_>) {
    let mut lines: Vec<(&Run, Range<usize>)> = Vec::new();
    let mut end = None;
    for run in &prose.runs {
        let spoken: Vec<Range<usize>> = run
            .each_line()
            .filter(|line| run.kind == RunKind::Paragraph && is_spoken(&run.text[line.clone()]))
            .collect();
        let follows = end.is_some_and(|end| prose.is_blank(end..run.span.start));
        if spoken.is_empty() || !follows {
            tell_dashes(prose, &std::mem::take(&mut lines), findings);
        }
        lines.extend(spoken.into_iter().map(|line| (run, line)));
        end = Some(run.span.end);
    }
    tell_dashes(prose, &lines, findings);
}

fn tell_dashes(prose: &Prose, lines: &[(&Run, Range<usize>)], findings: &mut TextFindings<'_>) {
    let is_dash = |c: char| matches!(c, '–' | '—' | '-');
    let words = |(run, line): &(&Run, Range<usize>)| {
        run.text[line.clone()].trim().trim_start_matches(is_dash).trim_start().to_string()
    };
    let all: Vec<String> = lines.iter().map(words).collect();
    let ([(run, line), .., last], [first, _, ..]) = (lines, all.as_slice()) else { return };
    if !all.iter().all(|words| is_item(words)) {
        return;
    }
    let at = run.at(&(line.start..line.start + run.text[line.clone()].trim_end().len()));
    let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
    let diagnostic = diagnostic.with("kind", "dashes").with("words", shortened(first, SHOWN));
    // All lines at once: one that is left alone would be something that somebody says.
    let (start, end) = (run.at(line), last.0.at(&last.1));
    findings.found.push(match (start, end) {
        (At::Span(start), At::Span(end)) => {
            let whole = start.start..end.end;
            let hyphens = |line: &str| {
                let rest = line.trim_start_matches(' ');
                let bare = rest.trim_start_matches(is_dash);
                let is_line = bare.len() < rest.len();
                if is_line {
                    format!("{}-{bare}", &line[..line.len() - rest.len()])
                } else {
                    line.to_string()
                }
            };
            let written = prose.written(&whole).split_inclusive('\n').map(hyphens).collect::<String>();
            diagnostic.instead_at(At::Span(whole), written)
        }
        _ => diagnostic,
    });
}

/// A list is told once, at the innermost that holds the spoken line.
fn lint_lists(prose: &Prose, findings: &mut TextFindings<'_>) {
    let mut told = vec![false; prose.lists.len()];
    let (mut open, mut next): (Vec<usize>, usize) = (Vec::new(), 0);
    for run in prose.runs.iter().filter(|run| run.kind == RunKind::Other) {
        while prose.lists.get(next).is_some_and(|list| list.span.start <= run.span.start) {
            open.push(next);
            next += 1;
        }
        while open.last().is_some_and(|list| prose.lists[*list].span.end <= run.span.start) {
            open.pop();
        }
        let Some(list) = open.last().copied() else { continue };
        if prose.lists[list].has_hyphens && !told[list] && is_speech(&run.text) {
            told[list] = true;
            let words = shortened(run.text.trim(), SHOWN);
            let at = run.at(&(0..run.text.trim_end().len()));
            let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
            findings.found.push(diagnostic.with("kind", "speech").with("words", words));
        }
    }
}

/// A few words that nobody says: no sentence, and none who says it.
fn is_item(words: &str) -> bool {
    !words.ends_with(['.', '!', '?', '…', '”', '"'])
        && !is_speech(words)
        && words.split_whitespace().count() <= 6
}
