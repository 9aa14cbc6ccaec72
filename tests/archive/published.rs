//! `archive:` in `publish.yaml`: each publication is added after it succeeded.

use std::fs;

use crate::project::{Project, said, tree};

fn project() -> Project {
    let project = Project::new();
    fs::create_dir_all(project.path("web")).unwrap();
    project
        .write("publish.yaml", "prov: {mapp: ../web, webbadress: https://prov.example}\narkiv: ../arkiv\n");
    project
}

fn publish(project: &Project, more: &[&str]) -> (Option<i32>, String) {
    let output = project.run(&[&["publish", "--no-look", "--yes"][..], more].concat());
    (output.status.code(), said(&output))
}

/// What readers have.
fn web(project: &Project) -> crate::project::Tree {
    let mut web = tree(&project.path("web"));
    web.retain(|path, _| !path.starts_with('.'));
    web
}

#[test]
fn each_publication_is_archived_with_the_address_that_readers_have() {
    let project = project();
    let (code, told) = publish(&project, &["--now", "2026-03-01"]);
    assert!(code == Some(0) && told.contains("Archived in 2026.wacz"), "{told}");
    let first = web(&project);
    assert!(project.show("2026-03-01").unwrap() == first);
    let inventory = fs::read_to_string(project.archive().join("inventory.csv")).unwrap();
    assert!(inventory.contains("\nhttps://prov.example/alfa/,"), "{inventory}");
    let (code, told) = publish(&project, &["--now", "2026-03-01"]);
    assert!(code == Some(0) && told.contains("Nothing was added"), "{told}");
    project.news(2, "En ny ingress.");
    let (_, told) = publish(&project, &["--dry-run", "--now", "2026-03-05"]);
    assert!(!told.contains("Archived"), "{told}");
    let (code, told) = publish(&project, &["--now", "2026-03-05"]);
    assert!(code == Some(0) && told.contains("Archived in 2026.wacz"), "{told}");
    assert!(project.show("2026-03-04").unwrap() == first);
    // What is undone is what readers have from then on.
    let (code, told) = publish(&project, &["--undo", "--now", "2026-03-06"]);
    assert!(code == Some(0) && told.contains("Archived in 2026.wacz"), "{told}");
    assert!(project.show("2026-03-06").unwrap() == first);
    assert!(project.show("2026-03-05").unwrap() != first);
}

#[test]
fn a_publication_stands_where_its_archive_fails_and_is_archived_by_the_next_one() {
    let project = project();
    fs::create_dir(project.archive()).unwrap();
    fs::write(project.archive().join("brev.txt"), "hej").unwrap();
    let (code, told) = publish(&project, &["--now", "2026-03-01"]);
    assert_eq!(code, Some(1), "{told}");
    assert!(told.contains("It was published, but not archived") && told.contains("brev.txt"), "{told}");
    assert!(web(&project).contains_key("alfa/index.html"));
    fs::remove_file(project.archive().join("brev.txt")).unwrap();
    let (code, told) = publish(&project, &["--now", "2026-03-01"]);
    assert!(code == Some(0) && told.contains("Archived in 2026.wacz"), "{told}");
    assert!(project.show("2026-03-01").unwrap() == web(&project));
}

#[test]
fn an_archive_alone_is_no_target_and_is_where_the_command_adds() {
    let project = project();
    project.write("publish.yaml", "archive: ../arkiv\n");
    let (code, told) = publish(&project, &[]);
    assert!(code == Some(2) && told.contains("FC0155") && told.contains("no target"), "{told}");
    // That file may be somebody else's: one outside the site's folder is named by the person first.
    let output = project.run(&["archive", "--now", "2026-03-01"]);
    assert_eq!(output.status.code(), Some(5), "{}", said(&output));
    assert!(said(&output).contains("Nothing was archived") && !project.archive().exists());
    assert!(!project.source().join("public").exists(), "nor was anything built for it");
    project.add("2026-03-01");
    project.news(2, "En ny ingress.");
    let output = project.run(&["archive", "--now", "2026-03-01"]);
    assert!(output.status.success() && said(&output).contains("Archived in 2026.wacz"), "{}", said(&output));
    // That of another folder is another; what was said in another folder says nothing here.
    project.write("publish.yaml", "archive: ../hem/.ny-mapp\n");
    assert_eq!(project.run(&["archive"]).status.code(), Some(5));
    assert!(!project.path("hem").exists());
    project.write("publish.yaml", "archive: arkiv\n");
    assert_eq!(
        project.run(&["archive", "--now", "2026-03-02"]).status.code(),
        Some(0),
        "in the site's own folder"
    );
    project.write("publish.yaml", "prov: {mapp: ../web}\narchive: content/arkiv\n");
    let (code, told) = publish(&project, &["--now", "2026-03-02"]);
    assert!(
        code == Some(1) && told.contains("FC0331") && !project.source().join("content/arkiv").exists(),
        "{told}"
    );
    project.write("publish.yaml", "prov: {mapp: ../web}\narchive: {folder: x}\n");
    let (code, told) = publish(&project, &["--now", "2026-03-02"]);
    assert!(code == Some(1) && told.contains("FC0023"), "{told}");
}

#[test]
fn the_archive_of_one_site_is_not_added_to_by_another() {
    let project = Project::new();
    project.add("2026-03-01");
    let before = tree(&project.archive());
    project
        .write("content/site.yaml", "title: Annan\nbase_url: https://annan.example\norganisation: Annan\n");
    for more in [&[][..], &["--base-url", "https://lan.example/annan"]] {
        let output = project.run(&[&["archive", "../arkiv", "--now", "2026-03-02"], more].concat());
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("the archive of https://lan.example/familj,"), "{}", said(&output));
        assert!(tree(&project.archive()) == before);
    }
    let again = ["archive", "../arkiv", "--now", "2026-03-02", "--base-url", "https://lan.example/familj"];
    assert_eq!(project.run(&again).status.code(), Some(0));
}
