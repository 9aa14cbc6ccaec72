//! `fcsite schema`, `completions` and `man`: what other programs are told of this one.

use super::args::{CompletionsArguments, ManArguments, SchemaArguments};
use super::{Context, USAGE, WELL, words};
use crate::base::{Locale, Messages};
use crate::schema::{Kind, schema};

/// Prints the schema of a kind of file, or of all.
pub fn command_schema(context: &Context, arguments: &SchemaArguments) -> u8 {
    let messages = Messages::whole(context.locale());
    let value = match arguments.kind {
        Some(kind) => schema(kind, &messages),
        None => Kind::ALL.iter().map(|kind| (kind.name().to_string(), schema(*kind, &messages))).collect(),
    };
    context.data(&format!("{value:#}\n"));
    WELL
}

/// Prints what a shell needs to complete commands.
pub fn command_completions(context: &Context, arguments: &CompletionsArguments) -> u8 {
    let mut command = words::command(&context.messages);
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "fcsite", &mut text);
    context.data(&String::from_utf8_lossy(&text));
    WELL
}

/// Prints the manual page of a command.
pub fn command_man(context: &Context, arguments: &ManArguments) -> u8 {
    let mut command = words::command(&context.messages);
    for name in &arguments.command {
        match command.find_subcommand(name) {
            Some(inner) => command = inner.clone(),
            None => {
                context.complain(&words::no_such_command(name, &command, &context.messages));
                return USAGE;
            }
        }
    }
    let title = std::iter::once("fcsite").chain(arguments.command.iter().map(String::as_str));
    let title = title.collect::<Vec<_>>().join("-");
    let mut text = Vec::new();
    let source = concat!("fcsite ", env!("CARGO_PKG_VERSION"));
    let page = clap_mangen::Man::new(command).title(title).source(source);
    if let Err(error) = page.render(&mut text) {
        context.complain(&error.to_string());
        return super::ERRORS;
    }
    context.data(&with_headings(&String::from_utf8_lossy(&text), context.locale()));
    WELL
}

/// The page with its headings in the person's language: the library has them in English.
fn with_headings(page: &str, locale: Locale) -> String {
    if locale == Locale::English {
        return page.to_string();
    }
    let headings = [
        ("NAME", "NAMN"),
        ("SYNOPSIS", "SYNTAX"),
        ("DESCRIPTION", "BESKRIVNING"),
        ("SUBCOMMANDS", "KOMMANDON"),
        ("VERSION", "VERSION"),
    ];
    let line = |line: &str| {
        let found = headings.iter().find(|(english, _)| line == format!(".SH {english}"));
        found.map_or_else(|| line.to_string(), |(_, swedish)| format!(".SH {swedish}"))
    };
    page.lines().map(line).collect::<Vec<_>>().join("\n") + "\n"
}
