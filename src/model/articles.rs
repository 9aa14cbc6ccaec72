//! News and pages with their translations: which there are, which are published, in what order.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Folder, PROPOSED_IN_ALL, Section, Settings, Sourced, TargetKind, swedish_sort_key};
use crate::base::{At, Code, Diagnostic, SourcePath, is_one_slip, named, nearest};
use crate::parse::article::{ArticleHead, Headed, News, Page};
use crate::parse::municipality::Site;
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

/// A text that is not published now, in one language: where it would lie.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Withheld {
    /// What it is, a news item or a page, with its name in URLs.
    pub target: TargetKind,
    /// The language of the text.
    pub lang: Lang,
    /// Its old addresses, which are withheld with it.
    pub aliases: Vec<String>,
    /// Is it one of the texts that all municipalities have?
    pub shared: bool,
    /// Why it is; none of a translation that is ready before its original.
    pub why: Option<WhyWithheld>,
}

named! {
    /// Why a text is not published now.
    pub enum WhyWithheld: word {
        Draft = "draft",
        /// Its day is still to come.
        Later = "future",
    }
}

/// How many texts are not published now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Waiting {
    pub drafts: usize,
    /// Texts of a later day that are no drafts.
    pub future: usize,
}

impl Waiting {
    /// Counts those of some texts.
    pub fn of<'a>(withheld: impl Iterator<Item = &'a Withheld>) -> Self {
        Self::of_all(withheld.filter_map(|text| text.why))
    }

    /// Counts texts by why they are withheld.
    pub fn of_all(reasons: impl Iterator<Item = WhyWithheld>) -> Self {
        let mut waiting = Self::default();
        reasons.for_each(|why| match why {
            WhyWithheld::Draft => waiting.drafts += 1,
            WhyWithheld::Later => waiting.future += 1,
        });
        waiting
    }

    /// Adds others to these.
    pub fn add(&mut self, other: Self) {
        self.drafts += other.drafts;
        self.future += other.future;
    }
}

/// Why a text is not published now, if it is not.
pub fn why_not(text: ArticleHead<'_>, settings: &Settings) -> Option<WhyWithheld> {
    match (text.draft, text.date.is_some_and(|date| date > settings.now)) {
        (true, _) if !settings.drafts => Some(WhyWithheld::Draft),
        (_, true) if !settings.future => Some(WhyWithheld::Later),
        _ => None,
    }
}

impl<T: Headed> Article<T> {
    /// The original of a translation that was changed after it, and the days of both. A translation that says nothing of its day is
    /// not known to be older.
    pub fn newer_original(&self, lang: &str, own: &str) -> Option<(&Sourced<T>, Date, Date)> {
        let original = self.version(own).filter(|_| lang != own)?;
        let (changed, here) = (original.value.head().updated?, self.version(lang)?.value.head().latest()?);
        (here < changed).then_some((original, changed, here))
    }
}

/// The news of some folders (`true`: the shared one).
pub fn gather_news(
    folders: &[(&Folder, bool)],
    site: &Site,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<News>> {
    let sources = folders.iter().flat_map(|(folder, shared)| folder.news.iter().map(|news| (news, *shared)));
    gather(sources, folders.len() == 1, site, found)
}

/// The pages of some folders (`true`: the shared one).
pub fn gather_pages(
    folders: &[(&Folder, bool)],
    site: &Site,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<Page>> {
    let sources = folders.iter().flat_map(|(folder, shared)| folder.pages.iter().map(|page| (page, *shared)));
    gather(sources, folders.len() == 1, site, found)
}

fn gather<'a, T: Headed + 'a>(
    sources: impl Iterator<Item = (&'a Sourced<T>, bool)>,
    is_region: bool,
    site: &Site,
    found: &mut Vec<Diagnostic>,
) -> Vec<Article<T>> {
    let mut articles: BTreeMap<String, Article<T>> = BTreeMap::new();
    for (source, shared) in sources {
        let head = source.value.head();
        let (name, lang) = (head.name.to_string(), head.lang.unwrap_or(&site.language).to_string());
        let article = articles.entry(name.clone()).or_insert_with(|| Article {
            name,
            shared,
            versions: BTreeMap::new(),
        });
        match article.versions.get(&lang) {
            // The own folder comes first, so the second is the shared one, or `x.sv.md` beside `x.md`.
            // The region has the shared folder alone, and tells of it: there may be hundreds of municipalities.
            Some(_) if shared && article.shared && !is_region => {}
            Some(first) => found.push(clash(&source.path, &first.path, &article.name)),
            None => {
                article.versions.insert(lang, source.clone());
            }
        }
    }
    let articles: Vec<Article<T>> = articles.into_values().collect();
    found.extend(misnamed(&articles, &site.language));
    articles
}

/// For how many shared texts an original is looked for in each folder.
const PROPOSED_OF_SHARED: usize = 10;

/// Texts that are not in the site's own language, beside one that is and has nearly the same name: most likely its translations.
fn misnamed<T>(articles: &[Article<T>], own: &str) -> Vec<Diagnostic> {
    let (originals, alone): (Vec<_>, Vec<_>) =
        articles.iter().partition(|article| article.versions.contains_key(own));
    if alone.is_empty() {
        return Vec::new();
    }
    // By the day, and by what follows it: a slip is in one of the two.
    let mut by_day: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut by_slug: HashMap<&str, Vec<&str>> = HashMap::new();
    let mut by_name: HashMap<&str, &Article<T>> = HashMap::new();
    for article in originals {
        let (day, slug) = split_name(&article.name);
        by_day.entry(day).or_default().push(slug);
        by_slug.entry(slug).or_default().push(day);
        by_name.insert(&article.name, article);
    }
    let mut found = Vec::new();
    let (shared, own_alone): (Vec<_>, Vec<_>) = alone.into_iter().partition(|article| article.shared);
    // Each municipality looks at the shared ones.
    let looked_at =
        own_alone.into_iter().take(PROPOSED_IN_ALL).chain(shared.into_iter().take(PROPOSED_OF_SHARED));
    for article in looked_at {
        let (day, slug) = split_name(&article.name);
        let same_day = by_day.get(day).and_then(|slugs| nearest(slug, slugs.iter().copied()));
        let near = same_day.map(|slug| join_name(day, slug)).or_else(|| {
            // What comes again has the same name on another day, so only one letter of the day may differ.
            let meant = by_slug.get(slug)?.iter().find(|meant| is_one_slip(day, meant))?;
            Some(join_name(meant, slug))
        });
        let Some(original) = near.and_then(|name| by_name.get(name.as_str())) else { continue };
        let Some(text) = original.version(own) else { continue };
        for (lang, version) in &article.versions {
            // It has its translation already.
            if original.versions.contains_key(lang) {
                continue;
            }
            let diagnostic = Diagnostic::new(Code::TranslationWithoutOriginal, &version.path, At::File);
            let proposal = format!("{}.{lang}.md", original.name);
            found.push(
                diagnostic
                    .with("kind", "name")
                    .with("language", lang)
                    .with("original", &text.path)
                    .with("proposal", proposal),
            );
        }
    }
    found
}

/// A name's day, which pages have none of, and the rest.
fn split_name(name: &str) -> (&str, &str) {
    let is_day =
        |day: &&str| day.len() == 11 && day.starts_with(|c: char| c.is_ascii_digit()) && day.ends_with('-');
    match name.get(..11).filter(is_day) {
        Some(day) => (day, &name[11..]),
        None => ("", name),
    }
}

fn join_name(day: &str, slug: &str) -> String {
    format!("{day}{slug}")
}

fn clash(path: &SourcePath, other: &SourcePath, name: &str) -> Diagnostic {
    Diagnostic::new(Code::Clash, path, At::File).with("url", format!("{name}/")).with("other", other)
}

/// Which versions of texts stay, and where those are noted that do not.
struct Keep<'a> {
    languages: &'a [Lang],
    own: &'a Lang,
    settings: &'a Settings,
    withheld: &'a mut Vec<Withheld>,
}

impl Keep<'_> {
    fn published<T: Headed>(
        &mut self,
        articles: &mut Vec<Article<T>>,
        target: fn(String) -> TargetKind,
        aliases: fn(&T) -> &Vec<String>,
    ) {
        articles.retain_mut(|article| {
            article.versions.retain(|lang, _| self.languages.contains(lang));
            let original = article.versions.get(self.own);
            // A translation does not come before its original. What has none stands alone.
            let is_held =
                original.is_some_and(|original| why_not(original.value.head(), self.settings).is_some());
            let (name, shared) = (&article.name, article.shared);
            article.versions.retain(|lang, version| {
                let why = why_not(version.value.head(), self.settings);
                let is_shown = !is_held && why.is_none();
                self.withheld.extend((!is_shown).then(|| Withheld {
                    target: target(name.clone()),
                    lang: lang.clone(),
                    aliases: aliases(&version.value).clone(),
                    shared,
                    why,
                }));
                is_shown
            });
            !article.versions.is_empty()
        });
    }
}

/// Leaves out what is not to be published, keeps the languages that the section has, and puts the rest in order.
pub fn publish(section: &mut Section, settings: &Settings) {
    let Section { news, pages, withheld, languages, site, .. } = section;
    let mut keep = Keep { languages, own: &site.language, settings, withheld };
    keep.published(news, TargetKind::News, |item| &item.aliases);
    news.sort_by(|a, b| b.name.cmp(&a.name));
    keep.published(pages, TargetKind::Page, |page| &page.aliases);
    let own = site.language.clone();
    pages.sort_by_cached_key(|page| {
        let version = page.versions.get(&own).or_else(|| page.versions.values().next());
        let key = version.map(|version| (version.value.weight, swedish_sort_key(&version.value.title)));
        (key, page.name.clone())
    });
}
