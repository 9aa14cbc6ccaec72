//! Texts that point at something further down, “se tiderna nedan”, where nothing comes any more: it was moved or taken away, and the reader looks
//! for it in vain.
//!
//! Only the last words of a text are looked at, and only where its page shows nothing of its own below it.

use super::prose::{GAP, Prose, Run, RunKind};
use super::shortened;
use crate::base::{Code, Diagnostic, SourcePath};

/// What points downwards, whatever comes after it.
const SWEDISH: [&str; 2] = ["nedan", "nedanstående"];

/// What does so at the end of a sentence, or before the page: a house may lie further down the street, and a park below it.
const SWEDISH_LAST: [&str; 3] = ["längre ner", "längre ned", "här nedanför"];

/// The same in English, where `below` also means less than.
const ENGLISH_LAST: [&str; 2] = ["further down", "below"];

/// What may follow these.
const PAGE: [&str; 6] =
    ["på sidan", "på den här sidan", "i texten", "on the page", "on this page", "in the text"];

/// How many letters of a sentence are repeated in what is told of it.
const SHOWN: usize = 60;

/// Looks at the end of a text.
pub fn find(prose: &Prose, lang: &str, path: &SourcePath) -> Option<Diagnostic> {
    let (anywhere, last): (&[&str], &[&str]) = match lang {
        "sv" => (&SWEDISH, &SWEDISH_LAST),
        "en" => (&[], &ENGLISH_LAST),
        _ => return None,
    };
    let run = prose.runs.last().filter(|run| !matches!(run.kind, RunKind::Heading(_)))?;
    if !prose.ends_at(run.span.end) || is_in_table(prose, run) {
        return None;
    }
    let text = run.text.trim_end();
    // What follows in the same paragraph may be what is pointed at.
    let start = last_sentence(text);
    let sentence = text.get(start..).unwrap_or_default();
    let says_more = sentence.contains([':', '(', GAP]) || sentence.bytes().any(|byte| byte.is_ascii_digit());
    let lower = sentence.to_lowercase();
    let is_word = |at: usize, word: &str| {
        let before = lower.get(..at).and_then(|before| before.chars().next_back());
        let rest = lower.get(at + word.len()..).unwrap_or_default();
        let is_alone = !before.is_some_and(char::is_alphanumeric) && !rest.starts_with(char::is_alphanumeric);
        let rest = rest.trim_matches(['.', '!', '?', ')', '”', '"', ' ']);
        is_alone && (anywhere.contains(&word) || rest.is_empty() || PAGE.contains(&rest))
    };
    let mut words = anywhere.iter().chain(last).filter(|_| !says_more);
    let word = words.find(|word| lower.match_indices(**word).any(|(at, _)| is_word(at, word)))?;
    let diagnostic = Diagnostic::new(Code::NothingBelow, path, run.at(&(start..text.len())));
    let diagnostic = diagnostic.with("words", *word);
    Some(diagnostic.with("sentence", shortened(sentence.trim(), SHOWN)))
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
