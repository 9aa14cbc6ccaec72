//! The languages say the same things, and all that the program asks for.

#![expect(clippy::disallowed_methods, reason = "the test reads the program's own sources")]

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::*;
use crate::base::Code;

type Named = BTreeMap<String, BTreeSet<String>>;

/// Each message and attribute of a language, with the names of the arguments that it uses.
fn named(locale: Locale) -> Named {
    let mut all = Named::new();
    for text in [locale.texts(), locale.long_texts()].concat() {
        let resource = FluentResource::try_new(text.to_string())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?} in {}", locale.tag(), &text[..80]));
        for entry in resource.entries() {
            let Entry::Message(message) = entry else { continue };
            let own = message.value.iter().map(|value| (message.id.name.to_string(), value));
            let attributes = message
                .attributes
                .iter()
                .map(|each| (format!("{}.{}", message.id.name, each.id.name), &each.value));
            for (name, pattern) in own.chain(attributes) {
                let mut used = BTreeSet::new();
                gather(pattern, &mut used);
                assert!(all.insert(name.clone(), used).is_none(), "{}: {name} is there twice", locale.tag());
            }
        }
    }
    all
}

fn gather(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => gather_inline(inline, used),
            Expression::Select { selector, variants } => {
                gather_inline(selector, used);
                variants.iter().for_each(|variant| gather(&variant.value, used));
            }
        }
    }
}

fn gather_inline(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.to_string());
        }
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        other => panic!("{other:?}: messages use arguments and literals only"),
    }
}

#[test]
fn both_languages_say_the_same_messages_with_the_same_arguments() {
    let (english, swedish) = (named(Locale::English), named(Locale::Swedish));
    for (name, used) in &english {
        assert_eq!(swedish.get(name), Some(used), "{name} in Swedish");
    }
    for name in swedish.keys() {
        assert!(english.contains_key(name), "{name} is in Swedish alone");
    }
}

#[test]
fn every_code_has_a_message_a_help_and_an_explanation_in_both_languages() {
    for locale in Locale::ALL {
        let messages = named(locale);
        for code in Code::ALL {
            for name in [
                code.to_string(),
                format!("{code}.help"),
                format!("explain-{code}"),
                format!("explain-{code}.why"),
            ] {
                assert!(messages.contains_key(&name), "{}: {name} is missing", locale.tag());
            }
        }
    }
}

#[test]
fn every_message_of_a_code_belongs_to_one_that_there_is() {
    for name in named(Locale::English).keys() {
        let id = name.trim_start_matches("explain-").split('.').next().unwrap_or_default();
        assert!(!id.starts_with("FC") || Code::parse(id).is_some(), "{name} belongs to no code");
    }
}

#[test]
fn every_key_that_the_program_uses_is_a_message() {
    let messages = named(Locale::English);
    let mut seen = 0;
    for path in sources(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        let text = std::fs::read_to_string(&path).unwrap();
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for start in ["Phrase::new(\"", "messages.text(\"", "say(\""] {
            for (at, _) in text.match_indices(start) {
                let key = text[at + start.len()..].split('"').next().unwrap_or_default();
                seen += 1;
                assert!(messages.contains_key(key), "{}: there is no message {key}", path.display());
            }
        }
    }
    assert!(seen > 60, "only {seen} keys were found");
}

fn sources(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn a_place_in_a_list_is_named_as_a_person_would() {
    let path = vec![Seg::Key("services".into()), Seg::Index(1), Seg::Key("operator".into())];
    let at = At::Value(path);
    assert_eq!(Messages::of(Locale::English).field(&at).as_deref(), Some("service 2, operator"));
    assert_eq!(Messages::of(Locale::Swedish).field(&at).as_deref(), Some("verksamhet 2, drivs av"));
    assert_eq!(Messages::of(Locale::English).field(&At::Value(vec![Seg::Key("name".into())])), None);
}

#[test]
fn the_locale_is_swedish_where_the_system_says_so_and_english_elsewhere() {
    for (name, locale) in [
        ("sv_SE.UTF-8", Locale::Swedish),
        ("sv", Locale::Swedish),
        ("en_GB", Locale::English),
        ("", Locale::English),
    ] {
        assert_eq!(Locale::of_system(name), locale, "{name}");
    }
}
