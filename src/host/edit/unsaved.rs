//! What is typed and not saved yet: kept in `.fcsite/edit/` while a person types, and offered when the form is opened again.
//!
//! It never takes the file's place by itself. It says of which bytes the form was made, so what others changed meanwhile is seen.
//!
//! Each form that is opened keeps what is typed in it under a word of its own. So nothing that another window keeps is written over, nor what
//! was left from before: it stays until the person has fetched it, saved it or thrown it away.

use super::{Editor, secret};
use crate::base::Fingerprint;
use crate::edit::Answers;
use crate::host::serve::Reply;

/// The most that is kept of one form.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// So many texts are kept for one form and wait for an answer. No more are kept then, and it is said.
const MOST_WAITING: usize = 20;

/// So long is the word of a form.
const WORD: usize = 16;

/// A form that was not saved.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Unsaved {
    /// Of which bytes it was made.
    pub base: String,
    /// The way to what it is about, which its fields are named by.
    pub way: String,
    /// What was filled in, the body under `_body`.
    pub answers: Answers,
}

/// A form that is open: under which word it keeps what is typed, and what it goes on with.
#[derive(Clone, Default, Debug)]
pub struct KeptSheet {
    /// Its own word; empty for a form that was opened before each had one.
    word: String,
    /// The word of the text that was fetched into it, and by what is known whether that is still as it was then.
    after: Option<(String, String)>,
}

impl KeptSheet {
    /// A form that is opened now.
    pub fn new() -> Self {
        Self { word: secret().map(|word| word.chars().take(WORD).collect()).unwrap_or_default(), after: None }
    }

    /// A form that is opened now and goes on with what was kept under a word.
    pub fn after(word: &str, unsaved: &Unsaved) -> Self {
        Self { after: Some((word.to_string(), unsaved.print())), ..Self::new() }
    }

    /// The form that something was sent by.
    pub fn of(sent: &Answers) -> Self {
        let said = |name: &str| sent.get(name).map(String::as_str).unwrap_or_default();
        let after = said("_efter").split_once('.');
        let after = after.map(|(word, print)| (word_of(word), print.to_string()));
        Self { word: word_of(said("_ark")), after }
    }

    /// Its own word.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// What it goes on with, as a field of the form says it.
    pub fn field(&self) -> String {
        self.after.as_ref().map(|(word, print)| format!("{word}.{print}")).unwrap_or_default()
    }
}

impl Unsaved {
    fn print(&self) -> String {
        Fingerprint::of(&serde_json::to_vec(self).unwrap_or_default()).short()
    }
}

/// A word as forms have them; empty for all else.
pub fn word_of(word: &str) -> String {
    let is_word = word.len() == WORD && word.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if is_word { word.to_string() } else { String::new() }
}

/// The name of all that is kept of a form, before the word.
fn stem_of((id, part): (&str, &str)) -> String {
    format!("unsaved-{id}-{}", Fingerprint::of(part.as_bytes()).short())
}

fn name_of(form: (&str, &str), word: &str) -> String {
    let (stem, dash) = (stem_of(form), if word.is_empty() { "" } else { "-" });
    format!("edit/{stem}{dash}{word}")
}

/// The answer to what the script asks while a person types.
fn said(status: u16) -> Reply {
    let content_type = "text/plain; charset=utf-8";
    Reply { status, content_type, body: Vec::new(), location: None, cookie: None }
}

impl Editor {
    /// Keeps a form of this id, about a part of what it is about; says whether it could. What it goes on with is kept by it from now on.
    pub(super) fn keep(&self, form: (&str, &str), sheet: &KeptSheet, unsaved: &Unsaved) -> Reply {
        let words = self.words_of(form);
        let is_full = words.len() >= MOST_WAITING && !words.contains(&sheet.word);
        let bytes = serde_json::to_vec(unsaved).unwrap_or_default();
        if is_full || !self.hidden.write(&name_of(form, &sheet.word), &bytes).unwrap_or_default() {
            return said(507);
        }
        self.forget_fetched(form, sheet);
        said(204)
    }

    /// Nothing is typed in a form that is not saved: what it kept goes, and what it was to go on with stays.
    pub(super) fn keep_nothing(&self, form: (&str, &str), sheet: &KeptSheet) -> Reply {
        self.forget_word(form, &sheet.word);
        said(204)
    }

    /// All that was kept of a form and waits for an answer, each with its word, what was typed last first.
    pub(super) fn kept(&self, form: (&str, &str)) -> Vec<(String, Unsaved)> {
        let time = |word: &String| self.hidden.place(&name_of(form, word))?.look().ok()?.time();
        let mut words: Vec<_> = self.words_of(form).into_iter().map(|word| (time(&word), word)).collect();
        words.sort_by(|one, other| other.cmp(one));
        words
            .into_iter()
            .filter_map(|(_, word)| Some((word.clone(), self.kept_under(form, &word)?)))
            .collect()
    }

    fn kept_under(&self, form: (&str, &str), word: &str) -> Option<Unsaved> {
        serde_json::from_slice(&self.hidden.read(&name_of(form, word), MOST_BYTES)?).ok()
    }

    /// Forgets what a form kept, and what was fetched into it.
    pub(super) fn forget(&self, form: (&str, &str), sheet: &KeptSheet) {
        self.forget_word(form, &sheet.word);
        self.forget_fetched(form, sheet);
    }

    /// What was fetched is gone on with elsewhere, unless somebody typed on in the window that kept it.
    fn forget_fetched(&self, form: (&str, &str), sheet: &KeptSheet) {
        let Some((word, print)) = sheet.after.as_ref().filter(|(word, _)| *word != sheet.word) else {
            return;
        };
        if self.kept_under(form, word).is_some_and(|kept| kept.print() == *print) {
            self.forget_word(form, word);
        }
    }

    fn forget_word(&self, form: (&str, &str), word: &str) {
        if let Some(place) = self.hidden.place(&name_of(form, word)) {
            let _ = place.remove_file();
        }
    }

    /// The words under which something is kept of a form.
    fn words_of(&self, form: (&str, &str)) -> Vec<String> {
        let names = self.hidden.place("edit").and_then(|place| place.names().ok()).unwrap_or_default();
        let stem = stem_of(form);
        let word = |name: &str| {
            let rest = name.strip_prefix(&stem)?;
            let word = word_of(rest.strip_prefix('-').unwrap_or_default());
            (rest.is_empty() || !word.is_empty()).then_some(word)
        };
        names.iter().filter_map(|(name, _)| word(name.to_str()?)).collect()
    }
}
