//! Structured data: schema.org in JSON-LD, for search engines and assistants. Nothing that is unknown is emitted.

mod hours;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::cards::Item;
use super::scope::Scope;
use super::subject::Subject;
use crate::base::{json, marks};
use crate::model::calendar::Whose;
use crate::parse::centre::Centre;
use crate::parse::files::{ServiceKind, Status};

/// What a page of a news item says of itself. There are more of these than of all others, so it is written straight from its fields.
#[derive(Serialize)]
struct NewsGraph<'a>(&'a NewsArticle<'a>, &'a Crumbs);

/// A news item, in the order in which its fields are written.
#[derive(Serialize)]
struct NewsArticle<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    description: &'a str,
    #[serde(rename = "datePublished")]
    published: String,
    #[serde(rename = "dateModified")]
    modified: String,
    #[serde(rename = "inLanguage")]
    language: &'a str,
    url: &'a str,
    publisher: NewsPublisher<'a>,
    #[serde(rename = "articleSection", skip_serializing_if = "Option::is_none")]
    category: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<[String; 1]>,
}

#[derive(Serialize)]
struct NewsPublisher<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
}

/// The way to a page.
#[derive(Serialize)]
struct Crumbs {
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(rename = "itemListElement")]
    items: Vec<Crumb>,
}

#[derive(Serialize)]
struct Crumb {
    #[serde(rename = "@type")]
    kind: &'static str,
    position: usize,
    name: String,
    item: String,
}

/// What all of it stands in.
#[derive(Serialize)]
struct Graph<T> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    graph: T,
}

const SCHEMA: &str = "https://schema.org";

/// A news item: `NewsArticle`, and the way to it.
pub fn news(scope: &Scope<'_>, item: &Item<'_>, url: &str) -> String {
    let news = &item.version.value;
    let base = &scope.section.base_url;
    let filled = |text| scope.filled(text, &item.version.path);
    let (title, lead) = (filled(&news.title), filled(&news.lead));
    let image = news.image.as_ref().and_then(|image| scope.image(image, &item.version.path));
    let own_name = scope.plain(&scope.section.name);
    let list = (marks::without(scope.words.get("news_title")), scope.urls.news_list(1));
    let crumbs = breadcrumbs(scope, &[list, (title.to_string(), url.to_string())]);
    let article = NewsArticle {
        kind: "NewsArticle",
        headline: &title,
        description: &lead,
        published: news.date.to_string(),
        modified: news.updated.unwrap_or(news.date).to_string(),
        language: scope.lang,
        url: &format!("{base}/{url}"),
        publisher: NewsPublisher {
            kind: "GovernmentOrganization",
            name: news.published_by.as_deref().unwrap_or(&own_name),
        },
        category: news.category.as_deref(),
        image: image.map(|image| [format!("{base}/{}", image.url)]),
    };
    json::in_script(&Graph { context: SCHEMA, graph: NewsGraph(&article, &crumbs) })
}

/// A centre: `GovernmentOffice` with its services as departments, and its activities as events.
pub fn centre(scope: &Scope<'_>, subject: Subject<'_>, url: &str) -> String {
    let centre = subject.centre;
    let base = &scope.section.base_url;
    let id = format!("{base}/{url}");
    let mut office = Map::new();
    office.insert("@type".into(), json!("GovernmentOffice"));
    office.insert("@id".into(), json!(id));
    office.insert("name".into(), json!(scope.plain(&centre.name)));
    office.insert("url".into(), json!(id));
    office.insert("parentOrganization".into(), municipality(scope));
    office.insert(
        "areaServed".into(),
        json!({"@type": "AdministrativeArea", "name": scope.plain(&scope.section.name)}),
    );
    // What the law calls it is for those who count centres; a parent has no use for it.
    if let Some(kind) = centre.kind {
        let key = format!("type_{}", kind.key());
        office.insert("keywords".into(), json!(marks::without(scope.words.get(&key))));
    }
    add_place(centre, &mut office);
    // A centre that is not open has no hours yet, or none any more.
    if centre.status == Status::Open {
        hours::add_hours(scope, subject, Whose::Centre, &mut office);
    }
    let departments: Vec<Value> =
        (0..centre.services.len()).map(|place| department(scope, subject, place)).collect();
    office.insert("department".into(), json!(departments));
    let images: Vec<String> = centre
        .images
        .iter()
        .filter_map(|image| scope.image(image, subject.path))
        .map(|view| format!("{base}/{}", view.url))
        .collect();
    if !images.is_empty() {
        office.insert("image".into(), json!(images));
    }
    let here = (scope.plain(&centre.name).to_string(), url.to_string());
    let list = scope.centres_crumb().map(|list| (marks::without(&list.title), list.url));
    let steps: Vec<_> = list.into_iter().chain([here]).collect();
    let mut graph = vec![Value::Object(office), json!(breadcrumbs(scope, &steps))];
    graph.extend(hours::events(scope, subject, &id));
    json::in_script(&json!({"@context": "https://schema.org", "@graph": graph}))
}

/// A front page: `WebSite`, with how its search is asked.
pub fn website(scope: &Scope<'_>, name: &str) -> String {
    let base = &scope.section.base_url;
    let section = scope.section;
    let publisher = if section.id.is_some() { &section.name } else { &section.site.organisation };
    let search = json!({
        "@type": "SearchAction",
        "target": {
            "@type": "EntryPoint",
            "urlTemplate": format!("{base}/{}?q={{search_term_string}}", scope.urls.search()),
        },
        "query-input": "required name=search_term_string",
    });
    json::in_script(&json!({
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": marks::without(name),
        "url": format!("{base}/{}", scope.urls.home()),
        "inLanguage": scope.lang,
        "publisher": {"@type": "GovernmentOrganization", "name": scope.plain(publisher)},
        "potentialAction": search,
    }))
}

/// The municipality, with the code that SCB gives it.
fn municipality(scope: &Scope<'_>) -> Value {
    let mut organisation =
        json!({"@type": "GovernmentOrganization", "name": scope.plain(&scope.section.name)});
    if let Some(config) = &scope.section.config {
        organisation["identifier"] =
            json!({"@type": "PropertyValue", "propertyID": "SCB kommunkod", "value": config.code});
    }
    organisation
}

fn add_place(centre: &Centre, office: &mut Map<String, Value>) {
    if let Some(address) = &centre.address {
        let mut postal = Map::new();
        postal.insert("@type".into(), json!("PostalAddress"));
        postal.insert("streetAddress".into(), json!(address.street));
        if let Some(code) = &address.postal_code {
            postal.insert("postalCode".into(), json!(code));
        }
        if let Some(city) = &address.city {
            postal.insert("addressLocality".into(), json!(city));
        }
        postal.insert("addressCountry".into(), json!("SE"));
        office.insert("address".into(), Value::Object(postal));
    }
    if let Some(geo) = centre.geo {
        let (latitude, longitude) = geo.degrees();
        office.insert(
            "geo".into(),
            json!({"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}),
        );
    }
    if centre.phone.is_some() || centre.email.is_some() {
        let mut contact = Map::new();
        contact.insert("@type".into(), json!("ContactPoint"));
        if let Some(phone) = &centre.phone {
            contact.insert("telephone".into(), json!(phone.international()));
        }
        if let Some(email) = &centre.email {
            contact.insert("email".into(), json!(email.as_str()));
        }
        if !centre.spoken_languages.is_empty() {
            contact.insert("availableLanguage".into(), json!(centre.spoken_languages));
        }
        office.insert("contactPoint".into(), Value::Object(contact));
    }
}

fn department(scope: &Scope<'_>, subject: Subject<'_>, place: usize) -> Value {
    let service = &subject.centre.services[place];
    let kind = match service.kind {
        ServiceKind::MaternalHealth
        | ServiceKind::ChildHealth
        | ServiceKind::Breastfeeding
        | ServiceKind::HealthCentre => "MedicalClinic",
        ServiceKind::OpenPreschool => "ChildCare",
        ServiceKind::SocialServices | ServiceKind::Other => "GovernmentOffice",
    };
    let mut department = Map::new();
    department.insert("@type".into(), json!(kind));
    let name = match &service.name {
        Some(name) => scope.plain(name).to_string(),
        None => marks::without(scope.words.get(&format!("service_{}", service.kind.key()))),
    };
    department.insert("name".into(), json!(name));
    if let Some(phone) = &service.phone {
        department.insert("telephone".into(), json!(phone.international()));
    }
    if let Some(url) = &service.url {
        department.insert("url".into(), json!(url.as_str()));
    }
    if let Some(operator) = service.operator.as_ref().and_then(|operator| operator.name.as_ref()) {
        department.insert(
            "parentOrganization".into(),
            json!({"@type": "Organization", "name": scope.plain(operator)}),
        );
    }
    if subject.centre.status == Status::Open {
        hours::add_hours(scope, subject, Whose::Service(place), &mut department);
    }
    Value::Object(department)
}

fn breadcrumbs(scope: &Scope<'_>, steps: &[(String, String)]) -> Crumbs {
    let home = (scope.plain(&scope.section.name).to_string(), scope.urls.home());
    let base = &scope.section.base_url;
    let crumb = |(index, (name, url)): (usize, &(String, String))| Crumb {
        kind: "ListItem",
        position: index + 1,
        name: name.clone(),
        item: format!("{base}/{url}"),
    };
    Crumbs {
        kind: "BreadcrumbList",
        items: std::iter::once(&home).chain(steps).enumerate().map(crumb).collect(),
    }
}
