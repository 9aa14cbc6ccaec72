//! Ids of headings and fact boxes: unique in their body, and none that the layout or a footnote has.

use std::collections::{HashMap, HashSet};

use crate::base::nearest;

/// Ids that layouts use themselves.
const RESERVED: [&str; 6] = ["innehall", "content", "main", "meny", "menu", "sok"];

/// How many ids a proposal is looked for among, so that a long page with many faults costs no more than a long page.
const COMPARED: usize = 200;

/// So many are named where one is missing.
const NAMED: usize = 8;

/// The ids of a body.
#[derive(Default, Debug)]
pub struct Ids {
    taken: HashSet<String>,
    order: Vec<String>,
    next: HashMap<String, u32>,
}

impl Ids {
    /// An id that nothing else has: the wanted one, or the same with a number.
    pub fn unique(&mut self, wanted: &str) -> String {
        let base = match wanted {
            "" => "rubrik".to_string(),
            // Footnotes number theirs: `fotnot-1`.
            _ if wanted.starts_with("fotnot") => format!("rubrik-{wanted}"),
            _ => wanted.to_string(),
        };
        let mut id = base.clone();
        if RESERVED.contains(&base.as_str()) || self.taken.contains(&base) {
            let number = self.next.entry(base.clone()).or_insert(2);
            loop {
                id = format!("{base}-{number}");
                *number += 1;
                if !self.taken.contains(&id) {
                    break;
                }
            }
        }
        self.taken.insert(id.clone());
        self.order.push(id.clone());
        id
    }

    /// Is there a heading or box with this id?
    pub fn has(&self, id: &str) -> bool {
        self.taken.contains(id)
    }

    /// The first of them, as links name them.
    pub fn some(&self) -> String {
        places(self.order.iter().map(String::as_str))
    }

    /// The id that was probably meant.
    pub fn nearest(&self, id: &str) -> Option<&str> {
        nearest(id, self.order.iter().take(COMPARED).map(String::as_str))
    }
}

/// The first places of a page as links name them, for a message; `none` where there are none.
pub fn places<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    let some: Vec<String> = ids.take(NAMED).map(|id| format!("#{id}")).collect();
    if some.is_empty() { "none".to_string() } else { some.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_given_once() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["a", "a-2", "a", "a", "main", "", "", "fotnot-1"].map(|wanted| ids.unique(wanted)).into();
        assert_eq!(given, ["a", "a-2", "a-3", "a-4", "main-2", "rubrik", "rubrik-2", "rubrik-fotnot-1"]);
    }
}
