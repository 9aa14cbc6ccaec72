//! When activities take place.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Calendar, Timeline, Whose, Window};
use crate::parse::activity::{Moved, When};
use crate::parse::centre::{Activity, Centre};
use crate::parse::files::Status;
use crate::parse::repeat::{LAST, Repeat};
use crate::parse::values::{Interval, Text, weekday_index};
use crate::parse::weeks::{Period, monday_of};

/// An activity on a day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Occurrence {
    /// The place of the activity in the file.
    pub activity: usize,
    /// The day.
    pub date: Date,
    /// From when until when.
    pub interval: Interval,
    /// Does it take place?
    pub happening: Happening,
    /// Nobody has said whether its service is open then.
    pub uncertain: bool,
}

impl Occurrence {
    /// Why it was cancelled, where somebody has said so.
    pub fn reason<'a>(&self, activity: &'a Activity) -> Option<&'a Text> {
        match self.happening {
            Happening::Cancelled(Some(entry)) => activity.cancelled.get(entry)?.reason.as_ref(),
            _ => None,
        }
    }
}

/// Does an activity take place?
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Happening {
    /// It does.
    Takes,
    /// It was to be, and is not: by which entry of its list. None where it was moved onto a day when nobody is there.
    Cancelled(Option<usize>),
    /// It was to be, and is then.
    MovedTo(Date, Interval),
    /// It is here, and was to be then.
    MovedFrom(Date, Interval),
}

impl Happening {
    /// Does it take place here?
    pub fn is_on(&self) -> bool {
        matches!(self, Self::Takes | Self::MovedFrom(..))
    }
}

/// Is an activity to be on a day, by its days, its weeks and its term, whatever is closed, cancelled or moved?
pub fn falls_on(activity: &Activity, day: Date) -> bool {
    let is_within = activity.valid_from.is_none_or(|from| from <= day)
        && activity.valid_to.is_none_or(|to| day <= to)
        && !activity.except.iter().any(|left| left.period.has(day));
    is_within
        && match &activity.when {
            When::Dates(dates) => dates.contains(&day),
            When::Weekly { days, repeat } => days.contains(&day.weekday()) && is_repeated(repeat, day),
        }
}

fn is_repeated(repeat: &Repeat, day: Date) -> bool {
    match repeat {
        Repeat::EveryWeek => true,
        Repeat::EvenWeeks => day.iso_week_date().week() % 2 == 0,
        Repeat::OddWeeks => day.iso_week_date().week() % 2 == 1,
        Repeat::EveryWeeks { count, from } => {
            let weeks = (monday_of(day) - monday_of(*from)).get_days() / 7;
            day >= *from && weeks % i32::from((*count).max(1)) == 0
        }
        Repeat::OfMonth(which) => {
            let number = (day.day().unsigned_abs() - 1) / 7 + 1;
            let is_last = day.day() + 7 > day.days_in_month();
            which.iter().any(|which| *which == number || *which == LAST && is_last)
        }
    }
}

/// The days of a window on which an activity is to be.
fn days(activity: &Activity, window: Window) -> Vec<(usize, Date)> {
    let from = activity.valid_from.unwrap_or(Date::MIN);
    let to = activity.valid_to.unwrap_or(Date::MAX);
    match &activity.when {
        When::Dates(dates) => {
            let known = dates.iter().filter(|day| falls_on(activity, **day));
            known.filter_map(|day| Some((window.index(*day)?, *day))).collect()
        }
        When::Weekly { days, repeat } => {
            let range = window.range(Period { from, to });
            // The window begins with a Monday.
            let mut weekdays = [false; 7];
            for day in days {
                weekdays[weekday_index(*day)] = true;
            }
            let is_day = |index: &usize| weekdays[index % 7];
            let within = range.filter(is_day).map(|index| (index, window.day(index)));
            let is_left = |day: Date| !activity.except.iter().any(|left| left.period.has(day));
            within.filter(|(_, day)| is_repeated(repeat, *day) && is_left(*day)).collect()
        }
    }
}

/// Everything that happens in the window, in the order of time.
pub fn occurrences(centre: &Centre, calendar: &Calendar) -> Vec<Occurrence> {
    if centre.activities.is_empty() || centre.status != Status::Open {
        return Vec::new();
    }
    let mut all = Vec::new();
    for (place, activity) in centre.activities.iter().enumerate() {
        let whose = activity.service.map_or(Whose::Centre, Whose::Service);
        of_activity((place, activity), calendar.window(), calendar.hours(whose), &mut all);
    }
    all.sort_by_key(|one| (one.date, one.interval, one.activity));
    all
}

fn of_activity(
    (place, activity): (usize, &Activity),
    window: Window,
    hours: &Timeline,
    all: &mut Vec<Occurrence>,
) {
    let mut cancelled = HashMap::new();
    for (entry, one) in activity.cancelled.iter().enumerate() {
        cancelled.entry(one.date).or_insert(entry);
    }
    let mut moved: HashMap<Date, &Moved> = HashMap::new();
    for one in &activity.moved {
        moved.entry(one.date).or_insert(one);
    }
    let usual = activity.interval;
    let new = |date, interval, happening, uncertain| Occurrence {
        activity: place,
        date,
        interval,
        happening,
        uncertain,
    };
    for (index, day) in days(activity, window) {
        if let Some(entry) = cancelled.get(&day) {
            all.push(new(day, usual, Happening::Cancelled(Some(*entry)), false));
        } else if !moved.contains_key(&day) && !hours.at(index).is_closed() {
            all.push(new(day, usual, Happening::Takes, hours.at(index).uncertain));
        }
    }
    let is_moved = |one: &&&Moved| !cancelled.contains_key(&one.date) && falls_on(activity, one.date);
    let mut moved: Vec<&Moved> = moved.values().filter(is_moved).copied().collect();
    moved.sort_by_key(|one| one.date);
    for one in moved {
        let there = window.index(one.to).map(|index| hours.at(index));
        let is_closed = there.is_some_and(super::DayState::is_closed);
        if window.index(one.date).is_some() {
            let happening =
                if is_closed { Happening::Cancelled(None) } else { Happening::MovedTo(one.to, one.interval) };
            all.push(new(one.date, usual, happening, false));
        }
        if let Some(there) = there.filter(|_| !is_closed) {
            let happening = Happening::MovedFrom(one.date, usual);
            all.push(new(one.to, one.interval, happening, there.uncertain));
        }
    }
}
