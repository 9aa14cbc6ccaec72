//! Contacts: the web addresses, mail addresses and phone numbers that stand in running text, so that a parent can tap them.
//!
//! What is found here becomes a link on a page and is what `check` speaks of: one answer for both. A wrong link is worse than none
//! (nobody shall call 112 because a bus has that number), so what may be something else stays text. What a web address is stands
//! here, what a phone number is in [`phone`], and when a short number is one in [`short`]. Each byte of a text is looked at a bounded
//! number of times, whatever the text is.

mod edges;
mod phone;
mod short;

use std::borrow::Cow;
use std::ops::Range;

use crate::base::characters::with_bytes;
use crate::base::markup::{escape_href, escape_into};
use crate::base::{AbsoluteUrl, Email};

/// Something that can be tapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FoundContact {
    /// Where it stands in the text.
    pub range: Range<usize>,
    /// What it is.
    pub what: ContactKind,
}

/// What can be tapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ContactKind {
    /// A web address; of one without its scheme, the address is made.
    Web(String),
    /// A mail address.
    Mail,
    /// A phone number: its digits in their international form with a `+`, or as they are of a short number.
    Phone(String),
}

impl FoundContact {
    /// Where a link leads.
    pub fn href<'a>(&'a self, text: &'a str) -> Cow<'a, str> {
        match &self.what {
            ContactKind::Web(url) => Cow::Borrowed(url),
            ContactKind::Mail => {
                Cow::Owned(format!("mailto:{}", text.get(self.range.clone()).unwrap_or_default()))
            }
            ContactKind::Phone(number) => Cow::Owned(format!("tel:{number}")),
        }
    }
}

/// May a text hold any? All of them have a digit or one of a few signs within.
pub fn may_stand_in(text: &str) -> bool {
    text.bytes().any(|byte| SIGNS[byte as usize])
}

/// All contacts of a text, in their order, none within another.
pub fn find(text: &str) -> Vec<FoundContact> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // Up to here all is found but numbers, of which the first digit stands at `digit`.
    let (mut at, mut free, mut digit) = (0, 0, None);
    while let Some(byte) = bytes.get(at).copied() {
        if !SIGNS[byte as usize] {
            at += 1;
        } else if byte.is_ascii_digit() {
            digit = digit.or(Some(at));
            at += 1;
        } else if is_inner(bytes, at) {
            let word = word_at(text, at, free);
            // There may be digits in it.
            digit = digit.or(Some(at));
            at = word.end;
            in_word(text, word, &mut |contact| {
                let numbers =
                    digit.take().map_or(0, |digit| digit.saturating_sub(1)).max(free)..contact.range.start;
                phone::find(text, numbers, &mut found);
                free = contact.range.end;
                digit = Some(free);
                found.push(contact);
            });
        } else {
            at += 1;
        }
    }
    if let Some(digit) = digit {
        phone::find(text, digit.saturating_sub(1).max(free)..text.len(), &mut found);
    }
    found
}

/// May the sign here be one within a web or mail address?
fn is_inner(bytes: &[u8], at: usize) -> bool {
    let is_letter =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80);
    match bytes.get(at) {
        Some(b':') => bytes.get(at + 1..at + 3) == Some(b"//"),
        Some(b'.') => {
            is_letter(bytes.get(at + 1)) && at.checked_sub(1).is_some_and(|at| is_letter(bytes.get(at)))
        }
        _ => true,
    }
}

/// The word around a place, which begins after another place.
fn word_at(text: &str, at: usize, least: usize) -> Range<usize> {
    let before = text.get(least..at).unwrap_or_default();
    let start =
        before.char_indices().rev().find(|(_, c)| is_between(*c)).map_or(0, |(at, c)| at + c.len_utf8());
    let after = text.get(at..).unwrap_or_default();
    let end = after.find(is_between).unwrap_or(after.len());
    least + start..at + end
}

/// Writes a text for HTML, or gives none where it holds nothing to be tapped. A number stands in a run of its own, from left to right, so
/// that it reads right in Arabic too; where no link may stand (`linked` is false), that is all.
pub fn html(text: &str, linked: bool) -> Option<String> {
    let found = find(text);
    if found.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len() + 80 * found.len());
    let mut from = 0;
    for contact in &found {
        escape_into(text.get(from..contact.range.start).unwrap_or_default(), &mut out);
        write(&mut out, text, contact, linked);
        from = contact.range.end;
    }
    escape_into(text.get(from..).unwrap_or_default(), &mut out);
    Some(out)
}

/// Writes one contact of a text for HTML.
pub fn write(out: &mut String, text: &str, contact: &FoundContact, linked: bool) {
    let shown = text.get(contact.range.clone()).unwrap_or_default();
    let href = linked.then(|| contact.href(text));
    match contact.what {
        ContactKind::Phone(_) => write_number(out, shown, href.as_deref()),
        ContactKind::Web(_) | ContactKind::Mail => write_address(out, shown, href.as_deref()),
    }
}

/// Writes a number, or hours, in a run of its own from left to right, which the theme keeps in one line.
pub fn write_number(out: &mut String, shown: &str, href: Option<&str>) {
    if let Some(href) = href {
        out.push_str("<a href=\"");
        escape_href(out, href);
        out.push_str("\">");
    }
    out.push_str("<bdi dir=\"ltr\">");
    escape_into(shown, out);
    out.push_str(if href.is_some() { "</bdi></a>" } else { "</bdi>" });
}

/// Writes an address in a run of its own from left to right, which may be broken: it may be longer than a line.
pub fn write_address(out: &mut String, shown: &str, href: Option<&str>) {
    match href {
        Some(href) => {
            out.push_str("<a href=\"");
            escape_href(out, href);
            out.push_str("\" dir=\"ltr\">");
        }
        None => out.push_str("<span dir=\"ltr\">"),
    }
    escape_into(shown, out);
    out.push_str(if href.is_some() { "</a>" } else { "</span>" });
}

/// What stands between words: also the sign that stands for something that is no word.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '|' | '\u{fffc}')
}

/// The web and mail addresses of a word, in their order.
fn in_word(text: &str, place: Range<usize>, add: &mut impl FnMut(FoundContact)) {
    let word = text.get(place.clone()).unwrap_or_default();
    match web_in(word) {
        Some((range, url)) => {
            let range = place.start + range.start..place.start + range.end;
            add(FoundContact { range, what: ContactKind::Web(url) });
        }
        None => mails_in(word, place.start, add),
    }
}

/// The web address of a word: an address may hold another, so there is one at the most.
fn web_in(word: &str) -> Option<(Range<usize>, String)> {
    let start = ["http://", "https://"].iter().filter_map(|scheme| find_caseless(word, scheme)).min();
    if let Some(start) = start {
        let end = start + whole(word.get(start..)?).len();
        let url = word.get(start..end)?;
        let has_host = url.get(url.find("://")? + 3..)?.starts_with(char::is_alphanumeric);
        return (has_host && AbsoluteUrl::parse(url).is_ok()).then(|| (start..end, url.to_string()));
    }
    if word.contains('@') {
        return None;
    }
    let start = find_www(word).or_else(|| {
        let start = word.find(char::is_alphanumeric)?;
        word.get(..start)?.chars().all(|c| OPENING.contains(c)).then_some(start)
    })?;
    let url = whole(word.get(start..)?);
    let host_end = url.find(|c: char| !(c.is_alphanumeric() || c == '.' || c == '-')).unwrap_or(url.len());
    let (host, rest) = url.split_at(host_end);
    let host = host.trim_end_matches(['.', '-']);
    let is_www = begins_with(host, "www.");
    let has_path = rest.starts_with(['/', '?', '#']);
    let url = if has_path { url } else { host };
    (is_host(host, is_www) && AbsoluteUrl::parse(&format!("https://{url}")).is_ok())
        .then(|| (start..start + url.len(), format!("https://{url}")))
}

/// The endings of the names of servers that are taken for addresses also without `www.` before them: those that a Swedish reader
/// knows. Of any other word with a full stop within, a blank may be missing.
const ENDINGS: [&str; 6] = ["se", "nu", "com", "org", "net", "eu"];

/// What may stand before such a name in its word.
const OPENING: &str = "([{\"'”“»«’‘*_„‚–—¿¡\u{2066}\u{200e}\u{200f}";

fn is_host(host: &str, is_www: bool) -> bool {
    let Some((name, ending)) = host.rsplit_once('.') else { return false };
    let labels = if is_www { name.get(4..).unwrap_or_default() } else { name };
    let is_label = |label: &str| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-');
    let is_known = match is_www {
        true => ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic),
        false => ENDINGS.contains(&ending),
    };
    is_known && labels.len() > 1 && labels.split('.').all(is_label)
}

/// An address as far as it goes in a word: without the marks of the sentence after it, and without a bracket that was opened before it.
fn whole(word: &str) -> &str {
    let end = word.find(|c: char| is_between(c) || "\"”“»«`".contains(c)).unwrap_or(word.len());
    let mut url = word.get(..end).unwrap_or_default();
    let count = |sign: char| url.matches(sign).count();
    let mut open = [count(')').saturating_sub(count('(')), count(']').saturating_sub(count('['))];
    loop {
        let Some(last) = url.chars().next_back() else { return url };
        let is_mark = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '‘' | '…' | '*' | '،' | '؛' | '؟' | '。' => {
                true
            }
            ')' | ']' => {
                let extra = &mut open[usize::from(last == ']')];
                let is_outer = *extra > 0;
                *extra = extra.saturating_sub(1);
                is_outer
            }
            _ => false,
        };
        if !is_mark {
            return url;
        }
        url = &url[..url.len() - last.len_utf8()];
    }
}

/// A name before an `@` has at most 64 bytes, and a server's name 253 (RFC 5321 and 1035): no further is looked.
const NAME: usize = 64;
const SERVER: usize = 253;

fn mails_in(word: &str, start: usize, add: &mut impl FnMut(FoundContact)) {
    let mut free = 0;
    for (at, _) in word.match_indices('@') {
        if at < free {
            continue;
        }
        let is_part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        let length = |chars: &mut dyn Iterator<Item = char>, most: usize| {
            let mut length = 0;
            for c in chars.take_while(is_part).take(most) {
                length += c.len_utf8();
            }
            length
        };
        let name = length(&mut word[free..at].chars().rev(), NAME + 1);
        let server = length(&mut word[at + 1..].chars(), SERVER + 1);
        let begin = at - name;
        let begin = begin + (name - word[begin..at].trim_start_matches(['.', '-', '_', '+']).len());
        let end = at + 1 + word[at + 1..at + 1 + server].trim_end_matches(['.', '-', '_', '+']).len();
        let is_within = word[..begin].ends_with(['/', '@', '=']) || word[end..].starts_with('@');
        let ending = word[at + 1..end].rsplit('.').next().unwrap_or_default();
        let has_ending = ending.chars().count() > 1 && ending.chars().all(char::is_alphabetic);
        let is_short = name <= NAME && server <= SERVER;
        if is_short && !is_within && has_ending && Email::parse(&word[begin..end]).is_some() {
            add(FoundContact { range: start + begin..start + end, what: ContactKind::Mail });
            free = end;
        }
    }
}

fn begins_with(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

/// Where a word holds `www.`, not within a name or a path.
fn find_www(word: &str) -> Option<usize> {
    let is_within = |c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '/' | '=');
    let mut dots = word.match_indices('.').filter_map(|(at, _)| at.checked_sub(3));
    dots.find(|start| {
        word.get(*start..).is_some_and(|rest| begins_with(rest, "www."))
            && word.get(..*start).is_some_and(|before| !before.ends_with(is_within))
    })
}

/// Where a word holds a scheme, in whatever case.
fn find_caseless(word: &str, scheme: &str) -> Option<usize> {
    let length = scheme.len() - "://".len();
    let mut signs = word.match_indices("://").map(|(at, _)| at);
    signs.find_map(|at| {
        let start = at.checked_sub(length)?;
        let is_whole = !word.get(..start)?.ends_with(|c: char| c.is_ascii_alphanumeric());
        (is_whole && word.get(start..at)?.eq_ignore_ascii_case(&scheme[..length])).then_some(start)
    })
}

static SIGNS: [bool; 256] = with_bytes([false; 256], b"0123456789@.:");

#[cfg(test)]
mod tests;
