//! What looks like a phone number and is none: a digit too few or too many, a hyphen in the wrong place, the letter O for a nought. Nobody
//! can tap it, it is in no list of numbers, and so it stays behind when the number is changed.
//!
//! A number begins with an area or the code of a country, and is written in groups. Hours, dates and the numbers of cases are written in
//! groups too: so what has no group of three digits, or a year in it, is let be.

use std::ops::Range;

use super::prose::Run;
use super::{ItemText, TextFindings, fields};
use crate::base::{Code, Diagnostic, SourcePath};
use crate::model::Folder;
use crate::parse::contacts;
use crate::parse::values::{Phone, has_area_of_three};

/// The fewest and the most digits that a number is typed with.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=13;

/// The longest that is looked at.
const LONGEST: usize = 40;

/// Looks at a text: its words, and the links that call.
pub(super) fn lint(text: &ItemText<'_>, findings: &mut TextFindings<'_>) {
    for run in text.runs() {
        findings.found.extend(in_run(run, text.path));
    }
    for link in &text.prose.links {
        let Some(number) = link.target.strip_prefix("tel:") else { continue };
        // 112, 1177 and the like have few digits.
        let is_short = (3..=6).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit());
        if !is_short && Phone::parse(number).is_none() {
            let diagnostic = findings.at(Code::OddNumber, link.span.clone());
            findings.found.push(diagnostic.with("number", number).with("kind", "link"));
        }
    }
}

/// Looks at the texts of a folder's YAML files.
pub(super) fn lint_fields(folder: &Folder) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    fields::each_run(folder, |run, path| found.extend(in_run(run, path)));
    found
}

fn in_run(run: &Run, path: &SourcePath) -> Vec<Diagnostic> {
    let known = contacts::find(&run.text);
    let told = |range: Range<usize>| {
        let number = run.text.get(range.clone()).unwrap_or_default();
        let diagnostic = Diagnostic::new(Code::OddNumber, path, run.at(&range));
        diagnostic.with("number", number).with("kind", "text")
    };
    // Both are in the order of the text, and none lies within another.
    let is_free = |range: &Range<usize>| {
        let after = known.partition_point(|contact| contact.range.end <= range.start);
        known.get(after).is_none_or(|contact| range.end <= contact.range.start)
    };
    let mut found: Vec<Diagnostic> = odd(&run.text).into_iter().filter(is_free).map(told).collect();
    // Of many the first few say it.
    found.truncate(3);
    found
}

/// What looks like a number in a text, with its places.
fn odd(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        let begins = byte == b'0' || byte == b'+' && bytes.get(at + 1).is_some_and(u8::is_ascii_digit);
        let touches = text.get(..at).and_then(|before| before.chars().next_back());
        let is_free = touches.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | ':' | '”' | '"' | ','));
        if !begins || !is_free {
            at += 1;
            continue;
        }
        let (end, groups) = read(text, at);
        if is_odd(text, at, end, &groups) {
            found.push(at..end);
        }
        at = end.max(at + 1);
    }
    found
}

/// Groups of digits from a place on, with what people put between them.
fn read(text: &str, start: usize) -> (usize, Vec<String>) {
    let (mut groups, mut group, mut end, mut gap) = (Vec::new(), String::new(), start, 0);
    for (at, c) in text.get(start..).unwrap_or_default().char_indices().take(LONGEST) {
        // A nought is typed as a letter, at the end of a group or within it.
        let is_nought = matches!(c, 'O' | 'o') && group.ends_with(|c: char| c.is_ascii_digit());
        if c.is_ascii_digit() || is_nought {
            if gap > 0 && !group.is_empty() {
                groups.push(std::mem::take(&mut group));
            }
            gap = 0;
            group.push(c);
            end = start + at + c.len_utf8();
        } else if matches!(
            c,
            ' ' | '\u{a0}' | '\u{202f}' | '-' | '–' | '\u{2010}' | '\u{2011}' | '.' | '/' | '(' | ')'
        ) && gap < 3
        {
            gap += 1;
        } else if !(c == '+' && at == 0) {
            break;
        }
    }
    groups.extend((!group.is_empty()).then_some(group));
    (end, groups)
}

fn is_odd(text: &str, start: usize, end: usize, groups: &[String]) -> bool {
    let digits: usize = groups.iter().map(String::len).sum();
    let Some((area, rest)) = groups.split_first() else { return false };
    let after = text.get(end..).and_then(|rest| rest.chars().next());
    let ends = after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '€' | '$'));
    let has_plus = text.get(start..).is_some_and(|text| text.starts_with('+'));
    let is_area = has_plus
        || area.starts_with("00")
        || area == "08"
        || area.len() >= 3 && (has_area_of_three(area) || area.len() >= 4 || area.starts_with("07"));
    let is_year = |group: &String| group.len() == 4 && (group.starts_with("19") || group.starts_with("20"));
    let is_time = |group: &String| {
        let parts = (group.get(..2).map(str::parse::<u8>), group.get(2..4).map(str::parse::<u8>));
        group.len() == 4 && matches!(parts, (Some(Ok(..=24)), Some(Ok(..=59))))
    };
    let is_grouped = has_plus || groups.iter().any(|group| group.len() >= 3);
    let is_written_as_number = !rest.is_empty() || digits >= 9 && groups.len() == 1;
    let is_date = groups.iter().any(is_year) && digits <= 8;
    let are_times = groups.iter().all(is_time) && groups.len() > 1;
    DIGITS.contains(&digits)
        && is_area
        && is_grouped
        && is_written_as_number
        && ends
        && !is_date
        && !are_times
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_number_is_found_and_hours_and_dates_are_not() {
        for (text, seen) in [
            ("Ring 06018 10 20 i dag", Some("06018 10 20")),
            ("0060-19 20 30", Some("0060-19 20 30")),
            ("060-19 20 3O", Some("060-19 20 3O")),
            ("073-123 45 6", Some("073-123 45 6")),
            ("060-19 20 30-31", Some("060-19 20 30-31")),
            ("070-123 45 678.", Some("070-123 45 678")),
            ("+46 60 19 20", Some("+46 60 19 20")),
            ("kl. 09.00–12.00", None),
            ("0915-1030 och 0900 – 1130", None),
            ("08-12 13-16", None),
            ("08-12-2026 eller 01.12.2026", None),
            ("dnr KS-0812345678", None),
            ("0127", None),
            ("05-07 år, 0–6 år", None),
            ("Rum 012, plan 2", None),
            ("Bankgiro 123-4567", None),
        ] {
            let found = odd(text).into_iter().next().and_then(|range| text.get(range));
            assert_eq!(found, seen, "{text}");
        }
    }
}
