//! New texts and their names, the lists that lead to forms, and what happens when the key is another one.

use std::fs;

use fcsite::base::{At, Code, Diagnostic, SourcePath};

use crate::server::{NEWS, Trial, encoded, value_of};

/// Files of news and pages, by their names.
fn names(trial: &Trial, folder: &str) -> Vec<String> {
    let Ok(folder) = fs::read_dir(trial.root.path().join("content").join(folder)) else { return Vec::new() };
    let mut names: Vec<String> =
        folder.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_new_text_gets_a_name_that_no_check_finds_fault_with_whatever_its_title_is() {
    let trial = Trial::new();
    let long = "Öppna förskolan på Storgatan har nya öppettider från februari, och sångstunden flyttar till torsdagar";
    fs::create_dir_all(trial.root.path().join("content/_shared/pages")).unwrap();
    trial.write("content/_shared/pages/om.md", "---\nrubrik: Om\n---\n\nText.\n");
    let titles = [
        "Nyheter",
        "Familjecentraler",
        "Tillgänglighet",
        "Kalender",
        "Affisch",
        "Sök",
        "Assets",
        "API",
        "Sida",
        "Filer",
        "Con",
        "aux",
        "COM1",
        "En",
        "Om",
        "日本語",
        "👶",
        long,
        &"x".repeat(101),
        &"ord ".repeat(60),
        "Öppet hus",
        "Öppet hus",
        "öppet HUS!",
        &"y".repeat(300),
    ];
    for kind in ["page", "news"] {
        for title in titles {
            let fields = [("title", title), ("lead", "Kaffe."), ("_body", "Mer.")];
            let made = trial.post(&format!("/redigera/ny/alfa/{kind}"), &fields);
            assert_eq!(made.status, 303, "{title}: {}", made.text);
        }
    }
    assert_eq!(names(&trial, "alfa/pages").len(), titles.len());
    assert_eq!(names(&trial, "alfa/news").len(), titles.len() + 1);
    for name in names(&trial, "alfa/pages").iter().chain(&names(&trial, "alfa/news")) {
        assert!(name.len() <= 103, "{name}");
    }
    let check = std::process::Command::new(env!("CARGO_BIN_EXE_fcsite"))
        .args(["--lang", "sv", "check", "-s"])
        .arg(trial.root.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&check.stdout).into_owned() + &String::from_utf8_lossy(&check.stderr);
    assert!(!said.contains("FC0012") && !said.contains("FC0014") && !said.contains("FC0015"), "{said}");
    assert!(!said.contains("FC0008") && !said.contains("FC0006") && !said.contains("fel["), "{said}");
    // Without a title nothing is made, and what was typed stays.
    let refused = trial.post("/redigera/ny/alfa/page", &[("title", " "), ("_body", "Min långa text")]);
    assert!(refused.status == 422 && refused.text.contains("Min långa text"), "{}", refused.text);
}

#[test]
fn a_new_text_is_kept_while_it_is_typed_and_offered_until_it_is_saved_or_thrown_away() {
    let trial = Trial::new();
    let new = "/redigera/ny/alfa/news";
    let fields = [("title", "Halv"), ("lead", ""), ("_body", "Min långa text")];
    let keep = || trial.post(new, &[&[("_do", "keep")], fields.as_slice()].concat());
    if keep().status == 507 {
        return;
    }
    assert!(trial.get(new).text.contains("hamta=1") && !trial.get(new).text.contains("Min långa text"));
    assert!(!trial.get("/redigera/ny/alfa/page").text.contains("hamta=1"));
    let fetched = trial.get(&format!("{new}?hamta=1")).text;
    assert!(fetched.contains("Min långa text") && fetched.contains("value=\"Halv\""), "{fetched}");
    assert_eq!(trial.post(new, &[("_do", "forget")]).status, 303);
    assert!(!trial.get(new).text.contains("hamta=1"));
    assert_eq!(keep().status, 204);
    assert_eq!(trial.post(new, &[("title", "Hel"), ("lead", "A."), ("_body", "B.")]).status, 303);
    assert!(!trial.get(new).text.contains("hamta=1"));
    assert_eq!(names(&trial, "alfa/news").len(), 2);
}

#[test]
fn what_is_sent_with_a_key_of_before_is_given_back_and_saved_when_it_is_sent_again() {
    let (trial, other) = (Trial::new(), Trial::new());
    let new = "/redigera/ny/alfa/news";
    let origin = format!("http://{}", trial.host());
    let sent = encoded(&[
        ("_form", &trial.word),
        ("title", "Ny & fin"),
        ("lead", "A."),
        ("_body", "Min långa text"),
    ]);
    // The cookies of two editors are apart.
    let cookies = format!("{}; {}", other.cookie, trial.cookie);
    assert_eq!(trial.ask("GET", new, &[("Cookie", &cookies)], "").status, 200);
    let locked = trial.ask("POST", new, &[("Cookie", &other.cookie), ("Origin", &origin)], &sent);
    assert_eq!(locked.status, 403);
    for part in ["Min långa text", "Ny &amp; fin", "Skicka igen", "action=\"/redigera/ny/alfa/news\""] {
        assert!(locked.text.contains(part), "{part}: {}", locked.text);
    }
    assert!(!locked.text.contains("Alfa kommun") && !locked.text.contains(&trial.word));
    assert_eq!(names(&trial, "alfa/news").len(), 1);
    // After the address of the terminal was opened it is sent again, first with the word that it has, then with the right one.
    let headers = [("Cookie", trial.cookie.as_str()), ("Origin", origin.as_str())];
    let again = trial.ask("POST", new, &headers, &sent.replace(&trial.word, ""));
    assert_eq!(again.status, 403);
    assert_eq!(value_of(&again.text, "_form"), trial.word);
    assert!(again.text.contains("Min långa text"));
    assert_eq!(trial.ask("POST", new, &headers, &sent).status, 303);
    assert_eq!(names(&trial, "alfa/news").len(), 2);
}

#[test]
fn every_file_of_a_municipality_can_be_reached_by_pages_and_by_a_search() {
    let trial = Trial::new();
    for number in 0..262 {
        let path = format!("content/alfa/news/2025-01-01-nummer-{number}.md");
        trial.write(&path, &format!("---\nrubrik: Nummer {number}\ningress: A.\n---\n\nB.\n"));
    }
    let first = trial.get("/redigera/k/alfa").text;
    assert!(
        first.contains("Visar 1–200 av 263") && first.contains("?nyheter=2") && !first.contains("?nyheter=0"),
        "{first}"
    );
    let second = trial.get("/redigera/k/alfa?nyheter=2").text;
    assert!(second.contains("Visar 201–263 av 263") && second.contains("?nyheter=1"), "{second}");
    let all = (0..262).filter(|number| {
        let link = format!(">Nummer {number}</a>");
        first.contains(&link) != second.contains(&link)
    });
    assert_eq!(all.count(), 262);
    let found = trial.get("/redigera/k/alfa?sok=NUMMER+26").text;
    for number in [26, 260, 261] {
        assert!(found.contains(&format!(">Nummer {number}</a>")), "{number}");
    }
    assert!(!found.contains(">Nummer 25</a>") && !found.contains("Visar 1"), "{found}");
    for odd in ["nyheter=0", "nyheter=99", "nyheter=x", "sok=%22%3E%3Cscript%3E"] {
        let page = trial.get(&format!("/redigera/k/alfa?{odd}"));
        assert!(page.status == 200 && !page.text.contains("\"><script>"), "{odd}");
    }
}

#[test]
fn a_folder_of_the_system_is_no_municipality() {
    let trial = Trial::new();
    for folder in ["@eaDir/news", "#recycle", ".git", "$RECYCLE.BIN"] {
        fs::create_dir_all(trial.root.path().join("content").join(folder)).unwrap();
    }
    let page = trial.get("/redigera/").text;
    assert!(page.contains("Alfa kommun") && !page.contains("eaDir") && !page.contains("recycle"), "{page}");
    assert_eq!(trial.get("/redigera/ny/@eaDir/news").status, 404);
    assert!(trial.get("/redigera/ikon.svg").text.starts_with("<svg") && page.contains("ikon.svg"));
}

#[test]
fn what_stops_the_site_stands_before_the_lists_and_what_does_not_behind_them() {
    let trial = Trial::new();
    let found = |code| Diagnostic::new(code, &SourcePath::new(NEWS), At::File).with("name", "x");
    let due = found(Code::ReviewDue).with("reviewed", "2026-01-01").with("today", "2026-11-29");
    trial.editor.told(&[
        due,
        found(Code::ReservedName).with("kind", "file").with("path", NEWS).with("proposal", "y"),
    ]);
    let page = trial.get("/redigera/k/alfa").text;
    let at = |word: &str| page.find(word).unwrap_or_else(|| panic!("{word}: {page}"));
    assert!(
        at("förrän det är rättat") < at("id=\"nyheter\"") && at("id=\"nyheter\"") < at("id=\"att-gora\"")
    );
    assert!(page.contains("<strong>Fel</strong>") && page.contains("<strong>Varning</strong>"), "{page}");
}

#[test]
fn the_address_that_a_browser_is_started_with_lets_in_one_time_and_that_of_the_terminal_each_time() {
    let trial = Trial::new();
    let open = |address: &str| trial.ask("GET", &format!("/{address}"), &[], "").status;
    let once = trial.editor.address_for_once().unwrap();
    assert_ne!(once, trial.editor.address());
    assert_eq!([open(&once), open(&once), open(&once)], [303, 403, 403]);
    let (old, new) = (trial.editor.address_for_once().unwrap(), trial.editor.address_for_once().unwrap());
    assert_eq!([open(&old), open(&new), open("redigera/?nyckel=")], [403, 303, 403]);
    assert_eq!([open(&trial.editor.address()), open(&trial.editor.address())], [303, 303]);
}
