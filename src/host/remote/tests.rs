//! What lies on a target may be anybody's: lists and journals with right checksums that name files elsewhere, links in the way.
#![expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use tempfile::TempDir;

use super::*;
use crate::host::remote::folder::FarFolder;
use crate::host::remote::lock::FarLock;
use crate::host::remote::look::{journal_path, list_path, look};

/// A target beside the folder of somebody else.
fn house() -> TempDir {
    let house = TempDir::new().unwrap();
    fs::create_dir_all(house.path().join("target/a")).unwrap();
    fs::create_dir(house.path().join("mine")).unwrap();
    fs::write(house.path().join("mine/secret"), "secret").unwrap();
    house
}

fn far(house: &TempDir) -> FarFolder {
    FarFolder::open(&house.path().join("site"), &house.path().join("target"), journal_path().unwrap())
        .unwrap()
}

fn entry(text: &str) -> FarEntry {
    FarEntry { print: Print::of(text.as_bytes()), length: text.len() as u64, retained: false }
}

fn author() -> Author {
    Author { by: "kontoret".into(), at: "2026-11-29T12:00:00Z".into(), token: "0123456789abcdef".into() }
}

/// Publishes files whose bytes are their paths.
fn publish(far: &FarFolder, names: &[&str]) -> Result<(), FarError> {
    let seen = look(far, None, &[])?;
    let wanted: FarFiles = names.iter().map(|name| (FarPath::parse(name).unwrap(), entry(name))).collect();
    let planned = plan::plan(&wanted, &seen.state);
    let (author, stop, has_begun) = (author(), AtomicBool::new(false), AtomicBool::new(false));
    let bytes = |path: &FarPath| Ok(path.as_str().as_bytes().to_vec());
    let sending = Sending {
        far,
        seen: &seen,
        planned: &planned,
        author: &author,
        home: "",
        last: None,
        bytes: &bytes,
        progress: &|_, _| {},
        stop: &stop,
        has_begun: &has_begun,
    };
    sending.send(&|_| Ok(()))
}

fn is_untouched(house: &TempDir) -> bool {
    let mine = house.path().join("mine");
    let secret = fs::read_to_string(mine.join("secret"));
    fs::read_dir(mine).unwrap().count() == 1 && secret.is_ok_and(|text| text == "secret")
}

fn with_sum(body: &str) -> String {
    format!("{body}checksum {}\n", Print::of(body.as_bytes()))
}

const EVIL: [&str; 14] = [
    "../mine/secret",
    "a/../../mine/secret",
    "/etc/passwd",
    "..\\mine\\secret",
    "C:\\x",
    "c:secret",
    "\\\\server\\x",
    "a//b",
    "./a",
    "con",
    "a/nul.html",
    "a\0b",
    "link/secret",
    ".fcsite-parts/x",
];

#[test]
fn of_ten_thousand_lists_and_journals_with_right_checksums_none_leads_out_of_the_target() {
    let house = house();
    symlink("../mine", house.path().join("target/link")).unwrap();
    let far = far(&house);
    // Numbers without order, and the same each time (Marsaglia's xorshift).
    let mut number = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = |most: usize| {
        number ^= number << 13;
        number ^= number >> 7;
        number ^= number << 17;
        usize::try_from(number >> 33).unwrap() % most
    };
    let (mut refused, mut taken) = (0, 0);
    for round in 0..10_000 {
        let evil = EVIL[draw(EVIL.len())];
        let print = Print::of(b"secret");
        let line = format!("{print} 6 {} {evil}\n", ["-", "r", "x"][draw(3)]);
        let mut list = format!("fcsite-published 1\nby x\nat y\n{print} 6 - index.html\n{line}");
        let mut journal = format!(
            "fcsite-publishing 1\nfrom -\nby x\nat y\ntoken t\n+ {line}- {evil}\nbegin\ndone 0 t\ndone 1 t\n"
        );
        // Some are torn, or have other bytes, before the checksum is made.
        for text in [&mut list, &mut journal] {
            if draw(3) == 0 {
                let mut bytes = std::mem::take(text).into_bytes();
                let at = draw(bytes.len());
                bytes[at] = u8::try_from(draw(128)).unwrap();
                *text = String::from_utf8(bytes).unwrap();
            }
        }
        let place = |name: &str| house.path().join("target").join(name);
        let _ = fs::remove_file(place(".fcsite-published"));
        let _ = fs::remove_file(place(".fcsite-publishing"));
        if round % 2 == 0 {
            fs::write(place(".fcsite-published"), with_sum(&list)).unwrap();
        }
        if round % 3 != 1 {
            fs::write(place(".fcsite-publishing"), &journal).unwrap();
        }
        match publish(&far, &["index.html", "a/b.html"]) {
            Ok(()) => taken += 1,
            Err(_) => refused += 1,
        }
        assert!(is_untouched(&house), "{evil:?}\n{list}\n{journal}");
    }
    assert!(refused > 5000 && taken > 100, "{refused} refused, {taken} taken");
}

#[test]
fn nothing_is_written_read_or_removed_through_a_link_in_the_target() {
    for name in ["a", ".fcsite-parts"] {
        let house = house();
        let place = house.path().join("target").join(name);
        let _ = fs::remove_dir(&place);
        symlink("../mine", &place).unwrap();
        assert!(publish(&far(&house), &["index.html", "a/secret"]).is_err(), "{name}");
        assert!(is_untouched(&house), "{name}");
    }
    // A link in the place of a file goes; what it leads to stays.
    for name in ["a/b.html", ".fcsite-publishing"] {
        let house = house();
        symlink(house.path().join("mine/secret"), house.path().join("target").join(name)).unwrap();
        let _ = publish(&far(&house), &["index.html", "a/b.html"]);
        assert!(is_untouched(&house), "{name}");
    }
    let house = house();
    symlink("../mine/secret", house.path().join("target/.fcsite-published")).unwrap();
    assert!(look(&far(&house), None, &[]).is_err());
}

#[test]
fn a_publication_leaves_its_files_and_list_and_nothing_else_and_removes_the_folders_that_are_empty() {
    let house = house();
    let target = house.path().join("target");
    fs::write(target.join("a/others.txt"), "others").unwrap();
    let far = far(&house);
    publish(&far, &["index.html", "a/b/c.html", "d/e/f.html"]).unwrap();
    assert_eq!(
        names(&target),
        [
            ".fcsite-published",
            "a",
            "a/b",
            "a/b/c.html",
            "a/others.txt",
            "d",
            "d/e",
            "d/e/f.html",
            "index.html"
        ]
    );
    publish(&far, &["index.html"]).unwrap();
    assert_eq!(names(&target), [".fcsite-published", "a", "a/others.txt", "index.html"]);
    assert_eq!(list_path().unwrap().as_str(), ".fcsite-published");
}

#[test]
fn a_target_in_the_source_folder_that_becomes_a_link_after_the_look_is_not_opened() {
    let house = house();
    let (site, mine) = (house.path().join("site"), house.path().join("mine"));
    fs::create_dir_all(site.join("ut")).unwrap();
    let (yaml, found) = parse_targets(b"ut: {folder: ut}\n");
    assert!(found.is_empty(), "{found:?}");
    let target = yaml.unwrap().targets.remove("ut").unwrap();
    let there = site.clone();
    ground::after_the_look(move || {
        fs::rename(there.join("ut"), there.join("bort")).unwrap();
        symlink(mine, there.join("ut")).unwrap();
    });
    let asks = Asks { is_key: &|_| false, secret: &|_, _| None };
    let hidden = crate::host::hidden::Hidden::of(&site);
    let opened = open::open((&site, None, &hidden), ("ut", &target), &asks);
    assert_eq!(&*opened.err().unwrap().reason.key, "target-link");
}

fn names(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let place = Ground::open(folder).unwrap().place();
    let mut see = |step: Result<ground::WalkStep<'_>, ground::Unseen>| {
        found.push(step.unwrap().path.to_str().unwrap().to_string());
        Ok::<_, ()>(true)
    };
    place.walk(ground::Order::FoldersFirst, &mut see).unwrap();
    found.sort();
    found
}

#[test]
fn a_publication_that_panics_gives_its_lock_back_and_ends() {
    let house = house();
    let far = far(&house);
    let author = author();
    let lock = FarLock::take(&far, &author, "site").unwrap();
    let sends = || lock.hold(|| -> Result<(), FarError> { panic!("a fault of its own") });
    assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(sends)).is_err());
}
