//! What `check` looks for beyond a build: each thing is found at its exact place, and what is right is left in peace.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE, place_of, told};

const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";
/// The line that a body begins at.
const BODY: usize = 6;

pub fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("{FRONT}{text}\n"))
}

/// What is found in a body: codes and the words that are marked.
fn found(text: &str) -> Vec<(Code, String)> {
    let findings = body(text).check();
    let marked = |found: &fcsite::base::Diagnostic| {
        let place = found.place.as_ref().unwrap_or_else(|| panic!("{} has no place", told(found)));
        assert!(place.line >= BODY, "{}", told(found));
        (found.code, place.text.chars().skip(place.column - 1).take(place.width).collect())
    };
    findings.diagnostics.iter().map(marked).collect()
}

pub fn check_all(cases: &[(&str, &[(Code, &str)])]) {
    let mut wrong = Vec::new();
    for (text, expected) in cases {
        let seen = found(text);
        let expected: Vec<(Code, String)> =
            expected.iter().map(|(code, words)| (*code, (*words).to_string())).collect();
        if seen != expected {
            wrong.push(format!("{text}\n  expected {expected:?}\n  found    {seen:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_link_text_that_says_nothing_is_told_and_one_that_says_where_it_leads_is_not() {
    let vague = Code::VagueLinkText;
    let address = Code::AddressAsLinkText;
    check_all(&[
        ("Se [läs mer](../pages/om.md).", &[(vague, "läs mer")]),
        ("Se [**Läs mer »**](../pages/om.md).", &[(vague, "Läs mer »")]),
        ("[Klicka här!](../pages/om.md)", &[(vague, "Klicka här!")]),
        ("[här](../pages/om.md) och [Read more](../pages/om.md)", &[(vague, "här"), (vague, "Read more")]),
        ("[Läs mer om oss](../pages/om.md)", &[]),
        ("[Här finns vi](../pages/om.md)", &[]),
        ("<https://a.example/b>", &[(address, "https://a.example/b")]),
        ("[https://a.example](https://a.example/b)", &[(address, "https://a.example")]),
        ("[www.a.example](https://a.example/b)", &[(address, "www.a.example")]),
        ("Se https://a.example/b, tack.", &[(address, "https://a.example/b")]),
        ("`https://a.example/b` och <info@a.example>", &[]),
        ("```\nhttps://a.example/b\n```", &[]),
    ]);
}

#[test]
fn a_heading_that_skips_a_level_is_told() {
    let skips = Code::HeadingSkipsLevel;
    check_all(&[
        ("## A\n\nX.\n\n### B\n\nX.\n\n#### C\n\nX.\n\n## D\n\nX.\n\n### E\n\nX.", &[]),
        ("## A\n\nX.\n\n#### B\n\nX.", &[(skips, "#### B")]),
        ("### A\n\nX.", &[(skips, "### A")]),
        ("#### A\n\nX.\n\n##### B\n\nX.", &[(skips, "#### A")]),
    ]);
}

#[test]
fn an_alt_text_that_is_a_file_name_or_the_caption_is_told() {
    check_all(&[
        (
            "![IMG_1234.jpg](../images/lek.png)",
            &[(Code::AltIsFileName, "![IMG_1234.jpg](../images/lek.png)")],
        ),
        ("![DSC 0012](../images/lek.png)", &[(Code::AltIsFileName, "![DSC 0012](../images/lek.png)")]),
        ("![lek.png](../images/lek.png)", &[(Code::AltIsFileName, "![lek.png](../images/lek.png)")]),
        ("![bild](../images/lek.png)", &[(Code::AltIsFileName, "![bild](../images/lek.png)")]),
        (
            "![Barn leker](../images/lek.png \"Barn leker.\")",
            &[(Code::AltRepeatsCaption, "![Barn leker](../images/lek.png \"Barn leker.\")")],
        ),
        ("![Barn leker](../images/lek.png \"Öppna förskolan i maj\")", &[]),
        ("![dekorativ](../images/lek.png)", &[]),
        ("![Bild av en gunga](../images/lek.png)", &[]),
    ]);
    let centre = Project::new().and(FITTJA, "images: [{src: images/lek.png, alt: IMG_2.JPG}]\n").check();
    assert_eq!(
        centre.diagnostics.iter().map(place_of).collect::<Vec<_>>(),
        [(Code::AltIsFileName, FITTJA.to_string(), 8, 37)]
    );
}

#[test]
fn a_table_whose_columns_have_no_names_is_told() {
    check_all(&[
        ("| | A |\n|-|-|\n| 1 | 2 |", &[]),
        ("| A | |\n|-|-|\n| 1 | 2 |", &[(Code::TableWithoutHeaders, "| A | |")]),
        ("| | |\n|-|-|\n| 1 | 2 |", &[(Code::TableWithoutHeaders, "| | |")]),
        ("| A | ![Gunga](../images/lek.png) |\n|-|-|\n| 1 | |", &[]),
    ]);
}

#[test]
fn a_spoken_line_that_begins_with_a_hyphen_is_told() {
    let spoken = Code::SpokenWithHyphen;
    check_all(&[
        ("-Det känns bra.", &[(spoken, "-Det känns bra.")]),
        ("- Det känns bra, säger en förälder.", &[(spoken, "Det känns bra, säger en förälder.")]),
        ("- Kommer ni? undrar en pappa.\n- Ja!", &[(spoken, "Kommer ni? undrar en pappa.")]),
        ("- Så här\n  - Ja, svarar Eva.\n  - Nej, svarar Bo.", &[(spoken, "Ja, svarar Eva.")]),
        ("Text\n-Nej, säger Anna.", &[(spoken, "-Nej, säger Anna.")]),
        ("-matsäck\n-kläder", &[(spoken, "-matsäck"), (spoken, "-kläder")]),
        ("- matsäck\n-extra kläder", &[(spoken, "-extra kläder")]),
        ("- ett\n  - två\n  -tre", &[(spoken, "-tre")]),
        ("* Vi läser, berättar sagor och sjunger\n* Ja, säger Eva.", &[]),
        ("- Vi läser, berättar sagor och sjunger", &[]),
        ("– Det känns bra, säger en förälder.", &[]),
        ("- barnmorska\n- öppen förskola", &[]),
        ("-5 grader och snö", &[]),
        ("–Det känns bra.", &[(spoken, "–Det känns bra.")]),
    ]);
}

#[test]
fn a_date_in_numbers_that_can_be_misread_is_told_with_the_date_in_words() {
    let date = Code::AmbiguousDate;
    check_all(&[
        ("Vi öppnar 3/4.", &[(date, "3/4")]),
        ("- öppet 03/04/2026\n- stängt 3.4.26", &[(date, "03/04/2026"), (date, "3.4.26")]),
        ("Vi öppnar 25/12 kl. 9.00 och 3 april 2026.", &[]),
        ("`3/4` och [3 april 2026](https://a.example/3/4)", &[]),
        ("Öppet 9-11.30 och 8.30-10.15.\n\n| Dag | Tid |\n|-|-|\n| 3/4 | 9-11.30 |", &[(date, "3/4")]),
        ("Stängt 1/7–10/8 och 12/1 2027.", &[(date, "1/7"), (date, "10/8"), (date, "12/1 2027")]),
    ]);
    let findings = body("Den 3/4.").check();
    assert!(told(&findings.diagnostics[0]).contains("3 april 2026"), "{}", told(&findings.diagnostics[0]));
    // News of the autumn that names a day of January means the next one.
    let autumn = "content/botkyrka/news/2026-11-10-hej.md";
    let later = Project::new().with(autumn, format!("{FRONT}Öppet igen 7/1.\n").replace("Hej", "Ny")).check();
    let words: Vec<String> = later.diagnostics.iter().map(told).collect();
    assert!(words.iter().any(|words| words.contains("7 januari 2027")), "{words:?}");
}

#[test]
fn an_abbreviation_is_told_where_it_is_first_used_and_not_explained() {
    let short = Code::UnexplainedAbbreviation;
    check_all(&[
        ("Gå till BVC.\n\nBVC är bra.", &[(short, "BVC")]),
        ("En BVC-sköterska och BMM.", &[(short, "BVC"), (short, "BMM")]),
        ("Gå till barnavårdscentralen (BVC).", &[]),
        ("BVC (barnavårdscentralen) är bra.", &[]),
        ("Barnavårdscentralen är bra.\n\nPå BVC väger de barnet.", &[]),
        ("| Ord | Betyder |\n|-|-|\n| BVC | barnavårdscentral |", &[]),
        ("ABVC och BVCX", &[]),
        ("Gå till bvc eller läs sfi.", &[(short, "bvc"), (short, "sfi")]),
        ("Mödravården (MVC) och barnhälsovården (BVC).", &[]),
    ]);
    let lead = Project::new().but(NEWS, "En hälsning.", "Hej från BVC.").check();
    let place = lead.diagnostics[0].place.clone().unwrap();
    assert_eq!((place.line, place.column, place.width), (3, 16, 3));
    let english = Project::new().but(SITE, "base_url", "languages: [sv, en]\nbase_url").with(
        "content/botkyrka/news/2026-01-10-hej.en.md",
        "---\ntitle: Hello\nlead: A greeting.\n---\nGo to BVC.\n",
    );
    assert!(english.check().diagnostics.is_empty(), "what is told is told of Swedish texts alone");
}

#[test]
fn titles_leads_and_notices_are_read_as_texts_are() {
    let places = |project: Project| project.check().diagnostics.iter().map(place_of).collect::<Vec<_>>();
    let news = |title: &str, lead: &str| {
        let text = format!("---\ntitle: {title}\nlead: {lead}\n---\nText.\n");
        places(Project::new().with(NEWS, text))
    };
    let at = |code, line, column| vec![(code, NEWS.to_string(), line, column)];
    assert_eq!(news("Stängt 3/4", "Hej."), at(Code::AmbiguousDate, 2, 15));
    assert_eq!(news("Hej", "Vi har stängt 3/4."), at(Code::AmbiguousDate, 3, 21));
    assert_eq!(news("Fråga BUP", "Hej."), at(Code::UnexplainedAbbreviation, 2, 14));
    assert!(
        news("Fråga BUP", "Barn- och ungdomspsykiatrin svarar.").is_empty(),
        "the lead may explain the title"
    );
    let twice = news("Hej", "BVCX, 13/4, 3/4 och 3/4.");
    let columns: Vec<usize> = twice.iter().map(|(_, _, _, column)| *column).collect();
    assert_eq!(columns, [19, 27], "{twice:?}");
    let alone = places(Project::new().and(FITTJA, "notices:\n  - title: BVC har stängt\n"));
    assert_eq!(alone, [(Code::UnexplainedAbbreviation, FITTJA.to_string(), 9, 12)]);
    let marks = places(Project::new().and(FITTJA, "notices:\n  - title: Nytt\n    body: \"##Tider\"\n"));
    assert_eq!(marks, [(Code::MarksShown, FITTJA.to_string(), 10, 12)]);
    let notice = "notices:\n  - title: {sv: Stängt 5/6}\n    body: BVC har stängt 3/4.\n";
    let found = places(Project::new().and(FITTJA, notice));
    assert_eq!(
        found,
        [
            (Code::AmbiguousDate, FITTJA.to_string(), 9, 24),
            (Code::UnexplainedAbbreviation, FITTJA.to_string(), 10, 11),
            (Code::AmbiguousDate, FITTJA.to_string(), 10, 26),
        ]
    );
    assert_eq!(places(Project::new().and(BOTKYRKA, notice)).len(), 3);
}

#[test]
fn marks_that_the_reader_would_see_and_letters_that_are_broken_are_told() {
    let marks = Code::MarksShown;
    check_all(&[
        ("##Tider\n\nText.", &[(marks, "##")]),
        ("Ta med:\n\n• matsäck\n• kläder", &[(marks, "•")]),
        ("| Dag | Tid |\n| 3 | 4 |", &[(marks, "| Dag | Tid |")]),
        ("Måndag\t9–12\nTisdag\t9–12", &[(marks, "\t")]),
        ("**Obs! ** Stängt, [se][1] och [se] (x).", &[(marks, "**"), (marks, "][")]),
        ("Text.\n\n    Indraget.", &[(marks, "Indraget.")]),
        ("title: Andra\nlead: Kom\n---\n\nText.", &[(marks, "title: Andra")]),
        ("`**` och 2 · 3\n\n- [sic] klar\n\n| A | B |\n|-|-|\n| 1 | 2 |", &[]),
        ("Ã–ppet hus pÃ¥ fÃ¶rskolan.\nSverige", &[(Code::GarbledText, "Ã–")]),
        ("Vi \u{fffd}r öppna, Ã la carte.", &[(Code::GarbledText, "\u{fffd}")]),
    ]);
    let name = Project::new().but(FITTJA, "name: Fittja", "name: FÃ¶rskolan").check();
    assert_eq!(
        name.diagnostics.iter().map(place_of).collect::<Vec<_>>(),
        [(Code::GarbledText, FITTJA.to_string(), 1, 8)]
    );
}

#[test]
fn many_faults_in_a_long_text_are_all_told() {
    // Each of these took the square of its length once: minutes, where all of it takes a second. Who brings that back waits for it.
    let many = |text: &str, times: usize| body(&text.repeat(times)).check().diagnostics.len();
    assert_eq!(many("Den 3/4.\n\n", 8000), 8000);
    assert_eq!(many("- Ja, säger Eva.\n\ntext\n\n", 8000), 8000);
    assert_eq!(many("- -a, , , , ,", 8000), 0);
    assert!(body(&"[a](b c.md) ".repeat(20_000)).check().diagnostics.len() >= 20_000);
    let words: String = (0..20_000).map(|n| format!("Barnvagnsparkering{n} finns. ")).collect();
    assert!(body(&words).check().diagnostics.len() <= 1);
}

#[test]
fn a_text_that_is_hard_to_read_is_told_with_the_reason_at_its_longest_sentence() {
    let long =
        "Verksamhetens utvecklingsarbete förutsätter välfungerande samverkansstrukturer mellan huvudmännen. ";
    let findings = body(&long.repeat(20)).check();
    let words = told(&findings.diagnostics[0]);
    assert_eq!(findings.diagnostics[0].code, Code::HardToRead);
    assert!(words.contains("Many words are long") && words.contains("samverkansstrukturer"), "{words}");
    let sentence = "Du kan gå dit om du vill och när du vill, ".repeat(8) + "slut. ";
    let findings = body(&sentence.repeat(4)).check();
    let words = told(&findings.diagnostics[0]);
    assert!(words.contains("The sentences are long"), "{words}");
    let easy = "Du kan komma hit med ditt barn. Vi har saft och leksaker här. ".repeat(20);
    let findings = body(&easy).check();
    assert!(findings.diagnostics.is_empty());
    assert_eq!((findings.readings.len(), findings.readings[0].words), (1, 20 * 13 + 2));
    assert!(body(&long.repeat(5)).check().readings.is_empty(), "a short text says nothing");
}

#[test]
fn titles_and_leads_that_two_texts_share_are_told_at_the_news() {
    let twin = "content/botkyrka/news/2026-01-11-igen.md";
    let project = Project::new().with(twin, "---\ntitle: HEJ\nlead: En  hälsning.\n---\nText.\n");
    let places: Vec<_> = project.check().diagnostics.iter().map(place_of).collect();
    assert_eq!(
        places,
        [(Code::DuplicateTitle, twin.to_string(), 2, 8), (Code::DuplicateLead, twin.to_string(), 3, 7)]
    );
    let page = Project::new().but(NEWS, "title: Hej", "title: Om oss").check();
    assert_eq!(place_of(&page.diagnostics[0]), (Code::DuplicateTitle, NEWS.to_string(), 2, 8));
}

#[test]
fn links_of_notices_and_of_the_navigation_are_looked_at_too() {
    let project = Project::new()
        .and(BOTKYRKA, "navigation:\n  - {title: Läs mer, url: https://a.example}\n")
        .and(FITTJA, "notices:\n  - title: Nytt\n    body: Se [här](https://a.example).\n    links: [{title: https://b.example, url: https://b.example}]\n");
    let places: Vec<_> = project.check().diagnostics.iter().map(place_of).collect();
    assert_eq!(
        places,
        [
            (Code::VagueLinkText, FITTJA.to_string(), 10, 15),
            (Code::AddressAsLinkText, FITTJA.to_string(), 11, 21),
            (Code::VagueLinkText, BOTKYRKA.to_string(), 10, 13),
        ]
    );
}

#[test]
fn colours_of_a_theme_with_too_little_contrast_are_told_at_the_token() {
    let theme = "themes/prov/theme.yaml";
    let with = |tokens: &str| {
        let text = format!("name: Prov\nextends: base\ntokens:\n{tokens}");
        Project::new().with(theme, text).and(BOTKYRKA, "theme: prov\n").check()
    };
    let pale = with("  color-text: \"#999\"\n");
    let places: Vec<_> = pale.diagnostics.iter().map(place_of).collect();
    assert_eq!(places, vec![(Code::LowContrast, theme.to_string(), 4, 15); 8], "{:?}", pale.diagnostics);
    assert!(told(&pale.diagnostics[0]).contains("1.4.3"));
    assert!(with("  color-text: \"#111\"\n").diagnostics.is_empty());
    // Of two themes, the one that gave the last of the two colours is told, at that colour.
    let child = with("  color-tint: \"#eee\"\n")
        .diagnostics
        .iter()
        .filter(|found| found.code == Code::LowContrast)
        .count();
    assert_eq!(child, 0);
    let two = Project::new()
        .with("themes/far/theme.yaml", "name: Far\nextends: base\ntokens:\n  color-text: \"#999\"\n")
        .with(
            theme,
            "name: Prov\nextends: far\ntokens:\n  color-space: 1rem\n  color-background: \"#fafafa\"\n",
        )
        .and(BOTKYRKA, "theme: prov\n")
        .check();
    let places: Vec<_> = two.diagnostics.iter().map(place_of).collect();
    assert!(places.contains(&(Code::LowContrast, theme.to_string(), 5, 21)), "{places:?}");
    assert!(places.contains(&(Code::LowContrast, "themes/far/theme.yaml".to_string(), 4, 15)), "{places:?}");
    // What only a browser can know is not guessed.
    assert!(with("  color-text: var(--x)\n").diagnostics.is_empty());
}

#[test]
fn a_finished_page_that_links_to_nothing_is_told() {
    let page = "---\ntitle: Om oss\n---\n\n## Vilka\n\nSe [Fittja](../centres/fittja.yaml#finns-inte).\n";
    let findings = Project::new().with(PAGE, page).check();
    let places: Vec<_> = findings.diagnostics.iter().map(place_of).collect();
    assert_eq!(places, [(Code::PageLinkBroken, PAGE.to_string(), 7, 13)]);
    let words = told(&findings.diagnostics[0]);
    assert!(words.contains("familjecentraler/fittja/index.html#finns-inte"), "{words}");
    assert!(words.contains("These places are there: #verksamheter"), "{words}");
    let theme = Project::new()
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .with("themes/prov/components/extra.html", "")
        .and(BOTKYRKA, "theme: prov\n");
    assert!(theme.check().diagnostics.iter().all(|found| found.code != Code::PageLinkBroken));
}

#[test]
fn a_warning_is_turned_off_for_a_file_for_a_municipality_and_for_the_site_and_nowhere_else() {
    let text =
        |more: &str| format!("---\ntitle: Hej\nlead: En hälsning.\n{more}---\n\nSe [här](../pages/om.md).\n");
    let page = "---\ntitle: Om oss\n---\n\n## Vilka\n\nSe [här](om.md).\n";
    let off = "checks: {off: [FC0202]}\n";
    let files = |project: Project| -> Vec<String> {
        project.check().diagnostics.iter().map(|found| found.file.as_ref().unwrap().to_string()).collect()
    };
    let base = || Project::new().with(NEWS, text("")).with(PAGE, page);
    assert_eq!(files(base()), [NEWS, PAGE]);
    assert_eq!(files(base().with(NEWS, text(off))), [PAGE]);
    assert!(files(base().and(BOTKYRKA, off)).is_empty());
    assert!(files(base().and(SITE, off)).is_empty());
    assert_eq!(files(base().and(FITTJA, off)), [NEWS, PAGE]);
    assert_eq!(files(base().and(SITE, "checks: {off: [FC0203]}\n")), [NEWS, PAGE]);
}

#[test]
fn a_text_that_new_wrote_and_nobody_replaced_is_told_in_what_is_published() {
    for locale in fcsite::base::Locale::ALL {
        let messages = fcsite::base::Messages::of(locale);
        let setting = fcsite::scaffold::Setting {
            messages: &messages,
            today: "2026-11-10".parse().unwrap(),
            has_schemas: false,
        };
        let new = fcsite::scaffold::NewNews {
            municipality: "botkyrka".to_string(),
            id: "x".to_string(),
            title: "X".to_string(),
            is_published: true,
            ..Default::default()
        };
        let file = fcsite::scaffold::news(&new, setting);
        let codes: Vec<Code> = Project::new()
            .with(&file.path, file.text.as_str())
            .check()
            .diagnostics
            .iter()
            .map(|found| found.code)
            .collect();
        assert_eq!(codes, [Code::TemplateText, Code::TemplateText]);
        let draft = file.text.replacen("\n---\n", "\ndraft: true\n---\n", 1);
        assert!(Project::new().with(&file.path, draft).check().diagnostics.is_empty());
    }
}

#[test]
fn a_build_keeps_quiet_of_what_is_turned_off_too_and_never_of_errors() {
    let late = Project::new().but(FITTJA, "reviewed: 2026-11-01", "reviewed: 2020-01-01");
    assert_eq!(late.build().codes(), [Code::ReviewDue]);
    assert!(late.clone().and(FITTJA, "checks: {off: [FC0082]}\n").build().codes().is_empty());
    assert!(late.clone().and(BOTKYRKA, "checks: {off: [FC0082]}\n").build().codes().is_empty());
    assert!(late.and(SITE, "checks: {off: [FC0082]}\n").build().codes().is_empty());
    let wrong = Project::new().and(FITTJA, "checks: {off: [FC0022, FC9999, fc0082]}\n").build();
    assert_eq!(wrong.codes(), [Code::CodeNotOff, Code::UnknownCode, Code::UnknownCode]);
    assert!(wrong.report.has_errors());
}

#[test]
fn broken_files_are_looked_at_too_and_drafts_where_they_are_asked_for() {
    let draft = body("Se [här](../pages/om.md).").but(NEWS, "lead:", "draft: true\nlead:");
    assert!(draft.check().diagnostics.is_empty());
    let codes: Vec<Code> = draft.drafts().check().diagnostics.iter().map(|found| found.code).collect();
    assert_eq!(codes, [Code::VagueLinkText]);
    let broken = body("Se [här](../pages/om.md).").but(NEWS, "title: Hej", "tittel: Hej");
    let codes: Vec<Code> = broken.check().diagnostics.iter().map(|found| found.code).collect();
    assert!(codes.contains(&Code::VagueLinkText) && codes.contains(&Code::UnknownField), "{codes:?}");
}

#[test]
fn a_link_to_this_computer_is_told_without_being_asked() {
    check_all(&[
        (
            "[Om oss](http://127.0.0.1:1111/botkyrka/om/) och [hit](http://localhost:1111/x)",
            &[
                (Code::ExternalLinkInternal, "Om oss"),
                (Code::VagueLinkText, "hit"),
                (Code::ExternalLinkInternal, "hit"),
            ],
        ),
        (
            "[Sidan om oss](http://intranat.kommunen.example/x)",
            &[(Code::ExternalLinkInternal, "Sidan om oss")],
        ),
        ("[Sidan om oss](http://192.168.1.4/a)", &[(Code::ExternalLinkInternal, "Sidan om oss")]),
        ("[Tidningen](https://localhostar.example/x) och [kartan](https://192.kartor.example)", &[]),
    ]);
}

#[test]
fn a_statement_that_nobody_has_filled_in_is_told_where_it_is_published() {
    let new = fcsite::scaffold::NewMunicipality {
        id: "nacka".to_string(),
        name: "Nacka kommun".to_string(),
        code: "0182".to_string(),
        ..Default::default()
    };
    let messages = fcsite::base::Messages::of(fcsite::base::Locale::Swedish);
    let setting = fcsite::scaffold::Setting {
        messages: &messages,
        today: "2026-11-10".parse().unwrap(),
        has_schemas: false,
    };
    let file = fcsite::scaffold::municipality(&new, setting);
    let text = file.text.replace("\n# tillgänglighetsredogörelse:", "\ntillgänglighetsredogörelse:");
    let start = text.find("\ntillgänglighetsredogörelse:").unwrap();
    let (before, statement) = text.split_at(start);
    let statement: String = statement
        .lines()
        .map(|line| {
            line.strip_prefix("# ").filter(|rest| rest.starts_with("  ")).unwrap_or(line).to_string() + "\n"
        })
        .collect();
    let found = Project::new().region().with(&file.path, format!("{before}{statement}")).check();
    let codes: Vec<Code> = found.diagnostics.iter().map(|found| found.code).collect();
    let form = Code::PlaceholderText;
    assert_eq!(codes, [Code::TemplateText, Code::TemplateText, form], "{:?}", found.diagnostics);
}
