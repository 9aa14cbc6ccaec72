//! The categories that a site's news have, and which of them one of another site's is.

use std::collections::HashMap;

use crate::base::{nearest, slug_of};

/// For how many categories one is looked for that is nearly the same: each is held against all of the site's.
const MOST_COMPARED: usize = 200;

/// The site's categories.
pub struct KnownCategories<'a> {
    all: &'a [String],
    by_slug: HashMap<String, &'a str>,
    /// What was found for each that was asked about: many posts have the same.
    found: HashMap<String, Option<String>>,
    compared: usize,
}

impl<'a> KnownCategories<'a> {
    /// Of all that the site's news have.
    pub fn of(all: &'a [String]) -> Self {
        // Of two that are one the first is meant.
        let by_slug = all.iter().rev().map(|known| (slug_of(known), known.as_str())).collect();
        Self { all, by_slug, found: HashMap::new(), compared: 0 }
    }

    /// Has the site none yet?
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The one that is the same but for how it is written, or nearly.
    pub fn find(&mut self, asked: &str) -> Option<String> {
        if let Some(found) = self.found.get(asked) {
            return found.clone();
        }
        let same = self.by_slug.get(&slug_of(asked)).copied();
        self.compared += usize::from(same.is_none());
        let near = || nearest(asked, self.all.iter().map(String::as_str));
        let found = if self.compared <= MOST_COMPARED { same.or_else(near) } else { same };
        let found = found.map(str::to_string);
        self.found.insert(asked.to_string(), found.clone());
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_category_is_found_however_it_is_written_and_of_many_strange_ones_few_are_compared() {
        let all = ["Öppet hus", "öppet-hus", "Föräldragrupp"].map(str::to_string);
        let mut known = KnownCategories::of(&all);
        assert_eq!(known.find("öppet hus").as_deref(), Some("Öppet hus"));
        assert_eq!(known.find("Föräldragrupper").as_deref(), Some("Föräldragrupp"));
        for number in 0..MOST_COMPARED {
            assert_eq!(known.find(&format!("{number} {number}")), None);
        }
        assert_eq!(known.find("Föräldragruppp"), None, "it is looked for no longer");
        assert_eq!(known.find("Föräldragrupper").as_deref(), Some("Föräldragrupp"), "it was found before");
        assert_eq!(known.find("foraldragrupp").as_deref(), Some("Föräldragrupp"), "it is the same");
    }
}
