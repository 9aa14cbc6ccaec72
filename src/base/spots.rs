//! Where words stand in many texts, in the words' order.
//!
//! A word stands in many texts, and an index has thousands of texts' words. So each word is looked up as it comes, and only the different ones are
//! put in order; where they stand follows by counting.

use std::collections::HashMap;

use super::terms::first_bytes;

/// The number of a text, and a place in it.
pub type Spot = (u32, u8);

/// Words on their way into order.
#[derive(Default, Debug)]
pub struct Gathering<'w> {
    known: HashMap<&'w str, u32>,
    words: Vec<&'w str>,
    spots: Vec<(u32, Spot)>,
}

impl<'w> Gathering<'w> {
    /// Nothing yet, with room for so many.
    pub fn with_capacity(spots: usize) -> Self {
        Self {
            known: HashMap::with_capacity(spots / 8),
            words: Vec::with_capacity(spots / 8),
            spots: Vec::with_capacity(spots),
        }
    }

    /// A word stands somewhere.
    pub fn add(&mut self, word: &'w str, spot: Spot) {
        let words = &mut self.words;
        let id = *self.known.entry(word).or_insert_with(|| {
            words.push(word);
            // No site has as many words as that: files have no more bytes.
            u32::try_from(words.len() - 1).unwrap_or(u32::MAX)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_stands_once_in_order_with_its_spots_in_theirs() {
        let mut gathering = Gathering::with_capacity(0);
        let words = ["barn", "öppen", "barnens", "familjecentralen", "barn", "familjecentraler", "barn"];
        for (word, text) in words.into_iter().zip([5, 1, 2, 0, 5, 4, 3]) {
            gathering.add(word, (text, u8::from(text == 5)));
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
