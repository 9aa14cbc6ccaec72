//! The program itself, in folders whose names somebody else chose: what it prints gives no order to a terminal, and no line to a log.
#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::is_harmless;

/// Fills the clipboard, moves the cursor, turns the line round, ends it, and looks like a line of a log.
const EVIL: &str = "a\u{1b}]52;c;eA==\u{7}\u{1b}[2J\u{9b}2J\u{202e}b\u{2028}c\r\n::error::d\u{200b}\u{feff}e";

fn site(inner: &str) -> (TempDir, PathBuf) {
    let root = TempDir::new().unwrap();
    let source = root.path().join(inner);
    for (path, text) in [
        (
            "content/site.yaml",
            "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n".to_string(),
        ),
        ("content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\n".to_string()),
        (
            "content/alfa/news/2026-02-01-hej.md",
            format!(
                "---\ntitle: Hej\nlead: Hej.\nimage: {{src: images/{EVIL:?}}}\n---\n\n[a](../pages/%1b%9b.md)\n\u{202e}![b](<../images/å\u{9b}>)\n"
            ),
        ),
    ] {
        let path = source.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    (root, source)
}

/// The same with names that nobody would choose for a good reason.
fn evil() -> (TempDir, PathBuf) {
    let (root, source) = site("site");
    for path in [
        format!("content/{EVIL}/municipality.yaml"),
        format!("content/alfa/{EVIL}.md"),
        format!("content/alfa/news/{EVIL}.md"),
        format!("content/alfa/centres/{EVIL}.yaml"),
        format!("content/alfa/images/{EVIL}.png"),
        format!("content/alfa/{EVIL}/x"),
        format!("themes/{EVIL}/theme.yaml"),
    ] {
        let path = source.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("{EVIL}: {EVIL}\n")).unwrap();
    }
    std::os::unix::fs::symlink("/etc", source.join(format!("content/alfa/{EVIL}.link"))).unwrap();
    (root, source)
}

fn run(folder: &Path, arguments: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    let output = command.args(arguments).current_dir(folder).stdin(Stdio::null()).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

/// Nothing of a text is obeyed, and no line of it was begun by a name.
fn hold(what: &[&str], text: &str) {
    let orders: Vec<char> = text.chars().filter(|c| !matches!(c, '\n' | '\t') && !is_harmless(*c)).collect();
    assert!(orders.is_empty(), "{what:?} gives {orders:?}:\n{text:?}");
    let forged = text.lines().find(|line| line.trim_start().starts_with("::error::"));
    assert_eq!(forged, None, "{what:?}:\n{text}");
}

#[test]
fn no_command_prints_what_a_terminal_obeys_of_the_names_in_a_site() {
    let (_root, source) = evil();
    let mut seen = 0;
    for lang in ["sv", "en"] {
        for command in [
            &["build"][..],
            &["build", "--json"],
            &["build", "-v"],
            &["check"],
            &["check", "-v"],
            &["check", "--json"],
            &["check", "--sarif"],
            &["list", "news"],
            &["list", "news", "--json"],
            &["list", "news", "--csv"],
            &["list", "centres"],
            &["new", "news", "Hej", "-m", EVIL],
            &["new", "centre", EVIL, "-m", "alfa"],
            &["new", "municipality", EVIL],
            &["build", "--only", EVIL],
            &["build", "-o", EVIL],
            &["build", "-o", &format!("content/{EVIL}")],
        ] {
            let arguments = [command, &["--lang", lang]].concat();
            let (stdout, stderr) = run(&source, &arguments);
            let data = stdout.replace("\r\n", "\n");
            hold(&arguments, &data);
            hold(&arguments, &stderr);
            seen += usize::from(format!("{data}{stderr}").contains("\\u{1b}"));
            if arguments.contains(&"--json") {
                stdout
                    .lines()
                    .for_each(|line| drop(serde_json::from_str::<serde_json::Value>(line).unwrap()));
            }
        }
    }
    assert!(seen > 20, "only {seen} of them spoke of a name");
}

#[test]
fn no_slip_in_a_call_prints_what_a_terminal_obeys() {
    let (_root, source) = site("site");
    let option = format!("--{EVIL}");
    for arguments in [
        &[EVIL][..],
        &[&option],
        &["build", EVIL],
        &["build", &option],
        &["build", "--now", EVIL],
        &["build", "--base-url", EVIL],
        &["-s", EVIL, "build"],
        &["list", EVIL],
        &["check", "--explain", EVIL],
        &["new", EVIL],
        &["man", EVIL],
        &["serve", "--bind", EVIL],
        &["serve", "-s", EVIL],
        &["schema", EVIL],
        &["--color", EVIL, "build"],
    ] {
        let (stdout, stderr) = run(&source, arguments);
        hold(arguments, &stdout);
        hold(arguments, &stderr);
        assert!(stderr.contains("\\u{1b}"), "{arguments:?}: {stderr}");
    }
}

#[test]
fn a_site_in_a_folder_of_such_a_name_is_made_built_and_told_of() {
    let root = TempDir::new().unwrap();
    let (stdout, stderr) = run(root.path(), &["init", EVIL, "--now", "2026-11-26"]);
    hold(&["init"], &stdout);
    hold(&["init"], &stderr);
    assert!(
        root.path().join(EVIL).join("content/site.yaml").is_file() && stderr.contains("\\u{1b}"),
        "{stderr}"
    );
    for arguments in [
        &["-s", EVIL, "build"][..],
        &["-s", EVIL, "check"],
        &["-s", EVIL, "new", "news", "Hej", "-m", "exempel"],
        &["-s", EVIL, "new", "news", "Hej", "-m", "exempel"],
        &["-s", EVIL, "build", "--json"],
        &["init", EVIL],
    ] {
        let (stdout, stderr) = run(root.path(), arguments);
        hold(arguments, &stdout);
        hold(arguments, &stderr);
    }
}

#[test]
fn serve_and_watch_print_and_show_nothing_that_is_obeyed() {
    let (_root, source) = evil();
    for (command, more) in [("serve", &["--port", "0"][..]), ("watch", &[])] {
        let mut program = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        let program = program.arg(command).args(more).args(["--lang", "en"]).current_dir(&source);
        let mut program = program.stdin(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut text = String::new();
        let mut address = None;
        for line in BufReader::new(program.stderr.take().unwrap()).split(b'\n') {
            let line = String::from_utf8(line.unwrap()).unwrap();
            text.push_str(&line);
            text.push('\n');
            let url =
                line.find("http://127").map(|at| line[at..].split_whitespace().next().unwrap().to_string());
            address = address.or(url);
            if line.contains("Ctrl-C") || line.contains("Waiting") || address.is_some() {
                break;
            }
        }
        hold(&[command], &text);
        assert!(text.contains("\\u{1b}"), "{text}");
        if let Some(address) = address {
            let body = events(address.trim_start_matches("http://").trim_end_matches(['/', '.']));
            assert!(body.contains("\\\\u{1b}"), "{body}");
            hold(&["the browser"], &body.replace('\r', ""));
        }
        program.kill().unwrap();
        program.wait().unwrap();
    }
}

/// The first news that a browser is given: the errors.
fn events(host: &str) -> String {
    use std::io::Write as _;
    let mut stream = std::net::TcpStream::connect(host).unwrap();
    write!(stream, "GET /.fcsite/events HTTP/1.1\r\nHost: {host}\r\nSec-Fetch-Site: same-origin\r\n\r\n")
        .unwrap();
    let mut text = String::new();
    for line in BufReader::new(stream).lines() {
        let line = line.unwrap();
        text.push_str(&line);
        text.push('\n');
        if line.starts_with("data:") {
            break;
        }
    }
    text
}

/// Where each thing that is printed goes through: one room, which is tried above.
#[test]
fn nothing_prints_but_the_one_room_for_it() {
    fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut all = Vec::new();
    sources(&root, &mut all);
    assert!(all.len() > 100);
    let (screen, bar) = (root.join("cli/screen.rs"), root.join("host/progress.rs"));
    assert!(all.contains(&screen) && all.contains(&bar));
    for path in all.into_iter().filter(|path| *path != screen) {
        let text = fs::read_to_string(&path).unwrap();
        // The bar draws itself; what it says is made visible before.
        let text = if path == bar { known_bar(&text) } else { text };
        assert_eq!(ways_to_print(&text), [""; 0], "{} prints by itself", path.display());
    }
    for (line, way) in [
        ("{println!(\"x\")}", "println!"),
        ("std::eprint!(\"x\")", "eprint!"),
        ("let _ = io::stderr().lock();", "stderr"),
        ("ProgressDrawTarget::stderr_with_hz(10)", "stderr_with_hz"),
        ("use clap::Error;\nlet _ = error.print();", "clap print("),
        ("use clap::Parser;\nArguments::parse();", "clap parse("),
    ] {
        assert!(ways_to_print(line).contains(&way), "{line}");
    }
    assert!(ways_to_print("let mine = kept.print(); blueprint!()").is_empty());
}

/// The bar's source without the two lines that it draws by.
fn known_bar(text: &str) -> String {
    let lines =
        ["ProgressDrawTarget::stderr_with_hz(10)", ".with_message(visible_line(&message).into_owned())"];
    lines.iter().fold(text.to_string(), |text, line| {
        assert!(text.contains(line), "the bar draws another way: {line}");
        text.replacen(line, "", 1)
    })
}

/// The ways to print by itself that a source takes.
fn ways_to_print(text: &str) -> Vec<&'static str> {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let code = lines.collect::<Vec<_>>().join("\n");
    let begins = |way: &str| {
        let is_own = |at: usize| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        code.match_indices(way).any(|(at, _)| is_own(at))
    };
    // As a word that begins so: `stderr()`, `io::stderr`, `Stderr::`; a draw target, a prompt of a library.
    let ways = [
        "print!",
        "println!",
        "eprint!",
        "eprintln!",
        "dbg!",
        "stderr",
        "stdout",
        "stderr_with_hz",
        "prompt_password",
    ];
    let mut found: Vec<&str> = ways.into_iter().filter(|way| begins(way)).collect();
    // What clap prints by itself holds what was typed. Others have methods of these names.
    if begins("clap") {
        let ways = [
            (".print()", "clap print("),
            (".exit()", "clap exit("),
            ("print_help(", "clap print_help("),
            ("print_long_help(", "clap print_long_help("),
            ("::parse()", "clap parse("),
            ("get_matches(", "clap get_matches("),
            ("get_matches_from(", "clap get_matches_from("),
        ];
        let is_there = |way: &str| match way.starts_with(['.', ':']) {
            true => code.contains(way),
            false => begins(way),
        };
        found.extend(ways.into_iter().filter(|(way, _)| is_there(way)).map(|(_, name)| name));
    }
    found
}
