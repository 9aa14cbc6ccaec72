//! Whole sites made by chance: nothing panics, nothing is lost without a word, and no text becomes script.

use proptest::prelude::*;

use super::harm::harmful;
use super::honest::dishonest;
use super::project::{BOTKYRKA, Built, FITTJA, IMAGE, NEWS, PAGE, Project, SITE, theme_memory};

const FILES: [&str; 6] = [SITE, BOTKYRKA, FITTJA, NEWS, PAGE, IMAGE];

/// What must be made when nothing is told that stops the build.
const MADE: [&str; 5] = [
    "index.html",
    "botkyrka/index.html",
    "botkyrka/familjecentraler/fittja/index.html",
    "botkyrka/nyheter/2026-01-10-hej/index.html",
    "botkyrka/om/index.html",
];

/// Words that YAML, Markdown and the content model give a meaning to.
const WORDS: &[&str] = &[
    ": ",
    "\n",
    "\n  ",
    "\n  - ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    "\"",
    "'",
    "#",
    " #",
    "&a ",
    "*a",
    "!!int ",
    "|\n",
    ">\n",
    "---\n",
    "\t",
    "~",
    "null",
    "true",
    "1",
    "-1",
    "1.5",
    "2026-11-16",
    "9–12",
    "closed",
    "sv",
    "en",
    "ar",
    "fittja",
    "om",
    "2026-01-10-hej",
    "hours",
    "name",
    "title",
    "lead",
    "services",
    "kind",
    "draft: true\n",
    "aliases: [/x/]\n",
    "expires: 2026-11-17\n",
    "images/lek.png",
    "../pages/om.md",
    "javascript:x",
    "https://a.example",
    "<script>",
    "\u{feff}",
    "\u{0}",
    "å",
    "😀",
    "\r\n",
    "::: fact\n",
    ":::\n",
    "![",
    "](",
    "x",
];

fn build(project: &Project) -> Built {
    project.build_with(Some(&mut theme_memory()))
}

/// Either something is told, or everything is made.
fn check(project: &Project) -> Result<(), TestCaseError> {
    let built = build(project);
    if !built.report.has_errors() {
        // An item may be a draft, or of another day.
        for page in MADE.iter().filter(|page| !page.contains("2026-01-10")) {
            prop_assert!(built.has(page), "{page} is lost, and all that is told is {:?}", built.told());
        }
    }
    // What `check` finds beyond a build is held to the same.
    let checked = project.check();
    for found in built.report.diagnostics.iter().chain(&checked.diagnostics) {
        prop_assert_eq!(dishonest(found, project), Vec::<String>::new());
    }
    Ok(())
}

#[derive(Clone, Debug)]
enum Change {
    Insert(usize, String),
    Remove(usize, usize),
    Repeat(usize, usize),
    Byte(usize, u8),
}

impl Change {
    fn apply(&self, bytes: &mut Vec<u8>) {
        let place = |at: usize| at % (bytes.len() + 1);
        match self {
            Self::Insert(at, text) => drop(bytes.splice(place(*at)..place(*at), text.bytes())),
            Self::Remove(at, length) => {
                let (start, end) = (place(*at), (place(*at) + length).min(bytes.len()));
                bytes.drain(start..end);
            }
            Self::Repeat(at, length) => {
                let (start, end) = (place(*at), (place(*at) + length).min(bytes.len()));
                let part = bytes[start..end].to_vec();
                bytes.splice(end..end, part);
            }
            Self::Byte(at, byte) => {
                let at = place(*at);
                if let Some(old) = bytes.get_mut(at) {
                    *old = *byte;
                }
            }
        }
    }
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<usize>(), prop::sample::select(WORDS)).prop_map(|(at, word)| Change::Insert(at, word.to_string())),
        2 => (any::<usize>(), 1..20_usize).prop_map(|(at, length)| Change::Remove(at, length)),
        1 => (any::<usize>(), 1..80_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_valid_file_changed_by_chance_is_told_of_or_made(
        changes in prop::collection::vec((0..FILES.len(), change()), 1..6)
    ) {
        let mut project = Project::new().and(FITTJA, "images: [{src: images/lek.png, alt: x}]\n");
        for (file, change) in changes {
            let mut bytes = project.bytes(FILES[file]).to_vec();
            change.apply(&mut bytes);
            project = project.with(FILES[file], bytes);
        }
        check(&project)?;
    }

    #[test]
    fn bytes_by_chance_are_no_panic(file in 0..FILES.len(), bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&Project::new().with(FILES[file], bytes))?;
    }

    #[test]
    fn words_by_chance_are_no_panic(file in 0..5_usize, words in prop::collection::vec(prop::sample::select(WORDS), 0..60)) {
        let start = if FILES[file].ends_with(".md") { "---\n" } else { "" };
        check(&Project::new().with(FILES[file], format!("{start}{}", words.concat())))?;
    }
}

#[test]
fn html_and_script_in_every_text_are_shown_as_text() {
    for hostile in [
        "</script><script>alert(1)</script>",
        "</title><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1) pwned>",
        "' onmouseover='alert(1)' pwned='",
        "<!--<script>alert(1)//-->",
        "]]><script>alert(1)</script>",
        "{{ 7 * 7 }}{% raw %}<b>x</b>",
        "javascript:alert(1)",
    ] {
        let built = hostile_site(hostile).build();
        assert!(!built.report.has_errors(), "{}", built.told().join("\n"));
        for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".html")) {
            let html = std::str::from_utf8(bytes).unwrap();
            assert_eq!(harmful(html), Vec::<String>::new(), "{path} with {hostile}");
        }
        for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".xml")) {
            assert!(!String::from_utf8_lossy(bytes).contains("<script"), "{path} with {hostile}");
        }
        for (path, bytes) in built.files().filter(|(path, _)| path.ends_with(".ics")) {
            // In a calendar a tag is a text like any other, as long as it stays on its line.
            let text = std::str::from_utf8(bytes).unwrap().replace("\r\n ", "");
            let is_property = |line: &str| {
                line.split_once([':', ';']).is_some_and(|(name, _)| {
                    name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-')
                })
            };
            assert!(text.split_terminator("\r\n").all(is_property), "{path} with {hostile}");
        }
    }
    assert_eq!(
        harmful("<a onclick=x href=' javascript:x'><script>").len(),
        3,
        "the check sees what it should"
    );
}

/// A site with this text wherever a text may stand.
fn hostile_site(text: &str) -> Project {
    let yaml = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let fill = |template: &str| template.replace('@', &yaml);
    Project::new()
        .with(SITE, fill("title: {sv: @, en: @}\nbase_url: https://prov.example\norganisation: @\nlanguages: [sv, en]\n"))
        .with(
            BOTKYRKA,
            fill(
                "name: @\ncode: \"0127\"\nregion: @\nnavigation: [{title: @, page: om}]\nnotices: [{title: @, body: @, links: [{title: @, url: 'https://a.example'}]}]
accessibility_statement: {status: fully, assessed_on: 2026-05-04, updated_on: 2026-05-04, method: self, feedback_url: 'https://a.example',
  issues: [{what: @, reason: @, alternative: @}], disproportionate_burden: [{what: @, motivation: @}], out_of_scope: [{what: @, reason: @}]}\n",
            ),
        )
        .with(
            FITTJA,
            fill(
                "name: @\nstatus: open\naddress: {street: @, city: @, entrance: @}\nowner: @\nreviewed: 2026-11-01
services: [{kind: child_health, name: @, operator: {type: other, name: @}}, {kind: other, name: @}]
exceptions: [{from: 2026-11-16, closed: true, reason: @}]\nhours: {monday: 9–12}
activities: [{id: a, title: @, day: monday, from: 9.00, to: 10.00}]
notices: [{title: @, body: @}]\npremises: {note: @}\ngetting_there: {transit: @, car: @, pram_parking: @}
images: [{src: images/lek.png, alt: @, credit: @, consent: @}]\n",
            ),
        )
        .with(
            NEWS,
            fill("---\ntitle: @\nlead: @\ncategory: @\npublished_by: @\nauthor: @\ncentres: [fittja]\nimage: {src: images/lek.png, alt: @, credit: @}\n---\n\n")
                + text
                + "\n",
        )
        .with(PAGE, fill("---\ntitle: @\nlead: @\npublished_by: @\nnavigation: true\n---\n\n") + "Hej " + text + "\n")
}
