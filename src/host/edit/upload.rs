//! A picture or a document that comes with a form: looked at, written anew where it is a picture, and put into the text that it is for.
//!
//! A picture is decoded whole, so that what is none is refused, and written without what it says of its maker and turned as it was held
//! ([`images::published`]), as a build publishes it. A document is one of the kinds that a build takes. The name is made anew: of what was sent
//! only letters and digits are left. The file and the text that shows it are one saving.

use super::desk::Office;
use super::files::{self, ContentFile};
use super::parcel::{self, ParcelPart};
use super::request::see;
use super::save::SavedFile;
use super::view::PageOf;
use super::{Editor, PREFIX};
use crate::base::{SourcePath, allowed, forbidden, shortened, slug_of};
use crate::edit::{Answers, FieldTypes, Habit, Paper, apply, changes, made, read, value_at, way_of};
use crate::edit::{FieldChange, word_of};
use crate::host::change;
use crate::host::serve::{Question, Reply};
use crate::parse::picture;
use crate::parse::{self, attachment};
use crate::render::images;
use crate::schema::Kind;

/// The most that a request brings: the largest file, and the form around it.
pub const MOST_BYTES: usize = picture::MAX_BYTES + 64 * 1024;

/// Does a request to this path bring a file?
pub fn is_for(path: &str) -> bool {
    path.ends_with("/fil")
}

/// Can a file be put into this one?
pub fn can_have(file: &ContentFile) -> bool {
    matches!(file.kind, Kind::News | Kind::Page | Kind::Centre)
}

/// A file that was looked at.
struct Brought {
    /// Its folder within the municipality's: `images` or `files`.
    folder: &'static str,
    name: String,
    bytes: Vec<u8>,
}

/// What was filled in.
#[derive(Default, serde::Serialize)]
struct UploadForm {
    kind: String,
    alt: String,
    decorative: bool,
    top: bool,
    text: String,
    /// The line of the text that it goes below; empty for the end of the text.
    row: String,
    /// Was the text saved on the way here?
    saved: bool,
}

/// What is wrong, and with which field.
#[derive(serde::Serialize)]
struct FaultRow {
    id: &'static str,
    text: String,
}

/// Shows the forms.
pub fn show(office: &Office<'_>, file: &ContentFile, query: &Answers) -> Option<Reply> {
    let row = query.get("rad").filter(|row| row.parse::<usize>().is_ok()).cloned().unwrap_or_default();
    // Only a text that has been begun has a place in it.
    let saved = query.contains_key("sparat");
    let form = UploadForm { row, saved, ..UploadForm::default() };
    can_have(file).then(|| page(office, file, &form, &[]))
}

fn page(
    office: &Office<'_>,
    file: &ContentFile,
    form: &UploadForm,
    summary: &[(&'static str, String)],
) -> Reply {
    let errors: std::collections::BTreeMap<&str, &String> =
        summary.iter().map(|(id, text)| (*id, text)).collect();
    let row = |(id, text): &(&'static str, String)| FaultRow { id, text: text.clone() };
    let rows: Vec<FaultRow> = summary.iter().map(row).collect();
    PageOf::new(office.editor, office.messages, &office.word("edit-upload"))
        .with("trail", &office.trail(file, true))
        .with("here", &format!("{PREFIX}f/{}", file.id))
        .with("form", form)
        .with("notice", &if form.saved { office.word("edit-saved") } else { String::new() })
        .with("errors", &errors)
        .with("summary", &rows)
        .with("may_top", &(file.kind == Kind::News))
        .with("may_document", &(file.kind != Kind::Centre))
        .reply("upload.html", if summary.is_empty() { 200 } else { 422 })
}

/// Takes a file; none where nothing of the kind can be here.
pub fn take(office: &Office<'_>, file: &ContentFile, question: &Question) -> Option<Reply> {
    let parts = parcel::parts(&question.content_type, &question.body)?;
    let said = |name: &str| {
        let part = parts.iter().find(|part| part.name == name && part.file.is_none())?;
        std::str::from_utf8(part.bytes).ok().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    let form = UploadForm {
        kind: said("slag").unwrap_or_default(),
        alt: said("alt").unwrap_or_default(),
        decorative: said("dekorativ").is_some(),
        top: said("plats").is_some_and(|place| place == "overst"),
        text: said("text").unwrap_or_default(),
        row: said("rad").filter(|row| row.parse::<usize>().is_ok()).unwrap_or_default(),
        saved: false,
    };
    let is_document = form.kind == "dokument" && file.kind != Kind::Centre;
    if !can_have(file) || !(is_document || form.kind == "bild") {
        return None;
    }
    let brought = parts
        .iter()
        .find(|part| part.name == "fil" && part.file.as_ref().is_some_and(|name| !name.is_empty()));
    let brought = match brought {
        None => Err(office.word("edit-upload-none")),
        Some(part) if is_document => document(office, part),
        Some(part) => self::picture(office, part),
    };
    let mut summary: Vec<(&'static str, String)> = Vec::new();
    let (at, words) = if is_document { ("dokument", "text") } else { ("bild", "alt") };
    let brought = brought.map_err(|why| summary.push((at, why))).ok();
    match (is_document, form.alt.is_empty(), form.decorative) {
        (true, ..) if form.text.is_empty() => summary.push((words, office.word("edit-upload-text-missing"))),
        (false, true, false) | (false, false, true) => {
            summary.push((words, office.word("edit-upload-alt-missing")));
        }
        _ => {}
    }
    let Some(brought) = brought.filter(|_| summary.is_empty()) else {
        return Some(page(office, file, &form, &summary));
    };
    Some(match put(office, file, (&form, brought)) {
        Ok(to) => see(to),
        Err(why) => page(office, file, &form, &[(at, why)]),
    })
}

/// Looks at a picture, and makes of it what may be published.
fn picture(office: &Office<'_>, part: &ParcelPart<'_>) -> Result<Brought, String> {
    let phrase = |phrase| office.messages.phrase(&phrase);
    images::begin();
    let picture = picture::read(part.bytes).map_err(|error| phrase(error.phrase()))?;
    images::look_at(part.bytes, &picture).map_err(|error| phrase(error.phrase()))?;
    let smaller = images::smaller(part.bytes, &picture).map_err(|error| phrase(error.phrase()))?;
    let bytes = match smaller {
        Some(bytes) => bytes,
        None => images::published(part.bytes, &picture).map_err(|error| phrase(error.phrase()))?.into_owned(),
    };
    let (stem, _) = name_of(part);
    let ending = picture.format.extensions().first().copied().unwrap_or("jpg");
    Ok(Brought { folder: "images", name: safe(&stem, "bild", ending), bytes })
}

/// Looks at a document. It is handed on as it is: its kinds carry no program.
fn document(office: &Office<'_>, part: &ParcelPart<'_>) -> Result<Brought, String> {
    let (stem, ending) = name_of(part);
    let kind =
        attachment::read(part.bytes, &ending).map_err(|error| office.messages.phrase(&error.phrase()))?;
    let name = safe(&stem, "dokument", kind.extension());
    Ok(Brought { folder: "files", name, bytes: part.bytes.to_vec() })
}

/// What stands before and behind the last dot of a file's name; of a way to it only the end counts.
fn name_of(part: &ParcelPart<'_>) -> (String, String) {
    let whole = part.file.as_deref().unwrap_or_default();
    let name = whole.rsplit(['/', '\\']).next().unwrap_or_default();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    (stem.to_string(), ending.to_string())
}

/// A name that every system can have and that is the same in an address.
fn safe(stem: &str, otherwise: &str, ending: &str) -> String {
    let slug = slug_of(stem);
    let slug = if slug.is_empty() { otherwise } else { shortened(&slug) };
    let name = format!("{slug}.{ending}");
    if forbidden(&name).is_some() { allowed(&name) } else { name }
}

impl Editor {
    /// Where a new file goes: beside the others, under a name that none has. None: it is there already, with these bytes.
    fn free_place(&self, owner: &str, brought: &Brought) -> (SourcePath, bool) {
        let folder = format!("content/{owner}/{}", brought.folder);
        let taken: Vec<String> =
            files::all_names_in(&self.root, &folder).iter().map(|name| name.to_lowercase()).collect();
        let (stem, ending) = brought.name.rsplit_once('.').unwrap_or((&brought.name, ""));
        let mut number = 1;
        loop {
            let name = if number == 1 { brought.name.clone() } else { format!("{stem}-{number}.{ending}") };
            let path = SourcePath::new(&format!("{folder}/{name}"));
            if !taken.contains(&name.to_lowercase()) {
                return (path, true);
            }
            if change::holds(&self.root, path.as_str(), &brought.bytes) {
                return (path, false);
            }
            number += 1;
        }
    }
}

/// Puts the file in its folder and its line into the text. Gives the address of the form that shows it.
fn put(
    office: &Office<'_>,
    file: &ContentFile,
    (form, brought): (&UploadForm, Brought),
) -> Result<String, String> {
    let before = office.editor.bytes(&file.path).map_err(|why| office.said_of_form(&why))?;
    let (path, is_new) = office.editor.free_place(file.owner(), &brought);
    let inner = format!("{}/{}", brought.folder, path.name());
    let (text, query) = with_file(office, file, (&before, form, &inner))?;
    let errors = |bytes: &[u8]| {
        let found = parse::parse(&file.path, &file.role, bytes).diagnostics;
        found.into_iter().filter(|found| found.is_error()).collect::<Vec<_>>()
    };
    let old = errors(&before);
    if let Some(found) =
        errors(text.as_bytes()).iter().find(|found| !old.iter().any(|old| old.code == found.code))
    {
        return Err(office.said_of_form(found));
    }
    let text = SavedFile { path: file.path.clone(), before: Some(before), after: Some(text.into_bytes()) };
    let new = SavedFile { path, before: None, after: Some(brought.bytes) };
    let saving = [new].into_iter().filter(|_| is_new).chain([text]).collect();
    office.editor.write_all(saving).map_err(|why| office.said_of_form(&why))?;
    Ok(format!("{PREFIX}f/{}{query}", file.id))
}

/// A text with a paragraph more: below the paragraph that a line is in, or at the end.
fn with_line(body: &str, line: &str, row: Option<usize>) -> String {
    if body.is_empty() {
        return line.to_string();
    }
    let lines: Vec<&str> = body.split('\n').collect();
    let below = row.filter(|row| *row < lines.len()).and_then(|row| {
        let end = lines.iter().skip(row).position(|line| line.trim().is_empty())?;
        Some(row + end)
    });
    match below.and_then(|end| Some((lines.get(..end)?.join("\n"), lines.get(end..)?.join("\n")))) {
        Some((before, after)) if before.trim().is_empty() => format!("{line}\n\n{}", after.trim_start()),
        Some((before, after)) => format!("{before}\n\n{line}\n{after}"),
        None => format!("{body}\n\n{line}"),
    }
}

/// The text of the file with the line that shows what was brought, and the end of the address of the form that has it.
fn with_file(
    office: &Office<'_>,
    file: &ContentFile,
    (bytes, form, inner): (&[u8], &UploadForm, &str),
) -> Result<(String, String), String> {
    let by_hand = || office.word("edit-unreadable");
    let paper = Paper::of(&file.path, bytes).map_err(|_| by_hand())?;
    let is_field = file.kind == Kind::Centre || (form.top && file.kind == Kind::News && form.kind == "bild");
    if !is_field {
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('[', "\\[").replace(']', "\\]");
        let line = match (&*form.kind, form.decorative) {
            ("dokument", _) => format!("[{}](../{inner})", escaped(&form.text)),
            (_, true) => format!("![dekorativ](../{inner})"),
            _ => format!("![{}](../{inner})", escaped(&form.alt)),
        };
        let body = paper.body().ok_or_else(by_hand)?;
        let row = form.row.parse().ok();
        let to = if row.is_some() { "?insatt=1" } else { "?infogat=1" };
        return Ok((paper.with(paper.yaml(), Some(&with_line(&body, &line, row))), to.to_string()));
    }
    let whole = read(paper.yaml()).ok_or_else(by_hand)?;
    let types = FieldTypes::of(file.kind);
    let habit = Habit::of(paper.yaml(), &types, office.messages.locale());
    let own = files::languages(&office.editor.root, file.owner()).first().cloned().unwrap_or_default();
    let way = if file.kind == Kind::Centre {
        let count = value_at(&whole, &types, &way_of("images")).and_then(serde_yaml::Value::as_sequence);
        way_of(&format!("images.{}", count.map_or(0, Vec::len)))
    } else {
        way_of("image")
    };
    let word = word_of(&way);
    let mut answers: Answers = [(format!("{word}.src"), inner.to_string())].into();
    if form.decorative {
        answers.insert(format!("{word}.decorative"), "true".to_string());
    } else {
        answers.insert(format!("{word}.alt.{own}"), form.alt.clone());
        answers.insert(format!("{word}.alt"), form.alt.clone());
    }
    let asked: Vec<FieldChange> = if file.kind == Kind::Centre {
        let group = made(habit, &way, &answers, &own);
        group.map(|group| FieldChange::Set(way.clone(), group)).into_iter().collect()
    } else {
        if value_at(&whole, &types, &way).is_some_and(|value| !value.is_null()) {
            return Err(office.word("edit-upload-top-taken"));
        }
        let group = made(habit, &way, &answers, &own);
        match group {
            Some(group) => vec![FieldChange::Set(way.clone(), group)],
            None => changes(habit, (&[], Some(&whole)), &answers, &own),
        }
    };
    let yaml = apply(paper.yaml(), &asked, habit).map_err(|why| office.messages.phrase(&why))?;
    let query = if file.kind == Kind::Centre { "?del=images&sparat=1" } else { "?sparat=1" };
    Ok((paper.with(&yaml, None), query.to_string()))
}
