//! The forms of weeks, and of how often something is.

use super::{DAY, any_case, around, day_word, other_dates};

/// `v. 28–30 2026`, `2026-W28`, `v. 52 2026–v. 1 2027`, and several of them. The word for a week may be left out where nothing else is
/// meant: then `optional` is `?`.
pub fn weeks(optional: &str) -> String {
    let word = format!("(?:(?:{})\\.?\\s*)", any_case(WEEK_WORDS.into_iter()));
    let (number, year) = ("(?:0?[1-9]|[1-4][0-9]|5[0-3])", "(?:19|20)[0-9]{2}");
    let point = format!("(?:{year}[ –-]*{word}{optional}{number}|{word}?{number}(?:[ ,:]*{year})?)");
    let dash = r"\s*(?:[–—-]|till|to)\s*";
    let range = format!("{point}(?:{dash}{point})?");
    let sign = r"\s*(?:[,;&+]|och|samt|and)\s*";
    let has_word = if optional.is_empty() { format!("(?=.*{word})") } else { String::new() };
    // A year must be said.
    format!("^{has_word}(?=.*{year})\\s*{range}(?:{sign}{range})*\\s*$")
}

const WEEK_WORDS: [&str; 8] = ["veckorna", "veckor", "veckan", "vecka", "weeks", "week", "v", "w"];

/// `jämna veckor`, `varannan vecka från 2026-09-01`, `första och tredje tisdagen i månaden`.
pub fn repeat() -> String {
    let plain = any_case(PLAIN.into_iter()).replace(' ', r"\s+");
    let counted = any_case(COUNTED.into_iter()).replace(' ', r"\s+");
    let from = any_case(["från och med", "fr.o.m.", "från", "fran", "from"].into_iter()).replace('.', r"\.");
    let date = format!("(?:{DAY}|{})", other_dates());
    let which = any_case(ORDINALS.into_iter());
    let and = r"(?:\s*,\s*|\s+(?:och|samt|and)\s+)";
    let days = (0..7).map(day_word).collect::<Vec<_>>().join("|");
    let of = any_case(OF_MONTH.into_iter()).replace(' ', r"\s+");
    let of_month =
        format!(r"(?:(?:den|the)\s+)?(?:{which})(?:{and}(?:{which}))*(?:\s+(?:{days}))?(?:\s+(?:{of}))?");
    around(&format!(r"(?:{plain}|(?:{counted})(?:\s+(?:{from})\s+{date})?|{of_month})\.?"))
}

const PLAIN: [&str; 21] = [
    "varje vecka",
    "alla veckor",
    "every week",
    "weekly",
    "jämna veckor",
    "jamna veckor",
    "jämn vecka",
    "even weeks",
    "udda veckor",
    "udda vecka",
    "ojämna veckor",
    "ojämn vecka",
    "odd weeks",
    "jämna",
    "jamna",
    "jämn",
    "even",
    "udda",
    "ojämna",
    "ojämn",
    "odd",
];

const COUNTED: [&str; 14] = [
    "varannan vecka",
    "var tredje vecka",
    "var fjärde vecka",
    "var femte vecka",
    "var sjätte vecka",
    "every other week",
    "every second week",
    "every third week",
    "every fourth week",
    "every 2 weeks",
    "every 3 weeks",
    "every 4 weeks",
    "every 5 weeks",
    "every 6 weeks",
];

const ORDINALS: [&str; 13] = [
    "första", "forsta", "first", "andra", "second", "tredje", "third", "fjärde", "fjarde", "fourth", "femte",
    "sista", "last",
];

const OF_MONTH: [&str; 6] =
    ["i varje månad", "i månaden", "varje månad", "of the month", "of every month", "in the month"];
