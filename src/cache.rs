//! The memory between two builds.
//!
//! It holds fingerprints and metadata, no bodies and no pages: a few hundred bytes a page. What it holds is never trusted
//! further than its fingerprint reaches, so that a build with a memory gives the same bytes as one without.

use std::collections::HashMap;
use std::sync::Arc;

use crate::base::{Diagnostic, Fingerprint, OutputPath, SourcePath};
use crate::parse::Document;
use crate::plan::Summary;
use crate::theme::Theme;

/// What the last build knew.
#[derive(Clone, Default, Debug)]
pub struct Memory {
    /// Files of content as they were understood.
    pub documents: HashMap<SourcePath, Arc<KnownDocument>>,
    /// Themes by name.
    pub themes: HashMap<String, Arc<KnownTheme>>,
    /// Municipalities by id.
    pub municipalities: HashMap<String, Arc<KnownMunicipality>>,
    /// Output files: those of the region, and those of every municipality.
    pub files: HashMap<OutputPath, Arc<KnownFile>>,
}

/// A file of content as it was understood.
#[derive(Clone, Debug)]
pub struct KnownDocument {
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What it says; none when it is too broken to say anything.
    pub document: Option<Document>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A theme as it was loaded.
#[derive(Clone, Debug)]
pub struct KnownTheme {
    /// The files of its chain.
    pub fingerprint: Fingerprint,
    /// The theme; none when it could not be loaded.
    pub theme: Option<Arc<Theme>>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A municipality as it was built.
#[derive(Clone, Debug)]
pub struct KnownMunicipality {
    /// Everything that it was made of: its files, the shared part, its theme, the settings.
    pub key: Fingerprint,
    /// What the region needs to know of it.
    pub summary: Option<Summary>,
    /// Its output files.
    pub files: Vec<OutputPath>,
    /// How many of them are pages that people read.
    pub pages: usize,
    /// What was found.
    pub diagnostics: Vec<Diagnostic>,
}

/// An output file as it was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownFile {
    /// Its job's key.
    pub key: Fingerprint,
    /// Its bytes.
    pub fingerprint: Fingerprint,
    /// What was found while it was made: a page that is not made again still warns.
    pub diagnostics: Vec<Diagnostic>,
}
