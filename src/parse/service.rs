//! The services of a centre, and how other fields name them.

use super::bounds;
use super::check::Week;
use super::files::{Access, OneOrMany, OperatorType, ServiceKind, ServiceSeasonFile, rules};
use super::record::{Checked, record};
use super::season::{Season, check_own_seasons};
use super::trail::Trail;
use super::values::{Phone, Text};
use crate::base::{AbsoluteUrl, At, Code, Report, names, nearest};

record! {
    /// A service.
    pub struct Service [schemars(transform = rules::named)] {
        /// Its kind.
        kind: ServiceKind,
        /// Its own name.
        name: Option<Text>,
        /// Who runs it.
        operator: Option<Operator>,
        /// Phone.
        phone: Option<Phone>,
        /// Its page.
        url: Option<AbsoluteUrl>,
        /// Does one need to book?
        access: Option<Access>,
        /// Its own hours.
        hours: Option<Week>,
        /// When somebody answers its phone.
        phone_hours: Option<Week>,
        /// Times of the year with a week of its own.
        seasons: Vec<Season> as Vec<ServiceSeasonFile> => check_own_seasons [serde(default)],
    }
    after has_a_name
}

record! {
    /// Who runs a service.
    pub struct Operator {
        /// What kind of body it is.
        kind "type": OperatorType,
        /// Its name.
        name: Option<Text>,
    }
}

/// A service of another kind has a name.
fn has_a_name(service: Service, at: &Trail, report: &mut Report) -> Option<Service> {
    if service.kind == ServiceKind::Other && service.name.is_none() {
        report.add(Code::MissingField, at.value()).with("field", "name");
    }
    Some(service)
}

/// The services of a centre.
pub fn at_least_one(
    files: Vec<<Service as Checked>::Written>,
    at: &Trail,
    report: &mut Report,
) -> Option<Vec<Service>> {
    if files.is_empty() {
        report.add(Code::EmptyList, at.value()).with("field", "services");
    }
    <Vec<Service>>::check(files, at, report)
}

/// The places of the services that words name: by a name of their own, or by their kind.
pub fn places_named(
    given: &OneOrMany,
    names: &ServiceNames<'_>,
    at: &Trail,
    report: &mut Report,
) -> Vec<usize> {
    let mut places = Vec::new();
    for (index, word) in bounds::within(given.0.clone(), at, report).iter().enumerate() {
        let found = names.named(word);
        if found.is_empty() {
            no_such_service(word, names.services, at.index(index).value(), report);
        }
        places.extend(found);
    }
    places.sort_unstable();
    places.dedup();
    places
}

/// Services with their names in the form in which they are compared: made once for a whole list, not for each
/// of its items.
pub struct ServiceNames<'s> {
    /// The services.
    pub services: &'s [Service],
    own: Vec<(usize, String)>,
}

impl<'s> ServiceNames<'s> {
    /// The names of these.
    pub fn of(services: &'s [Service]) -> Self {
        let of = |(place, service): (usize, &Service)| {
            let own = service.name.iter().flat_map(Text::each);
            own.map(|(_, own)| (place, names::fold(own.trim()))).collect::<Vec<_>>()
        };
        Self { services, own: services.iter().enumerate().flat_map(of).collect() }
    }

    /// The places of the services that a word names, by their names or their kind.
    pub fn named(&self, word: &str) -> Vec<usize> {
        let folded = names::fold(word.trim());
        let own = self.own.iter().filter(|(_, own)| *own == folded).map(|(place, _)| *place);
        let kind = ServiceKind::meant(word.trim());
        let of_kind = (0..self.services.len()).filter(|place| Some(self.services[*place].kind) == kind);
        let mut places: Vec<usize> = own.chain(of_kind).collect();
        places.sort_unstable();
        places.dedup();
        places
    }
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
