//! Which centres a text is about, as a whole and below each of its headings: so that what belongs to another one is seen.
//!
//! What a text is about is known where it says so: by `centres:`, by its title, by links and boxes, or since it is a centre's own file. Words in
//! braces say so only where nothing else does: they are what may have come along with a copy. A heading that names a centre begins a part that is
//! about this one alone.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::ItemText;
use super::copied::Centres;
use super::prose::RunKind;
use crate::base::{At, SourcePath, slug_of};
use crate::model::{Folder, Sourced, texts};
use crate::parse::article::{News, Refs};
use crate::parse::centre::Centre;
use crate::parse::fills;

/// How many centres a text is about at the most for what it says to be compared with them.
const MOST: usize = 3;

/// The fewest letters of a word that a centre is known by.
const SHORTEST: usize = 3;

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

/// What a text, or a part of it, is about.
pub(super) struct TextSubject {
    /// Centres of the folder.
    pub about: BTreeSet<String>,
    /// Does it say so itself, in more than words in braces?
    pub is_declared: bool,
    /// All words in it, as slugs.
    words: HashSet<String>,
    /// What was found of the centres that were asked about: each is asked about with every value that is its own.
    asked: RefCell<HashMap<String, bool>>,
}

impl TextSubject {
    /// Has it one of these words, or one with an s behind it? The fewer are looked up among the more: a text may have many thousand parts, and a
    /// centre a thousand words.
    fn has_one_of(&self, known: &HashSet<String>) -> bool {
        if self.words.len() < known.len() {
            let is_known = |word: &str| known.contains(word);
            self.words.iter().any(|word| is_known(word) || word.strip_suffix('s').is_some_and(is_known))
        } else {
            known.iter().any(|word| self.words.contains(word) || self.words.contains(&format!("{word}s")))
        }
    }

    fn add_words(&mut self, text: &str) {
        self.words.extend(text.split(|c: char| !c.is_alphanumeric()).map(slug_of));
    }
}

/// What a file is about.
#[derive(Default)]
pub(super) struct Subjects {
    whole: Option<TextSubject>,
    /// The parts below headings that name a centre.
    parts: Vec<TextSubject>,
    /// From where on in the file a part holds, or none, in order.
    bounds: Vec<(usize, Option<usize>)>,
}

impl Subjects {
    /// What a place of the file is about.
    pub(super) fn at(&self, at: &At) -> Option<&TextSubject> {
        let part = match at {
            At::Span(span) => self.part(span.start),
            _ => None,
        };
        part.and_then(|part| self.parts.get(part)).or(self.whole.as_ref())
    }

    fn part(&self, place: usize) -> Option<usize> {
        let after = self.bounds.partition_point(|(start, _)| *start <= place);
        self.bounds.get(after.checked_sub(1)?)?.1
    }

    /// Finds the headings that name a centre.
    fn divide(&mut self, text: &ItemText<'_>, names: &HashMap<String, &str>) {
        let mut open: Vec<(usize, usize)> = Vec::new();
        for run in &text.prose.runs {
            if let RunKind::Heading(level) = run.kind {
                open.retain(|(above, _)| *above < level);
                let about = named(&run.text, names);
                if !about.is_empty() && about.len() <= MOST {
                    open.push((level, self.parts.len()));
                    self.parts.push(TextSubject {
                        about,
                        is_declared: true,
                        words: HashSet::new(),
                        asked: RefCell::default(),
                    });
                }
                self.bounds.push((run.span.start, open.last().map(|(_, part)| *part)));
            }
            for (_, part) in &open {
                if let Some(subject) = self.parts.get_mut(*part) {
                    subject.add_words(&run.text);
                }
            }
        }
        for link in &text.prose.links {
            if let Some(subject) = self.part(link.span.start).and_then(|part| self.parts.get_mut(part)) {
                subject.add_words(&link.target);
            }
        }
    }
}

/// The files of a folder by what tells what they are about: each has numbers, and there are many.
pub(super) struct KnownSubjects<'a> {
    texts: HashMap<&'a SourcePath, &'a ItemText<'a>>,
    news: HashMap<&'a SourcePath, &'a News>,
    refs: HashMap<&'a SourcePath, &'a Refs>,
    centres: HashMap<&'a SourcePath, &'a Sourced<Centre>>,
    by_id: HashMap<&'a str, &'a Centre>,
    names: HashMap<String, &'a str>,
    /// The words that centres are known by, of those that were asked about: each part of a text asks.
    known_by: RefCell<HashMap<String, HashSet<String>>>,
}

impl<'a> KnownSubjects<'a> {
    pub(super) fn of(folder: &'a Folder, texts: &'a [ItemText<'a>], centres: &Centres) -> Self {
        Self {
            texts: texts.iter().map(|text| (text.path, text)).collect(),
            news: folder.news.iter().map(|news| (&news.path, &*news.value)).collect(),
            refs: folder.articles().map(|(path, text)| (path, text.refs)).collect(),
            centres: folder.centres.iter().map(|centre| (&centre.path, centre)).collect(),
            by_id: folder.centres.iter().map(|one| (one.value.id.as_str(), &*one.value)).collect(),
            names: centres.names_of(folder),
            known_by: RefCell::default(),
        }
    }

    /// Is this a centre that a text says nothing of?
    pub(super) fn is_stranger(&self, subject: &TextSubject, centre: &Centre) -> bool {
        let is_known = || {
            let mut all = self.known_by.borrow_mut();
            subject.has_one_of(all.entry(centre.id.clone()).or_insert_with(|| known_by(centre)))
        };
        !subject.about.contains(&centre.id)
            && !*subject.asked.borrow_mut().entry(centre.id.clone()).or_insert_with(is_known)
    }

    /// A centre of the folder.
    pub(super) fn centre(&self, id: &str) -> Option<&'a Centre> {
        self.by_id.get(id).copied()
    }

    /// What a text's body refers to.
    pub(super) fn refs(&self, path: &SourcePath) -> Option<&'a Refs> {
        self.refs.get(path).copied()
    }

    /// What a file is about.
    pub(super) fn subjects(&self, path: &SourcePath) -> Subjects {
        let mut subjects = Subjects { whole: self.whole(path), ..Subjects::default() };
        if let Some(text) = self.texts.get(path) {
            subjects.divide(text, &self.names);
        }
        subjects
    }

    fn whole(&self, path: &SourcePath) -> Option<TextSubject> {
        let centre = self.centres.get(path);
        let mut about: BTreeSet<String> = centre.iter().map(|centre| centre.value.id.clone()).collect();
        about.extend(self.news.get(path).iter().flat_map(|news| &news.centres).map(|name| last(name)));
        if let Some(text) = self.texts.get(path).filter(|_| about.is_empty()) {
            about = named(text.title, &self.names);
        }
        let refs = self.refs(path);
        about.extend(refs.into_iter().flat_map(led_to).map(last));
        let is_declared = !about.is_empty();
        if !is_declared {
            let asked = refs.into_iter().flat_map(|refs| &refs.fills);
            about.extend(asked.filter_map(|asked| asked.fill.names.first()).map(|name| last(name)));
        }
        if about.is_empty() || about.len() > MOST {
            return None;
        }
        let mut subject =
            TextSubject { about, is_declared, words: HashSet::new(), asked: RefCell::default() };
        if let Some(text) = self.texts.get(path) {
            text.runs().for_each(|run| subject.add_words(&run.text));
            text.prose.links.iter().for_each(|link| subject.add_words(&link.target));
        }
        if let Some(centre) = centre {
            texts::of_centre(&centre.value, &mut |text, _, _| {
                text.each().for_each(|(_, text)| subject.add_words(&without_fills(text)));
            });
        }
        Some(subject)
    }
}

fn last(name: &str) -> String {
    name.rsplit('/').next().unwrap_or(name).to_string()
}

/// The centres that a few words name, as a title or a heading does.
fn named(words: &str, names: &HashMap<String, &str>) -> BTreeSet<String> {
    let words = words.split(|c: char| !c.is_alphanumeric()).map(slug_of);
    let known = |word: String| {
        let of_whose = || word.strip_suffix('s').and_then(|word| names.get(word));
        names.get(&word).or_else(of_whose).map(|id| (*id).to_string())
    };
    words.filter_map(known).collect()
}

/// The centres that a text leads to.
fn led_to(refs: &Refs) -> impl Iterator<Item = &str> {
    let links = refs.links.iter().filter_map(|link| {
        let (_, file) = link.target.rsplit_once("centres/")?;
        file.strip_suffix(".yaml")
    });
    links.chain(refs.centres.iter().map(|centre| centre.name.as_str()))
}

/// A text but for words in braces: they are no words of the writer's.
fn without_fills(text: &str) -> String {
    let mut rest = String::with_capacity(text.len());
    let mut from = 0;
    for (range, _) in fills::find(text) {
        rest.push_str(text.get(from..range.start).unwrap_or_default());
        rest.push(' ');
        from = range.end;
    }
    rest.push_str(text.get(from..).unwrap_or_default());
    rest
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
