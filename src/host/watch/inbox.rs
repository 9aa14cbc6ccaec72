//! The inbox: takes a watcher's events at once, drops what means nothing, and hands the rest on when a save is over.
//!
//! A save is several events: truncate and write, or write beside and rename. So after the first one it waits until it has been
//! [`QUIET`], or [`AT_MOST`] in all, so that a stream of events cannot hold the looks up.
//!
//! The sizes are measured: vim's save is four or five events within 0.1–0.2 ms; `git checkout` of 2,000 files is 8,000 events in
//! 0.3–0.8 s, one each 0.015 ms, with a pause of more than 10 ms once in three times while a compiler held both processors. So ten
//! milliseconds are well above the gaps in one save, and leave fifty of the sixty that may lie between a save and its page; and a
//! checkout is two to six looks. A look between two halves of a save is no harm: the second half is another event.
//!
//! A shared set under a lock, not a channel: it is bounded while a long build keeps the reader away, and the reader is woken once
//! for each save rather than for each event. Reading the source raises an event for each file that is opened, at 4 µs of a
//! processor; they end here.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind, ModifyKind};
use notify::{Error, Event};

use super::Handler;
use crate::base::is_ignored;
use crate::host::clock;
use crate::host::source::FOLDERS;

/// For how long no event must come before a save is taken to be over.
const QUIET: Duration = Duration::from_millis(10);
/// For how long events are gathered when they go on coming.
const AT_MOST: Duration = Duration::from_millis(150);
/// How many paths are kept apart. With more it is simpler to look at everything.
const MOST_PATHS: usize = 20_000;

/// What the events of a short while say together.
#[derive(Debug, Default)]
pub struct WatchNews {
    /// Where something happened, relative to the source folder.
    pub paths: BTreeSet<PathBuf>,
    /// Those of them that came into being, and so may be folders that are not watched yet.
    pub arrived: BTreeSet<PathBuf>,
    /// A watched folder itself came or went, or too much happened to be told: all is to be armed anew.
    pub anew: bool,
    /// Events were lost.
    pub lost: bool,
    /// The watcher does not work any more.
    pub failed: Option<Error>,
}

/// Where a watcher's events end up.
#[derive(Debug, Default)]
pub struct Inbox {
    gathered: Mutex<Gathered>,
    arrived: Condvar,
}

#[derive(Debug, Default)]
struct Gathered {
    root: PathBuf,
    news: WatchNews,
    /// When the first and the last event of the news came.
    span: Option<(Instant, Instant)>,
}

/// The watcher's end of the inbox. When it is dropped, no more events can come.
struct Post(Arc<Inbox>);

impl Drop for Post {
    fn drop(&mut self) {
        self.0.put(Err(Error::generic("the watching has ended by itself")));
    }
}

impl Inbox {
    /// What a watcher is to call with its events.
    pub fn handler(inbox: &Arc<Self>) -> Handler {
        let post = Post(Arc::clone(inbox));
        Box::new(move |event| post.0.put(event))
    }

    /// Says where the source folder is.
    pub fn aim(&self, root: &Path) {
        root.clone_into(&mut self.lock().root);
    }

    /// Waits for an event, or for the end of those that have begun to come; at most to the given time.
    pub fn wait(&self, until: Instant) {
        let gathered = self.lock();
        let until = gathered.due().map_or(until, |due| due.min(until));
        let pause = until.saturating_duration_since(clock::instant());
        let _ = self.arrived.wait_timeout(gathered, pause);
    }

    /// Is there something to be taken, or about to be?
    pub fn has_news(&self) -> bool {
        self.lock().span.is_some()
    }

    /// The news, when they are all in.
    pub fn take(&self, now: Instant) -> Option<WatchNews> {
        let mut gathered = self.lock();
        if gathered.due()? > now {
            return None;
        }
        gathered.span = None;
        Some(std::mem::take(&mut gathered.news))
    }

    fn put(&self, event: notify::Result<Event>) {
        if event.as_ref().is_ok_and(is_reading) {
            return;
        }
        let mut gathered = self.lock();
        if gathered.note(event) {
            let now = clock::instant();
            let first = gathered.span.map(|(first, _)| first);
            gathered.span = Some((first.unwrap_or(now), now));
            drop(gathered);
            if first.is_none() {
                self.arrived.notify_one();
            }
        }
    }

    /// Another thread's panic leaves a set of paths, and nothing half done.
    fn lock(&self) -> MutexGuard<'_, Gathered> {
        self.gathered.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gathered {
    fn due(&self) -> Option<Instant> {
        self.span.map(|(first, last)| (last + QUIET).min(first + AT_MOST))
    }

    /// Notes an event; false when it means nothing.
    fn note(&mut self, event: notify::Result<Event>) -> bool {
        match event {
            Err(error) => {
                self.news.failed.get_or_insert(error);
                true
            }
            Ok(event) if event.need_rescan() => {
                self.news.lost = true;
                true
            }
            Ok(event) if event.paths.is_empty() => {
                self.news.anew = true;
                true
            }
            Ok(event) => {
                let noted = event.paths.iter().filter(|path| self.note_path(event.kind, path));
                noted.count() > 0
            }
        }
    }

    fn note_path(&mut self, kind: EventKind, path: &Path) -> bool {
        let Ok(inner) = path.strip_prefix(&self.root) else {
            // It may be said by another name than the one it was watched by.
            self.news.anew = true;
            return true;
        };
        if inner.components().next().is_some_and(|top| !FOLDERS.iter().any(|name| top.as_os_str() == *name))
            || inner.components().any(|part| part.as_os_str().to_str().is_some_and(is_ignored))
        {
            return false;
        }
        if inner.components().nth(1).is_none() || self.news.paths.len() >= MOST_PATHS {
            self.news.anew = true;
        } else {
            if may_arrive(kind) {
                self.news.arrived.insert(inner.to_path_buf());
            }
            self.news.paths.insert(inner.to_path_buf());
        }
        true
    }
}

/// Opening and reading, which the build itself does. The end of writing tells of what was written through memory.
fn is_reading(event: &Event) -> bool {
    matches!(event.kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
        && !event.need_rescan()
}

fn may_arrive(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::Any | EventKind::Other | EventKind::Create(_) | EventKind::Modify(ModifyKind::Name(_))
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_save_is_over_when_it_is_quiet_or_has_lasted_long_enough() {
        let first = clock::instant();
        let due = |span| Gathered { span, ..Gathered::default() }.due();
        assert_eq!(due(None), None);
        assert_eq!(due(Some((first, first + QUIET))), Some(first + 2 * QUIET));
        assert_eq!(due(Some((first, first + 9 * AT_MOST))), Some(first + AT_MOST));
    }
}
