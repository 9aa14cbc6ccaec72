//! The inventory: each version of each file that was ever published, with the days on which it was. And what is to be kept of it, by kind.
//!
//! A new inventory is the old one with the new publication, row by row in the order of the addresses, so it costs no memory however long it gets.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};

use jiff::civil::Date;
use serde::Deserialize;

use super::kind::ArchiveKind;
use super::{ArchiveHash, ReadFault};
use crate::base::sheet::SheetWriter;
use crate::parse::municipality::RetentionRules;

/// No line is longer, by far: it has an address and a title.
const MOST_LINE: usize = 1 << 20;

/// A version of a file.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
struct VersionRow {
    address: String,
    title: String,
    kind: String,
    from: String,
    /// Empty while it is published.
    until: String,
    hash: String,
}

/// What stands in each of its columns.
const COLUMNS: [&str; 6] = ["address", "title", "kind", "from", "until", "hash"];

/// A file of the new publication.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Current {
    /// Its address.
    pub address: String,
    /// What it is called.
    pub title: String,
    /// Of what kind it is.
    pub kind: ArchiveKind,
    /// Its bytes.
    pub hash: ArchiveHash,
}

/// What became of files.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Merged {
    /// The addresses that were not there before.
    pub new: usize,
    /// Those with other bytes.
    pub changed: usize,
    /// Those that are gone.
    pub gone: usize,
    /// Those that are as they were.
    pub same: usize,
    /// Which of the current files are new or changed, in their order.
    pub is_new: Vec<bool>,
    kinds: BTreeMap<ArchiveKind, KindCount>,
}

/// What there is of a kind.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct KindCount {
    files: usize,
    versions: usize,
    from: String,
    until: String,
}

impl Merged {
    /// Is the site as it was?
    pub fn is_same(&self) -> bool {
        self.new + self.changed + self.gone == 0
    }
}

/// Writes the inventory anew: the old one, if there is one, and the files of this day, sorted by address.
pub fn merge(
    old: Option<&mut dyn Read>,
    current: &[Current],
    day: &str,
    out: &mut dyn Write,
) -> Result<Merged, ReadFault> {
    let mut merging =
        Merging { rows: SheetWriter::with_lines(out), has_head: false, day, merged: Merged::default() };
    let mut next = current.iter().peekable();
    let mut last: Option<VersionRow> = None;
    if let Some(old) = old {
        let lines = ShortLines { inner: old, run: 0 };
        for row in csv::Reader::from_reader(lines).into_deserialize::<VersionRow>() {
            let row = row.map_err(fault)?;
            if row_fault(&row) || last.as_ref().is_some_and(|last| last.address > row.address) {
                return Err(ReadFault::broken());
            }
            if let Some(before) = last.replace(row.clone()) {
                let is_last = before.address != row.address;
                merging.close(before, is_last, &mut next)?;
            }
        }
    }
    if let Some(before) = last {
        merging.close(before, true, &mut next)?;
    }
    for file in next {
        merging.add(file)?;
    }
    merging.rows.flush()?;
    drop(merging.rows);
    Ok(merging.merged)
}

fn row_fault(row: &VersionRow) -> bool {
    let is_day = |text: &str| text.parse::<Date>().is_ok_and(|day| day.to_string() == text);
    let are_days = is_day(&row.from) && (row.until.is_empty() || is_day(&row.until));
    // What is no day would stand in the other list too, which people open in a spreadsheet; and what is no address may be a formula.
    let is_address = row.address.starts_with("https://") || row.address.starts_with("http://");
    ArchiveHash::parse(&row.hash).is_none()
        || ArchiveKind::parse(&row.kind).is_none()
        || !are_days
        || !is_address
}

/// A file that is read as long as its lines are no longer than those of an inventory: a row is held in memory as a whole.
struct ShortLines<'a> {
    inner: &'a mut dyn Read,
    /// How many bytes came since the last end of a line.
    run: usize,
}

impl Read for ShortLines<'_> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(bytes)?;
        let read = bytes.get(..count).unwrap_or_default();
        self.run = match read.iter().rposition(|byte| *byte == b'\n') {
            Some(at) => count - at - 1,
            None => self.run.saturating_add(count),
        };
        if self.run > MOST_LINE { Err(io::ErrorKind::InvalidData.into()) } else { Ok(count) }
    }
}

fn fault(error: csv::Error) -> ReadFault {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error.into(),
        _ => ReadFault::broken(),
    }
}

struct Merging<'a> {
    rows: SheetWriter<&'a mut dyn Write>,
    /// Was the line written that says what stands in each column? One without rows has none.
    has_head: bool,
    day: &'a str,
    merged: Merged,
}

impl Merging<'_> {
    /// Writes an old row: the last one of its address is held against what is published now.
    fn close<'c>(
        &mut self,
        mut row: VersionRow,
        is_last: bool,
        next: &mut std::iter::Peekable<impl Iterator<Item = &'c Current>>,
    ) -> Result<(), ReadFault> {
        while let Some(file) = next.next_if(|file| file.address < row.address) {
            self.add(file)?;
        }
        let file = next.next_if(|file| is_last && file.address == row.address);
        let is_open = is_last && row.until.is_empty();
        let is_same = file.is_some_and(|file| is_open && file.hash.to_string() == row.hash);
        if is_open && !is_same {
            row.until = self.day.to_string();
        }
        self.write(&row)?;
        match file {
            Some(_) if is_same => {
                self.merged.same += 1;
                self.merged.is_new.push(false);
            }
            Some(file) if is_open => {
                self.merged.changed += 1;
                self.put(file)?;
            }
            Some(file) => self.add(file)?,
            None if is_open => self.merged.gone += 1,
            None => {}
        }
        Ok(())
    }

    fn add(&mut self, file: &Current) -> Result<(), ReadFault> {
        self.merged.new += 1;
        self.put(file)
    }

    fn put(&mut self, file: &Current) -> Result<(), ReadFault> {
        self.merged.is_new.push(true);
        self.write(&VersionRow {
            address: file.address.clone(),
            title: file.title.clone(),
            kind: file.kind.name().to_string(),
            from: self.day.to_string(),
            until: String::new(),
            hash: file.hash.to_string(),
        })
    }

    fn write(&mut self, row: &VersionRow) -> Result<(), ReadFault> {
        if let Some(kind) = ArchiveKind::parse(&row.kind) {
            let kept = self.merged.kinds.entry(kind).or_default();
            kept.versions += 1;
            kept.files += usize::from(row.until.is_empty());
            if kept.from.is_empty() || row.from < kept.from {
                kept.from.clone_from(&row.from);
            }
            let until = if row.until.is_empty() { self.day } else { &row.until };
            if kept.until.as_str() < until {
                kept.until = until.to_string();
            }
        }
        self.cells(row).map_err(fault)
    }

    fn cells(
        &mut self,
        VersionRow { address, title, kind, from, until, hash }: &VersionRow,
    ) -> csv::Result<()> {
        if !std::mem::replace(&mut self.has_head, true) {
            self.rows.own_row(COLUMNS)?;
        }
        // The rows are found by their addresses, so those stay as they are.
        self.rows.own(address)?;
        self.rows.text(title)?;
        self.rows.own_row([kind, from, until, hash])
    }
}

/// The list of what is kept and what is to be discarded: a row for each kind.
pub fn retention(merged: &Merged, rules: &RetentionRules) -> String {
    let mut sheet = SheetWriter::with_lines(Vec::new());
    // A Vec takes all that is written to it.
    let _ = sheet.own_row(["kind", "retention", "published", "versions", "from", "until"]);
    for kind in ArchiveKind::ALL {
        let KindCount { files, versions, from, until } = merged.kinds.get(&kind).cloned().unwrap_or_default();
        let (rule, files, versions) = (kind.rule(rules).key(), files.to_string(), versions.to_string());
        let _ = sheet.own_row([kind.name(), rule, &files, &versions, &from, &until]);
    }
    sheet.into_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(address: &str, bytes: &str) -> Current {
        let address = format!("https://x.example/{address}");
        Current {
            address,
            title: "=T".into(),
            kind: ArchiveKind::Pages,
            hash: ArchiveHash::of(bytes.as_bytes()),
        }
    }

    fn merged(old: Option<&str>, files: &[Current], day: &str) -> (String, Merged) {
        let (mut out, mut old) = (Vec::new(), old.map(str::as_bytes));
        let merged = merge(old.as_mut().map(|old| old as &mut dyn Read), files, day, &mut out).unwrap();
        (String::from_utf8(out).unwrap(), merged)
    }

    #[test]
    fn each_version_has_its_days_and_an_address_may_come_back() {
        let (one, counted) = merged(None, &[file("a", "1"), file("b", "1")], "2026-01-01");
        assert_eq!((counted.new, counted.is_same()), (2, false));
        let (same, counted) = merged(Some(&one), &[file("a", "1"), file("b", "1")], "2026-01-02");
        assert!(counted.is_same() && same == one);
        let (two, counted) = merged(Some(&one), &[file("a", "2"), file("c", "1")], "2026-01-03");
        assert_eq!((counted.new, counted.changed, counted.gone, counted.same), (1, 1, 1, 0));
        let (three, counted) =
            merged(Some(&two), &[file("a", "1"), file("b", "1"), file("c", "1")], "2026-01-04");
        assert_eq!((counted.new, counted.changed, counted.gone, counted.same), (1, 1, 0, 1));
        assert_eq!(counted.is_new, [true, true, false]);
        let days: Vec<String> = three
            .lines()
            .skip(1)
            .map(|row| {
                let cells: Vec<&str> = row.split(',').collect();
                format!("{} {} {}", &cells[0][18..], cells[3], cells[4])
            })
            .collect();
        assert_eq!(
            days,
            [
                "a 2026-01-01 2026-01-03",
                "a 2026-01-03 2026-01-04",
                "a 2026-01-04 ",
                "b 2026-01-01 2026-01-03",
                "b 2026-01-04 ",
                "c 2026-01-03 "
            ]
        );
        assert!(three.contains(",'=T,"), "no title is a formula");
        let kept = retention(&counted, &RetentionRules::default());
        assert!(kept.contains("pages,keep,3,6,2026-01-01,2026-01-04\n"), "{kept}");
    }

    #[test]
    fn a_title_of_every_character_is_a_cell_of_its_row() {
        let all: Vec<char> = ('\0'..=char::MAX).collect();
        let titles: Vec<String> = all.chunks(1000).map(|some| some.iter().collect()).collect();
        let mut files: Vec<Current> = (0..titles.len()).map(|at| file(&format!("{at:06}"), "1")).collect();
        files.iter_mut().zip(&titles).for_each(|(file, title)| file.title.clone_from(title));
        let (one, _) = merged(None, &files, "2026-01-01");
        // Once more: what was written is read, and stays as it is.
        let (two, counted) = merged(Some(&one), &files, "2026-01-02");
        assert!(counted.is_same() && two == one);
        let mut reader = csv::Reader::from_reader(one.as_bytes());
        let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows.len(), titles.len());
        for (row, (file, title)) in rows.iter().zip(files.iter().zip(&titles)) {
            assert_eq!(&row[0], file.address);
            assert_eq!((&row[2], &row[3], row.len()), ("pages", "2026-01-01", COLUMNS.len()));
            let seen = row[1].chars().filter(|c| !matches!(c, '\'' | '\r' | '\n' | '\t'));
            assert!(!seen.clone().any(crate::base::characters::is_escaped), "{:?}", &row[1]);
            // What is seen of a title stands in it, in its order.
            let mut rest = seen;
            let shown = title.chars().filter(|c| !crate::base::characters::is_escaped(*c));
            let shown = shown.filter(|c| !matches!(c, '\'' | '\r' | '\n' | '\t'));
            assert!(shown.into_iter().all(|c| rest.any(|found| found == c)), "{title:?}");
        }
    }

    #[test]
    fn an_inventory_whose_address_is_a_formula_is_none() {
        let (one, _) = merged(None, &[file("a", "1")], "2026-01-01");
        let forged = one.replace("https://x.example/a", "=HYPERLINK(x)");
        assert_ne!(forged, one);
        let mut out = Vec::new();
        let mut forged = forged.as_bytes();
        assert!(merge(Some(&mut forged as &mut dyn Read), &[], "2026-01-02", &mut out).is_err());
    }
}
