//! The other files of a site: its data as CSV and JSON, what a search is made of, and a page's text of Markdown. Read by csv, serde_json and
//! html5ever.

use proptest::prelude::*;

use super::every_character;
use super::pages::{read, shown};
use super::project::{Built, FITTJA, NEWS, Project, theme_memory};

/// The texts of every character that a text may have, short enough to stand whole in a table.
fn texts() -> Vec<String> {
    let texts = every_character(70).into_iter().map(|text| shown(&text));
    texts.filter(|text| !text.is_empty()).map(|text| format!("a{text}z")).collect()
}

/// A text in YAML, each of whose characters is written as an escape.
fn quoted(text: &str) -> String {
    text.chars().map(|c| format!("\\U{:08X}", u32::from(c))).collect()
}

/// A site with an activity of each text.
fn site(texts: &[String]) -> Built {
    let mut lines = String::from("activities:\n");
    for (at, text) in texts.iter().enumerate() {
        let text = quoted(text);
        lines.push_str(&format!(
            "  - {{id: a{at}, title: \"{text}\", description: \"{text}\", dates: [2026-12-01], from: 10.00, to: 11.00}}\n"
        ));
    }
    let built = Project::new().and(FITTJA, &lines).build_with(Some(&mut theme_memory()));
    assert!(!built.report.has_errors(), "{:?}", built.told());
    built
}

/// A cell without what a spreadsheet is told by: the apostrophe before a formula, and characters that are spelt out.
fn unspelt(cell: &str) -> String {
    let mut parts = cell.split("\\u{");
    let mut text = parts.next().unwrap().to_string();
    for part in parts {
        let (number, rest) = part.split_once('}').unwrap();
        text.extend(u32::from_str_radix(number, 16).ok().and_then(char::from_u32));
        text.push_str(rest);
    }
    text.replace('\'', "")
}

fn check_csv(csv: &str, texts: &[String]) {
    let mut reader = csv::ReaderBuilder::new().has_headers(true).from_reader(csv.as_bytes());
    let heads = reader.headers().unwrap().clone();
    let column = |name: &str| heads.iter().position(|head| head == name).unwrap();
    let columns = [column("title"), column("description")];
    // A row that had more or fewer cells than the first would be an error.
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
    for at in columns {
        let mut found: Vec<String> = rows.iter().map(|row| unspelt(&row[at])).collect();
        let mut right: Vec<String> = texts.iter().map(|text| text.replace('\'', "")).collect();
        found.sort();
        right.sort();
        assert_eq!(found, right);
    }
}

fn check_json(json: &str, texts: &[String]) {
    let rows: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    for name in ["title", "description"] {
        let mut found: Vec<&str> = rows.iter().map(|row| row[name].as_str().unwrap()).collect();
        let mut right: Vec<&str> = texts.iter().map(String::as_str).collect();
        found.sort_unstable();
        right.sort_unstable();
        assert_eq!(found, right);
    }
}

fn check_search(json: &str, texts: &[String]) {
    let index: serde_json::Value = serde_json::from_str(json).unwrap();
    let entries = index["entries"].as_array().unwrap();
    for text in texts {
        let is_it = |entry: &&serde_json::Value| entry["t"] == text.as_str() && entry["d"].is_string();
        assert_eq!(entries.iter().filter(is_it).count(), 1, "{text:?}");
    }
}

#[test]
fn data_and_the_search_say_every_character_that_a_text_may_have() {
    for texts in texts().chunks(200) {
        let built = site(texts);
        check_csv(built.page("botkyrka/data/aktiviteter.csv").trim_start_matches('\u{feff}'), texts);
        check_json(built.page("botkyrka/data/aktiviteter.json"), texts);
        check_search(built.page("botkyrka/sok/ord.json"), texts);
        // All else that programs read is JSON too.
        for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".json")) {
            let read: Result<serde_json::Value, _> = serde_json::from_slice(bytes);
            assert!(read.is_ok(), "{path}");
        }
    }
}

/// The words of a page, but for what Markdown takes for its own and where a line may break.
fn words(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_ascii() && !c.is_whitespace() && !matches!(c, '\u{ad}' | '\u{2060}'))
        .collect()
}

#[test]
fn a_body_shows_every_character_that_a_text_may_have() {
    for some in texts().chunks(100) {
        let mut project = Project::new();
        for (at, text) in some.iter().enumerate() {
            let text: String = text.chars().filter(|c| !c.is_ascii()).collect();
            let text = format!(
                "---\ntitle: Hej\nlead: Hej.\n---\na{text}z\n\n- a{text}z\n\n[a{text}z](https://a.example/)\n"
            );
            project = project.with(&format!("content/botkyrka/news/2026-01-09-hej-{at}.md"), text);
        }
        let built = project.build_with(Some(&mut theme_memory()));
        assert!(!built.report.has_errors(), "{:?}", built.told());
        for (at, text) in some.iter().enumerate() {
            let seen = read(built.page(&format!("botkyrka/nyheter/2026-01-09-hej-{at}/index.html")));
            assert!(seen.wrong.is_empty(), "{:?}", seen.wrong);
            assert!(words(&seen.text).contains(&words(text).repeat(3)), "{text:?}\n{:?}", seen.text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What Markdown knows, put together by chance, with any characters between.
    #[test]
    fn whatever_stands_in_a_body_the_page_is_well_formed_or_refused(
        parts in proptest::collection::vec(prop_oneof![
            any::<String>(),
            "[ \n>*_`~#|:!\\[\\]()<&;\"'/\\\\={}-]{0,40}",
            "(\\[a\\]\\(b\\)|<b>|</b>|<!--|-->|&lt;|&#60;|\\^\\[x\\]|::: ruta|:::|\\| a \\| b \\||\n\n|    )",
        ], 1..12),
    ) {
        let mut project = Project::new();
        project = project.and(NEWS, &format!("\n{}\n", parts.concat()));
        let built = project.build_with(Some(&mut theme_memory()));
        if !built.report.has_errors() {
            let seen = read(built.page("botkyrka/nyheter/2026-01-10-hej/index.html"));
            prop_assert!(seen.wrong.is_empty(), "{:?} {:?}", seen.wrong, parts.concat());
        }
    }
}
