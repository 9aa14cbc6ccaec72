//! An archive that was killed, at whatever call to the system, or whose call was refused: it is the old one or the new one, and the next one goes on.

use std::fs;

use crate::project::{Project, said, tree};

/// A site that was archived once, edited, and built.
fn begun() -> (Project, crate::project::Tree) {
    let project = Project::new();
    project.add("2026-03-01");
    let first = project.site();
    project.news(2, "En ny ingress.");
    assert!(project.run(&["build", "--now", "2026-03-10"]).status.success());
    (project, first)
}

/// Adds under strace, which ends the program or refuses a call. None: there was no such call any more.
fn broken(project: &Project, calls: &str, number: usize, what: &str) -> Option<bool> {
    let trace = project.path("trace");
    let mut command = std::process::Command::new("strace");
    command.args(["-f", "-qq", "-o"]).arg(&trace).args(["-e", &format!("trace={calls}")]);
    command.args(["-e", &format!("inject={calls}:{what}:when={number}")]);
    command.arg(env!("CARGO_BIN_EXE_fcsite")).args([
        "archive",
        "../arkiv",
        "--now",
        "2026-03-10",
        "--lang",
        "en",
    ]);
    command.current_dir(project.source()).env("HOME", project.path("home")).env_remove("XDG_STATE_HOME");
    let output = command.output().unwrap();
    let text = fs::read_to_string(&trace).unwrap_or_default();
    let is_hit = text.contains("(INJECTED)") || text.contains("killed by SIGKILL");
    assert!(!said(&output).contains("panicked"), "{}", said(&output));
    is_hit.then(|| output.status.success())
}

fn whole_again(project: &Project, first: &crate::project::Tree, case: &str) {
    assert!(project.show("2026-03-09").as_ref() == Ok(first), "{case}: the day before is as it was");
    project.add("2026-03-10");
    assert!(project.show("2026-03-10").unwrap() == project.site(), "{case}");
    assert!(project.show("2026-03-09").unwrap() == *first, "{case}");
    let names: Vec<String> = tree(&project.archive()).into_keys().collect();
    let wanted = [".fcsite-archive-lock", "2026.wacz", "SHA256SUMS", "inventory.csv", "retention.csv"];
    assert_eq!(names, wanted, "{case}: nothing half written is left");
}

fn try_all(what: &str) {
    let mut tried = 0;
    let each: Vec<usize> = (1..25).collect();
    let some = vec![1, 8, 64, 256];
    for (calls, numbers) in
        [("renameat", &each), ("fsync,fdatasync", &each), ("unlinkat", &each), ("write", &some)]
    {
        for number in numbers {
            let (project, first) = begun();
            if broken(&project, calls, *number, what).is_none() {
                break;
            }
            whole_again(&project, &first, &format!("{calls} {number} {what}"));
            tried += 1;
        }
    }
    assert!(tried >= 18, "only {tried} moments were tried");
}

#[test]
fn it_is_killed_at_each_moment_and_the_archive_is_the_old_or_the_new() {
    try_all("signal=KILL");
}

#[test]
fn each_call_is_refused_and_the_archive_is_the_old_or_the_new() {
    try_all("error=EIO");
}
