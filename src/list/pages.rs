//! The standing pages: where each is, and what decides who sees it.

use jiff::civil::Date;

use super::{Cell, Table};
use crate::model::{Folder, Sourced, swedish_sort_key};
use crate::parse::SHARED;
use crate::parse::article::Page;
use crate::parse::municipality::NavigationTarget;
use crate::plan::Urls;
use crate::survey::Survey;

const PAGES: &[&str] =
    &["municipality", "address", "title", "menu", "draft", "until", "updated", "language", "file"];

/// The pages of some folders, in the order of their titles.
pub fn pages(survey: &Survey, folders: &[&Folder], now: Date) -> Table {
    let mut rows: Vec<(String, Vec<Cell>)> = Vec::new();
    for folder in folders {
        for page in folder.pages.iter().filter(|page| !survey.broken.contains(&page.path)) {
            let key = format!("{}/{}/{}", folder.id, swedish_sort_key(&page.value.title), page.path.as_str());
            rows.push((key, row(survey, folder, page, now)));
        }
    }
    rows.sort_by(|(a, _), (b, _)| a.cmp(b));
    Table { columns: PAGES, rows: rows.into_iter().map(|(_, row)| row).collect() }
}

fn row(survey: &Survey, folder: &Folder, page: &Sourced<Page>, now: Date) -> Vec<Cell> {
    let own = survey.own();
    let value = &page.value;
    let lang = value.lang.as_deref().unwrap_or(own);
    let place = if folder.id == SHARED { String::new() } else { format!("{}/", folder.id) };
    let entries = folder.config.iter().flat_map(|config| &config.value.navigation);
    let is_named = entries
        .into_iter()
        .any(|entry| matches!(&entry.target, NavigationTarget::Page(name) if *name == value.name));
    let is_in_menu = (value.navigation || is_named) && !value.draft && value.is_current(now);
    vec![
        Cell::of(&folder.id),
        Cell::Text(format!("/{place}{}", Urls::new(lang, own).page(&value.name))),
        Cell::of(&value.title),
        Cell::Flag(is_in_menu),
        Cell::Flag(value.draft),
        Cell::day(value.until),
        Cell::day(value.updated),
        Cell::of(lang),
        Cell::of(page.path.as_str()),
    ]
}
