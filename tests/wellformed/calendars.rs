//! Calendars, read by a program that is not ours: Python's icalendar, which stops at what RFC 5545 forbids.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use fcsite::base::OutputPath;
use fcsite::plan::{CalendarEvent, CalendarJob, Job, JobKind, Span};
use fcsite::render::render;
use jiff::civil::date;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;

use super::{every_character, is_html, is_xml};

/// What the program finds in each calendar: its name, which it does not know for a text by itself, and the texts of its events.
const READER: &str = r#"
import icalendar, json, sys
for path in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(open(path, 'rb').read())
    assert not calendar.errors, (path, calendar.errors)
    events = list(calendar.walk('VEVENT'))
    said = [[str(event.get(name)) for name in ('SUMMARY', 'LOCATION', 'DESCRIPTION')] for event in events]
    assert all(not event.errors for event in events), path
    print(json.dumps([str(calendar['NAME']), said]))
"#;

/// A calendar with an event whose words are all of this text.
fn calendar(text: &str) -> CalendarJob {
    let words: Arc<str> = text.into();
    let day = date(2026, 12, 1);
    let event = CalendarEvent {
        uid: "a@b".into(),
        activity: Some(0),
        stamp: day,
        sequence: 0,
        span: Span::Days(day, day),
        summary: words.clone(),
        location: words.clone(),
        description: words,
        url: "https://prov.example/".into(),
        cancelled: false,
    };
    CalendarJob { name: text.into(), lang: "sv".into(), events: vec![event] }
}

/// A text as a calendar can say it: one kind of line end, no tabs, and no order to turn what follows it in a list of events.
fn said(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\u{2028}', '\u{2029}'], "\n").replace('\t', " ");
    text.chars()
        .filter(|c| is_html(*c) && is_xml(*c) && *c != '\r' && !('\u{202a}'..='\u{202e}').contains(c))
        .collect()
}

/// A text as RFC 5545 writes it (3.3.11), read: the program does so for the words that it knows for texts.
fn unescaped(written: &str) -> String {
    let mut signs = written.chars();
    let mut text = String::new();
    while let Some(sign) = signs.next() {
        match sign {
            '\\' => text.extend(signs.next().map(|sign| if sign == 'n' { '\n' } else { sign })),
            sign => text.push(sign),
        }
    }
    text
}

/// Writes a calendar of each text, and has them read.
fn check(texts: &[String]) {
    let folder = tempfile::tempdir().unwrap();
    let mut paths: Vec<PathBuf> = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        let mut out = Vec::new();
        let job = Job::new(OutputPath::new("x.ics").unwrap(), JobKind::Calendar(Box::new(calendar(text))));
        assert!(render(&job, &[], &mut out).is_empty());
        let written = std::str::from_utf8(&out).unwrap();
        // RFC 5545, 3.1: lines end with both and are no longer than 75 octets.
        assert!(written.ends_with("\r\n") && !written.replace("\r\n", "").contains(['\r', '\n']));
        assert!(written.split("\r\n").all(|line| line.len() <= 75));
        let path = folder.path().join(format!("{at}.ics"));
        fs::write(&path, out).unwrap();
        paths.push(path);
    }
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases/ftp/bin/python");
    let output = Command::new(python).args(["-c", READER]).args(&paths).output();
    let output = output.expect("tests/external/fetch brings the program");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(found.lines().count(), texts.len());
    for (text, line) in texts.iter().zip(found.lines()) {
        let (name, events): (String, Vec<[String; 3]>) = serde_json::from_str(line).unwrap();
        let (name, right) = (unescaped(&name), said(text));
        let words = [&right, &right, &right].map(String::clone);
        assert_eq!((&name, &events), (&right, &vec![words]), "{text:?}");
    }
}

#[test]
fn every_character_in_an_event_is_read_as_it_was_or_dropped() {
    // A letter on each side: programs leave out blanks at the ends.
    let texts: Vec<String> = every_character(5000).into_iter().map(|text| format!("a{text}z")).collect();
    check(&texts);
}

#[test]
fn any_text_in_an_event_is_read_as_it_was_or_dropped() {
    let parts = prop_oneof![
        any::<String>(),
        "[\\\\;,:\"\r\n\tnN a-c]{0,80}",
        Just("\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\n".to_string())
    ];
    let texts = proptest::collection::vec(parts, 1..4).prop_map(|parts| format!("a{}z", parts.concat()));
    let mut runner = TestRunner::deterministic();
    let texts: Vec<String> = (0..400).map(|_| texts.new_tree(&mut runner).unwrap().current()).collect();
    check(&texts);
}
