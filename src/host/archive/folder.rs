//! The folder of an archive: its lock, its list of files, and how new files take their places.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::Path;

use rayon::prelude::*;

use super::ArchiveError;
use super::draft::{ArchiveDraft, is_draft};
use crate::archive::ArchiveHash;
use crate::archive::sums::{self, ArchiveMove, ArchiveSums, JOURNAL, SUMS};
use crate::archive::tally::Tally;
use crate::base::Phrase;
use crate::host::ground::{FileKind, Ground, Place, PlainFile, is_absent, is_link};

/// Held while something is added.
const LOCK: &str = ".fcsite-archive-lock";

/// An archive that is open to be added to.
pub(super) struct ArchiveFolder {
    pub place: Place,
    /// Its files; none of a new one.
    pub sums: ArchiveSums,
    _lock: File,
}

/// What the list of an archive says.
pub(super) struct ArchiveList {
    /// The files.
    pub sums: ArchiveSums,
    /// Those that a killed process was about to put in their places.
    pub moves: Vec<ArchiveMove>,
}

impl ArchiveFolder {
    /// Opens an archive, or makes one; finishes what was cut short, and holds each file against the list. No link of the source folder leads to it.
    pub fn open(source: &Path, path: &Path) -> Result<Self, ArchiveError> {
        let (ground, made) =
            Ground::make_from(source, path).map_err(|error| ArchiveError::at(&error, path))?;
        let opened = Self::enter(ground.place());
        // A folder that is held open cannot be removed on Windows.
        drop(ground);
        if opened.is_err() {
            made.unmake();
        }
        opened
    }

    fn enter(place: Place) -> Result<Self, ArchiveError> {
        let failed = |error: io::Error| ArchiveError::of_system(&error, &place);
        refuse_foreign(&place)?;
        let lock_place = place.join(LOCK);
        let lock = lock_place.open_lock().map_err(|error| ArchiveError::of_system(&error, &lock_place))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let path = place.path().display().to_string();
                return Err(ArchiveError::Failed(Phrase::new("archive-busy").with("path", path)));
            }
            Err(TryLockError::Error(error)) => return Err(ArchiveError::of_system(&error, &lock_place)),
        }
        let moves = moves_of(&place)?;
        if !moves.is_empty() {
            put_in_place(&place, &moves)?;
        }
        for (name, kind) in place.names().map_err(failed)? {
            if kind == FileKind::File && name.to_str().is_some_and(is_draft) {
                // What a killed process was writing and nothing names.
                let _ = place.join(&name).remove_file();
            }
        }
        let sums = sums_of(&place)?.unwrap_or_default();
        verify(&place, &sums)?;
        Ok(Self { place, sums, _lock: lock })
    }

    /// A new file in it, on its way.
    pub fn draft(&self) -> Result<ArchiveDraft, ArchiveError> {
        ArchiveDraft::new(&self.place).map_err(|error| ArchiveError::of_system(&error, &self.place))
    }

    /// Puts drafts in their places, and the new list with them.
    pub fn commit(self, drafts: Vec<(String, ArchiveHash, ArchiveDraft)>) -> Result<(), ArchiveError> {
        let failed = |error: io::Error| ArchiveError::of_system(&error, &self.place);
        let mut sums = self.sums;
        sums.extend(drafts.iter().map(|(name, hash, _)| (name.clone(), *hash)));
        let list = ArchiveDraft::new(&self.place).map_err(failed)?;
        let text = sums::write(&sums);
        io::Write::write_all(&mut &list.file, text.as_bytes()).map_err(failed)?;
        let all = drafts.into_iter().chain([(SUMS.to_string(), ArchiveHash::of(text.as_bytes()), list)]);
        let all: Vec<_> = all.collect();
        let mut moves = Vec::new();
        for (name, hash, draft) in &all {
            draft.file.sync_all().map_err(failed)?;
            moves.push(ArchiveMove { hash: *hash, from: draft.name(), to: name.clone() });
        }
        let journal = self.place.join(JOURNAL);
        journal.replace(sums::write_moves(&moves).as_bytes()).map_err(failed)?;
        all.iter().for_each(|(_, _, draft)| draft.keep());
        drop(all);
        journal.flush().and_then(|()| self.place.flush()).map_err(failed)?;
        put_in_place(&self.place, &moves)
    }
}

/// What the list of an archive says, which is only looked at.
pub(super) fn look(place: &Place) -> Result<ArchiveList, ArchiveError> {
    let moves = moves_of(place)?;
    let path = place.path().display().to_string();
    match sums_of(place)? {
        Some(sums) => Ok(ArchiveList { sums, moves }),
        // The first publication was cut short: its list is not in its place yet.
        None => {
            let is_none = moves.is_empty() && !has_own(place)?;
            Err(if is_none {
                ArchiveError::Failed(Phrase::new("archive-none").with("path", path))
            } else {
                missing_list()
            })
        }
    }
}

fn missing_list() -> ArchiveError {
    ArchiveError::Damaged { file: SUMS.to_string(), what: Phrase::new("archive-missing") }
}

/// Whether there are files that only an archive has.
fn has_own(place: &Place) -> Result<bool, ArchiveError> {
    let names = place.names().map_err(|error| ArchiveError::of_system(&error, place))?;
    Ok(names.iter().any(|(name, _)| {
        name.to_str().is_some_and(|name| sums::year_of(name).is_some() || name == sums::INVENTORY)
    }))
}

/// A folder with something in it is an archive by its list, or it is somebody else's.
fn refuse_foreign(place: &Place) -> Result<(), ArchiveError> {
    let names = place.names().map_err(|error| ArchiveError::of_system(&error, place))?;
    let is_there = |wanted: &str| names.iter().any(|(name, _)| name == wanted);
    if is_there(SUMS) || is_there(JOURNAL) {
        return Ok(());
    }
    if has_own(place)? {
        return Err(missing_list());
    }
    let is_known = |name: &str| name == LOCK || is_draft(name);
    match names.iter().find(|(name, _)| !name.to_str().is_some_and(is_known)) {
        Some((name, _)) => {
            let phrase = Phrase::new("archive-foreign").with("path", place.path().display());
            Err(ArchiveError::Failed(phrase.with("name", name.to_string_lossy())))
        }
        None => Ok(()),
    }
}

fn read_small(place: &Place) -> Result<Option<Vec<u8>>, ArchiveError> {
    match place.read(sums::MOST) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) if matches!(error.kind(), ErrorKind::FileTooLarge) => Ok(Some(Vec::new())),
        Err(error) => Err(told(place, error)),
    }
}

/// What cannot be opened: a link is no file of ours.
fn told(place: &Place, error: io::Error) -> ArchiveError {
    let name = place.name().unwrap_or_default().to_string_lossy().into_owned();
    let damaged = |key: &'static str| ArchiveError::Damaged { file: name, what: Phrase::new(key) };
    match () {
        () if is_link(&error) => damaged("archive-link"),
        () if is_absent(&error) => damaged("archive-missing"),
        () if error.kind() == ErrorKind::InvalidInput => damaged("archive-no-file"),
        // One that cannot be looked at is not damaged.
        () if place.look().is_ok_and(|look| look.kind != FileKind::File) => damaged("archive-no-file"),
        () => ArchiveError::of_system(&error, place),
    }
}

fn sums_of(place: &Place) -> Result<Option<ArchiveSums>, ArchiveError> {
    let Some(bytes) = read_small(&place.join(SUMS))? else { return Ok(None) };
    let broken = || ArchiveError::Damaged { file: SUMS.to_string(), what: Phrase::new("archive-broken") };
    sums::parse(&bytes).ok_or_else(broken).map(Some)
}

fn moves_of(place: &Place) -> Result<Vec<ArchiveMove>, ArchiveError> {
    let Some(bytes) = read_small(&place.join(JOURNAL))? else { return Ok(Vec::new()) };
    let broken = || ArchiveError::Damaged { file: JOURNAL.to_string(), what: Phrase::new("archive-broken") };
    sums::parse_moves(&bytes, is_draft).ok_or_else(broken)
}

/// Renames what the journal names, where that was not done yet, and removes the journal.
fn put_in_place(place: &Place, moves: &[ArchiveMove]) -> Result<(), ArchiveError> {
    let mut left = Vec::new();
    for one in moves {
        let (from, to) = (place.join(&one.from), place.join(&one.to));
        let is_there = from.look_for().map_err(|error| ArchiveError::of_system(&error, &to))?.is_some();
        let file = if is_there { &from } else { &to };
        if hash_of(file)? != one.hash {
            return Err(ArchiveError::Damaged { file: one.to.clone(), what: Phrase::new("archive-changed") });
        }
        if is_there {
            left.push((from, to));
        }
    }
    for (from, to) in &left {
        from.rename(to).map_err(|error| ArchiveError::of_system(&error, to))?;
    }
    place.flush().map_err(|error| ArchiveError::of_system(&error, place))?;
    let journal = place.join(JOURNAL);
    journal.remove_file().map_err(|error| ArchiveError::of_system(&error, &journal))
}

/// Holds each file against the list, and the folder too: a year that the list does not name was put there by somebody else.
fn verify(place: &Place, sums: &ArchiveSums) -> Result<(), ArchiveError> {
    let names = place.names().map_err(|error| ArchiveError::of_system(&error, place))?;
    let mut unlisted: Vec<&str> = names
        .iter()
        .filter_map(|(name, _)| name.to_str())
        .filter(|name| sums::year_of(name).is_some() && !sums.contains_key(*name))
        .collect();
    unlisted.sort_unstable();
    if let Some(name) = unlisted.first() {
        let file = (*name).to_string();
        return Err(ArchiveError::Damaged { file, what: Phrase::new("archive-unlisted") });
    }
    let checked: Vec<Result<(), ArchiveError>> =
        sums.par_iter().map(|(name, hash)| check(place, name, &[*hash])).collect();
    checked.into_iter().collect()
}

/// Holds a file against its hash.
pub(super) fn check(place: &Place, name: &str, wanted: &[ArchiveHash]) -> Result<(), ArchiveError> {
    if wanted.contains(&hash_of(&place.join(name))?) {
        return Ok(());
    }
    Err(ArchiveError::Damaged { file: name.to_string(), what: Phrase::new("archive-changed") })
}

fn hash_of(place: &Place) -> Result<ArchiveHash, ArchiveError> {
    let mut file = open(place)?;
    let mut tally = Tally::new(io::sink());
    io::copy(&mut file, &mut tally).map_err(|error| ArchiveError::of_system(&error, place))?;
    Ok(tally.finish().0.hash)
}

/// Opens a file of the archive to read it.
pub(super) fn open(place: &Place) -> Result<PlainFile, ArchiveError> {
    place.open().map_err(|error| told(place, error))
}
