//! Files of data that are put together of rows: a municipality's of its own, the region's of those of all municipalities.
//!
//! So the region's say nothing that a municipality's do not, in the same words, and cost no centre to be understood twice. What one says of a
//! centre is made once, with the municipality, and shared by both files.

use std::io::{Read, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::bufread::DeflateDecoder;
use flate2::write::DeflateEncoder;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::base::{Fingerprint, json as json_text};

/// The rows of a municipality in one of its files, without what stands before and after all rows.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "KeptRows", into = "KeptRows")]
pub struct DataRows {
    text: RowsText,
    /// How many bytes they have, unpacked.
    length: usize,
    fingerprint: Fingerprint,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
enum RowsText {
    Plain(Arc<str>),
    /// A raw stream of DEFLATE.
    Packed(Arc<[u8]>),
}

/// Rows as they are remembered.
#[derive(Serialize, Deserialize)]
struct KeptRows(RowsText, usize, Fingerprint);

/// How many bytes one byte of DEFLATE stands for at most.
const MOST_PER_BYTE: usize = 1032;

/// Rows of fewer bytes are not worth packing.
const SHORT: usize = 16 << 10;

/// What a municipality gives to a file of the region's.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DataShare {
    /// The file, by its address: it has the same one in both folders.
    pub url: String,
    /// What it gives.
    pub rows: DataRows,
}

impl DataShare {
    /// The same, to be kept.
    pub fn packed(self) -> Self {
        Self { rows: self.rows.packed(), ..self }
    }
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
        let fingerprint = Fingerprint::of(text.as_bytes());
        Self { length: text.len(), text: RowsText::Plain(text.into()), fingerprint }
    }

    /// The same, to be kept as long as the municipality is: a row says much that the one before it said, so they take a tenth of the room.
    pub fn packed(&self) -> Self {
        let RowsText::Plain(text) = &self.text else { return self.clone() };
        let mut writer = DeflateEncoder::new(Vec::new(), Compression::fast());
        match writer.write_all(text.as_bytes()).and_then(|()| writer.finish()) {
            Ok(packed) if text.len() > SHORT => Self { text: RowsText::Packed(packed.into()), ..*self },
            _ => self.clone(),
        }
    }

    /// Adds them to what is written. What was packed is text, however it was come by.
    fn write(&self, out: &mut Vec<u8>) {
        match &self.text {
            RowsText::Plain(text) => out.extend_from_slice(text.as_bytes()),
            RowsText::Packed(packed) => {
                let mut text = Vec::with_capacity(self.length);
                let mut reader = DeflateDecoder::new(&**packed).take(self.length as u64);
                // One that is torn ends early. A memory is held against its checksum before anything in it is believed.
                let _ = reader.read_to_end(&mut text);
                out.extend_from_slice(String::from_utf8_lossy(&text).as_bytes());
            }
        }
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

impl From<DataRows> for KeptRows {
    fn from(DataRows { text, length, fingerprint }: DataRows) -> Self {
        Self(text, length, fingerprint)
    }
}

impl TryFrom<KeptRows> for DataRows {
    type Error = &'static str;

    /// A length that the bytes cannot have is refused before room is made for it.
    fn try_from(KeptRows(text, length, fingerprint): KeptRows) -> Result<Self, &'static str> {
        let fits = match &text {
            RowsText::Plain(text) => text.len() == length,
            RowsText::Packed(packed) => length <= packed.len().saturating_mul(MOST_PER_BYTE),
        };
        if fits { Ok(Self { text, length, fingerprint }) } else { Err("rows of another length") }
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
    fn there(&self) -> impl Iterator<Item = &DataRows> {
        self.rows.iter().filter(|rows| rows.length > 0)
    }

    /// How long it is.
    pub fn bytes(&self) -> usize {
        let DataForm { before, between, after } = &self.form;
        let rows: usize = self.there().map(|rows| rows.length + between.len()).sum();
        before.len() + rows.saturating_sub(between.len()) + after.len()
    }

    /// The most that one municipality gives: what all give together was counted with each of them.
    pub fn largest(&self) -> usize {
        self.there().map(|rows| rows.length).max().unwrap_or_default()
    }

    /// Writes it.
    pub fn write(&self, out: &mut Vec<u8>) {
        out.reserve(self.bytes());
        out.extend_from_slice(self.form.before.as_bytes());
        for (place, rows) in self.there().enumerate() {
            let between = if place == 0 { "" } else { self.form.between };
            out.extend_from_slice(between.as_bytes());
            rows.write(out);
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
    fn packed_rows_are_the_same_rows_and_none_have_a_length_that_they_cannot_have() {
        let plain = DataRows::new("0180,Väntrummet,2026-12-01,09:00,16:00,open\r\n".repeat(1500));
        let packed = plain.packed();
        let of = |rows: &DataRows| {
            let file = DataFile { form: DataForm::csv(String::new()), rows: vec![rows.clone()] };
            let mut out = Vec::new();
            file.write(&mut out);
            assert_eq!(out.len(), file.bytes());
            out
        };
        assert_eq!(of(&packed), of(&plain));
        assert_eq!(packed.fingerprint(), plain.fingerprint());
        let kept = postcard::to_allocvec(&packed).unwrap();
        assert!(kept.len() < plain.length / 10, "{}", kept.len());
        assert_eq!(postcard::from_bytes::<DataRows>(&kept).unwrap(), packed);
        let forged = KeptRows(packed.text.clone(), usize::MAX / 2, packed.fingerprint);
        let forged = postcard::to_allocvec(&forged).unwrap();
        assert!(postcard::from_bytes::<DataRows>(&forged).is_err());
        let torn = DataRows { text: RowsText::Packed([7_u8; 40].into()), length: 9000, ..packed };
        let mut out = Vec::new();
        torn.write(&mut out);
        assert!(out.len() <= 9000);
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
