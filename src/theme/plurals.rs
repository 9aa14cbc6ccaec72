//! Which form of a word goes with a number: one day, two days, and what Arabic, Ukrainian and others tell apart beyond that. By CLDR's rules.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The endings of keys, in CLDR's order.
pub const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The form of a language's words that goes with a number: one of [`FORMS`].
pub fn form(lang: &str, number: u64) -> &'static str {
    let category = lang
        .parse::<LanguageIdentifier>()
        .ok()
        .and_then(|lang| PluralRules::create(lang, PluralRuleType::CARDINAL).ok())
        .and_then(|rules| rules.select(number).ok());
    match category {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) => "other",
        // A language without rules of its own tells one from more, as most do.
        None if number == 1 => "one",
        None => "other",
    }
}
