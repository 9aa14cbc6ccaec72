//! What may be a secret in `publish.yaml`, although none belongs there.

use std::borrow::Cow;
use std::ops::Range;

/// The text without what may be a secret: a part of its lines is shown on the terminal, and ends in logs. As long as before, so that places are
/// the same.
pub fn masked(text: &str) -> Cow<'_, str> {
    let mut masked = Cow::Borrowed(text);
    for secret in secrets(text) {
        masked.to_mut().replace_range(secret.clone(), &"x".repeat(secret.len()));
    }
    masked
}

/// Where a password may stand: after a word for one, or between a name and `@`.
fn secrets(text: &str) -> Vec<Range<usize>> {
    const WORDS: [&str; 6] = ["pass", "lösen", "secret", "hemlig", "token", "pwd"];
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if let Some((name, _)) = line.split_once(':') {
            let lower = name.to_lowercase();
            if WORDS.iter().any(|word| lower.contains(word)) {
                let from = start + name.len() + 1;
                let blanks = text.get(from..end).map_or(0, |value| value.len() - value.trim_start().len());
                found.push(from + blanks..end);
            } else if let Some(range) = in_address(line) {
                found.push(start + range.start..start + range.end);
            }
        }
        start += line.len();
    }
    found
}

/// The password of the last address in a line: what stands between `:` and `@`, with neither blanks nor slashes.
fn in_address(line: &str) -> Option<Range<usize>> {
    let end = line.rfind('@')?;
    let start = line.get(..end)?.rfind(':')? + 1;
    let is_one = line.get(start..end)?.chars().all(|c| !c.is_whitespace() && c != '/');
    (is_one && start < end).then_some(start..end)
}
