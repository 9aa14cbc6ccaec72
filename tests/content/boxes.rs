//! `::: contacts` and `::: more` in texts.

use fcsite::base::Code;

use super::project::{FITTJA, NEWS, PAGE, Project, told};
use super::said::swedish;

const OM: &str = "botkyrka/om/index.html";
const PHONES: &str = "phone: 08-465 004 04\nphone_hours: {monday-friday: 8–9}\n";

fn page(text: &str) -> Project {
    Project::new().and(FITTJA, PHONES).and(PAGE, text)
}

#[test]
fn the_table_of_contacts_is_made_from_the_centres_files_in_each_language() {
    let project = page("\n## Ring\n\n::: contacts\n:::\n")
        .but(FITTJA, "  - kind: open_preschool", "  - kind: open_preschool\n    phone: 08-465 004 05")
        .but("content/site.yaml", "organisation", "languages: [sv, en]\norganisation")
        .with("content/botkyrka/pages/om.en.md", "---\ntitle: About\n---\n\n::: contacts\n:::\n");
    let built = project.pages();
    for (path, phone, preschool, centre) in [
        (OM, "Telefon", "Öppen förskola", "../familjecentraler/fittja/"),
        ("botkyrka/en/om/index.html", "Phone", "Open preschool", "../../en/familjecentraler/fittja/"),
    ] {
        let page = built.page(path);
        let table =
            page.split("<table class=\"contacts\">").nth(1).unwrap().split("</table>").next().unwrap();
        for words in
            ["08-465 004 04", "href=\"tel:+46846500405\"", phone, preschool, centre, "Fittja Torg 19"]
        {
            assert!(table.contains(words), "{path} {words}: {table}");
        }
        // A service that cannot be reached by itself has no row.
        assert_eq!(table.matches("<tr").count(), 3, "{table}");
    }
    let changed = project.but(FITTJA, "08-465 004 04", "08-465 004 06").pages();
    assert!(changed.page(OM).contains("08-465 004 06"));
}

#[test]
fn a_folded_text_opens_without_script_and_may_hold_a_fact_box() {
    let built =
        page("\n::: more Så *här* & så\n\nText.\n\n::: fact Tider\n\n- en\n\n:::\n\n:::\n\nEfter.\n").pages();
    let html = built.page(OM);
    assert!(
        html.contains("<details class=\"more-text\"><summary>Så *här* &amp; så</summary><div>\n<p>Text.</p>"),
        "{html}"
    );
    assert!(html.contains("</aside>\n</div></details>\n<p>Efter.</p>"), "{html}");
}

#[test]
fn boxes_may_be_called_by_their_swedish_names() {
    let text = |[fact, more, contacts, centre]: [&str; 4]| {
        format!(
            "\n::: {fact} Bra att veta\nText.\n:::\n\n::: {more} Så går det till\nMer.\n:::\n\n::: {contacts}\n:::\n\n::: {centre} fittja\n:::\n"
        )
    };
    let english = page(&text(["fact", "more", "contacts", "centre"])).pages().page(OM).to_string();
    for names in [
        ["fakta", "mer", "kontakter", "familjecentral"],
        ["Fakta", "MER", "Kontakter", "Familjecentral"],
        ["faktaruta", "more", "kontakter", "Centre"],
    ] {
        let project = page(&text(names));
        assert_eq!(
            project.check().diagnostics.iter().map(told).collect::<Vec<_>>(),
            page(&text(["fact", "more", "contacts", "centre"]))
                .check()
                .diagnostics
                .iter()
                .map(told)
                .collect::<Vec<_>>()
        );
        assert_eq!(project.pages().page(OM), english, "{names:?}");
    }
    // What is wrong is told with the name that was written.
    for (text, code, words) in [
        ("::: mer\nText.\n:::\n", Code::DirectiveArgument, "::: mer"),
        ("::: Kontakter fittja\n:::\n", Code::DirectiveArgument, "::: Kontakter"),
        ("::: familjecentral\n:::\n", Code::DirectiveArgument, "::: familjecentral"),
        ("::: kontakter\n\nText.\n", Code::DirectiveUnbalanced, "::: kontakter"),
        ("::: kontaker\n:::\n", Code::UnknownDirective, "::: kontakter"),
    ] {
        let found = page(&format!("\n{text}")).build().report.diagnostics;
        assert_eq!(found.iter().map(|found| found.code).collect::<Vec<_>>(), [code], "{text}");
        assert!(swedish(&found[0]).contains(words), "{text}: {}", swedish(&found[0]));
    }
}

#[test]
fn boxes_that_are_written_wrong_are_told_where_they_stand() {
    for (text, code, line) in [
        ("::: contacts fittja\n:::\n", Code::DirectiveArgument, 9),
        ("::: contacts\n\nMer text.\n", Code::DirectiveUnbalanced, 9),
        ("::: contacts\n:::\n\n::: contacts\n:::\n", Code::TooMuch, 12),
        ("::: more\nText.\n:::\n", Code::DirectiveArgument, 9),
        ("::: more Ett\nText.\n", Code::DirectiveUnbalanced, 9),
        ("::: more Ett\n\n::: more Två\nText.\n:::\n\n:::\n", Code::DirectivePlace, 11),
        ("::: fact Ett\n\n::: more Två\nText.\n:::\n\n:::\n", Code::DirectivePlace, 11),
        ("- punkt\n\n  ::: more Ett\n", Code::DirectivePlace, 11),
        ("::: contact\n:::\n", Code::UnknownDirective, 9),
    ] {
        let built = page(&format!("\n{text}")).build();
        let lines: Vec<usize> =
            built.report.diagnostics.iter().map(|found| found.place.as_ref().unwrap().line).collect();
        assert_eq!((built.codes(), lines), (vec![code], vec![line]), "{text} {:?}", built.told());
    }
}

#[test]
fn the_table_of_contacts_stands_in_no_shared_text_and_in_no_notice() {
    let shared = Project::new()
        .with("content/_shared/pages/vi.md", "---\ntitle: Vi\n---\n\n::: contacts\n:::\n")
        .build();
    assert_eq!(shared.codes(), [Code::DirectivePlace]);
    let notice = "notices:\n  - title: Nytt\n    body: |\n      ::: contacts\n      :::\n";
    assert_eq!(Project::new().and(FITTJA, notice).build().codes(), [Code::NotInNotice]);
    let folded = "notices:\n  - title: Nytt\n    body: |\n      ::: more Mer\n      Text.\n      :::\n";
    let built = Project::new().and(FITTJA, folded).pages();
    assert!(built.page("botkyrka/familjecentraler/fittja/index.html").contains("<summary>Mer</summary>"));
}

#[test]
fn a_news_item_has_them_too() {
    let built = Project::new().and(NEWS, "\n::: contacts\n:::\n\n::: more Mer\nText.\n:::\n").pages();
    let page = built.page("botkyrka/nyheter/2026-01-10-hej/index.html");
    assert!(page.contains("<table class=\"contacts\">") && page.contains("<summary>Mer</summary>"));
}
