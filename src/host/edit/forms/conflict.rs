//! Where two have changed a file: what this person changed stands beside what the file says now, and nothing is written before somebody has chosen.

use super::super::request::see;
use super::super::view::PageOf;
use super::Open;
use crate::edit::{Answers, FormInput, Paper, changes, read, same_text, value_at};
use crate::host::serve::Reply;

/// A row where two have changed a file.
#[derive(serde::Serialize)]
struct ConflictRow {
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

impl Open<'_> {
    /// Somebody has changed the file since the form was made: what this person changed stands beside what the file says now.
    pub(super) fn conflict(
        &self,
        base: &str,
        (answers, body): (&Answers, Option<&str>),
        what: &str,
    ) -> Reply {
        let office = self.office;
        let old = office.editor.known_base(base).and_then(|bytes| {
            let paper = Paper::of(&self.file.path, &bytes).ok()?;
            Some((read(paper.yaml())?, paper))
        });
        let (old_whole, old_paper) = old.unwrap_or_else(|| (self.whole.clone(), self.paper.clone()));
        let habit = self.habit();
        let old_group = value_at(&old_whole, &self.types, &self.way);
        let is_mine = |(name, text): &(&String, &String)| {
            let one: Answers = [((*name).clone(), (*text).clone())].into();
            self.is_new || !changes(habit, (&self.way, old_group), &one, self.own()).is_empty()
        };
        let mine: Answers =
            answers.iter().filter(is_mine).map(|(name, text)| (name.clone(), text.clone())).collect();
        let my_body = body.filter(|body| !old_paper.body().is_some_and(|old| same_text(&old, body)));
        if mine.is_empty() && my_body.is_none() && what != "remove" {
            return see(format!("{}{}", self.here(), self.query()));
        }
        if let Ok(text) = self.filled(&mine, my_body) {
            office.editor.keep_aside(&self.file.path, text.as_bytes());
        }
        let mut rows = self.rows_of(&mine);
        if let Some(body) = my_body {
            let theirs = self.paper.body().unwrap_or_default();
            rows.push(ConflictRow { label: office.word("edit-body"), theirs, mine: body.to_string() });
        }
        let mut kept: Vec<KeptAnswer<'_>> =
            mine.iter().map(|(name, value)| KeptAnswer { name, value }).collect();
        kept.extend(my_body.map(|value| KeptAnswer { name: "_body", value }));
        let page = PageOf::new(office.editor, &office.messages, &office.word("edit-conflict"))
            .with("trail", &office.trail(self.file, true))
            .with("here", &self.here())
            .with("query", &self.query())
            .with("base", &office.editor.base(&self.bytes))
            .with("rows", &rows)
            .with("what", what)
            .with("answers", &kept);
        page.reply("conflict.html", 409)
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
            FormInput::Group { .. } | FormInput::List { .. } => {}
        });
        let row = |(name, text): (&String, &String)| {
            let (_, label, theirs) = now.iter().find(|(id, ..)| id == name)?;
            Some(ConflictRow { label: label.clone(), theirs: theirs.clone(), mine: text.clone() })
        };
        mine.iter().filter_map(row).collect()
    }
}
