//! The scripts that build and test, the workflow that calls them and the texts that are handed out name only what exists.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use serde_yaml::Value;

const SCRIPTS: [&str; 8] = [
    "packaging/licences",
    "packaging/make",
    "packaging/toolchain",
    "packaging/try",
    "tests/run",
    "tests/system/run",
    "tests/windows/run",
    "tests/windows/walk",
];
const WORKFLOW: &str = ".github/workflows/test.yml";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(file: &str) -> String {
    fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// What stands in a text and looks like a path of this repository: whole words that begin with one of its folders. What a variable stands in is
/// none.
fn paths(text: &str) -> BTreeSet<String> {
    let is_of_word = |c: char| c.is_alphanumeric() || "/._-$*{}@".contains(c);
    let words = text.split(|c: char| !is_of_word(c)).map(|word| word.trim_end_matches(['.', '/']));
    let begins = ["packaging/", "tests/", "docs/", "benches/", "fuzz/", "themes/", "content/", ".github/"];
    let is_path = |word: &&str| {
        begins.iter().any(|begin| word.starts_with(begin)) && !word.contains(['$', '*', '{', '@'])
    };
    words.filter(is_path).map(str::to_owned).collect()
}

/// The names that a script's `case` knows as its parts: `lint | rust) ;;`.
fn parts(script: &str) -> BTreeSet<String> {
    let text = read(script);
    let line = text.lines().find(|line| line.trim_end().ends_with(") ;;") && line.contains(" | ")).unwrap();
    let names = line.trim().trim_end_matches(") ;;").split(" | ");
    names.map(str::to_owned).collect()
}

/// What a text calls a script with: the words after it, to the end of the line or of the command.
fn called_with(text: &str, script: &str) -> Vec<String> {
    let calls = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('#'))
        .filter_map(|line| line.split_once(script));
    let is_name = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase());
    calls
        .flat_map(|(_, rest)| {
            rest.split(' ').filter(|word| !word.is_empty()).take_while(is_name).map(str::to_owned)
        })
        .collect()
}

fn steps(workflow: &Value) -> Vec<&Value> {
    let jobs = workflow["jobs"].as_mapping().unwrap();
    jobs.values().flat_map(|job| job["steps"].as_sequence().unwrap()).collect()
}

#[test]
fn scripts_can_be_run_and_name_what_exists() {
    for script in SCRIPTS {
        let text = read(script);
        let checked = Command::new("bash").arg("-n").arg(root().join(script)).output().unwrap();
        assert!(checked.status.success(), "{script}: {}", String::from_utf8_lossy(&checked.stderr));
        let mode = fs::metadata(root().join(script)).unwrap().permissions().mode();
        assert_eq!(
            mode & 0o111 != 0,
            text.starts_with("#!"),
            "{script}: what is sourced cannot be run, all else can"
        );
        for path in paths(&text) {
            assert!(root().join(&path).exists(), "{script} names {path}");
        }
    }
    assert!(paths(&read("tests/run")).contains("packaging/make"), "nothing was looked for");
}

#[test]
fn the_workflow_names_what_exists() {
    let text = read(WORKFLOW);
    let workflow: Value = serde_yaml::from_str(&text).unwrap();
    let known = parts("tests/run");
    let called = called_with(&text, "tests/run");
    assert!(called.len() > 5, "{called:?}");
    for part in &called {
        assert!(known.contains(part), "there is no part {part} of tests/run: {known:?}");
    }
    for part in &known {
        // They need a machine that does nothing else, or half an hour.
        assert!(called.contains(part) || matches!(part.as_str(), "fuzz" | "bench"), "no job runs {part}");
    }
    for path in paths(&text) {
        assert!(root().join(&path).exists(), "the workflow names {path}");
    }
    for step in steps(&workflow) {
        match (step["uses"].as_str(), step["run"].as_str()) {
            (Some(uses), None) => assert!(
                uses.rsplit_once("@v").is_some_and(|(_, version)| version.parse::<u8>().is_ok()),
                "{uses}"
            ),
            (None, Some(run)) => {
                let program = run.split(' ').next().unwrap();
                assert!(program == "rustup" || root().join(program).is_file(), "{run}");
            }
            _ => panic!("a step does one thing: {step:?}"),
        }
    }
}

#[test]
fn the_jobs_of_the_workflow_need_jobs_that_there_are() {
    let workflow: Value = serde_yaml::from_str(&read(WORKFLOW)).unwrap();
    let jobs = workflow["jobs"].as_mapping().unwrap();
    let given: BTreeSet<&str> = steps(&workflow)
        .into_iter()
        .filter(|step| step["uses"].as_str().is_some_and(|uses| uses.contains("upload")))
        .filter_map(|step| step["with"]["name"].as_str())
        .collect();
    for (name, job) in jobs {
        assert!(job["timeout-minutes"].is_number(), "{name:?} may run for ever");
        if let Some(needed) = job.get("needs") {
            assert!(jobs.contains_key(needed.as_str().unwrap()), "{name:?} needs {needed:?}");
        }
        for step in job["steps"].as_sequence().unwrap() {
            if step["uses"].as_str().is_some_and(|uses| uses.contains("download")) {
                assert!(given.contains(step["with"]["name"].as_str().unwrap()), "{step:?}");
            }
        }
    }
}

#[test]
fn the_parts_of_the_scripts_are_told_where_people_look() {
    let told = read("docs/development.md");
    for part in parts("tests/run") {
        assert!(told.contains(&format!("`{part}`")), "docs/development.md says nothing of the part {part}");
    }
    let make = parts("packaging/make");
    for part in called_with(&read("docs/development.md"), "packaging/make") {
        assert!(make.contains(&part), "there is no part {part} of packaging/make");
    }
    assert!(read(".gitignore").lines().any(|line| line == "/dist"));
}

#[test]
fn the_readmes_that_are_handed_out_name_commands_that_there_are() {
    for file in ["packaging/las-mig-windows.txt", "packaging/las-mig-linux.txt"] {
        let text = read(file);
        // A command stands in a line of its own, set in.
        let lines = text.lines().filter_map(|line| line.strip_prefix("   "));
        let commands: Vec<&str> = lines
            .filter_map(|line| {
                line.strip_prefix("C:\\fcsite\\fcsite.exe ").or_else(|| line.strip_prefix("fcsite "))
            })
            .filter(|rest| rest.starts_with(char::is_alphabetic))
            .filter_map(|rest| rest.split(' ').next())
            .collect();
        assert!(commands.contains(&"init") && commands.contains(&"edit"), "{file}: {commands:?}");
        for command in commands {
            let help = Command::new(env!("CARGO_BIN_EXE_fcsite")).args([command, "--help"]).output().unwrap();
            assert!(help.status.success(), "{file}: fcsite {command}");
        }
    }
}
