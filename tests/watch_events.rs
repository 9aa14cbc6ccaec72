//! Where a watch says to look again: every way in which files are saved, moved, taken away and put back, on the system's own events.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use fcsite::host::watch::{Trouble, Watch, WatchLook};
use tempfile::TempDir;
use walkdir::WalkDir;

/// How long an event that must come is waited for; it comes within milliseconds.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long to wait for what must not come.
const SILENCE: Duration = Duration::from_millis(500);

type Troubles = Arc<Mutex<Vec<Trouble>>>;
type Save<'a> = &'a dyn Fn(&Place);

/// A watched source folder with two municipalities, and what a reader who follows the looks knows of it.
struct Place {
    dir: TempDir,
    source: PathBuf,
    watch: Watch,
    troubles: Troubles,
    known: Tree,
    looks: usize,
}

/// Files with their length and time of change.
type Tree = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

fn visible(entry: &walkdir::DirEntry) -> bool {
    entry.depth() == 0 || !entry.file_name().as_encoded_bytes().starts_with(b".")
}

/// The files at a path of the source folder and below it.
fn tree(source: &Path, path: &Path) -> Tree {
    let walk = WalkDir::new(source.join(path)).follow_links(false).follow_root_links(false).into_iter();
    let files = walk.filter_entry(visible).filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    files
        .filter_map(|entry| {
            let metadata = entry.metadata().ok()?;
            let path = entry.path().strip_prefix(source).unwrap().to_path_buf();
            Some((path, (metadata.len(), metadata.modified().ok())))
        })
        .collect()
}

fn all(source: &Path) -> Tree {
    let mut all = tree(source, Path::new("content"));
    all.extend(tree(source, Path::new("themes")));
    all
}

fn make_site(source: &Path) {
    for name in ["malmo", "lund"] {
        fs::create_dir_all(source.join("content").join(name).join("nyheter")).unwrap();
        fs::write(source.join("content").join(name).join("nyheter/a.md"), "a").unwrap();
    }
    fs::write(source.join("content/site.yaml"), "name: x").unwrap();
}

fn place() -> Place {
    place_with(make_site, None)
}

fn place_with(make: impl FnOnce(&Path), poll: Option<Duration>) -> Place {
    let dir = TempDir::new().unwrap();
    let source = dir.path().canonicalize().unwrap().join("up/källa");
    fs::create_dir_all(&source).unwrap();
    make(&source);
    let troubles = Troubles::default();
    let told = Arc::clone(&troubles);
    let watch = Watch::start(&source, poll, move |trouble| told.lock().unwrap().push(trouble));
    let known = all(&source);
    Place { dir, source, watch, troubles, known, looks: 0 }
}

impl Place {
    fn path(&self, path: &str) -> PathBuf {
        self.source.join(path)
    }

    fn write(&self, path: &str, text: &str) {
        fs::write(self.path(path), text).unwrap();
    }

    fn troubles(&self) -> Vec<Trouble> {
        self.troubles.lock().unwrap().clone()
    }

    /// The next look, which must come; what it says to look at is known afterwards.
    fn look(&mut self) -> WatchLook {
        let look = self.watch.next(Some(Instant::now() + PATIENCE));
        assert_ne!(look, WatchLook::Nothing, "no look came; troubles: {:?}", self.troubles());
        self.looks += 1;
        match &look {
            WatchLook::Paths(paths) => {
                assert!(!paths.is_empty(), "a look at nothing");
                for path in paths {
                    self.known.retain(|known, _| !known.starts_with(path));
                    self.known.extend(tree(&self.source, path));
                }
            }
            WatchLook::Everything | WatchLook::Nothing => self.known = all(&self.source),
        }
        look
    }

    /// Some look says to look at this path, without asking for everything.
    fn told(&mut self, path: &str) {
        loop {
            match self.look() {
                WatchLook::Paths(paths) if paths.iter().any(|above| Path::new(path).starts_with(above)) => {
                    return;
                }
                WatchLook::Paths(_) => {}
                other => assert_eq!(other, WatchLook::Nothing, "{path} was changed, and not more"),
            }
        }
    }

    fn told_everything(&mut self) {
        let late = Instant::now() + PATIENCE;
        while self.look() != WatchLook::Everything {
            assert!(Instant::now() < late, "no look at everything");
        }
    }

    /// Follows the looks until nothing more comes.
    fn settle(&mut self) {
        let late = Instant::now() + PATIENCE;
        while self.watch.next(Some(Instant::now() + SILENCE)) != WatchLook::Nothing {
            assert!(Instant::now() < late, "the looks do not end");
        }
        self.known = all(&self.source);
    }

    fn silent(&mut self) {
        assert_eq!(self.watch.next(Some(Instant::now() + SILENCE)), WatchLook::Nothing);
    }

    /// Follows the looks until what is known is what is there.
    fn catch_up(&mut self) {
        let late = Instant::now() + PATIENCE;
        while self.known != all(&self.source) {
            assert!(Instant::now() < late, "known {:#?}\nbut {:#?} is there", self.known, all(&self.source));
            self.look();
        }
    }
}

#[test]
fn every_way_that_editors_save_is_seen() {
    let mut place = place();
    let file = "content/malmo/nyheter/a.md";
    let (backup, temporary) = (format!("{file}~"), "content/malmo/nyheter/.a.tmp");
    let saves: [(&str, Save<'_>); 7] = [
        ("in place", &|place| place.write(file, "bb")),
        ("the same again, by its time alone", &|place| place.write(file, "bb")),
        ("beside, then renamed over", &|place| {
            place.write(temporary, "ccc");
            fs::rename(place.path(temporary), place.path(file)).unwrap();
        }),
        ("removed and made", &|place| {
            fs::remove_file(place.path(file)).unwrap();
            place.write(file, "dddd");
        }),
        ("renamed to a backup, then made", &|place| {
            fs::rename(place.path(file), place.path(&backup)).unwrap();
            place.write(file, "eeeee");
            fs::remove_file(place.path(&backup)).unwrap();
        }),
        ("only touched", &|place| {
            let file = fs::File::options().write(true).open(place.path(file)).unwrap();
            file.set_modified(SystemTime::now() + Duration::from_secs(9)).unwrap();
        }),
        ("removed", &|place| fs::remove_file(place.path(file)).unwrap()),
    ];
    for (how, save) in saves {
        println!("{how}");
        save(&place);
        place.told(file);
        place.catch_up();
        place.settle();
    }
    assert_eq!(place.troubles(), []);
}

#[test]
fn a_file_written_through_memory_and_one_held_open_are_seen() {
    use std::io::Write as _;
    let mut place = place();
    let mut file = fs::File::options().append(true).open(place.path("content/lund/nyheter/a.md")).unwrap();
    place.silent();
    for text in ["one", "two"] {
        file.write_all(text.as_bytes()).unwrap();
        place.told("content/lund/nyheter/a.md");
    }
    drop(file);
    // What is written through memory raises no event of its own but the end of writing.
    place.told("content/lund/nyheter/a.md");
}

#[test]
fn a_name_that_changes_by_case_alone_is_seen() {
    let mut place = place();
    fs::rename(place.path("content/lund/nyheter/a.md"), place.path("content/lund/nyheter/A.md")).unwrap();
    place.told("content/lund/nyheter/A.md");
    place.catch_up();
    fs::rename(place.path("content/lund"), place.path("content/Lund")).unwrap();
    place.told("content/Lund");
    place.catch_up();
    place.settle();
    place.write("content/Lund/nyheter/A.md", "in a folder that was renamed");
    place.told("content/Lund/nyheter/A.md");
}

#[test]
fn reading_hidden_files_and_other_folders_cost_nothing() {
    let mut place = place();
    for folder in ["public", ".git", "target", "node_modules", "content/.git", "content/malmo/.cache/x"] {
        fs::create_dir_all(place.path(folder)).unwrap();
        place.write(&format!("{folder}/file.md"), "x");
    }
    for file in ["content/malmo/.a.md.swp", "content/.#site.yaml", ".fcsite", "README.md"] {
        place.write(file, "x");
        fs::remove_file(place.path(file)).unwrap();
    }
    for path in all(&place.source).keys() {
        fs::read(place.source.join(path)).unwrap();
    }
    place.silent();
    assert_eq!(place.troubles(), []);
}

#[test]
fn an_idle_watch_wakes_for_its_heartbeat_alone() {
    let mut place = place();
    let wakes = || -> u64 {
        let status = fs::read_to_string("/proc/thread-self/status").unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:"));
        line.unwrap().trim().parse().unwrap()
    };
    place.silent();
    let before = wakes();
    assert_eq!(place.watch.next(Some(Instant::now() + Duration::from_secs(3))), WatchLook::Nothing);
    let woken = wakes() - before;
    assert!(woken <= 8, "woken {woken} times in three seconds");
}

#[test]
fn two_thousand_files_at_once_are_few_looks() {
    let mut place = place();
    for number in 0..2_000 {
        place.write(&format!("content/malmo/nyheter/{number}.md"), "x");
    }
    place.catch_up();
    assert!(place.looks <= 20, "{} looks", place.looks);
}

#[test]
fn a_stream_of_events_does_not_hold_the_looks_up() {
    let mut place = place();
    let stop = Arc::new(AtomicBool::new(false));
    let (stopped, file) = (Arc::clone(&stop), place.path("content/lund/nyheter/log.md"));
    let writer = thread::spawn(move || {
        while !stopped.load(Ordering::Relaxed) {
            fs::write(&file, "x").unwrap();
        }
    });
    for _ in 0..5 {
        place.told("content/lund/nyheter/log.md");
    }
    stop.store(true, Ordering::Relaxed);
    writer.join().unwrap();
}

#[test]
fn a_folder_moved_in_out_and_about_is_seen_with_all_below() {
    let mut place = place();
    let outside = place.dir.path().join("outside");
    fs::create_dir_all(outside.join("nyheter/2026")).unwrap();
    fs::write(outside.join("nyheter/2026/b.md"), "b").unwrap();
    fs::rename(&outside, place.path("content/ystad")).unwrap();
    place.write("content/ystad/nyheter/2026/at-once.md", "c");
    place.told("content/ystad/nyheter/2026/b.md");
    place.catch_up();
    place.settle();
    fs::rename(place.path("content/ystad"), place.path("content/lund/ystad")).unwrap();
    place.told("content/lund/ystad");
    place.settle();
    place.write("content/lund/ystad/nyheter/2026/b.md", "later");
    place.told("content/lund/ystad/nyheter/2026/b.md");
    fs::rename(place.path("content/lund/ystad"), &outside).unwrap();
    place.told("content/lund/ystad/nyheter/2026/b.md");
    place.catch_up();
    place.settle();
    fs::write(outside.join("nyheter/2026/b.md"), "outside again").unwrap();
    place.silent();
}

#[test]
fn files_in_nested_folders_made_fast_are_never_missed() {
    let mut place = place();
    for round in 0..30 {
        let folder = format!("content/malmo/{round}/b/c/d");
        fs::create_dir_all(place.path(&folder)).unwrap();
        place.write(&format!("{folder}/x.md"), "x");
        if round % 3 == 0 {
            fs::rename(
                place.path(&format!("content/malmo/{round}")),
                place.path(&format!("content/lund/{round}")),
            )
            .unwrap();
        }
        place.catch_up();
    }
    place.settle();
    for round in 0..30 {
        let town = if round % 3 == 0 { "lund" } else { "malmo" };
        place.write(&format!("content/{town}/{round}/b/c/d/x.md"), "written later");
    }
    place.catch_up();
    assert_eq!(place.troubles(), []);
}

#[test]
fn links_are_not_watched_through() {
    let outside = TempDir::new().unwrap();
    let mut place = place_with(
        |source| {
            make_site(source);
            symlink(outside.path(), source.join("content/before")).unwrap();
        },
        None,
    );
    symlink(outside.path(), place.path("content/lund/after")).unwrap();
    place.told("content/lund/after");
    place.settle();
    fs::write(outside.path().join("secret.md"), "x").unwrap();
    place.silent();
}

#[test]
fn themes_and_content_may_come_later_and_be_exchanged() {
    let mut place = place_with(|_| {}, None);
    fs::create_dir_all(place.path("themes/egen")).unwrap();
    place.write("themes/egen/base.html", "x");
    place.told_everything();
    make_site(&place.source);
    place.told_everything();
    place.catch_up();
    place.settle();
    place.write("themes/egen/base.html", "xx");
    place.told("themes/egen/base.html");
    fs::rename(place.path("content"), place.path("content-old")).unwrap();
    place.told_everything();
    fs::create_dir_all(place.path("content-new/lund")).unwrap();
    fs::rename(place.path("content-new"), place.path("content")).unwrap();
    place.told_everything();
    place.settle();
    place.write("content-old/site.yaml", "no longer content");
    place.silent();
    place.write("content/lund/b.md", "x");
    place.told("content/lund/b.md");
    assert_eq!(place.troubles(), []);
}

#[test]
fn folders_exchanged_by_one_call_are_watched_in_their_new_places() {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    let mut place = place();
    make_site(&place.path("other"));
    for _ in 0..2 {
        let (content, other) = (place.path("content"), place.path("other/content"));
        renameat_with(CWD, content, CWD, other, RenameFlags::EXCHANGE).unwrap();
        place.told_everything();
        place.settle();
        place.write("other/content/lund/nyheter/a.md", "not content");
        place.silent();
        place.write("content/lund/nyheter/a.md", "content");
        place.told("content/lund/nyheter/a.md");
        place.settle();
    }
}

#[test]
fn a_source_folder_that_is_removed_and_put_back_is_watched_again() {
    let mut place = place();
    fs::remove_dir_all(&place.source).unwrap();
    while !place.troubles().contains(&Trouble::SourceGone) {
        place.look();
    }
    place.catch_up();
    make_site(&place.source);
    place.told_everything();
    place.settle();
    place.write("content/lund/nyheter/a.md", "after");
    place.told("content/lund/nyheter/a.md");
    assert_eq!(place.troubles(), [Trouble::SourceGone, Trouble::SourceBack]);
}

#[test]
fn a_source_folder_renamed_away_with_its_parent_is_noticed_and_found_again() {
    let mut place = place();
    let (up, away) = (place.dir.path().join("up"), place.dir.path().join("away"));
    for moved in [place.source.clone(), up] {
        let file = away.join(if moved == place.source { "" } else { "källa" }).join("content/site.yaml");
        fs::rename(&moved, &away).unwrap();
        place.told_everything();
        fs::write(file, "written while it was away").unwrap();
        fs::rename(&away, &moved).unwrap();
        place.told_everything();
        place.catch_up();
        place.settle();
        place.write("content/lund/nyheter/a.md", "after");
        place.told("content/lund/nyheter/a.md");
        place.settle();
    }
    let (gone, back) = (Trouble::SourceGone, Trouble::SourceBack);
    assert_eq!(place.troubles(), [gone.clone(), back.clone(), gone, back]);
}

#[test]
fn another_source_folder_in_the_place_of_the_old_one_is_watched_and_the_old_one_is_not() {
    let mut place = place();
    let away = place.dir.path().join("away");
    fs::rename(&place.source, &away).unwrap();
    make_site(&place.source);
    place.told_everything();
    place.settle();
    fs::write(away.join("content/lund/nyheter/a.md"), "of no interest").unwrap();
    place.silent();
    place.write("content/lund/nyheter/a.md", "of interest");
    place.told("content/lund/nyheter/a.md");
}

/// A writer who makes, fills, moves and removes whatever comes to hand.
fn storm(source: &Path, mut seed: u64) {
    let mut any = |of: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % of
    };
    for step in 0..400_u64 {
        let folder = ["content/malmo", "content/lund", "content/x", "content/x/y", "themes"][any(5) as usize];
        let folder = source.join(folder);
        let other = source.join(["content/x", "content/lund/z", "content/malmo/z/q"][any(3) as usize]);
        // Most fail, now and then; what matters is what is there in the end.
        let _ = match any(9) {
            0 => fs::create_dir_all(folder.join("p/q/r")),
            1 => fs::rename(folder.join("p"), &other),
            2 => fs::rename(&other, folder.join("p")),
            3 => fs::remove_dir_all(&other),
            4 => fs::remove_dir_all(folder.join("p/q")),
            _ => fs::create_dir_all(folder.join("p/q"))
                .and_then(|()| fs::write(folder.join(format!("p/q/{}.md", any(5))), step.to_string())),
        };
        if any(8) == 0 {
            thread::sleep(Duration::from_millis(any(15)));
        }
    }
}

#[test]
fn after_any_storm_what_is_known_is_what_is_there() {
    for seed in [1, 7, 42] {
        let mut place = place();
        let source = place.source.clone();
        let writer = thread::spawn(move || storm(&source, seed));
        while !writer.is_finished() {
            place.look();
        }
        writer.join().unwrap();
        place.catch_up();
        place.settle();
        for path in all(&place.source).into_keys() {
            fs::write(place.source.join(path), "after the storm, in each folder").unwrap();
        }
        place.catch_up();
        assert_eq!(place.troubles(), [], "seed {seed}");
    }
}

#[test]
fn polling_looks_at_everything_again_and_again() {
    let mut place = place_with(make_site, Some(Duration::from_millis(20)));
    for _ in 0..3 {
        assert_eq!(place.look(), WatchLook::Everything);
    }
    place.write("content/lund/nyheter/a.md", "polled");
    place.catch_up();
    assert_eq!(place.troubles(), []);
}
