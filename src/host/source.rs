//! The source folder on disk, as the core's inputs: which files there are, and what is known of their bytes.
//!
//! Only `content/` and `themes/` are looked at. Symbolic links are not followed: one could lead out of the folder. A file that
//! has become a link since it was found is not followed either.
//!
//! A watch keeps the value and has it look again where something may have happened ([`Source::look_at`]) or everywhere
//! ([`Source::look`]). Whether anything did happen follows from the bytes: a file whose bytes are the same has not changed,
//! whatever its times say. A fingerprint is taken when a file is read, and believed as long as [`Stat`] says the same.

mod stat;
#[cfg(all(test, unix))]
mod tests;
mod walk;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use self::walk::{Depth, FolderListing, fault_of, relative, walk};
use crate::base::{Fingerprint, Mixer, Phrase, SourcePath, allowance};
use crate::host::ground::{self, FileKind, Ground, Place};
use crate::input::{InputError, InputFault, InputFolder, Inputs, is_written};
use crate::parse::MAX_TEXT_BYTES;
use crate::parse::map::MAX_MAP_BYTES;
use crate::parse::picture::MAX_BYTES;

pub use self::stat::Stat;

/// The folders that a build reads.
pub(crate) const FOLDERS: [&str; 2] = [CONTENT, THEMES];
const CONTENT: &str = "content";
const THEMES: &str = "themes";

/// What is known of files from before: what the system said of each, and its bytes' fingerprint.
pub(crate) type KnownSourceFiles = HashMap<SourcePath, (Stat, Fingerprint)>;

/// Is the folder one that a site is built from? Not by what a link leads to: whoever wrote a repository could have any file asked for.
/// One that cannot be looked at is an error, and not none.
pub(crate) fn is_site(folder: &Path) -> std::io::Result<bool> {
    match Ground::open(folder).and_then(|ground| ground.place().join("content/site.yaml").look()) {
        Ok(look) => Ok(look.kind == FileKind::File),
        Err(error) if ground::is_absent(&error) || ground::is_link(&error) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Is there a folder where the person says?
pub(crate) fn is_folder(folder: &Path) -> bool {
    ground::is_folder(folder)
}

/// The folder without links and dots on the way to it.
pub(crate) fn whole(folder: &Path) -> std::io::Result<PathBuf> {
    ground::real(folder)
}

/// A source folder.
#[derive(Debug, Default)]
pub struct Source {
    root: PathBuf,
    /// The same, opened; none where there is no such folder.
    ground: Option<Place>,
    /// Why it could not be opened, where it may be there all the same.
    closed: Option<InputError>,
    /// Sorted by name.
    folders: Vec<InputFolder>,
    /// For each folder, what is known of its files, in their order.
    known: Vec<KnownSource>,
    faults: Vec<InputFault>,
    /// Files that had other bytes when they were read than when they were looked at.
    moved: Mutex<BTreeSet<PathBuf>>,
    /// The numbers of the files that were earned.
    earned: Mutex<HashSet<u64>>,
}

#[derive(Clone, Debug, Default)]
struct KnownSource {
    files: Vec<KnownSourceFile>,
    content: OnceLock<Fingerprint>,
    faults: Vec<InputFault>,
}

#[derive(Clone, Debug)]
struct KnownSourceFile {
    stat: Stat,
    fingerprint: OnceLock<Fingerprint>,
}

impl KnownSourceFile {
    fn new(stat: Stat, fingerprint: Option<Fingerprint>) -> Self {
        Self { stat, fingerprint: fingerprint.map_or_else(OnceLock::new, OnceLock::from) }
    }
}

impl Source {
    /// Looks at a source folder.
    pub fn scan(root: &Path, known: &KnownSourceFiles) -> Self {
        let mut source = Self { root: root.to_path_buf(), ..Self::default() };
        source.reopen();
        let before = |path: &SourcePath, stat: &Stat| {
            let (old, fingerprint) = known.get(path)?;
            old.is_same(stat).then_some(*fingerprint)
        };
        let found = source.find_all();
        source.take_in(found, &before);
        source
    }

    /// The same as it is known now. What is learned of the one is not told to the other.
    pub fn snapshot(&self) -> Self {
        Self {
            root: self.root.clone(),
            ground: self.ground.clone(),
            closed: self.closed.clone(),
            folders: self.folders.clone(),
            known: self.known.clone(),
            faults: self.faults.clone(),
            moved: Mutex::default(),
            earned: Mutex::default(),
        }
    }

    /// Looks everywhere again. Has anything changed?
    pub fn look(&mut self) -> bool {
        self.reopen();
        let found = self.find_all();
        let old = std::mem::take(&mut self.folders).into_iter().zip(std::mem::take(&mut self.known));
        let old: BTreeMap<String, (InputFolder, KnownSource)> =
            old.map(|(folder, known)| (folder.name.clone(), (folder, known))).collect();
        let before = std::mem::take(&mut self.faults);
        let mut changed = false;
        let mut seen = 0;
        for (name, found) in found {
            let known = old.get(&name);
            seen += usize::from(known.is_some());
            let (folder, next, same) = self.merge(&name, found, known, &BTreeSet::new());
            changed |= !same;
            self.folders.push(folder);
            self.known.push(next);
        }
        self.gather_faults();
        changed || seen < old.len() || self.faults != before
    }

    /// Looks again at these paths, with everything below them. Has anything changed?
    ///
    /// A file that is named is read even where the system says nothing new of it.
    pub fn look_at(&mut self, paths: &BTreeSet<PathBuf>) -> bool {
        self.reopen();
        let mut named: BTreeMap<String, BTreeSet<SourcePath>> = BTreeMap::new();
        for path in paths {
            let Some(inner) = self.within(path) else { return self.look() };
            let inner = inner.as_str();
            match inner.split('/').collect::<Vec<_>>().as_slice() {
                [CONTENT, name] => {
                    named.entry(format!("{CONTENT}/{name}")).or_default();
                    named.entry(CONTENT.to_string()).or_default().insert(SourcePath::new(inner));
                }
                [CONTENT | THEMES, _, ..] => {
                    let folder = InputFolder::name_of(inner).to_string();
                    named.entry(folder).or_default().insert(SourcePath::new(inner));
                }
                [THEMES] => drop(named.entry(inner.to_string()).or_default()),
                // The folder itself, or one above.
                _ => return self.look(),
            }
        }
        let before = std::mem::take(&mut self.faults);
        let mut changed = false;
        for (name, paths) in &named {
            changed |= self.look_into(name, paths);
        }
        self.gather_faults();
        changed || self.faults != before
    }

    /// A path that an event names, as the source folder has it.
    pub fn within(&self, path: &Path) -> Option<SourcePath> {
        let inner =
            if path.is_absolute() { relative(&self.root, path) } else { path.to_str().map(String::from) };
        inner.map(|inner| SourcePath::new(&inner))
    }

    /// Did files change while they were read for a build? Then what was built is of two minds, and better built again.
    pub fn has_moved(&self) -> bool {
        !self.moved.lock().unwrap_or_else(PoisonError::into_inner).is_empty()
    }

    /// Looks again at the files that changed while they were read.
    pub fn settle(&mut self) -> bool {
        let moved = std::mem::take(self.moved.get_mut().unwrap_or_else(PoisonError::into_inner));
        !moved.is_empty() && self.look_at(&moved)
    }

    /// What is known of every file, for a later process.
    pub fn known_files(&self) -> impl Iterator<Item = (&SourcePath, Stat, Fingerprint)> {
        self.folders.iter().zip(&self.known).flat_map(|(folder, known)| {
            let files = folder.paths.iter().zip(&known.files);
            files.filter_map(|(path, file)| Some((path, file.stat, *file.fingerprint.get()?)))
        })
    }

    /// Opens the folder anew: another may have been put in its place.
    fn reopen(&mut self) {
        let opened = Ground::open(&self.root);
        self.closed = opened.as_ref().err().filter(|error| !ground::is_absent(error)).map(fault_of);
        self.ground = opened.ok().map(|ground| ground.place());
    }

    fn walk(&self, folder: &str, depth: Depth) -> FolderListing {
        match (&self.ground, &self.closed) {
            (Some(root), _) => walk(root, folder, depth),
            (None, Some(error)) => FolderListing::faulty(folder, error.clone()),
            (None, None) => FolderListing { is_gone: true, ..FolderListing::default() },
        }
    }

    /// What lies in every folder.
    fn find_all(&self) -> BTreeMap<String, FolderListing> {
        let top = self.walk(CONTENT, Depth::One);
        let mut names = top.folders.clone();
        names.push(THEMES.to_string());
        let mut found: BTreeMap<String, FolderListing> = names
            .into_par_iter()
            .map(|name| {
                let found = self.walk(&name, Depth::All);
                (name, found)
            })
            .collect();
        found.insert(CONTENT.to_string(), top);
        found
    }

    fn take_in(
        &mut self,
        found: BTreeMap<String, FolderListing>,
        before: &dyn Fn(&SourcePath, &Stat) -> Option<Fingerprint>,
    ) {
        for (name, mut found) in found {
            found.files.sort_by(|one, other| one.0.cmp(&other.0));
            let files = found.files.iter().map(|(path, stat)| {
                let known = before(path, stat);
                // It is not read again, and what is made of it is.
                let worth = || found.holes.get(path).copied().unwrap_or(stat.length());
                self.earn(stat, if known.is_some() { worth() } else { 0 });
                KnownSourceFile::new(*stat, known)
            });
            let known = KnownSource {
                files: files.collect(),
                faults: faults_of(&name, &found),
                ..KnownSource::default()
            };
            let paths = found.files.into_iter().map(|(path, _)| path).collect();
            self.folders.push(InputFolder::new(&name, paths));
            self.known.push(known);
        }
        self.gather_faults();
    }

    /// Looks again at a folder. Has anything in it changed?
    fn look_into(&mut self, name: &str, named: &BTreeSet<SourcePath>) -> bool {
        let at = self.folders.binary_search_by(|folder| folder.name.as_str().cmp(name));
        if let Ok(at) = at
            && !named.is_empty()
            && let Some(changed) = self.look_at_files(at, named)
        {
            return changed;
        }
        let depth = if name == CONTENT { Depth::One } else { Depth::All };
        let found = self.walk(name, depth);
        let gone = found.is_gone;
        let Ok(at) = at else {
            if gone {
                return false;
            }
            let at = self.folders.partition_point(|folder| folder.name.as_str() < name);
            let (folder, known, _) = self.merge(name, found, None, named);
            self.folders.insert(at, folder);
            self.known.insert(at, known);
            return true;
        };
        if gone {
            self.folders.remove(at);
            self.known.remove(at);
            return true;
        }
        let old = (self.folders.remove(at), self.known.remove(at));
        let (folder, known, same) = self.merge(name, found, Some(&old), named);
        self.folders.insert(at, folder);
        self.known.insert(at, known);
        !same
    }

    /// Looks again at single files that were known and still are files; none where there is more to look at.
    fn look_at_files(&mut self, at: usize, named: &BTreeSet<SourcePath>) -> Option<bool> {
        let folder = self.folders.get(at)?;
        let mut looked = Vec::with_capacity(named.len());
        for path in named {
            let index = folder.paths.binary_search(path).ok()?;
            let look = self.ground.as_ref()?.join(path.as_str()).look().ok()?;
            let file = KnownSourceFile::new(Stat::of(&look), None);
            if look.kind != FileKind::File {
                return None;
            }
            if let Ok(bytes) = self.read_file(path) {
                let _ = file.fingerprint.set(Fingerprint::of(&bytes));
            }
            looked.push((index, file));
        }
        let known = self.known.get_mut(at)?;
        let mut changed = false;
        for (index, file) in looked {
            let old = known.files.get_mut(index)?;
            changed |= old.fingerprint.get().is_none() || old.fingerprint.get() != file.fingerprint.get();
            *old = file;
        }
        if changed {
            known.content = OnceLock::new();
        }
        Some(changed)
    }

    /// What was found in a folder together with what was known of it. Is it the same?
    fn merge(
        &self,
        name: &str,
        mut found: FolderListing,
        old: Option<&(InputFolder, KnownSource)>,
        named: &BTreeSet<SourcePath>,
    ) -> (InputFolder, KnownSource, bool) {
        found.files.sort_by(|one, other| one.0.cmp(&other.0));
        let faults = faults_of(name, &found);
        let mut same = true;
        let mut files = Vec::with_capacity(found.files.len());
        for (path, stat) in &found.files {
            let place =
                old.and_then(|(folder, known)| known.files.get(folder.paths.binary_search(path).ok()?));
            let fingerprint = place.and_then(|file| file.fingerprint.get().copied());
            let believed = place.is_some_and(|file| file.stat.is_same(stat)) && !named.contains(path);
            let now = match fingerprint {
                Some(_) if !believed => self.read_file(path).ok().map(|bytes| {
                    let print = Fingerprint::of(&bytes);
                    allowance::found(if fingerprint == Some(print) { 0 } else { allowance::worth(&bytes) });
                    print
                }),
                other => other,
            };
            same &= place.is_some() && (now == fingerprint) && (now.is_some() || believed);
            files.push(KnownSourceFile::new(*stat, now));
        }
        let paths = found.files.into_iter().map(|(path, _)| path).collect();
        let mut folder = InputFolder::new(name, paths);
        match old {
            Some((before, known)) if before.listing == folder.listing => {
                // The same names: what is remembered of them need not be compared again.
                folder.paths = before.paths.clone();
                let content = if same { known.content.clone() } else { OnceLock::new() };
                (folder, KnownSource { files, content, faults }, same)
            }
            _ => (folder, KnownSource { files, content: OnceLock::new(), faults }, false),
        }
    }

    fn gather_faults(&mut self) {
        self.faults = self.known.iter().flat_map(|known| known.faults.iter().cloned()).collect();
        self.faults.sort_by(|one, other| one.path.cmp(&other.path));
    }

    fn file(&self, path: &SourcePath) -> Option<&KnownSourceFile> {
        let name = InputFolder::name_of(path.as_str());
        let at = self.folders.binary_search_by(|folder| folder.name.as_str().cmp(name)).ok()?;
        let index = self.folders.get(at)?.paths.binary_search(path).ok()?;
        self.known.get(at)?.files.get(index)
    }

    /// The bytes of a file are found. Under another name they are no more work for whoever wrote them, and no room on their disk.
    fn earn(&self, stat: &Stat, bytes: u64) {
        let mut earned = self.earned.lock().unwrap_or_else(PoisonError::into_inner);
        if bytes > 0 && stat.inode().is_none_or(|inode| earned.insert(inode)) {
            allowance::found(bytes);
        }
    }

    fn read_file(&self, path: &SourcePath) -> Result<Vec<u8>, InputError> {
        let io = |error: std::io::Error| InputError::Io(Phrase::of_system(&error));
        let limit = match path.extension().to_ascii_lowercase().as_str() {
            "md" | "yaml" | "yml" | "html" => MAX_TEXT_BYTES,
            "geojson" => MAX_MAP_BYTES,
            _ => MAX_BYTES as u64,
        };
        let gone = || std::io::Error::from(std::io::ErrorKind::NotFound);
        let place = self.ground.as_ref().ok_or_else(|| io(gone()))?.join(path.as_str());
        let error = match place.read(limit) {
            Ok(bytes) => return Ok(bytes),
            Err(error) if ground::is_link(&error) => return Err(InputError::Symlink),
            Err(error) => error,
        };
        match (error.kind(), place.look()) {
            (std::io::ErrorKind::FileTooLarge, Ok(look)) => Err(InputError::TooLarge(look.length, limit)),
            (_, Ok(look)) if look.kind == FileKind::Link => Err(InputError::Symlink),
            (_, Ok(look)) if look.kind != FileKind::File => {
                Err(InputError::Io(Phrase::new("file-not-a-file")))
            }
            _ => Err(io(error)),
        }
    }
}

/// A folder of `content/` without any file has no `municipality.yaml` either.
fn faults_of(name: &str, found: &FolderListing) -> Vec<InputFault> {
    let mut faults = found.faults.clone();
    let is_municipality = name.starts_with("content/") && name != "content/_shared";
    if is_municipality && found.files.is_empty() && faults.iter().all(|fault| fault.path.as_str() != name) {
        faults.push(InputFault { path: SourcePath::new(name), error: InputError::EmptyFolder });
    }
    faults
}

impl Inputs for Source {
    fn folders(&self) -> &[InputFolder] {
        &self.folders
    }

    fn faults(&self) -> &[InputFault] {
        &self.faults
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        let read = self.read_file(path);
        if let Some(file) = self.file(path) {
            let has_moved = match &read {
                Ok(bytes) => {
                    let fingerprint = Fingerprint::of(bytes);
                    let is_new = file.fingerprint.get().is_none();
                    self.earn(&file.stat, if is_new { allowance::worth(bytes) } else { 0 });
                    *file.fingerprint.get_or_init(|| fingerprint) != fingerprint
                }
                // What could be read before is gone, if only for a moment.
                Err(_) => file.fingerprint.get().is_some(),
            };
            if has_moved {
                let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
                moved.insert(PathBuf::from(path.as_str()));
            }
        }
        read.map(Cow::Owned)
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        self.file(path)?.fingerprint.get().copied()
    }

    fn text_bytes(&self, of: &dyn Fn(&SourcePath) -> bool) -> u64 {
        let all = self.folders.iter().zip(&self.known);
        let files = all.flat_map(|(folder, known)| folder.paths.iter().zip(&known.files));
        files.filter(|(path, _)| of(path) && is_written(path)).map(|(_, file)| file.stat.length()).sum()
    }

    fn known_content(&self, folder: &InputFolder) -> Option<Fingerprint> {
        let at = self.folders.binary_search_by(|other| other.name.cmp(&folder.name)).ok()?;
        let known = self.known.get(at)?;
        if let Some(content) = known.content.get() {
            return Some(*content);
        }
        let mut mixer = Mixer::default();
        for (path, file) in self.folders.get(at)?.paths.iter().zip(&known.files) {
            mixer.add(path).add(file.fingerprint.get()?);
        }
        Some(*known.content.get_or_init(|| mixer.finish128()))
    }
}
