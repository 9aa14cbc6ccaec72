//! What a target has, and whether somebody else was there.

use std::collections::{BTreeMap, BTreeSet};

use super::far::{Far, FarError};
use super::journal;
use super::journal::{Author, FarJournal};
use super::list::{self, FarList, NumberedList};
use super::path::{FarPath, parted};
use super::plan::{FarFiles, FarState, FarStep, Planned};
use crate::base::Phrase;

/// What was found on a target.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FarSeen {
    /// The list, and its number; none where nothing was published yet.
    pub list: Option<NumberedList>,
    /// The files that are ours.
    pub state: FarState,
    /// Who began a publication that has not ended.
    pub broken: Option<Author>,
    /// The list or the journal is gone or damaged, and what is known comes from this computer.
    pub is_forgotten: bool,
}

/// The path of the list on a target.
pub fn list_path() -> Result<FarPath, FarError> {
    own(list::NAME)
}

/// The path of the journal on a target.
pub fn journal_path() -> Result<FarPath, FarError> {
    own(journal::NAME)
}

/// The path of a file of ours on a target.
pub fn own(name: &str) -> Result<FarPath, FarError> {
    FarPath::own(name).ok_or_else(|| FarError::lasting(Phrase::new("target-damaged").with("path", name)))
}

/// What lies where a list or a journal is looked for.
enum FarText<T> {
    Nothing,
    Damaged,
    Whole(T),
}

fn find<T>(
    far: &dyn Far,
    path: &FarPath,
    parse: impl Fn(&[u8]) -> Option<T>,
) -> Result<FarText<T>, FarError> {
    let bytes = far.read(path, list::MOST)?;
    Ok(bytes.map_or(FarText::Nothing, |bytes| parse(&bytes).map_or(FarText::Damaged, FarText::Whole)))
}

/// Looks at a target: its list, and the journal of a publication that broke off. Nothing is touched. `last` is what this computer put there
/// last: it stands in for a list that is gone. `known` are lists that were read before: most often it is one of them that is there.
pub fn look(far: &dyn Far, last: Option<&FarFiles>, known: &[&NumberedList]) -> Result<FarSeen, FarError> {
    let (list_path, journal_path) = (list_path()?, journal_path()?);
    let damaged = |path: &FarPath| FarError::lasting(Phrase::new("target-damaged").with("path", path));
    let list = find(far, &list_path, |bytes| FarList::parse(bytes, known))?;
    let journal = find(far, &journal_path, FarJournal::parse)?;
    // What a torn list does not say any more must not stay for ever, and nothing of it is guessed.
    let list = match (list, &journal) {
        (FarText::Whole(list), FarText::Damaged) => {
            let files = list.0.files.iter().chain(last.into_iter().flatten());
            let files = files.map(|(path, entry)| (path.clone(), *entry)).collect();
            return Ok(FarSeen { list: Some(list), ..forgotten(files) });
        }
        (FarText::Whole(list), _) => Some(list),
        (FarText::Nothing, FarText::Nothing) if last.is_none() || is_bare(far)? => None,
        (FarText::Nothing, FarText::Whole(_)) => None,
        (FarText::Damaged, _) => return last.cloned().map(forgotten).ok_or_else(|| damaged(&list_path)),
        (FarText::Nothing, _) => return last.cloned().map(forgotten).ok_or_else(|| damaged(&journal_path)),
    };
    let files = list.as_ref().map(|(list, _)| list.files.clone()).unwrap_or_default();
    let plain = FarState { files, ..FarState::default() };
    let FarText::Whole(journal) = journal else {
        return Ok(FarSeen { list, state: plain, ..FarSeen::default() });
    };
    match journal.state(list.as_ref()) {
        Some(state) => Ok(FarSeen { list, state, broken: Some(journal.author), is_forgotten: false }),
        // The list is newer: that publication ended, and only its journal was left.
        None => Ok(FarSeen { list, state: plain, ..FarSeen::default() }),
    }
}

/// Has it nothing but what publications leave while they run? A lock lies there when it is looked at the second time.
fn is_bare(far: &dyn Far) -> Result<bool, FarError> {
    Ok(far.names("")?.iter().all(|name| FarPath::is_own(name)))
}

/// A target of which only these files are known, and none for sure.
fn forgotten(files: FarFiles) -> FarSeen {
    let unsure = files.keys().cloned().collect();
    let state = FarState { files, unsure, ..FarState::default() };
    FarSeen { list: None, state, broken: None, is_forgotten: true }
}

/// Files of others that lie where new files shall be.
pub fn strangers(far: &dyn Far, planned: &Planned, state: &FarState) -> Result<Vec<FarPath>, FarError> {
    let ours: BTreeSet<&FarPath> = state.paths();
    let put = planned.groups.iter().flatten().filter_map(|step| match step {
        FarStep::Put(path, _) if !ours.contains(path) => Some(path),
        _ => None,
    });
    let put: Vec<&FarPath> = put.collect();
    let mut names = FarNames::wanted(&put);
    let mut found = Vec::new();
    for path in put {
        if names.has(far, path.as_str())? {
            found.push(path.clone());
        }
    }
    Ok(found)
}

/// What is looked for in a target's folders, and what of it was found there. Of what a server says nothing else is kept: it may say a million names
/// in each folder.
struct FarNames<'a> {
    wanted: BTreeMap<&'a str, BTreeSet<&'a str>>,
    found: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

impl<'a> FarNames<'a> {
    fn wanted(paths: &[&'a FarPath]) -> Self {
        let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for path in paths {
            let mut path = path.as_str();
            // Those above it are known with the first that lies there.
            while !path.is_empty() {
                let (folder, name) = parted(path);
                if !wanted.entry(folder).or_default().insert(name) {
                    break;
                }
                path = folder;
            }
        }
        Self { wanted, found: BTreeMap::new() }
    }

    /// Does anything lie there? A folder is only looked into where the one above has it.
    fn has(&mut self, far: &dyn Far, path: &'a str) -> Result<bool, FarError> {
        let (folder, name) = parted(path);
        if !self.found.contains_key(folder) {
            let is_folder = folder.is_empty() || self.has(far, folder)?;
            let said = if is_folder { far.names(folder)? } else { Vec::new() };
            let wanted = self.wanted.get(folder);
            let found = said.iter().filter_map(|name| wanted.and_then(|names| names.get(&**name))).copied();
            self.found.insert(folder, found.collect());
        }
        Ok(self.found.get(folder).is_some_and(|names| names.contains(name)))
    }
}
