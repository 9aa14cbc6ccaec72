//! Texts that are in another language than their file says: an English text saved as the Swedish one, a translation that was never begun. A screen
//! reader reads it aloud with the wrong sounds (WCAG 3.1.1), and who chose the language cannot read it.
//!
//! Only Swedish and English are known, by the small words that no text does without. Between them, and what is near, there is no doubt: a text
//! with many words of the one and hardly any of the other is in it.

use std::collections::HashSet;

use super::ItemText;
use crate::base::{At, Code, Diagnostic, SourcePath, named};
use crate::model::Folder;
use crate::parse::unwritten;

/// Small words of Swedish that neither English nor a neighbour's language has.
fn is_swedish(word: &str) -> bool {
    matches!(
        word,
        "och"
            | "att"
            | "för"
            | "är"
            | "inte"
            | "som"
            | "på"
            | "av"
            | "till"
            | "från"
            | "när"
            | "eller"
            | "också"
            | "ett"
            | "vi"
            | "det"
            | "du"
            | "dig"
            | "oss"
            | "med"
            | "din"
            | "vid"
            | "kan"
            | "ska"
    )
}

/// Those of them that Danish and Norwegian do not have.
const ONLY_SWEDISH: [&str; 7] = ["och", "att", "för", "är", "från", "när", "också"];

/// Small words of English.
fn is_english(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "and"
            | "is"
            | "are"
            | "for"
            | "with"
            | "of"
            | "to"
            | "you"
            | "your"
            | "we"
            | "our"
            | "that"
            | "this"
            | "not"
            | "from"
            | "or"
            | "when"
            | "it"
            | "be"
            | "they"
            | "will"
    )
}

/// So many words a text has at the least.
const WORDS: usize = 30;

/// How many of a hundred words are small ones of its language at the least, and of another at the most.
const MANY: usize = 15;
const FEW: usize = 2;

named! {
    /// A language that is known by its words.
    pub enum Tongue: code {
        Swedish = "sv",
        English = "en",
    }
}

/// The language of a text, where it is beyond doubt.
pub fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Option<Tongue> {
    let (mut all, mut swedish, mut english) = (0, 0, 0);
    let mut only: HashSet<usize> = HashSet::new();
    for word in texts.flat_map(|text| text.split(|c: char| !c.is_alphabetic() && c != '\'')) {
        // Names and headings in capitals count as words, and no small word is longer than six letters.
        let word = word.trim_matches('\'');
        if word.is_empty() {
            continue;
        }
        all += 1;
        if word.len() > 8 {
            continue;
        }
        let word = word.to_lowercase();
        swedish += usize::from(is_swedish(&word));
        english += usize::from(is_english(&word));
        only.extend(ONLY_SWEDISH.iter().position(|known| *known == word));
    }
    let share = |count: usize| count * 100 / all.max(1);
    match () {
        () if all < WORDS => None,
        () if share(swedish) >= MANY && share(english) <= FEW && only.len() >= 2 => Some(Tongue::Swedish),
        () if share(english) >= MANY && share(swedish) <= FEW => Some(Tongue::English),
        () => None,
    }
}

/// Looks at the texts of a folder; those that are told of as their originals' words are known already.
pub(super) fn lint(
    folder: &Folder,
    texts: &[ItemText<'_>],
    own: &str,
    told: &[Diagnostic],
) -> Vec<Diagnostic> {
    let names: HashSet<&str> = folder.articles().map(|(path, _)| path.as_str()).collect();
    let mut found = Vec::new();
    let is_whole = |found: &&Diagnostic| found.word("kind") == Some("text");
    let told: HashSet<&SourcePath> =
        told.iter().filter(is_whole).filter_map(|found| found.file.as_ref()).collect();
    for text in texts.iter().filter(|text| !told.contains(text.path)) {
        let Some(tongue) = of(text.prose.runs.iter().map(|run| run.text.as_str())) else { continue };
        // Of a text that is still the one of `new` it is told already.
        let is_template = || text.prose.lines().any(|(_, line)| unwritten::is_line(line.trim()));
        if tongue.code() == text.lang || is_template() {
            continue;
        }
        let path = text.path.as_str();
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let stem = stem.strip_suffix(&format!(".{}", text.lang)).unwrap_or(stem);
        let renamed =
            if tongue.code() == own { format!("{stem}.md") } else { format!("{stem}.{}.md", tongue.code()) };
        let is_free = !names.contains(renamed.as_str());
        let proposal = renamed.rsplit('/').next().filter(|_| is_free).unwrap_or("none").to_string();
        let place = text.prose.runs.first().map_or(0..0, |run| run.place(&(0..run.text.len().min(1))));
        let line = text.prose.runs.first().map(|run| run.span.clone());
        let place = line.map_or(place, |span| span.start..span.start + first_line(text.prose.written(&span)));
        let diagnostic = Diagnostic::new(Code::OtherLanguage, text.path, At::Span(place));
        let diagnostic = diagnostic.with("seen", tongue.code()).with("language", text.lang);
        found.push(diagnostic.with("proposal", proposal));
    }
    found
}

fn first_line(text: &str) -> usize {
    text.lines().next().unwrap_or_default().trim_end().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_and_english_are_told_apart_and_neither_from_too_little() {
        let sv = "Vi har öppet på tisdagar och torsdagar för dig som väntar barn eller har barn som är upp till sex år. Det kostar inget att komma, och \
            du behöver inte anmäla dig. När vi har stängt kan du ringa från klockan åtta.";
        let en = "We are open on Tuesdays and Thursdays for you who are expecting a child or have children up to six years of age. It is free, and you do \
            not need to book. When we are closed you can call from eight in the morning.";
        assert_eq!(of([sv].into_iter()), Some(Tongue::Swedish));
        assert_eq!(of([en].into_iter()), Some(Tongue::English));
        assert_eq!(of([sv, en].into_iter()), None);
        assert_eq!(of(["Vi har öppet och det är gratis för alla."].into_iter()), None);
        let no = "Vi har åpent på tirsdager og torsdager for deg som venter barn eller har barn opp til seks år. Det koster ingenting å komme, og du trenger \
            ikke melde deg på. Når vi har stengt kan du ringe fra klokken åtte om morgenen.";
        let nl = "We zijn op dinsdag en donderdag open voor iedereen die een kind verwacht of kinderen tot zes jaar heeft. Het is gratis en je hoeft je niet \
            aan te melden. Als we gesloten zijn kun je vanaf acht uur bellen of ons een bericht sturen.";
        for other in [no, nl] {
            assert_eq!(of([other].into_iter()), None, "{other}");
        }
    }
}
