//! Lists for people, for programs and for spreadsheets.

use serde_json::{Map, Value};
use unicode_width::UnicodeWidthStr;

use crate::base::characters::{visible, visible_line};
use crate::base::{Messages, json};
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

/// CSV (RFC 4180) with a line of headings.
pub fn to_csv(table: &Table, messages: &Messages) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heads: Vec<String> = table.columns.iter().map(|column| heading(column, messages)).collect();
    // A Vec takes all that is written to it.
    let _ = writer.write_record(&heads);
    for row in &table.rows {
        let _ = writer.write_record(row.iter().map(|cell| match cell {
            // An empty cell stays empty: a spreadsheet has no use for a dash.
            Cell::None => String::new(),
            cell => harmless(&visible(&shown(cell, messages))),
        }));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn heading(column: &str, messages: &Messages) -> String {
    messages.text(&format!("list-{column}"), &[])
}

fn shown(cell: &Cell, messages: &Messages) -> String {
    match cell {
        Cell::None => messages.text("list-nothing", &[]),
        Cell::Word(word) => messages.text(&format!("list-is-{word}"), &[]),
        cell => cell.text(),
    }
}

fn in_line(cell: &Cell, messages: &Messages) -> String {
    visible_line(&shown(cell, messages)).into_owned()
}

/// A spreadsheet takes a text that begins so for a formula, which can send the sheet elsewhere (OWASP, CSV injection); some take the wide
/// signs of East Asia for it too.
fn harmless(text: &str) -> String {
    let begins = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(begins) { format!("'{text}") } else { text.to_string() }
}
