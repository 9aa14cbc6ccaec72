//! What `check` finds that does not agree: a weekday with its date, a translation with its original, a statement with its days.

use fcsite::base::Code;

use super::lints::{body, check_all};
use super::project::{BOTKYRKA, FITTJA, NEWS, Project, SITE};

#[test]
fn days_and_times_that_cannot_be_are_told_wherever_a_family_reads_them() {
    let wrong = Code::ImpossibleTime;
    check_all(&[
        ("Välkommen onsdagen den 8 december 2026.", &[(wrong, "onsdagen den 8 december 2026")]),
        (
            "| Dag | Tid |\n|-|-|\n| ons 8 dec | 17.00-16.00 |",
            &[(wrong, "ons 8 dec"), (wrong, "17.00-16.00")],
        ),
        ("- Stängt den 31 november\n- **vecka 54**", &[(wrong, "den 31 november"), (wrong, "54")]),
        ("Tisdagen den 8 december 2026 kl. 9.00–11.30, vecka 50.", &[]),
    ]);
    let heads = "---\ntitle: Stängt 31 november 2026\nlead: \"Öppet kl. 25.00: kom\"\n---\n\nText.\n";
    let places = |project: Project| -> Vec<_> {
        let found = project.check().diagnostics.into_iter().filter(|found| found.code == wrong);
        found
            .map(|found| (found.file.clone().unwrap().to_string(), found.place.clone().unwrap().line))
            .collect()
    };
    assert_eq!(places(Project::new().with(NEWS, heads)), [(NEWS.to_string(), 2), (NEWS.to_string(), 3)]);
    let centre = "notices:\n  - title: Stängt onsdag 8 december 2026\n    body: \"Öppet kl. 17–16.\"\n\
                  activities:\n  - {id: a, title: Avslutning 31 november, day: monday, from: 9.00, to: 9.30}\n\
                  exceptions:\n  - {from: 2026-12-24, closed: true, reason: Vi öppnar onsdag 29 december}\n";
    let lines: Vec<usize> =
        places(Project::new().and(FITTJA, centre)).iter().map(|(_, line)| *line).collect();
    assert_eq!(lines, [9, 10, 12, 14]);
    let english = "---\ntitle: Hello\nlead: Come on Wednesday 8 December 2026.\n---\n\nOpen 5 pm–4 pm.\n";
    let site = Project::new().and(SITE, "languages: [sv, en]\n");
    assert_eq!(places(site.with(&NEWS.replace(".md", ".en.md"), english)).len(), 2);
}

#[test]
fn a_translation_that_is_not_translated_is_told_and_one_that_has_other_days_or_centres_too() {
    let original = "---\ntitle: Öppna förskolan stänger över jul\nlead: Vi ses igen efter helgerna på Fittja torg.\n\
        centres: [fittja]\nuntil: 2026-12-24\n---\n\nÖppna förskolan har stängt från den 21 december.\n\n\
        Vi öppnar igen måndagen den 11 januari 2027, och då bjuder vi på fika.\n";
    let english = NEWS.replace(".md", ".en.md");
    let kinds = |text: &str| -> Vec<(String, usize)> {
        let site = Project::new().and(SITE, "languages: [sv, en]\n").with(NEWS, original);
        let found = site.with(&english, text).check().diagnostics.into_iter();
        let found = found.filter(|found| found.code == Code::TranslationUnlike);
        found
            .map(|found| {
                let (_, kind) = found.args.iter().find(|(name, _)| *name == "kind").unwrap();
                let kind = kind.as_str().to_string();
                (kind, found.place.as_ref().map_or(0, |place| place.line))
            })
            .collect()
    };
    let of = |kind: &str, line: usize| (kind.to_string(), line);
    assert_eq!(kinds(original), [of("title", 2), of("lead", 3), of("text", 8)]);
    let mixed =
        original.replace("Öppna förskolan stänger över jul", "Closed").replace("Vi ses igen", "See you");
    assert_eq!(kinds(&mixed), [of("text", 8)]);
    let translated = "---\ntitle: Closed over Christmas\nlead: See you.\ncentres: [botkyrka/fittja]\nuntil: 2026-12-24\n---\n\n\
        The open preschool is closed from 21 December.\n";
    assert_eq!(kinds(translated), []);
    assert_eq!(kinds(&translated.replace("until: 2026-12-24", "until: 2026-12-31")), [of("field", 5)]);
    assert_eq!(kinds(&translated.replace("until: 2026-12-24", "expires: 2026-12-25")), []);
    assert_eq!(kinds(&translated.replace("until: 2026-12-24\n", "")), [of("field", 0)]);
    assert_eq!(kinds(&translated.replace("centres: [botkyrka/fittja]\n", "")), [of("field", 0)]);
}

#[test]
fn an_activity_that_stands_twice_is_told_and_two_groups_are_not() {
    let twice = |second: &str| {
        let first = "activities:\n  - {id: a, title: Sångstund, day: monday, from: 10.00, to: 10.30, valid_to: 2026-12-31}\n";
        let found =
            Project::new().and(FITTJA, &format!("{first}  - {{id: b, {second}}}\n")).check().diagnostics;
        found.iter().filter(|found| found.code == Code::ActivityTwice).count()
    };
    assert_eq!(twice("title: sångstund, day: monday, from: 10.00, to: 10.30"), 1);
    for other in [
        "title: Sångstund, day: tuesday, from: 10.00, to: 10.30",
        "title: Sångstund, day: monday, from: 11.00, to: 11.30",
        "title: Babycafé, day: monday, from: 10.00, to: 10.30",
        "title: Sångstund, day: monday, from: 10.00, to: 10.30, valid_from: 2027-01-11",
        "title: Sångstund, day: monday, from: 10.00, to: 10.30, age_months: {min: 6}",
        "title: Sångstund, day: monday, from: 10.00, to: 10.30, language: fi",
    ] {
        assert_eq!(twice(other), 0, "{other}");
    }
}

#[test]
fn a_statement_of_days_to_come_or_of_nothing_is_told() {
    let codes = |from: &str, to: &str| -> Vec<(Code, usize)> {
        let found = Project::new().but(BOTKYRKA, from, to).check().diagnostics;
        found.iter().map(|found| (found.code, found.place.as_ref().map_or(0, |place| place.line))).collect()
    };
    let assessed = "  assessed_on: 2026-05-04";
    assert_eq!(codes(assessed, "  assessed_on: 2026-12-28"), [(Code::DateInFuture, 5)]);
    assert_eq!(codes("updated_on: 2026-05-04", "updated_on: 2027-05-04"), [(Code::DateInFuture, 6)]);
    assert_eq!(codes("updated_on: 2026-05-04", "updated_on: 2026-05-03"), [(Code::StatementUnclear, 6)]);
    let issues = "status: partially\n  issues:\n    - {what: ., reason: Den är gammal}\n    - {what: En film saknar text, reason: Den är gammal, alternative: \"-\"}\n";
    assert_eq!(codes("status: fully\n", issues), [(Code::StatementUnclear, 6), (Code::StatementUnclear, 7)]);
    assert_eq!(codes(assessed, assessed), []);
}

#[test]
fn two_words_with_the_end_of_a_line_between_stay_two_in_the_advice() {
    for (text, advice) in
        [("ett\u{2028}rad", ": ett rad"), ("ett\u{2029}rad", ": ett rad"), ("slut\u{2028}", ": slut")]
    {
        let found = body(text).check().diagnostics;
        let found = found.iter().find(|found| found.code == Code::UnseenCharacter).unwrap();
        for locale in fcsite::base::Locale::ALL {
            let help = fcsite::base::Messages::of(locale).render(found).help;
            assert!(help.ends_with(advice), "{help}");
        }
    }
}
