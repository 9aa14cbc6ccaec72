//! Where to look again: file events, a clock and troubles, as a stream of [`WatchLook`]s.
//!
//! **An event only says where to look; fingerprints decide what to do.** So nothing here must be exact, but nothing may be missed:
//! a look too many costs a few `stat` calls, a look too few shows an old page. Hence every doubt ends in a look at more than was
//! needed, and whatever cannot be watched any more is polled, said aloud as a [`Trouble`].
//!
//! What is watched, and why so:
//! - `content/` and `themes/` with all below, and the source folder without what is below it: that one tells when the two come, go
//!   or are exchanged. `public/` may hold 100,000 files and is never watched.
//! - The kernel watches folders, not names. When the source folder, `content/` or `themes/` is another one than before, all is
//!   armed **anew**. A rename further up raises no event at all; so every [`HEARTBEAT`] three `stat` calls ask whether the watched
//!   folders are still those that stand at their paths. Nothing else wakes an idle watch.
//! - In a new folder files may be made before it is watched, and notify is silent when it fails to watch one. So each new folder is
//!   armed here too, which waits until it is done and tells of errors; then it is looked at as a whole, and both once more
//!   after [`SETTLE`], when late events about a folder that had the same name can no longer take its watch away.
//! - Lost events: one full look, with all armed anew, and from then on polling besides watching. A watch that fails: polling alone.
//! - A folder on another machine raises events for what this one writes, and none for what others write: both, too.
//!
//! Symbolic links are not followed, as the scan does not either (`host/source`).

mod inbox;
mod standing;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io::ErrorKind as IoError;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use notify::{ErrorKind, RecommendedWatcher, RecursiveMode, Watcher};

use self::inbox::{Inbox, WatchNews};
use self::standing::{Standing, is_folder};
use super::source::FOLDERS;
use super::{clock, ground};

/// How often everything is looked at when events cannot be had and nothing else was asked for.
pub const POLL_EVERY: Duration = Duration::from_secs(1);
/// How often the watched folders are compared with those that stand at their paths.
pub(crate) const HEARTBEAT: Duration = Duration::from_secs(2);
/// After how long a new folder is armed and looked at for the second time.
pub(crate) const SETTLE: Duration = Duration::from_millis(100);
/// How often a source folder that is gone is looked for.
const SEARCH: Duration = Duration::from_millis(200);
/// How many times in a row a folder may vanish while it is being armed, before that is taken for a trouble of another kind.
const MOST_TRIES: u32 = 50;

/// Where to look again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WatchLook {
    /// At these paths, relative to the source folder, and at all that is below them or was remembered as being below them.
    Paths(BTreeSet<PathBuf>),
    /// At all files of the source folder.
    Everything,
    /// Nowhere: the time that was given has come.
    Nothing,
}

/// What the person at the terminal must know about the watching itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The system had more events than it could hold, and dropped some. Said once.
    LostEvents,
    /// The system lets no more folders be watched.
    TooManyWatches,
    /// A folder cannot be watched.
    CannotWatch {
        /// Which folder, where that is known.
        path: Option<PathBuf>,
        /// Why, in the system's words.
        reason: String,
    },
    /// The source folder lies where other machines' changes raise no events.
    Shared {
        /// The kind of place, such as `NFS`.
        kind: &'static str,
    },
    /// From now on everything is looked at again and again. Said once, after its reason.
    Polling {
        /// The pause between two looks.
        every: Duration,
    },
    /// The source folder is not there.
    SourceGone,
    /// The source folder is there again.
    SourceBack,
}

/// What a watcher calls with each of its events.
pub type Handler = Box<dyn FnMut(notify::Result<notify::Event>) + Send>;

/// A watcher of files: notify's, or in a test one that loses events.
pub(crate) type AnyWatcher = Box<dyn Watcher + Send>;

/// A watched source folder. Dropping it ends the watching.
pub struct Watch {
    source: PathBuf,
    /// The source folder without links, as last armed: what events' paths begin with.
    root: PathBuf,
    standing: Standing,
    /// None: nothing is watched, all is polled.
    watcher: Option<AnyWatcher>,
    inbox: Arc<Inbox>,
    tell: Box<dyn FnMut(Trouble) + Send>,
    every: Duration,
    /// When all is to be looked at next. None: events are enough.
    poll: Option<Instant>,
    heartbeat: Instant,
    /// Folders to arm and to look at once more, and when. The empty path is the source folder.
    again: BTreeMap<PathBuf, Instant>,
    /// How many times a folder has vanished while it was being armed, since there was none to arm.
    tries: u32,
    lost: bool,
    /// When `Everything` was last handed out, until the caller comes back.
    handed: Option<Instant>,
}

impl Watch {
    /// Watches a source folder. With `poll`, looks at everything again and again instead, with that pause.
    ///
    /// Start before the first scan: what changes after this call is told. `tell` hears of troubles at once, also while
    /// [`Watch::next`] blocks.
    pub fn start(source: &Path, poll: Option<Duration>, tell: impl FnMut(Trouble) + Send + 'static) -> Self {
        match poll {
            Some(every) => Self::begin(source, every, Box::new(tell), None),
            None => Self::start_with(source, tell, |handler| {
                let config = notify::Config::default().with_follow_symlinks(false);
                Ok(Box::new(RecommendedWatcher::new(handler, config)?))
            }),
        }
    }

    /// Watches with another watcher than the system's: for tests of what happens when one fails.
    pub fn start_with(
        source: &Path,
        tell: impl FnMut(Trouble) + Send + 'static,
        make: impl FnOnce(Handler) -> notify::Result<AnyWatcher>,
    ) -> Self {
        let mut make = Some(make);
        let mut make = |handler: Handler| match make.take() {
            Some(make) => make(handler),
            None => Err(notify::Error::generic("there is one watcher only")),
        };
        Self::begin(source, POLL_EVERY, Box::new(tell), Some(&mut make))
    }

    fn begin(
        source: &Path,
        every: Duration,
        tell: Box<dyn FnMut(Trouble) + Send>,
        make: Option<&mut dyn FnMut(Handler) -> notify::Result<AnyWatcher>>,
    ) -> Self {
        let inbox = Arc::new(Inbox::default());
        let made = make.map(|make| make(Inbox::handler(&inbox)));
        let mut watch = Self {
            source: std::path::absolute(source).unwrap_or_else(|_| source.to_path_buf()),
            root: PathBuf::new(),
            standing: Standing::default(),
            watcher: None,
            inbox,
            tell,
            every,
            poll: None,
            heartbeat: clock::instant() + HEARTBEAT,
            again: BTreeMap::new(),
            tries: 0,
            lost: false,
            handed: None,
        };
        match made {
            None => watch.poll = Some(clock::instant() + every),
            Some(Ok(watcher)) => watch.watcher = Some(watcher),
            Some(Err(error)) => watch.blind(&error),
        }
        watch.standing = Standing::at(&watch.source);
        if watch.standing.is_gone() {
            (watch.tell)(Trouble::SourceGone);
            watch.heartbeat = clock::instant() + SEARCH;
        }
        watch.arm_all();
        watch
    }

    /// Waits for the next look, at most to `until`. Takes no processor time while it waits, but for the heartbeat.
    pub fn next(&mut self, until: Option<Instant>) -> WatchLook {
        self.pace_polling();
        loop {
            let now = clock::instant();
            if let Some(look) = self.due(now) {
                self.handed = (look == WatchLook::Everything).then(clock::instant);
                return look;
            }
            if until.is_some_and(|until| until <= now) {
                return WatchLook::Nothing;
            }
            let timers = [until, self.poll].into_iter().flatten().chain(self.again.values().copied());
            self.inbox.wait(timers.fold(self.heartbeat, Instant::min));
        }
    }

    /// Asks, from any thread, whether something has happened that [`Watch::next`] has not told yet. Without events nothing is known of it.
    pub fn listener(&self) -> impl Fn() -> bool + Send + Sync + 'static {
        let inbox = self.inbox.clone();
        move || inbox.has_news()
    }

    /// The pause between two polls begins when the caller has done with the last look.
    fn pace_polling(&mut self) {
        let spent = self.handed.take().map(|handed| handed.elapsed());
        if let (Some(spent), Some(_)) = (spent, self.poll) {
            self.poll = Some(clock::instant() + pause(self.every, spent));
        }
    }

    fn due(&mut self, now: Instant) -> Option<WatchLook> {
        if let Some(news) = self.inbox.take(now) {
            return Some(self.understand(news));
        }
        if self.heartbeat <= now {
            let standing = Standing::at(&self.source);
            self.heartbeat = now + if standing.is_gone() { SEARCH } else { HEARTBEAT };
            if standing != self.standing {
                return Some(self.anew());
            }
        }
        if self.again.values().any(|at| *at <= now) {
            return Some(self.once_more(now));
        }
        // The moment is set again when the caller is back; until then it must not be due at once.
        self.poll.is_some_and(|poll| poll <= now).then_some(WatchLook::Everything)
    }

    fn understand(&mut self, news: WatchNews) -> WatchLook {
        if let Some(error) = news.failed {
            self.blind(&error);
            return WatchLook::Everything;
        }
        if news.lost {
            if !std::mem::replace(&mut self.lost, true) {
                (self.tell)(Trouble::LostEvents);
            }
            self.start_polling();
        }
        if news.lost || news.anew {
            return self.anew();
        }
        let may_be = |path: &PathBuf| is_folder(&self.root, path).unwrap_or(true);
        let folders = topmost(news.arrived.into_iter().filter(may_be));
        for folder in &folders {
            self.arm_folder(folder);
            self.again.insert(folder.clone(), clock::instant() + SETTLE);
        }
        if self.watcher.is_none() {
            return WatchLook::Everything;
        }
        WatchLook::Paths(topmost_with(news.paths, &folders))
    }

    /// One of the watched folders is not the one that it was, or that cannot be known.
    fn anew(&mut self) -> WatchLook {
        let standing = Standing::at(&self.source);
        match (self.standing.is_gone(), standing.is_gone()) {
            (false, true) => {
                (self.tell)(Trouble::SourceGone);
                self.heartbeat = clock::instant() + SEARCH;
            }
            (true, false) => (self.tell)(Trouble::SourceBack),
            _ => {}
        }
        // Taken before the folders are armed: what is exchanged meanwhile differs at the next heartbeat.
        self.standing = standing;
        self.arm_all();
        self.again.insert(PathBuf::new(), clock::instant() + SETTLE);
        WatchLook::Everything
    }

    /// Arms the folders whose time has come for the second time, and says to look at them.
    fn once_more(&mut self, now: Instant) -> WatchLook {
        let due: BTreeSet<PathBuf> =
            self.again.iter().filter(|(_, at)| **at <= now).map(|(path, _)| path.clone()).collect();
        self.again.retain(|path, _| !due.contains(path));
        let all = due.contains(Path::new(""));
        if all {
            self.arm_all();
        } else {
            for folder in &due {
                self.arm_folder(folder);
            }
        }
        if self.again.is_empty() {
            self.tries = 0;
        }
        if all || self.watcher.is_none() { WatchLook::Everything } else { WatchLook::Paths(topmost(due)) }
    }

    fn arm_all(&mut self) {
        if let Some(watcher) = self.watcher.as_mut() {
            for path in [&self.root, &self.root.join(FOLDERS[0]), &self.root.join(FOLDERS[1])] {
                // It may never have been watched; what matters is that nothing of an old folder stays.
                let _ = watcher.unwatch(path);
            }
        }
        let root = match ground::real(&self.source) {
            Ok(root) => root,
            Err(error) if ground::is_absent(&error) => return,
            Err(error) => return self.blind(&notify::Error::io(error)),
        };
        self.inbox.aim(&root);
        self.root = root;
        if let Some(kind) = standing::shared(&self.root).filter(|_| self.poll.is_none()) {
            (self.tell)(Trouble::Shared { kind });
            self.start_polling();
        }
        // The source folder first: a folder that comes after it was looked for is then told.
        self.arm(Path::new(""), RecursiveMode::NonRecursive);
        for folder in FOLDERS {
            self.arm_folder(Path::new(folder));
        }
    }

    fn arm_folder(&mut self, folder: &Path) {
        // Windows watches all that is below a folder with it, and one that is watched by itself could not be removed.
        let is_watched_with = cfg!(windows) && folder.components().nth(1).is_some();
        if is_watched_with {
            return;
        }
        match is_folder(&self.root, folder) {
            Ok(true) => self.arm(folder, RecursiveMode::Recursive),
            Ok(false) => {}
            // It is there perhaps, and nobody would hear of what is saved in it.
            Err(error) => self.blind(&notify::Error::io(error)),
        }
    }

    /// Watches a folder; waits until it is watched.
    #[expect(
        clippy::disallowed_methods,
        reason = "it gives names of changed files alone, and what they name is opened by handles"
    )]
    fn arm(&mut self, folder: &Path, mode: RecursiveMode) {
        let Some(watcher) = self.watcher.as_mut() else { return };
        // No slash at the end, which joining an empty path would give: notify knows folders by their spelling.
        let path = if folder.as_os_str().is_empty() { self.root.clone() } else { self.root.join(folder) };
        match watcher.watch(&path, mode) {
            Ok(()) => {}
            Err(error) if is_gone(&error) && self.tries < MOST_TRIES => {
                // Notify stops at the first folder that vanishes before its eyes, and leaves the rest unwatched.
                if is_folder(&self.root, folder).unwrap_or(true) {
                    self.tries += 1;
                    self.again.insert(folder.to_path_buf(), clock::instant() + SETTLE);
                }
            }
            Err(error) => self.blind(&error),
        }
    }

    /// Watching has failed: it is said, and all is polled from now on. A watcher that was given up ends with an event, too.
    fn blind(&mut self, error: &notify::Error) {
        let watched = self.watcher.take().is_some();
        if watched || self.poll.is_none() {
            (self.tell)(trouble(error));
            self.start_polling();
        }
    }

    fn start_polling(&mut self) {
        if self.poll.is_none() {
            self.poll = Some(clock::instant() + self.every);
            (self.tell)(Trouble::Polling { every: self.every });
        }
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { source, watcher, poll, .. } = self;
        let mut out = out.debug_struct("Watch");
        out.field("source", source).field("watched", &watcher.is_some()).field("polled", &poll.is_some());
        out.finish_non_exhaustive()
    }
}

/// Looking may not take more than a fifth of one processor, so a large site is polled less often; but never ten times less.
fn pause(every: Duration, spent: Duration) -> Duration {
    every.max(spent * 4).min(every * 10)
}

/// Whether something vanished while it was looked at, which is no trouble.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => matches!(error.kind(), IoError::NotFound | IoError::NotADirectory),
        _ => false,
    }
}

/// Does the system let no more be watched?
#[cfg(unix)]
fn is_full(error: &std::io::Error) -> bool {
    use rustix::io::Errno;
    let number = error.raw_os_error().map(Errno::from_raw_os_error);
    matches!(number, Some(Errno::NOSPC | Errno::MFILE | Errno::NFILE))
}

/// Does the system let no more be watched? Windows knows no such bound.
#[cfg(not(unix))]
fn is_full(_: &std::io::Error) -> bool {
    false
}

fn trouble(error: &notify::Error) -> Trouble {
    let full = matches!(&error.kind, ErrorKind::Io(error) if is_full(error));
    if full || matches!(error.kind, ErrorKind::MaxFilesWatch) {
        return Trouble::TooManyWatches;
    }
    let reason = match &error.kind {
        ErrorKind::Io(error) => error.to_string(),
        ErrorKind::Generic(text) => text.clone(),
        _ => error.to_string(),
    };
    Trouble::CannotWatch { path: error.paths.first().cloned(), reason }
}

/// The paths that have none of the others above them.
fn topmost(paths: impl IntoIterator<Item = PathBuf>) -> BTreeSet<PathBuf> {
    let mut sorted: Vec<PathBuf> = paths.into_iter().collect();
    // In the order of paths, a folder is followed by all that is below it.
    sorted.sort();
    let mut top: Vec<PathBuf> = Vec::new();
    for path in sorted {
        if !top.last().is_some_and(|last| path.starts_with(last)) {
            top.push(path);
        }
    }
    top.into_iter().collect()
}

/// The paths with the folders in place of what is below these. A path that is not among the folders may have others below it: it
/// may be a file by now.
fn topmost_with(paths: BTreeSet<PathBuf>, folders: &BTreeSet<PathBuf>) -> BTreeSet<PathBuf> {
    let above = |path: &PathBuf| path.ancestors().any(|above| folders.contains(above));
    let mut looks: BTreeSet<PathBuf> = paths.into_iter().filter(|path| !above(path)).collect();
    looks.extend(folders.iter().cloned());
    looks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_site_is_polled_less_often_but_never_ten_times_less() {
        let second = Duration::from_secs(1);
        assert_eq!(pause(second, Duration::from_millis(30)), second);
        assert_eq!(pause(second, Duration::from_millis(500)), 2 * second);
        assert_eq!(pause(second, 60 * second), 10 * second);
    }

    #[test]
    fn a_folder_stands_for_all_that_is_below_it() {
        let set = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<BTreeSet<_>>();
        assert_eq!(topmost(set(&["a", "a/b", "a/b/c", "a.md", "ab/c"])), set(&["a", "a.md", "ab/c"]));
        let paths = set(&["content/new", "content/new/a.md", "content/old/b.md"]);
        let looks = topmost_with(paths, &set(&["content/new"]));
        assert_eq!(looks, set(&["content/new", "content/old/b.md"]));
    }
}
