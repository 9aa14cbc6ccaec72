//! Series of what a site and a municipality say of themselves, and of their themes. Much of it stands on every page.

use crate::Series;
use crate::bodies::{each, fill};
use crate::fields::{municipality, quoted, with_more};
use crate::project::{BOTKYRKA, BOTKYRKA_TEXT, Project, SITE, SITE_TEXT};

/// A text of a municipality.
fn text(name: &'static str, before: &'static str, (unit, after): (&'static str, &'static str)) -> Series {
    Series::new(name, move |bytes| {
        with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("{before}{}{after}", quoted(&fill(unit, bytes))))
    })
}

/// A text of the site.
fn of_site(name: &'static str, old: &'static str, (new, unit): (&'static str, &'static str)) -> Series {
    Series::new(name, move |bytes| {
        let text = quoted(&fill(unit, bytes));
        Project::new().with(SITE, SITE_TEXT.replace(old, &format!("{new}{text}\n")))
    })
}

/// A list of the statement, which the municipality's file ends with.
fn statement(name: &'static str, field: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        let text = BOTKYRKA_TEXT.replace("fully", "partially");
        let issue = "  issues:\n  - {what: Ljud, wcag: [\"1.2.2\"]}\n";
        let before = if field == "issues" { String::new() } else { issue.to_string() };
        with_more(BOTKYRKA, &text, &format!("{before}  {field}:\n{}", each(bytes, &item)))
    })
}

/// A theme with this file more.
fn theme(name: &'static str, path: &'static str, text: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        let project = with_more(BOTKYRKA, BOTKYRKA_TEXT, "theme: prov");
        let project = project.with("themes/prov/theme.yaml", "name: Prov\nextends: base\n");
        project.with(&format!("themes/prov/{path}"), text(bytes))
    })
}

pub fn series() -> Vec<Series> {
    [of_the_site(), on_every_page(), statements(), themes()].into_iter().flatten().collect()
}

fn of_the_site() -> Vec<Series> {
    vec![
        of_site("a long organisation", "organisation: Region Prov\n", ("organisation: ", "Region BVC 3/4 ")),
        of_site(
            "a long address of the site's own",
            "title: Familjecentraler\n",
            ("title: F\ncontact:\n  url: ", "https://a.example/x/"),
        ),
        of_site(
            "a long mail address of the site",
            "title: Familjecentraler\n",
            ("title: F\ncontact:\n  email: ", "a@a.example"),
        ),
        Series::new("codes turned off, and faults", |bytes| {
            let project =
                with_more(SITE, SITE_TEXT, &format!("checks:\n  off:\n{}", fill("  - FC0245\n", bytes / 2)));
            project.and(crate::project::NEWS, &fill("Ring 08-123 456 78.\n\n", bytes / 2))
        }),
        Series::new("languages of the site", |bytes| {
            with_more(SITE, SITE_TEXT, &format!("languages:\n{}", fill("- sv\n- en\n- fi\n", bytes)))
        }),
    ]
}

fn on_every_page() -> Vec<Series> {
    vec![
        text("a long region", "region: ", ("Region 3/4 ", "")).from(32).right(),
        // A hundred, as many as there may be: in the policy of each page, and of each old address.
        Series::new("hosts that pages may load from", |bytes| {
            let label = "a".repeat(60);
            let hosts = each(bytes, |at| format!("- {label}.{label}.a{at:03}.example\n"));
            let aliases: String = (0..20).map(|at| format!("- /gammal-{at}/\n")).collect();
            let news = format!("---\ntitle: Hej\nlead: Lek.\naliases:\n{aliases}---\n\nText.\n");
            let project = with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("allowed_hosts:\n{hosts}"));
            project.with(crate::project::NEWS, news)
        })
        .from(1600)
        .right(),
        municipality("many hosts that pages may load from", "allowed_hosts:\n", |at| {
            format!("- a{at}.example\n")
        }),
        municipality("hosts that are none", "allowed_hosts:\n", |at| format!("- https://a{at}.example/\n")),
        municipality("groups of synonyms", "synonyms:\n", |at| {
            format!("- [{0}{at}, {0}a{at}]\n", "ord".repeat(28))
        })
        .from(1024)
        .right(),
        municipality("synonyms of a group", "synonyms:\n- - x\n", |at| {
            format!("  - {}{at}\n", "ord".repeat(28))
        })
        .right(),
        text("a long address of a municipality", "contact: {url: ", ("https://a.example/x/", "}"))
            .from(240)
            .right(),
        text("a long path of a logo", "look: {logo: ", ("images/", "}")),
        text("a long colour", "look: {colour: ", ("#ffd500", "}")),
        text(
            "what the first picture shows",
            "look:\n  image: {src: images/lek.png, alt: ",
            ("Barn leker ", "}"),
        ),
        Series::new("a long drawing", |bytes| {
            let paths = each(bytes, |at| format!("<path d=\"M{at} 0h120v40z\" fill=\"#ffd500\"/>"));
            let logo =
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\">{paths}</svg>");
            let project = with_more(BOTKYRKA, BOTKYRKA_TEXT, "look: {logo: images/logo.svg}");
            project.with("content/botkyrka/images/logo.svg", logo)
        })
        .from(2048)
        .right(),
        Series::new("groups in groups of a drawing", |bytes| {
            let depth = bytes / 7;
            let inner = format!("{}<path d=\"M0 0h120v40z\"/>{}", "<g>".repeat(depth), "</g>".repeat(depth));
            let logo =
                format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\">{inner}</svg>");
            let project = with_more(BOTKYRKA, BOTKYRKA_TEXT, "look: {logo: images/logo.svg}");
            project.with("content/botkyrka/images/logo.svg", logo)
        }),
    ]
}

fn statements() -> Vec<Series> {
    vec![
        statement("why something falls short", "issues", |at| {
            format!("  - {{what: Fel {at}, reason: Sen 3/4, alternative: Ring oss, wcag: [\"1.2.2\"]}}\n")
        })
        .from(1024)
        .right(),
        statement("burdens", "disproportionate_burden", |at| {
            format!("  - {{what: Film {at}, motivation: 'Dyrt, se http://a.example/x'}}\n")
        })
        .from(1024)
        .right(),
        statement("what the law does not cover", "out_of_scope", |at| {
            format!("  - {{what: Karta {at}, reason: Undantag}}\n")
        })
        .from(1024)
        .right(),
        statement("a long reason of a shortcoming", "issues", |_| {
            "  - what: Fel\n    reason: ord ord ord\n".to_string()
        }),
        statement("criteria of a shortcoming", "issues", |at| {
            if at == 0 { "  - what: Fel\n    wcag:\n".to_string() } else { "    - \"1.2.2\"\n".to_string() }
        })
        .from(256)
        .right(),
    ]
}

fn themes() -> Vec<Series> {
    vec![
        theme("words of a theme", "words/sv.yaml", |bytes| each(bytes, |at| format!("ord_{at}: Ett ord\n"))),
        theme("rules of a stylesheet", "assets/theme.css", |bytes| fill("a{b:url(x)}\n", bytes)),
        theme("open addresses in a stylesheet", "assets/theme.css", |bytes| fill("url(//a.se ", bytes)),
        theme("a long template", "templates/page.html", |bytes| fill("<p>{{ page.title }}</p>\n", bytes)),
        Series::new("tokens of a theme", |bytes| {
            let tokens = each(bytes, |at| format!("  t{at}: \"#fff\"\n"));
            let project = with_more(BOTKYRKA, BOTKYRKA_TEXT, "theme: prov");
            project.with("themes/prov/theme.yaml", format!("name: Prov\nextends: base\ntokens:\n{tokens}"))
        }),
    ]
}
