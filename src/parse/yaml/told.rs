//! What is wrong with a YAML text, told.

use std::ops::Range;

use super::explain::explain;
use super::fault::FaultKind;
use super::naming::Naming;
use super::placed::{Hint, Shape};
use super::tree::TreeError;
use super::ways::Split;
use crate::base::{At, Code, Phrase, Report, Seg, is_slug, names};

/// The field whose value follows its colon without a space: in `title:Hej: nu öppnar vi` the name is `title:Hej` to YAML.
pub fn name_before_colon(of: &str, word: &str, known: &'static [&'static str]) -> Option<&'static str> {
    let (name, _) = word.split_once(':')?;
    names::field(of, known, name)
}

/// What to say to a value of the wrong type: a key of the message's help.
fn advice((expected, found): (&str, &str), value: &str, path: &[Seg]) -> &'static str {
    // Lists whose items are groups of fields: words in brackets would be wrong again.
    const GROUPS: [&str; 8] =
        ["services", "exceptions", "activities", "notices", "images", "navigation", "issues", "links"];
    let field = path.iter().rev().find_map(Seg::key).unwrap_or("none");
    // An exception names its services by their kinds.
    let is_plain = field == "services" && path.first().and_then(Seg::key) == Some("exceptions");
    match expected {
        "list" if GROUPS.contains(&field) && !is_plain => "items",
        "group" => "group",
        "hours" => "hours",
        "text" if field == "day" => "day",
        "list" if matches!(field, "centres" | "related") => "names",
        "natural" if found != "text" => "natural",
        "natural" | "integer" if found == "text" && !value.is_empty() && value.parse::<f64>().is_err() => {
            "digits"
        }
        _ if value.is_empty() && expected != "boolean" => "none",
        "text" | "texts" => "quotes",
        "list" => "list",
        "number" if value.contains(',') && mended(expected, value).parse::<f64>().is_ok() => "decimal",
        "boolean" if mended(expected, value) != value => "boolean",
        // In quotation marks it is a word, and no number and no yes.
        "boolean" if matches!(value, "true" | "false") => "unquoted",
        "boolean" => "truth",
        "natural" if found == "text" && value.parse::<u64>().is_ok() => "unquoted",
        "number" | "integer" if found == "text" && value.parse::<f64>().is_ok() => "unquoted",
        _ => "none",
    }
}

/// The value as it could be written.
fn mended(expected: &str, value: &str) -> String {
    match expected {
        "number" => value.replace(',', "."),
        "boolean" if matches!(value, "True" | "TRUE" | "False" | "FALSE") => value.to_lowercase(),
        "boolean" if matches!(value.to_lowercase().as_str(), "j" | "y" | "on" | "1" | "finns" | "har") => {
            "true".to_string()
        }
        "boolean"
            if matches!(
                value.to_lowercase().as_str(),
                "osant" | "n" | "off" | "0" | "saknas" | "finns inte" | "finns ej"
            ) =>
        {
            "false".to_string()
        }
        _ => value.to_string(),
    }
}

/// Reports what is wrong with a value; all is said of it then.
pub fn report_value_fault(kind: &FaultKind, naming: Naming, path: Vec<Seg>, report: &mut Report) {
    report_fault(kind, naming, At::Value(path.clone()), report);
    report.settle(path);
}

/// Reports a fault at a place.
pub fn report_fault(kind: &FaultKind, naming: Naming, at: At, report: &mut Report) {
    match kind {
        FaultKind::UnknownField(field, known) => {
            let fields = naming.fields(known);
            let near = naming.near_field(field, known).map(|(_, written)| written);
            // `{lat: 59,2}` is a field 2 to YAML.
            let is_decimals = !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit());
            let proposal = match () {
                () if is_decimals => "comma",
                () if name_before_colon(naming.of, field, known).is_some() => "space",
                () => near.unwrap_or("none"),
            };
            let instead = near.filter(|near| *near == proposal);
            let words = report.add(Code::UnknownField, at).with("field", field).with("proposal", proposal);
            words.with("fields", fields).with("instead", "none").instead(instead);
        }
        FaultKind::UnknownValue(value, known) => {
            let values = known.iter().map(|value| naming.value(value)).collect::<Vec<_>>().join(", ");
            let near = naming.near_value(value, known);
            let words = report.add(Code::UnknownValue, at).with("value", value);
            words.with("proposal", near.unwrap_or("none")).with("values", values).instead(near);
        }
        FaultKind::Duplicate { field, first } => {
            let first = if field == first { "none" } else { first };
            report.add(Code::DuplicateField, at).with("field", field).with("first", first);
        }
        FaultKind::Type { expected, found, value } => {
            report_type((expected, found), value, naming, at, report);
        }
        FaultKind::Empty => {
            report.add(Code::EmptyText, at);
        }
        FaultKind::Missing(field) => {
            report.add(Code::MissingField, at).with("field", naming.field(field));
        }
        FaultKind::Other => report_unclear(at, report),
    }
}

/// Reports a value that is of another type than what is expected.
fn report_type((expected, found): (&str, &str), as_is: &String, naming: Naming, at: At, report: &mut Report) {
    let value = as_is.as_str();
    let path = at.path().unwrap_or_default();
    let field = path.iter().rev().find_map(Seg::key).unwrap_or("none").to_string();
    let (advice, value) = (advice((expected, found), value, path), mended(expected, value));
    // Yes and no are said in the language of the file.
    let value = match value.as_str() {
        "true" if advice == "boolean" && naming.swedish => "ja".to_string(),
        "false" if advice == "boolean" && naming.swedish => "nej".to_string(),
        _ => value,
    };
    let words = report.add(Code::WrongType, at).with("field", field);
    let words = words.saying("expected", expectation(expected, naming));
    let words = words.saying("found", phrase("found-", found, &[("value", as_is)]));
    // A name in the place of a list of names is one of them.
    let is_name = advice == "names" && is_slug(&value);
    // Several are written with commas or “och” between them.
    let several: Vec<&str> = value.split(&[',', '&'][..]).flat_map(|part| part.split(" och ")).collect();
    let several: Vec<&str> = several.into_iter().map(str::trim).collect();
    let is_name = is_name || advice == "names" && several.iter().all(|name| is_slug(name));
    let value = match advice {
        "names" if !is_name => "none".to_string(),
        "names" => several.join(", "),
        _ => value,
    };
    let instead = match advice {
        "names" => is_name.then(|| format!("[{value}]")),
        "quotes" => Some(format!("\"{value}\"")),
        "list" => Some(format!("[{value}]")),
        "decimal" | "boolean" | "unquoted" => Some(value.clone()),
        _ => None,
    };
    words.with("advice", advice).with("value", value).with("other", "none").instead(instead);
}

/// Says where a field belongs that stands where there is none of its name.
pub fn report_stray((field, hint): (&str, &Hint), (name, whole): (At, At), report: &mut Report) {
    let instead = hint.instead.as_deref();
    // Two fields on lines of their own are named apart: written as one they would be one.
    let (first, second) =
        instead.unwrap_or("none").split_once('\n').unwrap_or((instead.unwrap_or("none"), "none"));
    let key = if second == "none" { hint.key } else { "write-lines" };
    let words = report.add(Code::UnknownField, name).with("field", field).with("proposal", key);
    let words = words.with("fields", "none").with("instead", first).with("second", second.trim());
    words.instead_at(whole, instead.filter(|_| hint.is_mend));
}

/// Says which shape a value is to have, with what was written in it.
pub fn report_shape((kind, shape): (&FaultKind, Shape), naming: Naming, path: Vec<Seg>, report: &mut Report) {
    let FaultKind::Type { expected, found, value } = kind else { return };
    let at = At::Value(path.clone());
    let field = path.iter().rev().find_map(Seg::key).unwrap_or("none").to_string();
    let words = report.add(Code::WrongType, at).with("field", field);
    let words = words.saying("expected", expectation(expected, naming));
    let words = words.saying("found", phrase("found-", found, &[("value", value)]));
    let words = words.with("advice", shape.advice).with("value", &shape.instead);
    let words = words.with("other", shape.other.as_deref().unwrap_or("none"));
    words.instead(Some(shape.instead).filter(|_| shape.advice == "write"));
    report.settle(path);
}

/// Says that a comma has split a text in braces, with the text as it is written whole.
pub fn report_split(split: &Split, text: &str, offset: usize, report: &mut Report) {
    let slice = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    let place = |range: &Range<usize>| At::Span(offset + range.start..offset + range.end);
    let quoted = quoted(slice(&split.whole));
    let words = report.add(Code::UnknownField, place(&split.part)).with("field", slice(&split.part));
    let words = words.with("proposal", "split").with("fields", "none");
    let words = words.with("instead", format!("{}: {quoted}", slice(&split.name)));
    words.instead_at(place(&split.whole), Some(quoted));
}

/// A text in the quotation marks that it does not hold itself.
fn quoted(text: &str) -> String {
    match text.contains('"') {
        true => format!("'{}'", text.replace('\'', "''")),
        false => format!("\"{}\"", text.replace('\\', "\\\\")),
    }
}

/// Something that none of our types says by itself.
pub fn report_unclear(at: At, report: &mut Report) {
    let words = report.add(Code::YamlSyntax, at).saying("reason", Phrase::new("yaml-unclear"));
    words.with("advice", "unclear").with("instead", "none");
}

/// What a value should be, in the words of the file's language where these are words of a file.
fn expectation(expected: &str, naming: Naming) -> Phrase {
    let expected = if expected == "boolean" && naming.swedish { "truth" } else { expected };
    phrase("type-", expected, &[])
}

fn phrase(room: &str, key: &str, args: &[(&'static str, &String)]) -> Phrase {
    let args = args.iter().map(|(name, value)| ((*name).into(), (*value).clone())).collect();
    Phrase { key: format!("{room}{key}").into(), args }
}

/// Reports why a text is no YAML at all.
pub fn report_tree_error(error: &TreeError, text: &str, offset: usize, report: &mut Report) {
    match error {
        TreeError::TooDeep(at) => {
            report.add(Code::YamlTooDeep, At::Span(offset + at..offset + at + 1));
        }
        TreeError::Syntax(at, words) => {
            let slip = explain(*at, words, text);
            let at = At::Span(offset + slip.span.start..offset + slip.span.end);
            let (line, end) =
                (text[..slip.span.start].rfind('\n').map_or(0, |newline| newline + 1), slip.span.end);
            let start = line + (text[line..].len() - text[line..].trim_start_matches(' ').len());
            let line = At::Span(offset + start.min(slip.span.start)..offset + end);
            let words = report.add(Code::YamlSyntax, at).saying("reason", phrase("yaml-", slip.kind, &[]));
            let words = words.with("advice", slip.kind);
            words.with("instead", slip.instead.as_deref().unwrap_or("none")).instead_at(line, slip.instead);
        }
    }
}
