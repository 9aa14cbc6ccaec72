//! What the day decides: notices, plans, expiry, drafts, holidays and exceptions.

use super::project::{BOTKYRKA, FITTJA, NEWS, NEWS_TEXT, Project};

const CENTRE: &str = "botkyrka/familjecentraler/fittja/index.html";

#[test]
fn a_notice_is_shown_from_its_first_day_to_its_last() {
    let project =
        Project::new().and(FITTJA, "notices: [{title: Anslag-X, from: 2026-11-10, until: 2026-11-20}]\n");
    for (day, shown) in
        [("2026-11-09", false), ("2026-11-10", true), ("2026-11-20", true), ("2026-11-21", false)]
    {
        assert_eq!(project.clone().on(day).pages().page(CENTRE).contains("Anslag-X"), shown, "{day}");
    }
}

#[test]
fn news_is_listed_to_its_last_day_however_that_is_said_and_its_page_stays_marked() {
    for last in ["until: 2026-11-15", "expires: 2026-11-16"] {
        is_listed_to_the_fifteenth(last);
    }
}

fn is_listed_to_the_fifteenth(last: &str) {
    let project = Project::new().but(NEWS, "lead:", &format!("{last}\nlead:")).but(
        NEWS,
        "title: Hej",
        "title: Titel-X",
    );
    let listed = ["botkyrka/index.html", "botkyrka/nyheter/index.html", "botkyrka/feed.xml"];
    let page = "botkyrka/nyheter/2026-01-10-hej/index.html";
    let before = project.clone().on("2026-11-15").pages();
    let after = project.on("2026-11-16").pages();
    for list in listed {
        assert!(before.page(list).contains("Titel-X") && !after.page(list).contains("Titel-X"), "{list}");
    }
    assert!(
        !before.page(page).contains("pill-flag")
            && after.page(page).contains("till och med 15 november 2026")
    );
    assert_ne!(before.page(page), after.page(page));
}

#[test]
fn a_draft_and_what_is_dated_in_the_future_are_nowhere_unless_asked_for() {
    let draft = NEWS_TEXT.replace("Hej", "Titel-Utkast").replace("lead:", "draft: true\nlead:");
    let future = NEWS_TEXT.replace("Hej", "Titel-Framtid");
    let project = Project::new()
        .with("content/botkyrka/news/2026-11-01-utkast.md", draft)
        .with("content/botkyrka/news/2026-11-17-framtid.md", future);
    let shows = |project: &Project, title: &str| project.pages().all_text().contains(title);
    assert!(!shows(&project, "Titel-Utkast") && !shows(&project, "Titel-Framtid"));
    let drafts = project.clone().drafts();
    assert!(shows(&drafts, "Titel-Utkast") && !shows(&drafts, "Titel-Framtid"));
    let future = project.clone().future();
    assert!(!shows(&future, "Titel-Utkast") && shows(&future, "Titel-Framtid"));
    assert!(drafts.pages().page("botkyrka/nyheter/2026-11-01-utkast/index.html").contains("noindex"));
    assert!(!drafts.pages().page("botkyrka/feed.xml").contains("Titel-Utkast"));
    assert!(shows(&project.on("2026-11-17"), "Titel-Framtid"));
}

#[test]
fn a_planned_centre_says_when_and_shows_no_hours_of_today() {
    let planned = |when: &str| {
        let status = format!("status: planned\nplanned_opening: \"{when}\"\nhours: {{monday: 9–12}}");
        Project::new().but(FITTJA, "status: open", &status).pages().page(CENTRE).to_string()
    };
    for (when, words) in [("2027", "2027"), ("2027-05", "maj 2027"), ("2027-05-13", "13 maj 2027")] {
        assert!(planned(when).contains(words) && planned(when).contains("state-planned"), "{when}");
    }
    assert!(!planned("2027").contains("today-line"));
    for (status, there) in [("temporarily_closed", true), ("closed", true), ("open", false)] {
        let page = Project::new().but(FITTJA, "status: open", &format!("status: {status}")).pages();
        assert_eq!(page.page(CENTRE).contains("class=\"state\""), there, "{status}");
    }
}

#[test]
fn a_centre_that_is_closed_shows_no_hours_and_nothing_to_come_to() {
    let services = "  - kind: child_health\n  - kind: open_preschool\n";
    let more = "  - {kind: child_health, access: booking, hours: {friday: 9–12}}\n  - {kind: open_preschool, access: drop_in}\n";
    let site = Project::new().but(FITTJA, services, more).and(
        FITTJA,
        "hours: {monday: 9–12}\nexceptions:\n  - {from: 2026-12-24, closed: true}\n\
         activities:\n  - {id: sang, title: Sång-Prov, day: tuesday, from: 10.00, to: 10.30}\n",
    );
    let shown = |status: &str| {
        let built = site.clone().but(FITTJA, "status: open", &format!("status: {status}")).pages();
        ["id=\"oppettider\"", "class=\"hours\"", "Sång-Prov", "\"Event\"", "Kom när du vill", "Boka en tid"]
            .map(|words| built.page(CENTRE).contains(words))
    };
    assert_eq!(shown("open"), [true; 6]);
    assert_eq!(shown("temporarily_closed"), [false; 6]);
    assert_eq!(shown("closed"), [false; 6]);
    for (status, words) in
        [("temporarily_closed", "inställda tills den öppnar igen"), ("closed", "tar inte emot besök")]
    {
        let built = site.clone().but(FITTJA, "status: open", &format!("status: {status}")).pages();
        let page = built.page(CENTRE);
        assert!(page.contains(words) && page.contains("Barnavårdscentral (BVC)"), "{status}: {page}");
        assert!(!page.contains(">Det här finns här<"), "{status}");
    }
}

/// What the line of today says.
fn today(project: &Project, day: &str) -> String {
    let page = project.clone().on(day).pages().page(CENTRE).to_string();
    let line = page.split("today-line").nth(1).unwrap().split("</p>").next().unwrap().to_string();
    line.split("<strong>").nth(1).unwrap().to_string()
}

#[test]
fn hours_of_a_day_follow_the_exception_then_the_holiday_then_the_week() {
    let project = Project::new().and(
        FITTJA,
        "hours: {monday-friday: 9–12}\nexceptions:\n  - {from: 2026-11-17, hours: 13–14, reason: Flytt-X}\n  - {from: 2026-12-24, closed: true}\n",
    );
    assert!(today(&project, "2026-11-16").contains("9–12"));
    let moved = today(&project, "2026-11-17");
    assert!(moved.contains("13–14") && moved.contains("Flytt-X"), "{moved}");
    for (rule, christmas_day) in [("closed", false), ("open", true)] {
        let ruled = project.clone().and(BOTKYRKA, &format!("holidays: {{public: {rule}, eves: open}}\n"));
        assert_eq!(today(&ruled, "2026-12-25").contains("9–12"), christmas_day, "{rule}");
        assert!(!today(&ruled, "2026-12-24").contains("9–12"), "an exception is more than a rule");
        assert!(today(&ruled, "2026-12-31").contains("9–12"));
    }
    let unsaid = today(&project, "2026-12-31");
    assert!(!unsaid.contains("9–12"), "what nobody has confirmed is not claimed: {unsaid}");
}

#[test]
fn an_exception_is_shown_until_it_has_ended_and_an_activity_too() {
    let project = Project::new().and(
        FITTJA,
        "exceptions: [{from: 2026-11-10, to: 2026-11-20, closed: true, reason: Skäl-X}]
activities: [{id: a, title: Titel-X, day: monday, from: 9.00, to: 9.30, valid_to: 2026-11-20}]\n",
    );
    for (day, shown) in [("2026-11-01", true), ("2026-11-20", true), ("2026-11-21", false)] {
        let built = project.clone().on(day).pages();
        assert_eq!(built.page(CENTRE).contains("Skäl-X"), shown, "{day}");
        assert_eq!(built.page(CENTRE).contains("Titel-X"), shown, "the activity on {day}");
    }
}
