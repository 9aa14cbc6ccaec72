//! Series of front matter and YAML: values, lists, structures, and files.

use crate::Series;
use crate::bodies::{each, fill};
use crate::project::{BOTKYRKA, BOTKYRKA_TEXT, FITTJA, FITTJA_TEXT, NEWS, NEWS_TEXT, PAGE, Project, SITE};

/// A text as YAML takes it, whatever is in it.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn with_more(path: &'static str, text: &str, more: &str) -> Project {
    Project::new().with(path, format!("{text}{more}\n"))
}

/// The front matter of a news item with a line more, and another title or lead.
fn news(title: &str, lead: &str, more: &str) -> Project {
    let head = format!("---\ntitle: {}\nlead: {}\n{more}\n---\n\nText.\n", quoted(title), quoted(lead));
    Project::new().with(NEWS, head)
}

fn lead(name: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| news("Hej", &fill(unit, bytes), ""))
}

fn title(name: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| news(&fill(unit, bytes), "En hälsning.", ""))
}

/// A list in the front matter of a news item.
fn listed(name: &'static str, field: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| news("Hej", "Lek.", &format!("{field}:\n{}", each(bytes, &item))))
}

fn centre(name: &'static str, field: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| with_more(FITTJA, FITTJA_TEXT, &format!("{field}{}", each(bytes, &item))))
}

fn municipality(name: &'static str, field: &'static str, item: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| {
        with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("{field}{}", each(bytes, &item)))
    })
}

/// The text of a notice.
fn notice(name: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| {
        let body = quoted(&fill(unit, bytes));
        with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("notices:\n- title: Stängt\n  body: {body}"))
    })
}

pub fn series() -> Vec<Series> {
    [
        heads(),
        lists_of_news(),
        of_centres(),
        products(),
        of_municipalities(),
        notices(),
        structures(),
        broken(),
        files(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn heads() -> Vec<Series> {
    vec![
        title("a long title", "ord "),
        title("addresses in a title", "http://a.example/x "),
        title("addresses after url( in a title", "url(http://a.example/x) "),
        title("dates in a title", "3/4 "),
        title("short forms in a title", "BVC "),
        lead("a long lead", "Vi leker. "),
        lead("dates in a lead", "3/4 "),
        lead("short forms in a lead", "BVC "),
        lead("addresses in a lead", "https://a.example/x "),
        lead("marks in a lead", "[a](b) "),
        lead("broken letters in a lead", "Ã¶ "),
        Series::new("many dates in a lead", |bytes| {
            let day = |at: usize| format!("{}/{} {} ", 1 + at % 12, 1 + at / 12 % 12, 1900 + at / 144 % 200);
            news("Hej", &each(bytes, day), "")
        }),
        Series::new("dates in a lead, all told", |bytes| {
            news("Hej", &fill("Den 3/4 kommer alla barn och vuxna hit. ", bytes), "")
        })
        .told(),
        Series::new("a long alias", |bytes| {
            news("Hej", "Lek.", &format!("aliases: [/{}]", fill("a-b/", bytes)))
        }),
        Series::new("a long text of a picture", |bytes| {
            let alt = fill("ord ", bytes);
            news("Hej", "Lek.", &format!("image: {{src: images/lek.png, alt: {alt}, credit: {alt}}}"))
        }),
    ]
}

fn lists_of_news() -> Vec<Series> {
    vec![
        listed("aliases", "aliases", |at| format!("- /gammal-{at}/\n")).from(1024),
        listed("aliases of one name", "aliases", |_| "- /gammal/\n".to_string()),
        listed("centres of news", "centres", |at| format!("- nej-{at}\n")),
        listed("centres of one name", "centres", |_| "- fittja\n".to_string()),
        listed("related news", "related", |at| format!("- nej-{at}\n")),
        listed("codes that are none", "checks:\n  off", |at| format!("  - FC9{at}\n")).from(128),
    ]
}

fn of_centres() -> Vec<Series> {
    let day = |at: usize| format!("20{:02}-{:02}-{:02}", 26 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    vec![
        centre("exceptions", "exceptions:\n", move |at| format!("- {{from: {}, closed: true}}\n", day(at))),
        centre("exceptions of long periods", "exceptions:\n", |_| {
            "- {from: 2026-01-01, to: 2027-12-31, hours: 9–12}\n".to_string()
        }),
        centre("activities", "activities:\n", |at| {
            format!("- {{id: lek-{at}, title: Lek {at}, day: tuesday, from: 10.00, to: 11.00}}\n")
        }),
        centre("spoken languages", "spoken_languages:\n", |at| {
            ["- sv\n", "- fi\n", "- ar\n"][at % 3].to_string()
        }),
        centre("former names", "formerly:\n", |at| format!("- namn-{at}\n")),
        centre("intervals of a day", "hours:\n  monday: 8-9", |at| {
            format!(", {:02}.{:02}-{0:02}.{1:02}", at % 24, at % 60)
        }),
        centre("pictures that are not there", "images:\n", |at| {
            format!("- {{src: images/{at}.png, alt: Barn}}\n")
        }),
        Series::new("services of a centre", |bytes| {
            let services =
                each(bytes, |at| format!("- {{kind: other, name: Lek {at}, phone: 08-123 456 78}}\n"));
            Project::new().with(FITTJA, format!("name: F\nstatus: open\nservices:\n{services}"))
        }),
        Series::new("services of one kind", |bytes| {
            let services = fill("- kind: child_health\n", bytes);
            Project::new().with(FITTJA, format!("name: F\nstatus: open\nservices:\n{services}"))
        }),
        Series::new("a long name of a centre", |bytes| {
            Project::new().with(FITTJA, FITTJA_TEXT.replacen("Fittja", &fill("ord ", bytes), 1))
        }),
        Series::new("a long mail address", |bytes| {
            with_more(FITTJA, FITTJA_TEXT, &format!("email: {}a@b.example", fill("a.", bytes)))
        }),
    ]
}

/// Lists of which each item meets each of another: both grow with the root of the length, and so does what stands in an item.
fn products() -> Vec<Series> {
    vec![Series::new("services and exceptions of many weeks", |bytes| {
        let root = |least: usize| (least * least * bytes / 512).isqrt();
        let service =
            |at: usize| format!("- {{kind: other, name: Lek {at}, hours: {{monday-sunday: 9–10}}}}\n");
        let weeks = |one: &str| vec![one; root(7)].join(", ");
        let named = (0..root(8)).map(|at| format!("Lek {at}")).collect::<Vec<_>>().join(", ");
        let longer = format!("- {{hours: 8–20, weeks: \"{}\"}}\n", weeks("v. 1–20 2027"));
        let closed = format!("- {{closed: true, services: [{named}], weeks: \"{}\"}}\n", weeks("v. 40 2027"));
        // Nothing is left to tell, so all is looked through.
        let last = format!("- {{closed: true, services: [{named}], from: 2026-01-01, to: 2028-12-31}}\n");
        let services: String = (0..root(8)).map(service).collect();
        let exceptions = longer.repeat(root(7)) + &closed.repeat(root(7)) + &last;
        let text = format!("name: F\nstatus: open\nservices:\n{services}exceptions:\n{exceptions}");
        Project::new().with(FITTJA, text)
    })]
}

fn of_municipalities() -> Vec<Series> {
    vec![
        municipality("navigation to pages", "navigation:\n", |at| {
            format!("- {{title: Sida {at}, page: om}}\n")
        }),
        municipality("navigation to pages that are not there", "navigation:\n", |at| {
            format!("- {{title: Sida {at}, page: nej-{at}}}\n")
        }),
        municipality("vague titles of navigation", "navigation:\n", |_| {
            "- {title: Läs mer, url: https://a.example}\n".to_string()
        }),
        municipality("shortcomings", "  issues:\n", |at| {
            format!("  - {{what: Fel {at}, wcag: [\"1.2.2\"]}}\n")
        }),
        Series::new("a long name of a municipality", |bytes| {
            Project::new().with(BOTKYRKA, BOTKYRKA_TEXT.replacen("Botkyrka", &fill("ord ", bytes), 1))
        }),
        Series::new("a long title of the site", |bytes| {
            Project::new().with(
                SITE,
                format!("title: {}\nbase_url: https://prov.example\norganisation: R\n", fill("ord ", bytes)),
            )
        }),
    ]
}

fn notices() -> Vec<Series> {
    vec![
        municipality("notices", "notices:\n", |at| {
            format!("- {{title: Stängt {at}, body: Vi har stängt.}}\n")
        })
        .from(192),
        municipality("links of a notice", "notices:\n- title: Stängt\n  links:\n", |at| {
            format!("  - {{title: Sida {at}, url: https://a.example/{at}}}\n")
        }),
        notice("words of a notice", "Vi leker. "),
        notice("links in a notice", "[om familjecentralen](pages/om.md) "),
        notice("broken links in a notice", "[text](pages/nej.md) "),
        Series::new("links in a notice to many pages that are not there", |bytes| {
            let body = quoted(&each(bytes, |at| format!("[text](pages/nej-{at}.md) ")));
            with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("notices:\n- title: Stängt\n  body: {body}"))
        }),
        Series::new("marks of many kinds in a notice", |bytes| {
            let body = quoted(&each(bytes, |at| format!("| a{at} |\n\n")));
            with_more(BOTKYRKA, BOTKYRKA_TEXT, &format!("notices:\n- title: Stängt\n  body: {body}"))
        }),
        notice("outside links in a notice", "[text](https://a.example/x) "),
        notice("links without an end in a notice", "[a](x"),
        notice("links with blanks in a notice", "[a](x y.pdf) "),
        notice("dates in a notice", "3/4 "),
        notice("marks in a notice", "• a\n\n"),
        notice("pictures in a notice", "![a](images/lek.png) "),
    ]
}

fn structures() -> Vec<Series> {
    vec![
        // From the number on at which no more faults are looked for: each is found by reading the file once more.
        centre("fields that are none", "", |at| format!("falt{at}: x\n")).from(4096),
        centre("fields in one line that are none", "premises: {lift: true", |at| format!(", falt{at}: x")),
        centre("comments in YAML", "owner: x\n", |_| "# ord\n".to_string()),
        centre("lists in lists in YAML", "images: ", |_| "[".to_string()).from(512),
        centre("mappings in mappings", "images: ", |_| "{a: ".to_string()).from(512),
        centre("anchors", "x:\n", |at| format!("- &a{at} ord\n")),
        centre("repetitions", "x:\n- &a ord\n", |_| "- *a\n".to_string()),
        centre("dates that are none", "exceptions:\n", |at| format!("- {{from: {at}, closed: true}}\n")),
        centre("days that are none", "hours:\n", |at| format!("  dag{at}: 9-12\n")),
        centre("missing fields", "notices:\n", |_| "- {}\n".to_string()),
        centre("languages of a text", "owner: {sv: x", |at| format!(", a{at}: x")),
        centre("lines of a block", "owner: |\n", |_| "  ord\n".to_string()),
        centre("escapes in a text", "owner: \"", |_| "\\\"a\\u00e5".to_string()),
        centre("one long line of a list", "images: [", |_| "{src: images/lek.png, alt: Barn}, ".to_string()),
    ]
}

/// What is no YAML, or no front matter.
fn broken() -> Vec<Series> {
    vec![
        centre("colons in a line", "owner: ", |_| "a: b ".to_string()),
        centre("lines without a colon", "", |_| "ord\n".to_string()),
        centre("signs that YAML has for itself", "", |_| "@a: %b\n".to_string()),
        centre("no-break spaces in YAML", "", |at| format!("x{at}:\u{a0}y\n")),
        centre("letters of another alphabet", "owner: x\nabc: ", |_| "аbc ".to_string()),
        centre("a long line that is at fault", "abc: [", |_| "ord, ".to_string()),
        centre("a long line with a fault at its end", "owner: \"a\" ", |_| "ord ".to_string()),
        Series::new("an open front matter", |bytes| {
            Project::new().with(NEWS, format!("---\ntitle: x\n{}", fill("ord\n", bytes)))
        }),
        Series::new("no front matter", |bytes| Project::new().with(PAGE, fill("ord\n", bytes))),
        Series::new("one word of another alphabet on a line at fault", |bytes| {
            Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: Lek\nfel: {}\n---\n", fill("ж", bytes)))
        }),
        Series::new("hidden signs on a line at fault", |bytes| {
            Project::new().with(
                NEWS,
                format!("---\ntitle: Hej\nlead: Lek\nfel: {}\n---\n", fill("\u{a0}\u{200b}x", bytes)),
            )
        }),
    ]
}

fn renamed_centre(at: usize) -> (String, String) {
    let names: Vec<String> = (0..5).map(|name| format!("f{at:04}-{name}")).collect();
    let text = FITTJA_TEXT.replace("Fittja", &format!("Centralen {at}"));
    let more = "exceptions: [{from: 2026-11-17, closed: true}]\n";
    let text = format!("{text}{more}formerly: [{}]\n", names.join(", "));
    (format!("content/botkyrka/centres/c{at:04}.yaml"), text)
}

/// Many files: what one file costs must not depend on how many there are.
fn files() -> Vec<Series> {
    let item =
        |at: usize| format!("content/botkyrka/news/2026-0{}-{:02}-hej-{at}.md", 1 + at / 28 % 9, 1 + at % 28);
    let many = move |bytes: usize, make: fn(usize) -> (String, String)| {
        (0..bytes / 1024).map(make).fold(Project::new(), |project, (path, text)| project.with(&path, text))
    };
    vec![
        Series::new("news", move |bytes| {
            (0..bytes / 1024).fold(Project::new(), |project, at| {
                project.with(&item(at), NEWS_TEXT.replace("Hej", &format!("Hej {at}")))
            })
        })
        .from(8 * 1024),
        Series::new("slips: centres that are copies", move |bytes| {
            many(bytes, |at| {
                let letter = |of: usize| char::from(b'a' + (at / of % 26) as u8);
                let name = format!("name: Ort{}{}by\nphone: 08-123 45 67\n", letter(26), letter(1));
                let more = "email: ort@a.se\ngeo: {lat: 59.24, lon: 17.8}\n";
                let text =
                    FITTJA_TEXT.replace("name: Fittja\n", &name).replace("Torg 19", &format!("Torg {at}"));
                (format!("content/botkyrka/centres/c{at}.yaml"), text + more)
            })
        })
        .from(8 * 1024),
        Series::new("centres that had other names", move |bytes| many(bytes, renamed_centre)).from(8 * 1024),
        Series::new("news of one title and no centre", move |bytes| {
            (0..bytes / 1024).fold(Project::new(), |project, at| project.with(&item(at), NEWS_TEXT))
        })
        .from(8 * 1024),
        Series::new("news that name each other", move |bytes| {
            (0..bytes / 1024).fold(Project::new(), |project, at| {
                let text = NEWS_TEXT.replacen("---\n", &format!("---\nrelated: [hej, hej-{}]\n", at / 2), 1);
                project.with(&item(at), text.replace("Hej", &format!("Hej {at}")))
            })
        })
        .from(8 * 1024),
        Series::new("broken links among many files", move |bytes| {
            let body = fill("[text](../pages/nej.md)\n\n", bytes / 8);
            let project = Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: Lek\n---\n{body}"));
            (0..bytes / 256).fold(project, |project, at| project.with(&item(at), "---\n---\n"))
        })
        .from(8 * 1024),
        Series::new("pages in the navigation", move |bytes| {
            many(bytes, |at| {
                (
                    format!("content/botkyrka/pages/sida-{at}.md"),
                    format!("---\ntitle: Sida {at}\n---\n\nText.\n"),
                )
            })
        })
        .from(8 * 1024),
        Series::new("files that nothing reads", move |bytes| {
            many(bytes, |at| (format!("content/botkyrka/bilder/{at}.txt"), String::new()))
        })
        .from(8 * 1024),
    ]
}
