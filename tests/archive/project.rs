//! A small site, the program, and what lies where.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Files by their paths.
pub type Tree = BTreeMap<String, Vec<u8>>;

pub struct Project(TempDir);

impl Project {
    /// A site of two municipalities with news, a centre, a page and a document.
    pub fn new() -> Self {
        let project = Self(tempfile::tempdir().unwrap());
        project.write(
            "content/site.yaml",
            "title: Länet\nbase_url: https://lan.example/familj\norganisation: Länet\n",
        );
        for (id, code) in [("alfa", "0127"), ("beta", "0138")] {
            project.write(
                &format!("content/{id}/municipality.yaml"),
                &format!("name: {id}\ncode: \"{code}\"\n"),
            );
            let centre = "name: Torget\nstatus: open\naddress: {street: Torget 1}\nservices:\n  - kind: child_health\n";
            project.write(&format!("content/{id}/centres/torget.yaml"), centre);
        }
        project.write(
            "content/alfa/files/blankett å.ics",
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
        );
        project.write("content/alfa/pages/om.md", "---\ntitle: Om & oss\n---\nText.\n");
        (1..=4).for_each(|day| project.news(day, "Ingress."));
        project
    }

    pub fn news(&self, day: u32, lead: &str) {
        let text = format!("---\ntitle: Nyhet {day}\nlead: {lead}\n---\nText.\n");
        self.write(&format!("content/alfa/news/2026-01-{day:02}-nyhet.md"), &text);
    }

    pub fn source(&self) -> PathBuf {
        self.path("site")
    }

    pub fn archive(&self) -> PathBuf {
        self.path("arkiv")
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.source().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.args(arguments).args(["--lang", "en"]).current_dir(self.source());
        command.stdin(Stdio::null()).env("HOME", self.path("home")).env_remove("XDG_STATE_HOME");
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Adds the site of a day. Gives what was said.
    pub fn add(&self, day: &str) -> String {
        let output = self.run(&["archive", "../arkiv", "--now", day]);
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    }

    /// What the site is now.
    pub fn site(&self) -> Tree {
        let mut site = tree(&self.source().join("public"));
        site.retain(|path, _| !path.starts_with('.'));
        assert!(site.len() > 30, "{} files", site.len());
        site
    }

    /// The site of a day, as the archive has it.
    pub fn show(&self, day: &str) -> Result<Tree, String> {
        let _ = fs::remove_dir_all(self.path("visad"));
        let output = self.run(&["archive", "show", "../arkiv", day, "-o", "../visad"]);
        let is_there = self.path("visad").exists();
        assert_eq!(is_there, output.status.success(), "{}", said(&output));
        let left = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = left.filter(|name| name.to_string_lossy().starts_with(".fcsite")).collect();
        assert!(left.is_empty(), "{left:?}");
        if is_there { Ok(tree(&self.path("visad"))) } else { Err(said(&output)) }
    }
}

pub fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// All files below a folder; a link is its target's name.
pub fn tree(folder: &Path) -> Tree {
    fn walk(top: &Path, folder: &Path, found: &mut Tree) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_string();
            let kind = path.symlink_metadata().unwrap();
            if kind.is_dir() {
                walk(top, &path, found);
            } else if kind.is_symlink() {
                found.insert(name, fs::read_link(&path).unwrap().to_str().unwrap().into());
            } else {
                found.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    let mut found = Tree::new();
    walk(folder, folder, &mut found);
    found
}
