//! The site as fcsite's users write it: `content/` as `docs` and the content model say, with nothing to warn about.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use super::model::{Centre, Municipality, News, Plan};
use super::text::Block;

/// What every municipality says of its accessibility; the Hugo dialect uses the same texts.
pub const ISSUE: [&str; 3] = [
    "Några äldre nyheter har länkar vars text inte säger vart de leder.",
    "De skrevs innan vi fick dagens riktlinjer.",
    "Hör av dig till oss, så berättar vi vad som står bakom länken.",
];

/// Writes `site.yaml` and the folders of all municipalities under `root/content`.
pub fn write(plan: &Plan, root: &Path) -> Result<(), Box<dyn Error>> {
    let content = root.join("content");
    fs::create_dir_all(&content)?;
    fs::write(
        content.join("site.yaml"),
        "title: Familjecentraler i Provregionen\n\
         base_url: https://familjecentraler.example\n\
         organisation: Provregionen\n\
         language: sv\n",
    )?;
    plan.municipalities().try_for_each(|municipality| write_municipality(&municipality, &content))
}

fn write_municipality(municipality: &Municipality, content: &Path) -> Result<(), Box<dyn Error>> {
    let folder = content.join(&municipality.id);
    fs::create_dir_all(folder.join("centres"))?;
    fs::create_dir_all(folder.join("news"))?;
    fs::write(folder.join("municipality.yaml"), municipality_yaml(municipality))?;
    for (number, centre) in municipality.centres.iter().enumerate() {
        fs::write(folder.join(format!("centres/{}.yaml", centre.id)), centre_yaml(centre, number)?)?;
    }
    for news in &municipality.news {
        fs::write(folder.join(format!("news/{}.md", news.file)), news_md(news, municipality)?)?;
    }
    Ok(())
}

fn municipality_yaml(municipality: &Municipality) -> String {
    let Municipality { id, name, code, phone, .. } = municipality;
    let [what, reason, alternative] = ISSUE;
    format!(
        "name: {name}\n\
         code: \"{code}\"\n\
         region: Provregionen\n\
         contact: {{phone: {phone}, email: familj@{id}.example}}\n\
         holidays: {{public: closed, eves: closed}}\n\
         accessibility_statement:\n  \
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
           feedback_url: https://{id}.example/synpunkter\n"
    )
}

fn centre_yaml(centre: &Centre, number: usize) -> Result<String, Box<dyn Error>> {
    let mut yaml = String::with_capacity(1_500);
    let kind = if centre.full { "family_centre" } else { "family_centre_like" };
    write!(
        yaml,
        "name: {}\nstatus: open\ntype: {kind}\nopened: 2019-09-02\n\
         address: {{street: {}, postal_code: {}, city: {}, entrance: Ingång från gården}}\n\
         geo: {{lat: 59.{:04}, lon: 15.{:04}}}\n\
         phone: {}\nservices:\n",
        centre.name,
        centre.street,
        centre.postal_code,
        centre.city,
        centre.point[0],
        centre.point[1],
        centre.phone
    )?;
    for service in &centre.services {
        writeln!(
            yaml,
            "  - kind: {}\n    name: {}\n    operator: {{type: {}, name: {}}}",
            service.kind, service.name, service.operator_type, service.operator
        )?;
    }
    yaml.push_str(
        "hours:\n  monday-thursday: 9.00–12.00, 13.00–16.00\n  friday: 9–12\n  saturday-sunday: closed\n\
         exceptions:\n  - {from: 2026-06-22, to: 2026-08-09, closed: true, reason: Sommarstängt}\n\
         activities:\n  \
           - {id: sangstund, title: Sångstund, day: tuesday, from: 10.00, to: 10.30, access: drop_in}\n  \
           - {id: babycafe, title: Babycafé, day: thursday, from: 13.00, to: 15.00, age_months: {min: 0, max: 12}}\n",
    );
    if number == 0 {
        yaml.push_str(
            "notices:\n  \
               - {title: Färre platser i juni, body: Vi har plats för femton barn åt gången under juni., \
             from: 2026-05-18, until: 2026-06-30}\n",
        );
    }
    yaml.push_str(
        "spoken_languages: [sv, en, ar]\n\
         premises: {step_free: true, accessible_toilet: true, changing_table: true}\n\
         getting_there: {transit: Buss 4 till torget., pram_parking: Under taket vid entrén.}\n\
         owner: Familjeenheten\nreviewed: 2026-05-04\n",
    );
    Ok(yaml)
}

fn news_md(news: &News, municipality: &Municipality) -> Result<String, Box<dyn Error>> {
    let mut md = String::with_capacity(4_000);
    let News { title, date, lead, category, .. } = news;
    write!(md, "---\ntitle: {title}\ndate: {date}\nlead: {lead}\ncategory: {category}\n")?;
    if let Some(centre) = news.centre {
        writeln!(md, "centres: [{}]", municipality.centres[centre].id)?;
    }
    md.push_str("published_by: Familjeenheten\n---\n");
    for block in &news.body {
        match block {
            Block::Heading(text) => writeln!(md, "\n## {text}")?,
            Block::Paragraph(text) => writeln!(md, "\n{text}")?,
            Block::List(items) => list(&mut md, items)?,
            Block::Link { before, text, centre, after } => {
                let id = &municipality.centres[*centre].id;
                writeln!(md, "\n{before}[{text}](../centres/{id}.yaml){after}")?;
            }
            Block::Fact { title, items } => {
                writeln!(md, "\n::: fact {title}")?;
                list(&mut md, items)?;
                md.push_str(":::\n");
            }
            Block::Spoken(lines) => lines.iter().try_for_each(|line| writeln!(md, "\n– {line}"))?,
        }
    }
    Ok(md)
}

fn list(md: &mut String, items: &[String]) -> Result<(), std::fmt::Error> {
    md.push('\n');
    items.iter().try_for_each(|item| writeln!(md, "- {item}"))
}
