//! The phone numbers: whose each is, and the texts in which it stands. Who changes a number looks here for what else has to be changed.

use super::{Cell, Table};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::input::Inputs;
use crate::lint::{self, PhoneBook};
use crate::model::{Folder, name_of};
use crate::parse;
use crate::parse::values::Phone;
use crate::survey::Survey;

const PHONES: &[&str] = &["phone", "municipality", "centre", "service", "stands", "file", "line"];

/// A number at a place.
struct PhoneRow {
    /// As it is called; all that stand together are the same.
    number: String,
    shown: String,
    /// Municipality, centre and service whose it is, as far as it is anybody's.
    owner: [Option<String>; 3],
    /// `contact` where it is somebody's number, `registration` where one signs up by it, `text` where somebody typed it.
    stands: &'static str,
    path: SourcePath,
    at: At,
}

/// The numbers of some folders, in their order; where each is somebody's first, then where it stands in texts.
pub fn phones(survey: &Survey, folders: &[&Folder], inputs: &dyn Inputs) -> Table {
    let own = survey.own();
    let book = PhoneBook::of(survey.folders(), own);
    let mut entries: Vec<PhoneRow> = Vec::new();
    for folder in folders {
        contacts(survey, folder, &mut entries);
        for found in lint::phone_uses(folder, (inputs, own)) {
            let owner = book.owners(&found.number).first();
            let owner = owner.map_or([None, None, None], |owner| {
                [Some(owner.municipality.clone()), owner.centre.clone(), owner.service.clone()]
            });
            let shown = Phone::parse(&found.written).map_or(found.written, |phone| phone.shown());
            let stands = if found.is_field { "registration" } else { "text" };
            let (number, path, at) = (found.number, found.path, found.at);
            entries.push(PhoneRow { number, shown, owner, stands, path, at });
        }
    }
    let key = |entry: &PhoneRow| (entry.number.clone(), entry.stands, entry.path.clone());
    entries.sort_by_cached_key(key);
    // The places are those of something that is told.
    let mut told: Vec<Diagnostic> = entries
        .iter()
        .map(|entry| Diagnostic::new(Code::UnknownPhone, &entry.path, entry.at.clone()))
        .collect();
    parse::find_places(&mut told, inputs);
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (entry, told) in entries.into_iter().zip(told) {
        let line = told.place.and_then(|place| i64::try_from(place.line).ok());
        let row = row(entry, line);
        // Twice in a line is once to look at.
        if rows.last() != Some(&row) {
            rows.push(row);
        }
    }
    Table { columns: PHONES, rows }
}

fn row(entry: PhoneRow, line: Option<i64>) -> Vec<Cell> {
    let [municipality, centre, service] = entry.owner;
    vec![
        Cell::Text(entry.shown),
        Cell::optional(municipality.as_deref()),
        Cell::optional(centre.as_deref()),
        Cell::optional(service.as_deref()),
        Cell::Word(entry.stands),
        Cell::of(entry.path.as_str()),
        line.map_or(Cell::None, Cell::Number),
    ]
}

/// The numbers that a folder's files have as somebody's.
fn contacts(survey: &Survey, folder: &Folder, entries: &mut Vec<PhoneRow>) {
    let own = survey.own();
    let mut add = |phone: &Phone, owner: (Option<&str>, Option<String>), path: &SourcePath, way: Vec<Seg>| {
        entries.push(PhoneRow {
            number: phone.international(),
            shown: phone.shown(),
            owner: [Some(folder.id.clone()), owner.0.map(str::to_string), owner.1],
            stands: "contact",
            path: path.clone(),
            at: At::Value(way),
        });
    };
    if let Some(config) = folder.config.as_ref().filter(|config| !survey.broken.contains(&config.path))
        && let Some(phone) = &config.value.contact.phone
    {
        add(phone, (None, None), &config.path, vec![key("contact"), key("phone")]);
    }
    for centre in folder.centres.iter().filter(|centre| !survey.broken.contains(&centre.path)) {
        let value = &centre.value;
        if let Some(phone) = &value.phone {
            add(phone, (Some(&value.id), None), &centre.path, vec![key("phone")]);
        }
        for (index, service) in value.services.iter().enumerate() {
            let Some(phone) = &service.phone else { continue };
            let way = vec![key("services"), Seg::Index(index), key("phone")];
            add(phone, (Some(&value.id), Some(name_of(service, value, own))), &centre.path, way);
        }
    }
}
