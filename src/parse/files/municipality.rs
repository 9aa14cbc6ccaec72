//! `site.yaml` and `municipality.yaml`.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{forms, rules};
use crate::parse::values::Text;

/// `content/site.yaml`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct SiteFile {
    /// The title of the region's site.
    pub title: Text,
    /// The absolute address that the site is published at.
    #[schemars(with = "forms::WebAddress")]
    pub base_url: String,
    /// Who is responsible for the site.
    pub organisation: Text,
    /// The site's language; `sv` when left out.
    #[schemars(with = "Option<forms::Language>")]
    pub language: Option<String>,
    /// The languages of its pages; the site's own when left out.
    #[schemars(with = "Option<Vec<forms::Language>>", extend("uniqueItems" = true))]
    pub languages: Option<Vec<String>>,
    /// The theme of the region's pages, and of municipalities that name none; `base` when left out.
    #[schemars(with = "Option<forms::Words>")]
    pub theme: Option<String>,
    /// The accessibility statement of the region's own pages.
    pub accessibility_statement: Option<StatementFile>,
    /// Which checks are turned off for the whole site.
    pub checks: Option<ChecksFile>,
}

/// Which checks are turned off for a file.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ChecksFile {
    /// The codes of warnings that are not told, such as `FC0202`.
    #[schemars(with = "Vec<forms::Warning>")]
    pub off: Vec<String>,
}

/// `content/<id>/municipality.yaml`.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct MunicipalityFile {
    /// The municipality's name.
    pub name: Text,
    /// SCB's code.
    #[schemars(with = "forms::MunicipalityCode")]
    pub code: String,
    /// The region that runs maternal and child health here.
    pub region: Option<Text>,
    /// The absolute address of this folder, when it is published on a server of its own.
    #[schemars(with = "Option<forms::WebAddress>")]
    pub base_url: Option<String>,
    /// Its theme; the site's when left out.
    #[schemars(with = "Option<forms::Words>")]
    pub theme: Option<String>,
    /// Its languages; the site's when left out.
    #[schemars(with = "Option<Vec<forms::Language>>", extend("uniqueItems" = true))]
    pub languages: Option<Vec<String>>,
    /// How to reach the municipality.
    pub contact: Option<ContactFile>,
    /// What holidays mean for hours.
    pub holidays: Option<HolidaysFile>,
    /// Third-party hosts that its pages may load from.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Host>")]
    pub allowed_hosts: Vec<String>,
    /// Words that mean the same to those who search: groups of at least two.
    #[serde(default)]
    #[schemars(with = "Vec<Vec<forms::Synonym>>")]
    pub synonyms: Vec<Vec<String>>,
    /// Links in the head of each page.
    #[serde(default)]
    pub navigation: Vec<NavigationFile>,
    /// Notices on its front page.
    #[serde(default)]
    pub notices: Vec<NoticeFile>,
    /// The accessibility statement that lag (2018:1937) demands.
    pub accessibility_statement: Option<StatementFile>,
    /// Which checks are turned off for the municipality.
    pub checks: Option<ChecksFile>,
}

/// Phone, mail and address.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ContactFile {
    /// A Swedish phone number.
    #[schemars(with = "Option<forms::PhoneNumber>")]
    pub phone: Option<String>,
    /// An e-mail address.
    #[schemars(with = "Option<forms::EmailAddress>")]
    pub email: Option<String>,
    /// A web address.
    #[schemars(with = "Option<forms::WebAddress>")]
    pub url: Option<String>,
}

/// What holidays mean for hours that say nothing of them.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct HolidaysFile {
    /// Public holidays; closed when left out.
    pub public: Option<HolidayRule>,
    /// The eves that are often free or shorter; warn when left out.
    pub eves: Option<HolidayRule>,
}

/// What a holiday does to the hours of its weekday.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// Closed.
    Closed,
    /// Open as usual.
    Open,
    /// As usual, but the page says that they may differ and the build warns.
    Warn,
}

/// An entry of the navigation: a page, a centre, or an address.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
#[schemars(transform = rules::one_target)]
pub struct NavigationFile {
    /// What the link says.
    pub title: Text,
    /// The slug of a page.
    #[schemars(with = "Option<forms::Name>")]
    pub page: Option<String>,
    /// The id of a centre.
    #[schemars(with = "Option<forms::Name>")]
    pub centre: Option<String>,
    /// An absolute address.
    #[schemars(with = "Option<forms::WebAddress>")]
    pub url: Option<String>,
    /// Its place in the navigation: lower first.
    #[serde(default)]
    #[schemars(range(min = i32::MIN, max = i32::MAX))]
    pub weight: i32,
}

/// A notice.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct NoticeFile {
    /// Its heading.
    pub title: Text,
    /// Its text, in Markdown.
    pub body: Option<Text>,
    /// The first day that it is shown.
    #[schemars(with = "Option<forms::Date>")]
    pub from: Option<String>,
    /// The last day that it is shown.
    #[schemars(with = "Option<forms::Date>")]
    pub until: Option<String>,
    /// Where to read more.
    #[serde(default)]
    pub links: Vec<LinkFile>,
}

/// A link with its text.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct LinkFile {
    /// What the link says.
    pub title: Text,
    /// An absolute address.
    #[schemars(with = "forms::WebAddress")]
    pub url: String,
}

/// The accessibility statement.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct StatementFile {
    /// How far the site meets the law.
    pub status: Compliance,
    /// When it was assessed.
    #[schemars(with = "forms::Date")]
    pub assessed_on: String,
    /// When the statement was last changed.
    #[schemars(with = "forms::Date")]
    pub updated_on: String,
    /// Who assessed it.
    pub method: Method,
    /// Known shortcomings.
    #[serde(default)]
    pub issues: Vec<IssueFile>,
    /// Shortcomings that it would be a disproportionate burden to mend (12 §).
    #[serde(default)]
    pub disproportionate_burden: Vec<BurdenFile>,
    /// Content that the law does not cover.
    #[serde(default)]
    pub out_of_scope: Vec<ReasonFile>,
    /// An accessible form for reports; mail alone is not enough.
    #[schemars(with = "forms::WebAddress")]
    pub feedback_url: String,
}

/// How far the site meets the law.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Compliance {
    /// Wholly.
    Fully,
    /// Save for the shortcomings named.
    Partially,
    /// Not.
    NotCompliant,
}

impl Compliance {
    /// Its name in a file.
    pub fn key(self) -> &'static str {
        match self {
            Self::Fully => "fully",
            Self::Partially => "partially",
            Self::NotCompliant => "not_compliant",
        }
    }
}

/// Who assessed the site.
#[derive(Deserialize, JsonSchema, Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The organisation itself.
    #[serde(rename = "self")]
    Own,
    /// Somebody from outside.
    External,
}

/// A known shortcoming.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct IssueFile {
    /// What does not work.
    pub what: Text,
    /// Why.
    pub reason: Option<Text>,
    /// The success criteria that it fails, such as `1.2.2`.
    #[serde(default)]
    #[schemars(with = "Vec<forms::Criterion>")]
    pub wcag: Vec<String>,
    /// What to use instead.
    pub alternative: Option<Text>,
    /// When it will be mended.
    #[schemars(with = "Option<forms::Date>")]
    pub fix_by: Option<String>,
}

/// A shortcoming that would cost too much to mend.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct BurdenFile {
    /// What does not work.
    pub what: Text,
    /// Why mending it would be a disproportionate burden.
    pub motivation: Text,
}

/// Something and why.
#[derive(Deserialize, JsonSchema, Debug)]
#[serde(deny_unknown_fields)]
pub struct ReasonFile {
    /// What.
    pub what: Text,
    /// Why.
    pub reason: Option<Text>,
}
