//! The accessibility statement: one that nobody has looked at for a year is no longer true (Myndigheten för digital förvaltning asks for
//! a look each year).

use jiff::ToSpan;
use jiff::civil::Date;

use super::LintGround;
use super::fields::way_in;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::parse::municipality::Statement;
use crate::parse::values::Text;

/// How many letters say something at the least.
const LETTERS: usize = 3;

/// Looks at the dates of a statement.
pub fn lint(statement: Option<&Statement>, file: &SourcePath, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let Some(statement) = statement else { return Vec::new() };
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
    found.extend(wrong_days(statement, file, ground.now));
    found.extend(says_nothing(statement, file));
    found.extend(says_no_reason(statement, file));
    found
}

/// What was done is not still to come, and the statement tells of an assessment that was made before it.
fn wrong_days(statement: &Statement, file: &SourcePath, now: Date) -> Vec<Diagnostic> {
    let at = |name: &str| At::Value(vec![key("accessibility_statement"), key(name)]);
    let days = [("assessed_on", statement.assessed_on), ("updated_on", statement.updated_on)];
    let is_coming = |(name, date): (&'static str, Option<Date>)| {
        // The last of all days stands for one that cannot be read, which was told.
        let date = date.filter(|date| *date > now && *date < Date::MAX)?;
        let diagnostic = Diagnostic::new(Code::DateInFuture, file, at(name));
        Some(diagnostic.with("field", name).with("date", date))
    };
    let mut found: Vec<Diagnostic> = days.into_iter().filter_map(is_coming).collect();
    if let (Some(assessed), Some(updated)) = (statement.assessed_on, statement.updated_on)
        && updated < assessed
        && found.is_empty()
    {
        let diagnostic = Diagnostic::new(Code::StatementUnclear, file, at("updated_on"));
        let diagnostic = diagnostic.with("kind", "order").with("status", statement.status.key());
        found.push(diagnostic.with("assessed", assessed).with("updated", updated));
    }
    found
}

/// Shortcomings without a reason, which the law asks for.
fn says_no_reason(statement: &Statement, file: &SourcePath) -> Vec<Diagnostic> {
    let without = statement.issues.iter().enumerate().filter(|(_, issue)| issue.reason.is_none());
    let told = without.map(|(index, _)| {
        let way = [key("accessibility_statement"), key("issues"), Seg::Index(index), key("what")];
        let diagnostic = Diagnostic::new(Code::StatementUnclear, file, At::Value(way.to_vec()));
        diagnostic.with("kind", "reason").with("status", statement.status.key())
    });
    told.collect()
}

/// Texts of the statement that say nothing: a full stop, a hyphen.
fn says_nothing(statement: &Statement, file: &SourcePath) -> Vec<Diagnostic> {
    let mut texts: Vec<(&str, usize, &str, &Text)> = Vec::new();
    for (index, issue) in statement.issues.iter().enumerate() {
        texts.push(("issues", index, "what", &issue.what));
        let more = [("reason", &issue.reason), ("alternative", &issue.alternative)];
        texts.extend(
            more.into_iter().filter_map(|(name, text)| Some(("issues", index, name, text.as_ref()?))),
        );
    }
    for (index, burden) in statement.disproportionate_burden.iter().enumerate() {
        texts.push(("disproportionate_burden", index, "what", &burden.what));
        texts.push(("disproportionate_burden", index, "motivation", &burden.motivation));
    }
    for (index, exemption) in statement.out_of_scope.iter().enumerate() {
        texts.push(("out_of_scope", index, "what", &exemption.what));
        texts.extend(exemption.reason.iter().map(|reason| ("out_of_scope", index, "reason", reason)));
    }
    let is_nothing = |text: &str| text.chars().filter(|c| c.is_alphabetic()).take(LETTERS).count() < LETTERS;
    let each = texts.iter().flat_map(|(list, index, name, text)| {
        text.each().filter(|(_, text)| is_nothing(text)).map(move |(lang, text)| {
            let way = [key("accessibility_statement"), key(list), Seg::Index(*index), key(name)];
            let diagnostic = Diagnostic::new(Code::StatementUnclear, file, At::Value(way_in(&way, lang)));
            diagnostic.with("kind", "nothing").with("status", statement.status.key()).with("text", text)
        })
    });
    each.collect()
}
