//! What a page is, and what it shares with all others of its site.

use serde::Serialize;

use super::{ImageView, LinkView, TextView};

/// What every page of a site and language shares.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SiteView {
    /// `region` or `municipality`.
    pub kind: &'static str,
    /// The municipality's id.
    pub id: String,
    /// Hosts that its pages may load from, beside its own.
    pub allowed_hosts: Vec<String>,
    /// Its name.
    pub name: TextView,
    /// Who is responsible.
    pub organisation: TextView,
    /// The region.
    pub region: Option<TextView>,
    /// The region's front page.
    pub region_url: Option<String>,
    /// Its title.
    pub region_title: Option<TextView>,
    /// How to reach the municipality.
    pub contact: ContactView,
    /// What its pages wear.
    pub look: LookView,
    /// Links in the head of each page.
    pub navigation: Vec<NavigationView>,
    /// The front page.
    pub home_url: String,
    /// The news list.
    pub news_url: Option<String>,
    /// The centres.
    pub centres_url: Option<String>,
    /// The centre, where there is one: menus lead there.
    pub centre_url: Option<String>,
    /// What happens in the coming days, where anything ever does.
    pub agenda_url: Option<String>,
    /// Whom to ring, where there is a page of it.
    pub contact_url: Option<String>,
    /// The search.
    pub search_url: String,
    /// The accessibility statement.
    pub accessibility_url: String,
    /// The form for reports of what is not accessible.
    pub feedback_url: Option<String>,
    /// What the open data mean; none in a language that has no such page.
    pub data_url: Option<String>,
    /// The feed.
    pub feed_url: Option<String>,
    /// The time of the year, for what a theme dresses by it: `winter`, `spring`, `summer` or `autumn`.
    pub season: &'static str,
}

impl SiteView {
    /// The addresses within the site that the head and the foot of each page lead to.
    pub fn led_to(&self) -> Vec<String> {
        let own = self.navigation.iter().filter(|entry| !entry.external).map(|entry| &entry.url);
        let centres = [&self.centres_url, &self.centre_url];
        let fixed = [&self.news_url, &self.agenda_url, &self.contact_url, &self.data_url];
        let always = [&self.home_url, &self.search_url, &self.accessibility_url];
        own.chain(centres.into_iter().chain(fixed).flatten()).chain(always).cloned().collect()
    }
}

/// What of a page its head and foot show: so those of many pages are the same.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct StandView<'a> {
    /// `news`, `centre` and so on.
    pub kind: &'static str,
    /// Its address where the head or the foot leads to it; else empty.
    pub url: &'a str,
}

/// The face of a municipality.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Default)]
pub struct LookView {
    /// Its colour, as it is given.
    pub colour: Option<String>,
    /// Its logo; its name stands beside it.
    pub logo: Option<ImageView>,
}

/// How to reach somebody.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Default)]
pub struct ContactView {
    /// Phone.
    pub phone: Option<LinkView>,
    /// Mail.
    pub email: Option<LinkView>,
    /// Web.
    pub url: Option<LinkView>,
}

/// An entry of the navigation.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct NavigationView {
    /// What it says.
    pub title: TextView,
    /// Where it leads.
    pub url: String,
    /// Does it lead to another site?
    pub external: bool,
}

/// What the page itself is.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PageView {
    /// `news`, `centre` and so on.
    pub kind: &'static str,
    /// For `<title>`.
    pub title: String,
    /// For the description.
    pub description: Option<String>,
    /// Its address within the site.
    pub url: String,
    /// Its absolute address, or that of the page that it is a copy of.
    pub canonical: String,
    /// Should search engines leave it out?
    pub noindex: bool,
    /// The same page in other languages.
    pub translations: Vec<TranslationView>,
    /// For `hreflang`.
    pub alternates: Vec<AlternateView>,
    /// The way from the front page.
    pub breadcrumbs: Vec<CrumbView>,
    /// Is some of its text in another language than the page's, names aside?
    pub untranslated: bool,
    /// Structured data, escaped for a script element.
    pub json_ld: Option<String>,
    /// What it is when it is shared.
    pub share: Option<ShareView>,
}

/// A page when it is shared (Open Graph).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ShareView {
    /// `article` or `website`.
    pub kind: &'static str,
    /// The absolute address of a picture of 1200 × 630 pixels.
    pub image: String,
    /// What is written on it.
    pub alt: String,
    /// The language as Open Graph writes it: `sv_SE`; none of one that it does not know.
    pub locale: Option<&'static str>,
    /// The languages that the page exists in beside it.
    pub other_locales: Vec<&'static str>,
}

/// The page in another language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct TranslationView {
    /// The language.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
    /// The page.
    pub url: String,
    /// Is it this page?
    pub current: bool,
    /// Is it this page, and not the language's front page?
    pub exact: bool,
}

/// The page in another language, for search engines.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AlternateView {
    /// The language.
    pub lang: String,
    /// The absolute address.
    pub href: String,
}

/// A step of the way from the front page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct CrumbView {
    /// What it says.
    pub title: String,
    /// Where it leads.
    pub url: String,
}
