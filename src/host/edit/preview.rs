//! The page as it will be, of what stands in a form and is not saved: made by the build, held in memory, shown in a frame.
//!
//! A preview has a word of 128 bits, by which the form that made it makes it anew, and by which the frame asks for it under the site's own
//! name: a page of a theme is another origin than the editor, in a frame too.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, PoisonError};

use super::{Editor, secret};
use crate::base::{Diagnostic, OutputPath, SourcePath};
use crate::host::preview::{PreviewBench, Previewed, SourceChange};
use crate::host::serve::{PREVIEWS, ServedSite, StandIns};
use crate::theme::Tokens;

/// How many previews are held. Each window that is open has one.
const MOST: usize = 8;

/// The site that previews are made of and shown in.
pub(super) struct PreviewRoom {
    bench: PreviewBench,
    site: Arc<dyn ServedSite>,
}

/// A preview that can be asked for.
#[derive(Clone, Debug)]
pub(super) struct HeldPreview {
    word: String,
    page: OutputPath,
    files: StandIns,
}

/// What a page of the editor says of a preview.
#[derive(Clone, Default, Debug, serde::Serialize)]
pub struct PreviewPane {
    /// The word by which the form makes it anew; empty where there is none yet.
    pub word: String,
    /// The address of the page; empty where there is none.
    pub address: String,
}

impl fmt::Debug for PreviewRoom {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("PreviewRoom").field("bench", &self.bench).finish_non_exhaustive()
    }
}

impl Editor {
    /// Takes note of what the last build knew, and of the site that is shown.
    pub fn knows(&self, bench: PreviewBench, site: Arc<dyn ServedSite>) {
        *self.room.lock().unwrap_or_else(PoisonError::into_inner) = Some(PreviewRoom { bench, site });
    }

    /// Makes the page of a file as it is with these bytes, and holds it under the word that is given, if it is one of ours, else under a new
    /// one. None where nothing was built yet.
    pub(super) fn make_preview(
        &self,
        (path, bytes): (&SourcePath, &[u8]),
        (site, word): (&str, &str),
    ) -> Option<(PreviewPane, Previewed)> {
        let previewed = {
            let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
            let PreviewRoom { bench, site } = room.as_mut()?;
            bench.preview(path, bytes, &|path| site.has(path))
        };
        let mut previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        let known = take(&mut previews, word);
        let held = match previewed.pages.first() {
            Some(page) => {
                let word = known.map_or_else(secret, |known| Ok(known.word)).ok()?;
                Some(HeldPreview { word, page: page.clone(), files: Arc::new(previewed.files.clone()) })
            }
            // What could be shown before stays.
            None => known,
        };
        let pane = held.as_ref().map(|held| held.pane(site)).unwrap_or_default();
        previews.extend(held);
        let more = previews.len().saturating_sub(MOST);
        previews.drain(..more);
        Some((pane, previewed))
    }

    /// Takes note of a file that was written: the next build comes in a moment, and a preview may be asked for before.
    pub(super) fn noticed(&self, path: &SourcePath) {
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(room) = room.as_mut() {
            room.bench.look_at(path);
        }
    }

    /// Where the pages of a file lie; none where nothing was built yet.
    pub(super) fn pages_of(&self, path: &SourcePath) -> Option<Vec<OutputPath>> {
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        Some(room.as_mut()?.bench.pages(path))
    }

    /// What is wrong with the municipality of a file; none where nothing was built yet.
    pub(super) fn faults_of(&self, path: &SourcePath) -> Option<Vec<Diagnostic>> {
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        Some(room.as_mut()?.bench.errors(path, &[]))
    }

    /// What would be wrong if these files were changed that is not wrong now; none where nothing was built yet.
    pub(super) fn errors_of(&self, path: &SourcePath, changes: &[SourceChange]) -> Option<Vec<Diagnostic>> {
        let mut room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let bench = &mut room.as_mut()?.bench;
        let mut errors = bench.errors(path, changes);
        if errors.is_empty() {
            return Some(errors);
        }
        // An old fault is known by its words: its place moves with every line that comes before it.
        let mut before = bench.errors(path, &[]);
        errors.retain(|found| {
            let is_it =
                |old: &Diagnostic| old.code == found.code && old.file == found.file && old.args == found.args;
            before.iter().position(is_it).map(|at| before.swap_remove(at)).is_none()
        });
        Some(errors)
    }

    /// The colours of a theme, for a light screen and for a dark one; none where nothing was built yet.
    pub(super) fn colours_of_theme(&self, name: &str) -> Option<(Tokens, Option<Tokens>)> {
        let room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        room.as_ref()?.bench.colours(name)
    }

    /// The preview of a word as it was made last.
    pub(super) fn pane_of(&self, (site, word): (&str, &str)) -> Option<PreviewPane> {
        let previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        previews.iter().find(|held| held.word == word).map(|held| held.pane(site))
    }

    /// The files of a preview.
    pub(super) fn stand_ins(&self, word: &str) -> Option<StandIns> {
        let previews = self.previews.lock().unwrap_or_else(PoisonError::into_inner);
        previews.iter().find(|held| held.word == word).map(|held| held.files.clone())
    }
}

fn take(previews: &mut VecDeque<HeldPreview>, word: &str) -> Option<HeldPreview> {
    let at = previews.iter().position(|held| held.word == word)?;
    previews.remove(at)
}

impl HeldPreview {
    fn pane(&self, site: &str) -> PreviewPane {
        let page = self.page.as_str().trim_end_matches("index.html");
        PreviewPane { word: self.word.clone(), address: format!("{site}{PREVIEWS}{}/{page}", self.word) }
    }
}
