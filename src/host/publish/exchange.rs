//! The old site for the new one, in one step that the system makes whole or not at all.
//!
//! Afterwards the old site lies where the stage was. Only what its manifest lists is removed from it: a file that someone saved
//! into the output while the site was built is moved back.

use std::io::ErrorKind;

use super::error::{PublishError, io, unseen_in};
use super::manifest::Manifest;
use super::names::{LET_BE, MANIFEST, is_litter, is_part, text_of, top};
use super::{disk, foreign, marks};
use crate::host::ground::{self, FileKind, Order, Place};

/// Exchanges two folders. False: this system, or this disk, cannot.
pub(super) fn swap(stage: &Place, output: &Place) -> Result<bool, PublishError> {
    match stage.exchange(output) {
        Ok(()) => Ok(true),
        Err(error) if is_beyond(&error) => Ok(false),
        Err(error) => Err(io("publish to", output)(error)),
    }
}

/// An old kernel, a network disk, a mount point, another's folder where only the owner may rename.
#[cfg(unix)]
fn is_beyond(error: &std::io::Error) -> bool {
    use rustix::io::Errno;
    let beyond = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::XDEV, Errno::BUSY, Errno::PERM];
    error.kind() == ErrorKind::Unsupported
        || error.raw_os_error().is_some_and(|code| beyond.iter().any(|errno| errno.raw_os_error() == code))
}

#[cfg(not(unix))]
fn is_beyond(error: &std::io::Error) -> bool {
    error.kind() == ErrorKind::Unsupported
}

/// Gets a stage ready to be exchanged with an output whose site a manifest lists. False: moving the files over is better.
pub(super) fn prepare(
    (output, stage): (&Place, &Place),
    manifest: &Manifest,
    is_open: Option<bool>,
) -> Result<bool, PublishError> {
    if can_be_emptied(output, manifest, is_open)? && carry(output, stage)? {
        return Ok(true);
    }
    uncarry(stage).map(|()| false)
}

/// Can the site that is replaced be emptied afterwards? Nothing may be taken out of what is mounted there, nor can it be out of another's folder:
/// that would stay in the way of all builds that follow. Whether the folders of pages are open was perhaps seen before.
fn can_be_emptied(output: &Place, manifest: &Manifest, is_open: Option<bool>) -> Result<bool, PublishError> {
    let is_open = is_open.map_or_else(|| foreign::refuse_foreign(output, manifest), Ok)?;
    let mut is_closed = !is_open || ground::holds_mounts(output);
    for folder in LET_BE.map(|name| output.join(name)) {
        is_closed |= folder.is_closed();
        if !is_closed && folder.is_folder() {
            folder.walk(Order::FoldersFirst, &mut |step| {
                is_closed |= step.map_err(|unseen| unseen_in(&folder, unseen))?.is_closed();
                Ok::<_, PublishError>(!is_closed)
            })?;
        }
    }
    Ok(!is_closed)
}

/// Gives what is let be at the top of the output a second name in the stage, so that it is never missing. False: a folder of it cannot be made
/// again with its owner and rights, and whoever writes there could not any more.
fn carry(output: &Place, stage: &Place) -> Result<bool, PublishError> {
    let mut is_alike = true;
    for name in LET_BE {
        let (from, to) = (output.join(name), stage.join(name));
        match from.look_for().map_err(io("look at", &from))?.map(|look| look.kind) {
            None => {}
            Some(FileKind::Folder) => is_alike &= carry_folder(&from, &to)?,
            Some(kind) => carry_file(kind, &from, &to)?,
        }
    }
    Ok(is_alike)
}

fn carry_folder(from: &Place, to: &Place) -> Result<bool, PublishError> {
    to.make_folder().map_err(io("make the folder", to))?;
    let mut made = vec![(from.clone(), to.clone())];
    from.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(from, unseen))?;
        let (one, other) = (from.join(step.path), to.join(step.path));
        if step.kind == FileKind::Folder {
            other.make_folder().map_err(io("make the folder", &other))?;
            made.push((one, other));
        } else {
            carry_file(step.kind, &one, &other)?;
        }
        Ok(true)
    })?;
    // Only now: one may be closed to us.
    let is_alike = |(from, to): &(Place, Place)| {
        to.take_after(from);
        matches!((from.look(), to.look()), (Ok(from), Ok(to)) if from.is_kept_like(&to))
    };
    Ok(made.iter().rev().all(is_alike))
}

fn carry_file(kind: FileKind, from: &Place, to: &Place) -> Result<(), PublishError> {
    match disk::link(from, to) {
        Err(error) if kind == FileKind::File => Err(error),
        // What is no plain file and cannot have a second name is moved over after the exchange instead.
        _ => Ok(()),
    }
}

/// Takes the second names out of the stage again.
pub(super) fn uncarry(stage: &Place) -> Result<(), PublishError> {
    for name in LET_BE {
        let place = stage.join(name);
        match place.look_for().map_err(io("look at", &place))?.map(|look| look.kind) {
            None => {}
            Some(FileKind::Folder) => {
                marks::empty(&place)?;
                disk::remove_folder(&place)?;
            }
            Some(_) => disk::remove(&place)?,
        }
    }
    Ok(())
}

/// Does a folder without a manifest hold nothing but what is let be? Then it was an output before its first site, or is all but removed.
pub(super) fn holds_only_let_be(folder: &Place) -> Result<bool, PublishError> {
    let mut only = true;
    folder.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(folder, unseen))?;
        let is_known =
            |path: String| LET_BE.contains(&top(&path)) || is_litter(&path) || marks::is_marker(&path);
        only &= step.kind == FileKind::Folder || text_of(step.path).is_some_and(is_known);
        Ok::<_, PublishError>(only)
    })?;
    Ok(only)
}

/// Removes a replaced site: what its manifest lists and the second names of what is let be. All else is moved to the output, and
/// told. A site that could not be removed wholly keeps its manifest, for the next build to go on.
pub(super) fn clear(old: &Place, output: &Place, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
    let found = tidy(old, output, manifest, true)?;
    disk::remove(&old.join(MANIFEST))?;
    marks::remove(old)?;
    Ok(found)
}

/// Leaves of a replaced site only what its manifest lists, for the next build to start from. All else goes as in [`clear`].
pub(super) fn spare(old: &Place, output: &Place, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
    tidy(old, output, manifest, false)
}

fn tidy(old: &Place, output: &Place, manifest: &Manifest, wholly: bool) -> Result<Vec<String>, PublishError> {
    marks::refuse_mounts(old)?;
    let folders = manifest.folders();
    let mut found = Vec::new();
    old.walk(Order::ContentsFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(old, unseen))?;
        let (place, text) = (old.join(step.path), text_of(step.path));
        let path = text.as_deref();
        if step.kind == FileKind::Folder {
            let ours = path.is_some_and(|path| folders.contains(path));
            let emptied = (wholly || !ours) && place.remove_folder().is_ok();
            if emptied && !ours {
                make_again(&output.join(step.path))?;
            }
        } else if path.is_some_and(|path| path == MANIFEST || marks::is_marker(path)) {
            // They go last.
        } else if path.is_some_and(is_part) || is_second_name(&place, path, output)? {
            disk::remove(&place)?;
        } else if !is_let_be(path) && step.kind == FileKind::File && is_listed(path, manifest) {
            if wholly {
                disk::remove(&place)?;
            }
        } else {
            put_back(&place, &output.join(step.path), output, &mut found)?;
        }
        Ok::<_, PublishError>(true)
    })?;
    found.sort();
    Ok(found)
}

fn is_let_be(path: Option<&str>) -> bool {
    path.is_some_and(|path| LET_BE.contains(&top(path)))
}

/// Is this a second name of what is let be, or a copy of it?
fn is_second_name(file: &Place, path: Option<&str>, output: &Place) -> Result<bool, PublishError> {
    let Some(path) = path.filter(|path| is_let_be(Some(path))) else { return Ok(false) };
    let other = output.join(path);
    if disk::is_one_file(file, &other) {
        return Ok(true);
    }
    let (Some(one), Some(two)) = (disk::look(file)?, disk::look(&other)?) else { return Ok(false) };
    Ok((one.hash, one.length) == (two.hash, two.length))
}

fn is_listed(path: Option<&str>, manifest: &Manifest) -> bool {
    path.is_some_and(|path| manifest.files.contains_key(path))
}

/// An empty folder of someone else's is made in the new output too.
fn make_again(to: &Place) -> Result<(), PublishError> {
    match to.make_folders(usize::MAX) {
        // Something took its name, or the way to it: then it was not needed.
        Err(error) if error.kind() == ErrorKind::AlreadyExists || ground::is_absent(&error) => Ok(()),
        result => result.map(drop).map_err(io("make the folder", to)),
    }
}

/// Moves a file that is not ours to the new output, beside what may be there under its name.
fn put_back(file: &Place, to: &Place, output: &Place, found: &mut Vec<String>) -> Result<(), PublishError> {
    let inner = |place: &Place| {
        let path = place.path();
        path.strip_prefix(output.path()).unwrap_or(&path).to_string_lossy().into_owned()
    };
    let is_let_be = LET_BE.contains(&top(&inner(to)));
    if let Some(folder) = to.parent() {
        folder.make_folders(usize::MAX).map_err(io("make the folder", &folder))?;
    }
    // What is let be may have been saved anew while its second name was made: the newest is the right one.
    let to = if is_let_be { to.clone() } else { free(to)? };
    file.rename(&to).map_err(io("move back", &to))?;
    if !is_let_be && !is_litter(&inner(&to)) {
        found.push(inner(&to));
    }
    Ok(())
}

/// A name that nothing has yet.
fn free(place: &Place) -> Result<Place, PublishError> {
    let mut free = place.clone();
    let mut number = 1;
    while free.look_for().map_err(io("look at", &free))?.is_some() {
        let mut name = place.name().unwrap_or_default().to_os_string();
        name.push(format!(".found-{number}"));
        free = place.parent().map_or_else(|| place.clone(), |folder| folder.join(name));
        number += 1;
    }
    Ok(free)
}
