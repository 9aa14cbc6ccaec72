//! `fcsite check`.

use std::time::Instant;

use super::args::CheckArguments;
use super::build::bar;
use super::{Context, FOUND, WELL, day, screen};
use crate::base::{Code, Diagnostic, Messages, json};
use crate::build::Options;
use crate::check::Findings;
use crate::host::clock;
use crate::host::examine::{Task, changes, examine};
use crate::host::outside::{Policy, Tried};
use crate::host::report::changes::Changes;
use crate::host::report::{self, sarif};
use crate::host::table;
use crate::lint::Reading;
use crate::list::{Cell, Table};
use crate::model::Settings;

/// Checks everything that can be checked, or explains a code.
pub fn command_check(context: &Context, arguments: &CheckArguments) -> u8 {
    if let Some(code) = arguments.explain {
        context.data(&explanation(code, &Messages::whole(context.locale())));
        return WELL;
    }
    if context.global.json && arguments.sarif {
        return context.conflict("--sarif", "--json");
    }
    let began = clock::instant();
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let options = Options {
        settings: Settings {
            now: day(arguments.now),
            drafts: arguments.drafts,
            future: arguments.future,
            base_url: None,
        },
        only: (!arguments.only.is_empty()).then(|| arguments.only.clone()),
        packed: false,
    };
    let external = arguments.external.then(Policy::default);
    let bar = bar(context);
    let link_bar = bar.as_ref().map(|_| context.messages.text("progress-links", &[]));
    let task = Task { source, options, external, bar, link_bar };
    let (findings, tried) = examine(&task);
    let changes = changes(&task, &findings);
    if arguments.sarif {
        context.data(&sarif::to_sarif(&findings.diagnostics, &Messages::whole(context.locale())));
    } else if context.global.json {
        context.data(&to_json(context, &findings, changes.as_ref(), tried.as_ref()));
    } else {
        let gone = changes.map(|changes| changes.tell(&context.messages, context.global.verbose));
        tell(context, &findings, &gone.unwrap_or_default(), (tried.as_ref(), began));
    }
    // Links that could not be tried are not known to be well.
    let is_in_vain = tried.as_ref().is_some_and(Tried::is_in_vain);
    if findings.diagnostics.is_empty() && !is_in_vain { WELL } else { FOUND }
}

/// What a code means, at length.
fn explanation(code: Code, messages: &Messages) -> String {
    let id = format!("explain-{code}");
    let mut text = format!("{code}: {}\n", messages.text(&id, &[]));
    let why = messages.attribute(&id, "why", &[]).unwrap_or_default();
    text.push_str(&format!("\n{}\n", textwrap::fill(&why, 100)));
    for part in ["wrong", "right"] {
        if let Some(example) = messages.attribute(&id, part, &[]) {
            let head = messages.text(&format!("explain-{part}"), &[]);
            let lines: Vec<String> =
                example.lines().map(|line| format!("    {line}").trim_end().to_string()).collect();
            text.push_str(&format!("\n{head}\n\n{}\n", lines.join("\n")));
        }
    }
    text
}

fn counted(found: &[Diagnostic]) -> (usize, usize) {
    let errors = found.iter().filter(|found| found.is_error()).count();
    (errors, found.len() - errors)
}

fn to_json(
    context: &Context,
    findings: &Findings,
    changes: Option<&Changes>,
    tried: Option<&Tried>,
) -> String {
    let mut lines: Vec<String> =
        findings.diagnostics.iter().map(|found| report::to_json(found, &context.messages)).collect();
    for reading in &findings.readings {
        let Reading { path, lix, words, mean, share } = reading;
        let value = serde_json::json!({
            "type": "readability", "file": path.as_str(), "lix": lix, "words": words,
            "words_per_sentence": mean, "long_words_percent": share,
        });
        lines.push(json::line(&value));
    }
    lines.extend(findings.remarks.iter().map(|remark| report::remark_to_json(remark, &context.messages)));
    lines.extend(changes.map(Changes::to_json));
    let (errors, warnings) = counted(&findings.diagnostics);
    let links = tried.map(|tried| {
        serde_json::json!({
            "asked": tried.asked, "remembered": tried.remembered, "left": tried.left, "offline": tried.is_offline,
        })
    });
    let report = serde_json::json!({
        "type": "report", "errors": errors, "warnings": warnings, "pages": findings.pages,
        "waiting": report::waiting_to_json(findings.waiting), "external": links,
        "off": findings.silenced.iter().map(ToString::to_string).collect::<Vec<_>>(),
    });
    lines.push(json::line(&report));
    lines.join("\n") + "\n"
}

fn tell(context: &Context, findings: &Findings, gone: &str, (tried, began): (Option<&Tried>, Instant)) {
    let messages = &context.messages;
    // With --quiet too: what is found is what the command is for, and what its exit code says.
    let mut text = report::show(&findings.diagnostics, messages, context.look());
    if context.global.verbose && !findings.readings.is_empty() {
        text.push_str(&format!("{}\n\n", messages.text("check-readability", &[])));
        text.push_str(&table::to_text(&readings(&findings.readings), messages));
        text.push('\n');
    }
    if let Some(tried) = tried.filter(|tried| !context.global.quiet || tried.is_in_vain()) {
        text.push_str(&links_line(tried, messages));
    }
    let (errors, warnings) = counted(&findings.diagnostics);
    let numbers = [errors, warnings, findings.pages].map(|number| number.to_string());
    let time = report::shown_time(began.elapsed(), messages.locale());
    let args = [("errors", &*numbers[0]), ("warnings", &numbers[1]), ("pages", &numbers[2]), ("time", &time)];
    let first = findings.diagnostics.first().map(|found| found.code.to_string());
    if !context.global.quiet {
        text.push_str(&report::remark_lines(&findings.remarks, messages));
        text.push_str(gone);
        text.push_str(&messages.text("check-done", &args));
        text.push('\n');
        text.push_str(&report::waiting_lines(findings.waiting, messages));
        if !findings.silenced.is_empty() {
            let codes = findings.silenced.iter().map(ToString::to_string).collect::<Vec<_>>();
            let count = codes.len().to_string();
            let args = [("count", &*count), ("codes", &*codes.join(", "))];
            text.push_str(&format!("{}\n", messages.text("check-off", &args)));
        }
        if let Some(code) = first {
            text.push_str(&format!("{}\n", messages.text("check-explain", &[("code", &code)])));
        }
    }
    screen::show(&text);
}

fn links_line(tried: &Tried, messages: &Messages) -> String {
    let numbers = [tried.asked, tried.remembered, tried.left].map(|number| number.to_string());
    let args = [("asked", &*numbers[0]), ("remembered", &numbers[1]), ("left", &numbers[2])];
    let key = if tried.is_offline { "check-offline" } else { "check-links" };
    format!("{}\n", messages.text(key, &args))
}

/// The texts by how hard they are, the hardest first.
fn readings(readings: &[Reading]) -> Table {
    let mut sorted: Vec<&Reading> = readings.iter().collect();
    sorted.sort_by(|one, other| (other.lix, &one.path).cmp(&(one.lix, &other.path)));
    let row = |reading: &&Reading| {
        let numbers = [reading.lix, reading.mean, reading.share];
        let words = i64::try_from(reading.words).unwrap_or(i64::MAX);
        let numbers = numbers.into_iter().map(|number| Cell::Number(i64::from(number)));
        numbers.chain([Cell::Number(words), Cell::Text(reading.path.to_string())]).collect()
    };
    Table {
        columns: &["lix", "sentence", "long-words", "words", "file"],
        rows: sorted.iter().map(row).collect(),
    }
}
