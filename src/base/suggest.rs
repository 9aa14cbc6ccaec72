//! "Did you mean": the nearest of the words that would have been right.

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
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(cost, candidate)| *cost <= allowed && *cost < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

/// Is one the other with one letter wrong, missing or too many, or two swapped?
pub fn is_one_slip(a: &str, b: &str) -> bool {
    distance(a, b) == 1
}

/// The edit distance where swapping two neighbours counts as one (optimal string alignment). Texts over 64 letters are
/// never near: names in a file are short, and the cost is bounded.
fn distance(a: &str, b: &str) -> usize {
    const LONGEST: usize = 64;
    // No letter has more than four bytes.
    if a.len() > 4 * LONGEST || b.len() > 4 * LONGEST {
        return usize::MAX;
    }
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len() > LONGEST || b.len() > LONGEST {
        return usize::MAX;
    }
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for (i, row) in rows.iter_mut().enumerate() {
        row[0] = i;
    }
    for (j, cell) in rows[0].iter_mut().enumerate() {
        *cell = j;
    }
    for i in 1..=a.len() {
        for j in 1..=b.len() {
            let changed = usize::from(a[i - 1] != b[j - 1]);
            let mut cost = (rows[i - 1][j] + 1).min(rows[i][j - 1] + 1).min(rows[i - 1][j - 1] + changed);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                cost = cost.min(rows[i - 2][j - 2] + 1);
            }
            rows[i][j] = cost;
        }
    }
    rows[a.len()][b.len()]
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
