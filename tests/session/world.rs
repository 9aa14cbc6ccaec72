//! A small site on disk, a session that keeps up with it, and clean builds to hold it against.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use fcsite::build::Options;
use fcsite::host::clock::{Clock, Fixed};
use fcsite::host::run::{self, BuildJob};
use fcsite::host::session::{Session, SessionMoment, keep_up};
use fcsite::host::watch::{Watch, WatchLook};
use fcsite::model::Settings;
use tempfile::TempDir;

/// Nothing takes so long, whatever else the machine does.
pub const DEADLINE: Duration = Duration::from_secs(20);

/// The day of all pages.
pub const DAY: &str = "2026-03-01";

pub const SITE: &str = "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n";

/// A source folder with two municipalities.
pub fn site() -> TempDir {
    let dir = TempDir::new().unwrap();
    write(dir.path(), "content/site.yaml", SITE);
    for (id, code) in [("alfa", "0127"), ("beta", "0138")] {
        write(
            dir.path(),
            &format!("content/{id}/municipality.yaml"),
            format!("name: {id} kommun\ncode: \"{code}\"\n"),
        );
        write(dir.path(), &format!("content/{id}/centres/torget.yaml"), centre("Torget"));
        for day in 1..=3 {
            write(
                dir.path(),
                &format!("content/{id}/news/2026-01-0{day}-nyhet.md"),
                news(&format!("Nyhet {day}"), "Brödtext."),
            );
        }
    }
    dir
}

pub fn centre(name: &str) -> String {
    format!(
        "name: {name}\nstatus: open\nreviewed: 2026-02-01\naddress: {{street: Torget 1}}\nservices:\n  - kind: child_health\n  - kind: open_preschool\nhours:\n  monday-friday: 9–12\n"
    )
}

pub fn news(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nlead: En ingress.\n---\n{body}\n")
}

pub fn write(root: &Path, path: &str, text: impl AsRef<[u8]>) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, text).unwrap();
}

/// Saves a file, and has it looked at again without watching.
pub fn saved(session: &mut Session, source: &Path, file: &str, text: &str) {
    write(source, file, text);
    assert!(session.look(&WatchLook::Paths(BTreeSet::from([PathBuf::from(file)]))), "{file}");
}

pub fn job(source: &Path, output: &Path) -> BuildJob {
    let settings = Settings { now: DAY.parse().unwrap(), drafts: false, future: false, base_url: None };
    BuildJob {
        source: source.to_path_buf(),
        output: output.to_path_buf(),
        options: Options { settings, only: None, packed: false },
        full: false,
        strict: false,
        sync: false,
        bar: None,
        timed: false,
        private: false,
    }
}

pub type Files = BTreeMap<String, Vec<u8>>;

/// Every file of an output, but for fcsite's own list.
pub fn files(output: &Path) -> Files {
    let walk = walkdir::WalkDir::new(output).into_iter().filter_map(Result::ok);
    let plain = walk.filter(|entry| entry.file_type().is_file());
    plain
        .filter_map(|entry| {
            let path = entry.path().strip_prefix(output).unwrap().to_str()?.to_string();
            let bytes = fs::read(entry.path()).ok()?;
            (!path.starts_with(".fcsite")).then_some((path, bytes))
        })
        .collect()
}

/// What a clean build of the source folder makes, by a process that remembers nothing; else what is wrong.
pub fn clean(source: &Path, now: &str) -> Result<Files, String> {
    let dir = TempDir::new().unwrap();
    let mut job = job(source, &dir.path().join("public"));
    job.full = true;
    job.options.settings.now = now.parse().unwrap();
    let outcome = run::run(&job);
    if outcome.published { Ok(files(&job.output)) } else { Err(format!("{:?}", outcome.diagnostics)) }
}

/// A session in a thread of its own.
pub struct Kept {
    pub source: PathBuf,
    pub output: PathBuf,
    builds: Arc<Mutex<Vec<bool>>>,
    /// What was wrong with the last build.
    wrong: Arc<Mutex<String>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Kept {
    /// Keeps up with a source folder; returns when the first build is done.
    pub fn up(source: &Path, poll: Option<Duration>) -> Self {
        Self::up_with(source, poll, Fixed(DAY.parse().unwrap()))
    }

    pub fn up_with(source: &Path, poll: Option<Duration>, clock: impl Clock + Send + 'static) -> Self {
        let source = source.canonicalize().unwrap();
        let output = source.join("public");
        let (builds, stop) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (told, stopped) = (builds.clone(), stop.clone());
        let wrong = Arc::new(Mutex::new(String::new()));
        let wrongs = wrong.clone();
        let job = job(&source, &output);
        let thread = std::thread::spawn(move || {
            let mut watch = Watch::start(&job.source, poll, |_| ());
            let mut session = Session::new(job);
            keep_up(&mut session, &mut watch, &clock, &mut |_, moment| {
                let SessionMoment::Built(rebuilt) = moment else { return ControlFlow::Continue(()) };
                *wrongs.lock().unwrap() = format!("{:?}", rebuilt.outcome.diagnostics);
                told.lock().unwrap().push(rebuilt.outcome.published);
                if stopped.load(Ordering::Relaxed) {
                    ControlFlow::Break(())
                } else {
                    ControlFlow::Continue(())
                }
            });
        });
        let kept = Self { source, output, builds, wrong, stop, thread: Some(thread) };
        kept.wait("the first build", || !kept.builds().is_empty());
        kept
    }

    /// For each build so far: was it published?
    pub fn builds(&self) -> Vec<bool> {
        self.builds.lock().unwrap().clone()
    }

    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        write(&self.source, path, text);
    }

    /// Waits until something holds.
    pub fn wait(&self, what: &str, holds: impl Fn() -> bool) {
        let began = Instant::now();
        while !holds() {
            assert!(began.elapsed() < DEADLINE, "waited in vain for {what}: builds {:?}", self.builds());
            assert!(!self.thread.as_ref().unwrap().is_finished(), "the session has ended");
            std::thread::sleep(Duration::from_millis(3));
        }
    }

    /// Waits until the output is what a clean build makes.
    pub fn wait_until_clean(&self, what: &str) {
        let wanted =
            clean(&self.source, DAY).unwrap_or_else(|wrong| panic!("{what}: the content is wrong: {wrong}"));
        let began = Instant::now();
        loop {
            let found = files(&self.output);
            if found == wanted {
                return;
            }
            if began.elapsed() > DEADLINE {
                let paths = found.keys().chain(wanted.keys());
                let differing: Vec<&String> =
                    paths.filter(|path| found.get(*path) != wanted.get(*path)).collect();
                let (builds, wrong) = (self.builds(), self.wrong.lock().unwrap());
                panic!("{what}: not as a clean build makes it: {differing:?}; builds {builds:?}; {wrong}");
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        let end = self.source.join("content/alfa/news/2026-02-28-slut.md");
        if fs::write(end, news("Slut", "Slut.")).is_ok()
            && let Some(thread) = self.thread.take()
        {
            let _ = thread.join();
        }
    }
}
