//! Dates as people write them, to propose what they meant.

use jiff::civil::Date;

use super::values::{ENGLISH_MONTHS, MONTHS, parse_date};

/// The day that a text most likely means: `18 december 2026`, `2026-12-1`, `261201`, `20261201`, `27/1 2021`, `1.12.2026`.
pub fn likely_date(text: &str) -> Option<Date> {
    let text = text.trim().to_lowercase();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = match text.len() {
            6 => (format!("20{}", &text[..2]), &text[2..]),
            8 if text.starts_with("20") => (text[..4].to_string(), &text[4..]),
            8 => (text[4..].to_string(), &text[..4]),
            _ => return None,
        };
        // Eight digits that end with the year begin with the day.
        let is_swapped = text.len() == 8 && !text.starts_with("20");
        let (month, day) = if is_swapped { (&rest[2..], &rest[..2]) } else { (&rest[..2], &rest[2..]) };
        return parse_date(&format!("{year}-{month}-{day}"));
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "den")
        .collect();
    let [first, second, third] = parts.as_slice() else { return None };
    let month = month_of(second)?;
    // Of two numbers that may both be the year, the later is meant: 18-12-26 is of 2026, and so is 26-11-25.
    let two = |part: &str| part.parse::<u8>().ok().filter(|_| part.len() == 2);
    let is_first =
        text.contains('-') && two(first) > two(third) && two(first).is_some() && two(third).is_some();
    let (year, day) = if first.len() == 4 || is_first { (*first, *third) } else { (*third, *first) };
    let year = if year.len() == 2 { format!("20{year}") } else { year.to_string() };
    let day: u8 = day.parse().ok()?;
    parse_date(&format!("{year}-{month:02}-{day:02}"))
}

/// A month by its number, its name or the beginning of it.
fn month_of(text: &str) -> Option<usize> {
    if let Ok(number) = text.parse::<usize>() {
        return (1..=12).contains(&number).then_some(number);
    }
    let named = |months: &[&str; 12]| {
        months.iter().position(|name| text.len() >= 3 && name.to_lowercase().starts_with(text))
    };
    named(&MONTHS).or_else(|| named(&ENGLISH_MONTHS)).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_the_forms_that_people_write_is_understood() {
        for text in [
            "18 december 2026",
            "den 18 dec 2026",
            "2026-12-18",
            "2026/12/18",
            "18/12 2026",
            "18.12.2026",
            "18-12-26",
            "261218",
            "20261218",
            "18122026",
            "18 December 2026",
            "26-12-18",
        ] {
            assert_eq!(
                likely_date(text).map(|date| date.to_string()).as_deref(),
                Some("2026-12-18"),
                "{text}"
            );
        }
        for text in ["snart", "2026", "maj 2026", "32 maj 2026", "2026-02-30", "123", "å ä ö", "1 2 3"] {
            assert_eq!(likely_date(text), None, "{text}");
        }
    }
}
