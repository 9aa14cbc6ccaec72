//! JSON Schemas of the files that people write, for editors that complete, explain and check while somebody writes.
//!
//! What a schema says is read off the groups of fields of [`crate::parse`], so it cannot fall behind them; the words are Fluent messages,
//! `schema-<Type>-<field>`, in the language of the one who writes. Draft 7 is what editors know best. An editor shows the description that
//! stands nearest to the value. So each type is written out where a field has it, and the field's own description is the only one there;
//! forms of single values are referred to only where there is nothing to describe.

mod both;

use schemars::Schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::base::{Messages, named};
use crate::parse::article::{News, Page};
use crate::parse::centre::Centre;
use crate::parse::language;
use crate::parse::municipality::{Municipality, Site};
use crate::parse::record::Checked;
use crate::parse::targets::PublishTargets;

named! {
    /// A kind of file, in the order of the content model.
    pub enum Kind: name in ALL {
        /// `site.yaml`.
        Site = "site",
        /// `municipality.yaml`.
        Municipality = "municipality",
        /// `centres/<id>.yaml`.
        Centre = "centre",
        /// The front matter of `news/YYYY-MM-DD-slug.md`.
        News = "news",
        /// The front matter of `pages/slug.md`.
        Page = "page",
        /// `publish.yaml`.
        Publish = "publish",
    }
}

impl Kind {
    /// The kind of a name.
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What the type says of itself: references, and doc comments that nobody but us reads.
    pub(crate) fn bare(self) -> Schema {
        let mut settings = SchemaSettings::draft07();
        // They mend what draft 7 lacks; the writer below writes nothing that it lacks.
        settings.transforms.clear();
        let generator = settings.into_generator();
        match self {
            Self::Site => generator.into_root_schema_for::<<Site as Checked>::Written>(),
            Self::Municipality => generator.into_root_schema_for::<<Municipality as Checked>::Written>(),
            Self::Centre => generator.into_root_schema_for::<<Centre as Checked>::Written>(),
            Self::News => generator.into_root_schema_for::<<News as Checked>::Written>(),
            Self::Page => generator.into_root_schema_for::<<Page as Checked>::Written>(),
            Self::Publish => generator.into_root_schema_for::<<PublishTargets as Checked>::Written>(),
        }
    }
}

type Object = Map<String, Value>;

/// The JSON Schema of a kind of file. The messages must be whole ([`Messages::whole`]): the descriptions are among the long texts.
pub fn schema(kind: Kind, messages: &Messages) -> Value {
    let mut bare = object(kind.bare().to_value());
    let name = bare.remove("title").as_ref().and_then(Value::as_str).unwrap_or_default().to_string();
    let version = bare.remove("$schema").unwrap_or_default();
    let types = object(bare.remove("definitions").unwrap_or_default());
    let mut writer = Writer { types, messages, forms: Object::new() };
    let id = format!("schema-{name}");
    let mut whole = Object::new();
    whole.insert("$schema".into(), version);
    whole.insert("title".into(), messages.attribute(&id, "title", &[]).unwrap_or(id.clone()).into());
    whole.insert("description".into(), writer.text(&id));
    whole.extend(writer.write(&name, bare));
    if !writer.forms.is_empty() {
        whole.insert("definitions".into(), writer.forms.into());
    }
    both::take_both(&mut whole, &name, messages.locale());
    whole.into()
}

/// Writes types out, with words.
struct Writer<'a> {
    /// Every type, as it says itself.
    types: Object,
    messages: &'a Messages,
    /// The forms that are referred to, written.
    forms: Object,
}

impl Writer<'_> {
    /// The keywords of the type of a name.
    fn write(&mut self, name: &str, bare: Object) -> Object {
        let mut written = Object::new();
        for (key, value) in bare {
            let value = match (key.as_str(), value) {
                // The comments in the sources, and what editors make nothing of.
                ("title" | "description" | "default" | "format", _) => continue,
                ("enum", Value::Array(words)) => {
                    written.insert("enumDescriptions".into(), self.meanings(name, &words));
                    words.into()
                }
                ("oneOf", Value::Array(variants))
                    if variants.iter().all(|each| each.get("const").is_some()) =>
                {
                    let words: Vec<Value> =
                        variants.iter().filter_map(|each| each.get("const").cloned()).collect();
                    let enumeration = json!({"type": "string", "enum": words});
                    written.extend(self.write(name, object(enumeration)));
                    continue;
                }
                ("properties", Value::Object(fields)) => fields
                    .into_iter()
                    .map(|(field, value)| self.field(name, field, value))
                    .collect::<Object>()
                    .into(),
                ("patternProperties", Value::Object(patterns)) => patterns
                    .into_iter()
                    .map(|(names, form)| (names, self.refer(form)))
                    .collect::<Object>()
                    .into(),
                ("items" | "propertyNames" | "additionalProperties", value) => self.refer(value),
                ("allOf" | "oneOf" | "errorMessage", value) => self.worded(&key, value),
                (_, value) => value,
            };
            written.insert(key, value);
        }
        written
    }

    /// A field with its description. Its type stands in its place.
    fn field(&mut self, owner: &str, field: String, bare: Value) -> (String, Value) {
        let mut written = Object::new();
        written.insert("description".into(), self.text(&format!("schema-{owner}-{field}")));
        // What may be left out is a type or null.
        let either = bare.get("anyOf").and_then(Value::as_array).and_then(|ways| ways.first());
        let of_type = either.unwrap_or(&bare);
        match referred(of_type) {
            Some(name) => {
                let bare = self.bare(name);
                written.extend(self.write(name, bare));
            }
            None => written.extend(self.write("", object(of_type.clone()))),
        }
        // A list with nothing after its colon is read as an empty list.
        let may_be_empty =
            written.get("type").is_some_and(|kind| kind == "array") && !written.contains_key("minItems");
        if either.is_some() || may_be_empty {
            self.allow_null(&mut written);
        }
        (field, written.into())
    }

    /// A schema whose description stands in nothing's way: a group in a list is written out with the description of its type, a form
    /// is referred to.
    fn refer(&mut self, bare: Value) -> Value {
        let Some(name) = referred(&bare).map(str::to_string) else {
            return match bare {
                // A list within a list, which is read as an empty one where nothing stands.
                Value::Object(list) if list.contains_key("items") => {
                    let mut written = self.write("", list);
                    if !written.contains_key("minItems") {
                        self.allow_null(&mut written);
                    }
                    written.into()
                }
                other => other,
            };
        };
        let of_type = self.bare(&name);
        if of_type.contains_key("properties") {
            let mut written = Object::new();
            written.insert("description".into(), self.text(&format!("schema-{name}")));
            written.extend(self.write(&name, of_type));
            return written.into();
        }
        if !self.forms.contains_key(&name) {
            let form = self.write(&name, of_type);
            self.forms.insert(name, form.into());
        }
        bare
    }

    fn bare(&self, name: &str) -> Object {
        object(self.types.get(name).cloned().unwrap_or_default())
    }

    /// What each of some words means. Languages are named in themselves, warnings by their titles.
    fn meanings(&self, name: &str, words: &[Value]) -> Value {
        let meaning = |word: &str| match name {
            "Language" => language::name(word).into(),
            "Warning" => self.text(&format!("explain-{word}")),
            "WeekdayOrMore" => self.text(&format!("schema-Weekday-{word}")),
            _ => self.text(&format!("schema-{name}-{word}")),
        };
        words.iter().filter_map(Value::as_str).map(meaning).collect()
    }

    /// Lets a value be left out by saying nothing.
    fn allow_null(&self, written: &mut Object) {
        if let Some(kind) = written.get_mut("type") {
            let kinds = match kind.take() {
                Value::Array(kinds) => kinds,
                one => vec![one],
            };
            *kind = kinds.into_iter().chain([json!("null")]).collect();
        }
        let nothing = self.text("schema-null");
        let null = json!({"type": "null"});
        for (key, null) in
            [("enum", Value::Null), ("enumDescriptions", nothing), ("oneOf", null.clone()), ("anyOf", null)]
        {
            if let Some(Value::Array(all)) = written.get_mut(key) {
                all.push(null);
            }
        }
    }

    /// A rule with words in the places of their ids.
    fn worded(&self, key: &str, rule: Value) -> Value {
        match rule {
            Value::String(id) if key == "errorMessage" => self.text(&id),
            Value::Object(inner) => {
                let word = |(key, value): (String, Value)| {
                    let worded = self.worded(&key, value);
                    (key, worded)
                };
                inner.into_iter().map(word).collect::<Object>().into()
            }
            Value::Array(inner) => inner.into_iter().map(|each| self.worded("", each)).collect(),
            other => other,
        }
    }

    fn text(&self, id: &str) -> Value {
        self.messages.text(id, &[]).into()
    }
}

/// The name of the type that a schema refers to.
fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/definitions/")
}

/// The keywords of a schema; none where it is no object.
fn object(schema: Value) -> Object {
    match schema {
        Value::Object(keywords) => keywords,
        _ => Object::new(),
    }
}
