//! `.fcsite` of a source folder: what is kept from one build for the next.
//!
//! It comes along with a copy of the folder, so nothing in it is believed that this person's own fcsite did not seal ([`super::seal`]),
//! and nothing is written through a link. It may be deleted at any time.

use std::io::{self, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use super::ground::{self, FileKind, Ground, Place};
use super::seal::{self, Seal};

/// The folder's name.
pub(crate) const NAME: &str = ".fcsite";

/// Where files lie while they are written.
const PARTS: &str = "parts";

/// Nobody writes a file for so long.
const STALE: Duration = Duration::from_secs(60 * 60);

/// `.fcsite` of a source folder.
#[derive(Clone, Debug)]
pub struct Hidden {
    seal: Seal,
    /// None: the source folder cannot be opened.
    source: Option<Arc<Ground>>,
}

impl Hidden {
    /// That of a source folder.
    pub fn of(source: &Path) -> Self {
        Self { seal: Seal::of_person_for(source), source: Ground::open(source).ok() }
    }

    /// That of a source folder, with another key.
    pub fn sealed_by(source: &Path, seal: Seal) -> Self {
        Self { seal, source: Ground::open(source).ok() }
    }

    /// The seal of what lies in it.
    pub fn seal(&self) -> Seal {
        self.seal.clone()
    }

    /// A file or folder in it.
    pub fn place(&self, name: &str) -> Option<Place> {
        Some(self.source.as_ref()?.place().join(NAME).join(name))
    }

    /// Reads a file of at most so many bytes that was written by [`Hidden::write`] under this name. None: there is none, or not by us.
    pub fn read(&self, name: &str, most: u64) -> Option<Vec<u8>> {
        if !self.seal.is_there() {
            return None;
        }
        let bytes = self.place(name)?.read(most.saturating_add(seal::LENGTH as u64)).ok()?;
        self.unsealed(name, bytes)
    }

    fn unsealed(&self, role: &str, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
        let sealed = bytes.split_off(bytes.len().checked_sub(seal::LENGTH)?);
        self.seal.fits(role, &bytes, &sealed).then_some(bytes)
    }

    /// Reads a file that was written by [`Hidden::write_here`] for this source folder, where it lies now: what was kept of another folder of the
    /// same person says nothing here.
    pub fn read_here(&self, name: &str, most: u64) -> Option<Vec<u8>> {
        self.find_here(name, most).unwrap_or_default()
    }

    /// The same, where it may not be taken for gone that the system refuses to show it: for what is no memory, but lost when it is written anew.
    pub fn find_here(&self, name: &str, most: u64) -> io::Result<Option<Vec<u8>>> {
        let Some(source) = self.source.as_ref().filter(|_| self.seal.is_there()) else { return Ok(None) };
        let place = source.place().join(NAME).join(name);
        let bytes = match place.read(most.saturating_add(seal::LENGTH as u64)) {
            Ok(bytes) => bytes,
            Err(error) if ground::is_absent(&error) || ground::is_link(&error) => return Ok(None),
            // No plain file, or one of another length than ours.
            Err(error) if error.raw_os_error().is_none() => return Ok(None),
            Err(error) => return Err(error),
        };
        Ok(self.unsealed(&here(name, &ground::real(&source.place().path())?), bytes))
    }

    /// Keeps a file for this source folder alone.
    pub fn write_here(&self, name: &str, bytes: &[u8]) -> io::Result<bool> {
        let Some(source) = &self.source else { return Ok(false) };
        self.write_as(name, &here(name, &ground::real(&source.place().path())?), bytes)
    }

    /// Keeps a file. Others see the whole of it or none. False: without a key nothing is kept, since nothing would be believed.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<bool> {
        self.write_as(name, name, bytes)
    }

    fn write_as(&self, name: &str, role: &str, bytes: &[u8]) -> io::Result<bool> {
        let Some(sealed) = self.seal.of(role, bytes) else { return Ok(false) };
        let no_folder = || io::Error::from(io::ErrorKind::NotFound);
        let place = self.place(name).ok_or_else(no_folder)?;
        let parts = self.place(PARTS).ok_or_else(no_folder)?;
        parts.make_folders(2)?;
        place.parent().ok_or_else(no_folder)?.make_folders(1 + name.matches('/').count())?;
        let (part, mut file) = parts.join("x").temporary()?;
        let written = file.write_all(bytes).and_then(|()| file.write_all(&sealed));
        drop(file);
        written.and_then(|()| part.rename(&place)).map(|()| true).inspect_err(|_| {
            // What could not be written whole is of no use.
            let _ = part.remove_file();
        })
    }

    /// Removes what killed processes left half written.
    pub fn tidy(&self) {
        let Some(parts) = self.place(PARTS) else { return };
        for (name, kind) in parts.names().unwrap_or_default() {
            let part = parts.join(&name);
            let is_stale = |time: SystemTime| time.elapsed().is_ok_and(|age| age > STALE);
            if kind == FileKind::File && part.look().is_ok_and(|look| look.time().is_some_and(is_stale)) {
                let _ = part.remove_file();
            }
        }
    }

    /// The folder, for people.
    pub fn shown(&self) -> String {
        self.place("").map_or_else(String::new, |place| place.path().display().to_string())
    }
}

/// The role of a file that is kept for a source folder, where it lies.
fn here(name: &str, folder: &Path) -> String {
    format!("{name}\n{}", folder.display())
}
