//! Texts that nobody here made up: strings that break programs wherever people write, and the cases of the YAML test suite. Either it
//! works, or it is explained.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test says so by a panic")]

mod program;
mod titles;
mod values;
mod yaml;

#[path = "../content/harm.rs"]
mod harm;
#[path = "../content/honest.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod honest;
#[path = "../content/project.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod project;

use std::path::Path;
use std::sync::Mutex;

use project::{Built, Project, theme_memory};
use rayon::prelude::*;

/// The cases that others wrote, fetched before the tests.
fn cases<T: serde::de::DeserializeOwned>(name: &str) -> T {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases").join(name);
    let bytes = std::fs::read(&path)
        .unwrap_or_else(|_| panic!("{} is missing: run tests/external/fetch", path.display()));
    serde_json::from_slice(&bytes).unwrap()
}

/// The list of naughty strings.
fn strings() -> Vec<String> {
    let strings: Vec<String> = cases("blns.json");
    assert_eq!(strings.len(), 485);
    strings
}

/// Builds, and says what breaks a promise whatever the text was.
fn built(project: &Project) -> (Built, Vec<String>) {
    let built = project.build_with(Some(&mut theme_memory()));
    let found = &built.report.diagnostics;
    let mut wrong: Vec<String> = found.iter().flat_map(|found| honest::dishonest(found, project)).collect();
    for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".html")) {
        wrong.extend(
            harm::harmful(std::str::from_utf8(bytes).unwrap()).iter().map(|harm| format!("{path}: {harm}")),
        );
    }
    (built, wrong)
}

/// Looks at all of them with all hands, and tells every one in which a promise is broken.
fn each<T: Sync + std::fmt::Debug>(items: &[T], look: impl Fn(&T) -> Vec<String> + Sync) {
    let broken = Mutex::new(Vec::new());
    items.par_iter().for_each(|item| {
        let wrong = look(item);
        if !wrong.is_empty() {
            broken.lock().unwrap().push(format!("{item:?}:\n    {}", wrong.join("\n    ")));
        }
    });
    let broken = broken.into_inner().unwrap();
    assert!(broken.is_empty(), "{} cases:\n{}", broken.len(), broken.join("\n"));
}
