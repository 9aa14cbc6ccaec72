//! A small site, the program, and what lies where.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub struct Project {
    folder: TempDir,
    /// Where the person's own files are: keys, what computers know each other by.
    pub home: PathBuf,
    /// What stands in the environment of the program.
    given: Vec<(String, String)>,
}

impl Project {
    /// A site, with a folder `web` beside it as its target `prov`.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let project = Self { home: folder.path().join("home"), folder, given: Vec::new() };
        fs::create_dir_all(project.web()).unwrap();
        fs::create_dir_all(&project.home).unwrap();
        project.write("publish.yaml", "prov: {mapp: ../web}\n");
        project
            .write("content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n");
        project.write("content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\n");
        let centre =
            "name: Torget\nstatus: open\naddress: {street: Torget 1}\nservices:\n  - kind: child_health\n";
        project.write("content/alfa/centres/torget.yaml", centre);
        (1..=12).for_each(|day| project.news(day, "Ingress."));
        project
    }

    pub fn news(&self, day: u32, lead: &str) {
        let text = format!("---\ntitle: Nyhet {day}\nlead: {lead}\n---\nText.\n");
        self.write(&format!("content/alfa/news/2026-01-{day:02}-nyhet.md"), &text);
    }

    /// Lets the program find something in its environment.
    pub fn give(&mut self, name: &str, value: &str) {
        self.given.retain(|(known, _)| known != name);
        self.given.push((name.to_string(), value.to_string()));
    }

    pub fn source(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    pub fn web(&self) -> PathBuf {
        self.folder.path().join("web")
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn write(&self, path: &str, text: &str) {
        let path = self.source().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn remove(&self, path: &str) {
        fs::remove_file(self.source().join(path)).unwrap();
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.program();
        command.arg("publish").args(arguments).args(["--no-look", "--lang", "en"]);
        if !arguments.contains(&"--now") {
            command.args(["--now", "2026-02-01"]);
        }
        command
    }

    /// The program, with the person's own files and environment.
    pub fn program(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
        command.current_dir(self.source()).stdin(Stdio::null()).env("HOME", &self.home);
        command.env_remove("SSH_AUTH_SOCK").env_remove("XDG_STATE_HOME").env_remove("FCSITE_PASSWORD");
        command.env_remove("FCSITE_SERVER").envs(self.given.iter().cloned());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Publishes, which must end with this code; gives what was said.
    pub fn publish(&self, arguments: &[&str], code: i32) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
        said
    }

    /// What a build made, without its list.
    pub fn built(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.source().join("public"))
    }
}

/// The files of a folder that are no lists of fcsite's own.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    gather(folder, folder, &mut found);
    found.retain(|path, _| !path.starts_with(".fcsite-"));
    found
}

fn gather(top: &Path, folder: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(top, &path, found);
        } else {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_string();
            found.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// A program that runs beside a test. It is ended when it is dropped, also by a test that fails.
pub struct RunningProgram(pub std::process::Child);

impl Drop for RunningProgram {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
