//! Front pages, lists and the accessibility statement.

use serde::Serialize;

use super::{BoxView, DateView, LinkView, TextView};

/// A standing page in a list.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct PageLinkView {
    /// Its title.
    pub title: String,
    /// The ingress.
    pub lead: Option<String>,
    /// Its address.
    pub url: String,
    /// The word that marks a draft; none for a page that is published.
    pub draft: Option<String>,
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
    /// Its page of what happens; none where nothing does.
    pub agenda_url: Option<String>,
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
