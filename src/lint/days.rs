//! Days, times and weeks in texts that cannot be as they are written: a weekday that is not the date's, the 31st of November, `25.00`,
//! hours that end before they begin, week 54. A family that trusts them stands before a locked door.
//!
//! A text means more than it says: `onsdag 14 januari` has no year, `17.00` may be a price. So only what no reading fits is told.

mod times;
mod words;

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::fields::way_in;
use super::prose::{Run, RunKind};
use super::{LintGround, dates::NUMBERED};
use crate::base::{Code, Diagnostic, Seg, SourcePath, key};
use crate::model::Folder;
use crate::parse::values::{Text, parse_date, weekday_index};
use words::{DayLanguage, Sentence};

/// How far a day without a year lies from the text at the most for it to be meant, where the one of the same name a year before fits.
const SOON: i32 = 120;

/// The days of a year.
const YEAR: i32 = 366;

/// What is looked at: a run of words with its language, and the day that it is from.
#[derive(Clone, Copy)]
pub struct Looked<'a> {
    pub path: &'a SourcePath,
    /// The text's language.
    pub lang: &'a str,
    /// The day that it is from.
    pub written: Date,
}

/// Something that cannot be as it is written.
struct DayFault {
    part: Range<usize>,
    kind: &'static str,
    proposal: Option<String>,
    more: Vec<(&'static str, String)>,
}

impl DayFault {
    fn new(kind: &'static str, part: Range<usize>) -> Self {
        Self { part, kind, proposal: None, more: Vec::new() }
    }

    fn proposing(self, proposal: Option<String>) -> Self {
        Self { proposal, ..self }
    }
}

/// Looks at runs of a text.
pub fn lint<'r>(runs: impl Iterator<Item = &'r Run>, looked: Looked<'_>, found: &mut Vec<Diagnostic>) {
    for run in runs.filter(|run| run.text.bytes().any(|byte| byte.is_ascii_digit())) {
        for fault in faults(&run.text, looked.lang, looked.written) {
            let words = run.text.get(fault.part.clone()).unwrap_or_default();
            let diagnostic = Diagnostic::new(Code::ImpossibleTime, looked.path, run.at(&fault.part));
            let diagnostic = diagnostic.with("kind", fault.kind).with("words", words);
            let given = |name: &str| fault.more.iter().find(|(key, _)| *key == name).map(|(_, value)| value);
            let of = |name: &str| given(name).cloned().unwrap_or_default();
            let diagnostic = diagnostic.with("day", of("day")).with("other", of("other"));
            found.push(diagnostic.proposing(fault.proposal.as_deref()));
        }
    }
}

/// Looks at the texts of centres: what an activity is called, why a day is another, how to get there.
pub fn lint_fields(folder: &Folder, ground: LintGround<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for centre in &folder.centres {
        let value = &centre.value;
        let there = value.getting_there.each();
        let mut texts: Vec<(Vec<Seg>, &Text)> =
            there.map(|(name, text)| (vec![key("getting_there"), key(name)], text)).collect();
        texts.extend(value.premises.note.iter().map(|note| (vec![key("premises"), key("note")], note)));
        texts.extend(value.activities.iter().enumerate().map(|(index, activity)| {
            (vec![key("activities"), Seg::Index(index), key("title")], &activity.title)
        }));
        texts.extend(value.exceptions.iter().enumerate().filter_map(|(index, exception)| {
            Some((vec![key("exceptions"), Seg::Index(index), key("reason")], exception.reason.as_ref()?))
        }));
        for (way, lang, text) in
            texts.iter().flat_map(|(way, text)| text.each().map(move |(lang, text)| (way, lang, text)))
        {
            let run = Run::of_field(RunKind::Other, text, way_in(way, lang));
            let looked = Looked { path: &centre.path, lang: lang.unwrap_or(ground.own), written: ground.now };
            lint(std::iter::once(&run), looked, &mut found);
        }
    }
    found
}

/// The days that a text names by their month, each the nearest that may be meant.
pub fn named(text: &str, lang: &str, written: Date) -> Vec<Date> {
    let sentence = Sentence::of(text, DayLanguage::of(lang));
    let (mut found, mut read_to, mut at) = (Vec::new(), 0, 0);
    while let Some(number) = sentence.next_number(at) {
        at = number + 1;
        let part = sentence.start(number)..sentence.end(number + 2);
        let iso = sentence.text.get(part).and_then(parse_date);
        let (days, next) = if let Some(day) = iso {
            found.push(day);
            (Vec::new(), number + 3)
        } else if let Some((day, next)) = slashed_day(&sentence, number) {
            (vec![day], next)
        } else if let Some(found) = days_before_month(&sentence, number, &mut read_to) {
            found
        } else if let Some((day, next)) = day_after_month(&sentence, number) {
            (vec![day], next)
        } else {
            continue;
        };
        at = next;
        found.extend(days.iter().filter_map(|day| {
            let years = [0, -1, 1].map(|more| written.year().saturating_add(more));
            let of = |year: &i16| Date::new(*year, day.month, day.day).ok();
            match day.year {
                Some(year) => of(&year),
                None => years.iter().filter_map(of).min_by_key(|date| (*date - written).get_days().abs()),
            }
        }));
    }
    found
}

fn faults(text: &str, lang: &str, written: Date) -> Vec<DayFault> {
    let sentence = Sentence::of(text, DayLanguage::of(lang));
    let mut found = Vec::new();
    // A list of numbers that no month follows is not read again from its second number.
    let mut read_to = 0;
    let mut at = 0;
    while let Some(number) = sentence.next_number(at) {
        at = number + 1;
        if let Some((fault, next)) = iso_day(&sentence, number) {
            found.extend(fault.or_else(|| weekday_of_iso(&sentence, number)));
            at = next;
        } else if let Some((day, next)) = slashed_day(&sentence, number) {
            found.extend(wrong_day(&sentence, &day, written));
            at = next;
        } else if let Some((days, next)) = days_before_month(&sentence, number, &mut read_to) {
            found.extend(days.iter().filter_map(|day| wrong_day(&sentence, day, written)));
            at = next;
        } else if let Some((day, next)) = day_after_month(&sentence, number) {
            found.extend(wrong_day(&sentence, &day, written));
            at = next;
        } else if let Some((fault, next)) = times::find(&sentence, number) {
            found.extend(fault);
            at = next;
        } else {
            found.extend(week(&sentence, number));
        }
    }
    found
}

/// A day of a month as it is written.
struct WrittenDay {
    /// From the weekday, or the number, to the month or the year.
    part: Range<usize>,
    /// The weekday's word, and its number from Monday.
    weekday: Option<(usize, usize)>,
    day: i8,
    month: i8,
    year: Option<i16>,
    /// Is it without doubt a day, and not a number before a word that is a month too?
    is_sure: bool,
    /// Is it one whose month is said after a later one?
    is_shared: bool,
}

/// The weekday that stands before a number, maybe with `den` between, and where that begins.
fn weekday_before(sentence: &Sentence<'_>, number: usize) -> (Option<(usize, usize)>, usize, bool) {
    let is_near = |at: usize| sentence.is_blank_or_comma(at);
    let Some(before) = number.checked_sub(1) else { return (None, number, false) };
    let has_article = sentence.is_one_of(before, &["den", "the", "d"]) && sentence.is_blank(before);
    let at = if has_article { before.checked_sub(1) } else { Some(before) };
    let found = at.filter(|at| is_near(*at)).and_then(|at| Some((at, sentence.weekday(at)?)));
    let start = if has_article { before } else { number };
    let Some((word, weekday)) = found else { return (None, start, has_article) };
    // Of two weekdays nobody knows which day is whose: måndag och tisdag den 7 och 8 december.
    let has_two = word.checked_sub(1).is_some_and(|before| {
        let other = if sentence.is_connector(before) { before.checked_sub(1) } else { Some(before) };
        other.is_some_and(|other| sentence.weekday(other).is_some() || sentence.is_weekdays(other))
    });
    if has_two { (None, start, true) } else { (Some((word, weekday)), word, true) }
}

/// `den 8 december 2026`, `måndag 7 och tisdag 8 december`, `8–10 december`, `the 8th of December`.
fn days_before_month(
    sentence: &Sentence<'_>,
    first: usize,
    read_to: &mut usize,
) -> Option<(Vec<WrittenDay>, usize)> {
    if first < *read_to || !stands_as_day(sentence, first) {
        return None;
    }
    let mut numbers = vec![first];
    let mut number = first;
    let (month_word, month) = loop {
        *read_to = number + 1;
        let last = sentence.ordinal_end(number);
        let of = last + 1;
        let month = if sentence.is_one_of(of, &["of"]) { of + 1 } else { of };
        if sentence.is_blank(last)
            && (month == of || sentence.is_blank(of))
            && let Some(found) = sentence.month(month)
        {
            break (month, found);
        }
        number = sentence.next_of_list(last)?;
        sentence.small(number)?;
        numbers.push(number);
    };
    *read_to = month_word + 1;
    let (year, end) = sentence.year_after(month_word);
    let last = sentence.small(number)?;
    let of = |at: usize| -> Option<WrittenDay> {
        let day = i8::try_from(sentence.small(at)?).ok()?;
        let is_shared = at != number;
        if is_shared && sentence.small(at)? >= last {
            return None;
        }
        let (weekday, start, is_sure) = weekday_before(sentence, at);
        let until = if is_shared { at } else { end };
        let part = sentence.start(start)..sentence.end(until);
        Some(WrittenDay { part, weekday, day, month, year, is_sure: is_sure || year.is_some(), is_shared })
    };
    Some((numbers.iter().filter_map(|at| of(*at)).collect(), end + 1))
}

/// Is a number one that can be a day: no part of a time, a week, a house or a longer number?
fn stands_as_day(sentence: &Sentence<'_>, number: usize) -> bool {
    let is_numbered = || {
        number.checked_sub(1).is_some_and(|before| {
            sentence.is_one_of(before, &NUMBERED)
                || sentence.is_one_of(before, &["vecka", "veckorna", "week", "weeks"])
        })
    };
    sentence.small(number).is_some() && !sentence.is_joined_to_number(number) && !is_numbered()
}

/// `December 8, 2026`, as English has it too.
fn day_after_month(sentence: &Sentence<'_>, number: usize) -> Option<(WrittenDay, usize)> {
    let before = number.checked_sub(1).filter(|before| sentence.is_blank(*before))?;
    let month = sentence.month(before).filter(|_| sentence.language == DayLanguage::English)?;
    let day = i8::try_from(sentence.small(number)?).ok()?;
    let last = sentence.ordinal_end(number);
    if sentence.is_joined_to_next(last) {
        return None;
    }
    let (weekday, start, _) = weekday_before(sentence, before);
    let (year, end) = sentence.year_after(last);
    let is_sure = weekday.is_some() || year.is_some() || last > number;
    let part = sentence.start(if weekday.is_some() { start } else { before })..sentence.end(end);
    // A number after a month may count something: In March 30 families came.
    is_sure.then_some((WrittenDay { part, weekday, day, month, year, is_sure, is_shared: false }, end + 1))
}

/// `onsdag 8/12`, `den 31/11`, `31/11 2026`. Without a weekday, an article or a year it may be a fraction.
fn slashed_day(sentence: &Sentence<'_>, number: usize) -> Option<(WrittenDay, usize)> {
    if sentence.after(number) != "/" || sentence.is_joined_to_number(number) {
        return None;
    }
    let (day, month) = (sentence.small(number)?, sentence.small(number + 1)?);
    if matches!(sentence.after(number + 1), "/" | "-" | "–") && sentence.is_number(number + 2) {
        return None;
    }
    let (weekday, start, is_sure) = weekday_before(sentence, number);
    let (year, end) = sentence.year_after(number + 1);
    let is_sure = is_sure || year.is_some();
    let part = sentence.start(start)..sentence.end(end);
    let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
    is_sure.then_some((WrittenDay { part, weekday, day, month, year, is_sure, is_shared: false }, end + 1))
}

/// What is wrong with a day.
fn wrong_day(sentence: &Sentence<'_>, day: &WrittenDay, written: Date) -> Option<DayFault> {
    let around = [-1, 0, 1].map(|more| written.year().saturating_add(more));
    let years: &[i16] = day.year.as_ref().map_or(&around, std::slice::from_ref);
    let readings: Vec<Date> =
        years.iter().filter_map(|year| Date::new(*year, day.month, day.day).ok()).collect();
    if readings.is_empty() {
        // Of the days that are named together the last has the month. A leap day without a year is one of some year.
        let is_leap = day.year.is_none() && (day.day, day.month) == (29, 2);
        let is_told = !day.is_shared && !is_leap && (day.is_sure || (29..=39).contains(&day.day));
        return is_told.then(|| DayFault::new("day", day.part.clone()));
    }
    let after = || weekday_after(sentence, day);
    let before = day.weekday.map(|(word, weekday)| (word, weekday, day.part.end));
    let (word, weekday, end) = before.or_else(after)?;
    let part = day.part.start..end;
    // Without a year it is one within the year before the text or the year after.
    let is_near = |date: &Date| day.year.is_some() || (*date - written).get_days().abs() <= YEAR;
    let readings: Vec<Date> = readings.into_iter().filter(is_near).collect();
    let falls = |date: &Date| weekday_index(date.weekday());
    let meant = meant(&readings, |date| falls(date) == weekday, written)?;
    let right = falls(&meant);
    let name = sentence.language.weekday(right);
    let words = sentence.text.get(part.clone())?;
    let said = sentence.word(word);
    let at = sentence.start(word) - part.start;
    let proposal = sentence
        .language
        .like(said, right)
        .and_then(|name| Some(format!("{}{name}{}", words.get(..at)?, words.get(at + said.len()..)?)));
    let days = i64::try_from(weekday).ok()? - i64::try_from(right).ok()?;
    // The nearest day that the weekday is.
    let days = if days > 3 {
        days - 7
    } else if days < -3 {
        days + 7
    } else {
        days
    };
    let other = meant.checked_add(days.days()).ok()?;
    let mut fault = DayFault::new("weekday", part).proposing(proposal);
    fault.more.push(("day", name.to_string()));
    fault.more.push(("other", sentence.language.date(other)));
    Some(fault)
}

/// The weekday that stands after a day: `den 3 maj (tisdag)`, `3 maj, en tisdag`, `den 3 maj är en tisdag`. One that a new day follows, or
/// that begins what is said next, is not this one's. Its word, its number from Monday, and where it ends.
fn weekday_after(sentence: &Sentence<'_>, day: &WrittenDay) -> Option<(usize, usize, usize)> {
    const BETWEEN: [&str; 9] = ["som", "är", "en", "det", "alltså", "which", "is", "a", "on"];
    if day.is_shared {
        return None;
    }
    let last = sentence.last_before(day.part.end)?;
    let is_in_brackets = sentence.after(last).trim() == "(";
    if !is_in_brackets && !matches!(sentence.after(last).trim(), "" | ",") {
        return None;
    }
    let mut word = last + 1;
    while word < last + 5 && sentence.is_one_of(word, &BETWEEN) && sentence.after(word).trim().is_empty() {
        word += 1;
    }
    let is_said = word > last + 1 && sentence.is_one_of(word - 1, &["en", "a", "on"]);
    let weekday = sentence.weekday(word)?;
    let after = sentence.after(word);
    let ends = match is_in_brackets {
        true => after.starts_with([')', ',']) || sentence.is_one_of(word + 1, &["kl", "at"]),
        false => {
            let is_end = after.trim_start().starts_with(['.', '!', '?', ')', ';', ':'])
                || after.trim().is_empty() && sentence.word(word + 1).is_empty();
            is_end || is_said && !sentence.is_number(word + 1)
        }
    };
    let closes = is_in_brackets && after.starts_with(')');
    ends.then_some((word, weekday, sentence.end(word) + usize::from(closes)))
}

/// The day that is meant where none fits that may be meant; none where one does.
fn meant(readings: &[Date], fits: impl Fn(&Date) -> bool, written: Date) -> Option<Date> {
    let away = |date: &Date| (*date - written).get_days();
    let nearest = readings.iter().min_by_key(|date| away(date).abs()).copied()?;
    if readings.len() == 1 {
        return (!fits(&nearest)).then_some(nearest);
    }
    let next = readings.iter().filter(|date| away(date) >= 0).min().copied();
    let fitting = readings.iter().filter(|date| fits(date)).map(|date| away(date).abs()).min();
    match (next, fitting) {
        (_, None) => Some(next.filter(|next| away(next) <= SOON).unwrap_or(nearest)),
        // A day that was long ago is no reading where the same one comes soon: the text is last year's.
        (Some(next), Some(fitting)) => {
            (!fits(&next) && away(&next) <= SOON && fitting > 2 * SOON).then_some(next)
        }
        (None, Some(_)) => None,
    }
}

/// `2026-13-45`: a day in numbers, and what is wrong with it.
fn iso_day(sentence: &Sentence<'_>, number: usize) -> Option<(Option<DayFault>, usize)> {
    let lengths = [4, 2, 2];
    let is_shaped =
        lengths.iter().enumerate().all(|(more, length)| sentence.digits(number + more) == *length)
            && [number, number + 1].iter().all(|at| sentence.after(*at) == "-");
    let stands_alone = !sentence.is_joined_to_any(number) && !sentence.is_joined_to_next(number + 2);
    let year: i16 = sentence.word(number).parse().ok()?;
    let is_numbered = number.checked_sub(1).is_some_and(|before| sentence.is_one_of(before, &NUMBERED));
    if !is_shaped || !stands_alone || !(1900..2100).contains(&year) || is_numbered {
        return None;
    }
    let part = sentence.start(number)..sentence.end(number + 2);
    let is_day = parse_date(sentence.text.get(part.clone())?).is_some();
    Some(((!is_day).then(|| DayFault::new("day", part)), number + 3))
}

/// The weekday before a day in numbers.
fn weekday_of_iso(sentence: &Sentence<'_>, number: usize) -> Option<DayFault> {
    let (weekday, start, _) = weekday_before(sentence, number);
    let part = sentence.start(start)..sentence.end(number + 2);
    let date = parse_date(sentence.text.get(sentence.start(number)..part.end)?)?;
    let (day, month, year) = (date.day(), date.month(), Some(date.year()));
    wrong_day(
        sentence,
        &WrittenDay { part, weekday, day, month, year, is_sure: true, is_shared: false },
        date,
    )
}

/// `vecka 54`, `v. 50–54`.
fn week(sentence: &Sentence<'_>, number: usize) -> Option<DayFault> {
    let is_week = |number: usize| {
        number.checked_sub(1).is_some_and(|before| {
            sentence.is_one_of(before, &["vecka", "veckan", "veckorna", "week", "weeks"])
                && sentence.is_blank(before)
                || sentence.is_one_of(before, &["v"])
                    && matches!(sentence.after(before), "." | ". " | ".\u{a0}" | " ")
        })
    };
    let is_range = sentence.is_joined_to_number(number)
        && number
            .checked_sub(1)
            .is_some_and(|first| is_week(first) && !matches!(sentence.after(first), "." | ":"));
    let is_wrong = sentence.small(number).is_some_and(|week| week > 53);
    let stands_alone = !sentence.is_joined_to_next(number) || sentence.has_dash_after(number);
    (is_wrong && stands_alone && (is_week(number) || is_range))
        .then(|| DayFault::new("week", sentence.start(number)..sentence.end(number)))
}

#[cfg(test)]
mod tests;
