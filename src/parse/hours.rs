//! The hours of a day and of a week, as the calendar takes them.
//!
//! A day says more than its times: somebody may be there by appointment alone, and nobody knows when. So a day is a value of its own, and
//! not a list that is empty when it is closed.

use super::values::Interval;

/// What a day of a week holds.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Day {
    /// Nobody is there.
    #[default]
    Closed,
    /// Open at these times, of which there is at least one.
    Open(Vec<Interval>),
    /// Somebody is there by appointment; at these times, where they are said.
    Booking(Vec<Interval>),
}

impl Day {
    /// A day with times, or closed when there are none.
    pub fn of(intervals: Vec<Interval>) -> Self {
        if intervals.is_empty() { Self::Closed } else { Self::Open(intervals) }
    }

    /// Its times, if any.
    pub fn intervals(&self) -> &[Interval] {
        match self {
            Self::Closed => &[],
            Self::Open(intervals) | Self::Booking(intervals) => intervals,
        }
    }

    /// Is nobody there?
    pub fn is_closed(&self) -> bool {
        *self == Self::Closed
    }

    /// Is it by appointment alone?
    pub fn is_booking(&self) -> bool {
        matches!(self, Self::Booking(_))
    }
}

/// The hours of a week, from Monday.
pub type Week = [Day; 7];

/// What people write for a day with appointments alone.
pub(crate) const BOOKING: [&str; 8] = [
    "tidsbokning",
    "endast bokning",
    "enligt bokning",
    "bara bokning",
    "bokning",
    "by appointment",
    "boka tid",
    "booking",
];

/// The rest of a text that says that a day is by appointment: `bokning`, `bokning 13–16`, `13–16 (tidsbokning)`.
pub(crate) fn booking(text: &str) -> Option<&str> {
    let text = text.trim();
    let is_word = |part: &str| {
        let part =
            part.trim().trim_start_matches('(').trim_end_matches([')', ':', ',']).trim().to_lowercase();
        BOOKING.contains(&part.as_str())
    };
    if is_word(text) {
        return Some("");
    }
    let first_digit = text.find(|c: char| c.is_ascii_digit())?;
    let last_digit = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, after) = (text.get(..first_digit)?, text.get(last_digit..)?);
    let is_said = |part: &str| matches!(part.trim().to_lowercase().trim_end_matches('.'), "" | "kl");
    if is_word(before) && after.trim().is_empty() {
        return text.get(first_digit..);
    }
    (is_word(after) && is_said(before)).then(|| text.get(..last_digit)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_by_appointment_is_known_with_and_without_times() {
        for (text, rest) in [
            ("bokning", Some("")),
            (" Tidsbokning ", Some("")),
            ("bokning 13–16", Some("13–16")),
            ("bokning: 13–16", Some("13–16")),
            ("13–16 (tidsbokning)", Some("13–16")),
            ("kl. 13–16 bokning", Some("kl. 13–16")),
            ("13–16", None),
            ("9–12, bokning 13–16", None),
            ("stängt", None),
            ("", None),
        ] {
            assert_eq!(booking(text), rest, "{text}");
        }
    }
}
