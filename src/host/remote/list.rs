//! The list of a target: which files there are ours, with their bytes' hash and length, who published them last, and when.
//!
//! It is text, a line a file, with a checksum at its end: a torn list is worse than none, since it decides what is removed. The hash is BLAKE3,
//! so that nobody can make other bytes that it fits.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use super::path::FarPath;

/// The name of the list on a target is made of this.
pub const NAME: &str = "published";

/// A list of eight hundred thousand files is no larger. It takes five times as much memory, and its like are packed to a thousandth in a
/// repository.
pub const MOST: u64 = 96 << 20;

const HEADER: &str = "fcsite-published 1";

/// A name of a machine or a time is no longer in a list.
const LONGEST_WORD: usize = 100;

/// The hash of some bytes, or of a list, which is its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Print([u8; 32]);

impl Print {
    /// That of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }

    fn hex(self) -> impl std::ops::Deref<Target = str> {
        blake3::Hash::from_bytes(self.0).to_hex()
    }

    /// Its bytes, as this computer keeps them.
    pub fn bytes(self) -> [u8; 32] {
        self.0
    }

    /// The print of these bytes of its own.
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The print that is written so.
    pub fn parse(text: &str) -> Option<Self> {
        let is_lower = text.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte));
        blake3::Hash::from_hex(text).ok().filter(|_| is_lower).map(|hash| Self(*hash.as_bytes()))
    }
}

impl fmt::Display for Print {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hex())
    }
}

impl fmt::Debug for Print {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What is known of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FarEntry {
    /// Its bytes.
    pub print: Print,
    /// How many they are.
    pub length: u64,
    /// It belongs to the publication before, and stays for the pages that browsers still show.
    pub retained: bool,
}

impl FarEntry {
    /// Is it the same file?
    pub fn is_as(&self, other: &Self) -> bool {
        self.print == other.print && self.length == other.length
    }
}

/// A list, and its number.
pub type NumberedList = (FarList, Print);

/// The files of a target that are ours.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FarList {
    /// The files.
    pub files: BTreeMap<FarPath, FarEntry>,
    /// The machine that published them.
    pub by: String,
    /// When, in UTC.
    pub at: String,
}

impl FarList {
    /// As it lies on the target.
    pub fn text(&self) -> String {
        self.numbered_text().0
    }

    /// The same, and its number.
    pub fn numbered_text(&self) -> (String, Print) {
        let mut text = String::with_capacity(128 + self.files.len() * 128);
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{HEADER}\nby {}\nat {}", word(&self.by), word(&self.at));
        for (path, entry) in &self.files {
            text.push_str(&entry.print.hex());
            let flag = if entry.retained { 'r' } else { '-' };
            let _ = writeln!(text, " {} {flag} {path}", entry.length);
        }
        let sum = Print::of(text.as_bytes());
        let _ = writeln!(text, "checksum {sum}");
        (text, sum)
    }

    /// The list that is written so, and its number. None: it is torn, or names what no site has. One that has the number of a known list is not
    /// read through again.
    pub fn parse(bytes: &[u8], known: &[&NumberedList]) -> Option<NumberedList> {
        let text = std::str::from_utf8(bytes).ok()?;
        let (body, last) = text.strip_suffix('\n')?.rsplit_once('\n')?;
        let sum = Print::parse(last.strip_prefix("checksum ")?)?;
        if Print::of(bytes.get(..=body.len())?) != sum {
            return None;
        }
        if let Some((list, _)) = known.iter().find(|(_, number)| *number == sum) {
            return Some((list.clone(), sum));
        }
        let mut lines = body.split('\n');
        if lines.next()? != HEADER {
            return None;
        }
        let by = lines.next()?.strip_prefix("by ").filter(|by| *by == word(by))?.to_string();
        let at = lines.next()?.strip_prefix("at ").filter(|at| *at == word(at))?.to_string();
        let mut files = BTreeMap::new();
        for line in lines {
            let (path, entry) = parse_line(line)?;
            if files.insert(path, entry).is_some() {
                return None;
            }
        }
        Some((Self { files, by, at }, sum))
    }
}

/// A line of a file: hash, length, flag and path.
pub fn parse_line(line: &str) -> Option<(FarPath, FarEntry)> {
    let mut fields = line.splitn(4, ' ');
    let print = Print::parse(fields.next()?)?;
    let length = fields.next()?.parse().ok()?;
    let retained = match fields.next()? {
        "r" => true,
        "-" => false,
        _ => return None,
    };
    Some((FarPath::parse(fields.next()?)?, FarEntry { print, length, retained }))
}

/// A word as it may stand in a list, and be shown to a person.
pub fn word(text: &str) -> String {
    let word: String = text.chars().filter(|c| !c.is_control()).take(LONGEST_WORD).collect();
    if word.trim().is_empty() { "?".to_string() } else { word.trim().to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> FarList {
        let entry = |bytes: &[u8], retained| FarEntry {
            print: Print::of(bytes),
            length: bytes.len() as u64,
            retained,
        };
        let path = |path: &str| FarPath::parse(path).unwrap();
        let files = [(path("b/å ä.html"), entry(b"1", false)), (path("a.css"), entry(b"", true))];
        FarList { files: files.into(), by: "kontoret".into(), at: "2026-11-29T12:00:00Z".into() }
    }

    #[test]
    fn a_list_reads_back_what_it_wrote_and_a_torn_or_changed_one_is_noticed() {
        let text = sample().text();
        assert_eq!(FarList::parse(text.as_bytes(), &[]).unwrap().0, sample());
        for end in 0..text.len() {
            assert_eq!(FarList::parse(&text.as_bytes()[..end], &[]), None, "cut at {end}");
        }
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            assert_eq!(FarList::parse(&bytes, &[]), None, "changed at {at}");
        }
    }

    #[test]
    fn a_list_with_a_right_checksum_that_names_a_file_elsewhere_is_refused() {
        for path in [
            "../content/site.yaml",
            "/etc/passwd",
            "a/../../b",
            "a\\b",
            "con",
            ".fcsite-published",
            "C:x",
            "a//b",
        ] {
            let text = sample().text();
            let body = text[..text.rfind("checksum").unwrap()].replace("a.css", path);
            let whole = format!("{body}checksum {}\n", Print::of(body.as_bytes()));
            assert_eq!(FarList::parse(whole.as_bytes(), &[]), None, "{path}");
        }
    }
}
