//! The day changes without an edit.

use std::fs;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use fcsite::host::clock::Clock;
use fcsite::parse::values::MONTHS;
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

/// A centre with hours and an activity on each day of the week, on weekends too.
const EVERY_DAY: &str = "name: Torget\nstatus: open\nreviewed: 2026-02-01\naddress: {street: Torget 1}\nservices:\n  - kind: open_preschool\n\
    hours: {monday-friday: 9–12, saturday: 10–12, sunday: 11–13}\n";

#[test]
fn at_midnight_the_pages_of_what_happens_move_on_also_over_a_month_a_year_and_a_change_of_clocks() {
    // Each with the day before and after in words, the week's page that goes and the one that comes, where the week changes too.
    let nights = [
        ("2026-11-30", "2026-12-01", "Måndag 30 november", "Tisdag 1 december", None),
        ("2026-12-31", "2027-01-01", "Torsdag 31 december", "Lördag 2 januari", None),
        // On the year's first Monday the week is another, after one with the number 53.
        ("2027-01-03", "2027-01-04", "Söndag 3 januari", "Måndag 4 januari", Some(("2026-v53", "2027-v10"))),
        // The clocks go forward in the night to Sunday, and back in October.
        ("2026-03-28", "2026-03-29", "Lördag 28 mars", "Söndag 29 mars", None),
        ("2026-03-29", "2026-03-30", "Söndag 29 mars", "Måndag 30 mars", Some(("2026-v13", "2026-v23"))),
        ("2026-10-24", "2026-10-25", "Lördag 24 oktober", "Söndag 25 oktober", None),
        (
            "2026-10-25",
            "2026-10-26",
            "Söndag 25 oktober",
            "Måndag 26 oktober",
            Some(("2026-v43", "2026-v53")),
        ),
    ];
    for (day, next, gone, first, weeks) in nights {
        let dir = site();
        let days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
        let centre = EVERY_DAY.to_string()
            + "activities:\n"
            + &days
                .map(|day| format!("  - {{id: {day}, title: Lek, day: {day}, from: 11.00, to: 11.30}}\n"))
                .concat();
        write(dir.path(), "content/alfa/centres/torget.yaml", centre);
        let today = Set(Arc::new(Mutex::new(day.parse().unwrap())));
        let kept = Kept::up_with(dir.path(), None, today.clone());
        // The first build is made for the day of the job, and the clock says another.
        // A day stays with its month in a line.
        let read = |path: &str| {
            let page = fs::read_to_string(kept.output.join("alfa").join(path)).unwrap_or_default();
            page.replace('\u{a0}', " ")
        };
        let shown = |path: &str| {
            let page = read(path);
            // The first day that happens, as people read it.
            let (_, days) = page.split_once("class=\"week\"").unwrap_or_default();
            days.split_once("</time>")
                .map(|(first, _)| first.rsplit('>').next().unwrap_or_default().to_string())
        };
        kept.wait(day, || shown("kalender/index.html").as_deref() == Some(gone));
        let state = || read("familjecentraler/torget/index.html").contains(&format!("data-from=\"{next}\""));
        assert!(!state(), "{day}");
        let before = kept.builds().len();
        *today.0.lock().unwrap() = next.parse().unwrap();
        kept.wait(next, || kept.builds().len() > before);
        for page in ["kalender/index.html", "familjecentraler/torget/index.html"] {
            assert_eq!(shown(page).as_deref(), Some(first), "{page} on {next}");
        }
        assert!(state(), "{next}");
        if let Some((old, new)) = weeks {
            let is_there = |week: &str| kept.output.join("alfa/kalender").join(week).exists();
            assert!(!is_there(old) && is_there(new), "{next}");
        }
        // The poster says until when it knows of changes.
        assert!(read("affisch/torget.html").contains(&format!("gjordes {}", in_words(next))), "{next}");
        assert_eq!(Ok(files(&kept.output)), clean(&kept.source, next), "{next}");
        *today.0.lock().unwrap() = day.parse().unwrap();
    }
}

/// `1 december 2026`.
fn in_words(day: &str) -> String {
    let date: Date = day.parse().unwrap();
    let month = MONTHS[usize::try_from(date.month()).unwrap() - 1];
    format!("{} {month} {}", date.day(), date.year())
}
