//! Both ways of opening folders keep the same promises, tried on the same folder.
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]

use std::fs;
use std::io::{self, Read as _};
use std::os::unix::fs::symlink;
use std::path::Path;

use tempfile::TempDir;

use super::{FileKind, Ground, Order, by_path, handle, is_absent, is_link};

/// A folder `in` beside one that holds the person's own.
fn house() -> TempDir {
    let house = TempDir::new().unwrap();
    fs::create_dir_all(house.path().join("in/real/deep")).unwrap();
    fs::create_dir(house.path().join("mine")).unwrap();
    fs::write(house.path().join("mine/secret"), "secret").unwrap();
    fs::write(house.path().join("in/real/file"), "file").unwrap();
    symlink("../mine", house.path().join("in/away")).unwrap();
    symlink("real", house.path().join("in/within")).unwrap();
    symlink("../mine/secret", house.path().join("in/leaf")).unwrap();
    symlink("../mine/new", house.path().join("in/dangling")).unwrap();
    house
}

macro_rules! promises {
    ($name:ident, $folder:ty) => {
        mod $name {
            use super::*;

            fn open(house: &TempDir) -> $folder {
                <$folder>::open(&house.path().join("in")).unwrap()
            }

            fn refused<T>(result: io::Result<T>) -> bool {
                result.is_err_and(|error| is_link(&error) || error.kind() == io::ErrorKind::AlreadyExists)
            }

            #[test]
            fn no_link_on_the_way_is_followed_whatever_is_done() {
                let house = house();
                let it = open(&house);
                let at = Path::new;
                for way in ["away", "within"] {
                    let inner = |name: &str| at(way).join(name);
                    assert!(refused(it.look(&inner("secret"))), "{way}");
                    assert!(refused(it.open_file(&inner("secret"))));
                    assert!(refused(it.create(&inner("new"))));
                    assert!(refused(it.open_lock(&inner("secret"), true)));
                    assert!(refused(it.open_lock(&inner("new"), true)));
                    assert!(refused(it.make_folder(&inner("new"))));
                    assert!(refused(it.remove_file(&inner("secret"))));
                    assert!(refused(it.remove_folder(&inner("deep"))));
                    assert!(refused(it.rename(&inner("secret"), &it, at("taken"))));
                    assert!(refused(it.rename(at("real/file"), &it, &inner("file"))));
                    assert!(refused(it.link(&inner("secret"), &it, at("taken"))));
                    assert!(refused(it.link(at("real/file"), &it, &inner("file"))));
                    assert!(refused(it.flush(&inner("secret"))));
                    assert!(refused(it.names(at(way))));
                    assert!(refused(it.names(&inner("deep"))));
                    assert!(refused(it.identity(&inner("secret"))));
                }
                assert_eq!(fs::read_dir(house.path().join("mine")).unwrap().count(), 1);
                assert!(house.path().join("in/real/file").exists());
            }

            #[test]
            fn a_link_at_the_end_is_seen_as_a_link_and_neither_opened_nor_written_through() {
                let house = house();
                let it = open(&house);
                for name in ["leaf", "dangling", "away"] {
                    let name = Path::new(name);
                    assert_eq!(it.look(name).unwrap().kind, FileKind::Link);
                    assert!(refused(it.open_file(name)));
                    assert!(refused(it.create(name)));
                    assert!(refused(it.open_lock(name, true)));
                    assert!(refused(it.make_folder(name)));
                }
                // The link goes, and what it leads to stays.
                it.rename(Path::new("real/file"), &it, Path::new("leaf")).unwrap();
                it.remove_file(Path::new("dangling")).unwrap();
                assert_eq!(fs::read_to_string(house.path().join("mine/secret")).unwrap(), "secret");
                assert!(!house.path().join("mine/new").exists());
                assert!(!fs::symlink_metadata(house.path().join("in/leaf")).unwrap().is_symlink());
            }

            #[test]
            fn what_is_there_is_found_and_done_as_by_any_program() {
                let house = house();
                let it = open(&house);
                let mut text = String::new();
                it.open_file(Path::new("real/file")).unwrap().read_to_string(&mut text).unwrap();
                assert_eq!(text, "file");
                assert_eq!(it.look(Path::new("real/file")).unwrap().length, 4);
                assert!(it.look(Path::new("real/none")).is_err_and(|error| is_absent(&error)));
                it.make_folder(Path::new("real/deep/er")).unwrap();
                it.link(Path::new("real/file"), &it, Path::new("real/deep/er/second")).unwrap();
                it.flush(Path::new("real/deep/er/second")).unwrap();
                it.remove_file(Path::new("real/deep/er/second")).unwrap();
                it.remove_folder(Path::new("real/deep/er")).unwrap();
                let mut names = it.names(Path::new("real")).unwrap();
                names.sort();
                assert_eq!(names, [("deep".into(), FileKind::Folder), ("file".into(), FileKind::File)]);
                let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
                it.set_modified(Path::new("real/file"), time).unwrap();
                assert_eq!(it.look(Path::new("real/file")).unwrap().time(), Some(time));
            }
        }
    };
}

promises!(by_handles, handle::OpenFolder);
promises!(by_paths, by_path::OpenFolder);

impl PartialOrd for FileKind {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FileKind {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (*self as u8).cmp(&(*other as u8))
    }
}

#[test]
fn a_name_that_leads_up_or_to_the_top_of_the_disk_is_nowhere() {
    let house = house();
    let place = Ground::open(&house.path().join("in")).unwrap().place();
    for name in ["..", "../mine/secret", "real/../../mine/secret", "/etc/passwd"] {
        let place = place.join(name);
        assert!(place.look().is_err(), "{name}");
        assert!(place.read(1000).is_err());
        assert!(place.write_new(b"x").is_err());
        assert!(place.remove_file().is_err());
    }
}

#[test]
fn a_pipe_is_not_waited_for_and_what_is_too_large_is_not_read() {
    let house = house();
    let pipe = house.path().join("in/pipe");
    nix::unistd::mkfifo(&pipe, nix::sys::stat::Mode::S_IRWXU).unwrap();
    let place = Ground::open(&house.path().join("in")).unwrap().place();
    assert!(place.join("pipe").read(1000).is_err());
    assert!(place.join("pipe").open_lock().is_err());
    assert!(place.join("real").read(1000).is_err());
    assert_eq!(place.join("real/file").read(3).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    assert_eq!(place.join("real/file").read(4).unwrap(), b"file");
}

#[test]
fn a_walk_meets_links_and_goes_into_none() {
    let house = house();
    let place = Ground::open(&house.path().join("in")).unwrap().place();
    let mut met = Vec::new();
    place
        .walk(Order::ContentsFirst, &mut |step| {
            let step = step.unwrap();
            met.push((step.path.to_str().unwrap().to_owned(), step.kind, step.depth));
            Ok::<_, ()>(true)
        })
        .unwrap();
    let expected = [
        ("away", FileKind::Link, 1),
        ("dangling", FileKind::Link, 1),
        ("leaf", FileKind::Link, 1),
        ("real/deep", FileKind::Folder, 2),
        ("real/file", FileKind::File, 2),
        ("real", FileKind::Folder, 1),
        ("within", FileKind::Link, 1),
    ];
    let expected = expected.map(|(path, kind, depth)| (path.to_owned(), kind, depth));
    assert_eq!(met, expected);
}

#[test]
fn a_folder_nested_without_end_is_told_and_not_followed_for_ever() {
    let house = TempDir::new().unwrap();
    let mut folder = house.path().to_owned();
    for _ in 0..200 {
        folder.push("x");
        fs::create_dir(&folder).unwrap();
    }
    let mut faults = 0;
    let place = Ground::open(house.path()).unwrap().place();
    place
        .walk(Order::FoldersFirst, &mut |step| {
            faults += usize::from(step.is_err());
            Ok::<_, ()>(true)
        })
        .unwrap();
    assert_eq!(faults, 1);
}
