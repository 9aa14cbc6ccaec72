//! Items of lists: new ones, and those that are not found any more.

use serde_yaml::Value;

use super::super::request::see;
use super::super::view::PageOf;
use super::{Open, SentForm};
use crate::base::{Phrase, Seg, slug_of};
use crate::edit::{Answers, FieldChange, FormPlace, apply, label, made, read, value_at, word_of};
use crate::host::serve::Reply;

/// A field's name and what was filled in.
#[derive(serde::Serialize)]
struct TypedField {
    label: String,
    text: String,
}

impl Open<'_> {
    /// Adds an item. That others have changed the file meanwhile is no matter, as it takes nothing of theirs; but what was sent twice, or from
    /// two windows, is added once.
    pub(super) fn add(&self, sent: &SentForm) -> Reply {
        let is_old = self.office.editor.base(&self.bytes) != sent.base;
        if is_old && self.has_it(&sent.answers) {
            return see(self.afterwards("save", &[]));
        }
        self.put(sent, &[])
    }

    /// What a new item begins with where a task led to it: who closes some days has said so.
    pub(super) fn begun(&self, query: &Answers) -> Answers {
        let list = self.place.list().and_then(|list| list.last()).and_then(Seg::key);
        let is_closing = list == Some("exceptions") && query.contains_key("stangt");
        let is_new = matches!(self.place, FormPlace::New(_));
        let closed = (is_new && is_closing)
            .then(|| (format!("{}.closed", word_of(self.place.way())), "true".to_string()));
        closed.into_iter().collect()
    }

    fn has_it(&self, answers: &Answers) -> bool {
        let list = self.place.list().unwrap_or_default();
        let items = |whole: &Value| {
            let items = value_at(whole, &self.types, list).and_then(Value::as_sequence).cloned();
            items.unwrap_or_default()
        };
        let with = self.yaml_with(&self.named(answers, &[])).ok().and_then(|yaml| read(&yaml));
        let new = with.and_then(|whole| items(&whole).pop());
        new.is_some_and(|new| items(&self.whole).contains(&new))
    }

    /// The text of the file with one more item, as it was filled in.
    pub(super) fn with_new(&self, answers: &Answers) -> Result<String, Phrase> {
        let yaml = self.yaml_with(&self.named(answers, &self.ids()))?;
        Ok(self.paper.with(&yaml, None))
    }

    fn yaml_with(&self, answers: &Answers) -> Result<String, Phrase> {
        let group = made(self.habit(), self.place.way(), answers, self.own());
        let group = group.ok_or_else(|| Phrase::new("edit-nothing-filled-in"))?;
        apply(self.paper.yaml(), &[FieldChange::Set(self.place.way().to_vec(), group)], self.habit())
    }

    /// The answers with an id made of the title, where the group has an id that was left to us: one that is not taken.
    fn named(&self, answers: &Answers, taken: &[String]) -> Answers {
        let mut answers = answers.clone();
        let word = word_of(self.place.way());
        let of = self.types.group_at(self.place.way()).unwrap_or_default();
        let id = answers.get(&format!("{word}.id")).map_or("", |id| id.trim());
        if self.types.field(&of, "id").is_none() || !id.is_empty() {
            return answers;
        }
        let titles = [format!("{word}.title.{}", self.own()), format!("{word}.title")];
        let titles = titles.iter().filter_map(|name| answers.get(name)).map(|title| title.trim());
        let Some(title) = titles.into_iter().find(|title| !title.is_empty()) else { return answers };
        let name = match slug_of(title) {
            // A title in other letters than ours.
            slug if slug.is_empty() => slug_of(&self.list_name()),
            slug => slug,
        };
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let free = [name.clone()].into_iter().chain(numbered).find(|id| !taken.contains(id));
        answers.extend(free.map(|id| (format!("{word}.id"), id)));
        answers
    }

    /// The ids of the items that the list has.
    fn ids(&self) -> Vec<String> {
        let list = self.place.list().unwrap_or_default();
        let items = value_at(&self.whole, &self.types, list).and_then(Value::as_sequence);
        let id = |at: usize| {
            let way: Vec<Seg> = list.iter().cloned().chain([Seg::Index(at), Seg::Key("id".into())]).collect();
            value_at(&self.whole, &self.types, &way)?.as_str().map(str::to_string)
        };
        (0..items.map_or(0, Vec::len)).filter_map(id).collect()
    }

    /// What the list is called that this is an item of.
    pub(super) fn list_name(&self) -> String {
        let way = self.place.list().unwrap_or_else(|| self.place.way());
        let Some((last, above)) = way.split_last() else { return String::new() };
        let of = self.types.group_at(above).unwrap_or_default();
        label(self.office.messages.locale(), &of, last.key().unwrap_or_default())
    }

    /// The item that a form is about is not in the file any more, or not as it was: nothing is written, and what was typed is shown.
    pub(super) fn gone(&self, sent: &SentForm) -> Reply {
        let office = self.office;
        let old = office.editor.known_base(&sent.base).and_then(|bytes| {
            let paper = crate::edit::Paper::of(&self.file.path, &bytes).ok()?;
            read(paper.yaml())
        });
        let title = old.and_then(|whole| {
            self.place.found_again(&sent.sign, &whole, &self.types).map(|place| (whole, place))
        });
        let title = title.and_then(|(whole, place)| self.title_in(&whole, place.way()));
        let name = title.map_or_else(|| self.list_name(), |title| format!("{}: {title}", self.list_name()));
        let typed = sent.answers.iter().filter(|(_, text)| !text.trim().is_empty());
        let typed = typed.map(|(name, text)| TypedField { label: self.field_name(name), text: text.clone() });
        let list = self.place.way().iter().position(|step| matches!(step, Seg::Index(_)));
        let list = list.and_then(|at| self.place.way().get(..at)).map(word_of).unwrap_or_default();
        let text = office.messages.text("edit-gone-text", &[("name", &name)]);
        let page = PageOf::new(office.editor, office.messages, &office.word("edit-gone"))
            .with("trail", &office.trail(self.file, true))
            .with("lines", &[text])
            .with("typed", &typed.collect::<Vec<_>>())
            .with("back", &format!("{}?del={list}", self.here()));
        page.reply("message.html", 409)
    }

    /// What a field of this form is called.
    fn field_name(&self, name: &str) -> String {
        let way = word_of(self.place.way());
        let inner = name.strip_prefix(&way).unwrap_or(name).trim_start_matches('.');
        let of = self.types.group_at(self.place.way()).unwrap_or_default();
        let (first, rest) = inner.split_once('.').unwrap_or((inner, ""));
        let first = label(self.office.messages.locale(), &of, first);
        if rest.is_empty() { first } else { format!("{first} ({rest})") }
    }
}
