//! What bears a right checksum, and was never written by this program: the sums are no secret.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};

use fcsite::base::Fingerprint;
use fcsite::host::publish::MANIFEST;

use crate::hostile::EVIL;
use crate::sandbox::{clear, copy, files};
use crate::site::write;
use crate::sums;

/// Changes what lies at a place, or makes it, so that its sum is right. False: nothing there bears a sum.
pub fn forge(repository: &Path, place: &str, how: u64) -> bool {
    let path = repository.join(place);
    let (folder, name) = place.rsplit_once('/').unwrap_or(("", place));
    let folder = repository.join(folder);
    if let Some(is_made) = sums::forge(repository, place, how) {
        return is_made;
    }
    match name {
        MANIFEST | ".fcsite-manifest-part" => {
            clear(&path);
            let list = list_of(&folder, how);
            fs::write(path, list).is_ok()
        }
        ".fcsite-journal" => {
            clear(&path);
            // One that leads out of the folder, for the journal to name a file in.
            lead(&folder, "alfa/ut", &victim(repository).join("deep"));
            fs::write(path, journal_of(&folder, &victim(repository), how)).is_ok()
        }
        ".fcsite-begun" => {
            let sealed = fs::read_to_string(&path).unwrap_or_default();
            clear(&path);
            fs::write(path, begun_of(&folder, &sealed, how)).is_ok()
        }
        _ if place.starts_with(".fcsite/memory/") => {
            change(&path, |bytes| replace(bytes, b"https://lan.example", b"javascript:alert(1)"))
        }
        _ if place.starts_with(".fcsite/images/") => change(&path, |bytes| *bytes = EVIL.into()),
        _ => false,
    }
}

/// Changes a file that ends with the sum of what stands before.
fn change(path: &Path, how: impl FnOnce(&mut Vec<u8>)) -> bool {
    let Ok(mut bytes) = fs::read(path) else { return false };
    let Some(length) = bytes.len().checked_sub(32) else { return false };
    bytes.truncate(length);
    how(&mut bytes);
    let sum = Fingerprint::of(&bytes).to_string();
    bytes.extend_from_slice(sum.as_bytes());
    // It may have other names, in the victim's folder too.
    clear(path);
    fs::write(path, bytes).is_ok()
}

/// Replaces words by others of the same length.
pub fn replace(bytes: &mut [u8], old: &[u8], new: &[u8]) {
    assert_eq!(old.len(), new.len());
    for at in 0..bytes.len().saturating_sub(old.len()) {
        if bytes[at..].starts_with(old) {
            bytes[at..at + old.len()].copy_from_slice(new);
        }
    }
}

/// A list of what a folder holds, and of what leads elsewhere.
fn list_of(folder: &Path, how: u64) -> String {
    let mut lines: Vec<(String, Vec<u8>)> = Vec::new();
    for (path, bytes) in files(folder) {
        let path = path.to_string_lossy().into_owned();
        let let_be = [".well-known", "CNAME", ".gitignore", ".gitkeep"];
        if !let_be.iter().any(|name| path.starts_with(name)) {
            lines.push((path, bytes));
        }
    }
    let more = [
        "",
        "alfa/ut/pay.txt",
        "../../victim/secret.txt",
        "/etc/hostname",
        ".well-known/post-checkout",
        "alfa/\u{1b}[31m",
        "alfa/../../.git/hooks/post-checkout",
        ".git/hooks/post-checkout",
    ];
    let more = more[(how % 8) as usize];
    if !more.is_empty() {
        lines.push((more.to_string(), EVIL.into()));
    }
    lines.sort();
    list(&lines)
}

/// A list with its sum.
pub fn list(lines: &[(String, Vec<u8>)]) -> String {
    let mut text = "fcsite-manifest 1\n".to_string();
    for (path, bytes) in lines {
        text.push_str(&format!("{} {} - {path}\n", Fingerprint::of(bytes), bytes.len()));
    }
    let sum = Fingerprint::of(text.as_bytes());
    text + &format!("checksum {sum}\n")
}

/// A journal that continues the list beside it.
fn journal_of(folder: &Path, victim: &Path, how: u64) -> String {
    let list = fs::read_to_string(folder.join(MANIFEST)).unwrap_or_default();
    let base = list.trim_end().rsplit_once("checksum ").map_or("0", |(_, sum)| sum);
    let mut text = format!("fcsite-journal 1 {base}\n");
    let secret = fs::read(victim.join("deep/notes/pay.txt")).unwrap_or_default();
    let entry = |bytes: &[u8]| format!("+ {} {}", Fingerprint::of(bytes), bytes.len());
    let bodies = [
        format!("{} alfa/ut/notes/pay.txt", entry(&secret)),
        "- alfa/ut/notes/pay.txt".to_string(),
        format!("{} ../../victim/new.txt", entry(b"x")),
        "- index.html".to_string(),
        format!("{} alfa/ut/new/file.txt", entry(b"x")),
        "- alfa/ut/index.html".to_string(),
    ];
    for body in &bodies[(how % 6) as usize..] {
        text.push_str(&format!("{} {body}\n", Fingerprint::of(body.as_bytes())));
    }
    if how.is_multiple_of(2) {
        text.push_str(&format!("{} .\n", Fingerprint::of(b".")));
    }
    text
}

/// What a build had begun, it says: files of the attacker's that lie in the stage, for names within and without. What was sealed of it
/// before keeps its seal.
fn begun_of(stage: &Path, sealed: &str, how: u64) -> String {
    let paths = [
        "alfa/index.html",
        "alfa/ut/new.txt",
        "nyheter/ond.html",
        "../.git/hooks/post-checkout",
        ".well-known/post-checkout",
        "assets/post-checkout",
    ];
    let mut text = String::new();
    for path in &paths[(how % 6) as usize..] {
        // By its path and, as where files are moved one by one, by the fingerprint of that.
        for name in [*path, &Fingerprint::of(path.as_bytes()).to_string()] {
            if !name.starts_with("..") {
                add(stage, name, EVIL);
            }
        }
        text.push_str(&format!("{} {} - 0 {path}\n", Fingerprint::of(EVIL.as_bytes()), EVIL.len()));
    }
    text.push_str("- 0 - 0 index.html\n");
    let (lines, seal) = sealed.rsplit_once('\n').unwrap_or(("", "0"));
    if how.is_multiple_of(2) && !lines.is_empty() {
        text.push_str(lines);
        text.push('\n');
    }
    text + seal
}

/// A whole site with a list: that of the repository, with what the attacker put into it.
pub fn site(repository: &Path, path: &Path, mark: Option<&str>) -> bool {
    let public = repository.join("public");
    let is_site = fs::symlink_metadata(&public).is_ok_and(|meta| meta.is_dir());
    if is_site && !path.starts_with(&public) {
        copy(&public, path);
    } else {
        fs::create_dir(path).unwrap();
        write(path, "index.html", EVIL);
    }
    clear(&path.join(MANIFEST));
    for name in ["alfa/ond.html", "alfa/familjecentraler/ond/index.html", "nyheter/ond.html"] {
        add(path, name, EVIL);
    }
    let lines: Vec<_> =
        files(path).into_iter().map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes)).collect();
    fs::write(path.join(MANIFEST), list(&lines)).unwrap();
    // What the list does not name is what others saved into the site, and is moved back to it.
    ["CNAME", ".gitignore", ".well-known"].iter().for_each(|name| clear(&path.join(name)));
    add(path, "CNAME", EVIL);
    add(path, ".well-known/post-checkout", &format!("#!/bin/sh\n# {EVIL}\n"));
    fs::set_permissions(path.join(".well-known/post-checkout"), Permissions::from_mode(0o755)).unwrap();
    [".fcsite-building"].into_iter().chain(mark).for_each(|name| clear(&path.join(name)));
    match mark {
        Some(".fcsite-begun") => {
            fs::write(path.join(".fcsite-building"), "").unwrap();
            fs::write(path.join(".fcsite-begun"), begun_of(path, "", 0)).unwrap();
        }
        Some(mark) => fs::write(path.join(mark), "").unwrap(),
        None => {}
    }
    // A folder of others' with a file, and links.
    add(path, "alfa/assets/post-checkout", EVIL);
    add(path, "nyheter/post-checkout", EVIL);
    lead(path, "alfa/ut", &victim(repository).join("deep"));
    lead(path, "secret.txt", &victim(repository).join("secret.txt"));
    true
}

/// The folder beside the repository.
fn victim(repository: &Path) -> PathBuf {
    repository.parent().unwrap().join("victim")
}

/// Are all on the way to a place folders or missing? What is tried here is the program: this one goes through no link.
fn is_plain(folder: &Path, path: &str) -> bool {
    let whole = folder.join(path);
    let above = whole.ancestors().skip(1).take_while(|above| above.starts_with(folder));
    above.into_iter().all(|above| fs::symlink_metadata(above).map_or(true, |meta| meta.is_dir()))
}

fn add(folder: &Path, path: &str, text: &str) {
    if is_plain(folder, path) && !folder.join(path).is_symlink() {
        write(folder, path, text);
    }
}

fn lead(folder: &Path, path: &str, goal: &Path) {
    if is_plain(folder, path) {
        let _ = symlink(goal, folder.join(path));
    }
}
