//! Ages as people write them: `0–12 månader`, `1–3 år`, `från 6 månader`.

use crate::parse::values::DASHES;

/// From which month, and up to which.
pub type MonthRange = (Option<u16>, Option<u16>);

/// The ages in months that a text means without doubt: the unit is said, and whether the number is the lowest or the highest.
pub fn ages_in(text: &str) -> Option<MonthRange> {
    let (text, ends) = bare(text);
    match ends {
        Ends::Both => {
            let (min, max) = text
                .split_once(DASHES)
                .or_else(|| text.split_once(" till "))
                .or_else(|| text.split_once(" to "))?;
            let (max, unit) = number(max)?;
            let (min, own) = number(min)?;
            // Of `0–12 månader` the last says the unit.
            let (unit, own) = (unit?, own.or(unit)?);
            let (min, max) = (min.checked_mul(own)?, max.checked_mul(unit)?);
            (min <= max).then_some((Some(min), Some(max)))
        }
        Ends::From => number(&text).and_then(|(min, unit)| Some((Some(min.checked_mul(unit?)?), None))),
        Ends::Until => number(&text).and_then(|(max, unit)| Some((None, Some(max.checked_mul(unit?)?)))),
    }
}

/// The ages of a text without a unit: nobody knows whether they are months or years.
pub fn numbers_of_ages(text: &str) -> Option<MonthRange> {
    let (text, ends) = bare(text);
    let plain = |text: &str| number(text).filter(|(_, unit)| unit.is_none()).map(|(number, _)| number);
    match ends {
        Ends::Both => {
            let (min, max) = text.split_once(DASHES)?;
            let (min, max) = (plain(min)?, plain(max)?);
            (min <= max).then_some((Some(min), Some(max)))
        }
        Ends::From => Some((Some(plain(&text)?), None)),
        Ends::Until => Some((None, Some(plain(&text)?))),
    }
}

/// Which ends of a range a text says.
enum Ends {
    Both,
    From,
    Until,
}

/// The numbers of a text, without the words that say which end they are.
fn bare(text: &str) -> (String, Ends) {
    let text = text.trim().to_lowercase();
    let text = text.trim_end_matches('.');
    let text = text.strip_prefix("barn ").unwrap_or(text);
    let has_range = text.contains(DASHES) || text.contains(" till ") && !text.starts_with("upp till ");
    if has_range {
        let text = text.strip_prefix("från ").or_else(|| text.strip_prefix("from ")).unwrap_or(text);
        return (text.to_string(), Ends::Both);
    }
    for start in ["upp till ", "högst ", "till och med ", "up to "] {
        if let Some(rest) = text.strip_prefix(start) {
            return (rest.to_string(), Ends::Until);
        }
    }
    for start in ["från ", "lägst ", "minst ", "from "] {
        if let Some(rest) = text.strip_prefix(start) {
            return (rest.to_string(), Ends::From);
        }
    }
    for end in [" och uppåt", " och äldre", " and up", "+"] {
        if let Some(rest) = text.strip_suffix(end) {
            return (rest.to_string(), Ends::From);
        }
    }
    (text.to_string(), Ends::Both)
}

/// A number, and of how many months its unit is where one is said.
fn number(text: &str) -> Option<(u16, Option<u16>)> {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number = text.get(..end)?.parse().ok()?;
    let unit = match text.get(end..)?.trim().trim_end_matches('.') {
        "" => None,
        "mån" | "månad" | "månader" | "m" | "month" | "months" => Some(1),
        "år" | "åringar" | "year" | "years" => Some(12),
        _ => return None,
    };
    Some((number, unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_understood_where_the_unit_is_said() {
        for (text, ages) in [
            ("0–12 månader", Some((Some(0), Some(12)))),
            ("0-12 mån.", Some((Some(0), Some(12)))),
            ("6 månader–3 år", Some((Some(6), Some(36)))),
            ("1–3 år", Some((Some(12), Some(36)))),
            ("Från 6 månader", Some((Some(6), None))),
            ("upp till 1 år", Some((None, Some(12)))),
            ("6 månader och uppåt", Some((Some(6), None))),
            ("0 till 6 months", Some((Some(0), Some(6)))),
            ("0–12", None),
            ("1 år", None),
            ("12–0 månader", None),
            ("bebisar", None),
            ("99999–99999 år", None),
            ("6000–6000 år", None),
        ] {
            assert_eq!(ages_in(text), ages, "{text}");
        }
        assert_eq!(numbers_of_ages("0–6"), Some((Some(0), Some(6))));
        assert_eq!(numbers_of_ages("0–6 år"), None);
        assert_eq!(numbers_of_ages("bebisar"), None);
    }
}
