//! Short numbers that all of Sweden knows, and when they are numbers to call: `112` is a bus, a room and a count of places too.
//!
//! A short number is a phone number when the sentence speaks of calling before it; or when nothing before it says that it counts or
//! names something, and after it comes the end, a mark or a word that cannot be what is counted.

use super::edges::stands_free;

/// The numbers, as they are called and as they are written. (PTS, the numbering plan: 112 is the emergency number, 1177 health care,
/// 113 13 information in a crisis, 114 14 the police, 116 000, 006, 111, 117 and 123 the numbers that are the same in all of the EU,
/// 90 101 the line against suicide.)
const NUMBERS: [(&str, &[&str]); 10] = [
    ("112", &["112"]),
    ("1177", &["1177"]),
    ("11313", &["113 13", "11313"]),
    ("11414", &["114 14", "11414"]),
    ("116000", &["116 000", "116000"]),
    ("116006", &["116 006", "116006"]),
    ("116111", &["116 111", "116111"]),
    ("116117", &["116 117", "116117"]),
    ("116123", &["116 123", "116123"]),
    ("90101", &["90 101", "90101"]),
];

/// How far before a number a word about calling is looked for, in bytes.
const NEAR: usize = 80;

/// How words about calling begin, in Swedish and the languages that are read most beside it, in the letters that [`crate::base::slug_of`]
/// leaves.
const CALLING: [&str; 34] = [
    "ring",
    "larm",
    "telefon",
    "tfn",
    "tel",
    "nodnummer",
    "sos",
    "nar",
    "nas",
    "jour",
    "samtal",
    "call",
    "dial",
    "phone",
    "emergency",
    "reach",
    "soita",
    "puhelin",
    "wac",
    "soowac",
    "zadzwon",
    "dzwon",
    "llam",
    "marque",
    "appel",
    "ruf",
    "wahl",
    "anruf",
    "arayin",
    "nazov",
    "pozov",
    "thirr",
    "suna",
    "helista",
];

/// Words after which a number counts or names something.
const NAMING: [&str; 62] = [
    "linje",
    "buss",
    "bussen",
    "bussarna",
    "linjen",
    "rum",
    "rummet",
    "sal",
    "lokal",
    "sida",
    "sidan",
    "sid",
    "s",
    "nr",
    "nummer",
    "plan",
    "hus",
    "port",
    "portkod",
    "kod",
    "koden",
    "vaning",
    "paragraf",
    "kapitel",
    "kap",
    "dnr",
    "ar",
    "aret",
    "kl",
    "klass",
    "klassen",
    "storlek",
    "strl",
    "stl",
    "spar",
    "tag",
    "lgh",
    "lagenhet",
    "uppgang",
    "trappa",
    "box",
    "line",
    "bus",
    "room",
    "page",
    "platform",
    "size",
    "no",
    "year",
    "totalt",
    "total",
    "ungefar",
    "cirka",
    "ca",
    "drygt",
    "nastan",
    "sammanlagt",
    "antal",
    "antalet",
    "bara",
    "about",
    "around",
];

/// Words after it that are not what it counts.
const FOLLOWING: [&str; 44] = [
    "om",
    "vid",
    "for",
    "eller",
    "och",
    "nar",
    "direkt",
    "genast",
    "sa",
    "forst",
    "i",
    "ar",
    "pa",
    "hela",
    "dygnet",
    "utan",
    "men",
    "som",
    "dar",
    "under",
    "alla",
    "alltid",
    "samt",
    "med",
    "innan",
    "du",
    "vi",
    "de",
    "har",
    "if",
    "in",
    "or",
    "and",
    "when",
    "at",
    "immediately",
    "is",
    "first",
    "right",
    "straight",
    "to",
    "from",
    "before",
    "now",
];

/// Words between which two numbers are a span.
const BETWEEN: [&str; 8] = ["och", "till", "eller", "and", "to", "or", "of", "av"];

/// How the names of streets end.
const STREETS: [&str; 15] = [
    "gatan", "gata", "vagen", "vag", "grand", "torg", "torget", "stigen", "allen", "backen", "plan",
    "gangen", "leden", "strand", "kajen",
];

/// May one begin here? Most numbers in a text need no more looking at.
pub fn may_begin(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at..at + 2), Some(b"11" | b"90"))
}

/// The short number that begins here, and where it ends.
pub fn find(text: &str, at: usize, most: usize) -> Option<(usize, String)> {
    let rest = text.get(at..most)?;
    let (number, written) = NUMBERS.iter().find_map(|(number, forms)| {
        let is_here = |form: &&&str| {
            let mut here = rest.chars().map(|c| if c == '\u{a0}' { ' ' } else { c });
            form.chars().all(|c| here.next() == Some(c))
        };
        Some((*number, forms.iter().find(is_here)?.chars().count()))
    })?;
    let length: usize = rest.chars().take(written).map(char::len_utf8).sum();
    let range = at..at + length;
    let is_number = stands_free(text, range.clone()) && is_called(text, range.start, range.end, number);
    is_number.then(|| (range.end, number.to_string()))
}

fn is_called(text: &str, start: usize, end: usize, number: &str) -> bool {
    let before = before(text, start);
    let after = text.get(end..).unwrap_or_default();
    if counts(after) {
        return false;
    }
    let words: Vec<(&str, String)> = words_of(before);
    let last = words.last();
    let names_street = last.is_some_and(|(word, slug)| {
        word.starts_with(char::is_uppercase) && STREETS.iter().any(|end| slug.ends_with(end))
    });
    let names = last.is_some_and(|(_, slug)| NAMING.contains(&slug.as_str()));
    let sentence = before.rsplit(['.', '!', '?', ':']).next().unwrap_or_default();
    // The words of the sentence are the last of those before the number.
    let mut of_sentence = words.iter().rev().take(each_word(sentence).count());
    let is_called = before.trim_end().ends_with(':')
        || of_sentence.any(|(_, slug)| speaks_of_calling(slug))
        || is_short_word(before, last);
    if names_street || is_span(before, &words) || names && (!is_called || is_thing(last)) {
        return false;
    }
    if is_called {
        return !is_postal(number, after);
    }
    let from_web = number == "1177"
        && last.is_some_and(|(_, slug)| matches!(slug.as_str(), "pa" | "via" | "hos" | "i" | "on" | "at"));
    // A round number is as often a sum.
    number != "116000" && !from_web && !is_postal(number, after) && !begins_with_thing(after)
}

/// What stands near before a number, in the same line.
fn before(text: &str, start: usize) -> &str {
    let from = text.ceil_char_boundary(start.saturating_sub(NEAR));
    let near = text.get(from..start).unwrap_or_default();
    near.rsplit('\n').next().unwrap_or_default()
}

fn each_word(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn words_of(text: &str) -> Vec<(&str, String)> {
    each_word(text).map(|word| (word, crate::base::slug_of(word))).collect()
}

/// `Tel. 1177`: the full stop ends no sentence.
fn is_short_word(before: &str, last: Option<&(&str, String)>) -> bool {
    before.trim_end().ends_with('.') && last.is_some_and(|(_, slug)| slug == "tel" || slug == "tfn")
}

fn speaks_of_calling(slug: &str) -> bool {
    // `nar` is "når", which "när" looks like too, so these short ones are whole words.
    let is_short = |stem: &str| {
        stem.len() <= 4 && !matches!(stem, "ring" | "larm" | "call" | "dial" | "llam" | "jour" | "suna")
    };
    CALLING.iter().any(|stem| if is_short(stem) { slug == *stem } else { slug.starts_with(stem) })
}

/// Does a word name things that a number is only a name of, whoever calls?
fn is_thing(word: Option<&(&str, String)>) -> bool {
    word.is_some_and(|(_, slug)| !matches!(slug.as_str(), "nummer" | "nr" | "no" | "bara"))
}

/// Is it the end of a span? `100 – 112`, `mellan 90 och 112`
fn is_span(before: &str, words: &[(&str, String)]) -> bool {
    let trimmed = before.trim_end();
    let undashed = trimmed.trim_end_matches(['-', '–', '—']).trim_end();
    let after_dash = trimmed.len() != undashed.len() && undashed.ends_with(|c: char| c.is_ascii_digit());
    let [.., (first, _), (last, between)] = words else { return after_dash };
    // `Ring 0611-34 81 00 eller 1177`: the first is a phone number too.
    let numbers = trimmed.strip_suffix(last).unwrap_or(trimmed).bytes().rev();
    let numbers = numbers.take_while(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'));
    let is_phone =
        numbers.filter(u8::is_ascii_digit).count() >= 8 || NUMBERS.iter().any(|(number, _)| number == first);
    let is_count = first.starts_with(|c: char| c.is_ascii_digit()) && !is_phone;
    after_dash
        || is_count && BETWEEN.contains(&between.as_str())
        || trimmed.ends_with(|c: char| c.is_ascii_digit())
}

/// Does a unit follow, or another number?
fn counts(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{a0}']);
    let is_apart = rest.len() != after.len();
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(12).collect();
    let units =
        ["kr", "kronor", "sek", "kvm", "m", "m2", "meter", "cm", "mm", "kg", "g", "gram", "st", "procent"];
    rest.starts_with(['%', '§', '°', '€', '$'])
        || is_apart
            && (rest.starts_with(|c: char| c.is_ascii_digit())
                || units.contains(&word.to_lowercase().as_str()))
        || rest
            .strip_prefix(['-', '–'])
            .is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// `113 13 Stockholm` is where somebody lives.
fn is_postal(number: &str, after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{a0}']);
    matches!(number, "11313" | "11414") && rest.starts_with(char::is_uppercase)
}

/// Does a word follow that may be what is counted? In Latin letters and small ones, and none that joins sentences.
fn begins_with_thing(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '\u{a0}']);
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(30).collect();
    let is_small = word.starts_with(|c: char| c.is_lowercase() && (c as u32) < 0x250);
    is_small && !FOLLOWING.contains(&crate::base::slug_of(&word).as_str())
}
