//! The search: what there is to be found in a section, as entries with their words, and the page that lists all of it from A to Ö.
//!
//! An entry has its words by weight; the render makes an index of them. Of texts the words were taken out when they were parsed
//! ([`Digest`]), so that an index is made anew without a text being read; the texts themselves, which a result shows a sentence of,
//! lie in files of their own, sixteen in each, so that an edit makes one of these anew.

mod gather;

use std::hash::{Hash, Hasher};
use std::sync::{Arc, OnceLock};

use super::links::output_path;
use super::pages::add_page;
use super::scope::{PageSpec, Scope};
use super::{
    Job, JobKind, LinkView, Part, Plan, SearchLetterView, SearchLinkView, Summary, TextView, Urls, calendars,
};
use crate::base::{Fingerprint, Mixer, SourcePath};
use crate::model::swedish_sort_key;
use crate::parse::digest::Digest;
use gather::{Gather, entry};

/// How many bytes of words one file of the index is made of: it is then less than 60 kB as it is sent.
const PIECE: usize = 600_000;

/// What an entry is, in the order in which equals are shown.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum SearchKind {
    /// A centre.
    Centre,
    /// A service of a centre.
    Service,
    /// An activity of the coming weeks.
    Activity,
    /// A municipality, on the region's site.
    Municipality,
    /// A page.
    Page,
    /// A news item.
    News,
}

impl SearchKind {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Centre, Self::Service, Self::Activity, Self::Municipality, Self::Page, Self::News];

    /// Its place among all.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The theme's word for a heading above entries of it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Centre => "search_kind_centres",
            Self::Service => "search_kind_services",
            Self::Activity => "search_kind_activities",
            Self::Municipality => "search_kind_municipalities",
            Self::Page => "search_kind_pages",
            Self::News => "search_kind_news",
        }
    }
}

/// Something that can be found.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
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
    /// The words of its text.
    pub digest: Option<Arc<Digest>>,
    /// Where its text lies: which file, and which place in it.
    pub text: Option<(usize, usize)>,
    /// Is it no longer current?
    pub is_old: bool,
}

/// All that a section's search knows in a language.
#[derive(Debug)]
pub struct SearchIndex {
    /// What can be found.
    pub entries: Vec<SearchEntry>,
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
    /// The files, once they are made. No part of what is shown: only saves making them again.
    pub made: OnceLock<SearchFiles>,
}

impl SearchIndex {
    /// All of it as one fingerprint.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_value(self)
    }
}

impl Hash for SearchIndex {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let Self { entries, texts, words, stop, synonyms, pieces, made: _ } = self;
        (entries, texts, words, stop, synonyms, pieces).hash(state);
    }
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
    /// Its bytes.
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
    if calendars::has_agenda(&scope.section.centres) {
        gather.fixed(&scope.urls.agenda(), "agenda_link", "search_also_agenda");
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
        self.entries.sort_by_key(|entry| entry.kind);
        self.page(plan);
        let folder = scope.section.folder();
        let mut keys = Vec::with_capacity(self.texts.len());
        for (place, texts) in self.texts.into_iter().enumerate() {
            let path = output_path(folder, &scope.urls.search_file(&format!("text-{place}")));
            let job = path.map(|path| Job::new(path, JobKind::SearchTexts(texts)));
            keys.push(job.as_ref().map(|job| job.key).unwrap_or_default());
            plan.jobs.extend(job);
        }
        let index = Arc::new(index(scope, self.entries, keys));
        let fingerprint = index.fingerprint();
        let mut add = |name: String, kind: JobKind| {
            let Some(path) = output_path(folder, &scope.urls.search_file(&name)) else { return };
            let mut mixer = Mixer::default();
            mixer.add(&fingerprint).add(&name);
            plan.jobs.push(Job { path, kind, key: mixer.finish128() });
        };
        add("ord".to_string(), JobKind::SearchWords(index.clone()));
        for piece in 0..index.pieces {
            add(format!("index-{piece}"), JobKind::SearchPiece(index.clone(), piece));
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
            .map(|entry| (swedish_sort_key(&entry.title.text), entry))
            .collect();
        links.sort_by(|(one, first), (other, second)| {
            (one, &first.place, first.kind).cmp(&(other, &second.place, second.kind))
        });
        let mut letters: Vec<SearchLetterView> = Vec::new();
        for (_, entry) in links {
            let letter = letter(&entry.title.text);
            if letters.last().is_none_or(|last| last.letter != letter) {
                letters.push(SearchLetterView { letter, items: Vec::new() });
            }
            if let Some(last) = letters.last_mut() {
                last.items.push(SearchLinkView {
                    title: entry.title.clone(),
                    url: entry.url.clone(),
                    place: entry.place.clone(),
                });
            }
        }
        let name = scope.text(&scope.section.name).text;
        let spec = PageSpec {
            kind: "search",
            title: scope.words.filled("search_title", &[("name", &name)]),
            description: None,
            url: scope.urls.search(),
            versions: scope.everywhere(Urls::search),
            shared: false,
            noindex: true,
            crumbs: vec![scope.home_crumb()],
            json_ld: None,
        };
        add_page(scope, "search.html", spec, vec![("letters", Part::of(&letters))], plan);
    }
}

/// Under which letter a title stands: `Å`, or `#` for what begins with none.
fn letter(title: &str) -> String {
    let key = swedish_sort_key(title);
    match key.chars().next() {
        Some('\u{7b}') => "Å".to_string(),
        Some('\u{7c}') => "Ä".to_string(),
        Some('\u{7d}') => "Ö".to_string(),
        Some(first) if first.is_alphabetic() => first.to_uppercase().collect(),
        _ => "#".to_string(),
    }
}

fn index(scope: &Scope<'_>, entries: Vec<SearchEntry>, texts: Vec<Fingerprint>) -> SearchIndex {
    let bytes: usize =
        entries.iter().filter_map(|entry| entry.digest.as_ref()).map(|digest| digest.body.len()).sum();
    let word = |key: &'static str| {
        let has = scope.words.has(key);
        if has { scope.words.get(key).to_string() } else { String::new() }
    };
    let said = ["one", "other", "none", "most", "more", "next", "call", "week"];
    let keys = [
        "search_count_one",
        "search_count_other",
        "search_none",
        "search_most",
        "search_more",
        "search_next",
        "search_call",
        "search_week",
    ];
    let kinds = ["k0", "k1", "k2", "k3", "k4", "k5"].into_iter().zip(SearchKind::ALL.map(SearchKind::word));
    let has_agenda = scope.section.id.is_some() && calendars::has_agenda(&scope.section.centres);
    let agenda = if has_agenda { scope.urls.agenda() } else { String::new() };
    let words = said.into_iter().zip(keys).chain(kinds).map(|(name, key)| (name, word(key)));
    SearchIndex {
        entries,
        texts,
        words: words.chain([("agenda", agenda)]).collect(),
        stop: word("search_stop"),
        synonyms: word("search_synonyms"),
        pieces: 1 + bytes / PIECE,
        made: OnceLock::new(),
    }
}
