//! A municipality's folder: from its files to its pages, or as it was when nothing that it rests on has changed.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::catalogue::Catalogue;
use super::shared::{SharedPart, images};
use super::work::{Bodies, Finished, Read, Work};
use super::{Stage, files};
use crate::base::{At, Code, Diagnostic, Fingerprint, Mixer, Seg, SourcePath};
use crate::cache::KnownMunicipality;
use crate::model::{self, Folder, Section};
use crate::parse::Role;
use crate::plan::{Regional, plan_municipality, summarise};
use crate::theme::Theme;

/// Makes a municipality.
pub fn municipality(
    work: &Work<'_>,
    catalogue: &Catalogue,
    shared: &SharedPart,
    regional: &Regional,
    id: &str,
) -> Finished {
    let Some(listed) = catalogue.municipalities.get(id) else { return Finished::default() };
    let key = if work.remember { Some(key(work, listed, shared, regional)) } else { None };
    if let Some(finished) = key.and_then(|key| unchanged(work, id, key, listed)) {
        return finished;
    }
    let read = work.read(listed);
    let mut folder = Folder::new(id);
    for (_, known) in &read.documents {
        known.document.iter().for_each(|document| folder.add(document));
    }
    folder.images = images(listed);
    let mut finished = make(work, shared, regional, &folder, &read);
    let own = read.documents.iter().flat_map(|(_, known)| known.diagnostics.iter().cloned());
    finished.diagnostics.extend(own);
    if let Some(key) = key {
        finished.municipality = Some((id.to_string(), Arc::new(known(key, &finished))));
        finished.documents = read.documents;
    }
    finished
}

fn make(work: &Work<'_>, shared: &SharedPart, regional: &Regional, folder: &Folder, read: &Read) -> Finished {
    work.request.observer.stage(Stage::Model);
    let settings = &work.request.options.settings;
    let broken = read.documents.iter().any(|(_, known)| known.diagnostics.iter().any(Diagnostic::is_error));
    let Some((section, mut found)) =
        model::municipality(folder, &shared.model, work.request.inputs, settings)
    else {
        work.failed.store(true, Ordering::Relaxed);
        return Finished::default();
    };
    if !work.themes.exists(&section.theme) {
        let file = folder.config.as_ref().map(|config| config.path.clone());
        let at = At::Value(vec![Seg::Key("theme".into())]);
        found.extend(
            file.filter(|_| section.theme != shared.model.site.theme)
                .map(|file| work.themes.missing(&section.theme, &file, at)),
        );
    }
    let theme = work.themes.get(&section.theme);
    let (Some(theme), false) = (theme, broken || found.iter().any(Diagnostic::is_error)) else {
        work.failed.store(true, Ordering::Relaxed);
        return Finished { diagnostics: found, ..Finished::default() };
    };
    let file = folder.config.as_ref().map_or(&shared.site_path, |config| &config.path);
    found.extend(missing_words(&section, &theme, file));
    work.request.observer.stage(Stage::Plan);
    let plan = plan_municipality(&section, &theme, regional);
    let summary = summarise(&section, &theme, regional);
    let bodies: Bodies =
        shared.bodies.iter().chain(&read.bodies).map(|(path, body)| (path.clone(), body.clone())).collect();
    let mut finished = files::make(work, plan, &bodies);
    finished.diagnostics.extend(found);
    finished.summary = Some(summary);
    finished
}

/// The languages of a section that its theme has no words for.
pub fn missing_words(section: &Section, theme: &Theme, file: &SourcePath) -> Vec<Diagnostic> {
    let without = section.languages.iter().filter(|lang| !theme.words.contains_key(*lang));
    let diagnostic = |lang: &String| {
        let diagnostic = Diagnostic::new(Code::NoWords, file, At::Value(vec![Seg::Key("languages".into())]));
        diagnostic.with("theme", &theme.name).with("language", lang).with("fallback", section.own())
    };
    without.map(diagnostic).collect()
}

/// Everything that a municipality is made of.
fn key(
    work: &Work<'_>,
    listed: &[(SourcePath, Role)],
    shared: &SharedPart,
    regional: &Regional,
) -> Fingerprint {
    let mut mixer = Mixer::default();
    for (path, _) in listed {
        mixer.add(path).add(&work.fingerprint(path));
    }
    let themes = work.themes.fingerprint();
    mixer.add(&shared.fingerprint).add(regional).add(&work.request.options.settings).add(&themes);
    mixer.finish128()
}

fn known(key: Fingerprint, finished: &Finished) -> KnownMunicipality {
    KnownMunicipality {
        key,
        summary: finished.summary.clone(),
        files: finished.files.iter().map(|(path, _)| path.clone()).collect(),
        pages: finished.pages,
        diagnostics: finished.diagnostics.clone(),
    }
}

/// The municipality as it was, when it is known by this key and the output still has all of its files.
fn unchanged(work: &Work<'_>, id: &str, key: Fingerprint, listed: &[(SourcePath, Role)]) -> Option<Finished> {
    let known = work.old.municipalities.get(id).filter(|known| known.key == key)?;
    if known.diagnostics.iter().any(Diagnostic::is_error) {
        return None;
    }
    let mut files = Vec::with_capacity(known.files.len());
    for path in &known.files {
        let file = work.old.files.get(path)?;
        if !work.request.output.keep(path, file.fingerprint).unwrap_or(false) {
            return None;
        }
        files.push((path.clone(), file.clone()));
    }
    let documents =
        listed.iter().filter_map(|(path, _)| Some((path.clone(), work.old.documents.get(path)?.clone())));
    // The themes' own diagnostics are told once for all sections.
    Some(Finished {
        pages: known.pages,
        diagnostics: known.diagnostics.clone(),
        summary: known.summary.clone(),
        documents: documents.collect(),
        files,
        municipality: Some((id.to_string(), known.clone())),
        made: Vec::new(),
    })
}
