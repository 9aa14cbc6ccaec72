//! Abbreviations that parents are thought to know. Språklagen (2009:600) 11 §: public language is plain; WCAG 3.1.4 wants short forms
//! explained. New parents, and those who are new in Sweden, meet them here for the first time.

use super::TextFindings;
use super::prose::{Run, RunKind};
use super::readability::sentences;
use crate::base::{Code, Diagnostic};

/// The short form in small letters, the whole word with its article, and the beginnings of the words that explain it.
const SHORT: [(&str, &str, &[&str]); 8] = [
    ("bvc", "barnavårdscentralen", &["barnavårdscentral", "barnhälsovård"]),
    ("bhv", "barnhälsovården", &["barnhälsovård"]),
    ("mvc", "mödravårdscentralen", &["mödravård", "mödrahälsovård", "barnmorskemottagning"]),
    ("mhv", "mödrahälsovården", &["mödrahälsovård", "mödravård"]),
    ("bmm", "barnmorskemottagningen", &["barnmorskemottagning"]),
    ("bup", "barn- och ungdomspsykiatrin", &["barn- och ungdomspsykiatri"]),
    ("sfi", "svenska för invandrare", &["svenska för invandrare"]),
    ("npf", "neuropsykiatriska funktionsnedsättningar", &["neuropsykiatrisk"]),
];

/// Looks at the first use of each short form in a text: its title and lead, and what follows.
///
/// A title has no room for an explanation: the lead may give it, or the first words below.
pub fn lint(heads: &[Run], runs: &[Run], findings: &mut TextFindings<'_>) {
    let all: Vec<&Run> = heads.iter().chain(runs).collect();
    let lower: Vec<String> = all.iter().map(|run| run.text.to_lowercase()).collect();
    let whole = lower.join(" ");
    let starts: Vec<usize> = lower
        .iter()
        .scan(0, |at, text| {
            let start = *at;
            *at += text.len() + 1;
            Some(start)
        })
        .collect();
    let end_of = |run: usize| starts.get(run).copied().unwrap_or(whole.len());
    for (short, long, stems) in SHORT {
        let first =
            all.iter().enumerate().find_map(|(index, run)| Some((index, *run, find(&run.text, short)?)));
        let Some((index, run, at)) = first else { continue };
        let before = match index {
            0 if !heads.is_empty() => &whole[..end_of(heads.len() + 1)],
            _ if index < heads.len() => &whole[..end_of(heads.len())],
            _ => &whole[..end_of(index)],
        };
        // In a list of short forms the next cell says what each of them means.
        let next =
            all.get(index + 1).filter(|next| (run.kind, next.kind) == (RunKind::Other, RunKind::Other));
        let beside = next.map(|_| lower[index + 1].as_str()).unwrap_or_default();
        let same = sentence_of(&run.text, at).to_lowercase();
        let is_explained = |stem: &&str| [before, beside, &same].iter().any(|text| text.contains(stem));
        if !stems.iter().any(is_explained) {
            let part = at..at + short.len();
            let diagnostic = Diagnostic::new(Code::UnexplainedAbbreviation, findings.path, run.at(&part));
            findings.found.push(diagnostic.with("short", &run.text[part]).with("long", long));
        }
    }
}

/// Where a short form stands as a word, or as the beginning of a compound: `BVC-sköterska`.
fn find(text: &str, short: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_there = |at: &usize| bytes[*at..*at + short.len()].eq_ignore_ascii_case(short.as_bytes());
    (0..(bytes.len() + 1).saturating_sub(short.len())).filter(is_there).find(|at| {
        let before = text.get(..*at).is_none_or(|before| before.ends_with(char::is_alphanumeric));
        let after = text.get(at + short.len()..).is_none_or(|after| after.starts_with(char::is_alphanumeric));
        !before && !after
    })
}

/// A run up to the end of the sentence that a place lies in.
fn sentence_of(text: &str, at: usize) -> &str {
    let end =
        sentences(text).into_iter().find(|sentence| at < sentence.end).map_or(text.len(), |found| found.end);
    &text[..end]
}
