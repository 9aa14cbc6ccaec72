//! The accessibility statement: what the law wants on its page, the same as data, and the ways to it from every page.

use serde_json::{Value, json};

use super::project::{BOTKYRKA, Project};

const PAGE: &str = "botkyrka/tillganglighet/index.html";
const DATA: &str = "botkyrka/tillganglighet/redogorelse.json";

const WHOLE: &str = "name: Botkyrka kommun
code: \"0127\"
contact: {phone: 08-530 610 00, email: kontakt@botkyrka.example}
accessibility_statement:
  status: partially
  assessed_on: 2026-05-04
  updated_on: 2026-06-01
  method: external
  issues:
    - what: {sv: En film saknar undertexter., en: A film has no captions.}
      reason: Filmen spelades in innan lagen gällde.
      wcag: [\"1.2.2\"]
      alternative: Ring oss så berättar vi.
      fix_by: 2026-12-31
  disproportionate_burden:
    - {what: Inskannade protokoll från 1998., motivation: Ingen har läst dem på tio år.}
  out_of_scope:
    - {what: Kartan., reason: Lagen undantar kartor.}
  feedback_url: https://form.example/rapportera
";

fn project() -> Project {
    Project::new().with(BOTKYRKA, WHOLE)
}

#[test]
fn everything_that_the_law_demands_stands_on_the_page() {
    let built = project().pages();
    let page = built.page(PAGE);
    for (what, words) in [
        ("who", "Botkyrka kommun"),
        ("which service", "prov.example/botkyrka"),
        ("how far", "följer lagen delvis"),
        ("a shortcoming", "En film saknar undertexter."),
        ("its reason", "Filmen spelades in innan lagen gällde."),
        ("another way", "Ring oss så berättar vi."),
        ("when it is mended", "31 december 2026"),
        ("a burden", "Inskannade protokoll från 1998."),
        ("section 12", "12 §"),
        ("its motivation", "Ingen har läst dem på tio år."),
        ("out of scope", "Kartan."),
        ("how it was assessed", "En utomstående har granskat"),
        ("when it was assessed", "4 maj 2026"),
        ("when it was changed", "1 juni 2026"),
        ("the form", "href=\"https://form.example/rapportera\""),
        ("without a name", "Du behöver inte säga vem du är."),
        ("the authority", "href=\"https://www.digg.se/tdosanmalan\""),
    ] {
        assert!(page.contains(words), "{what}: {words}");
    }
}

#[test]
fn the_data_says_what_the_page_says_in_all_languages() {
    let built = project().pages();
    let data: Value =
        serde_json::from_slice(built.files().find(|(path, _)| *path == DATA).unwrap().1).unwrap();
    let wanted = json!({
        "organisation": {"sv": "Botkyrka kommun"},
        "website": "https://prov.example/botkyrka/",
        "statement": "https://prov.example/botkyrka/tillganglighet/",
        "law": "Lag (2018:1937) om tillgänglighet till digital offentlig service",
        "status": "partially",
        "method": "external",
        "assessed_on": "2026-05-04",
        "updated_on": "2026-06-01",
        "issues": [{
            "what": {"sv": "En film saknar undertexter.", "en": "A film has no captions."},
            "reason": {"sv": "Filmen spelades in innan lagen gällde."},
            "alternative": {"sv": "Ring oss så berättar vi."},
            "wcag": ["1.2.2"],
            "fix_by": "2026-12-31",
        }],
        "disproportionate_burden": [{
            "what": {"sv": "Inskannade protokoll från 1998."},
            "motivation": {"sv": "Ingen har läst dem på tio år."},
        }],
        "out_of_scope": [{"what": {"sv": "Kartan."}, "reason": {"sv": "Lagen undantar kartor."}}],
        "feedback_url": "https://form.example/rapportera",
        "supervision": {
            "name": "Myndigheten för digital förvaltning",
            "url": "https://www.digg.se/tdosanmalan",
        },
    });
    assert_eq!(data, wanted);
    let link =
        "<link rel=\"alternate\" type=\"application/json\" href=\"../tillganglighet/redogorelse.json\">";
    assert!(built.page(PAGE).contains(link));
}

#[test]
fn without_a_statement_there_is_no_data_of_it_and_the_page_says_so() {
    let built = Project::new().with(BOTKYRKA, "name: Botkyrka kommun\ncode: \"0127\"\n").pages();
    assert!(!built.has(DATA));
    assert!(built.page(PAGE).contains("Vi har inte granskat webbplatsen än."));
}

#[test]
fn every_page_leads_to_the_statement_and_to_the_form() {
    let form = "https://form.example";
    let built = project()
        .region()
        .but("content/site.yaml", &format!("{form}/rapportera"), &format!("{form}/region"))
        .pages();
    let pages: Vec<(&str, &[u8])> =
        built.files().filter(|(path, _)| path.ends_with(".html") && !path.starts_with("nacka/")).collect();
    assert!(pages.len() > 12, "{}", pages.len());
    for (path, bytes) in pages {
        let html = String::from_utf8_lossy(bytes);
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let form = if path.starts_with("botkyrka/") { "rapportera" } else { "region" };
        assert!(html.contains("tillganglighet/\""), "{path}");
        assert!(html.contains(&format!("href=\"https://form.example/{form}\"")), "{path}");
    }
}

#[test]
fn a_statement_that_is_older_than_a_year_is_told_by_the_clock_of_the_build() {
    use fcsite::base::Code;
    let codes = |day: &str| {
        let found = project().but(BOTKYRKA, "2026-12-31", "2028-12-31").on(day).check().diagnostics;
        found.iter().filter(|found| found.code == Code::StatementOld).count()
    };
    assert_eq!(codes("2027-06-01"), 0);
    assert_eq!(codes("2027-06-02"), 1);
}
