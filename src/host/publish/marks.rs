//! How far a build came whose folder is found beside an output: markers, and the seals that they hold.
//!
//! | marker | it holds | what to do with it |
//! |---|---|---|
//! | `.fcsite-building` | part of a new site | where it says that it was being moved over ([`begun`](super::begun)), move the rest; then remove it |
//! | `.fcsite-spare` | the site before the output's | start from it, or remove it |
//! | none | a whole site, the old or the new one, and the output is the other | remove it |
//!
//! A folder beside the output may have come with the repository. So a marker holds the seal of the very folder that it lies in
//! ([`crate::host::seal`]), and where there is none a ticket beside the output holds those of the two that are exchanged. What has no seal
//! that fits is refused by name, and nothing in it is touched.

use super::disk;
use super::error::{PublishError, io, unseen_in};
use super::names::{STAGE, is_part, text_of};
use super::target::OutputTarget;
use crate::host::ground::{self, FileKind, Order, Place};
use crate::host::seal::Seal;

/// Where files to be moved over are gathered, so that a spare can stay.
pub(super) const EDIT: &str = ".fcsite-edit";
pub(super) const SPARE: &str = ".fcsite-spare";
pub(super) const BUILDING: &str = ".fcsite-building";
/// What was begun to be moved over.
pub(super) const BEGUN: &str = ".fcsite-begun";
const MARKERS: [&str; 3] = [BEGUN, BUILDING, SPARE];
/// The ticket's name beside the output.
const TICKET: &str = ".fcsite-swap";
/// In which role a folder is sealed, and what is begun in it.
const ROLE: &str = "stage";
const BEGUN_ROLE: &str = "begun";
/// Two seals as text are shorter.
const LONGEST: u64 = 256;

/// Where a site lies that can be exchanged with the output, and one that was.
pub(super) fn beside(target: &OutputTarget) -> Place {
    target.beside(STAGE)
}

/// Wherever a stage may lie.
pub(super) fn places(target: &OutputTarget) -> [Place; 3] {
    [target.beside(EDIT), target.output.join(STAGE), target.beside(STAGE)]
}

/// Where the ticket of an exchange lies.
pub(super) fn ticket(target: &OutputTarget) -> Place {
    target.beside(TICKET)
}

/// How far a build came whose stage lies here, as its marker says, when this person's fcsite made it.
pub(super) fn state(place: &Place, ticket: &Place, seal: &Seal) -> Result<BuildState, PublishError> {
    for (name, state) in [(BUILDING, BuildState::Building), (SPARE, BuildState::Spare)] {
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
        *kind == FileKind::File && name.to_str().is_some_and(is_part)
    };
    if names.iter().all(is_part) { Ok(BuildState::Building) } else { Err(not_ours(place)) }
}

/// How far a build came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum BuildState {
    /// Its stage holds part of a site.
    Building,
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
    let Some(expected) = seal_of(folder, seal)? else { return Ok(false) };
    let text = match file.read(LONGEST) {
        Ok(text) => text,
        // What cannot be read may be ours: nobody is told that it is another's.
        Err(error)
            if error.raw_os_error().is_some() && !ground::is_absent(&error) && !ground::is_link(&error) =>
        {
            return Err(io("read", file)(error));
        }
        Err(_) => return Ok(false),
    };
    Ok(text.split(|byte| *byte == b'\n').any(|line| line == expected.as_bytes()))
}

/// The seal of a folder: of this very one, whatever its name. A copy of it is another. None where this person has no key.
pub(super) fn seal_of(folder: &Place, seal: &Seal) -> Result<Option<String>, PublishError> {
    // A folder without its seal would be nobody's, and in the way for good: so it is an error when it cannot be told which one it is.
    Ok(seal.text_of(ROLE, &which(folder)?))
}

/// The seal of a text in this very folder. None where this person has no key.
pub(super) fn seal_of_text(folder: &Place, text: &str, seal: &Seal) -> Result<Option<String>, PublishError> {
    Ok(seal.text_of(BEGUN_ROLE, &[text.as_bytes(), &which(folder)?].concat()))
}

fn which(folder: &Place) -> Result<Vec<u8>, PublishError> {
    let identity = folder.identity().map_err(io("look at", folder))?;
    let born = identity.born.map_or(0, |born| born.as_nanos());
    Ok([identity.number.to_le_bytes().as_slice(), &born.to_le_bytes()].concat())
}

/// Is this the name of one of the markers at the top of a stage?
pub(super) fn is_marker(path: &str) -> bool {
    MARKERS.contains(&path)
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
    refuse_mounts(folder)?;
    folder.walk(Order::ContentsFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(folder, unseen))?;
        let place = folder.join(step.path);
        match step.kind {
            FileKind::Folder => place.remove_folder().map_err(io("remove", &place))?,
            _ if step.depth == 1 && text_of(step.path).is_some_and(|path| is_marker(&path)) => {}
            _ => disk::remove(&place)?,
        }
        Ok(true)
    })
}

/// What is mounted in a folder is another's, and is not taken out with the rest.
pub(super) fn refuse_mounts(folder: &Place) -> Result<(), PublishError> {
    match ground::holds_mounts(folder) {
        true => Err(io("remove", folder)(std::io::ErrorKind::ResourceBusy.into())),
        false => Ok(()),
    }
}
