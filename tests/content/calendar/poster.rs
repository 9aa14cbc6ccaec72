//! What stands on a centre's poster: what is usual, and what changes in three weeks. It hangs on the door, so nothing of today.

use super::super::project::{FITTJA, Project};
use super::pages::{BASE, in_order, text};

const POSTER: &str = "botkyrka/affisch/fittja.html";
const PAGE: &str = "botkyrka/familjecentraler/fittja/index.html";

fn poster(lines: &str, on: &str) -> String {
    text(Project::new().with(FITTJA, format!("{BASE}{lines}")).on(on).pages().page(POSTER))
}

#[test]
fn a_poster_says_the_usual_week_also_on_a_day_that_is_not_as_usual() {
    let lines = "phone: 08-465 004 04\nphone_hours: {monday-friday: 8–9}\nservices:
  - {kind: open_preschool, hours: {monday: 9–12}, access: drop_in}
  - {kind: child_health, name: BVC Norr, hours: {monday-friday: bokning}, access: booking, phone: 08-465 004 05}
  - {kind: social_services, access: booking}
hours: {monday-friday: 8–16}\nexceptions: [{from: 2026-11-26, closed: true, reason: Utbildning}]\n";
    let poster = poster(lines, "2026-11-26");
    in_order(
        &poster,
        &[
            "Fittja",
            "Fittja Torg 19",
            "Telefon 08-465 004 04 Telefontid: måndag–fredag 8–9",
            "Öppettider",
            "Måndag–fredag 8–16",
            "Lördag–söndag stängt",
            "Öppen förskola Måndag 9–12",
            "BVC Norr Måndag–fredag tidsbokning Telefon 08-465 004 05",
            "Socialtjänst Boka en tid innan du kommer.",
            "Ändringar till och med 17 december 2026",
            "Torsdag 26 november: stängt (Utbildning)",
            "gjordes 26 november 2026. Aktuella tider finns på prov.example/botkyrka/familjecentraler/fittja/",
        ],
    );
    // Whose hours are by appointment alone needs no sentence that says so.
    assert_eq!(poster.matches("Boka en tid").count(), 1, "{poster}");
}

#[test]
fn activities_stand_by_weekday_with_what_one_needs_to_know() {
    let lines = "phone: 08-465 004 04\nservices: [{kind: open_preschool}]\nactivities:
  - {id: d, title: Sist, day: friday, from: 9.00, to: 10.00, valid_from: 2026-12-01, for: Pappor}
  - {id: c, title: Rytmik, day: monday, repeat: jämna veckor, from: 13.00, to: 14.00, age_months: {min: 12, max: 72}}
  - {id: b, title: Lucia, dates: [2026-12-11, 2027-01-11], from: 9.00, to: 9.30}
  - {id: a, title: Massage, day: monday, from: 10.00, to: 11.00, access: booking, valid_to: 2026-12-15, place: Stora rummet}
";
    let poster = poster(lines, "2026-11-26");
    in_order(
        &poster,
        &[
            "Måndag 10–11 Massage Till 15 december. Plats: Stora rummet Anmäl dig först: 08-465 004 04",
            "13–14 Rytmik, jämna veckor 1–6 år",
            "Fredag 9–10 Sist Från 1 december Pappor",
            "Vissa dagar 9–9.30 Lucia 11 december, 11 januari 2027",
        ],
    );
    // The weekday stands once for all that is on it.
    assert_eq!(poster.matches("Måndag").count(), 1, "{poster}");
}

#[test]
fn a_season_that_is_near_stands_before_the_usual_week_and_one_that_is_far_does_not_stand() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\n\
seasons: [{title: Sommartider, from: 2027-06-14, to: 2027-08-15, hours: {monday-thursday: 9–11}}]\n";
    let near = poster(lines, "2027-05-25");
    in_order(
        &near,
        &["Sommartider: 14 juni – 15 augusti", "Måndag–torsdag 9–11", "Vanliga öppettider", "8–16"],
    );
    assert!(poster(lines, "2027-08-15").contains("Sommartider"));
    for far in ["2027-05-23", "2027-08-16"] {
        assert!(!poster(lines, far).contains("Sommartider"), "{far}");
    }
}

#[test]
fn changes_are_those_of_three_weeks_each_once_with_all_that_they_hold_for() {
    let services = "services:
  - {kind: open_preschool, hours: {monday-friday: 9–12}}
  - {kind: child_health, hours: {monday-friday: 8–16}}
";
    // Nothing is said of the house: what closes all that has hours is said once, without naming them.
    let holidays = poster(services, "2026-12-20");
    assert_eq!(holidays.matches("25 december:").count(), 1, "{holidays}");
    in_order(
        &holidays,
        &["Fredag 25 december: stängt (juldagen)", "6 januari 2027: stängt (trettondedag jul)"],
    );
    let exceptions = "exceptions:
  - {from: 2026-12-01, closed: true, reason: Utbildning, services: open_preschool}
  - {from: 2026-12-03, to: 2026-12-04, hours: 9–10}
  - {from: 2026-12-16, closed: true, reason: I tid}
  - {from: 2026-12-22, closed: true, reason: Senare}
";
    let poster = poster(
        &format!(
            "{services}hours: {{monday-friday: 8–16}}\n{exceptions}activities:
  - {{id: a, title: Sång, day: monday, from: 9.00, to: 9.30, cancelled: [{{date: 2026-11-30, reason: Sjukdom}}, {{date: 2026-12-28}}]}}
  - {{id: b, title: Lek, day: thursday, from: 9.00, to: 10.00, moved: [{{date: 2026-12-10, to: 2026-12-11, from: 8.30}}, {{date: 2026-11-19, to: 2026-12-08}}]}}
"
        ),
        "2026-11-26",
    );
    in_order(
        &poster,
        &[
            "Ändringar till och med 17 december 2026",
            "Måndag 30 november: Sång 9–9.30 ställs in (Sjukdom)",
            "Tisdag 1 december: Öppen förskola stängt (Utbildning)",
            "3–4 december: 9–10",
            "Tisdag 8 december: Lek 9–10 (flyttad från torsdag 19 november 9–10 )",
            "Torsdag 10 december: Lek 9–10 flyttas till fredag 11 december 8.30–9.30",
            "Onsdag 16 december: stängt (I tid)",
            "Affischen gjordes",
        ],
    );
    assert_eq!(poster.matches("3–4 december").count(), 1, "{poster}");
    assert!(!poster.contains("Senare") && !poster.contains("28 december"), "{poster}");
    // Its new day is told by the old one.
    assert!(!poster.contains("Fredag 11 december:"), "{poster}");
}

#[test]
fn who_has_neither_hours_nor_activities_or_is_not_open_has_no_poster_and_no_link_to_one() {
    let built = |lines: &str| Project::new().with(FITTJA, format!("{BASE}{lines}")).on("2026-11-26").pages();
    let has = |lines: &str| {
        let built = built(lines);
        let linked = built.page(PAGE).contains("affisch/fittja.html");
        assert_eq!(built.has(POSTER), linked, "{lines}");
        linked
    };
    let preschool = "services: [{kind: open_preschool}]\n";
    assert!(!has(preschool));
    assert!(has(&format!("{preschool}hours: {{monday: 9–12}}\n")));
    assert!(has("services: [{kind: open_preschool, hours: {monday: 9–12}}]\n"));
    let activities =
        format!("{preschool}activities: [{{id: a, title: Sång, day: monday, from: 9.00, to: 9.30}}]\n");
    assert!(has(&activities));
    let page = format!("{BASE}{activities}").replace("status: open", "status: temporarily_closed");
    let closed = Project::new().with(FITTJA, page).pages();
    assert!(!closed.page(PAGE).contains("affisch"));
    // Search engines are shown the page alone.
    let built = built(&activities);
    assert!(built.page(POSTER).contains("<meta name=\"robots\" content=\"noindex\">"));
    assert!(!built.page("botkyrka/sitemap.xml").contains("affisch"));
}

#[test]
fn the_lines_of_an_activity_have_a_comma_where_they_go_on_and_no_empty_line() {
    let lines = "services: [{kind: open_preschool}]\nhours: {monday-friday: 8–16}\nphone: 08-465 004 04\nactivities:
  - {id: b, title: Lek, day: thursday, from: 9.00, to: 10.00, age_months: {max: 12}, moved: [{date: 2026-12-03, to: 2026-11-30, from: 8.30}]}
  - {id: a, title: Massage, day: monday, from: 10.00, to: 11.00, registration: {phone: 08-465 004 04}, cost: 50 kr}
";
    let built = Project::new().with(FITTJA, format!("{BASE}{lines}")).on("2026-11-28").pages();
    let page = built.page(PAGE);
    in_order(&text(page), &["Flyttad från torsdag 3 december 9–10, 0–12 månader"]);
    let programme = page.split("<table class=\"activities\"").nth(1).unwrap();
    assert!(!programme.contains("<br><br>") && !programme.contains("<br></span>"), "{programme}");
    assert_eq!(programme.matches("<br>").count(), 0, "each line is an element of its own");
}
