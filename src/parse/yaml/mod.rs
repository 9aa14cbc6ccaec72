//! YAML: text to typed values, and the exact place of whatever is wrong with it.
//!
//! Two readers, one truth. The types are plain serde types. A file that is right is read by `yaml_serde` alone, at full speed and
//! without places. Only when that fails is the text read again into a tree with places ([`tree`]), and the same serde types are
//! asked again ([`diagnose`]), over and over with what was wrong taken out, until everything that is wrong has been said.

mod diagnose;
mod tree;

use std::ops::Range;

use serde::de::DeserializeOwned;

use crate::base::{At, Code, Report, Seg};

/// The deepest nesting that is read. The content model needs five levels.
const MAX_DEPTH: usize = 32;

/// Reads a value of type `T`. What is wrong goes to the report, with places counted from `offset`; none when nothing usable
/// is left.
pub fn read<T: DeserializeOwned>(text: &str, offset: usize, report: &mut Report) -> Option<T> {
    if text.trim().is_empty() {
        report.add(Code::EmptyFile, At::File);
        return None;
    }
    warn_of_lost_comments(text, offset, report);
    if !suspicious(text)
        && let Ok(value) = serde_yaml::from_str::<T>(text)
    {
        return Some(value);
    }
    diagnose::diagnose(text, offset, report)
}

/// The bytes of the value (or of the key) that a path leads to; the nearest that exists when the path leads nowhere.
pub fn locate(text: &str, path: &[Seg], key: bool) -> Range<usize> {
    match tree::parse(text) {
        Ok(root) => root.locate(path, key),
        Err(_) => 0..0,
    }
}

/// Does the text use what may make small files large, or what two YAML readers see differently? Then the slow, careful reader
/// decides.
fn suspicious(text: &str) -> bool {
    text.bytes().any(|b| matches!(b, b'&' | b'*' | b'!' | b'\t')) && uses_anchors_or_tags(text)
}

fn uses_anchors_or_tags(text: &str) -> bool {
    let mut before = b' ';
    for byte in text.bytes() {
        if matches!(byte, b'&' | b'*' | b'!') && matches!(before, b' ' | b'\n' | b'[' | b'{' | b',') || byte == b'\t' {
            return true;
        }
        before = byte;
    }
    false
}

/// YAML ends a plain text at ` #`. A remark has a space after its `#`; `#1` or `#familj` is most likely meant to be seen.
fn warn_of_lost_comments(text: &str, offset: usize, report: &mut Report) {
    if !text.contains(" #") {
        return;
    }
    let Ok(root) = tree::parse(text) else { return };
    for (at, _) in text.match_indices(" #") {
        let after = text[at + 2..].chars().next();
        let lost = after.is_some_and(|c| !c.is_whitespace() && c != '#') && !root.has_scalar_over(at + 1);
        let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        if lost && text[line_start..at].contains(": ") && !text[line_start..at].trim_start().starts_with('#') {
            let end = text[at..].find('\n').map_or(text.len(), |newline| at + newline);
            report.add(Code::LostComment, At::Span(offset + at + 1..offset + end));
        }
    }
}
