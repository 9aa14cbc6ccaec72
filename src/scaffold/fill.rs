//! Fills a template in.

use super::Setting;
use super::swedish::in_swedish;
use crate::base::Locale;
use crate::base::characters::one_line;

/// What fills a template in.
pub struct Values<'a> {
    setting: Setting<'a>,
    values: Vec<(&'static str, String)>,
}

impl<'a> Values<'a> {
    /// No values but the day.
    pub fn new(setting: Setting<'a>) -> Self {
        Self { setting, values: Vec::new() }
    }

    /// Words that somebody wrote, as a YAML text.
    pub fn text(self, name: &'static str, value: &str) -> Self {
        self.raw(name, &yaml_text(value))
    }

    /// Lines of a file as they are.
    pub fn raw(mut self, name: &'static str, value: &str) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }
}

/// The file that a template makes.
pub fn fill(template: &str, values: &Values<'_>) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    for line in template.lines() {
        // A line that is one value may be many lines, or none; these may be marked in turn.
        match line.strip_prefix('@').and_then(|rest| rest.strip_suffix('@')).and_then(|name| values.get(name))
        {
            Some("") => {}
            // What a person wrote is not looked through for values.
            Some(lines) => lines.lines().for_each(|line| push(line, line, values, &mut text)),
            None => push(line, &with_values(line, values), values, &mut text),
        }
    }
    match values.setting.messages.locale() {
        Locale::Swedish => in_swedish(&text),
        Locale::English => text,
    }
}

fn push(line: &str, filled: &str, values: &Values<'_>, text: &mut String) {
    let trimmed = line.trim_start();
    let indent = &line[..line.len() - trimmed.len()];
    if let Some(key) = trimmed.strip_prefix("#: ") {
        // A field and its remark stand together, and apart from the one before.
        let is_first = text.is_empty() || text.ends_with("---\n");
        if indent.is_empty() && !is_first {
            text.push('\n');
        }
        let remark = values.setting.messages.text(&format!("scaffold-{key}"), &[]);
        for part in remark.lines() {
            text.push_str(format!("{indent}# {part}").trim_end());
            text.push('\n');
        }
        return;
    }
    match filled.strip_prefix("#- ") {
        Some(field) => text.push_str(&format!("# {field}")),
        None => text.push_str(filled),
    }
    text.push('\n');
}

/// A line with its values.
fn with_values(line: &str, values: &Values<'_>) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('@') {
        out.push_str(before);
        let found = after.split_once('@').and_then(|(name, after)| {
            let day = values.setting.today;
            let today = match name {
                "today" => Some(day.to_string()),
                "next-year" => Some((i32::from(day.year()) + 1).to_string()),
                _ => None,
            };
            today.or_else(|| values.get(name).map(str::to_string)).map(|value| (value, after))
        });
        match found {
            Some((value, after)) => {
                out.push_str(&value);
                rest = after;
            }
            None => {
                out.push('@');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

/// A text as a value in YAML: as it is where that reads the same, else in quotes.
pub fn yaml_text(text: &str) -> String {
    let text = one_line(text);
    let text: String = text.chars().filter(|c| !c.is_control()).collect();
    let is_plain = text.starts_with(|c: char| c.is_alphabetic())
        && text.chars().all(|c| {
            c.is_alphanumeric()
                || matches!(c, ' ' | '-' | '–' | ',' | '.' | '/' | '(' | ')' | '!' | '?' | '@')
        })
        && !matches!(
            text.to_lowercase().as_str(),
            "true" | "false" | "null" | "yes" | "no" | "on" | "off" | "y" | "n" | "nan" | "inf"
        );
    if is_plain { text } else { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_reads_the_same_in_yaml_whatever_it_is() {
        for text in [
            "Familjecentralen i Fittja",
            "Öppet: nu",
            "Hej #1",
            "\"citat\"",
            "C:\\x",
            "true",
            "12",
            "- a",
            "",
            "@x",
            "{a}",
            "a, b",
            "’x’",
            "*b*",
            "~",
            "null",
            "0127",
            "1e3",
            "a: b",
            "&a",
            "!t",
            "%x",
            "| x",
        ] {
            let yaml = format!("title: {}", yaml_text(text));
            let read: std::collections::BTreeMap<String, String> = serde_yaml::from_str(&yaml).unwrap();
            assert_eq!(read["title"], text, "{yaml}");
        }
    }
}
