//! Centres as programs want them whole: with the hours of a week and of each season, their services and their premises; and as places on a map.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use super::joined::DataRows;
use super::rows::{said, service_name};
use super::table::{DataTable, TIME};
use crate::base::json;
use crate::model::calendar::{Whose, seasons};
use crate::parse::centre::{Centre, Cost, Service};
use crate::parse::check::{Day, Week};
use crate::parse::values::{Phone, WEEKDAYS};
use crate::plan::scope::Scope;

type DataObject = Map<String, Value>;

/// The centres with all that is known of them. `table` has what a row says.
pub fn centres(scope: &Scope<'_>, table: &DataTable<'_>) -> DataRows {
    let whole = |(mut record, centre): (DataObject, &Centre)| {
        record.insert("spoken_languages".into(), json!(centre.spoken_languages));
        let services = 0..centre.services.len();
        let services: Vec<Value> = services.map(|place| service(scope, centre, place)).collect();
        record.insert("services".into(), json!(services));
        add_hours(
            scope,
            (centre, Whose::Centre),
            (centre.hours.as_ref(), centre.phone_hours.as_ref()),
            &mut record,
        );
        let mut premises: DataObject =
            centre.premises.features().map(|(name, there)| (name.to_string(), json!(there))).collect();
        if let Some(cost) = &centre.premises.cafe_cost {
            premises.insert("cafe_free".into(), json!(*cost == Cost::Free));
        }
        if let Some(Cost::Said(cost)) = &centre.premises.cafe_cost {
            premises.insert("cafe_cost".into(), json!(said(scope, cost)));
        }
        let way: DataObject = centre
            .getting_there
            .each()
            .map(|(name, text)| (name.to_string(), json!(said(scope, text))))
            .collect();
        for (name, group) in [("premises", premises), ("getting_there", way)] {
            if !group.is_empty() {
                record.insert(name.into(), Value::Object(group));
            }
        }
        Value::Object(record)
    };
    let centres = scope.section.centres.iter().map(|source| -> &Centre { &source.value });
    DataRows::of_values(table.records().zip(centres).map(whole))
}

fn service(scope: &Scope<'_>, centre: &Centre, place: usize) -> Value {
    let Service { kind, operator, phone, url, access, hours, phone_hours, .. } = &centre.services[place];
    let mut record = DataObject::new();
    record.insert("kind".into(), json!(kind.key()));
    record.insert("name".into(), json!(service_name(scope, centre, place)));
    let operator =
        operator.as_ref().and_then(|operator| operator.name.as_ref()).map(|name| said(scope, name));
    let texts = [
        ("operator", operator),
        ("phone", phone.as_ref().map(Phone::shown)),
        ("url", url.as_ref().map(ToString::to_string)),
        ("access", access.map(|access| access.key().to_string())),
    ];
    for (name, text) in texts {
        record.extend(text.map(|text| (name.to_string(), json!(text))));
    }
    add_hours(scope, (centre, Whose::Service(place)), (hours.as_ref(), phone_hours.as_ref()), &mut record);
    Value::Object(record)
}

/// The usual week, the weeks of seasons that are not over, and when the phone is answered. A centre that has closed for good has none.
fn add_hours(
    scope: &Scope<'_>,
    (centre, whose): (&Centre, Whose),
    (week, phone): (Option<&Week>, Option<&Week>),
    record: &mut DataObject,
) {
    if centre.status.is_closed() {
        return;
    }
    record.extend(week.map(|week| ("hours".to_string(), json!(days(week)))));
    record.extend(phone.map(|week| ("phone_hours".to_string(), json!(days(week)))));
    // What a service shares with the centre stands there.
    let is_own = |services: &[usize]| match whose {
        Whose::Centre => services.is_empty(),
        Whose::Service(_) => true,
    };
    let has_own = match whose {
        Whose::Centre => true,
        Whose::Service(place) => {
            !centre.services[place].seasons.is_empty()
                || centre.seasons.iter().any(|season| season.services.contains(&place))
        }
    };
    let coming =
        seasons(centre, whose).into_iter().filter(|(period, _)| has_own && period.to >= scope.regional.now);
    let coming = coming.filter(|(_, season)| is_own(&season.services)).map(|(period, season)| {
        let mut one = DataObject::new();
        one.extend(season.title.as_ref().map(|title| ("title".to_string(), json!(said(scope, title)))));
        one.insert("from".into(), day(period.from));
        one.insert("to".into(), day(period.to));
        one.insert("hours".into(), json!(days(&season.week)));
        Value::Object(one)
    });
    let coming: Vec<Value> = coming.collect();
    if !coming.is_empty() {
        record.insert("seasons".into(), json!(coming));
    }
}

fn day(day: Date) -> Value {
    json!(day.to_string())
}

/// A week, from Monday.
fn days(week: &Week) -> DataObject {
    let one = |(name, day): (&&str, &Day)| {
        let state = match day {
            Day::Closed => "closed",
            Day::Open(_) => "open",
            Day::Booking(_) => "booking",
        };
        let times: Vec<Value> = day
            .intervals()
            .iter()
            .map(|times| json!({"opens": times.from.iso(), "closes": times.to.iso()}))
            .collect();
        ((*name).to_string(), json!({"state": state, "times": times}))
    };
    WEEKDAYS.iter().zip(week).map(one).collect()
}

/// What the JSON of the centres holds, as a JSON Schema. `table` says what a row's part means.
pub fn schema(table: &DataTable<'_>, lang: &str) -> String {
    let mut whole = table.json_schema(lang);
    let text = json!({"type": "string"});
    let time = json!({"type": "string", "pattern": TIME});
    let times = json!({"type": "array", "items": closed(json!({"opens": time, "closes": time}), &["opens", "closes"])});
    let one = closed(
        json!({"state": {"enum": ["open", "booking", "closed"]}, "times": times}),
        &["state", "times"],
    );
    let week: DataObject =
        WEEKDAYS.iter().map(|name| ((*name).to_string(), json!({"$ref": "#/$defs/day"}))).collect();
    let date = json!({"type": "string", "format": "date"});
    let (in_week, list) =
        (json!({"$ref": "#/$defs/week"}), json!({"type": "array", "items": {"$ref": "#/$defs/season"}}));
    let season = json!({"title": text, "from": date, "to": date, "hours": in_week});
    whole["$defs"] = json!({
        "day": one,
        "week": closed(Value::Object(week), &WEEKDAYS),
        "season": closed(season, &["from", "to", "hours"]),
    });
    let service = json!({
        "kind": text, "name": text, "operator": text, "phone": text, "url": {"type": "string", "format": "uri"},
        "access": {"enum": ["drop_in", "booking", "both"]}, "hours": in_week, "phone_hours": in_week, "seasons": list,
    });
    let properties = &mut whole["items"]["properties"];
    properties["services"] =
        json!({"type": "array", "minItems": 1, "items": closed(service, &["kind", "name"])});
    properties["spoken_languages"] = json!({"type": "array", "items": text});
    for (name, rule) in [("hours", in_week.clone()), ("phone_hours", in_week), ("seasons", list)] {
        properties[name] = rule;
    }
    properties["premises"] = json!({"type": "object", "properties": {"cafe_cost": text}, "additionalProperties": {"type": "boolean"}});
    properties["getting_there"] = json!({"type": "object", "additionalProperties": text});
    json::lines(&whole)
}

/// An object that has these fields and no others.
fn closed(properties: Value, required: &[&str]) -> Value {
    json!({"type": "object", "properties": properties, "required": required, "additionalProperties": false})
}

/// The centres as places (RFC 7946): longitude before latitude, and no place of one that nobody has measured.
pub fn places(table: &DataTable<'_>) -> DataRows {
    let feature = |mut record: DataObject| {
        let (latitude, longitude) = (record.remove("latitude"), record.remove("longitude"));
        let place = latitude.zip(longitude);
        let geometry =
            place.map(|(latitude, longitude)| json!({"type": "Point", "coordinates": [longitude, latitude]}));
        json!({"type": "Feature", "id": record.get("id"), "geometry": geometry, "properties": record})
    };
    DataRows::of_values(table.records().map(feature))
}
