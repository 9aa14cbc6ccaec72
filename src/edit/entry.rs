//! Which entry of a group a field is, whatever language it is written in.

use serde_yaml::Value;

use super::types::FieldTypes;
use crate::base::{Seg, names};

/// The entry of a field among the names of a group, by the program's name of the field and of the group's type.
pub fn entry_of<'n>(
    written: impl Iterator<Item = &'n str>,
    (types, of): (&FieldTypes, &str),
    english: &str,
) -> Option<usize> {
    let written: Vec<&str> = written.collect();
    let exact = written.iter().position(|name| *name == english);
    exact.or_else(|| {
        let known = types.names(of);
        let is_known = |name: &str| known.contains(&name);
        let is_meant = |name: &&str| {
            !is_known(name)
                && names::field_among(of, is_known, name)
                    == known.iter().copied().find(|field| *field == english)
        };
        // What means no field is not taken for one that there is not.
        is_known(english).then(|| written.iter().position(is_meant)).flatten()
    })
}

/// The value of a field of a group.
pub fn field<'v>(group: &'v Value, of_type: (&FieldTypes, &str), english: &str) -> Option<&'v Value> {
    let mapping = group.as_mapping()?;
    let at = entry_of(mapping.keys().map(|name| name.as_str().unwrap_or_default()), of_type, english)?;
    mapping.values().nth(at)
}

/// A value as a person reads it: a text, a number or a truth; empty for what is none.
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim_end().to_string(),
        Value::Number(number) => number.to_string(),
        Value::Bool(truth) => truth.to_string(),
        _ => String::new(),
    }
}

/// The way to what lies one step further.
pub fn further(way: &[Seg], step: Seg) -> Vec<Seg> {
    way.iter().cloned().chain([step]).collect()
}
