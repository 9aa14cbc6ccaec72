//! The top of a site of one municipality, which has no region; or as it was when the municipality has not changed.

use std::sync::atomic::Ordering;

use super::shared::Around;
use super::work::{Finished, Work};
use super::{files, folders, look};
use crate::base::{At, Code, Diagnostic, Mixer, Seg};
use crate::cache::Memory;
use crate::model::Section;
use crate::plan::plan_alone;

/// Makes what lies beside the folder of the only municipality, and remembers it. `section` is the municipality where it was made just
/// now.
pub fn make(
    work: &Work<'_>,
    around: Around<'_>,
    id: &str,
    section: Option<Section>,
    next: &mut Memory,
) -> Finished {
    let Around { catalogue, shared, regional } = around;
    let site = &shared.model.site;
    let mut found: Vec<Diagnostic> = work.missing_theme(&site.theme, &catalogue.site).into_iter().collect();
    if site.statement.is_some() {
        let at = At::Key(vec![Seg::Key("accessibility_statement".into())]);
        let file = format!("content/{id}/municipality.yaml");
        found.push(Diagnostic::new(Code::StatementWithoutRegion, &catalogue.site, at).with("file", file));
    }
    if work.failed.load(Ordering::Relaxed) {
        return Finished::told(found);
    }
    // Where nothing is remembered, the files need not be looked through for what they are.
    let key = work.remember.then(|| folders::key(work, shared, regional, id)).flatten();
    let key = key.map(|key| Mixer::default().add(&"alone").add(&key).finish128());
    if let Some(finished) = key.and_then(|key| folders::unchanged_region(work, key)) {
        return finished;
    }
    let section = section.or_else(|| folders::section(work, catalogue, shared, id));
    let Some((section, theme)) = section.and_then(|section| {
        let theme = work.themes.get(&section.theme)?;
        let theme = look::wear(&section, theme).theme;
        Some((section, theme))
    }) else {
        return Finished::told(found);
    };
    let plan = plan_alone(&section, &theme, regional);
    let hand = files::Hand { bodies: &shared.bodies, shared: &shared.bodies, old: &work.old.region.files };
    let mut finished = files::make(work, plan, hand);
    finished.report.diagnostics.extend(found);
    work.remember_top(key, &mut finished, next);
    finished
}
