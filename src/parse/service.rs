//! The services of a centre, and how other fields name them.

use super::bounds;
use super::check::{self, Week};
use super::files::{Access, OneOrMany, OperatorType, ServiceFile, ServiceKind};
use super::season::{self, Season};
use super::trail::Trail;
use super::values::{Phone, Text};
use crate::base::{AbsoluteUrl, At, Code, Report, names, nearest};

/// A service.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Service {
    /// Its kind.
    pub kind: ServiceKind,
    /// Its own name.
    pub name: Option<Text>,
    /// What kind of body runs it, and its name.
    pub operator: Option<(OperatorType, Option<Text>)>,
    /// Phone.
    pub phone: Option<Phone>,
    /// Its page.
    pub url: Option<AbsoluteUrl>,
    /// Does one need to book?
    pub access: Option<Access>,
    /// Its own hours.
    pub hours: Option<Week>,
    /// When somebody answers its phone.
    pub phone_hours: Option<Week>,
    /// Times of the year with a week of its own.
    pub seasons: Vec<Season>,
}

/// The services of a centre.
pub fn check_services(files: Vec<ServiceFile>, report: &mut Report) -> Vec<Service> {
    let top = Trail::TOP;
    let list = top.key("services");
    if files.is_empty() {
        report.add(Code::EmptyList, list.value()).with("field", "services");
    }
    let files = bounds::within(files, &list, report);
    let check_one = |(index, file): (usize, ServiceFile)| {
        let at = list.index(index);
        let name = check::optional(file.name, &at.key("name"), report);
        if file.kind == ServiceKind::Other && name.is_none() {
            report.add(Code::MissingField, at.value()).with("field", "name");
        }
        let operator_at = at.key("operator");
        Service {
            kind: file.kind,
            name,
            operator: file
                .operator
                .map(|file| (file.kind, check::optional(file.name, &operator_at.key("name"), report))),
            phone: check::phone(file.phone.as_deref(), &at.key("phone"), report),
            url: check::web(file.url.as_deref(), &at.key("url"), report),
            access: file.access,
            hours: file.hours.map(|hours| check::week(hours, &at.key("hours"), report)),
            phone_hours: file.phone_hours.map(|hours| check::week(hours, &at.key("phone_hours"), report)),
            seasons: season::check_own_seasons(file.seasons, &at, report),
        }
    };
    files.into_iter().enumerate().map(check_one).collect()
}

/// The places of the services that words name: by a name of their own, or by their kind.
pub fn places_named(given: &OneOrMany, services: &[Service], at: &Trail, report: &mut Report) -> Vec<usize> {
    let mut places = Vec::new();
    let names = own_names(services);
    for (index, word) in bounds::within(given.0.clone(), at, report).iter().enumerate() {
        let found = services_named(word, services, &names);
        if found.is_empty() {
            no_such_service(word, services, at.index(index).value(), report);
        }
        places.extend(found);
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// The names of services in the form in which they are compared, with their places: made once for all the words of a list.
pub fn own_names(services: &[Service]) -> Vec<(usize, String)> {
    let of = |(place, service): (usize, &Service)| {
        let own = service.name.iter().flat_map(Text::each);
        own.map(|(_, own)| (place, names::fold(own.trim()))).collect::<Vec<_>>()
    };
    services.iter().enumerate().flat_map(of).collect()
}

/// The places of the services that a word names, by their names or their kind.
pub fn services_named(word: &str, services: &[Service], own: &[(usize, String)]) -> Vec<usize> {
    let folded = names::fold(word.trim());
    let mut places: Vec<usize> =
        own.iter().filter(|(_, own)| *own == folded).map(|(place, _)| *place).collect();
    let kind = ServiceKind::meant(word.trim());
    places.extend((0..services.len()).filter(|place| Some(services[*place].kind) == kind));
    places.sort_unstable();
    places.dedup();
    places
}

/// Says that a centre has no service of this kind or name, and which it has.
pub fn no_such_service(word: &str, services: &[Service], at: At, report: &mut Report) {
    if report.has_settled("services") {
        return;
    }
    let kinds = services.iter().map(|service| service.kind.key());
    let own = services.iter().flat_map(|service| service.name.iter().flat_map(Text::each));
    let swedish = kinds.clone().flat_map(|kind| names::swedish_values("ServiceKind", kind).iter().copied());
    let known: Vec<&str> = kinds.clone().chain(swedish).chain(own.map(|(_, name)| name)).collect();
    let near = nearest(word.trim(), known.iter().copied());
    let mut listed: Vec<&str> = Vec::new();
    for kind in kinds {
        if !listed.contains(&kind) {
            listed.push(kind);
        }
    }
    let words = report.add(Code::NoSuchService, at).with("service", word.trim());
    words.with("services", listed.join(", ")).proposing(near);
}
