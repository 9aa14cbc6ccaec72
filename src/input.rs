//! Inputs: everything that a build may read, as paths, bytes and fingerprints.
//!
//! The core asks for files through this trait and so never touches the disk: a test hands it a map, the host hands it a
//! folder, a watch hands it what it remembers of one. Bytes are fetched when they are needed and dropped after, so that memory
//! does not grow with the site's text.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer, Phrase, SourcePath};

/// The source folder as the core sees it.
///
/// Its files come sorted into [`InputFolder`]s, because a municipality is the unit of work: of one whose folder is as it was, no
/// file is looked at.
pub trait Inputs: Sync {
    /// The folders below `content/` and `themes/` with every file in them, sorted by name.
    fn folders(&self) -> &[InputFolder];

    /// What of the folder cannot be used at all, such as symbolic links and unreadable folders.
    fn faults(&self) -> &[InputFault] {
        &[]
    }

    /// The bytes of a file.
    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError>;

    /// The fingerprint of a file's bytes, when it is known without reading them again.
    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint>;

    /// What [`content_of`] says of a folder, when it is known without looking at every file.
    fn known_content(&self, _folder: &InputFolder) -> Option<Fingerprint> {
        None
    }

    /// How many bytes of text somebody has written in some of the files: what the size of a site is held against.
    fn text_bytes(&self, of: &dyn Fn(&SourcePath) -> bool) -> u64 {
        let paths = self.folders().iter().flat_map(|folder| folder.paths.iter());
        let texts = paths.filter(|path| of(path) && is_written(path));
        texts.filter_map(|path| self.read(path).ok()).map(|bytes| bytes.len() as u64).sum()
    }

    /// The folder of a name.
    fn folder(&self, name: &str) -> Option<&InputFolder> {
        let folders = self.folders();
        folders.binary_search_by(|folder| folder.name.as_str().cmp(name)).ok().and_then(|at| folders.get(at))
    }

    /// Is there this file?
    fn exists(&self, path: &SourcePath) -> bool {
        let folder = self.folder(InputFolder::name_of(path.as_str()));
        folder.is_some_and(|folder| folder.paths.binary_search(path).is_ok())
    }
}

/// Is it a file of content that people write in?
pub(crate) fn is_written(path: &SourcePath) -> bool {
    path.as_str().starts_with("content/") && matches!(path.extension(), "md" | "yaml" | "yml")
}

/// The files of one folder: `content/botkyrka`, or `themes`, or what lies in `content` itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputFolder {
    /// Its name.
    pub name: String,
    /// Its files at every depth, sorted.
    pub paths: Arc<[SourcePath]>,
    /// The names of its files, as one fingerprint.
    pub listing: Fingerprint,
}

impl InputFolder {
    /// A folder of files.
    pub fn new(name: &str, mut paths: Vec<SourcePath>) -> Self {
        paths.sort();
        let listing = Fingerprint::of_value(&paths);
        Self { name: name.to_string(), paths: Arc::from(paths), listing }
    }

    /// The name of the folder that a file belongs to.
    pub fn name_of(path: &str) -> &str {
        let Some((top, rest)) = path.split_once('/') else { return "" };
        match rest.split_once('/') {
            Some((inner, _)) if top == "content" => &path[..top.len() + 1 + inner.len()],
            _ => top,
        }
    }

    /// Sorts files into their folders.
    pub fn sorted(paths: impl Iterator<Item = SourcePath>) -> Vec<Self> {
        let mut folders: BTreeMap<String, Vec<SourcePath>> = BTreeMap::new();
        for path in paths {
            match folders.get_mut(Self::name_of(path.as_str())) {
                Some(folder) => folder.push(path),
                None => {
                    folders.insert(Self::name_of(path.as_str()).to_string(), vec![path]);
                }
            }
        }
        folders.into_iter().map(|(name, paths)| Self::new(&name, paths)).collect()
    }
}

/// The names and the bytes of a folder's files, as one fingerprint; files whose fingerprint is not known are read.
pub(crate) fn content_of(folder: &InputFolder, inputs: &dyn Inputs) -> Fingerprint {
    if let Some(known) = inputs.known_content(folder) {
        return known;
    }
    let mut mixer = Mixer::default();
    for path in folder.paths.iter() {
        mixer.add(path).add(&fingerprint_of(path, inputs));
    }
    mixer.finish128()
}

/// The fingerprint of a file, read if need be; that of nothing when it cannot be read.
pub(crate) fn fingerprint_of(path: &SourcePath, inputs: &dyn Inputs) -> Fingerprint {
    let read = || inputs.read(path).ok().map(|bytes| Fingerprint::of(&bytes));
    inputs.known_fingerprint(path).or_else(read).unwrap_or_default()
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
    /// It cannot be read, and why.
    Io(Phrase),
}

impl InputError {
    /// What is told of the file.
    pub fn diagnostic(&self, path: &SourcePath) -> Diagnostic {
        let megabytes = |bytes: u64| bytes.div_ceil(1024 * 1024).to_string();
        match self {
            Self::Symlink => Diagnostic::new(Code::Symlink, path, At::File),
            Self::TooLarge(size, limit) => {
                let diagnostic = Diagnostic::new(Code::TooLarge, path, At::File);
                diagnostic.with("size", megabytes(*size)).with("limit", megabytes(*limit))
            }
            Self::EmptyFolder => Diagnostic::new(Code::NotAMunicipality, path, At::File).with("folder", path),
            Self::Io(reason) => {
                Diagnostic::new(Code::Unreadable, path, At::File).saying("reason", reason.clone())
            }
        }
    }
}

/// A source folder in memory, for tests and for those who use fcsite as a library.
#[derive(Clone, Default, Debug)]
pub struct MemoryInputs {
    folders: Vec<InputFolder>,
    files: BTreeMap<SourcePath, (Arc<[u8]>, Fingerprint)>,
}

impl MemoryInputs {
    /// Adds a file, or puts other bytes in its place.
    pub fn insert(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        let bytes: Vec<u8> = bytes.into();
        let fingerprint = Fingerprint::of(&bytes);
        let before = self.files.insert(SourcePath::new(path), (Arc::from(bytes), fingerprint));
        if before.is_none() {
            self.folders = InputFolder::sorted(self.files.keys().cloned());
        }
    }

    /// Takes a file away and gives its bytes back.
    pub fn remove(&mut self, path: &str) -> Option<Vec<u8>> {
        let removed = self.files.remove(&SourcePath::new(path));
        self.folders = InputFolder::sorted(self.files.keys().cloned());
        removed.map(|(bytes, _)| bytes.to_vec())
    }

    /// The bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.files.get(&SourcePath::new(path)).map(|(bytes, _)| bytes.as_ref())
    }

    /// Every file, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &SourcePath> {
        self.files.keys()
    }
}

impl Inputs for MemoryInputs {
    fn folders(&self) -> &[InputFolder] {
        &self.folders
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        let missing = || InputError::Io(Phrase::new("system-missing"));
        self.files.get(path).map(|(bytes, _)| Cow::Borrowed(bytes.as_ref())).ok_or_else(missing)
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.files.get(path).map(|(_, fingerprint)| *fingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_folder_of_its_municipality() {
        for (path, folder) in [
            ("content/botkyrka/news/a.md", "content/botkyrka"),
            ("content/botkyrka/municipality.yaml", "content/botkyrka"),
            ("content/site.yaml", "content"),
            ("themes/base/theme.yaml", "themes"),
            ("themes/x", "themes"),
        ] {
            assert_eq!(InputFolder::name_of(path), folder);
        }
    }
}
