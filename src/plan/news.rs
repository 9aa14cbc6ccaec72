//! News: the pages of the items, and the lists.

use std::collections::HashMap;

use tera::Value;

use super::cards::Item;
use super::directory;
use super::page::plan_card;
use super::page::{PageSpec, add_page, listing};
use super::scope::{Scope, image_view};
use super::{
    BodyJob, CrumbView, Fragment, ImageView, JobKind, PagerPageView, PagerView, Part, Plan, Urls, json_ld,
};
use crate::base::{Mixer, SourcePath};
use crate::model::{NamedCentre, NewsNames, is_shared};
use crate::parse::article::{News, Refs};
use crate::parse::markdown::{CentreRef, FileLink, ImageRef};

/// How many items a page of the list holds.
pub const PAGE_SIZE: usize = 20;
/// How many pages of the list before and after it a page leads to.
const NEAR: usize = 25;
/// How many other items an item proposes.
const RELATED: usize = 3;

/// Plans the items' pages and the lists.
pub fn plan_news(scope: &Scope<'_>, items: &[Item<'_>], plan: &mut Plan) {
    let listed: Vec<&Item> = items.iter().filter(|item| item.listed).collect();
    let mut by_category: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, item) in listed.iter().enumerate() {
        by_category
            .entry(item.version.value.category.as_deref().unwrap_or_default())
            .or_default()
            .push(index);
    }
    let known = KnownNews {
        names: scope.section.news_names(),
        by_name: items.iter().map(|item| (item.article.name.as_str(), item)).collect(),
        by_category,
    };
    let mut place: usize = 0;
    for item in items {
        let neighbours = if item.listed {
            let newer = place.checked_sub(1).and_then(|before| listed.get(before));
            let older = listed.get(place + 1);
            place += 1;
            (older.map(|item| &item.card), newer.map(|item| &item.card))
        } else {
            (None, None)
        };
        let related = related(item, &listed, &known);
        plan_item(scope, item, neighbours, &related, plan);
    }
    plan_list(scope, &listed, plan);
}

/// The items of a scope, by what they are looked for by.
struct KnownNews<'a, 'i> {
    names: NewsNames<'a>,
    by_name: HashMap<&'a str, &'i Item<'a>>,
    by_category: HashMap<&'a str, Vec<usize>>,
}

/// The items that the editor names; else the newest of the same category, then the newest.
fn related<'i>(item: &Item<'_>, listed: &[&'i Item<'_>], known: &KnownNews<'_, 'i>) -> Vec<&'i Part> {
    if let Some(names) = &item.version.value.related {
        let named = names.iter().filter_map(|name| known.names.find(name));
        let items = named.filter_map(|article| known.by_name.get(article.name.as_str()));
        return items.map(|other| &other.card).collect();
    }
    let category = item.version.value.category.as_deref().unwrap_or_default();
    let same = known.by_category.get(category).into_iter().flatten().copied().take(RELATED + 1);
    let newest = (0..listed.len()).take(2 * RELATED + 2);
    let mut chosen: Vec<usize> = Vec::with_capacity(RELATED);
    for index in same.chain(newest) {
        if chosen.len() < RELATED
            && !chosen.contains(&index)
            && listed[index].article.name != item.article.name
        {
            chosen.push(index);
        }
    }
    chosen.into_iter().map(|index| &listed[index].card).collect()
}

type Neighbours<'p> = (Option<&'p Part>, Option<&'p Part>);

fn plan_item(
    scope: &Scope<'_>,
    item: &Item<'_>,
    neighbours: Neighbours<'_>,
    related: &[&Part],
    plan: &mut Plan,
) {
    let news = &item.version.value;
    let boxes = centre_boxes(scope, news);
    let part = news_part(scope, item, neighbours, related, &boxes);
    let url = scope.urls.news(&item.article.name);
    let own = scope.section.own();
    let versions = item
        .article
        .versions
        .keys()
        .map(|lang| (lang.clone(), super::Urls::new(lang, own).news(&item.article.name)));
    let list = CrumbView { title: scope.words.get("news_title").to_string(), url: scope.urls.news_list(1) };
    let spec = PageSpec {
        kind: "news",
        pictured: item.pictured,
        title: scope.filled(&news.title, &item.version.path).into_owned(),
        description: Some(scope.filled(&news.lead, &item.version.path).into_owned())
            .filter(|lead| !lead.is_empty()),
        versions: versions.collect(),
        shared: item.article.shared,
        noindex: news.draft || news.date > scope.regional.now,
        crumbs: vec![scope.home_crumb(), list],
        json_ld: Some(json_ld::news(scope, item, &url)),
        url,
        ..PageSpec::default()
    };
    plan_card(scope, &spec, plan);
    let mut page = scope.page("news.html", spec, vec![("news", part)]);
    let fragment =
        |name, component, argument, part| Fragment { into: Some("news"), name, component, argument, part };
    if !boxes.is_empty() {
        page.fragments.push(fragment("centres_html", "CentreBoxes", "centres", Part::list(&boxes)));
    }
    if !related.is_empty() {
        let part = Part::list(related.iter().copied());
        page.fragments.push(fragment("related_html", "NewsGrid", "cards", part));
    }
    page.body =
        Some((Some("news"), body_job(scope, &item.version.path, item.version.fingerprint, &news.refs)));
    plan.add(scope.section.folder(), &scope.urls.news(&item.article.name), JobKind::Page(Box::new(page)));
}

/// The card with everything else that an item's page shows.
fn news_part(
    scope: &Scope<'_>,
    item: &Item<'_>,
    neighbours: Neighbours<'_>,
    related: &[&Part],
    boxes: &[Part],
) -> Part {
    let news = &item.version.value;
    let (previous, next) = neighbours;
    let until = Part::of(&news.until.map(|date| scope.date(date)));
    let centres = Part::list(boxes);
    let related = Part::list(related.iter().copied());
    let mut map = item.card.value.clone().into_map().unwrap_or_default();
    let mut mixer = Mixer::default();
    mixer.add(&item.card.fingerprint);
    let none = Part::of(&None::<bool>);
    let original = Part::of(&scope.newer_original(item.article, Urls::news));
    let parts = [
        ("centres", &centres),
        ("related", &related),
        ("previous", previous.unwrap_or(&none)),
        ("next", next.unwrap_or(&none)),
        ("until", &until),
        ("original", &original),
    ];
    let bytes = item.card.bytes + parts.iter().map(|(_, part)| part.bytes).sum::<usize>();
    for (name, part) in parts {
        map.insert(name.into(), part.value.clone());
        mixer.add(&part.fingerprint);
    }
    for (name, text) in [("published_by", &news.published_by), ("author", &news.author)] {
        map.insert(name.into(), text.as_deref().map_or_else(Value::none, Value::from));
        mixer.add(text);
    }
    map.insert("body_lang".into(), Value::none());
    map.insert("centres_html".into(), Value::none());
    map.insert("related_html".into(), Value::none());
    Part { value: Value::from(map), fingerprint: mixer.finish128(), bytes }
}

/// The boxes below a text, but those of centres that have theirs within it.
fn centre_boxes(scope: &Scope<'_>, news: &News) -> Vec<Part> {
    let file = |name: &String| {
        scope.section.find_centre(name).map(|named| match named {
            NamedCentre::Own(centre) => &centre.path,
            NamedCentre::Guest(guest) => &guest.centre.path,
        })
    };
    let within: Vec<Option<&SourcePath>> = news.refs.centres.iter().map(|shown| file(&shown.name)).collect();
    news.centres
        .iter()
        .filter(|name| !within.contains(&file(name)))
        .filter_map(|name| scope.section.find_centre(name))
        .map(|named| scope.box_part(named))
        .collect()
}

/// A body with what its holes are filled with in this scope.
pub fn body_job(
    scope: &Scope<'_>,
    source: &SourcePath,
    fingerprint: crate::base::Fingerprint,
    refs: &Refs,
) -> BodyJob {
    let section = scope.section;
    let href = |link: &FileLink| address(scope, source, link);
    let note = |link: &FileLink| scope.attach(SourcePath::join(source.folder(), &link.target).as_ref());
    BodyJob {
        source: source.clone(),
        fingerprint,
        hrefs: refs.links.iter().map(href).collect(),
        notes: refs.links.iter().map(note).collect(),
        images: refs
            .images
            .iter()
            .map(|image| body_image(scope, source, image).map(|view| Part::of(&view)))
            .collect(),
        boxes: refs
            .centres
            .iter()
            .map(|CentreRef { name, .. }| section.find_centre(name).map(|named| scope.box_part(named)))
            .collect(),
        contacts: refs.contacts.then(|| directory::contacts(scope)),
        fills: refs.fills.iter().map(|fill| scope.fill_html(fill, is_shared(source))).collect(),
    }
}

/// The address of a link to a file, as seen from the section's folder.
pub fn address(scope: &Scope<'_>, source: &SourcePath, link: &FileLink) -> String {
    let section = scope.section;
    let target = SourcePath::join(source.folder(), &link.target).and_then(|path| section.targets.get(&path));
    let url = target.map(|target| Urls::target(target, scope.lang, section)).unwrap_or_default();
    match &link.fragment {
        Some(fragment) => format!("{url}#{fragment}"),
        None => url,
    }
}

/// An image of a text; none of one that is missing.
pub fn body_image(scope: &Scope<'_>, source: &SourcePath, image: &ImageRef) -> Option<ImageView> {
    let path = SourcePath::join(source.folder(), &image.path)?;
    let fact = scope.section.images.get(&path)?;
    let filled = |text: &str| scope.filled(text, source).into_owned();
    Some(ImageView {
        alt: filled(&image.alt),
        caption: image.caption.as_deref().map(filled),
        block: image.block,
        ..image_view(fact)
    })
}

/// The pages that a page of the list leads to: the first, the last, and those near it. All of them on each would be the square of what there are.
fn near(number: usize, pages: usize) -> impl Iterator<Item = usize> {
    let first = number.saturating_sub(NEAR).max(2);
    let last = (number + NEAR).min(pages.saturating_sub(1));
    [1].into_iter().chain(first..=last).chain((pages > 1).then_some(pages))
}

fn plan_list(scope: &Scope<'_>, listed: &[&Item<'_>], plan: &mut Plan) {
    let pages = listed.len().div_ceil(PAGE_SIZE).max(1);
    for number in 1..=pages {
        let start = (number - 1) * PAGE_SIZE;
        let here = listed.iter().skip(start).take(PAGE_SIZE);
        let titles = here.clone().map(|item| (&item.version.value.title, &item.version.path));
        let here = here.map(|item| &item.card);
        let url = scope.urls.news_list(number);
        let page_url =
            |number: usize| PagerPageView { number, url: scope.urls.news_list(number), current: false };
        let pager = PagerView {
            page: number,
            pages,
            total: listed.len(),
            previous_url: (number > 1).then(|| scope.urls.news_list(number - 1)),
            next_url: (number < pages).then(|| scope.urls.news_list(number + 1)),
            urls: near(number, pages)
                .map(|n| PagerPageView { current: n == number, ..page_url(n) })
                .collect(),
        };
        let title = scope.words.get("news_title").to_string();
        let page_of = scope.words.filled("pager_page", &[("page", &number.to_string())]);
        let spec = PageSpec {
            kind: "news-list",
            title: if number == 1 { title } else { format!("{title}, {}", page_of.to_lowercase()) },
            versions: if number == 1 {
                scope.everywhere(|urls| urls.news_list(1))
            } else {
                vec![(scope.lang.to_string(), url.clone())]
            },
            description: listing(titles.map(|title| scope.filled(title.0, title.1))),
            crumbs: vec![scope.home_crumb()],
            url,
            ..PageSpec::default()
        };
        let parts = vec![("items", Part::list(here)), ("pager", Part::of(&pager))];
        add_page(scope, "news-list.html", spec, parts, plan);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_of_the_list_leads_to_the_first_the_last_and_those_near_it_each_once() {
        assert_eq!(near(1, 1).collect::<Vec<_>>(), [1]);
        assert_eq!(near(2, 2).collect::<Vec<_>>(), [1, 2]);
        for (number, pages) in [(1, 7), (7, 7), (26, 27), (3, 27)] {
            assert_eq!(near(number, pages).collect::<Vec<_>>(), (1..=pages).collect::<Vec<_>>());
        }
        let middle: Vec<usize> = [1].into_iter().chain(475..=525).chain([1000]).collect();
        assert_eq!(near(500, 1000).collect::<Vec<_>>(), middle);
    }
}
