//! A new process remembers what the last one knew, and what it publishes is what a clean build makes.

use std::fs;
use std::path::Path;

use fcsite::host::run::{self, BuildJob, Outcome};
use proptest::prelude::*;

use super::world::{DAY, clean, files, job, news, site, write};

const NEWS: &str = "content/alfa/news/2026-01-02-nyhet.md";

fn build(job: &BuildJob) -> Outcome {
    let outcome = run::run(job);
    assert!(outcome.published, "{:?}", outcome.diagnostics);
    outcome
}

fn memory_of(source: &Path) -> std::path::PathBuf {
    fs::read_dir(source.join(".fcsite/memory")).unwrap().next().unwrap().unwrap().path()
}

#[test]
fn a_new_process_makes_again_only_what_an_edit_reaches() {
    let dir = site();
    let job = BuildJob { timed: true, ..job(dir.path(), &dir.path().join("public")) };
    build(&job);
    write(dir.path(), NEWS, news("Nyhet 2", "En annan text."));
    let outcome = build(&job);
    // Its page, the two files of the search that know it, and the two feeds of the municipality and of the region, which hold the whole of it.
    assert_eq!((outcome.counts.changed, outcome.counts.new, outcome.counts.removed), (7, 0, 0));
    assert_eq!(files(&job.output), clean(dir.path(), DAY).unwrap());
}

#[test]
fn a_municipality_that_is_as_it_was_is_not_read_again() {
    let dir = site();
    // Beta's files are older than the memory: what is believed of them is tried by making one unreadable for a build that reads.
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(3600);
    for entry in walkdir::WalkDir::new(dir.path().join("content")).into_iter().filter_map(Result::ok) {
        if entry.file_type().is_file() {
            fs::File::options().write(true).open(entry.path()).unwrap().set_modified(old).unwrap();
        }
    }
    std::thread::sleep(std::time::Duration::from_millis(20));
    let job = job(dir.path(), &dir.path().join("public"));
    build(&job);
    let accessed = |path: &str| {
        let file = dir.path().join(path);
        fs::metadata(file).unwrap().accessed().unwrap()
    };
    let before = accessed("content/beta/news/2026-01-01-nyhet.md");
    write(dir.path(), NEWS, news("Nyhet 2", "En annan text."));
    build(&job);
    assert_eq!(accessed("content/beta/news/2026-01-01-nyhet.md"), before);
}

#[test]
fn warnings_are_told_again_by_a_process_that_reads_nothing() {
    let dir = site();
    write(dir.path(), NEWS, news("Nyhet 2", "Med <b>html</b>."));
    let job = job(dir.path(), &dir.path().join("public"));
    let told = |outcome: &Outcome| {
        outcome.diagnostics.iter().map(|d| (d.code, d.file.clone(), d.place.clone())).collect::<Vec<_>>()
    };
    let first = told(&build(&job));
    assert!(!first.is_empty());
    assert_eq!(told(&build(&job)), first);
}

#[test]
fn a_damaged_foreign_or_older_memory_is_as_good_as_none() {
    let dir = site();
    let job = job(dir.path(), &dir.path().join("public"));
    build(&job);
    let file = memory_of(dir.path());
    let whole = fs::read(&file).unwrap();
    let wanted = clean(dir.path(), DAY).unwrap();
    let mut changed = whole.clone();
    changed[200] ^= 1;
    let older =
        String::from_utf8_lossy(&whole[..40]).replace("fcsite-memory 0", "fcsite-memory 9").into_bytes();
    let cut = |at: usize| whole[..at].to_vec();
    let states = [
        vec![],
        b"x".to_vec(),
        cut(31),
        cut(32),
        cut(whole.len() - 1),
        cut(whole.len() / 2),
        changed,
        older,
        vec![0; 5000],
    ];
    for (number, state) in states.into_iter().enumerate() {
        fs::write(&file, state).unwrap();
        write(dir.path(), NEWS, news("Nyhet 2", &format!("Text {number}.")));
        build(&job);
        assert_eq!(files(&job.output), clean(dir.path(), DAY).unwrap(), "state {number}");
        assert!(fs::read(&file).unwrap().len() > 500, "it is written anew");
    }
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    write(dir.path(), NEWS, news("Nyhet 2", "Brödtext."));
    let outcome = build(&job);
    assert!(outcome.diagnostics.iter().any(|d| d.code.to_string() == "FC0153"), "{:?}", outcome.diagnostics);
    assert_eq!(files(&job.output), wanted);
}

#[test]
fn full_forgets_what_was_remembered() {
    let dir = site();
    let mut job = job(dir.path(), &dir.path().join("public"));
    build(&job);
    job.full = true;
    job.timed = true;
    let outcome = build(&job);
    let parse = outcome.timings.iter().find(|(name, _)| name == "parse").unwrap().1;
    assert!(parse > std::time::Duration::ZERO);
    assert_eq!(outcome.counts.changed + outcome.counts.new, 0, "the same bytes are not written again");
}

#[test]
fn what_one_output_remembers_is_not_believed_of_another() {
    let dir = site();
    let first = job(dir.path(), &dir.path().join("public"));
    build(&first);
    let other = job(dir.path(), &dir.path().join("annan"));
    build(&other);
    assert_eq!(files(&first.output), files(&other.output));
    fs::remove_dir_all(&first.output).unwrap();
    build(&first);
    assert_eq!(files(&first.output), files(&other.output));
}

#[test]
fn pages_that_someone_removed_or_changed_are_made_again() {
    let dir = site();
    let job = job(dir.path(), &dir.path().join("public"));
    build(&job);
    let wanted = files(&job.output);
    fs::remove_file(job.output.join("beta/index.html")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    fs::write(job.output.join("alfa/index.html"), "någon annan").unwrap();
    build(&job);
    assert_eq!(files(&job.output), wanted);
}

/// Something that happens between two processes.
#[derive(Clone, Debug)]
enum Step {
    Body(u8, u8),
    Title(u8, u8),
    Remove(u8),
    Theme(u8),
    Site(u8),
    Centre(u8),
    Day(u8),
    Drafts(bool),
    Only(bool),
    Base(bool),
    Break(bool),
    Full,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Body(a, b)),
        2 => (any::<u8>(), any::<u8>()).prop_map(|(a, b)| Step::Title(a, b)),
        1 => any::<u8>().prop_map(Step::Remove),
        1 => any::<u8>().prop_map(Step::Theme),
        1 => any::<u8>().prop_map(Step::Site),
        1 => any::<u8>().prop_map(Step::Centre),
        1 => any::<u8>().prop_map(Step::Day),
        1 => any::<bool>().prop_map(Step::Drafts),
        1 => any::<bool>().prop_map(Step::Only),
        1 => any::<bool>().prop_map(Step::Base),
        1 => any::<bool>().prop_map(Step::Break),
        1 => Just(Step::Full),
    ]
}

fn item(number: u8) -> String {
    format!("content/{}/news/2026-01-0{}-nyhet.md", ["alfa", "beta"][usize::from(number % 2)], number % 3 + 1)
}

fn apply(root: &Path, job: &mut BuildJob, step: &Step) {
    match step {
        Step::Body(which, n) => write(root, &item(*which), news("Nyhet", &format!("Text {n}."))),
        Step::Title(which, n) => {
            let draft = if n % 4 == 0 { "draft: true\n" } else { "" };
            write(
                root,
                &item(*which),
                format!("---\ntitle: Titel {n}\nlead: En ingress.\n{draft}---\nText.\n"),
            );
        }
        Step::Remove(which) => drop(fs::remove_file(root.join(item(*which)))),
        Step::Theme(n) => {
            write(root, "themes/egen/theme.yaml", "name: Egen\nextends: base\n");
            write(root, "themes/egen/words/sv.yaml", format!("nav_home: Start {}\n", n % 3));
            write(root, "content/beta/municipality.yaml", "name: beta kommun\ncode: \"0138\"\ntheme: egen\n");
        }
        Step::Site(n) => {
            write(root, "content/site.yaml", super::world::SITE.replace("Länet", &format!("Länet {}", n % 3)))
        }
        Step::Centre(n) => write(
            root,
            "content/alfa/centres/torget.yaml",
            super::world::centre(&format!("Torget {}", n % 4)),
        ),
        Step::Day(n) => job.options.settings.now = jiff::civil::date(2026, 3, 1 + (n % 28) as i8),
        Step::Drafts(on) => job.options.settings.drafts = *on,
        Step::Only(on) => job.options.only = on.then(|| vec!["alfa".to_string()]),
        Step::Base(on) => job.options.settings.base_url = on.then(|| "https://prov.example".to_string()),
        Step::Break(on) => {
            let trouble = root.join("content/beta/news/2026-02-05-trasig.md");
            if *on {
                fs::write(trouble, "---\ntittel: x\n---\n").unwrap();
            } else {
                let _ = fs::remove_file(trouble);
            }
        }
        Step::Full => job.full = true,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn from_process_to_process_warm_equals_cold(steps in prop::collection::vec(step(), 1..10)) {
        let dir = site();
        let mut job = job(dir.path(), &dir.path().join("public"));
        build(&job);
        for step in &steps {
            job.full = false;
            apply(dir.path(), &mut job, step);
            let published = run::run(&job).published;
            // The whole site, by the same settings, in a process that remembers nothing.
            let place = tempfile::TempDir::new().unwrap();
            let mut whole = BuildJob { full: true, output: place.path().join("public"), ..job.clone() };
            whole.options.only = None;
            let outcome = run::run(&whole);
            if job.options.only.is_none() {
                prop_assert_eq!(published, outcome.published, "after {:?}", step);
            }
            if !published {
                continue;
            }
            let is_compared = |path: &String| job.options.only.is_none() || path.starts_with("alfa/");
            let (found, wanted) = (files(&job.output), files(&whole.output));
            // A style sheet that a reader's page may still ask for stays for one build more.
            let is_retained = |path: &String| path.contains("assets/") && !wanted.contains_key(path);
            let differing: Vec<&String> = found.keys().chain(wanted.keys())
                .filter(|path| is_compared(path) && !is_retained(path) && found.get(*path) != wanted.get(*path)).collect();
            prop_assert!(differing.is_empty() || !outcome.published, "after {:?}: {:?}", step, differing);
        }
    }
}
