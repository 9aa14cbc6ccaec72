//! Texts that `fcsite new` wrote for the writer to replace, and that are still there.

use std::sync::LazyLock;

use super::{Findings, Text};
use crate::base::{At, Code, Diagnostic, Locale, Messages, Seg};

/// The lead and the first words of the text, in each language.
static WRITTEN: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
    let of = |locale| {
        let messages = Messages::of(locale);
        let body = messages.text("scaffold-body-text", &[]);
        let first = body.lines().next().unwrap_or_default().to_string();
        (messages.text("scaffold-lead-text", &[]), first)
    };
    Locale::ALL.map(of).to_vec()
});

/// Looks at the lead and at the text.
pub fn lint(text: &Text<'_>, findings: &mut Findings<'_>) {
    let leads = |lead: &str| WRITTEN.iter().any(|(written, _)| written == lead.trim());
    if text.lead.is_some_and(leads) {
        let at = At::Value(vec![Seg::Key("lead".to_string())]);
        findings.found.push(Diagnostic::new(Code::PlaceholderText, text.path, at));
    }
    let begins = |words: &str| WRITTEN.iter().any(|(_, written)| written == words.trim());
    if let Some(run) = text.prose.runs.iter().find(|run| begins(&run.text)) {
        let diagnostic = findings.at(Code::PlaceholderText, run.span.clone());
        findings.found.push(diagnostic);
    }
}
