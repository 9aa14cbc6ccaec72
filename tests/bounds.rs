//! A run that takes far more than its input honestly could is ended, and what was there before stays.
//!
//! A theme may do what it likes, so it stands here for a cost that nobody has thought of.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by failing"
)]
#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use tempfile::TempDir;

/// Ten thousand million rounds.
const LOOPS: &str = "{% for a in range(end=99999) %}{% for b in range(end=99999) %}{% if a == b + 100000 %}x{% endif %}{% endfor %}{% endfor %}";

/// A list of texts of some megabytes each, each other than the one before.
const FILLS: &str = "{% set text = 'abcdefgh' %}{% for a in range(end=19) %}{% set_global text = text ~ text %}{% endfor %}\
     {% set all = [] %}{% for a in range(end=9999) %}{% set next = text ~ a %}{% set_global all = [all, next] %}{% endfor %}";

/// A site that was built, and a theme that costs.
struct Site(TempDir);

impl Site {
    fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        let made = site.run(&["init", "site"]);
        assert!(made.status.success(), "{}", told(&made));
        let built = site.run(&["build", "-s", "site", "-o", "public"]);
        assert!(built.status.success(), "{}", told(&built));
        site
    }

    /// Its news are made by this template from now on.
    fn with_template(self, template: &str) -> Self {
        let theme = self.path("site/themes/dear");
        fs::create_dir_all(theme.join("templates")).unwrap();
        fs::write(theme.join("theme.yaml"), "name: Dear\nextends: base\n").unwrap();
        fs::write(theme.join("templates/news.html"), template).unwrap();
        let site = self.path("site/content/site.yaml");
        fs::write(&site, format!("{}theme: dear\n", fs::read_to_string(&site).unwrap())).unwrap();
        self
    }

    fn path(&self, inner: &str) -> PathBuf {
        self.0.path().join(inner)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.args(arguments).args(["--lang", "en"]).current_dir(self.0.path());
        command.env("XDG_STATE_HOME", self.path("state")).stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    fn public(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files(&self.path("public"))
    }
}

fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    files.map(|entry| (entry.path().to_path_buf(), fs::read(entry.path()).unwrap())).collect()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A program that is ended with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_build_that_takes_for_ever_is_ended_with_words_and_the_site_stays_as_it_was() {
    let site = Site::new();
    let before = site.public();
    let site = site.with_template(LOOPS);
    for arguments in [&["build", "-s", "site", "-o", "public"][..], &["check", "-s", "site"]] {
        let run = site.run(&[arguments, &["--limit", "1"]].concat());
        assert_eq!(run.status.code(), Some(1), "{}", told(&run));
        assert!(
            told(&run).starts_with("error: fcsite has ended itself: this took 1 seconds"),
            "{}",
            told(&run)
        );
        assert!(told(&run).ends_with("allow more: --limit 10\n"), "{}", told(&run));
        assert_eq!(site.public(), before);
    }
    // What it left is no obstacle.
    fs::remove_dir_all(site.path("site/themes/dear/templates")).unwrap();
    let built = site.run(&["build", "-s", "site", "-o", "public"]);
    assert!(built.status.success(), "{}", told(&built));
    assert_eq!(site.public().keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>());
}

#[test]
fn a_build_that_fills_the_memory_is_ended_with_words_and_the_site_stays_as_it_was() {
    let site = Site::new();
    let before = site.public();
    let site = site.with_template(FILLS);
    let run = site.run(&["build", "-s", "site", "-o", "public"]);
    assert_eq!(run.status.code(), Some(1), "{}", told(&run));
    assert!(told(&run).contains(" MB of memory, many times more"), "{}", told(&run));
    assert_eq!(site.public(), before);
}

#[test]
fn a_watch_says_that_a_build_takes_too_long_and_goes_on() {
    let site = Site::new().with_template(LOOPS);
    let mut command = site.command(&["watch", "-s", "site", "-o", "public", "--limit", "1"]);
    let mut running = Running(command.stderr(Stdio::piped()).spawn().unwrap());
    let mut lines = BufReader::new(running.0.stderr.take().unwrap()).lines();
    let line =
        lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("error: "))).unwrap().unwrap();
    assert!(line.contains("This has taken 1 seconds of processor time"), "{line}");
    assert_eq!(running.0.try_wait().unwrap(), None, "it goes on");
}

#[test]
fn an_honest_run_is_not_ended_and_a_limit_that_is_no_number_is_refused() {
    let site = Site::new();
    for arguments in [&["check", "-s", "site"][..], &["list", "pages", "-s", "site"]] {
        let run = site.run(arguments);
        assert!(!told(&run).contains("ended itself"), "{}", told(&run));
    }
    let output = site.run(&["build", "-s", "site", "-o", "public", "--limit", "soon"]);
    assert_eq!(output.status.code(), Some(2), "{}", told(&output));
}
