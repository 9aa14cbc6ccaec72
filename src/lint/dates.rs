//! Dates in numbers that may be read in two ways: 3/4 is the third of April in Sweden and the fourth of March elsewhere, and parents
//! come from many places. On pages the month is a word (Språkrådet, Myndigheternas skrivregler).

use std::ops::Range;

use super::{Findings, Ground, Text};
use crate::base::Code;
use crate::parse::values::{ENGLISH_MONTHS, MONTHS};

/// What a fraction is of.
const MEASURES: [&str; 26] = [
    "liter", "l", "dl", "cl", "ml", "tsk", "msk", "krm", "timme", "timmar", "dygn", "dag", "dagar", "år",
    "kopp", "av", "kilo", "kg", "del", "delar", "cup", "hour", "hours", "day", "of", "year",
];

/// A date in numbers.
#[derive(Debug, PartialEq, Eq)]
struct Numbers {
    part: Range<usize>,
    day: u32,
    month: u32,
    year: Option<u32>,
    /// Is the year written with two digits?
    is_short: bool,
}

/// Looks at the dates of a text.
pub fn lint(text: &Text<'_>, ground: Ground<'_>, findings: &mut Findings<'_>) {
    let months = match text.lang {
        "sv" => Some(&MONTHS),
        "en" => Some(&ENGLISH_MONTHS),
        _ => None,
    };
    let usual = text.date.unwrap_or(ground.now).year();
    for run in &text.prose.runs {
        for date in dates(&run.text) {
            let year = date.year.map_or_else(|| usual.to_string(), |year| year.to_string());
            let proposal = months.and_then(|months| {
                let month = months.get(date.month.checked_sub(1)? as usize)?;
                Some(format!("{} {month} {year}", date.day))
            });
            let diagnostic = findings.at(Code::AmbiguousDate, run.place(&date.part));
            let diagnostic = diagnostic.with("date", &run.text[date.part]);
            findings.found.push(diagnostic.with("proposal", proposal.unwrap_or_else(|| "none".to_string())));
        }
    }
}

/// The dates in numbers that may be read in two ways.
fn dates(text: &str) -> Vec<Numbers> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let end = at + bytes[at..].iter().take_while(|byte| is_part(**byte)).count();
        // A full stop at the end ends the sentence.
        let whole = text[at..end].trim_end_matches(['.', '-', '/', ':']);
        let stands_alone = !text[..at]
            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '/' | ':' | '–'))
            && !text[end..].starts_with(char::is_alphanumeric);
        if stands_alone && let Some(date) = date(whole, at, text[at + whole.len()..].trim_start()) {
            found.push(date);
        }
        at = end.max(at + 1);
    }
    found
}

fn is_part(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'/' | b'.' | b'-' | b':')
}

/// A run of digits and signs as a date, if it is one that may be misread; `after` is what follows.
fn date(whole: &str, at: usize, after: &str) -> Option<Numbers> {
    let separator = whole.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = whole.split(['/', '.', '-', ':']).collect();
    let number = |part: &str| part.parse::<u32>().ok();
    let short = |part: &str| (1..=2).contains(&part.len());
    let (day, month, year) = match parts.as_slice() {
        [day, month] if separator == '/' && short(day) && short(month) => (*day, *month, None),
        [day, month, year]
            if separator != ':' && short(day) && short(month) && matches!(year.len(), 2 | 4) =>
        {
            (*day, *month, Some(*year))
        }
        _ => return None,
    };
    let is_short = year.is_some_and(|year| year.len() == 2);
    let year = match year {
        Some(year) => {
            Some(number(year)? + if is_short { 2000 } else { 0 }).filter(|year| (1900..2100).contains(year))
        }
        None => None,
    };
    // The numbers of an address or a version have no year at their end.
    if parts.len() == 3 && year.is_none() {
        return None;
    }
    let (day, month) = (number(day)?, number(month)?);
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month);
    let is_doubtful = day <= 12 && day != month || is_short;
    let next = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_fraction = parts.len() == 2 && MEASURES.contains(&next);
    let part = at..at + whole.len();
    (is_date && is_doubtful && !is_fraction).then_some(Numbers { part, day, month, year, is_short })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_that_may_be_misread_is_found_and_other_numbers_are_not() {
        for (text, found) in [
            ("Vi öppnar 3/4.", vec!["3/4"]),
            ("Den 03/04/2026 och 3.4.2026 och 3-4-2026.", vec!["03/04/2026", "3.4.2026", "3-4-2026"]),
            ("Öppet 25/12", vec![]),
            ("Öppet 25/12/26", vec!["25/12/26"]),
            ("Öppet 9.00–12.00 och 9-12, kl. 10.30", vec![]),
            ("1/2 liter mjölk och 3/4 av alla", vec![]),
            ("2026-04-03", vec![]),
            ("Ring 08-530 610 00 eller 010-123 45 67", vec![]),
            ("24/7, 5/5, version 1.2.3, WCAG 1.2.2", vec![]),
        ] {
            let dates: Vec<&str> = dates(text).into_iter().map(|date| &text[date.part]).collect();
            assert_eq!(dates, found, "{text}");
        }
    }
}
