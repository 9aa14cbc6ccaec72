//! The calendars that phones subscribe to, read back by programs that are not ours: the same times as the centre's own calendar.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on says so by failing"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fcsite::base::SourcePath;
use fcsite::model::HolidayRules;
use fcsite::model::calendar::{Almanac, Calendar, Happening};
use fcsite::parse::centre::Centre;
use fcsite::parse::files::HolidayRule;
use fcsite::parse::{self, Content, Role};
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// What a Python program finds in a calendar: for each time its id, beginning, end and status.
const READER: &str = r#"
import datetime, sys, zoneinfo, icalendar, recurring_ical_events
zone = zoneinfo.ZoneInfo('Europe/Stockholm')
for path in sys.argv[3:]:
    calendar = icalendar.Calendar.from_ical(open(path, 'rb').read())
    assert not calendar.errors, (path, calendar.errors)
    first, last = (datetime.date.fromisoformat(day) for day in sys.argv[1:3])
    seen = set()
    for event in recurring_ical_events.of(calendar, keep_recurrence_attributes=True).between(first, last + datetime.timedelta(days=1)):
        start, end = event['DTSTART'].dt, event['DTEND'].dt
        if isinstance(start, datetime.datetime):
            local = [at.astimezone(zone).strftime('%Y-%m-%d %H:%M') for at in (start, end)]
        else:
            local = [start.isoformat(), end.isoformat()]
        assert event['UID'] not in seen, (path, event['UID'])
        seen.add(event['UID'])
        print(path, event['UID'].split('@')[0], *local, event['STATUS'], sep='\t')
"#;

/// Numbers by chance (splitmix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % most
    }

    fn pick(&mut self, words: &[&'static str]) -> &'static str {
        words[usize::try_from(self.below(words.len() as u64)).unwrap()]
    }

    fn day(&mut self, now: Date) -> Date {
        now + (i64::try_from(self.below(230)).unwrap() - 40).days()
    }

    /// A centre's file.
    fn centre(&mut self, now: Date, number: usize) -> String {
        let days = ["måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"];
        let weeks = ["varje vecka", "jämna veckor", "udda veckor", "första", "sista", "första och tredje"];
        let mut text = format!(
            "namn: Centralen {number}\nstatus: öppen\nadress: {{gata: \"Gatan {number}; A, B\"}}\nverksamheter:\n  - typ: öppen förskola\n\
             öppettider:\n  måndag-söndag: 6–23\nkontrollerad: 2026-11-01\n"
        );
        if self.below(2) == 0 {
            let from = self.day(now);
            text += &format!(
                "avvikelser:\n  - {{från: {from}, till: {}, stängt: ja, orsak: Lov}}\n",
                from + 6.days()
            );
        }
        text += "aktiviteter:\n";
        for place in 0..=self.below(4) {
            let (day, week) = (self.pick(&days), self.pick(&weeks));
            let (hour, minutes) = (7 + self.below(12), self.below(4) * 15);
            text += &format!(
                "  - id: a{place}\n    rubrik: Nummer {place}, å \\ ö\n    dag: {day}\n    upprepas: {week}\n    från: {hour}.{minutes:02}\n    till: {}.{minutes:02}\n",
                hour + 1
            );
            if self.below(3) == 0 {
                text += &format!("    startar: {}\n", self.day(now));
            }
        }
        text
    }
}

fn read(text: &str) -> Centre {
    let role = Role::Centre { owner: "alfa".to_string(), id: "x".to_string() };
    let parsed = parse::parse(&SourcePath::new("content/alfa/centres/x.yaml"), &role, text.as_bytes());
    match parsed.document.unwrap().content {
        Content::Centre(centre) => centre.as_ref().clone(),
        _ => panic!("{text}"),
    }
}

fn build(folder: &Path, now: Date) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    command.args(["build", "-q", "--now", &now.to_string()]).current_dir(folder);
    let output = command.env("XDG_STATE_HOME", folder.join("state")).output().unwrap();
    assert_ne!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
}

fn write(folder: &Path, path: &str, text: &str) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn site(folder: &Path) {
    write(folder, "content/site.yaml", "title: Länet\nbase_url: https://lan.example\norganisation: Länet\n");
    write(folder, "content/alfa/municipality.yaml", "name: Alfa kommun\ncode: \"0127\"\n");
}

#[test]
fn each_time_is_read_back_by_other_programs_as_the_centres_calendar_has_it() {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/external/cases/ftp/bin/python");
    let (now, centres) = (date(2026, 10, 20), 300);
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder);
    let mut chance = Chance(11);
    let mut expected = BTreeSet::new();
    let mut paths: Vec<PathBuf> = Vec::new();
    let rules = HolidayRules { public: HolidayRule::Closed, eves: HolidayRule::Warn };
    for number in 0..centres {
        let text = chance.centre(now, number);
        write(folder, &format!("content/alfa/centres/c{number}.yaml"), &text);
        let centre = read(&text);
        let path = folder.join(format!("public/alfa/familjecentraler/c{number}/kalender.ics"));
        let calendar = Calendar::of(&centre, &Almanac::of(now, rules));
        for one in calendar.happening(now - 30.days(), now + 180.days()) {
            let (original, status) = match one.happening {
                Happening::Takes => (one.date, "CONFIRMED"),
                Happening::Cancelled(_) => (one.date, "CANCELLED"),
                Happening::MovedTo(..) => continue,
                Happening::MovedFrom(original, _) => (original, "CONFIRMED"),
            };
            let at = |minutes: u16| format!("{} {:02}:{:02}", one.date, minutes / 60, minutes % 60);
            let id = &centre.activities[one.activity].id;
            let (from, to) = (at(one.interval.from.0), at(one.interval.to.0));
            expected.insert(format!("{}\t{id}-{original}\t{from}\t{to}\t{status}", path.display()));
        }
        paths.push(path);
    }
    build(folder, now);
    let mut reader = Command::new(python);
    reader.args(["-c", READER, &(now - 30.days()).to_string(), &(now + 180.days()).to_string()]).args(&paths);
    let output = reader.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found = String::from_utf8(output.stdout).unwrap();
    let found: BTreeSet<String> =
        found.lines().filter(|line| !line.contains("\tstangt-")).map(str::to_string).collect();
    assert!(expected.len() > 5000, "{}", expected.len());
    let missing: Vec<_> = expected.difference(&found).take(5).collect();
    let others: Vec<_> = found.difference(&expected).take(5).collect();
    assert!(missing.is_empty() && others.is_empty(), "{missing:#?}\n{others:#?}");
}

#[test]
fn a_change_of_one_activity_changes_its_events_alone_and_two_builds_are_the_same() {
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path();
    site(folder);
    let now = date(2026, 11, 28);
    let text = "name: Torget\nstatus: open\naddress: {street: Torget 1}\nservices:\n  - kind: open_preschool\nreviewed: 2026-11-01\nactivities:\n  \
                - {id: sang, title: Sång, day: monday, from: 10.00, to: 11.00}\n  - {id: lek, title: Lek, day: friday, from: 10.00, to: 11.00}\n";
    let events = |text: &str| -> BTreeSet<String> {
        write(folder, "content/alfa/centres/torget.yaml", text);
        build(folder, now);
        let bytes =
            fs::read_to_string(folder.join("public/alfa/familjecentraler/torget/kalender.ics")).unwrap();
        bytes
            .split("BEGIN:VEVENT")
            .skip(1)
            .map(|event| event.split("END:VEVENT").next().unwrap().to_string())
            .collect()
    };
    let before = events(text);
    assert_eq!(before, events(text));
    let after = events(&text.replace("title: Lek, day: friday", "title: Lek, day: thursday"));
    let changed: Vec<&String> = before.symmetric_difference(&after).collect();
    assert!(changed.len() > 20 && changed.iter().all(|event| event.contains("SUMMARY:Lek")), "{changed:?}");
}
