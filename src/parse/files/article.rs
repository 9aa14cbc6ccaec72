//! Pictures, and the front matter of news and pages.

use serde::Deserialize;

use super::ChecksFile;
use crate::parse::values::Text;

/// A picture.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct ImageFile {
    /// Its path, from the municipality's folder.
    pub src: String,
    /// What it shows.
    pub alt: Option<Text>,
    /// It only decorates.
    pub decorative: Option<bool>,
    /// Who made it.
    pub credit: Option<Text>,
    /// Where the consent of those whom it shows is recorded.
    pub consent: Option<Text>,
}

/// The front matter of `news/YYYY-MM-DD-slug.md`.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct NewsFile {
    /// Its title.
    pub title: String,
    /// The day of publication; the file name's when left out.
    pub date: Option<String>,
    /// The ingress: one paragraph of plain text.
    pub lead: String,
    /// What it is about.
    pub category: Option<String>,
    /// News or notice.
    pub kind: Option<NewsKind>,
    /// Centres that are shown as boxes.
    #[serde(default)]
    pub centres: Vec<String>,
    /// The lead image.
    pub image: Option<ImageFile>,
    /// A function or unit.
    pub published_by: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The latest change.
    pub updated: Option<String>,
    /// From this day on it is not listed.
    pub expires: Option<String>,
    /// Only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Other news to read; chosen when left out.
    pub related: Option<Vec<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Which checks are turned off for this file.
    pub checks: Option<ChecksFile>,
}

/// News or notice.
#[derive(Deserialize, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum NewsKind {
    /// News.
    News,
    /// A notice: something to know, often for a time.
    Notice,
}

impl NewsKind {
    /// As files and themes' words write it.
    pub fn key(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Notice => "notice",
        }
    }
}

/// The front matter of `pages/slug.md`.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    /// Its title.
    pub title: String,
    /// The ingress.
    pub lead: Option<String>,
    /// The latest change.
    pub updated: Option<String>,
    /// A function or unit.
    pub published_by: Option<String>,
    /// Does it stand in the navigation?
    #[serde(default)]
    pub navigation: bool,
    /// Its place among the pages: lower first.
    #[serde(default)]
    pub weight: i32,
    /// Old addresses that lead here.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Which checks are turned off for this file.
    pub checks: Option<ChecksFile>,
}
