//! "Did you mean": the nearest of the words that would have been right.

use std::borrow::Cow;

use rapidfuzz::distance::osa;

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
    if !is_short(&word) {
        return None;
    }
    // Most candidates are far off, and are given up as soon as that is plain.
    let measure = osa::BatchComparator::new(word.chars());
    let near = osa::Args::default().score_cutoff(allowed);
    candidates
        .into_iter()
        .filter(|candidate| is_short(candidate))
        .filter_map(|one| Some((measure.distance_with_args(lowercase(one).chars(), &near)?, one)))
        .filter(|(cost, candidate)| *cost < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

fn lowercase(text: &str) -> Cow<'_, str> {
    let is_lower = text.chars().all(|c| !c.is_uppercase());
    if is_lower { Cow::Borrowed(text) } else { Cow::Owned(text.to_lowercase()) }
}

/// Is one the other with one letter wrong, missing or too many, or two swapped?
pub fn is_one_slip(a: &str, b: &str) -> bool {
    is_short(a) && is_short(b) && osa::distance(a.chars(), b.chars()) == 1
}

/// Names in a file are short: longer texts are never near, and the cost is bounded.
fn is_short(text: &str) -> bool {
    const LONGEST: usize = 64;
    // No letter has more than four bytes.
    text.len() <= LONGEST || text.len() <= 4 * LONGEST && text.chars().count() <= LONGEST
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
}
