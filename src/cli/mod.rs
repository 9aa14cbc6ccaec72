//! The command line: arguments become calls of the host, and what came of them becomes text and an exit code.
//!
//! Never here: a rule; what is refused was refused below.

mod archive;
mod args;
mod bound;
mod build;
mod check;
mod create;
mod import;
mod list;
mod publish;
mod screen;
mod server;
mod shell;
mod watch;
mod words;

use std::cell::Cell;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::FromArgMatches;
use jiff::civil::Date;

use crate::base::{Code, Diagnostic, Locale, Messages, SourcePath};
use crate::host::change;
use crate::host::clock::{Clock as _, Stockholm};
use crate::host::report::{self, Look};
use crate::host::source::{Source, is_folder, is_site};
use crate::input::Inputs as _;
use crate::survey::Survey;
use args::{Arguments, ColourWhen, Command, Global};

/// All went well.
const WELL: u8 = 0;
/// Errors in the content, the theme or the build.
const ERRORS: u8 = 1;
/// Wrong usage.
const USAGE: u8 = 2;
/// `check` found something.
const FOUND: u8 = 4;
/// `publish` wants an answer that nobody gave.
const UNANSWERED: u8 = 5;

/// What every command is given.
struct Context {
    global: Global,
    messages: Messages,
    /// Could some of the data not be written?
    has_lost: Cell<bool>,
}

/// Runs the program.
pub fn main() -> ExitCode {
    let mut typed: Vec<OsString> = std::env::args_os().collect();
    // `fcsite help new` is what some people type first.
    if typed.get(1).is_some_and(|word| word == "help") {
        typed.remove(1);
        typed.push("--help".into());
    }
    // It is the same in every language, and scripts ask for it often: nothing else is read for it.
    if let [_, word] = typed.as_slice()
        && (word == "--version" || word == "-V")
    {
        let _ = screen::give(concat!("fcsite ", env!("CARGO_PKG_VERSION"), "\n"));
        return ExitCode::from(WELL);
    }
    let words: Vec<String> = typed.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let locale = words::locale(&words, variable);
    let messages = Messages::of(locale);
    let parsed = words::command(&messages)
        .try_get_matches_from(typed)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return refuse(&error, &words, &messages),
    };
    let context = Context { global: arguments.global, messages, has_lost: Cell::new(false) };
    let _bounded = bound::begin(&context, &arguments.command);
    let code = match &arguments.command {
        Command::Init(init) => create::command_init(&context, init),
        Command::New(new) => create::command_new(&context, new),
        Command::Build(build) => build::command_build(&context, build),
        Command::Watch(watch) => watch::command_watch(&context, watch),
        Command::Serve(serve) => watch::command_serve(&context, serve),
        Command::Edit(edit) => watch::command_edit(&context, edit),
        Command::Import(import) => import::command_import(&context, import),
        Command::Check(check) => check::command_check(&context, check),
        Command::List(list) => list::command_list(&context, list),
        Command::Publish(publish) => publish::command_publish(&context, publish),
        Command::Archive(arguments) => archive::command_archive(&context, arguments),
        Command::ServerConfig(config) => server::command_server_config(&context, config),
        Command::Schema(schema) => shell::command_schema(&context, schema),
        Command::Completions(completions) => shell::command_completions(&context, completions),
        Command::Man(man) => shell::command_man(&context, man),
    };
    if context.has_lost.get() {
        context.complain(&context.messages.text("usage-lost", &[]));
        return ExitCode::from(ERRORS);
    }
    ExitCode::from(code)
}

/// What a variable says. Windows has none for its language, so there it is that of its menus.
fn variable(name: &str) -> Option<String> {
    let said = environment(name).and_then(|value| value.into_string().ok());
    said.or_else(|| (name == "LANG").then(system_language).flatten())
}

/// What the environment has of a name.
#[expect(clippy::disallowed_methods, reason = "this is where the environment of the person comes in")]
fn environment(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// Has the person said that they want no colours (no-color.org)?
fn wants_no_colours() -> bool {
    environment("NO_COLOR").is_some_and(|value| !value.is_empty()) || is_dumb()
}

/// Is the terminal one that takes no orders?
fn is_dumb() -> bool {
    environment("TERM").is_some_and(|term| term == "dumb")
}

#[cfg(windows)]
fn system_language() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(not(windows))]
fn system_language() -> Option<String> {
    None
}

/// Help and version are no errors and go to stdout. What is wrong with a call is said in our own words.
fn refuse(error: &clap::Error, words: &[String], messages: &Messages) -> ExitCode {
    use clap::error::ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    match error.kind() {
        DisplayHelp | DisplayVersion => {
            // Who closed the pipe has read enough.
            let _ = screen::give_help(&error.render(), !wants_no_colours());
            ExitCode::from(WELL)
        }
        DisplayHelpOnMissingArgumentOrSubcommand => {
            screen::show_help(&error.render(), !wants_no_colours());
            ExitCode::from(USAGE)
        }
        _ => {
            screen::say(&words::explain(error, words, messages));
            ExitCode::from(USAGE)
        }
    }
}

impl Context {
    /// The language of messages.
    fn locale(&self) -> Locale {
        self.messages.locale()
    }

    /// The source folder and what lies in it; the exit code where a file cannot be read, which is told.
    fn scan(&self) -> Result<(PathBuf, Source), u8> {
        let folder = self.source_folder()?;
        let source = Source::scan(&folder, &Default::default());
        let faults: Vec<Diagnostic> =
            source.faults().iter().map(|fault| fault.error.diagnostic(&fault.path)).collect();
        if faults.is_empty() { Ok((folder, source)) } else { Err(self.stop(&faults, ERRORS)) }
    }

    /// The source folder and its site, for a command that writes into it; the exit code where there is none, which is told.
    fn survey(&self) -> Result<(PathBuf, Survey), u8> {
        let (folder, source) = self.scan()?;
        if !source.exists(&SourcePath::new("content/site.yaml")) {
            return Err(self.stop(&[Diagnostic::anywhere(Code::NoSite)], ERRORS));
        }
        let survey = Survey::of(&source);
        // A name that is free may be one of theirs.
        if survey.unread.is_empty() { Ok((folder, survey)) } else { Err(self.stop(&survey.unread, ERRORS)) }
    }

    /// The folder named with `--source`; else this one, or the nearest above it with `content/site.yaml`.
    fn source_folder(&self) -> Result<PathBuf, u8> {
        if let Some(source) = &self.global.source {
            if is_folder(source) {
                return Ok(source.clone());
            }
            let path = source.display().to_string();
            self.complain(&self.messages.text("usage-no-folder", &[("path", &path)]));
            return Err(USAGE);
        }
        let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let mut unseen = None;
        for folder in here.ancestors() {
            match is_site(folder) {
                // The site that is meant may be the one below, which could not be looked at.
                Ok(true) if unseen.is_some() => return Err(self.stop(unseen.as_slice(), ERRORS)),
                Ok(true) if folder != here => return Ok(folder.to_path_buf()),
                Ok(true) => break,
                Ok(false) => {}
                Err(error) => unseen = Some(change::unseen(folder, "content/site.yaml", &error)),
            }
        }
        Ok(PathBuf::from("."))
    }

    /// How diagnostics look on stderr.
    fn look(&self) -> Look {
        let plain = wants_no_colours();
        let colour = match self.global.color {
            ColourWhen::Always => {
                screen::takes_colours();
                true
            }
            ColourWhen::Never => false,
            ColourWhen::Auto => screen::is_terminal() && !plain && screen::takes_colours(),
        };
        Look { colour, width: 120, all: self.global.verbose }
    }

    /// Says something on stderr, unless `--quiet` or `--json`.
    fn say(&self, text: &str) {
        if !self.global.quiet && !self.global.json {
            screen::say_line(text);
        }
    }

    /// Says what is wrong where no file is.
    fn complain(&self, text: &str) {
        let level = self.messages.text("severity-error", &[]);
        screen::say_line(&format!("{level}: {text}"));
    }

    /// Two options that do not go together, where clap cannot see it: one of them stood before the command.
    fn conflict(&self, option: &str, other: &str) -> u8 {
        self.complain(&self.messages.text("usage-conflict", &[("option", option), ("other", other)]));
        USAGE
    }

    /// Tells of faults that stop a command, and gives the exit code that goes with them.
    fn stop(&self, found: &[Diagnostic], code: u8) -> u8 {
        if self.global.json {
            for diagnostic in found {
                self.data(&format!("{}\n", report::to_json(diagnostic, &self.messages)));
            }
        } else {
            screen::show(&report::show(found, &self.messages, self.look()));
        }
        code
    }

    /// Gives data on stdout. A closed pipe is nobody's fault.
    fn data(&self, text: &str) {
        if screen::give(text).is_err_and(|error| error.kind() != std::io::ErrorKind::BrokenPipe) {
            self.has_lost.set(true);
        }
    }
}

/// The day that is taken for today.
fn day(now: Option<Date>) -> Date {
    now.unwrap_or_else(|| Stockholm.today())
}
