//! Sites of one generation after the other, for programs that are killed while they publish them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use fcsite::host::publish::{MANIFEST, PublishError, PublishOptions, Published, open};

/// By this the child is told of its folder.
pub const PLACE: &str = "FCSITE_TEST_PLACE";

/// This program again, to run one test of it with a folder. None in the child itself.
pub fn child(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--nocapture"]).stdout(Stdio::null());
    command
}

/// The folder, in the child.
pub fn given() -> Option<PathBuf> {
    std::env::var_os(PLACE).map(PathBuf::from)
}

/// All files below a folder, without the manifest.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir() && entry.file_name() != MANIFEST)
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read(entry.path()).unwrap())
        })
        .collect()
}

/// Publishes these files.
pub fn build(
    out: &Path,
    files: &BTreeMap<String, Vec<u8>>,
    options: PublishOptions,
) -> Result<Published, PublishError> {
    let stage = open(out, &[], options)?;
    for (path, bytes) in files {
        stage.put(path, bytes)?;
    }
    stage.publish(Some(&|_| false))
}

/// The site of one generation: pages that all change, pages that never do, one that only this generation has.
pub fn generation(number: u64) -> BTreeMap<String, Vec<u8>> {
    let page = |size: u64| format!("{number}:{}:{number}", "x".repeat(size as usize)).into_bytes();
    let mut site =
        BTreeMap::from([("index.html".to_owned(), page(10)), (format!("only/{number}/x"), page(0))]);
    // A file and a folder change places.
    site.insert(if number.is_multiple_of(2) { "swap" } else { "swap/x/y" }.to_owned(), page(0));
    for n in 0..30 {
        site.insert(format!("m{}/p{n}/index.html", n % 3), page(20_000));
        site.insert(format!("m{}/still{n}", n % 3), b"still".to_vec());
    }
    site
}

/// The generation of a page, which must be whole.
pub fn number_of(page: &[u8]) -> u64 {
    let text = std::str::from_utf8(page).unwrap();
    let mut parts = text.split(':');
    let (first, last) =
        (parts.next().unwrap(), parts.nth(1).unwrap_or_else(|| panic!("torn: {} bytes", text.len())));
    assert_eq!(first, last, "torn");
    first.parse().unwrap()
}

/// The generation that readers see; 0 before the first.
pub fn current(out: &Path) -> u64 {
    fs::read(out.join("index.html")).map_or(0, |page| number_of(&page))
}
