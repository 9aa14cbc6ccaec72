//! Cells of a spreadsheet: what somebody wrote is shown there, and never obeyed.

use std::borrow::Cow;

/// A spreadsheet takes a text that begins so for a formula, which can send the sheet elsewhere (OWASP, CSV injection); some take the wide
/// signs of East Asia for it too. What stands before it unseen does not count, and what follows a semicolon or a comma is a cell of its own
/// where the country's settings part columns there. After a comma only what begins no number is one: lists hold `+46 8 …`.
pub fn harmless(text: &str) -> Cow<'_, str> {
    // Most cells are one word, number or day: those begin no formula, and hold no second cell.
    let is_part = |byte| PARTS.contains(&char::from(byte));
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) && !text.bytes().any(is_part) {
        return Cow::Borrowed(text);
    }
    let is_unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let mut out = String::with_capacity(text.len());
    let mut is_after_comma = false;
    for part in text.split_inclusive(PARTS) {
        let begins: &[char] = if is_after_comma { &BEGINS_FORMULA[..4] } else { &BEGINS_FORMULA };
        let is_formula = part.starts_with(begins) || part.trim_start_matches(is_unseen).starts_with(begins);
        out.extend(is_formula.then_some('\''));
        out.push_str(part);
        is_after_comma = part.ends_with(',');
    }
    Cow::Owned(out)
}

/// What may part cells, by the country's settings.
const PARTS: [char; 4] = [';', ',', '\t', '\n'];

/// What a formula begins with, those first that begin no number.
const BEGINS_FORMULA: [char; 11] = ['=', '@', '＝', '＠', '+', '-', '＋', '－', '\t', '\r', '\n'];
