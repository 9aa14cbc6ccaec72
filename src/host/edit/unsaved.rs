//! What is typed and not saved yet: kept in `.fcsite/edit/` while a person types, and offered when the form is opened again.
//!
//! It never takes the file's place by itself. It says of which bytes the form was made, so what others changed meanwhile is seen.

use super::Editor;
use super::files::ContentFile;
use crate::base::Fingerprint;
use crate::edit::Answers;

/// The most that is kept of one form.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// A form that was not saved.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub struct Unsaved {
    /// Of which bytes it was made.
    pub base: String,
    /// What was filled in, the body under `_body`.
    pub answers: Answers,
}

fn name_of(file: &ContentFile, part: &str) -> String {
    format!("edit/unsaved-{}-{}", file.id, Fingerprint::of(part.as_bytes()).short())
}

impl Editor {
    /// Keeps a form; says whether it could.
    pub(super) fn keep(&self, file: &ContentFile, part: &str, unsaved: &Unsaved) -> bool {
        let bytes = serde_json::to_vec(unsaved).unwrap_or_default();
        self.hidden.write(&name_of(file, part), &bytes).unwrap_or_default()
    }

    /// The form that was kept.
    pub(super) fn kept(&self, file: &ContentFile, part: &str) -> Option<Unsaved> {
        serde_json::from_slice(&self.hidden.read(&name_of(file, part), MOST_BYTES)?).ok()
    }

    /// Forgets it.
    pub(super) fn forget(&self, file: &ContentFile, part: &str) {
        if let Some(place) = self.hidden.place(&name_of(file, part)) {
            let _ = place.remove_file();
        }
    }
}
