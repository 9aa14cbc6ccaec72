//! `site.yaml` and `municipality.yaml`: values and rules.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, BOTKYRKA_TEXT, PAGE_TEXT, Project, SITE};
use super::{check, edit, in_project, more};

#[test]
fn what_is_wrong_with_the_site_is_told() {
    check(vec![
        edit(
            "a base that is no address",
            SITE,
            ("https://prov.example", "¶prov.example"),
            Code::BadWebAddress,
            &["“prov.example”", "https://"],
        ),
        edit(
            "a base of another scheme",
            SITE,
            ("https://prov.example", "¶ftp://prov.example"),
            Code::UnsafeAddress,
            &["ftp://prov.example"],
        ),
        edit("an empty title", SITE, ("title: Familjecentraler", "title: ¶''"), Code::EmptyText, &[]),
        more(
            "an organisation number with a slip",
            SITE,
            "organisation_number: ¶232100-0017\n",
            Code::BadOrganisationNumber,
            &["“232100-0017”", "ten figures"],
        ),
        more("a language", SITE, "language: ¶se-SV\n", Code::BadLanguage, &["“se-SV”"]),
        more("one of the languages", SITE, "languages: [sv, ¶eng]\n", Code::BadLanguage, &["“eng”"]),
        more("a language twice", SITE, "languages: [sv, en, ¶sv]\n", Code::ListedTwice, &["“sv”"]),
        more(
            "the languages without the site's own",
            SITE,
            "languages: ¶[en]\n",
            Code::LanguagesWithoutOwn,
            &["sv", "[sv, …]"],
        ),
        more("a theme", SITE, "theme: ¶bas\n", Code::NoSuchTheme, &["“bas”", "Did you mean “base”?"]),
    ]);
    let built = Project::new().and(SITE, "language: swe\nlanguages: [swe, en]\n").build();
    assert_eq!(built.codes(), [Code::BadLanguage, Code::BadLanguage], "and no echo: {:?}", built.told());
}

#[test]
fn what_is_wrong_with_a_municipality_is_told() {
    let code = ("\"0127\"", "¶\"127\"");
    check(vec![
        edit("a code of three digits", BOTKYRKA, code, Code::BadMunicipalityCode, &["“127”", "\"0127\""]),
        edit(
            "a code that SCB has not",
            BOTKYRKA,
            ("\"0127\"", "¶\"0100\""),
            Code::UnknownMunicipalityCode,
            &["0100", "SCB"],
        ),
        more(
            "a colour",
            BOTKYRKA,
            "look:\n  colour: ¶\"#9d0f3\"\n",
            Code::BadColour,
            &["“#9d0f3”", "\"#9d0f3f\""],
        ),
        more("a font", BOTKYRKA, "look:\n  font: ¶comic\n", Code::UnknownValue, &["“comic”"]),
        edit(
            "the code of another municipality",
            BOTKYRKA,
            ("\"0127\"", "¶\"0126\""),
            Code::CodeNotOfName,
            &["0126", "Botkyrka", "Huddinge", "\"0127\""],
        ),
        more("a base", BOTKYRKA, "base_url: ¶/botkyrka\n", Code::BadWebAddress, &["“/botkyrka”"]),
        more("a theme", BOTKYRKA, "theme: ¶botkyrka\n", Code::NoSuchTheme, &["“botkyrka”", "themes/"]),
        more("a language", BOTKYRKA, "languages: [sv, ¶arabisk]\n", Code::BadLanguage, &["“arabisk”"]),
        more(
            "the languages without the site's own",
            BOTKYRKA,
            "languages: ¶[ar]\n",
            Code::LanguagesWithoutOwn,
            &["sv"],
        ),
        more(
            "a phone",
            BOTKYRKA,
            "contact: {phone: ¶växeln}\n",
            Code::BadPhone,
            &["“växeln”", "08-123 456 78"],
        ),
        more(
            "a mail address",
            BOTKYRKA,
            "contact: {email: ¶info.botkyrka.se}\n",
            Code::BadEmail,
            &["info.botkyrka.se", "name@host.example"],
        ),
        more(
            "an address",
            BOTKYRKA,
            "contact: {url: ¶www.botkyrka.se}\n",
            Code::BadWebAddress,
            &["www.botkyrka.se"],
        ),
        more(
            "an unsafe address",
            BOTKYRKA,
            "contact: {url: ¶\"javascript:alert(1)\"}\n",
            Code::UnsafeAddress,
            &["javascript:alert(1)"],
        ),
        more(
            "a host",
            BOTKYRKA,
            "allowed_hosts: [¶\"https://a.example\"]\n",
            Code::BadWebAddress,
            &["https://a.example"],
        ),
        more(
            "a synonym alone",
            BOTKYRKA,
            "synonyms: [[Gula huset, Fittja], ¶[Gula huset, gula  HUSET!]]\n",
            Code::SynonymAlone,
            &["“gula huset”"],
        ),
        more(
            "a group of synonyms without words",
            BOTKYRKA,
            "synonyms: [¶[–, \"?\"]]\n",
            Code::SynonymAlone,
            &["no words"],
        ),
        more(
            "a synonym that is a bare number",
            BOTKYRKA,
            "synonyms: [[112, nödnummer], ¶[0]]\n",
            Code::SynonymAlone,
            &["no words"],
        ),
        more(
            "a name in an unknown language",
            BOTKYRKA,
            "region: {sv: Region, ¶swe: Region}\n",
            Code::BadLanguage,
            &["“swe”"],
        ),
    ]);
    let without: String = BOTKYRKA_TEXT.lines().take(2).map(|line| format!("{line}\n")).collect();
    check(vec![in_project(
        "no accessibility statement",
        Project::new().with(BOTKYRKA, without),
        BOTKYRKA,
        Code::NoAccessibilityStatement,
        &["Botkyrka kommun", "2018:1937", "accessibility_statement:"],
    )]);
}

#[test]
fn what_is_wrong_with_the_navigation_is_told() {
    check(vec![
        more(
            "a centre that is not there",
            BOTKYRKA,
            "navigation: [{title: Fittja, centre: ¶fitja}]\n",
            Code::NoSuchCentre,
            &["“fitja”", "in botkyrka", "Did you mean “fittja”?"],
        ),
        more(
            "a page and a centre",
            BOTKYRKA,
            "navigation:\n  - ¶title: Om\n    page: om\n    centre: fittja\n",
            Code::NavigationUnclear,
            &["more than one place"],
        ),
        more(
            "a page that is not there",
            BOTKYRKA,
            "navigation: [{title: Om, page: ¶omm}]\n",
            Code::NoSuchPage,
            &["“omm”", "Did you mean “om”?"],
        ),
        more(
            "nothing near",
            BOTKYRKA,
            "navigation: [{title: Om, page: ¶startsidan}]\n",
            Code::NoSuchPage,
            &["pages/, without .md"],
        ),
        more(
            "a page and an address",
            BOTKYRKA,
            "navigation:\n  - ¶title: Om\n    page: om\n    url: https://a.example\n",
            Code::NavigationUnclear,
            &["more than one place", "Keep one"],
        ),
        more(
            "neither",
            BOTKYRKA,
            "navigation:\n  - ¶title: Om\n",
            Code::NavigationUnclear,
            &["leads nowhere", "Write page:"],
        ),
        more(
            "an unsafe address",
            BOTKYRKA,
            "navigation: [{title: Om, url: ¶\"data:text/html,x\"}]\n",
            Code::UnsafeAddress,
            &["data:text/html"],
        ),
    ]);
}

#[test]
fn what_is_wrong_with_the_statement_is_told() {
    check(vec![
        in_project(
            "a criterion",
            Project::new()
                .but(BOTKYRKA, "fully", "partially")
                .and(BOTKYRKA, "  issues: [{what: Film, wcag: [¶\"1.2\"]}]\n"),
            BOTKYRKA,
            Code::BadWcag,
            &["“1.2”", "\"1.2.2\""],
        ),
        in_project(
            "a criterion of no principle",
            Project::new()
                .but(BOTKYRKA, "fully", "partially")
                .and(BOTKYRKA, "  issues: [{what: Film, wcag: [\"1.2.2\", ¶\"5.1.1\"]}]\n"),
            BOTKYRKA,
            Code::BadWcag,
            &["“5.1.1”"],
        ),
        in_project(
            "a day",
            Project::new()
                .but(BOTKYRKA, "fully", "partially")
                .and(BOTKYRKA, "  issues: [{what: Film, fix_by: ¶snart}]\n"),
            BOTKYRKA,
            Code::BadDate,
            &["“snart”", "2026-03-14"],
        ),
        edit(
            "the day of the assessment",
            BOTKYRKA,
            ("assessed_on: 2026-05-04", "assessed_on: ¶maj 2026"),
            Code::BadDate,
            &["“maj 2026”"],
        ),
        edit(
            "mail alone for reports",
            BOTKYRKA,
            ("https://form.example/rapportera", "¶\"mailto:a@b.se\""),
            Code::UnsafeAddress,
            &["mailto:a@b.se"],
        ),
        more(
            "a burden without a motivation",
            BOTKYRKA,
            "  disproportionate_burden:\n    - ¶what: Film\n",
            Code::MissingField,
            &["“motivation”"],
        ),
        more(
            "nothing out of scope",
            BOTKYRKA,
            "  out_of_scope:\n    - ¶reason: Lagen\n",
            Code::MissingField,
            &["“what”"],
        ),
    ]);
}

#[test]
fn what_is_wrong_with_a_notice_is_told_at_its_field() {
    let notice = |inner: &str| format!("notices:\n  - title: Stängt\n    {inner}\n");
    let body = |claim, inner: &str, code, says| more(claim, BOTKYRKA, &notice(inner), code, says);
    check(vec![
        body("it has ended", "until: ¶2026-11-15", Code::NoticeEnded, &["“Stängt”", "2026-11-15"]),
        body("no day", "from: ¶2026-13-01", Code::BadDate, &["“2026-13-01”"]),
        body(
            "the wrong way round",
            "from: 2026-12-02\n    until: ¶2026-12-01",
            Code::PeriodReversed,
            &["2026-12-02", "2026-12-01", "earlier date first"],
        ),
        body("a link that is none", "links: [{title: Mer, url: ¶mer}]", Code::BadWebAddress, &["“mer”"]),
        body(
            "an unsafe link",
            "links: [{title: Mer, url: ¶\"javascript:x\"}]",
            Code::UnsafeAddress,
            &["javascript:x"],
        ),
        body(
            "a link in its text that leads nowhere",
            "body: ¶Se [här](pages/omm.md).",
            Code::BrokenLink,
            &["pages/omm.md", "does not exist"],
        ),
        body(
            "an unsafe link in its text",
            "body: ¶Se [här](javascript:x).",
            Code::UnsafeLink,
            &["javascript:x"],
        ),
        body("HTML in its text", "body: ¶Se <b>här</b>.", Code::RawHtml, &["**Note!**"]),
        body(
            "a picture in its text",
            "body: ¶\"![Lek](images/lek.png)\"",
            Code::NotInNotice,
            &["images/lek.png"],
        ),
        body(
            "a box in its text",
            "body: |\n      ¶::: centre fittja\n      :::",
            Code::NotInNotice,
            &["::: centre fittja"],
        ),
        body("a heading of level 1", "body: |\n      ¶# Rubrik", Code::HeadingLevelOne, &["##"]),
    ]);
    let draft = PAGE_TEXT.replace("title", "lead: x\ndraft: true\ntitle");
    let linked = Project::new()
        .with("content/botkyrka/news/2026-02-01-utkast.md", draft)
        .and(BOTKYRKA, &notice("body: ¶Se [här](news/2026-02-01-utkast.md)."));
    let heading = Project::new().and(BOTKYRKA, &notice("body: ¶Se [här](pages/om.md#vilkaa)."));
    check(vec![
        in_project(
            "a draft linked",
            linked,
            BOTKYRKA,
            Code::LinkToUnpublished,
            &["2026-02-01-utkast.md", "a draft"],
        ),
        in_project("a heading that is not there", heading, BOTKYRKA, Code::BrokenLink, &["no such heading"]),
    ]);
    let right = Project::new().and(BOTKYRKA, &notice("body: Se [här](pages/om.md#vilka)."));
    assert!(right.pages().page("botkyrka/index.html").contains("<a href=\"om/#vilka\">här</a>"));
}

#[test]
fn a_theme_that_loads_from_elsewhere_is_refused_unless_the_host_is_allowed() {
    let page = "{% extends \"base/page.html\" %}{% block head %}<script src=\"https://stat.example/x.js\"></script>{% endblock head %}";
    let project = Project::new()
        .with("themes/prov/theme.yaml", "name: Prov\nextends: base\n")
        .with("themes/prov/templates/page.html", page)
        .and(BOTKYRKA, "theme: prov\n");
    let built = project.build();
    assert_eq!(built.codes(), [Code::LoadsFromElsewhere]);
    assert!(
        built.told()[0].contains("stat.example") && built.told()[0].contains("assets/"),
        "{:?}",
        built.told()
    );
    let built = project.clone().and(BOTKYRKA, "allowed_hosts: [annan.example]\n").build();
    assert_eq!(built.codes(), [Code::ThirdPartyHost]);
    assert!(
        built.told()[0].contains("stat.example") && built.told()[0].contains("allowed_hosts"),
        "{:?}",
        built.told()
    );
    let built = project.and(BOTKYRKA, "allowed_hosts: [stat.example]\n").pages();
    assert!(built.page("botkyrka/om/index.html").contains("https://stat.example/x.js"));
}
