//! Where words stand in many texts, in the words' order.
//!
//! A word stands in many texts, and an index has thousands of texts' words. So each word is looked up as it comes, and only the different ones are
//! put in order; where they stand follows by counting.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::LazyLock;

/// The number of a text, and a place in it.
pub type Spot = (u32, u8);

/// A number that two words seldom have in common. In each process it is another, so nobody can choose words that have.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct WordPrint(u32);

static SECRET: LazyLock<[u64; 2]> = LazyLock::new(|| {
    let chance = RandomState::new();
    [chance.hash_one(1), chance.hash_one(2)]
});

impl WordPrint {
    /// That of a word.
    pub fn of(word: &str) -> Self {
        let [mut state, secret] = *SECRET;
        let bytes = word.as_bytes();
        let (whole, rest) = bytes.as_chunks::<8>();
        for eight in whole {
            state = folded(state ^ u64::from_le_bytes(*eight), secret);
        }
        let mut last = [0; 8];
        last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        state = folded(state ^ u64::from_le_bytes(last), secret ^ bytes.len() as u64);
        // The upper half of it.
        Self((state >> 32) as u32)
    }
}

/// Both halves of a product in one.
fn folded(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Numbers by the prints of what they stand for, which lies elsewhere.
#[derive(Debug)]
pub struct WordTable {
    /// Print and number, or nothing. There are twice as many places as numbers at least, and their number is a power of two.
    places: Vec<(u32, u32)>,
    len: u32,
}

/// What a place holds that holds nothing.
const NOTHING: (u32, u32) = (0, u32::MAX);

impl WordTable {
    /// An empty one, with room for so many.
    pub fn with_capacity(number: usize) -> Self {
        Self { places: vec![NOTHING; (number * 2).next_power_of_two().max(16)], len: 0 }
    }

    /// The number of what has this print, if `is_this` says that it is it; else it gets the next number, which is the error.
    pub fn find_or_add(&mut self, print: WordPrint, is_this: impl Fn(usize) -> bool) -> Result<u32, u32> {
        let mut at = self.place(print.0);
        while let Some((known, number)) = self.places.get(at).copied().filter(|place| *place != NOTHING) {
            if known == print.0 && is_this(number as usize) {
                return Ok(number);
            }
            at = (at + 1) & (self.places.len() - 1);
        }
        let number = self.len;
        self.set(at, (print.0, number));
        self.len += 1;
        if self.len as usize * 2 > self.places.len() {
            self.grow();
        }
        Err(number)
    }

    fn place(&self, print: u32) -> usize {
        print as usize & (self.places.len() - 1)
    }

    fn set(&mut self, at: usize, to: (u32, u32)) {
        if let Some(place) = self.places.get_mut(at) {
            *place = to;
        }
    }

    fn grow(&mut self) {
        let larger = vec![NOTHING; self.places.len() * 2];
        for (print, number) in std::mem::replace(&mut self.places, larger) {
            if (print, number) == NOTHING {
                continue;
            }
            let mut at = self.place(print);
            while self.places.get(at).is_some_and(|place| *place != NOTHING) {
                at = (at + 1) & (self.places.len() - 1);
            }
            self.set(at, (print, number));
        }
    }
}

/// Words on their way into order.
#[derive(Debug)]
pub struct Gathering<'w> {
    known: WordTable,
    words: Vec<&'w str>,
    spots: Vec<(u32, Spot)>,
}

impl<'w> Gathering<'w> {
    /// Nothing yet, with room for so many.
    pub fn with_capacity(spots: usize) -> Self {
        Self {
            known: WordTable::with_capacity(spots / 8),
            words: Vec::with_capacity(spots / 8),
            spots: Vec::with_capacity(spots),
        }
    }

    /// A word stands somewhere.
    pub fn add(&mut self, (word, print): (&'w str, WordPrint), spot: Spot) {
        let words = &self.words;
        let found = self.known.find_or_add(print, |at| words.get(at).is_some_and(|known| *known == word));
        let id = found.unwrap_or_else(|new| {
            self.words.push(word);
            new
        });
        self.spots.push((id, spot));
    }

    /// The words in the order of their bytes, each with where it stands, in order.
    pub fn finish(self) -> WordSpots<'w> {
        let mut order: Vec<(u64, &str, u32)> =
            self.words.iter().zip(0..).map(|(word, id)| (first_bytes(word), *word, id)).collect();
        order.sort_unstable();
        // Of each word how many there are, then where the next of it goes.
        let mut next = vec![0; self.words.len()];
        for (id, _) in &self.spots {
            if let Some(count) = next.get_mut(*id as usize) {
                *count += 1;
            }
        }
        let mut ends = Vec::with_capacity(order.len());
        let mut sum = 0;
        for (_, _, id) in &order {
            if let Some(count) = next.get_mut(*id as usize) {
                sum += std::mem::replace(count, sum);
                ends.push(sum);
            }
        }
        let mut spots = vec![Spot::default(); self.spots.len()];
        for (id, spot) in self.spots {
            let Some(place) = next.get_mut(id as usize) else { continue };
            if let Some(to) = spots.get_mut(*place) {
                *to = spot;
            }
            *place += 1;
        }
        let mut from = 0;
        for end in &ends {
            let own = spots.get_mut(from..*end).unwrap_or_default();
            if !own.is_sorted() {
                own.sort_unstable();
            }
            from = *end;
        }
        WordSpots { words: order.into_iter().map(|(_, word, _)| word).collect(), ends, spots }
    }
}

/// Words in the order of their bytes, each with where it stands.
#[derive(Default, Debug)]
pub struct WordSpots<'w> {
    words: Vec<&'w str>,
    ends: Vec<usize>,
    spots: Vec<Spot>,
}

impl<'w> WordSpots<'w> {
    /// Each word with where it stands.
    pub fn iter(&self) -> impl Iterator<Item = (&'w str, &[Spot])> {
        let mut from = 0;
        self.words.iter().zip(&self.ends).map(move |(word, end)| {
            let spots = self.spots.get(from..*end).unwrap_or_default();
            from = *end;
            (*word, spots)
        })
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

/// What a word begins with, as a number: most words differ in it, and two numbers are compared at once.
fn first_bytes(word: &str) -> u64 {
    let mut first = [0; 8];
    first.iter_mut().zip(word.as_bytes()).for_each(|(to, from)| *to = *from);
    u64::from_be_bytes(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_in_order_with_its_spots_in_theirs() {
        let mut gathering = Gathering::with_capacity(0);
        let words = ["barn", "öppen", "barnens", "familjecentralen", "barn", "familjecentraler", "barn"];
        for (word, text) in words.into_iter().zip([5, 1, 2, 0, 5, 4, 3]) {
            gathering.add((word, WordPrint::of(word)), (text, u8::from(text == 5)));
        }
        let standing = gathering.finish();
        let all: Vec<_> = standing.iter().collect();
        let expected: [(&str, &[Spot]); 5] = [
            ("barn", &[(3, 0), (5, 1), (5, 1)]),
            ("barnens", &[(2, 0)]),
            ("familjecentralen", &[(0, 0)]),
            ("familjecentraler", &[(4, 0)]),
            ("öppen", &[(1, 0)]),
        ];
        assert_eq!(all, expected);
        assert_eq!(standing.len(), 5);
    }
}
