//! Edit: the same files, as forms. A document and what a person filled in become splices of its bytes, and back.
//!
//! A file is somebody's: it has remarks, an order and a way of writing of its own. So an edit is a list of splices, found by the tree
//! with places; all else stays byte for byte. What comes out is read again by both readers of YAML and must mean what it meant, but for
//! what was filled in; else nothing is written, and a reason is given.
//!
//! Which fields there are, what they are called and what is said of them comes from the schemas ([`crate::schema`]) and the messages: a new
//! field of the model is in the forms with no line of code here.
//!
//! Never here: the disk, a request, a page.

mod answers;
mod entry;
mod form;
mod given;
mod merge;
mod page;
mod place;
mod splice;
mod types;
mod week;

pub use answers::{Answers, changes};
pub(crate) use answers::{as_meant, made};
pub(crate) use form::{BETWEEN_TICKS, OptionOf, label, lines, value_label};
pub use form::{Desk, FileForm, FormField, FormInput};
pub use given::Given;
pub(crate) use given::line;
pub(crate) use merge::{MergedText, merge, side_by_side};
pub use page::Paper;
pub(crate) use page::same_text;
pub(crate) use place::{FormPlace, carried};
pub use splice::FieldChange;
pub(crate) use types::FieldShape;
pub use types::FieldTypes;

use serde_yaml::Value;

use crate::base::{Locale, Phrase, Seg, names};
use crate::parse::yaml::{Node, NodeKind, has_anchors, parse_tree};
use place::NEW_ITEM;
use splice::Splicer;

/// The names that a file's new fields and values get, and where among the others they stand.
#[derive(Clone, Copy, Debug)]
pub struct Habit<'a> {
    /// The fields that there are.
    pub types: &'a FieldTypes,
    /// Are names written in Swedish?
    pub swedish: bool,
}

impl<'a> Habit<'a> {
    /// That of a text; of who writes where the text has no names.
    pub fn of(yaml: &str, types: &'a FieldTypes, locale: Locale) -> Self {
        let is_swedish = crate::scaffold::language_of(yaml);
        Self { types, swedish: is_swedish.unwrap_or(locale == Locale::Swedish) }
    }

    /// A field's name as this file has it.
    pub fn name(self, of: &str, english: &str) -> String {
        let swedish = names::swedish_field(of, english).filter(|_| self.swedish);
        swedish.unwrap_or(english).to_string()
    }

    /// A fixed value as this file has it.
    pub fn word(self, of: &str, english: &str) -> String {
        let swedish = names::swedish_value(of, english).filter(|_| self.swedish);
        swedish.unwrap_or(english).to_string()
    }
}

/// The YAML text with all changes made; or why it was left alone.
pub fn apply(yaml: &str, changes: &[FieldChange], habit: Habit<'_>) -> Result<String, Phrase> {
    if changes.is_empty() {
        return Ok(yaml.to_string());
    }
    if has_anchors(yaml) {
        return Err(Phrase::new("edit-anchors"));
    }
    let mut text = yaml.to_string();
    for change in changes {
        text = Splicer::new(&text, habit)?.apply(change)?;
    }
    Ok(text)
}

/// What a text says, each value as it is written (`10.30` and not a number); none where it cannot be read.
pub fn read(yaml: &str) -> Option<Value> {
    let root = parse_tree(yaml).ok()?;
    Some(match written(&root) {
        Value::Null => Value::Mapping(serde_yaml::Mapping::new()),
        value => value,
    })
}

fn written(node: &Node) -> Value {
    match &node.kind {
        NodeKind::Scalar { text, plain: true } if is_nothing(text) => Value::Null,
        NodeKind::Scalar { text, .. } => Value::String(text.clone()),
        NodeKind::Sequence(items) => Value::Sequence(items.iter().map(written).collect()),
        NodeKind::Mapping(entries) => {
            let entry = |(name, value): &(Node, Node)| (written(name), written(value));
            Value::Mapping(entries.iter().map(entry).collect())
        }
    }
}

/// The words by which YAML says that there is nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// What YAML makes of a text; none where it makes nothing of it.
fn meant(yaml: &str) -> Option<Value> {
    if yaml.trim().is_empty() {
        return Some(Value::Mapping(serde_yaml::Mapping::new()));
    }
    match serde_yaml::from_str(yaml).ok()? {
        Value::Null => Some(Value::Mapping(serde_yaml::Mapping::new())),
        value => Some(value),
    }
}

/// A way as one word, for a form: `services.0.phone`, and `services.+.phone` of a service that is not there yet.
pub fn word_of(way: &[Seg]) -> String {
    let step = |seg: &Seg| match seg {
        Seg::Key(name) => name.clone(),
        Seg::Index(NEW_ITEM) => "+".to_string(),
        Seg::Index(at) => at.to_string(),
    };
    way.iter().map(step).collect::<Vec<_>>().join(".")
}

/// The way that a word says.
pub fn way_of(word: &str) -> Vec<Seg> {
    let step = |part: &str| match part {
        "+" => Seg::Index(NEW_ITEM),
        part => part.parse().map_or_else(|_| Seg::Key(part.to_string()), Seg::Index),
    };
    word.split('.').filter(|part| !part.is_empty()).map(step).collect()
}

/// What lies at the end of a way in what YAML read.
pub fn value_at<'v>(whole: &'v Value, types: &FieldTypes, way: &[Seg]) -> Option<&'v Value> {
    let mut value = whole;
    for (at, step) in way.iter().enumerate() {
        value = match step {
            Seg::Key(name) => entry::field(value, (types, &types.group_at(way.get(..at)?)?), name)?,
            Seg::Index(at) => value.as_sequence()?.get(*at)?,
        };
    }
    Some(value)
}
