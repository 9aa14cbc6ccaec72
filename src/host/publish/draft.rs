//! One edit of an output on its way: what is put and kept, by many threads.
//!
//! A kept folder is never walked, so the work is that of the files put and of the folders that were not kept as a whole.

use std::borrow::BorrowMut;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::change::{Change, WantedFiles};
use super::disk;
use super::entry::Entry;
use super::error::PublishError;
use super::files::FileList;
use super::ledger::Ledger;
use super::names::vet;
use super::output::SiteOutput;
use super::stage::Staging;
use super::{PublishOptions, Published, Retain, Tell};
use crate::base::{Fingerprint, SetPrint};

/// What shall become of the output. Dropped unpublished, it leaves no trace. It holds the output, or borrows that of a watch.
#[derive(Debug)]
pub struct OutputDraft<P: BorrowMut<SiteOutput> = SiteOutput> {
    /// What is written. What is kept is only noted below, by the numbers of the files: there are many of them.
    ledger: Ledger,
    kept: Kept,
    /// What the output holds, so that a look takes no lock.
    old: Arc<FileList>,
    // Fields are dropped in this order: the stage is removed while the lock is held.
    staging: Staging,
    output: P,
}

/// Begins the one edit of a build that is no watch: see [`SiteOutput::open`].
pub fn open(output: &Path, sources: &[&Path], options: PublishOptions) -> Result<OutputDraft, PublishError> {
    OutputDraft::begin(SiteOutput::open(output, sources, options)?)
}

impl SiteOutput {
    /// Begins an edit. Where the output is not as it was left, it is looked at anew, and nothing in it is trusted.
    pub fn begin(&mut self) -> Result<OutputDraft<&mut Self>, PublishError> {
        OutputDraft::begin(self)
    }
}

impl<P: BorrowMut<SiteOutput>> OutputDraft<P> {
    fn begin(mut output: P) -> Result<Self, PublishError> {
        let staging = output.borrow_mut().stage()?;
        let old = output.borrow().files().read();
        let kept = Kept::none(old.slots(), !staging.is_flat);
        Ok(Self { ledger: Ledger::default(), kept, old, staging, output })
    }

    /// Publishes a file under a relative path with `/` between its parts. Bytes that the output has already are not written.
    pub fn put(&self, path: &str, bytes: &[u8]) -> Result<(), PublishError> {
        let entry = Entry::of(bytes);
        self.vet(path)?;
        let held = match self.untouched(path, entry.hash)? {
            None => self.holding(path, (entry.hash, bytes))?,
            held => held,
        };
        let twice = || Err(PublishError::Twice(path.to_owned()));
        if let Some(held) = held {
            return if self.kept.add(held) { Ok(()) } else { twice() };
        }
        if self.old.manifest.files.get(path).is_some_and(|entry| self.kept.has(entry)) {
            return twice();
        }
        self.ledger.claim(path)?;
        self.staging.write(path, bytes)?;
        self.ledger.record(path, entry);
        Ok(())
    }

    /// Publishes a file that is known to be as it was. False: the output does not have it with these bytes, so put it.
    pub fn keep(&self, path: &str, hash: Fingerprint) -> Result<bool, PublishError> {
        self.vet(path)?;
        let known = self.old.manifest.files.get(path).filter(|entry| entry.hash == hash);
        // Kept once more after a folder could not be kept as a whole: it is kept all the same.
        if known.is_some_and(|entry| self.kept.has(entry)) {
            return Ok(true);
        }
        let Some(entry) = self.untouched(path, hash)? else { return Ok(false) };
        self.kept.add(entry);
        Ok(true)
    }

    /// What a file of ours has in the output now; nothing where it has more bytes than `most`, or cannot be read.
    pub(crate) fn had(&self, path: &str, most: u64) -> Option<Vec<u8>> {
        self.old.manifest.files.get(path)?;
        self.output.borrow().place(path).read(most).ok()
    }

    /// What a folder at the top of the output holds before the edit, as one.
    pub fn print(&self, top: &str) -> SetPrint {
        self.output.borrow().print(&self.old.manifest, top)
    }

    /// Publishes a folder at the top of the output with every file in it, as it is, when these are the files with this print.
    /// False: that cannot be promised, since other files are there, nothing is known of the folder yet, or something was already put
    /// into it; so keep or put each file.
    pub fn keep_folder(&self, top: &str, print: SetPrint) -> Result<bool, PublishError> {
        self.vet(top)?;
        let is_known = self.output.borrow().trusts() && self.old.manifest.is_folder(top);
        if !is_known || self.print(top) != print {
            return Ok(false);
        }
        self.ledger.claim_folder(top)
    }

    /// Makes the site what was put and kept. What was neither goes, but for what is retained.
    pub fn publish(self, retain: Retain<'_>) -> Result<Published, PublishError> {
        self.publish_telling(retain, &mut |_, _| {}).map(|(published, _)| published)
    }

    /// The same, and tells what becomes of each file that does not stay as it is. Gives the output back.
    pub fn publish_telling(self, retain: Retain<'_>, tell: Tell<'_>) -> Result<(Published, P), PublishError> {
        let Self { ledger, kept, old, staging, mut output } = self;
        let it = output.borrow();
        let nothing: &dyn Fn(&str) -> bool = &|_| false;
        let retain = retain.map(|retain| if it.is_known() { retain } else { nothing });
        let whole = ledger.whole();
        let wanted =
            WantedFiles { put: ledger.records()?, whole, is_kept: &|entry| kept.has(entry), only: it.only() };
        let change = Change::of(&old.manifest, wanted, retain, tell)?;
        // The list is changed in its place where nobody else reads it.
        drop(old);
        let published = output.borrow_mut().publish(change, staging, &|entry| kept.seen(entry))?;
        Ok((published, output))
    }

    fn vet(&self, path: &str) -> Result<(), PublishError> {
        vet(path)?;
        let is_ours = self.output.borrow().owns(path);
        if is_ours { Ok(()) } else { Err(PublishError::NotOwned(path.to_owned())) }
    }

    /// What is known of a file, when our list says that it is this one and nothing was done to it since.
    fn untouched(&self, path: &str, hash: Fingerprint) -> Result<Option<&Entry>, PublishError> {
        let (output, old) = (self.output.borrow(), &self.old.manifest);
        let entry = old.files.get(path).filter(|entry| output.is_known() && entry.hash == hash);
        let Some(entry) = entry else { return Ok(None) };
        if output.trusts() {
            return Ok(Some(entry));
        }
        let Some(look) = disk::untouched(&output.place(path), entry, old.written)? else { return Ok(None) };
        self.kept.saw(entry, look.number);
        Ok(Some(entry))
    }

    /// What is known of a file, when the output has it with these bytes.
    fn holding(
        &self,
        path: &str,
        (hash, bytes): (Fingerprint, &[u8]),
    ) -> Result<Option<&Entry>, PublishError> {
        // The list goes on with what it says, so that must be right, too.
        let entry = self.old.manifest.files.get(path).filter(|entry| entry.hash == hash);
        let Some(entry) = entry else { return Ok(None) };
        let is_there = disk::holds_bytes(&self.output.borrow().place(path), bytes)?;
        Ok(is_there.then_some(entry))
    }
}

/// Which files are kept, by their numbers: a bit each.
#[derive(Debug)]
struct Kept {
    bits: Vec<AtomicU64>,
    /// The disk of each and its number there, for who gives it a second name. Nothing is noted for files that are not linked.
    seen: Vec<[AtomicU64; 2]>,
}

impl Kept {
    fn none(slots: usize, are_linked: bool) -> Self {
        let bits = std::iter::repeat_with(AtomicU64::default).take(slots.div_ceil(64)).collect();
        let seen = std::iter::repeat_with(Default::default).take(if are_linked { slots } else { 0 });
        Self { bits, seen: seen.collect() }
    }

    /// False: it is kept already.
    fn add(&self, entry: &Entry) -> bool {
        let bit = 1 << (entry.slot % 64);
        self.bits.get(entry.slot / 64).is_some_and(|bits| bits.fetch_or(bit, Ordering::Relaxed) & bit == 0)
    }

    fn has(&self, entry: &Entry) -> bool {
        let bit = 1 << (entry.slot % 64);
        self.bits.get(entry.slot / 64).is_some_and(|bits| bits.load(Ordering::Relaxed) & bit != 0)
    }

    fn saw(&self, entry: &Entry, (disk, number): (u64, u64)) {
        if let Some(seen) = self.seen.get(entry.slot) {
            seen[0].store(disk, Ordering::Relaxed);
            seen[1].store(number, Ordering::Relaxed);
        }
    }

    /// Which file it was when it was found to be as it was.
    fn seen(&self, entry: &Entry) -> Option<(u64, u64)> {
        let [disk, number] = self.seen.get(entry.slot)?;
        let seen = (disk.load(Ordering::Relaxed), number.load(Ordering::Relaxed));
        Some(seen).filter(|seen| *seen != (0, 0))
    }
}
