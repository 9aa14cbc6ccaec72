//! The steps of a publication, done: four at a time, each tried a few times, and noted in the journal.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::far::{Far, FarError};
use super::journal::{self, Author};
use super::list::{FarList, NumberedList, Print};
use super::lock::FarLock;
use super::look::{self, FarSeen, journal_path, list_path};
use super::path::FarPath;
use super::plan::{FarFiles, FarStep, Planned, list_of};
use crate::base::{Phrase, allowance};
use crate::host::hands::side_by_side;

/// How many files are sent side by side.
const HANDS: usize = 4;

/// How long is waited before something is tried again.
const PAUSES: [Duration; 4] =
    [Duration::from_millis(100), Duration::from_millis(400), Duration::from_secs(2), Duration::from_secs(5)];

/// After so many steps the journal is told.
const NOTED: usize = 32;

/// Where the bytes of files come from.
pub type Bytes<'a> = &'a (dyn Fn(&FarPath) -> std::io::Result<Vec<u8>> + Sync);

/// What a publication is made of.
pub struct Sending<'a> {
    /// The target.
    pub far: &'a dyn Far,
    /// What was found on it.
    pub seen: &'a FarSeen,
    /// What is done.
    pub planned: &'a Planned,
    /// Who does it.
    pub author: &'a Author,
    /// The name of the source folder that it comes from.
    pub home: &'a str,
    /// What this computer put there last.
    pub last: Option<&'a FarFiles>,
    /// The files.
    pub bytes: Bytes<'a>,
    /// Is told how many steps are done.
    pub progress: &'a (dyn Fn(usize, usize) + Sync),
    /// Ends it between two files.
    pub stop: &'a AtomicBool,
    /// Is set when something of the target is changed.
    pub has_begun: &'a AtomicBool,
}

/// Tries something again where it may pass.
pub fn patiently<T>(mut act: impl FnMut() -> Result<T, FarError>) -> Result<T, FarError> {
    for pause in PAUSES {
        match act() {
            Err(error) if error.may_pass => thread::sleep(pause),
            result => return result,
        }
    }
    act()
}

impl Sending<'_> {
    /// Publishes. The list that the target then has is given to `before` right before it is put there.
    pub fn send(&self, before: &dyn Fn(&FarList) -> Result<(), FarError>) -> Result<(), FarError> {
        let lock = patiently(|| FarLock::take(self.far, self.author, self.home))?;
        lock.hold(|| self.send_locked(&lock, before))
    }

    fn send_locked(
        &self,
        lock: &FarLock<'_>,
        before: &dyn Fn(&FarList) -> Result<(), FarError>,
    ) -> Result<(), FarError> {
        let seen = self.seen;
        // Before the lock was ours somebody else may have come between.
        let known: Vec<&NumberedList> = seen.list.iter().collect();
        if patiently(|| look::look(self.far, self.last, &known))? != *seen {
            return Err(FarError::lasting(Phrase::new("target-changed")));
        }
        let (text, first) = journal::announce(self.planned, &seen.state, seen.list.as_ref(), self.author);
        self.has_begun.store(true, Ordering::Relaxed);
        patiently(|| self.far.tidy())?;
        patiently(|| self.far.begin_journal(text.as_bytes()))?;
        let mut number = first;
        let done = AtomicUsize::new(0);
        for group in &self.planned.groups {
            lock.check()?;
            self.group(group, number, (lock, &done))?;
            number += group.len();
        }
        let list = list_of(self.planned, &self.author.by, &self.author.at);
        before(&list)?;
        let path = list_path()?;
        lock.check()?;
        patiently(|| self.far.put(&path, list.text().as_bytes()))?;
        self.remove_folders();
        let journal = journal_path()?;
        patiently(|| self.far.remove(&journal))?;
        patiently(|| self.far.tidy())
    }

    /// Steps that may be done side by side.
    fn group(
        &self,
        steps: &[FarStep],
        first: usize,
        (lock, done): (&FarLock<'_>, &AtomicUsize),
    ) -> Result<(), FarError> {
        let next = AtomicUsize::new(0);
        let failed: Mutex<Option<FarError>> = Mutex::default();
        let notes: Mutex<Vec<usize>> = Mutex::default();
        let work = || {
            while failed.lock().unwrap_or_else(PoisonError::into_inner).is_none() {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(step) = steps.get(at) else { return };
                let done_now = lock.check_here().and_then(|()| self.step(step));
                match done_now.and_then(|()| self.noted(first + at, &notes, NOTED)) {
                    Ok(()) => (self.progress)(done.fetch_add(1, Ordering::Relaxed) + 1, self.planned.len()),
                    Err(error) => *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error),
                }
            }
        };
        side_by_side(HANDS.min(steps.len()), work);
        // What was done is told also when something else failed.
        let noted = self.tell(std::mem::take(&mut *notes.lock().unwrap_or_else(PoisonError::into_inner)));
        failed.into_inner().unwrap_or_else(PoisonError::into_inner).map_or(noted, Err)
    }

    fn step(&self, step: &FarStep) -> Result<(), FarError> {
        if self.stop.load(Ordering::Relaxed) {
            return Err(FarError::lasting(Phrase::new("target-stopped")));
        }
        allowance::request();
        match step {
            FarStep::Put(path, entry) => {
                let moved = || FarError::lasting(Phrase::new("target-source-moved").with("path", path));
                let bytes = (self.bytes)(path).map_err(|error| match error.kind() {
                    ErrorKind::NotFound => moved(),
                    _ => FarError::of_system(&error, path.as_str()),
                })?;
                if Print::of(&bytes) != entry.print {
                    return Err(moved());
                }
                patiently(|| self.far.put(path, &bytes))
            }
            FarStep::Remove(path) => patiently(|| self.far.remove(path)),
        }
    }

    /// Notes a step, and tells the journal now and then.
    fn noted(&self, number: usize, notes: &Mutex<Vec<usize>>, most: usize) -> Result<(), FarError> {
        let mut notes = notes.lock().unwrap_or_else(PoisonError::into_inner);
        notes.push(number);
        let full = if notes.len() >= most { std::mem::take(&mut *notes) } else { return Ok(()) };
        drop(notes);
        self.tell(full)
    }

    fn tell(&self, numbers: Vec<usize>) -> Result<(), FarError> {
        if numbers.is_empty() {
            return Ok(());
        }
        let lines: String =
            numbers.into_iter().map(|number| journal::done_line(number, self.author)).collect();
        patiently(|| self.far.note(lines.as_bytes()))
    }

    /// Removes the folders that nothing is in any more.
    fn remove_folders(&self) {
        let mut folders: Vec<&str> = self.seen.state.gone.iter().flat_map(FarPath::folders).collect();
        for step in self.planned.groups.iter().flatten() {
            if let FarStep::Remove(path) = step {
                folders.extend(path.folders());
            }
        }
        folders.sort_unstable();
        folders.dedup();
        let used: BTreeSet<&str> = self.planned.next.keys().flat_map(FarPath::folders).collect();
        // The deepest first.
        for folder in folders.into_iter().rev().filter(|folder| !used.contains(folder)) {
            self.far.remove_folder(folder);
        }
    }
}
