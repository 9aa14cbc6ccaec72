//! `fcsite new activity`: the one command that adds to a file of somebody's.

use jiff::civil::Date;

use super::{New, Stop, needs, tell_file};
use crate::base::characters::one_line;
use crate::base::{Code, Diagnostic, Severity, SourcePath, nearest};
use crate::cli::args::{NewActivityArgs, time, weekday};
use crate::cli::{ERRORS, USAGE, WELL};
use crate::host::{change, create};
use crate::model::{Folder, Sourced};
use crate::parse::Role;
use crate::parse::centre::{Activity, Centre};
use crate::parse::values::{Interval, Time};
use crate::scaffold::{self, Added};

/// Adds an activity.
pub fn command(new: &New<'_>, arguments: &NewActivityArgs) -> u8 {
    match add(new, arguments) {
        Ok(path) => {
            tell_file(new.context, "changed", &create::shown(new.source, path.as_str()));
            new.context.say(&new.context.messages.text("new-activity-done", &[]));
            WELL
        }
        Err((diagnostic, code)) => new.context.stop(&[diagnostic], code),
    }
}

fn add(new: &New<'_>, arguments: &NewActivityArgs) -> Result<SourcePath, Stop> {
    let example = &example(new, arguments);
    let has_id = |title: &str| new.has_id(arguments.id.as_deref(), &scaffold::title_id(title));
    let given = arguments.title.as_deref();
    let title = new.asker.need(given, "ask-activity-title", ("title", example), &has_id)?;
    let owner = new.owner(arguments.municipality.as_deref(), "ask-activity-municipality", false)?;
    let centre = centre(new, arguments, &owner)?;
    let day = answer(new, arguments.day, ("ask-activity-day", "day", example), &weekday)?;
    let from = answer(new, arguments.from, ("ask-activity-from", "from", example), &time)?;
    let later = |text: &str| time(text).and_then(|to| if to > from { Ok(to) } else { Err("usage-later") });
    let to = answer(new, arguments.to, ("ask-activity-to", "to", example), &later)?;
    if to <= from {
        let told = Diagnostic::anywhere(Code::IntervalReversed).with("value", Interval { from, to }.short());
        return Err((told.with("proposal", "none"), USAGE));
    }
    if let (Some(from), Some(to)) = (arguments.valid_from, arguments.valid_to)
        && to < from
    {
        let told = Diagnostic::anywhere(Code::PeriodReversed).with("from", from).with("to", to);
        return Err((told.with("proposal", "none"), USAGE));
    }
    let is_there = |other: &&Activity| {
        let period =
            |from: Option<Date>, to: Option<Date>| (from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX));
        let (first, last) = period(other.valid_from, other.valid_to);
        let (from_day, to_day) = period(arguments.valid_from, arguments.valid_to);
        let is_called =
            other.title.each().any(|(_, own)| scaffold::title_id(own) == scaffold::title_id(&title));
        is_called
            && (other.weekdays().contains(&day) && other.interval == Interval { from, to })
            && first <= to_day
            && from_day <= last
    };
    if let Some(other) = centre.value.activities.iter().find(is_there) {
        let told = Diagnostic::anywhere(Code::ActivityTwice).with("kind", "new").with("title", title.trim());
        let told = told.with("id", &other.id);
        return Err((Diagnostic { severity: Severity::Error, ..told }, ERRORS));
    }
    let taken = |id: &str| centre.value.activities.iter().any(|activity| activity.id == id);
    let id = new.id(arguments.id.as_deref(), scaffold::title_id(&title), &title)?;
    let id = if arguments.id.is_some() { id } else { free(id, taken) };
    let activity = scaffold::NewActivity {
        id,
        title: one_line(&title),
        day,
        interval: Interval { from, to },
        access: arguments.access,
        valid_from: arguments.valid_from,
        valid_to: arguments.valid_to,
    };
    write(new, &owner, centre, &activity)
}

/// What can be typed: what was, and the rest.
fn example(new: &New<'_>, arguments: &NewActivityArgs) -> String {
    let hour = |minutes: u16| Time(minutes).short();
    // An hour after it begins, or before it ends; within the day.
    let from = arguments.to.map_or(10 * 60, |to| to.0.saturating_sub(60));
    let to = arguments.from.map_or(from + 30, |from| (from.0 + 60).min(24 * 60));
    let missing = [
        ("--day", arguments.day.is_none().then(|| "tisdag".to_string())),
        ("--from", arguments.from.is_none().then(|| hour(from))),
        ("--to", arguments.to.is_none().then(|| hour(to))),
    ];
    let days = missing.into_iter().filter_map(|(flag, value)| Some((flag, value?)));
    let owner = new.missing_owner(arguments.municipality.as_deref());
    let missing: Vec<(&str, String)> = owner.into_iter().chain(days).collect();
    let has_title = arguments.title.as_deref().is_some_and(|title| !title.trim().is_empty());
    new.typed.with((!has_title).then_some("Sångstund"), &missing)
}

/// What was given, or what is answered to a question.
fn answer<T>(
    new: &New<'_>,
    given: Option<T>,
    (key, what, example): (&str, &str, &str),
    read: &dyn Fn(&str) -> Result<T, &'static str>,
) -> Result<T, Stop> {
    if let Some(given) = given {
        return Ok(given);
    }
    let check = |text: &str| read(text).map(|_| ()).map_err(|key| new.context.messages.text(key, &[]));
    let text = new.asker.need(None, key, (what, example), &check)?;
    read(&text).map_err(|_| needs(what, example, ""))
}

/// An id that no other activity has: two of the same name on different days are two.
fn free(id: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&id) {
        return id;
    }
    let mut more = (2..).map(|number| format!("{id}-{number}"));
    more.find(|id| !taken(id)).unwrap_or(id)
}

fn write(
    new: &New<'_>,
    owner: &str,
    centre: &Sourced<Centre>,
    activity: &scaffold::NewActivity,
) -> Result<SourcePath, Stop> {
    let path = &centre.path;
    let stop = |diagnostic| (diagnostic, ERRORS);
    let told = |code| Diagnostic::anywhere(code).with("file", path);
    let bytes = change::read(new.source, path.as_str()).map_err(stop)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| stop(told(Code::NotInOrder)))?;
    let role = Role::Centre { owner: owner.to_string(), id: centre.value.id.clone() };
    match scaffold::add_activity(path, &role, text, activity, new.context.messages.locale()) {
        Added::Text(after) => {
            change::change(new.source, path.as_str(), (&bytes, after.as_bytes())).map_err(stop)?;
            Ok(path.clone())
        }
        Added::NotInOrder => Err(stop(told(Code::NotInOrder))),
        Added::Taken => {
            Err(stop(Diagnostic::anywhere(Code::ListedTwice).with("value", &activity.id).with("kind", "id")))
        }
        Added::ByHand(lines) => Err(stop(told(Code::CannotAdd).with("lines", lines))),
    }
}

/// The centre: the one that was given, the only one, or the one that is asked for.
fn centre<'n>(
    new: &'n New<'_>,
    arguments: &NewActivityArgs,
    owner: &str,
) -> Result<&'n Sourced<Centre>, Stop> {
    let folder: Option<&Folder> = new.survey.municipalities.iter().find(|folder| folder.id == owner);
    let centres = folder.map(|folder| folder.centres.as_slice()).unwrap_or_default();
    let ids: Vec<&str> = centres.iter().map(|centre| centre.value.id.as_str()).collect();
    // The file's name, or the centre's as people say it.
    let find = |name: &str| {
        let id = scaffold::centre_id(name);
        let file = name.trim().trim_end_matches(".yaml");
        centres.iter().find(|centre| centre.value.id == file || centre.value.id == id)
    };
    if let Some(name) = arguments.centre.as_deref() {
        return find(name).ok_or_else(|| {
            let told = Diagnostic::anywhere(Code::NoSuchCentre).with("centre", name);
            let told = told.with("municipality", owner);
            (told.proposing(nearest(name, ids.iter().copied())), ERRORS)
        });
    }
    if let [only] = centres {
        return Ok(only);
    }
    let listed = ids.join(", ");
    let asked = new
        .asker
        .choose("ask-activity-centre", &listed, &|name| find(name).map(|centre| centre.value.id.clone()));
    asked.and_then(|id| find(&id)).ok_or_else(|| {
        let example = ids.first().map_or("fcsite new centre".to_string(), |id| format!("--centre {id}"));
        needs("centre", &example, &listed)
    })
}
