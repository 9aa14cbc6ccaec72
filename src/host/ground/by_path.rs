//! Folders as paths, for Windows, where the library has no `openat`: each folder on the way is opened, looked at through its handle, and
//! held until the call is over.
//!
//! It is opened as what it is and never as what it leads to, and in a way that lets nobody rename or remove it meanwhile. So what was
//! looked at is what the call meets. What Windows calls a junction or a mount point is a link here too
//! ([`std::fs::FileType::is_symlink`] says so); a file of OneDrive that is not on the disk yet is none, and comes when it is read.
//!
//! What another program (a virus scanner, OneDrive, the file manager) holds for a moment is tried again for a while: see `patience`.

#![cfg_attr(unix, expect(dead_code, reason = "only its tests use it here, and not all of it"))]

#[cfg(unix)]
mod stand_in;
#[cfg(windows)]
mod windows;

use std::ffi::OsString;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

#[cfg(unix)]
use self::stand_in as system;
#[cfg(windows)]
use self::windows as system;
use super::LinkOnTheWay;
use super::look::{FileKind, FileLook, Identity};
use super::patience::{Wish, patiently};
use crate::base::forbidden;

/// A folder, by its path.
#[derive(Debug)]
pub struct OpenFolder {
    path: PathBuf,
    /// What keeps the way to it as it is; nothing for a folder that the person named.
    _held: Vec<File>,
}

/// A path, and what keeps the way to it as it is.
struct HeldPath {
    path: PathBuf,
    held: Vec<File>,
}

impl OpenFolder {
    /// A folder by a path whose links are the person's own.
    pub fn open(path: &Path) -> io::Result<Self> {
        let real = system::canonical(path)?;
        if fs::metadata(&real)?.is_dir() {
            Ok(Self { path: real, _held: Vec::new() })
        } else {
            Err(io::ErrorKind::NotADirectory.into())
        }
    }

    pub fn look(&self, inner: &Path) -> io::Result<FileLook> {
        let way = self.above(inner)?;
        system::look(&way.path)
    }

    /// NTFS counts in a number how often it was given, so a later folder has another. When it was made is not asked: some shares, and Wine,
    /// answer with the time of its last change, and what a killed build left would be nobody's.
    pub fn identity(&self, inner: &Path) -> io::Result<Identity> {
        let way = self.above(inner)?;
        Ok(Identity { number: system::look(&way.path)?.number.1, born: None })
    }

    pub fn open_file(&self, inner: &Path) -> io::Result<File> {
        // What is no plain file may never end.
        let way = self.whole(inner)?;
        if !fs::symlink_metadata(&way.path)?.is_file() {
            return Err(super::not_plain());
        }
        patiently(Wish::Read, || system::open_file(&way.path))
    }

    pub fn create(&self, inner: &Path) -> io::Result<File> {
        let way = self.above(inner)?;
        patiently(Wish::Write, || File::create_new(&way.path))
    }

    pub fn open_lock(&self, inner: &Path, make: bool) -> io::Result<File> {
        let way = self.whole(inner)?;
        patiently(Wish::Write, || system::open_lock(&way.path, make))
    }

    pub fn make_folder(&self, inner: &Path) -> io::Result<()> {
        let way = self.above(inner)?;
        patiently(Wish::Write, || fs::create_dir(&way.path))
    }

    pub fn remove_file(&self, inner: &Path) -> io::Result<()> {
        let way = self.above(inner)?;
        if fs::symlink_metadata(&way.path)?.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        patiently(Wish::Write, || system::remove_file(&way.path))
    }

    pub fn remove_folder(&self, inner: &Path) -> io::Result<()> {
        let way = self.whole(inner)?;
        patiently(Wish::Write, || fs::remove_dir(&way.path))
    }

    pub fn rename(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        let (from, to) = (self.above(inner)?, to.above(to_inner)?);
        let act = || patiently(Wish::Write, || fs::rename(&from.path, &to.path));
        let is_folder = fs::symlink_metadata(&from.path).is_ok_and(|metadata| metadata.is_dir());
        // A folder waits for all that lies in it: of a new site a virus scanner looks at one file after the other.
        match act() {
            Err(error) if is_folder && error.kind() == io::ErrorKind::PermissionDenied => {
                act().or_else(|_| act())
            }
            result => result,
        }
    }

    pub fn exchange(&self, _: &Path, _: &Self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn link(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        let (from, to) = (self.above(inner)?, to.above(to_inner)?);
        patiently(Wish::Write, || fs::hard_link(&from.path, &to.path))
    }

    pub fn flush(&self, inner: &Path) -> io::Result<()> {
        let way = self.whole(inner)?;
        // A folder cannot be opened as a file here, nor a file be flushed that was opened to read.
        if fs::symlink_metadata(&way.path)?.is_dir() {
            return Ok(());
        }
        patiently(Wish::Write, || File::options().write(true).open(&way.path)?.sync_all())
    }

    pub fn set_modified(&self, inner: &Path, time: SystemTime) -> io::Result<()> {
        let way = self.whole(inner)?;
        patiently(Wish::Write, || File::options().write(true).open(&way.path)?.set_modified(time))
    }

    pub fn take_after(&self, _: &Path, _: &FileLook) {}

    pub fn is_closed(&self, inner: &Path) -> bool {
        self.list(inner).is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied)
    }

    /// Nobody knows here before it is tried.
    #[expect(clippy::unused_self, reason = "other systems ask the folder")]
    pub fn is_closed_itself(&self) -> bool {
        false
    }

    pub fn names(&self, inner: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        self.list(inner)?.list_names()
    }

    /// A folder below, for listing.
    pub fn list(&self, inner: &Path) -> io::Result<Self> {
        let mut way = self.above(inner)?;
        if !inner.as_os_str().is_empty() {
            way.held.push(hold(&way.path)?);
        }
        Ok(Self { path: way.path, _held: way.held })
    }

    /// The names in this very folder.
    pub fn list_names(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        let entries = patiently(Wish::Read, || fs::read_dir(&self.path))?;
        entries
            .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), FileKind::of(entry.file_type()?)))))
            .collect()
    }

    /// The path, where nothing above its last part is a link, nor can become one.
    fn above(&self, inner: &Path) -> io::Result<HeldPath> {
        let mut way = HeldPath { path: self.path.clone(), held: Vec::new() };
        let mut parts = inner.iter().peekable();
        while let Some(part) = parts.next() {
            // The system would make another name of it, or a second stream of another file.
            if cfg!(windows) && part.to_str().is_some_and(|name| forbidden(name).is_some()) {
                return Err(io::ErrorKind::InvalidFilename.into());
            }
            way.path.push(part);
            if parts.peek().is_some() {
                way.held.push(hold(&way.path)?);
            }
        }
        Ok(way)
    }

    /// The path, where no part is a link.
    fn whole(&self, inner: &Path) -> io::Result<HeldPath> {
        let way = self.above(inner)?;
        let is_link = fs::symlink_metadata(&way.path).is_ok_and(|metadata| metadata.is_symlink());
        if is_link { Err(io::Error::other(LinkOnTheWay)) } else { Ok(way) }
    }
}

/// Opens a folder that is no link, so that it stays what it is.
fn hold(folder: &Path) -> io::Result<File> {
    let opened = patiently(Wish::Read, || system::hold(folder))?;
    let kind = opened.metadata()?.file_type();
    if kind.is_symlink() {
        Err(io::Error::other(LinkOnTheWay))
    } else if kind.is_dir() {
        Ok(opened)
    } else {
        Err(io::ErrorKind::NotADirectory.into())
    }
}

/// The path of a folder that the person named, with no link on the way, as people write it.
#[cfg(windows)]
pub fn real(path: &Path) -> io::Result<PathBuf> {
    system::canonical(path).map(|real| system::shown(&real))
}
