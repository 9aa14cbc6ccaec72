//! Runs a build on this machine: scans the source, builds, publishes, and says what came of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};


use super::memory::Place;
use super::pictures::PictureStore;
use super::progress::Watcher;
use super::publish::{self, PublishError, Published, Stage};
use super::report::Counts;
use super::source::{FOLDERS, Source};
use crate::base::{Code, Diagnostic, Fingerprint, OutputPath, Severity};
use crate::build::{self, BuildReport, Options, Output, Request};
use crate::cache::Memory;

/// What to build, and where to.
#[derive(Clone, Debug)]
pub struct Job {
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
}

impl Job {
    /// The folders that it reads.
    pub fn folders(&self) -> [PathBuf; 2] {
        FOLDERS.map(|folder| self.source.join(folder))
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
    /// How long each part took: its name, and the time of all threads together.
    pub timings: Vec<(String, Duration)>,
}

impl Outcome {
    /// Takes over what publishing did.
    pub(super) fn count(&mut self, published: &Published) {
        self.published = true;
        let counts = &mut self.counts;
        (counts.new, counts.changed) = (published.new, published.changed);
        (counts.removed, counts.unchanged) = (published.removed, published.unchanged);
        if !published.found.is_empty() {
            self.diagnostics
                .push(Diagnostic::anywhere(Code::Strangers).with("files", published.found.join(", ")));
        }
    }
}

/// Builds and publishes.
pub fn run(job: &Job) -> Outcome {
    let began = Instant::now();
    let watcher = Watcher::new(job.bar.clone(), job.timed);
    let place = Place::of(&job.source, &job.output);
    let (memory, known) = if job.full { None } else { place.load() }.unwrap_or_default();
    let mut memory = Memory { is_light: true, ..memory };
    let source = Source::scan(&job.source, &known);
    let scanned = began.elapsed();
    let options =
        publish::Options { sync: job.sync, only: job.options.only.clone(), ..publish::Options::default() };
    let folders = job.folders();
    let sources: Vec<&Path> = folders.iter().map(PathBuf::as_path).collect();
    let mut outcome = match publish::open(&job.output, &sources, options) {
        Ok(stage) => {
            let mut outcome = with_stage(job, &source, stage, (&watcher, &mut memory));
            if outcome.published
                && let Err(error) = place.save(&memory, &source)
            {
                tell_unusable(&mut outcome, &place, &error);
            }
            outcome
        }
        Err(error) => {
            // The content is checked all the same: all that is wrong is said at once.
            let (report, _) = make(job, &source, (&Nowhere, &watcher, None));
            let mut outcome = Outcome { diagnostics: report.diagnostics, ..Outcome::default() };
            outcome.diagnostics.insert(0, refused(&error, &job.output));
            outcome
        }
    };
    watcher.finish();
    finish(job, &mut outcome, began.elapsed());
    if job.timed {
        outcome.timings.push(("scan".to_string(), scanned));
        let stages = watcher.timings().into_iter();
        outcome.timings.extend(stages.map(|(stage, time)| (format!("{stage:?}").to_lowercase(), time)));
    }
    outcome
}

fn with_stage(
    job: &Job,
    source: &Source,
    stage: Stage,
    (watcher, memory): (&Watcher, &mut Memory),
) -> Outcome {
    let (report, store) = make(job, source, (&Staged(&stage), watcher, Some(memory)));
    let mut outcome = Outcome { diagnostics: report.diagnostics, ..Outcome::default() };
    outcome.counts.pages = report.pages;
    if let Some(reason) = store.failure() {
        outcome.diagnostics.push(
            Diagnostic::anywhere(Code::CacheUnusable).with("reason", reason).with("folder", store.folder()),
        );
    }
    raise(job, &mut outcome.diagnostics);
    if outcome.diagnostics.iter().any(Diagnostic::is_error) {
        return outcome;
    }
    // A page that a reader opened before the exchange asks for the old stylesheet after it.
    let retain = |path: &str| {
        path.contains("assets/")
            && (path.ends_with(".css") || path.ends_with(".svg") || path.ends_with(".woff2"))
    };
    match stage.publish(&retain) {
        Ok(published) => outcome.count(&published),
        Err(error) => outcome.diagnostics.push(refused(&error, &job.output)),
    }
    outcome
}

fn make(
    job: &Job,
    source: &Source,
    (output, watcher, memory): (&dyn Output, &Watcher, Option<&mut Memory>),
) -> (BuildReport, PictureStore) {
    let store = PictureStore::of(&job.source);
    let request =
        Request { inputs: source, output, pictures: &store, observer: watcher, options: &job.options };
    (build::build(&request, memory), store)
}

fn tell_unusable(outcome: &mut Outcome, place: &Place, error: &std::io::Error) {
    let diagnostic = Diagnostic::anywhere(Code::CacheUnusable).with("reason", error);
    // Told once when the images could not be kept either.
    if !outcome.diagnostics.iter().any(|diagnostic| diagnostic.code == Code::CacheUnusable) {
        outcome.diagnostics.push(diagnostic.with("folder", place));
    }
}

/// With `--strict` a warning is an error.
fn raise(job: &Job, diagnostics: &mut [Diagnostic]) {
    if job.strict {
        diagnostics.iter_mut().for_each(|diagnostic| diagnostic.severity = Severity::Error);
    }
}

fn finish(job: &Job, outcome: &mut Outcome, time: Duration) {
    raise(job, &mut outcome.diagnostics);
    outcome.counts.errors = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.is_error()).count();
    outcome.counts.warnings = outcome.diagnostics.len() - outcome.counts.errors;
    outcome.counts.time = time;
    outcome.counts.output = job.output.display().to_string();
}

fn refused(error: &PublishError, output: &Path) -> Diagnostic {
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
    Diagnostic::anywhere(code).with("reason", error)
}

/// The files go to a stage.
struct Staged<'a>(&'a Stage);

impl Output for Staged<'_> {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), String> {
        self.0.put(path.as_str(), bytes).map_err(|error| error.to_string())
    }

    fn keep(&self, path: &OutputPath, fingerprint: Fingerprint) -> Result<bool, String> {
        self.0.keep(path.as_str(), fingerprint).map_err(|error| error.to_string())
    }
}

/// The files go nowhere: only what is wrong is wanted.
struct Nowhere;

impl Output for Nowhere {
    fn put(&self, _path: &OutputPath, _bytes: &[u8]) -> Result<(), String> {
        Ok(())
    }

    fn keep(&self, _path: &OutputPath, _fingerprint: Fingerprint) -> Result<bool, String> {
        Ok(true)
    }
}
