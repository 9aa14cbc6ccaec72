//! Each text and each language that the site has: is it translated, and is the translation as new as the original?

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Cell, Table};
use crate::base::SourcePath;
use crate::model::Folder;
use crate::survey::Survey;

const TRANSLATIONS: &[&str] =
    &["municipality", "title", "language", "translation", "updated", "original", "file"];

/// A news item or page in one language, as far as it matters here.
struct Version<'a> {
    title: &'a str,
    /// The latest change.
    changed: Option<Date>,
    draft: bool,
    path: &'a SourcePath,
}

/// The order of texts: news first, the newest before all, then pages.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum TextOrder<'a> {
    News(Reverse<&'a str>),
    Page(&'a str),
}

/// The texts of a folder, each by its languages.
type Texts<'a> = BTreeMap<TextOrder<'a>, BTreeMap<&'a str, Version<'a>>>;

/// The translations that there are, and those that are missing.
pub fn translations(survey: &Survey, folders: &[&Folder]) -> Table {
    let own = survey.own();
    let mut rows = Vec::new();
    for folder in folders {
        let site = survey.site.iter().flat_map(|site| site.languages.iter());
        let municipal = folder.config.as_ref().and_then(|config| config.value.languages.as_ref());
        let languages: Vec<&str> = match municipal {
            Some(languages) => languages.iter().map(String::as_str).collect(),
            None => site.map(String::as_str).collect(),
        };
        for versions in texts(survey, folder).values() {
            let Some((original_lang, original)) =
                versions.get_key_value(own).or_else(|| versions.first_key_value())
            else {
                continue;
            };
            if original.draft {
                continue;
            }
            let others = languages.iter().filter(|lang| *lang != original_lang);
            rows.extend(others.map(|lang| row(folder, (lang, versions.get(lang)), original)));
        }
    }
    Table { columns: TRANSLATIONS, rows }
}

fn texts<'a>(survey: &'a Survey, folder: &'a Folder) -> Texts<'a> {
    let own = survey.own();
    let mut texts = Texts::new();
    for news in folder.news.iter().filter(|news| !survey.broken.contains(&news.path)) {
        let value = &news.value;
        let version = Version {
            title: &value.title,
            changed: Some(value.updated.unwrap_or(value.date)),
            draft: value.draft,
            path: &news.path,
        };
        let lang = value.lang.as_deref().unwrap_or(own);
        texts.entry(TextOrder::News(Reverse(&value.name))).or_default().insert(lang, version);
    }
    for page in folder.pages.iter().filter(|page| !survey.broken.contains(&page.path)) {
        let value = &page.value;
        let version =
            Version { title: &value.title, changed: value.updated, draft: value.draft, path: &page.path };
        let lang = value.lang.as_deref().unwrap_or(own);
        texts.entry(TextOrder::Page(&value.name)).or_default().insert(lang, version);
    }
    texts
}

fn row(folder: &Folder, (lang, found): (&str, Option<&Version<'_>>), original: &Version<'_>) -> Vec<Cell> {
    let is_older = |version: &Version<'_>| {
        original.changed.is_some_and(|changed| version.changed.is_none_or(|own| own < changed))
    };
    let state = match found {
        None => "missing",
        Some(version) if version.draft => "draft",
        Some(version) if is_older(version) => "older",
        Some(_) => "there",
    };
    vec![
        Cell::of(&folder.id),
        Cell::of(original.title),
        Cell::of(lang),
        Cell::Word(state),
        Cell::day(found.and_then(|version| version.changed)),
        Cell::day(original.changed),
        Cell::of(found.map_or(original.path, |version| version.path).as_str()),
    ]
}
