//! The values that fields hold: dates, times of the day, phone numbers, postal codes, texts by language.
//!
//! Each is read in the forms that people write in Sweden and kept in one form, so that every page shows it alike.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::{Date, Weekday};
use serde::de::{self, Deserialize, Deserializer, MapAccess, Visitor};

/// A language code, such as `sv`.
pub(crate) type Lang = String;

/// A text that readers see: one in the site's language, or one for each language.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Text {
    /// In the site's language.
    Plain(String),
    /// For each language.
    Each(BTreeMap<Lang, String>),
}

impl Text {
    /// The text for a page in `lang`, and its own language: the page's, else the site's (`own`), else the first there is.
    pub fn in_language<'a>(&'a self, lang: &'a str, own: &'a str) -> (&'a str, &'a str) {
        match self {
            Text::Plain(text) => (text, own),
            Text::Each(texts) => {
                let of =
                    |code: &str| texts.get_key_value(code).map(|(code, text)| (text.as_str(), code.as_str()));
                of(lang)
                    .or_else(|| of(own))
                    .or_else(|| texts.iter().next().map(|(code, text)| (text.as_str(), code.as_str())))
                    .unwrap_or(("", own))
            }
        }
    }

    /// Every language and text, where they are given by language.
    pub fn each(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        let (plain, each) = match self {
            Text::Plain(text) => (Some((None, text.as_str())), None),
            Text::Each(texts) => {
                (None, Some(texts.iter().map(|(code, text)| (Some(code.as_str()), text.as_str()))))
            }
        };
        plain.into_iter().chain(each.into_iter().flatten())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a text for each language such as {sv: …, en: …}")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Plain(text.to_string()))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Text, E> {
        Ok(Text::Plain(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut texts = BTreeMap::new();
        while let Some((code, text)) = map.next_entry::<String, String>()? {
            if texts.insert(code.clone(), text).is_some() {
                return Err(de::Error::custom(format_args!("duplicate entry {code}")));
            }
        }
        Ok(Text::Each(texts))
    }
}

/// A time of the day in minutes after midnight, 0 to 1440 (24.00, only as an end).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Time(pub u16);

impl Time {
    /// Reads `9`, `9.00`, `09:00`, with or without `kl.` before it.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let said = text.get(..2).is_some_and(|word| word.eq_ignore_ascii_case("kl"));
        let text = if said { text[2..].trim_start_matches('.').trim() } else { text };
        let (hours, minutes) = text.split_once(['.', ':']).unwrap_or((text, "00"));
        let digits = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
            (lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<u16>().ok())?
        };
        let (hours, minutes) = (digits(hours, 1..=2)?, digits(minutes, 2..=2)?);
        (hours < 24 && minutes < 60 || hours == 24 && minutes == 0).then_some(Self(hours * 60 + minutes))
    }

    /// The same time as the end of something: midnight is the end of the day then.
    pub fn as_end(self) -> Self {
        if self.0 == 0 { Self(24 * 60) } else { self }
    }

    /// The same time after noon, when it is before.
    pub fn after_noon(self) -> Option<Self> {
        (self.0 < 12 * 60).then_some(Self(self.0 + 12 * 60))
    }

    /// `9.00`, as in running text.
    pub fn short(self) -> String {
        format!("{}.{:02}", self.0 / 60, self.0 % 60)
    }

    /// `09.00`, as in tables.
    pub fn padded(self) -> String {
        format!("{:02}.{:02}", self.0 / 60, self.0 % 60)
    }

    /// `09:00`, as schema.org writes it.
    pub fn iso(self) -> String {
        format!("{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// From one time of the day to a later one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Interval {
    /// When it begins.
    pub from: Time,
    /// When it ends.
    pub to: Time,
}

impl Interval {
    /// `09.00–12.00`: an en dash without spaces.
    pub fn padded(self) -> String {
        format!("{}–{}", self.from.padded(), self.to.padded())
    }

    /// `9.00–12.00`.
    pub fn short(self) -> String {
        format!("{}–{}", self.from.short(), self.to.short())
    }
}

/// What is wrong with the hours of a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum HoursError {
    /// This part is no time or interval.
    NotATime(String),
    /// This interval ends before it begins.
    Reversed(String),
    /// These two cross.
    Cross(String, String),
}

/// The hours of one day, sorted; empty when closed.
pub(crate) fn parse_day_hours(text: &str) -> Result<Vec<Interval>, HoursError> {
    if matches!(text.trim().to_lowercase().as_str(), "closed" | "stängt" | "stängd") {
        return Ok(Vec::new());
    }
    let mut intervals = Vec::new();
    for part in text.split(',') {
        let interval = parse_interval(part)?;
        intervals.push(interval);
    }
    intervals.sort();
    for pair in intervals.windows(2) {
        if let [first, second] = pair
            && second.from < first.to
        {
            return Err(HoursError::Cross(first.short(), second.short()));
        }
    }
    Ok(intervals)
}

/// What people write between two times: with a dash, a hyphen, or what copying makes of them.
pub(crate) const DASHES: [char; 5] = ['–', '—', '-', '\u{2011}', '\u{2212}'];

fn parse_interval(part: &str) -> Result<Interval, HoursError> {
    let wrong = || HoursError::NotATime(part.trim().to_string());
    let (from, to) = part.split_once(DASHES).ok_or_else(wrong)?;
    let (from, to) = (Time::parse(from).ok_or_else(wrong)?, Time::parse(to).ok_or_else(wrong)?.as_end());
    if to <= from {
        return Err(HoursError::Reversed(part.trim().to_string()));
    }
    Ok(Interval { from, to })
}

/// The Swedish names of the months, from January.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// The English names of the months, from January.
pub(crate) const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The English names of the weekdays, as files write them, from Monday.
pub(crate) const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// A weekday's place in a week that begins with Monday.
pub(crate) fn weekday_index(day: Weekday) -> usize {
    day.to_monday_zero_offset().unsigned_abs() as usize % 7
}

/// A weekday's name in files.
pub(crate) fn weekday_key(day: Weekday) -> &'static str {
    WEEKDAYS[weekday_index(day)]
}

/// A weekday by its English name.
pub(crate) fn parse_weekday(text: &str) -> Option<Weekday> {
    let at = WEEKDAYS.iter().position(|name| *name == text.trim())?;
    Weekday::from_monday_zero_offset(i8::try_from(at).ok()?).ok()
}

/// A weekday, or a range such as `monday-thursday`, as numbers from Monday = 0. The wrong word when there is one.
pub(crate) fn parse_weekdays(text: &str) -> Result<std::ops::RangeInclusive<usize>, String> {
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    let number = |word: &str| {
        WEEKDAYS.iter().position(|name| *name == word.trim()).ok_or_else(|| word.trim().to_string())
    };
    let (first, last) = (number(first)?, number(last)?);
    if last < first { Err(text.to_string()) } else { Ok(first..=last) }
}

/// A date, `2026-03-14`.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10 && bytes[4] == b'-' && bytes[7] == b'-';
    if shaped && bytes.iter().enumerate().all(|(at, b)| at == 4 || at == 7 || b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}

/// A year, a month or a day.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PartialDate {
    /// Some time in the year.
    Year(i16),
    /// Some time in the month.
    Month(i16, i8),
    /// The day.
    Day(Date),
}

impl PartialDate {
    /// Reads `2024`, `2024-05` or `2024-05-13`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        match text.len() {
            4 => parse_date(&format!("{text}-01-01")).map(|date| Self::Year(date.year())),
            7 => parse_date(&format!("{text}-01")).map(|date| Self::Month(date.year(), date.month())),
            _ => parse_date(text).map(Self::Day),
        }
    }

    /// The last day that it may mean.
    pub fn last_day(self) -> Date {
        match self {
            Self::Year(year) => Date::new(year, 12, 31).unwrap_or(Date::MAX),
            Self::Month(year, month) => Date::new(year, month, 1).map_or(Date::MAX, Date::last_of_month),
            Self::Day(date) => date,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{date}"),
        }
    }
}

/// A Swedish phone number: its national digits, with the leading 0.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Phone(String);

/// Area codes of three digits, the 0 included. 08 has two, all others have four. (PTS, the numbering plan for telephony.)
const THREE_DIGIT_AREAS: [&str; 27] = [
    "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035", "036", "040",
    "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "079", "090",
];

impl Phone {
    /// Reads `08-530 610 00`, `+46 8 530 610 00` and the like: 8 to 10 digits with the leading 0.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let plain = |c: char| {
            c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '–' | '\u{2011}' | '(' | ')' | '/')
        };
        let national = match text.strip_prefix("+46").or_else(|| text.strip_prefix("0046")) {
            Some(rest) => {
                format!("0{}", rest.trim_start_matches([' ', '\u{a0}', '-']).trim_start_matches("(0)"))
            }
            None => text.to_string(),
        };
        if !national.chars().all(plain) {
            return None;
        }
        let digits: String = national.chars().filter(char::is_ascii_digit).collect();
        ((8..=10).contains(&digits.len()) && digits.starts_with('0') && !digits.starts_with("00"))
            .then_some(Self(digits))
    }

    /// As it is written: `08-530 610 00`.
    pub fn shown(&self) -> String {
        let area = if self.0.starts_with("08") {
            2
        } else if has_area_of_three(&self.0) {
            3
        } else {
            4
        };
        let (area, number) = self.0.split_at(area);
        let groups: &[usize] = match number.len() {
            8 => &[3, 3, 2],
            7 => &[3, 2, 2],
            6 => &[2, 2, 2],
            5 => &[3, 2],
            _ => &[number.len()],
        };
        let mut rest = number;
        let mut parts = Vec::new();
        for length in groups {
            let (part, after) = rest.split_at((*length).min(rest.len()));
            parts.push(part);
            rest = after;
        }
        format!("{area}-{}", parts.join(" "))
    }

    /// As a link: `tel:+46853061000`.
    pub fn href(&self) -> String {
        format!("tel:{}", self.international())
    }

    /// As data: `+46853061000`.
    pub fn international(&self) -> String {
        format!("+46{}", &self.0[1..])
    }
}

/// Does a number begin with an area of three digits, the 0 included?
pub(crate) fn has_area_of_three(digits: &str) -> bool {
    digits.get(..3).is_some_and(|area| THREE_DIGIT_AREAS.contains(&area))
}

/// A postal code, kept as `145 61`.
pub(crate) fn parse_postal_code(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| *c != ' ' && *c != '\u{a0}').collect();
    let whole = digits.len() == 5 && digits.bytes().all(|b| b.is_ascii_digit()) && !digits.starts_with('0');
    let shaped = text.trim().len() == 6 && text.trim().as_bytes()[3] == b' ';
    (whole && shaped).then(|| format!("{} {}", &digits[..3], &digits[3..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_in_the_forms_that_people_write() {
        for (text, minutes) in
            [("9", 540), ("9.00", 540), ("09:00", 540), ("kl. 13.30", 810), ("24.00", 1440), ("0.05", 5)]
        {
            assert_eq!(Time::parse(text), Some(Time(minutes)), "{text}");
        }
        for text in ["", "25", "9.60", "9.5", "24.01", "nio", "-1", "9.000", "٩"] {
            assert_eq!(Time::parse(text), None, "{text}");
        }
    }

    #[test]
    fn hours_of_a_day_are_sorted_and_must_not_cross() {
        let day = parse_day_hours("13.00–16.00, 9–12").unwrap();
        assert_eq!(day.iter().map(|i| i.padded()).collect::<Vec<_>>(), ["09.00–12.00", "13.00–16.00"]);
        assert_eq!(parse_day_hours("closed").unwrap(), []);
        assert!(matches!(parse_day_hours("9-12, 11-13"), Err(HoursError::Cross(..))));
        assert!(matches!(parse_day_hours("12-9"), Err(HoursError::Reversed(_))));
        assert!(matches!(parse_day_hours("förmiddag"), Err(HoursError::NotATime(_))));
        assert!(matches!(parse_day_hours("9"), Err(HoursError::NotATime(_))));
        let late = parse_day_hours("19.00–00.00").unwrap();
        assert_eq!(late.iter().map(|i| i.padded()).collect::<Vec<_>>(), ["19.00–24.00"]);
        assert!(matches!(parse_day_hours("22.00–02.00"), Err(HoursError::Reversed(_))));
    }

    #[test]
    fn phone_numbers_are_shown_in_the_swedish_form() {
        for (text, shown, href) in [
            ("08-530 610 00", "08-530 610 00", "tel:+46853061000"),
            ("+46 8 530 610 00", "08-530 610 00", "tel:+46853061000"),
            ("+46 (0)8-53061000", "08-530 610 00", "tel:+46853061000"),
            ("0701234567", "070-123 45 67", "tel:+46701234567"),
            ("031-123 45 67", "031-123 45 67", "tel:+46311234567"),
            ("0159-12345", "0159-123 45", "tel:+4615912345"),
        ] {
            let phone = Phone::parse(text).unwrap();
            assert_eq!((phone.shown().as_str(), phone.href().as_str()), (shown, href), "{text}");
        }
        for text in
            ["", "112", "12345678", "08-530 610 00 00 0", "ring oss", "+47 22 22 22 22", "0046", "00000000"]
        {
            assert!(Phone::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn postal_codes_and_dates_have_one_form() {
        assert_eq!(parse_postal_code("145 61").as_deref(), Some("145 61"));
        for text in ["14561", "145  61", "1456 1", "045 61", "145 6a", "åäö åä"] {
            assert!(parse_postal_code(text).is_none(), "{text}");
        }
        assert!(parse_date("2026-02-28").is_some());
        for text in ["2026-02-30", "26-02-28", "2026-2-28", "28/2 2026", "2026-02-28T00", "", "+026-02-28"] {
            assert!(parse_date(text).is_none(), "{text}");
        }
        assert_eq!(PartialDate::parse("2024-02").unwrap().last_day().to_string(), "2024-02-29");
        assert_eq!(PartialDate::parse("2024").unwrap().last_day().to_string(), "2024-12-31");
        assert!(PartialDate::parse("våren 2024").is_none());
    }

    #[test]
    fn weekdays_are_single_or_ranges_in_their_order() {
        assert_eq!(parse_weekdays("monday-thursday"), Ok(0..=3));
        assert_eq!(parse_weekdays("friday"), Ok(4..=4));
        assert_eq!(parse_weekdays("munday"), Err("munday".to_string()));
        assert!(parse_weekdays("friday-monday").is_err());
    }
}
