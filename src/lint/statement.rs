//! The accessibility statement: one that nobody has looked at for a year is no longer true (Myndigheten för digital förvaltning asks for
//! a look each year).

use jiff::ToSpan;
use jiff::civil::Date;

use super::Ground;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::parse::municipality::Statement;

/// Looks at the dates of a statement.
pub fn lint(statement: Option<&Statement>, file: &SourcePath, ground: Ground<'_>) -> Vec<Diagnostic> {
    let Some(statement) = statement else { return Vec::new() };
    let key = |name: &str| Seg::Key(name.to_string());
    let tell = |way: Vec<Seg>, date: Date, kind: &'static str| {
        let path = [vec![key("accessibility_statement")], way].concat();
        let diagnostic = Diagnostic::new(Code::StatementOld, file, At::Value(path));
        diagnostic.with("date", date).with("kind", kind).with("today", ground.now)
    };
    let mut found = Vec::new();
    let long_ago = ground.now.saturating_sub(1.year());
    let assessed = statement.assessed_on.filter(|date| *date < long_ago);
    let is_old = statement.updated_on.is_none_or(|date| date < long_ago);
    if let Some(date) = assessed.filter(|_| is_old) {
        found.push(tell(vec![key("assessed_on")], date, "old"));
    }
    for (index, issue) in statement.issues.iter().enumerate() {
        if let Some(date) = issue.fix_by.filter(|date| *date < ground.now) {
            found.push(tell(vec![key("issues"), Seg::Index(index), key("fix_by")], date, "late"));
        }
    }
    found
}
