//! What becomes of an output, as a value: what is put, what goes, what stays. No disk.
//!
//! The rule for theme assets, whose names hold their fingerprint, so that a new style sheet is a new file: a page that a
//! browser or a cache got from the last site still asks for the old one. So a build lets an asset that is no longer put stay, flagged, until
//! the next build that changes anything. A flagged file is no change by itself: the same build again touches nothing, and it goes
//! with the next real change. Put again, it is a plain file again.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Bound::{Included, Unbounded};

use super::entry::Entry;
use super::error::PublishError;
use super::files::FileList;
use super::manifest::Manifest;
use super::names::{parents, top};
use super::{Fate, Published, Retain, Tell};

/// A file to be put.
#[derive(Debug)]
pub(super) struct Put {
    /// Its path in the output.
    pub path: Box<str>,
    /// What it holds.
    pub entry: Entry,
    /// The output has none there.
    pub is_new: bool,
}

/// What was put and kept.
pub(super) struct WantedFiles<'a> {
    /// What was written, by path.
    pub put: HashMap<Box<str>, Entry>,
    /// Folders at the top that stay as they are.
    pub whole: HashSet<Box<str>>,
    /// Was this file kept?
    pub is_kept: &'a dyn Fn(&Entry) -> bool,
    /// The folders at the top that are made; all of them where there is nothing.
    pub only: Option<&'a [String]>,
}

/// What an edit does to the output.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// What is put, in the order in which readers may meet it.
    pub put: Vec<Put>,
    /// What is removed.
    pub gone: Vec<Box<str>>,
    /// What stays, and whether it is from now on only retained.
    pub flags: Vec<(Box<str>, bool)>,
    /// For the report.
    pub published: Published,
}

impl Change {
    /// Holds what the output has against what is wanted.
    pub fn of(
        old: &Manifest,
        wanted: WantedFiles<'_>,
        retain: Retain<'_>,
        tell: Tell<'_>,
    ) -> Result<Self, PublishError> {
        let mut change = Self::default();
        let (mut owned, mut late) = (old.files.len(), Vec::new());
        for (path, entry) in rest(old, &wanted, &mut owned) {
            if (wanted.is_kept)(entry) {
                change.flags.extend(entry.retained.then(|| (path.into(), false)));
            } else if wanted.put.contains_key(path) {
                // It is among the others below.
            } else if entry.retained && retain.is_some() {
                late.push(Box::from(path));
            } else if retain.is_some_and(|retain| retain(path)) {
                change.flags.push((path.into(), true));
            } else {
                tell(Fate::Removed, path);
                change.gone.push(path.into());
            }
        }
        let retained = change.flags.iter().filter(|(_, is_retained)| *is_retained).count() + late.len();
        for (path, entry) in wanted.put {
            refuse_clash(&path, old, wanted.is_kept)?;
            let is_new = !old.files.contains_key(&path);
            tell(if is_new { Fate::New } else { Fate::Changed }, &path);
            change.put.push(Put { path, entry, is_new });
        }
        let new = change.put.iter().filter(|put| put.is_new).count();
        let changed = change.put.len() - new;
        let unchanged = owned - changed - change.gone.len() - retained;
        if !change.is_nothing() {
            change.gone.append(&mut late);
        }
        change.sort();
        let removed = change.gone.len();
        change.published = Published { new, changed, removed, unchanged, ..Published::default() };
        Ok(change)
    }

    /// Sorts files so that a reader meets no page before what it shows: first what is new, pages after the rest, then what changed.
    pub fn sort(&mut self) {
        self.put.sort_by(|one, other| {
            let order = |put: &Put| (!put.is_new, put.path.ends_with(".html"));
            (order(one), &one.path).cmp(&(order(other), &other.path))
        });
    }

    /// Is there nothing to do?
    pub fn is_nothing(&self) -> bool {
        self.put.is_empty() && self.gone.is_empty() && self.flags.is_empty()
    }

    /// Changes the list as the output is changed.
    pub fn apply(&self, list: &mut FileList) {
        for path in &self.gone {
            list.manifest.files.remove(path);
        }
        for (path, retained) in &self.flags {
            if let Some(entry) = list.manifest.files.get_mut(path) {
                entry.retained = *retained;
            }
        }
        self.put.iter().for_each(|put| list.insert(&put.path, put.entry));
    }

    /// What must go before the rest comes, since a file takes a folder's name or a folder a file's; and what goes last.
    pub fn removals(&self) -> (Vec<&str>, Vec<&str>) {
        let files: HashSet<&str> = self.put.iter().map(|put| &*put.path).collect();
        let folders: HashSet<&str> = self.put.iter().flat_map(|put| parents(&put.path)).collect();
        let is_first =
            |path: &&str| folders.contains(path) || parents(path).any(|above| files.contains(above));
        self.gone.iter().map(|path| &**path).partition(is_first)
    }

    /// The folders at the top in which something is changed.
    pub fn tops(&self) -> HashSet<&str> {
        let paths = self.put.iter().map(|put| &*put.path).chain(self.gone.iter().map(|path| &**path));
        paths.map(top).collect()
    }

    /// Each file of the old site that is no longer on it as it was.
    pub fn touched(&self) -> Vec<&str> {
        let changed = self.put.iter().filter(|put| !put.is_new).map(|put| &*put.path);
        changed.chain(self.gone.iter().map(|path| &**path)).collect()
    }
}

/// Refuses to put a file where one is kept, or where a folder is, or below a file.
fn refuse_clash(path: &str, old: &Manifest, is_kept: &dyn Fn(&Entry) -> bool) -> Result<(), PublishError> {
    if old.files.get(path).is_some_and(is_kept) {
        return Err(PublishError::Twice(path.to_owned()));
    }
    if old.below(path).any(|(_, entry)| is_kept(entry)) {
        return Err(PublishError::FileAndFolder(path.to_owned()));
    }
    match parents(path).find(|folder| old.files.get(*folder).is_some_and(is_kept)) {
        Some(file) => Err(PublishError::FileAndFolder(file.to_owned())),
        None => Ok(()),
    }
}

/// The files of ours but for those in whole folders, which are stepped over, as others' are. `owned` becomes the number of all of ours.
fn rest<'a>(old: &'a Manifest, wanted: &WantedFiles<'_>, owned: &mut usize) -> Vec<(&'a str, &'a Entry)> {
    let (only, whole) = (wanted.only, &wanted.whole);
    let mut rest = Vec::new();
    if let Some(only) = only {
        *owned = 0;
        for name in only.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            let files: Vec<_> = old
                .files
                .get_key_value(name)
                .into_iter()
                .chain(old.below(name))
                .map(|(path, entry)| (&**path, entry))
                .collect();
            *owned += files.len();
            rest.extend(files.into_iter().filter(|_| !whole.contains(name)));
        }
        return rest;
    }
    let mut files = old.files.range::<str, _>((Unbounded, Unbounded));
    let mut last = "";
    while let Some((path, entry)) = files.next() {
        if top(path) != last {
            last = top(path);
            if whole.contains(last) {
                // 0 comes right after /.
                files = old.files.range::<str, _>((Included(format!("{last}0").as_str()), Unbounded));
                continue;
            }
        }
        rest.push((path, entry));
    }
    rest
}
