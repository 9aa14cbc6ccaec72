//! What a person filled in, as changes of the file: of the fields that are in the answers and say something else than the file.

use std::collections::BTreeMap;

use serde_yaml::Value;

use super::entry::{field, further, shown};
use super::form::{self, means};
use super::merge::common;
use super::types::{FieldShape, FieldSpec, FieldTypes};
use super::{FieldChange, Given, Habit, week, word_of};
use crate::base::{Seg, names};
use crate::parse::language;

/// What stands in the fields of a form, by their names.
pub type Answers = BTreeMap<String, String>;

/// The changes that answers ask for, of the fields of the group that a way leads to. `own` is the language of texts without one.
pub fn changes(
    habit: Habit<'_>,
    (way, group): (&[Seg], Option<&Value>),
    answers: &Answers,
    own: &str,
) -> Vec<FieldChange> {
    let Some(of) = habit.types.group_at(way) else { return Vec::new() };
    let asked = FilledIn { habit, answers, own };
    asked.group(way, &of, group)
}

/// A new group of a list as answers have it; none where nothing was filled in.
pub fn made(habit: Habit<'_>, way: &[Seg], answers: &Answers, own: &str) -> Option<Given> {
    let of = habit.types.group_at(way)?;
    let asked = FilledIn { habit, answers, own };
    let changes = asked.group(way, &of, None);
    let mut fields: Vec<(String, Given)> = Vec::new();
    for change in changes {
        let FieldChange::Set(to, given) = change else { return None };
        put(&mut fields, (habit, &of), to.get(way.len()..)?, given)?;
    }
    (!fields.is_empty()).then_some(Given::Group(fields))
}

/// Puts a value into fields that are being made.
fn put(
    fields: &mut Vec<(String, Given)>,
    (habit, of): (Habit<'_>, &str),
    way: &[Seg],
    given: Given,
) -> Option<()> {
    let (first, rest) = way.split_first()?;
    let english = first.key()?;
    let name = habit.name(of, english);
    if rest.is_empty() {
        fields.push((name, given));
        return Some(());
    }
    let inner = match habit.types.field(of, english).map(|field| field.shape) {
        Some(FieldShape::Group(inner)) => inner,
        _ => String::new(),
    };
    match fields.iter_mut().find(|(known, _)| *known == name) {
        Some((_, Given::Group(group))) => put(group, (habit, &inner), rest, given),
        Some(_) => None,
        None => {
            let mut group = Vec::new();
            put(&mut group, (habit, &inner), rest, given)?;
            fields.push((name, Given::Group(group)));
            Some(())
        }
    }
}

struct FilledIn<'a> {
    habit: Habit<'a>,
    answers: &'a Answers,
    own: &'a str,
}

impl FilledIn<'_> {
    fn group(&self, way: &[Seg], of: &str, group: Option<&Value>) -> Vec<FieldChange> {
        let mut changes = Vec::new();
        for spec in self.habit.types.fields(of) {
            let way = further(way, Seg::Key(spec.name.clone()));
            let value = group.and_then(|group| field(group, (self.habit.types, &spec.of), &spec.name));
            let value = value.filter(|value| !value.is_null());
            changes.extend(self.field(&way, &spec, value));
        }
        // What goes away goes last: a group that others are put into stays.
        changes.sort_by_key(|change| matches!(change, FieldChange::Remove(_)));
        changes
    }

    fn field(&self, way: &[Seg], spec: &FieldSpec, value: Option<&Value>) -> Vec<FieldChange> {
        match &spec.shape {
            FieldShape::Group(of) if value.is_none_or(Value::is_mapping) => self.group(way, of, value),
            FieldShape::Text => self.texts(way, value),
            FieldShape::Lines(_) => self.lines(way, value),
            FieldShape::Week | FieldShape::DayOrWeek if !value.is_some_and(Value::is_string) => {
                let single = self.answers.get(&word_of(way)).filter(|answer| !answer.trim().is_empty());
                match (single, value) {
                    (Some(hours), None) => {
                        vec![FieldChange::Set(way.to_vec(), Given::Text(hours.trim().to_string()))]
                    }
                    _ => self.week(way, value),
                }
            }
            FieldShape::Group(_) | FieldShape::List(_) | FieldShape::Other => Vec::new(),
            _ => self.single(way, spec, value),
        }
    }

    fn single(&self, way: &[Seg], spec: &FieldSpec, value: Option<&Value>) -> Vec<FieldChange> {
        let Some(answer) = self.answers.get(&word_of(way)) else { return Vec::new() };
        if value.is_some_and(|value| value.is_mapping() || value.is_sequence()) {
            return Vec::new();
        }
        let (answer, written) = (clean(answer), value.map(shown).unwrap_or_default());
        let is_same = match &spec.shape {
            FieldShape::Choice(of, _) => means(of, &answer, &written),
            FieldShape::Truth => {
                names::truth(&written).map(|truth| truth.to_string()) == Some(answer.clone())
            }
            _ => false,
        };
        if is_same || answer == clean(&written) {
            return Vec::new();
        }
        // What holds anyway needs no words.
        let is_usual = spec.usually_no && spec.shape == FieldShape::Truth && answer == "false";
        if answer.is_empty() || is_usual {
            return value.map(|_| FieldChange::Remove(way.to_vec())).into_iter().collect();
        }
        let given = match &spec.shape {
            FieldShape::Choice(of, words) if words.contains(&answer) => {
                Given::Bare(self.habit.word(of, &answer))
            }
            FieldShape::Truth => Given::Bare(self.truth(&answer)),
            FieldShape::Number => Given::Bare(answer),
            FieldShape::Line(form) if matches!(form.as_str(), "Date" | "PartialDate" | "TimeOfDay") => {
                Given::Bare(answer)
            }
            _ => Given::Text(answer),
        };
        vec![FieldChange::Set(way.to_vec(), given)]
    }

    fn truth(&self, answer: &str) -> String {
        match (answer, self.habit.swedish) {
            ("true", true) => "ja".to_string(),
            ("false", true) => "nej".to_string(),
            _ => answer.to_string(),
        }
    }

    fn texts(&self, way: &[Seg], value: Option<&Value>) -> Vec<FieldChange> {
        let word = word_of(way);
        let prefix = format!("{word}.");
        let given: Vec<(&str, String)> = self
            .answers
            .range(prefix.clone()..)
            .take_while(|(name, _)| name.starts_with(&prefix))
            .filter_map(|(name, text)| Some((name.strip_prefix(&prefix)?, clean(text))))
            .filter(|(tag, _)| language::codes().any(|code| code == *tag))
            .collect();
        if given.is_empty() || value.is_some_and(Value::is_sequence) {
            return Vec::new();
        }
        if let Some(Value::Mapping(texts)) = value {
            let old = |tag: &str| texts.get(tag).map(|text| clean(&shown(text))).unwrap_or_default();
            let changed = given.iter().filter(|(tag, text)| old(tag) != *text);
            let left = texts.keys().filter_map(Value::as_str).any(|tag| {
                given.iter().find(|(known, _)| *known == tag).is_none_or(|(_, text)| !text.is_empty())
            });
            if !left && given.iter().all(|(_, text)| text.is_empty()) {
                return vec![FieldChange::Remove(way.to_vec())];
            }
            let one = |(tag, text): &(&str, String)| {
                let way = further(way, Seg::Key((*tag).to_string()));
                if text.is_empty() {
                    FieldChange::Remove(way)
                } else {
                    FieldChange::Set(way, Given::Text(text.clone()))
                }
            };
            let mut changes: Vec<FieldChange> = changed.map(one).collect();
            changes.sort_by_key(|change| matches!(change, FieldChange::Remove(_)));
            return changes;
        }
        let old = clean(&value.map(shown).unwrap_or_default());
        let mut given = given;
        // A text of the site's own language that was not asked for stays.
        if !old.is_empty() && !given.iter().any(|(tag, _)| *tag == self.own) {
            given.insert(0, (self.own, old.clone()));
        }
        let said: Vec<&(&str, String)> = given.iter().filter(|(_, text)| !text.is_empty()).collect();
        let new = match said.as_slice() {
            [] if value.is_none() => return Vec::new(),
            [] => return vec![FieldChange::Remove(way.to_vec())],
            [(tag, text)] if *tag == self.own => {
                if *text == old {
                    return Vec::new();
                }
                Given::Text(text.clone())
            }
            texts => {
                let mut texts: Vec<&&(&str, String)> = texts.iter().collect();
                texts.sort_by_key(|text| text.0 != self.own);
                Given::Group(
                    texts.iter().map(|(tag, text)| ((*tag).to_string(), Given::Text(text.clone()))).collect(),
                )
            }
        };
        vec![FieldChange::Set(way.to_vec(), new)]
    }

    fn lines(&self, way: &[Seg], value: Option<&Value>) -> Vec<FieldChange> {
        let Some(answer) = self.answers.get(&word_of(way)) else { return Vec::new() };
        let Some(old) = form::lines(value) else { return Vec::new() };
        let split = |text: &str| -> Vec<String> {
            text.lines().map(|line| line.trim().to_string()).filter(|line| !line.is_empty()).collect()
        };
        let (old, new) = (split(&old), split(answer));
        if old == new {
            return Vec::new();
        }
        if new.is_empty() {
            return vec![FieldChange::Remove(way.to_vec())];
        }
        let text = |line: &String| Given::Text(line.clone());
        match value {
            Some(Value::Sequence(_)) => of_items(way, &old, &new),
            _ => {
                // Some weeks are mostly one value, and are written so.
                let is_mostly_one = way.last().and_then(Seg::key) == Some("weeks");
                let given = match new.as_slice() {
                    [one] if value.is_some() || is_mostly_one => text(one),
                    all => Given::List(all.iter().map(text).collect()),
                };
                vec![FieldChange::Set(way.to_vec(), given)]
            }
        }
    }

    fn week(&self, way: &[Seg], value: Option<&Value>) -> Vec<FieldChange> {
        let word = word_of(way);
        let Some(mut hours) = week::days(value) else { return Vec::new() };
        for (day, hours) in hours.iter_mut().enumerate() {
            if let Some(answer) = self.answers.get(&format!("{word}.{day}")) {
                *hours = clean(answer);
            }
        }
        let changes = week::changes(way, value, &hours, self.habit.swedish);
        match (changes, value) {
            // A new week is one value.
            (Some(changes), None) if !changes.is_empty() => {
                let named = |change: FieldChange| match change {
                    FieldChange::Set(to, given) => Some((to.last()?.key()?.to_string(), given)),
                    _ => None,
                };
                let days: Vec<(String, Given)> = changes.into_iter().filter_map(named).collect();
                if days.is_empty() {
                    Vec::new()
                } else {
                    vec![FieldChange::Set(way.to_vec(), Given::Group(days))]
                }
            }
            (changes, _) => changes.unwrap_or_default(),
        }
    }
}

/// What makes a list of lines another one: those that stay keep their lines of the file, and the remarks on them.
fn of_items(way: &[Seg], old: &[String], new: &[String]) -> Vec<FieldChange> {
    let item = |at: usize| further(way, Seg::Index(at));
    let text = |at: usize| Given::Text(new.get(at).cloned().unwrap_or_default());
    // What lies between two lines that stay: so many of the old ones are so many new ones now.
    let ends = common(old, new).into_iter().chain([(old.len(), new.len())]);
    let mut from = (0, 0);
    let mut hunks = Vec::new();
    for (old, new) in ends {
        hunks.push((from.0..old, from.1..new));
        from = (old + 1, new + 1);
    }
    let (mut set, mut more, mut gone, mut added) = (Vec::new(), Vec::new(), Vec::new(), 0);
    for (old, new) in hunks {
        let both = old.len().min(new.len());
        set.extend((0..both).map(|at| FieldChange::Set(item(old.start + at), text(new.start + at))));
        // What is added is added from the beginning on, and moves what goes away.
        for at in new.skip(both) {
            more.push(FieldChange::Insert(item(old.end + added), text(at)));
            added += 1;
        }
        gone.extend(old.skip(both).map(|at| FieldChange::Remove(item(at + added))));
    }
    gone.reverse();
    set.into_iter().chain(more).chain(gone).collect()
}

/// The forms whose values have no quotation marks within: who has read a file's lines, or a guide to them, writes such marks around them.
const WITHOUT_QUOTES: [&str; 15] = [
    "MunicipalityCode",
    "Colour",
    "PartialDate",
    "Date",
    "TimeOfDay",
    "PostalCode",
    "OrganisationNumber",
    "EmailAddress",
    "WebAddress",
    "PhoneNumber",
    "Criterion",
    "Language",
    "Name",
    "CentreName",
    "Host",
];

/// Answers of the group at a way as they were meant: without the marks that a file may need around a value.
pub fn as_meant(types: &FieldTypes, way: &[Seg], mut answers: Answers) -> Answers {
    if let Some(of) = types.group_at(way) {
        mean(types, (way, &of), &mut answers);
    }
    answers
}

fn mean(types: &FieldTypes, (way, of): (&[Seg], &str), answers: &mut Answers) {
    for spec in types.fields(of) {
        let way = further(way, Seg::Key(spec.name.clone()));
        if let FieldShape::Group(inner) = &spec.shape {
            mean(types, (&way, inner), answers);
        }
        let Some(answer) = answers.get_mut(&word_of(&way)) else { continue };
        *answer = match &spec.shape {
            FieldShape::Line(form) => of_form(form, answer),
            FieldShape::Lines(form) => {
                answer.lines().map(|line| of_form(form, line)).collect::<Vec<_>>().join("\n")
            }
            FieldShape::Number => unquoted(answer),
            _ => continue,
        };
    }
}

/// A value of a form without the marks that a file may need around it.
fn of_form(form: &str, answer: &str) -> String {
    if !WITHOUT_QUOTES.contains(&form) {
        return answer.to_string();
    }
    let answer = answer.trim();
    let is_list = answer.starts_with('[') && answer.ends_with(']') && !answer.contains(',');
    unquoted(if is_list { answer.trim_matches(['[', ']']) } else { answer })
}

fn unquoted(text: &str) -> String {
    let text = text.trim();
    let is_mark = |c: char| matches!(c, '"' | '\'' | '”' | '“' | '„' | '’' | '‘' | '»' | '«');
    let inner = text.strip_prefix(is_mark).and_then(|text| text.strip_suffix(is_mark));
    inner.map_or(text, str::trim).to_string()
}

/// A text as a person meant it: plain line ends, and no blank around it.
fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_string()
}
