//! Slips of the hand in YAML, told in the words of one who writes.

use fcsite::base::Code;

use super::super::project::{FITTJA, NEWS, Project};
use super::{check, edit, more};

#[test]
fn a_slip_in_yaml_is_told_in_the_words_of_one_who_writes() {
    check(vec![
        edit(
            "a tab before a field",
            FITTJA,
            ("status: open", "¶\tstatus: open"),
            Code::YamlSyntax,
            &["tab", "spaces"],
        ),
        edit(
            "a colon in a title",
            NEWS,
            ("title: Hej", "title: ¶Hej: nu öppnar vi"),
            Code::YamlSyntax,
            &["second colon", "quotation marks", "Write title: \"Hej: nu öppnar vi\""],
        ),
        edit(
            "a quotation mark that is missing",
            FITTJA,
            ("name: Fittja", "name: ¶\"Fittja"),
            Code::YamlSyntax,
            &["quotation mark"],
        ),
        edit(
            "a bracket that is missing",
            NEWS,
            ("lead: En hälsning.", "lead: x\nrelated: ¶[a, b"),
            Code::YamlSyntax,
            &["bracket"],
        ),
        edit(
            "a field at the wrong column",
            FITTJA,
            ("status: open", " ¶status: open"),
            Code::YamlSyntax,
            &["too far in or too far out", "equally far in"],
        ),
        edit(
            "a line without a colon",
            FITTJA,
            ("status: open", "¶status open"),
            Code::YamlSyntax,
            &["colon"],
        ),
        edit(
            "a word in brackets at the beginning of a title",
            NEWS,
            ("title: Hej", "title: ¶[Inställt] Babycafé"),
            Code::YamlSyntax,
            &["Write title: \"[Inställt] Babycafé\""],
        ),
        edit(
            "an equals sign for the colon",
            NEWS,
            ("title: Hej", "¶title = Hej"),
            Code::YamlSyntax,
            &["colon", "status: open"],
        ),
        edit(
            "a colon in a text of two lines",
            NEWS,
            ("lead: En hälsning.", "lead: ¶Kom på fredag: då bjuder\n  vi på kaffe."),
            Code::YamlSyntax,
            &["Write lead: \"Kom på fredag: då bjuder vi på kaffe.\""],
        ),
        edit(
            "a value that begins with @",
            FITTJA,
            ("name: Fittja", "name: ¶@fittja"),
            Code::YamlSyntax,
            &["begins with a character", "Write name: \"@fittja\""],
        ),
        edit(
            "a value that begins with %",
            FITTJA,
            ("name: Fittja", "name: ¶%fittja"),
            Code::YamlSyntax,
            &["begins with a character"],
        ),
        edit(
            "an alias without an anchor",
            FITTJA,
            ("name: Fittja", "name: ¶*fittja"),
            Code::YamlSyntax,
            &["begins with a character"],
        ),
        more("a second document", FITTJA, "¶---\nname: x\n", Code::YamlSyntax, &["---"]),
        edit(
            "a quotation mark that is missing lines above where the reader gives up",
            NEWS,
            ("title: Hej", "title: ¶\"Hej"),
            Code::YamlSyntax,
            &["quotation mark is missing"],
        ),
        edit(
            "text after the closing quotation mark",
            FITTJA,
            ("name: Fittja", "name: ¶\"Fittja\" torg"),
            Code::YamlSyntax,
            &["after the closing quotation mark"],
        ),
        edit(
            "no space after the colon",
            FITTJA,
            ("status: open", "¶status:open"),
            Code::YamlSyntax,
            &["no space after the colon", "Write status: open"],
        ),
        edit(
            "a group whose bracket is missing",
            FITTJA,
            ("address: {street: Fittja Torg 19}", "address: ¶{street: Fittja Torg 19"),
            Code::YamlSyntax,
            &["bracket"],
        ),
        edit(
            "an item of a list at the wrong column",
            FITTJA,
            ("  - kind: open_preschool", " ¶- kind: open_preschool"),
            Code::YamlSyntax,
            &["begins too far out", "as far in as the others"],
        ),
        edit(
            "an item without its dash",
            FITTJA,
            ("  - kind: open_preschool", "  ¶kind: open_preschool"),
            Code::YamlSyntax,
            &["too far in or too far out"],
        ),
        edit(
            "an equals sign for a colon",
            FITTJA,
            ("status: open", "¶status = open"),
            Code::YamlSyntax,
            &["no colon", "status: open"],
        ),
        edit(
            "Markdown in a field",
            FITTJA,
            ("name: Fittja", "name: ¶**Fittja**"),
            Code::YamlSyntax,
            &["Write name: \"**Fittja**\""],
        ),
        edit(
            "a backslash in quotation marks",
            FITTJA,
            ("name: Fittja", "name: ¶\"C:\\Fittja\""),
            Code::YamlSyntax,
            &["backslash"],
        ),
        more(
            "an alias that nothing names",
            FITTJA,
            "phone: ¶*telefon\n",
            Code::YamlSyntax,
            &["begins with a character"],
        ),
    ]);
}

#[test]
fn quotation_marks_that_would_be_seen_on_the_page_are_told_and_those_within_a_text_are_not() {
    check(vec![
        edit(
            "those of running text",
            NEWS,
            ("title: Hej", "title: ¶”Öppet hus”"),
            Code::SeenQuotes,
            &["are seen on the page", "Write Öppet hus"],
        ),
        edit(
            "those of English",
            FITTJA,
            ("name: Fittja", "name: ¶“Fittja”"),
            Code::SeenQuotes,
            &["are seen on the page"],
        ),
        edit(
            "one that is alone",
            NEWS,
            ("title: Hej", "title: ¶Öppet hus\""),
            Code::SeenQuotes,
            &["at the end is seen", "Öppet hus"],
        ),
        edit(
            "with a colon within",
            NEWS,
            ("title: Hej", "title: ¶”Öppet hus: kom”"),
            Code::YamlSyntax,
            &["Write title: \"Öppet hus: kom\""],
        ),
    ]);
    for right in [
        "title: ”Hej” sa hon",
        "title: Sagan om ”Hej”",
        "title: \"Hej\"",
        "title: '”Hej”'",
        "title: 12\" hjul",
    ] {
        let built = Project::new().but(NEWS, "title: Hej", right).build();
        assert_eq!(built.told(), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn what_a_value_of_the_wrong_type_should_be_is_shown() {
    check(vec![
        more(
            "a decimal comma",
            FITTJA,
            "geo:\n  lat: ¶59,2488\n  lon: 17.86\n",
            Code::WrongType,
            &["59.2488"],
        ),
        more("a place in one line", FITTJA, "geo: ¶59.2, 17.8\n", Code::WrongType, &["lat: 59.2488"]),
        edit(
            "a picture's path",
            NEWS,
            ("lead:", "image: ¶images/lek.png\nlead:"),
            Code::WrongType,
            &["src: images/x.jpg"],
        ),
        more(
            "hours in words",
            FITTJA,
            "hours: ¶vardagar på förmiddagen\n",
            Code::WrongType,
            &["monday-thursday: 9.00–12.00"],
        ),
        more(
            "exceptions in a word",
            FITTJA,
            "exceptions: ¶sommar\n",
            Code::WrongType,
            &["- from: 2026-12-24"],
        ),
        edit("yes", NEWS, ("lead:", "draft: ¶on\nlead:"), Code::WrongType, &["Write true"]),
    ]);
}

#[test]
fn a_date_that_may_be_two_days_or_none_is_told() {
    let date = |claim, written: &str, says| {
        more(claim, FITTJA, &format!("opened: ¶{written}\n"), Code::BadDate, says)
    };
    check(vec![
        date("six digits", "\"210127\"", &["Write 2021-01-27 or 2027-01-21"]),
        date("two digits for the year", "07/01/21", &["Write 2007-01-21 or 2021-01-07"]),
        date("a day that does not exist", "2021-02-30", &["There is no day"]),
    ]);
}

#[test]
fn a_blank_of_another_kind_at_the_end_of_a_line_breaks_nothing() {
    for (blank, code) in [
        ("\u{a0}", Code::YamlSyntax),
        ("\u{85}", Code::ControlCharacter),
        ("\u{2028}", Code::YamlSyntax),
        ("\u{3000}", Code::YamlSyntax),
    ] {
        let built = Project::new().but(NEWS, "title: Hej", &format!("title: Hej: nu{blank}")).build();
        assert_eq!(built.codes().first(), Some(&code), "{blank:?}: {:?}", built.told());
    }
}
