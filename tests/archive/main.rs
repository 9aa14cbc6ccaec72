//! `fcsite archive`: what was published is kept, and a day of it is shown again.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so by failing"
)]

mod craft;
mod damaged;
mod hostile;
#[cfg(target_os = "linux")]
mod killed;
mod project;
mod published;

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use project::{Project, said, tree};

/// Two publications with an edit between, and their sites.
fn edited() -> (Project, [project::Tree; 2]) {
    let project = Project::new();
    project.add("2026-03-01");
    let first = project.site();
    project.news(2, "En ny ingress.");
    project.news(5, "Om våren.");
    fs::remove_file(project.source().join("content/alfa/news/2026-01-01-nyhet.md")).unwrap();
    project.add("2026-03-10");
    let second = project.site();
    (project, [first, second])
}

#[test]
fn a_day_is_shown_byte_for_byte_and_the_same_publication_adds_nothing() {
    let (project, [first, second]) = edited();
    assert_ne!(first, second);
    for (day, site) in [
        ("2026-03-01", &first),
        ("2026-03-09", &first),
        ("2026-03-10", &second),
        ("2026-12-31", &second),
        ("2031-01-01", &second),
    ] {
        assert!(project.show(day).unwrap() == *site, "{day}");
    }
    let told = project.show("2026-02-28").unwrap_err();
    assert!(told.contains("FC0331") && told.contains("nothing of 2026-02-28 or before"), "{told}");
    let before = tree(&project.archive());
    let told = project.add("2026-03-10");
    assert!(told.contains("Nothing was added"), "{told}");
    assert!(tree(&project.archive()) == before);
}

#[test]
fn each_year_is_a_file_that_is_whole_by_itself() {
    let (project, [_, second]) = edited();
    let old = fs::read(project.archive().join("2026.wacz")).unwrap();
    project.news(6, "I januari.");
    let told = project.add("2027-01-02");
    assert!(told.contains("Archived in 2027.wacz"), "{told}");
    let third = project.site();
    assert!(fs::read(project.archive().join("2026.wacz")).unwrap() == old, "an ended year stays");
    assert!(project.show("2027-01-01").unwrap() == second);
    assert!(project.show("2027-06-01").unwrap() == third);
    fs::remove_file(project.archive().join("2026.wacz")).unwrap();
    assert!(project.show("2027-06-01").unwrap() == third, "the year alone has all of its site");
    assert!(project.show("2026-06-01").unwrap_err().contains("2026.wacz is missing"));
}

#[test]
fn two_archives_of_the_same_days_are_the_same_bytes() {
    let (one, _) = edited();
    let (other, _) = edited();
    assert!(tree(&one.archive()) == tree(&other.archive()));
}

#[test]
fn a_later_publication_of_a_day_is_that_days_site_and_an_earlier_day_is_refused() {
    let (project, _) = edited();
    project.news(7, "På eftermiddagen.");
    project.add("2026-03-10");
    assert!(project.show("2026-03-10").unwrap() == project.site());
    let output = project.run(&["archive", "../arkiv", "--now", "2026-03-09"]);
    assert!(said(&output).contains("does not go back in time"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(1));
}

/// What readers that are not ours found in a year's file.
fn read(file: &Path) -> Value {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let python = here.join("tests/external/cases/archive/bin/python");
    let valid = Command::new(&python).args(["-m", "wacz", "validate", "-f"]).arg(file).output().unwrap();
    assert!(valid.status.success(), "{}", said(&valid));
    assert!(said(&valid).contains("Validation succeeded"), "{}", said(&valid));
    let output = Command::new(python).arg(here.join("tests/archive/read.py")).arg(file).output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn warcio_and_py_wacz_read_it_and_what_is_unchanged_is_a_revisit() {
    let (project, [first, second]) = edited();
    let found = read(&project.archive().join("2026.wacz"));
    assert_eq!(
        (&found["problems"], &found["torn"], &found["dangling"]),
        (&json!([]), &Value::Null, &json!(0))
    );
    assert_eq!(found["files"], json!(["20260301110000.warc.gz", "20260310110000.warc.gz"]));
    assert_eq!(
        (&found["same_index"], &found["sorted"], &found["stored"]),
        (&json!(true), &json!(true), &json!(true))
    );
    let whole: std::collections::BTreeSet<&Vec<u8>> = first.values().chain(second.values()).collect();
    let kinds = &found["kinds"];
    assert_eq!(kinds["warcinfo"], 2);
    assert_eq!(kinds["response"], whole.len(), "each file's bytes once");
    assert_eq!(kinds["revisit"], first.len() + second.len() - whole.len());
    assert_eq!(found["lines"], first.len() + second.len());
    let pages = found["pages"].as_array().unwrap();
    let count =
        |url: &str| pages.iter().filter(|page| **page == format!("https://lan.example/familj/{url}")).count();
    assert_eq!([count("alfa/nyheter/2026-01-02-nyhet/"), count("alfa/om/")], [2, 1]);
}

#[test]
fn the_inventory_has_each_version_with_its_days_and_its_kind() {
    let (project, [_, second]) = edited();
    let text = fs::read_to_string(project.archive().join("inventory.csv")).unwrap();
    let rows: Vec<std::collections::HashMap<String, String>> =
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(Result::unwrap).collect();
    let of = |end: &str| -> Vec<String> {
        let address = format!("https://lan.example/familj/alfa/{end}");
        let own = rows.iter().filter(|row| row["address"] == address);
        own.map(|row| format!("{} {} {}–{}", row["title"], row["kind"], row["from"], row["until"])).collect()
    };
    let title = "Nyhet 1 – alfa";
    assert_eq!(of("nyheter/2026-01-01-nyhet/"), [format!("{title} news 2026-03-01–2026-03-10")]);
    let versions = of("nyheter/2026-01-02-nyhet/");
    assert_eq!(versions.len(), 2, "{versions:?}");
    assert!(versions[1].ends_with("news 2026-03-10–"), "{versions:?}");
    assert!(of("om/")[0].starts_with("Om & oss"), "{:?}", of("om/"));
    assert!(of("familjecentraler/torget/")[0].contains(" centres "), "{:?}", of("familjecentraler/torget/"));
    let current: Vec<_> = rows.iter().filter(|row| row["until"].is_empty()).collect();
    assert_eq!(current.len(), second.len());
    let hashes: std::collections::BTreeSet<String> =
        second.values().map(|bytes| craft::hash(bytes)).collect();
    assert!(current.iter().all(|row| hashes.contains(&row["hash"])));
}

#[test]
fn what_is_to_be_discarded_is_archived_all_the_same_and_listed() {
    let project = Project::new();
    let site = "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n";
    project.write(
        "content/site.yaml",
        &format!("{site}arkivering: {{nyheter: bevara, öppettider: gallra, design: discard}}\n"),
    );
    project.add("2026-03-01");
    let text = fs::read_to_string(project.archive().join("retention.csv")).unwrap();
    let rule =
        |kind: &str| text.lines().find(|line| line.starts_with(&format!("{kind},"))).unwrap().to_string();
    assert!(
        rule("hours").starts_with("hours,discard,") && rule("design").starts_with("design,discard,"),
        "{text}"
    );
    assert!(rule("news").starts_with("news,keep,4,4,2026-03-01,2026-03-01"), "{text}");
    assert_eq!(text.lines().count(), 10, "{text}");
    assert!(project.show("2026-03-01").unwrap() == project.site());
    project.write("content/site.yaml", &format!("{site}retention: {{newz: keep}}\n"));
    let told = said(&project.run(&["archive", "../arkiv", "--now", "2026-03-02"]));
    assert!(told.contains("FC0021") && told.contains("newz") && told.contains("news"), "{told}");
    project.write("content/site.yaml", &format!("{site}retention: {{news: keeep}}\n"));
    let told = said(&project.run(&["check", "--now", "2026-03-02"]));
    assert!(told.contains("FC0024") && told.contains("keep"), "{told}");
}

#[test]
fn a_day_is_never_shown_over_something() {
    let (project, [first, _]) = edited();
    let show = |output: &str| project.run(&["archive", "show", "../arkiv", "2026-03-01", "-o", output]);
    fs::create_dir_all(project.path("full")).unwrap();
    fs::write(project.path("full/egen.txt"), "min").unwrap();
    fs::create_dir(project.path("empty")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(project.path("empty"), project.path("link")).unwrap();
    for taken in ["../full", "../full/egen.txt", "../link", "/", "..", "."] {
        let output = show(taken);
        assert_eq!(output.status.code(), Some(1), "{taken}: {}", said(&output));
        assert!(said(&output).contains("FC0331"), "{taken}: {}", said(&output));
    }
    assert_eq!(tree(&project.path("full")).keys().collect::<Vec<_>>(), ["egen.txt"]);
    assert!(tree(&project.path("empty")).is_empty());
    let output = show("../empty");
    assert!(output.status.success(), "{}", said(&output));
    assert!(tree(&project.path("empty")) == first);
    let output = project.run(&["archive", "show", "../ingenstans", "2026-03-01", "-o", "../ny"]);
    assert!(said(&output).contains("no archive"), "{}", said(&output));
}

#[test]
fn an_archive_lies_in_a_folder_of_its_own() {
    let project = Project::new();
    fs::create_dir(project.path("annat")).unwrap();
    fs::write(project.path("annat/brev.txt"), "hej").unwrap();
    for (folder, words) in [
        ("../annat", "brev.txt"),
        ("content/alfa", "made from"),
        ("public", "made from"),
        (".", "made from"),
        ("..", "made from"),
    ] {
        fs::create_dir_all(project.source().join("public")).unwrap();
        let output = project.run(&["archive", folder, "--now", "2026-03-01"]);
        assert_eq!(output.status.code(), Some(1), "{folder}: {}", said(&output));
        assert!(said(&output).contains(words), "{folder}: {}", said(&output));
    }
    assert_eq!(tree(&project.path("annat")).keys().collect::<Vec<_>>(), ["brev.txt"]);
    let output = project.run(&["archive", "--now", "2026-03-01"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    project.news(9, "{");
    project.write("content/alfa/news/2026-01-09-nyhet.md", "---\ntitle: [\n---\n");
    let output = project.run(&["archive", "../arkiv", "--now", "2026-03-01"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(!project.archive().exists(), "with an error nothing is archived");
}
