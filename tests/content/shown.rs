//! What a person sees of faults. Apart from [`project`](super::project), which tests of the core alone use too.

use fcsite::base::{Diagnostic, Locale, Messages};
use fcsite::host::report::{Look, show};

/// A fault as the person sees it, in a language.
pub fn shown(diagnostics: &[Diagnostic], locale: Locale) -> String {
    let look = Look { colour: false, width: 120, all: false };
    show(diagnostics, &Messages::of(locale), look)
}
