//! Lines typed with a hyphen. A spoken line begins with a dash and a space (Svenska skrivregler), which makes it a quotation on the
//! page; an item of a list begins with a hyphen and a space. A hyphen without a space makes neither, and a spoken line with a hyphen
//! becomes an item.

use super::Findings;
use super::prose::{Kind, Prose};
use crate::base::{Code, Diagnostic};

/// After these, who says something may be called “a parent”.
const SAID: [&str; 9] = ["säger", "sa", "sade", "undrar", "tillägger", "påpekar", "menar", "says", "said"];

/// After these, what is told may follow as well as who tells it.
const TOLD: [&str; 8] =
    ["berättar", "förklarar", "tycker", "frågar", "svarar", "explains", "asks", "answers"];

/// Who says something, when it is no name.
const WHO: [&str; 12] = ["hon", "han", "hen", "de", "jag", "vi", "någon", "she", "he", "they", "i", "we"];

/// Looks for spoken lines and items.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    for run in prose.runs.iter().filter(|run| run.kind == Kind::Paragraph) {
        for line in run.each_line() {
            let text = run.text[line.clone()].trim_end();
            // A dash without a space after it makes no quotation either.
            let after =
                text.strip_prefix(['-', '–', '—']).filter(|rest| rest.starts_with(char::is_alphabetic));
            if let Some(words) = after {
                let kind = if is_item(words) { "item" } else { "speech" };
                let at = run.at(&(line.start..line.start + text.len()));
                let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
                findings.found.push(diagnostic.with("kind", kind).with("words", shortened(words)));
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
            let words = shortened(run.text.trim());
            let at = run.at(&(0..run.text.trim_end().len()));
            let diagnostic = Diagnostic::new(Code::SpokenWithHyphen, findings.path, at);
            findings.found.push(diagnostic.with("kind", "speech").with("words", words));
        }
    }
}

/// The beginning of a line, as long as it fits in a sentence.
fn shortened(words: &str) -> String {
    const MOST: usize = 40;
    match words.char_indices().nth(MOST) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_string(),
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
    text.match_indices([',', '?', '!']).any(|(at, _)| {
        let mut words = text[at + 1..].split_whitespace().filter(|word| word.contains(char::is_alphabetic));
        let mut word = || words.next().map(|word| word.trim_matches(|c: char| !c.is_alphabetic()));
        let (Some(verb), who) = (word(), word()) else { return false };
        let is_who = who.is_none_or(|who| {
            who.starts_with(char::is_uppercase) || WHO.contains(&who.to_lowercase().as_str())
        });
        SAID.contains(&verb) || TOLD.contains(&verb) && is_who
    })
}
