//! One small repository for each fault that was met in the field, so that none comes back.

use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::Path;

use nix::sys::stat::Mode;

use crate::forge;
use crate::hostile::{EVIL, Goal, Kind, MARKS, put};
use crate::run::{Run, run, watch};
use crate::sandbox::{Origin, Sandbox, clear};
use crate::site::{NEWS, news, program, write};
use crate::tasks::{LIST, Task};

/// Lays out a repository of somebody else's, with what a test puts into it.
fn clone(sandbox: &mut Sandbox, changes: &[(&str, Kind)]) {
    sandbox.lay_out(Origin::Theirs);
    for (place, kind) in changes {
        assert!(put(&sandbox.root, place, *kind, 1), "{place}: {kind:?}");
    }
}

fn run_in(sandbox: &mut Sandbox, task: Task) -> Run {
    sandbox.watch();
    let mut command = sandbox.program(&task.arguments());
    match task {
        Task::Watch | Task::Serve => watch(&mut command, &sandbox.said(), &|| sandbox.edit(), &[]),
        _ => run(&mut command, &sandbox.said()),
    }
}

fn said(run: &Run) -> String {
    String::from_utf8_lossy(&run.stderr).into_owned()
}

/// The folder's names.
fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Nothing was done outside, nor to the hooks.
fn assert_harmless(sandbox: &Sandbox, run: &Run, told: &str) {
    let none: [String; 0] = [];
    assert_eq!(sandbox.harm(), none, "{told}: {}", said(run));
    let hooks = sandbox.repository().join(".git/hooks");
    assert_eq!(names(&hooks), ["post-checkout.sample"], "{told}: {}", said(run));
    assert_eq!(run.ended, None, "{told}");
}

const STAGES: [&str; 3] = [".public.fcsite-stage", ".public.fcsite-edit", "public/.fcsite-stage"];

/// Every mark of a stage, in every place where one may lie, put back through a link of the output, under every command that publishes.
fn leftovers(goal: Goal, tasks: &[Task]) {
    let mut sandbox = Sandbox::new(&[]);
    for place in STAGES {
        for mark in MARKS {
            for task in tasks {
                let told = format!("{place} {mark:?} {task:?}");
                clone(&mut sandbox, &[(place, Kind::Site(mark)), ("public/.well-known", Kind::Link(goal))]);
                write(&sandbox.repository().join(place), ".well-known/security.txt", EVIL);
                if *task == Task::Wrong {
                    sandbox.spoil();
                }
                let run = run_in(&mut sandbox, *task);
                assert_harmless(&sandbox, &run, &told);
                let name = place.rsplit('/').next().unwrap();
                let said = said(&run);
                // Where the content is wrong the build ends before it.
                let named: &[&str] = if *task == Task::Wrong { &["FC0021"] } else { &[name, ".well-known"] };
                assert!(named.iter().any(|named| said.contains(named)), "{told} is not named: {said}");
                assert!(sandbox.repository().join(place).is_dir(), "{told} was taken away");
                let is_watch = matches!(task, Task::Watch | Task::Serve);
                assert_eq!(run.code, Some(if is_watch { 0 } else { 1 }), "{told}: {said}");
            }
        }
    }
}

#[test]
fn a_leftover_that_came_with_the_repository_is_refused_and_not_put_into_its_hooks() {
    leftovers(Goal::Hooks, &[Task::Build]);
}

#[test]
fn a_leftover_replaces_no_file_of_others_when_the_content_is_wrong() {
    leftovers(Goal::Folder, &[Task::Wrong]);
}

#[test]
fn a_leftover_is_not_put_back_by_a_watch() {
    leftovers(Goal::Hooks, &[Task::Watch]);
}

#[test]
fn what_a_watch_had_begun_is_moved_over_no_link_that_came_since() {
    let mut sandbox = Sandbox::new(&[]);
    let doors =
        ["alfa", "alfa/nyheter", "alfa/nyheter/2026-01-02-nyhet", "alfa/nyheter/2026-01-02-nyhet/index.html"];
    let goals = [Goal::Folder, Goal::Hooks, Goal::Mirror];
    for number in [2, 4, 6] {
        for (door, goal) in doors.iter().zip(goals.into_iter().cycle().skip(number / 2)) {
            let told = format!("{number} {door} {goal:?}");
            sandbox.lay_out(Origin::Begun(number));
            sandbox.kill_midway(number, "watch");
            let begun = sandbox.repository().join(".public.fcsite-edit/.fcsite-begun");
            assert!(begun.is_file(), "{told}: nothing had begun");
            assert!(put(&sandbox.root, &format!("public/{door}"), Kind::Link(goal), 0));
            sandbox.watch();
            let run = run_in(&mut sandbox, Task::Build);
            assert_harmless(&sandbox, &run, &told);
            assert_eq!(run.code, Some(1), "{told}: {}", said(&run));
        }
    }
}

#[test]
fn a_leftover_in_the_folder_of_serve_is_not_put_back() {
    let mut sandbox = Sandbox::new(&[]);
    for place in [".fcsite/.serve.fcsite-stage", ".fcsite/.serve.fcsite-edit", ".fcsite/serve/.fcsite-stage"]
    {
        let changes = [(place, Kind::Site(None)), (".fcsite/serve/.well-known", Kind::Link(Goal::Hooks))];
        clone(&mut sandbox, &changes);
        let run = run_in(&mut sandbox, Task::Serve);
        assert_harmless(&sandbox, &run, place);
        assert!(said(&run).contains("Nothing was published"), "{}", said(&run));
    }
}

#[test]
fn a_leftover_without_any_link_publishes_nothing_of_the_attackers() {
    let mut sandbox = Sandbox::new(&[]);
    for place in STAGES {
        for mark in [None, Some(".fcsite-moving")] {
            clone(&mut sandbox, &[(place, Kind::Site(mark))]);
            let run = run_in(&mut sandbox, Task::Build);
            assert_harmless(&sandbox, &run, place);
            assert_eq!(run.code, Some(1), "{}", said(&run));
            assert!(said(&run).contains(place.rsplit('/').next().unwrap()), "{}", said(&run));
            let public = sandbox.repository().join("public");
            assert!(
                !public.join("CNAME").exists() && !public.join(".well-known").exists(),
                "{place} {mark:?}"
            );
        }
    }
}

/// The site before the last, whatever it is called.
fn spare(sandbox: &Sandbox) -> String {
    let names = names(&sandbox.repository().join(".fcsite"));
    let name = names.iter().find(|name| name.starts_with("spare")).unwrap();
    format!(".fcsite/{name}")
}

#[test]
fn a_spare_that_came_with_the_repository_is_not_put_through_a_link_of_the_output() {
    let mut sandbox = Sandbox::new(&[]);
    for (door, goal) in [("public/.well-known", Goal::Hooks), ("public/.well-known", Goal::Folder)] {
        for task in [Task::Build, Task::Wrong, Task::Watch] {
            clone(&mut sandbox, &[(door, Kind::Link(goal))]);
            let spare = spare(&sandbox);
            assert!(put(&sandbox.root, &spare, Kind::Site(Some(".fcsite-spare")), 0));
            write(&sandbox.repository(), NEWS, news(7));
            if task == Task::Wrong {
                sandbox.spoil();
            }
            let run = run_in(&mut sandbox, task);
            assert_harmless(&sandbox, &run, &format!("{goal:?} {task:?}"));
            assert!(said(&run).contains(".well-known"), "{goal:?} {task:?}: {}", said(&run));
        }
    }
}

#[test]
fn what_others_saved_into_a_spare_that_came_with_the_repository_is_not_put_into_the_site() {
    let mut sandbox = Sandbox::new(&[]);
    clone(&mut sandbox, &[]);
    let spare = spare(&sandbox);
    assert!(put(&sandbox.root, &spare, Kind::Site(Some(".fcsite-spare")), 0));
    write(&sandbox.repository(), NEWS, news(7));
    let run = run_in(&mut sandbox, Task::Build);
    assert_harmless(&sandbox, &run, "a spare");
    assert_eq!(run.code, Some(0), "what does not fit is as good as none: {}", said(&run));
    let public = sandbox.repository().join("public");
    assert!(!public.join(".well-known").exists() && !public.join("CNAME").exists());
}

#[test]
fn made_pictures_are_not_written_through_links() {
    let mut sandbox = Sandbox::new(&[]);
    clone(&mut sandbox, &[]);
    let images = sandbox.repository().join(".fcsite/images");
    let keys = names(&images);
    assert!(!keys.is_empty());
    for key in &keys {
        clear(&images.join(key));
        // The program is the first process of its container.
        for thread in 1..20 {
            symlink("../../../victim/secret.txt", images.join(format!("{key}.1.ThreadId{thread}.part")))
                .unwrap();
        }
        symlink("../../../victim/secret.txt", images.join(format!("{key}.1.part"))).unwrap();
        symlink("../../../victim/secret.txt", images.join(format!("{key}.part"))).unwrap();
    }
    for (place, kept) in [("memory", "1.part"), ("memory", "part")] {
        let folder = sandbox.repository().join(".fcsite").join(place);
        for name in names(&folder) {
            let _ = symlink("../../../victim/secret.txt", folder.join(format!("{name}.{kept}")));
        }
    }
    sandbox.watch();
    let plain = sandbox.program(&["build", "--full", "--now", "2026-03-01"]);
    let mut command = program("unshare", &sandbox.repository(), &sandbox.root.join("state"));
    command
        .args(["--user", "--map-root-user", "--pid", "--fork"])
        .arg(plain.get_program())
        .args(plain.get_args());
    let run = run(&mut command, &sandbox.said());
    assert_harmless(&sandbox, &run, "pictures");
    assert_eq!(run.code, Some(0), "{}", said(&run));
}

#[test]
fn a_folder_of_fcsites_own_that_is_a_link_is_not_gone_through() {
    let mut sandbox = Sandbox::new(&[]);
    for place in [".fcsite", ".fcsite/memory", ".fcsite/images", ".fcsite/serve"] {
        for goal in [Goal::EmptyFolder, Goal::Mirror, Goal::NewFolder] {
            for task in [Task::Build, Task::Serve, Task::External] {
                clone(&mut sandbox, &[(place, Kind::Link(goal))]);
                let run = run_in(&mut sandbox, task);
                assert_harmless(&sandbox, &run, &format!("{place} {goal:?} {task:?}"));
            }
        }
    }
    // The spare comes when there is a site to be replaced.
    clone(&mut sandbox, &[(".fcsite", Kind::Link(Goal::EmptyFolder))]);
    write(&sandbox.repository(), NEWS, news(7));
    let run = run_in(&mut sandbox, Task::Build);
    assert_harmless(&sandbox, &run, "the spare");
}

#[test]
fn what_is_remembered_in_a_pipe_or_in_six_gigabytes_is_not_waited_for_and_not_read() {
    let mut sandbox = Sandbox::new(&[]);
    for kind in [Kind::Fifo, Kind::Huge, Kind::Link(Goal::Zeros)] {
        for folder in [".fcsite/memory", ".fcsite/images"] {
            clone(&mut sandbox, &[]);
            for name in names(&sandbox.repository().join(folder)) {
                assert!(put(&sandbox.root, &format!("{folder}/{name}"), kind, 0));
            }
            let run = run_in(&mut sandbox, Task::Build);
            assert_harmless(&sandbox, &run, &format!("{folder} {kind:?}"));
            assert_eq!(run.code, Some(0), "{folder} {kind:?}: {}", said(&run));
        }
        for place in [".fcsite/links", "public/.fcsite-manifest", "public/.fcsite-journal"] {
            let task = if place.ends_with("links") { Task::External } else { Task::Build };
            clone(&mut sandbox, &[(place, kind)]);
            let run = run_in(&mut sandbox, task);
            assert_harmless(&sandbox, &run, &format!("{place} {kind:?}"));
        }
    }
}

#[test]
fn a_journal_that_came_with_the_repository_opens_nothing_outside() {
    let mut sandbox = Sandbox::new(&[]);
    for how in 0..4 {
        clone(&mut sandbox, &[]);
        assert!(put(&sandbox.root, "public/.fcsite-journal", Kind::Forged, how));
        let run = run_in(&mut sandbox, Task::Build);
        assert_harmless(&sandbox, &run, &format!("a journal {how}"));
    }
}

#[test]
fn a_let_be_name_that_is_a_link_is_refused_by_name_and_not_walked_into() {
    let mut sandbox = Sandbox::new(&[]);
    for name in [".well-known", "CNAME", ".gitignore", ".gitkeep"] {
        for goal in [Goal::Folder, Goal::File, Goal::NewFile] {
            clone(&mut sandbox, &[(&format!("public/{name}"), Kind::Link(goal))]);
            write(&sandbox.repository(), NEWS, news(7));
            let run = run_in(&mut sandbox, Task::Build);
            assert_harmless(&sandbox, &run, name);
            assert_eq!(run.code, Some(1), "{name} {goal:?}: {}", said(&run));
            assert!(said(&run).contains(name), "{name} {goal:?}: {}", said(&run));
            assert!(!said(&run).contains("File exists"), "{name} {goal:?}: {}", said(&run));
        }
    }
}

#[test]
fn an_address_that_was_remembered_by_somebody_else_reaches_no_page() {
    let mut sandbox = Sandbox::new(&[]);
    clone(&mut sandbox, &[]);
    let memory = sandbox.repository().join(".fcsite/memory");
    for name in names(&memory) {
        assert!(forge::forge(&sandbox.repository(), &format!(".fcsite/memory/{name}"), 0));
        let holds = fs::read(memory.join(&name)).unwrap();
        assert!(holds.windows(10).any(|part| part == b"javascript"), "it remembers addresses");
    }
    // What alfa is made of has not changed, and so is remembered; the region is made anew.
    write(
        &sandbox.repository(),
        "content/beta/news/2026-01-04-mer.md",
        "---\ntitle: Mer\nlead: L.\n---\nT.\n",
    );
    let run = run_in(&mut sandbox, Task::Build);
    assert_eq!(run.code, Some(0), "{}", said(&run));
    for (path, bytes) in crate::sandbox::files(&sandbox.repository().join("public")) {
        assert!(!bytes.windows(11).any(|part| part == b"javascript:"), "{path:?}");
    }
}

#[test]
fn what_a_command_names_is_refused_behind_a_link_of_the_repository() {
    let mut sandbox = Sandbox::new(&[]);
    let places = [
        ("sub", Task::Elsewhere),
        ("sub/site", Task::Elsewhere),
        ("nytt", Task::Init),
        ("arkiv", Task::Archive),
        ("visad", Task::Show),
        ("ut", Task::Publish),
        ("lista.csv", Task::Import(LIST)),
    ];
    for (place, task) in places {
        for goal in [Goal::EmptyFolder, Goal::NewFolder, Goal::Folder] {
            clone(&mut sandbox, &[(place, Kind::Link(goal))]);
            let run = run_in(&mut sandbox, task);
            assert_harmless(&sandbox, &run, &format!("{place} {goal:?}"));
            assert_eq!(run.code, Some(1), "{place} {goal:?}: {}", said(&run));
        }
    }
}

#[test]
fn a_lock_that_came_with_the_repository_is_not_opened_if_it_is_no_plain_file() {
    let mut sandbox = Sandbox::new(&[]);
    for place in [".public.fcsite-lock", "public/.fcsite-lock"] {
        clone(&mut sandbox, &[(place, Kind::File)]);
        let path = sandbox.repository().join(place);
        clear(&path);
        nix::unistd::mkfifo(&path, Mode::from_bits_truncate(0o644)).unwrap();
        let run = run_in(&mut sandbox, Task::Build);
        assert_harmless(&sandbox, &run, place);
        clear(&path);
        File::create(&path).unwrap();
        let run = run_in(&mut sandbox, Task::Build);
        assert_eq!(run.code, Some(0), "one that nobody holds is taken over: {}", said(&run));
    }
}

#[test]
fn names_of_files_say_nothing_to_the_terminal() {
    let mut sandbox = Sandbox::new(&[]);
    for (place, how) in
        [("content/alfa/news", 0), ("content/alfa/images", 1), ("public/alfa", 2), ("public", 3)]
    {
        for arguments in [&["build"][..], &["check", "--json"], &["check", "--sarif"], &["check"]] {
            clone(&mut sandbox, &[]);
            assert!(put(&sandbox.root, place, Kind::Names, how));
            let run = run(sandbox.program(arguments).arg("--now=2026-03-01"), &sandbox.said());
            let said = String::from_utf8_lossy(&[&*run.stdout, &*run.stderr].concat()).into_owned();
            let bad = |c: char| {
                (c.is_control() && c != '\n')
                    || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            };
            let line = said.lines().find(|line| line.contains(bad));
            assert_eq!(line, None, "{place} {arguments:?}");
            assert!(!said.contains("\nerror: nytt"), "a name is no line of its own: {said}");
        }
    }
}

#[test]
fn what_is_remembered_of_links_lies_where_it_is_attacked() {
    let mut sandbox = Sandbox::new(&[]);
    sandbox.lay_out(Origin::Mine);
    let links = sandbox.repository().join(".fcsite/links");
    assert!(fs::read(&links).unwrap().starts_with(b"{"), "it was kept by a check");
    for how in 0..3 {
        assert!(put(&sandbox.root, ".fcsite/links", Kind::Forged, how));
        let run = run_in(&mut sandbox, Task::External);
        assert_harmless(&sandbox, &run, &format!("{how}"));
        let kept = fs::read(&links).unwrap();
        assert!(!kept.windows(10).any(|part| part == b"javascript"), "{how}: it was believed and kept");
    }
}

#[test]
fn what_is_done_with_an_honest_repository_in_the_editor_is_done() {
    let mut sandbox = Sandbox::new(&[]);
    for (task, wanted) in [
        (
            Task::Edit,
            &[
                ("opens", 303),
                ("starts", 200),
                ("begins", 200),
                ("lists", 200),
                ("shows", 200),
                ("keeps", 204),
                ("previews", 200),
                ("shows", 200),
                ("saves", 303),
                ("brings", 303),
                ("makes", 303),
                ("takes back", 303),
                ("shows again", 200),
                ("takes down", 303),
            ][..],
        ),
        (
            Task::EditSend,
            &[
                ("opens", 303),
                ("starts", 200),
                ("begins", 200),
                ("lists", 200),
                ("shows", 200),
                ("saves", 303),
                ("lists targets", 200),
                ("looks", 200),
                ("publishes", 200),
            ],
        ),
    ] {
        sandbox.lay_out(Origin::Mine);
        sandbox.watch();
        let mut command = sandbox.program(&task.arguments());
        let sends = task == Task::EditSend;
        let run =
            crate::run::use_it(&mut command, &sandbox.said(), &|said| crate::edit::session(said, sends));
        assert_harmless(&sandbox, &run, "an honest repository");
        assert_eq!((&run.steps[..], run.code), (wanted, Some(0)), "{}", said(&run));
        let repository = sandbox.repository();
        if sends {
            let page = repository.join("internt/alfa/nyheter/2026-01-02-nyhet/index.html");
            assert!(fs::read_to_string(page).unwrap().contains("Text 3"), "what was typed is at the target");
        } else {
            assert!(repository.join("content/alfa/images/ny.png").is_file());
            assert!(!repository.join(NEWS).exists(), "it was taken down");
        }
    }
}
