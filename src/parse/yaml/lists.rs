//! Where one more item of a list goes in a text, so that nothing else of the text changes.

use super::span::end_of;
use super::tree::{self, Node, NodeKind};
use crate::base::{byte_order_mark, names};

/// Where an item goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ItemPlace {
    /// There is no such list.
    NoList,
    /// On lines of its own, from this byte on, with its dash at this column.
    Lines {
        /// The beginning of a line.
        at: usize,
        /// How far in the dashes stand.
        indent: usize,
    },
    /// Within brackets, at this byte.
    Brackets {
        /// Behind the last item, or behind the opening bracket.
        at: usize,
        /// Is the list empty?
        is_first: bool,
    },
}

/// Where one more item of a list at the top of a file goes; the list is known by one of some names. None where the text is no mapping,
/// or the field no list.
pub fn place_in_list(text: &str, field: &str) -> Option<ItemPlace> {
    let offset = byte_order_mark(text);
    let text = text.get(offset..)?;
    let root = tree::parse(text).ok()?;
    let NodeKind::Mapping(entries) = &root.kind else { return None };
    let is_named = |key: &Node| key.text().is_some_and(|name| names::may_mean(name, field));
    let Some((key, value)) = entries.iter().find(|(key, _)| is_named(key)) else {
        return Some(ItemPlace::NoList);
    };
    let place = match &value.kind {
        // `activities:` with nothing behind it.
        NodeKind::Scalar { text: words, plain: true } if words.is_empty() => {
            ItemPlace::Lines { at: line_end(text, key.span.end), indent: 2 }
        }
        NodeKind::Scalar { .. } | NodeKind::Mapping(_) => return None,
        NodeKind::Sequence(items) if text.get(value.span.start..)?.starts_with('[') => match items.last() {
            Some(last) => ItemPlace::Brackets { at: end_of(text, last), is_first: false },
            None => ItemPlace::Brackets { at: value.span.start + 1, is_first: true },
        },
        NodeKind::Sequence(items) => {
            let last = items.last()?;
            let at = line_end(text, end_of(text, last));
            ItemPlace::Lines { at, indent: dash_column(text, items.first()?)? }
        }
    };
    Some(match place {
        ItemPlace::NoList => ItemPlace::NoList,
        ItemPlace::Lines { at, indent } => ItemPlace::Lines { at: at + offset, indent },
        ItemPlace::Brackets { at, is_first } => ItemPlace::Brackets { at: at + offset, is_first },
    })
}

/// The beginning of the line after a byte's.
pub fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.find('\n').map_or(text.len(), |end| at + end + 1)
}

/// How far in the dash before an item stands.
pub fn dash_column(text: &str, item: &Node) -> Option<usize> {
    let before = text.get(..item.span.start)?;
    let dash = before.rfind('-')?;
    let line = before.get(..dash)?.rfind('\n').map_or(0, |end| end + 1);
    let indent = before.get(line..dash)?;
    indent.bytes().all(|byte| byte == b' ').then_some(indent.len())
}
