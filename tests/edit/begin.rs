//! A site from nothing, by forms alone: the site's name, a municipality, its centres, the place to publish to; and the example that goes.

use std::fs;

use fcsite::host::run::BuildJob;

use crate::rooms::{build, built, content, job};
use crate::server::{CENTRE, FILE, NEWS, Trial, value_of};

#[test]
fn a_municipality_and_a_centre_are_begun_by_their_names_and_their_files_are_short() {
    let trial = Trial::new();
    let made = trial.post("/redigera/ny-kommun", &[("name", " tyresö ")]);
    assert_eq!(made.status, 303, "{}", made.text);
    assert!(made.head.contains("/redigera/k/tyreso"), "{}", made.head);
    assert_eq!(trial.read("content/tyreso/municipality.yaml"), "namn: Tyresö kommun\nkod: \"0138\"\n");
    let fields = [
        ("name", "Familjecentralen i Bollmora"),
        ("street", "Bollmoravägen 1"),
        ("postal_code", "135 40"),
        ("city", "Tyresö"),
        ("phone", "08-530 610 00"),
        ("email", ""),
        ("verksamhet-child_health", "ja"),
        ("verksamhet-open_preschool", "ja"),
        ("verksamhet-nonsense", "ja"),
    ];
    let made = trial.post("/redigera/ny/tyreso/centre", &fields);
    assert_eq!(made.status, 303, "{}", made.text);
    let text = trial.read("content/tyreso/centres/bollmora.yaml");
    let start = "namn: Familjecentralen i Bollmora\nstatus: öppen\nadress:\n  gata: Bollmoravägen 1\n  postnummer: 135 40\n  ort: Tyresö\ntelefon: 08-530 610 00\nverksamheter:\n  - typ: bvc\n  - typ: öppen förskola\nkontrollerad: 20";
    assert!(text.starts_with(start), "{text}");
    // One of the same name gets a name of its own, and no file is written over.
    assert_eq!(trial.post("/redigera/ny/tyreso/centre", &fields).status, 303);
    assert_eq!(trial.read("content/tyreso/centres/bollmora.yaml"), text);
    assert!(trial.root.path().join("content/tyreso/centres/bollmora-2.yaml").is_file());
    // The form of the new one opens with its hours and the days that follow.
    let page = trial.get("/redigera/k/tyreso").text;
    assert!(page.contains("Familjecentralen i Bollmora"), "{page}");
    for _ in 0..3 {
        assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    }
    // No folder is left that would be a municipality without its file.
    assert!(!trial.root.path().join("content/tyreso").exists());
}

#[test]
fn what_cannot_be_begun_is_said_at_its_field_and_nothing_is_written() {
    let trial = Trial::new();
    let before = content(&trial);
    for (name, said) in [
        ("", "Skriv ett namn"),
        ("Botkyrkka", "Menade du Botkyrka?"),
        ("Atlantis på havets botten", "Det finns ingen kommun"),
        ("<script>alert(1)</script>", "Det finns ingen kommun"),
        ("../../x", "Det finns ingen kommun"),
    ] {
        let got = trial.post("/redigera/ny-kommun", &[("name", name)]);
        assert_eq!(got.status, 422, "{name}");
        assert!(got.text.contains(said) && !got.text.contains("<script>alert"), "{name}: {}", got.text);
        assert!(got.text.contains("id=\"fel-name\"") && got.text.contains("aria-invalid"), "{}", got.text);
    }
    let wrong =
        [("name", "Ett hus"), ("phone", "12"), ("street", "Gatan 1"), ("verksamhet-child_health", "ja")];
    let got = trial.post("/redigera/ny/alfa/centre", &wrong);
    assert_eq!(got.status, 422);
    assert!(got.text.contains("id=\"fel-phone\"") && got.text.contains("value=\"Ett hus\""), "{}", got.text);
    let got = trial.post("/redigera/ny/alfa/centre", &[("name", "Ett hus")]);
    assert!(got.status == 422 && got.text.contains("Kryssa i minst en verksamhet"), "{}", got.text);
    for path in ["/redigera/ny/_shared/centre", "/redigera/ny/beta/centre", "/redigera/ny/../centre"] {
        assert_eq!(trial.post(path, &[("name", "X")]).status, 404, "{path}");
        assert_eq!(trial.get(path).status, 404, "{path}");
    }
    assert_eq!(content(&trial), before);
    // What was typed is kept in the editor's own folder, and offered.
    assert!(trial.get("/redigera/ny/alfa/centre").text.contains("inte sparades"));
    // A municipality that is there is not begun again.
    assert_eq!(trial.post("/redigera/ny-kommun", &[("name", "Tyresö")]).status, 303);
    let again = trial.post("/redigera/ny-kommun", &[("name", "Tyresö kommun")]);
    assert!(again.status == 422 && again.text.contains("finns redan"), "{}", again.text);
}

#[test]
fn what_is_typed_of_something_new_is_kept_and_offered() {
    let trial = Trial::new();
    let kept = trial.post("/redigera/ny/alfa/centre", &[("_do", "keep"), ("name", "Halvfärdigt")]);
    assert_eq!(kept.status, 204);
    let page = trial.get("/redigera/ny/alfa/centre").text;
    assert!(page.contains("inte sparades") && !page.contains("value=\"Halvfärdigt\""), "{page}");
    assert!(trial.get("/redigera/ny/alfa/centre?hamta=1").text.contains("value=\"Halvfärdigt\""));
    assert_eq!(trial.post("/redigera/ny/alfa/centre", &[("_do", "forget")]).status, 303);
    assert!(!trial.get("/redigera/ny/alfa/centre").text.contains("inte sparades"));
}

#[test]
fn the_example_of_a_new_site_goes_with_all_its_texts_and_comes_back() {
    let trial = Trial::new();
    trial.write("content/alfa/municipality.yaml", "namn: Exempelkommunen\nkod: \"0000\"\n");
    let before = trial.all();
    let remove = || trial.post("/redigera/k/alfa/ta-bort-exemplet", &[]);
    // As the only municipality it stays: a site needs one.
    assert_eq!(remove().status, 404);
    assert!(!trial.get("/redigera/k/alfa").text.contains("Ta bort exemplet"));
    assert_eq!(trial.post("/redigera/ny-kommun", &[("name", "Tyresö")]).status, 303);
    assert!(trial.get("/redigera/k/alfa").text.contains("Ta bort exemplet"));
    assert!(!trial.get("/redigera/k/tyreso").text.contains("Ta bort exemplet"));
    assert_eq!(trial.post("/redigera/k/tyreso/ta-bort-exemplet", &[]).status, 404);
    assert_eq!(remove().status, 303);
    // No folder is left either: it would be a municipality without its file.
    for path in [CENTRE, NEWS, "content/alfa"] {
        assert!(!trial.root.path().join(path).exists(), "{path}");
    }
    for _ in 0..2 {
        assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    }
    assert_eq!(trial.all(), before);
}

#[test]
fn the_sites_own_file_has_a_form_and_keeps_its_remarks() {
    let trial = Trial::new();
    let text = "# Vår webbplats\nrubrik: S # kort\nwebbadress: https://s.example\norganisation: O\nspråk: sv\n# språkversioner: [sv, en]\n";
    trial.write("content/site.yaml", text);
    let page = trial.get("/redigera/").text;
    let form = page.split("<a class=\"button\" href=\"/redigera/f/").nth(1).unwrap();
    let form = format!("/redigera/f/{}", &form[..16]);
    let base = trial.base(&form);
    let fields = [("_base", &*base), ("_do", "save"), ("title.sv", "Familj"), ("languages", "sv\nen")];
    let saved = trial.post(&form, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert_eq!(
        trial.read("content/site.yaml"),
        text.replace("rubrik: S", "rubrik: Familj")
            .replace("språk: sv\n", "språk: sv\nspråkversioner:\n  - sv\n  - en\n")
    );
}

#[test]
fn the_first_place_to_publish_to_is_said_in_a_form_and_never_twice() {
    let trial = built();
    let shown = trial.root.path().join("visas");
    fs::create_dir(&shown).unwrap();
    let day = "2026-03-01".parse().unwrap();
    trial.editor.publishes(BuildJob { private: false, ..job(trial.root.path(), "public") }, Some(day));
    assert!(trial.get("/redigera/publicera").text.contains("Säg vart webbplatsen ska"));
    let place = |folder: &str, url: &str| {
        trial.post("/redigera/publicera", &[("_do", "place"), ("folder", folder), ("base_url", url)])
    };
    for (folder, url, said) in [
        ("", "", "Skriv en mapp"),
        ("finns-inte", "", "Mappen finns inte"),
        (".", "", "webbplatsens egen mapp"),
        ("..", "", "webbplatsens egen mapp"),
        ("content/alfa", "", "webbplatsens egen mapp"),
        ("visas", "javascript:alert(1)", "fel-base_url"),
    ] {
        let got = place(folder, url);
        assert_eq!(got.status, 422, "{folder} {url}");
        assert!(got.text.contains(said), "{folder}: {}", got.text);
        assert!(!trial.root.path().join("publish.yaml").exists(), "{folder}");
    }
    assert_eq!(place("visas", "https://s.example").status, 303);
    let text = "webben:\n  mapp: visas\n  webbadress: https://s.example\n";
    assert_eq!(trial.read("publish.yaml"), text);
    assert_eq!(place("annan", "").status, 404, "what is there is not written over");
    assert_eq!(trial.read("publish.yaml"), text);
}

#[test]
fn the_last_publication_is_taken_back_in_two_steps_too() {
    let trial = built();
    let shown = trial.root.path().join("visas");
    fs::create_dir(&shown).unwrap();
    trial.write("publish.yaml", "intern:\n  mapp: visas\n  webbadress: http://127.0.0.1:9\n");
    let day = "2026-03-01".parse().unwrap();
    trial.editor.publishes(BuildJob { private: false, ..job(trial.root.path(), "public") }, Some(day));
    let act = |fields: &[(&str, &str)]| {
        trial.post("/redigera/publicera", &[&[("target", "intern")], fields].concat())
    };
    let publish = |more: &[(&str, &str)]| {
        let seen = act(&[&[("_do", "look")], more].concat());
        let plan = value_of(&seen.text, "plan");
        act(&[&[("_do", "send"), ("plan", &plan)], more].concat())
    };
    assert!(publish(&[]).text.contains("Publicerat:"));
    trial.write(CENTRE, &FILE.replace("610 00", "610 99"));
    assert!(publish(&[]).text.contains("Publicerat:"));
    let page = shown.join("alfa/familjecentraler/ett/index.html");
    assert!(fs::read_to_string(&page).unwrap().contains("610 99"));
    assert!(trial.get("/redigera/publicera").text.contains("Ångra senaste publiceringen"));
    let seen = act(&[("_do", "look"), ("angra", "ja")]);
    assert!(seen.text.contains("Lägg tillbaka"), "{}", seen.text);
    assert!(fs::read_to_string(&page).unwrap().contains("610 99"), "nothing is sent by looking");
    let back = publish(&[("angra", "ja")]);
    assert!(back.text.contains("Ångrat:"), "{}", back.text);
    assert!(fs::read_to_string(&page).unwrap().contains("610 00"));
}

#[test]
fn a_task_leads_to_its_form_and_asks_where_only_if_there_are_several_places() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let page = trial.get("/redigera/").text;
    for (task, end) in [
        ("oppettider", "?bara=tider"),
        ("stangt", "?del=exceptions&ny=1&stangt=1"),
        ("stall-in", "?del=activities"),
        ("aktivitet", "?del=activities&ny=1"),
        ("meddelande", "?del=notices&ny=1"),
        ("telefon", ""),
    ] {
        assert!(page.contains(&format!("/redigera/gor/{task}")), "{page}");
        let got = trial.get(&format!("/redigera/gor/{task}"));
        assert!(got.head.contains(&format!("{form}{end}\r\n")), "{task}: {}", got.head);
        assert_eq!(trial.get(&format!("{form}{end}")).status, 200, "{task}");
    }
    assert!(trial.get("/redigera/gor/nyhet").head.contains("/redigera/ny/alfa/news"));
    trial.write("content/alfa/centres/tva.yaml", &FILE.replace("Ett", "Två"));
    let asked = trial.get("/redigera/gor/oppettider");
    assert!(asked.status == 200 && asked.text.contains("Familjecentralen Två"), "{}", asked.text);
    assert_eq!(trial.get("/redigera/gor/finns-inte").status, 404);
}

#[test]
fn a_statement_is_filled_in_from_nothing_with_its_questions() {
    let trial = built();
    let page = trial.get("/redigera/k/alfa").text;
    let form = page.split("id=\"kommunen\"").nth(1).unwrap().split("/redigera/f/").nth(1).unwrap();
    let form = format!("/redigera/f/{}?del=accessibility_statement", &form[..16]);
    let page = trial.get(&form);
    assert_eq!(page.status, 200);
    assert!(page.text.contains("Hur väl uppfyller webbplatsen kraven på tillgänglighet?"), "{}", page.text);
    let base = trial.base(&form);
    let name = |field: &str| format!("accessibility_statement.{field}");
    let (status, assessed, updated, method, url) =
        (name("status"), name("assessed_on"), name("updated_on"), name("method"), name("feedback_url"));
    let fields = [
        ("_base", &*base),
        ("_do", "save"),
        (&*status, "fully"),
        (&*assessed, "2026-01-02"),
        (&*updated, "2026-01-02"),
        (&*method, "self"),
        (&*url, "https://s.example/synpunkt"),
    ];
    let saved = trial.post(&form, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert_eq!(
        trial.read("content/alfa/municipality.yaml"),
        "namn: Alfa kommun\nkod: \"0127\"\ntillgänglighetsredogörelse:\n  status: helt\n  bedömd: 2026-01-02\n  uppdaterad: 2026-01-02\n  metod: egen\n  återkoppling: https://s.example/synpunkt\n"
    );
    build(&trial);
    let issues = form.replace("statement", "statement.issues") + "&ny=1";
    assert_eq!(trial.get(&issues).status, 200);
    let base = trial.base(&issues);
    let (what, reason) = (name("issues.+.what.sv"), name("issues.+.reason.sv"));
    let fields =
        [("_base", &*base), ("_do", "save"), (&*what, "Filmen saknar text."), (&*reason, "Vi hinner inte.")];
    let saved = trial.post(&issues, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert!(trial.read("content/alfa/municipality.yaml").contains("brister:\n"), "{}", saved.text);
}

#[test]
fn what_needs_care_is_said_without_a_word_of_a_files_lines_or_of_a_command() {
    let trial = built();
    let page = trial.get("/redigera/k/alfa").text;
    let rows = page.split("<li class=\"warning\">").skip(1).map(|row| row.split("</li>").next().unwrap());
    let rows: Vec<&str> = rows.collect();
    let asked = "Svara på frågorna under Tillgänglighetsredogörelse";
    let row = rows.iter().find(|row| row.contains(asked)).unwrap_or_else(|| panic!("{rows:?}"));
    assert!(row.contains("?del=accessibility_statement"), "{row}");
    for row in rows {
        for odd in [".yaml", "fcsite ", "rad som", " # ", ":,"] {
            assert!(!row.contains(odd), "{row}");
        }
    }
}
