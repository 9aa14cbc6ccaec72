//! What the output holds, for whoever looks paths up while edits go on: the server.

use std::sync::{Arc, PoisonError, RwLock};

use super::entry::Entry;
use super::manifest::Manifest;
use crate::base::Fingerprint;

/// The list, and how many numbers its files have been given: an edit notes by its number that a file is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct FileList {
    pub manifest: Manifest,
    slots: usize,
}

/// The files of the output. A clone is the same list, so another thread can hold one. A path that it has can be read from the output at
/// any moment, and gives old bytes or new ones, whole; right after it is taken off the list the file goes.
#[derive(Clone, Debug, Default)]
pub struct Files(Arc<RwLock<Arc<FileList>>>);

impl Files {
    /// The fingerprint and length of a file.
    pub fn get(&self, path: &str) -> Option<(Fingerprint, u64)> {
        self.look(|list| list.manifest.files.get(path).map(|entry| (entry.hash, entry.length)))
    }

    /// Is this a file of the site?
    pub fn contains(&self, path: &str) -> bool {
        self.look(|list| list.manifest.files.contains_key(path))
    }

    /// Is this a folder of the site? The top is the empty path.
    pub fn is_folder(&self, path: &str) -> bool {
        if path.is_empty() { !self.is_empty() } else { self.look(|list| list.manifest.is_folder(path)) }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.look(|list| list.manifest.files.len())
    }

    /// Is there no file?
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn look<T>(&self, how: impl FnOnce(&FileList) -> T) -> T {
        // Nothing that is done under the lock can end a thread halfway.
        how(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The list as it is now. Whoever lets go of it before it is changed spares a copy of it.
    pub(super) fn read(&self) -> Arc<FileList> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn change<T>(&self, how: impl FnOnce(&mut FileList) -> T) -> T {
        how(Arc::make_mut(&mut self.0.write().unwrap_or_else(PoisonError::into_inner)))
    }
}

impl FileList {
    /// Holds another list.
    pub fn replace(&mut self, manifest: Manifest) {
        self.manifest = manifest;
        self.number();
    }

    /// Adds a file, or says what it holds now.
    pub fn insert(&mut self, path: &str, entry: Entry) {
        if let Some(known) = self.manifest.files.get_mut(path) {
            *known = Entry { slot: known.slot, ..entry };
            return;
        }
        self.manifest.files.insert(path.into(), Entry { slot: self.slots, ..entry });
        self.slots += 1;
        // The numbers of removed files are not given again one by one.
        if self.slots > 2 * self.manifest.files.len() + 1000 {
            self.number();
        }
    }

    /// How many numbers there are.
    pub fn slots(&self) -> usize {
        self.slots
    }

    fn number(&mut self) {
        self.slots = self.manifest.files.len();
        self.manifest.files.values_mut().enumerate().for_each(|(slot, entry)| entry.slot = slot);
    }
}
