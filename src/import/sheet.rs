//! A table of cells as a person sees them, whatever it was saved as.

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_in_a_program() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(letters(column), name);
        }
    }
}
