//! A centre's file that was copied for another centre, where not all was changed: a parent who calls the one reaches the other.
//!
//! Every number is a number, so a build can tell nothing. What is told is what a copy leaves behind: contacts that are all another centre's,
//! and names of services and addresses that hold another centre's name. One number that two houses have is asked about: it may be a slip or what
//! a copy left. A switchboard that three or more share is one contact, and no copy.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key, slug_of};
use crate::model::{Folder, Sourced};
use crate::parse::centre::{Centre, Geo};
use crate::parse::files::Status;

/// How words begin that many centres have in their names, so that they tell no centre from another.
const COMMON: [&str; 34] = [
    "barn",
    "bvc",
    "center",
    "centr",
    "child",
    "familj",
    "family",
    "foral",
    "forsk",
    "gamla",
    "halso",
    "health",
    "hus",
    "inre",
    "kommun",
    "lilla",
    "modra",
    "mottagning",
    "motes",
    "mvc",
    "nedre",
    "norra",
    "nya",
    "open",
    "oppen",
    "oppna",
    "ovre",
    "ostra",
    "parent",
    "region",
    "resurs",
    "social",
    "sodra",
    "stora",
];

/// More of them, which are whole words.
const WHOLE: [&str; 8] =
    ["stad", "staden", "torg", "torget", "vard", "vardcentral", "vardcentralen", "vastra"];

/// The fewest letters of a name that tells a centre from others.
const SHORTEST: usize = 4;

/// So many centres with the same contact are compared.
const COMPARED: usize = 32;

/// So many contacts are named that two files have in common.
const SHOWN: usize = 6;

/// What the centres of a site have by which one is known from another.
#[derive(Debug, Default)]
pub struct Centres {
    all: Vec<KnownCentre>,
    of_file: HashMap<SourcePath, usize>,
    of_contact: HashMap<String, Vec<usize>>,
    /// Of those whose contacts are the same, by these: the one that most likely had them first.
    first: HashMap<Vec<String>, usize>,
    of_municipality: HashMap<String, Vec<usize>>,
}

/// A centre.
#[derive(Debug)]
struct KnownCentre {
    path: SourcePath,
    name: String,
    /// Phone numbers and mail addresses, each as it is compared and as it is shown.
    contacts: BTreeMap<String, String>,
    /// The words of its name that no other centre of the municipality has.
    words: BTreeSet<String>,
    /// Has something in it the centre's own name?
    names_itself: bool,
    street: String,
    place: Option<Geo>,
    /// How to get there and its notices, with the way to each.
    texts: Vec<(Vec<Seg>, String)>,
    is_closed: bool,
}

/// Something that a centre is reached by or called, with the way to it.
struct Called {
    way: Vec<Seg>,
    text: String,
    /// Its words, as slugs.
    words: Vec<String>,
    /// Is it a mail address, in which a name may be a part of a word?
    is_mail: bool,
}

impl Called {
    fn holds(&self, name: &str) -> bool {
        self.names().any(|held| held == name)
    }

    /// What may be a centre's name in it: its words, and in a mail address how these begin and end.
    fn names(&self) -> impl Iterator<Item = &str> {
        self.words.iter().flat_map(|word| {
            let whole = [Some(word.as_str()), word.strip_suffix('s')].into_iter().flatten();
            let cuts = (SHORTEST..word.len()).take_while(|_| self.is_mail && word.is_ascii());
            let parts = cuts.flat_map(|at| [word.get(..at), word.get(word.len() - at..)]).flatten();
            whole.chain(parts)
        })
    }
}

impl Centres {
    /// The centres of all folders.
    pub fn of<'f>(folders: impl Iterator<Item = &'f Folder>, own: &str) -> Self {
        let mut centres = Self::default();
        for folder in folders {
            let mut own_words: HashMap<String, usize> = HashMap::new();
            let names: Vec<BTreeSet<String>> =
                folder.centres.iter().map(|centre| name_words(&centre.value, folder)).collect();
            for word in names.iter().flatten() {
                *own_words.entry(word.clone()).or_default() += 1;
            }
            for (centre, words) in folder.centres.iter().zip(names) {
                let words = words.into_iter().filter(|word| own_words.get(word) == Some(&1)).collect();
                centres.add(centre, folder, (words, own));
            }
        }
        centres
    }

    fn add(&mut self, centre: &Sourced<Centre>, folder: &Folder, (words, own): (BTreeSet<String>, &str)) {
        let value = &centre.value;
        let called = called(value);
        let known = KnownCentre {
            path: centre.path.clone(),
            name: value.name.in_language(own, own).0.to_string(),
            contacts: contacts(value, folder),
            names_itself: words.iter().any(|word| called.iter().any(|called| called.holds(word))),
            words,
            street: value.address.as_ref().map(|address| slug_of(&address.street)).unwrap_or_default(),
            place: value.geo,
            texts: own_texts(value),
            is_closed: value.status == Status::Closed,
        };
        let index = self.all.len();
        if !known.is_closed {
            for contact in known.contacts.keys() {
                self.of_contact.entry(contact.clone()).or_default().push(index);
            }
            // The one that a number or name is called after had them first.
            let first = self.first.entry(known.contacts.keys().cloned().collect()).or_insert(index);
            if self.all.get(*first).is_some_and(|before| rank(&known) < rank(before)) {
                *first = index;
            }
        }
        self.of_file.insert(known.path.clone(), index);
        self.of_municipality.entry(folder.id.clone()).or_default().push(index);
        self.all.push(known);
    }

    /// The centre that has all contacts of this one, and from which they most likely were copied.
    fn original(&self, index: usize) -> Option<&KnownCentre> {
        let known = self.all.get(index).filter(|known| !known.is_closed && known.contacts.len() > 1)?;
        let key: Vec<String> = known.contacts.keys().cloned().collect();
        let first = self.first.get(&key).filter(|first| **first != index);
        if let Some(first) = first {
            return self.all.get(*first);
        }
        let rarest =
            key.iter().filter_map(|contact| self.of_contact.get(contact)).min_by_key(|held| held.len())?;
        let others = rarest.iter().filter(|at| **at != index).take(COMPARED);
        let mut others = others.filter_map(|at| self.all.get(*at));
        // Those that have the same and no more are told themselves.
        others.find(|other| {
            other.contacts.len() > key.len() && key.iter().all(|contact| other.contacts.contains_key(contact))
        })
    }
}

impl Centres {
    /// The words by which the centres of a folder are told from each other, with the centres' ids.
    pub(super) fn names_of<'f>(&self, folder: &'f Folder) -> HashMap<String, &'f str> {
        let of_centre = |centre: &'f Sourced<Centre>| {
            let known = self.of_file.get(&centre.path).and_then(|at| self.all.get(*at));
            let words = known.map(|known| known.words.clone()).unwrap_or_default();
            words.into_iter().map(|word| (word, centre.value.id.as_str())).collect::<Vec<_>>()
        };
        folder.centres.iter().flat_map(of_centre).collect()
    }
}

/// Looks at the centres of a folder.
pub fn lint(folder: &Folder, centres: &Centres) -> Vec<Diagnostic> {
    let own = centres.of_municipality.get(&folder.id).into_iter().flatten();
    let mut names: HashMap<&str, &KnownCentre> = HashMap::new();
    let mut places: HashMap<Geo, Vec<&KnownCentre>> = HashMap::new();
    let mut texts: HashMap<&str, Vec<&KnownCentre>> = HashMap::new();
    let mut contacts: HashMap<&str, Vec<&KnownCentre>> = HashMap::new();
    for known in own.filter_map(|at| centres.all.get(*at)).filter(|known| !known.is_closed) {
        names.extend(known.words.iter().map(|word| (word.as_str(), known)));
        if let Some(place) = known.place {
            places.entry(place).or_default().push(known);
        }
        for (_, text) in &known.texts {
            texts.entry(text.as_str()).or_default().push(known);
        }
        for contact in known.contacts.keys() {
            contacts.entry(contact.as_str()).or_default().push(known);
        }
    }
    let mut found = Vec::new();
    for centre in &folder.centres {
        let Some(index) = centres.of_file.get(&centre.path).copied() else { continue };
        let Some(known) = centres.all.get(index).filter(|known| !known.is_closed) else { continue };
        let original = centres.original(index);
        found.extend(original.map(|original| told_of_contacts(centre, known, original)));
        let of_names = told_of_names(centre, known, &names, original);
        if original.is_none() {
            found.extend(told_of_some(centre, known, &contacts, &of_names));
        }
        found.extend(of_names);
        found.extend(told_of_place(centre, known, &places));
        found.extend(told_of_texts(centre, known, &texts));
    }
    found
}

/// A point of the map that another centre of the municipality has, in another street.
fn told_of_place(
    centre: &Sourced<Centre>,
    known: &KnownCentre,
    places: &HashMap<Geo, Vec<&KnownCentre>>,
) -> Option<Diagnostic> {
    let others = places.get(&known.place?)?;
    let first = others.iter().find(|other| other.path != known.path && other.street != known.street)?;
    // Of two files the later one is told, unless it is the one whose name the others have.
    let is_later = rank(first) < rank(known);
    let at = At::field("geo");
    let diagnostic = Diagnostic::new(Code::CentreCopied, &centre.path, at).with("kind", "place");
    let diagnostic = diagnostic.with("same", "none").with("value", &known.name);
    is_later.then(|| diagnostic.with("other", &first.path).with("name", &first.name))
}

/// How to get there, and notices, in the very words of a centre in another street.
fn told_of_texts(
    centre: &Sourced<Centre>,
    known: &KnownCentre,
    texts: &HashMap<&str, Vec<&KnownCentre>>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (way, text) in &known.texts {
        let others = texts.get(text.as_str()).into_iter().flatten().take(COMPARED);
        let mut others = others.filter(|other| other.path != known.path && other.street != known.street);
        let Some(other) = others.find(|other| rank(other) < rank(known)) else { continue };
        let diagnostic = Diagnostic::new(Code::CentreCopied, &centre.path, At::Value(way.clone()));
        let diagnostic = diagnostic.with("kind", "text").with("same", super::shortened(text, 60));
        let diagnostic = diagnostic.with("value", &known.name);
        found.push(diagnostic.with("other", &other.path).with("name", &other.name));
    }
    found
}

/// The one that a number or name is called after had it first, else the file that comes first.
fn rank(known: &KnownCentre) -> (bool, &SourcePath) {
    (!known.names_itself, &known.path)
}

fn told_of_contacts(centre: &Sourced<Centre>, known: &KnownCentre, original: &KnownCentre) -> Diagnostic {
    let value = &centre.value;
    let has_own = [("phone", value.phone.is_some()), ("email", value.email.is_some())];
    let way = match has_own.iter().find(|(_, is_there)| *is_there) {
        Some((field, _)) => vec![key(field)],
        None => vec![key("services")],
    };
    let mut same: Vec<&str> = known.contacts.values().map(String::as_str).collect();
    same.truncate(SHOWN);
    let diagnostic =
        Diagnostic::new(Code::CentreCopied, &centre.path, At::Value(way)).with("kind", "contacts");
    let diagnostic = diagnostic.with("same", same.join(", ")).with("value", &known.name);
    diagnostic.with("other", &original.path).with("name", &original.name)
}

/// Numbers and mail addresses, not all, that one other centre of the municipality has too, in another street.
fn told_of_some(
    centre: &Sourced<Centre>,
    known: &KnownCentre,
    contacts: &HashMap<&str, Vec<&KnownCentre>>,
    told: &[Diagnostic],
) -> Option<Diagnostic> {
    let is_told = |way: &[Seg]| told.iter().any(|found| found.at == At::Value(way.to_vec()));
    let shared = |contact: &str| match contacts.get(contact).map(Vec::as_slice) {
        // Of two files the later one is told. Three or more share a switchboard.
        Some([one, two]) => [*one, *two].into_iter().find(|other| {
            other.path != known.path && other.street != known.street && rank(other) < rank(known)
        }),
        _ => None,
    };
    let mut original: Option<&KnownCentre> = None;
    let mut same: Vec<&str> = Vec::new();
    let mut place = None;
    for (way, contact) in ways_of(&centre.value) {
        let Some(other) = shared(&contact).filter(|_| !is_told(&way)) else { continue };
        let first = *original.get_or_insert(other);
        let shown = known.contacts.get(&contact).map(String::as_str).filter(|_| first.path == other.path);
        if let Some(shown) = shown.filter(|shown| !same.contains(shown)) {
            same.push(shown);
        }
        place = place.or(Some(way));
    }
    let (original, place) = (original?, place?);
    let count = same.len();
    same.truncate(SHOWN);
    let diagnostic = Diagnostic::new(Code::CentreCopied, &centre.path, At::Value(place));
    let kind = if count == 1 { "one" } else { "some" };
    let diagnostic = diagnostic.with("kind", kind).with("same", same.join(", ")).with("value", &known.name);
    Some(diagnostic.with("other", &original.path).with("name", &original.name))
}

/// The numbers and the mail address of a centre as they are compared, each with the way to it.
fn ways_of(centre: &Centre) -> Vec<(Vec<Seg>, String)> {
    let own = centre.phone.iter().map(|phone| (vec![key("phone")], phone.international()));
    let services = centre.services.iter().enumerate().filter_map(|(index, service)| {
        let way = vec![key("services"), Seg::Index(index), key("phone")];
        Some((way, service.phone.as_ref()?.international()))
    });
    let email = centre.email.iter().map(|email| (vec![key("email")], email.as_str().to_lowercase()));
    own.chain(services).chain(email).collect()
}

fn told_of_names(
    centre: &Sourced<Centre>,
    known: &KnownCentre,
    names: &HashMap<&str, &KnownCentre>,
    original: Option<&KnownCentre>,
) -> Vec<Diagnostic> {
    // What lies in a street that is called like the other may be called so too.
    let near: HashSet<String> = centre.value.address.iter().flat_map(|at| words_of(&at.street)).collect();
    let theirs = |name: &str| {
        let of_original = original.filter(|other| other.words.contains(name));
        let other = of_original.or_else(|| names.get(name).copied())?;
        (other.path != known.path && !near.contains(name)).then_some(other)
    };
    let mut found = Vec::new();
    for called in called(&centre.value) {
        // Of the contacts that are the other's was told.
        let is_told = original.is_some() && called.way.last().and_then(Seg::key) == Some("email");
        if is_told || known.words.iter().any(|word| called.holds(word)) {
            continue;
        }
        let Some(other) = called.names().find_map(theirs) else { continue };
        let at = At::Value(called.way.clone());
        let diagnostic = Diagnostic::new(Code::CentreCopied, &centre.path, at).with("kind", "name");
        let diagnostic = diagnostic.with("same", "none").with("value", &called.text);
        found.push(diagnostic.with("other", &other.path).with("name", &other.name));
    }
    found
}

/// The numbers and mail addresses of a centre and its services, but for those that are the whole municipality's.
fn contacts(centre: &Centre, folder: &Folder) -> BTreeMap<String, String> {
    let phones =
        centre.phone.iter().chain(centre.services.iter().filter_map(|service| service.phone.as_ref()));
    let mut all: BTreeMap<String, String> =
        phones.map(|phone| (phone.international(), phone.shown())).collect();
    all.extend(centre.email.iter().map(|email| (email.as_str().to_lowercase(), email.as_str().to_string())));
    if let Some(config) = &folder.config {
        let contact = &config.value.contact;
        contact.phone.iter().for_each(|phone| drop(all.remove(&phone.international())));
        contact.email.iter().for_each(|email| drop(all.remove(&email.as_str().to_lowercase())));
    }
    all
}

/// What a centre is reached by and what its services are called.
fn called(centre: &Centre) -> Vec<Called> {
    let mut all = Vec::new();
    let mut add = |way: Vec<Seg>, text: &str, is_mail: bool| {
        // Where a mail address leads is the organisation's, before the sign is the centre's.
        let own = if is_mail { text.split('@').next().unwrap_or_default() } else { text };
        all.push(Called { way, text: text.to_string(), words: words_of(own).collect(), is_mail });
    };
    if let Some(email) = &centre.email {
        add(vec![key("email")], email.as_str(), true);
    }
    if let Some(url) = &centre.url {
        add(vec![key("url")], url.as_str(), false);
    }
    for (index, service) in centre.services.iter().enumerate() {
        let way = |name| vec![key("services"), Seg::Index(index), key(name)];
        for (lang, name) in service.name.iter().flat_map(crate::parse::values::Text::each) {
            add(super::way_in(&way("name"), lang), name, false);
        }
        if let Some(url) = &service.url {
            add(way("url"), url.as_str(), false);
        }
    }
    all
}

/// What is said of the way to a centre and in its notices, where it is more than a few words.
fn own_texts(centre: &Centre) -> Vec<(Vec<Seg>, String)> {
    const LEAST: usize = 20;
    let there = centre.getting_there.each();
    let there = there.map(|(name, text)| (vec![key("getting_there"), key(name)], text));
    let notices = centre.notices.iter().enumerate();
    let notices = notices.filter_map(|(index, notice)| {
        Some((vec![key("notices"), Seg::Index(index), key("body")], notice.body.as_ref()?))
    });
    let all = there.chain(notices).flat_map(|(way, text)| {
        text.each()
            .map(move |(lang, text)| (super::way_in(&way, lang), text.trim().to_string()))
            .collect::<Vec<_>>()
    });
    all.filter(|(_, text)| text.chars().count() >= LEAST).collect()
}

/// The words of a centre's name that may tell it from others.
fn name_words(centre: &Centre, folder: &Folder) -> BTreeSet<String> {
    let place = folder.config.iter().flat_map(|config| config.value.name.each()).map(|(_, name)| name);
    let place: HashSet<String> = place.chain([folder.id.as_str()]).flat_map(words_of).collect();
    let is_own = |word: &String| {
        let is_place =
            place.contains(word) || word.strip_suffix('s').is_some_and(|word| place.contains(word));
        let is_common =
            COMMON.iter().any(|common| word.starts_with(common)) || WHOLE.contains(&word.as_str());
        word.len() >= SHORTEST && !is_place && !is_common && !word.bytes().any(|byte| byte.is_ascii_digit())
    };
    centre.name.each().flat_map(|(_, name)| words_of(name)).filter(is_own).collect()
}

fn words_of(text: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = text.split(|c: char| !c.is_alphanumeric()).map(slug_of).collect();
    words.into_iter().filter(|word| !word.is_empty())
}
