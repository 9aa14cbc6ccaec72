//! The names of both languages in a schema that has the program's own.
//!
//! A schema cannot say that case, hyphens and dots over letters make no difference, so each name becomes a pattern of all its forms. In the
//! language of the one who writes the first name stands beside the program's, for an editor to propose. What a name may hold is referred
//! to and not written again.

use serde_json::{Map, Value, json};

use crate::base::{Locale, names};

type SchemaObject = Map<String, Value>;

/// Lets a schema take the names of both languages. `root` is the type of the whole.
pub fn take_both(schema: &mut SchemaObject, root: &str, locale: Locale) {
    BothLanguages { locale }.group(schema, "#", root);
}

struct BothLanguages {
    locale: Locale,
}

impl BothLanguages {
    fn value(&self, value: &mut Value, pointer: &str) {
        match value {
            Value::Object(object) => self.group(object, pointer, ""),
            Value::Array(items) => {
                for (at, item) in items.iter_mut().enumerate() {
                    self.value(item, &format!("{pointer}/{at}"));
                }
            }
            _ => {}
        }
    }

    fn group(&self, schema: &mut SchemaObject, pointer: &str, of: &str) {
        for (key, value) in schema.iter_mut() {
            match value {
                // Names of fields, and not keywords.
                Value::Object(fields)
                    if matches!(key.as_str(), "properties" | "patternProperties" | "definitions") =>
                {
                    for (field, value) in fields.iter_mut() {
                        self.value(value, &format!("{pointer}/{key}/{}", escaped(field)));
                    }
                }
                _ => self.value(value, &format!("{pointer}/{key}")),
            }
        }
        self.fields(schema, pointer, of);
        require_either(schema, of);
        self.words(schema);
        take_truths(schema);
    }

    /// The names of fields.
    fn fields(&self, schema: &mut SchemaObject, pointer: &str, of: &str) {
        let Some(Value::Object(fields)) = schema.get("properties") else { return };
        let mut all = SchemaObject::new();
        let mut patterns = SchemaObject::new();
        for (field, value) in fields {
            all.insert(field.clone(), value.clone());
            let swedish = own_names(fields, of, field);
            let refer = json!({"$ref": format!("{pointer}/properties/{field}")});
            if self.locale == Locale::Swedish
                && let Some(first) = swedish.first().filter(|first| !fields.contains_key(**first))
            {
                all.insert((*first).to_string(), refer.clone());
            }
            if !swedish.is_empty() {
                patterns.insert(pattern(swedish.iter().copied().chain([field.as_str()])), refer);
            }
        }
        schema.insert("properties".into(), all.into());
        if let Value::Object(known) =
            schema.entry("patternProperties").or_insert_with(|| Value::Object(SchemaObject::new()))
        {
            known.extend(patterns);
        }
    }

    /// The fixed values. `also` is the pattern of what is taken beside them, where a form says it.
    fn words(&self, schema: &mut SchemaObject) {
        if let Some(Value::String(word)) = schema.get("const") {
            let swedish = names::values_of(word);
            if !swedish.is_empty() {
                let form = pattern(swedish.iter().copied().chain([word.as_str()]));
                schema.remove("const");
                schema.insert("type".into(), "string".into());
                schema.insert("pattern".into(), form.into());
            }
        }
        let also = schema.remove("also");
        let Some(Value::Array(words)) = schema.get("enum") else { return };
        let words: Vec<String> = words.iter().filter_map(Value::as_str).map(str::to_string).collect();
        let swedish: Vec<&str> = words.iter().flat_map(|word| names::values_of(word)).collect();
        if swedish.is_empty() && also.is_none() {
            return;
        }
        let form = || Value::from(pattern(swedish.iter().copied().chain(words.iter().map(String::as_str))));
        let form = also.unwrap_or_else(form);
        let mut listed = SchemaObject::new();
        for key in ["enum", "enumDescriptions"] {
            listed.extend(schema.remove(key).map(|value| (key.to_string(), value)));
        }
        if self.locale == Locale::Swedish {
            propose_swedish(&mut listed, &words);
        }
        let mut ways = vec![Value::Object(listed), json!({"type": "string", "pattern": form})];
        let kinds = schema.get("type").and_then(Value::as_array);
        if kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "array")) {
            ways.push(json!({"type": "array"}));
        }
        schema.insert("anyOf".into(), ways.into());
    }
}

/// The Swedish names of a field. Those that its group takes for an earlier one are not its own: `datum` of an activity is `date`, not `dates`.
fn own_names(fields: &SchemaObject, of: &str, field: &str) -> Vec<&'static str> {
    let is_own = |name: &&&str| {
        let mut earlier = fields.keys().take_while(|other| *other != field);
        earlier.all(|other| !names::swedish_names(of, other).contains(*name))
    };
    names::swedish_names(of, field).iter().filter(is_own).copied().collect()
}

/// Adds the Swedish word of each value, with the same meaning.
fn propose_swedish(listed: &mut SchemaObject, words: &[String]) {
    let firsts: Vec<(usize, &str)> = words
        .iter()
        .enumerate()
        .filter_map(|(at, word)| Some((at, *names::values_of(word).first()?)))
        .filter(|(_, swedish)| !words.iter().any(|word| word == swedish))
        .collect();
    let meanings: Vec<Value> = match listed.get("enumDescriptions") {
        Some(Value::Array(meanings)) => {
            firsts.iter().filter_map(|(at, _)| meanings.get(*at).cloned()).collect()
        }
        _ => Vec::new(),
    };
    if let Some(Value::Array(all)) = listed.get_mut("enum") {
        all.extend(firsts.iter().map(|(_, word)| Value::from(*word)));
    }
    if let Some(Value::Array(all)) = listed.get_mut("enumDescriptions") {
        // Nothing is the last of the words; what is added comes after it.
        all.extend(meanings);
    }
}

/// A field that must be there may be there under any of its names.
fn require_either(schema: &mut SchemaObject, of: &str) {
    let Some(Value::Array(required)) = schema.remove("required") else { return };
    let (either, plain): (Vec<Value>, Vec<Value>) = required
        .into_iter()
        .partition(|field| field.as_str().is_some_and(|field| !names::swedish_names(of, field).is_empty()));
    if !plain.is_empty() {
        schema.insert("required".into(), plain.into());
    }
    let message = schema.get("errorMessage").cloned();
    let fields = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
    let rules = either.iter().filter_map(Value::as_str).map(|field| {
        let form = pattern(own_names(&fields, of, field).into_iter().chain([field]));
        // No group of names none of which is this one.
        let named = json!({"not": {"propertyNames": {"not": {"pattern": form}}}});
        let mut rule = json!({"anyOf": [{"required": [field]}, named]});
        if let Some(message) = &message {
            rule["errorMessage"] = message.clone();
        }
        rule
    });
    let rules: Vec<Value> = rules.collect();
    if let (Value::Array(all), false) = (schema.entry("allOf").or_insert_with(|| json!([])), rules.is_empty())
    {
        all.extend(rules);
    }
    if schema.get("allOf").is_some_and(|all| all == &json!([])) {
        schema.remove("allOf");
    }
}

/// True and false in words.
fn take_truths(schema: &mut SchemaObject) {
    let words = |truth: bool| pattern(names::truths().filter(|(_, of)| *of == truth).map(|(word, _)| word));
    if let Some(Value::Bool(truth)) = schema.get("const").cloned() {
        schema.remove("const");
        schema.insert("anyOf".into(), json!([{"const": truth}, {"type": "string", "pattern": words(truth)}]));
    }
    if let Some(Value::Array(all)) = schema.get("enum").cloned()
        && let Some(truth) = all.iter().find_map(Value::as_bool)
    {
        schema.remove("enum");
        schema.insert("anyOf".into(), json!([{"enum": all}, {"type": "string", "pattern": words(truth)}]));
    }
    let is_boolean = |kind: &Value| kind == "boolean";
    let takes = match schema.get_mut("type") {
        Some(Value::Array(kinds)) if kinds.iter().any(is_boolean) => {
            kinds.push("string".into());
            true
        }
        Some(kind) if is_boolean(kind) => {
            *kind = json!(["boolean", "string"]);
            true
        }
        _ => false,
    };
    if takes {
        schema.insert("pattern".into(), pattern(names::truths().map(|(word, _)| word)).into());
    }
}

/// All forms of some names: whatever their case, with blanks, hyphens or underscores between letters, with dots over letters or without.
fn pattern<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut forms: Vec<String> = names.map(names::fold).collect();
    forms.sort();
    forms.dedup();
    let forms: Vec<String> =
        forms.iter().map(|form| form.chars().map(letter).collect::<Vec<_>>().join(BETWEEN)).collect();
    format!("^{BETWEEN}(?:{}){BETWEEN}$", forms.join("|"))
}

const BETWEEN: &str = "[ _\u{a0}\u{2010}\u{2011}-]*";

fn letter(c: char) -> String {
    let marks = "[\u{300}\u{301}\u{308}\u{30a}]*";
    match c {
        'a' => format!("[aAåÅäÄàÀ]{marks}"),
        'o' => format!("[oOöÖ]{marks}"),
        'e' => format!("[eEéÉèÈ]{marks}"),
        c if c.is_alphabetic() => format!("[{c}{}]", c.to_uppercase()),
        c => c.to_string(),
    }
}

/// A key as a JSON pointer has it, in an address.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
