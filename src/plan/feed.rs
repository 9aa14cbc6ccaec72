//! Feeds: the newest items with their whole texts, for who reads them elsewhere.
//!
//! A reader of feeds shows an item without the page around it. So all its addresses are absolute, a picture has its words, and where the page
//! has a box of a centre there is a line with its name and its phone.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::scope::Scope;
use super::view::{DirectoryView, FeedCentre, FeedLink};
use super::{BoxView, JobKind, LinkView, Plan, TextView, Urls, directory, news};
use crate::base::{Fingerprint, Mixer, SourcePath};
use crate::model::{Article, NamedCentre, Sourced, is_shared};
use crate::parse::article::{News, Refs};
use crate::parse::markdown::{BODY_WORDS, CentreRef, FileLink, ImageRef};
use crate::parse::values::Text;

/// How many items a feed holds.
pub const FEED_SIZE: usize = 30;

/// A feed.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct FeedJob {
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Its own absolute address.
    pub url: String,
    /// The absolute address of the site that it is of.
    pub home: String,
    /// Who publishes.
    pub author: String,
    /// Its entries, the newest first.
    pub entries: Vec<FeedEntry>,
    /// The words of the theme that texts have holes for, by their keys.
    pub words: Vec<(String, String)>,
}

/// An entry of a feed.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FeedEntry {
    /// Its title.
    pub title: String,
    /// Its absolute address: also its id.
    pub url: String,
    /// The day of publication, `2021-01-27`.
    pub published: String,
    /// The latest change.
    pub updated: String,
    /// The ingress; empty where there is none.
    pub summary: String,
    /// What it says.
    pub content: FeedContent,
    /// What it is about.
    pub category: Option<String>,
}

/// What an entry says beside its title and its ingress.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum FeedContent {
    /// Nothing.
    None,
    /// A few lines: HTML with absolute addresses.
    Html(String),
    /// A text, which is read when the feed is made.
    Text(Box<FeedText>),
}

/// A text of a feed: its file, and what its holes are filled with.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FeedText {
    /// The file.
    pub source: SourcePath,
    /// Its bytes.
    fingerprint: Fingerprint,
    /// The absolute addresses of its links to files.
    pub hrefs: Vec<String>,
    /// What is said of each after its link, as HTML.
    pub notes: Vec<String>,
    /// Its images; none for one that is missing.
    pub images: Vec<Option<FeedImage>>,
    /// The centres whose boxes it shows; none for one that is missing.
    pub boxes: Vec<Option<FeedCentre>>,
    /// Whom to ring, where it shows that: the same for all texts of a site.
    pub contacts: Arc<[FeedCentre]>,
    /// The HTML of its words in braces.
    pub fills: Vec<String>,
}

/// An image of a text.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FeedImage {
    /// Its absolute address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows; empty when it only decorates.
    pub alt: String,
    /// A caption.
    pub caption: Option<String>,
    /// Does it stand alone?
    pub block: bool,
}

impl FeedJob {
    /// The texts of its entries, in their order.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &FeedText> {
        self.entries.iter().filter_map(FeedEntry::text)
    }
}

impl FeedEntry {
    /// Its text, where it has one that is read when the feed is made.
    pub(crate) fn text(&self) -> Option<&FeedText> {
        match &self.content {
            FeedContent::Text(text) => Some(text),
            FeedContent::None | FeedContent::Html(_) => None,
        }
    }

    /// Adds all but the content to a key.
    pub fn add_head_to(&self, mixer: &mut Mixer) {
        let Self { title, url, published, updated, summary, content: _, category } = self;
        mixer.add(title).add(url).add(published).add(updated).add(summary).add(category);
    }
}

/// The contents of those among some entries that a feed of them has, as one fingerprint.
pub fn newest_texts<'e>(entries: impl Iterator<Item = &'e FeedEntry>) -> Fingerprint {
    let mut mixer = Mixer::default();
    for entry in newest(entries.collect()) {
        mixer.add(&entry.content);
    }
    mixer.finish128()
}

/// The newest of some entries, those of a day by their addresses.
pub fn newest(mut entries: Vec<&FeedEntry>) -> Vec<&FeedEntry> {
    entries.sort_by(|a, b| b.published.cmp(&a.published).then_with(|| a.url.cmp(&b.url)));
    entries.truncate(FEED_SIZE);
    entries
}

/// Plans the feed of the section's own and shared news, with what it says at the head of its front page.
pub fn plan_feed(scope: &Scope<'_>, notices: Vec<FeedEntry>, plan: &mut Plan) {
    let mut entries = feed_entries(scope, |_| true);
    entries.extend(notices);
    entries.sort_by(|a, b| b.published.cmp(&a.published));
    plan_feed_of(scope, entries, plan);
}

/// The newest items of a scope as entries of a feed.
pub fn feed_entries(scope: &Scope<'_>, wanted: impl Fn(&Article<News>) -> bool) -> Vec<FeedEntry> {
    let now = scope.regional.now;
    let items = scope.section.news.iter().filter(|article| wanted(article));
    let current = items.filter_map(|article| Some((article, article.version(scope.lang)?)));
    let current = current.filter(|(_, version)| {
        version.value.is_current(now) && !version.value.draft && version.value.date <= now
    });
    current.take(FEED_SIZE).map(|(article, version)| entry(scope, article, version)).collect()
}

/// An item as an entry of a feed, in one of its languages. One that is not the scope's leads to its page in the site's own.
pub fn entry(scope: &Scope<'_>, article: &Article<News>, version: &Sourced<News>) -> FeedEntry {
    let news = &version.value;
    let copied = article.shared && scope.regional.has_original(scope.lang);
    let base = if copied { &scope.regional.base_url } else { &scope.section.base_url };
    let own = scope.section.own();
    let is_here = article.version(scope.lang).is_some();
    let url = if is_here { scope.urls.news(&article.name) } else { Urls::new(own, own).news(&article.name) };
    FeedEntry {
        title: scope.filled(&news.title, &version.path).into_owned(),
        url: format!("{base}/{url}"),
        published: news.date.to_string(),
        updated: news.updated.unwrap_or(news.date).to_string(),
        summary: scope.filled(&news.lead, &version.path).into_owned(),
        content: FeedContent::Text(Box::new(text(scope, version))),
        category: news.category.clone(),
    }
}

/// Plans a feed of given entries.
pub fn plan_feed_of(scope: &Scope<'_>, entries: Vec<FeedEntry>, plan: &mut Plan) {
    let name: TextView = scope.text(&scope.section.name);
    let author: &Text = match &scope.section.config {
        Some(config) => &config.name,
        None => &scope.section.site.organisation,
    };
    let feed = FeedJob {
        title: scope.words.filled("feed_title", &[("name", &name.text)]),
        lang: scope.lang.to_string(),
        url: String::new(),
        home: format!("{}/{}", scope.section.base_url, scope.urls.home()),
        author: scope.plain(author).to_string(),
        entries,
        words: body_words(scope),
    };
    add_feeds(scope, &scope.urls.home(), feed, plan);
}

/// The words of the theme that texts have holes for, by their keys.
pub fn body_words(scope: &Scope<'_>) -> Vec<(String, String)> {
    let word = |key: &&str| ((*key).to_string(), scope.words.get(key).to_string());
    BODY_WORDS.iter().map(word).collect()
}

/// Adds a feed in both of its forms, in a folder within the section's. Each form knows its own address.
pub fn add_feeds(scope: &Scope<'_>, within: &str, feed: FeedJob, plan: &mut Plan) {
    add_feeds_at(scope, (within, within), feed, plan);
}

/// The same in one folder, where they say that they are at home in another.
pub fn add_feeds_at(scope: &Scope<'_>, (within, home): (&str, &str), feed: FeedJob, plan: &mut Plan) {
    let (home_of_atom, home_of_json) = Urls::feeds(home);
    let at = |url: &str| format!("{}/{url}", scope.section.base_url);
    let as_atom = FeedJob { url: at(&home_of_atom), ..feed.clone() };
    let as_json = FeedJob { url: at(&home_of_json), ..feed };
    let (atom, json) = Urls::feeds(within);
    plan.add(scope.section.folder(), &atom, JobKind::Feed(Box::new(as_atom)));
    plan.add(scope.section.folder(), &json, JobKind::JsonFeed(Box::new(as_json)));
}

/// The text of an item. Its addresses are those of this site, also where the item is a copy of the region's: what it links to is here.
fn text(scope: &Scope<'_>, version: &Sourced<News>) -> FeedText {
    let source = &version.path;
    let Refs { links, images, centres, contacts, fills, .. } = &version.value.refs;
    let note = |link: &FileLink| scope.attach(SourcePath::join(source.folder(), &link.target).as_ref());
    FeedText {
        source: source.clone(),
        fingerprint: version.fingerprint,
        hrefs: links.iter().map(|link| absolute(scope, &news::address(scope, source, link))).collect(),
        notes: links.iter().map(note).collect(),
        images: images.iter().map(|image| image_of(scope, source, image)).collect(),
        boxes: centres.iter().map(|shown| centre_of(scope, shown)).collect(),
        contacts: if *contacts { all_contacts(scope) } else { Arc::default() },
        fills: fills.iter().map(|fill| scope.fill_html(fill, is_shared(source))).collect(),
    }
}

fn absolute(scope: &Scope<'_>, url: &str) -> String {
    format!("{}/{url}", scope.section.base_url)
}

fn image_of(scope: &Scope<'_>, source: &SourcePath, image: &ImageRef) -> Option<FeedImage> {
    let view = news::body_image(scope, source, image)?;
    Some(FeedImage {
        url: absolute(scope, &view.url),
        width: view.width,
        height: view.height,
        alt: view.alt,
        caption: view.caption,
        block: view.block,
    })
}

fn centre_of(scope: &Scope<'_>, shown: &CentreRef) -> Option<FeedCentre> {
    let view = match scope.section.find_centre(&shown.name)? {
        NamedCentre::Own(centre) => scope.centre_box(centre, true, &scope.section.name),
        NamedCentre::Guest(guest) => scope.guest_box(guest),
    };
    Some(line(scope, view))
}

fn line(scope: &Scope<'_>, view: BoxView) -> FeedCentre {
    let address = view.address.map(|address| {
        let town = [address.postal_code, address.city].into_iter().flatten().collect::<Vec<_>>().join(" ");
        if town.is_empty() { address.street } else { format!("{}, {town}", address.street) }
    });
    FeedCentre {
        name: view.name.text,
        url: view.url.map(|url| absolute(scope, &url)),
        address: address.unwrap_or_default(),
        phone: view.phone.map(link),
    }
}

fn link(view: LinkView) -> FeedLink {
    FeedLink { text: view.text.text, href: view.href }
}

/// Every centre, each followed by its services that can be reached by themselves. Made once for all texts.
fn all_contacts(scope: &Scope<'_>) -> Arc<[FeedCentre]> {
    scope.feed_contacts.get_or_init(|| made_contacts(scope)).clone()
}

fn made_contacts(scope: &Scope<'_>) -> Arc<[FeedCentre]> {
    let lines = |DirectoryView { centre, services, .. }: DirectoryView| {
        let of = centre.name.text.clone();
        let service = move |service: super::DirectoryServiceView| {
            let kind = || scope.words.get(&format!("service_{}", service.kind)).to_string();
            FeedCentre {
                name: format!("{of}, {}", service.name.map_or_else(kind, |name| name.text)),
                url: service.link.map(|link| link.href),
                address: String::new(),
                phone: service.phone.map(link),
            }
        };
        std::iter::once(line(scope, centre)).chain(services.into_iter().map(service)).collect::<Vec<_>>()
    };
    directory::contact_views(scope).into_iter().flat_map(lines).collect()
}
