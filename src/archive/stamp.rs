//! The moment of a publication: in UTC, to the second, and in one archive no two have the same.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A moment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PublishedAt(i64);

impl PublishedAt {
    /// The second that it lies in.
    pub fn of(time: Timestamp) -> Self {
        Self(time.as_second())
    }

    /// The moment itself.
    pub fn time(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    /// A second later.
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }

    /// As an index and a name have it: `20261129110000`.
    pub fn number(self) -> String {
        self.time().strftime("%Y%m%d%H%M%S").to_string()
    }

    /// What [`Self::number`] wrote.
    pub fn parse_number(text: &str) -> Option<Self> {
        let is_number = text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit());
        let time = DateTime::strptime("%Y%m%d%H%M%S", text).ok().filter(|_| is_number)?;
        Self::of_utc(time)
    }

    /// What a record says: `2026-11-29T11:00:00Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let stamp = Self::of_utc(DateTime::strptime("%Y-%m-%dT%H:%M:%SZ", text).ok()?)?;
        (stamp.to_string() == text).then_some(stamp)
    }

    fn of_utc(time: DateTime) -> Option<Self> {
        Some(Self::of(time.to_zoned(TimeZone::UTC).ok()?.timestamp()))
    }
}

impl fmt::Display for PublishedAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.time().strftime("%Y-%m-%dT%H:%M:%SZ"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_reads_back_and_what_is_none_is_none() {
        let stamp = PublishedAt::parse("2026-11-29T11:00:59Z").unwrap();
        assert_eq!(stamp.number(), "20261129110059");
        assert_eq!(PublishedAt::parse_number("20261129110059"), Some(stamp));
        assert_eq!(stamp.next().to_string(), "2026-11-29T11:01:00Z");
        for bad in
            ["", "2026112911005", "20261329110059", "2026112911005x", "../../../etc/pa", "+0261129110059"]
        {
            assert_eq!(PublishedAt::parse_number(bad), None, "{bad}");
        }
        assert_eq!(PublishedAt::parse("2026-11-29"), None);
    }
}
