//! Records of WARC 1.1 (ISO 28500), each packed by itself so that one can be read without those before it.

use std::io::{self, BufRead, Read, Write};

use flate2::{Compression, GzBuilder};
use uuid::Uuid;

use super::stamp::PublishedAt;
use super::{ArchiveHash, ReadFault};
use crate::base::content_type::content_type;

/// A record that says: these bytes are those of then.
const SAME: &str = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

const HTTP: &str = "application/http;msgtype=response";

/// No head of a record or an answer is longer.
const MOST_HEAD: u64 = 64 << 10;

/// None has more fields.
const MOST_FIELDS: usize = 100;

/// How hard it is packed: as gzip does it by itself.
const PACKED: Compression = Compression::new(6);

/// What is said of a file of the site in its record.
#[derive(Clone, Copy, Debug)]
pub struct Filed<'a> {
    /// Its address.
    pub address: &'a str,
    /// Its path, which says of what kind its bytes are.
    pub path: &'a str,
    /// Its bytes.
    pub hash: ArchiveHash,
    /// How many.
    pub length: u64,
    /// When it was published.
    pub stamp: PublishedAt,
}

/// The record at the beginning of a file: who wrote it, and of which site.
pub fn write_info(out: &mut dyn Write, file: &str, base: &str, stamp: PublishedAt) -> io::Result<()> {
    let block = format!(
        "software: fcsite {}\r\nformat: WARC File Format 1.1\r\nconformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nisPartOf: {base}\r\n",
        env!("CARGO_PKG_VERSION")
    );
    let fields = [
        ("WARC-Type", "warcinfo".to_string()),
        ("WARC-Record-ID", id(&["info", file, base])),
        ("WARC-Date", stamp.to_string()),
        ("WARC-Filename", file.to_string()),
        ("Content-Type", "application/warc-fields".to_string()),
        ("WARC-Block-Digest", ArchiveHash::of(block.as_bytes()).labelled()),
    ];
    write_record(out, &fields, &[block.as_bytes()])
}

/// A file in full.
pub fn write_response(out: &mut dyn Write, filed: &Filed<'_>, bytes: &[u8]) -> io::Result<()> {
    let head = answer(filed);
    let mut fields = common("response", filed);
    fields.push(("WARC-Block-Digest", ArchiveHash::of(&[head.as_bytes(), bytes].concat()).labelled()));
    fields.push(("Content-Type", HTTP.to_string()));
    write_record(out, &fields, &[head.as_bytes(), bytes])
}

/// A file whose bytes are those of another record: of which address, and of when.
pub fn write_revisit(
    out: &mut dyn Write,
    filed: &Filed<'_>,
    (address, stamp): (&str, PublishedAt),
) -> io::Result<()> {
    let head = answer(filed);
    let mut fields = common("revisit", filed);
    fields.push(("WARC-Profile", SAME.to_string()));
    fields.push(("WARC-Refers-To-Target-URI", address.to_string()));
    fields.push(("WARC-Refers-To-Date", stamp.to_string()));
    fields.push(("WARC-Block-Digest", ArchiveHash::of(head.as_bytes()).labelled()));
    fields.push(("Content-Type", HTTP.to_string()));
    write_record(out, &fields, &[head.as_bytes()])
}

fn common(kind: &str, filed: &Filed<'_>) -> Vec<(&'static str, String)> {
    vec![
        ("WARC-Type", kind.to_string()),
        ("WARC-Record-ID", id(&[kind, filed.address, &filed.stamp.to_string()])),
        ("WARC-Target-URI", filed.address.to_string()),
        ("WARC-Date", filed.stamp.to_string()),
        ("WARC-Payload-Digest", filed.hash.labelled()),
    ]
}

/// What a server says before the bytes.
fn answer(filed: &Filed<'_>) -> String {
    let kind = content_type(filed.path);
    format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\r\n", filed.length)
}

/// A name that no other record has, and this one always has.
fn id(parts: &[&str]) -> String {
    format!("<{}>", Uuid::new_v5(&Uuid::NAMESPACE_URL, parts.join(" ").as_bytes()).urn())
}

fn write_record(out: &mut dyn Write, fields: &[(&str, String)], block: &[&[u8]]) -> io::Result<()> {
    let mut packed = GzBuilder::new().mtime(0).operating_system(255).write(out, PACKED);
    write!(packed, "WARC/1.1\r\n")?;
    for (name, value) in fields {
        write!(packed, "{name}: {value}\r\n")?;
    }
    let length: usize = block.iter().map(|part| part.len()).sum();
    write!(packed, "Content-Length: {length}\r\n\r\n")?;
    block.iter().try_for_each(|part| packed.write_all(part))?;
    packed.write_all(b"\r\n\r\n")?;
    packed.finish().map(drop)
}

/// The head of a record, or of an answer.
#[derive(Debug, Default)]
pub struct WarcHead {
    fields: Vec<(String, String)>,
    /// How many bytes it was.
    length: u64,
}

impl WarcHead {
    /// A field by its name, however that is written.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// Of what type the record is.
    pub fn kind(&self) -> &str {
        self.get("WARC-Type").unwrap_or_default()
    }

    /// The hash of the file.
    pub fn hash(&self) -> Option<ArchiveHash> {
        ArchiveHash::parse_labelled(self.get("WARC-Payload-Digest")?)
    }

    /// Which record has the bytes that this one has not.
    pub fn refers_to(&self) -> Option<(String, PublishedAt)> {
        let is_same = self.get("WARC-Profile") == Some(SAME);
        let stamp = PublishedAt::parse(self.get("WARC-Refers-To-Date")?).filter(|_| is_same)?;
        Some((self.get("WARC-Refers-To-Target-URI")?.to_string(), stamp))
    }

    /// How many bytes it was.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// How many bytes follow: the answer's head, and what it brings.
    pub fn block(&self) -> Option<u64> {
        self.get("Content-Length")?.parse().ok()
    }
}

/// Reads the head of the next record. None at the end of the file.
pub fn read_head(file: &mut dyn BufRead) -> Result<Option<WarcHead>, ReadFault> {
    if file.fill_buf()?.is_empty() {
        return Ok(None);
    }
    read_lines(file, "WARC/1.1").map(Some)
}

/// What a record holds, handed on to `out` but for the answer's head. Gives how many bytes were handed on.
pub fn read_payload(
    file: &mut dyn BufRead,
    head: &WarcHead,
    out: &mut dyn Write,
    most: u64,
) -> Result<u64, ReadFault> {
    let length = head.block().ok_or_else(ReadFault::broken)?;
    let rest = if matches!(head.kind(), "response" | "revisit") {
        let answer = read_lines(file, "HTTP/1.1 200 OK")?;
        length.checked_sub(answer.length).ok_or_else(ReadFault::broken)?
    } else {
        length
    };
    if rest > most {
        return Err(ReadFault::broken());
    }
    let handed = io::copy(&mut file.take(rest), out)?;
    let mut end = [0; 4];
    file.read_exact(&mut end)?;
    if handed == rest && end == *b"\r\n\r\n" { Ok(handed) } else { Err(ReadFault::broken()) }
}

fn read_lines(file: &mut dyn BufRead, first: &str) -> Result<WarcHead, ReadFault> {
    let mut head = WarcHead::default();
    let mut file = file.take(MOST_HEAD);
    let mut is_first = true;
    loop {
        let mut line = Vec::new();
        let read = file.read_until(b'\n', &mut line)?;
        head.length += read as u64;
        let line = line.strip_suffix(b"\r\n").and_then(|line| std::str::from_utf8(line).ok());
        let line = line.ok_or_else(ReadFault::broken)?;
        if std::mem::take(&mut is_first) {
            if line != first {
                return Err(ReadFault::broken());
            }
        } else if line.is_empty() {
            return Ok(head);
        } else {
            let field = line.split_once(':').filter(|_| head.fields.len() < MOST_FIELDS);
            let (name, value) = field.ok_or_else(ReadFault::broken)?;
            head.fields.push((name.to_string(), value.trim().to_string()));
        }
    }
}
