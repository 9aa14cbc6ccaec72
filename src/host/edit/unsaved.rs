//! What is typed and not saved yet: kept in `.fcsite/edit/` while a person types, and offered when the form is opened again.
//!
//! It never takes the file's place by itself. It says of which bytes the form was made, so what others changed meanwhile is seen.

use super::Editor;
use crate::base::Fingerprint;
use crate::edit::Answers;
use crate::host::serve::Reply;

/// The most that is kept of one form.
const MOST_BYTES: u64 = 4 * 1024 * 1024;

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

fn name_of(id: &str, part: &str) -> String {
    format!("edit/unsaved-{id}-{}", Fingerprint::of(part.as_bytes()).short())
}

impl Editor {
    /// Keeps a form of this id, about a part of what it is about; says whether it could.
    pub(super) fn keep(&self, id: &str, part: &str, unsaved: &Unsaved) -> Reply {
        let bytes = serde_json::to_vec(unsaved).unwrap_or_default();
        let is_kept = self.hidden.write(&name_of(id, part), &bytes).unwrap_or_default();
        Reply {
            status: if is_kept { 204 } else { 507 },
            content_type: "text/plain; charset=utf-8",
            body: Vec::new(),
            location: None,
            cookie: None,
        }
    }

    /// The form that was kept.
    pub(super) fn kept(&self, id: &str, part: &str) -> Option<Unsaved> {
        serde_json::from_slice(&self.hidden.read(&name_of(id, part), MOST_BYTES)?).ok()
    }

    /// Forgets it.
    pub(super) fn forget(&self, id: &str, part: &str) {
        if let Some(place) = self.hidden.place(&name_of(id, part)) {
            let _ = place.remove_file();
        }
    }
}
