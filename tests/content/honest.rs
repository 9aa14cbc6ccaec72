//! What holds of everything that is told, whatever was wrong: it has a place that an editor can go to, and it is said in words that
//! people know who write of family centres.

use fcsite::base::{Code, Diagnostic, Locale, Messages, Phrase, SourcePath, Value, Word};

use super::project::Project;

/// Words of parsers and programmers, which nobody should meet who writes of family centres.
pub const JARGON: [&str; 25] = [
    "parse",
    "token",
    "scalar",
    "mapping",
    "sequence",
    "deserial",
    "struct",
    "enum",
    "u64",
    "i64",
    "u16",
    "f64",
    "utf8 error",
    "syntax",
    "simple key",
    "flow",
    "block ",
    "unexpected",
    "expected",
    "panick",
    "unwrap",
    "none)",
    "some(",
    "null",
    "invalid type",
];

/// The words of parsers and programmers in what is told of a fault. What the person wrote may be anything; what we say is not.
pub fn jargon_in(found: &Diagnostic, locale: Locale) -> Vec<String> {
    jargon_beyond(found, locale, "")
}

/// The same, but for words that stand in the source themselves.
fn jargon_beyond(found: &Diagnostic, locale: Locale, source: &str) -> Vec<String> {
    let words = own_words(found, locale).to_lowercase();
    let theirs = |word: &&&str| words.contains(**word) && !source.contains(**word);
    JARGON.iter().filter(theirs).map(|word| format!("{word}: {words}")).collect()
}

fn own_words(found: &Diagnostic, locale: Locale) -> String {
    let bare = Diagnostic { args: found.args.iter().map(wordless).collect(), ..found.clone() };
    let words = Messages::of(locale).render(&bare);
    format!("{} {}", words.message, words.help)
}

/// A word of a message without what the person wrote.
fn wordless((name, value): &(Word, Value)) -> (Word, Value) {
    let value = match value {
        Value::Text(text) if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') => {
            value.clone()
        }
        Value::Text(_) => Value::Text("x".to_string()),
        Value::Phrase(phrase) => Value::Phrase(Phrase {
            args: phrase.args.iter().map(|(name, _)| (name.clone(), "x".to_string())).collect(),
            ..phrase.clone()
        }),
    };
    (name.clone(), value)
}

/// What is wrong with what is told of a fault.
pub fn dishonest(found: &Diagnostic, project: &Project) -> Vec<String> {
    let text =
        |file: &SourcePath| format!("{file}\n{}", String::from_utf8_lossy(project.bytes(file.as_str())));
    let source = found.file.as_ref().map(text).unwrap_or_default().to_lowercase();
    let said = Locale::ALL.into_iter().flat_map(|locale| jargon_beyond(found, locale, &source));
    let mut wrong: Vec<String> = said.collect();
    if found.code == Code::Internal {
        wrong.push("something in fcsite itself went wrong".to_string());
    }
    for words in Locale::ALL.map(|locale| own_words(found, locale)) {
        if words.contains("{$") || words.contains("{ $") {
            wrong.push(format!("a word is not filled in: {words}"));
        }
    }
    wrong.extend(misplaced(found, project));
    wrong
}

/// A place is one that an editor can go to: its line is there, and is what is shown.
fn misplaced(found: &Diagnostic, project: &Project) -> Option<String> {
    let (file, place) = (found.file.as_ref()?, found.place.as_ref()?);
    let text = String::from_utf8_lossy(project.bytes(file.as_str()));
    let Some(line) = text.split('\n').nth(place.line - 1) else {
        return Some(format!("{file} has no line {}", place.line));
    };
    let line = if place.line == 1 { line.trim_start_matches('\u{feff}') } else { line };
    if *line.trim_end_matches('\r') != *place.text {
        return Some(format!("line {} is not {:?}", place.line, place.text));
    }
    // Just after the line's end is where something is missing.
    let most = line.chars().count() + 1;
    let is_there = (1..=most).contains(&place.column) && place.column + place.width <= most + 1;
    (!is_there).then(|| format!("column {} with {} of {most} characters", place.column, place.width))
}
