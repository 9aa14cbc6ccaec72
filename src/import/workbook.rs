//! Sheets of a workbook (`.xlsx`): what a person sees in each cell.
//!
//! Read by our own hand: what is asked of a workbook is a table of texts, and the libraries of Rust that read one keep every cell up to
//! the last in memory, wherever a file claims that one is, or do sums with numbers that the file made up.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::sheet::{MOST_COLUMNS, MOST_ROWS, Sheet, SheetRow, cell_text, push};
use super::zip::Archive;
use crate::base::Phrase;
use crate::base::pieces::{Element, XmlPiece, XmlPieces};

/// The most that all parts of a workbook may unpack to.
const MOST_BYTES: usize = 24 * 1024 * 1024;

/// The most sheets that are read.
const MOST_SHEETS: usize = 20;

/// The most areas of joined cells that are read of a sheet.
const MOST_JOINED: usize = 1_000;

/// The longest address of a link.
pub const LONGEST_ADDRESS: usize = 2_000;

/// The most text of all cells: a text that stands once in a file may be shown in each of them.
const MOST_TEXT: usize = 4 * 1024 * 1024;

/// What cells refer to.
#[derive(Default)]
struct Book {
    strings: Vec<String>,
    /// How each style shows a number.
    styles: Vec<Shows>,
    /// Days are counted from 1904.
    is_of_1904: bool,
    /// How much text has been shown.
    shown: Cell<usize>,
}

impl Book {
    /// A text that a cell shows.
    fn show(&self, text: &str) -> Result<String, Phrase> {
        let text = cell_text(text);
        self.shown.set(self.shown.get().saturating_add(text.len()));
        if self.shown.get() > MOST_TEXT {
            return Err(Phrase::new("import-unpacked").with("most", MOST_TEXT / 1024 / 1024));
        }
        Ok(text)
    }
}

/// What a number stands for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
struct Shows {
    day: bool,
    time: bool,
}

/// The sheets that can be seen.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Phrase> {
    let archive = Archive::open(bytes, MOST_BYTES)?;
    let Some(workbook) = archive.read("xl/workbook.xml")? else {
        let is_text = archive.read("word/document.xml")?.is_some();
        return Err(Phrase::new(if is_text { "import-is-text" } else { "import-kind" }));
    };
    let ways = match archive.read("xl/_rels/workbook.xml.rels")? {
        Some(bytes) => relations(&bytes)?,
        None => HashMap::new(),
    };
    let (listed, is_of_1904) = contents(&workbook)?;
    let mut book = Book { is_of_1904, ..Book::default() };
    if let Some(bytes) = archive.read("xl/sharedStrings.xml")? {
        book.strings = strings(&bytes)?;
    }
    if let Some(bytes) = archive.read("xl/styles.xml")? {
        book.styles = styles(&bytes)?;
    }
    let mut all = Vec::new();
    let mut taken: HashSet<String> = HashSet::new();
    for (name, id) in listed {
        let Some(way) = ways.get(&id) else { continue };
        let way = way.strip_prefix('/').map_or_else(|| format!("xl/{way}"), str::to_string);
        // A sheet has a part of its own; one that several share would be read as often.
        if !taken.insert(way.clone()) {
            continue;
        }
        if let Some(bytes) = archive.read(&way)? {
            all.push(sheet(&bytes, name, &book)?);
        }
    }
    Ok(all)
}

/// Where the parts lie that a part names, by its numbers for them.
pub fn relations(bytes: &[u8]) -> Result<HashMap<String, String>, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut found = HashMap::new();
    while let Some(piece) = pieces.next()? {
        if let XmlPiece::Start(element) = piece
            && let (Some(id), Some(target)) = (element.id("Id"), element.attribute("Target"))
        {
            // It is kept once for each that refers to it.
            let target = if target.len() <= LONGEST_ADDRESS { target } else { "" };
            found.insert(id.to_string(), target.to_string());
        }
    }
    Ok(found)
}

/// The names and numbers of the sheets that are not hidden; and whether days are counted from 1904.
fn contents(bytes: &[u8]) -> Result<(Vec<(String, String)>, bool), Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let (mut sheets, mut is_of_1904) = (Vec::new(), false);
    while let Some(piece) = pieces.next()? {
        let XmlPiece::Start(element) = piece else { continue };
        match element.name.as_str() {
            "workbookPr" => is_of_1904 = element.says("date1904"),
            "sheet" if element.attribute("state").is_none_or(|state| state == "visible") => {
                let name = element.attribute("name").unwrap_or_default().to_string();
                sheets.extend(element.id("id").map(|id| (name, id.to_string())));
            }
            _ => {}
        }
    }
    sheets.truncate(MOST_SHEETS);
    Ok((sheets, is_of_1904))
}

/// The texts that cells refer to by number. How they are read aloud in Japanese is no part of them.
fn strings(bytes: &[u8]) -> Result<Vec<String>, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut found = Vec::new();
    while let Some(piece) = pieces.next()? {
        if matches!(&piece, XmlPiece::Start(element) if element.name == "si") {
            found.push(pieces.text_of("rPh")?);
        }
    }
    Ok(found)
}

/// What each style makes of a number.
fn styles(bytes: &[u8]) -> Result<Vec<Shows>, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut own: HashMap<String, Shows> = HashMap::new();
    let (mut found, mut is_of_cells) = (Vec::new(), false);
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => match element.name.as_str() {
                "numFmt" => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    own.insert(id.to_string(), shows(element.attribute("formatCode").unwrap_or_default()));
                }
                "cellXfs" => is_of_cells = true,
                "xf" if is_of_cells => {
                    let id = element.attribute("numFmtId").unwrap_or_default();
                    found.push(own.get(id).copied().unwrap_or_else(|| built_in(id)));
                }
                _ => {}
            },
            XmlPiece::End(name) if name == "cellXfs" => is_of_cells = false,
            _ => {}
        }
    }
    Ok(found)
}

/// The formats that have numbers alone (ECMA-376, 18.8.30).
fn built_in(id: &str) -> Shows {
    match id.parse::<u32>() {
        Ok(14..=17) => Shows { day: true, time: false },
        Ok(18..=21 | 45..=47) => Shows { day: false, time: true },
        Ok(22) => Shows { day: true, time: true },
        _ => Shows::default(),
    }
}

/// What a format of somebody's own shows: `yyyy\-mm\-dd;@`, `[h]:mm`, `"kl. "hh.mm`.
fn shows(format: &str) -> Shows {
    let (mut day, mut time, mut month) = (false, false, false);
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            '\\' | '_' | '*' => {
                signs.next();
            }
            '"' => {
                signs.by_ref().find(|sign| *sign == '"');
            }
            '[' => {
                let within: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                time |= matches!(within.to_ascii_lowercase().as_str(), "h" | "hh" | "m" | "mm");
            }
            'y' | 'd' => day = true,
            'h' | 's' => time = true,
            'm' => month = true,
            // What follows is for numbers below nothing.
            ';' => break,
            _ => {}
        }
    }
    Shows { day: day || month && !time, time }
}

/// A sheet's rows.
fn sheet(bytes: &[u8], name: String, book: &Book) -> Result<Sheet, Phrase> {
    let mut pieces = XmlPieces::of(bytes);
    let mut sheet = Sheet { name, ..Sheet::default() };
    let (mut row, mut next) = (SheetRow::default(), 0);
    let mut joined = Vec::new();
    while let Some(piece) = pieces.next()? {
        match piece {
            XmlPiece::Start(element) => match element.name.as_str() {
                "row" => {
                    let number = element.attribute("r").and_then(|number| number.parse().ok());
                    let number = number.unwrap_or(row.number.saturating_add(1));
                    (row, next) = (SheetRow { number, cells: Vec::new() }, 0);
                }
                "c" => {
                    let column = element.attribute("r").and_then(column_of).unwrap_or(next);
                    let text = cell(&element, &mut pieces, book)?;
                    next = column.saturating_add(1);
                    // A row that says it is wider than any table is not.
                    if column < MOST_COLUMNS && !text.is_empty() {
                        row.cells.resize(row.cells.len().max(column + 1), String::new());
                        row.cells[column] = text;
                    }
                }
                "mergeCell" if joined.len() < MOST_JOINED => {
                    joined.extend(element.attribute("ref").and_then(area_of));
                }
                _ => {}
            },
            XmlPiece::End(name) if name == "row" => {
                if sheet.rows.len() < MOST_ROWS {
                    // Where rows lie in each other, what was read of one is not read again as another's.
                    let number = row.number;
                    push(&mut sheet, std::mem::take(&mut row));
                    row.number = number;
                } else {
                    sheet.is_cut |= row.cells.iter().any(|cell| !cell.is_empty());
                }
            }
            _ => {}
        }
    }
    spread(&mut sheet, &joined, book)?;
    Ok(sheet)
}

/// What is seen in a cell.
fn cell(element: &Element, pieces: &mut XmlPieces<'_>, book: &Book) -> Result<String, Phrase> {
    let kind = element.attribute("t").unwrap_or("n").to_string();
    let style = element.attribute("s").and_then(|style| style.parse::<usize>().ok());
    let shows = style.and_then(|style| book.styles.get(style)).copied().unwrap_or_default();
    let (mut value, mut depth) = (String::new(), 1_usize);
    while depth > 0 {
        match pieces.next()? {
            Some(XmlPiece::Start(inner)) if inner.name == "v" || inner.name == "is" => {
                value = pieces.text_of("rPh")?;
            }
            // A formula is not what is seen.
            Some(XmlPiece::Start(inner)) if inner.name == "f" => {
                pieces.text_of("")?;
            }
            Some(XmlPiece::Start(_)) => depth += 1,
            Some(XmlPiece::End(_)) => depth -= 1,
            Some(XmlPiece::Text(_)) => {}
            None => break,
        }
    }
    match kind.as_str() {
        "s" => {
            let text = value.trim().parse().ok().and_then(|at: usize| book.strings.get(at));
            book.show(text.map_or("", String::as_str))
        }
        "b" => book.show(if value.trim() == "1" { "ja" } else { "nej" }),
        "n" => book.show(&number(value.trim(), shows, book.is_of_1904)),
        _ => book.show(&value),
    }
}

/// A number as it is shown: a day, a time of the day, or itself without what computing leaves behind its decimals.
fn number(written: &str, shows: Shows, is_of_1904: bool) -> String {
    let Ok(value) = written.parse::<f64>() else { return written.to_string() };
    // No date of ours is further off.
    if !(0.0..100_000.0).contains(&value) || !(shows.day || shows.time) {
        return if value.is_finite() { plain(value) } else { written.to_string() };
    }
    #[expect(clippy::cast_possible_truncation, reason = "less than a hundred thousand days of 1,440 minutes")]
    let minutes = (value * 1_440.0).round() as i64;
    let (days, minutes) = (minutes / 1_440, minutes % 1_440);
    let day = (shows.day && days > 0).then(|| day_of(days, is_of_1904)).flatten();
    let time = (shows.time || minutes > 0).then(|| format!("{:02}.{:02}", minutes / 60, minutes % 60));
    match (day, time) {
        (Some(day), Some(time)) if minutes > 0 => format!("{day} {time}"),
        (Some(day), _) => day.to_string(),
        (None, Some(time)) => time,
        (None, None) => plain(value),
    }
}

/// A number with at most six decimals.
fn plain(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_string() } else { text.to_string() }
}

/// A day by its number. The program counts a 29 February 1900 that never was.
fn day_of(days: i64, is_of_1904: bool) -> Option<Date> {
    let first = if is_of_1904 { Date::new(1904, 1, 1) } else { Date::new(1899, 12, 30) };
    first.ok()?.checked_add(days.days()).ok()
}

/// The column of a cell's name: `C7` is the third. None for what is no name, or beyond all columns.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters
        .take(4)
        .fold(0_usize, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    column.checked_sub(1)
}

/// An area of joined cells: its columns and rows, the first and the last.
type JoinedCells = ((usize, usize), (usize, usize));

fn area_of(text: &str) -> Option<JoinedCells> {
    let (first, last) = text.split_once(':')?;
    let row = |name: &str| name.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse().ok();
    Some(((column_of(first)?, row(first)?), (column_of(last)?, row(last)?)))
}

/// A day that was written once in a cell as high as five rows stands for each of them.
fn spread(sheet: &mut Sheet, joined: &[JoinedCells], book: &Book) -> Result<(), Phrase> {
    for ((column, from), (_, to)) in joined.iter().filter(|((column, _), _)| *column < MOST_COLUMNS) {
        let first = sheet.rows.iter().find(|row| row.number == *from);
        let Some(text) = first.map(|row| row.cell(*column).to_string()).filter(|text| !text.is_empty())
        else {
            continue;
        };
        let below = sheet.rows.iter_mut().filter(|row| row.number > *from && row.number <= *to);
        for row in below.filter(|row| row.cell(*column).is_empty()) {
            row.cells.resize(row.cells.len().max(column + 1), String::new());
            row.cells[*column] = book.show(&text)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_for_days_and_times() {
        let is = |day, time| Shows { day, time };
        for (format, shown) in [
            ("General", is(false, false)),
            ("0.00", is(false, false)),
            ("yyyy\\-mm\\-dd;@", is(true, false)),
            ("[$-41D]d mmmm yyyy", is(true, false)),
            ("hh:mm", is(false, true)),
            ("[h]:mm:ss", is(false, true)),
            ("\"kl. \"hh.mm", is(false, true)),
            ("yyyy-mm-dd hh:mm", is(true, true)),
            ("mmmm", is(true, false)),
            ("0\" mån\"", is(false, false)),
        ] {
            assert_eq!(shows(format), shown, "{format}");
        }
    }

    #[test]
    fn numbers_are_what_is_seen() {
        let (day, time) = (Shows { day: true, time: false }, Shows { day: false, time: true });
        for (written, shown, seen) in [
            ("46266", day, "2026-09-01"),
            ("0.4166666666666667", time, "10.00"),
            ("0.4375", time, "10.30"),
            ("46266.4375", Shows { day: true, time: true }, "2026-09-01 10.30"),
            ("1", Shows::default(), "1"),
            ("20.50", Shows::default(), "20.5"),
            ("0.30000000000000004", Shows::default(), "0.3"),
            ("1e300", day, &plain(1e300)),
            ("NaN", day, "NaN"),
            ("x", day, "x"),
        ] {
            assert_eq!(number(written, shown, false), seen, "{written}");
        }
        assert_eq!(number("44804", day, true), "2026-09-01");
    }
}
