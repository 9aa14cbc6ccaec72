//! What bears a right checksum at a target, in an archive and in what is kept of publications, and was never written by this program.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha256};

use crate::hostile::EVIL;
use crate::sandbox::{LARGE, clear, files};
use crate::site::write;
use crate::tree::look;

/// So long is a seal.
const SEAL: usize = 32;

/// Changes what lies at a place, or makes it, so that its sum is right. None: nothing there bears a sum of these.
pub fn forge(repository: &Path, place: &str, how: u64) -> Option<bool> {
    let path = repository.join(place);
    let old = plain(&path);
    let folder = path.parent().unwrap_or(repository);
    let forged: Vec<u8> = match place {
        "ut/.fcsite-published" => list_of(&repository.join("ut"), how).into(),
        "ut/.fcsite-publishing" => journal_of(&repository.join("ut"), how).into(),
        "arkiv/SHA256SUMS" => sums_of(folder, how)?.into(),
        "arkiv/.fcsite-archive-journal" => moves_of(folder, how).into(),
        _ if place.starts_with(".fcsite/published/ut/files") => return None,
        _ if place.starts_with(".fcsite/published/ut/") => {
            let name = place.rsplit('/').next()?;
            let text = if name == "begun" {
                "token1 token2".to_string()
            } else {
                list_of(&repository.join("ut"), how)
            };
            sealed(text.as_bytes(), &old, how)
        }
        ".fcsite/links" => {
            let known = r#"{"https://a.example/": {"asked": "2026-02-28", "moved": "javascript:alert(1)"}}"#;
            sealed(known.as_bytes(), &old, how)
        }
        ".fcsite/publish-home" => sealed(b"0123456789abcdef0123456789abcdef", &old, how),
        ".fcsite/publish-hashes" => {
            let body = &old[..old.len().checked_sub(SEAL)?];
            sealed(&body.iter().rev().copied().collect::<Vec<u8>>(), &old, how)
        }
        _ => return None,
    };
    clear(&path);
    Some(fs::write(path, forged).is_ok())
}

/// What a plain file holds.
fn plain(path: &Path) -> Vec<u8> {
    let is_plain = look(path).is_some_and(|seen| seen.is_file() && seen.length < LARGE);
    if is_plain { fs::read(path).unwrap_or_default() } else { Vec::new() }
}

/// Some bytes under a seal that was made for others, under a sum that everybody can make, or under none.
fn sealed(bytes: &[u8], old: &[u8], how: u64) -> Vec<u8> {
    let own = blake3::hash(bytes);
    let seal: &[u8] = match how % 3 {
        0 => old.last_chunk::<SEAL>().map_or(&[], |seal| seal),
        1 => own.as_bytes(),
        _ => &[],
    };
    [bytes, seal].concat()
}

fn line(bytes: &[u8], path: &str) -> String {
    format!("{} {} - {path}\n", blake3::hash(bytes), bytes.len())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What a list or a journal names that is not the site's.
const NAMES: [&str; 7] = [
    "alfa/ond.html",
    "../victim/secret.txt",
    "../.git/hooks/post-checkout",
    "/etc/hostname",
    "alfa/\u{1b}[31m.html",
    "alfa/../../content/site.yaml",
    ".fcsite-published",
];

/// A list of a target: what lies there, what does not and leads elsewhere, and a file of the attacker's that nobody published.
fn list_of(target: &Path, how: u64) -> String {
    let mut lines: Vec<String> =
        files_of(target).iter().map(|(path, bytes)| line(bytes, &path.to_string_lossy())).collect();
    let name = NAMES[(how % 7) as usize];
    if target.is_dir() && !target.is_symlink() && name == NAMES[0] && !target.join("alfa").is_symlink() {
        write(target, name, EVIL);
    }
    lines.push(line(EVIL.as_bytes(), name));
    lines.sort_by(|one, other| one.rsplit(' ').next().cmp(&other.rsplit(' ').next()));
    let text = format!("fcsite-published 1\nby annan\nat 2026-02-28T12:00:00Z\n{}", lines.concat());
    let sum = blake3::hash(text.as_bytes());
    format!("{text}checksum {sum}\n")
}

/// A journal that goes on from the list that lies there, or from none: what it says is done is not, and what it is about to remove is others'.
fn journal_of(target: &Path, how: u64) -> String {
    let list = plain(&target.join(".fcsite-published"));
    let list = String::from_utf8_lossy(&list).into_owned();
    let from = list.trim_end().rsplit_once("checksum ").map_or("-", |(_, sum)| sum);
    let from = if how.is_multiple_of(5) { "-" } else { from };
    let name = NAMES[(how % 7) as usize];
    let signs = ["+", "=", "~"];
    let put = format!("{} {}", signs[(how % 3) as usize], line(EVIL.as_bytes(), name));
    let steps = format!("{put}- {}\n- index.html\n", NAMES[(how / 7 % 7) as usize]);
    let head = format!("fcsite-publishing 1\nfrom {from}\nby annan\nat 2026-02-28T12:00:00Z\ntoken abc123\n");
    let done =
        ["", "done 0 abc123\n", "done 0 abc123\ndone 1 abc123\ndone 2 abc123\n"][(how / 3 % 3) as usize];
    format!("{head}{steps}begin\n{done}")
}

/// The sums of an archive, one of whose files is the attacker's.
fn sums_of(archive: &Path, how: u64) -> Option<String> {
    let name = ["inventory.csv", "2026.wacz", "retention.csv", "2025.wacz"][(how % 4) as usize];
    if archive.is_symlink() || !archive.is_dir() {
        return None;
    }
    clear(&archive.join(name));
    fs::write(archive.join(name), EVIL).unwrap();
    let all = files_of(archive);
    let of =
        |(path, bytes): &(std::path::PathBuf, Vec<u8>)| format!("{}  {}\n", sha256(bytes), path.display());
    let is_own = |path: &Path| path.extension().is_some_and(|end| end == "csv" || end == "wacz");
    Some(all.iter().filter(|(path, _)| is_own(path)).map(of).collect())
}

/// A journal that puts a file of the attacker's in a place of the archive, or elsewhere.
fn moves_of(archive: &Path, how: u64) -> String {
    let part = ".fcsite-part-0123456789abcdef";
    if archive.is_dir() && !archive.is_symlink() {
        clear(&archive.join(part));
        fs::write(archive.join(part), EVIL).unwrap();
    }
    let from = [part, "../content/site.yaml", "inventory.csv"][(how % 3) as usize];
    let to =
        ["2026.wacz", "inventory.csv", "SHA256SUMS", "../.git/hooks/post-checkout"][(how / 3 % 4) as usize];
    format!("{}  {from}  {to}\nend\n", sha256(EVIL.as_bytes()))
}

/// The files of a folder that is none of a link's.
fn files_of(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let is_plain = folder.is_dir() && !folder.is_symlink();
    if is_plain { files(folder).into_iter().collect() } else { Vec::new() }
}
