//! What the calendars of a municipality have in common: the days, and the holidays among them.

use std::cell::OnceCell;

use jiff::civil::Date;

use super::{HolidayRules, Window};
use crate::model::holidays::{Holiday, holidays_of};

/// The days, the holidays among them, and what they mean.
#[derive(Clone, Debug)]
pub struct Almanac {
    window: Window,
    /// Found when the first centre with hours asks.
    holidays: OnceCell<Vec<(usize, Holiday)>>,
    rules: HolidayRules,
}

impl Almanac {
    /// The almanac of a day.
    pub fn of(now: Date, rules: HolidayRules) -> Self {
        Self { window: Window::of(now), holidays: OnceCell::new(), rules }
    }

    /// The days.
    pub fn window(&self) -> Window {
        self.window
    }

    /// The holidays, by the places of their days.
    pub fn holidays(&self) -> &[(usize, Holiday)] {
        self.holidays.get_or_init(|| {
            let (first, last) = (self.window.first().year(), self.window.last().year());
            let days = (first..=last).flat_map(holidays_of);
            days.filter_map(|(day, holiday)| Some((self.window.index(day)?, holiday))).collect()
        })
    }

    /// What they mean for hours.
    pub fn rules(&self) -> HolidayRules {
        self.rules
    }
}
