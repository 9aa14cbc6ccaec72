//! Times of the day that do not exist, and hours that end before they begin.

use std::ops::Range;

use super::super::dates::NUMBERED;
use super::DayFault;
use super::words::Sentence;

/// What a number with a point counts that is no time.
const UNITS: [&str; 22] = [
    "kr", "kronor", "sek", "öre", "procent", "kg", "g", "km", "m", "mil", "meter", "liter", "l", "dl",
    "euro", "eur", "percent", "usd", "år", "poäng", "points", "years",
];

/// The hours in a day.
const DAY: u16 = 24 * 60;
/// Until when a night goes on.
const MORNING: u16 = 6 * 60;

/// A time as it is written.
struct ClockTime {
    part: Range<usize>,
    /// Its last word.
    last: usize,
    hours: u16,
    minutes: Option<u16>,
    /// `am` or `pm` after it.
    half: Option<&'static str>,
}

impl ClockTime {
    fn exists(&self) -> bool {
        let minutes = self.minutes.unwrap_or_default();
        minutes < 60 && (self.hours < 24 || self.hours == 24 && minutes == 0)
    }

    fn minutes_of_day(&self) -> u16 {
        let hours = match self.half {
            Some("pm") if self.hours < 12 => self.hours + 12,
            Some("am") if self.hours == 12 => 0,
            _ => self.hours,
        };
        hours * 60 + self.minutes.unwrap_or_default()
    }
}

/// The time or hours at a number, what is wrong with them, and where the text goes on.
pub fn find(sentence: &Sentence<'_>, number: usize) -> Option<(Vec<DayFault>, usize)> {
    if sentence.is_joined_to_number(number) || is_numbered(sentence, number) {
        return None;
    }
    let first = clock(sentence, number)?;
    let is_said = said(sentence, number) || first.half.is_some();
    let later = partner(sentence, &first, number);
    let last = later.as_ref().map_or(first.last, |later| later.last);
    // 8-530 is no time, nor is the beginning of 9.30.15.
    let goes_on = sentence.is_joined_to_next(last) && sentence.is_number(last + 1);
    let is_counted = sentence.is_one_of(last + 1, &UNITS)
        || sentence.text.get(sentence.end(last)..)?.trim_start().starts_with(['%', '€']);
    if goes_on || is_counted {
        return None;
    }
    let Some(later) = later else {
        let is_wrong = is_said && !first.exists() && (first.minutes.is_some() || first.hours < 100);
        return (is_said || first.minutes.is_some())
            .then(|| (is_wrong.then(|| missing(sentence, &first)).into_iter().collect(), last + 1));
    };
    let has_minutes = first.minutes.is_some() && later.minutes.is_some();
    let are_said = is_said || later.half.is_some();
    if !are_said && (!has_minutes || are_days(&first, &later)) {
        return None;
    }
    let wrong: Vec<DayFault> = [&first, &later]
        .into_iter()
        .filter(|time| !time.exists())
        .map(|time| missing(sentence, time))
        .collect();
    if !wrong.is_empty() {
        return Some((wrong, last + 1));
    }
    Some((reversed(sentence, &first, &later).into_iter().collect(), last + 1))
}

/// Is it said that a time follows?
fn said(sentence: &Sentence<'_>, number: usize) -> bool {
    let Some(before) = number.checked_sub(1) else { return false };
    let is_said = sentence.is_one_of(before, &["kl", "klockan"])
        && matches!(sentence.after(before), "." | ". " | " " | "\u{a0}" | ".\u{a0}");
    let is_hours =
        sentence.is_one_of(before, &["mellan", "between", "öppet"]) || sentence.is_weekdays(before);
    let has_minutes = matches!(sentence.after(number), "." | ":") && sentence.digits(number + 1) == 2;
    let is_at = sentence.is_one_of(before, &["at"]) && has_minutes;
    is_said || (is_hours || is_at) && sentence.is_blank(before)
}

/// Is a number one of a chapter, a version, a house?
fn is_numbered(sentence: &Sentence<'_>, number: usize) -> bool {
    let before = number.checked_sub(1);
    before.is_some_and(|before| sentence.is_one_of(before, &NUMBERED) && !sentence.is_one_of(before, &["kl"]))
}

fn clock(sentence: &Sentence<'_>, number: usize) -> Option<ClockTime> {
    let hours = u16::from(sentence.small(number)?);
    let has_minutes = matches!(sentence.after(number), "." | ":") && sentence.digits(number + 1) == 2;
    let minutes = if has_minutes { sentence.small(number + 1).map(u16::from) } else { None };
    let mut last = if has_minutes { number + 1 } else { number };
    let half = ["am", "pm"].into_iter().find(|half| {
        sentence.is_one_of(last + 1, &[half]) && matches!(sentence.after(last), "" | " " | "\u{a0}")
    });
    let part = sentence.start(number)..sentence.end(last);
    last += usize::from(half.is_some());
    Some(ClockTime { part, last, hours, minutes, half })
}

/// The time that hours go on to: after a dash, or after `och` where `mellan` stands before.
fn partner(sentence: &Sentence<'_>, first: &ClockTime, number: usize) -> Option<ClockTime> {
    let after = sentence.after(first.last);
    let is_between =
        number.checked_sub(1).is_some_and(|before| sentence.is_one_of(before, &["mellan", "between"]));
    let next = match after.trim_matches([' ', '\u{a0}']) {
        "-" | "–" | "—" => first.last + 1,
        "" if is_between && sentence.is_one_of(first.last + 1, &["och", "and"]) => first.last + 2,
        _ => return None,
    };
    clock(sentence, next)
}

/// May two numbers be days too: `30.11–15.12`?
fn are_days(first: &ClockTime, later: &ClockTime) -> bool {
    let is_day = |time: &ClockTime| {
        (1..=31).contains(&time.hours) && time.minutes.is_some_and(|month| (1..=12).contains(&month))
    };
    is_day(first) && is_day(later)
}

fn missing(sentence: &Sentence<'_>, time: &ClockTime) -> DayFault {
    // A quarter as a decimal: 9.75 is 9.45.
    let proposal = time.minutes.filter(|minutes| *minutes == 75 && time.hours < 24).map(|_| {
        let sign = sentence
            .text
            .get(time.part.clone())
            .map_or(".", |words| if words.contains(':') { ":" } else { "." });
        format!("{}{sign}45", time.hours)
    });
    DayFault::new("time", time.part.clone()).proposing(proposal)
}

/// Hours that end before they begin, and not in the night after.
fn reversed(sentence: &Sentence<'_>, first: &ClockTime, later: &ClockTime) -> Option<DayFault> {
    let (from, to) = (first.minutes_of_day(), later.minutes_of_day());
    // 11–1 pm, and 9-3 of one who means the afternoon: the half of the day is the later one's.
    let is_shared = first.half.is_none() && later.half.is_some();
    let is_night =
        to < MORNING && from >= DAY / 2 && !(later.minutes.is_none() && later.half.is_none() && to > 0);
    if to > from || is_shared || is_night || to == 0 {
        return None;
    }
    let end = |time: &ClockTime| sentence.end(time.last);
    let part = first.part.start..end(later);
    let words = |time: &ClockTime| sentence.text.get(time.part.start..end(time));
    let between = sentence.text.get(end(first)..later.part.start)?;
    let proposal =
        (from != to).then(|| Some(format!("{}{between}{}", words(later)?, words(first)?))).flatten();
    Some(DayFault::new("reversed", part).proposing(proposal))
}
