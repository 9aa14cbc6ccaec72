//! What happens, for phones: calendars to subscribe to, of a municipality, its centres and their activities.
//!
//! A calendar has each time as an event of its own, counted by the centre's [`Calendar`] and by nothing else. What an event says comes from
//! the content alone, never from the day of the build: so two builds are the same, and a change of one activity changes its events.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::activities::{access, ages, is_full};
use super::hours::service_name;
use super::scope::Scope;
use super::subject::{Subject, former_names};
use super::{CalendarEvent, CalendarJob, JobKind, Plan, Span, Urls};
use crate::base::characters::{capitalised, within_bytes};
use crate::base::{AbsoluteUrl, Fingerprint, slug_of};
use crate::model::calendar::{Happening, Occurrence, SpecialTimes, State, Whose};
use crate::parse::centre::{Activity, Centre, Cost};
use crate::parse::values::Text;

/// How many days back a calendar reaches: who looks at last week finds what was there.
const BACK: i32 = 30;

/// How many days ahead.
const AHEAD: i32 = 180;

/// How many bytes of a longer text an event has.
const LONG: usize = 300;

/// How many of a shorter one.
const SHORT: usize = 150;

/// How many all of what is said of an activity.
const WHOLE: usize = 500;

/// The day that a calendar says it was made on, where the content has none: before any family centre had a page.
pub const NO_DAY: Date = Date::constant(2000, 1, 1);

/// Does a centre have a calendar of its own? It stays when its last activity is over: phones go on asking for it.
pub fn has_calendar(centre: &Centre) -> bool {
    !(centre.status.is_closed() || centre.activities.is_empty() && centre.exceptions.is_empty())
}

/// Plans the calendars of a municipality, its centres and their activities, in the site's own language.
pub fn plan_calendars(scope: &Scope<'_>, plan: &mut Plan) {
    let mut all = Vec::new();
    for subject in Subject::all(scope.section).filter(|subject| has_calendar(subject.centre)) {
        if plan.is_full() {
            return;
        }
        let centre = subject.centre;
        let events = events_of(scope, subject);
        let name = scope.text(&centre.name).text;
        let mut own: Vec<Vec<CalendarEvent>> = vec![Vec::new(); centre.activities.len()];
        for event in &events {
            if let Some(activity) = event.activity {
                own[activity].push(event.clone());
            }
        }
        let former = former_names(scope.section, subject.source);
        let names = || former.iter().copied().chain([centre.id.as_str()]);
        for (activity, own) in centre.activities.iter().zip(own) {
            let title = format!("{} – {name}", scope.text(&activity.title).text);
            let urls = names().map(|centre| Urls::activity_calendar(centre, &activity.id));
            add(scope, urls, &title, &own, plan);
        }
        // Events of one name have one text among all centres, too.
        let mut named: HashMap<Arc<str>, Arc<str>> = HashMap::new();
        all.extend(events.iter().cloned().map(|event| {
            let with_name = || within_bytes(&format!("{} – {name}", event.summary), LONG).into();
            let summary = Arc::clone(named.entry(Arc::clone(&event.summary)).or_insert_with(with_name));
            CalendarEvent { summary, ..event }
        }));
        add(scope, names().map(Urls::centre_calendar), &name, &events, plan);
    }
    if !all.is_empty() {
        all.sort_by(|one, other| (one.span, &one.uid).cmp(&(other.span, &other.uid)));
        let name = scope.words.filled("calendar_name", &[("name", &scope.text(&scope.section.name).text)]);
        add(scope, [Urls::municipality_calendar()], &name, &all, plan);
    }
}

/// Adds a calendar at each of its addresses.
fn add(
    scope: &Scope<'_>,
    urls: impl IntoIterator<Item = String>,
    name: &str,
    events: &[CalendarEvent],
    plan: &mut Plan,
) {
    for url in urls {
        let job =
            CalendarJob { name: name.to_string(), lang: scope.lang.to_string(), events: events.to_vec() };
        plan.add(scope.section.folder(), &url, JobKind::Calendar(Box::new(job)));
    }
}

/// The events of a centre: its activities, and the days on which all of it is closed.
fn events_of(scope: &Scope<'_>, subject: Subject<'_>) -> Vec<CalendarEvent> {
    let (Subject { centre, calendar, .. }, now) = (subject, scope.regional.now);
    let (first, last) = (now.saturating_sub(BACK.days()), now.saturating_add(AHEAD.days()));
    let maker = Maker::of(scope, centre);
    let happening = calendar.happening(first, last);
    let mut events: Vec<CalendarEvent> = happening.iter().filter_map(|one| maker.occurrence(one)).collect();
    let closed = calendar
        .specials(Whose::Centre)
        .iter()
        .filter(|days| days.from <= last && matches!(&days.times, SpecialTimes::Daily(State::Closed)));
    events.extend(closed.map(|days| {
        let reason = days.exception.and_then(|place| centre.exceptions[place].reason.as_ref());
        let reason = reason.map(|reason| said(scope, reason, LONG));
        let holiday = days.holiday.map(|holiday| scope.words.get(holiday.key).to_string());
        let services = days.services.iter().map(|place| service_name(scope, subject, *place).text);
        maker.closed((days.from, days.to), &services.collect::<Vec<_>>(), reason.or(holiday))
    }));
    events.sort_by(|one, other| (one.span, &one.uid).cmp(&(other.span, &other.uid)));
    events
}

/// A text as an event has it: without marks, and no longer than a phone shows at once, since each time of an activity has it anew.
fn said(scope: &Scope<'_>, text: &Text, most: usize) -> String {
    within_bytes(&scope.plain(text), most)
}

/// What all events of an activity that is as usual say.
struct Usual {
    title: Arc<str>,
    location: Arc<str>,
    description: Arc<str>,
}

impl Usual {
    fn of(scope: &Scope<'_>, centre: &Centre, activity: &Activity) -> Self {
        let within = activity.place.as_ref().map(|place| said(scope, place, SHORT));
        let address = centre.address.as_ref().map(|address| {
            let city = address.city.as_ref().map(|city| format!(", {city}")).unwrap_or_default();
            format!("{}{city}", address.street)
        });
        let name = scope.text(&centre.name).text;
        let parts: Vec<String> = within.into_iter().chain([name]).chain(address).collect();
        Self {
            title: within_bytes(&scope.text(&activity.title).text, SHORT).into(),
            location: within_bytes(&parts.join(", "), LONG).into(),
            description: within_bytes(&description(scope, activity), WHOLE).into(),
        }
    }
}

/// What makes a centre's events.
struct Maker<'s, 'a> {
    scope: &'s Scope<'a>,
    centre: &'s Centre,
    /// `@host/municipality/centre`, the end of each UID.
    at: String,
    stamp: Date,
    name: Arc<str>,
    url: Arc<str>,
    /// Of each activity.
    usual: Vec<Usual>,
}

impl<'s, 'a> Maker<'s, 'a> {
    fn of(scope: &'s Scope<'a>, centre: &'s Centre) -> Self {
        let base = &scope.section.base_url;
        let host = AbsoluteUrl::parse(base).map(|url| url.host().to_string()).unwrap_or_default();
        let municipality = scope.section.folder();
        Self {
            scope,
            centre,
            at: format!("@{host}/{municipality}/{}", centre.lasting_id()),
            stamp: centre.opened.unwrap_or(NO_DAY),
            name: within_bytes(&scope.text(&centre.name).text, SHORT).into(),
            url: format!("{base}/{}", scope.urls.centre(&centre.id)).into(),
            usual: centre.activities.iter().map(|activity| Usual::of(scope, centre, activity)).collect(),
        }
    }

    /// None of a time that was moved: its event is where it is now.
    fn occurrence(&self, one: &Occurrence) -> Option<CalendarEvent> {
        let activity = &self.centre.activities[one.activity];
        let (date, state) = match one.happening {
            Happening::Takes => (one.date, None),
            Happening::Cancelled(_) => (one.date, Some("happening_cancelled")),
            Happening::MovedTo(..) => return None,
            Happening::MovedFrom(date, _) => (date, Some("calendar_moved")),
        };
        let cancelled = matches!(one.happening, Happening::Cancelled(_));
        let words = &self.scope.words;
        let usual = &self.usual[one.activity];
        let summary = state.map_or_else(
            || Arc::clone(&usual.title),
            |state| format!("{}: {}", words.get(state), usual.title).into(),
        );
        Some(CalendarEvent {
            uid: format!("{}-{date}{}", activity.id, self.at),
            activity: Some(one.activity),
            stamp: activity.valid_from.unwrap_or(self.stamp),
            // What was changed once is newer than what a phone may have.
            sequence: u32::from(state.is_some()),
            span: Span::Times(one.date, one.interval),
            summary,
            location: Arc::clone(&usual.location),
            description: self.description(one, activity, &usual.description),
            url: Arc::clone(&self.url),
            cancelled,
        })
    }

    /// What is said of a day comes before what is said of all.
    fn description(&self, one: &Occurrence, activity: &Activity, usual: &Arc<str>) -> Arc<str> {
        let uncertain = one.uncertain.then(|| self.scope.words.get("hours_uncertain").to_string());
        let reason = one.reason(activity).map(|reason| said(self.scope, reason, LONG));
        let moved = match one.happening {
            Happening::MovedFrom(date, _) => {
                Some(format!("{} {}", self.scope.words.get("happening_instead"), self.scope.date(date).day))
            }
            _ => None,
        };
        let of_the_day: Vec<String> = uncertain.into_iter().chain(reason).chain(moved).collect();
        if of_the_day.is_empty() {
            return Arc::clone(usual);
        }
        let lines = of_the_day.iter().map(String::as_str).chain([&**usual]);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n").into()
    }

    /// Days on which the centre, or services of it, are closed.
    fn closed(&self, (from, to): (Date, Date), names: &[String], reason: Option<String>) -> CalendarEvent {
        let closed = capitalised(self.scope.words.get("hours_closed"));
        let summary = match reason.filter(|reason| !reason.is_empty()) {
            None => closed,
            Some(reason) if reason.to_lowercase().contains(&closed.to_lowercase()) => reason,
            Some(reason) => format!("{closed}: {reason}"),
        };
        let mut uid = format!("stangt-{from}");
        let mut whole = summary;
        if !names.is_empty() {
            // By its name: a service keeps it when others come before it in the file.
            let which = names.iter().map(|name| slug_of(name)).collect::<Vec<_>>().join("-");
            let is_long = which.len() > SHORT;
            let which = if is_long { Fingerprint::of(which.as_bytes()).to_string() } else { which };
            uid = format!("{uid}-{which}");
            whole = format!("{}: {whole}", names.join(", "));
        }
        let summary = within_bytes(&whole, LONG);
        CalendarEvent {
            uid: format!("{uid}{}", self.at),
            activity: None,
            stamp: self.stamp,
            sequence: 0,
            span: Span::Days(from, to),
            summary: summary.into(),
            location: Arc::clone(&self.name),
            description: Arc::default(),
            url: Arc::clone(&self.url),
            cancelled: false,
        }
    }
}

/// What each event of an activity says of it. By the content alone: whether a day has passed, the phone knows.
fn description(scope: &Scope<'_>, activity: &Activity) -> String {
    let words = &scope.words;
    let registration = activity.registration.as_ref();
    let access = if is_full(activity) {
        Some(words.get("registration_full").to_string())
    } else {
        access(activity).map(|access| words.get(&format!("access_short_{access}")).to_string())
    };
    let last = registration.and_then(|registration| registration.closes);
    let last = last.map(|last| words.filled("registration_closes", &[("date", &scope.date(last).text)]));
    let phone = registration.and_then(|registration| registration.phone.as_ref());
    let phone = phone.map(crate::parse::values::Phone::shown);
    let about = activity.description.as_ref().map(|text| said(scope, text, LONG));
    let audience = activity.audience.as_ref().map(|text| said(scope, text, SHORT));
    let ages = ages(scope, activity.ages.min, activity.ages.max);
    let cost = activity.cost.as_ref().map(|cost| match cost {
        Cost::Free => words.get("activity_free").to_string(),
        Cost::Said(text) => format!("{} {}", words.get("activity_cost"), said(scope, text, SHORT)),
    });
    let lines = [about, audience, ages, access, phone, last, cost];
    lines.into_iter().flatten().collect::<Vec<String>>().join("\n")
}
