//! A folder of content: its documents, sorted by kind.

use std::cell::LazyCell;
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::base::{At, Code, Diagnostic, Fingerprint, Gaps, SourcePath};
use crate::parse::article::{ArticleHead, Headed as _, News, Page};
use crate::parse::centre::Centre;
use crate::parse::map::MapGround;
use crate::parse::municipality::Municipality;
use crate::parse::{Content, Document};

/// A value and the file that it came from.
#[derive(Debug)]
pub struct Sourced<T> {
    pub path: SourcePath,
    /// The file's bytes.
    pub fingerprint: Fingerprint,
    /// What it says.
    pub value: Arc<T>,
}

impl<T> Clone for Sourced<T> {
    fn clone(&self) -> Self {
        Self { path: self.path.clone(), fingerprint: self.fingerprint, value: self.value.clone() }
    }
}

impl<T> PartialEq for Sourced<T> {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.fingerprint == other.fingerprint
    }
}

impl<T> Eq for Sourced<T> {}

/// The bytes of the file stand for everything in it.
impl<T> Hash for Sourced<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.path.hash(state);
        self.fingerprint.hash(state);
    }
}

/// A municipality's folder, or the shared one.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Its name.
    pub id: String,
    /// `municipality.yaml`.
    pub config: Option<Sourced<Municipality>>,
    pub centres: Vec<Sourced<Centre>>,
    pub news: Vec<Sourced<News>>,
    pub pages: Vec<Sourced<Page>>,
    pub images: Vec<SourcePath>,
    /// Its documents.
    pub attachments: Vec<SourcePath>,
    /// `map.geojson`.
    pub map: Option<Sourced<MapGround>>,
    /// The warnings that its files turn off.
    pub off: HashMap<SourcePath, Vec<Code>>,
    /// How many centres it has beyond those that a municipality may have.
    pub beyond: usize,
}

/// How many centres a municipality may have. Stockholm has some forty.
const MOST_CENTRES: usize = 1500;

impl Folder {
    /// An empty folder.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_string(), ..Self::default() }
    }

    /// Adds a document.
    pub fn add(&mut self, document: &Document) {
        let path = document.path.clone();
        let fingerprint = document.fingerprint;
        if !document.content.off().is_empty() {
            self.off.insert(path.clone(), document.content.off().to_vec());
        }
        match &document.content {
            Content::Site(_) => {}
            Content::Municipality(value) => {
                self.config = Some(Sourced { path, fingerprint, value: value.clone() })
            }
            // What is too many is told, and nothing is compared with it.
            Content::Centre(_) if self.centres.len() == MOST_CENTRES => self.beyond += 1,
            Content::Centre(value) => self.centres.push(Sourced { path, fingerprint, value: value.clone() }),
            Content::News(value) => self.news.push(Sourced { path, fingerprint, value: value.clone() }),
            Content::Map(value) => self.map = Some(Sourced { path, fingerprint, value: value.clone() }),
            Content::Page(value) => self.pages.push(Sourced { path, fingerprint, value: value.clone() }),
        }
    }

    /// How many centres there are and may be, where there are too many.
    pub fn overfull(&self) -> Option<(usize, usize)> {
        (self.beyond > 0).then_some((MOST_CENTRES + self.beyond, MOST_CENTRES))
    }

    /// Turns the places in its files' lists, which were counted without what could not be read, into the files' own.
    pub fn right_places(&self, found: &mut [Diagnostic]) {
        let centres = LazyCell::new(|| -> HashMap<&SourcePath, &Gaps> {
            self.centres.iter().map(|centre| (&centre.path, &centre.value.gaps)).collect()
        });
        for diagnostic in found.iter_mut().filter(|found| found.place.is_none()) {
            let Some(path) = &diagnostic.file else { continue };
            if let Some(gaps) = self.gaps_of_config(path).or_else(|| centres.get(path).copied()) {
                gaps.right(&mut diagnostic.at);
            }
        }
    }

    /// The same for one place.
    pub fn right_place(&self, path: &SourcePath, at: &mut At) {
        let of_centre = || self.centres.iter().find(|centre| centre.path == *path);
        if let Some(gaps) = self.gaps_of_config(path).or_else(|| of_centre().map(|centre| &centre.value.gaps))
        {
            gaps.right(at);
        }
    }

    fn gaps_of_config(&self, path: &SourcePath) -> Option<&Gaps> {
        self.config.as_ref().filter(|config| config.path == *path).map(|config| &config.value.gaps)
    }

    /// Its news and its pages, each with its file, as far as they are alike.
    pub fn articles(&self) -> impl Iterator<Item = (&SourcePath, ArticleHead<'_>)> {
        let news = self.news.iter().map(|news| (&news.path, news.value.head()));
        news.chain(self.pages.iter().map(|page| (&page.path, page.value.head())))
    }

    /// The warnings that somebody has turned off, by file: those that `init` wrote for its example are nobody's choice.
    pub fn chosen_off(&self) -> impl Iterator<Item = (&SourcePath, &[Code])> {
        let example =
            self.config.as_ref().filter(|config| config.value.is_example()).map(|config| &config.path);
        let all = self.off.iter().map(|(path, codes)| (path, codes.as_slice()));
        all.filter(move |(path, _)| Some(*path) != example)
    }

    /// The warnings that are turned off for a file of the folder.
    pub fn turned_off(&self, path: &SourcePath) -> Vec<Code> {
        let own = self.off.get(path).into_iter().flatten();
        let all = self.config.iter().flat_map(|config| &config.value.off);
        own.chain(all).copied().collect()
    }

    /// Takes away the warnings that a file turns off for itself, or `municipality.yaml` for the folder.
    pub fn silence(&self, found: &mut Vec<Diagnostic>) {
        let everywhere = self.config.as_ref().map_or(&[] as &[Code], |config| &config.value.off);
        let by_file = |file: &SourcePath| self.off.get(file).map_or(&[] as &[Code], Vec::as_slice);
        let at_home = |file: &SourcePath| {
            let inner = file.as_str().strip_prefix("content/").and_then(|rest| rest.strip_prefix(&self.id));
            inner.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        found.retain(|found| match &found.file {
            Some(file) => {
                let here = if at_home(file) { everywhere } else { &[] };
                !found.is_turned_off(by_file(file)) && !found.is_turned_off(here)
            }
            None => true,
        });
    }
}
