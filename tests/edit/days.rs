//! Hours as days of the calendar, the table of activities, and what others do in the same folder.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::server::{CENTRE, FILE, NEWS, Trial};
use crate::uploads::{photograph, send_to};

/// The cells of the days that a page shows, each row with its day.
fn days(page: &str) -> Vec<Vec<String>> {
    let table = page.split("id=\"tvaveckor\"").nth(1).unwrap_or_else(|| panic!("no days in {page}"));
    let rows = table.split("</table>").next().unwrap().split("<tr>").skip(2);
    let cell = |cell: &str| cell.split('>').nth(1).unwrap_or_default().split('<').next().unwrap().to_string();
    rows.map(|row| row.split("<t").skip(1).map(cell).collect()).collect()
}

#[test]
fn the_next_two_weeks_are_those_of_the_calendar_and_follow_what_is_not_saved() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let hours = format!("{form}?bara=tider");
    let shown = days(&trial.get(&hours).text);
    assert_eq!(shown.len(), 14, "{shown:?}");
    let of = |days: &[Vec<String>], day: &str| {
        let found = days.iter().find(|row| row[0].starts_with(day));
        found.map(|row| row[1].clone()).unwrap_or_default()
    };
    let base = trial.base(&hours);
    let fields = [("_base", &*base), ("_do", "days"), ("hours.5", "10–14"), ("hours.0", "bokning")];
    let seen = trial.post(&hours, &fields);
    assert_eq!(seen.status, 200);
    let seen = days(&seen.text);
    assert_eq!(of(&seen, "Lördag"), "10.00–14.00", "{seen:?}");
    assert!(
        seen.iter().all(|row| !row[0].starts_with("Måndag") || row[1] == "bokning" || !row[2].is_empty())
    );
    assert_eq!(trial.read(CENTRE), FILE);
    // What cannot be understood changes nothing of what is shown, and a form without hours has no days.
    let wrong = trial.post(&hours, &[("_base", &*base), ("_do", "days"), ("hours.0", "sen kväll")]);
    assert_eq!(wrong.status, 200);
    assert_eq!(trial.read(CENTRE), FILE);
    assert!(!trial.get(&form).text.contains("id=\"tvaveckor\""));
    // An exception that is being filled in is seen with its reason.
    let new = format!("{form}?del=exceptions&ny=1");
    let first = days(&trial.get(&new).text)[0][0].clone();
    let day = first.split_whitespace().nth(1).unwrap().split_once('/').unwrap();
    let date = format!("{}-{:02}-{:02}", year(), day.1.parse::<u8>().unwrap(), day.0.parse::<u8>().unwrap());
    let base = trial.base(&new);
    let fields = [
        ("_base", &*base),
        ("_do", "days"),
        ("exceptions.+.from", &*date),
        ("exceptions.+.closed", "true"),
        ("exceptions.+.reason.sv", "Studiedag"),
    ];
    let seen = days(&trial.post(&new, &fields).text);
    assert_eq!((&*seen[0][1], &*seen[0][2]), ("stängt", "Studiedag"), "{seen:?}");
}

/// The year of today.
fn year() -> i16 {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).year()
}

const ITEMS: &str = "aktiviteter:\n  - id: sang\n    rubrik: Sångstund\n    dag: torsdag\n    från: 10.00\n    till: 10.30\n    plats: Stora rummet\n    inställt:\n      - datum: 2026-12-03\n  - id: bebis\n    rubrik: Bebiskafé\n    dag: måndag\n    från: 9\n    till: 11\n";

#[test]
fn activities_are_a_table_that_can_be_put_in_order_copied_cancelled_and_moved() {
    let trial = Trial::new();
    trial.write(CENTRE, &format!("{FILE}{ITEMS}"));
    let list = format!("{}?del=activities", trial.form_of("Familjecentralen Ett"));
    let order = |page: &str| page.find(">Sångstund<").unwrap() < page.find(">Bebiskafé<").unwrap();
    let page = trial.get(&list).text;
    assert!(order(&page) && page.contains("<td>torsdag 10.00–10.30</td>"), "{page}");
    assert!(!order(&trial.get(&format!("{list}&ordning=dag")).text));
    assert!(!order(&trial.get(&format!("{list}&ordning=rubrik")).text));
    assert!(page.contains("?del=activities.0.moved&amp;ny=1") && page.contains("&amp;ny=1&amp;efter=0"));
    // A copy begins with what the other has, without its name in addresses and what was said of single days.
    let copy = format!("{list}&ny=1&efter=0");
    let form = trial.get(&copy).text;
    assert!(form.contains("value=\"Sångstund\"") && form.contains("value=\"Stora rummet\""), "{form}");
    assert!(!form.contains("value=\"sang\"") && !form.contains("2026-12-03"), "{form}");
    let base = trial.base(&copy);
    let fields = [
        ("_base", &*base),
        ("_do", "save"),
        ("activities.+.title.sv", "Sångstund"),
        ("activities.+.day", "fredag"),
        ("activities.+.from", "10.00"),
        ("activities.+.to", "10.30"),
    ];
    assert_eq!(trial.post(&copy, &fields).status, 303);
    assert!(trial.read(CENTRE).contains("- id: sangstund\n    rubrik: Sångstund\n    dag: fredag\n"));
    // Moved for one day.
    let moved = format!("{}.0.moved&ny=1", list);
    let base = trial.base(&moved);
    let fields = [
        ("_base", &*base),
        ("_do", "save"),
        ("activities.0.moved.+.date", "2026-12-10"),
        ("activities.0.moved.+.to", "2026-12-11"),
        ("activities.0.moved.+.from", "13.00"),
    ];
    let saved = trial.post(&moved, &fields);
    assert_eq!(saved.status, 303, "{}", saved.text);
    let text = trial.read(CENTRE);
    assert!(text.contains("flyttat:\n") && text.contains("2026-12-11"), "{text}");
    assert_eq!(trial.get(&format!("{list}&ny=1&efter=99")).status, 200);
}

#[test]
fn a_text_is_saved_on_the_way_to_a_picture_which_goes_where_the_mark_was() {
    let trial = Trial::new();
    let body = "Ett stycke.\nPå två rader.\n\nEtt till.\n\nDet sista.";
    let form = trial.form_of("Hej");
    let base = trial.base(&form);
    let fields = [("_base", &*base), ("_do", "file"), ("_body", body), ("_rad", "0")];
    let saved = trial.post(&form, &fields);
    assert!(
        saved.status == 303 && saved.head.contains(&format!("{form}/fil?sparat=1&rad=0")),
        "{}",
        saved.head
    );
    assert!(trial.read(NEWS).ends_with(&format!("\n{body}\n")), "{}", trial.read(NEWS));
    let page = trial.get(&format!("{form}/fil?sparat=1&rad=0")).text;
    assert!(page.contains("där markören stod") && page.contains("name=\"rad\" value=\"0\""), "{page}");
    let to = format!("{form}/fil");
    let picture = [("slag", "bild"), ("plats", "text"), ("alt", "Ett torn"), ("rad", "0")];
    assert_eq!(send_to(&trial, &to, &picture, &[("fil", "a.jpg", &photograph())]).status, 303);
    let expected = body.replace("rader.\n", "rader.\n\n![Ett torn](../images/a.jpg)\n");
    assert!(trial.read(NEWS).ends_with(&format!("\n{expected}\n")), "{}", trial.read(NEWS));
    // Where there is no such line it goes to the end, and what is no number is no line.
    for row in ["400", "x", "-1"] {
        let picture = [("slag", "bild"), ("plats", "text"), ("alt", "Sist"), ("rad", row)];
        assert_eq!(send_to(&trial, &to, &picture, &[("fil", "b.jpg", &photograph())]).status, 303, "{row}");
        assert!(trial.read(NEWS).ends_with("![Sist](../images/b.jpg)\n"), "{}", trial.read(NEWS));
    }
    // A new text is made on the way.
    let new = [("_do", "file"), ("title", "Nytt"), ("lead", "Ja."), ("_body", "A.\n\nB."), ("_rad", "2")];
    let made = trial.post("/redigera/ny/alfa/news", &new);
    assert!(made.status == 303 && made.head.contains("/fil?sparat=1&rad=2"), "{}", made.head);
}

#[test]
fn a_picture_of_more_pixels_than_pages_can_use_is_made_smaller_in_the_folder() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    for (format, name) in [(ImageFormat::Jpeg, "stor.jpg"), (ImageFormat::Png, "stor.png")] {
        let pixels =
            RgbImage::from_fn(3000, 1500, |x, y| image::Rgb([(x / 12) as u8, (y / 6) as u8, (x ^ y) as u8]));
        let mut bytes = Vec::new();
        DynamicImage::ImageRgb8(pixels).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
        let picture = [("slag", "bild"), ("plats", "text"), ("alt", "Stor")];
        let sent = send_to(&trial, &format!("{form}/fil"), &picture, &[("fil", name, &bytes)]);
        assert_eq!(sent.status, 303, "{}", sent.text);
        let written = std::fs::read(trial.root.path().join("content/alfa/images").join(name)).unwrap();
        let made = image::load_from_memory(&written).unwrap();
        assert_eq!((made.width(), made.height()), (2400, 1200), "{name}");
    }
}

const COPY: &str = "content/alfa/centres/ett-DESKTOP-AB12.yaml";

#[test]
fn a_copy_that_a_shared_folder_made_is_shown_beside_its_file_and_the_one_not_taken_is_kept() {
    for (choice, phone) in [("leave", "610 00"), ("take", "610 77")] {
        let trial = Trial::new();
        trial.write(COPY, &FILE.replace("610 00", "610 77"));
        let page = trial.get("/redigera/k/alfa").text;
        let link = page.split("/redigera/kopia/").nth(1).unwrap_or_else(|| panic!("{page}"));
        let link = format!("/redigera/kopia/{}", &link[..16]);
        let shown = trial.get(&link).text;
        assert!(shown.contains("610 00") && shown.contains("610 77") && shown.contains("unlike"), "{shown}");
        assert_eq!(trial.post(&link, &[("_do", "x")]).status, 404);
        let before = trial.all();
        assert_eq!(trial.post(&link, &[("_do", choice)]).status, 303);
        assert_eq!(trial.read(CENTRE), FILE.replace("610 00", phone), "{choice}");
        assert!(!trial.root.path().join(COPY).exists());
        let other = if choice == "take" { "610 00" } else { "610 77" };
        let kept = trial
            .all()
            .into_iter()
            .filter(|(path, _)| path.components().any(|part| part.as_os_str() == ".fcsite"));
        let kept: Vec<String> = kept.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
        assert!(kept.iter().any(|text| text.contains(other)), "{choice}: {kept:?}");
        assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
        assert!(before.iter().all(|file| trial.all().contains(file)), "{choice}");
    }
    // What is no copy has no such page.
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    assert_eq!(trial.get(&form.replace("/f/", "/kopia/")).status, 404);
}

#[test]
fn a_file_that_another_program_has_open_is_said_to_be() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    assert!(!trial.get(&form).text.contains("öppen i ett annat program"));
    for sign in [".~lock.ett.yaml#", ".ett.yaml.swp", "~$ett.yaml"] {
        let path = format!("content/alfa/centres/{sign}");
        trial.write(&path, "");
        assert!(trial.get(&form).text.contains("öppen i ett annat program"), "{sign}");
        std::fs::remove_file(trial.root.path().join(path)).unwrap();
    }
}

#[test]
fn an_unfinished_text_is_saved_as_a_draft_and_not_published() {
    let trial = crate::rooms::built();
    let made = trial.post(
        "/redigera/ny/alfa/news",
        &[("title", "Halvfärdig"), ("lead", "Mer kommer."), ("draft", "true"), ("_body", "")],
    );
    assert_eq!(made.status, 303, "{}", made.text);
    let day = "2026-03-01".parse().unwrap();
    let mut job =
        fcsite::host::run::BuildJob { private: false, ..crate::rooms::job(trial.root.path(), "public") };
    // As the program has it: what is shown to the writer is not what is sent.
    job.options.settings.drafts = false;
    trial.editor.publishes(job, Some(day));
    std::fs::create_dir(trial.root.path().join("visas")).unwrap();
    trial.write("publish.yaml", "intern:\n  mapp: visas\n");
    let seen = trial.post("/redigera/publicera", &[("target", "intern"), ("_do", "look")]);
    assert!(!seen.text.contains("halvfardig"), "{}", seen.text);
}
