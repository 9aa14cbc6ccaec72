//! What the editor does with a build at hand: the page beside the form, taking down, publishing, and what the first page says.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use fcsite::build::Options;
use fcsite::host::run::BuildJob;
use fcsite::host::serve::ServedSite;
use fcsite::host::session::Session;
use fcsite::model::Settings;

use crate::server::{CENTRE, FILE, NEWS, Trial, value_of};

/// A site that has every file, so that nothing but pages is made for a preview.
struct WholeSite;

impl ServedSite for WholeSite {
    fn read(&self, _: &str) -> Option<std::io::Result<Vec<u8>>> {
        Some(Ok(b"p{}".to_vec()))
    }

    fn is_folder(&self, _: &str) -> bool {
        true
    }
}

const PAGE: &str = "content/alfa/pages/om-oss.md";

pub fn job(root: &Path, output: &str) -> BuildJob {
    let now = "2026-03-01".parse().unwrap();
    let settings = Settings { now, drafts: true, future: true, base_url: None };
    BuildJob {
        source: root.to_path_buf(),
        output: root.join(output),
        options: Options { settings, only: None, packed: false },
        full: false,
        strict: false,
        sync: false,
        bar: None,
        timed: false,
        private: true,
    }
}

/// An editor that was told what a build knew.
pub fn built() -> Trial {
    let trial = Trial::new();
    fs::create_dir_all(trial.root.path().join("content/alfa/pages")).unwrap();
    trial.write(PAGE, "---\nrubrik: Om oss\n---\n\nHär är vi.\n");
    build(&trial);
    trial
}

pub fn build(trial: &Trial) {
    let mut session = Session::new(job(trial.root.path(), ".fcsite/serve"));
    let rebuilt = session.build();
    trial.editor.told(&rebuilt.outcome.diagnostics);
    trial.editor.knows(session.bench(), Arc::new(WholeSite));
}

/// The files that a person wrote.
pub fn content(trial: &Trial) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let all = trial.all().into_iter();
    all.filter(|(path, _)| !path.components().any(|part| part.as_os_str() == ".fcsite")).collect()
}

/// The page in the frame of a page of the editor.
pub fn framed(trial: &Trial, page: &str) -> String {
    let address = page.split("<iframe src=\"").nth(1).unwrap_or_else(|| panic!("no frame in {page}"));
    let address = address.split('"').next().unwrap();
    let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
    let headers = [
        ("Host", host),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Mode", "navigate"),
        ("Sec-Fetch-Dest", "iframe"),
    ];
    let got = trial.ask("GET", &format!("/{path}"), &headers, "");
    assert_eq!(got.status, 200, "{}", got.head);
    let ancestors = format!("frame-ancestors http://{}", trial.host());
    assert!(got.head.contains(&ancestors), "{}", got.head);
    got.text
}

#[test]
fn a_centre_a_news_item_and_a_page_are_shown_as_they_will_be_and_nothing_is_written() {
    let trial = built();
    let before = trial.all();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    let seen = trial.post(&form, &[("_base", &base), ("_do", "preview"), ("phone", "08-530 610 77")]);
    assert_eq!(seen.status, 200, "{}", seen.text);
    let page = framed(&trial, &seen.text);
    assert!(page.contains("08-530 610 77") && page.contains("Familjecentralen Ett"), "{page}");
    assert!(!page.contains("08-530 610 00"));
    // The form has what was typed, of the bytes that it was made of.
    assert!(seen.text.contains("value=\"08-530 610 77\""));
    assert_eq!(value_of(&seen.text, "_base"), base);
    // Made anew the page has the same address.
    let word = value_of(&seen.text, "_visa");
    let fields = [("_base", &*base), ("_do", "preview"), ("phone", "08-530 610 78"), ("_visa", &*word)];
    let again = trial.post(&form, &fields);
    assert_eq!(value_of(&again.text, "_visa"), word);
    assert!(framed(&trial, &again.text).contains("08-530 610 78"));
    for (name, typed) in [("Hej", "Alldeles nytt."), ("Om oss", "Vi har flyttat.")] {
        let form = trial.form_of(name);
        let fields = [("_base", &*trial.base(&form)), ("_do", "preview"), ("_body", typed)];
        let page = framed(&trial, &trial.post(&form, &fields).text);
        assert!(page.contains(typed) && page.contains(&format!("{name}</h1>")), "{page}");
    }
    assert_eq!(trial.all(), before);
}

#[test]
fn what_keeps_a_page_from_being_shown_stands_at_its_field_and_the_last_good_page_stays() {
    let trial = built();
    let form = trial.form_of("Hej");
    let base = trial.base(&form);
    let good = trial.post(&form, &[("_base", &base), ("_do", "preview"), ("_body", "Gott.")]);
    let word = value_of(&good.text, "_visa");
    // A build alone sees that there is no such centre.
    let fields = [("_base", &*base), ("_do", "preview"), ("centres", "finns-inte"), ("_visa", &*word)];
    let bad = trial.post(&form, &fields);
    assert_eq!(bad.status, 422, "{}", bad.text);
    assert!(
        bad.text.contains("id=\"fel-centres\"") && bad.text.contains("href=\"#centres\""),
        "{}",
        bad.text
    );
    assert!(framed(&trial, &bad.text).contains("Gott."));
    assert_eq!(trial.post(&form, &[("_base", &base), ("_do", "preview"), ("_body", "Bra.")]).status, 200);
}

#[test]
fn a_preview_is_shown_to_the_editors_frame_alone_and_by_its_word() {
    let trial = built();
    let form = trial.form_of("Hej");
    let seen = trial.post(&form, &[("_base", &trial.base(&form)), ("_do", "preview"), ("_body", "Gott.")]);
    let word = value_of(&seen.text, "_visa");
    assert_eq!(word.len(), 32);
    let name = format!("localhost:{}", trial.host().rsplit(':').next().unwrap());
    let path = format!("/.fcsite/visa/{word}/alfa/nyheter/2026-01-01-hej/");
    let ask = |path: &str, headers: &[(&str, &str)]| trial.ask("GET", path, headers, "");
    assert_eq!(ask(&path, &[("Host", &name)]).status, 200);
    // At the editor's own origin there is none: what runs on it would be let in where its forms are.
    let digits = trial.host().replace("127.0.0.1", "[::1]");
    for host in [trial.host(), digits] {
        for more in [&[][..], &[("Sec-Fetch-Mode", "navigate"), ("Sec-Fetch-Dest", "document")]] {
            let got = ask(&path, &[&[("Host", &*host)], more].concat());
            assert_eq!(got.status, 307, "{host}: {}", got.head);
            assert!(got.head.contains(&format!("http://{name}{path}")), "{}", got.head);
            assert!(!got.text.contains("Gott."), "{host}");
        }
    }
    // What the site has is its own; another word opens nothing; a part of it is no part of another site.
    let other = path.replace(&word, &"0".repeat(32));
    assert_eq!(ask(&other, &[("Host", &name)]).status, 404);
    for (key, value) in [("Host", "evil.example"), ("Origin", "http://evil.example")] {
        let headers = if key == "Host" { vec![(key, value)] } else { vec![("Host", &*name), (key, value)] };
        assert_eq!(ask(&path, &headers).status, 403, "{key}");
    }
    for (mode, destination) in [("no-cors", "script"), ("cors", "empty"), ("navigate", "object")] {
        let headers = [
            ("Host", &*name),
            ("Sec-Fetch-Site", "cross-site"),
            ("Sec-Fetch-Mode", mode),
            ("Sec-Fetch-Dest", destination),
        ];
        assert_eq!(ask(&path, &headers).status, 403, "{destination}");
    }
    for odd in ["..%2f", "%00", "..", "a%5cb"] {
        let status = ask(&format!("/.fcsite/visa/{word}/{odd}"), &[("Host", &name)]).status;
        // A site that was not built yet says that it is waited for.
        assert!(matches!(status, 400 | 404 | 503), "{odd}: {status}");
    }
}

#[test]
fn a_text_that_is_taken_down_leads_its_readers_on_and_comes_back_when_that_is_undone() {
    let trial = built();
    trial.write("content/alfa/news/2026-01-01-hej.en.md", "---\ntitle: Hello\nlead: You.\n---\n\nText.\n");
    trial.write(NEWS, "---\nrubrik: Hej\ningress: Du.\ngamla adresser: [/forr/]\n---\n\nEtt stycke.\n");
    build(&trial);
    let before = content(&trial);
    let form = trial.form_of("Hej");
    let asked = trial.get(&format!("{form}/ta-ner"));
    assert_eq!(asked.status, 200);
    for said in ["/nyheter/2026-01-01-hej/", "/en/nyheter/2026-01-01-hej/", "/forr/", "Om oss"] {
        assert!(asked.text.contains(said), "{said}: {}", asked.text);
    }
    let away = format!("{form}/ta-ner");
    assert_eq!(trial.post(&away, &[]).status, 422);
    let about = &trial.form_of("Om oss")["/redigera/f/".len()..].to_string();
    assert_eq!(trial.post(&away, &[("target", "../../municipality")]).status, 422);
    assert_eq!(content(&trial), before);
    let done = trial.post(&away, &[("target", about)]);
    assert_eq!(done.status, 303, "{}", done.text);
    assert_eq!(
        trial.read(PAGE),
        "---\nrubrik: Om oss\ngamla adresser:\n  - /nyheter/2026-01-01-hej/\n  - /forr/\n  - /en/nyheter/2026-01-01-hej/\n---\n\nHär är vi.\n"
    );
    assert!(!trial.root.path().join(NEWS).exists());
    build(&trial);
    let led = trial.read(".fcsite/serve/alfa/nyheter/2026-01-01-hej/index.html");
    assert!(led.contains("url=../../om-oss/"), "{led}");
    assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    assert_eq!(content(&trial), before);
}

#[test]
fn nothing_is_taken_down_while_another_text_links_to_it() {
    let trial = built();
    trial.write(PAGE, "---\nrubrik: Om oss\n---\n\nLäs [nyheten](../news/2026-01-01-hej.md).\n");
    build(&trial);
    let before = content(&trial);
    let away = format!("{}/ta-ner", trial.form_of("Hej"));
    let refused = trial.post(&away, &[("target", "ingen")]);
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(
        refused.text.contains("Om oss") && refused.text.contains("Inget är borttaget"),
        "{}",
        refused.text
    );
    assert_eq!(content(&trial), before);
}

#[test]
fn the_site_is_published_to_a_folder_in_two_steps_and_what_would_be_lost_is_asked() {
    let trial = built();
    let shown = trial.root.path().join("visas");
    fs::create_dir(&shown).unwrap();
    trial.write("publish.yaml", "intern:\n  mapp: visas\n");
    let day = "2026-03-01".parse().unwrap();
    let publish_job = BuildJob { private: false, ..job(trial.root.path(), "public") };
    trial.editor.publishes(publish_job, Some(day));
    let list = trial.get("/redigera/publicera");
    assert!(list.text.contains("intern") && list.text.contains("visas"), "{}", list.text);
    let look = |fields: &[(&str, &str)]| {
        trial.post("/redigera/publicera", &[&[("target", "intern")], fields].concat())
    };
    let seen = look(&[("_do", "look")]);
    assert_eq!(seen.status, 200, "{}", seen.text);
    assert!(
        seen.text.contains("nya sidor") && seen.text.contains("/alfa/familjecentraler/ett/"),
        "{}",
        seen.text
    );
    assert_eq!(fs::read_dir(&shown).unwrap().count(), 0, "nothing is sent by looking");
    let plan = value_of(&seen.text, "plan");
    // Another plan than the one that was seen is shown, not sent.
    assert!(look(&[("_do", "send"), ("plan", "x")]).text.contains("Något har ändrats"));
    assert_eq!(fs::read_dir(&shown).unwrap().count(), 0);
    let done = look(&[("_do", "send"), ("plan", &plan)]);
    assert!(done.text.contains("Publicerat:"), "{}", done.text);
    assert!(shown.join("alfa/familjecentraler/ett/index.html").is_file());
    assert!(look(&[("_do", "look")]).text.contains("Allt är redan publicerat"));
    // More than a fifth of the pages go: asked, and sent only with an answer.
    fs::remove_dir_all(trial.root.path().join("content/alfa/news")).unwrap();
    fs::remove_dir_all(trial.root.path().join("content/alfa/pages")).unwrap();
    fs::remove_dir_all(trial.root.path().join("content/alfa/centres")).unwrap();
    let seen = look(&[("_do", "look")]);
    assert!(seen.text.contains("försvinner. Är det meningen?"), "{}", seen.text);
    let plan = value_of(&seen.text, "plan");
    let unanswered = look(&[("_do", "send"), ("plan", &plan)]);
    assert!(unanswered.text.contains("Svara på frågorna först"), "{}", unanswered.text);
    assert!(shown.join("alfa/familjecentraler/ett/index.html").is_file());
    let question = seen.text.split("name=\"svar-").nth(1).unwrap().split('"').next().unwrap();
    let done = look(&[("_do", "send"), ("plan", &plan), (&format!("svar-{question}"), "ja")]);
    assert!(done.text.contains("Publicerat:"), "{}", done.text);
    assert!(!shown.join("alfa/familjecentraler/ett/index.html").exists());
}

#[test]
fn what_is_wrong_with_the_site_is_said_and_nothing_is_published() {
    let trial = built();
    fs::create_dir(trial.root.path().join("visas")).unwrap();
    trial.write("publish.yaml", "intern:\n  mapp: visas\n");
    trial.editor.publishes(BuildJob { private: false, ..job(trial.root.path(), "public") }, None);
    trial.write(CENTRE, &FILE.replace("08-530 610 00", "'12'"));
    let seen = trial.post("/redigera/publicera", &[("target", "intern"), ("_do", "look")]);
    assert_eq!(seen.status, 422, "{}", seen.text);
    assert!(seen.text.contains("#phone") && seen.text.contains("Familjecentralen Ett"), "{}", seen.text);
    // A target that is in no file, and a request without a target.
    assert_eq!(trial.post("/redigera/publicera", &[("target", "annan")]).status, 404);
    assert_eq!(trial.post("/redigera/publicera", &[]).status, 404);
}

#[test]
fn the_first_page_says_what_has_ended_and_what_is_to_be_looked_through_with_a_link_to_its_form() {
    let trial = Trial::new();
    trial.write(
        CENTRE,
        &format!("{FILE}kontrollerad: 2020-01-01\nmeddelanden:\n  - {{rubrik: Stängt, text: I går., till: 2026-01-01}}\n"),
    );
    build(&trial);
    let page = trial.get("/redigera/").text;
    let form = trial.form_of("Familjecentralen Ett");
    assert!(
        page.contains("Det här har gått ut") && page.contains(&format!("{form}?del=notices.0")),
        "{page}"
    );
    assert!(page.contains("Dags att se över") && page.contains(&format!("{form}#reviewed")), "{page}");
}

#[test]
fn a_preview_is_byte_for_byte_what_a_build_makes_once_it_is_saved_and_nothing_else_is_made() {
    let trial = built();
    let mut session = Session::new(job(trial.root.path(), ".fcsite/serve"));
    session.build();
    let mut bench = session.bench();
    let changes = [
        (CENTRE, FILE.replace("08-530 610 00", "08-530 610 77"), 2),
        (NEWS, "---\nrubrik: Hej då\ningress: Du.\n---\n\n**Två** stycken.\n".to_string(), 1),
        (PAGE, "---\nrubrik: Om oss\n---\n\nVi har flyttat.\n".to_string(), 1),
        (
            "content/alfa/news/2026-02-01-ny.md",
            "---\nrubrik: Ny\ningress: Ny.\n---\n\nText.\n".to_string(),
            1,
        ),
    ];
    for (path, text, least) in changes {
        let path = fcsite::base::SourcePath::new(path);
        let made = bench.preview(&path, text.as_bytes(), &|_| true);
        assert_eq!(made.errors, [], "{path}");
        assert!(made.pages.len() >= least, "{path}: {:?}", made.pages);
        let names: Vec<&String> = made.files.keys().collect();
        assert!(names.iter().all(|name| made.pages.iter().any(|page| page.as_str() == **name)), "{names:?}");
        let there = trial.root.path().join(path.as_str());
        let before = fs::read(&there).ok();
        fs::write(&there, &text).unwrap();
        let output = format!(".fcsite/{}", path.stem());
        let rebuilt = Session::new(job(trial.root.path(), &output)).build();
        assert!(rebuilt.outcome.published);
        for (name, bytes) in &made.files {
            let built = fs::read(trial.root.path().join(&output).join(name)).unwrap();
            assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&built), "{name}");
        }
        match before {
            Some(before) => fs::write(&there, before).unwrap(),
            None => fs::remove_file(&there).unwrap(),
        }
    }
}

#[test]
fn readers_are_led_on_from_every_address_or_nothing_is_taken_down() {
    let trial = built();
    // Of a municipality with an error no page is made, and so its addresses are not known.
    trial.write(CENTRE, &FILE.replace("08-530 610 00", "'12'"));
    build(&trial);
    let before = content(&trial);
    let away = format!("{}/ta-ner", trial.form_of("Hej"));
    let about = trial.form_of("Om oss")["/redigera/f/".len()..].to_string();
    let refused = trial.post(&away, &[("target", &about)]);
    assert_eq!(refused.status, 422, "{}", refused.text);
    assert!(refused.text.contains("Familjecentralen Ett"), "{}", refused.text);
    assert_eq!(content(&trial), before);
    // Who leads nobody on can take a text down all the same.
    assert_eq!(trial.post(&away, &[("target", "ingen")]).status, 303);
    assert!(!trial.root.path().join(NEWS).exists());
}

#[test]
fn a_file_that_was_written_a_moment_ago_is_known_to_the_next_preview() {
    let trial = built();
    let made = trial.post(
        "/redigera/ny/alfa/page",
        &[("title", "Nya huset"), ("_body", "Se [oss](../pages/om-oss.md).")],
    );
    assert_eq!(made.status, 303, "{}", made.text);
    let form = trial.form_of("Om oss");
    let fields = [("_base", &*trial.base(&form)), ("_do", "preview"), ("_body", "Se [huset](nya-huset.md).")];
    assert!(framed(&trial, &trial.post(&form, &fields).text).contains("nya-huset/"));
}

#[test]
fn a_new_page_whose_address_leads_elsewhere_already_gets_another_name() {
    let trial = built();
    trial.write(PAGE, "---\nrubrik: Om oss\ngamla adresser: [/forr/]\n---\n\nHär är vi.\n");
    build(&trial);
    let made = trial.post("/redigera/ny/alfa/page", &[("title", "Förr"), ("_body", "Text.")]);
    assert_eq!(made.status, 303, "{}", made.text);
    assert!(trial.root.path().join("content/alfa/pages/forr-2.md").is_file());
    let mut session = Session::new(job(trial.root.path(), ".fcsite/serve"));
    let found = session.build().outcome.diagnostics;
    assert!(!found.iter().any(|found| found.is_error()), "{found:?}");
}
