//! What a person met who had no file before her: the marks of a file, an error that is told only when the site is built, days that are to be closed.

use crate::rooms::{build, built, content};
use crate::server::{CENTRE, FILE, NEWS, Trial};
use crate::translations::municipality;
use crate::uploads::send_to;

const MUNICIPALITY: &str = "content/alfa/municipality.yaml";

#[test]
fn nobody_is_asked_for_the_marks_of_a_file_and_who_writes_them_is_understood() {
    let trial = Trial::new();
    let form = municipality(&trial);
    let page = trial.get(&form).text;
    assert!(page.contains("fyra siffror") && !page.contains("citattecken"), "{page}");
    for (field, typed, line) in [
        ("code", "\"0128\"", "kod: \"0128\"\n"),
        ("code", "”0127”", "kod: \"0127\"\n"),
        ("look.colour", "\"#9d0f3f\"", "\"#9d0f3f\"\n"),
        ("look.colour", " '#123456' ", "\"#123456\"\n"),
    ] {
        let saved = trial.post(&form, &[("_base", &trial.base(&form)), ("_do", "save"), (field, typed)]);
        assert_eq!(saved.status, 303, "{typed}: {}", saved.text);
        assert!(trial.read(MUNICIPALITY).contains(line), "{typed}: {}", trial.read(MUNICIPALITY));
    }
    for (field, typed) in [("code", "12"), ("look.colour", "vinröd"), ("code", "\"")] {
        let refused = trial.post(&form, &[("_base", &trial.base(&form)), ("_do", "save"), (field, typed)]);
        assert!(refused.status == 422 && refused.text.contains(&format!("href=\"#{field}\"")), "{typed}");
        assert!(!refused.text.contains("citattecken"), "{typed}: {}", refused.text);
    }
    // In a text that people read such marks are the person's own.
    let form = trial.form_of("Hej");
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("title", "”Hej”")];
    assert_eq!(trial.post(&form, &fields).status, 303);
    assert!(trial.read(NEWS).contains("rubrik: ”Hej”"), "{}", trial.read(NEWS));
}

#[test]
fn days_that_are_to_be_closed_are_so_and_else_it_is_asked_at_the_field() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let new = format!("{form}?del=exceptions&ny=1");
    let choice = |page: &str| {
        let field =
            page.split("name=\"exceptions.+.closed\"").nth(1).unwrap().split("</select>").next().unwrap();
        field.contains("value=\"true\" selected")
    };
    assert!(!choice(&trial.get(&new).text));
    let page = trial.get(&format!("{new}&stangt=1")).text;
    assert!(choice(&page), "{page}");
    let fields = [("_base", &*trial.base(&new)), ("_do", "save"), ("exceptions.+.from", "2030-05-06")];
    let refused = trial.post(&new, &fields);
    assert!(
        refused.status == 422 && refused.text.contains("href=\"#exceptions.+.closed\""),
        "{}",
        refused.text
    );
    assert!(
        refused.text.contains("Välj Ja vid Stängt") && !refused.text.contains("stängt: ja"),
        "{}",
        refused.text
    );
    assert_eq!(trial.read(CENTRE), FILE);
}

#[test]
fn languages_that_are_written_as_words_are_the_languages_of_the_fields() {
    let trial = Trial::new();
    let site = trial.read("content/site.yaml").replace("[sv, en]", "[svenska, Engelska, arabiska, ar]");
    trial.write("content/site.yaml", &site);
    let form = trial.form_of("Familjecentralen Ett");
    let page = trial.get(&form).text;
    let names: Vec<&str> =
        page.split("name=\"name.").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(names, ["sv", "en", "ar"]);
    let fields = [
        ("_base", &*trial.base(&form)),
        ("_do", "save"),
        ("name.sv", "Familjecentralen Ett"),
        ("name.ar", "المركز"),
    ];
    assert_eq!(trial.post(&form, &fields).status, 303);
    assert!(trial.read(CENTRE).contains("  ar: المركز"), "{}", trial.read(CENTRE));
}

#[test]
fn what_a_build_would_refuse_because_of_a_saving_is_told_at_the_field_and_nothing_is_saved() {
    let trial = built();
    let before = content(&trial);
    let (owner, news) = (municipality(&trial), trial.form_of("Hej"));
    let menu = format!("{owner}?del=navigation&ny=1");
    for (form, field) in [(&menu, "navigation.+.page"), (&news, "centres")] {
        let base = trial.base(form);
        let mut fields = vec![("_base", &*base), ("_do", "save"), (field, "saknas-helt")];
        fields.extend(field.starts_with("nav").then_some(("navigation.+.title.sv", "Meny")));
        let refused = trial.post(form, &fields);
        assert_eq!(refused.status, 422, "{field}: {}", refused.text);
        assert!(refused.text.contains(&format!("href=\"#{field}\"")), "{field}: {}", refused.text);
        assert!(refused.text.contains("Inget är sparat än") && refused.text.contains("saknas-helt"));
    }
    let new = [("title", "Ny"), ("lead", "Ny."), ("_body", "::: centre saknas-helt\n:::")];
    let refused = trial.post("/redigera/ny/alfa/news", &new);
    assert!(refused.status == 422 && refused.text.contains("saknas-helt"), "{}", refused.text);
    assert_eq!(content(&trial), before);
    // Who saves it all the same may, and what was wrong before is in nobody's way.
    let fields = [("_base", &*trial.base(&news)), ("_do", "force"), ("centres", "saknas-helt")];
    assert_eq!(trial.post(&news, &fields).status, 303);
    let fields = [("_base", &*trial.base(&news)), ("_do", "save"), ("lead", "Ni.")];
    let saved = trial.post(&news, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    // What is there can be named.
    let base = trial.base(&menu);
    let title = ("navigation.+.title.sv", "Meny");
    let fields = [("_base", &*base), ("_do", "save"), ("navigation.+.page", "om-oss"), title];
    let saved = trial.post(&menu, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
}

#[test]
fn what_was_wrong_with_the_example_is_no_care_once_it_is_gone() {
    let trial = built();
    trial.write(MUNICIPALITY, "namn: Exempelkommunen\nkod: \"0000\"\nokänt_fält: 1\n");
    build(&trial);
    assert!(trial.get("/redigera/").text.contains("okänt_fält"));
    assert_eq!(trial.post("/redigera/ny-kommun", &[("name", "Tyresö")]).status, 303);
    assert_eq!(trial.post("/redigera/k/alfa/ta-bort-exemplet", &[]).status, 303);
    let page = trial.get("/redigera/").text;
    assert!(!page.contains("okänt_fält"), "{page}");
}

#[test]
fn texts_that_still_have_a_number_that_was_changed_are_named_with_links() {
    let trial = Trial::new();
    trial.write(NEWS, "---\nrubrik: Hej\ningress: Ring 08-530\u{a0}610\u{a0}00.\n---\n\nEtt stycke.\n");
    trial.write(
        "content/alfa/news/2026-01-02-ho.md",
        "---\nrubrik: Hör av dig\ningress: Du.\n---\n\n[Ring](tel:+46853061000)\n",
    );
    trial.write(
        "content/alfa/news/2026-01-03-hu.md",
        "---\nrubrik: Annat\ningress: Du.\n---\n\nRing 08-530 610 01.\n",
    );
    let form = trial.form_of("Familjecentralen Ett");
    let save = |field: &str, value: &str| {
        let saved = trial.post(&form, &[("_base", &trial.base(&form)), ("_do", "save"), (field, value)]);
        assert_eq!(saved.status, 303, "{}", saved.text);
        let to = saved.head.lines().find(|line| line.to_lowercase().starts_with("location:")).unwrap();
        trial.get(to[9..].trim()).text
    };
    let page = save("phone", "08-530 610 77");
    let named = page
        .split("id=\"kvar-annars\"")
        .nth(1)
        .unwrap_or_else(|| panic!("{page}"))
        .split("</section>")
        .next()
        .unwrap();
    assert!(named.contains(">Hej</a>") && named.contains(">Hör av dig</a>"), "{named}");
    assert!(!named.contains("Annat") && named.contains(&trial.form_of("Hej")), "{named}");
    // Where nothing says it, and where no number was changed, nothing is asked.
    assert!(!save("phone", "08-530 610 88").contains("kvar-annars"));
    assert!(!save("email", "ny@kommunen.example").contains("kvar-annars"));
}

#[test]
fn a_row_of_a_list_without_its_end_is_told_of_in_words_for_a_list() {
    let trial = Trial::new();
    let to = format!("{}/hamta", trial.form_of("Familjecentralen Ett"));
    let list = "Aktivitet;Dag;Tid\nSagostund;onsdag;10\n";
    let shown = send_to(&trial, &to, &[], &[("fil", "a.csv", list.as_bytes())]);
    assert!(shown.text.contains("10–11") && !shown.text.contains("Lägg till en rad"), "{}", shown.text);
}

#[test]
fn what_names_a_file_or_a_service_is_chosen_among_those_that_there_are() {
    let trial = built();
    let (owner, news) = (municipality(&trial), trial.form_of("Hej"));
    let page = trial.get(&format!("{owner}?del=navigation&ny=1")).text;
    for option in
        ["<option value=\"om-oss\">Om oss</option>", "<option value=\"ett\">Familjecentralen Ett</option>"]
    {
        assert!(page.contains(option), "{option}: {page}");
    }
    let page = trial.get(&news).text;
    assert!(page.contains("name=\"_val:centres:ett\" value=\"ja\"> Familjecentralen Ett"), "{page}");
    let save = |form: &str, fields: &[(&str, &str)]| {
        let base = trial.base(form);
        let saved = trial.post(form, &[&[("_base", base.as_str()), ("_do", "save")], fields].concat());
        assert_eq!(saved.status, 303, "{}", saved.text);
    };
    let before = trial.read(NEWS);
    save(&news, &[("_val:centres", ""), ("_val:centres:ett", "ja")]);
    assert!(trial.read(NEWS).contains("familjecentraler:\n  - ett\n"), "{}", trial.read(NEWS));
    assert!(trial.get(&news).text.contains("value=\"ja\" checked> Familjecentralen Ett"));
    save(&news, &[("_val:centres", "ett")]);
    assert_eq!(trial.read(NEWS), before);
    let days = format!("{}?del=exceptions&ny=1", trial.form_of("Familjecentralen Ett"));
    assert!(trial.get(&days).text.contains("name=\"_val:exceptions.+.services:bvc\" value=\"ja\"> BVC Ett"));
    save(
        &days,
        &[
            ("exceptions.+.from", "2030-05-06"),
            ("exceptions.+.closed", "true"),
            ("_val:exceptions.+.services", ""),
            ("_val:exceptions.+.services:bvc", "ja"),
        ],
    );
    assert!(trial.read(CENTRE).contains("    verksamheter:\n      - bvc\n"), "{}", trial.read(CENTRE));
}
