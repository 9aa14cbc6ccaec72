//! The folder that the next site is gathered in.
//!
//! It lies beside the output, so that the two can be exchanged; inside it where nothing can be written beside it, or where beside
//! it is another disk. A marker in the folder says how far a build came ([`marks`]).
//!
//! A spare is kept, on a shelf of the caller's, because making and removing thousands of folders costs more than all else that a
//! small edit needs. Nothing in it is believed: what a build takes from it is the same file as in the output, or is written anew.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::{PublishError, io};
use super::folders::Folders;
use super::manifest::Manifest;
use super::names::{MANIFEST, STAGE, parents};
use super::shelf::Spare;
use super::target::OutputTarget;
use super::{disk, exchange, lock, marks, shelf};
use crate::base::Fingerprint;
use crate::host::ground::{FileKind, Place};
use crate::host::seal::Seal;

/// The folder that a site is gathered in. Dropping it removes it.
#[derive(Debug)]
pub(super) struct Staging {
    /// Where it is.
    pub folder: Place,
    /// It lies beside the output, so the two can be exchanged.
    pub beside: bool,
    /// What is written is moved over, file by file. So it lies in one folder: thousands are not made only to be removed again.
    pub is_flat: bool,
    spare: Option<Spare>,
    room: Mutex<SpareRoom>,
    seal: Seal,
    ticket: Place,
    armed: bool,
}

#[derive(Debug, Default)]
struct SpareRoom {
    /// The spare became a part of the new site.
    begun: bool,
    /// The folders that are known to be made.
    made: HashSet<Box<str>>,
}

/// Makes a stage for the output: an empty one, or what a spare holds.
pub(super) fn make(
    target: &OutputTarget,
    in_place: bool,
    spare: Option<Spare>,
    seal: &Seal,
) -> Result<Staging, PublishError> {
    let in_place = in_place && target.exists;
    let beside = target.beside(if in_place { marks::EDIT } else { STAGE });
    let staging = |folder: Place, beside: bool, spare: Option<Spare>| Staging {
        folder,
        beside,
        is_flat: in_place || !beside,
        spare,
        room: Mutex::default(),
        seal: seal.clone(),
        ticket: marks::ticket(target),
        armed: true,
    };
    if spare.is_some() {
        return Ok(staging(beside, true, spare));
    }
    if !target.exists || is_one_disk(&target.output, &target.parent) {
        match beside.make_folder() {
            Ok(()) => {
                if target.exists {
                    // A web server that may read the output may read what replaces it.
                    beside.take_after(&target.output);
                }
                return begin(staging(beside, true, None));
            }
            Err(error) if target.exists && lock::is_not_ours_to_write(&error) => {}
            Err(error) => return Err(io("make the folder", &beside)(error)),
        }
    }
    let inside = target.output.join(STAGE);
    inside.make_folder().map_err(io("make the folder", &inside))?;
    begin(staging(inside, false, None))
}

fn begin(staging: Staging) -> Result<Staging, PublishError> {
    staging.mark(marks::BUILDING)?;
    Ok(staging)
}

fn is_one_disk(one: &Place, other: &Place) -> bool {
    matches!((one.look(), other.look()), (Ok(one), Ok(other)) if one.number.0 == other.number.0)
}

impl Staging {
    fn room(&self) -> MutexGuard<'_, SpareRoom> {
        // A thread that died while holding the lock left at worst a folder that is made once more.
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file of the new site.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        if self.is_flat {
            let file = self.staged(path);
            return file.write_new(bytes).map_err(io("write", &file));
        }
        self.use_spare()?;
        self.make_folder(parents(path).next())?;
        let file = self.folder.join(path);
        self.make_room(&file)?;
        file.write_new(bytes).map_err(io("write", &file))
    }

    /// Takes a file of the old site into the new one. `seen` says which one it was when it was looked at.
    pub fn link(&self, output: &Place, path: &str, seen: Option<(u64, u64)>) -> Result<(), PublishError> {
        let (from, to) = (output.join(path), self.folder.join(path));
        self.use_spare()?;
        self.make_folder(parents(path).next())?;
        let is_there = || match seen {
            Some(seen) => to.look().is_ok_and(|look| look.kind == FileKind::File && look.number == seen),
            None => disk::is_one_file(&from, &to),
        };
        if self.spare.is_some() && is_there() {
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
        Folders::at(&self.folder).remove(&gone)?;
        let emptied: HashSet<&str> = gone.iter().flat_map(|path| parents(path)).collect();
        self.room().made.retain(|folder| !emptied.contains(&**folder));
        exchange::uncarry(&self.folder)?;
        disk::remove(&self.folder.join(MANIFEST))
    }

    /// Begins to write to a spare. One that holds anything but its own is emptied first: it lies where a repository can bring files, and
    /// those must not come to the output.
    fn use_spare(&self) -> Result<(), PublishError> {
        let Some(spare) = &self.spare else { return Ok(()) };
        let mut room = self.room();
        if !room.begun {
            let folders = shelf::folders_of_its_own(&self.folder, &spare.manifest)?;
            self.mark_building()?;
            disk::remove(&self.folder.join(marks::SPARE))?;
            match folders {
                Some(folders) => room.made = folders,
                None => marks::empty(&self.folder)?,
            }
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
        let place = self.folder.join(folder);
        let mut room = self.room();
        match place.make_folder() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && place.is_folder() => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists && self.spare.is_some() => {
                disk::remove(&place)?;
                place.make_folder().map_err(io("make the folder", &place))?;
            }
            result => result.map_err(io("make the folder", &place))?,
        }
        room.made.insert(folder.into());
        Ok(())
    }

    /// Takes out of a spare what lies where a file comes. It is never written over: it may be the output's too.
    fn make_room(&self, file: &Place) -> Result<(), PublishError> {
        if self.spare.is_none() {
            return Ok(());
        }
        if !file.is_folder() {
            return disk::remove(file);
        }
        marks::empty(file)?;
        file.remove_folder().map_err(io("remove", file))
    }

    /// From now on the folder is part of a site.
    pub fn mark_building(&self) -> Result<(), PublishError> {
        self.mark(marks::BUILDING)
    }

    fn mark(&self, name: &str) -> Result<(), PublishError> {
        let marker = self.folder.join(name);
        let sealed = marks::seal_of(&self.folder, &self.seal)?.unwrap_or_default();
        // Whole at once: half a seal fits nothing.
        marker.replace(sealed.as_bytes()).map_err(io("write", &marker))
    }

    /// The folder holds all of a site. From now on it is one, to be exchanged at once for the output, where there is one.
    pub fn complete(
        &self,
        new: &mut Manifest,
        output: Option<&Place>,
        sync: bool,
    ) -> Result<(), PublishError> {
        let list = self.folder.join(MANIFEST);
        list.write_new(new.text().as_bytes()).map_err(io("write", &list))?;
        if sync {
            // The files, then the folders that name them.
            let files = new.files.keys().map(|path| &**path).chain([MANIFEST]);
            let mut all = files.chain(new.folders()).chain([""]);
            all.try_for_each(|path| disk::flush(&self.folder.join(path)))?;
        }
        let folders = [Some(&self.folder), output].into_iter().flatten();
        let seals: Vec<Option<String>> =
            folders.map(|folder| marks::seal_of(folder, &self.seal)).collect::<Result<_, _>>()?;
        let seals: Vec<String> = seals.into_iter().flatten().collect();
        // What a build left of it that could not tidy up.
        disk::remove(&self.ticket)?;
        self.ticket.write_new(seals.join("\n").as_bytes()).map_err(io("write", &self.ticket))?;
        if sync {
            disk::flush(&self.ticket)?;
        }
        self.mark_whole()
    }

    /// The exchange is over, or did not come about.
    pub fn tear_ticket(&self) -> Result<(), PublishError> {
        disk::remove(&self.ticket)
    }

    /// Where a file of the new site lies until it is moved over.
    pub fn staged(&self, path: &str) -> Place {
        staged(&self.folder, path, self.is_flat)
    }

    fn mark_whole(&self) -> Result<(), PublishError> {
        disk::remove(&self.folder.join(marks::BUILDING))
    }

    /// From now on the folder, with the site that was replaced, is a spare.
    pub fn mark_spare(&self) -> Result<(), PublishError> {
        self.mark(marks::SPARE)
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
            Some(spare) if self.folder.join(marks::SPARE).is_file() => {
                shelf::put(&self.folder, &spare, &self.seal).map(drop)
            }
            // It was not seen through, and nothing was written to it.
            Some(_) if !self.room().begun => Ok(()),
            _ => marks::remove(&self.folder).and_then(|()| self.tear_ticket()),
        };
    }
}

/// Where a file lies in a stage, by its path or, in a flat one, by the fingerprint of that.
pub(super) fn staged(stage: &Place, path: &str, is_flat: bool) -> Place {
    if is_flat { stage.join(Fingerprint::of(path.as_bytes()).to_string()) } else { stage.join(path) }
}
