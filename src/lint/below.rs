//! Texts that point at something further down, “se tiderna nedan”, where nothing comes any more: it was moved or taken away, and the reader looks
//! for it in vain.
//!
//! Only the last words of a text are looked at, and only where its page shows nothing of its own below it.

use super::prose::{Kind, Prose, Run};
use super::{Findings, shortened};
use crate::base::Code;

/// What points downwards, whatever comes after it.
const SWEDISH: [&str; 8] = [
    "nedan",
    "här nedan",
    "nedanför",
    "här nedanför",
    "nedanstående",
    "längre ner",
    "längre ned",
    "här under på sidan",
];

/// The same in English. `below` also means less than, so it counts at the end of a sentence or after `see` alone.
const ENGLISH: [&str; 4] = ["see below", "listed below", "further down", "below"];

/// How many letters of a sentence are repeated in what is told of it.
const SHOWN: usize = 60;

/// Looks at the end of a text.
pub fn lint(prose: &Prose, lang: &str, findings: &mut Findings<'_>) {
    let Some(run) = prose.runs.iter().rev().find(|run| !matches!(run.kind, Kind::Heading(_))) else { return };
    let is_last = prose.runs.last().is_some_and(|last| last.span == run.span);
    if !is_last || !prose.ends_at(run.span.end) || !prose.tables.is_empty() && is_in_table(prose, run) {
        return;
    }
    let words: &[&str] = match lang {
        "sv" => &SWEDISH,
        "en" => &ENGLISH,
        _ => return,
    };
    let text = run.text.trim_end();
    // What follows in the same paragraph may be what is pointed at.
    let start = last_sentence(text);
    let sentence = text.get(start..).unwrap_or_default();
    if sentence.contains([':', '(', super::prose::GAP]) || sentence.bytes().any(|byte| byte.is_ascii_digit())
    {
        return;
    }
    let lower = sentence.to_lowercase();
    let is_word = |at: usize, word: &str| {
        let before = lower[..at].chars().next_back();
        let rest = &lower[at + word.len()..];
        let is_alone = !before.is_some_and(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
        is_alone && (word != "below" || rest.trim_end_matches(['.', '!', '?', ')']).trim().is_empty())
    };
    let found = words.iter().find(|word| lower.match_indices(**word).any(|(at, _)| is_word(at, word)));
    if let Some(word) = found {
        let place = run.place(&(start..text.len()));
        let diagnostic = findings.at(Code::NothingBelow, place).with("words", *word);
        findings.found.push(diagnostic.with("sentence", shortened(sentence.trim(), SHOWN)));
    }
}

fn is_in_table(prose: &Prose, run: &Run) -> bool {
    prose.tables.iter().any(|table| table.span.start <= run.span.start && run.span.end <= table.span.end)
}

/// Where the last sentence of a text begins.
fn last_sentence(text: &str) -> usize {
    let inner = text.trim_end_matches(['.', '!', '?', ')', '”', '"', ' ']);
    let ends = [". ", "! ", "? "];
    let end = ends.iter().filter_map(|end| inner.rfind(end)).max();
    end.map_or(0, |end| end + 2)
}
