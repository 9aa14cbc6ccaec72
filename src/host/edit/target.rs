//! The first place to publish to, said in a form: a folder, also of a share. It becomes `publish.yaml`, as a person would have written it, and
//! only where there is no such file: what somebody wrote for a server is theirs.

use std::path::Path;

use super::PREFIX;
use super::desk::Office;
use super::request::see;
use crate::base::SourcePath;
use crate::edit::{Answers, FieldTypes, Given, Habit};
use crate::host::ground::Ground;
use crate::host::remote;
use crate::host::serve::Reply;
use crate::parse::targets::{self, TARGETS};
use crate::schema::Kind;

/// The target's name in the file.
const NAME: &str = "webben";

/// What was filled in, and what is wrong with it.
#[derive(Default, serde::Serialize)]
pub struct TargetForm {
    folder: String,
    base_url: String,
    /// What is wrong, with the folder first.
    folder_error: String,
    url_error: String,
}

/// Can a place be said here? Where nobody has written one.
pub fn is_wanted(office: &Office<'_>) -> bool {
    remote::targets(&office.editor.root).is_none()
}

/// Writes the place, and goes to it; else the form with what is wrong.
pub fn make(office: &Office<'_>, sent: &Answers) -> Result<Reply, TargetForm> {
    let said = |name: &str| sent.get(name).map_or("", |text| text.trim()).to_string();
    let mut form = TargetForm { folder: said("folder"), base_url: said("base_url"), ..TargetForm::default() };
    if form.folder.is_empty() {
        form.folder_error = office.word("edit-target-no-folder");
        return Err(form);
    }
    let folder = office.editor.root.join(&form.folder);
    if let Err(why) = usable(office, &folder) {
        form.folder_error = why;
        return Err(form);
    }
    let types = FieldTypes::of(Kind::Publish);
    let habit = Habit::of("", &types, office.messages.locale());
    let mut fields = vec![(habit.name("PublishTarget", "folder"), Given::Text(form.folder.clone()))];
    if !form.base_url.is_empty() {
        fields.push((habit.name("PublishTarget", "base_url"), Given::Text(form.base_url.clone())));
    }
    let text = crate::edit::line(NAME, &Given::Group(fields), 0, "\n");
    let (_, found) = targets::parse_targets(text.as_bytes());
    if let Some(found) = found.iter().find(|found| found.is_error()) {
        form.url_error = office.said_of_form(found);
        return Err(form);
    }
    if let Err(why) = office.editor.make(&SourcePath::new(TARGETS), text.into_bytes()) {
        form.folder_error = office.said_of_form(&why);
        return Err(form);
    }
    Ok(see(format!("{PREFIX}publicera?plats=1")))
}

/// Is it a folder that can be published to: there, and none of the site's own?
fn usable(office: &Office<'_>, folder: &Path) -> Result<(), String> {
    let ground = Ground::open(folder).map_err(|_| office.word("edit-target-missing"))?;
    let real = |path: &Path| crate::host::ground::real(path).unwrap_or_else(|_| path.to_path_buf());
    let (own, folder) = (real(&office.editor.root), real(folder));
    if own.starts_with(&folder) || folder.starts_with(own.join("content")) {
        return Err(office.word("edit-target-own"));
    }
    ground.place().names().map(|_| ()).map_err(|_| office.word("edit-target-missing"))
}
