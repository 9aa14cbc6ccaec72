//! YAML: text to typed values, and the exact place of whatever is wrong with it.
//!
//! Two readers, one truth. The types are plain serde types. A file that is right is read by `yaml_serde` alone, at full speed and
//! without places. Only when that fails is the text read again into a tree with places ([`tree`]), and the same serde types are
//! asked again ([`diagnose`]), over and over with what was wrong taken out, until everything that is wrong has been said.

mod blank;
mod characters;
mod diagnose;
mod explain;
mod fault;
mod lists;
mod naming;
mod placed;
mod span;
mod swedish;
mod told;
mod tree;
mod ways;
mod written;

pub(crate) use characters::{Scalar, each_scalar};
pub(crate) use lists::{ItemPlace, dash_column, line_end, place_in_list};
pub(crate) use span::{behind_colon, end_of, start_of};
pub(crate) use tree::{Node, NodeKind, has_anchors, parse as parse_tree};

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use memchr::{memchr, memchr2_iter, memchr3, memmem};
use serde::de::DeserializeOwned;

use crate::base::{At, Code, Report, Seg, names};
use written::Written;

/// The deepest nesting that is read. The content model needs five levels.
const MAX_DEPTH: usize = 32;

/// Reads a value of type `T`. What is wrong goes to the report, with places counted from `offset`; none when nothing usable
/// is left.
pub fn read<T: DeserializeOwned>(text: &str, offset: usize, report: &mut Report) -> Option<T> {
    if text.trim().is_empty() {
        report.add(Code::EmptyFile, At::File);
        return None;
    }
    characters::refuse_escapes(text, offset, report);
    warn_of_lost_comments(text, offset, report);
    warn_of_seen_quotes(text, offset, report);
    if !suspicious(text)
        && let Ok(value) = T::deserialize(swedish::Both(serde_yaml::Deserializer::from_str(text)))
    {
        return Some(value);
    }
    diagnose::diagnose(text, offset, report)
}

/// The places of a text's fields. The text is read when the first is asked for, and once, however many are asked for.
pub struct Fields<'a> {
    text: &'a str,
    root: OnceCell<Option<tree::Node>>,
    /// Where each name stands among those of a large group of fields, by the group's number: a file may have a fault in each.
    names: RefCell<HashMap<usize, HashMap<String, usize>>>,
    /// The field that words were looked for in last: a long one has many.
    last: RefCell<Option<(Vec<Seg>, Written)>>,
}

impl<'a> Fields<'a> {
    /// The fields of a text.
    pub fn of(text: &'a str) -> Self {
        Self { text, root: OnceCell::new(), names: RefCell::default(), last: RefCell::new(None) }
    }

    /// The bytes of the value (or of the key) that a path leads to; the nearest that exists when the path leads nowhere.
    pub fn locate(&self, path: &[Seg], key: bool) -> Range<usize> {
        self.root().map_or(0..0, |root| root.locate(path, key, &|group, name| self.entry(group, name)))
    }

    /// Words that stand at a byte of a field's value, counted from where [`Fields::locate`] says that it was written.
    pub fn find_words(&self, path: &[Seg], words: &str, from: usize) -> Option<Range<usize>> {
        let mut last = self.last.borrow_mut();
        if let Some((known, written)) = last.as_ref()
            && known == path
        {
            return written.find(words, from);
        }
        let node = self.root()?.find(path, &|group, name| self.entry(group, name))?;
        let written = Written::of(node.text()?, self.text.get(node.span.clone())?);
        let found = written.find(words, from);
        *last = Some((path.to_vec(), written));
        found
    }

    /// Which entry of a group has a name, the first where several do.
    fn entry(&self, group: &tree::Node, name: &str) -> Option<usize> {
        const LARGE: usize = 32;
        let tree::NodeKind::Mapping(entries) = &group.kind else { return None };
        if entries.len() < LARGE {
            let is_meant = |(entry, _): &(tree::Node, tree::Node)| {
                entry.text().is_some_and(|text| names::may_mean(text, name))
            };
            let exact = entries.iter().position(|(entry, _)| entry.text() == Some(name));
            // A name that means one thing alone stands before one that means several: `språk` is also one of two.
            let of_form = |form: String| {
                let has_form = |(entry, _): &(tree::Node, tree::Node)| {
                    entry.text().is_some_and(|text| names::fold(text) == form)
                };
                entries.iter().position(has_form)
            };
            let in_swedish = || names::forms_of(name).find_map(of_form);
            return exact.or_else(in_swedish).or_else(|| entries.iter().position(is_meant));
        }
        let mut names = self.names.borrow_mut();
        let known = names.entry(group.id).or_insert_with(|| {
            let texts = entries.iter().enumerate().rev();
            let texts = texts.filter_map(|(at, (entry, _))| Some((entry.text()?, at)));
            let forms = texts.flat_map(|(text, at)| [(text.to_string(), at), (names::fold(text), at)]);
            forms.collect()
        });
        let in_swedish = || names::forms_of(name).find_map(|form| known.get(&form).copied());
        known.get(name).copied().or_else(in_swedish)
    }

    fn root(&self) -> Option<&tree::Node> {
        self.root.get_or_init(|| tree::parse(self.text).ok()).as_ref()
    }
}

/// Longer YAML than this is read with care. Nobody writes so many fields by hand.
const LONG: usize = 64 * 1024;

/// Is the text long, or does it use what may make small files large, or what two YAML readers see differently? Then the slow,
/// careful reader decides, which counts what it reads.
fn suspicious(text: &str) -> bool {
    text.len() > LONG || is_nested(text) || says_null(text) || uses_anchors_or_tags(text)
}

/// Does YAML's word for nothing stand in it, by itself? The fast reader takes that for a text. In Finnish it is a part of many words: `sinulla`.
fn says_null(text: &str) -> bool {
    let is_word = |at: usize, word: &str| {
        let (before, after) = (&text[..at], &text[at + word.len()..]);
        !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric)
    };
    let stands = |word: &&str| memmem::find_iter(text.as_bytes(), word).any(|at| is_word(at, word));
    ["null", "Null", "NULL"].iter().any(stands)
}

/// Are brackets opened within brackets beyond all use? The fast reader keeps a note of each and looks through all of them at each sign.
fn is_nested(text: &str) -> bool {
    if memchr2_iter(b'[', b'{', text.as_bytes()).nth(MAX_DEPTH).is_none() {
        return false;
    }
    let mut depth: usize = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth > MAX_DEPTH {
            return true;
        }
    }
    false
}

fn uses_anchors_or_tags(text: &str) -> bool {
    if memchr3(b'&', b'*', b'!', text.as_bytes()).or_else(|| memchr(b'\t', text.as_bytes())).is_none() {
        return false;
    }
    let mut before = b' ';
    for byte in text.bytes() {
        if matches!(byte, b'&' | b'*' | b'!') && matches!(before, b' ' | b'\n' | b'[' | b'{' | b',')
            || byte == b'\t'
        {
            return true;
        }
        before = byte;
    }
    false
}

/// Quotation marks that YAML takes for a part of the text: those of running text around a whole value, and a straight one that is alone
/// at its end.
fn warn_of_seen_quotes(text: &str, offset: usize, report: &mut Report) {
    // A value in straight quotes has two of them, and is most often one line.
    let ends =
        |line: &str| line.ends_with(explain::CURLY) || line.ends_with('"') && line.matches('"').count() == 1;
    if !text.lines().any(|line| ends(line.trim_end())) {
        return;
    }
    let Ok(root) = tree::parse(text) else { return };
    for span in root.plain_texts() {
        let value = &text[span.clone()];
        let curly = value.starts_with(explain::CURLY) && value.ends_with(explain::CURLY);
        let inner = value.trim_matches(explain::CURLY);
        let is_whole = curly && !inner.is_empty() && !inner.contains(explain::CURLY);
        let is_lone = value.ends_with('"') && value.matches('"').count() == 1;
        if is_whole || is_lone {
            let instead = inner.trim_end_matches('"');
            let kind = if is_whole { "curly" } else { "lone" };
            let words = report.add(Code::SeenQuotes, At::Span(offset + span.start..offset + span.end));
            words.with("kind", kind).with("value", value).with("instead", instead).instead(Some(instead));
        }
    }
}

/// YAML ends a plain text at ` #`. A remark has a space after its `#`; `#1` or `#familj` is most likely meant to be seen.
fn warn_of_lost_comments(text: &str, offset: usize, report: &mut Report) {
    // A remark is known by the text alone: the tree is read only where something else follows a `#`.
    let may_be_lost = |(at, _): (usize, &str)| {
        text[at + 2..].chars().next().is_some_and(|c| !c.is_whitespace() && c != '#')
    };
    if !text.match_indices(" #").any(may_be_lost) {
        return;
    }
    let Ok(root) = tree::parse(text) else { return };
    let texts = root.texts();
    let in_text = |at: usize| {
        texts[..texts.partition_point(|span| span.start <= at)].last().is_some_and(|span| at < span.end)
    };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let sign = line.match_indices(" #").map(|(at, _)| at).find(|at| !in_text(start + at + 1));
        if let Some(at) = sign {
            let (before, after) = (line[..at].trim_start(), line[at + 2..].chars().next());
            let lost = after.is_some_and(|c| !c.is_whitespace() && c != '#');
            // After a name without a value most things are a remark, but not a colour.
            let word = line[at + 2..].split_whitespace().next().unwrap_or_default();
            let is_colour = || matches!(word.len(), 3 | 6) && word.bytes().all(|b| b.is_ascii_hexdigit());
            let is_value = before.contains(": ") || before.starts_with("- ");
            if lost && (is_value || before.ends_with(':') && is_colour()) && !before.starts_with('#') {
                let end = start + line.trim_end().len();
                report.add(Code::LostComment, At::Span(offset + start + at + 1..offset + end));
            }
        }
        start += line.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::centre::Centre;
    use crate::parse::record::Checked;

    /// How often a text is read into a tree, beside the one reading by serde.
    fn trees(text: &str) -> usize {
        let before = tree::READ.with(std::cell::Cell::get);
        let mut report = Report::on(&crate::base::SourcePath::new("x.yaml"));
        assert!(read::<<Centre as Checked>::Written>(text, 0, &mut report).is_some());
        tree::READ.with(std::cell::Cell::get) - before
    }

    #[test]
    fn what_is_right_is_read_once_whatever_its_lines_look_like() {
        let right = "name: Fittja\nstatus: open # since 2021\naddress: {street: \"Fittja Torg 19\"}\nservices:\n  - kind: bvc\n\
                     notices:\n  - title: 'Boka \"besök\"'\n    body: \"Ring.\\nEller mejla.\"\n# phone: \"08-1\"\n";
        assert_eq!(trees(right), 0);
        assert_eq!(trees(&right.replace("name:", "namn:").replace("status: open", "status: öppen")), 0);
        assert_eq!(trees(&right.replace("Ring.", "Onko sinulla lapsi?")), 0, "null is a part of a word");
        // Something else than a comment may follow a hash; a tree knows.
        assert_eq!(trees(&right.replace("# since", "#since")), 1);
    }
}
