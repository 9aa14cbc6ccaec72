//! Where two have changed a file: what this person changed stands beside what the file says now, and nothing is written before somebody has chosen.

use super::super::request::see;
use super::super::view::PageOf;
use super::{Open, SentForm};
use crate::edit::{
    Answers, FormInput, FormPlace, MergedText, Paper, changes, merge, read, same_text, value_at,
};
use crate::host::serve::Reply;

/// A row where two have changed a file.
#[derive(serde::Serialize)]
pub(super) struct ConflictRow {
    label: String,
    theirs: String,
    mine: String,
}

/// A field's name and what was filled in.
#[derive(serde::Serialize)]
struct KeptAnswer<'k> {
    name: &'k str,
    value: &'k str,
}

/// What this person changed, of the fields and of the text.
struct MyChanges {
    answers: Answers,
    body: Option<MergedText>,
    typed: Option<String>,
}

impl Open<'_> {
    /// Somebody has changed the file since the form was made: what this person changed stands beside what the file says now. Where each has
    /// changed other lines of the text than the other, and nothing else was changed here, there is nothing to choose.
    pub(super) fn conflict(&self, sent: &SentForm) -> Reply {
        let (office, what) = (self.office, sent.what.as_str());
        let mine = self.mine(sent);
        let is_removal = what == "remove";
        let is_clean = mine.body.as_ref().is_none_or(|body| body.is_clean);
        if mine.answers.is_empty() && !is_removal && is_clean {
            let Some(body) = mine.body else { return see(self.address(&[])) };
            let more: &[&str] = if Some(&body.text) == mine.typed.as_ref() { &[] } else { &["ihop=1"] };
            return self
                .put(&SentForm { body: Some(body.text), answers: Answers::new(), ..sent.clone() }, more);
        }
        let body = mine.body.as_ref();
        let my_body =
            body.and_then(|body| if body.is_clean { Some(body.text.clone()) } else { mine.typed.clone() });
        let text = if is_removal { None } else { self.filled(&mine.answers, my_body.as_deref()).ok() };
        let aside = text.and_then(|text| office.editor.keep_aside(&self.file.path, text.as_bytes()));
        let mut rows = if is_removal { vec![self.removal()] } else { self.rows_of(&mine.answers) };
        if let (Some(mine), false) = (&my_body, is_clean) {
            let theirs = self.paper.body().unwrap_or_default();
            rows.push(ConflictRow { label: office.word("edit-body"), theirs, mine: mine.clone() });
        }
        let both = body.filter(|body| !body.is_clean && !is_removal).map(|body| body.text.clone());
        let kept = mine.answers.iter().map(|(name, value)| KeptAnswer { name, value });
        let kept = kept.chain(my_body.as_deref().map(|value| KeptAnswer { name: "_body", value }));
        let kept = kept.chain(both.as_deref().map(|value| KeptAnswer { name: "_both", value }));
        let theirs = aside.as_ref().map(|name| format!("undan={name}"));
        let base = office.editor.base(&self.bytes);
        let page = PageOf::new(office.editor, office.messages, &office.word("edit-conflict"))
            .with("trail", &office.trail(self.file, true))
            .with("about", &self.about())
            .with("here", &self.here())
            .with("query", &self.query())
            .with("take_theirs", &self.address(&theirs.as_deref().into_iter().collect::<Vec<_>>()))
            .with("base", &base)
            .with("sheet", self.sheet.word())
            .with("goes_on", &self.sheet.field())
            .with("item", &self.place.sign(&self.whole, &self.types))
            .with("rows", &rows)
            .with("what", if what == "together" { "save" } else { what })
            .with("has_both", &both.is_some())
            .with("answers", &kept.collect::<Vec<_>>());
        page.reply("conflict.html", 409)
    }

    /// What this person changed of what the form was made of; of a form whose bytes nobody knows any more, all that the file does not say.
    fn mine(&self, sent: &SentForm) -> MyChanges {
        let old = self.office.editor.known_base(&sent.base).and_then(|bytes| {
            let paper = Paper::of(&self.file.path, &bytes).ok()?;
            Some((read(paper.yaml())?, paper))
        });
        let group = match &old {
            Some((whole, _)) => {
                let sign = self.place.sign(&self.whole, &self.types);
                let place = self.place.found_again(&sign, whole, &self.types);
                place.and_then(|place| value_at(whole, &self.types, place.way()).cloned())
            }
            None => self.group().cloned(),
        };
        let (habit, way) = (self.habit(), self.place.way());
        let is_mine = |(name, text): &(&String, &String)| {
            let one: Answers = [((*name).clone(), (*text).clone())].into();
            !changes(habit, (way, group.as_ref()), &one, self.own()).is_empty()
        };
        let answers = sent.answers.iter().filter(is_mine).map(|(name, text)| (name.clone(), text.clone()));
        let known = old.as_ref().and_then(|(_, paper)| paper.body());
        let theirs = self.paper.body().filter(|_| self.place == FormPlace::Whole);
        let typed = sent.body.as_ref().map(|body| body.replace("\r\n", "\n").trim_end().to_string());
        let body = match (typed.as_ref(), theirs) {
            (Some(typed), Some(theirs)) => match known {
                Some(old) if same_text(&old, typed) => None,
                Some(old) => Some(merge(&old, typed, &theirs)),
                None if same_text(&theirs, typed) => None,
                None => Some(merge("", typed, &theirs)),
            },
            _ => None,
        };
        MyChanges { answers: answers.collect(), body, typed }
    }

    /// What was typed and not saved beside what the file says, field by field.
    pub(super) fn differing(&self, typed: &Answers) -> Vec<ConflictRow> {
        let (habit, way, group) = (self.habit(), self.place.way(), self.group());
        let is_other = |(name, text): &(&String, &String)| {
            let one: Answers = [((*name).clone(), (*text).clone())].into();
            !changes(habit, (way, group), &one, self.own()).is_empty()
        };
        let answers = typed.iter().filter(is_other).map(|(name, text)| (name.clone(), text.clone()));
        let mut rows = self.rows_of(&answers.collect());
        let body = typed.get("_body").zip(self.paper.body()).filter(|(mine, own)| !same_text(own, mine));
        rows.extend(body.map(|(mine, theirs)| ConflictRow {
            label: self.office.word("edit-body"),
            theirs,
            mine: mine.clone(),
        }));
        rows
    }

    /// What goes, where an item is to be removed.
    fn removal(&self) -> ConflictRow {
        let title = self.title_in(&self.whole, self.place.way()).unwrap_or_default();
        ConflictRow { label: self.list_name(), theirs: title, mine: self.office.word("edit-remove") }
    }

    fn rows_of(&self, mine: &Answers) -> Vec<ConflictRow> {
        let mut form = self.form();
        let mut now: Vec<(String, String, String)> = Vec::new();
        form.each_mut(&mut |field| match &field.input {
            FormInput::Line { value, .. }
            | FormInput::Area { value }
            | FormInput::Lines { value }
            | FormInput::Choice { value, .. } => {
                now.push((field.id.clone(), field.label.clone(), value.clone()));
            }
            FormInput::Texts { values, .. } => now.extend(values.iter().map(|text| {
                (
                    format!("{}.{}", field.id, text.language),
                    format!("{} ({})", field.label, text.name),
                    text.value.clone(),
                )
            })),
            FormInput::Week { days } => now.extend(days.iter().map(|day| {
                (
                    format!("{}.{}", field.id, day.day),
                    format!("{}: {}", field.label, day.name),
                    day.value.clone(),
                )
            })),
            FormInput::Ticks { chosen, .. } => {
                now.push((field.id.clone(), field.label.clone(), chosen.join("\n")));
            }
            FormInput::Group { .. } | FormInput::List { .. } => {}
        });
        let row = |(name, text): (&String, &String)| {
            let (_, label, theirs) = now.iter().find(|(id, ..)| id == name)?;
            Some(ConflictRow { label: label.clone(), theirs: theirs.clone(), mine: text.clone() })
        };
        mine.iter().filter_map(row).collect()
    }
}
