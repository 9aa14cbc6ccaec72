//! Standing pages: drafts, last days, and the navigation in which they are.

use fcsite::base::Code;

use super::project::{BOTKYRKA, NEWS, PAGE, PAGE_TEXT, Project};

const QUESTIONS: &str = "content/botkyrka/pages/fragor.md";
const AT: &str = "botkyrka/fragor/index.html";

/// A page of questions with these fields.
fn with_page(fields: &str) -> Project {
    let text =
        PAGE_TEXT.replace("Om oss", "Titel-Fragor").replace("---\n\n##", &format!("{fields}---\n\n##"));
    Project::new().with(QUESTIONS, text)
}

/// The titles that stand in the head of a page, in their order.
fn order(page: &str, titles: &[&str]) -> Vec<String> {
    let head = page.split("<main").next().unwrap();
    let mut found: Vec<(usize, &str)> =
        titles.iter().filter_map(|title| Some((head.find(&format!(">{title}<"))?, *title))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, title)| title.to_string()).collect()
}

#[test]
fn a_draft_of_a_page_is_nowhere_unless_asked_for_and_is_marked_then() {
    let project = with_page("draft: true\nnavigation: true\n");
    let built = project.pages();
    assert!(!built.has(AT) && !built.all_text().contains("Titel-Fragor"));
    assert!(built.report.withheld.iter().any(|path| path.as_str() == AT), "its address is not gone for good");
    let moved = with_page("draft: true\naliases: [/gammalt/]\n").pages();
    assert!(!moved.has("botkyrka/gammalt/index.html"));
    let withheld: Vec<&str> = moved.report.withheld.iter().map(|path| path.as_str()).collect();
    assert_eq!(withheld, [AT, "botkyrka/gammalt/index.html"], "nor are its old addresses");
    let drafts = project.drafts().pages();
    let page = drafts.page(AT);
    assert!(page.contains("noindex") && page.contains("pill-flag\">Utkast"), "{page}");
    let front = drafts.page("botkyrka/index.html");
    assert!(front.contains("Titel-Fragor</a> <span class=\"pill pill-flag\">Utkast"), "{front}");
    assert!(!drafts.page("botkyrka/sitemap.xml").contains("fragor"));
}

#[test]
fn a_link_or_a_menu_entry_to_a_draft_of_a_page_is_an_error_unless_it_is_from_a_draft() {
    let linking = with_page("draft: true\n").and(NEWS, "[frågorna](../pages/fragor.md)\n");
    let built = linking.build();
    assert_eq!(built.codes(), [Code::LinkToUnpublished], "{:?}", built.told());
    assert!(linking.clone().drafts().build().codes().is_empty());
    let from_draft = linking.but(NEWS, "lead:", "draft: true\nlead:");
    assert!(from_draft.build().codes().is_empty());
    let listed = with_page("draft: true\n").and(BOTKYRKA, "navigation: [{title: Frågor, page: fragor}]\n");
    let built = listed.build();
    assert_eq!(built.codes(), [Code::LinkToUnpublished], "{:?}", built.told());
    assert_eq!(built.places()[0].2, 9, "at the entry: {:?}", built.places());
    assert!(listed.drafts().build().codes().is_empty());
}

#[test]
fn a_translation_of_a_draft_waits_for_its_original() {
    let project = with_page("draft: true\n")
        .and("content/site.yaml", "languages: [sv, en]\n")
        .with("content/botkyrka/pages/fragor.en.md", PAGE_TEXT.replace("Om oss", "Title-Questions"));
    assert!(!project.pages().has("botkyrka/en/fragor/index.html"));
    assert!(project.drafts().pages().has("botkyrka/en/fragor/index.html"));
}

#[test]
fn a_page_is_in_the_menu_and_in_lists_to_its_last_day_and_stays_marked() {
    for project in [
        with_page("until: 2026-11-15\nnavigation: true\n"),
        with_page("until: 2026-11-15\n").and(BOTKYRKA, "navigation: [{title: Titel-Fragor, page: fragor}]\n"),
    ] {
        let before = project.clone().on("2026-11-15").pages();
        let after = project.on("2026-11-16").pages();
        let other = "botkyrka/om/index.html";
        assert!(before.page(other).contains("Titel-Fragor") && !after.page(other).contains("Titel-Fragor"));
        let front = "botkyrka/index.html";
        assert!(before.page(front).contains("Titel-Fragor") && !after.page(front).contains("Titel-Fragor"));
        assert!(!before.page(AT).contains("inte längre aktuell"));
        let marked = after.page(AT);
        assert!(marked.contains("Den här sidan är inte längre aktuell."), "{marked}");
        assert!(marked.contains("till och med 15 november 2026"), "{marked}");
        assert!(after.page("botkyrka/sitemap.xml").contains("/fragor/"), "its address goes on");
    }
}

#[test]
fn the_menu_leads_to_centres_in_each_language() {
    let project = Project::new()
        .and("content/site.yaml", "languages: [sv, en]\n")
        .and(BOTKYRKA, "navigation: [{title: {sv: Hos oss, en: At ours}, centre: fittja}]\n");
    let built = project.pages();
    let page = built.page("botkyrka/om/index.html");
    assert!(page.contains("href=\"../familjecentraler/fittja/\""), "{page}");
    let english = built.page("botkyrka/en/index.html");
    assert!(
        english.contains("At ours") && english.contains("href=\"../en/familjecentraler/fittja/\""),
        "{english}"
    );
}

#[test]
fn the_menu_is_in_the_order_of_weights_and_then_as_it_is_listed() {
    let titles = ["Ett", "Två", "Tre", "Fyra", "Fem"];
    let page = |title: &str, fields: &str| format!("---\ntitle: {title}\n{fields}---\n\nText.\n");
    let project = |entries: &str| {
        Project::new()
            .with(PAGE, page("Fyra", "navigation: true\n"))
            .with("content/botkyrka/pages/a.md", page("Ett", "navigation: true\nweight: -1\n"))
            .with("content/botkyrka/pages/b.md", page("Fem", "navigation: true\nweight: 20\n"))
            .with("content/botkyrka/pages/c.md", page("Namnet är menyns", "navigation: true\nweight: 99\n"))
            .and(BOTKYRKA, entries)
    };
    let listed = "navigation:\n  - {title: Två, page: c}\n  - {title: Tre, url: https://tre.example}\n";
    let built = project(listed).pages();
    assert_eq!(order(built.page("botkyrka/om/index.html"), &titles), titles);
    let heavier = listed.replace("page: c", "page: c, weight: 10");
    let built = project(&heavier).pages();
    assert_eq!(order(built.page("botkyrka/om/index.html"), &titles), ["Ett", "Tre", "Fyra", "Två", "Fem"]);
}

#[test]
fn what_a_template_wrote_is_not_published_in_whatever_file_and_language_it_stands() {
    let news = |fields: &str, body: &str| {
        let text = format!("---\ntitle: Hej\n{fields}---\n\n{body}\n");
        (NEWS, text)
    };
    let lead = "lead: En hälsning.\n";
    let cases = [
        news("lead: Skriv här vad som är nytt, i en eller två meningar.\n", "Text."),
        news("lead: Write here what is new, in one or two sentences.\n", "Text."),
        news(lead, "Skriv texten här. Börja med det som är viktigast för läsaren."),
        news(lead, "Text.\n\n## Skriv en rubrik här\n\nText."),
        news(lead, "Text.\n\n- skriv det första här"),
        news(lead, "Write the text here. Begin with what matters most to the reader."),
        news(lead, "Translate the text below, and remove this line when it is done.\n\nText."),
        news(&format!("{lead}image: {{src: images/lek.png, alt: Skriv här vad bilden visar}}\n"), "Text."),
        news(lead, "Text ![En lek](../images/lek.png) och ![Skriv här vad bilden visar](../images/lek.png)."),
        news(lead, "![Write here what the picture shows](../images/lek.png)"),
        (PAGE, "---\ntitle: A\nlead: Skriv här vad sidan handlar om, i en eller två meningar.\n---\n".into()),
        (PAGE, "---\ntitle: A\n---\n\nSkriv sidans text här. Börja med det som de flesta undrar.\n".into()),
    ];
    for (path, text) in cases {
        let project = Project::new().with(path, text.as_str());
        let built = project.build();
        assert_eq!(built.codes(), [Code::TemplateText], "{text}: {:?}", built.told());
        let draft = project.with(path, text.replacen("---\n", "---\ndraft: true\n", 1));
        assert!(draft.clone().build().codes().is_empty(), "{text}");
        assert!(draft.drafts().build().codes().is_empty(), "{text}");
    }
    let centre = |more: &str| Project::new().and("content/botkyrka/centres/fittja.yaml", more);
    for project in [
        centre("geo: {lat: 62.0, lon: 15.0}\n"),
        centre("getting_there: {transit: Skriv här hur man kommer hit med buss eller tåg.}\n"),
        centre("getting_there: {pram_parking: {sv: I hallen, en: Write here where prams may stand.}}\n"),
        centre("notices: [{title: Nu, body: Skriv här vad besökarna behöver veta.}]\n"),
        Project::new().but(
            BOTKYRKA,
            "status: fully",
            "status: partially\n  issues: [{what: Filmen om öppna förskolan saknar undertexter.}]",
        ),
        Project::new().but(
            BOTKYRKA,
            "status: fully",
            "status: partially\n  issues: [{what: Skriv här vad som inte är tillgängligt.}]",
        ),
    ] {
        let built = project.build();
        assert_eq!(built.codes(), [Code::TemplateText], "{:?}", built.told());
    }
}

#[test]
fn what_is_to_be_translated_is_not_published_and_words_like_it_are_let_be() {
    let english = NEWS.replace(".md", ".en.md");
    let project = |fields: &str| {
        let text = format!("---\n{fields}---\n\nText.\n");
        Project::new().and("content/site.yaml", "languages: [sv, en]\n").with(&english, text)
    };
    for fields in [
        "title: \"Översätt: Hej\"\nlead: A greeting.\n",
        "title: Hello\nlead: \"Translate: En hälsning.\"\n",
        "title: Hello\nlead: A greeting.\ncategory: \"Översätt: Lek\"\n",
        "title: Hello\nlead: A greeting.\nimage: {src: images/lek.png, alt: \"Översätt: Gunga\"}\n",
    ] {
        let built = project(fields).build();
        assert_eq!(built.codes(), [Code::TemplateText], "{fields}: {:?}", built.told());
    }
    assert!(project("title: Hello\nlead: A greeting.\n").build().codes().is_empty());
    // An original may speak of translating.
    let own = Project::new().but(NEWS, "title: Hej", "title: \"Översätt: en kväll om språk\"");
    assert!(own.build().codes().is_empty());
}

#[test]
fn made_up_addresses_are_told_of_on_a_site_that_is_meant_for_readers() {
    let real = |project: Project| {
        project.but("content/site.yaml", "https://prov.example", "https://www.botkyrka.se")
    };
    let found = |project: Project| -> Vec<String> {
        let found = project.check().diagnostics;
        let found = found.into_iter().filter(|found| found.code == Code::PlaceholderText);
        found.map(|found| found.word("value").unwrap_or_default().to_string()).collect()
    };
    assert_eq!(found(Project::new()), Vec::<String>::new(), "it is tried out");
    assert_eq!(found(real(Project::new())), ["https://form.example/rapportera"]);
    let more = Project::new()
        .and(
            BOTKYRKA,
            "contact: {phone: 08-465 004 04, email: info@kommunen.example, url: https://kommunen.example}\n",
        )
        .and("content/botkyrka/centres/fittja.yaml", "email: a@fittja.example\nphone: 070-174 06 50\n")
        .and(NEWS, "[läs hos kommunen](https://www.example.com/x)\n");
    let all = found(real(more));
    for value in [
        "08-465 004 04",
        "info@kommunen.example",
        "https://kommunen.example",
        "a@fittja.example",
        "070-174 06 50",
        "https://www.example.com/x",
    ] {
        assert!(all.iter().any(|found| found == value), "{value} is not in {all:?}");
    }
    let example = BOTKYRKA_EXAMPLE;
    let both = Project::new().with("content/exempel/municipality.yaml", example);
    assert_eq!(found(both), ["content/exempel"]);
    let alone = Project::new().with(BOTKYRKA, example);
    let form = "https://kommunen.example/form";
    let all = ["Exempelkommunen", "0000", "https://kommunen.example", form];
    assert_eq!(found(real(alone)), all, "the example's code exempts nothing once the site is somebody's");
    let named = Project::new().but(BOTKYRKA, "name: Botkyrka kommun", "name: Exempelkommunen");
    assert_eq!(found(named), ["Exempelkommunen"]);
    let form = "https://kommunen.example/rapportera";
    let unwritten = Project::new().but(BOTKYRKA, "https://form.example/rapportera", form);
    assert_eq!(found(unwritten), [form], "a law demands that it works, also while the site is tried out");
}

#[test]
fn what_init_wrote_is_published_on_nothing_but_the_site_that_it_made() {
    let init = || {
        Project::new()
            .with(BOTKYRKA, BOTKYRKA_EXAMPLE)
            .but("content/site.yaml", "https://prov.example", "https://familjecentraler.example")
            .but("content/site.yaml", "Region Prov", "Exempelkommunen")
    };
    let told = |project: Project| {
        let found = project.check().diagnostics;
        let is_told = |code| found.iter().any(|found| found.code == code);
        (project.build().codes().contains(&Code::TemplateText), is_told(Code::PlaceholderText))
    };
    assert_eq!(told(init()), (false, false));
    for (file, old, new) in [
        ("content/site.yaml", "https://familjecentraler.example", "https://www.botkyrka.se"),
        ("content/site.yaml", "Exempelkommunen", "Botkyrka kommun"),
        (BOTKYRKA, "name: Exempelkommunen", "name: Botkyrka kommun"),
    ] {
        assert_eq!(told(init().but(file, old, new)), (true, true), "{old}");
    }
    let written =
        init().but(BOTKYRKA, "Filmen om öppna förskolan saknar undertexter.", "En tabell saknar rubriker.");
    let written =
        written.but("content/site.yaml", "https://familjecentraler.example", "https://www.botkyrka.se");
    assert_eq!(told(written), (false, true));
}

const BOTKYRKA_EXAMPLE: &str = "name: Exempelkommunen
code: \"0000\"
checks: {off: [FC0054]}
contact: {url: https://kommunen.example}
accessibility_statement:
  status: partially
  assessed_on: 2026-05-04
  updated_on: 2026-05-04
  method: self
  issues: [{what: Filmen om öppna förskolan saknar undertexter.}]
  feedback_url: https://kommunen.example/form
";
