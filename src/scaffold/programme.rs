//! A centre's hours and what happens there: offered in a new file, and in use in the example of a new site.
//!
//! The example must be right on whatever day it is made, also for who looks at it a year later. So its days are counted from that day, and lie
//! where no holiday ever is.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::Setting;

/// Lines of a template by the names of their fields.
pub fn programme(is_example: bool, setting: Setting<'_>) -> Vec<(&'static str, String)> {
    let template = if is_example {
        include_str!("templates/example.yaml")
    } else {
        include_str!("templates/offered.yaml")
    };
    let days = days(setting.today);
    let filled = |text: &str| {
        let text = days.iter().fold(text.to_string(), |text, (name, day)| text.replace(name, day));
        if is_example {
            return text;
        }
        text.lines().map(super::disabled).collect::<Vec<_>>().join("\n")
    };
    let sections = template.split("== ").filter_map(|section| section.split_once('\n'));
    sections.map(|(name, text)| (name, filled(text.trim_end()))).collect()
}

/// The days that a template names.
fn days(today: Date) -> [(&'static str, String); 10] {
    let summer = coming(today, 6, 14);
    let christmas = coming(today, 12, 23);
    let moved = weekday(coming(today, 3, 10), Weekday::Tuesday);
    [
        ("@next-year@", (i32::from(today.year()) + 1).to_string()),
        ("@summer-year@", summer.year().to_string()),
        ("@summer-from@", summer.to_string()),
        ("@summer-to@", summer.saturating_add(62.days()).to_string()),
        ("@planning@", weekday(coming(today, 10, 20), Weekday::Friday).to_string()),
        ("@christmas-from@", christmas.to_string()),
        ("@christmas-to@", christmas.saturating_add(14.days()).to_string()),
        ("@cancelled@", weekday(coming(today, 2, 10), Weekday::Tuesday).to_string()),
        ("@moved@", moved.to_string()),
        ("@moved-to@", moved.saturating_add(1.day()).to_string()),
    ]
}

/// The day of this year if it is still to come, else that of the next.
fn coming(today: Date, month: i8, day: i8) -> Date {
    let of = |year: i16| Date::new(year, month, day).unwrap_or(today);
    let this = of(today.year());
    if this > today { this } else { of(today.year().saturating_add(1)) }
}

/// The first such weekday from a day on.
fn weekday(from: Date, weekday: Weekday) -> Date {
    let days = (weekday.to_monday_zero_offset() - from.weekday().to_monday_zero_offset()).rem_euclid(7);
    from.saturating_add(i32::from(days).days())
}
