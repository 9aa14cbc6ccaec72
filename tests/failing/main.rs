//! What comes of it when the system refuses a call: each of those with which a command opens, looks, reads, writes, moves or removes
//! something, one at a time, by strace.
//!
//! Whatever is refused, and with which error. Of a build (`trial.rs`): the site is the old one or the new one; file by file, each page is old
//! or new and none is lost; the program ends with 0 or 1 and says which file it was; with 0 the site is the new one, so that what cannot be
//! looked at is never taken for gone; and the next build that is not disturbed makes the site right and leaves nothing beside it. Of the other
//! commands (`errands.rs`) the same holds of what they write, and of what they say where that is what they are for. Of the editor
//! (`editing.rs`): “saved” is said of what is saved, and what was typed is not lost.
//!
//! The calls are those that were seen in an undisturbed run (`calls.rs`), so a new one is refused from the day that it is made.
//!
//! ```sh
//! cargo nextest run --test failing                        # 500 refusals
//! FAILING=2000 cargo nextest run --test failing           # so many
//! FAILING=10000 cargo nextest run --test failing          # all of them, as any number from there on
//! FAILING=10000 FAILING_PART=2/8 cargo nextest run …       # each eighth of them, from the second on
//! FAILING_CASE=warm:17 cargo nextest run --test failing   # one, and its folder stays
//! ```
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, clippy::panic, reason = "a failed test says so by a panic")]
#![cfg(target_os = "linux")]

mod calls;
#[path = "../attack/door.rs"]
mod door;
mod editing;
mod errands;
mod rights;
#[path = "../attack/run.rs"]
#[expect(dead_code, reason = "servers are used by the other suite")]
mod run;
#[path = "../attack/site.rs"]
mod site;
mod strace;
mod trial;

use std::path::PathBuf;

use calls::Refusal;
use editing::{Saving, Study};
use errands::{Desk, Errand};
use trial::{Way, Yard};

/// So many calls are refused when nothing else is asked for.
const USUAL: usize = 500;

/// From here on each is.
const ALL: usize = 10_000;

/// So many failures are told.
const TOLD: usize = 12;

/// A way to go by, on which calls are refused.
trait Refusing {
    fn refusals(&self) -> Vec<Refusal>;
    fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>>;
    fn leave(self) -> PathBuf;
}

macro_rules! refusing {
    ($($kind:ty),*) => {$(
        impl Refusing for $kind {
            fn refusals(&self) -> Vec<Refusal> {
                self.refusals()
            }

            fn try_one(&self, refusal: &Refusal) -> Option<Vec<String>> {
                self.try_one(refusal)
            }

            fn leave(self) -> PathBuf {
                self.leave()
            }
        }
    )*};
}
refusing!(Yard, Desk, Study);

/// Which of the refusals this process tries: the first of them, and how many lie between two.
fn part() -> (usize, usize) {
    let Ok(part) = std::env::var("FAILING_PART") else { return (0, 1) };
    let (first, parts) = part.split_once('/').unwrap();
    let (first, parts): (usize, usize) = (first.parse().unwrap(), parts.parse().unwrap());
    assert!((1..=parts).contains(&first), "part {first} of {parts}");
    (first - 1, parts)
}

/// Refuses a part of the calls, in hundredths of all that are refused.
fn refuse<R: Refusing>(name: &str, make: impl FnOnce() -> R, share: usize) {
    let asked = std::env::var("FAILING").ok().and_then(|number| number.parse().ok()).unwrap_or(USUAL);
    let one: Option<usize> = std::env::var("FAILING_CASE").ok().map(|case| {
        case.split_once(':').filter(|(own, _)| *own == name).map_or(usize::MAX, |(_, it)| it.parse().unwrap())
    });
    if one == Some(usize::MAX) {
        return;
    }
    let way = make();
    let refusals = way.refusals();
    let count = if asked >= ALL { refusals.len() } else { (asked * share / 100).min(refusals.len()) };
    let (first, step) = part();
    let wanted = one.map_or_else(|| count.div_ceil(step), |_| 1);
    // Some calls come in another order each time: for those that are not met others are tried.
    let last = (count * 3).min(refusals.len());
    let (mut failed, mut met, mut tried) = (Vec::new(), 0, 0);
    for number in one.map_or(first..last, |one| one..one + 1).step_by(step) {
        if met == wanted {
            break;
        }
        tried += 1;
        // A step that is prime, and so meets each once.
        let refusal = &refusals[number.wrapping_mul(104_729) % refusals.len()];
        let Some(found) = way.try_one(refusal) else { continue };
        met += 1;
        if !found.is_empty() {
            let told = format!("{name}:{number} {refusal:?}\n    {}", found.join("\n    "));
            // Seen at once with `--no-capture`: all of them take hours.
            println!("{told}");
            failed.push(told);
        }
        if failed.len() == TOLD {
            break;
        }
    }
    println!("{name}: {tried} refusals of {}, {met} of them met", refusals.len());
    if one.is_some() {
        println!("it lies in {}", way.leave().display());
    }
    assert!(failed.is_empty(), "{} of {tried}:\n{}", failed.len(), failed.join("\n"));
    assert!(met * 2 > wanted || one.is_some(), "only {met} of {tried} were met: the rest tried nothing");
}

fn build(way: Way, share: usize) {
    refuse(way.name(), || Yard::new(way), share);
}

fn go(errand: Errand, share: usize) {
    refuse(errand.name(), || Desk::new(errand), share);
}

fn save(saving: Saving, share: usize) {
    refuse(saving.name(), || Study::new(saving), share);
}

#[test]
fn a_first_build_that_is_refused_a_call_leaves_nothing_or_a_whole_site() {
    build(Way::First, 10);
}

#[test]
fn a_build_that_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    build(Way::Warm, 15);
}

#[test]
fn a_build_that_starts_from_a_spare_and_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    build(Way::Spare, 13);
}

#[test]
fn a_build_file_by_file_that_is_refused_a_call_loses_no_page() {
    build(Way::InPlace, 10);
}

#[test]
fn a_build_of_one_municipality_that_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    build(Way::Only, 7);
}

#[test]
fn a_build_that_flushes_to_the_disk_and_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    build(Way::Sync, 8);
}

#[test]
fn an_edit_under_watch_that_is_refused_a_call_loses_no_page() {
    build(Way::Watch, 8);
}

#[test]
fn a_site_that_is_put_together_and_is_refused_a_call_is_the_old_one_or_the_new_one() {
    build(Way::Parts, 4);
}

#[test]
fn a_build_after_one_that_was_killed_while_it_moved_its_files_loses_no_page_when_a_call_is_refused() {
    build(Way::Resumed, 4);
}

#[test]
fn a_file_of_somebodys_own_where_a_page_was_to_go_is_kept_when_a_call_is_refused() {
    build(Way::Foreign, 2);
}

#[test]
fn a_build_after_one_that_was_killed_while_it_gathered_leaves_the_old_site_or_the_new_one() {
    build(Way::Half, 2);
}

#[test]
fn a_publication_that_is_refused_a_call_loses_no_page() {
    go(Errand::Publish, 4);
}

#[test]
fn a_publication_that_is_taken_back_and_is_refused_a_call_loses_no_page() {
    go(Errand::Undo, 2);
}

#[test]
fn an_archive_that_is_refused_a_call_loses_nothing() {
    go(Errand::Archive, 3);
}

#[test]
fn a_day_of_an_archive_that_is_refused_a_call_is_shown_whole_or_not_at_all() {
    go(Errand::Show, 1);
}

#[test]
fn an_import_that_is_refused_a_call_leaves_the_old_file_or_the_new_one() {
    go(Errand::Import, 2);
}

#[test]
fn a_new_text_that_is_refused_a_call_is_made_or_is_not() {
    go(Errand::New, 1);
}

#[test]
fn a_new_site_that_is_refused_a_call_is_made_whole_or_not_at_all() {
    go(Errand::Init, 2);
}

#[test]
fn a_check_that_is_refused_a_call_says_all_or_says_what_it_could_not_read() {
    go(Errand::Check, 1);
}

#[test]
fn a_list_that_is_refused_a_call_is_whole_or_says_what_it_could_not_read() {
    go(Errand::List, 1);
}

#[test]
fn a_text_that_is_saved_in_the_editor_is_saved_or_as_it_was_when_a_call_is_refused() {
    save(Saving::Change, 1);
}

#[test]
fn a_text_that_is_made_in_the_editor_is_made_or_is_not_when_a_call_is_refused() {
    save(Saving::Make, 1);
}
