//! Centres: their list, their pages, their hours.

use super::links::output_path;
use super::news::card;
use super::scope::{PageSpec, Scope};
use super::{
    BoxView, CentreView, CrumbView, FeatureView, GeoView, GettingThereView, Job, JobKind, LanguageView,
    OperatorView, Part, Plan, ServiceView, activities, calendars, hours, json_ld, pages, poster,
};
use crate::base::Mixer;
use crate::model::Sourced;
use crate::model::calendar::{Calendar, Whose};
use crate::parse::centre::Centre;
use crate::parse::files::{Access, Status};
use crate::parse::language;

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
    for ((centre, calendar), view) in section.centres.iter().zip(&section.calendars).zip(views) {
        plan_centre(scope, (centre, calendar), view, plan);
    }
}

fn plan_centre(
    scope: &Scope<'_>,
    (source, calendar): (&Sourced<Centre>, &Calendar),
    view: BoxView,
    plan: &mut Plan,
) {
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
        json_ld: Some(json_ld::centre(scope, (source, calendar), &url)),
        url,
    };
    poster::plan_poster(scope, (Subject { centre, calendar }, &source.path), &view, plan);
    let part = centre_part(scope, (source, calendar), view);
    pages::add_page_of(scope, "centre.html", (spec, vec![("centre", part)]), &source.path, plan);
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
fn centre_part(scope: &Scope<'_>, source: (&Sourced<Centre>, &Calendar), view: BoxView) -> Part {
    let news: Vec<Part> = centre_news(scope, &source.0.value);
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

fn centre_view(scope: &Scope<'_>, (source, calendar): (&Sourced<Centre>, &Calendar)) -> CentreView {
    let centre = &source.value;
    let subject = Subject { centre, calendar };
    let week = activities::week(scope, subject);
    let there = [&centre.transit, &centre.car, &centre.pram_parking];
    CentreView {
        states: hours::states(scope, subject),
        announced: hours::announced(scope, subject),
        week_period: if week.is_empty() { String::new() } else { activities::week_period(scope) },
        week,
        hours: hours::hours_view(scope, subject, Whose::Centre),
        phone_hours: hours::phone_view(scope, subject, Whose::Centre),
        services: (0..centre.services.len()).map(|place| service_view(scope, subject, place)).collect(),
        notices: scope.notices(&centre.notices, &scope.urls.centre(&centre.id)),
        poster_url: poster::has_poster(centre).then(|| scope.urls.poster(&centre.id)),
        calendar_url: calendars::has_calendar(centre).then(|| super::Urls::centre_calendar(&centre.id)),
        activities: activities::activities(scope, subject),
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

/// A centre with its calendar.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The centre.
    pub centre: &'a Centre,
    /// Its calendar.
    pub calendar: &'a Calendar,
}

/// Is there nothing to come to? What its file says of hours and activities stays there until it opens again.
pub fn is_closed(centre: &Centre) -> bool {
    matches!(centre.status, Status::Closed | Status::TemporarilyClosed)
}

fn service_view(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> ServiceView {
    let centre = subject.centre;
    let service = &centre.services[place];
    let whose = Whose::Service(place);
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
        hours: subject.calendar.has_own(place).then(|| hours::hours_view(scope, subject, whose)).flatten(),
        phone_hours: hours::phone_view(scope, subject, whose),
    }
}

/// A language in itself.
pub fn language_view(lang: &str) -> LanguageView {
    LanguageView {
        lang: lang.to_string(),
        dir: language::direction(lang),
        name: language::name(lang).to_string(),
    }
}
