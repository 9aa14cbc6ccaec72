//! Cells of a spreadsheet: what somebody wrote is shown there, and never obeyed.

/// A spreadsheet takes a text that begins so for a formula, which can send the sheet elsewhere (OWASP, CSV injection); some take the wide
/// signs of East Asia for it too. What stands before it unseen does not count, and what follows a semicolon or a comma is a cell of its own
/// where the country's settings part columns there. After a comma only what begins no number is one: lists hold `+46 8 …`.
pub fn harmless(text: &str) -> String {
    let is_unseen =
        |c: char| c.is_whitespace() || matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}');
    let mut out = String::with_capacity(text.len());
    let mut is_after_comma = false;
    for part in text.split_inclusive([';', ',', '\t', '\n']) {
        let begins: &[char] = if is_after_comma { &BEGINS_FORMULA[..4] } else { &BEGINS_FORMULA };
        let is_formula = part.starts_with(begins) || part.trim_start_matches(is_unseen).starts_with(begins);
        out.extend(is_formula.then_some('\''));
        out.push_str(part);
        is_after_comma = part.ends_with(',');
    }
    out
}

/// What a formula begins with, those first that begin no number.
const BEGINS_FORMULA: [char; 11] = ['=', '@', '＝', '＠', '+', '-', '＋', '－', '\t', '\r', '\n'];
