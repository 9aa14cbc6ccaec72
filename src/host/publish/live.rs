//! One process that publishes to one output again and again: a watch.
//!
//! ```text
//! open ──► begin ──► put, keep, keep_folder … ──► publish ──► begin …
//!  the lock, for good   is the output as it was left?   file by file, each whole
//! ```
//!
//! The list of the files stays in memory and the lock is held throughout, so an edit of one page costs what that page costs, however
//! many others there are. Files are changed in place and never by an exchange of folders: a program that holds on to a folder of the
//! output sees the edit too. New files come first, pages after what they show, then what changed, and what is gone goes last. A
//! killed process leaves files that are old or new, each whole; the [`journal`](super::journal) lists them, and the next build mends
//! the rest.
//!
//! What another process did to the output is noticed by a look at its top, its manifest and its journal. Then, and in the first edit of a
//! process, nothing is trusted: no folder is kept as a whole, and each kept file is looked at. A page that is edited by hand deeper down
//! is mended by the next process.
//!
//! No old theme asset is retained: warm equals cold, and whoever watches has the page reloaded.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use rayon::prelude::*;

use super::edit::{Change, Edit};
use super::error::{PublishError, io};
use super::files::Files;
use super::folder::{self, OutputTarget};
use super::journal::{self, Journal};
use super::lists::Lists;
use super::lock::{self, Lock};
use super::manifest::{self, Found, Manifest};
use super::moving::Folders;
use super::stage::{self, Staging};
use super::traces::{self, Traces};
use super::{disk, enter, own_files, recover, shelf, spare};
use crate::base::SetPrint;
use crate::host::clock;
use crate::host::hidden::Hidden;
use crate::host::seal::Seal;

/// So many files are named by the journal, and an eighth of all, before it is folded into the manifest.
const LONG: usize = 2000;

/// How a watch publishes.
#[derive(Clone, Debug, Default)]
pub struct LiveOptions {
    /// Flush to the disk, for a server that reads the output itself and may lose its power.
    pub sync: bool,
    /// The folders at the top of the output that this watch makes. Everything else stays as it is.
    pub only: Option<Vec<String>>,
    /// The folder where whole builds keep the site that they replace ([`PublishOptions::spare`](super::Options::spare)). A watch does not use
    /// it; what it changes and removes is removed there too.
    pub spare: Option<PathBuf>,
    /// The caller's folder, where it is kept which list of files is ours ([`PublishOptions::hidden`](super::Options::hidden)).
    pub hidden: Option<Hidden>,
}

/// The right to publish to one output, and what it holds. Dropping it leaves a plain manifest.
#[derive(Debug)]
pub struct Live {
    pub(super) target: OutputTarget,
    pub(super) options: LiveOptions,
    pub(super) files: Files,
    /// The output is known to hold what `files` says.
    pub(super) trusts: bool,
    /// The list is ours, so its fingerprints and times are believed.
    pub(super) is_known: bool,
    lists: Lists,
    seal: Seal,
    /// When the output was looked at.
    looked: SystemTime,
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

impl Live {
    /// Checks the output folder, takes its lock and mends what a killed build left. `sources` are the folders that the build reads.
    pub fn open(output: &Path, sources: &[&Path], options: LiveOptions) -> Result<Self, PublishError> {
        let (target, lock) = enter(output, sources, options.only.as_deref())?;
        let seal = options.hidden.as_ref().map_or_else(Seal::of_person, Hidden::seal);
        let mut live = Self {
            lists: Lists::of(options.hidden.clone(), &target),
            target,
            options,
            files: Files::default(),
            trusts: false,
            is_known: false,
            seal,
            looked: clock::system_time(),
            prints: Mutex::default(),
            sources: sources.iter().map(|source| (*source).to_owned()).collect(),
            journal: None,
            left: None,
            folder: None,
            beside: true,
            lock,
        };
        live.look()?;
        if live.target.exists {
            // What others laid deep into the site would go out with it, whatever is edited. What somebody saves there later
            // is noticed by the next process.
            folder::refuse_foreign(&live.target.output, &live.files.read().manifest)?;
        }
        Ok(live)
    }

    /// What the output holds. A clone of it can be held by another thread while edits go on.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Begins an edit. Where the output is not as it was left, it is looked at anew, and nothing in it is trusted.
    pub fn begin(&mut self) -> Result<Edit<'_>, PublishError> {
        if !self.lock.is_held() {
            // Someone removed it, so someone else may have taken it since.
            self.target = self.aim()?;
            self.lock = lock::take(&self.target)?;
            self.left = None;
        }
        if !self.is_as_left() {
            self.look()?;
        }
        let staging = stage::make(&self.target, true, None, &self.seal)?;
        self.beside = staging.beside;
        Ok(Edit::new(self, staging))
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
    fn look(&mut self) -> Result<(), PublishError> {
        // Nobody sealed a journal, but this is the one that was written here.
        let is_ours_still = self.is_known && self.left.is_some_and(|left| self.has_list_of(left));
        (self.left, self.journal, self.trusts) = (None, None, false);
        self.prints = Mutex::default();
        self.looked = clock::system_time();
        let mut target = self.aim()?;
        let left = recover::recover(&target, self.options.sync, &self.seal)?;
        target.look()?;
        spare(&target, self.options.spare.as_deref(), (true, &self.seal), left)?;
        self.target = target;
        let mut manifest = match own_files(&self.target) {
            Err(_) if self.is_list_lost() => self.reclaim()?,
            own => own?,
        };
        let output = &self.target.output;
        if self.target.exists {
            journal::fold(output, &mut manifest, self.options.sync)?;
        }
        self.is_known = is_ours_still || self.lists.is_ours(&manifest);
        if !self.is_known {
            manifest.written = None;
        }
        self.files.change(|list| list.replace(manifest));
        self.folder = traces::folder(output);
        self.left = Some(Traces::of(output, self.beside));
        Ok(())
    }

    fn aim(&self) -> Result<OutputTarget, PublishError> {
        let sources: Vec<&Path> = self.sources.iter().map(PathBuf::as_path).collect();
        folder::target(&self.target.output.path(), &sources)
    }

    /// The output is as it shall be without a change: from now on it is known to be.
    pub(super) fn adopt(&mut self) -> Result<(), PublishError> {
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
            && !matches!(manifest::read(output), Ok(Found::Whole(_)))
    }

    /// Makes the list anew from what is remembered. A file is ours when it holds what the list said of it.
    fn reclaim(&self) -> Result<Manifest, PublishError> {
        let output = &self.target.output;
        let is_ours = |path: &str, entry| disk::holds(&output.join(path), entry).unwrap_or_default();
        let files = {
            let memory = self.files.read();
            let ours = memory.manifest.files.par_iter().filter(|(path, entry)| is_ours(path, entry));
            ours.map(|(path, entry)| (path.clone(), *entry)).collect()
        };
        let mut manifest = Manifest { files, ..Manifest::default() };
        folder::refuse_foreign(output, &manifest)?;
        manifest::replace(output, &mut manifest, None, self.options.sync)?;
        if self.knows_all() {
            self.lists.seal(&manifest);
        }
        Ok(manifest)
    }

    /// Makes an edit what the output holds. Should it not come to its end, the next edit looks at all anew.
    pub(super) fn publish(&mut self, change: &Change, staging: Staging) -> Result<(), PublishError> {
        let prints = self.prints.get_mut().unwrap_or_else(PoisonError::into_inner);
        let tops: HashSet<&str> = change.tops().collect();
        prints.retain(|top, _| !tops.contains(&**top));
        let trusted = self.trusts;
        (self.left, self.trusts) = (None, false);
        if self.target.exists {
            self.move_over(change, &staging)?;
            // Where it lies inside, the folder's time is touched once more.
            drop(staging);
        } else {
            self.move_whole(change, staging)?;
        }
        let time = self.files.read().manifest.written;
        let is_long = self.journal.as_ref().is_some_and(|it| it.files > LONG.max(self.files.len() / 8));
        let folded = match &self.journal {
            Some(_) if !trusted => self.look_at_others().and_then(|()| self.fold(false)),
            Some(_) if is_long => self.fold(time.is_some()),
            _ => Ok(()),
        };
        // The site is published all the same; the next edit tries again.
        if folded.is_ok() {
            self.folder = traces::folder(&self.target.output);
            self.left = Some(Traces::of(&self.target.output, self.beside));
            (self.trusts, self.is_known) = (true, self.knows_all());
        }
        Ok(())
    }

    /// Renames a first site to the output.
    fn move_whole(&mut self, change: &Change, mut staging: Staging) -> Result<(), PublishError> {
        let output = self.target.output.clone();
        let manifest = change.whole();
        staging.complete(&manifest, None, self.options.sync)?;
        staging.folder.rename(&output).map_err(io("publish to", &output))?;
        staging.hand_over();
        // What is left of the ticket the next build removes.
        let _ = staging.tear_ticket();
        if self.options.sync {
            disk::flush(&self.target.parent)?;
        }
        self.target.exists = true;
        let written = manifest::read(&output)?.or_empty();
        self.lists.seal(&written);
        self.files.change(|list| list.replace(written));
        Ok(())
    }

    fn move_over(&mut self, change: &Change, staging: &Staging) -> Result<(), PublishError> {
        let (output, sync) = (self.target.output.clone(), self.options.sync);
        if sync {
            change.put.iter().try_for_each(|put| disk::flush(&staging.numbered(put.number)))?;
        }
        let base = self.files.read().manifest.id;
        let journal = match &mut self.journal {
            Some(journal) => journal,
            none => none.insert(Journal::begin(&output, base)?),
        };
        journal.announce(change.put.iter().map(|put| (&*put.path, put.entry)), &change.gone, sync)?;
        let mut folders = Folders::at(&output);
        let (first, last) = change.removals();
        // A file that becomes a folder, or a folder that becomes a file, makes room.
        folders.remove(&first)?;
        for put in &change.put {
            folders.take(&staging.numbered(put.number), &put.path)?;
        }
        self.files.change(|list| change.apply(list));
        folders.remove(&last)?;
        if sync {
            folders.flush()?;
        }
        journal.done(sync)?;
        if let Some(shelf) = self.options.spare.as_ref().and_then(|shelf| shelf::place(shelf, &self.target)) {
            shelf::forget(&shelf, &change.touched(), &self.seal);
        }
        Ok(())
    }

    /// Lists what is not this watch's as it really is, before the list is said to be right up to now. Of it what a list that is not ours says
    /// stays what that list says.
    fn look_at_others(&self) -> Result<(), PublishError> {
        let Some(only) = &self.options.only else { return Ok(()) };
        let (output, is_known) = (&self.target.output, self.is_known);
        self.files.change(|list| {
            let (written, mut result) = (list.manifest.written, Ok(()));
            list.manifest.files.retain(|path, entry| {
                if only.iter().any(|name| name == super::ledger::top(path)) {
                    return true;
                }
                match disk::actual(&output.join(&**path), entry, written) {
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
        disk::remove(&output.join(journal::NAME))?;
        if self.knows_all() {
            self.lists.seal(&manifest);
        }
        Ok(())
    }

    /// A list that is not ours does not become it by a watch of some folders: in the others nothing was compared, and a later build would
    /// remove what the list names there.
    fn knows_all(&self) -> bool {
        self.is_known || self.files.read().manifest.files.keys().all(|path| super::edit::owns(self, path))
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        let is_list_ours = self.left.is_some_and(|left| self.lock.is_held() && self.has_list_of(left));
        if self.journal.is_some() && is_list_ours {
            // What is not folded now is read by the next build.
            let _ = self.fold(true);
        }
    }
}
