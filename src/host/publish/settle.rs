//! What a build changes: the old manifest and what was put, held against each other. No disk.
//!
//! The rule for theme assets, whose names hold their fingerprint, so that a new style sheet is a new file: a page that a
//! browser or a cache got from the last site still asks for the old one. So an asset that is no longer put stays, flagged, until
//! the next build that changes anything. A flagged file is no change by itself: the same build again touches nothing, and it goes
//! with the next real change. Put again, it is a plain file again.

use std::collections::{BTreeMap, HashMap};

use super::ledger::Record;
use super::manifest::{Entry, Manifest};
use super::{Fate, Published, Tell};

/// What publishing has to do.
#[derive(Debug, Default)]
pub(super) struct Action {
    /// There is something to do.
    pub any: bool,
    /// For the report.
    pub published: Published,
    /// What was put.
    pub files: BTreeMap<Box<str>, Entry>,
    /// Of these, what the output has already.
    pub kept: Vec<Box<str>>,
    /// What stays although it was not put: others' folders, and retained assets.
    pub staying: Vec<(Box<str>, Entry)>,
}

/// Which paths are meant.
type Which<'a> = &'a dyn Fn(&str) -> bool;

/// Holds the old manifest against what was put.
pub(super) fn settle(
    old: &Manifest,
    records: HashMap<Box<str>, Record>,
    (owned, retain): (Which<'_>, Which<'_>),
    tell: Tell<'_>,
) -> Action {
    let mut change = Action::default();
    for (path, entry) in &old.files {
        if records.contains_key(path) {
            continue;
        }
        if !owned(path) {
            change.staying.push((path.clone(), *entry));
        } else if entry.retained {
            change.published.removed += 1;
        } else if retain(path) {
            change.any = true;
            change.staying.push((path.clone(), Entry { retained: true, ..*entry }));
        } else {
            change.any = true;
            change.published.removed += 1;
            tell(Fate::Removed, path);
        }
    }
    for (path, record) in records {
        let before = old.files.get(&path);
        match before {
            _ if record.kept => change.published.unchanged += 1,
            Some(_) => {
                change.published.changed += 1;
                tell(Fate::Changed, &path);
            }
            None => {
                change.published.new += 1;
                tell(Fate::New, &path);
            }
        }
        change.any |= !record.kept || before.is_some_and(|entry| entry.retained);
        if record.kept {
            change.kept.push(path.clone());
        }
        change
            .files
            .insert(path, Entry { hash: record.hash, length: record.length, retained: false, slot: 0 });
    }
    if !change.any {
        change.published.removed = 0;
    }
    change
}
