//! News and pages with their translations: which there are, which are published, in what order.

use std::collections::BTreeMap;

use super::{Folder, Section, Settings, Sourced, swedish_sort_key};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::parse::article::{News, Page};
use crate::parse::municipality::SiteConfig;
use crate::parse::values::Lang;

/// A news item or page in all its languages.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Article<T> {
    /// Its name in URLs.
    pub name: String,
    /// Does it come from the shared folder?
    pub shared: bool,
    /// Its texts by language.
    pub versions: BTreeMap<Lang, Sourced<T>>,
}

impl<T> Article<T> {
    /// The text in a language.
    pub fn version(&self, lang: &str) -> Option<&Sourced<T>> {
        self.versions.get(lang)
    }
}

/// What news and pages have in common.
trait Named {
    fn name(&self) -> &str;
    fn lang(&self) -> Option<&str>;
}

impl Named for News {
    fn name(&self) -> &str {
        &self.name
    }

    fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }
}

impl Named for Page {
    fn name(&self) -> &str {
        &self.name
    }

    fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }
}

/// The news of some folders (`true`: the shared one).
pub fn gather_news(
    folders: &[(&Folder, bool)],
    site: &SiteConfig,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<News>> {
    let sources = folders.iter().flat_map(|(folder, shared)| folder.news.iter().map(|news| (news, *shared)));
    gather(sources, site, found)
}

/// The pages of some folders (`true`: the shared one).
pub fn gather_pages(
    folders: &[(&Folder, bool)],
    site: &SiteConfig,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<Page>> {
    let sources = folders.iter().flat_map(|(folder, shared)| folder.pages.iter().map(|page| (page, *shared)));
    gather(sources, site, found)
}

fn gather<'a, T: Named + 'a>(
    sources: impl Iterator<Item = (&'a Sourced<T>, bool)>,
    site: &SiteConfig,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<T>> {
    let mut articles: BTreeMap<String, Article<T>> = BTreeMap::new();
    for (source, shared) in sources {
        let name = source.value.name().to_string();
        let lang = source.value.lang().unwrap_or(&site.language).to_string();
        let article = articles.entry(name.clone()).or_insert_with(|| Article {
            name,
            shared,
            versions: BTreeMap::new(),
        });
        match article.versions.get(&lang) {
            // The own folder comes first, so the second is the shared one, or `x.sv.md` beside `x.md`.
            Some(first) => found.push(clash(&source.path, &first.path, &article.name)),
            None => {
                article.versions.insert(lang, source.clone());
            }
        }
    }
    let is_whole = |article: &Article<T>| article.versions.contains_key(&site.language);
    for article in articles.values().filter(|article| !is_whole(article)) {
        for version in article.versions.values() {
            let original = format!("{}/{}.md", version.path.folder(), article.name);
            found.push(
                Diagnostic::new(Code::TranslationWithoutOriginal, &version.path, At::File)
                    .with("original", original),
            );
        }
    }
    articles.into_values().filter(is_whole).collect()
}

fn clash(path: &SourcePath, other: &SourcePath, name: &str) -> Diagnostic {
    Diagnostic::new(Code::Clash, path, At::File).with("url", format!("{name}/")).with("other", other)
}

/// Leaves out what is not to be published, keeps the languages that the section has, and puts the rest in order.
pub fn publish(section: &mut Section, settings: &Settings) {
    let Section { news, pages, languages, site, .. } = section;
    let published =
        |item: &News| (settings.drafts || !item.draft) && (settings.future || item.date <= settings.now);
    news.retain_mut(|article| {
        article.versions.retain(|lang, version| languages.contains(lang) && published(&version.value));
        article.versions.contains_key(&site.language)
    });
    news.sort_by(|a, b| b.name.cmp(&a.name));
    for page in pages.iter_mut() {
        page.versions.retain(|lang, _| languages.contains(lang));
    }
    let own = site.language.clone();
    pages.sort_by_cached_key(|page| {
        let version = page.versions.get(&own);
        let key = version.map(|version| (version.value.weight, swedish_sort_key(&version.value.title)));
        (key, page.name.clone())
    });
}
