//! What is not finished: it is saved all the same, what it lacks is said, and nothing of it is published. And something new, seen before it is
//! in any file.

use std::process::Command;

use fcsite::base::{Code, Severity, SourcePath};
use fcsite::parse::{Role, parse};

use crate::rooms::{build, built, framed};
use crate::server::{CENTRE, FILE, Got, NEWS, Trial, value_of};

const NEW: &str = "/redigera/ny/alfa/news";

fn location(got: &Got) -> String {
    let line = got.head.lines().find(|line| line.to_lowercase().starts_with("location:"));
    line.map(|line| line["location:".len()..].trim().to_string()).unwrap_or_else(|| panic!("{}", got.head))
}

fn news(trial: &Trial) -> Vec<String> {
    let folder = trial.root.path().join("content/alfa/news");
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

/// The real program's build of the site.
fn program(trial: &Trial, more: &[&str]) -> (bool, String) {
    let arguments = ["build", "--lang", "sv", "--now", "2026-03-01", "-s"];
    let mut command = Command::new(env!("CARGO_BIN_EXE_fcsite"));
    let output = command.args(arguments).arg(trial.root.path()).args(more).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_draft_without_a_lead_is_saved_what_it_lacks_is_said_and_the_site_is_built() {
    let trial = built();
    let made = trial
        .post(NEW, &[("title", "Halvfärdig"), ("lead", ""), ("draft", "true"), ("_body", "Mer kommer.")]);
    assert_eq!(made.status, 303, "{}", made.text);
    let name = news(&trial).into_iter().find(|name| name.ends_with("halvfardig.md")).unwrap();
    let path = format!("content/alfa/news/{name}");
    assert_eq!(trial.read(&path), "---\nrubrik: Halvfärdig\nutkast: ja\n---\n\nMer kommer.\n");
    let form = location(&made);
    let page = trial.get(&form).text;
    assert!(page.contains("Sparat.") && page.contains("Innan det kan publiceras"), "{page}");
    assert!(page.contains("<a href=\"#lead\">Ingress måste fyllas i.</a>"), "{page}");
    for more in [&[][..], &["--drafts", "--future"]] {
        let (is_built, told) = program(&trial, more);
        assert!(is_built && told.contains("FC0022") && told.contains("varning"), "{told}");
    }
    // To publish it the lead must be there: the field says so, and the file stays as it is.
    let form = form.split('?').next().unwrap().to_string();
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("draft", "false")];
    let refused = trial.post(&form, &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("id=\"fel-lead\"><p>Ingress måste fyllas i."), "{}", refused.text);
    assert!(trial.read(&path).contains("utkast: ja"));
    let fields =
        [("_base", &*trial.base(&form)), ("_do", "save"), ("draft", "false"), ("lead", "Nu är den klar.")];
    assert_eq!(trial.post(&form, &fields).status, 303);
    assert_eq!(trial.read(&path), "---\nrubrik: Halvfärdig\ningress: Nu är den klar.\n---\n\nMer kommer.\n");
    assert!(!trial.get(&form).text.contains("Innan det kan publiceras"));
}

#[test]
fn what_is_not_finished_is_offered_as_a_draft_and_nothing_of_it_is_lost() {
    let trial = Trial::new();
    let fields = [("title", "Utan ingress"), ("lead", ""), ("_body", "Min långa text")];
    let refused = trial.post(NEW, &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("value=\"draft\">Spara som utkast"), "{}", refused.text);
    assert!(refused.text.contains("Min långa text") && refused.text.contains("href=\"#lead\""));
    assert_eq!(news(&trial).len(), 1);
    // It is kept without any script, and offered.
    assert!(trial.get(NEW).text.contains("hamta=1"));
    assert!(trial.get(&format!("{NEW}?hamta=1")).text.contains("Min långa text"));
    let made = trial.post(NEW, &[&[("_do", "draft")], &fields[..]].concat());
    assert_eq!(made.status, 303, "{}", made.text);
    let name = news(&trial).into_iter().find(|name| name.ends_with("utan-ingress.md")).unwrap();
    let path = format!("content/alfa/news/{name}");
    assert_eq!(trial.read(&path), "---\nrubrik: Utan ingress\nutkast: ja\n---\n\nMin långa text\n");
    assert!(!trial.get(NEW).text.contains("hamta=1"));
    // Without a title there is no name for a file: it stays in the editor.
    let refused = trial.post(NEW, &[("title", ""), ("draft", "true"), ("_body", "Bara en text")]);
    assert!(refused.status == 422 && refused.text.contains("id=\"fel-title\""), "{}", refused.text);
    assert!(trial.get(&format!("{NEW}?hamta=1")).text.contains("Bara en text"));
    assert_eq!(news(&trial).len(), 2);
    // What no draft may have can be saved too, by somebody who wants to.
    let wrong = [("title", "Fel"), ("lead", "L."), ("draft", "true"), ("_body", "# Rubrik")];
    let refused = trial.post(NEW, &wrong);
    assert!(refused.status == 422 && refused.text.contains("value=\"force\""), "{}", refused.text);
    assert!(!refused.text.contains("value=\"draft\">"), "{}", refused.text);
    assert_eq!(trial.post(NEW, &[&[("_do", "force")], &wrong[..]].concat()).status, 303);
    assert_eq!(news(&trial).len(), 3);
}

#[test]
fn a_published_text_that_loses_its_lead_becomes_a_draft_or_stays_as_it_is() {
    let trial = Trial::new();
    let (form, before) = (trial.form_of("Hej"), trial.read(NEWS));
    let fields = |what| vec![("_base", trial.base(&form)), ("_do", what), ("lead", String::new())];
    let send = |what: &str| {
        let fields = fields(what.to_string());
        trial.post(&form, &fields.iter().map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
    };
    let refused = send("save");
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("value=\"draft\">Spara som utkast"), "{}", refused.text);
    assert_eq!(trial.read(NEWS), before);
    assert_eq!(send("draft").status, 303);
    assert_eq!(trial.read(NEWS), "---\nrubrik: Hej\nutkast: ja\n---\n\nEtt stycke.\n");
    // A centre is no draft.
    let form = trial.form_of("Familjecentralen Ett");
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("phone", "12")];
    assert!(!trial.post(&form, &fields).text.contains("value=\"draft\">"));
}

#[test]
fn what_a_draft_may_lack_is_a_warning_there_and_an_error_in_what_is_published() {
    let found = |front: &str, body: &str| {
        let path = SourcePath::new("content/alfa/news/2026-01-01-hej.md");
        let text = format!("---\nrubrik: Hej\n{front}---\n\n{body}\n");
        let parsed = parse(&path, &Role::of(&path).unwrap(), text.as_bytes());
        let codes = parsed.diagnostics.iter().map(|found| (found.code, found.severity)).collect::<Vec<_>>();
        assert!(parsed.document.is_some(), "{text}");
        codes
    };
    for (front, body, code) in [
        ("", "A.", Code::MissingField),
        ("ingress:\n", "A.", Code::EmptyText),
        ("ingress: ''\n", "A.", Code::EmptyText),
        ("ingress: B.\nbild: {fil: images/a.png}\n", "A.", Code::AltOrDecorative),
        ("ingress: B.\n", "![](../images/a.png)", Code::ImageWithoutAlt),
    ] {
        assert_eq!(found(front, body), [(code, Severity::Error)], "{front}{body}");
        let draft = format!("{front}utkast: ja\n");
        assert_eq!(found(&draft, body), [(code, Severity::Warning)], "{draft}{body}");
    }
    // What else is wrong is wrong in a draft, too.
    for (front, body) in
        [("ingress: B.\nkategori: ''\n", "A."), ("ingress: B.\n", "# A"), ("ingress: B.\nx: y\n", "A.")]
    {
        let found = found(&format!("{front}utkast: ja\n"), body);
        assert!(
            found.iter().all(|(_, severity)| *severity == Severity::Error) && !found.is_empty(),
            "{found:?}"
        );
    }
}

#[test]
fn what_holds_anyway_is_not_written_and_what_says_so_already_stays() {
    use fcsite::schema::Kind;
    let saved =
        |yaml: &str, answer: &str| crate::answered(Kind::News, yaml, "", &[("draft", answer)]).unwrap();
    let text = "rubrik: A\ningress: B\n";
    assert_eq!(saved(&format!("{text}utkast: ja # ännu\n"), "false"), text);
    assert_eq!(saved(text, "false"), text);
    assert_eq!(saved(&format!("{text}utkast: nej\n"), "false"), format!("{text}utkast: nej\n"));
    assert_eq!(saved(text, "true"), format!("{text}utkast: ja\n"));
    assert_eq!(saved(&format!("{text}utkast: nej\n"), ""), text);
    let page = Trial::new();
    let form = page.get(&page.form_of("Hej")).text;
    assert!(form.contains("<option value=\"false\" selected>Nej</option>"), "{form}");
}

#[test]
fn a_finished_translation_says_nothing_of_drafts_and_one_that_is_not_is_told_of_in_the_words_of_the_form() {
    let trial = Trial::new();
    let form = trial.form_of("Hej");
    let made = trial.post(&format!("{form}/oversatt"), &[("sprak", "en")]);
    let form = location(&made).split('?').next().unwrap().to_string();
    let fields = [("_base", &*trial.base(&form)), ("_do", "save"), ("draft", "false")];
    let refused = trial.post(&form, &fields);
    assert_eq!(refused.status, 422);
    assert!(refused.text.contains("Översätt") && !refused.text.contains("fcsite new"), "{}", refused.text);
    let fields = [
        ("_base", &*trial.base(&form)),
        ("_do", "save"),
        ("draft", "false"),
        ("title", "Hello"),
        ("lead", "You."),
        ("_body", "A paragraph."),
    ];
    assert_eq!(trial.post(&form, &fields).status, 303);
    let text = trial.read("content/alfa/news/2026-01-01-hej.en.md");
    assert!(text.contains("Hello") && !text.contains("utkast") && !text.contains("draft"), "{text}");
    // Nor does a remark that spoke of the line that is gone stand above another.
    assert!(!text.contains("Ta bort den här raden") && !text.contains("\n\n\n"), "{text}");
}

#[test]
fn something_new_is_seen_before_it_is_in_any_file_by_the_real_build() {
    let trial = built();
    let before = trial.all();
    for (kind, title, at) in [("news", "Alldeles ny", "/nyheter/"), ("page", "Helt ny", "/alfa/helt-ny/")] {
        let new = format!("/redigera/ny/alfa/{kind}");
        let empty = trial.post(&new, &[("_do", "preview"), ("_body", "Halv")]);
        assert_eq!(empty.status, 200, "{}", empty.text);
        assert!(
            empty.text.contains("Skriv en rubrik, så visas sidan här.") && !empty.text.contains("<iframe")
        );
        let fields = [
            ("_do", "preview"),
            ("title", title),
            ("lead", "En ingress."),
            ("draft", "true"),
            ("_body", "## Mellan\n\nOrd."),
        ];
        let seen = trial.post(&new, &fields);
        assert_eq!(seen.status, 200, "{}", seen.text);
        assert!(seen.text.contains(at), "{}", seen.text);
        let page = framed(&trial, &seen.text);
        assert!(page.contains(&format!("{title}</h1>")) && page.contains("Mellan</h2>"), "{page}");
        // What was typed stays in the form, and made anew the page has the same address.
        assert!(seen.text.contains(&format!("value=\"{title}\"")));
        let word = value_of(&seen.text, "_visa");
        let again =
            trial.post(&new, &[&[("_visa", &*word)], &fields[..4], &[("_body", "Andra ord.")]].concat());
        assert_eq!(value_of(&again.text, "_visa"), word);
        assert!(framed(&trial, &again.text).contains("Andra ord."));
        // What is wrong stands at its field, and the last page that could be made stays.
        let wrong = trial.post(&new, &[&[("_visa", &*word)], &fields[..4], &[("_body", "# Ett")]].concat());
        assert!(wrong.status == 422 && wrong.text.contains("id=\"fel-body\""), "{}", wrong.text);
        assert!(framed(&trial, &wrong.text).contains("Andra ord."));
    }
    let new = "/redigera/ny/alfa/centre";
    let half = trial.post(new, &[("_do", "preview"), ("name", "Familjecentralen Två")]);
    assert!(half.status == 200 && half.text.contains("kryssa i minst en verksamhet"), "{}", half.text);
    let fields = [
        ("_do", "preview"),
        ("name", "Familjecentralen Två"),
        ("phone", "08-530 610 55"),
        ("verksamhet-child_health", "ja"),
    ];
    let seen = trial.post(new, &fields);
    assert_eq!(seen.status, 200, "{}", seen.text);
    let page = framed(&trial, &seen.text);
    assert!(page.contains("Familjecentralen Två") && page.contains("08-530 610 55"), "{page}");
    let wrong =
        trial.post(new, &[&fields[..2], &[("phone", "12"), ("verksamhet-child_health", "ja")]].concat());
    assert!(wrong.status == 422 && wrong.text.contains("id=\"fel-phone\""), "{}", wrong.text);
    assert_eq!(trial.all(), before, "nothing is written by looking");
}

#[test]
fn a_preview_of_something_new_is_the_page_that_a_build_makes_of_it_once_it_is_saved() {
    let trial = built();
    let fields = [("title", "Ny sida"), ("_body", "Text.")];
    let seen = trial.post("/redigera/ny/alfa/page", &[&[("_do", "preview")], &fields[..]].concat());
    let shown = framed(&trial, &seen.text);
    assert_eq!(trial.post("/redigera/ny/alfa/page", &fields).status, 303);
    build(&trial);
    let page = trial.read(".fcsite/serve/alfa/ny-sida/index.html");
    // A page that is served has the client of the server, and nothing else more.
    let bare = |page: &str| page.replace("<script src=\"/.fcsite/client.js\"", "<script ").len();
    let (shown_title, title) = (shown.matches("Ny sida").count(), page.matches("Ny sida").count());
    assert!(shown.contains("Text.</p>") && shown_title == title, "{} {}", bare(&shown), bare(&page));
}

#[test]
fn the_hours_of_a_day_are_copied_to_any_other_days_without_a_script_and_nothing_is_saved() {
    let trial = Trial::new();
    let hours = format!("{}?bara=tider", trial.form_of("Familjecentralen Ett"));
    let page = trial.get(&hours).text;
    assert!(page.contains("Kopiera till fler dagar") && page.contains("name=\"_till.hours.6\""), "{page}");
    let base = trial.base(&hours);
    let fields = [
        ("_base", &*base),
        ("_do", "copy:hours"),
        ("hours.5", "10–14"),
        ("hours.6", ""),
        ("hours.2", "9–12"),
        ("_fran.hours", "5"),
        ("_till.hours.6", "ja"),
        ("_till.hours.2", "ja"),
    ];
    let copied = trial.post(&hours, &fields);
    assert_eq!(copied.status, 200, "{}", copied.text);
    let value = |day: usize| value_of(&copied.text, &format!("hours.{day}"));
    assert_eq!([value(2), value(5), value(6), value(1)], ["10–14", "10–14", "10–14", "9–12"]);
    assert_eq!(trial.read(CENTRE), FILE);
    // What nobody has chosen copies nothing.
    for more in [("_fran.hours", "x"), ("_fran.hours", "9"), ("_do", "copy:")] {
        let mut fields: Vec<(&str, &str)> = fields.to_vec();
        fields.retain(|(name, _)| *name != more.0);
        fields.push(more);
        assert_eq!(value_of(&trial.post(&hours, &fields).text, "hours.2"), "9–12", "{more:?}");
    }
}

#[test]
fn a_field_that_stands_twice_is_told_with_its_line_and_the_file_is_never_written() {
    let trial = Trial::new();
    let form = trial.form_of("Familjecentralen Ett");
    let base = trial.base(&form);
    for (twice, line, name) in [
        (format!("{FILE}telefon: 08-530 610 01\n"), 11, "telefon"),
        (format!("{FILE}phone: 08-530 610 01\n"), 11, "phone"),
        (FILE.replace("    namn: BVC Ett\n", "    namn: BVC Ett\n    namn: BVC Två\n"), 8, "namn"),
    ] {
        trial.write(CENTRE, &twice);
        let page = trial.get(&form).text;
        assert!(page.contains("Filen kan inte visas som formulär"), "{page}");
        assert!(page.contains(&format!("ett.yaml:{line}: ")) && page.contains(name), "{page}");
        assert!(page.contains("står här två gånger") || page.contains("är samma fält"), "{page}");
        let marked = format!(
            "<li value=\"{line}\" class=\"unlike\"><strong>Felet är här:</strong> <span class=\"text\">"
        );
        assert!(page.contains(&marked), "{page}");
        for what in ["save", "force", "draft", "preview", "remove"] {
            trial.post(&form, &[("_base", &base), ("_do", what), ("phone", "08-530 610 77")]);
            assert_eq!(trial.read(CENTRE), twice, "{what}");
        }
    }
    let form = trial.form_of("Hej");
    trial.write(NEWS, "---\nrubrik: Hej\ningress: Du.\nrubrik: Hopp\n---\n\nEtt stycke.\n");
    let page = trial.get(&form).text;
    assert!(page.contains("2026-01-01-hej.md:4: Fältet ”rubrik” står här två gånger."), "{page}");
}
