//! The calendar: what it says of each day is what the rules say, read a second time and slowly.

mod chance;
mod fitting;
mod pages;
mod poster;
mod slow;

use fcsite::base::SourcePath;
use fcsite::model::HolidayRules;
use fcsite::model::calendar::{
    Almanac, Calendar, DayState, HORIZON, SpecialTimes, State, Whose, Why, Window,
};
use fcsite::parse::centre::Centre;
use fcsite::parse::{Content, Role};
use jiff::ToSpan;
use jiff::civil::{Date, date};

use chance::Chance;
use slow::{Held, Rule};

/// A centre's file.
fn centre(text: &str) -> Centre {
    let path = SourcePath::new("content/a/centres/b.yaml");
    let role = Role::of(&path).unwrap();
    let parsed = fcsite::parse::parse(&path, &role, text.as_bytes());
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    match parsed.document.unwrap().content {
        Content::Centre(centre) => centre.as_ref().clone(),
        _ => panic!("it is no centre"),
    }
}

/// How many centres there are to try: each is tried on more than 400 days.
#[expect(clippy::disallowed_methods, reason = "who runs the test chooses how much is tried")]
fn trials(usual: u64) -> u64 {
    std::env::var("CALENDAR").ok().and_then(|given| given.parse().ok()).unwrap_or(usual)
}

fn says(day: &DayState) -> Held {
    let rule = match &day.why {
        Why::Usual => Rule::Week,
        Why::Season(_) => Rule::Season,
        Why::Holiday(holiday, _) => Rule::Holiday(holiday.key.to_string()),
        Why::Exception(place) => Rule::Exception(*place),
        Why::Status(_) => Rule::Status,
    };
    Held { state: day.state.clone(), rule, uncertain: day.uncertain }
}

#[test]
fn what_it_says_of_each_day_is_what_the_rules_say() {
    let usual = centre(
        "name: B\nstatus: open\naddress: {street: Torget 1}\nservices: [{kind: child_health}]\n\
         activities: [{id: a, title: A, day: monday, from: 9, to: 10}]\n",
    );
    for number in 0..trials(400) {
        let mut chance = Chance(number);
        let now = chance.now();
        let rules = chance.rules();
        let centre = chance.centre(&usual, now);
        let calendar = Calendar::of(&centre, &Almanac::of(now, rules));
        let window = calendar.window();
        assert_eq!(
            (window.first().weekday().to_monday_zero_offset(), window.last()),
            (0, now + HORIZON.days())
        );
        let mut all = vec![(Whose::Centre, None)];
        all.extend((0..centre.services.len()).map(|place| (Whose::Service(place), Some(place))));
        for index in 0..window.length() {
            let day = window.first() + i64::try_from(index).unwrap().days();
            for (whose, place) in &all {
                let told =
                    || format!("centre {number}, made on {now}: {day}, {whose:?}\n{centre:#?}\n{rules:?}");
                let right = slow::held(&centre, rules, *place, day);
                assert_eq!(says(calendar.on(*whose, day).unwrap()), right, "{}", told());
                let phone = calendar.phone(*whose).map(|line| says(line.at(index)));
                assert_eq!(phone, slow::phone(&centre, rules, *place, day), "phone, {}", told());
            }
            happens(&centre, &calendar, (rules, day), number);
        }
        for (whose, place) in all {
            specials(&centre, &calendar, (whose, place, rules), number);
        }
    }
}

/// What happens on a day.
fn happens(centre: &Centre, calendar: &Calendar, (rules, day): (HolidayRules, Date), number: u64) {
    let knows = |day: Date| calendar.window().index(day).is_some();
    let mut ours: Vec<_> = calendar
        .happening(day, day)
        .iter()
        .map(|one| (one.interval, one.activity, one.happening.clone(), one.uncertain))
        .collect();
    let is_sorted = ours.is_sorted_by_key(|(interval, activity, _, _)| (*interval, *activity));
    assert!(is_sorted, "centre {number}: {day} is out of order");
    ours.sort_by_key(|(interval, activity, happening, _)| (*interval, *activity, format!("{happening:?}")));
    let right = slow::happening(centre, rules, day, knows);
    assert_eq!(ours, right, "centre {number}: {day}\n{centre:#?}\n{rules:?}");
}

/// Every coming day that an exception changes is in the list of special days once, with what holds; no other day is.
fn specials(
    centre: &Centre,
    calendar: &Calendar,
    (whose, place, rules): (Whose, Option<usize>, HolidayRules),
    number: u64,
) {
    let window = calendar.window();
    let all = calendar.specials(whose);
    let own: Vec<_> = all.iter().filter(|days| days.services.is_empty()).collect();
    for index in window.today()..window.length() {
        let day = window.day(index);
        let held = slow::held(centre, rules, place, day);
        let here: Vec<_> = own.iter().filter(|days| days.from <= day && day <= days.to).collect();
        let told = || format!("centre {number}: {day}, {whose:?}\n{all:#?}\n{centre:#?}");
        match held.rule {
            Rule::Exception(exception) => {
                assert_eq!(here.len(), 1, "{}", told());
                assert_eq!(here[0].exception, Some(exception), "{}", told());
                let state = match &here[0].times {
                    SpecialTimes::Daily(state) => state.clone(),
                    SpecialTimes::Week(week) => State::from(&week[slow::weekday(day)]),
                };
                assert_eq!(state, held.state, "{}", told());
            }
            Rule::Holiday(_) => assert!(here.len() <= 1, "{}", told()),
            _ => assert!(here.is_empty(), "{}", told()),
        }
    }
}

#[test]
fn the_holidays_of_both_readings_are_the_same_from_1900_to_2099() {
    for day in date(1900, 1, 1).series(1.day()).take_while(|day| day.year() < 2100) {
        let ours = fcsite::model::holidays::holiday_on(day).map(|one| (one.key.to_string(), one.public));
        let theirs = slow::holiday(day).map(|(name, is_public)| (format!("holiday_{name}"), is_public));
        assert_eq!(ours, theirs, "{day}");
        assert_eq!(i64::from(day.iso_week_date().week()), slow::iso_week(day), "{day}");
    }
}

#[test]
fn the_window_begins_with_the_monday_and_reaches_400_days_ahead() {
    let window = Window::of(date(2026, 11, 28));
    assert_eq!((window.first(), window.last()), (date(2026, 10, 19), date(2028, 1, 2)));
    assert_eq!(
        (window.today(), window.index(date(2026, 10, 18)), window.index(date(2026, 10, 19))),
        (40, None, Some(0))
    );
    assert_eq!(window.index(window.last()), Some(window.length() - 1));
    assert_eq!(window.index(window.last() + 1.day()), None);
}

#[test]
fn two_odd_weeks_follow_each_other_after_a_year_with_53() {
    let text = "name: B\nstatus: open\naddress: {street: Torget 1}\nservices: [{kind: child_health}]\n\
                activities: [{id: a, title: A, day: tisdag, upprepas: udda veckor, from: 9, to: 10}]\n";
    let rules = HolidayRules {
        public: fcsite::parse::files::HolidayRule::Closed,
        eves: fcsite::parse::files::HolidayRule::Warn,
    };
    let calendar = Calendar::of(&centre(text), &Almanac::of(date(2026, 12, 14), rules));
    let days: Vec<Date> =
        calendar.happening(date(2026, 12, 14), date(2027, 1, 31)).iter().map(|one| one.date).collect();
    assert_eq!(days, [date(2026, 12, 15), date(2026, 12, 29), date(2027, 1, 5), date(2027, 1, 19)]);
}
