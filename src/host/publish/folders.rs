//! Files that come to their place in a folder and go from it, and the folders that they need.

use std::collections::{BTreeSet, HashSet};
use std::io::ErrorKind;

use super::change::Change;
use super::disk;
use super::error::{PublishError, io};
use super::names::parents;
use crate::host::ground::{self, FileKind, Place};

/// Puts a file in another's place, at once.
fn replace(from: &Place, to: &Place) -> Result<(), PublishError> {
    match from.rename(to) {
        Err(error) if error.kind() == ErrorKind::CrossesDevices => {
            // Another disk is mounted in the output: gather beside the target first.
            let (part, mut made) = to.temporary().map_err(io("publish", to))?;
            let copied =
                from.open().and_then(|mut source| source.copy_to(&mut made)).and_then(|()| part.rename(to));
            if copied.is_err() {
                disk::remove(&part)?;
            }
            copied.map_err(io("publish", to))?;
            disk::remove(from)
        }
        result => result.map_err(io("publish", to)),
    }
}

/// The folders of an output or a spare.
pub(super) struct Folders<'a> {
    output: &'a Place,
    /// Known to be there.
    made: HashSet<String>,
    touched: BTreeSet<String>,
}

impl<'a> Folders<'a> {
    /// None is known yet.
    pub fn at(output: &'a Place) -> Self {
        Self { output, made: HashSet::new(), touched: BTreeSet::new() }
    }

    /// Moves a file from elsewhere to a path, at once.
    fn take(&mut self, from: &Place, path: &str) -> Result<(), PublishError> {
        self.make(parents(path).next().unwrap_or(""))?;
        replace(from, &self.output.join(path))
    }

    /// Puts and removes all that a change says, in the order in which readers may meet it. Says when all has come and the rest goes.
    pub fn carry_out(
        &mut self,
        change: &Change,
        staged: &dyn Fn(&str) -> Place,
        has_come: &mut dyn FnMut(),
        sync: bool,
    ) -> Result<(), PublishError> {
        let (first, last) = change.removals();
        // A file that becomes a folder, or a folder that becomes a file, makes room.
        self.remove(&first)?;
        change.put.iter().try_for_each(|put| self.take(&staged(&put.path), &put.path))?;
        has_come();
        self.remove(&last)?;
        if sync { self.flush() } else { Ok(()) }
    }

    /// Waits until the names of all that was moved and removed are on the disk.
    fn flush(&self) -> Result<(), PublishError> {
        self.touched.iter().try_for_each(|folder| match disk::flush(&self.output.join(folder)) {
            Err(PublishError::Io { error, .. }) if error.kind() == ErrorKind::NotFound => Ok(()),
            result => result,
        })
    }

    /// Makes a folder with all above it.
    fn make(&mut self, folder: &str) -> Result<(), PublishError> {
        self.touched.insert(folder.to_owned());
        if folder.is_empty() || self.made.contains(folder) {
            return Ok(());
        }
        let above = parents(folder).next().unwrap_or("");
        self.make(above)?;
        let place = self.output.join(folder);
        match place.make_folder() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists && place.is_folder() => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                return Err(PublishError::InTheWay(place.path()));
            }
            result => result.map_err(io("make the folder", &place))?,
        }
        self.made.insert(folder.to_owned());
        Ok(())
    }

    /// Removes files, and the folders that are empty then.
    pub fn remove(&mut self, files: &[&str]) -> Result<(), PublishError> {
        for path in files {
            let file = self.output.join(path);
            let is_ours = match file.look_for() {
                Ok(look) => look.is_some_and(|look| look.kind == FileKind::File),
                // A link on the way: what lies behind it is not ours.
                Err(error) if ground::is_link(&error) => false,
                Err(error) => return Err(io("look at", &file)(error)),
            };
            if is_ours {
                disk::remove(&file)?;
                self.touched.insert(parents(path).next().unwrap_or("").to_owned());
            }
        }
        self.remove_emptied(files.iter().copied());
        Ok(())
    }

    /// Removes the folders above these files that are empty.
    pub fn remove_emptied<'p>(&mut self, files: impl Iterator<Item = &'p str>) {
        let emptied: BTreeSet<&str> = files.flat_map(parents).collect();
        // The deepest sort last.
        for folder in emptied.into_iter().rev() {
            if self.output.join(folder).remove_folder().is_ok() {
                self.made.remove(folder);
            }
        }
    }
}
