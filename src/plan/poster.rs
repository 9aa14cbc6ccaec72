//! Posters: a centre's hours, its services and its activities on one A4, for the door.
//!
//! A poster hangs there for weeks. So it says what is usual, with the day until which it knows of changes, and never what holds today.

use jiff::ToSpan;
use jiff::civil::Date;

use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::Subject;
use super::{
    ActivityView, BoxView, CrumbView, HappeningView, Part, PhoneHoursView, Plan, PosterChangeView,
    PosterDayView, PosterHoursView, PosterServiceView, PosterView, activities, hours,
};
use crate::model::calendar::{self, Happening, Occurrence, SpecialDays, Whose};
use crate::parse::centre::{Centre, Season};
use crate::parse::check::Week;
use crate::parse::files::{Access, Status};
use crate::parse::weeks::Period;

/// How many days ahead a poster tells what is not as usual.
const AHEAD: i32 = 21;

/// How big the letters can be, by the lines that there are at most.
const SIZES: [(usize, &str); 4] = [(12, "grand"), (22, "roomy"), (32, "usual"), (44, "dense")];

/// Beyond them.
const SMALLEST: &str = "tiny";

/// Is there anything to put up on the door?
pub fn has_poster(centre: &Centre) -> bool {
    centre.status == Status::Open && (centre.has_hours() || !centre.activities.is_empty())
}

/// Plans a centre's poster. No search engine is to find it: it says what the centre's page says.
pub fn plan_poster(scope: &Scope<'_>, subject: Subject<'_>, view: &BoxView, plan: &mut Plan) {
    let centre = subject.centre;
    if !has_poster(centre) {
        return;
    }
    let here = CrumbView { title: view.name.text.clone(), url: scope.urls.centre(&centre.id) };
    let spec = PageSpec {
        kind: "poster",
        title: scope.words.filled("poster_title", &[("name", &view.name.text)]),
        url: scope.urls.poster(&centre.id),
        versions: scope.everywhere(|urls| urls.poster(&centre.id)),
        noindex: true,
        crumbs: std::iter::once(scope.home_crumb()).chain(scope.centres_crumb()).chain([here]).collect(),
        source: Some(subject.path.clone()),
        ..PageSpec::default()
    };
    let parts = vec![("centre", Part::of(view)), ("poster", Part::of(&poster(scope, subject)))];
    add_page(scope, "poster.html", spec, parts, plan);
}

fn poster(scope: &Scope<'_>, subject: Subject<'_>) -> PosterView {
    let (centre, now) = (subject.centre, scope.regional.now);
    let last = now.saturating_add(AHEAD.days());
    let page_url = scope.urls.centre(&centre.id);
    let base = &scope.section.base_url;
    let host = base.split_once("://").map_or(base.as_str(), |(_, rest)| rest);
    let mut view = PosterView {
        size: SMALLEST,
        hours: weeks(scope, subject, Whose::Centre),
        phone_hours: phone_hours(scope, subject, Whose::Centre),
        services: (0..centre.services.len()).map(|place| service(scope, subject, place)).collect(),
        days: by_day(activities::activities(scope, subject)),
        changes: changes(scope, subject, (now, last)),
        until: scope.date(last),
        made: scope.date(now),
        address: format!("{host}/{page_url}"),
        page_url,
    };
    let lines = lines(&view);
    view.size = SIZES.iter().find(|(most, _)| lines <= *most).map_or(SMALLEST, |(_, size)| *size);
    view
}

/// About how many lines it takes. Hours stand beside the services, so these count by half.
fn lines(view: &PosterView) -> usize {
    let of_hours = |all: &[PosterHoursView]| -> usize {
        all.iter().map(|one| one.days.len() + usize::from(one.period.is_some())).sum()
    };
    let services: usize = view
        .services
        .iter()
        .map(|one| {
            1 + usize::from(one.phone.is_some()) + usize::from(one.access.is_some()) + of_hours(&one.hours)
        })
        .sum();
    let activities: usize = view
        .days
        .iter()
        .flat_map(|day| &day.items)
        .map(|one| 1 + usize::from(one.term.is_some() || one.place.is_some() || one.registration.is_some()))
        .sum();
    of_hours(&view.hours).max(services) + activities + view.changes.len()
}

fn service(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> PosterServiceView {
    let service = &subject.centre.services[place];
    let whose = Whose::Service(place);
    PosterServiceView {
        kind: service.kind.key(),
        name: scope.optional(service.name.as_ref()),
        access: service.access.map(Access::key),
        phone: service.phone.as_ref().map(|phone| scope.phone(phone)),
        phone_hours: phone_hours(scope, subject, whose),
        hours: weeks(scope, subject, whose),
    }
}

/// When somebody answers, as usual: what holds today is not for a poster.
fn phone_hours(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose) -> Option<PhoneHoursView> {
    hours::phone_view(scope, subject, whose).map(|view| PhoneHoursView { today: None, ..view })
}

/// The weeks of hours that the poster will see: of the times of the year that are near, then the usual one. A service without hours of its
/// own says nothing: it has the centre's.
fn weeks(scope: &Scope<'_>, subject: Subject<'_>, whose: Whose) -> Vec<PosterHoursView> {
    let centre = subject.centre;
    let usual = match whose {
        Whose::Centre => centre.hours.as_ref(),
        Whose::Service(place) => centre.services[place].hours.as_ref(),
    };
    // A week of the whole house is said there, but of a service that is otherwise not as the house is.
    let is_said = |season: &Season| {
        whose == Whose::Centre
            || usual.is_some()
            || !centre.seasons.iter().any(|one| std::ptr::eq(one, season) && one.services.is_empty())
    };
    let now = scope.regional.now;
    let last = now.saturating_add(AHEAD.days());
    let mut seasons = calendar::seasons(centre, whose);
    seasons.retain(|(days, season)| days.to >= now && days.from <= last && is_said(season));
    let open_days = |week: &Week| {
        let mut days = hours::days(scope, week);
        // When a service is closed goes without saying; when the house is, does not.
        days.retain(|day| whose == Whose::Centre || day.booking || !day.times.is_empty());
        days
    };
    let of_season = |(days, season): (Period, &Season)| PosterHoursView {
        title: scope.optional(season.title.as_ref()),
        period: Some(scope.period(days.from, days.to)),
        days: open_days(&season.week),
    };
    let usual = usual.map(|week| PosterHoursView { title: None, period: None, days: open_days(week) });
    seasons.into_iter().map(of_season).chain(usual).collect()
}

/// Activities that follow each other on the same weekdays, together.
fn by_day(all: Vec<ActivityView>) -> Vec<PosterDayView> {
    let mut days: Vec<PosterDayView> = Vec::new();
    for one in all {
        match days.last_mut() {
            Some(day) if day.day == one.day_name => day.items.push(one),
            _ => days.push(PosterDayView { day: one.day_name.clone(), items: vec![one] }),
        }
    }
    days
}

/// What is not as usual from one day to another, in the order of time.
fn changes(scope: &Scope<'_>, subject: Subject<'_>, (now, last): (Date, Date)) -> Vec<PosterChangeView> {
    let special = |one: &SpecialDays| {
        let view = hours::special_view(scope, subject, one);
        let change = PosterChangeView {
            date: view.date.clone(),
            from: view.from.clone(),
            special: Some(view),
            item: None,
        };
        (one.from, change)
    };
    let item = |one: &Occurrence| {
        let view: HappeningView = activities::happening(scope, subject.centre, one);
        let from = scope.date(one.date);
        (one.date, PosterChangeView { date: from.day_near.clone(), from, special: None, item: Some(view) })
    };
    let is_change = |one: &&Occurrence| match one.happening {
        Happening::Takes => false,
        Happening::Cancelled(_) | Happening::MovedTo(..) => true,
        // Its old day tells of it, where that is still to come.
        Happening::MovedFrom(from, _) => !(now..=last).contains(&from),
    };
    let days = special_days(subject, last);
    let mut all: Vec<(Date, PosterChangeView)> = days.iter().map(special).collect();
    all.extend(subject.calendar.happening(now, last).iter().filter(is_change).map(item));
    all.sort_by_key(|(date, _)| *date);
    all.into_iter().map(|(_, change)| change).collect()
}

/// The days that are not as usual, of the centre and, where it has no hours, of its services: each once, with all that it holds for.
fn special_days(subject: Subject<'_>, last: Date) -> Vec<SpecialDays> {
    let (centre, calendar) = (subject.centre, subject.calendar);
    let mut all = calendar.specials(Whose::Centre).to_vec();
    let is_same = |one: &SpecialDays, other: &SpecialDays| {
        (one.from, one.to, one.exception, one.holiday)
            == (other.from, other.to, other.exception, other.holiday)
    };
    let own: Vec<usize> = (0..centre.services.len()).filter(|place| calendar.has_own(*place)).collect();
    let of_centre = all.len();
    for place in &own {
        for one in calendar.specials(Whose::Service(*place)) {
            if all[..of_centre].iter().any(|other| is_same(one, other)) {
                continue;
            }
            let same = |other: &&mut SpecialDays| is_same(one, other) && one.times == other.times;
            match all[of_centre..].iter_mut().find(same) {
                Some(other) => other.services.push(*place),
                None => all.push(SpecialDays { services: vec![*place], ..one.clone() }),
            }
        }
    }
    // What holds for all that has hours holds for the house.
    let has_none = centre.hours.is_none();
    for one in all[of_centre..].iter_mut().filter(|one| has_none && one.services == own) {
        one.services.clear();
    }
    all.retain(|one| one.from <= last);
    all.sort_by_key(|one| (one.from, one.to));
    all
}
