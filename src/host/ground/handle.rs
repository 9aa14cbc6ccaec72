//! Folders as open handles: each call goes from one and meets no link.

use std::ffi::{CStr, OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use rustix::fs::{Access, AtFlags, FileType, Gid, Mode, OFlags, Stat, Timespec, Timestamps, Uid};
use rustix::io::Errno;

use super::look::{BLOCK, FileKind, FileLook, Identity};

/// For listing.
const LIST: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC).union(OFlags::NOFOLLOW);

/// For going on from it only: then no right to read it is needed.
#[cfg(target_os = "linux")]
const WAY: OFlags = OFlags::PATH.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC).union(OFlags::NOFOLLOW);
#[cfg(not(target_os = "linux"))]
const WAY: OFlags = LIST;

/// A pipe is not waited for.
const READ: OFlags = OFlags::RDONLY.union(OFlags::CLOEXEC).union(OFlags::NOFOLLOW).union(OFlags::NONBLOCK);

/// A folder that was opened.
#[derive(Debug)]
pub struct OpenFolder(OwnedFd);

impl OpenFolder {
    /// Opens a folder by a path whose links are the person's own.
    pub fn open(path: &Path) -> io::Result<Self> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
        Ok(Self(rustix::fs::open(path, flags, Mode::empty())?))
    }

    pub fn look(&self, inner: &Path) -> io::Result<FileLook> {
        if inner.as_os_str().is_empty() {
            return Ok(look_of(&rustix::fs::fstat(&self.0)?));
        }
        self.at(inner, |folder, name| {
            Ok(look_of(&rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?))
        })
    }

    pub fn identity(&self, inner: &Path) -> io::Result<Identity> {
        let name = inner.file_name().unwrap_or_else(|| OsStr::new("."));
        self.with(inner.parent().unwrap_or_else(|| Path::new("")), |folder| identity_at(folder, name))
    }

    pub fn open_file(&self, inner: &Path) -> io::Result<File> {
        Ok(File::from(open_beneath(&self.0, inner, READ, Mode::empty())?))
    }

    pub fn create(&self, inner: &Path) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::CLOEXEC | OFlags::NOFOLLOW;
        Ok(File::from(open_beneath(&self.0, inner, flags, Mode::from_raw_mode(0o666))?))
    }

    pub fn open_lock(&self, inner: &Path, make: bool) -> io::Result<File> {
        let mut flags = OFlags::RDWR | OFlags::CLOEXEC | OFlags::NOFOLLOW | OFlags::NONBLOCK;
        // A mode for a file that is not made is refused (openat2).
        let mut mode = Mode::empty();
        if make {
            flags |= OFlags::CREATE;
            mode = Mode::from_raw_mode(0o666);
        }
        Ok(File::from(open_beneath(&self.0, inner, flags, mode)?))
    }

    pub fn make_folder(&self, inner: &Path) -> io::Result<()> {
        self.at(inner, |folder, name| rustix::fs::mkdirat(folder, name, Mode::from_raw_mode(0o777)))
    }

    pub fn remove_file(&self, inner: &Path) -> io::Result<()> {
        self.at(inner, |folder, name| rustix::fs::unlinkat(folder, name, AtFlags::empty()))
    }

    pub fn remove_folder(&self, inner: &Path) -> io::Result<()> {
        self.at(inner, |folder, name| rustix::fs::unlinkat(folder, name, AtFlags::REMOVEDIR))
    }

    pub fn rename(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        self.at_both(inner, to, to_inner, |from, name, to, new| rustix::fs::renameat(from, name, to, new))
    }

    #[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
    pub fn exchange(&self, inner: &Path, with: &Self, with_inner: &Path) -> io::Result<()> {
        let flags = rustix::fs::RenameFlags::EXCHANGE;
        self.at_both(inner, with, with_inner, |one, name, other, second| {
            rustix::fs::renameat_with(one, name, other, second, flags)
        })
    }

    #[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
    pub fn exchange(&self, _: &Path, _: &Self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub fn link(&self, inner: &Path, to: &Self, to_inner: &Path) -> io::Result<()> {
        self.at_both(inner, to, to_inner, |from, name, to, new| {
            rustix::fs::linkat(from, name, to, new, AtFlags::empty())
        })
    }

    pub fn flush(&self, inner: &Path) -> io::Result<()> {
        if inner.as_os_str().is_empty() {
            return Ok(rustix::fs::fsync(&self.0)?);
        }
        Ok(rustix::fs::fsync(open_beneath(&self.0, inner, READ, Mode::empty())?)?)
    }

    pub fn set_modified(&self, inner: &Path, time: SystemTime) -> io::Result<()> {
        let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
        let seconds = i64::try_from(since.as_secs()).unwrap_or(i64::MAX);
        let time = Timespec { tv_sec: seconds, tv_nsec: since.subsec_nanos().into() };
        let times = Timestamps { last_access: time, last_modification: time };
        self.at(inner, |folder, name| rustix::fs::utimensat(folder, name, &times, AtFlags::SYMLINK_NOFOLLOW))
    }

    pub fn take_after(&self, inner: &Path, look: &FileLook) {
        let Ok(folder) = open_beneath(&self.0, inner, LIST, Mode::empty()) else { return };
        let Ok(made) = rustix::fs::fstat(&folder) else { return };
        // Whoever may not give the folder to that owner or group publishes with their own, as any program would.
        if made.st_gid != look.group {
            let _ = rustix::fs::fchown(&folder, None, Some(Gid::from_raw(look.group)));
        }
        if made.st_uid != look.owner {
            let _ = rustix::fs::fchown(&folder, Some(Uid::from_raw(look.owner)), None);
        }
        let _ = rustix::fs::fchmod(&folder, Mode::from_raw_mode((look.mode & 0o7777) as rustix::fs::RawMode));
    }

    pub fn is_closed(&self, inner: &Path) -> bool {
        match self.list(inner) {
            Ok(folder) => folder.is_closed_itself(),
            Err(error) => error.kind() == io::ErrorKind::PermissionDenied,
        }
    }

    /// Is it a folder in which the person may make and remove nothing, or of others only their own (a sticky one)?
    pub fn is_closed_itself(&self) -> bool {
        let asked = Access::WRITE_OK | Access::EXEC_OK;
        // A sandbox that does not know the question answers otherwise.
        let may_not = |errno: Errno| matches!(errno, Errno::ACCESS | Errno::ROFS);
        if rustix::fs::accessat(&self.0, ".", asked, AtFlags::EACCESS).is_err_and(may_not) {
            return true;
        }
        let person = rustix::process::geteuid();
        let is_others = |stat: Stat| {
            Mode::from_raw_mode(stat.st_mode).contains(Mode::SVTX) && stat.st_uid != person.as_raw()
        };
        !person.is_root() && rustix::fs::fstat(&self.0).is_ok_and(is_others)
    }

    pub fn names(&self, inner: &Path) -> io::Result<Vec<(OsString, FileKind)>> {
        self.list(inner)?.list_names()
    }

    /// A folder below, for listing.
    pub fn list(&self, inner: &Path) -> io::Result<Self> {
        if inner.as_os_str().is_empty() {
            return Ok(Self(rustix::fs::openat(&self.0, ".", LIST, Mode::empty())?));
        }
        Ok(Self(open_beneath(&self.0, inner, LIST, Mode::empty())?))
    }

    /// The kind of the file system that a folder lies on, by its number.
    #[cfg(target_os = "linux")]
    pub fn file_system(&self, inner: &Path) -> io::Result<u32> {
        Ok(rustix::fs::fstatfs(&self.list(inner)?.0)?.f_type as u32)
    }

    /// The names in this very folder, which was opened for that: they are listed once.
    #[cfg(target_os = "linux")]
    pub fn list_names(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        let mut names = Vec::new();
        // From the very handle: a stream of the library's opens the folder a second time.
        let mut room = [std::mem::MaybeUninit::uninit(); 8192];
        let mut entries = rustix::fs::RawDir::new(&self.0, &mut room);
        while let Some(entry) = entries.next() {
            let entry = entry?;
            self.add_name(&mut names, entry.file_name(), entry.file_type())?;
        }
        Ok(names)
    }

    /// The names in this very folder.
    #[cfg(not(target_os = "linux"))]
    pub fn list_names(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        let mut names = Vec::new();
        for entry in rustix::fs::Dir::read_from(&self.0)? {
            let entry = entry?;
            self.add_name(&mut names, entry.file_name(), entry.file_type())?;
        }
        Ok(names)
    }

    fn add_name(&self, names: &mut Vec<(OsString, FileKind)>, name: &CStr, kind: FileType) -> io::Result<()> {
        if matches!(name.to_bytes(), b"." | b"..") {
            return Ok(());
        }
        let kind = match kind {
            // Some file systems do not say it with the name.
            FileType::Unknown => match rustix::fs::statat(&self.0, name, AtFlags::SYMLINK_NOFOLLOW) {
                Ok(stat) => kind_of(FileType::from_raw_mode(stat.st_mode)),
                Err(Errno::NOENT) => return Ok(()),
                Err(error) => return Err(error.into()),
            },
            known => kind_of(known),
        };
        names.push((OsStr::from_bytes(name.to_bytes()).to_owned(), kind));
        Ok(())
    }

    /// Does something in the folder that `inner` lies in, with its name alone.
    fn at<T>(
        &self,
        inner: &Path,
        act: impl FnOnce(&OwnedFd, &OsStr) -> rustix::io::Result<T>,
    ) -> io::Result<T> {
        let (Some(above), Some(name)) = (inner.parent(), inner.file_name()) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        self.with(above, |folder| act(folder, name))
    }

    fn at_both(
        &self,
        inner: &Path,
        other: &Self,
        other_inner: &Path,
        act: impl FnOnce(&OwnedFd, &OsStr, &OwnedFd, &OsStr) -> rustix::io::Result<()>,
    ) -> io::Result<()> {
        let (Some(above), Some(name)) = (other_inner.parent(), other_inner.file_name()) else {
            return Err(io::ErrorKind::InvalidInput.into());
        };
        // Two names of one folder need one handle.
        other.with(above, |there| {
            self.at(inner, |here, own| act(here, own, there, name)).map_err(|error| errno_of(&error))
        })
    }

    fn with<T>(&self, above: &Path, act: impl FnOnce(&OwnedFd) -> rustix::io::Result<T>) -> io::Result<T> {
        if above.as_os_str().is_empty() {
            return Ok(act(&self.0)?);
        }
        let folder = open_beneath(&self.0, above, WAY, Mode::empty())?;
        Ok(act(&folder)?)
    }
}

fn errno_of(error: &io::Error) -> Errno {
    error.raw_os_error().map_or(Errno::INVAL, Errno::from_raw_os_error)
}

/// Opens what lies below a folder, where no part on the way and not the last is a link.
fn open_beneath(folder: &OwnedFd, inner: &Path, flags: OFlags, mode: Mode) -> io::Result<OwnedFd> {
    let opened = match open_at_once(folder, inner, flags, mode) {
        Some(opened) => opened,
        None => open_step_by_step(folder, inner, flags, mode),
    };
    opened.map_err(|error| {
        // A link that should be a folder is said to be none.
        if error == Errno::NOTDIR && is_link_at(folder, inner) { Errno::LOOP.into() } else { error.into() }
    })
}

fn is_link_at(folder: &OwnedFd, inner: &Path) -> bool {
    let look = |name: &Path| rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
    inner
        .ancestors()
        .filter(|part| !part.as_os_str().is_empty())
        .any(|part| look(part).is_ok_and(|stat| FileType::from_raw_mode(stat.st_mode) == FileType::Symlink))
}

/// In one call, where the system has it. None: it has not.
#[cfg(target_os = "linux")]
fn open_at_once(
    folder: &OwnedFd,
    inner: &Path,
    flags: OFlags,
    mode: Mode,
) -> Option<rustix::io::Result<OwnedFd>> {
    use std::sync::atomic::{AtomicBool, Ordering};

    use rustix::fs::ResolveFlags;

    static MISSING: AtomicBool = AtomicBool::new(false);
    if MISSING.load(Ordering::Relaxed) {
        return None;
    }
    match rustix::fs::openat2(folder, inner, flags, mode, ResolveFlags::NO_SYMLINKS | ResolveFlags::BENEATH) {
        Err(Errno::NOSYS) => {
            MISSING.store(true, Ordering::Relaxed);
            None
        }
        // A sandbox that does not know the call says so; whether it is more than that the other way tells.
        Err(Errno::PERM | Errno::AGAIN) => None,
        opened => Some(opened),
    }
}

#[cfg(not(target_os = "linux"))]
fn open_at_once(_: &OwnedFd, _: &Path, _: OFlags, _: Mode) -> Option<rustix::io::Result<OwnedFd>> {
    None
}

fn open_step_by_step(
    folder: &OwnedFd,
    inner: &Path,
    flags: OFlags,
    mode: Mode,
) -> rustix::io::Result<OwnedFd> {
    let mut parts = inner.iter().peekable();
    let mut way: Option<OwnedFd> = None;
    while let Some(part) = parts.next() {
        let here = way.as_ref().unwrap_or(folder);
        if parts.peek().is_none() {
            return rustix::fs::openat(here, part, flags, mode);
        }
        way = Some(rustix::fs::openat(here, part, WAY, Mode::empty())?);
    }
    Err(Errno::INVAL)
}

fn kind_of(kind: FileType) -> FileKind {
    match kind {
        FileType::RegularFile => FileKind::File,
        FileType::Directory => FileKind::Folder,
        FileType::Symlink => FileKind::Link,
        _ => FileKind::Other,
    }
}

#[expect(
    clippy::unnecessary_cast,
    clippy::cast_sign_loss,
    clippy::cast_possible_truncation,
    reason = "the fields have other widths and signs on other systems"
)]
fn look_of(stat: &Stat) -> FileLook {
    let modified =
        u64::try_from(stat.st_mtime).ok().map(|seconds| Duration::new(seconds, stat.st_mtime_nsec as u32));
    FileLook {
        kind: kind_of(FileType::from_raw_mode(stat.st_mode)),
        length: stat.st_size as u64,
        allocated: (stat.st_blocks as u64).saturating_mul(BLOCK),
        modified,
        changed: (stat.st_ctime as i64, stat.st_ctime_nsec as i64),
        number: (stat.st_dev as u64, stat.st_ino as u64),
        mode: stat.st_mode as u32,
        owner: stat.st_uid,
        group: stat.st_gid,
    }
}

#[cfg(target_os = "linux")]
fn identity_at(folder: &OwnedFd, name: &OsStr) -> rustix::io::Result<Identity> {
    use rustix::fs::StatxFlags;

    let wanted = StatxFlags::INO | StatxFlags::BTIME;
    let stat = rustix::fs::statx(folder, name, AtFlags::SYMLINK_NOFOLLOW, wanted)?;
    let has_birth = StatxFlags::from_bits_retain(stat.stx_mask).contains(StatxFlags::BTIME);
    let seconds = u64::try_from(stat.stx_btime.tv_sec).ok().filter(|_| has_birth);
    Ok(Identity {
        number: stat.stx_ino,
        born: seconds.map(|seconds| Duration::new(seconds, stat.stx_btime.tv_nsec)),
    })
}

#[cfg(not(target_os = "linux"))]
fn identity_at(folder: &OwnedFd, name: &OsStr) -> rustix::io::Result<Identity> {
    let stat = rustix::fs::statat(folder, name, AtFlags::SYMLINK_NOFOLLOW)?;
    Ok(Identity { number: stat.st_ino as u64, born: None })
}
