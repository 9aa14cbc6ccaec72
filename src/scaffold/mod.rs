//! Scaffold: new files, ready to fill in. Text in, text out; where they lie and that none is written over is the host's matter.
//!
//! A template is the file itself with three kinds of marks: `@name@` is a value, a line `#: key` is a remark in the person's language (from
//! the Fluent files), and `#- field` is a field that is there for the taking: it comes out as a remark, and a test tries it as a field. Who
//! writes Swedish gets the fields' Swedish names ([`swedish`]).

mod activity;
mod fill;
mod programme;
mod swedish;
mod translation;

use jiff::civil::Date;

pub use activity::{Added, NewActivity, add_activity};
pub(crate) use fill::yaml_text;
pub use swedish::in_swedish;
pub(crate) use swedish::language_of;
pub(crate) use translation::{NewTranslation, Original, translation};

use crate::base::{Locale, Messages};
use crate::parse::files::ServiceKind;
use crate::parse::municipality::EXAMPLE_CODE;
use crate::parse::scb;
use crate::parse::unwritten::Unwritten;
use fill::{Values, fill};

/// A new file: its path below the source folder, and what is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewFile {
    /// Its path.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// What every file needs to know.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The words of the remarks.
    pub messages: &'a Messages,
    /// The day that is taken for today.
    pub today: Date,
    /// Are there schemas in `.vscode/schemas/` that a YAML file can name?
    pub has_schemas: bool,
}

/// A municipality to be made.
#[derive(Clone, Default, Debug)]
pub struct NewMunicipality {
    /// The folder's name.
    pub id: String,
    /// Its name, such as `Botkyrka kommun`.
    pub name: String,
    /// SCB's code.
    pub code: String,
    /// A phone number.
    pub phone: Option<String>,
    /// An e-mail address.
    pub email: Option<String>,
    /// Is it the example of a new site, with a statement and a made-up code?
    pub is_example: bool,
}

/// A centre to be made.
#[derive(Clone, Default, Debug)]
pub struct NewCentre {
    /// The municipality's folder.
    pub municipality: String,
    /// The file's name.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Street and number.
    pub street: Option<String>,
    /// The postal code.
    pub postal_code: Option<String>,
    /// The postal town.
    pub city: Option<String>,
    /// A phone number.
    pub phone: Option<String>,
    /// It has not opened.
    pub is_planned: bool,
    /// Its services; those of a family centre when empty.
    pub services: Vec<ServiceKind>,
    /// Is it the example of a new site, with hours and activities in use?
    pub is_example: bool,
}

/// A news item to be made.
#[derive(Clone, Default, Debug)]
pub struct NewNews {
    /// The municipality's folder, or `_shared`.
    pub municipality: String,
    /// The end of the file's name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its lead.
    pub lead: Option<String>,
    /// Is it published at once?
    pub is_published: bool,
    /// Its text in Markdown.
    pub body: Option<String>,
    /// A centre of the municipality, as an example.
    pub centre: Option<String>,
}

/// A page to be made.
#[derive(Clone, Default, Debug)]
pub struct NewPage {
    /// The municipality's folder, or `_shared`.
    pub municipality: String,
    /// The file's name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its lead.
    pub lead: Option<String>,
    /// Its text in Markdown.
    pub body: Option<String>,
    /// Is it in the navigation?
    pub navigation: bool,
    /// Is it published at once?
    pub is_published: bool,
}

/// `municipality.yaml`.
pub fn municipality(new: &NewMunicipality, setting: Setting<'_>) -> NewFile {
    let contact = match (&new.phone, &new.email) {
        (None, None) => {
            "#- contact:\n#-   phone: 08-465 004 04\n#-   email: info@kommunen.example\n#-   url: https://kommunen.example"
                .to_string()
        }
        (phone, email) => format!("contact:{}{}", indented("phone", phone), indented("email", email)),
    };
    let statement = statement(new.is_example, setting);
    // SCB has no code 0000, so that nobody takes the example for a real municipality.
    let extra = if new.is_example { "#: example-code\nchecks:\n  off: [FC0054]" } else { "" };
    let values = Values::new(setting)
        .raw("schema", &schema("municipality", "../../", setting))
        .text("name", &new.name)
        .raw("code", &new.code)
        .raw("extra", extra)
        .raw("holidays", if new.is_example { EXAMPLE_HOLIDAYS } else { OFFERED_HOLIDAYS })
        .raw("contact", &contact)
        .raw("statement", &statement);
    let text = fill(include_str!("templates/municipality.yaml"), &values);
    NewFile { path: format!("content/{}/municipality.yaml", new.id), text }
}

/// An accessibility statement, in use or there for the taking.
fn statement(in_use: bool, setting: Setting<'_>) -> String {
    let texts = Unwritten::of(setting.messages.locale());
    // The example says what an issue may be like; who takes the field up for a real site has to write it.
    let (issue, reason) = if in_use { EXAMPLE_ISSUE } else { (texts.issue, texts.issue_reason) };
    let statement = include_str!("templates/statement.yaml")
        .replace("@today@", &setting.today.to_string())
        .replace("@issue@", issue)
        .replace("@reason@", reason);
    if in_use {
        return statement.trim_end().to_string();
    }
    statement.trim_end().lines().map(disabled).collect::<Vec<_>>().join("\n")
}

/// A field inside another, on a line of its own; nothing when it has no value.
fn indented(name: &str, value: &Option<String>) -> String {
    value.as_ref().map(|value| format!("\n  {name}: {}", yaml_text(value))).unwrap_or_default()
}

/// A line of a template as a field for the taking; its remarks stay remarks.
fn disabled(line: &str) -> String {
    if line.trim_start().starts_with("#:") { line.trim_start().to_string() } else { format!("#- {line}") }
}

/// `centres/<id>.yaml`.
pub fn centre(new: &NewCentre, setting: Setting<'_>) -> NewFile {
    const FOUR: [ServiceKind; 4] = [
        ServiceKind::MaternalHealth,
        ServiceKind::ChildHealth,
        ServiceKind::OpenPreschool,
        ServiceKind::SocialServices,
    ];
    let services = if new.services.is_empty() { FOUR.to_vec() } else { new.services.clone() };
    let address = match &new.street {
        Some(street) => {
            let rest = indented("postal_code", &new.postal_code) + &indented("city", &new.city);
            format!("address:\n  street: {}{rest}", yaml_text(street))
        }
        None => {
            let city = Unwritten::of(setting.messages.locale()).city;
            format!("#- address:\n#-   street: Storgatan 1\n#-   postal_code: 123 45\n#-   city: {city}")
        }
    };
    let phone = new.phone.as_ref().map(|phone| format!("phone: {phone}"));
    let texts = Unwritten::of(setting.messages.locale());
    let planned = if new.is_planned {
        format!("#- planned_opening: \"{}\"", i32::from(setting.today.year()) + 1)
    } else {
        format!("#- opened: {}", setting.today)
    };
    let programme = programme::programme(new.is_example, setting);
    let values = Values::new(setting);
    let values = programme.iter().fold(values, |values, (name, lines)| values.raw(name, lines));
    let values = values
        .raw("schema", &schema("centre", "../../../", setting))
        .text("name", &new.name)
        .raw("status", if new.is_planned { "planned" } else { "open" })
        .raw("planned", &planned)
        .raw("address", &address)
        .raw("phone", phone.as_deref().unwrap_or("#- phone: 08-465 004 04"))
        .text("notice", texts.notice)
        .text("transit", texts.transit)
        .text("prams", texts.prams)
        .raw("services", &services.iter().map(|kind| service(*kind)).collect::<Vec<_>>().join("\n"));
    let text = fill(include_str!("templates/centre.yaml"), &values);
    NewFile { path: format!("content/{}/centres/{}.yaml", new.municipality, new.id), text }
}

/// A service with the body that runs it: the region runs health care, the municipality the rest.
fn service(kind: ServiceKind) -> String {
    let operator = match kind {
        ServiceKind::MaternalHealth | ServiceKind::ChildHealth => "region",
        ServiceKind::Breastfeeding | ServiceKind::HealthCentre => "region",
        ServiceKind::OpenPreschool | ServiceKind::SocialServices | ServiceKind::Other => "municipality",
    };
    let name = if kind == ServiceKind::Other { "\n    name: -" } else { "" };
    format!("  - kind: {}{name}\n    operator:\n      type: {operator}", kind.key())
}

/// The line that makes a text a draft.
fn draft(is_published: bool) -> &'static str {
    if is_published { "" } else { "#: news-draft\ndraft: true" }
}

/// `pages/<id>.md`.
pub fn page(new: &NewPage, setting: Setting<'_>) -> NewFile {
    let texts = Unwritten::of(setting.messages.locale());
    let values = Values::new(setting)
        .text("title", &new.title)
        .text("lead", new.lead.as_deref().unwrap_or(texts.page_lead))
        .raw("draft", draft(new.is_published))
        .raw("navigation", if new.navigation { "navigation: true" } else { "#- navigation: true" })
        .raw("body", new.body.as_deref().unwrap_or(texts.page_body));
    let text = fill(include_str!("templates/page.md"), &values);
    NewFile { path: format!("content/{}/pages/{}.md", new.municipality, new.id), text }
}

/// `news/YYYY-MM-DD-<id>.md`.
pub fn news(new: &NewNews, setting: Setting<'_>) -> NewFile {
    let texts = Unwritten::of(setting.messages.locale());
    let lead = new.lead.as_deref().unwrap_or(texts.news_lead);
    let body = new.body.as_deref().unwrap_or(texts.news_body);
    let values = Values::new(setting)
        .text("title", &new.title)
        .text("lead", lead)
        .raw("draft", draft(new.is_published))
        .raw("centre", new.centre.as_deref().unwrap_or("fittja"))
        .text("alt", texts.alt)
        .raw("body", body);
    let text = fill(include_str!("templates/news.md"), &values);
    NewFile { path: format!("content/{}/news/{}-{}.md", new.municipality, setting.today, new.id), text }
}

/// All files of a small site but the schemas.
pub fn site(setting: Setting<'_>) -> Vec<NewFile> {
    let file = |path: &str, text: &str| NewFile { path: path.to_string(), text: text.to_string() };
    let values = Values::new(setting)
        .raw("schema", &schema("site", "../", setting))
        .text("title", "Familjecentraler")
        .text("organisation", "Exempelkommunen")
        .raw("statement", &statement(false, setting));
    let example = "exempel".to_string();
    let new = NewMunicipality {
        id: example.clone(),
        name: "Exempelkommunen".to_string(),
        code: EXAMPLE_CODE.to_string(),
        is_example: true,
        ..NewMunicipality::default()
    };
    let centre_file = centre(
        &NewCentre {
            municipality: example.clone(),
            id: "storgatan".to_string(),
            name: "Familjecentralen på Storgatan".to_string(),
            street: Some("Storgatan 1".to_string()),
            is_example: true,
            ..NewCentre::default()
        },
        setting,
    );
    let item = |id: &str, title: &str, lead: &str, body: &str, day: Date| {
        let new = NewNews {
            municipality: example.clone(),
            id: id.to_string(),
            title: title.to_string(),
            lead: Some(lead.to_string()),
            is_published: true,
            body: Some(body.to_string()),
            centre: Some("storgatan".to_string()),
        };
        news(&new, Setting { today: day, ..setting })
    };
    let before = setting.today.yesterday().unwrap_or(setting.today);
    let [first, second] = EXAMPLES;
    let readme = include_str!("templates/README.md");
    // It names the fields as the files beside it do.
    let readme = match setting.messages.locale() {
        Locale::Swedish => swedish::quoted_in_swedish(readme),
        Locale::English => readme.to_string(),
    };
    vec![
        file("README.md", &readme),
        file(".gitignore", include_str!("templates/gitignore")),
        file(".vscode/settings.json", include_str!("templates/settings.json")),
        file(".vscode/extensions.json", include_str!("templates/extensions.json")),
        file("content/site.yaml", &fill(include_str!("templates/site.yaml"), &values)),
        municipality(&new, setting),
        centre_file,
        item(first.0, first.1, first.2, first.3, before),
        item(second.0, second.1, second.2, second.3, setting.today),
    ]
}

/// What holidays mean, for the taking and in use.
const OFFERED_HOLIDAYS: &str = "#- holidays:\n#-   public: closed\n#-   eves: warn";
const EXAMPLE_HOLIDAYS: &str = "holidays:\n  public: closed\n  eves: closed";

/// What does not work on the example's site, and why.
const EXAMPLE_ISSUE: (&str, &str) =
    ("Filmen om öppna förskolan saknar undertexter.", "Vi har inte hunnit texta den.");

/// The news of a new site: name, title, lead and text.
const EXAMPLES: [(&str, &str, &str, &str); 2] = [
    (
        "ny-webbplats",
        "Nu har familjecentralerna en egen webbplats",
        "Här hittar du familjecentralen nära dig, vad du kan göra där och när det är öppet.",
        "En familjecentral är till för dig som väntar barn eller har små barn. Besöken är frivilliga och kostar ingenting.\n\n\
         ## Det här finns på familjecentralen\n\n\
         - barnmorska, för dig som väntar barn\n\
         - barnhälsovård, där en sjuksköterska följer hur ditt barn växer\n\
         - öppen förskola, där ni kan leka och träffa andra\n\
         - socialtjänst, när du vill ha råd om livet som förälder\n\n\
         Läs mer om [familjecentralen på Storgatan](../centres/storgatan.yaml).",
    ),
    (
        "valkommen-till-oppna-forskolan",
        "Välkommen till öppna förskolan",
        "Kom och lek, sjung och träffa andra föräldrar. Du behöver inte anmäla dig.",
        "Öppna förskolan är till för barn som inte har börjat skolan och för deras föräldrar. Ni kommer tillsammans och stannar så länge ni vill.\n\n\
         ::: fact Bra att ta med\n\
         - en matsäck, om ni vill äta tillsammans\n\
         - extra kläder till barnet\n\
         :::\n\n\
         ::: centre storgatan\n\
         :::",
    ),
];

/// The line that binds a YAML file to its schema in editors.
fn schema(kind: &str, up: &str, setting: Setting<'_>) -> String {
    if setting.has_schemas {
        format!("# yaml-language-server: $schema={up}.vscode/schemas/{kind}.schema.json")
    } else {
        String::new()
    }
}

/// The id of a centre's name: what is not the same in all of them. `Familjecentralen i Fittja` gives `fittja`.
pub fn centre_id(name: &str) -> String {
    const COMMON: [&str; 8] =
        ["familjecentralen", "familjecentral", "familjens", "hus", "i", "pa", "vid", "family"];
    let whole = crate::base::slug_of(name);
    let own: Vec<&str> = whole.split('-').filter(|word| !COMMON.contains(word)).collect();
    if own.is_empty() { whole } else { shortened(&own.join("-")) }
}

/// The id of a municipality's name: that of its place. `Botkyrka kommun` gives `botkyrka`.
pub fn municipality_id(name: &str) -> String {
    let place = scb::by_name(name).map_or(name, |known| known.name);
    shortened(&crate::base::slug_of(place))
}

/// The id of a title.
pub fn title_id(title: &str) -> String {
    shortened(&crate::base::slug_of(title))
}

/// An address is read aloud and typed: no more than 60 letters, ending with a whole word; and no name that Windows keeps for itself.
fn shortened(slug: &str) -> String {
    const MOST: usize = 60;
    if slug.len() <= MOST {
        return crate::base::allowed(slug);
    }
    // A slug is ASCII.
    let cut = &slug[..MOST];
    let end = if slug[MOST..].starts_with('-') { MOST } else { cut.rfind('-').unwrap_or(MOST) };
    cut[..end].to_string()
}
