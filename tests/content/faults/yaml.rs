//! YAML as such: its shape, its fields and their types.

use fcsite::base::Code;

use super::super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE};
use super::{check, edit, in_project, more, text};

#[test]
fn an_unknown_field_is_told_where_it_stands_with_the_nearest_name() {
    check(vec![
        more(
            "at the top",
            FITTJA,
            "¶openned: 2021-01-27\n",
            Code::UnknownField,
            &["“openned”", "Did you mean “opened”?"],
        ),
        edit(
            "in a group",
            FITTJA,
            ("{street:", "{¶stret: x, street:"),
            Code::UnknownField,
            &["“stret”", "Did you mean “street”?"],
        ),
        edit(
            "in a list",
            FITTJA,
            ("  - kind: open", "  - ¶knd: x\n    kind: open"),
            Code::UnknownField,
            &["“knd”", "“kind”"],
        ),
        in_project(
            "deep in a list",
            Project::new()
                .but(BOTKYRKA, "fully", "partially")
                .and(BOTKYRKA, "  issues:\n    - what: Film\n      ¶wcga: [\"1.2.2\"]\n"),
            BOTKYRKA,
            Code::UnknownField,
            &["“wcag”"],
        ),
        more(
            "nothing near",
            SITE,
            "¶hund: blå\n",
            Code::UnknownField,
            &["“hund”", "The fields are title, base_url"],
        ),
        more(
            "decimals after a comma",
            FITTJA,
            "geo: {lat: 59,¶2488, lon: 17.8603}\n",
            Code::UnknownField,
            &["a point for the comma"],
        ),
        edit(
            "in front matter",
            NEWS,
            ("lead:", "¶categori: x\nlead:"),
            Code::UnknownField,
            &["“categori”", "“category”"],
        ),
        edit("in a page", PAGE, ("title:", "¶weigth: 1\ntitle:"), Code::UnknownField, &["“weight”"]),
        edit("a number as a name", PAGE, ("title:", "¶1: 1\ntitle:"), Code::UnknownField, &["“1”"]),
    ]);
}

#[test]
fn a_missing_field_is_told_at_the_group_that_lacks_it() {
    check(vec![
        text(
            "at the top of site.yaml",
            SITE,
            "¶title: T\norganisation: O\n",
            Code::MissingField,
            &["“base_url”", "begins with “base_url:”"],
        ),
        text(
            "at the top",
            BOTKYRKA,
            "¶name: B\naccessibility_statement: {status: fully, assessed_on: 2026-05-04, updated_on: 2026-05-04, method: self, feedback_url: https://a.example}\n",
            Code::MissingField,
            &["“code”"],
        ),
        edit(
            "in a group",
            FITTJA,
            ("{street: Fittja Torg 19}", "{¶city: Norsborg}"),
            Code::MissingField,
            &["“street”"],
        ),
        edit(
            "in a list",
            FITTJA,
            ("  - kind: open_preschool", "  - ¶access: drop_in"),
            Code::MissingField,
            &["“kind”"],
        ),
        edit(
            "in a group in a list",
            FITTJA,
            ("kind: open_preschool", "kind: open_preschool\n    operator: {¶name: Kommunen}"),
            Code::MissingField,
            &["“type”"],
        ),
        more(
            "in an activity",
            FITTJA,
            "activities:\n  - ¶id: sang\n    title: Sång\n    day: monday\n    from: 9.00\n",
            Code::MissingField,
            &["“to”"],
        ),
        more("in a picture", FITTJA, "images:\n  - ¶alt: Entrén\n", Code::MissingField, &["“src”"]),
        more("in an exception", FITTJA, "exceptions:\n  - ¶closed: true\n", Code::ExceptionWhen, &["from:"]),
        edit(
            "in the statement",
            BOTKYRKA,
            (
                "  status: fully\n  assessed_on: 2026-05-04\n  updated_on: 2026-05-04\n  method: self\n  feedback_url: https://form.example/rapportera\n",
                "  ¶status: fully\n  assessed_on: 2026-05-04\n  updated_on: 2026-05-04\n  method: self\n",
            ),
            Code::MissingField,
            &["“feedback_url”"],
        ),
        text("in news", NEWS, "---\n¶title: Hej\n---\n", Code::MissingField, &["“lead”"]),
        text("in a page", PAGE, "---\n¶lead: Hej\n---\n", Code::MissingField, &["“title”"]),
        text("front matter without fields", PAGE, "---\n¶---\n\nText.\n", Code::MissingField, &["“title”"]),
        more(
            "a service of another kind needs its name",
            FITTJA,
            "exceptions: []\n",
            Code::MissingField,
            &["“name”"],
        )
        .but(FITTJA, "  - kind: open_preschool", "  - ¶kind: other"),
    ]);
}

#[test]
fn several_missing_fields_are_told_each_and_none_twice() {
    let built =
        Project::new().with(FITTJA, "address: {city: Norsborg}\nservices:\n  - access: drop_in\n").build();
    let told: Vec<String> = built
        .report
        .diagnostics
        .iter()
        .map(|found| found.args.iter().map(|(_, word)| word.as_str()).collect())
        .collect();
    assert_eq!(told, ["name", "status", "street", "kind"]);
    assert!(built.codes().iter().all(|code| *code == Code::MissingField));
}

#[test]
fn a_wrong_type_is_told_in_plain_words_and_nothing_else_is_told_of_it() {
    check(vec![
        edit(
            "a list for a text",
            FITTJA,
            ("name: Fittja", "name: ¶[Fittja]"),
            Code::WrongType,
            &["a text", "a list"],
        ),
        edit(
            "true for a text",
            FITTJA,
            ("name: Fittja", "name: ¶true"),
            Code::WrongType,
            &["a text", "true", "in quotes: \"true\""],
        ),
        edit(
            "a number with a point for a text",
            FITTJA,
            ("name: Fittja", "name: ¶1.5"),
            Code::WrongType,
            &["\"1.5\""],
        ),
        edit(
            "a text for a group",
            FITTJA,
            ("{street: Fittja Torg 19}", "¶Fittja Torg 19"),
            Code::WrongType,
            &["a group of fields", "“Fittja Torg 19”"],
        ),
        more("a text for a list", FITTJA, "spoken_languages: ¶sv\n", Code::WrongType, &["a list", "[sv]"]),
        more(
            "a text for true or false",
            FITTJA,
            "premises: {lift: ¶kanske}\n",
            Code::WrongType,
            &["true or false", "“kanske”"],
        ),
        more(
            "a text for a number",
            FITTJA,
            "geo: {lat: ¶norr, lon: 17.8}\n",
            Code::WrongType,
            &["a number", "“norr”"],
        ),
        more(
            "a decimal comma",
            FITTJA,
            "geo:\n  lat: ¶59,2\n  lon: 17.8\n",
            Code::WrongType,
            &["a number", "“59,2”"],
        ),
        more(
            "a number below zero",
            FITTJA,
            "activities:\n  - {id: a, title: A, day: monday, from: 9.00, to: 10.00, age_months: {min: ¶-1}}\n",
            Code::WrongType,
            &["a whole number", "-1"],
        ),
        more(
            "a list for one of some words",
            FITTJA,
            "type: ¶[family_centre]\n",
            Code::WrongType,
            &["one word", "a list"],
        ),
        more("a text for hours", FITTJA, "hours: ¶9-12\n", Code::WrongType, &["hours by weekday", "“9-12”"]),
        more(
            "a text for a list of groups",
            FITTJA,
            "notices: ¶Stängt\n",
            Code::WrongType,
            &["a list", "“Stängt”"],
        ),
        text(
            "a list for the whole file",
            PAGE,
            "---\n¶- a\n---\n",
            Code::WrongType,
            &["a group of fields", "a list"],
        ),
        text(
            "a word for the whole file",
            FITTJA,
            "¶Fittja\n",
            Code::WrongType,
            &["a group of fields", "“Fittja”"],
        ),
        edit(
            "a list for a name",
            FITTJA,
            ("name: Fittja", "name: Fittja\n? ¶[a]\n: b"),
            Code::WrongType,
            &["the name of a field", "a list"],
        ),
    ]);
}

#[test]
fn an_unknown_value_is_told_with_the_nearest_or_all() {
    check(vec![
        edit(
            "a slip",
            FITTJA,
            ("status: open", "status: ¶opne"),
            Code::UnknownValue,
            &["“opne”", "Did you mean “open”?"],
        ),
        edit(
            "a slip in Swedish",
            FITTJA,
            ("status: open", "status: ¶öppne"),
            Code::UnknownValue,
            &["“öppne”", "Did you mean “öppen”?"],
        ),
        edit(
            "a slip in a file in Swedish",
            FITTJA,
            ("name: Fittja\nstatus: open", "namn: Fittja\nstatus: ¶stengd"),
            Code::UnknownValue,
            &["“stengd”", "Did you mean “stängd”?"],
        ),
        edit(
            "a service",
            FITTJA,
            ("kind: open_preschool", "kind: ¶öppen_förskolla"),
            Code::UnknownValue,
            &["“öppen_förskolla”", "Did you mean “öppen förskola”?"],
        ),
        edit(
            "who assessed",
            BOTKYRKA,
            ("method: self", "method: ¶own"),
            Code::UnknownValue,
            &["“own”", "self, external"],
        ),
        more("a rule for holidays", BOTKYRKA, "holidays: {public: ¶shut}\n", Code::UnknownValue, &["“shut”"]),
        edit(
            "a kind of news",
            NEWS,
            ("lead:", "kind: ¶notis\nlead:"),
            Code::UnknownValue,
            &["“notis”", "“notice”"],
        ),
        more(
            "in a list",
            FITTJA,
            "exceptions:\n  - {from: 2026-12-01, closed: true, services: [¶bcv]}\n",
            Code::NoSuchService,
            &["“bcv”", "“bvc”"],
        ),
        more(
            "how to come",
            FITTJA,
            "activities:\n  - {id: a, title: A, day: monday, from: 9.00, to: 10.00, access: ¶dropinn}\n",
            Code::UnknownValue,
            &["“drop-in”"],
        ),
        more(
            "a type",
            FITTJA,
            "type: ¶familjecentrall\n",
            Code::UnknownValue,
            &["“familjecentrall”", "“familjecentral”"],
        ),
    ]);
}

#[test]
fn a_field_that_is_there_twice_is_told_at_the_second() {
    check(vec![
        more("at the top", FITTJA, "¶name: Fittja igen\n", Code::DuplicateField, &["“name”", "Keep one"]),
        edit(
            "in a group",
            FITTJA,
            ("{street: Fittja Torg 19}", "{street: A, ¶street: B}"),
            Code::DuplicateField,
            &["“street”"],
        ),
        more(
            "a weekday",
            FITTJA,
            "hours:\n  monday: 9-12\n  ¶monday: 13-16\n",
            Code::DuplicateField,
            &["“monday”"],
        ),
        edit(
            "a language",
            FITTJA,
            ("name: Fittja", "name: {sv: A, ¶sv: B}"),
            Code::DuplicateField,
            &["“sv”"],
        ),
        edit("in front matter", NEWS, ("lead:", "¶title: Två\nlead:"), Code::DuplicateField, &["“title”"]),
    ]);
}

#[test]
fn text_that_yaml_takes_for_a_remark_is_told_and_a_remark_is_not() {
    check(vec![
        edit(
            "a number sign in a text",
            FITTJA,
            ("name: Fittja", "name: Förskolan ¶#1"),
            Code::LostComment,
            &["comment", "quotes"],
        ),
        edit("in front matter", NEWS, ("title: Hej", "title: Hej ¶#familj"), Code::LostComment, &["quotes"]),
        edit(
            "in a list",
            NEWS,
            ("lead: En hälsning.", "lead: x\naliases:\n  - /a/ ¶#b"),
            Code::LostComment,
            &["quotes"],
        ),
    ]);
    for right in [
        "name: \"Förskolan #1\"",
        "name: Fittja # i Botkyrka",
        "name: F#1",
        "# name\nname: Fittja",
        "name: |-\n  Hej #1",
    ] {
        let built = Project::new().but(FITTJA, "name: Fittja", right).build();
        assert_eq!(built.told(), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn an_empty_text_is_told_at_its_field() {
    check(vec![
        edit("nothing after the colon", FITTJA, ("name: Fittja", "¶name:"), Code::EmptyText, &["empty"]),
        edit(
            "quotes with nothing in them",
            FITTJA,
            ("name: Fittja", "name: ¶\"\""),
            Code::EmptyText,
            &["empty"],
        ),
        edit("spaces", FITTJA, ("{street: Fittja Torg 19}", "{street: ¶\" \"}"), Code::EmptyText, &["empty"]),
        edit(
            "in one language",
            FITTJA,
            ("name: Fittja", "name: {sv: Fittja, en: ¶\"\"}"),
            Code::EmptyText,
            &["empty"],
        ),
        edit("in no language", FITTJA, ("name: Fittja", "name: ¶{}"), Code::EmptyText, &["empty"]),
        edit("a title", NEWS, ("title: Hej", "¶title:"), Code::EmptyText, &["empty"]),
        edit("a null", NEWS, ("title: Hej", "title: ¶~"), Code::EmptyText, &["empty"]),
        more("a path", FITTJA, "images: [{src: ¶\"\", alt: x}]\n", Code::EmptyText, &["empty"]),
    ]);
}

#[test]
fn a_misspelt_field_is_told_once_and_not_as_missing_too() {
    for (path, right, wrong) in [
        (NEWS, "title: Hej", "titell: Hej"),
        (NEWS, "lead: En hälsning.", "ingres: En hälsning."),
        (FITTJA, "{street: Fittja Torg 19}", "{gatta: Fittja Torg 19}"),
        (BOTKYRKA, "name: ", "nam: "),
    ] {
        let built = Project::new().but(path, right, wrong).build();
        assert_eq!(built.codes(), [Code::UnknownField], "{wrong}: {:?}", built.told());
    }
}

#[test]
fn a_sign_that_cannot_be_seen_is_told_on_the_line_of_an_error_and_nowhere_else() {
    let told = |line: &str| {
        let built = Project::new().but(FITTJA, "status: open", line).build();
        let hidden = built.report.diagnostics.iter().filter(|found| found.code == Code::HiddenSign);
        hidden.map(|found| found.place.clone().unwrap().column).collect::<Vec<_>>()
    };
    assert_eq!(told("status: open\u{200b}"), [13]);
    assert_eq!(told("status: \u{43e}pen"), [9]);
    assert_eq!(told("status:\u{a0}open"), [8]);
    assert_eq!(told("status: opne"), Vec::<usize>::new());
    let harmless = Project::new().but(FITTJA, "name: Fittja", "name: Fittja\u{a0}Torg").build();
    assert_eq!(harmless.told(), Vec::<String>::new());
}

#[test]
fn advice_for_a_value_of_the_wrong_type_is_right_when_it_is_followed() {
    check(vec![
        edit(
            "a centre by its name",
            NEWS,
            ("lead:", "centres: ¶Familjecentralen i Fittja\nlead:"),
            Code::WrongType,
            &["the names of the files", "[fittja]"],
        ),
        more(
            "services in groups",
            FITTJA,
            "exceptions:\n  - {from: 2026-12-24, closed: true, services: [¶{kind: open_preschool}]}\n",
            Code::WrongType,
            &["a group"],
        ),
    ]);
}
