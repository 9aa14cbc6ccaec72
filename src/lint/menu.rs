//! The menu: the same place twice, and two places with the same name. It stands on every page, and who listens to it hears both.

use std::collections::HashMap;

use super::LintGround;
use super::fields::way_in;
use crate::base::characters::one_line;
use crate::base::{At, Code, Diagnostic, Seg, key};
use crate::model::Folder;
use crate::parse::municipality::{Navigation, NavigationTarget};

/// How many words the menus of a folder may have for them to be compared: more is told of as such.
const MOST: usize = 1000;

/// The pages that fcsite puts into each menu: what the theme calls them.
const MADE: [(&str, [&str; 4]); 2] = [
    ("sv", ["Start", "Familjecentraler", "Det här händer", "Nyheter"]),
    ("en", ["Home", "Family centres", "What’s on", "News"]),
];

/// What stands in a folder's menu anyway, in a language.
fn made(folder: &Folder, lang: &str) -> impl Iterator<Item = &'static str> {
    let happens = folder.centres.iter().any(|centre| !centre.value.activities.is_empty());
    let is_there = [true, !folder.centres.is_empty(), happens, !folder.news.is_empty()];
    let titles = MADE.iter().find(|(known, _)| *known == lang).map(|(_, titles)| *titles);
    titles.into_iter().flatten().zip(is_there).filter_map(|(title, is_there)| is_there.then_some(title))
}

/// Looks at the menu of a folder.
pub fn lint(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let Some(config) = &folder.config else { return Vec::new() };
    let mut found = Vec::new();
    let mut places: HashMap<(&'static str, String), usize> = HashMap::new();
    let mut titles: HashMap<(String, String), String> = HashMap::new();
    let entries = config.value.navigation.iter().take(MOST).enumerate();
    for (index, entry) in entries {
        let way = |name: &str| vec![key("navigation"), Seg::Index(index), key(name)];
        let (field, target) = target(entry);
        if let Some(first) = places.insert((field, target.to_lowercase()), index) {
            let diagnostic = Diagnostic::new(Code::MenuTwice, &config.path, At::Value(way(field)));
            let diagnostic = diagnostic.with("kind", "place").with("value", target).with("title", "none");
            let number = config.value.gaps.number(&[key("navigation")], first) + 1;
            found.push(diagnostic.with("number", number).with("other", "none"));
            continue;
        }
        for (lang, title) in entry.title.each() {
            let at = At::Value(way_in(&way("title"), lang));
            let lang = lang.unwrap_or(ground.own);
            let known = (lang.to_string(), plain(title));
            if made(folder, lang).any(|made| plain(made) == known.1) {
                let diagnostic = Diagnostic::new(Code::MenuTwice, &config.path, at).with("kind", "made");
                let diagnostic = diagnostic.with("value", "none").with("title", title);
                found.push(diagnostic.with("number", "none").with("other", "none"));
                continue;
            }
            let here = format!("{}", config.value.gaps.number(&[key("navigation")], index) + 1);
            if let Some(other) = titles.insert(known, here) {
                let diagnostic = Diagnostic::new(Code::MenuTwice, &config.path, at).with("kind", "title");
                let diagnostic = diagnostic.with("value", "none").with("title", title);
                found.push(diagnostic.with("number", other).with("other", "none"));
            }
        }
    }
    // A page that asks for a place of its own, with the name of another entry.
    let listed = |name: &str| places.contains_key(&("page", name.to_lowercase()));
    let asking = folder.pages.iter().filter(|page| page.value.navigation && !listed(&page.value.name));
    let asking = asking.filter(|page| ground.drafts || !page.value.draft);
    for page in asking.take(MOST) {
        let lang = page.value.lang.as_deref().unwrap_or(ground.own);
        let known = (lang.to_string(), plain(&page.value.title));
        if let Some(other) = titles.insert(known, page.path.to_string()) {
            let at = At::field("navigation");
            let diagnostic = Diagnostic::new(Code::MenuTwice, &page.path, at).with("kind", "page");
            let diagnostic = diagnostic.with("value", "none").with("title", &page.value.title);
            let is_entry = other.bytes().all(|byte| byte.is_ascii_digit());
            let other = if is_entry { config.path.to_string() } else { other };
            found.push(diagnostic.with("number", "none").with("other", other));
        }
    }
    found
}

/// The field that says where an entry leads, and where that is.
fn target(entry: &Navigation) -> (&'static str, String) {
    match &entry.target {
        NavigationTarget::Page(name) => ("page", name.clone()),
        NavigationTarget::Centre(id) => ("centre", id.clone()),
        // With and without a slash at its end an address is the same page.
        NavigationTarget::Url(url) => ("url", url.as_str().trim_end_matches('/').to_string()),
    }
}

fn plain(title: &str) -> String {
    one_line(title).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_menu_has_is_called_as_the_theme_calls_it() {
        let words = [
            include_str!("../../themes/base/words/sv.yaml"),
            include_str!("../../themes/base/words/en.yaml"),
        ];
        for ((lang, titles), words) in MADE.iter().zip(words) {
            for (word, title) in ["nav_home", "centres_title", "agenda_link", "news_title"].iter().zip(titles)
            {
                assert!(words.contains(&format!("\n{word}: {title}\n")), "{lang}: {word}: {title}");
            }
        }
    }
}
