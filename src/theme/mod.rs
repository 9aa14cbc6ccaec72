//! Theme: how pages look and what words they use.
//!
//! A theme is a chain of folders, the nearest first and `base` most often last. Templates, assets and words are each looked for
//! along the chain, so that a municipality writes only what is its own. A theme sees the data that it is given and nothing else:
//! no file, no network, no clock.
//!
//! Never here: what a site holds.

mod assets;
mod builtin;
mod contrast;
mod load;
mod templates;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Tera, Value};

pub use assets::Asset;
pub use load::{FOLDER, ReadWords, load, theme_names};
pub use templates::{MOST_BYTES, TEMPLATES, describe};
pub use words::{Words, fill};

use crate::base::{Fingerprint, SourcePath};

/// A theme, ready to make pages.
#[derive(Debug)]
pub struct Theme {
    /// Its folder's name.
    pub name: String,
    /// The folders that it is made of, the nearest first.
    pub chain: Vec<String>,
    /// Its templates.
    pub tera: Tera,
    /// Where each template comes from, for diagnostics: `base/layout.html` and its file. Built-in ones have none.
    pub sources: BTreeMap<String, SourcePath>,
    /// Its words by language.
    pub words: BTreeMap<String, Arc<Words>>,
    /// Its assets by name.
    pub assets: BTreeMap<String, Arc<Asset>>,
    /// Its assets' addresses for templates: name → url.
    pub asset_urls: Value,
    /// The stylesheet itself, for a page that cannot link to it.
    pub css: Value,
    /// Its tokens, merged along the chain.
    pub tokens: BTreeMap<String, String>,
    /// The theme of the chain that gave each token its value.
    pub token_themes: BTreeMap<String, String>,
    /// Everything that it is made of.
    pub fingerprint: Fingerprint,
}

impl Theme {
    /// The words of a language; those of `fallback` when the theme has none.
    pub fn words(&self, lang: &str, fallback: &str) -> Arc<Words> {
        self.words.get(lang).or_else(|| self.words.get(fallback)).cloned().unwrap_or_default()
    }
}
