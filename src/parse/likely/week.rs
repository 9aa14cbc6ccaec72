//! The hours of a week that stand on one line: `måndag–torsdag 9–12, fredag 9–11`.

use super::{likely_hours, meant_days};
use crate::parse::hours::booking;
use crate::parse::values::parse_day_hours;

/// The days and their hours that a line names, where all of it is understood and no day stands in it twice.
pub fn week_in_line(line: &str) -> Option<Vec<(String, String)>> {
    let mut week: Vec<(String, String)> = Vec::new();
    let mut waiting: Vec<&str> = Vec::new();
    for part in line.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        let start = hours_start(part);
        if start == Some(0) {
            // More times of the day before.
            let (_, hours) = week.last_mut().filter(|_| waiting.is_empty())?;
            hours.push_str(", ");
            hours.push_str(part);
            continue;
        }
        let Some(start) = start else {
            waiting.push(part);
            continue;
        };
        let (days, hours) = part.split_at(start);
        let days = days.trim_end().trim_end_matches("kl.").trim_end_matches("kl");
        waiting.push(days.trim_end_matches([' ', ':']));
        week.extend(waiting.drain(..).map(|days| (days.to_string(), hours.trim().to_string())));
    }
    let is_whole = waiting.is_empty() && !week.is_empty();
    let hours_are_right = week.iter().all(|(_, hours)| is_day(hours));
    let mut given = [false; 7];
    let days_are_right = week.iter().all(|(days, _)| {
        meant_days(days)
            .is_ok_and(|days| days.into_iter().all(|day| !std::mem::replace(&mut given[day % 7], true)))
    });
    (is_whole && hours_are_right && days_are_right).then_some(week)
}

/// Where the hours begin in a part of a line.
fn hours_start(part: &str) -> Option<usize> {
    const WORDS: [&str; 4] = ["stäng", "closed", "bokning", "booking"];
    let digit = part.find(|c: char| c.is_ascii_digit());
    let words = WORDS.iter().filter_map(|word| part.find(word));
    digit.into_iter().chain(words).min()
}

fn is_day(hours: &str) -> bool {
    let hours = match booking(hours) {
        Some("") => return true,
        Some(times) => times,
        None => hours,
    };
    let is_right = |hours: &str| parse_day_hours(hours).is_ok();
    is_right(hours) || likely_hours(hours).is_some_and(|likely| is_right(&likely))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_on_one_line_is_understood_whole_or_not_at_all() {
        let read = |line| {
            let week = week_in_line(line)?;
            Some(week.iter().map(|(days, hours)| format!("{days}={hours}")).collect::<Vec<_>>().join("; "))
        };
        for (line, week) in [
            ("måndag–torsdag 9–12, fredag 9–11", Some("måndag–torsdag=9–12; fredag=9–11")),
            ("mån-fre 8-12, 13-16", Some("mån-fre=8-12, 13-16")),
            ("måndag: 9–12; tisdag: stängt", Some("måndag=9–12; tisdag=stängt")),
            ("vardagar kl 9–12", Some("vardagar=9–12")),
            ("mån, ons 9–12", Some("mån=9–12; ons=9–12")),
            ("måndag 9–12, måndag 13–15", None),
            ("måndag", None),
            ("9–12", None),
            ("måndag 9–12, annars stängt", None),
            ("efter överenskommelse", None),
            ("fredagsmys 9–12", None),
        ] {
            assert_eq!(read(line).as_deref(), week, "{line}");
        }
    }
}
