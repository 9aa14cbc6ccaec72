//! What happens, for phones and for a whole municipality: calendars to subscribe to, and pages of days over all centres.
//!
//! A calendar has each time as an event of its own, counted by the centre's [`Calendar`] and by nothing else. What an event says comes from
//! the content alone, never from the day of the build: so two builds are the same, and a change of one activity changes its events.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::Date;

use super::activities::{access, ages, cost, happening, is_full};
use super::centre::{Subject, is_closed, language_view};
use super::hours::{day_of_year, period, service_name};
use super::links::output_path;
use super::pages::add_page;
use super::scope::{PageSpec, Scope};
use super::{
    AgendaDayView, AgendaItemView, AgendaWeekView, CalendarEvent, CalendarJob, Job, JobKind, Part, Plan,
    Span, Urls,
};
use crate::base::characters::{capitalised, within_bytes};
use crate::base::{AbsoluteUrl, Fingerprint, slug_of};
use crate::model::Sourced;
use crate::model::calendar::{Calendar, Happening, Occurrence, SpecialTimes, State, Whose};
use crate::parse::centre::{Activity, Centre, Cost};
use crate::parse::values::Text;
use crate::parse::weeks::monday_of;

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

/// How many days the page of what happens has.
const DAYS: i32 = 14;

/// How many the front page has.
const NEXT: usize = 5;

/// How many weeks have a page of their own.
const WEEKS: i32 = 10;

/// The day that a calendar says it was made on, where the content has none: before any family centre had a page.
const NO_DAY: Date = Date::constant(2000, 1, 1);

/// A centre and its calendar.
type Pair<'a> = (&'a Sourced<Centre>, &'a Calendar);

fn pairs<'a>(scope: &Scope<'a>) -> impl Iterator<Item = Pair<'a>> {
    scope.section.centres.iter().zip(&scope.section.calendars)
}

/// Does a centre have a calendar of its own? It stays when its last activity is over: phones go on asking for it.
pub fn has_calendar(centre: &Centre) -> bool {
    !(is_closed(centre) || centre.activities.is_empty() && centre.exceptions.is_empty())
}

/// Does a municipality have pages of what happens?
pub fn has_agenda(centres: &[Sourced<Centre>]) -> bool {
    centres.iter().any(|centre| !is_closed(&centre.value) && !centre.value.activities.is_empty())
}

/// Plans the calendars of a municipality, its centres and their activities, in the site's own language.
pub fn plan_calendars(scope: &Scope<'_>, plan: &mut Plan) {
    let mut all = Vec::new();
    for (source, calendar) in pairs(scope).filter(|(source, _)| has_calendar(&source.value)) {
        let centre = &source.value;
        let events = events_of(scope, (source, calendar));
        let name = scope.text(&centre.name).text;
        let mut own: Vec<Vec<CalendarEvent>> = vec![Vec::new(); centre.activities.len()];
        for event in &events {
            if let Some(activity) = event.activity {
                own[activity].push(event.clone());
            }
        }
        for (activity, own) in centre.activities.iter().zip(own) {
            let title = format!("{} – {name}", scope.text(&activity.title).text);
            add(scope, Urls::activity_calendar(&centre.id, &activity.id), title, own, plan);
        }
        // Events of one name have one text among all centres, too.
        let mut named: HashMap<Arc<str>, Arc<str>> = HashMap::new();
        all.extend(events.iter().cloned().map(|event| {
            let with_name = || within_bytes(&format!("{} – {name}", event.summary), LONG).into();
            let summary = Arc::clone(named.entry(Arc::clone(&event.summary)).or_insert_with(with_name));
            CalendarEvent { summary, ..event }
        }));
        add(scope, Urls::centre_calendar(&centre.id), name, events, plan);
    }
    if !all.is_empty() {
        all.sort_by(|one, other| (one.span, &one.uid).cmp(&(other.span, &other.uid)));
        let name = scope.words.filled("calendar_name", &[("name", &scope.text(&scope.section.name).text)]);
        add(scope, Urls::municipality_calendar(), name, all, plan);
    }
}

fn add(scope: &Scope<'_>, url: String, name: String, events: Vec<CalendarEvent>, plan: &mut Plan) {
    let job = CalendarJob { name, lang: scope.lang.to_string(), events };
    let path = output_path(scope.section.folder(), &url);
    plan.jobs.extend(path.map(|path| Job::new(path, JobKind::Calendar(Box::new(job)))));
}

/// The events of a centre: its activities, and the days on which all of it is closed.
fn events_of(scope: &Scope<'_>, (source, calendar): Pair<'_>) -> Vec<CalendarEvent> {
    let (centre, now) = (&source.value, scope.regional.now);
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
        let subject = Subject { centre, calendar };
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
            at: format!("@{host}/{municipality}/{}", centre.id),
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
        let of_the_day: Vec<String> = uncertain.into_iter().chain(reason).collect();
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
    let ages = ages(scope, activity.min_age, activity.max_age);
    let cost = activity.cost.as_ref().map(|cost| match cost {
        Cost::Free => words.get("activity_free").to_string(),
        Cost::Said(text) => format!("{} {}", words.get("activity_cost"), said(scope, text, SHORT)),
    });
    let lines = [about, audience, ages, access, phone, last, cost];
    lines.into_iter().flatten().collect::<Vec<String>>().join("\n")
}

/// Plans the page of the coming two weeks and a page for each of the coming ten weeks, over all centres.
pub fn plan_agenda(scope: &Scope<'_>, plan: &mut Plan) {
    if !has_agenda(&scope.section.centres) {
        return;
    }
    let now = scope.regional.now;
    let monday = monday_of(now);
    let weeks: Vec<(Date, String)> = (0..WEEKS)
        .map(|week| monday.saturating_add((7 * week).days()))
        .map(|monday| {
            let week = monday.iso_week_date();
            (monday, format!("{:04}-v{:02}", week.year(), week.week()))
        })
        .collect();
    let coming = (now, now.saturating_add((DAYS - 1).days()));
    add_agenda(scope, (None, coming), &weeks, plan);
    for (place, (monday, _)) in weeks.iter().enumerate() {
        add_agenda(scope, (Some(place), (*monday, monday.saturating_add(6.days()))), &weeks, plan);
    }
}

fn add_agenda(
    scope: &Scope<'_>,
    (place, (first, last)): (Option<usize>, (Date, Date)),
    weeks: &[(Date, String)],
    plan: &mut Plan,
) {
    let name = scope.text(&scope.section.name).text;
    let days = period(&scope.date(first), &scope.date(last), (first, last));
    let address = |urls: &Urls| match place {
        None => urls.agenda(),
        Some(place) => urls.agenda_week(&weeks[place].1),
    };
    let title = match place {
        None => scope.words.filled("agenda_title", &[("name", &name)]),
        Some(place) => {
            let week = weeks[place].0.iso_week_date().week().to_string();
            scope.words.filled("agenda_week_title", &[("week", &week), ("period", &days)])
        }
    };
    let mut crumbs = vec![scope.home_crumb()];
    if place.is_some() {
        let title = scope.words.get("agenda_link").to_string();
        crumbs.push(super::CrumbView { title, url: scope.urls.agenda() });
    }
    let links = weeks.iter().enumerate().map(|(other, (monday, name))| AgendaWeekView {
        number: monday.iso_week_date().week().to_string(),
        url: scope.urls.agenda_week(name),
        is_this: place == Some(other),
    });
    let parts = vec![
        ("days", Part::of(&agenda_days(scope, first, last))),
        ("weeks", Part::of(&links.collect::<Vec<_>>())),
        ("period", Part::of(&days)),
        ("calendar_url", Part::of(&Urls::municipality_calendar())),
    ];
    let spec = PageSpec {
        kind: "agenda",
        description: Some(scope.words.filled("agenda_lead", &[("period", &days)])),
        title,
        url: address(&scope.urls),
        versions: scope.everywhere(address),
        shared: false,
        // The pages of weeks come and go.
        noindex: place.is_some(),
        crumbs,
        json_ld: None,
    };
    add_page(scope, "agenda.html", spec, parts, plan);
}

/// The next that take place, for the front page.
pub fn next(scope: &Scope<'_>) -> Vec<AgendaDayView> {
    let now = scope.regional.now;
    let coming = occurring(scope, now, now.saturating_add((DAYS - 1).days()));
    by_day(scope, coming.into_iter().filter(|(one, _)| one.happening.is_on()).take(NEXT))
}

/// What happens from one day to another, day by day in the order of time. Days on which nothing happens are left out.
fn agenda_days(scope: &Scope<'_>, first: Date, last: Date) -> Vec<AgendaDayView> {
    by_day(scope, occurring(scope, first, last).into_iter())
}

/// What happens at all centres from one day to another, in the order of time.
fn occurring<'a>(scope: &Scope<'a>, first: Date, last: Date) -> Vec<(&'a Occurrence, &'a Centre)> {
    let mut all: Vec<(&Occurrence, &Centre)> = Vec::new();
    for (source, calendar) in pairs(scope).filter(|(source, _)| !is_closed(&source.value)) {
        all.extend(calendar.happening(first, last).iter().map(|one| (one, &*source.value)));
    }
    all.sort_by_key(|(one, centre)| (one.date, one.interval, &centre.id, one.activity));
    all
}

fn by_day<'a>(
    scope: &Scope<'_>,
    all: impl Iterator<Item = (&'a Occurrence, &'a Centre)>,
) -> Vec<AgendaDayView> {
    let mut days: Vec<AgendaDayView> = Vec::new();
    let mut day = None;
    for (one, centre) in all {
        if day != Some(one.date) {
            day = Some(one.date);
            let date = scope.date(one.date);
            let short = day_of_year(scope, &date, one.date);
            days.push(AgendaDayView { date, day: short, items: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            day.items.push(agenda_item(scope, centre, one));
        }
    }
    days
}

fn agenda_item(scope: &Scope<'_>, centre: &Centre, one: &Occurrence) -> AgendaItemView {
    let activity = &centre.activities[one.activity];
    let (free, cost) = cost(scope, activity);
    AgendaItemView {
        centre: scope.text(&centre.name),
        centre_id: centre.id.clone(),
        centre_url: scope.urls.centre(&centre.id),
        // One whose sign-up has closed is none that one may simply come to.
        drop_in: access(activity).is_none_or(|access| access != "booking"),
        item: happening(scope, centre, one),
        free,
        cost,
        audience: scope.optional(activity.audience.as_ref()),
        language: activity.language.as_deref().map(language_view),
        min: activity.min_age,
        max: activity.max_age,
    }
}
