//! Files that mean harm: bombs, lies in every number, and chance. None costs anything, and none makes the program panic.

use std::io::Write as _;
use std::time::{Duration, Instant};

use fcsite::base::{Locale, SourcePath};
use fcsite::import::{CentreFile, plan_activities, sheets};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use jiff::civil::date;
use proptest::prelude::*;

use crate::site::{CENTRE, PATH, Site, workbook};

/// A ZIP file with parts that are packed, each with the length that it claims.
pub fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut contents) = (Vec::new(), Vec::new());
    for (name, data) in parts {
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::best());
        packed.write_all(data).unwrap();
        let packed = packed.finish().unwrap();
        let header = u32::try_from(file.len()).unwrap();
        let length = u32::try_from(packed.len()).unwrap().to_le_bytes();
        let named = u16::try_from(name.len()).unwrap().to_le_bytes();
        // It says that it unpacks to ten bytes.
        let facts =
            [&[8, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &length, &10_u32.to_le_bytes(), &named, &[0, 0]].concat();
        file.extend([b"PK\x03\x04\x14\0\0\0", &facts[..], name.as_bytes(), &packed].concat());
        let tail = [&[0; 10][..], &header.to_le_bytes(), name.as_bytes()].concat();
        contents.extend([b"PK\x01\x02\x14\0\x14\0\0\0", &facts[..], &tail].concat());
    }
    let at = u32::try_from(file.len()).unwrap().to_le_bytes();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let length = u32::try_from(contents.len()).unwrap().to_le_bytes();
    file.extend(contents);
    file.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &at, &[0, 0]].concat());
    file
}

#[cfg(unix)]
#[test]
fn no_link_of_the_repository_leads_to_a_file_of_the_persons_own() {
    let site = Site::of(CENTRE);
    let home = tempfile::TempDir::new().unwrap();
    std::fs::write(home.path().join("lista.csv"), "Aktivitet;Veckodag;Tid\nHemligt;måndag;10-11\n").unwrap();
    std::os::unix::fs::symlink(home.path().join("lista.csv"), site.root().join("lista.csv")).unwrap();
    std::os::unix::fs::symlink(home.path(), site.root().join("listor")).unwrap();
    for file in ["lista.csv", "listor/lista.csv", "./listor/../lista.csv"] {
        let done = site.import(file, &["--to", "botkyrka/fittja", "--write"]);
        assert!(done.code == 1 && done.told.contains("länk"), "{file}: {}", done.told);
        assert!(!done.out.contains("Hemligt") && site.centre() == CENTRE, "{file}");
    }
    // One that lies elsewhere is the person's own.
    let own = home.path().join("min.csv");
    std::os::unix::fs::symlink("lista.csv", &own).unwrap();
    let done = site.import(own.to_str().unwrap(), &["--to", "botkyrka/fittja"]);
    assert!(done.code == 0 && done.out.contains("Hemligt"), "{}", done.told);
}

const BOOK: &str =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"x\"/></sheets></workbook>";
const WAYS: &str = "<Relationships><Relationship Id=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>";

/// A workbook with this sheet, and these texts.
pub fn book(sheet: &str, strings: &str) -> Vec<u8> {
    zip(&[
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", WAYS.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

/// Brings bytes in without a disk.
fn bring(bytes: &[u8]) -> Result<usize, String> {
    let path = SourcePath::new(PATH);
    let file = CentreFile { path: &path, owner: "botkyrka", text: CENTRE };
    let sheets = sheets(bytes).map_err(|why| why.key.to_string())?;
    let plan = plan_activities(&sheets, &file, (Locale::Swedish, date(2026, 8, 20)));
    plan.map(|plan| plan.rows.len()).map_err(|why| why.key.to_string())
}

#[test]
fn a_bomb_ends_at_a_bound() {
    // Ten megabytes that unpack to ten thousand.
    let bomb = vec![b' '; 256 * 1024 * 1024];
    let file = zip(&[("xl/workbook.xml", BOOK.as_bytes()), ("xl/_rels/workbook.xml.rels", &bomb)]);
    let before = Instant::now();
    assert_eq!(sheets(&file).unwrap_err().key, "import-unpacked");
    assert!(before.elapsed() < Duration::from_secs(20));
    // One text that each of many cells shows.
    let strings = format!("<sst><si><t>{}</t></si></sst>", "x".repeat(6_000));
    let row = format!("<row>{}</row>", "<c t=\"s\"><v>0</v></c>".repeat(90));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", row.repeat(2_900));
    assert_eq!(sheets(&book(&sheet, &strings)).unwrap_err().key, "import-unpacked");
    // Rows in rows, which would show the cells of the innermost once for each.
    let row =
        format!("{}{}{}", "<row>".repeat(90), "<c t=\"s\"><v>0</v></c>".repeat(90), "</row>".repeat(90));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", row.repeat(5));
    let read = sheets(&book(&sheet, &strings)).unwrap();
    let shown = read[0].rows.iter().flat_map(|row| &row.cells).map(String::len).sum::<usize>();
    assert!(read[0].rows.len() == 5 && shown <= 4 << 20, "{} rows, {shown} bytes", read[0].rows.len());
    // Namespaces, which readers copy for each element: a gigabyte of addresses if this one did.
    let spaces: String = (0..3_000).map(|number| format!(" xmlns:a{number}=\"u\"")).collect();
    let read = |spaces: &str| {
        let rows = "<row/>".repeat(100_000);
        let sheet = format!("<worksheet{spaces}><sheetData>{rows}</sheetData></worksheet>");
        sheets(&book(&sheet, "<sst/>")).map(|sheets| sheets.len()).map_err(|why| why.key)
    };
    assert_eq!(read(&spaces), read(""));
    let sheet = format!("<worksheet><sheetData>{}</sheetData></worksheet>", "<c/>".repeat(1_100_000));
    assert_eq!(sheets(&book(&sheet, "<sst/>")).unwrap_err().key, "import-pieces");
}

#[test]
fn what_a_sheet_says_of_itself_is_not_believed() {
    let sheet = |inner: &str| format!("<worksheet><sheetData>{inner}</sheetData></worksheet>");
    let far = "<row r=\"99999999999999999999\"><c r=\"XFD1048576\" t=\"s\"><v>99999999999</v></c></row>\
               <row r=\"18446744073709551615\"><c r=\"ZZZZZZZZZZZZ1\"><v>1e308</v></c><c s=\"9999\"><v>-1</v></c></row><row><c><v>2</v></c></row>";
    let found = sheets(&book(&sheet(far), "<sst/>")).unwrap();
    assert_eq!(found[0].rows.len(), 1, "{found:?}");
    let joined = "<row r=\"1\"><c t=\"str\"><v>x</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:XFD1048576\"/><mergeCell ref=\"A0:\"/></mergeCells><sheetData>";
    assert_eq!(sheets(&book(&sheet(joined), "<sst/>")).unwrap()[0].rows.len(), 1);
}

#[test]
fn entities_and_depth_are_refused() {
    let lol = "<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><worksheet>&b;</worksheet>";
    assert_eq!(sheets(&book(lol, "<sst/>")).unwrap_err().key, "import-broken");
    let outside = "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>";
    assert_eq!(sheets(&book(outside, "<sst/>")).unwrap_err().key, "import-broken");
    let deep = format!("<worksheet>{}{}</worksheet>", "<a>".repeat(5_000), "</a>".repeat(5_000));
    assert_eq!(sheets(&book(&deep, "<sst/>")).unwrap_err().key, "import-deep");
}

#[test]
fn what_is_no_list_is_refused_with_a_reason_whatever_it_is_called() {
    let site = Site::of(CENTRE);
    let text = zip(&[("word/document.xml", b"<w/>")]);
    for (bytes, why) in [
        (&b""[..], "ingen rad har rubriker"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "äldre format"),
        (b"PK\x03\x04", "skadad"),
        (&text, "text från Word"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "varken"),
        (b"Dag;Tid\nm\xe5ndag;9", "ingen rad har rubriker"),
    ] {
        site.write("lista.xlsx", bytes);
        let done = site.import("lista.xlsx", &["--write"]);
        assert_eq!(done.code, 1, "{why}: {}", done.told);
        assert!(done.told.contains(why), "{why} in {}", done.told);
    }
    let done = site.import("saknas.xlsx", &["--write"]);
    assert!(done.code == 1 && done.told.contains("saknas.xlsx"), "{}", done.told);
    assert_eq!(site.centre(), CENTRE);
}

#[test]
fn what_stands_in_cells_never_becomes_more_than_a_text() {
    let site = Site::of(CENTRE);
    let rows: [&[&str]; 7] = [
        &["Aktivitet", "Dag", "Tid", "Plats"],
        &["a: b # c", "måndag", "9–10", "\"; drop"],
        &["- x\n  id: y", "måndag", "9–10", "{utan innehåll}"],
        &["*alias &ankare !!python/object", "måndag", "9–10", "| >"],
        &["<script>alert(1)</script>", "måndag", "9–10", "../../etc/passwd"],
        &["=HYPERLINK(\"http://evil.example\")", "måndag", "9–10", "null"],
        &["😀 \u{202e}baklänges", "måndag", "9–10", "x"],
    ];
    site.write("lista.xlsx", workbook(&rows));
    let done = site.import("lista.xlsx", &["--write"]);
    let told = format!("{}{}", done.told, site.centre());
    let check = site.run(&["check", "--now", "2026-08-20"]);
    assert!(!check.told.contains("fel["), "{}\n{told}", check.told);
    for kept in ["a: b # c", "*alias &ankare", "<script>", "=HYPERLINK"] {
        assert!(site.centre().contains(kept), "{kept} in {told}");
    }
}

fn word() -> impl Strategy<Value = String> {
    let known = [
        "Aktivitet",
        "Dag",
        "Tid",
        "Från",
        "Till",
        "Startdatum",
        "Utom",
        "Ålder (mån)",
        "Anmälan",
        "Drop-in",
        "Språk",
        "Datum",
        "måndag",
        "tis–tors",
        "varannan tisdag",
        "första tisdagen i månaden",
        "9–10",
        "kl 9",
        "24.00–25",
        "9-8",
        "0–6",
        "0–6 år",
        "99999 år",
        "2026-09-01",
        "1/9",
        "v. 44 2026",
        "2026-11-03, v. 9",
        "31 februari 2026",
        "ja",
        "nej",
        "08-530 610 00",
        "a@b.example",
        "https://x.example",
        "",
        "-",
        "\u{0}",
        "\u{feff}",
        "\"",
        "\n",
        ";",
        "😀",
        "﷽",
        "١٢",
    ];
    prop_oneof![
        4 => proptest::sample::select(known.to_vec()).prop_map(str::to_string),
        1 => "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_row_makes_it_panic_and_what_is_written_can_be_read(rows in prop::collection::vec(prop::collection::vec(word(), 0..8), 0..6)) {
        let mut text = String::from("Aktivitet;Dag;Tid;Utom;Ålder;Anmälan;Datum;Drop-in\n");
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(";"));
            text.push('\n');
        }
        let _ = bring(text.as_bytes());
    }

    #[test]
    fn no_damage_to_a_workbook_makes_it_panic(at in prop::collection::vec((0_usize..9_000, any::<u8>()), 1..12), cut in 0_usize..9_000) {
        let mut bytes = workbook(&[&["Aktivitet", "Dag", "Tid"], &["Sång", "måndag", "9–10"]]);
        for (place, byte) in at {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        let _ = bring(&bytes);
        bytes.truncate(cut.min(bytes.len()));
        let _ = bring(&bytes);
    }

    #[test]
    fn no_markup_in_a_workbook_makes_it_panic(sheet in "(<(row|c|v|is|t|mergeCell)( (r|t|s|ref)=\"[A-Z0-9:sn]{0,9}\")?/?>|</(row|c|v|is)>|[0-9a-z]{1,4}){0,30}", strings in "(<(si|t|rPh)>|</(si|t|rPh)>|x){0,12}") {
        let _ = bring(&book(&format!("<worksheet><sheetData>{sheet}</sheetData></worksheet>"), &format!("<sst>{strings}</sst>")));
    }
}
