//! Publishing when things go wrong: killed builds, full disks, two builds at once, disks that cannot exchange folders.
//!
//! Some tests run this very program again, as the build to be killed or on a disk made for it: see [`child`].
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a failed test says so by a panic"
)]

#[path = "publishing/generations.rs"]
mod generations;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use fcsite::host::publish::{MANIFEST, PublishError, PublishOptions, open};
use tempfile::TempDir;

use generations::{PLACE, build, child, current, files, generation, given, number_of};

const SHELF: &str = "FCSITE_TEST_SHELF";

fn child_with(test: &str, options: &PublishOptions) -> Command {
    let mut command = child(test);
    if let Some(shelf) = &options.spare {
        command.env(SHELF, shelf);
    }
    command
}

fn in_place(in_place: bool) -> PublishOptions {
    PublishOptions { in_place, ..PublishOptions::default() }
}

/// Builds one generation after the other until it is killed.
fn build_for_ever(out: &Path, options: &PublishOptions) -> ! {
    loop {
        build(out, &generation(current(out) + 1), options.clone()).unwrap();
    }
}

/// Kills a child of this test after a while of up to this many milliseconds.
fn kill_once(mut child: Command, root: &Path, millis: u64) {
    let mut victim = child.env(PLACE, root).spawn().unwrap();
    std::thread::sleep(Duration::from_micros(millis * 1000));
    assert!(victim.try_wait().unwrap().is_none(), "the child ended by itself");
    victim.kill().unwrap();
    victim.wait().unwrap();
}

/// Numbers that look random and are the same at every run.
fn noise(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// Reads pages over and over: never torn, never missing, and never of two generations at once.
fn read_on(out: &Path, stop: &AtomicBool, reads: &AtomicU64) {
    let mut seed = 7;
    while !stop.load(Ordering::Relaxed) {
        let before = current(out);
        let n = noise(&mut seed) % 30;
        assert!(out.join("CNAME").exists(), "what is let be was missing");
        let page = fs::read(out.join(format!("m{}/p{n}/index.html", n % 3))).expect("a page was missing");
        let page = number_of(&page);
        let after = current(out);
        assert!(before > 0 && before <= page && page <= after, "{before} {page} {after}");
        reads.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(Duration::from_micros(200));
    }
}

#[test]
fn a_killed_build_leaves_the_old_site_or_the_new_one() {
    kill_often("a_killed_build_leaves_the_old_site_or_the_new_one", &PublishOptions::default());
}

#[test]
fn a_killed_build_that_starts_from_a_spare_leaves_the_old_site_or_the_new_one() {
    let shelf = TempDir::new().unwrap();
    let shelf = std::env::var_os(SHELF).map_or(shelf.path().to_owned(), PathBuf::from);
    let options = PublishOptions { spare: Some(shelf), ..PublishOptions::default() };
    kill_often("a_killed_build_that_starts_from_a_spare_leaves_the_old_site_or_the_new_one", &options);
}

fn kill_often(name: &str, options: &PublishOptions) {
    if let Some(root) = given() {
        build_for_ever(&root.join("public"), options);
    }
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    build(&out, &generation(1), PublishOptions::default()).unwrap();
    fs::write(out.join("CNAME"), "familj.example").unwrap();
    let (stop, reads) = (AtomicBool::new(false), AtomicU64::new(0));
    let mut seed = 1;
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_on(&out, &stop, &reads));
        for round in 0..60 {
            kill_once(child_with(name, options), dir.path(), 10 + noise(&mut seed) % 150);
            let mut site = files(&out);
            assert!(site.remove("CNAME").is_some(), "what is let be was lost");
            let number = number_of(&site["index.html"]);
            assert!(site == generation(number), "round {round}: a mixture");
            if reader.is_finished() {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
        reader.join().unwrap();
    });
    let last = current(&out);
    assert!(last > 3 && reads.load(Ordering::Relaxed) > 100, "{last} generations, {reads:?} reads");
    build(&out, &generation(last + 1), options.clone()).unwrap();
    fs::remove_file(out.join("CNAME")).unwrap();
    assert!(files(dir.path()).keys().all(|path| path.starts_with("public/")), "something was left beside");
    assert_eq!(files(&out), generation(last + 1));
}

#[test]
fn a_build_killed_in_place_is_mended_by_the_next() {
    const NAME: &str = "a_build_killed_in_place_is_mended_by_the_next";
    if let Some(root) = given() {
        build_for_ever(&root.join("public"), &in_place(true));
    }
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    build(&out, &generation(1), in_place(true)).unwrap();
    let mut seed = 2;
    let mut mixed = 0;
    for round in 0..60 {
        kill_once(child(NAME), dir.path(), 10 + noise(&mut seed) % 150);
        let numbers: Vec<u64> = files(&out)
            .into_iter()
            .filter(|(path, _)| !path.contains("still") && !path.starts_with(".fcsite-"))
            .map(|(_, page)| number_of(&page))
            .collect();
        mixed += usize::from(numbers.iter().any(|number| *number != numbers[0]));
        drop(open(&out, &[], in_place(round % 2 == 0)).unwrap());
        let site = files(&out);
        assert!(site == generation(number_of(&site["index.html"])), "round {round}: not mended");
        assert!(
            files(dir.path()).keys().all(|path| path.starts_with("public/")),
            "something was left beside"
        );
    }
    assert!(mixed > 0, "no kill came in between, so nothing was tried");
}

/// A manifest that no longer lists a file that is still there would leave it for ever, and have it taken for someone else's.
#[test]
fn in_place_the_manifest_comes_last() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("public");
    let many = (0..3000).map(|n| (format!("old/{n}"), vec![1])).collect();
    let few = BTreeMap::from([("new".to_owned(), vec![1])]);
    build(&out, &many, in_place(true)).unwrap();
    let looks = std::thread::scope(|scope| {
        let look = scope.spawn(|| {
            for looks in 1.. {
                let manifest = fs::read_to_string(out.join(MANIFEST)).unwrap();
                if !manifest.contains(" old/") {
                    assert!(
                        manifest.contains(" new") && !out.join("old").exists(),
                        "the manifest came too early"
                    );
                    return looks;
                }
            }
            0
        });
        build(&out, &few, in_place(true)).unwrap();
        look.join().unwrap()
    });
    assert!(looks > 1, "nobody looked");
}

/// Whoever comes first makes a folder where the spare has a file, or takes out a folder where a file comes.
#[test]
fn many_threads_make_room_in_a_spare_where_files_and_folders_change_places() {
    let dir = TempDir::new().unwrap();
    let root = dir.path().canonicalize().unwrap();
    let (out, shelf) = (root.join("public"), root.join("shelf"));
    let page = |n: u64, deep: bool| {
        let folder = format!("m{}/s{}", n % 2, n % 20);
        if deep { format!("{folder}/x{}/y/{n}", n % 3) } else { folder }
    };
    for round in 0..30_u64 {
        // Each second name is a folder of many files now, and a file then.
        let deep = |n: u64| (n % 20 + round).is_multiple_of(2);
        let site: BTreeMap<String, Vec<u8>> =
            (0..200).map(|n| (page(n, deep(n)), (round / 3).to_string().into_bytes())).collect();
        let stage =
            open(&out, &[], PublishOptions { spare: Some(shelf.clone()), ..PublishOptions::default() })
                .unwrap();
        let files: Vec<_> = site.iter().collect();
        std::thread::scope(|scope| {
            for thread in 0..4 {
                let (stage, files) = (&stage, &files);
                scope.spawn(move || {
                    let own = files.iter().skip(thread).step_by(4);
                    own.for_each(|(path, bytes)| stage.put(path, bytes).unwrap());
                });
            }
        });
        stage.publish(Some(&|_| false)).unwrap();
        assert!(self::files(&out) == site, "round {round}");
    }
}

#[test]
fn of_two_builds_at_once_the_second_is_told_so() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().join("public");
    let first = open(&out, &[], PublishOptions::default()).unwrap();
    let again = dir.path().join("x/../public");
    fs::create_dir(dir.path().join("x")).unwrap();
    for other in [&out, &again] {
        assert!(matches!(open(other, &[], PublishOptions::default()), Err(PublishError::Busy(_))));
    }
    first.put("index.html", b"1").unwrap();
    first.publish(Some(&|_| false)).unwrap();
    build(&out, &generation(1), PublishOptions::default()).unwrap();
}

#[test]
fn many_builds_at_once_come_one_after_the_other() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    let done = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for thread in 0..4 {
            let (out, done) = (&out, &done);
            scope.spawn(move || {
                for round in 0..10 {
                    loop {
                        match build(out, &generation(thread * 1000 + round), in_place(round % 2 == 0)) {
                            Ok(_) => break,
                            Err(PublishError::Busy(_)) => std::thread::yield_now(),
                            Err(error) => panic!("{error}"),
                        }
                    }
                    done.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(done.into_inner(), 40);
    let site = files(&out);
    assert_eq!(site, generation(number_of(&site["index.html"])));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

/// Someone saves files into the output all the time. Builds refuse, or go through; nothing is ever lost.
#[test]
fn files_saved_into_the_output_during_builds_are_never_lost() {
    let dir = TempDir::new().unwrap();
    let root = dir.path().canonicalize().unwrap();
    let (out, saved) = (root.join("public"), root.join("saved"));
    fs::create_dir(&saved).unwrap();
    build(&out, &generation(1), PublishOptions::default()).unwrap();
    let stop = AtomicBool::new(false);
    let (mut through, mut found) = (0, 0);
    let written = std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let mut written = 0;
            while !stop.load(Ordering::Relaxed) {
                let path = out.join(format!("m{}/mine-{written}", written % 3));
                written += u64::from(fs::write(path, "mine").is_ok());
                if written % 4 == 0 {
                    std::thread::sleep(Duration::from_millis(10 + written * 7 % 150));
                }
            }
            written
        });
        for round in 0.. {
            match build(&out, &generation(current(&out) + 1), PublishOptions::default()) {
                Ok(published) => {
                    through += 1;
                    found += published.found.len();
                }
                Err(PublishError::Foreign { .. } | PublishError::Io { .. }) => {}
                Err(error) => panic!("{error}"),
            }
            collect(&out, &saved);
            if (round > 100 && through > 5) || round > 2000 {
                break;
            }
        }
        stop.store(true, Ordering::Relaxed);
        writer.join().unwrap()
    });
    drop(open(&out, &[], PublishOptions::default()));
    collect(&out, &saved);
    assert_eq!(fs::read_dir(&saved).unwrap().count() as u64, written);
    println!("{written} files, {through} builds went through, {found} moved back");
    assert!(through > 5 && written > 20);
}

fn collect(out: &Path, saved: &Path) {
    for (path, _) in files(out).iter().filter(|(path, _)| path.contains("mine-")) {
        let name = path.rsplit('/').next().unwrap().split('.').next().unwrap();
        fs::rename(out.join(path), saved.join(name)).unwrap();
    }
}

#[test]
fn a_file_too_large_to_write_leaves_the_old_site() {
    const NAME: &str = "a_file_too_large_to_write_leaves_the_old_site";
    if let Some(root) = given() {
        return meet_a_full_disk(&root.join("public"), 100_000);
    }
    let dir = TempDir::new().unwrap();
    let limited = "trap '' XFSZ; ulimit -f 64 && exec \"$0\" --exact \"$1\" --nocapture";
    let mut shell = Command::new("sh");
    let shell =
        shell.args(["-c", limited]).arg(std::env::current_exe().unwrap()).arg(NAME).env(PLACE, dir.path());
    assert!(shell.stdout(Stdio::null()).status().unwrap().success());
}

/// Meets a full disk at every stage of a build, with a site published.
fn meet_a_full_disk(out: &Path, size: usize) {
    let small = BTreeMap::from([("a".to_owned(), vec![1; 10_000]), ("b/c".to_owned(), vec![2; 10_000])]);
    for options in [in_place(false), in_place(true)] {
        build(out, &small, options.clone()).unwrap();
        let beside = fs::read_dir(out.parent().unwrap()).unwrap().count();
        let large = BTreeMap::from([("a".to_owned(), vec![3; 10]), ("b/large".to_owned(), vec![4; size])]);
        let error = build(out, &large, options.clone()).unwrap_err();
        assert!(error.is_disk_full(), "{error}");
        assert_eq!(files(out), small);
        assert_eq!(fs::read_dir(out.parent().unwrap()).unwrap().count(), beside, "a stage was left");
        // Many names: the manifest is what does not fit.
        let many: BTreeMap<String, Vec<u8>> =
            (0..size / 50).map(|n| (format!("{n:0>100}"), vec![])).collect();
        let error = build(out, &many, options.clone()).unwrap_err();
        assert!(error.is_disk_full(), "{error}");
        assert_eq!(files(out), small);
        let other = BTreeMap::from([("a".to_owned(), vec![5; 10])]);
        build(out, &other, options).unwrap();
        assert_eq!(files(out), other, "once there is room, it is published");
    }
}

/// Runs one test of this program in a place of its own for mounts, after a few shell commands there. False: not permitted here.
fn with_mounts(test: &str, root: &Path, mounts: &str) -> bool {
    let script = format!("cd \"$2\" && {{ {mounts} ; }} || exit 77; exec \"$0\" --exact \"$1\" --nocapture");
    let mut command = Command::new("unshare");
    command.args(["-rm", "sh", "-ec", &script]).arg(std::env::current_exe().unwrap()).arg(test).arg(root);
    let Ok(output) = command.env(PLACE, root).output() else { return false };
    let text = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(77) || text.contains("unshare:") {
        println!("skipped: mounts are not permitted here: {text}");
        return false;
    }
    assert!(output.status.success(), "{text}");
    true
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    const NAME: &str = "a_full_disk_leaves_the_old_site";
    if let Some(root) = given() {
        return meet_a_full_disk(&root.join("small/public"), 2_000_000);
    }
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("small")).unwrap();
    with_mounts(NAME, dir.path(), "mount -t tmpfs -o size=1m tmpfs small");
}

#[test]
fn an_output_that_is_a_disk_of_its_own_is_published_in_place() {
    const NAME: &str = "an_output_that_is_a_disk_of_its_own_is_published_in_place";
    if let Some(root) = given() {
        let out = root.join("public");
        publish_several(&out);
        return meet_a_full_disk(&out, 2_000_000);
    }
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("public")).unwrap();
    with_mounts(NAME, dir.path(), "mount -t tmpfs -o size=1500k tmpfs public");
}

#[test]
fn an_output_that_cannot_be_exchanged_is_published_in_place() {
    const NAME: &str = "an_output_that_cannot_be_exchanged_is_published_in_place";
    if let Some(root) = given() {
        return publish_several(&root.join("public"));
    }
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("public")).unwrap();
    with_mounts(NAME, dir.path(), "mount --bind public public");
}

#[test]
fn an_output_in_a_folder_that_cannot_be_written_is_published_in_place() {
    const NAME: &str = "an_output_in_a_folder_that_cannot_be_written_is_published_in_place";
    if let Some(root) = given() {
        let out = root.join("public");
        assert!(fs::write(root.join("probe"), "").is_err(), "the parent can be written");
        publish_several(&out);
        let first = open(&out, &[], PublishOptions::default()).unwrap();
        assert!(matches!(open(&out, &[], PublishOptions::default()), Err(PublishError::Busy(_))));
        drop(first);
        return;
    }
    let dir = TempDir::new().unwrap();
    fs::create_dir(dir.path().join("public")).unwrap();
    let mounts = "mount --bind . . && cd \"$2\" && mount -t tmpfs tmpfs public && mount -o remount,ro,bind .";
    with_mounts(NAME, dir.path(), mounts);
}

/// Several builds; between them what is let be, and a killed one's rest.
fn publish_several(out: &Path) {
    fs::write(out.join(".gitkeep"), "").unwrap();
    for number in 1..5 {
        for sync in [false, true] {
            let mut site = generation(number + u64::from(sync) * 10);
            build(out, &site, PublishOptions { sync, ..PublishOptions::default() }).unwrap();
            let counts = build(out, &site, PublishOptions::default()).unwrap();
            assert_eq!((counts.new, counts.changed, counts.removed), (0, 0, 0));
            site.insert(".gitkeep".into(), vec![]);
            assert_eq!(files(out), site);
        }
    }
    let left: Vec<_> =
        fs::read_dir(out.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left, ["public"], "something was left beside");
    fs::remove_file(out.join(".gitkeep")).unwrap();
}
