//! Links: texts that say nothing, addresses in running text, and finished pages that lead nowhere, each told where it stands.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

use fcsite::base::{Code, Diagnostic, Fingerprint, SourcePath};
use fcsite::input::{InputError, InputFault, InputFolder, Inputs};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Place, Project, SITE, place_of, told};

const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";
const OTHER: &str = "content/botkyrka/pages/annan.md";
const NOWHERE: &str = "../centres/fittja.yaml#finns-inte";

fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("{FRONT}{text}\n"))
}

/// What is found in a body: codes and the words that are marked.
fn found(text: &str) -> Vec<(Code, String)> {
    let marked = |found: &Diagnostic| {
        let place = found.place.as_ref().unwrap_or_else(|| panic!("{} has no place", told(found)));
        (found.code, place.text.chars().skip(place.column - 1).take(place.width).collect())
    };
    body(text).check().diagnostics.iter().map(marked).collect()
}

fn check_all(code: Code, cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let expected: Vec<(Code, String)> =
            expected.iter().map(|words| (code, (*words).to_string())).collect();
        assert_eq!(found(text), expected, "{text}");
    }
}

fn page(title: &str, text: &str) -> String {
    format!("---\ntitle: {title}\n---\n\n## Vilka\n\n{text}\n")
}

/// The places of what is told of links on finished pages.
fn nowhere(project: &Project) -> Vec<Place> {
    let broken = project.check().diagnostics;
    broken.iter().filter(|found| found.code == Code::PageLinkBroken).map(place_of).collect()
}

#[test]
fn a_link_without_text_is_told_and_one_that_is_a_picture_is_not() {
    check_all(
        Code::VagueLinkText,
        &[
            ("Se [](https://a.example) här.", &["[](https://a.example)"]),
            ("Se [ ](../pages/om.md) här.", &["[ ](../pages/om.md)"]),
            ("Se [<!-- x -->](../pages/om.md) här.", &["[<!-- x -->](../pages/om.md)"]),
            (
                "[![dekorativ](../images/lek.png)](https://a.example)",
                &["[![dekorativ](../images/lek.png)](https://a.example)"],
            ),
            ("[![Lekparken](../images/lek.png)](https://a.example)", &[]),
            ("[`kod`](https://a.example)", &[]),
            ("<info@a.example>", &[]),
        ],
    );
    let told = told(&body("Se [](https://a.example).").check().diagnostics[0]);
    assert!(told.contains("The link to https://a.example has no text"), "{told}");
}

#[test]
fn a_text_that_points_to_the_link_alone_says_nothing() {
    let link = |text: &str| format!("Se [{text}](../pages/om.md).");
    for text in [
        "på denna länk",
        "via länken",
        "Via den här länken",
        "hemsidan",
        "till hemsidan",
        "läs mer på webbplatsen",
        "läs mer om detta",
        "Läs mer om det här",
        "klicka här för mer information",
        "klicka på länken",
        "följ länken »",
        "read more about this",
        "on this page",
    ] {
        assert_eq!(found(&link(text)), [(Code::VagueLinkText, text.to_string())], "{text}");
    }
    for text in [
        "Om webbplatsen",
        "Botkyrkas hemsida",
        "Läs mer om detta projekt",
        "Till familjecentralen",
        "På Storgatan",
        "Öppna förskolan",
        "Se öppettiderna",
        "Information om vaccin",
        "Via Appia",
        "1177",
    ] {
        assert_eq!(found(&link(text)), [], "{text}");
    }
}

#[test]
fn the_name_of_a_server_is_an_address_but_for_those_that_are_names() {
    check_all(
        Code::AddressAsLinkText,
        &[
            ("[familj.se](https://familj.se)", &["familj.se"]),
            ("[Familj.se](https://www.familj.se/)", &["Familj.se"]),
            ("[familj.se/kurser](https://familj.se/kurser)", &["familj.se/kurser"]),
            ("[familj.se](https://familj.se/kurser?x#y)", &["familj.se"]),
            ("[WWW.Familj.se](https://familj.se)", &["WWW.Familj.se"]),
            // A name that people know, as long as it says where the link leads.
            ("[1177.se](https://www.1177.se)", &[]),
            ("[Krisinformation.se](https://www.krisinformation.se/)", &[]),
            ("[1177.se](https://www.1177.se/Stockholm/vaccin/)", &["1177.se"]),
            ("[1177.se/vaccin](https://www.1177.se/vaccin)", &["1177.se/vaccin"]),
            ("[familj.se om vaccin](https://familj.se)", &[]),
            ("[Om node.js](https://node.js)", &[]),
        ],
    );
    let navigation = |title: &str, url: &str| {
        let more = format!("navigation:\n  - {{title: {title}, url: \"{url}\"}}\n");
        Project::new().and(BOTKYRKA, &more).check().diagnostics.iter().map(place_of).collect::<Vec<_>>()
    };
    let place = (Code::AddressAsLinkText, BOTKYRKA.to_string(), 10, 13);
    assert_eq!(navigation("familj.se", "https://familj.se/x"), [place]);
    assert_eq!(navigation("1177.se", "https://www.1177.se"), []);
    assert_eq!(navigation("familj.se", "https://annan.example"), []);
}

#[test]
fn an_address_in_running_text_is_told_once_however_it_begins() {
    check_all(
        Code::AddressAsLinkText,
        &[
            ("Läs på www.kommun.se/familj, tack.", &["www.kommun.se/familj"]),
            ("(Www.kommun.se)", &["Www.kommun.se"]),
            ("HTTPS://A.example!", &["HTTPS://A.example"]),
            ("https://a.example/?u=http://b.example/x", &["https://a.example/?u=http://b.example/x"]),
            ("https://a.example/?u=www.b.example/x", &["https://a.example/?u=www.b.example/x"]),
            ("Fliken www. och info@www.kommun.se och mapp/www.kommun.se", &[]),
            ("Alla adresser börjar med http:// eller www.", &[]),
            ("[Familjer på www.kommun.se](https://a.example) och `www.kommun.se`", &[]),
            ("[Läs www.a.example och **www.b.example** nu](../pages/om.md)", &[]),
        ],
    );
    let told = told(&body("Läs på www.kommun.se/familj.").check().diagnostics[0]);
    assert!(told.contains("without words about what is there: www.kommun.se/familj"), "{told}");
    assert!(told.contains("](https://www.kommun.se/familj)"), "{told}");
}

/// Each address was once looked through to the end of the text: this took a minute and a half.
#[test]
fn a_text_of_nothing_but_addresses_is_told_in_short() {
    let long = "http://".repeat(20_000);
    let findings = body(&long).check();
    assert_eq!(findings.diagnostics.len(), 1);
    let words = told(&findings.diagnostics[0]);
    assert!(words.len() < 600 && words.contains('…'), "{} bytes: {}", words.len(), &words[..600]);
    // As the text of a link too, and with many links before.
    let links = "[Oss](om.md). ".repeat(2_000);
    let findings =
        Project::new().with(PAGE, page("Om oss", &format!("{links} [{long}](https://a.example)"))).check();
    assert_eq!(findings.diagnostics.len(), 1);
    assert!(told(&findings.diagnostics[0]).len() < 600);
}

#[test]
fn the_texts_of_a_notice_are_looked_at_in_each_language() {
    let more = "notices:
  - title: Nytt
    body:
      sv: Läs på [sidan om tider](https://a.example).
      en: Read on [this page](https://a.example).
    links:
      - title: {sv: Tiderna, en: here}
        url: https://a.example
";
    let project = Project::new().but(SITE, "base_url", "languages: [sv, en]\nbase_url").and(FITTJA, more);
    let vague = |line, column| (Code::VagueLinkText, FITTJA.to_string(), line, column);
    assert_eq!(
        project.check().diagnostics.iter().map(place_of).collect::<Vec<_>>(),
        [vague(12, 20), vague(14, 34)]
    );
}

#[test]
fn each_text_that_leads_to_a_place_that_is_not_there_is_told_at_the_link() {
    let project = Project::new()
        .with(PAGE, page("Om oss", &format!("Se [Fittja]({NOWHERE}) och [Fittja igen]({NOWHERE}).")))
        .with(OTHER, page("En annan", &format!("Vi finns i [Fittja]({NOWHERE}).")));
    let place = |file: &str, column| (Code::PageLinkBroken, file.to_string(), 7, column);
    assert_eq!(nowhere(&project), [place(OTHER, 21), place(PAGE, 13), place(PAGE, 66)]);
}

#[test]
fn a_shared_text_that_leads_nowhere_is_told_once_and_a_notice_at_its_words() {
    let shared = "content/_shared/pages/delad.md";
    let project = Project::new()
        .with("content/salem/municipality.yaml", "name: Salems kommun\ncode: \"0128\"\n")
        .with(shared, page("Delad", "Till [början](../../site.yaml#finns-inte)."));
    assert_eq!(nowhere(&project), [(Code::PageLinkBroken, shared.to_string(), 7, 15)]);
    let notice = "notices: [{title: Nytt, body: \"Se [Fittja](centres/fittja.yaml#finns-inte).\"}]\n";
    for file in [FITTJA, BOTKYRKA] {
        let project = Project::new().and(file, notice);
        let line = String::from_utf8(project.bytes(file).to_vec()).unwrap().lines().count();
        assert_eq!(nowhere(&project), [(Code::PageLinkBroken, file.to_string(), line, 44)], "{file}");
    }
}

#[test]
fn what_a_theme_leads_to_is_told_once_and_of_no_file() {
    let layout = include_str!("../../themes/base/templates/layout.html");
    let layout = layout.replace("</main>", "<a href=\"{{ root }}borta/\">Borta</a></main>");
    let project = Project::new()
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .with("themes/prov/templates/layout.html", layout)
        .and(BOTKYRKA, "theme: prov\n");
    let findings = project.check();
    let broken: Vec<&Diagnostic> =
        findings.diagnostics.iter().filter(|found| found.code == Code::PageLinkBroken).collect();
    assert_eq!(broken.len(), 1, "{:?}", findings.diagnostics);
    assert_eq!(broken[0].file, None);
    assert!(told(broken[0]).contains("theme's templates"), "{}", told(broken[0]));
}

#[test]
fn a_finished_page_that_leads_nowhere_is_turned_off_for_a_file_a_municipality_or_the_site() {
    let off = "checks: {off: [FC0213]}\n";
    let text = page("Om oss", &format!("Se [Fittja]({NOWHERE})."));
    let files = |project: Project| -> Vec<String> {
        nowhere(&project).into_iter().map(|(_, file, _, _)| file).collect()
    };
    let base = || Project::new().with(PAGE, &*text).with(OTHER, text.replace("Om oss", "Annan"));
    assert_eq!(files(base()), [OTHER, PAGE]);
    assert_eq!(files(base().with(PAGE, text.replacen("---\n\n", &format!("{off}---\n\n"), 1))), [OTHER]);
    assert!(files(base().and(BOTKYRKA, off)).is_empty());
    assert!(files(base().and(SITE, off)).is_empty());
    assert_eq!(files(base().and(FITTJA, off)), [OTHER, PAGE]);
}

/// Counts how often each file is read.
struct Counted<'a>(&'a Project, Mutex<BTreeMap<SourcePath, usize>>);

impl Inputs for Counted<'_> {
    fn folders(&self) -> &[InputFolder] {
        self.0.folders()
    }

    fn faults(&self) -> &[InputFault] {
        self.0.faults()
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        *self.1.lock().unwrap().entry(path.clone()).or_default() += 1;
        self.0.read(path)
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.0.known_fingerprint(path)
    }
}

#[test]
fn a_picture_and_a_document_that_are_bad_are_read_once_and_told_wherever_they_are_named() {
    let text = "![Barn](../images/bad.png)\n\n[Broschyr](../files/bad.pdf)\n\n".repeat(9);
    let (picture, document) = ("content/botkyrka/images/bad.png", "content/botkyrka/files/bad.pdf");
    let project = body(&text).with(picture, "no picture").with(document, "no document");
    let counted = Counted(&project, Mutex::default());
    let found = project.check_through(&counted, false).diagnostics;
    let told = |code| {
        found
            .iter()
            .filter(|one| one.code == code)
            .map(|one| format!("{:?}", one.at))
            .collect::<BTreeSet<_>>()
    };
    assert_eq!((told(Code::BadImage).len(), told(Code::BadDocument).len()), (9, 9));
    let reads = counted.1.into_inner().unwrap();
    // Documents are read once more by the rules of `check`.
    assert_eq!([picture, document].map(|path| reads[&SourcePath::new(path)]), [1, 2]);
}

#[test]
fn links_to_other_websites_are_gathered_when_asked_for_and_no_text_is_read_again_for_them() {
    let project = body("Se [Familjer i Sverige](https://familj.example).")
        .and(FITTJA, "notices: [{title: Nytt, body: \"Se [Barn](https://barn.example).\"}]\n");
    let reads = |outside| {
        let counted = Counted(&project, Mutex::default());
        let findings = project.check_through(&counted, outside);
        assert!(findings.diagnostics.is_empty(), "{:?}", findings.diagnostics);
        let urls: Vec<String> = findings.outside.into_iter().map(|link| link.url).collect();
        (counted.1.into_inner().unwrap(), urls)
    };
    let (without, none) = reads(false);
    let (with, urls) = reads(true);
    assert!(none.is_empty(), "{none:?}");
    let own = "https://form.example/rapportera";
    assert_eq!(urls, [own, "https://barn.example", "https://familj.example"]);
    assert_eq!(with, without);
    // By the build, by the survey of all files, and to be looked at as readers meet it.
    assert_eq!(with[&SourcePath::new(NEWS)], 3);
}
