//! What becomes of a stage that a killed build left: it is brought to its end, forward or back, before anything else is done.
//!
//! Each marker says by itself what to do (see [`marks`]), so a recovery that is killed is taken up again by the next. What this person's
//! fcsite did not leave on this computer is refused by name before anything of it is touched.

use std::collections::HashMap;

use super::begun::{self, BegunFile};
use super::change::{Change, Put};
use super::entry::Entry;
use super::error::{PublishError, io};
use super::folders::Folders;
use super::manifest::{Found, Manifest};
use super::marks::BuildState;
use super::target::OutputTarget;
use super::{disk, exchange, foreign, journal, marks, stage};
use crate::host::ground::{self, FileKind, Place};
use crate::host::seal::Seal;

/// Did a build leave its stage, or is one under way?
pub(super) fn is_left(target: &OutputTarget) -> bool {
    let is_left = |place: &Place| {
        !matches!(place.look_for(), Ok(None)) && !matches!(place.join(marks::SPARE).look_for(), Ok(Some(_)))
    };
    marks::places(target).iter().any(is_left)
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
    let ticket = marks::ticket(target);
    // All is looked at before anything is touched.
    let mut left = Vec::new();
    for place in marks::places(target) {
        match place.look_for().map_err(io("look at", &place))?.map(|look| look.kind) {
            None => {}
            Some(FileKind::Folder) => {
                left.push(LeftBuild { state: marks::state(&place, &ticket, seal)?, place })
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
        spare = settle(&it, target, (seal, sync))?.or(spare);
    }
    disk::remove(&ticket)?;
    Ok(spare)
}

/// Removes a spare that is not wanted.
pub(super) fn discard(target: &OutputTarget, spare: &Manifest) -> Result<(), PublishError> {
    let place = marks::beside(target);
    if target.exists {
        exchange::clear(&place, &target.output, spare).map(drop)
    } else {
        marks::remove(&place)
    }
}

fn settle(
    left: &LeftBuild,
    target: &OutputTarget,
    (seal, sync): (&Seal, bool),
) -> Result<Option<Manifest>, PublishError> {
    let place = &left.place;
    if left.state == BuildState::Building {
        go_on(place, &target.output, seal, sync)?;
        return marks::remove(place).map(|()| None);
    }
    let found = journal::read(place)?;
    let manifest = match found {
        Found::Whole(manifest) if left.state == BuildState::Spare => return Ok(Some(manifest)),
        Found::Whole(manifest) => manifest,
        Found::Nothing | Found::Damaged if exchange::holds_only_let_be(place)? => Manifest::default(),
        Found::Nothing | Found::Damaged => return Err(PublishError::InTheWay(place.path())),
    };
    exchange::clear(place, &target.output, &manifest).map(|_| None)
}

/// Where a build was moving its files over, moves the rest. Where anything is otherwise than that build left it, nothing is: the build that
/// comes now makes all anew, and tells what is in its way.
fn go_on(stage: &Place, output: &Place, seal: &Seal, sync: bool) -> Result<(), PublishError> {
    let Some(files) = begun::read(stage, seal)? else { return Ok(()) };
    let mut from = HashMap::new();
    let mut change = Change::default();
    for BegunFile { path, new, old } in files {
        let there = output.join(&*path);
        let holds = |entry: Option<Entry>| entry.map_or(Ok(false), |entry| disk::holds(&there, &entry));
        let kind = kind_of(&there)?;
        let Some(entry) = new else {
            // What has gone may have left its emptied folders.
            change.gone.extend((kind.is_none() || holds(old)?).then_some(path));
            continue;
        };
        if holds(new)? {
            continue;
        }
        // A folder is emptied by what goes, or in the way.
        let is_new = matches!(kind, None | Some(FileKind::Folder));
        let staged = staged(stage, &path)?;
        if !disk::holds(&staged, &entry)? || !is_new && !holds(old)? {
            return Ok(());
        }
        from.insert(path.clone(), staged);
        change.put.push(Put { path, entry, is_new });
    }
    change.sort();
    match foreign::refuse_clash(output, &change) {
        Ok(()) => {}
        Err(error @ PublishError::Io { .. }) => return Err(error),
        Err(_) => return Ok(()),
    }
    let staged = |path: &str| from.get(path).cloned().unwrap_or_else(|| stage.join(path));
    Folders::at(output).carry_out(&change, &staged, &mut || {}, sync)
}

/// What lies at a place of the output; nothing behind a link, since no file of ours is there. What cannot be looked at is not gone.
fn kind_of(place: &Place) -> Result<Option<FileKind>, PublishError> {
    match place.look_for() {
        Ok(look) => Ok(look.map(|look| look.kind)),
        Err(error) if ground::is_link(&error) => Ok(None),
        Err(error) => Err(io("look at", place)(error)),
    }
}

/// Where a file lies in a stage that may be flat or not.
fn staged(stage: &Place, path: &str) -> Result<Place, PublishError> {
    let [flat, other] = [true, false].map(|is_flat| stage::staged(stage, path, is_flat));
    let is_flat =
        flat.look_for().map_err(io("look at", &flat))?.is_some_and(|look| look.kind == FileKind::File);
    Ok(if is_flat { flat } else { other })
}
