//! List: what there is, as rows. How they look (a table, JSON, CSV) is the host's matter.

mod activities;
mod pages;
mod phones;
mod translations;

use jiff::Unit;
use jiff::civil::Date;

use crate::base::{Code, SourcePath, named};
use crate::input::Inputs;
use crate::model::rules::review_due_since;
use crate::model::{Folder, Sourced, swedish_sort_key};
use crate::parse::article::{ArticleHead, Headed as _, News, Page};
use crate::parse::centre::Centre;
use crate::parse::files::Status;
use crate::survey::Survey;

named! {
    /// What to list. What stands at each is what a shell says of it, too.
    #[cfg_attr(feature = "host", derive(clap::ValueEnum))]
    pub enum Listing: name {
        /// News that are published.
        News = "news",
        /// Family centres.
        Centres = "centres",
        /// What happens in the coming two weeks.
        Activities = "activities",
        /// Standing pages.
        Pages = "pages",
        /// Each text in each language.
        Translations = "translations",
        /// Phone numbers.
        Phones = "phones",
        /// Warnings that are turned off.
        Off = "off",
        /// Drafts.
        Drafts = "drafts",
        /// News whose date is still to come.
        Future = "future",
        /// News and pages whose last day has passed.
        Expired = "expired",
        /// Centres whose facts somebody should look through.
        ReviewDue = "review-due",
    }
}

/// The days that a list is of.
#[derive(Clone, Copy, Debug)]
pub struct ListedDays {
    /// The day that is taken for today.
    pub now: Date,
    /// The first day whose activities are listed.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// A list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Table {
    /// Its columns, by the keys that data has for them.
    pub columns: &'static [&'static str],
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// What stands in a row's column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    /// A text.
    Text(String),
    /// A number.
    Number(i64),
    /// A word of the files, such as a status: data has it as it is, people read it in their language.
    Word(&'static str),
    /// Yes or no.
    Flag(bool),
    /// Nothing.
    None,
}

impl Cell {
    /// The cell as text; empty for nothing.
    pub fn text(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Word(word) => (*word).to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::None => String::new(),
        }
    }

    fn of(text: &str) -> Self {
        Self::Text(text.to_string())
    }

    fn day(date: Option<Date>) -> Self {
        date.map_or(Self::None, |date| Self::Text(date.to_string()))
    }

    fn optional(text: Option<&str>) -> Self {
        text.map_or(Self::None, Self::of)
    }
}

const NEWS: &[&str] = &["date", "municipality", "title", "category", "language", "file"];
const EXPIRED: &[&str] = &["until", "municipality", "title", "date", "language", "file"];
const CENTRES: &[&str] =
    &["municipality", "name", "status", "street", "city", "phone", "owner", "reviewed", "file"];
const OFF: &[&str] = &["code", "municipality", "file"];
const REVIEW: &[&str] = &["owner", "municipality", "page", "reviewed", "days", "file"];

/// Makes a list, as of a day; of some municipalities, or of all.
pub fn list(
    listing: Listing,
    (survey, inputs): (&Survey, &dyn Inputs),
    only: &[String],
    days: ListedDays,
) -> Table {
    let now = days.now;
    let wanted = |folder: &&Folder| only.is_empty() || only.contains(&folder.id);
    let folders: Vec<&Folder> = survey.folders().filter(wanted).collect();
    match listing {
        Listing::Centres => centres(survey, &folders),
        Listing::ReviewDue => review_due(survey, &folders, now),
        Listing::Activities => activities::activities(survey, &folders, days),
        Listing::Pages => pages::pages(survey, &folders, now),
        Listing::Translations => translations::translations(survey, &folders),
        Listing::Phones => phones::phones(survey, &folders, inputs),
        Listing::Off => off(survey, &folders, only.is_empty()),
        _ => news(listing, survey, &folders, now),
    }
}

/// A news item or a page, with its municipality and its category.
struct ListedItem<'a> {
    municipality: &'a str,
    category: Option<&'a str>,
    path: &'a SourcePath,
    head: ArticleHead<'a>,
}

fn news(listing: Listing, survey: &Survey, folders: &[&Folder], now: Date) -> Table {
    let own = survey.own();
    let wanted = |item: &News| match listing {
        Listing::Drafts => item.draft,
        Listing::Future => !item.draft && item.date > now,
        Listing::Expired => !item.draft && !item.is_current(now),
        _ => !item.draft && item.date <= now && item.is_current(now),
    };
    // A page has no day on which it is published.
    let wanted_page = |page: &Page| match listing {
        Listing::Drafts => page.draft,
        Listing::Expired => !page.draft && !page.is_current(now),
        _ => false,
    };
    let mut items: Vec<ListedItem<'_>> = Vec::new();
    for folder in folders {
        let news = folder.news.iter().filter(|item| wanted(&item.value));
        items.extend(news.map(|item| ListedItem {
            municipality: &folder.id,
            category: item.value.category.as_deref(),
            path: &item.path,
            head: item.value.head(),
        }));
        let pages = folder.pages.iter().filter(|page| wanted_page(&page.value));
        items.extend(pages.map(|page| ListedItem {
            municipality: &folder.id,
            category: None,
            path: &page.path,
            head: page.value.head(),
        }));
    }
    items.retain(|item| !survey.broken.contains(item.path));
    // The newest first, then the pages; of what is still to come, that which comes next.
    items.sort_by(|a, b| (b.head.date, a.path).cmp(&(a.head.date, b.path)));
    if listing == Listing::Future {
        items.reverse();
    }
    let row = |item: ListedItem<'_>| {
        let ListedItem { municipality, category, path, head } = item;
        let ArticleHead { title, date, until, lang, .. } = head;
        let [municipality, title, language, file] =
            [municipality, title, lang.unwrap_or(own), path.as_str()].map(Cell::of);
        if listing == Listing::Expired {
            vec![Cell::day(until), municipality, title, Cell::day(date), language, file]
        } else {
            vec![Cell::day(date), municipality, title, Cell::optional(category), language, file]
        }
    };
    let columns = if listing == Listing::Expired { EXPIRED } else { NEWS };
    Table { columns, rows: items.into_iter().map(row).collect() }
}

/// The warnings that are turned off: each once for each file that does it. Those of `site.yaml` are for all.
fn off(survey: &Survey, folders: &[&Folder], is_whole: bool) -> Table {
    let site = survey.site.iter().filter(|_| is_whole).flat_map(|site| &site.off);
    let mut rows: Vec<(Code, Option<&str>, String)> =
        site.map(|code| (*code, None, "content/site.yaml".to_string())).collect();
    for folder in folders {
        for (path, codes) in folder.chosen_off() {
            rows.extend(codes.iter().map(|code| (*code, Some(folder.id.as_str()), path.to_string())));
        }
    }
    rows.sort();
    rows.dedup();
    let row = |(code, municipality, file): (Code, Option<&str>, String)| {
        vec![Cell::of(&code.to_string()), Cell::optional(municipality), Cell::Text(file)]
    };
    Table { columns: OFF, rows: rows.into_iter().map(row).collect() }
}

fn centres(survey: &Survey, folders: &[&Folder]) -> Table {
    let own = survey.own();
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    for (folder, centre) in all_centres(survey, folders) {
        let value = &centre.value;
        let name = value.name.in_language(own, own).0;
        let address = value.address.as_ref();
        let row = vec![
            Cell::of(&folder.id),
            Cell::of(name),
            Cell::Word(value.status.key()),
            Cell::optional(address.map(|address| address.street.as_str())),
            Cell::optional(address.and_then(|address| address.city.as_deref())),
            Cell::optional(value.phone.as_ref().map(|phone| phone.shown()).as_deref()),
            Cell::optional(value.owner.as_ref().map(|owner| owner.in_language(own, own).0)),
            Cell::day(value.reviewed),
            Cell::of(centre.path.as_str()),
        ];
        rows.push((format!("{}/{}", folder.id, swedish_sort_key(name)), row));
    }
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    Table { columns: CENTRES, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn all_centres<'a>(
    survey: &'a Survey,
    folders: &'a [&'a Folder],
) -> impl Iterator<Item = (&'a Folder, &'a Sourced<Centre>)> {
    let all = folders.iter().flat_map(|folder| folder.centres.iter().map(|centre| (*folder, centre)));
    all.filter(|(_, centre)| !survey.broken.contains(&centre.path))
}

/// What has waited longest comes first, and before all what nobody ever reviewed.
fn review_due(survey: &Survey, folders: &[&Folder], now: Date) -> Table {
    let own = survey.own();
    let due = |centre: &Centre| {
        centre.status == Status::Open && centre.reviewed.is_none_or(|day| day < review_due_since(now))
    };
    let mut found: Vec<(&Folder, &Sourced<Centre>)> =
        all_centres(survey, folders).filter(|(_, centre)| due(&centre.value)).collect();
    found.sort_by_key(|(_, centre)| (centre.value.reviewed, &centre.path));
    let row = |(folder, centre): (&Folder, &Sourced<Centre>)| {
        let value = &centre.value;
        let days =
            value.reviewed.and_then(|day| now.since((Unit::Day, day)).ok()).map(|span| span.get_days());
        let owner = value.owner.as_ref().map(|owner| owner.in_language(own, own).0);
        vec![
            Cell::optional(owner),
            Cell::of(&folder.id),
            Cell::of(value.name.in_language(own, own).0),
            Cell::day(value.reviewed),
            days.map_or(Cell::None, |days| Cell::Number(i64::from(days))),
            Cell::of(centre.path.as_str()),
        ]
    };
    Table { columns: REVIEW, rows: found.into_iter().map(row).collect() }
}
