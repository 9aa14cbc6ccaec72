//! What somebody met who wrote for a municipality for the first time: what went out without a word, and advice that did not mend.

use fcsite::base::Code;

use super::project::{BOTKYRKA, FITTJA, FITTJA_TEXT, NEWS, PAGE, Project, SITE, told};
use super::said::only;

const ALBY: &str = "content/botkyrka/centres/alby.yaml";
const FRONT: &str = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n";
const CONTACTS: &str = "phone: 08-530 610 00\nemail: fittja@botkyrka.se\n";

fn body(text: &str) -> Project {
    Project::new().with(NEWS, format!("{FRONT}{text}\n"))
}

/// Two centres, of which the second is the first's file with another name and street, and with these changes.
fn copied(own: &str, changes: &[(&str, &str)]) -> Project {
    let first =
        FITTJA_TEXT.replace("- kind: child_health", "- kind: child_health\n    name: BVC Fittja") + own;
    let copy = first
        .replace("name: Fittja\n", "name: Familjecentralen Alby\n")
        .replace("Fittja Torg 19", "Albyvägen 3");
    let copy = changes.iter().fold(copy, |copy, (old, new)| copy.replace(old, new));
    Project::new().with(FITTJA, first).with(ALBY, copy)
}

#[test]
fn a_centres_file_that_was_copied_for_another_is_told_with_what_is_the_same() {
    let copy = Code::CentreCopied;
    let same: &[&str] = &["08-530 610 00, fittja@botkyrka.se", "fittja.yaml"];
    only(&copied(CONTACTS, &[]), &[(copy, &["BVC Fittja", "fittja.yaml"]), (copy, same)]);
    let no_name = ("BVC Fittja", "Barnhälsan");
    only(&copied(CONTACTS, &[no_name]), &[(copy, same)]);
    // One of the two is the centre's own: the other is asked about.
    only(&copied(CONTACTS, &[no_name, ("fittja@", "alby@")]), &[(copy, &["08-530 610 00"])]);
    // The other's name stays in the mail address.
    only(&copied(CONTACTS, &[no_name, ("610 00", "610 77")]), &[(copy, &["fittja@botkyrka.se"])]);
    only(&copied(CONTACTS, &[("610 00", "610 77"), ("fittja@", "alby@")]), &[(copy, &["BVC Fittja"])]);
    let booking = "    url: https://boka.se/fittja/tid\n";
    let booked = copied(CONTACTS, &[no_name, ("610 00", "610 77"), ("fittja@", "alby@")]);
    only(
        &booked.but(ALBY, "name: Barnhälsan\n", &format!("name: Barnhälsan\n{booking}")),
        &[(copy, &["boka.se/fittja"])],
    );
}

#[test]
fn what_two_centres_may_share_is_no_copy() {
    let no_name = ("BVC Fittja", "Barnhälsan");
    only(&copied("phone: 08-530 610 00\n", &[no_name]), &[(Code::CentreCopied, &["08-530 610 00"])]);
    // The municipality's own contacts are nobody's.
    let contact = "contact: {phone: 08-530 610 00, email: fc@botkyrka.se}\n";
    let shared = copied("phone: 08-530 610 00\nemail: fc@botkyrka.se\n", &[no_name]);
    only(&shared.clone().and(BOTKYRKA, contact), &[]);
    only(&shared, &[(Code::CentreCopied, &["fc@botkyrka.se"])]);
    // One that has closed gave its number on to the one that came after.
    only(&shared.clone().but(FITTJA, "status: open", "status: closed"), &[]);
    // What lies in Fittja may be called so.
    only(&copied("", &[("Albyvägen 3", "Fittja Torg 3")]), &[]);
    only(&shared.and(ALBY, "checks: {off: [FC0243]}\n"), &[]);
}

#[test]
fn a_copy_from_another_municipality_is_told_too_and_of_services_numbers() {
    let first = FITTJA_TEXT.to_string() + CONTACTS;
    let services = "name: Sickla\nstatus: open\naddress: {street: Sicklavägen 1}\nservices:\n  - kind: child_health\n    phone: 08-530 610 00\n  \
        - kind: open_preschool\n    phone: 08-530 610 01\nreviewed: 2026-11-01\n";
    let nacka = "content/nacka/centres/sickla.yaml";
    let both = Project::new()
        .region()
        .with(FITTJA, first.clone() + "url: https://fittja.se\n")
        .with(nacka, services);
    only(&both, &[]);
    let all = both.but(FITTJA, "- kind: child_health", "- kind: child_health\n    phone: 08-530 610 01");
    only(&all, &[(Code::CentreCopied, &["08-530 610 00, 08-530 610 01", "botkyrka/centres/fittja.yaml"])]);
}

#[test]
fn an_address_of_the_own_site_that_leads_nowhere_is_told_wherever_it_stands() {
    let broken = Code::PageLinkBroken;
    let near: &[&str] = &["https://prov.example/botkyrka/om/"];
    only(&body("[Vilka vi är](https://prov.example/botkyrka/omm/)"), &[(broken, near)]);
    only(&body("[Vilka vi är](https://prov.example/om/)"), &[(broken, near)]);
    only(&body("[Vilka vi är](http://PROV.example/botkyrka/om/#nej)"), &[(broken, &["#vilka"])]);
    let navigation = |path: &str| {
        let text =
            format!("navigation:\n  - title: Om oss här\n    url: https://prov.example/botkyrka/{path}\n");
        Project::new().and(BOTKYRKA, &text)
    };
    only(&navigation("omm/"), &[(broken, near)]);
    only(&Project::new().and(FITTJA, "url: https://prov.example/botkyrka/omm\n"), &[(broken, near)]);
    let booking = Project::new().but(
        FITTJA,
        "- kind: child_health",
        "- kind: child_health\n    url: https://prov.example/boka",
    );
    only(&booking, &[(broken, &["https://prov.example/boka"])]);
    let notice =
        "notices:\n  - title: Hej\n    body: \"Se [vilka vi är](https://prov.example/botkyrka/omm/).\"\n";
    only(&Project::new().and(BOTKYRKA, notice), &[(broken, near)]);
    let draft = Project::new().with(PAGE, "---\ntitle: Om oss\ndraft: true\n---\n\nText.\n");
    only(
        &draft.with(NEWS, format!("{FRONT}[Vilka vi är](https://prov.example/botkyrka/om/)\n")),
        &[(broken, &[])],
    );
    // With an address of its own a municipality lies there.
    let own = Project::new().and(BOTKYRKA, "base_url: https://fc.botkyrka.se\n");
    let text = |path: &str| format!("{FRONT}[Vilka vi är](https://fc.botkyrka.se/{path})\n");
    only(&own.clone().with(NEWS, text("om/")), &[]);
    only(&own.with(NEWS, text("omm/")), &[(broken, &["https://fc.botkyrka.se/om/"])]);
}

#[test]
fn an_address_of_the_own_site_that_leads_to_a_page_a_file_or_an_alias_is_left_in_peace() {
    for path in [
        "",
        "/",
        "/botkyrka",
        "/botkyrka/",
        "/botkyrka/om",
        "/botkyrka/om/#vilka",
        "/botkyrka/om/?a=b",
        "/sitemap.xml",
    ] {
        only(&body(&format!("[Vilka vi är](https://prov.example{path})")), &[]);
    }
    only(&body("[Vilka vi är](https://prov.example.se/x) och [den](https://www.prov.example/x)"), &[]);
    let alias = Project::new().but(PAGE, "title: Om oss", "title: Om oss\naliases: [/gammal/]");
    only(&alias.with(NEWS, format!("{FRONT}[Vilka vi är](https://prov.example/botkyrka/gammal/)\n")), &[]);
}

#[test]
fn a_place_that_a_page_lacks_is_told_with_those_that_there_are() {
    let broken = Code::BrokenLink;
    only(&body("[Vilka vi är](../pages/om.md#nej)"), &[(broken, &["#vilka"])]);
    only(&body("## Ett\n\nText.\n\n## Två\n\n[Upp](#nej)"), &[(broken, &["#ett, #tva"])]);
    let page = Code::PageLinkBroken;
    only(&body("[Fittjas tider](../centres/fittja.yaml#nej)"), &[(page, &["#verksamheter"])]);
    only(&body("[Fittjas tider](../centres/fittja.yaml#verksamhet)"), &[(page, &["#verksamheter"])]);
    only(&body("[Fittjas tider](../centres/fittja.yaml#verksamheter)"), &[]);
    only(&body("[Botkyrka](../municipality.yaml#nej)"), &[(page, &[])]);
    let notice = "notices:\n  - title: Hej\n    body: \"Se [Fittjas tider](centres/fittja.yaml#nej).\"\n";
    only(&Project::new().and(BOTKYRKA, notice), &[(page, &["#verksamheter"])]);
}

#[test]
fn a_mail_address_with_a_slip_is_told_with_the_right_one() {
    let odd = Code::OddAddress;
    let right: &[&str] = &["asa@sundsvall.se"];
    for text in [
        "asa@sundsvall,se",
        "asa @sundsvall.se",
        "asa@ sundsvall.se",
        "asa(at)sundsvall.se",
        "asa[at]sundsvall.se",
    ] {
        only(&body(&format!("Mejla {text} i dag.")), &[(odd, right)]);
        let notice = format!("notices:\n  - title: Hej\n    body: \"Mejla {text} i dag.\"\n");
        only(&Project::new().and(FITTJA, &notice), &[(odd, right)]);
        only(&Project::new().but(NEWS, "En hälsning.", &format!("Mejla {text} i dag.")), &[(odd, right)]);
    }
    only(&body("Mejla asa@sundsvall i dag."), &[(odd, &["asa@sundsvall", "@kommunen.se"])]);
    only(
        &body(
            "Mejla asa@sundsvall.se, eller [Åsa @ oss](mailto:asa@sundsvall.se). `a@b` Följ oss @familjecentralen.",
        ),
        &[],
    );
}

#[test]
fn words_that_ask_for_a_centres_facts_in_other_brackets_are_told() {
    let phone = |text: &str| body(text).and(FITTJA, "phone: 08-530 610 00\n");
    let shown = Code::MarksShown;
    for text in
        ["(telefon fittja)", "[telefon fittja]", "( Telefon: Fittja )", "[adress fittja/öppen förskola]"]
    {
        let word = if text.contains("adress") { "{adress fittja/öppen förskola}" } else { "fittja" };
        let found = phone(&format!("Ring {text} i dag.")).check().diagnostics;
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [shown], "{text}");
        assert!(
            told(&found[0]).contains(&word.to_string()) || told(&found[0]).contains("Fittja"),
            "{}",
            told(&found[0])
        );
    }
    only(&phone("Ring {{telefon fittja}} i dag."), &[(shown, &["{telefon fittja}"])]);
    for text in ["{ telefon fittja }", "{telefon: fittja}", "{Telefon Fittja}"] {
        let pages = phone(&format!("Ring {text} i dag.")).pages();
        assert!(
            pages.page("botkyrka/nyheter/2026-01-10-hej/index.html").contains("tel:+46853061000"),
            "{text}"
        );
    }
    let name = phone("Ring {telefon: Familjecentralen Fittja}.").but(
        FITTJA,
        "name: Fittja",
        "name: Familjecentralen Fittja",
    );
    only(&name, &[(Code::NoSuchCentre, &["fittja"])]);
    only(&phone("Ring (telefon dygnet runt) eller [tel 1177]. Se (adress nedan)."), &[]);
}

#[test]
fn a_list_of_many_numbers_is_asked_about_once() {
    let rows: String = (10..40).map(|at| format!("| Namn {at} | 08-123 45 {at} |\n")).collect();
    let list = body(&format!("| Vem | Telefon |\n|---|---|\n{rows}"));
    only(&list, &[(Code::UnknownPhone, &["30", "08-123 45 10", "08-123 45 39"])]);
    let few: String = (10..14).map(|at| format!("- 08-123 45 {at}\n")).collect();
    let ask: (Code, &[&str]) = (Code::UnknownPhone, &[]);
    only(&body(&few), &[ask; 4]);
    only(&list.but(NEWS, "lead:", "checks: {off: [FC0245]}\nlead:"), &[]);
}

#[test]
fn advice_for_a_slip_fits_the_slip() {
    let wrong = Code::WrongType;
    let statement = |old: &str, new: &str| Project::new().but(BOTKYRKA, old, new);
    let none = statement("  status: fully\n", "  status: fully\n  issues: inga\n");
    only(&none, &[(wrong, &["issues:", "status: fully"])]);
    let feedback = "https://form.example/rapportera";
    only(&statement(feedback, "a@b.se"), &[(Code::BadWebAddress, &["a@b.se", "https://"])]);
    only(&Project::new().and(FITTJA, "url: a@b.se\n"), &[(Code::BadWebAddress, &["email:"])]);
    let ages = "activities:\n  - {id: a, title: A, day: monday, from: 9, to: 10, age_months: {min: -1}}\n";
    only(&Project::new().and(FITTJA, ages), &[(wrong, &["0", "min: 0"])]);
    only(&Project::new().but(NEWS, "lead:", "centres: nacksta\nlead:"), &[(wrong, &["[nacksta]"])]);
    only(
        &Project::new().but(NEWS, "lead:", "centres: [nacksta]\nlead:"),
        &[(Code::NoSuchCentre, &["nacksta"])],
    );
    only(&Project::new().but(NEWS, "lead:", "draft: \"true\"\nlead:"), &[(wrong, &["true"])]);
    let note = Code::MarksShown;
    only(&body("Not[^7]."), &[(note, &["[^7]: "])]);
    only(&body("Not[^7].\n\n[^7]:\n\nMer text."), &[(note, &["[^7]: "])]);
    only(&body("Not[^7].\n\n[^7]: Text."), &[]);
    only(&body("[Ring oss](060-19 20 30)"), &[(note, &[]), (Code::UnknownPhone, &[])]);
    only(&body("[Ring oss](060-192030)"), &[(Code::BrokenLink, &["tel:+4660192030"])]);
    only(&body("[Ring oss](06019)"), &[(Code::BrokenLink, &["060-19 20 30"])]);
    let english = Project::new().but(SITE, "organisation:", "languages: [sv, en]\norganisation:");
    let upper = english.with("content/botkyrka/pages/om.EN.md", "---\ntitle: About us\n---\n\nText.\n");
    only(&upper, &[(Code::BadLanguage, &["om.en.md"])]);
}

#[test]
fn a_theme_without_words_is_told_with_what_to_do_and_a_folder_that_hides_base_once() {
    let languages = Project::new().and(BOTKYRKA, "languages: [sv, tr]\n");
    only(&languages, &[(Code::NoWords, &["checks: {off: [FC0136]}", "docs/themes.md", BOTKYRKA])]);
    only(&languages.clone().and(BOTKYRKA, "checks: {off: [FC0136]}\n"), &[]);
    let hidden = languages.with("themes/base/words/tr.yaml", "menu: X\n");
    only(&hidden, &[(Code::TemplateMissing, &["themes/base", "extends: base"])]);
}

#[test]
fn an_alt_text_that_says_nothing_is_told() {
    let alt = Code::AltIsFileName;
    for text in ["lek", "Bild.", "bild", "foto", "barn", "lek.png"] {
        only(&body(&format!("![{text}](../images/lek.png)")), &[(alt, &[text])]);
        let image = format!("images: [{{src: images/lek.png, alt: {text}}}]\n");
        only(&Project::new().and(FITTJA, &image), &[(alt, &[text])]);
    }
    only(
        &body("![Barn leker](../images/lek.png) ![dekorativ](../images/lek.png) ![Gunga](../images/lek.png)"),
        &[],
    );
}

#[test]
fn what_is_to_be_written_later_is_told_in_all_that_is_published() {
    let later = Code::PlaceholderText;
    let real = || {
        Project::new()
            .but(SITE, "https://prov.example", "https://familjecentraler.se")
            .and(SITE, "organisation_number: 232100-0016\n")
            .but(BOTKYRKA, "https://form.example", "https://botkyrka.se")
    };
    for word in ["TODO", "XXX", "asdf", "Lorem"] {
        only(&real().but(NEWS, "Text.", &format!("Här: {word} mer.")), &[(later, &[word])]);
        only(&real().but(NEWS, "title: Hej", &format!("title: {word}")), &[(later, &[word])]);
        only(&real().but(NEWS, "En hälsning.", word), &[(later, &[word])]);
        only(&real().but(FITTJA, "name: Fittja", &format!("name: {word}")), &[(later, &[word])]);
        only(&real().and(FITTJA, &format!("getting_there: {{car: {word}}}\n")), &[(later, &[word])]);
    }
    only(&real().but(NEWS, "title: Hej", "draft: true\ntitle: TODO"), &[]);
    only(&real().but(NEWS, "Text.", "Strumpor i XXL, en todo-lista `TODO`."), &[]);
}

#[test]
fn a_centre_far_from_all_others_of_its_municipality_is_told() {
    let at = |lat: &str, lon: &str| {
        let other = FITTJA_TEXT.replace("Fittja", "Alby").replace("Torg 19", "Torg 1")
            + &format!("geo: {{lat: {lat}, lon: {lon}}}\n");
        Project::new()
            .and(FITTJA, "geo: {lat: 59.2488, lon: 17.8606}\n")
            .with("content/botkyrka/centres/xalby.yaml", other)
    };
    only(&at("59.24", "17.84"), &[]);
    only(&at("59.60", "17.86"), &[]);
    only(&at("57.70", "11.97"), &[(Code::PlaceFar, &["km", "fittja.yaml"])]);
    let third = FITTJA_TEXT.replace("Fittja", "Hallunda").replace("Torg 19", "Torg 2")
        + "geo: {lat: 59.24, lon: 17.82}\n";
    let far_first = at("59.24", "17.84")
        .but(FITTJA, "59.2488", "58.2488")
        .with("content/botkyrka/centres/hallunda.yaml", third);
    only(&far_first, &[(Code::PlaceFar, &["km"])]);
    only(&Project::new().and(FITTJA, "geo: {lat: 17.86, lon: 59.24}\n"), &[(Code::SwappedCoordinates, &[])]);
    only(&Project::new().and(FITTJA, "geo: {lat: 48.86, lon: 2.35}\n"), &[(Code::OutsideSweden, &[])]);
}

#[test]
fn a_place_or_a_text_that_came_along_with_a_copied_file_is_told() {
    let copy = Code::CentreCopied;
    let own = [("BVC Fittja", "Barnhälsan"), ("610 00", "610 77"), ("fittja@", "alby@")];
    let more = "geo: {lat: 59.2488, lon: 17.8603}\ngetting_there:\n  transit: Buss 4 till Skolgatan, gå över torget.\nnotices:\n  - title: Ny dörr\n    body: Gå in från gården, vid den röda skylten.\n";
    let site = copied(&format!("{CONTACTS}{more}"), &own);
    only(
        &site,
        &[(copy, &["alby.yaml"]), (copy, &["Buss 4 till Skolgatan"]), (copy, &["Gå in från gården"])],
    );
    let changed = [
        ("59.2488", "59.2311"),
        ("Buss 4 till Skolgatan, gå över torget.", "Tunnelbana till Alby, gå åt vänster."),
        ("Gå in från gården, vid den röda skylten.", "Ingången är på baksidan av huset."),
    ];
    only(&copied(&format!("{CONTACTS}{more}"), &[own.as_slice(), &changed].concat()), &[]);
    // Two centres in one house share all of it.
    only(
        &copied(
            &format!("{CONTACTS}{more}"),
            &[own.as_slice(), &[("Albyvägen 3", "Fittja Torg 19")]].concat(),
        ),
        &[(Code::CentreTwice, &[])],
    );
}

#[test]
fn hours_as_we_say_them_and_a_street_with_all_of_the_address_are_told() {
    let night = Code::NightHours;
    let hours = "hours:\n  wednesday: 1–4\n  friday: 9–12\n";
    only(&Project::new().and(FITTJA, hours), &[(night, &["1.00–4.00", "13.00–16.00"])]);
    let activity = "activities:\n  - {id: a, title: A, day: friday, from: 1.00, to: 2.30}\n";
    only(&Project::new().and(FITTJA, activity), &[(night, &["13.00–14.30"])]);
    let street = |street: &str| Project::new().but(FITTJA, "street: Fittja Torg 19", street);
    only(&street("street: \"Skolgatan 3, 931 32 Skara\""), &[(Code::AddressMixed, &["931 32 Skara"])]);
    only(&street("street: Skolgatan 3, city: 931 32 Skara"), &[(Code::AddressMixed, &["931 32 Skara"])]);
}

#[test]
fn what_comes_after_a_slip_in_a_list_is_told_at_its_own_place() {
    let menu = "navigation:\n  - title: Start\n    url: https://botkyrka.se\n  - Frågor och svar\n  - title: Boka tid\n";
    let built = Project::new().and(BOTKYRKA, menu).build();
    assert_eq!(built.codes(), [Code::WrongType, Code::NavigationUnclear], "{:?}", built.told());
    let lines: Vec<usize> =
        built.report.diagnostics.iter().map(|found| found.place.as_ref().unwrap().line).collect();
    assert_eq!(lines[1], lines[0] + 1, "{:?}", built.told());
}

#[test]
fn small_slips_of_a_first_day_are_taken_or_answered_with_what_mends_them() {
    let blank = Project::new().with(NEWS, "\n \n---\ntitle: Hej\nlead: En hälsning.\n---\n\nText.\n");
    assert_eq!(blank.build().told(), Vec::<String>::new());
    for name in ["oppet-hus_en", "oppet-hus (en)"] {
        let path = format!("content/botkyrka/news/2026-01-11-{name}.md");
        let built = Project::new().with(&path, "---\ntitle: Open house\nlead: Welcome.\n---\n").build();
        assert!(
            built.told().iter().any(|told| told.contains("2026-01-11-oppet-hus.en.md")),
            "{:?}",
            built.told()
        );
    }
    let times = "activities:\n  - {id: a, title: A, day: friday, from: 10.00–11.30, to: 10.00–11.30}\n";
    let told = Project::new().and(FITTJA, times).build().told();
    assert!(told[0].contains("Write 10.00") && told[1].contains("Write 11.30"), "{told:?}");
    let statement = Project::new().but(BOTKYRKA, "status: fully", "status: nästan");
    assert_eq!(
        statement.check().diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(),
        [Code::UnknownValue]
    );
    let consent =
        "image: {src: images/lek.png, alt: Barn som leker på golvet, credit: Bo Ek, consent: Dnr 12}\nlead:";
    let page = Project::new().but(NEWS, "lead:", consent).pages();
    assert!(page.all_text().contains("Bo Ek") && !page.all_text().contains("Dnr 12"));
}
