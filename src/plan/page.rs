//! A page, and how it comes into the plan: every page of a site is made here.

mod share;

use tera::Value;

use super::links::Urls;
use super::scope::Scope;
use super::{
    AlternateView, CrumbView, Fragment, JobKind, PageJob, PageView, Part, Plan, StandView, TranslationView,
};
use crate::base::characters::within_bytes;
use crate::base::{SourcePath, marks, relative_prefix};
use crate::parse::language;

#[cfg(test)]
pub(crate) use share::letters;
pub(crate) use share::plan_card;
pub(crate) use share::{PICTURED_NEWS, SHARE_FILE, ShareCard};

/// How many names of a list stand in its description.
const LISTED: usize = 5;

/// How many bytes of them: a search engine shows no more.
const LISTED_BYTES: usize = 200;

/// What a page is, before its translations and its address in full are filled in.
#[derive(Default)]
pub struct PageSpec {
    /// `news`, `centre` and so on.
    pub kind: &'static str,
    /// For `<title>`.
    pub title: String,
    /// For the description.
    pub description: Option<String>,
    /// Its address within the section.
    pub url: String,
    /// The languages that it exists in and its address in each; all pages of a kind when it exists in all.
    pub versions: Vec<(String, String)>,
    /// Is the region's copy the original?
    pub shared: bool,
    /// Should search engines leave it out?
    pub noindex: bool,
    /// Has it a picture of its own for those who share it?
    pub pictured: bool,
    /// The steps between the front page and this one.
    pub crumbs: Vec<CrumbView>,
    /// Structured data.
    pub json_ld: Option<String>,
    /// The file that one edits to change the page, if it has no body.
    pub source: Option<SourcePath>,
}

/// What a list holds, in a line for who finds it by a search engine: its first names. None of one that holds nothing.
pub fn listing(names: impl Iterator<Item = impl AsRef<str>>) -> Option<String> {
    let mut line = String::new();
    for name in names.take(LISTED) {
        if !line.is_empty() {
            line.push_str(" · ");
        }
        line.push_str(&marks::without(name.as_ref()));
    }
    (!line.is_empty()).then(|| within_bytes(&line, LISTED_BYTES))
}

impl Scope<'_> {
    /// A page of the section.
    pub fn page(&self, template: &'static str, spec: PageSpec, parts: Vec<(&'static str, Part)>) -> PageJob {
        let root = relative_prefix(&spec.url);
        let fragments = self.frame_fragments(&spec);
        let untranslated = self.lang != self.section.own()
            && parts.iter().any(|(name, part)| is_untranslated(name, &part.value));
        PageJob {
            template,
            theme: self.theme.clone(),
            frame: self.frame.clone(),
            root,
            source: spec.source.clone(),
            page: Part::of(&PageView { untranslated, ..self.page_view(spec) }),
            parts,
            fragments,
            body: None,
            allowed_hosts: self.allowed_hosts.clone(),
            moved_to: None,
        }
    }

    /// The head and the foot, which are the same on all pages of a kind, and the way to it, which those of a list share.
    fn frame_fragments(&self, spec: &PageSpec) -> Vec<Fragment> {
        let is_led_to = self.frame.led_to.contains(&spec.url);
        let stand = Part::of(&StandView { kind: spec.kind, url: if is_led_to { &spec.url } else { "" } });
        let of_stand = |(name, component)| Fragment {
            into: None,
            name,
            component,
            argument: "page",
            part: stand.clone(),
        };
        let mut fragments =
            [("brand_html", "SiteBrand"), ("menu_html", "SiteMenu"), ("foot_html", "SiteFoot")]
                .map(of_stand)
                .to_vec();
        fragments.push(Fragment {
            into: None,
            name: "crumbs_html",
            component: "Breadcrumbs",
            argument: "crumbs",
            part: Part::of(&spec.crumbs),
        });
        fragments
    }

    fn page_view(&self, spec: PageSpec) -> PageView {
        let languages = &self.section.languages;
        let find =
            |lang: &str| spec.versions.iter().find(|(code, _)| code == lang).map(|(_, url)| url.clone());
        let translation = |lang: &String| {
            let exact = find(lang);
            TranslationView {
                lang: lang.clone(),
                dir: language::direction(lang),
                name: language::name(lang).to_string(),
                current: lang == self.lang,
                exact: exact.is_some(),
                url: exact.unwrap_or_else(|| Urls::new(lang, self.section.own()).home()),
            }
        };
        let base = if self.is_copied(&spec) { &self.regional.base_url } else { &self.section.base_url };
        let alternate = |(lang, url): &(String, String)| AlternateView {
            lang: lang.clone(),
            href: format!("{base}/{url}"),
        };
        PageView {
            share: self.share(&spec, base),
            kind: spec.kind,
            title: spec.title,
            description: spec.description,
            canonical: format!("{base}/{}", spec.url),
            url: spec.url,
            noindex: spec.noindex,
            translations: if languages.len() > 1 {
                languages.iter().map(translation).collect()
            } else {
                Vec::new()
            },
            alternates: if spec.versions.len() > 1 {
                spec.versions.iter().map(alternate).collect()
            } else {
                Vec::new()
            },
            breadcrumbs: spec.crumbs,
            untranslated: false,
            json_ld: spec.json_ld,
        }
    }
}

/// What names and the like are called in views. They are the same in all languages, so nobody misses a translation.
const NAMES: [&str; 11] = [
    "name",
    "short_name",
    "centre",
    "municipality",
    "operator",
    "credit",
    "consent",
    "image",
    "images",
    "owner",
    "source",
];

/// Is there a text in another language than the page's among what it shows?
fn is_untranslated(name: &str, value: &Value) -> bool {
    if NAMES.contains(&name) && value.get_from_path("text").is_some() {
        return false;
    }
    match (value.as_map(), value.as_array()) {
        (Some(map), _) => {
            let is_other = |key: &str| value.get_from_path(key).is_some_and(|lang| !lang.is_none());
            let is_text = value.get_from_path("text").is_some() || value.get_from_path("lead").is_some();
            is_text && is_other("lang")
                || is_other("body_lang")
                || map.iter().any(|(key, value)| {
                    let key = key.as_str().unwrap_or_default();
                    !(NAMES.contains(&key) && matches!(key, "image" | "images" | "operator"))
                        && is_untranslated(key, value)
                })
        }
        (_, Some(list)) => list.iter().any(|value| is_untranslated(name, value)),
        _ => false,
    }
}

/// Adds a page to the plan.
pub fn add_page(
    scope: &Scope<'_>,
    template: &'static str,
    spec: PageSpec,
    parts: Vec<(&'static str, Part)>,
    plan: &mut Plan,
) {
    let url = spec.url.clone();
    plan_card(scope, &spec, plan);
    let page = scope.page(template, spec, parts);
    plan.add(scope.section.folder(), &url, JobKind::Page(Box::new(page)));
}
