//! From a request to the page that answers it. Who has no key sees nothing, and who has no word of a form writes nothing.

use super::begin::{self, Beginning};
use super::bring::{self, BringPlace};
use super::desk::Office;
use super::prefix;
use super::request::{fields, is_same, let_in, see};
use super::view::{self, PageOf};
use super::{
    Editor, PREFIX, away, colours, files, forms, fresh, others, parcel, publish, tasks, unseen, upload,
};
use crate::edit::Answers;
use crate::host::change::is_overtaken;
use crate::host::serve::{Question, Reply};

/// Answers a request. A page that would leave out what could not be looked at is not shown; one that holds what somebody typed is.
pub fn answer(editor: &Editor, question: &Question) -> Reply {
    unseen::begin();
    let reply = answer_to(editor, question);
    match unseen::noted() {
        Some(found) if !question.writes && reply.location.is_none() => {
            let office = Office::new(editor, &question.site);
            let lines = [office.said_of_form(&found)];
            let start = PREFIX.to_string();
            Reply { status: 500, ..office.message("edit-unseen", &lines, Some(&start)) }
        }
        // Its file was not found, but may be there.
        Some(_) if question.writes && reply.status == 404 && !parcel::is_parcel(&question.content_type) => {
            given_back(editor, question, true)
        }
        _ => reply,
    }
}

fn answer_to(editor: &Editor, question: &Question) -> Reply {
    let (_, path) = prefix::parted(&question.path).unwrap_or_default();
    if let Some(file) = view::file(path).filter(|_| !question.writes) {
        return file;
    }
    let query = fields(&question.query);
    if let Some(key) = query.get("nyckel").filter(|_| path.is_empty() && !question.writes) {
        return if editor.lets_in(key) {
            let_in(question, &editor.secrets.cookie, &PREFIX.to_string())
        } else {
            locked(editor, question)
        };
    }
    let is_in = editor.has_let_in(question);
    if !is_in {
        // A file is not given back: it still lies where it was chosen.
        let is_form = question.writes && !parcel::is_parcel(&question.content_type);
        return if is_form { given_back(editor, question, is_in) } else { locked(editor, question) };
    }
    if !question.writes {
        return shown(Office::new(editor, &question.site), path, &query);
    }
    if parcel::is_parcel(&question.content_type) {
        return brought(Office::new(editor, &question.site), path, question);
    }
    let Ok(sent) = std::str::from_utf8(&question.body).map(fields) else { return locked(editor, question) };
    if !sent.get("_form").is_some_and(|word| is_same(word, &editor.secrets.form)) {
        return given_back(editor, question, is_in);
    }
    written(Office::new(editor, &question.site), path, &query, &sent)
}

fn shown(office: Office<'_>, path: &str, query: &Answers) -> Reply {
    let editor = office.editor;
    let parts: Vec<&str> = path.split('/').collect();
    let page = match parts.as_slice() {
        [""] => Some(office.start(query, &tasks::doors(&office))),
        ["k", owner] => office.municipality(owner, begin::is_example(&office, owner), query),
        ["f", id] => files::of_id(editor, id).map(|file| forms::show(&office, &file, query)),
        ["f", id, "fil"] => files::of_id(editor, id).and_then(|file| upload::show(&office, &file, query)),
        ["f", id, "ta-ner"] => files::of_id(editor, id).and_then(|file| away::show(&office, &file)),
        ["farger", owner] => colours::show(&office, owner, query),
        [.., "hamta"] => bring_place(&office, &parts).map(|place| bring::show(&office, &place)),
        ["publicera"] => Some(publish::show(&office, query)),
        ["kopia", id] => files::of_id(editor, id).and_then(|file| others::show(&office, &file)),
        ["gor", task] => tasks::show(&office, task, query),
        ["ny-kommun"] | ["ny", _, "centre"] => {
            Beginning::of(&office, &parts).map(|beginning| begin::show(&office, &beginning, query))
        }
        ["ny", owner, kind] => fresh::show(&office, (owner, kind), query),
        _ => None,
    };
    page.unwrap_or_else(|| office.missing())
}

/// Where something is brought in from another program.
fn bring_place(office: &Office<'_>, parts: &[&str]) -> Option<BringPlace> {
    match parts {
        ["f", id, "hamta"] => files::of_id(office.editor, id).and_then(BringPlace::of_file),
        ["ny", owner, kind, "hamta"] => BringPlace::of_texts(office, owner, kind),
        _ => None,
    }
}

/// A form that brings a file.
fn brought(office: Office<'_>, path: &str, question: &Question) -> Reply {
    let editor = office.editor;
    let parts = parcel::parts(&question.content_type, &question.body).unwrap_or_default();
    let word =
        parts.iter().find(|part| part.name == "_form").and_then(|part| str::from_utf8(part.bytes).ok());
    if !word.is_some_and(|word| is_same(word, &editor.secrets.form)) {
        return locked(editor, question);
    }
    if bring::is_for(path) {
        let parts: Vec<&str> = path.split('/').collect();
        let place = bring_place(&office, &parts);
        let page = place.and_then(|place| bring::look(&office, &place, question));
        return page.unwrap_or_else(|| office.missing());
    }
    let file = path.strip_prefix("f/").and_then(|rest| rest.strip_suffix("/fil"));
    let file = file.and_then(|id| files::of_id(editor, id));
    let page = file.and_then(|file| upload::take(&office, &file, question));
    page.unwrap_or_else(|| office.missing())
}

fn written(office: Office<'_>, path: &str, query: &Answers, sent: &Answers) -> Reply {
    let editor = office.editor;
    let parts: Vec<&str> = path.split('/').collect();
    let page = match parts.as_slice() {
        ["angra"] => Some(match editor.take_back() {
            Ok(true) => see(format!("{PREFIX}?angrat=1")),
            Ok(false) => see(PREFIX.to_string()),
            Err(why) => {
                let mut lines = vec![office.said_of_form(&why)];
                if is_overtaken(&why) {
                    lines.push(office.word("edit-not-undone-next"));
                }
                office.message("edit-not-undone", &lines, Some(&PREFIX.to_string()))
            }
        }),
        ["f", id] => files::of_id(editor, id).map(|file| forms::save(&office, &file, (query, sent))),
        ["f", id, "ta-ner"] => files::of_id(editor, id).and_then(|file| away::take(&office, &file, sent)),
        ["f", id, "oversatt"] => {
            files::of_id(editor, id).and_then(|file| forms::translate(&office, &file, sent))
        }
        [.., "hamta"] => bring_place(&office, &parts).map(|place| bring::write(&office, &place, sent)),
        ["publicera"] => publish::act(&office, sent),
        ["kopia", id] => files::of_id(editor, id).and_then(|file| others::act(&office, &file, sent)),
        ["k", owner, "ta-bort-exemplet"] => begin::remove_example(&office, owner),
        ["ny-kommun"] | ["ny", _, "centre"] => {
            Beginning::of(&office, &parts).map(|beginning| begin::make(&office, &beginning, sent))
        }
        ["ny", owner, kind] => fresh::make(&office, (owner, kind), sent),
        _ => None,
    };
    page.unwrap_or_else(|| office.missing())
}

/// Where a page lies for whom has no key: where they asked for it. They are not told where the editor is.
fn as_asked(question: &Question) -> &str {
    prefix::parted(&question.path).map_or(prefix::DOOR, |(place, _)| place)
}

/// Said to whom has no key: nothing of the site, and no word that writes.
fn locked(editor: &Editor, question: &Question) -> Reply {
    let messages = &editor.messages;
    let page = PageOf::new(editor, messages, &messages.text("edit-locked", &[]))
        .with("prefix", as_asked(question))
        .with("form_word", "")
        .with("saved", &0);
    page.with("lines", &[messages.text("edit-locked-text", &[])]).with("back", "").reply("message.html", 403)
}

/// Said to whom has no key, or one of before, and has sent a form: nothing of the site, but what was typed, so that it can be sent again.
fn given_back(editor: &Editor, question: &Question, is_in: bool) -> Reply {
    let Ok(sent) = std::str::from_utf8(&question.body).map(fields) else { return locked(editor, question) };
    let field = |(name, text): (&String, &String)| {
        let is_of_person = !name.starts_with('_') || name == "_body";
        SentField {
            name: name.clone(),
            text: text.clone(),
            is_typed: is_of_person && !text.trim().is_empty(),
        }
    };
    let typed: Vec<SentField> = sent.iter().filter(|(name, _)| *name != "_form").map(field).collect();
    let is_typed = typed.iter().any(|field| field.is_typed);
    // What the script asks for is no page that anybody sees.
    if !is_typed || matches!(sent.get("_do").map(String::as_str), Some("keep" | "preview")) {
        return locked(editor, question);
    }
    let messages = &editor.messages;
    let (heading, text) =
        if is_in { ("edit-again", "edit-again-text") } else { ("edit-locked", "edit-locked-typed") };
    let query = if question.query.is_empty() { String::new() } else { format!("?{}", question.query) };
    let page = PageOf::new(editor, messages, &messages.text(heading, &[]))
        .with("prefix", as_asked(question))
        .with("saved", &0)
        .with("lines", &[messages.text(text, &[])])
        .with("here", &format!("{}{query}", question.path))
        .with("sent", &typed);
    let page = if is_in { page } else { page.with("form_word", "") };
    page.reply("again.html", 403)
}

/// A field that was sent.
#[derive(serde::Serialize)]
struct SentField {
    name: String,
    text: String,
    /// Did a person type it?
    is_typed: bool,
}
