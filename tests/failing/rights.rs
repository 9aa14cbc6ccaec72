//! What may not be looked at is not gone: content without the right to read it is an error, and nothing is published.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::run::{Run, run, watch};
use crate::site::{NEWS, PROGRAM, news, program, write, write_content};

/// A site that belongs to a user who is not root.
struct Owned {
    root: PathBuf,
    _folder: TempDir,
}

/// The system's nobody.
const NOBODY: &str = "65534";

impl Owned {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path().canonicalize().unwrap();
        fs::set_permissions(&root, Permissions::from_mode(0o755)).unwrap();
        write_content(&root.join("repo"), 1);
        ["said", "state/home"].iter().for_each(|name| fs::create_dir_all(root.join(name)).unwrap());
        if is_root() {
            // Where this one was compiled may be closed to others.
            fs::copy(PROGRAM.as_str(), root.join("fcsite")).unwrap();
            let owner = format!("{NOBODY}:{NOBODY}");
            assert!(Command::new("chown").args(["-R", &owner]).arg(&root).status().unwrap().success());
        }
        let owned = Self { root, _folder: folder };
        let run = owned.run(&["build"]);
        assert_eq!(run.code, Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        owned
    }

    fn command(&self, words: &[&str]) -> Command {
        let (folder, state) = (self.root.join("repo"), self.root.join("state"));
        let mut command = if is_root() {
            let mut command = program("setpriv", &folder, &state);
            command
                .args(["--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"])
                .arg(self.root.join("fcsite"));
            command
        } else {
            program(&PROGRAM, &folder, &state)
        };
        command.args(words).args(["--now", "2026-03-01", "--lang", "en"]);
        command
    }

    fn run(&self, words: &[&str]) -> Run {
        run(&mut self.command(words), &self.root.join("said"))
    }

    fn allow(&self, place: &str, mode: u32) {
        fs::set_permissions(self.root.join("repo").join(place), Permissions::from_mode(mode)).unwrap();
    }

    fn public(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let walk = walkdir::WalkDir::new(self.root.join("repo/public")).sort_by_file_name().into_iter();
        let files = walk.map(Result::unwrap).filter(|entry| entry.file_type().is_file());
        files.map(|entry| (entry.path().to_path_buf(), fs::read(entry.path()).unwrap())).collect()
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Folders and files of the source, and how they are kept from being read: not at all, only their names, nothing of what is in them.
const CLOSED: [(&str, u32); 20] = [
    ("content", 0o000),
    ("content", 0o444),
    ("content", 0o111),
    ("content/alfa", 0o000),
    ("content/alfa", 0o444),
    ("content/alfa", 0o111),
    ("content/alfa/news", 0o000),
    ("content/alfa/news", 0o444),
    ("content/alfa/news", 0o111),
    ("content/alfa/centres", 0o444),
    ("content/alfa/images", 0o444),
    ("content/_shared", 0o444),
    ("content/_shared/pages", 0o444),
    ("themes", 0o000),
    ("themes/egen", 0o444),
    ("themes/egen/assets", 0o444),
    ("content/alfa/municipality.yaml", 0o000),
    (NEWS, 0o000),
    ("content/alfa/images/bild.png", 0o000),
    ("themes/egen/assets/theme.css", 0o000),
];

#[test]
fn what_may_not_be_looked_at_is_not_taken_for_gone() {
    let owned = Owned::new();
    let before = owned.public();
    let mut failed = Vec::new();
    for (place, mode) in CLOSED {
        for words in [&["build"][..], &["build", "--full"], &["build", "--only", "alfa"], &["check"]] {
            owned.allow(place, mode);
            let run = owned.run(words);
            let folder = owned.root.join("repo").join(place);
            let is_folder = folder.metadata().is_ok_and(|meta| meta.is_dir());
            owned.allow(place, if is_folder { 0o755 } else { 0o644 });
            let said = String::from_utf8_lossy(&run.stderr).into_owned();
            let wanted = if words == ["check"] { 4 } else { 1 };
            let name = Path::new(place).file_name().unwrap().to_str().unwrap();
            if run.code != Some(wanted) || !said.contains(name) || owned.public() != before {
                failed.push(format!("{place} {mode:o} {words:?}: {:?} {said}", run.code));
            }
        }
    }
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), CLOSED.len() * 4, failed.join("\n"));
}

#[test]
fn what_may_not_be_looked_at_under_watch_stays_on_the_site() {
    for (place, mode) in [("content/alfa/news", 0o444), ("content/alfa", 0o444), ("content/alfa/news", 0o000)]
    {
        let owned = Owned::new();
        let before = owned.public();
        let close = || {
            owned.allow(place, mode);
            // Something is saved elsewhere, so that there is reason to look.
            write(&owned.root.join("repo"), "content/beta/news/2026-01-03-beta.md", news(2));
            true
        };
        let run = watch(&mut owned.command(&["watch", "--poll=50"]), &owned.root.join("said"), &close, &[]);
        owned.allow(place, 0o755);
        let said = String::from_utf8_lossy(&run.stderr);
        assert!(said.contains("Nothing was published"), "{place} {mode:o}: {said}");
        let pages: Vec<_> = owned.public().into_iter().map(|(path, _)| path).collect();
        let wanted: Vec<_> = before.into_iter().map(|(path, _)| path).collect();
        assert_eq!(pages, wanted, "{place} {mode:o}: {said}");
    }
}

/// Folders of the output that cannot be emptied: closed by the person, or another's. Can a build go on?
const KEPT_FROM_US: [(&str, u32, bool, bool); 8] = [
    ("public/.well-known/acme-challenge", 0o555, false, true),
    ("public/.well-known", 0o555, false, true),
    ("public/.well-known/acme-challenge", 0o755, true, true),
    ("public/.well-known", 0o755, true, true),
    ("public/somebodys/own", 0o755, true, true),
    ("public/somebodys", 0o1777, true, true),
    ("public/alfa", 0o555, false, false),
    ("public", 0o555, false, false),
];

/// Gives a place to an account, where this one may.
fn give(place: &Path, owner: &str) {
    if is_root() {
        assert!(Command::new("chown").args(["-R", owner]).arg(place).status().unwrap().success());
    }
}

#[test]
fn a_folder_of_the_output_that_cannot_be_emptied_stands_in_the_way_of_no_later_build() {
    for (place, mode, is_anothers, is_built) in KEPT_FROM_US {
        let owned = Owned::new();
        let repo = owned.root.join("repo");
        let challenge = repo.join("public/.well-known/acme-challenge");
        for folder in [&challenge, &repo.join("public/somebodys/own")] {
            fs::create_dir_all(folder).unwrap();
        }
        fs::write(challenge.join("token"), "token").unwrap();
        give(&repo.join("public"), NOBODY);
        if is_anothers {
            give(&repo.join(place), "0");
        }
        owned.allow(place, mode);
        let before = owned.public();
        for number in 3..6 {
            write(&repo, NEWS, news(number));
            let run = owned.run(&["build"]);
            let said = String::from_utf8_lossy(&run.stderr);
            assert_eq!(run.code, Some(i32::from(!is_built)), "{place} {mode:o} {number}: {said}");
            assert_eq!(owned.public() == before, !is_built, "{place} {mode:o} {number}: {said}");
            let left: Vec<_> = fs::read_dir(&repo).unwrap().map(|entry| entry.unwrap().file_name()).collect();
            let is_ours = |name: &std::ffi::OsString| name.to_string_lossy().starts_with(".public");
            assert!(!left.iter().any(is_ours), "{place} {mode:o} {number}: {left:?}");
        }
        assert_eq!(fs::read(challenge.join("token")).unwrap(), b"token", "{place}");
        assert_eq!(repo.join(place).metadata().unwrap().mode() & 0o7777, mode, "{place}");
        let owner = repo.join(place).metadata().unwrap().uid();
        assert!(!is_root() || (owner == 0) == is_anothers, "{place} {mode:o}: it keeps its owner");
        owned.allow(place, 0o755);
        let run = owned.run(&["build"]);
        assert_eq!(run.code, Some(0), "{place}: {}", String::from_utf8_lossy(&run.stderr));
    }
}
