//! What a program asked of the system, as strace wrote it down: which files and folders it meant, with no link on the way.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

/// A call that the system carried out.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    /// What it meant.
    pub paths: Vec<PathBuf>,
    pub line: String,
}

/// Has strace write down what a program asks of the system with names of files, a file for each thread.
pub fn trace(command: &Command, into: &Path) -> Command {
    let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    assert!(tried.is_ok_and(|status| status.success()), "this needs strace, which tests/run installs");
    let mut traced = Command::new("strace");
    traced.args(["-ff", "--seccomp-bpf", "-y", "-s", "4096", "-e", "trace=%file", "-o"]).arg(into);
    traced.arg(command.get_program()).args(command.get_args()).env_clear();
    for (name, value) in command.get_envs() {
        traced.env(name, value.unwrap_or_default());
    }
    if let Some(folder) = command.get_current_dir() {
        traced.current_dir(folder);
    }
    traced.stdin(Stdio::null());
    traced
}

/// All links below a folder, and where they lead.
pub fn links(folder: &Path) -> BTreeMap<PathBuf, PathBuf> {
    let walk = walkdir::WalkDir::new(folder).into_iter().filter_map(Result::ok);
    let links = walk.filter(|entry| entry.path_is_symlink());
    links.filter_map(|entry| Some((entry.path().to_path_buf(), fs::read_link(entry.path()).ok()?))).collect()
}

/// The calls that were carried out. `links` are those that there were.
pub fn calls(folder: &Path, here: &Path, links: &BTreeMap<PathBuf, PathBuf>) -> Vec<Call> {
    let mut calls = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let text = fs::read(entry.path()).unwrap();
        let text = String::from_utf8_lossy(&text);
        calls.extend(text.lines().filter_map(|line| call(line, here, links)));
    }
    calls
}

/// These only say where a link leads, or start a program.
const PASSED: [&str; 4] = ["execve", "readlink", "readlinkat", "getcwd"];

/// These never follow a link that is their last name.
const STAYING: [&str; 16] = [
    "lstat",
    "unlink",
    "unlinkat",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "rmdir",
    "mknod",
    "mknodat",
    "symlink",
    "symlinkat",
    "link",
    "linkat",
    "lchown",
];

fn call(line: &str, here: &Path, links: &BTreeMap<PathBuf, PathBuf>) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (arguments, result) = rest.rsplit_once(" = ")?;
    if result.starts_with('-') || result.starts_with('?') || PASSED.contains(&name) {
        return None;
    }
    let stays = STAYING.contains(&name)
        || ["NOFOLLOW", "O_EXCL", "IN_DONT_FOLLOW"].iter().any(|flag| arguments.contains(flag));
    let follows = !stays || arguments.contains("AT_SYMLINK_FOLLOW");
    let mut paths = Vec::new();
    let mut base = here.to_path_buf();
    for part in parts(arguments) {
        match part {
            Part::Folder(path) if path.is_absolute() => base = path,
            Part::Folder(_) => {}
            // What is open is what the system says it is, whatever has taken its name meanwhile.
            Part::Name(path) if path.as_os_str().is_empty() => paths.push(base.clone()),
            Part::Name(path) => paths.push(resolve(&base, &path, follows, links)),
        }
    }
    // What a link says is no path.
    if name.starts_with("symlink") && !paths.is_empty() {
        paths.remove(0);
    }
    // The system's own word for what was opened.
    paths.extend(result.split_once('<').and_then(|(_, path)| Some(PathBuf::from(path.split_once('>')?.0))));
    Some(Call { name: name.to_string(), paths, line: line.to_string() })
}

enum Part {
    /// What an open folder is.
    Folder(PathBuf),
    Name(PathBuf),
}

/// The folders and names among the arguments.
fn parts(arguments: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = arguments.as_bytes();
    while let Some(at) = rest.iter().position(|byte| matches!(byte, b'"' | b'<')) {
        let is_name = rest[at] == b'"';
        let (path, after) = quoted(&rest[at + 1..], if is_name { b'"' } else { b'>' });
        rest = after;
        parts.push(if is_name { Part::Name(path) } else { Part::Folder(path) });
    }
    parts
}

/// Takes what is written up to a sign, where `\` stands before what would not be seen.
fn quoted(text: &[u8], end: u8) -> (PathBuf, &[u8]) {
    let mut bytes = Vec::new();
    let mut at = 0;
    while at < text.len() && text[at] != end {
        if text[at] != b'\\' {
            bytes.push(text[at]);
            at += 1;
            continue;
        }
        let digits = text[at + 1..].iter().take(3).take_while(|digit| (b'0'..=b'7').contains(*digit)).count();
        if digits > 0 {
            let number =
                text[at + 1..=at + digits].iter().fold(0_u32, |sum, digit| sum * 8 + u32::from(digit - b'0'));
            bytes.push(number as u8);
            at += 1 + digits;
        } else {
            let sign = text.get(at + 1).copied().unwrap_or_default();
            bytes.push(match sign {
                b'n' => b'\n',
                b't' => b'\t',
                b'r' => b'\r',
                b'v' => 0x0B,
                b'f' => 0x0C,
                other => other,
            });
            at += 2;
        }
    }
    (PathBuf::from(OsString::from_vec(bytes)), text.get(at + 1..).unwrap_or_default())
}

/// What a path means, by the links that there were.
fn resolve(base: &Path, path: &Path, follows: bool, links: &BTreeMap<PathBuf, PathBuf>) -> PathBuf {
    let mut steps = 0;
    let mut found = PathBuf::from("/");
    let whole = base.join(path);
    let mut rest: Vec<OsString> = whole.components().rev().map(|part| part.as_os_str().to_owned()).collect();
    while let Some(part) = rest.pop() {
        match Path::new(&part).components().next() {
            Some(Component::RootDir) => found = PathBuf::from("/"),
            Some(Component::ParentDir) => drop(found.pop()),
            Some(Component::Normal(name)) => {
                let next = found.join(name);
                let goal = links.get(&next).filter(|_| !rest.is_empty() || follows);
                match goal {
                    Some(goal) if steps < 40 => {
                        steps += 1;
                        rest.extend(goal.components().rev().map(|part| part.as_os_str().to_owned()));
                    }
                    _ => found = next,
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_call_is_read_with_its_folder_its_links_and_its_signs() {
    let links = [("/r/a".into(), "../v".into()), ("/r/b".into(), "/r/a/x".into())].into();
    let read = |line: &str| call(line, Path::new("/r"), &links).map(|call| call.paths);
    let paths = |paths: &[&str]| Some(paths.iter().map(PathBuf::from).collect::<Vec<_>>());
    assert_eq!(read(r#"open("a/y\n\303\245", O_RDONLY) = 3</v/y>"#), paths(&["/v/y\nå", "/v/y"]));
    assert_eq!(read(r#"unlink("a") = 0"#), paths(&["/r/a"]));
    assert_eq!(read(r#"openat(5</r/q>, "../b", O_RDONLY) = 4</v/x>"#), paths(&["/v/x", "/v/x"]));
    assert_eq!(read(r#"openat(5</r>, "b", O_RDONLY|O_NOFOLLOW) = -1 ELOOP (Too many)"#), None);
    assert_eq!(
        read(r#"renameat2(AT_FDCWD</r>, "q", 7</r/z>, "a/w", RENAME_EXCHANGE) = 0"#),
        paths(&["/r/q", "/r/z/a/w"])
    );
    assert_eq!(
        read(r#"statx(3</v/x>, "", AT_EMPTY_PATH, STATX_ALL, {stx_mask=STATX_ALL}) = 0"#),
        paths(&["/v/x"])
    );
    assert_eq!(read(r#"symlink("../v", "q") = 0"#), paths(&["/r/q"]));
}
