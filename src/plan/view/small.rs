//! The views that others are made of: texts, dates, links, images, notices, cards.

use serde::{Deserialize, Serialize};

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
    /// The same without the year where that is the page's.
    pub near: String,
    /// `januari 2021`.
    pub month: String,
    /// `onsdag 27 januari 2021`.
    pub day: String,
    /// The same without the year where that is the page's.
    pub day_near: String,
}

/// The original of a translation that is older than it.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct OriginalView {
    /// Its page.
    pub url: String,
    /// Its language.
    pub lang: String,
    /// When it was changed.
    pub updated: DateView,
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
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Default)]
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
    /// Is it about these days, and not a long time? Then it stands before all else.
    pub now: bool,
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

/// A centre or a service of one, as a line.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FeedCentre {
    /// Its name.
    pub name: String,
    /// The absolute address of its page.
    pub url: Option<String>,
    /// Where it is; empty where nobody says so.
    pub address: String,
    /// Its phone.
    pub phone: Option<FeedLink>,
}

/// A link of a text.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct FeedLink {
    /// What it says.
    pub text: String,
    /// A checked address.
    pub href: String,
}
