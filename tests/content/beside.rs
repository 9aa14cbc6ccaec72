//! What went to the wrong house without a word, what slipped in tables, menus and headings, and what was told beside what matters.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, NEWS, PAGE, Project, SITE, place_of, told};
use super::said::{only, swedish};

const ALBY: &str = "content/botkyrka/centres/alby.yaml";
const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n";

/// Two centres: Fittja (610 00, BVC 610 30) and Alby (620 00, BVC 620 30), in streets of their own.
fn two() -> Project {
    let fittja = FITTJA_TEXT.replace("child_health\n", "child_health\n    phone: 08-530 610 30\n")
        + "phone: 08-530 610 00\nemail: fittja@botkyrka.se\n";
    let alby = fittja
        .replace("name: Fittja", "name: Alby")
        .replace("Fittja Torg 19", "Albyvägen 3")
        .replace("530 61", "530 62")
        .replace("fittja@", "alby@");
    Project::new().with(FITTJA, fittja).with(ALBY, alby)
}

/// One whose form for reports is no made-up address.
fn named() -> Project {
    Project::new().but(BOTKYRKA, "https://form.example", "https://botkyrka.se")
}

fn news(more: &str, text: &str) -> Project {
    two().with(NEWS, format!("{FRONT}{more}---\n\n{text}\n"))
}

fn page(title: &str, text: &str) -> Project {
    two().with(PAGE, format!("---\ntitle: {title}\n---\n\n{text}\n"))
}

#[test]
fn a_number_that_one_other_house_has_too_is_asked_about_once_a_file() {
    only(&two(), &[]);
    let copy = Code::CentreCopied;
    // The house's own, a service's, and both: the file that comes later is asked about, at the first of them.
    let house = two().but(ALBY, "620 00", "610 00");
    only(&house, &[(copy, &["08-530 610 00", "alby.yaml"])]);
    only(&two().but(ALBY, "620 30", "610 30"), &[(copy, &["08-530 610 30"])]);
    let both = house.clone().but(ALBY, "620 30", "610 30");
    let found = only(&both, &[(copy, &["08-530 610 00, 08-530 610 30"])]);
    assert_eq!(place_of(&found[0]).2, 9, "{}", told(&found[0]));
    // What all of the municipality has, or three of its houses, is nobody's; nor is what stands in one house.
    only(&house.clone().and(BOTKYRKA, "contact: {phone: 08-530 610 00}\n"), &[]);
    let third =
        FITTJA_TEXT.replace("Fittja", "Tumba").replace("Torg 19", "Torg 3") + "phone: 08-530 610 00\n";
    only(&house.clone().with("content/botkyrka/centres/tumba.yaml", third), &[]);
    let neighbours = house.clone().but(ALBY, "Albyvägen 3", "Fittja Torg 19");
    assert!(neighbours.check().diagnostics.iter().all(|found| found.code != copy));
    only(&house.and(FITTJA, "checks: {off: [FC0243]}\n"), &[]);
}

#[test]
fn words_in_braces_for_another_house_than_the_texts_are_told_with_the_right_ones() {
    let other = Code::PhoneOfAnother;
    let fittja = "centres: [fittja]\n";
    only(
        &news(fittja, "Ring {telefon alby/bvc}."),
        &[(other, &["{telefon alby/bvc}", "{telefon fittja/bvc}"])],
    );
    only(&news(fittja, "Ring {telefon botkyrka/alby}."), &[(other, &["{telefon fittja}"])]);
    only(&news(fittja, "Vi finns på {adress alby}."), &[(other, &["{adress fittja}"])]);
    // Twice is once, and what the text names belongs there.
    only(&news(fittja, "Ring {telefon alby} eller {e-post alby}."), &[(other, &[])]);
    only(&news(fittja, "I Alby ringer du {telefon alby}."), &[]);
    only(&news(fittja, "Albys sköterska: {telefon alby/bvc}."), &[]);
    only(&news("centres: [alby, fittja]\n", "Ring {telefon alby}."), &[]);
    only(&news("", "Ring {telefon alby}."), &[]);
    // In a lead, and in the house's own file.
    let lead = news(fittja, "Text.").but(NEWS, "En hälsning.", "Ring {telefon alby}.");
    only(&lead, &[(other, &["{telefon fittja}"])]);
    let notice = "notices:\n  - title: Ny dörr\n    body: Ring {telefon alby}.\n";
    only(&two().and(FITTJA, notice), &[(other, &["{telefon fittja}"])]);
}

#[test]
fn a_page_or_a_part_of_one_that_is_called_after_a_house_is_about_it() {
    let other = Code::PhoneOfAnother;
    let staff = |text: &str| page("Personalen i Alby", text);
    only(&staff("Sjuksköterska: 08-530 610 30"), &[(other, &["08-530 610 30", "{telefon alby/bvc}"])]);
    only(&staff("Förskolan: {telefon fittja}"), &[(other, &["{telefon alby}"])]);
    only(&staff("Sjuksköterska: 08-530 620 30, {telefon alby}. I Fittja: {telefon fittja}"), &[]);
    let parts = |text: &str| {
        page("Vi som arbetar här", &format!("## Fittja\n\n{{telefon fittja}}\n\n## Alby\n\n{text}"))
    };
    only(&parts("{telefon alby}, 08-530 620 30"), &[]);
    only(&parts("{telefon fittja}"), &[(other, &["{telefon alby}"])]);
    only(&parts("### Telefon\n\nSjuksköterska: 08-530 610 30"), &[(other, &["{telefon alby/bvc}"])]);
    // The part ends where the next one begins.
    only(&parts("{telefon alby}\n\n## Alla\n\n{telefon fittja}"), &[]);
}

#[test]
fn the_number_of_a_sign_up_is_answered_with_the_services_or_none() {
    let sign_up = |given: &str, access: &str| {
        let activity = format!(
            "activities:\n  - {{id: a, title: A, day: tuesday, from: 10, to: 11, service: child_health{access}, registration: {{{given}}}}}\n"
        );
        two().and(FITTJA, &activity)
    };
    let other = Code::PhoneOfAnother;
    let found = only(&sign_up("phone: 08-530 620 30", ""), &[(other, &["08-530 610 30"])]);
    let says = swedish(&found[0]);
    assert!(!says.contains("Ring Alby") && !says.contains("ta bort telefon:"), "{says}");
    // Without a number the page shows the service's.
    for (given, access) in
        [("phone: 08-530 620 30, closes: 2027-01-08", ""), ("phone: 08-530 620 30", ", access: booking")]
    {
        let found = only(&sign_up(given, access), &[(other, &["08-530 610 30"])]);
        assert!(swedish(&found[0]).contains("ta bort telefon:"), "{}", swedish(&found[0]));
    }
    let old = sign_up("phone: 08-530 688 99, closes: 2027-01-08", "");
    only(&old, &[(Code::UnknownPhone, &["08-530 610 30", "08-530 610 00"])]);
    // The same number in a text of the same file is another matter.
    let both = old.and(FITTJA, "notices:\n  - title: Ny dörr\n    body: Ring 08-530 688 99.\n");
    only(&both, &[(Code::UnknownPhone, &[]), (Code::UnknownPhone, &[])]);
}

#[test]
fn a_number_that_was_changed_is_answered_with_the_houses_own_too() {
    let changed = news("centres: [fittja]\n", "Ring 08-530 610 00.").but(FITTJA, "610 00", "788 88");
    only(&changed, &[(Code::UnknownPhone, &["{telefon fittja/bvc}", "{telefon fittja}", "08-530 788 88"])]);
    let general = news("", "Ring 08-530 610 00.").but(FITTJA, "610 00", "788 88");
    only(&general, &[(Code::UnknownPhone, &["{telefon fittja}"])]);
}

#[test]
fn a_planning_day_of_a_house_whose_hours_stand_with_its_services_is_told_too() {
    let house = |hours: &str, day: &str| {
        let exception =
            format!("exceptions:\n  - from: {day}\n    closed: true\n    reason: Planeringsdag\n");
        Project::new()
            .but(FITTJA, "- kind: open_preschool", &format!("- kind: open_preschool\n    hours: {{{hours}}}"))
            .but(FITTJA, "- kind: child_health", "- kind: child_health\n    hours: {monday: 8-16}")
            .and(FITTJA, &exception)
            .and(BOTKYRKA, "holidays: {public: closed, eves: closed}\n")
    };
    let off = Code::PlanningDayOff;
    only(&house("tuesday: 9-12", "2027-02-21"), &[(off, &["2027-02-21"])]);
    only(&house("tuesday: 9-12", "2027-05-06"), &[(off, &["2027-05-06"])]);
    only(&house("tuesday: 9-12", "2027-02-22"), &[]);
    only(&house("sunday: 9-12", "2027-02-21"), &[]);
}

#[test]
fn a_row_of_a_table_with_a_cell_too_few_is_told_with_the_row_as_it_may_be() {
    let table = |row: &str| {
        news(
            "",
            &format!(
                "| Dag | Förskolan | Vården |\n| --- | --- | --- |\n| Måndag | 9–12 | 8–16 |\n{row}\n| Onsdag | 9–12 | 8–16 |"
            ),
        )
    };
    let broken = Code::TableRowBroken;
    only(&table("| Tisdag | 8–16 |"), &[(broken, &["| Tisdag | | 8–16 |"])]);
    only(&table("| Tisdag | | 8–16 |"), &[]);
    // A single cell is a heading among the rows.
    only(&table("| Sommar |"), &[]);
}

#[test]
fn a_menu_entry_that_is_called_like_a_page_of_every_menu_is_told() {
    let menu = |title: &str| {
        Project::new()
            .and(BOTKYRKA, &format!("navigation:\n  - title: {title}\n    url: https://botkyrka.se/x\n"))
    };
    for title in ["Nyheter", "familjecentraler", "Start"] {
        only(&menu(title), &[(Code::MenuTwice, &[title])]);
    }
    // Without activities nothing happens.
    only(&menu("Det här händer"), &[]);
    only(&menu("Nyheter från kommunen"), &[]);
}

#[test]
fn an_exception_longer_than_a_summer_is_asked_about_with_the_year_that_may_be_meant() {
    let closed = |to: &str| {
        Project::new()
            .and(FITTJA, &format!("exceptions:\n  - {{from: 2027-06-21, to: {to}, closed: true}}\n"))
    };
    only(&closed("2028-08-13"), &[(Code::LongException, &["2028-08-13", "2027-08-13", "420"])]);
    only(&closed("2027-10-18"), &[]);
    only(&closed("2027-10-19"), &[(Code::LongException, &["121"])]);
}

#[test]
fn headings_with_nothing_below_twice_or_that_were_forgotten_are_told() {
    let unclear = Code::HeadingUnclear;
    let text = |text: &str| page("Frågor och svar", text);
    only(&text("## Ett\n\n## Två\n\nText."), &[(unclear, &["Ett"])]);
    only(&text("## Ett\n\nText.\n\n## Två"), &[(unclear, &["Två"])]);
    only(&text("## Ett\n\n### Del\n\nText.\n\n## Två\n\n![Barn leker](../images/lek.png)"), &[]);
    only(&text("## Ett\n\nText.\n\n## ett\n\nMer."), &[(unclear, &["ett"])]);
    only(&text("## Fittja\n\n### Hit\n\nText.\n\n## Alby\n\n### Hit\n\nText."), &[]);
    // A news item shows its centres below the text.
    only(&news("centres: [fittja]\n", "Text.\n\n## Här finns vi"), &[]);
    let asked = |heading: &str| {
        text(&format!(
            "## Får syskon följa med?\n\nJa.\n\nVad kostar det?\nDet är gratis att komma hit.\n\n## {heading}\n\nText."
        ))
    };
    only(&asked("Hur hittar jag hit?"), &[(Code::LinesRunTogether, &["## Vad kostar det?"])]);
    only(&asked("Hitta hit"), &[]);
}

#[test]
fn a_shortcoming_without_a_reason_is_told_as_the_law_asks_for_it() {
    let issues = |more: &str| {
        Project::new().but(
            BOTKYRKA,
            "  status: fully\n",
            &format!("  status: partially\n  issues:\n    - what: En film saknar undertexter.\n{more}"),
        )
    };
    only(&issues(""), &[(Code::StatementUnclear, &["reason:"])]);
    only(&issues("      reason: Filmen är gammal.\n"), &[]);
}

#[test]
fn a_letter_in_a_number_is_a_digit_and_its_fills_are_not_told_beside_it() {
    let text = "centres: [fittja]\n";
    let number = |value: &str| {
        news(text, "Ring {telefon fittja}.").but(FITTJA, "phone: 08-530 610 00", &format!("phone: {value}"))
    };
    only(&number("08-530 610 O0"), &[(Code::BadPhone, &["08-530 610 00"])]);
    only(&number("O8-530 6l0 00"), &[(Code::BadPhone, &["08-530 610 00"])]);
    let found = only(&number("08-530 610 0X"), &[(Code::BadPhone, &["08-123 456 78"])]);
    assert!(!swedish(&found[0]).contains("08-53 06"), "{}", swedish(&found[0]));
    // A number that is right has no part in it.
    only(
        &number("08-530 610 0X").but(NEWS, "Ring {telefon fittja}.", "Ring {telefon fittja/forskola}."),
        &[(Code::BadPhone, &[]), (Code::NothingToFill, &[])],
    );
}

#[test]
fn what_is_wrong_is_told_without_what_only_follows_from_it() {
    // A period that ends before it begins covers nothing and has not passed.
    let reversed = "exceptions:\n  - {from: 2027-06-21, to: 2027-06-25, closed: true}\n  - {from: 2027-08-13, to: 2027-06-21, closed: true}\n";
    only(&Project::new().and(FITTJA, reversed), &[(Code::PeriodReversed, &[])]);
    let over = "exceptions:\n  - {from: 2026-12-21, to: 2026-01-06, closed: true}\n";
    only(&Project::new().and(FITTJA, over), &[(Code::PeriodReversed, &["2027-01-06"])]);
    // A file that cannot be read says nothing of holidays.
    let hours = "hours: {monday-friday: 9-12}\nphone: 08-530 610 00\n";
    let indent = Project::new()
        .and(FITTJA, hours)
        .and(BOTKYRKA, "contact:\n  phone: 08-530 610 01\n url: https://x.se\n");
    only(&indent, &[(Code::YamlSyntax, &[])]);
    // A slip in a field's name is no field that is missing.
    only(&Project::new().but(FITTJA, "reviewed:", "revewed:"), &[(Code::UnknownField, &["reviewed"])]);
    // A language that is none, and not the address of the original.
    let english = "content/botkyrka/news/2026-01-10-hej.eng.md";
    let text = "---\ntitle: Hello\nlead: A greeting.\n---\n\nText.\n";
    only(&Project::new().with(english, text), &[(Code::BadLanguage, &["eng"])]);
    // The second of two fields that may both be called languages.
    let site = named().and(SITE, "språk: sv\nspråkversioner: [sv, eng]\n");
    let found = only(&site, &[(Code::BadLanguage, &["eng"])]);
    assert_eq!(place_of(&found[0]).2, 5, "{}", told(&found[0]));
}

#[test]
fn advice_for_a_name_a_number_and_a_code_can_be_followed() {
    let activity = |id: &str, day: &str| {
        format!("  - {{id: {id}, title: {day}, day: {day}, from: 10, to: 11, age_months: {{max: 9}}}}\n")
    };
    let twice = format!("activities:\n{}{}", activity("a", "monday"), activity("a", "friday"));
    only(&Project::new().and(FITTJA, &twice), &[(Code::ListedTwice, &["a-2"])]);
    let weight = "navigation:\n  - {title: Om, url: https://botkyrka.se/x, weight: först}\n";
    let found = only(&Project::new().and(BOTKYRKA, weight), &[(Code::WrongType, &["1"])]);
    assert!(swedish(&found[0]).contains("Skriv ett tal"), "{}", swedish(&found[0]));
    let names = two().but(NEWS, "lead:", "centres: fittja, alby\nlead:");
    only(&names, &[(Code::WrongType, &["[fittja, alby]"])]);
    let code = |code: &str| named().and(SITE, &format!("checks: {{off: [{code}]}}\n"));
    only(&code("FC9999"), &[(Code::UnknownCode, &["FC0202"])]);
    only(&code("FC211"), &[(Code::UnknownCode, &["FC0211?"])]);
    only(&code("fc0211"), &[(Code::UnknownCode, &["FC0211?"])]);
    let alias =
        Project::new().but(NEWS, "lead:", "aliases: [\"https://prov.example/botkyrka/gammal/\"]\nlead:");
    only(&alias, &[(Code::BadAlias, &["/gammal/"])]);
}
