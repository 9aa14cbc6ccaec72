//! Schemas: an editor tells what a build would tell, as far as a schema can know it, and is silent where a build is.
//!
//! The schemas are read by `jsonschema`, and YAML as editors read it, so nothing here takes its word from the reader of the build.

mod changes;
mod documented;
mod reading;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use fcsite::base::{Code, Locale, Messages, Severity, SourcePath};
use fcsite::parse::Role;
use fcsite::schema::{Kind, schema};
use fluent_syntax::ast::Entry;
use jsonschema::Validator;
use serde_json::Value;

use super::project::{BOTKYRKA, FITTJA, NEWS, PAGE, Project, SITE};

/// What a schema cannot know, and why.
const UNKNOWABLE: &[(Code, &str)] = &[
    (Code::YamlSyntax, "what is no YAML has no value to look at; editors tell it by themselves"),
    (Code::YamlTooDeep, "the value is what it would be without repetitions"),
    (Code::DuplicateField, "a value has each field once; editors tell it by themselves"),
    (Code::ControlCharacter, "the text is no YAML"),
    (Code::IntervalReversed, "patterns do not count"),
    (Code::IntervalsCross, "patterns do not count"),
    (Code::DayTwice, "a day and a range are two names"),
    (Code::PeriodReversed, "one field is measured against another"),
    (Code::AgesReversed, "one field is measured against another"),
    (Code::UpdatedBeforeDate, "one field is measured against another"),
    (Code::EndsBeforeDate, "one field is measured against another"),
    (Code::LanguagesWithoutOwn, "the site's language is another field, or in another file"),
    (Code::NoSuchService, "the services are another field"),
    (Code::BadFormerName, "the name that the file has now is not in it"),
    (Code::RepeatUnclear, "the first day and the weekday are other fields"),
    (Code::NoSuchWeek, "no pattern knows which years have 53 weeks"),
    (
        Code::ListedTwice,
        "groups are compared whole, not by their id; in plain lists it is known all the same",
    ),
    (Code::BadOrganisationNumber, "its last figure is counted from the others"),
    (Code::DateNotFileName, "the file's name is not in the file"),
    (Code::NoSuchCentre, "it is another file"),
    (Code::NoSuchNews, "it is another file"),
    (Code::NoSuchPage, "it is another file"),
    (Code::NoSuchTheme, "it is another file"),
    (Code::NoSuchImage, "it is another file"),
    (Code::BadImage, "it is another file"),
    (Code::RemoteImage, "whether it is a file is found out where it is looked for"),
    (Code::ImageEnding, "it is another file"),
    (Code::LinkOutOfFolder, "it is another file"),
    (Code::Clash, "it is another file"),
    (Code::ThirdPartyHost, "it is in the finished page"),
    (Code::LoadsFromElsewhere, "it is in the finished page"),
    (Code::BrokenLink, "it is in Markdown"),
    (Code::UnsafeLink, "it is in Markdown"),
    (Code::LinkToUnpublished, "it is in Markdown"),
    (Code::HeadingLevelOne, "it is in Markdown"),
    (Code::NotInNotice, "it is in Markdown"),
];

/// Can a schema know it? A schema has no warnings: what it refuses is an error.
fn knows(code: Code) -> bool {
    code.severity() == Severity::Error && UNKNOWABLE.iter().all(|(unknowable, _)| *unknowable != code)
}

fn kind_of(path: &str) -> Option<Kind> {
    match Role::of(&SourcePath::new(path))? {
        Role::Site => Some(Kind::Site),
        Role::Municipality { .. } => Some(Kind::Municipality),
        Role::Centre { .. } => Some(Kind::Centre),
        Role::News { .. } => Some(Kind::News),
        Role::Page { .. } => Some(Kind::Page),
        Role::Image { .. }
        | Role::Attachment { .. }
        | Role::Map { .. }
        | Role::Theme { .. }
        | Role::Stray { .. } => None,
    }
}

fn validator(kind: Kind) -> &'static Validator {
    static VALIDATORS: LazyLock<Vec<Validator>> = LazyLock::new(|| {
        let messages = Messages::whole(Locale::English);
        Kind::ALL.into_iter().map(|kind| jsonschema::draft7::new(&schema(kind, &messages)).unwrap()).collect()
    });
    &VALIDATORS[Kind::ALL.iter().position(|each| *each == kind).unwrap()]
}

/// What a schema finds in a file, in the words of the library. None where the file has no schema, or no YAML to look at.
fn complaints(path: &str, text: &str) -> Option<Vec<String>> {
    let value = reading::read(reading::part_of(path, text)?)?;
    let errors = validator(kind_of(path)?).iter_errors(&value);
    Some(errors.map(|error| format!("{}: {error}", error.instance_path())).collect())
}

/// For the cases of faults: what a schema should have told of a mistake and does not, or tells though it should not. None too where
/// there is no file to look at.
pub fn differs(project: &Project, file: &str, code: Code, (line, _): (usize, usize)) -> Option<String> {
    project.paths().iter().find(|path| path.as_str() == file)?;
    let text = std::str::from_utf8(project.bytes(file)).ok()?;
    let found = complaints(file, text)?;
    let lines = reading::part_of(file, text)?.lines().count() + usize::from(file.ends_with(".md"));
    let is_known = knows(code) && (1..=lines).contains(&line);
    match (found.is_empty(), code.severity()) {
        (true, _) if is_known => Some("a schema could know it, but takes the file".to_string()),
        (false, Severity::Warning) => Some(format!("a schema refuses what is a warning only: {found:?}")),
        _ => None,
    }
}

#[test]
fn the_sites_own_files_are_what_the_schemas_say() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let (mut seen, mut wrong) = (BTreeSet::new(), Vec::new());
    for path in files(&content) {
        let name = format!("content/{}", path.strip_prefix(&content).unwrap().to_str().unwrap());
        let Some(kind) = kind_of(&name) else { continue };
        let text = String::from_utf8(read(&path)).unwrap();
        let found = complaints(&name, &text).unwrap_or_else(|| panic!("{name} has no YAML"));
        wrong.extend(found.iter().map(|complaint| format!("{name} {complaint}")));
        seen.insert((kind.name(), name));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Where the site is published to is nobody else's business.
    for kind in Kind::ALL.into_iter().filter(|kind| *kind != Kind::Publish) {
        assert!(seen.iter().any(|(name, _)| *name == kind.name()), "there is no {kind:?}");
    }
    assert!(seen.len() > 80, "only {} files were found", seen.len());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    #[expect(clippy::disallowed_methods, reason = "the site's own files lie on the disk")]
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

#[expect(clippy::disallowed_methods, reason = "the site's own files lie on the disk")]
fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

#[test]
fn a_field_too_many_and_a_field_too_few_are_told_in_each_kind_of_file() {
    let project = Project::new();
    for (path, field) in
        [(SITE, "title:"), (BOTKYRKA, "name:"), (FITTJA, "name:"), (NEWS, "title:"), (PAGE, "title:")]
    {
        let text = std::str::from_utf8(project.bytes(path)).unwrap();
        assert_eq!(complaints(path, text), Some(Vec::new()), "{path}");
        for wrong in [format!("annat: x\n{field}"), field.replace(':', "s:"), format!("# {field}")] {
            let found = complaints(path, &text.replacen(field, &wrong, 1)).unwrap();
            assert!(!found.is_empty(), "{path} with {wrong}");
        }
    }
}

/// Every text of a schema: what a person may read, and the keyword that it stands for.
fn texts(keyword: &str, schema: &Value, found: &mut Vec<(String, String)>) {
    match schema {
        Value::String(text) => found.push((keyword.to_string(), text.clone())),
        Value::Array(items) => items.iter().for_each(|item| texts(keyword, item, found)),
        Value::Object(keywords) => keywords.iter().for_each(|(key, value)| texts(key, value, found)),
        _ => {}
    }
}

/// The ids of all words that the schemas ask for: those messages are not at hand, so the ids stand in their places.
fn ids() -> BTreeSet<String> {
    let without = Messages::of(Locale::English);
    let mut found = Vec::new();
    Kind::ALL.into_iter().for_each(|kind| texts("", &schema(kind, &without), &mut found));
    found.into_iter().map(|(_, text)| text).filter(|text| text.starts_with("schema-")).collect()
}

#[test]
fn all_words_of_the_schemas_are_there_in_both_languages_and_none_is_left_over() {
    let files = [
        (Locale::English, include_str!("../../src/base/messages/en/schema.ftl")),
        (Locale::Swedish, include_str!("../../src/base/messages/sv/schema.ftl")),
    ];
    for (locale, file) in files {
        let written: BTreeSet<String> = fluent_syntax::parser::parse(file)
            .unwrap()
            .body
            .iter()
            .filter_map(|entry| {
                if let Entry::Message(message) = entry { Some(message.id.name.to_string()) } else { None }
            })
            .collect();
        let asked = ids();
        assert!(asked.len() > 200, "only {} are asked for", asked.len());
        assert_eq!(
            asked.difference(&written).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{locale:?}: asked for"
        );
        assert_eq!(
            written.difference(&asked).collect::<Vec<_>>(),
            Vec::<&String>::new(),
            "{locale:?}: left over"
        );
        let messages = Messages::whole(locale);
        for kind in Kind::ALL {
            let mut found = Vec::new();
            texts("", &schema(kind, &messages), &mut found);
            let ids: Vec<_> = found
                .iter()
                .filter(|(_, text)| text.starts_with("schema-") || text.starts_with("explain-"))
                .collect();
            assert!(ids.is_empty(), "{locale:?}: {ids:?}");
        }
    }
}

/// What has no description, though it stands where an editor would show one.
fn undescribed(at: &str, schema: &Value, whole: &Value, found: &mut Vec<String>) {
    // A second name of a field refers to the first.
    let meant = |schema: &Value| match schema["$ref"].as_str().and_then(|to| to.strip_prefix('#')) {
        Some(pointer) => whole.pointer(pointer).cloned().unwrap_or_default(),
        None => schema.clone(),
    };
    let is_described =
        |schema: &Value| meant(schema)["description"].as_str().is_some_and(|words| words.len() > 5);
    for (field, value) in schema["properties"].as_object().into_iter().flatten() {
        let at = format!("{at}.{field}");
        if !is_described(value) {
            found.push(at.clone());
        }
        undescribed(&at, value, whole, found);
    }
    let item = &schema["items"];
    if item.get("properties").is_some() && !is_described(item) {
        found.push(format!("{at}[]"));
    }
    if item.is_object() {
        undescribed(&format!("{at}[]"), item, whole, found);
    }
    let count = |key: &str| schema[key].as_array().map_or(0, Vec::len);
    if count("enum") != count("enumDescriptions") {
        found.push(format!("{at}: the words"));
    }
}

#[test]
fn every_type_field_and_word_is_described_in_both_languages() {
    for locale in Locale::ALL {
        let messages = Messages::whole(locale);
        for kind in Kind::ALL {
            let whole = schema(kind, &messages);
            let mut found = Vec::new();
            undescribed(kind.name(), &whole, &whole, &mut found);
            for (name, form) in whole["definitions"].as_object().into_iter().flatten() {
                undescribed(name, form, &whole, &mut found);
            }
            assert!(whole["title"].is_string() && whole["description"].is_string(), "{kind:?}");
            assert_eq!(found, Vec::<String>::new(), "{locale:?}");
        }
    }
}

#[test]
fn a_schema_is_one_of_draft_7_that_stands_by_itself_and_is_the_same_each_time() {
    let messages = Messages::whole(Locale::Swedish);
    for kind in Kind::ALL {
        let whole = schema(kind, &messages);
        assert_eq!(whole["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(whole.get("$id").is_none());
        assert!(jsonschema::draft7::meta::is_valid(&whole));
        assert_eq!(whole.to_string(), schema(kind, &messages).to_string());
        let mut found = Vec::new();
        texts("", &whole, &mut found);
        for (_, reference) in found.iter().filter(|(keyword, _)| keyword == "$ref") {
            let pointer = reference.strip_prefix('#').unwrap();
            assert!(whole.pointer(pointer).is_some(), "{reference}");
        }
        assert_eq!(Kind::of_name(kind.name()), Some(kind));
    }
    assert_eq!(Kind::of_name("theme"), None);
}

#[test]
fn fields_stand_in_the_order_of_the_content_model() {
    let messages = Messages::whole(Locale::English);
    for (path, text) in super::fields::WHOLE {
        let whole = schema(kind_of(path).unwrap(), &messages);
        let all: Vec<&String> = whole["properties"].as_object().unwrap().keys().collect();
        let value = reading::read(reading::part_of(path, text).unwrap()).unwrap();
        let written: Vec<&String> = value.as_object().unwrap().keys().collect();
        let in_order: Vec<&String> = all.iter().copied().filter(|field| written.contains(field)).collect();
        assert_eq!(written, in_order, "{path}");
        assert!(written.len() + 3 > all.len(), "{path} has too few of {all:?}");
    }
}
