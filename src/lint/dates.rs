//! Dates in numbers that may be read in two ways: 3/4 is the third of April in Sweden and the fourth of March elsewhere, and parents
//! come from many places. On pages the month is a word (Språkrådet, Myndigheternas skrivregler).

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::prose::Run;
use crate::base::{Code, Diagnostic, SourcePath};
use crate::parse::values::{ENGLISH_MONTHS, MONTHS};

/// What a fraction is of.
const MEASURES: [&str; 35] = [
    "barn",
    "föräldrar",
    "familjer",
    "platser",
    "personer",
    "trappa",
    "trappor",
    "children",
    "parents",
    "liter",
    "l",
    "dl",
    "cl",
    "ml",
    "tsk",
    "msk",
    "krm",
    "timme",
    "timmar",
    "dygn",
    "dag",
    "dagar",
    "år",
    "kopp",
    "av",
    "kilo",
    "kg",
    "del",
    "delar",
    "cup",
    "hour",
    "hours",
    "day",
    "of",
    "year",
];

/// What stands before a number that is no date: of a version, a chapter, a house, a bus, a class.
pub(super) const NUMBERED: [&str; 37] = [
    "wcag",
    "version",
    "v",
    "kap",
    "kapitel",
    "avsnitt",
    "punkt",
    "punkten",
    "kriterium",
    "chapter",
    "section",
    "criterion",
    "buss",
    "bussar",
    "bussarna",
    "linje",
    "linjerna",
    "spår",
    "årskurs",
    "klass",
    "betyg",
    "kl",
    "storlek",
    "dnr",
    "diarienummer",
    "sida",
    "sidan",
    "plan",
    "våning",
    "hus",
    "port",
    "rum",
    "nr",
    "nummer",
    "cirka",
    "ca",
    "page",
];

/// How many years from the text's own a year of two digits may lie: 9.11.30 is rather a number than a day.
const NEAR: i16 = 10;

/// A date in numbers.
#[derive(Debug, PartialEq, Eq)]
struct Numbers {
    part: Range<usize>,
    day: i8,
    month: i8,
    year: Option<i16>,
}

/// Looks at the dates of runs of text; `written` is the day that the text is from, and where no year is written the next such day
/// is meant, or one that was not long ago.
pub fn lint<'r>(
    runs: impl Iterator<Item = &'r Run>,
    lang: &str,
    written: Date,
    path: &SourcePath,
    found: &mut Vec<Diagnostic>,
) {
    let months = match lang {
        "sv" => Some(&MONTHS),
        "en" => Some(&ENGLISH_MONTHS),
        _ => None,
    };
    for run in runs {
        for date in dates(&run.text, written.year()) {
            let year = date.year.unwrap_or_else(|| year_of(&date, written));
            let proposal = months.and_then(|months| {
                let month = months.get(usize::try_from(date.month).ok()?.checked_sub(1)?)?;
                Some(format!("{} {month} {year}", date.day))
            });
            let diagnostic = Diagnostic::new(Code::AmbiguousDate, path, run.at(&date.part));
            let diagnostic = diagnostic.with("date", &run.text[date.part]);
            found.push(diagnostic.proposing(proposal.as_deref()));
        }
    }
}

/// The year of a day without one.
fn year_of(numbers: &Numbers, written: Date) -> i16 {
    let long_ago = written.saturating_sub(60.days());
    let same = Date::new(written.year(), numbers.month, numbers.day);
    if same.is_ok_and(|day| day < long_ago) { written.year() + 1 } else { written.year() }
}

/// How long a word before a number is looked at.
const WORD: usize = 40;

/// The dates in numbers that may be read in two ways.
fn dates(text: &str, usual: i16) -> Vec<Numbers> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|digit| at + digit) {
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |length| start + length);
        at = end;
        // A full stop at the end ends the sentence.
        let whole = text[start..end].trim_end_matches(|c: char| !c.is_ascii_digit());
        let (before, after) = (&text[..start], &text[start + whole.len()..]);
        let stands_alone = !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '+' | '/' | ':'))
            && !text[end..].starts_with(char::is_alphanumeric);
        if !stands_alone {
            continue;
        }
        // The bound keeps the cost linear: no such word is longer.
        let word = before.trim_end_matches([' ', '\u{a0}', '.']);
        let word = word.char_indices().rev().take(WORD).take_while(|(_, c)| c.is_alphanumeric()).last();
        let word = word.map_or("", |(start, _)| before[start..].trim_end_matches([' ', '\u{a0}', '.']));
        let word = word.to_lowercase();
        let is_street =
            ["gatan", "vägen", "gränd", "torg", "torget", "allén"].iter().any(|end| word.ends_with(end));
        if is_street || NUMBERED.contains(&word.as_str()) {
            continue;
        }
        for part in days(whole) {
            // What follows the whole belongs to its last day.
            let after = if part.end == whole.len() { after } else { "" };
            let place = start + part.start..start + part.end;
            found.extend(date(&whole[part], place, after, usual));
        }
    }
    found
}

fn is_part(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '/' | '.' | '-' | '–' | ':')
}

/// The days of a period, such as 1/7–15/8 or 3–5/4; else the whole.
fn days(whole: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    for (at, sign) in whole.match_indices(['-', '–']) {
        parts.push(start..at);
        start = at + sign.len();
    }
    parts.push(start..whole.len());
    if parts.len() == 2 && whole[parts[1].clone()].contains('/') {
        parts.retain(|part| whole[part.clone()].contains('/'));
        return parts;
    }
    std::iter::once(0..whole.len()).collect()
}

/// A run of digits and signs as a date, if it is one that may be misread.
fn date(whole: &str, place: Range<usize>, after: &str, usual: i16) -> Option<Numbers> {
    let signs: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let parts: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let mut end = place.end;
    let (day, month, year) = match (parts.as_slice(), signs.as_slice()) {
        ([day, month], ['/']) => {
            let year = year_after(after);
            end += year.map_or(0, str::len);
            (*day, *month, year.map(str::trim))
        }
        ([day, month, year], ['/', '/' | '-' | '–'] | ['.', '.']) => (*day, *month, Some(*year)),
        ([day, month, year], ['-', '-']) if year.len() == 4 => (*day, *month, Some(*year)),
        _ => return None,
    };
    let number = |part: &str| part.parse::<i8>().ok().filter(|_| part.len() <= 2);
    let (day, month) = (number(day)?, number(month)?);
    let is_short = year.is_some_and(|year| year.len() == 2);
    // The numbers of an address or a version have no year at their end.
    let year = match year {
        Some(year) if is_short => {
            Some(2000 + year.parse::<i16>().ok()?).filter(|year| (year - usual).abs() <= NEAR)
        }
        Some(year) => year.parse().ok().filter(|year| year_is_likely(*year)),
        None => None,
    };
    if parts.len() == 3 && year.is_none() {
        return None;
    }
    let is_date = (1..=31).contains(&day) && (1..=12).contains(&month);
    let is_doubtful = day <= 12 && day != month || is_short;
    let next = after.trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_fraction = year.is_none() && MEASURES.contains(&next.to_lowercase().as_str());
    (is_date && is_doubtful && !is_fraction).then_some(Numbers { part: place.start..end, day, month, year })
}

fn year_is_likely(year: i16) -> bool {
    (1900..2100).contains(&year)
}

/// The year that follows a day after a blank, with the blank.
fn year_after(after: &str) -> Option<&str> {
    let digits = after.strip_prefix([' ', '\u{a0}'])?;
    let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let year: i16 = digits[..length].parse().ok().filter(|_| length == 4)?;
    year_is_likely(year).then(|| &after[..after.len() - digits.len() + length])
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
            ("Enligt WCAG 1.4.11 och 2.4.10, avsnitt 3.4.25", vec![]),
            ("Öppet 9-11.30, 10-12.15, 8.30–10.15, 11.10-12 och mån-fre 9-12.30", vec![]),
            ("Stängt 1/7-15/8.", vec!["1/7"]),
            ("Stängt 1/7–10/8 och 3-5/4", vec!["1/7", "10/8", "5/4"]),
            ("Den 3/4 2026 och den 3/4\u{a0}2026.", vec!["3/4 2026", "3/4\u{a0}2026"]),
            ("Storgatan 3/4, bussarna 2/4, årskurs 2/3, 5/12 barn, kl. 8/9, Dnr 4/12, ca 3/4", vec![]),
            ("Den 3/4-26, 25/12 2026 och 3/4 1200", vec!["3/4-26", "3/4"]),
        ] {
            let dates: Vec<&str> = dates(text, 2026).into_iter().map(|date| &text[date.part]).collect();
            assert_eq!(dates, found, "{text}");
        }
    }
}
