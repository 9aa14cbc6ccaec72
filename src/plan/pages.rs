//! The fixed pages of a municipality, standing pages, redirects, assets and the sitemap.

use std::collections::{BTreeSet, HashMap};

use super::cards::{self, Item};
use super::centre::sorted_boxes;
use super::links::output_path;
use super::news::{PAGE_SIZE, body_job};
use super::page::{PageSpec, add_page};
use super::scope::{Scope, image_view};
use super::subject::has_directory;
use super::{
    ImageJob, JobKind, PageLinkView, Part, Plan, Regional, SitemapEntry, Urls, agenda, json_ld, map, page,
    statement,
};
use crate::base::{Code, Diagnostic, OutputPath, Phrase, SourcePath};
use crate::model::{Article, Section, Sourced, TargetKind, Withheld};
use crate::parse::aliases::address_of;
use crate::parse::article::{News, Page};
use crate::parse::check::ImageUse;

/// Plans the front page, the accessibility statement and the page for what is not there.
pub fn plan_fixed(scope: &Scope<'_>, items: &[Item<'_>], plan: &mut Plan) {
    let section = scope.section;
    let Some(config) = section.config.as_deref() else { return };
    let url = scope.urls.home();
    let parts = vec![
        ("notices", Part::of(&scope.notices(&config.notices, &url))),
        ("centres", Part::of(&sorted_boxes(scope))),
        ("alerts", cards::alerts(scope, |_| true)),
        ("next", Part::of(&agenda::next(scope))),
        ("news", cards::newest(scope, items)),
        ("pages", page_links(scope)),
        ("image", Part::of(&super::look::front_image(scope))),
        ("map", Part::of(&map::of_municipality(scope, plan))),
    ];
    let name = scope.text(&section.name).text;
    let title = scope.words.filled("municipality_title", &[("name", &name)]);
    let spec = PageSpec {
        kind: "municipality",
        pictured: true,
        json_ld: Some(json_ld::website(scope, &title)),
        title,
        description: Some(scope.words.get("about_family_centres").to_string()),
        versions: scope.everywhere(Urls::home),
        url,
        ..PageSpec::default()
    };
    add_page(scope, "municipality.html", spec, parts, plan);
    statement::plan_accessibility(scope, config.statement.as_ref(), plan);
    plan_not_found(scope, plan);
}

/// The standing pages as links, but those that are outdated.
pub fn page_links(scope: &Scope<'_>) -> Part {
    let pages = scope.section.pages.iter().filter_map(|page| Some((page, page.version(scope.lang)?)));
    let views: Vec<PageLinkView> = pages
        .filter(|(_, version)| version.value.is_current(scope.regional.now))
        .map(|(page, version)| PageLinkView {
            title: scope.filled(&version.value.title, &version.path).into_owned(),
            lead: version.value.lead.as_ref().map(|lead| scope.filled(lead, &version.path).into_owned()),
            url: scope.urls.page(&page.name),
            draft: version.value.draft.then(|| scope.words.get("flag_draft").to_string()),
        })
        .collect();
    Part::of(&views)
}

/// Plans the page for what is not there.
pub fn plan_not_found(scope: &Scope<'_>, plan: &mut Plan) {
    plan_not_found_in(scope, scope.section.folder(), plan);
}

/// Plans the page for what is not there, in a folder of the output. A server shows it at any depth, so its links are absolute and
/// its style is within.
pub fn plan_not_found_in(scope: &Scope<'_>, folder: &str, plan: &mut Plan) {
    let home = format!("{}/{}", scope.section.base_url, scope.urls.home());
    // The theme has it, for all its pages.
    let css = Part { value: scope.theme.css.clone(), fingerprint: scope.theme.fingerprint, bytes: 0 };
    let centres = if scope.section.id.is_some() { sorted_boxes(scope) } else { Vec::new() };
    let held = scope.theme.held_assets();
    let parts = vec![
        ("home", Part::of(&home)),
        ("css", css),
        ("css_integrity", Part::of(&scope.theme.css_integrity)),
        ("drawing", Part::of(&crate::theme::drawing(&held))),
        ("held_assets", Part::of(&held)),
        ("centres", Part::of(&centres)),
    ];
    let spec = PageSpec {
        kind: "404",
        title: scope.words.get("not_found_title").to_string(),
        url: scope.urls.not_found(),
        noindex: true,
        ..PageSpec::default()
    };
    let page = scope.page("404.html", spec, parts);
    plan.add(folder, &scope.urls.not_found(), JobKind::Page(Box::new(page)));
}

/// Plans the standing pages.
pub fn plan_pages(scope: &Scope<'_>, plan: &mut Plan) {
    let pages = scope.section.pages.iter().filter_map(|page| Some((page, page.version(scope.lang)?)));
    for (article, version) in pages {
        plan_page(scope, article, version, plan);
    }
}

fn plan_page(scope: &Scope<'_>, article: &Article<Page>, version: &Sourced<Page>, plan: &mut Plan) {
    let page = &version.value;
    let own = scope.section.own();
    let lead = page.lead.as_ref().map(|lead| scope.filled(lead, &version.path).into_owned());
    let spec = PageSpec {
        kind: "page",
        pictured: true,
        title: scope.filled(&page.title, &version.path).into_owned(),
        description: lead.clone(),
        url: scope.urls.page(&article.name),
        versions: article
            .versions
            .keys()
            .map(|lang| (lang.clone(), Urls::new(lang, own).page(&article.name)))
            .collect(),
        shared: article.shared,
        noindex: page.draft,
        crumbs: vec![scope.home_crumb()],
        ..PageSpec::default()
    };
    let parts = vec![
        ("draft", Part::of(&page.draft)),
        ("outdated", Part::of(&!page.is_current(scope.regional.now))),
        ("until", Part::of(&page.until.map(|date| scope.date(date)))),
        ("lead", Part::of(&lead)),
        ("updated", Part::of(&page.updated.map(|date| scope.date(date)))),
        ("published_by", Part::of(&page.published_by)),
        ("original", Part::of(&scope.newer_original(article, Urls::page))),
        ("body_lang", Part::of(&None::<String>)),
    ];
    let url = spec.url.clone();
    page::plan_card(scope, &spec, plan);
    let mut job = scope.page("page.html", spec, parts);
    job.body = Some((None, body_job(scope, &version.path, version.fingerprint, &page.refs)));
    plan.add(scope.section.folder(), &url, JobKind::Page(Box::new(job)));
}

/// A published news item or page in one of its languages.
pub struct PublishedText<'a> {
    /// Its address within the section.
    pub url: String,
    /// Its file.
    pub path: &'a SourcePath,
    /// Its old addresses.
    pub aliases: &'a [String],
    /// Does it come from the shared folder?
    pub shared: bool,
}

/// All news items and pages of a section, in each language.
pub fn texts(section: &Section) -> impl Iterator<Item = PublishedText<'_>> {
    let news = section.news.iter().flat_map(move |item| {
        item.versions.iter().map(move |(lang, version)| PublishedText {
            url: Urls::new(lang, section.own()).news(&item.name),
            path: &version.path,
            aliases: &version.value.aliases,
            shared: item.shared,
        })
    });
    let pages = section.pages.iter().flat_map(move |page| {
        page.versions.iter().map(move |(lang, version)| PublishedText {
            url: Urls::new(lang, section.own()).page(&page.name),
            path: &version.path,
            aliases: &version.value.aliases,
            shared: page.shared,
        })
    });
    news.chain(pages)
}

/// How many old addresses of shared texts are known of each folder that has them. A draft with so many was never published.
const MOST_SHARED_OLD: usize = 200;

/// Where the pages of a section's texts would lie that are not published now, and those at their old addresses.
pub fn withheld(section: &Section) -> Vec<OutputPath> {
    let mut left = MOST_SHARED_OLD;
    let urls = |text: &Withheld| {
        let urls = Urls::new(&text.lang, section.own());
        let page = match &text.target {
            TargetKind::News(name) => Some(urls.news(name)),
            TargetKind::Page(name) => Some(urls.page(name)),
            // These are always published.
            TargetKind::Home | TargetKind::Centre(_) | TargetKind::File(_) => None,
        };
        let most = if text.shared { left.min(text.aliases.len()) } else { text.aliases.len() };
        left -= if text.shared { most } else { 0 };
        let old = text.aliases.iter().take(most).map(|alias| address_of(section.alias_within(alias)));
        page.into_iter().chain(old).collect::<Vec<String>>()
    };
    let urls = section.withheld.iter().flat_map(urls);
    urls.filter_map(|url| output_path(section.folder(), &url)).collect()
}

/// Plans the theme's assets and the images that the section's pages show.
pub fn plan_assets(scope: &Scope<'_>, plan: &mut Plan) {
    let section = scope.section;
    for asset in scope.theme.assets.values() {
        plan.add(section.folder(), &asset.url, JobKind::Asset(asset.clone()));
    }
    // The same picture under the same name in two folders is one file.
    let mut planned: BTreeSet<OutputPath> = BTreeSet::new();
    for path in shown_images(section) {
        let Some(fact) = section.images.get(&path) else { continue };
        let view = image_view(fact);
        let Some(original) = output_path(section.folder(), &view.url) else { continue };
        if !planned.insert(original.clone()) {
            continue;
        }
        let variant = |variant: &super::VariantView| {
            Some((variant.width, output_path(section.folder(), &variant.url)?))
        };
        plan.images.push(ImageJob {
            fact: fact.clone(),
            original,
            variants: view.variants.iter().filter_map(variant).collect(),
        });
    }
}

/// The image files that published texts show, each once.
fn shown_images(section: &Section) -> BTreeSet<SourcePath> {
    let mut shown = BTreeSet::new();
    let in_text = |path: &SourcePath, written: &str| SourcePath::join(path.folder(), written);
    for version in section.news.iter().flat_map(|article| article.versions.values()) {
        shown
            .extend(version.value.refs.images.iter().filter_map(|image| in_text(&version.path, &image.path)));
        shown.extend(
            version
                .value
                .image
                .iter()
                .filter_map(|image| crate::model::image_path(&version.path, &image.src)),
        );
        for guest in
            version.value.centres.iter().chain(version.value.refs.centres.iter().map(|centre| &centre.name))
        {
            shown.extend(guest_image(section, guest));
        }
    }
    for version in section.pages.iter().flat_map(|article| article.versions.values()) {
        shown
            .extend(version.value.refs.images.iter().filter_map(|image| in_text(&version.path, &image.path)));
        shown.extend(
            version.value.refs.centres.iter().filter_map(|centre| guest_image(section, &centre.name)),
        );
    }
    shown.extend(super::look::images(section));
    for centre in &section.centres {
        shown.extend(
            centre.value.images.iter().filter_map(|image| crate::model::image_path(&centre.path, &image.src)),
        );
    }
    shown
}

fn guest_image(section: &Section, name: &str) -> Option<SourcePath> {
    let guest = section.guests.get(name)?;
    let image = guest.centre.value.images.first()?;
    crate::model::image_path(&guest.centre.path, &image.src)
}

/// Plans the sitemap: every page that is not a copy of the region's.
pub fn plan_sitemap(section: &Section, regional: &Regional, plan: &mut Plan) {
    let entries = sitemap_entries(section, regional);
    plan.add(section.folder(), "sitemap.xml", JobKind::Sitemap(entries));
}

fn entry(
    section: &Section,
    languages: &[String],
    url: &dyn Fn(&Urls) -> String,
    (changed, pictures): (Option<String>, Vec<String>),
) -> Vec<SitemapEntry> {
    let absolute = |lang: &String| format!("{}/{}", section.base_url, url(&Urls::new(lang, section.own())));
    let alternates: Vec<(String, String)> = if languages.len() > 1 {
        languages.iter().map(|lang| (lang.clone(), absolute(lang))).collect()
    } else {
        Vec::new()
    };
    languages
        .iter()
        .map(|lang| SitemapEntry {
            url: absolute(lang),
            changed: changed.clone(),
            alternates: alternates.clone(),
            pictures: pictures.clone(),
        })
        .collect()
}

/// The entries of a section's sitemap.
pub fn sitemap_entries(section: &Section, regional: &Regional) -> Vec<SitemapEntry> {
    let all = &section.languages;
    let mut entries = entry(section, all, &Urls::home, Default::default());
    let mine = |shared: bool| !shared || section.id.is_none() || regional.alone;
    if section.id.is_some() {
        if has_directory(section) {
            entries.extend(entry(section, all, &Urls::directory, Default::default()));
        }
        entries.extend(entry(section, all, &Urls::centres, Default::default()));
        for centre in &section.centres {
            let changed = centre.value.reviewed.map(|date| date.to_string());
            let pictures = picture_urls(section, &centre.path, centre.value.images.iter());
            entries.extend(entry(section, all, &|urls| urls.centre(&centre.value.id), (changed, pictures)));
        }
    }
    for lang in all {
        let count = section.news.iter().filter_map(|article| article.version(lang));
        let listed = count.filter(|version| version.value.is_current(regional.now)).count();
        for page in 1..=listed.div_ceil(PAGE_SIZE).max(1) {
            entries.extend(entry(
                section,
                std::slice::from_ref(lang),
                &|urls| urls.news_list(page),
                Default::default(),
            ));
        }
    }
    for article in section.news.iter().filter(|article| mine(article.shared)) {
        let indexed = article.versions.iter().filter(|(_, version)| {
            let news = &version.value;
            !news.draft && news.date <= regional.now
        });
        let (languages, versions): (Vec<String>, Vec<&Sourced<News>>) =
            indexed.map(|(lang, version)| (lang.clone(), version)).unzip();
        let changed =
            versions.iter().map(|version| version.value.updated.unwrap_or(version.value.date)).max();
        let changed = changed.map(|date| date.to_string());
        let shown = versions.iter().find(|version| version.value.image.is_some());
        let pictures = shown
            .map(|version| picture_urls(section, &version.path, version.value.image.iter()))
            .unwrap_or_default();
        entries.extend(entry(section, &languages, &|urls| urls.news(&article.name), (changed, pictures)));
    }
    for page in section.pages.iter().filter(|page| mine(page.shared)) {
        let whole = page.versions.iter().filter(|(_, version)| !version.value.draft);
        let languages: Vec<String> = whole.map(|(lang, _)| lang.clone()).collect();
        let changed = page
            .versions
            .values()
            .filter_map(|version| version.value.updated)
            .max()
            .map(|date| date.to_string());
        entries.extend(entry(section, &languages, &|urls| urls.page(&page.name), (changed, Vec::new())));
    }
    entries.extend(entry(section, all, &Urls::accessibility, Default::default()));
    if let Some(own) = all.get(..1) {
        entries.extend(entry(section, own, &|_| Urls::data().to_string(), Default::default()));
    }
    entries
}

/// The absolute addresses of pictures that a file names.
fn picture_urls<'i>(
    section: &Section,
    file: &SourcePath,
    images: impl Iterator<Item = &'i ImageUse>,
) -> Vec<String> {
    let fact = |image: &ImageUse| section.images.get(&crate::model::image_path(file, &image.src)?);
    images.filter_map(fact).map(|fact| format!("{}/{}", section.base_url, image_view(fact).url)).collect()
}

/// No two jobs may write one file: the last wall behind the checks of names.
pub fn check_addresses(plan: &mut Plan) {
    let mut seen: HashMap<&OutputPath, ()> = HashMap::with_capacity(plan.jobs.len());
    let mut doubles = Vec::new();
    for job in &plan.jobs {
        if seen.insert(&job.path, ()).is_some() {
            doubles.push(
                Diagnostic::anywhere(Code::Clash)
                    .with("url", &job.path)
                    .saying("other", Phrase::new("another-page")),
            );
        }
    }
    plan.diagnostics.extend(doubles);
}
