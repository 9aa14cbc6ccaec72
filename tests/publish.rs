//! Publishing to a folder: what is written, kept, removed, let be and refused.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fcsite::base::Fingerprint;
use fcsite::host::hidden::Hidden;
use fcsite::host::publish::{MANIFEST, OutputDraft, PublishError, PublishOptions, Published, open};
use tempfile::TempDir;

type Tree = BTreeMap<String, Vec<u8>>;

struct Place {
    _dir: TempDir,
    root: PathBuf,
    out: PathBuf,
}

fn place() -> Place {
    let dir = TempDir::new().unwrap();
    let root = dir.path().canonicalize().unwrap();
    let out = root.join("public");
    Place { _dir: dir, root, out }
}

/// All files and links below a folder, without the manifest.
fn tree(folder: &Path) -> Tree {
    let mut tree = Tree::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if path == MANIFEST {
        } else if entry.file_type().is_dir() {
            tree.insert(path + "/", Vec::new());
        } else if entry.file_type().is_symlink() {
            tree.insert(path + "@", fs::read_link(entry.path()).unwrap().to_str().unwrap().into());
        } else {
            tree.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    tree
}

fn files(folder: &Path) -> Tree {
    tree(folder).into_iter().filter(|(path, _)| !path.ends_with('/')).collect()
}

fn site(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Where it is kept which lists are ours.
fn hidden(out: &Path) -> Hidden {
    let folder = out.with_file_name(".kept");
    fs::create_dir_all(&folder).unwrap();
    Hidden::of(&folder)
}

/// Begins a build. A shelf is given by a name beside the output.
fn start(out: &Path, options: PublishOptions) -> Result<OutputDraft, PublishError> {
    let spare = options.spare.map(|shelf| out.with_file_name(shelf));
    open(out, &[], PublishOptions { spare, hidden: Some(hidden(out)), ..options })
}

fn build_with(
    out: &Path,
    files: &[(&str, &str)],
    options: PublishOptions,
) -> Result<Published, PublishError> {
    let stage = start(out, options)?;
    for (path, text) in files {
        stage.put(path, text.as_bytes())?;
    }
    stage.publish(Some(&|_| false))
}

fn build(out: &Path, files: &[(&str, &str)]) -> Result<Published, PublishError> {
    build_with(out, files, PublishOptions::default())
}

fn in_place() -> PublishOptions {
    PublishOptions { in_place: true, ..PublishOptions::default() }
}

fn spare() -> PublishOptions {
    PublishOptions { spare: Some(".shelf".into()), ..PublishOptions::default() }
}

fn counts(new: usize, changed: usize, removed: usize, unchanged: usize) -> Published {
    Published { new, changed, removed, unchanged, ..Published::default() }
}

/// Inode and time of a file.
fn identity(path: &Path) -> (u64, SystemTime) {
    use std::os::unix::fs::MetadataExt as _;
    let meta = fs::metadata(path).unwrap();
    (meta.ino(), meta.modified().unwrap())
}

/// Makes a file, or what it holds, look older than the manifest, as an honest one is.
fn age(path: &Path, seconds: u64) {
    let time = SystemTime::now() - Duration::from_secs(seconds);
    fs::File::options().write(true).open(path).unwrap().set_modified(time).unwrap();
}

const SITE: &[(&str, &str)] =
    &[("index.html", "region"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")];

/// The folder holds the output and nothing else: no stage, no lock.
fn assert_tidy(place: &Place) {
    let names =
        fs::read_dir(&place.root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let names: Vec<_> = names.filter(|name| ![".shelf", ".kept"].contains(&name.as_str())).collect();
    assert_eq!(names, ["public"]);
}

#[test]
fn a_first_build_makes_the_whole_folder() {
    for options in
        [PublishOptions::default(), in_place(), spare(), PublishOptions { sync: true, ..in_place() }]
    {
        let place = place();
        assert_eq!(build_with(&place.out, SITE, options).unwrap(), counts(4, 0, 0, 0));
        assert_eq!(files(&place.out), site(SITE));
        assert_tidy(&place);
    }
}

#[test]
fn missing_parents_are_made() {
    let place = place();
    let out = place.root.join("x/y/public/");
    build(&out, SITE).unwrap();
    assert_eq!(files(&out), site(SITE));
}

#[test]
fn the_counts_tell_what_happened_and_the_rest_is_gone() {
    for options in [
        PublishOptions::default(),
        in_place(),
        spare(),
        PublishOptions { sync: true, ..PublishOptions::default() },
    ] {
        let place = place();
        build(&place.out, SITE).unwrap();
        let next = &[("index.html", "region 2"), ("a/index.html", "A"), ("new/n", "N")];
        assert_eq!(build_with(&place.out, next, options).unwrap(), counts(1, 1, 2, 1));
        let wanted = BTreeMap::from([
            ("index.html".into(), b"region 2".to_vec()),
            ("a/".into(), vec![]),
            ("a/index.html".into(), b"A".to_vec()),
            ("new/".into(), vec![]),
            ("new/n".into(), b"N".to_vec()),
        ]);
        assert_eq!(tree(&place.out), wanted, "also no empty folder is left");
        assert_tidy(&place);
    }
}

#[test]
fn an_unchanged_file_keeps_its_time_and_inode() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        build(&place.out, SITE).unwrap();
        let before = identity(&place.out.join("a/b/c.css"));
        std::thread::sleep(Duration::from_millis(20));
        build_with(&place.out, &[("index.html", "other"), ("a/b/c.css", "x")], options).unwrap();
        assert_eq!(identity(&place.out.join("a/b/c.css")), before);
    }
}

#[test]
fn nothing_changed_means_nothing_touched() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        build(&place.out, SITE).unwrap();
        let paths = ["", MANIFEST, "index.html", "a", "a/index.html", "a/b"];
        let before = paths.map(|path| identity(&place.out.join(path)));
        std::thread::sleep(Duration::from_millis(20));
        assert_eq!(build_with(&place.out, SITE, options).unwrap(), counts(0, 0, 0, 4));
        assert_eq!(paths.map(|path| identity(&place.out.join(path))), before);
        assert_tidy(&place);
    }
}

#[test]
fn the_same_site_has_the_same_manifest_whatever_was_there_before() {
    let (one, other) = (place(), place());
    build(&one.out, SITE).unwrap();
    build(&other.out, &[("a", "file"), ("z", "gone")]).unwrap();
    let reversed: Vec<_> = SITE.iter().rev().copied().collect();
    build(&other.out, &reversed).unwrap();
    let manifest = |place: &Place| fs::read_to_string(place.out.join(MANIFEST)).unwrap();
    assert_eq!(manifest(&one), manifest(&other));
    assert!(manifest(&one).starts_with("fcsite-manifest 1\n"));
}

#[test]
fn a_file_edited_by_hand_is_restored() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        for (path, text) in
            [("index.html", "REGION"), ("index.html", "longer than before"), ("a/b/c.css", "")]
        {
            let place = place();
            build(&place.out, SITE).unwrap();
            std::thread::sleep(Duration::from_millis(20));
            fs::write(place.out.join(path), text).unwrap();
            assert_eq!(build_with(&place.out, SITE, options.clone()).unwrap(), counts(0, 1, 0, 3));
            assert_eq!(files(&place.out), site(SITE));
        }
        let place = place();
        build(&place.out, SITE).unwrap();
        fs::remove_file(place.out.join("d/e")).unwrap();
        assert_eq!(build_with(&place.out, SITE, options).unwrap(), counts(0, 1, 0, 3));
        assert_eq!(files(&place.out), site(SITE));
    }
}

#[test]
fn a_file_newer_than_the_manifest_is_read_and_an_older_one_is_trusted() {
    let place = place();
    build(&place.out, SITE).unwrap();
    fs::write(place.out.join("index.html"), "REGION").unwrap();
    age(&place.out.join("index.html"), 100);
    assert_eq!(
        build(&place.out, SITE).unwrap(),
        counts(0, 0, 0, 4),
        "same length and older: not looked into"
    );
}

#[test]
fn a_folder_that_becomes_a_file_and_back_is_published() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        let (folder, file) = (&[("a/b/c", "1"), ("x", "2")][..], &[("a", "3"), ("x/y/z", "4")][..]);
        build(&place.out, folder).unwrap();
        build_with(&place.out, file, options.clone()).unwrap();
        assert_eq!(files(&place.out), site(file));
        build_with(&place.out, folder, options).unwrap();
        assert_eq!(files(&place.out), site(folder));
    }
}

#[test]
fn kept_files_need_no_bytes() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        build(&place.out, SITE).unwrap();
        let stage = start(&place.out, options).unwrap();
        assert!(stage.keep("a/index.html", Fingerprint::of(b"A")).unwrap());
        assert!(!stage.keep("index.html", Fingerprint::of(b"other")).unwrap(), "other bytes");
        assert!(!stage.keep("none", Fingerprint::of(b"A")).unwrap(), "not there");
        fs::remove_file(place.out.join("d/e")).unwrap();
        assert!(!stage.keep("d/e", Fingerprint::of(b"E")).unwrap(), "no longer there");
        stage.put("index.html", b"other").unwrap();
        assert_eq!(stage.publish(Some(&|_| false)).unwrap(), counts(0, 1, 2, 1));
        assert_eq!(files(&place.out), site(&[("index.html", "other"), ("a/index.html", "A")]));
    }
}

#[test]
fn a_stage_that_is_dropped_leaves_no_trace() {
    let place = place();
    build(&place.out, SITE).unwrap();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    stage.put("other/x", b"y").unwrap();
    drop(stage);
    assert_eq!(files(&place.out), site(SITE));
    assert_tidy(&place);
}

#[test]
fn many_threads_put_at_once() {
    let place = place();
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let stage = &stage;
            scope.spawn(move || {
                for page in 0..200 {
                    stage.put(&format!("m{}/deep/p{page}/{thread}.html", page % 7), b"x").unwrap();
                }
            });
        }
    });
    assert_eq!(stage.publish(Some(&|_| false)).unwrap(), counts(1600, 0, 0, 0));
    assert_eq!(files(&place.out).len(), 1600);
}

#[test]
fn what_is_let_be_survives_every_build() {
    let same = &[("index.html", "2"), ("a/index.html", "A")];
    for options in [PublishOptions::default(), in_place(), spare()] {
        for first in [true, false] {
            let place = place();
            if !first {
                build(&place.out, SITE).unwrap();
            }
            fs::create_dir_all(place.out.join(".well-known/deep/empty")).unwrap();
            let others =
                [".gitignore", ".gitkeep", "CNAME", ".well-known/security.txt", ".well-known/deep/x"];
            for path in others {
                fs::write(place.out.join(path), path).unwrap();
            }
            std::os::unix::fs::symlink("x", place.out.join(".well-known/deep/link")).unwrap();
            let before = others.map(|path| identity(&place.out.join(path)));
            for files in [same, &[("index.html", "3"), ("x", "y")]] {
                build_with(&place.out, files, options.clone()).unwrap();
                assert_eq!(others.map(|path| identity(&place.out.join(path))), before);
                assert_eq!(fs::read_link(place.out.join(".well-known/deep/link")).unwrap(), Path::new("x"));
                assert!(place.out.join(".well-known/deep/empty").is_dir());
                assert_tidy(&place);
            }
        }
    }
}

#[test]
fn litter_of_file_managers_is_no_obstacle_and_stays() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        build(&place.out, SITE).unwrap();
        fs::write(place.out.join("a/.DS_Store"), "litter").unwrap();
        fs::write(place.out.join("Thumbs.db"), "litter").unwrap();
        let published = build_with(&place.out, &[("a/index.html", "2")], options).unwrap();
        assert_eq!(published, counts(0, 1, 3, 0));
        let left = site(&[("a/index.html", "2"), ("a/.DS_Store", "litter"), ("Thumbs.db", "litter")]);
        assert_eq!(files(&place.out), left);
    }
}

#[test]
fn a_build_of_some_folders_leaves_the_rest() {
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        build(&place.out, SITE).unwrap();
        let before = ["index.html", "d/e"].map(|path| identity(&place.out.join(path)));
        let options = PublishOptions { only: Some(vec!["a".into(), "new".into()]), ..options };
        let published =
            build_with(&place.out, &[("a/index.html", "A2"), ("new/x", "N")], options.clone()).unwrap();
        assert_eq!(published, counts(1, 1, 1, 0));
        let wanted = [("index.html", "region"), ("d/e", "E"), ("a/index.html", "A2"), ("new/x", "N")];
        assert_eq!(files(&place.out), site(&wanted));
        assert_eq!(["index.html", "d/e"].map(|path| identity(&place.out.join(path))), before);
        let stage = start(&place.out, options).unwrap();
        for path in ["index.html", "d/e", "ab/x"] {
            assert!(matches!(stage.put(path, b""), Err(PublishError::NotOwned(_))), "{path}");
        }
        drop(stage);
        assert_eq!(build(&place.out, &wanted).unwrap(), counts(0, 0, 0, 4), "the manifest knows all of it");
    }
}

#[test]
fn a_hand_edit_outside_the_folders_of_a_build_is_restored_by_the_next_whole_one() {
    let place = place();
    build(&place.out, SITE).unwrap();
    std::thread::sleep(Duration::from_millis(20));
    fs::write(place.out.join("index.html"), "REGION").unwrap();
    let options = PublishOptions { only: Some(vec!["a".into()]), ..PublishOptions::default() };
    build_with(&place.out, &[("a/index.html", "A2")], options).unwrap();
    assert_eq!(fs::read(place.out.join("index.html")).unwrap(), b"REGION", "not this build's");
    std::thread::sleep(Duration::from_millis(20));
    assert_eq!(build(&place.out, SITE).unwrap(), counts(1, 2, 0, 1));
    assert_eq!(files(&place.out), site(SITE));
}

#[test]
fn old_theme_assets_stay_for_one_build() {
    let retain = |path: &str| path.starts_with("assets/");
    for options in [PublishOptions::default(), in_place(), spare()] {
        let place = place();
        let build = |files: &[(&str, &str)]| {
            let stage = start(&place.out, options.clone()).unwrap();
            for (path, text) in files {
                stage.put(path, text.as_bytes()).unwrap();
            }
            stage.publish(Some(&retain)).unwrap()
        };
        let has = |path: &str| place.out.join(path).is_file();
        build(&[("assets/1.css", "1"), ("p", "1"), ("q", "")]);
        assert_eq!(build(&[("assets/2.css", "2"), ("p", "2")]), counts(1, 1, 1, 0));
        assert!(has("assets/1.css") && has("assets/2.css") && !has("q"));
        let manifest = identity(&place.out.join(MANIFEST));
        assert_eq!(build(&[("assets/2.css", "2"), ("p", "2")]), counts(0, 0, 0, 2), "the same build again");
        assert!(has("assets/1.css"));
        assert_eq!(identity(&place.out.join(MANIFEST)), manifest);
        assert_eq!(build(&[("assets/2.css", "2"), ("p", "3")]), counts(0, 1, 1, 1), "a real change");
        assert!(!has("assets/1.css") && has("assets/2.css"));
        build(&[("assets/3.css", "3"), ("p", "3")]);
        build(&[("assets/2.css", "2"), ("p", "3")]);
        assert!(
            has("assets/2.css") && has("assets/3.css"),
            "a retained one is put again, and its successor retained"
        );
        build(&[("assets/2.css", "2"), ("p", "4")]);
        assert!(has("assets/2.css") && !has("assets/3.css"));
    }
}

#[test]
fn a_spare_is_started_from_and_never_believed() {
    use std::os::unix::fs::MetadataExt as _;
    let place = place();
    let build = |number: &str, options: PublishOptions| {
        let site = [("index.html", number), ("a/index.html", "A"), ("a/b/c.css", "x"), (number, "only")];
        build_with(&place.out, &site, options).unwrap();
        assert_eq!(files(&place.out), self::site(&site), "{number}");
    };
    let hidden = || fs::read_dir(place.root.join(".shelf")).ok()?.next().map(|entry| entry.unwrap().path());
    build("1", spare());
    assert_tidy(&place);
    assert_eq!(hidden(), None, "nothing was replaced yet");
    build("2", spare());
    let spare_one = hidden().unwrap();
    assert!(spare_one.join(".fcsite-spare").exists() && spare_one.join("1").exists());
    assert!(spare_one.file_name().unwrap().to_str().unwrap().starts_with("spare-"));
    let inode = |path: PathBuf| fs::metadata(path).unwrap().ino();
    let folder = inode(spare_one.join("a/b"));
    build("3", spare());
    assert_eq!(inode(place.out.join("a/b")), folder, "the spare's folders came back");
    assert_eq!(hidden(), Some(spare_one.clone()), "one output has one spare");
    assert!(!spare_one.join("1").exists(), "it holds no older site than the last");
    // Whatever someone does to the spare, the site is right.
    fs::remove_file(spare_one.join("a/index.html")).unwrap();
    fs::write(spare_one.join("a/index.html"), "B").unwrap();
    fs::remove_file(spare_one.join("a/b/c.css")).unwrap();
    fs::remove_dir(spare_one.join("a/b")).unwrap();
    build("4", spare());
    // A build that comes to nothing leaves the spare when it wrote nothing, and removes it when it did.
    drop(start(&place.out, spare()).unwrap());
    assert!(hidden().is_some());
    build("5", in_place());
    build("6", spare());
    let stage = start(&place.out, spare()).unwrap();
    stage.put("index.html", b"x").unwrap();
    drop(stage);
    assert_eq!(hidden(), None);
    build("7", spare());
    build("8", spare());
    fs::rename(&place.out, place.root.join("away")).unwrap();
    build("9", spare());
    build("10", spare());
    assert!(hidden().unwrap().join("9").exists());
    fs::remove_dir_all(place.root.join("away")).unwrap();
    assert_tidy(&place);
}

#[test]
fn what_lies_in_a_spare_and_is_not_its_own_comes_to_no_site() {
    let links = |shelf: &Path| std::os::unix::fs::symlink("/etc/passwd", shelf.join("a/link")).unwrap();
    let files_of = |shelf: &Path| {
        for path in ["a/mine", "CNAME", ".well-known/evil.html"] {
            fs::create_dir_all(shelf.join(path).parent().unwrap()).unwrap();
            fs::write(shelf.join(path), "mine").unwrap();
        }
    };
    let folder = |shelf: &Path| fs::create_dir(shelf.join("evil")).unwrap();
    let ways: [&dyn Fn(&Path); 3] = [&links, &files_of, &folder];
    for bring in ways {
        let place = place();
        build_with(&place.out, SITE, spare()).unwrap();
        build_with(&place.out, &SITE[1..], spare()).unwrap();
        // It lies where a repository may bring files, and its name can be known.
        let shelf = || fs::read_dir(place.root.join(".shelf")).unwrap().next().unwrap().unwrap().path();
        bring(&shelf());
        let next = &[("a/new", "N"), ("d/e", "E")];
        build_with(&place.out, next, spare()).unwrap();
        assert_eq!(files(&place.out), site(next));
        // The next spare is whole again.
        assert!(!shelf().join("evil").exists() && !shelf().join("CNAME").exists());
        build_with(&place.out, SITE, spare()).unwrap();
        assert_eq!(files(&place.out), site(SITE));
    }
}

#[test]
fn other_bytes_that_came_from_elsewhere_are_not_kept_whatever_their_fingerprint_says() {
    let place = place();
    build(&place.out, SITE).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(30));
    // The same bytes with a new time: nothing is proven by a fingerprint, so the page is asked for.
    fs::write(place.out.join("a/index.html"), "A").unwrap();
    let stage = start(&place.out, spare()).unwrap();
    assert!(!stage.keep("a/index.html", Fingerprint::of(b"A")).unwrap());
    stage.put("a/index.html", b"A").unwrap();
    drop(stage);
    assert_eq!(build(&place.out, SITE).unwrap(), counts(0, 0, 0, SITE.len()));
}

#[test]
fn a_list_of_others_retains_nothing() {
    let place = place();
    let retain = |path: &str| path.starts_with("assets/");
    let publish = |files: &[(&str, &str)]| {
        let stage = start(&place.out, spare()).unwrap();
        files.iter().for_each(|(path, text)| stage.put(path, text.as_bytes()).unwrap());
        stage.publish(Some(&retain)).unwrap()
    };
    publish(&[("assets/x.svg", "<svg/>"), ("p", "1")]);
    publish(&[("p", "2")]);
    assert!(place.out.join("assets/x.svg").exists(), "for the pages of the build before");
    // As a clone of it: the list is there, and nothing on this computer says that it is ours.
    let stage = open(&place.out, &[], PublishOptions::default()).unwrap();
    stage.put("p", b"2").unwrap();
    stage.publish(Some(&retain)).unwrap();
    assert_eq!(files(&place.out), site(&[("p", "2")]));
}

#[test]
fn a_shelf_that_cannot_be_used_is_no_spare_and_no_harm() {
    let place = place();
    fs::write(place.root.join("file"), "").unwrap();
    for shelf in ["file", "file/below"] {
        for number in ["1", "2", "3"] {
            let options = PublishOptions { spare: Some(shelf.into()), ..PublishOptions::default() };
            build_with(&place.out, &[("a", number), ("b/c", "x")], options).unwrap();
            assert_eq!(files(&place.out), site(&[("a", number), ("b/c", "x")]));
        }
    }
    fs::remove_file(place.root.join("file")).unwrap();
    assert_tidy(&place);
}

#[test]
fn the_output_keeps_its_rights() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = place();
    build(&place.out, SITE).unwrap();
    fs::set_permissions(&place.out, fs::Permissions::from_mode(0o2775)).unwrap();
    build(&place.out, &[("index.html", "2")]).unwrap();
    assert_eq!(fs::metadata(&place.out).unwrap().permissions().mode() & 0o7777, 0o2775);
}
