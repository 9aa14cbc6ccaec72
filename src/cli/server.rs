//! `fcsite server-config`.

use std::collections::BTreeSet;

use clap::ValueEnum as _;

use super::args::ServerConfigArguments;
use super::{Context, ERRORS, USAGE, WELL, day, screen};
use crate::base::{Diagnostic, Messages, OutputPath};
use crate::build::Options;
use crate::check::Findings;
use crate::host::examine::{Task, examine};
use crate::host::report;
use crate::model::Settings;
use crate::servers::{Served, settings};

/// Prints how a server is set up for the site, as it would be built now.
pub fn command_server_config(context: &Context, arguments: &ServerConfigArguments) -> u8 {
    if let Some(code) = misread(context, arguments) {
        return code;
    }
    let source = match context.source_folder() {
        Ok(source) => source,
        Err(code) => return code,
    };
    let options = Options {
        settings: Settings { now: day(arguments.now), drafts: false, future: false, base_url: None },
        only: arguments.only.clone().map(|only| vec![only]),
        packed: false,
    };
    let task = Task { source, options, external: None, bar: None, link_bar: None };
    let (findings, _) = examine(&task);
    let errors: Vec<Diagnostic> =
        findings.diagnostics.iter().filter(|found| found.is_error()).cloned().collect();
    let Some(files) = findings.files.as_ref().filter(|_| errors.is_empty()) else {
        screen::show(&report::show(&errors, &context.messages, context.look()));
        return ERRORS;
    };
    match served(arguments, files, &findings) {
        Some(served) => {
            context.data(&settings(arguments.server, &served, &Messages::whole(context.locale())));
            WELL
        }
        // Errors were told: without an address there is no site.
        None => ERRORS,
    }
}

/// Where the server would not find the folder, since its name means something else to it: that is told, and the exit code.
fn misread(context: &Context, arguments: &ServerConfigArguments) -> Option<u8> {
    let ServerConfigArguments { server, root, .. } = arguments;
    let character = server.misread(root)?.to_string();
    let name = server.to_possible_value()?;
    let args = [("server", name.get_name()), ("character", &character)];
    let reason = context.messages.text("usage-server-character", &args);
    let args = [("option", "--root"), ("value", root.as_str()), ("reason", &reason)];
    context.complain(&context.messages.text("usage-value", &args));
    Some(USAGE)
}

/// What is served: the whole output, or a municipality's folder by itself.
fn served(
    arguments: &ServerConfigArguments,
    files: &BTreeSet<String>,
    findings: &Findings,
) -> Option<Served> {
    let place = (arguments.root.as_str(), arguments.precompress);
    let Some(only) = &arguments.only else {
        let address = arguments.base_url.as_ref().or_else(|| findings.addresses.get(""))?;
        return Some(Served::new(address, place, files, &findings.moved));
    };
    let own = findings.addresses.get(only).or_else(|| findings.addresses.get(""));
    let address = arguments.base_url.as_ref().or(own)?;
    let folder = format!("{only}/");
    let files = files.iter().filter_map(|file| Some(file.strip_prefix(&folder)?.to_string())).collect();
    let within = |(from, to): &(OutputPath, String)| {
        let from = OutputPath::new(from.as_str().strip_prefix(&folder)?);
        Some((from?, to.strip_prefix(&folder)?.to_string()))
    };
    let moved: Vec<_> = findings.moved.iter().filter_map(within).collect();
    Some(Served::new(address, place, &files, &moved))
}
