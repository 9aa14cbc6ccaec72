//! Dates, hours, days, numbers and addresses as people write them, to propose what they meant.

mod ages;
mod dates;
mod days;
mod week;

pub use ages::{ages_in, numbers_of_ages};
pub use dates::{date_readings, day_of_week, likely_date, likely_year, numbers_of, say_days, week_in};
pub use days::{DAYS, SWEDISH_DAYS, TWO_LETTERS, backward_row, likely_days, meant_days};
pub use week::week_in_line;

use super::values::{DASHES, Interval, Phone, Time, parse_day_hours};
use crate::base::{AbsoluteUrl, Email};

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
    if let Some(hours) = without_break(text) {
        return Some(shown(hours));
    }
    let listed = with_signs(text);
    let likely = |text: &str| parse_day_hours(text).ok().filter(|hours| !hours.is_empty()).map(shown);
    let with_commas = || likely(&with_signs(&text.replace(',', ".")));
    likely(&listed).or_else(with_commas).filter(|_| parse_day_hours(text).is_err())
}

/// Hours from which a break is taken: `8–17, lunchstängt 12–13` is open until noon, and from one o'clock on.
fn without_break(text: &str) -> Option<Vec<Interval>> {
    const BREAKS: [&str; 7] =
        ["lunchstängt", "stängt för lunch", "lunch", "stängt", "closed for lunch", "closed", "utom"];
    let lower = text.to_lowercase();
    let (at, word) =
        BREAKS.iter().filter_map(|word| Some((lower.find(word)?, word))).min_by_key(|(at, _)| *at)?;
    let is_sign = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '.' | ':');
    let before = lower.get(..at)?.trim_end_matches(is_sign);
    let before =
        ["men", "med", "but", "och"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let after = lower.get(at + word.len()..)?;
    let after = after.get(after.find(|c: char| c.is_ascii_digit())?..)?;
    let read = |text: &str| parse_day_hours(&with_signs(text.trim_matches(is_sign))).ok();
    let (open, closed) = (read(before)?, read(after)?);
    let [closed] = closed.as_slice() else { return None };
    let within = |one: &Interval| one.from < closed.from && closed.to < one.to;
    if open.iter().filter(|one| within(one)).count() != 1 {
        return None;
    }
    let parts = open.into_iter().flat_map(|one| match within(&one) {
        true => vec![Interval { from: one.from, to: closed.from }, Interval { from: closed.to, to: one.to }],
        false => vec![one],
    });
    Some(parts.collect())
}

/// Hours with the signs that belong there: `0900 till 1200 och 13-16` is `09.00–12.00,13-16`.
pub fn with_signs(text: &str) -> String {
    let words = [" och ", " samt ", " and ", ";", "/", "&", "+"];
    let listed = words.iter().fold(with_points(text), |text, word| text.replace(word, ","));
    apart(&listed.replace(" till ", "–").replace(" to ", "–"))
}

/// Hours with nothing but blanks between them with commas there: `9–12 13–16`. Where a part is no hours, the text stays.
fn apart(text: &str) -> String {
    let is_said = |word: &&str| !matches!(word.trim_end_matches('.').to_lowercase().as_str(), "kl" | "");
    let joined = |part: &str| part.split(DASHES).map(str::trim).collect::<Vec<_>>().join("–");
    let parts: Vec<String> = text.split(',').map(joined).collect();
    let hours: Vec<&str> = parts.iter().flat_map(|part| part.split_whitespace()).filter(is_said).collect();
    let is_interval = |hours: &&str| {
        let ends = hours.split_once('–');
        ends.is_some_and(|(from, to)| Time::parse(from).is_some() && Time::parse(to).is_some())
    };
    if hours.len() > parts.len() && hours.iter().all(is_interval) {
        hours.join(",")
    } else {
        text.to_string()
    }
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
    let text = with_digits(text);
    let (start, end) = (text.find(digit)?, text.rfind(digit)? + 1);
    // With a letter at its end a digit is missing, and what is left would be somebody else's number.
    if text.get(end..)?.starts_with(char::is_alphanumeric) {
        return None;
    }
    Phone::parse(&text[start..end].replace(['.', ','], " ")).map(|phone| phone.shown())
}

/// A text with the letters that people type for digits as these: `08-606 71 3O`.
fn with_digits(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let meant = |at: usize| {
        let around = [at.checked_sub(1).and_then(|at| letters.get(at)), letters.get(at + 1)];
        let is_in_number = around.iter().flatten().any(|c| c.is_ascii_digit())
            && !around.iter().flatten().any(|c| c.is_alphabetic());
        match letters[at] {
            'O' | 'o' if is_in_number => '0',
            'I' | 'l' if is_in_number => '1',
            other => other,
        }
    };
    (0..letters.len()).map(meant).collect()
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
            ("kl 8-17, lunchstängt 12-13", Some("8.00–12.00, 13.00–17.00")),
            ("8–17 (stängt 12–13)", Some("8.00–12.00, 13.00–17.00")),
            ("8–12, 13–17, stängt 15–15.30", Some("8.00–12.00, 13.00–15.00, 15.30–17.00")),
            ("8–17, lunch", None),
            ("8–12, lunchstängt 12–13", None),
            ("stängt 12–13", None),
            ("9–12 13–16", Some("9.00–12.00, 13.00–16.00")),
            ("9 – 12  13 – 16", Some("9.00–12.00, 13.00–16.00")),
            ("kl. 9–12 kl. 13–16, 17–18", Some("9.00–12.00, 13.00–16.00, 17.00–18.00")),
            ("9,30-12,00 13,00-16,00", Some("9.30–12.00, 13.00–16.00")),
            ("9-12/13-15", Some("9.00–12.00, 13.00–15.00")),
            ("9-12 & 13-15", Some("9.00–12.00, 13.00–15.00")),
            ("9-12&13-15", Some("9.00–12.00, 13.00–15.00")),
            ("9–12 13", None),
            ("9 12–13", None),
            ("9/12", None),
            ("9–12/13", None),
            ("9–12 11–13", None),
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
    fn weeks_and_addresses_are_understood_as_people_write_them() {
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
