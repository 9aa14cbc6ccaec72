//! Facts of a centre that can be, and hardly are: hours in the middle of the night, a postal code within the street.

use jiff::civil::Date;

use crate::base::{At, Code, Diagnostic, Seg, SourcePath, key};
use crate::model::Folder;
use crate::parse::centre::{Centre, Season, SpecialHours};
use crate::parse::check::Week;
use crate::parse::values::{Interval, Time, WEEKDAYS};
use crate::parse::weeks::Period;

/// No family centre opens before this, in minutes after midnight.
const EARLY: u16 = 6 * 60;

/// An exception that lasts longer than so many days is asked about: a summer is shorter.
const LONG: i32 = 120;

/// Looks at the centres of a folder.
pub fn lint(folder: &Folder, now: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for centre in &folder.centres {
        found.extend(nights(&centre.value, &centre.path));
        found.extend(streets(&centre.value, &centre.path));
        found.extend(long(&centre.value, &centre.path, now));
    }
    found
}

/// Exceptions that last so long that the year of their end may be wrong.
fn long(centre: &Centre, path: &SourcePath, now: Date) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (index, one) in centre.exceptions.iter().enumerate() {
        let days = |period: &Period| (period.to - period.from).get_days() + 1;
        let is_long = |period: &&Period| period.to >= now && days(period) > LONG;
        let Some(period) = one.periods.iter().find(is_long) else { continue };
        let field = if one.said == "from" { "to" } else { one.said };
        let at = At::Value(vec![key("exceptions"), Seg::Index(index), key(field)]);
        let diagnostic = Diagnostic::new(Code::LongException, path, at).with("days", days(period));
        // The same day of an earlier year.
        let years = (1..=3).filter_map(|back| period.to.with().year(period.to.year() - back).build().ok());
        let is_meant = |to: &Date| *to >= period.from && days(&Period { to: *to, ..*period }) <= LONG;
        let meant = years.into_iter().find(is_meant).map(|to| to.to_string());
        found.push(diagnostic.with("from", period.from).with("to", period.to).proposing(meant.as_deref()));
    }
    found
}

/// Hours of twelve where those of twenty-four are meant: 1–4 is 13–16.
fn nights(centre: &Centre, path: &SourcePath) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut look = |way: Vec<Seg>, intervals: &[Interval]| {
        // A spreadsheet's closed day: 0.00–0.00 is taken for the whole of it.
        let is_whole = |one: &&Interval| one.from.0 == 0 && one.to.0 == 24 * 60;
        if let Some(whole) = intervals.iter().find(is_whole) {
            let diagnostic = Diagnostic::new(Code::NightHours, path, At::Value(way)).with("kind", "whole");
            found.push(diagnostic.with("value", whole.short()).with("proposal", "none"));
            return;
        }
        let is_night = |one: &&Interval| one.from.0 < EARLY && one.to.0 <= 12 * 60;
        if let Some(night) = intervals.iter().find(is_night) {
            let later = |time: Time| Time(time.0 + 12 * 60).short();
            let diagnostic = Diagnostic::new(Code::NightHours, path, At::Value(way));
            let diagnostic = diagnostic.with("kind", "night").with("value", night.short());
            found.push(diagnostic.with("proposal", format!("{}–{}", later(night.from), later(night.to))));
        }
    };
    let mut look_at_week = |way: Vec<Seg>, week: &Week| {
        for (day, hours) in week.iter().enumerate() {
            look(way.iter().cloned().chain([key(WEEKDAYS[day])]).collect(), hours.intervals());
        }
    };
    for (way, week) in weeks_of(centre) {
        look_at_week(way, week);
    }
    for (index, exception) in centre.exceptions.iter().enumerate() {
        let way = vec![key("exceptions"), Seg::Index(index), key("hours")];
        match &exception.hours {
            SpecialHours::Daily(day) => look(way, day.intervals()),
            SpecialHours::Week(week) => {
                for (day, hours) in week.iter().enumerate() {
                    look(way.iter().cloned().chain([key(WEEKDAYS[day])]).collect(), hours.intervals());
                }
            }
        }
    }
    for (index, activity) in centre.activities.iter().enumerate() {
        look(vec![key("activities"), Seg::Index(index), key("from")], &[activity.interval]);
    }
    found
}

/// The weeks of a centre and its services, each with the way to it.
fn weeks_of(centre: &Centre) -> Vec<(Vec<Seg>, &Week)> {
    let own = [("hours", centre.hours.as_ref()), ("phone_hours", centre.phone_hours.as_ref())];
    let mut weeks: Vec<(Vec<Seg>, &Week)> =
        own.into_iter().filter_map(|(name, week)| Some((vec![key(name)], week?))).collect();
    weeks.extend(seasons_of(&centre.seasons, &[]));
    for (index, service) in centre.services.iter().enumerate() {
        let way = [key("services"), Seg::Index(index)];
        for (name, week) in [("hours", &service.hours), ("phone_hours", &service.phone_hours)] {
            let way = way.iter().cloned().chain([key(name)]).collect();
            weeks.extend(week.as_ref().map(|week| (way, week)));
        }
        weeks.extend(seasons_of(&service.seasons, &way));
    }
    weeks
}

fn seasons_of<'a>(seasons: &'a [Season], of: &[Seg]) -> Vec<(Vec<Seg>, &'a Week)> {
    let way = |index| of.iter().cloned().chain([key("seasons"), Seg::Index(index), key("hours")]).collect();
    seasons.iter().enumerate().map(|(index, season)| (way(index), &season.week)).collect()
}

/// A street with a postal code and a town in it, or a town with digits: the page would show them twice.
fn streets(centre: &Centre, path: &SourcePath) -> Vec<Diagnostic> {
    let Some(address) = &centre.address else { return Vec::new() };
    let at = |field: &str| At::Value(vec![key("address"), key(field)]);
    let tell = |field: &'static str, value: &str| {
        Diagnostic::new(Code::AddressMixed, path, at(field)).with("field", field).with("value", value)
    };
    let street = has_postal_code(&address.street).then(|| tell("street", &address.street));
    let town = address.city.as_deref().filter(|city| city.bytes().any(|byte| byte.is_ascii_digit()));
    street.into_iter().chain(town.map(|city| tell("city", city))).collect()
}

/// Three digits and two, with or without a blank, that begin a word and are followed by letters.
fn has_postal_code(street: &str) -> bool {
    let words: Vec<&str> = street.split([' ', ',', '\u{a0}']).filter(|word| !word.is_empty()).collect();
    let digits =
        |word: &str, count: usize| word.len() == count && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_town = |word: Option<&&str>| word.is_some_and(|word| word.starts_with(char::is_alphabetic));
    let parted = words.windows(2).enumerate();
    let parted = parted.filter(|(_, pair)| digits(pair[0], 3) && digits(pair[1], 2));
    let whole = words.iter().enumerate().filter(|(_, word)| digits(word, 5));
    parted.map(|(at, _)| at + 2).chain(whole.map(|(at, _)| at + 1)).any(|next| is_town(words.get(next)))
}

#[cfg(test)]
mod tests {
    use super::has_postal_code;

    #[test]
    fn a_postal_code_in_a_street_is_known_and_a_number_of_a_house_is_none() {
        for street in ["Skolgatan 3, 931 32 Björkdala", "Box 5, 93132 Björkdala", "Torget 1 931 32 X"] {
            assert!(has_postal_code(street), "{street}");
        }
        for street in ["Skolgatan 931", "Skolgatan 3, 931", "Väg 73 12", "Fittja Torg 19", "Storgatan 101 22"]
        {
            assert!(!has_postal_code(street), "{street}");
        }
    }
}
