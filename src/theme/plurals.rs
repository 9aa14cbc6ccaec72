//! Which form of a word goes with a number: one day, two days, and what Arabic, Ukrainian and others tell apart beyond that.
//!
//! The rules are CLDR's for whole numbers, which is all that pages count. They are written out, since the data of a library for all languages
//! and all kinds of numbers would be larger than all words of a theme; a test holds each language against that library.

/// The endings of keys, in CLDR's order.
pub const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The form of a language's words that goes with a number: one of [`FORMS`].
pub fn form(lang: &str, number: u64) -> &'static str {
    let (tens, hundreds) = (number % 10, number % 100);
    let is_teen = (11..=19).contains(&hundreds);
    match lang {
        "ar" => match (number, hundreds) {
            (0, _) => "zero",
            (1, _) => "one",
            (2, _) => "two",
            (_, 3..=10) => "few",
            (_, 11..=99) => "many",
            _ => "other",
        },
        "uk" | "ru" | "bs" | "hr" | "sr" => match tens {
            1 if hundreds != 11 => "one",
            2..=4 if !is_teen => "few",
            _ if matches!(lang, "uk" | "ru") => "many",
            _ => "other",
        },
        "pl" => match tens {
            _ if number == 1 => "one",
            2..=4 if !is_teen => "few",
            _ => "many",
        },
        "cs" | "sk" => match number {
            1 => "one",
            2..=4 => "few",
            _ => "other",
        },
        "sl" => match hundreds {
            1 => "one",
            2 => "two",
            3 | 4 => "few",
            _ => "other",
        },
        "lt" => match tens {
            1 if !is_teen => "one",
            2..=9 if !is_teen => "few",
            _ => "other",
        },
        "lv" => match tens {
            1 if hundreds != 11 => "one",
            0 => "zero",
            _ if is_teen => "zero",
            _ => "other",
        },
        "ro" => match hundreds {
            _ if number == 1 => "one",
            _ if number == 0 => "few",
            1..=19 => "few",
            _ => "other",
        },
        "is" | "mk" if tens == 1 && hundreds != 11 => "one",
        "he" | "se" | "sma" | "smj" if number == 2 => "two",
        "am" | "bn" | "fa" | "fr" | "hi" | "hy" | "pa" | "pt" | "ti" if number == 0 => "one",
        // They do not tell numbers apart.
        "is" | "mk" | "ja" | "ko" | "rw" | "th" | "vi" | "zh" => "other",
        _ if number == 1 => "one",
        _ => "other",
    }
}
