//! What is told: for a screen, as JSON lines, as SARIF, as CSV and as a table.

use fcsite::base::{At, Code, Diagnostic, LinePlace, Locale, Messages, Seg, SourcePath};
use fcsite::host::report::sarif::to_sarif;
use fcsite::host::report::{Look, show, to_json};
use fcsite::host::table::{Csv, to_csv, to_json as rows_to_json, to_text};
use fcsite::list::{Cell, Table};
use proptest::prelude::*;
use serde_sarif::sarif::Sarif;

use super::{every_character, is_harmless};

/// A fault whose file, field, words and line are all of this text.
fn fault(text: &str) -> Diagnostic {
    let at = At::Value(vec![Seg::Key("services".into()), Seg::Index(0), Seg::Key(text.into())]);
    let path = SourcePath::new(&format!("content/{text}/x.yaml"));
    let mut diagnostic = Diagnostic::new(Code::UnknownValue, &path, at);
    diagnostic = diagnostic.with("value", text).with("proposal", text).with("values", text);
    diagnostic.place = Some(LinePlace::in_line(3, &format!("å{text}z"), 2..2 + text.len()));
    diagnostic
}

/// What a terminal obeys in a report, but for colours and ends of lines.
fn orders(report: &str, colour: bool) -> Vec<char> {
    let mut text = report.to_string();
    if colour {
        while let Some(start) = text.find("\u{1b}[") {
            let end = text[start..].find('m').unwrap();
            assert!(text[start + 2..start + end].chars().all(|c| c.is_ascii_digit() || c == ';'), "{text:?}");
            text.replace_range(start..=start + end, "");
        }
    }
    text.chars().filter(|c| *c != '\n' && !is_harmless(*c)).collect()
}

fn check(text: &str) -> Result<(), String> {
    let found = [fault(text)];
    for locale in Locale::ALL {
        let messages = Messages::of(locale);
        for colour in [false, true] {
            let shown = show(&found, &messages, Look { colour, width: 120, all: true });
            let orders = orders(&shown, colour);
            if !orders.is_empty() {
                return Err(format!("{orders:?} in {shown:?}"));
            }
            // Neither a name nor a value can begin a line: a log is read line by line.
            let lines = shown.lines().count();
            let plain =
                show(&[fault("a")], &messages, Look { colour, width: 120, all: true }).lines().count();
            if lines != plain {
                return Err(format!("{lines} lines, not {plain}, of {text:?}"));
            }
        }
        let json = to_json(&found[0], &messages);
        let value: serde_json::Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
        let sarif = to_sarif(&found, &messages);
        let log: Sarif = serde_json::from_str(&sarif).map_err(|error| error.to_string())?;
        let region =
            log.runs[0].results.as_ref().and_then(|results| results[0].locations.as_ref()).map(|locations| {
                locations[0].physical_location.as_ref().and_then(|place| place.region.clone()).unwrap()
            });
        let snippet = region.and_then(|region| region.snippet).and_then(|snippet| snippet.text);
        if value["text"] != found[0].place.as_ref().unwrap().excerpt()
            || snippet.as_deref() != value["text"].as_str()
        {
            return Err(format!("{json} {sarif}"));
        }
        if value["file"] != found[0].file.as_ref().unwrap().as_str() {
            return Err(json);
        }
        if json.chars().any(|c| !is_harmless(c)) || sarif.chars().any(|c| c != '\n' && !is_harmless(c)) {
            return Err(format!("{json:?} {sarif:?}"));
        }
    }
    check_rows(text)
}

fn check_rows(text: &str) -> Result<(), String> {
    let cell = || Cell::Text(text.to_string());
    let table = Table { columns: &["title", "file"], rows: vec![vec![cell(), cell()]] };
    let messages = Messages::of(Locale::Swedish);
    let shown = to_text(&table, &messages);
    if shown.lines().count() != 3 || shown.chars().any(|c| c != '\n' && !is_harmless(c)) {
        return Err(format!("{shown:?}"));
    }
    let json = rows_to_json(&table);
    let value: serde_json::Value = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    if value["title"] != text || json.trim_end().chars().any(|c| !is_harmless(c)) {
        return Err(json);
    }
    let csv = to_csv(&table, Csv::Plain, &messages);
    let rows: Vec<csv::StringRecord> =
        csv::Reader::from_reader(csv.as_bytes()).records().map(Result::unwrap).collect();
    let is_line = |c: char| matches!(c, '\t' | '\n' | '\r');
    if csv.chars().any(|c| !is_line(c) && !is_harmless(c)) || rows.len() != 1 || rows[0].len() != 2 {
        return Err(format!("{csv:?}"));
    }
    let is_whole = text.chars().all(|c| is_harmless(c) && !fcsite::base::characters::is_escaped(c));
    if is_whole && rows[0][0].trim_start_matches('\'') != text.trim_start_matches('\'') {
        return Err(format!("{:?} of {text:?}", &rows[0][0]));
    }
    Ok(())
}

#[test]
fn every_character_is_told_without_an_order_to_a_terminal_and_read_by_others_as_it_was() {
    for text in every_character(512) {
        check(&text).unwrap();
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn any_text_is_told_without_an_order_to_a_terminal_and_read_by_others_as_it_was(
        text in "(\\PC|[\\x00-\\x9f]|\u{1b}\\]52;c;|\u{1b}\\[2J|\\p{Cf}|\r\n|::error::){1,30}",
    ) {
        prop_assert_eq!(check(&text), Ok(()));
    }
}

#[test]
fn the_mark_stands_under_what_is_meant_also_where_escapes_stand_before_it() {
    let mut found = fault("x");
    found.place = Some(LinePlace::in_line(7, "\u{1b}a\u{202e}bcd", 5..7));
    let shown = show(&[found], &Messages::of(Locale::English), Look { colour: false, width: 120, all: true });
    let lines: Vec<&str> = shown.lines().collect();
    let line = lines.iter().position(|line| line.contains("\\u{1b}a\\u{202e}bcd")).unwrap();
    assert_eq!(lines[line].find("bcd"), lines[line + 1].find("^^"), "{shown}");
    // The column is that of the file.
    assert!(shown.contains("x.yaml:7:4"), "{shown}");
    let mut long = fault("x");
    let text = format!("{}bc{}", "å\u{1b}".repeat(200_000), "d".repeat(1_000_000));
    long.place = Some(LinePlace::in_line(1, &text, 600_000..600_002));
    let shown = show(&[long], &Messages::of(Locale::English), Look { colour: false, width: 120, all: true });
    assert!(
        shown.len() < 10_000 && shown.contains("bcddd") && shown.contains(":1:400001"),
        "{} {shown}",
        shown.len()
    );
}

#[test]
fn a_cell_that_a_spreadsheet_would_run_is_a_text() {
    for text in [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\n=1",
        "＝1",
        "＠x",
        " =1",
        "\u{a0}@x",
        "\u{200d}=1",
        "a;=1",
        "a; =1",
        "a,=1",
    ] {
        let table = Table { columns: &["title"], rows: vec![vec![Cell::Text(text.to_string())]] };
        let csv = to_csv(&table, Csv::Plain, &Messages::of(Locale::English));
        let row = csv::Reader::from_reader(csv.as_bytes()).records().next().unwrap().unwrap();
        let begins = row[0].strip_prefix(['a']).map_or(&row[0], |rest| &rest[1..]);
        assert!(begins.starts_with('\''), "{text:?}: {row:?}");
    }
}
