//! What a publication does, in which order: from what a target has and what it shall have. Nothing is touched here.
//!
//! A reader is on the site all the while. So what is new goes out first (style and pictures, then documents, pages and lists), and is seen by
//! nobody, since nothing leads to it yet. Then what leads to it is changed, what leads to most last. What is gone from the site is removed when nothing
//! leads to it any more. So at each moment all that a page or list leads to is there, whatever happens next.

use std::collections::{BTreeMap, BTreeSet};

use super::list::{FarEntry, FarList};
use super::order::{Rank, is_page, is_retained, is_told, rank};
use super::path::FarPath;

/// Files with their bytes' prints and lengths.
pub type FarFiles = BTreeMap<FarPath, FarEntry>;

/// What is known of a target.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FarState {
    /// The files that are ours, as they are.
    pub files: FarFiles,
    /// Files that a publication which broke off may or may not have put or removed. The journal is told of each group of steps before the next
    /// begins, so what is unsure and new is in the last of them, and nothing leads to it yet.
    pub unsure: BTreeSet<FarPath>,
    /// Files that such a publication removed, or may have: nothing leads to them. Their folders may be left, and empty.
    pub gone: BTreeSet<FarPath>,
    /// Files that such a publication put when nothing led to them yet. What they lead to may be missing, so another that takes the place of one goes
    /// out as if it were new.
    pub unseen: BTreeSet<FarPath>,
}

impl FarState {
    /// Can a reader have come to a file?
    pub fn is_seen(&self, path: &FarPath) -> bool {
        self.files.contains_key(path) && !self.unseen.contains(path)
    }

    /// All paths that are ours, or may be.
    pub fn paths(&self) -> BTreeSet<&FarPath> {
        self.files.keys().chain(&self.unsure).collect()
    }
}

/// A step of a publication.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FarStep {
    /// This file is put.
    Put(FarPath, FarEntry),
    /// This file is removed.
    Remove(FarPath),
}

impl FarStep {
    /// Is a file put?
    pub fn is_put(&self) -> bool {
        matches!(self, Self::Put(..))
    }

    /// The file.
    pub fn path(&self) -> &FarPath {
        match self {
            Self::Put(path, _) | Self::Remove(path) => path,
        }
    }
}

/// A publication, planned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Planned {
    /// Steps that may be done side by side; each group when the one before is done.
    pub groups: Vec<Vec<FarStep>>,
    /// What the target has then.
    pub next: FarFiles,
    /// Pages that come.
    pub new: Vec<FarPath>,
    /// Pages that become others.
    pub changed: Vec<FarPath>,
    /// Pages that go.
    pub gone: Vec<FarPath>,
    /// Documents and data that go. What belongs to a page alone goes with it and is not told.
    pub files_gone: Vec<FarPath>,
    /// How many pages there were.
    pub pages_before: usize,
}

impl Planned {
    /// How many steps there are.
    pub fn len(&self) -> usize {
        self.groups.iter().map(Vec::len).sum()
    }

    /// Is there nothing to do?
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The files that are put.
    pub fn puts(&self) -> impl Iterator<Item = &FarPath> {
        self.groups.iter().flatten().filter(|step| step.is_put()).map(FarStep::path)
    }

    /// How many files are put, and how many bytes they are.
    pub fn sent(&self) -> (usize, u64) {
        let lengths = self.groups.iter().flatten().filter_map(|step| match step {
            FarStep::Put(_, entry) => Some(entry.length),
            FarStep::Remove(_) => None,
        });
        lengths.fold((0, 0), |(files, bytes), length| (files + 1, bytes + length))
    }

    /// Does nothing change for readers? Then style goes that no page names any more.
    pub fn is_unseen(&self) -> bool {
        [&self.new, &self.changed, &self.gone, &self.files_gone].iter().all(|pages| pages.is_empty())
            && self.sent().0 == 0
    }

    /// Do so many pages go that somebody may have made a mistake? More than a fifth, and more than a page or two of a small site.
    pub fn loses_much(&self) -> bool {
        self.gone.len() * 5 > self.pages_before && self.gone.len() > 2
    }
}

/// Plans what makes a target have these files.
pub fn plan(wanted: &FarFiles, state: &FarState) -> Planned {
    let mut puts: BTreeMap<(bool, Rank), Vec<FarStep>> = BTreeMap::new();
    let mut planned = Planned { next: wanted.clone(), ..Planned::default() };
    for (path, entry) in wanted {
        let known = state.files.get(path);
        let is_there = known.is_some_and(|known| known.is_as(entry)) && !state.unsure.contains(path);
        if is_there {
            continue;
        }
        puts.entry((state.is_seen(path), rank(path))).or_default().push(FarStep::Put(path.clone(), *entry));
        if is_page(path) {
            let pages = if known.is_some() { &mut planned.changed } else { &mut planned.new };
            pages.push(path.clone());
        }
    }
    planned.pages_before = state.files.keys().filter(|path| is_page(path)).count();
    let mut removals: BTreeMap<std::cmp::Reverse<Rank>, Vec<FarStep>> = BTreeMap::new();
    let mut first = Vec::new();
    for path in state.paths().into_iter().filter(|path| !wanted.contains_key(*path)) {
        let known = state.files.get(path);
        match known {
            Some(entry) if !entry.retained && is_retained(path) && !state.unsure.contains(path) => {
                planned.next.insert(path.clone(), FarEntry { retained: true, ..*entry });
                // The list says so, although the file stays as it is.
                continue;
            }
            _ if is_in_the_way(path, wanted) => first.push(FarStep::Remove(path.clone())),
            _ => {
                removals.entry(std::cmp::Reverse(rank(path))).or_default().push(FarStep::Remove(path.clone()))
            }
        }
        // What is unsure was new, and is not counted: nobody has seen it.
        if is_page(path) && known.is_some() {
            planned.gone.push(path.clone());
        } else if known.is_some() && is_told(path) {
            planned.files_gone.push(path.clone());
        }
    }
    let groups = std::iter::once(first).chain(puts.into_values()).chain(removals.into_values());
    planned.groups = groups.filter(|group| !group.is_empty()).collect();
    planned
}

/// Must a file go before another can come: one lies where the other's folder shall be, or the other way round? Sites hardly ever have that.
fn is_in_the_way(path: &FarPath, wanted: &FarFiles) -> bool {
    // `/` comes right before `0`.
    let (from, to) = (format!("{path}/"), format!("{path}0"));
    let below = |other: &FarPath| other.as_str() >= from.as_str() && other.as_str() < to.as_str();
    let is_folder = wanted
        .range(path.clone()..)
        .take_while(|(other, _)| other.as_str() < to.as_str())
        .any(|(other, _)| below(other));
    is_folder
        || path
            .folders()
            .any(|folder| FarPath::parse(folder).is_some_and(|folder| wanted.contains_key(&folder)))
}

/// The list that a publication ends with.
pub fn list_of(planned: &Planned, by: &str, at: &str) -> FarList {
    FarList { files: planned.next.clone(), by: by.to_string(), at: at.to_string() }
}

#[cfg(test)]
mod tests;
