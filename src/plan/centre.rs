//! Centres: their list, their pages, their hours.

use super::cards::{self, Item};
use super::page::{PageSpec, add_page, listing};
use super::scope::Scope;
use super::subject::Subject;
use super::{
    BoxView, CentreView, ElsewhereView, FeatureView, GeoView, NamedPhoneView, NoticeView, OperatorView, Part,
    Plan, ServiceView, TextsView, activities, calendars, hours, json_ld, poster,
};
use crate::base::Mixer;
use crate::model::calendar::Whose;
use crate::model::sort_key;
use crate::parse::centre::Centre;
use crate::parse::files::{Access, ServiceKind, Status};

/// How many news a centre's page shows.
const CENTRE_NEWS: usize = 3;

/// How many other centres one that is not open names.
const ELSEWHERE: usize = 2;

/// Plans the list of the centres and a page for each.
pub fn plan_centres(scope: &Scope<'_>, items: &[Item<'_>], plan: &mut Plan) {
    let section = scope.section;
    let list = sorted_boxes(scope);
    let spec = PageSpec {
        kind: "centres",
        title: scope.words.get("centres_title").to_string(),
        description: listing(list.iter().map(|centre| &centre.name.text)),
        url: scope.urls.centres(),
        versions: scope.everywhere(super::Urls::centres),
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    add_page(scope, "centres.html", spec, vec![("centres", Part::of(&list))], plan);
    for (subject, centre) in Subject::all(section).zip(&section.centres) {
        if plan.is_full() {
            return;
        }
        let view = scope.centre_box(centre, true, &section.name);
        plan_centre(scope, subject, (view, items), plan);
    }
}

/// The municipality's centres with what holds today, in the order in which they are listed.
pub fn sorted_boxes(scope: &Scope<'_>) -> Vec<BoxView> {
    let mut views: Vec<BoxView> =
        Subject::all(scope.section).map(|subject| list_box(scope, subject)).collect();
    views.sort_by_cached_key(|view| place_in_list(view, scope.lang));
    views
}

/// A centre in a list of its municipality's, with what holds today.
pub fn list_box(scope: &Scope<'_>, subject: Subject<'_>) -> BoxView {
    BoxView {
        state: hours::states(scope, subject).into_iter().next(),
        ..scope.centre_box(subject.source, true, &scope.section.name)
    }
}

/// Where a centre stands in a list: those that a parent can go to first, then by the place.
pub fn place_in_list(view: &BoxView, lang: &str) -> (usize, String, String) {
    let order = ["open", "temporarily_closed", "planned"];
    let rank = order.iter().position(|status| *status == view.status).unwrap_or(order.len());
    (rank, sort_key(&view.short_name.text, lang), view.id.clone())
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
    let spec = PageSpec {
        kind: "centre",
        pictured: true,
        description: Some(description(scope, &view)),
        title: name,
        versions: scope.everywhere(|urls| urls.centre(&centre.id)),
        crumbs: std::iter::once(scope.home_crumb()).chain(scope.centres_crumb()).collect(),
        json_ld: Some(json_ld::centre(scope, subject, &url)),
        source: Some(subject.path.clone()),
        url,
        ..PageSpec::default()
    };
    poster::plan_poster(scope, subject, &view, plan);
    let news = centre_news(scope, centre, items);
    let part = centre_part(scope, subject, &view, news);
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
fn centre_part(scope: &Scope<'_>, subject: Subject<'_>, view: &BoxView, news: [(&str, Part); 2]) -> Part {
    let parts = [Part::of(view), Part::of(&centre_view(scope, subject))];
    let mut mixer = Mixer::default();
    let mut map = tera::Map::new();
    let bytes = parts.iter().map(|part| part.bytes).sum();
    for part in &parts {
        mixer.add(&part.fingerprint);
        map.extend(part.value.clone().into_map().unwrap_or_default());
    }
    for (name, part) in news {
        mixer.add(&part.fingerprint);
        map.insert(name.to_string().into(), part.value);
    }
    Part { value: tera::Value::from(map), fingerprint: mixer.finish128(), bytes }
}

/// The newest news about a centre, and the warnings among them, which stand at the head of its page.
fn centre_news(scope: &Scope<'_>, centre: &Centre, items: &[Item<'_>]) -> [(&'static str, Part); 2] {
    let listed = || items.iter().filter(|item| item.listed && cards::is_about(scope, centre, item.version));
    let news = listed().filter(|item| !cards::is_alert(scope, &item.version.value)).take(CENTRE_NEWS);
    let alerts = cards::alerts(scope, |version| cards::is_about(scope, centre, version));
    [("news", Part::list(news.map(|item| &item.card))), ("alerts", alerts)]
}

fn centre_view(scope: &Scope<'_>, subject: Subject<'_>) -> CentreView {
    let centre = subject.centre;
    let (week, week_more) = activities::week(scope, subject);
    let there: Vec<_> = centre.getting_there.each().map(|(name, text)| (name, scope.text(text))).collect();
    let (cafe_free, cafe_cost) = activities::cost(scope, centre.premises.cafe_cost.as_ref());
    CentreView {
        states: hours::states(scope, subject),
        announced: hours::announced(scope, subject),
        week_period: if week.is_empty() { String::new() } else { activities::week_period(scope) },
        week,
        week_more,
        hours: hours::hours_view(scope, subject, Whose::Centre),
        phone_hours: hours::phone_view(scope, subject, Whose::Centre),
        missing: missing(centre),
        services: service_places(centre)
            .into_iter()
            .map(|place| service_view(scope, subject, place))
            .collect(),
        notices: notices(scope, centre),
        first_phone: first_phone(scope, subject),
        elsewhere: elsewhere(scope, centre),
        poster_url: poster::has_poster(centre).then(|| scope.urls.poster(&centre.id)),
        feed_url: (!centre.status.is_closed()).then(|| super::Urls::feeds(&scope.urls.centre(&centre.id)).0),
        calendar_url: calendars::has_calendar(centre).then(|| super::Urls::centre_calendar(&centre.id)),
        activities: activities::activities(scope, subject),
        spoken_languages: centre.spoken_languages.iter().map(|lang| scope.language(lang)).collect(),
        premises: centre.premises.features().map(|(key, available)| FeatureView { key, available }).collect(),
        cafe_free,
        cafe_cost,
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

/// The phone of the first service that has one, in the order in which they stand on the page.
fn first_phone(scope: &Scope<'_>, subject: Subject<'_>) -> Option<NamedPhoneView> {
    service_places(subject.centre).into_iter().find_map(|place| {
        let link = scope.phone(subject.centre.services[place].phone.as_ref()?);
        Some(NamedPhoneView {
            name: hours::service_name(scope, subject, place),
            text: link.text,
            href: link.href,
        })
    })
}

/// The open centres of the municipality, while this one is not: the nearest where it is known where they are, and not more than two.
fn elsewhere(scope: &Scope<'_>, centre: &Centre) -> Vec<ElsewhereView> {
    if centre.status == Status::Open {
        return Vec::new();
    }
    let all = scope.section.centres.iter().map(|other| other.value.as_ref());
    let mut open: Vec<&Centre> = all.filter(|other| other.status == Status::Open).collect();
    open.sort_by_cached_key(|other| distance(centre, other));
    let view =
        |other: &Centre| ElsewhereView { name: scope.text(&other.name), url: scope.urls.centre(&other.id) };
    open.into_iter().take(ELSEWHERE).map(view).collect()
}

/// How far two centres are from each other, roughly and in metres; those of which it is not known come last.
fn distance(one: &Centre, other: &Centre) -> u32 {
    let (Some(one), Some(other)) = (one.geo, other.geo) else { return u32::MAX };
    one.metres_to(other) as u32
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

/// What holds these days in the whole municipality, and then what holds at the centre: who comes by a search sees no front page. What the
/// municipality says for a long time stands on that alone.
fn notices(scope: &Scope<'_>, centre: &Centre) -> Vec<NoticeView> {
    let url = scope.urls.centre(&centre.id);
    let mut notices = scope.in_front(&url);
    notices.extend(scope.notices(&centre.notices, &url));
    notices
}

/// The services as they stand on the page: what people come for most is first.
pub fn service_places(centre: &Centre) -> Vec<usize> {
    let mut places: Vec<usize> = (0..centre.services.len()).collect();
    places.sort_by_key(|place| centre.services[*place].kind != ServiceKind::OpenPreschool);
    places
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
