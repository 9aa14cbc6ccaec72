//! The page that a form is on: its fields, what is wrong with them, and what stands beside them.

use super::super::colours::{self, ShownColours};
use super::super::preview::PreviewPane;
use super::super::view::{Door, PageOf, TrailStep};
use super::super::{PREFIX, away, links, upload};
use super::kept::OfferedText;
use super::{Open, SentForm};
use crate::base::{Code, Diagnostic, Seg, Severity};
use crate::edit::{
    Answers, Desk, FileForm, FormField, FormInput, FormPlace, label, lines, value_at, way_of, word_of,
};
use crate::host::serve::Reply;
use crate::model::swedish_sort_key;
use crate::parse;
use crate::parse::likely::SWEDISH_DAYS;
use crate::parse::values::WEEKDAYS;
use crate::schema::Kind;

/// What stands in a form beside its fields.
#[derive(Default)]
pub(super) struct BesideFields {
    pub(super) summary: Vec<FaultLink>,
    pub(super) body: Option<String>,
    pub(super) body_errors: Vec<String>,
    pub(super) notice: String,
    pub(super) may_force: bool,
    /// May it be saved as a draft, which lacks something yet?
    pub(super) may_draft: bool,
    /// The bytes that the form was made of, where they are not the file's.
    pub(super) base: Option<String>,
    /// The texts that still say what was changed here.
    pub(super) elsewhere: Vec<TrailStep>,
    /// What was typed before and is not saved.
    pub(super) kept: Vec<OfferedText>,
    /// The bytes of somebody else that are about to be replaced.
    pub(super) over: String,
    /// The page beside the form, where it was asked for.
    pub(super) pane: Option<PreviewPane>,
    /// What is said where there is no page.
    pub(super) pane_note: String,
    /// The palette of the colour, where it was asked for.
    pub(super) colours: Option<ShownColours>,
    /// In which order the items of a list are shown.
    pub(super) order: ItemOrder,
    /// The hours of the next days, where what was filled in has others than the file.
    pub(super) days: Option<Fortnight>,
    /// Was it asked for how it will be? Then what is wrong was not about to be saved.
    pub(super) is_preview: bool,
}

/// The days, and whose hours they are.
#[derive(Clone, serde::Serialize)]
pub(super) struct Fortnight {
    /// The services that have hours of their own.
    pub(super) heads: Vec<String>,
    /// The days.
    pub(super) rows: Vec<FortnightRow>,
}

/// A day.
#[derive(Clone, serde::Serialize)]
pub(super) struct FortnightRow {
    /// Which it is.
    pub(super) day: String,
    /// The centre's hours, then those of each service that has its own.
    pub(super) hours: Vec<String>,
    /// Why they are not the usual ones.
    pub(super) why: String,
}

/// Something that is wrong, and the field that it is wrong with.
#[derive(Clone, serde::Serialize)]
pub(super) struct FaultLink {
    pub(super) id: String,
    pub(super) text: String,
}

/// An item of a list on its page.
#[derive(serde::Serialize)]
struct ItemRow {
    way: String,
    text: String,
    /// When it is, of an activity.
    when: String,
    /// What comes first in the order of the week.
    #[serde(skip)]
    order: (usize, String),
    at: usize,
}

impl Open<'_> {
    /// The form once more with what is wrong at its fields.
    pub(super) fn wrong(&self, sent: &SentForm, errors: Vec<Diagnostic>) -> Reply {
        let mut form = self.answered(&sent.answers);
        let (body, over) = (sent.body.clone(), sent.over.clone());
        let may_draft = self.may_be_draft(sent);
        let mut around = BesideFields { body, over, may_force: true, may_draft, ..BesideFields::default() };
        self.say_all(&mut form, &mut around, errors);
        self.page(form, around)
    }

    /// Would a text that is not finished do as a draft?
    fn may_be_draft(&self, sent: &SentForm) -> bool {
        let mut answers = sent.answers.clone();
        let is_one = answers.insert("draft".to_string(), "true".to_string()).is_some_and(|is| is == "true");
        let is_text = self.place == FormPlace::Whole && self.paper.body().is_some();
        let filled = || self.filled(&answers, sent.body.as_deref()).ok();
        is_text && !is_one && filled().is_some_and(|text| self.refused(&text).is_empty())
    }

    /// What a draft lacks before it can be published, each with its field.
    fn unfinished(&self, form: &FileForm) -> Vec<FaultLink> {
        if self.place != FormPlace::Whole || self.paper.body().is_none() {
            return Vec::new();
        }
        let found = parse::parse(&self.file.path, &self.file.role, &self.bytes).diagnostics;
        let is_to_come = |found: &Diagnostic| !found.is_error() && found.code.severity() == Severity::Error;
        let found: Vec<Diagnostic> = found.into_iter().filter(is_to_come).collect();
        let mut around = BesideFields::default();
        self.say_at_fields(&mut form.clone(), &mut around, &found);
        around.summary
    }

    /// Puts what is wrong at the fields that it is wrong with, and into the summary.
    pub(super) fn say_at_fields(
        &self,
        form: &mut FileForm,
        around: &mut BesideFields,
        errors: &[Diagnostic],
    ) {
        for found in errors {
            let way = found.at.path().map(|way| self.place.as_in_form(way, &self.whole, &self.types));
            let mut way = way.as_deref().map(word_of).unwrap_or_default();
            // Of days that say nothing it is asked whether they are closed.
            if found.code == Code::ExceptionUnclear {
                way += ".closed";
            }
            let mut at = None;
            let mut label = String::new();
            form.each_mut(&mut |field| {
                let is_its =
                    way == field.id || way.strip_prefix(&field.id).is_some_and(|rest| rest.starts_with('.'));
                if is_its && !way.is_empty() {
                    at = Some(field.id.clone());
                    label.clone_from(&field.label);
                }
            });
            // In a form nobody adds a line of a file.
            let text = if found.code == Code::MissingField && at.is_some() {
                self.office.messages.text("edit-field-missing", &[("field", &label)])
            } else {
                self.office.said_of_form(found)
            };
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

    /// The form once more, and why it was not saved.
    pub(super) fn again(&self, sent: &SentForm, why: String) -> Reply {
        let summary = vec![FaultLink { id: String::new(), text: why }];
        let (body, over) = (sent.body.clone(), sent.over.clone());
        self.page(
            self.answered(&sent.answers),
            BesideFields { summary, body, over, ..BesideFields::default() },
        )
    }

    /// The form with what was filled in.
    pub(super) fn answered(&self, answers: &Answers) -> FileForm {
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
                FormInput::Ticks { .. } => {
                    if let Some(answer) = answers.get(&id) {
                        field.input.tick(answer);
                    }
                }
                FormInput::Group { .. } | FormInput::List { .. } => {}
            }
        });
        form
    }

    /// What a page says first, of what led to it.
    pub(super) fn notice(&self, query: &Answers) -> String {
        if query.contains_key("ny-central") {
            return self.office.word("edit-begin-centre-done");
        }
        let office = self.office;
        let mut said = Vec::new();
        let of_query = [
            ("sparat", "edit-saved"),
            ("infogat", "edit-upload-done"),
            ("insatt", "edit-upload-placed"),
            ("ihop", "edit-merged"),
            ("hamtat", "edit-bring-done-rows"),
            ("oversatt", "edit-translation-made"),
        ];
        said.extend(
            of_query.iter().filter(|(name, _)| query.contains_key(*name)).map(|(_, word)| office.word(word)),
        );
        let aside = query.get("undan").and_then(|word| office.editor.aside(&self.file.path, word));
        said.extend(aside.map(|path| office.messages.text("edit-kept-aside", &[("path", &path)])));
        said.join(" ")
    }

    fn heading(&self) -> String {
        let office = self.office;
        let keys = || self.place.way().iter().rev().find_map(Seg::key);
        let Some(last) = keys() else { return office.name_of(self.file) };
        let way = self.place.way();
        let before = way.iter().rposition(|step| step.key() == Some(last)).unwrap_or_default();
        let of = self.types.group_at(way.get(..before).unwrap_or_default()).unwrap_or_default();
        let name = label(office.messages.locale(), &of, last);
        match &self.place {
            FormPlace::New(_) => format!("{}: {name}", office.word("edit-add")),
            FormPlace::Part(way) => match self.title_in(&self.whole, way) {
                Some(title) => format!("{name}: {title}"),
                None => name,
            },
            _ => name,
        }
    }

    /// What a form is about, with the file's name: where somebody must choose.
    pub(super) fn about(&self) -> String {
        let name = self.office.name_of(self.file);
        let heading = self.heading();
        if heading == name { name } else { format!("{name} – {heading}") }
    }

    /// What an item is called.
    pub(super) fn title_in(&self, whole: &serde_yaml::Value, way: &[Seg]) -> Option<String> {
        let (Seg::Index(at), list) = way.split_last()? else { return None };
        self.titles(whole, list).into_iter().nth(*at)
    }

    /// What the items of a list are called.
    pub(super) fn titles(&self, whole: &serde_yaml::Value, list: &[Seg]) -> Vec<String> {
        let Some((_, above)) = list.split_last() else { return Vec::new() };
        let desk = Desk { types: &self.types, messages: self.office.messages, languages: &self.languages };
        let form = FileForm::of(&desk, above, value_at(whole, &self.types, above));
        let id = word_of(list);
        let field = form.into_iter().flat_map(|form| form.fields).find(|field| field.id == id);
        match field.map(|field| field.input) {
            Some(FormInput::List { items }) => items,
            _ => Vec::new(),
        }
    }

    /// The palette of the colour that the file has, where the form is about one.
    fn colours_of_file(&self) -> Option<ShownColours> {
        let written = value_at(&self.whole, &self.types, &way_of("look.colour"));
        let written = written.and_then(serde_yaml::Value::as_str).unwrap_or_default();
        let has_colours = self.place == FormPlace::Whole && colours::is_for(self.file);
        has_colours.then(|| colours::shown(self.office, self.file.owner(), written))
    }

    /// The page.
    pub(super) fn page(&self, form: FileForm, around: BesideFields) -> Reply {
        let office = self.office;
        let is_body_here = self.place == FormPlace::Whole;
        let body = around.body.or_else(|| self.paper.body());
        let is_list = matches!(self.place, FormPlace::List(_));
        let unfinished = if around.summary.is_empty() { self.unfinished(&form) } else { Vec::new() };
        let parts = self.parts(if is_list { Vec::new() } else { form.fields });
        let is_item =
            matches!(&self.place, FormPlace::Part(way) if matches!(way.last(), Some(Seg::Index(_))));
        let colours = around.colours.or_else(|| self.colours_of_file());
        let days = around.days.or_else(|| self.fortnight(&self.bytes));
        let has_text = is_body_here && self.paper.body().is_some();
        let spots = if has_text { links::spots(office, self.file.owner()) } else { Vec::new() };
        let items = self.items(around.order);
        let page = PageOf::new(office.editor, office.messages, &self.heading())
            .with("spots", &spots)
            .with("days", &days)
            .with("is_open_elsewhere", &office.editor.is_open_elsewhere(self.file))
            .with("is_timetable", &items.iter().any(|item| !item.when.is_empty()))
            .with("by_day", &(around.order == ItemOrder::Week))
            .with("may_preview", &(self.file.kind != Kind::Site))
            .with("colours", &colours)
            .with("colours_at", &format!("{PREFIX}farger/{}", self.file.owner()))
            .with("beside", &self.original().filter(|_| is_body_here))
            .with("versions", &if is_body_here { self.versions() } else { Vec::new() })
            .with("trail", &office.trail(self.file, !is_body_here))
            .with("notice", &around.notice)
            .with("summary", &around.summary)
            .with("here", &self.here())
            .with("query", &self.query())
            .with("base", &around.base.unwrap_or_else(|| office.editor.base(&self.bytes)))
            .with("item", &self.place.sign(&self.whole, &self.types))
            .with("over", &around.over)
            .with("kept", &around.kept)
            .with("elsewhere", &around.elsewhere)
            .with("sheet", self.sheet.word())
            .with("goes_on", &self.sheet.field())
            .with("lists", &self.doors())
            .with("fields", &parts.fields)
            .with("after", &parts.after)
            .with("more", &parts.more)
            .with("more_open", &parts.more.iter().any(has_errors))
            .with("has_body", &has_text)
            .with("body", &body.unwrap_or_default())
            .with("body_errors", &around.body_errors)
            .with("may_force", &around.may_force)
            .with("may_draft", &around.may_draft)
            .with("unfinished", &unfinished)
            .with("may_bring", &(is_body_here && upload::can_have(self.file)))
            .with("may_take_down", &(is_body_here && away::is_for(self.file)))
            .with("pane", &around.pane)
            .with("pane_note", &around.pane_note)
            .with("is_preview", &around.is_preview)
            .with("may_import", &(self.file.kind == Kind::Centre && self.query() == "?del=activities"))
            .with("may_remove", &is_item)
            .with("items", &items)
            .with("add", &is_list.then(|| format!("{}&ny=1", self.query())));
        page.reply("form.html", if around.summary.is_empty() { 200 } else { 422 })
    }

    /// The fields of a form in the order that a person thinks in: of a news item or page what it says, then its text, then how it looks and whether
    /// it is shown, and all else behind one more step.
    fn parts(&self, fields: Vec<FormField>) -> FormParts {
        if self.place == FormPlace::Whole && self.file.kind == Kind::Site {
            let is_first = |field: &FormField| {
                matches!(field.id.as_str(), "title" | "base_url" | "organisation" | "languages")
            };
            let (fields, more) = fields.into_iter().partition(is_first);
            return FormParts { fields, after: Vec::new(), more };
        }
        if self.place != FormPlace::Whole || self.paper.body().is_none() {
            return FormParts { fields, ..FormParts::default() };
        }
        let is_one_of =
            |names: &'static [&'static str]| move |field: &FormField| names.contains(&field.id.as_str());
        let (fields, rest): (Vec<_>, Vec<_>) = fields.into_iter().partition(is_one_of(&["title", "lead"]));
        // Nobody writes the way to a picture: it is brought in, and described there.
        let has_picture = value_at(&self.whole, &self.types, &way_of("image")).is_some();
        let names: &[&str] = if has_picture { &["image", "draft"] } else { &["draft"] };
        let (after, more) = rest.into_iter().partition(is_one_of(names));
        FormParts { fields, after, more }
    }

    fn doors(&self) -> Vec<Door> {
        let first = self.place.way().first().and_then(Seg::key).map(|name| format!("?del={name}"));
        let here = if self.place == FormPlace::Hours { self.query() } else { first.unwrap_or_default() };
        let doors = self.office.doors(self.file, &here);
        if doors.len() > 1 { doors } else { Vec::new() }
    }

    /// The items of the list that the page is about.
    fn items(&self, order: ItemOrder) -> Vec<ItemRow> {
        let FormPlace::List(list) = &self.place else { return Vec::new() };
        let (id, is_timetable) = (word_of(list), list.last().and_then(Seg::key) == Some("activities"));
        let row = |(at, text): (usize, String)| {
            let (when, order) = if is_timetable { self.when(list, at) } else { Default::default() };
            ItemRow { way: format!("{id}.{at}"), text, when, order, at }
        };
        let mut rows: Vec<ItemRow> =
            self.titles(&self.whole, list).into_iter().enumerate().map(row).collect();
        if is_timetable && order == ItemOrder::Week {
            rows.sort_by(|one, other| one.order.cmp(&other.order));
        }
        if is_timetable && order == ItemOrder::Title {
            rows.sort_by_key(|row| swedish_sort_key(&row.text));
        }
        rows
    }

    /// When an activity is, as its file has it, and its place in the week.
    fn when(&self, list: &[Seg], at: usize) -> (String, (usize, String)) {
        let said = |name: &str| {
            let way: Vec<Seg> = list.iter().cloned().chain([Seg::Index(at), Seg::Key(name.into())]).collect();
            let value = value_at(&self.whole, &self.types, &way)?;
            lines(Some(value)).map(|text| text.replace('\n', ", ")).filter(|text| !text.is_empty())
        };
        let days = ["day", "days", "date", "dates"].iter().find_map(|name| said(name)).unwrap_or_default();
        let time = |name: &str| said(name).map(|time| time.replace(':', ".")).unwrap_or_default();
        let (from, to) = (time("from"), time("to"));
        let times = if to.is_empty() { from.clone() } else { format!("{from}–{to}") };
        let first = days.to_lowercase();
        let is_day =
            |day: &usize| first.starts_with(SWEDISH_DAYS[*day].1) || first.starts_with(WEEKDAYS[*day]);
        let day = (0..WEEKDAYS.len()).find(is_day).unwrap_or(WEEKDAYS.len());
        let from = if from.find('.').unwrap_or(from.len()) < 2 { format!("0{from}") } else { from };
        (format!("{days} {times}").trim().to_string(), (day, if day == WEEKDAYS.len() { days } else { from }))
    }
}

/// In which order the items of a list are shown.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum ItemOrder {
    /// As the file has them.
    #[default]
    File,
    /// By the days of the week.
    Week,
    /// By their titles.
    Title,
}

impl ItemOrder {
    /// What a query asks for.
    pub(super) fn of(query: &Answers) -> Self {
        match query.get("ordning").map(String::as_str) {
            Some("dag") => Self::Week,
            Some("rubrik") => Self::Title,
            _ => Self::File,
        }
    }
}

/// The fields of a form by where they stand.
#[derive(Default)]
struct FormParts {
    /// Before the text.
    fields: Vec<FormField>,
    /// Behind it.
    after: Vec<FormField>,
    /// Behind one more step.
    more: Vec<FormField>,
}

/// Is anything wrong with a field, or with one within it?
fn has_errors(field: &FormField) -> bool {
    let inner = match &field.input {
        FormInput::Group { fields } => fields.as_slice(),
        _ => &[],
    };
    !field.errors.is_empty() || inner.iter().any(has_errors)
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
