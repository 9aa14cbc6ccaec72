//! Diagnostics: what is wrong, where, and what to write instead.
//!
//! A diagnostic is a value: a code, a place and the words that fill its message in. The message's text lives in a Fluent file
//! (`messages/`), so that each language can say it in its own way, and a remembered page can warn again in another.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::phrase::{Phrase, Value, Word};
use super::{Code, Gaps, LinePlace, Severity, SourcePath};

/// A step of a path into a YAML file: `services[1].operator`.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Seg {
    /// The field of a mapping.
    Key(String),
    /// The item of a list, from 0.
    Index(usize),
}

/// A step to a field.
pub fn key(name: &str) -> Seg {
    Seg::Key(name.to_string())
}

impl Seg {
    /// The field's name; none for an item of a list.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Key(name) => Some(name),
            Self::Index(_) => None,
        }
    }
}

/// Where in a file. Model rooms know the field, not the line; [`LinePlace`] is found when there is something to report.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum At {
    /// The file as a whole.
    File,
    /// These bytes of the file.
    Span(Range<usize>),
    /// A line and column from 1, as a template engine tells it.
    LineColumn(usize, usize),
    /// The value of a field of the file's YAML or front matter.
    Value(Vec<Seg>),
    /// The name of a field.
    Key(Vec<Seg>),
    /// A part of a field's value, or of its name: these words in it.
    Part {
        /// The field.
        path: Vec<Seg>,
        /// Is it a part of the name?
        in_key: bool,
        /// The words as they stand in the file.
        words: String,
        /// The byte of the value that they stand at, where it is known; else the first that are alike are meant.
        from: Option<usize>,
    },
}

impl At {
    /// The value of a field that stands at the top of a file's YAML or front matter.
    pub fn field(name: &str) -> Self {
        Self::Value(vec![key(name)])
    }

    /// The way to the field, where one is meant.
    pub fn path(&self) -> Option<&[Seg]> {
        match self {
            Self::Value(path) | Self::Key(path) | Self::Part { path, .. } => Some(path),
            Self::File | Self::Span(_) | Self::LineColumn(..) => None,
        }
    }
}

/// One fault, for one person to mend.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Diagnostic {
    /// What kind of fault.
    pub code: Code,
    /// How serious; `--strict` raises it.
    pub severity: Severity,
    /// The file; none when the fault is in no file.
    pub file: Option<SourcePath>,
    /// Where in the file.
    pub at: At,
    /// The place as people see it, once found. It is not remembered on disk: it is found again from `at`, and a long line with many
    /// faults would fill one.
    #[serde(skip)]
    pub place: Option<LinePlace>,
    /// The words that fill the message in: name and value.
    pub args: Vec<(Word, Value)>,
    /// What to write instead, where that can be said word for word.
    pub mend: Option<Box<Mend>>,
}

/// What to write where: what the help says, so that a program can do it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Mend {
    /// What is replaced.
    pub at: At,
    /// What stands there then.
    pub text: String,
}

impl Diagnostic {
    /// A diagnostic in a file.
    pub fn new(code: Code, file: &SourcePath, at: At) -> Self {
        Self { file: Some(file.clone()), at, ..Self::anywhere(code) }
    }

    /// A diagnostic that belongs to no file.
    pub fn anywhere(code: Code) -> Self {
        Self {
            code,
            severity: code.severity(),
            file: None,
            at: At::File,
            place: None,
            args: Vec::new(),
            mend: None,
        }
    }

    /// Adds a word for the message.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name.into(), Value::of(value)));
        self
    }

    /// What somebody wrote, a name or a number in the message; none of words of ours.
    pub fn arg(&self, name: &str) -> Option<&str> {
        let (_, value) = self.args.iter().find(|(known, _)| known.as_ref() == name)?;
        match value {
            Value::Text(text) => Some(text),
            Value::Phrase(_) => None,
        }
    }

    /// Says a word of the message anew, once it is known.
    pub fn set(&mut self, name: &'static str, value: impl fmt::Display) {
        self.args.retain(|(known, _)| *known != name);
        self.args.push((name.into(), Value::of(value)));
    }

    /// Adds a part of the message that is said in its language.
    pub fn saying(mut self, name: &'static str, phrase: Phrase) -> Self {
        self.args.push((name.into(), Value::Phrase(phrase)));
        self
    }

    /// What was probably meant, for the help and as what to write in its place; the help knows `none` for nothing.
    pub fn proposing(self, meant: Option<&str>) -> Self {
        let diagnostic = self.with("proposal", meant.unwrap_or("none"));
        match meant {
            Some(meant) => diagnostic.instead(meant),
            None => diagnostic,
        }
    }

    /// What to write in its place.
    pub fn instead(self, text: impl Into<String>) -> Self {
        let at = self.at.clone();
        self.instead_at(at, text)
    }

    /// What to write in a place that is not the one that is marked.
    pub fn instead_at(mut self, at: At, text: impl Into<String>) -> Self {
        self.mend = Some(Box::new(Mend { at, text: text.into() }));
        self
    }

    /// A word of the message, as text.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.args.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Does it stop the build?
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Is it a warning that is turned off? An error never is.
    pub fn is_turned_off(&self, off: &[Code]) -> bool {
        !self.is_error() && off.contains(&self.code)
    }

    /// The order in which diagnostics are shown: by file and place, whatever thread found them first.
    pub fn sort_key(&self) -> SortKey<'_> {
        let (line, column) = self.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
        (self.file.as_ref(), line, column, self.code, &self.args)
    }
}

/// File, line, column, code and words.
pub type SortKey<'a> = (Option<&'a SourcePath>, usize, usize, Code, &'a [(Word, Value)]);

/// Gathers diagnostics of one file.
#[derive(Debug)]
pub struct Report {
    file: SourcePath,
    found: Vec<Diagnostic>,
    settled: Vec<Vec<Seg>>,
    gaps: Vec<Vec<Seg>>,
}

impl Report {
    /// An empty report on a file.
    pub fn on(file: &SourcePath) -> Self {
        Self { file: file.clone(), found: Vec::new(), settled: Vec::new(), gaps: Vec::new() }
    }

    /// Adds a diagnostic and gives it back, so that words can be added to it. An echo of what is settled is not added.
    pub fn add(&mut self, code: Code, at: At) -> MessageWords<'_> {
        if let Some(path) = at.path()
            && self.settled.iter().any(|settled| settled.starts_with(path) || path.starts_with(settled))
        {
            return MessageWords(None);
        }
        self.found.push(Diagnostic::new(code, &self.file, at));
        MessageWords(self.found.last_mut())
    }

    /// All has been said of this field: an empty value stands in for it, and what is wrong with that value is only an echo.
    pub fn settle(&mut self, path: Vec<Seg>) {
        self.settled.push(path);
    }

    /// An item of a list is left out, so that those after it have other numbers than in the file.
    pub fn leave_out(&mut self, item: At) {
        if let At::Value(path) = item {
            self.gaps.push(path);
        }
    }

    /// The items that were left out.
    pub fn gaps(&mut self) -> Gaps {
        Gaps::of(std::mem::take(&mut self.gaps))
    }

    /// Could a field at the file's top, or something in it, not be read?
    pub fn has_settled(&self, field: &str) -> bool {
        self.settled.iter().any(|path| matches!(path.first(), Some(Seg::Key(name)) if name == field))
    }

    /// Has anything been said of a field at the file's top itself?
    pub fn has_told_of(&self, field: &str) -> bool {
        let alone = |path: &[Seg]| matches!(path, [Seg::Key(name)] if name == field);
        let told = |found: &Diagnostic| found.at.path().is_some_and(alone);
        self.found.iter().any(told)
    }

    /// Has anything been said of what lies within a field? Then what is missing there may be what could not be read.
    pub fn has_told_within(&self, at: &At) -> bool {
        let Some(within) = at.path() else { return false };
        let is_within = |path: &[Seg]| path.len() > within.len() && path.starts_with(within);
        self.found.iter().any(|found| found.at.path().is_some_and(is_within))
            || self.settled.iter().any(|path| is_within(path))
    }

    /// The file that the report is on.
    pub fn file(&self) -> &SourcePath {
        &self.file
    }

    /// Adds what another check of the same file found.
    pub fn extend(&mut self, more: Vec<Diagnostic>) {
        self.found.extend(more);
    }

    /// Has anything been found that stops the build?
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(Diagnostic::is_error)
    }

    /// All that was found.
    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.found
    }
}

/// The words of the diagnostic just added.
pub struct MessageWords<'a>(Option<&'a mut Diagnostic>);

impl MessageWords<'_> {
    /// Adds a word for the message.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.args.push((name.into(), Value::of(value)));
        }
        self
    }

    /// Adds a part of the message that is said in its language.
    pub fn saying(mut self, name: &'static str, phrase: Phrase) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.args.push((name.into(), Value::Phrase(phrase)));
        }
        self
    }

    /// What was probably meant, for the help and as what to write in its place; the help knows `none` for nothing.
    pub fn proposing(self, meant: Option<impl AsRef<str>>) -> Self {
        let meant = meant.as_ref().map(AsRef::as_ref);
        self.with("proposal", meant.unwrap_or("none")).instead(meant)
    }

    /// What to write in its place, where that is known.
    pub fn instead(self, text: Option<impl Into<String>>) -> Self {
        match self.0.as_ref().map(|diagnostic| diagnostic.at.clone()) {
            Some(at) => self.instead_at(at, text),
            None => self,
        }
    }

    /// What to write in a place that is not the one that is marked, where that is known.
    pub fn instead_at(mut self, at: At, text: Option<impl Into<String>>) -> Self {
        if let (Some(diagnostic), Some(text)) = (&mut self.0, text) {
            diagnostic.mend = Some(Box::new(Mend { at, text: text.into() }));
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_distinct() {
        let mut ids: Vec<String> = Code::ALL.iter().map(Code::to_string).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), Code::ALL.len());
    }
}
