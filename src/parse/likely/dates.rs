//! Days, weeks and years as people write them.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::base::{At, Code, Diagnostic, Seg};
use crate::parse::values::{ENGLISH_MONTHS, MONTHS, parse_date};

/// The fields that say the last day of something: of a week, that is its Sunday.
const LAST_DAYS: [&str; 4] = ["to", "until", "valid_to", "fix_by"];

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

/// Says the date of each week that stands for a date without a year: the next such week, or one that was not long ago. Which day it is
/// today is known to the build alone.
pub fn say_weeks(found: &mut [Diagnostic], now: Date) {
    for diagnostic in found.iter_mut().filter(|found| found.code == Code::BadDate && found.mend.is_none()) {
        let Some(week) = diagnostic.word("week").and_then(|week| week.parse::<i8>().ok()) else { continue };
        let long_ago = now.saturating_sub(60.days());
        let of = |year| day_of_week((year, week), diagnostic.at.path());
        let day = of(now.year()).filter(|day| *day >= long_ago).or_else(|| of(now.year() + 1));
        if let Some(day) = day {
            diagnostic.args.retain(|(name, _)| *name != "proposal");
            let (told, at): (Diagnostic, At) = (diagnostic.clone(), diagnostic.at.clone());
            *diagnostic = told.with("proposal", day).instead_at(at, day.to_string());
        }
    }
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
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "den")
        .collect();
    let [first, second, third] = parts.as_slice() else { return Vec::new() };
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
        ] {
            let found = date_readings(text);
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            assert_eq!(found, readings, "{text}");
        }
        for text in ["snart", "2026", "maj 2026", "32 maj 2026", "2026-02-30", "123", "å ä ö", "1 2 3"] {
            assert_eq!(likely_date(text), None, "{text}");
        }
    }
}
