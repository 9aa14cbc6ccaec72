//! A text that python-docx wrote (`word.py`), as a draft.

use crate::hostile::{book, zip};
use crate::site::{CENTRE, Site, workbook};

const WORD: &[u8] = include_bytes!("word.docx");

const NEWS: &str = "content/botkyrka/news/2026-08-20-sommar-i-fittja-sa-blir-det.md";
const PICTURE: &str = "content/botkyrka/images/sommar-i-fittja-sa-blir-det-1.jpg";

const BODY: &str = "Läs mer hos [1177 \\*Vårdguiden\\*](https://www.1177.se/) eller här.\n\n## Det här gör vi\n\n- sång \\& lek\n- bad \\<barn\\>\n  - ute i parken\n\n\
                    ### Så kommer du hit\n\n1. Ta tåget\n2. Gå till torget\n\n\\# ingen rubrik, {klamrar} och ::: fact\n\n| Dag | Tid |\n|---|---|\n| måndag | 9\\|12 |\n\n\
                    ![Entrén på torget](../images/sommar-i-fittja-sa-blir-det-1.jpg)\n\n![Skriv här vad bilden visar](../images/sommar-i-fittja-sa-blir-det-2.jpg)\n";

fn site() -> Site {
    let site = Site::of(CENTRE);
    site.write("sommar.docx", WORD);
    site
}

#[test]
fn a_text_becomes_a_draft_of_a_news_item_with_its_pictures_and_the_site_can_be_built() {
    let site = site();
    let done = site.import("sommar.docx", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 4, "{}{}", done.out, done.told);
    let text = site.read(NEWS);
    let (front, body) = text.split_once("---\n\n").unwrap();
    assert_eq!(body, BODY);
    for line in [
        "rubrik: \"Sommar i Fittja: så blir det\"",
        "ingress: Öppna förskolan har öppet hela sommaren.",
        "utkast: ja",
    ] {
        assert!(front.contains(line), "{line} in {front}");
    }
    assert!(site.root().join(PICTURE).is_file());
    for told in ["Länkar som inte börjar med", "En bild har ingen beskrivning"] {
        assert!(done.told.contains(told), "{told} in {}", done.told);
    }
    // A draft may be unfinished; what is published may not.
    site.write(NEWS, text.replace("utkast: ja\n", ""));
    let built = site.run(&["build", "--now", "2026-08-21"]);
    assert!(
        built.code == 1 && built.told.contains("FC0094") && built.told.contains("Skriv här vad bilden visar"),
        "{}",
        built.told
    );
    site.write(NEWS, text);
    for arguments in
        [&["build", "--now", "2026-08-21"][..], &["build", "--drafts", "--now", "2026-08-21", "-o", "med"]]
    {
        let built = site.run(arguments);
        assert_eq!(built.code, 0, "{}", built.told);
    }
}

#[test]
fn a_text_becomes_a_page_and_nothing_is_written_before_it_is_asked_for() {
    let site = site();
    let done = site.import("sommar.docx", &["--to", "botkyrka/pages"]);
    assert!(
        done.out.contains("## Det här gör vi") && done.told.contains("--write"),
        "{}{}",
        done.out,
        done.told
    );
    assert!(!site.root().join("content/botkyrka/pages").exists());
    assert!(!site.root().join("content/botkyrka/images").exists());
    let done = site.import("sommar.docx", &["--to", "content/botkyrka/sidor/", "--write"]);
    assert_eq!(done.code, 4, "{}", done.told);
    let text = site.read("content/botkyrka/pages/sommar-i-fittja-sa-blir-det.md");
    assert!(text.ends_with(BODY), "{text}");
}

#[test]
fn nothing_is_written_over_neither_a_text_nor_a_picture() {
    for there in [NEWS, PICTURE] {
        let site = site();
        site.write(there, "mitt");
        let done = site.import("sommar.docx", &["--to", "botkyrka/news", "--write"]);
        assert!(done.code == 1 && done.told.contains("finns redan"), "{}", done.told);
        assert_eq!(site.read(there), "mitt");
        let other = if there == NEWS { PICTURE } else { NEWS };
        assert!(!site.root().join(other).exists(), "all of it or nothing");
    }
}

#[test]
fn a_list_is_no_text_and_a_text_no_list_and_each_says_where_it_goes() {
    let site = site();
    let done = site.import("sommar.docx", &["--to", "botkyrka/fittja"]);
    assert!(done.code == 1 && done.told.contains("--to botkyrka/news"), "{}", done.told);
    site.write("lista.xlsx", workbook(&[&["Aktivitet", "Dag"]]));
    let done = site.import("lista.xlsx", &["--to", "botkyrka/news"]);
    assert!(done.code == 1 && done.told.contains("--to botkyrka/fittja"), "{}", done.told);
}

/// A text with this in its body, and these ways to other parts.
fn text(body: &str, ways: &str) -> Vec<u8> {
    let document = format!("<document><body><p><r><t>Början.</t></r></p>{body}</body></document>");
    let ways = format!("<Relationships>{ways}</Relationships>");
    zip(&[
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", ways.as_bytes()),
        ("word/media/a.png", b"\x89PNG\r\n\x1a\n"),
        ("word/media/b.emf", b"\x01\0\0\0"),
    ])
}

#[test]
fn names_and_ways_of_a_text_lead_nowhere() {
    let ways = "<Relationship Id=\"a\" Target=\"../../../../etc/passwd\"/><Relationship Id=\"b\" Target=\"media/b.emf\"/>\
                <Relationship Id=\"c\" Target=\"file:///etc/passwd\"/><Relationship Id=\"d\" Target=\"https://x.example/) [x](javascript:y)\"/>";
    let picture = |id: &str| {
        format!(
            "<p><r><drawing><docPr descr=\"](javascript:x) &lt;b>\"/><blip embed=\"{id}\"/></drawing></r></p>"
        )
    };
    let link = |id: &str| format!("<p><hyperlink id=\"{id}\"><r><t>ord</t></r></hyperlink></p>");
    let body = [picture("a"), picture("b"), picture("zzz"), link("c"), link("d"), link("a")].concat();
    let site = Site::of(CENTRE);
    site.write("evil.docx", text(&body, ways));
    let done = site.import("evil.docx", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 4, "{}", done.told);
    let made = site.read("content/botkyrka/news/2026-08-20-evil.md");
    assert!(!made.contains("javascript") && !made.contains("passwd") && !made.contains("!["), "{made}");
    assert!(!site.root().join("content/botkyrka/images").exists());
    assert!(done.told.contains("Bilder som webbläsare inte visar"), "{}", done.told);
    for to in ["../news", "botkyrka/../news", "/news"] {
        let done = site.import("evil.docx", &["--to", to, "--write"]);
        assert!(done.code != 0, "{to}: {}", done.told);
    }
}

#[test]
fn a_link_behind_a_sign_of_exclamation_stays_a_link() {
    let ways = "<Relationship Id=\"a\" Target=\"https://x.example/y.png\"/>";
    let body = "<p><r><t>Titel</t></r></p><p><r><t>Se!</t></r><hyperlink id=\"a\"><r><t>bilden</t></r></hyperlink></p>";
    let site = Site::of(CENTRE);
    site.write("bra.docx", text(body, ways));
    let done = site.import("bra.docx", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let made = site.read("content/botkyrka/news/2026-08-20-bra.md");
    assert!(made.contains("Se\\![bilden](https://x.example/y.png)"), "{made}");
}

#[test]
fn a_text_that_means_harm_ends_at_a_bound() {
    let site = Site::of(CENTRE);
    let deep = format!("{}{}", "<tbl><tr><tc>".repeat(400), "</tc></tr></tbl>".repeat(400));
    // Rows as wide as the widest of their table, and an address for each of many links: a few bytes that become much.
    let wide = format!("<tbl><tr>{}</tr>{}</tbl>", "<tc/>".repeat(100), "<tr/>".repeat(19_000));
    let address = |length: usize| {
        format!("<Relationship Id=\"a\" Target=\"https://x.example/{}\"/>", "a".repeat(length))
    };
    let links = "<p><hyperlink id=\"a\"><r><t>ord</t></r></hyperlink></p>".repeat(4_000);
    for (bytes, why) in [
        (text(&wide, ""), "20000 rutor"),
        (text(&links, &address(1_900)), "2 MB"),
        (text(&"<p/>".repeat(1_100_000), ""), "2000000 delar"),
        (text(&deep, ""), "i för många led"),
        (text(&"<p><r><t>x</t></r></p>".repeat(30_000), ""), "stycken"),
        (zip(&[("word/document.xml", &vec![b' '; 120 * 1024 * 1024])]), "24 MB"),
        (zip(&[("word/document.xml", b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]), "skadad"),
        (book("<a/>", "<b/>"), "--to botkyrka/fittja"),
    ] {
        site.write("hot.docx", bytes);
        let done = site.import("hot.docx", &["--to", "botkyrka/news", "--write"]);
        assert!(done.code == 1 && done.told.contains(why), "{why}: {} {}", done.code, done.told);
    }
}

#[test]
fn namespaces_cost_what_they_are_long_and_not_once_more_for_each_element_or_attribute() {
    // Copied into each, these were some gigabytes.
    let spaces: String =
        (0..3_000).map(|number| format!(" xmlns:a{number}=\"{}\"", "u".repeat(300))).collect();
    let attributes: String = (0..3_000).map(|number| format!(" a{number}:b=\"c\"")).collect();
    let paragraph = "<p><r><t>Titel</t></r></p>";
    let named = format!(
        "<document{spaces}><body{attributes}>{}{paragraph}</body></document>",
        "<p/>".repeat(100_000)
    );
    let site = Site::of(CENTRE);
    site.write("namn.docx", zip(&[("word/document.xml", named.as_bytes())]));
    let done = site.import("namn.docx", &["--to", "botkyrka/news", "--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    assert!(site.read("content/botkyrka/news/2026-08-20-namn.md").contains("Titel"));
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    for folder in ["images", "news"] {
        let (site, elsewhere) = (site(), tempfile::TempDir::new().unwrap());
        let link = site.root().join("content/botkyrka").join(folder);
        std::os::unix::fs::symlink(elsewhere.path(), link).unwrap();
        let done = site.import("sommar.docx", &["--to", "botkyrka/news", "--write"]);
        assert_eq!(done.code, 1, "{folder}: {}", done.told);
        assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0, "{folder}");
        assert!(!site.root().join(PICTURE).exists() && !site.root().join(NEWS).exists(), "{folder}");
    }
}
