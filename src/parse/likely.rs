//! Dates, hours, days, numbers and addresses as people write them, to propose what they meant.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::values::{
    DASHES, ENGLISH_MONTHS, Interval, MONTHS, Phone, Time, WEEKDAYS, parse_date, parse_day_hours,
};
use crate::base::{AbsoluteUrl, At, Code, Diagnostic, Email, Seg};

/// The fields that say the last day of something: of a week, that is its Sunday.
const LAST_DAYS: [&str; 4] = ["to", "until", "valid_to", "fix_by"];

/// What people call several days at once, and the days.
pub const DAYS: [(&str, &str); 16] = [
    ("vardag", "monday-friday"),
    ("vardagar", "monday-friday"),
    ("vardagarna", "monday-friday"),
    ("helgfria vardagar", "monday-friday"),
    ("helgfri vardag", "monday-friday"),
    ("weekdays", "monday-friday"),
    ("helg", "saturday-sunday"),
    ("helger", "saturday-sunday"),
    ("helgerna", "saturday-sunday"),
    ("helgen", "saturday-sunday"),
    ("weekend", "saturday-sunday"),
    ("weekends", "saturday-sunday"),
    ("dagligen", "monday-sunday"),
    ("daily", "monday-sunday"),
    ("dagar", "monday-sunday"),
    ("veckans dagar", "monday-sunday"),
];

/// The Swedish weekdays and what they are shortened to, from Monday.
pub const SWEDISH_DAYS: [(&str, &str); 7] = [
    ("måndag", "mån"),
    ("tisdag", "tis"),
    ("onsdag", "ons"),
    ("torsdag", "tors"),
    ("fredag", "fre"),
    ("lördag", "lör"),
    ("söndag", "sön"),
];

/// The web address that a text most likely means: `1177.se`, `www.kommunen.se/x`, `https//kommunen.se`, one with a blank in it.
pub fn likely_address(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let scheme = ["https", "http"].into_iter().find(|scheme| {
        let rest = lower.strip_prefix(scheme);
        rest.is_some_and(|rest| rest.starts_with([':', ';', '/']))
    });
    let rest =
        scheme.map_or(text, |scheme| text[scheme.len()..].trim_start_matches([':', ';', '/', '\\', ' ']));
    let address = format!("{}://{}", scheme.unwrap_or("https"), rest.replace(' ', "%20").replace('\\', "/"));
    let url = AbsoluteUrl::parse(&address).ok()?;
    let host = url.host();
    let (name, ending) = host.rsplit_once('.')?;
    let is_host = !name.is_empty()
        && !name.contains('%')
        && ending.len() > 1
        && ending.chars().all(char::is_alphabetic);
    (is_host && address != text).then_some(address)
}

/// The days that a text most likely means, each as a file writes it: `Tisdagar`, `mån–tors`, `måndag och onsdag`, `vardagar`.
pub fn likely_days(text: &str) -> Vec<String> {
    let text = text.trim().to_lowercase();
    let text = ["varje ", "varannan ", "alla ", "på ", "jämna ", "udda ", "every other ", "every "]
        .iter()
        .fold(text.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    let listed = text.replace(" och ", ",").replace(" samt ", ",").replace(" and ", ",");
    let days: Option<Vec<String>> =
        listed.split([',', '/', '&', '+']).map(|part| days_in(part.trim())).collect();
    days.unwrap_or_default()
}

fn days_in(part: &str) -> Option<String> {
    if let Some((_, days)) = DAYS.iter().find(|(name, _)| *name == part) {
        return Some((*days).to_string());
    }
    if let Some(day) = day_in(part) {
        return Some(WEEKDAYS[day].to_string());
    }
    let ranged =
        part.replace(" till ", "-").replace(" t.o.m. ", "-").replace(" to ", "-").replace(['–', '—'], "-");
    let (first, last) = ranged.split_once('-')?;
    let (first, last) = (day_in(first)?, day_in(last)?);
    (first < last).then(|| format!("{}-{}", WEEKDAYS[first], WEEKDAYS[last]))
}

/// A weekday in Swedish or English, whole or shortened, of one day or of many.
fn day_in(word: &str) -> Option<usize> {
    let word = word.trim().trim_end_matches('.');
    let plain = |text: &str| text.replace(['å', 'ä'], "a").replace('ö', "o");
    let word = plain(word);
    (0..7).find(|day| {
        let (whole, short) = SWEDISH_DAYS[*day];
        let (whole, short, english) = (plain(whole), plain(short), WEEKDAYS[*day]);
        let rest = word.strip_prefix(whole.as_str()).or_else(|| word.strip_prefix(english));
        let is_short = word == short
            || word == "tor" && *day == 3
            || word.len() >= 3 && english.starts_with(word.as_str());
        rest.is_some_and(|rest| matches!(rest, "" | "ar" | "en" | "arna" | "s" | "ens")) || is_short
    })
}

/// The hours that a text most likely means: `13-4` goes on to four in the afternoon, `9,30-12,00` has commas for points, `0900-1200` none,
/// and `9-12 och 13-16` are two.
pub fn likely_hours(text: &str) -> Option<String> {
    let shown =
        |intervals: Vec<Interval>| intervals.into_iter().map(Interval::short).collect::<Vec<_>>().join(", ");
    if let Some((from, to)) = text.split_once(DASHES)
        && let (Some(from), Some(to)) = (Time::parse(from), Time::parse(to))
    {
        // No family centre is open late in the evening: then the two are swapped.
        let to = to.after_noon().filter(|to| from < *to && to.0 <= 20 * 60)?;
        return Some(shown(vec![Interval { from, to }]));
    }
    let listed = [" och ", " samt ", " and ", ";"]
        .iter()
        .fold(with_points(text), |text, word| text.replace(word, ","));
    let listed = listed.replace(" till ", "–").replace(" to ", "–");
    let likely = |text: &str| parse_day_hours(text).ok().filter(|hours| !hours.is_empty()).map(shown);
    likely(&listed).or_else(|| likely(&listed.replace(',', "."))).filter(|_| parse_day_hours(text).is_err())
}

/// The time of the day that a text most likely means: `0930`, `9,30`, `930`.
pub fn likely_time(text: &str) -> Option<String> {
    Time::parse(&with_points(text).replace(',', ".")).filter(|_| Time::parse(text).is_none()).map(Time::short)
}

/// The two parts of hours that go on after midnight: what is before it, and what is on the next day.
pub fn over_midnight(text: &str) -> Option<(String, String)> {
    let (from, to) = text.split_once(DASHES)?;
    let (from, to) = (Time::parse(from)?, Time::parse(to)?);
    let is_night = from.0 >= 17 * 60 && to.0 <= 6 * 60;
    let (before, after) = (Interval { from, to: Time(24 * 60) }, Interval { from: Time(0), to });
    is_night.then(|| (before.short(), after.short()))
}

/// A text whose numbers of three and four digits are times: `0900` is `09.00`.
fn with_points(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 4);
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[start..].find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len() - start);
        let (before, number) = (&rest[..start], &rest[start..start + digits]);
        out.push_str(before);
        match number.len() {
            3 | 4 => {
                out.push_str(&number[..digits - 2]);
                out.push('.');
                out.push_str(&number[digits - 2..]);
            }
            _ => out.push_str(number),
        }
        rest = &rest[start + digits..];
    }
    out + rest
}

/// The postal code that a text most likely means: `87131`, `SE-871 31`.
pub fn likely_postal_code(text: &str) -> Option<String> {
    let text = text.trim();
    let text = text.strip_prefix("SE").or_else(|| text.strip_prefix("S-")).unwrap_or(text);
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '-')).collect();
    let is_code =
        digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0');
    is_code.then(|| format!("{} {}", &digits[..3], &digits[3..]))
}

/// The phone number that a text most likely means, with words around it: `Tel: 08-530 610 00`, `08-530 610 00 (växel)`.
pub fn likely_phone(text: &str) -> Option<String> {
    let digit = |c: char| c.is_ascii_digit() || c == '+';
    let (start, end) = (text.find(digit)?, text.rfind(digit)? + 1);
    Phone::parse(&text[start..end].replace(['.', ','], " ")).map(|phone| phone.shown())
}

/// The mail address that a text most likely means: `mailto:info@kommunen.example`, `info (at) kommunen.example`, `<info@kommunen.example>`.
pub fn likely_email(text: &str) -> Option<String> {
    let plain = text.replace("(at)", "@").replace("[at]", "@").replace("(a)", "@").replace("mailto:", "");
    let plain = plain.replace(" @", "@").replace("@ ", "@");
    let mut addresses =
        plain.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | ')'));
    let address = addresses.find(|word| Email::parse(word).is_some())?;
    (address != text.trim()).then(|| address.to_string())
}

/// What people call languages, and the codes that they take for them.
const LANGUAGES: [(&str, &str); 32] = [
    ("svenska", "sv"),
    ("swedish", "sv"),
    ("se", "sv"),
    ("engelska", "en"),
    ("english", "en"),
    ("gb", "en"),
    ("finska", "fi"),
    ("finnish", "fi"),
    ("arabiska", "ar"),
    ("arabic", "ar"),
    ("somaliska", "so"),
    ("somali", "so"),
    ("persiska", "fa"),
    ("farsi", "fa"),
    ("dari", "prs"),
    ("tigrinja", "ti"),
    ("tigrinska", "ti"),
    ("turkiska", "tr"),
    ("polska", "pl"),
    ("ukrainska", "uk"),
    ("ua", "uk"),
    ("ryska", "ru"),
    ("spanska", "es"),
    ("franska", "fr"),
    ("tyska", "de"),
    ("kurdiska", "ku"),
    ("sorani", "ckb"),
    ("urdu", "ur"),
    ("pashto", "ps"),
    ("thailändska", "th"),
    ("kinesiska", "zh"),
    ("bengali", "bn"),
];

/// The names of languages that stand for their codes.
pub fn named_languages() -> impl Iterator<Item = &'static str> {
    LANGUAGES
        .into_iter()
        .filter(|(name, code)| name.len() > 2 && super::language::is_known(code))
        .map(|(name, _)| name)
}

/// The code of a language by its name.
pub fn named_language(text: &str) -> Option<&'static str> {
    likely_language(text).filter(|_| text.trim().chars().count() > 2)
}

/// The code of the language that a text names.
pub fn likely_language(text: &str) -> Option<&'static str> {
    let text = text.trim().to_lowercase();
    let code = LANGUAGES.iter().find(|(name, _)| *name == text).map(|(_, code)| *code)?;
    super::language::is_known(code).then_some(code)
}

/// A week, and the year where it is written: `v. 28`, `vecka 28 2026`, `v28`, `2026-W28`.
pub fn week_in(text: &str) -> Option<(Option<i16>, i8)> {
    let lower = text.trim().to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let number =
        |part: &str| part.parse::<i8>().ok().filter(|week| (1..=53).contains(week) && part.len() <= 2);
    let joined = |part: &str| number(part.strip_prefix(['v', 'w'])?);
    let year = |part: &str| part.parse::<i16>().ok().filter(|_| part.len() == 4);
    let is_word = |part: &str| matches!(part, "v" | "w" | "vecka" | "veckan" | "week");
    match parts.as_slice() {
        [week] => Some((None, joined(week)?)),
        [word, week] if is_word(word) => Some((None, number(week)?)),
        [one, other] => match year(one) {
            Some(year) => Some((Some(year), joined(other)?)),
            None => Some((Some(year(other)?), joined(one)?)),
        },
        [word, week, of] if is_word(word) => Some((Some(year(of)?), number(week)?)),
        [of, word, week] if is_word(word) => Some((Some(year(of)?), number(week)?)),
        _ => None,
    }
}

/// The day of a week that a field means: the Monday, and the Sunday where a last day is asked for.
pub fn day_of_week((year, week): (i16, i8), path: Option<&[Seg]>) -> Option<Date> {
    let field = path.and_then(|path| path.last()).and_then(Seg::key).unwrap_or_default();
    let day = if LAST_DAYS.contains(&field) { Weekday::Sunday } else { Weekday::Monday };
    ISOWeekDate::new(year, week, day).ok().map(ISOWeekDate::date)
}

/// Says the date of each week that stands for a date without a year: the next such week, or one that was not long ago. Which day it is
/// today is known to the build alone.
pub fn say_weeks(found: &mut [Diagnostic], now: Date) {
    for diagnostic in found.iter_mut().filter(|found| found.code == Code::BadDate && found.mend.is_none()) {
        let Some(week) = diagnostic.word("week").and_then(|week| week.parse::<i8>().ok()) else { continue };
        let long_ago = now.saturating_sub(60.days());
        let of = |year| day_of_week((year, week), diagnostic.at.path());
        let day = of(now.year()).filter(|day| *day >= long_ago).or_else(|| of(now.year() + 1));
        if let Some(day) = day {
            diagnostic.args.retain(|(name, _)| *name != "proposal");
            let (told, at): (Diagnostic, At) = (diagnostic.clone(), diagnostic.at.clone());
            *diagnostic = told.with("proposal", day).instead_at(at, day.to_string());
        }
    }
}

/// The day that a text most likely means: `18 december 2026`, `2026-12-1`, `261218`, `20261218`, `27/1 2021`, `1.12.2026`. Of two
/// that it may mean the later, since dates here are of days to come.
pub fn likely_date(text: &str) -> Option<Date> {
    date_readings(text).into_iter().max()
}

/// The days that a text may mean, by what people write in Sweden. A day and a month in numbers stand in this order; a year of two digits may
/// stand first or last.
pub fn date_readings(text: &str) -> Vec<Date> {
    let text = text.trim().to_lowercase();
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match text.len() {
            6 => days_of(&[[&text[..2], &text[2..4], &text[4..]], [&text[4..], &text[2..4], &text[..2]]]),
            8 => days_of(&[[&text[..4], &text[4..6], &text[6..]], [&text[4..], &text[2..4], &text[..2]]]),
            _ => Vec::new(),
        };
    }
    let parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "den")
        .collect();
    let [first, second, third] = parts.as_slice() else { return Vec::new() };
    // As in English: December 18, 2026.
    if first.parse::<u16>().is_err() {
        return days_of(&[[third, first, second]]);
    }
    match (first.len(), third.len()) {
        (4, _) => days_of(&[[first, second, third]]),
        (_, 4) => days_of(&[[third, second, first]]),
        _ => days_of(&[[first, second, third], [third, second, first]]),
    }
}

/// The days of some years, months and days that there are, each once.
fn days_of(numbers: &[[&str; 3]]) -> Vec<Date> {
    let mut days = Vec::new();
    for [year, month, day] in numbers {
        let year = match year.len() {
            2 => format!("20{year}"),
            _ => (*year).to_string(),
        };
        let (Some(month), Ok(day)) = (month_of(month), day.parse::<u8>()) else { continue };
        let date = parse_date(&format!("{year}-{month:02}-{day:02}"));
        days.extend(date.filter(|date| (1900..=2099).contains(&date.year()) && !days.contains(date)));
    }
    days
}

/// The year that one with a slip in it most likely means: two digits that have changed places (0226, 2062), the old century (1926), a wrong
/// digit (2126). None where that is not plain.
pub fn likely_year(year: i16) -> Option<i16> {
    let is_likely = |year: &i16| (1990..=2039).contains(year);
    let text = format!("{year:04}");
    let digits: Vec<char> = text.chars().collect();
    let swapped = (0..3).filter_map(|at| {
        let mut digits = digits.clone();
        digits.swap(at, at + 1);
        digits.into_iter().collect::<String>().parse().ok()
    });
    let of_old = Some(year).filter(|year| (1900..1990).contains(year)).map(|year| year + 100);
    let other =
        |likely: &i16| likely.to_string().chars().zip(&digits).filter(|(one, two)| one != *two).count() == 1;
    only(swapped.filter(is_likely))
        .or_else(|| of_old.filter(is_likely))
        .or_else(|| only((1990..=2039).filter(other)))
}

fn only(mut years: impl Iterator<Item = i16>) -> Option<i16> {
    let first = years.next()?;
    years.next().is_none().then_some(first)
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
    fn hours_in_another_form_are_proposed_in_the_right_one() {
        for (text, hours) in [
            ("0900-1200", Some("9.00–12.00")),
            ("0900-1200, 1300-1600", Some("9.00–12.00, 13.00–16.00")),
            ("9-12 och 13-16", Some("9.00–12.00, 13.00–16.00")),
            ("9 till 12", Some("9.00–12.00")),
            ("9,30-12,00", Some("9.30–12.00")),
            ("13-4", Some("13.00–16.00")),
            ("22-2", None),
            ("förmiddag", None),
            ("9999-1", None),
        ] {
            assert_eq!(likely_hours(text).as_deref(), hours, "{text}");
        }
        assert_eq!(over_midnight("22–2"), Some(("22.00–24.00".to_string(), "0.00–2.00".to_string())));
        assert_eq!(over_midnight("12–9"), None);
        assert_eq!(likely_postal_code("87131").as_deref(), Some("871 31"));
        assert_eq!(likely_postal_code("SE-871 31").as_deref(), Some("871 31"));
        assert_eq!(likely_postal_code("8713"), None);
        assert_eq!(likely_time("0930").as_deref(), Some("9.30"));
    }

    #[test]
    fn a_year_with_a_slip_is_known() {
        for (slip, year) in [
            (226, Some(2026)),
            (2206, Some(2026)),
            (2062, Some(2026)),
            (2126, Some(2026)),
            (1026, Some(2026)),
            (9026, Some(2026)),
            (1926, Some(2026)),
        ] {
            assert_eq!(likely_year(slip), year, "{slip}");
        }
        for slip in [1066, 5555, 2099] {
            assert_eq!(likely_year(slip), None, "{slip}");
        }
    }

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
        for (text, readings) in [
            ("05/03/24", &["2005-03-24", "2024-03-05"][..]),
            ("261218", &["2026-12-18", "2018-12-26"]),
            ("12-11-10", &["2012-11-10", "2010-11-12"]),
            ("261231", &["2026-12-31", "2031-12-26"]),
            ("13/12 2026", &["2026-12-13"]),
            ("December 18, 2026", &["2026-12-18"]),
        ] {
            let found = date_readings(text);
            let found: Vec<String> = found.iter().map(ToString::to_string).collect();
            assert_eq!(found, readings, "{text}");
        }
        for text in ["snart", "2026", "maj 2026", "32 maj 2026", "2026-02-30", "123", "å ä ö", "1 2 3"] {
            assert_eq!(likely_date(text), None, "{text}");
        }
    }

    #[test]
    fn days_weeks_and_addresses_are_understood_as_people_write_them() {
        for (text, days) in [
            ("Tisdagar", "tuesday"),
            ("måndag och onsdag", "monday,wednesday"),
            ("mån-tors", "monday-thursday"),
            ("Måndag – fredag", "monday-friday"),
            ("måndag till torsdag", "monday-thursday"),
            ("vardagar", "monday-friday"),
            ("alla dagar", "monday-sunday"),
            ("varje tisdag", "tuesday"),
            ("mån-ons, fre", "monday-wednesday,friday"),
            ("lordag", "saturday"),
            ("Mondays", "monday"),
            ("munday", ""),
            ("fredag-måndag", ""),
            ("", ""),
        ] {
            assert_eq!(likely_days(text).join(","), days, "{text}");
        }
        for (text, week) in [
            ("v. 28", Some((None, 28))),
            ("v28", Some((None, 28))),
            ("vecka 28 2026", Some((Some(2026), 28))),
            ("2026-W28", Some((Some(2026), 28))),
            ("v. 28 2026", Some((Some(2026), 28))),
            ("v. 54", None),
            ("28", None),
            ("snart", None),
        ] {
            assert_eq!(week_in(text), week, "{text}");
        }
        assert_eq!(day_of_week((2026, 28), None).map(|day| day.to_string()).as_deref(), Some("2026-07-06"));
        for (text, address) in [
            ("1177.se", Some("https://1177.se")),
            ("www.kommunen.example/a b", Some("https://www.kommunen.example/a%20b")),
            ("https//kommunen.example", Some("https://kommunen.example")),
            ("http:/kommunen.example", Some("http://kommunen.example")),
            ("kommunen", None),
            ("anna@kommunen.example", None),
            ("https://kommunen.example", None),
        ] {
            assert_eq!(likely_address(text).as_deref(), address, "{text}");
        }
    }
}
