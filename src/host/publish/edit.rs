//! One edit of a watch: what is put and kept, and what follows from it for the output.
//!
//! A kept folder is never walked, so the work is that of the files put and of the folders that were not kept as a whole.

use std::collections::{BTreeSet, HashSet};
use std::ops::Bound::{Included, Unbounded};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::error::{PublishError, io};
use super::files::FileList;
use super::ledger::{self, Ledger, Record};
use super::live::Live;
use super::manifest::{Entry, Manifest, parents};
use super::stage::Staging;
use super::{Fate, Published, Tell, disk, folder, moving};
use crate::base::{Fingerprint, SetPrint};

/// What shall become of the output. Dropped unpublished, it leaves no trace.
#[derive(Debug)]
pub struct Edit<'a> {
    live: &'a mut Live,
    /// What is written. What is kept is only noted below, by the numbers of the files: there are many of them.
    ledger: Ledger,
    kept: Kept,
    /// What the output holds, so that a look takes no lock.
    old: Arc<FileList>,
    staging: Staging,
    /// The files in the stage by their numbers: thousands of folders are not made only to be removed again.
    staged: Mutex<Vec<Box<str>>>,
}

impl<'a> Edit<'a> {
    pub(super) fn new(live: &'a mut Live, staging: Staging) -> Self {
        let old = live.files.read();
        let kept = Kept::none(old.slots());
        Self { live, ledger: Ledger::default(), kept, old, staging, staged: Mutex::default() }
    }

    /// Publishes a file under a relative path with `/` between its parts. Bytes that the output has already are not written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let hash = Fingerprint::of(bytes);
        self.vet(path)?;
        let held = match self.untouched(path, hash)? {
            None => self.holds_bytes(path, (hash, bytes))?,
            held => held,
        };
        if let Some(entry) = held {
            let is_first = self.kept.add(entry);
            return if is_first { Ok(()) } else { Err(PublishError::Twice(path.to_owned())) };
        }
        let known = self.old.manifest.files.get(path);
        if known.is_some_and(|entry| self.kept.has(entry)) {
            return Err(PublishError::Twice(path.to_owned()));
        }
        self.ledger.claim(path)?;
        self.write(path, bytes)?;
        self.ledger.record(path, Record { hash, length: bytes.len() as u64, kept: false });
        Ok(())
    }

    /// Publishes a file that is known to be as it was. False: the output does not have it with these bytes, so put it.
    pub fn keep(&self, path: &str, hash: Fingerprint) -> Result<bool, PublishError> {
        self.vet(path)?;
        let Some(entry) = self.untouched(path, hash)? else { return Ok(false) };
        // Kept once more after a folder could not be kept as a whole: it is kept all the same.
        self.kept.add(entry);
        Ok(true)
    }

    /// What a file of ours has in the output now; nothing where it has more bytes than `most`, or cannot be read.
    pub(crate) fn had(&self, path: &str, most: u64) -> Option<Vec<u8>> {
        self.old.manifest.files.get(path)?;
        self.live.target.output.join(path).read(most).ok()
    }

    /// What a folder at the top of the output holds before the edit, as one.
    pub fn print(&self, top: &str) -> SetPrint {
        self.live.print(&self.old.manifest, top)
    }

    /// Publishes a folder at the top of the output with every file in it, as it is, when these are the files with this print.
    /// False: that cannot be promised, since other files are there, nothing is known of the folder yet, or something was already put
    /// into it; so keep or put each file.
    pub fn keep_folder(&self, top: &str, print: SetPrint) -> Result<bool, PublishError> {
        self.vet(top)?;
        let is_known = self.live.trusts && self.old.manifest.is_folder(top);
        if !is_known || self.print(top) != print {
            return Ok(false);
        }
        self.ledger.claim_folder(top)
    }

    /// Makes the site what was put and kept. What was neither goes.
    pub fn publish(self) -> Result<Published, PublishError> {
        self.publish_telling(&mut |_, _| {})
    }

    /// The same, and tells what becomes of each file that does not stay as it is.
    pub fn publish_telling(self, tell: Tell<'_>) -> Result<Published, PublishError> {
        let Self { live, ledger, kept, old, staging, staged } = self;
        let staged = staged.into_inner().unwrap_or_else(PoisonError::into_inner);
        let change = Change::of(live, &ledger, &kept, staged)?;
        change.put.iter().for_each(|put| tell(if put.is_new { Fate::New } else { Fate::Changed }, &put.path));
        change.gone.iter().for_each(|path| tell(Fate::Removed, path));
        drop(old);
        if change.is_nothing() {
            live.adopt()?;
            return Ok(change.published);
        }
        if live.target.exists {
            let output = &live.target.output;
            if !live.is_known {
                let gone = change.gone.iter().map(|path| &**path);
                folder::refuse_unlike(output, &live.files.read().manifest, gone)?;
            }
            let all = change.put.iter().map(|put| &*put.path);
            moving::refuse_in_the_way(output, all, &change.removals().0)?;
            moving::refuse_others(output, change.put.iter().filter(|put| put.is_new).map(|put| &*put.path))?;
        }
        live.publish(&change, staging)?;
        Ok(change.published)
    }

    fn vet(&self, path: &str) -> Result<(), PublishError> {
        ledger::vet(path)?;
        if owns(self.live, path) { Ok(()) } else { Err(PublishError::NotOwned(path.to_owned())) }
    }

    /// What is known of a file, when our list says that it is this one and nothing was done to it since.
    fn untouched(&self, path: &str, hash: Fingerprint) -> Result<Option<&Entry>, PublishError> {
        let old = &self.old.manifest;
        let entry = old.files.get(path).filter(|entry| self.live.is_known && entry.hash == hash);
        let Some(entry) = entry else { return Ok(None) };
        let is_there =
            self.live.trusts || disk::is_untouched(&self.live.target.output.join(path), entry, old.written)?;
        Ok(is_there.then_some(entry))
    }

    /// What is known of a file, when the output has it with these bytes.
    fn holds_bytes(
        &self,
        path: &str,
        (hash, bytes): (Fingerprint, &[u8]),
    ) -> Result<Option<&Entry>, PublishError> {
        let Some(entry) = self.old.manifest.files.get(path) else { return Ok(None) };
        // The list goes on with what it says, so that must be right, too.
        let is_right = entry.hash == hash;
        let is_there = is_right && disk::holds_bytes(&self.live.target.output.join(path), bytes)?;
        Ok(is_there.then_some(entry))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let number = {
            let mut staged = self.staged.lock().unwrap_or_else(PoisonError::into_inner);
            staged.push(path.into());
            staged.len() - 1
        };
        // A first site is renamed to the output as a whole.
        if !self.live.target.exists {
            return self.staging.write(path, bytes);
        }
        let file = self.staging.numbered(number);
        file.write_new(bytes).map_err(io("write", &file))
    }
}

/// Which files are kept, by their numbers: a bit each.
#[derive(Debug)]
struct Kept(Vec<AtomicU64>);

impl Kept {
    fn none(slots: usize) -> Self {
        Self(std::iter::repeat_with(AtomicU64::default).take(slots.div_ceil(64)).collect())
    }

    /// False: it is kept already.
    fn add(&self, entry: &Entry) -> bool {
        let bit = 1 << (entry.slot % 64);
        self.0.get(entry.slot / 64).is_some_and(|bits| bits.fetch_or(bit, Ordering::Relaxed) & bit == 0)
    }

    fn has(&self, entry: &Entry) -> bool {
        let bit = 1 << (entry.slot % 64);
        self.0.get(entry.slot / 64).is_some_and(|bits| bits.load(Ordering::Relaxed) & bit != 0)
    }
}

/// Does the watch make this path?
pub(super) fn owns(live: &Live, path: &str) -> bool {
    let top = ledger::top(path);
    live.options.only.as_ref().is_none_or(|only| only.iter().any(|name| name == top))
}

/// A file to be put.
#[derive(Debug)]
pub(super) struct Put {
    /// Its path in the output.
    pub path: Box<str>,
    /// What it holds.
    pub entry: Entry,
    /// Its name in the stage.
    pub number: usize,
    /// The output has none there.
    pub is_new: bool,
}

/// What an edit does to the output.
#[derive(Debug, Default)]
pub(super) struct Change {
    /// What is put, in the order in which readers may meet it.
    pub put: Vec<Put>,
    /// What is removed.
    pub gone: Vec<Box<str>>,
    /// What stays, and is no longer only retained.
    wanted: Vec<Box<str>>,
    published: Published,
}

impl Change {
    fn of(live: &Live, ledger: &Ledger, kept: &Kept, staged: Vec<Box<str>>) -> Result<Self, PublishError> {
        let whole = ledger.whole();
        let records = ledger.records()?;
        let list = live.files.read();
        let old = &list.manifest;
        let mut change = Self::default();
        for (number, path) in staged.into_iter().enumerate() {
            let Some(record) = records.get(&path) else { continue };
            refuse_clash(&path, old, kept)?;
            let entry = Entry { hash: record.hash, length: record.length, retained: false, slot: 0 };
            let is_new = !old.files.contains_key(&path);
            change.put.push(Put { path, entry, number, is_new });
        }
        change.put.sort_by(|one, other| {
            let order = |put: &Put| moving::order(&put.path, put.is_new);
            (order(one), &one.path).cmp(&(order(other), &other.path))
        });
        let mut owned = old.files.len();
        for (path, entry) in rest(old, live.options.only.as_deref(), &whole, &mut owned) {
            if kept.has(entry) {
                change.wanted.extend(entry.retained.then(|| path.into()));
            } else if !records.contains_key(path) {
                change.gone.push(path.into());
            }
        }
        let new = change.put.iter().filter(|put| put.is_new).count();
        let (changed, removed) = (change.put.len() - new, change.gone.len());
        let unchanged = owned - changed - removed;
        change.published = Published { new, changed, removed, unchanged, ..Published::default() };
        Ok(change)
    }

    fn is_nothing(&self) -> bool {
        self.put.is_empty() && self.gone.is_empty() && self.wanted.is_empty()
    }

    /// Changes the list as the output is changed.
    pub fn apply(&self, list: &mut FileList) {
        for path in &self.gone {
            list.manifest.files.remove(path);
        }
        for path in &self.wanted {
            if let Some(entry) = list.manifest.files.get_mut(path) {
                entry.retained = false;
            }
        }
        self.put.iter().for_each(|put| list.insert(&put.path, put.entry));
    }

    /// The list of a site that has only what is put.
    pub fn whole(&self) -> Manifest {
        let files = self.put.iter().map(|put| (put.path.clone(), put.entry)).collect();
        Manifest { files, ..Manifest::default() }
    }

    /// What must go before the rest comes, since a file takes a folder's name or a folder a file's; and what goes last.
    pub fn removals(&self) -> (Vec<&str>, Vec<&str>) {
        let files: HashSet<&str> = self.put.iter().map(|put| &*put.path).collect();
        let folders: HashSet<&str> = self.put.iter().flat_map(|put| parents(&put.path)).collect();
        let is_first =
            |path: &&str| folders.contains(path) || parents(path).any(|above| files.contains(above));
        self.gone.iter().map(|path| &**path).partition(is_first)
    }

    /// The folders at the top in which something is changed.
    pub fn tops(&self) -> impl Iterator<Item = &str> {
        self.put.iter().map(|put| &*put.path).chain(self.gone.iter().map(|path| &**path)).map(ledger::top)
    }

    /// Each file of the old site that is no longer on it as it was.
    pub fn touched(&self) -> Vec<&str> {
        let changed = self.put.iter().filter(|put| !put.is_new).map(|put| &*put.path);
        changed.chain(self.gone.iter().map(|path| &**path)).collect()
    }
}

/// Refuses to put a file where one is kept, or where a folder is, or below a file.
fn refuse_clash(path: &str, old: &Manifest, kept: &Kept) -> Result<(), PublishError> {
    if old.files.get(path).is_some_and(|entry| kept.has(entry)) {
        return Err(PublishError::Twice(path.to_owned()));
    }
    if old.below(path).any(|(_, entry)| kept.has(entry)) {
        return Err(PublishError::FileAndFolder(path.to_owned()));
    }
    match parents(path).find(|folder| old.files.get(*folder).is_some_and(|entry| kept.has(entry))) {
        Some(file) => Err(PublishError::FileAndFolder(file.to_owned())),
        None => Ok(()),
    }
}

/// The files of ours but for those in whole folders, which are stepped over, as others' are. `owned` becomes the number of all of ours.
fn rest<'a>(
    old: &'a Manifest,
    only: Option<&[String]>,
    whole: &HashSet<Box<str>>,
    owned: &mut usize,
) -> Vec<(&'a str, &'a Entry)> {
    let mut rest = Vec::new();
    if let Some(only) = only {
        *owned = 0;
        for name in only.iter().map(String::as_str).collect::<BTreeSet<_>>() {
            let files: Vec<_> = old
                .files
                .get_key_value(name)
                .into_iter()
                .chain(old.below(name))
                .map(|(path, entry)| (&**path, entry))
                .collect();
            *owned += files.len();
            rest.extend(files.into_iter().filter(|_| !whole.contains(name)));
        }
        return rest;
    }
    let mut files = old.files.range::<str, _>((Unbounded, Unbounded));
    let mut top = "";
    while let Some((path, entry)) = files.next() {
        if ledger::top(path) != top {
            top = ledger::top(path);
            if whole.contains(top) {
                // 0 comes right after /.
                files = old.files.range::<str, _>((Included(format!("{top}0").as_str()), Unbounded));
                continue;
            }
        }
        rest.push((path, entry));
    }
    rest
}
