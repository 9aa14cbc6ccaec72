//! What went out wrong without a word, or with advice that did not mend, when newcomers did a communicator's tasks: each as its kind.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, NEWS, PAGE, Project, SITE, told};
use super::said::swedish;

const ALBY: &str = "content/botkyrka/centres/alby.yaml";
const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";

fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("{FRONT}{text}\n"))
}

/// Exactly these are told, each with words that both languages must say.
fn only(project: &Project, expected: &[(Code, &[&str])]) {
    let found = project.check().diagnostics;
    let seen: Vec<String> = found.iter().map(told).collect();
    let codes: Vec<Code> = found.iter().map(|found| found.code).collect();
    assert_eq!(codes, expected.iter().map(|(code, _)| *code).collect::<Vec<_>>(), "{seen:#?}");
    for (found, (_, words)) in found.iter().zip(expected) {
        for said in *words {
            assert!(swedish(found).contains(said), "{said}: {}", swedish(found));
            assert!(told(found).contains(said), "{said}: {}", told(found));
        }
    }
}

/// The text with all that is proposed for it written in.
fn mended(text: &str) -> String {
    let found = body(text).check().diagnostics;
    let whole = format!("{FRONT}{text}\n");
    let mut mended = whole.clone();
    let mut mends: Vec<_> = found.iter().filter_map(|found| found.mend.as_ref()).collect();
    mends.reverse();
    for mend in mends {
        if let fcsite::base::At::Span(span) = &mend.at {
            mended.replace_range(span.clone(), &mend.text);
        }
    }
    mended[FRONT.len()..].trim_end().to_string()
}

const HEAD: &str = "| Dag | Tid |\n|---|---|\n";

#[test]
fn a_row_of_a_table_that_goes_on_on_another_line_is_told_with_the_row_to_write() {
    let broken = Code::TableRowBroken;
    let within = format!("{HEAD}| Måndag | 9–12\noch 13–16 |\n| Tisdag | 10–12 |");
    only(&body(&within), &[(broken, &["| Måndag | 9–12 och 13–16 |"])]);
    assert_eq!(mended(&within), format!("{HEAD}| Måndag | 9–12 och 13–16 |\n| Tisdag | 10–12 |"));
    let last = format!("{HEAD}| Måndag | 9–12\noch 13–16");
    only(&body(&last), &[(broken, &["| Måndag | 9–12 och 13–16 |"])]);
    let below = format!("{HEAD}| Måndag | 9–12 |\nRing gärna före.");
    only(&body(&below), &[(broken, &["Ring gärna före."])]);
    assert_eq!(mended(&below), format!("{HEAD}| Måndag | 9–12 |\n\nRing gärna före."));
    let halves = format!("{HEAD}| Måndag |\n| 9–12 |\n| Tisdag | 10–12 |");
    only(&body(&halves), &[(broken, &["| Måndag | 9–12 |"])]);
    assert_eq!(mended(&halves), format!("{HEAD}| Måndag | 9–12 |\n| Tisdag | 10–12 |"));
    only(&body("Dag | Tid\n---|---\nMåndag | 9–12\nRing gärna före."), &[(broken, &["Ring gärna före."])]);
    for whole in [
        format!("{HEAD}| Måndag | 9–12 |\n| Tisdag | |\n| Onsdag |"),
        format!("{HEAD}| Måndag | 9–12 |\n\nRing gärna före."),
        "| Dag |\n|---|\n| Måndag |\nTisdag".to_string(),
        "Dag | Tid\n---|---\nMåndag | 9–12\nTisdag | 10–12".to_string(),
    ] {
        only(&body(&whole), &[]);
    }
}

#[test]
fn a_row_after_an_empty_line_is_told_as_the_tables_and_a_line_break_in_a_cell_with_what_a_cell_can_hold() {
    let shown = Code::MarksShown;
    let apart = format!("{HEAD}| Måndag | 9–12 |\n\n| Tisdag | 10–12 |");
    only(&body(&apart), &[(shown, &["| Tisdag | 10–12 |"])]);
    assert_eq!(mended(&apart), format!("{HEAD}| Måndag | 9–12 |\n| Tisdag | 10–12 |"));
    let found = body(&apart).check().diagnostics;
    assert!(swedish(&found[0]).contains("tomma raden ovanför"), "{}", swedish(&found[0]));
    // All rows with empty lines between: the hyphens are there already.
    let all = "| Dag | Tid |\n\n|---|---|\n\n| Måndag | 9–12 |";
    only(&body(all), &[(shown, &[]), (shown, &[])]);
    assert_eq!(mended(all), format!("{HEAD}| Måndag | 9–12 |"));
    only(&body("Dag | Tid\n---|---\nMåndag | 9–12\n\nTisdag | 10–12"), &[(shown, &["Tisdag | 10–12"])]);
    let html = Code::RawHtml;
    let breaks = format!("{HEAD}| Måndag | 9–12<br>13–16 |\n| Tisdag | 10–12<br/>14–15 |");
    only(&body(&breaks), &[(html, &["<br>", "9–12, 13–16"]), (html, &["<br/>"])]);
    only(&body("Rad<br>till"), &[(html, &["\\"])]);
}

#[test]
fn questions_with_their_answers_on_the_next_line_are_told_with_a_heading() {
    let together = Code::LinesRunTogether;
    let asked = "Kostar det något?\nNej.\n\nVem får komma?\nAlla med barn upp till sex år.";
    only(&body(asked), &[(together, &["## Kostar det något?"]), (together, &["## Vem får komma?"])]);
    assert_eq!(
        mended(asked),
        "## Kostar det något?\nNej.\n\n## Vem får komma?\nAlla med barn upp till sex år."
    );
    only(
        &body("## Frågor\n\nKostar det något?\nNej, det är gratis."),
        &[(together, &["### Kostar det något?"])],
    );
    let four = "Kostar det något?\nNej.\nVem får komma?\nAlla.";
    only(&body(four), &[(together, &[]), (together, &[])]);
    only(&body("Vill du veta mer om oss?\nRing eller kom förbi när vi har öppet."), &[]);
    only(&body("Kostar det något? Nej."), &[]);
    only(&body("Kostar det något?\\\nNej."), &[]);
}

#[test]
fn brackets_of_a_link_that_are_turned_round_are_told_with_the_link() {
    let shown = Code::MarksShown;
    for (text, link) in [
        ("Läs (om oss)[../pages/om.md] nu.", "[om oss](../pages/om.md)"),
        ("Läs (om barnens rätt)[https://barnen.se/ratt] nu.", "[om barnens rätt](https://barnen.se/ratt)"),
        ("Läs {reglerna}(../pages/om.md) nu.", "[reglerna](../pages/om.md)"),
        ("Läs (om oss)(../pages/om.md) nu.", "[om oss](../pages/om.md)"),
    ] {
        only(&body(text), &[(shown, &[link])]);
        assert_eq!(mended(text), format!("Läs {link} nu."));
    }
    only(&body("Vi har stängt (se om lov) och (kl. 9)[se ovan]."), &[]);
    let title = "activities:\n  - id: sang\n    title: \"*Sång* för **alla**\"\n    day: monday\n    from: \"10.00\"\n    to: \"11.00\"\n";
    let hours = "hours: {monday: 9-12}\nholidays: {public: closed}\n";
    let found = Project::new().and(FITTJA, &format!("{hours}{title}")).check().diagnostics;
    assert!(
        found.iter().any(|found| found.code == shown),
        "{:#?}",
        found.iter().map(told).collect::<Vec<_>>()
    );
}

fn alby() -> Project {
    let of = |name: &str, street: &str, phone: &str| {
        FITTJA_TEXT
            .replace("name: Fittja\n", &format!("name: Familjecentralen {name}\nphone: {phone}\n"))
            .replace("Fittja Torg 19", street)
    };
    let project = Project::new().with(FITTJA, of("Fittja", "Fittja Torg 19", "08-530 610 00"));
    project.with(ALBY, of("Alby", "Albyvägen 3", "08-530 620 00"))
}

#[test]
fn the_number_of_another_centre_is_told_where_the_text_is_about_one_alone() {
    let other = Code::PhoneOfAnother;
    let news = |front: &str, text: &str| {
        alby().with(NEWS, format!("---\ntitle: Hej\nlead: En hälsning.\n{front}---\n\n{text}\n"))
    };
    let about = "centres: [fittja]\n";
    only(
        &news(about, "Ring oss på 08-530 620 00."),
        &[(other, &["Familjecentralen Alby", "{telefon fittja}"])],
    );
    only(&news("", "[Vår familjecentral](../centres/fittja.yaml) har 08-530 620 00."), &[(other, &[])]);
    let page =
        alby().with(PAGE, "---\ntitle: Om oss\n---\n\n::: centre fittja\n:::\n\nRing 08-530 620 00.\n");
    only(&page, &[(other, &["{telefon fittja}"])]);
    let notice = "notices:\n  - title: Hej\n    body: Ring 08-530 620 00.\n";
    only(&alby().and(FITTJA, notice), &[(other, &["{telefon fittja}"])]);
    // Its own, one that is named, one of both, one that nobody's text is about, and the municipality's.
    only(&news(about, "Ring oss på 08-530 610 00."), &[]);
    only(&news(about, "Ring oss, eller Alby på 08-530 620 00."), &[]);
    only(&news("centres: [fittja, alby]\n", "Ring 08-530 620 00."), &[]);
    only(&news("", "Ring 08-530 620 00."), &[]);
    only(&news(about, "Ring 08-530 620 00.").and(BOTKYRKA, "contact: {phone: 08-530 620 00}\n"), &[]);
}

const SWEDISH: &str = "Vi har öppet på tisdagar och torsdagar för dig som väntar barn eller har barn som är upp till sex år. Det kostar inget att \
    komma, och du behöver inte anmäla dig. Är du osäker kan du ringa oss.";
const ENGLISH: &str = "We are open on Tuesdays and Thursdays for you who are expecting a child, or have children up to the age of six. It is free, and \
    you do not need to book. If you are not sure you can call us.";
const ENGLISH_NEWS: &str = "content/botkyrka/news/2026-01-10-hej.en.md";

fn both() -> Project {
    Project::new().and(SITE, "languages: [sv, en]\n")
}

#[test]
fn a_paragraph_that_was_left_in_the_originals_words_is_told_in_its_translation() {
    let unlike = Code::TranslationUnlike;
    let last = "Ta gärna med dig en matsäck och kläder för alla väder när du kommer hit till oss på gården.";
    let address = "Familjecentralen i Fittja, Fittja Torg 19";
    let more = "You find us beside the square, and there is room for prams below the stairs where it is dry and warm all the year.";
    let of = |text: &str| format!("---\ntitle: Hello\nlead: A greeting.\n---\n\n{text}\n");
    let original = both().with(NEWS, format!("{FRONT}{SWEDISH}\n\n{last}\n\n{address}\n"));
    let half =
        original.clone().with(ENGLISH_NEWS, of(&format!("{ENGLISH}\n\n{more}\n\n{last}\n\n{address}")));
    only(&half, &[(unlike, &["hej.md", "FC0247"])]);
    let whole = original.with(ENGLISH_NEWS, of(&format!("{ENGLISH}\n\n{more}\n\n{address}")));
    only(&whole, &[]);
}

#[test]
fn a_text_in_another_language_than_its_files_is_told_with_the_name_to_give() {
    let language = Code::OtherLanguage;
    only(&both().with(NEWS, format!("{FRONT}{ENGLISH}\n")), &[(language, &["2026-01-10-hej.en.md"])]);
    let english = "---\ntitle: Hello\nlead: A greeting.\n---\n\n";
    only(&both().with(ENGLISH_NEWS, format!("{english}{SWEDISH}\n")), &[(language, &[])]);
    only(&both().with(ENGLISH_NEWS, format!("{english}{ENGLISH}\n")), &[]);
    only(&both().with(NEWS, format!("{FRONT}{SWEDISH}\n")), &[]);
    // A little of it, or both, is no doubt but none that is sure.
    only(&both().with(NEWS, format!("{FRONT}{SWEDISH}\n\n{ENGLISH}\n")), &[]);
    only(&both().with(NEWS, format!("{FRONT}We are open for you and the children.\n")), &[]);
}

#[test]
fn a_translation_whose_original_was_renamed_is_told_with_its_new_name() {
    let alone = Code::TranslationWithoutOriginal;
    let text = |words: &str| format!("{words} 10.30, 25 kr. [Fittja](../centres/fittja.yaml)\n");
    let renamed = "content/botkyrka/news/2026-01-10-sangstund-for-alla.md";
    let english =
        format!("---\ntitle: Hello\nlead: A greeting.\ncentres: [fittja]\n---\n\n{}", text("We sing at"));
    let swedish = format!(
        "---\ntitle: Sång\nlead: En hälsning.\ncentres: [fittja]\n---\n\n{}",
        text("Vi sjunger klockan")
    );
    let project = both().without(NEWS).with(renamed, swedish.clone()).with(ENGLISH_NEWS, english.clone());
    only(&project, &[(alone, &["sangstund-for-alla.md", "2026-01-10-sangstund-for-alla.en.md", "FC0076"])]);
    // Another text of the same day, one of another day, and one that has its translation.
    only(&project.clone().with(renamed, swedish.replace("25 kr", "30 kr")), &[]);
    let later = renamed.replace("2026-01-10", "2026-01-11");
    only(&both().without(NEWS).with(&later, swedish.clone()).with(ENGLISH_NEWS, english.clone()), &[]);
    only(
        &project.with(
            &renamed.replace(".md", ".en.md"),
            english.replace("title: Hello", "title: Song").replace("A greeting", "Singing"),
        ),
        &[],
    );
}

#[test]
fn a_menu_that_leads_to_the_same_place_twice_or_says_the_same_twice_is_told() {
    let twice = Code::MenuTwice;
    let menu = |entries: &[(&str, &str)]| {
        let lines = entries.iter().map(|(title, target)| format!("  - title: {title}\n    {target}\n"));
        Project::new().and(BOTKYRKA, &format!("navigation:\n{}", lines.collect::<String>()))
    };
    only(&menu(&[("Om oss", "page: om"), ("Vilka vi är", "page: om")]), &[(twice, &["om", "1"])]);
    only(&menu(&[("Fittja", "centre: fittja"), ("Hos oss", "centre: fittja")]), &[(twice, &["fittja"])]);
    let url = |slash: &str| format!("url: https://www.prov.se/a{slash}");
    only(&menu(&[("Prov här", &url("")), ("Prov där", &url("/"))]), &[(twice, &["https://www.prov.se/a"])]);
    only(&menu(&[("Om oss", "page: om"), ("om  oss", "centre: fittja")]), &[(twice, &["om  oss"])]);
    let asking = Project::new().but(PAGE, "title: Om oss", "title: Om oss\nnavigation: true");
    let other = asking.and(BOTKYRKA, "navigation:\n  - title: Om oss\n    centre: fittja\n");
    only(&other, &[(twice, &["municipality.yaml"])]);
    only(&menu(&[("Om oss", "page: om"), ("Fittja", "centre: fittja")]), &[]);
}

#[test]
fn a_notice_may_name_a_page_as_texts_do_and_a_step_too_many_is_answered_with_the_path() {
    let notice = |path: &str| format!("notices:\n  - title: Hej\n    body: \"Läs [om oss]({path}).\"\n");
    for file in [BOTKYRKA, FITTJA] {
        for path in ["pages/om.md", "../pages/om.md", "../pages/om.md#vilka"] {
            let project = Project::new().and(file, &notice(path));
            only(&project, &[]);
            let front = project.pages();
            let page = if file == BOTKYRKA { "index.html" } else { "familjecentraler/fittja/index.html" };
            let html = front.page(&format!("botkyrka/{page}"));
            assert!(
                html.contains("om/\">om oss</a>") || html.contains("om/#vilka\">om oss</a>"),
                "{path}: {html}"
            );
        }
        only(&Project::new().and(file, &notice("../pages/omm.md")), &[(Code::BrokenLink, &["pages/om.md"])]);
        only(
            &Project::new().and(file, &notice("../../pages/om.md")),
            &[(Code::BrokenLink, &["pages/om.md"])],
        );
    }
    only(&body("Läs [om oss](../../pages/om.md)."), &[(Code::BrokenLink, &["../pages/om.md"])]);
    only(&body("Läs [om oss](../../nacka/pages/om.md)."), &[(Code::LinkOutOfFolder, &[])]);
}

#[test]
fn words_in_braces_are_explained_with_a_centre_that_there_is() {
    let named = alby().without(FITTJA).with(NEWS, format!("{FRONT}Ring {{telefon}} nu.\n"));
    only(&named, &[(Code::UnknownFill, &["{telefon alby}"])]);
    let doubled = alby().without(FITTJA).with(NEWS, format!("{FRONT}Ring {{{{telefon alby}}}} nu.\n"));
    only(&doubled, &[(Code::MarksShown, &["{telefon alby}"])]);
    let linked = alby().without(FITTJA).with(NEWS, format!("{FRONT}[Ring oss](tel:{{telefon alby}}) nu.\n"));
    let found = linked.check().diagnostics;
    assert!(
        found.iter().all(|found| !told(found).contains("fittja")),
        "{:?}",
        found.iter().map(told).collect::<Vec<_>>()
    );
    let mail = alby().without(FITTJA).with(NEWS, format!("{FRONT}Skriv till {{e-post}}.\n"));
    only(&mail, &[(Code::UnknownFill, &["{e-post alby}"])]);
}

#[test]
fn an_old_address_of_a_shared_text_where_each_municipality_has_a_page_is_to_be_taken_away() {
    let shared = "content/_shared/pages/stod.md";
    let alias = |alias: &str| {
        Project::new().region().with(shared, format!("---\ntitle: Stöd\naliases: [{alias}]\n---\n\nText.\n"))
    };
    for taken in ["/botkyrka/nyheter/", "/botkyrka/", "/botkyrka/stod/", "/botkyrka/familjecentraler/"] {
        let found = alias(taken).check().diagnostics;
        let told: Vec<String> = found.iter().map(told).collect();
        assert!(found.len() == 1 && found[0].code == Code::BadAlias, "{told:#?}");
        assert!(told[0].contains("Take it away") && !told[0].contains("Write /"), "{told:#?}");
    }
    only(&alias("/botkyrka/gammal/"), &[(Code::BadAlias, &["/gammal/"])]);
}

#[test]
fn a_text_that_points_below_itself_where_nothing_comes_is_told() {
    let below = Code::NothingBelow;
    only(&body("Välkommen. Alla tider står nedan."), &[(below, &["Alla tider står nedan."])]);
    only(&body("Välkommen.\n\nDu hittar adressen längre ner på sidan."), &[(below, &["längre ner"])]);
    for well in [
        "Alla tider står nedan.\n\n- måndag\n- tisdag",
        "Ring numret nedan: 1177",
        "Se nedan. Vi ses i parken bredvid torget.",
        "Vi bor längre ned på gatan.",
        "Vi ses i parken nedanför kyrkan.",
        "Alla tider står nedan.\n\n::: centre fittja\n:::",
    ] {
        only(&body(well), &[]);
    }
    // A news item about centres shows them below its text.
    let shown = Project::new()
        .with(NEWS, "---\ntitle: Hej\nlead: Hej hej.\ncentres: [fittja]\n---\n\nAdressen står nedan.\n");
    only(&shown, &[]);
}

#[test]
fn hours_from_midnight_to_midnight_are_asked_about() {
    for hours in ["0.00–0.00", "00:00-24:00", "0-0"] {
        let project = Project::new().and(FITTJA, &format!("hours: {{monday: {hours}}}\n"));
        let project = project.and(BOTKYRKA, "holidays: {public: closed, eves: closed}\n");
        only(&project, &[(Code::NightHours, &["9.00–16.00"])]);
    }
}
