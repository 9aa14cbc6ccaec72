//! Words in braces: what a centre's file says, wherever a text asks for it; and numbers that were typed and are in no file.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE, told};

const FITTJA_WHOLE: &str = "name: Fittja
status: open
phone: 08-530 610 00
email: fittja@prov.example
address: {street: Fittja Torg 19, postal_code: 145 61, city: Norsborg}
services:
  - {kind: child_health, phone: 08-530 610 11}
  - {kind: open_preschool, hours: {tuesday: 9–12}}
  - {kind: other, name: Familjerådgivning, phone: 08-530 610 22}
hours:
  monday-thursday: 9–12, 13–16
  friday: 9–12
reviewed: 2026-11-01
";

const ITEM: &str = "botkyrka/nyheter/2026-01-10-hej/index.html";
const PHONE: &str = "<a href=\"tel:+46853061000\"><bdi dir=\"ltr\">08-530 610 00</bdi></a>";

fn project() -> Project {
    Project::new().with(FITTJA, FITTJA_WHOLE).and(BOTKYRKA, "holidays: {eves: closed}\n")
}

fn news(title: &str, lead: &str, text: &str) -> String {
    format!("---\ntitle: \"{title}\"\nlead: \"{lead}\"\n---\n\n{text}\n")
}

fn body(text: &str) -> Project {
    project().with(NEWS, news("Hej", "En hälsning.", text))
}

#[test]
fn words_in_braces_are_what_the_centres_file_says() {
    let page = |text: &str| body(text).pages().page(ITEM).to_string();
    for (text, shown) in [
        ("Ring {telefon fittja}.", format!("<p>Ring {PHONE}.</p>")),
        ("Ring {Phone Fittja}.", format!("<p>Ring {PHONE}.</p>")),
        ("{telefon botkyrka/fittja}", format!("<p>{PHONE}</p>")),
        ("{telefon fittja/bvc}", "<p><a href=\"tel:+46853061011\"><bdi dir=\"ltr\">08-530 610 11</bdi></a></p>".into()),
        ("{telefon fittja/child health}", "<p><a href=\"tel:+46853061011\"><bdi dir=\"ltr\">08-530 610 11</bdi></a></p>".into()),
        ("{telefon fittja/Familjerådgivning}", "<p><a href=\"tel:+46853061022\"><bdi dir=\"ltr\">08-530 610 22</bdi></a></p>".into()),
        ("{telefon botkyrka/fittja/bvc}", "<p><a href=\"tel:+46853061011\"><bdi dir=\"ltr\">08-530 610 11</bdi></a></p>".into()),
        ("{adress fittja}", "<p><span dir=\"ltr\">Fittja Torg 19, 145 61 Norsborg</span></p>".into()),
        ("{e-post fittja}", "<p><a href=\"mailto:fittja@prov.example\" dir=\"ltr\">fittja@prov.example</a></p>".into()),
        (
            "{öppettider fittja}",
            "<p>måndag–torsdag <bdi dir=\"ltr\">9–12</bdi> och <bdi dir=\"ltr\">13–16</bdi>, fredag <bdi dir=\"ltr\">9–12</bdi></p>"
                .into(),
        ),
        ("{oppettider fittja/öppen förskola}", "<p>tisdag <bdi dir=\"ltr\">9–12</bdi></p>".into()),
        ("[Ring {telefon fittja}](https://a.example)", "<a href=\"https://a.example\">Ring <bdi dir=\"ltr\">08-530 610 00</bdi></a>".into()),
        ("## Ring {telefon fittja}", "<h2 id=\"ring-telefon-fittja\">Ring <bdi dir=\"ltr\">08-530 610 00</bdi></h2>".into()),
        ("\\{telefon fittja} och `{telefon fittja}`", "<p>{telefon fittja} och <code>{telefon fittja}</code></p>".into()),
        ("{9–12} och {hur mår du}", "<p>{9–12} och {hur mår du}</p>".into()),
    ] {
        let page = page(text);
        let body = page.split_once("class=\"prose\"").map_or(page.as_str(), |(_, rest)| rest);
        assert!(body.contains(&shown), "{text}\n{shown}\n{body}");
    }
}

#[test]
fn titles_leads_notices_and_other_texts_have_them_too_as_plain_text_where_no_link_may_stand() {
    let notice = "notices: [{title: 'Ring {telefon fittja}', body: 'Ring **{telefon fittja}**.'}]\n";
    let centre =
        "notices: [{title: 'Vi finns på {adress fittja}'}]\ngetting_there: {car: 'Ring {telefon fittja}'}\n";
    let built = project()
        .with(NEWS, news("Ring {telefon fittja}", "Öppet {öppettider fittja/öppen förskola}.", "Text."))
        .and(BOTKYRKA, notice)
        .and(FITTJA, centre)
        .pages();
    let item = built.page(ITEM);
    assert!(item.contains("<title>Ring 08-530 610 00"), "{item}");
    assert!(item.contains("<h1>Ring <bdi dir=\"ltr\">08-530 610 00</bdi></h1>"), "{item}");
    assert!(item.contains("Öppet tisdag 9–12."), "{item}");
    let front = built.page("botkyrka/index.html");
    assert!(front.contains(&format!("Ring {PHONE}</h2>")), "{front}");
    assert!(front.contains(&format!("<p>Ring <strong>{PHONE}</strong>.</p>")), "{front}");
    let page = built.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(page.contains("Vi finns på Fittja Torg 19, 145 61 Norsborg"), "{page}");
    assert!(page.contains(&format!("<dd>Ring {PHONE}</dd>")), "{page}");
    assert!(!built.all_text().contains("{telefon"), "nothing is left as it was typed");
    assert!(!built.all_text().contains("{öppettider"), "nothing is left as it was typed");
}

#[test]
fn shared_texts_name_the_municipality_and_are_filled_in_everywhere() {
    let shared = "content/_shared/news/2026-02-01-gemensam.md";
    let text = news("Ring {telefon botkyrka/fittja}", "En hälsning.", "Ring {telefon botkyrka/fittja/bvc}.");
    let built = project().with(shared, text).region().pages();
    for page in ["nyheter/2026-02-01-gemensam/index.html", "botkyrka/nyheter/2026-02-01-gemensam/index.html"]
    {
        assert!(built.page(page).contains("<h1>Ring <bdi dir=\"ltr\">08-530 610 00</bdi></h1>"), "{page}");
        assert!(built.page(page).contains("08-530 610 11"), "{page}");
    }
    assert_eq!(
        project().with(shared, news("Hej", "Hej.", "{telefon fittja}")).build().codes(),
        [Code::NoSuchCentre]
    );
}

#[test]
fn a_page_in_another_language_has_the_hours_in_its_words() {
    let built = body("Text.")
        .and(SITE, "languages: [sv, en]\n")
        .with(
            "content/botkyrka/news/2026-01-10-hej.en.md",
            news("Hello", "A greeting.", "Open {hours fittja}."),
        )
        .pages();
    let page = built.page("botkyrka/en/nyheter/2026-01-10-hej/index.html");
    assert!(page.to_lowercase().contains("monday–thursday <bdi dir=\"ltr\">09:00–12:00</bdi> and"), "{page}");
}

#[test]
fn a_centre_that_is_not_open_has_no_hours_in_a_text() {
    let page = project()
        .with(FITTJA, FITTJA_WHOLE.replace("status: open", "status: temporarily_closed"))
        .with(NEWS, news("Hej", "En hälsning.", "Fittja: {öppettider fittja}."))
        .pages();
    assert!(page.page(ITEM).contains("<p>Fittja: Tillfälligt stängd.</p>"));
}

/// What is told of a text: the code, the words that are marked, and what is proposed.
fn faults(project: &Project) -> Vec<(Code, String, String)> {
    let built = project.build();
    let marked = |found: &fcsite::base::Diagnostic| {
        let place = found.place.as_ref().unwrap_or_else(|| panic!("{} has no place", told(found)));
        let words = place.text.chars().skip(place.column - 1).take(place.width).collect();
        (found.code, words, found.word("proposal").unwrap_or_default().to_string())
    };
    built.report.diagnostics.iter().map(marked).collect()
}

#[test]
fn what_cannot_be_filled_in_is_an_error_at_its_place_with_what_was_meant() {
    use Code::{NoSuchCentre, NothingToFill, UnknownFill};
    for (text, code, proposal) in [
        ("{telfon fittja}", UnknownFill, "{telefon fittja}"),
        ("{adres fittja}", UnknownFill, "{adress fittja}"),
        ("{ring fittja}", UnknownFill, "none"),
        ("{telefon}", UnknownFill, "none"),
        ("{telefon fitja}", NoSuchCentre, "fittja"),
        ("{telefon fitja/bvc}", NoSuchCentre, "fittja"),
        ("{telefon tyreso/bollmora}", NoSuchCentre, "none"),
        ("{telefon fittja/bcv}", NothingToFill, "bvc"),
        ("{telefon fittja/öppen förskola}", NothingToFill, "none"),
        ("{öppettider fittja/bvc}", NothingToFill, "none"),
        ("{e-post fittja/bvc}", NothingToFill, "none"),
    ] {
        let found = faults(&body(&format!("Text {text} mer.")));
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        assert_eq!((found[0].0, found[0].1.as_str()), (code, text), "{found:?}");
        if proposal != "none" || code == UnknownFill {
            assert_eq!(found[0].2, proposal, "{text}");
        }
        let title = faults(&project().with(NEWS, news(&format!("Hej {text}"), "En hälsning.", "Text.")));
        assert_eq!(title.iter().map(|found| (found.0, found.1.as_str())).collect::<Vec<_>>(), [(code, text)]);
        let notice = format!("notices: [{{title: Hej, body: '{text}'}}]\n");
        let notice = faults(&project().and(BOTKYRKA, &notice));
        assert_eq!(
            notice.iter().map(|found| (found.0, found.1.as_str())).collect::<Vec<_>>(),
            [(code, text)]
        );
    }
    let two = FITTJA_WHOLE.replace(
        "  - {kind: open_preschool",
        "  - {kind: child_health, name: BVC Norr, phone: 08-530 610 33}\n  - {kind: open_preschool",
    );
    let several = body("{telefon fittja/bvc}").with(FITTJA, two.clone());
    assert_eq!(faults(&several)[0].0, NothingToFill);
    let named = body("{telefon fittja/bvc norr}").with(FITTJA, two).pages();
    assert!(named.page(ITEM).contains("08-530 610 33"));
    let without = project().with(FITTJA, FITTJA_WHOLE.replace("phone: 08-530 610 00\n", ""));
    let without = without.with(NEWS, news("Hej", "En hälsning.", "{telefon fittja}"));
    assert_eq!(
        faults(&without),
        [(NothingToFill, "{telefon fittja}".to_string(), faults(&without)[0].2.clone())]
    );
}

/// What is asked about numbers: file, the number, what it may be meant for, and what to write.
fn asked(project: &Project) -> Vec<(String, String, String)> {
    let findings = project.check();
    let found = findings.diagnostics.iter().filter(|found| found.code == Code::UnknownPhone);
    let word = |found: &fcsite::base::Diagnostic, name| found.word(name).unwrap_or_default().to_string();
    found.map(|found| (word(found, "number"), word(found, "meant"), word(found, "proposal"))).collect()
}

fn one(number: &str, meant: &str, proposal: &str) -> Vec<(String, String, String)> {
    vec![(number.to_string(), meant.to_string(), proposal.to_string())]
}

#[test]
fn a_number_that_is_in_no_file_is_asked_about_and_one_that_is_or_that_all_know_is_not() {
    assert_eq!(asked(&body("Ring 08-530 610 00, 08-530 610 11 eller +46 8 530 610 22.")), []);
    assert_eq!(asked(&body("Ring 1177, 112, 020-50 50 50, 0771-524 524 eller 010-456 67 00.")), []);
    assert_eq!(
        asked(&body("Ring 08-530 610 09.")),
        one("08-530 610 09", "08-530 610 00", "{telefon fittja}")
    );
    assert_eq!(asked(&body("Ring 08-777 12 34.")), one("08-777 12 34", "none", "{telefon fittja}"));
    assert_eq!(asked(&body("Ring 08-777 12 34, ja 08 777 12 34.")).len(), 1, "once in a text");
    assert_eq!(asked(&body("[Ring oss](tel:+4687771234)")).len(), 1);
    assert_eq!(asked(&body("`08-777 12 34` {telefon fittja}")), []);
    assert_eq!(
        asked(&project().with(PAGE, "---\ntitle: Om oss\nlead: Ring 08-777 12 34.\n---\n\nText.\n")).len(),
        1
    );
    assert_eq!(asked(&project().and(FITTJA, "getting_there: {car: Ring 08-777 12 34}\n")).len(), 1);
    assert_eq!(
        asked(&project().and(BOTKYRKA, "notices: [{title: Hej, body: 'Ring **08-777 12 34**.'}]\n")).len(),
        1
    );
    assert_eq!(
        asked(
            &project()
                .and(BOTKYRKA, "contact: {phone: 08-777 12 34}\n")
                .with(NEWS, news("Hej", "Hej.", "08-777 12 34"))
        ),
        []
    );
    let off = body("Ring 08-777 12 34.").and(BOTKYRKA, "checks: {off: [FC0245]}\n");
    assert_eq!(asked(&off), []);
}

#[test]
fn where_several_numbers_are_as_near_all_are_named_and_the_files_own_come_first() {
    let other = FITTJA_WHOLE.replace("name: Fittja", "name: Hallunda").replace("08-530 610", "08-530 611");
    let two = project().with("content/botkyrka/centres/hallunda.yaml", other);
    let at = |text: &str| two.clone().with(NEWS, news("Hej", "En hälsning.", text));
    // One digit from the centre's, and one from its service's.
    let near = asked(&body("Ring 08-530 610 10."));
    assert_eq!(near[0].1, "08-530 610 00, 08-530 610 11");
    assert_eq!(near[0].2, "{telefon fittja}, {telefon fittja/bvc}");
    // Far from all, it may be any centre's.
    assert_eq!(asked(&at("Ring 08-777 12 34."))[0].2, "{telefon fittja}, {telefon hallunda}");
    let about =
        news("Hej", "En hälsning.", "Ring 08-777 12 34.").replace("lead:", "centres: [hallunda]\nlead:");
    assert_eq!(asked(&two.clone().with(NEWS, about))[0].2, "{telefon hallunda}");
    let notice = two.and(
        "content/botkyrka/centres/hallunda.yaml",
        "notices: [{title: Hej, body: 'Ring 08-530 610 09'}]\n",
    );
    assert_eq!(asked(&notice)[0].2, "{telefon hallunda}");
}

#[test]
fn words_in_braces_are_no_words_of_the_writers_to_check() {
    assert_eq!(
        body("Ring {telefon fittja/bvc}.").check().diagnostics.iter().map(told).collect::<Vec<_>>(),
        [""; 0]
    );
}

#[test]
fn in_arabic_what_is_filled_in_stands_in_a_run_of_its_own_also_where_no_element_may() {
    let title = "اتصل على {telefon fittja}، {öppettider fittja/öppen förskola}";
    let built = body("Text.")
        .and(SITE, "languages: [sv, ar]\n")
        .with("content/botkyrka/news/2026-01-10-hej.ar.md", news(title, "نص", "{öppettider fittja}"))
        .pages();
    let page = built.page("botkyrka/ar/nyheter/2026-01-10-hej/index.html");
    assert!(
        page.contains("<title>اتصل على \u{2066}08-530 610 00\u{2069}، الثلاثاء \u{2066}09:00–12:00\u{2069}"),
        "{page}"
    );
    assert!(page.contains("على \u{2066}<bdi dir=\"ltr\">08-530 610 00</bdi>\u{2069}"), "{page}");
    assert!(page.contains("<p><span lang=\"sv\" dir=\"ltr\">måndag–torsdag <bdi"), "{page}");
}

#[test]
fn where_only_services_have_it_the_advice_names_those_that_do() {
    let services = "services:\n  - {kind: child_health, hours: {monday: 9–12}, phone: 08-530 610 00}\n  - {kind: open_preschool}\n";
    let centre =
        format!("name: Fittja\nstatus: open\naddress: {{street: Torg 1}}\n{services}reviewed: 2026-11-01\n");
    for (asked, advice) in [
        ("{öppettider fittja}", "{öppettider fittja/bvc}"),
        ("{telefon botkyrka/fittja}", "{telefon botkyrka/fittja/bvc}"),
        ("{e-post fittja}", "Skriv in uppgiften i familjecentralens fil"),
    ] {
        let found = body(asked).with(FITTJA, centre.as_str()).check().diagnostics;
        let found = found.iter().find(|found| found.code == Code::NothingToFill).unwrap();
        let help = fcsite::base::Messages::of(fcsite::base::Locale::Swedish).render(found).help;
        assert!(help.contains(advice), "{asked}: {help}");
    }
}
