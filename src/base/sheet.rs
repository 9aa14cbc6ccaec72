//! The one writer of CSV. What somebody wrote is shown in a spreadsheet, and never obeyed.

use std::borrow::Cow;
use std::io::{self, Write};

use super::characters::visible;

/// A sheet in the making, cell by cell (RFC 4180).
pub struct SheetWriter<W: Write> {
    cells: csv::Writer<W>,
}

impl<W: Write> SheetWriter<W> {
    /// One whose cells are parted by commas, and whose rows end as the standard has it.
    pub fn standard(out: W) -> Self {
        Self::new(out, b',', csv::Terminator::CRLF)
    }

    /// One whose cells are parted by semicolons, as spreadsheets want it where the comma is for decimals.
    pub fn with_semicolons(out: W) -> Self {
        Self::new(out, b';', csv::Terminator::CRLF)
    }

    /// One whose rows end as lines of text do.
    pub fn with_lines(out: W) -> Self {
        Self::new(out, b',', csv::Terminator::Any(b'\n'))
    }

    fn new(out: W, delimiter: u8, terminator: csv::Terminator) -> Self {
        let mut builder = csv::WriterBuilder::new();
        Self { cells: builder.delimiter(delimiter).terminator(terminator).from_writer(out) }
    }

    /// A cell that somebody wrote.
    pub fn text(&mut self, text: &str) -> csv::Result<()> {
        match visible(text) {
            Cow::Borrowed(text) => self.cells.write_field(&*harmless(text)),
            Cow::Owned(text) => self.cells.write_field(&*harmless(&text)),
        }
    }

    /// A cell of the program's own: a number, which may begin with a minus, or a word of its own.
    pub fn own(&mut self, cell: &str) -> csv::Result<()> {
        self.cells.write_field(cell)
    }

    /// Ends a row.
    pub fn end_row(&mut self) -> csv::Result<()> {
        self.cells.write_record(None::<&[u8]>)
    }

    /// A row of the program's own cells.
    pub fn own_row<C: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = C>) -> csv::Result<()> {
        cells.into_iter().try_for_each(|cell| self.own(cell.as_ref()))?;
        self.end_row()
    }

    /// Hands on all that was written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.cells.flush()
    }
}

impl SheetWriter<Vec<u8>> {
    /// The text of all that was written.
    pub fn into_text(self) -> String {
        // A Vec takes all, and all of it is text.
        String::from_utf8(self.cells.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

/// A spreadsheet takes a text that begins so for a formula, which can send the sheet elsewhere (OWASP, CSV injection); some take the wide
/// signs of East Asia for it too. What stands before it unseen does not count, and what follows a semicolon or a comma is a cell of its own
/// where the country's settings part columns there. After a comma only what begins no number is one: lists hold `+46 8 …`.
fn harmless(text: &str) -> Cow<'_, str> {
    // Most cells are one word, number or day: those begin no formula, and hold no second cell.
    let is_part = |byte| PARTS.contains(&char::from(byte));
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) && !text.bytes().any(is_part) {
        return Cow::Borrowed(text);
    }
    let is_unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let mut out = String::with_capacity(text.len());
    let mut is_after_comma = false;
    for part in text.split_inclusive(PARTS) {
        let begins: &[char] = if is_after_comma { &BEGINS_FORMULA[..4] } else { &BEGINS_FORMULA };
        let is_formula = part.starts_with(begins) || part.trim_start_matches(is_unseen).starts_with(begins);
        out.extend(is_formula.then_some('\''));
        out.push_str(part);
        is_after_comma = part.ends_with(',');
    }
    Cow::Owned(out)
}

/// What may part cells, by the country's settings.
const PARTS: [char; 4] = [';', ',', '\t', '\n'];

/// What a formula begins with, those first that begin no number.
const BEGINS_FORMULA: [char; 11] = ['=', '@', '＝', '＠', '+', '-', '＋', '－', '\t', '\r', '\n'];
