//! `fcsite check --sarif`, read by types that are not ours, and held against the files that it speaks of.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_sarif::sarif::{Location, ResultLevel, Run, Sarif};
use tempfile::TempDir;

/// A file, the line and the words that are marked, and the code; an empty file where there is none, and no words where the file is meant.
const FAULTS: [(&str, i64, &str, &str); 8] = [
    ("", 0, "", "FC0010"),
    ("content/alfa/centres/torget.yaml", 3, "igår", "FC0040"),
    ("content/alfa/municipality.yaml", 0, "", "FC0086"),
    ("content/alfa/municipality.yaml", 3, "växeln 😀", "FC0046"),
    ("content/alfa/news/2026-02-01-h%C3%A5ll%20%C3%A5.md", 0, "", "FC0006"),
    ("content/alfa/news/2026-02-01-hej.md", 4, "tittel", "FC0021"),
    ("content/alfa/pages/om.md", 5, "borta.md", "FC0104"),
    ("content/alfa/pages/om.md", 7, "<b>", "FC0108"),
];

fn site(files: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().unwrap();
    for (path, text) in files {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

fn faulty() -> TempDir {
    site(&[
        ("content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n"),
        (
            "content/alfa/municipality.yaml",
            "name: Alfa kommun\ncode: \"0127\"\ncontact: {phone: växeln 😀}\n",
        ),
        (
            "content/alfa/centres/torget.yaml",
            "name: Torget\nstatus: open\nreviewed: igår\naddress: {street: Torget 1}\nservices:\n  - kind: child_health\n",
        ),
        ("content/alfa/news/2026-02-01-hej.md", "---\ntitle: Hej\nlead: Hej.\ntittel: Hej\n---\n\nText.\n"),
        ("content/alfa/news/2026-02-01-håll å.md", "---\ntitle: Håll\nlead: Hå.\n---\n\nText.\n"),
        (
            "content/alfa/pages/om.md",
            "---\ntitle: Om\n---\n\nÅäö 😀 [åh 😀 här](borta.md) och mer.\n\n😀 <b>fet</b>\n",
        ),
    ])
}

fn check(root: &Path, more: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["check", "--sarif", "--now", "2026-03-01"]).args(more).current_dir(root);
    let output = command.stdin(Stdio::null()).output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

/// What another implementation reads. It knows every property that was written, and would write the same.
fn read(text: &str) -> Run {
    let log: Sarif = serde_json::from_str(text).unwrap();
    let written: serde_json::Value = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_value(&log).unwrap(), written, "a property is not of the standard");
    assert_eq!(written["version"], "2.1.0");
    assert_eq!(log.runs.len(), 1);
    log.runs.into_iter().next().unwrap()
}

/// The file, the line and the marked words of a location, read from the file itself.
fn marked(root: &Path, location: &Location) -> (String, i64, String) {
    let physical = location.physical_location.as_ref().unwrap();
    let artifact = physical.artifact_location.as_ref().unwrap();
    assert_eq!(artifact.uri_base_id.as_deref(), Some("%SRCROOT%"));
    let uri = artifact.uri.clone().unwrap();
    assert!(uri.bytes().all(|b| b.is_ascii_alphanumeric() || b"/-._~%".contains(&b)), "{uri}");
    let file = uri.replace("%20", " ").replace("%C3%A5", "å");
    let text = fs::read_to_string(root.join(&file)).unwrap();
    let Some(region) = &physical.region else { return (uri, 0, String::new()) };
    let line = region.start_line.unwrap();
    let shown = text.lines().nth(usize::try_from(line - 1).unwrap()).unwrap();
    assert_eq!(region.snippet.as_ref().and_then(|snippet| snippet.text.as_deref()), Some(shown));
    // Columns are code points from 1; the end is the first that is no longer meant.
    let (start, end) = (region.start_column.unwrap(), region.end_column.unwrap());
    let count = usize::try_from(end - start).unwrap();
    (uri, line, shown.chars().skip(usize::try_from(start - 1).unwrap()).take(count).collect())
}

#[test]
fn every_fault_is_told_at_exactly_the_words_that_are_meant() {
    let root = faulty();
    for language in ["sv", "en"] {
        let (code, text) =
            check(root.path(), &["--lang", language, "--only", "alfa", "--only", "finns-inte"]);
        assert_eq!(code, Some(4), "{text}");
        let run = read(&text);
        let results = run.results.as_ref().unwrap();
        let mut found: Vec<(String, i64, String, String)> = results
            .iter()
            .map(|result| {
                let place = result.locations.as_ref().map(|locations| marked(root.path(), &locations[0]));
                let (file, line, words) = place.unwrap_or_default();
                (file, line, words, result.rule_id.clone().unwrap())
            })
            .collect();
        found.sort();
        let expected: Vec<_> = FAULTS
            .iter()
            .map(|(file, line, words, code)| (file.to_string(), *line, words.to_string(), code.to_string()))
            .collect();
        assert_eq!(found, expected, "{language}");
    }
}

#[test]
fn each_result_names_its_rule_by_number_and_each_rule_is_explained_once() {
    let root = faulty();
    let (_, text) = check(root.path(), &["--lang", "sv"]);
    let run = read(&text);
    let driver = &run.tool.driver;
    assert_eq!((driver.name.as_str(), driver.language.as_deref()), ("fcsite", Some("sv")));
    let rules = driver.rules.as_ref().unwrap();
    let ids: BTreeSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), rules.len());
    let mut used = BTreeSet::new();
    for result in run.results.as_ref().unwrap() {
        let id = result.rule_id.as_deref().unwrap();
        let rule = &rules[usize::try_from(result.rule_index.unwrap()).unwrap()];
        assert_eq!(rule.id, id);
        let text = result.message.text.as_deref().unwrap();
        assert!(!text.is_empty() && !text.contains("{$"), "{text}");
        assert!([Some(ResultLevel::Error), Some(ResultLevel::Warning)].contains(&result.level));
        used.insert(id);
    }
    assert_eq!(used, ids, "a rule that nothing names is not there");
    for rule in rules {
        for description in [&rule.short_description, &rule.full_description] {
            assert!(!description.as_ref().unwrap().text.is_empty(), "{}", rule.id);
        }
    }
}

#[test]
fn each_language_says_it_in_its_own_words() {
    let root = faulty();
    let [sv, en] = ["sv", "en"].map(|language| {
        let run = read(&check(root.path(), &["--lang", language]).1);
        assert_eq!(run.tool.driver.language.as_deref(), Some(language));
        run.results.unwrap()
    });
    assert_eq!(sv.len(), en.len());
    for (one, other) in sv.iter().zip(&en) {
        assert_eq!(
            (&one.rule_id, &one.rule_index, one.level),
            (&other.rule_id, &other.rule_index, other.level)
        );
        assert_ne!(one.message.text, other.message.text);
    }
}

#[test]
fn a_site_without_fault_is_a_valid_log_without_results() {
    let text = "title: Länet\nbase_url: https://lan.example\norganisation: Länet
accessibility_statement:
  status: fully
  assessed_on: 2026-01-01
  updated_on: 2026-01-01
  method: self
  feedback_url: https://form.example/rapportera
";
    let root = site(&[("content/site.yaml", text)]);
    for language in ["sv", "en"] {
        let (code, text) = check(root.path(), &["--lang", language]);
        let run = read(&text);
        // An empty list says that it was looked; no list would say that it was not.
        assert_eq!((code, run.results.map(|results| results.len())), (Some(0), Some(0)), "{text}");
    }
}
