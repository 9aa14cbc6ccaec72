//! A folder as a target.

use std::fs;

use super::project::{Project, files};

const FIRST: &str = "alfa/nyheter/2026-01-01-nyhet/index.html";

#[test]
fn a_site_is_published_once_then_nothing_is_sent_then_what_changed() {
    let project = Project::new();
    let said = project.publish(&[], 0);
    assert!(said.contains("new pages") && said.contains("Published"), "{said}");
    assert_eq!(files(&project.web()), project.built());
    assert!(project.publish(&["prov"], 0).contains("Everything is published already"));
    project.news(1, "En annan ingress.");
    let said = project.publish(&[], 0);
    assert!(said.contains("prov: 0 new pages") && said.contains("/alfa/nyheter/2026-01-01-nyhet/"), "{said}");
    assert_eq!(files(&project.web()), project.built());
    // Nothing is left of how it was done.
    let names =
        fs::read_dir(project.web()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let own: Vec<String> = names.filter(|name| name.starts_with(".fcsite")).collect();
    assert_eq!(own, [".fcsite-published"]);
}

#[test]
fn what_is_gone_from_the_site_is_removed_and_what_others_put_there_stays() {
    let project = Project::new();
    project.publish(&[], 0);
    fs::write(project.web().join("alfa/nyheter/2026-01-01-nyhet/theirs.txt"), "theirs").unwrap();
    fs::write(project.web().join("robots-of-theirs.txt"), "theirs").unwrap();
    project.remove("content/alfa/news/2026-01-01-nyhet.md");
    project.remove("content/alfa/news/2026-01-02-nyhet.md");
    let said = project.publish(&[], 0);
    assert!(said.contains("Removed: /alfa/nyheter/2026-01-01-nyhet/"), "{said}");
    let mut expected = project.built();
    expected.insert("alfa/nyheter/2026-01-01-nyhet/theirs.txt".into(), b"theirs".to_vec());
    expected.insert("robots-of-theirs.txt".into(), b"theirs".to_vec());
    assert_eq!(files(&project.web()), expected);
    assert!(!project.web().join("alfa/nyheter/2026-01-02-nyhet").exists());
}

#[test]
fn a_dry_run_says_what_would_happen_and_does_nothing() {
    let project = Project::new();
    let said = project.publish(&["--dry-run"], 0);
    assert!(said.contains("Nothing was sent") && said.contains("new pages"), "{said}");
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
}

/// What this computer put there before is no reason to wait for somebody else.
#[test]
fn a_target_that_was_emptied_or_is_another_folder_now_is_published_to() {
    let project = Project::new();
    project.publish(&[], 0);
    fs::remove_dir_all(project.web()).unwrap();
    fs::create_dir(project.web()).unwrap();
    let said = project.publish(&[], 0);
    assert!(said.contains("Published"), "{said}");
    assert_eq!(files(&project.web()), project.built());
    let other = project.path().join("other");
    fs::create_dir(&other).unwrap();
    project.write("publish.yaml", &format!("prov:\n  mapp: {}\n", other.display()));
    project.publish(&[], 0);
    assert_eq!(files(&other), project.built());
}

#[test]
fn the_last_publication_is_undone_and_done_again() {
    let project = Project::new();
    assert!(project.publish(&["--undo"], 1).contains("has not kept"));
    project.publish(&[], 0);
    let before = files(&project.web());
    project.news(1, "En annan ingress.");
    project.news(13, "En ny.");
    project.remove("content/alfa/news/2026-01-05-nyhet.md");
    project.publish(&[], 0);
    let after = files(&project.web());
    assert_ne!(before, after);
    let said = project.publish(&["--undo"], 0);
    assert!(said.contains("Undone") && said.contains("1 page restored"), "{said}");
    assert_eq!(files(&project.web()), before);
    project.publish(&["--undo"], 0);
    assert_eq!(files(&project.web()), after);
    // The files for it take no more room than two publications have.
    project.news(1, "Ett tredje ord.");
    project.publish(&[], 0);
    project.news(1, "Ett fjärde ord.");
    project.publish(&[], 0);
    let kept = files(&project.source().join(".fcsite/published/prov/files"));
    assert!(!kept.values().any(|bytes| *bytes == after[FIRST]), "the third publication before is still kept");
    assert!(kept.values().any(|bytes| *bytes == files(&project.web())[FIRST]));
}

#[test]
fn that_somebody_else_has_published_is_said_and_nothing_is_sent_before_it_is_answered() {
    let project = Project::new();
    let other = Project::new();
    project.publish(&[], 0);
    let web = project.web().display().to_string();
    other.write("publish.yaml", &format!("prov: {{folder: {web}}}\n"));
    other.news(3, "Från en annan dator.");
    let before = files(&project.web());
    let said = other.publish(&[], 5);
    assert!(
        said.contains("Somebody else has published since") && said.contains("2026-01-03-nyhet"),
        "{said}"
    );
    assert_eq!(files(&project.web()), before);
    other.publish(&["--yes"], 0);
    assert_eq!(files(&project.web()), other.built());
    // Now it is the first who is told.
    assert!(project.publish(&[], 5).contains("Somebody else"));
    assert!(project.publish(&["--undo"], 1).contains("has not kept"));
}

#[test]
fn that_more_than_a_fifth_of_the_pages_go_is_asked() {
    let project = Project::new();
    project.publish(&[], 0);
    (1..=11).for_each(|day| project.remove(&format!("content/alfa/news/2026-01-{day:02}-nyhet.md")));
    let before = files(&project.web());
    let said = project.publish(&[], 5);
    assert!(said.contains("pages are removed"), "{said}");
    assert_eq!(files(&project.web()), before);
    project.publish(&["--yes"], 0);
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn files_that_lie_there_already_are_replaced_only_when_that_was_answered() {
    let project = Project::new();
    fs::write(project.web().join("index.html"), "from before").unwrap();
    let said = project.publish(&[], 5);
    assert!(said.contains("index.html"), "{said}");
    assert_eq!(fs::read_to_string(project.web().join("index.html")).unwrap(), "from before");
    project.publish(&["--yes"], 0);
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn style_of_the_publication_before_stays_for_one_more() {
    let project = Project::new();
    project.publish(&[], 0);
    let styles = |project: &Project| -> Vec<String> {
        files(&project.web())
            .into_keys()
            .filter(|path| path.starts_with("alfa/assets/") && path.contains("site."))
            .collect()
    };
    let first = styles(&project);
    assert_eq!(first.len(), 1);
    let config = "name: Alfa kommun\ncode: \"0127\"\nlook: {colour: '#7a1f5c'}\n";
    project.write("content/alfa/municipality.yaml", config);
    project.publish(&[], 0);
    let both = styles(&project);
    assert!(both.len() == 2 && both.contains(&first[0]), "{both:?}");
    project.news(1, "En tredje gång.");
    project.publish(&[], 0);
    assert!(!styles(&project).contains(&first[0]));
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn a_folder_that_is_not_there_or_that_the_site_is_made_from_is_refused() {
    let project = Project::new();
    for (folder, why) in [
        ("../missing", "there is no folder"),
        ("content", "made from"),
        ("..", "made from"),
        ("public", "made from"),
    ] {
        project.write("publish.yaml", &format!("prov: {{folder: {folder}}}\n"));
        let said = project.publish(&[], 1);
        assert!(said.contains("FC0157") && said.contains(why), "{folder}: {said}");
    }
}

#[test]
fn a_folder_that_is_a_programs_is_refused() {
    let project = Project::new();
    for folder in [".git", ".git/hooks", "./.vscode/ut", "ut/.x", "../annat/.Git/info"] {
        let path = project.source().join(folder);
        std::fs::create_dir_all(&path).unwrap();
        project.write("publish.yaml", &format!("prov: {{folder: {folder}}}\n"));
        let said = project.publish(&["--yes"], 1);
        assert!(said.contains("belongs to a program"), "{folder}: {said}");
        assert_eq!(
            std::fs::read_dir(&path)
                .unwrap()
                .filter(|entry| entry.as_ref().unwrap().file_name() != "hooks")
                .count(),
            0
        );
    }
}

#[test]
fn a_folder_within_the_repository_is_no_link_to_elsewhere() {
    let project = Project::new();
    let elsewhere = project.path().join("elsewhere");
    std::fs::create_dir_all(elsewhere.join("inner")).unwrap();
    std::os::unix::fs::symlink(&elsewhere, project.source().join("ut")).unwrap();
    for folder in ["ut", "ut/inner", "./ut", "ut/../ut"] {
        project.write("publish.yaml", &format!("prov:\n  mapp: {folder}\n"));
        let said = project.publish(&["--yes"], 1);
        assert!(said.contains("is a link"), "{folder}: {said}");
        assert_eq!(std::fs::read_dir(&elsewhere).unwrap().count(), 1);
    }
}

#[test]
fn errors_in_the_content_publish_nothing() {
    let project = Project::new();
    project.write("content/alfa/news/2026-01-01-nyhet.md", "---\ntitle: Utan ingress\n---\n");
    project.publish(&[], 1);
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
}

#[test]
fn a_draft_goes_nowhere_also_when_a_build_showed_it() {
    let project = Project::new();
    project.write(
        "content/alfa/news/2026-01-20-utkast.md",
        "---\ntitle: Hemligt\nlead: Ingress.\ndraft: true\n---\nText.\n",
    );
    let mut build = std::process::Command::new(env!("CARGO_BIN_EXE_fcsite"));
    build
        .args(["build", "--drafts", "--now", "2026-02-01"])
        .current_dir(project.source())
        .env("HOME", &project.home);
    assert!(build.output().unwrap().status.success());
    assert!(project.built().keys().any(|path| path.contains("utkast")));
    project.publish(&[], 0);
    assert!(!files(&project.web()).keys().any(|path| path.contains("utkast")));
}

#[test]
fn the_report_is_told_to_programs_as_json() {
    let project = Project::new();
    let output = project.run(&["--json"]);
    let text = String::from_utf8(output.stdout).unwrap();
    let last: serde_json::Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    assert_eq!(last["type"], "publication");
    assert_eq!(last["what"], "published");
    assert!(
        last["new"].as_array().unwrap().iter().any(|page| page == "/alfa/nyheter/2026-01-01-nyhet/"),
        "{text}"
    );
}
