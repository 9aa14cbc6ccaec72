//! Publishing: what was built becomes what visitors see, all of it or nothing.
//!
//! ```text
//! open ──► begin ──► put, keep, keep_folder … ──► a change ──► landed
//!  the folder is right      by many threads        a value      by an exchange of folders, or file by file
//!  nobody else is at it
//!  what a killed build began is carried on
//! ```
//!
//! A build gathers the new site in a folder beside the output, where unchanged files are second names (hard links) of the old ones, so
//! their times stay. Then the system exchanges the two folders in one step. So a build that fails, is killed, or meets a full disk
//! leaves the old site or the new one, and a reader never meets a mixture. Where folders cannot be exchanged (some network
//! disks, Windows, an output that is a mount point), and for a watch, which publishes again and again and costs what changed, the files are moved one by one,
//! each whole, and whoever comes next carries on what was cut short.
//!
//! A program that holds on to the output folder itself rather than to its name (a container that has it mounted) keeps the old
//! folder when the two are exchanged; [`PublishOptions::in_place`] is for it.
//!
//! Only what the manifest of the last build lists is ever removed. Nothing changed means nothing touched: not a file, not a time.

mod begun;
mod change;
mod disk;
mod draft;
mod enter;
mod entry;
mod error;
mod exchange;
mod files;
mod folders;
mod foreign;
mod journal;
mod ledger;
mod lists;
mod lock;
mod manifest;
mod marks;
mod names;
mod output;
mod parts;
mod recover;
mod shelf;
mod stage;
mod target;
mod traces;

use std::path::{Path, PathBuf};

use self::manifest::{Found, Manifest};
use crate::base::Fingerprint;
use crate::host::hidden::Hidden;

pub use self::draft::{OutputDraft, open};
pub use self::error::PublishError;
pub use self::files::Files;
pub use self::names::MANIFEST;
pub use self::output::SiteOutput;
pub(crate) use self::parts::SiteParts;

/// How to publish.
#[derive(Clone, Debug, Default)]
pub struct PublishOptions {
    /// Flush to the disk, for a server that reads the output itself and may lose its power.
    pub sync: bool,
    /// The folders at the top of the output that this build makes. Everything else stays as it is.
    pub only: Option<Vec<String>>,
    /// File by file, without an exchange: less work where little changes, but a reader may meet new pages beside old ones.
    pub in_place: bool,
    /// A folder of the caller's where the site that is replaced is kept, for the next build to start from: an edit then costs what
    /// it changes and not a new name for every file. Its unchanged files take no room of their own, and it holds no older site
    /// than the one replaced last. Without effect where the folder is on another disk than the output.
    pub spare: Option<PathBuf>,
    /// The caller's folder, where it is kept which list of files is ours. Without it nothing that the output says of itself is believed,
    /// and every file is compared.
    pub hidden: Option<Hidden>,
}

/// What publishing did, for the report.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Published {
    /// Files that were not there before.
    pub new: usize,
    /// Files with other bytes than before.
    pub changed: usize,
    /// Files that are gone.
    pub removed: usize,
    /// Files with the same bytes, not written again.
    pub unchanged: usize,
    /// Files of others that turned up in the output during the build. They are still there, under these names.
    pub found: Vec<String>,
    /// The replaced site could not be removed wholly: the next build tries again.
    pub leftover: Option<PathBuf>,
}

/// What becomes of a file of the output.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// It was not there before.
    New,
    /// It gets other bytes.
    Changed,
    /// It goes.
    Removed,
}

/// Is told of each file that is new, changed or removed, in no order. What publishing then cannot do was told in vain.
pub(crate) type Tell<'a> = &'a mut dyn FnMut(Fate, &str);

/// Which files stay for one build more although they were not put. A watch retains none: warm equals cold, and whoever watches has the page
/// reloaded.
pub type Retain<'a> = Option<&'a dyn Fn(&str) -> bool>;

/// What an output has, as its list says, without the lock. None where there is no list.
pub(crate) fn listed(output: &Path) -> Option<Vec<String>> {
    Some(manifest_of(output, &[])?.lasting().map(|(path, _)| path.to_string()).collect())
}

/// Files by their paths, with their hashes.
pub(crate) type HashedFiles = Vec<(String, Fingerprint)>;

/// The same with the hashes of the files. None too where the list is another than this: somebody else has built since.
pub(crate) fn listed_as(
    source: &Path,
    output: &Path,
    listing: Fingerprint,
) -> Result<Option<HashedFiles>, PublishError> {
    let content = source.join("content");
    let Some(target) = target::find(output, &[&content]) else { return Ok(None) };
    let Found::Whole(manifest) = journal::read(&target.output)? else { return Ok(None) };
    if manifest.listing() != listing {
        return Ok(None);
    }
    Ok(Some(manifest.lasting().map(|(path, entry)| (path.to_string(), entry.hash)).collect()))
}

fn manifest_of(output: &Path, sources: &[&Path]) -> Option<Manifest> {
    let target = target::find(output, sources)?;
    let Ok(Found::Whole(manifest)) = journal::read(&target.output) else { return None };
    Some(manifest)
}

/// Did a killed build leave something to be mended, or is one under way? Touches nothing.
pub(crate) fn is_left(output: &Path, sources: &[&Path]) -> bool {
    // One that cannot be looked at may have been left.
    target::find(output, sources)
        .is_some_and(|target| recover::is_left(&target) || journal::is_left(&target.output).unwrap_or(true))
}
