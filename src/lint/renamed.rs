//! Translations that stand alone since their original was given another name, or was taken away and written anew: the page of the one language
//! no longer leads to the other.

use std::collections::{HashMap, HashSet};

use super::ItemText;
use crate::base::{At, Code, Diagnostic, SourcePath, nearest};
use crate::model::Folder;
use crate::parse::article::{ArticleHead, Headed as _};
use crate::parse::values::parse_date;

/// Translations whose original has another name now: the file beside them that has all that a language does not change, on the same day.
pub(super) fn lint(folder: &Folder, texts: &[ItemText<'_>], own: &str) -> Vec<Diagnostic> {
    let by_path: HashMap<&SourcePath, &ItemText<'_>> = texts.iter().map(|text| (text.path, text)).collect();
    let version = |path, head, centres| RenamedVersion::of(path, head, centres, own);
    let news = folder.news.iter();
    let news = news.map(|item| version(&item.path, item.value.head(), item.value.centres.join(" ")));
    let pages = folder.pages.iter().map(|page| version(&page.path, page.value.head(), String::new()));
    let (news, pages): (Vec<_>, Vec<_>) = (news.collect(), pages.collect());
    [news, pages].iter().flat_map(|all| renamed(all, &by_path, own)).collect()
}

/// What two versions of a text share: the day, the facts and the numbers.
type Likeness<'a> = (&'a str, &'a [String], Vec<String>);

/// A text in a language, with what in it is the same in all languages.
struct RenamedVersion<'a> {
    name: &'a str,
    lang: &'a str,
    path: &'a SourcePath,
    facts: Vec<String>,
}

impl<'a> RenamedVersion<'a> {
    fn of(path: &'a SourcePath, head: ArticleHead<'a>, centres: String, own: &'a str) -> Self {
        let ArticleHead { name, refs, .. } = head;
        // Its links, pictures and boxes, and some fields.
        let days = [head.until, head.updated].map(|day| day.map(|day| day.to_string()).unwrap_or_default());
        let links = refs.links.iter().map(|link| without_language(&link.target).to_string());
        let images = refs.images.iter().map(|image| image.path.clone());
        let boxes = refs.centres.iter().map(|centre| centre.name.clone());
        let fills = refs.fills.iter().map(|asked| asked.fill.names.join("/"));
        let facts = [centres].into_iter().chain(days).chain(links).chain(images).chain(boxes).chain(fills);
        Self { name, lang: head.lang.unwrap_or(own), path, facts: facts.collect() }
    }
}

fn without_language(target: &str) -> &str {
    let stem = target.strip_suffix(".md").unwrap_or(target);
    stem.split_once(".")
        .filter(|(_, lang)| lang.len() <= 3 && !lang.contains('/'))
        .map_or(stem, |(stem, _)| stem)
}

/// The day of a news item's name; a page has none.
fn day(name: &str) -> &str {
    let is_day = |day: &&str| day.get(..10).is_some_and(|day| parse_date(day).is_some());
    name.get(..11).filter(is_day).unwrap_or_default()
}

fn renamed(
    all: &[RenamedVersion<'_>],
    texts: &HashMap<&SourcePath, &ItemText<'_>>,
    own: &str,
) -> Vec<Diagnostic> {
    let originals: HashSet<&str> = all.iter().filter(|text| text.lang == own).map(|text| text.name).collect();
    if all.iter().all(|text| originals.contains(text.name)) {
        return Vec::new();
    }
    let translated: HashSet<(&str, &str)> = all.iter().map(|text| (text.name, text.lang)).collect();
    // By the day and what is in them, so that each alone is looked up once.
    let mut alike: HashMap<Likeness<'_>, Vec<&RenamedVersion<'_>>> = HashMap::new();
    for text in all.iter().filter(|text| text.lang == own) {
        let key = (day(text.name), text.facts.as_slice(), numbers(texts.get(text.path)));
        alike.entry(key).or_default().push(text);
    }
    let mut found = Vec::new();
    for text in all.iter().filter(|text| !originals.contains(text.name)) {
        let numbers = numbers(texts.get(text.path));
        let says_much = text.facts.iter().filter(|fact| !fact.is_empty()).count() + numbers.len();
        // A page has no day, so more of it must be the same.
        let least = if day(text.name).is_empty() { 4 } else { 2 };
        let same = alike.get(&(day(text.name), text.facts.as_slice(), numbers));
        let Some([original]) = same.map(Vec::as_slice).filter(|_| says_much >= least) else { continue };
        // One that has nearly the same name is told of by the build.
        let is_near = nearest(text.name, [original.name]).is_some();
        if translated.contains(&(original.name, text.lang)) || is_near {
            continue;
        }
        let proposal = format!("{}.{}.md", original.name, text.lang);
        let diagnostic = Diagnostic::new(Code::TranslationWithoutOriginal, text.path, At::File);
        let diagnostic = diagnostic.with("kind", "same").with("language", text.lang);
        found.push(diagnostic.with("original", original.path).with("proposal", proposal));
    }
    found
}

/// The numbers of a text, in their order: times, prices and phone numbers are the same in all languages.
fn numbers(text: Option<&&ItemText<'_>>) -> Vec<String> {
    let runs = text.into_iter().flat_map(|text| &text.prose.runs);
    let digits = runs.flat_map(|run| run.text.split(|c: char| !c.is_ascii_digit()));
    digits.filter(|digits| !digits.is_empty()).map(String::from).collect()
}
