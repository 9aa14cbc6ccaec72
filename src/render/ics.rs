//! The one writer of calendars: iCalendar (RFC 5545).
//!
//! Programs on phones drop a whole calendar at the first slip, and say nothing. Here lines end with CRLF and are folded at 75 octets between
//! characters, texts are escaped, what a text may not hold is dropped, and what was begun is ended. Each time is an event of its own: so no
//! program can count a week, a holiday or a change of clocks otherwise than the pages do.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Write as _;
use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use crate::base::characters::is_forbidden;
use crate::base::xml::is_web;
use crate::plan::{CalendarJob, Span};

/// The longest line in octets, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The time zone of all times.
const ZONE: &str = "Europe/Stockholm";

/// Sweden's rules since 1996, as RFC 5545 has them.
const TIMEZONE: [&str; 16] = [
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Stockholm",
    "BEGIN:DAYLIGHT",
    "DTSTART:19960331T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
];

/// A calendar in the making.
pub struct Ics<'o> {
    out: &'o mut Vec<u8>,
    /// Where lines of texts that many events share were written first: by the property and the text's place in memory, which lives as long
    /// as the calendar's job.
    shared: HashMap<(&'static str, *const u8), Range<usize>>,
}

/// Renders a calendar.
pub fn render(calendar: &CalendarJob, out: &mut Vec<u8>) {
    Ics::calendar(out, &calendar.name, &calendar.lang, |ics| {
        for event in &calendar.events {
            ics.event(&event.uid, event.stamp, event.span, |ics| {
                ics.raw("SEQUENCE", &event.sequence.to_string());
                ics.line(if event.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
                ics.once("SUMMARY", &event.summary, |ics, text| ics.text("SUMMARY", &[], text));
                ics.once("LOCATION", &event.location, |ics, text| ics.text("LOCATION", &[], text));
                if !event.description.is_empty() {
                    ics.once("DESCRIPTION", &event.description, |ics, text| {
                        ics.text("DESCRIPTION", &[], text)
                    });
                }
                ics.once("URL", &event.url, |ics, url| {
                    if is_web(url) {
                        ics.raw("URL", url);
                    }
                });
            });
        }
    });
}

impl<'o> Ics<'o> {
    /// Writes a calendar with a name and what `inner` puts into it.
    pub fn calendar(out: &'o mut Vec<u8>, name: &str, lang: &str, inner: impl FnOnce(&mut Ics<'_>)) {
        let mut ics = Ics { out, shared: HashMap::new() };
        for line in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//fcsite//fcsite//SV",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
        ] {
            ics.line(line);
        }
        ics.text("NAME", &[("LANGUAGE", lang)], name);
        // What phones show, from before there was a property for it.
        ics.text("X-WR-CALNAME", &[], name);
        ics.line("X-WR-TIMEZONE:Europe/Stockholm");
        // A phone need not ask more often.
        ics.line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        ics.line("X-PUBLISHED-TTL:PT6H");
        for line in TIMEZONE {
            ics.line(line);
        }
        ics.line("END:VTIMEZONE");
        inner(&mut ics);
        ics.line("END:VCALENDAR");
    }

    /// An event, with what `inner` says of it.
    pub fn event(&mut self, uid: &str, stamp: Date, span: Span, inner: impl FnOnce(&mut Ics<'_>)) {
        self.line("BEGIN:VEVENT");
        self.raw("UID", uid);
        self.short(format_args!("DTSTAMP:{}T000000Z", IcsDay(stamp)));
        match span {
            Span::Times(date, interval) => {
                self.short(format_args!("DTSTART;TZID={ZONE}:{}", IcsMoment::of(date, interval.from.0)));
                self.short(format_args!("DTEND;TZID={ZONE}:{}", IcsMoment::of(date, interval.to.0)));
            }
            Span::Days(from, to) => {
                self.short(format_args!("DTSTART;VALUE=DATE:{}", IcsDay(from)));
                // The end is the first day without it.
                self.short(format_args!("DTEND;VALUE=DATE:{}", IcsDay(to.tomorrow().unwrap_or(to))));
                // A family is not busy because a centre is closed.
                self.line("TRANSP:TRANSPARENT");
            }
        }
        inner(self);
        self.line("END:VEVENT");
    }

    /// The lines of a text that many events share, made once and copied from then on.
    fn once(&mut self, name: &'static str, text: &Arc<str>, make: impl FnOnce(&mut Self, &str)) {
        let key = (name, text.as_ptr());
        if let Some(lines) = self.shared.get(&key) {
            self.out.extend_from_within(lines.clone());
            return;
        }
        let start = self.out.len();
        make(self, text);
        self.shared.insert(key, start..self.out.len());
    }

    /// A property that is a text.
    pub fn text(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let parameters: String =
            parameters.iter().map(|(name, value)| format!(";{name}={}", parameter(value))).collect();
        self.line(&format!("{name}{parameters}:{}", escaped(value)));
    }

    /// A property of a word of ours or an address, which is not escaped.
    pub fn raw(&mut self, name: &str, value: &str) {
        let is_dropped = |c: char| is_forbidden(c) || matches!(c, '\r' | '\n' | '\t');
        let value = match value.contains(is_dropped) {
            true => Cow::Owned(value.chars().filter(|c| !is_dropped(*c)).collect()),
            false => Cow::Borrowed(value),
        };
        self.line(&format!("{name}:{value}"));
    }

    /// A line of our own words, which is never long.
    fn short(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing into memory cannot fail.
        let _ = self.out.write_fmt(text);
        self.out.extend_from_slice(b"\r\n");
    }

    fn line(&mut self, text: &str) {
        let (mut rest, mut room) = (text, LONGEST);
        while rest.len() > room {
            let (line, more) = rest.split_at(rest.floor_char_boundary(room));
            self.out.extend_from_slice(line.as_bytes());
            self.out.extend_from_slice(b"\r\n ");
            (rest, room) = (more, LONGEST - 1);
        }
        self.out.extend_from_slice(rest.as_bytes());
        self.out.extend_from_slice(b"\r\n");
    }
}

/// A day as a calendar has it.
struct IcsDay(Date);

impl std::fmt::Display for IcsDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(date) = self;
        write!(f, "{:04}{:02}{:02}", date.year(), date.month(), date.day())
    }
}

/// A time of a day.
struct IcsMoment {
    date: Date,
    minutes: u16,
}

impl IcsMoment {
    /// Of a time in minutes; the end of a day is the beginning of the next.
    fn of(date: Date, minutes: u16) -> Self {
        match minutes {
            0..1440 => Self { date, minutes },
            _ => Self { date: date.tomorrow().unwrap_or(date), minutes: 0 },
        }
    }
}

impl std::fmt::Display for IcsMoment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}T{:02}{:02}00", IcsDay(self.date), self.minutes / 60, self.minutes % 60)
    }
}

/// A text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> Cow<'_, str> {
    if !text.contains(is_escaped) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            // An override would turn what follows it in a list of events.
            c if is_forbidden(c) || matches!(c, '\r' | '\u{202a}'..='\u{202e}') => {}
            c => out.push(c),
        }
    }
    Cow::Owned(out)
}

/// Does a character not stand in a value as it is?
fn is_escaped(c: char) -> bool {
    matches!(c, '\\' | ';' | ',' | '\n' | '\r' | '\t' | '\u{2028}'..='\u{202e}') || is_forbidden(c)
}

/// A value of a parameter: in quotes where it holds what ends one (RFC 5545, 3.1).
fn parameter(value: &str) -> String {
    let plain: String = value.chars().filter(|c| !c.is_control() && *c != '"').collect();
    if plain.contains([':', ';', ',']) { format!("\"{plain}\"") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::values::{Interval, Time};

    /// The lines of a calendar, unfolded.
    fn lines(bytes: &[u8]) -> Vec<String> {
        let text = std::str::from_utf8(bytes).unwrap();
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "a line ends with both");
        assert!(text.split("\r\n").all(|line| line.len() <= LONGEST));
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_string).collect()
    }

    fn one(title: &str) -> Vec<String> {
        let mut out = Vec::new();
        let interval = Interval { from: Time::parse("22.30").unwrap(), to: Time(24 * 60) };
        Ics::calendar(&mut out, "Fittja", "sv", |ics| {
            ics.event(
                "a@b",
                "2021-01-27".parse().unwrap(),
                Span::Times("2026-12-31".parse().unwrap(), interval),
                |ics| {
                    ics.text("SUMMARY", &[], title);
                },
            );
        });
        lines(&out)
    }

    #[test]
    fn a_title_of_any_characters_is_one_line_that_says_it() {
        for title in [
            "Sång; lek, och \\ fika",
            "en\nrad\r\ntill",
            "å\u{7f}\u{0}ä\tö",
            &"långt 🎈 ".repeat(40),
            "BEGIN:VEVENT\nEND:VEVENT",
        ] {
            let lines = one(title);
            let said = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
            let plain =
                said.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\");
            let expected: String = title
                .replace("\r\n", "\n")
                .replace('\t', " ")
                .chars()
                .filter(|c| !is_forbidden(*c))
                .collect();
            assert_eq!(plain, expected);
            assert_eq!(lines.iter().filter(|line| *line == "BEGIN:VEVENT").count(), 1);
        }
    }

    #[test]
    fn what_ends_at_midnight_ends_on_the_next_day() {
        let lines = one("x");
        assert!(lines.contains(&"DTSTART;TZID=Europe/Stockholm:20261231T223000".to_string()));
        assert!(lines.contains(&"DTEND;TZID=Europe/Stockholm:20270101T000000".to_string()));
        assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
        assert_eq!(lines.last().map(String::as_str), Some("END:VCALENDAR"));
    }
}
