//! Whole files changed by chance: what the build tells and what a schema tells are the same, as far as a schema can know it.

use fcsite::base::{At, Code, Diagnostic, Seg, Severity, SourcePath};
use fcsite::parse::{Role, parse};
use proptest::prelude::*;
use serde_json::Value;
use serde_yaml::Value as Yaml;

use super::super::fields::{WHOLE, whole};
use super::super::project::{FITTJA, theme_memory};
use super::{complaints, kind_of, knows, reading, validator};

/// Values as people write them, right in one field and wrong in another.
const VALUES: &[&str] = &[
    "",
    "~",
    "null",
    "true",
    "false",
    "0",
    "9",
    "-1",
    "1.5",
    "9.50",
    "9.75",
    "23.59",
    "24",
    "24.30",
    "2027",
    "1e3",
    "70000",
    "0127",
    "127",
    "0x1F",
    "\"0127\"",
    "\"127\"",
    "\"\"",
    "\" \"",
    "\"~\"",
    "\"9.5\"",
    "\"9.60\"",
    "\"true\"",
    "\"2027\"",
    "x",
    "X",
    "Åsa",
    "a-b",
    "a_b",
    "a/b",
    "/a/b/",
    "/a//b",
    "/",
    "2026-02-28",
    "2026-02-29",
    "2024-02-29",
    "2100-02-29",
    "2000-02-29",
    "2026-04-31",
    "\" 2026-03-14 \"",
    "2026-3-14",
    "2026-13-01",
    "2027-05",
    "2027-13",
    "09:00",
    "kl. 9",
    "kl9.30",
    "25:00",
    "9–12",
    "9–12 13–16",
    "9-12/13-15",
    "fr",
    "må-to",
    "udda",
    "9-12, 13.00 – kl. 16",
    "9—12,",
    "9-25",
    "12",
    "closed",
    "Stängt",
    "förmiddag",
    "monday",
    "monday-friday",
    "måndag",
    "08-530 610 00",
    "+46 (0)8-530 610 00",
    "0046 8 530 610 00",
    "+46 08 530 610 00",
    "0701234567",
    "\"701234567\"",
    "701234567",
    "(08) 530/61000",
    "112",
    "+47 22 22 22 22",
    "08-530 610 00 00 0",
    "145 61",
    "\" 145 61\"",
    "14561",
    "1456 1",
    "045 61",
    "a@b.se",
    "åsa.ö+x@kommun.se",
    "a@b",
    "a@.se",
    "a@b.se.",
    "a b@c.se",
    "a@b@c.se",
    "https://a.example/x?y#z",
    "HTTPS://A.example",
    "\" https://a.example \"",
    "https://a.example:80/å@",
    "https://u:p@a.example",
    "http://",
    "http://:80",
    "\"https://a b\"",
    "\"https://a<b\"",
    "https:/a",
    "javascript:x",
    "mailto:a@b.se",
    "a.example",
    "127.0.0.1",
    "sv",
    "SV",
    "xx",
    "no",
    "[]",
    "{}",
    "[x]",
    "[sv, sv]",
    "[sv, en]",
    "[~]",
    "[[x]]",
    "{sv: x}",
    "{sv: ''}",
    "{sv: 9.5}",
    "{sv: [x]}",
    "{xx: x}",
    "{sv: ~}",
    "{x: y}",
    "open",
    "planned",
    "other",
    "family_centre",
    "family_centre_like",
    "self",
    "FC0082",
    "[FC0082]",
    "[FC0020]",
    "[FC9999]",
    "1.2.2",
    "[1.2.2]",
    "[\"1.2\"]",
    "[5.1.1]",
    "59.2",
    "17.8",
    "59,2",
    "images/lek.png",
    "om",
    "fittja",
    "[fittja, fittja]",
    "[2026-01-05-annan]",
    "2147483648",
    "65536",
];

/// Names of fields and days, right in one place and wrong in another.
const NAMES: &[&str] = &[
    "x",
    "name",
    "Name",
    "title",
    "kind",
    "type",
    "status",
    "hours",
    "from",
    "to",
    "until",
    "closed",
    "alt",
    "decorative",
    "url",
    "page",
    "src",
    "lead",
    "date",
    "planned_opening",
    "address",
    "street",
    "sv",
    "en",
    "xx",
    "monday",
    "sunday",
    "tuesday-friday",
    "saturday - sunday",
    "monday–monday",
    "friday-monday",
    "må-to",
    "varje dag",
    "monday-friday-sunday",
    "måndag",
    "Monday",
    "1",
    "~",
    "services",
    "what",
    "reason",
    "off",
];

#[derive(Clone, Debug)]
enum Change {
    Rename(usize, &'static str),
    Replace(usize, &'static str),
    Remove(usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        2 => (any::<usize>(), prop::sample::select(NAMES)).prop_map(|(at, name)| Change::Rename(at, name)),
        6 => (any::<usize>(), prop::sample::select(VALUES)).prop_map(|(at, value)| Change::Replace(at, value)),
        1 => any::<usize>().prop_map(Change::Remove),
    ]
}

/// Stands for a value until the YAML is written, so that the value is written as it is here.
const HOLE: &str = "zzzz";

impl Change {
    /// The YAML with the change in it.
    fn apply(&self, mut yaml: Yaml) -> String {
        let (Self::Rename(at, _) | Self::Replace(at, _) | Self::Remove(at)) = self;
        let mut left = at % count(&yaml);
        self.walk(&mut yaml, &mut left);
        let text = serde_yaml::to_string(&yaml).unwrap();
        match self {
            Self::Replace(_, value) => text.replace(HOLE, value),
            _ => text,
        }
    }

    /// Goes on to the value whose turn it is, and changes it; true when that is done.
    fn walk(&self, yaml: &mut Yaml, left: &mut usize) -> bool {
        match yaml {
            Yaml::Sequence(items) => {
                for index in 0..items.len() {
                    if *left == 0 {
                        match self {
                            Self::Replace(..) => items[index] = HOLE.into(),
                            _ => drop(items.remove(index)),
                        }
                        return true;
                    }
                    *left -= 1;
                    if self.walk(&mut items[index], left) {
                        return true;
                    }
                }
            }
            Yaml::Mapping(fields) => {
                for key in fields.keys().cloned().collect::<Vec<_>>() {
                    if *left == 0 {
                        match self {
                            Self::Replace(..) => drop(fields.insert(key, HOLE.into())),
                            Self::Remove(_) => drop(fields.shift_remove(&key)),
                            Self::Rename(_, name) => {
                                let value = fields.shift_remove(&key).unwrap();
                                fields.insert((*name).into(), value);
                            }
                        }
                        return true;
                    }
                    *left -= 1;
                    if self.walk(&mut fields[&key], left) {
                        return true;
                    }
                }
            }
            _ => {}
        }
        false
    }
}

/// How many values there are in a value.
fn count(yaml: &Yaml) -> usize {
    match yaml {
        Yaml::Sequence(items) => items.iter().map(|item| 1 + count(item)).sum(),
        Yaml::Mapping(fields) => fields.values().map(|value| 1 + count(value)).sum(),
        _ => 0,
    }
}

/// The file with this YAML.
fn file(path: &str, yaml: &str) -> String {
    if path.ends_with(".md") { format!("---\n{yaml}---\n\nText.\n") } else { yaml.to_string() }
}

fn errors(path: &str, text: &str) -> Vec<Diagnostic> {
    let path = SourcePath::new(path);
    let mut found = parse(&path, &Role::of(&path).unwrap(), text.as_bytes()).diagnostics;
    found.retain(|diagnostic| diagnostic.severity == Severity::Error);
    found
}

/// The value that a fault is told at.
fn value_at<'a>(root: &'a Value, at: &At) -> Option<&'a Value> {
    let (At::Value(path) | At::Key(path)) = at else { return None };
    path.iter().try_fold(root, |value, step| match step {
        Seg::Key(name) => value.get(name),
        Seg::Index(index) => value.get(index),
    })
}

/// A file with a change in it.
struct Changed<'a> {
    path: &'a str,
    yaml: &'a Yaml,
    change: &'a Change,
    text: String,
}

impl<'a> Changed<'a> {
    fn new(path: &'a str, yaml: &'a Yaml, change: &'a Change) -> Self {
        Self { path, yaml, change, text: file(path, &change.apply(yaml.clone())) }
    }

    /// The same with another value in the place of the changed one.
    fn otherwise(&self, value: &str) -> String {
        let Change::Replace(at, _) = self.change else { return self.text.clone() };
        file(self.path, &Change::Replace(*at, HOLE).apply(self.yaml.clone()).replace(HOLE, value))
    }

    /// A number does not say how it was written, so a schema takes it where one way to write it is right. Nothing written and `null` are
    /// one too: the build takes a list with nothing after its colon.
    fn looks_right(&self, fault: &Diagnostic) -> bool {
        let value = reading::read(reading::part_of(self.path, &self.text).unwrap()).unwrap();
        match value_at(&value, &fault.at) {
            Some(Value::Null) => fault.code == Code::EmptyText,
            Some(Value::Number(number)) => {
                let plain = number.as_f64().unwrap().to_string();
                let others = [format!("{plain}0"), format!("0{plain}"), format!("{plain:0>4}"), plain];
                let same = |other: &&String| {
                    reading::read(other).and_then(|other| other.as_f64()) == number.as_f64()
                };
                let right = |other: &String| {
                    errors(self.path, &self.otherwise(other))
                        .iter()
                        .all(|found| found.at != fault.at || !knows(found.code))
                };
                others.iter().filter(same).any(right)
            }
            _ => false,
        }
    }

    /// YAML's own words for nothing, true and false, which the build reads as words where a text is meant; and a year before 1000 that
    /// stands without quotes. An editor tells of them, and is content when they are in quotes.
    fn is_odd(&self) -> bool {
        let mut value = reading::read(reading::part_of(self.path, &self.text).unwrap()).unwrap();
        let validator = validator(kind_of(self.path).unwrap());
        let places: Vec<String> =
            validator.iter_errors(&value).map(|error| error.instance_path().to_string()).collect();
        for place in places {
            let quoted = match value.pointer(&place) {
                Some(Value::Null) if matches!(self.change, Change::Replace(_, "null")) => "null".to_string(),
                Some(Value::Bool(word)) => word.to_string(),
                // Told twice, under the names of both languages.
                Some(Value::String(_)) => continue,
                Some(Value::Number(year)) if place == "/planned_opening" => {
                    format!("{:0>4}", year.to_string())
                }
                _ => return false,
            };
            *value.pointer_mut(&place).unwrap() = quoted.into();
        }
        validator.is_valid(&value)
    }
}

/// Both tell of it, or neither, as far as both can know.
fn agree(changed: &Changed<'_>) -> Result<(), TestCaseError> {
    let (path, text) = (changed.path, &changed.text);
    let Some(complaints) = complaints(path, text) else { return Ok(()) };
    let told = errors(path, text);
    if complaints.is_empty() {
        for fault in told.iter().filter(|fault| knows(fault.code)) {
            let words = super::super::project::told(fault);
            prop_assert!(changed.looks_right(fault), "no schema tells of\n{words}\nin {path}:\n{text}");
        }
    } else if told.is_empty() {
        // A name that no file can have is told when the file is looked for.
        let built = whole().with(path, text.as_str()).build_with(Some(&mut theme_memory()));
        prop_assert!(
            built.report.has_errors() || changed.is_odd(),
            "the build takes what a schema refuses: {complaints:?}\nin {path}:\n{text}"
        );
    }
    Ok(())
}

/// The whole files, and a planned centre.
fn wholes() -> Vec<(&'static str, Yaml)> {
    let mut all: Vec<(&str, Yaml)> = WHOLE
        .iter()
        .map(|(path, text)| (*path, serde_yaml::from_str(reading::part_of(path, text).unwrap()).unwrap()))
        .collect();
    let planned = "name: Fittja\nstatus: planned\nplanned_opening: '2027-05'\nservices: [{kind: other, name: Bad}, {kind: child_health}]\n";
    all.push((FITTJA, serde_yaml::from_str(planned).unwrap()));
    all
}

#[test]
fn the_files_that_are_changed_are_right_before() {
    for (path, yaml) in wholes() {
        let text = file(path, &serde_yaml::to_string(&yaml).unwrap());
        assert_eq!(complaints(path, &text), Some(Vec::new()), "{text}");
        assert!(errors(path, &text).is_empty(), "{text}");
    }
    assert!(!whole().build().report.has_errors());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_changed_by_chance_is_right_or_wrong_to_both(file in 0..6_usize, change in change()) {
        let (path, yaml) = wholes().swap_remove(file);
        agree(&Changed::new(path, &yaml, &change))?;
    }
}
