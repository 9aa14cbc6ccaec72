//! A table of cells as a person sees them, whatever it was saved as.

use super::workbook;
use crate::base::Phrase;

/// The most rows that are read of a sheet, and the most columns.
pub const MOST_ROWS: usize = 3_000;
/// The most columns.
pub const MOST_COLUMNS: usize = 100;

/// The most characters that are read of a cell: more than any field may have, so that what was cut is refused.
pub const MOST_CHARACTERS: usize = 6_000;

/// A sheet of a workbook, or a file with separators.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Sheet {
    /// What it is called; empty for a file that is one sheet.
    pub name: String,
    /// Its rows that hold something.
    pub rows: Vec<SheetRow>,
    /// It has more rows than are read.
    pub is_cut: bool,
}

/// A row.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SheetRow {
    /// Its number as the program shows it, from 1.
    pub number: usize,
    /// Its cells from the first column; empty texts for those without anything.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// What stands in a column.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// What a column is called in a program: A, B … Z, AA.
pub fn letters(column: usize) -> String {
    let mut text = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        left -= 1;
        text.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or_default()));
        left /= 26;
    }
    text.iter().rev().collect()
}

/// The sheets of a file. What it is, its first bytes say: names of files are never believed.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Phrase> {
    if bytes.starts_with(b"PK") {
        return workbook::sheets(bytes);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(Phrase::new("import-old-office"));
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

/// Adds a row that holds something.
pub fn push(sheet: &mut Sheet, row: SheetRow) {
    if row.cells.iter().any(|cell| !cell.is_empty()) {
        sheet.rows.push(row);
    }
}

/// What is read of a cell.
pub fn cell_text(text: &str) -> String {
    let end = text.char_indices().nth(MOST_CHARACTERS).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default().trim().to_string()
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
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
        '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
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
    fn columns_are_called_as_in_a_program() {
        for (column, name) in [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(letters(column), name);
        }
    }

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
