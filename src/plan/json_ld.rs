//! Structured data: schema.org in JSON-LD, for search engines and assistants. Nothing that is unknown is emitted.

mod hours;

use serde_json::{Map, Value, json};

use super::cards::Item;
use super::scope::Scope;
use super::subject::Subject;
use crate::base::{json, marks};
use crate::model::calendar::Whose;
use crate::parse::centre::Centre;
use crate::parse::files::{ServiceKind, Status};

/// A news item: `NewsArticle`, and the way to it.
pub fn news(scope: &Scope<'_>, item: &Item<'_>, url: &str) -> String {
    let news = &item.version.value;
    let base = &scope.section.base_url;
    let mut article = Map::new();
    article.insert("@type".into(), json!("NewsArticle"));
    let filled = |text| scope.filled(text, &item.version.path);
    let title = filled(&news.title);
    article.insert("headline".into(), json!(title));
    article.insert("description".into(), json!(filled(&news.lead)));
    article.insert("datePublished".into(), json!(news.date.to_string()));
    article.insert("dateModified".into(), json!(news.updated.unwrap_or(news.date).to_string()));
    article.insert("inLanguage".into(), json!(scope.lang));
    article.insert("url".into(), json!(format!("{base}/{url}")));
    let publisher = news.published_by.clone().unwrap_or_else(|| scope.plain(&scope.section.name).to_string());
    article.insert("publisher".into(), json!({"@type": "GovernmentOrganization", "name": publisher}));
    if let Some(category) = &news.category {
        article.insert("articleSection".into(), json!(category));
    }
    if let Some(image) = news.image.as_ref().and_then(|image| scope.image(image, &item.version.path)) {
        article.insert("image".into(), json!([format!("{base}/{}", image.url)]));
    }
    let list = (marks::without(scope.words.get("news_title")), scope.urls.news_list(1));
    let crumbs = breadcrumbs(scope, &[list, (title.to_string(), url.to_string())]);
    json::in_script(&json!({"@context": "https://schema.org", "@graph": [Value::Object(article), crumbs]}))
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
    let centres = (marks::without(scope.words.get("centres_title")), scope.urls.centres());
    let here = (scope.plain(&centre.name).to_string(), url.to_string());
    let mut graph = vec![Value::Object(office), breadcrumbs(scope, &[centres, here])];
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

fn breadcrumbs(scope: &Scope<'_>, steps: &[(String, String)]) -> Value {
    let home = (scope.plain(&scope.section.name).to_string(), scope.urls.home());
    let base = &scope.section.base_url;
    let items: Vec<Value> = std::iter::once(&home)
        .chain(steps)
        .enumerate()
        .map(|(index, (name, url))| {
            json!({"@type": "ListItem", "position": index + 1, "name": name, "item": format!("{base}/{url}")})
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}
