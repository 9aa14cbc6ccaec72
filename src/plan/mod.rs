//! Plan: a section becomes the list of its output files, each with all that its render may read.
//!
//! A [`Job`] is a file and its parts. Each part carries the fingerprint of what it shows, and the job's key is made of all of
//! them in one loop: a part that is not in the key is not in the job, so a page cannot show what its key does not cover.
//!
//! Never here: a byte of a file, a day that the calendar has not computed, a template.

mod about;
mod activities;
mod agenda;
mod aliases;
mod alone;
mod attachments;
mod bulletins;
mod calendars;
mod cards;
mod centre;
mod data;
mod directory;
mod feed;
mod fills;
mod hours;
mod json_ld;
mod links;
mod look;
mod map;
mod navigation;
mod news;
mod notices;
mod page;
mod pages;
mod part;
mod poster;
mod region;
mod room;
mod scope;
mod search;
mod statement;
mod subject;
mod view;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use tera::Value;

pub(crate) use alone::plan_alone;
pub(crate) use data::{
    Bilingual, DataCatalogue, DataContact, DataFile, DataShare, Dataset, Distribution, Publisher,
};
pub use feed::{FeedContent, FeedEntry, FeedJob};
pub(crate) use feed::{FeedImage, FeedText, newest_texts};
pub(crate) use links::Urls;
#[cfg(test)]
pub(crate) use page::letters;
pub(crate) use page::{SHARE_FILE, ShareCard};
pub(crate) use pages::withheld;
pub use part::Part;
pub(crate) use region::{Summary, plan_region, summarise};
pub(crate) use room::Plan;
pub(crate) use scope::Scope;
pub(crate) use search::{
    Coded, SearchEntry, SearchFiles, SearchIndex, SearchKind, SearchText, Shelved, Shelves,
};
pub(crate) use view::*;

use crate::base::{Fingerprint, Mixer, OutputPath, SourcePath};
use crate::model::{AttachmentFact, ImageFact, Section};
use crate::parse::values::Interval;
use crate::theme::{Asset, Theme};

/// One output file.
#[derive(Debug)]
pub struct Job {
    /// The file.
    pub path: OutputPath,
    /// What it is made of.
    pub kind: JobKind,
    /// Everything that it is made of, as one fingerprint.
    pub key: Fingerprint,
    /// About how many bytes it shows.
    bytes: usize,
}

impl Job {
    /// A job; its key covers all of `kind`.
    pub fn new(path: OutputPath, kind: JobKind) -> Self {
        let (key, bytes) = kind.key();
        Self { path, kind, key, bytes }
    }

    /// Where readers of an old address are sent, if it is one.
    pub fn moved_to(&self) -> Option<&str> {
        match &self.kind {
            JobKind::Page(page) => page.moved_to.as_deref(),
            _ => None,
        }
    }

    /// Is it a page that people read?
    pub fn is_page(&self) -> bool {
        matches!(&self.kind, JobKind::Page(page) if page.template != "redirect.html")
    }
}

/// What an output file is made of.
#[derive(Debug)]
pub enum JobKind {
    /// A template and its parts.
    Page(Box<PageJob>),
    /// A feed as Atom.
    Feed(Box<FeedJob>),
    /// The same as a JSON Feed, at an address of its own.
    JsonFeed(Box<FeedJob>),
    /// A calendar to subscribe to.
    Calendar(Box<CalendarJob>),
    /// The catalogue of the open data.
    Catalogue(Arc<DataCatalogue>),
    /// A sitemap.
    Sitemap(Vec<SitemapEntry>),
    /// A list of sitemaps.
    SitemapIndex(Vec<String>),
    /// Plain text.
    Text(String),
    /// A file of open data.
    Data(DataFile),
    /// The words of a search with what there is to be found.
    SearchWords(Arc<SearchIndex>),
    /// A piece of where they stand.
    SearchPiece(Arc<SearchIndex>, usize),
    /// Texts that results show a sentence of.
    SearchTexts(Vec<SearchText>),
    /// The picture of a page that is shared.
    Card(Box<ShareCard>),
    /// A theme's asset.
    Asset(Arc<Asset>),
}

impl JobKind {
    /// All that it is made of as one fingerprint, and about how many bytes that is.
    fn key(&self) -> (Fingerprint, usize) {
        let mut mixer = Mixer::default();
        let mut bytes = 0;
        mixer.add(&std::mem::discriminant(self));
        match self {
            Self::Page(page) => {
                page.add_to(&mut mixer);
                bytes = page.page.bytes + page.parts.iter().map(|(_, part)| part.bytes).sum::<usize>();
            }
            Self::Feed(feed) | Self::JsonFeed(feed) => {
                mixer.add(feed);
            }
            Self::Calendar(calendar) => {
                mixer.add(calendar);
            }
            Self::Catalogue(catalogue) => {
                mixer.add(catalogue.as_ref());
            }
            Self::Sitemap(entries) => {
                mixer.add(entries);
            }
            Self::SitemapIndex(urls) => {
                mixer.add(urls);
            }
            Self::Text(text) => {
                mixer.add(text);
            }
            Self::Data(file) => {
                let DataFile { form, rows } = file;
                mixer.add(form).add(&rows.len());
                for rows in rows {
                    mixer.add(&rows.fingerprint());
                }
                bytes = file.largest();
            }
            Self::SearchWords(index) => {
                mixer.add(&index.fingerprint);
            }
            Self::SearchPiece(index, piece) => {
                mixer.add(&index.fingerprint).add(piece);
            }
            Self::SearchTexts(texts) => {
                mixer.add(texts);
            }
            Self::Card(card) => {
                mixer.add(card);
            }
            Self::Asset(asset) => {
                mixer.add(&asset.fingerprint);
            }
        }
        (mixer.finish128(), bytes + mixer.bytes())
    }
}

/// A page: a template, what every page of its site and language shares, and what is its own.
#[derive(Debug)]
pub struct PageJob {
    /// The template.
    pub template: &'static str,
    /// The theme.
    pub theme: Arc<Theme>,
    /// What every page of the site and language shares.
    pub frame: Arc<Frame>,
    /// The way to the site's folder.
    pub root: String,
    /// What the page is.
    pub page: Part,
    /// Its own parts by name.
    pub parts: Vec<(&'static str, Part)>,
    /// Pieces that many pages show alike, each made once.
    pub fragments: Vec<Fragment>,
    /// Its body, and the part that it belongs into; the page itself when none.
    pub body: Option<(Option<&'static str>, BodyJob)>,
    /// Hosts that it may load from.
    pub allowed_hosts: Arc<Vec<String>>,
    /// The file that is edited to change it, where it has no body. No part of what is shown.
    pub source: Option<SourcePath>,
    /// Where readers of an old address are sent, from the top of the output. No part of what is shown.
    pub moved_to: Option<String>,
}

impl PageJob {
    /// The file that is edited to change the page.
    pub fn source(&self) -> Option<&SourcePath> {
        self.source.as_ref().or_else(|| self.body.as_ref().map(|(_, body)| &body.source))
    }

    /// Adds all of the page to its key. Taken apart field by field, so that a new field that is forgotten here does not compile.
    fn add_to(&self, mixer: &mut Mixer) {
        let Self {
            template,
            theme,
            frame,
            root,
            page,
            parts,
            fragments,
            body,
            allowed_hosts,
            source: _,
            moved_to: _,
        } = self;
        mixer.add(template).add(&theme.fingerprint).add(&frame.fingerprint).add(root).add(&page.fingerprint);
        for (name, part) in parts {
            mixer.add(name).add(&part.fingerprint);
        }
        for Fragment { into, name, component, argument, part } in fragments {
            mixer.add(into).add(name).add(component).add(argument).add(&part.fingerprint);
        }
        if let Some((into, body)) = body {
            mixer.add(into);
            body.add_to(mixer);
        }
        mixer.add(allowed_hosts.as_ref());
    }
}

/// A piece of a page that many pages show alike: a component of the theme with one argument. It costs a third of a page, so it is
/// made once for all pages that lie equally deep.
#[derive(Clone, Debug)]
pub struct Fragment {
    /// The part that it belongs into; the page itself when none.
    pub into: Option<&'static str>,
    /// Its name there.
    pub name: &'static str,
    /// The component.
    pub component: &'static str,
    /// The argument's name.
    pub argument: &'static str,
    /// The argument.
    pub part: Part,
}

/// Fragments that are made already: by component, argument and way to the site's folder.
pub(crate) type Fragments = Arc<Mutex<HashMap<(&'static str, Fingerprint, String), Value>>>;

/// What every page of a site and language shares.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// The language of the words that the theme does not have in this one.
    pub fallback: String,
    /// The site.
    pub site: Value,
    /// The theme's words.
    pub words: Value,
    /// The addresses within the site that the head and the foot of each page lead to. They are of what this covers.
    pub led_to: Vec<String>,
    /// Pieces that every page has, of what this covers.
    pub everywhere: Vec<Fragment>,
    /// Fragments that are made already. No part of what is shown: only saves making it again.
    pub fragments: Fragments,
    /// All of this.
    pub fingerprint: Fingerprint,
}

/// A body: its file, and what its holes are filled with.
#[derive(Clone, Debug)]
pub struct BodyJob {
    /// The file.
    pub source: SourcePath,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// The addresses of its links to files.
    pub hrefs: Vec<String>,
    /// What is said of each after its link, as HTML: of a document its kind and size, of a page nothing.
    pub notes: Vec<String>,
    /// Its images; none for one that is missing.
    pub images: Vec<Option<Part>>,
    /// Its centre boxes; none for one that is missing.
    pub boxes: Vec<Option<Part>>,
    /// Whom to ring, where it shows that.
    pub contacts: Option<Part>,
    /// The HTML of its words in braces.
    pub fills: Vec<String>,
}

impl BodyJob {
    fn add_to(&self, mixer: &mut Mixer) {
        let Self { source, fingerprint, hrefs, notes, images, boxes, contacts, fills } = self;
        mixer.add(source).add(fingerprint).add(hrefs).add(notes).add(fills);
        for part in images.iter().chain(boxes).chain([contacts]) {
            mixer.add(&part.as_ref().map(|part| part.fingerprint));
        }
    }
}

/// A calendar to subscribe to.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CalendarJob {
    /// Its name.
    pub name: String,
    /// Its language.
    pub lang: String,
    /// Its events, in the order of time.
    pub events: Vec<CalendarEvent>,
}

/// An event of a calendar: an activity on a day, or days on which a centre is closed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct CalendarEvent {
    /// What it is known by: the same for as long as the activity and its day are.
    pub uid: String,
    /// The activity's place in the file; none of a closure.
    pub activity: Option<usize>,
    /// The day from which on it is known, by the content.
    pub stamp: jiff::civil::Date,
    /// How often it was changed.
    pub sequence: u32,
    /// When it is.
    pub span: Span,
    /// What it is called.
    pub summary: Arc<str>,
    /// Where.
    pub location: Arc<str>,
    /// More about it; empty where there is nothing.
    pub description: Arc<str>,
    /// The absolute address of the centre's page.
    pub url: Arc<str>,
    /// Was it to be, and is not?
    pub cancelled: bool,
}

/// When an event is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Span {
    /// Times of a day, by Stockholm's clocks.
    Times(jiff::civil::Date, Interval),
    /// Whole days, the last one included.
    Days(jiff::civil::Date, jiff::civil::Date),
}

/// An entry of a sitemap.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SitemapEntry {
    /// The absolute address.
    pub url: String,
    /// The latest change, where it is known.
    pub changed: Option<String>,
    /// The same page in other languages: language and absolute address.
    pub alternates: Vec<(String, String)>,
    /// The absolute addresses of the pictures that it shows.
    pub pictures: Vec<String>,
}

/// An image and its versions in the output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ImageJob {
    /// The file.
    pub fact: ImageFact,
    /// Where the original without its hidden data goes.
    pub original: OutputPath,
    /// Where each version goes, by width.
    pub variants: Vec<(u32, OutputPath)>,
}

/// A document in the output.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AttachmentJob {
    /// The file.
    pub fact: AttachmentFact,
    /// Where it goes.
    pub path: OutputPath,
}

/// Plans a municipality's folder.
#[inline(never)] // a symbol of the program, by which `benches/instructions` counts what planning costs
pub(crate) fn plan_municipality(section: &Section, theme: &Arc<Theme>, regional: &Regional) -> Plan {
    let mut plan = Plan::within(section);
    let scopes = Scope::all(section, theme, regional);
    for scope in &scopes {
        if plan.is_full() {
            return plan;
        }
        let items = cards::items(scope);
        pages::plan_fixed(scope, &items, &mut plan);
        news::plan_news(scope, &items, &mut plan);
        pages::plan_pages(scope, &mut plan);
        centre::plan_centres(scope, &items, &mut plan);
        agenda::plan_agenda(scope, &mut plan);
        directory::plan_directory(scope, &mut plan);
        search::plan_search(scope, &mut plan);
        feed::plan_feed(scope, bulletins::of_municipality(scope, |_| true), &mut plan);
        bulletins::plan_bulletins(scope, &mut plan);
    }
    attachments::plan_attachments(&scopes, &mut plan);
    // The site's own language comes first.
    if let Some(own) = scopes.first() {
        calendars::plan_calendars(own, &mut plan);
        let config = section.config.as_deref();
        let statement = config.and_then(|config| config.statement.as_ref());
        statement::plan_statement_data(own, statement, &mut plan);
        data::plan_data(own, &mut plan);
        aliases::plan_aliases(own, &mut plan);
        pages::plan_assets(own, &mut plan);
    }
    pages::plan_sitemap(section, regional, &mut plan);
    pages::check_addresses(&mut plan);
    plan
}

/// What a municipality knows of the region.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Regional {
    /// The region's absolute address, without a slash at the end.
    pub base_url: String,
    /// The region's languages.
    pub languages: Vec<String>,
    /// The day that the pages are made for.
    pub now: jiff::civil::Date,
    /// There is one municipality, and so no region.
    pub alone: bool,
    /// The words of the texts that are shared. No part of what is shown: only saves putting them in order again.
    pub shelves: Shelves,
}

impl Regional {
    /// Does the region have a page of each shared text in this language? Then a municipality's is a copy of it.
    pub fn has_original(&self, lang: &str) -> bool {
        !self.alone && self.languages.iter().any(|code| code == lang)
    }
}
