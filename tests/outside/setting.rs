//! Links in files, and what is told of them.

use std::path::Path;
use std::time::Duration;

use fcsite::base::{At, Code, Diagnostic, Locale, Messages, SourcePath};
use fcsite::host::outside::{Policy, Tried, try_links};
use fcsite::lint::OutsideLink;
use jiff::civil::Date;
use tempfile::TempDir;

/// The day of most tests.
pub const TODAY: &str = "2026-03-01";

/// May ask this computer, hardly pauses, and waits as long as a loaded machine needs.
pub fn policy() -> Policy {
    Policy {
        patience: Duration::from_secs(20),
        pause: Duration::from_millis(1),
        asks_within: true,
        ..Policy::default()
    }
}

/// Waits no longer than it must for what does not come.
pub fn impatient() -> Policy {
    Policy { patience: Duration::from_millis(400), ..policy() }
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A link at the beginning of a file.
pub fn link_in(file: &str, url: &str) -> OutsideLink {
    OutsideLink { url: url.to_string(), path: SourcePath::new(file), at: At::Span(0..1), off: Vec::new() }
}

pub fn link(url: &str) -> OutsideLink {
    link_in("content/alfa/pages/om.md", url)
}

/// Tries links with nothing known from before.
pub fn try_fresh(urls: &[String], policy: &Policy) -> Tried {
    let root = TempDir::new().unwrap();
    try_in(root.path(), urls, policy, TODAY)
}

pub fn try_in(root: &Path, urls: &[String], policy: &Policy, today: &str) -> Tried {
    let links: Vec<OutsideLink> = urls.iter().map(|url| link(url)).collect();
    try_links(&links, policy, root, day(today))
}

/// What is told of one link in English, with its code; nothing when it works.
pub fn told_of(url: &str, policy: &Policy) -> Option<(Code, String)> {
    let tried = try_fresh(&[url.to_string()], policy);
    assert!(tried.diagnostics.len() <= 1, "{url}: {:?}", told(&tried.diagnostics));
    tried.diagnostics.first().map(|found| (found.code, words(found)))
}

/// A diagnostic's words.
pub fn words(found: &Diagnostic) -> String {
    Messages::of(Locale::English).render(found).message
}

pub fn told(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(words).collect()
}
