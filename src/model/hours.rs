//! Opening hours on a given day: the week, what breaks it, and the holidays.
//!
//! What is more particular wins: an exception over a holiday, a holiday over the week; of two exceptions the later one in the
//! file. Nothing that is not known is claimed: where hours meet a holiday that nobody has spoken of, the day is uncertain.

use jiff::civil::Date;

use super::holidays::{Holiday, days_from, holiday_on};
use crate::parse::centre::Exception;
use crate::parse::check::Week;
use crate::parse::files::{HolidayRule, ServiceKind};
use crate::parse::values::{Interval, Text};

/// How many days ahead holidays are spoken of.
pub const HOLIDAY_HORIZON: i32 = 60;

/// What holidays mean for hours.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct HolidayRules {
    /// Public holidays.
    pub public: HolidayRule,
    /// Eves.
    pub eves: HolidayRule,
}

/// The hours of one day.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct DayHours {
    /// When it is open; empty when closed.
    pub intervals: Vec<Interval>,
    /// Why it is not as usual.
    pub reason: Option<Reason>,
    /// Nobody has said whether these hours hold.
    pub uncertain: bool,
}

/// Why a day is not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Reason {
    /// In the editor's words, if any.
    Exception(Option<Text>),
    /// A holiday.
    Holiday(Holiday),
}

/// A day or period that is not as usual.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct SpecialDays {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// The hours.
    pub hours: DayHours,
    /// Which services; all when empty.
    pub services: Vec<ServiceKind>,
}

/// Does an exception speak of this service? Of the centre as a whole when none is named.
fn concerns(exception: &Exception, service: Option<ServiceKind>) -> bool {
    exception.services.is_empty() || service.is_some_and(|kind| exception.services.contains(&kind))
}

/// The hours of a day, for the centre as a whole or one of its services.
pub fn hours_on(
    day: Date,
    week: &Week,
    exceptions: &[Exception],
    service: Option<ServiceKind>,
    rules: HolidayRules,
) -> DayHours {
    let exception = exceptions.iter().rev().find(|e| e.from <= day && day <= e.to && concerns(e, service));
    if let Some(exception) = exception {
        let reason = Some(Reason::Exception(exception.reason.clone()));
        return DayHours { intervals: exception.hours.clone(), reason, uncertain: false };
    }
    let usual = week[day.weekday().to_monday_zero_offset().unsigned_abs() as usize].clone();
    let Some(holiday) = holiday_on(day) else {
        return DayHours { intervals: usual, reason: None, uncertain: false };
    };
    let reason = Some(Reason::Holiday(holiday));
    match if holiday.public { rules.public } else { rules.eves } {
        HolidayRule::Closed => DayHours { intervals: Vec::new(), reason, uncertain: false },
        HolidayRule::Open => DayHours { intervals: usual, reason: None, uncertain: false },
        HolidayRule::Warn => DayHours { uncertain: !usual.is_empty(), intervals: usual, reason },
    }
}

/// The coming days that are not as usual: every exception that has not ended, and the holidays of the next two months that
/// meet hours.
pub fn special_days(
    today: Date,
    week: Option<&Week>,
    exceptions: &[Exception],
    service: Option<ServiceKind>,
    rules: HolidayRules,
) -> Vec<SpecialDays> {
    let told = exceptions.iter().filter(|e| e.to >= today && (service.is_none() || concerns(e, service)));
    let mut special: Vec<SpecialDays> = told
        .map(|e| SpecialDays {
            from: e.from,
            to: e.to,
            hours: DayHours {
                intervals: e.hours.clone(),
                reason: Some(Reason::Exception(e.reason.clone())),
                uncertain: false,
            },
            services: if service.is_some() { Vec::new() } else { e.services.clone() },
        })
        .collect();
    if let Some(week) = week {
        for day in days_from(today, HOLIDAY_HORIZON) {
            let meets = !week[day.weekday().to_monday_zero_offset().unsigned_abs() as usize].is_empty();
            let hours = hours_on(day, week, exceptions, service, rules);
            if meets && matches!(hours.reason, Some(Reason::Holiday(_))) {
                special.push(SpecialDays { from: day, to: day, hours, services: Vec::new() });
            }
        }
    }
    special.sort_by_key(|days| (days.from, days.to));
    special
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::values::Time;
    use jiff::civil::date;

    const USUAL: HolidayRules = HolidayRules { public: HolidayRule::Closed, eves: HolidayRule::Warn };

    fn weekdays() -> Week {
        let nine_to_noon = vec![Interval { from: Time(540), to: Time(720) }];
        std::array::from_fn(|day| if day < 5 { nine_to_noon.clone() } else { Vec::new() })
    }

    fn closed(from: Date, to: Date, services: Vec<ServiceKind>) -> Exception {
        Exception { from, to, hours: Vec::new(), reason: None, services }
    }

    #[test]
    fn a_public_holiday_closes_and_an_eve_is_uncertain() {
        let christmas_day = hours_on(date(2026, 12, 25), &weekdays(), &[], None, USUAL);
        assert!(christmas_day.intervals.is_empty() && !christmas_day.uncertain);
        let christmas_eve = hours_on(date(2026, 12, 24), &weekdays(), &[], None, USUAL);
        assert!(christmas_eve.uncertain && christmas_eve.intervals.len() == 1);
        // Midsummer Day is a Saturday: closed anyhow, so nothing is uncertain.
        assert!(!hours_on(date(2026, 6, 20), &weekdays(), &[], None, USUAL).uncertain);
    }

    #[test]
    fn an_exception_wins_over_a_holiday_and_the_later_one_over_the_earlier() {
        let mut exceptions = vec![closed(date(2026, 12, 21), date(2027, 1, 6), vec![])];
        let mut open = closed(date(2026, 12, 24), date(2026, 12, 24), vec![]);
        open.hours = vec![Interval { from: Time(540), to: Time(600) }];
        exceptions.push(open);
        assert_eq!(hours_on(date(2026, 12, 24), &weekdays(), &exceptions, None, USUAL).intervals.len(), 1);
        assert!(hours_on(date(2026, 12, 22), &weekdays(), &exceptions, None, USUAL).intervals.is_empty());
        assert_eq!(special_days(date(2026, 12, 1), Some(&weekdays()), &exceptions, None, USUAL).len(), 2);
    }

    #[test]
    fn an_exception_for_one_service_leaves_the_others_as_usual() {
        let exceptions =
            vec![closed(date(2026, 11, 23), date(2026, 11, 23), vec![ServiceKind::OpenPreschool])];
        let on =
            |service| hours_on(date(2026, 11, 23), &weekdays(), &exceptions, service, USUAL).intervals.len();
        assert_eq!(
            (on(None), on(Some(ServiceKind::ChildHealth)), on(Some(ServiceKind::OpenPreschool))),
            (1, 1, 0)
        );
    }
}
