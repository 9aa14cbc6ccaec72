//! The coming days that are not as usual: what holds on them, and nothing that never does.

use std::collections::HashMap;

use jiff::civil::Date;

use super::{Calendar, State, Timeline, Whose, Why, Window};
use crate::model::holidays::Holiday;
use crate::parse::centre::{Centre, Exception, SpecialHours};
use crate::parse::hours::Week;
use crate::parse::weeks::Period;

/// How many days ahead holidays are spoken of.
pub const HOLIDAY_HORIZON: usize = 60;

/// A day or period that is not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SpecialDays {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// What holds.
    pub times: SpecialTimes,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
    /// The exception that says so, by its place in the file; none of a holiday.
    pub exception: Option<usize>,
    /// The holiday.
    pub holiday: Option<Holiday>,
    /// Which services; all when empty.
    pub services: Vec<usize>,
}

/// What holds on days that are not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum SpecialTimes {
    /// The same on each.
    Daily(State),
    /// By weekday.
    Week(Box<Week>),
}

/// How many rows of special days a centre's page has, those of its services included.
const MOST: usize = 500;

/// The coming special days of a centre and its services.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Specials {
    /// Those of the centre's own hours.
    house: Vec<SpecialDays>,
    /// The same with those of single services, which the centre's own hours do not show.
    whole: Vec<SpecialDays>,
    /// Those of each service that has its own.
    services: Vec<Option<Vec<SpecialDays>>>,
    /// How many there are, where they are more than a page has room for.
    overfull: Option<usize>,
}

impl Specials {
    /// Those of a centre, by the hours in its calendar.
    pub fn of(calendar: &Calendar, centre: &Centre) -> Self {
        let runs = |whose| runs(calendar.hours(whose), calendar.window(), centre);
        let house = runs(Whose::Centre);
        let own = |place| calendar.has_own(place).then(|| runs(Whose::Service(place)));
        let services: Vec<Option<Vec<SpecialDays>>> = (0..centre.services.len()).map(own).collect();
        let whole = with_single(&house, &services, centre);
        let mut specials = Self { house, whole, services, overfull: None };
        let lists = specials.services.iter().flatten().chain([&specials.whole]);
        let number = lists.map(Vec::len).sum();
        if number > MOST {
            specials.overfull = Some(number);
            let lists = specials.services.iter_mut().flatten();
            lists.chain([&mut specials.house, &mut specials.whole]).for_each(|list| list.truncate(1));
        }
        specials
    }

    /// Those of the centre or a service, in the order of time.
    pub fn whose(&self, whose: Whose) -> &[SpecialDays] {
        match whose {
            Whose::Centre => &self.whole,
            Whose::Service(place) => self.services.get(place).and_then(Option::as_ref).unwrap_or(&self.house),
        }
    }

    /// How many there are and how many a page has room for, where these are too many.
    pub fn overfull(&self) -> Option<(usize, usize)> {
        self.overfull.map(|number| (number, MOST))
    }
}

/// The special days of the centre, and those of single services: alike ones once, with all that they hold for.
fn with_single(
    house: &[SpecialDays],
    services: &[Option<Vec<SpecialDays>>],
    centre: &Centre,
) -> Vec<SpecialDays> {
    let mut all = house.to_vec();
    let mut known: HashMap<&SpecialDays, usize> = HashMap::new();
    for (place, one) in
        services.iter().enumerate().flat_map(|(place, own)| own.iter().flatten().map(move |one| (place, one)))
    {
        if one.exception.is_none_or(|exception| centre.exceptions[exception].services.is_empty()) {
            continue;
        }
        let at = *known.entry(one).or_insert_with(|| {
            all.push(one.clone());
            all.len() - 1
        });
        all[at].services.push(place);
    }
    all.sort_by_key(|one| (one.from, one.to));
    all
}

/// Days that follow each other and are alike, from the window's first on, those that have passed left out.
fn runs(line: &Timeline, window: Window, centre: &Centre) -> Vec<SpecialDays> {
    let mut found = Vec::new();
    if line.is_alike() {
        return found;
    }
    let mut index = 0;
    while index < window.length() {
        let state = line.at(index);
        let weekly = match state.why {
            Why::Exception(place) => match &centre.exceptions[place].hours {
                SpecialHours::Week(week) => Some((place, week)),
                SpecialHours::Daily(_) => None,
            },
            _ => None,
        };
        let number = line.number(index);
        let is_alike = |other: usize| match weekly {
            Some((place, _)) => line.at(other).why == Why::Exception(place),
            None => line.number(other) == number,
        };
        let end = (index + 1..window.length()).find(|other| !is_alike(*other)).unwrap_or(window.length());
        let (exception, holiday) = match &state.why {
            Why::Exception(place) => (Some(*place), None),
            Why::Holiday(holiday, true) if index < window.today() + HOLIDAY_HORIZON => (None, Some(*holiday)),
            _ => (None, None),
        };
        if end > window.today() && (exception.is_some() || holiday.is_some()) {
            let of = exception.map(|place| &centre.exceptions[place]);
            let times = match weekly {
                Some((_, week)) => SpecialTimes::Week(week.clone()),
                None => SpecialTimes::Daily(state.state.clone()),
            };
            found.push(SpecialDays {
                from: begin(window, index, of),
                to: last(window, end - 1, of),
                times,
                uncertain: state.uncertain,
                exception,
                holiday,
                services: Vec::new(),
            });
        }
        index = end;
    }
    found
}

/// The first day of days that begin at a place: before the window, where the period does.
fn begin(window: Window, index: usize, exception: Option<&Exception>) -> Date {
    let day = window.day(index);
    let period = exception.filter(|_| index == 0).and_then(|exception| period_of(exception, day));
    period.map_or(day, |period| period.from)
}

/// The last day of days that end at a place: after the window, where the period does.
fn last(window: Window, index: usize, exception: Option<&Exception>) -> Date {
    let day = window.day(index);
    let is_end = index + 1 == window.length();
    let period = exception.filter(|_| is_end).and_then(|exception| period_of(exception, day));
    period.map_or(day, |period| period.to)
}

fn period_of(exception: &Exception, day: Date) -> Option<&Period> {
    exception.periods.iter().find(|period| period.has(day))
}
