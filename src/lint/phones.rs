//! Phone numbers in texts and in sign-ups that no file of the site has as a centre's, a service's or a municipality's: when a number was changed, the old
//! one stays behind in the texts where somebody typed it, and a parent calls in vain.
//!
//! Most other numbers in a text are another authority's, and right. So it is a question, once for each number of a file, that can be turned
//! off; and what everybody can know (112, 1177, numbers with 020 and 077) is not asked about.

use std::collections::{BTreeMap, HashSet};

use super::prose::Run;
use super::{ItemText, fields};
use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::model::{Folder, Sourced, name_of};
use crate::parse::SHARED;
use crate::parse::centre::Centre;
use crate::parse::contacts::{self, ContactKind};
use crate::parse::files::Access;
use crate::parse::values::Phone;

/// Numbers that are reached from all of Sweden: nobody's at a centre. (PTS, the numbering plan: 020 costs nothing, 077 a local call.)
const NATIONAL: [&str; 2] = ["+4620", "+4677"];

/// Other numbers that many texts name: the poison information centre.
const KNOWN: [&str; 1] = ["+46104566700"];

/// So many centres are named where any of them may be meant.
const MOST: usize = 4;

/// More numbers of a file than so many are asked about at once.
const ASKED: usize = 4;

/// So many numbers of a folder are compared with all others.
pub(super) const COMPARED: usize = 200;

/// The numbers that the files of a site have.
#[derive(Clone, Debug, Default)]
pub struct PhoneBook(BTreeMap<String, Vec<Owner>>);

/// Whose a number is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Owner {
    pub municipality: String,
    /// The centre; none of the municipality's own number.
    pub centre: Option<String>,
    /// The service, by the name that words in braces have for it.
    pub service: Option<String>,
    phone: Phone,
}

impl Owner {
    /// The words in braces that stand for the number in a text of a folder.
    pub fn fill(&self, folder: &str) -> Option<String> {
        let place =
            if folder == self.municipality { String::new() } else { format!("{}/", self.municipality) };
        let service = self.service.as_ref().map(|name| format!("/{name}")).unwrap_or_default();
        Some(format!("{{telefon {place}{}{service}}}", self.centre.as_ref()?))
    }
}

impl Owner {
    /// The number as it is written.
    pub fn shown(&self) -> String {
        self.phone.shown()
    }

    /// Is it one of these centres', whose names may begin with a municipality's?
    fn is_of(&self, centres: &[String]) -> bool {
        self.centre
            .as_deref()
            .is_some_and(|id| centres.iter().any(|name| name.rsplit('/').next() == Some(id)))
    }
}

impl PhoneBook {
    /// The numbers of all folders.
    pub fn of<'f>(folders: impl Iterator<Item = &'f Folder>, own: &str) -> Self {
        let mut book = Self::default();
        for folder in folders {
            let owner = |phone: &Phone| Owner {
                municipality: folder.id.clone(),
                centre: None,
                service: None,
                phone: phone.clone(),
            };
            for phone in folder.config.iter().filter_map(|config| config.value.contact.phone.as_ref()) {
                book.add(owner(phone));
            }
            for centre in folder.centres.iter().map(|centre| &centre.value) {
                let of_centre = |phone| Owner { centre: Some(centre.id.clone()), ..owner(phone) };
                centre.phone.iter().for_each(|phone| book.add(of_centre(phone)));
                for service in &centre.services {
                    let name = || Some(name_of(service, centre, own));
                    service
                        .phone
                        .iter()
                        .for_each(|phone| book.add(Owner { service: name(), ..of_centre(phone) }));
                }
            }
        }
        book
    }

    fn add(&mut self, owner: Owner) {
        self.0.entry(owner.phone.international()).or_default().push(owner);
    }

    /// Whose a number is, in its international form.
    pub fn owners(&self, number: &str) -> &[Owner] {
        self.0.get(number).map_or(&[], Vec::as_slice)
    }

    /// The numbers of a folder's centres that differ in so little that one of them may be meant: in one or two digits. Those of the centres
    /// that the text is about come before all others; of the rest, all that are equally near.
    fn nearest(&self, number: &str, folder: &str, about: &[String]) -> Vec<&Owner> {
        let differs = |other: &str| {
            let pairs = number.bytes().zip(other.bytes());
            (number.len() == other.len()).then(|| pairs.filter(|(one, two)| one != two).count())
        };
        let all = self.0.iter().flat_map(|(other, owners)| owners.iter().map(move |owner| (other, owner)));
        let near = all.filter(|(_, owner)| owner.municipality == folder && owner.centre.is_some());
        let near = near.filter_map(|(other, owner)| Some((differs(other)?, owner)));
        let near: Vec<(usize, &Owner)> = near.filter(|(count, _)| *count <= 2).collect();
        let own: Vec<(usize, &Owner)> =
            near.iter().filter(|(_, owner)| owner.is_of(about)).copied().collect();
        let near = if own.is_empty() { near } else { own };
        let least = near.iter().map(|(count, _)| *count).min();
        near.into_iter().filter(|(count, _)| Some(*count) == least).map(|(_, owner)| owner).collect()
    }

    /// Words in braces that stand for a number in a text of a folder, to be copied: those of one of its own centres where it has any.
    pub(super) fn example(&self, folder: &Folder) -> String {
        let id = folder.id.as_str();
        let of_service =
            || self.0.values().flatten().find(|owner| owner.municipality == id && owner.centre.is_some());
        let elsewhere =
            || self.0.values().flatten().find(|owner| owner.centre.is_some() && folder.id == SHARED);
        let owner = self.examples(id, &[]).first().copied().or_else(of_service).or_else(elsewhere);
        let first = || folder.centres.first().map(|centre| format!("{{telefon {}}}", centre.value.id));
        owner
            .and_then(|owner| owner.fill(id))
            .or_else(first)
            .unwrap_or_else(|| "{telefon fittja}".to_string())
    }

    /// All numbers of some of a folder's centres: first those of the houses, then those of their services.
    pub(super) fn of_centres(&self, folder: &str, about: &[String]) -> Vec<&Owner> {
        let is_own = |owner: &&Owner| owner.municipality == folder && owner.is_of(about);
        let mut all: Vec<&Owner> = self.0.values().flatten().filter(is_own).collect();
        all.sort_by_key(|owner| (owner.service.is_some(), &owner.centre));
        all
    }

    /// The centres whose number can be asked for: those that the text is about, else all of the folder.
    pub(super) fn examples(&self, folder: &str, about: &[String]) -> Vec<&Owner> {
        let of_centre = |owner: &&Owner| {
            owner.municipality == folder && owner.centre.is_some() && owner.service.is_none()
        };
        let mut all: Vec<&Owner> = self.0.values().flatten().filter(of_centre).collect();
        all.sort_by_key(|owner| &owner.centre);
        let own: Vec<&Owner> = all.iter().filter(|owner| owner.is_of(about)).copied().collect();
        if own.is_empty() { all } else { own }
    }
}

/// A phone number in a text.
#[derive(Clone, Debug)]
pub struct PhoneUse {
    /// As it is called: `+46853061000`, or `112`.
    pub number: String,
    /// As it stands there.
    pub written: String,
    pub path: SourcePath,
    /// The place in the file.
    pub at: At,
    /// Is it a field of its own, which no words in braces can fill in?
    pub is_field: bool,
}

/// The phone numbers that somebody typed in the texts of a folder: in news and pages, and in the texts of YAML.
pub(super) fn uses(folder: &Folder, texts: &[ItemText<'_>]) -> Vec<PhoneUse> {
    let mut uses = Vec::new();
    for text in texts {
        text.runs().for_each(|run| in_run(run, text.path, &mut uses));
        for link in &text.prose.links {
            let at = At::Span(link.span.clone());
            uses.extend(in_link(&link.target).map(|(number, written)| PhoneUse {
                number,
                written,
                path: text.path.clone(),
                at,
                is_field: false,
            }));
        }
    }
    fields::each_run(folder, |run, path| in_run(run, path, &mut uses));
    folder.centres.iter().for_each(|centre| in_registrations(centre, &mut uses));
    uses
}

/// The numbers by which one signs up for activities: they stay when the service's is changed.
fn in_registrations(centre: &Sourced<Centre>, uses: &mut Vec<PhoneUse>) {
    for (index, activity) in centre.value.activities.iter().enumerate() {
        let phone = activity.registration.as_ref().and_then(|registration| registration.phone.as_ref());
        uses.extend(phone.map(|phone| PhoneUse {
            number: phone.international(),
            written: phone.shown(),
            path: centre.path.clone(),
            at: At::Value(vec![key("activities"), Seg::Index(index), key("registration"), key("phone")]),
            is_field: true,
        }));
    }
}

fn in_run(run: &Run, path: &SourcePath, uses: &mut Vec<PhoneUse>) {
    for contact in contacts::find(&run.text) {
        if let ContactKind::Phone(number) = contact.what {
            let written = run.text.get(contact.range.clone()).unwrap_or_default().to_string();
            uses.push(PhoneUse {
                number,
                written,
                path: path.clone(),
                at: run.at(&contact.range),
                is_field: false,
            });
        }
    }
}

/// The number of a link that calls.
fn in_link(target: &str) -> Option<(String, String)> {
    let number = target.strip_prefix("tel:")?;
    let phone = Phone::parse(number);
    Some((phone.map_or_else(|| number.to_string(), |phone| phone.international()), number.to_string()))
}

/// The centres that a file is about: that of a centre's own file, and those that a news item names.
fn about(folder: &Folder, path: &SourcePath) -> Vec<String> {
    let centre =
        folder.centres.iter().find(|centre| centre.path == *path).map(|centre| centre.value.id.clone());
    let news = folder.news.iter().find(|news| news.path == *path);
    news.map(|news| news.value.centres.clone()).unwrap_or_default().into_iter().chain(centre).collect()
}

/// The number of the service whose activity one signs up for, or else the centre's; and does the page show it by itself, where the sign-up has none?
pub(super) fn usual(folder: &Folder, phone: &PhoneUse) -> Option<(String, bool)> {
    let At::Value(way) = &phone.at else { return None };
    let [_, Seg::Index(place), ..] = way.as_slice() else { return None };
    let centre = &folder.centres.iter().find(|centre| centre.path == phone.path)?.value;
    let activity = centre.activities.get(*place)?;
    let service = activity.service.and_then(|place| centre.services.get(place));
    let usual = service.and_then(|service| service.phone.as_ref()).or(centre.phone.as_ref())?;
    let given = activity.registration.as_ref()?;
    let says_more = given.opens.is_some() || given.closes.is_some() || given.full;
    let is_shown = given.url.is_none()
        && given.email.is_none()
        && (says_more || activity.access == Some(Access::Booking));
    Some((usual.shown(), is_shown))
}

/// The numbers of some, each once.
fn shown(owners: &[&Owner]) -> String {
    let mut numbers: Vec<String> = owners.iter().map(|owner| owner.phone.shown()).collect();
    numbers.dedup();
    numbers.truncate(MOST);
    numbers.join(", ")
}

/// Asks about the numbers of a folder that no file has: each once in a file, and all at once where a file has many, as a list of staff has.
pub(super) fn lint(folder: &Folder, uses: &[PhoneUse], book: &PhoneBook) -> Vec<Diagnostic> {
    let mut told: HashSet<(&SourcePath, &str, bool)> = HashSet::new();
    let mut of_file: BTreeMap<(&SourcePath, bool), Vec<&PhoneUse>> = BTreeMap::new();
    for phone in uses {
        let number = phone.number.as_str();
        let is_national = !number.starts_with("+46")
            || NATIONAL.iter().any(|start| number.starts_with(start))
            || KNOWN.contains(&number);
        if !is_national
            && book.owners(number).is_empty()
            && told.insert((&phone.path, number, phone.is_field))
        {
            of_file.entry((&phone.path, phone.is_field)).or_default().push(phone);
        }
    }
    let none = PhoneBook::default();
    let mut compared = 0;
    // Where so many numbers are strange nobody reads what each of them might have been.
    let mut ask_one = |phone: &PhoneUse| {
        compared += 1;
        ask_of_one(folder, phone, if compared <= COMPARED { book } else { &none })
    };
    let ask = |phones: Vec<&PhoneUse>| match phones.as_slice() {
        [first, .., last] if phones.len() > ASKED && !first.is_field => {
            vec![ask_of_all(first, last, phones.len())]
        }
        _ => phones.into_iter().map(&mut ask_one).collect(),
    };
    of_file.into_values().flat_map(ask).collect()
}

fn ask_of_all(first: &PhoneUse, last: &PhoneUse, count: usize) -> Diagnostic {
    let diagnostic = Diagnostic::new(Code::UnknownPhone, &first.path, first.at.clone()).with("kind", "many");
    let diagnostic =
        diagnostic.with("count", count).with("number", &first.written).with("last", &last.written);
    diagnostic.with("meant", "none").with("proposal", "none").with("removable", "no")
}

fn ask_of_one(folder: &Folder, phone: &PhoneUse, book: &PhoneBook) -> Diagnostic {
    if phone.is_field {
        return ask_of_field(folder, phone, book);
    }
    let about = about(folder, &phone.path);
    let mut near = book.nearest(&phone.number, &folder.id, &about);
    let is_sure = matches!(near.as_slice(), [only] if only.service.is_none());
    if !near.is_empty() && !is_sure {
        // The one that was changed need not be like the one it was changed to.
        let houses: Vec<String> = near.iter().filter_map(|owner| owner.centre.clone()).collect();
        let own = match about.is_empty() {
            true => book.examples(&folder.id, &houses),
            false => book.of_centres(&folder.id, &about),
        };
        let more: Vec<&Owner> = own.into_iter().filter(|owner| !near.contains(owner)).collect();
        near.extend(more.into_iter().take(MOST.saturating_sub(near.len())));
    }
    let owners = if near.is_empty() { book.examples(&folder.id, &about) } else { near.clone() };
    let fills: Vec<String> = owners.iter().filter_map(|owner| owner.fill(&folder.id)).collect();
    let count = fills.len();
    let fills = if count > MOST { &[] } else { fills.as_slice() };
    let none = || "none".to_string();
    let meant = if near.is_empty() { none() } else { shown(&near) };
    let proposal = if fills.is_empty() { none() } else { fills.join(", ") };
    let diagnostic = Diagnostic::new(Code::UnknownPhone, &phone.path, phone.at.clone()).with("kind", "one");
    let diagnostic = diagnostic.with("count", count).with("last", "none").with("removable", "no");
    diagnostic.with("number", &phone.written).with("meant", meant).with("proposal", proposal)
}

/// Asks about the number of a sign-up: it is the file's own service's that is meant, or somebody else's.
fn ask_of_field(folder: &Folder, phone: &PhoneUse, book: &PhoneBook) -> Diagnostic {
    let about = about(folder, &phone.path);
    let usual = usual(folder, phone);
    let near = book.nearest(&phone.number, &folder.id, &about);
    let near = if near.is_empty() { book.examples(&folder.id, &about) } else { near };
    let house = book.examples(&folder.id, &about);
    let near = near.iter().chain(&house).filter(|owner| owner.is_of(&about)).map(|owner| owner.shown());
    let removable = usual.as_ref().is_some_and(|(_, is_shown)| *is_shown);
    let mut numbers: Vec<String> = Vec::new();
    for number in usual.into_iter().map(|(number, _)| number).chain(near) {
        if !numbers.contains(&number) && numbers.len() < MOST {
            numbers.push(number);
        }
    }
    let meant = if numbers.is_empty() { "none".to_string() } else { numbers.join(", ") };
    let diagnostic = Diagnostic::new(Code::UnknownPhone, &phone.path, phone.at.clone()).with("kind", "field");
    let diagnostic = diagnostic.with("count", numbers.len()).with("last", "none").with("example", "none");
    let diagnostic = diagnostic.with("removable", if removable { "yes" } else { "no" });
    diagnostic.with("number", &phone.written).with("meant", meant).with("proposal", "none")
}
