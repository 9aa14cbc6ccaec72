//! What a JSON Schema can say of how the fields of a group go together: what `parse` checks there, in the schema's own words.
//!
//! Each is a transform for `#[schemars(transform = …)]`. A field that is `null` is one that was left out. Where an editor is to say more
//! than that a field is missing, `errorMessage` is the id of its words.

use schemars::Schema;
use serde_json::{Value, json};

use super::{CentreType, ServiceKind};

/// `planned_opening` stands only where the status is planned.
pub fn planned(schema: &mut Schema) {
    add(
        schema,
        json!({
            "if": {"required": ["planned_opening"], "properties": {"planned_opening": {"type": ["string", "integer"]}}},
            "then": {"properties": {"status": {"const": "planned", "errorMessage": "schema-rule-planned"}}},
        }),
    );
}

/// Ages may be said in words, with their unit.
pub fn or_ages(schema: &mut Schema) {
    schema.insert("type".into(), json!(["object", "string"]));
    schema.insert("pattern".into(), "[0-9].*(?:[mM]|[åÅ]r|[yY]ear)".into());
}

/// A centre of a type has the services that the type is made of.
pub fn services(schema: &mut Schema) {
    let one_of = |kinds: &[ServiceKind], message: &str| {
        let kinds: Vec<&str> = kinds.iter().map(|kind| kind.key()).collect();
        let service = json!({"required": ["kind"], "properties": {"kind": {"enum": kinds}}});
        json!({"properties": {"services": {"contains": service, "errorMessage": message}}})
    };
    let whole = [
        one_of(&[ServiceKind::MaternalHealth], "schema-rule-maternal_health"),
        one_of(&[ServiceKind::ChildHealth], "schema-rule-child_health"),
        one_of(&[ServiceKind::OpenPreschool], "schema-rule-open_preschool"),
        one_of(&[ServiceKind::SocialServices], "schema-rule-social_services"),
    ];
    let like = [
        one_of(&[ServiceKind::ChildHealth], "schema-rule-child_health"),
        one_of(&[ServiceKind::OpenPreschool, ServiceKind::SocialServices], "schema-rule-municipal"),
    ];
    for (kind, needs) in [(CentreType::FamilyCentre, whole.as_slice()), (CentreType::FamilyCentreLike, &like)]
    {
        let given = json!({"required": ["type"], "properties": {"type": {"const": kind.key()}}});
        add(schema, json!({"if": given, "then": {"allOf": needs}}));
    }
}

/// A service of another kind has a name.
pub fn named(schema: &mut Schema) {
    let named = json!({"type": ["string", "integer", "object"], "errorMessage": "schema-rule-named"});
    add(
        schema,
        json!({
            "if": {"required": ["kind"], "properties": {"kind": {"const": ServiceKind::Other.key()}}},
            "then": {"required": ["name"], "properties": {"name": named}, "errorMessage": "schema-rule-named"},
        }),
    );
}

/// An exception is closed or has hours.
pub fn closed_or_hours(schema: &mut Schema) {
    let closed = json!({"closed": {"const": true}, "hours": {"type": "null"}});
    let hours = json!({"hours": {"type": ["string", "object"]}, "closed": {"enum": [false, null]}});
    either(schema, [("closed", closed), ("hours", hours)], "schema-rule-closed_or_hours");
}

/// An exception says once when it is.
pub fn one_when(schema: &mut Schema) {
    let none = json!({"enum": [null, []]});
    let from = json!({"from": {"type": ["string", "integer"]}, "weeks": none, "dates": none});
    let weeks = json!({"weeks": listed(), "from": none, "dates": none, "to": none});
    let dates = json!({"dates": listed(), "from": none, "weeks": none, "to": none});
    also_either(schema, [("from", from), ("weeks", weeks), ("dates", dates)], "schema-rule-one_when");
}

/// An activity is on weekdays or on days, and is repeated on weekdays alone.
pub fn day_or_date(schema: &mut Schema) {
    let none = json!({"type": "null"});
    let day = json!({"day": {"type": ["string", "array"]}, "days": none, "date": none, "dates": none});
    let days = json!({"days": listed(), "day": none, "date": none, "dates": none});
    // In this order in both: what both are called in Swedish is the first of them.
    let date = json!({"date": listed(), "dates": none, "day": none, "days": none, "repeat": none});
    let dates = json!({"date": none, "dates": listed(), "day": none, "days": none, "repeat": none});
    let ways = [("day", day), ("days", days), ("date", date), ("dates", dates)];
    also_either(schema, ways, "schema-rule-day_or_date");
}

/// What is moved is moved to another day, another time, or both.
pub fn moved_somewhere(schema: &mut Schema) {
    let given =
        |field: &str| json!({"required": [field], "properties": {field: {"type": ["string", "number"]}}});
    add(schema, json!({"anyOf": [given("to"), given("from")], "errorMessage": "schema-rule-moved"}));
}

/// A picture has an alt text or says that it is decorative.
pub fn alt_or_decorative(schema: &mut Schema) {
    let alt =
        json!({"alt": {"type": ["string", "integer", "object"]}, "decorative": {"enum": [false, null]}});
    let decorative = json!({"decorative": {"const": true}, "alt": {"type": "null"}});
    either(schema, [("alt", alt), ("decorative", decorative)], "schema-rule-alt_or_decorative");
}

/// An entry of the navigation leads to a page, to a centre or to an address.
pub fn one_target(schema: &mut Schema) {
    let name = json!({"type": ["string", "integer"]});
    let none = json!({"type": "null"});
    let page = json!({"page": name, "centre": none, "url": none});
    let centre = json!({"centre": name, "page": none, "url": none});
    let url = json!({"url": {"type": "string"}, "page": none, "centre": none});
    either(schema, [("page", page), ("centre", centre), ("url", url)], "schema-rule-one_target");
}

/// The last day of a news item is said once.
pub fn until_or_expires(schema: &mut Schema) {
    let given = json!({"required": ["until"], "properties": {"until": {"type": "string"}}});
    let alone =
        json!({"properties": {"expires": {"type": "null", "errorMessage": "schema-rule-until_or_expires"}}});
    add(schema, json!({"if": given, "then": alone}));
}

/// A news item has a lead, but a draft may be saved before it is written.
pub fn lead_or_draft(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.retain(|field| field != "lead");
    }
    let draft = json!({"required": ["draft"], "properties": {"draft": {"const": true}}});
    add(schema, json!({"if": {"not": draft}, "then": {"required": ["lead"]}}));
}

/// One value, or a list with something in it.
fn listed() -> Value {
    json!({"type": ["string", "integer", "array"], "minItems": 1})
}

/// One of some, and no other.
fn either<const N: usize>(schema: &mut Schema, ways: [(&str, Value); N], message: &str) {
    schema.insert("oneOf".into(), ways_of(ways, message));
}

/// One of some more, beside others.
fn also_either<const N: usize>(schema: &mut Schema, ways: [(&str, Value); N], message: &str) {
    let one_of = ways_of(ways, message);
    add(schema, json!({"oneOf": one_of, "errorMessage": message}));
}

fn ways_of<const N: usize>(ways: [(&str, Value); N], message: &str) -> Value {
    let way = |(field, mut properties): (&str, Value)| {
        for property in properties.as_object_mut().into_iter().flat_map(|all| all.values_mut()) {
            property["errorMessage"] = message.into();
        }
        json!({"type": "object", "required": [field], "properties": properties, "errorMessage": message})
    };
    Value::Array(ways.map(way).into())
}

/// One rule more that holds.
fn add(schema: &mut Schema, rule: Value) {
    let rules = schema.ensure_object().entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(rules) = rules {
        rules.push(rule);
    }
}
