//! New files in Swedish names. The templates are in the program's own names; for who writes Swedish each line is said anew, by the one table
//! of names, so that no template stands twice.

use crate::base::names;
use crate::parse::likely::SWEDISH_DAYS;
use crate::parse::values::WEEKDAYS;

/// A file's text with the Swedish names of its fields, also of those that are remarks for now. In a text with front matter that is all.
pub fn in_swedish(text: &str) -> String {
    let front = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    let Some((front, body)) = front else { return lines(text, false) };
    format!("---\n{}---\n{body}", lines(front, true))
}

/// A text about files, with the names of fields that it has in backquotes in Swedish.
pub fn quoted_in_swedish(text: &str) -> String {
    let part = |(at, part): (usize, &str)| match name_of("News", part) {
        _ if at % 2 == 0 || part.contains('\n') => part.to_string(),
        Some(name) => name,
        None => said(part, true),
    };
    text.split('`').enumerate().map(part).collect::<Vec<_>>().join("`")
}

fn lines(text: &str, is_front_matter: bool) -> String {
    text.lines().map(|line| said(line, is_front_matter) + "\n").collect()
}

/// A line, where it begins with a field.
fn said(line: &str, is_front_matter: bool) -> String {
    let is_before = |c: char| matches!(c, ' ' | '#' | '-');
    let (before, field) = line.split_at(line.len() - line.trim_start_matches(is_before).len());
    let Some((name, value)) = field.split_once(':') else { return line.to_string() };
    if !value.is_empty() && !value.starts_with(' ') {
        return line.to_string();
    }
    let of = match (is_front_matter, name) {
        (false, _) => "",
        (true, "navigation") => "Page",
        (true, _) => "News",
    };
    match name_of(of, name) {
        Some(swedish) => format!("{before}{swedish}:{}", value_of(name, value)),
        None => line.to_string(),
    }
}

/// The Swedish name of a field, or of a weekday or several.
fn name_of(of: &str, name: &str) -> Option<String> {
    days_of(name).or_else(|| names::swedish_field(of, name).map(str::to_string))
}

/// `monday-thursday` as `måndag-torsdag`.
fn days_of(name: &str) -> Option<String> {
    let day = |word: &str| Some(SWEDISH_DAYS[WEEKDAYS.iter().position(|day| *day == word)?].0);
    let days: Option<Vec<&str>> = name.split('-').map(day).collect();
    Some(days?.join("-"))
}

/// The value of a field with the blank before it, in Swedish where it is one of some words.
pub fn value_of(name: &str, value: &str) -> String {
    let word = value.trim();
    let kinds: &[&str] = match name {
        "status" => &["Status", "Compliance"],
        "type" => &["CentreType", "OperatorType"],
        "kind" => &["ServiceKind", "NewsKind"],
        "access" => &["Access"],
        "public" | "eves" => &["HolidayRule"],
        "method" => &["Method"],
        "font" => &["HeadingFont"],
        "news" | "pages" | "hours" | "lists" | "notices" | "documents" | "pictures" | "data" | "design" => {
            &["Retention"]
        }
        _ => &[],
    };
    let chosen = kinds.iter().find_map(|of| names::swedish_value(of, word)).map(str::to_string);
    let chosen = chosen.or_else(|| match (name, word) {
        ("day", day) => days_of(day),
        ("repeat", "first") => Some("första".to_string()),
        ("repeat", "even weeks") => Some("jämna veckor".to_string()),
        ("cost", "free") => Some("gratis".to_string()),
        (_, "true") => Some("ja".to_string()),
        (_, "false") => Some("nej".to_string()),
        (days, "closed") if days_of(days).is_some() => Some("stängt".to_string()),
        _ => None,
    });
    chosen.map_or_else(|| value.to_string(), |swedish| value.replace(word, &swedish))
}

/// Does a file name a field in Swedish, one in English, or neither alone?
pub fn language_of(text: &str) -> Option<bool> {
    let fields = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(':'));
    let names: Vec<&str> = fields.map(|(name, _)| name.trim_start_matches([' ', '-'])).collect();
    if names.iter().any(|name| names::is_swedish(name)) {
        return Some(true);
    }
    let is_english = |name: &&&str| {
        names::swedish_field("", name).is_some_and(|swedish| names::fold(swedish) != names::fold(name))
    };
    names.iter().find(is_english).map(|_| false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_and_words_are_said_in_swedish_and_what_people_wrote_stays() {
        let text = "name: status\nstatus: open\n# phone: 08-1\nhours:\n  monday-thursday: 9–12\n  friday: closed\nservices:\n  - kind: child_health\n";
        let swedish = "namn: status\nstatus: öppen\n# telefon: 08-1\nöppettider:\n  måndag-torsdag: 9–12\n  fredag: stängt\nverksamheter:\n  - typ: bvc\n";
        assert_eq!(in_swedish(text), swedish);
        let text = "---\n# The title: a remark\ntitle: Hej\nnavigation: true\nuntil: 2026-12-31\n---\n\nstatus: open\n";
        let swedish = "---\n# The title: a remark\nrubrik: Hej\ni menyn: ja\ngäller till: 2026-12-31\n---\n\nstatus: open\n";
        assert_eq!(in_swedish(text), swedish);
        let text = "Change `title` and `base_url` in `content/site.yaml`.\n\n```\ntitle: a\n```\n\nTake `draft: true` away.\n";
        let swedish = "Change `rubrik` and `webbadress` in `content/site.yaml`.\n\n```\ntitle: a\n```\n\nTake `utkast: ja` away.\n";
        assert_eq!(quoted_in_swedish(text), swedish);
        let text = "# retention:\n#   hours: discard\n#   news: keep\n";
        assert_eq!(in_swedish(text), "# arkivering:\n#   öppettider: gallra\n#   nyheter: bevara\n");
        let swedish = "---\nrubrik: Hej\n---\n";
        assert_eq!(language_of(swedish), Some(true));
        assert_eq!(language_of("---\ntitle: Hej\n---\n"), Some(false));
        assert_eq!(language_of("status: x\n"), None);
    }
}
