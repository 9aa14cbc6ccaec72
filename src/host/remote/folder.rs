//! A folder as a target, also one of a share. Nothing is done through a link that lies in it.

use std::fs::File;
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::far::{Far, FarError, PARTS};
use super::path::FarPath;
use crate::base::Phrase;
use crate::host::ground::{self, FileKind, Ground, Place};

/// A folder, opened.
pub struct FarFolder {
    top: Place,
    journal: Mutex<Option<File>>,
    /// The name of the journal's file.
    journal_path: FarPath,
    token: u64,
    next: AtomicUsize,
}

impl FarFolder {
    /// Opens a folder that the person named. It must be there: one on a share that is not connected is not made anew. No link of the source
    /// folder leads to it.
    pub fn open(source: &Path, path: &Path, journal_path: FarPath) -> Result<Self, FarError> {
        let failed = |error: std::io::Error| match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => {
                FarError::lasting(Phrase::new("target-no-folder").with("path", path.display()))
            }
            _ if ground::is_link(&error) => {
                FarError::lasting(Phrase::new("target-link").with("path", path.display()))
            }
            _ => FarError::of_system(&error, &path.display().to_string()),
        };
        let top: Arc<Ground> = Ground::open_from(source, path).map_err(failed)?;
        let token = ground::unguessable().map_err(failed)?;
        Ok(Self {
            top: top.place(),
            journal: Mutex::default(),
            journal_path,
            token,
            next: AtomicUsize::new(0),
        })
    }

    fn place(&self, path: &FarPath) -> Place {
        self.top.join(path.as_str())
    }

    /// A name that no other has, where a file lies while it is written.
    fn part(&self) -> Place {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        self.top.join(PARTS).join(format!("{:016x}-{number}", self.token))
    }

    /// Writes a new file under a name of its own, and checks how long it is.
    fn write_part(&self, bytes: &[u8]) -> std::io::Result<(Place, File)> {
        let part = self.part();
        let mut file = match part.create() {
            Err(error) if ground::is_absent(&error) => {
                self.top.join(PARTS).make_folders(1)?;
                part.create()?
            }
            result => result?,
        };
        let written = file.write_all(bytes).and_then(|()| {
            if part.look()?.length == bytes.len() as u64 { Ok(()) } else { Err(ErrorKind::WriteZero.into()) }
        });
        if let Err(error) = written {
            // What could not be written whole is of no use.
            let _ = part.remove_file();
            return Err(error);
        }
        Ok((part, file))
    }

    fn move_to(&self, part: &Place, place: &Place, folders: usize) -> std::io::Result<()> {
        match part.rename(place) {
            Err(error) if ground::is_absent(&error) && folders > 0 => {
                place.parent().ok_or(ErrorKind::InvalidInput)?.make_folders(folders)?;
                part.rename(place)
            }
            result => result,
        }
    }

    fn failed(&self, path: &FarPath, error: &std::io::Error) -> FarError {
        let place = self.place(path);
        if ground::is_link(error) {
            let link = place.link_on_the_way().unwrap_or_else(|| self.top.join(PARTS).path());
            return FarError::lasting(Phrase::new("target-link").with("path", link.display()));
        }
        FarError::of_system(error, &place.path().display().to_string())
    }
}

impl Far for FarFolder {
    fn read(&self, path: &FarPath, most: u64) -> Result<Option<Vec<u8>>, FarError> {
        let place = self.place(path);
        match place.look_for() {
            Ok(None) => Ok(None),
            Ok(Some(_)) => place.read(most).map(Some).map_err(|error| self.failed(path, &error)),
            Err(error) => Err(self.failed(path, &error)),
        }
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, FarError> {
        let place = if folder.is_empty() { self.top.clone() } else { self.top.join(folder) };
        let names = match place.names() {
            Ok(names) => names,
            Err(error) if ground::is_absent(&error) => return Ok(Vec::new()),
            Err(error) if ground::is_link(&error) => {
                return Err(FarError::lasting(
                    Phrase::new("target-link").with("path", place.path().display()),
                ));
            }
            Err(error) => return Err(FarError::of_system(&error, &place.path().display().to_string())),
        };
        Ok(names.into_iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect())
    }

    fn put(&self, path: &FarPath, bytes: &[u8]) -> Result<(), FarError> {
        let (part, file) = self.write_part(bytes).map_err(|error| self.failed(path, &error))?;
        drop(file);
        self.move_to(&part, &self.place(path), path.folders().count()).map_err(|error| {
            let _ = part.remove_file();
            self.failed(path, &error)
        })
    }

    fn create(&self, path: &FarPath, bytes: &[u8]) -> Result<bool, FarError> {
        let mut file = match self.place(path).create() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Ok(false),
            result => result.map_err(|error| self.failed(path, &error))?,
        };
        file.write_all(bytes).map(|()| true).map_err(|error| {
            let _ = self.place(path).remove_file();
            self.failed(path, &error)
        })
    }

    fn remove(&self, path: &FarPath) -> Result<(), FarError> {
        match self.place(path).remove_file() {
            Err(error) if !ground::is_absent(&error) => Err(self.failed(path, &error)),
            _ => Ok(()),
        }
    }

    fn remove_folder(&self, folder: &str) {
        // One that others have something in stays.
        let _ = self.top.join(folder).remove_folder();
    }

    fn begin_journal(&self, text: &[u8]) -> Result<(), FarError> {
        let path = &self.journal_path;
        let (part, file) = self.write_part(text).map_err(|error| self.failed(path, &error))?;
        part.rename(&self.place(path)).map_err(|error| self.failed(path, &error))?;
        *self.journal.lock().unwrap_or_else(PoisonError::into_inner) = Some(file);
        Ok(())
    }

    fn note(&self, lines: &[u8]) -> Result<(), FarError> {
        let mut journal = self.journal.lock().unwrap_or_else(PoisonError::into_inner);
        match journal.as_mut() {
            Some(file) => file.write_all(lines).map_err(|error| self.failed(&self.journal_path, &error)),
            None => Ok(()),
        }
    }

    fn tidy(&self) -> Result<(), FarError> {
        let parts = self.top.join(PARTS);
        // A share that refuses once may do it the second time. What stays all the same is in nobody's way.
        for _ in 0..2 {
            for (name, kind) in parts.names().unwrap_or_default() {
                if kind == FileKind::File {
                    let _ = parts.join(&name).remove_file();
                }
            }
            match parts.remove_folder() {
                Err(error) if error.kind() != ErrorKind::NotFound => {}
                _ => break,
            }
        }
        Ok(())
    }
}
