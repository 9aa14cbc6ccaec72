//! File by file, where folders cannot be exchanged: each file is old or new, whole, and the next build mends the rest.
//!
//! New files come first, then what is gone goes, and the manifest comes last. So at every moment the output's manifest or the
//! stage's lists every file of ours, and a build that finds the stage can go on from where this one stopped.

use std::collections::{BTreeSet, HashSet};
use std::io::ErrorKind;

use super::error::{PublishError, io};
use super::ledger;
use super::manifest::{self, Manifest, parents};
use super::{disk, folder, stage};
use crate::host::ground::{self, FileKind, Order, Place};

/// What is to be moved over.
pub(super) struct Move<'a> {
    /// The folder with the new and changed files and the new manifest.
    pub stage: &'a Place,
    /// The folder that they are moved to.
    pub output: &'a Place,
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
    output: &Place,
    new: impl Iterator<Item = &'a str>,
) -> Result<(), PublishError> {
    let mut files = Vec::new();
    for path in new {
        let place = output.join(path);
        let found = place.look_for().map_err(io("look at", &place))?;
        if found.is_some_and(|look| look.kind != FileKind::Folder) {
            files.push(path.to_owned());
        }
        if files.len() == 4 {
            break;
        }
    }
    if files.is_empty() {
        return Ok(());
    }
    let more = files.len() > 3;
    files.truncate(3);
    Err(PublishError::Foreign { output: output.path(), files, more })
}

/// Refuses to begin where a file could not come to its place: a link or anything else that is no folder stands where one of
/// its folders belongs, or a folder where it belongs itself. Found halfway, it would leave some pages new and others old. What is in
/// `leaving` goes before the files come.
pub(super) fn refuse_in_the_way<'a>(
    output: &Place,
    files: impl Iterator<Item = &'a str>,
    leaving: &[&str],
) -> Result<(), PublishError> {
    let leaving: HashSet<&str> = leaving.iter().copied().collect();
    let mut seen: HashSet<&str> = HashSet::new();
    for path in files {
        let mut above: Vec<&str> = parents(path).take_while(|folder| !seen.contains(folder)).collect();
        // From the top down, since nothing is looked at through a link.
        above.reverse();
        for part in above.into_iter().chain([path]) {
            let place = output.join(part);
            let kind = place.look_for().map_err(io("look at", &place))?.map(|look| look.kind);
            match kind {
                // Nothing is below it, and a file that leaves will be gone.
                None => break,
                Some(FileKind::Folder) if part == path => refuse_full(&place, path, &leaving)?,
                Some(FileKind::Folder) => drop(seen.insert(part)),
                // Whatever has the name of a file of ours is replaced by it.
                Some(_) if part == path || leaving.contains(part) => break,
                Some(_) => return Err(PublishError::InTheWay(place.path())),
            }
        }
    }
    Ok(())
}

/// Refuses a folder that does not go with the last file that leaves it.
fn refuse_full(folder: &Place, path: &str, leaving: &HashSet<&str>) -> Result<(), PublishError> {
    let emptied: HashSet<&str> = leaving.iter().flat_map(|path| parents(path)).collect();
    let mut goes = emptied.contains(path);
    folder.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| folder::unseen_in(folder, unseen))?;
        let whole = folder::text_of(step.path).map(|inner| format!("{path}/{inner}"));
        let leaving = if step.kind == FileKind::Folder { &emptied } else { leaving };
        goes &= whole.is_some_and(|whole| leaving.contains(&*whole));
        Ok::<_, PublishError>(goes)
    })?;
    if goes { Ok(()) } else { Err(PublishError::InTheWay(folder.path())) }
}

/// Sorts files so that a reader meets no page before what it shows: first what is new, pages after the rest, then what changed.
pub(super) fn order(path: &str, is_new: bool) -> (bool, bool) {
    (!is_new, path.ends_with(".html"))
}

/// Moves all over, or the rest of it, and removes the stage.
pub(super) fn over(it: &Move<'_>) -> Result<(), PublishError> {
    let gone: Vec<&str> =
        it.old.files.keys().map(|path| &**path).filter(|path| !it.new.files.contains_key(*path)).collect();
    let mut staged = staged(it.stage)?;
    refuse_in_the_way(it.output, staged.iter().map(String::as_str), &gone)?;
    refuse_clash(it)?;
    let mut folders = Folders::at(it.output);
    match it.output.make_folder() {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => {
            return Err(io("make the folder", it.output)(error));
        }
        _ => {}
    }
    let below = it.new.folders();
    let is_first =
        |path: &str| below.contains(path) || parents(path).any(|folder| it.new.files.contains_key(folder));
    let (first, last): (Vec<&str>, Vec<&str>) = gone.into_iter().partition(|path| is_first(path));
    // A file that becomes a folder, or a folder that becomes a file, makes room.
    folders.remove(&first)?;
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
pub(super) fn remove_below(folder: &Place, files: &[&str]) -> Result<(), PublishError> {
    Folders::at(folder).remove(files)
}

/// The files of the stage that are pages.
fn staged(stage: &Place) -> Result<Vec<String>, PublishError> {
    let mut files = Vec::new();
    stage.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| folder::unseen_in(stage, unseen))?;
        let Some(path) = folder::text_of(step.path).filter(|_| step.kind == FileKind::File) else {
            return Ok(true);
        };
        // What was left there by somebody else is not moved.
        if path != manifest::NAME && !stage::is_marker(&path) && ledger::vet(&path).is_ok() {
            files.push(path);
        }
        Ok::<_, PublishError>(true)
    })?;
    Ok(files)
}

/// Puts a file in another's place, at once.
fn replace(from: &Place, to: &Place) -> Result<(), PublishError> {
    match from.rename(to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            // Another disk is mounted in the output: gather beside the target first.
            let (part, mut made) = to.temporary().map_err(io("publish", to))?;
            let copied = from
                .open()
                .and_then(|mut source| std::io::copy(&mut source, &mut made))
                .and_then(|_| part.rename(to));
            if copied.is_err() {
                disk::remove(&part)?;
            }
            copied.map_err(io("publish", to))?;
            disk::remove(from)
        }
        result => result.map_err(io("publish", to)),
    }
}

/// The folders of the output.
pub(super) struct Folders<'a> {
    output: &'a Place,
    /// Known to be there.
    made: HashSet<String>,
    touched: BTreeSet<String>,
}

impl<'a> Folders<'a> {
    /// None is known yet.
    pub fn at(output: &'a Place) -> Self {
        Self { output, made: HashSet::new(), touched: BTreeSet::new() }
    }

    /// Moves a file from elsewhere to a path, at once.
    pub fn take(&mut self, from: &Place, path: &str) -> Result<(), PublishError> {
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

    /// Makes a folder with all above it.
    fn make(&mut self, folder: &str) -> Result<(), PublishError> {
        self.touched.insert(folder.to_owned());
        if folder.is_empty() || self.made.contains(folder) {
            return Ok(());
        }
        let above = parents(folder).next().unwrap_or("");
        self.make(above)?;
        let place = self.output.join(folder);
        match place.make_folder() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && place.is_folder() => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(PublishError::InTheWay(place.path()));
            }
            result => result.map_err(io("make the folder", &place))?,
        }
        self.made.insert(folder.to_owned());
        Ok(())
    }

    /// Removes files, and the folders that are empty then.
    pub fn remove(&mut self, files: &[&str]) -> Result<(), PublishError> {
        for path in files {
            let file = self.output.join(path);
            let is_ours = match file.look_for() {
                Ok(look) => look.is_some_and(|look| look.kind == FileKind::File),
                // A link on the way: what lies behind it is not ours.
                Err(error) if ground::is_link(&error) => false,
                Err(error) => return Err(io("look at", &file)(error)),
            };
            if is_ours {
                disk::remove(&file)?;
                self.touched.insert(parents(path).next().unwrap_or("").to_owned());
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
            if self.output.join(folder).remove_folder().is_ok() {
                self.made.remove(folder);
            }
        }
    }
}
