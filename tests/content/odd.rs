//! What looks right to who writes it and cannot be: rows that are too long, numbers that cannot be called, addresses that nobody reaches,
//! words in braces that are not filled in.

use fcsite::base::Code;

use super::project::{FITTJA, NEWS, Project};

fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: En hälsning.\n---\n\n{text}\n"))
}

/// The codes of these that a check finds, and the words of each that are named so.
fn found(project: &Project, code: Code, word: &str) -> Vec<String> {
    let all = project.check().diagnostics;
    let mine = all.iter().filter(|found| found.code == code);
    mine.map(|found| found.word(word).unwrap_or_default().to_string()).collect()
}

#[test]
fn a_row_with_more_cells_than_its_table_has_columns_is_told_with_what_is_lost() {
    let lost = |table: &str| found(&body(table), Code::CellsLost, "cell");
    let head = "| Namn | Telefon |\n|---|---|\n";
    assert_eq!(lost(&format!("{head}| Åsa | Förskollärare | 1177 |\n")), ["1177"]);
    assert_eq!(lost(&format!("{head}| Åsa | Förskollärare | a | b\n")), ["a | b"]);
    assert_eq!(lost(&format!("{head}| Åsa | 1177 |\n| Eva \\| Per | 1177 |\n| Åsa | 1177 | |\n")), [""; 0]);
    assert_eq!(lost("Namn | Telefon\n---|---\nÅsa | lärare | 1177\n"), ["1177"]);
    // A table in a list, and two tables.
    assert_eq!(
        lost(&format!("- Så:\n\n  {}  | a | b | c |\n", head.replace('\n', "\n  ").trim_end_matches(' ')))
            .len(),
        1
    );
    assert_eq!(lost(&format!("{head}| a | b |\n\n| X |\n|---|\n| a | b |\n")), ["b"]);
}

#[test]
fn a_row_of_dashes_is_proposed_with_as_many_columns_as_the_heading_has() {
    let proposed = |text: &str| found(&body(text), Code::MarksShown, "instead");
    assert_eq!(proposed("| A | B | C | D |\n|---|---|\n| 1 | 2 | 3 | 4 |"), ["|---|---|---|---|"]);
}

#[test]
fn what_looks_like_a_number_and_cannot_be_called_is_told() {
    let odd = |text: &str| found(&body(text), Code::OddNumber, "number");
    assert_eq!(odd("Ring 06018 10 20 i dag."), ["06018 10 20"]);
    assert_eq!(odd("Ring 060-19 20 3O."), ["060-19 20 3O"]);
    assert_eq!(odd("[Ring oss](tel:0601920)"), ["0601920"]);
    assert_eq!(odd("[Ring](tel:112) eller [ring](tel:+46850000000), 1177, 08-530 610 00"), [""; 0]);
    let notice = Project::new().and(FITTJA, "notices: [{title: Hej, body: 'Ring 06018 10 20'}]\n");
    assert_eq!(found(&notice, Code::OddNumber, "number"), ["06018 10 20"]);
    let off = body("Ring 06018 10 20.").and(super::project::BOTKYRKA, "checks: {off: [FC0249]}\n");
    assert_eq!(found(&off, Code::OddNumber, "number"), [""; 0]);
}

#[test]
fn a_number_is_one_however_a_word_processor_or_a_habit_writes_it() {
    for number in ["060 – 19 20 30", "060 - 19 20 30", "060- 19 20 30", "060.19.20.30", "060–19 20 30"] {
        let built = body(&format!("Ring {number} i dag.")).pages();
        let page = built.page("botkyrka/nyheter/2026-01-10-hej/index.html");
        assert!(page.contains("tel:+4660192030"), "{number}");
    }
    for other in ["kl. 09.00-12.00", "den 08.12.2026", "08 – 12", "rum 045.12", "0915 – 1030"] {
        let built = body(&format!("Vi ses {other} i dag.")).pages();
        assert!(!built.page("botkyrka/nyheter/2026-01-10-hej/index.html").contains("tel:+"), "{other}");
    }
}

#[test]
fn an_address_that_nobody_reaches_is_told() {
    let odd = |text: &str| found(&body(text), Code::OddAddress, "kind");
    for (target, kind) in [
        ("https://https://sundsvall.se", "twice"),
        ("https://htps://sundsvall.se", "twice"),
        ("https://www.sundsvall,se", "sign"),
        ("http://sundsvall", "dot"),
        ("mailto:asa@sundsvall", "mail"),
        ("mailto:åsa", "mail"),
    ] {
        assert_eq!(odd(&format!("Läs om [lek och sång]({target}).")), [kind], "{target}");
    }
    for right in [
        "https://www.sundsvall.se/a,b",
        "https://sundsvall.se:8080/",
        "https://web.archive.org/web/2026/https://sundsvall.se",
        "mailto:asa@sundsvall.se?subject=Hej",
    ] {
        assert_eq!(odd(&format!("Läs om [lek och sång]({right}).")), [""; 0], "{right}");
    }
}

#[test]
fn words_in_braces_that_are_not_filled_in_are_told() {
    let left = |text: &str| found(&body(text), Code::MarksShown, "kind");
    assert_eq!(left("Ring {telefon fittja."), ["fill"]);
    assert_eq!(left("Ring {{adress fittja}} nu."), ["fill"]);
    assert_eq!(left("[Kom hit]({adress fittja})"), ["filled"]);
    assert_eq!(left("Kom till {adress fittja} nu."), [""; 0]);
}
