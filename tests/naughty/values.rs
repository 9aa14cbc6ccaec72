//! Naughty strings as values of a centre, as they are and in quotes.

use fcsite::base::Code;

use super::project::{FITTJA, Project};
use super::{built, each, strings};

/// A centre with `@` in each place where somebody writes a text.
const CENTRE: &str = "name: @
status: open
address:
  street: @
  city: @
  entrance: @
owner: @
phone: @
email: @
url: @
services:
  - kind: child_health
    name: @
    phone: @
    url: @
    operator:
      type: other
      name: @
  - kind: other
    name: @
hours:
  monday: @
exceptions:
  - from: @
    closed: true
    reason: @
activities:
  - id: @
    title: @
    day: @
    from: 9.00
    to: 10.00
notices:
  - title: @
    body: @
    links:
      - title: @
        url: @
premises:
  note: @
getting_there:
  transit: @
  car: @
  pram_parking: @
images:
  - src: @
    alt: @
    credit: @
    consent: @
reviewed: @
";

/// What is well in a place where another text stands than the string.
fn filler(line: &str) -> &'static str {
    let key = line.trim_start().trim_start_matches("- ").split(':').next().unwrap_or_default();
    match key {
        "phone" => "08-123 456 78",
        "email" => "a@b.example",
        "url" => "https://a.example",
        "monday" => "9–12",
        "from" => "2026-11-20",
        "id" => "sang",
        "day" => "monday",
        "src" => "images/lek.png",
        "reviewed" => "2026-11-01",
        _ => "Text",
    }
}

/// The centre with this in one of its places.
fn with_at(place: usize, value: &str) -> String {
    let mut seen = 0;
    let mut lines = Vec::new();
    for line in CENTRE.lines() {
        if !line.contains('@') {
            lines.push(line.to_string());
            continue;
        }
        let here = if seen == place { value } else { filler(line) };
        seen += 1;
        lines.push(line.replace('@', here));
    }
    lines.join("\n") + "\n"
}

fn places() -> usize {
    CENTRE.matches('@').count()
}

#[test]
fn a_centre_with_fillers_is_well() {
    let (built, wrong) = built(&Project::new().with(FITTJA, with_at(usize::MAX, "")));
    assert_eq!(wrong, Vec::<String>::new());
    assert!(!built.report.has_errors(), "{:?}", built.told());
}

/// Each string in one place after the other, so that each place sees a share of all strings, and each string some of the places.
fn pairs(strings: &[String], step: usize) -> Vec<(usize, &String)> {
    let places = places();
    strings
        .iter()
        .enumerate()
        .flat_map(|(index, string)| (index % step..places).step_by(step).map(move |place| (place, string)))
        .collect()
}

#[test]
fn a_string_in_any_place_of_a_centre_works_or_is_told_there() {
    let strings = strings();
    each(&pairs(&strings, 6), |(place, string)| {
        let project = Project::new().with(FITTJA, with_at(*place, string));
        let (built, mut wrong) = built(&project);
        if !built.has("botkyrka/familjecentraler/fittja/index.html") && !built.report.has_errors() {
            wrong.push("the page is lost without a word".to_string());
        }
        for found in &built.report.diagnostics {
            if found.file.as_ref().is_some_and(|file| file.as_str() == FITTJA) && found.place.is_none() {
                wrong.push(format!("no place: {found:?}"));
            }
        }
        wrong
    });
}

#[test]
fn a_string_in_quotes_is_a_text_and_never_a_fault_of_yaml() {
    let strings = strings();
    each(&pairs(&strings, 7), |(place, string)| {
        let quoted = format!("\"{}\"", string.replace('\\', "\\\\").replace('"', "\\\""));
        let (built, mut wrong) = built(&Project::new().with(FITTJA, with_at(*place, &quoted)));
        let is_text = !string.contains(|c: char| c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
        if is_text && built.codes().contains(&Code::YamlSyntax) {
            wrong.extend(built.told());
        }
        wrong
    });
}
