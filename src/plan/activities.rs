//! Activities in words: what happens on the coming days, and what there is.

use jiff::ToSpan;
use jiff::civil::Date;

use super::scope::Scope;
use super::subject::Subject;
use super::{ActivityView, ChangeView, DayView, HappeningView, OtherTimeView, RegistrationView, TextView};
use crate::model::calendar::{Happening, Occurrence};
use crate::parse::activity::When;
use crate::parse::centre::{Activity, Centre, Cost, Registration};
use crate::parse::files::{Access, Status};
use crate::parse::repeat::{LAST, Repeat};
use crate::parse::values::{Interval, weekday_index, weekday_key};
use crate::theme::fill;

/// How many days the week of a centre's page has, today included.
const WEEK: i32 = 7;

/// How much of it is shown at once.
const IN_WEEK: usize = 6;

/// How many days ahead changes are named with their activity.
const CHANGES: i32 = 8 * 7;

/// How many days ahead the end of a term is told of: before, it is long until then.
const TERM: i32 = 8 * 7;

/// The activities that are not over; a centre that is closed has none.
pub fn coming_activities(centre: &Centre, now: Date) -> impl Iterator<Item = (usize, &Activity)> {
    let is_coming = move |(_, activity): &(usize, &Activity)| {
        !centre.status.is_closed() && activity.last_day().is_none_or(|last| last >= now)
    };
    centre.activities.iter().enumerate().filter(is_coming)
}

/// What happens on the coming days, day by day, and whether that is not all.
pub fn week(scope: &Scope<'_>, subject: Subject<'_>) -> (Vec<DayView>, bool) {
    let now = scope.regional.now;
    let last = now.saturating_add((WEEK - 1).days());
    let mut days: Vec<DayView> = Vec::new();
    let mut day = None;
    let all = subject.calendar.happening(now, last);
    for occurrence in all.iter().take(IN_WEEK) {
        if day != Some(occurrence.date) {
            day = Some(occurrence.date);
            let date = scope.date(occurrence.date);
            days.push(DayView {
                day: date.day_near.clone(),
                date,
                today: occurrence.date == now,
                items: Vec::new(),
            });
        }
        if let Some(day) = days.last_mut() {
            day.items.push(happening(scope, subject.centre, occurrence));
        }
    }
    (days, all.len() > IN_WEEK)
}

/// Those days in words: a page is read on later days too.
pub fn week_period(scope: &Scope<'_>) -> String {
    let now = scope.regional.now;
    let last = now.saturating_add((WEEK - 1).days());
    scope.period(now, last)
}

/// An activity on a day, in words.
pub fn happening(scope: &Scope<'_>, centre: &Centre, occurrence: &Occurrence) -> HappeningView {
    let activity = &centre.activities[occurrence.activity];
    let (state, other) = match occurrence.happening {
        Happening::Takes => ("on", None),
        Happening::Cancelled(_) => ("cancelled", None),
        Happening::MovedTo(date, interval) => ("moved", Some((date, interval))),
        Happening::MovedFrom(date, interval) => ("instead", Some((date, interval))),
    };
    HappeningView {
        id: activity.id.clone(),
        title: scope.text(&activity.title),
        times: scope.words.interval(occurrence.interval),
        state,
        reason: scope.optional(occurrence.reason(activity)),
        other: other.map(|other| other_time(scope, other)),
        ages: ages(scope, activity.ages.min, activity.ages.max),
        access: access_on(activity, scope.regional.now),
        full: is_full(activity),
        closed: has_closed(activity, scope.regional.now),
        place: scope.optional(activity.place.as_ref()),
        uncertain: occurrence.uncertain,
    }
}

fn other_time(scope: &Scope<'_>, (date, interval): (Date, Interval)) -> OtherTimeView {
    OtherTimeView { date: scope.date(date), times: scope.words.interval(interval) }
}

/// Where one signs up, one needs to.
pub fn access(activity: &Activity) -> Option<&'static str> {
    let to_book = activity.registration.as_ref().map(|_| Access::Booking);
    activity.access.or(to_book).map(Access::key)
}

/// The same for a page: one that has closed can be signed up for no longer.
fn access_on(activity: &Activity, now: Date) -> Option<&'static str> {
    access(activity).filter(|_| !has_closed(activity, now))
}

/// Is it too late to sign up?
fn has_closed(activity: &Activity, now: Date) -> bool {
    let registration = activity.registration.as_ref();
    registration.and_then(|registration| registration.closes).is_some_and(|closes| closes < now)
}

/// Is it free, and else what does it cost?
pub fn cost(scope: &Scope<'_>, cost: Option<&Cost>) -> (bool, Option<TextView>) {
    match cost {
        None => (false, None),
        Some(Cost::Free) => (true, None),
        Some(Cost::Said(cost)) => (false, Some(scope.text(cost))),
    }
}

/// Are all places taken?
pub fn is_full(activity: &Activity) -> bool {
    activity.registration.as_ref().is_some_and(|registration| registration.full)
}

/// What there is, by the day on which it is next.
pub fn activities(scope: &Scope<'_>, subject: Subject<'_>) -> Vec<ActivityView> {
    let now = scope.regional.now;
    let mut all: Vec<(usize, &Activity)> = coming_activities(subject.centre, now).collect();
    let next = |place: usize| {
        subject
            .calendar
            .days_of(place)
            .find(|one| one.date >= now && one.happening.is_on())
            .map(|one| one.date)
    };
    // What is every week stands by its weekday: so the list reads as a timetable. What is on single days comes after.
    all.sort_by_cached_key(|(place, activity)| {
        let weekday = activity.weekdays().first().map_or(7, |day| weekday_index(*day));
        let next = next(*place).unwrap_or(Date::MAX);
        let next = if weekday < 7 { Date::MIN } else { next };
        (weekday, next, activity.interval, *place)
    });
    all.into_iter().map(|(place, activity)| activity_view(scope, subject, (place, activity))).collect()
}

fn activity_view(
    scope: &Scope<'_>,
    subject: Subject<'_>,
    (place, activity): (usize, &Activity),
) -> ActivityView {
    let first = activity.weekdays().first().copied();
    let now = scope.regional.now;
    let dates = match &activity.when {
        When::Dates(dates) => {
            let coming = dates.iter().filter(|date| **date >= now && is_held(subject, place, **date));
            coming.map(|date| scope.date(*date)).collect()
        }
        When::Weekly { .. } => Vec::new(),
    };
    let (free, cost) = cost(scope, activity.cost.as_ref());
    ActivityView {
        id: activity.id.clone(),
        title: scope.text(&activity.title),
        calendar_url: super::Urls::activity_calendar(&subject.centre.id, &activity.id),
        description: scope.optional(activity.description.as_ref()),
        day: first.map_or("", weekday_key),
        day_name: day_names(scope, activity),
        repeat: repeat(scope, activity).map(|repeat| counted(scope, subject, place, repeat)),
        dates,
        times: scope.words.interval(activity.interval),
        term: term(scope, activity),
        ages: ages(scope, activity.ages.min, activity.ages.max),
        audience: scope.optional(activity.audience.as_ref()),
        access: access_on(activity, now).filter(|_| !is_full(activity)),
        registration: registration(scope, subject.centre, activity),
        free,
        cost,
        place: scope.optional(activity.place.as_ref()),
        language: activity.language.as_deref().map(|code| scope.language(code)),
        changes: changes(scope, subject, place),
        valid_from: activity.valid_from.map(|date| scope.date(date)),
        valid_to: activity.valid_to.map(|date| scope.date(date)),
    }
}

/// Is anything on a date that an activity names? Where its service is closed nobody is to come, and what is after the window is not known.
fn is_held(subject: Subject<'_>, place: usize, date: Date) -> bool {
    subject.centre.status != Status::Open
        || subject.calendar.window().index(date).is_none()
        || subject.calendar.days_of(place).any(|one| one.date == date)
}

/// `måndag`, `måndag och onsdag`, `måndag, onsdag och fredag`.
fn day_names(scope: &Scope<'_>, activity: &Activity) -> String {
    let names: Vec<&str> = activity.weekdays().iter().map(|day| scope.words.weekday(*day)).collect();
    scope.words.list(&names)
}

/// In which weeks it is, where it is not in all.
fn repeat(scope: &Scope<'_>, activity: &Activity) -> Option<String> {
    let When::Weekly { repeat, .. } = &activity.when else { return None };
    let words = &scope.words;
    match repeat {
        Repeat::EveryWeek => None,
        Repeat::EvenWeeks => Some(words.get("repeat_even").to_string()),
        Repeat::OddWeeks => Some(words.get("repeat_odd").to_string()),
        Repeat::EveryWeeks { count: 1, .. } => None,
        Repeat::EveryWeeks { count, .. } => Some(words.get(&format!("repeat_{count}")).to_string()),
        Repeat::OfMonth(which) => {
            let name = |which: &u8| match *which {
                LAST => words.get("repeat_last").to_string(),
                which => words.get(&format!("repeat_{which}_of_month")).to_string(),
            };
            let names: Vec<String> = which.iter().map(name).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Some(words.filled("repeat_of_month", &[("which", &words.list(&names))]))
        }
    }
}

/// In which weeks, with a day that they are counted from where no number of a week says which they are: the next, so that nobody counts
/// from one long ago. It is right on later days too.
fn counted(scope: &Scope<'_>, subject: Subject<'_>, place: usize, repeat: String) -> String {
    let When::Weekly { repeat: Repeat::EveryWeeks { .. }, .. } = subject.centre.activities[place].when else {
        return repeat;
    };
    let now = scope.regional.now;
    let is_usual = |one: &&Occurrence| !matches!(one.happening, Happening::MovedFrom(..));
    let next = subject.calendar.days_of(place).filter(|one| one.date >= now).find(is_usual);
    next.map_or_else(
        || repeat.clone(),
        |next| {
            let date = scope.date(next.date).near;
            scope.words.filled("repeat_counted", &[("repeat", &repeat), ("date", &date)])
        },
    )
}

/// When it is, as far as that is to come: a term that has begun has an end alone, and none that is far.
fn term(scope: &Scope<'_>, activity: &Activity) -> Option<String> {
    if let When::Dates(_) = activity.when {
        return None;
    }
    let now = scope.regional.now;
    let near = |date: Date| scope.date(date).near;
    let from = activity.valid_from.filter(|from| *from > now);
    match (from, activity.valid_to) {
        (None, None) => None,
        (Some(from), None) => Some(scope.words.filled("term_from", &[("from", &near(from))])),
        (None, Some(to)) if to > now.saturating_add(TERM.days()) => None,
        (None, Some(to)) => Some(scope.words.filled("term_to", &[("to", &near(to))])),
        (Some(from), Some(to)) => Some(scope.period(from, to)),
    }
}

/// How to sign up. Where one must and nobody has said how, it is by the phone of the service, else of the centre.
fn registration(scope: &Scope<'_>, centre: &Centre, activity: &Activity) -> Option<RegistrationView> {
    let given = activity.registration.as_ref();
    if given.is_none() && activity.access != Some(Access::Booking) {
        return None;
    }
    let empty = Registration::default();
    let given = given.unwrap_or(&empty);
    let now = scope.regional.now;
    let is_said = given.url.is_some() || given.phone.is_some() || given.email.is_some();
    let service = activity.service.and_then(|place| centre.services.get(place));
    let usual = || service.and_then(|service| service.phone.as_ref()).or(centre.phone.as_ref());
    let phone = given.phone.as_ref().or_else(|| if is_said { None } else { usual() });
    let email =
        given.email.as_ref().or(if is_said || phone.is_some() { None } else { centre.email.as_ref() });
    Some(RegistrationView {
        link: given.url.as_ref().map(|url| scope.web(url)),
        phone: phone.map(|phone| scope.phone(phone)),
        email: email.map(|email| scope.email(email)),
        opens: given.opens.filter(|opens| *opens > now).map(|opens| scope.date(opens)),
        closes: given.closes.map(|closes| scope.date(closes)),
        closed: has_closed(activity, now),
        full: given.full,
    })
}

/// The coming days on which it is cancelled or moved.
fn changes(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> Vec<ChangeView> {
    let now = scope.regional.now;
    let activity = &subject.centre.activities[place];
    let last = now.saturating_add(CHANGES.days());
    let coming = subject.calendar.days_of(place).filter(|one| (now..=last).contains(&one.date));
    let change = |one: &Occurrence| {
        let (state, other) = match one.happening {
            Happening::Cancelled(_) => ("cancelled", None),
            Happening::MovedTo(date, interval) => ("moved", Some((date, interval))),
            Happening::Takes | Happening::MovedFrom(..) => return None,
        };
        Some(ChangeView {
            date: scope.date(one.date),
            state,
            reason: scope.optional(one.reason(activity)),
            other: other.map(|other| other_time(scope, other)),
        })
    };
    coming.filter_map(change).collect()
}

/// Ages in words: `0–12 månader`, `1–6 år`, `6 månader–2 år`, `1 år`.
pub fn ages(scope: &Scope<'_>, min: Option<u16>, max: Option<u16>) -> Option<String> {
    let words = &scope.words;
    let min = min.filter(|min| *min > 0);
    let said = |key: String, values: &[(&str, u16)], number: u16| {
        let texts: Vec<(&str, String)> =
            values.iter().map(|(name, value)| (*name, value.to_string())).collect();
        let values: Vec<(&str, &str)> = texts.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(words.counted(&key, number.into()), &values)
    };
    let one = |months: u16| {
        let (unit, age) = unit(months.is_multiple_of(12), months);
        said(format!("age_{unit}"), &[("age", age)], age)
    };
    match (min, max) {
        (None, None) => None,
        (Some(min), None) => {
            let (unit, min) = unit(min % 12 == 0, min);
            Some(said(format!("ages_from_{unit}"), &[("min", min)], min))
        }
        // A child that is not one year old has its age in months: 0–12 months.
        (None, Some(max)) => {
            let (unit, max) = unit(max % 12 == 0 && max > 12, max);
            Some(said(format!("ages_to_{unit}"), &[("max", max)], max))
        }
        (Some(min), Some(max)) if min == max => Some(one(min)),
        (Some(min), Some(max)) if max % 12 == 0 && max >= 24 && min % 12 != 0 => {
            Some(words.filled("ages_between", &[("min", &one(min)), ("max", &one(max))]))
        }
        (Some(min), Some(max)) => {
            let is_whole = min % 12 == 0 && max % 12 == 0;
            let ((unit, first), (_, last)) = (unit(is_whole, min), unit(is_whole, max));
            Some(said(format!("ages_{unit}"), &[("min", first), ("max", last)], last))
        }
    }
}

/// An age in years or in months.
fn unit(in_years: bool, months: u16) -> (&'static str, u16) {
    if in_years { ("years", months / 12) } else { ("months", months) }
}
