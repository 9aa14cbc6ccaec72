//! What the documentation teaches, and every way of saying a day: where a build takes it an editor is silent.

use std::path::Path;

use fcsite::base::{Diagnostic, SourcePath};
use fcsite::parse::{Role, parse};

use super::super::project::{BOTKYRKA, BOTKYRKA_TEXT, FITTJA, FITTJA_TEXT, NEWS, PAGE, SITE, SITE_TEXT};
use super::{complaints, files, kind_of, read};

/// What a schema refuses though a build takes it; none where either is otherwise. Says too whether a build takes it.
fn refused(path: &str, text: &str) -> (bool, Option<String>) {
    let parsed = parse(&SourcePath::new(path), &Role::of(&SourcePath::new(path)).unwrap(), text.as_bytes());
    if parsed.diagnostics.iter().any(Diagnostic::is_error) {
        return (false, None);
    }
    match complaints(path, text) {
        Some(found) if !found.is_empty() => (true, Some(format!("{path}: {found:?}\n{text}"))),
        _ => (true, None),
    }
}

/// The blocks of a page: what stands behind the three marks, and the text.
fn blocks(page: &str) -> Vec<(&str, String)> {
    let (mut all, mut open) = (Vec::new(), None::<(&str, String)>);
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((info, String::new())),
            (Some(_), Some(_)) => all.extend(open.take()),
            (Some((_, text)), None) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) => {}
        }
    }
    all
}

/// Some fields in each place where they could stand.
fn placed(fields: &str) -> Vec<(&'static str, String)> {
    let front = |more: &str| format!("---\nrubrik: A\n{fields}{more}---\n\nText.\n");
    let mut all = vec![
        (SITE, format!("{SITE_TEXT}{fields}")),
        (BOTKYRKA, format!("{BOTKYRKA_TEXT}{fields}")),
        (FITTJA, format!("{FITTJA_TEXT}{fields}")),
        (NEWS, front("ingress: B\n")),
        (PAGE, front("")),
    ];
    let inner: String = fields.lines().map(|line| format!("    {line}\n")).collect();
    for when in
        ["", "    dag: tisdag\n", "    from: 10\n    to: 11\n", "    dag: tisdag\n    from: 10\n    to: 11\n"]
    {
        let activity = format!("{FITTJA_TEXT}aktiviteter:\n  - id: a\n    rubrik: A\n{when}{inner}");
        all.push((FITTJA, activity));
    }
    for list in [
        "avvikelser:",
        "avvikelser:\n  - från: 2026-12-01",
        "meddelanden:\n  - rubrik: A\n    text: B",
        "perioder:",
    ] {
        let inner = if list.contains('-') { inner.clone() } else { inner.replacen("    ", "  - ", 1) };
        all.push((FITTJA, format!("{FITTJA_TEXT}{list}\n{inner}")));
    }
    all
}

#[test]
fn what_the_documentation_teaches_and_a_build_takes_a_schema_takes_too() {
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let (mut whole, mut spans, mut wrong) = (0, 0, Vec::new());
    for path in files(&docs).iter().filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let page = String::from_utf8(read(path)).unwrap();
        for (info, text) in blocks(&page) {
            let file = info.split_once("file:").map(|(_, file)| file.trim());
            let tried = match file.filter(|file| kind_of(file).is_some()) {
                Some(file) => vec![refused(file, &text)],
                None if info == "yaml" => {
                    placed(&text).iter().map(|(path, text)| refused(path, text)).collect()
                }
                None => continue,
            };
            whole += usize::from(tried.iter().any(|(is_taken, _)| *is_taken));
            wrong.extend(tried.into_iter().filter_map(|(_, found)| found));
        }
        for span in page.split('`').skip(1).step_by(2) {
            let is_field = span
                .split_once(": ")
                .is_some_and(|(name, _)| name.chars().all(|c| c.is_alphabetic() || c == ' '));
            if !is_field || span.contains('\n') {
                continue;
            }
            let tried: Vec<_> =
                placed(&format!("{span}\n")).iter().map(|(path, text)| refused(path, text)).collect();
            spans += usize::from(tried.iter().any(|(is_taken, _)| *is_taken));
            wrong.extend(tried.into_iter().filter_map(|(_, found)| found));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(whole > 40 && spans > 40, "only {whole} examples and {spans} fields were tried");
}

/// Which field a line has, whatever its name.
fn field(line: &str) -> &'static str {
    match line.split(':').next().unwrap().to_lowercase().as_str() {
        "dag" | "veckodag" | "day" => "day",
        "dagar" | "days" => "days",
        "datum" | "date" => "date",
        _ => "dates",
    }
}

#[test]
fn every_way_of_saying_the_days_of_an_activity_is_taken_by_both() {
    for day in [
        "datum: 2026-12-08",
        "datum: [2026-12-08, 2026-12-09]",
        "datum: [2026-12-08]",
        "Datum: 8 december 2026",
        "date: 2026-12-08",
        "date: [2026-12-08, 2026-12-09]",
        "dates: [2026-12-08]",
        "dag: måndag",
        "dag: [måndag, onsdag]",
        "dag: måndag och onsdag",
        "day: [monday, wednesday]",
        "veckodag: tisdag",
        "dagar: [måndag, onsdag]",
        "days: tuesday",
    ] {
        let text = |day: &str| {
            format!("{FITTJA_TEXT}activities:\n  - {{id: a, title: A, {day}, from: 10.00, to: 11.00}}\n")
        };
        assert_eq!(refused(FITTJA, &text(day)), (true, None), "{day}");
        // A day is said once.
        for other in
            ["day: friday", "days: [friday]", "date: 2026-12-10", "dates: [2026-12-10]", "datum: 2026-12-10"]
        {
            let both = text(&format!("{day}, {other}"));
            assert!(!refused(FITTJA, &both).0, "{both}");
            let found = complaints(FITTJA, &both).unwrap();
            // Two names of one field are a matter of the reader's: a schema knows each by itself.
            let is_of_one_field = field(day) == field(other);
            assert!(is_of_one_field || !found.is_empty(), "{both}");
        }
    }
}
