//! The part of a file that a form is about, and the same part found again in what the file has become.
//!
//! A list grows and shrinks while a form is open, so no item is known by its number for longer than the bytes stay: it is known by its id, and
//! where it has none by its value. Where that is not one item, and only one, it is none.

use serde_yaml::Value;

use super::answers::Answers;
use super::entry::{field, shown};
use super::types::{FieldShape, FieldTypes};
use super::{value_at, way_of, word_of};
use crate::base::{Fingerprint, Seg};

/// Where a new item of a list is: behind all that there are. A form names it `+`.
pub const NEW_ITEM: usize = usize::MAX;

/// What a form is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FormPlace {
    /// The whole file, but for its lists and hours.
    Whole,
    /// The hours of the file.
    Hours,
    /// A list, whose items have forms of their own.
    List(Vec<Seg>),
    /// A group within the file: mostly an item of a list.
    Part(Vec<Seg>),
    /// One more item of a list; the way ends in [`NEW_ITEM`].
    New(Vec<Seg>),
}

impl FormPlace {
    /// The place that the query of an address asks for; none where a file of this kind has no such.
    pub fn of(query: &Answers, types: &FieldTypes) -> Option<Self> {
        if query.get("bara").is_some_and(|part| part == "tider") {
            return Some(Self::Hours);
        }
        let mut way = way_of(query.get("del").map_or("", String::as_str));
        let is_new = query.contains_key("ny");
        if way.is_empty() && !is_new {
            return Some(Self::Whole);
        }
        let is_list = is_list(&way, types);
        if is_new {
            way.push(Seg::Index(NEW_ITEM));
            return is_list.then_some(Self::New(way));
        }
        if is_list {
            return Some(Self::List(way));
        }
        types.group_at(&way).map(|_| Self::Part(way))
    }

    /// The way to the group or list.
    pub fn way(&self) -> &[Seg] {
        match self {
            Self::Whole | Self::Hours => &[],
            Self::List(way) | Self::Part(way) | Self::New(way) => way,
        }
    }

    /// Does a file have it, or the group or list that it would be in?
    pub fn is_in(&self, whole: &Value, types: &FieldTypes) -> bool {
        let way = self.way();
        let above = match self {
            Self::Whole | Self::Hours | Self::Part(_) => way.len(),
            Self::List(_) => way.len().saturating_sub(1),
            Self::New(_) => way.len().saturating_sub(2),
        };
        // A group of the file's own can be filled in that is not there yet.
        let is_own = |above: &[Seg]| above.iter().all(|step| matches!(step, Seg::Key(_)));
        way.get(..above).is_some_and(|above| is_own(above) || value_at(whole, types, above).is_some())
    }

    /// The query of its address.
    pub fn query(&self) -> String {
        match self {
            Self::Whole => String::new(),
            Self::Hours => "?bara=tider".to_string(),
            Self::List(way) | Self::Part(way) => format!("?del={}", word_of(way)),
            Self::New(way) => {
                format!("?del={}&ny=1", word_of(way.get(..way.len() - 1).unwrap_or_default()))
            }
        }
    }

    /// The list that it is an item of.
    pub fn list(&self) -> Option<&[Seg]> {
        match (self, self.way().split_last()) {
            (Self::Part(_) | Self::New(_), Some((Seg::Index(_), list))) => Some(list),
            _ => None,
        }
    }

    /// Is it one of a list's items, or within one?
    pub fn is_of_an_item(&self) -> bool {
        self.way().iter().any(|step| matches!(step, Seg::Index(at) if *at != NEW_ITEM))
    }

    /// A word by which it is found again when the file has changed.
    pub fn sign(&self, whole: &Value, types: &FieldTypes) -> String {
        let way = self.way();
        let steps = way.iter().enumerate().map(|(at, step)| match step {
            Seg::Index(NEW_ITEM) => "+".to_string(),
            Seg::Index(_) => {
                let item = way.get(..=at).and_then(|way| Some((way, value_at(whole, types, way)?)));
                item.map(|(way, item)| sign_of(item, way, types)).unwrap_or_default()
            }
            Seg::Key(name) => name.clone(),
        });
        steps.collect::<Vec<_>>().join(".")
    }

    /// The same place in what a file says now, by its sign; none where it is not there, or not one alone.
    pub fn found_again(&self, sign: &str, whole: &Value, types: &FieldTypes) -> Option<Self> {
        let signs: Vec<&str> = if sign.is_empty() { Vec::new() } else { sign.split('.').collect() };
        if signs.len() != self.way().len() {
            return None;
        }
        let mut way: Vec<Seg> = Vec::with_capacity(signs.len());
        for (step, sign) in self.way().iter().zip(signs) {
            let next = match step {
                Seg::Key(name) => (name == sign).then(|| step.clone())?,
                Seg::Index(NEW_ITEM) => (sign == "+").then(|| step.clone())?,
                Seg::Index(_) => {
                    let items = value_at(whole, types, &way)?.as_sequence()?;
                    let is_it = |(at, item): &(usize, &Value)| {
                        let way: Vec<Seg> = way.iter().cloned().chain([Seg::Index(*at)]).collect();
                        sign_of(item, &way, types) == sign
                    };
                    let mut found = items.iter().enumerate().filter(is_it);
                    match (found.next(), found.next()) {
                        (Some((at, _)), None) => Seg::Index(at),
                        _ => return None,
                    }
                }
            };
            way.push(next);
        }
        Some(match self {
            Self::Whole => Self::Whole,
            Self::Hours => Self::Hours,
            Self::List(_) => Self::List(way),
            Self::Part(_) => Self::Part(way),
            Self::New(_) => Self::New(way),
        })
    }

    /// A way of the file as the form names it: the item that is about to be added has no number there.
    pub fn as_in_form(&self, way: &[Seg], whole: &Value, types: &FieldTypes) -> Vec<Seg> {
        let mut way = way.to_vec();
        if let (Self::New(_), Some(list)) = (self, self.list()) {
            let count = value_at(whole, types, list).and_then(Value::as_sequence).map_or(0, Vec::len);
            match way.get_mut(list.len()) {
                Some(step) if *step == Seg::Index(count) => *step = Seg::Index(NEW_ITEM),
                _ => {}
            }
        }
        way
    }
}

/// Answers of a form about one place as those of a form about another: the fields are named by the way. Both ways are given as words.
pub fn carried(answers: &Answers, from: &str, to: &str) -> Answers {
    let named = |name: &String| match name.strip_prefix(from).filter(|_| !from.is_empty()) {
        Some(rest) if rest.starts_with('.') => format!("{to}{rest}"),
        _ => name.clone(),
    };
    answers.iter().map(|(name, text)| (named(name), text.clone())).collect()
}

fn is_list(way: &[Seg], types: &FieldTypes) -> bool {
    let field = way.split_last().and_then(|(last, above)| types.field(&types.group_at(above)?, last.key()?));
    matches!(field.map(|field| field.shape), Some(FieldShape::List(_)))
}

/// What an item is known by: its id, else all that it says.
fn sign_of(item: &Value, way: &[Seg], types: &FieldTypes) -> String {
    let of = types.group_at(way).unwrap_or_default();
    let id = types.field(&of, "id").and_then(|_| field(item, (types, &of), "id")).map(shown);
    match id.filter(|id| !id.is_empty()) {
        Some(id) => format!("i{}", Fingerprint::of(id.as_bytes())),
        None => format!("v{}", Fingerprint::of(serde_yaml::to_string(item).unwrap_or_default().as_bytes())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::read;
    use crate::schema::Kind;

    const FILE: &str = "aktiviteter:\n  - {id: a, rubrik: A, inställt: [{datum: 2026-01-01}]}\n  - {id: b, rubrik: B}\nmeddelanden:\n  - {rubrik: Ett}\n  - {rubrik: Två}\n";

    fn place(query: &[(&str, &str)]) -> Option<FormPlace> {
        let query = query.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect();
        FormPlace::of(&query, &FieldTypes::of(Kind::Centre))
    }

    #[test]
    fn a_place_is_what_a_query_asks_for_and_what_no_file_has_is_none() {
        assert_eq!(place(&[]), Some(FormPlace::Whole));
        assert_eq!(place(&[("bara", "tider")]), Some(FormPlace::Hours));
        for (query, expected) in [
            (vec![("del", "activities")], "?del=activities"),
            (vec![("del", "activities.1")], "?del=activities.1"),
            (vec![("del", "activities"), ("ny", "1")], "?del=activities&ny=1"),
            (vec![("del", "activities.0.cancelled"), ("ny", "1")], "?del=activities.0.cancelled&ny=1"),
        ] {
            assert_eq!(place(&query).unwrap().query(), expected);
        }
        for query in [
            vec![("del", "nothing")],
            vec![("del", "phone")],
            vec![("ny", "1")],
            vec![("del", "activities.0"), ("ny", "1")],
            vec![("del", "activities.x")],
        ] {
            assert_eq!(place(&query), None, "{query:?}");
        }
    }

    #[test]
    fn an_item_is_found_again_by_its_id_or_its_value_and_never_by_its_number() {
        let types = FieldTypes::of(Kind::Centre);
        let before = read(FILE).unwrap();
        let more = FILE
            .replace("- {id: a, rubrik: A", "- {id: c, rubrik: C}\n  - {id: a, rubrik: A2")
            .replace("- {rubrik: Ett}", "- {rubrik: Noll}\n  - {rubrik: Ett}");
        let after = read(&more).unwrap();
        for (way, expected) in [
            ("activities.0", Some("activities.1")),
            ("activities.1", Some("activities.2")),
            ("activities.0.cancelled.0", Some("activities.1.cancelled.0")),
            ("notices.1", Some("notices.2")),
            ("notices", Some("notices")),
        ] {
            let place = place(&[("del", way)]).unwrap();
            let found = place.found_again(&place.sign(&before, &types), &after, &types);
            assert_eq!(found.map(|place| word_of(place.way())).as_deref(), expected, "{way}");
        }
        // What was changed has no other sign than its value, and of two that are alike neither is meant.
        for changed in
            [more.replace("rubrik: Två", "rubrik: Tre"), more.replace("rubrik: Noll", "rubrik: Två")]
        {
            let place = place(&[("del", "notices.1")]).unwrap();
            let after = read(&changed).unwrap();
            assert_eq!(place.found_again(&place.sign(&before, &types), &after, &types), None);
        }
        let new = place(&[("del", "activities.0.cancelled"), ("ny", "1")]).unwrap();
        let found = new.found_again(&new.sign(&before, &types), &after, &types).unwrap();
        assert_eq!(word_of(found.way()), "activities.1.cancelled.+");
        assert_eq!(way_of("activities.1.cancelled.+"), found.way());
    }

    #[test]
    fn answers_are_carried_to_another_item_and_no_other_field_with_them() {
        let answers: Answers = [("notices.1.title.sv", "a"), ("notices.10.title.sv", "b"), ("_body", "c")]
            .map(|(name, text)| (name.to_string(), text.to_string()))
            .into();
        let names: Vec<String> = carried(&answers, "notices.1", "notices.3").into_keys().collect();
        assert_eq!(names, ["_body", "notices.10.title.sv", "notices.3.title.sv"]);
        assert_eq!(carried(&answers, "", ""), answers);
    }
}
