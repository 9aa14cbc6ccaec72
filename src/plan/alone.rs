//! A site of one municipality: what lies beside its folder, and leads into it.
//!
//! There is no region then, so no page speaks of one: `/` leads to the municipality's front page, and what a server or a search
//! engine looks for at the top (`404.html`, `robots.txt`, `sitemap.xml`) is the municipality's. Nothing here has assets of its own.

use std::collections::HashSet;
use std::sync::Arc;

use super::aliases::{leading_to, redirect};
use super::links::output_path;
use super::page::PageSpec;
use super::pages::{self, plan_not_found_in, texts};
use super::scope::Scope;
use super::{Job, JobKind, Plan, Regional};
use crate::model::Section;
use crate::parse::aliases::address_of;
use crate::theme::Theme;

/// Plans what lies at the top of a site whose one municipality this is.
pub fn plan_alone(section: &Section, theme: &Arc<Theme>, regional: &Regional) -> Plan {
    let mut plan = Plan::within(section);
    let way = format!("{}/", section.folder());
    for lang in &section.languages {
        let scope = Scope::new(section, theme, regional, lang);
        let url = scope.urls.home();
        // A municipality whose folder has the name of a language has its own front page there.
        if url == way {
            continue;
        }
        let name = scope.text(&section.name).text;
        let spec = PageSpec {
            kind: "front",
            title: scope.words.filled("municipality_title", &[("name", &name)]),
            url: url.clone(),
            ..PageSpec::default()
        };
        let page = leading_to(&scope, spec, &way, &url);
        plan.add("", &url, JobKind::Page(Box::new(page)));
    }
    let scope = Scope::new(section, theme, regional, section.own());
    plan_not_found_in(&scope, "", &mut plan);
    plan_aliases(&scope, &way, &mut plan);
    plan_texts(section, regional, &mut plan);
    pages::check_addresses(&mut plan);
    plan
}

/// The old addresses of shared texts hold from the top, as they do where there is a region. Two texts with the same one were told by
/// the municipality, which has them too.
fn plan_aliases(scope: &Scope<'_>, way: &str, plan: &mut Plan) {
    let mut taken: HashSet<String> = plan.jobs.iter().map(|job| job.path.to_string()).collect();
    for text in texts(scope.section).filter(|text| text.shared) {
        for alias in text.aliases {
            let url = address_of(scope.section.alias_within(alias));
            let Some(path) = output_path("", &url).filter(|path| taken.insert(path.to_string())) else {
                continue;
            };
            let page = redirect(scope, url, way, &text.url);
            plan.jobs.push(Job::new(path, JobKind::Page(Box::new(page))));
        }
    }
}

/// What search engines look for at the top.
fn plan_texts(section: &Section, regional: &Regional, plan: &mut Plan) {
    let robots = format!("User-agent: *\nAllow: /\n\nSitemap: {}/sitemap.xml\n", regional.base_url);
    let sitemap = vec![format!("{}/sitemap.xml", section.base_url)];
    let files = [("sitemap.xml", JobKind::SitemapIndex(sitemap)), ("robots.txt", JobKind::Text(robots))];
    for (name, kind) in files {
        plan.add("", name, kind);
    }
}
