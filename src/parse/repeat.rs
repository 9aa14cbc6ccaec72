//! In which weeks something happens: `jämna veckor`, `varannan vecka från 2026-09-01`, `första och tredje tisdagen i månaden`.

use jiff::civil::{Date, Weekday};

use super::likely::{date_readings, likely_days};
use super::values::{parse_date, parse_weekday};
use crate::base::characters::one_line;

/// In which weeks, or on which of a month's weekdays.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Repeat {
    /// All of them.
    #[default]
    EveryWeek,
    /// Those with an even ISO number.
    EvenWeeks,
    /// Those with an odd ISO number.
    OddWeeks,
    /// Every so many weeks from a day on, whatever their numbers.
    EveryWeeks {
        /// How many.
        count: u8,
        /// From which day on.
        from: Date,
    },
    /// Of a month's such weekdays, these: 1 to 5, and [`LAST`].
    OfMonth(Vec<u8>),
}

/// Stands for the last one of a month, whichever it is.
pub const LAST: u8 = 9;

/// What a text says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Said {
    /// In which weeks.
    pub repeat: Repeat,
    /// The weekday that it names as well.
    pub day: Option<Weekday>,
}

/// What is wrong with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum RepeatError {
    /// It is none of those that are understood.
    Form,
    /// So many weeks, and no day from which they are counted.
    NoStart(u8),
    /// The day from which they are counted is none.
    BadStart(String),
}

/// The numbers of weeks between, as they are said.
const COUNTS: [(&str, u8); 14] = [
    ("varannan vecka", 2),
    ("var tredje vecka", 3),
    ("var fjärde vecka", 4),
    ("var femte vecka", 5),
    ("var sjätte vecka", 6),
    ("every other week", 2),
    ("every second week", 2),
    ("every third week", 3),
    ("every fourth week", 4),
    ("every 2 weeks", 2),
    ("every 3 weeks", 3),
    ("every 4 weeks", 4),
    ("every 5 weeks", 5),
    ("every 6 weeks", 6),
];

/// Which of a month's weekdays, as they are said.
const ORDINALS: [(&str, u8); 13] = [
    ("första", 1),
    ("forsta", 1),
    ("first", 1),
    ("andra", 2),
    ("second", 2),
    ("tredje", 3),
    ("third", 3),
    ("fjärde", 4),
    ("fjarde", 4),
    ("fourth", 4),
    ("femte", 5),
    ("sista", LAST),
    ("last", LAST),
];

/// Reads it. `start` is the day from which weeks are counted where the text names none.
pub(crate) fn parse_repeat(text: &str, start: Option<Date>) -> Result<Said, RepeatError> {
    let lower = text.trim().trim_end_matches('.').to_lowercase();
    let plain = one_line(&lower).replace("jamna", "jämna");
    let said = |repeat| Ok(Said { repeat, day: None });
    match plain.as_str() {
        "varje vecka" | "alla veckor" | "every week" | "weekly" => return said(Repeat::EveryWeek),
        "jämna veckor" | "jämn vecka" | "jämna" | "jämn" | "even weeks" | "even" => {
            return said(Repeat::EvenWeeks);
        }
        "udda veckor" | "udda vecka" | "udda" | "ojämna veckor" | "ojämn vecka" | "ojämna" | "ojämn"
        | "odd weeks" | "odd" => {
            return said(Repeat::OddWeeks);
        }
        _ => {}
    }
    if let Some((rest, count)) =
        COUNTS.iter().find_map(|(words, count)| Some((plain.strip_prefix(words)?, *count)))
    {
        return counted(rest.trim(), count, start);
    }
    of_month(&plain).ok_or(RepeatError::Form)
}

fn counted(rest: &str, count: u8, start: Option<Date>) -> Result<Said, RepeatError> {
    let from = match rest {
        "" => start.ok_or(RepeatError::NoStart(count))?,
        rest => {
            let words = ["från och med", "fr.o.m.", "fr. o. m.", "från", "fran", "with start", "from"];
            let day = words.iter().find_map(|word| rest.strip_prefix(word)).ok_or(RepeatError::Form)?.trim();
            let readings = || match date_readings(day).as_slice() {
                [one] => Some(*one),
                _ => None,
            };
            let date = parse_date(day).or_else(readings);
            date.ok_or_else(|| RepeatError::BadStart(day.to_string()))?
        }
    };
    Ok(Said { repeat: Repeat::EveryWeeks { count, from }, day: None })
}

/// `första`, `första och tredje`, `sista tisdagen i månaden`, `first and third tuesday of the month`.
fn of_month(text: &str) -> Option<Said> {
    let text = text.strip_prefix("den ").or_else(|| text.strip_prefix("the ")).unwrap_or(text);
    let ends =
        ["i varje månad", "i månaden", "varje månad", "of the month", "of every month", "in the month"];
    let text = ends.iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text).trim();
    let listed = text.replace(" och ", ",").replace(" samt ", ",").replace(" and ", ",");
    let (mut which, mut day) = (Vec::new(), None);
    let parts: Vec<&str> = listed.split(',').map(str::trim).collect();
    for (at, part) in parts.iter().enumerate() {
        let (ordinal, rest) = part.split_once(' ').unwrap_or((part, ""));
        let (_, number) = ORDINALS.iter().find(|(word, _)| *word == ordinal)?;
        which.push(*number);
        if !rest.is_empty() {
            let is_last = at + 1 == parts.len();
            let days = likely_days(rest);
            let [one] = days.as_slice() else { return None };
            day = Some(parse_weekday(one).filter(|_| is_last)?);
        }
    }
    which.sort_unstable();
    which.dedup();
    Some(Said { repeat: Repeat::OfMonth(which), day })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_people_write_is_understood_in_both_languages() {
        let of = |which: &[u8]| Repeat::OfMonth(which.to_vec());
        let every = |count| Repeat::EveryWeeks { count, from: date(2026, 9, 1) };
        for (text, repeat) in [
            ("varje vecka", Repeat::EveryWeek),
            ("every week", Repeat::EveryWeek),
            ("Jämna veckor", Repeat::EvenWeeks),
            ("jamna veckor", Repeat::EvenWeeks),
            ("udda  veckor", Repeat::OddWeeks),
            ("odd weeks", Repeat::OddWeeks),
            ("udda", Repeat::OddWeeks),
            ("Jämna", Repeat::EvenWeeks),
            ("jamna", Repeat::EvenWeeks),
            ("even", Repeat::EvenWeeks),
            ("varannan vecka från 2026-09-01", every(2)),
            ("varannan vecka från 1 september 2026", every(2)),
            ("every 2 weeks from 2026-09-01", every(2)),
            ("var tredje vecka från och med 2026-09-01", every(3)),
            ("första", of(&[1])),
            ("första och tredje", of(&[1, 3])),
            ("tredje, första", of(&[1, 3])),
            ("sista i månaden", of(&[LAST])),
            ("first and third", of(&[1, 3])),
            ("last of the month", of(&[LAST])),
        ] {
            assert_eq!(parse_repeat(text, None), Ok(Said { repeat, day: None }), "{text}");
        }
        let tuesdays = parse_repeat("första tisdagen i månaden", None).unwrap();
        assert_eq!((tuesdays.repeat, tuesdays.day), (of(&[1]), Some(Weekday::Tuesday)));
        assert_eq!(parse_repeat("varannan vecka", Some(date(2026, 9, 1))).unwrap().repeat, every(2));
        assert_eq!(parse_repeat("varannan vecka", None), Err(RepeatError::NoStart(2)));
        let snart = RepeatError::BadStart("snart".to_string());
        assert_eq!(parse_repeat("varannan vecka från snart", None), Err(snart));
        for text in ["", "ibland", "första tisdagen och tredje onsdagen", "sjätte", "varannan dag"] {
            assert_eq!(parse_repeat(text, None), Err(RepeatError::Form), "{text}");
        }
    }
}
