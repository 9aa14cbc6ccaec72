//! A site in strings, and what is made of it.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::{Mutex, OnceLock};

use fcsite::base::{Code, Diagnostic, Fingerprint, Locale, Messages, OutputPath, SourcePath};
use fcsite::build::{BuildReport, Observer, Options, Output, Pictures, Request, build};
use fcsite::cache::Memory;
use fcsite::check::{Ask, Findings, check};
use fcsite::input::{InputError, InputFault, InputFolder, Inputs, MemoryInputs};
use fcsite::model::Settings;

pub const SITE: &str = "content/site.yaml";
pub const BOTKYRKA: &str = "content/botkyrka/municipality.yaml";
pub const NACKA: &str = "content/nacka/municipality.yaml";
pub const FITTJA: &str = "content/botkyrka/centres/fittja.yaml";
pub const NEWS: &str = "content/botkyrka/news/2026-01-10-hej.md";
pub const PAGE: &str = "content/botkyrka/pages/om.md";
pub const IMAGE: &str = "content/botkyrka/images/lek.png";

pub const SITE_TEXT: &str =
    "title: Familjecentraler\nbase_url: https://prov.example\norganisation: Region Prov\n";
pub const BOTKYRKA_TEXT: &str = "name: Botkyrka kommun
code: \"0127\"
accessibility_statement:
  status: fully
  assessed_on: 2026-05-04
  updated_on: 2026-05-04
  method: self
  feedback_url: https://form.example/rapportera
";
pub const FITTJA_TEXT: &str = "name: Fittja
status: open
address: {street: Fittja Torg 19}
services:
  - kind: child_health
  - kind: open_preschool
reviewed: 2026-11-01
";
pub const NEWS_TEXT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\nText.\n";
pub const PAGE_TEXT: &str = "---\ntitle: Om oss\n---\n\n## Vilka\n\nText.\n";

/// A site in strings. It is valid until something is changed.
#[derive(Clone)]
pub struct Project {
    inputs: MemoryInputs,
    faults: Vec<InputFault>,
    unreadable: Vec<(SourcePath, InputError)>,
    options: Options,
}

impl Project {
    /// A site of one municipality with one centre, one news item, one page and one picture, made on 16 November 2026.
    pub fn new() -> Self {
        let settings =
            Settings { now: "2026-11-16".parse().unwrap(), drafts: false, future: false, base_url: None };
        let project = Self {
            inputs: MemoryInputs::default(),
            faults: Vec::new(),
            unreadable: Vec::new(),
            options: Options { settings, only: None, packed: false },
        };
        let texts = [
            (SITE, SITE_TEXT),
            (BOTKYRKA, BOTKYRKA_TEXT),
            (FITTJA, FITTJA_TEXT),
            (NEWS, NEWS_TEXT),
            (PAGE, PAGE_TEXT),
        ];
        texts
            .into_iter()
            .fold(project, |project, (path, text)| project.with(path, text))
            .with(IMAGE, png(4, 3))
    }

    /// With this file.
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.inputs.insert(path, bytes);
        self
    }

    /// With a second municipality, so that there is a region, and what the region must say.
    pub fn region(self) -> Self {
        let statement = BOTKYRKA_TEXT.split_once("accessibility").unwrap().1;
        let nacka = BOTKYRKA_TEXT.replace("Botkyrka", "Nacka").replace("0127", "0182");
        self.with(NACKA, nacka).and(SITE, &format!("accessibility{statement}"))
    }

    /// With two centres whose places are known.
    pub fn placed(self) -> Self {
        let second = FITTJA_TEXT.replace("Fittja", "Hallunda").replace("Torg 19", "Torg 1");
        let second = second + "geo: {lat: 59.2440, lon: 17.8270}\n";
        self.and(FITTJA, "geo: {lat: 59.2486, lon: 17.8603}\n")
            .with("content/botkyrka/centres/hallunda.yaml", second)
    }

    /// With these lines at the end of a file.
    pub fn and(self, path: &str, more: &str) -> Self {
        let before = String::from_utf8(self.inputs.get(path).unwrap().to_vec()).unwrap();
        self.with(path, before + more)
    }

    /// With another text in a file.
    pub fn but(self, path: &str, old: &str, new: &str) -> Self {
        let before = String::from_utf8(self.inputs.get(path).unwrap().to_vec()).unwrap();
        assert_eq!(before.matches(old).count(), 1, "{old:?} is in {path} once");
        self.with(path, before.replace(old, new))
    }

    /// Without this file.
    pub fn without(mut self, path: &str) -> Self {
        assert!(self.inputs.remove(path).is_some(), "{path}");
        self
    }

    /// On another day.
    pub fn on(mut self, day: &str) -> Self {
        self.options.settings.now = day.parse().unwrap();
        self
    }

    /// With `--drafts`.
    pub fn drafts(mut self) -> Self {
        self.options.settings.drafts = true;
        self
    }

    /// With `--future`.
    pub fn future(mut self) -> Self {
        self.options.settings.future = true;
        self
    }

    /// With `--only`.
    pub fn only(mut self, name: &str) -> Self {
        self.options.only = Some(vec![name.to_string()]);
        self
    }

    /// With something that the walk of the folder could not use.
    pub fn with_fault(mut self, path: &str, error: InputError) -> Self {
        self.faults.push(InputFault { path: SourcePath::new(path), error });
        self
    }

    /// With a file that is there but cannot be read.
    pub fn unreadable(self, path: &str, error: InputError) -> Self {
        let mut project = self.with(path, "");
        project.unreadable.push((SourcePath::new(path), error));
        project
    }

    /// The bytes of a file.
    pub fn bytes(&self, path: &str) -> &[u8] {
        self.inputs.get(path).unwrap()
    }

    /// The files of content that are pages' sources.
    pub fn paths(&self) -> Vec<SourcePath> {
        self.inputs.paths().cloned().collect()
    }

    /// Builds from nothing.
    pub fn build(&self) -> Built {
        self.build_with(None)
    }

    /// Builds with a memory, which spares the reading of the theme.
    pub fn build_with(&self, memory: Option<&mut Memory>) -> Built {
        let taken = Taken::default();
        let request = Request {
            inputs: self,
            output: &taken,
            pictures: &NoPictures,
            observer: &Nobody,
            options: &self.options,
        };
        let report = build(&request, memory);
        let mut files = taken.files.into_inner().unwrap();
        for (_, bytes) in files.iter_mut().filter(|(path, _)| path.ends_with(".html")) {
            *bytes = as_read(bytes);
        }
        Built { report, files }
    }

    /// Checks everything that can be checked.
    pub fn check(&self) -> Findings {
        self.check_through(self, false)
    }

    /// Checks what may be read through something else, and gathers links to other websites or does not.
    pub fn check_through(&self, inputs: &dyn Inputs, outside: bool) -> Findings {
        check(Ask { inputs, pictures: &NoPictures, observer: &Nobody, options: &self.options, outside })
    }

    /// Builds what must be valid.
    pub fn pages(&self) -> Built {
        let built = self.build();
        assert!(!built.report.has_errors(), "{}", built.told().join("\n"));
        built
    }
}

impl Inputs for Project {
    fn folders(&self) -> &[InputFolder] {
        self.inputs.folders()
    }

    fn faults(&self) -> &[InputFault] {
        &self.faults
    }

    fn read(&self, path: &SourcePath) -> Result<std::borrow::Cow<'_, [u8]>, InputError> {
        match self.unreadable.iter().find(|(unreadable, _)| unreadable == path) {
            Some((_, error)) => Err(error.clone()),
            None => self.inputs.read(path),
        }
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.inputs.known_fingerprint(path)
    }
}

/// A page without what says where lines may break (`render/breaks.rs`), which has tests of its own.
fn as_read(page: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(page).unwrap();
    let is_joint = |before: char, after: char| before.is_alphabetic() && after.is_alphabetic();
    let holds_unit =
        |before: char, after: char| before.is_ascii_digit() && (after == '%' || after.is_alphabetic());
    instead(&instead(text, ('\u{ad}', ""), is_joint), ('\u{a0}', " "), holds_unit).into_bytes()
}

/// A text with something else for a sign, where it stands between such characters. It is looked for at the speed of memory, since that is done
/// with every page of every build.
fn instead(text: &str, (sign, other): (char, &str), between: impl Fn(char, char) -> bool) -> String {
    let mut read = String::with_capacity(text.len());
    let mut from = 0;
    for (at, _) in text.match_indices(sign) {
        let (before, after) = (&text[..at], &text[at + sign.len_utf8()..]);
        let [before, after] =
            [before.chars().next_back(), after.chars().next()].map(Option::unwrap_or_default);
        if between(before, after) {
            read.push_str(&text[from..at]);
            read.push_str(other);
            from = at + sign.len_utf8();
        }
    }
    read.push_str(&text[from..]);
    read
}

/// What came of a build.
pub struct Built {
    pub report: BuildReport,
    files: BTreeMap<String, Vec<u8>>,
}

/// Where a fault is: its code, file, line and column; the line is 0 when the file as a whole is meant.
pub type Place = (Code, String, usize, usize);

impl Built {
    /// A page's text.
    pub fn page(&self, path: &str) -> &str {
        let all = || self.files.keys().map(String::as_str).collect::<Vec<_>>().join("\n");
        let bytes = self.files.get(path).unwrap_or_else(|| panic!("there is no {path}, but\n{}", all()));
        std::str::from_utf8(bytes).unwrap()
    }

    /// Is there this file?
    pub fn has(&self, path: &str) -> bool {
        self.files.contains_key(path)
    }

    /// Every file that was handed to the output.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Every file of text as one.
    pub fn all_text(&self) -> String {
        self.files.values().filter_map(|bytes| std::str::from_utf8(bytes).ok()).collect::<Vec<_>>().join("\n")
    }

    /// Every fault's place.
    pub fn places(&self) -> Vec<Place> {
        self.report.diagnostics.iter().map(place_of).collect()
    }

    /// The codes of all that was found.
    pub fn codes(&self) -> Vec<Code> {
        self.report.diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }

    /// Every fault in words.
    pub fn told(&self) -> Vec<String> {
        self.report.diagnostics.iter().map(told).collect()
    }
}

pub fn place_of(diagnostic: &Diagnostic) -> Place {
    let (line, column) = diagnostic.place.as_ref().map_or((0, 0), |place| (place.line, place.column));
    let file = diagnostic.file.as_ref().map_or(String::new(), ToString::to_string);
    (diagnostic.code, file, line, column)
}

/// A fault in words.
pub fn told(diagnostic: &Diagnostic) -> String {
    let words = Messages::of(Locale::English).render(diagnostic);
    let (_, file, line, column) = place_of(diagnostic);
    format!("{file}:{line}:{column} {}: {} – {}", diagnostic.code, words.message, words.help)
}

/// A picture of this size.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    encoded(width, height, image::ImageFormat::Png)
}

/// A picture of this size and format.
pub fn encoded(width: u32, height: u32, format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(width, height).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// What [`theme_memory`] has drawn: the pictures that pages have when they are shared.
static CARDS: OnceLock<BTreeMap<Fingerprint, Vec<u8>>> = OnceLock::new();

/// A memory that knows the built-in theme and the pictures of [`Project::new`], so that many builds cost what their content costs. All else is
/// made again each time, since the output has kept nothing of it.
pub fn theme_memory() -> Memory {
    static MEMORY: OnceLock<Memory> = OnceLock::new();
    let fresh = || {
        let mut memory = Memory::default();
        let built = Project::new().build_with(Some(&mut memory));
        assert!(!built.report.has_errors());
        let cards = built.files().filter(|(path, _)| path.ends_with("delning.png"));
        let cards = cards.map(|(_, bytes)| (Fingerprint::of(bytes), bytes.to_vec())).collect();
        CARDS.set(cards).unwrap();
        memory
    };
    MEMORY.get_or_init(fresh).clone()
}

#[derive(Default)]
struct Taken {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Output for Taken {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), fcsite::base::Phrase> {
        let before = self.files.lock().unwrap().insert(path.to_string(), bytes.to_vec());
        assert!(before.is_none(), "{path} is made twice");
        Ok(())
    }

    fn keep(&self, path: &OutputPath, fingerprint: Fingerprint) -> bool {
        // It may be asked twice: of a folder as a whole, and of its files.
        let card = CARDS.get().and_then(|cards| cards.get(&fingerprint));
        let kept = card.map(|bytes| self.files.lock().unwrap().insert(path.to_string(), bytes.clone()));
        kept.is_some()
    }
}

struct NoPictures;

impl Pictures for NoPictures {
    fn get(&self, _key: &str) -> Option<Vec<u8>> {
        None
    }

    fn put(&self, _key: &str, _bytes: &[u8]) {}
}

struct Nobody;

impl Observer for Nobody {}
