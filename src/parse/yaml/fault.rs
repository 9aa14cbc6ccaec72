//! What is wrong with a value, as the serde types say it, until its place and words are known.

use std::fmt;
use std::ops::Range;

use serde::de;

use super::explain::plain_expectation;
use super::tree::Node;

/// What a serde type did not like, and the node that it was looking at.
#[derive(Debug)]
pub struct Fault {
    pub(super) node: Option<(usize, Range<usize>)>,
    pub(super) kind: FaultKind,
    /// The type that did not like it, where it has fields or words of its own.
    pub(super) of: Option<&'static str>,
}

/// What it did not like.
#[derive(Debug)]
pub enum FaultKind {
    UnknownField(String, &'static [&'static str]),
    UnknownValue(String, &'static [&'static str]),
    Missing(&'static str),
    Duplicate { field: String, first: String },
    Type { expected: &'static str, found: &'static str, value: String },
    Empty,
    Other,
}

impl FaultKind {
    fn twice(field: &str) -> Self {
        Self::Duplicate { field: field.to_string(), first: field.to_string() }
    }
}

impl Fault {
    pub(super) fn new(kind: FaultKind) -> Self {
        Self { node: None, kind, of: None }
    }

    /// The innermost type that did not like it.
    pub(super) fn of(mut self, of: &'static str) -> Self {
        self.of.get_or_insert(of);
        self
    }

    pub(super) fn at(mut self, node: &Node) -> Self {
        if self.node.is_none() {
            if let FaultKind::Type { value, .. } = &mut self.kind
                && let Some(text) = node.text()
            {
                *value = text.to_string();
            }
            self.node = Some((node.id, node.span.clone()));
        }
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.kind)
    }
}

impl std::error::Error for Fault {}

impl de::Error for Fault {
    fn custom<T: fmt::Display>(words: T) -> Self {
        let words = words.to_string();
        match words.strip_prefix("duplicate entry ") {
            Some(field) => Fault::new(FaultKind::twice(field)),
            None => Fault::new(FaultKind::Other),
        }
    }

    fn invalid_type(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        let (found, value) = match found {
            de::Unexpected::Seq => ("list", String::new()),
            de::Unexpected::Map => ("group", String::new()),
            de::Unexpected::Unit | de::Unexpected::Option => return Fault::new(FaultKind::Empty),
            de::Unexpected::Str(text) => ("text", text.to_string()),
            de::Unexpected::Bool(value) => ("boolean", value.to_string()),
            de::Unexpected::Signed(number) => ("number", number.to_string()),
            de::Unexpected::Unsigned(number) => ("number", number.to_string()),
            de::Unexpected::Float(number) => ("number", number.to_string()),
            _ => ("other", String::new()),
        };
        Fault::new(FaultKind::Type { expected: plain_expectation(&expected.to_string()), found, value })
    }

    fn invalid_value(found: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::invalid_type(found, expected)
    }

    fn unknown_field(field: &str, known: &'static [&'static str]) -> Self {
        Fault::new(FaultKind::UnknownField(field.to_string(), known))
    }

    fn unknown_variant(value: &str, known: &'static [&'static str]) -> Self {
        Fault::new(FaultKind::UnknownValue(value.to_string(), known))
    }

    fn missing_field(field: &'static str) -> Self {
        Fault::new(FaultKind::Missing(field))
    }

    fn duplicate_field(field: &'static str) -> Self {
        Fault::new(FaultKind::twice(field))
    }
}
