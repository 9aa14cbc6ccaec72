//! Check: everything that can be said of a site without writing it. A whole build whose files go nowhere, the links of its finished pages,
//! and the room of [`crate::lint`].

mod own;
mod pages;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::base::{AbsoluteUrl, Code, Diagnostic, OutputPath, Phrase, SourcePath};
use crate::build::{self, Observer, Options, Pictures, Request};
use crate::cache::Memory;
use crate::input::Inputs;
use crate::lint::{self, Centres, LinkedDocuments, LintGround, OutsideLink, PhoneBook, Reading, Seen};
use crate::model::{Folder, Waiting};
use crate::survey::Survey;
use own::OwnSite;
use pages::Pages;

/// What was found.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is wrong or could be better, by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// What a build makes otherwise than it was given, a line each.
    pub remarks: Vec<Phrase>,
    /// How hard each text is to read.
    pub readings: Vec<Reading>,
    /// Links to other websites, still to be tried, where they are asked for.
    pub outside: Vec<OutsideLink>,
    /// The warnings that the whole site turns off.
    pub off: Vec<Code>,
    /// The warnings that are turned off somewhere.
    pub silenced: Vec<Code>,
    /// How many pages were made and looked at.
    pub pages: usize,
    /// The files that a build would publish; none where it would publish nothing.
    pub files: Option<BTreeSet<String>>,
    /// The files that pages are made from, with their pages.
    pub shown: Vec<(SourcePath, OutputPath)>,
    /// The old addresses among the files, and where each leads.
    pub moved: Vec<(OutputPath, String)>,
    /// Where the site is published: the whole, and each municipality that has an address of its own.
    pub addresses: BTreeMap<String, AbsoluteUrl>,
    /// Where the pages of texts would lie that are not published now.
    pub withheld: Vec<OutputPath>,
    /// How many texts are not published now.
    pub waiting: Waiting,
    /// The municipalities' folders.
    pub municipalities: Vec<String>,
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
    /// Are the links to other websites given back?
    pub outside: bool,
}

/// Checks everything.
pub fn check(ask: Ask<'_>) -> Findings {
    check_after(ask, None)
}

/// The same with what earlier builds remember. Every page is made all the same, for its links are read in it.
pub fn check_after(ask: Ask<'_>, memory: Option<&mut Memory>) -> Findings {
    let pages = Pages::default();
    let Ask { inputs, pictures, observer, options, .. } = ask;
    let report = build::build(&Request { inputs, output: &pages, pictures, observer, options }, memory);
    let survey = Survey::of(inputs);
    let mut findings = Findings { pages: report.pages, ..Findings::default() };
    // Where something is wrong some pages were not made, and links to them would be told as broken.
    if !report.has_errors() {
        let mut broken = pages.broken(&report.shown, &survey, options.only.is_some());
        survey.folders().for_each(|folder| folder.silence(&mut broken));
        findings.diagnostics.extend(broken);
        findings.files = Some(pages.files());
    }
    findings.remarks = report.remarks;
    (findings.withheld, findings.municipalities) = (report.withheld, report.municipalities);
    findings.shown = report.shown;
    findings.moved = report.moved;
    findings.addresses = addresses(&survey);
    findings.diagnostics.extend(report.diagnostics);
    findings.waiting = survey.waiting(options.only.as_deref(), &options.settings);
    look(ask, &survey, &mut findings);
    let outside = std::mem::take(&mut findings.outside);
    let site = OwnSite::of(&survey);
    let (own, others) = pages.own_links(outside, (&site, &findings.withheld), options.only.is_some());
    // Where something is wrong some pages were not made.
    if findings.files.is_some() {
        let mut own = own;
        survey.folders().for_each(|folder| folder.silence(&mut own));
        findings.diagnostics.extend(own);
    }
    findings.outside = if ask.outside { others } else { Vec::new() };
    findings.off = survey.site.as_ref().map(|site| site.off.clone()).unwrap_or_default();
    let by_files = survey.folders().flat_map(Folder::chosen_off).flat_map(|(_, codes)| codes);
    let silenced: BTreeSet<Code> = by_files.chain(&findings.off).copied().collect();
    findings.silenced = silenced.into_iter().collect();
    build::conclude(inputs, &findings.off, &mut findings.diagnostics);
    findings
}

/// Where the whole site is published, by an empty name, and where the municipalities are that have an address of their own.
fn addresses(survey: &Survey) -> BTreeMap<String, AbsoluteUrl> {
    let whole = survey.site.iter().map(|site| (String::new(), site.base_url.clone()));
    let own = survey
        .municipalities
        .iter()
        .filter_map(|folder| Some((folder.id.clone(), folder.config.as_ref()?.value.base_url.clone()?)));
    whole.chain(own).collect()
}

/// Looks at the texts of what was chosen.
fn look(ask: Ask<'_>, survey: &Survey, findings: &mut Findings) {
    let settings = &ask.options.settings;
    let (drafts, future) = (settings.drafts, settings.future);
    let (inputs, own) = (ask.inputs, survey.own());
    let stage = lint::stage(survey.site.as_deref(), &survey.municipalities);
    let phones = PhoneBook::of(survey.folders(), own);
    let (phones, centres) = (&phones, &Centres::of(survey.folders(), own));
    let alone = survey.municipalities.len() < 2;
    let configs = survey.municipalities.iter().filter_map(|folder| folder.config.as_ref());
    let nameless = configs.filter(|config| config.value.organisation_number.is_none()).count();
    let (now, linked) = (settings.now, &LinkedDocuments::of(survey.folders()));
    let ground =
        LintGround { inputs, own, now, drafts, future, stage, alone, nameless, phones, centres, linked };
    let only = ask.options.only.as_ref();
    let chosen: Vec<&Folder> =
        survey.folders().filter(|folder| only.is_none_or(|only| only.contains(&folder.id))).collect();
    let all: Vec<Seen> = chosen.par_iter().map(|folder| lint::lint_folder(folder, ground)).collect();
    let site = lint::lint_site(survey.site.as_deref(), ground);
    for seen in all.into_iter().chain([site]) {
        findings.diagnostics.extend(seen.found);
        findings.readings.extend(seen.readings);
        findings.outside.extend(seen.outside);
    }
}
