//! Where the site before the output's lies between two builds: a folder of the caller's, so that nothing stays beside the output.
//!
//! A spare comes beside the output by one rename when a build begins, and goes back by one after the exchange. That needs one disk;
//! on another there is no spare, and no harm. It has a marker, and nothing in it is believed (see [`marks`]), so it may be
//! removed at any time.
//!
//! What was taken off the site is not kept for long: a spare holds the site that the last whole build replaced, no older one, and what a
//! watch removes or changes is removed from it too.

use std::collections::HashSet;
use std::path::Path;

use super::error::{PublishError, io, unseen_in};
use super::folders::Folders;
use super::manifest::{Found, Manifest};
use super::names::{MANIFEST, text_of};
use super::target::OutputTarget;
use super::{exchange, journal, marks};
use crate::base::Fingerprint;
use crate::host::ground::{FileKind, Ground, Order, Place};
use crate::host::seal::Seal;

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

/// Where the spare of an output lies on a shelf. None: the folder that the shelf lies in cannot be opened.
pub(super) fn place(shelf: &Path, target: &OutputTarget) -> Option<Place> {
    let above = shelf.parent()?;
    let ground = Ground::open(above).ok()?;
    let name = Fingerprint::of(target.output.path().as_os_str().as_encoded_bytes()).to_string();
    let name = format!("spare-{}", name.get(..16).unwrap_or_default());
    Some(ground.place().join(shelf.file_name()?).join(name))
}

/// Takes a spare off the shelf and lays it beside the output, where there is one. One that this person's fcsite did not make is left
/// alone.
pub(super) fn take(place: &Place, target: &OutputTarget, seal: &Seal) -> Option<Spare> {
    if !is_spare(place, seal) {
        return None;
    }
    let Ok(Found::Whole(manifest)) = journal::read(place) else { return None };
    let beside = marks::beside(target);
    // A rename would take an empty folder's place.
    if !matches!(beside.look_for(), Ok(None)) {
        return None;
    }
    place.rename(&beside).ok()?;
    Some(Spare { manifest, shelf: place.clone(), output: target.output.clone() })
}

/// Lays the site that was replaced, marked as a spare, on the shelf. Where that cannot be, it is removed as without a shelf. Says
/// what of others was found in it.
pub(super) fn put(folder: &Place, spare: &Spare, seal: &Seal) -> Result<Vec<String>, PublishError> {
    if is_spare(&spare.shelf, seal) {
        marks::remove(&spare.shelf)?;
    }
    if lay(folder, &spare.shelf).is_ok() {
        return Ok(Vec::new());
    }
    exchange::clear(folder, &spare.output, &spare.manifest)
}

fn lay(folder: &Place, shelf: &Place) -> Result<(), PublishError> {
    let above = shelf.parent().ok_or_else(|| PublishError::InTheWay(shelf.path()))?;
    above.make_folders(1).map_err(io("make the folder", &above))?;
    // Something else under this name, be it an empty folder, is not ours to replace.
    if shelf.look_for().map_err(io("look at", shelf))?.is_some() {
        return Err(PublishError::InTheWay(shelf.path()));
    }
    folder.rename(shelf).map_err(io("keep", shelf))
}

/// Removes from a spare on the shelf what is no longer on the site. Should it not work, the next build that uses the spare does it.
pub(super) fn forget(place: &Place, paths: &[&str], seal: &Seal) {
    if is_spare(place, seal) {
        let _ = Folders::at(place).remove(paths);
    }
}

fn is_spare(place: &Place, seal: &Seal) -> bool {
    place.is_folder() && marks::is_sealed(&place.join(marks::SPARE), place, seal).unwrap_or(false)
}

/// The folders of a spare that holds what its list says and nothing else; none where it holds more.
pub(super) fn folders_of_its_own(
    spare: &Place,
    manifest: &Manifest,
) -> Result<Option<HashSet<Box<str>>>, PublishError> {
    let folders = manifest.folders();
    let mut found = Some(HashSet::new());
    spare.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(spare, unseen))?;
        let path = text_of(step.path).filter(|path| match step.kind {
            FileKind::Folder => folders.contains(&**path),
            FileKind::File => {
                manifest.files.contains_key(&**path) || **path == *MANIFEST || marks::is_marker(path)
            }
            _ => false,
        });
        match (path, &mut found) {
            (Some(path), Some(found)) if step.kind == FileKind::Folder => drop(found.insert(path.into())),
            (Some(_), _) => {}
            (None, found) => *found = None,
        }
        Ok::<_, PublishError>(found.is_some())
    })?;
    Ok(found)
}
