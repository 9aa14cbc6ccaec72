//! Makes new files on this machine, and never writes over one.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use crate::base::{Code, Diagnostic, Phrase};
use crate::scaffold::NewFile;

/// What systems and version control leave in a folder, and what fcsite itself did there.
const LITTER: [&str; 5] = [".git", ".fcsite", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// Is the folder new or empty, so that a site may be made in it?
pub fn is_free(folder: &Path) -> io::Result<bool> {
    if folder.symlink_metadata().is_ok_and(|found| found.is_symlink()) && !folder.exists() {
        return Err(io::Error::other("the link leads nowhere"));
    }
    match fs::read_dir(folder) {
        Ok(mut entries) => Ok(entries.all(|entry| {
            entry.is_ok_and(|entry| {
                let name = entry.file_name();
                LITTER.iter().any(|litter| name.eq_ignore_ascii_case(litter))
            })
        })),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// Makes files below a folder. Where one cannot be made, those that were are taken back.
pub fn create(root: &Path, files: &[NewFile]) -> Result<(), Diagnostic> {
    let mut made = Vec::new();
    for file in files {
        match create_one(root, file) {
            Ok(()) => made.push(root.join(&file.path)),
            Err(diagnostic) => {
                for path in made {
                    // It was made a moment ago, by us.
                    let _ = fs::remove_file(path);
                }
                return Err(diagnostic);
            }
        }
    }
    Ok(())
}

fn create_one(root: &Path, file: &NewFile) -> Result<(), Diagnostic> {
    let failed = |error: &io::Error| {
        let code = match error.kind() {
            io::ErrorKind::AlreadyExists => Code::FileExists,
            _ => Code::CannotCreate,
        };
        let diagnostic = Diagnostic::anywhere(code).with("path", shown(root, &file.path));
        diagnostic.saying("reason", Phrase::of_system(error))
    };
    let path = root.join(&file.path);
    let linked = |error: io::Error| failed(&error);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(linked)?;
        refuse_links(root, folder).map_err(linked)?;
    }
    let mut new = fs::File::create_new(&path).map_err(|error| failed(&error))?;
    new.write_all(file.text.as_bytes()).map_err(|error| {
        // What could not be written whole is of no use.
        let _ = fs::remove_file(&path);
        failed(&error)
    })
}

/// A file's path as the person would write it.
pub fn shown(root: &Path, path: &str) -> String {
    if root == Path::new(".") { path.to_string() } else { root.join(path).display().to_string() }
}

/// A folder of the content that is a link could make us write elsewhere.
fn refuse_links(root: &Path, folder: &Path) -> io::Result<()> {
    let below = folder.strip_prefix(root).unwrap_or(folder);
    let mut path = root.to_path_buf();
    for part in below.components() {
        path.push(part);
        if path.symlink_metadata()?.is_symlink() {
            return Err(io::Error::other(format!("{} is a link", path.display())));
        }
    }
    Ok(())
}
