//! Abbreviations that parents are thought to know. Språklagen (2009:600) 11 §: public language is plain; WCAG 3.1.4 wants short forms
//! explained. New parents, and those who are new in Sweden, meet them here for the first time.

use super::prose::{Kind, Run};
use super::readability::sentences;
use super::{Findings, Text};
use crate::base::{At, Code, Diagnostic, Seg};

/// The short form, the whole word with its article, and the beginning that all its forms share.
const SHORT: [(&str, &str, &str); 8] = [
    ("BVC", "barnavårdscentralen", "barnavårdscentral"),
    ("BHV", "barnhälsovården", "barnhälsovård"),
    ("MVC", "mödravårdscentralen", "mödravårdscentral"),
    ("MHV", "mödrahälsovården", "mödrahälsovård"),
    ("BMM", "barnmorskemottagningen", "barnmorskemottagning"),
    ("BUP", "barn- och ungdomspsykiatrin", "barn- och ungdomspsykiatri"),
    ("SFI", "svenska för invandrare", "svenska för invandrare"),
    ("NPF", "neuropsykiatriska funktionsnedsättningar", "neuropsykiatrisk"),
];

/// Looks at the first use of each short form in a text.
pub fn lint(text: &Text<'_>, findings: &mut Findings<'_>) {
    let lead = text.lead.unwrap_or_default();
    for (short, long, stem) in SHORT {
        if let Some(at) = find(lead, short) {
            if !explained(lead, at, stem, "") {
                let path = vec![Seg::Key("lead".to_string())];
                let place = At::Part { path, in_key: false, words: short.to_string() };
                let diagnostic = Diagnostic::new(Code::UnexplainedAbbreviation, text.path, place);
                findings.found.push(diagnostic.with("short", short).with("long", long));
            }
            continue;
        }
        if let Some((run, at)) = first(&text.prose.runs, short) {
            let before = text.prose.runs.iter().take_while(|each| each.span.start < run.span.start);
            let before = before.fold(lead.to_string(), |all, each| format!("{all} {}", each.text));
            // In a list of short forms the next cell says what each of them means.
            let next = text.prose.runs.iter().find(|each| each.span.start > run.span.start);
            let next = next.filter(|next| (run.kind, next.kind) == (Kind::Other, Kind::Other));
            let beside = next.is_some_and(|next| next.text.to_lowercase().contains(stem));
            if !beside && !explained(&run.text, at, stem, &before) {
                let place = run.place(&(at..at + short.len()));
                let diagnostic = findings.at(Code::UnexplainedAbbreviation, place);
                findings.found.push(diagnostic.with("short", short).with("long", long));
            }
        }
    }
}

fn first<'r>(runs: &'r [Run], short: &str) -> Option<(&'r Run, usize)> {
    runs.iter().find_map(|run| find(&run.text, short).map(|at| (run, at)))
}

/// Where a short form stands as a word, or as the beginning of a compound: `BVC-sköterska`.
fn find(text: &str, short: &str) -> Option<usize> {
    text.match_indices(short).map(|(at, _)| at).find(|at| {
        let before = text[..*at].ends_with(char::is_alphanumeric);
        let after = text[at + short.len()..].starts_with(char::is_alphanumeric);
        !before && !after
    })
}

/// Is the whole word said before, or in the same sentence?
fn explained(text: &str, at: usize, stem: &str, before: &str) -> bool {
    let end =
        sentences(text).into_iter().find(|sentence| at < sentence.end).map_or(text.len(), |found| found.end);
    before.to_lowercase().contains(stem) || text[..end].to_lowercase().contains(stem)
}
