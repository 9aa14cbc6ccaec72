//! What others do while a form is open: items that move, go and come, and texts of two people.

use crate::server::{CENTRE, FILE, Got, NEWS, Trial, value_of};

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
        format!(
            "/redigera/f/{}",
            &trial.get("/redigera/").text.split("<a class=\"button\" href=\"/redigera/f/").nth(1).unwrap()
                [..16]
        ),
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
