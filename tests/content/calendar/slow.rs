//! The rules of hours and activities read a second time: day by day, straight from their description, without any cleverness. Nothing here
//! uses the calendar, its dates or its holidays.

use fcsite::model::HolidayRules;
use fcsite::model::calendar::{Happening, State};
use fcsite::parse::activity::When;
use fcsite::parse::centre::{Activity, Centre};
use fcsite::parse::files::{HolidayRule, Status};
use fcsite::parse::hours::{Day, Week};
use fcsite::parse::repeat::{LAST, Repeat};
use fcsite::parse::values::Interval;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// Whose hours: the centre's, or those of a service.
pub type Whose = Option<usize>;

/// What holds on a day: the state, which rule says so, and whether it is certain.
#[derive(Clone, PartialEq, Debug)]
pub struct Held {
    pub state: State,
    pub rule: Rule,
    pub uncertain: bool,
}

/// Which rule says so.
#[derive(Clone, PartialEq, Debug)]
pub enum Rule {
    Week,
    Season,
    Holiday(String),
    Exception(usize),
    Status,
}

fn of(day: &Day) -> State {
    match day {
        Day::Closed => State::Closed,
        Day::Open(intervals) => State::Open(intervals.clone()),
        Day::Booking(intervals) => State::Booking(intervals.clone()),
    }
}

/// Days since a Monday long ago.
fn number(day: Date) -> i64 {
    let monday = date(1899, 1, 2);
    (day - monday).get_days().into()
}

/// From Monday.
pub fn weekday(day: Date) -> usize {
    usize::try_from(number(day).rem_euclid(7)).unwrap()
}

/// The week has the number of its Thursday: the first week is the one with the year's first Thursday.
pub fn iso_week(day: Date) -> i64 {
    let thursday = day + (3 - i64::try_from(weekday(day)).unwrap()).days();
    (number(thursday) - number(date(thursday.year(), 1, 1))) / 7 + 1
}

/// Gauss's rule, with his two exceptions.
pub fn easter(year: i16) -> Date {
    let y = i64::from(year);
    let (a, b, c, k) = (y % 19, y % 4, y % 7, y / 100);
    let (p, q) = ((13 + 8 * k) / 25, k / 4);
    let (m, n) = ((15 - p + k - q) % 30, (4 + k - q) % 7);
    let d = (19 * a + m) % 30;
    let e = (2 * b + 4 * c + 6 * d + n) % 7;
    let day = match (d, e) {
        (29, 6) => 50,
        (28, 6) if (11 * m + 11) % 30 < 19 => 49,
        _ => 22 + d + e,
    };
    date(year, 3, 1) + (day - 1).days()
}

/// The name of a holiday, and whether it is a public one. A day that is both is a public one.
pub fn holiday(day: Date) -> Option<(&'static str, bool)> {
    let is_weekday = |wanted: usize| weekday(day) == wanted;
    let (year, easter) = (day.year(), easter(day.year()));
    let on = |month: i8, of_month: i8| day == date(year, month, of_month);
    let between = |from: Date, to: Date| from <= day && day <= to;
    let public = [
        ("new_year", on(1, 1)),
        ("epiphany", on(1, 6)),
        ("good_friday", day == easter - 2.days()),
        ("easter_day", day == easter),
        ("easter_monday", day == easter + 1.day()),
        ("may_day", on(5, 1)),
        // Where two fall together the one with a date of its own gives the name.
        ("national_day", on(6, 6)),
        ("ascension", day == easter + 39.days()),
        ("whit_sunday", day == easter + 49.days()),
        ("midsummer_day", between(date(year, 6, 20), date(year, 6, 26)) && is_weekday(5)),
        ("all_saints", between(date(year, 10, 31), date(year, 11, 6)) && is_weekday(5)),
        ("christmas_day", on(12, 25)),
        ("boxing_day", on(12, 26)),
    ];
    let eves = [
        ("twelfth_night", on(1, 5)),
        ("maundy_thursday", day == easter - 3.days()),
        ("easter_eve", day == easter - 1.day()),
        ("walpurgis_eve", on(4, 30)),
        ("midsummer_eve", between(date(year, 6, 19), date(year, 6, 25)) && is_weekday(4)),
        ("christmas_eve", on(12, 24)),
        ("new_years_eve", on(12, 31)),
    ];
    let first = |all: &[(&'static str, bool)]| all.iter().find(|(_, is_it)| *is_it).map(|(name, _)| *name);
    first(&public).map(|name| (name, true)).or_else(|| first(&eves).map(|name| (name, false)))
}

fn concerns(services: &[usize], whose: Whose) -> bool {
    services.is_empty() || whose.is_some_and(|place| services.contains(&place))
}

/// Week, season, holiday policy, exception, status: the weakest first.
pub fn held(centre: &Centre, rules: HolidayRules, whose: Whose, day: Date) -> Held {
    let week = whose.and_then(|place| centre.services[place].hours.as_ref()).or(centre.hours.as_ref());
    let mut held = usual(week, day);
    for season in &centre.seasons {
        if concerns(&season.services, whose) && season.period.from <= day && day <= season.period.to {
            held = Held { state: of(&season.week[weekday(day)]), rule: Rule::Season, uncertain: false };
        }
    }
    for season in whose.map(|place| centre.services[place].seasons.as_slice()).unwrap_or_default() {
        if season.period.from <= day && day <= season.period.to {
            held = Held { state: of(&season.week[weekday(day)]), rule: Rule::Season, uncertain: false };
        }
    }
    held = after_holiday(held, rules, day);
    for (place, exception) in centre.exceptions.iter().enumerate() {
        let is_then = exception.periods.iter().any(|period| period.from <= day && day <= period.to);
        if is_then && concerns(&exception.services, whose) {
            let state = of(exception.hours.on(weekday(day)));
            held = Held { state, rule: Rule::Exception(place), uncertain: false };
        }
    }
    if centre.status != Status::Open {
        held = Held { state: State::Closed, rule: Rule::Status, uncertain: false };
    }
    held
}

fn usual(week: Option<&Week>, day: Date) -> Held {
    let state = week.map_or(State::Unknown, |week| of(&week[weekday(day)]));
    Held { state, rule: Rule::Week, uncertain: false }
}

fn after_holiday(held: Held, rules: HolidayRules, day: Date) -> Held {
    let Some((name, is_public)) = holiday(day) else { return held };
    let rule = Rule::Holiday(format!("holiday_{name}"));
    match (if is_public { rules.public } else { rules.eves }, &held.state) {
        (HolidayRule::Open, _) | (_, State::Unknown) => held,
        (HolidayRule::Closed, _) => Held { state: State::Closed, rule, uncertain: false },
        (HolidayRule::Warn, State::Closed) => Held { rule, ..held },
        (HolidayRule::Warn, _) => Held { rule, uncertain: true, ..held },
    }
}

/// Somebody answers the phone in its own week, but on holidays and on days that are closed.
pub fn phone(centre: &Centre, rules: HolidayRules, whose: Whose, day: Date) -> Option<Held> {
    let week = match whose {
        None => centre.phone_hours.as_ref()?,
        Some(place) => centre.services[place].phone_hours.as_ref()?,
    };
    let before = after_holiday(usual(Some(week), day), rules, day);
    let mut held = before.clone();
    for (place, exception) in centre.exceptions.iter().enumerate() {
        let is_then = exception.periods.iter().any(|period| period.from <= day && day <= period.to);
        if is_then && concerns(&exception.services, whose) {
            let closed = Held { state: State::Closed, rule: Rule::Exception(place), uncertain: false };
            let is_closed = of(exception.hours.on(weekday(day))) == State::Closed;
            held = if is_closed { closed } else { before.clone() };
        }
    }
    if centre.status != Status::Open {
        held = Held { state: State::Closed, rule: Rule::Status, uncertain: false };
    }
    Some(held)
}

/// Is an activity to be on a day?
pub fn planned(activity: &Activity, day: Date) -> bool {
    let is_too_early = activity.valid_from.is_some_and(|from| day < from);
    let is_too_late = activity.valid_to.is_some_and(|to| to < day);
    let is_left_out = activity.except.iter().any(|left| left.period.from <= day && day <= left.period.to);
    if is_too_early || is_too_late || is_left_out {
        return false;
    }
    match &activity.when {
        When::Dates(dates) => dates.contains(&day),
        When::Weekly { days, repeat } => {
            let numbers: Vec<i8> = days.iter().map(|day| day.to_monday_zero_offset()).collect();
            numbers.contains(&i8::try_from(weekday(day)).unwrap()) && repeated(repeat, day)
        }
    }
}

fn repeated(repeat: &Repeat, day: Date) -> bool {
    match repeat {
        Repeat::EveryWeek => true,
        Repeat::EvenWeeks => iso_week(day) % 2 == 0,
        Repeat::OddWeeks => iso_week(day) % 2 != 0,
        Repeat::EveryWeeks { count, from } => {
            // Week after week from the first one on.
            let mut monday = *from - i64::try_from(weekday(*from)).unwrap().days();
            while monday + 6.days() < day {
                monday += (7 * i64::from(*count)).days();
            }
            monday <= day && *from <= day
        }
        Repeat::OfMonth(which) => {
            let mut same: Vec<Date> = Vec::new();
            for of_month in 1..=31 {
                if let Ok(other) = Date::new(day.year(), day.month(), of_month)
                    && weekday(other) == weekday(day)
                {
                    same.push(other);
                }
            }
            which.iter().any(|which| match *which {
                LAST => same.last() == Some(&day),
                number => same.get(usize::from(number) - 1) == Some(&day),
            })
        }
    }
}

/// What happens on a day: of each activity when, how, and whether it is certain, in the order of time.
pub fn happening(
    centre: &Centre,
    rules: HolidayRules,
    day: Date,
    knows: impl Fn(Date) -> bool,
) -> Vec<(Interval, usize, Happening, bool)> {
    let mut all = Vec::new();
    if centre.status != Status::Open {
        return all;
    }
    for (place, activity) in centre.activities.iter().enumerate() {
        let at = |day: Date| held(centre, rules, activity.service, day);
        let closed = |day: Date| at(day).state == State::Closed;
        let cancelled = |day: Date| activity.cancelled.iter().position(|one| one.date == day);
        let moved = |day: Date| activity.moved.iter().find(|one| one.date == day);
        if planned(activity, day) {
            let usual = activity.interval;
            match (cancelled(day), moved(day)) {
                (Some(entry), _) => all.push((usual, place, Happening::Cancelled(Some(entry)), false)),
                (None, Some(one)) if knows(one.to) && closed(one.to) => {
                    all.push((usual, place, Happening::Cancelled(None), false));
                }
                (None, Some(one)) => {
                    all.push((usual, place, Happening::MovedTo(one.to, one.interval), false));
                }
                (None, None) if closed(day) => {}
                (None, None) => all.push((usual, place, Happening::Takes, at(day).uncertain)),
            }
        }
        for (index, one) in activity.moved.iter().enumerate() {
            let is_first = activity.moved.iter().position(|other| other.date == one.date) == Some(index);
            let is_moved = is_first && planned(activity, one.date) && cancelled(one.date).is_none();
            if one.to == day && is_moved && !closed(day) {
                let happening = Happening::MovedFrom(one.date, activity.interval);
                all.push((one.interval, place, happening, at(day).uncertain));
            }
        }
    }
    all.sort_by_key(|(interval, place, happening, _)| (*interval, *place, format!("{happening:?}")));
    all
}
