//! The navigation of a municipality: that each entry leads somewhere that readers can go.

use super::references::{no_such_centre, unpublished_page};
use super::{Article, Section, Settings, Sourced};
use crate::base::{At, Code, Diagnostic, Seg, nearest};
use crate::parse::article::Page;
use crate::parse::municipality::{MunicipalityConfig, NavigationTarget};

/// How many pages may ask to be in the menu. It stands on every page.
pub const MOST_PAGES: usize = 30;

/// Tells of the first page that has no room in the menu any more.
pub fn check_pages(section: &Section, found: &mut Vec<Diagnostic>) {
    let asking: Vec<&Article<Page>> = section.pages.iter().filter(|page| asks_for_menu(page)).collect();
    let first = asking.get(MOST_PAGES).and_then(|page| page.versions.values().find(|it| it.value.navigation));
    if let Some(page) = first {
        let at = At::Value(vec![Seg::Key("navigation".into())]);
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
    config: &Sourced<MunicipalityConfig>,
    settings: &Settings,
    found: &mut Vec<Diagnostic>,
) {
    for (index, entry) in config.value.navigation.iter().enumerate() {
        let at = |field: &str| {
            At::Value(vec![Seg::Key("navigation".into()), Seg::Index(index), Seg::Key(field.into())])
        };
        match &entry.target {
            NavigationTarget::Url(_) => {}
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

/// A page must be there, and one that is a draft cannot be led to, as little as from a text.
fn check_page(
    section: &Section,
    slug: &str,
    settings: &Settings,
    diagnostic: impl Fn(Code) -> Diagnostic,
) -> Option<Diagnostic> {
    let Some(page) = section.pages.iter().find(|page| page.name == *slug) else {
        let names = section.pages.iter().map(|page| page.name.as_str());
        return Some(diagnostic(Code::NoSuchPage).with("page", slug).proposing(nearest(slug, names)));
    };
    let why = unpublished_page(&page.version(section.own())?.value, settings)?;
    Some(diagnostic(Code::LinkToUnpublished).with("target", slug).with("why", why))
}
