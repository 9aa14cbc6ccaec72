//! A folder of content: its documents, sorted by kind.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::base::{Fingerprint, SourcePath};
use crate::parse::article::{News, Page};
use crate::parse::centre::Centre;
use crate::parse::municipality::MunicipalityConfig;
use crate::parse::{Content, Document};

/// A value and the file that it came from.
#[derive(Debug)]
pub struct Sourced<T> {
    /// The file.
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
    pub config: Option<Sourced<MunicipalityConfig>>,
    /// Its centres.
    pub centres: Vec<Sourced<Centre>>,
    /// Its news.
    pub news: Vec<Sourced<News>>,
    /// Its pages.
    pub pages: Vec<Sourced<Page>>,
    /// Its images.
    pub images: Vec<SourcePath>,
}

impl Folder {
    /// An empty folder.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_string(), ..Self::default() }
    }

    /// Adds a document.
    pub fn add(&mut self, document: &Document) {
        let path = document.path.clone();
        let fingerprint = document.fingerprint;
        match &document.content {
            Content::Site(_) => {}
            Content::Municipality(value) => {
                self.config = Some(Sourced { path, fingerprint, value: value.clone() })
            }
            Content::Centre(value) => self.centres.push(Sourced { path, fingerprint, value: value.clone() }),
            Content::News(value) => self.news.push(Sourced { path, fingerprint, value: value.clone() }),
            Content::Page(value) => self.pages.push(Sourced { path, fingerprint, value: value.clone() }),
        }
    }
}
