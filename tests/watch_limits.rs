//! A real, full table of inotify watches: it is said, and the watch goes on by polling.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fcsite::host::watch::{POLL_EVERY, Trouble, Watch, WatchLook};
use tempfile::TempDir;

struct Place {
    _dir: TempDir,
    source: PathBuf,
    watch: Watch,
    troubles: Arc<Mutex<Vec<Trouble>>>,
}

/// A watched source folder: with `content/` and what is in it, six folders.
fn place() -> Place {
    let dir = TempDir::new().unwrap();
    let source = dir.path().canonicalize().unwrap();
    for name in ["malmo", "lund"] {
        fs::create_dir_all(source.join("content").join(name).join("nyheter")).unwrap();
    }
    let troubles = Arc::new(Mutex::new(Vec::new()));
    let told = Arc::clone(&troubles);
    let watch = Watch::start(&source, None, move |trouble| told.lock().unwrap().push(trouble));
    Place { _dir: dir, source, watch, troubles }
}

impl Place {
    fn look(&mut self) -> WatchLook {
        self.watch.next(Some(Instant::now() + Duration::from_secs(20)))
    }

    fn troubles(&self) -> Vec<Trouble> {
        self.troubles.lock().unwrap().clone()
    }

    fn goes_on_by_polling(&mut self) {
        assert_eq!(self.troubles(), [Trouble::TooManyWatches, Trouble::Polling { every: POLL_EVERY }]);
        for _ in 0..2 {
            assert_eq!(self.look(), WatchLook::Everything);
        }
        assert_eq!(self.troubles().len(), 2, "each is said once");
    }
}

/// Runs one test of this program again where the table of watches is small. The limit is that of a user namespace of its own:
/// `/proc/sys/user/…`, and never `/proc/sys/fs/inotify/…`, which is the whole machine's even there when root runs the tests.
fn with_limit(limit: &str, test: &str) {
    let script = format!("{limit} && exec \"$0\" --exact {test} --nocapture");
    let mut command = Command::new("unshare");
    command.args(["--user", "--map-root-user", "sh", "-c", &script]).arg(std::env::current_exe().unwrap());
    let output = command.env("WATCH_LIMITED", "1").output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && text.contains("1 passed"), "{text}");
}

fn is_limited() -> bool {
    std::env::var_os("WATCH_LIMITED").is_some()
}

#[test]
fn a_full_table_of_watches_at_the_start_is_said_and_polled() {
    if is_limited() {
        return place().goes_on_by_polling();
    }
    let test = "a_full_table_of_watches_at_the_start_is_said_and_polled";
    with_limit("echo 3 > /proc/sys/user/max_inotify_watches", test);
    with_limit("echo 0 > /proc/sys/user/max_inotify_instances", test);
}

#[test]
fn a_table_of_watches_that_fills_up_later_is_said_and_polled() {
    if is_limited() {
        let mut place = place();
        fs::write(place.source.join("content/lund/nyheter/a.md"), "watched").unwrap();
        let expected = BTreeSet::from([PathBuf::from("content/lund/nyheter/a.md")]);
        assert_eq!(place.look(), WatchLook::Paths(expected));
        assert_eq!(place.troubles(), []);
        fs::create_dir_all(place.source.join("content/ystad/nyheter/2026/01")).unwrap();
        while place.look() != WatchLook::Everything {}
        return place.goes_on_by_polling();
    }
    let test = "a_table_of_watches_that_fills_up_later_is_said_and_polled";
    with_limit("echo 8 > /proc/sys/user/max_inotify_watches", test);
}
