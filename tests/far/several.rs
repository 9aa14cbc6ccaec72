//! More than one publication: at the same time, broken off, undone.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::project::{Project, files};

const LOCK: &str = ".fcsite-publish-lock";

/// Publishes until the journal lies there, and kills it then.
fn break_off(project: &Project) {
    let journal = project.web().join(".fcsite-publishing");
    for round in 0..50 {
        project.news(13 + round % 10, &format!("Varv {round}."));
        let mut child = project.command(&[]).stderr(std::process::Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && !journal.exists() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let _ = child.kill();
        child.wait().unwrap();
        if journal.exists() {
            return;
        }
    }
    panic!("no publication was caught under way");
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
