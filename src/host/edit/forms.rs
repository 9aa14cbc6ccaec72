//! A file's form: shown as the file is, and saved as it was filled in.

mod broken;
mod choices;
mod conflict;
mod elsewhere;
mod fortnight;
mod item;
mod kept;
mod page;
mod preview;
mod translate;

use serde_yaml::Value;

use super::desk::Office;
use super::files::ContentFile;
use super::fresh::row_of;
use super::request::see;
use super::unsaved::{KeptSheet, word_of as kept_word};
use super::{PREFIX, colours};
use crate::base::{Diagnostic, Phrase, Seg};
use crate::edit::{
    Answers, Desk, FieldChange, FieldTypes, FileForm, FormField, FormInput, FormPlace, Habit, Paper, apply,
    as_meant, carried, changes, read, value_at, word_of,
};
use crate::host::serve::Reply;
use crate::parse;
use crate::schema::Kind;
use page::{BesideFields, ItemOrder};
pub use translate::make as translate;

/// A file that is open, and the part of it that is shown.
struct Open<'a> {
    office: &'a Office<'a>,
    file: &'a ContentFile,
    bytes: Vec<u8>,
    paper: Paper,
    whole: Value,
    types: FieldTypes,
    languages: Vec<String>,
    place: FormPlace,
    /// The item that a new one begins as, where it was copied.
    model: Option<Value>,
    /// Under which word it keeps what is typed.
    sheet: KeptSheet,
}

/// A form that was sent.
#[derive(Clone)]
struct SentForm {
    /// What is to be done.
    what: String,
    /// The fields, by their names.
    answers: Answers,
    /// The text below the fields, where there is one.
    body: Option<String>,
    /// The bytes that the form was made of.
    base: String,
    /// By which the item that it is about is found again.
    sign: String,
    /// The bytes that somebody else wrote and that are to be replaced, where a person was shown both.
    over: String,
    /// Both texts, one after the other.
    both: String,
    /// The preview that it has.
    shown: String,
    /// Where in the text the mark stood, as the end of a query.
    row: String,
}

impl SentForm {
    fn of(sent: &Answers) -> Self {
        let said = |name: &str| sent.get(name).cloned().unwrap_or_default();
        let is_answer = |(name, _): &(&String, &String)| !name.starts_with('_');
        let mut what = sent.get("_do").cloned().unwrap_or_else(|| "save".to_string());
        let mut answers: Answers =
            sent.iter().filter(is_answer).map(|(name, text)| (name.clone(), text.clone())).collect();
        answers.extend(choices::ticked(sent));
        if what == "draft" {
            answers.insert("draft".to_string(), "true".to_string());
        }
        if let Some(week) = what.strip_prefix("copy:") {
            answers.extend(days_copied(sent, week));
            what = "days".to_string();
        }
        Self {
            what,
            answers,
            body: sent.get("_body").cloned(),
            base: said("_base"),
            sign: said("_item"),
            over: said("_over"),
            both: said("_both"),
            shown: said("_visa"),
            row: row_of(sent),
        }
    }
}

/// The hours of a day for other days of the week, as they were chosen: what the script does without asking.
fn days_copied(sent: &Answers, week: &str) -> Answers {
    let from = sent.get(&format!("_fran.{week}")).map(String::as_str).unwrap_or_default();
    let Some(hours) = sent.get(&format!("{week}.{from}")) else { return Answers::new() };
    let chosen = (0..7).filter(|day| sent.contains_key(&format!("_till.{week}.{day}")));
    chosen.map(|day| (format!("{week}.{day}"), hours.clone())).collect()
}

/// Shows the form.
pub fn show(office: &Office<'_>, file: &ContentFile, query: &Answers) -> Reply {
    let mut open = match Open::of(office, file, query) {
        Ok(open) if open.place.is_in(&open.whole, &open.types) => open,
        Ok(_) => return office.missing(),
        Err(reply) => return *reply,
    };
    let (notice, mut kept) = (open.notice(query), open.unsaved());
    let wanted = query.get("hamta").map(|word| kept_word(word));
    let fetched = wanted.and_then(|wanted| kept.iter().position(|(word, _)| *word == wanted));
    let fetched = fetched.map(|at| kept.remove(at));
    let kept = kept.iter().map(|(word, unsaved)| open.offered(word, unsaved)).collect();
    let elsewhere = open.named_elsewhere(query);
    let around = BesideFields { kept, notice, elsewhere, ..BesideFields::default() };
    match fetched {
        Some((word, unsaved)) => {
            open.sheet = KeptSheet::after(&word, &unsaved.as_kept);
            let answers = unsaved.answers;
            let (notice, body) = (office.word("edit-fetched"), answers.get("_body").cloned());
            let base = Some(unsaved.as_kept.base);
            open.page(open.answered(&answers), BesideFields { notice, body, base, ..around })
        }
        None => {
            let order = if around.kept.is_empty() { ItemOrder::of(query) } else { ItemOrder::default() };
            open.page(open.answered(&open.begun(query)), BesideFields { order, ..around })
        }
    }
}

/// Saves what was filled in.
pub fn save(office: &Office<'_>, file: &ContentFile, (query, sent): (&Answers, &Answers)) -> Reply {
    let mut open = match Open::of(office, file, query) {
        Ok(open) => open,
        Err(reply) => return *reply,
    };
    open.sheet = KeptSheet::of(sent);
    let mut sent = SentForm::of(sent);
    sent.answers = as_meant(&open.types, open.place.way(), std::mem::take(&mut sent.answers));
    match sent.what.as_str() {
        "keep" => return open.keep(&sent),
        "forget" => {
            office.editor.forget((&file.id, &open.part(&sent.sign)), &open.sheet);
            return see(open.address(&[]));
        }
        _ => {}
    }
    if !open.find_again(&mut sent) {
        return open.gone(&sent);
    }
    match sent.what.as_str() {
        "preview" => open.preview(&sent),
        "colours" => open.colours(&sent),
        "days" => open.days(&sent),
        _ if matches!(open.place, FormPlace::New(_)) => open.add(&sent),
        _ if office.editor.base(&open.bytes) != sent.base => open.conflict(&sent),
        "together" => {
            let (notice, body) = (office.word("edit-together-now"), Some(sent.both.clone()));
            let around = BesideFields { notice, body, over: sent.over.clone(), ..BesideFields::default() };
            open.page(open.answered(&sent.answers), around)
        }
        _ => open.put(&sent, &[]),
    }
}

impl<'a> Open<'a> {
    fn of(office: &'a Office<'a>, file: &'a ContentFile, query: &Answers) -> Result<Self, Box<Reply>> {
        let unreadable = |bytes: Option<&[u8]>, why| Box::new(broken::page(office, file, bytes, why));
        let bytes = office
            .editor
            .bytes(&file.path)
            .map_err(|why| unreadable(None, vec![office.said_of_form(&why)]))?;
        // Of a field that stands twice nobody knows which is meant.
        let parts = Paper::of(&file.path, &bytes).ok().filter(|_| !broken::has_field_twice(file, &bytes));
        let parts = parts.and_then(|paper| Some((read(paper.yaml())?, paper)));
        let Some((whole, paper)) = parts else { return Err(unreadable(Some(&bytes), Vec::new())) };
        let types = FieldTypes::of(file.kind);
        let languages = translate::languages_of(office, file);
        let Some(place) = FormPlace::of(query, &types) else {
            return Err(Box::new(office.missing()));
        };
        let model = match (&place, query.get("efter").and_then(|at| at.parse().ok())) {
            (FormPlace::New(_), Some(at)) => copied(&whole, &types, &place, at),
            _ => None,
        };
        Ok(Self {
            office,
            file,
            bytes,
            paper,
            whole,
            types,
            languages,
            place,
            model,
            sheet: KeptSheet::new(),
        })
    }

    /// Is what was sent about what lies there, or is that found elsewhere in what the file has become? A file of other bytes than the form's
    /// may have other items under the same numbers.
    fn find_again(&mut self, sent: &mut SentForm) -> bool {
        let is_there = self.place.is_in(&self.whole, &self.types);
        if !self.place.is_of_an_item() {
            return is_there;
        }
        let is_same = self.office.editor.base(&self.bytes) == sent.base;
        let is_it = sent.sign.is_empty() || self.place.sign(&self.whole, &self.types) == sent.sign;
        if is_there && is_same && is_it {
            return true;
        }
        if sent.sign.is_empty() {
            return false;
        }
        let Some(place) = self.place.found_again(&sent.sign, &self.whole, &self.types) else { return false };
        sent.answers = carried(&sent.answers, &word_of(self.place.way()), &word_of(place.way()));
        self.place = place;
        self.place.is_in(&self.whole, &self.types)
    }

    /// Writes what was filled in, if nothing is wrong with it; `more` is what the address then says.
    fn put(&self, sent: &SentForm, more: &[&str]) -> Reply {
        let (office, body) = (self.office, sent.body.as_deref());
        let new = if sent.what == "remove" { self.removed() } else { self.filled(&sent.answers, body) };
        let text = match new {
            Ok(text) => text,
            Err(why) => return self.again(sent, office.messages.phrase(&why)),
        };
        if !matches!(sent.what.as_str(), "force" | "remove") {
            let errors = self.refused(&text);
            if !errors.is_empty() {
                return self.wrong(sent, errors);
            }
        }
        let part = self.part("");
        // What somebody else has written, and a person has seen and replaces, is kept.
        let aside = (!sent.over.is_empty() && text.as_bytes() != self.bytes)
            .then(|| office.editor.keep_aside(&self.file.path, &self.bytes))
            .flatten();
        let aside = aside.map(|name| format!("undan={name}"));
        let left = if sent.what == "remove" { None } else { self.left_elsewhere(&text) };
        match office.editor.write(&self.file.path, self.bytes.clone(), text.into_bytes()) {
            Ok(()) => {
                office.editor.forget((&self.file.id, &part), &self.sheet);
                if sent.what == "file" {
                    return see(format!("{}/fil?sparat=1{}", self.here(), sent.row));
                }
                let said = aside.as_deref().into_iter().chain(left.as_deref());
                let more: Vec<&str> = more.iter().copied().chain(said).collect();
                see(self.afterwards(&sent.what, &more))
            }
            Err(why) => self.again(sent, office.said_of_form(&why)),
        }
    }

    /// The form as it was filled in, with the palette of its colour, and nothing saved.
    fn colours(&self, sent: &SentForm) -> Reply {
        let written = sent.answers.get("look.colour").map(String::as_str).unwrap_or_default();
        let colours = Some(colours::shown(self.office, self.file.owner(), written));
        let base = Some(sent.base.clone());
        let around = BesideFields { colours, base, over: sent.over.clone(), ..BesideFields::default() };
        self.page(self.answered(&sent.answers), around)
    }

    fn own(&self) -> &str {
        self.languages.first().map_or("sv", String::as_str)
    }

    fn habit(&self) -> Habit<'_> {
        Habit::of(self.paper.yaml(), &self.types, self.office.messages.locale())
    }

    fn group(&self) -> Option<&Value> {
        value_at(&self.whole, &self.types, self.place.way())
    }

    fn form(&self) -> FileForm {
        self.form_of(&self.whole)
    }

    fn form_of(&self, whole: &Value) -> FileForm {
        let desk = Desk { types: &self.types, messages: self.office.messages, languages: &self.languages };
        let group = value_at(whole, &self.types, self.place.way()).or(self.model.as_ref());
        let mut form =
            FileForm::of(&desk, self.place.way(), group).unwrap_or(FileForm { fields: Vec::new() });
        let is_of_hours = |field: &FormField| {
            matches!(field.input, FormInput::Week { .. })
                || matches!(field.id.as_str(), "hours" | "phone_hours")
        };
        let is_list = |field: &FormField| match &field.input {
            FormInput::List { .. } => true,
            FormInput::Group { fields } => {
                fields.iter().any(|inner| matches!(inner.input, FormInput::List { .. }))
            }
            _ => false,
        };
        match self.place {
            // Lists have pages of their own, and so have the hours.
            FormPlace::Whole => form.fields.retain(|field| !is_list(field) && !is_of_hours(field)),
            FormPlace::Hours => form.fields.retain(|field| !is_list(field) && is_of_hours(field)),
            // What is not there yet has no lists: their items' forms would be about nothing. Its id is made of its title.
            FormPlace::New(_) => {
                without_lists(&mut form.fields);
                form.each_mut(&mut |field| field.required &= !field.id.ends_with(".+.id"));
            }
            FormPlace::List(_) | FormPlace::Part(_) => {}
        }
        self.offer(&mut form);
        form
    }

    /// The text of the file as it was filled in.
    fn filled(&self, answers: &Answers, body: Option<&str>) -> Result<String, Phrase> {
        if matches!(self.place, FormPlace::New(_)) {
            return self.with_new(answers);
        }
        let asked = changes(self.habit(), (self.place.way(), self.group()), answers, self.own());
        let mut yaml = apply(self.paper.yaml(), &asked, self.habit())?;
        let is_of_draft =
            |change: &FieldChange| matches!(change, FieldChange::Remove(way) if word_of(way) == "draft");
        if asked.iter().any(is_of_draft) {
            yaml = without_remark(&yaml, &self.office.word("scaffold-news-draft"));
        }
        Ok(self.paper.with(&yaml, body.filter(|_| self.place == FormPlace::Whole)))
    }

    /// The name under which what is typed here is kept: an item's is its own and not its number's.
    fn part(&self, sign: &str) -> String {
        match &self.place {
            FormPlace::Hours => "tider".to_string(),
            place if sign.is_empty() => place.sign(&self.whole, &self.types),
            _ => sign.to_string(),
        }
    }

    fn removed(&self) -> Result<String, Phrase> {
        if !matches!(self.place.way().last(), Some(Seg::Index(_))) {
            return Err(Phrase::new("edit-unsure"));
        }
        let change = FieldChange::Remove(self.place.way().to_vec());
        let yaml = apply(self.paper.yaml(), &[change], self.habit())?;
        Ok(self.paper.with(&yaml, None))
    }

    /// What a build would refuse because of a text: what is wrong with it, else what is wrong with it beside all other files, or becomes wrong
    /// with those.
    fn refused(&self, text: &str) -> Vec<Diagnostic> {
        let own = self.new_errors(text);
        // What the file of the whole site says is of no municipality: a site gets its address before its texts.
        if !own.is_empty() || self.file.kind == Kind::Site {
            return own;
        }
        let change = [(self.file.path.clone(), Some(text.as_bytes().to_vec()))];
        self.office.editor.errors_of(&self.file.path, &change).unwrap_or_default()
    }

    /// What is wrong with a text that was not wrong with the file. An old fault is known by its words: its place moves with every line that
    /// comes before it.
    fn new_errors(&self, text: &str) -> Vec<Diagnostic> {
        let errors = |bytes: &[u8]| -> Vec<Diagnostic> {
            let found = parse::parse(&self.file.path, &self.file.role, bytes).diagnostics;
            found.into_iter().filter(Diagnostic::is_error).collect()
        };
        let mut before = errors(&self.bytes);
        let mut is_new = |found: &Diagnostic| {
            let old = before.iter().position(|old| old.code == found.code && old.args == found.args);
            old.map(|at| before.swap_remove(at)).is_none()
        };
        errors(text.as_bytes()).into_iter().filter(|found| is_new(found)).collect()
    }

    fn here(&self) -> String {
        format!("{PREFIX}f/{}", self.file.id)
    }

    fn query(&self) -> String {
        self.place.query()
    }

    /// The address of this form, with more in its query.
    fn address(&self, more: &[&str]) -> String {
        with_query(self.here() + &self.query(), more)
    }

    /// Where a person goes after saving: to the list, where an item is new or gone.
    fn afterwards(&self, what: &str, more: &[&str]) -> String {
        let more: Vec<&str> = ["sparat=1"].iter().chain(more).copied().collect();
        match self.place.list() {
            Some(list) if what == "remove" || matches!(self.place, FormPlace::New(_)) => {
                with_query(format!("{}?del={}", self.here(), word_of(list)), &more)
            }
            _ => self.address(&more),
        }
    }
}

fn with_query(address: String, more: &[&str]) -> String {
    more.iter().fold(address, |address, one| {
        let sign = if address.contains('?') { '&' } else { '?' };
        format!("{address}{sign}{one}")
    })
}

/// Without the remark of a new file that speaks of the line below it, where that is gone: below it another line would be meant.
fn without_remark(yaml: &str, remark: &str) -> String {
    let lines: Vec<&str> = yaml.split_inclusive('\n').collect();
    let is_it = |line: &&str| line.trim_end().strip_prefix("# ") == Some(remark);
    let Some(at) = lines.iter().position(is_it) else { return yaml.to_string() };
    // Of a blank line before it and one behind it one stays.
    let is_blank = |at: usize| lines.get(at).is_none_or(|line| line.trim().is_empty());
    let from = if at > 0 && is_blank(at - 1) && is_blank(at + 1) { at - 1 } else { at };
    lines.iter().take(from).chain(lines.iter().skip(at + 1)).copied().collect()
}

/// The item at a place of a list as a new one begins that is much like it: without its name in addresses, and what was said of single days.
fn copied(whole: &Value, types: &FieldTypes, place: &FormPlace, at: usize) -> Option<Value> {
    let way: Vec<Seg> = place.list()?.iter().cloned().chain([Seg::Index(at)]).collect();
    let mut item = value_at(whole, types, &way)?.as_mapping()?.clone();
    item.remove("id");
    Some(Value::Mapping(item))
}

fn without_lists(fields: &mut Vec<FormField>) {
    fields.retain_mut(|field| {
        if let FormInput::Group { fields } = &mut field.input {
            without_lists(fields);
        }
        !matches!(field.input, FormInput::List { .. })
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_goes_with_the_line_that_it_speaks_of_and_nothing_else_does() {
        for (before, after) in [
            ("a: b\n\n# X.\n\n# Y\n", "a: b\n\n# Y\n"),
            ("a: b\r\n\r\n# X.\r\nc: d\r\n", "a: b\r\n\r\nc: d\r\n"),
            ("# X.\n", ""),
            ("a: '# X.'\n# X. Mer.\n", "a: '# X.'\n# X. Mer.\n"),
        ] {
            assert_eq!(without_remark(before, "X."), after, "{before:?}");
        }
    }
}
