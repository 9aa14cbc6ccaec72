//! The memory between two builds.
//!
//! It holds fingerprints and metadata, no bodies and no pages: a few hundred bytes a page. What it holds is never trusted
//! further than its fingerprint reaches, so that a build with a memory gives the same bytes as one without.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::base::{Diagnostic, Fingerprint, OutputPath, Phrase, SetPrint, SourcePath};
use crate::model::Waiting;
use crate::parse::values::Lang;
use crate::parse::{Document, Role};
use crate::plan::{FeedEntry, Shelves, Summary};
use crate::theme::Theme;

/// What the last build knew.
#[derive(Clone, Default, Debug)]
pub struct Memory {
    /// Files of content are not remembered as they were understood, which takes most of the room: for a process that builds once.
    pub(crate) is_light: bool,
    /// What the files of each input folder are for, by its name.
    pub(crate) listings: HashMap<String, Arc<KnownListing>>,
    /// Shared files of content, and the centres that they show, as they were understood.
    pub(crate) documents: KnownDocuments,
    /// Themes by name.
    pub(crate) themes: HashMap<String, Arc<KnownTheme>>,
    /// Municipalities by id.
    pub(crate) municipalities: HashMap<String, Arc<KnownSection>>,
    /// The region's own part.
    pub(crate) region: Arc<KnownSection>,
    /// The words of shared texts, in order.
    pub(crate) shelves: Shelves,
}

impl Memory {
    /// Nothing but the themes: they need not be loaded again, since they are known by the bytes of their files.
    pub fn themes_alone(&self) -> Self {
        Self { themes: self.themes.clone(), ..Self::default() }
    }

    /// What the next build begins with.
    pub(crate) fn begin_next(&self) -> Self {
        let (region, shelves) = (self.region.clone(), self.shelves.next());
        Self { region, shelves, is_light: self.is_light, ..Self::default() }
    }

    /// Takes over what another knows of files of content and of themes, and nothing of what was made.
    pub(crate) fn learn(&mut self, other: Self) {
        self.listings.extend(other.listings);
        self.documents.extend(other.documents);
        self.themes.extend(other.themes);
        for (id, section) in other.municipalities {
            let own = self.municipalities.entry(id).or_default();
            if !Arc::ptr_eq(own, &section) {
                let known = section.documents.iter().map(|(path, known)| (path.clone(), known.clone()));
                Arc::make_mut(own).documents.extend(known);
            }
        }
    }

    /// Takes over municipalities and documents as they were, where there is to be a memory: a slip in `site.yaml` does not make them
    /// forgotten.
    pub(crate) fn keep_what_was_known(&mut self, old: &Self, remember: bool) {
        if !remember {
            return;
        }
        self.municipalities.clone_from(&old.municipalities);
        self.documents.extend(old.documents.iter().map(|(path, known)| (path.clone(), known.clone())));
    }
}

/// Files of content by their paths.
pub(crate) type KnownDocuments = HashMap<SourcePath, Arc<KnownDocument>>;

/// Output files by their paths.
pub(crate) type KnownFiles = HashMap<OutputPath, Arc<KnownFile>>;

/// What the files of an input folder are for. It depends on their names alone.
#[derive(Clone, Debug)]
pub(crate) struct KnownListing {
    /// The names.
    pub listing: Fingerprint,
    /// The files that a build uses.
    pub files: Vec<(SourcePath, Role)>,
    /// The folder has files that belong to a municipality, or try to.
    pub is_municipality: bool,
    /// What is wrong with the names.
    pub diagnostics: Vec<Diagnostic>,
}

/// A file of content as it was understood.
#[derive(Clone, Debug)]
pub(crate) struct KnownDocument {
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What it says; none when it is too broken to say anything.
    pub document: Option<Document>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A theme as it was loaded.
#[derive(Clone, Debug)]
pub(crate) struct KnownTheme {
    /// The files of its chain.
    pub fingerprint: Fingerprint,
    /// The theme; none when it could not be loaded.
    pub theme: Option<Arc<Theme>>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A municipality, or the region's own part, as it was built.
#[derive(Clone, Default, Debug)]
pub(crate) struct KnownSection {
    /// Everything that it was made of: its files, the shared part, its theme, the settings. None when it is not whole: then only
    /// single documents and output files of it are known.
    pub key: Option<Fingerprint>,
    /// Its files as they were understood; none of one that an earlier process built, and none of the region.
    pub documents: KnownDocuments,
    /// What the region needs to know of a municipality.
    pub summary: Option<Arc<KnownSummary>>,
    /// Its output files.
    pub files: KnownFiles,
    /// Its output files with their bytes, as one.
    pub print: SetPrint,
    /// How many of them are pages that people read.
    pub pages: usize,
    /// How many of its own texts are not published now.
    pub waiting: Waiting,
    /// What was made otherwise than it was given.
    pub remarks: Vec<Phrase>,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

impl KnownSection {
    /// The fingerprint of its output files.
    pub fn print_of(files: &KnownFiles) -> SetPrint {
        let mut print = SetPrint::default();
        files.iter().for_each(|(path, file)| print.add(path.as_str(), file.fingerprint));
        print
    }
}

/// What the region needs to know of a municipality.
#[derive(Clone, Debug)]
pub(crate) struct KnownSummary {
    /// All of it but the texts of its news.
    pub fingerprint: Fingerprint,
    /// What it says; of a municipality that an earlier process built only once it is asked for.
    pub whole: OnceLock<Arc<Summary>>,
    /// What an earlier process said of it.
    pub outline: Option<Outline>,
}

/// A summary whose centres are still to be read from their files.
#[derive(Clone, Debug)]
pub(crate) struct Outline {
    /// All but the centres.
    pub summary: Summary,
    /// The centres' files and their bytes.
    pub centres: Vec<(SourcePath, Fingerprint)>,
}

impl KnownSummary {
    /// A summary that was made just now.
    pub fn new(summary: Summary) -> Self {
        let fingerprint = summary.fingerprint();
        Self { fingerprint, whole: OnceLock::from(Arc::new(summary)), outline: None }
    }

    /// What it says of its news.
    pub fn news(&self) -> &[(Lang, Vec<FeedEntry>)] {
        let outline = || self.outline.as_ref().map(|outline| &outline.summary);
        self.whole.get().map(Arc::as_ref).or_else(outline).map_or(&[], |summary| &summary.news)
    }
}

/// An output file as it was made.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct KnownFile {
    /// Its job's key.
    pub key: Fingerprint,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What was found while it was made: a page that is not made again still warns.
    pub diagnostics: Vec<Diagnostic>,
}
