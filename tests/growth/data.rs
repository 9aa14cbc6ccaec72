//! Series of what is given to programs: feeds with their whole texts, services as HSDS, the region's data, and the catalogue.

use crate::Series;
use crate::bodies::{each, fill};
use crate::project::{BOTKYRKA_TEXT, FITTJA, FITTJA_TEXT, NEWS, Project, SITE, SITE_TEXT};

/// A site of a region that publishes its catalogue, with more files.
fn region(files: impl Iterator<Item = (String, String)>) -> Project {
    let site = format!("{SITE_TEXT}organisation_number: \"232100-0016\"\n");
    let project = Project::new().with(SITE, site).region();
    files.fold(project, |project, (path, text)| project.with(&path, text))
}

/// The texts of a feed's thirty items, which a municipality and the region have in two forms each.
fn feed(name: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| {
        let body = fill(unit, bytes / 30);
        region((0..30).map(move |at| {
            let text = format!("---\ntitle: Hej {at}\nlead: Lek.\n---\n\n{body}\n");
            (format!("content/botkyrka/news/2026-10-{:02}-hej.md", 1 + at), text)
        }))
    })
    .from(8 * 1024)
}

/// What a centre has to tell.
fn told(name: &'static str, field: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        Project::new().with(FITTJA, format!("{FITTJA_TEXT}{field}:\n{}", each(bytes, &item)))
    })
}

pub fn series() -> Vec<Series> {
    let hours = "hours: {monday: 9-12, tuesday: 13-16, wednesday: 8-9, thursday: booking, friday: closed}";
    vec![
        feed("words in a feed", "Vi leker och sjunger. "),
        feed("signs that XML has for itself in a feed", "&lt;a&gt; & <b> ]]\\> "),
        feed("pictures in a feed", "![Barn som leker](../images/lek.png)\n\n"),
        feed("footnotes in a feed", "a[^1] "),
        Series::new("a feed of one long text", |bytes| {
            let body = fill("Vi [leker](../pages/om.md) & sjunger.\n\n", bytes);
            Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: Lek.\n---\n\n{body}"))
        })
        .from(4 * 1024),
        told("notices in a feed of a centre", "notices", |at| {
            format!(
                "- {{title: Stängt {at}, body: 'Se [sidan](pages/om.md).', links: [{{title: A, url: 'https://a.example/{at}'}}]}}\n"
            )
        }),
        told("closings in a feed of a centre", "exceptions", |at| {
            format!("- {{from: 2026-11-{:02}, closed: true, reason: Städdag {at}}}\n", 16 + at % 14)
        }),
        Series::new("services with hours of their own", move |bytes| {
            let service = |at: usize| {
                format!("- {{kind: other, name: Lek {at}, operator: {{type: region}}, {hours}}}\n")
            };
            let services = each(bytes, service);
            Project::new().with(FITTJA, format!("name: F\nstatus: open\nservices:\n{services}"))
        }),
        Series::new("centres in the region's data", move |bytes| {
            region((0..bytes / 1024).map(move |at| {
                let text = FITTJA_TEXT.replace("Fittja", &format!("Centralen {at}"));
                (format!("content/botkyrka/centres/c{at}.yaml"), format!("{text}{hours}\n"))
            }))
        })
        .from(8 * 1024),
        Series::new("municipalities in the region's catalogue", |bytes| {
            region((0..bytes / 1024).flat_map(|at| {
                let text = BOTKYRKA_TEXT.replace("Botkyrka", &format!("Kommun {at}"));
                let text = text.replace("0127", &format!("{:04}", 1000 + at));
                let folder = format!("content/kommun-{at}");
                [
                    (format!("{folder}/municipality.yaml"), text),
                    (format!("{folder}/centres/mitt.yaml"), FITTJA_TEXT.to_string()),
                ]
            }))
        })
        .from(8 * 1024),
    ]
}
