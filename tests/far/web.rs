//! What lies on a target, seen as a reader sees it: a folder that a server shows, or a bucket that is asked over HTTP.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::project::files;

pub trait Web: Sync {
    /// The text of a file, if there is one.
    fn text(&self, path: &Path) -> Option<String>;

    fn has(&self, path: &Path) -> bool;

    /// Which file the journal is: each publication has another.
    fn journal(&self) -> Option<String>;

    /// All files that are no lists of fcsite's own.
    fn files(&self) -> BTreeMap<String, Vec<u8>>;

    /// The names of those that are.
    fn own(&self) -> Vec<String>;

    /// How many pages a reader has read at the least, while some publications were killed.
    fn least_read(&self) -> usize {
        100
    }
}

pub struct WebFolder(pub PathBuf);

impl Web for WebFolder {
    fn text(&self, path: &Path) -> Option<String> {
        fs::read_to_string(self.0.join(path)).ok()
    }

    fn has(&self, path: &Path) -> bool {
        self.0.join(path).is_file()
    }

    fn journal(&self) -> Option<String> {
        fs::metadata(self.0.join(".fcsite-publishing")).ok().map(|metadata| metadata.ino().to_string())
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.0)
    }

    fn own(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with(".fcsite")).collect()
    }
}
