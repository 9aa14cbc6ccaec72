//! New files: valid as they are, and valid with every field that they offer taken up.

use fcsite::base::{Code, Diagnostic, Locale, Messages, names};
use fcsite::parse::scb;
use fcsite::scaffold::{self, NewCentre, NewFile, NewMunicipality, NewNews, NewPage, Setting};

use super::project::{BOTKYRKA, IMAGE, Project, SITE, told};

fn setting(messages: &Messages) -> Setting<'_> {
    Setting { messages, today: "2026-11-16".parse().unwrap(), has_schemas: true }
}

/// A file with the fields for the taking taken: `# field:` becomes `field:`.
fn taken(file: &NewFile) -> NewFile {
    let mut is_field = false;
    let line = |line: &str| {
        let Some(rest) = line.strip_prefix("# ") else {
            is_field = false;
            return line.to_string();
        };
        // A remark is a sentence; a field is a name with a colon, and lines further in that belong to it.
        let name = rest.split(':').next().unwrap_or_default();
        let begins = rest.contains(':')
            && !rest.starts_with(' ')
            && name.chars().all(|c| c.is_lowercase() || c == '_' || names::is_swedish(name));
        let goes_on = is_field && rest.starts_with("  ");
        is_field = begins || goes_on;
        if is_field { rest.to_string() } else { line.to_string() }
    };
    let text = file.text.lines().map(line).collect::<Vec<_>>().join("\n") + "\n";
    NewFile { path: file.path.clone(), text }
}

#[test]
fn the_days_that_new_files_offer_are_still_to_come_in_any_year() {
    let messages = Messages::of(Locale::Swedish);
    let later = Setting { today: "2031-03-01".parse().unwrap(), ..setting(&messages) };
    for file in all(later) {
        // A phone number of an example is no year.
        let years = file.text.match_indices("20").map(|(at, _)| &file.text[at..]);
        let old = years.filter(|text| ["202", "2030"].iter().any(|year| text.starts_with(year)));
        assert_eq!(old.count(), 0, "{}", file.text);
        assert!(file.text.contains("2032-"), "{}", file.text);
    }
}

fn all(setting: Setting<'_>) -> Vec<NewFile> {
    let centre = |is_planned: bool, street: Option<&str>, id: &str| NewCentre {
        municipality: "nacka".to_string(),
        id: id.to_string(),
        name: format!("Familjecentralen: vid ”ån” #{}", 1 + u8::from(is_planned)),
        street: street.map(str::to_string),
        postal_code: Some("145 61".to_string()),
        city: Some("Saltsjö-Boo".to_string()),
        phone: is_planned.then(|| "08-530 610 00".to_string()),
        is_planned,
        ..NewCentre::default()
    };
    let municipality = |phone: Option<&str>| NewMunicipality {
        id: "nacka".to_string(),
        name: "Nacka kommun".to_string(),
        code: "0182".to_string(),
        phone: phone.map(str::to_string),
        ..NewMunicipality::default()
    };
    vec![
        scaffold::municipality(&municipality(None), setting),
        scaffold::centre(&centre(false, Some("Storgatan 1"), "fittja"), setting),
        scaffold::centre(&centre(true, None, "planerad"), setting),
        scaffold::news(
            &NewNews {
                municipality: "nacka".to_string(),
                id: "hej".to_string(),
                title: "Öppet: hela \"sommaren\"".to_string(),
                ..NewNews::default()
            },
            setting,
        ),
        scaffold::page(
            &NewPage {
                municipality: "nacka".to_string(),
                id: "fragor".to_string(),
                title: "Frågor: och svar".to_string(),
                ..NewPage::default()
            },
            setting,
        ),
    ]
}

fn project(files: &[NewFile]) -> Project {
    let empty = Project::new().with("content/nacka/images/bild.jpg", jpeg());
    files.iter().fold(empty, |project, file| project.with(&file.path, file.text.as_str()))
}

fn jpeg() -> Vec<u8> {
    super::project::encoded(4, 3, image::ImageFormat::Jpeg)
}

#[test]
fn new_files_have_no_fault_in_either_language() {
    for locale in Locale::ALL {
        let findings = project(&all(setting(&Messages::of(locale)))).drafts().check();
        let told: Vec<String> = findings.diagnostics.iter().map(told).collect();
        // A statement and an address must be written by those who know them.
        let rest: Vec<&String> =
            told.iter().filter(|told| !told.contains("FC0086") && !told.contains("FC0217")).collect();
        assert!(rest.is_empty(), "{rest:#?}");
    }
}

#[test]
fn every_field_that_a_new_file_offers_is_valid_when_it_is_taken() {
    for locale in Locale::ALL {
        let messages = Messages::of(locale);
        let files: Vec<NewFile> = all(setting(&messages)).iter().map(taken).collect();
        for (file, fields) in files.iter().zip([
            &[
                "\nregion:",
                "\ncontact:",
                "\nholidays:",
                "\nnavigation:",
                "\nnotices:",
                "\naccessibility_statement:",
            ][..],
            &["\nopened:", "\ngeo:", "\nhours:", "\nexceptions:", "\nactivities:", "\npremises:", "\nowner:"],
            &["\nplanned_opening:", "\naddress:", "\nspoken_languages:", "\ngetting_there:"],
            &["\ncategory:", "\ncentres:", "\nimage:", "\npublished_by:", "\nuntil:"],
            &["\nnavigation:", "\nweight:", "\npublished_by:", "\nuntil:"],
        ]) {
            for field in fields {
                // Who writes Swedish is offered Swedish names.
                let said = |name: &str| {
                    let of = if file.path.ends_with(".md") { "Page" } else { "" };
                    names::swedish_names(of, name).to_vec()
                };
                let own = match locale {
                    Locale::English => vec![],
                    Locale::Swedish => said(field.trim_matches(['\n', ':'])),
                };
                assert!(
                    file.text.contains(field) && locale == Locale::English
                        || own.iter().any(|own| file.text.contains(&format!("\n{own}:"))),
                    "{}: {field} is not offered in {}",
                    file.path,
                    locale.tag()
                );
            }
        }
        let found = project(&files).drafts().check().diagnostics;
        // What is there to be replaced is told, and nothing else.
        let is_else = |found: &&Diagnostic| found.is_error() && found.code != Code::TemplateText;
        let told: Vec<String> = found.iter().filter(is_else).map(told).collect();
        assert!(told.is_empty(), "{}: {told:#?}", locale.tag());
    }
}

#[test]
fn a_new_site_builds_and_nothing_is_found_in_it() {
    for locale in Locale::ALL {
        let messages = Messages::of(locale);
        let mut project = Project::new().without(BOTKYRKA).without(SITE).without(IMAGE);
        for path in project.paths() {
            project = project.without(path.as_str());
        }
        let files = scaffold::site(setting(&messages));
        for file in files.iter().filter(|file| file.path.starts_with("content/")) {
            project = project.with(&file.path, file.text.as_str());
        }
        let findings = project.check();
        assert_eq!(findings.diagnostics.iter().map(told).collect::<Vec<_>>(), Vec::<String>::new());
        let built = project.pages();
        for page in ["index.html", "exempel/index.html", "exempel/familjecentraler/storgatan/index.html"] {
            assert!(built.has(page), "{page}");
        }
    }
}

#[test]
fn what_the_readme_names_stands_in_the_files_beside_it() {
    for locale in Locale::ALL {
        let messages = Messages::of(locale);
        let mut files = scaffold::site(setting(&messages));
        let readme = files.iter().position(|file| file.path == "README.md").unwrap();
        let readme = files.remove(readme).text;
        files.push(scaffold::news(
            &NewNews { municipality: "exempel".into(), ..NewNews::default() },
            setting(&messages),
        ));
        let is_name = |quoted: &&str| {
            !quoted.contains(['/', '\n', '#']) && !quoted.is_empty() && !quoted.starts_with("fcsite ")
        };
        let names: Vec<&str> = readme.split('`').skip(1).step_by(2).filter(is_name).collect();
        assert!(names.len() >= 4, "{names:?}");
        for name in names {
            let stands = |line: &str| line == name || line.starts_with(&format!("{name}:"));
            let found = files.iter().any(|file| file.text.lines().any(stands));
            assert!(found, "{name} in {}", locale.tag());
        }
        let site = files.iter().find(|file| file.path == "content/site.yaml").unwrap();
        let offered = match locale {
            Locale::English => "#   hours: discard",
            Locale::Swedish => "#   öppettider: gallra",
        };
        assert!(site.text.contains(offered), "{}", site.text);
    }
}

#[test]
fn names_become_ids_as_a_person_would_choose_them() {
    for (name, id) in [
        ("Familjecentralen i Fittja", "fittja"),
        ("Bollmora familjecentral", "bollmora"),
        ("Familjens hus Öster", "oster"),
        ("Familjecentralen", "familjecentralen"),
        ("Hässelby/Vällingby", "hasselby-vallingby"),
    ] {
        assert_eq!(scaffold::centre_id(name), id, "{name}");
    }
    assert_eq!(scaffold::municipality_id("Upplands Väsby kommun"), "upplands-vasby");
    assert_eq!(scaffold::municipality_id("Stockholms stad"), "stockholm");
    assert_eq!(scaffold::title_id("Sommarstängt: åter i augusti!"), "sommarstangt-ater-i-augusti");
    let long = scaffold::title_id(&"ett mycket långt ord ".repeat(20));
    assert!(long.len() <= 60 && !long.ends_with('-') && long.ends_with("-langt"), "{long}");
}

#[test]
fn each_of_the_290_municipalities_can_be_made() {
    let messages = Messages::of(Locale::Swedish);
    let mut ids = std::collections::BTreeSet::new();
    for known in &scb::MUNICIPALITIES {
        let id = scaffold::municipality_id(known.name);
        // Habo and Håbo have the same address; who makes both is told, and gives one of them another with --id.
        let is_new = ids.insert(id.clone());
        assert!(fcsite::base::is_slug(&id) && (is_new || id == "habo"), "{}: {id}", known.name);
        let new = NewMunicipality {
            id,
            name: scb::official_name(known.name),
            code: known.code.to_string(),
            ..NewMunicipality::default()
        };
        let file = scaffold::municipality(&new, setting(&messages));
        let role = fcsite::parse::Role::of(&fcsite::base::SourcePath::new(&file.path)).unwrap();
        let path = fcsite::base::SourcePath::new(&file.path);
        let parsed = fcsite::parse::parse(&path, &role, file.text.as_bytes());
        assert!(parsed.diagnostics.is_empty(), "{}: {:?}", known.name, parsed.diagnostics);
    }
}

#[test]
fn the_example_shows_hours_seasons_exceptions_and_activities_and_is_right_on_any_day() {
    let messages = Messages::of(Locale::Swedish);
    let first: jiff::civil::Date = "2026-11-26".parse().unwrap();
    let whole = Project::new();
    let empty = whole.paths().iter().fold(whole.clone(), |project, path| project.without(path.as_str()));
    // Three years of days, with years of 53 weeks, an early and a late Easter.
    for days in (0..1100).step_by(11) {
        let today = first.checked_add(jiff::Span::new().days(days)).unwrap();
        let files = scaffold::site(Setting { today, ..setting(&messages) });
        let content = files.iter().filter(|file| file.path.starts_with("content/"));
        let project = content
            .fold(empty.clone(), |project, file| project.with(&file.path, file.text.as_str()))
            .on(&today.to_string());
        let told: Vec<String> = project.check().diagnostics.iter().map(told).collect();
        assert_eq!(told, Vec::<String>::new(), "{today}");
        if days > 0 {
            continue;
        }
        let built = project.pages();
        let page = built.page("exempel/familjecentraler/storgatan/index.html");
        for words in [
            "Vanliga öppettider",
            "Sommartider",
            "Planeringsdag",
            "Julstängt",
            "Sommarstängt",
            "Bebiscafé",
            "jämna veckor",
        ] {
            assert!(page.contains(words), "{words}");
        }
        assert!(built.has("exempel/affisch/storgatan.html") && built.has("exempel/kalender/index.html"));
        // One is cancelled and one moved, and both are days of the activity.
        let calendar = built.page("exempel/familjecentraler/storgatan/kalender.ics");
        for words in ["STATUS:CANCELLED", "Flyttad: Sagostund", "SUMMARY:Julstängt"] {
            assert!(calendar.contains(words), "{words}\n{calendar}");
        }
    }
}
