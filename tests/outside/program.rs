//! The program itself, with links in files.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{TcpListener, ToSocketAddrs as _};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use fcsite::base::{Code, Diagnostic};
use fcsite::build::Options;
use fcsite::host::examine::{Task, examine};
use fcsite::model::Settings;
use tempfile::TempDir;

use super::server::{Log, Question, Server, leads_to, status};
use super::setting::{TODAY, day, policy, words};

/// A site with a link to each server wherever a link may stand. `@` is the server, and each link has a path of its own.
const FILES: [(&str, &str); 6] = [
    ("content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n"),
    (
        "content/alfa/municipality.yaml",
        "name: Alfa kommun
code: \"0127\"
contact: {url: @/1}
navigation:
  - {title: Om, page: om}
  - {title: Ut, url: @/2}
accessibility_statement: {status: fully, assessed_on: 2026-02-01, updated_on: 2026-02-01, method: self, feedback_url: @/3}
notices:
  - {title: Nytt, body: Nytt., links: [{title: Ett, url: @/4}, {title: Två, url: @/5}]}
  - title: I texten
    body:
      sv: Läs på [sidan om språk](@/14).
",
    ),
    (
        "content/alfa/centres/torget.yaml",
        "name: Torget
status: open
reviewed: 2026-02-01
address: {street: Torget 1}
url: @/6
services:
  - kind: child_health
    url: @/7
notices:
  - {title: Nytt, body: Nytt., links: [{title: Tre, url: @/8}]}
  - title: I texten
    body: |
      Vi har öppet som vanligt.

      Läs på [sidan om tider](@/15).
",
    ),
    ("content/alfa/pages/om.md", "---\ntitle: Om\n---\n\nLäs [mer om oss](@/9) och <@/10>.\n\n[Sista länken](@/11#del)\n"),
    ("content/alfa/news/2026-02-01-hej.md", "---\ntitle: Hej\nlead: Hej.\n---\n\n[Länken i nyheten](@/12)\n"),
    ("content/_shared/pages/delad.md", "---\ntitle: Delad\n---\n\n[Länken i det delade](@/13)\n"),
];

/// The site on disk, with a server in place of each `@`, and further lines.
fn site(server: &str, more: &[(&str, &str)]) -> TempDir {
    let root = TempDir::new().unwrap();
    for (path, text) in FILES {
        let end = more.iter().filter(|(file, _)| *file == path).map(|(_, more)| *more).collect::<String>();
        let text = match text.strip_prefix("---\n") {
            // More lines of a text go before its front matter's.
            Some(rest) => format!("---\n{end}{rest}"),
            None => format!("{text}{end}"),
        };
        let file = root.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text.replace('@', server)).unwrap();
    }
    root
}

fn found(root: &Path) -> Vec<Diagnostic> {
    let settings = Settings { now: day(TODAY), drafts: false, future: false, base_url: None };
    let options = Options { settings, only: None, packed: false };
    let task =
        Task { source: root.to_path_buf(), options, external: Some(policy()), bar: None, link_bar: None };
    let (findings, _) = examine(&task);
    assert!(!findings.diagnostics.iter().any(Diagnostic::is_error), "{:?}", findings.diagnostics);
    findings.diagnostics.into_iter().filter(|found| found.code == Code::ExternalLinkBroken).collect()
}

/// Where something is told: the file, the line and what is said.
fn places(found: &[Diagnostic]) -> Vec<String> {
    let place = |found: &Diagnostic| {
        let (file, place) = (found.file.as_ref().unwrap(), found.place.as_ref().unwrap());
        format!("{file}:{} {}", place.line, words(found))
    };
    found.iter().map(place).collect()
}

#[test]
fn a_link_is_tried_wherever_it_stands_and_told_at_its_place() {
    let server = Server::new(|_| status(404));
    let root = site(&server.at(""), &[]);
    let found = found(root.path());
    let mut numbers: Vec<u32> = server
        .asked()
        .iter()
        .filter(|question| question.method == "HEAD")
        .map(|question| question.target.trim_start_matches('/').parse().unwrap())
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=15).collect::<Vec<_>>());
    let places = places(&found);
    assert_eq!(places.len(), 15, "{places:#?}");
    for (file, line, number) in [
        ("alfa/municipality.yaml", 3, "1"),
        ("alfa/municipality.yaml", 6, "2"),
        ("alfa/municipality.yaml", 7, "3"),
        ("alfa/municipality.yaml", 9, "4"),
        ("alfa/municipality.yaml", 9, "5"),
        ("alfa/centres/torget.yaml", 5, "6"),
        ("alfa/centres/torget.yaml", 8, "7"),
        ("alfa/centres/torget.yaml", 10, "8"),
        ("alfa/pages/om.md", 5, "9"),
        ("alfa/pages/om.md", 5, "10"),
        ("alfa/pages/om.md", 7, "11#del"),
        ("alfa/news/2026-02-01-hej.md", 6, "12"),
        ("_shared/pages/delad.md", 5, "13"),
        ("alfa/municipality.yaml", 12, "14"),
        ("alfa/centres/torget.yaml", 15, "15"),
    ] {
        let start = format!("content/{file}:{line} ");
        let here = |place: &&String| {
            place.starts_with(&start)
                && place.contains(&format!("{} does not", server.at(&format!("/{number}"))))
        };
        assert_eq!(places.iter().filter(here).count(), 1, "{start}{number}: {places:#?}");
    }
}

#[test]
fn the_warning_is_turned_off_for_a_file_a_municipality_or_the_site() {
    let server = Server::new(|_| status(404));
    let off = "checks: {off: [FC0214]}\n";
    for (file, left) in [
        ("content/alfa/pages/om.md", 12),
        ("content/alfa/centres/torget.yaml", 11),
        // All of Alfa's own files; what is shared is not its own.
        ("content/alfa/municipality.yaml", 1),
        ("content/site.yaml", 0),
    ] {
        let root = site(&server.at(""), &[(file, off)]);
        assert_eq!(found(root.path()).len(), left, "{file}");
    }
}

/// The program, in a language of its own and with no proxy but the given.
fn check(root: &Path, more: &[&str], proxy: Option<&str>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["check", "--external", "--lang", "en", "--now", TODAY]).args(more);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    if let Some(proxy) = proxy {
        command.env("HTTP_PROXY", proxy);
    }
    command.current_dir(root).stdin(Stdio::null()).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn the_program_asks_nothing_of_this_computer_and_warns_of_the_links() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let root = site(&format!("http://{}", listener.local_addr().unwrap()), &[]);
    let output = check(root.path(), &[], None);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{stderr}");
    assert_eq!(stderr.matches("warning[FC0216]").count(), 15, "{stderr}");
    assert!(!stderr.contains("error["), "{stderr}");
    assert!(stderr.contains("Links to other websites: 15 tried"), "{stderr}");
    listener.set_nonblocking(true).unwrap();
    assert!(listener.accept().is_err(), "something was sent");
    assert!(!root.path().join("public").exists());
    // Without --external too: that nobody can get there needs no asking.
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    let output = command.args(["check", "--now", TODAY]).current_dir(root.path()).output().unwrap();
    assert_eq!(text(&output.stderr).matches("warning[FC0216]").count(), 15);
}

#[test]
fn with_json_what_was_tried_is_counted() {
    let root = site("http://127.0.0.1:9", &[]);
    let output = check(root.path(), &["--json"], None);
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let report = lines.last().unwrap();
    let external = serde_json::json!({"asked": 15, "remembered": 0, "left": 0, "offline": false});
    assert_eq!((&report["errors"], &report["external"]), (&serde_json::json!(0), &external));
    let told = lines.iter().filter(|line| line["code"] == "FC0216" && line["severity"] == "warning").count();
    assert_eq!(told, 15);
}

/// A proxy of a municipality's network. Every name that exists is behind it.
fn proxy(log: Log, answer: impl Fn(&str, &str) -> Vec<u8> + Send + Sync + 'static) -> Server {
    Server::wild(log, move |question: &mut Question, mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 Connected\r\n\r\n");
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
        let first = lines.next().unwrap_or_default();
        lines.take_while(|line| !line.is_empty()).for_each(drop);
        let path = first.split(' ').nth(1).unwrap_or_default();
        let _ = stream.write_all(&answer(&question.target, path));
        Box::new(|| {})
    })
}

#[test]
fn through_a_proxy_within_pages_outside_are_asked() {
    let server = proxy(Log::default(), |_, path| status(if path == "/9" { 404 } else { 200 }));
    let root = site("http://kommunen.example", &[]);
    // A server of its own for each would take its time with the pause between.
    fs::write(root.path().join("content/alfa/municipality.yaml"), "name: Alfa kommun\ncode: \"0127\"\n")
        .unwrap();
    fs::remove_file(root.path().join("content/alfa/centres/torget.yaml")).unwrap();
    let output = check(root.path(), &[], Some(&server.at("")));
    let stderr = text(&output.stderr);
    assert!(server.lines().contains(&"CONNECT kommunen.example:80".to_string()), "{:?}", server.lines());
    assert_eq!(stderr.matches("FC0214]").count(), 1, "{stderr}");
    assert!(!stderr.contains("FC0216"), "{stderr}");
}

/// A name that /etc/hosts has for this computer, but for those that say so themselves.
fn inner_name() -> String {
    let hosts = fs::read_to_string("/etc/hosts").unwrap();
    let names = hosts.lines().filter_map(|line| line.split('#').next()).flat_map(|line| {
        let mut words = line.split_whitespace();
        let is_own = words.next().is_some_and(|ip| ip.starts_with("127.") || ip == "::1");
        words.filter(move |name| is_own && !name.ends_with("localhost"))
    });
    let known = |name: &&str| (*name, 80).to_socket_addrs().is_ok();
    names.filter(known).map(str::to_string).next().unwrap()
}

#[test]
fn through_a_proxy_a_name_of_the_network_within_is_told_and_not_asked() {
    let server = proxy(Log::default(), |_, path| match path {
        "/9" => leads_to(302, &format!("http://{}/hemligt", inner_name())),
        _ => status(200),
    });
    for (host, told) in [(inner_name(), 3), ("kommunen.example".to_string(), 1)] {
        let root = site(&format!("http://{host}"), &[]);
        fs::write(root.path().join("content/alfa/municipality.yaml"), "name: Alfa kommun\ncode: \"0127\"\n")
            .unwrap();
        for file in ["centres/torget.yaml", "news/2026-02-01-hej.md"] {
            fs::remove_file(root.path().join("content/alfa").join(file)).unwrap();
        }
        fs::remove_file(root.path().join("content/_shared/pages/delad.md")).unwrap();
        let output = check(root.path(), &[], Some(&server.at("")));
        let stderr = text(&output.stderr);
        assert_eq!(stderr.matches("FC0216]").count(), told, "{host}: {stderr}");
    }
    assert!(server.lines().iter().all(|line| line == "CONNECT kommunen.example:80"), "{:?}", server.lines());
    assert_eq!(server.lines().len(), 3);
}

#[test]
fn where_nothing_could_be_tried_the_exit_code_says_so() {
    let root = TempDir::new().unwrap();
    let write = |path: &str, text: &str| {
        let file = root.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    };
    write("content/site.yaml", &format!("{}checks: {{off: [FC0086]}}\n", FILES[0].1));
    let page = "content/_shared/pages/delad.md";
    let links = |count: usize| {
        let link = |number| format!("- [Kommun {number}](http://nr{number}.invalid/)\n");
        format!("---\ntitle: Delad\n---\n\n{}", (0..count).map(link).collect::<String>())
    };
    write(page, &links(3));
    let output = check(root.path(), &["--quiet"], None);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{stderr}");
    assert!(stderr.contains("None of the 3 links") && !stderr.contains("FC02"), "{stderr}");
    // One dead server is one dead link.
    write(page, &links(1));
    let output = check(root.path(), &[], None);
    let stderr = text(&output.stderr);
    assert_eq!(output.status.code(), Some(4), "{stderr}");
    assert!(stderr.contains("FC0214]") && !stderr.contains("None of the"), "{stderr}");
    // With nothing to try all is well.
    write(page, &links(0));
    assert_eq!(check(root.path(), &[], None).status.code(), Some(0));
}

#[test]
fn after_a_redirect_nothing_is_sent_inward_either() {
    let secret = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = secret.local_addr().unwrap();
    let server = proxy(Log::default(), move |_, path| match path {
        "/9" => leads_to(302, &format!("http://{address}/hemligt")),
        "/10" => leads_to(301, &format!("http://2130706433:{}/hemligt", address.port())),
        "/11" => leads_to(302, "http://169.254.169.254/latest/meta-data/"),
        _ => status(200),
    });
    let root = site("http://kommunen.example", &[]);
    fs::write(root.path().join("content/alfa/municipality.yaml"), "name: Alfa kommun\ncode: \"0127\"\n")
        .unwrap();
    fs::remove_file(root.path().join("content/alfa/centres/torget.yaml")).unwrap();
    let output = check(root.path(), &[], Some(&server.at("")));
    let stderr = text(&output.stderr);
    assert_eq!(stderr.matches("FC0216]").count(), 3, "{stderr}");
    assert!(server.lines().iter().all(|line| line == "CONNECT kommunen.example:80"), "{:?}", server.lines());
    secret.set_nonblocking(true).unwrap();
    assert!(secret.accept().is_err(), "something was sent");
}
