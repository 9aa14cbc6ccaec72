//! The navigation of a section: what the municipality lists, and the pages that ask to be there.

use super::scope::Scope;
use super::{NavigationView, TextView, Urls};
use crate::base::characters::shortened;
use crate::model::{MOST_PAGES, Sourced, asks_for_menu};
use crate::parse::article::Page;
use crate::parse::municipality::{Navigation, NavigationTarget};

/// How many characters of a title stand in the menu, which is on every page.
const LONGEST: usize = 100;

impl Scope<'_> {
    /// The municipality's own entries and the pages that ask to be there and are not there yet, the lightest first. Of those that weigh
    /// the same, the entries come first, as they are listed; then the pages in their order.
    pub fn navigation(&self) -> Vec<NavigationView> {
        let section = self.section;
        let mut entries: Vec<(i32, NavigationView)> = Vec::new();
        let mut taken: Vec<&str> = Vec::new();
        for entry in section.config.iter().flat_map(|config| &config.navigation) {
            if let NavigationTarget::Page(slug) = &entry.target {
                taken.push(slug);
            }
            entries.extend(self.navigation_entry(entry).map(|view| (entry.weight, view)));
        }
        let asking = section.pages.iter().filter(|page| !taken.contains(&page.name.as_str()));
        for page in asking.filter(|page| asks_for_menu(page)).take(MOST_PAGES) {
            let wanted =
                |page: &&Sourced<Page>| page.value.navigation && page.value.is_current(self.regional.now);
            if let Some(version) = page.version(self.lang).filter(wanted) {
                let text = shortened(&self.filled(&version.value.title, &version.path), LONGEST);
                let title = TextView { text, ..TextView::default() };
                let view = NavigationView { title, url: self.urls.page(&page.name), external: false };
                entries.push((version.value.weight, view));
            }
        }
        // Stable: what weighs the same keeps its order.
        entries.sort_by_key(|(weight, _)| *weight);
        entries.into_iter().map(|(_, view)| view).collect()
    }

    /// An entry of `navigation:`; none where its page is not there, or outdated.
    fn navigation_entry(&self, entry: &Navigation) -> Option<NavigationView> {
        let url = match &entry.target {
            NavigationTarget::Url(url) => url.as_str().to_string(),
            NavigationTarget::Centre(id) => self.urls.centre(&self.section.centre(id)?.value.id),
            NavigationTarget::Page(slug) => {
                let page = self.section.pages.iter().find(|page| page.name == *slug)?;
                // Where it is not in this language it is in the site's own; a page that is in another one only is shown there alone.
                let own = self.section.own();
                let lang = [self.lang, own].into_iter().find(|lang| page.version(lang).is_some())?;
                if !page.version(lang)?.value.is_current(self.regional.now) {
                    return None;
                }
                Urls::new(lang, own).page(slug)
            }
        };
        let external = matches!(entry.target, NavigationTarget::Url(_));
        let title = self.text(&entry.title);
        Some(NavigationView {
            title: TextView { text: shortened(&title.text, LONGEST), ..title },
            url,
            external,
        })
    }
}
