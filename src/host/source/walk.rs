//! A look at one folder of the source on disk: its files, and what of it cannot be used.
//!
//! Symbolic links are not followed: one could lead out of the folder. What is walked through here is read by handles (`host/ground`), so a
//! folder that becomes a link meanwhile shows names at the most. What cannot be looked at is a fault and never taken for gone: a share
//! that does not answer, or a right that is missing, would take pages off the site.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::stat::Stat;
use crate::base::{Phrase, SourcePath, is_ignored};
use crate::host::ground::{self, FileKind, FileLook, Place};
use crate::input::{InputError, InputFault, is_written};

/// Some disks keep what is small with its name.
const SMALL: u64 = 4096;

/// What lies in a folder.
#[derive(Default)]
pub struct FolderListing {
    pub files: Vec<(SourcePath, Stat)>,
    /// The room on the disk of those that are longer.
    pub holes: HashMap<SourcePath, u64>,
    /// Its folders, one level deep.
    pub folders: Vec<String>,
    /// What cannot be used.
    pub faults: Vec<InputFault>,
    /// There is no such folder. What cannot be looked at is not gone: then there is a fault.
    pub is_gone: bool,
}

/// How deep to look.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Only what lies in the folder itself.
    One,
    /// Everything below it.
    All,
}

/// Looks at a folder below the root; one that is not there is empty.
#[expect(clippy::disallowed_methods, reason = "it follows no link, and what it finds is opened by handles")]
pub fn walk(ground: &Place, folder: &str, depth: Depth) -> FolderListing {
    let mut found = FolderListing::default();
    match ground.join(folder).look_for() {
        Ok(Some(look)) if look.kind == FileKind::Folder => {}
        Ok(Some(look)) if look.kind == FileKind::Link => {
            return FolderListing::faulty(folder, InputError::Symlink);
        }
        Ok(_) => return FolderListing { is_gone: true, ..FolderListing::default() },
        Err(error) => return FolderListing::faulty(folder, fault_of(&error)),
    }
    let root = &ground.path();
    let deepest = if depth == Depth::One { 1 } else { usize::MAX };
    let walk = WalkDir::new(root.join(folder)).follow_links(false).max_depth(deepest).into_iter();
    // The folders that it stands in, from the top.
    let mut way = Vec::new();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || !is_left_out(entry.file_name())) {
        match entry {
            Ok(entry) => {
                way.truncate(entry.depth());
                if entry.file_type().is_dir() {
                    way.push(entry.path().to_path_buf());
                }
                found.add(root, &entry);
            }
            Err(error) => {
                // What was removed while it was looked at is not there.
                if error.io_error().is_some_and(ground::is_absent) {
                    continue;
                }
                // Where the names of a folder cannot be read, it is not said which.
                let above = error.depth().checked_sub(1).and_then(|depth| way.get(depth)).or(way.last());
                let path = error.path().or(above.map(PathBuf::as_path));
                let path = path.and_then(|path| relative(root, path)).unwrap_or_default();
                let reason = error.io_error().map_or_else(|| Phrase::said(&error), Phrase::of_system);
                found.fault(&path, InputError::Io(reason));
            }
        }
    }
    found
}

/// Is this an editor's or a system's, and no content? Of a name that is no text only its beginning can be asked.
fn is_left_out(name: &OsStr) -> bool {
    name.to_str().map_or_else(|| name.as_encoded_bytes().starts_with(b"."), is_ignored)
}

/// A path below the root as the core writes it; none for one elsewhere, or one that is not UTF-8.
pub fn relative(root: &Path, path: &Path) -> Option<String> {
    let inner = path.strip_prefix(root).ok()?.to_str()?;
    Some(if std::path::MAIN_SEPARATOR == '/' {
        inner.to_string()
    } else {
        inner.replace(std::path::MAIN_SEPARATOR, "/")
    })
}

/// Why something cannot be used.
pub fn fault_of(error: &std::io::Error) -> InputError {
    if ground::is_link(error) { InputError::Symlink } else { InputError::Io(Phrase::of_system(error)) }
}

impl FolderListing {
    /// Of a folder that cannot be looked into.
    pub fn faulty(folder: &str, error: InputError) -> Self {
        let mut found = Self::default();
        found.fault(folder, error);
        found
    }

    fn add(&mut self, root: &Path, entry: &DirEntry) {
        let Some(path) = relative(root, entry.path()) else {
            let name = entry.path().strip_prefix(root).unwrap_or(entry.path()).to_string_lossy().into_owned();
            self.fault(&name, InputError::Io(Phrase::new("file-name-not-text")));
            return;
        };
        let kind = entry.file_type();
        if kind.is_symlink() {
            self.fault(&path, InputError::Symlink);
        } else if kind.is_file() {
            match entry.metadata() {
                Ok(metadata) => {
                    let look = FileLook::of_metadata(&metadata);
                    if look.allocated.saturating_add(SMALL) < look.length {
                        self.holes.insert(SourcePath::new(&path), look.allocated.max(SMALL));
                    }
                    self.files.push((SourcePath::new(&path), Stat::of(&look)));
                }
                // A file that is gone by now was not there.
                Err(error) if error.io_error().is_some_and(ground::is_absent) => {}
                Err(error) => self.fault(&path, error.io_error().map_or(InputError::Symlink, fault_of)),
            }
        } else if !kind.is_dir() {
            self.fault(&path, InputError::Io(Phrase::new("file-not-plain")));
        } else if is_written(&SourcePath::new(&path)) {
            // Whose text it was would be gone without a word.
            self.fault(&path, InputError::Io(Phrase::new("file-is-folder")));
        } else if entry.depth() == 1 {
            self.folders.push(path);
        }
    }

    fn fault(&mut self, path: &str, error: InputError) {
        self.faults.push(InputFault { path: SourcePath::new(path), error });
    }
}
