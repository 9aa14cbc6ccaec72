//! Each command of the documentation, run.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::session::{Session, Shown};
use super::{difference, files};

/// Stands for ssh: the server is a folder here, and what should be run there is run in it.
const SSH: &str = "while [ $# -gt 0 ]; do case $1 in -l) shift 2;; -*) shift;; *) shift; break;; esac; done
mkdir -p \"$HOME/server\" && cd \"$HOME/server\" && exec sh -c \"$*\"";

fn play(path: &Path, session: &mut Session) -> Option<String> {
    let text = fs::read_to_string(path).unwrap();
    let seen = session.play(&text, Shown::ComparedWhereTold);
    if seen != text && std::env::var_os("TRANSCRIPTS").is_some_and(|value| value == "overwrite") {
        fs::write(path, seen).unwrap();
        return None;
    }
    (seen != text).then(|| format!("{}:\n{}", path.display(), difference(&text, &seen)))
}

#[test]
fn every_command_in_the_documentation_does_what_the_page_says() {
    let mut wrong = Vec::new();
    for (folder, locale) in [("docs", "en_GB.UTF-8"), ("docs/sv", "sv_SE.UTF-8"), (".", "en_GB.UTF-8")] {
        for path in files(folder).iter().filter(|path| !path.ends_with("publicera.md")) {
            wrong.extend(play(path, &mut Session::new(locale)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn what_the_page_on_publishing_says_brings_the_site_to_a_server_by_rsync_and_ftp() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/sv/publicera.md");
    let ftp = Ftp::start();
    let host = format!("127.0.0.1:{}", ftp.port);
    // The address of the page is an example; the words of the command are kept.
    let lftp = format!(
        "set -- \"$1\" \"$2\" \"$(echo \"$3\" | sed 's#//webb@server.example#//webb:hemligt@{host}#')\"\n\
         exec /usr/bin/lftp \"$@\""
    );
    let mut session =
        Session::new("sv_SE.UTF-8").program("ssh", SSH).program("lftp", &lftp).with("RSYNC_RSH", "ssh");
    let wrong = play(&page, &mut session);
    assert!(wrong.is_none(), "{}", wrong.unwrap_or_default());
    let local = tree(&find(session.folder(), "public"));
    assert!(local.len() > 10);
    for (way, folder) in
        [("rsync", session.folder().join("server/familj")), ("ftp", ftp.folder.path().join("familj"))]
    {
        let there = tree(&folder);
        assert_eq!(there.keys().collect::<Vec<_>>(), local.keys().collect::<Vec<_>>(), "{way}");
        assert!(there == local, "{way} brought other bytes");
    }
}

/// A program that ends with the test.
struct Running(std::process::Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A real FTP server with a folder of its own.
struct Ftp {
    folder: tempfile::TempDir,
    port: u16,
    _server: Running,
}

impl Ftp {
    fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases/ftp/bin/python");
        let script = "import sys\nfrom pyftpdlib.authorizers import DummyAuthorizer\nfrom pyftpdlib.handlers import FTPHandler\n\
                      from pyftpdlib.servers import FTPServer\na = DummyAuthorizer()\n\
                      a.add_user('webb', 'hemligt', sys.argv[1], perm='elradfmwMT')\nFTPHandler.authorizer = a\n\
                      FTPServer(('127.0.0.1', int(sys.argv[2])), FTPHandler).serve_forever()";
        let server = Command::new(python)
            .args(["-c", script])
            .arg(folder.path())
            .arg(port.to_string())
            .stderr(Stdio::null())
            .spawn()
            .expect("tests/external/fetch brings the FTP server");
        let ftp = Self { folder, port, _server: Running(server) };
        wait_for(port);
        ftp
    }
}

/// Waits until somebody listens at a port.
fn wait_for(port: u16) {
    for _ in 0..200 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    panic!("nobody listens at {port}");
}

fn find(root: &Path, name: &str) -> std::path::PathBuf {
    walkdir::WalkDir::new(root)
        .into_iter()
        .filter_map(Result::ok)
        .find(|entry| entry.file_type().is_dir() && entry.file_name() == name)
        .map(|entry| entry.path().to_path_buf())
        .unwrap()
}

fn tree(root: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let files = walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok);
    files
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let name = entry.path().strip_prefix(root).unwrap().display().to_string();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// What developers are told to run takes minutes or is this test itself, so what it names is looked for.
#[test]
fn what_the_pages_for_developers_tell_to_run_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let (mut seen, mut wrong) = (0, Vec::new());
    for path in files("docs") {
        let text = fs::read_to_string(&path).unwrap();
        for line in
            text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).flat_map(str::lines)
        {
            let command = line.split('#').next().unwrap_or_default();
            let words: Vec<&str> = command.split_whitespace().filter(|word| !word.contains('=')).collect();
            let is_there = match words.as_slice() {
                [] => continue,
                ["git", ..] => true,
                ["cargo", "build"] => true,
                ["cargo", "run", "--", arguments @ ..] => knows(arguments),
                ["cargo", "nextest", "run", "--lib", ..] => true,
                ["cargo", "nextest", "run", "--test", name] => {
                    root.join(format!("tests/{name}.rs")).is_file()
                        || root.join(format!("tests/{name}/main.rs")).is_file()
                }
                ["cargo", "bench", "--bench", name, ..] => manifest.contains(&format!("name = \"{name}\"")),
                ["tests/run", parts @ ..] => {
                    let script = fs::read_to_string(root.join("tests/run")).unwrap();
                    parts.iter().all(|part| script.contains(&format!("wanted {part};")))
                }
                [script, ..] => script.contains('/') && root.join(script).is_file(),
            };
            seen += 1;
            if !is_there {
                wrong.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen >= 10, "only {seen} commands were found");
}

/// Does the program know these arguments? It is asked for help instead of doing what they say.
fn knows(arguments: &[&str]) -> bool {
    let asked = Command::new(env!("CARGO_BIN_EXE_fcsite")).args(arguments).arg("--help").output().unwrap();
    asked.status.success()
}
