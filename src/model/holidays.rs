//! Sweden's public holidays and the eves beside them.
//!
//! Public holidays: lag (1989:253) om allmänna helgdagar. The eves are no holidays by law, but offices are usually closed or
//! close early on them.

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::base::{Code, Diagnostic, Seg};
use crate::parse::check::HOLIDAYS;

/// A holiday or eve.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Holiday {
    /// The key of its name in a theme's words: `holiday_midsummer_eve`.
    pub key: &'static str,
    /// A public holiday, or an eve?
    pub public: bool,
}

/// The holiday or eve that falls on a day. A day that is both is a public holiday.
pub fn holiday_on(day: Date) -> Option<Holiday> {
    fixed(day).or_else(|| movable(day))
}

fn fixed(day: Date) -> Option<Holiday> {
    let (key, public) = match (day.month(), day.day()) {
        (1, 1) => ("holiday_new_year", true),
        (1, 5) => ("holiday_twelfth_night", false),
        (1, 6) => ("holiday_epiphany", true),
        (5, 1) => ("holiday_may_day", true),
        (6, 6) => ("holiday_national_day", true),
        (12, 24) => ("holiday_christmas_eve", false),
        (12, 25) => ("holiday_christmas_day", true),
        (12, 26) => ("holiday_boxing_day", true),
        (12, 31) => ("holiday_new_years_eve", false),
        (4, 30) => {
            return movable(day)
                .filter(|holiday| holiday.public)
                .or(Some(Holiday { key: "holiday_walpurgis_eve", public: false }));
        }
        _ => return None,
    };
    Some(Holiday { key, public })
}

fn movable(day: Date) -> Option<Holiday> {
    let easter = easter_sunday(day.year())?;
    let after_easter = easter.until(day).ok().map(|span: Span| span.get_days())?;
    let (key, public) = match after_easter {
        -3 => ("holiday_maundy_thursday", false),
        -2 => ("holiday_good_friday", true),
        -1 => ("holiday_easter_eve", false),
        0 => ("holiday_easter_day", true),
        1 => ("holiday_easter_monday", true),
        39 => ("holiday_ascension", true),
        49 => ("holiday_whit_sunday", true),
        _ => match (day.month(), day.day(), day.weekday()) {
            (6, 19..=25, Weekday::Friday) => ("holiday_midsummer_eve", false),
            (6, 20..=26, Weekday::Saturday) => ("holiday_midsummer_day", true),
            (10, 31, Weekday::Saturday) | (11, 1..=6, Weekday::Saturday) => ("holiday_all_saints", true),
            _ => return None,
        },
    };
    Some(Holiday { key, public })
}

/// The holidays and eves of a year with their days: those that have a date, those that Easter moves, and those of midsummer and All Saints.
pub(crate) fn holidays_of(year: i16) -> Vec<(Date, Holiday)> {
    let fixed = [(1, 1), (1, 5), (1, 6), (4, 30), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)];
    let fixed = fixed.into_iter().filter_map(|(month, day)| Date::new(year, month, day).ok());
    let easter = easter_sunday(year);
    let by_easter = [-3, -2, -1, 0, 1, 39, 49].into_iter();
    let by_easter = by_easter.filter_map(|days: i32| easter?.checked_add(days.days()).ok());
    let around = [(6, 19, 8), (10, 31, 7)].into_iter();
    let around = around.filter_map(|(month, day, count)| Some((Date::new(year, month, day).ok()?, count)));
    let around = around.flat_map(|(first, count)| days_from(first, count));
    let mut days: Vec<Date> = fixed.chain(by_easter).chain(around).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter().filter_map(|day| Some((day, holiday_on(day)?))).collect()
}

/// Says the days of a holiday that stands by its name where a date belongs: the next that come.
pub(crate) fn say_holidays(found: &mut [Diagnostic], now: Date) {
    for diagnostic in found.iter_mut().filter(|found| found.code == Code::BadDate) {
        let Some(name) = diagnostic.word("holiday") else { continue };
        let Some((_, keys)) = HOLIDAYS.iter().find(|(known, _)| *known == name) else { continue };
        let coming = holidays_of(now.year()).into_iter().chain(holidays_of(now.year().saturating_add(1)));
        let coming: Vec<(Date, Holiday)> = coming.filter(|(day, _)| *day >= now).collect();
        let is_meant = |key: &str, holiday: &Holiday| holiday.key.strip_prefix("holiday_") == Some(key);
        let Some(first) = keys.first() else { continue };
        let Some(start) = coming.iter().position(|(_, holiday)| is_meant(first, holiday)) else { continue };
        // The days of one holiday follow on each other.
        let days = keys.iter().filter_map(|key| {
            coming
                .iter()
                .skip(start)
                .find(|(_, holiday)| is_meant(key, holiday))
                .map(|(day, _)| day.to_string())
        });
        let days: Vec<String> = days.collect();
        // A field of one day has the first or the last of them.
        let days = match diagnostic.at.path().and_then(|path| path.last()) {
            Some(Seg::Key(field)) if matches!(field.as_str(), "to" | "until" | "valid_to") => {
                days.last().cloned()
            }
            Some(Seg::Key(_)) => days.first().cloned(),
            _ => Some(days.join(", ")),
        };
        diagnostic.set("first", days.unwrap_or_default());
    }
}

/// Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 1876).
pub fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19) % 32;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The days from one on, as many as asked for.
pub(crate) fn days_from(first: Date, count: i32) -> impl Iterator<Item = Date> {
    (0..count).map_while(move |offset| first.checked_add(offset.days()).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_movable_holidays_fall_where_the_calendar_says() {
        for (day, key) in [
            (date(2026, 4, 5), "holiday_easter_day"),
            (date(2026, 5, 14), "holiday_ascension"),
            (date(2026, 6, 19), "holiday_midsummer_eve"),
            (date(2026, 10, 31), "holiday_all_saints"),
            (date(2027, 3, 28), "holiday_easter_day"),
            (date(2027, 5, 6), "holiday_ascension"),
            (date(2027, 6, 25), "holiday_midsummer_eve"),
            (date(2027, 11, 6), "holiday_all_saints"),
            (date(2028, 4, 16), "holiday_easter_day"),
            (date(2028, 5, 25), "holiday_ascension"),
            (date(2028, 6, 23), "holiday_midsummer_eve"),
            (date(2028, 11, 4), "holiday_all_saints"),
        ] {
            assert_eq!(holiday_on(day).map(|holiday| holiday.key), Some(key), "{day}");
        }
    }

    #[test]
    fn the_holidays_of_a_year_are_those_of_its_days() {
        for year in 1950..2100 {
            let days = days_from(date(year, 1, 1), 366).filter(|day| day.year() == year);
            let each: Vec<_> = days.filter_map(|day| Some((day, holiday_on(day)?))).collect();
            assert_eq!(holidays_of(year), each, "{year}");
        }
    }

    #[test]
    fn every_year_has_its_thirteen_public_holidays_even_when_two_fall_together() {
        for year in 1950..2100 {
            let days = days_from(date(year, 1, 1), 366).filter(|day| day.year() == year);
            let public: Vec<_> = days.filter_map(holiday_on).filter(|holiday| holiday.public).collect();
            assert!((12..=13).contains(&public.len()), "{year}: {public:?}");
        }
    }
}
