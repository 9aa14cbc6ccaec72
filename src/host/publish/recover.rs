//! What becomes of a stage that a killed build left: it is brought to its end, forward or back, before anything else is done.
//!
//! Each marker says by itself what to do (see [`stage`]), so a recovery that is killed is taken up again by the next.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::error::{PublishError, io};
use super::folder::Target;
use super::manifest::{self, Found, Manifest};
use super::{exchange, moving, stage};

/// Did a build leave its stage, or is one under way?
pub(super) fn is_left(target: &Target) -> bool {
    let is_left = |place: &PathBuf| fs::symlink_metadata(place).is_ok() && !place.join(stage::SPARE).exists();
    stage::places(target).iter().any(is_left)
}

/// Brings what a killed build left to its end, forward or back. What is left then is a spare, or nothing.
pub(super) fn recover(target: &Target, sync: bool) -> Result<Option<Manifest>, PublishError> {
    let mut spare = None;
    for place in stage::places(target) {
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
    let place = stage::beside(target);
    if target.exists {
        exchange::clear(&place, &target.output, spare).map(drop)
    } else {
        stage::remove(&place)
    }
}

fn settle(place: &Path, target: &Target, sync: bool) -> Result<Option<Manifest>, PublishError> {
    let has = |name: &str| fs::symlink_metadata(place.join(name)).is_ok_and(|meta| meta.is_file());
    let found = || manifest::read(place).map_err(io("read the list in", place));
    if has(stage::MOVING) {
        return match found()? {
            Found::Whole(new) => {
                let old = manifest::read(&target.output).map_err(io("read the list in", &target.output))?;
                let old = old.or_empty();
                let it = moving::Move { stage: place, output: &target.output, old: &old, new: &new, sync };
                moving::over(&it).map(|()| None)
            }
            // The manifest is moved last: all is done but the tidying.
            Found::Nothing => stage::remove(place).map(|()| None),
            Found::Damaged => Err(PublishError::Damaged(place.join(manifest::NAME))),
        };
    }
    if has(stage::BUILDING) {
        return stage::remove(place).map(|()| None);
    }
    let manifest = match found()? {
        Found::Whole(manifest) if has(stage::SPARE) => return Ok(Some(manifest)),
        Found::Whole(manifest) => manifest,
        Found::Nothing | Found::Damaged if exchange::holds_only_let_be(place)? => Manifest::default(),
        Found::Nothing | Found::Damaged => return Err(PublishError::InTheWay(place.to_owned())),
    };
    exchange::clear(place, &target.output, &manifest).map(|_| None)
}
