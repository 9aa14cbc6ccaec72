//! Spoken lines typed with a hyphen. A spoken line begins with a dash and a space (Svenska skrivregler), which makes it a quotation on
//! the page; with a hyphen it becomes an item of a list, or stays as it is.

use super::Findings;
use super::prose::{Kind, Prose};
use crate::base::Code;

/// Who says something is told with one of these.
const SAID: [&str; 16] = [
    "säger",
    "sa",
    "sade",
    "berättar",
    "förklarar",
    "menar",
    "tycker",
    "undrar",
    "frågar",
    "svarar",
    "tillägger",
    "påpekar",
    "says",
    "said",
    "explains",
    "asks",
];

/// Looks for spoken lines.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    for run in prose.runs.iter().filter(|run| run.kind == Kind::Paragraph) {
        // A dash without a space after it makes no quotation either.
        let after = run.text.strip_prefix(['-', '–', '—']).filter(|rest| !rest.starts_with('-'));
        if after.is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
            let diagnostic = findings.at(Code::SpokenWithHyphen, run.span.clone());
            findings.found.push(diagnostic);
        }
    }
    for list in &prose.lists {
        let mut items = prose.runs.iter().filter(|run| {
            run.kind == Kind::Other && list.start <= run.span.start && run.span.end <= list.end
        });
        if items.any(|item| is_speech(&item.text)) {
            let diagnostic = findings.at(Code::SpokenWithHyphen, list.clone());
            findings.found.push(diagnostic);
        }
    }
}

/// Does it go “…, säger …”?
fn is_speech(text: &str) -> bool {
    text.match_indices([',', '?', '!']).any(|(at, _)| {
        let rest = text[at + 1..].trim_start_matches(['”', '"', ' ']);
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        SAID.contains(&word)
    })
}
