//! The words of texts that several municipalities share, put in order once for all of them.
//!
//! Most of a municipality's texts are shared, and an index is mostly a sort. So the order is made for the first that asks, and the others put
//! their own words between.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::base::{Fingerprint, first_bytes};
use crate::parse::digest::Digest;

/// Texts in an order, with their words in theirs.
#[derive(Default, Debug)]
pub struct Shelf {
    /// The texts.
    pub digests: Vec<Arc<Digest>>,
    words: OnceLock<Shelved>,
}

/// Where words stand.
#[derive(Default, Debug)]
struct Shelved {
    text: String,
    /// Where each word ends in the text, and its places in theirs.
    ends: Vec<(usize, usize)>,
    places: Vec<(usize, usize)>,
}

impl Shelf {
    /// The words in the order of their bytes, each with the numbers of the texts that have it and where: as [`Digest::words`] counts, which
    /// comes in this order.
    pub fn words(&self) -> impl Iterator<Item = (&str, &[(usize, usize)])> {
        let Shelved { text, ends, places } = self.words.get_or_init(|| self.sorted());
        let (mut word, mut place) = (0, 0);
        ends.iter().map(move |(to, until)| {
            let one =
                (text.get(word..*to).unwrap_or_default(), places.get(place..*until).unwrap_or_default());
            (word, place) = (*to, *until);
            one
        })
    }

    fn sorted(&self) -> Shelved {
        let mut all: Vec<(u64, &str, usize, usize)> = Vec::new();
        for (number, digest) in self.digests.iter().enumerate() {
            for (place, list) in digest.words.iter().enumerate() {
                all.extend(list.iter().map(|word| (first_bytes(word), word, number, place)));
            }
        }
        all.sort_unstable();
        let mut shelved = Shelved::default();
        for same in all.chunk_by(|one, other| one.1 == other.1) {
            shelved.text.push_str(same.first().map_or("", |one| one.1));
            shelved.places.extend(same.iter().map(|one| (one.2, one.3)));
            shelved.ends.push((shelved.text.len(), shelved.places.len()));
        }
        shelved
    }
}

/// The shelves of a build, by the texts that they have. No part of what is shown: only saves making one again.
#[derive(Clone, Default)]
pub struct Shelves {
    /// Those of the build before.
    old: Known,
    /// Those that somebody asked for.
    known: Arc<Mutex<Known>>,
}

type Known = HashMap<Fingerprint, Arc<Shelf>>;

impl Shelves {
    /// The shelves of the next build: what this one asked for is there, and nothing else stays.
    pub fn next(&self) -> Self {
        Self { old: self.lock().clone(), known: Arc::default() }
    }

    /// The shelf of texts with this fingerprint.
    pub fn of(&self, texts: Fingerprint, digests: Vec<Arc<Digest>>) -> Arc<Shelf> {
        let made = || Arc::new(Shelf { digests, words: OnceLock::new() });
        let old = self.old.get(&texts);
        self.lock().entry(texts).or_insert_with(|| old.cloned().unwrap_or_else(made)).clone()
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        // A thread that panicked with the lock in its hand has left whole entries behind.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Hash for Shelves {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl PartialEq for Shelves {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Shelves {}

impl fmt::Debug for Shelves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shelves")
    }
}
