//! Days, weeks and years as people write them.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::base::{Code, Diagnostic, Seg};
use crate::parse::values::{ENGLISH_MONTHS, MONTHS, parse_date, weekday_index};
use crate::parse::weeks::days_around;

/// The fields that say the last day of something: of a week, that is its Sunday.
const LAST_DAYS: [&str; 4] = ["to", "until", "valid_to", "fix_by"];

/// The fields that say when something was done.
const PAST_DAYS: [&str; 6] = ["opened", "reviewed", "updated", "assessed_on", "updated_on", "date"];

/// A week, and the year where it is written: `v. 28`, `vecka 28 2026`, `v28`, `2026-W28`.
pub fn week_in(text: &str) -> Option<(Option<i16>, i8)> {
    let lower = text.trim().to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.parse::<i8>().ok().filter(|week| (1..=53).contains(week) && part.len() <= 2);
    let joined = |part: &str| number(part.strip_prefix(['v', 'w'])?);
    let year = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() == 4);
    let is_word = |part: &str| matches!(part, "v" | "w" | "vecka" | "veckan" | "week");
    match parts.as_slice() {
        [week] => Some((None, joined(week)?)),
        [word, week] if is_word(word) => Some((None, number(week)?)),
        [one, other] => match year(one) {
            Some(year) => Some((Some(year), joined(other)?)),
            None => Some((Some(year(other)?), joined(one)?)),
        },
        [word, week, of] if is_word(word) => Some((Some(year(of)?), number(week)?)),
        [of, word, week] if is_word(word) => Some((Some(year(of)?), number(week)?)),
        _ => None,
    }
}

/// The day of a week that a field means: the Monday, and the Sunday where a last day is asked for.
pub fn day_of_week((year, week): (i16, i8), path: Option<&[Seg]>) -> Option<Date> {
    let field = path.and_then(|path| path.last()).and_then(Seg::key).unwrap_or_default();
    let day = if LAST_DAYS.contains(&field) { Weekday::Sunday } else { Weekday::Monday };
    ISOWeekDate::new(year, week, day).ok().map(ISOWeekDate::date)
}

/// Says the date of what stands for one without a year, a week or a day: the next such day, or one that was not long ago. Which day it
/// is today is known to the build alone.
pub fn say_days(found: &mut [Diagnostic], now: Date) {
    let long_ago = now.saturating_sub(60.days());
    for diagnostic in found.iter_mut().filter(|found| found.code == Code::BadDate && found.mend.is_none()) {
        let number = |name: &str| diagnostic.word(name).and_then(|word| word.parse::<i8>().ok());
        // What was done was done: a field that says when has a day that has come.
        let path = diagnostic.at.path().unwrap_or_default();
        let field = path.last().and_then(Seg::key).unwrap_or_default();
        // At the top, or in the statement: an activity is cancelled on a day to come.
        let is_past = path.len() <= 2 && PAST_DAYS.contains(&field);
        let next = |of: &dyn Fn(i16) -> Option<Date>| match is_past {
            true => of(now.year()).filter(|day| *day <= now).or_else(|| of(now.year() - 1)),
            false => of(now.year()).filter(|day| *day >= long_ago).or_else(|| of(now.year() + 1)),
        };
        if let Some(week) = number("week") {
            let of = |year| day_of_week((year, week), diagnostic.at.path());
            propose(diagnostic, next(&of));
        } else if let (Some(month), Some(day)) = (number("month"), number("day")) {
            let of = |year| Date::new(year, month, day).ok();
            if diagnostic.word("kind") == Some("year") {
                // A leap day is in one year of four.
                let day = next(&of).or_else(|| (2..8).find_map(|more| of(now.year() + more)));
                propose(diagnostic, day);
            } else if let Some(last) = next(&|year| last_of(year, month)) {
                say_around(diagnostic, last);
            }
        }
    }
}

/// A day in the place of the one that there was no telling.
fn propose(diagnostic: &mut Diagnostic, day: Option<Date>) {
    let Some(day) = day else { return };
    diagnostic.set("proposal", day);
    *diagnostic = diagnostic.clone().instead(day.to_string());
}

/// The two days around one that no month has.
fn say_around(diagnostic: &mut Diagnostic, last: Date) {
    diagnostic.set("proposal", "two");
    diagnostic.set("first", last);
    diagnostic.set("second", last.saturating_add(1.day()));
}

fn last_of(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// The year, where it is said, the month and the day that a text names, whether there is such a day or not: `31/11`, `30 feb`, `2026-02-30`.
pub fn numbers_of(text: &str) -> Option<(Option<i16>, i8, i8)> {
    let (words, _) = words_of(text);
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let number = |word: &str| word.parse::<i8>().ok();
    let (year, month, day) = match words.as_slice() {
        [day, month] => (None, *month, *day),
        [year, month, day] if year.len() == 4 => (Some(year.parse().ok()?), *month, *day),
        [day, month, year] if year.len() == 4 => (Some(year.parse().ok()?), *month, *day),
        _ => return None,
    };
    let month = month_of(month).and_then(|month| i8::try_from(month).ok()).or_else(|| number(month))?;
    Some((year, month, number(day)?))
        .filter(|(_, month, day)| (1..=31).contains(month) && (1..=31).contains(day))
}

/// The words of a date, without those that say nothing of it: `tisdag den 3:e mars 2027` is `3`, `mars`, `2027`; and its weekday.
fn words_of(text: &str) -> (Vec<String>, Option<usize>) {
    const NOTHING: [&str; 5] = ["den", "d", "the", "of", "on"];
    let lower = text.trim().to_lowercase();
    let mut weekday = None;
    let mut words: Vec<String> = Vec::new();
    for part in lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()) {
        let is_ordinal = |end: &str| matches!(end, "e" | "a" | "st" | "nd" | "rd" | "th");
        // `3:e` is two parts, `3e` one.
        if NOTHING.contains(&part) || is_ordinal(part) && words.last().is_some_and(|word| is_number(word)) {
            continue;
        }
        if words.is_empty() && weekday.is_none() && part.len() > 1 && !is_number(part) {
            weekday = super::days::day_in(part);
            if weekday.is_some() {
                continue;
            }
        }
        let digits = part.trim_end_matches(|c: char| c.is_alphabetic());
        let is_counted = is_number(digits) && part.get(digits.len()..).is_some_and(is_ordinal);
        words.push(if is_counted { digits } else { part }.to_string());
    }
    (words, weekday)
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The day that a text most likely means: `18 december 2026`, `2026-12-1`, `261218`, `20261218`, `27/1 2021`, `1.12.2026`. Of two
/// that it may mean the later, since dates here are of days to come.
pub fn likely_date(text: &str) -> Option<Date> {
    date_readings(text).into_iter().max()
}

/// The days that a text may mean, by what people write in Sweden. A day and a month in numbers stand in this order; a year of two digits may
/// stand first or last.
pub fn date_readings(text: &str) -> Vec<Date> {
    let text = text.trim().to_lowercase();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            6 => days_of(&[[&text[..2], &text[2..4], &text[4..]], [&text[4..], &text[2..4], &text[..2]]]),
            8 => days_of(&[[&text[..4], &text[4..6], &text[6..]], [&text[4..], &text[2..4], &text[..2]]]),
            _ => Vec::new(),
        };
    }
    let (words, weekday) = words_of(&text);
    let mut days = days_of_words(&words);
    // The weekday before it is the date's, or nobody knows which of the two is right.
    let falls = |day: &Date| weekday_index(day.weekday());
    if let ([day], Some(weekday)) = (days.as_slice(), weekday)
        && falls(day) != weekday
    {
        let near = days_around(*day).find(|day| falls(day) == weekday);
        days.extend(near);
    }
    days
}

fn days_of_words(words: &[String]) -> Vec<Date> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let [first, second, third] = words.as_slice() else { return Vec::new() };
    // As in English: December 18, 2026.
    if first.parse::<u16>().is_err() {
        return days_of(&[[third, first, second]]);
    }
    match (first.len(), third.len()) {
        (4, _) => days_of(&[[first, second, third]]),
        (_, 4) => days_of(&[[third, second, first]]),
        _ => days_of(&[[first, second, third], [third, second, first]]),
    }
}

/// The days of some years, months and days that there are, each once.
fn days_of(numbers: &[[&str; 3]]) -> Vec<Date> {
    let mut days = Vec::new();
    for [year, month, day] in numbers {
        let year = match year.len() {
            2 => format!("20{year}"),
            _ => (*year).to_string(),
        };
        let (Some(month), Ok(day)) = (month_of(month), day.parse::<u8>()) else { continue };
        let date = parse_date(&format!("{year}-{month:02}-{day:02}"));
        days.extend(date.filter(|date| (1900..=2099).contains(&date.year()) && !days.contains(date)));
    }
    days
}

/// The year that one with a slip in it most likely means: two digits that have changed places (0226, 2062), the old century (1926), a wrong
/// digit (2126). None where that is not plain.
pub fn likely_year(year: i16) -> Option<i16> {
    let is_likely = |year: &i16| (1990..=2039).contains(year);
    let text = format!("{year:04}");
    let digits: Vec<char> = text.chars().collect();
    let swapped = (0..3).filter_map(|at| {
        let mut digits = digits.clone();
        digits.swap(at, at + 1);
        digits.into_iter().collect::<String>().parse().ok()
    });
    let of_old = Some(year).filter(|year| (1900..1990).contains(year)).map(|year| year + 100);
    let other =
        |likely: &i16| likely.to_string().chars().zip(&digits).filter(|(one, two)| one != *two).count() == 1;
    only(swapped.filter(is_likely))
        .or_else(|| of_old.filter(is_likely))
        .or_else(|| only((1990..=2039).filter(other)))
}

fn only(mut years: impl Iterator<Item = i16>) -> Option<i16> {
    let first = years.next()?;
    years.next().is_none().then_some(first)
}

/// A month by its number, its name or the beginning of it.
fn month_of(text: &str) -> Option<usize> {
    if let Ok(number) = text.parse::<usize>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let named = |months: &[&str; 12]| {
        months.iter().position(|name| text.len() >= 3 && name.to_lowercase().starts_with(text))
    };
    named(&MONTHS).or_else(|| named(&ENGLISH_MONTHS)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_with_a_slip_is_known() {
        for (slip, year) in [
            (226, Some(2026)),
            (2206, Some(2026)),
            (2062, Some(2026)),
            (2126, Some(2026)),
            (1026, Some(2026)),
            (9026, Some(2026)),
            (1926, Some(2026)),
        ] {
            assert_eq!(likely_year(slip), year, "{slip}");
        }
        for slip in [1066, 5555, 2099] {
            assert_eq!(likely_year(slip), None, "{slip}");
        }
    }

    #[test]
    fn a_date_in_the_forms_that_people_write_is_understood() {
        for text in [
            "18 december 2026",
            "den 18 dec 2026",
            "2026-12-18",
            "2026/12/18",
            "18/12 2026",
            "18.12.2026",
            "18-12-26",
            "261218",
            "20261218",
            "18122026",
            "18 December 2026",
            "26-12-18",
        ] {
            assert_eq!(
                likely_date(text).map(|date| date.to_string()).as_deref(),
                Some("2026-12-18"),
                "{text}"
            );
        }
        for (text, readings) in [
            ("05/03/24", &["2005-03-24", "2024-03-05"][..]),
            ("261218", &["2026-12-18", "2018-12-26"]),
            ("12-11-10", &["2012-11-10", "2010-11-12"]),
            ("261231", &["2026-12-31", "2031-12-26"]),
            ("13/12 2026", &["2026-12-13"]),
            ("December 18, 2026", &["2026-12-18"]),
            ("den 3:e mars 2027", &["2027-03-03"]),
            ("3e mars 2027", &["2027-03-03"]),
            ("onsdag 3 mars 2027", &["2027-03-03"]),
            ("ons 3/3 2027", &["2027-03-03"]),
            ("tisdag 3 mars 2027", &["2027-03-03", "2027-03-02"]),
            ("the 18th of December 2026", &["2026-12-18"]),
        ] {
            let found = date_readings(text);
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            assert_eq!(found, readings, "{text}");
        }
        for (text, numbers) in [
            ("31/11", Some((None, 11, 31))),
            ("30 feb", Some((None, 2, 30))),
            ("den 3:e mars", Some((None, 3, 3))),
            ("2026-02-30", Some((Some(2026), 2, 30))),
            ("2026-13-01", Some((Some(2026), 13, 1))),
            ("31/11 2026", Some((Some(2026), 11, 31))),
            ("påsk", None),
            ("99/99", None),
        ] {
            assert_eq!(numbers_of(text), numbers, "{text}");
        }
        for text in ["snart", "2026", "maj 2026", "32 maj 2026", "2026-02-30", "123", "å ä ö", "1 2 3"] {
            assert_eq!(likely_date(text), None, "{text}");
        }
    }
}
