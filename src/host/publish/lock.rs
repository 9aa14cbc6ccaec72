//! One publisher at a time.
//!
//! The system releases the lock when its process dies, so a killed build leaves a file but no lock. The file is removed while the
//! lock is held; whoever waited at the removed file sees that the name now means another file, and looks again.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};

use super::error::{PublishError, io};
use super::names::LOCK;
use super::target::OutputTarget;
use crate::host::ground::{FileKind, FileLook, Place};

/// The right to publish to one folder. Dropping it gives it back.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    place: Place,
}

/// Takes the lock, or says that it is taken.
pub(super) fn take(target: &OutputTarget) -> Result<Lock, PublishError> {
    let beside = target.beside(LOCK);
    match at(&beside, target) {
        // Where there is a lock, another person may hold it, so no second one will do.
        Err(PublishError::Io { error, .. })
            if target.exists && is_not_ours_to_write(&error) && matches!(beside.look_for(), Ok(None)) =>
        {
            at(&target.output.join(LOCK), target)
        }
        result => result,
    }
}

/// Is somebody publishing to this folder? Makes nothing.
pub(super) fn is_taken(target: &OutputTarget) -> bool {
    [target.beside(LOCK), target.output.join(LOCK)].iter().any(|place| {
        let file = place.find_lock();
        file.is_ok_and(|file| matches!(file.try_lock(), Err(TryLockError::WouldBlock)))
    })
}

impl Lock {
    /// Is it still the lock that others would find? Where that cannot be looked at it is not known to be gone: who took it once more would meet
    /// themselves.
    pub fn is_held(&self) -> Result<bool, PublishError> {
        is_still(&self.file, &self.place).map_err(io("look at", &self.place))
    }
}

/// The system lets this person not write there.
pub(super) fn is_not_ours_to_write(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem)
}

fn at(place: &Place, target: &OutputTarget) -> Result<Lock, PublishError> {
    loop {
        match place.look() {
            Ok(look) if look.kind != FileKind::File || look.length > 0 => {
                return Err(PublishError::InTheWay(place.path()));
            }
            _ => {}
        }
        let file = place.open_lock().map_err(io("make the lock", place))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(PublishError::Busy(target.output.path())),
            Err(TryLockError::Error(error)) => return Err(io("lock", place)(error)),
        }
        if is_still(&file, place).map_err(io("look at", place))? {
            return Ok(Lock { file, place: place.clone() });
        }
    }
}

/// Does the name still mean the file that we locked?
fn is_still(file: &File, place: &Place) -> io::Result<bool> {
    let locked = FileLook::of_file(file)?;
    let named = place.look_for()?;
    Ok(named.is_some_and(|named| named.number == locked.number))
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be removed is an empty file that the next build takes over.
        if is_still(&self.file, &self.place).unwrap_or_default() {
            let _ = self.place.remove_file();
        }
        let _ = self.file.unlock();
    }
}
