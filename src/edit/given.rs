//! What shall stand in a file: a value, and how it is written so that YAML reads it as meant.
//!
//! A text stands bare where that reads the same, else in quotes; a value that stood in quotes keeps its quotes, and a text of several lines
//! its block. What is written is never guessed to be right: [`super::apply`] reads all of it again.

use serde_yaml::Value;

/// A value to be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Given {
    /// A word that YAML may take for a number, a day or a truth: it stands as it is.
    Bare(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Given>),
    /// Fields with their names as they are written.
    Group(Vec<(String, Given)>),
}

/// How a single value stands in a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueStyle {
    /// Without quotes.
    Plain,
    /// `'…'`
    Single,
    /// `"…"`
    Double,
    /// On lines of its own; the line `|` or `>` ends in what keeps the end of the last line.
    Block,
}

impl Given {
    /// What YAML shall read.
    pub fn value(&self) -> Value {
        match self {
            Self::Bare(word) if is_word(word) => {
                serde_yaml::from_str(word).unwrap_or_else(|_| Value::String(word.clone()))
            }
            Self::Bare(word) => Value::String(word.clone()),
            Self::Text(text) => Value::String(text.clone()),
            Self::List(items) => Value::Sequence(items.iter().map(Self::value).collect()),
            Self::Group(fields) => {
                let named = |(name, value): &(String, Self)| (Value::String(name.clone()), value.value());
                Value::Mapping(fields.iter().map(named).collect())
            }
        }
    }

    /// On one line, for a place within brackets or behind a name.
    pub fn flow(&self) -> String {
        match self {
            Self::List(items) => format!("[{}]", joined(items.iter().map(Self::flow))),
            Self::Group(fields) => {
                format!(
                    "{{{}}}",
                    joined(fields.iter().map(|(name, value)| format!("{name}: {}", value.flow())))
                )
            }
            single => single.single(ValueStyle::Plain, true),
        }
    }

    /// A single value in a style, or in quotes where the style cannot say it.
    pub fn single(&self, style: ValueStyle, in_flow: bool) -> String {
        match self {
            Self::Text(text) => match style {
                ValueStyle::Single if !text.contains(|c: char| c.is_control()) => {
                    format!("'{}'", text.replace('\'', "''"))
                }
                ValueStyle::Plain | ValueStyle::Block if is_plain(text, in_flow) => text.clone(),
                _ => quoted(text),
            },
            Self::Bare(word) if matches!(style, ValueStyle::Plain | ValueStyle::Block) && is_word(word) => {
                word.clone()
            }
            Self::Bare(word) => Self::Text(word.clone()).single(style, in_flow),
            _ => self.flow(),
        }
    }

    /// What follows a field's name, its blank or line end first: on its line or on lines below it, `indent` being the name's column.
    pub fn after_name(&self, indent: usize, end: &str) -> String {
        match self {
            Self::List(items) if !items.is_empty() => items
                .iter()
                .fold(end.to_string(), |lines, item| lines + &item.as_item(indent + 2, end))
                .trim_end_matches(['\n', '\r'])
                .to_string(),
            Self::Group(fields) if !fields.is_empty() => {
                let lines = fields.iter().map(|(name, value)| line(name, value, indent + 2, end));
                (end.to_string() + &lines.collect::<String>()).trim_end_matches(['\n', '\r']).to_string()
            }
            Self::Text(text) if may_be_block(text) => {
                format!(
                    " |{}{end}{}",
                    chomped(text),
                    block(text, indent + 2, end).trim_end_matches(['\n', '\r'])
                )
            }
            single => format!(" {}", single.single(ValueStyle::Plain, false)),
        }
    }

    /// On lines of its own behind a dash, with the end of the last line.
    pub fn as_item(&self, indent: usize, end: &str) -> String {
        let blank = " ".repeat(indent);
        match self {
            Self::Group(fields) if !fields.is_empty() => {
                let lines: String =
                    fields.iter().map(|(name, value)| line(name, value, indent + 2, end)).collect();
                format!("{blank}- {}", lines.trim_start_matches(' '))
            }
            Self::List(_) | Self::Group(_) => format!("{blank}- {}{end}", self.flow()),
            single => format!("{blank}- {}{end}", single.single(ValueStyle::Plain, false)),
        }
    }
}

/// A field on lines of its own.
pub fn line(name: &str, value: &Given, indent: usize, end: &str) -> String {
    format!("{}{name}:{}{end}", " ".repeat(indent), value.after_name(indent, end))
}

/// The lines of a text, each with its blanks and its end.
pub fn block(text: &str, indent: usize, end: &str) -> String {
    let blank = " ".repeat(indent);
    let one = |line: &str| if line.is_empty() { end.to_string() } else { format!("{blank}{line}{end}") };
    text.trim_end_matches('\n').split('\n').map(one).collect()
}

/// Can a text stand on lines of its own and read the same? The first line says how far in they are; ends beyond one are not kept.
pub fn may_be_block(text: &str) -> bool {
    text.trim_end_matches('\n').contains('\n')
        && !text.starts_with([' ', '\n', '\t'])
        && !text.ends_with("\n\n")
        && !text.contains(|c: char| c.is_control() && c != '\n')
        && !text.contains(['\u{85}', '\u{2028}', '\u{2029}', '\u{feff}'])
        && !text.split('\n').any(|line| !line.is_empty() && line.trim().is_empty())
}

fn chomped(text: &str) -> &'static str {
    if text.ends_with('\n') { "" } else { "-" }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// Does a text without quotes read as itself?
fn is_plain(text: &str, in_flow: bool) -> bool {
    if text.is_empty() || text.trim() != text || text.contains(|c: char| c.is_control()) || text.len() > 4096
    {
        return false;
    }
    if in_flow && text.contains([',', '[', ']', '{', '}']) || text.starts_with(['-', '?', ':']) {
        return false;
    }
    let is_odd = |c: char| matches!(c, '\u{85}' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}');
    if text.contains(is_odd) || text.contains(" #") || text.contains(": ") || text.ends_with(':') {
        return false;
    }
    if text.starts_with([
        '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '[', ']', '{', '}', ',', '~', '=', '<',
    ]) {
        return false;
    }
    // What other readers of YAML take for a number: a code such as 0127 would lose its nought.
    if text.chars().all(|c| c.is_ascii_digit() || matches!(c, '_' | '.' | ':')) {
        return false;
    }
    // The words that other readers of YAML take for truths and nothing.
    let word = text.to_lowercase();
    if matches!(word.as_str(), "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n") {
        return false;
    }
    matches!(serde_yaml::from_str::<Value>(text), Ok(Value::String(read)) if read == text)
}

/// Is it a word that can stand without quotes anywhere?
fn is_word(word: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ' | '–');
    let is_one =
        word.starts_with(char::is_alphanumeric) && word.trim() == word && word.chars().all(is_of_word);
    let is_number =
        word.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit()) && word.parse::<f64>().is_ok();
    (is_one || is_number) && !word.eq_ignore_ascii_case("null")
}

/// In straight quotes, with what cannot be seen written as escapes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => {
                out.push_str(&format!("\\u{:04X}", u32::from(c)))
            }
            c if c.is_control() => out.push_str(&format!("\\x{:02X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}
