//! What is typed in a form and not saved: kept while a person types, and offered beside the file.

use super::super::unsaved::Unsaved;
use super::conflict::ConflictRow;
use super::{Open, SentForm};
use crate::edit::{Answers, carried, changes, same_text, word_of};
use crate::host::serve::Reply;

/// A text that waits for an answer, on the page of its form.
#[derive(serde::Serialize)]
pub(super) struct OfferedText {
    /// Its word.
    word: String,
    /// Where it is fetched.
    fetch: String,
    /// In what it differs from the file.
    differs: Vec<ConflictRow>,
}

/// A text that was kept, and its answers as the file names them now.
pub(super) struct CarriedText {
    /// As it was kept.
    pub(super) as_kept: Unsaved,
    /// Its answers now.
    pub(super) answers: Answers,
}

impl Open<'_> {
    /// Keeps what is typed until it is saved.
    pub(super) fn keep(&self, sent: &SentForm) -> Reply {
        let mut answers = sent.answers.clone();
        answers.extend(sent.body.clone().map(|body| ("_body".to_string(), body)));
        let (editor, part) = (self.office.editor, self.part(&sent.sign));
        let form = (self.file.id.as_str(), part.as_str());
        // Of another item than the one that lies there now only its sign is known.
        let is_it = sent.sign.is_empty() || self.part("") == part;
        if is_it && !self.says_more(&answers) {
            return editor.keep_nothing(form, &self.sheet);
        }
        editor.keep(
            form,
            &self.sheet,
            &Unsaved { base: sent.base.clone(), way: word_of(self.place.way()), answers },
        )
    }

    /// What was typed and not saved, each with its word. What the file says by now needs no answer.
    pub(super) fn unsaved(&self) -> Vec<(String, CarriedText)> {
        let (part, way) = (self.part(""), word_of(self.place.way()));
        let carry = |(word, as_kept): (String, Unsaved)| {
            let answers = carried(&as_kept.answers, &as_kept.way, &way);
            self.says_more(&answers).then_some((word, CarriedText { as_kept, answers }))
        };
        self.office.editor.kept((&self.file.id, &part)).into_iter().filter_map(carry).collect()
    }

    /// Does a form say anything that the file does not?
    fn says_more(&self, answers: &Answers) -> bool {
        let is_body_same = |body: &String| self.paper.body().is_none_or(|own| same_text(&own, body));
        let asked = changes(self.habit(), (self.place.way(), self.group()), answers, self.own());
        !asked.is_empty() || !answers.get("_body").is_none_or(is_body_same)
    }

    /// A text as the page offers it.
    pub(super) fn offered(&self, word: &str, unsaved: &CarriedText) -> OfferedText {
        let fetch = format!("hamta={}", if word.is_empty() { "1" } else { word });
        let fetch = self.address(&[&fetch]);
        OfferedText { word: word.to_string(), fetch, differs: self.differing(&unsaved.answers) }
    }
}
