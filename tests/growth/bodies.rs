//! Series of Markdown: news, pages, and what stands in them.

use crate::Series;
use crate::project::{NEWS, PAGE, Project};

/// A text again and again, up to a length.
pub fn fill(unit: &str, bytes: usize) -> String {
    unit.repeat(bytes / unit.len())
}

/// Texts with a number each, up to a length.
pub fn each(bytes: usize, unit: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&unit(number));
        number += 1;
    }
    text
}

fn news(body: &str) -> Project {
    Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: En hälsning.\n---\n\n{body}\n"))
}

fn page(body: &str) -> Project {
    Project::new().with(PAGE, format!("---\ntitle: Om oss\n---\n\n{body}\n"))
}

/// A unit in one line, and the same unit in lines of their own.
fn repeated(name: &'static str, unit: &'static str) -> Series {
    Series::new(name, move |bytes| news(&fill(unit, bytes)))
}

/// The numbers have five digits, all of them: a text is no steeper because the numbers in it are longer, or are such as can be rung.
fn numbered(name: &'static str, unit: impl Fn(usize) -> String + 'static) -> Series {
    Series::new(name, move |bytes| page(&each(bytes, |at| unit(20_000 + at))))
}

pub fn series() -> Vec<Series> {
    [in_a_line(), in_lines(), with_numbers(), nested(), two_parts()].into_iter().flatten().collect()
}

/// All in one line: what looks to the end of the line, or counts from its beginning, is found here.
fn in_a_line() -> Vec<Series> {
    [
        ("words", "Vi leker och sjunger. "),
        ("one word", "a"),
        ("open braces", "{a"),
        ("braces and hashes", "{#"),
        ("attributes of another dialect", "{.a}"),
        ("words with attributes of another dialect", "[a]{.b} "),
        ("numbers within a word", "a77"),
        ("a year within a word", "a2026"),
        ("a number to call within a word", "a1177"),
        ("links without an end", "[a](x"),
        ("links with blanks", "[a](x y.pdf) "),
        ("links with blanks that have no end", "[a](x y.pdf "),
        ("links to a page", "[om familjecentralen](../pages/om.md) "),
        ("vague links to a page", "[läs mer](../pages/om.md) "),
        ("links to a page that is not there", "[text](../pages/nej.md) "),
        ("links to a heading that is not there", "[text](../pages/om.md#nej) "),
        ("links to no heading in the text", "[text](#nej) "),
        ("outside links", "[text](https://a.example/x) "),
        ("addresses as text", "http://a.example/x "),
        ("addresses in quotation marks", "\"http://a.example/x\" "),
        ("addresses in brackets", "<https://a.example/x> "),
        ("addresses without a scheme", "www.a.example/x "),
        ("phone numbers", "08-123 456 78 "),
        ("slips: addresses with a blank", "asa @a.se "),
        ("slips: signs of addresses", "(at)@[a] @@ "),
        ("slips: addresses with a comma", "asa@a,se,"),
        ("slips: words that ask in brackets", "(telefon fittja) "),
        ("slips: brackets that ask and do not end", "(telefon [adress "),
        ("slips: what is to be written later", "TODO "),
        ("dates in numbers", "3/4 "),
        ("dates with a year", "3/4 2026 "),
        ("numbers without blanks", "1.2-"),
        ("raw tags", "<b>x</b> "),
        ("open tags", "<a href='"),
        ("comments in a line", "x <!-- y --> "),
        ("emphasis", "*a* **b** "),
        ("asterisks", "** a "),
        ("open brackets", "[a "),
        ("references", "[a][b] "),
        ("escapes", "\\* "),
        ("entities", "&amp; &#229; "),
        ("bars", "| a "),
        ("broken letters", "Ã¶ "),
        ("abbreviations", "BVC och BUP, "),
        ("footnote references", "a[^1] "),
        ("images", "![Barn som leker](../images/lek.png) "),
        ("images that are not there", "![Barn](../images/nej.png) "),
        ("images without an alt text", "![](../images/lek.png) "),
    ]
    .map(|(name, unit)| repeated(name, unit))
    .into()
}

fn in_lines() -> Vec<Series> {
    [
        ("paragraphs", "Vi leker.\n\n"),
        ("headings", "## Rubrik\n\n"),
        ("headings of level one", "# Rubrik\n\n"),
        ("headings that skip a level", "#### Rubrik\n\n## Rubrik\n\n"),
        ("hashes without a space", "##Rubrik\n\n"),
        ("items", "- Barn\n"),
        ("numbered items", "1. Barn\n"),
        ("dates that become lists", "14. mars\n\nText\n\n"),
        ("bullets", "• Barn\n"),
        ("spoken lines", "– Hej, säger hon.\n"),
        ("spoken lines with a hyphen", "-Hej, säger hon.\n"),
        ("quotations", "> Hej\n\n"),
        ("open html blocks", "<div>\n"),
        ("comments in lines", "<!-- x -->\n\n"),
        ("fact boxes", "::: fact Rubrik\nText\n:::\n\n"),
        ("open fact boxes", "::: fact a\n"),
        ("ends of boxes", ":::\n"),
        ("centres in a text", "::: centre fittja\n:::\n\n"),
        ("centres that are not there", "::: centre nej\n:::\n\n"),
        ("directives that are none", "::: fakta\n:::\n\n"),
        ("tables", "| a | b |\n|---|---|\n| c | d |\n\n"),
        ("tables without a line", "| a | b |\n"),
        ("tables without names", "| a | |\n|---|---|\n| c | d |\n\n"),
        ("footnotes of one label", "[^1]: Not\n\n"),
    ]
    .map(|(name, unit)| repeated(name, unit))
    .into()
}

fn with_numbers() -> Vec<Series> {
    vec![
        numbered("headings with names", |at| format!("## Rubrik {at}\n\n")),
        numbered("headings of one name with an id", |at| format!("## Rubrik {{#id-{at}}}\n\n")),
        numbered("slips: footnotes without a text", |at| format!("Text[^{at}]\n\n[^{at}]:\n\n")),
        numbered("slips: own addresses", |at| format!("[text](https://prov.example/nej-{at}) ")).followed(),
        numbered("footnotes", |at| format!("Text[^{at}]\n\n[^{at}]: Not\n\n")),
        numbered("footnotes that nothing refers to", |at| format!("[^{at}]: Not\n\n")),
        numbered("links to headings that are there", |at| format!("## R{at}\n\n[text](#r{at})\n\n")),
        numbered("links to headings that are not there", |at| {
            format!("## Rubrik{at}\n\n[text](#rubrik{at}x)\n\n")
        }),
        numbered("links to many pages that are not there", |at| format!("[text](sida-{at}.md) ")),
        numbered("links to many headings of a page", |at| format!("[text](om.md#del-{at}) ")),
        numbered("links to many places of the front page", |at| {
            format!("[text](../municipality.yaml#del-{at}) ")
        })
        .followed(),
        numbered("outside links to many", |at| format!("[text](https://a{at}.example/) ")),
        numbered("images of many names", |at| format!("![Barn](../images/b{at}.png)\n\n")),
        numbered("long words of many kinds", |at| format!("verksamhet{at} ")),
        numbered("sentences", |at| format!("Det var {at} barn här. ")),
    ]
}

fn nested() -> Vec<Series> {
    vec![
        Series::new("quotations in quotations", |bytes| news(&format!("{}a", "> ".repeat(bytes / 2))))
            .from(256),
        Series::new("lists in lists", |bytes| {
            news(
                &(0..bytes / 32)
                    .map(|depth| format!("{}- a\n", "  ".repeat(depth.min(30))))
                    .collect::<String>(),
            )
        }),
        Series::new("brackets in brackets", |bytes| {
            news(&format!("{}a{}", "[".repeat(bytes / 2), "]".repeat(bytes / 2)))
        }),
        Series::new("emphases in emphases", |bytes| {
            news(&format!("{}b{}", "*a **a ".repeat(bytes / 14), " a** a*".repeat(bytes / 14)))
        }),
        Series::new("images in images", |bytes| {
            news(&format!("{}a{}", "![a".repeat(bytes / 16), "](../images/lek.png)".repeat(bytes / 16)))
        }),
    ]
}

/// A long thing that many short ones refer to, or stand after.
fn two_parts() -> Vec<Series> {
    vec![
        Series::new("notes after one long note", |bytes| {
            news(&format!("{}\n\n[^1]: {}\n", fill("a[^1] ", bytes / 2), fill("ord ", bytes / 2)))
        }),
        Series::new("references to one long address", |bytes| {
            let address = fill("u", 900);
            news(&format!("[a]: https://a.example/{address}\n\n{}", fill("[a] ", bytes / 8)))
        }),
        Series::new("a row of many cells", |bytes| {
            let cells = bytes / 12;
            news(&format!("{}\n{}\n{}\n", "|a".repeat(cells), "|-".repeat(cells), "|b".repeat(cells)))
        }),
        Series::new("fact boxes in open boxes of no kind", |bytes| {
            news(&format!("{}{}", fill("::: fakta\n", bytes / 2), fill("::: fact a\n", bytes / 2)))
        }),
        Series::new("links to headings among many", |bytes| {
            let headings = each(bytes / 2, |at| format!("## R{at}\n\n"));
            page(&format!("{headings}{}", fill("[text](om.md#nej) ", bytes / 2)))
        }),
        Series::new("faults in one line, all told", |bytes| news(&fill("[text](#nej) ", bytes)))
            .from(512)
            .told(),
        Series::new("faults in many lines, all told", |bytes| news(&fill("[text](#nej)\n", bytes)))
            .from(512)
            .told(),
        Series::new("one long link text", |bytes| {
            news(&format!("[{}](../pages/om.md)", fill("ord ", bytes)))
        })
        .from(1024),
        Series::new("one long address", |bytes| {
            news(&format!("[text](https://a.example/{})", fill("x/", bytes)))
        }),
        Series::new("one long link to a file", |bytes| news(&format!("[text]({}om.md)", fill("../", bytes)))),
        Series::new("one long alt text", |bytes| {
            news(&format!("![{}](../images/lek.png)", fill("ord ", bytes)))
        }),
        Series::new("one long heading", |bytes| news(&format!("## {}\n\nText.", fill("ord ", bytes)))),
        Series::new("one long title of a box", |bytes| {
            news(&format!("::: fact {}\nx\n:::\n", fill("ord ", bytes)))
        }),
        Series::new("one long comment", |bytes| news(&format!("<!-- {} -->\n\nText", fill("ord ", bytes)))),
        Series::new("blanks", |bytes| news(&format!("a{}b", " ".repeat(bytes)))),
        Series::new("empty lines", |bytes| news(&format!("a{}b", "\n".repeat(bytes)))),
        Series::new("tabs", |bytes| news(&format!("a{}b", "\t".repeat(bytes)))),
        Series::new("colons after blanks", |bytes| news(&fill(&format!("{}:::\n", " ".repeat(200)), bytes))),
    ]
}
