//! A municipality's folder: from its files to its pages, or as it was when nothing that it rests on has changed.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::catalogue::Catalogue;
use super::files::Hand;
use super::look::Worn;
use super::shared::{Around, SharedPart, sort_files};
use super::work::{Finished, Read, Work};
use super::{BuildReport, Output, Phase, files, look};
use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer, Phrase, SourcePath};
use crate::cache::{KnownDocuments, KnownFiles, KnownSection, KnownSummary};
use crate::input::content_of;
use crate::model::{self, Folder, Section, Waiting};
use crate::parse::Role;
use crate::plan::{Regional, Summary, plan_municipality, summarise, withheld};
use crate::theme::Theme;

/// Makes a municipality.
pub fn municipality(work: &Work<'_>, around: Around<'_>, id: &str) -> Finished {
    let Around { catalogue, shared, regional } = around;
    let old = work.old.municipalities.get(id);
    // Of a municipality that nothing is known of, the files are fingerprinted as they are read.
    let key = old.and_then(|_| key(work, shared, regional, id));
    let same = old.filter(|_| work.alone.is_none());
    if let Some(finished) = same.and_then(|old| unchanged(work, id, key?, old)) {
        return finished;
    }
    let nothing = Arc::default();
    let old: &Arc<KnownSection> = old.unwrap_or(&nothing);
    let (read, folder) = read(work, catalogue.files(id), old, id);
    let mut finished = if work.is_apart {
        sum_up(work, around, &folder, &read)
    } else {
        make(work, around, &folder, (&read, &old.files))
    };
    let own = read.documents.iter().flat_map(|(_, known)| known.diagnostics.iter().cloned());
    finished.report.diagnostics.extend(own);
    let blanks = names_with_blanks(&finished.report.diagnostics);
    let is_meant = |found: &Diagnostic| found.file.as_ref().is_some_and(|file| blanks.contains(file.name()));
    finished.report.diagnostics.retain(|found| found.code != Code::ConflictCopy || !is_meant(found));
    folder.silence(&mut finished.report.diagnostics);
    if work.remember {
        let key = key.or_else(|| self::key(work, shared, regional, id));
        let documents = if work.old.is_light { HashMap::new() } else { read.documents.into_iter().collect() };
        finished.municipality = Some((id.to_string(), Arc::new(known(key, &mut finished, documents, old))));
    }
    finished
}

/// Reads the files of a folder that are not known already.
fn read(work: &Work<'_>, listed: &[(SourcePath, Role)], old: &KnownSection, id: &str) -> (Read, Folder) {
    let read = work.read(listed, &old.documents);
    let mut folder = Folder::new(id);
    for (_, known) in &read.documents {
        known.document.iter().for_each(|document| folder.add(document));
    }
    sort_files(listed, &mut folder);
    (read, folder)
}

/// The files that texts mean whose addresses have blanks: none of them is a copy that nobody shows.
fn names_with_blanks(found: &[Diagnostic]) -> HashSet<String> {
    let blanks = found.iter().filter(|found| found.code == Code::LinkWithBlank);
    let name = |target: &str| target.rsplit('/').next().unwrap_or_default().to_string();
    blanks.filter_map(|found| found.word("target").map(name)).collect()
}

/// A municipality once more as it is understood, when nothing of it is made.
pub fn section(work: &Work<'_>, catalogue: &Catalogue, shared: &SharedPart, id: &str) -> Option<Section> {
    let nothing = Arc::default();
    let old: &Arc<KnownSection> = work.old.municipalities.get(id).unwrap_or(&nothing);
    let (_, folder) = read(work, catalogue.files(id), old, id);
    let settings = &work.request.options.settings;
    model::municipality(&folder, &shared.model, work.request.inputs, settings).map(|(section, _)| section)
}

type Own<'a> = (&'a Read, &'a KnownFiles);

/// A municipality as it is understood, in its theme's own clothes.
struct Understood {
    section: Section,
    theme: Arc<Theme>,
    /// Where the file lies that says what it is called.
    file: SourcePath,
    remark: Option<Phrase>,
    found: Vec<Diagnostic>,
}

/// Resolves and checks what was read; what was found where nothing can be made of it.
fn understand(
    work: &Work<'_>,
    shared: &SharedPart,
    folder: &Folder,
    read: &Read,
) -> Result<Understood, Box<Finished>> {
    work.request.observer.stage(Phase::Model);
    let settings = &work.request.options.settings;
    let broken = read.documents.iter().any(|(_, known)| known.diagnostics.iter().any(Diagnostic::is_error));
    let Some((section, mut found)) =
        model::municipality(folder, &shared.model, work.request.inputs, settings)
    else {
        work.failed.store(true, Ordering::Relaxed);
        return Err(Box::default());
    };
    if !work.themes.exists(&section.theme) {
        let file = folder.config.as_ref().map(|config| config.path.clone());
        let at = At::field("theme");
        found.extend(
            file.filter(|_| section.theme != shared.model.site.theme)
                .map(|file| work.themes.missing(&section.theme, &file, at)),
        );
    }
    let theme = work.themes.get(&section.theme);
    let (Some(theme), false) = (theme, broken || found.iter().any(Diagnostic::is_error)) else {
        work.failed.store(true, Ordering::Relaxed);
        return Err(Box::new(Finished::told(found)));
    };
    let Worn { theme, remark, missing } = look::wear(&section, theme);
    if let Some(missing) = missing {
        work.failed.store(true, Ordering::Relaxed);
        found.push(missing);
    }
    let file = folder.config.as_ref().map_or(&shared.site_path, |config| &config.path).clone();
    found.extend(missing_words(&section, &theme, &file));
    Ok(Understood { section, theme, file, remark, found })
}

fn make(work: &Work<'_>, around: Around<'_>, folder: &Folder, (read, old): Own<'_>) -> Finished {
    let Around { shared, regional, .. } = around;
    if work.room.is_full() {
        return Finished::default();
    }
    let understood = match understand(work, shared, folder, read) {
        Ok(understood) => understood,
        Err(finished) => return *finished,
    };
    if shared.ends_here {
        return Finished::told(understood.found);
    }
    work.request.observer.stage(Phase::Plan);
    let mut plan = plan_municipality(&understood.section, &understood.theme, regional);
    if let Some(finished) = files::overfull(work, &plan, &understood.file) {
        return finished;
    }
    // Without a region nobody asks for it.
    let data = std::mem::take(&mut plan.shares);
    let data = if regional.alone { Vec::new() } else { data };
    let summary = summarise(&understood.section, &understood.theme, regional, Some(data));
    let hand = Hand { bodies: &read.bodies, shared: &shared.bodies, old };
    let mut finished = files::make(work, plan, hand);
    model::take_to_mentions(&understood.section, &mut finished.report.diagnostics);
    finished.report.withheld = withheld(&understood.section);
    concluded(finished, understood, summary, regional)
}

/// Sums a municipality up whose files come from elsewhere. What is wrong with its texts is found once more.
fn sum_up(work: &Work<'_>, around: Around<'_>, folder: &Folder, read: &Read) -> Finished {
    let Around { shared, regional, .. } = around;
    match understand(work, shared, folder, read) {
        Ok(understood) => {
            let summary = summarise(&understood.section, &understood.theme, regional, None);
            concluded(Finished::default(), understood, summary, regional)
        }
        Err(finished) => *finished,
    }
}

fn concluded(mut finished: Finished, of: Understood, summary: Summary, regional: &Regional) -> Finished {
    finished.report.remarks.extend(of.remark);
    finished.report.waiting = Waiting::of(of.section.withheld.iter().filter(|text| !text.shared));
    finished.report.diagnostics.extend(of.found);
    finished.summary = Some(Arc::new(KnownSummary::new(summary)));
    finished.section = regional.alone.then_some(of.section);
    finished
}

/// The languages of a section that its theme has no words for.
pub fn missing_words(section: &Section, theme: &Theme, file: &SourcePath) -> Vec<Diagnostic> {
    let without = section.languages.iter().filter(|lang| !theme.words.has(lang));
    let diagnostic = |lang: &String| {
        let diagnostic = Diagnostic::new(Code::NoWords, file, At::field("languages"));
        diagnostic
            .with("theme", &theme.name)
            .with("file", file)
            .with("language", lang)
            .with("fallback", section.own())
    };
    without.map(diagnostic).collect()
}

/// Everything that a municipality is made of.
pub fn key(work: &Work<'_>, shared: &SharedPart, regional: &Regional, id: &str) -> Option<Fingerprint> {
    let inputs = work.request.inputs;
    let folder = inputs.folder(&format!("content/{id}"))?;
    let mut mixer = Mixer::default();
    mixer.add(&content_of(folder, inputs)).add(&shared.fingerprint).add(regional);
    mixer
        .add(&work.request.options.settings)
        .add(&work.request.options.packed)
        .add(&work.themes.fingerprint());
    Some(mixer.finish128())
}

/// What is remembered of a municipality. Where it could not be made, that is what it was before: nothing was published, so the
/// output still has its files, and once the fault is mended they need not be made again.
fn known(
    key: Option<Fingerprint>,
    finished: &mut Finished,
    documents: KnownDocuments,
    old: &KnownSection,
) -> KnownSection {
    if finished.summary.is_none() {
        return KnownSection { documents, ..old.clone() };
    }
    KnownSection {
        key,
        documents,
        summary: finished.summary.clone(),
        print: KnownSection::print_of(&finished.files),
        files: std::mem::take(&mut finished.files),
        pages: finished.report.pages,
        waiting: finished.report.waiting,
        remarks: finished.report.remarks.clone(),
        diagnostics: finished.report.diagnostics.clone(),
    }
}

/// The municipality as it was, when it is known by this key and the output still has all of its files.
fn unchanged(work: &Work<'_>, id: &str, key: Fingerprint, known: &Arc<KnownSection>) -> Option<Finished> {
    if known.key != Some(key) || known.diagnostics.iter().any(Diagnostic::is_error) {
        return None;
    }
    let output = work.request.output;
    if !output.keep_folder(id, known.print) && !keeps(output, known) {
        return None;
    }
    // The themes' own diagnostics are told once for all sections.
    Some(Finished {
        report: told_again(known),
        summary: known.summary.clone(),
        municipality: Some((id.to_string(), known.clone())),
        ..Finished::default()
    })
}

/// The region's own part as it was.
pub fn unchanged_region(work: &Work<'_>, key: Fingerprint) -> Option<Finished> {
    let known = &work.old.region;
    let is_known = known.key == Some(key) && keeps(work.request.output, known);
    is_known.then(|| Finished { report: told_again(known), ..Finished::default() })
}

/// What is told of a part that is as it was.
fn told_again(known: &KnownSection) -> BuildReport {
    BuildReport {
        pages: known.pages,
        waiting: known.waiting,
        remarks: known.remarks.clone(),
        diagnostics: known.diagnostics.clone(),
        ..BuildReport::default()
    }
}

fn keeps(output: &dyn Output, known: &KnownSection) -> bool {
    known.files.iter().all(|(path, file)| output.keep(path, file.fingerprint))
}
