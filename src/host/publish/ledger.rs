//! What this build has put so far: the last wall of defence for paths, and the numbers for the report.
//!
//! Every path is vetted here once more although the core only makes good ones, because what is written here is later removed.

use std::collections::{HashMap, HashSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::PublishError;
use super::folder;
use crate::base::Fingerprint;

/// What was put at one path.
#[derive(Clone, Copy, Debug)]
pub(super) struct Record {
    /// Its bytes.
    pub hash: Fingerprint,
    /// How many they are.
    pub length: u64,
    /// The output has them already; nothing was written to the stage.
    pub kept: bool,
}

#[derive(Debug, Default)]
struct LedgerPages {
    files: HashMap<Box<str>, Option<Record>>,
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
        for folder in super::manifest::parents(path) {
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

    /// Is this file kept already, with these bytes?
    pub fn is_kept(&self, path: &str, hash: Fingerprint) -> bool {
        let pages = self.pages();
        matches!(pages.files.get(path), Some(Some(record)) if record.kept && record.hash == hash)
    }

    /// Gives a claimed path back.
    pub fn release(&self, path: &str) {
        self.pages().files.remove(path);
    }

    /// Says what a claimed path holds.
    pub fn record(&self, path: &str, record: Record) {
        if let Some(place) = self.pages().files.get_mut(path) {
            *place = Some(record);
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
    pub fn records(&self) -> Result<HashMap<Box<str>, Record>, PublishError> {
        let files = std::mem::take(&mut self.pages().files);
        let whole = |(path, record): (Box<str>, Option<Record>)| match record {
            Some(record) => Ok((path, record)),
            None => Err(PublishError::Unfinished(path.into())),
        };
        files.into_iter().map(whole).collect()
    }
}

/// Lets only plain relative paths through.
pub(super) fn vet(path: &str) -> Result<(), PublishError> {
    let why = if path.is_empty() {
        "it is empty"
    } else if path.starts_with('/') {
        "it begins at the top of the disk"
    } else if path.contains('\\') {
        "it holds a backslash"
    } else if path.chars().any(char::is_control) {
        "it holds a control character"
    } else if path.split('/').any(str::is_empty) {
        "a folder or file in it has no name"
    } else if path.split('/').any(|part| part == "." || part == "..") {
        "it leads through . or .."
    } else if folder::is_reserved(top(path)) {
        "that name is kept for others at the top of the output"
    } else {
        return Ok(());
    };
    Err(PublishError::BadPath { path: path.to_owned(), why })
}

/// The folder, or file, at the top of the output that a path begins with.
pub(super) fn top(path: &str) -> &str {
    path.split_once('/').map_or(path, |(top, _)| top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_relative_paths_pass() {
        for good in ["index.html", "a/b/c.css", "å/ä ö.html", "a/.well-known/x", "a..b/c", "...", "a:b"] {
            assert!(vet(good).is_ok(), "{good}");
        }
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "..",
            "../x",
            "a/../x",
            "a/..",
            ".",
            "./a",
            "a/./b",
            "a//b",
            "a/",
            "a\\b",
            "a\0b",
            "a\nb",
            "a\u{85}b",
            ".fcsite-manifest",
            ".fcsite-stage/x",
            ".fcsite-anything",
            ".FCSITE-manifest",
            "CNAME",
            "cname",
            ".gitignore",
            ".gitkeep",
            ".well-known/security.txt",
        ];
        for bad in bad {
            assert!(matches!(vet(bad), Err(PublishError::BadPath { .. })), "{bad:?}");
        }
    }

    #[test]
    fn a_path_is_a_file_or_a_folder_once() {
        let ledger = Ledger::default();
        ledger.claim("a/b").unwrap();
        assert!(matches!(ledger.claim("a/b"), Err(PublishError::Twice(_))));
        assert!(matches!(ledger.claim("a"), Err(PublishError::FileAndFolder(_))));
        assert!(matches!(ledger.claim("a/b/c/d"), Err(PublishError::FileAndFolder(_))));
        ledger.claim("a/c").unwrap();
        ledger.release("a/c");
        ledger.claim("a/c").unwrap();
    }
}
