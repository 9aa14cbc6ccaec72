//! The catalogue of the open data, as dataportal.se fetches it: DCAT-AP-SE 3.0.1.
//!
//! A portal gives up a municipality's whole catalogue when one part of it cannot be read. So every address is held against RFC 3987 before
//! anything is published, and one that the portal would stumble over is an error. Nothing that is not known is written: without an
//! organisation number there is no publisher, and so no catalogue.

use std::sync::Arc;

use jiff::civil::Date;
use uuid::Uuid;

use super::{DAYS, MadeData};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::model::Sourced;
use crate::parse::centre::Centre;
use crate::parse::files::DataLicence;
use crate::parse::municipality::Contact;
use crate::parse::organisation::OrganisationNumber;
use crate::parse::values::Text;
use crate::plan::scope::Scope;
use crate::plan::{JobKind, Plan, Summary, Urls};

/// A text in Swedish and in English.
pub type Bilingual = [&'static str; 2];

/// A catalogue.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DataCatalogue {
    /// Its absolute address: that of its file.
    pub about: String,
    /// The absolute address of the site that it is of.
    pub home: String,
    /// The address of the licence.
    pub licence: &'static str,
    /// The addresses of the languages of what it lists.
    pub languages: Vec<&'static str>,
    /// Who publishes.
    pub publisher: Publisher,
    /// Whom to ask.
    pub contact: Option<DataContact>,
    /// Since when they are published, where somebody says so.
    pub issued: Option<Date>,
    /// The names of the places that the data are of, all in its own language.
    pub places: Vec<String>,
    /// That language.
    pub lang: String,
    /// What there is.
    pub datasets: Vec<Dataset>,
    /// The absolute addresses of the catalogues that are parts of it.
    pub parts: Vec<String>,
}

/// Who publishes.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Publisher {
    /// Its address at dataportal.se.
    pub about: String,
    /// Its name, and the language of that.
    pub name: (String, String),
    /// What kind of body it is: an address.
    pub kind: &'static str,
    /// Its organisation number.
    pub number: String,
}

/// Whom to ask.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DataContact {
    /// Its name.
    pub name: String,
    /// Its address for mail, `mailto:` included.
    pub email: String,
    /// Its web address.
    pub url: Option<String>,
}

/// A set of data.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Dataset {
    /// Its name, which its address ends with.
    pub name: &'static str,
    /// What it is known by in all catalogues.
    pub identifier: String,
    /// Its title.
    pub title: Bilingual,
    /// What it is.
    pub description: Bilingual,
    /// What people look for it by.
    pub keywords: &'static [Bilingual],
    /// The addresses of the themes that it belongs to.
    pub themes: &'static [&'static str],
    /// The address of how often it changes.
    pub frequency: &'static str,
    /// The absolute address of what explains it, where there is something to explain.
    pub specification: Option<String>,
    /// The last change, where it is known.
    pub modified: Option<Date>,
    /// The days that it holds.
    pub period: Option<(Date, Date)>,
    /// Its files.
    pub files: Vec<Distribution>,
}

/// A file.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Distribution {
    /// Its absolute address.
    pub url: String,
    /// Its type.
    pub media_type: &'static str,
    /// How many bytes it has, where that is known.
    pub bytes: Option<usize>,
    /// The absolute address of its schema.
    pub schema: Option<String>,
}

impl DataCatalogue {
    /// All its addresses that come from what somebody wrote.
    fn addresses(&self) -> impl Iterator<Item = &str> {
        let contact =
            self.contact.iter().flat_map(|contact| std::iter::once(&contact.email).chain(&contact.url));
        let files = self.datasets.iter().flat_map(|dataset| &dataset.files);
        let files = files.flat_map(|file| std::iter::once(&file.url).chain(&file.schema));
        [&self.about, &self.home]
            .into_iter()
            .chain(&self.parts)
            .chain(contact)
            .chain(files)
            .map(String::as_str)
    }
}

/// What is said of each set of data.
struct About {
    name: &'static str,
    title: Bilingual,
    description: Bilingual,
    keywords: &'static [Bilingual],
    themes: &'static [&'static str],
    frequency: &'static str,
}

const SOCIETY: &str = "http://publications.europa.eu/resource/authority/data-theme/SOCI";
const HEALTH: &str = "http://publications.europa.eu/resource/authority/data-theme/HEAL";
const DAILY: &str = "http://publications.europa.eu/resource/authority/frequency/DAILY";
const IRREGULAR: &str = "http://publications.europa.eu/resource/authority/frequency/IRREG";

const CENTRE_WORDS: &[Bilingual] = &[
    ["familjecentral", "family centre"],
    ["barnmorskemottagning", "midwife clinic"],
    ["barnavårdscentral", "child health centre"],
    ["öppen förskola", "open preschool"],
];

/// What the set of news is called.
const NEWS: &str = "nyheter";

/// What there is, in the order of the catalogue.
const ALL: [About; 4] = [
    About {
        name: "familjecentraler",
        title: ["Familjecentraler", "Family centres"],
        description: [
            "Familjecentralerna med adress, läge, telefon, e-post och vilka verksamheter som finns där: mödrahälsovård, barnhälsovård, öppen \
             förskola och socialtjänst.",
            "The family centres with address, place, phone, e-mail and the services that are there: maternal health, child health, open preschool \
             and social services.",
        ],
        keywords: CENTRE_WORDS,
        themes: &[SOCIETY, HEALTH],
        frequency: IRREGULAR,
    },
    About {
        name: "oppettider",
        title: ["Familjecentralers öppettider", "Opening hours of family centres"],
        description: [
            "När familjecentralerna och deras verksamheter har öppet, dag för dag de närmaste 90 dagarna. Helgdagar, lov och andra undantag är \
             inräknade.",
            "When the family centres and their services are open, day by day for the next 90 days. Holidays, breaks and other exceptions are counted in.",
        ],
        keywords: &[["öppettider", "opening hours"], ["familjecentral", "family centre"]],
        themes: &[SOCIETY, HEALTH],
        frequency: DAILY,
    },
    About {
        name: "aktiviteter",
        title: ["Aktiviteter på familjecentraler", "Activities at family centres"],
        description: [
            "Vad som händer på familjecentralerna de närmaste 90 dagarna, ett tillfälle i taget: dag, tid, för vilka åldrar, och om man behöver \
             anmäla sig. Inställda och flyttade tillfällen är med.",
            "What happens at the family centres on the next 90 days, one time each: day, hour, for which ages, and whether one needs to sign up. \
             Times that are cancelled or moved are included.",
        ],
        keywords: &[
            ["aktiviteter", "activities"],
            ["öppen förskola", "open preschool"],
            ["familjecentral", "family centre"],
        ],
        themes: &[SOCIETY],
        frequency: DAILY,
    },
    About {
        name: NEWS,
        title: ["Nyheter från familjecentraler", "News from family centres"],
        description: [
            "De senaste nyheterna från familjecentralerna, med rubrik, ingress, dag och adress.",
            "The latest news from the family centres, with title, lead, day and address.",
        ],
        keywords: &[["nyheter", "news"], ["familjecentral", "family centre"]],
        themes: &[SOCIETY],
        frequency: IRREGULAR,
    },
];

/// Plans the catalogue; none without a publisher.
pub fn plan_catalogue(scope: &Scope<'_>, made: &[MadeData], plan: &mut Plan) {
    let file = SourcePath::new(&format!("content/{}/municipality.yaml", scope.section.folder()));
    if let Some(catalogue) = catalogue(scope, made) {
        add(scope, catalogue, &file, plan);
    }
}

/// Plans the region's catalogue: the centres of all, its news, and what leads to the municipalities' catalogues; none without a publisher. A portal
/// fetches each of these, and gives the whole up when one cannot be read: so those alone are named that lie below the region's own address.
/// `changed` is the day of the newest news.
pub fn plan_region_catalogue(
    scope: &Scope<'_>,
    municipalities: &[Arc<Summary>],
    (made, changed): (&[MadeData], Option<Date>),
    plan: &mut Plan,
) {
    let site = &scope.section.site;
    let Some(number) = &site.organisation_number else { return };
    let base = format!("{}/", scope.section.base_url);
    let parts = municipalities.iter().map(|summary| &summary.base_url).filter(|url| url.starts_with(&base));
    let datasets = ALL.iter().filter_map(|about| dataset(scope, about, (number, "region"), made));
    let centres = || municipalities.iter().flat_map(|summary| &summary.centres);
    let datasets = datasets.map(|dataset| {
        let modified = match dataset.period {
            Some(_) => dataset.modified,
            None if dataset.name == NEWS => changed,
            None => reviewed(scope, centres()),
        };
        Dataset { modified, ..dataset }
    });
    let catalogue = DataCatalogue {
        datasets: datasets.collect(),
        parts: parts.map(|address| format!("{address}/{PATH}")).collect(),
        contact: whom_to_ask(scope, &site.contact, &site.organisation),
        places: municipalities.iter().map(|summary| scope.plain(&summary.name).to_string()).collect(),
        ..empty(scope, (number, &site.organisation))
    };
    add(scope, catalogue, &SourcePath::new("content/site.yaml"), plan);
}

/// Adds a catalogue at both of its addresses. `file` is what somebody would mend.
fn add(scope: &Scope<'_>, catalogue: DataCatalogue, file: &SourcePath, plan: &mut Plan) {
    for address in catalogue.addresses().filter(|address| !is_iri(address)) {
        plan.diagnostics
            .push(Diagnostic::new(Code::AddressNotForData, file, At::File).with("value", address));
    }
    let catalogue = Arc::new(catalogue);
    for url in [PATH, "datasets/dcat.rdf"] {
        plan.add(scope.section.folder(), url, JobKind::Catalogue(Arc::clone(&catalogue)));
    }
}

/// Where the catalogue lies: the address that dataportal.se has of every public body, after its host.
const PATH: &str = "datasets/dcat";

fn catalogue(scope: &Scope<'_>, made: &[MadeData]) -> Option<DataCatalogue> {
    let section = scope.section;
    let config = section.config.as_deref()?;
    let own = config.organisation_number.as_ref();
    let number = own.or(section.site.organisation_number.as_ref())?;
    let name = if own.is_some() { &section.name } else { &section.site.organisation };
    let datasets = ALL.iter().filter_map(|about| dataset(scope, about, (number, &config.code), made));
    Some(DataCatalogue {
        contact: whom_to_ask(scope, &config.contact, &section.name),
        issued: config.data_issued.filter(|day| *day <= scope.regional.now),
        places: vec![scope.plain(&section.name).to_string()],
        datasets: datasets.collect(),
        ..empty(scope, (number, name))
    })
}

/// Who answers for the data: whoever has an address for mail.
fn whom_to_ask(scope: &Scope<'_>, contact: &Contact, name: &Text) -> Option<DataContact> {
    let email = contact.email.as_ref()?;
    Some(DataContact {
        name: scope.plain(name).to_string(),
        email: format!("mailto:{}", email.as_str()),
        url: contact.url.as_ref().map(ToString::to_string),
    })
}

/// A catalogue that lists nothing yet.
fn empty(scope: &Scope<'_>, (number, name): (&OrganisationNumber, &Text)) -> DataCatalogue {
    let section = scope.section;
    let (base, lang) = (&section.base_url, section.own().to_string());
    DataCatalogue {
        about: format!("{base}/{PATH}"),
        home: format!("{base}/"),
        licence: match section.site.data_licence {
            DataLicence::Free => "http://creativecommons.org/publicdomain/zero/1.0/",
            DataLicence::Named => "http://creativecommons.org/licenses/by/4.0/",
        },
        languages: language(section.own()).into_iter().collect(),
        publisher: Publisher {
            about: format!("http://dataportal.se/organisation/SE{}", number.digits()),
            name: (scope.plain(name).to_string(), lang),
            kind: kind_of(number),
            number: number.digits().to_string(),
        },
        contact: None,
        issued: None,
        places: Vec::new(),
        lang: section.own().to_string(),
        datasets: Vec::new(),
        parts: Vec::new(),
    }
}

/// A set of data; none of which there is nothing.
fn dataset(
    scope: &Scope<'_>,
    about: &About,
    (number, code): (&OrganisationNumber, &str),
    made: &[MadeData],
) -> Option<Dataset> {
    let base = &scope.section.base_url;
    let file = |made: &MadeData| Distribution {
        url: format!("{base}/{}", made.url),
        media_type: made.media_type,
        bytes: Some(made.bytes),
        schema: made.schema.as_ref().map(|schema| format!("{base}/{schema}")),
    };
    let mut files: Vec<Distribution> = made.iter().filter(|made| made.of == about.name).map(file).collect();
    let is_news = about.name == NEWS;
    if is_news {
        let feeds =
            [(scope.urls.feed(), "application/atom+xml"), (scope.urls.json_feed(), "application/feed+json")];
        files.extend(feeds.map(|(url, media_type)| Distribution {
            url: format!("{base}/{url}"),
            media_type,
            bytes: None,
            schema: None,
        }));
    }
    if files.is_empty() {
        return None;
    }
    let now = scope.regional.now;
    let is_daily = about.frequency == DAILY;
    let last = now.checked_add(jiff::Span::new().days(i64::try_from(DAYS).ok()? - 1)).ok()?;
    // The data keep their name when the site moves to another address.
    let name = format!("http://dataportal.se/organisation/SE{}/{}/{code}", number.digits(), about.name);
    Some(Dataset {
        name: about.name,
        identifier: Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).to_string(),
        title: about.title,
        description: about.description,
        keywords: about.keywords,
        themes: about.themes,
        frequency: about.frequency,
        specification: (!is_news).then(|| format!("{base}/{}#{}", Urls::data(), about.name)),
        modified: if is_daily { Some(now) } else { changed(scope, is_news) },
        period: is_daily.then_some((now, last)),
        files,
    })
}

/// The last day on which news, or a centre's facts, were changed, as far as somebody has said so.
fn changed(scope: &Scope<'_>, is_news: bool) -> Option<Date> {
    let now = scope.regional.now;
    if is_news {
        let versions = scope.section.news.iter().filter_map(|article| article.version(scope.lang));
        return versions
            .map(|version| version.value.updated.unwrap_or(version.value.date))
            .filter(|day| *day <= now)
            .max();
    }
    reviewed(scope, scope.section.centres.iter())
}

/// The last day on which somebody looked through the facts of one of these centres.
fn reviewed<'c>(scope: &Scope<'_>, centres: impl Iterator<Item = &'c Sourced<Centre>>) -> Option<Date> {
    let now = scope.regional.now;
    centres.filter_map(|centre| centre.value.reviewed).filter(|day| *day <= now).max()
}

/// What kind of body has a number: SCB gives the first figures by that.
fn kind_of(number: &OrganisationNumber) -> &'static str {
    let digits = number.digits();
    if digits.starts_with("2321") {
        "http://purl.org/adms/publishertype/RegionalAuthority"
    } else if digits.starts_with("2021") || digits.starts_with("2020") {
        "http://purl.org/adms/publishertype/NationalAuthority"
    } else if digits.starts_with('2') {
        "http://purl.org/adms/publishertype/LocalAuthority"
    } else if digits.starts_with('8') {
        "http://purl.org/adms/publishertype/NonProfitOrganisation"
    } else if digits.starts_with(['5', '9']) {
        "http://purl.org/adms/publishertype/Company"
    } else {
        "http://purl.org/adms/publishertype/NonGovernmentalOrganisation"
    }
}

/// The address of a language in the European Union's list; none of one that is not among those that sites here have.
fn language(code: &str) -> Option<&'static str> {
    const LANGUAGES: [(&str, &str); 12] = [
        ("sv", "http://publications.europa.eu/resource/authority/language/SWE"),
        ("en", "http://publications.europa.eu/resource/authority/language/ENG"),
        ("fi", "http://publications.europa.eu/resource/authority/language/FIN"),
        ("ar", "http://publications.europa.eu/resource/authority/language/ARA"),
        ("so", "http://publications.europa.eu/resource/authority/language/SOM"),
        ("uk", "http://publications.europa.eu/resource/authority/language/UKR"),
        ("ti", "http://publications.europa.eu/resource/authority/language/TIR"),
        ("fa", "http://publications.europa.eu/resource/authority/language/FAS"),
        ("es", "http://publications.europa.eu/resource/authority/language/SPA"),
        ("tr", "http://publications.europa.eu/resource/authority/language/TUR"),
        ("pl", "http://publications.europa.eu/resource/authority/language/POL"),
        ("ku", "http://publications.europa.eu/resource/authority/language/KUR"),
    ];
    LANGUAGES.iter().find(|(known, _)| *known == code).map(|(_, address)| *address)
}

/// Is this an address as RFC 3987 has it? Its letters may be of any language, but some characters stand in none, and what follows a `%` is a byte.
fn is_iri(address: &str) -> bool {
    let is_byte =
        |after: &str| after.len() >= 2 && after.bytes().take(2).all(|byte| byte.is_ascii_hexdigit());
    let is_never = |c: char| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`')
    };
    let (scheme, rest) = address.split_once(':').unwrap_or_default();
    let path =
        rest.strip_prefix("//").map_or(rest, |rest| rest.find(['/', '?', '#']).map_or("", |at| &rest[at..]));
    matches!(scheme, "http" | "https" | "mailto")
        && !rest.is_empty()
        && !address.contains(is_never)
        // Brackets stand round a host alone, and one fragment is enough.
        && !path.contains(['[', ']'])
        && path.matches('#').count() <= 1
        && address.split('%').skip(1).all(is_byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_held_against_the_standard() {
        for right in [
            "https://familj.example/botkyrka/datasets/dcat",
            "https://åäö.example/ö?å=%C3%A4#å",
            "mailto:familj@kommunen.example",
            "http://[::1]:8080/a",
        ] {
            assert!(is_iri(right), "{right}");
        }
        for wrong in [
            "",
            "familj.example",
            "ftp://familj.example/",
            "https://familj.example/{kommun}",
            "https://familj.example/a b",
            "https://familj.example/a|b",
            "https://familj.example/50%",
            "https://familj.example/50%zz",
            "https://familj.example/a[1]",
            "https://familj.example/a#b#c",
            "https://familj.example/`",
        ] {
            assert!(!is_iri(wrong), "{wrong}");
        }
    }
}
