//! The editor over real sockets: what a person does, what another website tries, and what two people do at once.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fcsite::base::Locale;
use fcsite::host::edit::Editor;
use fcsite::host::serve::{Config, RunningServer, ServedSite, start_with};
use tempfile::TempDir;

/// A site that has nothing.
pub struct NoSite;

impl ServedSite for NoSite {
    fn read(&self, _: &str) -> Option<std::io::Result<Vec<u8>>> {
        None
    }

    fn is_folder(&self, _: &str) -> bool {
        false
    }
}

/// A site, its editor, and a browser that was let in. What is asked for below `/redigera/` is asked for where the editor is, and what comes back
/// says `/redigera/` of it: a test need not know the path, which is another each time.
pub struct Trial {
    pub root: TempDir,
    pub editor: Arc<Editor>,
    server: RunningServer,
    pub key: String,
    /// Where the editor is; empty until a browser was let in.
    pub path: String,
    pub cookie: String,
    pub word: String,
}

pub struct Got {
    pub status: u16,
    pub head: String,
    pub text: String,
    /// How many bytes the text had as it was sent.
    pub length: usize,
}

pub const CENTRE: &str = "content/alfa/centres/ett.yaml";
pub const FILE: &str = "# Ett hus\nnamn: Familjecentralen Ett\nstatus: öppen\ntelefon: 08-530 610 00 # växeln\nverksamheter:\n  - typ: bvc\n    namn: BVC Ett\nöppettider:\n  måndag-torsdag: 9–12\n  fredag: stängt\n";
pub const NEWS: &str = "content/alfa/news/2026-01-01-hej.md";

impl Trial {
    pub fn new() -> Self {
        let root = TempDir::new().unwrap();
        let file = |path: &str, text: &str| {
            let path = root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        file(
            "content/site.yaml",
            "rubrik: S\nwebbadress: https://s.example\norganisation: O\nspråk: sv\nspråkversioner: [sv, en]\n",
        );
        file("content/alfa/municipality.yaml", "namn: Alfa kommun\nkod: \"0127\"\n");
        file(CENTRE, FILE);
        file(NEWS, "---\nrubrik: Hej\ningress: Du.\n---\n\nEtt stycke.\n");
        let editor = Arc::new(Editor::new(root.path(), Locale::Swedish).unwrap());
        let key = editor.address().split_once("nyckel=").unwrap().1.to_string();
        let config = Config { port: Some(0), ..Config::default() };
        let server = start_with(config, Arc::new(NoSite), Some(editor.clone())).unwrap();
        let [path, cookie, word] = [const { String::new() }; 3];
        let mut trial = Self { root, editor, server, key, path, cookie, word };
        let opened = trial.ask("GET", &format!("/redigera/?nyckel={}", trial.key), &[], "");
        assert_eq!(opened.status, 303, "{}", opened.head);
        assert!(opened.head.contains("HttpOnly; SameSite=Strict"), "{}", opened.head);
        let cookie = opened.head.lines().find_map(|line| {
            line.to_lowercase().starts_with("set-cookie:").then(|| line[11..].trim().to_string())
        });
        let cookie = cookie.unwrap();
        trial.cookie = cookie.split(';').next().unwrap().to_string();
        trial.path = cookie.split("Path=").nth(1).unwrap().split(';').next().unwrap().to_string();
        trial.word = value_of(&trial.get("/redigera/ny/alfa/news").text, "_form");
        trial
    }

    pub fn host(&self) -> String {
        self.server.address().to_string()
    }

    /// A request with these headers beside `Host`, which they may replace.
    pub fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Got {
        self.ask_with(method, path, headers, body.as_bytes())
    }

    /// The same with bytes.
    pub fn ask_with(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
        // Nobody but who has a key is let in at the door.
        let is_known = !self.path.is_empty() && !path.contains("nyckel=");
        let path = if is_known { path.replace("/redigera/", &self.path) } else { path.to_string() };
        let mut got = self.ask_as_it_is(method, &path, headers, body);
        if is_known {
            [&mut got.head, &mut got.text]
                .into_iter()
                .for_each(|text| *text = text.replace(&self.path, "/redigera/"));
        }
        got
    }

    /// The same, to the path that is given, and with the answer as it came.
    pub fn ask_as_it_is(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Got {
        let mut stream = TcpStream::connect(self.server.address()).unwrap();
        let host = self.host();
        let has_host = headers.iter().any(|(name, _)| *name == "Host");
        let mut text = format!("{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        if !has_host {
            text.push_str(&format!("Host: {host}\r\n"));
        }
        for (name, value) in headers {
            text.push_str(&format!("{name}: {value}\r\n"));
        }
        if method == "POST" {
            text.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        let _ = stream.write_all(&[format!("{text}\r\n").as_bytes(), body].concat());
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let answer = String::from_utf8_lossy(&bytes).into_owned();
        let (head, text) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split_whitespace().nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Got { status, head: head.to_string(), text: text.to_string(), length: text.len() }
    }

    pub fn get(&self, path: &str) -> Got {
        self.ask("GET", path, &[("Cookie", &self.cookie)], "")
    }

    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Got {
        let origin = format!("http://{}", self.host());
        let mut all = vec![("_form", self.word.as_str())];
        all.extend(fields);
        self.ask("POST", path, &[("Cookie", &self.cookie), ("Origin", &origin)], &encoded(&all))
    }

    /// The address of a file's form, as the page of its municipality gives it.
    pub fn form_of(&self, name: &str) -> String {
        let page = self.get("/redigera/k/alfa").text;
        let link = page
            .split("<a href=\"/redigera/f/")
            .find(|rest| rest.split("</a>").next().unwrap().ends_with(&format!(">{name}")));
        format!("/redigera/f/{}", &link.unwrap()[..16])
    }

    pub fn base(&self, path: &str) -> String {
        value_of(&self.get(path).text, "_base")
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.root.path().join(path)).unwrap()
    }

    pub fn write(&self, path: &str, text: &str) {
        fs::write(self.root.path().join(path), text).unwrap();
    }

    pub fn all(&self) -> Vec<(PathBuf, Vec<u8>)> {
        all_in(self.root.path())
    }
}

fn all_in(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(all_in(&path))
        } else {
            found.push((path.clone(), fs::read(&path).unwrap()))
        }
    }
    found.sort();
    found
}

pub fn value_of(page: &str, name: &str) -> String {
    let after =
        page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap_or_else(|| panic!("{name} in {page}"));
    after.split('"').next().unwrap().to_string()
}

pub fn encoded(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| -> String {
        text.bytes()
            .map(|byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}

#[test]
fn a_phone_number_is_corrected_in_one_step_and_nothing_else_of_the_file_changes() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let page = trial.get(&form);
    assert!(page.text.contains("value=\"08-530 610 00\"") && page.text.contains("Telefon"), "{}", page.text);
    let saved = trial.post(
        &form,
        &[
            ("_base", &trial.base(&form)),
            ("_do", "save"),
            ("phone", "08-530 610 77"),
            ("name.sv", "Familjecentralen Ett"),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert_eq!(trial.read(CENTRE), FILE.replace("610 00", "610 77"));
    assert!(trial.get(&format!("{form}?sparat=1")).text.contains("Sparat."));
    // And back.
    assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    assert_eq!(trial.read(CENTRE), FILE);
}

#[test]
fn hours_a_notice_and_a_news_item_are_written_as_a_person_would() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let hours = format!("{form}?bara=tider");
    assert_eq!(
        trial.post(&hours, &[("_base", &trial.base(&hours)), ("_do", "save"), ("hours.4", "9–11")]).status,
        303
    );
    let notice = format!("{form}?del=notices&ny=1");
    let fields = [
        ("_do", "save"),
        ("notices.+.title.sv", "Stängt i dag"),
        ("notices.+.body.sv", "Vi är sjuka."),
        ("notices.+.title.en", ""),
    ];
    let base = trial.base(&notice);
    let saved = trial.post(&notice, &[&[("_base", base.as_str())], fields.as_slice()].concat());
    assert_eq!(saved.status, 303, "{}", saved.text);
    let expected = FILE.replace(
        "fredag: stängt\n",
        "fredag: 9–11\nmeddelanden:\n  - rubrik: Stängt i dag\n    text: Vi är sjuka.\n",
    );
    assert_eq!(trial.read(CENTRE), expected);
    let made = trial.post(
        "/redigera/ny/alfa/news",
        &[("title", "Öppet hus: kom!"), ("lead", "Kaffe."), ("_body", "Ett.\r\n\r\nTvå."), ("draft", "true")],
    );
    assert_eq!(made.status, 303, "{}", made.text);
    let folder = fs::read_dir(trial.root.path().join("content/alfa/news")).unwrap();
    let names: Vec<String> = folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let name =
        names.iter().find(|name| name.ends_with("-oppet-hus-kom.md")).unwrap_or_else(|| panic!("{names:?}"));
    let text = trial.read(&format!("content/alfa/news/{name}"));
    assert_eq!(text, "---\nrubrik: \"Öppet hus: kom!\"\ningress: Kaffe.\nutkast: ja\n---\n\nEtt.\n\nTvå.\n");
    // A second of the name takes no file's place.
    let again = trial
        .post("/redigera/ny/alfa/news", &[("title", "Öppet hus kom"), ("lead", "Te."), ("_body", "Mer.")]);
    assert_eq!(again.status, 303, "{}", again.text);
    assert_eq!(trial.read(&format!("content/alfa/news/{name}")), text);
    assert!(trial.read(&format!("content/alfa/news/{}", name.replace(".md", "-2.md"))).contains("Te."));
}

#[test]
fn what_is_wrong_stands_at_its_field_and_what_was_typed_stays_and_can_be_saved_all_the_same() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let wrong =
        trial.post(&form, &[("_base", &base), ("_do", "save"), ("phone", "12"), ("email", "a@b.example")]);
    assert_eq!(wrong.status, 422);
    assert!(
        wrong.text.contains("id=\"fel-phone\"")
            && wrong.text.contains("href=\"#phone\"")
            && wrong.text.contains("aria-invalid"),
        "{}",
        wrong.text
    );
    assert!(wrong.text.contains("value=\"12\"") && wrong.text.contains("value=\"a@b.example\""));
    assert_eq!(trial.read(CENTRE), FILE);
    assert_eq!(trial.post(&form, &[("_base", &base), ("_do", "force"), ("phone", "12")]).status, 303);
    assert_eq!(trial.read(CENTRE), FILE.replace("08-530 610 00", "\"12\""));
}

#[test]
fn where_two_change_a_file_both_are_shown_and_mine_takes_nothing_else_of_theirs() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let theirs = FILE
        .replace("610 00", "610 11")
        .replace("Ett hus", "Ett stort hus")
        .replace("namn: F", "e-post: x@y.example\nnamn: F");
    trial.write(CENTRE, &theirs);
    let fields = [
        ("_base", base.as_str()),
        ("_do", "save"),
        ("phone", "08-530 610 22"),
        ("email", ""),
        ("name.sv", "Familjecentralen Ett"),
    ];
    let both = trial.post(&form, &fields);
    assert_eq!(both.status, 409);
    assert!(both.text.contains("08-530 610 11") && both.text.contains("08-530 610 22"), "{}", both.text);
    assert!(!both.text.contains("x@y.example"), "what this person did not touch is no conflict");
    assert_eq!(trial.read(CENTRE), theirs, "nothing is written before somebody has chosen");
    let base = value_of(&both.text, "_base");
    assert_eq!(
        trial.post(&form, &[("_base", &base), ("_do", "save"), ("phone", "08-530 610 22")]).status,
        303
    );
    assert_eq!(trial.read(CENTRE), theirs.replace("610 11", "610 22"));
}

#[test]
fn a_file_that_became_invalid_is_shown_with_its_fault_and_never_written() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let broken = FILE.replace("status: öppen", "status: [öppen");
    trial.write(CENTRE, &broken);
    let page = trial.get(&form);
    assert!(page.text.contains("ett.yaml:") && !page.text.contains("<textarea"), "{}", page.text);
    trial.post(&form, &[("_base", &base), ("_do", "save"), ("phone", "08-530 610 22")]);
    assert_eq!(trial.read(CENTRE), broken);
}

#[test]
fn what_was_typed_and_not_saved_is_offered_and_never_takes_the_files_place() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let kept = trial.post(&form, &[("_base", &base), ("_do", "keep"), ("phone", "08-530 610 55")]);
    // Where the person has no key of their own nothing is kept, and it is said.
    if kept.status == 507 {
        return;
    }
    assert_eq!(kept.status, 204, "{}", kept.head);
    assert_eq!(trial.read(CENTRE), FILE);
    let page = trial.get(&form);
    assert!(page.text.contains("hamta=1") && page.text.contains("value=\"08-530 610 00\""), "{}", page.text);
    let fetched = trial.get(&format!("{form}?hamta=1"));
    assert!(fetched.text.contains("value=\"08-530 610 55\""), "{}", fetched.text);
    // Somebody changed the file meanwhile: what was fetched is held against that.
    trial.write(CENTRE, &FILE.replace("610 00", "610 11"));
    let fetched = trial.get(&format!("{form}?hamta=1"));
    let base = value_of(&fetched.text, "_base");
    assert_eq!(
        trial.post(&form, &[("_base", &base), ("_do", "save"), ("phone", "08-530 610 55")]).status,
        409
    );
    assert_eq!(trial.post(&form, &[("_do", "forget")]).status, 303);
    assert!(!trial.get(&form).text.contains("hamta=1"));
}

#[test]
fn a_body_is_saved_with_its_front_matter_as_it_was() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let saved = trial.post(
        &form,
        &[
            ("_base", &trial.base(&form)),
            ("_do", "save"),
            ("title", "Hej"),
            ("_body", "Ett stycke.\r\n\r\n## Mer\r\n\r\nText."),
        ],
    );
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert_eq!(trial.read(NEWS), "---\nrubrik: Hej\ningress: Du.\n---\n\nEtt stycke.\n\n## Mer\n\nText.\n");
}

/// A trial with what a page of the editor may send, and a count of what was refused.
struct Siege {
    trial: Trial,
    body: String,
    own: String,
    tried: usize,
}

impl Siege {
    fn refused(&mut self, got: &Got, why: &str) {
        self.tried += 1;
        assert!((400..500).contains(&got.status), "{why}: {} {}", got.head, got.text);
        assert!(!got.text.contains("08-530") && !got.text.contains(&self.trial.word), "{why}: {}", got.text);
    }

    fn post(&mut self, path: &str, headers: &[(&str, &str)], why: &str) {
        let got = self.trial.ask("POST", path, headers, &self.body);
        self.refused(&got, why);
    }

    fn get(&mut self, path: &str, headers: &[(&str, &str)], why: &str) {
        let got = self.trial.ask("GET", path, headers, "");
        self.refused(&got, why);
    }

    /// Other names of the server, and pages of others that ask.
    fn strangers(&mut self, path: &str) {
        let port = self.trial.server.address().port();
        let (evil_port, rebound) = (format!("http://127.0.0.1:{}", port ^ 1), format!("evil.example:{port}"));
        let (cookie, own) = (self.trial.cookie.clone(), self.own.clone());
        for host in [
            "evil.example",
            rebound.as_str(),
            "127.0.0.1.evil.example",
            "localhost.evil.example",
            "127.0.0.2",
            "0x7f.1",
            "localhost:1",
            "[::1]:1",
        ] {
            self.post(path, &[("Host", host), ("Cookie", &cookie), ("Origin", &own)], host);
            self.get(path, &[("Host", host), ("Cookie", &cookie)], host);
        }
        for origin in [
            "http://evil.example",
            "null",
            "https://evil.example",
            evil_port.as_str(),
            "http://localhost",
            "file://",
            "",
        ] {
            self.post(path, &[("Cookie", &cookie), ("Origin", origin)], origin);
            self.get(path, &[("Cookie", &cookie), ("Origin", origin)], origin);
        }
        self.post(path, &[("Cookie", &cookie)], "no origin");
    }

    /// What a browser says of where a wish comes from.
    fn sites(&mut self, path: &str) {
        let (cookie, own) = (self.trial.cookie.clone(), self.own.clone());
        for site in ["cross-site", "same-site", "none, cross-site"] {
            let mut headers = vec![
                ("Cookie", cookie.as_str()),
                ("Sec-Fetch-Site", site),
                ("Sec-Fetch-Mode", "navigate"),
                ("Sec-Fetch-Dest", "document"),
            ];
            self.get(path, &headers, site);
            headers[3] = ("Origin", &own);
            self.post(path, &headers, site);
        }
    }

    /// Without the key, the word of the form, or the method.
    fn keyless(&mut self, path: &str, wordless: &str) {
        let (cookie, own) = (self.trial.cookie.clone(), self.own.clone());
        // To whom has the cookie and sends from the editor's own page, what was typed is given back with the word that it lacked.
        let got = self.trial.ask("POST", path, &[("Cookie", &cookie), ("Origin", &own)], wordless);
        assert!(
            got.status == 403 && !got.text.contains("08-530") && got.text.contains("08-666"),
            "{}",
            got.text
        );
        self.tried += 1;
        let got = self.trial.ask("POST", path, &[("Cookie", &cookie), ("Origin", &own)], "");
        self.refused(&got, "no word");
        let name = cookie.split('=').next().unwrap().to_string();
        for wrong in [
            "",
            &format!("{name}="),
            &format!("{name}=0"),
            &format!("{name}=0; {name}=1"),
            &cookie.to_uppercase(),
            &cookie.replace("redigera-", "redigera-1"),
        ] {
            self.post(path, &[("Cookie", wrong), ("Origin", &own)], wrong);
        }
        for method in ["PUT", "DELETE", "PATCH", "OPTIONS"] {
            let got = self.trial.ask(method, path, &[("Cookie", &cookie), ("Origin", &own)], "");
            self.refused(&got, method);
        }
    }
}

#[test]
fn two_hundred_hostile_requests_read_nothing_and_write_nothing() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let before = trial.all();
    let own = format!("http://{}", trial.host());
    let body =
        encoded(&[("_form", &trial.word), ("_base", &base), ("_do", "save"), ("phone", "08-666 666 66")]);
    let wordless = encoded(&[("_form", "x"), ("_base", &base), ("_do", "force"), ("phone", "08-666 666 66")]);
    let mut siege = Siege { trial, body, own, tried: 0 };
    for path in [
        form.as_str(),
        "/redigera/angra",
        "/redigera/ny/alfa/news",
        "/redigera/ny/alfa/page",
        "/redigera/ny/alfa/centre",
        "/redigera/ny-kommun",
        "/redigera/publicera",
        "/redigera/k/alfa/ta-bort-exemplet",
    ] {
        siege.strangers(path);
        siege.sites(path);
        siege.keyless(path, &wordless);
    }
    let (cookie, key, own) = (siege.trial.cookie.clone(), siege.trial.key.clone(), siege.own.clone());
    for path in [
        "f/..",
        "f/../../site.yaml",
        "f/%2e%2e%2fx",
        "f/content%2fsite.yaml",
        "k/..",
        "k/%2e%2e",
        "ny/../news",
        "ny/alfa/site",
        "ny/beta/centre",
        "ny/_shared/centre",
        "gor/finns-inte",
        "kopia/..",
        "k/alfa/ta-bort-exemplet",
        "f/",
    ] {
        siege.post(&format!("/redigera/{path}"), &[("Cookie", &cookie), ("Origin", &own)], path);
    }
    for key in ["", "0", &key.to_uppercase(), &key[1..], &cookie] {
        siege.get(&format!("/redigera/?nyckel={key}"), &[], key);
    }
    println!("{} hostile requests", siege.tried);
    assert!(siege.tried >= 200, "only {} were tried", siege.tried);
    assert_eq!(siege.trial.all(), before);
}

#[test]
fn an_address_and_a_cookie_of_a_process_that_ended_open_nothing() {
    let (first, second) = (Trial::new(), Trial::new());
    assert_eq!(second.ask("GET", &format!("/redigera/?nyckel={}", first.key), &[], "").status, 403);
    assert_eq!(second.ask("GET", "/redigera/", &[("Cookie", &first.cookie)], "").status, 403);
}

#[test]
fn the_site_has_another_origin_than_the_editor_so_no_script_of_a_theme_reaches_it() {
    let trial = Trial::new();
    let port = trial.server.address().port();
    let name = format!("localhost:{port}");
    for path in ["/redigera/", "/redigera/k/alfa", "/redigera/stil.css"] {
        assert_eq!(
            trial.ask("GET", path, &[("Host", &name), ("Cookie", &trial.cookie)], "").status,
            403,
            "{path}"
        );
    }
    let moved = trial.ask("GET", "/alfa/?x=1", &[], "");
    assert_eq!(moved.status, 307);
    assert!(moved.head.contains(&format!("http://localhost:{port}/alfa/?x=1")), "{}", moved.head);
    let from_site = [
        ("Cookie", trial.cookie.as_str()),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "document"),
    ];
    assert_eq!(trial.ask("GET", "/redigera/", &from_site, "").status, 403);
}

#[test]
fn a_title_that_is_markup_is_shown_as_text() {
    let trial = Trial::new();
    trial.write(CENTRE, &FILE.replace("Familjecentralen Ett", "'<script>alert(1)</script>\" onfocus=x'"));
    for page in [trial.get("/redigera/k/alfa"), trial.get("/redigera/")] {
        assert_eq!(page.status, 200);
        assert!(!page.text.contains("<script>alert"), "{}", page.text);
        assert!(
            page.head
                .to_lowercase()
                .contains("content-security-policy: default-src 'none'; script-src 'self'"),
            "{}",
            page.head
        );
    }
}
