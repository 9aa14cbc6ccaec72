//! What is said in Swedish uses the Swedish names of fields and values.

use fcsite::base::{Code, Diagnostic, Locale, Messages, names};

use super::project::{Project, told};

/// What is said of a fault in Swedish.
pub fn swedish(found: &Diagnostic) -> String {
    let words = Messages::of(Locale::Swedish).render(found);
    format!("{} {}", words.message, words.help)
}

/// Is this said, in the names of either language? `lead: x` may be said as `ingress: x`.
pub fn is_said(text: &str, words: &str) -> bool {
    text.contains(words) || text.contains(&in_swedish(words))
}

/// Exactly these are told, each with words that both languages must say.
pub fn only(project: &Project, expected: &[(Code, &[&str])]) -> Vec<Diagnostic> {
    let found = project.check().diagnostics;
    let seen: Vec<String> = found.iter().map(told).collect();
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, expected.iter().map(|(code, _)| *code).collect::<Vec<_>>(), "{seen:#?}");
    for (found, (_, words)) in found.iter().zip(expected) {
        for said in *words {
            assert!(is_said(&swedish(found), said), "{said}: {}", swedish(found));
            assert!(told(found).contains(said), "{said}: {}", told(found));
        }
    }
    found
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
