//! How hard a text is to read: LIX, läsbarhetsindex (Björnsson 1968).
//!
//! LIX is the mean length of a sentence in words, plus the share of words of more than six letters in per cent. Only running text
//! counts: a heading or an item of a list has no full stop, and would make one sentence of many. A colon ends a sentence too where a
//! capital letter follows (Björnsson lets every colon do so, which would cut “kl.: 9” and “dessutom: …”). Språklagen (2009:600) 11 §
//! wants public language to be plain; no number can tell whether it is, so this is a hint.

use std::collections::HashSet;
use std::ops::Range;

use super::prose::{Run, RunKind};

/// A shorter text has too few sentences for the number to say anything.
const LEAST_WORDS: usize = 100;

/// From here on a text is hard: the language of authorities.
pub const HARD: f64 = 50.0;

/// Abbreviations whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 22] = [
    "kl.", "t.ex.", "bl.a.", "dvs.", "d.v.s.", "ca.", "s.k.", "f.d.", "fr.o.m.", "t.o.m.", "tel.", "nr.",
    "st.", "resp.", "jfr.", "ev.", "obs.", "inkl.", "exkl.", "e.g.", "i.e.", "mån.",
];

/// What a text is like to read.
#[derive(Debug)]
pub struct Readability {
    /// The number.
    pub lix: f64,
    /// How many words.
    pub words: usize,
    /// How many sentences.
    pub sentences: usize,
    /// How many words of more than six letters.
    pub long_words: usize,
    /// The longest sentence: how many words, and where it stands.
    pub longest: (usize, Range<usize>),
    /// The longest words, each once.
    pub examples: Vec<String>,
}

impl Readability {
    /// Counts a sentence; how many words it has. `known` are the long words of before, in small letters.
    fn add(&mut self, sentence: &str, known: &mut HashSet<String>) -> usize {
        let words: Vec<&str> = sentence.split_whitespace().filter_map(word).collect();
        self.sentences += usize::from(!words.is_empty());
        self.words += words.len();
        for long in words.iter().filter(|word| letters(word) > 6) {
            self.long_words += 1;
            if known.insert(long.to_lowercase()) {
                self.examples.push((*long).to_string());
            }
        }
        words.len()
    }

    /// How many words a sentence has on average.
    pub fn mean(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// How many words of a hundred are long.
    pub fn share(&self) -> f64 {
        100.0 * ratio(self.long_words, self.words)
    }

    /// Why the number is high.
    pub fn reason(&self) -> &'static str {
        // An easy text of newspapers has 15 words a sentence and 25 long words of a hundred (Björnsson).
        match (self.mean() > 18.0, self.share() > 30.0) {
            (true, false) => "sentences",
            (false, true) => "words",
            _ => "both",
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a text has fewer words than a float counts exactly")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Measures running text and the lead before it; none when there is too little of it.
pub fn measure(runs: &[Run], lead: &str) -> Option<Readability> {
    let mut found = Readability {
        lix: 0.0,
        words: 0,
        sentences: 0,
        long_words: 0,
        longest: (0, 0..0),
        examples: Vec::new(),
    };
    let mut known = HashSet::new();
    for sentence in sentences(lead) {
        found.add(&lead[sentence], &mut known);
    }
    for run in runs.iter().filter(|run| run.kind == RunKind::Paragraph) {
        for sentence in sentences(&run.text) {
            let words = found.add(&run.text[sentence.clone()], &mut known);
            // The lead stands elsewhere in the file; only what can be marked is the longest.
            if words > found.longest.0 {
                found.longest = (words, run.place(&sentence));
            }
        }
    }
    found.examples.sort_by_key(|word| std::cmp::Reverse(letters(word)));
    found.examples.truncate(3);
    found.lix = found.mean() + found.share();
    (found.words >= LEAST_WORDS).then_some(found)
}

/// A word without the signs around it; none for what has no letter or digit.
fn word(token: &str) -> Option<&str> {
    let word = token.trim_matches(|c: char| !c.is_alphanumeric());
    (!word.is_empty()).then_some(word)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphabetic()).count()
}

/// The sentences of a run of text. Its end ends the last one.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut before = None;
    let mut tokens = tokens(text).peekable();
    while let Some(token) = tokens.next() {
        let next = tokens.peek().map(|next| &text[next.clone()]);
        if ends_sentence(&text[token.clone()], before, next) {
            found.push(start..token.end);
            start = tokens.peek().map_or(text.len(), |next| next.start);
        }
        before = Some(&text[token]);
    }
    if !text[start..].trim().is_empty() {
        found.push(start..start + text[start..].trim_end().len());
    }
    found
}

fn tokens(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + (rest.len() - rest.trim_start().len());
        let length = text[start..].find(char::is_whitespace).unwrap_or(text.len() - start);
        at = start + length;
        (length > 0).then_some(start..at)
    })
}

fn ends_sentence(token: &str, before: Option<&str>, next: Option<&str>) -> bool {
    let bare = token.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    if bare.ends_with(['!', '?', '…']) {
        return true;
    }
    if bare.ends_with(':') {
        return next.is_some_and(|next| next.starts_with(char::is_uppercase));
    }
    if !bare.ends_with('.') {
        return false;
    }
    let lower = bare.trim_start_matches(['(', '"', '”']).to_lowercase();
    // Of a name, which has another word with a capital before it or begins the text: “Anna B. Ek”, not “grupp B. Vi ses”.
    let is_initial = lower.chars().filter(|c| c.is_alphabetic()).count() == 1
        && lower.chars().count() == 2
        && before.is_none_or(|before| {
            before.starts_with(char::is_uppercase) && !before.ends_with(['.', '!', '?'])
        });
    let goes_on = next.is_some_and(|next| next.starts_with(char::is_lowercase));
    !ABBREVIATIONS.contains(&lower.as_str()) && !is_initial && !goes_on
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn a_full_stop_of_an_abbreviation_or_a_number_ends_no_sentence() {
        assert_eq!(
            split("Vi öppnar kl. 9.00, t.ex. på måndag. Kom gärna! ”Välkommen.” Den 3. april är det stängt"),
            [
                "Vi öppnar kl. 9.00, t.ex. på måndag.",
                "Kom gärna!",
                "”Välkommen.”",
                "Den 3. april är det stängt"
            ]
        );
    }

    #[test]
    fn an_abbreviation_at_the_end_a_letter_that_names_and_a_colon_before_a_capital_end_a_sentence() {
        assert_eq!(
            split(
                "Vi leker, sjunger m.m. Kom gärna! Saft osv. finns. Välj grupp B. Vi ses. Anna B. Ek svarar: Ja."
            ),
            [
                "Vi leker, sjunger m.m.",
                "Kom gärna!",
                "Saft osv. finns.",
                "Välj grupp B.",
                "Vi ses.",
                "Anna B. Ek svarar:",
                "Ja."
            ]
        );
        assert_eq!(split("Öppet kl.: 9–12, och dessutom: fika."), ["Öppet kl.: 9–12, och dessutom: fika."]);
    }

    #[test]
    fn lix_is_the_mean_of_words_in_a_sentence_and_the_share_of_long_words() {
        // Ten sentences of ten words, of which two have more than six letters: 10 + 20.
        let text = "Vi har en stor lokal med barnvagn och amning här. ".repeat(10);
        let found = measure(&[Run::plain(&text, 0)], "").unwrap();
        assert_eq!((found.words, found.sentences, found.long_words), (100, 10, 10));
        assert!((found.lix - 20.0).abs() < 1e-9, "{found:?}");
        assert!(measure(&[Run::plain("Kort text.", 0)], "").is_none());
    }
}
