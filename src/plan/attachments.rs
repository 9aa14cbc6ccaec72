//! Documents: what a link says of one, and which are published: those that a page links to, and no other.

use std::collections::BTreeSet;

use super::links::output_path;
use super::scope::Scope;
use super::{AttachmentJob, Plan};
use crate::base::markup::escape_into;
use crate::base::{OutputPath, SourcePath};
use crate::model::{AttachmentFact, attachment_address};
use crate::theme::fill;

/// A thousand bytes, as a disk and a telephone count them.
const KILOBYTE: usize = 1000;

/// Plans the documents that the pages of all languages link to, each once.
pub fn plan_attachments(scopes: &[Scope<'_>], plan: &mut Plan) {
    let Some(section) = scopes.first().map(|scope| scope.section) else { return };
    let linked: BTreeSet<SourcePath> =
        scopes.iter().flat_map(|scope| scope.attached.borrow().iter().cloned().collect::<Vec<_>>()).collect();
    let mut planned: BTreeSet<OutputPath> = BTreeSet::new();
    for fact in linked.iter().filter_map(|path| section.attachments.get(path)) {
        let path = output_path(section.folder(), &attachment_address(&fact.path));
        // Two for one address were told.
        plan.attachments.extend(
            path.filter(|path| planned.insert(path.clone()))
                .map(|path| AttachmentJob { fact: fact.clone(), path }),
        );
    }
}

impl Scope<'_> {
    /// What a link says of the document that it leads to, as HTML, if it leads to one; it is published then.
    pub fn attach(&self, path: Option<&SourcePath>) -> String {
        let Some(fact) = path.and_then(|path| self.section.attachments.get(path)) else {
            return String::new();
        };
        self.attached.borrow_mut().insert(fact.path.clone());
        format!("\u{a0}<span class=\"file-note\">{}</span>", self.note(fact))
    }

    /// `(pdf, 1,2 MB)`, as HTML. Kind and size each stand in a run of their own, or Arabic would read the figure before the kind.
    fn note(&self, fact: &AttachmentFact) -> String {
        let words = &self.words;
        let tenths = fact.size.div_ceil(KILOBYTE * KILOBYTE / 10);
        let size = if tenths < 10 {
            let size = fact.size.div_ceil(KILOBYTE).max(1).to_string();
            words.filled("size_kilobytes", &[("size", &size)])
        } else {
            let (whole, tenth) = (tenths / 10, tenths % 10);
            let size = match tenth {
                0 => whole.to_string(),
                _ => format!("{whole}{}{tenth}", words.get("size_decimal")),
            };
            words.filled("size_megabytes", &[("size", &size)])
        };
        let run = |text: &str| {
            let mut html = String::from("<bdi>");
            escape_into(text, &mut html);
            html + "</bdi>"
        };
        let mut pattern = String::new();
        escape_into(words.get("size_note"), &mut pattern);
        fill(&pattern, &[("kind", &run(fact.kind.extension())), ("size", &run(&size))])
    }
}
