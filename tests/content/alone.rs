//! A site of one municipality has no region: what lies at its top leads into the municipality, and nothing speaks of a county. A site of
//! several has a region, with an accessibility statement of its own.

use std::collections::BTreeSet;

use fcsite::base::Code;
use fcsite::cache::Memory;

use super::project::{BOTKYRKA, Built, FITTJA, NEWS_TEXT, PAGE_TEXT, Project, SITE};

const TYRESO: &str = "content/tyreso/municipality.yaml";
const TYRESO_TEXT: &str = "name: Tyresö kommun
code: \"0138\"
accessibility_statement:
  status: fully
  assessed_on: 2026-05-04
  updated_on: 2026-05-04
  method: self
  feedback_url: https://form.example/rapportera
";
const STATEMENT: &str = "accessibility_statement:
  status: partially
  assessed_on: 2026-05-04
  updated_on: 2026-05-05
  method: external
  issues:
    - {what: Kartan går inte att styra med tangenterna, wcag: [\"2.1.1\"]}
  feedback_url: https://prov.example/regionens-form
";

/// One municipality, in two languages, on a site whose own names nothing else has; and a shared text with an old address.
fn alone() -> Project {
    let project = Project::new()
        .but(SITE, "title: Familjecentraler", "title: Länsporten\nlanguages: [sv, en]")
        .but(SITE, "organisation: Region Prov", "organisation: Landstinget");
    let shared = NEWS_TEXT.replace("title: Hej", "title: Gemensamt\naliases: [/gammalt/]");
    project.with("content/_shared/news/2026-01-11-gemensamt.md", shared)
}

fn tops(built: &Built) -> BTreeSet<&str> {
    built.files().map(|(path, _)| path).filter(|path| !path.starts_with("botkyrka/")).collect()
}

#[test]
fn the_top_of_a_site_of_one_municipality_leads_to_its_front_page_without_script() {
    let built = alone().pages();
    let wanted =
        ["404.html", "en/index.html", "gammalt/index.html", "index.html", "robots.txt", "sitemap.xml"];
    assert_eq!(tops(&built), wanted.into());
    let front = built.page("index.html");
    let parts = [
        "<title>Familjecentraler i Botkyrka kommun</title>",
        "<meta http-equiv=\"refresh\" content=\"0; url=botkyrka/\">",
        "<a href=\"botkyrka/\">",
        "<link rel=\"canonical\" href=\"https://prov.example/botkyrka/\">",
    ];
    for part in parts {
        assert!(front.contains(part), "{part} is not in\n{front}");
    }
    assert!(!front.contains("noindex") && !front.contains("<script"));
    let english = built.page("en/index.html");
    assert!(english.contains("lang=\"en\"") && english.contains("url=../botkyrka/en/\""), "{english}");
    // Its style is the municipality's: there are no files of its own at the top.
    let style = front.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(style.starts_with("botkyrka/assets/") && built.has(style), "{style}");
    let old = built.page("gammalt/index.html");
    assert!(
        old.contains("url=../botkyrka/nyheter/2026-01-11-gemensamt/\"") && old.contains("noindex"),
        "{old}"
    );
    assert_eq!(built.page("404.html"), built.page("botkyrka/404.html"));
    assert!(built.page("robots.txt").contains("Sitemap: https://prov.example/sitemap.xml"));
    assert!(built.page("sitemap.xml").contains("<loc>https://prov.example/botkyrka/sitemap.xml</loc>"));
    assert!(!built.page("sitemap.xml").contains("sitemap-region"));
}

#[test]
fn nothing_speaks_of_a_county_where_there_is_one_municipality() {
    let text = alone().pages().all_text();
    for word in ["Länsporten", "Landstinget", "county", "href=\"https://prov.example/\"", "site-region"] {
        assert!(!text.contains(word), "{word}");
    }
    let two = alone().with(TYRESO, TYRESO_TEXT).pages().all_text();
    for word in ["Länsporten", "Landstinget", "href=\"https://prov.example/\"", "site-region"] {
        assert!(two.contains(word), "{word}");
    }
}

#[test]
fn a_shared_text_is_the_municipalitys_own_where_there_is_no_region() {
    let built = alone().pages();
    let page = "botkyrka/nyheter/2026-01-11-gemensamt/";
    let html = built.page(&format!("{page}index.html"));
    assert!(
        html.contains(&format!("<link rel=\"canonical\" href=\"https://prov.example/{page}\">")),
        "{html}"
    );
    assert!(built.page("botkyrka/sitemap.xml").contains(&format!("<loc>https://prov.example/{page}</loc>")));
    assert!(built.page("botkyrka/feed.xml").contains(&format!("https://prov.example/{page}")));
    let two = alone().with(TYRESO, TYRESO_TEXT).pages();
    assert!(!two.page("botkyrka/sitemap.xml").contains("gemensamt"));
    assert!(two.page("gammalt/index.html").contains("url=../nyheter/2026-01-11-gemensamt/"));
}

#[test]
fn the_top_follows_the_municipalitys_own_address_theme_and_languages() {
    let own =
        Project::new().and(BOTKYRKA, "base_url: https://familj.example\ntheme: blek\nlanguages: [sv, ar]\n");
    let built = own
        .with("themes/blek/theme.yaml", "name: Blek\nextends: base\ntokens: {color-primary: \"#123456\"}\n")
        .pages();
    assert!(built.page("index.html").contains("rel=\"canonical\" href=\"https://familj.example/\""));
    assert!(built.page("ar/index.html").contains("url=../botkyrka/ar/"));
    assert!(built.page("404.html").contains("#123456"));
    assert!(built.page("sitemap.xml").contains("<loc>https://familj.example/sitemap.xml</loc>"));
    // A municipality whose folder is that of a language has its own front page there.
    let text = String::from_utf8(Project::new().bytes(BOTKYRKA).to_vec()).unwrap();
    let english =
        Project::new().without(BOTKYRKA).without(FITTJA).without("content/botkyrka/news/2026-01-10-hej.md");
    let english = english.without("content/botkyrka/pages/om.md").without("content/botkyrka/images/lek.png");
    let english = english.but(SITE, "organisation:", "languages: [sv, en]\norganisation:");
    let built = english.with("content/en/municipality.yaml", text).pages();
    assert!(built.page("en/index.html").contains("page-municipality"));
    assert!(built.page("index.html").contains("url=en/"));
}

#[test]
fn a_theme_that_is_missing_is_told_where_there_is_no_region_too() {
    let built = Project::new().and(SITE, "theme: saknas\n").build();
    assert_eq!(built.codes(), [Code::NoSuchTheme], "{:?}", built.told());
}

/// A build that knows what the last one did: to be the same as one that knows nothing.
#[test]
fn the_region_comes_with_the_second_municipality_and_goes_with_it() {
    let (one, two) = (alone(), alone().with(TYRESO, TYRESO_TEXT).and(SITE, STATEMENT));
    let text = |built: &Built| {
        built.files().map(|(path, bytes)| (path.to_string(), bytes.to_vec())).collect::<Vec<_>>()
    };
    for (before, after) in [(&one, &two), (&two, &one)] {
        let mut memory = Memory::default();
        before.build_with(Some(&mut memory));
        let warm = after.build_with(Some(&mut memory));
        let cold = after.build();
        assert_eq!(warm.told(), cold.told());
        assert_eq!(text(&warm), text(&cold));
    }
    assert!(two.pages().page("index.html").contains("page-region"));
}

#[test]
fn the_regions_statement_fills_its_own_page_and_is_missed_without() {
    let two = Project::new().with(TYRESO, TYRESO_TEXT);
    let missing = two.pages();
    let place = (Code::NoAccessibilityStatement, SITE.to_string(), 0, 0);
    assert_eq!(missing.places(), [place]);
    assert!(missing.page("tillganglighet/index.html").contains("Vi har inte granskat webbplatsen än"));
    let whole = two.clone().and(SITE, STATEMENT).pages();
    assert!(whole.codes().is_empty(), "{:?}", whole.told());
    let page = whole.page("tillganglighet/index.html");
    for words in
        ["Kartan går inte att styra", "https://prov.example/regionens-form", "5 maj 2026", "En utomstående"]
    {
        assert!(page.contains(words), "{words}");
    }
    assert!(!whole.page("tyreso/tillganglighet/index.html").contains("Kartan"));
    // The same checks as a municipality's.
    let broken = two.clone().and(SITE, &STATEMENT.replace("2.1.1", "7.1.1")).build();
    assert!(broken.codes().contains(&Code::BadWcag), "{:?}", broken.told());
    let broken = two.clone().and(SITE, &STATEMENT.replace("status: partially", "status: nästan")).build();
    assert!(!broken.codes().contains(&Code::NoAccessibilityStatement), "{:?}", broken.told());
    assert!(broken.report.has_errors());
    let written =
        STATEMENT.replace("https://prov.example/regionens-form", "https://kommunen.example/rapportera");
    let old = STATEMENT.replace("2026-05-0", "2025-05-0");
    for (text, code) in [(written, Code::PlaceholderText), (old, Code::StatementOld)] {
        let found = two.clone().and(SITE, &text).check();
        let codes: Vec<Code> = found.diagnostics.iter().map(|found| found.code).collect();
        assert!(codes.contains(&code), "{codes:?}");
    }
}

#[test]
fn a_statement_of_a_region_that_is_not_there_is_told() {
    let built = Project::new().and(SITE, STATEMENT).pages();
    let place = (Code::StatementWithoutRegion, SITE.to_string(), 4, 1);
    assert_eq!(built.places(), [place], "{:?}", built.told());
    assert!(built.told()[0].contains(BOTKYRKA));
}

#[test]
fn shared_pages_are_in_the_only_municipality_alone() {
    let built = Project::new().with("content/_shared/pages/gemensam.md", PAGE_TEXT).pages();
    assert!(built.has("botkyrka/gemensam/index.html") && !built.has("gemensam/index.html"));
}
