//! What was written in the wrong place or the wrong shape is told with the writer's own words, ready to be copied; and what can mean one
//! thing alone is taken.

use fcsite::base::{Code, Diagnostic};

use super::project::{BOTKYRKA, FITTJA, Project, told};
use super::said::swedish;

/// Everything that is told, in both languages, of a centre's file with more lines.
fn with(more: &str) -> Vec<Diagnostic> {
    base().and(FITTJA, more).check().diagnostics
}

/// Where every day has hours or none.
fn base() -> Project {
    let project = Project::new().and(BOTKYRKA, "holidays: {public: closed, eves: closed}\n");
    project.and(FITTJA, "phone: 08-465 004 04\n")
}

/// An activity on Tuesdays with more fields in its braces.
fn activity(more: &str) -> String {
    format!("aktiviteter:\n  - {{id: a, rubrik: A, dag: tisdag, {more}}}\n")
}

/// One thing is told, with these words in both languages.
fn tells(more: &str, code: Code, words: &[&str]) {
    let found = with(more);
    let all: Vec<String> = found.iter().map(told).collect();
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code], "{more}: {all:#?}");
    for said in words {
        assert!(swedish(&found[0]).contains(said), "{more}: {said}: {}", swedish(&found[0]));
        assert!(told(&found[0]).contains(said), "{more}: {said}: {}", told(&found[0]));
    }
}

/// What is told is mended by its own proposal.
fn mends(more: &str, code: Code) {
    let project = base().and(FITTJA, more);
    let found = project.check().diagnostics;
    assert_eq!(found.first().map(|found| found.code), Some(code), "{more}: {found:#?}");
    let path = found[0].file.clone().unwrap();
    let text = String::from_utf8(project.bytes(FITTJA).to_vec()).unwrap();
    let mended = fcsite::parse::mended(&text, &path, &found[0]).unwrap_or_else(|| panic!("{more} is left"));
    let left = project.with(FITTJA, mended.clone()).check().diagnostics;
    assert_eq!(left.iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{mended}");
}

const TIMES: &str = "från: 10, till: 11";

#[test]
fn a_time_in_one_field_is_told_as_the_two_that_it_is() {
    for word in ["tid", "tider", "kl", "Klockan", "klockslag", "öppettider", "time"] {
        tells(&activity(&format!("{word}: 10–11")), Code::UnknownField, &["från: 10.00, till: 11.00"]);
        mends(&activity(&format!("{word}: 10–11")), Code::UnknownField);
    }
    let lines = "aktiviteter:\n  - id: a\n    rubrik: A\n    dag: tisdag\n    tid: kl 10–11.30\n";
    tells(lines, Code::UnknownField, &["från: 10.00", "till: 11.30"]);
    // Two fields that are pasted as one line are no two fields.
    assert!(!swedish(&with(lines)[0]).contains("10.00, till"));
    mends(lines, Code::UnknownField);
    tells(&activity("tid: förmiddag"), Code::UnknownField, &["10.00"]);
    let english = "activities:\n  - {id: a, title: A, day: tuesday, time: 10-11}\n";
    tells(english, Code::UnknownField, &["from: 10.00, to: 11.00"]);
}

#[test]
fn fields_of_a_sign_up_and_of_weeks_are_told_where_they_belong() {
    for (wrong, right) in [
        ("fullt: ja", "anmälan: {fullt: ja}"),
        ("fullbokat: ja", "anmälan: {fullt: ja}"),
        ("telefon: 08-465 004 04", "anmälan: {telefon: 08-465 004 04}"),
        ("udda veckor: ja", "upprepas: udda veckor"),
        ("jämna veckor: ja", "upprepas: jämna veckor"),
        ("veckor: udda", "upprepas: udda veckor"),
        ("slut: 2027-05-31", "slutar: 2027-05-31"),
        ("start: 2026-11-17", "startar: 2026-11-17"),
    ] {
        let wrong = activity(&format!("{TIMES}, {wrong}"));
        tells(&wrong, Code::UnknownField, &[right]);
        mends(&wrong, Code::UnknownField);
    }
    tells(&activity("från: 10, slut: 11"), Code::UnknownField, &["till: 11.00"]);
    let there = activity(&format!("{TIMES}, anmälan: {{e-post: a@b.example}}, fullt: ja"));
    tells(&there, Code::UnknownField, &["{e-post: a@b.example, fullt: ja}"]);
    tells(&activity(&format!("{TIMES}, sommartid: 9–10")), Code::UnknownField, &[]);
    let seasons = with(&activity(&format!("{TIMES}, sommartid: 9–10")));
    assert!(swedish(&seasons[0]).contains("startar:"), "{}", swedish(&seasons[0]));
}

#[test]
fn what_belongs_to_the_whole_centre_is_moved_there_with_the_service_named() {
    let wrong = |more: &str| {
        let services = format!("services:\n  - typ: bvc\n{more}  - typ: öppen förskola\n");
        let project = Project::new().but(
            FITTJA,
            "services:\n  - kind: child_health\n  - kind: open_preschool\n",
            &services,
        );
        project.check().diagnostics
    };
    let found = wrong(
        "    avvikelser:\n      - datum: 2026-12-01\n        stängt: ja\n        orsak: \"Utbildning, hela dagen\"\n",
    );
    assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::UnknownField], "{found:#?}");
    let right = "avvikelser: [{datum: 2026-12-01, stängt: ja, orsak: \"Utbildning, hela dagen\", verksamheter: [bvc]}]";
    assert!(swedish(&found[0]).contains(right), "{}", swedish(&found[0]));
    // Doing it mends it.
    assert_eq!(with(&format!("{right}\n")), []);
    let found = wrong("    meddelanden:\n      - rubrik: Hej\n");
    assert!(swedish(&found[0]).contains("meddelanden: [{rubrik: Hej}]"), "{}", swedish(&found[0]));
    // What stands in the wrong file, or too far out.
    for (more, words) in [
        ("helgdagar: {röda dagar: öppet}\n", "municipality.yaml"),
        ("fullt: ja\n", "aktiviteter:"),
        ("udda veckor: ja\n", "aktiviteter:"),
        ("sommartider: 9–11\n", "perioder:"),
    ] {
        let found = with(more);
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::UnknownField], "{more}");
        assert!(swedish(&found[0]).contains(words), "{more}: {}", swedish(&found[0]));
    }
    let found = Project::new().and(BOTKYRKA, "öppettider: {måndag: 9–12}\n").check().diagnostics;
    assert!(swedish(&found[0]).contains("centres/"), "{}", swedish(&found[0]));
}

#[test]
fn values_in_the_wrong_shape_are_told_in_the_right_one() {
    for (wrong, right) in [
        ("inställt: 2026-12-01", "[{datum: 2026-12-01}]"),
        ("inställt: [2026-12-01]", "{datum: 2026-12-01}"),
        ("inställt: 2026-12-01 och 2026-12-08", "[{datum: 2026-12-01}, {datum: 2026-12-08}]"),
        ("inställt: {datum: 2026-12-01}", "[{datum: 2026-12-01}]"),
        ("flyttat: 2026-12-01 till 2026-12-02", "[{datum: 2026-12-01, till: 2026-12-02}]"),
        ("anmälan: 08-465 004 04", "{telefon: 08-465 004 04}"),
        ("anmälan: a@b.example", "{e-post: a@b.example}"),
        ("anmälan: https://b.example/anmal", "{länk: https://b.example/anmal}"),
    ] {
        let wrong = activity(&format!("{TIMES}, {wrong}"));
        tells(&wrong, Code::WrongType, &[right]);
        mends(&wrong, Code::WrongType);
    }
    for (wrong, right) in [
        ("flyttat: 2026-12-01", "[{datum: 2026-12-01, till: 2026-12-02}]"),
        ("anmälan: ja", "besök: bokning"),
        ("anmälan: nej", "besök: drop-in"),
        ("ålder: 0–6", "{från: 0, till: 72}"),
    ] {
        tells(&activity(&format!("{TIMES}, {wrong}")), Code::WrongType, &[right]);
    }
    assert!(
        swedish(&with("avvikelser: {datum: 2026-12-01, stängt: ja}\n")[0])
            .contains("[{datum: 2026-12-01, stängt: ja}]")
    );
}

#[test]
fn what_can_mean_one_thing_alone_is_taken() {
    for right in [
        "öppettider: {måndag–fredag: \"kl 8-17, lunchstängt 12-13\"}\n",
        "öppettider: måndag–torsdag 9–12, fredag 9–11\n",
        "öppettider: {må-to: 9–12, fr: 9–11, lö-sö: stängt}\n",
        "öppettider: {MÅ: 9–12, Ti & on: 9–11, to.: 13–15}\n",
        "öppettider: {varje dag: 9–12}\n",
        "hours: {every day: 9–12}\n",
        "öppettider: {måndag: 9–12 13–16, tisdag: 9-12/13-15, onsdag: 9-12 & 13-15}\n",
        "öppettider: må-to 9-12 13-16, fr 9-11\n",
        "avvikelser: [{datum: den 3:e mars 2027, stängt: ja}]\n",
        "avvikelser: [{datum: tisdag 1 december 2026, stängt: ja}]\n",
        "avvikelser: [{datum: \"2026-12-01, 2026-12-08\", stängt: ja}]\n",
    ] {
        assert_eq!(with(right).iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{right}");
    }
    for ages in ["0–12 månader", "1–3 år", "från 6 månader", "upp till 1 år"] {
        let right = activity(&format!("{TIMES}, ålder: {ages}"));
        assert_eq!(with(&right).iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{ages}");
    }
    for more in ["upprepas: udda", "upprepas: jämna", "repeat: even", "besök: öppen", "kostnad: fri"] {
        let right = activity(&format!("{TIMES}, {more}"));
        assert_eq!(with(&right).iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{more}");
    }
    let page = |more: &str| {
        let built = base().and(FITTJA, more).pages();
        built.page("botkyrka/familjecentraler/fittja/index.html").to_string()
    };
    let lunch = page("öppettider: {måndag–fredag: \"kl 8-17, lunchstängt 12-13\"}\n");
    assert!(lunch.contains("8–12") && lunch.contains("13–17"));
    let line = page("öppettider: måndag–torsdag 9–12, fredag 9–11\n");
    assert!(line.contains("9–11") && line.contains("9–12"));
    let short = page("öppettider: {må-to: 9–12 13–16, fr: 9–11}\n");
    assert_eq!(short, page("öppettider: {måndag–torsdag: \"9–12, 13–16\", fredag: 9–11}\n"));
    for cost in ["fri", "nej", "Ingen", "gratis"] {
        let page = page(&activity(&format!("{TIMES}, kostnad: {cost}")));
        assert!(page.contains("Gratis") && !page.contains("Kostnad: "), "{cost}");
    }
    assert!(page(&activity(&format!("{TIMES}, kostnad: 20 kr"))).contains("20 kr"));
    let odd = page(&activity(&format!("{TIMES}, upprepas: udda")));
    assert_eq!(odd, page(&activity(&format!("{TIMES}, upprepas: udda veckor"))));
}

#[test]
fn yes_and_no_are_asked_for_in_the_words_of_the_file() {
    for (more, says, not) in [
        ("lokalen: {hiss: finns}\n", "Skriv ja", "true"),
        ("lokalen: {hiss: saknas}\n", "Skriv nej", "false"),
        ("lokalen: {hiss: ibland}\n", "Skriv ja eller nej.", "true"),
        ("premises: {lift: sometimes}\n", "Skriv true eller false.", "annan fil"),
    ] {
        let found = with(more);
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::WrongType], "{more}");
        let said = swedish(&found[0]);
        assert!(said.contains(says) && !said.contains(not) && !said.contains("annan fil"), "{more}: {said}");
    }
    mends("lokalen: {hiss: finns}\n", Code::WrongType);
    // One name written in two ways is no two languages.
    for (more, first, second) in [
        ("e-post: a@b.example\nepost: a@b.example\n", "”e-post”", "”epost”"),
        ("länk: https://a.example\nurl: https://a.example\n", "”länk”", "”url”"),
    ] {
        let found = with(more);
        assert_eq!(
            found.iter().map(|found| found.code).collect::<Vec<_>>(),
            [Code::DuplicateField],
            "{more}"
        );
        let said = swedish(&found[0]);
        assert!(said.contains(&format!("{first} och {second} är samma fält.")), "{said}");
    }
}

#[test]
fn a_date_that_is_none_is_told_with_those_that_may_be_meant() {
    let date = |date: &str| format!("avvikelser: [{{datum: \"{date}\", stängt: ja}}]\n");
    for (wrong, right) in [
        ("31/11 2026", &["2026-11-30", "2026-12-01"][..]),
        ("31/11", &["2026-11-30", "2026-12-01"]),
        ("30 feb", &["2027-02-28", "2027-03-01"]),
        ("2027-02-30", &["2027-02-28", "2027-03-01"]),
        ("2027-13-01", &["2027-01-13"]),
        ("den 3:e mars", &["2027-03-03"]),
        ("tisdag 3 mars 2027", &["2027-03-03", "2027-03-02"]),
        ("påsk", &["2027-03-26, 2027-03-29"]),
        ("julafton", &["2026-12-24"]),
        ("sportlovet", &["v. 9 2027"]),
    ] {
        tells(&date(wrong), Code::BadDate, right);
    }
    tells("avvikelser: [{från: jul, stängt: ja}]\n", Code::BadDate, &["2026-12-24"]);
    assert!(!swedish(&with("avvikelser: [{från: jul, stängt: ja}]\n")[0]).contains("2026-12-25"));
}

#[test]
fn two_lines_for_a_day_are_told_with_both_and_with_each_of_their_meanings() {
    tells(
        "öppettider:\n  måndag–fredag: 9–12\n  onsdag: 13–15\n",
        Code::DayTwice,
        &[
            "måndag–fredag: 9–12",
            "onsdag: 13–15",
            "måndag–tisdag och torsdag–fredag: 9–12",
            "onsdag: 9.00–12.00, 13.00–15.00",
        ],
    );
    assert_eq!(with("öppettider:\n  måndag–tisdag och torsdag–fredag: 9–12\n  onsdag: 13–15\n"), []);
    // A row that goes backwards has two readings, and both are said.
    for (row, over, turned) in [
        ("fre-mån", "fredag–söndag och måndag", "måndag–fredag"),
        ("söndag-torsdag", "söndag och måndag–torsdag", "torsdag–söndag"),
        ("fri-mon", "friday-sunday and monday", "monday-friday"),
    ] {
        tells(&format!("öppettider: {{{row}: 9-12}}\n"), Code::BadDay, &[row, over, turned]);
        tells(
            &activity(TIMES).replace("dag: tisdag", &format!("dag: {row}")),
            Code::BadDay,
            &[row, over, turned],
        );
        for right in [over, turned] {
            let line = format!("öppettider: {{{right}: 9-12}}\n");
            assert_eq!(with(&line).iter().map(told).collect::<Vec<_>>(), Vec::<String>::new(), "{right}");
        }
    }
    for (day, words) in [
        ("sommar", "perioder:"),
        ("julafton", "avvikelser:"),
        ("lunch", "8–12, 13–17"),
        ("udda veckor", "avvikelser:"),
    ] {
        let found = with(&format!("öppettider:\n  måndag: 9–12\n  {day}: 9–10\n"));
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::BadDay], "{day}");
        assert!(swedish(&found[0]).contains(words), "{day}: {}", swedish(&found[0]));
    }
}

#[test]
fn a_list_of_fields_names_each_once() {
    let found = with(&activity(&format!("{TIMES}, qqq: 1")));
    let said = swedish(&found[0]);
    assert!(said.contains("datum") && !said.contains("datum, datum"), "{said}");
}
