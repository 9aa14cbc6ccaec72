//! Inputs: everything that a build may read, as paths, bytes and fingerprints.
//!
//! The core asks for files through this trait and so never touches the disk: a test hands it a map, the host hands it a
//! folder, a watch hands it what it remembers of one. Bytes are fetched when they are needed and dropped after, so that memory
//! does not grow with the site's text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{Fingerprint, SourcePath};

/// The source folder as the core sees it.
pub trait Inputs: Sync {
    /// Every file below `content/` and `themes/`, sorted by path.
    fn paths(&self) -> &[SourcePath];

    /// What of the folder cannot be used at all, such as symbolic links and unreadable folders.
    fn faults(&self) -> &[InputFault] {
        &[]
    }

    /// The bytes of a file.
    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError>;

    /// The fingerprint of a file's bytes, when it is known without reading them again.
    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint>;
}

/// A part of the source folder that cannot be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputFault {
    /// Where.
    pub path: SourcePath,
    /// Why.
    pub error: InputError,
}

/// Why a file could not be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum InputError {
    /// It is a symbolic link, which may lead out of the source folder.
    Symlink,
    /// It is larger than fcsite reads: its size in bytes, and the limit.
    TooLarge(u64, u64),
    /// It is a folder of `content/` with no file in it.
    EmptyFolder,
    /// The system says no, in its words.
    Io(String),
}

/// A source folder in memory, for tests and for those who use fcsite as a library.
#[derive(Clone, Default, Debug)]
pub struct MemoryInputs {
    paths: Vec<SourcePath>,
    files: BTreeMap<SourcePath, (Arc<[u8]>, Fingerprint)>,
}

impl MemoryInputs {
    /// Adds a file, or puts other bytes in its place.
    pub fn insert(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        let bytes: Vec<u8> = bytes.into();
        let fingerprint = Fingerprint::of(&bytes);
        self.files.insert(SourcePath::new(path), (Arc::from(bytes), fingerprint));
        self.paths = self.files.keys().cloned().collect();
    }

    /// Takes a file away and gives its bytes back.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        let removed = self.files.remove(&SourcePath::new(path));
        self.paths = self.files.keys().cloned().collect();
        removed.map(|(bytes, _)| bytes.to_vec())
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(&SourcePath::new(path)).map(|(bytes, _)| bytes.as_ref())
    }
}

impl Inputs for MemoryInputs {
    fn paths(&self) -> &[SourcePath] {
        &self.paths
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        let missing = || InputError::Io("no such file".to_string());
        self.files.get(path).map(|(bytes, _)| Cow::Borrowed(bytes.as_ref())).ok_or_else(missing)
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.files.get(path).map(|(_, fingerprint)| *fingerprint)
    }
}
