//! Files of other programs that are brought to the editor: shown first, written by a second press, and nothing written over.

use crate::server::{CENTRE, FILE, Got, Trial, value_of};
use crate::uploads::{photograph, send_to};

const LIST: &str =
    "Aktivitet;Dag;Tid;Ledare\nBabymassage;onsdagar;kl. 10-11;Anna\nRytmik;fredag;efter lunch;Anna\n";
const WORD: &[u8] = include_bytes!("../import/word.docx");
const EXPORT: &[u8] = include_bytes!("../import/wordpress.xml");
const NEWS: &str = "/redigera/ny/alfa/news/hamta";

fn look(trial: &Trial, to: &str, name: &str, bytes: &[u8]) -> Got {
    send_to(trial, to, &[], &[("fil", name, bytes)])
}

fn centre(trial: &Trial) -> String {
    format!("{}/hamta", trial.form_of("Familjecentralen Ett"))
}

#[test]
fn a_list_is_shown_with_its_columns_and_rows_and_a_second_press_writes_it() {
    let trial = Trial::new();
    let to = centre(&trial);
    assert!(trial.get("/redigera/k/alfa").text.contains(&to), "the way there");
    assert!(trial.get(&to).text.contains("type=\"file\""));
    let shown = look(&trial, &to, "program.csv", LIST.as_bytes());
    assert_eq!(shown.status, 200, "{}", shown.text);
    for told in [
        "B (Dag) → <strong>Dag</strong>",
        "<td>Babymassage</td><td>onsdag</td><td>10.00–11.00</td>",
        "Rad 3, kolumn C (Tid): ”efter lunch” är inget klockslag",
        "Kolumn D (Ledare)",
        "Inget är skrivet än",
        "En ny aktivitet för Familjecentralen Ett, en rad som inte följer med.",
    ] {
        assert!(shown.text.contains(told), "{told} in {}", shown.text);
    }
    assert_eq!(trial.read(CENTRE), FILE);
    let word = value_of(&shown.text, "hamtat");
    let done = trial.post(&to, &[("hamtat", &word)]);
    assert_eq!(done.status, 303, "{}", done.text);
    let text = trial.read(CENTRE);
    assert!(
        text.starts_with(FILE) && text.contains("rubrik: Babymassage") && !text.contains("Rytmik"),
        "{text}"
    );
    let to_list = done
        .head
        .lines()
        .find_map(|line| line.strip_prefix("location: ").or(line.strip_prefix("Location: ")));
    assert!(trial.get(to_list.unwrap()).text.contains("tas inte med två gånger"));
    // The word is good for one time, and what is there is not taken twice.
    assert_eq!(trial.post(&to, &[("hamtat", &word)]).status, 422);
    let again = look(&trial, &to, "program.csv", LIST.as_bytes());
    assert!(
        again.text.contains("Det finns inget nytt att skriva") && !again.text.contains(">Skriv</button>"),
        "{}",
        again.text
    );
    assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    assert_eq!(trial.read(CENTRE), FILE);
}

#[test]
fn what_has_changed_meanwhile_is_shown_once_more_and_not_written() {
    let trial = Trial::new();
    let to = centre(&trial);
    let word = value_of(&look(&trial, &to, "a.csv", LIST.as_bytes()).text, "hamtat");
    let theirs = FILE.replace("610 00", "610 99");
    trial.write(CENTRE, &theirs);
    let again = trial.post(&to, &[("hamtat", &word)]);
    assert!(again.status == 422 && again.text.contains("har ändrats sedan"), "{}", again.text);
    assert_eq!(trial.read(CENTRE), theirs);
    let word = value_of(&again.text, "hamtat");
    assert_eq!(trial.post(&to, &[("hamtat", &word)]).status, 303);
    assert!(trial.read(CENTRE).starts_with(&theirs) && trial.read(CENTRE).contains("Babymassage"));
}

#[test]
fn a_text_of_word_becomes_a_draft_with_its_pictures_and_nothing_is_written_over() {
    let trial = Trial::new();
    let before = trial.all();
    let shown = look(&trial, NEWS, "C:\\texter\\sommar.docx", WORD);
    assert_eq!(shown.status, 200, "{}", shown.text);
    assert!(
        shown.text.contains("## Det här gör vi") && shown.text.contains("images/sommar-i-fittja"),
        "{}",
        shown.text
    );
    // The person reads the text, and not how a file holds it.
    let text = shown.text.split("aria-labelledby=\"texten\"").nth(1).unwrap().split("</div>").next().unwrap();
    assert!(text.contains(">Sommar i Fittja: så blir det\n") && !text.contains("rubrik:"), "{text}");
    assert!(!text.contains("utkast:") && !text.contains("# Titeln"), "{text}");
    assert_eq!(trial.all(), before);
    let done = trial.post(NEWS, &[("hamtat", &value_of(&shown.text, "hamtat"))]);
    assert_eq!(done.status, 303, "{}", done.text);
    let new: Vec<_> = trial.all().into_iter().filter(|file| !before.contains(file)).collect();
    let text = new.iter().find(|(path, _)| path.extension().is_some_and(|end| end == "md")).unwrap();
    assert!(String::from_utf8_lossy(&text.1).contains("utkast: ja"));
    assert_eq!(new.len(), 3, "a text and two pictures");
    let again = look(&trial, NEWS, "sommar.docx", WORD);
    assert!(again.status == 422 && again.text.contains("finns redan"), "{}", again.text);
    // All of it is one saving.
    assert_eq!(trial.post("/redigera/angra", &[]).status, 303);
    assert_eq!(trial.all(), before);
}

#[test]
fn an_export_of_wordpress_becomes_news_with_the_pictures_that_come_with_it() {
    let trial = Trial::new();
    let files: [(&str, &str, &[u8]); 3] = [
        ("fil", "export.xml", EXPORT),
        ("bilder", "huset.jpg", &photograph()),
        ("bilder", "annat.jpg", b"x"),
    ];
    let shown = send_to(&trial, NEWS, &[], &files);
    assert_eq!(shown.status, 200, "{}", shown.text);
    for told in [
        "2021-01-27-oppet-hus.md",
        "utkast",
        "följer inte med",
        "Rad 48, ”Flytt”: bilden https://fittja.example",
    ] {
        assert!(shown.text.contains(told), "{told} in {}", shown.text);
    }
    assert_eq!(trial.post(NEWS, &[("hamtat", &value_of(&shown.text, "hamtat"))]).status, 303);
    let text = trial.read("content/alfa/news/2021-01-27-oppet-hus.md");
    assert!(text.contains("kategori: Öppettid\n") && text.contains("../images/huset.jpg"), "{text}");
    let picture = std::fs::read(trial.root.path().join("content/alfa/images/huset.jpg")).unwrap();
    assert!(!picture.windows(4).any(|part| part == b"STOR"), "where it was taken is nobody's business");
    let pages = look(&trial, "/redigera/ny/alfa/page/hamta", "export.xml", EXPORT);
    assert!(pages.text.contains("om-oss.md"), "{}", pages.text);
}

#[test]
fn what_cannot_be_brought_in_is_refused_with_a_reason_that_names_no_command() {
    let trial = Trial::new();
    let (to, before) = (centre(&trial), trial.all());
    for (to, name, bytes, why) in [
        (&*to, "a.docx", WORD, "Den hämtas in på kommunens sida"),
        (&to, "a.xml", EXPORT, "ser ut som en export från WordPress"),
        (&to, "a.csv", &b"x;y\n1;2\n"[..], "ingen rad har rubriker"),
        (&to, "a.xlsx", b"PK\x03\x04", "skadad"),
        (NEWS, "a.csv", LIST.as_bytes(), "varken en text från Word"),
        (NEWS, "a.xml", b"<rss><a>", "inte hel från rad"),
        (NEWS, "a.xml", b"<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "inte hel från rad 1"),
        (NEWS, "", b"", "Välj en fil"),
    ] {
        let refused = look(&trial, to, name, bytes);
        assert_eq!(refused.status, 422, "{why}: {}", refused.text);
        assert!(refused.text.to_lowercase().contains(&why.to_lowercase()), "{why} in {}", refused.text);
        assert!(!refused.text.contains("--to"), "{}", refused.text);
    }
    assert_eq!(trial.all(), before);
}

#[test]
fn without_the_word_of_the_form_or_with_the_word_of_another_place_nothing_is_written() {
    let trial = Trial::new();
    let to = centre(&trial);
    let word = value_of(&look(&trial, &to, "a.csv", LIST.as_bytes()).text, "hamtat");
    let before = trial.all();
    assert_eq!(trial.post(NEWS, &[("hamtat", &word)]).status, 422);
    assert_eq!(trial.post(&to, &[("hamtat", "0123")]).status, 422);
    let origin = format!("http://{}", trial.host());
    let cookie = ("Cookie", trial.cookie.as_str());
    let body = format!("hamtat={word}");
    assert_eq!(trial.ask("POST", &to, &[cookie, ("Origin", &origin)], &body).status, 403);
    let kind = ("Content-Type", "multipart/form-data; boundary=x");
    let part = b"--x\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.csv\"\r\n\r\nx\r\n--x--";
    assert_eq!(trial.ask_with("POST", &to, &[cookie, ("Origin", &origin), kind], part).status, 403);
    let news = format!("{}/hamta", trial.form_of("Hej"));
    for nowhere in [
        news.as_str(),
        "/redigera/ny/beta/news/hamta",
        "/redigera/ny/alfa/centre/hamta",
        "/redigera/ny/../x/hamta",
    ] {
        assert!(matches!(look(&trial, nowhere, "a.csv", LIST.as_bytes()).status, 404 | 400), "{nowhere}");
    }
    // No more than two files are held, the first of three is gone.
    look(&trial, &to, "b.csv", LIST.as_bytes());
    look(&trial, &to, "c.csv", LIST.as_bytes());
    assert_eq!(trial.post(&to, &[("hamtat", &word)]).status, 422);
    assert_eq!(trial.all(), before);
}
