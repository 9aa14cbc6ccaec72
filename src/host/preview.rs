//! A page as it will be, of bytes that are in no file yet: what a watching session knows, held still, and some files with other bytes.
//!
//! It is the build ([`build::preview`]) with another output, which is memory. Nothing is written: not into `content/`, not into what is
//! published, not into what the session remembers.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use super::hidden::Hidden;
use super::pictures::PictureStore;
use super::source::Source;
use crate::base::{Diagnostic, Fingerprint, OutputPath, Phrase, SourcePath};
use crate::build::{self, Alone, Observer, Options, Output, Request};
use crate::cache::Memory;
use crate::input::{InputError, InputFault, InputFolder, Inputs};
use crate::parse::SHARED;
use crate::theme::{self, Tokens};

/// The most bytes that a preview holds: a page, and pictures that the site does not show yet.
const MOST_BYTES: usize = 64 << 20;

/// A file that is there with other bytes, or is gone.
pub type SourceChange = (SourcePath, Option<Vec<u8>>);

/// What a session knew after a build.
pub struct PreviewBench {
    source: Source,
    memory: Memory,
    options: Options,
    pictures: PictureStore,
}

/// A page that is in no file yet.
#[derive(Clone, Default, Debug)]
pub struct Previewed {
    /// Where its pages lie, one for each language, that of the site's own language first; none where something is wrong.
    pub pages: Vec<OutputPath>,
    /// What was made for it, by output path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// What is wrong.
    pub errors: Vec<Diagnostic>,
}

impl PreviewBench {
    /// Holds still what a session knows.
    pub fn new(source: &Source, memory: &Memory, options: &Options, hidden: &Hidden) -> Self {
        Self {
            source: source.snapshot(),
            memory: memory.clone(),
            options: options.clone(),
            pictures: PictureStore::of(hidden),
        }
    }

    /// Looks again at a file that was written since the build.
    pub fn look_at(&mut self, path: &SourcePath) {
        let _ = self.source.look_at(&BTreeSet::from([PathBuf::from(path.as_str())]));
    }

    /// The colours of a theme, for a light screen and for a dark one.
    pub fn colours(&self, theme: &str) -> Option<(Tokens, Option<Tokens>)> {
        theme::colours(theme, &self.source)
    }

    /// What would be wrong with the municipality of a file, and with all where it is what all share, if these files were changed.
    pub fn errors(&mut self, path: &SourcePath, changes: &[SourceChange]) -> Vec<Diagnostic> {
        let all = self.municipalities(path);
        self.make((Alone::File(path), all), changes, &|_| true).errors
    }

    /// The page of a file as it is with these bytes. `has` says whether the site that is shown has a file.
    pub fn preview(
        &mut self,
        path: &SourcePath,
        bytes: &[u8],
        has: &(dyn Fn(&str) -> bool + Sync),
    ) -> Previewed {
        let one = self.municipalities(path).into_iter().take(1).collect();
        self.make((Alone::File(path), one), &[(path.clone(), Some(bytes.to_vec()))], has)
    }

    /// A page as it is with all files as they are now. Nothing of a page of the region, which shows all municipalities.
    pub fn page(&mut self, page: &OutputPath, has: &(dyn Fn(&str) -> bool + Sync)) -> Previewed {
        let folder = page.as_str().split('/').next().unwrap_or_default();
        let content = format!("content/{folder}");
        if folder == SHARED || !self.source.folders().iter().any(|folder| folder.name == content) {
            return Previewed::default();
        }
        self.make((Alone::Page(page), vec![folder.to_string()]), &[], has)
    }

    /// Where the pages of a file lie as it is on the disk.
    pub fn pages(&mut self, path: &SourcePath) -> Vec<OutputPath> {
        let one = self.municipalities(path).into_iter().take(1).collect();
        self.make((Alone::File(path), one), &[], &|_| true).pages
    }

    fn make(
        &mut self,
        (of, only): (Alone<'_>, Vec<String>),
        changes: &[SourceChange],
        has: &(dyn Fn(&str) -> bool + Sync),
    ) -> Previewed {
        let inputs = Replaced::new(&self.source, changes);
        let output = Held { has, files: Mutex::default() };
        let options = Options { only: Some(only), ..self.options.clone() };
        let request = Request {
            inputs: &inputs,
            output: &output,
            pictures: &self.pictures,
            observer: &Nobody,
            options: &options,
        };
        let report = build::preview(&request, &mut self.memory, of);
        let errors = report.diagnostics.into_iter().filter(Diagnostic::is_error).collect::<Vec<_>>();
        let mut pages: Vec<OutputPath> = match of {
            _ if !errors.is_empty() => Vec::new(),
            Alone::File(file) => {
                report.shown.into_iter().filter(|(source, _)| source == file).map(|(_, page)| page).collect()
            }
            Alone::Page(page) => report.made.into_iter().filter(|made| made == page).collect(),
        };
        // Those in the site's own language have the shortest addresses; what is beside a page, such as a poster, comes last.
        pages
            .sort_by_key(|page| (!page.as_str().ends_with("/index.html"), page.as_str().len(), page.clone()));
        let files = output.files.into_inner().unwrap_or_else(PoisonError::into_inner);
        Previewed { pages, files, errors }
    }

    /// The municipalities that show a file: its own, or of what all share, all.
    fn municipalities(&self, path: &SourcePath) -> Vec<String> {
        let owner = path.as_str().split('/').nth(1).unwrap_or_default();
        if owner != SHARED {
            return vec![owner.to_string()];
        }
        let named = self.source.folders().iter().filter_map(|folder| folder.name.strip_prefix("content/"));
        named.filter(|name| *name != owner).map(str::to_string).collect()
    }
}

impl fmt::Debug for PreviewBench {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PreviewBench").finish_non_exhaustive()
    }
}

/// A source folder in which some files have other bytes, are there at all, or are gone.
struct Replaced<'a> {
    source: &'a Source,
    changes: &'a [SourceChange],
    folders: Cow<'a, [InputFolder]>,
}

impl<'a> Replaced<'a> {
    fn new(source: &'a Source, changes: &'a [SourceChange]) -> Self {
        let mut folders = Cow::Borrowed(source.folders());
        for (path, bytes) in changes.iter().filter(|(path, bytes)| source.exists(path) != bytes.is_some()) {
            let name = InputFolder::name_of(path.as_str());
            if let Some(folder) = folders.to_mut().iter_mut().find(|folder| folder.name == name) {
                let others = folder.paths.iter().filter(|other| *other != path).cloned();
                let paths = others.chain(bytes.is_some().then(|| path.clone())).collect();
                *folder = InputFolder::new(name, paths);
            }
        }
        Self { source, changes, folders }
    }

    fn change(&self, path: &SourcePath) -> Option<&Option<Vec<u8>>> {
        self.changes.iter().find(|(changed, _)| changed == path).map(|(_, bytes)| bytes)
    }
}

impl Inputs for Replaced<'_> {
    fn folders(&self) -> &[InputFolder] {
        &self.folders
    }

    fn faults(&self) -> &[InputFault] {
        self.source.faults()
    }

    fn read(&self, path: &SourcePath) -> Result<Cow<'_, [u8]>, InputError> {
        match self.change(path) {
            Some(Some(bytes)) => Ok(Cow::Borrowed(bytes)),
            Some(None) => Err(InputError::Io(Phrase::new("system-missing"))),
            None => self.source.read(path),
        }
    }

    fn known_fingerprint(&self, path: &SourcePath) -> Option<Fingerprint> {
        match self.change(path) {
            Some(bytes) => bytes.as_ref().map(|bytes| Fingerprint::of(bytes)),
            None => self.source.known_fingerprint(path),
        }
    }

    fn known_content(&self, folder: &InputFolder) -> Option<Fingerprint> {
        let is_touched = |(path, _): &SourceChange| InputFolder::name_of(path.as_str()) == folder.name;
        if self.changes.iter().any(is_touched) { None } else { self.source.known_content(folder) }
    }

    fn text_bytes(&self, of: &dyn Fn(&SourcePath) -> bool) -> u64 {
        let changed = self.changes.iter().filter(|(path, _)| of(path));
        let new = changed.filter_map(|(_, bytes)| bytes.as_ref()).map(|bytes| bytes.len() as u64);
        self.source.text_bytes(of).saturating_add(new.sum())
    }
}

/// Files that are held in memory. What the site has already is taken from there, but for pages.
struct Held<'a> {
    has: &'a (dyn Fn(&str) -> bool + Sync),
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl Output for Held<'_> {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase> {
        let mut files = self.files.lock().unwrap_or_else(PoisonError::into_inner);
        let held: usize = files.values().map(Vec::len).sum();
        // A picture too many is not shown; the page is made before its pictures.
        if held + bytes.len() <= MOST_BYTES {
            files.insert(path.to_string(), bytes.to_vec());
        }
        Ok(())
    }

    fn keep(&self, path: &OutputPath, _fingerprint: Fingerprint) -> bool {
        !path.as_str().ends_with(".html") && (self.has)(path.as_str())
    }
}

/// Nobody watches.
struct Nobody;

impl Observer for Nobody {}
