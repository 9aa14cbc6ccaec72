//! A program under strace: what it asks of the system, and one of those calls refused.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::calls::{self, Refusal, Trace};
use crate::run::Run;
use crate::site::program;

/// What lies in the repository. That itself has no name where one stands in it.
const TOPS: [&str; 9] =
    ["content", "themes", "public", "publish.yaml", "./ut", "arkiv", "visad", "nytt", "lista.csv"];

/// What fcsite writes, as messages name it.
const OWN: [&str; 6] = ["public", ".fcsite", " ut", "delar", "arkiv", "visad"];

/// Calls that are not asked for cost nothing. With it strace sends no signals.
const FAST: &str = "--seccomp-bpf";

/// The folder of all that belongs to a way.
pub struct Place {
    pub root: PathBuf,
}

impl Place {
    pub fn new(root: PathBuf) -> Self {
        ["said", "state/home"].iter().for_each(|name| fs::create_dir_all(root.join(name)).unwrap());
        Self { root }
    }

    pub fn repository(&self) -> PathBuf {
        self.root.join("repo")
    }

    pub fn said(&self) -> PathBuf {
        self.root.join("said")
    }

    /// A command within the repository.
    pub fn command(&self, name: &str) -> Command {
        program(name, &self.repository(), &self.root.join("state"))
    }

    /// The same command under strace.
    pub fn traced(&self, plain: &Command, options: &[String], before: &[&str]) -> Command {
        let words = ["strace", "-f", "--quiet=all", "-y", "-s", "4096"];
        let own = plain.get_args().map(|word| word.to_str().unwrap());
        let own = [plain.get_program().to_str().unwrap()].into_iter().chain(own);
        let words = before.iter().copied().chain(words).chain(options.iter().map(String::as_str)).chain(own);
        let words: Vec<&str> = words.collect();
        let mut command = self.command(words[0]);
        // In one thread, calls come in the same order every time.
        command.args(&words[1..]).env("RAYON_NUM_THREADS", "1");
        command
    }

    fn traces(&self) -> PathBuf {
        self.root.join("traces")
    }

    fn marked(&self) -> PathBuf {
        self.root.join("marked")
    }

    /// Notes how far the traces have come.
    pub fn mark(&self) {
        if self.traces().exists() && !self.marked().exists() {
            copy(&self.traces(), &self.marked());
        }
    }

    /// All that can be refused, as two undisturbed runs show.
    pub fn refusals(&self, undisturbed: &dyn Fn(&[String])) -> Vec<Refusal> {
        let tried = Command::new("strace").args(["-o", "/dev/null", "true"]).status();
        assert!(tried.is_ok_and(|status| status.success()), "this needs strace, which tests/run installs");
        let record = || {
            for folder in [self.traces(), self.marked()] {
                if folder.exists() {
                    fs::remove_dir_all(folder).unwrap();
                }
            }
            fs::create_dir(self.traces()).unwrap();
            let into = self.traces().join("of").display().to_string();
            let trace = format!("trace={}", calls::names());
            undisturbed(&[FAST.into(), "-ff".into(), "-e".into(), trace, "-o".into(), into]);
            Trace::read(&self.traces(), &self.repository())
        };
        let other = record();
        let trace = record();
        let from = if self.marked().exists() {
            Trace::read(&self.marked(), &self.repository()).lengths()
        } else {
            BTreeMap::new()
        };
        let refusals = trace.refusals(&self.repository(), &other, &from);
        fs::remove_dir_all(self.traces()).unwrap();
        refusals
    }

    fn log(&self) -> PathBuf {
        self.root.join("log")
    }

    /// What strace is told so that it refuses a call.
    pub fn refusing(&self, refusal: &Refusal) -> Vec<String> {
        let Refusal { call, error, path, number, .. } = refusal;
        let mut options = vec![
            FAST.into(),
            "-o".into(),
            self.log().display().to_string(),
            "-e".into(),
            format!("trace={call}"),
        ];
        options.extend(path.iter().flat_map(|path| ["-P".to_string(), path.clone()]));
        options.extend(["-e".into(), format!("inject={call}:error={error}:when={number}")]);
        options
    }

    /// What was found wrong, where the call was met that was meant; none where no such call was made this time.
    pub fn if_met(&self, refusal: &Refusal, found: Vec<String>) -> Option<Vec<String>> {
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let refused: Vec<_> = log.lines().filter(|line| line.contains("(INJECTED)")).collect();
        // A file without a lasting name is told by its number alone, which may be that of a pipe or of the screen this time. Each thread
        // counts for itself: beside the file of one, the message of another can be refused.
        let here = self.repository();
        let is_within = |line: &&str| calls::about(line, &here).iter().any(|path| path.starts_with(&here));
        let is_meant = !refused.is_empty() && (refusal.path.is_some() || refused.iter().all(is_within));
        let is_ours = refused.is_empty() || is_meant;
        (is_ours && (is_meant || !found.is_empty())).then_some(found)
    }

    /// Does it say which file it was, by its own name? What has a name that nobody can know before, the list of an output, and a stage, which a page
    /// could not be put into, is told by that of the folder that it lies in, and what fcsite keeps for itself by that of its own folder.
    pub fn is_named(&self, refusal: &Refusal, said: &str) -> bool {
        // Where a call is known by its number alone, another may have been met.
        let log = fs::read_to_string(self.log()).unwrap_or_default();
        let refused = log.lines().filter(|line| line.contains("(INJECTED)"));
        let met = refused.flat_map(|line| calls::about(line, &self.repository()));
        let mut about: Vec<PathBuf> =
            met.filter_map(|path| Some(path.strip_prefix(&self.root).ok()?.to_path_buf())).collect();
        if about.is_empty() {
            about.clone_from(&refusal.about);
        }
        let is_content = |path: &PathBuf| {
            ["content", "themes"].iter().any(|top| path.starts_with(Path::new("repo").join(top)))
        };
        // A few by chance are held to whose file it was, and all of them (`FAILING`) to the file itself.
        let is_few = std::env::var_os("FAILING").is_none() && !about.iter().any(is_content);
        if is_few && OWN.iter().any(|name| said.contains(name)) {
            return true;
        }
        about.iter().any(|path| {
            let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
            let Some((own, above)) = names.split_last().filter(|(_, above)| !above.is_empty()) else {
                return TOPS.iter().any(|top| said.contains(top));
            };
            let is_told = |above: &str| match above {
                "repo" => TOPS.iter().any(|top| said.contains(top)),
                above => said.contains(above),
            };
            said.contains(&**own)
                || (own.starts_with(".fcsite-") || own.starts_with(".public.fcsite-"))
                    && above.last().is_some_and(|above| is_told(above))
                || names.iter().any(|name| name == ".fcsite") && said.contains(".fcsite")
        })
    }
}

/// How a run ended that no run may end so.
pub fn ended(run: &Run, allowed: &[i32]) -> Option<String> {
    let said = text_of(run);
    let is_well = run.code.is_some_and(|code| allowed.contains(&code));
    let is_bad = run.ended.is_some() || !is_well || said.contains("panicked at");
    is_bad.then(|| format!("it ended with {:?} {:?} {:?}: {said}", run.code, run.signal, run.ended))
}

/// All that a run said.
pub fn text_of(run: &Run) -> String {
    String::from_utf8_lossy(&[&*run.stderr, &*run.stdout].concat()).into_owned()
}

/// Copies a folder with its times and rights.
pub fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap().success());
}
