//! Lists for people, for programs and for spreadsheets.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use crate::base::characters::visible_line;
use crate::base::sheet::SheetWriter;
use crate::base::{Locale, Messages, json};
use crate::list::{Cell, Table};

/// A table in columns, as wide as their longest cell.
pub fn to_text(table: &Table, messages: &Messages) -> String {
    let heads: Vec<String> = table.columns.iter().map(|column| heading(column, messages)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| in_line(cell, messages)).collect()).collect();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.chain(heads.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &[String]| {
        let mut line = String::new();
        for (cell, width) in cells.iter().zip(&widths) {
            line.push_str(cell);
            line.push_str(&" ".repeat(width + 2 - cell.width()));
        }
        format!("{}\n", line.trim_end())
    };
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    let mut text = line(&heads) + &line(&rule);
    rows.iter().for_each(|row| text.push_str(&line(row)));
    text
}

/// A line of JSON for each row.
pub fn to_json(table: &Table) -> String {
    let mut text = String::new();
    for row in &table.rows {
        let value = |cell: &Cell| match cell {
            Cell::Text(text) => Value::from(text.as_str()),
            Cell::Word(word) => Value::from(*word),
            Cell::Flag(flag) => Value::from(*flag),
            Cell::Number(number) => Value::from(*number),
            Cell::None => Value::Null,
        };
        let fields = table.columns.iter().zip(row);
        let fields: Map<String, Value> =
            fields.map(|(column, cell)| ((*column).to_string(), value(cell))).collect();
        text.push_str(&json::line(&Value::Object(fields)));
        text.push('\n');
    }
    text
}

/// For whom CSV is written. What stands at each is what a shell says of it, too.
#[derive(clap::ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum Csv {
    /// For a spreadsheet in the person's language.
    Sheet,
    /// For programs: commas, and always the same.
    Plain,
}

/// CSV with a line of headings.
///
/// A spreadsheet that is opened by a double click asks nothing. It takes a file for Windows' own encoding unless it begins with a byte
/// order mark, and it parts columns where the country's settings say so: at semicolons in Swedish, where the comma is for decimals.
pub fn to_csv(table: &Table, form: Csv, messages: &Messages) -> String {
    let is_swedish = messages.locale() == Locale::Swedish;
    let mut sheet = match form {
        Csv::Sheet if is_swedish => SheetWriter::with_semicolons("\u{feff}".as_bytes().to_vec()),
        Csv::Sheet => SheetWriter::standard("\u{feff}".as_bytes().to_vec()),
        Csv::Plain => SheetWriter::standard(Vec::new()),
    };
    let head = |column: &&str| match form {
        Csv::Sheet => heading(column, messages),
        Csv::Plain => (*column).to_string(),
    };
    // A Vec takes all that is written to it.
    let _ = sheet.own_row(table.columns.iter().map(head));
    for row in &table.rows {
        for cell in row {
            let _ = match (cell, form) {
                // An empty cell stays empty: a spreadsheet has no use for a dash.
                (Cell::None, _) | (Cell::Flag(false), Csv::Sheet) => sheet.own(""),
                (cell, Csv::Plain) => sheet.text(&cell.text()),
                (cell, Csv::Sheet) => sheet.text(&shown(cell, messages)),
            };
        }
        let _ = sheet.end_row();
    }
    sheet.into_text()
}

fn heading(column: &str, messages: &Messages) -> String {
    messages.text(&format!("list-{column}"), &[])
}

fn shown(cell: &Cell, messages: &Messages) -> String {
    match cell {
        Cell::None => messages.text("list-nothing", &[]),
        Cell::Word(word) => messages.text(&format!("list-is-{word}"), &[]),
        Cell::Flag(true) => messages.text("list-is-yes", &[]),
        Cell::Flag(false) => messages.text("list-nothing", &[]),
        cell => cell.text(),
    }
}

fn in_line(cell: &Cell, messages: &Messages) -> String {
    visible_line(&shown(cell, messages)).into_owned()
}
