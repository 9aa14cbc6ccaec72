//! Single edits, each beside the file as a person would have written it.

use fcsite::base::SourcePath;
use fcsite::edit::{FieldChange, Given, Paper};
use fcsite::schema::Kind;

use super::{answered, made_of, text, way};

const CENTRE: &str = "# Fittja: ändra bara tillsammans med BVC\nnamn: {sv: Familjecentralen i Fittja, en: Fittja Family Centre}  # två språk\nstatus: öppen\n\nadress:\n    gata: 'Fittja Torg 19'   # vid torget\n    ort: \"Norsborg\"\ntelefon: 08-530 610 00 # växeln\nverksamheter:\n  - typ: bvc\n    namn: Fittja BVC\n  # den nya\n  - {typ: öppen förskola, telefon: 08-530 610 01}\nöppettider:\n  måndag–torsdag: 9–12   # året om\n  fredag: stängt\nspråk vi talar: [sv, fi]\n";

fn edited(answers: &[(&str, &str)]) -> String {
    answered(Kind::Centre, CENTRE, "", answers).unwrap()
}

#[test]
fn nothing_that_was_answered_as_before_changes_a_byte() {
    let same = [
        ("phone", "08-530 610 00"),
        ("address.street", "Fittja Torg 19"),
        ("status", "open"),
        ("name.sv", "Familjecentralen i Fittja"),
    ];
    assert_eq!(edited(&same), CENTRE);
    assert_eq!(
        edited(&[("spoken_languages", "sv\r\nfi"), ("hours.0", "9–12"), ("hours.4", "stängt")]),
        CENTRE
    );
}

#[test]
fn a_value_is_replaced_in_its_own_quotes_and_its_remark_stays() {
    assert_eq!(
        edited(&[("phone", "08-530 610 99")]),
        CENTRE.replace("08-530 610 00 # växeln", "08-530 610 99 # växeln")
    );
    let street = edited(&[("address.street", "Olles väg 3")]);
    assert_eq!(street, CENTRE.replace("'Fittja Torg 19'   #", "'Olles väg 3'   #"));
    assert_eq!(
        edited(&[("address.street", "L'Orient 1")]),
        CENTRE.replace("'Fittja Torg 19'", "'L''Orient 1'")
    );
    assert_eq!(edited(&[("address.city", "a \"b\"")]), CENTRE.replace("\"Norsborg\"", "\"a \\\"b\\\"\""));
    assert_eq!(edited(&[("phone", "08: 1 #2")]), CENTRE.replace("08-530 610 00 #", "\"08: 1 #2\" #"));
    assert_eq!(edited(&[("status", "closed")]), CENTRE.replace("status: öppen", "status: stängd"));
    assert_eq!(
        edited(&[("name.en", "Fittja, the centre")]),
        CENTRE.replace("en: Fittja Family Centre", "en: \"Fittja, the centre\"")
    );
}

#[test]
fn a_field_that_was_not_there_gets_the_files_own_language_and_its_place_in_the_order() {
    assert_eq!(
        edited(&[("email", "fittja@kommunen.example")]),
        CENTRE.replace("# växeln\n", "# växeln\ne-post: fittja@kommunen.example\n")
    );
    assert_eq!(
        edited(&[("address.postal_code", "145 61")]),
        CENTRE.replace("# vid torget\n", "# vid torget\n    postnummer: 145 61\n")
    );
    assert_eq!(
        edited(&[("premises.lift", "true")]),
        format!("{}", CENTRE.replace("[sv, fi]\n", "[sv, fi]\nlokalen:\n  hiss: ja\n"))
    );
    let english = "name: A\nstatus: open\nservices:\n- kind: other\n  name: B\n";
    let out =
        answered(Kind::Centre, english, "", &[("premises.lift", "true"), ("opened", "2024-01-01")]).unwrap();
    assert_eq!(
        out,
        "name: A\nstatus: open\nopened: 2024-01-01\nservices:\n- kind: other\n  name: B\npremises:\n  lift: true\n"
    );
}

#[test]
fn a_field_that_was_emptied_is_gone_with_its_line_and_a_group_with_it() {
    assert_eq!(edited(&[("phone", " ")]), CENTRE.replace("telefon: 08-530 610 00 # växeln\n", ""));
    let bare = edited(&[("address.street", ""), ("address.city", "")]);
    assert!(!bare.contains("adress") && bare.contains("\n\ntelefon"), "{bare}");
}

#[test]
fn of_a_week_only_the_days_change_that_have_other_hours() {
    assert_eq!(edited(&[("hours.4", "9–11")]), CENTRE.replace("fredag: stängt", "fredag: 9–11"));
    let split = edited(&[("hours.2", "13–16")]);
    let week = "  måndag-tisdag: 9–12   # året om\n  fredag: stängt\n  onsdag: 13–16\n  torsdag: 9–12\n";
    assert!(split.contains(week), "{split}");
    let longer = edited(&[("hours.5", "10–12"), ("hours.6", "10–12")]);
    assert_eq!(longer, CENTRE.replace("fredag: stängt\n", "fredag: stängt\n  lördag-söndag: 10–12\n"));
    assert_eq!(edited(&[("hours.4", "")]), CENTRE.replace("  fredag: stängt\n", ""));
}

#[test]
fn a_list_grows_and_shrinks_where_it_stands() {
    assert_eq!(edited(&[("spoken_languages", "sv\nfi\nar")]), CENTRE.replace("[sv, fi]", "[sv, fi, ar]"));
    assert_eq!(edited(&[("spoken_languages", "fi")]), CENTRE.replace("[sv, fi]", "[fi]"));
    assert_eq!(edited(&[("spoken_languages", "")]), CENTRE.replace("språk vi talar: [sv, fi]\n", ""));
    let gone = made_of(Kind::Centre, CENTRE, FieldChange::Remove(way("services.1"))).unwrap();
    assert_eq!(gone, CENTRE.replace("  - {typ: öppen förskola, telefon: 08-530 610 01}\n", ""));
    let notice = Given::Group(vec![
        ("rubrik".into(), text("Stängt i dag")),
        ("text".into(), text("Vi är sjuka.\nRing i morgon.")),
    ]);
    let more = made_of(Kind::Centre, CENTRE, FieldChange::Set(way("notices.0"), notice)).unwrap();
    let lines =
        "meddelanden:\n  - rubrik: Stängt i dag\n    text: |-\n      Vi är sjuka.\n      Ring i morgon.\n";
    assert_eq!(more, CENTRE.replace("  fredag: stängt\n", &format!("  fredag: stängt\n{lines}")));
}

#[test]
fn a_text_gets_its_other_language_and_keeps_its_first() {
    let out = answered(
        Kind::Centre,
        CENTRE,
        "services.0",
        &[("services.0.name.sv", "Fittja BVC"), ("services.0.name.en", "Fittja Child Health")],
    );
    assert_eq!(
        out.unwrap(),
        CENTRE.replace("namn: Fittja BVC\n", "namn:\n      sv: Fittja BVC\n      en: Fittja Child Health\n")
    );
}

#[test]
fn lines_end_as_they_did_and_a_mark_at_the_beginning_stays() {
    let windows = CENTRE.replace('\n', "\r\n");
    let out = answered(
        Kind::Centre,
        &windows,
        "",
        &[("phone", "08-1"), ("email", "a@b.example"), ("premises.lift", "true")],
    )
    .unwrap();
    assert_eq!(out.matches('\n').count(), out.matches("\r\n").count());
    let path = SourcePath::new("content/a/news/2026-01-01-b.md");
    let file = "\u{feff}---\r\nrubrik: Hej\r\ningress: Du\r\n---\r\n\r\n## Ett\r\n\r\nTvå  \r\nTre\r\n";
    let paper = Paper::of(&path, file.as_bytes()).unwrap();
    assert_eq!(paper.body().unwrap(), "## Ett\n\nTvå  \nTre");
    assert_eq!(paper.with(paper.yaml(), Some("## Ett\r\n\r\nTvå  \r\nTre")), file);
    let out = paper.with(paper.yaml(), Some("## Ett\n\nTvå  \nTre\nFyra"));
    assert_eq!(out, file.replace("Tre\r\n", "Tre\r\nFyra\r\n"));
}

#[test]
fn a_text_of_several_lines_keeps_its_block_and_its_sign() {
    let file = "title: a\nlead: |\n  Ett.\n  Två.\n# efter\ncategory: >-\n  lång\n  rad\n";
    let out = answered(Kind::News, file, "", &[("lead", "Ett.\nTre."), ("category", "kort")]).unwrap();
    assert_eq!(out, "title: a\nlead: |\n  Ett.\n  Tre.\n# efter\ncategory: >-\n  kort\n");
}

#[test]
fn anchors_are_refused_with_a_reason_and_nothing_is_written() {
    for file in ["name: &a Fittja\nstatus: open\n", "name: A\nemail: !!str b\n", "a: &x {phone: 1}\nb: *x\n"]
    {
        let why = answered(Kind::Centre, file, "", &[("phone", "08-1")]).unwrap_err();
        assert!(why.contains("edit-anchors"), "{why}");
    }
}

#[test]
fn a_field_without_a_value_gets_one_before_its_remark() {
    let file =
        "name: A\nstatus: open\nphone: # fyll i\naddress:\nnotices:\nservices: [{kind: other, name: B}]\n";
    let out = answered(Kind::Centre, file, "", &[("phone", "08-1"), ("address.street", "C 1")]).unwrap();
    assert_eq!(
        out,
        file.replace("phone: #", "phone: 08-1 #").replace("address:\n", "address:\n  street: C 1\n")
    );
    let out = made_of(
        Kind::Centre,
        file,
        FieldChange::Set(way("notices.0"), Given::Group(vec![("title".into(), text("D"))])),
    );
    assert_eq!(out.unwrap(), file.replace("notices:\n", "notices:\n  - title: D\n"));
    let out = answered(Kind::Centre, file, "services.0", &[("services.0.phone", "08-2")]);
    assert_eq!(out.unwrap(), file.replace("name: B}", "name: B, phone: 08-2}"));
}

#[test]
fn a_folded_text_that_gets_paragraphs_keeps_the_remark_on_its_line() {
    let file = "title: a\nlead: > # för alla\n  Ring på\n  klockan\ncategory: >-\n  lång\n  rad\n";
    let out =
        answered(Kind::News, file, "", &[("lead", "Ring på.\n\nGå in."), ("category", "b\n\nc")]).unwrap();
    assert_eq!(out, "title: a\nlead: | # för alla\n  Ring på.\n\n  Gå in.\ncategory: |-\n  b\n\n  c\n");
    // A text that can be no block takes the remark along.
    let out = answered(Kind::News, file, "", &[("lead", "a\n \nb")]).unwrap();
    assert!(out.contains("lead: \"a\\n \\nb\" # för alla\n"), "{out}");
}

#[test]
fn a_line_of_a_list_keeps_its_remark_when_others_go_and_come() {
    let file = "name: A\nstatus: open\nspoken_languages:\n  - sv # svenska\n  # finska också\n  - fi # finska\n  - ar # arabiska\n";
    let edited = |lines: &str| answered(Kind::Centre, file, "", &[("spoken_languages", lines)]).unwrap();
    let [sv, fi] = ["  - sv # svenska\n", "  - fi # finska\n"];
    assert_eq!(edited("fi\nar\nen"), file.replace(sv, "") + "  - en\n");
    assert_eq!(edited("sv\nen\nfi\nar"), file.replace(fi, &format!("  - en\n{fi}")));
    assert_eq!(edited("en\nso\nsv\nar"), file.replace(sv, &format!("  - en\n  - so\n{sv}")).replace(fi, ""));
    assert_eq!(edited("sv\nen\nar"), file.replace("- fi", "- en"));
    assert_eq!(edited("ar\nsv"), file.replace(sv, "").replace(fi, "") + "  - sv\n");
    let flow = answered(Kind::Centre, CENTRE, "", &[("spoken_languages", "en\nsv\nar\nfi\nso")]).unwrap();
    assert_eq!(flow, CENTRE.replace("[sv, fi]", "[en, sv, ar, fi, so]"));
}
