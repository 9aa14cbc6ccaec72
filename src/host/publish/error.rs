//! What can keep a site from being published, said so that a person who has never seen a terminal understands it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::base::Phrase;
use crate::host::ground::{self, Place, Unseen};

/// Why nothing was published. The site that was there before is as it was, unless the variant says otherwise.
#[derive(Debug)]
#[non_exhaustive]
pub enum PublishError {
    /// The output is the folder that the command runs in, or one above it.
    CurrentFolder(PathBuf),
    /// The output is the top of the disk.
    Root(PathBuf),
    /// The output is the home folder, or one above it.
    Home(PathBuf),
    /// The output is, contains, or lies in a folder that the build reads.
    Source {
        /// The folder asked for.
        output: PathBuf,
        /// The folder that the build reads.
        source: PathBuf,
    },
    /// The output is a symbolic link.
    Link {
        /// The link.
        output: PathBuf,
        /// Where it points.
        target: PathBuf,
    },
    /// A link lies where a folder or file of the output should, or on the way to it.
    LinkInside(PathBuf),
    /// What a build left was not left by this person's fcsite on this computer.
    NotOurs(PathBuf),
    /// The output is there, but is no folder.
    NotAFolder(PathBuf),
    /// The output holds what fcsite did not write.
    Foreign {
        /// The folder.
        output: PathBuf,
        /// The first few, relative to the folder.
        files: Vec<String>,
        /// There are more than these.
        more: bool,
    },
    /// The list of fcsite's own files in the output is damaged, so nobody knows which files those are.
    Damaged(PathBuf),
    /// Another fcsite is publishing to the same folder.
    Busy(PathBuf),
    /// Something that fcsite did not make lies where it would make its own file or folder.
    InTheWay(PathBuf),
    /// A path that must not be written.
    BadPath {
        /// The path as given.
        path: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The same file was put twice.
    Twice(String),
    /// The same path was put as a file and as a folder.
    FileAndFolder(String),
    /// A build of some folders tried to write outside them.
    NotOwned(String),
    /// A file was begun and not written whole.
    Unfinished(String),
    /// Of what was built apart, nothing has a municipality.
    NoPart {
        /// The municipality.
        name: String,
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// Two outputs that were built apart have the same municipality.
    TwoParts {
        /// The municipality.
        name: String,
        /// The one.
        one: PathBuf,
        /// The other.
        other: PathBuf,
    },
    /// A file of an output that was built apart is not what its list says, or the list itself is torn.
    TornPart(PathBuf),
    /// The disk refused.
    Io {
        /// What was tried, as the end of "could not …".
        doing: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        error: io::Error,
    },
}

impl PublishError {
    /// The disk is full, or the person's share of it is.
    pub fn is_disk_full(&self) -> bool {
        use io::ErrorKind::{FileTooLarge, QuotaExceeded, StorageFull};
        matches!(self, Self::Io { error, .. } if matches!(error.kind(), StorageFull | QuotaExceeded | FileTooLarge))
    }
}

/// For `map_err`: what was tried, with what.
pub(super) fn io<N: NamedPath + ?Sized>(
    doing: &'static str,
    named: &N,
) -> impl FnOnce(io::Error) -> PublishError {
    move |error| match named.link() {
        Some(link) if ground::is_link(&error) => PublishError::LinkInside(link),
        _ => PublishError::Io { doing, path: named.shown(), error },
    }
}

/// What a walk could not look into, as an error of ours.
pub(super) fn unseen_in(folder: &Place, unseen: Unseen) -> PublishError {
    io("look into", &folder.join(unseen.path))(unseen.error)
}

/// What a message can name.
pub(super) trait NamedPath {
    /// Its path.
    fn shown(&self) -> PathBuf;

    /// The link on the way to it, if one lies there.
    fn link(&self) -> Option<PathBuf> {
        None
    }
}

impl NamedPath for Path {
    fn shown(&self) -> PathBuf {
        self.to_owned()
    }
}

impl NamedPath for Place {
    fn shown(&self) -> PathBuf {
        self.path()
    }

    fn link(&self) -> Option<PathBuf> {
        self.link_on_the_way()
    }
}

impl PublishError {
    /// Why, in a message.
    pub fn phrase(&self) -> Phrase {
        let of = |key: &'static str, path: &Path| Phrase::new(key).with("path", path.display());
        let named = |key: &'static str, path: &String| Phrase::new(key).with("path", path);
        match self {
            Self::CurrentFolder(path) => of("publish-current-folder", path),
            Self::Root(path) => of("publish-root", path),
            Self::Home(path) => of("publish-home", path),
            Self::Source { output, source } => of("publish-source", output).with("source", source.display()),
            Self::Link { output, target } => of("publish-link", output).with("target", target.display()),
            Self::LinkInside(path) => of("publish-link-inside", path),
            Self::NotOurs(path) => of("publish-not-ours", path),
            Self::NotAFolder(path) => of("publish-not-a-folder", path),
            Self::Foreign { output, files, more } => of("publish-foreign", output)
                .with("files", files.join(", "))
                .with("more", if *more { "yes" } else { "no" }),
            Self::Damaged(path) => of("publish-damaged", path),
            Self::Busy(path) => of("publish-busy", path),
            Self::InTheWay(path) => of("publish-in-the-way", path),
            Self::BadPath { path, .. } => named("publish-bad-path", path),
            Self::Twice(path) => named("publish-twice", path),
            Self::FileAndFolder(path) => named("publish-file-and-folder", path),
            Self::NotOwned(path) => named("publish-not-owned", path),
            Self::Unfinished(path) => named("publish-unfinished", path),
            Self::NoPart { name, folder } => of("publish-no-part", folder).with("name", name),
            Self::TwoParts { name, one, other } => {
                of("publish-two-parts", one).with("other", other.display()).with("name", name)
            }
            Self::TornPart(path) => of("publish-torn-part", path),
            Self::Io { path, .. } if self.is_disk_full() => of("publish-full", path),
            Self::Io { path, error, .. } => match error.kind() {
                io::ErrorKind::PermissionDenied => of("publish-denied", path),
                io::ErrorKind::ReadOnlyFilesystem => of("publish-read-only", path),
                _ => of("publish-system", path).with("said", error),
            },
        }
    }
}

impl std::error::Error for PublishError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { error, .. } => Some(error),
            _ => None,
        }
    }
}

/// For whoever reads the code: people are told by [`PublishError::phrase`].
impl fmt::Display for PublishError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}
