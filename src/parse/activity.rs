//! Activities, checked: when they are, for whom, and how to sign up.

use std::collections::HashSet;

use jiff::civil::{Date, Weekday};

use super::bounds;
use super::check::{self, AsWritten};
use super::files::{Access, Ages, MovedFile, OneOrMany, ServiceKind, forms, rules};
use super::likely::{likely_days, meant_days};
use super::record::{As, Checked, OrNone, record};
use super::repeat::{Repeat, RepeatError, parse_repeat};
use super::service::{Service, ServiceNames, no_such_service};
use super::special::{Listed, days_or_weeks, listed};
use super::trail::Trail;
use super::values::{Interval, Lang, Phone, Text, Time, WEEKDAYS, weekday_key};
use crate::base::{AbsoluteUrl, Code, Email, Phrase, Report, is_slug, names, slug_of};

record! {
    /// Something that happens at a centre.
    pub struct Activity [schemars(transform = rules::day_or_date)] {
        /// Its id, stable and never reused.
        id: String as AsWritten<forms::Name>,
        /// What it is called.
        title: Text,
        /// More about it, in a paragraph.
        description: Option<Text>,
    }
    read {
        day: Option<OneOrMany> [schemars(with = "Option<forms::WeekdayOrMore>")],
        days: Option<OneOrMany> [schemars(with = "Option<forms::Weekdays>")],
        date: Option<OneOrMany> [schemars(with = "Option<forms::Dates>")],
        dates: Option<OneOrMany> [schemars(with = "Option<forms::Dates>")],
        repeat: Option<As<forms::Repeat>>,
        from: As<forms::TimeOfDay>,
        to: As<forms::TimeOfDay>,
    }
    then {
        /// The first day.
        valid_from: Option<Date>,
        /// The last day.
        valid_to: Option<Date> as Option<As<forms::Date>> => last_day(valid_from),
        /// Not on these days and in these weeks.
        except: Vec<Listed> as OneOrMany => check_except
            [serde(default), schemars(with = "Option<forms::DatesAndWeeks>")],
        /// When it was to be and is not.
        cancelled: Vec<Cancelled> as Vec<<Cancelled as Checked>::Written> => check_cancelled [serde(default)],
    }
    read {
        moved: Vec<MovedFile> [serde(default)],
        service: Option<As<forms::Words>>,
    }
    then {
        /// For children of which age, in months.
        ages "age_months": Ages as Option<Ages> => check_ages,
        /// Does one need to book?
        access: Option<Access>,
        /// Where and when to sign up.
        registration: Option<Registration>,
        /// What it costs, where that is said.
        cost: Option<Cost>,
        /// Where in the house.
        place: Option<Text>,
        /// Whom it is for, beside the age.
        audience "for": Option<Text>,
        /// In which language.
        language: Option<Lang> as Option<forms::Language>,
    }
    made {
        /// On which days.
        when: When => check_when,
        /// From when until when.
        interval: Interval => check_interval,
        /// When it is at another time.
        moved: Vec<Moved> => check_moved(interval)
    }
    added {
        /// Whose closing cancels it: the place of a service; the centre's when there is none.
        service: Option<usize>
    }
    before contradicts_nothing
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

record! {
    /// A day on which it was to be and is not.
    pub struct Cancelled {
        /// The day.
        date: Date,
        /// Why.
        reason: Option<Text>,
    }
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

record! {
    /// Where and when to sign up.
    #[derive(Default)]
    pub struct Registration {
        /// A form.
        url: Option<AbsoluteUrl>,
        /// Phone.
        phone: Option<Phone>,
        /// Mail.
        email: Option<Email>,
        /// The first day.
        opens: Option<Date>,
        /// The last day.
        closes: Option<Date>,
        /// Are all places taken?
        full: bool as OrNone<bool>,
    }
    after opens_before_it_closes
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
pub(crate) fn check_activities(
    files: Vec<<Activity as Checked>::Written>,
    services: Option<&Vec<Service>>,
    list: &Trail,
    report: &mut Report,
) -> Option<Vec<Activity>> {
    let services = ServiceNames::of(services?);
    let mut activities: Vec<Activity> = Vec::new();
    let mut ids: HashSet<String> = HashSet::new();
    for (index, mut file) in bounds::within(files, list, report).into_iter().enumerate() {
        let at = list.index(index);
        let id = file.id.0.as_str();
        if !ids.insert(id.to_string()) {
            report.add(Code::ListedTwice, at.key("id").value()).with("value", id).with("kind", "id");
        }
        if !is_slug(id) {
            let words = report.add(Code::BadName, at.key("id").value()).with("name", id);
            words.proposing(Some(slug_of(id)).filter(|id| !id.is_empty()));
        }
        let word = file.service.take();
        let word = word.as_ref().map(|word| word.0.as_str());
        let service = check_service(word, &services, &at.key("service"), report);
        let activity = Activity::check(file, &at, report);
        let activity = activity.and_then(|activity| Some(Activity { service: service?, ..activity }));
        activities.extend(check::item(activity, &at, report));
    }
    Some(activities)
}

/// One cannot both come as one is and sign up.
fn contradicts_nothing(file: &<Activity as Checked>::Written, at: &Trail, report: &mut Report) {
    if file.access == Some(Access::DropIn) && file.registration.is_some() {
        let title = file.title.each().next().map_or("", |(_, title)| title);
        report.add(Code::AccessContradicts, at.key("access").value()).with("title", title);
    }
}

#[expect(clippy::option_option, reason = "a field that may be left out")]
fn last_day(
    day: Option<As<forms::Date>>,
    first: Option<&Option<Date>>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<Date>> {
    let last = day.and_then(|day| Date::check(day, at, report));
    check::period(first.copied().flatten(), last, at, report);
    Some(last)
}

fn check_ages(given: Option<Ages>, at: &Trail, report: &mut Report) -> Option<Ages> {
    let ages = given.unwrap_or_default();
    if let (Some(min), Some(max)) = (ages.min, ages.max)
        && max < min
    {
        report.add(Code::AgesReversed, at.value()).with("min", min).with("max", max);
    }
    Some(ages)
}

fn check_except(days: OneOrMany, at: &Trail, report: &mut Report) -> Option<Vec<Listed>> {
    Some(listed(&days, at, report, &mut days_or_weeks))
}

fn opens_before_it_closes(given: Registration, at: &Trail, report: &mut Report) -> Option<Registration> {
    check::period(given.opens, given.closes, &at.key("closes"), report);
    Some(given)
}

fn check_interval(
    file: &<Activity as Checked>::Written,
    at: &Trail,
    report: &mut Report,
) -> Option<Interval> {
    let from = check::time(&file.from.0, &at.key("from"), report);
    let to = check::time(&file.to.0, &at.key("to"), report).map(Time::as_end);
    let interval = Interval { from: from?, to: to? };
    if interval.to <= interval.from {
        check::reversed(&interval.short(), at.key("to").value(), report);
    }
    Some(interval)
}

/// On which days: one of `day`, `days`, `date` and `dates`.
fn check_when(file: &<Activity as Checked>::Written, at: &Trail, report: &mut Report) -> Option<When> {
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
        let repeat = check_repeat(file, days.as_deref(), at, report);
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
    if check::backward_days(value, |_| at.value(), report) {
        return;
    }
    let words = report.add(Code::BadDay, at.value()).with("value", value);
    let words = words.with("over", "none").with("turned", "none");
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
    file: &<Activity as Checked>::Written,
    days: Option<&[Weekday]>,
    at: &Trail,
    report: &mut Report,
) -> Option<Repeat> {
    let Some(As { 0: text, .. }) = &file.repeat else { return Some(Repeat::EveryWeek) };
    // What is wrong with the day is told where it stands.
    let mut aside = Report::on(report.file());
    let valid_from = file.valid_from.clone().and_then(|day| Date::check(day, at, &mut aside));
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

fn check_cancelled(
    files: Vec<<Cancelled as Checked>::Written>,
    list: &Trail,
    report: &mut Report,
) -> Option<Vec<Cancelled>> {
    let mut cancelled: Vec<Cancelled> = Vec::new();
    for (index, file) in bounds::within(files, list, report).into_iter().enumerate() {
        let at = list.index(index);
        let one = check::item(Cancelled::check(file, &at, report), &at, report);
        if let Some(date) = one.as_ref().map(|one| one.date)
            && cancelled.iter().any(|other| other.date == date)
        {
            report.add(Code::ListedTwice, at.key("date").value()).with("value", date).with("kind", "value");
        }
        cancelled.extend(one);
    }
    Some(cancelled)
}

fn check_moved(
    file: &<Activity as Checked>::Written,
    usual: Option<&Interval>,
    at: &Trail,
    report: &mut Report,
) -> Option<Vec<Moved>> {
    let list = at.key("moved");
    let mut all = Vec::new();
    for (index, file) in bounds::within(file.moved.iter().collect(), &list, report).into_iter().enumerate() {
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
    Some(all)
}

/// The words for the centre itself.
const CENTRE: [&str; 4] = ["centre", "center", "familjecentral", "familjecentralen"];

/// Whose closing cancels it; none when that is not known, and of the centre when it is no service.
#[expect(clippy::option_option, reason = "not known, the centre, or a service")]
fn check_service(
    given: Option<&str>,
    services: &ServiceNames<'_>,
    at: &Trail,
    report: &mut Report,
) -> Option<Option<usize>> {
    let Some(word) = given else {
        return Some(services.services.iter().position(|service| service.kind == ServiceKind::OpenPreschool));
    };
    if CENTRE.contains(&names::fold(word.trim()).as_str()) {
        return Some(None);
    }
    match services.named(word).as_slice() {
        [] => {
            no_such_service(word, services.services, at.value(), report);
            None
        }
        [first, ..] => Some(Some(*first)),
    }
}

/// What people write for nothing.
const FREE: [&str; 18] = [
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
    "fri",
    "nej",
    "ingen",
    "utan kostnad",
    "avgiftsfritt",
    "avgiftsfri",
    "no",
    "none",
];

impl Checked for Cost {
    type Written = Text;
    type Value = Self;

    fn check(written: Text, at: &Trail, report: &mut Report) -> Option<Self> {
        let text = Text::check(written, at, report)?;
        let is_free = |said: &str| FREE.contains(&said.trim().trim_end_matches('.').to_lowercase().as_str());
        let costs_nothing = text.each().all(|(_, said)| is_free(said));
        Some(if costs_nothing { Self::Free } else { Self::Said(text) })
    }
}
