//! Build: from everything that may be read to everything that shall be published.
//!
//! The only place where the stages meet. Municipalities are worked off one by one (as many at a time as there are cores): read,
//! understood, planned, made and handed to the output, and then their texts are dropped; so memory does not grow with the
//! site's text. A rebuild is the same call with the memory of the last one.
//!
//! Never here: a path of the disk, a clock, a second way to build again.

mod alone;
mod catalogue;
mod echoes;
mod files;
mod folders;
mod look;
mod packed;
mod region;
mod shared;
mod themes;
mod work;

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::base::{
    Code, Diagnostic, Fingerprint, OutputPath, Phrase, SetPrint, SourcePath, has_ignored_part, nearest,
};
use crate::cache::Memory;
use crate::input::{InputError, InputFault, Inputs};
use crate::model::{Settings, Waiting};
use crate::parse;
use crate::plan::{Regional, Shelves};
use crate::render::images;
pub(crate) use catalogue::Catalogue;
use work::Finished;

/// Where the files of a build go.
pub trait Output: Sync {
    /// Takes a file.
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase>;

    /// The file's bytes are known from before and unchanged; false when the output lacks them and wants them again.
    fn keep(&self, path: &OutputPath, fingerprint: Fingerprint) -> bool;

    /// A whole folder at the top is known from before and unchanged: these files with these bytes and no others. False when the
    /// output cannot say so at once, and is asked file by file.
    fn keep_folder(&self, _folder: &str, _print: SetPrint) -> bool {
        false
    }
}

/// Where made images are kept between builds.
pub trait Pictures: Sync {
    /// A made image, if it is there.
    fn get(&self, key: &str) -> Option<Vec<u8>>;

    /// Keeps a made image.
    fn put(&self, key: &str, bytes: &[u8]);

    /// Are images wanted at all? If not, they are looked at as if they were made, and nothing of them is kept.
    fn are_wanted(&self) -> bool {
        true
    }
}

/// Who watches the build: a progress bar, a clock.
pub trait Observer: Sync {
    /// This thread begins with a stage.
    fn stage(&self, _stage: Phase) {}

    /// So many municipalities are done, of so many.
    fn progress(&self, _done: usize, _total: usize) {}

    /// Does anybody still wait for what is being made? If not, the build is given up, and nothing of it is remembered.
    fn is_awaited(&self) -> bool {
        true
    }
}

/// A part of the work, for `--timings`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Phase {
    /// Files are read and understood.
    Parse,
    /// References are resolved, rules checked.
    Model,
    /// Jobs are planned.
    Plan,
    /// Pages are made.
    Render,
    /// Images are made.
    Images,
    /// Files are handed to the output.
    Write,
    /// Nothing is done.
    Idle,
}

/// What the person who builds has chosen.
#[derive(Clone, Debug)]
pub struct Options {
    /// What decides what is on the pages.
    pub settings: Settings,
    /// Only these municipalities; all, and the region's pages, when none.
    pub only: Option<Vec<String>>,
    /// Do packed files lie beside the texts, for servers that send them as they are?
    pub packed: bool,
}

/// What a build works with.
pub struct Request<'a> {
    /// Everything that may be read.
    pub inputs: &'a dyn Inputs,
    /// Where the files go.
    pub output: &'a dyn Output,
    /// Where made images are kept.
    pub pictures: &'a dyn Pictures,
    /// Who watches.
    pub observer: &'a dyn Observer,
    /// What is chosen.
    pub options: &'a Options,
}

/// What came of a build.
#[derive(Clone, Default, Debug)]
pub struct BuildReport {
    /// How many pages the site has.
    pub pages: usize,
    /// The files that were made this time, in order.
    pub made: Vec<OutputPath>,
    /// The pages among them, by the files that are edited to change them, in order.
    pub shown: Vec<(SourcePath, OutputPath)>,
    /// The old addresses among them, and where each leads, from the top of the output; in order.
    pub moved: Vec<(OutputPath, String)>,
    /// Where the pages of texts would lie that are not published now: drafts, and those of a later day. Of what was made this time.
    pub withheld: Vec<OutputPath>,
    /// How many texts are not published now.
    pub waiting: Waiting,
    /// The municipalities' folders.
    pub municipalities: Vec<String>,
    /// What was made otherwise than it was given, a line each, in the order of the municipalities.
    pub remarks: Vec<Phrase>,
    /// What is wrong, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// Was it given up, since nobody waited for it any more? Then all else here is a part, and nothing is to be published.
    pub is_given_up: bool,
}

impl BuildReport {
    /// Adds what is told of a part.
    fn add(&mut self, part: Self) {
        self.pages += part.pages;
        self.made.extend(part.made);
        self.shown.extend(part.shown);
        self.moved.extend(part.moved);
        self.withheld.extend(part.withheld);
        self.waiting.add(part.waiting);
        self.remarks.extend(part.remarks);
        self.diagnostics.extend(part.diagnostics);
    }

    /// Its files in an order that does not depend on the threads.
    fn sort_files(&mut self) {
        self.made.sort();
        self.shown.sort();
        self.moved.sort();
    }

    /// Must nothing be published?
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// Builds the site. Without a memory nothing is remembered and nothing known.
pub fn build(request: &Request<'_>, memory: Option<&mut Memory>) -> BuildReport {
    let is_light = memory.as_ref().is_some_and(|memory| memory.is_light);
    let empty = Memory { is_light, ..Memory::default() };
    let remember = memory.is_some();
    let forgotten = AtomicBool::new(false);
    let how = How { remember, is_apart: false, alone: None };
    let (mut report, mut next) = run(request, memory.as_deref().unwrap_or(&empty), (how, &forgotten));
    if report.is_given_up {
        // What was known of the last build is what the output has.
        return report;
    }
    if forgotten.into_inner() {
        // Files changed between two looks at them.
        (report, next) = run(request, &empty, (how, &AtomicBool::new(false)));
    }
    if let Some(memory) = memory {
        *memory = next;
    }
    report
}

/// Builds what lies outside the municipalities' folders alone: those were built apart. Each municipality is understood and summed up, and none of
/// its files is planned or made.
pub fn build_region(request: &Request<'_>) -> BuildReport {
    let how = How { remember: false, is_apart: true, alone: None };
    run(request, &Memory::default(), (how, &AtomicBool::new(false))).0
}

/// What is built where not all is.
#[derive(Clone, Copy, Debug)]
pub enum Alone<'a> {
    /// The pages of a file.
    File(&'a SourcePath),
    /// A page, whatever it is made of.
    Page(&'a OutputPath),
}

/// Builds some pages alone, as they are with the bytes that `inputs` has; of all else it is only asked what it says. They are made in one
/// municipality of the request's. What is read for it stays in the memory, and nothing else of it changes.
pub fn preview(request: &Request<'_>, memory: &mut Memory, of: Alone<'_>) -> BuildReport {
    let how = How { remember: true, is_apart: false, alone: Some(of) };
    let (report, next) = run(request, memory, (how, &AtomicBool::new(false)));
    memory.learn(next);
    report
}

/// In which way a site is built.
#[derive(Clone, Copy)]
struct How<'a> {
    /// Is it remembered?
    remember: bool,
    /// Are the municipalities' folders made elsewhere?
    is_apart: bool,
    /// What alone is made.
    alone: Option<Alone<'a>>,
}

fn run(
    request: &Request<'_>,
    old: &Memory,
    (How { remember, is_apart, alone }, forgotten): (How<'_>, &AtomicBool),
) -> (BuildReport, Memory) {
    images::begin();
    let mut report = BuildReport::default();
    let mut next = old.begin_next();
    let catalogue = Catalogue::of(request.inputs, old, &mut next);
    report.diagnostics.extend(faults(request.inputs));
    report.diagnostics.extend(catalogue.diagnostics.iter().cloned());
    report.municipalities.extend(catalogue.municipalities.keys().cloned());
    let chosen = choose(&catalogue, request.options, &mut report.diagnostics);
    let failed = AtomicBool::new(report.has_errors());
    let work = work::Work {
        request,
        old,
        remember,
        is_apart,
        alone,
        failed: &failed,
        forgotten,
        themes: themes::Themes::new(request.inputs, old),
        room: work::SiteBudget::of(catalogue.municipalities.len()),
    };
    let off = if let Some(mut shared) = shared::gather(&work, &catalogue, &mut report, &mut next) {
        let regional = regional(&shared, &catalogue, request.options, &next.shelves);
        let (region, found) = shared::region(&work, &mut shared);
        report.diagnostics.extend(found);
        shared.ends_here = shared::ends_here(&work, &catalogue, &report);
        report.waiting.add(Waiting::of(region.withheld.iter()));
        let around = shared::Around { catalogue: &catalogue, shared: &shared, regional: &regional };
        if request.options.only.is_some() {
            next.municipalities.clone_from(&old.municipalities);
        }
        let Some(finished) = municipalities(&work, around, &chosen) else {
            report.is_given_up = true;
            return (report, next);
        };
        let (mut summaries, mut made) = (Vec::with_capacity(finished.len()), None);
        for mut finished in finished {
            summaries.extend(finished.summary.take());
            made = finished.section.take();
            finished.add_to(&mut report, &mut next);
        }
        if request.options.only.is_none() {
            let top = match catalogue.only_one().filter(|_| regional.alone) {
                Some(id) => alone::make(&work, around, id, made, &mut next),
                None => region::make(&work, around, &region, &summaries, &mut next),
            };
            top.add_to(&mut report, &mut next);
        }
        shared.model.site.off.clone()
    } else {
        next.keep_what_was_known(old, remember);
        Vec::new()
    };
    report.diagnostics.extend(work.themes.finish(&mut next));
    parse::likely::say_days(&mut report.diagnostics, request.options.settings.now);
    crate::model::say_holidays(&mut report.diagnostics, request.options.settings.now);
    conclude(request.inputs, &off, &mut report.diagnostics);
    report.sort_files();
    (report, next)
}

/// Makes the municipalities. `None`: it was given up, since nobody waited for it any more.
fn municipalities(
    work: &work::Work<'_>,
    around: shared::Around<'_>,
    chosen: &[&String],
) -> Option<Vec<Finished>> {
    let observer = work.request.observer;
    let done = AtomicUsize::new(0);
    let each = |owner: &&String| {
        if !observer.is_awaited() {
            return None;
        }
        let finished = folders::municipality(work, around, owner);
        observer.progress(done.fetch_add(1, Ordering::Relaxed) + 1, chosen.len());
        observer.stage(Phase::Idle);
        Some(finished)
    };
    chosen.par_iter().map(each).collect()
}

fn regional(
    shared: &shared::SharedPart,
    catalogue: &Catalogue,
    options: &Options,
    shelves: &Shelves,
) -> Regional {
    let site = &shared.model.site;
    let base = options.settings.base_url.clone().unwrap_or_else(|| site.base_url.base().to_string());
    Regional {
        base_url: base.trim_end_matches('/').to_string(),
        languages: site.languages.clone(),
        now: options.settings.now,
        alone: catalogue.only_one().is_some(),
        shelves: shelves.clone(),
    }
}

fn choose<'c>(catalogue: &'c Catalogue, options: &Options, found: &mut Vec<Diagnostic>) -> Vec<&'c String> {
    let Some(only) = &options.only else { return catalogue.municipalities.keys().collect() };
    for name in only.iter().filter(|name| !catalogue.municipalities.contains_key(*name)) {
        let proposal = nearest(name, catalogue.municipalities.keys().map(String::as_str)).unwrap_or("none");
        found.push(
            Diagnostic::anywhere(Code::NoSuchMunicipality).with("name", name).with("proposal", proposal),
        );
    }
    catalogue.municipalities.keys().filter(|id| only.contains(id)).collect()
}

fn faults(inputs: &dyn Inputs) -> Vec<Diagnostic> {
    // A folder of a file server is often closed to people; and of a copied folder it is enough to say that it is one.
    let is_told = |fault: &&InputFault| {
        let path = fault.path.as_str();
        let is_copy =
            || fault.error == InputError::EmptyFolder && catalogue::copied_folder(inputs, path).is_some();
        !has_ignored_part(path) && !is_copy()
    };
    inputs.faults().iter().filter(is_told).map(|fault| fault.error.diagnostic(&fault.path)).collect()
}

/// The one end of all that was found: leaves out what the site turns off and what is only an echo, finds the places that are still missing,
/// puts it in order, and says nothing twice. What a file or a municipality turns off is left out before it is remembered.
pub fn conclude(inputs: &dyn Inputs, off: &[Code], diagnostics: &mut Vec<Diagnostic>) {
    diagnostics.retain(|found| !found.is_turned_off(off));
    parse::find_places(diagnostics, inputs);
    echoes::leave_out(diagnostics);
    diagnostics.sort_by(|a, b| a.sort_key().cmp(&b.sort_key()));
    // A template's fault is one fault, however many pages it is on.
    diagnostics.dedup_by(|a, b| {
        let same_words = a
            .args
            .iter()
            .filter(|(name, _)| *name != "page")
            .eq(b.args.iter().filter(|(name, _)| *name != "page"));
        // Not the lines themselves, which may be long.
        let place =
            |found: &Diagnostic| found.place.as_ref().map(|place| (place.line, place.column, place.width));
        a.code == b.code && a.file == b.file && place(a) == place(b) && same_words
    });
}
