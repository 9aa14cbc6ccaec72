//! A repository that one clones can do one no harm, whatever it holds.
//!
//! Thousands of hostile repositories, made in a fixed order that looks like chance: links of every kind, second names, pipes, sockets,
//! devices, files where folders belong and folders where files belong, huge and torn files, whole sites with lists whose checksums are
//! right, in every place that fcsite opens, writes, moves or removes something (`cases.rs`, `hostile.rs`, `forge.rs`). Each is tried with
//! a command that a person would run in it (`Task`). Whatever comes of it (`judge.rs`):
//!
//! - the folder beside the repository is as it was, with its times, rights and links, and no file of it was opened; nothing came into the
//!   folder that holds both, nor to what the person who runs the program keeps (`around.rs`);
//! - nothing of the repository is changed but the output and `.fcsite`: not `.git/hooks`, not the content;
//! - no secret of that folder or of the environment is in what was written or said, and no file of the attacker's on the site;
//! - the program ends by itself, within bounds of time and memory, with 0, 1, 2 or 4 and without a panic;
//! - what it publishes is what the content says, in the output, at the target and in the archive (`sent.rs`); what it refuses it names, and
//!   moves nothing.
//!
//! ```sh
//! cargo nextest run --test attack                       # 500 repositories, and one for each fault that was met in the field
//! ATTACK=10000 cargo nextest run --test attack          # so many
//! ATTACK=2000..3000 cargo nextest run --test attack     # a slice of them
//! FCSITE_BINARY=target/release/fcsite ATTACK=10000 cargo nextest run --test attack   # with a program that was compiled for use, or an older one
//! ATTACK_CASE=builds:17 cargo nextest run --test attack # one, and its folder stays
//! ```
//!
//! Those that need `strace` watch every call to the system (`outside.rs`): nothing outside is opened, looked at, made, moved or removed.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test says so by a panic")]
#![cfg(target_os = "linux")]

mod around;
mod cases;
mod door;
mod edit;
mod forge;
mod hostile;
mod judge;
mod knows;
mod named;
mod outside;
mod places;
mod run;
mod sandbox;
mod sent;
mod site;
mod strace;
mod sums;
mod tasks;
mod tree;
mod victim;

use std::ops::Range;

use cases::{Case, Cases};
use judge::Tried;
use sandbox::{Origin, Sandbox};
use tasks::Task;
use tree::Tree;

/// So many repositories are tried when nothing else is asked for.
const USUAL: usize = 500;

/// So many failures are told.
const TOLD: usize = 12;

/// So often another trial takes the place of one that cannot be made here: who is not root makes no device.
const AGAIN: usize = 8;

/// Which trials of a group are asked for: a share of all in per cent, or a single one of this group; none of another. `ATTACK` may be a slice
/// of them: `2000..3000`.
fn asked(group: &str, share: usize) -> Range<usize> {
    let number = |text: &str| text.parse::<usize>().unwrap();
    let of_all = |text: &str| number(text) * share / 100;
    match std::env::var("ATTACK_CASE").ok().as_deref().map(|case| case.split_once(':')) {
        None => match std::env::var("ATTACK")
            .ok()
            .as_deref()
            .map(|asked| asked.split_once("..").unwrap_or(("0", asked)))
        {
            None => 0..USUAL * share / 100,
            Some((from, to)) => of_all(from)..of_all(to),
        },
        Some(Some((name, one))) if name == group => number(one)..number(one) + 1,
        Some(_) => 0..0,
    }
}

/// Tries repositories until so many have failed.
fn try_all(
    (group, share): (&str, usize),
    tasks: &'static [Task],
    one: &dyn Fn(&mut Sandbox, &Case) -> Option<Vec<String>>,
) {
    let numbers = asked(group, share);
    let tried = numbers.len();
    if numbers.is_empty() {
        return;
    }
    let mut sandbox = Sandbox::new(tasks);
    let cases = Cases::new(&sandbox, tasks);
    if cases.is_empty() {
        println!("{group}: this program has none of the commands");
        return;
    }
    let (mut failed, mut left_out) = (Vec::new(), 0);
    for number in numbers {
        let mut one_of = |again| {
            let case = cases.case(number, again);
            one(&mut sandbox, &case).map(|found| (case, found))
        };
        match (0..AGAIN).find_map(&mut one_of) {
            None => left_out += 1,
            Some((_, found)) if found.is_empty() => {}
            Some((case, found)) => {
                failed.push(format!("{group}:{number} {case:?}\n    {}", found.join("\n    ")))
            }
        }
        if failed.len() == TOLD {
            break;
        }
    }
    println!(
        "{group}: {tried} repositories of {}, {left_out} of them cannot be made here",
        cases.singles() * 2
    );
    if tried == 1 {
        println!("it lies in {}", sandbox.leave().display());
    }
    assert!(failed.is_empty(), "{} of {tried}:\n{}", failed.len(), failed.join("\n"));
    // What is counted as tried was tried.
    assert!(left_out * 100 <= tried, "{left_out} of {tried} could not be made");
}

/// None: nothing hostile of it can be made on this machine.
fn try_one(sandbox: &mut Sandbox, case: &Case) -> Option<Vec<String>> {
    let before = lay_out(sandbox, case)?;
    let run = perform(sandbox, case);
    Some(Tried { sandbox, case, before, run, found: Vec::new() }.judge())
}

/// Makes the repository of a trial. What lies in it then; none where nothing hostile of it can be made on this machine.
fn lay_out(sandbox: &mut Sandbox, case: &Case) -> Option<Tree> {
    sandbox.lay_out(case.origin);
    if let Origin::Begun(number) = case.origin {
        sandbox.kill_midway(number, if case.task.serves() { "serve --port 0" } else { "watch" });
    }
    let root = sandbox.root.clone();
    let put = |change: &cases::Change| hostile::put(&root, &change.place, change.kind, change.how);
    let made = case.changes.iter().map(put).filter(|made| *made).count();
    if made == 0 {
        return None;
    }
    if case.task == Task::Wrong {
        sandbox.spoil();
    }
    if case.changes.iter().any(|change| change.kind == hostile::Kind::NoRights) {
        // For root nothing is without rights.
        sandbox.give_away();
    }
    let before = sandbox.tree();
    sandbox.watch();
    Some(before)
}

fn perform(sandbox: &Sandbox, case: &Case) -> run::Run {
    let mut command = sandbox.program(&case.task.arguments());
    let said = sandbox.said();
    let edit = || sandbox.edit();
    match case.task {
        Task::Watch | Task::Poll => run::watch(&mut command, &said, &edit, &[]),
        Task::Serve | Task::Published => {
            let pages = ["/", "/alfa/", "/.well-known/security.txt", "/alfa/notes/pay.txt", "/CNAME"];
            run::watch(&mut command, &said, &edit, &pages)
        }
        Task::Edit | Task::EditSend => {
            let sends = case.task == Task::EditSend;
            run::use_it(&mut command, &said, &|heard| edit::session(heard, sends))
        }
        _ => run::run(&mut command, &said),
    }
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_builds_it() {
    try_all(("builds", 42), Task::BUILDS, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_checks_and_lists_it() {
    try_all(("looks", 14), Task::LOOKS, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_makes_new_files_in_it() {
    try_all(("makes", 14), Task::MAKES, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_publishes_and_archives_it() {
    try_all(("sends", 14), Task::SENDS, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_watches_it() {
    try_all(("watches", 8), Task::WATCHES, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_serves_it() {
    try_all(("serves", 8), Task::SERVES, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_edits_it() {
    try_all(("edits", 4), Task::EDITS, &try_one);
}

#[test]
fn a_hostile_repository_does_no_harm_to_who_packs_its_files() {
    try_all(("packs", 1), Task::PACKS, &try_one);
}
