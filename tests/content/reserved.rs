//! The names that fcsite has itself: where each is taken, it is told with the folder or file and a name that is free; everywhere else it is let.

use fcsite::base::{Code, Diagnostic};

use super::project::{BOTKYRKA_TEXT, FITTJA_TEXT, NEWS_TEXT, PAGE_TEXT, Project, SITE, told};
use super::said::swedish;

const EVERYWHERE: [&str; 9] =
    ["api", "assets", "data", "datasets", "familjecentraler", "filer", "nyheter", "sok", "tillganglighet"];
const AT_TOP: [&str; 1] = ["cname"];
const WITHIN: [&str; 3] = ["affisch", "kalender", "sida"];
const LANGUAGES: [&str; 4] = ["sv", "en", "ar", "fi"];

/// A region in four languages.
fn region() -> Project {
    Project::new().region().and(SITE, "languages: [sv, en, ar, fi]\n")
}

/// What check and a build both say of names; they say the same.
fn of_names(site: &Project) -> Vec<Diagnostic> {
    let of = |found: Vec<Diagnostic>| -> Vec<Diagnostic> {
        found.into_iter().filter(Diagnostic::is_error).collect()
    };
    let (checked, built) = (of(site.check().diagnostics), of(site.build().report.diagnostics));
    let said = |found: &[Diagnostic]| found.iter().map(told).collect::<Vec<_>>();
    assert_eq!(said(&checked), said(&built));
    checked
}

fn is_told(site: &Project, words: &[&str]) {
    let found = of_names(site);
    let all: Vec<String> = found.iter().map(told).collect();
    assert_eq!(
        found.iter().map(|it| it.code).collect::<Vec<_>>(),
        [Code::ReservedName],
        "{words:?}: {all:#?}"
    );
    for word in words {
        assert!(told(&found[0]).contains(word), "{word}: {}", told(&found[0]));
        assert!(swedish(&found[0]).contains(word), "{word}: {}", swedish(&found[0]));
    }
}

fn is_let(site: &Project, what: &str) {
    assert_eq!(of_names(site).iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{what}");
}

fn municipality(name: &str) -> Project {
    region().with(&format!("content/{name}/municipality.yaml"), BOTKYRKA_TEXT.replace("0127", "0186"))
}

#[test]
fn a_municipality_cannot_be_called_what_lies_beside_it() {
    for name in EVERYWHERE.iter().chain(&AT_TOP).chain(&LANGUAGES) {
        let site = municipality(name);
        is_told(&site, &[&format!("content/{name},"), &format!("content/{name}-kommun")]);
    }
    // All of them in one site, since a whole one takes its time.
    let free = AT_TOP.iter().chain(&LANGUAGES).map(|name| format!("{name}-kommun"));
    let all = free.chain(WITHIN.iter().chain(&["kontakt", "uk"]).map(|name| (*name).to_string()));
    let site = all
        .fold(region(), |site, name| site.with(&format!("content/{name}/municipality.yaml"), BOTKYRKA_TEXT));
    is_let(&site, "other names");
}

#[test]
fn a_page_cannot_be_called_what_lies_beside_it_wherever_it_is_shown() {
    let page =
        |folder: &str, name: &str| region().with(&format!("content/{folder}/pages/{name}.md"), PAGE_TEXT);
    let is_told_of = |folder: &str, name: &str| {
        let path = format!("content/{folder}/pages/{name}.md");
        is_told(&page(folder, name), &[&path, &format!("{name}-sida.md")]);
    };
    for name in EVERYWHERE.iter().chain(&WITHIN).chain(&LANGUAGES) {
        is_told_of("botkyrka", name);
        is_told_of("_shared", name);
    }
    for name in AT_TOP {
        is_told_of("_shared", name);
    }
    let free = EVERYWHERE.iter().map(|name| format!("{name}-sida"));
    let all = free.chain(AT_TOP.iter().map(|name| (*name).to_string()));
    let site =
        all.fold(region(), |site, name| site.with(&format!("content/botkyrka/pages/{name}.md"), PAGE_TEXT));
    is_let(&site, "other names");
    // A language of one municipality alone.
    let own =
        |folder: &str| page(folder, "uk").and("content/botkyrka/municipality.yaml", "languages: [sv, uk]\n");
    is_told(&own("botkyrka"), &["uk-sida.md"]);
    is_told(&own("_shared"), &["content/_shared/pages/uk.md", "uk-sida.md"]);
    is_let(&own("nacka"), "uk");
}

#[test]
fn a_centre_and_a_news_item_can_have_every_name() {
    let names = EVERYWHERE.iter().chain(&AT_TOP).chain(&WITHIN).chain(&LANGUAGES);
    let site = names.fold(region(), |site, name| {
        site.with(
            &format!("content/botkyrka/centres/{name}.yaml"),
            FITTJA_TEXT.replace("name: F", &format!("name: {name} F")),
        )
        .with(&format!("content/botkyrka/news/2026-01-11-{name}.md"), NEWS_TEXT)
    });
    is_let(&site, "centres and news");
}

/// Whoever lets fcsite make a new folder must name it in the table.
#[test]
fn every_folder_that_a_site_makes_is_a_name_of_its_own() {
    let activity =
        "activities:\n  - {id: a, title: A, day: tuesday, from: 9.00, to: 10.00}\nhours: {monday: 9–12}\n";
    let site = region()
        .and(SITE, "organisation_number: \"232100-0016\"\n")
        .and("content/botkyrka/centres/fittja.yaml", activity);
    let built = site.pages();
    let mut seen = 0;
    for (path, _) in built.files() {
        let (folder, within) = match path.strip_prefix("botkyrka/") {
            Some(within) => (within, true),
            None => (path, false),
        };
        let Some((name, _)) = folder.split_once('/') else { continue };
        if ["nacka", "om", "kontakt"].contains(&name) {
            continue;
        }
        seen += 1;
        let mut taken =
            EVERYWHERE.iter().chain(&LANGUAGES).chain(if within { &WITHIN[..] } else { &AT_TOP[..] });
        assert!(taken.any(|taken| *taken == name), "{path}");
    }
    assert!(seen > 20, "{seen}");
}
