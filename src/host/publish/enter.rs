//! The way into an output: is it a folder that may be published to, is nobody else at it, and what in it is ours?

use std::path::Path;

use super::error::PublishError;
use super::lock::{self, Lock};
use super::manifest::{Found, Manifest};
use super::names::{MANIFEST, vet};
use super::target::{self, OutputTarget};
use super::{foreign, journal, recover};

/// Checks the output folder and takes its lock.
pub(super) fn enter(
    output: &Path,
    sources: &[&Path],
    only: Option<&[String]>,
) -> Result<(OutputTarget, Lock), PublishError> {
    for name in only.into_iter().flatten() {
        vet(name)?;
        if name.contains('/') {
            return Err(PublishError::BadPath {
                path: name.clone(),
                why: "it is not at the top of the output",
            });
        }
    }
    let target = target::target(output, sources)?;
    // A wrong folder is refused before even the lock is made. One that is being published to may look wrong for a moment.
    if !recover::is_left(&target)
        && let Err(error) = own_files(&target)
    {
        return Err(if lock::is_taken(&target) { PublishError::Busy(target.output.path()) } else { error });
    }
    let lock = lock::take(&target)?;
    Ok((target, lock))
}

/// What of the output is ours. An error when there is something else at its top.
pub(super) fn own_files(target: &OutputTarget) -> Result<Manifest, PublishError> {
    if !target.exists {
        return Ok(Manifest::default());
    }
    let output = &target.output;
    let found = journal::read(output)?;
    let is_damaged = matches!(found, Found::Damaged);
    let manifest = found.or_empty();
    match foreign::refuse_foreign_top(output, &manifest) {
        Err(PublishError::Foreign { .. }) if is_damaged => {
            Err(PublishError::Damaged(output.join(MANIFEST).path()))
        }
        result => result.map(|()| manifest),
    }
}
