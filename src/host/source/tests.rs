//! What a run may cost is earned by what was written, and not by how it is told.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs::{self, File};
use std::path::Path;
use std::time::Duration;

use tempfile::TempDir;

use super::{KnownSourceFiles, Source};
use crate::base::{Fingerprint, allowance};
use crate::input::Inputs as _;

const TEXT: usize = 500_000;

/// What the files of a folder earn at the least: where tests share a process, others earn at the same time.
fn earned(root: &Path, known: &KnownSourceFiles) -> Duration {
    (0..50).map(|_| earned_once(root, known)).min().unwrap()
}

/// Reads all of a folder's files, and says what they have earned.
fn earned_once(root: &Path, known: &KnownSourceFiles) -> Duration {
    let before = allowance::so_far().time;
    let source = Source::scan(root, known);
    let folder = source.folders().iter().find(|folder| folder.name.ends_with("alfa")).unwrap();
    for path in folder.paths.iter() {
        if !known.contains_key(path) {
            source.read(path).unwrap();
        }
    }
    allowance::so_far().time - before
}

#[cfg(unix)]
#[test]
fn a_file_of_very_many_names_earns_its_reading_as_often_as_one_of_sixteen() {
    let house = TempDir::new().unwrap();
    let folder = house.path().join("content/alfa");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.md"), "x".repeat(300_000)).unwrap();
    let one = earned(house.path(), &KnownSourceFiles::default());
    for at in 0..63 {
        fs::hard_link(folder.join("a.md"), folder.join(format!("b{at}.md"))).unwrap();
    }
    let all = (0..5).map(|_| earned_once(house.path(), &KnownSourceFiles::default())).min().unwrap();
    assert!(all < one + Duration::from_millis(2_000), "{one:?} {all:?}");
}

#[test]
fn holes_and_second_names_earn_nothing() {
    let house = TempDir::new().unwrap();
    let folder = house.path().join("content/alfa");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.md"), "x".repeat(TEXT)).unwrap();
    let one = earned(house.path(), &KnownSourceFiles::default());
    assert!((7..8).contains(&one.as_secs()), "{one:?}");
    for name in ["b.md", "c.md", "d.md"] {
        fs::hard_link(folder.join("a.md"), folder.join(name)).unwrap();
    }
    File::create(folder.join("e.jpg")).unwrap().set_len(20_000_000).unwrap();
    let all = earned(house.path(), &KnownSourceFiles::default());
    // Each name earns the reading alone.
    assert!(all < one + Duration::from_millis(600), "{one:?} {all:?}");
    // Nor where it is known from before, and not read again.
    let source = Source::scan(house.path(), &KnownSourceFiles::default());
    let known = |path: &crate::base::SourcePath| {
        let at = source.file(path).unwrap();
        // As if it had been seen long ago.
        (at.stat.grown_up(), Fingerprint::of(path.as_str().as_bytes()))
    };
    let folder = source.folders().iter().find(|folder| folder.name.ends_with("alfa")).unwrap();
    let known: KnownSourceFiles = folder.paths.iter().map(|path| (path.clone(), known(path))).collect();
    let later = earned(house.path(), &known);
    assert!((7..8).contains(&later.as_secs()), "{later:?}");
}
