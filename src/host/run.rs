//! Runs a build on this machine: scans the source, builds, publishes, and says what came of it.

use std::borrow::BorrowMut;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::clock;
use super::hidden::{self, Hidden};
use super::memory::MemoryPlace;
use super::pictures::PictureStore;
use super::progress::Watcher;
use super::publish::{
    self, Fate, OutputDraft, PublishError, PublishOptions, Published, Retain, SiteOutput, SiteParts,
};
use super::renamed::{PublicSite, Renamed};
use super::report::Counts;
use super::report::changes::Changes;
use super::source::{FOLDERS, Source};
use crate::base::{Code, Diagnostic, Fingerprint, OutputPath, Phrase, SetPrint, Severity};
use crate::build::{self, BuildReport, Options, Output, Request};
use crate::cache::Memory;
use crate::survey::Survey;

/// What to build, and where to.
#[derive(Clone, Debug)]
pub struct BuildJob {
    /// The source folder.
    pub source: PathBuf,
    /// The output folder.
    pub output: PathBuf,
    /// What decides what is on the pages.
    pub options: Options,
    /// Is what the last build remembered left aside?
    pub full: bool,
    /// Are warnings errors?
    pub strict: bool,
    /// Flush to the disk before the exchange?
    pub sync: bool,
    /// The message of a progress bar, where there is one.
    pub bar: Option<String>,
    /// Is it timed?
    pub timed: bool,
    /// Does only the person who writes see it? Then nothing is said of what becomes of addresses, nor of drafts.
    pub private: bool,
}

impl BuildJob {
    /// The folders that it reads.
    pub fn folders(&self) -> [PathBuf; 2] {
        FOLDERS.map(|folder| self.source.join(folder))
    }

    /// How it publishes. The site that is replaced is kept in the hidden folder, for the next build to start from.
    pub(super) fn publishing(&self, hidden: Hidden, in_place: bool) -> PublishOptions {
        PublishOptions {
            sync: self.sync,
            only: self.options.only.clone(),
            in_place,
            spare: Some(self.source.join(hidden::NAME)),
            hidden: Some(hidden),
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Was the site published?
    pub published: bool,
    /// What was counted.
    pub counts: Counts,
    /// What is wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// What was made otherwise than it was given, a line each.
    pub remarks: Vec<Phrase>,
    /// What changed for readers; none where that is not told.
    pub changes: Option<Changes>,
    /// What the output has now.
    pub(super) listing: Option<Fingerprint>,
    /// How long each part took: its name, and the time of all threads together.
    pub timings: Vec<(String, Duration)>,
}

impl Outcome {
    /// Must nothing be published?
    pub(super) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// Says how long each part of the work took.
    fn time(&mut self, scanned: Duration, watcher: &Watcher) {
        self.timings.push(("scan".to_string(), scanned));
        let stages = watcher.timings().into_iter();
        self.timings.extend(stages.map(|(stage, time)| (format!("{stage:?}").to_lowercase(), time)));
    }

    /// Takes over what publishing did.
    fn count(&mut self, published: &Published, noted: Changes) {
        self.published = true;
        if let Some(changes) = &mut self.changes {
            let Changes { new, changed, removed, removed_files, .. } = noted;
            (changes.new, changes.removed, changes.removed_files) = (new, removed, removed_files);
            changes.changed = Some(changed.unwrap_or_default());
        }
        let counts = &mut self.counts;
        (counts.new, counts.changed) = (published.new, published.changed);
        (counts.removed, counts.unchanged) = (published.removed, published.unchanged);
        if !published.found.is_empty() {
            self.diagnostics
                .push(Diagnostic::anywhere(Code::Strangers).with("files", published.found.join(", ")));
        }
    }
}

/// How often a build is begun anew because files change while they are read.
const MOST_TRIES: u32 = 3;

/// Builds and publishes.
pub fn run(job: &BuildJob) -> Outcome {
    until_still(MOST_TRIES, |is_last| run_once(job, None, is_last))
}

/// Builds the region's own part, puts it together with municipalities that were built apart, each in an output in this folder, and
/// publishes the whole.
pub fn put_together(job: &BuildJob, parts: &Path) -> Outcome {
    until_still(MOST_TRIES, |is_last| run_once(job, Some(parts), is_last))
}

/// Builds, and anew while files change as they are read, so many times at the most. A build is told whether it is the last one, and says whether
/// files had changed.
pub(super) fn until_still<T>(most: u32, mut build: impl FnMut(bool) -> (T, bool)) -> T {
    for _ in 1..most {
        let (built, has_moved) = build(false);
        if !has_moved {
            return built;
        }
    }
    build(true).0
}

fn run_once(job: &BuildJob, parts: Option<&Path>, is_last: bool) -> (Outcome, bool) {
    let began = clock::instant();
    let watcher = Watcher::new(job.bar.clone(), job.timed);
    let hidden = Hidden::of(&job.source);
    let place = MemoryPlace::of(&hidden, &job.output);
    let (memory, known) = if job.full || parts.is_some() { None } else { place.load() }.unwrap_or_default();
    let mut memory = Memory { is_light: true, ..memory };
    let source = Source::scan(&job.source, &known);
    let scanned = began.elapsed();
    let pictures = PictureStore::of(&hidden);
    let at_hand = |output| AtHand { source: &source, pictures: &pictures, observer: &watcher, output };
    let options = job.publishing(hidden, false);
    let folders = job.folders();
    let sources: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    if let Some(mut outcome) = first_look(job, &sources, || make_of(job, parts, &at_hand(&Nowhere), None).0) {
        watcher.finish();
        finish(job, &mut outcome, began.elapsed());
        return (outcome, false);
    }
    let mut outcome = match publish::open(&job.output, &sources, options) {
        Ok(draft) => {
            let renamed = Renamed::default();
            let drafted = Drafted { draft: &draft, renamed: &renamed, public: None };
            let (mut outcome, report) = make_of(job, parts, &at_hand(&drafted), Some(&mut memory));
            if source.has_moved() {
                if !is_last {
                    watcher.finish();
                    return (outcome, true);
                }
                // Some pages may show old bytes and some new: what is remembered would not be what was published.
                memory = Memory::default();
            }
            if let Some(parts) = parts.filter(|_| !outcome.has_errors()) {
                take_parts(job, parts, (&drafted, &report.municipalities), &mut outcome);
            }
            outcome.diagnostics.extend(renamed.found());
            if !outcome.has_errors()
                && let Some(output) = land(job, draft, Some(&is_retained), (&report, &mut outcome))
            {
                outcome.listing = Some(output.listing());
                outcome.counts.look_ahead(job, &source);
            }
            if outcome.published
                && parts.is_none()
                && let Err(error) = place.save(&memory, &source)
            {
                tell_unusable(&mut outcome, &place, &error);
            }
            outcome
        }
        // The content is checked all the same: all that is wrong is said at once.
        Err(error) => unpublished(job, &error, make_of(job, parts, &at_hand(&Nowhere), None).0),
    };
    watcher.finish();
    finish(job, &mut outcome, began.elapsed());
    if job.timed {
        outcome.time(scanned, &watcher);
    }
    (outcome, false)
}

fn unpublished(job: &BuildJob, error: &PublishError, mut outcome: Outcome) -> Outcome {
    outcome.diagnostics.insert(0, refused(error, &job.output));
    outcome
}

/// Builds all, or the region's own part alone where there are parts.
fn make_of(
    job: &BuildJob,
    parts: Option<&Path>,
    at_hand: &AtHand<'_>,
    memory: Option<&mut Memory>,
) -> (Outcome, BuildReport) {
    match parts {
        Some(_) => make_by(job, at_hand, build::build_region),
        None => make(job, at_hand, memory),
    }
}

/// Takes municipalities that were built apart into a stage.
fn take_parts(
    job: &BuildJob,
    parts: &Path,
    (drafted, all): (&Drafted<'_, SiteOutput>, &[String]),
    outcome: &mut Outcome,
) {
    match SiteParts::open(&job.source, parts)
        .and_then(|parts| parts.put_into(&|path, bytes| drafted.take(path, bytes), all))
    {
        Ok(pages) => outcome.counts.pages += pages,
        Err(error) => outcome.diagnostics.push(refused(&error, &job.output)),
    }
}

/// Publishes what was made, and says what came of it. Gives the output back where that went well.
pub(super) fn land<P: BorrowMut<SiteOutput>>(
    job: &BuildJob,
    draft: OutputDraft<P>,
    retain: Retain<'_>,
    (report, outcome): (&BuildReport, &mut Outcome),
) -> Option<P> {
    let mut noted = Changes::default();
    match draft.publish_telling(retain, &mut |fate, path| note(&mut noted, fate, path)) {
        Ok((published, output)) => {
            outcome.count(&published, noted);
            outcome.changes.iter_mut().for_each(|changes| changes.find_sources(&report.shown));
            Some(output)
        }
        Err(error) => {
            outcome.diagnostics.push(refused(&error, &job.output));
            None
        }
    }
}

/// Where a killed build left something to be mended, nothing is moved by a build that publishes nothing. So what is wrong is looked for
/// first, and told if there is any.
pub(super) fn first_look(
    job: &BuildJob,
    sources: &[&Path],
    make: impl FnOnce() -> Outcome,
) -> Option<Outcome> {
    publish::is_left(&job.output, sources).then(make).filter(Outcome::has_errors)
}

/// Notes what becomes of a page.
fn note(changes: &mut Changes, fate: Fate, path: &str) {
    if !Changes::is_page(path) {
        if fate == Fate::Removed {
            changes.removed_files.insert(path.to_string());
        }
        return;
    }
    let pages = match fate {
        Fate::New => &mut changes.new,
        Fate::Changed => changes.changed.get_or_insert_default(),
        Fate::Removed => &mut changes.removed,
    };
    pages.insert(path.to_string());
}

impl Counts {
    /// Counts what is in the site that is not meant for everybody yet, where it was asked for. The texts are read once more.
    pub(super) fn look_ahead(&mut self, job: &BuildJob, source: &Source) {
        let settings = &job.options.settings;
        if !job.private && (settings.drafts || settings.future) {
            let ahead = Survey::of(source).ahead(job.options.only.as_deref(), settings);
            (self.drafts, self.future) = (ahead.drafts, ahead.future);
        }
    }
}

/// A page that a reader opened before the exchange asks for the old stylesheet after it.
fn is_retained(path: &str) -> bool {
    path.contains("assets/") && (path.ends_with(".css") || path.ends_with(".svg") || path.ends_with(".woff2"))
}

/// What a build has at hand on this machine.
pub(super) struct AtHand<'a> {
    /// The source folder.
    pub source: &'a Source,
    /// Where made images are kept.
    pub pictures: &'a PictureStore,
    /// Who watches.
    pub observer: &'a Watcher,
    /// Where the files go.
    pub output: &'a dyn Output,
}

/// Builds, and says what is wrong; what to publish is with the output then.
pub(super) fn make(
    job: &BuildJob,
    at_hand: &AtHand<'_>,
    memory: Option<&mut Memory>,
) -> (Outcome, BuildReport) {
    make_by(job, at_hand, |request| build::build(request, memory))
}

fn make_by(
    job: &BuildJob,
    at_hand: &AtHand<'_>,
    build: impl FnOnce(&Request<'_>) -> BuildReport,
) -> (Outcome, BuildReport) {
    let request = Request {
        inputs: at_hand.source,
        output: at_hand.output,
        pictures: at_hand.pictures,
        observer: at_hand.observer,
        options: &job.options,
    };
    let mut report = build(&request);
    let diagnostics = std::mem::take(&mut report.diagnostics);
    let remarks = std::mem::take(&mut report.remarks);
    let mut outcome = Outcome { diagnostics, remarks, ..Outcome::default() };
    outcome.counts.pages = report.pages;
    if !job.private {
        outcome.counts.waiting = report.waiting;
    }
    outcome.changes = (!job.private).then(|| Changes {
        withheld: report.withheld.iter().map(ToString::to_string).collect(),
        municipalities: report.municipalities.iter().cloned().collect(),
        ..Changes::default()
    });
    if let Some(reason) = at_hand.pictures.failure() {
        let folder = at_hand.pictures.folder();
        let diagnostic = Diagnostic::anywhere(Code::CacheUnusable).with("reason", reason);
        outcome.diagnostics.push(diagnostic.with("folder", folder));
    }
    raise(job, &mut outcome.diagnostics);
    (outcome, report)
}

fn tell_unusable(outcome: &mut Outcome, place: &MemoryPlace, error: &std::io::Error) {
    let diagnostic = Diagnostic::anywhere(Code::CacheUnusable).saying("reason", Phrase::of_system(error));
    // Told once when the images could not be kept either.
    if !outcome.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::CacheUnusable) {
        outcome.diagnostics.push(diagnostic.with("folder", place));
    }
}

/// With `--strict` a warning is an error.
fn raise(job: &BuildJob, diagnostics: &mut [Diagnostic]) {
    if job.strict {
        diagnostics.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
    }
}

pub(super) fn finish(job: &BuildJob, outcome: &mut Outcome, time: Duration) {
    raise(job, &mut outcome.diagnostics);
    outcome.counts.errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    outcome.counts.warnings = outcome.diagnostics.len() - outcome.counts.errors;
    outcome.counts.time = time;
    let output = job.output.display().to_string();
    outcome.counts.output = output.strip_prefix("./").unwrap_or(&output).to_string();
}

pub(super) fn refused(error: &PublishError, output: &Path) -> Diagnostic {
    let code = match error {
        PublishError::Busy(_) => {
            return Diagnostic::anywhere(Code::OutputBusy).with("output", output.display());
        }
        PublishError::Io { .. } | PublishError::Unfinished(_) | PublishError::BadPath { .. } => {
            Code::OutputFailed
        }
        PublishError::Twice(_) | PublishError::FileAndFolder(_) | PublishError::NotOwned(_) => {
            Code::OutputFailed
        }
        _ => Code::OutputRefused,
    };
    Diagnostic::anywhere(code).saying("reason", error.phrase())
}

/// The files go to a draft of the output.
pub(super) struct Drafted<'a, P: BorrowMut<SiteOutput>> {
    /// The draft.
    pub draft: &'a OutputDraft<P>,
    /// Who looks at what has another address than before.
    pub renamed: &'a Renamed,
    /// What others know, where nobody but the person who writes sees the output.
    pub public: Option<&'a PublicSite>,
}

impl<P: BorrowMut<SiteOutput>> Drafted<'_, P> {
    fn take(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.renamed.look(path, bytes, |most| match self.public {
            Some(public) => public.had(path, most),
            None => self.draft.had(path, most),
        });
        self.draft.put(path, bytes)
    }
}

impl<P: BorrowMut<SiteOutput> + Sync> Output for Drafted<'_, P> {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase> {
        self.take(path.as_str(), bytes).map_err(|error| error.phrase())
    }

    fn keep(&self, path: &OutputPath, fingerprint: Fingerprint) -> bool {
        // What cannot be kept is put, and that says why it cannot be.
        self.draft.keep(path.as_str(), fingerprint).unwrap_or_default()
    }

    fn keep_folder(&self, folder: &str, print: SetPrint) -> bool {
        self.draft.keep_folder(folder, print).unwrap_or_default()
    }
}

/// The files go nowhere: only what is wrong is wanted.
pub(super) struct Nowhere;

impl Output for Nowhere {
    fn put(&self, _path: &OutputPath, _bytes: &[u8]) -> Result<(), Phrase> {
        Ok(())
    }

    fn keep(&self, _path: &OutputPath, _fingerprint: Fingerprint) -> bool {
        true
    }
}
