//! The site's own content, with all its fields and words in Swedish, is the same site byte for byte.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so by failing"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fcsite::base::names;
use fcsite::scaffold::in_swedish;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        let target = to.join(path.strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(&path, target).unwrap();
    }
}

/// Builds, and gives what came of it.
fn built(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["build", "--full", "--now", "2026-11-28"]).current_dir(folder);
    command.env("XDG_STATE_HOME", folder.parent().unwrap().join("state"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let public = folder.join("public");
    let name = |path: &PathBuf| path.strip_prefix(&public).unwrap().to_str().unwrap().to_string();
    let is_page = |path: &PathBuf| !name(path).starts_with(".fcsite");
    files(&public).into_iter().filter(is_page).map(|path| (name(&path), fs::read(&path).unwrap())).collect()
}

/// Fields that stand in English in a text, where there is a Swedish name for them.
fn english(text: &str) -> Vec<&str> {
    let yaml = match text.strip_prefix("---\n") {
        Some(rest) => rest.split("\n---\n").next().unwrap_or_default(),
        None => text,
    };
    let names = yaml.lines().filter(|line| !line.trim_start().starts_with('#'));
    let names = names.filter_map(|line| Some(line.split_once(": ")?.0.trim_start_matches([' ', '-'])));
    let has_swedish = |name: &&str| {
        names::swedish_field("", name).is_some_and(|swedish| names::fold(swedish) != names::fold(name))
    };
    names.filter(has_swedish).collect()
}

#[test]
fn the_sites_own_content_in_swedish_names_builds_to_the_same_bytes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("site");
    for part in ["content", "themes"] {
        copy(&root.join(part), &folder.join(part));
    }
    let before = built(&folder);
    let (mut changed, mut left) = (0, Vec::new());
    for path in files(&folder.join("content")) {
        let is_read = |extension: &str| path.extension().is_some_and(|own| own == extension);
        if !is_read("yaml") && !is_read("md") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let swedish = in_swedish(&text);
        changed += usize::from(swedish != text);
        left.extend(english(&swedish).into_iter().map(|name| format!("{}: {name}", path.display())));
        fs::write(&path, swedish).unwrap();
    }
    assert!(changed > 80, "only {changed} files were translated");
    assert_eq!(left, Vec::<String>::new());
    let after = built(&folder);
    let differing: Vec<&String> =
        before.keys().filter(|path| after.get(*path) != before.get(*path)).collect();
    assert_eq!(differing, Vec::<&String>::new());
    assert_eq!(before.len(), after.len());
    assert!(before.len() > 500);
}
