//! The way into an output: is it a folder that may be published to, is nobody else at it, and what in it is ours?

use std::path::Path;

use super::error::PublishError;
use super::lock::{self, Lock};
use super::manifest::{Found, Manifest};
use super::names::{MANIFEST, vet};
use super::target::{self, OutputTarget};
use super::traces::Traces;
use super::{foreign, journal, recover};

/// What a list said before the lock was taken, and what lay there then.
pub(super) struct KnownList {
    pub manifest: Manifest,
    pub traces: Traces,
}

/// Checks the output folder and takes its lock.
pub(super) fn enter(
    output: &Path,
    sources: &[&Path],
    only: Option<&[String]>,
) -> Result<(OutputTarget, Lock, Option<KnownList>), PublishError> {
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
    let mut known = None;
    if !recover::is_left(&target) {
        let traces = Traces::of(&target.output, true);
        known = match own_files(&target) {
            Ok(manifest) => Some(KnownList { manifest, traces }),
            Err(_) if lock::is_taken(&target) => return Err(PublishError::Busy(target.output.path())),
            Err(error) => return Err(error),
        };
    }
    let lock = lock::take(&target)?;
    Ok((target, lock, known))
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
