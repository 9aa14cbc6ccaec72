//! Files of data that are put together of rows: a municipality's of its own, the region's of those of all municipalities.
//!
//! So the region's say nothing that a municipality's do not, in the same words, and cost no centre to be understood twice. What one says of a
//! centre is made once, with the municipality, and shared by both files.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::{Fingerprint, json as json_text};

/// The rows of a municipality in one of its files, without what stands before and after all rows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DataRows {
    text: Arc<str>,
    fingerprint: Fingerprint,
}

/// What a municipality gives to a file of the region's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DataShare {
    /// The file, by its address: it has the same one in both folders.
    pub url: String,
    /// What it gives.
    pub rows: DataRows,
}

/// A file of rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DataFile {
    /// How the rows stand in it.
    pub form: DataForm,
    /// The rows, those of a municipality together.
    pub rows: Vec<DataRows>,
}

/// What stands before all rows, between those of two municipalities, and after all.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DataForm {
    before: String,
    between: &'static str,
    after: String,
}

impl DataRows {
    /// Rows that were just written.
    pub fn new(text: String) -> Self {
        Self { fingerprint: Fingerprint::of(text.as_bytes()), text: text.into() }
    }

    /// Values as rows of a list in JSON.
    pub fn of_values(values: impl Iterator<Item = Value>) -> Self {
        let mut text = String::new();
        for value in values {
            if !text.is_empty() {
                text.push(',');
            }
            text.push_str(&json_text::line(&value));
        }
        Self::new(text)
    }

    /// Their bytes.
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl DataForm {
    /// A list in JSON.
    pub fn list() -> Self {
        Self { before: "[".to_string(), between: ",", after: "]".to_string() }
    }

    /// Places on a map (RFC 7946).
    pub fn places() -> Self {
        let empty = json_text::line(&json!({"type": "FeatureCollection", "features": []}));
        let (before, after) = empty.split_once("[]").unwrap_or_default();
        Self { before: format!("{before}["), between: ",", after: format!("]{after}") }
    }

    /// CSV: a head, and a line for each row.
    pub fn csv(head: String) -> Self {
        Self { before: head, between: "", after: String::new() }
    }
}

impl DataFile {
    /// The rows that are there: of a municipality without any there is nothing to stand between.
    fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(|rows| &*rows.text).filter(|text| !text.is_empty())
    }

    /// How long it is.
    pub fn bytes(&self) -> usize {
        let DataForm { before, between, after } = &self.form;
        let rows: usize = self.texts().map(|text| text.len() + between.len()).sum();
        before.len() + rows.saturating_sub(between.len()) + after.len()
    }

    /// The most that one municipality gives: what all give together was counted with each of them.
    pub fn largest(&self) -> usize {
        self.texts().map(str::len).max().unwrap_or_default()
    }

    /// Writes it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.reserve(self.bytes());
        out.extend_from_slice(self.form.before.as_bytes());
        for (place, text) in self.texts().enumerate() {
            let between = if place == 0 { "" } else { self.form.between };
            out.extend_from_slice(between.as_bytes());
            out.extend_from_slice(text.as_bytes());
        }
        out.extend_from_slice(self.form.after.as_bytes());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(form: DataForm, rows: &[&str]) -> String {
        let rows = rows.iter().map(|text| DataRows::new((*text).to_string())).collect();
        let file = DataFile { form, rows };
        let mut out = Vec::new();
        file.write(&mut out);
        assert_eq!(out.len(), file.bytes());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn rows_of_many_are_one_list_and_who_has_none_leaves_no_gap() {
        assert_eq!(written(DataForm::list(), &[]), "[]");
        assert_eq!(written(DataForm::list(), &["", "1,2", "", "3", ""]), "[1,2,3]");
        let places = written(DataForm::places(), &["{}", "{}"]);
        let value: Value = serde_json::from_str(&places).unwrap();
        assert_eq!(value, json!({"type": "FeatureCollection", "features": [{}, {}]}));
        assert_eq!(
            written(DataForm::places(), &[""]),
            json_text::line(&json!({"type": "FeatureCollection", "features": []}))
        );
    }

    #[test]
    fn values_are_the_rows_of_the_list_that_they_would_be() {
        let values = [json!({"a": "å\u{200f}\"<"}), json!([1, "\u{1}"])];
        let rows = DataRows::of_values(values.iter().cloned());
        let list = DataFile { form: DataForm::list(), rows: vec![rows] };
        let mut out = Vec::new();
        list.write(&mut out);
        assert_eq!(String::from_utf8(out).unwrap(), json_text::line(&Value::Array(values.to_vec())));
    }
}
