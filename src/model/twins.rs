//! Centres that are there twice: the copy of a file under a name that says nothing of it, or two people who wrote down the same one.

use std::collections::HashMap;

use super::{Section, Sourced};
use crate::base::characters::one_line;
use crate::base::{At, Code, Diagnostic, Seg};
use crate::parse::centre::Centre;
use crate::parse::files::Status;

/// Tells of centres of a municipality with the same name, or in the same street and number of the same town. One that has closed for good may
/// have the name and the house of the one that came after it.
pub fn check_twins(section: &Section, found: &mut Vec<Diagnostic>) {
    let mut centres: Vec<&Sourced<Centre>> =
        section.centres.iter().filter(|centre| centre.value.status != Status::Closed).collect();
    if centres.len() < 2 {
        return;
    }
    centres.sort_by(|one, other| one.path.cmp(&other.path));
    let (mut names, mut streets) = (HashMap::new(), HashMap::<String, Vec<_>>::new());
    for centre in centres {
        let name = centre.value.name.in_language(section.own(), section.own()).0;
        // A file that cannot be read has a dash for a name.
        let by_name = (name != "-").then(|| names.insert(folded(name), centre)).flatten();
        let by_street = street(&centre.value).and_then(|(street, town)| {
            let there: &mut Vec<(String, &Sourced<Centre>)> = streets.entry(street).or_default();
            let twin = there.iter().find(|(other, _)| town.is_empty() || other.is_empty() || *other == town);
            let twin = twin.map(|(_, centre)| *centre);
            there.push((town, centre));
            twin
        });
        let twin = match (by_name, by_street) {
            (Some(other), Some(_)) => Some((other, "both", "name")),
            (Some(other), None) => Some((other, "name", "name")),
            (None, Some(other)) => Some((other, "street", "address")),
            (None, None) => None,
        };
        if let Some((other, what, field)) = twin {
            let mut path = vec![Seg::Key(field.to_string())];
            path.extend((what == "street").then(|| Seg::Key("street".to_string())));
            let diagnostic = Diagnostic::new(Code::CentreTwice, &centre.path, At::Value(path));
            found.push(diagnostic.with("other", &other.path).with("what", what));
        }
    }
}

/// Street and number, and the town where it is given.
fn street(centre: &Centre) -> Option<(String, String)> {
    let address = centre.address.as_ref().filter(|address| !address.street.trim().is_empty())?;
    let town = address.city.as_deref().unwrap_or_default();
    Some((folded(&address.street), folded(town)))
}

/// The words of a text in small letters, with one blank between them.
fn folded(text: &str) -> String {
    one_line(text).to_lowercase()
}
