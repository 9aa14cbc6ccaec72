//! Titles and leads that several texts share: readers cannot tell them apart in lists, tabs and search results (WCAG 2.4.2).

use std::collections::HashMap;

use super::ItemText;
use crate::base::characters::one_line;
use crate::base::{At, Code, Diagnostic};

/// Texts of a folder that share a title or a lead with an older one in the same language.
pub fn lint(texts: &[ItemText<'_>]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut titles: HashMap<(&str, String), &ItemText<'_>> = HashMap::new();
    let mut leads: HashMap<(&str, String), &ItemText<'_>> = HashMap::new();
    let mut sorted: Vec<&ItemText<'_>> = texts.iter().collect();
    // Pages first: they stay, and the news are told that they are twins.
    sorted.sort_by_key(|text| (is_news(text), text.path.as_str()));
    for text in sorted {
        if let Some(first) = twin(&mut titles, text, text.title) {
            let diagnostic = Diagnostic::new(Code::DuplicateTitle, text.path, At::field("title"));
            found.push(diagnostic.with("title", text.title).with("other", first.path));
        }
        if let Some(first) = text.lead.and_then(|lead| twin(&mut leads, text, lead)) {
            let diagnostic = Diagnostic::new(Code::DuplicateLead, text.path, At::field("lead"));
            found.push(diagnostic.with("other", first.path));
        }
    }
    found
}

fn is_news(text: &ItemText<'_>) -> bool {
    text.path.folder().ends_with("/news")
}

/// The text that said the same before; else this one is remembered.
fn twin<'t>(
    known: &mut HashMap<(&'t str, String), &'t ItemText<'t>>,
    text: &'t ItemText<'t>,
    words: &str,
) -> Option<&'t ItemText<'t>> {
    let words = one_line(words).to_lowercase();
    if words.is_empty() || words == "-" {
        return None;
    }
    match known.entry((text.lang, words)) {
        std::collections::hash_map::Entry::Occupied(first) => Some(first.get()),
        std::collections::hash_map::Entry::Vacant(place) => {
            place.insert(text);
            None
        }
    }
}
