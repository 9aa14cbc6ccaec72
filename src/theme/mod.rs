//! Theme: how pages look and what words they use.
//!
//! A theme is a chain of folders, the nearest first and `base` most often last. Templates, assets and words are each looked for
//! along the chain, so that a municipality writes only what is its own. A theme sees the data that it is given and nothing else:
//! no file, no network, no clock.
//!
//! Never here: what a site holds.

mod assets;
mod builtin;
mod comments;
mod contrast;
mod load;
mod palette;
mod plurals;
mod read;
mod saying;
mod templates;
mod wear;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Tera, Value};

pub(crate) use assets::{Asset, drawing};
pub(crate) use load::{FOLDER, ReadWords, colours, load, theme_names};
pub(crate) use palette::{PaletteRow, rows as palette_rows};
pub use plurals::{FORMS, form};
pub(crate) use saying::DAYS;
pub(crate) use templates::{MOST_BYTES, describe};
pub(crate) use wear::{LOGO, MovedToken, Wear};
pub(crate) use words::ThemeWords;
pub use words::Words;
pub(crate) use words::fill;

use crate::base::{Fingerprint, SourcePath};
use crate::parse::language;

/// A theme, ready to make pages.
#[derive(Debug)]
pub struct Theme {
    /// Its folder's name.
    pub name: String,
    /// The folders that it is made of, the nearest first.
    pub chain: Vec<String>,
    /// Its templates.
    pub tera: Arc<Tera>,
    /// Where each template comes from, for diagnostics: `base/layout.html` and its file. Built-in ones have none.
    pub sources: Arc<BTreeMap<String, SourcePath>>,
    /// Its words by language.
    pub words: ThemeWords,
    /// Its assets by name.
    pub assets: BTreeMap<String, Arc<Asset>>,
    /// Its assets' addresses for templates: name → url.
    pub asset_urls: Value,
    /// The stylesheet itself, for a page that cannot link to it.
    pub css: Value,
    /// What a browser knows that stylesheet by: `sha256-…`.
    pub css_integrity: String,
    /// The rules of its pages, which stand after the tokens in `site.css`.
    rules: Arc<str>,
    /// The fonts that a municipality can choose.
    fonts: Arc<BTreeMap<String, assets::Font>>,
    /// Its tokens, merged along the chain.
    pub tokens: Tokens,
    /// The same for a screen that is dark; none where a theme of the chain has colours of its own for a light one alone.
    pub dark: Option<Tokens>,
    /// Everything that it is made of.
    pub fingerprint: Fingerprint,
}

/// The custom properties of a stylesheet.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    /// What each is, by its name.
    pub values: BTreeMap<String, String>,
    /// The theme of the chain, and its field, that gave each its value.
    pub givers: BTreeMap<String, (String, &'static str)>,
}

impl Theme {
    /// What stands for each of its assets on a page that cannot reach a file beside it.
    pub fn held_assets(&self) -> BTreeMap<&str, String> {
        assets::all_held(&self.assets)
    }

    /// The words of a language. What the theme does not have in it is there in `fallback`, in marks ([`crate::base::marks`]).
    pub fn words(&self, lang: &str, fallback: &str) -> Arc<Words> {
        match (self.words.get(lang), self.words.get(fallback)) {
            (Some(own), Some(other)) if lang != fallback => {
                own.filled_up(other).map_or_else(|| own.clone(), Arc::new)
            }
            (Some(own), _) => own.clone(),
            (None, Some(other)) => Arc::new(Words::instead_of(lang, language::direction(lang), other)),
            (None, None) => Arc::default(),
        }
    }
}
