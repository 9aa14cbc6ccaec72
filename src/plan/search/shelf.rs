//! The words of texts that several municipalities share, put in order once for all of them.
//!
//! Most of a municipality's texts are shared, and an index is mostly a sort. So the order is made for the first that asks, and the others put
//! their own words between.

use std::collections::HashMap;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::base::{Fingerprint, Gathering, Spot, WordList};
use crate::parse::digest::TextDigest;

/// Texts in an order, with their words in theirs.
#[derive(Default, Debug)]
pub struct Shelf {
    /// The texts.
    pub digests: Vec<Arc<TextDigest>>,
    /// Words that say nothing, in their order: of them only those in titles stand here.
    pub stop: WordList,
    words: OnceLock<Shelved>,
    /// The words as an index has them, once they are written.
    pub coded: OnceLock<Coded>,
}

/// Words in their order, and where they stand.
#[derive(Default, Debug)]
pub struct Shelved {
    text: String,
    /// Where each word ends in the text, and its spots in theirs.
    ends: Vec<(usize, usize)>,
    spots: Vec<Spot>,
}

/// Words as an index has them, each with a blank before it: its vocabulary, where they stand, and where each ends in both.
#[derive(Default, Debug)]
pub struct Coded {
    /// Each word by what differs from the one before.
    pub vocabulary: String,
    /// In which texts each stands.
    pub postings: String,
    /// Where each word ends in both.
    pub ends: Vec<(usize, usize)>,
}

impl Shelf {
    /// The words of the texts.
    pub fn words(&self) -> &Shelved {
        self.words.get_or_init(|| self.sorted())
    }

    fn sorted(&self) -> Shelved {
        let number = self.digests.iter().flat_map(|digest| &digest.words).map(WordList::len).sum();
        let mut all = Gathering::with_capacity(number);
        for (text, digest) in (0..).zip(&self.digests) {
            for (place, list) in (0..).zip(&digest.words) {
                list.iter().for_each(|word| all.add(word, (text, place)));
            }
        }
        let mut shelved = Shelved::default();
        let mut stop = self.stop.iter().map(|(word, _)| word).peekable();
        for (word, spots) in all.finish().iter() {
            while stop.next_if(|stop| *stop < word).is_some() {}
            let is_silent = stop.peek() == Some(&word);
            let before = shelved.spots.len();
            // The first of the lists is that of titles.
            shelved.spots.extend(spots.iter().filter(|(_, place)| !is_silent || *place == 0));
            if shelved.spots.len() > before {
                shelved.text.push_str(word);
                shelved.ends.push((shelved.text.len(), shelved.spots.len()));
            }
        }
        shelved
    }
}

impl Shelved {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at a place in the order, which is that of their bytes.
    pub fn word(&self, at: usize) -> &str {
        let from = self.start(at).0;
        self.ends.get(at).and_then(|(to, _)| self.text.get(from..*to)).unwrap_or_default()
    }

    /// The numbers of the texts that have it, and where: as [`TextDigest::words`] counts, which comes in this order.
    pub fn spots(&self, at: usize) -> &[Spot] {
        let from = self.start(at).1;
        self.ends.get(at).and_then(|(_, to)| self.spots.get(from..*to)).unwrap_or_default()
    }

    fn start(&self, at: usize) -> (usize, usize) {
        at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default()
    }

    /// The place of the first word from `from` on that is not before this one.
    pub fn find(&self, from: usize, word: &str) -> usize {
        // Words that are asked for in their order are near.
        let mut step = 1;
        while from + step < self.len() && self.word(from + step) < word {
            step *= 2;
        }
        let (mut low, mut high) = (from + step / 2, (from + step).min(self.len()));
        low = low.min(high);
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < word { low = middle + 1 } else { high = middle }
        }
        low
    }
}

/// The shelves of a build, by the texts that they have. No part of what is shown: only saves making one again.
#[derive(Clone, Default)]
pub struct Shelves {
    /// Those of the build before.
    old: KnownShelves,
    /// Those that somebody asked for.
    known: Arc<Mutex<KnownShelves>>,
}

type KnownShelves = HashMap<Fingerprint, Arc<Shelf>>;

impl Shelves {
    /// The shelves of the next build: what this one asked for is there, and nothing else stays.
    pub fn next(&self) -> Self {
        Self { old: self.lock().clone(), known: Arc::default() }
    }

    /// The shelf of texts with this fingerprint, which covers the words that say nothing too.
    pub fn of(&self, texts: Fingerprint, digests: Vec<Arc<TextDigest>>, stop: &str) -> Arc<Shelf> {
        let made = || Arc::new(Shelf { digests, stop: WordList::sorted(stop), ..Shelf::default() });
        let old = self.old.get(&texts);
        self.lock().entry(texts).or_insert_with(|| old.cloned().unwrap_or_else(made)).clone()
    }

    fn lock(&self) -> MutexGuard<'_, KnownShelves> {
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
