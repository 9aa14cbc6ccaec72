//! Files: jobs are rendered where they are not known, and handed to the output.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use super::packed::Coding;
use super::work::{Bodies, Finished, Work};
use super::{Alone, Phase};
use crate::base::allowance;
use crate::base::content_type::{content_type, is_text};
use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer, OutputPath, Phrase, SourcePath};
use crate::cache::{KnownFile, KnownFiles};
use crate::model::ImageFact;
use crate::parse::{self, markdown::Body};
use crate::plan::{AttachmentJob, ImageJob, Job, JobKind, Plan};
use crate::render::{self, images};

/// Changes when images are made in another way, so that none made in the old way is used.
const IMAGE_VERSION: u32 = 2;

/// A file that was made or kept.
struct Done {
    path: OutputPath,
    file: Arc<KnownFile>,
    made: bool,
    source: Option<SourcePath>,
    packed: Vec<KnownOutput>,
}

/// A file that is remembered.
type KnownOutput = (OutputPath, Arc<KnownFile>);

/// What is at hand when files are made.
#[derive(Clone, Copy)]
pub struct Hand<'a> {
    /// Bodies that were read just now.
    pub bodies: &'a Bodies,
    /// Shared bodies that were read just now.
    pub shared: &'a Bodies,
    /// The files as the last build made them.
    pub old: &'a KnownFiles,
}

/// Says that a plan shows more than there is room for, at the file that it is of. None of its files is made.
pub fn overfull(work: &Work<'_>, plan: &Plan, file: &SourcePath) -> Option<Finished> {
    plan.is_full().then(|| {
        work.failed.store(true, Ordering::Relaxed);
        let diagnostic = Diagnostic::new(Code::TooMuch, file, At::File).with("kind", "plan");
        let diagnostic = diagnostic.with("number", 0).with("most", plan.most_megabytes());
        Finished::told(vec![diagnostic])
    })
}

/// Makes the files of a plan.
pub fn make(work: &Work<'_>, plan: Plan, hand: Hand<'_>) -> Finished {
    if plan.diagnostics.iter().any(Diagnostic::is_error) {
        work.failed.store(true, Ordering::Relaxed);
    }
    let mut finished = Finished::told(plan.diagnostics);
    finished.report.pages = plan.jobs.iter().filter(|job| job.is_page()).count();
    let moved = plan.jobs.iter().filter_map(|job| Some((job.path.clone(), job.moved_to()?.to_string())));
    finished.report.moved = moved.collect();
    let one = |buffer: &mut Vec<u8>, job: &&Job| make_one(work, job, hand, buffer);
    let jobs: Vec<&Job> = plan.jobs.iter().filter(|job| is_wanted(work, job)).collect();
    let done: Vec<Done> = jobs.par_iter().with_min_len(16).map_init(Vec::new, one).collect();
    let pictures: Vec<Vec<Done>> =
        plan.images.par_iter().map(|image| make_image(work, image, hand.old)).collect();
    let documents: Vec<Done> =
        plan.attachments.iter().map(|document| make_attachment(work, document, hand.old)).collect();
    finished.files.reserve(if work.remember { done.len() } else { 0 });
    for Done { path, file, made, source, packed } in
        done.into_iter().chain(pictures.into_iter().flatten()).chain(documents)
    {
        finished.report.diagnostics.extend(file.diagnostics.iter().cloned());
        if made {
            finished.report.made.push(path.clone());
            finished.report.shown.extend(source.map(|source| (source, path.clone())));
        }
        if made {
            finished.report.made.extend(packed.iter().map(|(path, _)| path.clone()));
        }
        if work.remember {
            finished.files.extend(packed);
            finished.files.insert(path, file);
        }
    }
    finished
}

fn make_one(work: &Work<'_>, job: &Job, hand: Hand<'_>, buffer: &mut Vec<u8>) -> Done {
    let (known, packed) = known_of(work, hand.old, job);
    if let Some((path, file)) = known.as_ref().filter(|_| packed.iter().all(Option::is_some)) {
        let packed = packed.into_iter().flatten().collect();
        return Done { path: path.clone(), file: file.clone(), made: false, source: None, packed };
    }
    // Nothing will be published, and what is said of the pages so far is enough.
    if work.room.is_full() {
        let none = (Fingerprint::default(), &[] as &[u8], Vec::new());
        return Done { made: false, ..done(work, &job.path, none) };
    }
    work.request.observer.stage(Phase::Render);
    let mut diagnostics = Vec::new();
    let wanted: Vec<&SourcePath> = match &job.kind {
        JobKind::Page(page) => page.body.iter().map(|(_, body)| &body.source).collect(),
        JobKind::SearchTexts(texts) => texts.iter().map(|text| &text.source).collect(),
        JobKind::Feed(feed) | JobKind::JsonFeed(feed) => feed.texts().map(|text| &text.source).collect(),
        _ => Vec::new(),
    };
    let bodies: Vec<Arc<Body>> = wanted
        .into_iter()
        .map(|source| match hand.bodies.get(source).or_else(|| hand.shared.get(source)) {
            Some(body) => body.clone(),
            None => Arc::new(load_body(work, source, &mut diagnostics)),
        })
        .collect();
    let bodies: Vec<&Body> = bodies.iter().map(Arc::as_ref).collect();
    diagnostics.extend(render::render(job, &bodies, buffer));
    if diagnostics.iter().any(Diagnostic::is_error) {
        work.failed.store(true, Ordering::Relaxed);
    }
    if let Err(most) = work.room.take(buffer.len(), work.request.inputs)
        && !work.failed.swap(true, Ordering::Relaxed)
    {
        diagnostics.push(
            Diagnostic::anywhere(Code::TooMuch).with("kind", "site").with("number", 0).with("most", most),
        );
    }
    // What the output has kept it would not take again; of the same key the bytes are the same.
    if known.is_none() {
        put(work, &job.path, buffer, &mut diagnostics);
    }
    let packed = pack(work, (job, packed), buffer, &mut diagnostics);
    let source = source_of(job).cloned();
    Done { source, packed, ..done(work, &job.path, (job.key, buffer, diagnostics)) }
}

/// Is a file among those that are made? A page that is made alone has its stylesheet, which a site with other colours does not have yet.
fn is_wanted(work: &Work<'_>, job: &Job) -> bool {
    match work.alone {
        None => true,
        Some(_) if matches!(job.kind, JobKind::Asset(_)) => true,
        Some(Alone::File(file)) => source_of(job) == Some(file),
        Some(Alone::Page(page)) => job.path == *page,
    }
}

/// The file that is edited to change a page.
fn source_of(job: &Job) -> Option<&SourcePath> {
    match &job.kind {
        JobKind::Page(page) => page.source(),
        _ => None,
    }
}

/// Puts packed files beside a text, where they are wanted.
fn pack(
    work: &Work<'_>,
    (job, known): (&Job, Vec<Option<KnownOutput>>),
    bytes: &[u8],
    found: &mut Vec<Diagnostic>,
) -> Vec<KnownOutput> {
    let one = |((path, coding), known): ((OutputPath, Coding), Option<KnownOutput>)| {
        if let Some(known) = known {
            return known;
        }
        allowance::packed(bytes.len() as u64);
        let bytes = coding.pack(bytes);
        put(work, &path, &bytes, found);
        let fingerprint = if work.remember { Fingerprint::of(&bytes) } else { Fingerprint::default() };
        (path, Arc::new(KnownFile { key: job.key, fingerprint, diagnostics: Vec::new() }))
    };
    packed_beside(work, &job.path).zip(known).map(one).collect()
}

/// The packed files that lie beside a file.
fn packed_beside(work: &Work<'_>, path: &OutputPath) -> impl Iterator<Item = (OutputPath, Coding)> {
    let is_wanted = work.request.options.packed && is_text(content_type(path.as_str()));
    let codings = if is_wanted { &Coding::ALL[..] } else { &[] };
    codings.iter().filter_map(move |coding| {
        let path = OutputPath::new(&format!("{path}.{}", coding.ending()))?;
        Some((path, *coding))
    })
}

fn done(
    work: &Work<'_>,
    path: &OutputPath,
    (key, bytes, diagnostics): (Fingerprint, &[u8], Vec<Diagnostic>),
) -> Done {
    let fingerprint = if work.remember { Fingerprint::of(bytes) } else { Fingerprint::default() };
    let file = Arc::new(KnownFile { key, fingerprint, diagnostics });
    Done { path: path.clone(), file, made: true, source: None, packed: Vec::new() }
}

/// The file as it was, when its job has the same key and the output still has it.
fn known(work: &Work<'_>, old: &KnownFiles, path: &OutputPath, key: Fingerprint) -> Option<KnownOutput> {
    let file =
        old.get(path).filter(|file| file.key == key && !file.diagnostics.iter().any(Diagnostic::is_error))?;
    let kept = work.request.output.keep(path, file.fingerprint);
    kept.then(|| (path.clone(), file.clone()))
}

/// Of a job's files, those that are as they were: its own, and what is packed of it.
fn known_of(work: &Work<'_>, old: &KnownFiles, job: &Job) -> (Option<KnownOutput>, Vec<Option<KnownOutput>>) {
    let known = |path: &OutputPath| known(work, old, path, job.key);
    (known(&job.path), packed_beside(work, &job.path).map(|(path, _)| known(&path)).collect())
}

/// The body of a text that was known from before. One that cannot be read any more is an error: a page without it is no page.
fn load_body(work: &Work<'_>, source: &SourcePath, found: &mut Vec<Diagnostic>) -> Body {
    match work.request.inputs.read(source) {
        Ok(bytes) => parse::parse_body(source, &bytes),
        Err(error) => {
            found.push(error.diagnostic(source));
            Body::default()
        }
    }
}

/// Hands a file to the output, unless nothing will be published anyhow.
fn put(work: &Work<'_>, path: &OutputPath, bytes: &[u8], found: &mut Vec<Diagnostic>) {
    if work.failed.load(Ordering::Relaxed) {
        return;
    }
    work.request.observer.stage(Phase::Write);
    allowance::made(bytes.len() as u64);
    if let Err(reason) = work.request.output.put(path, bytes) {
        work.failed.store(true, Ordering::Relaxed);
        found.push(Diagnostic::anywhere(Code::OutputFailed).saying("reason", reason));
    }
}

fn make_image(work: &Work<'_>, image: &ImageJob, old: &KnownFiles) -> Vec<Done> {
    work.request.observer.stage(Phase::Images);
    let mut mixer = Mixer::default();
    mixer.add(&image.fact).add(&IMAGE_VERSION);
    let key = mixer.finish128();
    let targets: Vec<(Option<u32>, &OutputPath)> = std::iter::once((None, &image.original))
        .chain(image.variants.iter().map(|(width, path)| (Some(*width), path)))
        .collect();
    let mut all = Vec::new();
    for (width, path) in targets {
        if let Some((path, file)) = known(work, old, path, key) {
            all.push(Done { path, file, made: false, source: None, packed: Vec::new() });
            continue;
        }
        let mut diagnostics = Vec::new();
        let bytes = match picture(work, &image.fact, width) {
            Ok(bytes) => bytes,
            Err(diagnostic) => {
                work.failed.store(true, Ordering::Relaxed);
                diagnostics.push(diagnostic);
                Vec::new()
            }
        };
        put(work, path, &bytes, &mut diagnostics);
        all.push(done(work, path, (key, &bytes, diagnostics)));
    }
    all
}

/// Hands a document on as it is.
fn make_attachment(work: &Work<'_>, document: &AttachmentJob, old: &KnownFiles) -> Done {
    let AttachmentJob { fact, path } = document;
    let key = Mixer::default().add(&"document").add(fact).finish128();
    if let Some((path, file)) = known(work, old, path, key) {
        return Done { path, file, made: false, source: None, packed: Vec::new() };
    }
    let mut diagnostics = Vec::new();
    let bytes = match work.request.inputs.read(&fact.path) {
        Ok(bytes) if Fingerprint::of(&bytes) == fact.fingerprint => bytes,
        read => {
            work.failed.store(true, Ordering::Relaxed);
            let changed = || {
                let diagnostic = Diagnostic::new(Code::BadDocument, &fact.path, At::File);
                let diagnostic = diagnostic.with("document", fact.path.name()).with("advice", "again");
                diagnostic.saying("reason", Phrase::new("file-changed"))
            };
            diagnostics.push(read.map_or_else(|error| error.diagnostic(&fact.path), |_| changed()));
            Cow::Borrowed(&[] as &[u8])
        }
    };
    put(work, path, &bytes, &mut diagnostics);
    done(work, path, (key, &bytes, diagnostics))
}

/// Makes the versions of some images that are not made yet.
pub fn warm_up<'f>(work: &Work<'_>, facts: impl Iterator<Item = &'f ImageFact>) -> Vec<Diagnostic> {
    work.request.observer.stage(Phase::Images);
    let facts: Vec<&ImageFact> = facts.collect();
    let one =
        |fact: &&ImageFact| fact.widths.first().and_then(|width| picture(work, fact, Some(*width)).err());
    facts.par_iter().filter_map(one).collect()
}

/// A version of an image: kept from before, or made with all its sisters.
fn picture(work: &Work<'_>, fact: &ImageFact, width: Option<u32>) -> Result<Vec<u8>, Diagnostic> {
    let name = |width: Option<u32>| match width {
        Some(width) => format!("{}-v{IMAGE_VERSION}-{width}.webp", fact.fingerprint),
        None => {
            format!("{}-v{IMAGE_VERSION}.{}", fact.fingerprint, fact.path.extension().to_ascii_lowercase())
        }
    };
    if let Some(bytes) = work.request.pictures.get(&name(width)) {
        return Ok(bytes);
    }
    let broken = |reason: Phrase, advice: &str| {
        let diagnostic = Diagnostic::new(Code::BadImage, &fact.path, At::File);
        diagnostic.with("image", fact.path.name()).saying("reason", reason).with("advice", advice)
    };
    let failed = |error: images::ImageError| broken(error.phrase(), error.advice());
    let bytes = work.request.inputs.read(&fact.path).map_err(|error| error.diagnostic(&fact.path))?;
    if Fingerprint::of(&bytes) != fact.fingerprint {
        return Err(broken(Phrase::new("file-changed"), "again"));
    }
    if !work.request.pictures.are_wanted() {
        images::look_at(&bytes, &fact.picture).map_err(failed)?;
        // All versions are made of the same pixels: one look at them is enough.
        for seen in std::iter::once(None).chain(fact.widths.iter().copied().map(Some)) {
            work.request.pictures.put(&name(seen), &[]);
        }
        return Ok(Vec::new());
    }
    if width.is_none() {
        // One without smaller ones is looked at all the same: what cannot be shown is not published.
        if fact.widths.is_empty() {
            images::look_at(&bytes, &fact.picture).map_err(failed)?;
        }
        let original = images::published(&bytes, &fact.picture).map_err(failed)?.into_owned();
        work.request.pictures.put(&name(None), &original);
        return Ok(original);
    }
    let mut wanted = None;
    for variant in images::variants(&bytes, &fact.picture).map_err(failed)? {
        work.request.pictures.put(&name(Some(variant.width)), &variant.bytes);
        if Some(variant.width) == width {
            wanted = Some(variant.bytes);
        }
    }
    wanted.ok_or_else(|| broken(Phrase::new("picture-no-version"), "again"))
}
