//! The long explanations: what they call wrong is told with their code, and what they call right is not.

use fcsite::base::{Code, Locale, Messages, names};

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE};

const THEME: &str = "themes/prov/theme.yaml";

/// Where the examples of each code stand.
pub fn places() -> Vec<(Code, &'static str)> {
    let lines = [include_str!("explained/files.txt"), include_str!("explained/pages.txt")];
    let entry = |line: &'static str| {
        let (code, place) = line.split_once(' ').unwrap();
        (Code::parse(code).unwrap_or_else(|| panic!("{code} is no code")), place)
    };
    lines.into_iter().flat_map(str::lines).filter(|line| !line.trim().is_empty()).map(entry).collect()
}

/// The base project with an example in its place.
pub fn with(place: &str, example: &str) -> Project {
    let project = Project::new();
    let text = |path: &str| String::from_utf8(project.bytes(path).to_vec()).unwrap();
    match place {
        "site" => project.clone().with(SITE, merged(&text(SITE), example)),
        "municipality" => project.clone().with(BOTKYRKA, merged(&text(BOTKYRKA), example)),
        "centre" => project.clone().with(FITTJA, merged(&text(FITTJA), example)),
        "news" | "page" => {
            let path = if place == "news" { NEWS } else { PAGE };
            let text = text(path);
            let mut parts = text.splitn(3, "---\n").skip(1);
            let (front, body) = (parts.next().unwrap(), parts.next().unwrap());
            project.clone().with(path, format!("---\n{}---\n{body}", merged(front, example)))
        }
        "body" => {
            let text = text(NEWS);
            let front = text.rsplit_once("---\n").unwrap().0;
            // The number that an example fills in.
            let project = project.clone().and(FITTJA, "phone: 08-465 004 04\n");
            project.with(NEWS, format!("{front}---\n\n{example}\n"))
        }
        "theme" => {
            let theme = merged("name: Prov\nextends: base\n", example);
            project.clone().with(THEME, theme).and(BOTKYRKA, "theme: prov\n")
        }
        other => panic!("there is no place {other}"),
    }
}

/// A YAML text with the fields of an example in the place of its own of the same names.
fn merged(text: &str, example: &str) -> String {
    let written: Vec<&str> = example.lines().filter(|line| begins_field(line)).filter_map(name).collect();
    let mut out = String::new();
    let mut is_dropped = false;
    for line in text.lines() {
        if begins_field(line) {
            // In whichever language.
            let is_same = |own: &str, new: &&str| own == *new || names::may_mean(new, own);
            is_dropped = name(line).is_some_and(|own| written.iter().any(|new| is_same(own, new)));
        }
        if !is_dropped {
            out.push_str(line);
            out.push('\n');
        }
    }
    format!("{out}{example}\n")
}

fn begins_field(line: &str) -> bool {
    line.starts_with(|c: char| !c.is_whitespace() && c != '#' && c != '-')
}

fn name(line: &str) -> Option<&str> {
    line.split_once(':').map(|(name, _)| name.trim())
}

#[test]
fn what_an_explanation_calls_wrong_is_told_with_its_code_and_what_it_calls_right_is_not() {
    let mut wrong = Vec::new();
    for (code, place) in places().into_iter().filter(|(_, place)| *place != "-") {
        for locale in Locale::ALL {
            let messages = Messages::whole(locale);
            let id = format!("explain-{code}");
            for (part, is_told) in [("wrong", true), ("right", false)] {
                let example =
                    messages.attribute(&id, part, &[]).unwrap_or_else(|| panic!("{id} has no {part}"));
                let found = with(place, &example).check().diagnostics;
                if found.iter().any(|found| found.code == code) != is_told {
                    let told: Vec<String> = found.iter().map(super::project::told).collect();
                    wrong.push(format!("{code} {} {part}: {example}\n  told {told:#?}", locale.tag()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} examples:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_code_says_where_its_examples_stand_and_shows_both_or_none() {
    let places = places();
    for code in Code::ALL {
        let found = places.iter().filter(|(known, _)| known == code).count();
        assert_eq!(found, 1, "{code} stands {found} times in tests/content/explained");
    }
    for locale in Locale::ALL {
        let messages = Messages::whole(locale);
        for (code, place) in &places {
            for part in ["wrong", "right"] {
                let shown = messages.attribute(&format!("explain-{code}"), part, &[]).is_some();
                assert_eq!(shown, *place != "-", "{code} {part} in {}", locale.tag());
            }
        }
    }
}
