//! `centres/<id>.yaml`: values and rules.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, FITTJA, Project};
use super::{Case, check, edit, in_project, more};

/// A wrong line after the valid centre.
fn line(claim: &'static str, marked: &str, code: Code, says: &'static [&'static str]) -> Case {
    more(claim, FITTJA, &format!("{marked}\n"), code, says)
}

#[test]
fn a_date_has_one_form() {
    check(vec![
        line(
            "two days",
            "opened: ¶05/03/24",
            Code::BadDate,
            &["“05/03/24”", "Write 2005-03-24 or 2024-03-05"],
        ),
        line("a day that no month has", "opened: ¶2026-02-30", Code::BadDate, &["“2026-02-30”"]),
        line("two digits", "opened: ¶21-01-27", Code::BadDate, &["“21-01-27”"]),
        edit("when reviewed", FITTJA, ("2026-11-01", "¶i våras"), Code::BadDate, &["“i våras”"]),
        edit(
            "a plan in words",
            FITTJA,
            ("status: open", "status: planned\nplanned_opening: ¶våren 2027"),
            Code::BadPartialDate,
            &["“våren 2027”", "\"2024-05\""],
        ),
        edit(
            "a plan in a month that is none",
            FITTJA,
            ("status: open", "status: planned\nplanned_opening: ¶2027-13"),
            Code::BadPartialDate,
            &["“2027-13”"],
        ),
    ]);
}

#[test]
fn what_is_proposed_for_dates_and_days_is_right_when_it_is_written() {
    check(vec![
        line(
            "a period over New Year",
            "exceptions:\n  - {from: 2026-12-24, to: ¶2026-01-06, closed: true}",
            Code::PeriodReversed,
            &["over New Year, write 2027-01-06"],
        ),
        line(
            "an activity in some weeks",
            "activities:\n  - {id: a, title: A, day: ¶varannan tisdag, from: 9.00, to: 10.00}",
            Code::BadDay,
            &["under repeat:"],
        ),
        edit(
            "a review that is to come",
            FITTJA,
            ("reviewed: 2026-11-01", "reviewed: ¶2062-11-01"),
            Code::DateInFuture,
            &["2062", "Check the year"],
        ),
    ]);
}

#[test]
fn what_people_write_in_other_forms_is_understood() {
    let project = Project::new()
        .and(FITTJA, "phone: 08\u{2011}530 610 00\nhours:\n  monday: Kl. 9\u{2212}12\n  tuesday: Stängd\n");
    assert_eq!(project.build().told(), Vec::<String>::new());
}

#[test]
fn hours_are_read_day_by_day_and_what_is_wrong_is_told_at_its_day() {
    let hours = |claim, inner: &str, code, says| line(claim, &format!("hours:\n  {inner}"), code, says);
    check(vec![
        hours("no time", "monday: ¶förmiddag", Code::BadTime, &["“förmiddag”", "9.00–12.00"]),
        hours("no end", "monday: ¶9.00", Code::BadTime, &["“9.00”"]),
        hours("a time that no day has", "monday: ¶9.00–25.00", Code::BadTime, &["“9.00–25.00”"]),
        hours("minutes that no hour has", "monday: ¶9.00–12.60", Code::BadTime, &["12.60"]),
        hours("one of two", "monday: 9–12, ¶13", Code::BadTime, &["“13”"]),
        hours(
            "the wrong way round",
            "monday: ¶12–9",
            Code::IntervalReversed,
            &["12–9", "earlier time first"],
        ),
        hours("afternoon", "monday: ¶13-4", Code::IntervalReversed, &["Did you mean 13.00–16.00?"]),
        hours("crossing", "monday: ¶9–12, 11–13", Code::IntervalsCross, &["9.00–12.00", "11.00–13.00"]),
        hours(
            "crossing, with a blank between",
            "monday: ¶9–12 11–13",
            Code::IntervalsCross,
            &["9.00–12.00", "11.00–13.00"],
        ),
        hours("a day that is none in Swedish", "¶mondag: 9–12", Code::BadDay, &["“mondag”"]),
        hours("a slip", "¶munday: 9–12", Code::BadDay, &["“munday”", "Did you mean “monday”?"]),
        hours(
            "a range that ends before it begins",
            "¶friday-monday: 9–12",
            Code::BadDay,
            &["“friday-monday” goes backwards", "friday-sunday and monday", "monday-friday"],
        ),
        hours(
            "a slip at the end of a range",
            "monday-¶fryday: 9–12",
            Code::BadDay,
            &["“fryday”", "“friday”"],
        ),
        hours(
            "a day in two lines",
            "saturday-sunday: 9–12\n  ¶sunday: 9–11",
            Code::DayTwice,
            &["Sunday", "saturday-sunday: 9–12 and sunday: 9–11", "sunday: 9.00–12.00"],
        ),
        edit(
            "of a service",
            FITTJA,
            ("kind: open_preschool", "kind: open_preschool\n    hours: {monday: ¶12–9}"),
            Code::IntervalReversed,
            &["12–9"],
        ),
        line("of an exception", "exceptions: [{from: 2026-12-01, hours: ¶9}]", Code::BadTime, &["“9”"]),
    ]);
}

#[test]
fn how_to_reach_a_centre_has_forms_that_work() {
    check(vec![
        line("a phone of words", "phone: ¶ring oss", Code::BadPhone, &["“ring oss”", "08-123 456 78"]),
        line("a phone that is too short", "phone: ¶112", Code::BadPhone, &["“112”", "8 to 10 digits"]),
        line("a foreign phone", "phone: ¶+47 22 22 22 22", Code::BadPhone, &["+47"]),
        edit(
            "a service's phone",
            FITTJA,
            ("kind: open_preschool", "kind: open_preschool\n    phone: ¶växel"),
            Code::BadPhone,
            &["“växel”"],
        ),
        line("a mail address", "email: ¶fittja(a)botkyrka.se", Code::BadEmail, &["fittja(a)botkyrka.se"]),
        line(
            "an address without a scheme",
            "url: ¶botkyrka.se/fittja",
            Code::BadWebAddress,
            &["botkyrka.se/fittja", "https://"],
        ),
        line(
            "an address with a password",
            "url: ¶https://a:b@botkyrka.se",
            Code::BadWebAddress,
            &["https://"],
        ),
        line(
            "an unsafe address",
            "url: ¶\"JavaScript:alert(1)\"",
            Code::UnsafeAddress,
            &["JavaScript:alert(1)"],
        ),
        edit(
            "a service's address",
            FITTJA,
            ("kind: open_preschool", "kind: open_preschool\n    url: ¶\"data:x\""),
            Code::UnsafeAddress,
            &["data:x"],
        ),
        edit(
            "a postal code without its space",
            FITTJA,
            ("Torg 19", "Torg 19, postal_code: ¶1456"),
            Code::BadPostalCode,
            &["“1456”", "145 61"],
        ),
        edit(
            "a postal code of four digits",
            FITTJA,
            ("Torg 19", "Torg 19, postal_code: ¶145 6"),
            Code::BadPostalCode,
            &["“145 6”"],
        ),
        line(
            "swapped",
            "geo: ¶{lat: 17.8603, lon: 59.2488}",
            Code::SwappedCoordinates,
            &["swapped", "lat: 59.2488, lon: 17.8603"],
        ),
        line("in Finland", "geo: ¶{lat: 60.17, lon: 24.94}", Code::OutsideSweden, &["60.17", "24.94"]),
        line("not a number", "geo: ¶{lat: .nan, lon: 17.8}", Code::OutsideSweden, &["outside Sweden"]),
        line("a language", "spoken_languages: [sv, ¶norsk]", Code::BadLanguage, &["“norsk”"]),
        line("a language twice", "spoken_languages: [sv, fi, ¶fi]", Code::ListedTwice, &["“fi”"]),
        line(
            "an alias without its slash",
            "aliases: [¶gammal/adress]",
            Code::BadAlias,
            &["gammal/adress", "Write /gammal/adress/"],
        ),
        line(
            "an alias elsewhere",
            "aliases: [¶\"https://a.example/x\"]",
            Code::BadAlias,
            &["https://a.example/x"],
        ),
        line("an alias out of the folder", "aliases: [¶/../salem/]", Code::BadAlias, &["/../salem/"]),
        line("a former name that is none", "formerly: [¶Fittja Torg]", Code::BadFormerName, &["fittja-torg"]),
        line("the name that it has", "formerly: [¶fittja]", Code::BadFormerName, &["“fittja”", "has now"]),
        line("an alias of nothing", "aliases: [¶/]", Code::BadAlias, &["“/”"]),
    ]);
}

#[test]
fn an_exception_and_an_activity_have_rules() {
    let activity = |claim, inner: &str, code, says| {
        line(claim, &format!("activities:\n  - {{id: a, title: A, {inner}}}"), code, says)
    };
    check(vec![
        line(
            "an exception of neither",
            "exceptions:\n  - ¶from: 2026-12-01",
            Code::ExceptionUnclear,
            &["closed: true", "hours"],
        ),
        line(
            "an exception of both",
            "exceptions:\n  - {¶from: 2026-12-01, closed: true, hours: 9–12}",
            Code::ExceptionUnclear,
            &["one of them"],
        )
        .whole_item(),
        line(
            "a period reversed",
            "exceptions: [{from: 2026-12-02, to: ¶2026-12-01, closed: true}]",
            Code::PeriodReversed,
            &["2026-12-02"],
        ),
        line("a day that is none", "exceptions: [{from: ¶jul, closed: true}]", Code::BadDate, &["“jul”"]),
        line(
            "a service that the centre lacks",
            "exceptions: [{from: 2026-12-01, closed: true, services: [¶social_services]}]",
            Code::NoSuchService,
            &["“social_services”", "child_health, open_preschool"],
        ),
        activity("a weekday", "day: ¶tistag, from: 9.00, to: 9.30", Code::BadDay, &["“tistag”"]),
        activity("a time", "day: tuesday, from: ¶tio, to: 10.30", Code::BadTime, &["“tio”"]),
        activity(
            "the wrong way round",
            "day: tuesday, from: 10.30, to: ¶10.00",
            Code::IntervalReversed,
            &["10.30–10.00"],
        ),
        activity(
            "ages",
            "day: tuesday, from: 9.00, to: 9.30, age_months: ¶{min: 12, max: 6}",
            Code::AgesReversed,
            &["12", "6", "lower number"],
        ),
        activity(
            "a language",
            "day: tuesday, from: 9.00, to: 9.30, language: ¶norsk",
            Code::BadLanguage,
            &["“norsk”"],
        ),
        activity(
            "a period",
            "day: tuesday, from: 9.00, to: 9.30, valid_from: 2026-12-01, valid_to: ¶2026-11-30",
            Code::PeriodReversed,
            &["2026-11-30"],
        ),
        line(
            "the same id twice",
            "activities:\n  - {id: a, title: A, day: monday, from: 9.00, to: 9.30}\n  - {id: ¶a, title: B, day: friday, from: 9.00, to: 9.30}",
            Code::ListedTwice,
            &["“a”"],
        ),
    ]);
}

impl Case {
    /// A list item in brackets is told at its bracket.
    fn whole_item(self) -> Self {
        Self { place: (self.place.0, self.place.1 - 1), ..self }
    }
}

#[test]
fn a_type_needs_its_services() {
    let without = |kind: &str| {
        Project::new()
            .but(FITTJA, &format!("  - kind: {kind}\n"), "")
            .and(FITTJA, "type: ¶family_centre_like\n")
    };
    check(vec![
        line(
            "a family centre",
            "type: ¶family_centre",
            Code::TypeNeedsServices,
            &["maternal_health, social_services", "family_centre_like"],
        ),
        in_project(
            "like one, without child health",
            without("child_health"),
            FITTJA,
            Code::TypeNeedsServices,
            &["child_health"],
        ),
        in_project(
            "like one, without a municipal service",
            without("open_preschool"),
            FITTJA,
            Code::TypeNeedsServices,
            &["open_preschool or social_services"],
        ),
        edit(
            "no service",
            FITTJA,
            ("services:\n  - kind: child_health\n  - kind: open_preschool\n", "services: ¶[]\n"),
            Code::EmptyList,
            &["“services”", "at least one"],
        ),
        line(
            "a plan for an open centre",
            "¶planned_opening: \"2027\"",
            Code::PlannedOpeningNotPlanned,
            &["the status is open", "opened:"],
        ),
    ]);
}

#[test]
fn what_the_date_makes_doubtful_is_a_warning() {
    let undated = edit(
        "never reviewed",
        FITTJA,
        ("reviewed: 2026-11-01\n", ""),
        Code::ReviewDue,
        &["Fittja", "Nobody has said when", "reviewed: 2026-11-16"],
    );
    let cases = vec![
        undated,
        edit(
            "reviewed long ago",
            FITTJA,
            ("2026-11-01", "¶2026-05-15"),
            Code::ReviewDue,
            &["on 2026-05-15", "six months"],
        ),
        edit(
            "no address",
            FITTJA,
            ("address: {street: Fittja Torg 19}\n", ""),
            Code::MissingAddress,
            &["Fittja", "address:"],
        ),
        edit(
            "a plan that has passed",
            FITTJA,
            ("status: open", "status: planned\nplanned_opening: ¶\"2025\""),
            Code::PlannedOpeningPassed,
            &["2025", "status: open"],
        ),
        line(
            "opened in the future",
            "opened: ¶2026-11-17",
            Code::OpenedInFuture,
            &["2026-11-17", "status: planned"],
        ),
        line(
            "a notice that has ended",
            "notices: [{title: Färre platser, until: ¶2026-11-15}]",
            Code::NoticeEnded,
            &["“Färre platser”"],
        ),
    ];
    assert!(cases.iter().all(|case| !case.project.build().report.has_errors()));
    check(cases);
    for right in ["2026-05-16", "2026-11-16"] {
        assert_eq!(
            Project::new().but(FITTJA, "2026-11-01", right).build().told(),
            Vec::<String>::new(),
            "{right}"
        );
    }
}

#[test]
fn hours_that_meet_an_eve_are_told_until_an_exception_says_what_holds() {
    let centre = |lines: &str| Project::new().and(FITTJA, lines).on("2026-12-20");
    let asked = &["Fittja", "2026-12-24", "Christmas Eve", "from: 2026-12-24"];
    let settled = "exceptions: [{from: 2026-12-24, closed: true}]\n";
    check(vec![
        in_project(
            "a centre's",
            centre("¶hours: {thursday: 9–12}\nexceptions: [{from: 2026-12-31, closed: true}]\n"),
            FITTJA,
            Code::HolidayUnconfirmed,
            asked,
        ),
        in_project(
            "a service's",
            centre("exceptions: [{from: 2026-12-31, closed: true}]\n").but(
                FITTJA,
                "kind: open_preschool",
                "kind: open_preschool\n    ¶hours: {thursday: 9–12}",
            ),
            FITTJA,
            Code::HolidayUnconfirmed,
            asked,
        ),
        in_project(
            "which exception is meant",
            centre(&format!("¶hours: {{thursday: 9–12}}\n{settled}")),
            FITTJA,
            Code::HolidayUnconfirmed,
            &["2026-12-31", "New Year's Eve"],
        ),
    ]);
    let both = "hours: {thursday: 9–12}\nexceptions: [{from: 2026-12-24, to: 2026-12-31, closed: true}]\n";
    assert_eq!(centre(both).build().told(), Vec::<String>::new());
    let ruled = centre("hours: {thursday: 9–12}\n").and(BOTKYRKA, "holidays: {eves: closed}\n");
    assert_eq!(ruled.build().told(), Vec::<String>::new());
    assert_eq!(
        centre("hours: {monday: 9–12}\n").build().told(),
        Vec::<String>::new(),
        "no eve is a Monday then"
    );
}
