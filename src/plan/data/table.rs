//! Tables of open data: columns that say what they mean, and rows that are written as CSV and as JSON.
//!
//! A column is named once. From its line come the head of the CSV, the field of the JSON, both schemas and the page that explains it, so that
//! no two of them say different things.

use std::borrow::Cow;

use serde_json::{Map, Value, json};

use super::joined::DataRows;
use crate::base::json as json_text;
use crate::base::sheet::SheetWriter;

/// A table.
pub struct DataTable<'a> {
    /// What it is called: the name of its files.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
    /// The columns that no two rows have alike; none where rows may be.
    pub key: &'static [&'static str],
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<DataCell<'a>>>,
}

/// A column.
pub struct Column {
    /// Its name, the same in all forms.
    pub name: &'static str,
    /// What stands in it.
    pub kind: ColumnKind,
    /// Does every row have something there?
    pub required: bool,
    /// What it means, in Swedish and in English.
    pub says: [&'static str; 2],
}

/// What stands in a column.
#[derive(Clone, Copy, PartialEq)]
pub enum ColumnKind {
    /// Text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Count,
    /// True or false.
    Flag,
    /// A day: `2026-12-01`.
    Date,
    /// A time of the day: `09:00`, and `24:00` for its end.
    Time,
    /// A web address.
    Web,
    /// One of some words.
    Word(&'static [&'static str]),
}

/// A cell.
#[derive(Clone, PartialEq, Debug)]
pub enum DataCell<'a> {
    /// Nothing is known.
    None,
    /// Text.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A whole number.
    Count(i64),
    /// True or false.
    Flag(bool),
}

/// How many bytes the rows of all tables of a municipality may take in memory: of hours alone that is two hundred centres with five services.
const MOST_BYTES: usize = 96 << 20;

/// Rows in the making, which are no more than there is room for: each day of each service has one, with all that it says anew.
#[derive(Default)]
pub struct Rows<'a> {
    rows: Vec<Vec<DataCell<'a>>>,
    bytes: usize,
}

impl<'a> Rows<'a> {
    /// Adds a row, unless there is no room for it.
    pub fn push(&mut self, row: Vec<DataCell<'a>>) {
        let bytes = |cell: &DataCell<'_>| {
            size_of::<DataCell<'_>>() + if let DataCell::Text(text) = cell { text.len() } else { 0 }
        };
        self.bytes += row.iter().map(bytes).sum::<usize>();
        if !self.is_over() {
            self.rows.push(row);
        }
    }

    /// Was there more than there is room for?
    pub fn is_over(&self) -> bool {
        self.bytes > MOST_BYTES
    }

    /// All rows up to here, for a table; the room that they took stays taken.
    pub fn take(&mut self) -> Vec<Vec<DataCell<'a>>> {
        std::mem::take(&mut self.rows)
    }
}

impl<'a> DataCell<'a> {
    /// A text; nothing where it is empty.
    pub fn text(text: impl Into<Cow<'a, str>>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::None } else { Self::Text(text) }
    }

    /// What may be missing.
    pub fn maybe<T: ToString>(value: Option<T>) -> Self {
        value.map_or(Self::None, |value| Self::text(value.to_string()))
    }

    fn value(&self) -> Option<Value> {
        match self {
            Self::None => None,
            Self::Text(text) => Some(json!(text)),
            Self::Number(number) => Some(json!(number)),
            Self::Count(number) => Some(json!(number)),
            Self::Flag(flag) => Some(json!(flag)),
        }
    }

    fn write(&self, sheet: &mut SheetWriter<Vec<u8>>) -> csv::Result<()> {
        match self {
            Self::None => sheet.own(""),
            Self::Text(text) => sheet.text(text),
            Self::Number(number) => sheet.own(&number.to_string()),
            Self::Count(number) => sheet.own(&number.to_string()),
            Self::Flag(flag) => sheet.own(if *flag { "true" } else { "false" }),
        }
    }
}

impl DataTable<'_> {
    /// What stands before its rows as CSV: a byte order mark, without which a spreadsheet takes `å` for two other letters, and the columns.
    pub fn csv_head(&self) -> String {
        let head = lines(|sheet| sheet.own_row(self.columns.iter().map(|column| column.name)));
        format!("\u{feff}{head}")
    }

    /// Its rows as CSV: commas, RFC 4180.
    pub fn csv_rows(&self) -> DataRows {
        DataRows::new(lines(|sheet| {
            self.rows.iter().try_for_each(|row| {
                row.iter().try_for_each(|cell| cell.write(sheet))?;
                sheet.end_row()
            })
        }))
    }

    /// Its rows as objects. What is not known is left out.
    pub fn records(&self) -> impl Iterator<Item = Map<String, Value>> {
        self.rows.iter().map(|row| {
            let fields = self.columns.iter().zip(row);
            fields.filter_map(|(column, cell)| Some((column.name.to_string(), cell.value()?))).collect()
        })
    }

    /// Its rows as objects of JSON.
    pub fn json_rows(&self) -> DataRows {
        DataRows::of_values(self.records().map(Value::Object))
    }

    /// What the CSV holds, as a Table Schema (Frictionless Data).
    pub fn table_schema(&self, lang: &str) -> String {
        let field = |column: &Column| {
            let mut field = Map::new();
            field.insert("name".into(), json!(column.name));
            field.insert("type".into(), json!(column.kind.table_type()));
            if column.kind == ColumnKind::Web {
                field.insert("format".into(), json!("uri"));
            }
            field.insert("description".into(), json!(column.meaning(lang)));
            let mut constraints = Map::new();
            if column.required {
                constraints.insert("required".into(), json!(true));
            }
            match column.kind {
                ColumnKind::Word(words) => drop(constraints.insert("enum".into(), json!(words))),
                ColumnKind::Time => drop(constraints.insert("pattern".into(), json!(TIME))),
                _ => {}
            }
            if !constraints.is_empty() {
                field.insert("constraints".into(), Value::Object(constraints));
            }
            Value::Object(field)
        };
        let fields: Vec<Value> = self.columns.iter().map(field).collect();
        let mut schema = json!({"fields": fields, "missingValues": [""]});
        if !self.key.is_empty() {
            schema["primaryKey"] = json!(self.key);
        }
        json_text::lines(&schema)
    }

    /// What the JSON holds, as a JSON Schema.
    pub fn json_schema(&self, lang: &str) -> Value {
        let property = |column: &Column| {
            let mut property = column.kind.json_type();
            property["description"] = json!(column.meaning(lang));
            (column.name.to_string(), property)
        };
        let properties: Map<String, Value> = self.columns.iter().map(property).collect();
        let required: Vec<&str> =
            self.columns.iter().filter(|column| column.required).map(|column| column.name).collect();
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "type": "array",
            "items": {
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            },
        })
    }
}

/// Lines of CSV.
fn lines(write: impl FnOnce(&mut SheetWriter<Vec<u8>>) -> csv::Result<()>) -> String {
    let mut sheet = SheetWriter::standard(Vec::new());
    // A Vec takes all that is written to it.
    let _ = write(&mut sheet);
    sheet.into_text()
}

/// What a time of the day looks like.
pub const TIME: &str = "^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

impl Column {
    /// What it means, in Swedish for Swedish readers and in English for all others.
    pub fn meaning(&self, lang: &str) -> &'static str {
        let [swedish, english] = self.says;
        if lang == "sv" { swedish } else { english }
    }
}

impl ColumnKind {
    fn table_type(self) -> &'static str {
        match self {
            Self::Text | Self::Time | Self::Web | Self::Word(_) => "string",
            Self::Number => "number",
            Self::Count => "integer",
            Self::Flag => "boolean",
            Self::Date => "date",
        }
    }

    fn json_type(self) -> Value {
        match self {
            Self::Text => json!({"type": "string"}),
            Self::Time => json!({"type": "string", "pattern": TIME}),
            Self::Web => json!({"type": "string", "format": "uri"}),
            Self::Date => json!({"type": "string", "format": "date"}),
            Self::Word(words) => json!({"enum": words}),
            Self::Number => json!({"type": "number"}),
            Self::Count => json!({"type": "integer"}),
            Self::Flag => json!({"type": "boolean"}),
        }
    }

    /// Its name in words, for the page that explains the columns.
    pub fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Count => "count",
            Self::Flag => "flag",
            Self::Date => "date",
            Self::Time => "time",
            Self::Web => "web",
            Self::Word(_) => "word",
        }
    }
}
