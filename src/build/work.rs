//! What all parts of a build share, and what each of them gives back.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::themes::Themes;
use super::{Alone, BuildReport, Phase, Request};
use crate::base::{At, Diagnostic, Fingerprint, SourcePath};
use crate::cache::{KnownDocument, KnownDocuments, KnownFiles, KnownSection, KnownSummary, Memory};
use crate::input::Inputs;
use crate::model::Section;
use crate::parse::markdown::Body;
use crate::parse::{self, Parsed, Role};

/// What all parts of a build share.
pub struct Work<'a> {
    /// What the build works with.
    pub request: &'a Request<'a>,
    /// What the last build knew.
    pub old: &'a Memory,
    /// Is this one remembered?
    pub remember: bool,
    /// Are the municipalities only summed up, since their folders are made elsewhere?
    pub is_apart: bool,
    /// What alone is made.
    pub alone: Option<Alone<'a>>,
    /// Has something gone wrong, so that nothing will be published?
    pub failed: &'a AtomicBool,
    /// Is the memory not what the source folder says, so that it is better forgotten?
    pub forgotten: &'a AtomicBool,
    pub themes: Themes<'a>,
    /// How large the site may become.
    pub room: SiteBudget,
}

/// How large a site may become. Each list and text has a bound; what they make together has this one, so that no few lines fill a disk.
#[derive(Default)]
pub struct SiteBudget {
    municipalities: u64,
    handed: AtomicU64,
    most: OnceLock<u64>,
    is_full: AtomicBool,
}

/// What every site may have, in bytes: more than the largest region needs.
const ROOM: u64 = 150 << 20;

/// What each municipality adds: its own pages in many languages, with all that the region shares.
const ROOM_OF_MUNICIPALITY: u64 = 4 << 20;

/// What each byte of text adds. A centre's file with a full programme in eight languages makes four hundred, most of a site a tenth of that.
const ROOM_OF_BYTE: u64 = 200;

impl SiteBudget {
    /// The room of a site with so many municipalities.
    pub fn of(municipalities: usize) -> Self {
        Self { municipalities: municipalities as u64, ..Self::default() }
    }

    /// Takes up room for a file; what there is, in megabytes, where it is too small. Made pictures do not count: they have a bound of their own.
    pub fn take(&self, bytes: usize, inputs: &dyn Inputs) -> Result<(), u64> {
        let handed = self.handed.fetch_add(bytes as u64, Ordering::Relaxed) + bytes as u64;
        // How much is written is asked of those alone who could be refused.
        let most = || {
            let texts = inputs.text_bytes(&|_| true).saturating_mul(ROOM_OF_BYTE);
            texts.saturating_add(ROOM + self.municipalities * ROOM_OF_MUNICIPALITY)
        };
        if handed <= ROOM || handed <= *self.most.get_or_init(most) {
            return Ok(());
        }
        self.is_full.store(true, Ordering::Relaxed);
        Err(self.most.get_or_init(most) >> 20)
    }

    /// Has more been handed over than there is room for?
    pub fn is_full(&self) -> bool {
        self.is_full.load(Ordering::Relaxed)
    }
}

/// The bodies of the texts that were read just now.
pub type Bodies = HashMap<SourcePath, Arc<Body>>;

/// What came of a part of the build.
#[derive(Default)]
pub struct Finished {
    /// What it adds to what is told of the whole.
    pub report: BuildReport,
    /// What the region needs to know.
    pub summary: Option<Arc<KnownSummary>>,
    /// The municipality as it was understood, where it is the only one.
    pub section: Option<Section>,
    /// To be remembered: output files.
    pub files: KnownFiles,
    /// To be remembered: the municipality.
    pub municipality: Option<(String, Arc<KnownSection>)>,
}

impl Finished {
    /// A part of which nothing is made, and what was found in it.
    pub fn told(diagnostics: Vec<Diagnostic>) -> Self {
        Self { report: BuildReport { diagnostics, ..BuildReport::default() }, ..Self::default() }
    }

    /// Adds this part to the whole.
    pub fn add_to(self, report: &mut BuildReport, next: &mut Memory) {
        report.add(self.report);
        next.municipalities.extend(self.municipality);
    }
}

/// Some files, read and understood.
#[derive(Default)]
pub struct Read {
    /// The documents, in the order of their paths.
    pub documents: Vec<(SourcePath, Arc<KnownDocument>)>,
    /// Their bodies, where they were read just now.
    pub bodies: Bodies,
}

impl Work<'_> {
    /// Remembers the part that lies at the top of the output. Where something is wrong nothing is published, and what was known before
    /// is what the output has.
    pub fn remember_top(&self, key: Option<Fingerprint>, finished: &mut Finished, next: &mut Memory) {
        let failed = self.failed.load(Ordering::Relaxed) || finished.report.has_errors();
        if !self.remember || failed {
            return;
        }
        next.region = Arc::new(KnownSection {
            key,
            print: KnownSection::print_of(&finished.files),
            files: std::mem::take(&mut finished.files),
            pages: finished.report.pages,
            diagnostics: finished.report.diagnostics.clone(),
            ..KnownSection::default()
        });
    }

    /// Says that the site's own theme does not exist, if so.
    pub fn missing_theme(&self, theme: &str, site: &SourcePath) -> Option<Diagnostic> {
        let at = At::field("theme");
        (!self.themes.exists(theme)).then(|| self.themes.missing(theme, site, at))
    }

    /// Reads files of content, or knows them from before.
    pub fn read(&self, files: &[(SourcePath, Role)], old: &KnownDocuments) -> Read {
        self.request.observer.stage(Phase::Parse);
        let texts = files
            .iter()
            .filter(|(_, role)| !matches!(role, Role::Image { .. } | Role::Attachment { .. }))
            .collect::<Vec<_>>();
        let one = |(path, role): &&(SourcePath, Role)| {
            let (known, body) = self.read_one(path, role, old);
            (path.clone(), known, body)
        };
        // A folder of a few files is not worth a second thread.
        let all: Vec<_> = if texts.len() < 32 {
            texts.iter().map(one).collect()
        } else {
            texts.par_iter().with_min_len(8).map(one).collect()
        };
        let mut read = Read::default();
        for (path, known, body) in all {
            if let Some(body) = body {
                read.bodies.insert(path.clone(), Arc::new(body));
            }
            read.documents.push((path, known));
        }
        read
    }

    fn read_one(
        &self,
        path: &SourcePath,
        role: &Role,
        old: &KnownDocuments,
    ) -> (Arc<KnownDocument>, Option<Body>) {
        let inputs = self.request.inputs;
        if let Some(known) = old.get(path)
            && inputs.known_fingerprint(path) == Some(known.fingerprint)
        {
            return (known.clone(), None);
        }
        let Parsed { fingerprint, document, body, diagnostics } = match inputs.read(path) {
            Ok(bytes) => parse::parse(path, role, &bytes),
            Err(error) => parse::unread(path, role, error.diagnostic(path)),
        };
        (Arc::new(KnownDocument { fingerprint, document, diagnostics }), body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::MemoryInputs;

    #[test]
    fn the_room_of_a_site_grows_with_its_municipalities_and_with_what_is_written() {
        let mut inputs = MemoryInputs::default();
        inputs.insert("content/a/news/x.md", vec![b'a'; 1 << 20]);
        // A picture is no text.
        inputs.insert("content/a/images/x.png", vec![0; 50 << 20]);
        let room = SiteBudget::of(2);
        let most = 150 + 2 * 4 + 200;
        for _ in 0..most {
            assert_eq!(room.take(1 << 20, &inputs), Ok(()));
        }
        assert_eq!(room.take(1, &inputs), Err(most));
    }
}
