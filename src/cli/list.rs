//! `fcsite list`.

use jiff::ToSpan as _;

use super::args::ListArguments;
use super::{Context, ERRORS, WELL, day};
use crate::base::{Code, Diagnostic, SourcePath};
use crate::host::table;
use crate::input::Inputs as _;
use crate::list::{ListedDays, list};
use crate::parse::{self, Role};
use crate::survey::Survey;

/// Lists what there is.
pub fn command_list(context: &Context, arguments: &ListArguments) -> u8 {
    if context.global.json && arguments.csv.is_some() {
        return context.conflict("--csv", "--json");
    }
    // What cannot be read cannot be listed, and a list of the rest would be taken for the whole.
    let (_, source) = match context.scan() {
        Ok(found) => found,
        Err(code) => return code,
    };
    let survey = Survey::of(&source);
    if !survey.unread.is_empty() {
        return context.stop(&survey.unread, ERRORS);
    }
    if survey.site.is_none() {
        // A list of half a site would be taken for the whole.
        let path = SourcePath::new("content/site.yaml");
        let found = match source.read(&path) {
            Ok(bytes) => parse::parse(&path, &Role::Site, &bytes).diagnostics,
            Err(_) => vec![Diagnostic::anywhere(Code::NoSite)],
        };
        return context.stop(&found, ERRORS);
    }
    let unknown = survey.unknown(&arguments.only);
    if !unknown.is_empty() {
        return context.stop(&unknown, ERRORS);
    }
    let now = day(arguments.now);
    let from = arguments.from.unwrap_or(now);
    let to = arguments.to.unwrap_or_else(|| from.saturating_add(13.days()));
    let days = ListedDays { now, from, to };
    let made = list(arguments.what, (&survey, &source), &arguments.only, days);
    if context.global.json {
        context.data(&table::to_json(&made));
    } else if let Some(form) = arguments.csv {
        context.data(&table::to_csv(&made, form, &context.messages));
    } else if made.rows.is_empty() {
        context.say(&context.messages.text(&format!("list-no-{}", arguments.what.name()), &[]));
    } else {
        context.data(&table::to_text(&made, &context.messages));
    }
    if !survey.broken.is_empty() {
        let count = survey.broken.len().to_string();
        context.complain(&context.messages.text("list-broken", &[("count", &count)]));
        return ERRORS;
    }
    WELL
}
