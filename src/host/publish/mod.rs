//! Publishing: what was built becomes what visitors see, all of it or nothing.
//!
//! ```text
//! open ──► put, keep … ──► publish
//!  the folder is right        the old site and the new one change places
//!  nobody else is at it
//!  a killed build is mended
//! ```
//!
//! The new site is gathered in a folder beside the output, where unchanged files are second names (hard links) of the old ones, so
//! their times stay. Then the system exchanges the two folders in one step. So a build that fails, is killed, or meets a full disk
//! leaves the old site or the new one, and a reader never meets a mixture. Where folders cannot be exchanged (some network
//! disks, an output that is a mount point) the files are moved one by one, and the next build mends what was cut short.
//!
//! A program that holds on to the output folder itself rather than to its name (a container that has it mounted) keeps the old
//! folder when the two are exchanged; [`PublishOptions::in_place`] is for it.
//!
//! A watch publishes again and again to one output: see [`Live`]. It changes the files in place, each whole, and costs what changed.
//!
//! Only what the manifest of the last build lists is ever removed. Nothing changed means nothing touched: not a file, not a time.

mod disk;
mod edit;
mod error;
mod exchange;
mod files;
mod folder;
mod journal;
mod ledger;
mod lists;
mod live;
mod lock;
mod manifest;
mod moving;
mod parts;
mod recover;
mod settle;
mod shelf;
mod stage;
mod traces;

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rayon::prelude::*;

use self::error::io;
use self::folder::OutputTarget;
use self::ledger::{Ledger, Record};
use self::lists::Lists;
use self::lock::Lock;
use self::manifest::{Found, Manifest};
use self::settle::Action;
use self::stage::{Spare, Staging};
use crate::base::Fingerprint;
use crate::host::clock;
use crate::host::ground::{self, Place};
use crate::host::hidden::Hidden;
use crate::host::seal::Seal;

pub use self::edit::Edit;
pub use self::error::PublishError;
pub use self::files::Files;
pub use self::live::{Live, LiveOptions};
pub use self::manifest::NAME as MANIFEST;
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

/// What an output has, as its list says, without the lock. None where there is no list.
pub(crate) fn listed(output: &Path) -> Option<Vec<String>> {
    Some(manifest_of(output)?.lasting().map(|(path, _)| path.to_string()).collect())
}

/// The same with the hashes of the files. None too where the list is another than this: somebody else has built since.
pub(crate) fn listed_as(output: &Path, listing: Fingerprint) -> Option<Vec<(String, Fingerprint)>> {
    let manifest = manifest_of(output).filter(|manifest| manifest.listing() == listing)?;
    Some(manifest.lasting().map(|(path, entry)| (path.to_string(), entry.hash)).collect())
}

fn manifest_of(output: &Path) -> Option<Manifest> {
    let target = folder::find(output, &[])?;
    let Ok(Found::Whole(manifest)) = manifest::read(&target.output) else { return None };
    Some(manifest)
}

/// A site on its way to the output. Dropped unpublished, it leaves no trace.
#[derive(Debug)]
pub struct Stage {
    target: OutputTarget,
    options: PublishOptions,
    old: Manifest,
    /// The list is ours, so its fingerprints and times are believed.
    is_known: bool,
    lists: Lists,
    seal: Seal,
    opened: SystemTime,
    ledger: Ledger,
    // Fields are dropped in this order: the stage is removed while the lock is held.
    staging: Staging,
    _lock: Lock,
}

/// Checks the output folder, takes its lock, mends what a killed build left, and makes room for the new site.
///
/// `sources` are the folders that the build reads.
pub fn open(output: &Path, sources: &[&Path], options: PublishOptions) -> Result<Stage, PublishError> {
    let opened = clock::system_time();
    let seal = options.hidden.as_ref().map_or_else(Seal::of_person, Hidden::seal);
    let (mut target, lock) = enter(output, sources, options.only.as_deref())?;
    let left = recover::recover(&target, options.sync, &seal)?;
    target.look()?;
    let mut old = own_files(&target)?;
    if target.exists {
        if journal::is_left(&target.output) {
            // Before anything of it is mended.
            folder::refuse_foreign(&target.output, &old)?;
        }
        journal::fold(&target.output, &mut old, options.sync)?;
    }
    let lists = Lists::of(options.hidden.clone(), &target);
    let is_known = lists.is_ours(&old);
    if !is_known {
        // What stays for the pages of the build before is what our list says, and no other.
        old.files.values_mut().for_each(|entry| entry.retained = false);
    }
    let spare = spare(&target, options.spare.as_deref(), (options.in_place, &seal), left)?;
    let staging = stage::make(&target, options.in_place, spare, &seal)?;
    let ledger = Ledger::default();
    Ok(Stage { target, options, old, is_known, lists, seal, opened, ledger, staging, _lock: lock })
}

/// Did a killed build leave something to be mended, or is one under way? Touches nothing.
pub(crate) fn is_left(output: &Path, sources: &[&Path]) -> bool {
    let is_left = |target: OutputTarget| recover::is_left(&target) || journal::is_left(&target.output);
    folder::find(output, sources).is_some_and(is_left)
}

/// Checks the output folder and takes its lock.
fn enter(
    output: &Path,
    sources: &[&Path],
    only: Option<&[String]>,
) -> Result<(OutputTarget, Lock), PublishError> {
    for name in only.into_iter().flatten() {
        ledger::vet(name)?;
        if name.contains('/') {
            return Err(PublishError::BadPath {
                path: name.clone(),
                why: "it is not at the top of the output",
            });
        }
    }
    let target = folder::target(output, sources)?;
    // A wrong folder is refused before even the lock is made. One that is being published to may look wrong for a moment.
    if !recover::is_left(&target)
        && let Err(error) = own_files(&target)
    {
        return Err(if lock::is_taken(&target) { PublishError::Busy(target.output.path()) } else { error });
    }
    let lock = lock::take(&target)?;
    Ok((target, lock))
}

/// The site to start from: one that a killed build left, or the one on the shelf.
fn spare(
    target: &OutputTarget,
    shelf: Option<&Path>,
    (in_place, seal): (bool, &Seal),
    left: Option<Manifest>,
) -> Result<Option<Spare>, PublishError> {
    let place = shelf.filter(|_| target.exists).and_then(|shelf| shelf::place(shelf, target));
    let Some(shelf) = place else {
        return left.map_or(Ok(()), |left| recover::discard(target, &left)).map(|()| None);
    };
    let spare = match left {
        Some(manifest) => Some(Spare { manifest, shelf, output: target.output.clone() }),
        None if in_place => None,
        None => shelf::take(&shelf, target, seal),
    };
    match spare {
        Some(spare) if in_place => shelf::put(&stage::beside(target), &spare, seal).map(|_| None),
        spare => Ok(spare),
    }
}

/// What of the output is ours. An error when there is something else at its top.
fn own_files(target: &OutputTarget) -> Result<Manifest, PublishError> {
    if !target.exists {
        return Ok(Manifest::default());
    }
    let output = &target.output;
    let found = manifest::read(output)?;
    let is_damaged = matches!(found, Found::Damaged);
    let manifest = found.or_empty();
    match folder::refuse_foreign_top(output, &manifest) {
        Err(PublishError::Foreign { .. }) if is_damaged => {
            Err(PublishError::Damaged(output.join(manifest::NAME).path()))
        }
        result => result.map(|()| manifest),
    }
}

impl Stage {
    /// Publishes a file under a relative path with `/` between its parts. Bytes that the output has already are not written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.claim(path)?;
        let hash = Fingerprint::of(bytes);
        let kept = self.is_untouched(path, hash)?
            || self.old.files.contains_key(path) && disk::holds_bytes(&self.target.output.join(path), bytes)?;
        if !kept {
            self.staging.write(path, bytes)?;
        }
        self.ledger.record(path, Record { hash, length: bytes.len() as u64, kept });
        Ok(())
    }

    /// Publishes a file that is known to be as it was. False: the output does not have it with these bytes, so put it.
    pub fn keep(&self, path: &str, hash: Fingerprint) -> Result<bool, PublishError> {
        if self.ledger.is_kept(path, hash) {
            // Kept once more after not all of its folder could be kept: it is kept all the same.
            return Ok(true);
        }
        self.claim(path)?;
        match self.old.files.get(path) {
            Some(entry) if self.is_untouched(path, hash)? => {
                self.ledger.record(path, Record { hash, length: entry.length, kept: true });
                Ok(true)
            }
            _ => {
                self.ledger.release(path);
                Ok(false)
            }
        }
    }

    /// What a file of ours has in the output now; nothing where it has more bytes than `most`, or cannot be read.
    pub(crate) fn had(&self, path: &str, most: u64) -> Option<Vec<u8>> {
        self.old.files.get(path)?;
        self.target.output.join(path).read(most).ok()
    }

    /// Makes what was put the site. What was not put goes, but for what `retain` says: theme assets that stay for one build more.
    pub fn publish(self, retain: &dyn Fn(&str) -> bool) -> Result<Published, PublishError> {
        self.publish_telling(retain, &mut |_, _| {}).map(|(published, _)| published)
    }

    /// The same, and tells what becomes of each file that does not stay as it is. Beside what it did it says what the output has then, as one: so
    /// that whoever goes on with the files knows whether somebody else has built since.
    pub fn publish_telling(
        mut self,
        retain: &dyn Fn(&str) -> bool,
        tell: Tell<'_>,
    ) -> Result<(Published, Fingerprint), PublishError> {
        let records = self.ledger.records()?;
        let retain = |path: &str| self.is_known && retain(path);
        let mut change = settle::settle(&self.old, records, (&|path| self.owns(path), &retain), tell);
        let published = std::mem::take(&mut change.published);
        if !self.is_known {
            let gone = self.old.files.keys().map(|path| &**path);
            let gone = gone.filter(|path| self.owns(path) && !change.files.contains_key(*path));
            folder::refuse_unlike(&self.target.output, &self.old, gone)?;
        }
        if !change.any {
            // What others laid into a site that stays as it is goes out with it.
            if self.target.exists {
                folder::refuse_foreign(&self.target.output, &self.old)?;
            }
            self.adopt()?;
            return Ok((published, self.old.listing()));
        }
        let new = self.next_manifest(&mut change)?;
        let listing = new.listing();
        let exchangeable = (ground::EXCHANGES && !self.options.in_place) || !self.target.exists;
        if self.staging.beside
            && exchangeable
            && let Some(published) = self.exchange(&change, &new, published.clone())?
        {
            self.seal_list();
            return Ok((published, listing));
        }
        self.move_over(&new)?;
        self.seal_list();
        Ok((published, listing))
    }

    /// Makes a list ours that was not, now that every file of it was compared.
    fn adopt(&mut self) -> Result<(), PublishError> {
        if self.is_known || self.options.hidden.is_none() || !self.knows_all() || !self.target.exists {
            return Ok(());
        }
        // What was changed by hand since it was compared is newer than that.
        manifest::replace(&self.target.output, &mut self.old, Some(self.opened), self.options.sync)?;
        self.lists.seal(&self.old);
        Ok(())
    }

    fn seal_list(&self) {
        if self.knows_all()
            && let Ok(Found::Whole(manifest)) = manifest::read(&self.target.output)
        {
            self.lists.seal(&manifest);
        }
    }

    /// A list that is not ours does not become it by a build of some folders: in the others nothing was compared, and a later build would
    /// remove what the list names there.
    fn knows_all(&self) -> bool {
        self.is_known || self.old.files.keys().all(|path| self.owns(path))
    }

    fn claim(&self, path: &str) -> Result<(), PublishError> {
        ledger::vet(path)?;
        if !self.owns(path) {
            return Err(PublishError::NotOwned(path.to_owned()));
        }
        self.ledger.claim(path)
    }

    fn owns(&self, path: &str) -> bool {
        let top = ledger::top(path);
        self.options.only.as_ref().is_none_or(|only| only.iter().any(|name| name == top))
    }

    /// Is it what the list says, a list that is ours, and was nothing done to it since?
    fn is_untouched(&self, path: &str, hash: Fingerprint) -> Result<bool, PublishError> {
        match self.old.files.get(path).filter(|entry| self.is_known && entry.hash == hash) {
            Some(entry) => disk::is_untouched(&self.target.output.join(path), entry, self.trusted_time()),
            None => Ok(false),
        }
    }

    /// Files older than this are as the list says.
    fn trusted_time(&self) -> Option<SystemTime> {
        self.old.written.filter(|_| self.is_known)
    }

    /// The manifest of the new site. What stays is listed as it really is, so that the next build does not trust a changed file; what a list
    /// that is not ours says of it stays what that list says.
    fn next_manifest(&self, change: &mut Action) -> Result<Manifest, PublishError> {
        let mut files = std::mem::take(&mut change.files);
        let mut staying = Vec::with_capacity(change.staying.len());
        for (path, entry) in std::mem::take(&mut change.staying) {
            let file = self.target.output.join(&*path);
            if let Some(actual) = disk::actual(&file, &entry, self.trusted_time())? {
                files.insert(path.clone(), if self.is_known { actual } else { entry });
                staying.push((path, entry));
            }
        }
        change.staying = staying;
        Ok(Manifest { files, ..Manifest::default() })
    }

    /// Completes the stage and exchanges it with the output. None: that cannot be done here, and the stage holds the new files.
    fn exchange(
        &mut self,
        change: &Action,
        new: &Manifest,
        mut published: Published,
    ) -> Result<Option<Published>, PublishError> {
        let (stage, output) = (self.staging.folder.clone(), self.target.output.clone());
        let staying = change.staying.iter().map(|(path, _)| path);
        let links: Vec<&str> = change.kept.iter().chain(staying).map(|path| &**path).collect();
        if self.target.exists {
            folder::refuse_foreign(&output, &self.old)?;
            self.staging.strip(new)?;
            links.par_iter().try_for_each(|path| self.staging.link(&output, path))?;
            exchange::carry(&output, &stage)?;
        }
        self.staging.complete(new, Some(&output).filter(|_| self.target.exists), self.options.sync)?;
        if !self.target.exists {
            stage.rename(&output).map_err(io("publish to", &output))?;
            self.staging.hand_over();
            // What is left of the ticket the next build removes.
            let _ = self.staging.tear_ticket();
        } else if exchange::swap(&stage, &output)? {
            self.staging.hand_over();
            match self.put_away() {
                Ok(found) => published.found = found,
                Err(_) => published.leftover = Some(stage.path()),
            }
        } else {
            self.staging.mark_building()?;
            self.staging.tear_ticket()?;
            links.iter().try_for_each(|path| disk::remove(&stage.join(path)))?;
            exchange::uncarry(&stage)?;
            return Ok(None);
        }
        if self.options.sync {
            disk::flush(&self.target.parent)?;
        }
        Ok(Some(published))
    }

    /// Removes the site that was replaced, or keeps it as the spare. What others saved into it meanwhile is moved back and told.
    fn put_away(&self) -> Result<Vec<String>, PublishError> {
        let (stage, output): (&Place, &Place) = (&self.staging.folder, &self.target.output);
        // Without a manifest it was no site.
        let shelf = self.options.spare.as_ref().filter(|_| self.old.id != Fingerprint::default());
        let Some(shelf) = shelf.and_then(|shelf| shelf::place(shelf, &self.target)) else {
            let found = exchange::clear(stage, output, &self.old)?;
            return self.staging.tear_ticket().map(|()| found);
        };
        let mut found = exchange::spare(stage, output, &self.old)?;
        self.staging.mark_spare()?;
        let spare = Spare { manifest: self.old.clone(), shelf, output: output.clone() };
        found.extend(shelf::put(stage, &spare, &self.seal)?);
        self.staging.tear_ticket().map(|()| found)
    }

    /// Moves the new files over the old ones, one by one.
    fn move_over(&mut self, new: &Manifest) -> Result<(), PublishError> {
        let sync = self.options.sync;
        if self.target.exists {
            folder::refuse_foreign(&self.target.output, &self.old)?;
        }
        self.staging.list(new, sync)?;
        let stage = self.staging.folder.clone();
        let it = moving::Move { stage: &stage, output: &self.target.output, old: &self.old, new, sync };
        moving::refuse_clash(&it)?;
        self.staging.mark_moving()?;
        moving::over(&it)
    }
}
