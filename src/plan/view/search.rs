//! The page of the search: what there is from A to Ö.

use serde::Serialize;

/// What begins with a letter.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SearchLetterView {
    /// The letter; `#` for what begins with none.
    pub letter: String,
    /// What begins with it, in the order of the Swedish alphabet.
    pub items: Vec<SearchLinkView>,
}

/// Something to go to.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct SearchLinkView {
    /// What it is called.
    pub title: String,
    /// The language of its title, if that is not the page's.
    pub lang: Option<String>,
    /// Its address.
    pub url: String,
    /// Where it is: a centre's name, or its address; empty for a page.
    pub place: String,
}
