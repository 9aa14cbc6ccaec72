//! A watch with readers beside, also when it is killed: each file is whole at every moment, and the next build mends the rest.
//!
//! One test runs this very program again, as the watch to be killed: see [`child`].
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
use std::process::Command;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use fcsite::base::Fingerprint;
use fcsite::host::publish::{PublishOptions, SiteOutput};
use tempfile::TempDir;

use generations::{PLACE, build, child, current, files, generation, given, number_of};

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

/// A watch that publishes one generation after the other until it is killed, with files and a folder that are kept.
fn watch_for_ever(out: &Path) -> ! {
    let mut live =
        SiteOutput::open(out, &[], PublishOptions { in_place: true, ..PublishOptions::default() }).unwrap();
    loop {
        edit(&mut live, current(out) + 1);
    }
}

fn with_folder(mut site: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    site.extend((0..5).map(|n| (format!("fixed/{n}"), vec![n])));
    site
}

fn edit(live: &mut SiteOutput, number: u64) {
    let edit = live.begin().unwrap();
    let folder = edit.keep_folder("fixed", edit.print("fixed")).unwrap();
    for (path, bytes) in
        with_folder(generation(number)).iter().filter(|(path, _)| !folder || !path.starts_with("fixed/"))
    {
        if !path.contains("still") || !edit.keep(path, Fingerprint::of(bytes)).unwrap() {
            edit.put(path, bytes).unwrap();
        }
    }
    edit.publish(None).unwrap();
}

/// Stops the reader also when the test fails.
struct Stop<'a>(&'a AtomicBool);

impl Drop for Stop<'_> {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

fn empty_folders(folder: &Path) -> Vec<PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let folders = entries.filter(|entry| entry.file_type().is_dir()).map(walkdir::DirEntry::into_path);
    folders.filter(|folder| fs::read_dir(folder).unwrap().next().is_none()).collect()
}

/// Reads pages over and over: never torn, never missing, and never older than before.
fn read_pages(out: &Path, stop: &AtomicBool) -> u64 {
    let (mut seed, mut seen, mut reads) = (7, [0; 30], 0);
    while !stop.load(Ordering::Relaxed) {
        let n = noise(&mut seed) as usize % 30;
        let page = fs::read(out.join(format!("m{}/p{n}/index.html", n % 3))).expect("a page was missing");
        let page = number_of(&page);
        assert!(seen[n] <= page, "an older page came back");
        assert_eq!(fs::read(out.join(format!("m{}/still{n}", n % 3))).unwrap(), b"still");
        assert!(
            out.join("m0/.DS_Store").exists() && out.join("CNAME").exists(),
            "what is not ours was removed"
        );
        seen[n] = page;
        reads += 1;
    }
    reads
}

#[test]
fn a_killed_watch_leaves_whole_files_and_is_mended_by_the_next() {
    const NAME: &str = "a_killed_watch_leaves_whole_files_and_is_mended_by_the_next";
    if let Some(root) = given() {
        watch_for_ever(&root.join("public"));
    }
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    build(&out, &with_folder(generation(1)), PublishOptions::default()).unwrap();
    fs::write(out.join("CNAME"), "familj.example").unwrap();
    fs::write(out.join("m0/.DS_Store"), "mine").unwrap();
    let stop = AtomicBool::new(false);
    let (mut seed, mut mixed) = (3, 0);
    let reads = std::thread::scope(|scope| {
        let reader = scope.spawn(|| read_pages(&out, &stop));
        let stopping = Stop(&stop);
        for round in 0..60 {
            kill_once(child(NAME), dir.path(), 10 + noise(&mut seed) % 120);
            let pages = files(&out).into_iter().filter(|(path, _)| path.ends_with("/index.html"));
            let numbers: Vec<u64> = pages.map(|(_, page)| number_of(&page)).collect();
            mixed += usize::from(numbers.iter().any(|number| *number != numbers[0]));
            let next = numbers.iter().max().unwrap() + 1;
            // Every second time the next kill meets what this one left.
            if round % 2 == 0 {
                let mut live = SiteOutput::open(
                    &out,
                    &[],
                    PublishOptions { in_place: true, ..PublishOptions::default() },
                )
                .unwrap();
                edit(&mut live, next);
                drop(live);
                let mut site = files(&out);
                assert!(site.remove("CNAME").is_some() && site.remove("m0/.DS_Store").is_some());
                assert!(site == with_folder(generation(next)), "round {round}: not mended");
                assert_eq!(empty_folders(&out), Vec::<PathBuf>::new(), "round {round}");
            }
            if reader.is_finished() {
                break;
            }
        }
        drop(stopping);
        reader.join().unwrap()
    });
    assert!(mixed > 0 && reads > 100, "{mixed} kills came in between, {reads} reads");
    kill_once(child(NAME), dir.path(), 100);
    fs::remove_file(out.join("m0/.DS_Store")).unwrap();
    build(&out, &generation(9), PublishOptions::default()).unwrap();
    fs::remove_file(out.join("CNAME")).unwrap();
    assert!(files(dir.path()).keys().all(|path| path.starts_with("public/")), "something was left beside");
    assert_eq!(files(&out), generation(9), "the journal is gone too");
}

fn put_all(live: &mut SiteOutput, files: &[(&str, &str)]) {
    let edit = live.begin().unwrap();
    files.iter().for_each(|(path, text)| edit.put(path, text.as_bytes()).unwrap());
    edit.publish(None).unwrap();
}

#[test]
fn the_list_can_be_looked_up_while_edits_go_on() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    let mut live =
        SiteOutput::open(&out, &[], PublishOptions { in_place: true, ..PublishOptions::default() }).unwrap();
    put_all(&mut live, &[("a/index.html", "A"), ("a/b/c.css", "x"), ("d/e", "E"), ("index.html", "I")]);
    let (list, stop) = (live.files().clone(), AtomicBool::new(false));
    let round = AtomicU64::new(0);
    assert!(list.contains("a/b/c.css") && !list.contains("a/b") && !list.contains("a/b/c"));
    assert!(
        list.is_folder("") && list.is_folder("a") && list.is_folder("a/b") && !list.is_folder("a/b/c.css")
    );
    assert_eq!((list.get("d/e"), list.len()), (Some((Fingerprint::of(b"E"), 1)), 4));
    std::thread::scope(|scope| {
        let server = scope.spawn(|| {
            while !stop.load(Ordering::Relaxed) {
                // Each name comes once and goes once: what is listed before and after was there in between.
                let path = format!("n/{}", round.load(Ordering::Relaxed));
                let (before, is_there, after) =
                    (list.contains(&path), out.join(&path).exists(), list.contains(&path));
                assert!(is_there || !(before && after), "{path}");
            }
        });
        for number in 0..200 {
            let name = format!("n/{number}");
            put_all(&mut live, &[("index.html", &name), (&name, "N")]);
            round.store(number, Ordering::Relaxed);
        }
        stop.store(true, Ordering::Relaxed);
        server.join().unwrap();
    });
    assert!(list.contains("n/199") && !list.contains("n/198"));
}

#[test]
fn a_reader_meets_no_page_before_what_it_shows_and_nothing_goes_before_the_pages_are_new() {
    let dir = TempDir::new().unwrap();
    let out = dir.path().canonicalize().unwrap().join("public");
    let mut live =
        SiteOutput::open(&out, &[], PublishOptions { in_place: true, ..PublishOptions::default() }).unwrap();
    let page = |number: usize| (format!("assets/{number}.css"), format!("p{number}/index.html"));
    let publish = |live: &mut SiteOutput, number: usize| {
        let ((css, new), text) = (page(number), number.to_string());
        put_all(live, &[("index.html", &text), ("list/index.html", &text), (&css, "css"), (&new, &text)]);
    };
    publish(&mut live, 0);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let reader = scope.spawn(|| {
            let mut seen = 0;
            while !stop.load(Ordering::Relaxed) {
                let text = fs::read_to_string(out.join("index.html")).unwrap();
                let (css, new) = page(text.parse().unwrap());
                let whole = out.join(&css).exists() && out.join(&new).exists();
                let now = fs::read_to_string(out.join("index.html")).unwrap();
                assert!(whole || now != text, "{text} links to what is not there");
                seen += 1;
            }
            seen
        });
        (1..300).for_each(|number| publish(&mut live, number));
        stop.store(true, Ordering::Relaxed);
        assert!(reader.join().unwrap() > 0);
    });
}
