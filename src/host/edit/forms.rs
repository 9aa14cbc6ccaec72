//! A file's form: shown as the file is, and saved as it was filled in.

mod conflict;
mod preview;

use serde_yaml::Value;

use super::desk::Office;
use super::files::{self, ContentFile};
use super::preview::PreviewPane;
use super::request::see;
use super::unsaved::Unsaved;
use super::view::{Door, PageOf};
use super::{PREFIX, away, upload};
use crate::base::{Diagnostic, Phrase, Seg, slug_of};
use crate::edit::{
    Answers, Desk, FieldChange, FieldShape, FieldTypes, FileForm, FormField, FormInput, Habit, Paper, apply,
    changes, label, made, read, same_text, value_at, way_of, word_of,
};
use crate::host::serve::Reply;
use crate::parse;

/// A file that is open, and the part of it that is shown.
struct Open<'a> {
    office: &'a Office<'a>,
    file: &'a ContentFile,
    bytes: Vec<u8>,
    paper: Paper,
    whole: Value,
    types: FieldTypes,
    languages: Vec<String>,
    way: Vec<Seg>,
    is_new: bool,
    only_hours: bool,
}

/// What stands in a form beside its fields.
#[derive(Default)]
struct BesideFields {
    summary: Vec<FaultLink>,
    body: Option<String>,
    body_errors: Vec<String>,
    notice: String,
    may_force: bool,
    /// The bytes that the form was made of, where they are not the file's.
    base: Option<String>,
    /// Where what was not saved is fetched, if there is any.
    kept: Option<String>,
    /// The page beside the form, where it was asked for.
    pane: Option<PreviewPane>,
    /// What is said where there is no page.
    pane_note: String,
    /// Was it asked for how it will be? Then what is wrong was not about to be saved.
    is_preview: bool,
}

/// Something that is wrong, and the field that it is wrong with.
#[derive(Clone, serde::Serialize)]
struct FaultLink {
    id: String,
    text: String,
}

/// An item of a list on its page.
#[derive(serde::Serialize)]
struct ItemRow {
    way: String,
    text: String,
    cancel: bool,
}

/// Shows the form.
pub fn show(office: &Office<'_>, file: &ContentFile, query: &Answers) -> Reply {
    let open = match Open::of(office, file, query) {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    let notice = match query {
        query if query.contains_key("sparat") => office.word("edit-saved"),
        query if query.contains_key("infogat") => office.word("edit-upload-done"),
        _ => String::new(),
    };
    match open.unsaved() {
        Some(Unsaved { base, answers }) if query.contains_key("hamta") => {
            let (notice, body) = (office.word("edit-fetched"), answers.get("_body").cloned());
            open.page(
                open.answered(&answers),
                BesideFields { notice, body, base: Some(base), ..BesideFields::default() },
            )
        }
        Some(_) => {
            let sign = if open.query().is_empty() { '?' } else { '&' };
            let kept = Some(format!("{}{}{sign}hamta=1", open.here(), open.query()));
            open.page(open.form(), BesideFields { notice, kept, ..BesideFields::default() })
        }
        None => open.page(open.form(), BesideFields { notice, ..BesideFields::default() }),
    }
}

/// Saves what was filled in.
pub fn save(office: &Office<'_>, file: &ContentFile, (query, sent): (&Answers, &Answers)) -> Reply {
    let open = match Open::of(office, file, query) {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    let what = sent.get("_do").map_or("save", String::as_str);
    let answers: Answers = sent
        .iter()
        .filter(|(name, _)| !name.starts_with('_'))
        .map(|(name, text)| (name.clone(), text.clone()))
        .collect();
    let body = sent.get("_body").map(String::as_str);
    let base = sent.get("_base").map_or("", String::as_str);
    match what {
        "keep" => return open.keep(base, (&answers, body)),
        "forget" => {
            office.editor.forget(file, &open.query());
            return see(format!("{}{}", open.here(), open.query()));
        }
        "preview" => {
            let word = sent.get("_visa").map_or("", String::as_str);
            return open.preview((&answers, body), (base, word));
        }
        _ => {}
    }
    if office.editor.base(&open.bytes) != base {
        return open.conflict(base, (&answers, body), what);
    }
    let new = if what == "remove" { open.removed() } else { open.filled(&answers, body) };
    let text = match new {
        Ok(text) => text,
        Err(why) => {
            let found = FaultLink { id: String::new(), text: office.messages.phrase(&why) };
            return open.again(&answers, body, vec![found]);
        }
    };
    let errors = open.new_errors(&text);
    if !errors.is_empty() && !matches!(what, "force" | "remove") {
        return open.wrong(&answers, body, &errors);
    }
    match office.editor.write(&file.path, open.bytes.clone(), text.into_bytes()) {
        Ok(()) => {
            office.editor.forget(file, &open.query());
            see(format!("{PREFIX}f/{}{}", file.id, open.afterwards(what)))
        }
        Err(why) => {
            open.again(&answers, body, vec![FaultLink { id: String::new(), text: office.said(&why) }])
        }
    }
}

impl<'a> Open<'a> {
    fn of(office: &'a Office<'a>, file: &'a ContentFile, query: &Answers) -> Result<Self, Box<Reply>> {
        let unreadable = |lines: Vec<String>| {
            let back = format!("{PREFIX}k/{}", file.owner());
            Box::new(office.message("edit-by-hand", &lines, Some(&back)))
        };
        let bytes = office.editor.bytes(&file.path).map_err(|why| unreadable(vec![office.said(&why)]))?;
        let parts = Paper::of(&file.path, &bytes).ok().and_then(|paper| Some((read(paper.yaml())?, paper)));
        let Some((whole, paper)) = parts else {
            let parsed = parse::parse(&file.path, &file.role, &bytes);
            let told = parsed.diagnostics.iter().map(|found| {
                let line = found.place.as_ref().map_or(0, |place| place.line);
                format!("{}:{line}: {}", file.path, office.said(found))
            });
            return Err(unreadable(told.collect()));
        };
        let types = FieldTypes::of(file.kind);
        let mut way = way_of(query.get("del").map_or("", String::as_str));
        let is_new = query.contains_key("ny");
        if is_new {
            let items = value_at(&whole, &types, &way).and_then(Value::as_sequence).map_or(0, Vec::len);
            way.push(Seg::Index(items));
        }
        let languages = files::languages(&office.editor.root, file.owner());
        let only_hours = query.get("bara").is_some_and(|part| part == "tider");
        let open = Self { office, file, bytes, paper, whole, types, languages, way, is_new, only_hours };
        let is_there =
            open.list().is_some() || open.types.group_at(&open.way).is_some() && open.leads_somewhere();
        if is_there { Ok(open) } else { Err(unreadable(vec![office.word("edit-missing-text")])) }
    }

    /// Does the way lead to what the file has, or to one more of a list?
    fn leads_somewhere(&self) -> bool {
        let known = if self.is_new {
            self.way.get(..self.way.len().saturating_sub(2)).unwrap_or_default()
        } else {
            &self.way
        };
        known.is_empty() || value_at(&self.whole, &self.types, known).is_some()
    }

    /// The type of the list that the way leads to.
    fn list(&self) -> Option<String> {
        let (last, before) = self.way.split_last()?;
        let of = self.types.group_at(before)?;
        match self.types.field(&of, last.key()?)?.shape {
            FieldShape::List(inner) => Some(inner),
            _ => None,
        }
    }

    fn own(&self) -> &str {
        self.languages.first().map_or("sv", String::as_str)
    }

    fn habit(&self) -> Habit<'_> {
        Habit::of(self.paper.yaml(), &self.types, self.office.messages.locale())
    }

    fn group(&self) -> Option<&Value> {
        value_at(&self.whole, &self.types, &self.way)
    }

    fn form(&self) -> FileForm {
        self.form_of(&self.whole)
    }

    fn form_of(&self, whole: &Value) -> FileForm {
        let desk = Desk { types: &self.types, messages: &self.office.messages, languages: &self.languages };
        let group = value_at(whole, &self.types, &self.way);
        let mut form = FileForm::of(&desk, &self.way, group).unwrap_or(FileForm { fields: Vec::new() });
        if self.way.is_empty() {
            let is_of_hours = |field: &FormField| {
                matches!(field.input, FormInput::Week { .. })
                    || matches!(field.id.as_str(), "hours" | "phone_hours")
            };
            // Lists have pages of their own, and so have the hours.
            form.fields.retain(|field| {
                !matches!(field.input, FormInput::List { .. }) && is_of_hours(field) == self.only_hours
            });
        }
        form
    }

    /// The text of the file as it was filled in.
    fn filled(&self, answers: &Answers, body: Option<&str>) -> Result<String, Phrase> {
        let habit = self.habit();
        let asked = if self.is_new {
            let new = made(habit, &self.way, &self.named(answers), self.own());
            new.map(|group| FieldChange::Set(self.way.clone(), group)).into_iter().collect()
        } else {
            changes(habit, (&self.way, self.group()), answers, self.own())
        };
        let yaml = apply(self.paper.yaml(), &asked, habit)?;
        Ok(self.paper.with(&yaml, body.filter(|_| self.way.is_empty() && !self.only_hours)))
    }

    /// Keeps what is typed until it is saved.
    fn keep(&self, base: &str, (answers, body): (&Answers, Option<&str>)) -> Reply {
        let mut answers = answers.clone();
        answers.extend(body.map(|body| ("_body".to_string(), body.to_string())));
        let unsaved = Unsaved { base: base.to_string(), answers };
        let is_kept = self.office.editor.keep(self.file, &self.query(), &unsaved);
        let status = if is_kept { 204 } else { 507 };
        Reply {
            status,
            content_type: "text/plain; charset=utf-8",
            body: Vec::new(),
            location: None,
            cookie: None,
        }
    }

    /// What was typed and not saved, where the file does not say it.
    fn unsaved(&self) -> Option<Unsaved> {
        let unsaved = self.office.editor.kept(self.file, &self.query())?;
        let body = unsaved.answers.get("_body");
        let is_body_same =
            || body.is_none_or(|body| self.paper.body().is_none_or(|own| same_text(&own, body)));
        let asked = changes(self.habit(), (&self.way, self.group()), &unsaved.answers, self.own());
        (!asked.is_empty() || !is_body_same()).then_some(unsaved)
    }

    /// The answers with an id made of the title, where the group has an id that was left to us.
    fn named(&self, answers: &Answers) -> Answers {
        let mut answers = answers.clone();
        let word = word_of(&self.way);
        let of = self.types.group_at(&self.way).unwrap_or_default();
        let titles = [format!("{word}.title.{}", self.own()), format!("{word}.title")];
        let title =
            titles.iter().find_map(|name| answers.get(name)).map(|title| slug_of(title)).unwrap_or_default();
        let id = answers.get(&format!("{word}.id")).map_or("", |id| id.trim());
        if self.types.field(&of, "id").is_some() && id.is_empty() && !title.is_empty() {
            answers.insert(format!("{word}.id"), title);
        }
        answers
    }

    fn removed(&self) -> Result<String, Phrase> {
        if !matches!(self.way.last(), Some(Seg::Index(_))) {
            return Err(Phrase::new("edit-unsure"));
        }
        let yaml = apply(self.paper.yaml(), &[FieldChange::Remove(self.way.clone())], self.habit())?;
        Ok(self.paper.with(&yaml, None))
    }

    /// What is wrong with a text that was not wrong with the file.
    fn new_errors(&self, text: &str) -> Vec<Diagnostic> {
        let errors = |bytes: &[u8]| -> Vec<Diagnostic> {
            let found = parse::parse(&self.file.path, &self.file.role, bytes).diagnostics;
            found.into_iter().filter(Diagnostic::is_error).collect()
        };
        let before = errors(&self.bytes);
        let is_old =
            |found: &Diagnostic| before.iter().any(|old| old.code == found.code && old.at == found.at);
        errors(text.as_bytes()).into_iter().filter(|found| !is_old(found)).collect()
    }

    /// The form once more with what is wrong at its fields.
    fn wrong(&self, answers: &Answers, body: Option<&str>, errors: &[Diagnostic]) -> Reply {
        let mut form = self.answered(answers);
        let mut around =
            BesideFields { body: body.map(str::to_string), may_force: true, ..BesideFields::default() };
        self.say_at_fields(&mut form, &mut around, errors);
        self.page(form, around)
    }

    /// Puts what is wrong at the fields that it is wrong with, and into the summary.
    fn say_at_fields(&self, form: &mut FileForm, around: &mut BesideFields, errors: &[Diagnostic]) {
        for found in errors {
            let text = self.office.said(found);
            let way = found.at.path().map(word_of).unwrap_or_default();
            let mut at = None;
            form.each_mut(&mut |field| {
                let is_its =
                    way == field.id || way.strip_prefix(&field.id).is_some_and(|rest| rest.starts_with('.'));
                if is_its && !way.is_empty() {
                    at = Some(field.id.clone());
                }
            });
            form.each_mut(&mut |field| {
                if Some(&field.id) == at.as_ref() {
                    field.errors.push(text.clone());
                }
            });
            let is_of_body = at.is_none() && found.at.path().is_none() && self.paper.body().is_some();
            if is_of_body {
                around.body_errors.push(text.clone());
            }
            let id = at.unwrap_or_else(|| if is_of_body { "body".to_string() } else { String::new() });
            let first = text.lines().next().unwrap_or_default().to_string();
            around.summary.push(FaultLink { id: target(form, id), text: first });
        }
    }

    fn again(&self, answers: &Answers, body: Option<&str>, summary: Vec<FaultLink>) -> Reply {
        let around = BesideFields { summary, body: body.map(str::to_string), ..BesideFields::default() };
        self.page(self.answered(answers), around)
    }

    /// The form with what was filled in.
    fn answered(&self, answers: &Answers) -> FileForm {
        let mut form = self.form();
        form.each_mut(&mut |field| {
            let id = field.id.clone();
            match &mut field.input {
                FormInput::Line { value, .. }
                | FormInput::Area { value }
                | FormInput::Lines { value }
                | FormInput::Choice { value, .. } => {
                    if let Some(answer) = answers.get(&id) {
                        value.clone_from(answer);
                    }
                }
                FormInput::Texts { values, .. } => {
                    for text in values {
                        if let Some(answer) = answers.get(&format!("{id}.{}", text.language)) {
                            text.value.clone_from(answer);
                        }
                    }
                }
                FormInput::Week { days } => {
                    for day in days {
                        if let Some(answer) = answers.get(&format!("{id}.{}", day.day)) {
                            day.value.clone_from(answer);
                        }
                    }
                }
                FormInput::Group { .. } | FormInput::List { .. } => {}
            }
        });
        form
    }

    fn here(&self) -> String {
        format!("{PREFIX}f/{}", self.file.id)
    }

    fn query(&self) -> String {
        if self.only_hours {
            return "?bara=tider".to_string();
        }
        let way =
            if self.is_new { self.way.get(..self.way.len() - 1).unwrap_or_default() } else { &self.way };
        match (way.is_empty(), self.is_new) {
            (true, _) => String::new(),
            (false, false) => format!("?del={}", word_of(way)),
            (false, true) => format!("?del={}&ny=1", word_of(way)),
        }
    }

    /// Where a person goes after saving: to the list, where an item is new or gone.
    fn afterwards(&self, what: &str) -> String {
        if !self.is_new && what != "remove" {
            let query = self.query();
            return if query.is_empty() { "?sparat=1".to_string() } else { format!("{query}&sparat=1") };
        }
        let list = self.way.get(..self.way.len().saturating_sub(1)).unwrap_or_default();
        format!("?del={}&sparat=1", word_of(list))
    }

    fn heading(&self) -> String {
        let keys = || self.way.iter().rev().find_map(Seg::key);
        let Some(last) = keys() else { return self.office.name_of(self.file) };
        let before = self.way.iter().rposition(|step| step.key() == Some(last)).unwrap_or_default();
        let of = self.types.group_at(self.way.get(..before).unwrap_or_default()).unwrap_or_default();
        let name = label(self.office.messages.locale(), &of, last);
        if self.is_new { format!("{}: {name}", self.office.word("edit-add")) } else { name }
    }

    fn page(&self, form: FileForm, around: BesideFields) -> Reply {
        let office = self.office;
        let is_body_here = self.way.is_empty() && !self.only_hours;
        let body = around.body.or_else(|| self.paper.body());
        let is_list = self.list().is_some();
        let page = PageOf::new(office.editor, &office.messages, &self.heading())
            .with("trail", &office.trail(self.file, !self.way.is_empty() || self.only_hours))
            .with("notice", &around.notice)
            .with("summary", &around.summary)
            .with("here", &self.here())
            .with("query", &self.query())
            .with("base", &around.base.unwrap_or_else(|| office.editor.base(&self.bytes)))
            .with("kept", &around.kept)
            .with("lists", &self.doors())
            .with("fields", if is_list { &[][..] } else { form.fields.as_slice() })
            .with("has_body", &(is_body_here && self.paper.body().is_some()))
            .with("body", &body.unwrap_or_default())
            .with("body_errors", &around.body_errors)
            .with("may_force", &around.may_force)
            .with("may_bring", &(is_body_here && upload::can_have(self.file)))
            .with("may_take_down", &(is_body_here && away::is_for(self.file)))
            .with("pane", &around.pane)
            .with("pane_note", &around.pane_note)
            .with("is_preview", &around.is_preview)
            .with("may_remove", &(!self.is_new && matches!(self.way.last(), Some(Seg::Index(_)))))
            .with("items", &self.items())
            .with("add", &is_list.then(|| format!("{}&ny=1", self.query())));
        page.reply("form.html", if around.summary.is_empty() { 200 } else { 422 })
    }

    fn doors(&self) -> Vec<Door> {
        let first = self.way.first().and_then(Seg::key).map(|name| format!("?del={name}"));
        let here = if self.only_hours { "?bara=tider".to_string() } else { first.unwrap_or_default() };
        let doors = self.office.doors(self.file, &here);
        if doors.len() > 1 { doors } else { Vec::new() }
    }

    /// The items of the list that the way leads to.
    fn items(&self) -> Vec<ItemRow> {
        if self.list().is_none() {
            return Vec::new();
        }
        let Some((last, before)) = self.way.split_last() else { return Vec::new() };
        let desk = Desk { types: &self.types, messages: &self.office.messages, languages: &self.languages };
        let above = FileForm::of(&desk, before, value_at(&self.whole, &self.types, before));
        let id = word_of(&self.way);
        let fields = above.map(|form| form.fields).unwrap_or_default();
        let titles = fields.into_iter().find(|field| field.id == id).map(|field| field.input);
        let Some(FormInput::List { items }) = titles else { return Vec::new() };
        let cancel = last.key() == Some("activities");
        let row = |(at, text): (usize, String)| ItemRow { way: format!("{id}.{at}"), text, cancel };
        items.into_iter().enumerate().map(row).collect()
    }
}

/// The element that a fault's link leads to: of a group of inputs the first.
fn target(form: &FileForm, id: String) -> String {
    let mut form = form.clone();
    let mut found = id.clone();
    form.each_mut(&mut |field| {
        if field.id != id {
            return;
        }
        found = match &field.input {
            FormInput::Texts { values, .. } if values.len() > 1 => {
                values.first().map_or_else(|| id.clone(), |text| format!("{id}.{}", text.language))
            }
            FormInput::Week { .. } => format!("{id}.0"),
            FormInput::Group { fields } => {
                fields.first().map_or_else(|| id.clone(), |field| field.id.clone())
            }
            _ => id.clone(),
        };
    });
    found
}
