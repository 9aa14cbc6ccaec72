//! A yard with a site, a way of building it, and what must hold of it when a call is refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::calls::{self, Refusal, Trace};
use crate::run::{Run, run, watch};
use crate::site::{NEWS, PROGRAM, news, program, write, write_content};

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
        }
    }

    fn words(self) -> &'static [&'static str] {
        match self {
            Self::Only => &["build", "--only", "alfa"],
            Self::Sync => &["build", "--sync"],
            Self::Watch => &["watch"],
            _ => &["build"],
        }
    }

    /// May pages be old and new side by side, if the program was cut short?
    fn mixes(self) -> bool {
        matches!(self, Self::InPlace | Self::Watch)
    }
}

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// The places of the trials of one way.
pub struct Yard {
    root: PathBuf,
    way: Way,
    old: Files,
    new: Files,
    folder: TempDir,
}

impl Yard {
    pub fn new(way: Way) -> Self {
        let folder = TempDir::new().unwrap();
        let root = folder.path().canonicalize().unwrap();
        ["said", "state/home"].iter().for_each(|name| fs::create_dir_all(root.join(name)).unwrap());
        let mut yard = Self { root, way, old: Files::new(), new: Files::new(), folder };
        let builds = match way {
            Way::First => 0,
            Way::Spare => 2,
            _ => 1,
        };
        let repository = yard.repository();
        for version in 1..=builds {
            write_content(&repository, version);
            yard.build();
        }
        if builds == 0 {
            write_content(&repository, 1);
            // An empty `public` is no site; and there is none for a first build.
        }
        yard.old = yard.files();
        // A watch builds what there is before it is given the edit.
        if way != Way::First && way != Way::Watch {
            write(&repository, NEWS, news(9));
        }
        copy(&repository, &yard.root.join("kept"));
        write(&repository, NEWS, news(if way == Way::First { 1 } else { 9 }));
        // What an undisturbed build makes of it; with --only the region's pages stay as they are.
        let words: &[&str] = if way == Way::Only { &["build", "--only", "alfa"] } else { &["build"] };
        let made = run(&mut yard.plain(words), &yard.root.join("said"));
        assert_eq!(made.code, Some(0), "{}", String::from_utf8_lossy(&made.stderr));
        yard.new = yard.files();
        assert!(yard.new.len() > 30 && yard.new != yard.old);
        yard
    }

    fn repository(&self) -> PathBuf {
        self.root.join("repo")
    }

    /// Lets all lie where it is.
    pub fn leave(self) -> PathBuf {
        self.folder.keep()
    }

    fn plain(&self, words: &[&str]) -> Command {
        let mut command = program(&PROGRAM, &self.repository(), &self.root.join("state"));
        command.args(words).args(["--now", "2026-03-01", "--lang", "en"]);
        command
    }

    fn build(&self) {
        let run = run(&mut self.plain(&["build"]), &self.root.join("said"));
        assert_eq!(run.code, Some(0), "{}", String::from_utf8_lossy(&run.stderr));
    }

    fn files(&self) -> Files {
        let public = self.repository().join("public");
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
        let repository = self.repository();
        if repository.exists() {
            fs::remove_dir_all(&repository).unwrap();
        }
        copy(&self.root.join("kept"), &repository);
        if self.way == Way::Spare {
            // A copy of a spare is none, so it is made anew.
            [".fcsite", "public"].iter().for_each(|name| fs::remove_dir_all(repository.join(name)).unwrap());
            for version in 1..=2 {
                write_content(&repository, version);
                self.build();
            }
            write(&repository, NEWS, news(9));
        }
        let mut words: Vec<String> =
            ["strace", "-f", "--quiet=all", "--seccomp-bpf", "-y", "-s", "4096"].map(String::from).into();
        words.extend(options.iter().cloned());
        let plain = self.plain(self.way.words());
        words.extend(
            [plain.get_program()]
                .into_iter()
                .chain(plain.get_args())
                .map(|word| word.to_str().unwrap().into()),
        );
        if self.way == Way::InPlace {
            // A mount of its own, which only this process sees.
            let script = "mount --bind public public && exec \"$@\"";
            let unshared = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", script, "sh"];
            words.splice(0..0, unshared.map(String::from));
        }
        let mut command = program(&words[0], &repository, &self.root.join("state"));
        // In one thread, calls come in the same order every time.
        command.args(&words[1..]).env("RAYON_NUM_THREADS", "1");
        let said = self.root.join("said");
        if self.way == Way::Watch {
            watch(&mut command, &said, &|| self.edit(), &[])
        } else {
            run(&mut command, &said)
        }
    }

    fn edit(&self) -> bool {
        self.mark();
        let part = self.root.join("part");
        fs::write(&part, news(9)).unwrap();
        fs::rename(part, self.repository().join(NEWS)).unwrap();
        true
    }

    fn traces(&self) -> PathBuf {
        self.root.join("traces")
    }

    /// Notes how far the traces have come.
    fn mark(&self) {
        let marked = self.root.join("marked");
        if self.traces().exists() && !marked.exists() {
            copy(&self.traces(), &marked);
        }
    }

    /// All that can be refused, as two undisturbed runs show.
    pub fn refusals(&self) -> Vec<Refusal> {
        let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
        assert!(tried.is_ok_and(|status| status.success()), "this needs strace, which tests/run installs");
        let record = || {
            for folder in [self.traces(), self.root.join("marked")] {
                if folder.exists() {
                    fs::remove_dir_all(folder).unwrap();
                }
            }
            fs::create_dir(self.traces()).unwrap();
            let into = self.traces().join("of").display().to_string();
            let trace = format!("trace={}", calls::names());
            let run = self.traced(&["-ff".into(), "-e".into(), trace, "-o".into(), into]);
            assert_eq!((run.code, run.ended), (Some(0), None), "{}", String::from_utf8_lossy(&run.stderr));
            assert!(self.files() == self.new, "an undisturbed run makes the new site");
            Trace::read(&self.traces(), &self.repository())
        };
        let other = record();
        let trace = record();
        let marked = self.root.join("marked");
        let from = if marked.exists() {
            Trace::read(&marked, &self.repository()).lengths()
        } else {
            BTreeMap::new()
        };
        let refusals = trace.refusals(&self.repository(), &other, &from);
        fs::remove_dir_all(self.traces()).unwrap();
        assert!(refusals.len() > 100, "{} refusals", refusals.len());
        refusals
    }

    /// Refuses one call. What is wrong then; none where no such call was made this time.
    pub fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>> {
        let Refusal { call, error, path, number, .. } = refusal;
        let log = self.root.join("log");
        let mut options = vec!["-o".into(), log.display().to_string(), "-e".into(), format!("trace={call}")];
        options.extend(path.iter().flat_map(|path| ["-P".to_string(), path.clone()]));
        options.extend(["-e".into(), format!("inject={call}:error={error}:when={number}")]);
        let run = self.traced(&options);
        let said = String::from_utf8_lossy(&[&*run.stderr, &*run.stdout].concat()).into_owned();
        let mut found = Vec::new();
        if run.ended.is_some() || !matches!(run.code, Some(0 | 1)) || said.contains("panicked at") {
            found.push(format!("it ended with {:?} {:?} {:?}: {said}", run.code, run.signal, run.ended));
        }
        let now = self.files();
        let is_published = match self.way {
            // A folder that could not be looked at when the watch began sends no word of an edit: the old site stays.
            Way::Watch => said.matches(" unchanged,").count() > 1 && !said.contains("Nothing was published"),
            _ => run.code == Some(0),
        };
        if is_published && now != self.new {
            found.push(format!("it says that all is well, and {}: {said}", differ(&now, &self.new)));
        } else if self.way.mixes() {
            found.extend(self.mixed(&now));
        } else if now != self.old && now != self.new {
            found.push(format!("neither old nor new: {}: {said}", differ(&now, &self.old)));
        }
        let is_refused = !is_published && (self.way != Way::Watch || said.contains("Nothing was published"));
        if is_refused && !self.is_named(refusal, &said) {
            found.push(format!("it does not name it: {said}"));
        }
        found.extend(self.mended());
        let log = fs::read_to_string(log).unwrap_or_default();
        let refused: Vec<_> = log.lines().filter(|line| line.contains("(INJECTED)")).collect();
        // A file without a lasting name is told by its number alone, which may be that of a pipe or of the screen this time. Each thread
        // counts for itself: beside the file of one, the message of another can be refused.
        let here = self.repository();
        let is_within = |line: &&str| calls::about(line, &here).iter().any(|path| path.starts_with(&here));
        let is_meant = !refused.is_empty() && (path.is_some() || refused.iter().all(is_within));
        let is_ours = refused.is_empty() || is_meant;
        (is_ours && (is_meant || !found.is_empty())).then_some(found)
    }

    /// Pages that are neither old nor new, or lost.
    fn mixed(&self, now: &Files) -> Vec<String> {
        let mut found = Vec::new();
        for (path, bytes) in now {
            if self.old.get(path) != Some(bytes) && self.new.get(path) != Some(bytes) {
                found.push(format!("{path:?} is neither old nor new"));
            }
        }
        let both = self.old.keys().filter(|path| self.new.contains_key(*path));
        found.extend(both.filter(|path| !now.contains_key(*path)).map(|path| format!("{path:?} is lost")));
        found
    }

    /// Does it say which file it was? Of fcsite's own: at least whose it is.
    fn is_named(&self, refusal: &Refusal, said: &str) -> bool {
        let is_content = |path: &PathBuf| {
            ["content", "themes"].iter().any(|top| path.starts_with(Path::new("repo").join(top)))
        };
        let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_named = refusal.about.iter().any(|path| said.contains(&name(path)));
        is_named
            || !refusal.about.iter().any(is_content) && (said.contains("public") || said.contains(".fcsite"))
    }

    /// The next build makes all right.
    fn mended(&self) -> Vec<String> {
        let words: &[&str] = if self.way == Way::Only { &["build", "--only", "alfa"] } else { &["build"] };
        let run = run(&mut self.plain(words), &self.root.join("said"));
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
        let names = fs::read_dir(self.repository()).unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names.filter(|name| name.to_string_lossy().contains("fcsite-")).collect();
        if !left.is_empty() {
            found.push(format!("the next build leaves {left:?}"));
        }
        found
    }
}

/// Where two sites differ first.
fn differ(now: &Files, wanted: &Files) -> String {
    let lost = wanted.keys().find(|path| !now.contains_key(*path)).map(|path| format!("{path:?} is lost"));
    let other = wanted.iter().find(|(path, bytes)| now.get(*path).is_some_and(|now| now != *bytes));
    let more = now.keys().find(|path| !wanted.contains_key(*path)).map(|path| format!("{path:?} is more"));
    lost.or(other.map(|(path, _)| format!("{path:?} is another")))
        .or(more)
        .unwrap_or("the site is right".into())
}

/// Copies a folder with its times and rights.
pub fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap().success());
}
