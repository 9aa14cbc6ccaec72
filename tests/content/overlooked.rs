//! What an auditor found that nothing was said of, or that the help did not mend: each kind in all the places where it can stand.

use fcsite::base::{Code, Diagnostic, Locale, Messages};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, PAGE_TEXT, Project, SITE, png, told};

const ALIASES: &str = "---\naliases: [";

/// All that is found of a code, in Swedish.
fn found(project: &Project, code: Code) -> Vec<String> {
    let is_it = |found: &Diagnostic| found.code == code;
    let messages = Messages::of(Locale::Swedish);
    let said = |found: Diagnostic| {
        let words = messages.render(&found);
        format!("{} {} {}", told(&found), words.message, words.help)
    };
    project.check().diagnostics.into_iter().filter(is_it).map(said).collect()
}

/// Something of a code is found, and all of these words are said of it.
fn says(project: &Project, code: Code, words: &[&str]) {
    let found = found(project, code);
    assert!(found.iter().any(|found| words.iter().all(|word| found.contains(word))), "{words:?}: {found:#?}");
}

fn with_alias(path: &str, alias: &str) -> Project {
    Project::new().with(path, PAGE_TEXT.replacen("---\n", &format!("{ALIASES}{alias}]\n"), 1))
}

#[test]
fn an_old_address_from_the_browser_holds_whatever_path_the_site_is_published_at() {
    let below = |path: &str, alias: &str| {
        with_alias(path, alias).but(SITE, "https://prov.example", "https://prov.example/fc")
    };
    for alias in ["/fc/botkyrka/gammal/", "/botkyrka/gammal/", "/gammal/", "/fc/gammal/"] {
        let built = below(PAGE, alias).pages();
        assert!(built.has("botkyrka/gammal/index.html"), "{alias}");
    }
    let own = with_alias(PAGE, "/barn/gamla/").and(BOTKYRKA, "base_url: https://botkyrka.example/barn/\n");
    assert!(own.pages().has("botkyrka/gamla/index.html"));
    let shared = below("content/_shared/pages/ny.md", "/fc/gammal/").region();
    let built = shared.pages();
    assert!(built.has("gammal/index.html") && built.has("botkyrka/gammal/index.html"));
    // Another folder of the same name is one of its own where the site lies at the top.
    assert!(with_alias(PAGE, "/fc/gammal/").pages().has("botkyrka/fc/gammal/index.html"));
    let draft = below(PAGE, "/fc/botkyrka/gammal/").but(PAGE, "title:", "draft: true\ntitle:").pages();
    assert!(draft.report.withheld.iter().any(|path| path.as_str() == "botkyrka/gammal/index.html"));
}

#[test]
fn an_old_address_that_is_a_front_page_or_in_a_municipality_is_told_with_what_to_do() {
    for alias in ["/index.html", "/botkyrka/index.html", "/fc/botkyrka/"] {
        let project = with_alias(PAGE, alias).but(SITE, "https://prov.example", "https://prov.example/fc");
        says(&project, Code::BadAlias, &["Take it away", "Ta bort den"]);
    }
    let shared = with_alias("content/_shared/pages/ny.md", "/botkyrka/gammal/");
    says(&shared, Code::BadAlias, &["Write /gammal/", "Skriv /gammal/"]);
    let mended = with_alias("content/_shared/pages/ny.md", "/gammal/");
    assert!(mended.build().codes().is_empty() && mended.pages().has("botkyrka/gammal/index.html"));
}

#[test]
fn what_other_programs_leave_is_told_in_every_field() {
    let front = |fields: &str| Project::new().with(NEWS, format!("---\n{fields}---\n\nText.\n"));
    let centre = |more: &str| Project::new().and(FITTJA, more);
    let tag = "\"Se {% x %} nu\"";
    for project in [
        front(&format!("title: {tag}\nlead: En hälsning.\n")),
        front(&format!("title: Hej\nlead: {tag}\n")),
        front(&format!("title: Hej\nlead: En hälsning.\ncategory: {tag}\n")),
        front(&format!("title: Hej\nlead: En hälsning.\nimage: {{src: images/lek.png, alt: {tag}}}\n")),
        centre(&format!("notices: [{{title: {tag}, body: Stängt.}}]\n")),
        centre(&format!("notices: [{{title: Nu, body: {tag}}}]\n")),
        centre(&format!("activities: [{{id: a, title: {tag}, day: friday, from: 9.00, to: 10.00}}]\n")),
        centre(&format!("exceptions: [{{date: 2026-12-01, closed: true, reason: {tag}}}]\n")),
        centre(&format!("getting_there: {{transit: {tag}}}\n")),
        centre(&format!("getting_there: {{transit: {{sv: {tag}, en: Bus}}}}\n")),
        Project::new().but(
            BOTKYRKA,
            "status: fully",
            &format!("status: partially\n  issues: [{{what: {tag}}}]"),
        ),
        Project::new().but(SITE, "Familjecentraler", tag),
    ] {
        assert_eq!(
            found(&project, Code::MarksShown).len(),
            1,
            "{:?}",
            project.check().diagnostics.iter().map(told).collect::<Vec<_>>()
        );
    }
    for (title, words) in [
        ("Stängt :warning: nu", ":warning:"),
        ("Stängt [nu]{.underline}", "Skriv bara orden: nu"),
        ("Stängt **nu**", "Skriv bara orden: nu"),
        ("Stängt [nu](../pages/om.md)", "Skriv bara orden: nu"),
        ("40 m^2^", "Skriv bara orden: ²"),
    ] {
        says(&front(&format!("title: \"{title}\"\nlead: En hälsning.\n")), Code::MarksShown, &[words]);
    }
    let plain = front("title: \"Öppet 9:30, Obs: a = b, och/eller [sic] (se nedan)\"\nlead: En hälsning.\n");
    assert_eq!(found(&plain, Code::MarksShown), Vec::<String>::new());
}

#[test]
fn each_of_several_tags_in_a_line_is_told_with_the_words_that_stay() {
    let body = |text: &str| {
        Project::new().with(NEWS, format!("---\ntitle: Hej\nlead: En hälsning.\n---\n\n{text}\n"))
    };
    let two = body("På [måndag]{.underline} har vi [stängt]{.underline}. Och vi öppnar igen på tisdag.");
    let found = found(&two, Code::MarksShown);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].contains("Skriv bara orden: måndag") && found[1].contains("Skriv bara orden: stängt"));
    says(&body("Se bilden {width=\"2.0in\"}"), Code::MarksShown, &["Ta bort det."]);
    says(&body("![Ett hus](../images/lek.png){width=\"2.0in\"}"), Code::MarksShown, &["Ta bort det."]);
    for text in [
        "Se ==x y== nu",
        "Vi dricker H~2~O",
        "Sist \\newpage",
        "[TOC]",
        "[contact-form-7 id=\"3\"]",
        "++nytt++",
    ] {
        assert_eq!(self::found(&body(text), Code::MarksShown).len(), 1, "{text}");
    }
}

#[test]
fn lines_that_run_together_in_yaml_are_told_with_what_can_be_written_there() {
    let centre = |more: &str| Project::new().and(FITTJA, more);
    let joined = Code::LinesRunTogether;
    for (project, words) in [
        (
            centre("notices:\n  - title: Nu\n    body: >\n      Plats: Fittja torg\n      Tid: 9.00\n"),
            "Skriv body: | i stället",
        ),
        (
            centre("notices:\n  - title: Nu\n    body: >-\n      Plats: Fittja torg\n      Tid: 9.00\n"),
            "Skriv body: | i stället",
        ),
        (
            centre("notices:\n  - title: Nu\n    body: \"Plats: Fittja torg\\nTid: 9.00\"\n"),
            "Skriv body: | och raderna",
        ),
        (centre("getting_there:\n  transit: |\n    Buss: 12\n    Tåg: 43\n"), "Buss: 12, Tåg: 43"),
        (centre("getting_there:\n  transit: >\n    Buss: 12\n    Tåg: 43\n"), "Buss: 12, Tåg: 43"),
        (
            centre("exceptions: [{date: 2026-12-01, closed: true, reason: \"Jul: a\\nTid: b\"}]\n"),
            "Jul: a, Tid: b",
        ),
        (
            Project::new()
                .with(NEWS, "---\ntitle: Hej\nlead: |\n  Plats: Fittja\n  Tid: 9.00\n---\n\nText.\n"),
            "Plats: Fittja, Tid: 9.00",
        ),
    ] {
        let found = found(&project, joined);
        assert_eq!(found.len(), 1, "{words}: {found:#?}");
        assert!(found[0].contains(words), "{words}: {found:#?}");
    }
    for text in [
        "transit: >\n    Ta buss 12 till torget,\n    och gå sedan rakt fram.\n",
        "transit: 'Buss: 12, tåg: 43'\n",
    ] {
        assert_eq!(
            found(&centre(&format!("getting_there:\n  {text}")), joined),
            Vec::<String>::new(),
            "{text}"
        );
    }
}

#[test]
fn a_picture_whose_name_has_brackets_is_told_once_and_is_no_copy() {
    let project = Project::new()
        .with(NEWS, "---\ntitle: Hej\nlead: En hälsning.\n---\n\n![Ett hus](../images/IMG 1234 (1).jpg)\n")
        .with("content/botkyrka/images/IMG 1234 (1).jpg", png(4, 3))
        .with("content/botkyrka/images/IMG 1234.jpg", png(4, 3));
    says(&project, Code::LinkWithBlank, &["IMG 1234 (1).jpg", "img-1234-1.jpg"]);
    for code in [Code::MarksShown, Code::ConflictCopy] {
        assert_eq!(found(&project, code), Vec::<String>::new());
    }
}

#[test]
fn a_service_that_is_named_without_its_slash_is_told_with_it() {
    let body = "---\ntitle: Hej\nlead: En hälsning.\n---\n\nRing {telefon fittja bvc}.\n";
    says(&Project::new().with(NEWS, body), Code::NoSuchCentre, &["fittja/bvc"]);
}

#[test]
fn a_theme_that_builds_on_none_is_told_once_at_its_file_with_the_line_that_is_missing() {
    let project = Project::new().and(SITE, "theme: egen\n").with("themes/egen/theme.yaml", "name: Egen\n");
    let found = found(&project, Code::TemplateMissing);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].contains("themes/egen/theme.yaml")
            && found[0].contains("Skriv")
            && found[0].contains("extends: base")
    );
    let mended = project.with("themes/egen/theme.yaml", "name: Egen\nextends: base\n");
    assert!(mended.build().codes().is_empty());
}

#[test]
fn files_that_are_copies_by_an_underscore_a_conflict_or_an_ending_are_not_published() {
    for copy in [
        "2026-01-10-hej_1.md",
        "2026-01-10-hej-conflict-20261120.md",
        "2026-01-10-hej.orig.md",
        "2026-01-10-hej.old.md",
    ] {
        let text = Project::new().bytes(NEWS).to_vec();
        let project = Project::new().with(&format!("content/botkyrka/news/{copy}"), text);
        assert_eq!(project.build().codes(), [Code::ConflictCopy], "{copy}: {:?}", project.build().told());
    }
}

#[test]
fn a_day_that_is_every_other_week_is_told_as_a_day() {
    let activity = "activities: [{id: a, title: A, day: varannan tisdag, from: 9.00, to: 10.00}]\n";
    says(&Project::new().and(FITTJA, activity), Code::BadDay, &["repeat: even weeks"]);
}
