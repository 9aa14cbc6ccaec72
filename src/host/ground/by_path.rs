//! Folders as paths, for systems without `openat`: each part on the way is looked at before the call.
//!
//! What Windows calls a junction or a mount point is a link here too ([`std::fs::FileType::is_symlink`] says so); a file of OneDrive
//! that is not on the disk yet is none.

#![cfg_attr(unix, expect(dead_code, reason = "only its tests use it here, and not all of it"))]

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use super::LinkOnTheWay;
use super::look::{FileKind, FileLook, Identity};

/// A folder, by its path.
#[derive(Debug)]
pub struct OpenFolder(PathBuf);

impl OpenFolder {
    /// A folder by a path whose links are the person's own.
    pub fn open(path: &Path) -> io::Result<Self> {
        let real = fs::canonicalize(path)?;
        if fs::metadata(&real)?.is_dir() { Ok(Self(real)) } else { Err(io::ErrorKind::NotADirectory.into()) }
    }

    pub fn look(&self, inner: &Path) -> io::Result<FileLook> {
        Ok(FileLook::of_metadata(&fs::symlink_metadata(self.above(inner)?)?))
    }

    pub fn identity(&self, inner: &Path) -> io::Result<Identity> {
        let metadata = fs::symlink_metadata(self.above(inner)?)?;
        let born = metadata.created()?.duration_since(UNIX_EPOCH).ok();
        Ok(Identity { number: 0, born })
    }

    pub fn open_file(&self, inner: &Path) -> io::Result<File> {
        // What is no plain file may never end.
        let path = self.whole(inner)?;
        if fs::symlink_metadata(&path)?.is_file() { File::open(path) } else { Err(super::not_plain()) }
    }

    pub fn create(&self, inner: &Path) -> io::Result<File> {
        File::create_new(self.above(inner)?)
    }

    pub fn open_lock(&self, inner: &Path, make: bool) -> io::Result<File> {
        OpenOptions::new().read(true).write(true).create(make).truncate(false).open(self.whole(inner)?)
    }

    pub fn make_folder(&self, inner: &Path) -> io::Result<()> {
        fs::create_dir(self.above(inner)?)
    }

    pub fn remove_file(&self, inner: &Path) -> io::Result<()> {
        fs::remove_file(self.above(inner)?)
    }

    pub fn remove_folder(&self, inner: &Path) -> io::Result<()> {
        fs::remove_dir(self.whole(inner)?)
    }

    pub fn rename(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        fs::rename(self.above(inner)?, to.above(to_inner)?)
    }

    pub fn exchange(&self, _: &Path, _: &Self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn link(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        fs::hard_link(self.above(inner)?, to.above(to_inner)?)
    }

    pub fn flush(&self, inner: &Path) -> io::Result<()> {
        let path = self.whole(inner)?;
        // A folder cannot be opened as a file here.
        if cfg!(windows) && path.is_dir() { Ok(()) } else { File::open(path)?.sync_all() }
    }

    pub fn set_modified(&self, inner: &Path, time: SystemTime) -> io::Result<()> {
        File::options().write(true).open(self.whole(inner)?)?.set_modified(time)
    }

    pub fn take_after(&self, _: &Path, _: &FileLook) {}

    pub fn names(&self, inner: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        let entries = fs::read_dir(self.whole(inner)?)?;
        entries
            .map(|entry| entry.and_then(|entry| Ok((entry.file_name(), FileKind::of(entry.file_type()?)))))
            .collect()
    }

    /// A folder below, for listing.
    pub fn list(&self, inner: &Path) -> io::Result<Self> {
        Ok(Self(self.whole(inner)?))
    }

    /// The names in this very folder.
    pub fn list_names(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        self.names(Path::new(""))
    }

    /// The path, where nothing above its last part is a link.
    fn above(&self, inner: &Path) -> io::Result<PathBuf> {
        let mut path = self.0.clone();
        let mut parts = inner.iter().peekable();
        while let Some(part) = parts.next() {
            path.push(part);
            if parts.peek().is_some() && fs::symlink_metadata(&path)?.is_symlink() {
                return Err(io::Error::other(LinkOnTheWay));
            }
        }
        Ok(path)
    }

    /// The path, where no part is a link.
    fn whole(&self, inner: &Path) -> io::Result<PathBuf> {
        let path = self.above(inner)?;
        let is_link = fs::symlink_metadata(&path).is_ok_and(|metadata| metadata.is_symlink());
        if is_link { Err(io::Error::other(LinkOnTheWay)) } else { Ok(path) }
    }
}
