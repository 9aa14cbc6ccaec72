//! Texts in one language only, texts in several, and translations that lag behind.

use fcsite::base::Code;

use super::project::{BOTKYRKA, Built, FITTJA, NEWS, Project, SITE, told};

const ARABIC: &str = "content/botkyrka/news/2026-01-12-marhaba.ar.md";
const ARABIC_TEXT: &str = "---\ntitle: مرحبا\nlead: أهلا وسهلا.\n---\n\nنص.\n";
const PAGE: &str = "content/botkyrka/pages/dalil.ar.md";

/// A municipality with pages in Swedish, English and Arabic, one item in Swedish and one in Arabic only.
fn site() -> Project {
    Project::new()
        .but(SITE, "organisation:", "checks: {off: [FC0136]}\nlanguages: [sv, en, ar]\norganisation:")
        .with(ARABIC, ARABIC_TEXT)
        .with(PAGE, "---\ntitle: دليل\nnavigation: true\n---\n\nنص.\n")
}

fn has(built: &Built, path: &str, text: &str) -> bool {
    built.page(path).contains(text)
}

#[test]
fn a_text_in_one_language_is_listed_on_that_languages_pages_only() {
    let built = site().pages();
    assert!(built.has("botkyrka/ar/nyheter/2026-01-12-marhaba/index.html"));
    assert!(built.has("botkyrka/ar/dalil/index.html"));
    for (way, shown) in [("", false), ("en/", false), ("ar/", true)] {
        let elsewhere = ["nyheter/2026-01-12-marhaba/index.html", "dalil/index.html"];
        for page in elsewhere {
            assert_eq!(built.has(&format!("botkyrka/{way}{page}")), shown, "{way}{page}");
        }
        assert_eq!(has(&built, &format!("botkyrka/{way}nyheter/index.html"), "مرحبا"), shown, "{way}");
        assert_eq!(has(&built, &format!("botkyrka/{way}index.html"), "مرحبا"), shown, "{way}");
        assert_eq!(has(&built, &format!("botkyrka/{way}index.html"), "دليل"), shown, "{way}");
        assert_eq!(has(&built, &format!("botkyrka/{way}feed.xml"), "مرحبا"), shown, "{way}");
    }
    assert!(!has(&built, "botkyrka/ar/nyheter/index.html", "Hej"));
}

#[test]
fn its_page_leads_to_the_front_pages_of_the_other_languages_and_has_no_alternates() {
    let built = site().pages();
    let page = built.page("botkyrka/ar/nyheter/2026-01-12-marhaba/index.html");
    assert!(page.contains("href=\"../../../\" hreflang=\"sv\""), "{page}");
    assert!(page.contains("href=\"../../../en/\" hreflang=\"en\""), "{page}");
    assert!(!page.contains("rel=\"alternate\" hreflang"), "{page}");
    let sitemap = built.page("botkyrka/sitemap.xml");
    assert!(sitemap.contains("<loc>https://prov.example/botkyrka/ar/nyheter/2026-01-12-marhaba/</loc>"));
    assert!(!sitemap.contains("/botkyrka/nyheter/2026-01-12-marhaba/"), "{sitemap}");
    assert_eq!(sitemap.matches("marhaba").count(), 1, "one address, and no alternates");
}

#[test]
fn neighbours_and_related_texts_are_those_of_its_language() {
    let other = "content/botkyrka/news/2026-01-13-salam.ar.md";
    let related = ARABIC_TEXT.replace("title: مرحبا", "title: سلام\nrelated: [marhaba, hej]");
    let built = site().with(other, related).pages();
    let first = built.page("botkyrka/ar/nyheter/2026-01-12-marhaba/index.html");
    assert!(first.contains("2026-01-13-salam/"), "the next one, and the newest");
    let second = built.page("botkyrka/ar/nyheter/2026-01-13-salam/index.html");
    assert!(second.contains("2026-01-12-marhaba/") && !second.contains("2026-01-10-hej"), "{second}");
    assert!(!built.page("botkyrka/nyheter/2026-01-10-hej/index.html").contains("salam"));
}

#[test]
fn a_link_to_it_leads_to_the_language_that_it_is_in() {
    let text = "---\ntitle: Hej\nlead: En hälsning.\n---\n\n[På arabiska](2026-01-12-marhaba.ar.md) [sida](../pages/dalil.ar.md)\n";
    let built = site().with(NEWS, text).pages();
    let page = built.page("botkyrka/nyheter/2026-01-10-hej/index.html");
    assert!(page.contains("href=\"../../ar/nyheter/2026-01-12-marhaba/\""), "{page}");
    assert!(page.contains("href=\"../../ar/dalil/\""), "{page}");
    // An entry of the menu that is in one language only is in that language's menu only.
    let menu = site().and(BOTKYRKA, "navigation: [{title: Guide-X, page: dalil}]\n");
    let built = menu.pages();
    assert!(
        has(&built, "botkyrka/ar/index.html", "Guide-X") && !has(&built, "botkyrka/index.html", "Guide-X")
    );
    assert!(
        site()
            .and(BOTKYRKA, "navigation: [{title: Guide-X, page: dalil}]\n")
            .check()
            .diagnostics
            .iter()
            .all(|found| { !matches!(found.code, Code::PageLinkBroken | Code::BrokenLink) })
    );
}

#[test]
fn its_old_addresses_lead_to_it() {
    let text = ARABIC_TEXT.replace("title: مرحبا", "title: مرحبا\naliases: [/ar/gammal/]");
    let built = site().with(ARABIC, text).pages();
    assert!(has(&built, "botkyrka/ar/gammal/index.html", "url=../../ar/nyheter/2026-01-12-marhaba/"));
}

#[test]
fn a_language_that_the_municipality_lacks_is_an_error_where_the_text_would_be_nowhere() {
    let without = site().and(BOTKYRKA, "languages: [sv, en]\n").build();
    let errors: Vec<Code> =
        without.report.diagnostics.iter().filter(|found| found.is_error()).map(|found| found.code).collect();
    assert_eq!(errors, [Code::TextInOtherLanguage, Code::TextInOtherLanguage], "{:?}", without.told());
    // With its original it is shown, if not in this language.
    let beside = Project::new().with("content/botkyrka/news/2026-01-10-hej.ar.md", ARABIC_TEXT).build();
    assert!(
        !beside.report.has_errors() && beside.codes() == [Code::TextInOtherLanguage],
        "{:?}",
        beside.told()
    );
}

#[test]
fn a_translation_whose_name_has_a_slip_is_told_with_the_right_one() {
    let english = |name: &str| {
        let path = format!("content/botkyrka/news/{name}.en.md");
        let text = "---\ntitle: Hello\nlead: A greeting.\n---\n\nText.\n";
        site().with("content/botkyrka/news/2026-01-10-sangstund.md", ARABIC_TEXT).with(&path, text).build()
    };
    for slip in
        ["2026-01-10-sangstud", "2026-01-10-sångstund", "2026-01-11-sangstund", "2026-01-10-sang-stund"]
    {
        let built = english(slip);
        let words = built.told().join("\n");
        let is_told = built.codes().contains(&Code::TranslationWithoutOriginal);
        assert!(is_told || built.report.has_errors(), "{slip}: {words}");
        assert!(!is_told || words.contains("2026-01-10-sangstund.en.md"), "{slip}: {words}");
    }
    for other in ["2026-01-10-opening-hours", "2026-03-20-sangstund", "2026-01-10-sangstund"] {
        let built = english(other);
        assert!(built.codes().is_empty(), "{other}: {:?}", built.told());
    }
    // Of a page, and not when the text beside has its translation.
    let page = |name: &str| {
        site().with(&format!("content/botkyrka/pages/{name}.en.md"), "---\ntitle: T\n---\nText.\n")
    };
    assert_eq!(page("omm").build().codes(), [Code::TranslationWithoutOriginal]);
    let both = page("omm").with("content/botkyrka/pages/om.en.md", "---\ntitle: U\n---\nText.\n").build();
    assert!(both.codes().is_empty(), "{:?}", both.told());
}

#[test]
fn a_translation_waits_for_its_original_and_a_text_without_one_does_not() {
    let english = "content/botkyrka/news/2026-01-10-hej.en.md";
    let text = "---\ntitle: Hello\nlead: A greeting.\n---\n\nText.\n";
    let draft = site()
        .but(NEWS, "title: Hej", "title: Hej\ndraft: true\naliases: [/gammal/]")
        .with(english, text)
        .pages();
    assert!(!draft.has("botkyrka/en/nyheter/2026-01-10-hej/index.html"));
    let withheld: Vec<String> = draft.report.withheld.iter().map(ToString::to_string).collect();
    let wanted = ["en/nyheter/2026-01-10-hej", "nyheter/2026-01-10-hej", "gammal"];
    assert_eq!(withheld, wanted.map(|page| format!("botkyrka/{page}/index.html")));
}

#[test]
fn a_shared_text_in_one_language_is_in_the_municipalities_that_have_it() {
    let tyreso = "name: Tyresö kommun\ncode: \"0138\"\nlanguages: [sv]\n";
    let link = "---\ntitle: Gemensam\nlead: Text.\n---\n\n[Läs](2026-01-12-marhaba.ar.md)\n";
    let built = Project::new()
        .but(SITE, "organisation:", "languages: [sv, ar]\norganisation:")
        .with("content/_shared/news/2026-01-12-marhaba.ar.md", ARABIC_TEXT)
        .with("content/_shared/news/2026-01-14-gemensam.md", link)
        .with("content/tyreso/municipality.yaml", tyreso)
        .pages();
    for page in
        ["ar/nyheter/2026-01-12-marhaba/index.html", "botkyrka/ar/nyheter/2026-01-12-marhaba/index.html"]
    {
        assert!(built.has(page), "{page}");
    }
    assert!(built.files().all(|(path, _)| !(path.starts_with("tyreso/") && path.contains("marhaba"))));
    // Where it is not, a link to it leads to no page that is not there.
    assert!(
        built.page("tyreso/nyheter/2026-01-14-gemensam/index.html").contains("<a href=\"../../\">Läs</a>")
    );
}

#[test]
fn a_translation_that_is_older_than_its_original_says_so_and_is_told() {
    let english = "content/botkyrka/news/2026-01-10-hej.en.md";
    let text = "---\ntitle: Hello\nlead: A greeting.\n---\n\nText.\n";
    let changed =
        |updated: &str| site().but(NEWS, "title: Hej", &format!("title: Hej{updated}")).with(english, text);
    let built = changed("\nupdated: 2026-01-20").pages();
    assert_eq!(built.codes(), [Code::TranslationOutdated]);
    let words = told(&built.report.diagnostics[0]);
    assert!(words.contains(NEWS) && words.contains("2026-01-20") && words.contains("2026-01-10"), "{words}");
    let page = built.page("botkyrka/en/nyheter/2026-01-10-hej/index.html");
    assert!(
        page.contains("This translation is older than the original, which was changed on 20 January 2026."),
        "{page}"
    );
    assert!(page.contains("<a href=\"../../../nyheter/2026-01-10-hej/\" hreflang=\"sv\">"), "{page}");
    assert!(!has(&built, "botkyrka/nyheter/2026-01-10-hej/index.html", "äldre än originalet"));
    let newer = changed("\nupdated: 2026-01-20")
        .with(english, text.replace("lead:", "updated: 2026-01-20\nlead:"))
        .pages();
    assert!(newer.codes().is_empty() && changed("").pages().codes().is_empty(), "{:?}", newer.told());
    // Pages have no day but that of their change; one that says none is not known to be older.
    let pages = |more: &str| {
        let page = format!("---\ntitle: About\n{more}---\n\nText.\n");
        let om = super::project::PAGE;
        site()
            .but(om, "title: Om oss", "title: Om oss\nupdated: 2026-02-01")
            .with("content/botkyrka/pages/om.en.md", page)
            .pages()
    };
    let older = pages("updated: 2026-01-01\n");
    assert_eq!(older.codes(), [Code::TranslationOutdated]);
    assert!(has(&older, "botkyrka/en/om/index.html", "This translation is older"));
    assert!(pages("").codes().is_empty());
}

/// The municipality's pages in one more language.
fn in_language(code: &str) -> Project {
    Project::new().but(
        SITE,
        "organisation:",
        &format!("checks: {{off: [FC0136]}}\nlanguages: [sv, {code}]\norganisation:"),
    )
}

const CENTRE: &str = "botkyrka/ar/familjecentraler/fittja/index.html";

#[test]
fn what_is_not_translated_is_said_in_a_line_and_marked_and_names_do_not_count() {
    const LINE: &str = "لم يُترجم كل ما في هذه الصفحة إلى العربية.";
    let plain = in_language("ar").pages();
    assert!(!has(&plain, CENTRE, LINE), "its name alone is Swedish");
    let notice = in_language("ar").and(FITTJA, "notices: [{title: Ny dörr}]\n").pages();
    assert!(has(&notice, CENTRE, LINE));
    assert!(has(&notice, CENTRE, "<span lang=\"sv\" dir=\"ltr\">Ny dörr</span>"));
    assert!(!has(&notice, "botkyrka/familjecentraler/fittja/index.html", "untranslated"));
    let both = "notices: [{title: {sv: Ny dörr, ar: باب جديد}}]\n";
    assert!(!has(&in_language("ar").and(FITTJA, both).pages(), CENTRE, LINE));
}

#[test]
fn words_that_the_theme_lacks_are_marked_where_elements_may_stand_and_nowhere_else() {
    let lines = "hours: {monday: 8–12}\nactivities: [{id: a, title: A, day: monday, from: 9, to: 10, age_months: {min: 12, max: 72}}]\n";
    let built = in_language("tr").and(FITTJA, lines).on("2026-11-28").pages();
    let page = built.page("botkyrka/tr/familjecentraler/fittja/index.html");
    for words in ["Öppettider", "1–6 år", "måndag 30 november"] {
        assert!(page.contains(&format!("<span lang=\"sv\" dir=\"ltr\">{words}")), "{words}: {page}");
    }
    assert!(
        page.contains("aria-label=\"Huvudmeny\"") && page.contains("<bdi dir=\"ltr\">9–10</bdi>"),
        "{page}"
    );
    assert!(page.contains("data-later=\"Stängt nu, öppnar klockan {time}\""), "{page}");
    let title = built.page("botkyrka/tr/familjecentraler/index.html");
    assert!(title.contains("<title>Familjecentraler"), "{title}");
    for (path, bytes) in built.files() {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(['\u{fdd0}', '\u{fdd1}']) && !text.contains("\\ufdd"), "{path}");
    }
}

#[test]
fn a_language_is_named_in_the_pages_language_and_in_itself() {
    let lines = "spoken_languages: [sv, ar, prs]\n";
    let built = in_language("ar").and(FITTJA, lines).pages();
    let swedish = built.page("botkyrka/familjecentraler/fittja/index.html");
    assert!(swedish.contains("arabiska (<span lang=\"ar\" dir=\"rtl\">العربية</span>)"), "{swedish}");
    assert!(swedish.contains("<li><span lang=\"sv\" dir=\"ltr\">svenska</span>,</li>"), "{swedish}");
    let arabic = built.page(CENTRE);
    assert!(arabic.contains("السويدية (<span lang=\"sv\" dir=\"ltr\">svenska</span>)"), "{arabic}");
    assert!(arabic.contains("<li><span lang=\"ar\" dir=\"rtl\">العربية</span>،</li>"), "{arabic}");
}

#[test]
fn a_warning_that_nobody_has_translated_stands_at_the_head_in_the_sites_own_language() {
    let warning = "---\ntitle: Stängt på torsdag\nlead: En läcka.\nkind: notice\nuntil: 2026-11-19\ncentres: [fittja]\n---\n\nText.\n";
    let built = site().with("content/botkyrka/news/2026-11-15-lacka.md", warning).pages();
    for (way, up) in [("", "../../"), ("en/", "../../../"), ("ar/", "../../../")] {
        let page = built.page(&format!("botkyrka/{way}familjecentraler/fittja/index.html"));
        let marked = if way.is_empty() { "" } else { " lang=\"sv\" dir=\"auto\"" };
        let link = format!("<a href=\"{up}nyheter/2026-11-15-lacka/\"{marked}>Stängt på torsdag</a>");
        assert!(page.contains(&link), "{way}: {page}");
        let front = built.page(&format!("botkyrka/{way}index.html"));
        assert_eq!(
            front.matches("Stängt på torsdag").count(),
            1,
            "{way}: at the head, and not among the news"
        );
    }
    // One that is translated says it in the page's language, and leads to it.
    let translated = warning.replace("Stängt på torsdag", "Closed on Thursday");
    let built = site()
        .with("content/botkyrka/news/2026-11-15-lacka.md", warning)
        .with("content/botkyrka/news/2026-11-15-lacka.en.md", translated)
        .pages();
    let page = built.page("botkyrka/en/familjecentraler/fittja/index.html");
    assert!(page.contains(">Closed on Thursday</a>") && !page.contains("Stängt på torsdag"), "{page}");
}
