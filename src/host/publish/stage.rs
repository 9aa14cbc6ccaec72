//! The folder that the next site is gathered in, and what becomes of one that a killed build left.
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
//! A spare is kept because making and removing thousands of folders costs more than all else that a small edit needs. Nothing in it
//! is believed: what a build takes from it is the same file as in the output, or is written anew.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use walkdir::WalkDir;

use super::error::{PublishError, io};
use super::folder::{self, Target};
use super::manifest::{self, Found, Manifest};
use super::{disk, exchange, lock, moving};

/// The stage's name inside the output.
pub(super) const INSIDE: &str = ".fcsite-stage";

const BESIDE: &str = ".fcsite-stage";
/// Where files to be moved over are gathered, so that a spare can stay.
const EDIT: &str = ".fcsite-edit";
const SPARE: &str = ".fcsite-spare";
const BUILDING: &str = ".fcsite-building";
const MOVING: &str = ".fcsite-moving";
const MARKERS: [&str; 3] = [BUILDING, MOVING, SPARE];

/// The folder that a site is gathered in. Dropping it removes it.
#[derive(Debug)]
pub(super) struct Staging {
    /// Where it is.
    pub folder: PathBuf,
    /// It lies beside the output, so the two can be exchanged.
    pub beside: bool,
    /// What it held from the start: the site before the output's.
    pub spare: Option<Manifest>,
    /// Something was written to it.
    pub used: AtomicBool,
    armed: bool,
}

/// Makes a stage for the output: an empty one, or what a spare holds.
pub(super) fn make(
    target: &Target,
    in_place: bool,
    spare: Option<Manifest>,
) -> Result<Staging, PublishError> {
    let in_place = in_place && target.exists;
    let beside = target.beside(if in_place { EDIT } else { BESIDE });
    if !in_place && spare.is_some() {
        let marker = beside.join(SPARE);
        fs::rename(&marker, beside.join(BUILDING)).map_err(io("rename", &marker))?;
        return Ok(Staging {
            folder: beside,
            beside: true,
            spare,
            used: AtomicBool::new(false),
            armed: true,
        });
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

fn begin(folder: PathBuf, beside: bool) -> Result<Staging, PublishError> {
    let staging = Staging { folder, beside, spare: None, used: AtomicBool::new(false), armed: true };
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
fn is_one_disk(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let disk = |path| fs::metadata(path).map(|meta| meta.dev());
    matches!((disk(one), disk(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(not(unix))]
fn is_one_disk(_: &Path, _: &Path) -> bool {
    true
}

impl Staging {
    /// From now on the folder is part of a site.
    pub fn mark_building(&self) -> Result<(), PublishError> {
        let marker = self.folder.join(BUILDING);
        disk::write(&marker, b"").map_err(io("write", &marker))
    }

    /// From now on the folder is a whole site, to be exchanged at once.
    pub fn mark_whole(&self) -> Result<(), PublishError> {
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
        let unused = self.spare.is_some() && !*self.used.get_mut();
        if !(unused && fs::rename(self.folder.join(BUILDING), self.folder.join(SPARE)).is_ok()) {
            // What cannot be removed now, the next build removes.
            let _ = remove(&self.folder);
        }
    }
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

/// Removes a file of the stage where a folder is to be made. What is gone, or a folder already, another thread has seen to.
pub(super) fn remove_file(path: &Path) -> Result<(), PublishError> {
    if fs::symlink_metadata(path).is_ok_and(|meta| !meta.is_dir()) { disk::remove(path) } else { Ok(()) }
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

/// Did a build leave its stage, or is one under way?
pub(super) fn is_left(target: &Target) -> bool {
    let is_left = |place: &PathBuf| fs::symlink_metadata(place).is_ok() && !place.join(SPARE).exists();
    places(target).iter().any(is_left)
}

/// Brings what a killed build left to its end, forward or back. What is left then is a spare, or nothing.
pub(super) fn recover(target: &Target, sync: bool) -> Result<Option<Manifest>, PublishError> {
    let mut spare = None;
    for place in places(target) {
        match fs::symlink_metadata(&place) {
            Ok(meta) if meta.is_dir() => spare = settle(&place, target, sync)?.or(spare),
            Ok(_) => return Err(PublishError::InTheWay(place)),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
            Err(error) => return Err(io("look at", &place)(error)),
        }
    }
    Ok(spare)
}

/// Removes a spare that is not wanted.
pub(super) fn discard(target: &Target, spare: &Manifest) -> Result<(), PublishError> {
    let place = target.beside(BESIDE);
    if target.exists { exchange::clear(&place, &target.output, spare).map(drop) } else { remove(&place) }
}

fn places(target: &Target) -> [PathBuf; 3] {
    [target.beside(EDIT), target.output.join(INSIDE), target.beside(BESIDE)]
}

fn settle(place: &Path, target: &Target, sync: bool) -> Result<Option<Manifest>, PublishError> {
    let has = |name: &str| fs::symlink_metadata(place.join(name)).is_ok_and(|meta| meta.is_file());
    let found = || manifest::read(place).map_err(io("read the list in", place));
    if has(MOVING) {
        return match found()? {
            Found::Whole(new) => {
                let old = manifest::read(&target.output).map_err(io("read the list in", &target.output))?;
                let old = old.or_empty();
                let it = moving::Move { stage: place, output: &target.output, old: &old, new: &new, sync };
                moving::over(&it).map(|()| None)
            }
            // The manifest is moved last: all is done but the tidying.
            Found::Nothing => remove(place).map(|()| None),
            Found::Damaged => Err(PublishError::Damaged(place.join(manifest::NAME))),
        };
    }
    if has(BUILDING) {
        return remove(place).map(|()| None);
    }
    let manifest = match found()? {
        Found::Whole(manifest) if has(SPARE) => return Ok(Some(manifest)),
        Found::Whole(manifest) => manifest,
        Found::Nothing | Found::Damaged if exchange::holds_only_let_be(place)? => Manifest::default(),
        Found::Nothing | Found::Damaged => return Err(PublishError::InTheWay(place.to_owned())),
    };
    exchange::clear(place, &target.output, &manifest).map(|_| None)
}
