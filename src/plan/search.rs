//! The search: what there is to be found in a section, as entries with their words, and the page that lists all of it from A to Ö.
//!
//! An entry has its words by weight; the render makes an index of them. Of texts the words were taken out when they were parsed
//! ([`TextDigest`]), so that an index is made anew without a text being read; the texts themselves, which a result shows a sentence of,
//! lie in files of their own, some in each, so that an edit makes one of these anew.

mod gather;
mod shelf;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use super::links::output_path;
use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::{has_agenda, has_directory};
use super::{Job, JobKind, LinkView, Part, Plan, SearchLetterView, SearchLinkView, Summary, TextView, Urls};
use crate::base::{Fingerprint, Mixer, SourcePath, marks, named};
use crate::model::{first_letter, sort_key};
use crate::parse::digest::TextDigest;
use gather::{Gather, entry};
pub use shelf::{Coded, Shelf, Shelved, Shelves};

/// How many bytes of words one file of the index is made of: it is then less than 60 kB as it is sent.
const PIECE: usize = 600_000;

named! {
    /// What an entry is, in the order in which equals are shown; it is called by the theme's word for a heading above such entries.
    pub enum SearchKind: word in ALL {
        /// A centre.
        Centre = "search_kind_centres",
        /// A service of a centre.
        Service = "search_kind_services",
        /// An activity of the coming weeks.
        Activity = "search_kind_activities",
        /// A municipality, on the region's site.
        Municipality = "search_kind_municipalities",
        /// A page.
        Page = "search_kind_pages",
        /// A news item.
        News = "search_kind_news",
    }
}

impl SearchKind {
    /// Its place among all.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct SearchEntry {
    /// What it is.
    pub kind: SearchKind,
    /// What it is called.
    pub title: TextView,
    /// Its address within the section.
    pub url: String,
    /// Where: a centre's name, or its address.
    pub place: String,
    /// What is to be known before one goes there: that it is closed or planned.
    pub state: String,
    /// Whom to ring.
    pub phone: Option<LinkView>,
    /// When it is next, of an activity: `2026-12-01 10.00–11.00`.
    pub times: Vec<String>,
    /// The name of its centre, which weighs as much as a title.
    pub named: String,
    /// Its ingress.
    pub lead: String,
    /// Words that it is found by and that stand nowhere on it.
    pub also: String,
    /// The words of its text. No part of the entry's fingerprint: they follow from the text's, which the file has that the text lies in.
    pub digest: Option<Arc<TextDigest>>,
    /// Is its text one that other municipalities have too? Then its words are on the index' shelf.
    pub is_shared: bool,
    /// Where its text lies: which file, and which place in it.
    pub text: Option<(usize, usize)>,
    /// Is it no longer current?
    pub is_old: bool,
}

impl Hash for SearchEntry {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self {
            kind,
            title,
            url,
            place,
            state: is,
            phone,
            times,
            named,
            lead,
            also,
            digest: _,
            is_shared: _,
            text,
            is_old,
        } = self;
        (kind, title, url, place, is, phone, times).hash(state);
        (named, lead, also, text, is_old).hash(state);
    }
}

/// All that a section's search knows in a language.
#[derive(Debug)]
pub struct SearchIndex {
    /// What can be found: first the texts that are shared.
    pub entries: Vec<SearchEntry>,
    /// The words of those texts, in the order of the entries.
    pub shelf: Arc<Shelf>,
    /// The keys of the files with texts.
    pub texts: Vec<Fingerprint>,
    /// What the script says, by its name for it.
    pub words: Vec<(&'static str, String)>,
    /// Words that say nothing of what is looked for.
    pub stop: String,
    /// What means the same: groups with `;` between, and `,` between the words of one.
    pub synonyms: String,
    /// Into how many files the index is divided.
    pub pieces: usize,
    /// All of this.
    pub fingerprint: Fingerprint,
    /// The files, once they are made. No part of what is shown: only saves making them again.
    pub made: OnceLock<SearchFiles>,
}

/// The files of an index.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SearchFiles {
    /// The words with what there is to be found.
    pub words: Vec<u8>,
    /// Where each word stands, in pieces.
    pub pieces: Vec<Vec<u8>>,
}

/// A text that results show a sentence of.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SearchText {
    /// Its ingress.
    pub lead: String,
    /// Its file.
    pub source: SourcePath,
    /// Its text.
    pub fingerprint: Fingerprint,
    /// The HTML of its words in braces.
    pub fills: Vec<String>,
}

/// Plans a municipality's search in a language.
pub fn plan_search(scope: &Scope<'_>, plan: &mut Plan) {
    let mut gather = Gather::new(scope);
    for (source, calendar) in scope.section.centres.iter().zip(&scope.section.calendars) {
        gather.centre(&source.value, &scope.urls.centre(&source.value.id), "");
        gather.activities(&source.value, calendar);
    }
    gather.fixed(&scope.urls.centres(), "centres_title", "search_also_centres");
    if has_agenda(&scope.section.centres) {
        gather.fixed(&scope.urls.agenda(), "agenda_link", "search_also_agenda");
    }
    if has_directory(scope.section) {
        gather.fixed(&scope.urls.directory(), "directory_title", "search_also_contact");
    }
    gather.finish(plan);
}

/// Plans the region's search in a language: its municipalities, their centres and services, and the shared texts.
pub fn plan_region_search(scope: &Scope<'_>, summaries: &[&Summary], plan: &mut Plan) {
    let mut gather = Gather::new(scope);
    for summary in summaries {
        let own = scope.section.own();
        let lang = if summary.languages.iter().any(|code| code == scope.lang) { scope.lang } else { own };
        let urls = Urls::new(lang, own);
        let name = scope.text(&summary.name);
        for source in &summary.centres {
            let url = format!("{}/{}", summary.id, urls.centre(&source.value.id));
            gather.centre(&source.value, &url, &name.text);
        }
        let url = format!("{}/{}", summary.id, urls.home());
        gather.entries.push(SearchEntry { url, ..entry(SearchKind::Municipality, name) });
    }
    gather.finish(plan);
}

impl Gather<'_, '_> {
    /// The texts, the index, and the page.
    fn finish(mut self, plan: &mut Plan) {
        let scope = self.scope;
        if scope.section.news.iter().any(|item| item.version(scope.lang).is_some()) {
            self.fixed(&scope.urls.news_list(1), "news_title", "search_also_news");
        }
        self.fixed(&scope.urls.accessibility(), "accessibility_title", "search_also_accessibility");
        self.articles();
        self.page(plan);
        // Those of the shelf first: then what is written of their words is the same for all that have them.
        self.entries.sort_by_key(|entry| (!entry.is_shared, entry.kind));
        let folder = scope.section.folder();
        let mut keys = Vec::with_capacity(self.texts.len());
        for (place, texts) in self.texts.into_iter().enumerate() {
            let path = output_path(folder, &scope.urls.search_file(&format!("text-{place}")));
            let job = path.map(|path| Job::new(path, JobKind::SearchTexts(texts)));
            keys.push(job.as_ref().map(|job| job.key).unwrap_or_default());
            plan.jobs.extend(job);
        }
        let index = Arc::new(index(scope, self.entries, keys));
        let mut add = |name: &str, kind: JobKind| plan.add(folder, &scope.urls.search_file(name), kind);
        add("ord", JobKind::SearchWords(index.clone()));
        // What is one piece stands with the words.
        for piece in 0..if index.pieces > 1 { index.pieces } else { 0 } {
            add(&format!("index-{piece}"), JobKind::SearchPiece(index.clone(), piece));
        }
    }

    /// The page: all that there is from A to Ö but the news, which have a list of their own.
    fn page(&self, plan: &mut Plan) {
        let scope = self.scope;
        let is_region = scope.section.id.is_none();
        // A region has services by the thousand: they stand with their centres.
        let is_listed = |entry: &&SearchEntry| {
            entry.kind != SearchKind::News && !(is_region && entry.kind == SearchKind::Service)
        };
        let mut links: Vec<(String, &SearchEntry)> = self
            .entries
            .iter()
            .filter(is_listed)
            .map(|entry| (sort_key(&entry.title.text, scope.lang), entry))
            .collect();
        links.sort_by(|(one, first), (other, second)| {
            (one, &first.place, first.kind).cmp(&(other, &second.place, second.kind))
        });
        let mut letters: Vec<SearchLetterView> = Vec::new();
        for (key, entry) in links {
            let letter = first_letter(&key, scope.lang).unwrap_or_else(|| "#".to_string());
            if letters.last().is_none_or(|last| last.letter != letter) {
                letters.push(SearchLetterView { letter, items: Vec::new() });
            }
            if let Some(last) = letters.last_mut() {
                last.items.push(SearchLinkView {
                    title: entry.title.text.clone(),
                    lang: entry.title.lang.clone(),
                    url: entry.url.clone(),
                    place: entry.place.clone(),
                });
            }
        }
        let name = scope.text(&scope.section.name).text;
        let spec = PageSpec {
            kind: "search",
            title: scope.words.filled("search_title", &[("name", &name)]),
            description: Some(scope.words.get("search_help").to_string()),
            url: scope.urls.search(),
            versions: scope.everywhere(Urls::search),
            shared: false,
            crumbs: vec![scope.home_crumb()],
            ..PageSpec::default()
        };
        add_page(scope, "search.html", spec, vec![("letters", Part::of(&letters))], plan);
    }
}

/// What the script says, by its name for it; its kinds are those of [`SearchKind::ALL`].
const SAID: [(&str, &str); 12] = [
    ("zero", "search_count_zero"),
    ("one", "search_count_one"),
    ("two", "search_count_two"),
    ("few", "search_count_few"),
    ("many", "search_count_many"),
    ("other", "search_count_other"),
    ("none", "search_none"),
    ("most", "search_most"),
    ("more", "search_more"),
    ("next", "search_next"),
    ("call", "search_call"),
    ("week", "search_week"),
];

fn index(scope: &Scope<'_>, entries: Vec<SearchEntry>, texts: Vec<Fingerprint>) -> SearchIndex {
    let digests = entries.iter().filter_map(|entry| entry.digest.as_ref());
    let bytes: usize = digests.map(|digest| digest.bytes()).sum();
    let word = |key: &str| marks::without(scope.words.find(key).unwrap_or_default());
    let kinds = ["k0", "k1", "k2", "k3", "k4", "k5"].into_iter().zip(SearchKind::ALL.map(SearchKind::word));
    let has_agenda = scope.section.id.is_some() && has_agenda(&scope.section.centres);
    let agenda = if has_agenda { scope.urls.agenda() } else { String::new() };
    let words = SAID.into_iter().chain(kinds).map(|(name, key)| (name, word(key)));
    let words = words.chain([("agenda", agenda)]).filter(|(_, text)| !text.is_empty()).collect();
    let (stop, pieces) = (word("search_stop"), 1 + bytes / PIECE);
    let synonyms = synonyms(scope, word("search_synonyms"));
    let shelf = shelf(scope, &entries, &stop);
    let fingerprint = Fingerprint::of_value(&(&entries, &texts, &words, &stop, &synonyms, pieces));
    SearchIndex { entries, shelf, texts, words, stop, synonyms, pieces, fingerprint, made: OnceLock::new() }
}

/// The words of the texts that are shared. They follow from these texts, as all digests do.
fn shelf(scope: &Scope<'_>, entries: &[SearchEntry], stop: &str) -> Arc<Shelf> {
    let shared = entries.iter().filter(|entry| entry.is_shared);
    let digests: Vec<_> = shared.filter_map(|entry| entry.digest.clone()).collect();
    let mut mixer = Mixer::default();
    for digest in &digests {
        mixer.add(&digest.print);
    }
    mixer.add(stop);
    scope.regional.shelves.of(mixer.finish128(), digests, stop)
}

/// The theme's synonyms and the municipality's own.
fn synonyms(scope: &Scope<'_>, mut all: String) -> String {
    // Their words are letters and digits, and so have no sign that divides.
    let own = scope.section.config.as_deref().map(|config| config.synonyms.as_slice());
    for group in own.unwrap_or_default() {
        for (place, word) in group.iter().enumerate() {
            all.push_str(if place == 0 { "; " } else { ", " });
            all.push_str(word);
        }
    }
    all
}
