//! The day in Sweden, whatever the machine's own time zone: pages show today's hours, and notices end with their day.
//!
//! The other clocks of the machine are read here too, and nowhere else in the room.
#![expect(clippy::disallowed_methods, reason = "this is where the clocks come in")]

use std::time::{Duration, Instant, SystemTime};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// A machine that slept wakes with its clocks apart, so the day is asked for at least this often.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// Put into the program, since a small machine may have no time zones.
static STOCKHOLM: TimeZone = jiff::tz::get!("Europe/Stockholm");

/// What day it is, and when the next one begins.
pub trait Clock {
    /// Today.
    fn today(&self) -> Date;

    /// When to ask again; never where the day stays.
    fn ask_again(&self) -> Option<Instant>;
}

/// The real day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stockholm;

impl Clock for Stockholm {
    fn today(&self) -> Date {
        now().date()
    }

    fn ask_again(&self) -> Option<Instant> {
        Some(instant() + until_tomorrow(&now()).min(LONGEST))
    }
}

/// The day that was asked for, always.
#[derive(Clone, Copy, Debug)]
pub struct Fixed(pub Date);

impl Clock for Fixed {
    fn today(&self) -> Date {
        self.0
    }

    fn ask_again(&self) -> Option<Instant> {
        None
    }
}

/// A moment, to measure time from.
pub(crate) fn instant() -> Instant {
    Instant::now()
}

/// The time as the system writes it to files.
pub(super) fn system_time() -> SystemTime {
    SystemTime::now()
}

/// The time as lists say it: in UTC, to the second.
pub(super) fn stamp() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// The moment now.
pub(super) fn timestamp() -> Timestamp {
    Timestamp::now()
}

/// Noon of a day in Stockholm: what stands for a moment where only the day was said.
pub(super) fn noon(day: Date) -> Timestamp {
    let noon = day.at(12, 0, 0, 0).to_zoned(STOCKHOLM.clone());
    noon.map(|noon| noon.timestamp()).unwrap_or_default()
}

/// The day in Stockholm at a moment.
pub(super) fn day_at(time: Timestamp) -> Date {
    time.to_zoned(STOCKHOLM.clone()).date()
}

fn now() -> Zoned {
    Timestamp::now().to_zoned(STOCKHOLM.clone())
}

fn until_tomorrow(now: &Zoned) -> Duration {
    let midnight = now.tomorrow().and_then(|tomorrow| tomorrow.start_of_day());
    let left = midnight.map(|midnight| now.duration_until(&midnight));
    // A moment more, so that the day has surely begun.
    left.ok().and_then(|left| Duration::try_from(left).ok()).unwrap_or(LONGEST) + Duration::from_millis(5)
}

#[cfg(test)]
mod tests {
    use jiff::civil::DateTime;

    use super::*;

    #[test]
    fn tomorrow_begins_at_midnight_in_stockholm_also_when_the_clocks_change() {
        for (now, hours) in
            [("2026-03-28T22:00:00", 2), ("2026-03-29T00:00:00", 23), ("2026-10-25T00:00:00", 25)]
        {
            let now: DateTime = now.parse().unwrap();
            let left = until_tomorrow(&now.to_zoned(STOCKHOLM.clone()).unwrap());
            assert_eq!(left.as_secs(), hours * 3600, "{now}");
        }
    }
}
