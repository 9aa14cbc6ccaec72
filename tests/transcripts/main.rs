//! What a person sees: console transcripts of every command in both languages, and each command of the documentation, run with the real
//! program.
//!
//! In a Markdown file, each block marked `console` is a piece of a session. A line `$ …` is typed; what follows is what the screen shows
//! then (`[..]` is anything within a line, a line `...` any lines); `? 4` says the exit code where it is not 0. A line with `#` before it is
//! not run. All blocks of a file share one empty folder that goes away. A block `file:NAME` is written to that file first.
//! `TRANSCRIPTS=overwrite` writes what the program says into the files; read the difference before you commit it.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

mod docs;
mod session;

use std::fs;
use std::path::{Path, PathBuf};

use session::{Session, Shown};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

/// Runs all sessions of a folder and tells every one that went otherwise.
fn check(folder: &str, locale: &str) {
    let mut wrong = Vec::new();
    for path in files(folder) {
        let text = fs::read_to_string(&path).unwrap();
        let seen = Session::new(locale).play(&text, Shown::Compared);
        assert!(!seen.contains("panicked at") && !seen.contains("? 101"), "{}: {seen}", path.display());
        if seen == text {
            continue;
        }
        if std::env::var_os("TRANSCRIPTS").is_some_and(|value| value == "overwrite") {
            fs::write(&path, seen).unwrap();
        } else {
            wrong.push(format!("{}:\n{}", path.display(), difference(&text, &seen)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The first lines that differ, with some before them.
fn difference(expected: &str, seen: &str) -> String {
    let (expected, seen): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), seen.lines().collect());
    let at = expected.iter().zip(&seen).take_while(|(one, other)| one == other).count();
    let from = at.saturating_sub(4);
    let part = |lines: &[&str], sign: &str| {
        let until = (at + 8).min(lines.len());
        lines
            .get(from..until)
            .unwrap_or_default()
            .iter()
            .map(|line| format!("{sign} {line}\n"))
            .collect::<String>()
    };
    format!("line {}\nexpected\n{}seen\n{}", at + 1, part(&expected, "-"), part(&seen, "+"))
}

#[test]
fn every_command_says_in_swedish_what_its_transcript_says() {
    check("tests/transcripts/sv", "sv_SE.UTF-8");
}

#[test]
fn every_command_says_in_english_what_its_transcript_says() {
    check("tests/transcripts/en", "en_GB.UTF-8");
}

#[test]
fn every_command_of_the_program_is_in_a_transcript_of_each_language() {
    for folder in ["tests/transcripts/sv", "tests/transcripts/en"] {
        let all: String = files(folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect();
        for command in [
            "init",
            "new municipality",
            "new centre",
            "new news",
            "new page",
            "new activity",
            "new translation",
            "build",
            "watch",
            "serve",
            "check",
            "list news",
            "list centres",
            "list pages",
            "list translations",
            "list phones",
            "list drafts",
            "list future",
            "list expired",
            "list review-due",
            "schema",
            "completions",
            "man",
        ] {
            assert!(all.contains(&format!("$ fcsite {command}")), "{folder} has no session with {command}");
        }
    }
}
