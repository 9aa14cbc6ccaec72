//! The table of rooms in ARCHITECTURE.md, held against the sources.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the first row to the last. A room may use those above it and itself.
const ROOMS: [&[&str]; 10] = [
    &["base"],
    &["input"],
    &["parse"],
    &["model", "theme", "schema", "scaffold"],
    &["plan", "lint"],
    &["render"],
    &["build", "cache"],
    &["survey"],
    &["list", "check"],
    &["host", "cli"],
];

fn row(room: &str) -> usize {
    ROOMS.iter().position(|rooms| rooms.contains(&room)).unwrap_or_else(|| panic!("{room} is in no row"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn all_sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 40, "only {} sources were found", found.len());
    found
}

#[test]
fn an_import_goes_from_a_lower_room_to_an_upper_one_never_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut seen = 0;
    for path in all_sources() {
        let inner = path.strip_prefix(&root).unwrap();
        let room = inner.iter().next().unwrap().to_str().unwrap().trim_end_matches(".rs").to_string();
        if room == "lib" || room == "main" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (at, _) in text.match_indices("crate::") {
            let used: String =
                text[at + 7..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used.is_empty() || text[..at].ends_with('$') {
                continue;
            }
            seen += 1;
            let up = row(&used) < row(&room);
            let same_row_apart = row(&used) == row(&room)
                && used != room
                && !matches!(room.as_str(), "build" | "cache" | "host" | "cli");
            assert!(
                up || row(&used) == row(&room) && !same_row_apart,
                "{} (in {room}) uses {used}",
                path.display()
            );
            assert!(!(room == "theme" && used == "model"), "{} uses the model", path.display());
            assert!(!(room == "host" && used == "cli"), "{} uses the command line", path.display());
        }
    }
    assert!(seen > 100, "only {seen} imports were found");
}

#[test]
fn no_source_is_longer_than_500_lines() {
    let long: Vec<String> = all_sources()
        .iter()
        .map(|path| (path, fs::read_to_string(path).unwrap().lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{}: {lines}", path.display()))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_module_says_what_it_is_for() {
    for path in all_sources() {
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} does not begin with //!", path.display());
    }
}
