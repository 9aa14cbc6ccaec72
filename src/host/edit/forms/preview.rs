//! The page beside the form: as it will be with what is filled in, and nothing of it saved.

use super::page::{BesideFields, FaultLink};
use super::{Open, SentForm};
use crate::base::Diagnostic;
use crate::edit::FileForm;
use crate::host::serve::Reply;

impl Open<'_> {
    /// The form as it was filled in, with the page that would come of it. What is wrong stands at its field, and the page is the last one
    /// that could be made.
    pub(super) fn preview(&self, sent: &SentForm) -> Reply {
        let (office, word) = (self.office, sent.shown.as_str());
        let mut form = self.answered(&sent.answers);
        let held = office.editor.pane_of((office.site, word));
        let mut around = BesideFields {
            body: sent.body.clone(),
            base: Some(sent.base.clone()),
            over: sent.over.clone(),
            pane: Some(held.unwrap_or_default()),
            ..BesideFields::default()
        };
        let text = match self.filled(&sent.answers, sent.body.as_deref()) {
            Ok(text) => text,
            Err(why) => {
                around.summary.push(FaultLink { id: String::new(), text: office.messages.phrase(&why) });
                return self.page(form, around);
            }
        };
        let asked = (&self.file.path, text.as_bytes());
        let Some((pane, made)) = office.editor.make_preview(asked, (office.site, word)) else {
            around.pane_note = office.word("edit-preview-waiting");
            return self.page(form, around);
        };
        if pane.address.is_empty() && made.errors.is_empty() {
            around.pane_note = office.word("edit-preview-none");
        }
        around.pane = Some(pane);
        self.say_all(&mut form, &mut around, made.errors);
        around.is_preview = true;
        self.page(form, around)
    }

    /// Puts what is wrong at its fields, and what is wrong with other files into the summary alone.
    pub(super) fn say_all(&self, form: &mut FileForm, around: &mut BesideFields, errors: Vec<Diagnostic>) {
        let is_own = |found: &Diagnostic| found.file.as_ref().is_none_or(|file| *file == self.file.path);
        let (own, others): (Vec<Diagnostic>, Vec<Diagnostic>) = errors.into_iter().partition(is_own);
        self.say_at_fields(form, around, &own);
        for found in others {
            let file = found.file.as_ref().map(ToString::to_string).unwrap_or_default();
            let text = format!("{file}: {}", self.office.said_of_form(&found));
            around.summary.push(FaultLink { id: String::new(), text });
        }
    }
}
