//! Weeks, seasons, exceptions and activities that cannot be meant.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, FITTJA, Project};
use super::{Case, check, in_project};

/// A wrong line at the end of a centre's file, on a Thursday in November.
fn line(claim: &'static str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    let quiet = Project::new().and(BOTKYRKA, "holidays: {eves: closed}\n");
    let project = quiet.and(FITTJA, &format!("{marked}\n")).on("2026-11-26");
    in_project(claim, project, FITTJA, code, says)
}

/// An activity with something wrong in it. The centre is open in the morning from Monday to Friday.
fn activity(claim: &'static str, fields: &str, code: Code, says: &'static [&'static str]) -> Case {
    let lines = format!(
        "hours: {{monday-friday: 9–12}}\nactivities:\n  - {{id: a, title: ¶¶Sång, from: 10.00, to: 10.30, {fields}}}"
    );
    let is_marked = fields.contains('¶');
    line(claim, &lines.replace("¶¶", if is_marked { "" } else { "¶" }), code, says)
}

#[test]
fn weeks_have_a_year_that_has_them() {
    let weeks = |claim, weeks: &str, code, says| {
        line(claim, &format!("exceptions:\n  - {{weeks: {weeks}, closed: true}}"), code, says)
    };
    check(vec![
        weeks("no year", "¶v. 28–30", Code::BadWeeks, &["which year", "the year that those weeks are in"]),
        weeks("no weeks", "¶sommaren 2027", Code::BadWeeks, &["“sommaren 2027”"]),
        weeks("a year without it", "¶v. 53 2027", Code::NoSuchWeek, &["2027 has no week 53", "52 weeks"]),
        weeks("reversed", "¶v. 30–28 2027", Code::NoSuchWeek, &["the first week first"]),
        weeks("over New Year", "¶v. 52–1 2026", Code::NoSuchWeek, &["v. 52 2026–v. 1 2027"]),
        weeks("in a list", "[v. 28 2027, ¶v. 54 2027]", Code::NoSuchWeek, &["week 54"]),
        activity("left out", "day: tuesday, except: [¶v. 44]", Code::BadWeeks, &["which year"]),
        activity("left out on no day", "day: tuesday, except: ¶jul", Code::BadDate, &["“jul”"]),
    ]);
}

#[test]
fn when_something_is_is_said_once() {
    check(vec![
        line(
            "an exception that is twice",
            "exceptions:\n  - ¶from: 2026-12-01\n    weeks: v. 50 2026\n    closed: true",
            Code::ExceptionWhen,
            &["from, weeks", "Keep one"],
        ),
        line(
            "an end without a beginning",
            "exceptions:\n  - {dates: [2026-12-01], ¶to: 2026-12-02, closed: true}",
            Code::ExceptionWhen,
            &["to: belongs to from:"],
        ),
        line(
            "an activity on no day",
            "activities:\n  - ¶id: a\n    title: A\n    from: 10.00\n    to: 10.30",
            Code::ActivityWhen,
            &["day: tuesday"],
        ),
        line(
            "an activity on a day and a date",
            "activities:\n  - ¶id: a\n    title: A\n    from: 10.00\n    to: 10.30\n    day: tuesday\n    date: 2026-12-01",
            Code::ActivityWhen,
            &["day, date"],
        ),
        activity(
            "a date that is repeated",
            "date: 2026-12-01, ¶repeat: every week",
            Code::ActivityWhen,
            &["repeat: belongs to day:"],
        ),
        activity("how often", "day: tuesday, repeat: ¶ibland", Code::BadRepeat, &["“ibland”", "even weeks"]),
        activity(
            "every other week, from no day",
            "day: tuesday, repeat: ¶varannan vecka",
            Code::RepeatUnclear,
            &["from which day"],
        ),
        activity(
            "another weekday",
            "day: tuesday, repeat: ¶första onsdagen i månaden",
            Code::RepeatUnclear,
            &["another weekday", "wednesday"],
        ),
        activity(
            "moved to nowhere",
            "day: tuesday, moved: [¶{date: 2026-12-01}]",
            Code::MovedNowhere,
            &["Nothing says when"],
        ),
        activity(
            "cancelled twice",
            "day: tuesday, cancelled: [{date: 2026-12-01}, {date: ¶2026-12-01}]",
            Code::ListedTwice,
            &["2026-12-01"],
        ),
    ]);
}

#[test]
fn what_never_holds_or_meets_is_told() {
    check(vec![
        line(
            "an exception that a later one covers",
            "exceptions:\n  - {from: ¶2026-12-03, hours: 9–10}\n  - {from: 2026-12-01, to: 2026-12-08, closed: true}",
            Code::ExceptionHidden,
            &["exception 2"],
        ),
        line(
            "one that two cover",
            "exceptions:\n  - {weeks: ¶v. 50 2026, hours: 9–10}\n  - {from: 2026-12-07, to: 2026-12-10, closed: true}\n  \
             - {from: 2026-12-10, to: 2026-12-13, closed: true}",
            Code::ExceptionHidden,
            &["exception 3"],
        ),
        line(
            "seasons that meet",
            "seasons:\n  - {from: 2027-06-15, to: 2027-08-16, hours: {monday: 9–11}}\n  \
             - {from: ¶2027-08-10, to: 2027-12-15, hours: {monday: 9–12}}",
            Code::SeasonsMeet,
            &["runs into", "2027-06-15"],
        ),
        line(
            "a season within a season",
            "seasons:\n  - {from: 2027-06-15, to: 2027-08-16, hours: {monday: 9–11}}\n  \
             - {from: ¶2027-07-01, to: 2027-07-31, hours: {monday: 9–12}}",
            Code::SeasonsMeet,
            &["lies within"],
        ),
    ]);
    let right = |lines: &str| {
        let project = Project::new().and(FITTJA, lines).on("2026-11-26");
        assert_eq!(project.build().told(), Vec::<String>::new(), "{lines}");
    };
    right(
        "exceptions:\n  - {from: 2026-12-01, to: 2026-12-08, closed: true}\n  - {from: 2026-12-03, hours: 9–10}\n",
    );
    right(
        "exceptions:\n  - {from: 2026-12-03, hours: 9–10}\n  - {from: 2026-12-01, to: 2026-12-08, closed: true, services: [bvc]}\n",
    );
    right(
        "seasons:\n  - {from: 2027-06-15, to: 2027-08-16, hours: {monday: 9–11}, services: [bvc]}\n  \
         - {from: 2027-07-01, to: 2027-07-31, hours: {monday: 9–12}, services: [öppen förskola]}\n",
    );
}

#[test]
fn an_activity_that_nobody_can_come_to_is_told() {
    check(vec![
        activity(
            "after closing",
            "day: tuesday, to: 13.00",
            Code::ActivityOutsideHours,
            &["9.00–12.00", "2026-12-01"],
        )
        .hours(),
        activity("on a closed day", "day: saturday", Code::ActivityNever, &["it is closed each time"]),
        activity(
            "on some closed days",
            "days: [tuesday, saturday]",
            Code::ActivityOutsideHours,
            &["Saturday", "closed"],
        ),
        activity("over", "day: tuesday, valid_to: 2026-11-24", Code::ActivityNever, &["is over"]),
        activity("over, on a date", "date: 2026-11-25", Code::ActivityNever, &["is over"]),
        activity(
            "on no day of its term",
            "day: tuesday, valid_from: 2026-12-02, valid_to: 2026-12-04",
            Code::ActivityNever,
            &["no day fits"],
        ),
        activity(
            "a registration that has closed",
            "day: tuesday, registration: {phone: 08-465 004 04, closes: ¶2026-11-20}",
            Code::RegistrationClosed,
            &["2026-11-20"],
        ),
        activity(
            "cancelled on another day",
            "day: tuesday, cancelled: [{date: ¶2026-12-02}]",
            Code::NothingThatDay,
            &["cancel", "Did you mean 2026-12-01?"],
        ),
        activity(
            "moved from another day",
            "day: tuesday, moved: [{date: ¶2026-12-02, to: 2026-12-03}]",
            Code::NothingThatDay,
            &["move"],
        ),
        activity(
            "left out on another day",
            "day: tuesday, except: [2026-12-08, ¶2026-12-16]",
            Code::NothingThatDay,
            &["leave out", "2026-12-15"],
        ),
        activity(
            "moved onto a closed day",
            "day: tuesday, moved: [{date: 2026-12-01, to: ¶2026-12-05}]",
            Code::MovedToClosed,
            &["2026-12-05"],
        ),
        activity(
            "even weeks from an odd one",
            "day: tuesday, repeat: ¶jämna veckor, valid_from: 2026-12-01",
            Code::WeeksContradict,
            &["even", "week 49"],
        ),
    ]);
}

impl Case {
    /// Told at the time, with an end after closing.
    fn hours(self) -> Self {
        let text = std::str::from_utf8(self.project.bytes(FITTJA)).unwrap().replace("to: 10.30, ", "");
        let at = text.find("from: 10.00").unwrap() + "from: ".len();
        let line = text[..at].matches('\n').count() + 1;
        let column = text[text[..at].rfind('\n').unwrap() + 1..at].chars().count() + 1;
        let project = self.project.with(FITTJA, text);
        Case { project, place: (line, column), ..self }
    }
}
