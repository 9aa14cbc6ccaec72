//! A new news item or page: a few fields become a file, in the names of the person's language.

use std::collections::BTreeSet;

use super::desk::Office;
use super::request::see;
use super::unsaved::Unsaved;
use super::view::{PageOf, TrailStep};
use super::{PREFIX, files, links};
use crate::base::{Code, Fingerprint, LONGEST_NAME, SourcePath, shortened_to, slug_of};
use crate::edit::{Answers, FieldTypes, Given, Habit};
use crate::host::serve::Reply;
use crate::model::file_name_fault;
use crate::model::rules::is_reserved;
use crate::parse::{self, Role, SHARED};
use crate::schema::Kind;

/// So many names are tried for a new text.
const MOST_TRIED: usize = 100;

/// So many of them are tried in a build.
const MOST_BUILT: usize = 5;

/// What can be made, by its word in the address.
fn kind_of(word: &str) -> Option<Kind> {
    Kind::of_name(word).filter(|kind| matches!(kind, Kind::News | Kind::Page))
}

fn owner_of(office: &Office<'_>, owner: &str) -> Option<String> {
    files::owners(&office.editor.root).into_iter().find(|known| known == owner)
}

/// Shows the form: empty, or with what was typed and not saved, where that is asked for. None where there is no such municipality or kind.
pub fn show(office: &Office<'_>, (owner, kind): (&str, &str), query: &Answers) -> Option<Reply> {
    let (owner, kind) = (owner_of(office, owner)?, kind_of(kind)?);
    let typed = typed(office, &here(&owner, kind));
    let is_wanted = query.contains_key("hamta");
    let form = NewForm {
        notice: if is_wanted && typed.is_some() { office.word("edit-fetched") } else { String::new() },
        is_kept: !is_wanted && typed.is_some(),
        sent: typed.filter(|_| is_wanted).unwrap_or_default(),
        summary: Vec::new(),
    };
    Some(page(office, (&owner, kind), &form))
}

/// What a form has beside its words.
#[derive(Default)]
struct NewForm {
    sent: Answers,
    summary: Vec<String>,
    notice: String,
    is_kept: bool,
}

fn page(office: &Office<'_>, (owner, kind): (&str, Kind), form: &NewForm) -> Reply {
    let heading = if kind == Kind::News { "edit-write-news" } else { "edit-write-page" };
    let trail = vec![TrailStep { href: format!("{PREFIX}k/{owner}"), text: office.name_of_owner(owner) }];
    let said = |name: &str| form.sent.get(name).cloned().unwrap_or_default();
    let page = PageOf::new(office.editor, office.messages, &office.word(heading))
        .with("trail", &trail)
        .with("notice", &form.notice)
        .with("summary", &form.summary)
        .with("here", &here(owner, kind))
        .with("kept", &form.is_kept)
        .with("is_news", &(kind == Kind::News))
        .with("title", &said("title"))
        .with("lead", &said("lead"))
        .with("body", &said("_body"))
        .with("spots", &links::spots(office, owner))
        .with("draft", &(form.sent.is_empty() || form.sent.contains_key("draft")));
    page.reply("new.html", if form.summary.is_empty() { 200 } else { 422 })
}

fn here(owner: &str, kind: Kind) -> String {
    format!("{PREFIX}ny/{owner}/{}", if kind == Kind::News { "news" } else { "page" })
}

/// By which what is typed and not saved in the form of an address is known.
fn unsaved_id(here: &str) -> String {
    format!("ny-{}", Fingerprint::of(here.as_bytes()))
}

/// What was typed in the form of an address and not saved.
pub fn typed(office: &Office<'_>, here: &str) -> Option<Answers> {
    let typed = office.editor.kept(&unsaved_id(here), "").map(|kept| kept.answers);
    typed.filter(|typed| typed.values().any(|text| !text.trim().is_empty()))
}

/// Forgets it.
pub fn forget(office: &Office<'_>, here: &str) {
    office.editor.forget(&unsaved_id(here), "");
}

/// What is asked while a person types: to keep what there is, or to throw it away. None where the form was sent to be saved.
pub fn while_typing(office: &Office<'_>, here: &str, sent: &Answers) -> Option<Reply> {
    match sent.get("_do").map(String::as_str) {
        Some("keep") => {
            let is_of_form = |name: &String| name == "_body" || !name.starts_with('_');
            let answers = sent.iter().filter(|(name, _)| is_of_form(name));
            let answers = answers.map(|(name, text)| (name.clone(), text.clone())).collect();
            let kept = Unsaved { base: String::new(), way: String::new(), answers };
            Some(office.editor.keep(&unsaved_id(here), "", &kept))
        }
        Some("forget") => {
            forget(office, here);
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
    match made(office, (&owner, kind), sent) {
        Ok(path) => {
            forget(office, &here);
            let id = files::ContentFile::id_of(&path)?;
            // A picture is put into a file that is there.
            let is_for_file = sent.get("_do").is_some_and(|does| does == "file");
            Some(see(match (is_for_file, row_of(sent)) {
                (true, row) => format!("{PREFIX}f/{id}/fil?sparat=1{row}"),
                _ => format!("{PREFIX}f/{id}?sparat=1"),
            }))
        }
        Err(summary) => {
            let form = NewForm { sent: sent.clone(), summary, ..NewForm::default() };
            Some(page(office, (&owner, kind), &form))
        }
    }
}

fn made(office: &Office<'_>, (owner, kind): (&str, Kind), sent: &Answers) -> Result<SourcePath, Vec<String>> {
    let title = sent.get("title").map_or("", |title| title.trim());
    if title.is_empty() {
        return Err(vec![office.word("edit-no-title")]);
    }
    let text = text_of(office, kind, sent);
    let path = free_path(office, (owner, kind), (title, &text));
    let role = Role::of(&path).ok_or_else(|| vec![office.word("edit-missing-text")])?;
    let found = parse::parse(&path, &role, text.as_bytes()).diagnostics;
    let errors: Vec<String> =
        found.iter().filter(|found| found.is_error()).map(|found| office.said(found)).collect();
    if !errors.is_empty() {
        return Err(errors);
    }
    office.editor.make(&path, text.into_bytes()).map_err(|why| vec![office.said(&why)])?;
    Ok(path)
}

/// Where a new text lies: under a name made of its title that no other has, that every system can have, and that a build finds nothing wrong
/// with.
fn free_path(office: &Office<'_>, (owner, kind): (&str, Kind), (title, text): (&str, &str)) -> SourcePath {
    let today = office.editor.today();
    let (folder, before) = match kind {
        Kind::News => ("news", format!("{today}-")),
        _ => ("pages", String::new()),
    };
    let name = match slug_of(title) {
        // A title in other letters than ours.
        slug if slug.is_empty() && kind == Kind::News => "nyhet".to_string(),
        slug if slug.is_empty() => "ny-sida".to_string(),
        slug => shortened_to(&slug, LONGEST_NAME - "2026-01-01--99".len()).to_string(),
    };
    let taken = taken(office, (owner, kind));
    let path = |name: &str| SourcePath::new(&format!("content/{owner}/{folder}/{name}.md"));
    let has_place = |name: &String| {
        let path = path(name);
        let is_sound = Role::of(&path).is_some_and(|role| file_name_fault(&path, &role).is_none());
        is_sound && !taken.contains(name) && !(kind == Kind::Page && is_reserved(name))
    };
    let is_sound = |name: &String| {
        let path = path(name);
        let change = [(path.clone(), Some(text.as_bytes().to_vec()))];
        let found = office.editor.errors_of(&path, &change).unwrap_or_default();
        !found.iter().any(|found| found.file.as_ref() != Some(&path) || is_of_name(found.code))
    };
    let numbered = (2..MOST_TRIED).map(|number| format!("{before}{name}-{number}"));
    let mut names = [format!("{before}{name}")].into_iter().chain(numbered).filter(has_place);
    let first = names.next().unwrap_or_else(|| format!("{before}{name}"));
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
        taken.extend(owners.iter().flat_map(|owner| files::languages(root, owner)));
        if owner == SHARED {
            taken.extend(owners);
        }
    }
    taken
}

fn text_of(office: &Office<'_>, kind: Kind, sent: &Answers) -> String {
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
    if sent.contains_key("draft") {
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
