//! What Windows does by flags of its own, as well as another system can: for the tests of the rest.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::host::ground::LinkOnTheWay;
use crate::host::ground::look::FileLook;

pub fn canonical(path: &Path) -> io::Result<PathBuf> {
    fs::canonicalize(path)
}

pub fn look(path: &Path) -> io::Result<FileLook> {
    Ok(FileLook::of_metadata(&fs::symlink_metadata(path)?))
}

pub fn hold(folder: &Path) -> io::Result<File> {
    if fs::symlink_metadata(folder)?.is_symlink() {
        Err(io::Error::other(LinkOnTheWay))
    } else {
        File::open(folder)
    }
}

pub fn open_file(path: &Path) -> io::Result<File> {
    File::open(path)
}

pub fn open_lock(path: &Path, make: bool) -> io::Result<File> {
    File::options().read(true).write(true).create(make).truncate(false).open(path)
}

pub fn remove_file(path: &Path) -> io::Result<()> {
    fs::remove_file(path)
}
