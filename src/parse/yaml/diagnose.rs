//! All that is wrong with a YAML text, each at its place.
//!
//! A serde type stops at the first fault. So it is asked again and again: what was at fault is skipped the next time, a missing
//! field is given an empty value, until the type is content or nothing usable is left. The faults are those of the same types
//! that the fast reader uses; nothing is described twice.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};

use super::blank::Blank;
use super::explain::begins_with_zeros;
use super::fault::{Fault, FaultKind};
use super::naming::Naming;
use super::placed::{Shape, of_field, shaped};
use super::swedish::Vocabulary;
use super::told::{
    name_before_colon, report_fault, report_shape, report_split, report_stray, report_tree_error,
    report_unclear, report_value_fault,
};
use super::tree::{self, Node, NodeKind, is_nothing};
use super::ways::{entry_span, find, path_to, split_at, stray, way_to_name};
use crate::base::{At, Report, Seg, names};

/// More faults than this in one file help nobody; and each costs a reading.
const MAX_FAULTS: usize = 200;

/// Reads a value and reports everything that is wrong with it.
pub fn diagnose<T: DeserializeOwned>(text: &str, offset: usize, report: &mut Report) -> Option<T> {
    let root = match tree::parse(text) {
        Ok(root) => root,
        Err(error) => {
            report_tree_error(&error, text, offset, report);
            return None;
        }
    };
    let state = RefCell::new(Readings::default());
    let source = YamlSource { text, root: &root, offset, swedish: OnceCell::new() };
    for _ in 0..MAX_FAULTS {
        let reader = Reader { node: &root, state: &state };
        match T::deserialize(reader) {
            Ok(value) => return Some(value),
            Err(fault) => {
                if !state.borrow_mut().settle(fault, &source, report) {
                    return None;
                }
            }
        }
    }
    None
}

/// What is read.
struct YamlSource<'a> {
    text: &'a str,
    root: &'a Node,
    /// Where the text begins in its file.
    offset: usize,
    /// Does it name a field in Swedish? Known when it is asked for.
    swedish: OnceCell<bool>,
}

impl YamlSource<'_> {
    /// How names of a type are said to who wrote this.
    fn naming(&self, of: Option<&'static str>) -> Naming {
        let swedish = *self.swedish.get_or_init(|| has_swedish_names(self.root));
        Naming { of: of.unwrap_or_default(), swedish }
    }
}

fn has_swedish_names(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar { .. } => false,
        NodeKind::Sequence(items) => items.iter().any(has_swedish_names),
        NodeKind::Mapping(entries) => entries
            .iter()
            .any(|(key, value)| key.text().is_some_and(names::is_swedish) || has_swedish_names(value)),
    }
}

/// What is known after some readings.
#[derive(Default)]
struct Readings {
    /// Nodes that were at fault and are skipped.
    skipped: HashSet<usize>,
    /// Missing fields that are given an empty value: the mapping, and the field.
    supplied: Vec<(usize, &'static str)>,
    /// Fields that unknown ones were most likely meant to be: the way to the mapping, and the field.
    meant: Vec<(Vec<Seg>, &'static str)>,
}

impl Readings {
    /// Reports a fault and arranges for the next reading to get past it; false when that cannot be done.
    fn settle(&mut self, fault: Fault, source: &YamlSource<'_>, report: &mut Report) -> bool {
        let YamlSource { text, root, offset, .. } = *source;
        let naming = source.naming(fault.of);
        let Some((id, span)) = fault.node.clone() else {
            report_unclear(At::Span(offset..offset), report);
            return false;
        };
        let path = path_to(root, id);
        if let FaultKind::Missing(field) = fault.kind {
            let already = find(root, id).is_some_and(|node| has_key(node, field));
            let way = path.unwrap_or_default();
            // Who wrote it wrong was told so there.
            let is_echo = self.meant.iter().any(|(at, meant)| *at == way && *meant == field);
            let path: Vec<Seg> = way.into_iter().chain([Seg::Key(field.to_string())]).collect();
            if is_echo {
                report.settle(path);
            } else if !already {
                report_value_fault(&fault.kind, naming, path, report);
            }
            let again = self.supplied.contains(&(id, field));
            self.supplied.push((id, field));
            return !again;
        }
        // `{lat: 59,2}` is a number with a comma in it.
        let may_be_split = match &fault.kind {
            FaultKind::UnknownField(name, _) => !name.bytes().all(|byte| byte.is_ascii_digit()),
            kind => matches!(kind, FaultKind::Empty),
        };
        if may_be_split && let Some(split) = split_at(root, id, text) {
            report_split(&split, text, offset, report);
            return self.skipped.insert(id);
        }
        if let FaultKind::UnknownField(name, _) = &fault.kind
            && let Some(hint) = stray(root, id, text).and_then(|stray| of_field(stray, naming))
        {
            let way = way_to_name(root, id).unwrap_or_default();
            self.meant.extend(hint.meant.iter().map(|field| (way.clone(), *field)));
            let whole = entry_span(root, id).unwrap_or(span.clone());
            let place = |range: &Range<usize>| At::Span(offset + range.start..offset + range.end);
            report_stray((name, &hint), (place(&span), place(&whole)), report);
            return self.skipped.insert(id);
        }
        if let (FaultKind::Type { .. }, Some(path)) = (&fault.kind, &path)
            && let Some(shape) = shape(root, (id, path), text, naming)
        {
            report_shape((&fault.kind, shape), naming, path.clone(), report);
            return id != root.id && self.skipped.insert(id);
        }
        let meant = |name: &str, known| {
            let near = || naming.near_field(name, known).map(|(meant, _)| meant);
            name_before_colon(naming.of, name, known).or_else(near)
        };
        if let FaultKind::UnknownField(name, known) = &fault.kind
            && let (Some(meant), Some(way)) = (meant(name, known), way_to_name(root, id))
        {
            self.meant.push((way, meant));
        }
        match path {
            // What is unknown or there twice is a name, and of a name nothing follows.
            Some(path) if !path.is_empty() => report_value_fault(&fault.kind, naming, path, report),
            _ => report_fault(&fault.kind, naming, At::Span(offset + span.start..offset + span.end), report),
        }
        id != root.id && self.skipped.insert(id)
    }
}

/// The shape that a value at fault is to have.
fn shape(root: &Node, (id, path): (usize, &[Seg]), text: &str, naming: Naming) -> Option<Shape> {
    let field = path.iter().rev().find_map(Seg::key)?;
    let is_item = matches!(path.last(), Some(Seg::Index(_)));
    shaped((field, is_item), find(root, id)?, text, naming)
}

fn has_key(node: &Node, field: &str) -> bool {
    matches!(&node.kind, NodeKind::Mapping(entries) if entries.iter().any(|(key, _)| key.name() == Some(field)))
}

/// Reads one node, skipping what was at fault before.
#[derive(Clone, Copy)]
struct Reader<'a> {
    node: &'a Node,
    state: &'a RefCell<Readings>,
}

impl<'a> Reader<'a> {
    fn on(self, node: &'a Node) -> Self {
        Reader { node, state: self.state }
    }

    fn is_skipped(self, node: &Node) -> bool {
        self.state.borrow().skipped.contains(&node.id)
    }

    fn mapping(self, vocabulary: Option<Vocabulary>) -> Option<Entries<'a>> {
        let NodeKind::Mapping(entries) = &self.node.kind else { return None };
        let supplied = self
            .state
            .borrow()
            .supplied
            .iter()
            .filter(|(id, _)| *id == self.node.id)
            .map(|(_, field)| *field)
            .collect();
        let (entries, seen) = (entries.iter(), HashMap::new());
        Some(Entries { reader: self, entries, value: None, supplied, seen, vocabulary })
    }

    fn visit_scalar<'de, V: Visitor<'de>>(text: &str, plain: bool, visitor: V) -> Result<V::Value, Fault> {
        if !plain {
            return visitor.visit_str(text);
        }
        match text {
            _ if is_nothing(text) => visitor.visit_unit(),
            "true" | "True" | "TRUE" => visitor.visit_bool(true),
            "false" | "False" | "FALSE" => visitor.visit_bool(false),
            // As the fast reader has it: 0127 is no number.
            _ if begins_with_zeros(text) => visitor.visit_str(text),
            _ => {
                if let Ok(number) = text.parse::<u64>() {
                    visitor.visit_u64(number)
                } else if let Ok(number) = text.parse::<i64>() {
                    visitor.visit_i64(number)
                } else if let (Ok(number), true) =
                    (text.parse::<f64>(), text.bytes().any(|b| b.is_ascii_digit()))
                {
                    visitor.visit_f64(number)
                } else {
                    visitor.visit_str(text)
                }
            }
        }
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let result = match &self.node.kind {
            NodeKind::Scalar { text, plain } => Self::visit_scalar(text, *plain, visitor),
            NodeKind::Sequence(items) => visitor.visit_seq(Items { reader: self, items: items.iter() }),
            NodeKind::Mapping(_) => match self.mapping(None) {
                Some(entries) => visitor.visit_map(entries),
                None => visitor.visit_unit(),
            },
        };
        result.map_err(|fault| fault.at(self.node))
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.kind {
            // A field with nothing after its colon is most likely forgotten, not meant to be empty.
            NodeKind::Scalar { text, plain: true } if is_nothing(text) => {
                Err(Fault::new(FaultKind::Empty).at(self.node))
            }
            NodeKind::Scalar { text, .. } => {
                visitor.visit_str(text).map_err(|fault: Fault| fault.at(self.node))
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.meant.get() {
            Some(name) => visitor.visit_str(name),
            None => self.deserialize_str(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.kind {
            NodeKind::Scalar { text, plain: true } if is_nothing(text) => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
        .map_err(|fault| fault.at(self.node))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let Some(text) = self.node.text() else { return self.deserialize_any(visitor) };
        let word = Vocabulary::values(name, variants).meant(text).unwrap_or(text);
        let chosen = visitor.visit_enum(IntoDeserializer::<Fault>::into_deserializer(word));
        chosen.map_err(|fault| fault.of(name).at(self.node))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        // A derived type would take a list for its fields in their order.
        if let NodeKind::Sequence(_) = &self.node.kind {
            return Err(<Fault as de::Error>::invalid_type(de::Unexpected::Seq, &visitor).at(self.node));
        }
        match self.mapping(Some(Vocabulary::fields(name, fields))) {
            Some(entries) => visitor.visit_map(entries).map_err(|fault| fault.of(name).at(self.node)),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.node.text().and_then(names::truth) {
            Some(truth) => visitor.visit_bool(truth),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match &self.node.kind {
            // A list with nothing after its colon is an empty list, as the fast reader has it.
            NodeKind::Scalar { text, plain: true } if is_nothing(text) => {
                visitor.visit_seq(Items { reader: self, items: [].iter() })
            }
            _ => self.deserialize_any(visitor),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char bytes byte_buf unit unit_struct tuple tuple_struct
        map ignored_any
    }
}

struct Items<'a> {
    reader: Reader<'a>,
    items: std::slice::Iter<'a, Node>,
}

impl<'de> de::SeqAccess<'de> for Items<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        let reader = self.reader;
        match self.items.next() {
            // An empty value stands in for it, so that those after it keep their numbers.
            Some(item) if reader.is_skipped(item) => seed.deserialize(Blank).map(Some),
            Some(item) => seed.deserialize(reader.on(item)).map(Some).map_err(|fault| fault.at(item)),
            None => Ok(None),
        }
    }
}

struct Entries<'a> {
    reader: Reader<'a>,
    entries: std::slice::Iter<'a, (Node, Node)>,
    value: Option<&'a Node>,
    supplied: Vec<&'static str>,
    /// The names so far, each as it is written.
    seen: HashMap<&'a str, &'a str>,
    /// Those of the type.
    vocabulary: Option<Vocabulary>,
}

impl<'de> de::MapAccess<'de> for Entries<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let reader = self.reader;
        for (key, value) in self.entries.by_ref() {
            if reader.is_skipped(key) || reader.is_skipped(value) {
                continue;
            }
            if let Some(text) = key.text() {
                key.meant.set(self.vocabulary.and_then(|vocabulary| vocabulary.meant(text)));
                if let Some(first) = self.seen.insert(key.meant.get().unwrap_or(text), text) {
                    let (field, first) = (text.to_string(), first.to_string());
                    return Err(Fault::new(FaultKind::Duplicate { field, first }).at(key));
                }
            }
            self.value = Some(value);
            return seed.deserialize(reader.on(key)).map(Some).map_err(|fault| fault.at(key));
        }
        match self.supplied.pop() {
            Some(field) => seed.deserialize(IntoDeserializer::<Fault>::into_deserializer(field)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        match self.value.take() {
            Some(node) => seed.deserialize(self.reader.on(node)).map_err(|fault| fault.at(node)),
            None => seed.deserialize(Blank),
        }
    }
}
