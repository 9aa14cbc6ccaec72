//! A YAML text as a tree whose every node knows its place.

use std::cell::Cell;
use std::collections::HashMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, StrInput};

use super::MAX_DEPTH;
use crate::base::Seg;

/// The most nodes that a file may have once its aliases are written out. The longest file of a municipality has a few hundred.
const MAX_NODES: usize = 20_000;

/// How many bytes of texts aliases may write out in any file, and for each byte of it: a few lines must not stand for a megabyte.
const MAX_COPIED: (usize, usize) = (64 * 1024, 4);

/// The words by which YAML says that there is nothing.
pub fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

/// A node and its bytes in the text.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its number in the tree: the same at every reading of the same text.
    pub id: usize,
    /// Where it stands.
    pub span: Range<usize>,
    /// What it is.
    pub kind: NodeKind,
    /// The program's name for the field whose name this is, once a type has said so.
    pub meant: Cell<Option<&'static str>>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// A text, number, truth value or nothing; `plain` when it stands without quotes.
    Scalar {
        /// The text as it reads, without quotes and escapes.
        text: String,
        /// Does it stand without quotes?
        plain: bool,
    },
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping, in the order of the file.
    Mapping(Vec<(Node, Node)>),
}

/// Says which entry of a group has a name.
pub type EntryOf<'f> = &'f dyn Fn(&Node, &str) -> Option<usize>;

/// Why there is no tree.
#[derive(Debug)]
pub enum TreeError {
    /// The text is no YAML: where, and what the parser says.
    Syntax(usize, String),
    /// Nested or repeated beyond all use: where.
    TooDeep(usize),
}

impl Node {
    /// The bytes that a path leads to, or those of the nearest node on the way.
    pub fn locate(&self, path: &[Seg], key: bool, entry_of: EntryOf<'_>) -> Range<usize> {
        let Some((first, rest)) = path.split_first() else { return self.span.clone() };
        match (first, &self.kind) {
            (Seg::Key(name), NodeKind::Mapping(entries)) => {
                match entry_of(self, name).and_then(|at| entries.get(at)) {
                    Some((entry, _)) if key && rest.is_empty() => entry.span.clone(),
                    Some((entry, value)) if value.span.is_empty() && rest.is_empty() => entry.span.clone(),
                    Some((_, value)) => value.locate(rest, key, entry_of),
                    None => self.start(),
                }
            }
            (Seg::Index(index), NodeKind::Sequence(items)) => {
                items.get(*index).map_or_else(|| self.start(), |item| item.locate(rest, key, entry_of))
            }
            // A path into a single text: an interval of hours, say.
            _ => self.span.clone(),
        }
    }

    /// The node that a path leads to.
    pub fn find(&self, path: &[Seg], entry_of: EntryOf<'_>) -> Option<&Node> {
        let Some((first, rest)) = path.split_first() else { return Some(self) };
        match (first, &self.kind) {
            (Seg::Key(name), NodeKind::Mapping(entries)) => {
                entries.get(entry_of(self, name)?)?.1.find(rest, entry_of)
            }
            (Seg::Index(index), NodeKind::Sequence(items)) => items.get(*index)?.find(rest, entry_of),
            _ => None,
        }
    }

    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The name of a field, as the program has it where that is known, else as it is written.
    pub fn name(&self) -> Option<&str> {
        self.meant.get().or_else(|| self.text())
    }

    /// Where its texts stand, in their order.
    pub fn texts(&self) -> Vec<Range<usize>> {
        let mut spans = Vec::new();
        self.add_texts(&mut spans);
        spans.sort_by_key(|span| span.start);
        spans
    }

    fn add_texts(&self, spans: &mut Vec<Range<usize>>) {
        match &self.kind {
            NodeKind::Scalar { .. } => spans.push(self.span.clone()),
            NodeKind::Sequence(items) => items.iter().for_each(|item| item.add_texts(spans)),
            NodeKind::Mapping(entries) => entries.iter().for_each(|(key, value)| {
                key.add_texts(spans);
                value.add_texts(spans);
            }),
        }
    }

    /// Where its values without quotes stand.
    pub fn plain_texts(&self) -> Vec<Range<usize>> {
        match &self.kind {
            NodeKind::Scalar { plain: true, .. } => vec![self.span.clone()],
            NodeKind::Scalar { .. } => Vec::new(),
            NodeKind::Sequence(items) => items.iter().flat_map(Node::plain_texts).collect(),
            NodeKind::Mapping(entries) => entries.iter().flat_map(|(_, value)| value.plain_texts()).collect(),
        }
    }

    /// The first line of a mapping or list: its first key or item.
    pub fn start(&self) -> Range<usize> {
        match &self.kind {
            NodeKind::Mapping(entries) => {
                entries.first().map_or(self.span.clone(), |(key, _)| key.span.clone())
            }
            NodeKind::Sequence(items) => items.first().map_or(self.span.clone(), Node::start),
            NodeKind::Scalar { .. } => self.span.clone(),
        }
    }
}

#[cfg(test)]
thread_local! {
    /// How many texts this thread has read into trees.
    pub static READ: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Reads the first document of a text.
pub fn parse(text: &str) -> Result<Node, TreeError> {
    #[cfg(test)]
    READ.with(|read| read.set(read.get() + 1));
    let mut builder = Builder {
        parser: Parser::new_from_str(text),
        text,
        bytes: ByteIndex::of(text),
        anchors: HashMap::new(),
        nodes: 0,
        copied: 0,
    };
    loop {
        let (event, span) = builder.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(_) | Event::Nothing => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(builder.empty(span.start)),
            event => {
                let root = builder.node(event, span, 0)?;
                builder.finish()?;
                return Ok(root);
            }
        }
    }
}

/// Does a text name values to use them again, or say what type a value has? A text that cannot be read counts as one that does.
pub fn has_anchors(text: &str) -> bool {
    let mut parser = Parser::new_from_str(text);
    loop {
        match parser.next_event() {
            None | Some(Ok((Event::StreamEnd, _))) => return false,
            Some(Ok((Event::Scalar(_, _, anchor, tag), _))) if anchor > 0 || tag.is_some() => return true,
            Some(Ok((Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag), _)))
                if anchor > 0 || tag.is_some() =>
            {
                return true;
            }
            Some(Ok((Event::Alias(_), _)) | Err(_)) => return true,
            Some(Ok(_)) => {}
        }
    }
}

struct Builder<'a> {
    parser: Parser<'a, StrInput<'a>>,
    text: &'a str,
    bytes: ByteIndex,
    anchors: HashMap<usize, Node>,
    nodes: usize,
    /// The bytes of texts that aliases have written out.
    copied: usize,
}

impl<'a> Builder<'a> {
    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), TreeError> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                let range = self.bytes.at(span.start.index())..self.bytes.at(span.end.index());
                Ok((event, range))
            }
            Some(Err(error)) => Err(self.syntax(&error)),
            None => Ok((Event::StreamEnd, self.text.len()..self.text.len())),
        }
    }

    fn syntax(&self, error: &ScanError) -> TreeError {
        let at = self.bytes.at(error.marker().index());
        if error.info().contains("recursion") {
            TreeError::TooDeep(at)
        } else {
            TreeError::Syntax(at, error.info().to_string())
        }
    }

    /// Reads on to the end: a fault after the first document is a fault too.
    fn finish(&mut self) -> Result<(), TreeError> {
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => return Ok(()),
                Event::DocumentEnd | Event::Nothing => {}
                _ => return Err(TreeError::Syntax(span.start, "more than one document".to_string())),
            }
        }
    }

    fn node(&mut self, event: Event<'a>, span: Range<usize>, depth: usize) -> Result<Node, TreeError> {
        self.nodes += 1;
        if depth > MAX_DEPTH || self.nodes > MAX_NODES {
            return Err(TreeError::TooDeep(span.start));
        }
        let id = self.nodes;
        let (kind, anchor, end) = match event {
            Event::Alias(anchor) => return self.alias(anchor, span),
            Event::Scalar(text, style, anchor, _) => {
                let plain = style == ScalarStyle::Plain;
                (NodeKind::Scalar { text: text.into_owned(), plain }, anchor, span.end)
            }
            Event::SequenceStart(anchor, _) => {
                let (items, end) = self.items(depth)?;
                (NodeKind::Sequence(items), anchor, end)
            }
            Event::MappingStart(anchor, _) => {
                let (entries, end) = self.entries(depth)?;
                (NodeKind::Mapping(entries), anchor, end)
            }
            _ => return Ok(self.empty(span.start)),
        };
        let node = Node { id, span: span.start..end.max(span.start), kind, meant: Cell::default() };
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn items(&mut self, depth: usize) -> Result<(Vec<Node>, usize), TreeError> {
        let mut items = Vec::new();
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::SequenceEnd => return Ok((items, span.end)),
                event => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn entries(&mut self, depth: usize) -> Result<(Vec<(Node, Node)>, usize), TreeError> {
        let mut entries = Vec::new();
        loop {
            let (event, span) = self.next()?;
            if event == Event::MappingEnd {
                return Ok((entries, span.end));
            }
            let key = self.node(event, span, depth + 1)?;
            let (event, span) = self.next()?;
            entries.push((key, self.node(event, span, depth + 1)?));
        }
    }

    fn alias(&mut self, anchor: usize, span: Range<usize>) -> Result<Node, TreeError> {
        let unknown = || TreeError::Syntax(span.start, "unknown anchor".to_string());
        let mut node = self.anchors.get(&anchor).cloned().ok_or_else(unknown)?;
        self.nodes += count(&node);
        self.copied += length(&node);
        let (some, each) = MAX_COPIED;
        if self.nodes > MAX_NODES || self.copied > some + each * self.text.len() {
            return Err(TreeError::TooDeep(span.start));
        }
        let mut next = self.nodes - count(&node);
        renumber(&mut node, &mut next);
        node.span = span;
        Ok(node)
    }

    fn empty(&self, at: usize) -> Node {
        let kind = NodeKind::Scalar { text: String::new(), plain: true };
        Node { id: 0, span: at..at, kind, meant: Cell::default() }
    }
}

fn count(node: &Node) -> usize {
    1 + match &node.kind {
        NodeKind::Scalar { .. } => 0,
        NodeKind::Sequence(items) => items.iter().map(count).sum(),
        NodeKind::Mapping(entries) => entries.iter().map(|(key, value)| count(key) + count(value)).sum(),
    }
}

/// The bytes of its texts.
fn length(node: &Node) -> usize {
    match &node.kind {
        NodeKind::Scalar { text, .. } => text.len(),
        NodeKind::Sequence(items) => items.iter().map(length).sum(),
        NodeKind::Mapping(entries) => entries.iter().map(|(key, value)| length(key) + length(value)).sum(),
    }
}

fn renumber(node: &mut Node, next: &mut usize) {
    *next += 1;
    node.id = *next;
    match &mut node.kind {
        NodeKind::Scalar { .. } => {}
        NodeKind::Sequence(items) => items.iter_mut().for_each(|item| renumber(item, next)),
        NodeKind::Mapping(entries) => {
            for (key, value) in entries {
                renumber(key, next);
                renumber(value, next);
            }
        }
    }
}

/// The parser counts characters, everything else here counts bytes.
struct ByteIndex(Option<Vec<usize>>, usize);

impl ByteIndex {
    fn of(text: &str) -> Self {
        let table = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self(table, text.len())
    }

    fn at(&self, character: usize) -> usize {
        match &self.0 {
            Some(table) => table.get(character).copied().unwrap_or(self.1),
            None => character.min(self.1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_knows_its_place_after_swedish_letters() {
        let text = "namn: åäö\nadress:\n  gata: Storgatan 1\n";
        let fields = super::super::Fields::of(text);
        let span = fields.locate(&[Seg::Key("adress".into()), Seg::Key("gata".into())], false);
        assert_eq!(&text[span], "Storgatan 1");
        let span = fields.locate(&[Seg::Key("namn".into())], true);
        assert_eq!(&text[span], "namn");
    }

    #[test]
    fn a_long_text_is_not_written_out_again_and_again() {
        let text = |times: usize| {
            format!("a: &a \"{}\"\nb: [{}]\n", "x".repeat(100_000), vec!["*a"; times].join(","))
        };
        assert!(parse(&text(4)).is_ok());
        assert!(matches!(parse(&text(5)), Err(TreeError::TooDeep(_))));
    }

    #[test]
    fn a_billion_laughs_are_refused() {
        let mut text = String::from("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for level in 1..12 {
            let before = level - 1;
            let list = vec![format!("*a{before}"); 10].join(",");
            text.push_str(&format!("a{level}: &a{level} [{list}]\n"));
        }
        assert!(matches!(parse(&text), Err(TreeError::TooDeep(_))));
        assert!(matches!(parse(&"[".repeat(5_000)), Err(TreeError::TooDeep(_) | TreeError::Syntax(..))));
    }
}
