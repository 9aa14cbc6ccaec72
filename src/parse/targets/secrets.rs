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
    const WORDS: [&str; 7] = ["pass", "lösen", "secret", "hemlig", "token", "pwd", "access"];
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        if let Some(at) = named_secret(line, &WORDS) {
            let from = start + at + 1;
            let value = text.get(from..end).unwrap_or_default();
            let blanks = value.len() - value.trim_start().len();
            // What closes a group in one line is none of it.
            let is_in_group = line.get(..at).is_some_and(|before| before.contains('{'));
            let closing =
                if is_in_group { value.len() - value.trim_end_matches(['}', ' ']).len() } else { 0 };
            found.push(from + blanks..(end - closing).max(from + blanks));
        } else if let Some(range) = in_address(line) {
            found.push(start + range.start..start + range.end);
        }
        start += line.len();
    }
    found
}

/// Where the colon after such a word stands in a line, also within a group: `{bucket: familj, secret: …}`.
fn named_secret(line: &str, words: &[&str]) -> Option<usize> {
    let is_secret = |at: &usize| {
        let before = line.get(..*at).unwrap_or_default();
        let name = before.rsplit([',', '{']).next().unwrap_or_default().to_lowercase();
        // A colon within an address is not one after a name.
        !name.contains(':') && words.iter().any(|word| name.contains(word))
    };
    line.match_indices(':').map(|(at, _)| at).find(is_secret)
}

/// The password of the last address in a line: what stands between `:` and `@`, with neither blanks nor slashes.
fn in_address(line: &str) -> Option<Range<usize>> {
    let end = line.rfind('@')?;
    let start = line.get(..end)?.rfind(':')? + 1;
    let is_one = line.get(start..end)?.chars().all(|c| !c.is_whitespace() && c != '/');
    (is_one && start < end).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_secret_is_covered_and_all_else_is_as_it_was() {
        for (text, expected) in [
            ("a:\n  password: hemligt\n", "a:\n  password: xxxxxxx\n"),
            ("a: {bucket: familj, secret: hemligt}\n", "a: {bucket: familj, secret: xxxxxxx}\n"),
            (
                "a: {access_key_id: hemligt, bucket: familj}\n",
                "a: {access_key_id: xxxxxxxxxxxxxxxxxxxxxxx}\n",
            ),
            ("a:\n  sftp: webb:hemligt@server:x\n", "a:\n  sftp: webb:xxxxxxx@server:x\n"),
            ("a:\n  host_key: SHA256:abc\n", "a:\n  host_key: SHA256:abc\n"),
            ("a: webb:hemligt@server:x\n", "a: webb:xxxxxxx@server:x\n"),
            ("secret:", "secret:"),
            ("a: {secret: }\n", "a: {secret: }\n"),
        ] {
            assert_eq!(masked(text), expected);
        }
    }
}
