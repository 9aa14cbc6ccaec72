//! The command line: arguments become calls of the host, and what came of them becomes text and an exit code.
#![expect(clippy::disallowed_methods, reason = "this is where the environment and the clock come in")]

mod args;
mod watch;

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::base::{Locale, Messages};
use crate::build::Options;
use crate::host::clock::{Clock as _, Stockholm};
use crate::host::report::{self, Look};
use crate::host::run::{self, Job, Outcome};
use crate::model::Settings;
use args::{Arguments, BuildArguments, Colour, Command, Global};

/// All went well.
const WELL: u8 = 0;
/// Errors in the content, the theme or the build.
const ERRORS: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;

/// Runs the program.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors: clap says which stream and code they have.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { USAGE } else { WELL });
        }
    };
    let global = &arguments.global;
    let code = match &arguments.command {
        Command::Build(build) => command_build(global, build),
        Command::Watch(arguments) => watch::command_watch(global, arguments),
        Command::Serve(arguments) => watch::command_serve(global, arguments),
    };
    ExitCode::from(code)
}

fn command_build(global: &Global, build: &BuildArguments) -> u8 {
    let messages = Messages::of(Locale::English);
    let source = match source_folder(global) {
        Ok(source) => source,
        Err(code) => return code,
    };
    let outcome = run::run(&job(global, build, source, &messages));
    tell(global, &outcome, &messages);
    if outcome.published { WELL } else { ERRORS }
}

/// What to build, as the arguments say.
fn job(global: &Global, build: &BuildArguments, source: PathBuf, messages: &Messages) -> Job {
    Job {
        output: build.output.clone().unwrap_or_else(|| source.join("public")),
        options: Options {
            settings: Settings {
                now: build.now.unwrap_or_else(|| Stockholm.today()),
                drafts: build.drafts,
                future: build.future,
                base_url: build.base_url.as_ref().map(|url| url.base().to_string()),
            },
            only: (!build.only.is_empty()).then(|| build.only.clone()),
        },
        full: build.full,
        strict: build.strict,
        sync: build.sync,
        bar: bar(global, messages),
        timed: build.timings,
        source,
    }
}

/// The folder named with `--source`; else this one, or the nearest above it with `content/site.yaml`.
fn source_folder(global: &Global) -> Result<PathBuf, u8> {
    if let Some(source) = &global.source {
        if source.is_dir() {
            return Ok(source.clone());
        }
        let mut error = std::io::stderr();
        let _ = writeln!(error, "error: there is no folder {}", source.display());
        return Err(USAGE);
    }
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let holds_site = |folder: &&Path| folder.join("content/site.yaml").is_file();
    Ok(match here.ancestors().find(holds_site) {
        Some(found) if found == here => PathBuf::from("."),
        Some(found) => found.to_path_buf(),
        None => PathBuf::from("."),
    })
}

/// Long work shows a bar on a terminal, and none elsewhere.
fn bar(global: &Global, messages: &Messages) -> Option<String> {
    let wanted = std::io::stderr().is_terminal()
        && !global.quiet
        && !global.json
        && std::env::var_os("TERM").is_none_or(|term| term != "dumb");
    wanted.then(|| messages.text("progress-rendering", &[]))
}

fn look(global: &Global) -> Look {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let colour = match global.color {
        Colour::Always => true,
        Colour::Never => false,
        Colour::Auto => std::io::stderr().is_terminal() && !plain,
    };
    Look { colour, width: 120, all: global.verbose }
}

/// Data goes to stdout, everything else to stderr. A closed pipe is nobody's fault.
fn tell(global: &Global, outcome: &Outcome, messages: &Messages) {
    if global.json {
        let mut text = String::new();
        for diagnostic in &outcome.diagnostics {
            text.push_str(&report::to_json(diagnostic, messages));
            text.push('\n');
        }
        text.push_str(&report::counts_to_json(&outcome.counts, outcome.published));
        text.push('\n');
        let _ = std::io::stdout().write_all(text.as_bytes());
    } else {
        let mut text = report::show(&wanted(global, outcome), messages, look(global));
        if !global.quiet || !outcome.published {
            text.push_str(&report::last_line(&outcome.counts, outcome.published, messages));
            text.push('\n');
        }
        let _ = std::io::stderr().write_all(text.as_bytes());
    }
    for (name, time) in &outcome.timings {
        let _ = writeln!(std::io::stderr(), "{name:>8}  {}", report::shown_time(*time));
    }
}

/// With `--quiet` only errors are shown.
fn wanted(global: &Global, outcome: &Outcome) -> Vec<crate::base::Diagnostic> {
    outcome.diagnostics.iter().filter(|diagnostic| !global.quiet || diagnostic.is_error()).cloned().collect()
}
