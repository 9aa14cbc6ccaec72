//! The region's own part: its front page, shared news and pages, and what ties the folders together; or as it was when nothing that
//! it rests on has changed.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::shared::{Around, SharedPart};
use super::work::{Finished, Work};
use super::{files, folders};
use crate::base::{Fingerprint, Mixer, SourcePath};
use crate::cache::{KnownSummary, Memory};
use crate::model::{self, Section, Sourced, rules};
use crate::parse::{self, Content, Role};
use crate::plan::{Regional, Summary, newest_texts, plan_region, withheld};

/// Makes the region's own part, and remembers it.
pub fn make(
    work: &Work<'_>,
    around: Around<'_>,
    region: &Section,
    summaries: &[Arc<KnownSummary>],
    next: &mut Memory,
) -> Finished {
    let Around { catalogue, shared, regional } = around;
    let Some(theme) = work.themes.get(&region.theme) else {
        let missing = work.missing_theme(&region.theme, &catalogue.site);
        return Finished::told(missing.into_iter().collect());
    };
    let key = key(work, shared, regional, summaries);
    if let Some(finished) = folders::unchanged_region(work, key) {
        return finished;
    }
    let each: Option<Vec<Arc<Summary>>> = summaries.iter().map(|known| whole(work, known)).collect();
    let Some(each) = each else {
        work.forgotten.store(true, Ordering::Relaxed);
        return Finished::default();
    };
    let plan = plan_region(region, &theme, regional, &each);
    if let Some(finished) = files::overfull(work, &plan, &catalogue.site) {
        return finished;
    }
    let hand = files::Hand { bodies: &shared.bodies, shared: &shared.bodies, old: &work.old.region.files };
    let mut finished = files::make(work, plan, hand);
    model::take_to_mentions(region, &mut finished.report.diagnostics);
    finished.report.withheld = withheld(region);
    finished.report.diagnostics.extend(folders::missing_words(region, &theme, &catalogue.site));
    finished.report.diagnostics.extend(rules::check_statement(
        region,
        region.site.statement.as_ref(),
        &catalogue.site,
    ));
    work.remember_top(Some(key), &mut finished, next);
    finished
}

/// A municipality's summary. Of one that an earlier process built the centres are read now; none when they are not what they were.
fn whole(work: &Work<'_>, known: &KnownSummary) -> Option<Arc<Summary>> {
    if let Some(whole) = known.whole.get() {
        return Some(whole.clone());
    }
    let outline = known.outline.as_ref()?;
    let centre = |(path, fingerprint): &(SourcePath, Fingerprint)| {
        let bytes = work.request.inputs.read(path).ok()?;
        let document = parse::parse(path, &Role::of(path)?, &bytes).document?;
        let value = match document.content {
            Content::Centre(value) if document.fingerprint == *fingerprint => value,
            _ => return None,
        };
        Some(Sourced { path: path.clone(), fingerprint: *fingerprint, value })
    };
    let centres = outline.centres.iter().map(centre).collect::<Option<Vec<_>>>()?;
    let summary = Arc::new(Summary { centres, ..outline.summary.clone() });
    Some(known.whole.get_or_init(|| summary).clone())
}

/// Everything that the region's own part is made of.
fn key(
    work: &Work<'_>,
    shared: &SharedPart,
    regional: &Regional,
    summaries: &[Arc<KnownSummary>],
) -> Fingerprint {
    let mut mixer = Mixer::default();
    mixer
        .add(&shared.fingerprint)
        .add(regional)
        .add(&work.request.options.settings)
        .add(&work.request.options.packed);
    mixer.add(&work.themes.fingerprint());
    for known in summaries {
        mixer.add(&known.fingerprint);
    }
    for lang in &regional.languages {
        let of_lang = summaries.iter().flat_map(|known| known.news()).filter(|(own, _)| own == lang);
        mixer.add(&newest_texts(of_lang.flat_map(|(_, entries)| entries)));
    }
    mixer.finish128()
}
