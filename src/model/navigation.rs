//! The navigation of a municipality: that each entry leads somewhere that readers can go.

use super::fills::no_such_centre;
use super::{Article, Section, Settings, Sourced, why_not};
use crate::base::{At, Code, Diagnostic, Seg, nearest};
use crate::parse::article::{Headed as _, Page};
use crate::parse::municipality::{Municipality, NavigationTarget};

/// How many pages may ask to be in the menu. It stands on every page.
pub const MOST_PAGES: usize = 30;

/// Tells of the first page that has no room in the menu any more.
pub fn check_pages(section: &Section, found: &mut Vec<Diagnostic>) {
    let asking: Vec<&Article<Page>> = section.pages.iter().filter(|page| asks_for_menu(page)).collect();
    let first = asking.get(MOST_PAGES).and_then(|page| page.versions.values().find(|it| it.value.navigation));
    if let Some(page) = first {
        let at = At::field("navigation");
        let words = Diagnostic::new(Code::TooMuch, &page.path, at).with("kind", "menu");
        found.push(words.with("most", MOST_PAGES).with("number", asking.len()));
    }
}

/// Does a page ask for a place in the menu, in any of its languages?
pub fn asks_for_menu(page: &Article<Page>) -> bool {
    page.versions.values().any(|version| version.value.navigation)
}

/// Looks at the entries of `navigation:`.
pub fn check(
    section: &Section,
    config: &Sourced<Municipality>,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
) {
    for (index, entry) in config.value.navigation.iter().enumerate() {
        let at = |field: &str| {
            At::Value(vec![Seg::Key("navigation".into()), Seg::Index(index), Seg::Key(field.into())])
        };
        match &entry.target {
            NavigationTarget::Url(url) => {
                let own = own_page(section, url.as_str());
                found.extend(own.map(|(kind, instead)| {
                    let words = Diagnostic::new(Code::MenuToOwnPage, &config.path, at("url"));
                    words.with("kind", kind).with("name", instead)
                }));
            }
            NavigationTarget::Centre(id) => {
                if section.centre(id).is_none() {
                    found.push(no_such_centre(section, (id, true), &config.path, at("centre")));
                }
            }
            NavigationTarget::Page(slug) => {
                found.extend(check_page(section, slug, settings, |code| {
                    Diagnostic::new(code, &config.path, at("page"))
                }));
            }
        }
    }
}

/// The page of the section's own that a whole address leads to: the field that names it, and its name there; or `made`, where it is in the
/// menu anyway. None of one that is not there, which `check` tells.
fn own_page(section: &Section, url: &str) -> Option<(&'static str, String)> {
    let bare = |url: &str| {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
        format!("{}{}", host.to_lowercase(), path)
    };
    let url = bare(url);
    let below = |base: &str| {
        let base = bare(base);
        let rest = url.strip_prefix(base.trim_end_matches('/'))?;
        (rest.is_empty() || rest.starts_with('/')).then(|| rest.trim_matches('/').to_string())
    };
    let own = section.config.as_ref().and_then(|config| config.base_url.as_ref());
    let within = own.and_then(|own| below(own.base())).or_else(|| {
        let rest = below(section.site.base_url.base())?;
        let rest = rest.strip_prefix(section.folder())?;
        (rest.is_empty() || rest.starts_with('/')).then(|| rest.trim_matches('/').to_string())
    })?;
    let within = within.trim_end_matches("index.html").trim_matches('/');
    // In another language it is that language's page, which a name does not say.
    let name = within.strip_prefix("familjecentraler/");
    if let Some(centre) = name.and_then(|name| section.centre(name)) {
        return Some(("centre", centre.value.id.clone()));
    }
    if within.is_empty() || made_by_itself(within).is_some() {
        return Some(("made", "none".to_string()));
    }
    section.pages.iter().find(|page| page.name == within).map(|page| ("page", page.name.clone()))
}

/// Is this the name of a page that fcsite makes itself, and where does it lead to one by itself?
fn made_by_itself(name: &str) -> Option<&'static str> {
    match name {
        "kalender" | "kalendern" => Some("made-calendar"),
        "nyheter" | "familjecentraler" => Some("made"),
        "tillganglighet" | "tillganglighetsredogorelse" => Some("made-foot"),
        _ => None,
    }
}

/// A page must be there, and one that is a draft cannot be led to, as little as from a text.
fn check_page(
    section: &Section,
    slug: &str,
    settings: &Settings,
    diagnostic: impl Fn(Code) -> Diagnostic,
) -> Option<Diagnostic> {
    let Some(page) = section.pages.iter().find(|page| page.name == *slug) else {
        // One that fcsite makes is in the menu, or at the foot of each page.
        if let Some(made) = made_by_itself(slug) {
            return Some(diagnostic(Code::NoSuchPage).with("page", slug).with("proposal", made));
        }
        let names = section.pages.iter().map(|page| page.name.as_str());
        return Some(diagnostic(Code::NoSuchPage).with("page", slug).proposing(nearest(slug, names)));
    };
    let why = why_not(page.version(section.own())?.value.head(), settings)?.word();
    Some(diagnostic(Code::LinkToUnpublished).with("target", slug).with("why", why))
}
