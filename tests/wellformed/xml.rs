//! Feeds and sitemaps, read by quick-xml and atom_syndication.

use fcsite::base::OutputPath;
use fcsite::plan::{FeedContent, FeedEntry, FeedJob, Job, JobKind, SitemapEntry};
use fcsite::render::render;
use proptest::prelude::*;
use quick_xml::events::Event;

use super::{every_character, is_html, is_xml};

fn written(kind: JobKind) -> String {
    let mut out = Vec::new();
    let found = render(&Job::new(OutputPath::new("x.xml").unwrap(), kind), &[], &mut out);
    assert!(found.is_empty());
    String::from_utf8(out).unwrap()
}

/// What is wrong with a text as XML: a reader that stops, a character that may not stand, an element that has no end.
fn faults(xml: &str) -> Vec<String> {
    let mut wrong: Vec<String> =
        xml.chars().filter(|c| !is_xml(*c) || !is_html(*c)).map(|c| format!("{c:?} stands in it")).collect();
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                depth += 1;
                wrong.extend(
                    start.attributes().filter_map(|attribute| attribute.err().map(|e| e.to_string())),
                );
            }
            Ok(Event::End(_)) => depth -= 1,
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                wrong.push(error.to_string());
                break;
            }
        }
    }
    if depth != 0 {
        wrong.push(format!("{depth} elements have no end"));
    }
    wrong
}

fn feed(text: &str, url: &str) -> FeedJob {
    FeedJob {
        title: text.to_string(),
        lang: "sv".to_string(),
        url: "https://prov.example/feed.xml".to_string(),
        home: "https://prov.example/".to_string(),
        author: text.to_string(),
        entries: vec![FeedEntry {
            title: text.to_string(),
            url: url.to_string(),
            published: "2026-01-10".to_string(),
            updated: "2026-01-11".to_string(),
            summary: text.to_string(),
            content: FeedContent::Html(text.to_string()),
            category: Some(text.to_string()),
        }],
        words: Vec::new(),
    }
}

/// A text as every reader of XML gives it back: without what it cannot hold, and with line ends of one kind.
fn kept(text: &str) -> String {
    let text: String = text.chars().filter(|c| is_xml(*c) && is_html(*c)).collect();
    lines(&text)
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn check_feed(text: &str) -> Result<(), String> {
    let xml = written(JobKind::Feed(Box::new(feed(text, "https://prov.example/a/?b=1&c"))));
    let wrong = faults(&xml);
    if !wrong.is_empty() {
        return Err(wrong.join(", "));
    }
    let read: atom_syndication::Feed = xml.parse().map_err(|error| format!("{error}"))?;
    let entry = read.entries.first().ok_or("there is no entry")?;
    let summary = entry.summary.as_ref().map(|text| text.value.as_str()).unwrap_or_default();
    let term = entry.categories.first().map(|category| category.term.as_str()).unwrap_or_default();
    for (what, seen) in [
        ("title", read.title.as_str()),
        ("entry", entry.title.as_str()),
        ("summary", summary),
        ("category", term),
    ] {
        if lines(seen) != kept(text) {
            return Err(format!("{what} is {seen:?} of {text:?}"));
        }
    }
    if entry.id != "https://prov.example/a/?b=1&c" || read.authors.len() != 1 || read.links.len() != 2 {
        return Err(format!("{read:?}"));
    }
    Ok(())
}

#[test]
fn a_feed_of_every_character_is_read_by_others_as_it_was_written() {
    for text in every_character(4096) {
        check_feed(&format!("a{text}z")).unwrap();
    }
}

#[test]
fn a_sitemap_of_every_character_is_well_formed() {
    for text in every_character(4096) {
        let url = "https://prov.example/".to_string();
        let entry = SitemapEntry {
            url,
            changed: Some(text.clone()),
            alternates: vec![(text, "https://a.example".into())],
            pictures: vec!["https://a.example/å.png?a&b".into()],
        };
        let wrong = faults(&written(JobKind::Sitemap(vec![entry])));
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_feed_of_any_text_is_read_by_others_as_it_was_written(text in "(\\PC|[\\x00-\\x9f]|[<>&\"']|]]>|<!--|&#1;|\\p{Cf}){1,40}") {
        prop_assert_eq!(check_feed(&format!("a{text}z")), Ok(()));
    }
}

/// What lies in `.fcsite` may be anybody's: a municipality's address is remembered there.
#[test]
fn an_address_that_is_none_of_the_web_is_written_nowhere() {
    let good = "https://prov.example/a/";
    for bad in [
        "javascript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "file:///x",
        "https://u:p@h.example",
        "https://a b",
        "",
    ] {
        let mut two = feed("a", bad);
        two.entries.push(FeedEntry { url: good.to_string(), ..two.entries[0].clone() });
        two.home = bad.to_string();
        let entry = |url: &str, other: &str| SitemapEntry {
            url: url.to_string(),
            changed: None,
            alternates: vec![("sv".to_string(), other.to_string())],
            pictures: vec![other.to_string()],
        };
        for xml in [
            written(JobKind::Feed(Box::new(two))),
            written(JobKind::Sitemap(vec![entry(bad, good), entry(good, bad)])),
            written(JobKind::SitemapIndex(vec![bad.to_string(), good.to_string()])),
        ] {
            assert!(xml.contains(good) && faults(&xml).is_empty(), "{xml}");
            let begins = bad.split(':').next().filter(|start| start.len() > 1);
            assert!(
                begins.is_none_or(|start| !xml.contains(&format!("{start}:a")) && !xml.contains("evil")),
                "{xml}"
            );
            assert!(bad.is_empty() || !xml.contains(bad), "{xml}");
            assert!(!xml.contains("<loc></loc>") && !xml.contains("href=\"\""), "{xml}");
        }
    }
}
