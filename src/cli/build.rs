//! `fcsite build`.

use std::path::PathBuf;

use super::args::{BuildArguments, BuildOnceArguments};
use super::{Context, ERRORS, WELL, day, is_dumb, screen};
use crate::base::Diagnostic;
use crate::build::Options;
use crate::host::renamed::PUBLIC;
use crate::host::report;
use crate::host::run::{self, BuildJob, Outcome};
use crate::model::Settings;

/// Builds the site once, or puts it together.
pub fn command_build(context: &Context, arguments: &BuildOnceArguments) -> u8 {
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let job = job(context, &arguments.build, source);
    let outcome = match &arguments.parts {
        Some(parts) => run::put_together(&job, parts),
        None => run::run(&job),
    };
    tell(context, &outcome);
    if outcome.published { WELL } else { ERRORS }
}

/// What to build, as the arguments say.
pub fn job(context: &Context, build: &BuildArguments, source: PathBuf) -> BuildJob {
    BuildJob {
        output: build.output.clone().unwrap_or_else(|| source.join(PUBLIC)),
        options: Options {
            settings: Settings {
                now: day(build.now),
                drafts: build.drafts,
                future: build.future,
                base_url: build.base_url.as_ref().map(|url| url.base().to_string()),
            },
            only: (!build.only.is_empty()).then(|| build.only.clone()),
            packed: build.precompress,
        },
        full: build.full,
        strict: build.strict,
        sync: build.sync,
        bar: bar(context),
        timed: build.timings,
        private: false,
        source,
    }
}

/// Long work shows a bar on a terminal, and none elsewhere.
pub fn bar(context: &Context) -> Option<String> {
    let wanted = screen::is_terminal() && !context.global.quiet && !context.global.json && !is_dumb();
    wanted.then(|| context.messages.text("progress-rendering", &[]))
}

/// Data goes to stdout, everything else to stderr.
pub fn tell(context: &Context, outcome: &Outcome) {
    let messages = &context.messages;
    if context.global.json {
        let mut text = String::new();
        for diagnostic in &outcome.diagnostics {
            text.push_str(&report::to_json(diagnostic, messages));
            text.push('\n');
        }
        for remark in &outcome.remarks {
            text.push_str(&report::remark_to_json(remark, messages));
            text.push('\n');
        }
        if let Some(changes) = outcome.changes.as_ref().filter(|_| outcome.published) {
            text.push_str(&changes.to_json());
            text.push('\n');
        }
        text.push_str(&report::counts_to_json(&outcome.counts, outcome.published));
        text.push('\n');
        context.data(&text);
    } else {
        let mut text = report::show(&wanted(context, &outcome.diagnostics), messages, context.look());
        if let Some(changes) = outcome.changes.as_ref().filter(|_| !context.global.quiet && outcome.published)
        {
            text.push_str(&changes.tell(messages, context.global.verbose));
        }
        if !context.global.quiet {
            text.push_str(&report::remark_lines(&outcome.remarks, messages));
        }
        if !context.global.quiet || !outcome.published {
            text.push_str(&report::last_line(&outcome.counts, outcome.published, messages));
            text.push('\n');
            text.push_str(&report::ahead_line(&outcome.counts, messages));
        }
        screen::show(&text);
    }
    for (name, time) in &outcome.timings {
        screen::say_line(&format!("{name:>8}  {}", report::shown_time(*time, context.locale())));
    }
}

/// With `--quiet` only errors are shown.
fn wanted(context: &Context, found: &[Diagnostic]) -> Vec<Diagnostic> {
    found.iter().filter(|diagnostic| !context.global.quiet || diagnostic.is_error()).cloned().collect()
}
