//! A form: the fields of a group of a file, each with its name, its help and what the file has.

use serde::Serialize;
use serde_yaml::Value;

use super::entry::{field, further, shown};
use super::types::{FieldShape, FieldSpec, FieldTypes};
use super::{week, word_of};
use crate::base::characters::capitalised;
use crate::base::{Locale, Messages, Seg, names};
use crate::parse::language;
use crate::parse::likely::SWEDISH_DAYS;
use crate::parse::values::WEEKDAYS;

/// A form for a group.
#[derive(Clone, Debug, Serialize)]
pub struct FileForm {
    /// The fields.
    pub fields: Vec<FormField>,
}

/// A field of a form.
#[derive(Clone, Debug, Serialize)]
pub struct FormField {
    /// The way to it, as its name in the form.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What is said of it.
    pub help: String,
    /// Must something stand there?
    pub required: bool,
    /// What is filled in.
    pub input: FormInput,
    /// What is wrong with it, in the words that `check` has.
    pub errors: Vec<String>,
}

/// What is filled in.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FormInput {
    /// One line; `form` is what the browser may know of it.
    Line {
        /// What stands there.
        value: String,
        /// `text`, `date`, `tel`, `email` or `url`.
        form: &'static str,
    },
    /// Several lines.
    Area {
        /// What stands there.
        value: String,
    },
    /// Several values, one a line.
    Lines {
        /// What stands there.
        value: String,
    },
    /// A text for each language.
    Texts {
        /// The languages.
        values: Vec<LanguageValue>,
        /// May it be long?
        long: bool,
    },
    /// One of some words.
    Choice {
        /// The program's word for what stands there.
        value: String,
        /// What there is to choose from.
        options: Vec<OptionOf>,
    },
    /// Any of some values, which stand one a line in a file.
    Ticks {
        /// Those that are chosen, in their order.
        chosen: Vec<String>,
        /// The same as one word of a form.
        value: String,
        /// What there is to choose from.
        options: Vec<OptionOf>,
    },
    /// A week.
    Week {
        /// The days.
        days: Vec<WeekDay>,
    },
    /// Fields that belong together.
    Group {
        /// The fields.
        fields: Vec<FormField>,
    },
    /// A list whose parts have forms of their own.
    List {
        /// What each is called.
        items: Vec<String>,
    },
}

/// Between two values that are chosen, in the word of a form.
pub const BETWEEN_TICKS: char = '|';

impl FormInput {
    /// Something to choose of what there is: one of it, or several, as the field takes one line or several.
    pub fn offer(&mut self, options: Vec<OptionOf>) {
        match self {
            Self::Line { value, .. } => *self = Self::Choice { value: std::mem::take(value), options },
            Self::Lines { value } => {
                let lines = std::mem::take(value);
                *self = Self::Ticks { chosen: Vec::new(), value: String::new(), options };
                self.tick(&lines);
            }
            _ => {}
        }
    }

    /// Chooses what stands on these lines; what nobody offers is offered too.
    pub fn tick(&mut self, lines: &str) {
        let Self::Ticks { chosen, value, options } = self else { return };
        *chosen = lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_string).collect();
        *value = chosen.join(&BETWEEN_TICKS.to_string());
        for line in chosen.iter() {
            let same = |option: &&mut OptionOf| names::fold(&option.word) == names::fold(line);
            match options.iter_mut().find(same) {
                Some(option) => option.word.clone_from(line),
                None => options.push(OptionOf { word: line.clone(), label: line.clone() }),
            }
        }
    }
}

/// A text in a language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageValue {
    /// Its tag.
    pub language: String,
    /// The language's own name.
    pub name: String,
    /// The text.
    pub value: String,
}

/// Something to choose.
#[derive(Clone, Debug, Serialize)]
pub struct OptionOf {
    /// The program's word.
    pub word: String,
    /// What people read.
    pub label: String,
}

/// A day of a week.
#[derive(Clone, Debug, Serialize)]
pub struct WeekDay {
    /// Its number, from 0 for Monday.
    pub day: usize,
    /// Its name.
    pub name: String,
    /// Its hours.
    pub value: String,
}

/// What a form is made with.
pub struct Desk<'a> {
    /// The fields that there are.
    pub types: &'a FieldTypes,
    /// The words, with the descriptions.
    pub messages: &'a Messages,
    /// The languages that texts are written in, the site's own first.
    pub languages: &'a [String],
}

impl FileForm {
    /// The form of the group that a way leads to; none where it leads to none. `group` is what the file has there.
    pub fn of(desk: &Desk<'_>, way: &[Seg], group: Option<&Value>) -> Option<Self> {
        let of = desk.types.group_at(way)?;
        Some(Self { fields: desk.fields(way, &of, group) })
    }

    /// Every field, those within groups too.
    pub fn each_mut(&mut self, each: &mut dyn FnMut(&mut FormField)) {
        each_of(&mut self.fields, each);
    }
}

fn each_of(fields: &mut [FormField], each: &mut dyn FnMut(&mut FormField)) {
    for field in fields {
        each(field);
        if let FormInput::Group { fields } = &mut field.input {
            each_of(fields, each);
        }
    }
}

impl Desk<'_> {
    fn fields(&self, way: &[Seg], of: &str, group: Option<&Value>) -> Vec<FormField> {
        let specs = self.types.fields(of).into_iter();
        specs.filter_map(|spec| self.one(way, &spec, group)).collect()
    }

    fn one(&self, way: &[Seg], spec: &FieldSpec, group: Option<&Value>) -> Option<FormField> {
        let way = further(way, Seg::Key(spec.name.clone()));
        let value = group.and_then(|group| field(group, (self.types, &spec.of), &spec.name));
        Some(FormField {
            id: word_of(&way),
            label: self.label(spec),
            help: self.help(spec),
            required: spec.required,
            input: self.input(&way, spec, value)?,
            errors: Vec::new(),
        })
    }

    /// A text for this field in a form, where its words for files would mislead there.
    fn own_text(&self, what: &str, spec: &FieldSpec) -> Option<String> {
        let id = format!("{what}-{}-{}", spec.of, spec.name);
        Some(self.messages.text(&id, &[])).filter(|text| *text != id)
    }

    fn help(&self, spec: &FieldSpec) -> String {
        self.own_text("form-help", spec)
            .unwrap_or_else(|| self.messages.text(&format!("schema-{}-{}", spec.of, spec.name), &[]))
    }

    fn label(&self, spec: &FieldSpec) -> String {
        self.own_text("form-label", spec)
            .unwrap_or_else(|| label(self.messages.locale(), &spec.of, &spec.name))
    }

    fn input(&self, way: &[Seg], spec: &FieldSpec, value: Option<&Value>) -> Option<FormInput> {
        let text = value.map(shown).unwrap_or_default();
        let is_single = value.is_none_or(|value| !value.is_mapping() && !value.is_sequence());
        Some(match &spec.shape {
            FieldShape::Line(form) if is_single => line(form, text, &spec.name),
            FieldShape::Number if is_single => FormInput::Line { value: text, form: "text" },
            FieldShape::Text => self.texts(spec, value)?,
            FieldShape::Truth if is_single => {
                let value =
                    if text.is_empty() && spec.usually_no { "false".to_string() } else { truth(&text) };
                FormInput::Choice { value, options: self.truths() }
            }
            FieldShape::Choice(of, words) if is_single => {
                let known = words.iter().find(|word| means(of, word, &text));
                FormInput::Choice { value: known.cloned().unwrap_or(text), options: self.options(of, words) }
            }
            FieldShape::Lines(_) => FormInput::Lines { value: lines(value)? },
            FieldShape::DayOrWeek if value.is_none_or(|value| !value.is_mapping()) => {
                FormInput::Line { value: text, form: "text" }
            }
            // A week on one line stays one.
            FieldShape::Week if value.is_some_and(Value::is_string) => {
                FormInput::Line { value: text, form: "text" }
            }
            FieldShape::Week | FieldShape::DayOrWeek => FormInput::Week { days: self.week(value)? },
            FieldShape::Group(of) => {
                let is_group = value.is_none_or(|value| value.is_mapping() || value.is_null());
                let mut fields = is_group.then(|| self.fields(way, of, value))?;
                // What a group must have it must have where there is one.
                if !spec.required && value.is_none_or(Value::is_null) {
                    fields.iter_mut().for_each(|field| field.required = false);
                }
                FormInput::Group { fields }
            }
            FieldShape::List(of) => {
                let items = value.and_then(Value::as_sequence).map(Vec::as_slice).unwrap_or_default();
                FormInput::List { items: items.iter().map(|item| self.title(of, item)).collect() }
            }
            _ => return None,
        })
    }

    fn texts(&self, spec: &FieldSpec, value: Option<&Value>) -> Option<FormInput> {
        let long = ["body", "description", "note", "what", "reason", "motivation", "alternative"]
            .contains(&spec.name.as_str());
        let given: Vec<(String, String)> = match value {
            Some(Value::Mapping(texts)) => texts
                .iter()
                .map(|(tag, text)| Some((tag.as_str()?.to_string(), shown(text))))
                .collect::<Option<_>>()?,
            Some(Value::Sequence(_)) => return None,
            Some(text) => vec![(self.own().to_string(), shown(text))],
            None => Vec::new(),
        };
        let more = given.iter().map(|(tag, _)| tag).filter(|tag| !self.languages.contains(tag));
        let tags: Vec<&String> = self.languages.iter().chain(more).collect();
        let values: Vec<LanguageValue> = tags
            .into_iter()
            .map(|tag| LanguageValue {
                language: tag.clone(),
                name: language::name(tag).to_string(),
                value: given
                    .iter()
                    .find(|(known, _)| known == tag)
                    .map(|(_, text)| text.clone())
                    .unwrap_or_default(),
            })
            .collect();
        let long = long || values.iter().any(|text| text.value.len() > 90 || text.value.contains('\n'));
        Some(FormInput::Texts { values, long })
    }

    fn own(&self) -> &str {
        self.languages.first().map_or("sv", String::as_str)
    }

    fn truths(&self) -> Vec<OptionOf> {
        let said = |word: &str| OptionOf {
            word: word.to_string(),
            label: self.messages.text(&format!("edit-{word}"), &[]),
        };
        vec![said("true"), said("false")]
    }

    fn options(&self, of: &str, words: &[String]) -> Vec<OptionOf> {
        let label = |word: &String| match of {
            "Language" => language::name(word).to_string(),
            _ => value_label(self.messages.locale(), of, word),
        };
        words.iter().map(|word| OptionOf { word: word.clone(), label: label(word) }).collect()
    }

    fn week(&self, value: Option<&Value>) -> Option<Vec<WeekDay>> {
        let hours = week::days(value)?;
        let name = |day: usize| match self.messages.locale() {
            Locale::Swedish => capitalised(SWEDISH_DAYS[day].0),
            Locale::English => capitalised(WEEKDAYS[day]),
        };
        let days = hours.into_iter().enumerate();
        Some(days.map(|(day, value)| WeekDay { day, name: name(day), value }).collect())
    }

    /// What an item of a list is called: the first text that says it.
    fn title(&self, of: &str, item: &Value) -> String {
        let specs = self.types.fields(of);
        let names =
            ["title", "name", "kind", "reason", "what", "date", "from", "weeks", "dates", "alt", "src"];
        let said = |name: &&str| {
            let spec = specs.iter().find(|spec| spec.name == **name)?;
            let text = match field(item, (self.types, of), name)? {
                Value::Mapping(texts) => texts.values().next().map(shown)?,
                Value::Sequence(items) => items.iter().map(shown).collect::<Vec<_>>().join(", "),
                value => shown(value),
            };
            let label = match &spec.shape {
                FieldShape::Choice(of, words) => {
                    let word = words.iter().find(|word| means(of, word, &text));
                    word.map(|word| value_label(self.messages.locale(), of, word))
                }
                _ => None,
            };
            Some(label.unwrap_or(text)).filter(|text| !text.is_empty())
        };
        names.iter().find_map(said).unwrap_or_else(|| "–".to_string())
    }
}

/// What a field is called.
pub fn label(locale: Locale, of: &str, name: &str) -> String {
    let swedish = names::swedish_field(of, name).filter(|_| locale == Locale::Swedish);
    capitalised(&swedish.map_or_else(|| name.replace('_', " "), str::to_string))
}

/// What a fixed value is called.
pub fn value_label(locale: Locale, of: &str, word: &str) -> String {
    let swedish = names::swedish_value(of, word).filter(|_| locale == Locale::Swedish);
    let said = swedish.map_or_else(|| word.replace('_', " "), str::to_string);
    // An abbreviation: BVC.
    let is_short = said.len() <= 3 && !said.contains(['a', 'e', 'i', 'o', 'u', 'y', 'å', 'ä', 'ö']);
    if is_short { said.to_uppercase() } else { capitalised(&said) }
}

/// Does a word of a file mean this value?
pub fn means(of: &str, word: &str, written: &str) -> bool {
    let folded = names::fold(written);
    folded == names::fold(word)
        || names::swedish_values(of, word).iter().any(|name| names::fold(name) == folded)
}

/// The program's word for yes and no; what means neither is left as it is.
fn truth(written: &str) -> String {
    names::truth(written).map_or_else(|| written.to_string(), |truth| truth.to_string())
}

/// The values of a list, one a line; none where they are no single values.
pub fn lines(value: Option<&Value>) -> Option<String> {
    let Some(value) = value else { return Some(String::new()) };
    match value {
        Value::Sequence(items) => {
            let is_single = |item: &Value| !item.is_mapping() && !item.is_sequence();
            items.iter().all(is_single).then(|| items.iter().map(shown).collect::<Vec<_>>().join("\n"))
        }
        Value::Mapping(_) => None,
        single => Some(shown(single)),
    }
}

fn line(form: &str, value: String, name: &str) -> FormInput {
    if value.contains('\n') || matches!(name, "lead" | "description") {
        return FormInput::Area { value };
    }
    let is_day = |text: &str| {
        let is_of_day =
            |(at, c): (usize, char)| if at == 4 || at == 7 { c == '-' } else { c.is_ascii_digit() };
        text.len() == 10 && text.chars().enumerate().all(is_of_day)
    };
    let form = match form {
        // A browser's calendar has no place for a day that is written in words.
        "Date" if value.is_empty() || is_day(&value) => "date",
        "PhoneNumber" => "tel",
        "EmailAddress" => "email",
        "WebAddress" => "url",
        _ => "text",
    };
    FormInput::Line { value, form }
}
