//! Words: every text that a page shows and that no editor wrote.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use tera::Value;

use super::builtin::{self, FileWords};
use crate::base::{Fingerprint, SourcePath, marks};
use crate::parse::language;

/// A file's words of one language.
#[derive(Debug)]
pub(super) enum WordsPart {
    /// The file is inside the program, and not read yet.
    BuiltIn(SourcePath),
    /// What it says.
    Read(FileWords),
}

/// What a language is made of, from the farthest theme to the nearest, and what came of it.
#[derive(Debug, Default)]
struct LanguageWords {
    parts: Vec<WordsPart>,
    words: OnceLock<Arc<Words>>,
}

/// The words of a theme. Those of a language are put together when they are first asked for: most sites have one or two of the languages that are
/// inside the program, and reading all of them was a third of the smallest build.
#[derive(Clone, Debug, Default)]
pub struct ThemeWords(BTreeMap<String, Arc<LanguageWords>>);

impl ThemeWords {
    /// Adds a nearer theme's words of a language.
    pub(super) fn add(&mut self, lang: &str, part: WordsPart) {
        let language = self.0.entry(lang.to_string()).or_default();
        if let Some(language) = Arc::get_mut(language) {
            language.parts.push(part);
        }
    }

    /// Is there a word in this language?
    pub fn has(&self, lang: &str) -> bool {
        self.0.contains_key(lang)
    }

    /// The words of a language.
    pub fn get(&self, lang: &str) -> Option<&Arc<Words>> {
        let language = self.0.get(lang)?;
        Some(language.words.get_or_init(|| Arc::new(language.merged(lang))))
    }
}

impl LanguageWords {
    fn merged(&self, lang: &str) -> Words {
        let mut words = FileWords::new();
        for part in &self.parts {
            match part {
                WordsPart::BuiltIn(path) => {
                    words.extend(builtin::words(path.as_str()).cloned().unwrap_or_default());
                }
                WordsPart::Read(part) => words.extend(part.clone()),
            }
        }
        // So that a page in a language without words can say which language these are in.
        words.insert("language_code".to_string(), lang.to_string());
        words.insert("language_dir".to_string(), language::direction(lang).to_string());
        Words::new(lang, words)
    }
}

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    lang: String,
    map: BTreeMap<String, String>,
    /// The same for templates.
    pub value: Value,
    /// All of them.
    pub fingerprint: Fingerprint,
}

impl Default for Words {
    fn default() -> Self {
        Self::new("", BTreeMap::new())
    }
}

impl Words {
    /// Words of a language from keys and texts.
    pub fn new(lang: &str, map: BTreeMap<String, String>) -> Self {
        let value = Value::from_serializable(&map);
        let fingerprint = Fingerprint::of_value(&map);
        Self { lang: lang.to_string(), map, value, fingerprint }
    }

    /// These words with those of another language where there are none, in marks; none where nothing is missing. Forms by number and the like
    /// are not missing where the language has another form.
    pub fn filled_up(&self, other: &Self) -> Option<Self> {
        let is_missing = |key: &&String| !self.map.contains_key(*key) && !self.has_form(key);
        let missing: Vec<&String> = other.map.keys().filter(is_missing).collect();
        if missing.is_empty() {
            return None;
        }
        let mut map = self.map.clone();
        map.extend(missing.into_iter().map(|key| (key.clone(), marked(key, other.get(key)))));
        Some(Self::new(&self.lang, map))
    }

    /// Words of a language that the theme has none in.
    pub fn instead_of(lang: &str, dir: &str, other: &Self) -> Self {
        let mut map: BTreeMap<String, String> =
            other.map.iter().map(|(key, text)| (key.clone(), marked(key, text))).collect();
        map.insert("language_code".to_string(), lang.to_string());
        map.insert("language_dir".to_string(), dir.to_string());
        Self { lang: other.lang.clone(), ..Self::new(lang, map) }
    }

    /// Is a key the form of a word that these have in another form?
    fn has_form(&self, key: &str) -> bool {
        let Some((stem, ending)) = key.rsplit_once('_') else { return false };
        let is_form = super::plurals::FORMS.contains(&ending) || ending == "alone";
        is_form && (self.has(stem) || self.has(&format!("{stem}_other")))
    }

    /// The language that they are in.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The text of a key; the key itself when there is none, so that a missing word is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.find(key).unwrap_or(key)
    }

    /// The text of a key.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.map.get(key).map(String::as_str)
    }

    /// Is there a text for this key?
    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// The text of a key with `{name}` filled in.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.map.keys().map(String::as_str)
    }
}
/// A text in marks, but not the pattern of a time or a size: it has figures and what stands for units only.
fn marked(key: &str, text: &str) -> String {
    if key.starts_with("time_") || key.starts_with("size_") { text.to_string() } else { marks::around(text) }
}

/// Puts values in the place of `{name}`, in one pass: what is put in is not looked at again.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    // The place of the next `}` is kept, so that each byte is looked at once for it, and not by each `{`.
    let (mut at, mut next_close) = (0, text.find('}'));
    while let Some(open) = text[at..].find('{').map(|open| at + open) {
        out.push_str(&text[at..open]);
        if next_close.is_some_and(|close| close < open) {
            next_close = text[open..].find('}').map(|close| open + close);
        }
        let known = next_close.and_then(|close| {
            values.iter().find(|(name, _)| *name == &text[open + 1..close]).map(|(_, value)| (close, *value))
        });
        at = match known {
            Some((close, value)) => {
                out.push_str(value);
                close + 1
            }
            None => {
                out.push('{');
                open + 1
            }
        };
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_in_does_not_look_at_what_it_filled_in() {
        assert_eq!(fill("{a} av {b}", &[("a", "{b}"), ("b", "2")]), "{b} av 2");
        assert_eq!(fill("{ {x} {okänd", &[("x", "1")]), "{ 1 {okänd");
    }

    /// What [`fill`] does, by its definition: at each `{` the next `}` is looked for in all that follows.
    fn plainly(text: &str, values: &[(&str, &str)]) -> String {
        let Some((before, after)) = text.split_once('{') else { return text.to_string() };
        let known = after.split_once('}').and_then(|(name, rest)| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| format!("{value}{}", plainly(rest, values)))
        });
        format!("{before}{}", known.unwrap_or_else(|| format!("{{{}", plainly(after, values))))
    }

    #[test]
    fn filling_in_is_what_its_definition_says_for_every_short_text() {
        let values = [("a", "1{a}"), ("", "tom"), ("å", "2"), ("aa", "}")];
        let letters = ['{', '}', 'a', 'å'];
        let mut texts = vec![String::new()];
        for _ in 0..7 {
            let longer = texts.iter().flat_map(|text| letters.map(|letter| format!("{text}{letter}")));
            texts = longer.collect();
            for text in &texts {
                assert_eq!(fill(text, &values), plainly(text, &values), "{text}");
            }
        }
        assert_eq!(texts.len(), 4_usize.pow(7));
        // A word of four million `{`: with a search of the rest for each it would take an hour.
        let many = "{".repeat(4_000_000);
        assert_eq!(fill(&many, &values), many);
        assert_eq!(fill(&format!("{many}a}}"), &values), format!("{}1{{a}}", &many[1..]));
    }
}
