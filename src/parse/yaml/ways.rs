//! Ways through a tree: to a node, and to what stands around it.

use std::ops::Range;

use super::placed::Stray;
use super::tree::{Node, NodeKind, is_nothing};
use crate::base::Seg;

/// The entry whose name this is, with the group that it stands in.
fn group_of(node: &Node, id: usize) -> Option<(&Node, usize)> {
    match &node.kind {
        NodeKind::Scalar { .. } => None,
        NodeKind::Sequence(items) => items.iter().find_map(|item| group_of(item, id)),
        NodeKind::Mapping(entries) => match entries.iter().position(|(key, _)| key.id == id) {
            Some(at) => Some((node, at)),
            None => entries.iter().find_map(|(_, value)| group_of(value, id)),
        },
    }
}

/// A field that its group does not have, with what stands around it.
pub fn stray<'a>(root: &'a Node, id: usize, text: &'a str) -> Option<Stray<'a>> {
    let (group, at) = group_of(root, id)?;
    let NodeKind::Mapping(entries) = &group.kind else { return None };
    let (key, value) = entries.get(at)?;
    let is_braced = text.get(group.span.start..).is_some_and(|text| text.starts_with('{'));
    let line = text.get(..key.span.start)?.rfind('\n').map_or(0, |newline| newline + 1);
    let column =
        (!is_braced).then(|| text.get(line..key.span.start).map_or(0, |before| before.chars().count()));
    Some(Stray { name: key.text()?, value, group: entries, text, column })
}

/// The bytes of a field, name and value, where that is one line.
pub fn entry_span(root: &Node, id: usize) -> Option<Range<usize>> {
    let (group, at) = group_of(root, id)?;
    let NodeKind::Mapping(entries) = &group.kind else { return None };
    let (key, value) = entries.get(at)?;
    Some(key.span.start..value.span.end.max(key.span.end))
}

/// A text in braces that its own commas have split: `{entrance: Från torget, plan 2}`. The name of the field, the whole text, and the part
/// that became a name.
pub struct Split {
    pub name: Range<usize>,
    pub whole: Range<usize>,
    pub part: Range<usize>,
}

/// The text that a name without a value belongs to, or one whose value this is.
pub fn split_at(node: &Node, id: usize, text: &str) -> Option<Split> {
    match &node.kind {
        NodeKind::Scalar { .. } => None,
        NodeKind::Sequence(items) => items.iter().find_map(|item| split_at(item, id, text)),
        NodeKind::Mapping(entries) => {
            let Some(at) = entries.iter().position(|(key, value)| key.id == id || value.id == id) else {
                return entries.iter().find_map(|(_, value)| split_at(value, id, text));
            };
            let is_lone = |(key, value): &(Node, Node)| {
                let after = text.get(key.span.end..).unwrap_or_default().trim_start();
                value.text().is_some_and(is_nothing) && after.starts_with([',', '}'])
            };
            let is_braced = text.get(node.span.start..).is_some_and(|text| text.starts_with('{'));
            let lone =
                entries.iter().skip(at).take_while(|entry| is_lone(entry)).last().filter(|_| is_braced)?;
            let (name, value) = entries.get(..at)?.iter().rev().find(|entry| !is_lone(entry))?;
            let is_plain = matches!(value.kind, NodeKind::Scalar { plain: true, .. });
            is_plain.then(|| Split {
                name: name.span.clone(),
                whole: value.span.start..lone.0.span.end,
                part: entries[at].0.span.clone(),
            })
        }
    }
}

/// The node with a number.
pub fn find(node: &Node, id: usize) -> Option<&Node> {
    if node.id == id {
        return Some(node);
    }
    match &node.kind {
        NodeKind::Scalar { .. } => None,
        NodeKind::Sequence(items) => items.iter().find_map(|item| find(item, id)),
        NodeKind::Mapping(entries) => {
            entries.iter().find_map(|(key, value)| find(key, id).or_else(|| find(value, id)))
        }
    }
}

/// The way to a value; none to a name.
pub fn path_to(node: &Node, id: usize) -> Option<Vec<Seg>> {
    way_to(node, &|node| node.id == id)
}

/// The way to the group of fields that a name stands in.
pub fn way_to_name(node: &Node, id: usize) -> Option<Vec<Seg>> {
    let has_name = |node: &Node| matches!(&node.kind, NodeKind::Mapping(entries) if entries.iter().any(|(key, _)| key.id == id));
    way_to(node, &has_name)
}

/// The way to the first value that is meant.
fn way_to(node: &Node, is_meant: &dyn Fn(&Node) -> bool) -> Option<Vec<Seg>> {
    let below = |seg: Seg, inner: &Node| way_to(inner, is_meant).map(|rest| [vec![seg], rest].concat());
    match &node.kind {
        _ if is_meant(node) => Some(Vec::new()),
        NodeKind::Scalar { .. } => None,
        NodeKind::Sequence(items) => {
            items.iter().enumerate().find_map(|(index, item)| below(Seg::Index(index), item))
        }
        NodeKind::Mapping(entries) => {
            entries.iter().find_map(|(key, value)| below(Seg::Key(key.name()?.to_string()), value))
        }
    }
}
