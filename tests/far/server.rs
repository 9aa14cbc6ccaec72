//! A real SSH server on this machine as a target.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::killed::{kill_and_look, kills};
use super::project::{Project, RunningProgram, files};

/// OpenSSH's server, with keys of its own, for this person alone.
struct Sshd {
    _program: RunningProgram,
    port: u16,
    print: String,
    /// That of its RSA key, which it shows to those who ask for that kind.
    rsa: String,
}

impl Sshd {
    fn start(project: &Project) -> Self {
        Self::serving(project, "internal-sftp")
    }

    /// With another program in the place of its own for files.
    fn serving(project: &Project, subsystem: &str) -> Self {
        let folder = project.path().join("sshd");
        fs::create_dir_all(&folder).unwrap();
        let key = |name: &str, kind: &str| {
            let path = folder.join(name);
            if !path.exists() {
                let made =
                    Command::new("ssh-keygen").args(["-q", "-t", kind, "-N", "", "-f"]).arg(&path).status();
                assert!(made.unwrap().success());
            }
            path
        };
        let (host, rsa, person) = (key("host", "ed25519"), key("host_rsa", "rsa"), key("person", "ed25519"));
        fs::copy(person.with_extension("pub"), folder.join("authorized")).unwrap();
        fs::set_permissions(folder.join("authorized"), fs::Permissions::from_mode(0o600)).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let config = format!(
            "Port {port}\nListenAddress 127.0.0.1\nHostKey {}\nHostKey {}\nAuthorizedKeysFile {}\nStrictModes no\nUsePAM no\n\
             PidFile none\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin prohibit-password\n\
             MaxStartups 100\nSubsystem sftp {subsystem}\n",
            host.display(),
            rsa.display(),
            folder.join("authorized").display()
        );
        fs::write(folder.join("config"), config).unwrap();
        // Where it is started by root it wants this folder.
        let _ = fs::create_dir_all("/run/sshd");
        let program = ["/usr/sbin/sshd", "/usr/bin/sshd"].into_iter().find(|path| Path::new(path).exists());
        let program = program.expect("OpenSSH's server is not installed: apt-get install openssh-server");
        let mut command = Command::new(program);
        command.args(["-D", "-e", "-f"]).arg(folder.join("config")).stderr(Stdio::null());
        let child = command.spawn().unwrap();
        let [print, rsa] = [host, rsa].map(|key| {
            let listed =
                Command::new("ssh-keygen").arg("-lf").arg(key.with_extension("pub")).output().unwrap();
            String::from_utf8(listed.stdout).unwrap().split(' ').nth(1).unwrap().to_string()
        });
        came_up(port);
        Self { _program: RunningProgram(child), port, print, rsa }
    }

    /// Makes it the project's target. `more` are further fields.
    fn target(&self, project: &Project, more: &str) {
        let user = Command::new("id").arg("-un").output().unwrap();
        let user = String::from_utf8(user.stdout).unwrap();
        let (web, key) = (project.web(), project.path().join("sshd/person"));
        let address = format!("sftp://{}@127.0.0.1:{}/{}", user.trim(), self.port, web.display());
        project.write(
            "publish.yaml",
            &format!("prov:\n  sftp: {address}\n  nyckelfil: {}\n{more}", key.display()),
        );
    }
}

/// Waits for a server that was started.
pub fn came_up(port: u16) {
    // On a machine that does other work too a server of Python takes its time.
    let is_up = (0..1200).any(|_| {
        std::thread::sleep(Duration::from_millis(50));
        std::net::TcpStream::connect(("127.0.0.1", port)).is_ok()
    });
    assert!(is_up, "the server did not start");
}

/// Each ends by itself; that it does is all that is asked, and no clock is looked at.
#[test]
fn a_server_that_never_comes_to_an_end_is_left() {
    for mode in ["dots", "names", "drip"] {
        let project = Project::new();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/far/hostile.py");
        let sshd = Sshd::serving(&project, &format!("/usr/bin/env python3 {} {mode}", script.display()));
        sshd.target(&project, &format!("  värdnyckel: {}\n", sshd.print));
        let done = project.command(&["--dry-run"]).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(matches!(done.status.code(), Some(0..=5)), "{mode}: {:?} {said}", done.status);
        if mode == "drip" {
            assert!(said.contains(".fcsite-published"), "{said}");
        }
    }
}

#[test]
fn of_what_a_server_says_and_names_little_is_told() {
    for (mode, told) in [("long", "there is no folder"), ("says", ".fcsite-published")] {
        let project = Project::new();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/far/hostile.py");
        let sshd = Sshd::serving(&project, &format!("/usr/bin/env python3 {} {mode}", script.display()));
        sshd.target(&project, &format!("  värdnyckel: {}\n", sshd.print));
        let said = project.publish(&["--dry-run"], 1);
        assert!(said.contains(told) && said.len() < 1500, "{mode}: {} {said:.300}", said.len());
        assert!(mode == "long" || said.contains("ssss"), "{said}");
    }
}

#[test]
fn a_list_is_read_whole_from_a_server_that_gives_little_of_it_at_a_time() {
    let project = Project::new();
    project.publish(&[], 0);
    let list = project.web().join(".fcsite-published");
    assert!(fs::metadata(&list).unwrap().len() > 2000);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/far/hostile.py");
    let sshd = Sshd::serving(
        &project,
        &format!("/usr/bin/env python3 {} short {}", script.display(), list.display()),
    );
    sshd.target(&project, &format!("  värdnyckel: {}\n", sshd.print));
    assert!(project.publish(&["--dry-run"], 0).contains("Everything is published already"));
}

#[test]
fn a_site_goes_to_a_server_over_sftp_and_what_changed_after_it() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  värdnyckel: {}\n", sshd.print));
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    project.news(1, "En annan ingress.");
    project.remove("content/alfa/news/2026-01-05-nyhet.md");
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
    assert!(!project.web().join("alfa/nyheter/2026-01-05-nyhet").exists());
    project.publish(&["--undo"], 0);
    assert!(project.web().join("alfa/nyheter/2026-01-05-nyhet/index.html").exists());
    assert!(!project.web().join(".fcsite-parts").exists());
}

/// Publishes on a terminal, where a person answers.
pub fn answer(project: &Project, typed: &str) {
    let pair = nix::pty::openpty(None, None).unwrap();
    let mut command = project.command(&[]);
    command.stdin(pair.slave.try_clone().unwrap()).stdout(Stdio::null()).stderr(pair.slave);
    let mut child = command.spawn().unwrap();
    drop(command);
    let mut keyboard = fs::File::from(pair.master);
    keyboard.write_all(typed.as_bytes()).unwrap();
    let mut screen = keyboard.try_clone().unwrap();
    let shown = std::thread::spawn(move || {
        let (mut shown, mut bytes) = (Vec::new(), [0; 4096]);
        while let Ok(count @ 1..) = screen.read(&mut bytes) {
            shown.extend_from_slice(&bytes[..count]);
        }
        String::from_utf8_lossy(&shown).into_owned()
    });
    let status = child.wait().unwrap();
    assert!(status.success(), "{}", shown.join().unwrap());
}

#[test]
fn a_servers_key_is_asked_about_at_first_sight_then_known_and_another_one_is_refused() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, "");
    let said = project.publish(&[], 5);
    assert!(said.contains(&sshd.print) && said.contains("new to this computer"), "{said}");
    assert!(said.contains(&format!("127.0.0.1:{}", sshd.port)), "{said}");
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
    // No script says that a server is the right one.
    assert!(project.publish(&["--yes"], 5).contains("nobody said that the fingerprint of its key"));
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
    answer(&project, "y\n");
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    drop(sshd);
    for name in ["host", "host.pub"] {
        fs::remove_file(project.path().join("sshd").join(name)).unwrap();
    }
    let other = Sshd::start(&project);
    other.target(&project, &format!("  host_key: SHA256:{}\n", "A".repeat(43)));
    let said = project.publish(&["--yes"], 1);
    assert!(said.contains("shows another key"), "{said}");
}

#[test]
fn a_server_is_known_by_whichever_of_its_keys_was_asked_for() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  host_key: {}\n", sshd.rsa));
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn a_key_of_the_file_is_asked_about_where_this_computer_knows_the_server_by_another() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, "");
    answer(&project, "y\n");
    // It is one of the server's own here, and could be that of anybody between.
    sshd.target(&project, &format!("  host_key: {}\n", sshd.rsa));
    project.news(1, "En annan ingress.");
    let before = files(&project.web());
    for options in [&[][..], &["--yes"]] {
        let said = project.publish(options, 5);
        assert!(said.contains("knows the server by another") && said.contains(&sshd.rsa), "{said}");
        assert_eq!(files(&project.web()), before);
    }
    answer(&project, "y\n");
    assert_eq!(files(&project.web()), project.built());
    assert!(project.publish(&[], 0).contains("Everything is published already"));
}

#[test]
fn that_the_words_of_a_key_are_wrong_is_said() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  host_key: {}\n", sshd.print));
    let key = project.path().join("sshd/person");
    let locked =
        Command::new("ssh-keygen").args(["-q", "-p", "-P", "", "-N", "rätta ord", "-f"]).arg(&key).status();
    assert!(locked.unwrap().success());
    let with = |words: &str| project.command(&[]).env("FCSITE_KEY_PASSPHRASE", words).output().unwrap();
    let output = with("fel ord");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("does not open the key file"), "{said}");
    assert!(with("rätta ord").status.success());
}

#[test]
fn without_a_key_that_the_server_has_a_password_is_asked_for_and_nowhere_shown() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  host_key: {}\n", sshd.print));
    fs::write(project.path().join("sshd/authorized"), "").unwrap();
    let said = project.publish(&[], 5);
    assert!(said.contains("asks for a password"), "{said}");
    let output = password(&project, Some(&format!("127.0.0.1:{}", sshd.port)));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("rejected the login"), "{said}");
    assert!(!said.contains("hemligt-ord"));
}

/// Publishes with a password in the environment, and the name of the server that it is for.
fn password(project: &Project, server: Option<&str>) -> std::process::Output {
    let mut command = project.command(&["-v"]);
    command.env("FCSITE_PASSWORD", "hemligt-ord");
    if let Some(server) = server {
        command.env("FCSITE_SERVER", server);
    }
    command.output().unwrap()
}

#[test]
fn a_password_of_the_environment_goes_to_no_server_that_a_repository_names_with_its_key() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    let pinned = format!("  host_key: {}\n", sshd.print);
    sshd.target(&project, &pinned);
    fs::write(project.path().join("sshd/authorized"), "").unwrap();
    // At another port there may be another's program: without one the usual is meant.
    let other = format!("127.0.0.2:{}", sshd.port);
    for server in [None, Some(&*other), Some("127.0.0.1"), Some("127.0.0.1:22"), Some("")] {
        let output = password(&project, server);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(5) && said.contains("was not sent"), "{server:?}: {said}");
        assert!(said.contains(&format!("FCSITE_SERVER to 127.0.0.1:{} too", sshd.port)), "{said}");
    }
    // Who has said that the key is right has met the server.
    sshd.target(&project, "");
    fs::copy(project.path().join("sshd/person.pub"), project.path().join("sshd/authorized")).unwrap();
    answer(&project, "y\n");
    fs::write(project.path().join("sshd/authorized"), "").unwrap();
    sshd.target(&project, &pinned);
    let output = password(&project, None);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(1) && said.contains("rejected the login"), "{said}");
    // That was said of this folder, and not of a copy of it.
    let copy = project.path().join("kopia");
    let copied = Command::new("cp").arg("-a").arg(project.source()).arg(&copy).status();
    assert!(copied.unwrap().success());
    let mut command = project.command(&["-v"]);
    let output = command.current_dir(&copy).env("FCSITE_PASSWORD", "hemligt-ord").output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(5) && said.contains("was not sent"), "{said}");
}

#[test]
fn nothing_goes_through_a_link_on_a_server() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  host_key: {}\n", sshd.print));
    let mine = project.path().join("mine");
    fs::create_dir(&mine).unwrap();
    std::os::unix::fs::symlink(&mine, project.web().join("alfa")).unwrap();
    let said = project.publish(&["--yes"], 1);
    assert!(said.contains("is a link"), "{said}");
    assert_eq!(fs::read_dir(&mine).unwrap().count(), 0);
}

#[test]
fn a_reader_of_a_server_never_meets_a_page_whose_files_are_missing_whenever_publications_are_killed() {
    let project = Project::new();
    let sshd = Sshd::start(&project);
    sshd.target(&project, &format!("  host_key: {}\n", sshd.print));
    kill_and_look(&project, &[], kills(20));
}
