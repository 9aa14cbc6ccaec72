//! Naughty strings given to the program: as an argument, and as names of files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use fcsite::base::is_slug;
use tempfile::TempDir;

use super::strings;

const TODAY: &str = "2026-03-01";

fn site() -> TempDir {
    let root = TempDir::new().unwrap();
    fs::create_dir_all(root.path().join("content/alfa/centres")).unwrap();
    fs::create_dir_all(root.path().join("content/alfa/news")).unwrap();
    fs::write(
        root.path().join("content/site.yaml"),
        "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n",
    )
    .unwrap();
    fs::write(root.path().join("content/alfa/municipality.yaml"), "name: Alfa kommun\ncode: \"0127\"\n")
        .unwrap();
    root
}

fn run(root: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["--lang", "en"]).args(arguments).current_dir(root).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a check tells: lines of JSON but the report.
fn told(root: &Path) -> Vec<serde_json::Value> {
    let output = run(root, &["check", "--drafts", "--json", "--now", TODAY]);
    assert!([Some(0), Some(4)].contains(&output.status.code()), "{}", text(&output.stderr));
    let lines = text(&output.stdout);
    let all: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    all.into_iter().filter(|line| line["type"] == "diagnostic").collect()
}

#[test]
fn new_makes_a_valid_file_of_any_title_or_says_what_it_needs() {
    let root = site();
    let mut made = BTreeSet::new();
    for (index, string) in strings().iter().enumerate().filter(|(_, string)| !string.contains('\0')) {
        let output = run(root.path(), &["new", "news", "--now", TODAY, "--", string]);
        let stderr = text(&output.stderr);
        let needs_more = match output.status.code() {
            Some(0) => false,
            // An id, since no address can be made of it; or a title, since there is none.
            Some(2) => stderr.contains("FC0164"),
            // The title gives the same address as one before.
            Some(1) => stderr.contains("FC0161"),
            _ => false,
        };
        assert!(needs_more || output.status.code() == Some(0), "{string:?}: {:?} {stderr}", output.status);
        let output = if needs_more && !string.trim().is_empty() {
            let id = format!("strang-{index}");
            run(root.path(), &["new", "news", "--now", TODAY, "--id", &id, "--", string])
        } else {
            output
        };
        if output.status.code() == Some(0) {
            let path = text(&output.stdout).trim_end().to_string();
            assert!(root.path().join(&path).is_file(), "{string:?}: {path}");
            assert!(made.insert(path), "{string:?}");
        } else {
            assert!(string.trim().is_empty(), "{string:?}: {}", text(&output.stderr));
        }
    }
    assert!(made.len() > 400, "only {} were made", made.len());
    let errors: Vec<_> = told(root.path()).into_iter().filter(|found| found["severity"] == "error").collect();
    assert_eq!(errors, Vec::<serde_json::Value>::new());
}

#[test]
fn a_file_of_any_name_is_published_or_told_by_its_name() {
    let root = site();
    let mut made: BTreeMap<String, bool> = BTreeMap::new();
    for string in strings() {
        let files = [
            (format!("content/alfa/news/{string}.md"), "---\ntitle: Hej\nlead: Hej.\n---\n\nText.\n"),
            (
                format!("content/alfa/centres/{string}.yaml"),
                "name: Torget\nstatus: planned\nservices:\n  - kind: child_health\n",
            ),
        ];
        if string.contains('/') {
            continue;
        }
        for (path, text) in files {
            // What the file system does not allow nobody can have.
            if fs::write(root.path().join(&path), text).is_ok() {
                made.insert(path, is_slug(&string));
            }
        }
    }
    assert!(made.len() > 500, "only {} were made", made.len());
    let told = told(root.path());
    let named: BTreeSet<&str> = told.iter().filter_map(|found| found["file"].as_str()).collect();
    for found in &told {
        assert_ne!(found["code"], "FC0199", "{found}");
    }
    let silent: Vec<&String> = made
        .iter()
        // A centre may have any slug for a name, news a date first; a name that begins with a dot is hidden by its owner.
        .filter(|(path, is_slug)| !(path.contains("/centres/") && **is_slug))
        .map(|(path, _)| path)
        .filter(|path| !named.contains(path.as_str()))
        .filter(|path| !path.rsplit('/').next().unwrap().starts_with('.'))
        .collect();
    assert_eq!(silent, Vec::<&String>::new());
}
