//! A new municipality and a new family centre: a few questions become a file as short as a person would have written it. And the example of
//! a new site, taken away when nobody needs it any more.

use serde::Serialize;

use super::desk::Office;
use super::fresh::{NewFault, NewLook, TypedText};
use super::request::see;
use super::save::SavedFile;
use super::unsaved::KeptSheet;
use super::view::{PageOf, TrailStep};
use super::{PREFIX, files, fresh};
use crate::base::{Diagnostic, Seg, SourcePath};
use crate::edit::{Answers, FieldShape, FieldTypes, Given, Habit, label, value_label, word_of};
use crate::host::serve::Reply;
use crate::model::file_name_fault;
use crate::parse::municipality::EXAMPLE_CODE;
use crate::parse::scb::{self, MUNICIPALITIES};
use crate::parse::{self, Role, SHARED};
use crate::scaffold;
use crate::schema::Kind;

/// So many names are tried for a new centre.
const MOST_TRIED: usize = 100;

/// By which a service that was chosen is named in the form.
const SERVICE: &str = "verksamhet-";

/// What is begun.
#[derive(Clone, Debug)]
pub enum Beginning {
    /// A municipality.
    Municipality,
    /// A centre of a municipality.
    Centre(String),
}

/// A question of the form.
#[derive(Serialize)]
struct BeginField {
    id: &'static str,
    label: String,
    help: String,
    value: String,
    form: &'static str,
    required: bool,
    error: String,
}

/// A service to choose.
#[derive(Serialize)]
struct ServiceTick {
    id: String,
    label: String,
    chosen: bool,
}

impl Beginning {
    /// What an address asks for; none where there is no such municipality.
    pub fn of(office: &Office<'_>, parts: &[&str]) -> Option<Self> {
        match parts {
            ["ny-kommun"] => Some(Self::Municipality),
            ["ny", owner, "centre"] => {
                let owners = files::owners(&office.editor.root).into_iter();
                let owner = owners.filter(|known| known != SHARED).find(|known| known == owner)?;
                Some(Self::Centre(owner))
            }
            _ => None,
        }
    }

    fn here(&self) -> String {
        match self {
            Self::Municipality => format!("{PREFIX}ny-kommun"),
            Self::Centre(owner) => format!("{PREFIX}ny/{owner}/centre"),
        }
    }

    fn questions(&self) -> &'static [(&'static str, &'static str, bool)] {
        match self {
            Self::Municipality => &[("name", "text", true)],
            Self::Centre(_) => &[
                ("name", "text", true),
                ("street", "text", false),
                ("postal_code", "text", false),
                ("city", "text", false),
                ("phone", "tel", false),
                ("email", "email", false),
            ],
        }
    }

    /// The word for messages.
    fn word(&self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Centre(_) => "centre",
        }
    }
}

/// Shows the questions: empty, or with what was typed and not saved, where that is asked for.
pub fn show(office: &Office<'_>, beginning: &Beginning, query: &Answers) -> Reply {
    let (kept, sent, _) = fresh::typed(office, &beginning.here(), query);
    page(office, beginning, (&sent, &kept), (&[], NewLook::default()))
}

fn page(
    office: &Office<'_>,
    beginning: &Beginning,
    (sent, kept): (&Answers, &[TypedText]),
    (faults, look): (&[NewFault], NewLook),
) -> Reply {
    let faults: Vec<&NewFault> = faults.iter().chain(&look.faults).collect();
    let question = |one: &(&'static str, &'static str, bool)| {
        let (id, form, required) = *one;
        let fault = faults.iter().find(|fault| fault.id == id);
        BeginField {
            id,
            label: office.word(&format!("edit-begin-{}", id.replace('_', "-"))),
            help: office.word(&format!("edit-begin-{}-{}-help", beginning.word(), id.replace('_', "-"))),
            value: sent.get(id).cloned().unwrap_or_default(),
            form,
            required,
            error: fault.map(|fault| fault.text.clone()).unwrap_or_default(),
        }
    };
    let questions: Vec<BeginField> = beginning.questions().iter().map(question).collect();
    let trail = match beginning {
        Beginning::Municipality => Vec::new(),
        Beginning::Centre(owner) => {
            vec![TrailStep { href: format!("{PREFIX}k/{owner}"), text: office.name_of_owner(owner) }]
        }
    };
    let names: Vec<&str> = match beginning {
        Beginning::Municipality => MUNICIPALITIES.iter().map(|one| one.name).collect(),
        Beginning::Centre(_) => Vec::new(),
    };
    let services =
        if matches!(beginning, Beginning::Centre(_)) { services(office, sent) } else { Vec::new() };
    let heading = office.word(&format!("edit-begin-{}", beginning.word()));
    let without = faults.iter().find(|fault| fault.id == "verksamheter").map(|fault| &fault.text);
    PageOf::new(office.editor, office.messages, &heading)
        .with("services_error", &without)
        .with("trail", &trail)
        .with("here", &beginning.here())
        .with("lead", &office.word(&format!("edit-begin-{}-lead", beginning.word())))
        .with("fields", &questions)
        .with("names", &names)
        .with("services", &services)
        .with(
            "services_label",
            &label(office.messages.locale(), FieldTypes::of(Kind::Centre).root(), "services"),
        )
        .with("kept", kept)
        .with("sheet", KeptSheet::of(sent).word())
        .with("goes_on", &KeptSheet::of(sent).field())
        .with("summary", &faults)
        .with("is_preview", &look.pane.is_some())
        .with("may_preview", &matches!(beginning, Beginning::Centre(_)))
        .with("pane", &look.pane)
        .with("pane_note", &look.note)
        .reply("begin.html", if faults.is_empty() { 200 } else { 422 })
}

/// The kinds of services that a centre can have.
fn services(office: &Office<'_>, sent: &Answers) -> Vec<ServiceTick> {
    let Some((of, words)) = kinds() else { return Vec::new() };
    let tick = |word: &String| {
        let id = format!("{SERVICE}{word}");
        ServiceTick {
            label: value_label(office.messages.locale(), &of, word),
            chosen: sent.contains_key(&id),
            id,
        }
    };
    words.iter().filter(|word| *word != "other").map(tick).collect()
}

fn kinds() -> Option<(String, Vec<String>)> {
    let types = FieldTypes::of(Kind::Centre);
    let of = types.group_at(&[Seg::Key("services".into()), Seg::Index(0)])?;
    match types.field(&of, "kind")?.shape {
        FieldShape::Choice(of, words) => Some((of, words)),
        _ => None,
    }
}

/// Makes the file, and goes on to what comes next.
pub fn make(office: &Office<'_>, beginning: &Beginning, sent: &Answers) -> Reply {
    let here = beginning.here();
    if let Some(reply) = fresh::while_typing(office, &here, sent) {
        return reply;
    }
    if let (Beginning::Centre(owner), Some("preview")) = (beginning, sent.get("_do").map(String::as_str)) {
        return page(office, beginning, (sent, &[]), (&[], look_of(office, owner, sent)));
    }
    let made = match beginning {
        Beginning::Municipality => municipality(office, sent),
        Beginning::Centre(owner) => centre(office, owner, sent),
    };
    match made {
        Ok(to) => {
            fresh::forget(office, &here, sent);
            see(to)
        }
        Err(faults) => {
            // What was written is not lost, whatever becomes of the page that says why it is in no file yet.
            fresh::keep(office, &here, sent);
            page(office, beginning, (sent, &[]), (&faults, NewLook::default()))
        }
    }
}

fn said(sent: &Answers, name: &str) -> Option<String> {
    let text = sent.get(name)?.split_whitespace().collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

fn at(id: &str, text: String) -> Vec<NewFault> {
    vec![NewFault { id: id.to_string(), text }]
}

fn municipality(office: &Office<'_>, sent: &Answers) -> Result<String, Vec<NewFault>> {
    let named = said(sent, "name").ok_or_else(|| at("name", office.word("edit-begin-no-name")))?;
    let Some(known) = scb::by_name(&named) else {
        let text = match scb::nearest_name(&named) {
            Some(near) => office.messages.text("edit-begin-near", &[("name", &named), ("near", near)]),
            None => office.messages.text("edit-begin-unknown", &[("name", &named)]),
        };
        return Err(at("name", text));
    };
    let id = scaffold::municipality_id(known.name);
    if files::owners(&office.editor.root).contains(&id) {
        return Err(at("name", office.messages.text("edit-begin-there", &[("name", known.name)])));
    }
    let types = FieldTypes::of(Kind::Municipality);
    let habit = Habit::of("", &types, office.messages.locale());
    let fields = [("name", scb::official_name(known.name)), ("code", known.code.to_string())];
    let text: String = fields.map(|(name, text)| field(habit, name, Given::Text(text))).concat();
    let path = SourcePath::new(&format!("content/{id}/municipality.yaml"));
    write(office, &path, text)?;
    Ok(format!("{PREFIX}k/{id}?ny-kommun=1"))
}

fn field(habit: Habit<'_>, name: &str, given: Given) -> String {
    crate::edit::line(&habit.name(habit.types.root(), name), &given, 0, "\n")
}

fn centre(office: &Office<'_>, owner: &str, sent: &Answers) -> Result<String, Vec<NewFault>> {
    let name = said(sent, "name").ok_or_else(|| at("name", office.word("edit-begin-no-name")))?;
    if !sent.keys().any(|name| name.starts_with(SERVICE)) {
        return Err(at("verksamheter", office.word("edit-begin-no-service")));
    }
    let text = centre_text(office, &name, sent);
    let path = centre_path(office, owner, &name);
    write(office, &path, text)?;
    let id = files::ContentFile::id_of(&path).unwrap_or_default();
    Ok(format!("{PREFIX}f/{id}?bara=tider&ny-central=1"))
}

/// Where a new centre lies: under a name made of its own that no other has.
fn centre_path(office: &Office<'_>, owner: &str, name: &str) -> SourcePath {
    let taken: Vec<String> = files::of_owner(&office.editor.root, owner)
        .into_iter()
        .filter(|file| file.kind == Kind::Centre)
        .map(|file| file.path.stem().to_lowercase())
        .collect();
    let id = match scaffold::centre_id(name) {
        id if id.is_empty() => "familjecentral".to_string(),
        id => id,
    };
    let path = |id: &str| SourcePath::new(&format!("content/{owner}/centres/{id}.yaml"));
    let is_free = |id: &String| {
        let path = path(id);
        let is_sound = Role::of(&path).is_some_and(|role| file_name_fault(&path, &role).is_none());
        is_sound && !taken.contains(id)
    };
    let numbered = (2..MOST_TRIED).map(|number| format!("{id}-{number}"));
    let free = [id.clone()].into_iter().chain(numbered).find(is_free).unwrap_or(id);
    path(&free)
}

/// The centre's page as it will be, with what is filled in and in no file yet.
fn look_of(office: &Office<'_>, owner: &str, sent: &Answers) -> NewLook {
    let Some(name) = said(sent, "name").filter(|_| sent.keys().any(|name| name.starts_with(SERVICE))) else {
        return fresh::no_look(office, sent, "edit-preview-no-centre");
    };
    let (text, path) = (centre_text(office, &name, sent), centre_path(office, owner, &name));
    fresh::look(office, (&path, &text), sent, &|found| fault(office, found))
}

/// The file of a centre, its fields in the order of the content model.
fn centre_text(office: &Office<'_>, name: &str, sent: &Answers) -> String {
    let types = FieldTypes::of(Kind::Centre);
    let habit = Habit::of("", &types, office.messages.locale());
    let bare = |of: &str, word: &str| Given::Bare(habit.word(of, word));
    let inner = |way: &[Seg], fields: &[&str]| -> Vec<(String, Given)> {
        let of = types.group_at(way).unwrap_or_default();
        let one = |name: &&str| Some((habit.name(&of, name), Given::Text(said(sent, name)?)));
        fields.iter().filter_map(one).collect()
    };
    let mut text = field(habit, "name", Given::Text(name.to_string()));
    let status = match types.field(types.root(), "status").map(|field| field.shape) {
        Some(FieldShape::Choice(of, _)) => bare(&of, "open"),
        _ => Given::Bare("open".to_string()),
    };
    text += &field(habit, "status", status);
    let address = inner(&[Seg::Key("address".into())], &["street", "postal_code", "city"]);
    if !address.is_empty() {
        text += &field(habit, "address", Given::Group(address));
    }
    for name in ["phone", "email"] {
        text += &said(sent, name).map(|said| field(habit, name, Given::Text(said))).unwrap_or_default();
    }
    if let Some((of, words)) = kinds() {
        let service = types.group_at(&[Seg::Key("services".into()), Seg::Index(0)]).unwrap_or_default();
        let chosen = words.iter().filter(|word| sent.contains_key(&format!("{SERVICE}{word}")));
        let one = |word: &String| Given::Group(vec![(habit.name(&service, "kind"), bare(&of, word))]);
        let chosen: Vec<Given> = chosen.map(one).collect();
        if !chosen.is_empty() {
            text += &field(habit, "services", Given::List(chosen));
        }
    }
    text + &field(habit, "reviewed", Given::Bare(office.editor.today().to_string()))
}

/// Writes a new file that nothing is wrong with.
fn write(office: &Office<'_>, path: &SourcePath, text: String) -> Result<(), Vec<NewFault>> {
    let role = Role::of(path).ok_or_else(|| at("", office.word("edit-missing-text")))?;
    let named = file_name_fault(path, &role).into_iter();
    let found = parse::parse(path, &role, text.as_bytes()).diagnostics.into_iter();
    let faults: Vec<NewFault> =
        named.chain(found).filter(Diagnostic::is_error).map(|found| fault(office, &found)).collect();
    if !faults.is_empty() {
        return Err(faults);
    }
    office.editor.make(path, text.into_bytes()).map_err(|why| at("", office.said_of_form(&why)))
}

fn fault(office: &Office<'_>, found: &Diagnostic) -> NewFault {
    let way = found.at.path().map(word_of).unwrap_or_default();
    let id = way.split('.').next_back().unwrap_or_default().to_string();
    NewFault { id, text: office.said_of_form(found) }
}

/// Is a municipality the example of a new site, and is there another one, so that it can go?
pub fn is_example(office: &Office<'_>, owner: &str) -> bool {
    let owners = files::owners(&office.editor.root);
    let others = owners.iter().filter(|known| *known != owner && *known != SHARED).count();
    let path = SourcePath::new(&format!("content/{owner}/municipality.yaml"));
    let code = || {
        let file = files::ContentFile::named(path.as_str(), Kind::Municipality)?;
        files::text_of(&office.editor.bytes(&path).ok()?, &file, "code", "sv")
    };
    others > 0 && code().is_some_and(|code| code == EXAMPLE_CODE)
}

/// Takes the example away: all its texts as one saving, which can be taken back.
pub fn remove_example(office: &Office<'_>, owner: &str) -> Option<Reply> {
    let owner = files::owners(&office.editor.root).into_iter().find(|known| known == owner)?;
    if !is_example(office, &owner) {
        return None;
    }
    let back = format!("{PREFIX}k/{owner}");
    let mut saving = Vec::new();
    // The municipality's own file goes last: until then it is one.
    let files = files::of_owner(&office.editor.root, &owner).into_iter().rev().map(|file| file.path);
    let beside = ["images", "files"].into_iter().flat_map(|inner| {
        let folder = format!("content/{owner}/{inner}");
        let names = files::all_names_in(&office.editor.root, &folder).into_iter();
        names.map(move |name| SourcePath::new(&format!("{folder}/{name}"))).collect::<Vec<_>>()
    });
    for path in beside.chain(files) {
        match office.editor.bytes(&path) {
            Ok(bytes) => saving.push(SavedFile { path, before: Some(bytes), after: None }),
            Err(why) => {
                return Some(office.message("edit-example-not", &[office.said_of_form(&why)], Some(&back)));
            }
        }
    }
    Some(match office.editor.write_all(saving) {
        Ok(()) => see(format!("{PREFIX}?exempel=1")),
        Err(why) => office.message("edit-example-not", &[office.said_of_form(&why)], Some(&back)),
    })
}
