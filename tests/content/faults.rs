//! Faults: for each kind of mistake the code, the exact place, and words that name what is wrong and say what to write instead.
//!
//! `¶` in a text is no part of it: it stands where the fault is to be told. Without it the file as a whole is meant.

mod articles;
mod calendar;
mod centres;
mod files;
mod limits;
mod municipalities;
mod names;
mod slips;
mod yaml;

use fcsite::base::{Code, Locale};

use super::honest::jargon_in;
use super::project::{Project, told};
use super::schema;
use super::shown::shown;

/// A mistake and what must be said of it, alone.
struct Case {
    claim: &'static str,
    project: Project,
    code: Code,
    file: String,
    place: (usize, usize),
    says: &'static [&'static str],
}

/// A text of which one thing is wrong.
fn text(claim: &'static str, file: &str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    in_project(claim, Project::new().with(file, marked), file, code, says)
}

/// The valid file with wrong lines after it.
fn more(claim: &'static str, file: &str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    in_project(claim, Project::new().and(file, marked), file, code, says)
}

/// The valid file with something wrong in it.
fn edit(
    claim: &'static str,
    file: &str,
    (old, marked): (&str, &str),
    code: Code,
    says: &'static [&'static str],
) -> Case {
    in_project(claim, Project::new().but(file, old, marked), file, code, says)
}

/// A whole project of which one thing is wrong.
fn in_project(
    claim: &'static str,
    project: Project,
    file: &str,
    code: Code,
    says: &'static [&'static str],
) -> Case {
    let there = project.paths().iter().any(|path| path.as_str() == file);
    let marked = if there { std::str::from_utf8(project.bytes(file)).ok().map(str::to_string) } else { None };
    let Some((before, after)) = marked.as_deref().and_then(|text| text.split_once('¶')) else {
        return Case { claim, project, code, file: file.to_string(), place: (0, 0), says };
    };
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let column = before[line_start..].trim_start_matches('\u{feff}').chars().count() + 1;
    let place = (before.matches('\n').count() + 1, column);
    let text = format!("{before}{after}");
    Case { claim, project: project.with(file, text), code, file: file.to_string(), place, says }
}

thread_local! {
    /// How many tables this test has checked.
    static TABLES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Builds each case and tells every one in which something else was said. What the person sees is kept as a snapshot in both languages.
fn check(cases: Vec<Case>) {
    let mut wrong = Vec::new();
    let mut seen = Locale::ALL.map(|locale| (locale, String::new()));
    for case in cases {
        let built = case.project.build();
        for (locale, text) in &mut seen {
            let shown = shown(&built.report.diagnostics, *locale);
            *text += &format!("## {}\n\n{shown}", case.claim);
            wrong.extend(built.report.diagnostics.iter().flat_map(|found| jargon_in(found, *locale)));
        }
        let all = built.told().join("\n    ");
        let expected = (case.code, case.file.clone(), case.place.0, case.place.1);
        if built.places() != [expected.clone()] {
            wrong.push(format!("{}: expected {expected:?}, told\n    {all}", case.claim));
            continue;
        }
        let words = told(&built.report.diagnostics[0]);
        let missing: Vec<_> = case.says.iter().filter(|said| !words.contains(**said)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: {missing:?} is not said in\n    {all}", case.claim));
        }
        if words.contains('{') && words.contains('$') {
            wrong.push(format!("{}: a word is not filled in\n    {all}", case.claim));
        }
        // What an editor says with a schema must agree, as far as a schema can know. That digits can be two days no pattern
        // knows, nor what the file is called.
        let is_beyond = matches!(built.report.diagnostics[0].word("kind"), Some("two" | "own"));
        if !is_beyond
            && let Some(difference) = schema::differs(&case.project, &case.file, case.code, case.place)
        {
            wrong.push(format!("{}: {difference}\n    {all}", case.claim));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
    let test = std::thread::current().name().unwrap().replace("::", "-");
    // Each test has a thread of its own; one that checks more than one table has a snapshot for each.
    let table = TABLES.with(|tables| tables.replace(tables.get() + 1) + 1);
    let test = if table > 1 { format!("{test}-{table}") } else { test };
    for (locale, text) in seen {
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("{test}.{}", locale.tag()), text);
        });
    }
}

#[test]
fn the_valid_project_has_nothing_to_tell() {
    let built = Project::new().build();
    assert_eq!(built.told(), Vec::<String>::new());
    assert!(built.has("botkyrka/familjecentraler/fittja/index.html"));
}

impl Case {
    /// The same with something else in a file; the mark may stand in it.
    fn but(self, file: &str, old: &str, marked: &str) -> Self {
        in_project(self.claim, self.project.but(file, old, marked), &self.file, self.code, self.says)
    }
}
