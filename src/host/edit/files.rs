//! The files that can be edited: those that lie where content lies, each with a number that is made of its path.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::PoisonError;

use serde_yaml::Value;

use super::{Editor, unseen};
use crate::base::{Fingerprint, SourcePath};
use crate::edit::{FieldTypes, Paper, read, value_at, way_of};
use crate::host::change;
use crate::host::ground::{FileKind, Ground};
use crate::parse::likely::named_language;
use crate::parse::{MAX_TEXT_BYTES, Role, SHARED};
use crate::schema::Kind;

/// A file that can be edited.
#[derive(Clone, Debug)]
pub struct ContentFile {
    /// Where it lies.
    pub path: SourcePath,
    /// What it is for.
    pub role: Role,
    /// What kind of file it is.
    pub kind: Kind,
    /// Its number.
    pub id: String,
}

impl ContentFile {
    /// The file at a path, where files of a municipality lie.
    pub fn of(path: &str) -> Option<Self> {
        let path = SourcePath::new(path);
        let role = Role::of(&path)?;
        let kind = match role {
            Role::Municipality { .. } => Kind::Municipality,
            Role::Centre { .. } => Kind::Centre,
            Role::News { .. } => Kind::News,
            Role::Page { .. } => Kind::Page,
            _ => return None,
        };
        let id = Self::id_of(&path)?;
        Some(Self { path, role, kind, id })
    }

    /// A file of this kind, whatever it is for.
    pub fn named(path: &str, kind: Kind) -> Option<Self> {
        let path = SourcePath::new(path);
        Some(Self { role: Role::of(&path)?, id: Self::id_of(&path)?, kind, path })
    }

    /// The number of a path.
    pub fn id_of(path: &SourcePath) -> Option<String> {
        Some(Fingerprint::of(path.as_str().as_bytes()).to_string().get(..16)?.to_string())
    }

    /// The file of the whole site.
    pub fn site() -> Option<Self> {
        Self::named("content/site.yaml", Kind::Site)
    }

    /// The folder that it belongs to; empty for the file of the whole site.
    pub fn owner(&self) -> &str {
        self.role.owner().unwrap_or_default()
    }
}

/// The folders of municipalities, sorted, and that of what they share. What else lies there is the system's or a program's: a build lets it be.
pub fn owners(root: &Path) -> Vec<String> {
    let mut owners = names_of((root, "content"), FileKind::Folder);
    owners.retain(|owner| owner == SHARED || is_file(root, &format!("content/{owner}/municipality.yaml")));
    owners.sort();
    owners
}

/// The names of what is of a kind in a folder; none where it is not there.
fn names_of((root, folder): (&Path, &str), wanted: FileKind) -> Vec<String> {
    let names = Ground::open(root).and_then(|ground| ground.place().join(folder).names());
    let names = unseen::found(root, folder, names).unwrap_or_default().into_iter();
    let wanted = names.filter(|(_, kind)| *kind == wanted);
    wanted.filter_map(|(name, _)| name.into_string().ok()).collect()
}

/// Is there a plain file?
fn is_file(root: &Path, path: &str) -> bool {
    let look = Ground::open(root).and_then(|ground| ground.place().join(path).look());
    unseen::found(root, path, look).is_some_and(|look| look.kind == FileKind::File)
}

/// The names of all that lies in a folder.
pub fn all_names_in(root: &Path, folder: &str) -> Vec<String> {
    change::names_in(root, folder).map_err(unseen::note).unwrap_or_default()
}

/// The files of a municipality: its own first, then centres, news from the newest on, and pages.
pub fn of_owner(root: &Path, owner: &str) -> Vec<ContentFile> {
    let mut files = Vec::new();
    for inner in ["", "/centres", "/news", "/pages"] {
        let folder = format!("content/{owner}{inner}");
        let mut names = names_of((root, &folder), FileKind::File);
        names.sort();
        if inner == "/news" {
            names.reverse();
        }
        files.extend(names.iter().filter_map(|name| ContentFile::of(&format!("{folder}/{name}"))));
    }
    files
}

/// The file of a number.
pub fn of_id(editor: &Editor, id: &str) -> Option<ContentFile> {
    if let Some(site) = ContentFile::site().filter(|site| site.id == id) {
        return Some(site);
    }
    let known = || editor.known.lock().unwrap_or_else(PoisonError::into_inner);
    let path = known().get(id).cloned();
    if let Some(file) = path.and_then(|path| at(&editor.root, &path)) {
        return Some(file);
    }
    // One that was not met yet: all are looked at, and are known from then on.
    let owners = owners(&editor.root).into_iter();
    let all: Vec<ContentFile> = owners.flat_map(|owner| of_owner(&editor.root, &owner)).collect();
    *known() = all.iter().map(|file| (file.id.clone(), file.path.to_string())).collect();
    all.into_iter().find(|file| file.id == id)
}

/// The file at a path, where it is there and can be edited.
pub fn at(root: &Path, path: &str) -> Option<ContentFile> {
    let file =
        ContentFile::of(path).or_else(|| ContentFile::site().filter(|site| site.path.as_str() == path))?;
    let owner = file.owner();
    let is_owned =
        matches!(owner, "" | SHARED) || is_file(root, &format!("content/{owner}/municipality.yaml"));
    (is_file(root, path) && is_owned).then_some(file)
}

/// A text of a file: what a field at a way says, in the site's own language where it says it in several.
pub fn text_of(bytes: &[u8], file: &ContentFile, word: &str, own: &str) -> Option<String> {
    let paper = Paper::of(&file.path, bytes).ok()?;
    let whole = read(paper.yaml())?;
    let types = FieldTypes::of(file.kind);
    text_at(&whole, &types, word, own)
}

fn text_at(whole: &Value, types: &FieldTypes, word: &str, own: &str) -> Option<String> {
    match value_at(whole, types, &way_of(word))? {
        Value::String(text) => Some(text.clone()),
        Value::Mapping(texts) => {
            let text = texts.get(own).or_else(|| texts.values().next())?;
            text.as_str().map(str::to_string)
        }
        _ => None,
    }
}

/// The languages that a text of a municipality can come beside: its own and the region's; a shared one, those of all.
pub fn languages_among(root: &Path, owner: &str) -> Vec<String> {
    let others = if owner == SHARED { owners(root) } else { vec![owner.to_string(), SHARED.to_string()] };
    others.iter().flat_map(|owner| languages(root, owner)).collect()
}

/// The languages of a municipality, its own first.
pub fn languages(root: &Path, owner: &str) -> Vec<String> {
    let listed = |path: &str, kind: Kind, field: &str| -> Option<Vec<String>> {
        let bytes = Ground::open(root).and_then(|ground| ground.place().join(path).read(MAX_TEXT_BYTES));
        let bytes = unseen::found(root, path, bytes)?;
        let paper = Paper::of(&SourcePath::new(path), &bytes).ok()?;
        let whole = read(paper.yaml())?;
        let found = match value_at(&whole, &FieldTypes::of(kind), &way_of(field))? {
            Value::Sequence(tags) => tags.iter().filter_map(Value::as_str).map(tag_of).collect(),
            Value::String(tag) => vec![tag_of(tag)],
            _ => Vec::new(),
        };
        Some(found).filter(|found: &Vec<String>| !found.is_empty())
    };
    let site = "content/site.yaml";
    let own = listed(site, Kind::Site, "language").unwrap_or_else(|| vec!["sv".to_string()]);
    let municipality = format!("content/{owner}/municipality.yaml");
    let all = listed(&municipality, Kind::Municipality, "languages")
        .or_else(|| listed(site, Kind::Site, "languages"));
    let mut languages = own;
    for tag in all.unwrap_or_default() {
        if !languages.contains(&tag) {
            languages.push(tag);
        }
    }
    languages
}

/// The code of a language as a build reads it: a name that stands for one is one.
fn tag_of(written: &str) -> String {
    named_language(written).map_or_else(|| written.trim().to_lowercase(), str::to_string)
}

/// The names in folders, each listed once. Hardly any name is a copy's, and then nobody asks for the others.
#[derive(Default)]
pub struct FolderNames(RefCell<HashMap<String, HashSet<String>>>);

impl FolderNames {
    /// Is there one of this name in a folder?
    pub fn has(&self, root: &Path, folder: &str, name: &str) -> bool {
        let mut known = self.0.borrow_mut();
        let listed = || all_names_in(root, folder).into_iter().collect();
        known.entry(folder.to_string()).or_insert_with(listed).contains(name)
    }
}
