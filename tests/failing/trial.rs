//! A yard with a site, a way of building it, and what must hold of it when a call is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::calls::Refusal;
use crate::run::{Run, run, watch};
use crate::site::{NEWS, PROGRAM, news, write, write_content};
use crate::strace::{Place, copy, ended, text_of};

/// Where the program comes by other ways through its code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    First,
    /// The second build, without a spare.
    Warm,
    /// The third.
    Spare,
    /// The output is a disk of its own, which cannot be exchanged.
    InPlace,
    Only,
    Sync,
    Watch,
    /// Put together from two outputs that were built apart.
    Parts,
    /// After a build that was killed while it moved its files over.
    Resumed,
    /// The same, where somebody has put a file of their own in the place of one that was to go.
    Foreign,
    /// After one that was killed while it gathered its files.
    Half,
}

impl Way {
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Warm => "warm",
            Self::Spare => "spare",
            Self::InPlace => "in-place",
            Self::Only => "only",
            Self::Sync => "sync",
            Self::Watch => "watch",
            Self::Parts => "parts",
            Self::Resumed => "resumed",
            Self::Foreign => "foreign",
            Self::Half => "half",
        }
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Sync => &["build", "--sync"],
            Self::Watch => &["watch"],
            _ => self.plain_words(),
        }
    }

    /// The plain build that makes the same.
    fn plain_words(self) -> &'static [&'static str] {
        match self {
            Self::Only => &["build", "--only", "alfa"],
            Self::Parts => &["build", "--parts", "delar"],
            _ => &["build"],
        }
    }

    /// May pages be old and new side by side, if the program was cut short?
    fn mixes(self) -> bool {
        matches!(self, Self::InPlace | Self::Watch) || self.is_resumed()
    }

    /// Is the beginning made anew for each trial? What fcsite seals is no longer its own in a copy.
    fn is_made_anew(self) -> bool {
        matches!(self, Self::Spare | Self::Half) || self.is_resumed()
    }

    fn is_resumed(self) -> bool {
        matches!(self, Self::Resumed | Self::Foreign)
    }
}

/// A news item that goes, and what somebody else puts in the place of its page.
const GOING: &str = "content/alfa/news/2026-01-04-bort.md";
const OWN: &str = "somebody's own";

pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The places of the trials of one way.
pub struct Yard {
    place: Place,
    way: Way,
    old: Files,
    new: Files,
    /// At which call a build is killed first.
    killed_at: usize,
    folder: TempDir,
}

impl Yard {
    pub fn new(way: Way) -> Self {
        let folder = TempDir::new().unwrap();
        let place = Place::new(folder.path().canonicalize().unwrap());
        let mut yard = Self { place, way, old: Files::new(), new: Files::new(), killed_at: 1, folder };
        let repository = yard.place.repository();
        write_content(&repository, 1);
        if way.is_resumed() {
            write(&repository, GOING, news(4));
        }
        match way {
            // There is no `public` for a first build.
            Way::First => {}
            Way::Spare => (1..=2).for_each(|version| yard.build_version(version)),
            Way::Parts => {
                yard.build_part("alfa");
                yard.build_part("beta");
                yard.build(way.plain_words());
            }
            _ => yard.build(&["build"]),
        }
        yard.old = yard.files();
        // A watch builds what there is before it is given the edit.
        if way != Way::First && way != Way::Watch {
            write(&repository, NEWS, news(9));
        }
        if way == Way::Parts {
            yard.build_part("alfa");
        }
        if way.is_resumed() {
            fs::remove_file(repository.join(GOING)).unwrap();
        }
        copy(&repository, &yard.place.root.join("kept"));
        write(&repository, NEWS, news(if way == Way::First { 1 } else { 9 }));
        // What an undisturbed build makes of it; with --only the region's pages stay as they are.
        yard.build(way.plain_words());
        yard.new = yard.files();
        assert!(yard.new.len() > 30 && yard.new != yard.old);
        if way.is_resumed() || way == Way::Half {
            yard.find_the_moment();
        }
        yard
    }

    /// Lets all lie where it is.
    pub fn leave(self) -> PathBuf {
        self.folder.keep()
    }

    fn plain(&self, words: &[&str]) -> Command {
        let mut command = self.place.command(&PROGRAM);
        command.args(words).args(["--now", "2026-03-01", "--lang", "en"]);
        command
    }

    fn build(&self, words: &[&str]) {
        let run = run(&mut self.plain(words), &self.place.said());
        assert_eq!(run.code, Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    }

    fn build_version(&self, version: u32) {
        write_content(&self.place.repository(), version);
        self.build(&["build"]);
    }

    fn build_part(&self, owner: &str) {
        self.build(&["build", "--only", owner, "-o", &format!("delar/{owner}")]);
    }

    /// Kills a build at the renaming of a number, where folders cannot be exchanged; or at the making of a folder of its stage.
    fn kill_a_build(&self) {
        let at = self.killed_at;
        let calls: Vec<String> = match self.way {
            Way::Resumed | Way::Foreign => vec![
                "trace=renameat,renameat2".into(),
                "inject=renameat2:error=EINVAL".into(),
                format!("inject=renameat:signal=SIGKILL:when={at}"),
            ],
            _ => vec!["trace=mkdirat".into(), format!("inject=mkdirat:signal=SIGKILL:when={at}")],
        };
        let mut options = vec!["-o".to_string(), "/dev/null".into()];
        options.extend(calls.iter().flat_map(|call| ["-e".to_string(), call.clone()]));
        let killed = run(&mut self.place.traced(&self.plain(&["build"]), &options, &[]), &self.place.said());
        assert_eq!(killed.signal, Some(9), "{}", text_of(&killed));
    }

    /// Looks for the call at which some files are moved over and some are not; or some are gathered.
    fn find_the_moment(&mut self) {
        let is_halfway = |yard: &Self| {
            let (now, stage) = (yard.files(), yard.place.repository().join(".public.fcsite-stage"));
            let gathered = || fs::read_dir(stage).is_ok_and(|names| names.count() > 3);
            match yard.way {
                Way::Resumed | Way::Foreign => {
                    let has_come = |(path, bytes): (&PathBuf, &Vec<u8>)| {
                        yard.old.get(path) != Some(bytes) && yard.new.get(path) == Some(bytes)
                    };
                    now.iter().any(has_come) && now.contains_key(&yard.going())
                }
                _ => now == yard.old && gathered(),
            }
        };
        for at in 1..60 {
            self.killed_at = at;
            self.begin();
            if is_halfway(self) {
                return;
            }
        }
        panic!("no build was killed halfway");
    }

    /// The same beginning every time.
    fn begin(&self) {
        let repository = self.place.repository();
        if repository.exists() {
            fs::remove_dir_all(&repository).unwrap();
        }
        copy(&self.place.root.join("kept"), &repository);
        if !self.way.is_made_anew() {
            return;
        }
        [".fcsite", "public"].iter().for_each(|name| fs::remove_dir_all(repository.join(name)).unwrap());
        if self.way.is_resumed() {
            write(&repository, GOING, news(4));
        }
        self.build_version(1);
        if self.way == Way::Spare {
            self.build_version(2);
        }
        write(&repository, NEWS, news(9));
        if self.way.is_resumed() {
            fs::remove_file(repository.join(GOING)).unwrap();
        }
        if self.way.is_resumed() || self.way == Way::Half {
            self.kill_a_build();
        }
        if self.way == Way::Foreign {
            fs::write(repository.join("public").join(self.going()), OWN).unwrap();
        }
    }

    /// A page that is on the old site alone.
    fn going(&self) -> PathBuf {
        let mut gone = self.old.keys().filter(|path| !self.new.contains_key(*path));
        gone.find(|path| path.ends_with("index.html")).unwrap().clone()
    }

    fn files(&self) -> Files {
        let public = self.place.repository().join("public");
        let walk = walkdir::WalkDir::new(&public).into_iter().filter_map(Result::ok);
        walk.filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                (entry.path().strip_prefix(&public).unwrap().to_path_buf(), fs::read(entry.path()).unwrap())
            })
            .filter(|(path, _)| !path.to_string_lossy().starts_with(".fcsite-"))
            .collect()
    }

    /// Runs the program under strace, from the same beginning every time.
    fn traced(&self, options: &[String]) -> Run {
        self.begin();
        // A mount of its own, which only this process sees.
        let script = "mount --bind public public && exec \"$@\"";
        let unshared = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"];
        let before = if self.way == Way::InPlace { &unshared[..] } else { &[] };
        let mut command = self.place.traced(&self.plain(self.way.words()), options, before);
        let said = self.place.said();
        if self.way == Way::Watch {
            watch(&mut command, &said, &|| self.edit(), &[])
        } else {
            run(&mut command, &said)
        }
    }

    fn edit(&self) -> bool {
        self.place.mark();
        let part = self.place.root.join("part");
        fs::write(&part, news(9)).unwrap();
        fs::rename(part, self.place.repository().join(NEWS)).unwrap();
        true
    }

    /// All that can be refused.
    pub fn refusals(&self) -> Vec<Refusal> {
        let refusals = self.place.refusals(&|options| {
            let run = self.traced(options);
            if self.way == Way::Foreign {
                assert!(run.code == Some(1) && self.is_kept(), "{}", text_of(&run));
                return;
            }
            assert_eq!((run.code, run.ended), (Some(0), None), "{}", String::from_utf8_lossy(&run.stderr));
            assert!(self.files() == self.new, "an undisturbed run makes the new site");
        });
        assert!(refusals.len() > 100, "{} refusals", refusals.len());
        if self.way != Way::Foreign {
            return refusals;
        }
        let at = Path::new("repo/public").join(self.going());
        refusals.into_iter().filter(|refusal| refusal.about.contains(&at)).collect()
    }

    /// Does somebody's own file hold what it held?
    fn is_kept(&self) -> bool {
        self.files().get(&self.going()).is_some_and(|bytes| bytes == OWN.as_bytes())
    }

    /// Refuses one call. What is wrong then; none where no such call was made this time.
    pub fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>> {
        let run = self.traced(&self.place.refusing(refusal));
        let said = text_of(&run);
        if self.way == Way::Foreign {
            let lost = (!self.is_kept()).then(|| format!("somebody's own file is lost: {said}"));
            return self.place.if_met(refusal, ended(&run, &[1]).into_iter().chain(lost).collect());
        }
        let mut found: Vec<String> = ended(&run, &[0, 1]).into_iter().collect();
        let now = self.files();
        let is_published = match self.way {
            // A folder that could not be looked at when the watch began sends no word of an edit: the old site stays.
            Way::Watch => said.matches(" unchanged,").count() > 1 && !said.contains("Nothing was published"),
            _ => run.code == Some(0),
        };
        if is_published && now != self.new {
            found.push(format!("it says that all is well, and {}: {said}", differ(&now, &self.new)));
        } else if self.way.mixes() {
            found.extend(mixed(&now, &self.old, &self.new));
        } else if now != self.old && now != self.new {
            found.push(format!("neither old nor new: {}: {said}", differ(&now, &self.old)));
        }
        let is_refused = !is_published && (self.way != Way::Watch || said.contains("Nothing was published"));
        if is_refused && !self.place.is_named(refusal, &said) {
            found.push(format!("it does not name it: {said}"));
        }
        found.extend(self.mended());
        self.place.if_met(refusal, found)
    }

    /// The next build makes all right.
    fn mended(&self) -> Vec<String> {
        let run = run(&mut self.plain(self.way.plain_words()), &self.place.said());
        let now = self.files();
        let mut found = Vec::new();
        if run.code != Some(0) || now != self.new {
            let said = String::from_utf8_lossy(&run.stderr);
            found.push(format!(
                "the next build ends with {:?}, and {}: {said}",
                run.code,
                differ(&now, &self.new)
            ));
        }
        let names = fs::read_dir(self.place.repository()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains("fcsite-")).collect();
        if !left.is_empty() {
            found.push(format!("the next build leaves {left:?}"));
        }
        found
    }
}

/// Files that are neither old nor new, or lost.
pub fn mixed(now: &Files, old: &Files, new: &Files) -> Vec<String> {
    let mut found = Vec::new();
    for (path, bytes) in now {
        if old.get(path) != Some(bytes) && new.get(path) != Some(bytes) {
            found.push(format!("{path:?} is neither old nor new"));
        }
    }
    let both = old.keys().filter(|path| new.contains_key(*path));
    found.extend(both.filter(|path| !now.contains_key(*path)).map(|path| format!("{path:?} is lost")));
    found
}

/// Where two sites differ first.
pub fn differ(now: &Files, wanted: &Files) -> String {
    let lost = wanted.keys().find(|path| !now.contains_key(*path)).map(|path| format!("{path:?} is lost"));
    let other = wanted.iter().find(|(path, bytes)| now.get(*path).is_some_and(|now| now != *bytes));
    let more = now.keys().find(|path| !wanted.contains_key(*path)).map(|path| format!("{path:?} is more"));
    lost.or(other.map(|(path, _)| format!("{path:?} is another")))
        .or(more)
        .unwrap_or("the site is right".into())
}
