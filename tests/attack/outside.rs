//! Every call to the system is looked at, by strace: none that is carried out means anything in the victim's folder, and a build with
//! wrong content moves nothing.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cases::Case;
use crate::run::run;
use crate::sandbox::{Sandbox, clear};
use crate::strace::{Call, calls, links, trace};
use crate::tasks::{LIST, TEXT, Task};
use crate::tree::Tree;
use crate::{lay_out, try_all};

/// Those that end by themselves.
const TASKS: &[Task] = &[
    Task::Build,
    Task::Only,
    Task::Wrong,
    Task::Elsewhere,
    Task::Check,
    Task::External,
    Task::List("news"),
    Task::NewNews,
    Task::Init,
    Task::Publish,
    Task::Archive,
    Task::Show,
    Task::Import(LIST),
    Task::Parts,
    Task::Server("nginx"),
    Task::NewCentre,
    Task::NewMunicipality,
    Task::Undo,
    Task::Import(TEXT),
];

#[test]
fn nothing_outside_a_hostile_repository_is_opened_looked_at_made_moved_or_removed() {
    try_all(("outside", 16), TASKS, &|sandbox, case| {
        let there = lay_out(sandbox, case)?;
        Some(outside(sandbox, case, &there))
    });
}

/// What was done outside.
fn outside(sandbox: &Sandbox, case: &Case, there: &Tree) -> Vec<String> {
    let into = sandbox.root.join("traces");
    clear(&into);
    fs::create_dir(&into).unwrap();
    let mut before = links(&sandbox.repository());
    before.extend(links(&sandbox.victim.folder));
    let ran = run(&mut trace(&sandbox.program(&case.task.arguments()), &into.join("of")), &sandbox.said());
    // One that was moved meanwhile stands where it came to.
    before.extend(links(&sandbox.repository()));
    let calls = calls(&into, &sandbox.repository(), &before);
    let is_within = |call: &Call| call.paths.iter().any(|path| path.starts_with(sandbox.repository()));
    // A new site is refused by the first call, where something stands in its place.
    if case.task != Task::Init && !calls.iter().any(is_within) {
        return vec![format!("none of {} calls is in the repository: {ran:?}", calls.len())];
    }
    // What others have beside it, too.
    let others = [sandbox.victim.folder.clone(), sandbox.root.join("kept"), sandbox.root.join("attacker")];
    let is_outside =
        |call: &&Call| call.paths.iter().any(|path| others.iter().any(|other| path.starts_with(other)));
    let mut found: Vec<String> = calls.iter().filter(is_outside).map(|call| call.line.clone()).collect();
    if case.task == Task::Wrong {
        let moves = |call: &&Call| moves(call, &sandbox.repository(), there);
        found.extend(calls.iter().filter(moves).map(|call| call.line.clone()));
    }
    found.truncate(4);
    found
}

/// Does it move, link or remove something that was there, other than a lock or a picture that is kept?
fn moves(call: &Call, repository: &Path, there: &Tree) -> bool {
    let may = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.ends_with(".fcsite-lock") || path.starts_with(".fcsite/images")
    };
    let was_there = |path: &PathBuf| {
        path.strip_prefix(repository).is_ok_and(|path| !may(path) && there.contains_key(path))
    };
    let is_move = ["rename", "unlink", "rmdir", "link"].iter().any(|name| call.name.starts_with(name));
    is_move && call.paths.iter().any(was_there)
}
