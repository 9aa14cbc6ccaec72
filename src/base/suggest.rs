//! "Did you mean": the nearest of the words that would have been right.

use std::borrow::Cow;

use super::names;

/// What people who think in Swedish write for commands and for what the table of names does not have.
const SWEDISH: [(&str, &str); 19] = [
    ("aktivitet", "activities"),
    ("ägare", "owner"),
    ("kommun", "municipality"),
    ("landsting", "region"),
    ("meddelande", "notice"),
    ("nyhet", "news"),
    ("fotnot", "note"),
    ("toalett", "accessible_toilet"),
    ("bygg", "build"),
    ("bygga", "build"),
    ("granska", "check"),
    ("kolla", "check"),
    ("lista", "list"),
    ("ny", "new"),
    ("nytt", "new"),
    ("skapa", "new"),
    ("visa", "serve"),
    ("starta", "serve"),
    ("bevaka", "watch"),
];

/// The candidate that a Swedish word stands for; else the one that needs the fewest letters changed, when that is few enough to be a
/// slip of the hand.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let candidates: Vec<&str> = candidates.into_iter().collect();
    let others = SWEDISH.iter().filter(|(swedish, _)| *swedish == word).map(|(_, english)| *english);
    let mut meant = names::meanings(&word).chain(others);
    if let Some(found) = meant.find_map(|meant| candidates.iter().copied().find(|known| *known == meant)) {
        return Some(found);
    }
    let allowed = match word.chars().count() {
        // Half of the letters changed is another word: "search" is not "serve".
        0..=4 => 1,
        5..=6 => 2,
        _ => 3,
    };
    let letters = Letters::of(&word);
    // Of a few each is measured: a look at the letters costs as much.
    let is_few = candidates.len() <= FEW;
    let is_possible =
        |(_, folded): &(&str, Cow<'_, str>)| is_few || Letters::of(folded).are_within(allowed, &letters);
    candidates
        .into_iter()
        .filter(|candidate| is_short(candidate))
        .map(|candidate| (candidate, lowercase(candidate)))
        .filter(is_possible)
        // Nobody has so many names that are this much alike: the distance of a thousand is a look, that of all could take minutes.
        .take(MEASURED)
        .map(|(candidate, folded)| (distance(&word, &folded), candidate))
        .filter(|(cost, candidate)| *cost <= allowed && *cost < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// So many candidates are measured without a look at their letters.
const FEW: usize = 100;

/// How many candidates are measured that could be near by their letters.
const MEASURED: usize = 1000;

fn lowercase(text: &str) -> Cow<'_, str> {
    let is_lower = text.chars().all(|c| !c.is_uppercase());
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// How often each letter stands in a word, letters of the same remainder together.
struct Letters([u8; 32]);

impl Letters {
    fn of(word: &str) -> Self {
        let mut counts = [0u8; 32];
        for c in word.chars() {
            let count = &mut counts[c as usize % 32];
            *count = count.saturating_add(1);
        }
        Self(counts)
    }

    /// Can a word with these letters be so many changes from one with the others? A change adds a letter, takes one away, or both.
    fn are_within(&self, changes: usize, other: &Self) -> bool {
        let differ = self.0.iter().zip(&other.0).map(|(one, other)| usize::from(one.abs_diff(*other)));
        differ.sum::<usize>() <= 2 * changes
    }
}

/// Is one the other with one letter wrong, missing or too many, or two swapped?
pub fn is_one_slip(a: &str, b: &str) -> bool {
    distance(a, b) == 1
}

/// Names in a file are short: longer texts are never near, and the cost is bounded.
fn is_short(text: &str) -> bool {
    const LONGEST: usize = 64;
    // No letter has more than four bytes.
    text.len() <= LONGEST || text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST
}

/// The edit distance where swapping two neighbours counts as one (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    if is_short(a) && is_short(b) { strsim::osa_distance(a, b) } else { usize::MAX }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_finds_its_word_and_a_strange_word_finds_none() {
        assert_eq!(nearest("tilte", ["title", "lead", "date"]), Some("title"));
        assert_eq!(nearest("adress", ["address", "aliases"]), Some("address"));
        assert_eq!(nearest("Öppettider", ["hours", "name"]), Some("hours"));
        assert_eq!(nearest("xyzzy", ["title", "lead"]), None);
        assert_eq!(nearest("", ["a"]), None);
        // Half of the letters changed is another word.
        assert_eq!(nearest("search", ["serve", "schema", "check"]), None);
        assert_eq!(nearest("date", ["day", "id"]), None);
    }

    #[test]
    fn letters_never_rule_out_what_is_near() {
        let words =
            ["", "a", "oppettider", "öppettider", "ab", "ba", "storgatan", "storgatna", "stora gatan"];
        for one in words {
            for other in words {
                let cost = distance(one, other);
                assert!(Letters::of(one).are_within(cost, &Letters::of(other)), "{one} {other}");
            }
        }
    }
}
