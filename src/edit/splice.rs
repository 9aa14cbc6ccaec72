//! One change of a YAML text as one splice of it.
//!
//! The place is found in the tree with places. What YAML reads is changed beside it, and the new text must read as that.

use std::ops::Range;

use serde_yaml::Value;

use super::entry::entry_of;
use super::given::{self, Given, ValueStyle};
use super::types::FieldShape;
use super::{Habit, is_nothing as is_nothing_said, meant};
use crate::base::{Phrase, Seg};
use crate::parse::yaml::{Node, NodeKind, behind_colon, dash_column, end_of, line_end, parse_tree, start_of};

/// A change of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldChange {
    /// What lies at the end of a way is this from now on. What is missing on the way is made; one more than a list has is added to it.
    Set(Vec<Seg>, Given),
    /// One more item of a list, at its end or before the one that the way leads to.
    Insert(Vec<Seg>, Given),
    /// More items at the end of a list. The file is read once for all of them.
    Append(Vec<Seg>, Vec<Given>),
    /// What lies there is gone, and with it a group or list that has nothing else.
    Remove(Vec<Seg>),
    /// A field of a group has another name.
    Rename(Vec<Seg>, String),
}

/// A text that is about to be changed.
pub struct Splicer<'a> {
    text: &'a str,
    root: Node,
    value: Value,
    habit: Habit<'a>,
    end: &'static str,
}

/// A node on a way: which of its parent's it is, and the name that stands before it.
#[derive(Clone, Copy)]
struct OnWay<'n> {
    node: &'n Node,
    key: Option<&'n Node>,
    at: usize,
    in_flow: bool,
}

/// What is to be replaced by what, and what YAML reads then.
type Splice = (Range<usize>, String, Value);

impl<'a> Splicer<'a> {
    /// A text, if both readers can read it.
    pub fn new(text: &'a str, habit: Habit<'a>) -> Result<Self, Phrase> {
        let value = meant(text).ok_or_else(|| Phrase::new("edit-unreadable"))?;
        let root = parse_tree(text).map_err(|_| Phrase::new("edit-unreadable"))?;
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Ok(Self { text, root, value, habit, end })
    }

    /// The text with a change made, which means what it shall.
    pub fn apply(&self, change: &FieldChange) -> Result<String, Phrase> {
        let unsure = || Phrase::new("edit-unsure");
        let (range, new, expected) = match change {
            FieldChange::Set(way, given) => self.set(way, given),
            FieldChange::Insert(way, given) => self.insert_item(way, given),
            FieldChange::Append(way, items) => self.append_all(way, items),
            FieldChange::Remove(way) => self.remove(way),
            FieldChange::Rename(way, name) => self.rename(way, name),
        }
        .ok_or_else(unsure)?;
        let (before, after) = (self.text.get(..range.start), self.text.get(range.end..));
        let text = format!("{}{new}{}", before.ok_or_else(unsure)?, after.ok_or_else(unsure)?);
        let is_meant = meant(&text).is_some_and(|value| value == expected) && parse_tree(&text).is_ok();
        if is_meant { Ok(text) } else { Err(unsure()) }
    }

    /// The nodes on a way as far as there are any, the root first, and the type of each.
    fn walk(&self, way: &[Seg]) -> (Vec<OnWay<'_>>, Vec<String>) {
        let mut nodes = vec![OnWay { node: &self.root, key: None, at: 0, in_flow: false }];
        let mut types = vec![self.habit.types.root().to_string()];
        let mut here = &self.root;
        let mut in_flow = false;
        for step in way {
            in_flow |= self.is_flow(here);
            let of = types.last().cloned().unwrap_or_default();
            types.push(self.type_of(&of, step));
            let next = match (step, &here.kind) {
                (Seg::Key(name), NodeKind::Mapping(entries)) => {
                    let written = entries.iter().map(|(key, _)| key.text().unwrap_or_default());
                    entry_of(written, (self.habit.types, &of), name)
                        .and_then(|at| Some((at, entries.get(at)?)))
                        .map(|(at, (key, node))| OnWay { node, key: Some(key), at, in_flow })
                }
                (Seg::Index(at), NodeKind::Sequence(items)) => {
                    items.get(*at).map(|node| OnWay { node, key: None, at: *at, in_flow })
                }
                _ => None,
            };
            let Some(next) = next else { break };
            here = next.node;
            nodes.push(next);
        }
        let known = types.len();
        let mut of = types.last().cloned().unwrap_or_default();
        for step in way.get(known - 1..).unwrap_or_default() {
            of = self.type_of(&of, step);
            types.push(of.clone());
        }
        (nodes, types)
    }

    /// The type of what lies a step further: that of a list is its items'.
    fn type_of(&self, of: &str, step: &Seg) -> String {
        match step {
            Seg::Index(_) => of.to_string(),
            Seg::Key(name) => match self.habit.types.field(of, name).map(|field| field.shape) {
                Some(FieldShape::Group(inner) | FieldShape::List(inner)) => inner,
                _ => String::new(),
            },
        }
    }

    fn is_flow(&self, node: &Node) -> bool {
        !matches!(node.kind, NodeKind::Scalar { .. })
            && self.text.get(node.span.start..).is_some_and(|rest| rest.starts_with(['[', '{']))
    }

    fn set(&self, way: &[Seg], given: &Given) -> Option<Splice> {
        let (nodes, types) = self.walk(way);
        let mut depth = nodes.len() - 1;
        // What says nothing is as if it were not there.
        while depth > 0 && depth < way.len() && is_nothing(nodes.get(depth)?.node) {
            depth -= 1;
        }
        let is_there = depth == way.len() || nodes.len() > depth + 1;
        let until = if depth == way.len() { depth } else { depth + 1 };
        let mut given = given.clone();
        for at in (until..way.len()).rev() {
            given = match way.get(at)? {
                Seg::Key(name) => Given::Group(vec![(self.habit.name(types.get(at)?, name), given)]),
                Seg::Index(_) => Given::List(vec![given]),
            };
        }
        if is_there {
            let target = *nodes.get(until)?;
            return self.replace(&nodes, (target, until), given);
        }
        let parent = *nodes.get(depth)?;
        match (way.get(depth)?, &parent.node.kind) {
            (Seg::Index(_), NodeKind::Sequence(_)) => self.append(&nodes, parent, &[given]),
            (Seg::Key(name), NodeKind::Mapping(_)) => {
                self.insert(&nodes, (parent, types.get(depth)?), (name, &given))
            }
            // A file without any field.
            (Seg::Key(name), NodeKind::Scalar { .. }) if depth == 0 && is_nothing(parent.node) => {
                let name = self.habit.name(types.first()?, name);
                let expected =
                    Value::Mapping([(Value::String(name.clone()), given.value())].into_iter().collect());
                Some((self.text.len()..self.text.len(), given::line(&name, &given, 0, self.end), expected))
            }
            _ => None,
        }
    }

    /// Another value in a value's place.
    fn replace(
        &self,
        nodes: &[OnWay<'_>],
        (target, depth): (OnWay<'_>, usize),
        given: Given,
    ) -> Option<Splice> {
        let node = target.node;
        let is_single = matches!(given, Given::Bare(_) | Given::Text(_));
        let (range, new, given) = match &node.kind {
            NodeKind::Scalar { .. } if !is_nothing(node) && is_single => self.rewritten(target, given)?,
            NodeKind::Scalar { .. } if node.span.is_empty() || self.behind_name(target).is_some() => {
                let from = self.behind_name(target)?;
                let until = if node.span.is_empty() { from } else { end_of(self.text, node) };
                match (target.in_flow, is_single) {
                    (true, _) => (from..until, format!(" {}", given.single(ValueStyle::Plain, true)), given),
                    (false, true) => {
                        (from..until, format!(" {}", given.single(ValueStyle::Plain, false)), given)
                    }
                    (false, false) => {
                        let end = if until > from { until } else { self.line_content_end(from) };
                        let start = if until > from { from } else { end };
                        (start..end, given.after_name(self.column(target.key?), self.end), given)
                    }
                }
            }
            _ => {
                let range =
                    self.behind_name(target).unwrap_or(start_of(self.text, node))..end_of(self.text, node);
                let new = if target.in_flow || target.key.is_none() {
                    format!(" {}", given.flow())
                } else {
                    given.after_name(self.column(target.key?), self.end)
                };
                let gone = self.text.get(range.clone())?;
                if gone.contains(" #") || gone.lines().any(|line| line.trim_start().starts_with('#')) {
                    // A remark would be lost.
                    return None;
                }
                let new = if target.key.is_none() { new.trim_start().to_string() } else { new };
                (range, new, given)
            }
        };
        let mut expected = self.value.clone();
        *reach(&mut expected, nodes.get(1..=depth)?)? = given.value();
        Some((range, new, expected))
    }

    /// A single value written anew, in its own style.
    fn rewritten(&self, target: OnWay<'_>, given: Given) -> Option<(Range<usize>, String, Given)> {
        let range = start_of(self.text, target.node)..end_of(self.text, target.node);
        let written = self.text.get(range.clone())?;
        let style = match written.as_bytes().first()? {
            b'"' => ValueStyle::Double,
            b'\'' => ValueStyle::Single,
            b'|' | b'>' => ValueStyle::Block,
            _ => ValueStyle::Plain,
        };
        let Given::Text(text) = &given else {
            // A day or number that stood in quotes keeps them.
            return Some((range, given.single(style, target.in_flow), as_written(given.clone(), style)));
        };
        if style != ValueStyle::Block || target.in_flow {
            if style == ValueStyle::Plain
                && !target.in_flow
                && target.key.is_some()
                && given::may_be_block(text)
            {
                let new = given.after_name(self.column(target.key?), self.end);
                return Some((range, new.trim_start_matches(' ').to_string(), given));
            }
            return Some((range, given.single(style, target.in_flow), given));
        }
        let (head, lines) = written.split_once('\n')?;
        let head = head.trim_end_matches('\r');
        let line = text.trim_end_matches('\n');
        let is_one_line = !line.contains('\n') && !line.starts_with(' ') && !line.is_empty();
        let sign = head.split('#').next().unwrap_or_default();
        let is_numbered = sign.contains(|c: char| c.is_ascii_digit());
        if is_numbered || !(given::may_be_block(line) || is_one_line) {
            let remark = head.get(sign.len()..).unwrap_or_default();
            let apart = if remark.is_empty() { "" } else { " " };
            return Some((
                range,
                format!("{}{apart}{remark}", given.single(ValueStyle::Double, false)),
                given,
            ));
        }
        // Several lines stay lines of their own only where they are not folded into one.
        let head = if is_one_line { head.to_string() } else { head.replacen('>', "|", 1) };
        let first = lines.lines().find(|line| !line.trim().is_empty())?;
        let indent = first.len() - first.trim_start_matches(' ').len();
        let text = if sign.contains('-') { line.to_string() } else { format!("{line}\n") };
        let new = format!("{head}{}{}", self.end, given::block(line, indent, self.end));
        Some((range, new.trim_end_matches(['\n', '\r']).to_string(), Given::Text(text)))
    }

    fn insert(
        &self,
        nodes: &[OnWay<'_>],
        (parent, of): (OnWay<'_>, &str),
        (name, given): (&str, &Given),
    ) -> Option<Splice> {
        let NodeKind::Mapping(entries) = &parent.node.kind else { return None };
        let written = self.habit.name(of, name);
        let mut expected = self.value.clone();
        let group = reach(&mut expected, nodes.get(1..)?)?.as_mapping_mut()?;
        group.insert(Value::String(written.clone()), given.value());
        let before = entries.get(self.sibling(entries, of, name));
        let behind = before.map(|(key, value)| self.end_of_entry(key, value));
        if self.is_flow(parent.node) || parent.in_flow {
            let at = behind.unwrap_or(parent.node.span.start + 1);
            let comma = if behind.is_some() { ", " } else { "" };
            return Some((at..at, format!("{comma}{written}: {}", given.flow()), expected));
        }
        let column = self.column(&entries.first()?.0);
        let at = line_end(self.text, behind?);
        let line = given::line(&written, given, column, self.end);
        Some((at..at, self.on_own_line(at, line), expected))
    }

    /// The entry that a new field stands behind: the last of those that come before it in the content model, or of all.
    fn sibling(&self, entries: &[(Node, Node)], of: &str, name: &str) -> usize {
        let written = entries.iter().map(|(key, _)| key.text().unwrap_or_default());
        let fields = self.habit.types.fields(of);
        let is_known = fields.iter().any(|field| field.name == name);
        let earlier = fields.iter().take_while(|field| field.name != name);
        let last =
            earlier.filter_map(|field| entry_of(written.clone(), (self.habit.types, of), &field.name)).max();
        last.filter(|_| is_known).unwrap_or(entries.len().saturating_sub(1))
    }

    fn append_all(&self, way: &[Seg], given: &[Given]) -> Option<Splice> {
        let (nodes, _) = self.walk(way);
        match nodes.get(way.len()) {
            Some(list) if matches!(list.node.kind, NodeKind::Sequence(_)) => {
                self.append(&nodes, *list, given)
            }
            _ => self.set(way, &Given::List(given.to_vec())),
        }
    }

    fn append(&self, nodes: &[OnWay<'_>], parent: OnWay<'_>, given: &[Given]) -> Option<Splice> {
        let NodeKind::Sequence(items) = &parent.node.kind else { return None };
        let mut expected = self.value.clone();
        let values = reach(&mut expected, nodes.get(1..)?)?.as_sequence_mut()?;
        values.extend(given.iter().map(Given::value));
        let last = items.last();
        if self.is_flow(parent.node) || parent.in_flow {
            let at = last.map_or(parent.node.span.start + 1, |last| end_of(self.text, last));
            let comma = if last.is_some() { ", " } else { "" };
            let items: Vec<String> = given.iter().map(Given::flow).collect();
            return Some((at..at, format!("{comma}{}", items.join(", ")), expected));
        }
        let at = line_end(self.text, end_of(self.text, last?));
        let column = dash_column(self.text, items.first()?)?;
        let items: String = given.iter().map(|given| given.as_item(column, self.end)).collect();
        Some((at..at, self.on_own_line(at, items), expected))
    }

    fn insert_item(&self, way: &[Seg], given: &Given) -> Option<Splice> {
        let (nodes, _) = self.walk(way);
        if nodes.len() <= way.len() {
            // There is none that it could stand before.
            return self.set(way, given);
        }
        let (target, parent) = (*nodes.last()?, nodes.get(way.len() - 1)?.node);
        let mut expected = self.value.clone();
        let items = reach(&mut expected, nodes.get(1..way.len())?)?.as_sequence_mut()?;
        items.insert(target.at, given.value());
        if self.is_flow(parent) || target.in_flow {
            let at = start_of(self.text, target.node);
            return Some((at..at, format!("{}, ", given.flow()), expected));
        }
        let dash = self.text.get(..target.node.span.start)?.rfind('-')?;
        let (at, column) = (self.line_start(dash), dash_column(self.text, target.node)?);
        let is_alone = self.text.get(at..dash)?.bytes().all(|byte| byte == b' ');
        is_alone.then(|| (at..at, given.as_item(column, self.end), expected))
    }

    /// A line for a place at which a line begins, or at the end of a text whose last line has none.
    fn on_own_line(&self, at: usize, line: String) -> String {
        if at == self.text.len() && !self.text.is_empty() && !self.text.ends_with('\n') {
            return format!("{}{}", self.end, line.trim_end_matches(['\n', '\r']));
        }
        line
    }

    fn remove(&self, way: &[Seg]) -> Option<Splice> {
        let (nodes, _) = self.walk(way);
        let mut depth = way.len();
        if nodes.len() <= depth {
            return None;
        }
        // A group or list with nothing else in it goes, too.
        while depth > 1 && count(nodes.get(depth - 1)?.node) == 1 {
            depth -= 1;
        }
        let (target, parent) = (*nodes.get(depth)?, nodes.get(depth - 1)?.node);
        if count(parent) < 2 {
            return None;
        }
        let mut expected = self.value.clone();
        match reach(&mut expected, nodes.get(1..depth)?)? {
            Value::Mapping(mapping) => {
                let name = mapping.keys().nth(target.at)?.clone();
                mapping.shift_remove(&name)?;
            }
            Value::Sequence(items) => {
                items.remove(target.at);
            }
            _ => return None,
        }
        let range = if self.is_flow(parent) || target.in_flow {
            self.in_brackets(parent, target)?
        } else {
            self.whole_lines(parent, target)?
        };
        Some((range, String::new(), expected))
    }

    /// A part of what stands in brackets, with the comma that goes with it.
    fn in_brackets(&self, parent: &Node, target: OnWay<'_>) -> Option<Range<usize>> {
        let (start, end) = match target.key {
            Some(key) => (key.span.start, self.end_of_entry(key, target.node)),
            None => (target.node.span.start, end_of(self.text, target.node)),
        };
        let spans: Vec<(usize, usize)> = match &parent.kind {
            NodeKind::Mapping(entries) => {
                entries.iter().map(|(key, value)| (key.span.start, self.end_of_entry(key, value))).collect()
            }
            NodeKind::Sequence(items) => {
                items.iter().map(|item| (item.span.start, end_of(self.text, item))).collect()
            }
            NodeKind::Scalar { .. } => return None,
        };
        match spans.get(target.at + 1) {
            Some((next, _)) => Some(start..*next),
            None => Some(spans.get(target.at.checked_sub(1)?)?.1..end),
        }
    }

    /// The lines of an entry or item.
    fn whole_lines(&self, parent: &Node, target: OnWay<'_>) -> Option<Range<usize>> {
        let start = match target.key {
            Some(key) => key.span.start,
            None => {
                let dash = self.text.get(..target.node.span.start)?.rfind('-')?;
                dash_column(self.text, target.node)?;
                dash
            }
        };
        let end = match target.key {
            Some(key) => self.end_of_entry(key, target.node),
            None => end_of(self.text, target.node),
        };
        let line_start = self.line_start(start);
        let end = line_end(self.text, end.max(start + 1));
        if self.text.get(line_start..start)?.bytes().all(|byte| byte == b' ') {
            return Some(line_start..end);
        }
        // The first field of an item stands behind its dash, and the next one takes its place.
        let NodeKind::Mapping(entries) = &parent.kind else { return None };
        let next = entries.get(target.at + 1)?.0.span.start;
        let between = self.text.get(end..next)?;
        between.bytes().all(|byte| byte == b' ').then_some(start..next)
    }

    fn rename(&self, way: &[Seg], name: &str) -> Option<Splice> {
        let (nodes, _) = self.walk(way);
        let target = *nodes.get(way.len())?;
        let mut expected = self.value.clone();
        let mapping = reach(&mut expected, nodes.get(1..way.len())?)?.as_mapping_mut()?;
        let before = mapping.keys().nth(target.at)?.clone();
        let value = mapping.shift_remove(&before)?;
        mapping.insert(Value::String(name.to_string()), value);
        let key = target.key?;
        Some((key.span.start..end_of(self.text, key), name.to_string(), expected))
    }

    fn end_of_entry(&self, key: &Node, value: &Node) -> usize {
        if value.span.is_empty() { behind_colon(self.text, key) } else { end_of(self.text, value) }
    }

    /// Right behind the colon of a field's name.
    fn behind_name(&self, target: OnWay<'_>) -> Option<usize> {
        Some(behind_colon(self.text, target.key?))
    }

    fn line_start(&self, at: usize) -> usize {
        self.text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
    }

    fn line_content_end(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.find(['\r', '\n']).unwrap_or(rest.len())
    }

    /// How far in a name stands.
    fn column(&self, key: &Node) -> usize {
        key.span.start - self.line_start(key.span.start)
    }
}

fn is_nothing(node: &Node) -> bool {
    matches!(&node.kind, NodeKind::Scalar { text, plain: true } if is_nothing_said(text))
}

fn count(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Scalar { .. } => 0,
        NodeKind::Sequence(items) => items.len(),
        NodeKind::Mapping(entries) => entries.len(),
    }
}

/// A word in quotes is a text to YAML.
fn as_written(given: Given, style: ValueStyle) -> Given {
    match given {
        Given::Bare(word) if matches!(style, ValueStyle::Single | ValueStyle::Double) => Given::Text(word),
        other => other,
    }
}

/// The value that the nodes of a way lead to.
fn reach<'v>(value: &'v mut Value, way: &[OnWay<'_>]) -> Option<&'v mut Value> {
    way.iter().try_fold(value, |value, step| match value {
        Value::Mapping(mapping) => mapping.values_mut().nth(step.at),
        Value::Sequence(items) => items.get_mut(step.at),
        _ => None,
    })
}
