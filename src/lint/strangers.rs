//! Phone numbers of another centre than the one that a text is about. A number that was changed stays behind in the texts; where another centre still
//! has it, it is a number of the site, and a parent reaches the wrong house.
//!
//! What a text is about is known where it says so: by `centres:`, by links, boxes and words in braces, or since it is a centre's own file. Where
//! the other centre, or what it does, is named in the text too, its number belongs there. A text that is about no centre says nothing.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::phones::{Owner, PhoneBook, PhoneUse};
use super::{Text, fields};
use crate::base::{Code, Diagnostic, SourcePath, slug_of};
use crate::model::Folder;
use crate::parse::article::{News, Page, Refs};
use crate::parse::centre::Centre;

/// The fewest letters of a word that a centre is known by.
const SHORTEST: usize = 3;

/// How many centres a text is about at the most for a number to be compared with them.
const MOST: usize = 3;

/// Words that many centres and services have in their names.
const COMMON: [&str; 12] = [
    "familjecentral",
    "familjecentralen",
    "oppna",
    "forskolan",
    "forskola",
    "bvc",
    "bmm",
    "mottagning",
    "mottagningen",
    "kommun",
    "centrum",
    "och",
];

/// Looks at the numbers that somebody typed in the texts of a folder.
pub(super) fn lint(
    folder: &Folder,
    texts: &[Text<'_>],
    uses: &[PhoneUse],
    book: &PhoneBook,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let known = Known::of(folder, texts);
    let mut told: HashSet<(&SourcePath, &str)> = HashSet::new();
    let mut before: Option<(&SourcePath, Option<Subject>)> = None;
    for phone in uses {
        let owners = book.owners(&phone.number);
        // A number of the municipality's, or of another one, may be anybody's.
        let is_of_centres =
            owners.iter().all(|owner| owner.municipality == folder.id && owner.centre.is_some());
        if owners.is_empty() || !is_of_centres || !told.insert((&phone.path, &phone.number)) {
            continue;
        }
        // The uses of a file follow each other.
        if before.as_ref().is_none_or(|(path, _)| **path != phone.path) {
            before = Some((&phone.path, Subject::of(folder, &known, &phone.path)));
        }
        let Some((_, Some(subject))) = &before else { continue };
        if let Some(owner) =
            owners.first().filter(|_| owners.iter().all(|owner| subject.is_stranger(folder, owner)))
        {
            found.extend(tell(folder, phone, (subject, owner), book));
        }
    }
    found
}

fn tell(
    folder: &Folder,
    phone: &PhoneUse,
    (subject, owner): (&Subject, &Owner),
    book: &PhoneBook,
) -> Option<Diagnostic> {
    let name = |id: &str| {
        let centre = folder.centres.iter().find(|centre| centre.value.id == id)?;
        centre.value.name.each().next().map(|(_, name)| name.to_string())
    };
    let about: Vec<String> = subject.about.iter().filter_map(|id| name(id)).collect();
    let about_ids: Vec<String> = subject.about.iter().cloned().collect();
    let own = book.examples(&folder.id, &about_ids);
    let own = own.iter().find(|own| own.centre.as_ref().is_some_and(|id| subject.about.contains(id)));
    let diagnostic = Diagnostic::new(Code::PhoneOfAnother, &phone.path, phone.at.clone());
    let diagnostic = diagnostic.with("number", &phone.written).with("about", about.join(", "));
    let diagnostic = diagnostic.with("other", name(owner.centre.as_deref()?)?);
    // A field of its own has the number itself.
    let proposal = own.and_then(|own| if phone.is_field { Some(own.shown()) } else { own.fill(&folder.id) });
    Some(diagnostic.with("proposal", proposal.as_deref().unwrap_or("none")))
}

/// The texts of a folder by their files: each has numbers, and there are many.
struct Known<'a> {
    texts: HashMap<&'a SourcePath, &'a Text<'a>>,
    news: HashMap<&'a SourcePath, &'a News>,
    pages: HashMap<&'a SourcePath, &'a Page>,
}

impl<'a> Known<'a> {
    fn of(folder: &'a Folder, texts: &'a [Text<'a>]) -> Self {
        Self {
            texts: texts.iter().map(|text| (text.path, text)).collect(),
            news: folder.news.iter().map(|news| (&news.path, &*news.value)).collect(),
            pages: folder.pages.iter().map(|page| (&page.path, &*page.value)).collect(),
        }
    }
}

/// What a file is about.
struct Subject {
    /// Centres of the folder.
    about: BTreeSet<String>,
    /// All words of the file, as slugs.
    words: HashSet<String>,
}

impl Subject {
    fn of(folder: &Folder, known: &Known<'_>, path: &SourcePath) -> Option<Self> {
        let centre = folder.centres.iter().find(|centre| centre.path == *path);
        let (news, page) = (known.news.get(path), known.pages.get(path));
        let mut names: Vec<&str> = centre.iter().map(|centre| centre.value.id.as_str()).collect();
        names.extend(news.iter().flat_map(|news| &news.centres).map(String::as_str));
        let refs = news.map(|news| &news.refs).or(page.map(|page| &page.refs));
        names.extend(refs.into_iter().flat_map(named));
        let about: BTreeSet<String> =
            names.into_iter().filter_map(|name| name.rsplit('/').next()).map(String::from).collect();
        if about.is_empty() || about.len() > MOST {
            return None;
        }
        let mut words = HashSet::new();
        let mut add = |text: &str| words.extend(text.split(|c: char| !c.is_alphanumeric()).map(slug_of));
        if let Some(text) = known.texts.get(path) {
            text.runs().for_each(|run| add(&run.text));
            text.prose.links.iter().for_each(|link| add(&link.target));
        }
        if centre.is_some() {
            fields::each_run_with(
                folder,
                |_| true,
                |run, file| {
                    if file == path {
                        add(&run.text)
                    }
                },
            );
        }
        Some(Self { about, words })
    }

    /// Is a number's owner a centre that the text says nothing of?
    fn is_stranger(&self, folder: &Folder, owner: &Owner) -> bool {
        let Some(id) = owner.centre.as_deref().filter(|id| !self.about.contains(*id)) else { return false };
        let Some(centre) = folder.centres.iter().find(|centre| centre.value.id == id) else { return false };
        !known_by(&centre.value).iter().any(|word| self.words.contains(word))
    }
}

/// The centres that a text leads to.
fn named(refs: &Refs) -> impl Iterator<Item = &str> {
    let links = refs.links.iter().filter_map(|link| {
        let (_, file) = link.target.rsplit_once("centres/")?;
        file.strip_suffix(".yaml")
    });
    let boxes = refs.centres.iter().map(|centre| centre.name.as_str());
    let fills = refs.fills.iter().filter_map(|asked| asked.fill.names.first()).map(String::as_str);
    links.chain(boxes).chain(fills)
}

/// The words that a text names a centre by: those of its name, of its services' names and of its street.
fn known_by(centre: &Centre) -> HashSet<String> {
    let names = centre.name.each().map(|(_, name)| name);
    let services =
        centre.services.iter().flat_map(|service| service.name.iter().flat_map(|name| name.each()));
    let street = centre.address.iter().map(|address| address.street.as_str());
    let all = names.chain(services.map(|(_, name)| name)).chain(street).chain([centre.id.as_str()]);
    let words = all.flat_map(|name| name.split(|c: char| !c.is_alphanumeric()).map(slug_of));
    words.filter(|word| word.len() >= SHORTEST && !COMMON.contains(&word.as_str())).collect()
}
