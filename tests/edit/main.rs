//! The editor's pure part: what a person filled in becomes splices of a file, and nothing else of it changes.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

mod apart;
mod begin;
mod bring;
mod cases;
mod chance;
mod days;
mod drafts;
mod hour;
mod kept;
mod loads;
mod meanwhile;
mod promises;
mod rooms;
mod server;
mod texts;
mod translations;
mod uploads;

use std::path::Path;

use fcsite::base::{Locale, Seg};
use fcsite::edit::{Answers, FieldChange, FieldTypes, Given, Habit, apply, changes, read, way_of};
use fcsite::schema::Kind;

/// Every file of the site's own content, by its kind.
fn site() -> Vec<(Kind, String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            continue;
        }
        let name = path.to_string_lossy().replace('\\', "/");
        let kind = match name.as_str() {
            name if name.ends_with("/municipality.yaml") => Kind::Municipality,
            name if name.ends_with("/site.yaml") => Kind::Site,
            name if name.contains("/centres/") => Kind::Centre,
            name if name.contains("/news/") => Kind::News,
            name if name.contains("/pages/") => Kind::Page,
            _ => continue,
        };
        found.push((kind, name, std::fs::read_to_string(&path).unwrap()));
    }
    found.sort_by(|one, other| one.1.cmp(&other.1));
    assert!(found.len() > 60, "only {} files were found", found.len());
    found
}

/// A text with some answers of the group at a way.
fn answered(kind: Kind, yaml: &str, way: &str, answers: &[(&str, &str)]) -> Result<String, String> {
    let types = FieldTypes::of(kind);
    let habit = Habit::of(yaml, &types, Locale::Swedish);
    let whole = read(yaml).expect("a text that can be read");
    let way = way_of(way);
    let group = fcsite::edit::value_at(&whole, &types, &way);
    let answers: Answers = answers.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
    let changes = changes(habit, (&way, group), &answers, "sv");
    apply(yaml, &changes, habit).map_err(|why| format!("{why:?}"))
}

fn made_of(kind: Kind, yaml: &str, change: FieldChange) -> Result<String, String> {
    let types = FieldTypes::of(kind);
    apply(yaml, &[change], Habit::of(yaml, &types, Locale::Swedish)).map_err(|why| format!("{why:?}"))
}

fn way(word: &str) -> Vec<Seg> {
    way_of(word)
}

fn text(text: &str) -> Given {
    Given::Text(text.to_string())
}
