//! Model: the documents of a folder become a [`Section`], a site of its own, with every reference resolved and every rule
//! checked.
//!
//! A municipality is the unit of work. Its section depends on its own documents and on the shared part alone, so that an edit
//! costs what its municipality costs. The region is a section too: the one whose documents are the shared ones.
//!
//! Never here: HTML, a theme, a word of a page. Only the calendar computes a day.

pub mod calendar;
pub mod holidays;
pub(crate) mod rules;
pub(crate) mod texts;

mod agenda;
mod articles;
mod attachments;
mod clashes;
mod fills;
mod folder;
mod images;
mod look;
mod mentions;
mod named;
mod names;
mod navigation;
mod order;
mod over;
mod references;
mod twins;
mod years;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

pub(crate) use articles::{Article, Waiting, WhyWithheld, Withheld, why_not};
pub(crate) use attachments::{AttachmentFact, address as attachment_address, is_attachment};
pub use calendar::HolidayRules;
pub(crate) use fills::{Filled, is_shared, name_of};
pub(crate) use folder::{Folder, Sourced};
pub(crate) use holidays::say_holidays;
pub(crate) use images::ImageFact;
pub(crate) use look::Logo;
pub(crate) use mentions::take_to_mentions;
pub(crate) use named::{CentreNames, NamedCentre, NewsNames};
pub(crate) use names::{NameOf, copy, file_name_fault, is_reserved, name_fault, original, reserved};
pub(crate) use navigation::{MOST_PAGES, asks_for_menu};
pub(crate) use order::{first_letter, sort_key};
pub(crate) use references::{Target, TargetKind, image_path};

use calendar::{Almanac, Calendar};

use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Report, SourcePath};
use crate::input::Inputs;
use crate::parse::article::{News, Page};
use crate::parse::centre::Centre;
use crate::parse::map::MapGround;
use crate::parse::municipality::{Municipality, Site, own_first};
use crate::parse::values::{Lang, Text};

/// For how many faults of a text a name is proposed. Each is looked for among all names there are, and twenty are enough to see what
/// went wrong.
const PROPOSED: usize = 20;

/// The same for all texts of a section together: as many files as there may be, each with one fault.
const PROPOSED_IN_ALL: usize = 200;

/// What the person who builds has chosen, as far as it decides what is on the pages.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Settings {
    /// The day that the pages are made for.
    pub now: Date,
    /// Are drafts shown?
    pub drafts: bool,
    /// Are items with a date in the future shown?
    pub future: bool,
    /// An address in place of every `base_url`, to try a site out elsewhere.
    pub base_url: Option<String>,
}

/// What every municipality rests on.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The site's settings.
    pub site: Arc<Site>,
    /// The shared news and pages.
    pub folder: Arc<Folder>,
    /// Centres that shared texts show, by `municipality/centre`.
    pub guests: Arc<BTreeMap<String, Guest>>,
    /// The images that shared texts show, looked at once for all.
    pub images: Arc<HashMap<SourcePath, ImageFact>>,
    /// The documents that shared texts link to, looked at once for all.
    pub attachments: Arc<HashMap<SourcePath, AttachmentFact>>,
}

/// A centre that is shown outside its own municipality.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Guest {
    /// Its municipality's id.
    pub municipality: String,
    /// Its municipality's name.
    pub municipality_name: Text,
    /// Its municipality's languages, where they are not the site's.
    pub languages: Option<Vec<Lang>>,
    /// The centre.
    pub centre: Sourced<Centre>,
}

/// One site: the region's or a municipality's.
#[derive(Clone, Debug)]
pub struct Section {
    /// The municipality's id; none for the region.
    pub id: Option<String>,
    /// The municipality's name, or the site's title.
    pub name: Text,
    /// The municipality's settings.
    pub config: Option<Arc<Municipality>>,
    /// The site's settings.
    pub site: Arc<Site>,
    /// Its languages, the site's own first.
    pub languages: Vec<Lang>,
    /// Its theme.
    pub theme: String,
    /// Where it is published, without a slash at the end.
    pub base_url: String,
    /// Its centres, in the order of their names.
    pub centres: Vec<Sourced<Centre>>,
    /// The names that they have and had.
    pub centre_names: CentreNames,
    /// The calendar of each of them.
    pub calendars: Vec<Calendar>,
    /// Its news, the newest first.
    pub news: Vec<Article<News>>,
    /// The news and pages that are not published now, each in a language: drafts, and news of a later day.
    pub withheld: Vec<Withheld>,
    /// Its pages, in their order.
    pub pages: Vec<Article<Page>>,
    /// What its map is drawn on: its own `map.geojson`, or else the shared one.
    pub ground: Option<Sourced<MapGround>>,
    /// The images that its texts show.
    pub images: HashMap<SourcePath, ImageFact>,
    /// The municipality's logo, where it has one.
    pub logo: Option<Logo>,
    /// The documents that its texts link to.
    pub attachments: HashMap<SourcePath, AttachmentFact>,
    /// What links can lead to.
    pub targets: HashMap<SourcePath, Target>,
    /// Centres of other municipalities that its texts show.
    pub guests: Arc<BTreeMap<String, Guest>>,
}

impl Section {
    /// The site's own language.
    pub fn own(&self) -> &str {
        &self.site.language
    }

    /// What holidays mean for hours here.
    pub fn holiday_rules(&self) -> HolidayRules {
        HolidayRules::of(self.config.as_deref())
    }

    /// One of its own centres.
    pub fn centre(&self, id: &str) -> Option<&Sourced<Centre>> {
        self.centres.iter().find(|centre| centre.value.id == id)
    }

    /// The folder of the output that it lies in: empty for the region.
    pub fn folder(&self) -> &str {
        self.id.as_deref().unwrap_or_default()
    }

    /// What an old address is within the section's folder. Copied from the browser, it begins with the path that the site is published at.
    pub fn alias_within<'a>(&self, alias: &'a str) -> &'a str {
        fn path(url: &AbsoluteUrl) -> &str {
            let rest = url.as_str().split_once("://").and_then(|(_, rest)| rest.split_once('/'));
            rest.map_or("", |(_, path)| path.trim_matches('/'))
        }
        fn below<'a>(alias: &'a str, path: &str) -> Option<&'a str> {
            let rest = alias.strip_prefix(path).filter(|_| !path.is_empty())?;
            if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
        }
        let own = self.config.as_ref().and_then(|config| config.base_url.as_ref()).map_or("", path);
        if let Some(rest) = below(alias, own) {
            return rest;
        }
        // Where the site lies at the top, the municipality's folder was taken from it already.
        match below(alias, path(&self.site.base_url)) {
            Some(rest) => below(rest, self.folder()).unwrap_or(rest),
            None => alias,
        }
    }
}

/// Makes the region's section of the shared part.
pub fn region(shared: &Shared, inputs: &dyn Inputs, settings: &Settings) -> (Section, Vec<Diagnostic>) {
    let site = &shared.site;
    let base_url = settings.base_url.clone().unwrap_or_else(|| site.base_url.base().to_string());
    let mut found = Vec::new();
    let mut section = Section {
        id: None,
        name: site.title.clone(),
        config: None,
        site: site.clone(),
        languages: site.languages.clone(),
        theme: site.theme.clone(),
        base_url: base_url.trim_end_matches('/').to_string(),
        centres: Vec::new(),
        centre_names: CentreNames::default(),
        calendars: Vec::new(),
        news: articles::gather_news(&[(&shared.folder, true)], site, &mut found),
        pages: articles::gather_pages(&[(&shared.folder, true)], site, &mut found),
        withheld: Vec::new(),
        ground: shared.folder.map.clone(),
        images: HashMap::new(),
        logo: None,
        attachments: HashMap::new(),
        targets: HashMap::new(),
        guests: shared.guests.clone(),
    };
    references::resolve(&mut section, &[&shared.folder], inputs, settings, &mut found);
    rules::check_names(&section, &mut found);
    rules::check_shared_aliases(&section, inputs, &mut found);
    years::check_years(&section, None, settings.now, &mut found);
    names::check_copies(&shared.folder, &section, &mut found);
    rules::check_translations(&section, &mut found);
    articles::publish(&mut section, settings);
    (section, found)
}

/// Makes a municipality's section of its own folder and the shared part.
pub fn municipality(
    folder: &Folder,
    shared: &Shared,
    inputs: &dyn Inputs,
    settings: &Settings,
) -> Option<(Section, Vec<Diagnostic>)> {
    let config = folder.config.clone()?;
    let site = &shared.site;
    let mut found = Vec::new();
    let base_url = match (&settings.base_url, &config.value.base_url) {
        (Some(base), _) => format!("{}/{}", base.trim_end_matches('/'), folder.id),
        (None, Some(own)) => own.base().to_string(),
        (None, None) => format!("{}/{}", site.base_url.base(), folder.id),
    };
    let folders = [(folder, false), (&*shared.folder, true)];
    let mut section = Section {
        id: Some(folder.id.clone()),
        name: config.value.name.clone(),
        languages: languages(&config, site, &mut found),
        theme: config.value.theme.clone().unwrap_or_else(|| site.theme.clone()),
        config: Some(config.value.clone()),
        site: site.clone(),
        base_url,
        centres: folder.centres.clone(),
        centre_names: CentreNames::default(),
        calendars: Vec::new(),
        news: articles::gather_news(&folders, site, &mut found),
        pages: articles::gather_pages(&folders, site, &mut found),
        withheld: Vec::new(),
        ground: folder.map.clone().or_else(|| shared.folder.map.clone()),
        images: shared.images.as_ref().clone(),
        logo: None,
        attachments: shared.attachments.as_ref().clone(),
        targets: HashMap::new(),
        guests: shared.guests.clone(),
    };
    let own = site.language.as_str();
    section.centres.sort_by_cached_key(|centre| {
        (swedish_sort_key(centre.value.name.in_language(own, own).0), centre.value.id.clone())
    });
    section.centre_names = CentreNames::of(&section.centres);
    let almanac = Almanac::of(settings.now, section.holiday_rules());
    section.calendars = section.centres.iter().map(|centre| Calendar::of(&centre.value, &almanac)).collect();
    references::resolve(&mut section, &[folder, &shared.folder], inputs, settings, &mut found);
    look::resolve(&mut section, &config, (folder, inputs), &mut found);
    navigation::check(&section, &config, settings, &mut found);
    navigation::check_pages(&section, &mut found);
    fills::check_fields(&section, &config, &mut found);
    rules::check_names(&section, &mut found);
    rules::check_former_names(&section, &mut found);
    rules::check_dates(&section, &config, settings, &mut found);
    agenda::check(&section, settings.now, &mut found);
    if let Some((number, most)) = folder.overfull() {
        let diagnostic = Diagnostic::new(Code::TooMuch, &config.path, At::File).with("kind", "centres");
        found.push(diagnostic.with("number", number).with("most", most));
    }
    over::check(&section, settings.now, &mut found);
    years::check_years(&section, Some(&config), settings.now, &mut found);
    twins::check_twins(&section, &mut found);
    names::check_copies(folder, &section, &mut found);
    rules::check_translations(&section, &mut found);
    articles::publish(&mut section, settings);
    folder.right_places(&mut found);
    Some((section, found))
}

fn languages(config: &Sourced<Municipality>, site: &Site, found: &mut Vec<Diagnostic>) -> Vec<Lang> {
    let Some(codes) = &config.value.languages else { return site.languages.clone() };
    let mut report = Report::on(&config.path);
    let languages = own_first(codes.clone(), &site.language, &mut report);
    found.extend(report.into_diagnostics());
    languages
}

/// The order of names in Swedish, for lists that are not a page's.
pub fn swedish_sort_key(text: &str) -> String {
    sort_key(text, "sv")
}

/// Is this file name that of another one to a system that does not see the difference? See [`clashes`].
pub(crate) use clashes::find_clashes;
