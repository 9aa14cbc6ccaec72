//! A scope: one section in one language, and the small views that all its pages are put together from.

use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::about::NewsOfCentres;
use super::links::{Urls, map_url};
use super::subject::{has_agenda, has_directory};
use super::{
    AddressView, BoxServiceView, BoxView, ContactView, CrumbView, DateView, FeedCentre, Fragment, Frame,
    ImageView, LanguageView, LinkView, LookView, NoticeView, OriginalView, Part, Regional, SiteView,
    TextView, VariantView,
};
use crate::base::{AbsoluteUrl, Email, Mixer, SourcePath};
use crate::model::{Article, Guest, ImageFact, Logo, NamedCentre, Section, Sourced};
use crate::parse::article::Headed;
use crate::parse::centre::{Address, Centre};
use crate::parse::check::ImageUse;
use crate::parse::files::Status;
use crate::parse::fills::Fill;
use crate::parse::language;
use crate::parse::values::{Interval, PartialDate, Phone, Text};
use crate::theme::{LOGO, Theme, Words};

/// What fillings become, in HTML or as plain text; none of one that cannot be filled in.
type KnownFills = HashMap<(Fill, bool), Option<Arc<str>>>;

/// One section in one language.
pub struct Scope<'a> {
    /// The section.
    pub section: &'a Section,
    /// Its theme.
    pub theme: &'a Arc<Theme>,
    /// What it knows of the region.
    pub regional: &'a Regional,
    /// The language.
    pub lang: &'a str,
    /// The theme's words in the language.
    pub words: Arc<Words>,
    /// The addresses of the language.
    pub urls: Urls,
    /// What every page shares.
    pub frame: Arc<Frame>,
    /// Hosts that pages may load from.
    pub allowed_hosts: Arc<Vec<String>>,
    /// The boxes of centres that texts show, by their files: a box is made once, however many texts show it.
    boxes: RefCell<HashMap<SourcePath, Part>>,
    /// The municipality's notices that each centre's page has, by the way from there to the site's folder.
    pub(super) in_front: RefCell<HashMap<String, Vec<NoticeView>>>,
    /// Dates in words: most are on several pages.
    dates: RefCell<HashMap<Date, DateView>>,
    /// What words in braces become in plain texts: each is made once, however many texts have it.
    pub(super) fills: RefCell<KnownFills>,
    /// The table of whom to ring, once a text shows it.
    pub contacts: OnceCell<Part>,
    /// The same as feeds have it.
    pub(super) feed_contacts: OnceCell<Arc<[FeedCentre]>>,
    /// The news that name each centre.
    pub(super) news_of_centres: OnceCell<NewsOfCentres<'a>>,
    /// The documents that its pages link to, as far as they are planned.
    pub attached: RefCell<BTreeSet<SourcePath>>,
}

impl<'a> Scope<'a> {
    /// The scopes of a section: one for each of its languages, in their order.
    pub fn all(section: &'a Section, theme: &'a Arc<Theme>, regional: &'a Regional) -> Vec<Self> {
        section.languages.iter().map(|lang| Self::new(section, theme, regional, lang)).collect()
    }

    /// The scope of a section in a language.
    pub fn new(section: &'a Section, theme: &'a Arc<Theme>, regional: &'a Regional, lang: &'a str) -> Self {
        let words = theme.words(lang, section.own());
        let hosts = section.config.as_ref().map(|config| config.allowed_hosts.clone()).unwrap_or_default();
        let empty = Frame {
            lang: String::new(),
            dir: "ltr",
            fallback: String::new(),
            site: tera::Value::none(),
            words: tera::Value::none(),
            led_to: Vec::new(),
            everywhere: Vec::new(),
            fragments: Default::default(),
            fingerprint: Default::default(),
        };
        let mut scope = Self {
            section,
            theme,
            regional,
            lang,
            words,
            urls: Urls::new(lang, section.own()),
            frame: Arc::new(empty),
            allowed_hosts: Arc::new(hosts),
            boxes: RefCell::default(),
            in_front: RefCell::default(),
            dates: RefCell::default(),
            fills: RefCell::default(),
            contacts: OnceCell::new(),
            feed_contacts: OnceCell::new(),
            news_of_centres: OnceCell::new(),
            attached: RefCell::default(),
        };
        scope.frame = Arc::new(scope.make_frame());
        scope
    }

    fn make_frame(&self) -> Frame {
        let view = self.site_view();
        let site = Part::of(&view);
        let mut mixer = Mixer::default();
        mixer.add(&site.fingerprint).add(&self.words.fingerprint).add(self.lang).add(self.section.own());
        let everywhere = [
            ("search_html", "SearchField"),
            ("guard_html", "SiteGuard"),
            ("head_html", "SiteLinks"),
            ("words_lang", "SiteLang"),
        ];
        let of_site = |(name, component)| Fragment {
            into: None,
            name,
            component,
            argument: "site",
            part: site.clone(),
        };
        Frame {
            lang: self.lang.to_string(),
            dir: language::direction(self.lang),
            fallback: self.section.own().to_string(),
            led_to: view.led_to(),
            everywhere: everywhere.map(of_site).to_vec(),
            site: site.value,
            words: self.words.value.clone(),
            fragments: Default::default(),
            fingerprint: mixer.finish128(),
        }
    }

    fn site_view(&self) -> SiteView {
        let section = self.section;
        let config = section.config.as_deref();
        let region = section.id.is_none();
        let has_region = !region && !self.regional.alone;
        let region_lang = if self.regional.languages.iter().any(|code| code == self.lang) {
            self.lang
        } else {
            section.own()
        };
        let region_home = Urls::new(region_lang, section.own()).home();
        let contact = config.map_or(&section.site.contact, |config| &config.contact);
        let contact = ContactView {
            phone: contact.phone.as_ref().map(|phone| self.phone(phone)),
            email: contact.email.as_ref().map(|email| self.email(email)),
            url: contact.url.as_ref().map(|url| self.web(url)),
        };
        let statement =
            if region { &section.site.statement } else { config.map_or(&None, |config| &config.statement) };
        let feedback = statement.as_ref().and_then(|statement| statement.feedback_url.as_ref());
        let has_news = section.news.iter().any(|article| article.version(self.lang).is_some());
        SiteView {
            kind: if region { "region" } else { "municipality" },
            id: section.folder().to_string(),
            allowed_hosts: self.allowed_hosts.to_vec(),
            name: self.text(&section.name),
            organisation: self.text(&section.site.organisation),
            region: config.and_then(|config| config.region.as_ref()).map(|text| self.text(text)),
            region_url: has_region.then(|| format!("{}/{region_home}", self.regional.base_url)),
            region_title: has_region.then(|| self.text(&section.site.title)),
            contact,
            look: self.look(),
            navigation: self.navigation(),
            home_url: self.urls.home(),
            news_url: has_news.then(|| self.urls.news_list(1)),
            centres_url: (!region).then(|| self.urls.centres()),
            centre_url: self.only_centre().map(|centre| self.urls.centre(&centre.id)),
            agenda_url: (!region && has_agenda(&section.centres)).then(|| self.urls.agenda()),
            contact_url: (!region && has_directory(section)).then(|| self.urls.directory()),
            search_url: self.urls.search(),
            accessibility_url: self.urls.accessibility(),
            feedback_url: feedback.map(|url| url.as_str().to_string()),
            data_url: (self.lang == section.own()).then(|| Urls::data().to_string()),
            feed_url: Some(self.urls.feed()),
            season: season(self.regional.now),
        }
    }

    /// What every page wears: its municipality's face.
    fn look(&self) -> LookView {
        let section = self.section;
        let colour = section.config.as_ref().and_then(|config| config.look.as_ref()?.colour);
        let logo = section.logo.as_ref().and_then(|logo| match logo {
            Logo::Picture(path) => section.images.get(path).map(image_view),
            Logo::Drawing(drawing) => self.theme.assets.get(LOGO).map(|asset| ImageView {
                url: asset.url.clone(),
                width: drawing.width,
                height: drawing.height,
                ..ImageView::default()
            }),
        });
        LookView { colour: colour.map(|colour| colour.css()), logo }
    }

    /// A text in the page's language, or marked with its own.
    pub fn text(&self, text: &Text) -> TextView {
        let (text, lang) = text.in_language(self.lang, self.section.own());
        let text = self.filled_own(text).into_owned();
        if lang == self.lang {
            return TextView { text, ..TextView::default() };
        }
        let dir = language::direction(lang);
        let differs = dir != language::direction(self.lang);
        TextView { text, lang: Some(lang.to_string()), dir: differs.then_some(dir) }
    }

    /// A text that may be missing.
    pub fn optional(&self, text: Option<&Text>) -> Option<TextView> {
        text.map(|text| self.text(text))
    }

    /// A text as it is read, for titles and descriptions.
    pub fn plain<'t>(&self, text: &'t Text) -> Cow<'t, str>
    where
        'a: 't,
    {
        self.filled_own(text.in_language(self.lang, self.section.own()).0)
    }

    /// A date in words.
    pub fn date(&self, date: Date) -> DateView {
        if let Some(view) = self.dates.borrow().get(&date) {
            return view.clone();
        }
        let words = &self.words;
        let view = DateView {
            iso: date.to_string(),
            text: words.date(date),
            near: words.date_near(date, self.this_year()),
            month: words.month(date),
            day: words.day(date),
            day_near: words.day_near(date, self.this_year()),
        };
        self.dates.borrow_mut().insert(date, view.clone());
        view
    }

    /// The year that the page is made in, which goes without saying.
    pub fn this_year(&self) -> i16 {
        self.regional.now.year()
    }

    /// A period in words: nothing is said twice, and not the year that goes without saying.
    pub fn period(&self, first: Date, last: Date) -> String {
        self.words.period((first, last), self.this_year())
    }

    /// Times of a day in words.
    pub fn times(&self, intervals: &[Interval]) -> Vec<String> {
        intervals.iter().map(|interval| self.words.interval(*interval)).collect()
    }

    /// A language in the page's language, and in itself where that is another name.
    pub fn language(&self, code: &str) -> LanguageView {
        let own = language::name(code);
        let name = self.words.language(code).map(str::to_string);
        let is_other =
            name.as_deref().is_some_and(|name| !name.eq_ignore_ascii_case(own) && code != self.lang);
        LanguageView {
            lang: code.to_string(),
            dir: language::direction(code),
            name: own.to_string(),
            here: name.filter(|_| is_other),
        }
    }

    /// A phone number.
    pub fn phone(&self, phone: &Phone) -> LinkView {
        LinkView { text: TextView { text: phone.shown(), ..TextView::default() }, href: phone.href() }
    }

    /// An e-mail address.
    pub fn email(&self, email: &Email) -> LinkView {
        let text = TextView { text: email.as_str().to_string(), ..TextView::default() };
        LinkView { text, href: format!("mailto:{}", email.as_str()) }
    }

    /// A web address; its text is the host, which says where it goes.
    pub fn web(&self, url: &AbsoluteUrl) -> LinkView {
        let host = url.host();
        let text = host.strip_prefix("www.").unwrap_or(&host).to_string();
        LinkView { text: TextView { text, ..TextView::default() }, href: url.as_str().to_string() }
    }

    /// A planned opening in words.
    pub fn planned(&self, planned: PartialDate) -> String {
        match planned {
            PartialDate::Year(year) => year.to_string(),
            PartialDate::Month(year, month) => {
                Date::new(year, month, 1).map_or_else(|_| planned.to_string(), |date| self.date(date).month)
            }
            PartialDate::Day(date) => self.date(date).text,
        }
    }

    /// An image that YAML or front matter names.
    pub fn image(&self, image: &ImageUse, file: &SourcePath) -> Option<ImageView> {
        let path = crate::model::image_path(file, &image.src)?;
        let fact = self.section.images.get(&path)?;
        let alt = image.alt.as_ref().map(|alt| self.text(alt)).unwrap_or_default();
        Some(ImageView {
            alt: alt.text,
            alt_lang: alt.lang,
            credit: self.optional(image.credit.as_ref()),
            consent: self.optional(image.consent.as_ref()),
            ..image_view(fact)
        })
    }

    /// A centre as a box. `linked`: is its page in this section?
    pub fn centre_box(&self, source: &Sourced<Centre>, linked: bool, municipality: &Text) -> BoxView {
        let centre = &source.value;
        let service = |service: &crate::parse::centre::Service| BoxServiceView {
            kind: service.kind.key(),
            name: self.optional(service.name.as_ref()),
        };
        // A plan that has passed is no news to a parent; the build warns the editor.
        let to_come = |planned: &PartialDate| {
            centre.status == Status::Planned && planned.last_day() >= self.regional.now
        };
        let planned = centre.planned_opening.filter(to_come);
        BoxView {
            id: centre.id.clone(),
            name: self.text(&centre.name),
            short_name: self.short_name(&centre.name),
            state: None,
            url: linked.then(|| self.urls.centre(&centre.id)),
            status: centre.status.key(),
            kind: centre.kind.map(crate::parse::files::CentreType::key),
            address: centre.address.as_ref().map(|address| self.address(address)),
            phone: centre.phone.as_ref().map(|phone| self.phone(phone)),
            email: centre.email.as_ref().map(|email| self.email(email)),
            link: centre.url.as_ref().map(|url| self.web(url)),
            services: centre.services.iter().map(service).collect(),
            planned_opening: planned.map(|planned| self.planned(planned)),
            municipality: self.text(municipality),
            map_url: map_url(centre.address.as_ref(), centre.geo),
            image: centre.images.first().and_then(|image| self.image(image, &source.path)),
        }
    }

    /// A centre's name as it is found in a list of centres.
    fn short_name(&self, name: &Text) -> TextView {
        let view = self.text(name);
        TextView { text: place_of(&view.text).to_string(), ..view }
    }

    /// The box of a centre that a text names.
    pub fn box_part(&self, named: NamedCentre<'_>) -> Part {
        let path = match named {
            NamedCentre::Own(centre) => &centre.path,
            NamedCentre::Guest(guest) => &guest.centre.path,
        };
        if let Some(part) = self.boxes.borrow().get(path) {
            return part.clone();
        }
        let part = match named {
            NamedCentre::Own(centre) => Part::of(&self.centre_box(centre, true, &self.section.name)),
            NamedCentre::Guest(guest) => Part::of(&self.guest_box(guest)),
        };
        self.boxes.borrow_mut().insert(path.clone(), part.clone());
        part
    }

    /// A box of a centre of another municipality. Only the region's pages can link to it: a municipality's folder stands alone.
    pub fn guest_box(&self, guest: &Guest) -> BoxView {
        let mut view = self.centre_box(&guest.centre, false, &guest.municipality_name);
        if self.section.id.is_none() {
            let languages = guest.languages.as_ref().unwrap_or(&self.section.site.languages);
            let lang =
                if languages.iter().any(|code| code == self.lang) { self.lang } else { self.section.own() };
            let urls = Urls::new(lang, self.section.own());
            view.url = Some(format!("{}/{}", guest.municipality, urls.centre(&guest.centre.value.id)));
        }
        view
    }

    /// An address.
    pub fn address(&self, address: &Address) -> AddressView {
        AddressView {
            street: address.street.clone(),
            postal_code: address.postal_code.clone(),
            city: address.city.clone(),
            entrance: self.optional(address.entrance.as_ref()),
        }
    }

    /// The original of a translation that is older than it; `url` is its address.
    pub fn newer_original<T: Headed>(
        &self,
        article: &Article<T>,
        url: impl Fn(&Urls, &str) -> String,
    ) -> Option<OriginalView> {
        let own = self.section.own();
        let (_, changed, _) = article.newer_original(self.lang, own)?;
        let url = url(&Urls::new(own, own), &article.name);
        Some(OriginalView { url, lang: own.to_string(), updated: self.date(changed) })
    }

    /// The first step of the way to a page.
    pub fn home_crumb(&self) -> CrumbView {
        CrumbView { title: self.words.get("nav_home").to_string(), url: self.urls.home() }
    }

    /// The list of centres, on the way to one of them; none where there is one, and a list of it would be an empty step.
    pub fn centres_crumb(&self) -> Option<CrumbView> {
        let title = || self.words.get("centres_title").to_string();
        self.only_centre().is_none().then(|| CrumbView { title: title(), url: self.urls.centres() })
    }

    /// The centre of a municipality that has one.
    fn only_centre(&self) -> Option<&Centre> {
        match self.section.centres.as_slice() {
            [only] => Some(&only.value),
            _ => None,
        }
    }

    /// The address of a kind of page in each language of the section.
    pub fn everywhere(&self, url: impl Fn(&Urls) -> String) -> Vec<(String, String)> {
        let own = self.section.own();
        self.section.languages.iter().map(|lang| (lang.clone(), url(&Urls::new(lang, own)))).collect()
    }
}

/// The time of the year by the months, as a calendar has them.
fn season(now: Date) -> &'static str {
    match now.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    }
}

/// What centres' names begin and end with, beside the place that tells them apart.
const BEGINNINGS: [&str; 6] = [
    "Familjecentralen i ",
    "Familjecentralen på ",
    "Familjecentralen vid ",
    "Familjecentralen ",
    "Familjecentral ",
    "Family centre in ",
];
const ENDINGS: [&str; 3] = [" familjecentral", " Family Centre", " family centre"];

/// `Fittja` of `Familjecentralen i Fittja`: in a list of centres, and on a page that says that it is one, the rest is the same everywhere.
fn place_of(name: &str) -> &str {
    let begun = BEGINNINGS.iter().find_map(|beginning| name.strip_prefix(beginning));
    let ended = || ENDINGS.iter().find_map(|ending| name.strip_suffix(ending));
    let place = begun.or_else(ended).unwrap_or(name).trim();
    // What is left of another kind of name is none: `Familjecentralen som flyttade`.
    if place.starts_with(|first: char| first.is_uppercase() || first.is_numeric()) { place } else { name }
}

/// An image's address is made of the fingerprint of its file, so it can be named before it is made.
pub fn image_view(fact: &ImageFact) -> ImageView {
    let slug = crate::base::slug_of(fact.path.stem());
    // A long name is cut, since what comes after it would make it too long for a disk; one of letters that no address has is left with none.
    let stem = if slug.is_empty() { "bild" } else { crate::base::shortened(&slug) };
    let hash = fact.fingerprint.short();
    let extension = fact.path.extension().to_ascii_lowercase();
    let ending = if extension == "jpeg" { "jpg" } else { &extension };
    let variant = |width: u32| VariantView { url: format!("assets/{stem}-{width}.{hash}.webp"), width };
    ImageView {
        url: format!("assets/{stem}.{hash}.{ending}"),
        width: fact.picture.width,
        height: fact.picture.height,
        alt: String::new(),
        alt_lang: None,
        credit: None,
        consent: None,
        caption: None,
        block: true,
        variants: fact.widths.iter().copied().map(variant).collect(),
    }
}
