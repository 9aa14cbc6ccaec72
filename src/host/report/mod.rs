//! Reports: what a build has to say, for people and for programs.
//!
//! Diagnostics go to stderr with their line and a mark under the place; with `--json` they go to stdout, one JSON object a line.

pub mod changes;
pub mod moved;
pub mod sarif;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::time::Duration;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::json;

use crate::base::characters::visible_line;
use crate::base::{Diagnostic, LinePlace, Locale, Messages, Phrase, Severity, json as written};
use crate::model::Waiting;

/// The most diagnostics that are shown for one file; the rest are counted.
const MOST_PER_FILE: usize = 20;

/// How a report looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Look {
    /// In colour?
    pub colour: bool,
    /// The width of the terminal in characters.
    pub width: usize,
    /// Show every diagnostic, however many a file has?
    pub all: bool,
}

/// What was counted, for the last line.
#[derive(Clone, Debug, Default)]
pub struct Counts {
    /// Pages that people read.
    pub pages: usize,
    /// Files that were not there before.
    pub new: usize,
    /// Files with other bytes than before.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Files as they were.
    pub unchanged: usize,
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// How long it took.
    pub time: Duration,
    /// Where the site is.
    pub output: String,
    /// Drafts that are in it.
    pub drafts: usize,
    /// Texts of a later day that are in it.
    pub future: usize,
    /// Texts that are not in it.
    pub waiting: Waiting,
}

/// The diagnostics for people.
pub fn show(diagnostics: &[Diagnostic], messages: &Messages, look: Look) -> String {
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(look.width);
    let mut text = String::new();
    let mut rest = diagnostics;
    while let Some(first) = rest.first() {
        let same = rest
            .iter()
            .take_while(|diagnostic| diagnostic.file.is_some() && diagnostic.file == first.file)
            .count()
            .max(1);
        let (here, after) = rest.split_at(same);
        rest = after;
        // Errors before warnings where not all can be shown.
        let mut shown: Vec<&Diagnostic> = here.iter().collect();
        if !look.all && here.len() > MOST_PER_FILE {
            shown.sort_by_key(|diagnostic| diagnostic.severity);
            shown.truncate(MOST_PER_FILE);
        }
        for diagnostic in shown {
            text.push_str(&show_one(diagnostic, messages, &renderer));
            text.push_str("\n\n");
        }
        if let (Some(file), true) = (&first.file, !look.all && here.len() > MOST_PER_FILE) {
            let count = (here.len() - MOST_PER_FILE).to_string();
            let more = messages.text("report-more", &[("count", &count), ("file", file.as_str())]);
            let _ = writeln!(text, "{more}\n");
        }
    }
    text
}

/// A path of the source as the person's system writes it, so that it can be typed there.
fn as_typed(path: Cow<'_, str>) -> Cow<'_, str> {
    if cfg!(windows) { Cow::Owned(path.replace('/', "\\")) } else { path }
}

fn show_one(diagnostic: &Diagnostic, messages: &Messages, renderer: &Renderer) -> String {
    let words = messages.render(diagnostic);
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let name = messages.text(&format!("severity-{}", diagnostic.severity.word()), &[]);
    let help = messages.text("label-help", &[]);
    let id = diagnostic.code.to_string();
    let level = level.with_name(name.as_str());
    let title = level.primary_title(words.message.as_str()).id(id.as_str());
    let mut group = Group::with_title(title);
    let field = messages.field(&diagnostic.at);
    let mut moved = None;
    if let Some(file) = &diagnostic.file {
        let path = as_typed(visible_line(file.as_str()));
        group = match &diagnostic.place {
            Some(place) => {
                let (line, meant) = place.shown();
                // Of a line that is cut, or has escapes, the column would be counted in what is shown.
                let column = line.get(..meant.start).map_or(0, |before| before.chars().count()) + 1;
                if column != place.column {
                    let of_column = |column: usize| format!("{path}:{}:{column}", place.line);
                    moved = Some((of_column(column), of_column(place.column)));
                }
                let mark = AnnotationKind::Primary.span(meant);
                let mark = match &field {
                    Some(field) => mark.label(field.as_str()),
                    None => mark,
                };
                group.element(Snippet::source(line).line_start(place.line).path(path).annotation(mark))
            }
            None => group.element(Origin::path(path)),
        };
    }
    if !words.help.is_empty() {
        group = group.element(Level::HELP.with_name(help.as_str()).message(words.help.as_str()));
    }
    let text = renderer.render(&[group]);
    match moved {
        Some((shown, meant)) => text.replacen(&shown, &meant, 1),
        None => text,
    }
}

/// A diagnostic as a line of JSON.
pub fn to_json(diagnostic: &Diagnostic, messages: &Messages) -> String {
    let words = messages.render(diagnostic);
    let place = diagnostic.place.as_ref();
    let value = json!({
        "type": "diagnostic",
        "code": diagnostic.code.to_string(),
        "severity": diagnostic.severity.word(),
        "file": diagnostic.file.as_ref().map(ToString::to_string),
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "text": place.map(LinePlace::excerpt),
        "field": messages.field(&diagnostic.at),
        "message": words.message,
        "help": words.help,
    });
    written::line(&value)
}

/// The last line, for people.
pub(crate) fn last_line(counts: &Counts, published: bool, messages: &Messages) -> String {
    let numbers = [
        counts.pages,
        counts.new,
        counts.changed,
        counts.removed,
        counts.unchanged,
        counts.errors,
        counts.warnings,
    ]
    .map(|number| number.to_string());
    let [pages, new, changed, removed, unchanged, errors, warnings] = &numbers;
    let time = shown_time(counts.time, messages.locale());
    let args = [
        ("pages", pages.as_str()),
        ("new", new),
        ("changed", changed),
        ("removed", removed),
        ("unchanged", unchanged),
        ("errors", errors),
        ("warnings", warnings),
        ("time", time.as_str()),
        ("output", counts.output.as_str()),
    ];
    messages.text(if published { "report-done" } else { "report-failed" }, &args)
}

/// What is in a site that is not meant for everybody yet; nothing where there is nothing of the kind.
pub(crate) fn ahead_line(counts: &Counts, messages: &Messages) -> String {
    let mut text = String::new();
    for (key, count) in [("report-drafts", counts.drafts), ("report-future", counts.future)] {
        if count > 0 {
            let args = [("count", &*count.to_string()), ("output", counts.output.as_str())];
            let _ = writeln!(text, "{}", messages.text(key, &args));
        }
    }
    text.push_str(&waiting_lines(counts.waiting, messages));
    text
}

/// What was made otherwise than it was given, a line each.
pub fn remark_lines(remarks: &[Phrase], messages: &Messages) -> String {
    remarks.iter().map(|remark| format!("{}\n", visible_line(&messages.phrase(remark)))).collect()
}

/// The same for programs.
pub fn remark_to_json(remark: &Phrase, messages: &Messages) -> String {
    written::line(&json!({"type": "remark", "message": messages.phrase(remark)}))
}

/// How many texts nobody sees yet; nothing where there are none.
pub(crate) fn waiting_lines(waiting: Waiting, messages: &Messages) -> String {
    let mut text = String::new();
    for (key, count) in [("report-waiting", waiting.future), ("report-waiting-drafts", waiting.drafts)] {
        if count > 0 {
            let _ = writeln!(text, "{}", messages.text(key, &[("count", &count.to_string())]));
        }
    }
    text
}

/// The same for programs.
pub(crate) fn waiting_to_json(waiting: Waiting) -> serde_json::Value {
    json!({"drafts": waiting.drafts, "future": waiting.future})
}

/// The report as a line of JSON.
pub(crate) fn counts_to_json(counts: &Counts, published: bool) -> String {
    let value = json!({
        "type": "report",
        "published": published,
        "pages": counts.pages,
        "new": counts.new,
        "changed": counts.changed,
        "removed": counts.removed,
        "unchanged": counts.unchanged,
        "errors": counts.errors,
        "warnings": counts.warnings,
        "drafts": counts.drafts,
        "future": counts.future,
        "waiting": waiting_to_json(counts.waiting),
        "milliseconds": u64::try_from(counts.time.as_millis()).unwrap_or(u64::MAX),
        "output": counts.output,
    });
    written::line(&value)
}

/// A time as people say it: `0.06 s`, in Swedish `0,06 s`.
pub(crate) fn shown_time(time: Duration, locale: Locale) -> String {
    let decimals = if time.as_secs() >= 10 { 1 } else { 2 };
    let text = format!("{:.decimals$} s", time.as_secs_f64());
    match locale {
        Locale::English => text,
        Locale::Swedish => text.replace('.', ","),
    }
}
