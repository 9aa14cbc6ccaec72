//! The places of a trial: a repository as it was cloned, its user's own folders, and the victim's folder.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;

use crate::around::around;
use crate::hostile::is_root;
use crate::knows::knows;
use crate::run::{Run, run};
use crate::site::{NEWS, PROGRAM, news, program, write, write_content};
use crate::tasks::{POSTS, TEXT, Task, WORKBOOK};
use crate::tree::{Times, Tree, differences, look, tree};
use crate::victim::Victim;

/// The files of a site by their paths.
pub type Files = BTreeMap<PathBuf, Vec<u8>>;

/// Who worked in the repository before, and how far.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// Somebody else, whose `public/` and `.fcsite` came with it.
    Theirs,
    /// The person who runs the program now.
    Mine,
    /// The same, whose last build was killed.
    Killed(usize),
    /// The same, whose watch was killed just now, at its so manieth renaming: what it had begun lies there under its seal.
    Begun(usize),
}

impl Origin {
    /// Does something lie there that a killed process of this person left?
    pub fn is_killed(self) -> bool {
        matches!(self, Self::Killed(_) | Self::Begun(_))
    }
}

/// All the places.
pub struct Sandbox {
    pub root: PathBuf,
    pub victim: Victim,
    /// The site of the content as it is, and after the edit of a watch.
    pub honest: [Files; 2],
    /// What was published last, and before that.
    pub last: Files,
    pub before_last: Files,
    /// How many killed builds left something.
    pub killed: usize,
    folder: TempDir,
    /// What lies around.
    around: Tree,
    /// Is the repository of this trial somebody else's than who runs the tests?
    is_given: bool,
}

impl Sandbox {
    /// Makes them; with what killed builds left, and with the parts of a site, where commands are tried to which that matters.
    pub fn new(tasks: &[Task]) -> Self {
        let folder = folder();
        let root = folder.path().canonicalize().unwrap();
        let parts = tasks.contains(&Task::Parts) && knows(&Task::Parts.arguments());
        let made = Made { root: root.clone(), parts };
        ["said", "kept", "state/home", "attacker/home"]
            .iter()
            .for_each(|name| fs::create_dir_all(root.join(name)).unwrap());
        let honest = [2, 3].map(|version| made.honest(version));
        made.keep("theirs", "attacker");
        let [before_last, last] = made.keep("mine", "state");
        let killed = if tasks.iter().any(|task| task.output().is_some()) { made.kill() } else { 0 };
        let victim = Victim::make(&root.join("victim"), &root.join("kept/mine"));
        let around = Tree::new();
        Self { root, victim, honest, last, before_last, killed, folder, around, is_given: false }
    }

    /// From now on nothing may happen beside the repository.
    pub fn watch(&mut self) {
        self.around = around(&self.root);
        self.victim.watch();
    }

    /// What happened there since.
    pub fn harm(&self) -> Vec<String> {
        let mut harm = self.victim.harm();
        let found = differences(&self.around, &around(&self.root), Times::Modified, &|_| false);
        harm.extend(found.into_iter().map(|found| format!("around the repository {found}")));
        harm
    }

    /// The repository.
    pub fn repository(&self) -> PathBuf {
        self.root.join("repo")
    }

    /// Lays the repository out anew.
    pub fn lay_out(&mut self, origin: Origin) {
        self.is_given = false;
        let name = match origin {
            Origin::Theirs => "theirs".to_string(),
            Origin::Mine => "mine".to_string(),
            Origin::Begun(_) => "mine".to_string(),
            Origin::Killed(number) => format!("killed-{number}"),
        };
        clear(&self.repository());
        copy(&self.root.join("kept").join(name), &self.repository());
    }

    /// Has a watch, or a server, begin to publish an edit, and kills it there. A copy of what it leaves would be nobody's, so that is made anew
    /// each time.
    pub fn kill_midway(&self, number: usize, command: &str) {
        let news_of = |version| write(&self.repository(), NEWS, news(version));
        news_of(7);
        let mut killed = program("strace", &self.repository(), &self.root.join("state"));
        killed.args(["-f", "-o", "/dev/null", "-e", "trace=renameat", "-e"]);
        killed.arg(format!("inject=renameat:signal=KILL:when={number}"));
        killed.arg(&*PROGRAM).args(command.split(' ')).args(["--now", "2026-03-01"]);
        run(&mut killed, &self.said());
        news_of(2);
    }

    /// The program in the repository.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let state = self.root.join(if self.is_given { GIVEN } else { "state" });
        let mut command = if self.is_given {
            let mut command = program("setpriv", &self.repository(), &state);
            command.args(ANOTHER).arg(&*PROGRAM);
            command
        } else {
            program(&PROGRAM, &self.repository(), &state)
        };
        command.args(arguments).env("FCSITE_TEST_SECRET", crate::victim::SECRETS[3]);
        command
    }

    /// Gives the repository to somebody who may not do everything, with what the person who runs the program keeps.
    pub fn give_away(&mut self) {
        if !is_root() {
            return;
        }
        let state = self.root.join(GIVEN);
        clear(&state);
        copy(&self.root.join("state"), &state);
        let given =
            Command::new("chown").args(["-hR", "65534:65534"]).args([&state, &self.repository()]).status();
        assert!(given.unwrap().success());
        let all = fs::Permissions::from_mode(0o755);
        fs::set_permissions(&self.root, all).unwrap();
        self.is_given = true;
    }

    /// Where runs write what they say.
    pub fn said(&self) -> PathBuf {
        self.root.join("said")
    }

    /// What lies in the repository.
    pub fn tree(&self) -> Tree {
        tree(&self.repository())
    }

    /// Spoils the content.
    pub fn spoil(&self) {
        let path = self.repository().join("content/beta/news/2026-01-03-beta.md");
        if self.is_real(&path) {
            fs::write(path, "---\ntittel: Fel\n---\n").unwrap();
        }
    }

    /// Lets all lie where it is.
    pub fn leave(self) -> PathBuf {
        self.folder.keep()
    }

    /// Is it a plain file, and all above it are folders and no links?
    fn is_real(&self, path: &Path) -> bool {
        let repository = self.repository();
        let mut above = path.ancestors().skip(1).take_while(|above| above.starts_with(&repository));
        let is_folder = |path: &Path| fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir());
        above.all(is_folder) && look(path).is_some_and(|seen| seen.is_file() && seen.links == 1)
    }

    /// Edits a news item, unless a link is on the way: this is not the program that is tried.
    pub fn edit(&self) -> bool {
        let path = self.repository().join(NEWS);
        let is_real = self.is_real(&path);
        if is_real {
            let part = self.root.join("part");
            fs::write(&part, news(3)).unwrap();
            fs::rename(part, path).unwrap();
        }
        is_real
    }
}

/// A new folder: in memory where that is large enough, since a trial writes and removes hundreds of small files.
fn folder() -> TempDir {
    const ENOUGH: u64 = 2 << 30;
    let memory = Path::new("/dev/shm");
    let is_asked = std::env::var_os("TMPDIR").is_some();
    let free =
        nix::sys::statvfs::statvfs(memory).map_or(0, |disk| disk.blocks_available() * disk.fragment_size());
    let made = if free > ENOUGH && !is_asked { TempDir::new_in(memory) } else { TempDir::new() };
    made.unwrap()
}

/// The places while they are made.
struct Made {
    root: PathBuf,
    /// Are the parts of a site wanted?
    parts: bool,
}

impl Made {
    fn repository(&self) -> PathBuf {
        self.root.join("repo")
    }

    fn content(&self, version: u32) {
        let repository = self.repository();
        clear(&repository);
        write_content(&repository, version);
        write(&repository, "README.md", "Läs mig.\n");
        write(&repository, ".gitignore", "/public/\n");
        write(
            &repository,
            "publish.yaml",
            "ut:\n  folder: ut\ninternt:\n  folder: internt\n  base_url: http://127.0.0.1\n",
        );
        write(&repository, WORKBOOK, include_bytes!("../import/termin.xlsx"));
        write(&repository, TEXT, include_bytes!("../import/word.docx"));
        write(&repository, POSTS, include_bytes!("../import/wordpress.xml"));
        write(&repository, "lista.csv", "Aktivitet;Veckodag;Tid\nSång;måndag;10-11\n");
        // What has an address on this computer is not looked at from outside.
        ["ut", "internt"].iter().for_each(|target| fs::create_dir(repository.join(target)).unwrap());
        write(&repository, ".git/config", "[core]\n");
        write(&repository, ".git/hooks/post-checkout.sample", "#!/bin/sh\n");
    }

    fn build(&self, state: &str, more: &[&str]) -> Run {
        self.perform(state, &[&["build", "--now", "2026-03-01"], more].concat())
    }

    fn perform(&self, state: &str, arguments: &[&str]) -> Run {
        let mut command = program(&PROGRAM, &self.repository(), &self.root.join(state));
        command.args(arguments);
        let run = run(&mut command, &self.root.join("said"));
        assert_eq!(run.code, Some(0), "{}", String::from_utf8_lossy(&run.stderr));
        run
    }

    /// What an undisturbed build makes.
    fn honest(&self, version: u32) -> Files {
        self.content(version);
        self.build("state", &[]);
        files(&self.repository().join("public"))
    }

    /// Builds twice, so that there is all that a build leaves, and to the folder of `serve` too; publishes twice, archives, checks and builds the
    /// parts of the site; and keeps it. What was published first, and then. What the program has not is left out.
    fn keep(&self, name: &str, state: &str) -> [Files; 2] {
        self.content(0);
        let publish = || {
            self.perform_if_known(state, &Task::Publish.arguments());
            files(&self.repository().join("ut"))
        };
        let first = publish();
        write(&self.repository(), NEWS, news(1));
        self.build(state, &[]);
        self.build(state, &["--drafts", "--future", "-o", ".fcsite/serve"]);
        let second = publish();
        self.perform_if_known(state, &Task::Archive.arguments());
        write(&self.repository(), NEWS, news(2));
        self.build(state, &[]);
        for owner in ["alfa", "beta"].iter().filter(|_| self.parts) {
            self.build(state, &["--only", owner, "-o", &format!("delar/{owner}")]);
        }
        self.remember_links(state);
        copy(&self.repository(), &self.root.join("kept").join(name));
        [first, second]
    }

    fn perform_if_known(&self, state: &str, arguments: &[&str]) {
        if knows(arguments) {
            self.perform(state, arguments);
        }
    }

    /// What is known of links is kept by a check of them. It finds something, too.
    fn remember_links(&self, state: &str) {
        let mut command = program(&PROGRAM, &self.repository(), &self.root.join(state));
        command.args(Task::External.arguments());
        let run = run(&mut command, &self.root.join("said"));
        assert!(matches!(run.code, Some(0 | 4)), "{}", String::from_utf8_lossy(&run.stderr));
    }

    /// Keeps what killed builds leave beside the output and in it.
    fn kill(&self) -> usize {
        let mut kept = 0;
        for (call, number) in [
            ("rename", 1),
            ("unlink", 1),
            ("unlinkat", 1),
            ("mkdir", 2),
            ("mkdirat", 2),
            ("renameat2", 1),
            ("renameat", 1),
        ] {
            self.content(1);
            self.build("state", &[]);
            self.build("state", &["--full"]);
            write(&self.repository(), NEWS, news(2));
            let mut killed = program("strace", &self.repository(), &self.root.join("state"));
            killed.args(["-f", "-o", "/dev/null", "-e", &format!("trace={call}"), "-e"]);
            killed.arg(format!("inject={call}:signal=KILL:when={number}"));
            killed.args([&PROGRAM, "build", "--now", "2026-03-01"]);
            run(&mut killed, &self.root.join("said"));
            let is_left = |entry: fs::DirEntry| entry.file_name().to_string_lossy().contains("fcsite-");
            let mut beside = fs::read_dir(self.repository()).unwrap().map(Result::unwrap);
            if beside.any(is_left) {
                copy(&self.repository(), &self.root.join(format!("kept/killed-{kept}")));
                kept += 1;
            }
        }
        kept
    }
}

/// What belongs to somebody who may not do everything.
const GIVEN: &str = "state-of-another";

/// Who that is.
const ANOTHER: [&str; 3] = ["--reuid=65534", "--regid=65534", "--clear-groups"];

/// Can the program be run by somebody else?
pub fn may_be_another() -> bool {
    static MAY: LazyLock<bool> = LazyLock::new(|| {
        let tried = Command::new("setpriv").args(ANOTHER).args([&*PROGRAM, "--version"]).output();
        tried.is_ok_and(|tried| tried.status.success())
    });
    *MAY
}

/// What is larger is no page, and not read.
pub const LARGE: u64 = 4 << 20;

/// The files of a site, without what is fcsite's own.
pub fn files(folder: &Path) -> Files {
    let walk = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let is_small = |entry: &walkdir::DirEntry| entry.metadata().is_ok_and(|meta| meta.len() < LARGE);
    let files = walk.filter(|entry| entry.file_type().is_file() && is_small(entry));
    let ours = |path: &PathBuf| path.to_string_lossy().starts_with(".fcsite-");
    files
        .map(|entry| {
            (entry.path().strip_prefix(folder).unwrap().to_path_buf(), fs::read(entry.path()).unwrap())
        })
        .filter(|(path, _)| !ours(path))
        .collect()
}

/// Copies a folder with its times, rights and links.
pub fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success(), "{from:?} could not be copied");
}

/// Removes whatever lies somewhere.
pub fn clear(path: &Path) {
    match fs::symlink_metadata(path) {
        Ok(meta) if meta.is_dir() => {
            if fs::remove_dir_all(path).is_err() {
                // Who is not root takes the rights to it back first.
                let _ = Command::new("chmod").args(["-R", "u+rwX"]).arg(path).status();
                fs::remove_dir_all(path).unwrap();
            }
        }
        Ok(_) => fs::remove_file(path).unwrap(),
        Err(_) => {}
    }
}
