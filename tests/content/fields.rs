//! Every field of the content model has an effect that a reader can see.

use super::project::{BOTKYRKA, Built, FITTJA, NACKA, NEWS, NEWS_TEXT, PAGE, PAGE_TEXT, Project, SITE, png};

const SITE_WHOLE: &str = "title: {sv: Titel-SV, en: Title-EN}
base_url: https://bas.example
organisation: Organisation-Prov
organisation_number: 232100-0016
contact: {phone: 08-123 456 01, email: region@prov.example, url: https://region-kontakt.example/r}
data_licence: cc-by
language: sv
languages: [sv, en]
theme: base
accessibility_statement:
  status: not_compliant
  assessed_on: 2026-05-06
  updated_on: 2026-05-07
  method: self
  issues: [{what: Brist-R, alternative: I-stället-R}]
  feedback_url: https://region.example/form
";

const BOTKYRKA_WHOLE: &str = "name: Namnkommun
code: \"0127\"
organisation_number: 212000-2882
data_issued: 2026-05-03
region: Regionen-Prov
base_url: https://egen.example/hos
theme: base
languages: [sv, en, ar]
contact: {phone: 08-530 610 11, email: kontakt@prov.example, url: https://kontakt.example}
holidays: {public: open, eves: closed}
allowed_hosts: []
synonyms: [[Synonym-Ett, synonym två]]
navigation:
  - {title: Meny-sida, page: om}
  - {title: Meny-central, centre: fittja, weight: 7}
  - {title: Meny-annan, url: https://meny.example/x}
notices:
  - {title: Anslag-K, body: 'Text **Fet-K** och [länk](pages/om.md)', from: 2026-11-01, until: 2026-12-01, links: [{title: Läs-K, url: https://las.example/k}]}
accessibility_statement:
  status: partially
  assessed_on: 2026-05-04
  updated_on: 2026-05-05
  method: external
  issues: [{what: Brist-A, reason: Skäl-A, wcag: [\"1.2.2\"], alternative: I-stället-A, fix_by: 2027-02-03}]
  disproportionate_burden: [{what: Börda-B, motivation: Motivering-B}]
  out_of_scope: [{what: Undantag-C, reason: Skäl-C}]
  feedback_url: https://synpunkt.example/form
";

const FITTJA_WHOLE: &str = "name: {sv: Centralen-SV, en: Centre-EN}
status: open
type: family_centre_like
opened: 2021-01-27
address: {street: Provgatan 7, postal_code: 145 61, city: Provstad, entrance: Port-B}
geo: {lat: 59.2488, lon: 17.8603}
phone: 08-530 610 22
email: central@prov.example
url: https://central.example/x
services:
  - kind: child_health
    name: Prov-BVC
    operator: {type: private_for_region, name: Utförar-AB}
    phone: 08-530 610 33
    url: https://bvc.example/x
    access: booking
    hours: {monday: 7.15-7.45, friday: bokning 14.15–14.45}
    phone_hours: {tuesday: 7.05–7.10}
    seasons: [{title: Period-V, from: 2027-06-14, to: 2027-08-14, hours: {wednesday: 6.55–7.50}}]
  - kind: open_preschool
    operator: {type: municipality}
    access: both
  - {kind: social_services}
  - {kind: breastfeeding}
  - {kind: health_centre, access: drop_in}
  - {kind: maternal_health, operator: {type: region}}
  - {kind: other, name: Annan-V, operator: {type: other, name: Annan-U}}
hours:
  monday-thursday: 8.05-11.55, 12.35–16.25
  saturday-sunday: closed
phone_hours: {monday-friday: 8.01–8.59}
seasons:
  - {title: Period-C, from: 2027-06-15, to: 2027-08-15, hours: {monday-wednesday: 9.02–11.02}, services: [öppen förskola]}
exceptions:
  - {from: 2026-11-20, to: 2026-11-22, closed: true, reason: Skäl-U1, services: [open_preschool]}
  - {from: 2026-11-26, hours: 9.10–9.50, reason: Skäl-U2}
  - {weeks: v. 2 2027, hours: {monday: 9.20–9.40, tuesday: bokning}, reason: Skäl-U3}
  - {dates: [2026-12-07, 2027-02-08], closed: true, reason: Skäl-U4, services: Prov-BVC}
activities:
  - {id: sangstund, title: Sångstund-A, day: tuesday, from: 10.05, to: 10.35, age_months: {min: 3, max: 11}, access: drop_in,
     language: fi, valid_from: 2026-12-02, valid_to: 2026-12-16}
  - id: babyrytmik
    title: Babyrytmik-B
    description: Beskrivning-B
    days: [monday, wednesday]
    repeat: udda veckor
    from: 9.05
    to: 9.45
    except: [v. 51 2026]
    cancelled: [{date: 2026-12-02, reason: Sjuk-B}]
    moved: [{date: 2026-11-30, to: 2026-12-01, from: 9.15}]
    service: socialtjänst
    registration: {url: https://anmalan.example/b, phone: 08-530 610 44, email: anmalan@prov.example, opens: 2026-11-28, closes: 2026-12-29}
    cost: 21 kr
    place: Rum-B
    for: Pappor-B
  - {id: fest, title: Fest-F, date: 2026-12-14, from: 9.25, to: 10.25, cost: gratis, registration: {full: true}}
  - {id: matlag, title: Mat-M, dates: [2026-12-15, 2027-01-19], from: 9.35, to: 10.45, service: familjecentralen}
notices:
  - {title: Anslag-C, body: Text-C, from: 2026-11-02, until: 2026-12-02, links: [{title: Läs-C, url: https://las.example/c}]}
spoken_languages: [sv, ti]
premises: {step_free: true, lift: false, accessible_toilet: true, changing_table: true, hearing_loop: false, breastfeeding_place: true, warm_food: true, fridge: false, pram_room: true, cafe_cost: 22 kr, note: Anm-L}
getting_there: {transit: Buss-T, car: Bil-T, pram_parking: Vagn-T}
images:
  - {src: images/lek.png, alt: Alt-1, credit: Foto-1, consent: Samtycke-1}
  - {src: images/rum.png, decorative: true}
owner: Förvaltning-O
reviewed: 2026-11-03
aliases: [/gammal/central/]
formerly: [forsta, andra]
";

const NEWS_WHOLE: &str = "---
title: Titel-N
date: 2026-01-10
lead: Ingress-N
category: Kategori-N
kind: news
centres: [fittja]
image: {src: images/lek.png, alt: Alt-N, credit: Foto-N}
published_by: Enhet-N
author: Skribent-N
updated: 2026-02-01
until: 2027-01-30
draft: false
related: [2026-01-05-annan]
aliases: [/gammal/nyhet/]
---

Brödtext-N.
";

const PAGE_WHOLE: &str = "---\ntitle: Titel-S\nlead: Ingress-S\nupdated: 2026-03-04\npublished_by: Enhet-S\nnavigation: true\nweight: 5\nuntil: 2027-01-29\ndraft: false\naliases: [/gammal/sida/]\n---\n\nBrödtext-S.\n";

/// A file of each kind with all that it may say; but a centre that is open has no planned opening.
pub const WHOLE: [(&str, &str); 5] = [
    (SITE, SITE_WHOLE),
    (BOTKYRKA, BOTKYRKA_WHOLE),
    (FITTJA, FITTJA_WHOLE),
    (NEWS, NEWS_WHOLE),
    (PAGE, PAGE_WHOLE),
];

pub fn whole() -> Project {
    Project::new()
        .with(SITE, SITE_WHOLE)
        .with(BOTKYRKA, BOTKYRKA_WHOLE)
        .with(FITTJA, FITTJA_WHOLE)
        .with(NEWS, NEWS_WHOLE)
        .with(PAGE, PAGE_TEXT)
        .with("content/botkyrka/pages/lokal.md", PAGE_WHOLE)
        .with("content/botkyrka/news/2026-01-05-annan.md", NEWS_TEXT.replace("Hej", "Titel-Annan"))
        .with("content/botkyrka/images/rum.png", png(5, 5))
        .with(NACKA, "name: Nacka kommun\ncode: \"0182\"\n")
}

/// All of these are on a page.
fn shows(page: &str, wanted: &[&str]) {
    let missing: Vec<_> = wanted.iter().filter(|wanted| !page.contains(**wanted)).collect();
    assert!(missing.is_empty(), "{missing:?} is not in\n{page}");
}

#[test]
fn every_field_of_the_site_and_the_municipality_is_shown() {
    let built = whole().pages();
    shows(
        built.page("index.html"),
        &["Titel-SV", "Organisation-Prov", "https://bas.example/", "Namnkommun", "Centralen-SV"],
    );
    shows(built.page("en/index.html"), &["Title-EN"]);
    let statement = built.page("tillganglighet/index.html");
    let contact = ["mailto:region@prov.example", "https://region-kontakt.example/r"];
    for page in ["index.html", "tillganglighet/index.html", "datasets/dcat"] {
        shows(built.page(page), &contact);
    }
    shows(statement, &["08-123 456 01"]);
    shows(built.page("datasets/dcat"), &["<vcard:fn>Organisation-Prov<", "<dcat:contactPoint"]);
    shows(
        statement,
        &[
            "följer inte lagen",
            "6 maj 2026",
            "7 maj 2026",
            "Brist-R",
            "I-stället-R",
            "https://region.example/form",
        ],
    );
    let front = built.page("botkyrka/index.html");
    shows(
        front,
        &["Namnkommun", "https://egen.example/hos/", "08-530 610 11", "https://kontakt.example", "Titel-SV"],
    );
    shows(
        built.page("botkyrka/kontakt/index.html"),
        &["08-530 610 11", "kontakt@prov.example", "Centralen-SV"],
    );
    shows(front, &["Meny-sida", "href=\"om/\"", "Meny-annan", "https://meny.example/x", "Titel-S"]);
    shows(
        front,
        &[
            "Anslag-K",
            "<strong>Fet-K</strong>",
            "<a href=\"om/\">länk</a>",
            "1 november 2026",
            "1 december 2026",
            "Läs-K",
            "https://las.example/k",
        ],
    );
    shows(built.page("botkyrka/sok/ord.json"), &["; synonym ett, synonym två"]);
    shows(built.page("botkyrka/ar/index.html"), &["lang=\"ar\" dir=\"rtl\""]);
    let statement = built.page("botkyrka/tillganglighet/index.html");
    shows(
        statement,
        &["4 maj 2026", "5 maj 2026", "Brist-A", "Skäl-A", "1.2.2", "I-stället-A", "3 februari 2027"],
    );
    shows(statement, &["Börda-B", "Motivering-B", "Undantag-C", "Skäl-C", "https://synpunkt.example/form"]);
    let own = |status: &str| {
        whole()
            .but(BOTKYRKA, "status: partially", &format!("status: {status}"))
            .pages()
            .page("botkyrka/tillganglighet/index.html")
            .to_string()
    };
    assert!(own("fully") != own("partially") && own("fully") != own("not_compliant"));
    let by_itself = whole().but(BOTKYRKA, "method: external", "method: self").pages();
    assert_ne!(by_itself.page("botkyrka/tillganglighet/index.html"), statement);
    let catalogue = |built: &Built| built.page("botkyrka/datasets/dcat").to_string();
    let (own, by_site) = (
        catalogue(&built),
        catalogue(&whole().but(BOTKYRKA, "organisation_number: 212000-2882\n", "").pages()),
    );
    shows(
        &own,
        &[
            "organisation/SE2120002882",
            "Namnkommun",
            "licenses/by/4.0/",
            "mailto:kontakt@prov.example",
            "XMLSchema#date\">2026-05-03</dcterms:issued>",
        ],
    );
    shows(&by_site, &["organisation/SE2321000016", "Organisation-Prov"]);
    shows(built.page("botkyrka/data/spec/index.html"), &["CC BY 4.0", "datasets/dcat.rdf"]);
}

#[test]
fn every_field_of_a_centre_is_shown() {
    let built = whole().pages();
    let page = built.page("botkyrka/familjecentraler/fittja/index.html");
    shows(
        page,
        &[
            "Centralen-SV",
            "27 januari 2021",
            "Provgatan 7",
            "145 61",
            "Provstad",
            "Port-B",
            "mlat=59.2488&amp;mlon=17.8603",
        ],
    );
    shows(
        page,
        &["08-530 610 22", "tel:+46853061022", "mailto:central@prov.example", "https://central.example/x"],
    );
    shows(
        page,
        &[
            "Prov-BVC",
            "Utförar-AB",
            "08-530 610 33",
            "https://bvc.example/x",
            "7.15–7.45",
            "Annan-V",
            "Annan-U",
        ],
    );
    shows(
        page,
        &[
            "service-child_health",
            "service-open_preschool",
            "service-social_services",
            "service-breastfeeding",
        ],
    );
    shows(page, &["service-health_centre", "service-maternal_health", "service-other"]);
    shows(
        page,
        &["8.05–11.55", "12.35–16.25", "20–22 november", "Skäl-U1", "26 november", "9.10–9.50", "Skäl-U2"],
    );
    shows(page, &["Sångstund-A", "Tisdag", "10.05–10.35", "3", "11", "suomi", "2–16 december"]);
    shows(
        page,
        &["8.01–8.59", "7.05–7.10", "tidsbokning", "14.15–14.45", "Period-V", "6.55–7.50", "Period-C"],
    );
    shows(page, &["9.02–11.02", "11–17 januari 2027", "9.20–9.40", "Skäl-U3"]);
    shows(page, &["Måndag 7 december", "Måndag 8 februari 2027", "Skäl-U4"]);
    shows(
        page,
        &[
            "Babyrytmik-B",
            "Beskrivning-B",
            "Måndag och onsdag, udda veckor",
            "9.05–9.45",
            "Inställt</strong> <time datetime=\"2026-12-02\">2 december</time> (Sjuk-B)",
            "Flyttad från</strong> <time datetime=\"2026-11-30\">30 november</time> till",
            "<time datetime=\"2026-12-01\">tisdag 1 december</time> <bdi dir=\"ltr\">9.15–9.55</bdi>",
            "https://anmalan.example/b",
            "08-530 610 44",
            "anmalan@prov.example",
            "öppnar 28 november",
            "29 december",
            "21 kr",
            "Rum-B",
            "Pappor-B",
        ],
    );
    shows(page, &["Fest-F", "Måndag 14 december", "Gratis", "Fullt", "Mat-M", "Tisdag 15 december"]);
    shows(
        page,
        &[
            "Anslag-C",
            "Text-C",
            "2 november 2026",
            "2 december 2026",
            "Läs-C",
            "https://las.example/c",
            "svenska",
            "ትግርኛ",
        ],
    );
    shows(
        page,
        &["Anm-L", "Buss-T", "Bil-T", "Vagn-T", "Alt-1", "Foto-1", "Förvaltning-O", "3 november 2026"],
    );
    shows(page, &["Plats att amma", "värma mat", "Kylskåp", "Barnvagnsrum", "Fika: 22 kr"]);
    assert_eq!(page.matches("is-yes").count(), 6, "features that are there");
    assert_eq!(page.matches("is-no").count(), 3, "and that are not");
    let free = whole().but(FITTJA, "cafe_cost: 22 kr", "fikakostnad: Gratis").pages();
    shows(free.page("botkyrka/familjecentraler/fittja/index.html"), &["Fika: gratis"]);
    assert!(page.contains("alt=\"\""), "a decorative picture has an empty alt text");
    let in_english = built.page("botkyrka/en/familjecentraler/fittja/index.html");
    shows(
        in_english,
        &[
            "Centre-EN",
            "<span lang=\"sv\">Buss-T</span>",
            "<span lang=\"sv\">Skäl-U2</span>",
            "<span lang=\"sv\">Prov-BVC</span>",
        ],
    );
    shows(
        in_english,
        &[
            "<span lang=\"sv\">Sångstund-A</span>",
            "<span lang=\"sv\">Anslag-C</span>",
            "alt=\"Alt-1\" lang=\"sv\"",
        ],
    );
    let in_arabic = built.page("botkyrka/ar/familjecentraler/fittja/index.html");
    shows(in_arabic, &["<span lang=\"sv\" dir=\"ltr\">Buss-T</span>"]);
    for how in ["drop_in", "booking", "both"] {
        let other = whole().but(FITTJA, "access: booking", &format!("access: {how}")).pages();
        assert_eq!(
            other.page("botkyrka/familjecentraler/fittja/index.html") == page,
            how == "booking",
            "{how}"
        );
    }
}

#[test]
fn every_field_of_news_and_pages_is_shown() {
    let built = whole().pages();
    let page = built.page("botkyrka/nyheter/2026-01-10-hej/index.html");
    shows(
        page,
        &[
            "Titel-N",
            "10 januari 2026",
            "Ingress-N",
            "Kategori-N",
            "Centralen-SV",
            "Alt-N",
            "Foto-N",
            "Enhet-N",
            "Skribent-N",
        ],
    );
    shows(page, &["1 februari 2026", "Titel-Annan", "Brödtext-N."]);
    let notice = whole().but(NEWS, "kind: news", "kind: notice").pages();
    shows(notice.page("botkyrka/nyheter/2026-01-10-hej/index.html"), &["pill-notice"]);
    let page = built.page("botkyrka/lokal/index.html");
    shows(page, &["Titel-S", "Ingress-S", "4 mars 2026", "Enhet-S", "Brödtext-S."]);
    let unlisted =
        whole().but("content/botkyrka/pages/lokal.md", "navigation: true", "navigation: false").pages();
    let links = |built: &super::project::Built| {
        built.page("botkyrka/familjecentraler/index.html").matches(">Titel-S<").count()
    };
    assert_eq!((links(&built), links(&unlisted)), (1, 0));
    let order = |weight: &str| {
        let built = whole().but("content/botkyrka/pages/lokal.md", "weight: 5", weight).pages();
        let front = built.page("botkyrka/index.html").to_string();
        let list = front.split("class=\"doors\"").nth(1).unwrap().to_string();
        list.find("Titel-S").unwrap() > list.find("Om oss").unwrap()
    };
    assert!(order("weight: 5") && !order("weight: -5"));
}

#[test]
fn data_know_a_centre_by_its_first_name() {
    let built = whole().pages();
    shows(
        built.page("botkyrka/data/familjecentraler.json"),
        &["\"id\":\"0127-forsta\"", "/familjecentraler/fittja/"],
    );
    shows(built.page("botkyrka/data/aktiviteter.csv"), &["0127-forsta-fest-2026-12-14-0925"]);
    shows(built.page("botkyrka/familjecentraler/fittja/kalender.ics"), &["/botkyrka/forsta"]);
}

#[test]
fn every_alias_leads_by_a_relative_way_to_its_page() {
    let built = whole().pages();
    for (alias, target) in [
        ("gammal/central", "../../familjecentraler/fittja/"),
        ("familjecentraler/forsta", "../../familjecentraler/fittja/"),
        ("familjecentraler/andra", "../../familjecentraler/fittja/"),
        ("ar/familjecentraler/andra", "../../../ar/familjecentraler/fittja/"),
        ("gammal/nyhet", "../../nyheter/2026-01-10-hej/"),
        ("gammal/sida", "../../lokal/"),
    ] {
        shows(
            built.page(&format!("botkyrka/{alias}/index.html")),
            &[&format!("0; url={target}"), &format!("<a href=\"{target}\">"), "noindex"],
        );
    }
}

#[test]
fn what_a_municipality_leaves_out_it_has_from_the_site() {
    let built = whole()
        .but(BOTKYRKA, "languages: [sv, en, ar]\n", "")
        .but(BOTKYRKA, "base_url: https://egen.example/hos\n", "")
        .pages();
    assert!(built.has("botkyrka/en/index.html") && !built.has("botkyrka/ar/index.html"));
    shows(built.page("botkyrka/index.html"), &["rel=\"canonical\" href=\"https://bas.example/botkyrka/\""]);
    let themed = Project::new()
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\ntokens: {color-primary: \"#123456\"}\n")
        .and(SITE, "theme: prov\n")
        .region()
        .pages();
    let css = |folder: &str| {
        themed.files().any(|(path, bytes)| {
            path.starts_with(folder)
                && path.ends_with(".css")
                && String::from_utf8_lossy(bytes).contains("#123456")
        })
    };
    assert!(css("assets/") && css("botkyrka/assets/"));
    let alone = Project::new().pages();
    assert!(!alone.has("en/index.html"), "a site has its own language alone");
    shows(alone.page("index.html"), &["lang=\"sv\""]);
}

#[test]
fn a_translation_is_a_page_of_its_own_and_each_names_the_other() {
    let english = NEWS_TEXT.replace("Hej", "Hello");
    let built = Project::new()
        .and(SITE, "languages: [sv, en]\n")
        .with("content/botkyrka/news/2026-01-10-hej.en.md", english)
        .pages();
    let base = "https://prov.example/botkyrka";
    for (page, title) in
        [("nyheter/2026-01-10-hej/index.html", "Hej"), ("en/nyheter/2026-01-10-hej/index.html", "Hello")]
    {
        let page = built.page(&format!("botkyrka/{page}"));
        shows(page, &[title, &format!("hreflang=\"sv\" href=\"{base}/nyheter/2026-01-10-hej/\"")]);
        shows(page, &[&format!("hreflang=\"en\" href=\"{base}/en/nyheter/2026-01-10-hej/\"")]);
    }
    shows(built.page("botkyrka/en/nyheter/2026-01-10-hej/index.html"), &["<html lang=\"en\""]);
    assert!(
        !built.page("botkyrka/om/index.html").contains("rel=\"alternate\" hreflang=\"en\""),
        "a page without a translation names none"
    );
}
