//! What was meant by a field in the wrong place, and by a value in the wrong shape: said with the writer's own words, ready to be copied.
//!
//! A list of the fields that there are helps nobody who has written `fullt: ja` a line too far out: she knows the word, and not the group
//! that it belongs to.

use super::naming::Naming;
use super::tree::{Node, NodeKind};
use crate::base::{AbsoluteUrl, Email, names};
use crate::parse::likely::{date_readings, likely_address, likely_hours, likely_time};
use crate::parse::repeat::{RepeatError, parse_repeat};
use crate::parse::values::{Phone, Time, parse_day_hours};

/// Longer than this nothing is written out anew.
const LONGEST: usize = 400;

/// The fields of a centre as a whole, which people write in one of its parts.
const OF_CENTRE: &[&str] = &[
    "exceptions",
    "activities",
    "notices",
    "premises",
    "getting_there",
    "images",
    "geo",
    "address",
    "reviewed",
    "opened",
    "planned_opening",
    "spoken_languages",
    "status",
    "services",
    "aliases",
    "formerly",
    "owner",
];

/// The fields of an activity alone.
const OF_ACTIVITY: &[&str] = &[
    "repeat",
    "except",
    "cancelled",
    "moved",
    "registration",
    "age_months",
    "valid_from",
    "valid_to",
    "cost",
];

/// The fields of a municipality alone.
const OF_MUNICIPALITY: &[&str] =
    &["holidays", "navigation", "allowed_hosts", "synonyms", "code", "region", "look"];

const OF_REGISTRATION: &[&str] = &["url", "phone", "email", "opens", "closes", "full"];

/// What a field that does not exist here was meant to be.
pub struct Hint {
    /// Which words the help has for it.
    pub key: &'static str,
    /// What to write, where that can be said.
    pub instead: Option<String>,
    /// May it be put where the field stands?
    pub is_mend: bool,
    /// The fields that it stands for: that they are missing is only an echo.
    pub meant: &'static [&'static str],
}

impl Hint {
    fn new(key: &'static str, instead: Option<String>) -> Self {
        Self { key, instead, is_mend: false, meant: &[] }
    }

    fn write(instead: String, meant: &'static [&'static str]) -> Self {
        Self { key: "write", instead: Some(instead), is_mend: true, meant }
    }
}

/// A field that its group does not have.
#[derive(Clone, Copy)]
pub struct Stray<'a> {
    /// Its name, as it is written.
    pub name: &'a str,
    /// Its value.
    pub value: &'a Node,
    /// The fields beside it.
    pub group: &'a [(Node, Node)],
    /// The file's text.
    pub text: &'a str,
    /// Is the group on lines of its own, with the field this far in?
    pub column: Option<usize>,
}

/// Where a field belongs that stands where there is none of its name.
pub fn of_field(stray: Stray<'_>, naming: Naming) -> Option<Hint> {
    let folded = names::fold(stray.name);
    match naming.of {
        "Activity" => of_activity(stray, naming, &folded).or_else(|| of_whole(stray, naming)),
        "Service" => of_whole(stray, naming),
        "Centre" => match folded.as_str() {
            "sommartid" | "sommartider" | "summerhours" => Some(Hint::new("season", None)),
            _ => {
                let is_of = |of, known| names::field(of, known, stray.name).is_some();
                let of_activity = is_of("Activity", OF_ACTIVITY)
                    || is_of("Registration", &["full", "closes"])
                    || repeats(stray.name).is_some();
                let key = if is_of("Municipality", OF_MUNICIPALITY) { "municipality" } else { "activity" };
                (of_activity || key == "municipality").then(|| Hint::new(key, None))
            }
        },
        "Municipality" => {
            let known: &[&str] =
                &["hours", "services", "exceptions", "activities", "seasons", "address", "geo"];
            names::field("Centre", known, stray.name).map(|_| Hint::new("centres", None))
        }
        "ExceptionFile" if matches!(folded.as_str(), "tid" | "kl" | "klockan" | "time") => {
            let hours = names::swedish_field("ExceptionFile", "hours").filter(|_| naming.swedish);
            Some(Hint::write(format!("{}: {}", hours.unwrap_or("hours"), raw(stray.value, stray.text)?), &[]))
        }
        _ => None,
    }
}

/// Does a name that no type has read yet mean this field?
fn is_meant(key: &Node, english: &str) -> bool {
    key.text().is_some_and(|name| names::may_mean(name, english))
}

/// What belongs to a centre as a whole: her lines as they are there.
fn of_whole(stray: Stray<'_>, naming: Naming) -> Option<Hint> {
    let field = names::field("Centre", OF_CENTRE, stray.name)?;
    let own = stray.group.iter().find(|(key, _)| is_meant(key, "kind")).and_then(|(_, value)| value.text());
    let added = match (field, own) {
        ("exceptions", Some(own)) => {
            Some(format!("{}: [{own}]", named("ExceptionFile", "services", naming.swedish)))
        }
        ("activities", Some(own)) => Some(format!("{}: {own}", named("Activity", "service", naming.swedish))),
        _ => None,
    };
    let of_service = naming.of == "Service";
    let moved = match (&stray.value.kind, added) {
        (NodeKind::Sequence(items), Some(added)) => {
            let items: Option<Vec<String>> =
                items.iter().map(|item| with_field(item, &added, stray.text)).collect();
            items.map(|items| format!("[{}]", items.join(", ")))
        }
        (NodeKind::Mapping(_), Some(added)) => {
            with_field(stray.value, &added, stray.text).map(|item| format!("[{item}]"))
        }
        (_, None) => flow(stray.value, stray.text),
        _ => None,
    };
    let instead =
        moved.filter(|moved| moved.len() <= LONGEST).map(|moved| format!("{}: {moved}", stray.name.trim()));
    let key = if of_service && instead.is_some() { "centre-service" } else { "centre" };
    Some(Hint::new(key, instead))
}

/// A group of fields in braces, with one field more.
fn with_field(node: &Node, added: &str, text: &str) -> Option<String> {
    let NodeKind::Mapping(_) = &node.kind else { return None };
    let inner = flow(node, text)?;
    Some(format!("{}, {added}}}", inner.strip_suffix('}')?))
}

fn of_activity(stray: Stray<'_>, naming: Naming, folded: &str) -> Option<Hint> {
    const TIMES: [&str; 12] = [
        "tid",
        "tider",
        "kl",
        "klockan",
        "klockslag",
        "tidpunkt",
        "oppettider",
        "time",
        "times",
        "hours",
        "at",
        "when",
    ];
    let name = |english| named("Activity", english, naming.swedish);
    let value = stray.value.text().unwrap_or_default().trim();
    // Lines of their own where the group has them.
    let joint = stray.column.map_or_else(|| ", ".to_string(), |column| format!("\n{}", " ".repeat(column)));
    if TIMES.contains(&folded) {
        return Some(times(value, &name, &joint));
    }
    if let Some(repeat) = repeats(stray.name).filter(|_| names::truth(value) != Some(false)) {
        return Some(Hint::write(format!("{}: {repeat}", name("repeat")), &[]));
    }
    if matches!(folded, "veckor" | "vecka" | "weeks" | "week")
        && let Some(repeat) = repeats(&format!("{value} veckor")).or_else(|| repeats(value))
    {
        return Some(Hint::write(format!("{}: {repeat}", name("repeat")), &[]));
    }
    let is_start = matches!(folded, "start" | "starttid" | "startdatum" | "borjar" | "begins" | "starts");
    let is_end = matches!(folded, "slut" | "sluttid" | "slutdatum" | "end" | "ends" | "stop");
    if is_start || is_end {
        let (hour, day) = if is_start { ("from", "valid_from") } else { ("to", "valid_to") };
        let date = date_readings(value).first().copied().filter(|_| value.len() >= 6);
        if let Some(date) = date {
            return Some(Hint::write(format!("{}: {date}", name(day)), &[]));
        }
        let meant: &'static [&'static str] = if is_start { &["from"] } else { &["to"] };
        return match time_of(value) {
            Some(time) => Some(Hint::write(format!("{}: {}", name(hour), time.short()), meant)),
            None => Some(Hint::new(if is_start { "start" } else { "end" }, None)),
        };
    }
    if matches!(folded, "sommartid" | "sommartider" | "summerhours") {
        return Some(Hint::new("term", None));
    }
    let field = names::field("Registration", OF_REGISTRATION, stray.name)?;
    let written =
        format!("{}: {}", named("Registration", field, naming.swedish), raw(stray.value, stray.text)?);
    let beside = stray.group.iter().find(|(key, _)| is_meant(key, "registration"));
    let group = match beside.and_then(|(_, value)| with_field(value, &written, stray.text)) {
        Some(group) => group,
        None => format!("{{{written}}}"),
    };
    let hint = Hint::write(format!("{}: {group}", name("registration")), &[]);
    // Beside one that there is, the line is to go into it.
    Some(if beside.is_some() { Hint { key: "merge", is_mend: false, ..hint } } else { hint })
}

/// When an activity begins and ends, of one text for both.
fn times(value: &str, name: &dyn Fn(&'static str) -> &'static str, joint: &str) -> Hint {
    const BOTH: &[&str] = &["from", "to"];
    let value = value.trim_start_matches("kl.").trim_start_matches("kl").trim();
    let likely = likely_hours(value);
    let hours = parse_day_hours(value).or_else(|_| parse_day_hours(likely.as_deref().unwrap_or(value)));
    match hours.as_deref() {
        Ok([one]) => {
            let (from, to) = (one.from.short(), one.to.short());
            Hint::write(format!("{}: {from}{joint}{}: {to}", name("from"), name("to")), BOTH)
        }
        _ => Hint { meant: BOTH, ..Hint::new("times", None) },
    }
}

fn time_of(value: &str) -> Option<Time> {
    Time::parse(value).or_else(|| Time::parse(&likely_time(value)?))
}

/// A name or value that says in which weeks something is.
fn repeats(words: &str) -> Option<String> {
    let words = words.trim().replace(['_', '-'], " ");
    match parse_repeat(&words, None) {
        Ok(_) | Err(RepeatError::NoStart(_)) => Some(words),
        Err(_) => None,
    }
}

fn named(of: &str, english: &'static str, swedish: bool) -> &'static str {
    names::swedish_field(of, english).filter(|_| swedish).unwrap_or(english)
}

/// A value in the shape that its field has.
pub struct Shape {
    /// Which words the help has for it.
    pub advice: &'static str,
    /// What to write.
    pub instead: String,
    /// What to write if something else is meant.
    pub other: Option<String>,
}

impl Shape {
    fn write(instead: String) -> Self {
        Self { advice: "write", instead, other: None }
    }
}

/// The value of a field, known by its name and whether it is one item of its list, as it is to be written.
pub fn shaped((field, is_item): (&str, bool), node: &Node, text: &str, naming: Naming) -> Option<Shape> {
    let name = |of: &str, english| named(of, english, naming.swedish);
    let value = node.text().map(str::trim);
    let in_list = |item: String| if is_item { item } else { format!("[{item}]") };
    let shape = match (field, value) {
        ("cancelled", Some(value)) => {
            let days: Option<Vec<String>> = days_in(value);
            let items: Vec<String> =
                days?.iter().map(|day| format!("{{{}: {day}}}", name("Cancelled", "date"))).collect();
            Shape::write(if is_item { items.first()?.clone() } else { format!("[{}]", items.join(", ")) })
        }
        ("moved", Some(value)) => {
            let plain = value.replace("->", " till ").replace('→', " till ").replace(" to ", " till ");
            let (date, to) = (name("MovedFile", "date"), name("MovedFile", "to"));
            match plain.split_once(" till ") {
                Some((first, second)) => {
                    let (first, second) = (day_in(first)?, day_in(second)?);
                    Shape::write(in_list(format!("{{{date}: {first}, {to}: {second}}}")))
                }
                None => {
                    let first = date_readings(value).first().copied()?;
                    let next = first.tomorrow().ok()?;
                    let instead = in_list(format!("{{{date}: {first}, {to}: {next}}}"));
                    Shape { advice: "moved", instead, other: None }
                }
            }
        }
        ("registration", Some(value)) => registration(value, naming)?,
        ("age_months", Some(value)) => ages(value, naming)?,
        ("operator", Some(value)) => {
            let kinds: &[&str] = &["region", "municipality", "private_for_region", "other"];
            names::value("OperatorType", kinds, value)?;
            Shape::write(format!("{{{}: {value}}}", name("Operator", "type")))
        }
        ("address", Some(value)) if !value.is_empty() => {
            let street = value.split(',').next().unwrap_or_default().trim();
            Shape::write(format!("{{{}: {}}}", name("Address", "street"), quoted(street)))
        }
        ("contact", Some(value)) => contact(value, "Contact", naming)?,
        // One item where a list of them belongs.
        (
            "cancelled" | "moved" | "exceptions" | "activities" | "notices" | "services" | "seasons"
            | "images" | "navigation" | "issues" | "links",
            None,
        ) if matches!(node.kind, NodeKind::Mapping(_)) && !is_item => {
            Shape::write(format!("[{}]", flow(node, text)?))
        }
        _ => return None,
    };
    Some(shape).filter(|shape| shape.instead.len() <= LONGEST)
}

fn day_in(text: &str) -> Option<String> {
    match date_readings(text.trim()).as_slice() {
        [day] => Some(day.to_string()),
        _ => None,
    }
}

fn days_in(text: &str) -> Option<Vec<String>> {
    let listed = text.replace(" och ", ",").replace(" and ", ",");
    listed.split([',', ';', '&']).map(day_in).collect()
}

fn registration(value: &str, naming: Naming) -> Option<Shape> {
    let access = named("Activity", "access", naming.swedish);
    let word =
        |english| names::swedish_value("Access", english).filter(|_| naming.swedish).unwrap_or(english);
    match names::truth(value).or_else(|| value.parse().ok()) {
        Some(true) => {
            Some(Shape { advice: "signup", instead: format!("{access}: {}", word("booking")), other: None })
        }
        Some(false) => Some(Shape {
            advice: "no-signup",
            instead: format!("{access}: {}", word("drop_in")),
            other: None,
        }),
        None => contact(value, "Registration", naming),
    }
}

/// A phone number, mail or web address as a group of fields.
fn contact(value: &str, of: &str, naming: Naming) -> Option<Shape> {
    let name = |english| named(of, english, naming.swedish);
    let field = if Phone::parse(value).is_some() {
        format!("{}: {value}", name("phone"))
    } else if Email::parse(value).is_some() {
        format!("{}: {value}", name("email"))
    } else if AbsoluteUrl::parse(value).is_ok() {
        format!("{}: {value}", name("url"))
    } else {
        format!("{}: {}", name("url"), likely_address(value)?)
    };
    Some(Shape::write(format!("{{{field}}}")))
}

/// Ages that may be in months or in years, both written out.
fn ages(value: &str, naming: Naming) -> Option<Shape> {
    let (min, max) = crate::parse::likely::numbers_of_ages(value)?;
    let group = |factor: u16| {
        let one = |english, number: Option<u16>| {
            number.map(|number| {
                format!("{}: {}", named("Ages", english, naming.swedish), number.saturating_mul(factor))
            })
        };
        let fields: Vec<String> = [one("min", min), one("max", max)].into_iter().flatten().collect();
        format!("{{{}}}", fields.join(", "))
    };
    Some(Shape { advice: "ages", instead: group(1), other: Some(group(12)) })
}

/// A scalar as it stands in the file.
fn raw<'t>(node: &Node, text: &'t str) -> Option<&'t str> {
    node.text()?;
    let raw = text.get(node.span.clone())?.trim();
    (!raw.is_empty() && !raw.contains('\n') && raw.len() <= LONGEST).then_some(raw)
}

/// A value on one line, in brackets and braces; none where it has texts of several lines.
fn flow(node: &Node, text: &str) -> Option<String> {
    match &node.kind {
        NodeKind::Scalar { plain, .. } => {
            let raw = raw(node, text)?;
            Some(if *plain { quoted(raw) } else { raw.to_string() })
        }
        NodeKind::Sequence(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| flow(item, text)).collect();
            Some(format!("[{}]", items?.join(", "))).filter(|flow| flow.len() <= LONGEST)
        }
        NodeKind::Mapping(entries) => {
            let entries: Option<Vec<String>> = entries
                .iter()
                .map(|(key, value)| Some(format!("{}: {}", flow(key, text)?, flow(value, text)?)))
                .collect();
            Some(format!("{{{}}}", entries?.join(", "))).filter(|flow| flow.len() <= LONGEST)
        }
    }
}

/// A text in quotation marks, where it could not stand in braces without.
fn quoted(text: &str) -> String {
    if text.contains([',', '[', ']', '{', '}']) && !text.contains('"') {
        format!("\"{text}\"")
    } else {
        text.to_string()
    }
}
