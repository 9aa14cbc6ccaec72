//! The program itself: arguments, streams, exit codes, and what a killed build leaves.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_fcsite");

/// A small site on disk.
struct Project {
    folder: TempDir,
}

impl Project {
    fn new() -> Self {
        let project = Self { folder: tempfile::tempdir().unwrap() };
        project
            .write("content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n");
        project.write("content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\n");
        project.write("content/beta/municipality.yaml", "name: Beta kommun\ncode: \"0138\"\n");
        let centre = "name: Torget\nstatus: open\nreviewed: 2026-02-01\naddress: {street: Torget 1}\nservices:\n  - kind: child_health\n";
        project.write("content/alfa/centres/torget.yaml", centre);
        project.write("content/beta/centres/torget.yaml", centre);
        for day in 1..=25 {
            project.write(
                &format!("content/alfa/news/2026-01-{day:02}-nyhet.md"),
                &format!("---\ntitle: Nyhet {day}\nlead: Ingress.\n---\nText A.\n"),
            );
        }
        project
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(self.path()).env_remove("NO_COLOR").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn build(&self, more: &[&str]) -> Output {
        let mut arguments = vec!["build", "--now", "2026-03-01"];
        arguments.extend(more);
        self.run(&arguments)
    }

    fn public(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.path().join("public"))
    }
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let walk = walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file());
    walk.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_string();
        (name, fs::read(entry.path()).unwrap())
    })
    .collect()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_build_says_what_it_did_in_its_last_line_on_stderr_and_nothing_on_stdout() {
    let project = Project::new();
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), "");
    let stderr = text(&output.stderr);
    let last = stderr.lines().last().unwrap();
    assert!(
        last.contains(" pages: ") && last.contains(" new, 0 changed, 0 removed, 0 unchanged, 3 warnings"),
        "{last}"
    );
    assert!(last.ends_with("public"), "{last}");
    let again = text(&project.build(&[]).stderr);
    assert!(again.lines().last().unwrap().contains(": 0 new, 0 changed, 0 removed, "), "{again}");
}

#[test]
fn help_and_version_go_to_stdout_and_wrong_usage_ends_with_2() {
    let project = Project::new();
    for arguments in [&["--help"][..], &["build", "--help"], &["--version"]] {
        let output = project.run(arguments);
        assert_eq!(output.status.code(), Some(0));
        assert!(!output.stdout.is_empty() && output.stderr.is_empty(), "{arguments:?}");
    }
    let version = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_fcsite"));
        text(&command.args(arguments).output().unwrap().stdout)
    };
    assert_eq!(version(&["--version"]), version(&["--lang", "sv", "-V"]));
    let wrong: [&[&str]; 6] = [
        &[],
        &["bygg"],
        &["build", "--nu"],
        &["build", "--now", "i går"],
        &["build", "-u", "javascript:x"],
        &["build", "-s", "finns-inte"],
    ];
    for arguments in wrong {
        let output = project.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stderr));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn all_faults_are_told_at_once_with_file_line_column_the_line_and_help_and_nothing_is_published() {
    let project = Project::new();
    project.build(&[]);
    let before = project.public();
    project.write(
        "content/alfa/centres/torget.yaml",
        "name: Torget\nstatus: opne\naddres: {street: x}\nservices: [{kind: child_health}]\n",
    );
    project.write(
        "content/beta/news/2026-01-01-fel.md",
        "---\ntitle: Fel\nlead: L\n---\n[bort](../pages/finns-inte.md)\n",
    );
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    let stderr = text(&output.stderr);
    for wanted in [
        "content/alfa/centres/torget.yaml:2:9",
        "status: opne",
        "Did you mean “open”?",
        "content/alfa/centres/torget.yaml:3:1",
        "Did you mean “address”?",
        "content/beta/news/2026-01-01-fel.md:5:",
        "FC0104",
        "3 errors",
    ] {
        assert!(stderr.contains(wanted), "{wanted} is missing in\n{stderr}");
    }
    assert_eq!(project.public(), before);
}

#[test]
fn json_gives_a_line_for_each_diagnostic_and_one_for_the_report_on_stdout() {
    let project = Project::new();
    let output = project.build(&["--json"]);
    assert!(output.stderr.is_empty(), "{}", text(&output.stderr));
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (report, rest) = lines.split_last().unwrap();
    assert_eq!((report["type"].as_str(), report["published"].as_bool()), (Some("report"), Some(true)));
    let (changes, diagnostics) = rest.split_last().unwrap();
    assert_eq!(changes["type"], "changes");
    // The two municipalities, and the region.
    assert_eq!(diagnostics.len(), 3);
    for diagnostic in diagnostics {
        assert_eq!(
            (diagnostic["code"].as_str(), diagnostic["severity"].as_str()),
            (Some("FC0086"), Some("warning"))
        );
        let file = diagnostic["file"].as_str().unwrap();
        assert!(file.ends_with("municipality.yaml") || file == "content/site.yaml", "{file}");
    }
}

#[test]
fn addresses_that_go_are_told_before_and_after_and_what_changed_is_listed_for_programs() {
    let project = Project::new();
    project.write("content/alfa/pages/om.md", "---\ntitle: Om oss\n---\nText.\n");
    let lines = |arguments: &[&str]| {
        let output = project.command(arguments).output().unwrap();
        let lines = text(&output.stdout);
        let mut lines = lines.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        (lines.find(|line| line["type"] == "changes"), text(&output.stderr))
    };
    let (build, check) = (["build", "--now", "2026-03-01"], ["check", "--now", "2026-03-01"]);
    let json = |arguments: [&'static str; 3]| [&arguments[..], &["--json"]].concat();
    assert_eq!(lines(&json(check)).0, None, "there is nothing yet that could go");
    let (first, _) = lines(&json(build));
    let first = first.unwrap();
    assert!(first["new"].as_array().unwrap().iter().any(|path| path == "alfa/om/index.html"), "{first}");
    assert_eq!((&first["gone"], &first["changed"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert!(!text(&project.build(&[]).stderr).contains("goes"));
    let pages = project.path().join("content/alfa/pages");
    fs::rename(pages.join("om.md"), pages.join("om-oss.md")).unwrap();
    let gone = serde_json::json!(["/alfa/om/"]);
    let (before, _) = lines(&json(check));
    let before = before.unwrap();
    assert_eq!((&before["gone"], &before["changed"]), (&gone, &serde_json::Value::Null));
    let words = "This address goes:\n  /alfa/om/\n";
    for arguments in [check, build] {
        let (_, told) = lines(&arguments);
        assert!(told.contains(words) && told.contains("aliases: [/om/]"), "{told}");
        let last = told.lines().count() - told.lines().position(|line| line.ends_with("/alfa/om/")).unwrap();
        assert!(last <= 4, "in the last lines: {told}");
    }
    // What another file's alias answers for does not go.
    fs::rename(pages.join("om-oss.md"), pages.join("oss.md")).unwrap();
    let page = fs::read_to_string(pages.join("oss.md")).unwrap();
    fs::write(pages.join("oss.md"), page.replacen("title:", "aliases: [/om-oss/]\ntitle:", 1)).unwrap();
    let (last, _) = lines(&json(build));
    let last = last.unwrap();
    assert_eq!((&last["gone"], &last["removed"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert!(
        last["changed"].as_array().unwrap().iter().any(|path| path == "alfa/om-oss/index.html"),
        "{last}"
    );
}

#[test]
fn colour_is_for_those_who_ask_and_no_color_is_kept() {
    let project = Project::new();
    let plain = project.build(&[]);
    assert!(!plain.stderr.contains(&0x1b));
    let coloured = project.build(&["--color", "always"]);
    assert!(coloured.stderr.contains(&0x1b));
    let kept = project.command(&["build", "--now", "2026-03-01"]).env("NO_COLOR", "1").output().unwrap();
    assert!(!kept.stderr.contains(&0x1b));
}

#[test]
fn strict_makes_warnings_errors() {
    let project = Project::new();
    let output = project.build(&["--strict"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("error[FC0086]"));
    assert!(!project.path().join("public").exists());
}

#[test]
fn quiet_says_nothing_when_all_went_well_and_timings_are_told_when_asked_for() {
    let project = Project::new();
    assert_eq!(text(&project.build(&["-q"]).stderr), "");
    let timed = text(&project.build(&["--timings"]).stderr);
    for stage in ["scan", "parse", "model", "plan", "render", "images", "write"] {
        assert!(
            timed.lines().any(|line| line.trim_start().starts_with(stage)),
            "{stage} is missing in\n{timed}"
        );
    }
}

#[test]
fn a_list_that_lacks_files_with_errors_says_so_in_every_form_and_ends_with_1() {
    let project = Project::new();
    project.write("content/beta/centres/torget.yaml", "name: Torget\nstatus: öppen\n");
    for more in [&["--json"][..], &["--csv", "-q"], &[]] {
        let listed = project.run(&[&["list", "centres"][..], more].concat());
        assert_eq!(listed.status.code(), Some(1), "{more:?}");
        assert!(
            text(&listed.stderr).contains("1 file has errors and is left out"),
            "{more:?}: {}",
            text(&listed.stderr)
        );
        assert!(!text(&listed.stdout).is_empty());
    }
}

#[test]
fn options_that_do_not_go_together_are_refused_wherever_they_stand() {
    let project = Project::new();
    for arguments in [
        &["--json", "check", "--sarif"][..],
        &["check", "--sarif", "--json"],
        &["--json", "list", "news", "--csv"],
    ] {
        let refused = project.run(arguments);
        assert_eq!(refused.status.code(), Some(2), "{arguments:?}");
        assert!(text(&refused.stderr).contains("do not go together"), "{arguments:?}");
        assert!(refused.stdout.is_empty());
    }
}

#[test]
fn a_town_without_a_street_is_not_dropped_without_a_word() {
    let project = Project::new();
    let made = project.run(&["new", "centre", "Ny", "-m", "alfa", "--city", "Norsborg"]);
    assert_eq!(made.status.code(), Some(2));
    assert!(text(&made.stderr).contains("--street"), "{}", text(&made.stderr));
    assert!(!project.path().join("content/alfa/centres/ny.yaml").exists());
}

#[test]
fn quiet_check_shows_all_that_it_found_and_nothing_else() {
    let project = Project::new();
    project.write(
        "content/alfa/centres/torget.yaml",
        "name: T\nstatus: open\nreviewed: 2026-02-01\nservices:\n  - kind: child_health\n",
    );
    let checked = project.run(&["check", "-q", "--now", "2026-03-01"]);
    assert_eq!(checked.status.code(), Some(4));
    let said = text(&checked.stderr);
    assert!(said.contains("FC0085") && !said.contains("looked at"), "{said}");
}

#[test]
fn the_source_is_found_from_a_folder_below_it() {
    let project = Project::new();
    let below = project.path().join("content/alfa/news");
    let output =
        Command::new(PROGRAM).args(["build", "--now", "2026-03-01"]).current_dir(below).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(project.path().join("public/alfa/index.html").is_file());
}

#[test]
fn only_makes_one_municipality_and_leaves_the_rest_as_it_is() {
    let project = Project::new();
    project.build(&[]);
    let before = project.public();
    project.write("content/alfa/centres/torget.yaml", "trasig: [");
    project.write("content/beta/municipality.yaml", "name: Nya Beta\ncode: \"0138\"\n");
    let output = project.build(&["--only", "beta"]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let after = project.public();
    for (path, bytes) in &before {
        if !path.starts_with("beta/") && path != ".fcsite-manifest" {
            assert_eq!(after.get(path), Some(bytes), "{path}");
        }
    }
    assert!(text(&after["beta/index.html"]).contains("Nya Beta"));
    let output = project.build(&["--only", "beat"]);
    assert!(text(&output.stderr).contains("Did you mean “beta”?"));
}

#[test]
fn base_url_takes_the_place_of_every_base_url() {
    let project = Project::new();
    project.write(
        "content/beta/municipality.yaml",
        "name: Beta\ncode: \"0138\"\nbase_url: https://familj.beta.example\n",
    );
    project.build(&[]);
    assert!(text(&project.public()["beta/index.html"]).contains("href=\"https://familj.beta.example/\""));
    project.build(&["-u", "https://prov.example/x/"]);
    let beta = text(&project.public()["beta/index.html"]);
    assert!(
        beta.contains("href=\"https://prov.example/x/beta/\"") && !beta.contains("familj.beta.example"),
        "{beta}"
    );
}

#[test]
fn a_folder_with_only_content_builds_the_same_twice_whatever_the_threads() {
    let (one, two) = (Project::new(), Project::new());
    one.build(&[]);
    two.command(&["build", "--now", "2026-03-01"]).env("RAYON_NUM_THREADS", "1").output().unwrap();
    assert!(one.public().len() > 50);
    assert_eq!(one.public(), two.public());
}

#[test]
fn a_symbolic_link_in_the_source_is_refused_and_not_followed() {
    let project = Project::new();
    let secret = tempfile::NamedTempFile::new().unwrap();
    fs::write(secret.path(), "---\ntitle: Hemlig\n---\nhemlig text\n").unwrap();
    fs::create_dir_all(project.path().join("content/alfa/pages")).unwrap();
    std::os::unix::fs::symlink(secret.path(), project.path().join("content/alfa/pages/hemlig.md")).unwrap();
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("FC0009"), "{}", text(&output.stderr));
    assert!(!project.path().join("public").exists());
}

#[test]
fn a_folder_that_is_called_like_a_text_is_told_and_the_page_of_before_stays() {
    let project = Project::new();
    project.build(&[]);
    let before = project.public();
    let text_file = project.path().join("content/alfa/news/2026-01-07-nyhet.md");
    fs::remove_file(&text_file).unwrap();
    fs::create_dir(&text_file).unwrap();
    let output = project.build(&[]);
    assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
    let told = "content/alfa/news/2026-01-07-nyhet.md";
    assert!(text(&output.stderr).contains(told), "{}", text(&output.stderr));
    assert!(text(&output.stderr).contains("it is a folder"), "{}", text(&output.stderr));
    assert_eq!(project.public(), before);
}

#[test]
fn a_template_that_fails_names_its_file_line_and_column_and_the_page() {
    let project = Project::new();
    project.write("themes/egen/theme.yaml", "name: Egen\nextends: base\n");
    project.write("themes/egen/templates/page.html", "<p>\n  {{ finns_inte }}\n</p>");
    project.write("content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\ntheme: egen\n");
    project.write("content/alfa/pages/om.md", "---\ntitle: Om\n---\n");
    let stderr = text(&project.build(&[]).stderr);
    assert!(
        stderr.contains("FC0133")
            && stderr.contains("themes/egen/templates/page.html:2:")
            && stderr.contains("alfa/om/index.html"),
        "{stderr}"
    );
    project.write("themes/egen/templates/page.html", "{% block %}");
    let stderr = text(&project.build(&[]).stderr);
    assert!(stderr.contains("FC0132") && stderr.contains("themes/egen/templates/page.html:1:"), "{stderr}");
}

#[test]
fn a_build_that_is_killed_at_any_moment_leaves_the_old_site_or_the_new_one() {
    let project = Project::new();
    project.build(&[]);
    let mut versions = vec![project.public()];
    project.write(
        "content/alfa/centres/torget.yaml",
        "name: Nya Torget\nstatus: planned\nservices:\n  - kind: child_health\n",
    );
    for day in 1..=25 {
        project.write(
            &format!("content/alfa/news/2026-01-{day:02}-nyhet.md"),
            &format!("---\ntitle: Ny {day}\nlead: Ingress.\n---\nText B.\n"),
        );
    }
    let new = project.path().join("new");
    project.build(&["-o", new.to_str().unwrap()]);
    versions.push(files(&new));
    let (mut old_seen, mut new_seen) = (0, 0);
    for round in 0..40u64 {
        let mut child =
            project.command(&["build", "--now", "2026-03-01", "-q"]).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_micros(round * round * 60));
        let _ = child.kill();
        child.wait().unwrap();
        let public = project.public();
        match versions.iter().position(|version| same_pages(version, &public)) {
            Some(0) => old_seen += 1,
            Some(_) => new_seen += 1,
            None => panic!("after round {round} the site is neither the old nor the new one"),
        }
    }
    assert!(old_seen > 0, "no build was killed in time");
    assert_eq!(project.build(&[]).status.code(), Some(0));
    assert!(same_pages(&versions[1], &project.public()), "{new_seen}");
    let left: Vec<PathBuf> = fs::read_dir(project.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().contains("fcsite-"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

/// Old stylesheets may stay for one build, and the manifest lists them.
fn same_pages(a: &BTreeMap<String, Vec<u8>>, b: &BTreeMap<String, Vec<u8>>) -> bool {
    let pages = |site: &BTreeMap<String, Vec<u8>>| -> BTreeMap<String, Vec<u8>> {
        site.iter()
            .filter(|(path, _)| !path.contains("assets/") && *path != ".fcsite-manifest")
            .map(|(path, bytes)| (path.clone(), bytes.clone()))
            .collect()
    };
    pages(a) == pages(b)
}
