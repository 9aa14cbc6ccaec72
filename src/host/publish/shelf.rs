//! Where the site before the output's lies between two builds: a folder of the caller's, so that nothing stays beside the output.
//!
//! A spare comes beside the output by one rename when a build begins, and goes back by one after the exchange. That needs one disk;
//! on another there is no spare, and no harm. It has a marker, and nothing in it is believed (see [`stage`]), so it may be
//! removed at any time.
//!
//! What was taken off the site is not kept for long: a spare holds the site that the last whole build replaced, no older one, and what a
//! watch removes or changes is removed from it too.

use std::path::Path;

use super::error::{PublishError, io};
use super::folder::OutputTarget;
use super::manifest::{self, Found};
use super::stage::Spare;
use super::{exchange, moving, stage};
use crate::base::Fingerprint;
use crate::host::ground::{Ground, Place};
use crate::host::seal::Seal;

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
    let Ok(Found::Whole(manifest)) = manifest::read(place) else { return None };
    let beside = stage::beside(target);
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
        stage::remove(&spare.shelf)?;
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
        let _ = moving::remove_below(place, paths);
    }
}

fn is_spare(place: &Place, seal: &Seal) -> bool {
    place.is_folder() && stage::is_sealed(&place.join(stage::SPARE), place, seal).unwrap_or(false)
}
