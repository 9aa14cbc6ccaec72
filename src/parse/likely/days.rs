//! Weekdays as people write them: names in both languages, whole or shortened, rows of them and lists.

use crate::parse::values::{DASHES, WEEKDAYS, parse_weekdays};

/// What people call several days at once, and the days.
pub const DAYS: [(&str, &str); 18] = [
    ("vardag", "monday-friday"),
    ("vardagar", "monday-friday"),
    ("vardagarna", "monday-friday"),
    ("helgfria vardagar", "monday-friday"),
    ("helgfri vardag", "monday-friday"),
    ("weekdays", "monday-friday"),
    ("helg", "saturday-sunday"),
    ("helger", "saturday-sunday"),
    ("helgerna", "saturday-sunday"),
    ("helgen", "saturday-sunday"),
    ("weekend", "saturday-sunday"),
    ("weekends", "saturday-sunday"),
    ("dagligen", "monday-sunday"),
    ("varje dag", "monday-sunday"),
    ("every day", "monday-sunday"),
    ("daily", "monday-sunday"),
    ("dagar", "monday-sunday"),
    ("veckans dagar", "monday-sunday"),
];

/// The Swedish weekdays and what they are shortened to, from Monday.
pub const SWEDISH_DAYS: [(&str, &str); 7] = [
    ("måndag", "mån"),
    ("tisdag", "tis"),
    ("onsdag", "ons"),
    ("torsdag", "tors"),
    ("fredag", "fre"),
    ("lördag", "lör"),
    ("söndag", "sön"),
];

/// The two letters that Swedish calendars shorten the weekdays to, from Monday.
pub const TWO_LETTERS: [&str; 7] = ["må", "ti", "on", "to", "fr", "lö", "sö"];

/// The words before a day that make it another day than each week's.
const NOT_EACH: [&str; 4] = ["varannan ", "jämna ", "udda ", "every other "];

/// The days that a text names without doubt: [`likely_days`], but for those that are not each week's.
fn named_days(text: &str) -> Vec<String> {
    let lower = text.trim().to_lowercase();
    if NOT_EACH.iter().any(|word| lower.contains(word)) { Vec::new() } else { likely_days(text) }
}

/// The days that a name means, from Monday: `monday-thursday`, `mån–tors`, `måndag och onsdag`, `vardagar`. The wrong word where there is one.
pub fn meant_days(name: &str) -> Result<Vec<usize>, String> {
    if let Ok(range) = parse_weekdays(name) {
        return Ok(range.collect());
    }
    let likely = named_days(name);
    let days = likely.iter().filter_map(|days| parse_weekdays(days).ok()).flatten().collect::<Vec<usize>>();
    if days.is_empty() { Err(wrong_word(name).to_string()) } else { Ok(days) }
}

/// Of the words of a row of days, the first that is none; all of them where each is one.
fn wrong_word(name: &str) -> &str {
    let mut words = parts_of(name).flat_map(|part| part.split(DASHES)).map(str::trim);
    words.find(|word| days_in(&word.to_lowercase()).is_none()).unwrap_or(name.trim())
}

/// The parts of a list of days.
fn parts_of(text: &str) -> impl Iterator<Item = &str> {
    let by_words =
        text.split(" och ").flat_map(|part| part.split(" samt ")).flat_map(|part| part.split(" and "));
    by_words.flat_map(|part| part.split([',', '/', '&', '+'])).map(str::trim)
}

/// The days that a text most likely means, each as a file writes it: `Tisdagar`, `mån–tors`, `måndag och onsdag`, `vardagar`.
pub fn likely_days(text: &str) -> Vec<String> {
    let text = text.trim().to_lowercase();
    if let Some(days) = all_of(&text) {
        return vec![days.to_string()];
    }
    let words = ["varje ", "alla ", "på "].iter().chain(&NOT_EACH).chain(&["every "]);
    let text = words.fold(text.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    let days: Option<Vec<String>> = parts_of(text).map(days_in).collect();
    days.unwrap_or_default()
}

/// The days that one word stands for.
fn all_of(word: &str) -> Option<&'static str> {
    DAYS.iter().find(|(name, _)| *name == word).map(|(_, days)| *days)
}

fn days_in(part: &str) -> Option<String> {
    if let Some(days) = all_of(part) {
        return Some(days.to_string());
    }
    if let Some(day) = day_in(part) {
        return Some(WEEKDAYS[day].to_string());
    }
    let (first, last) = row_in(part)?;
    (first < last).then(|| format!("{}-{}", WEEKDAYS[first], WEEKDAYS[last]))
}

/// The first and the last day of a row, whichever way it goes.
fn row_in(part: &str) -> Option<(usize, usize)> {
    let is_two = |word: &str| word.trim().chars().count() == 2;
    // In `ti to lö` it is Thursday, and no English word.
    if part.split_once(" to ").is_some_and(|(first, last)| is_two(first) && is_two(last)) {
        return None;
    }
    let ranged =
        part.replace(" till ", "-").replace(" t.o.m. ", "-").replace(" to ", "-").replace(['–', '—'], "-");
    let (first, last) = ranged.split_once('-')?;
    Some((day_in(first)?, day_in(last)?))
}

/// A row of days that goes backwards, and the two that it may be, as files write them.
pub struct BackwardRow<'a> {
    /// As it is written.
    pub written: &'a str,
    /// On over the end of the week: `fredag–söndag och måndag`.
    pub over: String,
    /// The other way round: `måndag–fredag`.
    pub turned: String,
}

/// The first row of days in a text that goes backwards.
pub fn backward_row(text: &str) -> Option<BackwardRow<'_>> {
    parts_of(text).find_map(|written| {
        let lower = written.to_lowercase();
        let (first, last) = row_in(&lower).filter(|(first, last)| first > last)?;
        let is_english = lower.get(..3).is_some_and(|begin| WEEKDAYS[first].starts_with(begin));
        let (dash, and) = if is_english { ("-", " and ") } else { ("–", " och ") };
        let called = |day: usize| if is_english { WEEKDAYS[day] } else { SWEDISH_DAYS[day].0 };
        let row = |from: usize, to: usize| match from == to {
            true => called(from).to_string(),
            false => format!("{}{dash}{}", called(from), called(to)),
        };
        let over = format!("{}{and}{}", row(first, 6), row(0, last));
        Some(BackwardRow { written, over, turned: row(last, first) })
    })
}

/// A weekday in Swedish or English, whole or shortened, of one day or of many.
pub(super) fn day_in(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches('.');
    let plain = |text: &str| text.replace(['å', 'ä'], "a").replace('ö', "o");
    let word = plain(word);
    (0..7).find(|day| {
        let (whole, short) = SWEDISH_DAYS[*day];
        let (whole, short, english) = (plain(whole), plain(short), WEEKDAYS[*day]);
        let rest = word.strip_prefix(whole.as_str()).or_else(|| word.strip_prefix(english));
        let is_short = word == short
            || word == plain(TWO_LETTERS[*day])
            || word == "tor" && *day == 3
            || word.len() >= 3 && english.starts_with(word.as_str());
        rest.is_some_and(|rest| matches!(rest, "" | "ar" | "en" | "arna" | "s" | "ens")) || is_short
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_understood_as_people_write_them() {
        for (text, days) in [
            ("Tisdagar", "tuesday"),
            ("måndag och onsdag", "monday,wednesday"),
            ("mån-tors", "monday-thursday"),
            ("Måndag – fredag", "monday-friday"),
            ("måndag till torsdag", "monday-thursday"),
            ("vardagar", "monday-friday"),
            ("alla dagar", "monday-sunday"),
            ("varje tisdag", "tuesday"),
            ("mån-ons, fre", "monday-wednesday,friday"),
            ("lordag", "saturday"),
            ("må", "monday"),
            ("må-to", "monday-thursday"),
            ("Ti, on & fr.", "tuesday,wednesday,friday"),
            ("lö–sö", "saturday-sunday"),
            ("lo-so", "saturday-sunday"),
            ("må to fr", ""),
            ("ti to lö", ""),
            ("fri", "friday"),
            ("varje dag", "monday-sunday"),
            ("Every day", "monday-sunday"),
            ("dag", ""),
            ("Mondays", "monday"),
            ("munday", ""),
            ("fredag-måndag", ""),
            ("", ""),
        ] {
            assert_eq!(likely_days(text).join(","), days, "{text}");
        }
        for (text, rows) in [
            ("fre-mån", Some(("fredag–söndag och måndag", "måndag–fredag"))),
            ("söndag till torsdag", Some(("söndag och måndag–torsdag", "torsdag–söndag"))),
            ("ons, Lö–On", Some(("lördag–söndag och måndag–onsdag", "onsdag–lördag"))),
            ("fri-mon", Some(("friday-sunday and monday", "monday-friday"))),
            ("mån-fre", None),
            ("fre-munday", None),
        ] {
            let found = backward_row(text);
            assert_eq!(found.as_ref().map(|row| (row.over.as_str(), row.turned.as_str())), rows, "{text}");
            for row in found.iter().flat_map(|row| [&row.over, &row.turned]) {
                assert!(meant_days(row).is_ok(), "{row}");
            }
        }
        assert_eq!(meant_days("fre-munday"), Err("munday".to_string()));
    }
}
