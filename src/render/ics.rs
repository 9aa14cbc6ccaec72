//! The one writer of calendars: iCalendar (RFC 5545).
//!
//! Programs on phones drop a whole calendar at the first slip, and say nothing. Here lines end with CRLF and are folded at 75 octets between
//! characters, texts are escaped, what a text may not hold is dropped, and what was begun is ended. Each time is an event of its own: so no
//! program can count a week, a holiday or a change of clocks otherwise than the pages do.

use jiff::civil::Date;

use super::xml::is_web;
use crate::base::characters::is_forbidden;
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
}

/// Renders a calendar.
pub fn render(calendar: &CalendarJob, out: &mut Vec<u8>) {
    Ics::calendar(out, &calendar.name, &calendar.lang, |ics| {
        for event in &calendar.events {
            ics.event(&event.uid, event.stamp, event.span, |ics| {
                ics.raw("SEQUENCE", &event.sequence.to_string());
                ics.raw("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" });
                ics.text("SUMMARY", &[], &event.summary);
                ics.text("LOCATION", &[], &event.location);
                if !event.description.is_empty() {
                    ics.text("DESCRIPTION", &[], &event.description);
                }
                if is_web(&event.url) {
                    ics.raw("URL", &event.url);
                }
            });
        }
    });
}

impl<'o> Ics<'o> {
    /// Writes a calendar with a name and what `inner` puts into it.
    pub fn calendar(out: &'o mut Vec<u8>, name: &str, lang: &str, inner: impl FnOnce(&mut Ics<'_>)) {
        let mut ics = Ics { out };
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
        self.line(&format!("DTSTAMP:{}T000000Z", day(stamp)));
        match span {
            Span::Times(date, interval) => {
                self.line(&format!("DTSTART;TZID={ZONE}:{}", moment(date, interval.from.0)));
                self.line(&format!("DTEND;TZID={ZONE}:{}", moment(date, interval.to.0)));
            }
            Span::Days(from, to) => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", day(from)));
                // The end is the first day without it.
                self.line(&format!("DTEND;VALUE=DATE:{}", day(to.tomorrow().unwrap_or(to))));
                // A family is not busy because a centre is closed.
                self.line("TRANSP:TRANSPARENT");
            }
        }
        inner(self);
        self.line("END:VEVENT");
    }

    /// A property that is a text.
    pub fn text(&mut self, name: &str, parameters: &[(&str, &str)], value: &str) {
        let parameters: String =
            parameters.iter().map(|(name, value)| format!(";{name}={}", parameter(value))).collect();
        self.line(&format!("{name}{parameters}:{}", escaped(value)));
    }

    /// A property of a word of ours or an address, which is not escaped.
    pub fn raw(&mut self, name: &str, value: &str) {
        let value: String =
            value.chars().filter(|c| !is_forbidden(*c) && !matches!(c, '\r' | '\n' | '\t')).collect();
        self.line(&format!("{name}:{value}"));
    }

    fn line(&mut self, text: &str) {
        let mut room = LONGEST;
        for c in text.chars() {
            if c.len_utf8() > room {
                self.out.extend_from_slice(b"\r\n ");
                room = LONGEST - 1;
            }
            let mut bytes = [0; 4];
            self.out.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
            room -= c.len_utf8();
        }
        self.out.extend_from_slice(b"\r\n");
    }
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

/// A time of a day in minutes; the end of a day is the beginning of the next.
fn moment(date: Date, minutes: u16) -> String {
    let (date, minutes) =
        if minutes >= 24 * 60 { (date.tomorrow().unwrap_or(date), 0) } else { (date, minutes) };
    format!("{}T{:02}{:02}00", day(date), minutes / 60, minutes % 60)
}

/// A text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
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
    out
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
