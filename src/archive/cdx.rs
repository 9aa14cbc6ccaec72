//! The index of a year: a line for each record, sorted by address, packed by thousands with a second index of these (CDXJ, ZipNum).

use std::fmt;
use std::io::{self, BufRead, Read, Write};

use flate2::bufread::MultiGzDecoder;
use flate2::{Compression, GzBuilder};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::stamp::PublishedAt;
use super::tally::{Tallied, Tally};
use super::{ArchiveHash, ReadFault};
use crate::base::content_type::{bare, content_type};

/// What stands for the kind of a record without bytes of its own.
const REVISIT: &str = "warc/revisit";

/// How many lines are packed together.
const LINES: usize = 1024;

/// No line is longer.
const MOST_LINE: u64 = 64 << 10;

/// The name that the index has in its package.
const NAME: &str = "index.cdx.gz";

/// A line: where a record lies.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct CdxLine {
    /// The address as it is sorted.
    key: String,
    /// When it was published.
    pub stamp: PublishedAt,
    fields: CdxFields,
}

/// In the order that other programs write them in.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
struct CdxFields {
    url: String,
    mime: String,
    status: String,
    digest: String,
    length: String,
    offset: String,
    filename: String,
}

/// Where a record lies.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RecordPlace {
    /// The file of its publication.
    pub file: String,
    /// Where in it.
    pub offset: u64,
    /// How long it is, packed.
    pub length: u64,
}

impl CdxLine {
    /// That of a record: the address and path of a file, its hash, and whether it has its bytes.
    pub fn new(
        (address, path): (&str, &str),
        (hash, has_bytes): (ArchiveHash, bool),
        stamp: PublishedAt,
        place: &RecordPlace,
    ) -> Self {
        let mime = if has_bytes { bare(content_type(path)) } else { REVISIT };
        let fields = CdxFields {
            url: address.to_string(),
            mime: mime.to_string(),
            status: "200".to_string(),
            digest: hash.labelled(),
            length: place.length.to_string(),
            offset: place.offset.to_string(),
            filename: place.file.clone(),
        };
        Self { key: key(address), stamp, fields }
    }

    /// Has it bytes of its own?
    pub fn has_bytes(&self) -> bool {
        self.fields.mime != REVISIT
    }

    /// The address.
    pub fn address(&self) -> &str {
        &self.fields.url
    }

    /// The hash of its file.
    pub fn hash(&self) -> Option<ArchiveHash> {
        ArchiveHash::parse_labelled(&self.fields.digest)
    }

    /// Where it lies.
    pub fn place(&self) -> Option<RecordPlace> {
        let CdxFields { offset, length, filename, .. } = &self.fields;
        Some(RecordPlace {
            file: filename.clone(),
            offset: offset.parse().ok()?,
            length: length.parse().ok()?,
        })
    }

    fn parse(line: &str) -> Option<Self> {
        let (key, rest) = line.split_once(' ')?;
        let (stamp, fields) = rest.split_once(' ')?;
        let stamp = PublishedAt::parse_number(stamp)?;
        Some(Self { key: key.to_string(), stamp, fields: serde_json::from_str(fields).ok()? })
    }
}

impl fmt::Display for CdxLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fields = serde_json::to_string(&self.fields).map_err(|_| fmt::Error)?;
        write!(f, "{} {} {fields}", self.key, self.stamp.number())
    }
}

/// An address as it is sorted, by the nearest above it first (SURT): `example,lanet)/familj/nyheter`.
fn key(address: &str) -> String {
    let address = address.to_lowercase();
    let (scheme, rest) = address.split_once("://").unwrap_or(("", &address));
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = host.split_once(':').unwrap_or((host, ""));
    let is_usual = matches!((scheme, port), (_, "") | ("http", "80") | ("https", "443"));
    // What is www to people is the same site.
    let bare = name.strip_prefix("www").map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit()));
    let name = bare.and_then(|rest| rest.strip_prefix('.')).unwrap_or(name);
    let turned: Vec<&str> = name.split('.').rev().collect();
    let port = if is_usual { String::new() } else { format!(":{port}") };
    format!("{}{port})/{}", turned.join(","), path.strip_suffix('/').unwrap_or(path))
}

/// Writes an index.
pub struct CdxWriter<W: Write> {
    out: Tally<W>,
    lines: Vec<u8>,
    count: usize,
    /// The second index.
    index: String,
}

impl<W: Write> CdxWriter<W> {
    /// To `out`.
    pub fn new(out: W) -> Self {
        let meta = json!({"format": "cdxj-gzip-1.0", "filename": NAME});
        Self { out: Tally::new(out), lines: Vec::new(), count: 0, index: format!("!meta 0 {meta}\n") }
    }

    /// Adds a line. They come sorted.
    pub fn add(&mut self, line: &CdxLine) -> io::Result<()> {
        if self.count == 0 {
            self.index.push_str(&format!("{} {} ", line.key, line.stamp.number()));
        }
        writeln!(self.lines, "{line}")?;
        self.count += 1;
        if self.count == LINES { self.pack() } else { Ok(()) }
    }

    fn pack(&mut self) -> io::Result<()> {
        let start = self.out.length();
        let mut packed =
            GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::new(6));
        packed.write_all(&self.lines)?;
        let packed = packed.finish()?;
        let entry = json!({
            "offset": start,
            "length": packed.len(),
            "digest": ArchiveHash::of(&packed).labelled(),
            "filename": NAME,
        });
        self.index.push_str(&format!("{entry}\n"));
        self.lines.clear();
        self.count = 0;
        self.out.write_all(&packed)
    }

    /// Ends it. Gives what was written, and the second index.
    pub fn finish(mut self) -> io::Result<(Tallied, W, String)> {
        if self.count > 0 {
            self.pack()?;
        }
        let (tallied, out) = self.out.finish();
        Ok((tallied, out, self.index))
    }
}

/// How many times as long as its packed bytes an index may be. One of a year in which a file changes every day, whose lines are as like as lines
/// of an index are, becomes some twenty times as long.
const MOST_TIMES: u64 = 64;

/// Reads an index, line by line.
pub struct CdxReader<R: BufRead> {
    lines: io::BufReader<MultiGzDecoder<R>>,
    /// How many bytes its lines may still be.
    left: u64,
}

impl<R: BufRead> CdxReader<R> {
    /// From what is packed, and how many bytes it is.
    pub fn new(packed: R, length: u64) -> Self {
        let left = length.saturating_mul(MOST_TIMES).saturating_add(MOST_LINE);
        Self { lines: io::BufReader::new(MultiGzDecoder::new(packed)), left }
    }
}

impl<R: BufRead> Iterator for CdxReader<R> {
    type Item = Result<CdxLine, ReadFault>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = String::new();
        match self.lines.by_ref().take(MOST_LINE).read_line(&mut line) {
            Ok(0) => None,
            Ok(length) => {
                let left = self.left.checked_sub(length as u64);
                self.left = left.unwrap_or_default();
                let line = line.strip_suffix('\n').filter(|_| left.is_some()).and_then(CdxLine::parse);
                Some(line.ok_or_else(ReadFault::broken))
            }
            Err(error) => Some(Err(error.into())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_sorted_by_the_nearest_above_it() {
        let keys = [
            ("https://www.Lanet.example/Familj/", "example,lanet)/familj"),
            ("http://lanet.example:8080/", "example,lanet:8080)/"),
            ("https://lanet.example:443/a/b.css", "example,lanet)/a/b.css"),
            ("https://wwww.x.example/%C3%A5", "example,x,wwww)/%c3%a5"),
        ];
        for (address, wanted) in keys {
            assert_eq!(key(address), wanted);
        }
    }

    fn line(number: u64) -> CdxLine {
        let stamp = PublishedAt::parse("2026-11-29T11:00:00Z").unwrap();
        let place = RecordPlace { file: "a.warc.gz".into(), offset: number, length: 9 };
        let address = format!("https://x.example/{number:05}/");
        CdxLine::new(
            (&address, "index.html"),
            (ArchiveHash::of(b"x"), number.is_multiple_of(2)),
            stamp,
            &place,
        )
    }

    fn packed(lines: &[CdxLine]) -> (Tallied, Vec<u8>, String) {
        let mut writer = CdxWriter::new(Vec::new());
        lines.iter().for_each(|line| writer.add(line).unwrap());
        writer.finish().unwrap()
    }

    #[test]
    fn an_index_reads_back_in_pieces_of_a_thousand_lines() {
        let lines: Vec<CdxLine> = (0..2500).map(line).collect();
        let (tallied, bytes, index) = packed(&lines);
        assert_eq!((tallied.length, index.lines().count()), (bytes.len() as u64, 4));
        let found: Vec<CdxLine> = CdxReader::new(&bytes[..], tallied.length).map(Result::unwrap).collect();
        assert_eq!(found, lines);
        assert!(CdxReader::new(&bytes[..bytes.len() - 9], tallied.length).any(|line| line.is_err()));
    }

    #[test]
    fn an_index_that_becomes_a_hundred_times_as_long_is_not_read_to_its_end() {
        // The same line again and again, as no index has it.
        let lines: Vec<CdxLine> = (0..20_000).map(|_| line(0)).collect();
        let (tallied, bytes, _) = packed(&lines);
        let (read, broken): (Vec<_>, Vec<_>) =
            CdxReader::new(&bytes[..], tallied.length).take(20_000).partition(Result::is_ok);
        assert!(!broken.is_empty() && read.len() < 20_000, "{} of 20,000", read.len());
    }
}
