//! The archive on the disk: what was published is added to it, and a day of it is shown.
//!
//! ```text
//! add:  lock ─► finish what was cut short ─► every file against SHA256SUMS ─► new files beside the old ─► journal ─► each takes its place
//! show: every part of the year against its hash ─► a new folder beside ─► its name
//! ```
//!
//! Nothing of an archive is changed before all that is new lies beside it whole and is named in a journal; from then on whoever comes next puts the rest in place.
//! So an archive that is killed at any moment is the old one or the new one. A damaged one is told and left as it is.
//!
//! An archive is a stranger's: its files are opened through the ground, and what they say is parsed by the room `archive`.

mod add;
mod draft;
mod folder;
mod show;
mod wacz;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use super::ground::{self, Ground, Place};
use super::hidden::Hidden;
use super::publish;
use super::remote::{self, FarError, FarPath, FarPublication};
use super::run::Outcome;
use crate::archive::ReadFault;
use crate::base::{AbsoluteUrl, Code, Diagnostic, Fingerprint, Messages, Phrase, SourcePath};
use crate::parse::municipality::Site;
use crate::parse::targets::{TARGETS, parse_targets};
use crate::parse::{self, Content, Role};

pub(crate) use self::add::{ArchiveAdded, add};
pub(crate) use self::show::show;

/// A site's settings are no longer.
const MOST_SETTINGS: u64 = 1 << 20;

/// Why nothing was archived, or shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum ArchiveError {
    /// A file of the archive is not as it was written.
    Damaged {
        /// Which.
        file: String,
        /// What is wrong with it.
        what: Phrase,
    },
    /// Something else.
    Failed(Phrase),
}

impl ArchiveError {
    /// What the system says of a file.
    fn of_system(error: &io::Error, place: &Place) -> Self {
        Self::at(error, &place.path())
    }

    fn at(error: &io::Error, path: &Path) -> Self {
        let path = path.display().to_string();
        if ground::is_link(error) {
            return Self::Failed(Phrase::new("target-link").with("path", path));
        }
        Self::Failed(FarError::of_system(error, &path).reason)
    }

    /// What came of reading a file of the archive.
    fn of_read(fault: ReadFault, place: &Place) -> Self {
        match fault {
            ReadFault::System(error) => Self::of_system(&error, place),
            ReadFault::Damaged(what) => {
                let file = place.name().unwrap_or_default().to_string_lossy().into_owned();
                Self::Damaged { file, what }
            }
        }
    }

    /// As a person is told it, who wanted to add something.
    pub fn diagnostic(self, archive: &Path) -> Diagnostic {
        self.told(archive, "add")
    }

    /// As a person is told it, who wanted to see a day.
    pub fn diagnostic_of_show(self, archive: &Path) -> Diagnostic {
        self.told(archive, "show")
    }

    fn told(self, archive: &Path, doing: &str) -> Diagnostic {
        let (code, key, words, file) = match self {
            Self::Damaged { file, what } => (Code::ArchiveDamaged, "what", what, Some(file)),
            Self::Failed(reason) => (Code::ArchiveFailed, "reason", reason, None),
        };
        let diagnostic = Diagnostic::anywhere(code).with("folder", archive.display()).with("kind", doing);
        diagnostic.with("file", file.unwrap_or_default()).saying(key, words)
    }
}

/// What was published, as the archive takes it.
pub(crate) struct ArchivedSite<'a> {
    /// The address that it is published at, without a slash at its end.
    pub base: &'a str,
    /// Its settings.
    pub site: &'a Site,
    /// Its files.
    pub files: &'a [FarPath],
    /// Their bytes.
    pub read: &'a (dyn Fn(&FarPath) -> io::Result<Vec<u8>> + Sync),
    /// The day that it was published for; the moment itself where none was given.
    pub now: Option<Date>,
}

/// The settings of a site, as `site.yaml` has them.
pub(crate) fn site_of(source: &Path) -> Result<Arc<Site>, ArchiveError> {
    let path = SourcePath::new("content/site.yaml");
    let read = Ground::open(source).and_then(|ground| ground.place().join(path.as_str()).read(MOST_SETTINGS));
    let bytes = read.map_err(|error| ArchiveError::at(&error, &source.join(path.as_str())))?;
    match parse::parse(&path, &Role::Site, &bytes).document.map(|document| document.content) {
        Some(Content::Site(site)) => Ok(site),
        _ => Err(ArchiveError::Failed(Phrase::new("archive-no-site"))),
    }
}

/// What a build made: its files by their paths, with the prints that its list has.
pub(crate) struct BuiltSite {
    place: Place,
    files: Vec<FarPath>,
    prints: BTreeMap<FarPath, Fingerprint>,
}

impl BuiltSite {
    /// That of a build into this folder, and no other build.
    pub fn of(source: &Path, output: &Path, outcome: &Outcome) -> Result<Self, ArchiveError> {
        let moved = |name: &str| ArchiveError::Failed(Phrase::new("archive-moved").with("path", name));
        let opened = Ground::open_from(source, output);
        let place = opened.map_err(|error| ArchiveError::at(&error, output))?.place();
        let listed = outcome.listing.map(|listing| publish::listed_as(source, output, listing)).transpose();
        let listed = listed.map_err(|error| ArchiveError::Failed(error.phrase()))?.flatten();
        let listed = listed.ok_or_else(|| moved(&output.display().to_string()))?;
        let parsed = listed.into_iter().map(|(name, print)| {
            let path = FarPath::parse(&name);
            let bad = || ArchiveError::Failed(Phrase::new("target-bad-path").with("path", &name));
            Ok((path.ok_or_else(bad)?, print))
        });
        let prints = parsed.collect::<Result<BTreeMap<_, _>, ArchiveError>>()?;
        Ok(Self { place, files: prints.keys().cloned().collect(), prints })
    }

    /// Its files.
    pub fn files(&self) -> &[FarPath] {
        &self.files
    }

    /// The bytes of one, as the build made them.
    pub fn read(&self, path: &FarPath) -> io::Result<Vec<u8>> {
        let file = self.place.join(path.as_str());
        let bytes = file.read(file.look()?.length)?;
        let is_same = self.prints.get(path) == Some(&Fingerprint::of(&bytes));
        if is_same { Ok(bytes) } else { Err(io::ErrorKind::NotFound.into()) }
    }
}

/// Adds to the archive of `publish.yaml` what a publication brought to readers. None where there is no archive.
pub(crate) fn follow(
    source: &Path,
    publication: &FarPublication,
    (address, now): (Option<&AbsoluteUrl>, Option<Date>),
) -> Option<(PathBuf, Result<ArchiveAdded, ArchiveError>)> {
    let path = match folder_of(source) {
        Ok(path) => path?,
        Err(error) => return Some((source.join(TARGETS), Err(error))),
    };
    let add = || {
        let site = site_of(source)?;
        let base = address.unwrap_or(&site.base_url).base();
        let files = publication.files();
        let read = |path: &FarPath| publication.read(path);
        apart((source, None), &path)?;
        add((source, &path), &ArchivedSite { base, site: &site, files: &files, read: &read, now })
    };
    let added = add();
    if added.is_ok() {
        meet(source, &path);
    }
    Some((path, added))
}

/// The folder that `publish.yaml` names. Where that file cannot be read nobody knows whether it names one.
pub(crate) fn folder_of(source: &Path) -> Result<Option<PathBuf>, ArchiveError> {
    let bytes = remote::settings(source).map_err(|error| ArchiveError::at(&error, &source.join(TARGETS)))?;
    let archive = bytes.and_then(|bytes| parse_targets(&bytes).0?.archive);
    Ok(archive.map(|archive| remote::at_home(source, &archive)))
}

/// Where it is kept which archive the person added to.
const MET: &str = "published/archive";

/// Has the person added to this archive from here, or does it lie in the source folder? `publish.yaml` may come from elsewhere and name any folder of
/// theirs.
pub(crate) fn is_met(source: &Path, archive: &Path) -> bool {
    let known = || Some(Hidden::of(source).read_here(MET, 100_000)? == own_name(archive)?);
    ground::is_within(source, archive) || known() == Some(true)
}

/// From now on nobody asks whether this archive is meant.
pub(crate) fn meet(source: &Path, archive: &Path) {
    if let Some(name) = own_name(archive).filter(|_| !is_met(source, archive)) {
        // What cannot be kept is asked again.
        let _ = Hidden::of(source).write_here(MET, &name);
    }
}

fn own_name(archive: &Path) -> Option<Vec<u8>> {
    Some(ground::real(archive).ok()?.into_os_string().into_encoded_bytes())
}

/// An archive lies apart from what the site is made of, and from what is made of it.
pub(crate) fn apart((source, output): (&Path, Option<&Path>), archive: &Path) -> Result<(), ArchiveError> {
    remote::refuse_own((source, output), archive).map_err(|error| ArchiveError::Failed(error.reason))
}

/// What was added, in a line.
pub(crate) fn words(messages: &Messages, added: &ArchiveAdded) -> String {
    let Some(file) = &added.file else { return messages.text("archive-nothing", &[]) };
    let ArchiveAdded { merged, whole, revisits, .. } = added;
    let [new, changed, gone] = [merged.new, merged.changed, merged.gone].map(|count| count.to_string());
    let (whole, revisits) = (whole.to_string(), revisits.to_string());
    let args = [("file", &**file), ("new", &new), ("changed", &changed), ("gone", &gone)];
    messages.text("archive-added", &[&args[..], &[("whole", &*whole), ("revisits", &*revisits)]].concat())
}
