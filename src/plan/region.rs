//! The region: its front page with every municipality and centre, shared news and pages, and what ties the folders together.

use std::sync::Arc;

use super::cards::{self, Item};
use super::page::{PageSpec, add_page};
use super::scope::Scope;
use super::subject::has_agenda;
use super::{
    CountsView, DataShare, FeedEntry, JobKind, MunicipalityView, Part, Plan, Regional, Urls, aliases,
    attachments, centre, data, feed, json_ld, map, news, pages, search, statement,
};
use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer};
use crate::model::{Section, Sourced, sort_key};
use crate::parse::centre::Centre;
use crate::parse::files::Status;
use crate::parse::values::{Lang, Text};
use crate::theme::Theme;

/// What the region needs to know of a municipality; kept when the municipality is not made again.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Text,
    /// Its languages.
    pub languages: Vec<Lang>,
    /// Where it is published.
    pub base_url: String,
    /// Its centres.
    pub centres: Vec<Sourced<Centre>>,
    /// Its own newest news, by language.
    pub news: Vec<(Lang, Vec<FeedEntry>)>,
    /// What it gives to the region's open data.
    pub data: Vec<DataShare>,
}

impl Summary {
    /// All of it but the texts of its news: the region shows some of those alone ([`feed::newest_texts`]), and an edit of another is none of
    /// its business.
    pub fn fingerprint(&self) -> Fingerprint {
        let Self { id, name, languages, base_url, centres, news, data } = self;
        let mut mixer = Mixer::default();
        mixer.add(id).add(name).add(languages).add(base_url).add(centres);
        for (lang, entries) in news {
            mixer.add(lang).add(&entries.len());
            entries.iter().for_each(|entry| entry.add_head_to(&mut mixer));
        }
        for DataShare { url, rows } in data {
            mixer.add(url).add(&rows.fingerprint());
        }
        mixer.finish128()
    }
}

/// Sums a municipality up. `data` is what it gives to the region's open data, where that was made with its own.
pub fn summarise(
    section: &Section,
    theme: &Arc<Theme>,
    regional: &Regional,
    data: Option<Vec<DataShare>>,
) -> Summary {
    let own_news = |lang: &Lang| {
        let scope = Scope::new(section, theme, regional, lang);
        (lang.clone(), feed::feed_entries(&scope, |article| !article.shared))
    };
    Summary {
        id: section.folder().to_string(),
        name: section.name.clone(),
        languages: section.languages.clone(),
        base_url: section.base_url.clone(),
        centres: section.centres.clone(),
        news: section.languages.iter().map(own_news).collect(),
        data: data.unwrap_or_else(|| data::sum_up(&Scope::new(section, theme, regional, section.own()))),
    }
}

/// Plans the region's pages.
#[inline(never)] // a symbol of the program, by which `benches/instructions` counts what planning costs
pub fn plan_region(
    section: &Section,
    theme: &Arc<Theme>,
    regional: &Regional,
    summaries: &[Arc<Summary>],
) -> Plan {
    let mut plan = Plan::within(section);
    let mut sorted: Vec<&Summary> = summaries.iter().map(Arc::as_ref).collect();
    check_page_names(section, summaries, &mut plan);
    let scopes = Scope::all(section, theme, regional);
    for scope in &scopes {
        if plan.is_full() {
            return plan;
        }
        let items = cards::items(scope);
        sorted.sort_by_cached_key(|summary| {
            sort_key(summary.name.in_language(scope.lang, section.own()).0, scope.lang)
        });
        plan_front(scope, &items, &sorted, &mut plan);
        statement::plan_accessibility(scope, section.site.statement.as_ref(), &mut plan);
        pages::plan_not_found(scope, &mut plan);
        news::plan_news(scope, &items, &mut plan);
        pages::plan_pages(scope, &mut plan);
        search::plan_region_search(scope, &sorted, &mut plan);
        plan_whole_feed(scope, summaries, &mut plan);
    }
    attachments::plan_attachments(&scopes, &mut plan);
    // The site's own language comes first.
    if let Some(own) = scopes.first() {
        statement::plan_statement_data(own, section.site.statement.as_ref(), &mut plan);
        plan_data(own, summaries, &mut plan);
        aliases::plan_aliases(own, &mut plan);
        pages::plan_assets(own, &mut plan);
    }
    plan_sitemaps(section, regional, summaries, &mut plan);
    pages::check_addresses(&mut plan);
    plan
}

/// A shared page must not have the name of a municipality: both would be the same folder.
fn check_page_names(section: &Section, summaries: &[Arc<Summary>], plan: &mut Plan) {
    for page in &section.pages {
        if let Some(summary) = summaries.iter().find(|summary| summary.id == page.name) {
            for version in page.versions.values() {
                let other = format!("content/{}/municipality.yaml", summary.id);
                let diagnostic = Diagnostic::new(Code::Clash, &version.path, At::File);
                plan.diagnostics
                    .push(diagnostic.with("url", format!("/{}/", page.name)).with("other", other));
            }
        }
    }
}

fn plan_front(scope: &Scope<'_>, items: &[Item<'_>], summaries: &[&Summary], plan: &mut Plan) {
    let mut views: Vec<MunicipalityView> =
        summaries.iter().map(|summary| municipality_view(scope, summary)).collect();
    let title = scope.text(&scope.section.site.title).text;
    let spec = PageSpec {
        kind: "region",
        pictured: true,
        json_ld: Some(json_ld::website(scope, &title)),
        title,
        description: Some(scope.words.get("about_family_centres").to_string()),
        url: scope.urls.home(),
        versions: scope.everywhere(Urls::home),
        ..PageSpec::default()
    };
    let counts = counts(summaries);
    let boxes = views.iter().flat_map(|view| view.centres.iter().cloned());
    let centres = boxes.zip(summaries.iter().flat_map(|summary| &summary.centres));
    let map = map::of_region(scope, centres, plan);
    for view in &mut views {
        view.centres.sort_by_cached_key(|centre| centre::place_in_list(centre, scope.lang));
    }
    let parts = vec![
        ("municipalities", Part::of(&views)),
        ("news", cards::newest(scope, items)),
        ("pages", pages::page_links(scope)),
        ("counts", Part::of(&counts)),
        ("map", Part::of(&map)),
    ];
    add_page(scope, "region.html", spec, parts, plan);
}

fn municipality_view(scope: &Scope<'_>, summary: &Summary) -> MunicipalityView {
    let lang = if summary.languages.iter().any(|code| code == scope.lang) {
        scope.lang
    } else {
        scope.section.own()
    };
    let urls = Urls::new(lang, scope.section.own());
    let centre = |source: &Sourced<Centre>| super::BoxView {
        url: Some(format!("{}/{}", summary.id, urls.centre(&source.value.id))),
        image: None,
        ..scope.centre_box(source, false, &summary.name)
    };
    MunicipalityView {
        id: summary.id.clone(),
        name: scope.text(&summary.name),
        url: format!("{}/{}", summary.id, urls.home()),
        centres: summary.centres.iter().map(centre).collect(),
        agenda_url: has_agenda(&summary.centres).then(|| format!("{}/{}", summary.id, urls.agenda())),
    }
}

fn counts(summaries: &[&Summary]) -> CountsView {
    let centres = || summaries.iter().flat_map(|summary| &summary.centres);
    let with = |status: Status| centres().filter(|centre| centre.value.status == status).count();
    CountsView {
        municipalities: summaries.len(),
        centres: centres().filter(|centre| centre.value.status != Status::Closed).count(),
        open: with(Status::Open),
        planned: with(Status::Planned),
    }
}

/// The feed of the whole region: shared news and each municipality's own.
fn plan_whole_feed(scope: &Scope<'_>, summaries: &[Arc<Summary>], plan: &mut Plan) {
    let shared = feed::feed_entries(scope, |_| true);
    let mut entries: Vec<&FeedEntry> = shared.iter().collect();
    for summary in summaries {
        let own = summary.news.iter().filter(|(lang, _)| lang == scope.lang);
        entries.extend(own.flat_map(|(_, entries)| entries));
    }
    feed::plan_feed_of(scope, feed::newest(entries).into_iter().cloned().collect(), plan);
}

/// The open data of all municipalities' centres, and the catalogue, which leads to the municipalities'. They have one, since the region's number
/// stands for those without their own.
fn plan_data(scope: &Scope<'_>, summaries: &[Arc<Summary>], plan: &mut Plan) {
    let shared = feed::feed_entries(scope, |_| true);
    let own = summaries.iter().flat_map(|summary| &summary.news).filter(|(lang, _)| lang == scope.lang);
    let all = shared.iter().chain(own.flat_map(|(_, entries)| entries));
    let changed = all.map(|entry| entry.updated.as_str()).max().and_then(|day| day.parse().ok());
    data::plan_region_data(scope, summaries, changed, plan);
}

/// The sitemap of the whole is a list of sitemaps: the region's own, and one for each municipality.
fn plan_sitemaps(section: &Section, regional: &Regional, summaries: &[Arc<Summary>], plan: &mut Plan) {
    let own = format!("{}/sitemap-region.xml", section.base_url);
    let each = summaries.iter().map(|summary| format!("{}/sitemap.xml", summary.base_url));
    let urls: Vec<String> = std::iter::once(own).chain(each).collect();
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", section.base_url);
    let files = [
        ("sitemap-region.xml", JobKind::Sitemap(pages::sitemap_entries(section, regional))),
        ("sitemap.xml", JobKind::SitemapIndex(urls)),
        ("robots.txt", JobKind::Text(robots)),
    ];
    for (name, kind) in files {
        plan.add("", name, kind);
    }
}
