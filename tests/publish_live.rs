//! Publishing again and again from one process: what an edit writes, keeps, removes and notices.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use fcsite::base::Fingerprint;
use fcsite::host::hidden::Hidden;
use fcsite::host::publish::{MANIFEST, PublishError, PublishOptions, Published, SiteOutput, open};
use tempfile::TempDir;

const JOURNAL: &str = ".fcsite-journal";

type Tree = BTreeMap<String, String>;

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

/// All files below a folder, without fcsite's own.
fn files(folder: &Path) -> Tree {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    entries
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            let is_link = entry.file_type().is_symlink();
            let target = || fs::read_link(entry.path()).unwrap().to_str().unwrap().to_owned();
            (path, if is_link { target() } else { fs::read_to_string(entry.path()).unwrap() })
        })
        .filter(|(path, _)| path != MANIFEST && path != JOURNAL)
        .collect()
}

fn site(files: &[(&str, &str)]) -> Tree {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

fn live(out: &Path) -> SiteOutput {
    SiteOutput::open(out, &[], PublishOptions { in_place: true, ..whole(out) }).unwrap()
}

/// How a build that is no watch publishes.
fn whole(out: &Path) -> PublishOptions {
    PublishOptions { hidden: Some(hidden(out)), ..PublishOptions::default() }
}

/// Where it is kept which lists are ours.
fn hidden(out: &Path) -> Hidden {
    let folder = out.with_file_name(".kept");
    fs::create_dir_all(&folder).unwrap();
    Hidden::of(&folder)
}

fn edit(live: &mut SiteOutput, files: &[(&str, &str)]) -> Result<Published, PublishError> {
    let edit = live.begin()?;
    for (path, text) in files {
        edit.put(path, text.as_bytes())?;
    }
    edit.publish(None)
}

/// A whole build that is no watch.
fn build(out: &Path, files: &[(&str, &str)]) -> Published {
    let stage = open(out, &[], whole(out)).unwrap();
    files.iter().for_each(|(path, text)| stage.put(path, text.as_bytes()).unwrap());
    stage.publish(Some(&|_| false)).unwrap()
}

fn manifest(out: &Path) -> String {
    fs::read_to_string(out.join(MANIFEST)).unwrap()
}

/// The manifest that a whole build of the same site into a new folder has.
fn manifest_of(files: &[(&str, &str)]) -> String {
    let place = place();
    build(&place.out, files);
    manifest(&place.out)
}

fn counts(new: usize, changed: usize, removed: usize, unchanged: usize) -> Published {
    Published { new, changed, removed, unchanged, ..Published::default() }
}

fn identity(path: &Path) -> (u64, SystemTime) {
    use std::os::unix::fs::MetadataExt as _;
    let meta = fs::metadata(path).unwrap();
    (meta.ino(), meta.modified().unwrap())
}

/// Lets the clock of the file system tick.
fn tick() {
    std::thread::sleep(Duration::from_millis(20));
}

/// Lets go of a watch as a kill does: nothing of it is dropped, and its lock is nobody's.
fn kill(place: &Place, live: SiteOutput) {
    std::mem::forget(live);
    fs::remove_file(place.root.join(".public.fcsite-lock")).unwrap();
}

fn assert_tidy(place: &Place) {
    let names = fs::read_dir(&place.root).unwrap().map(|entry| entry.unwrap().file_name());
    assert_eq!(names.filter(|name| name != ".kept").collect::<Vec<_>>(), ["public"]);
}

const SITE: &[(&str, &str)] =
    &[("index.html", "region"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")];

#[test]
fn edits_follow_each_other_and_leave_what_a_whole_build_leaves() {
    let place = place();
    let mut live = live(&place.out);
    let folder = |out: &Path| identity(out).0;
    assert_eq!(edit(&mut live, SITE).unwrap(), counts(4, 0, 0, 0));
    let made = folder(&place.out);
    let next = &[("index.html", "2"), ("a/index.html", "A"), ("d", "a file now"), ("n/n", "N")];
    assert_eq!(edit(&mut live, next).unwrap(), counts(2, 1, 2, 1));
    assert_eq!(files(&place.out), site(next));
    assert!(!place.out.join("a/b").exists(), "no empty folder is left");
    assert_eq!(edit(&mut live, SITE).unwrap(), counts(2, 1, 2, 1));
    assert_eq!(files(&place.out), site(SITE));
    assert!(place.out.join(JOURNAL).exists(), "the list was written whole at an edit");
    assert_eq!(folder(&place.out), made, "the folder was exchanged");
    drop(live);
    assert_eq!(manifest(&place.out), manifest_of(SITE));
    assert!(!place.out.join(JOURNAL).exists());
    assert_eq!(build(&place.out, SITE), counts(0, 0, 0, 4));
    assert_tidy(&place);
}

#[test]
fn an_unchanged_file_is_not_touched_and_an_unchanged_site_not_at_all() {
    let place = place();
    build(&place.out, SITE);
    let mut live = live(&place.out);
    let paths = ["", MANIFEST, "index.html", "a", "a/index.html", "a/b"];
    let before = paths.map(|path| identity(&place.out.join(path)));
    tick();
    assert_eq!(edit(&mut live, SITE).unwrap(), counts(0, 0, 0, 4));
    assert_eq!(edit(&mut live, SITE).unwrap(), counts(0, 0, 0, 4));
    assert_eq!(paths.map(|path| identity(&place.out.join(path))), before);
    edit(&mut live, &[("index.html", "2"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")]).unwrap();
    assert_eq!(identity(&place.out.join("a/index.html")), before[4]);
}

#[test]
fn a_folder_is_kept_as_a_whole_once_it_is_known() {
    let place = place();
    build(&place.out, SITE);
    let mut live = live(&place.out);
    let first = live.begin().unwrap();
    assert!(!first.keep_folder("a", first.print("a")).unwrap(), "nothing was looked at yet");
    for (path, text) in SITE {
        assert!(first.keep(path, Fingerprint::of(text.as_bytes())).unwrap());
    }
    assert_eq!(first.publish(None).unwrap(), counts(0, 0, 0, 4));
    let second = live.begin().unwrap();
    assert!(second.keep_folder("a", second.print("a")).unwrap());
    assert!(!second.keep_folder("none", second.print("none")).unwrap());
    assert!(matches!(second.put("a/index.html", b"2"), Err(PublishError::Twice(_))));
    assert!(matches!(second.put("a", b"2"), Err(PublishError::Twice(_))));
    assert!(second.keep("d/e", Fingerprint::of(b"E")).unwrap());
    assert!(second.keep("d/e", Fingerprint::of(b"E")).unwrap(), "what is kept once more is kept");
    for twice in [second.put("d/e", b"E"), second.put("d/e", b"2")] {
        assert!(matches!(twice, Err(PublishError::Twice(path)) if path == "d/e"));
    }
    second.put("d/x", b"X").unwrap();
    assert!(!second.keep_folder("d", second.print("d")).unwrap(), "something was put into it");
    assert_eq!(second.publish(None).unwrap(), counts(1, 0, 1, 3));
    let left = [("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E"), ("d/x", "X")];
    assert_eq!(files(&place.out), site(&left));
    for (kept, put) in [("d/e", "d/e/f"), ("d/e", "d"), ("d/e", "d/e")] {
        let clash = live.begin().unwrap();
        if kept == put {
            clash.put(put, b"2").unwrap();
        }
        assert!(clash.keep(kept, Fingerprint::of(b"E")).unwrap());
        if kept != put {
            clash.put(put, b"2").unwrap();
        }
        let error = clash.publish(None).unwrap_err();
        assert!(matches!(error, PublishError::FileAndFolder(_) | PublishError::Twice(_)), "{put}: {error}");
        assert_eq!(files(&place.out), site(&left));
    }
}

#[test]
fn an_edit_that_is_dropped_leaves_no_trace() {
    let place = place();
    let mut live = live(&place.out);
    drop(live.begin().unwrap());
    live.begin().unwrap().put("x", b"y").unwrap();
    assert!(!place.out.exists());
    edit(&mut live, SITE).unwrap();
    let names = || {
        let mut names: Vec<_> =
            fs::read_dir(&place.root).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    live.begin().unwrap().put("other/x", b"y").unwrap();
    assert_eq!((files(&place.out), names()), (site(SITE), before));
    let edit = live.begin().unwrap();
    assert!(edit.keep_folder("a", edit.print("a")).unwrap(), "and what is known stays known");
}

#[test]
fn the_lock_is_held_until_the_end() {
    let place = place();
    let mut live = live(&place.out);
    edit(&mut live, SITE).unwrap();
    assert!(matches!(open(&place.out, &[], whole(&place.out)), Err(PublishError::Busy(_))));
    fs::remove_file(place.root.join(".public.fcsite-lock")).unwrap();
    let other = open(&place.out, &[], whole(&place.out)).unwrap();
    assert!(matches!(live.begin(), Err(PublishError::Busy(_))), "another has it by now");
    drop(other);
    assert_eq!(edit(&mut live, SITE).unwrap(), counts(0, 0, 0, 4));
    drop(live);
    build(&place.out, SITE);
}

#[test]
fn a_killed_watch_is_mended_by_whoever_comes_next() {
    for whole in [true, false] {
        let place = place();
        let mut live_one = live(&place.out);
        edit(&mut live_one, SITE).unwrap();
        edit(&mut live_one, &[("index.html", "2"), ("a/index.html", "A"), ("new/n", "N")]).unwrap();
        // An edit was under way.
        let begun = live_one.begin().unwrap();
        begun.put("x/y", b"z").unwrap();
        std::mem::forget(begun);
        kill(&place, live_one);
        let mut journal = fs::read(place.out.join(JOURNAL)).unwrap();
        journal.extend(b"torn");
        fs::write(place.out.join(JOURNAL), journal).unwrap();
        let wanted = &[("index.html", "2"), ("a/index.html", "A2")];
        let published =
            if whole { build(&place.out, wanted) } else { edit(&mut live(&place.out), wanted).unwrap() };
        assert_eq!(published, counts(0, 1, 1, 1));
        assert_eq!(files(&place.out), site(wanted));
        assert_eq!(manifest(&place.out), manifest_of(wanted));
        assert!(!place.out.join(JOURNAL).exists());
        assert_tidy(&place);
    }
}

#[test]
fn an_edit_by_hand_that_the_watch_did_not_see_is_mended_by_the_next_process() {
    for killed in [true, false] {
        let place = place();
        let mut one = live(&place.out);
        edit(&mut one, SITE).unwrap();
        tick();
        fs::write(place.out.join("a/index.html"), "B").unwrap();
        tick();
        let next = &[("index.html", "2"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")];
        edit(&mut one, next).unwrap();
        assert_eq!(files(&place.out)["a/index.html"], "B", "a cheap look does not see it");
        if killed {
            kill(&place, one)
        } else {
            drop(one)
        }
        tick();
        assert_eq!(build(&place.out, next), counts(0, 1, 0, 3));
        assert_eq!(files(&place.out), site(next));
    }
}

#[test]
fn an_output_that_is_removed_or_emptied_is_made_anew() {
    type Deed = fn(&Path);
    let all: Deed = |out| fs::remove_dir_all(out).unwrap();
    let inside: Deed = |out| {
        fs::remove_dir_all(out).unwrap();
        fs::create_dir(out).unwrap();
    };
    let but_hidden: Deed = |out| {
        ["a", "d"].iter().for_each(|name| fs::remove_dir_all(out.join(name)).unwrap());
        fs::remove_file(out.join("index.html")).unwrap();
    };
    let one_folder: Deed = |out| fs::remove_dir_all(out.join("a")).unwrap();
    let the_list: Deed = |out| {
        fs::remove_file(out.join(MANIFEST)).unwrap();
        let _ = fs::remove_file(out.join(JOURNAL));
    };
    for (number, deed) in [all, inside, but_hidden, one_folder, the_list].into_iter().enumerate() {
        for edits in 1..3 {
            let place = place();
            let mut live = live(&place.out);
            edit(&mut live, &SITE[..3]).unwrap();
            (1..edits).for_each(|_| drop(edit(&mut live, SITE).unwrap()));
            edit(&mut live, SITE).unwrap();
            tick();
            deed(&place.out);
            assert!(
                !{
                    let edit = live.begin().unwrap();
                    edit.keep_folder("d", edit.print("d"))
                }
                .unwrap(),
                "{number}: it was not noticed"
            );
            edit(&mut live, SITE).unwrap();
            assert_eq!(files(&place.out), site(SITE), "{number}");
            let again = live.begin().unwrap();
            assert!(again.keep_folder("d", again.print("d")).unwrap(), "{number}: it is not trusted again");
            drop(again);
            drop(live);
            assert_eq!(manifest(&place.out), manifest_of(SITE), "{number}");
            assert_tidy(&place);
        }
    }
}

#[test]
fn what_others_save_into_the_output_is_never_removed() {
    let place = place();
    let mut live = live(&place.out);
    edit(&mut live, SITE).unwrap();
    for path in ["CNAME", "a/.DS_Store", "a/mine"] {
        fs::write(place.out.join(path), "mine").unwrap();
    }
    fs::create_dir(place.out.join(".well-known")).unwrap();
    edit(&mut live, &[("index.html", "2")]).unwrap();
    let left = [("CNAME", "mine"), ("a/.DS_Store", "mine"), ("a/mine", "mine"), ("index.html", "2")];
    assert_eq!(files(&place.out), site(&left));
    assert!(place.out.join(".well-known").is_dir());
    // Nor is it replaced.
    let error = edit(&mut live, &[("index.html", "3"), ("a/mine", "ours")]).unwrap_err();
    assert!(matches!(error, PublishError::Foreign { files, .. } if files == ["a/mine"]));
    assert_eq!(files(&place.out), site(&left));
    // At the top of the output it is noticed at once, and refused until it is moved away.
    tick();
    fs::write(place.out.join("top"), "mine").unwrap();
    assert!(matches!(live.begin(), Err(PublishError::Foreign { .. })));
    fs::remove_file(place.out.join("top")).unwrap();
    fs::remove_file(place.out.join("a/mine")).unwrap();
    edit(&mut live, SITE).unwrap();
    drop(live);
    assert_eq!(build(&place.out, SITE), counts(0, 0, 0, 4));
}

#[test]
fn an_output_that_became_something_else_is_refused() {
    let place = place();
    let mut live = live(&place.out);
    edit(&mut live, SITE).unwrap();
    let away = place.root.join("away");
    fs::rename(&place.out, &away).unwrap();
    std::os::unix::fs::symlink(&away, &place.out).unwrap();
    assert!(matches!(live.begin(), Err(PublishError::Link { .. })));
    fs::remove_file(&place.out).unwrap();
    fs::create_dir(&place.out).unwrap();
    fs::write(place.out.join("index.html"), "mine").unwrap();
    assert!(matches!(live.begin(), Err(PublishError::Foreign { .. })));
    assert_eq!((files(&place.out), files(&away)), (site(&[("index.html", "mine")]), site(SITE)));
}

#[test]
fn an_edit_that_cannot_come_to_its_place_changes_nothing_at_all() {
    for shape in ["link", "file", "full folder", "empty folder"] {
        let place = place();
        let out = &place.out;
        let before = [("a.html", "1"), ("m/n/x.html", "1"), ("z.html", "1")];
        let mut live = live(out);
        edit(&mut live, &before).unwrap();
        let (folder, file) = (out.join("m/n"), out.join("m/n/x.html"));
        fs::remove_file(&file).unwrap();
        match shape {
            "link" => {
                fs::remove_dir(&folder).unwrap();
                fs::create_dir(place.root.join("elsewhere")).unwrap();
                std::os::unix::fs::symlink(place.root.join("elsewhere"), &folder).unwrap();
            }
            "file" => {
                fs::remove_dir(&folder).unwrap();
                fs::write(&folder, "mine").unwrap();
            }
            _ => fs::create_dir(&file).unwrap(),
        }
        if shape == "full folder" {
            fs::write(file.join("mine"), "mine").unwrap();
        }
        let (kept, list) = (files(out), manifest(out));
        let refused = edit(&mut live, &[("a.html", "2"), ("m/n/x.html", "2"), ("z.html", "2")]);
        assert!(matches!(refused, Err(PublishError::InTheWay(_))), "{shape}: {refused:?}");
        assert_eq!((files(out), manifest(out)), (kept, list), "{shape}");
    }
}

#[test]
fn a_folder_that_ours_leave_becomes_a_file_of_ours() {
    let place = place();
    let mut live = live(&place.out);
    edit(&mut live, &[("n/x/1", "1"), ("n/x/y/2", "1")]).unwrap();
    edit(&mut live, &[("n/x", "2")]).unwrap();
    assert_eq!(files(&place.out), site(&[("n/x", "2")]));
    edit(&mut live, &[("n/x/1", "3")]).unwrap();
    assert_eq!(files(&place.out), site(&[("n/x/1", "3")]));
}

#[test]
fn an_edit_of_some_folders_leaves_the_rest() {
    let place = place();
    build(&place.out, SITE);
    let before = ["index.html", "d/e"].map(|path| identity(&place.out.join(path)));
    let hidden = Some(hidden(&place.out));
    let options =
        PublishOptions { in_place: true, only: Some(vec!["a".into()]), hidden, ..PublishOptions::default() };
    let mut live = SiteOutput::open(&place.out, &[], options).unwrap();
    assert_eq!(edit(&mut live, &[("a/index.html", "A2")]).unwrap(), counts(0, 1, 1, 0));
    assert_eq!(edit(&mut live, &[("a/x", "X")]).unwrap(), counts(1, 0, 1, 0));
    let wanted = [("index.html", "region"), ("d/e", "E"), ("a/x", "X")];
    assert_eq!(files(&place.out), site(&wanted));
    assert_eq!(["index.html", "d/e"].map(|path| identity(&place.out.join(path))), before);
    assert!(matches!(live.begin().unwrap().put("d/e", b""), Err(PublishError::NotOwned(_))));
    assert!(matches!(
        {
            let edit = live.begin().unwrap();
            edit.keep_folder("d", edit.print("d"))
        },
        Err(PublishError::NotOwned(_))
    ));
    drop(live);
    assert_eq!(build(&place.out, &wanted), counts(0, 0, 0, 3));
}

#[test]
fn what_whole_builds_retained_goes_at_the_first_edit() {
    for put_again in [true, false] {
        let place = place();
        let retain = |path: &str| path.starts_with("assets/");
        for files in [[("assets/1.css", "1"), ("p", "1")], [("assets/2.css", "2"), ("p", "2")]] {
            let stage = open(&place.out, &[], whole(&place.out)).unwrap();
            files.iter().for_each(|(path, text)| stage.put(path, text.as_bytes()).unwrap());
            stage.publish(Some(&retain)).unwrap();
        }
        assert!(place.out.join("assets/1.css").exists());
        let mut wanted = vec![("assets/2.css", "2"), ("p", "2")];
        if put_again {
            wanted.push(("assets/1.css", "1"));
        }
        let removed = usize::from(!put_again);
        let mut live = live(&place.out);
        assert_eq!(edit(&mut live, &wanted).unwrap(), counts(0, 0, removed, wanted.len()));
        assert_eq!(files(&place.out), site(&wanted));
        drop(live);
        assert_eq!(manifest(&place.out), manifest_of(&wanted));
    }
}

#[test]
fn what_a_watch_removes_is_removed_from_the_spare_too() {
    let place = place();
    let shelf = place.root.join("shelf");
    let whole = |files: &[(&str, &str)]| {
        let options = PublishOptions { spare: Some(shelf.clone()), ..PublishOptions::default() };
        let stage = open(&place.out, &[], options).unwrap();
        files.iter().for_each(|(path, text)| stage.put(path, text.as_bytes()).unwrap());
        stage.publish(Some(&|_| false)).unwrap();
    };
    whole(SITE);
    whole(&[("index.html", "2"), ("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E")]);
    let kept: Vec<String> = files(&shelf).into_keys().collect();
    assert!(kept.iter().any(|path| path.ends_with("/a/index.html")), "{kept:?}");
    let options = PublishOptions { in_place: true, spare: Some(shelf.clone()), ..PublishOptions::default() };
    let mut live = SiteOutput::open(&place.out, &[], options).unwrap();
    let next = &[("index.html", "3"), ("a/b/c.css", "x"), ("d/e", "E2")];
    edit(&mut live, next).unwrap();
    drop(live);
    let kept: Vec<String> = files(&shelf).into_keys().filter(|path| !path.contains(".fcsite-")).collect();
    assert!(kept.iter().all(|path| path.ends_with("/a/b/c.css")) && kept.len() == 1, "{kept:?}");
    whole(SITE);
    assert_eq!(files(&place.out), site(SITE));
}

#[test]
fn many_threads_put_and_keep_at_once_and_a_long_journal_is_folded() {
    let place = place();
    let mut live = live(&place.out);
    for round in 0..4 {
        let edit = live.begin().unwrap();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let edit = &edit;
                scope.spawn(move || {
                    for page in 0..150 {
                        let path = format!("m{}/p{page}/{thread}.html", page % 7);
                        let text = if page % 2 == 0 { "still".to_owned() } else { round.to_string() };
                        if !edit.keep(&path, Fingerprint::of(text.as_bytes())).unwrap() {
                            edit.put(&path, text.as_bytes()).unwrap();
                        }
                    }
                });
            }
        });
        let published = edit.publish(None).unwrap();
        assert_eq!(published, if round == 0 { counts(1200, 0, 0, 0) } else { counts(0, 600, 0, 600) });
    }
    assert_eq!(files(&place.out).len(), 1200);
    let names = (0..6000).map(|number| format!("n{number}")).collect::<Vec<_>>();
    let many: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    edit(&mut live, &many).unwrap();
    assert!(!place.out.join(JOURNAL).exists(), "it grew too long");
    drop(live);
    assert_eq!(manifest(&place.out), manifest_of(&many));
}

#[test]
fn a_watch_of_some_folders_believes_nothing_of_the_others_and_the_next_build_mends_them() {
    let place = place();
    let out = &place.out;
    build(out, &[("a/index.html", "one"), ("b/index.html", "two")]);
    // The output comes from elsewhere: no list of it is ours here, and a page of another folder was written over.
    fs::remove_dir_all(out.with_file_name(".kept")).unwrap();
    fs::write(out.join("b/index.html"), "bad").unwrap();
    let only = Some(vec!["a".to_string()]);
    let mut live = SiteOutput::open(
        out,
        &[],
        PublishOptions { in_place: true, only, hidden: Some(hidden(out)), ..PublishOptions::default() },
    )
    .unwrap();
    edit(&mut live, &[("a/index.html", "one")]).unwrap();
    edit(&mut live, &[("a/index.html", "new")]).unwrap();
    drop(live);
    build(out, &[("a/index.html", "new"), ("b/index.html", "two")]);
    assert_eq!(files(out), site(&[("a/index.html", "new"), ("b/index.html", "two")]));
}
