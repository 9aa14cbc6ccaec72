//! Saving: a file's new bytes, written whole where nobody has changed the file meanwhile; and taking that back.

use std::io;

use super::{Editor, MOST_SAVED};
use crate::base::{Diagnostic, Fingerprint, Phrase, SourcePath};
use crate::host::change;
use crate::host::create;
use crate::host::ground::Ground;
use crate::scaffold::NewFile;

/// A saving that can be taken back.
#[derive(Clone, Debug)]
pub struct Saved {
    path: SourcePath,
    /// None: the file is new.
    before: Option<Vec<u8>>,
    after: Vec<u8>,
}

impl Editor {
    /// What a file holds now.
    pub(super) fn bytes(&self, path: &SourcePath) -> Result<Vec<u8>, Diagnostic> {
        change::read(&self.root, path.as_str())
    }

    /// Writes what a file holds from now on. It is on the disk, under its name, when this returns well.
    pub(super) fn write(&self, path: &SourcePath, before: Vec<u8>, after: Vec<u8>) -> Result<(), Diagnostic> {
        if before == after {
            return Ok(());
        }
        change::change(&self.root, path.as_str(), (&before, &after))?;
        self.note(Saved { path: path.clone(), before: Some(before), after });
        Ok(())
    }

    /// Makes a file that is not there.
    pub(super) fn make(&self, path: &SourcePath, text: String) -> Result<(), Diagnostic> {
        let after = text.clone().into_bytes();
        create::create(&self.root, &[NewFile { path: path.to_string(), text }])?;
        self.note(Saved { path: path.clone(), before: None, after });
        Ok(())
    }

    fn note(&self, saved: Saved) {
        let mut state = self.state();
        state.saved.push(saved);
        let more = state.saved.len().saturating_sub(MOST_SAVED);
        state.saved.drain(..more);
    }

    /// How many savings can be taken back.
    pub(super) fn saved(&self) -> usize {
        self.state().saved.len()
    }

    /// Takes the last saving back; says which file it was. One that was changed since is left alone, and so is what was to be taken back.
    pub(super) fn take_back(&self) -> Result<Option<SourcePath>, Diagnostic> {
        let Some(last) = self.state().saved.pop() else { return Ok(None) };
        let done = match &last.before {
            Some(before) => change::change(&self.root, last.path.as_str(), (&last.after, before)),
            None => self.unmake(&last).map_err(|error| {
                let shown = Diagnostic::anywhere(crate::base::Code::CannotCreate).with("path", &last.path);
                shown.saying("reason", Phrase::of_system(&error))
            }),
        };
        match done {
            Ok(()) => Ok(Some(last.path)),
            Err(why) => {
                self.state().saved.push(last);
                Err(why)
            }
        }
    }

    fn unmake(&self, made: &Saved) -> io::Result<()> {
        let place = Ground::open(&self.root)?.place().join(made.path.as_str());
        if place.read(made.after.len() as u64)? != made.after {
            return Err(io::Error::other("somebody else has just changed it"));
        }
        place.remove_file()
    }

    /// Remembers the bytes that a form is made of; gives the word by which the form names them.
    pub(super) fn base(&self, bytes: &[u8]) -> String {
        let mut state = self.state();
        if !state.bases.iter().any(|known| known == bytes) {
            state.bases.push_back(bytes.to_vec());
            let more = state.bases.len().saturating_sub(super::MOST_BASES);
            state.bases.drain(..more);
        }
        Fingerprint::of(bytes).to_string()
    }

    /// The bytes that a form says it was made of.
    pub(super) fn known_base(&self, word: &str) -> Option<Vec<u8>> {
        self.state().bases.iter().find(|bytes| Fingerprint::of(bytes).to_string() == word).cloned()
    }

    /// Keeps what was not taken where two had changed a file, in `.fcsite/edit/`; says where.
    pub(super) fn keep_aside(&self, path: &SourcePath, bytes: &[u8]) -> Option<String> {
        let name = format!("edit/{}-{}", Fingerprint::of(bytes).short(), path.name());
        self.hidden.write(&name, bytes).ok().filter(|is_kept| *is_kept).map(|_| format!(".fcsite/{name}"))
    }
}
