//! The day changes without an edit.

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fcsite::host::clock::Clock;
use jiff::civil::Date;

use super::world::{Kept, clean, files, news, site, write};

/// A clock that a test sets.
#[derive(Clone)]
struct Set(Arc<Mutex<Date>>);

impl Clock for Set {
    fn today(&self) -> Date {
        *self.0.lock().unwrap()
    }

    fn ask_again(&self) -> Option<Instant> {
        Some(Instant::now() + Duration::from_millis(20))
    }
}

#[test]
fn at_midnight_notices_end_and_planned_items_come_without_an_edit() {
    let dir = site();
    write(
        dir.path(),
        "content/alfa/municipality.yaml",
        "name: alfa\ncode: \"0127\"\nnotices: [{title: Stängt i dag, until: 2026-03-01}]\n",
    );
    write(dir.path(), "content/alfa/news/2026-03-02-i-morgon.md", news("I morgon", "Text."));
    let today = Set(Arc::new(Mutex::new("2026-03-01".parse().unwrap())));
    let kept = Kept::up_with(dir.path(), None, today.clone());
    let front = || fs::read_to_string(kept.output.join("alfa/index.html")).unwrap();
    assert!(front().contains("Stängt i dag") && !front().contains("I morgon"));
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(kept.builds().len(), 1, "a day that stays builds nothing");
    *today.0.lock().unwrap() = "2026-03-02".parse().unwrap();
    kept.wait("the new day", || kept.builds().len() == 2);
    assert!(!front().contains("Stängt i dag") && front().contains("I morgon"));
    assert_eq!(Ok(files(&kept.output)), clean(&kept.source, "2026-03-02"));
    // Back on the first day for the end of the test.
    *today.0.lock().unwrap() = "2026-03-01".parse().unwrap();
}
