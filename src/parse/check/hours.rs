//! Checks of weeks, days and times.

use super::{Day, Trail, Week};
use crate::base::{At, Code, MessageWords, Phrase, Report, names, nearest};
use crate::parse::bounds;
use crate::parse::files::HoursFile;
use crate::parse::hours::booking;
use crate::parse::likely::{
    SWEDISH_DAYS, backward_row, likely_hours, likely_time, meant_days, over_midnight, with_signs,
};
use crate::parse::record::Checked;
use crate::parse::values::{HoursError, Interval, Time, WEEKDAYS, parse_day_hours};

impl Checked for Week {
    type Written = HoursFile;
    type Value = Self;

    fn check(written: HoursFile, at: &Trail, report: &mut Report) -> Option<Self> {
        Some(week(written, at, report))
    }
}

/// The hours of a week.
fn week(file: HoursFile, at: &Trail, report: &mut Report) -> Week {
    let mut week: Week = Default::default();
    // Which line each day was in: its name, its days and its hours.
    let mut given: [Option<(String, Vec<usize>, String)>; 7] = Default::default();
    for (days, hours) in file.0 {
        let at = at.key(&days);
        let meant = match meant_days(&days) {
            Ok(meant) => meant,
            Err(word) => {
                bad_days((&days, &word), &at, report);
                // What is wrong with the hours is told too, whichever day they are for.
                self::day(&hours, &at, report);
                continue;
            }
        };
        let Some(known) = self::day(&hours, &at, report) else { continue };
        for day in meant.iter().copied() {
            let line = (days.clone(), meant.clone(), hours.clone());
            if let Some(first) = given[day].replace(line.clone()) {
                day_twice(day, (&first, &line), &at, report);
            }
            week[day].clone_from(&known);
        }
    }
    week
}

type HoursLine = (String, Vec<usize>, String);

/// Says which two lines have hours for a day, and how each of the two meanings is written.
fn day_twice(day: usize, (first, second): (&HoursLine, &HoursLine), at: &Trail, report: &mut Report) {
    let name = Phrase::new(format!("field-{}", WEEKDAYS[day]));
    let is_swedish = !first.0.to_lowercase().contains("day");
    let called = |day: usize| if is_swedish { SWEDISH_DAYS[day % 7].0 } else { WEEKDAYS[day % 7] };
    let written = |line: &HoursLine| format!("{}: {}", line.0.trim(), line.2.trim());
    // The first line without the day: runs of what is left.
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for left in first.1.iter().copied().filter(|left| !second.1.contains(left)) {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == left => *last = left,
            _ => runs.push((left, left)),
        }
    }
    let runs = runs.into_iter().map(|(from, to)| match from == to {
        true => called(from).to_string(),
        false => format!("{}–{}", called(from), called(to)),
    });
    let runs: Vec<String> = runs.collect();
    let and = if is_swedish { " och " } else { " and " };
    let rest = (!runs.is_empty()).then(|| format!("{}: {}", runs.join(and), first.2.trim()));
    // Both together: what meets is one.
    let times = |line: &HoursLine| parse_day_hours(&likely_hours(&line.2).unwrap_or_else(|| line.2.clone()));
    let mut both: Vec<Interval> = [times(first), times(second)].into_iter().flatten().flatten().collect();
    both.sort_unstable();
    let mut joined: Vec<Interval> = Vec::new();
    for one in both {
        match joined.last_mut() {
            Some(last) if one.from <= last.to => last.to = last.to.max(one.to),
            _ => joined.push(one),
        }
    }
    let both = joined.into_iter().map(Interval::short).collect::<Vec<_>>().join(", ");
    let both = if both.is_empty() { second.2.trim().to_string() } else { both };
    let words = report.add(Code::DayTwice, at.name()).saying("day", name);
    let words = words.with("first", written(first)).with("second", written(second));
    let words = words.with("both", format!("{}: {both}", called(day)));
    words.with("proposal", rest.as_deref().unwrap_or("none"));
}

/// Says that a name is no day or range of days, because of a word of it, and which day it most likely means.
fn bad_days((name, word): (&str, &str), at: &Trail, report: &mut Report) {
    if backward_days(name, |row| at.name_part(row), report) {
        return;
    }
    let words = report.add(Code::BadDay, at.name_part(word)).with("value", word).with("days", "none");
    let words = words.with("over", "none").with("turned", "none");
    match elsewhere(word) {
        Some(kind) => words.with("proposal", kind),
        None => words.proposing(nearest_day(word)),
    };
}

/// Says that a row of days goes backwards, with both that may be meant; false where there is none.
pub fn backward_days(name: &str, place: impl Fn(&str) -> At, report: &mut Report) -> bool {
    let Some(row) = backward_row(name) else { return false };
    let words = report.add(Code::BadDay, place(row.written)).with("value", row.written).with("days", "none");
    words.with("proposal", "backwards").with("over", row.over).with("turned", row.turned);
    true
}

/// What people write among the days of a week that has its place elsewhere.
fn elsewhere(word: &str) -> Option<&'static str> {
    let folded = names::fold(word);
    let has = |parts: &[&str]| parts.iter().any(|part| folded.contains(part));
    match () {
        () if has(&["lunch"]) => Some("lunch"),
        () if has(&["sommar", "vinter", "summer", "winter"]) => Some("season"),
        () if has(&["veckor", "varannan", "jamn", "udda", "weeks"]) => Some("some-weeks"),
        () if has(&["helgdag", "rodadag", "afton", "aftnar", "holiday", "pask", "jul", "nyar"]) => {
            Some("holiday")
        }
        () => None,
    }
}

/// The day whose name a word most likely is, in the language of that name.
pub fn nearest_day(word: &str) -> Option<&'static str> {
    nearest(word, WEEKDAYS.into_iter().chain(SWEDISH_DAYS.map(|(day, _)| day)))
}

/// What a day holds: times, nothing, or appointments.
pub fn day(value: &str, at: &Trail, report: &mut Report) -> Option<Day> {
    match booking(value) {
        Some("") => Some(Day::Booking(Vec::new())),
        Some(times) => day_hours(times, at, report).map(Day::Booking),
        None => day_hours(value, at, report).map(Day::of),
    }
}

/// The times of a day.
fn day_hours(value: &str, at: &Trail, report: &mut Report) -> Option<Vec<Interval>> {
    match parse_day_hours(value) {
        Ok(intervals) => return Some(bounds::within_day(intervals, at, report)),
        Err(HoursError::NotATime(part)) => match likely_hours(value).map(|likely| parse_day_hours(&likely)) {
            // `9-12 och 13-16`, `0900-1200`, `9,30-12,00`: nothing else can be meant.
            Some(Ok(intervals)) => return Some(bounds::within_day(intervals, at, report)),
            _ => match parse_day_hours(&with_signs(value)) {
                // `2027-05` is half past eight in the evening until five, whatever was meant.
                Err(HoursError::Reversed(part)) => reversed(&part, at.value(), report),
                Err(HoursError::Cross(first, second)) => crossing((first, second), at, report),
                _ => report.add(Code::BadTime, at.part(&part)).with("value", part).with("proposal", "none"),
            },
        },
        Err(HoursError::Reversed(part)) => reversed(&part, at.part(&part), report),
        Err(HoursError::Cross(first, second)) => crossing((first, second), at, report),
    };
    None
}

fn crossing<'r>((first, second): (String, String), at: &Trail, report: &'r mut Report) -> MessageWords<'r> {
    report.add(Code::IntervalsCross, at.value()).with("first", first).with("second", second)
}

/// Says that hours end before they begin, and what they most likely mean.
pub fn reversed<'r>(value: &str, at: At, report: &'r mut Report) -> MessageWords<'r> {
    let words = report.add(Code::IntervalReversed, at).with("value", value);
    if let Some((before, after)) = over_midnight(value) {
        return words.with("proposal", "night").with("before", before).with("after", after);
    }
    let likely = likely_hours(value);
    let words = words.with("before", "none").with("after", "none");
    words.proposing(likely)
}

/// A time of the day.
pub fn time(value: &str, at: &Trail, report: &mut Report) -> Option<Time> {
    let time = Time::parse(value).or_else(|| {
        // 930 is half past nine, and 127 nobody knows what.
        likely_time(value).and_then(|likely| Time::parse(&likely)).filter(|time| time.0 % 5 == 0)
    });
    if time.is_none() {
        // `10.00–11.30` in a field for one of the two.
        let both = parse_day_hours(value).ok().and_then(|hours| hours.first().copied());
        let one = both.map(|both| if at.field() == "to" { both.to.short() } else { both.from.short() });
        let likely = likely_time(value).or(one);
        let words = report.add(Code::BadTime, at.value()).with("value", value);
        words.proposing(likely);
    }
    time
}
