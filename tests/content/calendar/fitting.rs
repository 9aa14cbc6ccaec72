//! What a programme of a whole term showed: each page, file and message says the same of a day, and dates that cannot be meant are told.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, FITTJA, Project, told};
use super::super::said::swedish;
use super::pages::{BASE, in_order, text};

const PAGE: &str = "botkyrka/familjecentraler/fittja/index.html";
const POSTER: &str = "botkyrka/affisch/fittja.html";

fn project(lines: &str, on: &str) -> Project {
    Project::new().with(FITTJA, format!("{BASE}{lines}")).on(on)
}

fn page(lines: &str, on: &str) -> String {
    text(project(lines, on).pages().page(PAGE))
}

/// The warnings of this code, as a Swedish reader sees them.
fn said(project: &Project, code: Code) -> Vec<String> {
    let found = project.check().diagnostics;
    found
        .iter()
        .filter(|found| found.code == code)
        .map(|found| format!("{}|{}", told(found), swedish(found)))
        .collect()
}

/// One activity of an open preschool that is open on weekdays.
fn activity(fields: &str) -> String {
    format!(
        "services: [{{kind: open_preschool}}]\nhours: {{monday-friday: 9–16}}\nactivities:\n  \
         - {{id: a, title: Lekstund, from: 10, to: 11, for: Alla, {fields}}}\n"
    )
}

#[test]
fn a_service_with_a_season_of_its_own_has_that_one_alone_where_both_hold() {
    let lines = "services:
  - kind: open_preschool
    hours: {monday-friday: 9–15}
    seasons: [{from: 2027-06-14, to: 2027-08-15, hours: {monday-friday: 9–11}}]
hours: {monday-friday: 8–16}
seasons: [{from: 2027-06-01, to: 2027-08-15, hours: {monday-friday: 10–14}}]
";
    let built = project(lines, "2027-05-20").pages();
    let page = text(built.page(PAGE));
    // The house once, and the first days of its season for the service too.
    assert_eq!(page.matches("1 juni – 15 augusti").count(), 1, "{page}");
    assert_eq!(page.matches("1–13 juni").count(), 1, "{page}");
    assert_eq!(page.matches("14 juni – 15 augusti").count(), 1, "{page}");
    let json = built.page(PAGE).split("application/ld+json").nth(1).unwrap();
    let department = json.split("department").nth(1).unwrap();
    assert!(department.contains("2027-06-13") && !department.contains(r#""opens":"10:00","closes":"14:00","dayOfWeek":"Monday","validFrom":"2027-06-01","validThrough":"2027-08-15""#));
    let poster = text(built.page(POSTER));
    assert!(poster.contains("1–13 juni"), "{poster}");
}

#[test]
fn a_centre_whose_services_alone_have_hours_or_phones_does_not_say_that_nobody_knows_them() {
    let service = |fields: &str| format!("services: [{{kind: open_preschool{fields}}}]\n");
    let page = |lines: String| page(&lines, "2026-12-01");
    assert!(page(service("")).contains("Vi har inte telefonnumret och öppettiderna än."));
    assert!(page(service(", phone: 08-530 610 00")).contains("Vi har inte öppettiderna än."));
    let known = page(service(", hours: {monday: 9–12}"));
    assert!(!known.contains("Vi har inte"), "{known}");
    let known = page(format!("{}hours: {{monday: 9–12}}\n", service("")));
    assert!(!known.contains("Vi har inte"), "{known}");
}

#[test]
fn a_service_that_an_exception_opens_or_closes_soon_has_its_state_beside_that_of_the_house() {
    let lines = |date: &str| {
        format!(
            "services: [{{kind: open_preschool}}]\nhours: {{monday-friday: 9–16}}\n\
             exceptions: [{{from: {date}, hours: 13–15, services: [open_preschool], reason: Söndagslek}}]\n"
        )
    };
    let sunday = page(&lines("2026-12-06"), "2026-12-06");
    in_order(&sunday, &["söndag 6 december: stängt", "Öppen förskola söndag 6 december: öppet 13–15"]);
    let far = page(&lines("2026-12-20"), "2026-12-06");
    assert!(!far.contains("Öppen förskola söndag 6 december: öppet"), "{far}");
}

#[test]
fn a_sign_up_that_has_closed_is_said_wherever_the_activity_is() {
    let lines = activity("day: tuesday, registration: {url: 'https://a.example/b', closes: 2026-11-20}");
    let built = project(&lines, "2026-11-30").pages();
    in_order(&text(built.page(PAGE)), &["10–11 Lekstund anmälan har stängt", "Anmälan har stängt"]);
    let agenda = text(built.page("botkyrka/kalender/index.html"));
    in_order(&agenda, &["10–11 Lekstund anmälan har stängt"]);
}

#[test]
fn a_page_of_days_says_why_nothing_happens_and_the_front_page_looks_past_a_holiday() {
    let lines = format!(
        "{}exceptions: [{{from: 2026-12-14, to: 2027-01-08, closed: true, reason: Julstängt}}]\n",
        activity("day: tuesday")
    );
    let built = project(&lines, "2026-12-15").pages();
    let agenda = text(built.page("botkyrka/kalender/index.html"));
    in_order(
        &agenda,
        &["Stängt de här dagarna", "14 december 2026 – 8 januari 2027", "Julstängt", "Inga aktiviteter"],
    );
    in_order(&text(built.page("botkyrka/index.html")), &["Tisdag 12 januari 2027", "Lekstund"]);
}

#[test]
fn holidays_are_announced_as_exceptions_are() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 9–16}\n";
    let page = page(lines, "2027-03-15");
    in_order(
        &page,
        &[
            "måndag 15 mars: öppet",
            "Fittja Torg 19",
            "Torsdag 25 mars: skärtorsdag. Tiderna är inte bestämda än.",
            "Fredag 26 mars: stängt långfredag",
        ],
    );
}

#[test]
fn structured_data_leaves_out_each_day_to_the_end_of_the_term_and_has_what_was_moved() {
    let lines = activity(
        "day: tuesday, valid_from: 2027-01-12, valid_to: 2027-06-08, except: [2027-05-25], \
         moved: [{date: 2027-02-09, to: 2027-02-10, from: 13.00}]",
    );
    let built = project(&lines, "2026-12-01").pages();
    let html = built.page(PAGE);
    for part in ["2027-05-25", "2027-02-09", "2027-02-10T13:00", "EventRescheduled", "2027-02-09T10:00"] {
        assert!(html.split("application/ld+json").nth(1).unwrap().contains(part), "{part}");
    }
    let calendar = built.page("botkyrka/familjecentraler/fittja/kalender.ics").replace("\r\n ", "");
    assert!(calendar.contains("Flyttad från tisdag 9 februari 2027"), "{calendar}");
}

#[test]
fn a_date_on_which_it_is_closed_is_told_and_stands_in_no_list() {
    let lines = activity("dates: [2027-02-17, 2027-05-06]");
    let told = said(&project(&lines, "2026-12-01"), Code::ActivityOutsideHours);
    assert!(told.len() == 1 && told[0].contains("den 2027-05-06, då det är stängt"), "{told:?}");
    let page = page(&lines, "2026-12-01");
    assert!(page.contains("17 februari 2027") && !page.contains("6 maj 2027"), "{page}");
}

#[test]
fn dates_of_an_activity_that_do_not_fit_together_are_told() {
    for (fields, words) in [
        ("day: tuesday, moved: [{date: 2027-02-09, to: 2026-02-10}]", "2026-02-10"),
        (
            "day: tuesday, moved: [{date: 2027-02-09, to: 2027-02-10}], cancelled: [{date: 2027-02-09}]",
            "både under inställt: och under flyttat:",
        ),
        (
            "day: tuesday, valid_to: 2027-05-18, registration: {url: 'https://a.example/b', closes: 2027-07-08}",
            "slut den 2027-05-18",
        ),
    ] {
        let told = said(&project(&activity(fields), "2026-12-01"), Code::ActivityDates);
        assert!(told.len() == 1 && told[0].contains(words), "{fields}: {told:?}");
    }
    let fine = "day: tuesday, valid_to: 2027-05-18, moved: [{date: 2027-02-09, to: 2027-02-10}], \
                registration: {url: 'https://a.example/b', closes: 2027-01-08}";
    assert!(said(&project(&activity(fine), "2026-12-01"), Code::ActivityDates).is_empty());
}

#[test]
fn drop_in_with_a_sign_up_is_told() {
    let with = |access: &str| {
        let fields = format!("day: tuesday, access: {access}, registration: {{url: 'https://a.example/b'}}");
        said(&project(&activity(&fields), "2026-12-01"), Code::AccessContradicts).len()
    };
    assert_eq!((with("drop_in"), with("booking")), (1, 0));
}

#[test]
fn days_left_out_in_a_year_before_the_first_day_are_told_and_holiday_weeks_of_other_weeks_are_not() {
    let told = |fields: &str| said(&project(&activity(fields), "2026-12-01"), Code::NothingThatDay);
    let spring = "day: tuesday, valid_from: 2027-01-12, except: [v. 9 2026]";
    assert!(told(spring).len() == 1 && told(spring)[0].contains("v. 9 2026"), "{:?}", told(spring));
    assert!(told("day: tuesday, valid_from: 2027-01-12, except: [v. 9 2027]").is_empty());
    // Week 9 is odd: the same weeks stand with each activity of the house.
    assert!(told("day: tuesday, repeat: even weeks, valid_from: 2027-01-12, except: [v. 9 2027]").is_empty());
}

#[test]
fn a_sign_up_that_closed_long_ago_is_no_reminder_for_the_rest_of_the_term() {
    let lines = activity("day: tuesday, registration: {url: 'https://a.example/b', closes: 2026-11-20}");
    assert_eq!(said(&project(&lines, "2026-12-01"), Code::RegistrationClosed).len(), 1);
    assert!(said(&project(&lines, "2026-12-10"), Code::RegistrationClosed).is_empty());
}

#[test]
fn hours_of_the_house_over_a_service_by_appointment_are_told_and_a_services_own_season_is_no_clash() {
    let lines = "services:
  - {kind: child_health, hours: {monday-friday: booking}}
  - {kind: open_preschool, hours: {monday-friday: 9–15}, seasons: [{from: 2027-06-14, to: 2027-08-15, hours: {monday: 9–11}}]}
hours: {monday-friday: 8–16}
exceptions: [{from: 2026-12-22, hours: 10–12}]
seasons:
  - {from: 2027-06-14, to: 2027-08-15, hours: {monday-friday: 10–14}}
  - {from: 2027-06-14, to: 2027-08-15, services: [child_health], hours: {monday: booking}}
";
    let project = project(lines, "2026-12-01");
    let told = said(&project, Code::HoursOverOwn);
    assert!(told.len() == 1 && told[0].contains(": bvc. Har de"), "{told:?}");
    assert!(said(&project, Code::SeasonsMeet).is_empty());
}

#[test]
fn languages_and_times_that_would_fill_a_disk_are_refused() {
    let activities: String = (0..57)
        .map(|number| {
            let dates: Vec<String> = (1..=28).map(|day| format!("2026-12-{day:02}")).collect();
            let long = "å".repeat(290);
            format!(
                "  - {{id: a{number}, title: T, from: 10, to: 11, place: {long}, for: {long}, dates: [{}]}}\n",
                dates.join(", ")
            )
        })
        .collect();
    let lines = format!("services: [{{kind: open_preschool}}]\nactivities:\n{activities}");
    let with = |languages: &str| {
        let project = project(&lines, "2026-12-01").and(BOTKYRKA, &format!("languages: [{languages}]\n"));
        let found = project.check().diagnostics;
        found.iter().filter(|found| found.code == Code::TooMuch).map(swedish).collect::<Vec<_>>()
    };
    assert!(with("sv, en").is_empty(), "{:?}", with("sv, en"));
    let many = with("sv, en, ar, so, fi, fa, uk, pl, tr, es, ti, ru, fr, de, am, bn, bs, da, el, et");
    assert!(many.len() == 1 && many[0].contains("MB"), "{many:?}");
    let codes = "sv, en, ar, so, fi, fa, uk, pl, tr, es, ti, ru, fr, de, am, bn, bs, da, el, et, he";
    assert!(with(codes).iter().any(|told| told.contains("Här ryms 20")), "{:?}", with(codes));
}
