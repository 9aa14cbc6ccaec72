//! A file of another program, read from wherever the person has it.

use std::io;
use std::path::Path;

use super::ground::{Ground, real};
use crate::base::{Code, Diagnostic, Phrase};

/// The largest file that is read. What is in it has bounds of its own.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What a file holds. The person named it, so a link is followed.
pub fn read(path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let read = || {
        let real = real(path)?;
        let (Some(folder), Some(name)) = (real.parent(), real.file_name()) else {
            return Err(io::ErrorKind::IsADirectory.into());
        };
        Ground::open(folder)?.place().join(name).read(MOST_BYTES)
    };
    read().map_err(|error: io::Error| {
        let told = Diagnostic::anywhere(Code::CannotImport).with("file", path.display());
        told.saying("reason", Phrase::of_system(&error))
    })
}
