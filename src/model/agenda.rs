//! What in a centre's calendar cannot be meant: rules that never hold, activities that nobody can come to.
//!
//! Each looks at the coming days alone. What is over does no harm, but for activities: a page that lists none of them looks forgotten.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::{Calendar, Occurrence, State, Whose, Why, falls_on};
use super::holidays::days_from;
use super::{Section, Sourced, name_of};
use crate::base::{At, Code, Diagnostic, Phrase, Seg, key};
use crate::parse::activity::When;
use crate::parse::centre::{Activity, Centre, Cost, Exception, Season};
use crate::parse::files::Status;
use crate::parse::repeat::Repeat;
use crate::parse::special::Listed;
use crate::parse::values::{Text, weekday_key};
use crate::parse::weeks::{Period, days_around, without};

/// So many days after a sign-up has closed one is asked whether it has.
const REMINDED: i32 = 14;

/// How many weeks the pages of days reach.
const WEEKS: i32 = 11;

/// On how many of them, and of the centres' own pages, a time stands.
const PAGES: usize = 2;

/// How many bytes of markup, names and dates a time has around its texts.
const MARKUP: usize = 500;

/// How many bytes words in braces may become.
const FILL: usize = 1500;

/// How many bytes of texts an event of a calendar has.
const EVENT: usize = 1000;

/// How much the times of a municipality may fill in all.
const MOST_MEGABYTES: usize = 100;

/// Nobody moves a day of an activity further than this.
const MOVED: i32 = 60;

/// What the rules stand on.
struct AgendaRules<'a> {
    source: &'a Sourced<Centre>,
    calendar: &'a Calendar,
    own: &'a str,
    now: Date,
}

impl AgendaRules<'_> {
    fn fault(&self, code: Code, path: Vec<Seg>) -> Diagnostic {
        Diagnostic::new(code, &self.source.path, At::Value(path))
    }

    /// The places of the coming days in the calendar.
    fn coming(&self) -> Range<usize> {
        self.calendar.window().today()..self.calendar.window().length()
    }
}

/// Looks at the calendars of a municipality.
pub fn check(section: &Section, now: Date, found: &mut Vec<Diagnostic>) {
    found.extend(too_much(section, now));
    for (source, calendar) in section.centres.iter().zip(&section.calendars) {
        let ground = AgendaRules { source, calendar, own: section.own(), now };
        let centre = &source.value;
        if let Some((number, most)) = calendar.overfull_specials() {
            let words = ground.fault(Code::TooMuch, vec![key("exceptions")]).with("kind", "special");
            found.push(words.with("number", number).with("most", most));
        }
        hidden_exceptions(&ground, found);
        seasons_meet(&ground, &centre.seasons, &[key("seasons")], found);
        for (place, service) in centre.services.iter().enumerate() {
            let way = [key("services"), Seg::Index(place), key("seasons")];
            seasons_meet(&ground, &service.seasons, &way, found);
        }
        if let Some((number, most)) = calendar.overfull() {
            let words = ground.fault(Code::TooMuch, vec![key("activities")]).with("kind", "times");
            found.push(words.with("number", number).with("most", most));
        } else if centre.status == Status::Open {
            for place in 0..centre.activities.len() {
                check_activity(&ground, place, found);
            }
        }
    }
}

/// Each time of an activity is said on a page of days for each language, and in three calendars. A municipality with twenty centres and
/// eight languages fills half of what there is room for.
fn too_much(section: &Section, now: Date) -> Option<Diagnostic> {
    let bytes = |(source, calendar): (&Sourced<Centre>, &Calendar)| -> usize {
        let said: Vec<usize> = source.value.activities.iter().map(said_bytes).collect();
        let on_pages = |one: &Occurrence| PAGES * section.languages.len() * (MARKUP + said[one.activity]);
        let in_calendars = |one: &Occurrence| 3 * (MARKUP + said[one.activity].min(EVENT));
        let coming = calendar.happening(now, now.saturating_add(WEEKS.weeks()));
        let known = calendar.happening(now, calendar.window().last());
        coming.iter().map(on_pages).sum::<usize>() + known.iter().map(in_calendars).sum::<usize>()
    };
    let each = section.centres.iter().zip(&section.calendars).map(|pair| (bytes(pair), pair.0));
    let each: Vec<(usize, &Sourced<Centre>)> = each.collect();
    let number = each.iter().map(|(bytes, _)| bytes).sum::<usize>() >> 20;
    let (_, most) = each.into_iter().max_by_key(|(bytes, _)| *bytes)?;
    (number > MOST_MEGABYTES).then(|| {
        let at = At::Key(vec![key("activities")]);
        let diagnostic = Diagnostic::new(Code::TooMuch, &most.path, at).with("kind", "agenda");
        diagnostic.with("number", number).with("most", MOST_MEGABYTES)
    })
}

/// How many bytes of an activity's texts stand with each of its times.
fn said_bytes(activity: &Activity) -> usize {
    // Words in braces become an address, or the hours of a week.
    let filled = |text: &str| text.len() + FILL * text.matches('{').count();
    let longest = |text: &Text| text.each().map(|(_, text)| filled(text)).max().unwrap_or_default();
    let cost = match &activity.cost {
        Some(Cost::Said(text)) => longest(text),
        _ => 0,
    };
    let reasons = activity.cancelled.iter().filter_map(|one| one.reason.as_ref()).map(longest);
    let beside = [&activity.place, &activity.audience].into_iter().flatten().map(longest).sum::<usize>();
    longest(&activity.title) + beside + cost + reasons.max().unwrap_or_default()
}

/// Exceptions that later ones cover on all their days.
fn hidden_exceptions(ground: &AgendaRules<'_>, found: &mut Vec<Diagnostic>) {
    let exceptions = &ground.source.value.exceptions;
    let covers = |later: &Exception, one: &Exception| {
        later.services.is_empty()
            || !one.services.is_empty() && one.services.iter().all(|place| later.services.contains(place))
    };
    for (place, one) in exceptions.iter().enumerate().filter(|(_, one)| one.last() >= ground.now) {
        let mut left = one.days.clone();
        let mut by = None;
        for (other, later) in exceptions.iter().enumerate().skip(place + 1) {
            if covers(later, one) {
                let rest = without(&left, &later.days);
                if rest != left {
                    by = Some(other);
                }
                left = rest;
            }
            if left.is_empty() {
                break;
            }
        }
        if let Some(by) = by.filter(|_| left.is_empty()) {
            let way = vec![key("exceptions"), Seg::Index(place), key(one.said)];
            let later = ground.source.value.gaps.number(&[key("exceptions")], by) + 1;
            found.push(ground.fault(Code::ExceptionHidden, way).with("later", later));
        }
    }
}

/// Seasons that hold for the same services on the same days.
fn seasons_meet(ground: &AgendaRules<'_>, seasons: &[Season], way: &[Seg], found: &mut Vec<Diagnostic>) {
    for (place, one) in seasons.iter().enumerate().filter(|(_, one)| one.period.to >= ground.now) {
        let is_met = |other: &&Season| {
            // One of a service stands beside that of the house: it is the stronger.
            let is_shared = one.services.is_empty() && other.services.is_empty()
                || one.services.iter().any(|service| other.services.contains(service));
            is_shared && other.period.meets(one.period)
        };
        if let Some(other) = seasons[..place].iter().find(is_met) {
            let is_within = |inner: Period, outer: Period| outer.has(inner.from) && outer.has(inner.to);
            let is_inner = is_within(one.period, other.period) || is_within(other.period, one.period);
            let way = way.iter().cloned().chain([Seg::Index(place), key("from")]).collect();
            let diagnostic =
                ground.fault(Code::SeasonsMeet, way).with("kind", if is_inner { "within" } else { "meet" });
            found.push(diagnostic.with("from", other.period.from).with("to", other.period.to));
        }
    }
}

fn check_activity(ground: &AgendaRules<'_>, place: usize, found: &mut Vec<Diagnostic>) {
    let activity = &ground.source.value.activities[place];
    // That a term ends before it begins was told.
    if activity.valid_from.zip(activity.valid_to).is_some_and(|(from, to)| to < from) {
        return;
    }
    let title = activity.title.in_language(ground.own, ground.own).0;
    let way = |field: &str| vec![key("activities"), Seg::Index(place), key(field)];
    let mut tell = |diagnostic: Diagnostic| found.push(diagnostic.with("title", title));
    if let Some(diagnostic) = contradiction(ground, activity, &way) {
        tell(diagnostic);
    }
    for diagnostic in nothing_that_day(ground, activity, &way) {
        tell(diagnostic);
    }
    for diagnostic in unfitting_dates(ground, activity, &way) {
        tell(diagnostic);
    }
    let coming: Vec<&Occurrence> =
        ground.calendar.days_of(place).filter(|one| one.date >= ground.now).collect();
    if let Some(kind) = never(ground, activity, &coming) {
        let last = activity.last_day().map_or_else(|| "none".to_string(), |last| last.to_string());
        tell(ground.fault(Code::ActivityNever, way("title")).with("kind", kind).with("last", last));
        return;
    }
    if let Some(diagnostic) = on_closed_date(ground, activity, &way) {
        tell(diagnostic);
    }
    if let Some(diagnostic) = outside_hours(ground, activity, &coming, &way) {
        tell(diagnostic);
    }
    let closes = activity.registration.as_ref().and_then(|registration| registration.closes);
    let is_on = coming.iter().any(|one| one.happening.is_on());
    // Of a course that goes on for months it is as it should be: who is to be reminded is the one who has just closed it.
    let reminded = ground.now.saturating_sub(REMINDED.days());
    if let Some(closes) = closes.filter(|closes| (reminded..ground.now).contains(closes) && is_on) {
        let way = vec![key("activities"), Seg::Index(place), key("registration"), key("closes")];
        tell(ground.fault(Code::RegistrationClosed, way).with("closes", closes));
    }
}

/// Whose hours an activity depends on.
fn whose(activity: &Activity) -> Whose {
    activity.service.map_or(Whose::Centre, Whose::Service)
}

/// Why an activity never takes place any more, if it does not.
fn never(ground: &AgendaRules<'_>, activity: &Activity, coming: &[&Occurrence]) -> Option<&'static str> {
    let window = ground.calendar.window();
    if activity.last_day().is_some_and(|last| last < ground.now) {
        return Some("over");
    }
    // One that begins after the window is not known yet.
    let first = match &activity.when {
        When::Weekly { .. } => activity.valid_from,
        When::Dates(dates) => dates.iter().find(|day| **day >= ground.now).copied(),
    };
    if first.is_some_and(|first| first > window.last()) || !coming.iter().all(|one| !one.happening.is_on()) {
        return None;
    }
    if coming.iter().any(|one| !one.happening.is_on()) {
        // Somebody has said so.
        return None;
    }
    let is_to_be = ground.coming().any(|index| falls_on(activity, window.day(index)));
    let was_to_be = || {
        let past = (1..=370).map_while(|days| ground.now.checked_sub(jiff::Span::new().days(days)).ok());
        past.into_iter().any(|day| falls_on(activity, day))
    };
    match (is_to_be, is_to_be || was_to_be()) {
        (true, _) => Some("closed"),
        (false, true) => Some("over"),
        (false, false) => Some("none"),
    }
}

/// Days on which its service is open at other times, or closed as always.
fn outside_hours(
    ground: &AgendaRules<'_>,
    activity: &Activity,
    coming: &[&Occurrence],
    way: &dyn Fn(&str) -> Vec<Seg>,
) -> Option<Diagnostic> {
    let centre = &ground.source.value;
    let hours = ground.calendar.hours(whose(activity));
    if !hours.is_known() {
        return None;
    }
    let window = ground.calendar.window();
    let of = |date: Date| window.index(date).map(|index| hours.at(index));
    let is_outside = |one: &&&Occurrence| {
        let Some(State::Open(intervals)) = of(one.date).map(|day| &day.state) else { return false };
        let fits = intervals.iter().any(|open| open.from <= one.interval.from && one.interval.to <= open.to);
        one.happening.is_on() && !fits
    };
    let outside: Vec<&&Occurrence> = coming.iter().filter(is_outside).collect();
    let (kind, day, times) = match outside.first() {
        Some(first) => {
            let day = of(first.date)?;
            let times: Vec<String> = day.state.intervals().iter().map(|one| one.short()).collect();
            ("hours", first.date, times.join(", "))
        }
        // A date of its own was told.
        None if matches!(activity.when, When::Dates(_)) => return None,
        None => {
            let is_closed = |index: &usize| {
                let day = hours.at(*index);
                day.is_closed() && day.why == Why::Usual && falls_on(activity, window.day(*index))
            };
            ("closed", window.day(ground.coming().find(is_closed)?), "none".to_string())
        }
    };
    let field = match (&activity.when, kind) {
        (When::Weekly { .. }, "hours") | (When::Dates(_), "hours") => "from",
        _ => "title",
    };
    let weekday = Phrase::new(format!("field-{}", weekday_key(day.weekday())));
    let diagnostic = ground.fault(Code::ActivityOutsideHours, way(field)).with("kind", kind);
    let service = activity.service.map(|place| name_of(&centre.services[place], centre, ground.own));
    let diagnostic = diagnostic.with("service", service.as_deref().unwrap_or("none"));
    Some(diagnostic.with("date", day).saying("weekday", weekday).with("hours", times))
}

/// A date that somebody wrote for the activity itself, on which nobody is there. What is weekly falls on such days all the time.
fn on_closed_date(
    ground: &AgendaRules<'_>,
    activity: &Activity,
    way: &dyn Fn(&str) -> Vec<Seg>,
) -> Option<Diagnostic> {
    let When::Dates(dates) = &activity.when else { return None };
    let is_closed = |date: &&Date| {
        let is_changed = activity.cancelled.iter().any(|one| one.date == **date)
            || activity.moved.iter().any(|one| one.date == **date);
        let state = ground.calendar.on(whose(activity), **date);
        **date >= ground.now && !is_changed && state.is_some_and(super::calendar::DayState::is_closed)
    };
    let date = dates.iter().find(is_closed)?;
    Some(
        ground
            .fault(Code::ActivityOutsideHours, way("dates"))
            .with("kind", "date")
            .with("date", date)
            .with("service", "none"),
    )
}

/// Dates that each are right, and together cannot be meant.
fn unfitting_dates(
    ground: &AgendaRules<'_>,
    activity: &Activity,
    way: &dyn Fn(&str) -> Vec<Seg>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let new = |way: Vec<Seg>, (kind, date, other): (&str, Date, Date)| {
        let diagnostic = ground.fault(Code::ActivityDates, way).with("kind", kind);
        diagnostic.with("date", date).with("other", other)
    };
    for (place, one) in activity.moved.iter().enumerate().filter(|(_, one)| one.date >= ground.now) {
        let at = |field: &str| way("moved").into_iter().chain([Seg::Index(place), key(field)]).collect();
        if (one.to - one.date).get_days().abs() > MOVED {
            found.push(new(at("to"), ("moved", one.date, one.to)));
        }
        if activity.cancelled.iter().any(|other| other.date == one.date) {
            found.push(new(at("date"), ("twice", one.date, one.date)));
        }
    }
    let closes = activity.registration.as_ref().and_then(|registration| registration.closes);
    if let Some((closes, last)) = closes.zip(activity.last_day()).filter(|(closes, last)| closes > last) {
        let way = way("registration").into_iter().chain([key("closes")]).collect();
        found.push(new(way, ("closes", closes, last)));
    }
    found
}

/// Cancelled, moved or left out on a day on which nothing was to be; moved onto a day when nobody is there.
fn nothing_that_day(
    ground: &AgendaRules<'_>,
    activity: &Activity,
    way: &dyn Fn(&str) -> Vec<Seg>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let at = |field: &str, place: usize, inner: &str| -> Vec<Seg> {
        way(field).into_iter().chain([Seg::Index(place), key(inner)]).collect()
    };
    // The same weeks of a holiday are written for all activities, also for those of every other week.
    let is_weekly =
        !matches!(&activity.when, When::Weekly { repeat, .. } if !matches!(repeat, Repeat::EveryWeek));
    let bare = Activity { except: Vec::new(), ..activity.clone() };
    let new = |way: Vec<Seg>, date: Date, kind: &str| {
        let near = days_around(date).find(|near| falls_on(activity, *near));
        let near = near.map(|near: Date| near.to_string());
        ground
            .fault(Code::NothingThatDay, way)
            .with("date", date)
            .with("kind", kind)
            .proposing(near.as_deref())
    };
    // What is over does no harm. But a day before the first one is no day that has passed: most often its year is wrong.
    let counts = |last: Date| last >= ground.now || activity.valid_from.is_some_and(|first| last < first);
    for (place, one) in activity.cancelled.iter().enumerate() {
        if counts(one.date) && !falls_on(activity, one.date) {
            found.push(new(at("cancelled", place, "date"), one.date, "cancelled"));
        }
    }
    for (place, one) in activity.moved.iter().enumerate() {
        let is_to_be = falls_on(activity, one.date);
        if counts(one.date) && !is_to_be {
            found.push(new(at("moved", place, "date"), one.date, "moved"));
        }
        let closed =
            ground.calendar.on(whose(activity), one.to).is_some_and(super::calendar::DayState::is_closed);
        if one.to >= ground.now && is_to_be && closed {
            let diagnostic = ground.fault(Code::MovedToClosed, at("moved", place, "to"));
            found.push(diagnostic.with("date", one.to));
        }
    }
    for Listed { period, item } in activity.except.iter().copied() {
        let way = || way("except").into_iter().chain([Seg::Index(item)]).collect();
        if !counts(period.to) || period.from < ground.now && period.to >= ground.now {
            continue;
        }
        if period.from == period.to && !falls_on(&bare, period.from) {
            found.push(new(way(), period.from, "except"));
        } else if period.from < period.to && is_weekly && !falls_within(&bare, period) {
            let words = ground.fault(Code::NothingThatDay, way()).with("kind", "weeks");
            found.push(words.with("date", said_period(period)).with("proposal", "none"));
        }
    }
    found
}

/// Is an activity to be on any day of a period? Of a long one it is not known.
fn falls_within(activity: &Activity, period: Period) -> bool {
    const LONG: i32 = 70;
    let days = (period.to - period.from).get_days();
    days > LONG || days_from(period.from, days + 1).any(|day| falls_on(activity, day))
}

/// A period as people write it: by its weeks, where it is whole ones of a year.
fn said_period(period: Period) -> String {
    let (first, last) = (period.from.iso_week_date(), period.to.iso_week_date());
    let is_whole = first.weekday() == Weekday::Monday && last.weekday() == Weekday::Sunday;
    match (is_whole && first.year() == last.year(), first.week() == last.week()) {
        (true, true) => format!("v. {} {}", first.week(), first.year()),
        (true, false) => format!("v. {}–{} {}", first.week(), last.week(), first.year()),
        (false, _) => format!("{}–{}", period.from, period.to),
    }
}

/// Even or odd weeks, and a first day that is on a day of the activity in one of the others.
fn contradiction(
    ground: &AgendaRules<'_>,
    activity: &Activity,
    way: &dyn Fn(&str) -> Vec<Seg>,
) -> Option<Diagnostic> {
    let When::Weekly { days, repeat } = &activity.when else { return None };
    let (kind, is_even) = match repeat {
        Repeat::EvenWeeks => ("even", true),
        Repeat::OddWeeks => ("odd", false),
        _ => return None,
    };
    let first = activity.valid_from.filter(|first| days.contains(&first.weekday()))?;
    let week = first.iso_week_date().week();
    let is_over = activity.last_day().is_some_and(|last| last < ground.now);
    (!is_over && (week % 2 == 0) != is_even).then(|| {
        let diagnostic = ground.fault(Code::WeeksContradict, way("repeat")).with("kind", kind);
        diagnostic.with("date", first).with("week", week)
    })
}
