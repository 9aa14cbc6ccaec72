//! Messages: the words of diagnostics, of the report and of the command line, from Fluent files.
//!
//! The texts are data (`messages/<language>/*.ftl`), compiled in, so that a translator needs no Rust. Both languages say everything:
//! a test holds them against each other and against the codes.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::characters::{visible_line, within_bytes};
use super::phrase::SHOWN;
use super::{At, Diagnostic, Phrase, Seg, Value, names};

/// A language that fcsite speaks with the person who writes. What the site's readers see is another matter: see the theme's words.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Locale {
    /// English.
    #[default]
    English,
    /// Swedish.
    Swedish,
}

macro_rules! texts {
    ($language:literal: $($name:literal),*) => {
        &[$(include_str!(concat!("messages/", $language, "/", $name, ".ftl"))),*]
    };
}

impl Locale {
    /// Both.
    pub const ALL: [Self; 2] = [Self::English, Self::Swedish];

    /// Its tag: `en` or `sv`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Swedish => "sv",
        }
    }

    /// The language of a locale's name as systems write it: Swedish for `sv`, `sv_SE.UTF-8` and the like, else English.
    pub fn of_system(name: &str) -> Self {
        if name.starts_with("sv") { Self::Swedish } else { Self::English }
    }

    /// The Fluent files that are always at hand.
    fn texts(self) -> &'static [&'static str] {
        match self {
            Self::English => {
                texts!("en": "codes", "phrases", "fields", "report", "cli", "scaffold", "publish", "import")
            }
            Self::Swedish => {
                texts!("sv": "codes", "phrases", "fields", "report", "cli", "scaffold", "publish", "import")
            }
        }
    }

    /// The Fluent files that are read only where somebody asks for long explanations.
    fn long_texts(self) -> &'static [&'static str] {
        match self {
            Self::English => texts!("en": "explain-files", "explain-pages", "schema", "server", "edit"),
            Self::Swedish => texts!("sv": "explain-files", "explain-pages", "schema", "server", "edit"),
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        self.tag().parse().unwrap_or_default()
    }
}

/// The arguments that are names of fields or values, and those that have them in the language of who reads the message.
const NAMES: [(&str, &str); 8] = [
    ("field", "field-name"),
    ("fields", "fields-named"),
    ("missing", "missing-named"),
    ("services", "services-named"),
    ("service", "service-named"),
    ("status", "status-named"),
    ("day", "day-named"),
    ("values", "values-named"),
];

/// The messages of one language.
pub struct Messages {
    locale: Locale,
    bundle: FluentBundle<FluentResource>,
}

/// A diagnostic in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rendered {
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty when the message says it all.
    pub help: String,
}

impl Messages {
    /// The messages of a language.
    pub fn of(locale: Locale) -> Self {
        Self::with(locale, locale.texts())
    }

    /// The same with the long explanations.
    pub fn whole(locale: Locale) -> Self {
        Self::with(locale, &[locale.texts(), locale.long_texts()].concat())
    }

    fn with(locale: Locale, texts: &[&str]) -> Self {
        let mut bundle = FluentBundle::new_concurrent(vec![locale.identifier()]);
        bundle.set_use_isolating(false);
        for text in texts {
            let resource =
                FluentResource::try_new((*text).to_string()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        Self { locale, bundle }
    }

    /// Their language.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// A diagnostic in words.
    pub fn render(&self, diagnostic: &Diagnostic) -> Rendered {
        let id = diagnostic.code.to_string();
        let args: Vec<(&str, Cow<'_, str>)> = diagnostic
            .args
            .iter()
            .map(|(name, value)| match value {
                Value::Text(text) => (name.as_ref(), Cow::Borrowed(text.as_str())),
                Value::Phrase(phrase) => (name.as_ref(), Cow::Owned(self.phrase(phrase))),
            })
            .collect();
        // Names of fields and values are said in the person's language too, beside what messages choose by.
        let said = NAMES.iter().filter_map(|(name, said)| {
            let (_, names) = args.iter().find(|(known, _)| known == name)?;
            Some((*said, Cow::Owned(self.named(names))))
        });
        let said: Vec<(&str, Cow<'_, str>)> = said.collect();
        let args: Vec<(&str, &str)> =
            args.iter().chain(&said).map(|(name, value)| (*name, value.as_ref())).collect();
        Rendered {
            message: self.text(&id, &args),
            help: self.attribute(&id, "help", &args).unwrap_or_default(),
        }
    }

    /// Names of fields and values, one or several with commas between, as files in this language have them.
    fn named(&self, names: &str) -> String {
        let said = |name: &str| match self.locale {
            Locale::English => name.to_string(),
            Locale::Swedish => names::swedish_field("", name)
                .or_else(|| names::values_of(name).first().copied())
                .map(str::to_string)
                .or_else(|| self.find(&format!("field-{name}"), &[("number", "none")]))
                .unwrap_or_else(|| name.to_string()),
        };
        names.split(", ").map(said).collect::<Vec<_>>().join(", ")
    }

    /// A part of a message in words.
    pub fn phrase(&self, phrase: &Phrase) -> String {
        let args: Vec<(&str, &str)> =
            phrase.args.iter().map(|(name, value)| (name.as_ref(), value.as_str())).collect();
        self.text(&phrase.key, &args)
    }

    /// A field that is called what it is written as.
    fn own_name(&self, name: &str) -> Option<String> {
        let swedish = names::swedish_field("", name)?;
        Some(match self.locale {
            Locale::English => name.replace('_', " "),
            Locale::Swedish => swedish.to_string(),
        })
    }

    /// What a person would call a place within a list or group of a file: “service 2, operator”. None for a field at the top.
    pub fn field(&self, at: &At) -> Option<String> {
        let path = at.path()?;
        let mut parts: Vec<String> = Vec::new();
        let mut steps = path.iter().peekable();
        while let Some(step) = steps.next() {
            let Seg::Key(name) = step else { continue };
            let number = match steps.peek() {
                Some(Seg::Index(index)) => (index + 1).to_string(),
                _ => "none".to_string(),
            };
            // A range of weekdays is a name too: monday-thursday.
            let word = |name: &str| {
                self.find(&format!("field-{name}"), &[("number", &number)]).or_else(|| self.own_name(name))
            };
            let range = name.split_once('-').and_then(|(first, last)| Some((word(first)?, word(last)?)));
            let range = range.map(|(first, last)| format!("{first}–{last}"));
            parts.push(word(name).or(range).unwrap_or_else(|| visible_line(name).into_owned()));
        }
        (path.len() > 1).then(|| parts.join(", "))
    }

    /// Any other message; its id when there is no such message.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.find(id, args).unwrap_or_else(|| id.to_string())
    }

    /// A message, if there is one of this id.
    pub fn find(&self, id: &str, args: &[(&str, &str)]) -> Option<String> {
        self.format(id, None, args)
    }

    /// An attribute of a message, such as its `help`.
    pub fn attribute(&self, id: &str, name: &str, args: &[(&str, &str)]) -> Option<String> {
        self.format(id, Some(name), args)
    }

    fn format(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut named = FluentArgs::new();
        let args: Vec<(&str, String)> =
            args.iter().map(|(name, value)| (*name, visible_line(&shown(value)).into_owned())).collect();
        for (name, value) in &args {
            named.set(*name, argument(value));
        }
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&named), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "{id} lacks words: {errors:?}");
        Some(text)
    }
}

/// What is shown of a word. Somebody's whole text, in the place of a name, would hide what the message says.
fn shown(value: &str) -> Cow<'_, str> {
    if value.len() <= SHOWN { Cow::Borrowed(value) } else { Cow::Owned(within_bytes(value, SHOWN)) }
}

/// Numbers choose plural forms; everything else is text. What fills a message in was written by somebody else, so it stands in it as
/// one line in which everything is seen.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == *value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests;
