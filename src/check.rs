//! Check: everything that can be said of a site without writing it. A whole build whose files go nowhere, the links of its finished pages,
//! and the room of [`crate::lint`].

use std::collections::{BTreeMap, HashSet};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::base::{At, Code, Diagnostic, Fingerprint, OutputPath, Phrase, SourcePath};
use crate::build::{self, BuildReport, Observer, Options, Output, Pictures, Request};
use crate::input::Inputs;
use crate::lint::{self, Ground, OutsideLink, Reading};
use crate::model::Folder;
use crate::render::anchors::{self, Anchors};
use crate::survey::Survey;
use crate::theme;

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong or could be better, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// How hard each text is to read.
    pub readings: Vec<Reading>,
    /// Links to other websites, still to be tried.
    pub outside: Vec<OutsideLink>,
    /// The warnings that the whole site turns off.
    pub off: Vec<Code>,
    /// How many pages were made and looked at.
    pub pages: usize,
}

/// What a check works with.
#[derive(Clone, Copy)]
pub struct Ask<'a> {
    /// Everything that may be read.
    pub inputs: &'a dyn Inputs,
    /// Where made images are found.
    pub pictures: &'a dyn Pictures,
    /// Who watches.
    pub observer: &'a dyn Observer,
    /// What is chosen.
    pub options: &'a Options,
}

/// Checks everything.
pub fn check(ask: Ask<'_>) -> Findings {
    let pages = Pages::default();
    let Ask { inputs, pictures, observer, options } = ask;
    let report = build::build(&Request { inputs, output: &pages, pictures, observer, options }, None);
    let mut findings = Findings { pages: report.pages, ..Findings::default() };
    // Where something is wrong some pages were not made, and links to them would be told as broken.
    if !report.has_errors() {
        findings.diagnostics.extend(pages.broken(&report, options.only.is_some()));
    }
    findings.diagnostics.extend(report.diagnostics);
    let survey = Survey::of(inputs);
    look(ask, &survey, &mut findings);
    findings.off = survey.site.as_ref().map(|site| site.off.clone()).unwrap_or_default();
    findings.diagnostics.retain(|found| !found.is_turned_off(&findings.off));
    build::put_in_order(inputs, &mut findings.diagnostics);
    findings
}

/// Looks at the texts and themes of what was chosen.
fn look(ask: Ask<'_>, survey: &Survey, findings: &mut Findings) {
    let settings = &ask.options.settings;
    let (drafts, future) = (settings.drafts, settings.future);
    let ground = Ground { inputs: ask.inputs, own: survey.own(), now: settings.now, drafts, future };
    let only = ask.options.only.as_ref();
    let chosen: Vec<&Folder> =
        survey.folders().filter(|folder| only.is_none_or(|only| only.contains(&folder.id))).collect();
    let each = |folder: &&Folder| (lint::lint_folder(folder, ground), lint::outside_links(folder, ground));
    let all: Vec<_> = chosen.par_iter().map(each).collect();
    for ((found, readings), outside) in all {
        findings.diagnostics.extend(found);
        findings.readings.extend(readings);
        findings.outside.extend(outside);
    }
    let site = survey.site.iter().map(|site| site.theme.clone());
    let own = chosen.iter().filter_map(|folder| folder.config.as_ref()?.value.theme.clone());
    let names: std::collections::BTreeSet<String> = site.chain(own).collect();
    for name in names {
        // What is wrong with a theme itself was told by the build.
        if let Some(theme) = theme::load(&name, ask.inputs, &mut Vec::new()) {
            findings.diagnostics.extend(lint::lint_theme(&theme, |path| ask.inputs.exists(path)));
        }
    }
}

/// The finished pages, as far as links are concerned. No page is kept: only what it leads to and what can be led to.
#[derive(Default)]
struct Pages(Mutex<Known>);

#[derive(Default)]
struct Known {
    files: HashSet<String>,
    /// Files and their places, as one fingerprint each.
    places: HashSet<Fingerprint>,
    /// Each target once, with the first page that leads to it.
    targets: BTreeMap<(String, Option<String>), OutputPath>,
}

fn place(file: &str, id: &str) -> Fingerprint {
    Fingerprint::of(format!("{file}#{id}").as_bytes())
}

impl Output for Pages {
    fn put(&self, path: &OutputPath, bytes: &[u8]) -> Result<(), Phrase> {
        let is_page = path.as_str().ends_with(".html");
        let anchors = if is_page { anchors::read(bytes) } else { Anchors::default() };
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.files.insert(path.to_string());
        known.places.extend(anchors.ids.iter().map(|id| place(path.as_str(), id)));
        for target in anchors.targets.iter().filter_map(|target| anchors::resolve(path.as_str(), target)) {
            let first = known.targets.entry(target).or_insert_with(|| path.clone());
            if path < first {
                *first = path.clone();
            }
        }
        Ok(())
    }

    fn keep(&self, _path: &OutputPath, _fingerprint: Fingerprint) -> Result<bool, String> {
        Ok(false)
    }
}

impl Pages {
    /// Links that lead to no file, or to no place in one. Of a part of the site, those within its folders.
    fn broken(&self, report: &BuildReport, is_part: bool) -> Vec<Diagnostic> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = |path: &str| path.split('/').next().unwrap_or_default().to_string();
        let made: HashSet<String> = known.files.iter().map(|file| folder(file)).collect();
        let mut found = Vec::new();
        for ((file, id), page) in &known.targets {
            if is_part && !made.contains(&folder(file)) {
                continue;
            }
            let why = match id {
                _ if !known.files.contains(file) => "missing",
                Some(id) if !known.places.contains(&place(file, id)) => "heading",
                _ => continue,
            };
            let target = id.as_ref().map_or_else(|| file.clone(), |id| format!("{file}#{id}"));
            let source: Option<&SourcePath> =
                report.shown.iter().find(|(_, made)| made == page).map(|(source, _)| source);
            let diagnostic = match source {
                Some(source) => Diagnostic::new(Code::PageLinkBroken, source, At::File).with("from", "text"),
                None => Diagnostic::anywhere(Code::PageLinkBroken).with("from", "theme"),
            };
            found.push(diagnostic.with("page", page).with("target", target).with("why", why));
        }
        found
    }
}
