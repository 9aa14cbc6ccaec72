//! What a watch does when its watcher loses events, fails or ends, with one that does so when it is told to.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fcsite::host::watch::{Handler, POLL_EVERY, Trouble, Watch, WatchLook};
use notify::event::{CreateKind, DataChange, EventKind, Flag, ModifyKind};
use notify::{Error, Event, RecursiveMode, Watcher, WatcherKind};
use tempfile::TempDir;

const PATIENCE: Duration = Duration::from_secs(20);

/// The test's end of a watcher: its events are those that the test sends.
#[derive(Clone, Default)]
struct Strings(Arc<Mutex<Pulled>>);

#[derive(Default)]
struct Pulled {
    handler: Option<Handler>,
    watched: Vec<PathBuf>,
    /// What the next calls of `watch` answer; then all is well.
    failures: Vec<Error>,
}

struct Puppet(Strings);

impl Watcher for Puppet {
    fn new<F: notify::EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
        Err(Error::generic("a puppet is made by its strings"))
    }

    fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
        let mut pulled = self.0.0.lock().unwrap();
        pulled.watched.push(path.to_path_buf());
        pulled.failures.pop().map_or(Ok(()), Err)
    }

    fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
        Ok(())
    }

    fn kind() -> WatcherKind {
        WatcherKind::NullWatcher
    }
}

struct Place {
    _dir: TempDir,
    source: PathBuf,
    strings: Strings,
    watch: Watch,
    troubles: Arc<Mutex<Vec<Trouble>>>,
}

fn place(failures: Vec<Error>) -> Place {
    let dir = TempDir::new().unwrap();
    let source = dir.path().canonicalize().unwrap();
    fs::create_dir_all(source.join("content/lund")).unwrap();
    let (strings, troubles) = (Strings::default(), Arc::new(Mutex::new(Vec::new())));
    let told = Arc::clone(&troubles);
    let puppet = Puppet(strings.clone());
    strings.0.lock().unwrap().failures = failures;
    let tell = move |trouble| told.lock().unwrap().push(trouble);
    let watch = Watch::start_with(&source, tell, |handler| {
        puppet.0.0.lock().unwrap().handler = Some(handler);
        Ok(Box::new(puppet))
    });
    Place { _dir: dir, source, strings, watch, troubles }
}

impl Place {
    fn send(&self, event: notify::Result<Event>) {
        let mut pulled = self.strings.0.lock().unwrap();
        pulled.handler.as_mut().unwrap()(event);
    }

    fn send_at(&self, kind: EventKind, path: &str) {
        self.send(Ok(Event::new(kind).add_path(self.source.join(path))));
    }

    fn look(&mut self) -> WatchLook {
        self.watch.next(Some(Instant::now() + PATIENCE))
    }

    fn troubles(&self) -> Vec<Trouble> {
        self.troubles.lock().unwrap().clone()
    }

    fn watched(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.strings.0.lock().unwrap().watched)
    }

    fn is_polled_for(&mut self, trouble: Trouble) {
        assert_eq!(self.troubles(), [trouble, Trouble::Polling { every: POLL_EVERY }]);
        for _ in 0..2 {
            assert_eq!(self.look(), WatchLook::Everything);
        }
        assert_eq!(self.troubles().len(), 2, "each is said once");
    }
}

const WRITTEN: EventKind = EventKind::Modify(ModifyKind::Data(DataChange::Any));

fn paths(paths: &[&str]) -> WatchLook {
    WatchLook::Paths(paths.iter().map(PathBuf::from).collect::<BTreeSet<_>>())
}

#[test]
fn lost_events_are_said_and_all_is_armed_anew_looked_at_and_polled_besides() {
    let mut place = place(Vec::new());
    place.watched();
    for _ in 0..3 {
        place.send(Ok(Event::new(EventKind::Other).set_flag(Flag::Rescan)));
        assert_eq!(place.look(), WatchLook::Everything);
        assert!(place.watched().starts_with(&[place.source.clone(), place.source.join("content")]));
    }
    place.is_polled_for(Trouble::LostEvents);
    place.send_at(WRITTEN, "content/lund/a.md");
    while place.look() != paths(&["content/lund/a.md"]) {}
}

#[test]
fn a_watch_that_cannot_be_set_is_said_and_polled() {
    let denied = || Error::io(io::ErrorKind::PermissionDenied.into()).add_path("/site/content/lund".into());
    let said = Trouble::CannotWatch {
        path: Some("/site/content/lund".into()),
        reason: io::Error::from(io::ErrorKind::PermissionDenied).to_string(),
    };
    place(vec![denied()]).is_polled_for(said.clone());

    let mut place = place(Vec::new());
    fs::create_dir(place.source.join("content/ystad")).unwrap();
    place.strings.0.lock().unwrap().failures.push(denied());
    place.send_at(EventKind::Create(CreateKind::Folder), "content/ystad");
    assert_eq!(place.look(), WatchLook::Everything);
    place.is_polled_for(said);
}

#[test]
fn a_watcher_that_tells_of_a_full_table_or_ends_is_said_and_polled() {
    let mut full = place(Vec::new());
    full.send(Err(Error::new(notify::ErrorKind::MaxFilesWatch)));
    assert_eq!(full.look(), WatchLook::Everything);
    full.is_polled_for(Trouble::TooManyWatches);

    let mut ended = place(Vec::new());
    drop(ended.strings.0.lock().unwrap().handler.take());
    assert_eq!(ended.look(), WatchLook::Everything);
    let reason = "the watching has ended by itself".to_owned();
    ended.is_polled_for(Trouble::CannotWatch { path: None, reason });
}

#[test]
fn a_system_without_a_watcher_is_polled() {
    let dir = TempDir::new().unwrap();
    let troubles = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&troubles);
    let tell = move |trouble| told.lock().unwrap().push(trouble);
    let mut watch = Watch::start_with(dir.path(), tell, |_| Err(Error::io(io::Error::from_raw_os_error(24))));
    for _ in 0..2 {
        assert_eq!(watch.next(Some(Instant::now() + PATIENCE)), WatchLook::Everything);
    }
    let said = [Trouble::TooManyWatches, Trouble::Polling { every: POLL_EVERY }];
    assert_eq!(*troubles.lock().unwrap(), said);
}

#[test]
fn a_folder_that_vanishes_while_it_is_armed_is_armed_again_until_it_is() {
    let mut place = place(Vec::new());
    fs::create_dir(place.source.join("content/ystad")).unwrap();
    place.watched();
    let gone = || Error::path_not_found();
    place.strings.0.lock().unwrap().failures.extend([gone(), gone()]);
    place.send_at(EventKind::Create(CreateKind::Folder), "content/ystad");
    for _ in 0..3 {
        assert_eq!(place.look(), paths(&["content/ystad"]));
    }
    assert_eq!(place.watched().len(), 3, "two that failed, and one that did not");
    place.send_at(WRITTEN, "content/ystad/a.md");
    assert_eq!(place.look(), paths(&["content/ystad/a.md"]), "and then no more looks at the folder");
    assert_eq!(place.troubles(), []);
}

#[test]
fn a_new_folder_is_looked_at_once_more_and_then_no_more() {
    let mut place = place(Vec::new());
    fs::create_dir(place.source.join("content/ystad")).unwrap();
    place.send_at(EventKind::Create(CreateKind::Folder), "content/ystad");
    place.send_at(WRITTEN, "content/ystad/a.md");
    for _ in 0..2 {
        assert_eq!(place.look(), paths(&["content/ystad"]));
    }
    assert_eq!(place.watch.next(Some(Instant::now() + Duration::from_millis(300))), WatchLook::Nothing);
}

#[test]
fn more_paths_than_can_be_kept_apart_are_a_look_at_everything() {
    let mut place = place(Vec::new());
    for number in 0..25_000 {
        place.send_at(WRITTEN, &format!("content/lund/{number}.md"));
    }
    // The first of them may come alone: the inbox does not wait for ever.
    while place.look() != WatchLook::Everything {}
}
