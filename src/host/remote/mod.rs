//! The site far away: what a build made becomes what readers see on a server or a share.
//!
//! ```text
//! publish.yaml ─► a target, opened ─► what is there (list, journal) ─► plan ─► questions ─► steps, journal ─► list ─► a look over HTTP
//! ```
//!
//! A target has a list of the files that are ours ([`list`]), and while a publication is under way a journal ([`journal`]). The plan ([`plan`]) is made
//! of what is wanted and what is there, and knows no disk and no network. What is done on a target is done through [`Far`], whatever it is.
//!
//! What lies on a target may have been written by anybody who can write there: its list and journal are read as a stranger's.

#![cfg_attr(
    not(all(feature = "sftp", feature = "ftps", feature = "s3")),
    allow(dead_code, reason = "some of it is for kinds of targets that this build leaves out")
)]

mod asks;
mod far;
mod folder;
mod folders;
#[cfg(feature = "ftps")]
mod ftps;
mod journal;
mod kept;
mod list;
mod lock;
mod look;
mod open;
mod order;
mod path;
mod plan;
mod prints;
#[cfg(feature = "s3")]
mod s3;
mod seen;
mod send;
#[cfg(feature = "sftp")]
mod sftp;
pub(crate) mod words;

use std::collections::HashMap;
use std::fs::TryLockError;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use self::far::Far;
use self::journal::Author;
use self::kept::FarKept;
use self::list::{FarEntry, FarList, NumberedList, Print};
use self::look::FarSeen;
use self::plan::FarFiles;
use self::prints::KnownPrints;
use self::send::Sending;
use super::clock;
use super::ground::{self, FileKind, Ground, Place};
use super::hidden::Hidden;
use super::publish;
use super::run::Outcome;
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Fingerprint, Phrase, SourcePath};
use crate::parse::targets::{PublishTarget, PublishTargets, TARGETS, parse_targets};
use crate::parse::{self, Content, Role};

pub(crate) use self::asks::{AskedKey, AskingServer, Asks, Secret, SecretFor};
pub(crate) use self::far::FarError;
pub(super) use self::open::{at_home, refuse_own};
pub(crate) use self::path::FarPath;
pub(crate) use self::plan::Planned;
pub(crate) use self::seen::Unlike;

/// No settings are longer.
const MOST_SETTINGS: u64 = 1 << 20;

/// Reads the targets of a source folder: `publish.yaml`. None where there is no such file.
pub fn targets(source: &Path) -> Option<(Option<PublishTargets>, Vec<Diagnostic>)> {
    match settings(source) {
        Ok(bytes) => Some(parse_targets(&bytes?)),
        Err(error) => {
            let told = Diagnostic::new(Code::Unreadable, &SourcePath::new(TARGETS), At::File);
            Some((None, vec![told.saying("reason", Phrase::of_system(&error))]))
        }
    }
}

/// What `publish.yaml` holds; none where there is no such file. One that cannot be read may name targets, and an archive.
pub(super) fn settings(source: &Path) -> io::Result<Option<Vec<u8>>> {
    match Ground::open(source)?.place().join(TARGETS).read(MOST_SETTINGS) {
        Err(error) if ground::is_absent(&error) => Ok(None),
        result => result.map(Some),
    }
}

/// The address that the site is published at, as `site.yaml` has it.
pub fn base_url(source: &Path) -> Option<AbsoluteUrl> {
    let path = SourcePath::new("content/site.yaml");
    let bytes = Ground::open(source).ok()?.place().join(path.as_str()).read(MOST_SETTINGS).ok()?;
    match parse::parse(&path, &Role::Site, &bytes).document?.content {
        Content::Site(site) => Some(site.base_url.clone()),
        _ => None,
    }
}

/// What shall be on a target.
pub enum FarSource {
    /// What a build made, in this folder, and no other build.
    Built(PathBuf, Box<Outcome>),
    /// What was there before the last publication.
    Before,
}

/// A publication on its way.
pub struct FarPublication {
    kept: FarKept,
    far: Box<dyn Far>,
    source: Wanted,
    seen: FarSeen,
    author: Author,
    /// What is to be done.
    pub planned: Planned,
    _lock: std::fs::File,
}

/// Where the bytes come from.
enum Wanted {
    Output(Place),
    Before(FarList),
}

/// Something that a person should know before anything is sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Doubt {
    /// Somebody else has published: which machine, when.
    Others {
        /// The machine.
        by: String,
        /// When.
        at: String,
    },
    /// The target's list is gone or damaged. What this computer put there last is taken for it.
    Forgotten,
    /// A publication of another machine has not ended.
    Broken {
        /// The machine.
        by: String,
        /// When it began.
        at: String,
    },
    /// More than a fifth of the pages go.
    Loss,
    /// Files of others lie where ours shall be.
    Strangers(Vec<FarPath>),
}

impl FarPublication {
    /// Opens a target, looks at it and plans. Nothing is touched.
    pub fn open(
        source: &Path,
        (name, target): (&str, &PublishTarget),
        site: &FarSource,
        asks: &Asks<'_>,
    ) -> Result<Self, FarError> {
        let hidden = Hidden::of(source);
        refuse_blind(&hidden, matches!(site, FarSource::Before))?;
        let lock = lock(&hidden)?;
        let output = if let FarSource::Built(output, _) = site { Some(output.as_path()) } else { None };
        let far = open::open((source, output, &hidden), (name, target), asks)?;
        let kept = FarKept::of(hidden, name);
        let shown = kept.hidden.shown();
        let failed = |error: io::Error| FarError::of_system(&error, &shown);
        let last = kept.last().map_err(failed)?;
        let current = kept.read("current").map_err(failed)?;
        let known: Vec<&NumberedList> = current.as_deref().into_iter().collect();
        let seen = send::patiently(|| look::look(&*far, last.as_ref(), &known))?;
        let (wanted, from) = match site {
            FarSource::Built(output, outcome) => {
                let (place, files) = built((source, output), outcome, &kept.hidden)?;
                (files, Wanted::Output(place))
            }
            FarSource::Before => {
                // Of a publication that broke off its own beginning is what was there before.
                let before = match &seen.list {
                    Some((_, number)) if seen.broken.is_some() => kept.of_number(*number),
                    Some((_, number)) => kept.before(*number),
                    None => Ok(None),
                };
                let before = before.map_err(failed)?;
                let before = before.ok_or_else(|| FarError::lasting(Phrase::new("target-no-undo")))?;
                let files = before.files.iter().filter(|(_, entry)| !entry.retained);
                (files.map(|(path, entry)| (path.clone(), *entry)).collect(), Wanted::Before(before))
            }
        };
        let planned = plan::plan(&wanted, &seen.state);
        if let Wanted::Before(list) = &from {
            // Half of what was there before would be worse than what is there now.
            for path in planned.puts() {
                kept.bytes(list, path).map_err(|error| match error.raw_os_error() {
                    Some(_) if !ground::is_absent(&error) => failed(error),
                    _ => FarError::lasting(Phrase::new("target-undo-damaged")),
                })?;
            }
        }
        let token = ground::unguessable().map_err(|error| FarError::of_system(&error, name))?;
        let author = Author { by: machine(), at: clock::stamp(), token: format!("{token:016x}") };
        Ok(Self { kept, far, source: from, seen, author, planned, _lock: lock })
    }

    /// Has the target all of it already?
    pub fn is_done(&self) -> bool {
        let is_listed = self.seen.list.as_ref().is_some_and(|(list, _)| list.files == self.planned.next);
        self.planned.is_empty() && is_listed && self.seen.broken.is_none() && !self.seen.is_forgotten
    }

    /// Does it go on with a publication that broke off?
    pub fn goes_on(&self) -> bool {
        self.seen.broken.is_some()
    }

    /// By which a plan is known again as the one that was seen, for this target and no other. Whoever exchanges the file of targets can make another
    /// that has the same fingerprint, but none with the same print.
    pub fn print(&self, target: &PublishTarget) -> Print {
        Print::of(format!("{target:?}\n{:?}", self.planned).as_bytes())
    }

    /// What a person should know first.
    pub fn doubts(&self) -> Result<Vec<Doubt>, FarError> {
        let mut doubts = Vec::new();
        let kept = &self.kept;
        let failed = |error: io::Error| FarError::of_system(&error, &kept.hidden.shown());
        if let Some((list, number)) = &self.seen.list
            && !kept.knows(*number).map_err(failed)?
            && !self.is_done()
        {
            doubts.push(Doubt::Others { by: list.by.clone(), at: list.at.clone() });
        }
        if self.seen.is_forgotten {
            doubts.push(Doubt::Forgotten);
        }
        if let Some(author) = &self.seen.broken
            && !kept.began(&author.token).map_err(failed)?
        {
            doubts.push(Doubt::Broken { by: author.by.clone(), at: author.at.clone() });
        }
        if self.planned.loses_much() {
            doubts.push(Doubt::Loss);
        }
        let strangers = send::patiently(|| look::strangers(&*self.far, &self.planned, &self.seen.state))?;
        if !strangers.is_empty() {
            doubts.push(Doubt::Strangers(strangers));
        }
        Ok(doubts)
    }

    /// Does it. What is told is how many steps are done, and of how many.
    pub fn send(&self, progress: &(dyn Fn(usize, usize) + Sync), stop: &AtomicBool) -> Result<(), FarError> {
        let kept = &self.kept;
        let failed = |error: io::Error| FarError::of_system(&error, &kept.hidden.shown());
        let bytes = |path: &FarPath| self.bytes(path);
        let has_begun = AtomicBool::new(false);
        let (home, last) = (kept.home().map_err(failed)?, kept.last().map_err(failed)?);
        let broken = self.seen.broken.as_ref().map(|author| &*author.token);
        kept.begin(&self.author.token, broken).map_err(failed)?;
        let sending = Sending {
            far: &*self.far,
            seen: &self.seen,
            planned: &self.planned,
            author: &self.author,
            home: &home,
            last: last.as_ref(),
            bytes: &bytes,
            progress,
            stop,
            has_begun: &has_begun,
        };
        let known = match &self.seen.list {
            Some(list) if kept.knows(list.1).map_err(failed)? => Some(list),
            _ => None,
        };
        let bring = |path: &FarPath, place: &Place| self.bring(path, place);
        let sent = sending.send(&|list| kept.keep(list, known, &bring).map_err(failed));
        sent.map_err(|error| FarError { has_begun: has_begun.load(Ordering::Relaxed), ..error })?;
        kept.settle().and_then(|()| kept.ended()).map_err(failed)
    }

    /// Asks for the front page and some changed pages as a reader would. An address within is asked where the person says so.
    pub fn compare(&self, base: &str, looks_within: bool) -> (usize, Vec<Unlike>) {
        let bytes = |path: FarPath| Some((path.clone(), self.bytes(&path).ok()?));
        let pages: Vec<(FarPath, Vec<u8>)> =
            seen::pages(&self.planned).into_iter().filter_map(bytes).collect();
        (pages.len(), seen::compare((base, looks_within), &pages))
    }

    /// The files that readers have now, but for style that is left for their browsers.
    pub fn files(&self) -> Vec<FarPath> {
        let files = self.planned.next.iter().filter(|(_, entry)| !entry.retained);
        files.map(|(path, _)| path.clone()).collect()
    }

    /// The bytes of one, as they were sent.
    pub fn read(&self, path: &FarPath) -> io::Result<Vec<u8>> {
        let bytes = self.bytes(path)?;
        let is_same = self.planned.next.get(path).is_some_and(|entry| entry.print == Print::of(&bytes));
        if is_same { Ok(bytes) } else { Err(io::ErrorKind::NotFound.into()) }
    }

    fn bytes(&self, path: &FarPath) -> io::Result<Vec<u8>> {
        match &self.source {
            Wanted::Output(place) => {
                let file = place.join(path.as_str());
                file.read(file.look()?.length)
            }
            Wanted::Before(list) => self.kept.bytes(list, path),
        }
    }

    /// Gives a file a second name where it is kept, or copies it where the disk cannot.
    fn bring(&self, path: &FarPath, to: &Place) -> io::Result<()> {
        if let Wanted::Output(place) = &self.source
            && place.join(path.as_str()).link(to).is_ok()
        {
            return Ok(());
        }
        to.replace(&self.bytes(path)?)
    }
}

/// What the system refuses to show is not gone: that nothing was kept, or that somebody else was there, is not said where it cannot be known. Where
/// one is never let in nothing was kept, and a publication goes on without.
fn refuse_blind(hidden: &Hidden, is_undo: bool) -> Result<(), FarError> {
    let seal = hidden.seal();
    let trouble = seal.trouble().filter(|trouble| is_undo || !trouble.is_lasting());
    trouble.map_or(Ok(()), |trouble| {
        Err(FarError::of_system(&trouble.error, &trouble.folder.display().to_string()))
    })
}

/// One publication at a time from a source folder.
fn lock(hidden: &Hidden) -> Result<std::fs::File, FarError> {
    let failed = |error: io::Error| FarError::of_system(&error, &hidden.shown());
    let place = hidden.place("publish-lock").ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
    place.parent().ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?.make_folders(1).map_err(failed)?;
    let file = place.open_lock().map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(FarError::lasting(Phrase::new("target-busy"))),
        Err(TryLockError::Error(error)) => Err(failed(error)),
    }
}

/// What a build made: its files with their prints. Another build into the same folder, one with drafts perhaps, is not taken for it.
fn built(
    (source, output): (&Path, &Path),
    outcome: &Outcome,
    hidden: &Hidden,
) -> Result<(Place, FarFiles), FarError> {
    let failed = |error: io::Error| FarError::of_system(&error, &output.display().to_string());
    let place = Ground::open_from(source, output).map_err(failed)?.place();
    let moved = |name: &str| FarError::lasting(Phrase::new("target-source-moved").with("path", name));
    let listed = outcome.listing.map(|listing| publish::listed_as(source, output, listing)).transpose();
    let listed = listed.map_err(|error| FarError::lasting(error.phrase()))?.flatten();
    let listed = listed.ok_or_else(|| moved(&output.display().to_string()))?;
    let known = KnownPrints::read(hidden);
    let read = |name: &str, hash: Fingerprint| {
        let file = place.join(name);
        let failed = |error: io::Error| FarError::of_system(&error, &file.path().display().to_string());
        let look = file.look().map_err(failed)?;
        if look.kind != FileKind::File {
            return Err(moved(name));
        }
        let bytes = file.read(look.length).map_err(failed)?;
        if Fingerprint::of(&bytes) != hash {
            return Err(moved(name));
        }
        Ok((Print::of(&bytes), bytes.len() as u64))
    };
    let entry = |(name, hash): (String, Fingerprint)| {
        let path = FarPath::parse(&name)
            .ok_or_else(|| FarError::lasting(Phrase::new("target-bad-path").with("path", &name)))?;
        // What was read before is read again only if it is sent.
        let (print, length) = known.of(hash).map_or_else(|| read(&name, hash), Ok)?;
        Ok((path, hash, FarEntry { print, length, retained: false }))
    };
    let files = listed.into_par_iter().map(entry).collect::<Result<Vec<_>, FarError>>()?;
    let now: HashMap<_, _> =
        files.iter().map(|(_, hash, entry)| (*hash, (entry.print, entry.length))).collect();
    known.keep(hidden, &now);
    Ok((place, files.into_iter().map(|(path, _, entry)| (path, entry)).collect()))
}

/// What this machine is called, for the person who publishes from another.
fn machine() -> String {
    #[cfg(unix)]
    let name = rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    #[expect(clippy::disallowed_methods, reason = "Windows says a machine's name in the environment")]
    let name = std::env::var("COMPUTERNAME").unwrap_or_default();
    list::word(&name)
}

#[cfg(all(test, unix))]
mod tests;
