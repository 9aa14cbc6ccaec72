//! The ground: the only room that opens, writes, moves and removes by name on the disk.
//!
//! What is built may come from a stranger: its output, its `.fcsite` and its content may hold links that lead to the files of the person
//! who builds it. So nothing here is a path that the system resolves by itself. A [`Ground`] is a folder that the person named; a
//! [`Place`] is a name below it, of plain parts alone, and everything done at a place walks from the opened folder and meets no link:
//! where one lies on the way the call fails, and where one lies at the end it is seen as a link and never followed.
//!
//! | system | how |
//! |---|---|
//! | Linux | `openat2` with `RESOLVE_NO_SYMLINKS`, then `*at` calls with one name (`handle`) |
//! | other Unix, old kernels | one `openat(O_NOFOLLOW)` a folder, then the same |
//! | Windows | each folder on the way is opened as what it is, and held so that nobody can put another in its place (`by_path`) |
//!
//! The last row leaves one gap: an empty folder that is held can be made a link where it stands. A repository that lies still cannot do it.
//!
//! What takes a plain path is *named by the person*: a folder that stands in their command, in their environment, or that the system has for them
//! (home, state, where they stand). [`Ground::open`], [`Ground::make`], [`real`], [`target_of`] and [`is_folder`] follow links, since those on the
//! way to such a path are the person's own; a name that a repository could have chosen goes through a [`Place`], or through
//! [`Ground::open_from`] where it may be either.
//!
//! `clippy.toml` forbids `std::fs` by path in all other rooms, so a new writer cannot forget.
#![expect(clippy::disallowed_methods, reason = "this is the room that those are for")]

#[cfg(any(not(unix), test))]
mod by_path;
#[cfg(unix)]
mod handle;
mod look;
mod mounts;
mod named;
#[cfg(any(not(unix), test))]
mod patience;
mod plain;
#[cfg(test)]
mod tests;
mod walk;

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

#[cfg(not(unix))]
use self::by_path::OpenFolder;
#[cfg(unix)]
use self::handle::OpenFolder;

pub use self::look::{FileKind, FileLook, Identity};
pub use self::mounts::holds_mounts;
#[cfg(test)]
pub use self::named::meanwhile::after_the_look;
pub use self::named::{MadeFolders, is_within, link_of, within};
pub use self::plain::PlainFile;
pub use self::walk::{Order, Unseen, WalkStep};

/// The beginning of the names of temporary files. The rest cannot be known before.
pub const TEMPORARY: &str = ".fcsite-part-";

/// Can this system exchange two folders in one step? Where it can, a disk or a share may still refuse.
pub const EXCHANGES: bool = cfg!(unix);

/// A folder that the person named, opened.
#[derive(Debug)]
pub struct Ground {
    path: PathBuf,
    folder: OpenFolder,
}

/// A name below a ground. Nothing done here follows a link below the ground.
#[derive(Clone)]
pub struct Place {
    ground: Arc<Ground>,
    inner: PathBuf,
}

impl Ground {
    /// Opens a folder that is named by the person, or by the system for them: links on the way to it are theirs, and are followed.
    pub fn open(path: &Path) -> io::Result<Arc<Self>> {
        let given = if path.as_os_str().is_empty() { Path::new(".") } else { path };
        Ok(Arc::new(Self { path: path.to_owned(), folder: OpenFolder::open(given)? }))
    }

    /// Makes a folder that is named by the person, with all above it, and opens it. Links are followed. Says which were made.
    pub fn make(path: &Path) -> io::Result<(Arc<Self>, MadeFolders)> {
        let mut missing: Vec<&Path> = path.ancestors().take_while(|above| is_missing(above)).collect();
        missing.reverse();
        let mut made = MadeFolders::default();
        for above in missing {
            match std::fs::create_dir(above) {
                Ok(()) => made.paths.push(above.to_owned()),
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Ok((Self::open(path)?, made))
    }

    /// The folder itself.
    pub fn place(self: &Arc<Self>) -> Place {
        Place { ground: self.clone(), inner: PathBuf::new() }
    }
}

fn is_missing(folder: &Path) -> bool {
    // The folder that one is in has no name.
    !folder.as_os_str().is_empty() && !folder.exists()
}

impl Place {
    /// A place below this one.
    pub fn join(&self, name: impl AsRef<Path>) -> Self {
        Self { ground: self.ground.clone(), inner: self.inner.join(name) }
    }

    /// The folder that it lies in; the ground has none.
    pub fn parent(&self) -> Option<Self> {
        let inner = self.inner.parent()?.to_owned();
        Some(Self { ground: self.ground.clone(), inner })
    }

    /// Its path, for people: nothing may be opened by it.
    pub fn path(&self) -> PathBuf {
        if self.inner.as_os_str().is_empty() {
            self.ground.path.clone()
        } else if cfg!(windows) {
            // As the system writes it.
            self.ground.path.join(self.inner.components().collect::<PathBuf>())
        } else {
            self.ground.path.join(&self.inner)
        }
    }

    pub fn name(&self) -> Option<&OsStr> {
        self.inner.file_name()
    }

    /// What lies here. A link is seen as a link.
    pub fn look(&self) -> io::Result<FileLook> {
        self.ground.folder.look(self.inner()?)
    }

    /// What lies here; none where nothing does.
    pub fn look_for(&self) -> io::Result<Option<FileLook>> {
        match self.look() {
            Ok(look) => Ok(Some(look)),
            Err(error) if is_absent(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Is there a plain file? What cannot be looked at is none.
    pub fn is_file(&self) -> bool {
        self.look().is_ok_and(|look| look.kind == FileKind::File)
    }

    /// Is there a folder, and no link to one? What cannot be looked at is none.
    pub fn is_folder(&self) -> bool {
        self.look().is_ok_and(|look| look.kind == FileKind::Folder)
    }

    /// Which file or folder this is, for good: not even a copy of it on the same disk is the same.
    pub fn identity(&self) -> io::Result<Identity> {
        self.ground.folder.identity(self.inner()?)
    }

    /// The kind of the file system that a folder lies on, by its number.
    #[cfg(target_os = "linux")]
    pub fn file_system(&self) -> io::Result<u32> {
        self.ground.folder.file_system(self.inner()?)
    }

    /// Opens a plain file to read it. A pipe or a device is not waited for, and is an error.
    pub fn open(&self) -> io::Result<PlainFile> {
        PlainFile::of(self.ground.folder.open_file(self.inner()?)?)
    }

    /// Reads a plain file of at most so many bytes.
    pub fn read(&self, most: u64) -> io::Result<Vec<u8>> {
        let file = self.open()?;
        let length = file.length();
        if length > most {
            return Err(ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default().saturating_add(1));
        // One byte more than may be: a file that grows while it is read is too large, too.
        file.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    /// Makes a new file. Fails where anything lies already, a link included.
    pub fn create(&self) -> io::Result<File> {
        self.ground.folder.create(self.inner()?)
    }

    /// Writes a new file. Fails where anything lies already, a link included.
    pub fn write_new(&self, bytes: &[u8]) -> io::Result<()> {
        self.create()?.write_all(bytes)
    }

    /// A new file beside this one, to be renamed to it, under a name that nobody can know before.
    pub fn temporary(&self) -> io::Result<(Self, File)> {
        let beside = self.parent().ok_or(ErrorKind::InvalidInput)?;
        let part = beside.join(format!("{TEMPORARY}{:016x}", unguessable()?));
        let file = part.create()?;
        Ok((part, file))
    }

    /// Writes a file so that others see all of it, or what was there before.
    pub fn replace(&self, bytes: &[u8]) -> io::Result<()> {
        let (part, mut file) = self.temporary()?;
        let written = file.write_all(bytes);
        drop(file);
        written.and_then(|()| part.rename(self)).inspect_err(|_| {
            // What could not be written whole is of no use.
            let _ = part.remove_file();
        })
    }

    /// Opens a lock file, and makes it where there is none.
    pub fn open_lock(&self) -> io::Result<File> {
        let file = self.ground.folder.open_lock(self.inner()?, true)?;
        if file.metadata()?.is_file() { Ok(file) } else { Err(not_plain()) }
    }

    /// Opens a lock file that is there.
    pub fn find_lock(&self) -> io::Result<File> {
        self.ground.folder.open_lock(self.inner()?, false)
    }

    /// Makes a folder. Fails where anything lies already.
    pub fn make_folder(&self) -> io::Result<()> {
        self.ground.folder.make_folder(self.inner()?)
    }

    /// Makes a folder where there is none, and so many above it, and none above these: a ground that is gone is not made again. Says how many
    /// were made.
    pub fn make_folders(&self, depth: usize) -> io::Result<usize> {
        let mut places: Vec<Self> =
            std::iter::successors(Some(self.clone()), Self::parent).take(depth).collect();
        places.reverse();
        let mut made = 0;
        for place in places.iter().filter(|place| !place.inner.as_os_str().is_empty()) {
            match place.make_folder() {
                Err(error) if error.kind() == ErrorKind::AlreadyExists && place.is_folder() => {}
                result => made += result.map(|()| 1)?,
            }
        }
        Ok(made)
    }

    /// Removes a file or a link.
    pub fn remove_file(&self) -> io::Result<()> {
        self.ground.folder.remove_file(self.inner()?)
    }

    /// Removes an empty folder.
    pub fn remove_folder(&self) -> io::Result<()> {
        self.ground.folder.remove_folder(self.inner()?)
    }

    /// Renames what lies here, and replaces what lies there as the system does it.
    pub fn rename(&self, to: &Self) -> io::Result<()> {
        self.ground.folder.rename(self.inner()?, &to.ground.folder, to.inner()?)
    }

    /// Exchanges two folders in one step.
    pub fn exchange(&self, with: &Self) -> io::Result<()> {
        self.ground.folder.exchange(self.inner()?, &with.ground.folder, with.inner()?)
    }

    /// Gives a file a second name. A link is given one itself.
    pub fn link(&self, to: &Self) -> io::Result<()> {
        self.ground.folder.link(self.inner()?, &to.ground.folder, to.inner()?)
    }

    /// Waits until a file, or a folder's list of names, is on the disk.
    pub fn flush(&self) -> io::Result<()> {
        self.ground.folder.flush(self.inner()?)
    }

    /// Gives a file that we made a moment ago another time.
    pub fn set_modified(&self, time: SystemTime) -> io::Result<()> {
        self.ground.folder.set_modified(self.inner()?, time)
    }

    /// Gives a folder that we made a moment ago the mode, the group and the owner of another, as far as the person may.
    pub fn take_after(&self, other: &Self) {
        if let (Ok(inner), Ok(look)) = (self.inner(), other.look()) {
            self.ground.folder.take_after(inner, &look);
        }
    }

    /// Is it a folder in which the person may make and remove nothing?
    pub fn is_closed(&self) -> bool {
        self.inner().is_ok_and(|inner| self.ground.folder.is_closed(inner))
    }

    /// The names in a folder.
    pub fn names(&self) -> io::Result<Vec<(OsString, FileKind)>> {
        self.ground.folder.names(self.inner()?)
    }

    /// The link that lies on the way to here, or here, if one does.
    pub fn link_on_the_way(&self) -> Option<PathBuf> {
        let mut way = self.ground.place();
        self.inner.components().find_map(|part| {
            way = way.join(part);
            way.look().is_ok_and(|look| look.kind == FileKind::Link).then(|| way.path())
        })
    }

    /// The name below the ground, if it is one of plain parts.
    fn inner(&self) -> io::Result<&Path> {
        let is_plain = |part: Component<'_>| matches!(part, Component::Normal(_));
        if self.inner.components().all(is_plain) {
            Ok(&self.inner)
        } else {
            Err(ErrorKind::InvalidInput.into())
        }
    }
}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.path())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path().display())
    }
}

/// Is it said that nothing lies there? Whatever else is said (no right to look, a share that does not answer) says nothing of the kind.
pub fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Does a link lie on the way?
pub fn is_link(error: &io::Error) -> bool {
    #[cfg(unix)]
    let is_loop = error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    #[cfg(not(unix))]
    let is_loop = false;
    is_loop || error.get_ref().is_some_and(|inner| inner.is::<LinkOnTheWay>())
}

/// The path of what is named by the person, with no link on the way: all of them are followed. An error where something is missing.
#[cfg(unix)]
pub fn real(path: &Path) -> io::Result<PathBuf> {
    std::fs::canonicalize(path)
}

#[cfg(not(unix))]
pub use self::by_path::real;

/// Does a link lie at a path that the person named?
fn is_link_at(path: &Path) -> io::Result<bool> {
    match std::fs::symlink_metadata(path) {
        Err(error) if is_absent(&error) => Ok(false),
        result => result.map(|found| found.is_symlink()),
    }
}

/// Where a link points whose path is named by the person, or was met on the way to one, for a message: nothing is opened by it.
pub fn target_of(link: &Path) -> Option<PathBuf> {
    std::fs::read_link(link).ok()
}

/// Takes back folders that were made a moment ago, where they are still empty.
fn unmake(folders: &[PathBuf]) {
    for folder in folders.iter().rev() {
        let _ = std::fs::remove_dir(folder);
    }
}

/// Is there a folder at a path that is named by the person? Links are followed.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// A number that nobody can know before.
pub fn unguessable() -> io::Result<u64> {
    let mut bytes = [0; 8];
    fill_with_chance(&mut bytes)?;
    Ok(u64::from_ne_bytes(bytes))
}

/// Fills bytes with what nobody can know before.
pub fn fill_with_chance(bytes: &mut [u8]) -> io::Result<()> {
    getrandom::fill(bytes).map_err(io::Error::from)
}

fn not_plain() -> io::Error {
    io::Error::new(ErrorKind::InvalidInput, "it is no plain file")
}

/// Said where a link lies on the way, on systems without a number for it.
#[derive(Debug)]
struct LinkOnTheWay;

impl fmt::Display for LinkOnTheWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a link lies on the way")
    }
}

impl std::error::Error for LinkOnTheWay {}
