//! A publication from the editor while `publish.yaml` is exchanged: `git pull` brings another between two presses.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Stdio;

use super::door::{EditorDoor, encoded, value_of};
use super::ftps::{Hostile, PASSWORD};
use super::project::{Project, RunningProgram};

/// The editor, and a browser that was let in.
struct Browser {
    _program: RunningProgram,
    host: String,
    door: Option<EditorDoor>,
    word: String,
}

impl Browser {
    fn start(project: &Project) -> Self {
        let mut command = project.program();
        command.args(["edit", "--no-open", "--port", "0", "--now", "2026-02-01", "--lang", "sv"]);
        let mut child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines().map(Result::unwrap);
        let line = lines.find(|line| line.contains("nyckel=")).expect("it says where it is");
        // What it says later is read, so that it does not wait for that.
        std::thread::spawn(move || lines.for_each(drop));
        let (host, path) = line.split_once("http://").unwrap().1.trim().split_once('/').unwrap();
        let mut browser =
            Self { _program: RunningProgram(child), host: host.to_string(), door: None, word: String::new() };
        let opened = browser.ask(&format!("GET /{path} HTTP/1.1\r\n"), "");
        browser.door = EditorDoor::of(&opened);
        let page = browser.ask("GET /redigera/ny/alfa/news HTTP/1.1\r\n", "");
        browser.word = value_of(&page, "_form").unwrap();
        browser
    }

    fn ask(&self, head: &str, body: &str) -> String {
        let head = self.door.as_ref().map_or_else(|| head.to_string(), |door| door.sent(head));
        let cookie = self.door.as_ref().map_or("", |door| &door.cookie);
        let host = &self.host;
        let mut stream = TcpStream::connect(host).unwrap();
        let more = format!("Host: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n");
        stream.write_all(format!("{head}{more}\r\n{body}").as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        self.door.as_ref().map_or_else(|| answer.clone(), |door| door.told(&answer))
    }

    /// Presses a button of a page of the target.
    fn press(&self, fields: &[(&str, &str)]) -> String {
        let mut body = format!("_form={}&target=prov", self.word);
        for (name, value) in fields {
            let _ = write!(body, "&{}={}", encoded(name), encoded(value));
        }
        let kind = "application/x-www-form-urlencoded";
        let head = format!(
            "POST /redigera/publicera HTTP/1.1\r\nOrigin: http://{}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
            self.host,
            body.len()
        );
        self.ask(&head, &body)
    }
}

#[test]
fn what_was_typed_for_one_server_goes_to_no_other_that_the_file_names_meanwhile() {
    let mut project = Project::new();
    let [mine, other] = ["mine", "other"].map(|name| Hostile::start(&project, name, "elsewhere"));
    let is_given = |server: &Hostile| server.heard().contains("PASS ");
    mine.target(&project);
    let browser = Browser::start(&project);
    let asked = browser.press(&[("_do", "look")]);
    assert!(asked.contains(&mine.name) && !is_given(&mine), "{asked}");
    let whom = |page: &str| value_of(page, "secret_for").unwrap_or_default();
    let typed_for = whom(&asked);
    let seen = browser.press(&[("_do", "look"), ("secret", PASSWORD), ("secret_for", &typed_for)]);
    assert!(mine.heard().contains(&format!("PASS {PASSWORD}")), "{seen}");
    let (plan, typed_for) = (value_of(&seen, "plan").unwrap(), whom(&seen));
    assert!(seen.contains("nya sidor") && !plan.is_empty(), "{seen}");

    other.target(&project);
    let sent = [("_do", "send"), ("plan", &*plan), ("secret", PASSWORD)];
    let refused = browser.press(&[&sent[..], &[("secret_for", &typed_for)]].concat());
    assert!(refused.contains("har ändrats sedan dess") && refused.contains(&other.name), "{refused}");
    // The same where it is not said for whom.
    assert!(browser.press(&sent).contains("har ändrats sedan dess"));
    assert!(!other.heard().is_empty() && !is_given(&other), "{}", other.heard());
    // That its certificate stood in the file is no meeting.
    project.give("FCSITE_PASSWORD", PASSWORD);
    assert!(project.publish(&["--yes"], 5).contains("was not sent"));
    assert!(!is_given(&other), "{}", other.heard());

    // Typed for the other it is given to the other; what was seen of the one is not sent there, though the plan has the same files.
    let typed_for = whom(&refused);
    let typed = [("_do", "send"), ("secret", "annat-ord"), ("secret_for", &*typed_for)];
    let seen = browser.press(&[&typed[..], &[("plan", &plan)]].concat());
    assert!(seen.contains("Något har ändrats sedan du tittade"), "{seen}");
    let heard = other.heard();
    assert!(
        heard.contains("PASS annat-ord") && !heard.contains(PASSWORD) && !heard.contains("MKD"),
        "{heard}"
    );
    let own = value_of(&seen, "plan").unwrap();
    assert!(own != plan && whom(&seen) == typed_for, "{seen}");
    browser.press(&[&typed[..], &[("plan", &own)]].concat());
    assert!(other.heard().contains("MKD"), "{}", other.heard());
}
