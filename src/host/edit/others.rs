//! What others do in the same folder, on a share or by a program that keeps folders alike: copies that such a program made where two had saved
//! at once, put side by side with their originals; and files that another program has open.

use serde::Serialize;

use super::desk::Office;
use super::files::{self, ContentFile, FolderNames};
use super::request::see;
use super::save::SavedFile;
use super::view::PageOf;
use super::{Editor, PREFIX};
use crate::base::original_of;
use crate::edit::{Answers, side_by_side};
use crate::host::serve::Reply;

/// The most lines that are shown of two files.
const MOST_LINES: usize = 2_000;

/// A line of both files.
#[derive(Serialize)]
struct TwinLine {
    own: String,
    copy: String,
    is_same: bool,
}

impl Editor {
    /// The file that this one is a copy of, by its name, where that lies beside it.
    pub(super) fn original_of(&self, file: &ContentFile, names: &FolderNames) -> Option<ContentFile> {
        let folder = file.path.folder();
        let name = original_of(file.path.name(), |name| names.has(&self.root, folder, name))?;
        files::at(&self.root, &format!("{folder}/{name}"))
    }

    /// Has another program this file open, as far as it says so?
    pub(super) fn is_open_elsewhere(&self, file: &ContentFile) -> bool {
        let name = file.path.name();
        let signs =
            [format!(".~lock.{name}#"), format!("~${name}"), format!(".{name}.swp"), format!(".#{name}")];
        files::all_names_in(&self.root, file.path.folder()).iter().any(|known| signs.contains(known))
    }
}

/// Shows a copy beside its original; none where it is no copy.
pub fn show(office: &Office<'_>, file: &ContentFile) -> Option<Reply> {
    let original = office.editor.original_of(file, &FolderNames::default())?;
    Some(page(office, (file, &original), &[]))
}

fn page(office: &Office<'_>, (copy, own): (&ContentFile, &ContentFile), lines: &[String]) -> Reply {
    let text = |file: &ContentFile| {
        let bytes = office.editor.bytes(&file.path).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    };
    let row = |(own, copy): (Option<String>, Option<String>)| TwinLine {
        is_same: own == copy,
        own: own.unwrap_or_default(),
        copy: copy.unwrap_or_default(),
    };
    let rows: Vec<TwinLine> =
        side_by_side(&text(own), &text(copy)).into_iter().take(MOST_LINES).map(row).collect();
    let heading = office.messages.text("edit-twin", &[("name", &office.name_of(own))]);
    PageOf::new(office.editor, office.messages, &heading)
        .with("trail", &office.trail(own, false))
        .with("lines", lines)
        .with("own", own.path.name())
        .with("copy", copy.path.name())
        .with("rows", &rows)
        .with("here", &format!("{PREFIX}kopia/{}", copy.id))
        .reply("twin.html", if lines.is_empty() { 200 } else { 422 })
}

/// Keeps the one that was chosen under the original's name. The other is kept in `.fcsite/edit/`, and goes; all of it can be taken back.
pub fn act(office: &Office<'_>, copy: &ContentFile, sent: &Answers) -> Option<Reply> {
    let own = office.editor.original_of(copy, &FolderNames::default())?;
    let is_taken = match sent.get("_do").map(String::as_str) {
        Some("take") => true,
        Some("leave") => false,
        _ => return None,
    };
    let read = |file: &ContentFile| office.editor.bytes(&file.path).map_err(|why| office.said_of_form(&why));
    let done = || -> Result<(), String> {
        let (own_bytes, copy_bytes) = (read(&own)?, read(copy)?);
        let left = if is_taken { &own_bytes } else { &copy_bytes };
        let kept = own_bytes == copy_bytes || office.editor.keep_aside(&own.path, left).is_some();
        if !kept {
            return Err(office.word("edit-twin-unkept"));
        }
        let gone = SavedFile { path: copy.path.clone(), before: Some(copy_bytes.clone()), after: None };
        let taken = SavedFile { path: own.path.clone(), before: Some(own_bytes), after: Some(copy_bytes) };
        let saving = [taken].into_iter().filter(|_| is_taken).chain([gone]).collect();
        office.editor.write_all(saving).map_err(|why| office.said_of_form(&why))
    };
    Some(match done() {
        Ok(()) => see(format!("{PREFIX}k/{}?kopia=1", own.owner())),
        Err(why) => page(office, (copy, &own), &[why]),
    })
}
