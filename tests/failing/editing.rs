//! A text is saved in the editor while a call is refused: it is saved and that is said, or it is as it was, and what was typed is in the
//! answer.

use std::cell::RefCell;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::calls::Refusal;
use crate::door::{EditorDoor, encoded, value_of};
use crate::run::{Run, watch};
use crate::site::{NEWS, PROGRAM, news, write_content};
use crate::strace::{Place, copy, ended, text_of};

/// What a person types.
const TYPED: &str = "Det som en person skrev.";

/// So long is waited for the editor's address.
const PATIENCE: Duration = Duration::from_secs(3);

/// What can be done in the editor.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Saving {
    /// A text that is there is changed.
    Change,
    /// A new one is made.
    Make,
}

impl Saving {
    pub fn name(self) -> &'static str {
        match self {
            Self::Change => "edit",
            Self::Make => "edit-new",
        }
    }
}

/// The places of the trials.
pub struct Study {
    place: Place,
    saving: Saving,
    folder: TempDir,
}

/// What the editor answered, with its head.
#[derive(Default)]
struct Answered {
    saved: String,
    listed: String,
}

impl Study {
    pub fn new(saving: Saving) -> Self {
        let folder = TempDir::new().unwrap();
        let place = Place::new(folder.path().canonicalize().unwrap());
        let study = Self { place, saving, folder };
        write_content(&study.place.repository(), 1);
        copy(&study.place.repository(), &study.place.root.join("kept"));
        study
    }

    /// Lets all lie where it is.
    pub fn leave(self) -> PathBuf {
        self.folder.keep()
    }

    fn plain(&self) -> Command {
        let mut command = self.place.command(&PROGRAM);
        command.args(["edit", "--no-open", "--port", "0", "--now", "2026-03-01", "--lang", "en"]);
        command
    }

    fn traced(&self, options: &[String]) -> (Run, Answered) {
        let repository = self.place.repository();
        fs::remove_dir_all(&repository).unwrap();
        copy(&self.place.root.join("kept"), &repository);
        let answered = RefCell::new(Answered::default());
        let save = || {
            if let Some(found) = self.save(&self.said()) {
                answered.replace(found);
            }
            false
        };
        let run = watch(&mut self.place.traced(&self.plain(), options, &[]), &self.place.said(), &save, &[]);
        (run, answered.into_inner())
    }

    /// What the editor has said, with its address: that comes after what is said of the build, and may never come where a call is refused.
    fn said(&self) -> String {
        let began = Instant::now();
        loop {
            let said = fs::read_to_string(self.place.said().join("stderr")).unwrap_or_default();
            let is_told =
                said.split_inclusive('\n').any(|line| line.contains("nyckel=") && line.ends_with('\n'));
            if is_told || began.elapsed() > PATIENCE {
                return said;
            }
            sleep(Duration::from_millis(5));
        }
    }

    /// Opens the editor as a person does, and saves.
    fn save(&self, said: &str) -> Option<Answered> {
        let address = said.lines().find(|line| line.contains("nyckel="))?.split("http://").nth(1)?;
        let (host, path) = address.split_once('/')?;
        let path = path.split_whitespace().next()?;
        let opened = ask(host, &format!("GET /{path} HTTP/1.1"), "")?;
        let door = EditorDoor::of(&opened)?;
        let ask = |head: &str, body: &str| Some(door.told(&ask(host, &door.sent(head), body)?));
        let cookie = &door.cookie;
        let get = |path: &str| ask(&format!("GET {path} HTTP/1.1\r\nCookie: {cookie}"), "");
        let list = get("/redigera/k/alfa")?;
        let (form, fields) = match self.saving {
            Saving::Change => {
                let is_it =
                    |rest: &&str| rest.split("</a>").next().is_some_and(|link| link.ends_with(">Nyhet 1"));
                let id = list.split("<a href=\"/redigera/f/").skip(1).find(is_it)?.get(..16)?;
                let form = format!("/redigera/f/{id}");
                let page = get(&form)?;
                let base = value_of(&page, "_base")?;
                (form, vec![("_form", value_of(&page, "_form")?), ("_base", base)])
            }
            Saving::Make => {
                let form = "/redigera/ny/alfa/news".to_string();
                let word = value_of(&get(&form)?, "_form")?;
                (form, vec![("_form", word), ("title", "Ny".into()), ("lead", "Ny.".into())])
            }
        };
        self.place.mark();
        let own = [("_do", "save".to_string()), ("_body", TYPED.to_string())];
        let body: Vec<String> =
            fields.iter().chain(&own).map(|(name, text)| format!("{name}={}", encoded(text))).collect();
        let body = body.join("&");
        let head = format!(
            "POST {form} HTTP/1.1\r\nCookie: {cookie}\r\nOrigin: http://{host}\r\nContent-Length: {}",
            body.len()
        );
        let saved = ask(&head, &body)?;
        Some(Answered { saved, listed: get("/redigera/k/alfa").unwrap_or_default() })
    }

    /// The files of news, with what they hold.
    fn texts(&self) -> Vec<(String, String)> {
        let folder = self.place.repository().join(NEWS).parent().unwrap().to_path_buf();
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let texts = names.map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        });
        let mut texts: Vec<_> = texts.filter(|(name, _)| !name.starts_with('.')).collect();
        texts.sort();
        texts
    }

    /// All that can be refused.
    pub fn refusals(&self) -> Vec<Refusal> {
        let refusals = self.place.refusals(&|options| {
            let (run, answered) = self.traced(options);
            assert_eq!(run.code, Some(0), "{}", text_of(&run));
            assert!(answered.saved.starts_with("HTTP/1.1 303"), "{}", answered.saved);
            assert!(self.is_saved(), "{:?}", self.texts());
        });
        assert!(refusals.len() > 20, "{} refusals", refusals.len());
        refusals
    }

    fn is_saved(&self) -> bool {
        self.texts().iter().any(|(_, text)| text.contains(TYPED))
    }

    /// Refuses one call. What is wrong then; none where no such call was made this time.
    pub fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>> {
        let (run, answered) = self.traced(&self.place.refusing(refusal));
        let mut found: Vec<String> = ended(&run, &[0, 1]).into_iter().collect();
        let Answered { saved, listed } = answered;
        let name = NEWS.rsplit('/').next().unwrap().to_string();
        let texts = self.texts();
        let others = texts.iter().filter(|(_, text)| !text.contains(TYPED)).cloned().collect::<Vec<_>>();
        let old = [(name, news(1))];
        let is_change = self.saving == Saving::Change;
        let is_whole = |text: &str| text.starts_with("---\n") && text.ends_with(&format!("{TYPED}\n"));
        let is_new = texts.iter().filter(|(_, text)| text.contains(TYPED)).all(|(_, text)| is_whole(text));
        if !is_new || (others != old && !(is_change && others.is_empty() && texts.len() == 1)) {
            found.push(format!("neither old nor new: {texts:?}"));
        }
        let is_told = saved.starts_with("HTTP/1.1 303");
        if is_told != self.is_saved() {
            found.push(format!("the files hold {texts:?}, and it says: {saved}"));
        }
        if !is_told && !saved.is_empty() && !saved.contains(TYPED) {
            found.push(format!("what was typed is not in the answer: {saved}"));
        }
        if listed.starts_with("HTTP/1.1 200") && !listed.contains("/redigera/f/") {
            found.push(format!("the texts are missing in the list: {listed}"));
        }
        self.place.if_met(refusal, found)
    }
}

/// Asks; nothing where there was no answer.
fn ask(host: &str, head: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(host).ok()?;
    stream.write_all(format!("{head}\r\nHost: {host}\r\nConnection: close\r\n\r\n{body}").as_bytes()).ok()?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned()).filter(|text| !text.is_empty())
}
