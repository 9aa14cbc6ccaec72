//! What would go out wrong without a word: each is told once, at its place, with what to write; and what only looks like it is left in peace.

use fcsite::base::{Code, Diagnostic};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, place_of, told};
use super::said::{is_said, swedish};

const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";

fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("{FRONT}{text}\n"))
}

fn codes(found: &[Diagnostic]) -> Vec<Code> {
    found.iter().map(|found| found.code).collect()
}

/// Exactly one thing is told: its code, and words that both languages must say.
fn alone(project: &Project, code: Code, words: &[&str]) {
    let found = project.check().diagnostics;
    assert_eq!(codes(&found), [code], "{:#?}", found.iter().map(told).collect::<Vec<_>>());
    for said in words {
        assert!(is_said(&swedish(&found[0]), said), "{said}: {}", swedish(&found[0]));
        assert!(told(&found[0]).contains(said), "{said}: {}", told(&found[0]));
    }
}

/// Nothing is told.
fn at_peace(project: &Project) {
    let found = project.check().diagnostics;
    assert!(found.is_empty(), "{:#?}", found.iter().map(told).collect::<Vec<_>>());
}

#[test]
fn midnight_is_the_end_of_a_day_and_hours_that_go_over_it_are_divided() {
    let hours = |hours: &str| Project::new().and(FITTJA, &format!("hours:\n  friday: {hours}\n"));
    for midnight in ["19.00–00.00", "19–0", "19:00-24:00"] {
        at_peace(&hours(midnight));
        let page = hours(midnight).pages();
        assert!(page.page("botkyrka/familjecentraler/fittja/index.html").contains("19–24"), "{midnight}");
    }
    alone(&hours("22.00–02.00"), Code::IntervalReversed, &["22.00–24.00", "0.00–2.00"]);
    alone(&hours("12–9"), Code::IntervalReversed, &["13.00–16.00"]);
    let activity =
        |to: &str| format!("activities:\n  - {{id: a, title: A, day: friday, from: 19.00, to: \"{to}\"}}\n");
    at_peace(&Project::new().and(FITTJA, &activity("00.00")));
    alone(
        &Project::new().and(FITTJA, &activity("02.00")),
        Code::IntervalReversed,
        &["19.00–24.00", "0.00–2.00"],
    );
}

#[test]
fn several_days_are_understood_and_a_day_and_a_date_are_told() {
    let activity = |when: &str| {
        let activity = format!("activities:\n  - {{id: a, title: A, {when}, from: 9, to: 10}}\n");
        Project::new().and(FITTJA, &activity)
    };
    for right in
        ["day: måndag och onsdag", "dagar: [måndag, onsdag]", "date: 2026-12-01", "datum: [2026-12-01]"]
    {
        assert_eq!(activity(right).check().diagnostics, [], "{right}");
    }
    alone(&activity("date: 2026-12-01, day: tuesday"), Code::ActivityWhen, &[]);
    let found = activity("date: 2026-12-01, day: tuesday").check().diagnostics;
    assert!(told(&found[0]).contains("day, date") && swedish(&found[0]).contains("dag, datum"));
    alone(&activity("date: 2026-12-01, repeat: jämna veckor"), Code::ActivityWhen, &["repeat:"]);
}

#[test]
fn a_week_for_a_date_is_told_with_its_first_day_and_as_an_end_with_its_last() {
    let notice = |from: &str, until: &str| {
        let notice = format!("notices:\n  - {{title: Stängt, from: {from}, until: {until}}}\n");
        Project::new().and(FITTJA, &notice).check().diagnostics
    };
    let found = notice("v. 28", "vecka 30 2027");
    assert_eq!(codes(&found), [Code::BadDate, Code::BadDate]);
    // The summer of this year has passed in November.
    assert!(told(&found[0]).contains("Write 2027-07-12"), "{}", told(&found[0]));
    assert!(told(&found[1]).contains("Write 2027-08-01"), "{}", told(&found[1]));
}

#[test]
fn two_who_speak_after_each_other_have_a_quotation_each() {
    let quotations = |text: &str| {
        let built = body(text).pages();
        built
            .page("botkyrka/nyheter/2026-01-10-hej/index.html")
            .matches("<blockquote class=\"spoken\">")
            .count()
    };
    for (text, count) in [
        ("– Det är bra, säger Anna Berg.\n\n– Ja, säger Bo Ek.", 2),
        ("– Det är bra, säger Anna Berg.\n– Ja, säger Bo Ek.\n– Nej, säger Bo.", 2),
        ("– Det är bra, säger Anna Berg.\n\n– Och roligt, säger hon.", 1),
        ("– Det är bra, säger Anna Berg.\n\n– Och roligt.", 1),
        ("– Vad gör ni?\n\n– Vi leker, säger Eva.", 1),
        ("– Ja, säger en mamma.\n\n– Nej, säger en pappa.\n\n– Jo, säger mamman.", 3),
        ("– Ja, säger Anna.\n\nText.\n\n– Nej.\n\n– Jo, säger Anna.", 2),
    ] {
        assert_eq!(quotations(text), count, "{text}");
    }
}

#[test]
fn numbers_that_are_those_of_a_list_are_left_in_peace() {
    for text in [
        "1. Ett\n2. Två\n3. Tre",
        "1. ett\n1. två\n1. tre",
        "3. Tre\n4. Fyra",
        "1. januari\n2. februari",
        "1. advent: ljus\n2. advent: sång",
        "1. Ett\n2. Två\n4. Fyra",
        "1. ta med mat\n2. ta med kläder",
    ] {
        at_peace(&body(text));
    }
    for text in [
        "- 14. mars är vi stängda",
        "1. Ett\n\n   2. våningen är vår",
        "1. Ett\n2. Två\n3. klass är välkommen\n3. maj",
    ] {
        assert!(!body(text).check().diagnostics.is_empty(), "{text}");
    }
}

#[test]
fn lines_that_may_run_together_are_left_in_peace() {
    for text in [
        "Vi har öppet hela sommaren, och du behöver inte\nanmäla dig. Välkommen till oss på torget i Fittja\nnär du vill.",
        "Vi öppnar igen.\nVälkommen!",
        "Plats: Fittja torg",
        "Måndag är en bra dag att komma.\nTisdag är också bra.",
        "Plats: Torget\\\nTid: 9.00",
        "Plats: Torget  \nTid: 9.00",
        "- Plats: Torget\n- Tid: 9.00",
        "**Obs!** Vi har stängt på fredag\noch på lördag.",
        "Vi har\n**öppet**",
        "– Ja, säger Anna.\n– Nej, säger Bo.",
    ] {
        at_peace(&body(text));
    }
    let notice = "notices:\n  - title: Ny tid\n    body: |\n      Plats: Torget\n      Tid: 9.00\n";
    alone(&Project::new().and(FITTJA, notice), Code::LinesRunTogether, &["Plats: Torget"]);
}

#[test]
fn headings_and_marks_that_are_meant_are_left_in_peace() {
    for text in [
        "## Karta {#karta-1}\n\n[Till kartan](#karta-1)",
        "Öppet\n--------\n\nText.",
        "Text.\n\n---\n\nMer.",
        "#familjecentral #fittja",
        "Kl. 9:30:15, förhållandet 1:2:3 och Obs: nej",
        "{9–12} och [sic]",
        "a) alltså",
    ] {
        at_peace(&body(text));
    }
    let page = body("## Tider {.hidden}\n\n## Karta {#karta-1}").pages();
    let page = page.page("botkyrka/nyheter/2026-01-10-hej/index.html");
    assert!(
        !page.contains("hidden\">Tider") && page.contains("<h2 id=\"tider\">Tider</h2>"),
        "no class comes from a text"
    );
    assert!(page.contains("<h2 id=\"karta-1\">"), "an id that was written is kept");
}

#[test]
fn one_fault_is_told_once() {
    for (text, code) in [
        ("![Barn](../images/min bild.jpg)", Code::LinkWithBlank),
        ("[Se kartan](https://a.example/min sida)", Code::LinkWithBlank),
        ("[Blankett](../files/min blankett.pdf)", Code::LinkWithBlank),
        ("[Blankett](../files/blankett.pdf)", Code::BrokenLink),
        ("[se] (https://a.example/b)", Code::MarksShown),
        ("{{< figure src=\"https://a.example/x.jpg\" >}}", Code::MarksShown),
        ("[Boka](1177.se)", Code::BadWebAddress),
        ("o\tpunkt", Code::MarksShown),
        ("a) ta med\nb) kom", Code::MarksShown),
        ("Skriv till [Anna](mailto:anna@gmail.com).", Code::PrivateAddress),
        ("Skriv till <anna@gmail.com>.", Code::PrivateAddress),
        ("Skriv till anna@gmail.com.", Code::PrivateAddress),
    ] {
        let found = body(text).check().diagnostics;
        assert_eq!(codes(&found), [code], "{text}: {:#?}", found.iter().map(told).collect::<Vec<_>>());
    }
    let document = body("[Blankett](../files/min blankett.pdf)").check().diagnostics;
    assert!(swedish(&document[0]).contains("../files/min-blankett.pdf"), "{}", swedish(&document[0]));
    let web = body("[Boka](1177.se)").check().diagnostics;
    assert!(
        swedish(&web[0]).contains("Skriv https://1177.se") && !swedish(&web[0]).contains("allowed_hosts")
    );
}

#[test]
fn html_is_answered_with_what_stands_for_it_here() {
    let help = |text: &str| {
        let found = body(text).check().diagnostics;
        assert_eq!(codes(&found), [Code::RawHtml], "{text}");
        (swedish(&found[0]), told(&found[0]))
    };
    for (html, swedish, english) in [
        (
            "<iframe width=\"560\" height=\"315\" src=\"https://film.example/1\" allowfullscreen></iframe>",
            "[Se filmen om öppna förskolan](https://film.example/1)",
            "[See the film",
        ),
        ("<a href=\"https://a.example\">Se här</a>", "](https://a.example)", "](https://a.example)"),
        ("Text <br> mer", "omvänt snedstreck", "backslash"),
        ("<h2>Tider</h2>", "## Öppettider", "## Opening hours"),
        ("<ul><li>Ett</li></ul>", "- matsäck", "- packed lunch"),
        ("<b>Obs!</b> Stängt", "**Obs!**", "**Note!**"),
        ("<script>x</script>", "Ta bort det", "Take it away"),
        ("Se <anna> här", "`<anna>`", "`<anna>`"),
    ] {
        let (sv, en) = help(html);
        assert!(sv.contains(swedish) && en.contains(english), "{html}: {sv} {en}");
        assert!(!sv.contains("allowfulls`"), "a tag is not cut in mid-word");
    }
}

#[test]
fn a_statement_that_is_old_or_says_two_things_is_told() {
    let statement = |status: &str, day: &str, more: &str| {
        let text = format!(
            "name: Botkyrka kommun\ncode: \"0127\"\naccessibility_statement:\n  status: {status}\n  assessed_on: {day}\n  \
             updated_on: {day}\n  method: self\n  feedback_url: https://form.example/rapportera\n{more}"
        );
        Project::new().with(BOTKYRKA, text)
    };
    at_peace(&statement("fully", "2025-11-20", ""));
    alone(&statement("fully", "2024-01-01", ""), Code::StatementOld, &["2024-01-01", "2026-11-16"]);
    alone(
        &statement("partially", "2026-05-04", ""),
        Code::StatementUnclear,
        &["issues:", "status: partially"],
    );
    alone(&statement("not_compliant", "2026-05-04", ""), Code::StatementUnclear, &["issues:"]);
    let issue = "  issues: [{what: En film saknar undertexter, reason: Den är gammal}]\n";
    at_peace(&statement("partially", "2026-05-04", issue));
    alone(&statement("fully", "2026-05-04", issue), Code::StatementUnclear, &["status: partially"]);
    let burden = "  disproportionate_burden: [{what: Filmer, motivation: Dyrt}]\n";
    at_peace(&statement("partially", "2026-05-04", burden));
    let late = "  issues: [{what: En film, reason: Den är gammal, fix_by: 2026-06-01}]\n";
    alone(&statement("partially", "2026-05-04", late), Code::StatementOld, &["2026-06-01"]);
    // The page would say what is not so: the build tells of it too.
    assert_eq!(statement("partially", "2026-05-04", "").build().codes(), [Code::StatementUnclear]);
}

#[test]
fn a_person_or_a_private_address_where_a_function_belongs_is_told() {
    alone(
        &Project::new().and(FITTJA, "owner: Anna Andersson\n"),
        Code::PersonNamed,
        &["Anna Andersson", "owner: Familjeenheten"],
    );
    alone(&Project::new().and(FITTJA, "owner: {sv: Enhetschef Åsa Ek}\n"), Code::PersonNamed, &["Åsa Ek"]);
    alone(
        &Project::new().and(FITTJA, "owner: anna@hotmail.com\n"),
        Code::PrivateAddress,
        &["anna@hotmail.com"],
    );
    at_peace(&Project::new().and(FITTJA, "owner: Region Stockholm\n"));
    alone(
        &Project::new().and(FITTJA, "email: Fittja@GMAIL.com\n"),
        Code::PrivateAddress,
        &["Fittja@GMAIL.com"],
    );
    alone(
        &Project::new().and(BOTKYRKA, "contact: {email: a@live.se}\n"),
        Code::PrivateAddress,
        &["a@live.se"],
    );
    let by = |file: &str| Project::new().but(file, "title:", "published_by: Maria Lind\ntitle:");
    for file in [NEWS, PAGE] {
        alone(&by(file), Code::PersonNamed, &["published_by: Familjeenheten"]);
    }
    at_peace(&Project::new().but(NEWS, "title:", "author: Maria Lind\npublished_by: Kommunikation\ntitle:"));
    let notice = "notices:\n  - {title: Ny tid, body: Skriv till a@gmail.com.}\n";
    alone(&Project::new().and(FITTJA, notice), Code::PrivateAddress, &["a@gmail.com"]);
    let lead = Project::new().but(NEWS, "En hälsning.", "Skriv till a@gmail.com.");
    let found = lead.check().diagnostics;
    assert_eq!(
        found.iter().map(place_of).collect::<Vec<_>>(),
        [(Code::PrivateAddress, NEWS.to_string(), 3, 18)]
    );
}

#[test]
fn a_token_that_does_nothing_is_an_unknown_field_and_the_build_tells_of_contrast() {
    let theme = |tokens: &str| {
        let theme = format!("name: Prov\nextends: base\ntokens: {tokens}\n");
        Project::new().with("themes/prov/theme.yaml", theme).and(BOTKYRKA, "theme: prov\n")
    };
    alone(&theme("{primary: \"#2d2a6e\"}"), Code::UnknownField, &["color-primary"]);
    alone(&theme("{colour-primary: \"#2d2a6e\"}"), Code::UnknownField, &["color-primary"]);
    at_peace(&theme("{color-primary: \"#2d2a6e\"}"));
    let own =
        theme("{sky: \"#2d2a6e\"}").with("themes/prov/assets/theme.css", "main { color: var(--sky); }\n");
    at_peace(&own);
    let other =
        theme("{sky: \"#2d2a6e\"}").with("themes/prov/assets/theme.css", "main { color: var(--skyline); }\n");
    alone(&other, Code::UnknownField, &["sky"]);
    let pale = theme("{color-primary: \"#bbbbff\"}");
    assert!(pale.build().codes().contains(&Code::LowContrast), "{:?}", pale.build().told());
    assert!(!pale.build().report.has_errors());
}

#[test]
fn an_alt_text_in_front_matter_is_mended_in_front_matter() {
    let project = Project::new().but(NEWS, "title:", "image: {src: images/lek.png, alt: IMG_1}\ntitle:");
    alone(&project, Code::AltIsFileName, &["decorative: true"]);
    assert!(!told(&project.check().diagnostics[0]).contains("!["));
}
