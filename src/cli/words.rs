//! The command line in words: help and usage errors in the language of the person.
//!
//! clap knows the arguments; what is said of them stands in the Fluent files, by ids made of their place: `cli-build-output`, or
//! `cli-only` for an argument that means the same in several commands. Its own English is replaced as a whole, errors too.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _, Error};

use super::args::Arguments;
use crate::base::{Locale, Messages, nearest, slug_of};
use crate::parse::language;

/// The language of messages: as `--lang` says, else the system's.
pub fn locale(arguments: &[String], variable: impl Fn(&str) -> Option<String>) -> Locale {
    let mut words = arguments.iter().map(String::as_str);
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('='),
            None => None,
        };
        match value {
            Some("sv") => return Locale::Swedish,
            Some("en") => return Locale::English,
            _ => {}
        }
    }
    // The first that is set decides, as in every program of the system (POSIX, 8.2).
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let name = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set);
    name.and_then(variable).map_or(Locale::English, |value| Locale::of_system(&value))
}

/// The commands and their arguments, with all that is said of them.
pub fn command(messages: &Messages) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    let command = Arguments::command().disable_version_flag(true).arg(version);
    let mut command = localised(command, &["fcsite".to_string()], messages);
    command.build();
    command
}

fn localised(command: Command, path: &[String], messages: &Messages) -> Command {
    let id = id_of(path);
    let about = messages.text(&id, &[]);
    let long = messages.attribute(&id, "long", &[]);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .about(about)
        .help_template(template(messages))
        .subcommand_help_heading(messages.text("cli-heading-commands", &[]));
    if let Some(long) = long {
        command = command.long_about(long);
    }
    command = command.mut_args(|argument| described(argument, path, messages));
    let usage = usage(&command, path, messages);
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_string()).collect();
    for name in names {
        let inner = [path, std::slice::from_ref(&name)].concat();
        command = command.mut_subcommand(&name, |command| localised(command, &inner, messages));
    }
    command.override_usage(usage)
}

/// `cli` for the program, `cli-new-centre` for a command of a command.
fn id_of(path: &[String]) -> String {
    std::iter::once("cli".to_string()).chain(path.iter().skip(1).cloned()).collect::<Vec<_>>().join("-")
}

fn template(messages: &Messages) -> String {
    let usage = messages.text("cli-heading-usage", &[]);
    format!("{{about-with-newline}}\n{usage} {{usage}}\n\n{{all-args}}{{after-help}}")
}

fn described(argument: Arg, path: &[String], messages: &Messages) -> Arg {
    let heading = match () {
        () if argument.is_positional() => "cli-heading-arguments",
        () if argument.is_global_set() || matches!(argument.get_id().as_str(), "help" | "version") => {
            "cli-heading-global"
        }
        () => "cli-heading-options",
    };
    let names = argument.get_value_names().unwrap_or_default();
    let names: Vec<String> =
        names.iter().map(|name| messages.text(&format!("cli-value-{name}"), &[])).collect();
    let help = help_of(&argument, path, messages);
    let argument = argument.help(help).help_heading(messages.text(heading, &[]));
    let takes = argument.get_action().takes_values();
    let argument = argument.hide_default_value(takes).hide_possible_values(takes);
    if names.is_empty() { argument } else { argument.value_names(names) }
}

/// What is said of an argument: for its command, for the command's neighbours that share it, or for all commands.
fn help_of(argument: &Arg, path: &[String], messages: &Messages) -> String {
    let name = argument.get_id().as_str().replace('_', "-");
    let own = format!("{}-{name}", id_of(path));
    // watch and serve take all that build takes, and serve all that watch takes.
    let shared = ["build", "watch"].map(|command| format!("cli-{command}-{name}"));
    let ids = match path.get(1).map(String::as_str) {
        Some("watch" | "serve") => [own, shared[1].clone(), shared[0].clone()].to_vec(),
        _ => vec![own],
    };
    let found = ids.iter().find_map(|id| messages.find(id, &[]));
    found.unwrap_or_else(|| messages.text(&format!("cli-{name}"), &[]))
}

fn usage(command: &Command, path: &[String], messages: &Messages) -> String {
    let mut words = path.to_vec();
    words.push(format!("[{}]", messages.text("cli-usage-options", &[])));
    for argument in command.get_positionals() {
        let name =
            argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let many = if argument.get_action().takes_values() && is_list(argument) { "…" } else { "" };
        let (open, close) = if argument.is_required_set() { ('<', '>') } else { ('[', ']') };
        words.push(format!("{open}{name}{close}{many}"));
    }
    // One that may be called without is no part of how it is called.
    if command.has_subcommands() && command.get_positionals().next().is_none() {
        words.push(format!("<{}>", messages.text("cli-usage-command", &[])));
    }
    words.join(" ")
}

fn is_list(argument: &Arg) -> bool {
    matches!(argument.get_action(), ArgAction::Append)
}

/// What is wrong with a call, and where to read more.
pub fn explain(error: &Error, arguments: &[String], messages: &Messages) -> String {
    let whole = command(messages);
    let (name, called) = command_of(arguments, &whole);
    let what = of_language(error, &name, messages).unwrap_or_else(|| what_is_wrong(error, called, messages));
    let level = messages.text("severity-error", &[]);
    let more = messages.text("usage-more", &[("command", &name)]);
    format!("{level}: {what}\n\n{more}\n")
}

/// The command that was called, as far as it is one, with its whole name.
fn command_of<'a>(arguments: &[String], whole: &'a Command) -> (String, &'a Command) {
    let (mut names, mut command) = (vec!["fcsite"], whole);
    for word in arguments.iter().skip(1) {
        match command.find_subcommand(word) {
            Some(inner) => {
                names.push(inner.get_name());
                command = inner;
            }
            None if word.starts_with('-') => {}
            None => break,
        }
    }
    (names.join(" "), command)
}

/// What is wrong with a language that was asked for where none can be: that of a text is told by its file, and `--lang` is that of the messages.
fn of_language(error: &Error, name: &str, messages: &Messages) -> Option<String> {
    let translates = name == "fcsite new translation";
    let value = error.get(ContextKind::InvalidArg).map(shown)?;
    let option = value.split(['=', ' ']).next().unwrap_or_default();
    let is_asked = match error.kind() {
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            let word = slug_of(option.trim_start_matches('-'));
            ["language", "languages", "locale", "sprak", "spr-k", "l"].contains(&word.as_str())
        }
        // `new translation om-oss en`
        ErrorKind::UnknownArgument => translates && language::is_known(&value),
        ErrorKind::InvalidValue if option == "--lang" && translates => {
            error.get(ContextKind::InvalidValue).map(shown).is_some_and(|value| language::is_known(&value))
        }
        _ => false,
    };
    let kind = match name {
        "fcsite new news" | "fcsite new page" => "text",
        _ if translates => "translation",
        _ => "messages",
    };
    is_asked.then(|| messages.text("usage-language", &[("value", option), ("kind", kind)]))
}

fn what_is_wrong(error: &Error, called: &Command, messages: &Messages) -> String {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let proposal =
        |kind| Some(context(kind)).filter(|text| !text.is_empty()).unwrap_or_else(|| "none".into());
    let option = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let say = |id: &str, args: &[(&str, &str)]| messages.text(id, args);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            no_such_command(&context(ContextKind::InvalidSubcommand), called, messages)
        }
        ErrorKind::UnknownArgument if option.starts_with('-') => {
            let near = proposal(ContextKind::SuggestedArg);
            say("usage-option", &[("value", &option), ("proposal", &near)])
        }
        ErrorKind::UnknownArgument => say("usage-argument", &[("value", &option)]),
        ErrorKind::InvalidValue if value.is_empty() => say("usage-no-value", &[("option", &option)]),
        ErrorKind::InvalidValue => {
            let (choices, near) = (context(ContextKind::ValidValue), proposal(ContextKind::SuggestedValue));
            let args = [("option", &*option), ("value", &value), ("choices", &choices), ("proposal", &near)];
            say("usage-choice", &args)
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let reason = messages.text(&reason, &[]);
            say("usage-value", &[("option", &option), ("value", &value), ("reason", &reason)])
        }
        ErrorKind::MissingRequiredArgument => {
            let choices = choices(&command(messages), &option);
            say("usage-missing", &[("option", &option), ("choices", &choices)])
        }
        ErrorKind::MissingSubcommand => say("usage-missing-command", &[("choices", &subcommands(called))]),
        ErrorKind::ArgumentConflict => {
            let other = context(ContextKind::PriorArg);
            let id = if other == option { "usage-twice" } else { "usage-conflict" };
            say(id, &[("option", &option), ("other", &other)])
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            say("usage-count", &[("option", &option)])
        }
        ErrorKind::NoEquals => say("usage-equals", &[("option", &option)]),
        ErrorKind::InvalidUtf8 => say("usage-not-text", &[]),
        _ => say("usage-other", &[]),
    }
}

/// Says that a command has no such one below it, with the nearest, or all that there are.
pub fn no_such_command(value: &str, command: &Command, messages: &Messages) -> String {
    if !command.has_subcommands() {
        return messages.text("usage-argument", &[("value", value)]);
    }
    let near = nearest(value, command.get_subcommands().map(Command::get_name)).unwrap_or("none");
    let instead = match slug_of(value).as_str() {
        "search" | "find" | "grep" | "sok" | "hitta" => "search",
        "publish" | "publicera" | "deploy" | "upload" | "ladda-upp" => "publish",
        "remove" | "delete" | "rm" | "ta-bort" | "radera" => "remove",
        _ => "none",
    };
    let near = if instead == "none" { near } else { "none" };
    let choices = subcommands(command);
    let args = [("value", value), ("proposal", near), ("choices", choices.as_str()), ("instead", instead)];
    messages.text("usage-command", &args)
}

/// What may follow a command.
fn subcommands(command: &Command) -> String {
    command
        .get_subcommands()
        .map(Command::get_name)
        .filter(|name| *name != "help")
        .collect::<Vec<_>>()
        .join(", ")
}

/// What an argument that is missing can be, where that is one of some words; the argument is known by how clap shows it.
fn choices(command: &Command, shown: &str) -> String {
    let own = command.get_positionals().find(|argument| argument.to_string() == shown);
    let values: Vec<String> = own
        .map(Arg::get_possible_values)
        .unwrap_or_default()
        .iter()
        .map(|value| value.get_name().to_string())
        .collect();
    if !values.is_empty() {
        return values.join(", ");
    }
    let found = command.get_subcommands().map(|inner| choices(inner, shown)).find(|found| found != "none");
    found.unwrap_or_else(|| "none".to_string())
}

/// What clap knows of an error, without the placeholders that it shows beside a name.
fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command with the path that leads to it.
    fn all(command: &Command, path: Vec<String>, found: &mut Vec<(Vec<String>, Command)>) {
        for inner in command.get_subcommands() {
            all(inner, [&path[..], &[inner.get_name().to_string()]].concat(), found);
        }
        found.push((path, command.clone()));
    }

    #[test]
    fn every_command_and_argument_is_described_in_both_languages() {
        for locale in Locale::ALL {
            let messages = Messages::of(locale);
            let mut commands = Vec::new();
            all(&command(&messages), vec!["fcsite".to_string()], &mut commands);
            assert!(commands.len() >= 14, "{}", commands.len());
            for (path, command) in commands {
                let about = command.get_about().map(ToString::to_string).unwrap_or_default();
                assert!(!about.is_empty() && !about.starts_with("cli"), "{path:?}: {about}");
                for argument in command.get_arguments() {
                    let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    let name = argument.get_id();
                    assert!(!help.is_empty() && !help.starts_with("cli-"), "{path:?} {name}: {help}");
                    let takes = argument.get_action().takes_values();
                    for value in argument.get_value_names().filter(|_| takes).unwrap_or_default() {
                        assert!(!value.starts_with("cli-"), "{path:?} {name}: {value}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_language_is_that_of_the_option_then_of_the_first_variable_that_is_set() {
        let of = |arguments: &[&str], variables: &[(&str, &str)]| {
            let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
            locale(&arguments, |name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.to_string())
            })
        };
        assert_eq!(of(&[], &[]), Locale::English);
        assert_eq!(of(&[], &[("LANG", "sv_SE.UTF-8")]), Locale::Swedish);
        assert_eq!(of(&[], &[("LC_MESSAGES", "sv_FI")]), Locale::Swedish);
        assert_eq!(of(&[], &[("LC_ALL", "sv"), ("LANG", "en_GB")]), Locale::Swedish);
        assert_eq!(of(&[], &[("LC_ALL", "en_GB"), ("LANG", "sv_SE")]), Locale::English);
        assert_eq!(of(&[], &[("LC_ALL", ""), ("LANG", "sv_SE")]), Locale::Swedish);
        assert_eq!(of(&["fcsite", "build", "--lang", "sv"], &[("LANG", "en_GB")]), Locale::Swedish);
        assert_eq!(of(&["fcsite", "--lang=en", "build"], &[("LANG", "sv_SE")]), Locale::English);
    }
}
