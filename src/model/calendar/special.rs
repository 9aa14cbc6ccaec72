//! The coming days that are not as usual: what holds on them, and nothing that never does.

use jiff::civil::Date;

use super::{Calendar, State, Timeline, Whose, Why, Window};
use crate::model::holidays::Holiday;
use crate::parse::centre::{Centre, Exception, SpecialHours};
use crate::parse::hours::Week;

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

/// The coming special days of the centre or a service.
pub fn specials(calendar: &Calendar, centre: &Centre, whose: Whose) -> Vec<SpecialDays> {
    let mut all = runs(calendar.hours(whose), calendar.window(), centre);
    // Those of single services, which the centre's own hours do not show.
    if whose == Whose::Centre {
        let is_single = |one: &SpecialDays| {
            one.exception.is_some_and(|place| !centre.exceptions[place].services.is_empty())
        };
        for place in (0..centre.services.len()).filter(|place| calendar.has_own(*place)) {
            let own = runs(calendar.hours(Whose::Service(place)), calendar.window(), centre);
            for one in own.into_iter().filter(is_single) {
                let is_same = |other: &&mut SpecialDays| {
                    let unnamed = SpecialDays { services: Vec::new(), ..(**other).clone() };
                    !other.services.is_empty() && unnamed == one
                };
                match all.iter_mut().find(is_same) {
                    Some(other) => other.services.push(place),
                    None => all.push(SpecialDays { services: vec![place], ..one }),
                }
            }
        }
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
    let period = exception.and_then(|exception| exception.periods.iter().find(|period| period.has(day)));
    period.filter(|_| index == 0).map_or(day, |period| period.from)
}

/// The last day of days that end at a place: after the window, where the period does.
fn last(window: Window, index: usize, exception: Option<&Exception>) -> Date {
    let day = window.day(index);
    let period = exception.and_then(|exception| exception.periods.iter().find(|period| period.has(day)));
    period.filter(|_| index + 1 == window.length()).map_or(day, |period| period.to)
}
