//! Words: every text that a page shows and that no editor wrote.

use std::collections::BTreeMap;

use tera::Value;

use crate::base::Fingerprint;

/// The words of one language.
#[derive(Clone, Debug)]
pub struct Words {
    map: BTreeMap<String, String>,
    /// The same for templates.
    pub value: Value,
    /// All of them.
    pub fingerprint: Fingerprint,
}

impl Default for Words {
    fn default() -> Self {
        Self::new(BTreeMap::new())
    }
}

impl Words {
    /// Words from keys and texts.
    pub fn new(map: BTreeMap<String, String>) -> Self {
        let value = Value::from_serializable(&map);
        let fingerprint = Fingerprint::of_value(&map);
        Self { map, value, fingerprint }
    }

    /// The text of a key; the key itself when there is none, so that a missing word is seen.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.map.get(key).map_or(key, String::as_str)
    }

    /// The text of a key, if there is one.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.map.get(key).map(String::as_str)
    }

    /// Is there a text for this key?
    pub fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    /// The text of a key with `{name}` filled in.
    pub fn filled(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(self.get(key), values)
    }

    /// Every key.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.map.keys().map(String::as_str)
    }
}

/// Puts values in the place of `{name}`, in one pass: what is put in is not looked at again.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        out.push_str(&rest[..open]);
        let after = &rest[open + 1..];
        let known = after.find('}').and_then(|close| {
            values.iter().find(|(name, _)| *name == &after[..close]).map(|(_, value)| (close, *value))
        });
        match known {
            Some((close, value)) => {
                out.push_str(value);
                rest = &after[close + 1..];
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filling_in_does_not_look_at_what_it_filled_in() {
        assert_eq!(fill("{a} av {b}", &[("a", "{b}"), ("b", "2")]), "{b} av 2");
        assert_eq!(fill("{ {x} {okänd", &[("x", "1")]), "{ 1 {okänd");
    }
}
