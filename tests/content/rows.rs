//! What `fcsite list` says of pages, translations and phone numbers.

use fcsite::host::table::{Csv, to_csv};
use fcsite::list::{Cell, ListedDays, Listing, Table, list};
use fcsite::survey::Survey;

use super::project::{BOTKYRKA, FITTJA, NEWS, NEWS_TEXT, PAGE_TEXT, Project, SITE};

fn rows(project: &Project, listing: Listing) -> Vec<Vec<String>> {
    texts(&table(project, listing))
}

fn texts(table: &Table) -> Vec<Vec<String>> {
    table.rows.iter().map(|row| row.iter().map(Cell::text).collect()).collect()
}

fn table(project: &Project, listing: Listing) -> Table {
    listed(project, listing, ["2026-11-16", "2026-11-29"])
}

fn listed(project: &Project, listing: Listing, days: [&str; 2]) -> Table {
    let [from, to] = days.map(|day| day.parse().unwrap());
    let days = ListedDays { now: "2026-11-16".parse().unwrap(), from, to };
    list(listing, (&Survey::of(project), project), &[], days)
}

/// The values of some columns.
fn columns(project: &Project, listing: Listing, names: &[&str]) -> Vec<Vec<String>> {
    chosen(&table(project, listing), names)
}

fn chosen(table: &Table, names: &[&str]) -> Vec<Vec<String>> {
    let at = |name: &&str| table.columns.iter().position(|column| column == name).unwrap();
    let at: Vec<usize> = names.iter().map(at).collect();
    texts(table).iter().map(|row| at.iter().map(|at| row[*at].clone()).collect()).collect()
}

#[test]
fn pages_are_listed_with_address_and_who_sees_them() {
    let page = |title: &str, fields: &str| format!("---\ntitle: {title}\n{fields}---\n\nText.\n");
    let project = Project::new()
        .and(SITE, "languages: [sv, en]\n")
        .and(BOTKYRKA, "navigation: [{title: Om, page: om}]\n")
        .with("content/botkyrka/pages/a.md", page("Ett", "navigation: true\nupdated: 2026-01-02\n"))
        .with("content/botkyrka/pages/a.en.md", page("One", "navigation: true\n"))
        .with("content/botkyrka/pages/b.md", page("Två", "navigation: true\ndraft: true\n"))
        .with("content/botkyrka/pages/c.md", page("Tre", "navigation: true\nuntil: 2026-11-15\n"))
        .with("content/_shared/pages/d.md", page("Alla", ""));
    let seen =
        columns(&project, Listing::Pages, &["address", "menu", "draft", "until", "updated", "language"]);
    let wanted = [
        ["/d/", "false", "false", "", "", "sv"],
        ["/botkyrka/a/", "true", "false", "", "2026-01-02", "sv"],
        ["/botkyrka/om/", "true", "false", "", "", "sv"],
        ["/botkyrka/en/a/", "true", "false", "", "", "en"],
        ["/botkyrka/c/", "false", "false", "2026-11-15", "", "sv"],
        ["/botkyrka/b/", "false", "true", "", "", "sv"],
    ];
    assert_eq!(seen, wanted);
    let built = project.pages();
    for row in seen.iter().filter(|row| row[2] == "false") {
        let page = format!("{}index.html", row[0].trim_start_matches('/'));
        let at = if page == "d/index.html" { "botkyrka/d/index.html" } else { &page };
        assert!(built.has(at), "{at}");
    }
    assert_eq!(columns(&project, Listing::Drafts, &["title"]), [["Två"]]);
    assert_eq!(columns(&project, Listing::Expired, &["until", "title"]), [["2026-11-15", "Tre"]]);
}

#[test]
fn each_text_is_listed_with_each_language_that_it_should_be_in() {
    let project = Project::new()
        .and(SITE, "languages: [sv, en, ar]\n")
        .but(NEWS, "lead:", "updated: 2026-02-01\nlead:")
        .with(&NEWS.replace(".md", ".en.md"), NEWS_TEXT)
        .with(&NEWS.replace(".md", ".ar.md"), NEWS_TEXT.replace("lead:", "updated: 2026-02-02\nlead:"))
        .with("content/botkyrka/pages/om.en.md", PAGE_TEXT.replace("title:", "draft: true\ntitle:"))
        .with("content/botkyrka/news/2026-03-01-utkast.md", NEWS_TEXT.replace("lead:", "draft: true\nlead:"));
    let seen = columns(
        &project,
        Listing::Translations,
        &["title", "language", "translation", "updated", "original"],
    );
    let wanted = [
        ["Hej", "en", "older", "2026-01-10", "2026-02-01"],
        ["Hej", "ar", "there", "2026-02-02", "2026-02-01"],
        ["Om oss", "en", "draft", "", ""],
        ["Om oss", "ar", "missing", "", ""],
    ];
    assert_eq!(seen, wanted);
    let one = Project::new();
    assert!(rows(&one, Listing::Translations).is_empty(), "one language");
}

#[test]
fn phone_numbers_are_listed_with_whose_they_are_and_where_they_stand() {
    let project = Project::new()
        .and(BOTKYRKA, "contact: {phone: 08-530 610 00}\n")
        .and(FITTJA, "phone: 08-530 610 11\n")
        .but(FITTJA, "  - kind: child_health\n", "  - kind: child_health\n    phone: 08-530 610 22\n")
        .and(NEWS, "Ring 08-530 610 11, eller 0853061022.\n\nEller 08-999 88 77.\n")
        .with(
            "content/botkyrka/pages/utkast.md",
            "---\ntitle: A\ndraft: true\n---\n\nRing [växeln](tel:0853061000).\n",
        );
    let seen = columns(
        &project,
        Listing::Phones,
        &["phone", "municipality", "centre", "service", "stands", "file", "line"],
    );
    let file = |name: &str| format!("content/botkyrka/{name}");
    let row = |phone: &str, owner: [&str; 3], stands: &str, name: &str, line: &str| {
        let [municipality, centre, service] = owner;
        let row = [phone, municipality, centre, service, stands, &file(name), line];
        row.map(str::to_string).to_vec()
    };
    let (news, centre) = ("news/2026-01-10-hej.md", "centres/fittja.yaml");
    let wanted = [
        row("08-530 610 00", ["botkyrka", "", ""], "contact", "municipality.yaml", "9"),
        row("08-530 610 00", ["botkyrka", "", ""], "text", "pages/utkast.md", "6"),
        row("08-530 610 11", ["botkyrka", "fittja", ""], "contact", centre, "9"),
        row("08-530 610 11", ["botkyrka", "fittja", ""], "text", news, "7"),
        row("08-530 610 22", ["botkyrka", "fittja", "bvc"], "contact", centre, "6"),
        row("08-530 610 22", ["botkyrka", "fittja", "bvc"], "text", news, "7"),
        row("08-999 88 77", ["", "", ""], "text", news, "9"),
    ];
    assert_eq!(seen, wanted);
}

#[test]
fn csv_opens_right_in_a_spreadsheet_of_the_language_and_is_always_the_same_for_programs() {
    use fcsite::base::{Locale, Messages};
    let cells =
        |text: &str| vec![Cell::Text(text.to_string()), Cell::Word("open"), Cell::Flag(true), Cell::None];
    let rows = vec![cells("Å; ä, \"ö\""), cells("=1+1")];
    let table = Table { columns: &["name", "status", "menu", "until"], rows };
    let csv = |form, locale| to_csv(&table, form, &Messages::of(locale));
    let swedish = csv(Csv::Sheet, Locale::Swedish);
    let wanted =
        "\u{feff}Namn;Status;I menyn;Gäller till\r\n\"Å; ä, \"\"ö\"\"\";öppen;ja;\r\n'=1+1;öppen;ja;\r\n";
    assert_eq!(swedish, wanted);
    let english = csv(Csv::Sheet, Locale::English);
    assert!(english.starts_with("\u{feff}Name,Status,In the menu,Until\r\n"), "{english}");
    let plain = "name,status,menu,until\r\n\"Å; ä, \"\"ö\"\"\",open,true,\r\n'=1+1,open,true,\r\n";
    assert_eq!(csv(Csv::Plain, Locale::Swedish), plain);
    assert_eq!(csv(Csv::Plain, Locale::English), plain);
}

#[test]
fn what_happens_is_listed_day_by_day_with_what_became_of_it() {
    let activities = "hours: {monday-sunday: 8–18}\nactivities:\n  \
        - {id: lek, title: Lek, day: wednesday, from: 9.00, to: 10.00}\n  \
        - {id: sang, title: Sång, day: monday, from: 10.00, to: 11.00, place: Stora rummet, cancelled: [{date: 2026-11-23, reason: Sjukdom}], \
        moved: [{date: 2026-11-30, to: 2026-12-01, from: 13.00}]}\n";
    let project = Project::new().and(FITTJA, activities);
    let happens = |from, to| listed(&project, Listing::Activities, [from, to]);
    let wanted = ["date", "weekday", "from", "title", "place", "state", "reason"];
    let seen = chosen(&happens("2026-11-16", "2026-12-01"), &wanted);
    let row = |cells: [&str; 7]| cells.map(str::to_string).to_vec();
    assert_eq!(
        seen,
        [
            row(["2026-11-16", "monday", "10.00", "Sång", "Stora rummet", "on", ""]),
            row(["2026-11-18", "wednesday", "09.00", "Lek", "", "on", ""]),
            row(["2026-11-23", "monday", "10.00", "Sång", "Stora rummet", "cancelled", "Sjukdom"]),
            row(["2026-11-25", "wednesday", "09.00", "Lek", "", "on", ""]),
            row(["2026-11-30", "monday", "10.00", "Sång", "Stora rummet", "moved", ""]),
            row(["2026-12-01", "tuesday", "13.00", "Sång", "Stora rummet", "instead", ""]),
        ]
    );
    assert!(happens("2026-11-19", "2026-11-22").rows.is_empty());
    // A calendar reaches four hundred days ahead.
    assert!(happens("2028-11-19", "2028-11-22").rows.is_empty());
}
