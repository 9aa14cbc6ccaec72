//! What happens in a municipality: pages of days over all centres, in the order of time.

use jiff::ToSpan;
use jiff::civil::Date;

use super::activities::{access, cost, happening};
use super::hours::special_view;
use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::{Subject, has_agenda};
use super::{AgendaClosedView, AgendaDayView, AgendaItemView, AgendaWeekView, CrumbView, Part, Plan, Urls};
use crate::model::calendar::{Occurrence, SpecialDays, SpecialTimes, State, Whose};
use crate::parse::centre::Centre;
use crate::parse::files::Status;
use crate::parse::weeks::monday_of;

/// How many days the page of what happens has.
const DAYS: i32 = 14;

/// How many days ahead the front page looks for them: past a holiday.
const NEXT_WITHIN: i32 = 60;

/// How many the front page has.
const NEXT: usize = 5;

/// How many weeks have a page of their own.
const WEEKS: i32 = 10;

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
    let days = scope.period(first, last);
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
        crumbs.push(CrumbView { title, url: scope.urls.agenda() });
    }
    let links = weeks.iter().enumerate().map(|(other, (monday, name))| AgendaWeekView {
        number: monday.iso_week_date().week().to_string(),
        url: scope.urls.agenda_week(name),
        is_this: place == Some(other),
    });
    let parts = vec![
        ("days", Part::of(&agenda_days(scope, first, last))),
        ("closed", Part::of(&closed(scope, (first, last)))),
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
        // The pages of weeks come and go.
        noindex: place.is_some(),
        crumbs,
        ..PageSpec::default()
    };
    add_page(scope, "agenda.html", spec, parts, plan);
}

/// The days on which all of a centre is closed though it would be open: where nothing happens, that is why.
fn closed(scope: &Scope<'_>, (first, last): (Date, Date)) -> Vec<AgendaClosedView> {
    let mut all = Vec::new();
    for subject in Subject::all(scope.section).filter(|one| one.centre.status == Status::Open) {
        let days = subject.calendar.specials(Whose::Centre).iter();
        let is_met = |days: &&SpecialDays| {
            let is_closed = matches!(&days.times, SpecialTimes::Daily(State::Closed));
            is_closed && !days.uncertain && days.services.is_empty() && days.from <= last && days.to >= first
        };
        all.extend(days.filter(is_met).map(|days| AgendaClosedView {
            centre: scope.text(&subject.centre.name),
            centre_url: scope.urls.centre(&subject.centre.id),
            special: special_view(scope, subject, days),
        }));
    }
    all
}

/// The next that take place, for the front page.
pub fn next(scope: &Scope<'_>) -> Vec<AgendaDayView> {
    let now = scope.regional.now;
    let coming = occurring(scope, now, now.saturating_add(NEXT_WITHIN.days()));
    by_day(scope, coming.into_iter().filter(|(one, _)| one.happening.is_on()).take(NEXT))
}

/// What happens from one day to another, day by day in the order of time. Days on which nothing happens are left out.
fn agenda_days(scope: &Scope<'_>, first: Date, last: Date) -> Vec<AgendaDayView> {
    by_day(scope, occurring(scope, first, last).into_iter())
}

/// What happens at all centres from one day to another, in the order of time.
fn occurring<'a>(scope: &Scope<'a>, first: Date, last: Date) -> Vec<(&'a Occurrence, &'a Centre)> {
    let mut all: Vec<(&Occurrence, &Centre)> = Vec::new();
    for Subject { centre, calendar, .. } in
        Subject::all(scope.section).filter(|one| !one.centre.status.is_closed())
    {
        all.extend(calendar.happening(first, last).iter().map(|one| (one, centre)));
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
            days.push(AgendaDayView { day: date.day_near.clone(), date, items: Vec::new() });
        }
        if let Some(day) = days.last_mut() {
            day.items.push(agenda_item(scope, centre, one));
        }
    }
    days
}

fn agenda_item(scope: &Scope<'_>, centre: &Centre, one: &Occurrence) -> AgendaItemView {
    let activity = &centre.activities[one.activity];
    let (free, cost) = cost(scope, activity.cost.as_ref());
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
        language: activity.language.as_deref().map(|code| scope.language(code)),
        min: activity.ages.min,
        max: activity.ages.max,
    }
}
