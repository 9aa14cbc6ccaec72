//! The right to publish to one output, and what it holds.
//!
//! ```text
//! open ──► begin ──► put, keep, keep_folder … ──► publish ──► begin …
//!  the lock, for good   is the output as it was left?   by an exchange, or file by file
//! ```
//!
//! A build that is no watch gathers the whole site and has the system exchange two folders. A watch keeps the list of the files in memory and
//! the lock throughout, so an edit of one page costs what that page costs, however many others there are: its files are moved one by one,
//! which a program that holds on to a folder of the output sees too. So they are for a build where folders cannot be exchanged. New files come
//! first, pages after what they show, then what changed, and what is gone goes last. A killed process leaves files that are old or new, each whole;
//! the [`journal`](super::journal) lists them, and the next process moves the rest.
//!
//! What another process did to the output is noticed by a look at its top, its manifest and its journal. Then, and in the first edit of a
//! process, nothing is trusted: no folder is kept as a whole, and each kept file is looked at. A page that is edited by hand deeper down
//! is mended by the next process.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;

use super::change::Change;
use super::enter::{self, KnownList, own_files};
use super::entry::Entry;
use super::error::{PublishError, io};
use super::files::Files;
use super::folders::Folders;
use super::journal::{self, Journal};
use super::lists::Lists;
use super::lock::{self, Lock};
use super::manifest::{self, Found, Manifest};
use super::names::{JOURNAL, MANIFEST, top};
use super::shelf::{self, Spare};
use super::stage::{self, Staging};
use super::target::{self, OutputTarget};
use super::traces::{self, Traces};
use super::{PublishOptions, Published, begun, disk, exchange, foreign, marks, recover};
use crate::base::{Fingerprint, SetPrint};
use crate::host::clock;
use crate::host::ground::{self, Place};
use crate::host::hidden::Hidden;
use crate::host::seal::Seal;

/// So many files are named by the journal, and an eighth of all, before it is folded into the manifest.
const LONG: usize = 2000;

/// Which file of the output it was that was kept, its disk and its number there, where it was looked at.
pub(super) type SeenFiles<'a> = &'a (dyn Fn(&Entry) -> Option<(u64, u64)> + Sync);

/// The right to publish to one output, and what it holds. Dropping it leaves a plain manifest.
#[derive(Debug)]
pub struct SiteOutput {
    target: OutputTarget,
    options: PublishOptions,
    files: Files,
    /// The output is known to hold what `files` says.
    trusts: bool,
    /// The list is ours, so its fingerprints and times are believed.
    is_known: bool,
    /// All that lies in the output was looked at for what is not ours. What somebody saves there later is noticed by the next process.
    is_searched: bool,
    /// Is each of its folders open to us, as was seen by that look?
    is_open: Option<bool>,
    lists: Lists,
    seal: Seal,
    /// When the output was looked at.
    looked: SystemTime,
    /// A site to start from, which a killed build left beside the output.
    found: Option<Manifest>,
    /// What folders at the top hold, as one, where that was asked for and has not changed since.
    prints: Mutex<HashMap<Box<str>, SetPrint>>,
    sources: Vec<PathBuf>,
    journal: Option<Journal>,
    /// None: what was last done did not come to its end.
    left: Option<Traces>,
    folder: Option<(u64, u64)>,
    beside: bool,
    lock: Lock,
}

impl SiteOutput {
    /// Checks the output folder, takes its lock and mends what a killed build left. `sources` are the folders that the build reads.
    pub fn open(output: &Path, sources: &[&Path], options: PublishOptions) -> Result<Self, PublishError> {
        let (target, lock, known) = enter::enter(output, sources, options.only.as_deref())?;
        let seal = options.hidden.as_ref().map_or_else(Seal::of_person, Hidden::seal);
        let mut output = Self {
            lists: Lists::of(options.hidden.clone(), &target),
            target,
            options,
            files: Files::default(),
            trusts: false,
            is_known: false,
            is_searched: false,
            is_open: None,
            seal,
            looked: clock::system_time(),
            found: None,
            prints: Mutex::default(),
            sources: sources.iter().map(|source| (*source).to_owned()).collect(),
            journal: None,
            left: None,
            folder: None,
            beside: true,
            lock,
        };
        output.look(known)?;
        Ok(output)
    }

    /// What the output holds. A clone of it can be held by another thread while edits go on.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// What the output holds, as one: whoever goes on with the files knows by it whether somebody else has built since.
    pub(crate) fn listing(&self) -> Fingerprint {
        self.files.read().manifest.listing()
    }

    /// Is the output known to hold what the list says?
    pub(super) fn trusts(&self) -> bool {
        self.trusts
    }

    /// Is the list ours?
    pub(super) fn is_known(&self) -> bool {
        self.is_known
    }

    /// The folders at the top that are made; all of them where there is nothing.
    pub(super) fn only(&self) -> Option<&[String]> {
        self.options.only.as_deref()
    }

    /// Is this a path that is made?
    pub(super) fn owns(&self, path: &str) -> bool {
        self.only().is_none_or(|only| only.iter().any(|name| name == top(path)))
    }

    /// Where a file of the site lies.
    pub(super) fn place(&self, path: &str) -> Place {
        self.target.output.join(path)
    }

    /// Makes a stage for an edit. Where the output is not as it was left, it is looked at anew.
    pub(super) fn stage(&mut self) -> Result<Staging, PublishError> {
        if !self.lock.is_held()? {
            // Someone removed it, so someone else may have taken it since.
            self.target = self.aim()?;
            self.lock = lock::take(&self.target)?;
            self.left = None;
        }
        if !self.is_as_left() {
            self.look(None)?;
        }
        let in_place = self.options.in_place || !ground::EXCHANGES;
        let spare = self.spare(in_place && self.target.exists)?;
        let staging = stage::make(&self.target, in_place, spare, &self.seal)?;
        self.beside = staging.beside;
        Ok(staging)
    }

    /// The site to start from: one that a killed build left, or the one on the shelf.
    fn spare(&mut self, in_place: bool) -> Result<Option<Spare>, PublishError> {
        let (found, target) = (self.found.take(), &self.target);
        let Some(shelf) = self.shelf().filter(|_| target.exists) else {
            return found.map_or(Ok(()), |found| recover::discard(target, &found)).map(|()| None);
        };
        let spare = match found {
            Some(manifest) => Some(Spare { manifest, shelf, output: target.output.clone() }),
            None if in_place => None,
            None => shelf::take(&shelf, target, &self.seal),
        };
        match spare {
            Some(spare) if in_place => shelf::put(&marks::beside(target), &spare, &self.seal).map(|_| None),
            spare => Ok(spare),
        }
    }

    fn shelf(&self) -> Option<Place> {
        self.options.spare.as_ref().and_then(|shelf| shelf::place(shelf, &self.target))
    }

    /// What a folder at the top holds, as one.
    pub(super) fn print(&self, manifest: &Manifest, top: &str) -> SetPrint {
        let mut prints = self.prints.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(print) = prints.get(top) {
            return *print;
        }
        let mut print = SetPrint::default();
        manifest.below(top).for_each(|(path, entry)| print.add(path, entry.hash));
        prints.insert(top.into(), print);
        print
    }

    fn is_as_left(&self) -> bool {
        self.left.is_some()
            && self.left == Some(Traces::of(&self.target.output, self.beside))
            && !recover::is_left(&self.target)
    }

    /// Are the list and what continues it as they were left?
    fn has_list_of(&self, left: Traces) -> bool {
        left.is_same_list(&Traces::of(&self.target.output, self.beside))
    }

    /// Finds out what the output holds.
    fn look(&mut self, known: Option<KnownList>) -> Result<(), PublishError> {
        // Nobody sealed a journal, but this is the one that was written here.
        let is_ours_still = self.is_known && self.left.is_some_and(|left| self.has_list_of(left));
        (self.left, self.journal, self.trusts) = (None, None, false);
        self.prints = Mutex::default();
        self.looked = clock::system_time();
        self.target = self.aim()?;
        self.found = recover::recover(&self.target, self.options.sync, &self.seal)?;
        self.target.look()?;
        // Nobody was at it between the two looks.
        let is_same = |known: &KnownList| known.traces == Traces::of(&self.target.output, true);
        let own =
            || known.filter(is_same).map_or_else(|| own_files(&self.target), |known| Ok(known.manifest));
        let mut manifest = match own() {
            Err(_) if self.is_list_lost() => self.reclaim()?,
            own => own?,
        };
        let output = &self.target.output;
        if self.target.exists {
            if !self.is_searched && journal::is_left(output)? {
                // Before anything of it is mended.
                foreign::refuse_foreign(output, &manifest)?;
            }
            journal::fold(output, &mut manifest, self.options.sync)?;
        }
        self.is_known = is_ours_still || self.lists.is_ours(&manifest);
        if !self.is_known {
            // What stays for the pages of the build before is what our list says, and no other.
            manifest.files.values_mut().for_each(|entry| entry.retained = false);
            manifest.written = None;
        }
        self.files.change(|list| list.replace(manifest));
        self.folder = traces::folder(output);
        self.left = Some(Traces::of(output, self.beside));
        Ok(())
    }

    fn aim(&self) -> Result<OutputTarget, PublishError> {
        let sources: Vec<&Path> = self.sources.iter().map(PathBuf::as_path).collect();
        target::target(&self.target.output.path(), &sources)
    }

    /// The output is as it shall be without a change: from now on it is known to be.
    fn adopt(&mut self) -> Result<(), PublishError> {
        if !self.knows_all() {
            return Ok(());
        }
        self.trusts = true;
        let seals = !self.is_known && self.options.hidden.is_some();
        if seals && self.target.exists && self.journal.is_none() {
            let mut manifest = self.files.read().manifest.clone();
            // What was changed by hand since it was compared is newer than that.
            manifest::replace(&self.target.output, &mut manifest, Some(self.looked), self.options.sync)?;
            self.lists.seal(&manifest);
            self.files.change(|list| list.manifest.stand_on(&manifest));
            self.left = Some(Traces::of(&self.target.output, self.beside));
        }
        self.is_known = true;
        Ok(())
    }

    /// Is it the same folder, but without a whole list?
    fn is_list_lost(&self) -> bool {
        let output = &self.target.output;
        self.folder.is_some()
            && self.folder == traces::folder(output)
            && matches!(journal::read(output), Ok(Found::Nothing | Found::Damaged))
    }

    /// Makes the list anew from what is remembered. A file is ours when it holds what the list said of it.
    fn reclaim(&self) -> Result<Manifest, PublishError> {
        let output = &self.target.output;
        let if_ours = |path: &str, entry: &Entry| match disk::holds(&output.join(path), entry) {
            Ok(is_ours) => is_ours.then(|| Ok((Box::<str>::from(path), *entry))),
            Err(error) => Some(Err(error)),
        };
        let files = {
            let memory = self.files.read();
            let found = memory.manifest.files.par_iter().filter_map(|(path, entry)| if_ours(path, entry));
            found.collect::<Result<_, _>>()?
        };
        let mut manifest = Manifest { files, ..Manifest::default() };
        foreign::refuse_foreign(output, &manifest)?;
        manifest::replace(output, &mut manifest, None, self.options.sync)?;
        if self.knows_all() {
            self.lists.seal(&manifest);
        }
        Ok(manifest)
    }

    /// Makes an edit what the output holds. Should it not come to its end, the next edit looks at all anew.
    pub(super) fn publish(
        &mut self,
        change: Change,
        mut staging: Staging,
        seen: SeenFiles<'_>,
    ) -> Result<Published, PublishError> {
        let output = self.target.output.clone();
        if self.target.exists && !self.is_known {
            let gone = change.gone.iter().map(|path| &**path);
            foreign::refuse_unlike(&output, &self.files.read().manifest, gone)?;
        }
        if self.target.exists && !self.is_searched {
            // What others laid into the site would go out with it, also where it stays as it is.
            self.is_open = Some(foreign::refuse_foreign(&output, &self.files.read().manifest)?);
        }
        self.is_searched = true;
        if change.is_nothing() {
            return self.adopt().map(|()| change.published);
        }
        let prints = self.prints.get_mut().unwrap_or_else(PoisonError::into_inner);
        let tops = change.tops();
        prints.retain(|top, _| !tops.contains(&**top));
        let trusted = self.trusts;
        (self.left, self.trusts) = (None, false);
        if !trusted {
            self.look_at_others(&change)?;
        }
        let mut published = change.published.clone();
        if staging.is_flat || !self.exchange((&change, seen), &mut staging, &mut published)? {
            self.move_over(&change, &staging)?;
        }
        // Where it lies inside, the folder's time is touched once more.
        drop(staging);
        let time = self.files.read().manifest.written;
        let is_long = self.journal.as_ref().is_some_and(|it| it.files > LONG.max(self.files.len() / 8));
        let folded = match &self.journal {
            Some(_) if !trusted => self.fold(false),
            Some(_) if is_long => self.fold(time.is_some()),
            _ => Ok(()),
        };
        // The site is published all the same; the next edit tries again.
        if folded.is_ok() {
            self.folder = traces::folder(&output);
            self.left = Some(Traces::of(&output, self.beside));
            (self.trusts, self.is_known) = (true, self.knows_all());
        }
        Ok(published)
    }

    /// Completes the stage and exchanges it with the output, or renames a first site to it. False: that cannot be done here.
    fn exchange(
        &mut self,
        (change, seen): (&Change, SeenFiles<'_>),
        staging: &mut Staging,
        published: &mut Published,
    ) -> Result<bool, PublishError> {
        let (stage, output) = (staging.folder.clone(), self.target.output.clone());
        let old = self.files.read();
        let mut new = (*old).clone();
        change.apply(&mut new);
        let mut new = new.manifest;
        if self.target.exists {
            let put: HashSet<&str> = change.put.iter().map(|put| &*put.path).collect();
            let kept: Vec<_> = new.files.iter().filter(|(path, _)| !put.contains(&***path)).collect();
            staging.strip(&new)?;
            if !exchange::prepare((&output, &stage), &old.manifest, self.is_open.take())? {
                return Ok(false);
            }
            kept.par_iter().try_for_each(|(path, entry)| staging.link(&output, path, seen(entry)))?;
        }
        staging.complete(&mut new, Some(&output).filter(|_| self.target.exists), self.options.sync)?;
        if !self.target.exists {
            stage.rename(&output).map_err(io("publish to", &output))?;
            staging.hand_over();
            // What is left of the ticket the next build removes.
            let _ = staging.tear_ticket();
        } else if exchange::swap(&stage, &output)? {
            staging.hand_over();
            match self.put_away(staging, &old.manifest) {
                Ok(found) => published.found = found,
                Err(_) => published.leftover = Some(stage.path()),
            }
        } else {
            staging.mark_building()?;
            staging.tear_ticket()?;
            return Ok(false);
        }
        if self.options.sync {
            disk::flush(&self.target.parent)?;
        }
        self.target.exists = true;
        new.written = output.join(MANIFEST).look().ok().and_then(|look| look.time());
        if self.knows_all() {
            self.lists.seal(&new);
        }
        self.files.change(|list| list.replace(new));
        Ok(true)
    }

    /// Removes the site that was replaced, or keeps it as the spare. What others saved into it meanwhile is moved back and told.
    fn put_away(&self, staging: &Staging, old: &Manifest) -> Result<Vec<String>, PublishError> {
        let (stage, output) = (&staging.folder, &self.target.output);
        // Without a manifest it was no site.
        let Some(shelf) = self.shelf().filter(|_| old.id != Fingerprint::default()) else {
            let found = exchange::clear(stage, output, old)?;
            return staging.tear_ticket().map(|()| found);
        };
        let mut found = exchange::spare(stage, output, old)?;
        staging.mark_spare()?;
        let spare = Spare { manifest: old.clone(), shelf, output: output.clone() };
        found.extend(shelf::put(stage, &spare, &self.seal)?);
        staging.tear_ticket().map(|()| found)
    }

    /// Moves the new files over the old ones, one by one.
    fn move_over(&mut self, change: &Change, staging: &Staging) -> Result<(), PublishError> {
        let (output, sync) = (self.target.output.clone(), self.options.sync);
        foreign::refuse_clash(&output, change)?;
        if sync {
            change.put.iter().try_for_each(|put| disk::flush(&staging.staged(&put.path)))?;
        }
        let (base, is_first) = (self.files.read().manifest.id, self.journal.is_none());
        let journal = self.journal.take().map_or_else(|| Journal::begin(&output, base), Ok);
        let announced = journal.and_then(|mut journal| journal.announce(change, sync).map(|()| journal));
        if announced.is_err() && is_first {
            // The disk is full: nothing was begun.
            let _ = disk::remove(&output.join(JOURNAL));
        }
        let journal = self.journal.insert(announced?);
        begun::write(&staging.folder, (change, &self.files.read().manifest), &self.seal, sync)?;
        let files = self.files.clone();
        let mut has_come = || files.change(|list| change.apply(list));
        Folders::at(&output).carry_out(change, &|path| staging.staged(path), &mut has_come, sync)?;
        journal.done(sync)?;
        if let Some(shelf) = self.shelf() {
            shelf::forget(&shelf, &change.touched(), &self.seal);
        }
        Ok(())
    }

    /// Lists what is not put by this edit as it really is, before the list is said to be right up to now: others' folders, and what is retained. Of
    /// the first, what a list that is not ours says stays what that list says.
    fn look_at_others(&self, change: &Change) -> Result<(), PublishError> {
        let flagged: HashSet<&str> = change.flags.iter().map(|(path, _)| &**path).collect();
        let is_known = self.is_known;
        self.files.change(|list| {
            let (written, mut result) = (list.manifest.written, Ok(()));
            list.manifest.files.retain(|path, entry| {
                if self.owns(path) && !flagged.contains(&**path) {
                    return true;
                }
                match disk::actual(&self.place(path), entry, written) {
                    Ok(actual) => {
                        *entry = actual.filter(|_| is_known).unwrap_or(*entry);
                        actual.is_some()
                    }
                    // What cannot be looked at is not gone.
                    Err(error) => {
                        result = Err(error);
                        true
                    }
                }
            });
            result
        })
    }

    /// Folds the journal into the manifest. The list is right up to now, or only up to when it was.
    fn fold(&mut self, keep_time: bool) -> Result<(), PublishError> {
        let output = &self.target.output;
        let mut manifest = self.files.read().manifest.clone();
        let time = manifest.written.filter(|_| keep_time);
        manifest::replace(output, &mut manifest, time, self.options.sync)?;
        self.files.change(|list| list.manifest.stand_on(&manifest));
        self.journal = None;
        disk::remove(&output.join(JOURNAL))?;
        if self.knows_all() {
            self.lists.seal(&manifest);
        }
        Ok(())
    }

    /// A list that is not ours does not become it by a watch of some folders: in the others nothing was compared, and a later build would
    /// remove what the list names there.
    fn knows_all(&self) -> bool {
        self.is_known || self.files.read().manifest.files.keys().all(|path| self.owns(path))
    }
}

impl Drop for SiteOutput {
    fn drop(&mut self) {
        let is_list_ours =
            self.left.is_some_and(|left| self.lock.is_held().unwrap_or_default() && self.has_list_of(left));
        if self.journal.is_some() && is_list_ours {
            // What is not folded now is read by the next build.
            let _ = self.fold(true);
        }
    }
}
