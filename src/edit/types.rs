//! The fields that a kind of file has, and of which shape each is: read off the types by way of their schema.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value};

use crate::base::Seg;
use crate::schema::Kind;

/// The types of a kind of file.
#[derive(Clone, Debug)]
pub struct FieldTypes {
    kind: Kind,
    known: Arc<KnownTypes>,
}

/// What is read off a schema once.
#[derive(Debug)]
struct KnownTypes {
    root: String,
    fields: BTreeMap<String, Vec<FieldSpec>>,
}

/// A field of a type.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldSpec {
    /// The program's name of it.
    pub name: String,
    /// The type that it is a field of.
    pub of: String,
    /// What it holds.
    pub shape: FieldShape,
    /// Must it be there? In a draft some of it may be still to come.
    pub required: bool,
    /// Is it no where nothing is said?
    pub usually_no: bool,
}

/// What a field holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FieldShape {
    /// One line, in a form that the schema has a name for.
    Line(String),
    /// A text, or one for each language.
    Text,
    /// One of some words, of a type.
    Choice(String, Vec<String>),
    /// Yes or no.
    Truth,
    /// A number.
    Number,
    /// One value or several.
    Lines(String),
    /// The hours of a week.
    Week,
    /// The hours of a day or of a week.
    DayOrWeek,
    /// Fields of a type.
    Group(String),
    /// A list of groups of a type.
    List(String),
    /// What no form has.
    Other,
}

impl FieldTypes {
    /// Those of a kind of file.
    pub fn of(kind: Kind) -> Self {
        static KNOWN: OnceLock<Vec<FieldTypes>> = OnceLock::new();
        let all = KNOWN.get_or_init(|| Kind::ALL.into_iter().map(Self::read).collect());
        let known = all.iter().find(|types| types.kind == kind).cloned();
        known.unwrap_or_else(|| Self::read(kind))
    }

    fn read(kind: Kind) -> Self {
        let root = kind.bare().to_value();
        let mut definitions = root.get("definitions").and_then(Value::as_object).cloned().unwrap_or_default();
        let name = root.get("title").and_then(Value::as_str).unwrap_or_default().to_string();
        definitions.insert(name.clone(), root);
        let definitions = Definitions(definitions);
        let of = |name: &String| (name.clone(), definitions.fields(name));
        let fields = definitions.0.keys().map(of).collect();
        Self { kind, known: Arc::new(KnownTypes { root: name, fields }) }
    }

    /// The kind of file.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The type of the whole file.
    pub fn root(&self) -> &str {
        &self.known.root
    }

    /// The fields of a type in the order of the content model.
    pub fn fields(&self, of: &str) -> Vec<FieldSpec> {
        self.known.fields.get(of).cloned().unwrap_or_default()
    }

    /// The names of a type's fields.
    pub fn names(&self, of: &str) -> Vec<&str> {
        self.known.fields.get(of).into_iter().flatten().map(|field| field.name.as_str()).collect()
    }

    /// A field of a type.
    pub fn field(&self, of: &str, name: &str) -> Option<FieldSpec> {
        self.known.fields.get(of)?.iter().find(|field| field.name == name).cloned()
    }

    /// The type of the group that a way leads to; none where it leads to none.
    pub fn group_at(&self, way: &[Seg]) -> Option<String> {
        let mut of = self.known.root.clone();
        let mut steps = way.iter();
        while let Some(step) = steps.next() {
            of = match (self.field(&of, step.key()?)?.shape, steps.as_slice().first()) {
                (FieldShape::Group(inner), _) => inner,
                (FieldShape::List(inner), Some(Seg::Index(_))) => {
                    steps.next();
                    inner
                }
                _ => return None,
            };
        }
        Some(of)
    }

    /// Has a field a page of its own: a list, or a group that has lists?
    pub fn has_own_page(&self, shape: &FieldShape) -> bool {
        match shape {
            FieldShape::List(_) => true,
            FieldShape::Group(of) => {
                self.fields(of).iter().any(|field| matches!(field.shape, FieldShape::List(_)))
            }
            _ => false,
        }
    }
}

/// The types of a schema.
struct Definitions(Map<String, Value>);

impl Definitions {
    /// The fields of a type in the order of the content model.
    fn fields(&self, of: &str) -> Vec<FieldSpec> {
        let Some(bare) = self.0.get(of) else { return Vec::new() };
        let mut required: Vec<&str> = strings(bare.get("required")).collect();
        required.extend(unless_draft(bare));
        let properties = bare.get("properties").and_then(Value::as_object).into_iter().flatten();
        let spec = |(name, value): (&String, &Value)| FieldSpec {
            name: name.clone(),
            of: of.to_string(),
            shape: self.shape(value),
            required: required.contains(&name.as_str()),
            usually_no: value.get("default") == Some(&Value::Bool(false)),
        };
        properties.map(spec).collect()
    }

    fn shape(&self, value: &Value) -> FieldShape {
        // What may be left out is a type or null.
        let value =
            value.get("anyOf").and_then(Value::as_array).and_then(|ways| ways.first()).unwrap_or(value);
        if let Some(name) = referred(value) {
            return self.named(name);
        }
        let kinds = || strings(value.get("type")).chain(value.get("type").and_then(Value::as_str));
        if let Some(items) = value.get("items").filter(|_| kinds().any(|kind| kind == "array")) {
            return match referred(items).map(|name| (name, self.named(name))) {
                Some((_, FieldShape::Group(inner))) => FieldShape::List(inner),
                Some((name, FieldShape::Line(_) | FieldShape::Choice(..) | FieldShape::Text)) => {
                    FieldShape::Lines(name.to_string())
                }
                None if items.get("type").is_some_and(|kind| kind == "string") => {
                    FieldShape::Lines(String::new())
                }
                _ => FieldShape::Other,
            };
        }
        match kinds().find(|kind| *kind != "null") {
            Some("boolean") => FieldShape::Truth,
            Some("integer" | "number") => FieldShape::Number,
            Some("string") => FieldShape::Line(String::new()),
            _ => FieldShape::Other,
        }
    }

    fn named(&self, name: &str) -> FieldShape {
        let Some(bare) = self.0.get(name) else { return FieldShape::Other };
        let words = || strings(bare.get("enum")).map(str::to_string).collect::<Vec<_>>();
        let constants = bare.get("oneOf").and_then(Value::as_array).map(|variants| {
            let constant = |variant: &Value| variant.get("const").and_then(Value::as_str).map(str::to_string);
            variants.iter().filter_map(constant).collect::<Vec<_>>()
        });
        match name {
            "Text" => FieldShape::Text,
            "HoursFile" => FieldShape::Week,
            "ExceptionHours" => FieldShape::DayOrWeek,
            // Which warnings are told is no matter of a form.
            "Checks" => FieldShape::Other,
            // It may also be several days in a text.
            "Weekday" | "WeekdayOrMore" | "ServiceName" => FieldShape::Line(name.to_string()),
            _ if bare.get("items").is_some() => FieldShape::Lines(name.to_string()),
            _ if bare.get("properties").is_some() => FieldShape::Group(name.to_string()),
            _ if bare.get("enum").is_some() => FieldShape::Choice(name.to_string(), words()),
            _ => match constants.filter(|words| !words.is_empty()) {
                Some(words) => FieldShape::Choice(name.to_string(), words),
                None if bare.get("type").is_some_and(|kind| kind == "boolean") => FieldShape::Truth,
                None if bare.get("type").is_some_and(|kind| kind == "number" || kind == "integer") => {
                    FieldShape::Number
                }
                None => FieldShape::Line(name.to_string()),
            },
        }
    }
}

/// What a text must have that is no draft.
fn unless_draft(bare: &Value) -> impl Iterator<Item = &str> {
    let rules = bare.get("allOf").and_then(Value::as_array).into_iter().flatten();
    let of_texts = rules.filter(|rule| rule.pointer("/if/not/properties/draft").is_some());
    of_texts.flat_map(|rule| strings(rule.pointer("/then/required")))
}

fn referred(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/definitions/")
}

fn strings(list: Option<&Value>) -> impl Iterator<Item = &str> {
    list.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}
