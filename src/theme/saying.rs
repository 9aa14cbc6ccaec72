//! How a language says dates, times of the day, periods, lists and numbers of things: by the patterns among its words.
//!
//! The patterns are CLDR's, held against its data by a test. The calendar is the one that Sweden goes by, in all languages, and so are the
//! twenty-four hours: what is said here must be found again on a door, in a letter, on a phone.

use jiff::civil::{Date, Weekday};

use super::plurals;
use super::words::Words;
use crate::base::marks;
use crate::parse::values::{Interval, Time, weekday_index};

const MONTHS: [&str; 12] = [
    "month_1", "month_2", "month_3", "month_4", "month_5", "month_6", "month_7", "month_8", "month_9",
    "month_10", "month_11", "month_12",
];

/// The keys of the weekdays' names, from Monday.
pub const DAYS: [&str; 7] = [
    "day_monday",
    "day_tuesday",
    "day_wednesday",
    "day_thursday",
    "day_friday",
    "day_saturday",
    "day_sunday",
];

impl Words {
    /// `27 januari 2021`.
    pub fn date(&self, date: Date) -> String {
        self.dated("date", date)
    }

    /// `27 januari`, with its year where that is another than this one.
    pub fn date_near(&self, date: Date, this_year: i16) -> String {
        self.dated(if date.year() == this_year { "date_near" } else { "date" }, date)
    }

    /// `onsdag 27 januari 2021`.
    pub fn day(&self, date: Date) -> String {
        self.dated("date_weekday", date)
    }

    /// `onsdag 27 januari`, with its year where that is another than this one.
    pub fn day_near(&self, date: Date, this_year: i16) -> String {
        self.dated(if date.year() == this_year { "date_weekday_near" } else { "date_weekday" }, date)
    }

    /// `januari 2021`: the month by itself, which has another form in some languages than beside a day.
    pub fn month(&self, date: Date) -> String {
        let key = MONTHS[date.month().unsigned_abs() as usize - 1];
        let alone = format!("{key}_alone");
        let month = if self.has(&alone) { self.get(&alone) } else { self.get(key) };
        self.filled("date_month", &[("month", month), ("year", &date.year().to_string())])
    }

    /// The name of a weekday.
    pub fn weekday(&self, day: Weekday) -> &str {
        self.get(DAYS[weekday_index(day)])
    }

    fn dated(&self, pattern: &str, date: Date) -> String {
        let month = self.get(MONTHS[date.month().unsigned_abs() as usize - 1]);
        let (day, year) = (date.day().to_string(), date.year().to_string());
        let weekday = self.weekday(date.weekday());
        self.filled(pattern, &[("day", &day), ("month", month), ("year", &year), ("weekday", weekday)])
    }

    /// `onsdag 23 december`, `18–22 december`, `19 juni – 16 augusti`, each with the year where it is not this one: nothing is said twice.
    pub fn period(&self, (first, last): (Date, Date), this_year: i16) -> String {
        if first == last {
            return self.day_near(first, this_year);
        }
        if (first.year(), first.month()) == (last.year(), last.month()) {
            let month = self.get(MONTHS[first.month().unsigned_abs() as usize - 1]);
            let pattern = if last.year() == this_year { "period_month_near" } else { "period_month" };
            let (from, to) = (first.day().to_string(), last.day().to_string());
            let year = last.year().to_string();
            return self.filled(pattern, &[("from", &from), ("to", &to), ("month", month), ("year", &year)]);
        }
        // The year stands once, at the end, where both days are of the same; where they are not, each needs its own.
        let is_one = first.year() == last.year();
        let from = if is_one { self.dated("date_near", first) } else { self.date(first) };
        let to = if is_one { self.date_near(last, this_year) } else { self.date(last) };
        self.filled("period", &[("from", &from), ("to", &to)])
    }

    /// `måndag–torsdag`, or the one day. By their places in the week.
    pub fn days(&self, first: usize, last: usize) -> String {
        let (from, to) = (self.get(DAYS[first]), self.get(DAYS[last]));
        if first == last {
            from.to_string()
        } else {
            self.filled("days_range", &[("from", from), ("to", to)])
        }
    }

    /// `8`, `16.30`.
    pub fn time(&self, time: Time) -> String {
        let (hour, minute) = (time.0 / 60, time.0 % 60);
        let pattern = if minute == 0 { "time_hour" } else { "time_minutes" };
        let (padded, minute) = (format!("{hour:02}"), format!("{minute:02}"));
        self.filled(pattern, &[("hour", &hour.to_string()), ("hour2", &padded), ("minute", &minute)])
    }

    /// `klockan 8`, within a sentence.
    pub fn clock(&self, time: Time) -> String {
        self.filled("clock", &[("time", &self.time(time))])
    }

    /// `8–12`, `13–16.30`: in every language from the left to the right.
    pub fn interval(&self, interval: Interval) -> String {
        format!("{}–{}", self.time(interval.from), self.time(interval.to))
    }

    /// `a`, `a och b`, `a, b och c`.
    pub fn list(&self, items: &[&str]) -> String {
        match items {
            [] => String::new(),
            [one] => (*one).to_string(),
            [one, other] => self.filled("list_two", &[("a", one), ("b", other)]),
            [some @ .., before, last] => {
                let end = self.filled("list_end", &[("a", before), ("b", last)]);
                let join = |after: String, one: &&str| self.filled("list_more", &[("a", one), ("b", &after)]);
                some.iter().rev().fold(end, join)
            }
        }
    }

    /// The form of a word that goes with a number: `{key}_few` and so on, else `{key}_other`, else the key itself.
    pub fn counted(&self, key: &str, number: u64) -> &str {
        let form = plurals::form(self.lang(), number);
        let of = |form: &str| self.find(&format!("{key}_{form}"));
        of(form).or_else(|| of("other")).or_else(|| self.find(key)).unwrap_or_default()
    }

    /// The name of a language in this one, without a mark; none where it has none.
    pub fn language(&self, code: &str) -> Option<&str> {
        self.find(&format!("lang_{code}")).filter(|name| !marks::are_in(name))
    }
}
