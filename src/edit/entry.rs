//! Which entry of a group a field is, whatever language it is written in.

use serde_yaml::Value;

use crate::base::{Seg, names};

/// The entry of a field among the names of a group, by the program's name of the field and of the group's type.
pub fn entry_of<'n>(
    written: impl Iterator<Item = &'n str> + Clone,
    of: &str,
    english: &str,
) -> Option<usize> {
    let exact = written.clone().position(|name| name == english);
    let swedish = || {
        let forms: Vec<String> =
            names::swedish_names(of, english).iter().map(|name| names::fold(name)).collect();
        let english = names::fold(english);
        written.clone().position(|name| {
            let folded = names::fold(name);
            folded == english || forms.contains(&folded)
        })
    };
    exact.or_else(swedish)
}

/// The value of a field of a group.
pub fn field<'v>(group: &'v Value, of: &str, english: &str) -> Option<&'v Value> {
    let mapping = group.as_mapping()?;
    let names: Vec<&str> = mapping.keys().map(|name| name.as_str().unwrap_or_default()).collect();
    let at = entry_of(names.into_iter(), of, english)?;
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
