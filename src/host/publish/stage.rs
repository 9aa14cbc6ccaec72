//! The folder that the next site is gathered in.
//!
//! It lies beside the output, so that the two can be exchanged; inside it where nothing can be written beside it, or where beside
//! it is another disk. A marker in the folder says how far a build came, so that what is left can be told apart by a look:
//!
//! | marker | it holds | what to do with it |
//! |---|---|---|
//! | `.fcsite-building` | part of a new site; the output is untouched | remove it |
//! | `.fcsite-moving` | the rest of a new site that is moved over file by file | move the rest |
//! | `.fcsite-spare` | the site before the output's | start from it, or remove it |
//! | none | a whole site, the old or the new one, and the output is the other | remove it |
//!
//! A spare is kept, on a shelf of the caller's, because making and removing thousands of folders costs more than all else that a
//! small edit needs. Nothing in it is believed: what a build takes from it is the same file as in the output, or is written anew.

use std::collections::HashSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use walkdir::WalkDir;

use super::error::{PublishError, io};
use super::folder::{self, Target};
use super::manifest::{self, Manifest, parents};
use super::{disk, exchange, lock, moving, shelf};

/// The stage's name inside the output.
pub(super) const INSIDE: &str = ".fcsite-stage";

const BESIDE: &str = ".fcsite-stage";
/// Where files to be moved over are gathered, so that a spare can stay.
const EDIT: &str = ".fcsite-edit";
pub(super) const SPARE: &str = ".fcsite-spare";
pub(super) const BUILDING: &str = ".fcsite-building";
pub(super) const MOVING: &str = ".fcsite-moving";
const MARKERS: [&str; 3] = [BUILDING, MOVING, SPARE];

/// The folder that a site is gathered in. Dropping it removes it.
#[derive(Debug)]
pub(super) struct Staging {
    /// Where it is.
    pub folder: PathBuf,
    /// It lies beside the output, so the two can be exchanged.
    pub beside: bool,
    spare: Option<Spare>,
    room: Mutex<Room>,
    armed: bool,
}

/// What the stage held from the start: the site before the output's.
#[derive(Debug)]
pub(super) struct Spare {
    /// Its list.
    pub manifest: Manifest,
    /// Its place on the shelf.
    pub shelf: PathBuf,
    /// The folder that replaced it.
    pub output: PathBuf,
}

#[derive(Debug, Default)]
struct Room {
    /// The spare became a part of the new site.
    begun: bool,
    /// The folders that are known to be made.
    made: HashSet<Box<str>>,
}

/// Makes a stage for the output: an empty one, or what a spare holds.
pub(super) fn make(target: &Target, in_place: bool, spare: Option<Spare>) -> Result<Staging, PublishError> {
    let in_place = in_place && target.exists;
    let beside = target.beside(if in_place { EDIT } else { BESIDE });
    if spare.is_some() {
        return Ok(Staging { folder: beside, beside: true, spare, room: Mutex::default(), armed: true });
    }
    if !target.exists || is_one_disk(&target.output, &target.parent) {
        match fs::create_dir(&beside) {
            Ok(()) => {
                if target.exists {
                    take_after(&target.output, &beside);
                }
                return begin(beside, true);
            }
            Err(error) if target.exists && lock::is_not_ours_to_write(&error) => {}
            Err(error) => return Err(io("make the folder", &beside)(error)),
        }
    }
    let inside = target.output.join(INSIDE);
    fs::create_dir(&inside).map_err(io("make the folder", &inside))?;
    begin(inside, false)
}

/// Where a site lies that can be exchanged with the output, and one that was.
pub(super) fn beside(target: &Target) -> PathBuf {
    target.beside(BESIDE)
}

/// Wherever a stage may lie.
pub(super) fn places(target: &Target) -> [PathBuf; 3] {
    [target.beside(EDIT), target.output.join(INSIDE), target.beside(BESIDE)]
}

fn begin(folder: PathBuf, beside: bool) -> Result<Staging, PublishError> {
    let staging = Staging { folder, beside, spare: None, room: Mutex::default(), armed: true };
    staging.mark_building()?;
    Ok(staging)
}

/// A web server that may read the output may read what replaces it.
#[cfg(unix)]
fn take_after(output: &Path, stage: &Path) {
    use std::os::unix::fs::{MetadataExt as _, chown};
    let (Ok(wanted), Ok(made)) = (fs::metadata(output), fs::metadata(stage)) else { return };
    // Whoever may not give the folder to that group publishes with their own, as any program would.
    if wanted.gid() != made.gid() {
        let _ = chown(stage, None, Some(wanted.gid()));
    }
    let _ = fs::set_permissions(stage, wanted.permissions());
}

#[cfg(not(unix))]
fn take_after(_: &Path, _: &Path) {}

#[cfg(unix)]
pub(super) fn is_one_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let disk = |path| fs::metadata(path).map(|meta| meta.dev());
    matches!((disk(one), disk(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
pub(super) fn is_one_disk(_: &Path, _: &Path) -> bool {
    true
}

impl Staging {
    fn room(&self) -> MutexGuard<'_, Room> {
        // A thread that died while holding the lock left at worst a folder that is made once more.
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file of the new site.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.use_spare()?;
        self.make_folder(parents(path).next())?;
        let file = self.folder.join(path);
        self.make_room(&file)?;
        disk::write(&file, bytes).map_err(io("write", &file))
    }

    /// Takes a file of the old site into the new one.
    pub fn link(&self, output: &Path, path: &str) -> Result<(), PublishError> {
        let (from, to) = (output.join(path), self.folder.join(path));
        self.use_spare()?;
        self.make_folder(parents(path).next())?;
        if self.spare.is_some() && disk::is_one_file(&from, &to) {
            return Ok(());
        }
        self.make_room(&to)?;
        disk::link(&from, &to)
    }

    /// Takes out of a spare what the new site has not.
    pub fn strip(&self, new: &Manifest) -> Result<(), PublishError> {
        let Some(spare) = &self.spare else { return Ok(()) };
        self.use_spare()?;
        let gone = spare.manifest.files.keys().map(|path| &**path);
        let gone: Vec<&str> = gone.filter(|path| !new.files.contains_key(*path)).collect();
        moving::remove_below(&self.folder, &gone)?;
        exchange::uncarry(&self.folder)?;
        disk::remove(&self.folder.join(manifest::NAME))
    }

    /// Begins to write to a spare. What someone saved into it since it was the site goes back to the output first.
    fn use_spare(&self) -> Result<(), PublishError> {
        let Some(spare) = &self.spare else { return Ok(()) };
        let mut room = self.room();
        if !room.begun {
            exchange::spare(&self.folder, &spare.output, &spare.manifest)?;
            self.mark_building()?;
            room.begun = true;
        }
        Ok(())
    }

    /// Makes a folder of the stage with all above it, once.
    fn make_folder(&self, folder: Option<&str>) -> Result<(), PublishError> {
        let Some(folder) = folder else { return Ok(()) };
        if self.room().made.contains(folder) {
            return Ok(());
        }
        // From the top down: what lies in a spare under the name of a folder may be a file.
        self.make_folder(parents(folder).next())?;
        let path = self.folder.join(folder);
        let mut room = self.room();
        match fs::create_dir(&path) {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && is_real_folder(&path) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.spare.is_some() => {
                disk::remove(&path)?;
                fs::create_dir(&path).map_err(io("make the folder", &path))?;
            }
            result => result.map_err(io("make the folder", &path))?,
        }
        room.made.insert(folder.into());
        Ok(())
    }

    /// Takes out of a spare what lies where a file comes. It is never written over: it may be the output's too.
    fn make_room(&self, file: &Path) -> Result<(), PublishError> {
        if self.spare.is_none() {
            return Ok(());
        }
        if !is_real_folder(file) {
            return disk::remove(file);
        }
        empty(file)?;
        fs::remove_dir(file).map_err(io("remove", file))
    }

    /// From now on the folder is part of a site.
    pub fn mark_building(&self) -> Result<(), PublishError> {
        let marker = self.folder.join(BUILDING);
        disk::write(&marker, b"").map_err(io("write", &marker))
    }

    /// Adds the list, and waits until all is on the disk where that is wanted: the files, then the folders that name them.
    pub fn list(&self, new: &Manifest, sync: bool) -> Result<(), PublishError> {
        let path = self.folder.join(manifest::NAME);
        if !path.exists() {
            disk::write(&path, new.text().as_bytes()).map_err(io("write", &path))?;
        }
        if !sync {
            return Ok(());
        }
        let files = new.files.keys().map(|path| &**path).chain([manifest::NAME]);
        files.chain(new.folders()).chain([""]).try_for_each(|path| {
            match disk::flush(&self.folder.join(path)) {
                // It was not staged: the output has it.
                Err(PublishError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(()),
                result => result,
            }
        })
    }

    /// The folder holds all of a site. From now on it is one, to be exchanged at once.
    pub fn complete(&self, new: &Manifest, sync: bool) -> Result<(), PublishError> {
        self.list(new, sync)?;
        self.mark_whole()
    }

    /// A file whose place in the site is not its place here.
    pub fn numbered(&self, number: usize) -> PathBuf {
        self.folder.join(number.to_string())
    }

    fn mark_whole(&self) -> Result<(), PublishError> {
        disk::remove(&self.folder.join(BUILDING))
    }

    /// From now on the files are moved over, and whoever finds the folder moves the rest.
    pub fn mark_moving(&mut self) -> Result<(), PublishError> {
        let marker = self.folder.join(BUILDING);
        fs::rename(&marker, self.folder.join(MOVING)).map_err(io("rename", &marker))?;
        self.armed = false;
        Ok(())
    }

    /// From now on the folder, with the site that was replaced, is a spare.
    pub fn mark_spare(&self) -> Result<(), PublishError> {
        let marker = self.folder.join(SPARE);
        disk::write(&marker, b"").map_err(io("write", &marker))
    }

    /// The folder is no stage any more: what lies there is the old site.
    pub fn hand_over(&mut self) {
        self.armed = false;
    }
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.armed {
            return;
        }
        // What cannot be removed now, the next build removes.
        let _ = match self.spare.take() {
            Some(spare) if disk::is_file(&self.folder.join(SPARE)) => {
                shelf::put(&self.folder, &spare).map(drop)
            }
            // It was not wholly seen through for what others saved into it.
            Some(_) if !self.room().begun => Ok(()),
            _ => remove(&self.folder),
        };
    }
}

fn is_real_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
}

/// Is this the name of one of the markers?
pub(super) fn is_marker(path: &Path) -> bool {
    path.file_name().is_some_and(|name| MARKERS.iter().any(|marker| name == *marker))
}

/// Removes a stage, its marker last, so that one half removed is still known as a stage.
pub(super) fn remove(folder: &Path) -> Result<(), PublishError> {
    empty(folder)?;
    for marker in MARKERS {
        disk::remove(&folder.join(marker))?;
    }
    match fs::remove_dir(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(io("remove", folder)(error)),
        _ => Ok(()),
    }
}

/// Removes all that a folder of the stage holds, but for the marker.
pub(super) fn empty(folder: &Path) -> Result<(), PublishError> {
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| folder::walked(folder, error))?;
        if entry.depth() == 1 && is_marker(entry.path()) {
            continue;
        }
        if entry.file_type().is_dir() {
            fs::remove_dir(entry.path()).map_err(io("remove", entry.path()))?;
        } else {
            disk::remove(entry.path())?;
        }
    }
    Ok(())
}
