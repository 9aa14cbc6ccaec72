//! YAML as editors read it: by the core schema of YAML 1.2, where a bare `0127` is a number and `9.50` is the same one as `9.5`.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput};
use serde_json::{Map, Number, Value};

/// The value of a text; none where it is no YAML.
pub fn read(text: &str) -> Option<Value> {
    let mut reader = Reader { parser: Parser::new_from_str(text), anchors: HashMap::new() };
    loop {
        match reader.next()? {
            Event::StreamStart | Event::DocumentStart(_) => {}
            Event::StreamEnd | Event::DocumentEnd => return Some(Value::Null),
            event => return reader.value(event),
        }
    }
}

/// The YAML of a file: all of it, or what stands between the lines `---`. Front matter without a field is a group without one.
pub fn part_of<'a>(path: &str, text: &'a str) -> Option<&'a str> {
    let text = text.trim_start_matches('\u{feff}');
    if !path.ends_with(".md") {
        return Some(text);
    }
    let (first, rest) = text.split_once('\n')?;
    let mut yaml = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            let yaml = &rest[..yaml];
            return (first.trim_end() == "---").then_some(if yaml.trim().is_empty() { "{}" } else { yaml });
        }
        yaml += line.len();
    }
    None
}

struct Reader<'a> {
    parser: Parser<'a, StrInput<'a>>,
    anchors: HashMap<usize, Value>,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<Event<'a>> {
        self.parser.next_event()?.ok().map(|(event, _)| event)
    }

    fn value(&mut self, event: Event<'a>) -> Option<Value> {
        let (value, anchor) = match event {
            Event::Alias(anchor) => return self.anchors.get(&anchor).cloned(),
            Event::Scalar(text, ScalarStyle::Plain, anchor, _) => (plain(&text), anchor),
            Event::Scalar(text, _, anchor, _) => (Value::String(text.into_owned()), anchor),
            Event::SequenceStart(anchor, _) => (self.list()?, anchor),
            Event::MappingStart(anchor, _) => (self.group()?, anchor),
            _ => return None,
        };
        self.anchors.insert(anchor, value.clone());
        Some(value)
    }

    fn list(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd => return Some(items.into()),
                event => items.push(self.value(event)?),
            }
        }
    }

    fn group(&mut self) -> Option<Value> {
        let mut fields = Map::new();
        loop {
            let name = match self.next()? {
                Event::MappingEnd => return Some(fields.into()),
                Event::Scalar(text, ..) => text.into_owned(),
                event => self.value(event)?.to_string(),
            };
            let event = self.next()?;
            fields.insert(name, self.value(event)?);
        }
    }
}

fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        _ => number(text).map_or_else(|| text.into(), Value::Number),
    }
}

fn number(text: &str) -> Option<Number> {
    let digits = text.trim_start_matches(['-', '+']);
    if let Some(hexadecimal) = text.strip_prefix("0x") {
        return u64::from_str_radix(hexadecimal, 16).ok().map(Number::from);
    }
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.')
        || text.len() > digits.len() + 1
    {
        return None;
    }
    let whole: Option<i64> = text.parse().ok();
    let decimal = || text.parse::<f64>().ok().and_then(Number::from_f64);
    whole.map(Number::from).or_else(decimal)
}

#[test]
fn numbers_are_what_the_core_schema_of_yaml_says() {
    let text = "[0127, 9.50, 0x1F, 1e3, -1, +5, 9–12, 2026-03-14, 1.2.2, '9', ., 08-5, ~, null, yes, True]";
    let expected = r#"[127, 9.5, 31, 1000.0, -1, 5, "9–12", "2026-03-14", "1.2.2", "9", ".", "08-5", null, null, "yes", true]"#;
    assert_eq!(read(text), serde_json::from_str(expected).ok());
    assert_eq!(read("a: &x {b: 1}\nc: *x\n"), serde_json::from_str(r#"{"a": {"b": 1}, "c": {"b": 1}}"#).ok());
    assert_eq!(part_of("x.md", "---\ntitle: x\n---\nText\n---\n"), Some("title: x\n"));
    assert_eq!(part_of("x.md", "---\n---\n"), Some("{}"));
    assert_eq!(part_of("x.md", "title: x\n"), None);
}
