//! What two lists of lines have in common, and the texts of two people put together where each has changed other lines.

/// Beyond so many comparisons nothing is looked for: what lies between the same beginning and end is another thing then.
const MOST: usize = 4_000_000;

/// Two people's texts as one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MergedText {
    /// The text. Where both have changed the same lines it has theirs and then mine.
    pub text: String,
    /// Has each changed other lines than the other?
    pub is_clean: bool,
}

/// Puts together what two people made of a text.
pub fn merge(base: &str, mine: &str, theirs: &str) -> MergedText {
    let lines = |text: &str| text.split('\n').map(str::to_string).collect::<Vec<String>>();
    let (base, mine, theirs) = (lines(base), lines(mine), lines(theirs));
    let (in_mine, in_theirs) = (common(&base, &mine), common(&base, &theirs));
    let of = |pairs: &[(usize, usize)], line: usize| {
        pairs.binary_search_by_key(&line, |pair| pair.0).ok().and_then(|at| pairs.get(at)).map(|pair| pair.1)
    };
    // The lines that all three have, and an end that they have, too.
    let stable = (0..base.len()).filter_map(|line| Some((line, of(&in_mine, line)?, of(&in_theirs, line)?)));
    let ends = stable.chain([(base.len(), mine.len(), theirs.len())]);
    let (mut from, mut out, mut is_clean) = ((0, 0, 0), Vec::new(), true);
    for (line, my_line, their_line) in ends {
        let old = base.get(from.0..line).unwrap_or_default();
        let my = mine.get(from.1..my_line).unwrap_or_default();
        let their = theirs.get(from.2..their_line).unwrap_or_default();
        if my == old || my == their {
            out.extend_from_slice(their);
        } else if their == old {
            out.extend_from_slice(my);
        } else {
            is_clean = false;
            out.extend_from_slice(their);
            let is_apart =
                [their.last(), my.first()].into_iter().flatten().any(|line| line.trim().is_empty());
            if !is_apart && !their.is_empty() && !my.is_empty() {
                out.push(String::new());
            }
            out.extend_from_slice(my);
        }
        out.extend(base.get(line).cloned());
        from = (line + 1, my_line + 1, their_line + 1);
    }
    MergedText { text: out.join("\n"), is_clean }
}

/// The longest run of items that two lists have in the same order, as pairs of their places.
pub fn common<T: PartialEq>(old: &[T], new: &[T]) -> Vec<(usize, usize)> {
    let first = old.iter().zip(new).take_while(|(one, other)| one == other).count();
    let most = old.len().min(new.len()) - first;
    let last =
        old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(one, other)| one == other).count();
    let (rows, columns) = (old.len() - first - last, new.len() - first - last);
    let mut pairs: Vec<(usize, usize)> = (0..first).map(|at| (at, at)).collect();
    if rows > 0 && columns > 0 && rows.saturating_mul(columns) <= MOST {
        let is_same = |row: usize, column: usize| old.get(first + row) == new.get(first + column);
        // How long the longest run is behind each pair of places.
        let width = columns + 1;
        let mut longest = vec![0_u32; (rows + 1) * width];
        let at = |longest: &[u32], row: usize, column: usize| {
            longest.get(row * width + column).copied().unwrap_or_default()
        };
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let length = if is_same(row, column) {
                    at(&longest, row + 1, column + 1) + 1
                } else {
                    at(&longest, row + 1, column).max(at(&longest, row, column + 1))
                };
                if let Some(cell) = longest.get_mut(row * width + column) {
                    *cell = length;
                }
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            if is_same(row, column) {
                pairs.push((first + row, first + column));
                (row, column) = (row + 1, column + 1);
            } else if at(&longest, row + 1, column) >= at(&longest, row, column + 1) {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
    pairs.extend((0..last).map(|at| (old.len() - last + at, new.len() - last + at)));
    pairs
}

/// The lines of two texts beside each other: those that are the same in both on one row, those that differ on rows of their own.
pub fn side_by_side(one: &str, other: &str) -> Vec<(Option<String>, Option<String>)> {
    let lines = |text: &str| text.lines().map(str::to_string).collect::<Vec<String>>();
    let (one, other) = (lines(one), lines(other));
    let ends = common(&one, &other).into_iter().map(Some).chain([None]);
    let mut from = (0, 0);
    let mut rows = Vec::new();
    for pair in ends {
        let to = pair.unwrap_or((one.len(), other.len()));
        let (left, right) = (one.get(from.0..to.0), other.get(from.1..to.1));
        let (left, right) = (left.unwrap_or_default(), right.unwrap_or_default());
        let row = |at: usize| (left.get(at).cloned(), right.get(at).cloned());
        rows.extend((0..left.len().max(right.len())).map(row));
        rows.extend(
            pair.and_then(|(at, _)| one.get(at)).map(|line| (Some(line.clone()), Some(line.clone()))),
        );
        from = (to.0 + 1, to.1 + 1);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_each_changed_alone_are_put_together() {
        let base = "Ett.\n\nTvå.\n\nTre.";
        for (mine, theirs, both) in [
            ("Ett!\n\nTvå.\n\nTre.", "Ett.\n\nTvå.\n\nTre!", "Ett!\n\nTvå.\n\nTre!"),
            (
                "Ett.\n\nTvå.\n\nTre.\n\nFyra.",
                "Noll.\n\nEtt.\n\nTvå.\n\nTre.",
                "Noll.\n\nEtt.\n\nTvå.\n\nTre.\n\nFyra.",
            ),
            ("Ett.\n\nTre.", "Ett!\n\nTvå.\n\nTre.", "Ett!\n\nTre."),
            (base, "Nytt.", "Nytt."),
            ("Nytt.", "Nytt.", "Nytt."),
        ] {
            assert_eq!(merge(base, mine, theirs), MergedText { text: both.to_string(), is_clean: true });
        }
    }

    #[test]
    fn two_texts_stand_beside_each_other_line_by_line() {
        let said = |text: &str| Some(text.to_string());
        let rows = side_by_side("a\nb\nc\n", "a\nx\ny\nc\nd\n");
        let expected = [
            (said("a"), said("a")),
            (said("b"), said("x")),
            (None, said("y")),
            (said("c"), said("c")),
            (None, said("d")),
        ];
        assert_eq!(rows, expected);
        assert_eq!(side_by_side("", ""), []);
    }

    #[test]
    fn where_both_changed_the_same_lines_both_are_there_and_that_is_said() {
        for (base, mine, theirs, both) in [
            ("Ett.", "Mitt.", "Deras.", "Deras.\n\nMitt."),
            ("Ett.", "Ett.\n\nMitt.", "Ett.\n\nDeras.", "Ett.\n\nDeras.\n\nMitt."),
            ("", "Mitt.", "Deras.", "Deras.\n\nMitt."),
        ] {
            assert_eq!(merge(base, mine, theirs), MergedText { text: both.to_string(), is_clean: false });
        }
        let long = |word: &str| (0..3000).map(|line| format!("{word}{line}\n")).collect::<String>();
        let merged = merge(&long("a"), &long("b"), &long("c"));
        assert!(!merged.is_clean && merged.text.contains("b2999") && merged.text.contains("c0\n"));
    }
}
