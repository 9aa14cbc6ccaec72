//! What a program asks of the system with files, as strace writes it down, and what of it can be refused.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Calls that may fail, by what they do, and with what.
const ERRORS: &[(&[&str], &[&str])] = &[
    (&["open", "openat", "openat2"], &["EIO", "EACCES", "EMFILE", "ESTALE", "ENOSPC"]),
    (&["stat", "lstat", "fstat", "newfstatat", "statx"], &["EIO", "EACCES", "ESTALE"]),
    (&["access", "faccessat", "faccessat2", "readlink", "readlinkat"], &["EIO", "EACCES", "ESTALE"]),
    (&["getdents64", "read", "readv", "pread64", "preadv", "lseek"], &["EIO", "ESTALE"]),
    (&["statfs", "fstatfs"], &["EIO", "ESTALE"]),
    (&["getcwd"], &["EIO", "EACCES"]),
    (&["write", "writev", "pwrite64", "pwritev", "ftruncate", "fallocate"], &["EIO", "ENOSPC"]),
    (&["copy_file_range", "sendfile", "splice"], &["EIO", "ENOSPC"]),
    (&["rename", "renameat", "renameat2"], &["EIO", "EACCES", "ENOSPC", "EXDEV", "ESTALE"]),
    (&["link", "linkat"], &["EIO", "EACCES", "ENOSPC", "EXDEV", "EMLINK", "ESTALE"]),
    (&["unlink", "unlinkat", "rmdir"], &["EIO", "EACCES", "ESTALE"]),
    (&["mkdir", "mkdirat"], &["EIO", "EACCES", "ENOSPC"]),
    (&["fsync", "fdatasync"], &["EIO", "ENOSPC"]),
    (&["chmod", "fchmod", "fchmodat", "chown", "fchown", "fchownat", "utimensat"], &["EIO", "EACCES"]),
    (&["flock"], &["EIO"]),
];

/// All of their names, for strace, which lets a machine be without some of them.
pub fn names() -> String {
    let names: Vec<String> =
        ERRORS.iter().flat_map(|(names, _)| *names).map(|name| format!("?{name}")).collect();
    names.join(",")
}

/// One call, and how it is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Refusal {
    pub call: String,
    pub error: &'static str,
    /// The path by which strace knows it; none where it has another name in every run.
    pub path: Option<String>,
    /// Which of those calls of a thread.
    pub number: usize,
    /// What it is about, below the folder of all.
    pub about: Vec<PathBuf>,
}

/// One call that was seen.
#[derive(Clone, Debug)]
struct Seen {
    call: String,
    /// As they are written in the call, and what its open files are.
    written: Vec<String>,
    about: Vec<PathBuf>,
}

/// The calls of each thread, in their order.
pub struct Trace(BTreeMap<PathBuf, Vec<Seen>>);

impl Trace {
    /// Reads what strace has written, a file for each thread. Only what lies below a folder is of interest.
    pub fn read(folder: &Path, here: &Path) -> Self {
        let mut threads = BTreeMap::new();
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).into_owned();
            threads.insert(entry.path(), text.lines().filter_map(|line| seen(line, here)).collect());
        }
        Self(threads)
    }

    /// How many calls there are of each thread.
    pub fn lengths(&self) -> BTreeMap<PathBuf, usize> {
        self.0.iter().map(|(thread, calls)| (thread.clone(), calls.len())).collect()
    }

    fn written(&self) -> BTreeSet<(&str, &str)> {
        let calls = self.0.values().flatten();
        calls.flat_map(|seen| seen.written.iter().map(|path| (seen.call.as_str(), path.as_str()))).collect()
    }

    /// Every refusal of a call in or beside a repository, but for those in the first so many of each thread. `other` is another run of the same: what
    /// is called so in both is found by its path, and the rest by its number.
    pub fn refusals(&self, repository: &Path, other: &Self, from: &BTreeMap<PathBuf, usize>) -> Vec<Refusal> {
        let root = repository.parent().unwrap();
        let known = other.written();
        let mut refusals = Vec::new();
        for (thread, calls) in &self.0 {
            for (at, seen) in calls.iter().enumerate().skip(from.get(thread).copied().unwrap_or_default()) {
                let about: Vec<PathBuf> = seen
                    .about
                    .iter()
                    .filter_map(|path| path.strip_prefix(root).ok())
                    .map(Path::to_path_buf)
                    .collect();
                // What a program says goes to files, too.
                if about.is_empty() || about.iter().any(|path| path.starts_with("said")) {
                    continue;
                }
                let path =
                    seen.written.last().filter(|path| known.contains(&(seen.call.as_str(), path.as_str())));
                // What is written in it is the answer.
                let path = path.filter(|_| seen.call != "getcwd");
                let same = |earlier: &&Seen| {
                    earlier.call == seen.call && path.is_none_or(|path| is_written(earlier, path, repository))
                };
                let number = calls[..=at].iter().filter(same).count();
                for error in errors(&seen.call) {
                    let (call, path) = (seen.call.clone(), path.cloned());
                    let refusal = Refusal { call, error, path, number, about: about.clone() };
                    if !refusals.contains(&refusal) {
                        refusals.push(refusal);
                    }
                }
            }
        }
        refusals
    }
}

/// Would strace find the call by this path? It looks for the path as it is written, and for what it leads to.
fn is_written(seen: &Seen, path: &str, here: &Path) -> bool {
    let whole = here.join(path.trim_start_matches("./"));
    seen.written.iter().any(|written| written == path || Path::new(written) == whole)
}

fn errors(call: &str) -> &'static [&'static str] {
    ERRORS.iter().find(|(names, _)| names.contains(&call)).map_or(&[], |(_, errors)| errors)
}

/// What a call is about, from a line that may begin with the number of its thread.
pub fn about(line: &str, here: &Path) -> Vec<PathBuf> {
    let call = line.trim_start_matches(|it: char| it.is_ascii_digit() || it == ' ');
    seen(call, here).map_or_else(Vec::new, |seen| seen.about)
}

fn seen(line: &str, here: &Path) -> Option<Seen> {
    let (call, rest) = line.split_once('(')?;
    let (mut arguments, _) = rest.rsplit_once(" = ")?;
    let is_data =
        matches!(call, "read" | "write" | "readv" | "writev" | "pread64" | "pwrite64" | "preadv" | "pwritev");
    if is_data {
        // What is read and written may be a message with the names of other files.
        arguments = arguments.split_once('"').map_or(arguments, |(file, _)| file);
    }
    if call.starts_with("readlink") {
        // What comes second is where it leads to.
        arguments = arguments.match_indices('"').nth(1).map_or(arguments, |(end, _)| &arguments[..=end]);
    }
    let (mut written, mut about) = (Vec::new(), Vec::new());
    let mut base = here.to_path_buf();
    let mut rest = arguments;
    while let Some(at) = rest.find(['"', '<']) {
        let is_name = rest.as_bytes()[at] == b'"';
        let (text, after) = rest[at + 1..].split_once(if is_name { '"' } else { '>' })?;
        let is_here = rest[..at].ends_with("AT_FDCWD");
        rest = after;
        match is_name {
            true if text.is_empty() => {}
            true => {
                about.push(base.join(text.trim_start_matches("./")));
                written.push(text.to_string());
            }
            false if text.starts_with('/') => {
                base = PathBuf::from(text);
                if !is_here && about.is_empty() {
                    written.push(text.to_string());
                }
            }
            false => {}
        }
    }
    // A call that is only about an open file.
    if about.is_empty() && !written.is_empty() {
        about.push(base);
    }
    Some(Seen { call: call.to_string(), written, about })
}

#[test]
fn a_call_is_read_with_what_it_is_about() {
    let read = |line: &str| {
        let seen = seen(line, Path::new("/r")).unwrap();
        (seen.written, seen.about.iter().map(|path| path.display().to_string()).collect::<Vec<_>>())
    };
    let own = |texts: &[&str]| texts.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(read(r#"open("./a/b", O_RDONLY) = 3</r/a/b>"#), (own(&["./a/b"]), own(&["/r/a/b"])));
    assert_eq!(
        read(r#"openat(5</r/q>, "b", O_RDONLY) = 4</r/q/b>"#),
        (own(&["/r/q", "b"]), own(&["/r/q/b"]))
    );
    assert_eq!(read(r#"write(3</r/a>, "x<y>", 4) = 4"#), (own(&["/r/a"]), own(&["/r/a"])));
    assert_eq!(
        about(r#"17 write(2</said>, "in \"</r/a>", 9) = -1 EIO (INJECTED)"#, Path::new("/r")),
        [Path::new("/said")]
    );
    assert_eq!(read(r#"statx(AT_FDCWD</r>, "a", 0) = 0"#), (own(&["a"]), own(&["/r/a"])));
    assert_eq!(read(r#"readlink("/r/a", "/r/b", 4096) = 4"#), (own(&["/r/a"]), own(&["/r/a"])));
    assert_eq!(read(r#"rename("/r/a", "/r/b") = 0"#), (own(&["/r/a", "/r/b"]), own(&["/r/a", "/r/b"])));
}
