//! Addresses within a section: one place that knows what lies where.

use crate::base::{OutputPath, percent_encoded};
use crate::model::{Section, Target, TargetKind};
use crate::parse::centre::{Address, Geo};

/// The page of whom to ring. A standing page of the municipality that has this name stands in its place.
pub const DIRECTORY: &str = "kontakt";

/// The addresses of one language's pages, relative to the section's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Urls {
    prefix: String,
}

impl Urls {
    /// The addresses in a language; the site's own language has no folder of its own.
    pub fn new(lang: &str, own: &str) -> Self {
        Self { prefix: if lang == own { String::new() } else { format!("{lang}/") } }
    }

    /// The front page.
    pub fn home(&self) -> String {
        self.prefix.clone()
    }

    /// A page of the news list, from 1.
    pub fn news_list(&self, page: usize) -> String {
        if page <= 1 {
            format!("{}nyheter/", self.prefix)
        } else {
            format!("{}nyheter/sida/{page}/", self.prefix)
        }
    }

    /// A news item.
    pub fn news(&self, name: &str) -> String {
        format!("{}nyheter/{name}/", self.prefix)
    }

    /// The centres.
    pub fn centres(&self) -> String {
        format!("{}familjecentraler/", self.prefix)
    }

    /// A centre.
    pub fn centre(&self, id: &str) -> String {
        format!("{}familjecentraler/{id}/", self.prefix)
    }

    /// A standing page.
    pub fn page(&self, name: &str) -> String {
        format!("{}{name}/", self.prefix)
    }

    /// The accessibility statement.
    pub fn accessibility(&self) -> String {
        format!("{}tillganglighet/", self.prefix)
    }

    /// The accessibility statement as data. There is one, for all languages.
    pub fn statement_data() -> String {
        "tillganglighet/redogorelse.json".to_string()
    }

    /// Whom to ring.
    pub fn directory(&self) -> String {
        format!("{}{}/", self.prefix, DIRECTORY)
    }

    /// The feed.
    pub fn feed(&self) -> String {
        Self::feeds(&self.prefix).0
    }

    /// The same as a JSON Feed.
    pub fn json_feed(&self) -> String {
        Self::feeds(&self.prefix).1
    }

    /// The feeds within a folder: as Atom, and as a JSON Feed.
    pub fn feeds(within: &str) -> (String, String) {
        (format!("{within}feed.xml"), format!("{within}feed.json"))
    }

    /// What happens in the coming days.
    pub fn agenda(&self) -> String {
        format!("{}kalender/", self.prefix)
    }

    /// What happens in a week, by its name: `2026-v49`.
    pub fn agenda_week(&self, week: &str) -> String {
        format!("{}kalender/{week}/", self.prefix)
    }

    /// The search.
    pub fn search(&self) -> String {
        format!("{}sok/", self.prefix)
    }

    /// A file of the search: what it knows.
    pub fn search_file(&self, name: &str) -> String {
        format!("{}sok/{name}.json", self.prefix)
    }

    /// What the open data mean. There is one such page, in the site's own language.
    pub fn data() -> &'static str {
        "data/spec/"
    }

    /// A centre's poster.
    pub fn poster(&self, centre: &str) -> String {
        format!("{}affisch/{centre}.html", self.prefix)
    }

    /// A municipality's calendar to subscribe to. There is one, for all languages.
    pub fn municipality_calendar() -> String {
        "kalender.ics".to_string()
    }

    /// A centre's calendar to subscribe to.
    pub fn centre_calendar(centre: &str) -> String {
        format!("familjecentraler/{centre}/kalender.ics")
    }

    /// An activity's calendar to subscribe to.
    pub fn activity_calendar(centre: &str, activity: &str) -> String {
        format!("familjecentraler/{centre}/aktivitet-{activity}.ics")
    }

    /// The page for what is not there.
    pub fn not_found(&self) -> String {
        format!("{}404.html", self.prefix)
    }

    /// The page that a link to a file leads to: in this language where it exists, else in the site's own, else in one that it has.
    pub fn target(target: &Target, lang: &str, section: &Section) -> String {
        let own = section.own();
        let is_there = |code: &&str| {
            let has = |languages: &[String]| languages.iter().any(|one| one == code);
            target.languages.as_deref().is_none_or(has) && has(&section.languages)
        };
        let any = || section.languages.iter().map(String::as_str).find(is_there);
        let Some(found) = [lang, own].into_iter().find(is_there).or_else(any) else {
            // A shared text in a language that this section does not have is nowhere in it.
            return Urls::new(own, own).home();
        };
        let urls = Urls::new(found, own);
        match &target.kind {
            TargetKind::Home => urls.home(),
            TargetKind::Centre(id) => urls.centre(id),
            TargetKind::News(name) => urls.news(name),
            TargetKind::Page(name) => urls.page(name),
            // One for all languages.
            TargetKind::File(url) => url.clone(),
        }
    }
}

/// The file that an address within a section's folder is served from.
pub fn output_path(folder: &str, url: &str) -> Option<OutputPath> {
    let file =
        if url.is_empty() || url.ends_with('/') { format!("{url}index.html") } else { url.to_string() };
    OutputPath::new(&if folder.is_empty() { file } else { format!("{folder}/{file}") })
}

/// A link to a map of a place. A link asks nothing of the reader's browser until it is followed.
pub fn map_url(address: Option<&Address>, geo: Option<Geo>) -> Option<String> {
    if let Some(geo) = geo {
        let (lat, lon) = geo.degrees();
        return Some(format!("https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"));
    }
    let address = address?;
    let words = [Some(&address.street), address.postal_code.as_ref(), address.city.as_ref()];
    let query = words.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" ");
    Some(format!("https://www.openstreetmap.org/search?query={}", percent_encoded(&query)))
}
