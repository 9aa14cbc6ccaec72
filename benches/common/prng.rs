//! A small seeded generator of numbers (splitmix64): the same seed gives the same site on every machine and with every version of every
//! crate, so two people's figures are about the same bytes.

/// The state of a splitmix64 generator.
pub struct Prng(u64);

impl Prng {
    /// A generator of its own for each part of the site, so a municipality's text does not depend on how many there are.
    pub fn new(seed: u64, part: u64) -> Self {
        let mut prng = Self(seed ^ part.wrapping_mul(0xD134_2543_DE82_EF95));
        prng.next();
        prng
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`; 0 where `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    /// True once in `n` times.
    pub fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    /// One of the items.
    pub fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}
