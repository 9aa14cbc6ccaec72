//! Our holidays against a table that others made: that of `opening-hours`, from 2000 to 2076.

use std::collections::BTreeSet;

use fcsite::model::holidays::{easter_sunday, holiday_on};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use opening_hours::localization::Country;

/// Theirs are from the Python package `holidays`, ours from lag (1989:253). They differ in four things, all on purpose.
#[test]
fn our_public_holidays_are_those_of_opening_hours_but_for_what_the_law_says_otherwise() {
    let table = Country::SE.holidays();
    let theirs: BTreeSet<Date> =
        table.get_public().iter().map(|day| day.to_string().parse().unwrap()).collect();
    assert_eq!((theirs.first().unwrap().year(), theirs.last().unwrap().year()), (2000, 2076));
    let days = date(2000, 1, 1).series(1.day()).take_while(|day| day.year() <= 2076);
    let mut differences = 0;
    for day in days {
        let (ours, theirs) = (holiday_on(day).is_some_and(|holiday| holiday.public), theirs.contains(&day));
        if ours == theirs {
            continue;
        }
        differences += 1;
        let whit_monday = easter_sunday(day.year()).unwrap() + 50.days();
        let explained = match (ours, day.month(), day.day()) {
            // Midsummer Eve, Christmas Eve and New Year's Eve are no public holidays by law, though nearly all are free.
            (false, 12, 24 | 31) => true,
            (false, 6, 19..=25)
                if holiday_on(day).is_some_and(|holiday| holiday.key == "holiday_midsummer_eve") =>
            {
                true
            }
            // Whit Monday was one until 2004, when the National Day took its place. Nobody asks for hours of that time.
            (false, _, _) if day == whit_monday => day.year() <= 2004,
            (true, 6, 6) => day.year() <= 2004,
            _ => false,
        };
        assert!(explained, "{day}: {} says {theirs}, we say {ours}", "opening-hours");
    }
    // Three eves a year, and two differences for each of the five years from 2000 to 2004.
    assert!((3 * 77..=3 * 77 + 10).contains(&differences), "{differences}");
}
