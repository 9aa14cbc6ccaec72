//! A theme's file of YAML, read with what is to be said of it.

use crate::base::characters::find_forbidden;
use crate::base::{At, Code, Diagnostic, Report, SourcePath};
use crate::parse::{Places, yaml};

pub(super) fn read_yaml<T: serde::de::DeserializeOwned>(
    path: &SourcePath,
    bytes: &[u8],
    found: &mut Vec<Diagnostic>,
) -> Option<T> {
    let mut report = Report::on(path);
    let text = String::from_utf8_lossy(bytes);
    if let Some(diagnostic) = forbidden(path, &text) {
        let place = Places::of(&text, path).find(&diagnostic.at);
        found.push(Diagnostic { place, ..diagnostic });
        return None;
    }
    let value = yaml::read(&text, 0, &mut report);
    let mut diagnostics = report.into_diagnostics();
    if !diagnostics.is_empty() {
        let places = Places::of(&text, path);
        for diagnostic in &mut diagnostics {
            diagnostic.place = places.find(&diagnostic.at);
        }
        found.extend(diagnostics);
    }
    value
}

/// A character that no text has, told: a page made of this text would hold it.
pub(super) fn forbidden(path: &SourcePath, text: &str) -> Option<Diagnostic> {
    let (at, c) = find_forbidden(text)?;
    let diagnostic = Diagnostic::new(Code::ControlCharacter, path, At::Span(at..at + c.len_utf8()));
    Some(diagnostic.with("character", format!("{:04X}", u32::from(c))))
}
