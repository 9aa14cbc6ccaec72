//! All that is wrong is told at once: every fault, in order, none twice, and no echo of one in another.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, NEWS, NEWS_TEXT, PAGE, Project, SITE};

#[test]
fn twenty_five_faults_in_eight_files_are_told_in_one_run_in_order_and_once() {
    let english = NEWS_TEXT.replace("lead: En hälsning.", "lead: x\ncategori: y\nexpires: 2026-01-01");
    let project = Project::new()
        .with(SITE, "title: ''\nbase_url: prov.example\norganisation: R\nlanguages: [sv, en, xx]\ntheme: bas\n")
        .with(BOTKYRKA, "name: Botkyrka\ncode: 127\ncontact: {phone: 1, email: a}\nnavigation: [{title: x, page: omm}]\n")
        .with(
            FITTJA,
            "status: opne
address: {city: Norsborg, postal_code: 14561}
services:
  - kind: child_healt
  - kind: open_preschool
    phone: växel
geo: {lat: 17.8, lon: 59.2}
hours: {måndog: 9-12, friday: 12-9}
images: [{src: images/finns-inte.png, alt: x}]
",
        )
        .with("content/botkyrka/centres/tullinge.yaml", "name: \"Tullinge\nstatus: open\n")
        .with(NEWS, "---\ntitle: Hej\ncentres: [fittja, tulinge, tullinge]\nupdated: 2020-01-01\n---\n\nSe [den](../pages/nej.md).\n\n# Ett\n")
        .with("content/botkyrka/news/2026-01-10-hej.en.md", english)
        .with(PAGE, "Om oss\n")
        .with("content/botkyrka/bilder/x.png", "");
    let built = project.build();
    let file = |path: &str, places: &[(Code, usize, usize)]| {
        places
            .iter()
            .map(|(code, line, column)| (*code, path.to_string(), *line, *column))
            .collect::<Vec<_>>()
    };
    let expected = [
        file("content/botkyrka/bilder/x.png", &[(Code::StrayFile, 0, 0)]),
        file(
            FITTJA,
            &[
                (Code::MissingField, 1, 1),
                (Code::UnknownValue, 1, 9),
                (Code::MissingField, 2, 11),
                (Code::UnknownValue, 4, 11),
                (Code::BadPhone, 6, 12),
                (Code::SwappedCoordinates, 7, 6),
                (Code::BadDay, 8, 9),
                (Code::IntervalReversed, 8, 31),
                (Code::NoSuchImage, 9, 16),
            ],
        ),
        file("content/botkyrka/centres/tullinge.yaml", &[(Code::YamlSyntax, 1, 7)]),
        file(BOTKYRKA, &[(Code::NoAccessibilityStatement, 0, 0)]),
        file(
            BOTKYRKA,
            &[
                (Code::BadMunicipalityCode, 2, 7),
                (Code::BadPhone, 3, 18),
                (Code::BadEmail, 3, 28),
                (Code::NoSuchPage, 4, 31),
            ],
        ),
        file(
            "content/botkyrka/news/2026-01-10-hej.en.md",
            &[(Code::UnknownField, 4, 1), (Code::EndsBeforeDate, 5, 10)],
        ),
        file(
            NEWS,
            &[
                (Code::MissingField, 2, 1),
                (Code::NoSuchCentre, 3, 19),
                (Code::UpdatedBeforeDate, 4, 10),
                (Code::BrokenLink, 7, 10),
                (Code::HeadingLevelOne, 9, 1),
            ],
        ),
        file(PAGE, &[(Code::NoFrontMatter, 1, 1)]),
        file(
            SITE,
            &[
                (Code::EmptyText, 1, 8),
                (Code::BadWebAddress, 2, 11),
                (Code::BadLanguage, 4, 21),
                (Code::NoSuchTheme, 5, 8),
            ],
        ),
    ];
    let expected: Vec<_> = expected.concat();
    assert!(expected.len() >= 25);
    assert_eq!(built.places(), expected, "\n{}", built.told().join("\n"));
    let mut told = built.told();
    told.dedup();
    assert_eq!(told.len(), expected.len(), "none is told twice");
    assert_eq!(built.files().count(), 0, "nothing is made");
}

#[test]
fn a_field_that_is_missing_hides_no_fault_in_a_field_of_the_same_name_elsewhere() {
    let notices = "notices:\n  - title: ''\n  - body: x\n";
    let built = Project::new().and(FITTJA, notices).build();
    assert_eq!(built.codes(), [Code::EmptyText, Code::MissingField], "{:?}", built.told());
}

#[test]
fn a_site_that_cannot_be_read_hides_nothing_and_makes_no_echo() {
    let built = Project::new().with(SITE, "title: \"x\n").and(FITTJA, "phone: 1\n").build();
    assert_eq!(built.codes(), [Code::BadPhone, Code::YamlSyntax], "{:?}", built.told());
    let built = Project::new().with(BOTKYRKA, "name: \"x\n").and(PAGE, "\n[x](nej.md)\n").build();
    assert_eq!(built.codes(), [Code::YamlSyntax, Code::BrokenLink], "{:?}", built.told());
}

#[test]
fn what_refers_to_a_broken_file_is_not_at_fault_as_well() {
    let referring = NEWS_TEXT.replace("lead:", "centres: [fittja]\nrelated: [2026-01-10-hej]\nlead:")
        + "\n[x](../centres/fittja.yaml) [y](2026-01-10-hej.md) [z](../pages/om.md)\n";
    let project = Project::new().with("content/botkyrka/news/2026-02-01-x.md", referring);
    for broken in [FITTJA, NEWS, PAGE] {
        let bytes = [project.bytes(broken), b"\xff"].concat();
        let built = project.clone().with(broken, bytes).build();
        assert_eq!(built.codes(), [Code::NotUtf8], "{broken}: {:?}", built.told());
    }
}

#[test]
fn a_value_that_cannot_be_read_is_not_missing() {
    for (old, new) in [
        ("address: {street: Fittja Torg 19}", "address: [Fittja]"),
        ("reviewed: 2026-11-01", "reviewed: i våras"),
        ("reviewed: 2026-11-01", "geo: {lat: x, lon: 17.8}\nreviewed: 2026-11-01"),
        ("kind: open_preschool", "kind: open_preschol\ntype: family_centre_like"),
        ("reviewed: 2026-11-01", "exceptions: [{from: 2026-12-01, closed: kanske}]\nreviewed: 2026-11-01"),
        ("reviewed: 2026-11-01", "images: [{src: images/lek.png, alt: [x]}]\nreviewed: 2026-11-01"),
    ] {
        let built = Project::new().but(FITTJA, old, new).build();
        assert_eq!(built.codes().len(), 1, "{new}: {:?}", built.told());
    }
    let built =
        Project::new().with(BOTKYRKA, "name: B\ncode: \"0127\"\naccessibility_statement: ja\n").build();
    assert_eq!(built.codes(), [Code::WrongType], "{:?}", built.told());
}
