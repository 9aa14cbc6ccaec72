//! What others do while a form is open: items that move, go and come, texts of two people, programs that begin anew, and names that are taken.

use std::fs;

use fcsite::base::{At, Code, Diagnostic, SourcePath};

use crate::server::{CENTRE, FILE, Got, NEWS, Trial, encoded, value_of};

const ITEMS: &str = "namn: Familjecentralen Ett\nstatus: öppen\ntelefon: 08-530 610 00 # växeln\nverksamheter:\n  - typ: bvc\naktiviteter:\n  - id: bebiscafe # varje vecka\n    rubrik: Bebiscafé\n    dag: tisdag\n    från: 9\n    till: 10\n  - id: sagostund\n    rubrik: Sagostund\n    dag: onsdag\n    från: 9\n    till: 10\nmeddelanden:\n  - rubrik: Hissen\n    text: Trasig.\n";
const OTHER: &str = "  - id: dans\n    rubrik: Dans\n    dag: fredag\n    från: 9\n    till: 10\n";

fn with_items() -> (Trial, String) {
    let trial = Trial::new();
    trial.write(CENTRE, ITEMS);
    let form = trial.form_of("Familjecentralen Ett");
    (trial, form)
}

/// A colleague puts an activity before the others.
fn grown() -> String {
    ITEMS.replace("aktiviteter:\n", &format!("aktiviteter:\n{OTHER}"))
}

/// The fields of a page's own form that has a hidden `_base`.
fn hidden(page: &Got) -> Vec<(String, String)> {
    ["_base", "_item", "_over"]
        .into_iter()
        .filter(|name| page.text.contains(&format!("name=\"{name}\" value=\"")))
        .map(|name| (name.to_string(), value_of(&page.text, name)))
        .collect()
}

fn send(trial: &Trial, address: &str, hidden: &[(String, String)], fields: &[(&str, &str)]) -> Got {
    let hidden = hidden.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    trial.post(address, &hidden.chain(fields.iter().copied()).collect::<Vec<_>>())
}

/// Where the form of a page that asks leads to.
fn action(page: &Got) -> String {
    let form = page.text.split("class=\"sheet").next().unwrap();
    form.rsplit("action=\"").next().unwrap().split('"').next().unwrap().replace("&amp;", "&")
}

fn location(got: &Got) -> String {
    let line = got.head.lines().find(|line| line.to_lowercase().starts_with("location:"));
    line.map(|line| line[9..].trim().to_string()).unwrap_or_default()
}

const DANCE: [(&str, &str); 4] = [
    ("activities.+.title.sv", "Rytmik"),
    ("activities.+.day", "måndag"),
    ("activities.+.from", "10"),
    ("activities.+.to", "11"),
];

#[test]
fn a_new_item_is_added_although_a_colleague_added_one_and_only_once_where_it_is_sent_twice() {
    let (trial, form) = with_items();
    let new = format!("{form}?del=activities&ny=1");
    let page = trial.get(&new);
    assert!(page.text.contains("name=\"activities.+.title.sv\""), "{}", page.text);
    trial.write(CENTRE, &grown());
    let fields = [&[("_do", "save")], DANCE.as_slice()].concat();
    let saved = send(&trial, &new, &hidden(&page), &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    let after = trial.read(CENTRE);
    assert!(after.contains("    rubrik: Rytmik\n") && after.contains("  - id: rytmik\n"), "{after}");
    assert!(after.starts_with(grown().split("meddelanden").next().unwrap()), "{after}");
    // The second window of a double click.
    assert_eq!(send(&trial, &new, &hidden(&page), &fields).status, 303);
    assert_eq!(trial.read(CENTRE), after);
    // One more of the same title, meant so: its id is another.
    assert_eq!(send(&trial, &new, &hidden(&trial.get(&new)), &fields).status, 303);
    assert!(trial.read(CENTRE).contains("  - id: rytmik-2\n"), "{}", trial.read(CENTRE));
    // A title in other letters is no fault of whoever wrote it.
    let other: Vec<(&str, &str)> =
        fields.iter().map(|(name, text)| (*name, if *text == "Rytmik" { "日本語" } else { *text })).collect();
    assert_eq!(send(&trial, &new, &hidden(&trial.get(&new)), &other).status, 303);
    assert!(
        trial.read(CENTRE).contains("  - id: aktiviteter\n    rubrik: 日本語\n"),
        "{}",
        trial.read(CENTRE)
    );
}

#[test]
fn where_nothing_is_filled_in_saved_is_not_said() {
    let (trial, form) = with_items();
    let new = format!("{form}?del=activities&ny=1");
    let page = trial.get(&new);
    let refused = send(&trial, &new, &hidden(&page), &[("_do", "save"), ("activities.+.title.sv", " ")]);
    assert_eq!(refused.status, 422);
    assert!(
        refused.text.contains("Inget är ifyllt") && !refused.text.contains("Sparat."),
        "{}",
        refused.text
    );
    assert_eq!(trial.read(CENTRE), ITEMS);
}

#[test]
fn a_removal_takes_the_item_that_was_shown_and_says_which_it_is() {
    let (trial, form) = with_items();
    let first = format!("{form}?del=activities.0");
    let page = trial.get(&first);
    assert!(page.text.contains("Bebiscafé</h1>"), "{}", page.text);
    trial.write(CENTRE, &grown());
    let both = send(&trial, &first, &hidden(&page), &[("_do", "remove")]);
    assert_eq!(both.status, 409);
    assert!(both.text.contains("<td class=\"text\">Bebiscafé</td>"), "{}", both.text);
    assert!(action(&both).ends_with("?del=activities.1"), "{}", action(&both));
    assert_eq!(trial.read(CENTRE), grown());
    assert_eq!(send(&trial, &action(&both), &hidden(&both), &[("_do", "remove")]).status, 303);
    let after = trial.read(CENTRE);
    assert!(
        after.contains("id: dans") && after.contains("id: sagostund") && !after.contains("bebiscafe"),
        "{after}"
    );
}

#[test]
fn a_change_is_made_in_the_item_that_was_shown_wherever_it_is_now() {
    let (trial, form) = with_items();
    let second = format!("{form}?del=activities.1");
    let page = trial.get(&second);
    trial.write(CENTRE, &grown());
    let both = send(&trial, &second, &hidden(&page), &[("_do", "save"), ("activities.1.cost.sv", "20 kr")]);
    assert_eq!(both.status, 409);
    assert!(both.text.contains("Sagostund"), "{}", both.text);
    assert!(both.text.contains("name=\"activities.2.cost.sv\""), "{}", both.text);
    let fields = [("_do", "save"), ("activities.2.cost.sv", "20 kr")];
    assert_eq!(send(&trial, &action(&both), &hidden(&both), &fields).status, 303);
    let after = trial.read(CENTRE);
    assert!(after.split("id: sagostund").nth(1).unwrap().contains("kostnad: 20 kr"), "{after}");
    assert!(!after.split("id: sagostund").next().unwrap().contains("kostnad"), "{after}");
}

#[test]
fn of_an_item_that_is_gone_or_another_one_nothing_is_written_and_what_was_typed_is_shown() {
    let (trial, form) = with_items();
    let (second, notice) = (format!("{form}?del=activities.1"), format!("{form}?del=notices.0"));
    let pages = [trial.get(&second), trial.get(&notice)];
    let theirs = grown().replace("id: sagostund", "id: saga").replace("Hissen", "Dörren");
    trial.write(CENTRE, &theirs);
    for (address, page, name) in
        [(&second, &pages[0], "activities.1.cost.sv"), (&notice, &pages[1], "notices.0.body.sv")]
    {
        for what in ["save", "force", "remove"] {
            let gone = send(&trial, address, &hidden(page), &[("_do", what), (name, "Min långa text")]);
            assert_eq!(gone.status, 409, "{}", gone.text);
            assert!(
                gone.text.contains("finns inte kvar") && gone.text.contains("Min långa text"),
                "{}",
                gone.text
            );
        }
        // A form without the sign of its item, of bytes that nobody knows, is about no item.
        let gone = trial.post(address, &[("_base", "0"), ("_do", "save"), (name, "Min långa text")]);
        assert_eq!(gone.status, 409);
    }
    assert_eq!(trial.read(CENTRE), theirs);
    assert!(send(&trial, &second, &hidden(&pages[0]), &[("_do", "save")]).text.contains("Sagostund"));
}

#[test]
fn what_was_typed_of_an_item_is_offered_with_that_item_and_of_a_new_one_with_a_new_one() {
    let (trial, form) = with_items();
    let (second, new) = (format!("{form}?del=activities.1"), format!("{form}?del=activities&ny=1"));
    let (page, empty) = (trial.get(&second), trial.get(&new));
    let kept = send(&trial, &second, &hidden(&page), &[("_do", "keep"), ("activities.1.cost.sv", "99 kr")]);
    if kept.status == 507 {
        return;
    }
    assert_eq!(
        send(&trial, &new, &hidden(&empty), &[&[("_do", "keep")], DANCE.as_slice()].concat()).status,
        204
    );
    trial.write(CENTRE, &grown());
    assert!(!trial.get(&second).text.contains("hamta=1"), "that is another item now");
    let third = format!("{form}?del=activities.2");
    assert!(trial.get(&third).text.contains("hamta=1"));
    let fetched = trial.get(&format!("{third}&hamta=1"));
    assert!(
        fetched.text.contains("value=\"99 kr\"") && fetched.text.contains("value=\"sagostund\""),
        "{}",
        fetched.text
    );
    let fields = [("_do", "save"), ("activities.2.cost.sv", "99 kr")];
    let both = send(&trial, &third, &hidden(&fetched), &fields);
    assert_eq!(both.status, 409);
    assert_eq!(send(&trial, &action(&both), &hidden(&both), &fields).status, 303);
    assert!(trial.read(CENTRE).split("id: sagostund").nth(1).unwrap().contains("99 kr"));
    let fetched = trial.get(&format!("{new}&hamta=1"));
    assert!(fetched.text.contains("value=\"Rytmik\""), "{}", fetched.text);
    assert_eq!(
        send(&trial, &new, &hidden(&fetched), &[&[("_do", "save")], DANCE.as_slice()].concat()).status,
        303
    );
    assert!(trial.read(CENTRE).contains("id: rytmik"));
    assert!(!trial.get(&new).text.contains("hamta=1"));
}

#[test]
fn what_is_not_there_yet_has_no_lists_of_its_own() {
    let (trial, form) = with_items();
    assert!(trial.get(&format!("{form}?del=activities.0")).text.contains("del=activities.0.cancelled"));
    let page = trial.get(&format!("{form}?del=activities&ny=1")).text;
    assert!(!page.contains("cancelled"), "{page}");
    let nowhere = trial.get(&format!("{form}?del=activities.7.cancelled&ny=1"));
    assert_eq!(nowhere.status, 404);
    assert!(nowhere.text.contains("Sidan finns inte"), "{}", nowhere.text);
}

#[test]
fn texts_that_two_people_changed_in_other_lines_are_put_together() {
    let trial = Trial::new();
    let text = |body: &str| format!("---\nrubrik: Hej\ningress: Du.\n---\n\n{body}\n");
    trial.write(NEWS, &text("Ett.\n\nTvå.\n\nTre."));
    let form = trial.form_of("Hej");
    let page = trial.get(&form);
    trial.write(NEWS, &text("Ett!\n\nTvå.\n\nTre."));
    let saved =
        send(&trial, &form, &hidden(&page), &[("_do", "save"), ("_body", "Ett.\r\n\r\nTvå.\r\n\r\nTre?")]);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert_eq!(trial.read(NEWS), text("Ett!\n\nTvå.\n\nTre?"));
    assert!(trial.get(&location(&saved)).text.contains("Bådas ändringar är med"));
}

#[test]
fn the_text_that_is_not_chosen_is_kept_as_a_plain_file_and_its_path_is_said() {
    let trial = Trial::new();
    let text = |body: &str| format!("---\nrubrik: Hej\ningress: Du.\n---\n\n{body}\n");
    let form = trial.form_of("Hej");
    for is_mine in [true, false] {
        trial.write(NEWS, &text("Ett."));
        let page = trial.get(&form);
        trial.write(NEWS, &text("Ett.\n\nDeras."));
        let both = send(&trial, &form, &hidden(&page), &[("_do", "save"), ("_body", "Ett.\n\nMitt.")]);
        assert_eq!(both.status, 409, "{}", both.text);
        assert!(both.text.contains("Hej") && both.text.contains("Deras.") && both.text.contains("Mitt."));
        // Put together both stand in the field, and nothing is written yet.
        let fields = [("_do", "together"), ("_body", "Ett.\n\nMitt."), ("_both", "Ett.\n\nDeras.\n\nMitt.")];
        assert!(both.text.contains("Ett.\n\nDeras.\n\nMitt.</textarea>"), "{}", both.text);
        let together = send(&trial, &form, &hidden(&both), &fields);
        assert!(
            together.status == 200 && together.text.contains("\nEtt.\n\nDeras.\n\nMitt.</textarea>"),
            "{}",
            together.text
        );
        assert_eq!(trial.read(NEWS), text("Ett.\n\nDeras."));
        let next = if is_mine {
            let saved = send(&trial, &form, &hidden(&both), &[("_do", "save"), ("_body", "Ett.\n\nMitt.")]);
            assert_eq!(saved.status, 303);
            assert_eq!(trial.read(NEWS), text("Ett.\n\nMitt."));
            location(&saved)
        } else {
            let link = both.text.split("<a class=\"button\" href=\"").last().unwrap();
            link.split('"').next().unwrap().to_string()
        };
        let said = trial.get(&next).text;
        let path = said.split(".fcsite/edit/").nth(1).unwrap_or_else(|| panic!("{said}"));
        let name = path.split(".md").next().unwrap();
        let kept = trial.read(&format!(".fcsite/edit/{name}.md"));
        assert_eq!(kept, text(if is_mine { "Ett.\n\nDeras." } else { "Ett.\n\nMitt." }));
    }
    for word in ["../../x", "00000000", "zzzzzzzz"] {
        assert!(!trial.get(&format!("{form}?undan={word}")).text.contains(".fcsite/edit"), "{word}");
    }
}

#[test]
fn a_saving_that_others_have_changed_since_is_let_be_and_the_one_before_it_is_taken_back() {
    let trial = Trial::new();
    let (centre, news) = (trial.form_of("Familjecentralen Ett"), trial.form_of("Hej"));
    let fields = [("_base", &*trial.base(&news)), ("_do", "save"), ("_body", "Nytt.")];
    assert_eq!(trial.post(&news, &fields).status, 303);
    let fields = [("_base", &*trial.base(&centre)), ("_do", "save"), ("phone", "08-530 610 77")];
    assert_eq!(trial.post(&centre, &fields).status, 303);
    let theirs = FILE.replace("610 00", "610 11");
    trial.write(CENTRE, &theirs);
    let told = trial.post("/redigera/angra", &[]);
    assert!(told.text.contains("ett.yaml gick inte att ändra: någon annan har ändrat"), "{}", told.text);
    assert!(!told.text.contains("somebody"), "{}", told.text);
    assert_eq!(trial.read(CENTRE), theirs);
    assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    assert!(trial.read(NEWS).contains("Ett stycke.") && trial.read(CENTRE) == theirs);
}

#[test]
fn an_old_fault_of_a_file_keeps_nothing_from_being_saved_when_its_line_moves() {
    let trial = Trial::new();
    let old =
        FILE.replace("telefon: 08-530 610 00 # växeln\n", "").replace("öppettider:", "okänt: 1\nöppettider:");
    trial.write(CENTRE, &old);
    let form = trial.form_of("Familjecentralen Ett");
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("phone", "08-530 610 77")];
    let saved = trial.post(&form, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    assert!(trial.read(CENTRE).contains("telefon: 08-530 610 77"), "{}", trial.read(CENTRE));
}

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
fn a_form_says_nothing_of_how_a_file_is_written() {
    let (trial, form) = with_items();
    let news = trial.form_of("Hej");
    for address in [
        form.clone(),
        format!("{form}?del=activities&ny=1"),
        format!("{form}?del=notices&ny=1"),
        format!("{form}?del=exceptions&ny=1"),
        format!("{form}?del=services.0"),
        format!("{form}?del=seasons&ny=1"),
        format!("{form}?del=activities.0.moved&ny=1"),
        trial
            .get("/redigera/k/alfa")
            .text
            .split("id=\"kommunen\"")
            .nth(1)
            .unwrap()
            .split('"')
            .nth(5)
            .unwrap()
            .to_string(),
        news,
    ] {
        let page = trial.get(&address).text;
        let helps = page.split("<p class=\"help\"").skip(1).map(|part| part.split("</p>").next().unwrap());
        for help in helps {
            for odd in
                ["[", "true", "Utan fältet", "--", "Skriv ja", "Ta bort fältet", ".yaml", "hakparentes"]
            {
                assert!(!help.contains(odd), "{address}: {help}");
            }
        }
    }
    // Of a news item the text comes before what few fill in.
    let page = trial.get(&trial.form_of("Hej")).text;
    let at = |word: &str| page.find(word).unwrap_or_else(|| panic!("{word}: {page}"));
    let order = [
        "name=\"title\"",
        "name=\"lead\"",
        "name=\"_body\"",
        "name=\"draft\"",
        "<details class=\"more\">",
        "name=\"until\"",
    ];
    let order = order.map(at);
    assert!(order.is_sorted(), "{order:?}");
    // Two fields of a form have two names, and what is made of the title need not be filled in.
    let page = trial.get(&format!("{form}?del=activities&ny=1")).text;
    assert!(page.contains("Datum (en gång)") && page.contains("Datum (flera gånger)"), "{page}");
    let id = page.split("<label for=\"activities.+.id\">").nth(1).unwrap().split("</label>").next().unwrap();
    assert!(!id.contains("måste fyllas i"), "{id}");
}

#[test]
fn what_stops_the_site_stands_before_the_lists_and_what_does_not_behind_them() {
    let trial = Trial::new();
    let found = |code| Diagnostic::new(code, &SourcePath::new(NEWS), At::File).with("name", "x");
    let due = found(Code::ReviewDue).with("reviewed", "2026-01-01").with("today", "2026-11-29");
    trial.editor.told(&[due, found(Code::ReservedName).with("kind", "file")]);
    let page = trial.get("/redigera/k/alfa").text;
    let at = |word: &str| page.find(word).unwrap_or_else(|| panic!("{word}: {page}"));
    assert!(
        at("förrän det är rättat") < at("id=\"nyheter\"") && at("id=\"nyheter\"") < at("id=\"att-gora\"")
    );
    assert!(page.contains("<strong>Fel</strong>") && page.contains("<strong>Varning</strong>"), "{page}");
}
