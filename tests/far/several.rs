//! More than one publication: at the same time, broken off, undone.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::project::{Project, files};

const LOCK: &str = ".fcsite-publish-lock";

/// Publishes until the journal lies there, and kills it then.
fn break_off(project: &Project) {
    let journal = project.web().join(".fcsite-publishing");
    let is_caught = (0..50).any(|round| {
        project.news(13 + round % 10, &format!("Varv {round}."));
        let mut child = project.command(&[]).stderr(std::process::Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && !journal.exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = child.kill();
        child.wait().unwrap();
        journal.exists()
    });
    assert!(is_caught, "no publication was caught under way");
}

fn other(project: &Project) -> Project {
    let other = Project::new();
    other.write("publish.yaml", &format!("prov: {{folder: {}}}\n", project.web().display()));
    other
}

#[test]
fn what_is_undone_after_a_publication_broke_off_is_that_one_and_no_more() {
    let project = Project::new();
    project.publish(&[], 0);
    project.news(1, "En annan ingress.");
    project.publish(&[], 0);
    let before = project.built();
    break_off(&project);
    let said = project.publish(&["--undo", "--dry-run"], 0);
    assert!(said.contains("Nothing was sent"), "{said}");
    project.publish(&["--undo"], 0);
    let mut there = files(&project.web());
    there.retain(|path, _| before.contains_key(path) || !path.contains("assets/"));
    assert_eq!(there, before);
}

#[test]
fn a_publication_that_changes_nothing_for_readers_leaves_what_can_be_undone() {
    let project = Project::new();
    project.publish(&[], 0);
    let before = project.built();
    project.write(
        "content/alfa/municipality.yaml",
        "name: Alfa kommun\ncode: \"0127\"\nlook: {colour: '#7a1f5c'}\n",
    );
    project.publish(&[], 0);
    // The old style goes now, and nobody sees it.
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    assert!(project.publish(&["--undo"], 0).contains("Undone"));
    let mut there = files(&project.web());
    there.retain(|path, _| before.contains_key(path) || !path.contains("assets/"));
    assert_eq!(there, before);
}

#[test]
fn where_a_kept_file_is_damaged_nothing_is_undone_by_half() {
    let project = Project::new();
    project.publish(&[], 0);
    let old = files(&project.web())["alfa/nyheter/2026-01-01-nyhet/index.html"].clone();
    project.news(1, "En annan ingress.");
    project.news(2, "En annan ingress.");
    project.publish(&[], 0);
    let there = files(&project.web());
    let kept = project.source().join(".fcsite/published/prov/files");
    let (name, _) = files(&kept).into_iter().find(|(_, bytes)| *bytes == old).unwrap();
    // Not through the second name that the output may have.
    fs::remove_file(kept.join(&name)).unwrap();
    fs::write(kept.join(&name), "damaged").unwrap();
    let said = project.publish(&["--undo"], 1);
    assert!(said.contains("not whole") && said.contains("Nothing was changed there"), "{said}");
    assert_eq!(files(&project.web()), there);
    assert!(!project.web().join(".fcsite-publishing").exists());
}

#[test]
fn while_another_computer_publishes_nothing_is_sent_also_where_every_question_is_answered() {
    let project = Project::new();
    project.publish(&[], 0);
    let before = files(&project.web());
    project.news(1, "En annan ingress.");
    let lock = project.web().join(LOCK);
    let beat = |number: u32| {
        let text =
            format!("fcsite-lock 1\nhome {}\nby kontoret\nat nyss\ntoken t\nbeat {number}\n", "a".repeat(32));
        fs::write(lock.with_extension("new"), text).unwrap();
        fs::rename(lock.with_extension("new"), &lock).unwrap();
    };
    beat(0);
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut number = 0;
            while !stop.load(Ordering::Relaxed) {
                number += 1;
                beat(number);
                std::thread::sleep(Duration::from_millis(300));
            }
        });
        let output = project.run(&["--yes"]);
        stop.store(true, Ordering::Relaxed);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("from kontoret") && said.contains("is under way"), "{said}");
    });
    assert_eq!(files(&project.web()), before);
    // It stands still now: that computer was switched off.
    project.publish(&["--yes"], 0);
    assert_eq!(files(&project.web()), project.built());
    assert!(!lock.exists());
}

#[test]
fn a_lock_that_was_left_torn_by_a_killed_publication_is_taken_over() {
    let project = Project::new();
    for torn in ["", "fcsite-lock 1\nhome a"] {
        fs::write(project.web().join(LOCK), torn).unwrap();
        project.news(1, &format!("Efter {} tecken.", torn.len()));
        project.publish(&[], 0);
        assert_eq!(files(&project.web()), project.built());
        assert!(!project.web().join(LOCK).exists());
    }
}

#[test]
fn of_publications_at_the_same_moment_each_is_whole_or_not_there() {
    let one = Project::new();
    one.publish(&[], 0);
    let two = other(&one);
    for round in 0..6 {
        for (project, name) in [(&one, "ett"), (&two, "tva")] {
            (1..=12).for_each(|day| project.news(day, &format!("Från {name}, varv {round}.")));
        }
        let begun = [&one, &two]
            .map(|project| project.command(&["--yes"]).stderr(std::process::Stdio::piped()).spawn().unwrap());
        let ended = begun.map(|child| child.wait_with_output().unwrap());
        let told: Vec<_> = ended.iter().map(|output| String::from_utf8_lossy(&output.stderr)).collect();
        for (output, told) in ended.iter().zip(&told) {
            let is_refused = ["is under way", "while you answered"].iter().any(|why| told.contains(why));
            assert!(output.status.success() || output.status.code() == Some(1) && is_refused, "{told}");
        }
        assert!(ended.iter().any(|output| output.status.success()), "{told:?}");
        let mut there = files(&one.web());
        there.retain(|path, _| !path.contains("assets/"));
        let built = [&one, &two].map(|project| {
            let mut built = project.built();
            built.retain(|path, _| !path.contains("assets/"));
            built
        });
        assert!(built.contains(&there), "{round}: pages of both\n{}", told.join("\n"));
        assert!(!one.web().join(LOCK).exists() && !one.web().join(".fcsite-publishing").exists());
    }
}

#[test]
fn a_list_that_could_not_be_put_does_not_become_what_is_undone() {
    let project = Project::new();
    project.publish(&[], 0);
    let (list, aside) = (project.web().join(".fcsite-published"), project.web().join("aside"));
    let journal = project.web().join(".fcsite-publishing");
    // A folder lies where the list shall be, so that all but the last step succeeds. Who comes too late for it tries with the next edit.
    let prevented = (0..50).find_map(|round| {
        let before = project.built();
        project.news(1, &format!("En annan ingress, {round}."));
        let mut child = project.command(&[]).stderr(std::process::Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && !journal.exists() {
            std::thread::yield_now();
        }
        fs::rename(&list, &aside).unwrap();
        fs::create_dir(&list).unwrap();
        fs::write(list.join("x"), "").unwrap();
        let is_failed = !child.wait().unwrap().success();
        fs::remove_dir_all(&list).unwrap();
        fs::rename(&aside, &list).unwrap();
        is_failed.then_some(before)
    });
    let before = prevented.expect("the list was put each time before it could be prevented");
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
    project.publish(&["--undo"], 0);
    assert_eq!(files(&project.web()), before);
}

#[test]
fn a_list_or_a_journal_that_is_gone_or_damaged_is_told_and_nothing_stays_for_ever() {
    for (name, text) in [
        (".fcsite-published", None),
        (".fcsite-published", Some("torn")),
        (".fcsite-publishing", Some("torn")),
    ] {
        let project = Project::new();
        project.publish(&[], 0);
        match text {
            Some(text) => fs::write(project.web().join(name), text).unwrap(),
            None => fs::remove_file(project.web().join(name)).unwrap(),
        }
        project.remove("content/alfa/news/2026-01-05-nyhet.md");
        let said = project.publish(&[], 5);
        assert!(said.contains("is gone or damaged"), "{name}: {said}");
        project.publish(&["--yes"], 0);
        assert_eq!(files(&project.web()), project.built(), "{name} {text:?}");
        assert!(project.publish(&[], 0).contains("Everything is published already"));
    }
}

#[test]
fn pages_that_come_and_go_by_the_calendar_are_no_loss() {
    let project = Project::new();
    let centre = "name: Torget\nstatus: open\naddress: {street: Torget 1}\nservices:\n  - kind: open_preschool\n    \
                  hours: {mon-fri: 9-12}\nactivities:\n  - {id: sang, title: Sång, day: mon, from: 10, to: 11}\n";
    project.write("content/alfa/centres/torget.yaml", centre);
    (3..=12).for_each(|day| project.remove(&format!("content/alfa/news/2026-01-{day:02}-nyhet.md")));
    project.publish(&[], 0);
    let weeks = |project: &Project| {
        files(&project.web()).into_keys().filter(|path| path.contains("/kalender/2026-v")).count()
    };
    assert!(weeks(&project) > 5, "{}", weeks(&project));
    let output = project.run(&["--quiet", "--now", "2026-06-01"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
