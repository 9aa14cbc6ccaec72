//! A new news item or page: a few fields become a file, in the names of the person's language.

use std::collections::BTreeSet;

use super::desk::Office;
use super::prefix::{self, DOOR};
use super::preview::PreviewPane;
use super::request::see;
use super::unsaved::{KeptSheet, Unsaved, word_of};
use super::view::{PageOf, TrailStep};
use super::{PREFIX, files, links};
use crate::base::{Code, Diagnostic, Fingerprint, LONGEST_NAME, SourcePath, shortened_to, slug_of};
use crate::edit::{Answers, FieldTypes, Given, Habit};
use crate::host::serve::Reply;
use crate::model::{NameOf, file_name_fault, is_reserved};
use crate::parse::{self, Role, SHARED};
use crate::schema::Kind;

/// So many names are tried for a new text.
const MOST_TRIED: usize = 100;

/// So many characters of what was typed are shown, where somebody must know which text it was.
const MOST_SHOWN: usize = 80;

/// So many of them are tried in a build.
const MOST_BUILT: usize = 5;

/// What can be made, by its word in the address.
fn kind_of(word: &str) -> Option<Kind> {
    Kind::of_name(word).filter(|kind| matches!(kind, Kind::News | Kind::Page))
}

fn owner_of(office: &Office<'_>, owner: &str) -> Option<String> {
    files::owners(&office.editor.root).into_iter().find(|known| known == owner)
}

/// What is wrong with a new text, and with which field.
#[derive(Clone, Debug, serde::Serialize)]
pub struct NewFault {
    /// The field.
    pub id: String,
    /// What is wrong.
    pub text: String,
}

/// How something new will look, of what stands in its form.
#[derive(Default)]
pub struct NewLook {
    /// The page; none where it was not asked for.
    pub pane: Option<PreviewPane>,
    /// What is said where there is no page.
    pub note: String,
    /// What keeps it from being shown.
    pub faults: Vec<NewFault>,
    /// Is something wrong with the name that its file would have?
    is_of_name: bool,
}

/// Shows the form: empty, or with what was typed and not saved, where that is asked for. None where there is no such municipality or kind.
pub fn show(office: &Office<'_>, (owner, kind): (&str, &str), query: &Answers) -> Option<Reply> {
    let (owner, kind) = (owner_of(office, owner)?, kind_of(kind)?);
    let (kept, sent, is_fetched) = typed(office, &here(&owner, kind), query);
    let notice = if is_fetched { office.word("edit-fetched") } else { String::new() };
    let form = NewForm { notice, kept, sent, ..NewForm::default() };
    Some(page(office, (&owner, kind), &form))
}

/// What a form has beside its words.
#[derive(Default)]
struct NewForm {
    sent: Answers,
    summary: Vec<NewFault>,
    notice: String,
    kept: Vec<TypedText>,
    /// May it be saved as a draft, which lacks something yet?
    may_draft: bool,
    /// May it be saved although something is wrong?
    may_force: bool,
    look: NewLook,
}

fn page(office: &Office<'_>, (owner, kind): (&str, Kind), form: &NewForm) -> Reply {
    let heading = if kind == Kind::News { "edit-write-news" } else { "edit-write-page" };
    let trail = vec![TrailStep { href: format!("{PREFIX}k/{owner}"), text: office.name_of_owner(owner) }];
    let said = |name: &str| form.sent.get(name).cloned().unwrap_or_default();
    let faults: Vec<&NewFault> = form.summary.iter().chain(&form.look.faults).collect();
    let at = |id: &str| -> Vec<&str> {
        faults.iter().filter(|fault| fault.id == id).map(|fault| fault.text.as_str()).collect()
    };
    let page = PageOf::new(office.editor, office.messages, &office.word(heading))
        .with("trail", &trail)
        .with("notice", &form.notice)
        .with("summary", &faults)
        .with("is_preview", &form.look.pane.is_some())
        .with("here", &here(owner, kind))
        .with("kept", &form.kept)
        .with("sheet", KeptSheet::of(&form.sent).word())
        .with("goes_on", &KeptSheet::of(&form.sent).field())
        .with("may_draft", &form.may_draft)
        .with("may_force", &form.may_force)
        .with("pane", &form.look.pane)
        .with("pane_note", &form.look.note)
        .with("is_news", &(kind == Kind::News))
        .with("title", &said("title"))
        .with("title_errors", &at("title"))
        .with("lead", &said("lead"))
        .with("lead_errors", &at("lead"))
        .with("body", &said("_body"))
        .with("body_errors", &at("body"))
        .with("spots", &links::spots(office, owner))
        .with("draft", &(!form.sent.keys().any(is_of_form) || form.sent.contains_key("draft")));
    page.reply("new.html", if faults.is_empty() { 200 } else { 422 })
}

/// Something new as it will be, of a text that is in no file yet. `fault` says with which field something is wrong.
pub fn look(
    office: &Office<'_>,
    (path, text): (&SourcePath, &str),
    sent: &Answers,
    fault: &dyn Fn(&Diagnostic) -> NewFault,
) -> NewLook {
    let asked = (office.site, word_of_pane(sent));
    let Some((pane, made)) = office.editor.make_preview((path, text.as_bytes()), asked) else {
        return no_look(office, sent, "edit-preview-waiting");
    };
    let note = if pane.address.is_empty() && made.errors.is_empty() { "edit-preview-none" } else { "" };
    let is_own = |found: &Diagnostic| found.file.as_ref() == Some(path);
    let told = |found: &Diagnostic| if is_own(found) { fault(found) } else { fault_elsewhere(office, found) };
    let note = if note.is_empty() { String::new() } else { office.word(note) };
    let is_of_name = made.errors.iter().any(|found| is_of_name(found.code));
    NewLook { pane: Some(pane), note, faults: made.errors.iter().map(told).collect(), is_of_name }
}

/// What is wrong with another file.
fn fault_elsewhere(office: &Office<'_>, found: &Diagnostic) -> NewFault {
    let file = found.file.as_ref().map(ToString::to_string).unwrap_or_default();
    NewFault { id: String::new(), text: format!("{file}: {}", office.said_of_form(found)) }
}

/// Nothing to look at yet, and why; a page that was made before stays.
pub fn no_look(office: &Office<'_>, sent: &Answers, why: &str) -> NewLook {
    let held = office.editor.pane_of((office.site, word_of_pane(sent)));
    NewLook { pane: Some(held.unwrap_or_default()), note: office.word(why), ..NewLook::default() }
}

/// The word of the preview that a form has.
fn word_of_pane(sent: &Answers) -> &str {
    sent.get("_visa").map(String::as_str).unwrap_or_default()
}

fn here(owner: &str, kind: Kind) -> String {
    format!("{PREFIX}ny/{owner}/{}", if kind == Kind::News { "news" } else { "page" })
}

/// By which what is typed and not saved in the form of an address is known, in each process of the editor.
fn unsaved_id(here: &str) -> String {
    let (_, path) = prefix::parted(here).unwrap_or_default();
    format!("ny-{}", Fingerprint::of(format!("{DOOR}{path}").as_bytes()))
}

/// A text that was typed in the form of something new and waits for an answer.
#[derive(Clone, Debug, serde::Serialize)]
pub struct TypedText {
    word: String,
    /// Where it is fetched, as the value of the query.
    fetch: String,
    /// What it begins with.
    what: String,
}

/// What was typed in the form of an address and not saved, what a form that is opened now begins with, and whether that was fetched.
pub fn typed(office: &Office<'_>, here: &str, query: &Answers) -> (Vec<TypedText>, Answers, bool) {
    let mut kept = office.editor.kept((&unsaved_id(here), ""));
    let wanted = query.get("hamta").map(|word| word_of(word));
    let at = wanted.and_then(|wanted| kept.iter().position(|(word, _)| *word == wanted));
    let fetched = at.map(|at| kept.remove(at));
    let sheet =
        fetched.as_ref().map_or_else(KeptSheet::new, |(word, unsaved)| KeptSheet::after(word, unsaved));
    let is_fetched = fetched.is_some();
    let mut begins = fetched.map(|(_, unsaved)| unsaved.answers).unwrap_or_default();
    begins.insert("_ark".to_string(), sheet.word().to_string());
    begins.insert("_efter".to_string(), sheet.field());
    let text = |(word, unsaved): (String, Unsaved)| {
        let said = ["title", "name", "lead", "_body"].iter().filter_map(|name| unsaved.answers.get(*name));
        let first = said.filter_map(|text| text.lines().map(str::trim).find(|line| !line.is_empty())).next();
        let what = first.unwrap_or_default().chars().take(MOST_SHOWN).collect();
        TypedText { fetch: if word.is_empty() { "1".to_string() } else { word.clone() }, word, what }
    };
    (kept.into_iter().map(text).collect(), begins, is_fetched)
}

/// Forgets what a form of an address kept.
pub fn forget(office: &Office<'_>, here: &str, sent: &Answers) {
    office.editor.forget((&unsaved_id(here), ""), &KeptSheet::of(sent));
}

fn is_of_form(name: &String) -> bool {
    name == "_body" || !name.starts_with('_')
}

/// Keeps what is typed in the form of an address until it is saved.
pub fn keep(office: &Office<'_>, here: &str, sent: &Answers) -> Reply {
    let answers = sent.iter().filter(|(name, _)| is_of_form(name));
    let answers: Answers = answers.map(|(name, text)| (name.clone(), text.clone())).collect();
    let (id, sheet) = (unsaved_id(here), KeptSheet::of(sent));
    // A draft is what each new text is.
    let is_typed = answers.iter().any(|(name, text)| name != "draft" && !text.trim().is_empty());
    if !is_typed {
        return office.editor.keep_nothing((&id, ""), &sheet);
    }
    let unsaved = Unsaved { base: String::new(), way: String::new(), answers };
    office.editor.keep((&id, ""), &sheet, &unsaved)
}

/// What is asked while a person types: to keep what there is, or to throw it away. None where the form was sent to be saved.
pub fn while_typing(office: &Office<'_>, here: &str, sent: &Answers) -> Option<Reply> {
    match sent.get("_do").map(String::as_str) {
        Some("keep") => Some(keep(office, here, sent)),
        Some("forget") => {
            forget(office, here, sent);
            Some(see(here.to_string()))
        }
        _ => None,
    }
}

/// The line of the text that the mark stood in, as the end of a query.
pub fn row_of(sent: &Answers) -> String {
    let row = sent.get("_rad").and_then(|row| row.parse::<usize>().ok());
    row.map(|row| format!("&rad={row}")).unwrap_or_default()
}

/// Makes the file, and goes to its form.
pub fn make(office: &Office<'_>, (owner, kind): (&str, &str), sent: &Answers) -> Option<Reply> {
    let (owner, kind) = (owner_of(office, owner)?, kind_of(kind)?);
    let here = here(&owner, kind);
    if let Some(reply) = while_typing(office, &here, sent) {
        return Some(reply);
    }
    let what = sent.get("_do").map(String::as_str).unwrap_or_default();
    let mut sent = sent.clone();
    if what == "preview" {
        let look = look_of(office, (&owner, kind), &sent);
        return Some(page(office, (&owner, kind), &NewForm { sent, look, ..NewForm::default() }));
    }
    if what == "draft" {
        sent.insert("draft".to_string(), "true".to_string());
    }
    match made(office, (&owner, kind), &sent) {
        Ok(path) => {
            forget(office, &here, &sent);
            let id = files::ContentFile::id_of(&path)?;
            // A picture is put into a file that is there.
            Some(see(match (what == "file", row_of(&sent)) {
                (true, row) => format!("{PREFIX}f/{id}/fil?sparat=1{row}"),
                _ => format!("{PREFIX}f/{id}?sparat=1"),
            }))
        }
        Err(form) => {
            // What was written is not lost, whatever becomes of the page that says why it is in no file yet.
            keep(office, &here, &sent);
            Some(page(office, (&owner, kind), &NewForm { sent, ..form }))
        }
    }
}

fn title_of(sent: &Answers) -> &str {
    sent.get("title").map_or("", |title| title.trim())
}

fn made(office: &Office<'_>, (owner, kind): (&str, Kind), sent: &Answers) -> Result<SourcePath, NewForm> {
    let refused = |id: &str, text: String| NewForm {
        summary: vec![NewFault { id: id.to_string(), text }],
        ..NewForm::default()
    };
    let title = title_of(sent);
    if title.is_empty() {
        return Err(refused("title", office.word("edit-no-title")));
    }
    let is_draft = sent.contains_key("draft");
    let text = text_of(office, kind, sent, is_draft);
    let path = free_path(office, (owner, kind), (title, &text));
    let role = Role::of(&path).ok_or_else(|| refused("", office.word("edit-missing-text")))?;
    let errors = |text: &str| -> Vec<Diagnostic> {
        let found = parse::parse(&path, &role, text.as_bytes()).diagnostics;
        found.into_iter().filter(Diagnostic::is_error).collect()
    };
    let of_text = errors(&text);
    let may_draft = !of_text.is_empty() && !is_draft && errors(&text_of(office, kind, sent, true)).is_empty();
    let is_forced = sent.get("_do").is_some_and(|does| does == "force");
    // What is well by itself may name what there is not.
    let found = if of_text.is_empty() && !is_forced {
        let change = [(path.clone(), Some(text.clone().into_bytes()))];
        office.editor.errors_of(&path, &change).unwrap_or_default()
    } else {
        of_text
    };
    if !found.is_empty() && !is_forced {
        let of_own = |found: &Diagnostic| found.file.as_ref().is_none_or(|file| *file == path);
        let told = |found: &Diagnostic| {
            if of_own(found) { fault(office, found) } else { fault_elsewhere(office, found) }
        };
        let summary = found.iter().map(told).collect();
        return Err(NewForm { summary, may_draft, may_force: !may_draft, ..NewForm::default() });
    }
    let made = office.editor.make(&path, text.into_bytes());
    made.map_err(|why| refused("", office.said_of_form(&why)))?;
    Ok(path)
}

/// What is wrong with a new text, and the field that it is wrong with.
fn fault(office: &Office<'_>, found: &Diagnostic) -> NewFault {
    let field = found.at.path().and_then(|way| way.first()?.key().map(str::to_string));
    let label = match field.as_deref() {
        Some("title") => Some("edit-new-title"),
        Some("lead") => Some("edit-new-lead"),
        _ => None,
    };
    let text = match label {
        Some(label) if matches!(found.code, Code::MissingField | Code::EmptyText) => {
            office.messages.text("edit-field-missing", &[("field", &office.word(label))])
        }
        _ => office.said_of_form(found),
    };
    NewFault { id: field.unwrap_or_else(|| "body".to_string()), text }
}

/// The text as it will be, with what is filled in and in no file yet.
fn look_of(office: &Office<'_>, (owner, kind): (&str, Kind), sent: &Answers) -> NewLook {
    let title = title_of(sent);
    if title.is_empty() {
        return no_look(office, sent, "edit-preview-no-title");
    }
    let text = text_of(office, kind, sent, sent.contains_key("draft"));
    // A page that follows what is typed has no time for a build that looks for a name, and seldom needs one.
    let path = likely_path(office, (owner, kind), title);
    let first = look(office, (&path, &text), sent, &|found| fault(office, found));
    if !first.is_of_name {
        return first;
    }
    let path = free_path(office, (owner, kind), (title, &text));
    look(office, (&path, &text), sent, &|found| fault(office, found))
}

/// The names that a new text can have, each free and one that every system can have.
fn names(office: &Office<'_>, (owner, kind): (&str, Kind), title: &str) -> impl Iterator<Item = String> {
    let before = match kind {
        Kind::News => format!("{}-", office.editor.today()),
        _ => String::new(),
    };
    let name = match slug_of(title) {
        // A title in other letters than ours.
        slug if slug.is_empty() && kind == Kind::News => "nyhet".to_string(),
        slug if slug.is_empty() => "ny-sida".to_string(),
        slug => shortened_to(&slug, LONGEST_NAME - "2026-01-01--99".len()).to_string(),
    };
    let (taken, owner) = (taken(office, (owner, kind)), owner.to_string());
    let languages = files::languages_among(&office.editor.root, &owner);
    let has_place = move |name: &String| {
        let path = path_of((&owner, kind), name);
        let is_sound = Role::of(&path).is_some_and(|role| file_name_fault(&path, &role).is_none());
        is_sound
            && !taken.contains(name)
            && !(kind == Kind::Page && is_reserved(name, NameOf::page_of(&owner), &languages))
    };
    let first = format!("{before}{name}");
    let numbered = (2..MOST_TRIED).map(move |number| format!("{before}{name}-{number}"));
    [first].into_iter().chain(numbered).filter(has_place)
}

fn path_of((owner, kind): (&str, Kind), name: &str) -> SourcePath {
    let folder = if kind == Kind::News { "news" } else { "pages" };
    SourcePath::new(&format!("content/{owner}/{folder}/{name}.md"))
}

/// Where a new text most likely lies.
fn likely_path(office: &Office<'_>, (owner, kind): (&str, Kind), title: &str) -> SourcePath {
    path_of((owner, kind), &names(office, (owner, kind), title).next().unwrap_or_default())
}

/// Where a new text lies: under a name made of its title that no other has, and that a build finds nothing wrong with.
fn free_path(office: &Office<'_>, (owner, kind): (&str, Kind), (title, text): (&str, &str)) -> SourcePath {
    let path = |name: &str| path_of((owner, kind), name);
    let is_sound = |name: &String| {
        let path = path(name);
        let change = [(path.clone(), Some(text.as_bytes().to_vec()))];
        let found = office.editor.errors_of(&path, &change).unwrap_or_default();
        !found.iter().any(|found| found.file.as_ref() != Some(&path) || is_of_name(found.code))
    };
    let mut names = names(office, (owner, kind), title);
    let first = names.next().unwrap_or_default();
    let sound = if is_sound(&first) { None } else { names.take(MOST_BUILT).find(is_sound) };
    path(&sound.unwrap_or(first))
}

/// Is it a fault of where a file lies, and of nothing in it? So is each that another file has all at once.
fn is_of_name(code: Code) -> bool {
    matches!(code, Code::BadName | Code::Clash | Code::ReservedName | Code::ForbiddenName | Code::NameTooLong)
}

/// The names that a new text cannot have: those of texts that it would be shown beside, and what addresses have already.
fn taken(office: &Office<'_>, (owner, kind): (&str, Kind)) -> BTreeSet<String> {
    let root = &office.editor.root;
    let owners = files::owners(root);
    let beside = owners.iter().filter(|other| *other == owner || owner == SHARED || *other == SHARED);
    let files = beside.flat_map(|owner| files::of_owner(root, owner)).filter(|file| file.kind == kind);
    let name = |path: &SourcePath| path.stem().split('.').next().unwrap_or_default().to_lowercase();
    let mut taken: BTreeSet<String> = files.map(|file| name(&file.path)).collect();
    if kind == Kind::Page {
        // A shared page lies beside the municipalities' folders.
        taken.extend(owners.into_iter().filter(|_| owner == SHARED));
    }
    taken
}

fn text_of(office: &Office<'_>, kind: Kind, sent: &Answers, is_draft: bool) -> String {
    let types = FieldTypes::of(kind);
    let habit = Habit::of("", &types, office.messages.locale());
    let said = |name: &str| sent.get(name).map(|text| text.trim().replace("\r\n", "\n")).unwrap_or_default();
    let mut yaml = String::new();
    for name in ["title", "lead"] {
        let line = said(name).split_whitespace().collect::<Vec<_>>().join(" ");
        if !line.is_empty() {
            yaml.push_str(&crate::edit::line(&habit.name(types.root(), name), &Given::Text(line), 0, "\n"));
        }
    }
    if is_draft {
        let yes = if habit.swedish { "ja" } else { "true" };
        yaml.push_str(&crate::edit::line(
            &habit.name(types.root(), "draft"),
            &Given::Bare(yes.to_string()),
            0,
            "\n",
        ));
    }
    let body = said("_body");
    let body = if body.is_empty() { body } else { format!("\n{body}\n") };
    format!("---\n{yaml}---\n{body}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_before_the_program_was_started_again_is_known_after() {
        let of = |digit: &str, path: &str| unsaved_id(&format!("/redigera-{}/{path}", digit.repeat(32)));
        assert_eq!(of("0", "ny/alfa/news"), of("f", "ny/alfa/news"));
        assert_ne!(of("0", "ny/alfa/news"), of("0", "ny/alfa/page"));
        // As versions named it whose path was always the same.
        let before = format!("ny-{}", Fingerprint::of(b"/redigera/ny/alfa/news"));
        assert_eq!(of("0", "ny/alfa/news"), before);
    }
}
