//! What a person does in the editor: opens forms, keeps, previews and saves what is typed, brings a picture, makes a news item, looks at what
//! would be published, and takes the last saving back.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::door::{EditorDoor, encoded, value_of};
use crate::run::Session;
use crate::site::news;

/// Nothing takes so long to be answered, whatever else the machine does.
const PATIENCE: Duration = Duration::from_secs(60);

/// A browser that was let in.
#[derive(Default)]
struct Browser {
    host: String,
    /// None until it is let in.
    door: Option<EditorDoor>,
    /// The word that every form sends.
    word: String,
    session: Session,
}

/// Uses the editor at the address that was said.
pub fn session(heard: &str, sends: bool) -> Session {
    let Some((host, key)) = address(heard) else { return Session::default() };
    let mut browser = Browser { host, ..Browser::default() };
    let opened = browser.get("opens", &key);
    browser.door = EditorDoor::of(&opened);
    browser.get("starts", "/redigera/");
    browser.get("begins", "/redigera/ny/alfa/news");
    let form = browser.form();
    if sends {
        browser.save(&form);
        browser.publish();
    } else {
        browser.write(&form);
    }
    browser.session
}

/// The editor's host, and the path that lets in.
fn address(heard: &str) -> Option<(String, String)> {
    let line = heard.lines().find(|line| line.contains("nyckel="))?;
    let (host, path) = line.split_once("http://")?.1.trim().split_once('/')?;
    Some((host.to_string(), format!("/{path}")))
}

impl Browser {
    /// The address of the news item's form, by its title. Where it is not to be had nothing is written to another file.
    fn form(&mut self) -> String {
        let page = self.get("lists", "/redigera/k/alfa");
        let mut forms = page.split("<a href=\"/redigera/f/").skip(1);
        let is_it = |rest: &&str| rest.split("</a>").next().is_some_and(|name| name.contains("Nyhet"));
        let found = forms.find(is_it).and_then(|rest| rest.get(..16));
        format!("/redigera/f/{}", found.unwrap_or("0123456789abcdef"))
    }

    fn write(&mut self, form: &str) {
        let page = self.get("shows", form);
        let (base, sheet) = (hidden(&page, "_base"), hidden(&page, "_ark"));
        let typed = [("_base", &*base), ("_ark", &*sheet), ("title", "Nyhet 3"), ("_body", "Halv")];
        self.post("keeps", form, &[&typed[..], &[("_do", "keep")]].concat());
        self.post("previews", form, &[&typed[..], &[("_do", "preview")]].concat());
        self.save(form);
        self.bring(form);
        self.post(
            "makes",
            "/redigera/ny/alfa/news",
            &[("title", "Hej"), ("lead", "Ingress"), ("_body", "Text"), ("_do", "save")],
        );
        self.post("takes back", "/redigera/angra", &[]);
        let page = self.get("shows again", form);
        let base = hidden(&page, "_base");
        self.post("takes down", &format!("{form}/ta-ner"), &[("_base", &base), ("target", "ingen")]);
    }

    fn save(&mut self, form: &str) {
        let page = self.get("shows", form);
        let text = news(3);
        let body = text.rsplit("---\n").next().unwrap_or_default();
        let base = hidden(&page, "_base");
        self.post("saves", form, &[("_base", &base), ("_do", "save"), ("title", "Nyhet 3"), ("_body", body)]);
    }

    /// What would be published is looked at, every question answered with yes, and it is published.
    fn publish(&mut self) {
        self.get("lists targets", "/redigera/publicera");
        let page = self.post("looks", "/redigera/publicera", &[("target", "internt"), ("_do", "look")]);
        let plan = hidden(&page, "plan");
        let questions: Vec<&str> =
            page.split("name=\"svar-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let names: Vec<String> = questions.iter().map(|name| format!("svar-{name}")).collect();
        let answers = names.iter().map(|name| (name.as_str(), "ja"));
        let mut fields = vec![("target", "internt"), ("_do", "send"), ("plan", &*plan)];
        fields.extend(answers);
        self.post("publishes", "/redigera/publicera", &fields);
    }

    /// Brings a picture into the text.
    fn bring(&mut self, form: &str) {
        let mut picture = Vec::new();
        let pixels = DynamicImage::ImageRgb8(RgbImage::new(9, 9));
        pixels.write_to(&mut std::io::Cursor::new(&mut picture), ImageFormat::Png).unwrap();
        let border = "----gransen";
        let mut body = Vec::new();
        for (name, value) in [("_form", &*self.word), ("slag", "bild"), ("plats", "text"), ("alt", "En bild")]
        {
            let head =
                format!("--{border}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend(head.bytes());
        }
        let head = "Content-Disposition: form-data; name=\"fil\"; filename=\"ny.png\"";
        body.extend(format!("--{border}\r\n{head}\r\n\r\n").bytes());
        body.extend(picture);
        body.extend(format!("\r\n--{border}--\r\n").bytes());
        let kind = format!("multipart/form-data; boundary={border}");
        self.send("brings", &format!("{form}/fil"), (&kind, &body));
    }

    fn cookie(&self) -> &str {
        self.door.as_ref().map_or("", |door| &door.cookie)
    }

    fn get(&mut self, step: &'static str, path: &str) -> String {
        let head = format!("GET {path} HTTP/1.1\r\nCookie: {}\r\n", self.cookie());
        let page = self.ask(step, &head, &[]);
        let word = value_of(&page, "_form");
        if let Some(word) = word.filter(|word| !word.is_empty()) {
            self.word = word;
        }
        page
    }

    fn post(&mut self, step: &'static str, path: &str, fields: &[(&str, &str)]) -> String {
        let mut body = format!("_form={}", self.word);
        for (name, value) in fields {
            let _ = write!(body, "&{}={}", encoded(name), encoded(value));
        }
        self.send(step, path, ("application/x-www-form-urlencoded", body.as_bytes()))
    }

    fn send(&mut self, step: &'static str, path: &str, (kind, body): (&str, &[u8])) -> String {
        let head = format!(
            "POST {path} HTTP/1.1\r\nCookie: {}\r\nOrigin: http://{}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n",
            self.cookie(),
            self.host,
            body.len()
        );
        self.ask(step, &head, body)
    }

    /// Asks, unless something was not answered before. The answer, empty where there is none.
    fn ask(&mut self, step: &'static str, head: &str, body: &[u8]) -> String {
        if self.session.is_stuck {
            return String::new();
        }
        let mut answer = Vec::new();
        if let Ok(mut stream) = TcpStream::connect(&self.host) {
            let _ = stream.set_read_timeout(Some(PATIENCE));
            let head = self.door.as_ref().map_or_else(|| head.to_string(), |door| door.sent(head));
            let head = format!("{head}Host: {}\r\nConnection: close\r\n\r\n", self.host);
            let _ = stream.write_all(&[head.as_bytes(), body].concat());
            let read = stream.read_to_end(&mut answer);
            self.session.is_stuck = read.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
        }
        let text = String::from_utf8_lossy(&answer);
        let text = self.door.as_ref().map_or_else(|| text.to_string(), |door| door.told(&text));
        let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        self.session.steps.push((step, status));
        self.session.answers.append(&mut answer);
        text
    }
}

/// The value of a hidden field; empty where a page has none.
fn hidden(page: &str, name: &str) -> String {
    value_of(page, name).unwrap_or_default()
}
