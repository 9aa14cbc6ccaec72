//! The words of a text as a search knows them: small letters, composed, nothing but letters and digits.
//!
//! The script of the search page takes its words apart by the same rule (`\p{Alphabetic}` and `\p{N}`), so that both see the same words.

use unicode_normalization::UnicodeNormalization;

/// A word of more characters than this is nothing that somebody types.
const LONGEST: usize = 40;

/// A text in small letters, composed and without soft hyphens: what [`terms`] takes apart.
pub fn lowered(text: &str) -> String {
    // Marks that stand by themselves begin with one of these bytes; other texts are composed already.
    let is_composed = !text.bytes().any(|byte| matches!(byte, 0xcc | 0xcd));
    let lower = if is_composed { text.to_lowercase() } else { text.nfc().collect::<String>().to_lowercase() };
    if lower.contains('\u{ad}') { lower.replace('\u{ad}', "") } else { lower }
}

/// The words of a text in small letters. One letter alone is no word to look for.
pub fn terms(lowered: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| !(c.is_ascii_alphanumeric() || !c.is_ascii() && c.is_alphanumeric());
    lowered.split(is_between).filter(|term| {
        let is_short = term.len() <= LONGEST || term.chars().nth(LONGEST).is_none();
        is_short && (term.len() > 4 || term.chars().nth(1).is_some())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits_in_small_letters_and_composed() {
        let words = |text: &str| terms(&lowered(text)).map(str::to_string).collect::<Vec<_>>();
        assert_eq!(words("Öppna förskolan, kl. 9–12 (BVC)!"), ["öppna", "förskolan", "kl", "12", "bvc"]);
        assert_eq!(words("familje\u{ad}central o\u{308}ppen"), ["familjecentral", "öppen"]);
        assert_eq!(words("e-post à Å 1–6 år"), ["post", "år"]);
        assert_eq!(words("Добро العربية 你好"), ["добро", "العربية", "你好"]);
        assert_eq!(words(&"x".repeat(41)), [""; 0]);
    }
}
