//! The sheets of a file: those of a workbook, or the one that a text with separators is.

use super::sheet::{MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, cell_text, push};
use super::{blog, workbook};
use crate::base::Phrase;

/// The sheets of a file. What it is, its first bytes say: names of files are never believed.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Phrase> {
    if bytes.starts_with(b"PK") {
        return workbook::sheets(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Phrase::new("import-old-office"));
    }
    if blog::is_export(bytes) {
        return Err(Phrase::new("import-is-export"));
    }
    let text = decoded(bytes);
    if text.contains('\0') {
        return Err(Phrase::new("import-kind"));
    }
    Ok(vec![separated(&text)])
}

/// The rows of a text with separators. Which they are the line says that holds most of them: Excel writes semicolons in Swedish, other
/// programs commas, and what is copied out of a sheet has tabs.
fn separated(text: &str) -> Sheet {
    let head = text.lines().take(20);
    let most = |sign: char| head.clone().map(|line| line.matches(sign).count()).max().unwrap_or_default();
    let sign = [';', '\t', ','].into_iter().max_by_key(|sign| (most(*sign), *sign == ';')).unwrap_or(';');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(sign).unwrap_or(b';'))
        .from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    for record in reader.records() {
        // The text is UTF-8 by now, and rows may be of any length: nothing else can be wrong.
        let Ok(record) = record else { break };
        if sheet.rows.len() >= MOST_ROWS {
            sheet.is_cut = true;
            break;
        }
        let number = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().take(MOST_COLUMNS).map(cell_text).collect();
        push(&mut sheet, SheetRow { number: usize::try_from(number).unwrap_or_default(), cells });
    }
    sheet
}

/// A text in the encodings that Excel saves in: UTF-8, UTF-16 and, for a plain CSV, that of Windows.
fn decoded(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(&[0xff, 0xfe]) {
        return wide(rest, u16::from_le_bytes);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xfe, 0xff]) {
        return wide(rest, u16::from_be_bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text).to_string(),
        Err(_) => bytes.iter().map(|byte| of_windows(*byte)).collect(),
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|two| unit([two[0], two[1]]));
    char::decode_utf16(units).map(|one| one.unwrap_or('\u{fffd}')).collect()
}

/// A character of Windows-1252.
fn of_windows(byte: u8) -> char {
    const FROM_80: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    match byte {
        0x80..=0x9f => FROM_80[usize::from(byte - 0x80)],
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_separators_is_read_in_the_encodings_of_excel() {
        let cells = |bytes: &[u8]| sheets(bytes).unwrap()[0].rows[0].cells.clone();
        assert_eq!(cells("\u{feff}Dag;Tid\n".as_bytes()), ["Dag", "Tid"]);
        assert_eq!(cells(b"L\xf6rdag;10\x9611\n"), ["Lördag", "10–11"]);
        let wide: Vec<u8> = "\u{feff}Lördag\tTid".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(cells(&wide), ["Lördag", "Tid"]);
        assert_eq!(cells(b"a,\"b, c\",d"), ["a", "b, c", "d"]);
    }
}
