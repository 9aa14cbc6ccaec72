//! The same site for blades, as far as it can: the same text, the news and the first pages of lists at the same addresses. Its templates
//! (`blades/`) are Mustache, which neither chooses nor counts: what they cannot find out themselves (the five related news, the six latest,
//! dates in Swedish) stands in the front matter, where a plugin would put it.
//!
//! blades is under the GPL. Its program is run; nothing of it is part of this one.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::common::fcsite_dialect::ISSUE;
use crate::common::hugo_dialect::{copy, published, put, stylesheet};
use crate::common::install;
use crate::common::model::{Centre, Municipality, News, Plan};
use crate::common::places;
use crate::common::stock::MONTHS;
use crate::common::text::Block;

/// The version that is compared with; another one with `--blades PATH`.
const VERSION: &str = "0.6.0";

const TEMPLATES: [(&str, &str); 14] = [
    ("card.html", include_str!("blades/card.html")),
    ("centre-box.html", include_str!("blades/centre-box.html")),
    ("centre.html", include_str!("blades/centre.html")),
    ("centres.html", include_str!("blades/centres.html")),
    ("footer.html", include_str!("blades/footer.html")),
    ("head.html", include_str!("blades/head.html")),
    ("header.html", include_str!("blades/header.html")),
    ("home.html", include_str!("blades/home.html")),
    ("links.html", include_str!("blades/links.html")),
    ("missing.html", include_str!("blades/missing.html")),
    ("municipality.html", include_str!("blades/municipality.html")),
    ("news-list.html", include_str!("blades/news-list.html")),
    ("page.html", include_str!("blades/page.html")),
    ("teaser.html", include_str!("blades/teaser.html")),
];
const NEWS: &str = include_str!("blades/news.html");
/// A date for every section: blades sorts them by it, and loses their children's parents where one moves.
const SECTIONS: &str = "date = 2026-06-01";

/// Writes the whole site under `root`. `assets` is the `assets/` folder that fcsite made for a municipality, if there is one.
pub fn write(plan: &Plan, root: &Path, assets: Option<&Path>) -> Result<(), Box<dyn Error>> {
    for (name, text) in TEMPLATES {
        put(&root.join("templates").join(name), text)?;
    }
    put(&root.join("templates/news.html"), NEWS)?;
    put(&root.join("templates/stylesheet.html"), &stylesheet(assets)?)?;
    if let Some(assets) = assets {
        copy(assets, &root.join("assets"))?;
    }
    let named = Named::new(assets)?;
    put(
        &root.join("content/index.toml"),
        &format!(
            "title = \"Familjecentraler i Provregionen\"\n{SECTIONS}\ntemplate = \"home.html\"\n\
             section_template = \"municipality.html\"\nfavicon = \"/assets/{}\"\ncss = \"/assets/{}\"\n",
            named.favicon, named.css
        ),
    )?;
    for municipality in plan.municipalities() {
        if let Some(assets) = assets {
            copy(assets, &root.join("assets").join(&municipality.id))?;
        }
        write_municipality(&municipality, &named, &root.join("content").join(&municipality.id))?;
    }
    Ok(())
}

/// `Blades.toml` for one output folder: the only place where blades is told of it.
pub fn config(out: &Path) -> String {
    format!("output_dir = {}\n{}", quoted(&out.to_string_lossy()), include_str!("blades/Blades.toml"))
}

/// The command that builds the site under `root`, told by the configuration file there (`config`'s text).
pub fn command(blades: &Path, root: &Path, config: &str) -> Vec<String> {
    let text = |path: &Path| path.to_string_lossy().into_owned();
    let script = "cd \"$1\" && BLADES_CONFIG=\"$2\" exec \"$3\" all";
    vec!["sh".into(), "-c".into(), script.into(), "sh".into(), text(root), config.into(), text(blades)]
}

/// The program, installed from crates.io if it isn't.
pub fn program() -> Result<PathBuf, Box<dyn Error>> {
    let folder = install::place(&format!("blades-{VERSION}"));
    let program = folder.join("bin/blades");
    if !program.is_file() {
        eprintln!("bench: installing blades {VERSION} from crates.io into {}", folder.display());
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["install", "blades", "--locked", "--version", VERSION, "--root"]).arg(&folder);
        // A folder of its own, which Cargo removes: nothing of it comes near the program that is measured.
        cargo.env_remove("CARGO_TARGET_DIR");
        install::call(&mut cargo).map_err(|error| {
            format!("{error}\ngive a blades with --blades PATH, or measure without it with --no-blades")
        })?;
    }
    Ok(program)
}

/// The published names of the assets.
struct Named {
    css: String,
    favicon: String,
    hero: String,
}

impl Named {
    fn new(assets: Option<&Path>) -> Result<Self, Box<dyn Error>> {
        Ok(Self {
            css: published(assets, "site.css")?,
            favicon: published(assets, "favicon.svg")?,
            hero: published(assets, "hero.svg")?,
        })
    }
}

fn write_municipality(one: &Municipality, named: &Named, folder: &Path) -> Result<(), Box<dyn Error>> {
    let Municipality { id, name, .. } = one;
    let shared = shared(one, named)?;
    let latest: Vec<String> = one.news.iter().take(6).map(|news| teaser(one, news)).collect();
    put(
        &folder.join("index.toml"),
        &format!(
            "title = {}\n{SECTIONS}\npage_template = \"missing.html\"\nsection_template = \"page.html\"\nlatest = [{}]\n{shared}",
            quoted(name),
            latest.join(", ")
        ),
    )?;
    put(&folder.join("404.toml"), "title = \"Sidan finns inte\"\nhidden = true\n")?;
    put(
        &folder.join("nyheter/index.toml"),
        &format!(
            "title = \"Nyheter\"\n{SECTIONS}\ntemplate = \"news-list.html\"\npage_template = \"news.html\"\npaginate_by = 20\nin_news = true\n{shared}"
        ),
    )?;
    put(
        &folder.join("familjecentraler/index.toml"),
        &format!(
            "title = \"Familjecentraler\"\n{SECTIONS}\ntemplate = \"centres.html\"\npage_template = \"centre.html\"\nin_centres = true\n{shared}"
        ),
    )?;
    put(&folder.join("tillganglighet/index.md"), &statement(one, &shared))?;
    for (number, centre) in one.centres.iter().enumerate() {
        put(&folder.join(format!("familjecentraler/{}.md", centre.id)), &centre_md(id, centre, number)?)?;
    }
    for (number, news) in one.news.iter().enumerate() {
        fs::write(folder.join(format!("nyheter/{}.md", news.file)), news_md(one, number, news)?)?;
    }
    Ok(())
}

/// The tables that every section of a municipality holds, since a page sees the section that it lies in and no other.
fn shared(one: &Municipality, named: &Named) -> Result<String, Box<dyn Error>> {
    let Municipality { id, name, phone, .. } = one;
    let mut toml = format!(
        "\n[m]\nname = {}\nhome = \"/{id}/\"\nphone = \"{phone}\"\ntel = \"{}\"\nmail = \"familj@{id}.example\"\n\
         css = \"/assets/{id}/{}\"\nfavicon = \"/assets/{id}/{}\"\nhero = \"/assets/{id}/{}\"\n",
        quoted(name),
        international(phone),
        named.css,
        named.favicon,
        named.hero
    );
    for (table, centre) in ["first", "second"].iter().zip(&one.centres) {
        write!(
            toml,
            "\n[{table}]\nname = {}\naddress = \"/{id}/familjecentraler/{}/\"\nstreet = {}\npostal_code = \"{}\"\ncity = {}\n\
             phone = \"{}\"\ntel = \"{}\"\n",
            quoted(&centre.name),
            centre.id,
            quoted(&centre.street),
            centre.postal_code,
            quoted(&centre.city),
            centre.phone,
            international(&centre.phone)
        )?;
        for service in &centre.services {
            let [label, _, icon] = about(service.kind);
            writeln!(
                toml,
                "[[{table}.services]]\nkind = \"{}\"\nlabel = \"{label}\"\nicon = \"{icon}\"",
                service.kind
            )?;
        }
    }
    Ok(toml)
}

/// What a kind of service is called, what it is, and its icon's path.
fn about(kind: &str) -> [&'static str; 3] {
    match kind {
        "maternal_health" => [
            "Barnmorska",
            "Träffa en barnmorska när du väntar barn och efter förlossningen.",
            "M10.5 5.2a2.7 2.7 0 1 0 0-.1zM9.6 9.5c-2 1-3 3-3 5.5V21m4.8-11.5c3.2.6 5.6 2.7 5.6 5.6 0 2.2-1.6 3.9-4 3.9M12.5 21v-2.2",
        ],
        "child_health" => [
            "Barnavårdscentral (BVC)",
            "Här följer vi ditt barns hälsa och utveckling. Du får råd och barnet får sina vaccinationer.",
            "M12 20.5C6.5 16.8 3.5 13.6 3.5 9.8A4.3 4.3 0 0 1 12 7.8a4.3 4.3 0 0 1 8.5 2c0 3.8-3 7-8.5 10.7zM12 10.5v5M9.5 13h5",
        ],
        "open_preschool" => [
            "Öppen förskola",
            "Lek, sjung och träffa andra familjer. Du är med ditt barn hela tiden.",
            "M4 13.5h7V20.5H4zM13.5 13.5h7v7h-7zM8.7 4h7v7h-7z",
        ],
        _ => [
            "Socialtjänst",
            "Råd och stöd till dig som är förälder eller ska bli det.",
            "M8 10.5a2.6 2.6 0 1 0 0-.1zM16.5 12a2 2 0 1 0 0-.1zM3 20c0-3.2 2.2-5.5 5-5.5s5 2.3 5 5.5M14.5 16.2c.6-.3 1.3-.5 2-.5 2.4 0 4.3 1.8 4.3 4.3",
        ],
    }
}

fn statement(one: &Municipality, shared: &str) -> String {
    let Municipality { id, name, phone, .. } = one;
    let [what, reason, alternative] = ISSUE;
    format!(
        "+++\ntitle = \"Tillgänglighetsredogörelse\"\n{SECTIONS}\ntemplate = \"page.html\"\n{shared}+++\n\
         {name} står bakom den här webbplatsen. Vi vill att så många som möjligt ska kunna använda den. Här berättar vi hur webbplatsen \
         följer lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du kan rapportera brister till oss.\n\n\
         ## Hur tillgänglig är webbplatsen?\n\nWebbplatsen följer lagen delvis. Bristerna beskriver vi längre ner.\n\n\
         ## Om du inte kan använda delar av webbplatsen\n\nBehöver du innehåll från webbplatsen på ett annat sätt? Kontakta oss, så hjälper vi dig.\n\n\
         - Telefon: {phone}\n- E-post: familj@{id}.example\n\n\
         ## Rapportera brister\n\n[Rapportera en brist i tillgängligheten](https://{id}.example/synpunkter)\n\n\
         ## Tillsyn\n\n[Anmäl till Digg att webbplatsen har brister](https://www.digg.se/tdosanmalan)\n\n\
         ## Det här fungerar inte för alla\n\n- **{what}** {reason} Gör så här i stället: {alternative} \
         Vi räknar med att rätta det senast den 31 december 2026. WCAG 2.4.4\n\n\
         ## Så har vi granskat webbplatsen\n\nVi har granskat webbplatsen själva. Den senaste granskningen gjordes den 4 maj 2026.\n"
    )
}

fn centre_md(municipality: &str, centre: &Centre, number: usize) -> Result<String, Box<dyn Error>> {
    let kicker = if centre.full { "Familjecentral" } else { "Familjecentralsliknande verksamhet" };
    let Centre { id, name, street, postal_code, city, phone, point, .. } = centre;
    let mut md = format!(
        "+++\ntitle = {}\npath = \"{municipality}/familjecentraler/{id}\"\nslug = \"index\"\ndate = 2019-09-02\nkicker = \"{kicker}\"\n+++\n\
         {street}, {postal_code} {city}. Ingång från gården. \
         [Visa adressen på en karta](https://www.openstreetmap.org/?mlat=59.{2:04}&mlon=15.{3:04})\n\n\
         Telefon: [{phone}](tel:{1})\n\n",
        quoted(name),
        international(phone),
        point[0],
        point[1]
    );
    if number == 0 {
        md.push_str("**Färre platser i juni** (18 maj–30 juni 2026). Vi har plats för femton barn åt gången under juni.\n\n");
    }
    md.push_str(
        "## Öppettider\n\n| Dag | Tider |\n|---|---|\n| Måndag–torsdag | 9.00–12.00 och 13.00–16.00 |\n| Fredag | 9.00–12.00 |\n\
         | Lördag–söndag | stängt |\n| 22 juni–9 augusti 2026 | stängt: Sommarstängt |\n\n## Det här finns här\n",
    );
    for service in &centre.services {
        let [label, what, _] = about(service.kind);
        write!(md, "\n### {}\n\n{label}. {what} Drivs av {}.\n", service.name, service.operator)?;
    }
    md.push_str(
        "\n## Aktiviteter\n\n| När | Vad | För vem |\n|---|---|---|\n| Tisdag 10.00–10.30 | Sångstund | Ingen anmälan |\n\
         | Torsdag 13.00–15.00 | Babycafé | 0–12 månader |\n\n\
         ## Hitta hit\n\nBuss 4 till torget. Barnvagn: under taket vid entrén.\n\n\
         ## Lokalen\n\n- Ingång utan trappsteg: **ja**\n- Tillgänglig toalett: **ja**\n- Skötbord: **ja**\n\n\
         ## Språk som vi talar\n\nSvenska, engelska, arabiska. Behöver du tolk? Säg till när du bokar din tid.\n\n\
         Ansvarig: Familjeenheten. Uppgifterna kontrollerades 4 maj 2026.\n",
    );
    Ok(md)
}

fn news_md(one: &Municipality, number: usize, news: &News) -> Result<String, Box<dyn Error>> {
    let News { title, date, lead, category, file, .. } = news;
    let mut md = String::with_capacity(5_000);
    write!(
        md,
        "+++\ntitle = {}\npath = \"{}/nyheter/{file}\"\nslug = \"index\"\ndate = {date}\nshown = \"{}\"\nsummary = {}\n\
         category = \"{category}\"\npublished_by = \"Familjeenheten\"\n",
        quoted(title),
        one.id,
        shown(date),
        quoted(lead)
    )?;
    match news.centre {
        Some(0) => md.push_str("about_first = true\n"),
        Some(_) => md.push_str("about_second = true\n"),
        None => {}
    }
    md.push_str("related = [");
    for other in related(one, number) {
        write!(md, "{}, ", teaser(one, other))?;
    }
    md.push_str("]\n+++\n");
    for block in &news.body {
        match block {
            Block::Heading(text) => writeln!(md, "\n## {text} {{#{}}}", places::slug(text))?,
            Block::Paragraph(text) => writeln!(md, "\n{text}")?,
            Block::List(items) => list(&mut md, items)?,
            Block::Link { before, text, centre, after } => {
                let id = &one.centres[*centre].id;
                writeln!(md, "\n{before}[{text}](../../familjecentraler/{id}/){after}")?;
            }
            Block::Fact { title, items } => {
                writeln!(md, "\n<section class=\"fact\">\n<h2>{title}</h2>")?;
                list(&mut md, items)?;
                md.push_str("\n</section>\n");
            }
            Block::Spoken(lines) => lines.iter().try_for_each(|line| writeln!(md, "\n– {line}"))?,
        }
    }
    Ok(md)
}

/// Five others: of the same category first, then the newest.
fn related(one: &Municipality, number: usize) -> Vec<&News> {
    let others = || one.news.iter().enumerate().filter(|(other, _)| *other != number);
    let category = one.news[number].category;
    let mut chosen: Vec<usize> =
        others().filter(|(_, news)| news.category == category).map(|(other, _)| other).take(5).collect();
    for (other, _) in others() {
        if chosen.len() < 5 && !chosen.contains(&other) {
            chosen.push(other);
        }
    }
    chosen.into_iter().map(|other| &one.news[other]).collect()
}

/// What a card shows, as an inline table.
fn teaser(one: &Municipality, news: &News) -> String {
    format!(
        "{{iso = \"{}\", shown = \"{}\", category = \"{}\", address = \"/{}/nyheter/{}/\", title = {}, lead = {}}}",
        news.date,
        shown(&news.date),
        news.category,
        one.id,
        news.file,
        quoted(&news.title),
        quoted(&news.lead)
    )
}

/// `2021-01-27` → `27 januari 2021`.
fn shown(date: &str) -> String {
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or_default();
    let month = parts.next().and_then(|month| month.parse::<usize>().ok()).unwrap_or(1);
    let day = parts.next().unwrap_or_default().trim_start_matches('0');
    format!("{day} {} {year}", MONTHS[(month + 11) % 12])
}

/// `08-465 004 17` → `+46846500417`.
fn international(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    format!("+46{}", digits.trim_start_matches('0'))
}

/// A TOML string.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn list(md: &mut String, items: &[String]) -> Result<(), std::fmt::Error> {
    md.push('\n');
    items.iter().try_for_each(|item| writeln!(md, "- {item}"))
}
