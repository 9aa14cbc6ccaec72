//! The small site of the tests with one file of its own, and what must hold whatever is in that file.

#[path = "../../tests/content/harm.rs"]
mod harm;
#[path = "../../tests/content/honest.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod honest;
#[path = "../../tests/content/project.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod project;

#[expect(unused_imports, reason = "each target has one file")]
pub use project::{FITTJA, NEWS, PAGE};
use project::{Project, theme_memory};

/// The ground of a municipality's map.
pub const MAP: &str = "content/botkyrka/map.geojson";

/// Builds the site with these bytes in a file.
pub fn try_with(path: &str, bytes: &[u8]) {
    let project = Project::new();
    // A map shows two places or more.
    let project = if path == MAP { project.placed() } else { project };
    let project = project.with(path, bytes);
    let built = project.build_with(Some(&mut theme_memory()));
    // A check sets the theme up anew, which takes ten times as long as all else: every tenth text is checked too.
    let is_checked = bytes.iter().map(|byte| u32::from(*byte)).sum::<u32>() % 10 == 0;
    let checked = if is_checked { project.check().diagnostics } else { Vec::new() };
    for found in built.report.diagnostics.iter().chain(&checked) {
        let wrong = honest::dishonest(found, &project);
        assert!(wrong.is_empty(), "{wrong:?}: {found:?}");
    }
    for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"));
        let harm = harm::harmful(html);
        assert!(harm.is_empty(), "{path}: {harm:?}");
        assert!(
            !html.contains("{$") || bytes_hold(&project, "{$"),
            "{path} holds a word that is not filled in"
        );
    }
}

/// Does the source itself hold these words?
fn bytes_hold(project: &Project, words: &str) -> bool {
    project.paths().iter().any(|path| String::from_utf8_lossy(project.bytes(path.as_str())).contains(words))
}
