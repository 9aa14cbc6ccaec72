//! Lines typed with a hyphen. A spoken line begins with a dash and a space (Svenska skrivregler), which makes it a quotation on the
//! page; an item of a list begins with a hyphen and a space. A hyphen without a space makes neither, and a spoken line with a hyphen
//! becomes an item.

use super::prose::{Kind, Prose};
use super::{Findings, shortened};
use crate::base::{Code, Diagnostic};

/// After these, who says something may be called “a parent”.
const SAID: [&str; 9] = ["säger", "sa", "sade", "undrar", "tillägger", "påpekar", "menar", "says", "said"];

/// After these, what is told may follow as well as who tells it.
const TOLD: [&str; 8] =
    ["berättar", "förklarar", "tycker", "frågar", "svarar", "explains", "asks", "answers"];

/// Who says something, when it is no name.
const WHO: [&str; 12] = ["hon", "han", "hen", "de", "jag", "vi", "någon", "she", "he", "they", "i", "we"];

/// How many letters of a line are repeated in what is told of it.
const SHOWN: usize = 40;

/// Looks for spoken lines and items.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    for run in prose.runs.iter().filter(|run| matches!(run.kind, Kind::Paragraph | Kind::Other)) {
        // The first line of an item is an item.
        let skipped = usize::from(run.kind == Kind::Other);
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
                let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
                findings.found.push(diagnostic.with("kind", kind).with("words", shortened(words, SHOWN)));
            }
        }
    }
    lint_lists(prose, findings);
}

/// A list is told once, at the innermost that holds the spoken line.
fn lint_lists(prose: &Prose, findings: &mut Findings<'_>) {
    let mut told = vec![false; prose.lists.len()];
    let (mut open, mut next): (Vec<usize>, usize) = (Vec::new(), 0);
    for run in prose.runs.iter().filter(|run| run.kind == Kind::Other) {
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

/// Does it go “…, säger …”?
fn is_speech(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bare = |word: &&str| word.trim_matches(|c: char| !c.is_alphabetic()).to_string();
    words.windows(2).enumerate().any(|(at, pair)| {
        let ends = pair[0].trim_end_matches(['”', '"', '’', '\'']).ends_with([',', '?', '!']);
        let verb = bare(&pair[1]);
        if !ends || !SAID.contains(&verb.as_str()) && !TOLD.contains(&verb.as_str()) {
            return false;
        }
        let who = words.get(at + 2).map(bare);
        let is_who = who.is_none_or(|who| {
            who.starts_with(char::is_uppercase) || WHO.contains(&who.to_lowercase().as_str())
        });
        SAID.contains(&verb.as_str()) || is_who
    })
}
