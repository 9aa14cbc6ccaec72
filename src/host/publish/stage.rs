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
//! A folder beside the output may have come with the repository. So a marker holds the seal of the very folder that it lies in
//! ([`crate::host::seal`]), and where there is none a ticket beside the output holds those of the two that are exchanged. What has no seal
//! that fits is refused by name, and nothing in it is touched.
//!
//! A spare is kept, on a shelf of the caller's, because making and removing thousands of folders costs more than all else that a
//! small edit needs. Nothing in it is believed: what a build takes from it is the same file as in the output, or is written anew.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::error::{PublishError, io};
use super::folder::{self, OutputTarget};
use super::manifest::{self, Manifest, parents};
use super::{disk, exchange, lock, moving, shelf};
use crate::host::ground::{FileKind, Order, Place};
use crate::host::seal::Seal;

/// The stage's name inside the output.
pub(super) const INSIDE: &str = ".fcsite-stage";

const BESIDE: &str = ".fcsite-stage";
/// Where files to be moved over are gathered, so that a spare can stay.
const EDIT: &str = ".fcsite-edit";
pub(super) const SPARE: &str = ".fcsite-spare";
pub(super) const BUILDING: &str = ".fcsite-building";
pub(super) const MOVING: &str = ".fcsite-moving";
const MARKERS: [&str; 3] = [BUILDING, MOVING, SPARE];
/// The ticket's name beside the output.
const TICKET: &str = ".fcsite-swap";
/// In which role a folder is sealed.
const ROLE: &str = "stage";
/// Two seals as text are shorter.
const LONGEST: u64 = 256;

/// The folder that a site is gathered in. Dropping it removes it.
#[derive(Debug)]
pub(super) struct Staging {
    /// Where it is.
    pub folder: Place,
    /// It lies beside the output, so the two can be exchanged.
    pub beside: bool,
    spare: Option<Spare>,
    room: Mutex<SpareRoom>,
    seal: Seal,
    ticket: Place,
    armed: bool,
}

/// What the stage held from the start: the site before the output's.
#[derive(Debug)]
pub(super) struct Spare {
    /// Its list.
    pub manifest: Manifest,
    /// Its place on the shelf.
    pub shelf: Place,
    /// The folder that replaced it.
    pub output: Place,
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
    let beside = target.beside(if in_place { EDIT } else { BESIDE });
    let staging = |folder: Place, beside: bool, spare: Option<Spare>| Staging {
        folder,
        beside,
        spare,
        room: Mutex::default(),
        seal: seal.clone(),
        ticket: ticket(target),
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
    let inside = target.output.join(INSIDE);
    inside.make_folder().map_err(io("make the folder", &inside))?;
    begin(staging(inside, false, None))
}

fn begin(staging: Staging) -> Result<Staging, PublishError> {
    staging.mark(BUILDING)?;
    Ok(staging)
}

/// Where a site lies that can be exchanged with the output, and one that was.
pub(super) fn beside(target: &OutputTarget) -> Place {
    target.beside(BESIDE)
}

/// Wherever a stage may lie.
pub(super) fn places(target: &OutputTarget) -> [Place; 3] {
    [target.beside(EDIT), target.output.join(INSIDE), target.beside(BESIDE)]
}

/// Where the ticket of an exchange lies.
pub(super) fn ticket(target: &OutputTarget) -> Place {
    target.beside(TICKET)
}

/// How far a build came whose stage lies here, as its marker says, when this person's fcsite made it.
pub(super) fn state(place: &Place, ticket: &Place, seal: &Seal) -> Result<BuildState, PublishError> {
    for (name, state) in
        [(MOVING, BuildState::Moving), (BUILDING, BuildState::Building), (SPARE, BuildState::Spare)]
    {
        let marker = place.join(name);
        if marker.look_for().map_err(io("look at", &marker))?.is_some() {
            return if is_sealed(&marker, place, seal)? { Ok(state) } else { Err(not_ours(place)) };
        }
    }
    if is_sealed(ticket, place, seal)? {
        return Ok(BuildState::Whole);
    }
    // It was made or emptied a moment before the end.
    let names = place.names().map_err(io("look into", place))?;
    let is_part = |(name, kind): &(std::ffi::OsString, FileKind)| {
        *kind == FileKind::File && name.to_str().is_some_and(folder::is_part)
    };
    if names.iter().all(is_part) { Ok(BuildState::Building) } else { Err(not_ours(place)) }
}

/// How far a build came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BuildState {
    /// Its stage holds part of a site.
    Building,
    /// It was moving files over.
    Moving,
    /// The stage is kept for the next build.
    Spare,
    /// One of two whole sites, the other of which is the output.
    Whole,
}

fn not_ours(place: &Place) -> PublishError {
    PublishError::NotOurs(place.path())
}

/// Does the file hold this person's seal of the folder?
pub(super) fn is_sealed(file: &Place, folder: &Place, seal: &Seal) -> Result<bool, PublishError> {
    let (Some(expected), Ok(text)) = (seal_of(folder, seal)?, file.read(LONGEST)) else { return Ok(false) };
    Ok(text.split(|byte| *byte == b'\n').any(|line| line == expected.as_bytes()))
}

/// The seal of a folder: of this very one, whatever its name. A copy of it is another. None where this person has no key.
fn seal_of(folder: &Place, seal: &Seal) -> Result<Option<String>, PublishError> {
    // A folder without its seal would be nobody's, and in the way for good: so it is an error when it cannot be told which one it is.
    let identity = folder.identity().map_err(io("look at", folder))?;
    let born = identity.born.map_or(0, |born| born.as_nanos());
    let bytes = [identity.number.to_le_bytes().as_slice(), &born.to_le_bytes()].concat();
    Ok(seal.text_of(ROLE, &bytes))
}

pub(super) fn is_one_disk(one: &Place, other: &Place) -> bool {
    matches!((one.look(), other.look()), (Ok(one), Ok(other)) if one.number.0 == other.number.0)
}

impl Staging {
    fn room(&self) -> MutexGuard<'_, SpareRoom> {
        // A thread that died while holding the lock left at worst a folder that is made once more.
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes a file of the new site.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.use_spare()?;
        self.make_folder(parents(path).next())?;
        let file = self.folder.join(path);
        self.make_room(&file)?;
        file.write_new(bytes).map_err(io("write", &file))
    }

    /// Takes a file of the old site into the new one.
    pub fn link(&self, output: &Place, path: &str) -> Result<(), PublishError> {
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

    /// Begins to write to a spare. One that holds anything but its own is emptied first: it lies where a repository can bring files, and
    /// those must not come to the output.
    fn use_spare(&self) -> Result<(), PublishError> {
        let Some(spare) = &self.spare else { return Ok(()) };
        let mut room = self.room();
        if !room.begun {
            let is_pure = holds_only_its_own(&self.folder, &spare.manifest)?;
            self.mark_building()?;
            disk::remove(&self.folder.join(SPARE))?;
            if !is_pure {
                empty(&self.folder)?;
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
        empty(file)?;
        file.remove_folder().map_err(io("remove", file))
    }

    /// From now on the folder is part of a site.
    pub fn mark_building(&self) -> Result<(), PublishError> {
        self.mark(BUILDING)
    }

    fn mark(&self, name: &str) -> Result<(), PublishError> {
        let marker = self.folder.join(name);
        let sealed = seal_of(&self.folder, &self.seal)?.unwrap_or_default();
        // Whole at once: half a seal fits nothing.
        marker.replace(sealed.as_bytes()).map_err(io("write", &marker))
    }

    /// Adds the list, and waits until all is on the disk where that is wanted: the files, then the folders that name them.
    pub fn list(&self, new: &Manifest, sync: bool) -> Result<(), PublishError> {
        let place = self.folder.join(manifest::NAME);
        if place.look_for().map_err(io("look at", &place))?.is_none() {
            place.write_new(new.text().as_bytes()).map_err(io("write", &place))?;
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

    /// The folder holds all of a site. From now on it is one, to be exchanged at once for the output, where there is one.
    pub fn complete(&self, new: &Manifest, output: Option<&Place>, sync: bool) -> Result<(), PublishError> {
        self.list(new, sync)?;
        let folders = [Some(&self.folder), output].into_iter().flatten();
        let seals: Vec<Option<String>> =
            folders.map(|folder| seal_of(folder, &self.seal)).collect::<Result<_, _>>()?;
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

    /// A file whose place in the site is not its place here.
    pub fn numbered(&self, number: usize) -> Place {
        self.folder.join(number.to_string())
    }

    fn mark_whole(&self) -> Result<(), PublishError> {
        disk::remove(&self.folder.join(BUILDING))
    }

    /// From now on the files are moved over, and whoever finds the folder moves the rest.
    pub fn mark_moving(&mut self) -> Result<(), PublishError> {
        let marker = self.folder.join(BUILDING);
        marker.rename(&self.folder.join(MOVING)).map_err(io("rename", &marker))?;
        self.armed = false;
        Ok(())
    }

    /// From now on the folder, with the site that was replaced, is a spare.
    pub fn mark_spare(&self) -> Result<(), PublishError> {
        self.mark(SPARE)
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
            Some(spare) if self.folder.join(SPARE).is_file() => {
                shelf::put(&self.folder, &spare, &self.seal).map(drop)
            }
            // It was not seen through, and nothing was written to it.
            Some(_) if !self.room().begun => Ok(()),
            _ => remove(&self.folder).and_then(|()| self.tear_ticket()),
        };
    }
}

/// Is this the name of one of the markers at the top of a stage?
pub(super) fn is_marker(path: &str) -> bool {
    MARKERS.contains(&path)
}

/// Does a spare hold what its list says, and nothing else?
fn holds_only_its_own(spare: &Place, manifest: &Manifest) -> Result<bool, PublishError> {
    let folders = manifest.folders();
    let mut only = true;
    spare.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| folder::unseen_in(spare, unseen))?;
        only &= folder::text_of(step.path).is_some_and(|path| match step.kind {
            FileKind::Folder => folders.contains(&*path),
            FileKind::File => {
                manifest.files.contains_key(&*path) || *path == *manifest::NAME || is_marker(&path)
            }
            _ => false,
        });
        Ok::<_, PublishError>(only)
    })?;
    Ok(only)
}

/// Removes a stage, its marker last, so that one half removed is still known as a stage.
pub(super) fn remove(folder: &Place) -> Result<(), PublishError> {
    empty(folder)?;
    for marker in MARKERS {
        disk::remove(&folder.join(marker))?;
    }
    disk::remove_folder(folder)
}

/// Removes all that a folder of the stage holds, but for the marker.
pub(super) fn empty(folder: &Place) -> Result<(), PublishError> {
    folder.walk(Order::ContentsFirst, &mut |step| {
        let step = step.map_err(|unseen| folder::unseen_in(folder, unseen))?;
        let place = folder.join(step.path);
        match step.kind {
            FileKind::Folder => place.remove_folder().map_err(io("remove", &place))?,
            _ if step.depth == 1 && folder::text_of(step.path).is_some_and(|path| is_marker(&path)) => {}
            _ => disk::remove(&place)?,
        }
        Ok(true)
    })
}
