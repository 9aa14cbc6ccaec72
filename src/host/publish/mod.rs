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
//! folder when the two are exchanged; [`Options::in_place`] is for it.
//!
//! Only what the manifest of the last build lists is ever removed. Nothing changed means nothing touched: not a file, not a time.

mod disk;
mod error;
mod exchange;
mod folder;
mod ledger;
mod lock;
mod manifest;
mod moving;
mod settle;
mod stage;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use self::error::io;
use self::folder::Target;
use self::ledger::{Ledger, Record};
use self::lock::Lock;
use self::manifest::{Found, Manifest};
use self::settle::Change;
use self::stage::Staging;
use crate::base::Fingerprint;

pub use self::error::PublishError;
pub use self::manifest::NAME as MANIFEST;

/// How to publish.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Flush to the disk, for a server that reads the output itself and may lose its power.
    pub sync: bool,
    /// The folders at the top of the output that this build makes. Everything else stays as it is.
    pub only: Option<Vec<String>>,
    /// File by file, without an exchange: less work where little changes, but a reader may meet new pages beside old ones.
    pub in_place: bool,
    /// Keep the site that is replaced, hidden beside the output, for the next build to start from: an edit then costs what it
    /// changes and not a new name for every file. Its unchanged files take no room of their own.
    pub spare: bool,
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
    pub leftover: Option<std::path::PathBuf>,
}

/// A site on its way to the output. Dropped unpublished, it leaves no trace.
#[derive(Debug)]
pub struct Stage {
    target: Target,
    options: Options,
    old: Manifest,
    ledger: Ledger,
    // Fields are dropped in this order: the stage is removed while the lock is held.
    staging: Staging,
    _lock: Lock,
}

/// Checks the output folder, takes its lock, mends what a killed build left, and makes room for the new site.
///
/// `sources` are the folders that the build reads.
pub fn open(output: &Path, sources: &[&Path], options: Options) -> Result<Stage, PublishError> {
    for name in options.only.iter().flatten() {
        ledger::vet(name)?;
        if name.contains('/') {
            return Err(PublishError::BadPath {
                path: name.clone(),
                why: "it is not at the top of the output",
            });
        }
    }
    let mut target = folder::target(output, sources)?;
    // A wrong folder is refused before even the lock is made.
    if !stage::is_left(&target) {
        own_files(&target)?;
    }
    fs::create_dir_all(&target.parent).map_err(io("make the folder", &target.parent))?;
    let lock = lock::take(&target)?;
    let mut spare = stage::recover(&target, options.sync)?;
    target.exists = target.output.is_dir();
    let old = own_files(&target)?;
    if let Some(unwanted) = spare.take_if(|_| !target.exists || !(options.spare || options.in_place)) {
        stage::discard(&target, &unwanted)?;
    }
    let staging = stage::make(&target, options.in_place, spare)?;
    Ok(Stage { target, options, old, ledger: Ledger::default(), staging, _lock: lock })
}

/// What of the output is ours. An error when there is something else at its top.
fn own_files(target: &Target) -> Result<Manifest, PublishError> {
    if !target.exists {
        return Ok(Manifest::default());
    }
    let output = &target.output;
    let found = manifest::read(output).map_err(io("read the list in", output))?;
    let is_damaged = matches!(found, Found::Damaged);
    let manifest = found.or_empty();
    match folder::refuse_foreign_top(output, &manifest) {
        Err(PublishError::Foreign { .. }) if is_damaged => {
            Err(PublishError::Damaged(output.join(manifest::NAME)))
        }
        result => result.map(|()| manifest),
    }
}

impl Stage {
    /// Publishes a file under a relative path with `/` between its parts. Bytes that the output has already are not written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.claim(path)?;
        let hash = Fingerprint::of(bytes);
        let kept = self.holds(path, hash);
        if !kept {
            self.write(path, bytes)?;
        }
        self.ledger.record(path, Record { hash, length: bytes.len() as u64, kept });
        Ok(())
    }

    /// Publishes a file that is known to be as it was. False: the output does not have it with these bytes, so put it.
    pub fn keep(&self, path: &str, hash: Fingerprint) -> Result<bool, PublishError> {
        self.claim(path)?;
        match self.old.files.get(path) {
            Some(entry) if self.holds(path, hash) => {
                self.ledger.record(path, Record { hash, length: entry.length, kept: true });
                Ok(true)
            }
            _ => {
                self.ledger.release(path);
                Ok(false)
            }
        }
    }

    /// Makes what was put the site. What was not put goes, but for what `retain` says: theme assets that stay for one build more.
    pub fn publish(mut self, retain: &dyn Fn(&str) -> bool) -> Result<Published, PublishError> {
        let records = self.ledger.records()?;
        let mut change = settle::settle(&self.old, records, &|path| self.owns(path), retain);
        let published = std::mem::take(&mut change.published);
        if !change.any {
            return Ok(published);
        }
        let new = self.next_manifest(&mut change);
        let exchangeable = self.staging.beside && (!self.options.in_place || !self.target.exists);
        if exchangeable && let Some(published) = self.exchange(&change, &new, published.clone())? {
            return Ok(published);
        }
        self.move_over(&new)?;
        Ok(published)
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

    fn holds(&self, path: &str, hash: Fingerprint) -> bool {
        self.old.files.get(path).is_some_and(|entry| {
            entry.hash == hash && disk::holds(&self.target.output.join(path), entry, self.old.written)
        })
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        self.make_room(path)?;
        self.make_folder(manifest::parents(path).next())?;
        let file = self.staging.folder.join(path);
        disk::write(&file, bytes).map_err(io("write", &file))
    }

    /// Takes out of the stage what the spare has where a file comes. It is never written over: it may be the output's too.
    fn make_room(&self, path: &str) -> Result<(), PublishError> {
        self.staging.used.store(true, Ordering::Relaxed);
        let Some(spare) = &self.staging.spare else { return Ok(()) };
        // What the list calls a file may be a folder by now: then it is emptied below.
        let is_folder =
            || fs::symlink_metadata(self.staging.folder.join(path)).is_ok_and(|meta| meta.is_dir());
        if spare.files.contains_key(path) && !is_folder() {
            return disk::remove(&self.staging.folder.join(path));
        }
        for file in manifest::parents(path).filter(|folder| spare.files.contains_key(*folder)) {
            self.ledger.one_by_one(|| stage::remove_file(&self.staging.folder.join(file)))?;
        }
        let folder = self.staging.folder.join(path);
        if fs::symlink_metadata(&folder).is_ok_and(|meta| meta.is_dir()) {
            stage::empty(&folder)?;
            fs::remove_dir(&folder).map_err(io("remove", &folder))?;
        }
        Ok(())
    }

    /// Makes a folder of the stage with all above it, once.
    fn make_folder(&self, folder: Option<&str>) -> Result<(), PublishError> {
        let Some(folder) = folder.filter(|folder| !self.ledger.is_made(folder)) else { return Ok(()) };
        let path = self.staging.folder.join(folder);
        let mut made = fs::create_dir(&path);
        if made.as_ref().is_err_and(|error| error.kind() == ErrorKind::NotFound) {
            self.make_folder(manifest::parents(folder).next())?;
            made = fs::create_dir(&path);
        }
        match made {
            // Another thread was faster.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            result => result.map_err(io("make the folder", &path))?,
        }
        self.ledger.made(folder);
        Ok(())
    }

    /// The manifest of the new site. What stays is listed as it really is, so that the next build does not trust a changed file.
    fn next_manifest(&self, change: &mut Change) -> Manifest {
        let mut files = std::mem::take(&mut change.files);
        change.staying.retain_mut(|(path, entry)| {
            let file = self.target.output.join(&**path);
            let Some(actual) = disk::actual(&file, entry, self.old.written) else { return false };
            files.insert(path.clone(), actual);
            true
        });
        Manifest { files, written: None }
    }

    /// Completes the stage and exchanges it with the output. None: that cannot be done here, and the stage holds the new files.
    fn exchange(
        &mut self,
        change: &Change,
        new: &Manifest,
        mut published: Published,
    ) -> Result<Option<Published>, PublishError> {
        let (stage, output) = (self.staging.folder.clone(), self.target.output.clone());
        let staying = change.staying.iter().map(|(path, _)| path);
        let links: Vec<&str> = change.kept.iter().chain(staying).map(|path| &**path).collect();
        if self.target.exists {
            folder::refuse_foreign(&output, &self.old)?;
            self.strip_spare(new)?;
            links.par_iter().try_for_each(|path| self.link(path))?;
            exchange::carry(&output, &stage)?;
        }
        self.write_manifest(new)?;
        if self.options.sync {
            self.flush(new)?;
        }
        self.staging.mark_whole()?;
        if !self.target.exists {
            fs::rename(&stage, &output).map_err(io("publish to", &output))?;
            self.staging.hand_over();
        } else if exchange::swap(&stage, &output)? {
            self.staging.hand_over();
            match self.put_away() {
                Ok(found) => published.found = found,
                Err(_) => published.leftover = Some(stage),
            }
        } else {
            self.staging.mark_building()?;
            links.iter().try_for_each(|path| disk::remove(&stage.join(path)))?;
            exchange::uncarry(&stage)?;
            return Ok(None);
        }
        if self.options.sync {
            disk::flush(&self.target.parent)?;
        }
        Ok(Some(published))
    }

    /// Takes out of a spare what the new site has not.
    fn strip_spare(&self, new: &Manifest) -> Result<(), PublishError> {
        let Some(spare) = &self.staging.spare else { return Ok(()) };
        self.staging.used.store(true, Ordering::Relaxed);
        let gone = spare.files.keys().map(|path| &**path).filter(|path| !new.files.contains_key(*path));
        moving::remove_below(&self.staging.folder, &gone.collect::<Vec<_>>())?;
        exchange::uncarry(&self.staging.folder)?;
        disk::remove(&self.staging.folder.join(manifest::NAME))
    }

    /// Removes the site that was replaced, or keeps it as the spare. What others saved into it meanwhile is moved back and told.
    fn put_away(&self) -> Result<Vec<String>, PublishError> {
        let (stage, output) = (&self.staging.folder, &self.target.output);
        // Without a manifest it was no site.
        if !self.options.spare || self.old.written.is_none() {
            return exchange::clear(stage, output, &self.old);
        }
        let found = exchange::spare(stage, output, &self.old)?;
        self.staging.mark_spare()?;
        Ok(found)
    }

    /// Moves the new files over the old ones, one by one.
    fn move_over(&mut self, new: &Manifest) -> Result<(), PublishError> {
        let manifest = self.staging.folder.join(manifest::NAME);
        if !manifest.exists() {
            self.write_manifest(new)?;
        }
        let sync = self.options.sync;
        if sync {
            self.flush(new)?;
        }
        let stage = self.staging.folder.clone();
        let it = moving::Move { stage: &stage, output: &self.target.output, old: &self.old, new, sync };
        moving::refuse_clash(&it)?;
        self.staging.mark_moving()?;
        moving::over(&it)
    }

    fn link(&self, path: &str) -> Result<(), PublishError> {
        let (from, to) = (self.target.output.join(path), self.staging.folder.join(path));
        if self.staging.spare.is_some() {
            if disk::is_one_file(&from, &to) {
                return Ok(());
            }
            self.make_room(path)?;
        }
        self.make_folder(manifest::parents(path).next())?;
        disk::link(&from, &to)
    }

    fn write_manifest(&self, new: &Manifest) -> Result<(), PublishError> {
        let path = self.staging.folder.join(manifest::NAME);
        disk::write(&path, new.text().as_bytes()).map_err(io("write", &path))
    }

    /// Waits until the stage is on the disk: the files, then the folders that name them.
    fn flush(&self, new: &Manifest) -> Result<(), PublishError> {
        let stage = &self.staging.folder;
        for path in new.files.keys().map(|path| &**path).chain([manifest::NAME]) {
            match disk::flush(&stage.join(path)) {
                // It was not staged: the output has it.
                Err(PublishError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => {}
                result => result?,
            }
        }
        for folder in new.folders().into_iter().chain([""]) {
            match disk::flush(&stage.join(folder)) {
                Err(PublishError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => {}
                result => result?,
            }
        }
        Ok(())
    }
}
