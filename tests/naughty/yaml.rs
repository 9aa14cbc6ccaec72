//! The YAML test suite: whatever YAML there is, nothing breaks, and what is no YAML is told at a place.

use super::project::{BOTKYRKA, FITTJA, NEWS, Project};
use super::{built, cases, each};

/// A case of the suite.
#[derive(serde::Deserialize, Debug)]
struct Case {
    #[expect(dead_code, reason = "shown of a case that fails")]
    id: String,
    yaml: String,
    /// Is it no YAML?
    fails: bool,
}

fn suite() -> Vec<Case> {
    let suite: Vec<Case> = cases("yaml.json");
    assert_eq!((suite.len(), suite.iter().filter(|case| case.fails).count()), (402, 94));
    suite
}

/// Nothing breaks; and what is no YAML, or no file of this kind, is told with a line and column.
fn told_at_a_place(file: &str, text: &str) -> Vec<String> {
    let project = Project::new().with(file, text);
    let (built, mut wrong) = built(&project);
    let here =
        |found: &&fcsite::base::Diagnostic| found.file.as_ref().is_some_and(|name| name.as_str() == file);
    let errors: Vec<_> =
        built.report.diagnostics.iter().filter(|found| found.is_error()).filter(here).collect();
    if !errors.iter().any(|found| found.place.is_some()) {
        wrong.push(format!("no error has a place: {:?}", built.told()));
    }
    wrong
}

/// A file that holds nothing has no place to tell it at.
fn holds_nothing(case: &Case) -> bool {
    let is_nothing = |line: &str| {
        let line = line.trim();
        line.is_empty() || line.starts_with('#') || matches!(line, "---" | "...")
    };
    case.yaml.lines().all(is_nothing)
}

#[test]
fn yaml_of_every_kind_as_a_centre_is_told_where_it_is_no_centre() {
    each(&suite(), |case| {
        if holds_nothing(case) && !case.fails { Vec::new() } else { told_at_a_place(FITTJA, &case.yaml) }
    });
}

#[test]
fn yaml_of_every_kind_as_a_municipality_is_told_where_it_is_none() {
    each(&suite(), |case| {
        if holds_nothing(case) && !case.fails { Vec::new() } else { told_at_a_place(BOTKYRKA, &case.yaml) }
    });
}

#[test]
fn yaml_of_every_kind_as_front_matter_is_told_where_it_is_none() {
    each(&suite(), |case| {
        let end = if case.yaml.ends_with('\n') { "" } else { "\n" };
        told_at_a_place(NEWS, &format!("---\n{}{end}---\n\nText.\n", case.yaml))
    });
}

#[test]
fn yaml_of_every_kind_after_a_valid_file_breaks_nothing() {
    // What is no YAML by itself may well be some after other lines: a list, say, or a text that goes on.
    each(&suite(), |case| {
        let (_, mut wrong) = built(&Project::new().and(FITTJA, &case.yaml));
        let indented: String = case.yaml.lines().map(|line| format!("  {line}\n")).collect();
        wrong.extend(built(&Project::new().and(FITTJA, &format!("getting_there:\n{indented}"))).1);
        wrong
    });
}
