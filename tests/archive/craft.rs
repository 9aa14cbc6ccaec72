//! Archives that no fcsite wrote: a real one, with what its records say exchanged, and every sum and hash made right again.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::Path;

use flate2::bufread::GzDecoder;
use flate2::{Compression, Crc, GzBuilder};
use sha2::{Digest as _, Sha256};

/// A record: its head and its block.
pub struct Record {
    pub head: String,
    pub block: Vec<u8>,
    /// The same as it was found, and packed.
    written: (String, Vec<u8>, Vec<u8>),
}

impl Record {
    pub fn is(&self, kind: &str) -> bool {
        self.head.contains(&format!("WARC-Type: {kind}\r\n"))
    }

    /// A record that nobody wrote.
    pub fn new(head: String, block: Vec<u8>) -> Self {
        Self { head, block, written: (String::new(), Vec::new(), Vec::new()) }
    }

    /// Puts packed bytes before those that it was packed as.
    pub fn put_before(&mut self, bytes: &[u8]) {
        self.written.2.splice(0..0, bytes.iter().copied());
    }

    /// What a field says.
    pub fn get(&self, field: &str) -> &str {
        self.head.split("\r\n").find_map(|line| line.strip_prefix(field)?.strip_prefix(": ")).unwrap()
    }

    /// Exchanges what a field says.
    pub fn set(&mut self, field: &str, value: &str) {
        let at = self.head.find(&format!("{field}: ")).unwrap() + field.len() + 2;
        let end = at + self.head[at..].find("\r\n").unwrap();
        self.head.replace_range(at..end, value);
    }
}

pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The parts of a file that has each as it is.
pub fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let (mut at, mut parts) = (0, Vec::new());
    while bytes[at..].starts_with(b"PK\x03\x04") {
        let number = |from: usize, length: usize| {
            bytes[at + from..at + from + length]
                .iter()
                .rev()
                .fold(0, |number, byte| (number << 8) | usize::from(*byte))
        };
        let (length, name) = (number(18, 4), number(26, 2));
        let start = at + 30 + name;
        parts.push((
            String::from_utf8(bytes[at + 30..start].to_vec()).unwrap(),
            bytes[start..start + length].to_vec(),
        ));
        at = start + length;
    }
    parts
}

/// A file of these parts.
pub fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut out, mut table) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let mut crc = Crc::new();
        crc.update(bytes);
        let length = u32::try_from(bytes.len()).unwrap().to_le_bytes();
        let name_length = u16::try_from(name.len()).unwrap().to_le_bytes();
        let common = [
            &[20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0][..],
            &crc.sum().to_le_bytes(),
            &length,
            &length,
            &name_length,
            &[0, 0],
        ]
        .concat();
        let offset = u32::try_from(out.len()).unwrap().to_le_bytes();
        table.extend([b"PK\x01\x02\x14\x00", &common[..], &[0; 10], &offset, name.as_bytes()].concat());
        out.extend([b"PK\x03\x04", &common[..], name.as_bytes(), bytes].concat());
    }
    let start = u32::try_from(out.len()).unwrap().to_le_bytes();
    let count = u16::try_from(parts.len()).unwrap().to_le_bytes();
    let length = u32::try_from(table.len()).unwrap().to_le_bytes();
    out.extend(table);
    out.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &length, &start, &[0, 0]].concat());
    out
}

fn records(packed: &[u8]) -> Vec<Record> {
    let (mut rest, mut found) = (packed, Vec::new());
    while !rest.is_empty() {
        let mut bytes = Vec::new();
        let mut decoder = GzDecoder::new(rest);
        decoder.read_to_end(&mut bytes).unwrap();
        let length = rest.len() - decoder.into_inner().len();
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap() + 4;
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let block = bytes[end..bytes.len() - 4].to_vec();
        let written = (head.clone(), block.clone(), rest[..length].to_vec());
        found.push(Record { head, block, written });
        rest = &rest[length..];
    }
    found
}

fn packed(records: &[Record]) -> Vec<u8> {
    let mut out = Vec::new();
    for record in records {
        let (head, block, packed) = &record.written;
        if *head == record.head && *block == record.block {
            out.extend(packed);
            continue;
        }
        let mut gz = GzBuilder::new().mtime(0).operating_system(255).write(&mut out, Compression::new(6));
        gz.write_all(&[record.head.as_bytes(), &record.block, b"\r\n\r\n"].concat()).unwrap();
        gz.finish().unwrap();
    }
    out
}

/// Exchanges what the first publication of an archive says, and makes all sums right.
pub fn exchange(archive: &Path, change: impl FnOnce(&mut Vec<Record>)) {
    let file = archive.join("2026.wacz");
    let mut all = parts(&fs::read(&file).unwrap());
    let mut found = records(&all[0].1);
    change(&mut found);
    all[0].1 = packed(&found);
    write(archive, all);
}

/// Writes a year with all sums right.
pub fn write(archive: &Path, mut all: Vec<(String, Vec<u8>)>) {
    let count = all.len();
    let mut package: serde_json::Value = serde_json::from_slice(&all[count - 2].1).unwrap();
    for (resource, (_, bytes)) in package["resources"].as_array_mut().unwrap().iter_mut().zip(&all) {
        resource["hash"] = format!("sha256:{}", hash(bytes)).into();
        resource["bytes"] = bytes.len().into();
    }
    all[count - 2].1 = format!("{package:#}\n").into_bytes();
    let digest = format!(
        "{{\n  \"path\": \"datapackage.json\",\n  \"hash\": \"sha256:{}\"\n}}\n",
        hash(&all[count - 2].1)
    );
    all[count - 1].1 = digest.into_bytes();
    fs::write(archive.join("2026.wacz"), zip(&all)).unwrap();
    sums(archive);
}

/// Makes the list of files right.
pub fn sums(archive: &Path) {
    let names = ["2026.wacz", "inventory.csv", "retention.csv"];
    let lines = names.map(|name| format!("{}  {name}\n", hash(&fs::read(archive.join(name)).unwrap())));
    fs::write(archive.join("SHA256SUMS"), lines.concat()).unwrap();
}
