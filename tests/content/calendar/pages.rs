//! What a parent reads on a centre's page, on days that matter.

use super::super::project::{BOTKYRKA, FITTJA, Project};

const PAGE: &str = "botkyrka/familjecentraler/fittja/index.html";

pub const BASE: &str = "name: Fittja
status: open
address: {street: Fittja Torg 19}
reviewed: 2026-11-01
";

/// A centre's page without what only the browser sees, its text in one line.
fn page(lines: &str, on: &str) -> String {
    text(Project::new().with(FITTJA, format!("{BASE}{lines}")).on(on).pages().page(PAGE))
}

pub fn text(html: &str) -> String {
    let html = html.split_once("<main").map_or(html, |(_, main)| main);
    // What is said to machines stands at the end.
    let html = html.split_once("<script").map_or(html, |(page, _)| page);
    let mut out = String::new();
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                out.push(' ');
            }
            c if !in_tag => out.push(c),
            _ => {}
        }
    }
    out.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",")
        .replace(" .", ".")
        .replace(" :", ":")
}

/// These stand on the page in this order.
pub fn in_order(page: &str, wanted: &[&str]) {
    let mut at = 0;
    for words in wanted {
        let found = page[at..].find(words);
        assert!(found.is_some(), "{words:?} is not, or not in its place, in\n{page}");
        at += found.unwrap() + words.len();
    }
}

#[test]
fn the_state_names_its_day_and_the_next_openings() {
    let hours = "services: [{kind: open_preschool}]\nhours: {monday-thursday: 8–12, friday: 9–11}\n";
    in_order(
        &page(hours, "2026-11-28"),
        &[
            "lördag 28 november: stängt. Öppnar måndag 30 november klockan 8.",
            "Nästa tider: måndag 30 november 8–12, tisdag 1 december 8–12, onsdag 2 december 8–12.",
            "Fittja Torg 19",
        ],
    );
    in_order(&page(hours, "2026-11-27"), &["fredag 27 november: öppet 9–11."]);
    // A week of Christmas later, over New Year, with the year.
    in_order(&page(hours, "2026-12-31"), &["Nästa tider: måndag 4 januari 2027"]);
}

#[test]
fn hours_of_services_alone_are_at_the_head_each_with_its_state() {
    let lines = "services:
  - {kind: child_health, name: BVC Fittja, hours: {monday-friday: bokning}}
  - {kind: open_preschool, hours: {monday: 9–12, wednesday: 13–16}}
  - {kind: social_services}
";
    let page = page(lines, "2026-11-30");
    in_order(
        &page,
        &[
            "BVC Fittja måndag 30 november: tidsbokning.",
            "Öppen förskola måndag 30 november: öppet 9–12.",
            "onsdag 2 december 13–16",
            "Fittja Torg 19",
        ],
    );
}

#[test]
fn an_exception_lists_all_services_that_it_holds_for_by_kind_or_by_name() {
    let lines = |services: &str| {
        format!(
            "services:\n  - {{kind: child_health, name: BVC Norr, hours: {{monday-friday: 8–16}}}}\n  \
             - {{kind: child_health, name: BVC Söder}}\n  - {{kind: open_preschool}}\nhours: {{monday-friday: 9–12}}\n\
             exceptions: [{{from: 2026-12-07, closed: true, reason: Utbildning, services: {services}}}]\n"
        )
    };
    let kind = page(&lines("[bvc]"), "2026-12-01");
    in_order(&kind, &["Måndag 7 december", "BVC Norr och BVC Söder: stängt Utbildning"]);
    // Both say it under their own hours too.
    assert_eq!(kind.matches("stängt Utbildning").count(), 4, "{kind}");
    let name = page(&lines("BVC Söder"), "2026-12-01");
    in_order(&name, &["BVC Söder: stängt Utbildning"]);
    assert!(!name.contains("BVC Norr: stängt") && !name.contains("BVC Norr och"), "{name}");
    // A service without hours of its own has a table of its own then.
    assert_eq!(name.matches("stängt Utbildning").count(), 3, "{name}");
}

#[test]
fn of_exceptions_that_overlap_only_what_holds_is_shown() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\nexceptions:
  - {from: 2026-12-01, to: 2026-12-03, hours: 10-11}
  - {from: 2026-12-03, to: 2026-12-05, closed: true}
  - {from: 2026-12-01, to: 2026-12-03, hours: 10-12}
";
    let project = Project::new().with(FITTJA, format!("{BASE}{lines}")).on("2026-11-26");
    let built = project.pages();
    let html = built.page(PAGE);
    assert!(!html.contains("10–11") && !html.contains("11:00"), "{html}");
    in_order(&text(html), &["1–3 december 10–12", "4–5 december stängt"]);
}

#[test]
fn easter_eve_is_an_eve_and_its_reason_is_said() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-sunday: 9-12}\n";
    let project =
        Project::new().with(FITTJA, format!("{BASE}{lines}")).and(BOTKYRKA, "holidays: {eves: closed}\n");
    let page = text(project.on("2026-04-04").pages().page(PAGE));
    in_order(&page, &["lördag 4 april: stängt (påskafton)"]);
}

#[test]
fn what_is_near_is_announced_and_what_is_far_stands_behind_a_fold() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\nexceptions:
  - {from: 2026-12-17, to: 2027-01-06, closed: true, reason: Julstängt}
  - {from: 2027-06-21, to: 2027-08-13, closed: true, reason: Sommarstängt}
";
    let near = page(lines, "2026-11-26");
    in_order(
        &near,
        &["torsdag 26 november: öppet", "Fittja Torg", "17 december 2026 – 6 januari 2027: stängt Julstängt"],
    );
    in_order(&near, &["Fler datum", "21 juni – 13 augusti 2027 stängt Sommarstängt"]);
    let before = page(lines, "2026-11-25");
    assert!(before.find("Julstängt") > before.find("Öppettider"), "{before}");
}

#[test]
fn activities_are_in_the_order_of_time_in_words_as_people_say_them() {
    let lines = "services: [{kind: open_preschool, phone: 08-465 004 04}]\nhours: {monday-friday: 8–16}\nactivities:
  - {id: d, title: Sist, day: friday, from: 9.00, to: 10.00, valid_from: 2026-12-01}
  - {id: c, title: Rytmik, day: monday, repeat: jämna veckor, from: 13.00, to: 14.00, age_months: {min: 12, max: 72}}
  - {id: b, title: Lucia, date: 2026-12-11, from: 9.00, to: 9.30}
  - {id: a, title: Massage, day: monday, from: 10.00, to: 11.00, access: booking, valid_to: 2026-12-15}
";
    let page = page(lines, "2026-11-26");
    in_order(
        &page,
        &[
            "Aktiviteter",
            "Måndag 10–11 till 15 december Massage Till din kalender: Massage Anmäl dig först 08-465 004 04",
            "Måndag, jämna veckor 13–14 Rytmik Till din kalender: Rytmik 1–6 år",
            "Fredag 9–10 från 1 december Sist",
            "Fredag 11 december 9–9.30 Lucia",
        ],
    );
}

#[test]
fn the_week_is_by_day_and_time_with_what_is_cancelled_and_moved() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\n\
exceptions: [{from: 2026-12-04, closed: true}]\nactivities:
  - {id: c, title: Rytmik, days: [monday, friday], from: 13.00, to: 14.00}
  - {id: a, title: Sång, day: tuesday, from: 10.00, to: 10.30, cancelled: [{date: 2026-12-01, reason: Sjukdom}]}
  - {id: b, title: Lek, day: thursday, from: 9.00, to: 10.00, moved: [{date: 2026-12-03, to: 2026-11-30, from: 8.30}]}
";
    let page = page(lines, "2026-11-28");
    in_order(
        &page,
        &[
            "Det här händer 28 november – 4 december",
            "Måndag 30 november 8.30–9.30 Lek Flyttad från torsdag 3 december 9–10",
            "13–14 Rytmik",
            "Tisdag 1 december 10–10.30 Sång Inställt (Sjukdom)",
            "Torsdag 3 december 9–10 Lek Flyttad till måndag 30 november 8.30–9.30",
            "Öppettider",
        ],
    );
    // On Friday it is closed.
    // In the week, in the programme and its link to the calendar.
    assert_eq!(page.matches("Rytmik").count(), 3, "{page}");
}

#[test]
fn a_season_has_its_week_on_the_page_and_holds_in_the_state() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\n\
seasons: [{title: Sommartider, from: 2027-06-14, to: 2027-08-15, hours: {monday-thursday: 9–11}}]\n";
    in_order(
        &page(lines, "2027-06-15"),
        &[
            "tisdag 15 juni: öppet 9–11 (Sommartider).",
            "Sommartider: 14 juni – 15 augusti",
            "Måndag–torsdag 9–11",
            "Fredag–söndag stängt",
        ],
    );
}

#[test]
fn who_could_only_come_by_signing_up_is_not_told_to_just_come_once_that_has_closed() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\nactivities:
  - {id: a, title: Massage, day: monday, from: 10.00, to: 11.00, registration: {phone: 08-465 004 04, closes: 2026-11-20}}
  - {id: b, title: Sång, day: monday, from: 9.00, to: 10.00, access: drop_in}
";
    let built = Project::new().with(FITTJA, format!("{BASE}{lines}")).on("2026-11-26").pages();
    let page = built.page("botkyrka/kalender/index.html");
    let items: Vec<&str> = page.split("<li class=\"is-").skip(1).collect();
    let is_drop_in = |title: &str| {
        let item = items.iter().find(|item| item.contains(title)).unwrap();
        item.split('>').next().unwrap().contains("data-dropin")
    };
    assert_eq!((is_drop_in("Massage"), is_drop_in("Sång")), (false, true), "{page}");
}

#[test]
fn phone_hours_name_the_days_on_which_somebody_answers_and_end_there() {
    let lines = "phone: 08-465 004 04\nphone_hours: {monday-thursday: 8–9, friday: 10–11}\nservices: [{kind: open_preschool}]\n";
    let page = page(lines, "2026-11-26");
    in_order(&page, &["måndag–torsdag 8–9, fredag 10–11"]);
    assert!(!page.contains("10–11,"), "{page}");
}
