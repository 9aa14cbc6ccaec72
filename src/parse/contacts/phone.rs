//! Phone numbers in running text.
//!
//! The rule is that of the Swedish numbering plan for telephony (PTS, ITU-T E.164): a number has 8 to 10 digits with its leading 0, of
//! which the area is 08, one of the areas with three digits, or else four digits; what follows an area of four has five digits at the
//! least, a mobile number and one that begins with 010 or 077 has ten in all, and no subscriber's number begins with 0. People
//! write the area first and then the rest in groups with blanks: `0611-34 81 00`. So what is grouped in another way is something else:
//! `08-12 13-16` are hours, `0915-1030` times, `08-12-2026` a date, `KS-0812345678` a case. Where it is not clear, it is no number.
//! Of other countries the neighbours are known, whose numbers stand in texts at the borders.

use std::ops::Range;

use super::edges::stands_free;
use super::{ContactKind, FoundContact, short};
use crate::parse::values::has_area_of_three;

/// The longest that a number is written, in digits and what separates them: no further is looked.
const LONGEST: usize = 60;

/// The neighbours: country code and how many digits follow it.
const NEIGHBOURS: [(&str, std::ops::RangeInclusive<usize>); 3] =
    [("45", 8..=8), ("47", 8..=8), ("358", 6..=11)];

/// Finds the numbers in a part of a text.
pub fn find(text: &str, part: Range<usize>, found: &mut Vec<FoundContact>) {
    let bytes = text.as_bytes();
    let mut at = part.start;
    while at < part.end {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = begin_of(bytes, at, part.start);
        if start == at && bytes[at] != b'0' && !short::may_begin(bytes, at) {
            at += bytes[at..part.end].iter().take_while(|byte| byte.is_ascii_digit()).count();
            continue;
        }
        let run = DigitRun::read(text.get(start..part.end).unwrap_or_default());
        let range = start..start + run.end;
        let number = run.number().filter(|_| stands_free(text, range.clone()));
        let number = number.map(|number| (range, number)).or_else(|| {
            let (end, number) = short::find(text, at, part.end)?;
            Some((at..end, number))
        });
        match number {
            Some((range, number)) => {
                at = range.end;
                found.push(FoundContact { range, what: ContactKind::Phone(number) });
            }
            // After `9–12 ` a number may still begin.
            None => at = (start + run.first).max(at + 1),
        }
    }
}

/// Where a number begins whose first digit stands here: at its `+`, or at the bracket around its area.
fn begin_of(bytes: &[u8], at: usize, least: usize) -> usize {
    let before = at.checked_sub(1).filter(|before| *before >= least);
    match before.map(|before| (before, bytes[before])) {
        Some((before, b'+')) => before,
        Some((before, b'(')) => {
            let digits = bytes[at..].iter().take(5).take_while(|byte| byte.is_ascii_digit()).count();
            let is_area = (2..=4).contains(&digits) && bytes.get(at + digits) == Some(&b')');
            if is_area { before } else { at }
        }
        _ => at,
    }
}

/// Digits in groups, as they stand in a text.
struct DigitRun {
    has_plus: bool,
    has_bracket: bool,
    groups: Vec<String>,
    /// What stands between the groups.
    separators: Vec<Separator>,
    /// Where its first group ends.
    first: usize,
    /// Where it ends.
    end: usize,
    /// Goes it on for longer than a number can?
    is_too_long: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Separator {
    Blank,
    Hyphen,
    Dot,
    Slash,
    /// The end of brackets, with what follows it.
    Bracket,
}

impl DigitRun {
    /// Reads on as long as digits follow, with one sign between them.
    fn read(text: &str) -> Self {
        let mut run = Self {
            has_plus: text.starts_with('+'),
            has_bracket: text.starts_with('('),
            groups: Vec::new(),
            separators: Vec::new(),
            first: 0,
            end: 0,
            is_too_long: false,
        };
        let mut at = usize::from(run.has_plus || run.has_bracket);
        loop {
            let rest = text.get(at..).unwrap_or_default();
            let is_first = run.groups.is_empty();
            // The first group is passed over as a whole where it is no number's; of another one it is enough that it is too long.
            let most = if is_first { usize::MAX } else { LONGEST };
            let digits = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
            run.groups.push(rest.get(..digits.min(LONGEST)).unwrap_or_default().to_string());
            at += digits;
            run.end = at;
            run.first = if is_first { at } else { run.first };
            if at > LONGEST {
                run.is_too_long = true;
                return run;
            }
            let rest = text.get(at..).unwrap_or_default();
            let Some((separator, length)) = separator(rest, &run) else { return run };
            let next = rest.get(length..).unwrap_or_default();
            if !next.starts_with(|c: char| c.is_ascii_digit()) || run.ends_before(next) {
                return run;
            }
            run.separators.push(separator);
            at += length;
        }
    }

    /// Is the number whole, and another one begins? `070-123 45 67 070-765 43 21`
    fn ends_before(&self, next: &str) -> bool {
        let digits = next.bytes().take(5).take_while(u8::is_ascii_digit).count();
        let area = next.get(..digits).unwrap_or_default();
        let has_more = next.get(digits..).is_some_and(|rest| rest.starts_with(['-', '–', '\u{2011}']));
        is_area(area) && has_more && self.number().is_some()
    }

    /// The number, in its international form.
    fn number(&self) -> Option<String> {
        if self.is_too_long || self.groups.is_empty() {
            return None;
        }
        let digits = self.groups.concat();
        if self.has_plus {
            return international(&digits);
        }
        if let Some(rest) = digits.strip_prefix("00") {
            return (self.groups[0].starts_with("0046")).then(|| international(rest))?;
        }
        self.is_grouped_as_swedish().then(|| national(&digits))?
    }

    fn is_grouped_as_swedish(&self) -> bool {
        let area = self.groups[0].as_str();
        let total: usize = self.groups.iter().map(String::len).sum();
        let Some((first, rest)) = self.separators.split_first() else {
            // Eight digits in one are as often a date.
            return !self.has_bracket && (9..=10).contains(&total);
        };
        if !is_area(area) || self.has_bracket != (*first == Separator::Bracket) {
            return false;
        }
        let is_date = matches!(self.groups.as_slice(), [day, month, year]
            if day.len() == 2 && month.len() == 2 && year.len() == 4);
        let are_blanks = rest.iter().all(|separator| *separator == Separator::Blank);
        let is_all = |one| self.separators.iter().all(|separator| *separator == one);
        let are_hyphens = is_all(Separator::Hyphen) || is_all(Separator::Dot);
        // `08 18 28 38`: the minutes of a bus.
        let are_minutes =
            area == "08" && *first == Separator::Blank && self.groups.iter().all(|group| group.len() == 2);
        let is_slashed = rest.contains(&Separator::Slash);
        !is_date && !are_minutes && !is_slashed && (are_blanks || are_hyphens && total >= 9)
    }
}

/// What separates two groups here, and how long it is.
fn separator(rest: &str, run: &DigitRun) -> Option<(Separator, usize)> {
    let sign = rest.chars().next()?;
    let length = sign.len_utf8();
    let after = rest.get(length..).unwrap_or_default();
    let blank = |text: &str| text.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '\u{202f}'));
    let hyphen = |c: char| matches!(c, '-' | '–' | '\u{2010}' | '\u{2011}');
    let is_first = run.groups.len() == 1;
    match sign {
        ' ' | '\u{a0}' | '\u{202f}' if run.has_plus && after.starts_with("(0)") => {
            Some((Separator::Bracket, length + 3 + blank_after(after.get(3..)?)))
        }
        // `08 - 530 610 00`, also with the dash that a word processor makes of it
        ' ' | '\u{a0}'
            if is_first
                && is_area(&run.groups[0])
                && after.starts_with(hyphen)
                && blank_behind(after).is_some() =>
        {
            Some((Separator::Hyphen, length + blank_behind(after)?))
        }
        // `060- 19 20 30`
        c if is_first
            && run.groups[0].len() > 2
            && is_area(&run.groups[0])
            && hyphen(c)
            && blank(after).is_some() =>
        {
            Some((Separator::Hyphen, length + blank(after)?.len_utf8()))
        }
        // `060.19.20.30`
        '.' if is_area(&run.groups[0])
            && run.groups[0].len() > 2
            && (is_first || run.separators[0] == Separator::Dot) =>
        {
            Some((Separator::Dot, length))
        }
        ' ' | '\u{a0}' | '\u{202f}' => Some((Separator::Blank, length)),
        '(' if run.has_plus && rest.starts_with("(0)") => {
            Some((Separator::Bracket, 3 + blank_after(rest.get(3..)?)))
        }
        ')' if is_first && run.has_bracket => {
            let gap = blank(after).or_else(|| after.chars().next().filter(|c| hyphen(*c)));
            Some((Separator::Bracket, length + gap.map_or(0, char::len_utf8)))
        }
        '/' if is_first && is_area(&run.groups[0]) => Some((Separator::Slash, length)),
        c if hyphen(c) => Some((Separator::Hyphen, length)),
        _ => None,
    }
}

/// How long a hyphen is with the blank behind it.
fn blank_behind(text: &str) -> Option<usize> {
    let mut signs = text.chars();
    let hyphen = signs.next()?;
    let blank = signs.next().filter(|c| matches!(c, ' ' | '\u{a0}'))?;
    Some(hyphen.len_utf8() + blank.len_utf8())
}

fn blank_after(rest: &str) -> usize {
    rest.chars().next().filter(|c| matches!(c, ' ' | '\u{a0}' | '-')).map_or(0, char::len_utf8)
}

/// Is it an area as people write it apart from the rest? `0708` was one of mobile numbers, `0200` is one of numbers that cost nothing.
fn is_area(digits: &str) -> bool {
    let is_geographic = digits.starts_with('0') && !digits.starts_with("00");
    let of_three = has_area_of_three(digits);
    is_geographic
        && match digits.len() {
            2 => digits == "08",
            3 => of_three,
            4 => !digits.starts_with("08") && (!of_three || digits.starts_with("07") || digits == "0200"),
            _ => false,
        }
}

/// A number with its leading 0, in its international form.
fn national(digits: &str) -> Option<String> {
    let total = digits.len();
    let of_three = has_area_of_three(digits);
    let (area, least) = match () {
        () if digits.starts_with("08") => (2, 8),
        () if ["070", "072", "073", "076", "079", "010"].iter().any(|area| digits.starts_with(area)) => {
            (3, 10)
        }
        () if digits.starts_with("077") => (4, 10),
        () if digits.starts_with("0200") => (4, 9),
        () if of_three => (3, 8),
        () => (4, 9),
    };
    let subscriber = digits.get(area..)?;
    let is_number = digits.starts_with('0') && (least..=10).contains(&total) && !subscriber.starts_with('0');
    (is_number && !digits.starts_with("00")).then(|| format!("+46{}", &digits[1..]))
}

/// A number after its `+`.
fn international(digits: &str) -> Option<String> {
    if let Some(rest) = digits.strip_prefix("46") {
        let rest = rest.strip_prefix('0').unwrap_or(rest);
        return national(&format!("0{rest}"));
    }
    let is_known = NEIGHBOURS
        .iter()
        .any(|(code, lengths)| digits.strip_prefix(code).is_some_and(|rest| lengths.contains(&rest.len())));
    is_known.then(|| format!("+{digits}"))
}
