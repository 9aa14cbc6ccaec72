//! A text as words and numbers, with what stands between them, and what days and months are called.

use jiff::civil::Date;

use crate::base::characters::capitalised;
use crate::parse::likely::SWEDISH_DAYS;
use crate::parse::values::{ENGLISH_MONTHS, MONTHS};

const ENGLISH: [(&str, &str); 7] = [
    ("Monday", "Mon"),
    ("Tuesday", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
];

/// A language whose days are known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DayLanguage {
    Swedish,
    English,
    /// One of which only numbers are read.
    Other,
}

impl DayLanguage {
    pub fn of(code: &str) -> Self {
        match code {
            "sv" => Self::Swedish,
            "en" => Self::English,
            _ => Self::Other,
        }
    }

    fn weekdays(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Swedish => &SWEDISH_DAYS,
            Self::English => &ENGLISH,
            Self::Other => &[],
        }
    }

    fn months(self) -> &'static [&'static str] {
        match self {
            Self::Swedish => &MONTHS,
            Self::English => &ENGLISH_MONTHS,
            Self::Other => &[],
        }
    }

    /// What a weekday is called.
    pub fn weekday(self, day: usize) -> &'static str {
        self.weekdays().get(day).map_or("", |(name, _)| name)
    }

    /// Another weekday in the form of a word: `Onsdagen` for Thursday is `Torsdagen`.
    pub fn like(self, word: &str, day: usize) -> Option<String> {
        let (_, is_short, ending) = self.read(word)?;
        let (whole, short) = self.weekdays().get(day)?;
        let name = format!("{}{ending}", if is_short { short } else { whole });
        Some(if word.starts_with(char::is_uppercase) { capitalised(&name) } else { name })
    }

    /// A weekday, whether it is shortened, and its ending.
    fn read(self, word: &str) -> Option<(usize, bool, &'static str)> {
        // English shortens to words of its own: sat, sun, wed.
        if self == Self::English && !word.starts_with(char::is_uppercase) {
            return None;
        }
        let word = word.to_lowercase();
        self.weekdays().iter().enumerate().find_map(|(day, (whole, short))| {
            let (whole, short) = (whole.to_lowercase(), short.to_lowercase());
            if word == short
                || self == Self::English
                    && matches!((word.as_str(), day), ("tues", 1) | ("thurs" | "thur", 3))
            {
                return Some((day, true, ""));
            }
            match word.strip_prefix(whole.as_str())? {
                "" => Some((day, false, "")),
                "en" if self == Self::Swedish => Some((day, false, "en")),
                _ => None,
            }
        })
    }

    /// A day with its month as a word.
    pub fn date(self, date: Date) -> String {
        let month = usize::try_from(date.month() - 1).ok().and_then(|month| self.months().get(month));
        month.map_or_else(|| date.to_string(), |month| format!("{} {month} {}", date.day(), date.year()))
    }
}

/// A word or number.
struct Token {
    start: usize,
    end: usize,
    is_number: bool,
}

/// A text taken apart.
pub struct Sentence<'t> {
    pub text: &'t str,
    pub language: DayLanguage,
    tokens: Vec<Token>,
}

impl<'t> Sentence<'t> {
    pub fn of(text: &'t str, language: DayLanguage) -> Self {
        let mut tokens: Vec<Token> = Vec::new();
        let mut is_open = false;
        for (start, c) in text.char_indices() {
            let is_number = c.is_ascii_digit();
            if !c.is_alphanumeric() {
                is_open = false;
                continue;
            }
            let end = start + c.len_utf8();
            match tokens.last_mut().filter(|last| is_open && last.is_number == is_number) {
                Some(last) => last.end = end,
                None => tokens.push(Token { start, end, is_number }),
            }
            is_open = true;
        }
        Self { text, language, tokens }
    }

    /// The first number from a place on.
    pub fn next_number(&self, from: usize) -> Option<usize> {
        let more = self.tokens.get(from..)?.iter().position(|token| token.is_number)?;
        Some(from + more)
    }

    pub fn word(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or_default()
    }

    /// The word that ends at a place or before it.
    pub fn last_before(&self, end: usize) -> Option<usize> {
        self.tokens.partition_point(|token| token.end <= end).checked_sub(1)
    }

    pub fn start(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.start)
    }

    pub fn end(&self, at: usize) -> usize {
        self.tokens.get(at).map_or(self.text.len(), |token| token.end)
    }

    pub fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_number)
    }

    /// How many digits a number has.
    pub fn digits(&self, at: usize) -> usize {
        if self.is_number(at) { self.word(at).len() } else { 0 }
    }

    /// A number of one or two digits.
    pub fn small(&self, at: usize) -> Option<u8> {
        (self.digits(at) <= 2).then(|| self.word(at).parse().ok())?
    }

    /// What stands between a word and the next one.
    pub fn after(&self, at: usize) -> &'t str {
        let next = self.tokens.get(at + 1).map_or(self.text.len(), |token| token.start);
        self.tokens.get(at).and_then(|token| self.text.get(token.end..next)).unwrap_or_default()
    }

    pub fn is_blank(&self, at: usize) -> bool {
        matches!(self.after(at), " " | "\u{a0}" | "\n" | ". ")
            && (self.after(at) != ". " || self.is_short(at))
    }

    pub fn is_blank_or_comma(&self, at: usize) -> bool {
        self.is_blank(at) || self.after(at) == ", " && self.language == DayLanguage::English
    }

    /// Is a word one that a full stop shortens: mån., dec., v.?
    fn is_short(&self, at: usize) -> bool {
        !self.is_number(at) && self.word(at).chars().count() <= 5
    }

    /// Is it one of these words, in small or capital letters?
    pub fn is_one_of(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        // Most words are longer than any that is asked for.
        !word.is_empty()
            && !self.is_number(at)
            && word.len() <= 16
            && words.contains(&word.to_lowercase().as_str())
    }

    pub fn is_connector(&self, at: usize) -> bool {
        self.is_one_of(at, &["och", "samt", "till", "eller", "and", "to", "or"])
    }

    /// The weekday that a word is, of one day.
    pub fn weekday(&self, at: usize) -> Option<usize> {
        let word = self.word(at);
        if word.len() > 12 || self.is_number(at) {
            return None;
        }
        // 3 mån are months.
        let is_counted =
            at.checked_sub(1).is_some_and(|before| self.is_number(before) && self.is_blank(before));
        self.language.read(word).filter(|(_, is_short, _)| !is_short || !is_counted).map(|(day, _, _)| day)
    }

    /// Is a word a weekday of many weeks: `måndagar`, `Mondays`?
    pub fn is_weekdays(&self, at: usize) -> bool {
        let word = self.word(at).to_lowercase();
        let name =
            word.strip_suffix("arna").or_else(|| word.strip_suffix("ar")).or_else(|| word.strip_suffix('s'));
        name.is_some_and(|name| {
            self.language.weekdays().iter().any(|(whole, _)| whole.to_lowercase() == name)
        })
    }

    /// The month that a word is, from 1.
    pub fn month(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        if word.len() > 12 || self.is_number(at) {
            return None;
        }
        // You may, they march.
        if self.language == DayLanguage::English && !word.starts_with(char::is_uppercase) {
            return None;
        }
        let word = word.to_lowercase();
        let is_it = |month: &&str| {
            let month = month.to_lowercase();
            word == month
                || word == "sept" && month == "september"
                || word.len() == 3 && month.starts_with(&word)
        };
        let at = self.language.months().iter().position(is_it)?;
        i8::try_from(at + 1).ok()
    }

    /// The last part of an ordinal, `8:e` and `8th`; else the number itself.
    pub fn ordinal_end(&self, number: usize) -> usize {
        let is_ending = matches!(self.after(number), "" | ":")
            && self.is_one_of(number + 1, &["e", "a", "de", "th", "st", "nd", "rd"]);
        if is_ending { number + 1 } else { number }
    }

    /// The year after a month or a day, and the last word of the date.
    pub fn year_after(&self, last: usize) -> (Option<i16>, usize) {
        let is_near = self.is_blank(last) || self.after(last) == ", ";
        let year = self.word(last + 1).parse::<i16>().ok();
        let year = year.filter(|year| is_near && self.digits(last + 1) == 4 && (1900..2100).contains(year));
        (year, if year.is_some() { last + 1 } else { last })
    }

    /// The next number of a list of days: after a dash, a comma or a word, with a weekday and an article maybe.
    pub fn next_of_list(&self, last: usize) -> Option<usize> {
        let sign = self.after(last).trim();
        let mut at = last + 1;
        if sign.is_empty() && self.is_connector(at) {
            at += 1;
        } else if !matches!(sign, "–" | "-" | "—" | ",") {
            return None;
        } else if sign == "," && self.is_connector(at) {
            at += 1;
        }
        if self.weekday(at).is_some() {
            at += 1;
        }
        if self.is_one_of(at, &["den", "the"]) {
            at += 1;
        }
        self.is_number(at).then_some(at)
    }

    /// Is a number the later part of one with a point, a colon or a sign between?
    pub fn is_joined_to_number(&self, number: usize) -> bool {
        number.checked_sub(1).is_some_and(|before| self.is_number(before) && is_joint(self.after(before)))
    }

    /// Is a number a part of a longer name?
    pub fn is_joined_to_any(&self, number: usize) -> bool {
        number.checked_sub(1).is_some_and(|before| is_joint(self.after(before)))
    }

    /// Does the name go on after a number?
    pub fn is_joined_to_next(&self, number: usize) -> bool {
        self.tokens.len() > number + 1 && is_joint(self.after(number))
    }

    pub fn has_dash_after(&self, at: usize) -> bool {
        matches!(self.after(at), "-" | "–")
    }
}

/// Does a sign join two numbers to one?
fn is_joint(sign: &str) -> bool {
    matches!(sign, "" | "." | ":" | "/" | "-" | "–" | "," | "_" | "+")
}
