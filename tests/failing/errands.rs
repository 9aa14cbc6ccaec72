//! The other commands: what they write, or say, is as before or as in an undisturbed run, whichever call is refused.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::calls::Refusal;
use crate::run::{Run, run};
use crate::site::{NEWS, PROGRAM, news, write, write_content};
use crate::strace::{Place, copy, ended, text_of};
use crate::trial::{Files, differ, mixed};

/// What a command is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Errand {
    /// A site that was published is published again.
    Publish,
    /// The last publication is taken back.
    Undo,
    /// A second publication comes to the archive.
    Archive,
    Show,
    Import,
    New,
    Init,
    Check,
    List,
}

impl Errand {
    pub fn name(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Undo => "undo",
            Self::Archive => "archive",
            Self::Show => "show",
            Self::Import => "import",
            Self::New => "new",
            Self::Init => "init",
            Self::Check => "check",
            Self::List => "list",
        }
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Publish => &["publish", "ut", "--yes", "--no-look"],
            Self::Undo => &["publish", "ut", "--undo", "--yes", "--no-look"],
            Self::Archive => &["archive", "arkiv"],
            Self::Show => &["archive", "show", "arkiv", "2026-03-01", "-o", "visad"],
            Self::Import => &["import", "lista.csv", "--to", "alfa/torget", "--write"],
            Self::New => &["new", "news", "Hej", "-m", "alfa"],
            Self::Init => &["init", "nytt"],
            Self::Check => &["check", "--json"],
            Self::List => &["list", "news", "--json"],
        }
    }

    /// What comes first, on the day before.
    fn before(self) -> &'static [Self] {
        match self {
            Self::Publish => &[Self::Publish],
            Self::Undo => &[Self::Publish, Self::Publish],
            Self::Archive | Self::Show => &[Self::Archive],
            _ => &[],
        }
    }

    /// What the command writes to.
    fn places(self) -> &'static [&'static str] {
        match self {
            Self::Publish | Self::Undo => &["content", "ut"],
            Self::Archive => &["content", "arkiv"],
            Self::Show => &["content", "arkiv", "visad"],
            Self::Init => &["content", "nytt"],
            _ => &["content", "themes"],
        }
    }

    /// May what is old and what is new lie side by side, if it was cut short? Who comes next goes on from there.
    fn mixes(self) -> bool {
        matches!(self, Self::Publish | Self::Undo | Self::Archive)
    }

    /// Is what it says what it is for?
    fn tells(self) -> bool {
        matches!(self, Self::Check | Self::List)
    }
}

/// The places of the trials of one errand.
pub struct Desk {
    place: Place,
    errand: Errand,
    old: Files,
    new: Files,
    /// How an undisturbed run ends, and what it says to programs.
    plain: (Option<i32>, Vec<u8>),
    folder: TempDir,
}

impl Desk {
    pub fn new(errand: Errand) -> Self {
        let folder = TempDir::new().unwrap();
        let place = Place::new(folder.path().canonicalize().unwrap());
        let (old, new) = (Files::new(), Files::new());
        let mut desk = Self { place, errand, old, new, plain: (None, Vec::new()), folder };
        let repository = desk.place.repository();
        write_content(&repository, 1);
        write(&repository, "publish.yaml", "ut: { folder: ut }\n");
        write(&repository, "lista.csv", "Aktivitet;Veckodag;Tid\nSång;måndag;10-11\n");
        fs::create_dir(repository.join("ut")).unwrap();
        for (version, errand) in (2..).zip(errand.before()) {
            let run = run(&mut desk.command(errand.words(), "2026-03-01"), &desk.place.said());
            assert_eq!(run.code, Some(0), "{}", text_of(&run));
            write(&repository, NEWS, news(version));
        }
        if errand == Errand::Check {
            // Something to be said of a file.
            write(&repository, NEWS, news(9).replace("Text 9.", "Se [här](../pages/om.md)."));
        }
        copy(&repository, &desk.place.root.join("kept"));
        desk.old = desk.files();
        let run = run(&mut desk.own(), &desk.place.said());
        assert!(matches!(run.code, Some(0 | 4)) && run.ended.is_none(), "{}", text_of(&run));
        desk.plain = (run.code, run.stdout);
        desk.new = desk.files();
        assert!(errand.tells() == (desk.old == desk.new), "it does what it is for");
        assert!(!errand.tells() || !desk.plain.1.is_empty());
        desk
    }

    /// Lets all lie where it is.
    pub fn leave(self) -> PathBuf {
        self.folder.keep()
    }

    fn command(&self, words: &[&str], day: &str) -> Command {
        let mut command = self.place.command(&PROGRAM);
        command.args(words).args(["--lang", "en"]);
        // A day that is shown is named by itself.
        if words[1] != "show" {
            command.args(["--now", day]);
        }
        command
    }

    fn own(&self) -> Command {
        self.command(
            self.errand.words(),
            if self.errand.before().is_empty() { "2026-03-01" } else { "2026-03-02" },
        )
    }

    fn files(&self) -> Files {
        let mut files = Files::new();
        for top in self.errand.places() {
            gather(&self.place.repository(), Path::new(top), &mut files);
        }
        files
    }

    /// The same beginning every time.
    fn traced(&self, options: &[String]) -> Run {
        let repository = self.place.repository();
        fs::remove_dir_all(&repository).unwrap();
        copy(&self.place.root.join("kept"), &repository);
        run(&mut self.place.traced(&self.own(), options, &[]), &self.place.said())
    }

    /// All that can be refused.
    pub fn refusals(&self) -> Vec<Refusal> {
        let refusals = self.place.refusals(&|options| {
            let run = self.traced(options);
            assert!(self.is_as_plain(&run), "{}", text_of(&run));
            assert!(
                self.files() == self.new,
                "an undisturbed run does the same: {}",
                differ(&self.files(), &self.new)
            );
        });
        assert!(refusals.len() > 40, "{} refusals", refusals.len());
        refusals
    }

    fn is_as_plain(&self, run: &Run) -> bool {
        run.code == self.plain.0 && (!self.errand.tells() || run.stdout == self.plain.1)
    }

    /// Refuses one call. What is wrong then; none where no such call was made this time.
    pub fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>> {
        let run = self.traced(&self.place.refusing(refusal));
        let said = text_of(&run);
        let mut found: Vec<String> = ended(&run, &[0, 1, 2, 4, 5]).into_iter().collect();
        let now = self.files();
        let is_well = self.is_as_plain(&run) || run.code == Some(0);
        if is_well && (now != self.new || !self.is_as_plain(&run)) {
            found.push(format!("it says that all is well, and {}: {said}", differ(&now, &self.new)));
        } else if self.errand.mixes() {
            found.extend(mixed(&now, &self.old, &self.new));
        } else if now != self.old && now != self.new {
            found.push(format!("neither old nor new: {}: {said}", differ(&now, &self.old)));
        }
        if !is_well && !self.place.is_named(refusal, &said) {
            found.push(format!("it does not name it: {said}"));
        }
        found.extend(self.mended(&now));
        self.place.if_met(refusal, found)
    }

    /// The same command once more does what it is for.
    fn mended(&self, now: &Files) -> Vec<String> {
        // What is made is not made twice.
        if *now == self.new && !self.errand.mixes() {
            return Vec::new();
        }
        // Who takes back once more takes the taking back back: what mends that is a publication.
        let is_undo = self.errand == Errand::Undo;
        let mut next = if is_undo { self.command(Errand::Publish.words(), "2026-03-02") } else { self.own() };
        let run = run(&mut next, &self.place.said());
        let (now, said) = (self.files(), text_of(&run));
        let mut found = Vec::new();
        if run.code != self.plain.0 || !is_undo && now != self.new {
            found.push(format!(
                "the next one ends with {:?}, and {}: {said}",
                run.code,
                differ(&now, &self.new)
            ));
        }
        found.extend(self.left().map(|left| format!("the next one leaves {left:?}")));
        found
    }

    /// What is half written and nobody takes away.
    fn left(&self) -> Option<PathBuf> {
        let places = self.errand.places().iter().filter(|top| **top != "content" && **top != "themes");
        let mut names =
            places.flat_map(|top| fs::read_dir(self.place.repository().join(top)).into_iter().flatten());
        let is_left = |name: &Path| name.to_string_lossy().contains(".fcsite-part");
        names.find_map(|entry| Some(entry.unwrap().path()).filter(|path| is_left(path)))
    }
}

/// What lies in a folder: files with their bytes, and folders with nothing. What fcsite keeps there for itself says when it was written.
fn gather(root: &Path, inner: &Path, files: &mut Files) {
    let path = root.join(inner);
    if inner.file_name().is_some_and(|name| name.to_string_lossy().starts_with(".fcsite-")) {
        return;
    }
    if path.is_dir() {
        files.insert(inner.to_path_buf(), Vec::new());
        for entry in fs::read_dir(path).unwrap() {
            gather(root, &inner.join(entry.unwrap().file_name()), files);
        }
    } else if path.exists() {
        files.insert(inner.to_path_buf(), fs::read(path).unwrap());
    }
}
