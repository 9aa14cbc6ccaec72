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
    [heads(), lists_of_news(), of_centres(), of_municipalities(), notices(), structures(), broken(), files()]
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
        title("marks in a title", "## ** "),
        lead("a long lead", "Vi leker. "),
        lead("dates in a lead", "3/4 "),
        lead("dates of a period in a lead", "1/7–15/8 "),
        lead("short forms in a lead", "BVC "),
        lead("addresses in a lead", "https://a.example/x "),
        lead("bare addresses in a lead", "www.a.example "),
        lead("marks in a lead", "[a](b) "),
        lead("quotation marks in a lead", "\"a\" "),
        lead("signs of markup in a lead", "<b>&amp;"),
        lead("broken letters in a lead", "Ã¶ "),
        lead("lines in a lead", "Vi leker.\n"),
        lead("bullets in a lead", "• a\n"),
        Series::new("many dates in a lead", |bytes| {
            let day = |at: usize| format!("{}/{} {} ", 1 + at % 12, 1 + at / 12 % 12, 1900 + at / 144 % 200);
            news("Hej", &each(bytes, day), "")
        }),
        Series::new("dates in a lead, all told", |bytes| news("Hej", &fill("3/4 ", bytes), ""))
            .from(256)
            .told(),
        Series::new("a long category", |bytes| {
            news("Hej", "Lek.", &format!("category: {}", fill("ord ", bytes)))
        }),
        Series::new("a long name of a publisher", |bytes| {
            news("Hej", "Lek.", &format!("published_by: {}", fill("ord ", bytes)))
        }),
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
        listed("aliases that are none", "aliases", |at| format!("- https://a.example/{at}\n")),
        listed("centres of news", "centres", |at| format!("- nej-{at}\n")),
        listed("centres of one name", "centres", |_| "- fittja\n".to_string()),
        listed("related news", "related", |at| format!("- nej-{at}\n")),
        listed("codes turned off", "checks:\n  off", |_| "  - FC0202\n".to_string()),
        listed("codes that are none", "checks:\n  off", |at| format!("  - FC9{at}\n")),
    ]
}

fn of_centres() -> Vec<Series> {
    let day = |at: usize| format!("20{:02}-{:02}-{:02}", 26 + at / 336, 1 + at / 28 % 12, 1 + at % 28);
    vec![
        centre("exceptions", "exceptions:\n", move |at| format!("- {{from: {}, closed: true}}\n", day(at))),
        centre("exceptions with hours", "exceptions:\n", move |at| {
            format!("- {{from: {0}, to: {0}, hours: 9–12, reason: Lov {at}}}\n", day(at))
        }),
        centre("exceptions of one day", "exceptions:\n", |_| {
            "- {from: 2026-12-01, closed: true}\n".to_string()
        }),
        centre("exceptions of long periods", "exceptions:\n", |_| {
            "- {from: 2026-01-01, to: 2027-12-31, hours: 9–12}\n".to_string()
        }),
        centre("exceptions without a word", "exceptions:\n", move |at| format!("- {{from: {}}}\n", day(at))),
        centre("activities", "activities:\n", |at| {
            format!("- {{id: lek-{at}, title: Lek {at}, day: tuesday, from: 10.00, to: 11.00}}\n")
        }),
        centre("activities of one id", "activities:\n", |_| {
            "- {id: lek, title: Lek, day: tuesday, from: 10.00, to: 11.00}\n".to_string()
        }),
        centre("spoken languages", "spoken_languages:\n", |at| {
            ["- sv\n", "- fi\n", "- ar\n"][at % 3].to_string()
        }),
        centre("intervals of a day", "hours:\n  monday: 8-9", |at| {
            format!(", {:02}.{:02}-{0:02}.{1:02}", at % 24, at % 60)
        }),
        centre("pictures of a centre", "images:\n", |_| {
            "- {src: images/lek.png, alt: Barn leker}\n".to_string()
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
        Series::new("a long phone number", |bytes| {
            with_more(FITTJA, FITTJA_TEXT, &format!("phone: 08{}", fill("-1", bytes)))
        }),
        Series::new("a long mail address", |bytes| {
            with_more(FITTJA, FITTJA_TEXT, &format!("email: {}a@b.example", fill("a.", bytes)))
        }),
        Series::new("a long web address", |bytes| {
            with_more(FITTJA, FITTJA_TEXT, &format!("url: https://a.example/{}", fill("x/", bytes)))
        }),
        Series::new("a long way there", |bytes| {
            with_more(FITTJA, FITTJA_TEXT, &format!("getting_there: {{transit: {}}}", fill("ord ", bytes)))
        }),
    ]
}

fn of_municipalities() -> Vec<Series> {
    vec![
        municipality("navigation to pages", "navigation:\n", |at| {
            format!("- {{title: Sida {at}, page: om}}\n")
        }),
        municipality("navigation to pages that are not there", "navigation:\n", |at| {
            format!("- {{title: Sida {at}, page: nej-{at}}}\n")
        }),
        municipality("navigation to addresses", "navigation:\n", |at| {
            format!("- {{title: Sida {at}, url: https://a{at}.example}}\n")
        }),
        municipality("vague titles of navigation", "navigation:\n", |_| {
            "- {title: Läs mer, url: https://a.example}\n".to_string()
        }),
        municipality("hosts that are allowed", "allowed_hosts:\n", |at| format!("- a{at}.example\n")),
        municipality("shortcomings", "  issues:\n", |at| {
            format!("  - {{what: Fel {at}, wcag: [\"1.2.2\"]}}\n")
        }),
        municipality("criteria", "  issues:\n  - what: Fel\n    wcag:\n", |at| {
            format!("    - \"1.{}.{}\"\n", 1 + at % 4, 1 + at % 9)
        }),
        municipality("languages of a municipality", "languages:\n", |_| "- sv\n".to_string()),
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
        }),
        municipality("notices that have ended", "notices:\n", |at| {
            format!("- {{title: Stängt {at}, until: 2026-01-01}}\n")
        }),
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
        notice("vague links in a notice", "[läs mer](pages/om.md) "),
        notice("outside links in a notice", "[text](https://a.example/x) "),
        notice("addresses in a notice", "http://a.example/x "),
        notice("links without an end in a notice", "[a](x"),
        notice("links with blanks in a notice", "[a](x y.pdf) "),
        notice("dates in a notice", "3/4 "),
        notice("marks in a notice", "• a\n\n"),
        notice("pictures in a notice", "![a](images/lek.png) "),
        notice("raw tags in a notice", "<b>x</b> "),
    ]
}

fn structures() -> Vec<Series> {
    vec![
        centre("fields that are none", "", |at| format!("falt{at}: x\n")),
        centre("fields in one line that are none", "premises: {lift: true", |at| format!(", falt{at}: x")),
        centre("the same field", "", |_| "owner: x\n".to_string()),
        centre("comments in YAML", "owner: x\n", |_| "# ord\n".to_string()),
        centre("text after a number sign", "", |at| format!("x{at}: a # b\n")),
        centre("lists in lists", "images: ", |_| "[".to_string()).from(512),
        centre("mappings in mappings", "images: ", |_| "{a: ".to_string()).from(512),
        centre("anchors", "x:\n", |at| format!("- &a{at} ord\n")),
        centre("repetitions", "x:\n- &a ord\n", |_| "- *a\n".to_string()),
        centre("values of the wrong type", "activities:\n", |_| "- x\n".to_string()),
        centre("dates that are none", "exceptions:\n", |at| format!("- {{from: {at}, closed: true}}\n")),
        centre("days that are none", "hours:\n", |at| format!("  dag{at}: 9-12\n")),
        centre("weekdays again", "hours:\n", |at| {
            format!("  {}: 9-12\n", ["monday", "mon", "måndag"][at % 3])
        }),
        centre("empty texts", "notices:\n", |_| "- {title: ''}\n".to_string()),
        centre("missing fields", "notices:\n", |_| "- {}\n".to_string()),
        centre("languages of a text", "owner: {sv: x", |at| format!(", a{at}: x")),
        centre("lines of a block", "owner: |\n", |_| "  ord\n".to_string()),
        centre("folded lines", "owner: >\n", |_| "  ord\n\n".to_string()),
        centre("escapes in a text", "owner: \"", |_| "\\\"a\\u00e5".to_string()),
        centre("an open text", "owner: \"", |_| "ord ".to_string()),
        centre("one long line of a list", "images: [", |_| "{src: images/lek.png, alt: Barn}, ".to_string()),
    ]
}

/// What is no YAML, or no front matter.
fn broken() -> Vec<Series> {
    vec![
        centre("tabs in YAML", "", |_| "\tx: y\n".to_string()),
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
