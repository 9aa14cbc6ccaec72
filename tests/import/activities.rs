//! Lists as people have them, and the files that come of them.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

use crate::site::{CENTRE, PATH, Site, workbook};

const TERM: [&[&str]; 4] = [
    &["Aktivitet", "Veckodag", "Tid", "Startdatum", "Slutdatum", "Ålder", "Anmälan", "Pris", "Lokal"],
    &[
        "Babymassage",
        "Onsdagar",
        "kl. 10.00-11.00",
        "2026-09-02",
        "9 december 2026",
        "0–6 månader",
        "08-530 610 00",
        "Gratis",
        "Lilla rummet",
    ],
    &["Pappagrupp", "mån och tors", "13 till 15", "2026-09-03", "", "pappor", "nej", "", ""],
    &[
        "Föräldrakurs",
        "första tisdagen i månaden",
        "18-20",
        "",
        "",
        "",
        "https://kommunen.example/anmalan",
        "100 kr",
        "",
    ],
];

#[test]
fn a_workbook_is_written_as_a_person_would_have_written_it_and_nothing_else_of_the_file_changes() {
    let site = Site::of(CENTRE);
    site.write("termin.xlsx", workbook(&TERM));
    let done = site.import("termin.xlsx", &["--to", "botkyrka/fittja", "--write"]);
    assert_eq!(done.code, 0, "{}{}", done.out, done.told);
    let (before, after) = CENTRE.split_once("kontrollerad").unwrap();
    let new = "  - id: babymassage\n    rubrik: Babymassage\n    dag: onsdag\n    från: 10.00\n    till: 11.00\n    startar: 2026-09-02\n    slutar: 2026-12-09\n    \
               ålder i månader:\n      från: 0\n      till: 6\n    anmälan:\n      telefon: 08-530 610 00\n    kostnad: Gratis\n    plats: Lilla rummet\n  \
               - id: pappagrupp\n    rubrik: Pappagrupp\n    dagar:\n      - måndag\n      - torsdag\n    från: 13.00\n    till: 15.00\n    startar: 2026-09-03\n    \
               besök: drop-in\n    för: pappor\n  \
               - id: foraldrakurs\n    rubrik: Föräldrakurs\n    dag: tisdag\n    upprepas: första tisdagen i månaden\n    från: 18.00\n    till: 20.00\n    \
               anmälan:\n      länk: https://kommunen.example/anmalan\n    kostnad: 100 kr\n";
    assert_eq!(site.centre(), format!("{before}{new}kontrollerad{after}"));
}

#[test]
fn nothing_is_written_until_it_is_asked_for_and_what_would_be_is_shown() {
    let site = Site::of(CENTRE);
    site.write("termin.xlsx", workbook(&TERM));
    let done = site.import("termin.xlsx", &[]);
    assert_eq!((done.code, site.centre().as_str()), (0, CENTRE), "{}", done.told);
    for shown in ["Babymassage", "onsdag", "10.00–11.00", "2026-09-02", "2026-12-09", "måndag, torsdag", "ny"]
    {
        assert!(done.out.contains(shown), "{shown} in {}", done.out);
    }
    assert!(done.told.contains("3 nya aktiviteter"), "{}", done.told);
    assert!(done.told.contains("--write"), "{}", done.told);
}

#[test]
fn days_and_times_that_a_program_keeps_as_numbers_are_what_a_person_sees() {
    let site = Site::of(CENTRE);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, heading) in (0_u16..).zip(["Rubrik", "Datum", "Börjar", "Slutar kl", "Kostnad"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    let (day, time) = (Format::new().set_num_format("yyyy-mm-dd"), Format::new().set_num_format("hh:mm"));
    sheet.write_string(1, 0, "Öppet hus").unwrap();
    sheet.write_datetime_with_format(1, 1, ExcelDateTime::from_ymd(2026, 10, 12).unwrap(), &day).unwrap();
    sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_hms(9, 30, 0).unwrap(), &time).unwrap();
    sheet.write_datetime_with_format(1, 3, ExcelDateTime::from_hms(12, 0, 0).unwrap(), &time).unwrap();
    sheet.write_number(1, 4, 20).unwrap();
    site.write("bok", book.save_to_buffer().unwrap());
    let done = site.import("bok", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let new = "  - id: oppet-hus\n    rubrik: Öppet hus\n    datum: 2026-10-12\n    från: 09.30\n    till: 12.00\n    kostnad: \"20\"\n";
    assert!(site.centre().contains(new), "{}", site.centre());
}

#[test]
fn a_cell_that_is_joined_over_several_rows_stands_for_each_of_them() {
    let site = Site::of(CENTRE);
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let rows =
        [["Dag", "Aktivitet", "Tid"], ["", "Lek", "9-10"], ["", "Sång", "10-11"], ["fredag", "Fika", "9-10"]];
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    sheet.merge_range(1, 0, 2, 0, "måndag", &Format::new()).unwrap();
    site.write("bok.xlsx", book.save_to_buffer().unwrap());
    let done = site.import("bok.xlsx", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    assert_eq!(site.centre().matches("dag: måndag").count(), 2, "{}", site.centre());
}

#[test]
fn a_csv_of_excel_in_swedish_is_read_with_its_semicolons_and_its_encoding() {
    let site = Site::of("name: Fittja\nstatus: open\nservices:\n  - kind: open_preschool\n");
    site.write("lista.csv", b"Program h\xf6sten 2026;;\r\n\r\nVad;Dag;Tid\r\nS\xe5ng;l\xf6rdag;10\x9611\r\n");
    let done = site.import("lista.csv", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let new =
        "activities:\n  - id: sang\n    title: Sång\n    day: saturday\n    from: 10.00\n    to: 11.00\n";
    assert!(site.centre().ends_with(new), "{}", site.centre());
}

#[test]
fn what_is_not_carried_over_is_listed_by_row_and_column_with_what_to_write() {
    let site = Site::of(CENTRE);
    let rows: [&[&str]; 9] = [
        &["Aktivitet", "Dag", "Tid", "Startdatum", "Anmälan", "Ledare"],
        &["Lek", "måndag", "9–10", "", "", "Anna"],
        &["Sång", "måndig", "9–10", "", "", ""],
        &["Vagnar", "tisdag", "efter lunch", "", "", ""],
        &["Musik", "tisdag", "9–10, 13–14", "", "", ""],
        &["Yoga", "onsdag", "9–10", "1 september", "", ""],
        &["Kurs", "onsdag", "9–10", "", "ring Anna", ""],
        &["", "onsdag", "9–10", "", "", ""],
        &["Gym", "onsdag", "9–10", "", "08-465 004 04, 08-465 004 05", ""],
    ];
    site.write("lista.xlsx", workbook(&rows));
    let done = site.import("lista.xlsx", &["--write"]);
    assert_eq!(done.code, 4, "{}", done.told);
    for told in [
        "Rad 3, kolumn B (Dag): ",
        "Rad 4, kolumn C (Tid): ",
        "Rad 5, kolumn C (Tid): ”9–10, 13–14” är mer än en tid",
        "Rad 6, kolumn D (Startdatum): ",
        "2026-09-01",
        "Rad 7, kolumn E (Anmälan): ",
        "Rad 8: ",
        "Rad 9, kolumn E (Anmälan): ",
        "Kolumn F (Ledare)",
        "En ny aktivitet",
        "7 rader som inte följer med",
    ] {
        assert!(done.told.contains(told), "{told} in {}", done.told);
    }
    assert_eq!(done.told.matches("– Rad ").count(), 7, "each row is told of once: {}", done.told);
    assert_eq!(site.centre().matches("rubrik:").count(), 2, "a row comes whole or not at all");
}

#[test]
fn what_is_there_is_never_taken_twice_nor_written_over() {
    let site = Site::of(CENTRE);
    let rows: [&[&str]; 4] = [
        &["Aktivitet", "Dag", "Tid"],
        &["sångstund", "tisdagar", "10–10.30"],
        &["Sångstund", "torsdag", "10–10.30"],
        &["Sångstund", "torsdag", "10–10.30"],
    ];
    site.write("lista.xlsx", workbook(&rows));
    let done = site.import("lista.xlsx", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let once = site.centre();
    assert!(once.contains("id: sangstund-2"), "{once}");
    assert_eq!(once.matches("id: sangstund").count(), 2, "{once}");
    let again = site.import("lista.xlsx", &["--write"]);
    assert_eq!((again.code, site.centre()), (0, once), "{}", again.told);
    assert!(again.told.contains("Inga nya aktiviteter"), "{}", again.told);
}

#[test]
fn a_file_with_faults_or_anchors_is_left_alone_and_says_why() {
    for centre in
        [CENTRE.replace("dag: tisdag", "dag: tisdig"), CENTRE.replace("id: sangstund", "id: &a sangstund")]
    {
        let site = Site::of(&centre);
        site.write("termin.xlsx", workbook(&TERM));
        let done = site.import("termin.xlsx", &["--write"]);
        assert_eq!((done.code, site.centre()), (1, centre), "{}", done.told);
        assert!(done.told.contains("FC0310") && done.told.contains(PATH), "{}", done.told);
    }
}

#[test]
fn bytes_of_windows_stay_those_of_windows() {
    let centre = CENTRE.replace('\n', "\r\n");
    let site = Site::of(&format!("\u{feff}{centre}"));
    site.write("termin.xlsx", workbook(&TERM));
    let done = site.import("termin.xlsx", &["--write"]);
    assert_eq!(done.code, 0, "{}", done.told);
    let after = site.centre();
    assert!(after.starts_with("\u{feff}namn") && after.replace("\r\n", "").find('\n').is_none(), "{after}");
}

#[test]
fn where_it_goes_is_asked_for_and_never_guessed() {
    let site = Site::of(CENTRE);
    site.write("content/botkyrka/centres/alby.yaml", CENTRE.replace("Fittja", "Alby"));
    site.write("termin.xlsx", workbook(&TERM));
    let done = site.import("termin.xlsx", &["--write"]);
    assert_eq!(done.code, 2, "{}", done.told);
    assert!(done.told.contains("botkyrka/alby, botkyrka/fittja"), "{}", done.told);
    for (to, code) in [
        ("fittja", 0),
        ("Familjecentralen i Fittja", 0),
        ("content/botkyrka/centres/fittja.yaml", 0),
        ("botkyrka/fitja", 1),
        ("../fittja", 1),
        ("botkyrka/../../fittja", 1),
    ] {
        let done = site.import("termin.xlsx", &["--to", to]);
        assert_eq!(done.code, code, "{to}: {}", done.told);
    }
    assert_eq!(site.centre(), CENTRE);
}
