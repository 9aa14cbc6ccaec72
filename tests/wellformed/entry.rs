//! What no text may hold is told at its place, alone, by whatever way it comes in.

use fcsite::base::{Code, SourcePath};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE, told};

/// The valid project with a text in which `¶` stands before what is to be told; and the number of the character.
struct Case {
    file: &'static str,
    text: String,
    character: &'static str,
}

fn case(file: &'static str, text: impl Into<String>, character: &'static str) -> Case {
    Case { file, text: text.into(), character }
}

fn news(title: &str, body: &str) -> String {
    format!("---\ntitle: {title}\nlead: En hälsning.\n---\n\n{body}\n")
}

fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for Case { file, text, character } in cases {
        let (before, after) = text.split_once('¶').unwrap_or_else(|| panic!("{text:?} has no mark"));
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap().chars().count() + 1;
        let project = Project::new().with(file, format!("{before}{after}"));
        let found = project.build().report.diagnostics;
        let place =
            found.first().and_then(|found| found.place.as_ref()).map(|place| (place.line, place.column));
        let is_right = found.len() == 1
            && found[0].code == Code::ControlCharacter
            && found[0].file.as_ref().map(SourcePath::as_str) == Some(*file)
            && place == Some((line, column))
            && found[0].word("character") == Some(*character);
        if !is_right {
            let told: Vec<String> = found.iter().map(told).collect();
            wrong.push(format!(
                "{file} {text:?}: expected {line}:{column} {character}\n    {}",
                told.join("\n    ")
            ));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

const ESCAPES: [(&str, &str); 16] = [
    ("\\0", "0000"),
    ("\\x01", "0001"),
    ("\\a", "0007"),
    ("\\b", "0008"),
    ("\\v", "000B"),
    ("\\f", "000C"),
    ("\\x10", "0010"),
    ("\\e", "001B"),
    ("\\u001f", "001F"),
    ("\\x7f", "007F"),
    ("\\N", "0085"),
    ("\\x9b", "009B"),
    ("\\uFDD0", "FDD0"),
    ("\\uFFFE", "FFFE"),
    ("\\uFFFF", "FFFF"),
    ("\\U0010FFFE", "10FFFE"),
];

#[test]
fn an_escape_of_yaml_is_told_in_every_file() {
    let mut cases = Vec::new();
    for (escape, character) in ESCAPES {
        cases.push(case(NEWS, news(&format!("\"Å \\\\ T¶{escape}x\""), "Text."), character));
        cases.push(case(NEWS, news(&format!("Hej\ncategory: \"K¶{escape}\""), "Text."), character));
        cases.push(case(PAGE, format!("---\ntitle: \"¶{escape}\"\n---\n\nText.\n"), character));
        cases.push(case(
            FITTJA,
            format!(
                "name: {{sv: Fittja, ar: \"¶{escape}\"}}\nstatus: open\naddress: {{street: Torget 1}}\nservices: [{{kind: child_health}}]\n\
                 reviewed: 2026-11-01\n"
            ),
            character,
        ));
        cases.push(case(
            SITE,
            format!("title: \"F¶{escape}\"\nbase_url: https://prov.example\norganisation: Region Prov\n"),
            character,
        ));
    }
    let municipality = std::str::from_utf8(Project::new().bytes(BOTKYRKA)).unwrap().to_string();
    for more in [
        "notices: [{title: \"¶\\e\", until: 2026-12-01}]\n",
        "contact: {phone: \"08-1¶\\e\"}\n",
        "contact: {email: \"a¶\\e@b.se\"}\n",
        "contact: {url: \"https://a.example/¶\\e\"}\n",
    ] {
        cases.push(case(BOTKYRKA, format!("{municipality}{more}"), "001B"));
    }
    check(&cases);
}

#[test]
fn a_reference_of_markdown_is_told_and_one_in_code_is_not() {
    let text = |body: &str, character| case(NEWS, news("Hej", body), character);
    check(&[
        text("Å ¶&#16; nu.", "0010"),
        text("Å ¶&#x1B; nu.", "001B"),
        text("Å ¶&#X1b; nu.", "001B"),
        text("Å ¶&#xFFFE; nu.", "FFFE"),
        text("Å ¶&#65535; nu.", "FFFF"),
        text("Å ¶&#128; nu.", "0080"),
        text("Å ¶&#0; nu.", "0000"),
        text("Å ¶&#xD800; nu.", "D800"),
        text("Å ¶&#x110000; nu.", "110000"),
        text("## Rubrik ¶&#16;", "0010"),
        text("- punkt **¶&#16;**", "0010"),
        text("| Dag |\n|---|\n| ¶&#16; |", "0010"),
        text("[länk ¶&#16; här](https://a.example)", "0010"),
        text("[länk](https://a.example \"¶&#16;\")", "0010"),
        text("Se [sidan][1].\n\n[1]: https://a.example '¶&#16;'", "0010"),
        text("```text¶&#16;\nkod\n```", "0010"),
        text("Å[^1].\n\n[^1]: Not ¶&#16;.", "0010"),
        text("`&#16;` och ¶&#17;", "0011"),
    ]);
    for body in
        ["`&#16;`", "    &#16;", "```\n&#16;\n```", "\\&#16;", "&#16", "&#9;&#10;&#160;&#233;&#x1F600;"]
    {
        let built = Project::new().with(NEWS, news("Hej", &format!("Å.\n\n{body}"))).build();
        assert!(!built.codes().contains(&Code::ControlCharacter), "{body}: {:?}", built.told());
    }
}

#[test]
fn a_reference_in_the_text_of_a_notice_is_told_at_its_field() {
    let project = Project::new()
        .and(FITTJA, "notices:\n  - title: Obs\n    body: \"Ring &#16; oss\"\n    until: 2026-12-01\n");
    let built = project.build();
    assert_eq!(built.codes(), [Code::ControlCharacter], "{:?}", built.told());
    assert_eq!(built.places()[0].2, 10);
}

#[test]
fn a_character_as_it_is_is_told_in_every_kind_of_file() {
    let mut cases = Vec::new();
    for (raw, character) in [
        ("\u{1}", "0001"),
        ("\u{1b}", "001B"),
        ("\u{7f}", "007F"),
        ("\u{85}", "0085"),
        ("\u{9b}", "009B"),
        ("\u{fdd0}", "FDD0"),
        ("\u{fffe}", "FFFE"),
        ("\u{1ffff}", "1FFFF"),
    ] {
        cases.push(case(NEWS, news(&format!("Åh ¶{raw}"), "Text."), character));
        cases.push(case(NEWS, news("Hej", &format!("Åh ¶{raw}")), character));
        cases.push(case(
            SITE,
            format!("title: F¶{raw}\nbase_url: https://prov.example\norganisation: R\n"),
            character,
        ));
    }
    check(&cases);
}

#[test]
fn a_theme_cannot_bring_one_in() {
    let theme = || {
        Project::new()
            .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
            .and(BOTKYRKA, "theme: prov\n")
    };
    assert!(!theme().build().report.has_errors());
    for (file, text, place) in [
        ("themes/prov/words/sv.yaml", "read_more: \"a\\e\"\n", (1, 14)),
        ("themes/prov/words/sv.yaml", "read_more: a\u{1b}\n", (1, 13)),
        ("themes/prov/words/sv.yaml", "read_more: a\u{fffe}\n", (1, 13)),
        ("themes/prov/templates/404.html", "{% extends \"base/404.html\" %}\n{# å \u{1b} #}", (2, 6)),
        ("themes/prov/assets/extra.css", "a{}\nb{content:\"\u{1}\"}", (2, 12)),
        ("themes/prov/assets/x.svg", "<svg>\u{fffe}</svg>", (1, 6)),
        ("themes/prov/theme.yaml", "name: \"\\e\"\nextends: base\n", (1, 8)),
        ("themes/prov/theme.yaml", "name: a\u{1b}\nextends: base\n", (1, 8)),
    ] {
        let built = theme().with(file, text).build();
        let found = built.places();
        let (line, column) = place;
        assert!(
            found.contains(&(Code::ControlCharacter, file.to_string(), line, column)),
            "{file}: {:?}",
            built.told()
        );
    }
}

#[test]
fn a_file_full_of_them_is_told_and_takes_no_time() {
    let many = "\\e".repeat(100_000);
    let lines: String = (0..20_000).map(|index| format!("k{index}: \"\\e\"\n")).collect();
    let references = "&#16; ".repeat(100_000);
    for text in [
        news(&format!("\"{many}\""), "Text."),
        format!("---\n{lines}---\n\nText.\n"),
        news("Hej", &references),
        news("Hej", &"[a](b \"&#16;\") ".repeat(20_000)),
        news("Hej", &format!("{}\n\n[1]: https://a.example '&#16;'", "[a][1] ".repeat(20_000))),
        news("Hej", &format!("{}\n", "&#1".repeat(300_000))),
    ] {
        let found = Project::new().with(NEWS, text).build().report.diagnostics;
        assert!(found.iter().filter(|found| found.code == Code::ControlCharacter).count() <= 200);
    }
}
