//! Places in lists from which something was left out: what could not be read is in no list, and what comes after it has another number
//! there than in the file.

use super::{At, Seg};

/// The places in a file's lists whose items were left out, in their order.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Gaps(Vec<Vec<Seg>>);

impl Gaps {
    /// Those of a list of ways, each of which ends with the number of an item.
    pub fn of(ways: Vec<Vec<Seg>>) -> Self {
        Self(ways)
    }

    /// Turns a place that was counted without what was left out into the file's own.
    pub fn right(&self, at: &mut At) {
        if self.0.is_empty() {
            return;
        }
        if let At::Value(path) | At::Key(path) | At::Part { path, .. } = at {
            for step in 0..path.len() {
                let (before, rest) = path.split_at_mut(step);
                if let Some(Seg::Index(index)) = rest.first_mut() {
                    *index = self.number(before, *index);
                }
            }
        }
    }

    /// The number that an item of a list has in the file.
    pub fn number(&self, list: &[Seg], index: usize) -> usize {
        let left_out = self.0.iter().filter_map(|way| match way.split_last() {
            Some((Seg::Index(at), before)) if before == list => Some(*at),
            _ => None,
        });
        left_out.fold(index, |number, at| if at <= number { number + 1 } else { number })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::key;

    #[test]
    fn places_are_counted_as_in_the_file() {
        let list = vec![key("activities")];
        let way = |index| list.iter().cloned().chain([Seg::Index(index)]).collect::<Vec<_>>();
        let inner = |index| way(1).into_iter().chain([key("moved"), Seg::Index(index)]).collect::<Vec<_>>();
        let gaps = Gaps::of(vec![way(0), inner(0), way(2)]);
        assert_eq!([0, 1, 2].map(|index| gaps.number(&list, index)), [1, 3, 4]);
        let mut at = At::Value([way(0), vec![key("moved"), Seg::Index(0), key("to")]].concat());
        gaps.right(&mut at);
        assert_eq!(at, At::Value([inner(1), vec![key("to")]].concat()));
    }
}
