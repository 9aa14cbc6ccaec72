//! Where the site before the output's lies between two builds: a folder of the caller's, so that nothing stays beside the output.
//!
//! A spare comes beside the output by one rename when a build begins, and goes back by one after the exchange. That needs one disk;
//! on another there is no spare, and no harm. It has a marker, and nothing in it is believed (see [`stage`]), so it may be
//! removed at any time.
//!
//! What was taken off the site is not kept for long: a spare holds the site that the last whole build replaced, no older one, and what a
//! watch removes or changes is removed from it too.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::PublishError;
use super::folder::Target;
use super::manifest::{self, Found};
use super::stage::Spare;
use super::{disk, exchange, moving, stage};
use crate::base::Fingerprint;

/// Where the spare of an output lies on a shelf.
pub(super) fn place(shelf: &Path, target: &Target) -> PathBuf {
    let name = Fingerprint::of(target.output.as_os_str().as_encoded_bytes()).to_string();
    shelf.join(format!("spare-{}", name.get(..16).unwrap_or_default()))
}

/// Takes a spare off the shelf and lays it beside the output, where there is one.
pub(super) fn take(place: &Path, target: &Target) -> Option<Spare> {
    if !is_spare(place) {
        return None;
    }
    let Ok(Found::Whole(manifest)) = manifest::read(place) else { return None };
    let beside = stage::beside(target);
    // A rename would take an empty folder's place.
    if fs::symlink_metadata(&beside).is_ok() {
        return None;
    }
    fs::rename(place, &beside).ok()?;
    Some(Spare { manifest, shelf: place.to_owned(), output: target.output.clone() })
}

/// Lays the site that was replaced, marked as a spare, on the shelf. Where that cannot be, it is removed as without a shelf. Says
/// what of others was found in it.
pub(super) fn put(folder: &Path, spare: &Spare) -> Result<Vec<String>, PublishError> {
    let may = spare.shelf.parent().is_some_and(|shelf| fs::create_dir_all(shelf).is_ok());
    if may && is_spare(&spare.shelf) {
        stage::remove(&spare.shelf)?;
    }
    if may && fs::rename(folder, &spare.shelf).is_ok() {
        return Ok(Vec::new());
    }
    exchange::clear(folder, &spare.output, &spare.manifest)
}

/// Removes from a spare on the shelf what is no longer on the site. Should it not work, the next build that uses the spare does it.
pub(super) fn forget(place: &Path, paths: &[&str]) {
    if is_spare(place) {
        let _ = moving::remove_below(place, paths);
    }
}

fn is_spare(place: &Path) -> bool {
    let is_folder = fs::symlink_metadata(place).is_ok_and(|meta| meta.is_dir());
    is_folder && disk::is_file(&place.join(stage::SPARE))
}
