//! The news of a scope as cards, made once a language: lists, front pages, centres' pages and proposals all show them.

use super::notices::last_in_front;
use super::page::PICTURED_NEWS;
use super::scope::Scope;
use super::{CardView, Part, Urls, about};
use crate::model::{Article, Sourced};
use crate::parse::article::News;
use crate::parse::centre::Centre;
use crate::parse::files::NewsKind;

/// How many news a front page shows.
pub const FRONT_NEWS: usize = 3;

/// An item of the list in the language of the scope.
pub struct Item<'a> {
    /// The item.
    pub article: &'a Article<News>,
    /// Its text in the language.
    pub version: &'a Sourced<News>,
    /// How it looks in a list.
    pub card: Part,
    /// Is it listed? After its last day it is not, though its page stays.
    pub listed: bool,
    /// Is it new enough for a picture of its own?
    pub pictured: bool,
}

/// The items of a scope with their cards, the newest first.
pub fn items<'a>(scope: &Scope<'a>) -> Vec<Item<'a>> {
    let section = scope.section;
    let now = scope.regional.now;
    // The region counts its own alone, and a copy has its picture: so shared ones are counted by themselves here too.
    let mut counted = [0, 0];
    let item = |article: &'a Article<News>| {
        let version = article.version(scope.lang)?;
        let card = Part::of(&card(scope, article, version));
        let before = &mut counted[usize::from(article.shared)];
        *before += usize::from(!version.value.draft && version.value.date <= now);
        let (listed, pictured) = (version.value.is_current(now), *before <= PICTURED_NEWS);
        Some(Item { article, version, card, listed, pictured })
    };
    section.news.iter().filter_map(item).collect()
}

/// How an item looks in a list.
pub fn card(scope: &Scope<'_>, article: &Article<News>, version: &Sourced<News>) -> CardView {
    let news = &version.value;
    let from_region = article.shared && scope.section.id.is_some() && !scope.regional.alone;
    CardView {
        title: scope.filled(&news.title, &version.path).into_owned(),
        url: scope.urls.news(&article.name),
        date: scope.date(news.date),
        updated: news.updated.map(|date| scope.date(date)),
        category: telling(scope, news),
        lead: scope.filled(&news.lead, &version.path).into_owned(),
        kind: news.kind.key(),
        image: news.image.as_ref().and_then(|image| scope.image(image, &version.path)),
        lang: None,
        outdated: !news.is_current(scope.regional.now),
        draft: news.draft,
        future: news.date > scope.regional.now,
        source: from_region.then(|| scope.text(&scope.section.site.organisation)),
    }
}

/// The category, where it tells one item from another: on most pages of a site that has many "Information" says nothing.
fn telling(scope: &Scope<'_>, news: &News) -> Option<String> {
    let plain = scope.words.get("news_plain_categories");
    let says_nothing =
        |category: &&String| plain.split(',').any(|word| word.trim().eq_ignore_ascii_case(category.trim()));
    news.category.as_ref().filter(|category| !says_nothing(category)).cloned()
}

/// How many warnings stand at the head of a page.
const ALERTS: usize = 3;

/// Is an item a warning that holds these days? Then it stands at the head of the pages that it is about.
pub fn is_alert(scope: &Scope<'_>, news: &News) -> bool {
    let now = scope.regional.now;
    let is_fresh = || news.until.is_some() || now <= last_in_front(news.date);
    news.kind == NewsKind::Notice && news.is_current(now) && news.date <= now && is_fresh()
}

/// Does an item name a centre of the section?
pub fn is_about(scope: &Scope<'_>, centre: &Centre, version: &Sourced<News>) -> bool {
    let about =
        scope.news_of_centres.get_or_init(|| about::of_centres(scope.section)).get(centre.id.as_str());
    about.is_some_and(|files| files.contains(&version.path))
}

/// The warnings among the news, for the head of a page. One that nobody has translated stands there in the site's own language: a locked
/// door is met by those too who read another.
pub fn alerts(scope: &Scope<'_>, is_about: impl Fn(&Sourced<News>) -> bool) -> Part {
    let own = scope.section.own();
    let warnings = scope.section.news.iter().filter_map(|article| {
        let here = article.version(scope.lang);
        let version = here.or_else(|| article.version(own))?;
        (is_alert(scope, &version.value) && is_about(version)).then_some((article, version, here.is_some()))
    });
    let cards: Vec<Part> = warnings
        .take(ALERTS)
        .map(|(article, version, is_here)| {
            let card = card(scope, article, version);
            if is_here {
                return Part::of(&card);
            }
            let url = Urls::new(own, own).news(&article.name);
            Part::of(&CardView { url, lang: Some(own.to_string()), ..card })
        })
        .collect();
    Part::list(&cards)
}

/// The newest listed news as cards, for a front page. On a municipality's, its own come first, and one of the region's at most; what
/// stands at its head as a warning is not said twice.
pub fn newest(scope: &Scope<'_>, items: &[Item<'_>]) -> Part {
    let is_own =
        |item: &&Item<'_>| !item.article.shared || scope.section.id.is_none() || scope.regional.alone;
    let is_said = |item: &Item<'_>| scope.section.id.is_some() && is_alert(scope, &item.version.value);
    let warnings = items.iter().filter(|item| item.listed && is_said(item)).take(ALERTS);
    let said: Vec<&str> = warnings.map(|item| item.article.name.as_str()).collect();
    let listed = || items.iter().filter(|item| item.listed && !said.contains(&item.article.name.as_str()));
    let own = listed().filter(is_own).take(FRONT_NEWS);
    let shared = listed().filter(|item| !is_own(item)).take(1);
    Part::list(own.chain(shared).take(FRONT_NEWS).map(|item| &item.card))
}
