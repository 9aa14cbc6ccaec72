//! A file of another program, read from wherever the person has it; and what is made of a text.

use std::io;
use std::path::Path;

use super::create;
use super::ground::{Ground, Place, real};
use crate::base::{Code, Diagnostic, Phrase};
use crate::scaffold::NewFile;

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

/// Does something lie there?
pub fn is_there(root: &Path, path: &str) -> bool {
    // What cannot be looked at is found out when it is written.
    Ground::open(root).is_ok_and(|ground| matches!(ground.place().join(path).look_for(), Ok(Some(_))))
}

/// Makes a text with its pictures: all of it or nothing. The text comes last, so that no text shows a picture that is not there.
pub fn create(root: &Path, file: &NewFile, pictures: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    let mut made: Vec<Place> = Vec::new();
    let take_back = |made: &[Place]| {
        made.iter().for_each(|place| {
            let _ = place.remove_file();
        });
    };
    for (path, bytes) in pictures {
        if let Err(error) = add(root, path, bytes, &mut made) {
            take_back(&made);
            let code = match error.kind() {
                io::ErrorKind::AlreadyExists => Code::FileExists,
                _ => Code::CannotCreate,
            };
            let told = Diagnostic::anywhere(code).with("path", create::shown(root, path));
            return Err(told.saying("reason", Phrase::of_system(&error)));
        }
    }
    create::create(root, std::slice::from_ref(file)).inspect_err(|_| take_back(&made))
}

fn add(root: &Path, path: &str, bytes: &[u8], made: &mut Vec<Place>) -> io::Result<()> {
    let place = Ground::open(root)?.place().join(path);
    if let Some(folder) = place.parent() {
        match folder.make_folder() {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    let mut file = place.create()?;
    made.push(place);
    io::Write::write_all(&mut file, bytes)
}
