//! What is known of the folders of a server, so that each is looked at once.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// What a folder is known to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Known {
    /// It is there.
    There,
    /// It was made a moment ago, so that nothing lies in it that was not made since.
    Made,
}

/// The folders that were looked at: path below the top → what it is.
pub type KnownFolders = Mutex<HashMap<String, Known>>;

/// The folders on the way to one, and it: `a`, `a/b`.
pub fn ways(folder: &str) -> impl Iterator<Item = &str> {
    let ends = folder.match_indices('/').map(|(at, _)| at).chain([folder.len()]);
    ends.filter_map(|end| folder.get(..end)).filter(|part| !part.is_empty())
}

/// What a folder is known to be.
pub fn of(known: &KnownFolders, folder: &str) -> Option<Known> {
    known.lock().unwrap_or_else(PoisonError::into_inner).get(folder).copied()
}

/// Takes note of what a folder is.
pub fn note(known: &KnownFolders, folder: &str, is: Known) {
    known.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_string(), is);
}
