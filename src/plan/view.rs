//! Views: what templates are given, field by field as `docs/themes.md` says.
//!
//! A view is data alone: texts in the page's language, dates in words, addresses of a checked kind. Its hash is its fingerprint,
//! so a page is made again exactly when something that it shows has changed.

use serde::Serialize;

/// A text, and its language where that is not the page's.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Default)]
pub struct TextView {
    /// The text.
    pub text: String,
    /// Its language, if not the page's.
    pub lang: Option<String>,
    /// Its direction, if not the page's.
    pub dir: Option<&'static str>,
}

/// A date.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct DateView {
    /// `2021-01-27`.
    pub iso: String,
    /// `27 januari 2021`.
    pub text: String,
    /// `januari 2021`.
    pub month: String,
    /// `onsdag 27 januari 2021`.
    pub day: String,
}

/// A link to elsewhere.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct LinkView {
    /// What it says.
    pub text: TextView,
    /// A checked address.
    pub href: String,
}

/// An image.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ImageView {
    /// The original without its hidden data.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// What it shows; empty when it only decorates.
    pub alt: String,
    /// The language of `alt`, if not the page's.
    pub alt_lang: Option<String>,
    /// Who made it.
    pub credit: Option<TextView>,
    /// Where consent is recorded.
    pub consent: Option<TextView>,
    /// A caption.
    pub caption: Option<String>,
    /// Does it stand alone?
    pub block: bool,
    /// Narrower versions in WebP, from narrow to wide.
    pub variants: Vec<VariantView>,
}

/// A version of an image.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct VariantView {
    /// Its address.
    pub url: String,
    /// Its width in pixels.
    pub width: u32,
}

/// A notice.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct NoticeView {
    /// Its heading.
    pub title: TextView,
    /// Its text as HTML.
    pub body: Option<String>,
    /// The language of the text, if not the page's.
    pub body_lang: Option<String>,
    /// The first day.
    pub from: Option<DateView>,
    /// The last day.
    pub until: Option<DateView>,
    /// Where to read more.
    pub links: Vec<LinkView>,
}

/// A news item in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct CardView {
    /// Its title.
    pub title: String,
    /// Its address.
    pub url: String,
    /// The day of publication.
    pub date: DateView,
    /// The latest change.
    pub updated: Option<DateView>,
    /// What it is about.
    pub category: Option<String>,
    /// The ingress.
    pub lead: String,
    /// `news` or `notice`.
    pub kind: &'static str,
    /// The lead image.
    pub image: Option<ImageView>,
    /// Its language, if not the page's.
    pub lang: Option<String>,
    /// Is it no longer current?
    pub outdated: bool,
    /// Is it a draft?
    pub draft: bool,
    /// Is its day still to come?
    pub future: bool,
    /// Who publishes it, where that is not this site.
    pub source: Option<TextView>,
}

/// A centre in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BoxView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// Its page, where it can be linked.
    pub url: Option<String>,
    /// Where it stands in its life.
    pub status: &'static str,
    /// Its kind.
    #[serde(rename = "type")]
    pub kind: Option<&'static str>,
    /// Where it is.
    pub address: Option<AddressView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// Mail.
    pub email: Option<LinkView>,
    /// Its own page elsewhere.
    pub link: Option<LinkView>,
    /// What one can get there.
    pub services: Vec<BoxServiceView>,
    /// When it is planned to open, in words.
    pub planned_opening: Option<String>,
    /// Its municipality.
    pub municipality: TextView,
    /// A map of the place.
    pub map_url: Option<String>,
    /// Its first picture.
    pub image: Option<ImageView>,
}

/// A service in a box.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BoxServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
}

/// An address.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct AddressView {
    /// Street and number.
    pub street: String,
    /// `145 61`.
    pub postal_code: Option<String>,
    /// The postal town.
    pub city: Option<String>,
    /// Which door.
    pub entrance: Option<TextView>,
}

/// Hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct HoursView {
    /// The usual week, from Monday; empty when it is not known.
    pub week: Vec<WeekdayView>,
    /// The day that the page is made for.
    pub today: Option<TodayView>,
    /// Coming days that are not as usual.
    pub exceptions: Vec<SpecialView>,
}

/// A weekday.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct WeekdayView {
    /// `monday`.
    pub day: &'static str,
    /// `måndag`.
    pub name: String,
    /// `09.00–12.00`; none when closed.
    pub times: Vec<String>,
    /// Is it today's weekday?
    pub today: bool,
}

/// Today's hours.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct TodayView {
    /// The day.
    pub date: DateView,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Why it is not as usual.
    pub reason: Option<TextView>,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// Days that are not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SpecialView {
    /// The day or period in words.
    pub date: String,
    /// The first day.
    pub from: DateView,
    /// The last day.
    pub to: DateView,
    /// When it is open.
    pub times: Vec<String>,
    /// Is it closed?
    pub closed: bool,
    /// Why.
    pub reason: Option<TextView>,
    /// Which services; all when empty.
    pub services: Vec<TextView>,
    /// Is it a holiday by rule?
    pub holiday: bool,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// A centre's own page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct CentreView {
    /// When it is open.
    pub hours: Option<HoursView>,
    /// What one can get there.
    pub services: Vec<ServiceView>,
    /// Notices valid today.
    pub notices: Vec<NoticeView>,
    /// What happens each week.
    pub activities: Vec<ActivityView>,
    /// Languages that the staff speak.
    pub spoken_languages: Vec<LanguageView>,
    /// How accessible its premises are.
    pub premises: Vec<FeatureView>,
    /// Anything else about the premises.
    pub premises_note: Option<TextView>,
    /// The way there.
    pub getting_there: Option<GettingThereView>,
    /// Pictures.
    pub images: Vec<ImageView>,
    /// When it opened.
    pub opened: Option<DateView>,
    /// When its facts were last checked.
    pub reviewed: Option<DateView>,
    /// The function that answers for them.
    pub owner: Option<TextView>,
    /// Where it is.
    pub geo: Option<GeoView>,
}

/// A place.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct GeoView {
    /// Latitude in degrees.
    pub lat: String,
    /// Longitude in degrees.
    pub lon: String,
}

/// A service on the centre's page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ServiceView {
    /// Its kind.
    pub kind: &'static str,
    /// Its own name.
    pub name: Option<TextView>,
    /// Who runs it.
    pub operator: Option<OperatorView>,
    /// Phone.
    pub phone: Option<LinkView>,
    /// Its page.
    pub link: Option<LinkView>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// Its own hours.
    pub hours: Option<HoursView>,
}

/// Who runs a service.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct OperatorView {
    /// What kind of body.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// Its name.
    pub name: Option<TextView>,
}

/// What happens each week.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ActivityView {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub title: TextView,
    /// `tuesday`.
    pub day: &'static str,
    /// `tisdag`.
    pub day_name: String,
    /// `10.00–10.30`.
    pub times: String,
    /// For whom, in words.
    pub ages: Option<String>,
    /// Does one need to book?
    pub access: Option<&'static str>,
    /// In which language.
    pub language: Option<LanguageView>,
    /// The first day.
    pub valid_from: Option<DateView>,
    /// The last day.
    pub valid_to: Option<DateView>,
}

/// A language.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct LanguageView {
    /// Its code.
    pub lang: String,
    /// Which way it is written.
    pub dir: &'static str,
    /// Its name in itself.
    pub name: String,
}

/// A feature of the premises.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct FeatureView {
    /// Which.
    pub key: &'static str,
    /// Is it there?
    pub available: bool,
}

/// The way there.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct GettingThereView {
    /// By bus, train or underground.
    pub transit: Option<TextView>,
    /// By car.
    pub car: Option<TextView>,
    /// Where to leave the pram.
    pub pram_parking: Option<TextView>,
}

/// What every page of a site and language shares.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SiteView {
    /// `region` or `municipality`.
    pub kind: &'static str,
    /// The municipality's id.
    pub id: String,
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
    /// Links in the head of each page.
    pub navigation: Vec<NavigationView>,
    /// The front page.
    pub home_url: String,
    /// The news list.
    pub news_url: Option<String>,
    /// The centres.
    pub centres_url: Option<String>,
    /// The accessibility statement.
    pub accessibility_url: String,
    /// The feed.
    pub feed_url: Option<String>,
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
    /// Structured data, escaped for a script element.
    pub json_ld: Option<String>,
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

/// A standing page in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PageLinkView {
    /// Its title.
    pub title: String,
    /// The ingress.
    pub lead: Option<String>,
    /// Its address.
    pub url: String,
}

/// A municipality on the region's front page.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct MunicipalityView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// Its front page.
    pub url: String,
    /// Its centres.
    pub centres: Vec<BoxView>,
}

/// How many there are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Default)]
pub struct CountsView {
    /// Municipalities.
    pub municipalities: usize,
    /// Centres.
    pub centres: usize,
    /// Centres that are open.
    pub open: usize,
    /// Centres that are planned.
    pub planned: usize,
}

/// A drawn map of the centres whose place is known.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct MapView {
    /// The centres.
    pub points: Vec<PointView>,
    /// Width by height.
    pub aspect: f64,
}

/// A centre on the map.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct PointView {
    /// From the left, in per cent.
    pub x: f64,
    /// From the top, in per cent.
    pub y: f64,
    /// The centre.
    pub name: TextView,
    /// Its page.
    pub url: String,
}

/// The pages of a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PagerView {
    /// This page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// How many items there are on all of them.
    pub total: usize,
    /// The page before.
    pub previous_url: Option<String>,
    /// The page after.
    pub next_url: Option<String>,
    /// All of them.
    pub urls: Vec<PagerPageView>,
}

/// A page of a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PagerPageView {
    /// Its number, from 1.
    pub number: usize,
    /// Its address.
    pub url: String,
    /// Is it this page?
    pub current: bool,
}

/// The accessibility statement.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct StatementView {
    /// How far the site meets the law.
    pub status: &'static str,
    /// When it was assessed.
    pub assessed_on: Option<DateView>,
    /// When the statement was changed.
    pub updated_on: Option<DateView>,
    /// Who assessed it.
    pub method: &'static str,
    /// Known shortcomings.
    pub issues: Vec<IssueView>,
    /// What would be a disproportionate burden to mend.
    pub disproportionate_burden: Vec<BurdenView>,
    /// What the law does not cover.
    pub out_of_scope: Vec<ScopeView>,
    /// The form for reports.
    pub feedback_url: Option<LinkView>,
}

/// A known shortcoming.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct IssueView {
    /// What does not work.
    pub what: TextView,
    /// Why.
    pub reason: Option<TextView>,
    /// The success criteria that it fails.
    pub wcag: Vec<String>,
    /// What to use instead.
    pub alternative: Option<TextView>,
    /// When it will be mended.
    pub fix_by: Option<DateView>,
}

/// A disproportionate burden.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct BurdenView {
    /// What does not work.
    pub what: TextView,
    /// Why mending it would be one.
    pub motivation: TextView,
}

/// What the law does not cover.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct ScopeView {
    /// What.
    pub what: TextView,
    /// Why.
    pub reason: Option<TextView>,
}
