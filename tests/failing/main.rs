//! What comes of it when the system refuses a call: each of those with which a build, or an edit under watch, opens, looks, reads, writes,
//! moves or removes something, one at a time, by strace.
//!
//! Whatever is refused, and with which error: the site is the old one or the new one; file by file, each page is old or new and none is
//! lost; the program ends with 0 or 1 and says which file it was; with 0 the site is the new one, so that what cannot be looked at is never
//! taken for gone; and the next build that is not disturbed makes the site right and leaves nothing beside it (`trial.rs`).
//!
//! The calls are those that were seen in an undisturbed run (`calls.rs`), so a new one is refused from the day that it is made.
//!
//! ```sh
//! cargo nextest run --test failing                        # 420 refusals
//! FAILING=10000 cargo nextest run --test failing          # so many
//! FAILING_CASE=warm:17 cargo nextest run --test failing   # one, and its folder stays
//! ```
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a failed test says so by a panic")]
#![cfg(target_os = "linux")]

mod calls;
mod rights;
#[path = "../attack/run.rs"]
mod run;
#[path = "../attack/site.rs"]
mod site;
mod trial;

use trial::{Way, Yard};

/// So many calls are refused when nothing else is asked for.
const USUAL: usize = 420;

/// So many failures are told.
const TOLD: usize = 12;

fn refuse(way: Way, share: usize) {
    let asked = std::env::var("FAILING").ok().and_then(|number| number.parse().ok()).unwrap_or(USUAL);
    let one: Option<usize> = std::env::var("FAILING_CASE").ok().map(|case| {
        case.split_once(':')
            .filter(|(name, _)| *name == way.name())
            .map_or(usize::MAX, |(_, it)| it.parse().unwrap())
    });
    if one == Some(usize::MAX) {
        return;
    }
    let yard = Yard::new(way);
    let refusals = yard.refusals();
    let count = (asked * share / 100).min(refusals.len());
    let (mut failed, mut met) = (Vec::new(), 0);
    for number in one.map_or(0..count, |one| one..one + 1) {
        // A step that is prime, and so meets each once.
        let refusal = &refusals[number.wrapping_mul(104_729) % refusals.len()];
        let Some(found) = yard.try_one(refusal) else { continue };
        met += 1;
        if !found.is_empty() {
            failed.push(format!("{}:{number} {refusal:?}\n    {}", way.name(), found.join("\n    ")));
        }
        if failed.len() == TOLD {
            break;
        }
    }
    println!("{}: {count} refusals of {}, {met} of them met", way.name(), refusals.len());
    if one.is_some() {
        println!("it lies in {}", yard.leave().display());
    }
    assert!(failed.is_empty(), "{} of {count}:\n{}", failed.len(), failed.join("\n"));
    // Under watch some calls come in another order each time.
    assert!(met * 2 > count || one.is_some(), "only {met} of {count} were met: the rest tried nothing");
}

#[test]
fn a_first_build_that_is_refused_a_call_leaves_nothing_or_a_whole_site() {
    refuse(Way::First, 12);
}

#[test]
fn a_build_that_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    refuse(Way::Warm, 20);
}

#[test]
fn a_build_that_starts_from_a_spare_and_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    refuse(Way::Spare, 20);
}

#[test]
fn a_build_file_by_file_that_is_refused_a_call_loses_no_page() {
    refuse(Way::InPlace, 14);
}

#[test]
fn a_build_of_one_municipality_that_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    refuse(Way::Only, 10);
}

#[test]
fn a_build_that_flushes_to_the_disk_and_is_refused_a_call_leaves_the_old_site_or_the_new_one() {
    refuse(Way::Sync, 12);
}

#[test]
fn an_edit_under_watch_that_is_refused_a_call_loses_no_page() {
    refuse(Way::Watch, 12);
}
