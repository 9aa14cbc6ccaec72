//! What was put so far, each path once.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::entry::Entry;
use super::error::PublishError;
use super::names::{parents, top};

#[derive(Debug, Default)]
struct LedgerPages {
    files: HashMap<Box<str>, Option<Entry>>,
    folders: HashSet<Box<str>>,
    /// Folders at the top that stay as they are.
    whole: HashSet<Box<str>>,
}

/// All that was put, by many threads.
#[derive(Debug, Default)]
pub(super) struct Ledger(Mutex<LedgerPages>);

impl Ledger {
    fn pages(&self) -> MutexGuard<'_, LedgerPages> {
        // A thread that died while holding the lock left at worst a claim without a record.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a path for one file, so that no second file gets it.
    pub fn claim(&self, path: &str) -> Result<(), PublishError> {
        let mut pages = self.pages();
        let is_kept = !pages.whole.is_empty() && pages.whole.contains(top(path));
        if pages.files.contains_key(path) || is_kept {
            return Err(PublishError::Twice(path.to_owned()));
        }
        if pages.folders.contains(path) {
            return Err(PublishError::FileAndFolder(path.to_owned()));
        }
        for folder in parents(path) {
            if pages.folders.contains(folder) {
                break;
            }
            if pages.files.contains_key(folder) {
                return Err(PublishError::FileAndFolder(folder.to_owned()));
            }
            pages.folders.insert(folder.into());
        }
        pages.files.insert(path.into(), None);
        Ok(())
    }

    /// Says what a claimed path holds.
    pub fn record(&self, path: &str, entry: Entry) {
        if let Some(place) = self.pages().files.get_mut(path) {
            *place = Some(entry);
        }
    }

    /// Takes a whole folder at the top, so that nothing is put into it. False: something was already.
    pub fn claim_folder(&self, top: &str) -> Result<bool, PublishError> {
        let mut pages = self.pages();
        if pages.files.contains_key(top) {
            return Err(PublishError::FileAndFolder(top.to_owned()));
        }
        if pages.folders.contains(top) {
            return Ok(false);
        }
        pages.whole.insert(top.into());
        Ok(true)
    }

    /// The whole folders taken.
    pub fn whole(&self) -> HashSet<Box<str>> {
        self.pages().whole.clone()
    }

    /// All that was put. A file that was begun and not written whole is an error here too, should its own have been overheard.
    pub fn records(&self) -> Result<HashMap<Box<str>, Entry>, PublishError> {
        let files = std::mem::take(&mut self.pages().files);
        let whole = |(path, entry): (Box<str>, Option<Entry>)| match entry {
            Some(entry) => Ok((path, entry)),
            None => Err(PublishError::Unfinished(path.into())),
        };
        files.into_iter().map(whole).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_a_file_or_a_folder_once() {
        let ledger = Ledger::default();
        ledger.claim("a/b").unwrap();
        assert!(matches!(ledger.claim("a/b"), Err(PublishError::Twice(_))));
        assert!(matches!(ledger.claim("a"), Err(PublishError::FileAndFolder(_))));
        assert!(matches!(ledger.claim("a/b/c/d"), Err(PublishError::FileAndFolder(_))));
    }
}
