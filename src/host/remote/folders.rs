//! What is known of the folders of a server, so that each is looked at once.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
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

/// How much the names that a server has said may take in memory, in bytes: a million of them, in folders of any number. One answer is bounded by
/// itself, and a server may give as many as there are folders, or as it likes.
const MOST_OF_NAMES: usize = 128 << 20;

/// What a name takes beside its letters.
const NAME: usize = 64;

/// How much of that there is.
#[derive(Debug, Default)]
pub struct NamesRoom {
    taken: AtomicUsize,
}

impl NamesRoom {
    /// Takes the room of some names. False: there is no more.
    pub fn take<'a>(&self, names: impl Iterator<Item = &'a str>) -> bool {
        let more: usize = names.map(|name| name.len() + NAME).sum();
        self.taken.fetch_add(more, Ordering::Relaxed).saturating_add(more) <= MOST_OF_NAMES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_says_names_without_end_is_stopped_before_they_fill_the_memory() {
        let room = NamesRoom::default();
        assert!((0..1000).all(|_| room.take(["index.html"; 1000].into_iter())), "a million names have room");
        let taken = (0..10_000).take_while(|_| room.take(["x"; 1000].into_iter())).count();
        assert!(taken < 2_000, "{taken} thousand more");
    }
}
