//! A text with front matter, or a file that is YAML alone: its parts, and the parts put together again.

use std::ops::Range;

use crate::base::{Phrase, SourcePath};
use crate::parse::{body_start, yaml_of};

/// A file's text and where its parts are.
#[derive(Clone, Debug)]
pub struct Paper {
    text: String,
    yaml: Range<usize>,
    /// What is written below the front matter, without the blank around it.
    body: Option<Range<usize>>,
}

impl Paper {
    /// The parts of a file. None where it is no text in UTF-8, or has no front matter where it should.
    pub fn of(path: &SourcePath, bytes: &[u8]) -> Result<Self, Phrase> {
        let unreadable = || Phrase::new("edit-unreadable");
        let text = std::str::from_utf8(bytes).map_err(|_| unreadable())?.to_string();
        let has_body = path.extension() == "md";
        let body = if has_body { Some(body_start(&text).ok_or_else(unreadable)?) } else { None };
        let body = body.map(|start| {
            let all = text.get(start..).unwrap_or_default();
            let blank: usize =
                all.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
            let start = start + blank;
            start..start + text.get(start..).unwrap_or_default().trim_end().len()
        });
        let yaml = yaml_of(&text, has_body);
        Ok(Self { text, yaml, body })
    }

    /// The YAML.
    pub fn yaml(&self) -> &str {
        self.text.get(self.yaml.clone()).unwrap_or_default()
    }

    /// The Markdown, with plain line ends; none where the file has none.
    pub fn body(&self) -> Option<String> {
        Some(self.text.get(self.body.clone()?)?.replace("\r\n", "\n"))
    }

    /// The file with other YAML and another body, if one is given. Lines of the body that stay keep their bytes.
    pub fn with(&self, yaml: &str, body: Option<&str>) -> String {
        let mut text = self.text.clone();
        if let (Some(range), Some(new)) = (self.body.clone(), body) {
            let old = self.text.get(range.clone()).unwrap_or_default();
            if !same_text(old, new) {
                let end = if self.text.contains("\r\n") { "\r\n" } else { "\n" };
                let mut new = merged(old, &plain(new), end);
                // A body in a file that had none stands apart from the front matter.
                if range.is_empty() && !new.is_empty() {
                    let before = self.text.get(..range.start).unwrap_or_default();
                    let is_apart = before.ends_with("\n\n") || before.ends_with("\n\r\n");
                    let gap = if before.ends_with('\n') { end.to_string() } else { end.repeat(2) };
                    new = format!("{}{new}{end}", if is_apart { String::new() } else { gap });
                }
                text.replace_range(range, &new);
            }
        }
        text.replace_range(self.yaml.clone(), yaml);
        text
    }
}

/// Are two texts the same, but for how lines end and the blank around them? That is all that a browser changes.
pub fn same_text(one: &str, other: &str) -> bool {
    plain(one) == plain(other)
}

fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let start = text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum();
    text.get(start..).unwrap_or_default().trim_end().to_string()
}

/// The new lines, with the old bytes of those at the beginning and at the end that are the same.
fn merged(old: &str, new: &str, end: &str) -> String {
    let old: Vec<&str> = old.split_inclusive('\n').collect();
    let new: Vec<&str> = new.split('\n').collect();
    let bare = |line: &str| line.trim_end_matches(['\r', '\n']).to_string();
    let same = |(one, other): &(&&str, &&str)| bare(one) == **other;
    let first = old.iter().zip(&new).take_while(same).count();
    let most = old.len().min(new.len()) - first;
    let last = old.iter().rev().zip(new.iter().rev()).take(most).take_while(same).count();
    let mut text: String = old.iter().take(first).copied().collect();
    if first > 0 && !text.ends_with('\n') && first < new.len() {
        text.push_str(end);
    }
    for line in new.iter().take(new.len() - last).skip(first) {
        text.push_str(line);
        text.push_str(end);
    }
    text.extend(old.iter().skip(old.len() - last).copied());
    // The end of the last line stands behind the body.
    let kept = text.trim_end().len();
    text.truncate(kept);
    text
}
