//! Where what a node says ends. The reader gives many nodes the beginning of what comes after them, remarks and all.

use super::tree::{Node, NodeKind};

/// Where a value begins. The reader gives some texts on lines of their own the place of their first line; their sign stands above it.
pub fn start_of(text: &str, node: &Node) -> usize {
    let start = node.span.start;
    if !matches!(node.kind, NodeKind::Scalar { plain: false, .. }) {
        return start;
    }
    let (before, rest) = (text.get(..start).unwrap_or_default(), text.get(start..).unwrap_or_default());
    let is_at_line = before.trim_end_matches(' ').ends_with('\n');
    if rest.starts_with(['"', '\'']) || !is_at_line {
        return start;
    }
    let above = before.trim_end();
    let line = above.rfind('\n').map_or(0, |end| end + 1);
    let head = above.get(line..).unwrap_or_default();
    let is_sign = |(at, _): &(usize, &str)| {
        let (name, sign) = head.split_at(*at);
        let sign = sign.get(1..).unwrap_or_default();
        let sign =
            sign.trim_start_matches(|c: char| matches!(c, '+' | '-') || c.is_ascii_digit()).trim_start();
        name.ends_with([' ', '\t']) && (sign.is_empty() || sign.starts_with('#'))
    };
    head.match_indices(['|', '>']).find(is_sign).map_or(start, |(at, _)| line + at)
}

/// The end of what a node says.
pub fn end_of(text: &str, node: &Node) -> usize {
    let start = start_of(text, node);
    let rest = text.get(start..).unwrap_or_default();
    let is_bracketed = rest.starts_with(['[', '{']);
    match &node.kind {
        NodeKind::Scalar { text: said, plain } => {
            let length = match (plain, rest.as_bytes().first()) {
                (false, Some(b'"')) => quoted(rest, '"'),
                (false, Some(b'\'')) => quoted(rest, '\''),
                (false, Some(b'|' | b'>')) => Some(block(rest, said.trim().is_empty())),
                _ => None,
            };
            let whole = text.get(start..node.span.end).unwrap_or_default();
            start + length.unwrap_or(whole.trim_end().len())
        }
        NodeKind::Sequence(items) if !is_bracketed => {
            items.last().map_or(node.span.end, |item| end_of(text, item))
        }
        NodeKind::Mapping(entries) if !is_bracketed => {
            entries.last().map_or(node.span.end, |(key, value)| {
                if value.span.is_empty() { behind_colon(text, key) } else { end_of(text, value) }
            })
        }
        _ => text
            .get(node.span.clone())
            .map_or(node.span.end, |whole| node.span.start + whole.trim_end().len()),
    }
}

/// Right behind the colon of a name.
pub fn behind_colon(text: &str, key: &Node) -> usize {
    let end = end_of(text, key);
    let rest = text.get(end..).unwrap_or_default();
    end + rest.find(':').map_or(0, |colon| colon + 1)
}

/// The length of a text in quotes, with both of them.
fn quoted(rest: &str, quote: char) -> Option<usize> {
    let mut signs = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = signs.next() {
        match c {
            '\\' if quote == '"' => {
                signs.next();
            }
            c if c == quote => match signs.peek() {
                // Two of them are one that is said.
                Some((_, next)) if quote == '\'' && *next == quote => {
                    signs.next();
                }
                _ => return Some(at + 1),
            },
            _ => {}
        }
    }
    None
}

/// The length of a text on lines of its own, with the line of its sign and without the end of its last line.
fn block(rest: &str, is_empty: bool) -> usize {
    let mut lines = rest.split_inclusive('\n');
    let head = lines.next().unwrap_or_default();
    let indent_of = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let (mut at, mut end, mut indent) = (head.len(), head.trim_end().len(), None);
    for line in lines.filter(|_| !is_empty) {
        let is_blank = line.trim().is_empty();
        if !is_blank && indent_of(line) < *indent.get_or_insert(indent_of(line)) {
            break;
        }
        at += line.len();
        if !is_blank {
            end = at - (line.len() - line.trim_end().len());
        }
    }
    end
}
