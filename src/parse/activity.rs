//! Activities, checked: when they are, for whom, and how to sign up.

use std::collections::HashSet;

use jiff::civil::{Date, Weekday};

use super::bounds;
use super::check;
use super::files::{
    Access, ActivityFile, CancelledFile, MovedFile, OneOrMany, RegistrationFile, ServiceKind,
};
use super::likely::{likely_days, meant_days};
use super::repeat::{Repeat, RepeatError, parse_repeat};
use super::service::{Service, no_such_service, own_names, services_named};
use super::special::{Listed, days_or_weeks, listed};
use super::trail::Trail;
use super::values::{Interval, Lang, Phone, Text, Time, WEEKDAYS, weekday_key};
use crate::base::{AbsoluteUrl, Code, Email, Phrase, Report, is_slug, names, slug_of};

/// Something that happens at a centre.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Activity {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: Text,
    /// More about it.
    pub description: Option<Text>,
    /// On which days.
    pub when: When,
    /// From when until when.
    pub interval: Interval,
    /// The first day.
    pub valid_from: Option<Date>,
    /// The last day.
    pub valid_to: Option<Date>,
    /// Not on these days.
    pub except: Vec<Listed>,
    /// When it was to be and is not.
    pub cancelled: Vec<Cancelled>,
    /// When it is at another time.
    pub moved: Vec<Moved>,
    /// Whose closing cancels it: the place of a service; the centre's when there is none.
    pub service: Option<usize>,
    /// From which age in months.
    pub min_age: Option<u16>,
    /// Up to which age in months.
    pub max_age: Option<u16>,
    /// Does one need to book?
    pub access: Option<Access>,
    /// How to sign up.
    pub registration: Option<Registration>,
    /// What it costs, where that is said.
    pub cost: Option<Cost>,
    /// Where in the house.
    pub place: Option<Text>,
    /// Whom it is for, beside the age.
    pub audience: Option<Text>,
    /// In which language.
    pub language: Option<Lang>,
}

/// On which days something is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum When {
    /// On some weekdays, from Monday, again and again.
    Weekly {
        /// The weekdays, of which there is at least one.
        days: Vec<Weekday>,
        /// In which weeks.
        repeat: Repeat,
    },
    /// On some days, in their order.
    Dates(Vec<Date>),
}

/// A day on which it was to be and is not.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Cancelled {
    /// The day.
    pub date: Date,
    /// Why.
    pub reason: Option<Text>,
}

/// A day whose activity is at another time.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Moved {
    /// The day on which it was to be.
    pub date: Date,
    /// The day on which it is.
    pub to: Date,
    /// From when until when it is then.
    pub interval: Interval,
}

/// How to sign up.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Registration {
    /// A form.
    pub url: Option<AbsoluteUrl>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Mail.
    pub email: Option<Email>,
    /// The first day.
    pub opens: Option<Date>,
    /// The last day.
    pub closes: Option<Date>,
    /// Are all places taken?
    pub full: bool,
}

/// What something costs.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Cost {
    /// Nothing.
    Free,
    /// In words.
    Said(Text),
}

impl Activity {
    /// Its weekdays; none where it is on single days.
    pub fn weekdays(&self) -> &[Weekday] {
        match &self.when {
            When::Weekly { days, .. } => days,
            When::Dates(_) => &[],
        }
    }

    /// What it is over after: its last day, that on which it is moved to included; none when it goes on.
    pub fn last_day(&self) -> Option<Date> {
        let last = match &self.when {
            When::Weekly { .. } => self.valid_to,
            When::Dates(dates) => dates.last().copied(),
        };
        let moved = self.moved.iter().map(|moved| moved.to).max();
        last.map(|last| moved.map_or(last, |moved| moved.max(last)))
    }
}

/// The activities of a centre.
pub fn check_activities(
    files: Vec<ActivityFile>,
    services: &[Service],
    report: &mut Report,
) -> Vec<Activity> {
    let top = Trail::TOP;
    let list = top.key("activities");
    let mut activities: Vec<Activity> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    for (index, file) in bounds::within(files, &list, report).into_iter().enumerate() {
        let at = list.index(index);
        if !ids.insert(file.id.clone()) {
            report.add(Code::ListedTwice, at.key("id").value()).with("value", &file.id).with("kind", "id");
        }
        if !is_slug(&file.id) {
            let words = report.add(Code::BadName, at.key("id").value()).with("name", &file.id);
            words.proposing(Some(slug_of(&file.id)).filter(|id| !id.is_empty()));
        }
        let activity = check_activity(file, services, &at, report);
        activities.extend(check::item(activity, &at, report));
    }
    activities
}

fn check_activity(
    mut file: ActivityFile,
    services: &[Service],
    at: &Trail,
    report: &mut Report,
) -> Option<Activity> {
    let title = check::localized(file.title.clone(), &at.key("title"), report);
    let description = check::optional(file.description.take(), &at.key("description"), report);
    let interval = check_interval(&file, at, report);
    let valid_from = check::date(file.valid_from.as_deref(), &at.key("valid_from"), report);
    let valid_to = check::date(file.valid_to.as_deref(), &at.key("valid_to"), report);
    check::period(valid_from, valid_to, &at.key("valid_to"), report);
    let when = check_when(&file, valid_from, at, report);
    let (min_age, max_age) = file.age_months.as_ref().map_or((None, None), |ages| (ages.min, ages.max));
    if let (Some(min), Some(max)) = (min_age, max_age)
        && max < min
    {
        report.add(Code::AgesReversed, at.key("age_months").value()).with("min", min).with("max", max);
    }
    let except = listed(&file.except, &at.key("except"), report, &mut days_or_weeks);
    let cancelled = check_cancelled(std::mem::take(&mut file.cancelled), at, report);
    let moved = check_moved(std::mem::take(&mut file.moved), interval, at, report);
    let service = check_service(file.service.as_deref(), services, &at.key("service"), report);
    if file.access == Some(Access::DropIn) && file.registration.is_some() {
        let title = title.each().next().map_or("", |(_, title)| title);
        report.add(Code::AccessContradicts, at.key("access").value()).with("title", title);
    }
    let registration = file.registration.take().map(|file| check_registration(&file, at, report));
    let place = check::optional(file.place.take(), &at.key("place"), report);
    let audience = check::optional(file.audience.take(), &at.key("for"), report);
    let cost = check::optional(file.cost.take(), &at.key("cost"), report).map(cost);
    let language = check::lang(file.language.as_deref(), &at.key("language"), report);
    Some(Activity {
        id: file.id,
        title,
        description,
        when: when?,
        interval: interval?,
        valid_from,
        valid_to,
        except,
        cancelled,
        moved,
        service: service?,
        min_age,
        max_age,
        access: file.access,
        registration,
        cost,
        place,
        audience,
        language,
    })
}

fn check_interval(file: &ActivityFile, at: &Trail, report: &mut Report) -> Option<Interval> {
    let from = check::time(&file.from, &at.key("from"), report);
    let to = check::time(&file.to, &at.key("to"), report).map(Time::as_end);
    let interval = Interval { from: from?, to: to? };
    if interval.to <= interval.from {
        check::reversed(&interval.short(), at.key("to").value(), report);
    }
    Some(interval)
}

/// On which days: one of `day`, `days`, `date` and `dates`.
fn check_when(
    file: &ActivityFile,
    valid_from: Option<Date>,
    at: &Trail,
    report: &mut Report,
) -> Option<When> {
    let given = [("day", &file.day), ("days", &file.days), ("date", &file.date), ("dates", &file.dates)];
    let given: Vec<(&'static str, &OneOrMany)> =
        given.into_iter().filter_map(|(field, said)| Some((field, said.as_ref()?))).collect();
    let [(field, said)] = given.as_slice() else {
        let fields: Vec<&str> = given.iter().map(|(field, _)| *field).collect();
        // What cannot be read is not missing.
        if !given.is_empty() || !report.has_told_within(&at.value()) {
            let kind = if given.is_empty() { "none" } else { "many" };
            let words = report.add(Code::ActivityWhen, at.value()).with("kind", kind);
            words.with("fields", fields.join(", "));
        }
        return None;
    };
    let is_weekly = matches!(*field, "day" | "days");
    if !is_weekly && file.repeat.is_some() {
        let words = report.add(Code::ActivityWhen, at.key("repeat").name()).with("kind", "repeat");
        words.with("fields", *field);
    }
    if is_weekly {
        let days = check_days(said, &at.key(field), report);
        let repeat = check_repeat(file, (valid_from, days.as_deref()), at, report);
        return Some(When::Weekly { days: days?, repeat: repeat? });
    }
    let mut dates: Vec<Date> = listed(said, &at.key(field), report, &mut super::special::days)
        .iter()
        .map(|day| day.period.from)
        .collect();
    let is_empty = said.0.is_empty();
    if is_empty {
        report.add(Code::EmptyList, at.key(field).value()).with("field", *field);
    }
    dates.sort_unstable();
    dates.dedup();
    (!dates.is_empty()).then_some(When::Dates(dates))
}

/// The weekdays that texts name: `tisdag`, `måndag och onsdag`, `[monday, wednesday]`.
fn check_days(given: &OneOrMany, at: &Trail, report: &mut Report) -> Option<Vec<Weekday>> {
    if given.0.is_empty() {
        report.add(Code::EmptyList, at.value()).with("field", at.field());
    }
    let mut days = Vec::new();
    let mut is_right = true;
    for (index, text) in bounds::within(given.0.clone(), at, report).iter().enumerate() {
        let Ok(found) = meant_days(text) else {
            bad_day(text, &at.index(index), report);
            is_right = false;
            continue;
        };
        let numbers = found.into_iter().filter_map(|day| i8::try_from(day).ok());
        days.extend(numbers.filter_map(|day| Weekday::from_monday_zero_offset(day).ok()));
    }
    days.sort_unstable_by_key(|day| day.to_monday_zero_offset());
    days.dedup();
    (is_right && !days.is_empty()).then_some(days)
}

/// Says that a text is no weekday, and which one it most likely means; or that it is one of some weeks.
fn bad_day(value: &str, at: &Trail, report: &mut Report) {
    let words = report.add(Code::BadDay, at.value()).with("value", value);
    match likely_days(value).as_slice() {
        [] => words.with("days", "none").proposing(check::nearest_day(value)),
        [day] if WEEKDAYS.contains(&day.as_str()) => {
            let name = Phrase::new(format!("field-{day}"));
            words.saying("days", name).with("proposal", "weeks")
        }
        [days, ..] => words.with("days", days).with("proposal", "weeks"),
    };
}

fn check_repeat(
    file: &ActivityFile,
    (valid_from, days): (Option<Date>, Option<&[Weekday]>),
    at: &Trail,
    report: &mut Report,
) -> Option<Repeat> {
    let Some(text) = file.repeat.as_deref() else { return Some(Repeat::EveryWeek) };
    let at = at.key("repeat");
    let error = match parse_repeat(text, valid_from) {
        Ok(said) => {
            let is_other = |day: &Weekday| days.is_some_and(|days| days != [*day]);
            if let Some(day) = said.day.filter(is_other) {
                let day = weekday_key(day);
                let words = report.add(Code::RepeatUnclear, at.value()).with("value", text.trim());
                words.with("kind", "day").with("day", day);
                return None;
            }
            return Some(said.repeat);
        }
        Err(error) => error,
    };
    // One that begins when nobody can read has a start that was told.
    if matches!(error, RepeatError::NoStart(_)) && file.valid_from.is_some() {
        return None;
    }
    let (code, kind, place) = match &error {
        RepeatError::Form => (Code::BadRepeat, "form", at.value()),
        RepeatError::NoStart(_) => (Code::RepeatUnclear, "start", at.value()),
        RepeatError::BadStart(day) => (Code::BadRepeat, "date", at.part(day)),
    };
    report.add(code, place).with("value", text.trim()).with("kind", kind).with("day", "none");
    None
}

fn check_cancelled(files: Vec<CancelledFile>, of: &Trail, report: &mut Report) -> Vec<Cancelled> {
    let list = of.key("cancelled");
    let mut cancelled = Vec::new();
    for (index, file) in bounds::within(files, &list, report).into_iter().enumerate() {
        let at = list.index(index);
        let date = check::date(Some(&file.date), &at.key("date"), report);
        let reason = check::optional(file.reason, &at.key("reason"), report);
        if let Some(date) = date.filter(|date| cancelled.iter().any(|one: &Cancelled| one.date == *date)) {
            report.add(Code::ListedTwice, at.key("date").value()).with("value", date).with("kind", "value");
        }
        cancelled.extend(check::item(date, &at, report).map(|date| Cancelled { date, reason }));
    }
    cancelled
}

fn check_moved(
    files: Vec<MovedFile>,
    usual: Option<Interval>,
    of: &Trail,
    report: &mut Report,
) -> Vec<Moved> {
    let list = of.key("moved");
    let mut all = Vec::new();
    for (index, file) in bounds::within(files, &list, report).into_iter().enumerate() {
        let at = list.index(index);
        let date = check::date(Some(&file.date), &at.key("date"), report);
        let to = check::date(file.to.as_deref(), &at.key("to"), report);
        let from = file.from.as_deref().map(|from| check::time(from, &at.key("from"), report));
        if file.to.is_none() && file.from.is_none() && !report.has_told_within(&at.value()) {
            report.add(Code::MovedNowhere, at.value());
        }
        let (Some(date), Some(usual)) = (date.filter(|_| file.to.is_none() || to.is_some()), usual) else {
            report.leave_out(at.value());
            continue;
        };
        if all.iter().any(|one: &Moved| one.date == date) {
            report.add(Code::ListedTwice, at.key("date").value()).with("value", date).with("kind", "value");
        }
        let Some(from) = from.unwrap_or(Some(usual.from)) else {
            report.leave_out(at.value());
            continue;
        };
        let long = usual.to.0.saturating_sub(usual.from.0);
        let interval = Interval { from, to: Time((from.0 + long).min(24 * 60)) };
        all.push(Moved { date, to: to.unwrap_or(date), interval });
    }
    all
}

/// The words for the centre itself.
const CENTRE: [&str; 4] = ["centre", "center", "familjecentral", "familjecentralen"];

/// Whose closing cancels it; none when that is not known, and of the centre when it is no service.
#[expect(clippy::option_option, reason = "not known, the centre, or a service")]
fn check_service(
    given: Option<&str>,
    services: &[Service],
    at: &Trail,
    report: &mut Report,
) -> Option<Option<usize>> {
    let Some(word) = given else {
        return Some(services.iter().position(|service| service.kind == ServiceKind::OpenPreschool));
    };
    if CENTRE.contains(&names::fold(word.trim()).as_str()) {
        return Some(None);
    }
    match services_named(word, services, &own_names(services)).as_slice() {
        [] => {
            no_such_service(word, services, at.value(), report);
            None
        }
        [first, ..] => Some(Some(*first)),
    }
}

fn check_registration(file: &RegistrationFile, of: &Trail, report: &mut Report) -> Registration {
    let at = of.key("registration");
    let opens = check::date(file.opens.as_deref(), &at.key("opens"), report);
    let closes = check::date(file.closes.as_deref(), &at.key("closes"), report);
    check::period(opens, closes, &at.key("closes"), report);
    Registration {
        url: check::web(file.url.as_deref(), &at.key("url"), report),
        phone: check::phone(file.phone.as_deref(), &at.key("phone"), report),
        email: check::email(file.email.as_deref(), &at.key("email"), report),
        opens,
        closes,
        full: file.full.unwrap_or(false),
    }
}

/// What people write for nothing.
const FREE: [&str; 10] = [
    "0",
    "0 kr",
    "0:-",
    "gratis",
    "kostnadsfritt",
    "kostnadsfri",
    "fritt",
    "ingen kostnad",
    "free",
    "free of charge",
];

fn cost(text: Text) -> Cost {
    let mut all = text.each().map(|(_, text)| text.trim().trim_end_matches('.').to_lowercase());
    let is_free = all.all(|text| FREE.contains(&text.as_str()));
    drop(all);
    if is_free { Cost::Free } else { Cost::Said(text) }
}
