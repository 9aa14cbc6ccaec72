//! Centres: their list, their pages, their hours.

use super::cards::Item;
use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::Subject;
use super::{
    BoxView, CentreView, CrumbView, FeatureView, GeoView, LanguageView, OperatorView, Part, Plan,
    ServiceView, TextsView, activities, calendars, hours, json_ld, poster,
};
use crate::base::Mixer;
use crate::model::calendar::Whose;
use crate::parse::centre::Centre;
use crate::parse::files::{Access, Status};

/// How many news a centre's page shows.
const CENTRE_NEWS: usize = 4;

/// Plans the list of the centres and a page for each.
pub fn plan_centres(scope: &Scope<'_>, items: &[Item<'_>], plan: &mut Plan) {
    let section = scope.section;
    let views: Vec<BoxView> =
        section.centres.iter().map(|centre| scope.centre_box(centre, true, &section.name)).collect();
    let spec = PageSpec {
        kind: "centres",
        title: scope.words.get("centres_title").to_string(),
        url: scope.urls.centres(),
        versions: scope.everywhere(super::Urls::centres),
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    add_page(scope, "centres.html", spec, vec![("centres", Part::of(&views))], plan);
    for (subject, view) in Subject::all(section).zip(views) {
        plan_centre(scope, subject, (view, items), plan);
    }
}

fn plan_centre(
    scope: &Scope<'_>,
    subject: Subject<'_>,
    (view, items): (BoxView, &[Item<'_>]),
    plan: &mut Plan,
) {
    let centre = subject.centre;
    let url = scope.urls.centre(&centre.id);
    let name = view.name.text.clone();
    let list = CrumbView { title: scope.words.get("centres_title").to_string(), url: scope.urls.centres() };
    let spec = PageSpec {
        kind: "centre",
        description: Some(description(scope, &view)),
        title: name,
        versions: scope.everywhere(|urls| urls.centre(&centre.id)),
        crumbs: vec![scope.home_crumb(), list],
        json_ld: Some(json_ld::centre(scope, subject, &url)),
        source: Some(subject.path.clone()),
        url,
        ..PageSpec::default()
    };
    poster::plan_poster(scope, subject, &view, plan);
    let news = centre_news(scope, centre, items);
    let part = centre_part(scope, subject, &view, &news);
    add_page(scope, "centre.html", spec, vec![("centre", part)], plan);
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
fn centre_part(scope: &Scope<'_>, subject: Subject<'_>, view: &BoxView, news: &Part) -> Part {
    let parts = [Part::of(view), Part::of(&centre_view(scope, subject))];
    let mut mixer = Mixer::default();
    let mut map = tera::Map::new();
    for part in &parts {
        mixer.add(&part.fingerprint);
        map.extend(part.value.clone().into_map().unwrap_or_default());
    }
    mixer.add(&news.fingerprint);
    map.insert("news".into(), news.value.clone());
    Part { value: tera::Value::from(map), fingerprint: mixer.finish128() }
}

/// The newest news about a centre.
fn centre_news(scope: &Scope<'_>, centre: &Centre, items: &[Item<'_>]) -> Part {
    let about = |names: &[String]| {
        names.iter().any(|name| {
            let own = name
                .split_once('/')
                .is_none_or(|(municipality, _)| Some(municipality) == scope.section.id.as_deref());
            own && name.rsplit('/').next() == Some(&centre.id)
        })
    };
    let listed = items.iter().filter(|item| item.listed && about(&item.version.value.centres));
    Part::list(listed.take(CENTRE_NEWS).map(|item| &item.card))
}

fn centre_view(scope: &Scope<'_>, subject: Subject<'_>) -> CentreView {
    let centre = subject.centre;
    let week = activities::week(scope, subject);
    let there: Vec<_> = centre.getting_there.each().map(|(name, text)| (name, scope.text(text))).collect();
    CentreView {
        states: hours::states(scope, subject),
        announced: hours::announced(scope, subject),
        week_period: if week.is_empty() { String::new() } else { activities::week_period(scope) },
        week,
        hours: hours::hours_view(scope, subject, Whose::Centre),
        phone_hours: hours::phone_view(scope, subject, Whose::Centre),
        missing: missing(centre),
        services: (0..centre.services.len()).map(|place| service_view(scope, subject, place)).collect(),
        notices: scope.notices(&centre.notices, &scope.urls.centre(&centre.id)),
        poster_url: poster::has_poster(centre).then(|| scope.urls.poster(&centre.id)),
        calendar_url: calendars::has_calendar(centre).then(|| super::Urls::centre_calendar(&centre.id)),
        activities: activities::activities(scope, subject),
        spoken_languages: centre.spoken_languages.iter().map(|lang| LanguageView::of(lang)).collect(),
        premises: centre.premises.features().map(|(key, available)| FeatureView { key, available }).collect(),
        premises_note: scope.optional(centre.premises.note.as_ref()),
        getting_there: (!there.is_empty()).then_some(TextsView(there)),
        images: centre.images.iter().filter_map(|image| scope.image(image, subject.path)).collect(),
        opened: centre.opened.map(|date| scope.date(date)),
        reviewed: centre.reviewed.map(|date| scope.date(date)),
        owner: scope.optional(centre.owner.as_ref()),
        geo: centre.geo.map(|geo| {
            let (lat, lon) = geo.degrees();
            GeoView { lat: lat.to_string(), lon: lon.to_string() }
        }),
    }
}

/// What is not known of an open centre. Hours and phones may be said of its services alone.
fn missing(centre: &Centre) -> Option<&'static str> {
    let has_contact = centre.phone.is_some()
        || centre.email.is_some()
        || centre.services.iter().any(|service| service.phone.is_some() || service.url.is_some());
    match (&centre.address, has_contact, centre.has_hours()) {
        _ if centre.status != Status::Open => None,
        (None, false, false) if centre.url.is_none() => Some("all"),
        (None, ..) => Some("address"),
        (Some(_), false, false) => Some("contact"),
        (Some(_), true, false) => Some("hours"),
        (Some(_), _, true) => None,
    }
}

fn service_view(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> ServiceView {
    let centre = subject.centre;
    let service = &centre.services[place];
    let whose = Whose::Service(place);
    ServiceView {
        kind: service.kind.key(),
        name: scope.optional(service.name.as_ref()),
        operator: service.operator.as_ref().map(|operator| OperatorView {
            kind: operator.kind.key(),
            name: scope.optional(operator.name.as_ref()),
        }),
        phone: service.phone.as_ref().map(|phone| scope.phone(phone)),
        link: service.url.as_ref().map(|url| scope.web(url)),
        access: service.access.filter(|_| !centre.status.is_closed()).map(Access::key),
        hours: subject.calendar.has_own(place).then(|| hours::hours_view(scope, subject, whose)).flatten(),
        phone_hours: hours::phone_view(scope, subject, whose),
    }
}
