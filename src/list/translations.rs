//! Each text and each language that the site has: is it translated, and is the translation as new as the original?

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Cell, Table};
use crate::base::SourcePath;
use crate::model::Folder;
use crate::parse::article::ArticleHead;
use crate::survey::Survey;

const TRANSLATIONS: &[&str] =
    &["municipality", "title", "language", "translation", "updated", "original", "file"];

/// The order of texts: news first, the newest before all, then pages.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum TextOrder<'a> {
    News(Reverse<&'a str>),
    Page(&'a str),
}

/// A text in a language, with its file.
type Version<'a> = (&'a SourcePath, ArticleHead<'a>);

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
            if original.1.draft {
                continue;
            }
            let others = languages.iter().filter(|lang| *lang != original_lang);
            rows.extend(others.map(|lang| row(folder, (lang, versions.get(lang)), original)));
        }
    }
    Table { columns: TRANSLATIONS, rows }
}

fn texts<'a>(survey: &'a Survey, folder: &'a Folder) -> Texts<'a> {
    let mut texts = Texts::new();
    for (path, head) in folder.articles().filter(|(path, _)| !survey.broken.contains(path)) {
        let name = head.name;
        let order = if head.date.is_some() { TextOrder::News(Reverse(name)) } else { TextOrder::Page(name) };
        let lang = head.lang.unwrap_or(survey.own());
        texts.entry(order).or_default().insert(lang, (path, head));
    }
    texts
}

fn row(folder: &Folder, (lang, found): (&str, Option<&Version<'_>>), original: &Version<'_>) -> Vec<Cell> {
    let (original_path, original) = original;
    let is_older = |version: &ArticleHead<'_>| {
        original.latest().is_some_and(|changed| version.latest().is_none_or(|own| own < changed))
    };
    let state = match found {
        None => "missing",
        Some((_, version)) if version.draft => "draft",
        Some((_, version)) if is_older(version) => "older",
        Some(_) => "there",
    };
    vec![
        Cell::of(&folder.id),
        Cell::of(original.title),
        Cell::of(lang),
        Cell::Word(state),
        Cell::day(found.and_then(|(_, version)| version.latest())),
        Cell::day(original.latest()),
        Cell::of(found.map_or(original_path, |(path, _)| path).as_str()),
    ]
}
