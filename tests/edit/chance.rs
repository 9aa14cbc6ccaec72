//! Ten thousand edits by chance over the site's own content, in both languages of names and with both ends of lines: what was not filled in
//! keeps its bytes, and what was filled in is what the file says.

use fcsite::base::SourcePath;
use fcsite::base::{Locale, Messages};
use fcsite::edit::{
    Answers, Desk, FieldTypes, FileForm, FormField, FormInput, Habit, Paper, apply, changes, read, value_at,
};
use fcsite::schema::Kind;

use super::site;

/// A small generator in a fixed order.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % below as u64).unwrap()
    }
}

const WORDS: [&str; 24] = [
    "Fittja Torg 19",
    "a: b",
    "x #y",
    "\"citat\"",
    "'enkla'",
    "- streck",
    "ja",
    "null",
    "0127",
    "9.50",
    "{a}",
    "[b",
    "a, b",
    "åäö – ”x”",
    "*b*",
    "&a",
    "!t",
    "%x",
    "| y",
    "# rem",
    "@z",
    "rad ett\nrad två",
    "back\\slash",
    "~",
];

/// The fields that can be filled in, with what stands there.
fn leaves(fields: &[FormField], found: &mut Vec<(String, String)>) {
    for field in fields {
        match &field.input {
            FormInput::Line { value, .. } | FormInput::Area { value } | FormInput::Lines { value } => {
                found.push((field.id.clone(), value.clone()))
            }
            FormInput::Choice { .. } | FormInput::Ticks { .. } | FormInput::List { .. } => {}
            FormInput::Texts { values, .. } => {
                found.extend(
                    values.iter().map(|text| (format!("{}.{}", field.id, text.language), text.value.clone())),
                );
            }
            FormInput::Week { days } => {
                found.extend(days.iter().map(|day| (format!("{}.{}", field.id, day.day), day.value.clone())));
            }
            FormInput::Group { fields } => leaves(fields, found),
        }
    }
}

fn form_of(kind: Kind, yaml: &str, messages: &Messages) -> Vec<(String, String)> {
    let types = FieldTypes::of(kind);
    let whole = read(yaml).unwrap();
    let languages = ["sv".to_string(), "en".to_string()];
    let desk = Desk { types: &types, messages, languages: &languages };
    let form = FileForm::of(&desk, &[], value_at(&whole, &types, &[])).unwrap();
    let mut found = Vec::new();
    leaves(&form.fields, &mut found);
    found
}

/// The remarks of a text.
fn remarks(yaml: &str) -> Vec<&str> {
    yaml.lines().map(str::trim).filter(|line| line.starts_with('#')).collect()
}

#[test]
fn ten_thousand_edits_by_chance_change_what_was_filled_in_and_nothing_else() {
    let messages = Messages::whole(Locale::English);
    let mut texts: Vec<(Kind, String)> = Vec::new();
    for (kind, name, text) in site() {
        let path = SourcePath::new(name.split_once("/content/").unwrap().1);
        let yaml = Paper::of(&path, text.as_bytes()).unwrap().yaml().to_string();
        let with_remark = format!("# En anmärkning\n{yaml}# sist\n");
        texts.push((kind, fcsite::scaffold::in_swedish(&yaml)));
        texts.push((kind, with_remark.replace('\n', "\r\n")));
        texts.push((kind, yaml));
    }
    let types: Vec<(Kind, FieldTypes)> =
        Kind::ALL.into_iter().map(|kind| (kind, FieldTypes::of(kind))).collect();
    let forms: Vec<Vec<(String, String)>> =
        texts.iter().map(|(kind, yaml)| form_of(*kind, yaml, &messages)).collect();
    let mut chance = Chance(0x2026_1129);
    let (mut done, mut left) = (0, 0);
    for _ in 0..10_000 {
        let at = chance.next(texts.len());
        let ((kind, yaml), form) = (&texts[at], &forms[at]);
        let types = &types.iter().find(|(known, _)| known == kind).unwrap().1;
        let (field, before) = &form[chance.next(form.len())];
        let word = if chance.next(8) == 0 { "" } else { WORDS[chance.next(WORDS.len())] };
        let habit = Habit::of(yaml, types, Locale::Swedish);
        let whole = read(yaml).unwrap();
        let answers: Answers = [(field.clone(), word.to_string())].into();
        let asked = changes(habit, (&[], Some(&whole)), &answers, "sv");
        // A field of days cannot be empty where the file needs it; then nothing is written, and why is said.
        let Ok(new) = apply(yaml, &asked, habit) else {
            left += 1;
            continue;
        };
        done += 1;
        assert_eq!(remarks(&new), remarks(yaml), "{field} = {word:?} in\n{yaml}");
        // All that is the same at the beginning and at the end is all but one place.
        let same = yaml.bytes().zip(new.bytes()).take_while(|(one, other)| one == other).count();
        let most = yaml.len().min(new.len()) - same;
        let end = yaml
            .bytes()
            .rev()
            .zip(new.bytes().rev())
            .take(most)
            .take_while(|(one, other)| one == other)
            .count();
        let touched = yaml.len() - same - end;
        let is_week = field.contains("hours");
        assert!(
            is_week || touched <= before.len() + 200,
            "{touched} bytes of {field} = {word:?} in\n{yaml}\n{new}"
        );
        let after = form_of(*kind, &new, &messages);
        let others = |form: &[(String, String)]| -> Vec<(String, String)> {
            form.iter().filter(|(name, _)| name != field).cloned().collect()
        };
        assert_eq!(others(&after), others(form), "{field} = {word:?} in\n{yaml}\n{new}");
        let said = after.iter().find(|(name, _)| name == field).map(|(_, value)| value.trim().to_string());
        let is_list = before.contains('\n') || word.contains('\n');
        assert!(said.as_deref() == Some(word) || is_list, "{field} = {word:?} is {said:?} in\n{new}");
    }
    assert!(done > 9_000, "{left} of 10000 edits were refused");
}
