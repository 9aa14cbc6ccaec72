//! What to say of a text that is no date: which day it most likely means.
//!
//! One that can mean one day alone is taken, and never comes here. What needs today's date, a day without a year or the name of a holiday,
//! is marked with it, and told to the end by the build.

use jiff::civil::Date;

use super::Trail;
use crate::base::{Code, Report, names};
use crate::parse::likely::{date_readings, day_of_week, numbers_of, week_in};

/// The names by which people call a holiday, folded, and the days that they mean, by their keys.
pub const HOLIDAYS: [(&str, &[&str]); 30] = [
    ("pask", &["good_friday", "easter_monday"]),
    ("pasken", &["good_friday", "easter_monday"]),
    ("easter", &["good_friday", "easter_monday"]),
    ("paskhelgen", &["good_friday", "easter_monday"]),
    ("skartorsdag", &["maundy_thursday"]),
    ("skartorsdagen", &["maundy_thursday"]),
    ("langfredag", &["good_friday"]),
    ("langfredagen", &["good_friday"]),
    ("annandagpask", &["easter_monday"]),
    ("jul", &["christmas_eve", "christmas_day", "boxing_day"]),
    ("julen", &["christmas_eve", "christmas_day", "boxing_day"]),
    ("christmas", &["christmas_eve", "christmas_day", "boxing_day"]),
    ("julafton", &["christmas_eve"]),
    ("juldagen", &["christmas_day"]),
    ("annandagjul", &["boxing_day"]),
    ("nyar", &["new_years_eve", "new_year"]),
    ("newyear", &["new_years_eve", "new_year"]),
    ("nyarsafton", &["new_years_eve"]),
    ("nyarsdagen", &["new_year"]),
    ("trettondagen", &["epiphany"]),
    ("trettondagjul", &["epiphany"]),
    ("trettondedagjul", &["epiphany"]),
    ("valborg", &["walpurgis_eve"]),
    ("valborgsmassoafton", &["walpurgis_eve"]),
    ("forstamaj", &["may_day"]),
    ("kristihimmelsfard", &["ascension"]),
    ("kristihimmelsfardsdag", &["ascension"]),
    ("nationaldagen", &["national_day"]),
    ("midsommar", &["midsummer_eve", "midsummer_day"]),
    ("midsommarafton", &["midsummer_eve"]),
];

/// How people call the weeks without school, folded: they differ from place to place.
const BREAKS: [&str; 8] =
    ["sportlov", "sportlovet", "pasklov", "pasklovet", "sommarlov", "sommarlovet", "hostlov", "jullov"];

/// Says that a text is no date, and which one it most likely means.
pub fn bad(value: &str, at: &Trail, report: &mut Report) {
    let text = value.trim();
    let at = at.value();
    if let [first, second] = date_readings(value).as_slice() {
        let words = report.add(Code::BadDate, at).with("value", value).with("kind", "two");
        words.with("proposal", "two").with("first", first).with("second", second);
        return;
    }
    let (kind, proposal, around, more) = match (week_in(text), numbers_of(text)) {
        (Some((year, week)), _) => {
            let day = year.and_then(|year| day_of_week((year, week), at.path()));
            // Without a year only the build knows which one is meant.
            let more = if year.is_none() { vec![("week", week.to_string())] } else { Vec::new() };
            ("week", day.map(|day| day.to_string()), None, more)
        }
        (None, Some(numbers)) => of_numbers(numbers),
        (None, None) => match of_name(text) {
            Some((kind, more)) => (kind, None, None, more),
            // Well-formed, and still no day: 2026-99-99.
            None => (if is_formed(text) { "day" } else { "form" }, None, None, Vec::new()),
        },
    };
    let none = || "none".to_string();
    let (first, second) = around.unwrap_or_else(|| (none(), none()));
    let words = report.add(Code::BadDate, at).with("value", value).with("kind", kind);
    let words = match first == "none" {
        true => words.with("first", first).with("second", second).proposing(proposal),
        false => words.with("first", first).with("second", second).with("proposal", "two"),
    };
    more.into_iter().fold(words, |words, (name, word)| words.with(name, word));
}

fn is_formed(text: &str) -> bool {
    text.len() == 10
        && text.bytes().filter(|byte| *byte == b'-').count() == 2
        && text.starts_with(char::is_numeric)
}

/// What kind of fault it is, what to write, or which of two days, and what the build is to look up.
type DateFault = (&'static str, Option<String>, Option<(String, String)>, Vec<(&'static str, String)>);

/// A year, a month and a day that are no date together.
fn of_numbers((year, month, day): (Option<i16>, i8, i8)) -> DateFault {
    if !(1..=12).contains(&month) {
        // The month and the day have changed places.
        let turned = year.and_then(|year| Date::new(year, day, month).ok());
        let kind = if year.is_some() { "day" } else { "form" };
        return (kind, turned.map(|day| day.to_string()), None, Vec::new());
    }
    let more = vec![("month", month.to_string()), ("day", day.to_string())];
    let first = Date::new(year.unwrap_or(2024), month, 1).ok();
    let is_day = first.is_some_and(|first| day <= first.days_in_month());
    match (year, first.map(Date::last_of_month)) {
        (None, _) => (if is_day { "year" } else { "day" }, None, None, more),
        (Some(_), Some(last)) => {
            let around = last.tomorrow().ok().map(|next| (last.to_string(), next.to_string()));
            ("day", None, around, Vec::new())
        }
        (Some(_), None) => ("day", None, None, Vec::new()),
    }
}

/// The name of a holiday, or of weeks without school.
fn of_name(text: &str) -> Option<(&'static str, Vec<(&'static str, String)>)> {
    let folded = names::fold(text);
    if BREAKS.contains(&folded.as_str()) {
        return Some(("break", Vec::new()));
    }
    HOLIDAYS.iter().any(|(name, _)| *name == folded).then(|| ("holiday", vec![("holiday", folded)]))
}
