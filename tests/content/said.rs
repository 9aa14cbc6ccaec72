//! What is said in Swedish uses the Swedish names of fields and values.

use fcsite::base::{Diagnostic, Locale, Messages, names};

/// What is said of a fault in Swedish.
pub fn swedish(found: &Diagnostic) -> String {
    let words = Messages::of(Locale::Swedish).render(found);
    format!("{} {}", words.message, words.help)
}

/// Is this said, in the names of either language? `lead: x` may be said as `ingress: x`.
pub fn is_said(text: &str, words: &str) -> bool {
    text.contains(words) || text.contains(&in_swedish(words))
}

/// Words with the Swedish names of the fields and values in them.
pub fn in_swedish(words: &str) -> String {
    let is_name = |c: char| c.is_ascii_lowercase() || c == '_';
    let (mut out, mut rest) = (String::new(), words);
    while !rest.is_empty() {
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let value = || match name {
            "true" => Some("ja"),
            "false" => Some("nej"),
            _ => names::values_of(name).first().copied(),
        };
        let swedish = if after.starts_with(':') { names::swedish_field("", name) } else { value() };
        out += swedish.unwrap_or(name);
        let next = after.find(is_name).unwrap_or(after.len());
        out += &after[..next];
        rest = &after[next..];
    }
    out
}
