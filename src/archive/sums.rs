//! `SHA256SUMS`: which files the archive has, with their hashes, as `sha256sum -c` reads it. It is what tells a damaged archive from a whole one.
//!
//! While new files take the places of old ones the same lines stand in a journal, so that whoever is next can go on from there.

use std::collections::BTreeMap;

use super::ArchiveHash;

/// The list's name.
pub const SUMS: &str = "SHA256SUMS";

/// The inventory's name.
pub const INVENTORY: &str = "inventory.csv";

/// The list of what is kept.
pub const RETENTION: &str = "retention.csv";

/// The name of what is about to take a place.
pub const JOURNAL: &str = ".fcsite-archive-journal";

/// No list is longer: a thousand years.
pub const MOST: u64 = 256 << 10;

/// The files of an archive by their names.
pub type ArchiveSums = BTreeMap<String, ArchiveHash>;

/// The name of a year's file.
pub fn year_file(year: i16) -> String {
    format!("{year:04}.wacz")
}

/// The year that a file is of.
pub fn year_of(name: &str) -> Option<i16> {
    let year = name.strip_suffix(".wacz")?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    year.parse().ok().filter(|_| is_year)
}

fn is_own(name: &str) -> bool {
    matches!(name, INVENTORY | RETENTION) || year_of(name).is_some()
}

/// The list as it is written.
pub fn write(sums: &ArchiveSums) -> String {
    sums.iter().map(|(name, hash)| format!("{hash}  {name}\n")).collect()
}

/// What [`write`] wrote. None: it names what no archive has, or a list is missing.
pub fn parse(bytes: &[u8]) -> Option<ArchiveSums> {
    let text = std::str::from_utf8(bytes).ok()?;
    let line = |line: &str| {
        let (hash, name) = line.split_once("  ")?;
        is_own(name).then_some((name.to_string(), ArchiveHash::parse(hash)?))
    };
    let sums = text.lines().map(line).collect::<Option<ArchiveSums>>()?;
    let has_all = [INVENTORY, RETENTION].iter().all(|name| sums.contains_key(*name));
    (has_all && sums.len() > 2 && write(&sums) == text).then_some(sums)
}

/// A file on its way to its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ArchiveMove {
    /// The file's hash.
    pub hash: ArchiveHash,
    /// Its name until then.
    pub from: String,
    /// The place.
    pub to: String,
}

/// The journal as it is written.
pub fn write_moves(moves: &[ArchiveMove]) -> String {
    let lines = moves.iter().map(|one| format!("{}  {}  {}\n", one.hash, one.from, one.to));
    lines.chain(["end\n".to_string()]).collect()
}

/// What [`write_moves`] wrote. `is_part` knows the names of files that are being written.
pub fn parse_moves(bytes: &[u8], is_part: impl Fn(&str) -> bool) -> Option<Vec<ArchiveMove>> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix("end\n")?;
    let line = |line: &str| {
        let (hash, names) = line.split_once("  ")?;
        let (from, to) = names.split_once("  ")?;
        let is_right = is_part(from) && (is_own(to) || to == SUMS);
        let hash = ArchiveHash::parse(hash)?;
        is_right.then(|| ArchiveMove { hash, from: from.to_string(), to: to.to_string() })
    };
    text.lines().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_reads_back_and_one_that_names_what_no_archive_has_is_none() {
        let hash = ArchiveHash::of(b"x");
        let names = ["2026.wacz", INVENTORY, RETENTION];
        let sums: ArchiveSums = names.map(|name| (name.to_string(), hash)).into();
        let text = write(&sums);
        assert_eq!(parse(text.as_bytes()), Some(sums));
        for bad in
            ["../2026.wacz", "2026.wacz/x", "/etc/passwd", "20260.wacz", "+026.wacz", ".bashrc", "x.wacz"]
        {
            assert_eq!(parse(text.replace("2026.wacz", bad).as_bytes()), None, "{bad}");
        }
        for end in 0..text.len() {
            assert_eq!(parse(&text.as_bytes()[..end]), None, "cut at {end}");
        }
        let moves = [ArchiveMove { hash, from: "part".into(), to: SUMS.into() }];
        let is_part = |name: &str| name == "part";
        assert_eq!(parse_moves(write_moves(&moves).as_bytes(), is_part).as_deref(), Some(&moves[..]));
        for (from, to) in [("../x", SUMS), ("part", "../x"), ("part", "site.yaml")] {
            let bad = [ArchiveMove { hash, from: from.into(), to: to.into() }];
            assert_eq!(parse_moves(write_moves(&bad).as_bytes(), is_part), None);
        }
    }
}
