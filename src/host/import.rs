//! A file of another program, read from wherever the person has it; and what is made of a text.

use std::io;
use std::path::Path;

use super::create;
use super::ground::{FileKind, Ground, Place, is_absent, is_link, link_of};
use crate::base::allowance;
use crate::base::{Code, Diagnostic, Phrase, SourcePath};
use crate::parse::{self, Content, Role};
use crate::scaffold::NewFile;

/// The largest file that is read. What is in it has bounds of its own.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// What a file holds. The person named it, so a link is followed, but none that lies in the source folder: who wrote that could lead it to a file
/// of the person's own.
pub fn read(root: &Path, path: &Path) -> Result<Vec<u8>, Diagnostic> {
    let refused = |reason| {
        Diagnostic::anywhere(Code::CannotImport).with("file", path.display()).saying("reason", reason)
    };
    match link_of(root, path) {
        Ok(None) => {}
        Ok(Some(_)) => return Err(refused(Phrase::new("import-link"))),
        Err(error) => return Err(refused(Phrase::of_system(&error))),
    }
    let read = Ground::file_from(root, path).and_then(|file| file.read(MOST_BYTES));
    read.inspect(|bytes| allowance::found(allowance::worth(bytes))).map_err(|error| match is_link(&error) {
        true => refused(Phrase::new("import-link")),
        false => refused(Phrase::of_system(&error)),
    })
}

/// Does something lie there?
pub fn is_there(root: &Path, path: &str) -> bool {
    // What cannot be looked at is found out when it is written.
    Ground::open(root).is_ok_and(|ground| matches!(ground.place().join(path).look_for(), Ok(Some(_))))
}

/// Is the text that lies there shown to readers? What cannot be read is not.
pub fn is_published(root: &Path, path: &str) -> bool {
    let source = SourcePath::new(path);
    let (Ok(bytes), Some(role)) = (super::change::read(root, path), Role::of(&source)) else { return false };
    match parse::parse(&source, &role, &bytes).document.map(|document| document.content) {
        Some(Content::News(news)) => !news.draft,
        Some(Content::Page(page)) => !page.draft,
        _ => false,
    }
}

/// The most files beside an export that are looked at, and how deep.
const MOST_BESIDE: usize = 50_000;
const DEEPEST: usize = 6;

/// The largest picture that is read.
const LARGEST_PICTURE: u64 = 50 * 1024 * 1024;

/// The folders beside an export that pictures are looked for in. Nothing else there is looked at: what else the person keeps beside the file is
/// their own.
const UPLOADS: [&str; 2] = ["uploads", "wp-content/uploads"];

/// What lies beside an export: the folder that WordPress keeps its pictures in, as somebody copied it there. Links are not followed.
pub struct ExportFolder {
    place: Option<Place>,
    names: Vec<String>,
}

impl ExportFolder {
    /// That of a file. No link of the source folder leads to it. Where a folder cannot be looked into, the pictures in it are not missing.
    pub fn beside(root: &Path, file: &Path) -> Result<Self, Diagnostic> {
        let failed = |error: &io::Error| {
            let told = Diagnostic::anywhere(Code::CannotImport).with("file", file.display());
            told.saying("reason", Phrase::of_system(error))
        };
        let place = Ground::file_from(root, file).map_err(|error| failed(&error))?.parent();
        let mut names = Vec::new();
        let mut seen = 0;
        for way in UPLOADS {
            let Some(inner) = place.clone() else { break };
            if let Some(inner) = folder_below(inner, way).map_err(|(place, error)| unseen(&place, &error))? {
                gather(&inner, (&format!("{way}/"), DEEPEST), &mut seen, &mut names)?;
            }
        }
        names.sort();
        Ok(Self { place, names })
    }

    /// The names of pictures, with the folders that they are in.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// What one of them holds.
    pub fn read(&self, name: &str) -> io::Result<Vec<u8>> {
        let place = self.place.as_ref().filter(|_| self.names.iter().any(|known| known == name));
        place.ok_or(io::ErrorKind::NotFound)?.join(name).read(LARGEST_PICTURE)
    }
}

/// A folder by the very names of the way to it; none where it is not there so. Links are not followed.
fn folder_below(mut place: Place, way: &str) -> Result<Option<Place>, (Place, io::Error)> {
    for name in way.split('/') {
        let found = match place.names() {
            Err(error) if is_absent(&error) || is_link(&error) => return Ok(None),
            result => result.map_err(|error| (place.clone(), error))?,
        };
        if !found.iter().any(|(known, kind)| known == name && *kind == FileKind::Folder) {
            return Ok(None);
        }
        place = place.join(name);
    }
    Ok(Some(place))
}

fn unseen(place: &Place, error: &io::Error) -> Diagnostic {
    let told = Diagnostic::anywhere(Code::CannotCreate).with("path", place).with("kind", "look");
    told.saying("reason", Phrase::of_system(error))
}

fn gather(
    place: &Place,
    (before, depth): (&str, usize),
    seen: &mut usize,
    names: &mut Vec<String>,
) -> Result<(), Diagnostic> {
    for (name, kind) in place.names().map_err(|error| unseen(place, &error))? {
        *seen += 1;
        if *seen > MOST_BESIDE {
            return Ok(());
        }
        let Some(own) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let is_picture =
            [".jpg", ".jpeg", ".png", ".gif", ".webp"].iter().any(|end| own.to_lowercase().ends_with(end));
        match kind {
            FileKind::Folder if depth > 0 => {
                gather(&place.join(own), (&format!("{before}{own}/"), depth - 1), seen, names)?;
            }
            FileKind::File if is_picture => names.push(format!("{before}{own}")),
            _ => {}
        }
    }
    Ok(())
}

/// Makes texts with their pictures, as [`create_all`] does.
pub fn create(root: &Path, files: &[NewFile], pictures: &[(String, Vec<u8>)]) -> Result<(), Diagnostic> {
    create_all(root, files, pictures.iter().map(|(path, bytes)| (path.as_str(), Ok(bytes.clone()))))
}

/// Makes texts with their pictures: all of it or nothing. The texts come last, so that no text shows a picture that is not there.
pub fn create_all<'p>(
    root: &Path,
    files: &[NewFile],
    pictures: impl Iterator<Item = (&'p str, io::Result<Vec<u8>>)>,
) -> Result<(), Diagnostic> {
    let mut made: Vec<Place> = Vec::new();
    let take_back = |made: &[Place]| {
        made.iter().for_each(|place| {
            let _ = place.remove_file();
        });
    };
    for (path, bytes) in pictures {
        if let Err(error) = bytes.and_then(|bytes| add(root, path, &bytes, &mut made)) {
            take_back(&made);
            let code = match error.kind() {
                io::ErrorKind::AlreadyExists => Code::FileExists,
                _ => Code::CannotCreate,
            };
            let told = Diagnostic::anywhere(code).with("path", create::shown(root, path));
            return Err(told.saying("reason", Phrase::of_system(&error)));
        }
    }
    create::create(root, files).inspect_err(|_| take_back(&made))
}

fn add(root: &Path, path: &str, bytes: &[u8], made: &mut Vec<Place>) -> io::Result<()> {
    let place = Ground::open(root)?.place().join(path);
    if let Some(folder) = place.parent() {
        match folder.make_folder() {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
    }
    let mut file = place.create()?;
    made.push(place);
    io::Write::write_all(&mut file, bytes)
}
