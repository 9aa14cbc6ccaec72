//! What a build remembers for the next process, in `.fcsite/memory/` of the source folder, a file for each output.
//!
//! Of each municipality: what it was made of as one fingerprint, its output files, what was found, and an outline of what the
//! region needs to know. Of each source file: what the system said of it and its fingerprint, so that an untouched file need not be read.
//! Nothing here is trusted further than its fingerprint reaches, and a memory that is damaged, or that another version of
//! the program or another person wrote, is as good as none. It may be deleted at any time.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::ground;
use super::hidden::Hidden;
use super::source::{KnownSourceFiles, Source, Stat};
use crate::base::{Diagnostic, Fingerprint, OutputPath, Phrase, SourcePath};
use crate::cache::{KnownFile, KnownSection, KnownSummary, Memory, Outline};
use crate::model::Waiting;
use crate::parse::values::{Lang, Text};
use crate::plan::{DataShare, FeedEntry, Summary};

/// The program that wrote it, and what it was compiled for: fingerprints are made in the machine's own order of bytes.
const PROGRAM: &str = concat!("fcsite-memory ", env!("CARGO_PKG_VERSION"), " ", env!("FCSITE_PROGRAM"), "\n");

/// The memory of a hundred thousand pages is no larger.
const MOST: u64 = 1 << 30;

/// Where a memory lies.
#[derive(Clone, Debug)]
pub struct MemoryPlace {
    hidden: Hidden,
    name: String,
}

impl MemoryPlace {
    /// The memory of the builds from a source folder to an output.
    pub fn of(hidden: &Hidden, output: &Path) -> Self {
        let output = ground::real(output).or_else(|_| std::path::absolute(output));
        let output = output.map_or_else(|_| Fingerprint::default(), |output| Fingerprint::of_value(&output));
        Self { hidden: hidden.clone(), name: format!("memory/{output}") }
    }

    /// The memory, if there is one that this person's program of this version wrote.
    pub fn load(&self) -> Option<(Memory, KnownSourceFiles)> {
        let bytes = self.hidden.read(&self.name, MOST)?;
        let stored: Stored = postcard::from_bytes(bytes.strip_prefix(PROGRAM.as_bytes())?).ok()?;
        Some(stored.into_memory())
    }

    /// Keeps a memory for the next process.
    pub fn save(&self, memory: &Memory, source: &Source) -> io::Result<()> {
        self.hidden.tidy();
        let bytes = postcard::to_extend(&Stored::of(memory, source), PROGRAM.as_bytes().to_vec());
        self.hidden.write(&self.name, &bytes.map_err(io::Error::other)?).map(drop)
    }
}

impl fmt::Display for MemoryPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.hidden.shown())
    }
}

/// The memory as it is written.
#[derive(Serialize, Deserialize)]
struct Stored {
    sources: Vec<(SourcePath, Stat, Fingerprint)>,
    municipalities: Vec<(String, StoredSection)>,
    region: StoredSection,
}

#[derive(Serialize, Deserialize)]
struct StoredSection {
    key: Option<Fingerprint>,
    summary: Option<StoredSummary>,
    files: Vec<(OutputPath, KnownFile)>,
    pages: usize,
    waiting: Waiting,
    remarks: Vec<Phrase>,
    diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize, Deserialize)]
struct StoredSummary {
    fingerprint: Fingerprint,
    id: String,
    name: StoredText,
    languages: Vec<Lang>,
    base_url: String,
    news: Vec<(Lang, Vec<FeedEntry>)>,
    data: Vec<DataShare>,
    centres: Vec<(SourcePath, Fingerprint)>,
}

/// A text as it is written: people's own way of writing it in YAML is another.
#[derive(Serialize, Deserialize)]
enum StoredText {
    Plain(String),
    Each(Vec<(Lang, String)>),
}

impl Stored {
    fn of(memory: &Memory, source: &Source) -> Self {
        let mut municipalities: Vec<_> =
            memory.municipalities.iter().map(|(id, known)| (id.clone(), StoredSection::of(known))).collect();
        municipalities.sort_by(|one, other| one.0.cmp(&other.0));
        Self {
            sources: source.known_files().map(|(path, stat, print)| (path.clone(), stat, print)).collect(),
            municipalities,
            region: StoredSection::of(&memory.region),
        }
    }

    fn into_memory(self) -> (Memory, KnownSourceFiles) {
        let section = |(id, stored): (String, StoredSection)| (id, Arc::new(stored.into_known()));
        let memory = Memory {
            municipalities: self.municipalities.into_iter().map(section).collect(),
            region: Arc::new(self.region.into_known()),
            ..Memory::default()
        };
        (memory, self.sources.into_iter().map(|(path, stat, print)| (path, (stat, print))).collect())
    }
}

impl StoredSection {
    fn of(known: &KnownSection) -> Self {
        let mut files: Vec<(OutputPath, KnownFile)> =
            known.files.iter().map(|(path, file)| (path.clone(), file.as_ref().clone())).collect();
        files.sort_by(|one, other| one.0.cmp(&other.0));
        Self {
            key: known.key,
            summary: known.summary.as_deref().and_then(StoredSummary::of),
            files,
            pages: known.pages,
            waiting: known.waiting,
            remarks: known.remarks.clone(),
            diagnostics: known.diagnostics.clone(),
        }
    }

    fn into_known(self) -> KnownSection {
        let files: HashMap<_, _> =
            self.files.into_iter().map(|(path, file)| (path, Arc::new(file))).collect();
        KnownSection {
            key: self.key,
            documents: HashMap::new(),
            summary: self.summary.map(|summary| Arc::new(summary.into_known())),
            print: KnownSection::print_of(&files),
            files,
            pages: self.pages,
            waiting: self.waiting,
            remarks: self.remarks,
            diagnostics: self.diagnostics,
        }
    }
}

impl StoredSummary {
    fn of(known: &KnownSummary) -> Option<Self> {
        let (summary, centres) = match (known.whole.get(), &known.outline) {
            (Some(whole), _) => {
                let centres = whole.centres.iter().map(|centre| (centre.path.clone(), centre.fingerprint));
                (whole.as_ref(), centres.collect())
            }
            (None, Some(outline)) => (&outline.summary, outline.centres.clone()),
            (None, None) => return None,
        };
        Some(Self {
            fingerprint: known.fingerprint,
            id: summary.id.clone(),
            name: match &summary.name {
                Text::Plain(text) => StoredText::Plain(text.clone()),
                Text::Each(texts) => StoredText::Each(texts.clone().into_iter().collect()),
            },
            languages: summary.languages.clone(),
            base_url: summary.base_url.clone(),
            news: summary.news.clone(),
            data: summary.data.clone(),
            centres,
        })
    }

    fn into_known(self) -> KnownSummary {
        let summary = Summary {
            id: self.id,
            name: match self.name {
                StoredText::Plain(text) => Text::Plain(text),
                StoredText::Each(texts) => Text::Each(texts.into_iter().collect()),
            },
            languages: self.languages,
            base_url: self.base_url,
            centres: Vec::new(),
            news: self.news,
            data: self.data,
        };
        let outline = Some(Outline { summary, centres: self.centres });
        KnownSummary { fingerprint: self.fingerprint, whole: OnceLock::new(), outline }
    }
}
