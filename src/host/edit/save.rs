//! Saving: a file's new bytes, written whole where nobody has changed the file meanwhile; and taking that back.

use std::sync::PoisonError;

use super::{Editor, MOST_SAVED, unseen};
use crate::base::{Code, Diagnostic, Fingerprint, Phrase, SourcePath};
use crate::host::change;
use crate::parse::targets::TARGETS;

/// Where the editor may write: in `content/`, and the one file beside it that says where the site is published to.
struct EditedPath<'a>(&'a str);

impl<'a> EditedPath<'a> {
    fn of(path: &'a SourcePath) -> Result<Self, Diagnostic> {
        let whole = path.as_str();
        let is_step = |step: &str| !step.is_empty() && step != "." && step != ".." && !step.contains('\\');
        let is_inside = whole.strip_prefix("content/").is_some_and(|inner| inner.split('/').all(is_step));
        if is_inside || whole == TARGETS {
            return Ok(Self(whole));
        }
        let found = Diagnostic::anywhere(Code::CannotCreate).with("path", whole).with("kind", "make");
        Err(found.saying("reason", Phrase::new("system-denied")))
    }
}

/// A file that a saving changes.
#[derive(Clone, Debug)]
pub struct SavedFile {
    /// Where it lies.
    pub path: SourcePath,
    /// None: the file is new.
    pub before: Option<Vec<u8>>,
    /// None: the file goes.
    pub after: Option<Vec<u8>>,
}

impl SavedFile {
    /// The same the other way round.
    fn reversed(&self) -> Self {
        Self { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }

    fn write(&self, editor: &Editor) -> Result<(), Diagnostic> {
        let path = EditedPath::of(&self.path)?;
        let (root, path) = (&editor.root, path.0);
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => change::change(root, path, (before, after)),
            (None, Some(after)) => change::make(root, path, after),
            (Some(before), None) => {
                change::remove(root, path, before)?;
                change::tidy(root, path, "content");
                Ok(())
            }
            (None, None) => Ok(()),
        }
    }
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
        self.write_all(vec![SavedFile { path: path.clone(), before: Some(before), after: Some(after) }])
    }

    /// Makes a file that is not there.
    pub(super) fn make(&self, path: &SourcePath, bytes: Vec<u8>) -> Result<(), Diagnostic> {
        self.write_all(vec![SavedFile { path: path.clone(), before: None, after: Some(bytes) }])
    }

    /// Writes several files, one after the other, as one saving. Where one cannot be written the others are as they were.
    pub(super) fn write_all(&self, files: Vec<SavedFile>) -> Result<(), Diagnostic> {
        // What was chosen by a list that was not whole may be wrong.
        if let Some(why) = unseen::noted() {
            return Err(why);
        }
        let _saving = self.saving.lock().unwrap_or_else(PoisonError::into_inner);
        self.write_in_turn(&files)?;
        let mut state = self.state();
        state.saved.push(files);
        let more = state.saved.len().saturating_sub(MOST_SAVED);
        state.saved.drain(..more);
        Ok(())
    }

    fn write_in_turn(&self, files: &[SavedFile]) -> Result<(), Diagnostic> {
        for (at, file) in files.iter().enumerate() {
            if let Err(why) = file.write(self) {
                for written in files.iter().take(at).rev() {
                    // What somebody else has changed in this moment stays as they have it.
                    let _ = written.reversed().write(self);
                }
                return Err(why);
            }
        }
        files.iter().for_each(|file| self.noticed(&file.path));
        // Of a file that is gone nothing needs care any more, and the build that would say so comes in a moment.
        let is_gone = |path: &SourcePath| files.iter().any(|file| file.after.is_none() && file.path == *path);
        self.state().found.retain(|found| !found.file.as_ref().is_some_and(is_gone));
        Ok(())
    }

    /// How many savings can be taken back.
    pub(super) fn saved(&self) -> usize {
        self.state().saved.len()
    }

    /// Takes the last saving back; was there one? One whose files others have changed since is left alone for good, so that those before it can
    /// still be taken back; one that the disk refuses can be tried again.
    pub(super) fn take_back(&self) -> Result<bool, Diagnostic> {
        let _saving = self.saving.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(last) = self.state().saved.pop() else { return Ok(false) };
        let back: Vec<SavedFile> = last.iter().rev().map(SavedFile::reversed).collect();
        match self.write_in_turn(&back) {
            Ok(()) => Ok(true),
            Err(why) => {
                if !change::is_overtaken(&why) {
                    self.state().saved.push(last);
                }
                Err(why)
            }
        }
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

    /// Keeps what was not taken where two had changed a file, as a file of its own in `.fcsite/edit/` that any program can open; gives the word
    /// by which it is named.
    pub(super) fn keep_aside(&self, path: &SourcePath, bytes: &[u8]) -> Option<String> {
        let word = Fingerprint::of(bytes).short();
        let place = self.hidden.place(&aside_of(path, &word))?;
        place.parent()?.make_folders(2).ok()?;
        place.replace(bytes).ok().map(|()| word)
    }

    /// Where what was kept under a word lies, if anything does.
    pub(super) fn aside(&self, path: &SourcePath, word: &str) -> Option<String> {
        let is_word = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        let name = is_word.then(|| aside_of(path, word))?;
        self.hidden.place(&name)?.is_file().then(|| format!(".fcsite/{name}"))
    }
}

/// The name in `.fcsite` of what is kept of a file.
fn aside_of(path: &SourcePath, word: &str) -> String {
    format!("edit/{word}-{}", path.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_written_outside_the_content_but_where_the_site_is_published_to() {
        let is_path = |path: &str| EditedPath::of(&SourcePath::new(path)).is_ok();
        for path in ["content/alfa/news/a.md", "content/site.yaml", "publish.yaml"] {
            assert!(is_path(path), "{path}");
        }
        for path in [
            "themes/x.html",
            "content",
            "content/",
            "content/../x",
            "content/a/./b",
            "content//a",
            "/content/a",
            "../publish.yaml",
            "a/publish.yaml",
            "contentx/a",
            "content/a\\..\\..\\b",
            "",
        ] {
            assert!(!is_path(path), "{path}");
        }
    }
}
