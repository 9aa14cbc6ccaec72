//! Centres: their list, their pages, their hours.

use jiff::civil::Date;

use super::links::output_path;
use super::news::card;
use super::scope::{DAYS, PageSpec, Scope, weekday_index, weekday_key};
use super::{
    ActivityView, BoxView, CentreView, CrumbView, DateView, FeatureView, GeoView, GettingThereView,
    HoursView, Job, JobKind, LanguageView, OperatorView, Part, Plan, ServiceView, SpecialView, TextView,
    TodayView, WeekdayView, json_ld,
};
use crate::base::Mixer;
use crate::model::Sourced;
use crate::model::hours::{DayHours, Reason, SpecialDays, hours_on, special_days};
use crate::parse::centre::{Activity, Centre, Service};
use crate::parse::check::Week;
use crate::parse::files::{Access, ServiceKind, Status};
use crate::parse::language;
use crate::parse::values::Interval;

/// How many news a centre's page shows.
const CENTRE_NEWS: usize = 4;

/// Plans the list of the centres and a page for each.
pub fn plan_centres(scope: &Scope<'_>, plan: &mut Plan) {
    let section = scope.section;
    let views: Vec<BoxView> =
        section.centres.iter().map(|centre| scope.centre_box(centre, true, &section.name)).collect();
    let spec = PageSpec {
        kind: "centres",
        title: scope.words.get("centres_title").to_string(),
        description: None,
        url: scope.urls.centres(),
        versions: scope.everywhere(super::Urls::centres),
        shared: false,
        noindex: false,
        crumbs: vec![scope.home_crumb()],
        json_ld: None,
    };
    let path = output_path(section.folder(), &spec.url);
    let page = scope.page("centres.html", spec, vec![("centres", Part::of(&views))]);
    plan.jobs.extend(path.map(|path| Job::new(path, JobKind::Page(Box::new(page)))));
    for (centre, view) in section.centres.iter().zip(views) {
        plan_centre(scope, centre, view, plan);
    }
}

fn plan_centre(scope: &Scope<'_>, source: &Sourced<Centre>, view: BoxView, plan: &mut Plan) {
    let centre = &source.value;
    let url = scope.urls.centre(&centre.id);
    let name = view.name.text.clone();
    let list = CrumbView { title: scope.words.get("centres_title").to_string(), url: scope.urls.centres() };
    let spec = PageSpec {
        kind: "centre",
        description: Some(description(scope, &view)),
        title: name,
        versions: scope.everywhere(|urls| urls.centre(&centre.id)),
        shared: false,
        noindex: false,
        crumbs: vec![scope.home_crumb(), list],
        json_ld: Some(json_ld::centre(scope, source, &url)),
        url,
    };
    let part = centre_part(scope, source, view);
    let path = output_path(scope.section.folder(), &spec.url);
    let mut page = scope.page("centre.html", spec, vec![("centre", part)]);
    page.source = Some(source.path.clone());
    plan.jobs.extend(path.map(|path| Job::new(path, JobKind::Page(Box::new(page)))));
}

/// Name, address and services in a line, for search results.
fn description(scope: &Scope<'_>, view: &BoxView) -> String {
    let services: Vec<String> = view
        .services
        .iter()
        .map(|service| within_sentence(scope.words.get(&format!("service_{}", service.kind))))
        .collect();
    let place = view.address.as_ref().map(|address| format!(", {}", address.street)).unwrap_or_default();
    format!("{}{place}: {}.", view.name.text, services.join(", "))
}

/// A word as it is written within a sentence: `Barnavårdscentral (BVC)` → `barnavårdscentral (BVC)`, and `BVC` as it is.
fn within_sentence(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if second.is_lowercase() => {
            first.to_lowercase().chain(std::iter::once(second)).chain(letters).collect()
        }
        _ => word.to_string(),
    }
}

/// The box with everything else that the centre's page shows.
fn centre_part(scope: &Scope<'_>, source: &Sourced<Centre>, view: BoxView) -> Part {
    let news: Vec<Part> = centre_news(scope, &source.value);
    let parts = [Part::of(&view), Part::of(&centre_view(scope, source))];
    let mut mixer = Mixer::default();
    let mut map = tera::Map::new();
    for part in &parts {
        mixer.add(&part.fingerprint);
        map.extend(part.value.clone().into_map().unwrap_or_default());
    }
    let news = Part::list(&news);
    mixer.add(&news.fingerprint);
    map.insert("news".into(), news.value);
    Part { value: tera::Value::from(map), fingerprint: mixer.finish128() }
}

fn centre_news(scope: &Scope<'_>, centre: &Centre) -> Vec<Part> {
    let about = |names: &[String]| {
        names.iter().any(|name| {
            let own = name
                .split_once('/')
                .is_none_or(|(municipality, _)| Some(municipality) == scope.section.id.as_deref());
            own && name.rsplit('/').next() == Some(&centre.id)
        })
    };
    let items = scope.section.news.iter().filter_map(|article| Some((article, article.version(scope.lang)?)));
    items
        .filter(|(_, version)| about(&version.value.centres) && version.value.is_current(scope.regional.now))
        .take(CENTRE_NEWS)
        .map(|(article, version)| Part::of(&card(scope, article, version)))
        .collect()
}

fn centre_view(scope: &Scope<'_>, source: &Sourced<Centre>) -> CentreView {
    let centre = &source.value;
    let there = [&centre.transit, &centre.car, &centre.pram_parking];
    CentreView {
        hours: hours_view(scope, centre, centre.hours.as_ref(), None),
        services: centre.services.iter().map(|service| service_view(scope, centre, service)).collect(),
        notices: scope.notices(&centre.notices, &scope.urls.centre(&centre.id)),
        activities: coming_activities(centre, scope.regional.now)
            .map(|activity| activity_view(scope, activity))
            .collect(),
        spoken_languages: centre.spoken_languages.iter().map(|lang| language_view(lang)).collect(),
        premises: centre
            .premises
            .iter()
            .map(|(key, available)| FeatureView { key, available: *available })
            .collect(),
        premises_note: scope.optional(centre.premises_note.as_ref()),
        getting_there: there.iter().any(|text| text.is_some()).then(|| GettingThereView {
            transit: scope.optional(centre.transit.as_ref()),
            car: scope.optional(centre.car.as_ref()),
            pram_parking: scope.optional(centre.pram_parking.as_ref()),
        }),
        images: centre.images.iter().filter_map(|image| scope.image(image, &source.path)).collect(),
        opened: centre.opened.map(|date| scope.date(date)),
        reviewed: centre.reviewed.map(|date| scope.date(date)),
        owner: scope.optional(centre.owner.as_ref()),
        geo: centre.geo.map(|geo| {
            let (lat, lon) = geo.degrees();
            GeoView { lat: lat.to_string(), lon: lon.to_string() }
        }),
    }
}

/// Is there nothing to come to? What its file says of hours and activities stays there until it opens again.
fn is_closed(centre: &Centre) -> bool {
    matches!(centre.status, Status::Closed | Status::TemporarilyClosed)
}

/// The activities that are not over; a centre that is closed has none.
pub fn coming_activities(centre: &Centre, now: Date) -> impl Iterator<Item = &Activity> {
    let is_coming =
        move |activity: &&Activity| !is_closed(centre) && activity.valid_to.is_none_or(|to| to >= now);
    centre.activities.iter().filter(is_coming)
}

fn service_view(scope: &Scope<'_>, centre: &Centre, service: &Service) -> ServiceView {
    ServiceView {
        kind: service.kind.key(),
        name: scope.optional(service.name.as_ref()),
        operator: service
            .operator
            .as_ref()
            .map(|(kind, name)| OperatorView { kind: kind.key(), name: scope.optional(name.as_ref()) }),
        phone: service.phone.as_ref().map(|phone| scope.phone(phone)),
        link: service.url.as_ref().map(|url| scope.web(url)),
        access: service.access.filter(|_| !is_closed(centre)).map(Access::key),
        hours: service
            .hours
            .as_ref()
            .and_then(|week| hours_view(scope, centre, Some(week), Some(service.kind))),
    }
}

fn language_view(lang: &str) -> LanguageView {
    LanguageView {
        lang: lang.to_string(),
        dir: language::direction(lang),
        name: language::name(lang).to_string(),
    }
}

fn activity_view(scope: &Scope<'_>, activity: &Activity) -> ActivityView {
    let day = weekday_index(activity.day);
    ActivityView {
        id: activity.id.clone(),
        title: scope.text(&activity.title),
        day: weekday_key(day),
        day_name: scope.words.get(DAYS[day]).to_string(),
        times: activity.interval.padded(),
        ages: ages(scope, activity.min_age, activity.max_age),
        access: activity.access.map(Access::key),
        language: activity.language.as_deref().map(language_view),
        valid_from: activity.valid_from.map(|date| scope.date(date)),
        valid_to: activity.valid_to.map(|date| scope.date(date)),
    }
}

/// Ages in words: in years when both ends are whole years from two on, else in months.
fn ages(scope: &Scope<'_>, min: Option<u16>, max: Option<u16>) -> Option<String> {
    let min = min.filter(|min| *min > 0 || max.is_some());
    let in_years =
        [min, max].iter().flatten().all(|months| months % 12 == 0 && (*months >= 24 || *months == 0));
    let (unit, divisor) = if in_years { ("years", 12) } else { ("months", 1) };
    let number = |months: u16| (months / divisor).to_string();
    let key = match (min, max) {
        (Some(0) | None, Some(_)) => format!("ages_to_{unit}"),
        (Some(_), Some(_)) => format!("ages_{unit}"),
        (Some(_), None) => format!("ages_from_{unit}"),
        (None, None) => return None,
    };
    let (min, max) = (number(min.unwrap_or_default()), number(max.unwrap_or_default()));
    Some(scope.words.filled(&key, &[("min", &min), ("max", &max)]))
}

/// Hours with today's and what is coming. A centre that is not open has no hours today, and one that is closed none at all: a parent
/// who reads them would come.
fn hours_view(
    scope: &Scope<'_>,
    centre: &Centre,
    week: Option<&Week>,
    service: Option<ServiceKind>,
) -> Option<HoursView> {
    let now = scope.regional.now;
    let rules = scope.section.holiday_rules();
    let special = special_days(now, week, &centre.exceptions, service, rules);
    if is_closed(centre) || (week.is_none() && special.is_empty()) {
        return None;
    }
    let today_index = weekday_index(now.weekday());
    let day = |(index, intervals): (usize, &Vec<Interval>)| WeekdayView {
        day: weekday_key(index),
        name: scope.words.get(DAYS[index]).to_string(),
        times: times(intervals),
        today: index == today_index,
    };
    let today = week.filter(|_| centre.status == Status::Open).map(|week| {
        let DayHours { intervals, reason, uncertain } =
            hours_on(now, week, &centre.exceptions, service, rules);
        TodayView {
            date: scope.date(now),
            times: times(&intervals),
            closed: intervals.is_empty(),
            reason: reason_view(scope, reason.as_ref()),
            uncertain,
        }
    });
    Some(HoursView {
        week: week.iter().flat_map(|week| week.iter().enumerate().map(day)).collect(),
        today,
        exceptions: special.iter().map(|days| special_view(scope, centre, days)).collect(),
    })
}

fn times(intervals: &[Interval]) -> Vec<String> {
    intervals.iter().map(|interval| interval.padded()).collect()
}

fn reason_view(scope: &Scope<'_>, reason: Option<&Reason>) -> Option<TextView> {
    match reason? {
        Reason::Exception(text) => scope.optional(text.as_ref()),
        Reason::Holiday(holiday) => {
            Some(TextView { text: scope.words.get(holiday.key).to_string(), ..TextView::default() })
        }
    }
}

fn special_view(scope: &Scope<'_>, centre: &Centre, days: &SpecialDays) -> SpecialView {
    let (from, to) = (scope.date(days.from), scope.date(days.to));
    let service = |kind: &ServiceKind| {
        let named = centre
            .services
            .iter()
            .find(|service| service.kind == *kind)
            .and_then(|service| service.name.as_ref());
        let word = || TextView {
            text: scope.words.get(&format!("service_{}", kind.key())).to_string(),
            ..TextView::default()
        };
        named.map_or_else(word, |name| scope.text(name))
    };
    SpecialView {
        date: period(&from, &to, (days.from, days.to)),
        times: times(&days.hours.intervals),
        closed: days.hours.intervals.is_empty(),
        reason: reason_view(scope, days.hours.reason.as_ref()),
        services: days.services.iter().map(service).collect(),
        holiday: matches!(days.hours.reason, Some(Reason::Holiday(_))),
        uncertain: days.hours.uncertain,
        from,
        to,
    }
}

/// `onsdag 23 december 2026`, `18–22 december 2026`, or `19 juni – 16 augusti 2026`: nothing is said twice.
fn period(from: &DateView, to: &DateView, (first, last): (Date, Date)) -> String {
    let day_and_month = || from.text.trim_end_matches(&format!(" {}", first.year())).to_string();
    if first == last {
        from.day.clone()
    } else if (first.year(), first.month()) == (last.year(), last.month()) {
        format!("{}–{}", first.day(), to.text)
    } else if first.year() == last.year() {
        format!("{} – {}", day_and_month(), to.text)
    } else {
        format!("{} – {}", from.text, to.text)
    }
}
