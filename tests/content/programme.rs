//! What `check` says of a centre's programme as the year goes by, and whether it is quiet when she has done what it says.

use fcsite::base::{Code, Locale, Messages};

use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, Project};

/// What is told of these codes on a day: each with its line and its words in both languages.
fn told(project: &Project, code: Code) -> Vec<(usize, String)> {
    let found = project.check().diagnostics.into_iter().filter(|found| found.code == code);
    found
        .map(|found| {
            assert_eq!(found.file.as_ref().unwrap().as_str(), FITTJA);
            let words = Locale::ALL.map(|locale| Messages::of(locale).render(&found));
            let words: Vec<String> =
                words.iter().map(|one| format!("{} {}", one.message, one.help)).collect();
            (found.place.as_ref().unwrap().line, words.join("\n"))
        })
        .collect()
}

fn centre(lines: &str, on: &str) -> Project {
    Project::new().with(FITTJA, format!("{FITTJA_TEXT}{lines}")).on(on)
}

/// An activity of the open preschool; `more` is what else its line says.
fn activity(id: &str, more: &str) -> String {
    format!(
        "  - {{id: {id}, title: Sång {id}, day: monday, from: 10.00, to: 10.30, age_months: {{max: 12}}{more}}}\n"
    )
}

#[test]
fn a_term_that_ends_within_two_weeks_with_nothing_after_it_is_told_once() {
    let term = |lines: &[String], on: &str| {
        told(&centre(&format!("activities:\n{}", lines.concat()), on), Code::TermEnds)
    };
    let both = [activity("a", ", valid_to: 2026-12-07"), activity("b", ", valid_to: 2026-12-14")];
    let found = term(&both, "2026-12-01");
    assert_eq!(found.len(), 1, "{found:?}");
    // At the last day of the one that ends last.
    assert_eq!(found[0].0, 10);
    for words in ["2026-12-14", "Sång b", "slutar terminen", "The term ends", "startar:", "valid_from:"] {
        assert!(found[0].1.contains(words), "{words}: {}", found[0].1);
    }
    assert_eq!(term(&both, "2026-11-30").len(), 1);
    // The first day of the two weeks, the last, and those beside them.
    for (on, count) in [("2026-11-29", 0), ("2026-11-30", 1), ("2026-12-14", 1), ("2026-12-15", 0)] {
        assert_eq!(term(&both, on).len(), count, "{on}");
    }
    let alone = term(&both[..1], "2026-12-01");
    assert!(alone[0].1.contains("”Sång a” slutar den 2026-12-07"), "{alone:?}");
    // What it says to do, done: the next term, or no end. One that simply goes on, and days of their own later, are something too.
    let after = [
        activity("c", ", valid_from: 2027-01-11"),
        activity("c", ", valid_from: 2027-01-11, valid_to: 2027-05-31"),
        activity("c", ""),
        activity("c", "").replace("day: monday", "dates: [2027-01-20]"),
    ];
    for more in after {
        assert_eq!(term(&[both.to_vec(), vec![more.clone()]].concat(), "2026-12-01"), [], "{more}");
    }
    assert_eq!(term(&[activity("a", "")], "2026-12-01"), []);
    // A show on a day of its own is no term, and a past one is told otherwise.
    assert_eq!(term(&[activity("a", "").replace("day: monday", "dates: [2026-12-07]")], "2026-12-01"), []);
    // Of another service something is on: that is no comfort to who comes for this one.
    let two = [both[0].clone(), activity("c", ", service: child_health")];
    assert_eq!(term(&two, "2026-12-01").len(), 1);
    // Turned off in the file, and of a centre that nobody can come to.
    let lines = format!("checks: {{off: [FC0285]}}\nactivities:\n{}", both.concat());
    assert_eq!(told(&centre(&lines, "2026-12-01"), Code::TermEnds), []);
    let closed = centre(&format!("activities:\n{}", both.concat()), "2026-12-01").but(
        FITTJA,
        "status: open",
        "status: temporarily_closed",
    );
    assert_eq!(told(&closed, Code::TermEnds), []);
}

#[test]
fn a_season_after_which_no_hours_are_known_is_told() {
    let season = |lines: &str| told(&centre(lines, "2026-12-01"), Code::TermEnds);
    let winter = "seasons:\n  - {title: Advent, from: 2026-11-20, to: 2026-12-10, hours: {monday: 9–12}}\n";
    let found = season(winter);
    assert_eq!((found.len(), found[0].0), (1, 9), "{found:?}");
    assert!(
        found[0].1.contains("Efter den 2026-12-10") && found[0].1.contains("After 2026-12-10"),
        "{found:?}"
    );
    assert_eq!(season(&format!("hours: {{monday: 9–12}}\n{winter}")), []);
    let next = "  - {from: 2026-12-11, to: 2027-02-10, hours: {monday: 9–12}}\n";
    assert_eq!(season(&format!("{winter}{next}")), []);
    let of_service = "services: [{kind: open_preschool, seasons: [{from: 2026-11-20, to: 2026-12-10, hours: {monday: 9–12}}]}]\n";
    let project = Project::new().on("2026-12-01").with(
        FITTJA,
        format!(
            "name: Fittja\nstatus: open\naddress: {{street: Torg 1}}\nreviewed: 2026-11-01\n{of_service}"
        ),
    );
    assert_eq!(told(&project, Code::TermEnds).len(), 1);
}

#[test]
fn a_planning_day_is_on_a_day_when_somebody_would_come() {
    let day = |date: &str, reason: &str, more: &str| {
        let lines = format!(
            "hours: {{monday-friday: 9–12}}\nexceptions:\n  - {{from: {date}, closed: true, reason: {reason}{more}}}\n"
        );
        told(&centre(&lines, "2026-12-01"), Code::PlanningDayOff)
    };
    let found = day("2027-01-06", "Planeringsdag", "");
    assert_eq!((found.len(), found[0].0), (1, 10), "{found:?}");
    for words in ["”Planeringsdag” är den 2027-01-06", "trettondedag jul", "Epiphany", "ta bort raden"] {
        assert!(found[0].1.to_lowercase().contains(&words.to_lowercase()), "{words}: {}", found[0].1);
    }
    let found = day("2027-01-09", "Utbildning för personalen", "");
    assert!(found[0].1.contains("lördag") && found[0].1.contains("Saturday"), "{found:?}");
    // In the other language, and for services that are closed then.
    assert_eq!(day("2027-01-06", "{sv: Stängt, en: Staff training}", "").len(), 1);
    assert_eq!(day("2027-01-06", "Studiedag", ", services: open_preschool").len(), 1);
    // On a working day; of another kind; over days of which only some are holidays; in the past; with hours.
    assert_eq!(day("2027-01-07", "Planeringsdag", ""), []);
    assert_eq!(day("2027-01-06", "Trettondagen", ""), []);
    assert_eq!(day("2027-01-05", "Planeringsdagar", ", to: 2027-01-07"), []);
    assert_eq!(day("2026-11-28", "Planeringsdag", ""), []);
    let open =
        "hours: {monday-friday: 9–12}\nexceptions:\n  - {from: 2027-01-06, hours: 9–10, reason: Planering}\n";
    assert_eq!(told(&centre(open, "2026-12-01"), Code::PlanningDayOff), []);
    // Where holidays are as usual, somebody would come.
    let lines = "hours: {monday-friday: 9–12}\nexceptions:\n  - {from: 2027-01-06, closed: true, reason: Planeringsdag}\n";
    let usual = centre(lines, "2026-12-01").and(BOTKYRKA, "holidays: {public: open}\n");
    assert_eq!(told(&usual, Code::PlanningDayOff), []);
    // Of several dates only those that cannot be meant.
    let dates = "hours: {monday-friday: 9–12}\nexceptions:\n  - {dates: [2027-01-06, 2027-01-08, 2027-01-10], closed: true, reason: APT och planering}\n";
    assert_eq!(told(&centre(dates, "2026-12-01"), Code::PlanningDayOff).len(), 2);
}

#[test]
fn activities_without_an_age_are_told_once_a_file() {
    let ages = |lines: &str| told(&centre(&format!("activities:\n{lines}"), "2026-12-01"), Code::NoAges);
    let bare = |id: &str| activity(id, "").replace(", age_months: {max: 12}", "");
    // Of one alone there is nothing to choose.
    assert_eq!(ages(&bare("a")), []);
    let found = ages(&format!("{}{}", bare("a"), activity("b", "")));
    assert!(found.len() == 1 && found[0].1.contains("Aktiviteten Sång a säger inte"), "{found:?}");
    let five: String = ["a", "b", "c", "d", "e"].map(bare).concat();
    let found = ages(&five);
    assert_eq!((found.len(), found[0].0), (1, 9), "{found:?}");
    for words in [
        "5 aktiviteter",
        "Sång a, Sång b, Sång c och 2 till.",
        "Sång a, Sång b, Sång c and 2 more.",
        "ålder i månader: {från: 0, till: 12}",
        "age_months: {min: 0, max: 12}",
    ] {
        assert!(found[0].1.contains(words), "{words}: {}", found[0].1);
    }
    // One with an age and one without: at that one.
    assert_eq!(ages(&format!("{}{}", activity("a", ""), bare("b")))[0].0, 10);
    // As it says, done.
    for said in [", age_months: {min: 0, max: 12}", ", for: Everyone is welcome"] {
        let line = bare("a").replace("}\n", &format!("{said}}}\n"));
        assert_eq!(ages(&format!("{line}{}", activity("b", ""))), [], "{said}");
    }
    // What is over is no matter.
    let over = bare("a").replace("}\n", ", valid_to: 2026-11-23}\n");
    assert_eq!(ages(&format!("{over}{}{}", activity("b", ""), activity("c", ""))), []);
    // A build says nothing of it.
    let built = centre(&format!("activities:\n{five}"), "2026-12-01").build();
    assert!(built.report.diagnostics.iter().all(|found| found.code != Code::NoAges));
}
