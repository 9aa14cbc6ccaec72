//! Open data that no portal can take: without an organisation number they have no publisher, and so no catalogue.

use super::{LintGround, SiteStage};
use crate::base::{At, Code, Diagnostic, SourcePath};
use crate::parse::municipality::Site;

/// Looks for the number of a site that is meant for readers. A municipality may have its own.
pub fn lint(site: &Site, file: &SourcePath, ground: LintGround<'_>) -> Option<Diagnostic> {
    let is_missing =
        site.organisation_number.is_none() && ground.nameless > 0 && ground.stage == SiteStage::Real;
    is_missing
        .then(|| Diagnostic::new(Code::NoOrganisationNumber, file, At::File).with("number", ground.nameless))
}
