//! Seasons and exceptions, checked: when another week holds than the usual one, or another day.

use jiff::civil::Date;

use super::bounds;
use super::check;
use super::files::{ExceptionFile, ExceptionHours, OneOrMany, SeasonFile, ServiceSeasonFile};
use super::hours::{Day, Week};
use super::likely::date_readings;
use super::record::Checked;
use super::season::{Season, check_season};
use super::service::{Service, ServiceNames, places_named};
use super::trail::Trail;
use super::values::Text;
use super::weeks::{Period, WeeksError, merged, parse_weeks, speaks_of_weeks};
use crate::base::{Code, Report};

/// So many days or weeks may stand in one text.
const MOST_IN_TEXT: usize = 60;

/// Days when it is not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Exception {
    /// When they are, in the order of the file.
    pub periods: Vec<Period>,
    /// Of each of them the place in its list that it was read from.
    pub items: Vec<usize>,
    /// The same days in the order of time, each once, and none of a period that ends before it begins: who asks for days asks these, since
    /// a file may say the same weeks hundreds of times.
    pub days: Vec<Period>,
    /// The field that says when: `from`, `weeks` or `dates`.
    pub said: &'static str,
    /// What holds on these days.
    pub hours: SpecialHours,
    /// Why.
    pub reason: Option<Text>,
    /// Which services, by their places; the centre and all of them when empty.
    pub services: Vec<usize>,
}

impl Exception {
    /// The days of periods, as its `days` has them.
    pub fn days_of(periods: &[Period]) -> Vec<Period> {
        let right = periods.iter().filter(|period| period.from <= period.to);
        merged(&right.copied().collect::<Vec<_>>())
    }

    /// Its last day.
    pub fn last(&self) -> Date {
        self.periods.iter().map(|period| period.to).max().unwrap_or(Date::MIN)
    }
}

/// What holds on days that are not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum SpecialHours {
    /// The same each day.
    Daily(Day),
    /// By weekday.
    Week(Box<Week>),
}

impl SpecialHours {
    /// What holds on a weekday, from Monday.
    pub fn on(&self, weekday: usize) -> &Day {
        match self {
            Self::Daily(day) => day,
            Self::Week(week) => &week[weekday % 7],
        }
    }
}

/// The seasons of a centre.
pub(crate) fn check_seasons(
    files: Vec<SeasonFile>,
    services: Option<&Vec<Service>>,
    list: &Trail,
    report: &mut Report,
) -> Option<Vec<Season>> {
    let services = ServiceNames::of(services?);
    let mut seasons = Vec::new();
    for (index, file) in bounds::within(files, list, report).into_iter().enumerate() {
        let at = list.index(index);
        let named = places_named(&file.services, &services, &at.key("services"), report);
        let of_all = ServiceSeasonFile { title: file.title, from: file.from, to: file.to, hours: file.hours };
        let season = check_season(of_all, &at, report);
        // One whose services cannot be read must not hold for all of them.
        let is_known = named.is_empty() == file.services.0.is_empty();
        let season = check::item(season.filter(|_| is_known), &at, report);
        seasons.extend(season.map(|season| Season { services: named, ..season }));
    }
    Some(seasons)
}

/// The exceptions of a centre.
pub(crate) fn check_exceptions(
    files: Vec<ExceptionFile>,
    services: Option<&Vec<Service>>,
    list: &Trail,
    report: &mut Report,
) -> Option<Vec<Exception>> {
    let services = ServiceNames::of(services?);
    let mut exceptions = Vec::new();
    for (index, file) in bounds::within(files, list, report).into_iter().enumerate() {
        let at = list.index(index);
        let when = check_when(&file, &at, report);
        let hours = check_hours(file.closed, file.hours, &at, report);
        let named = places_named(&file.services, &services, &at.key("services"), report);
        let is_known = named.is_empty() == file.services.0.is_empty();
        let reason = check::optional(file.reason, &at.key("reason"), report);
        if let (Some((said, periods)), Some(hours), true) = (when, hours, is_known) {
            let items = periods.iter().map(|one| one.item).collect();
            let periods: Vec<Period> = periods.into_iter().map(|one| one.period).collect();
            let days = Exception::days_of(&periods);
            exceptions.push(Exception { periods, days, items, said, hours, reason, services: named });
        } else {
            report.leave_out(at.value());
        }
    }
    Some(exceptions)
}

fn check_hours(
    closed: Option<bool>,
    hours: Option<ExceptionHours>,
    at: &Trail,
    report: &mut Report,
) -> Option<SpecialHours> {
    match (closed.unwrap_or(false), hours) {
        (true, None) => Some(SpecialHours::Daily(Day::Closed)),
        (false, Some(ExceptionHours::Daily(hours))) => {
            check::day(&hours, &at.key("hours"), report).map(SpecialHours::Daily)
        }
        (false, Some(ExceptionHours::Week(week))) => {
            let week = Week::check(week, &at.key("hours"), report)?;
            Some(SpecialHours::Week(Box::new(week)))
        }
        (is_closed, _) => {
            let kind = if is_closed { "both" } else { "none" };
            report.add(Code::ExceptionUnclear, at.value()).with("kind", kind);
            None
        }
    }
}

/// When an exception holds: the field that says it, and the periods.
fn check_when(file: &ExceptionFile, at: &Trail, report: &mut Report) -> Option<(&'static str, Vec<Listed>)> {
    let given = [
        ("from", file.from.is_some()),
        ("weeks", !file.weeks.0.is_empty()),
        ("dates", !file.dates.0.is_empty()),
    ];
    let fields: Vec<&'static str> =
        given.into_iter().filter(|(_, is_given)| *is_given).map(|(field, _)| field).collect();
    let [said] = fields.as_slice() else {
        let kind = if fields.is_empty() { "none" } else { "many" };
        let kind = if fields.is_empty() && file.to.is_some() { "end" } else { kind };
        // What cannot be read is not missing.
        if !fields.is_empty() || !report.has_told_within(&at.value()) {
            let words = report.add(Code::ExceptionWhen, at.value()).with("kind", kind);
            words.with("fields", fields.join(", "));
        }
        return None;
    };
    let periods = match *said {
        "weeks" => listed(&file.weeks, &at.key("weeks"), report, &mut weeks),
        "dates" => listed(&file.dates, &at.key("dates"), report, &mut days),
        _ => {
            let from = check::date(file.from.as_deref(), &at.key("from"), report);
            let to = check::date(file.to.as_deref(), &at.key("to"), report);
            check::period(from, to, &at.key("to"), report);
            let period = from.map(|from| Period { from, to: to.unwrap_or(from) });
            period.map(|period| Listed { period, item: 0 }).into_iter().collect()
        }
    };
    if file.to.is_some() && *said != "from" {
        let words = report.add(Code::ExceptionWhen, at.key("to").name()).with("kind", "end");
        words.with("fields", *said);
    }
    (!periods.is_empty()).then_some((said, periods))
}

/// A period, and the place in its list that it was read from: one text may say several.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Listed {
    /// The period.
    pub period: Period,
    /// The place of its text.
    pub item: usize,
}

/// The periods of a list, or of a text alone.
pub(crate) fn listed(
    given: &OneOrMany,
    at: &Trail,
    report: &mut Report,
    read: &mut dyn FnMut(&str, &Trail, &mut Report) -> Vec<Period>,
) -> Vec<Listed> {
    // A text alone stands where its first item would.
    let items = bounds::within(given.0.clone(), at, report);
    let mut all = Vec::new();
    for (item, text) in items.iter().enumerate() {
        all.extend(read(text, &at.index(item), report).into_iter().map(|period| Listed { period, item }));
    }
    bounds::within(all, at, report)
}

/// A day as a period, or several in one text: `2026-09-14, 2026-11-02`.
pub(crate) fn days(text: &str, at: &Trail, report: &mut Report) -> Vec<Period> {
    if let Some(days) = several(text, false) {
        return days;
    }
    check::date(Some(text), at, report).map(Period::day).into_iter().collect()
}

/// Weeks as periods.
pub fn weeks(text: &str, at: &Trail, report: &mut Report) -> Vec<Period> {
    let error = match parse_weeks(text) {
        Ok(mut periods) => {
            let number = periods.len();
            if number > MOST_IN_TEXT {
                let words = report.add(Code::TooMuch, at.value()).with("kind", "items");
                words.with("number", number).with("most", MOST_IN_TEXT);
                periods.truncate(MOST_IN_TEXT);
            }
            let impossible =
                periods.iter().map(|period| period.from.year()).find(|year| !check::YEARS.contains(year));
            let is_possible = impossible.is_none_or(|year| check::year(year, text, at, report));
            return if is_possible { periods } else { Vec::new() };
        }
        Err(error) => error,
    };
    let value = text.trim();
    match error {
        WeeksError::NoSuchWeek { year, week, last } => {
            let words = report.add(Code::NoSuchWeek, at.value()).with("value", value);
            words.with("year", year).with("week", week).with("last", last);
        }
        WeeksError::Reversed(likely) => {
            let words = report.add(Code::NoSuchWeek, at.value()).with("value", value).with("week", "none");
            words.with("year", "none").with("last", "none").proposing(likely);
        }
        WeeksError::Form | WeeksError::NoYear => {
            let kind = if error == WeeksError::NoYear { "year" } else { "form" };
            report.add(Code::BadWeeks, at.value()).with("value", value).with("kind", kind);
        }
    }
    Vec::new()
}

/// Days, and weeks where they may be, that stand in one text with commas between: where each of them is understood.
fn several(text: &str, or_weeks: bool) -> Option<Vec<Period>> {
    if !text.contains(',') && !text.contains(" och ") || !date_readings(text).is_empty() {
        return None;
    }
    let listed = text.replace(" och ", ",");
    let parts: Vec<&str> = listed.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    if parts.len() > MOST_IN_TEXT {
        return None;
    }
    let read = |part: &&str| match date_readings(part).as_slice() {
        [day] if check::YEARS.contains(&day.year()) => Some(vec![Period::day(*day)]),
        [] if or_weeks && speaks_of_weeks(part) => parse_weeks(part).ok(),
        _ => None,
    };
    let periods: Option<Vec<Vec<Period>>> = parts.iter().map(read).collect();
    periods.map(|periods| periods.concat())
}

/// A day or weeks as periods.
pub(crate) fn days_or_weeks(text: &str, at: &Trail, report: &mut Report) -> Vec<Period> {
    if let Some(periods) = several(text, true) {
        return periods;
    }
    if speaks_of_weeks(text) { weeks(text, at, report) } else { days(text, at, report) }
}
