//! Themes: loaded when the first section asks for them, each once.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::base::{At, Code, Diagnostic, Fingerprint, SourcePath, nearest};
use crate::cache::{KnownTheme, Memory};
use crate::input::{Inputs, content_of};
use crate::theme::{self, ReadWords, Theme, theme_names};

/// How many themes a site may use. A theme with its templates fills some megabytes.
const MOST: usize = 50;

/// The themes of a build.
pub struct Themes<'a> {
    inputs: &'a dyn Inputs,
    old: &'a Memory,
    names: Vec<String>,
    files: Fingerprint,
    loaded: Mutex<HashMap<String, Arc<KnownTheme>>>,
    words: Mutex<ReadWords>,
}

impl<'a> Themes<'a> {
    /// No theme loaded yet.
    pub fn new(inputs: &'a dyn Inputs, old: &'a Memory) -> Self {
        let files = inputs.folder(theme::FOLDER).map(|folder| content_of(folder, inputs)).unwrap_or_default();
        Self {
            inputs,
            old,
            names: theme_names(inputs),
            files,
            loaded: Mutex::default(),
            words: Mutex::default(),
        }
    }

    /// The theme of a name; none when it does not exist or cannot be loaded, or when there are too many: each is kept whole.
    pub fn get(&self, name: &str) -> Option<Arc<Theme>> {
        if !self.exists(name) {
            return None;
        }
        let mut loaded = self.lock();
        if let Some(known) = loaded.get(name) {
            return known.theme.clone();
        }
        let known = match self.old.themes.get(name) {
            _ if loaded.len() >= MOST => Arc::new(KnownTheme {
                fingerprint: self.files,
                theme: None,
                diagnostics: vec![
                    Diagnostic::anywhere(Code::TooMuch)
                        .with("kind", "themes")
                        .with("number", loaded.len() + 1)
                        .with("most", MOST),
                ],
            }),
            Some(known) if known.fingerprint == self.files => known.clone(),
            _ => {
                let mut diagnostics = Vec::new();
                let mut read = self.words.lock().unwrap_or_else(PoisonError::into_inner);
                let theme = theme::load(name, self.inputs, &mut read, &mut diagnostics).map(Arc::new);
                let broken = diagnostics.iter().any(Diagnostic::is_error);
                Arc::new(KnownTheme {
                    fingerprint: self.files,
                    theme: theme.filter(|_| !broken),
                    diagnostics,
                })
            }
        };
        loaded.insert(name.to_string(), known.clone());
        known.theme.clone()
    }

    /// The files of all themes.
    pub fn fingerprint(&self) -> Fingerprint {
        self.files
    }

    /// Is there a theme of this name?
    pub fn exists(&self, name: &str) -> bool {
        self.names.iter().any(|known| known == name)
    }

    /// Says that a theme does not exist.
    pub fn missing(&self, name: &str, file: &SourcePath, at: At) -> Diagnostic {
        let proposal = nearest(name, self.names.iter().map(String::as_str)).unwrap_or("none");
        Diagnostic::new(Code::NoSuchTheme, file, at)
            .with("theme", name)
            .with("proposal", proposal)
            .with("themes", self.names.iter().take(20).map(String::as_str).collect::<Vec<_>>().join(", "))
    }

    /// What was found in the themes that were loaded; they are remembered.
    pub fn finish(&self, next: &mut Memory) -> Vec<Diagnostic> {
        let loaded: BTreeMap<String, Arc<KnownTheme>> = self.lock().clone().into_iter().collect();
        let found = loaded.values().flat_map(|known| known.diagnostics.clone()).collect();
        next.themes.extend(loaded);
        found
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Arc<KnownTheme>>> {
        // A thread that panicked while it held the lock has not left anything half done: entries are whole.
        self.loaded.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
