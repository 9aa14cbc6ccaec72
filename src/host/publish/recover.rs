//! What becomes of a stage that a killed build left: it is brought to its end, forward or back, before anything else is done.
//!
//! Each marker says by itself what to do (see [`stage`]), so a recovery that is killed is taken up again by the next. What this person's
//! fcsite did not leave on this computer is refused by name before anything of it is touched.

use super::error::{PublishError, io};
use super::folder::OutputTarget;
use super::manifest::{self, Found, Manifest};
use super::stage::BuildState;
use super::{disk, exchange, moving, stage};
use crate::host::ground::{FileKind, Place};
use crate::host::seal::Seal;

/// Did a build leave its stage, or is one under way?
pub(super) fn is_left(target: &OutputTarget) -> bool {
    let is_left = |place: &Place| {
        !matches!(place.look_for(), Ok(None)) && matches!(place.join(stage::SPARE).look_for(), Ok(None))
    };
    stage::places(target).iter().any(is_left)
}

/// What a build left, and how far it had come.
struct LeftBuild {
    place: Place,
    state: BuildState,
}

/// Brings what a killed build left to its end, forward or back. What is left then is a spare, or nothing.
pub(super) fn recover(
    target: &OutputTarget,
    sync: bool,
    seal: &Seal,
) -> Result<Option<Manifest>, PublishError> {
    let ticket = stage::ticket(target);
    // All is looked at before anything is touched.
    let mut left = Vec::new();
    for place in stage::places(target) {
        match place.look_for().map_err(io("look at", &place))?.map(|look| look.kind) {
            None => {}
            Some(FileKind::Folder) => {
                left.push(LeftBuild { state: stage::state(&place, &ticket, seal)?, place })
            }
            Some(FileKind::Link) => return Err(PublishError::LinkInside(place.path())),
            Some(_) => return Err(PublishError::InTheWay(place.path())),
        }
    }
    match ticket.look_for().map_err(io("look at", &ticket))?.map(|look| look.kind) {
        None | Some(FileKind::File) => {}
        Some(FileKind::Link) => return Err(PublishError::LinkInside(ticket.path())),
        Some(_) => return Err(PublishError::InTheWay(ticket.path())),
    }
    let mut spare = None;
    for it in left {
        spare = settle(&it, target, sync)?.or(spare);
    }
    disk::remove(&ticket)?;
    Ok(spare)
}

/// Removes a spare that is not wanted.
pub(super) fn discard(target: &OutputTarget, spare: &Manifest) -> Result<(), PublishError> {
    let place = stage::beside(target);
    if target.exists {
        exchange::clear(&place, &target.output, spare).map(drop)
    } else {
        stage::remove(&place)
    }
}

fn settle(left: &LeftBuild, target: &OutputTarget, sync: bool) -> Result<Option<Manifest>, PublishError> {
    let place = &left.place;
    if left.state == BuildState::Building {
        return stage::remove(place).map(|()| None);
    }
    let found = manifest::read(place)?;
    if left.state == BuildState::Moving {
        return match found {
            Found::Whole(new) => {
                let old = manifest::read(&target.output)?.or_empty();
                let it = moving::Move { stage: place, output: &target.output, old: &old, new: &new, sync };
                moving::over(&it).map(|()| None)
            }
            // The manifest is moved last: all is done but the tidying.
            Found::Nothing => stage::remove(place).map(|()| None),
            Found::Damaged => Err(PublishError::Damaged(place.join(manifest::NAME).path())),
        };
    }
    let manifest = match found {
        Found::Whole(manifest) if left.state == BuildState::Spare => return Ok(Some(manifest)),
        Found::Whole(manifest) => manifest,
        Found::Nothing | Found::Damaged if exchange::holds_only_let_be(place)? => Manifest::default(),
        Found::Nothing | Found::Damaged => return Err(PublishError::InTheWay(place.path())),
    };
    exchange::clear(place, &target.output, &manifest).map(|_| None)
}
