//! The same site as a good Hugo developer would write it: the same text and URLs, lean layouts of its own (`hugo/`), the municipality's and
//! the centres' facts in front matter, a blockquote alert for the fact box.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::fcsite_dialect::ISSUE;
use super::model::{Centre, Municipality, News, Plan};
use super::text::Block;

/// The layouts: their path under `layouts/` and what they hold.
const LAYOUTS: [(&str, &str); 23] = [
    ("baseof.html", include_str!("hugo/baseof.html")),
    ("home.html", include_str!("hugo/home.html")),
    ("home.map.xml", include_str!("hugo/home.map.xml")),
    ("404.html", include_str!("hugo/404.html")),
    ("robots.txt", include_str!("hugo/robots.txt")),
    ("municipality/section.html", include_str!("hugo/municipality.html")),
    ("municipality/section.feed.xml", include_str!("hugo/municipality.feed.xml")),
    ("municipality/section.map.xml", include_str!("hugo/municipality.map.xml")),
    ("news/section.html", include_str!("hugo/news-list.html")),
    ("news/page.html", include_str!("hugo/news.html")),
    ("centres/section.html", include_str!("hugo/centres.html")),
    ("centres/page.html", include_str!("hugo/centre.html")),
    ("centres/page.calendar.ics", include_str!("hugo/centre.calendar.ics")),
    ("statement/page.html", include_str!("hugo/statement.html")),
    ("missing/page.html", include_str!("hugo/missing.html")),
    ("_markup/render-blockquote.html", include_str!("hugo/blockquote.html")),
    ("_partials/header.html", include_str!("hugo/header.html")),
    ("_partials/footer.html", include_str!("hugo/footer.html")),
    ("_partials/crumbs.html", include_str!("hugo/crumbs.html")),
    ("_partials/phone.html", include_str!("hugo/phone.html")),
    ("_partials/card.html", include_str!("hugo/card.html")),
    ("_partials/centre-box.html", include_str!("hugo/centre-box.html")),
    ("_partials/candidates.html", include_str!("hugo/candidates.html")),
];

/// The assets that the layouts name; published as `name.<hash>.ext` by fcsite.
const NAMED: [&str; 3] = ["site.css", "favicon.svg", "hero.svg"];

/// Writes the whole site under `root`. `assets` is the `assets/` folder that fcsite made for a municipality, if there is one: each
/// municipality gets the same files here.
pub fn write(plan: &Plan, root: &Path, assets: Option<&Path>) -> Result<(), Box<dyn Error>> {
    for (path, text) in LAYOUTS {
        put(&root.join("layouts").join(path), text)?;
    }
    put(&root.join("hugo.toml"), &config(assets)?)?;
    put(&root.join("layouts/_partials/stylesheet.html"), &stylesheet(assets)?)?;
    put(&root.join("content/_index.md"), "---\ntitle: Familjecentraler i Provregionen\n---\n")?;
    if let Some(assets) = assets {
        copy(assets, &root.join("static/assets"))?;
    }
    for municipality in plan.municipalities() {
        write_municipality(&municipality, &root.join("content").join(&municipality.id))?;
        if let Some(assets) = assets {
            copy(assets, &root.join("static").join(&municipality.id).join("assets"))?;
        }
    }
    Ok(())
}

pub fn put(path: &Path, text: &str) -> Result<(), Box<dyn Error>> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// `hugo.toml` with the published names of the assets.
fn config(assets: Option<&Path>) -> Result<String, Box<dyn Error>> {
    let mut config = include_str!("hugo/hugo.toml").to_owned();
    config.push_str("\n[params.assets]\n");
    for name in NAMED {
        writeln!(config, "{} = \"assets/{}\"", name.replace('.', "_"), published(assets, name)?)?;
    }
    Ok(config)
}

/// The stylesheet's text, which the 404 pages hold themselves.
pub fn stylesheet(assets: Option<&Path>) -> Result<String, Box<dyn Error>> {
    match assets {
        Some(folder) => Ok(fs::read_to_string(folder.join(published(assets, "site.css")?))?),
        None => Ok(String::new()),
    }
}

/// `site.css` → `site.<hash>.css`, as fcsite named it.
pub fn published(assets: Option<&Path>, name: &str) -> Result<String, Box<dyn Error>> {
    let Some(assets) = assets else { return Ok(name.to_owned()) };
    let (stem, ending) = name.split_once('.').unwrap_or((name, ""));
    for entry in fs::read_dir(assets)? {
        let file = entry?.file_name().to_string_lossy().into_owned();
        if file.starts_with(&format!("{stem}.")) && file.ends_with(&format!(".{ending}")) {
            return Ok(file);
        }
    }
    Err(format!("no {name} in {}", assets.display()).into())
}

/// Copies a folder with all that is below it.
pub fn copy(from: &Path, to: &Path) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

fn write_municipality(municipality: &Municipality, folder: &Path) -> Result<(), Box<dyn Error>> {
    put(&folder.join("_index.md"), &municipality_md(municipality))?;
    put(&folder.join("404.md"), &missing_md(municipality))?;
    put(&folder.join("tillganglighet.md"), &statement_md(municipality))?;
    put(&folder.join("nyheter/_index.md"), "---\ntitle: Nyheter\ntype: news\ncascade:\n  type: news\n---\n")?;
    put(
        &folder.join("familjecentraler/_index.md"),
        "---\ntitle: Familjecentraler\ntype: centres\ncascade:\n  type: centres\n---\n",
    )?;
    for (number, centre) in municipality.centres.iter().enumerate() {
        put(&folder.join(format!("familjecentraler/{}.md", centre.id)), &centre_md(centre, number)?)?;
    }
    for news in &municipality.news {
        fs::write(folder.join(format!("nyheter/{}.md", news.file)), news_md(news, municipality)?)?;
    }
    Ok(())
}

fn municipality_md(municipality: &Municipality) -> String {
    let Municipality { id, name, phone, .. } = municipality;
    format!(
        "---\ntitle: {name}\ntype: municipality\noutputs: [html, feed, map]\n\
         phone: {phone}\nemail: familj@{id}.example\n---\n"
    )
}

fn missing_md(municipality: &Municipality) -> String {
    format!("---\ntitle: Sidan finns inte\ntype: missing\nurl: /{}/404.html\n---\n", municipality.id)
}

fn statement_md(municipality: &Municipality) -> String {
    let [what, reason, alternative] = ISSUE;
    format!(
        "---\ntitle: Tillgänglighetsredogörelse\ntype: statement\n\
         statement:\n  \
           status: partially\n  \
           assessed_on: 2026-05-04\n  \
           updated_on: 2026-05-04\n  \
           method: self\n  \
           issues:\n    \
             - what: {what}\n      \
               reason: {reason}\n      \
               wcag: [\"2.4.4\"]\n      \
               alternative: {alternative}\n      \
               fix_by: 2026-12-31\n  \
           feedback_url: https://{}.example/synpunkter\n---\n",
        municipality.id
    )
}

fn centre_md(centre: &Centre, number: usize) -> Result<String, Box<dyn Error>> {
    let mut md = String::with_capacity(1_500);
    let kicker = if centre.full { "Familjecentral" } else { "Familjecentralsliknande verksamhet" };
    write!(
        md,
        "---\ntitle: {}\nweight: {}\nkicker: {kicker}\noutputs: [html, calendar]\nopened: 2019-09-02\n\
         address: {{street: {}, postal_code: {}, city: {}, entrance: Ingång från gården}}\n\
         geo: {{lat: 59.{:04}, lon: 15.{:04}}}\n\
         phone: {}\nservices:\n",
        centre.name,
        number + 1,
        centre.street,
        centre.postal_code,
        centre.city,
        centre.point[0],
        centre.point[1],
        centre.phone
    )?;
    for service in &centre.services {
        writeln!(
            md,
            "  - {{kind: {}, name: {}, operator: {}}}",
            service.kind, service.name, service.operator
        )?;
    }
    md.push_str("hours:\n");
    for day in ["Måndag", "Tisdag", "Onsdag", "Torsdag"] {
        writeln!(md, "  - {{day: {day}, times: [9.00–12.00, 13.00–16.00]}}")?;
    }
    md.push_str(
        "  - {day: Fredag, times: [9.00–12.00]}\n  - {day: Lördag, times: []}\n  - {day: Söndag, times: []}\n\
         exceptions:\n  - {from: 2026-06-22, to: 2026-08-09, reason: Sommarstängt}\n\
         activities:\n  \
           - {id: sangstund, title: Sångstund, day: Tisdag, times: 10.00–10.30, access: Ingen anmälan, \
         start: 20260602T100000, end: 20260602T103000}\n  \
           - {id: babycafe, title: Babycafé, day: Torsdag, times: 13.00–15.00, ages: 0–12 månader, \
         start: 20260604T130000, end: 20260604T150000}\n",
    );
    if number == 0 {
        md.push_str(
            "notices:\n  \
               - {title: Färre platser i juni, body: Vi har plats för femton barn åt gången under juni., \
             from: 2026-05-18, until: 2026-06-30}\n",
        );
    }
    md.push_str(
        "spoken_languages: [svenska, engelska, arabiska]\n\
         premises: [Ingång utan trappsteg, Tillgänglig toalett, Skötbord]\n\
         transit: Buss 4 till torget.\npram_parking: Under taket vid entrén.\n\
         owner: Familjeenheten\nreviewed: 2026-05-04\n---\n",
    );
    Ok(md)
}

/// TOML, which Hugo reads a tenth faster than YAML (of the whole build).
fn news_md(news: &News, municipality: &Municipality) -> Result<String, Box<dyn Error>> {
    let mut md = String::with_capacity(4_000);
    let News { title, date, lead, category, .. } = news;
    write!(md, "+++\ntitle = \"{title}\"\ndate = {date}\nlead = \"{lead}\"\ncategory = \"{category}\"\n")?;
    if let Some(centre) = news.centre {
        writeln!(md, "centres = [\"{}\"]", municipality.centres[centre].id)?;
    }
    md.push_str("published_by = \"Familjeenheten\"\n+++\n");
    for block in &news.body {
        match block {
            Block::Heading(text) => writeln!(md, "\n## {text}")?,
            Block::Paragraph(text) => writeln!(md, "\n{text}")?,
            Block::List(items) => list(&mut md, items)?,
            Block::Link { before, text, centre, after } => {
                let id = &municipality.centres[*centre].id;
                writeln!(md, "\n{before}[{text}](../../familjecentraler/{id}/){after}")?;
            }
            Block::Fact { title, items } => {
                writeln!(md, "\n> [!fact] {title}")?;
                items.iter().try_for_each(|item| writeln!(md, "> - {item}"))?;
            }
            Block::Spoken(lines) => {
                let said: Vec<String> = lines.iter().map(|line| format!("> – {line}")).collect();
                writeln!(md, "\n{}", said.join("\n>\n"))?;
            }
        }
    }
    Ok(md)
}

fn list(md: &mut String, items: &[String]) -> Result<(), std::fmt::Error> {
    md.push('\n');
    items.iter().try_for_each(|item| writeln!(md, "- {item}"))
}
