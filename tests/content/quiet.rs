//! What went out without a word: numbers of sign-ups, days that have passed, hours over a service's own, places of what comes after a slip.

use fcsite::base::{Code, Diagnostic, Locale, Messages, names};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, place_of, told};
use super::said::swedish;

const TWO: &str = "services:\n  - kind: child_health\n  - kind: open_preschool\n";

fn with(more: &str) -> Vec<Diagnostic> {
    Project::new().and(FITTJA, more).check().diagnostics
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(|found| found.code).collect()
}

/// Exactly this is told, and both languages say these words.
fn tells(project: &Project, code: Code, words: &[&str]) -> Diagnostic {
    let found = project.check().diagnostics;
    assert_eq!(codes(&found), [code], "{:#?}", found.iter().map(told).collect::<Vec<_>>());
    for said in words {
        assert!(swedish(&found[0]).contains(said), "{said}: {}", swedish(&found[0]));
        assert!(told(&found[0]).contains(said), "{said}: {}", told(&found[0]));
    }
    found[0].clone()
}

fn at_peace(project: &Project) {
    let found = project.check().diagnostics;
    assert!(found.is_empty(), "{:#?}", found.iter().map(told).collect::<Vec<_>>());
}

#[test]
fn a_number_to_sign_up_by_is_asked_about_when_it_is_no_longer_the_services() {
    let sign_up = |number: &str| {
        let activity = format!(
            "activities:\n  - {{id: a, title: A, day: tuesday, from: 10, to: 11, registration: {{phone: {number}}}}}\n"
        );
        Project::new().and(FITTJA, &format!("phone: 08-465 004 04\n{activity}"))
    };
    let found = sign_up("08-465 004 20").check().diagnostics;
    let asked = found.iter().find(|found| found.code == Code::UnknownPhone).unwrap();
    assert!(
        swedish(asked).contains("08-465 004 04") && !swedish(asked).contains("{telefon"),
        "{}",
        swedish(asked)
    );
    assert!(told(asked).contains("08-465 004 04") && !told(asked).contains("{telefon"), "{}", told(asked));
    assert_eq!(place_of(asked).2, 10, "{}", told(asked));
    // Doing what is said mends it.
    let found = sign_up("08-465 004 04").check().diagnostics;
    assert!(found.iter().all(|found| found.code != Code::UnknownPhone));
}

#[test]
fn a_private_mail_to_sign_up_by_and_a_name_beside_a_consent_are_told() {
    let activity = "activities:\n  - {id: a, title: A, day: tuesday, from: 10, to: 11, registration: {email: anna@gmail.com}}\n";
    tells(&Project::new().and(FITTJA, activity), Code::PrivateAddress, &["anna@gmail.com"]);
    let image = |consent: &str| {
        format!("images: [{{src: images/lek.png, alt: Barn som leker, consent: {consent}}}]\n")
    };
    tells(
        &Project::new().and(FITTJA, &image("Mejl från Anna Andersson")),
        Code::PersonNamed,
        &["Anna Andersson", "Dnr 2026/123"],
    );
    at_peace(&Project::new().and(FITTJA, &image("Dnr 2026/123")));
}

#[test]
fn mobile_numbers_beside_names_are_asked_about_once_a_file() {
    let text = |body: &str| Project::new().with(PAGE, format!("---\ntitle: Om oss\n---\n\n{body}\n"));
    let list =
        "| Namn | Mobil |\n|---|---|\n| Anna Andersson | 070-174 06 05 |\n| Bo Eriksson | 070-174 06 06 |\n";
    let found = text(list).check().diagnostics;
    let mobiles: Vec<&Diagnostic> = found.iter().filter(|found| found.code == Code::PrivateMobile).collect();
    assert_eq!(mobiles.len(), 1, "{:#?}", found.iter().map(told).collect::<Vec<_>>());
    assert!(swedish(mobiles[0]).contains("2 mobilnummer"), "{}", swedish(mobiles[0]));
    for fine in [
        "Ring öppna förskolan på 070-174 06 05.",
        "| Anna Andersson | 08-465 004 04 |\n|---|---|\n| a | b |\n",
    ] {
        assert!(
            text(fine).check().diagnostics.iter().all(|found| found.code != Code::PrivateMobile),
            "{fine}"
        );
    }
}

#[test]
fn exceptions_and_seasons_that_are_over_are_told_once_a_file() {
    let past = "exceptions:\n  - {dates: 2026-12-01, closed: true}\n  - {dates: 2026-01-05, closed: true}\n  - {weeks: v. 28–30 2026, closed: true}\n";
    let found = tells(&Project::new().and(FITTJA, past), Code::DaysPassed, &["2, 3", "2026-01-05"]);
    assert_eq!(place_of(&found).2, 10);
    let season =
        "hours: {monday: 9–12}\nseasons:\n  - {from: 2026-06-15, to: 2026-08-16, hours: {monday: 9–11}}\n";
    tells(&Project::new().and(FITTJA, season), Code::DaysPassed, &["2026-08-16"]);
    // What was last week may stand until somebody is at the file again.
    at_peace(&Project::new().and(FITTJA, "exceptions:\n  - {dates: 2026-11-10, closed: true}\n"));
}

#[test]
fn hours_of_the_house_over_a_services_own_are_told_where_it_would_be_open_when_it_never_is() {
    let own = |hours: &str, more: &str| {
        let services =
            format!("services:\n  - kind: child_health\n    hours: {{{hours}}}\n  - kind: open_preschool\n");
        let project = Project::new().but(FITTJA, TWO, &services).and(FITTJA, more);
        project.and(BOTKYRKA, "holidays: {public: closed, eves: closed}\n")
    };
    let season = "hours: {monday-friday: 8–17}\nseasons:\n  - {from: 2026-12-07, to: 2027-01-03, hours: {monday-friday: 9–11}}\n";
    tells(&own("monday: 13–16", season), Code::HoursOverOwn, &["bvc"]);
    at_peace(&own("monday-friday: 8–16", season));
    at_peace(&own(
        "monday: 13–16}\n    seasons: [{from: 2026-12-07, to: 2027-01-03, hours: {monday: 13–15}}]\n    operator: {type: region",
        season,
    ));
    let exception = "hours: {monday-friday: 8–17}\nexceptions:\n  - {from: 2026-12-09, hours: 9–12}\n";
    tells(&own("monday: 13–16", exception), Code::HoursOverOwn, &["bvc"]);
    at_peace(&own("wednesday: 8–16", exception));
    // As its help says.
    at_peace(&own(
        "monday: 13–16",
        &format!("{exception}  - {{from: 2026-12-09, closed: true, services: [bvc]}}\n"),
    ));
    at_peace(&own("monday: 13–16", "exceptions:\n  - {from: 2026-12-09, closed: true}\n"));
    // Two weeks, of which later ones for the service leave a part, in whatever order and however often they are said.
    let later = |weeks: &[&str]| {
        let closed = |weeks: &&str| format!("  - {{weeks: \"{weeks}\", closed: true, services: [bvc]}}\n");
        let weeks: String = weeks.iter().map(closed).collect();
        let exception = "exceptions:\n  - {from: 2026-11-30, to: 2026-12-13, hours: 9–12}\n";
        own("monday: 13–16", &format!("hours: {{monday-sunday: 8–17}}\n{exception}{weeks}"))
    };
    tells(&later(&["v. 49 2026"]), Code::HoursOverOwn, &["bvc"]);
    tells(&later(&["v. 48, 50, 50 2026"]), Code::HoursOverOwn, &["bvc"]);
    at_peace(&later(&["v. 49–50 2026"]));
    at_peace(&later(&["v. 50 2026", "v. 49 2026"]));
    at_peace(&later(&["v. 50, 49, 50 2026"]));
    // Days that are left are none of those that are met.
    let left = "  - {from: 2026-12-07, to: 2026-12-12, closed: true, services: [bvc]}\n";
    let within = |hours: &str| {
        let exception = "  - {from: 2026-12-07, to: 2026-12-13, hours: 9–12}\n";
        own(hours, &format!("hours: {{monday-sunday: 8–17}}\nexceptions:\n{exception}{left}"))
    };
    at_peace(&within("sunday: 9–12"));
    tells(&within("sunday: 9–11"), Code::HoursOverOwn, &["bvc"]);
}

#[test]
fn weeks_and_days_left_out_for_nothing_are_to_be_taken_away() {
    let except = |days: &str| {
        let more = format!(
            "activities:\n  - {{id: a, title: A, day: wednesday, from: 10, to: 11, valid_to: 2026-12-16, except: {days}}}\n"
        );
        Project::new().and(FITTJA, &more)
    };
    tells(&except("[v. 2 2027]"), Code::NothingThatDay, &["v. 2 2027"]);
    tells(&except("[v. 2–3 2027]"), Code::NothingThatDay, &["v. 2–3 2027"]);
    at_peace(&except("[v. 50 2026, 2026-12-02]"));
    let found = tells(&except("[2026-12-10]"), Code::NothingThatDay, &["2026-12-09"]);
    assert!(swedish(&found).contains("Ta bort dagen ur utom:"), "{}", swedish(&found));
    // Several in one text have the place of that text.
    let found = except("[\"v. 50 2026, v. 51 2026\", 2026-12-10]").check().diagnostics;
    assert_eq!(codes(&found), [Code::NothingThatDay]);
    let whole =
        String::from_utf8(except("[\"v. 50 2026, v. 51 2026\", 2026-12-10]").bytes(FITTJA).to_vec()).unwrap();
    let line = whole.lines().nth(place_of(&found[0]).2 - 1).unwrap();
    assert!(
        line.chars().skip(place_of(&found[0]).3 - 1).collect::<String>().starts_with("2026-12-10"),
        "{line}"
    );
}

#[test]
fn what_comes_after_an_entry_that_cannot_be_read_is_told_at_its_own_place() {
    let more = "hours: {monday: 9–12}\nactivities:\n  - {id: a, title: A, day: mondag, from: 25, to: 26}\n  - {id: b, title: B, day: friday, from: 10, to: 11}\n";
    let found = with(more);
    let outside = found.iter().find(|found| found.code == Code::ActivityNever).unwrap();
    assert_eq!(place_of(outside).2, 11, "{}", told(outside));
    let more = "activities:\n  - {id: a, title: A, day: friday, from: 10, to: 11, cancelled: [{date: snart}, {date: 2026-12-01}]}\n";
    let found = with(more);
    let nothing = found.iter().find(|found| found.code == Code::NothingThatDay).unwrap();
    let line = more.lines().nth(1).unwrap();
    assert!(
        line.chars().skip(place_of(nothing).3 - 1).collect::<String>().starts_with("2026-12-01"),
        "{}",
        told(nothing)
    );
    let more = "exceptions:\n  - {dates: snart, closed: true}\n  - {dates: 2026-12-01, closed: true}\n  - {dates: 2026-12-01, hours: 9–12}\n";
    let found = with(more);
    let hidden = found.iter().find(|found| found.code == Code::ExceptionHidden).unwrap();
    assert_eq!(place_of(hidden).2, 10, "{}", told(hidden));
    assert!(told(hidden).contains("exception 3"), "{}", told(hidden));
    let more = "seasons:\n  - {from: snart, to: 2027-01-01, hours: {monday: 9–12}}\n  - {from: 2027-01-11, to: 2027-02-01, hours: {monday: 9–12}}\n  - {from: 2027-01-12, to: 2027-02-03, hours: {monday: 9–12}}\n";
    let found = with(more);
    let meet = found.iter().find(|found| found.code == Code::SeasonsMeet).unwrap();
    assert_eq!(place_of(meet).2, 11, "{}", told(meet));
    let menu = "navigation:\n  - {title: A}\n  - {title: B, page: om}\n  - {title: C, page: finns-inte}\n";
    let found = Project::new().and(BOTKYRKA, menu).check().diagnostics;
    let missing = found.iter().find(|found| found.code == Code::NoSuchPage).unwrap();
    assert_eq!(place_of(missing).2, 12, "{}", told(missing));
    let links = "notices:\n  - title: A\n    links:\n      - {title: x, url: nej}\n      - {title: här, url: https://a.example}\n";
    let found = with(links);
    let vague = found.iter().find(|found| found.code == Code::VagueLinkText).unwrap();
    assert_eq!(place_of(vague).2, 12, "{}", told(vague));
}

#[test]
fn pages_of_ones_own_in_the_menu_are_told_by_their_names() {
    let menu = |entry: &str| {
        Project::new().and(BOTKYRKA, &format!("navigation:\n  - {{title: Om vår verksamhet, {entry}}}\n"))
    };
    for (address, name) in [
        ("https://prov.example/botkyrka/om/", "om"),
        ("http://PROV.example/botkyrka/om", "om"),
        ("https://prov.example/botkyrka/om/index.html", "om"),
        ("https://prov.example/botkyrka/familjecentraler/fittja/", "fittja"),
    ] {
        tells(&menu(&format!("url: {address}")), Code::MenuToOwnPage, &[name]);
    }
    for made in ["", "kalender/", "nyheter/"] {
        let found = menu(&format!("url: https://prov.example/botkyrka/{made}")).check().diagnostics;
        assert!(found.iter().any(|found| found.code == Code::MenuToOwnPage), "{made}: {found:#?}");
    }
    at_peace(&menu("url: https://prov.example.com/botkyrka/om/"));
    let found = menu("page: kalender").check().diagnostics;
    assert_eq!(codes(&found), [Code::NoSuchPage]);
    assert!(
        swedish(&found[0]).contains("i menyn") && !swedish(&found[0]).contains("Menade"),
        "{}",
        swedish(&found[0])
    );
    at_peace(&menu("page: om"));
}

#[test]
fn for_whom_it_is_stands_on_the_calendars_pages_too() {
    let more =
        "activities:\n  - {id: a, title: Pappagrupp, day: tuesday, from: 10, to: 11, for: Nyblivna pappor}\n";
    let built = Project::new().and(FITTJA, more).pages();
    for page in
        ["botkyrka/index.html", "botkyrka/kalender/index.html", "botkyrka/familjecentraler/fittja/index.html"]
    {
        assert!(built.page(page).contains("Nyblivna pappor"), "{page}");
    }
}

#[test]
fn every_other_week_without_a_start_of_its_own_has_its_days_on_the_page() {
    let more = "activities:\n  - {id: a, title: A, day: tuesday, repeat: varannan vecka, valid_from: 2026-11-24, from: 10, to: 11}\n";
    let built = Project::new().and(FITTJA, more).on("2026-12-01").pages();
    let page = built.page("botkyrka/kalender/index.html");
    assert!(page.contains("2026-12-08") && !page.contains("datetime=\"2026-12-01\""), "{page}");
    let centre = built.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(centre.contains("varannan vecka, räknat från 8 december"), "{centre}");
    let bare = more.replace(", valid_from: 2026-11-24", "");
    assert_eq!(codes(&with(&bare)), [Code::RepeatUnclear]);
}

#[test]
fn days_on_which_one_service_is_closed_are_events_with_its_name() {
    let more = "exceptions:\n  - {from: 2026-12-14, to: 2026-12-15, closed: true, reason: Planering, services: [child_health]}\n";
    let services =
        "services:\n  - kind: child_health\n    hours: {monday-friday: 9–12}\n  - kind: open_preschool\n";
    let built = Project::new()
        .but(FITTJA, TWO, services)
        .and(FITTJA, &format!("hours: {{monday-friday: 8–17}}\n{more}"))
        .pages();
    let calendar = built.page("botkyrka/familjecentraler/fittja/kalender.ics");
    assert!(calendar.contains("UID:stangt-2026-12-14-"), "{calendar}");
    assert!(calendar.contains("SUMMARY:Barnavårdscentral (BVC): "), "{calendar}");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20261214") && calendar.contains("DTEND;VALUE=DATE:20261216"),
        "{calendar}"
    );
}

#[test]
fn a_notice_without_an_end_is_told_when_its_days_have_passed() {
    let notice = |fields: &str| Project::new().and(FITTJA, &format!("notices:\n  - {fields}\n"));
    tells(&notice("title: Stängt den 2 november 2026"), Code::NoticeEndless, &["2026-11-02"]);
    tells(
        &notice("{title: Stängt, body: Vi har stängt 2026-11-02 och 2026-11-03.}"),
        Code::NoticeEndless,
        &["2026-11-03"],
    );
    tells(&notice("{title: Färre platser, from: 2026-03-01}"), Code::NoticeEndless, &["2026-03-01"]);
    for fine in [
        "title: Stängt den 2 december 2026",
        "title: Stängt den 10 november 2026",
        "{title: Stängt den 2 november 2026, until: 2026-12-01}",
        "title: Välkommen",
        "{title: Färre platser, from: 2026-10-01}",
    ] {
        at_peace(&notice(fine));
    }
}

#[test]
fn what_a_centre_lacks_and_its_services_have_is_told_with_one_thing_to_write() {
    let project = |services: &str| {
        let text = "---\ntitle: Hej\nlead: En hälsning.\n---\n\nRing {telefon fittja} först.\n";
        Project::new().but(FITTJA, TWO, services).with(NEWS, text)
    };
    let one =
        project("services:\n  - kind: child_health\n    phone: 08-465 004 04\n  - kind: open_preschool\n");
    tells(&one, Code::NothingToFill, &["{telefon fittja/bvc}"]);
    let two = project(
        "services:\n  - kind: child_health\n    phone: 08-465 004 04\n  - kind: open_preschool\n    phone: 08-465 004 05\n",
    );
    let found =
        tells(&two, Code::NothingToFill, &["{telefon fittja/bvc}", "{telefon fittja/öppen förskola}"]);
    // Copied as it stands it would be two.
    assert!(!swedish(&found).contains("}, {"), "{}", swedish(&found));
}

#[test]
fn words_in_braces_that_ask_for_nothing_are_read_as_they_stand() {
    let text = "---\ntitle: Hej\nlead: En hälsning.\n---\n\nVi har {fixa TODO} öppet.\n";
    let found = Project::new().with(NEWS, text).check().diagnostics;
    assert!(found.iter().any(|found| found.code == Code::PlaceholderText), "{found:#?}");
}

#[test]
fn swedish_messages_name_fields_in_swedish() {
    let files = [
        include_str!("../../src/base/messages/sv/codes.ftl"),
        include_str!("../../src/base/messages/sv/phrases.ftl"),
        include_str!("../../src/base/messages/sv/scaffold.ftl"),
        include_str!("../../src/base/messages/sv/explain-files.ftl"),
        include_str!("../../src/base/messages/sv/explain-pages.ftl"),
    ];
    // A theme's file is written by those who make themes, and the names of classes in a page are no fields.
    let let_be = ["address", "name", "extends", "words", "tokens", "assets"];
    let mut wrong = Vec::new();
    for line in files
        .iter()
        .flat_map(|file| file.lines())
        .filter(|line| !line.trim_start().starts_with('[') || line.contains(':'))
    {
        let bytes = line.as_bytes();
        for (at, _) in line.match_indices(':') {
            let start = line[..at]
                .rfind(|c: char| !(c.is_ascii_lowercase() || c == '_'))
                .map_or(0, |before| before + line[before..].chars().next().unwrap().len_utf8());
            let word = &line[start..at];
            let is_address = bytes.get(at + 1) == Some(&b'/') || word.is_empty();
            let is_english = names::meanings(word).any(|meant| meant == word)
                && names::swedish_field("", word).is_some_and(|said| said != word);
            if is_english && !is_address && !let_be.contains(&word) && !names::is_swedish(word) {
                wrong.push(format!("{word}: in {line}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // And so do the words that fill them in.
    let messages = Messages::of(Locale::Swedish);
    for (more, english) in [
        ("owner: Anna Andersson\n", "owner"),
        (
            "activities:\n  - {id: a, title: A, day: tuesday, date: 2026-12-01, from: 10, to: 11}\n",
            "day, date",
        ),
        ("exceptions:\n  - {from: 2026-12-01, dates: [2026-12-02], closed: true}\n", "from, dates"),
        ("exceptions:\n  - {from: 2026-12-01, closed: true, services: [barnmorska]}\n", "child_health"),
        ("type: family_centre\n", "maternal_health"),
        ("reviewed: 2027-01-01\n", "reviewed"),
    ] {
        let base = if more.starts_with("reviewed") {
            Project::new().but(FITTJA, "reviewed: 2026-11-01\n", more)
        } else {
            Project::new().and(FITTJA, more)
        };
        let found = base.check().diagnostics;
        assert!(!found.is_empty(), "{more}");
        for found in &found {
            let words = messages.render(found);
            assert!(
                !words.message.contains(english) && !words.help.contains(english),
                "{english}: {} {}",
                words.message,
                words.help
            );
        }
    }
}
