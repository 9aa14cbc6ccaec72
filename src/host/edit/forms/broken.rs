//! A file that no form can be made of: its text, as it is, with the lines marked that are at fault. It is never written.

use serde::Serialize;

use super::super::PREFIX;
use super::super::desk::Office;
use super::super::files::ContentFile;
use super::super::view::PageOf;
use crate::base::{Code, Diagnostic};
use crate::host::serve::Reply;
use crate::parse;

/// The most lines that are shown, those at fault among them.
const MOST_LINES: usize = 600;

/// A line of the file.
#[derive(Serialize)]
struct FileLine {
    number: usize,
    text: String,
    is_fault: bool,
}

/// Shows the text; of what cannot be read at all only why.
pub(super) fn page(office: &Office<'_>, file: &ContentFile, bytes: Option<&[u8]>, why: Vec<String>) -> Reply {
    let back = match file.owner() {
        "" => PREFIX.to_string(),
        owner => format!("{PREFIX}k/{owner}"),
    };
    let found =
        bytes.map(|bytes| parse::parse(&file.path, &file.role, bytes).diagnostics).unwrap_or_default();
    let line = |found: &Diagnostic| found.place.as_ref().map_or(0, |place| place.line);
    let told = found.iter().map(|found| format!("{}:{}: {}", file.path, line(found), office.said(found)));
    let told: Vec<String> = why.into_iter().chain(told).collect();
    let faults: Vec<usize> = found.iter().filter(|found| found.is_error()).map(line).collect();
    let text = String::from_utf8_lossy(bytes.unwrap_or_default()).into_owned();
    let first = faults.iter().filter(|line| **line > 0).min().copied().unwrap_or(1);
    let skipped = first.saturating_sub(MOST_LINES / 2);
    let lines = text.lines().enumerate().skip(skipped).take(MOST_LINES);
    let lines: Vec<FileLine> = lines
        .map(|(at, text)| FileLine {
            number: at + 1,
            text: text.to_string(),
            is_fault: faults.contains(&(at + 1)),
        })
        .collect();
    PageOf::new(office.editor, office.messages, &office.word("edit-by-hand"))
        .with("trail", &office.trail(file, false))
        .with("told", &told)
        .with("lines", &lines)
        .with("back", &back)
        .reply("broken.html", 200)
}

/// Has a file a field twice? One reader takes the first, another the last, and a form could only show one of them.
pub(super) fn has_field_twice(file: &ContentFile, bytes: &[u8]) -> bool {
    let found = parse::parse(&file.path, &file.role, bytes).diagnostics;
    found.iter().any(|found| found.code == Code::DuplicateField)
}
