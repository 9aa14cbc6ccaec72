//! Years that are most likely a slip: a finger on the wrong key makes 2062 of 2026, and what is dated so is never seen, or never goes away.
//!
//! Years that no date here can have are errors and told where the date is read. These depend on the day.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Section, Sourced};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::parse::article::News;
use crate::parse::centre::{Activity, Centre, Exception, When};
use crate::parse::check::{Notice, YEARS, with_likely_year};
use crate::parse::files::Status;
use crate::parse::municipality::Municipality;

/// Nothing here was published or looked through before this year.
const FIRST: i16 = 1990;

/// How many years ahead something may begin, or be dated.
const SOON: i64 = 2;

/// How many years ahead something may end or be planned.
const LATER: i64 = 10;

/// What is told by itself as soon as it is in the future.
const NEVER: i64 = 9_999;

/// A date in a field.
struct DateField<'a> {
    path: &'a SourcePath,
    field: Vec<Seg>,
    date: Date,
}

/// Looks at the dates of a municipality's files, or of the shared ones.
pub fn check_years(
    section: &Section,
    config: Option<&Sourced<Municipality>>,
    now: Date,
    found: &mut Vec<Diagnostic>,
) {
    let mine = |shared: bool| section.id.is_none() || !shared;
    let mut check = |dated: DateField<'_>, first: i16, ahead: i64| {
        let last = now.checked_add(ahead.years()).unwrap_or(Date::MAX);
        // Of a year that no date can have all was told, and so it was of what cannot be read.
        let is_meant = YEARS.contains(&dated.date.year());
        if is_meant && (dated.date.year() < first || dated.date > last) {
            found.push(unlikely(&dated));
        }
    };
    for version in
        section.news.iter().filter(|news| mine(news.shared)).flat_map(|news| news.versions.values())
    {
        news_dates(version, &mut check);
    }
    for version in
        section.pages.iter().filter(|page| mine(page.shared)).flat_map(|page| page.versions.values())
    {
        let dated = version.value.updated.map(|date| field(&version.path, "updated", date));
        dated.into_iter().for_each(|dated| check(dated, FIRST, NEVER));
        let dated = version.value.until.map(|date| field(&version.path, "until", date));
        dated.into_iter().for_each(|dated| check(dated, FIRST, LATER));
    }
    if let Some(config) = config {
        config_dates(config, &mut check);
    }
    for centre in &section.centres {
        centre_dates(centre, &mut check);
    }
}

type Check<'c> = &'c mut dyn FnMut(DateField<'_>, i16, i64);

fn config_dates(config: &Sourced<Municipality>, check: Check<'_>) {
    notice_dates(&config.value.notices, &config.path, check);
    if let Some(statement) = &config.value.statement {
        for (name, date) in [("assessed_on", statement.assessed_on), ("updated_on", statement.updated_on)] {
            let path = vec![key("accessibility_statement"), key(name)];
            let dated = date.map(|date| DateField { path: &config.path, field: path, date });
            dated.into_iter().for_each(|dated| check(dated, FIRST, SOON));
        }
    }
}

fn news_dates(version: &Sourced<News>, check: Check<'_>) {
    let news = &version.value;
    // The date stands in the file's name.
    check(DateField { path: &version.path, field: Vec::new(), date: news.date }, FIRST, SOON);
    let last = news.expires.map_or(("until", news.until), |expires| ("expires", Some(expires)));
    for ((name, date), ahead) in [(("updated", news.updated), NEVER), (last, LATER)] {
        let dated = date.map(|date| field(&version.path, name, date));
        dated.into_iter().for_each(|dated| check(dated, FIRST, ahead));
    }
}

fn notice_dates(notices: &[Notice], path: &SourcePath, check: Check<'_>) {
    for (index, notice) in notices.iter().enumerate() {
        for (name, date, ahead) in [("from", notice.from, SOON), ("until", notice.until, LATER)] {
            let field = vec![key("notices"), Seg::Index(index), key(name)];
            let dated = date.map(|date| DateField { path, field, date });
            // One that has ended is told by itself.
            dated.into_iter().for_each(|dated| check(dated, i16::MIN, ahead));
        }
    }
}

fn centre_dates(source: &Sourced<Centre>, check: Check<'_>) {
    let centre = &source.value;
    let path = &source.path;
    let dated = centre.reviewed.map(|date| field(path, "reviewed", date));
    dated.into_iter().for_each(|dated| check(dated, FIRST, NEVER));
    let dated = centre.opened.map(|date| field(path, "opened", date));
    let ahead = if centre.status == Status::Open { NEVER } else { LATER };
    dated.into_iter().for_each(|dated| check(dated, i16::MIN, ahead));
    let planned = centre.planned_opening.map(|planned| field(path, "planned_opening", planned.last_day()));
    planned.into_iter().for_each(|dated| check(dated, i16::MIN, LATER + 1));
    notice_dates(&centre.notices, path, check);
    for (index, exception) in centre.exceptions.iter().enumerate() {
        let way = [key("exceptions"), Seg::Index(index)];
        for (field, date) in exception_dates(exception) {
            check(DateField { path, field: way.iter().cloned().chain(field).collect(), date }, FIRST, SOON);
        }
    }
    for (index, season) in centre.seasons.iter().enumerate() {
        for (name, date) in [("from", season.period.from), ("to", season.period.to)] {
            check(
                DateField { path, field: vec![key("seasons"), Seg::Index(index), key(name)], date },
                FIRST,
                SOON,
            );
        }
    }
    for (index, activity) in centre.activities.iter().enumerate() {
        let way = [key("activities"), Seg::Index(index)];
        for (field, date, ahead) in activity_dates(activity) {
            check(DateField { path, field: way.iter().cloned().chain(field).collect(), date }, FIRST, ahead);
        }
    }
}

/// The days of an exception with their fields.
fn exception_dates(exception: &Exception) -> Vec<(Vec<Seg>, Date)> {
    let said = key(exception.said);
    let each = exception.items.iter().zip(&exception.periods);
    match exception.said {
        "from" => {
            let periods = exception.periods.iter();
            periods
                .flat_map(|period| {
                    // A day alone has no end of its own.
                    let end = (period.to != period.from).then(|| (vec![key("to")], period.to));
                    std::iter::once((vec![said.clone()], period.from)).chain(end)
                })
                .collect()
        }
        "dates" => each.map(|(item, period)| (vec![said.clone(), Seg::Index(*item)], period.from)).collect(),
        // Weeks of the same field are told of once.
        _ => exception.periods.iter().max().map(|period| (vec![said], period.to)).into_iter().collect(),
    }
}

/// The days of an activity with their fields, and how far ahead they may be.
fn activity_dates(activity: &Activity) -> Vec<(Vec<Seg>, Date, i64)> {
    let mut dates = Vec::new();
    let mut add = |field: Vec<Seg>, date: Option<Date>, ahead: i64| {
        dates.extend(date.map(|date| (field, date, ahead)));
    };
    add(vec![key("valid_from")], activity.valid_from, SOON);
    add(vec![key("valid_to")], activity.valid_to, LATER);
    if let When::Dates(days) = &activity.when {
        // In their order, which need not be that of the file.
        add(vec![key("dates")], days.first().copied(), SOON);
        add(vec![key("dates")], days.last().filter(|_| days.len() > 1).copied(), SOON);
    }
    for (place, one) in activity.cancelled.iter().enumerate() {
        add(vec![key("cancelled"), Seg::Index(place), key("date")], Some(one.date), SOON);
    }
    for (place, one) in activity.moved.iter().enumerate() {
        add(vec![key("moved"), Seg::Index(place), key("date")], Some(one.date), SOON);
        add(vec![key("moved"), Seg::Index(place), key("to")], Some(one.to), SOON);
    }
    if let Some(registration) = &activity.registration {
        add(vec![key("registration"), key("opens")], registration.opens, SOON);
        add(vec![key("registration"), key("closes")], registration.closes, SOON);
    }
    dates
}

fn field<'a>(path: &'a SourcePath, name: &str, date: Date) -> DateField<'a> {
    DateField { path, field: vec![key(name)], date }
}

fn unlikely(dated: &DateField<'_>) -> Diagnostic {
    let in_name = dated.field.is_empty();
    let at = if in_name { At::File } else { At::Value(dated.field.clone()) };
    let written = if in_name { dated.path.name().to_string() } else { dated.date.to_string() };
    let proposal = with_likely_year(dated.date.year(), &written).unwrap_or_else(|| "none".to_string());
    let diagnostic = Diagnostic::new(Code::UnlikelyYear, dated.path, at);
    let kind = if in_name { "name" } else { "field" };
    diagnostic
        .with("date", dated.date)
        .with("year", dated.date.year())
        .with("proposal", proposal)
        .with("kind", kind)
}
