//! Where a finished page may break its lines: soft hyphens in long compounds, and no break within a number and its unit. On a page that is read from the right, a range of numbers
//! is a run of its own besides (`ranges.rs`).
//!
//! A word such as *barnmorskemottagningen* is wider than a tile on a phone, and a browser that knows no Swedish breaks it after whatever letter comes last. So the joints of words that
//! family centres use are marked here, in one place, when a page is finished: what a search, a feed, a calendar, structured data or a browser's tab shows is made elsewhere, and has none.
//! Only what a reader sees is touched: no attribute, no title, no script, no code, nothing that is copied as it stands (phone numbers, addresses of mail and web pages).

use std::sync::LazyLock;

use memchr::{memchr, memchr_iter, memmem};

mod ranges;

/// What may be broken at: it is seen as a hyphen where a line ends with it, and is else not there for readers, searches in the page and screen readers.
const SOFT_HYPHEN: &str = "\u{ad}";

/// A blank that no line ends with.
const NO_BREAK: &str = "\u{a0}";

/// Shorter words fit wherever a page puts them, on a screen of 320 pixels too.
const LONG_WORD: usize = 14;

/// In what is shorter stands neither a long word nor a number with its unit: most of a page's texts are the blanks between its tags.
const SHORTEST: usize = "1 m".len();

/// A longer one is no word.
const LONGEST_WORD: usize = 60;

/// How much of a word stands on each side of a break, in letters.
const LEAST_PART: usize = 4;

/// How far it is looked round a word for what makes it a part of an address.
const LONGEST_ADDRESS: usize = 100;

/// Elements whose text is not broken: it is not text, it is copied, or it is moved into place by itself.
const WHOLE: [&str; 10] =
    ["title", "script", "style", "textarea", "option", "bdi", "code", "pre", "svg", "kbd"];

/// The longest of these names.
const LONGEST_NAME: usize = 8;

/// What compounds begin with: a break may stand behind it.
const FIRST: [&str; 40] = [
    "aktivitets",
    "anknytnings",
    "arbetsmarknads",
    "barnavårds",
    "barnhälsovårds",
    "barnmorske",
    "barnsjuk",
    "bemannings",
    "besöks",
    "dagbarnvårdar",
    "familje",
    "familjerätts",
    "folkhälso",
    "förlossnings",
    "förskole",
    "föräldra",
    "föräldraskaps",
    "graviditets",
    "habiliterings",
    "hälso",
    "informations",
    "integrations",
    "integritets",
    "kommunikations",
    "kvinnosjuk",
    "myndighets",
    "mödrahälsovårds",
    "mödravårds",
    "personuppgifts",
    "rehabiliterings",
    "samhälls",
    "samverkans",
    "småbarns",
    "språkutvecklings",
    "spädbarns",
    "tillgänglighets",
    "tillsyns",
    "utbildnings",
    "utvecklings",
    "vaccinations",
];

/// What compounds end with, with whatever ending: a break may stand before it.
const LAST: [&str; 44] = [
    "anmälan",
    "ansvarig",
    "assistent",
    "avdelning",
    "barnmorsk",
    "behandlar",
    "behandling",
    "bibliotek",
    "café",
    "central",
    "förberedelse",
    "förening",
    "förskola",
    "förskolor",
    "förvaltning",
    "gruppe",
    "information",
    "konsulent",
    "kontor",
    "kurator",
    "liknande",
    "massage",
    "mottagning",
    "nämnd",
    "organisation",
    "pedagog",
    "planering",
    "psykolog",
    "redogörelse",
    "rådgivare",
    "rådgivning",
    "samordnare",
    "samordning",
    "samtal",
    "sekreterare",
    "senheten",
    "sköterska",
    "sköterskor",
    "tjänst",
    "undersökning",
    "uppgifter",
    "utbildning",
    "verksamhet",
    "vägledning",
];

/// What a number is not parted from: units, and months.
const UNITS: [&str; 50] = [
    "%",
    "april",
    "augusti",
    "barn",
    "cm",
    "dagar",
    "day",
    "days",
    "december",
    "februari",
    "g",
    "gram",
    "hours",
    "januari",
    "juli",
    "juni",
    "kg",
    "km",
    "kr",
    "kronor",
    "liter",
    "m",
    "maj",
    "mars",
    "meter",
    "mil",
    "minuter",
    "minutes",
    "min",
    "mm",
    "months",
    "mån",
    "månad",
    "månader",
    "november",
    "oktober",
    "platser",
    "procent",
    "SEK",
    "september",
    "st",
    "tim",
    "timmar",
    "timme",
    "vecka",
    "veckor",
    "weeks",
    "years",
    "år",
    "öre",
];

/// What is put into a text. Where two stand at one place, the end of a run comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum BreakMark {
    RunEnds,
    RunBegins,
    SoftHyphen,
    /// In the place of a blank.
    NoBreak,
}

impl BreakMark {
    fn text(self) -> &'static str {
        match self {
            Self::RunEnds => ranges::END,
            Self::RunBegins => ranges::BEGIN,
            Self::SoftHyphen => SOFT_HYPHEN,
            Self::NoBreak => NO_BREAK,
        }
    }
}

/// Puts all of them into a finished page.
pub fn put(page: &mut Vec<u8>) {
    let mut spots = Vec::new();
    let from_the_right = ranges::is_read_from_the_right(page);
    for_texts(page, |start, text| {
        if from_the_right {
            ranges::find(text, start, &mut spots);
        }
        if text.len() < SHORTEST {
            return;
        }
        find_words(text, start, &mut spots);
        find_units(text, start, &mut spots);
    });
    if spots.is_empty() {
        return;
    }
    // They come in runs that are in order.
    spots.sort();
    let mut out = Vec::with_capacity(page.len() + 2 * spots.len());
    let mut from = 0;
    for (at, mark) in spots {
        out.extend_from_slice(page.get(from..at).unwrap_or_default());
        out.extend_from_slice(mark.text().as_bytes());
        from = at + usize::from(mark == BreakMark::NoBreak);
    }
    out.extend_from_slice(page.get(from..).unwrap_or_default());
    *page = out;
}

/// Hands over each text of a page, with where it begins.
fn for_texts<'p>(page: &'p [u8], mut take: impl FnMut(usize, &'p [u8])) {
    let mut at = 0;
    while let Some(rest) = page.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(open) = memchr(b'<', rest) else {
            take(at, rest);
            return;
        };
        take(at, &rest[..open]);
        let Some(length) = tag_length(&rest[open..]) else { return };
        at += open + length;
        if let Some(name) = whole_element(&rest[open + 1..]) {
            let Some(inner) = end_of(&page[at..], name) else { return };
            at += inner;
        }
    }
}

/// Which of the elements that are left whole a tag opens, seen from behind its `<`. A page has hundreds of tags: so the name is cut out once.
fn whole_element(tag: &[u8]) -> Option<&'static str> {
    let is_end = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/');
    let length = tag.iter().take(LONGEST_NAME + 1).position(is_end)?;
    let name = &tag[..length];
    WHOLE.into_iter().find(|whole| whole.len() == length && name.eq_ignore_ascii_case(whole.as_bytes()))
}

/// How long the tag or the remark is that begins here; none where it does not end.
fn tag_length(tag: &[u8]) -> Option<usize> {
    if tag.starts_with(b"<!--") {
        return memmem::find(tag, b"-->").map(|at| at + 3);
    }
    let mut at = 1;
    loop {
        let rest = tag.get(at..)?;
        let found = memchr::memchr3(b'>', b'"', b'\'', rest)?;
        match rest[found] {
            b'>' => return Some(at + found + 1),
            quote => at += found + 2 + memchr(quote, rest.get(found + 1..)?)?,
        }
    }
}

/// Where an element's closing tag begins.
fn end_of(inner: &[u8], name: &str) -> Option<usize> {
    memmem::find_iter(inner, b"</").find(|at| {
        inner
            .get(at + 2..at + 2 + name.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    })
}

/// Is a byte one of a word's letters, or of a character that must be looked at?
fn may_be_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

/// Finds the joints of long words. Most words are short, so it is looked only where a long one would have to be.
fn find_words(text: &[u8], start: usize, spots: &mut Vec<(usize, BreakMark)>) {
    let mut from = 0;
    while let Some(window) = text.get(from..from + LONG_WORD) {
        if let Some(stop) = window.iter().rposition(|byte| !may_be_letter(*byte)) {
            from += stop + 1;
            continue;
        }
        let end =
            text[from..].iter().position(|byte| !may_be_letter(*byte)).map_or(text.len(), |at| from + at);
        let run = std::str::from_utf8(&text[from..end]).unwrap_or_default();
        // Whoever writes a soft hyphen knows better.
        if run.len() <= 4 * LONGEST_WORD && !run.contains(SOFT_HYPHEN) && !is_in_address(text, from, end) {
            for word in run.split(|c: char| !c.is_alphabetic()) {
                let at = start + from + (word.as_ptr().addr() - run.as_ptr().addr());
                spots.extend(joints(word).into_iter().map(|joint| (at + joint, BreakMark::SoftHyphen)));
            }
        }
        from = end;
    }
}

/// Does a run of letters stand in an address of mail or the web, a file's name or the like?
fn is_in_address(text: &[u8], from: usize, end: usize) -> bool {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let before = &text[from.saturating_sub(LONGEST_ADDRESS)..from];
    let before = &before[before.iter().rposition(is_blank).map_or(0, |at| at + 1)..];
    let after = &text[end..text.len().min(end + LONGEST_ADDRESS)];
    let after = &after[..after.iter().position(is_blank).unwrap_or(after.len())];
    let is_sign = |byte: &u8| matches!(byte, b'@' | b'_' | b'\\' | b'=' | b'#');
    let has_dot = |part: &[u8]| part.windows(2).any(|two| two[0] == b'.' && two[1].is_ascii_alphanumeric());
    let is_way = |part: &[u8]| memmem::find(part, b"//").is_some();
    before.iter().chain(after).any(is_sign)
        || has_dot(before)
        || before.ends_with(b".")
        || has_dot(after)
        || is_way(before)
        || is_way(after)
}

/// Where in a sorted list those begin that begin with each byte: of the forty parts of a list two or three are tried at a letter.
type ByByte = LazyLock<[(u8, u8); 256]>;

static FIRST_BY_BYTE: ByByte = LazyLock::new(|| by_byte(&FIRST));
static LAST_BY_BYTE: ByByte = LazyLock::new(|| by_byte(&LAST));

fn by_byte(parts: &[&str]) -> [(u8, u8); 256] {
    let place = |is_before: &dyn Fn(u8) -> bool| {
        parts.partition_point(|part| part.as_bytes().first().is_some_and(|first| is_before(*first))) as u8
    };
    std::array::from_fn(|byte| {
        (place(&|first| usize::from(first) < byte), place(&|first| usize::from(first) <= byte))
    })
}

/// The parts of a list that a text begins with.
fn parts_at<'t>(
    parts: &'static [&'static str],
    by_byte: &ByByte,
    text: &'t str,
) -> impl Iterator<Item = &'static str> + use<'t> {
    let (from, to) = text.bytes().next().map_or((0, 0), |byte| by_byte[usize::from(byte)]);
    parts[usize::from(from)..usize::from(to)].iter().copied().filter(move |part| text.starts_with(part))
}

/// Where a long word may be broken, in bytes.
fn joints(word: &str) -> Vec<usize> {
    let letters = word.chars().count();
    if !(LONG_WORD..=LONGEST_WORD).contains(&letters) {
        return Vec::new();
    }
    let lower = word.to_lowercase();
    // Places are those of the word itself only where its letters are as long.
    if lower.len() != word.len() {
        return Vec::new();
    }
    // Of *familje* and *familjerätts* the longer one is meant.
    let mut all = Vec::from_iter(parts_at(&FIRST, &FIRST_BY_BYTE, &lower).map(str::len).max());
    for (at, _) in lower.char_indices() {
        let begins = parts_at(&LAST, &LAST_BY_BYTE, &lower[at..]);
        all.extend(begins.map(|last| at + usize::from(last == "senheten")));
    }
    all.sort_unstable();
    all.dedup();
    let mut before = 0;
    all.retain(|joint| {
        let long = |part: Option<&str>| part.is_some_and(|part| part.chars().count() >= LEAST_PART);
        let is_good = long(word.get(before..*joint)) && long(word.get(*joint..));
        if is_good {
            before = *joint;
        }
        is_good
    });
    all
}

/// Finds the blanks between a number and its unit.
fn find_units(text: &[u8], start: usize, spots: &mut Vec<(usize, BreakMark)>) {
    for at in memchr_iter(b' ', text) {
        if at == 0 || !text[at - 1].is_ascii_digit() {
            continue;
        }
        let after = &text[at + 1..];
        let is_end = |byte: &u8| !may_be_letter(*byte) && *byte != b'%';
        let end = after.iter().take(12).position(is_end).unwrap_or(after.len().min(12));
        if UNITS.iter().any(|unit| unit.as_bytes() == &after[..end]) {
            spots.push((start + at, BreakMark::NoBreak));
        }
    }
}

#[cfg(test)]
mod tests;
