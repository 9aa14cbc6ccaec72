//! Weeks as people write them: `v. 28–30 2026`, `v. 52 2026–v. 1 2027`, `v. 28, 30 och 32 2026`, `2026-W28`.
//!
//! They are ISO weeks, Monday first, as Swedish calendars number them. A number without a year takes the year that is said next, or was
//! said before; where none is said, no week is meant.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::values::DASHES;

/// Days that follow each other, the last included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// A day alone.
    pub fn day(day: Date) -> Self {
        Self { from: day, to: day }
    }

    /// Are some days in both?
    pub fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }

    /// Is a day one of them?
    pub fn has(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What is wrong with weeks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum WeeksError {
    /// It is not written as weeks are.
    Form,
    /// No year is said.
    NoYear,
    /// A year has no such week.
    NoSuchWeek {
        /// The year.
        year: i16,
        /// The week.
        week: u16,
        /// The number of its last week.
        last: i8,
    },
    /// They end before they begin: how they go on into the next year, where that may be meant.
    Reversed(Option<String>),
}

/// A part of the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum WeekToken {
    Year(i16),
    Week(u16),
    Word,
    Dash,
    Comma,
}

/// A week of a year, as far as it is said.
#[derive(Clone, Copy)]
struct Point {
    year: Option<i16>,
    week: u16,
}

/// Does a text speak of weeks, rightly or wrongly?
pub(crate) fn speaks_of_weeks(text: &str) -> bool {
    tokens(text).is_none_or(|tokens| tokens.contains(&WeekToken::Word)) && has_word(text)
}

fn has_word(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.any(is_week_word)
}

fn is_week_word(word: &str) -> bool {
    matches!(word, "v" | "w" | "vecka" | "veckan" | "veckor" | "veckorna" | "week" | "weeks")
}

/// The weeks of a text, as periods in its order.
pub(crate) fn parse_weeks(text: &str) -> Result<Vec<Period>, WeeksError> {
    let tokens = tokens(text).ok_or(WeeksError::Form)?;
    let mut ranges: Vec<(Point, Option<Point>)> = Vec::new();
    let mut rest = tokens.as_slice();
    loop {
        let (first, after) = point(rest).ok_or(WeeksError::Form)?;
        rest = after;
        let mut last = None;
        if let [WeekToken::Dash, after @ ..] = rest {
            let (point, after) = point(after).ok_or(WeeksError::Form)?;
            (last, rest) = (Some(point), after);
        }
        ranges.push((first, last));
        match rest {
            [] => break,
            [WeekToken::Comma, after @ ..] => rest = after,
            _ => return Err(WeeksError::Form),
        }
    }
    with_years(&mut ranges)?;
    ranges.into_iter().map(|(first, last)| period(first, last.unwrap_or(first))).collect()
}

/// Gives each week the year that is said next, else the one that was said before.
fn with_years(ranges: &mut [(Point, Option<Point>)]) -> Result<(), WeeksError> {
    let points = || ranges.iter().flat_map(|(first, last)| [Some(*first), *last]).flatten();
    let years: Vec<Option<i16>> = points().map(|point| point.year).collect();
    let last = years.iter().rev().flatten().next().copied().ok_or(WeeksError::NoYear)?;
    let mut next = last;
    let mut filled: Vec<i16> = Vec::with_capacity(years.len());
    for year in years.iter().rev() {
        next = year.unwrap_or(next);
        filled.push(next);
    }
    let mut filled = filled.into_iter().rev();
    for (first, last) in ranges {
        first.year = filled.next();
        if let Some(last) = last {
            last.year = filled.next();
        }
    }
    Ok(())
}

fn period(first: Point, last: Point) -> Result<Period, WeeksError> {
    let from = monday(first)?;
    let sunday = monday(last)?.checked_add(6.days()).map_err(|_| WeeksError::Form)?;
    if sunday >= from {
        return Ok(Period { from, to: sunday });
    }
    let next = Point { year: last.year.map(|year| year + 1), week: last.week };
    let is_over_new_year = first.week >= 40 && last.week <= 20 && monday(next).is_ok();
    let year = |point: Point| point.year.unwrap_or_default();
    let over = || format!("v. {} {}–v. {} {}", first.week, year(first), last.week, year(next));
    Err(WeeksError::Reversed(is_over_new_year.then(over)))
}

/// The days of the same week around a day, the nearest first.
pub(crate) fn days_around(day: Date) -> impl Iterator<Item = Date> {
    [1, -1, 2, -2, 3, -3].into_iter().filter_map(move |days: i64| day.checked_add(days.days()).ok())
}

/// The Monday of a day's week.
pub(crate) fn monday_of(day: Date) -> Date {
    let since = i32::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(since.days()).unwrap_or(day)
}

fn monday(point: Point) -> Result<Date, WeeksError> {
    let year = point.year.ok_or(WeeksError::NoYear)?;
    let week = i8::try_from(point.week).unwrap_or_default();
    ISOWeekDate::new(year, week, Weekday::Monday).map(ISOWeekDate::date).map_err(|_| {
        let last = if ISOWeekDate::new(year, 53, Weekday::Monday).is_ok() { 53 } else { 52 };
        WeeksError::NoSuchWeek { year, week: point.week, last }
    })
}

/// A week with its year before or after it, and what follows.
fn point(tokens: &[WeekToken]) -> Option<(Point, &[WeekToken])> {
    let (year, rest) = match tokens {
        // 2026-W28
        [WeekToken::Year(year), WeekToken::Dash, rest @ ..] | [WeekToken::Year(year), rest @ ..] => {
            (Some(*year), rest)
        }
        _ => (None, tokens),
    };
    let rest = match rest {
        [WeekToken::Word, rest @ ..] => rest,
        _ => rest,
    };
    let [WeekToken::Week(week), rest @ ..] = rest else { return None };
    match rest {
        [WeekToken::Year(after), rest @ ..] if year.is_none() => {
            Some((Point { year: Some(*after), week: *week }, rest))
        }
        _ => Some((Point { year, week: *week }, rest)),
    }
}

fn tokens(text: &str) -> Option<Vec<WeekToken>> {
    let lower = text.trim().to_lowercase();
    let mut found = Vec::new();
    let mut rest = lower.as_str();
    while let Some(c) = rest.chars().next() {
        let is_alike = |other: char| {
            if c.is_ascii_digit() {
                other.is_ascii_digit()
            } else {
                c.is_alphabetic() && other.is_alphabetic()
            }
        };
        let end = rest.find(|other: char| !is_alike(other)).unwrap_or(rest.len()).max(c.len_utf8());
        let (part, after) = rest.split_at(end);
        rest = after;
        match part {
            _ if c.is_ascii_digit() => found.push(match part.len() {
                4 => WeekToken::Year(part.parse().ok()?),
                1 | 2 => WeekToken::Week(part.parse().ok()?),
                _ => return None,
            }),
            "till" | "to" => found.push(WeekToken::Dash),
            "och" | "samt" | "and" => found.push(WeekToken::Comma),
            "," | "&" | "+" | ";" => found.push(WeekToken::Comma),
            word if is_week_word(word) => found.push(WeekToken::Word),
            _ if DASHES.contains(&c) => found.push(WeekToken::Dash),
            "." | ":" | "(" | ")" => {}
            _ if c.is_whitespace() => {}
            _ => return None,
        }
    }
    // A comma before the year is no list: vecka 28, 2026.
    let is_before_year = |at: usize| {
        let around = [at.checked_sub(1), Some(at + 1), Some(at + 2)].map(|at| found.get(at?));
        matches!(around, [Some(WeekToken::Week(_)), Some(WeekToken::Year(_)), None | Some(WeekToken::Comma)])
    };
    let left = found.iter().enumerate();
    let left = left.filter(|(at, token)| **token != WeekToken::Comma || !is_before_year(*at));
    Some(left.map(|(_, token)| *token).collect())
}

/// The same days as periods in the order of time, none of which meets another.
pub(crate) fn merged(periods: &[Period]) -> Vec<Period> {
    let mut sorted = periods.to_vec();
    // Often two lists in order, one after the other, which a stable sort puts together in one go.
    sorted.sort();
    let mut merged: Vec<Period> = Vec::with_capacity(sorted.len());
    for period in sorted {
        match merged.last_mut() {
            Some(last) if last.to.tomorrow().is_ok_and(|next| period.from <= next) => {
                last.to = last.to.max(period.to)
            }
            _ => merged.push(period),
        }
    }
    merged
}

/// Days without others; both merged.
pub(crate) fn without(days: &[Period], others: &[Period]) -> Vec<Period> {
    let mut left = Vec::with_capacity(days.len());
    let mut others = others.iter().copied().peekable();
    for period in days {
        let mut from = Some(period.from);
        while let Some(other) = others.peek().copied().filter(|other| other.from <= period.to) {
            if let Some(first) = from.filter(|first| other.to >= *first) {
                let before = other.from.yesterday().ok().filter(|last| *last >= first);
                left.extend(before.map(|to| Period { from: first, to }));
                from = other.to.tomorrow().ok();
            }
            if other.to > period.to {
                // It may go on into the next of the days.
                break;
            }
            others.next();
        }
        left.extend(from.filter(|from| *from <= period.to).map(|from| Period { from, to: period.to }));
    }
    left
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match parse_weeks(text) {
            Ok(periods) => {
                let all: Vec<String> =
                    periods.iter().map(|period| format!("{}/{}", period.from, period.to)).collect();
                all.join(" ")
            }
            Err(error) => format!("{error:?}"),
        }
    }

    #[test]
    fn weeks_are_understood_as_people_write_them() {
        for (text, periods) in [
            ("v. 28–30 2026", "2026-07-06/2026-07-26"),
            ("v 28 2026", "2026-07-06/2026-07-12"),
            ("28-30 2026", "2026-07-06/2026-07-26"),
            ("Vecka 28 till 30, 2026", "2026-07-06/2026-07-26"),
            ("veckorna 28 och 30 2026", "2026-07-06/2026-07-12 2026-07-20/2026-07-26"),
            ("2026-W28", "2026-07-06/2026-07-12"),
            ("2026-v28–2026-v30", "2026-07-06/2026-07-26"),
            ("v28-v30 2026", "2026-07-06/2026-07-26"),
            ("v. 52 2026–v. 1 2027", "2026-12-21/2027-01-10"),
            ("v. 53 2026", "2026-12-28/2027-01-03"),
            ("v. 44 2026, v. 8 2027", "2026-10-26/2026-11-01 2027-02-22/2027-02-28"),
            ("2026 v. 28, v. 30", "2026-07-06/2026-07-12 2026-07-20/2026-07-26"),
            ("v. 28–30", "NoYear"),
            ("v. 53 2027", "NoSuchWeek { year: 2027, week: 53, last: 52 }"),
            ("v. 0 2026", "NoSuchWeek { year: 2026, week: 0, last: 53 }"),
            ("v. 30–28 2026", "Reversed(None)"),
            ("v. 52–1 2026", "Reversed(Some(\"v. 52 2026–v. 1 2027\"))"),
            ("sommaren 2026", "Form"),
            ("2026", "Form"),
            ("v. 28– 2026", "Form"),
            ("", "Form"),
        ] {
            assert_eq!(shown(text), periods, "{text}");
        }
        assert!(
            speaks_of_weeks("v. 44 2026") && speaks_of_weeks("vecka 44") && !speaks_of_weeks("2026-11-03")
        );
        assert!(speaks_of_weeks("2026-W44") && !speaks_of_weeks("november"));
    }

    /// Periods of ten days: a bit a day, and where a bit is set twice they meet.
    fn periods(bits: u32) -> Vec<Period> {
        let day = |at: u32| Date::constant(2026, 1, 1).saturating_add(i64::from(at).days());
        let whole = (0..10).filter(|at| bits >> at & 1 == 1).map(|at| Period::day(day(at)));
        let longer = (0..9).filter(|at| bits >> at & 3 == 3 && at % 3 == 0);
        whole.chain(longer.map(|at| Period { from: day(at), to: day(at + 1) })).collect()
    }

    fn bits(periods: &[Period]) -> u32 {
        let first = Date::constant(2026, 1, 1);
        let days =
            periods.iter().flat_map(|period| period.from.series(1.day()).take_while(|day| *day <= period.to));
        days.map(|day| 1 << (day - first).get_days()).fold(0, |all, bit| all | bit)
    }

    #[test]
    fn days_without_others_are_those_that_only_they_have() {
        for one in (0..1024).step_by(3) {
            let days = merged(&periods(one));
            assert_eq!(bits(&days), one);
            assert!(days.is_sorted_by(|one, next| one.to.tomorrow().is_ok_and(|after| after < next.from)));
            for other in 0..1024 {
                assert_eq!(
                    bits(&without(&days, &merged(&periods(other)))),
                    one & !other,
                    "{one:b} {other:b}"
                );
            }
        }
    }
}
