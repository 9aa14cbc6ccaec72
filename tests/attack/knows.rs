//! Which commands and options the program has, by its own help: an older one that `FCSITE_BINARY` names is tried with what it knows.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};

use crate::site::PROGRAM;

/// The help of each command that was asked for.
static HELP: Mutex<BTreeMap<String, String>> = Mutex::new(BTreeMap::new());

/// Does the program have this command, with all these options?
pub fn knows(arguments: &[&str]) -> bool {
    let has_sub = matches!(arguments, ["new", ..] | ["archive", "show", ..]);
    let command = &arguments[..if has_sub { 2 } else { 1 }];
    // What a command is not stands in no list of commands.
    let is_listed = (1..=command.len()).all(|count| {
        let help = help(&command[..count - 1]);
        help.lines().any(|line| line.split_whitespace().next() == Some(command[count - 1]))
    });
    let is_option = |word: &&&str| word.starts_with("--");
    let name = |word: &&str| word.split('=').next().unwrap_or_default().to_string();
    is_listed && {
        let help = help(command);
        let has = |option: String| help.split([' ', ',', '=', '[', '\n']).any(|word| word == option);
        arguments.iter().filter(is_option).map(name).all(has)
    }
}

fn help(command: &[&str]) -> String {
    let mut known = HELP.lock().unwrap_or_else(PoisonError::into_inner);
    let ask = || {
        let mut program = Command::new(&*PROGRAM);
        program.args(command).args(["--help", "--color", "never"]).env_clear().env("LANG", "C.UTF-8");
        let said = program.stdin(Stdio::null()).output().unwrap();
        String::from_utf8_lossy(&said.stdout).into_owned()
    };
    known.entry(command.join(" ")).or_insert_with(ask).clone()
}

#[test]
fn what_the_program_has_is_known_and_what_it_has_not_too() {
    for task in crate::tasks::Task::BUILDS.iter().chain(crate::tasks::Task::LOOKS) {
        let is_new = std::env::var_os("FCSITE_BINARY").is_none();
        assert!(!is_new || knows(&task.arguments()), "{task:?}");
    }
    assert!(knows(&["build"]) && knows(&["new", "news"]));
    for missing in [&["bygg"][..], &["build", "--fullt"], &["new", "bygg"], &["archive", "bygg", "--now"]] {
        let is_folder = missing[0] == "archive" && knows(&["archive"]);
        assert_eq!(knows(missing), is_folder, "{missing:?}");
    }
}
