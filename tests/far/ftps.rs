//! A real server of FTPS on this machine as a target: ProFTPD, as Debian has it, which wants each data connection to go on with the TLS session of
//! its control connection.

use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::killed::{kill_and_look, kills};
use super::project::{Project, RunningProgram, files};
use super::server::{answer, came_up};
use super::web::{Web as _, WebFolder};

pub const PASSWORD: &str = "hemligt-ord";

/// Does something with a program that must succeed; gives what it said.
fn tool(program: &str, arguments: &[&str], folder: &Path) -> String {
    let output = Command::new(program).args(arguments).current_dir(folder).output();
    let output = output.expect("a program that tests/run rust installs is missing");
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_string()
}

/// Makes a certificate for this machine, in `name.pem` with its key in `name.key`; gives its print.
fn certificate(folder: &Path, name: &str) -> String {
    fs::create_dir_all(folder).unwrap();
    let (pem, key) = (format!("{name}.pem"), format!("{name}.key"));
    let config = "[req]\ndistinguished_name = dn\nx509_extensions = more\nprompt = no\n[dn]\nCN = provserver\n[more]\n\
                  basicConstraints = critical, CA:FALSE\nsubjectAltName = IP:127.0.0.1\n";
    fs::write(folder.join("request"), config).unwrap();
    let made = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -config request";
    let mut arguments: Vec<&str> = made.split(' ').collect();
    arguments.extend(["-keyout", &key, "-out", &pem]);
    tool("openssl", &arguments, folder);
    tool("openssl", &["x509", "-noout", "-fingerprint", "-sha256", "-in", &pem], folder)
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

struct Ftpd {
    _program: RunningProgram,
    port: u16,
    folder: PathBuf,
    /// The print of its certificate, as openssl shows it.
    print: String,
}

impl Ftpd {
    fn start(project: &Project) -> Self {
        Self::with(project, "")
    }

    /// With further settings.
    fn with(project: &Project, more: &str) -> Self {
        let folder = project.path().join("ftpd");
        let print = certificate(&folder, "server");
        let (user, group) = (tool("id", &["-un"], &folder), tool("id", &["-gn"], &folder));
        let (uid, gid) = (tool("id", &["-u"], &folder), tool("id", &["-g"], &folder));
        let hash = tool("openssl", &["passwd", "-6", PASSWORD], &folder);
        let passwd = folder.join("passwd");
        fs::write(&passwd, format!("webb:{hash}:{uid}:{gid}::{}:/bin/false\n", project.path().display()))
            .unwrap();
        fs::set_permissions(&passwd, fs::Permissions::from_mode(0o600)).unwrap();
        let port = free_port();
        let here = folder.display();
        let config = format!(
            "ModulePath /usr/lib/proftpd\nLoadModule mod_tls.c\nServerType standalone\nDefaultServer on\nPort {port}\n\
             DefaultAddress 127.0.0.1\nUseIPv6 off\nUseReverseDNS off\nUser {user}\nGroup {group}\nPidFile {here}/pid\n\
             ScoreboardFile {here}/board\nDelayTable none\nSystemLog {here}/log\nTransferLog none\nWtmpLog off\n\
             AuthUserFile {here}/passwd\nAuthOrder mod_auth_file.c\nRequireValidShell off\nRootLogin on\nAllowOverwrite on\n\
             AllowStoreRestart on\nMaxInstances 100\nTLSEngine on\nTLSRequired on\nTLSLog {here}/tls\n\
             TLSECCertificateFile {here}/server.pem\nTLSECCertificateKeyFile {here}/server.key\n{more}"
        );
        fs::write(folder.join("config"), config).unwrap();
        let mut command = Command::new("/usr/sbin/proftpd");
        command.args(["-n", "-c"]).arg(folder.join("config")).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().expect("ProFTPD is not installed: tests/run rust installs it");
        came_up(port);
        Self { _program: RunningProgram(child), port, folder, print }
    }

    /// Makes it the project's target. `more` are further fields.
    fn target(&self, project: &Project, more: &str) {
        let address = format!("ftps://webb@127.0.0.1:{}/{}", self.port, project.web().display());
        project.write("publish.yaml", &format!("prov:\n  ftps: {address}\n{more}"));
    }

    /// What the person calls it.
    fn name(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The same, with its certificate, and a person who gives the password to this server.
    fn known(project: &mut Project) -> Self {
        let ftpd = Self::start(project);
        ftpd.target(project, &format!("  certifikat: {}\n", ftpd.print));
        project.give("FCSITE_PASSWORD", PASSWORD);
        project.give("FCSITE_SERVER", &ftpd.name());
        ftpd
    }
}

#[test]
fn a_site_goes_to_a_server_over_ftps_and_what_changed_after_it() {
    let mut project = Project::new();
    let ftpd = Ftpd::known(&mut project);
    assert!(project.publish(&["--dry-run"], 0).contains("Nothing was sent"));
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
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
    assert_eq!(WebFolder(project.web()).own(), [".fcsite-published"]);
    // The server would have refused those that do not.
    let told = fs::read_to_string(ftpd.folder.join("tls")).unwrap();
    assert!(told.contains("client reused TLS session") && !told.contains("did not reuse"), "{told}");
}

#[test]
fn a_server_that_has_new_tls_alone_and_few_connections_is_published_to() {
    let mut project = Project::new();
    let ftpd = Ftpd::with(&project, "TLSProtocol TLSv1.3\nMaxClientsPerHost 2\n");
    ftpd.target(&project, &format!("  certifikat: {}\n", ftpd.print));
    project.give("FCSITE_PASSWORD", PASSWORD);
    project.give("FCSITE_SERVER", &ftpd.name());
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn that_somebody_else_has_published_over_ftps_is_said() {
    let mut project = Project::new();
    let _ftpd = Ftpd::known(&mut project);
    project.publish(&[], 0);
    let other = Project::new();
    other.write("publish.yaml", &format!("prov: {{folder: {}}}\n", project.web().display()));
    other.news(3, "Från en annan dator.");
    other.publish(&["--yes"], 0);
    let before = files(&project.web());
    assert!(project.publish(&[], 5).contains("Somebody else has published since"));
    assert_eq!(files(&project.web()), before);
    project.publish(&["--yes"], 0);
    assert_eq!(files(&project.web()), project.built());
}

#[test]
fn a_certificate_is_asked_about_at_first_sight_then_known_and_another_one_is_refused() {
    let mut project = Project::new();
    let ftpd = Ftpd::start(&project);
    ftpd.target(&project, "");
    project.give("FCSITE_PASSWORD", PASSWORD);
    let print = ftpd.print.rsplit_once('=').unwrap().1;
    let said = project.publish(&["--yes"], 5);
    assert!(said.contains(print) && said.contains("new to this computer"), "{said}");
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
    // Who has said that it is right has met the server, and it gets the password.
    answer(&project, "y\n");
    assert!(project.publish(&[], 0).contains("Everything is published already"));
    drop(ftpd);
    let other = Ftpd::start(&project);
    other.target(&project, &format!("  certificate: SHA256:{}\n", ["00"; 32].join(":")));
    let said = project.publish(&["--yes"], 1);
    assert!(said.contains("another certificate"), "{said}");
}

#[test]
fn a_password_goes_to_no_server_that_a_repository_names_whatever_its_certificate_is() {
    let mut project = Project::new();
    let ftpd = Ftpd::start(&project);
    project.give("FCSITE_PASSWORD", PASSWORD);
    // Named in the file, or good for the system.
    ftpd.target(&project, &format!("  certificate: {}\n", ftpd.print));
    let said = project.publish(&["--yes"], 5);
    assert!(said.contains("was not sent"), "{said}");
    ftpd.target(&project, "");
    project.give("SSL_CERT_FILE", ftpd.folder.join("server.pem").to_str().unwrap());
    let said = project.publish(&["--yes"], 5);
    let named = format!("FCSITE_SERVER to {} too", ftpd.name());
    assert!(said.contains("was not sent") && said.contains(&named), "{said}");
    // Without a port it names what listens at the usual one.
    project.give("FCSITE_SERVER", "127.0.0.1");
    assert!(project.publish(&["--yes"], 5).contains("was not sent"));
    project.give("FCSITE_SERVER", &ftpd.name());
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
    // It was good for the system once, and must be so again.
    project.give("SSL_CERT_FILE", "/dev/null");
    let said = project.publish(&["--yes"], 1);
    assert!(said.contains("another certificate"), "{said}");
}

#[test]
fn a_wrong_password_is_told_and_nowhere_shown() {
    let mut project = Project::new();
    let _ftpd = Ftpd::known(&mut project);
    project.give("FCSITE_PASSWORD", "fel-ord");
    let said = project.publish(&["-v"], 1);
    assert!(said.contains("rejected the login") && !said.contains("fel-ord"), "{said}");
    assert_eq!(fs::read_dir(project.web()).unwrap().count(), 0);
}

#[test]
fn nothing_goes_through_a_link_on_a_server_of_ftps() {
    let mut project = Project::new();
    let _ftpd = Ftpd::known(&mut project);
    let mine = project.path().join("mine");
    fs::create_dir(&mine).unwrap();
    std::os::unix::fs::symlink(&mine, project.web().join("alfa")).unwrap();
    let said = project.publish(&["--yes"], 1);
    assert!(said.contains("is a link"), "{said}");
    assert_eq!(fs::read_dir(&mine).unwrap().count(), 0);
}

#[test]
fn what_is_left_of_one_that_was_killed_while_it_took_the_lock_holds_nobody_up_for_long() {
    let mut project = Project::new();
    let _ftpd = Ftpd::known(&mut project);
    fs::create_dir(project.web().join(".fcsite-publish-lock-new")).unwrap();
    project.publish(&[], 0);
    assert_eq!(files(&project.web()), project.built());
    assert!(!project.web().join(".fcsite-publish-lock-new").exists());
}

/// A server that does what no server should, and lets everybody in.
pub struct Hostile {
    _program: RunningProgram,
    folder: PathBuf,
    print: String,
    /// What a person calls it.
    pub name: String,
}

impl Hostile {
    /// One that lies in a folder of this name.
    pub fn start(project: &Project, name: &str, mode: &str) -> Self {
        let folder = project.path().join(name);
        let print = certificate(&folder, "server");
        let port = free_port();
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/far/hostile_ftps.py");
        let mut command = Command::new("python3");
        let child = command.arg(script).args([mode, &port.to_string()]).current_dir(&folder).spawn().unwrap();
        came_up(port);
        Self { _program: RunningProgram(child), folder, print, name: format!("127.0.0.1:{port}") }
    }

    /// Makes it the project's target.
    pub fn target(&self, project: &Project) {
        let Self { name, print, .. } = self;
        let text = format!("prov:\n  ftps: webb@{name}/top\n  certificate: {print}\n");
        project.write("publish.yaml", &text);
    }

    /// Every command that was given to it.
    pub fn heard(&self) -> String {
        fs::read_to_string(self.folder.join("heard")).unwrap_or_default()
    }
}

/// Publishes to such a server: what was said, and what it heard.
fn to_hostile(mode: &str, code: i32) -> (String, String) {
    let mut project = Project::new();
    let hostile = Hostile::start(&project, "hostile", mode);
    hostile.target(&project);
    project.give("FCSITE_PASSWORD", PASSWORD);
    project.give("FCSITE_SERVER", &hostile.name);
    let output = project.run(&["--dry-run"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{mode}: {said}");
    assert!(!said.contains(PASSWORD), "{mode}: {said}");
    (said, hostile.heard())
}

#[test]
fn a_server_without_tls_gets_no_password() {
    let (said, heard) = to_hostile("plain", 1);
    assert!(said.contains("does not offer FTPS"), "{said}");
    assert!(heard.contains("AUTH TLS") && !heard.contains("USER") && !heard.contains(PASSWORD), "{heard}");
}

#[test]
fn data_go_to_the_host_of_the_commands_whatever_host_a_server_names() {
    let (said, heard) = to_hostile("elsewhere", 0);
    assert!(said.contains("new pages") && heard.contains("PASV"), "{said}\n{heard}");
}

#[test]
fn lists_and_files_of_a_server_that_never_end_are_left() {
    for mode in ["names", "bytes"] {
        let (said, _) = to_hostile(mode, 1);
        assert!(said.contains("damaged"), "{mode}: {said}");
    }
}

#[test]
fn a_reply_without_end_is_left_whether_it_comes_fast_or_byte_by_byte() {
    assert!(to_hostile("talks", 1).0.contains("no connection"));
    assert!(to_hostile("drips", 1).0.contains("took too long"));
}

#[test]
fn a_reader_never_meets_a_page_whose_files_are_missing_whenever_publications_over_ftps_are_killed() {
    let mut project = Project::new();
    let _ftpd = Ftpd::known(&mut project);
    kill_and_look(&project, &[], kills(10));
}
