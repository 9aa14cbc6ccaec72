//! File by file, where folders cannot be exchanged: each file is old or new, whole, and the next build mends the rest.
//!
//! New files come first, then what is gone goes, and the manifest comes last. So at every moment the output's manifest or the
//! stage's lists every file of ours, and a build that finds the stage can go on from where this one stopped.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::error::{PublishError, io};
use super::manifest::{self, Manifest, parents};
use super::{disk, folder, stage};

/// What is to be moved over.
pub(super) struct Move<'a> {
    /// The folder with the new and changed files and the new manifest.
    pub stage: &'a Path,
    /// The folder that they are moved to.
    pub output: &'a Path,
    /// What the output holds.
    pub old: &'a Manifest,
    /// What it shall hold.
    pub new: &'a Manifest,
    /// Flush to the disk.
    pub sync: bool,
}

/// Refuses to begin where a file of someone else's would be replaced.
pub(super) fn refuse_clash(it: &Move<'_>) -> Result<(), PublishError> {
    let staged = staged(it.stage)?;
    refuse_others(
        it.output,
        staged.iter().map(String::as_str).filter(|path| !it.old.files.contains_key(*path)),
    )
}

/// Refuses to make files where there are some.
pub(super) fn refuse_others<'a>(
    output: &Path,
    new: impl Iterator<Item = &'a str>,
) -> Result<(), PublishError> {
    let is_there = |path: &&str| fs::symlink_metadata(output.join(path)).is_ok_and(|meta| !meta.is_dir());
    let mut files: Vec<String> = new.filter(is_there).take(4).map(str::to_owned).collect();
    if files.is_empty() {
        return Ok(());
    }
    let more = files.len() > 3;
    files.truncate(3);
    Err(PublishError::Foreign { output: output.to_owned(), files, more })
}

/// Sorts files so that a reader meets no page before what it shows: first what is new, pages after the rest, then what changed.
pub(super) fn order(path: &str, is_new: bool) -> (bool, bool) {
    (!is_new, path.ends_with(".html"))
}

/// Moves all over, or the rest of it, and removes the stage.
pub(super) fn over(it: &Move<'_>) -> Result<(), PublishError> {
    refuse_clash(it)?;
    let mut folders = Folders::at(it.output);
    match fs::create_dir(it.output) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            return Err(io("make the folder", it.output)(error));
        }
        _ => {}
    }
    let gone: Vec<&str> =
        it.old.files.keys().map(|path| &**path).filter(|path| !it.new.files.contains_key(*path)).collect();
    let below = it.new.folders();
    let is_first =
        |path: &str| below.contains(path) || parents(path).any(|folder| it.new.files.contains_key(folder));
    let (first, last): (Vec<&str>, Vec<&str>) = gone.into_iter().partition(|path| is_first(path));
    // A file that becomes a folder, or a folder that becomes a file, makes room.
    folders.remove(&first)?;
    let mut staged = staged(it.stage)?;
    staged.sort_by_cached_key(|path| (order(path, !it.old.files.contains_key(path.as_str())), path.clone()));
    for path in staged {
        folders.take(&it.stage.join(&path), &path)?;
    }
    folders.remove(&last)?;
    if it.sync {
        folders.flush()?;
    }
    replace(&it.stage.join(manifest::NAME), &it.output.join(manifest::NAME))?;
    if it.sync {
        disk::flush(it.output)?;
    }
    stage::remove(it.stage)
}

/// Removes files below a folder, and the folders that are empty then. What is no plain file any more is let be.
pub(super) fn remove_below(folder: &Path, files: &[&str]) -> Result<(), PublishError> {
    Folders::at(folder).remove(files)
}

/// The files of the stage that are pages.
fn staged(stage: &Path) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(stage).min_depth(1).sort_by_file_name() {
        let entry = entry.map_err(|error| folder::walked(stage, error))?;
        let ours =
            entry.depth() == 1 && (entry.file_name() == manifest::NAME || stage::is_marker(entry.path()));
        if entry.file_type().is_file() && !ours {
            files.extend(folder::relative(stage, entry.path()));
        }
    }
    Ok(files)
}

/// Puts a file in another's place, at once.
fn replace(from: &Path, to: &Path) -> Result<(), PublishError> {
    match fs::rename(from, to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            // Another disk is mounted in the output: gather beside the target first.
            let mut name = to.as_os_str().to_owned();
            name.push(".fcsite-part");
            let part = PathBuf::from(name);
            let copied = fs::copy(from, &part).and_then(|_| fs::rename(&part, to));
            if copied.is_err() {
                disk::remove(&part)?;
            }
            copied.map_err(io("publish", to))?;
            disk::remove(from)
        }
        result => result.map_err(io("publish", to)),
    }
}

/// The folders of the output, known to be real ones and no links.
pub(super) struct Folders<'a> {
    output: &'a Path,
    real: HashSet<String>,
    touched: BTreeSet<String>,
}

impl<'a> Folders<'a> {
    /// None is known yet.
    pub fn at(output: &'a Path) -> Self {
        Self { output, real: HashSet::new(), touched: BTreeSet::new() }
    }

    /// Moves a file from elsewhere to a path, at once.
    pub fn take(&mut self, from: &Path, path: &str) -> Result<(), PublishError> {
        self.make(parents(path).next().unwrap_or(""))?;
        replace(from, &self.output.join(path))
    }

    /// Waits until the names of all that was moved and removed are on the disk.
    pub fn flush(&self) -> Result<(), PublishError> {
        self.touched.iter().try_for_each(|folder| match disk::flush(&self.output.join(folder)) {
            Err(PublishError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(()),
            result => result,
        })
    }

    /// Makes a folder with all above it. A link among them is not followed.
    fn make(&mut self, folder: &str) -> Result<(), PublishError> {
        self.touched.insert(folder.to_owned());
        if folder.is_empty() || self.real.contains(folder) {
            return Ok(());
        }
        let above = parents(folder).next().unwrap_or("");
        self.make(above)?;
        let path = self.output.join(folder);
        match fs::create_dir(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.is_real(folder) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(PublishError::InTheWay(path));
            }
            result => result.map_err(io("make the folder", &path))?,
        }
        self.real.insert(folder.to_owned());
        Ok(())
    }

    fn is_real(&self, folder: &str) -> bool {
        std::iter::once(folder).chain(parents(folder)).all(|folder| {
            folder.is_empty()
                || self.real.contains(folder)
                || fs::symlink_metadata(self.output.join(folder)).is_ok_and(|meta| meta.is_dir())
        })
    }

    /// Removes files, and the folders that are empty then.
    pub fn remove(&mut self, files: &[&str]) -> Result<(), PublishError> {
        for path in files {
            let above = parents(path).next().unwrap_or("");
            let file = self.output.join(path);
            let is_ours = fs::symlink_metadata(&file).is_ok_and(|meta| meta.is_file());
            if is_ours && self.is_real(above) {
                disk::remove(&file)?;
                self.touched.insert(above.to_owned());
            }
        }
        self.remove_emptied(files.iter().copied());
        Ok(())
    }

    /// Removes the folders above these files that are empty.
    pub fn remove_emptied<'p>(&mut self, files: impl Iterator<Item = &'p str>) {
        let emptied: BTreeSet<&str> = files.flat_map(parents).collect();
        // The deepest sort last.
        for folder in emptied.into_iter().rev() {
            if self.is_real(folder) && fs::remove_dir(self.output.join(folder)).is_ok() {
                self.real.remove(folder);
            }
        }
    }
}
