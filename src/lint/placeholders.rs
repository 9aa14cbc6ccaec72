//! Texts that `fcsite new` wrote for the writer to replace, and that are still there.

use std::sync::LazyLock;

use super::{Findings, Text};
use crate::base::{At, Code, Diagnostic, Locale, Messages, Seg, SourcePath};
use crate::parse::municipality::Statement;

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

/// What the statement of a new municipality says until somebody has assessed the site.
const STATEMENT: &str = include_str!("../scaffold/templates/statement.yaml");

/// Looks at the accessibility statement: a law demands that it is true.
pub fn lint_statement(statement: Option<&Statement>, path: &SourcePath) -> Vec<Diagnostic> {
    let Some(statement) = statement else { return Vec::new() };
    let is_written = |text: &str| STATEMENT.lines().any(|line| line.ends_with(&format!(": {text}")));
    let key = |name: &str| Seg::Key(name.to_string());
    let tell = |way: Vec<Seg>| {
        let way = [vec![key("accessibility_statement")], way].concat();
        Diagnostic::new(Code::PlaceholderText, path, At::Value(way))
    };
    let issues = statement.issues.iter().enumerate();
    let issues = issues.filter(|(_, issue)| issue.what.each().any(|(_, text)| is_written(text)));
    let issues = issues.map(|(index, _)| tell(vec![key("issues"), Seg::Index(index), key("what")]));
    let form = statement.feedback_url.iter().filter(|url| is_written(url.as_str()));
    issues.chain(form.map(|_| tell(vec![key("feedback_url")]))).collect()
}

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
