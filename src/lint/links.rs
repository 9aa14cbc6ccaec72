//! Link texts that do not say where the link leads (WCAG 2.4.4): who listens to a page often hears its links alone.

use super::Findings;
use super::prose::Prose;
use crate::base::{At, Code, Diagnostic, Seg, SourcePath};
use crate::model::Folder;
use crate::parse::check::Notice;
use crate::parse::values::Text;

/// Link texts that say nothing by themselves.
const VAGUE: [&str; 44] = [
    "läs mer",
    "läs mer här",
    "läs vidare",
    "läs",
    "mer",
    "mer här",
    "se mer",
    "se här",
    "klicka här",
    "klicka",
    "tryck här",
    "här",
    "hit",
    "länk",
    "länken",
    "den här länken",
    "sidan",
    "den här sidan",
    "denna sida",
    "webbplatsen",
    "information",
    "mer information",
    "mer info",
    "info",
    "ladda ner",
    "ladda ned",
    "ladda ner här",
    "visa mer",
    "fler",
    "dokument",
    "pdf",
    "read more",
    "read",
    "more",
    "click here",
    "click",
    "here",
    "link",
    "this link",
    "this page",
    "learn more",
    "see more",
    "more information",
    "download",
];

/// Looks at a text's links.
pub fn lint(prose: &Prose, findings: &mut Findings<'_>) {
    for link in &prose.links {
        let code = match () {
            () if link.is_address || is_address(&link.text) => Code::AddressAsLinkText,
            () if is_vague(&link.text) => Code::VagueLinkText,
            () => continue,
        };
        let text = link.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let diagnostic = findings.at(code, link.span.clone());
        findings.found.push(diagnostic.with("text", text).with("target", &link.target));
    }
    for run in &prose.runs {
        for (at, _) in run.text.match_indices("http").filter(|(at, _)| begins_address(&run.text[*at..])) {
            let length = run.text[at..].find(char::is_whitespace).unwrap_or(run.text.len() - at);
            let address = run.text[at..at + length].trim_end_matches(['.', ',', ')', '”', '"']);
            let span = run.place(&(at..at + address.len()));
            // A link's own text was told of above.
            if !prose.links.iter().any(|link| link.span.start <= span.start && span.start < link.span.end) {
                let diagnostic = findings.at(Code::AddressAsLinkText, span);
                findings.found.push(diagnostic.with("text", address).with("target", address));
            }
        }
    }
}

fn begins_address(text: &str) -> bool {
    text.starts_with("http://") || text.starts_with("https://")
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    begins_address(text) || text.starts_with("www.")
}

fn is_vague(text: &str) -> bool {
    let plain: Vec<&str> = text
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let plain = plain.join(" ").to_lowercase();
    VAGUE.contains(&plain.as_str())
}

/// Looks at the links of notices and of the navigation.
pub fn lint_fields(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let key = |name: &str| Seg::Key(name.to_string());
    if let Some(config) = &folder.config {
        for (index, entry) in config.value.navigation.iter().enumerate() {
            let path = [key("navigation"), Seg::Index(index), key("title")];
            lint_title(&entry.title, &config.path, &path, &mut found);
        }
        lint_notices(&config.value.notices, &config.path, &mut found);
    }
    for centre in &folder.centres {
        lint_notices(&centre.value.notices, &centre.path, &mut found);
    }
    found
}

fn lint_notices(notices: &[Notice], path: &SourcePath, found: &mut Vec<Diagnostic>) {
    let key = |name: &str| Seg::Key(name.to_string());
    for (index, notice) in notices.iter().enumerate() {
        for (place, link) in notice.links.iter().enumerate() {
            let way = [key("notices"), Seg::Index(index), key("links"), Seg::Index(place), key("title")];
            lint_title(&link.title, path, &way, found);
        }
        let way = vec![key("notices"), Seg::Index(index), key("body")];
        for (_, text) in notice.body.iter().flat_map(Text::each) {
            // The lines of a text in YAML are not those of the file: what is found is told at the field.
            let mut inner = Findings { path, found: Vec::new() };
            lint(&super::prose::read(text, 0), &mut inner);
            let placed = |found: Diagnostic| {
                let words = found.word("text").unwrap_or_default().to_string();
                let at = At::Part { path: way.clone(), in_key: false, words };
                Diagnostic { at, ..found }
            };
            found.extend(inner.found.into_iter().map(placed));
        }
    }
}

fn lint_title(title: &Text, path: &SourcePath, way: &[Seg], found: &mut Vec<Diagnostic>) {
    for (_, text) in title.each().filter(|(_, text)| is_vague(text) || is_address(text)) {
        let code = if is_address(text) { Code::AddressAsLinkText } else { Code::VagueLinkText };
        let diagnostic = Diagnostic::new(code, path, At::Value(way.to_vec()));
        found.push(diagnostic.with("text", text).with("target", "https://…"));
    }
}
