//! Pictures, and the front matter of news and pages.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{ChecksFile, forms, rules};
use crate::parse::values::Text;

/// A picture.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::alt_or_decorative)]
pub struct ImageFile {
    /// Its path, from the municipality's folder.
    #[schemars(with = "forms::Words")]
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
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::until_or_expires)]
pub struct NewsFile {
    /// Its title.
    #[schemars(with = "forms::Words")]
    pub title: String,
    /// The day of publication; the file name's when left out.
    #[schemars(with = "Option<forms::Date>")]
    pub date: Option<String>,
    /// The ingress: one paragraph of plain text.
    #[schemars(with = "forms::Words")]
    pub lead: String,
    /// What it is about.
    #[schemars(with = "Option<forms::Words>")]
    pub category: Option<String>,
    /// News or notice.
    pub kind: Option<NewsKind>,
    /// Centres that are shown as boxes.
    #[serde(default)]
    #[schemars(with = "Vec<forms::CentreName>", extend("uniqueItems" = true))]
    pub centres: Vec<String>,
    /// The lead image.
    pub image: Option<ImageFile>,
    /// A function or unit.
    #[schemars(with = "Option<forms::Words>")]
    pub published_by: Option<String>,
    /// Who wrote it.
    #[schemars(with = "Option<forms::Words>")]
    pub author: Option<String>,
    /// The latest change.
    #[schemars(with = "Option<forms::Date>")]
    pub updated: Option<String>,
    /// The last day that it is listed.
    #[schemars(with = "Option<forms::Date>")]
    pub until: Option<String>,
    /// The same said otherwise: from this day on it is not listed.
    #[schemars(with = "Option<forms::Date>")]
    pub expires: Option<String>,
    /// Only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Other news to read; chosen when left out.
    #[schemars(with = "Option<Vec<forms::Name>>", extend("uniqueItems" = true))]
    pub related: Option<Vec<String>>,
    /// Old addresses that lead here.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Alias>")]
    pub aliases: Vec<String>,
    /// Which checks are turned off for this file.
    pub checks: Option<ChecksFile>,
}

/// News or notice.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
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
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct PageFile {
    /// Its title.
    #[schemars(with = "forms::Words")]
    pub title: String,
    /// The ingress.
    #[schemars(with = "Option<forms::Words>")]
    pub lead: Option<String>,
    /// The latest change.
    #[schemars(with = "Option<forms::Date>")]
    pub updated: Option<String>,
    /// A function or unit.
    #[schemars(with = "Option<forms::Words>")]
    pub published_by: Option<String>,
    /// Does it stand in the navigation?
    #[serde(default)]
    pub navigation: bool,
    /// Its place among the pages: lower first.
    #[serde(default)]
    #[schemars(range(min = i32::MIN, max = i32::MAX))]
    pub weight: i32,
    /// The last day that it is in the navigation and in lists.
    #[schemars(with = "Option<forms::Date>")]
    pub until: Option<String>,
    /// Only with `--drafts`.
    #[serde(default)]
    pub draft: bool,
    /// Old addresses that lead here.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Alias>")]
    pub aliases: Vec<String>,
    /// Which checks are turned off for this file.
    pub checks: Option<ChecksFile>,
}
