//! Makes new files on this machine, and never writes over one.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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

/// Makes files below a folder. Where one cannot be made, those that were are taken back, and the folders that were made for them.
pub fn create(root: &Path, files: &[NewFile]) -> Result<(), Diagnostic> {
    let mut made = Made::default();
    let result = files.iter().try_for_each(|file| create_one(root, file, &mut made));
    result.inspect_err(|_| made.take_back())
}

/// What was made a moment ago, by us.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    fn take_back(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            // Only when it is empty: what somebody else has put there stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

fn create_one(root: &Path, file: &NewFile, made: &mut Made) -> Result<(), Diagnostic> {
    let path = root.join(&file.path);
    let folder = path.parent().unwrap_or(root);
    let result = make_folders(root, folder, &mut made.folders).and_then(|()| {
        let mut new = fs::File::create_new(&path)?;
        made.files.push(path.clone());
        new.write_all(file.text.as_bytes())
    });
    result.map_err(|error| {
        let code = match error.kind() {
            io::ErrorKind::AlreadyExists => Code::FileExists,
            _ => Code::CannotCreate,
        };
        let diagnostic = Diagnostic::anywhere(code).with("path", shown(root, &file.path));
        diagnostic.saying("reason", Phrase::of_system(&error))
    })
}

/// Makes a folder below the root, and those above it. One of the content that is a link could make us write elsewhere: it is refused
/// before anything is made in it.
fn make_folders(root: &Path, folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    let mut missing: Vec<&Path> = root.ancestors().take_while(|above| is_missing(above)).collect();
    missing.reverse();
    for above in missing {
        make_folder(above, made)?;
    }
    let mut path = root.to_path_buf();
    for part in folder.strip_prefix(root).unwrap_or(folder).components() {
        path.push(part);
        if path.symlink_metadata().is_ok_and(|found| found.is_symlink()) {
            return Err(io::Error::other(format!("{} is a link", path.display())));
        }
        make_folder(&path, made)?;
    }
    Ok(())
}

fn is_missing(folder: &Path) -> bool {
    // The folder that one is in has no name.
    !folder.as_os_str().is_empty() && !folder.exists()
}

fn make_folder(folder: &Path, made: &mut Vec<PathBuf>) -> io::Result<()> {
    match fs::create_dir(folder) {
        Ok(()) => made.push(folder.to_path_buf()),
        Err(_) if folder.is_dir() => {}
        // A file in the place of a folder is no file that is there already.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            return Err(io::Error::from(io::ErrorKind::NotADirectory));
        }
        Err(error) => return Err(error),
    }
    Ok(())
}

/// A file's path as the person would write it.
pub fn shown(root: &Path, path: &str) -> String {
    if root == Path::new(".") { path.to_string() } else { root.join(path).display().to_string() }
}

#[cfg(test)]
mod tests {
    use tempfile::TempDir;

    use super::*;

    fn file(path: &str) -> NewFile {
        NewFile { path: path.to_string(), text: "x".to_string() }
    }

    /// All that lies below a folder.
    fn all(folder: &Path) -> Vec<PathBuf> {
        let mut found: Vec<PathBuf> = fs::read_dir(folder)
            .unwrap()
            .flat_map(|entry| {
                let path = entry.unwrap().path();
                let inner = if path.is_dir() { all(&path) } else { Vec::new() };
                std::iter::once(path).chain(inner)
            })
            .collect();
        found.sort();
        found
    }

    #[test]
    fn files_are_made_with_their_folders_and_never_over_others() {
        let root = TempDir::new().unwrap();
        create(root.path(), &[file("a/b/c.md"), file("a/d.md")]).unwrap();
        let names = ["a", "a/b", "a/b/c.md", "a/d.md"];
        assert_eq!(all(root.path()), names.map(|name| root.path().join(name)));
        let found = create(root.path(), &[file("e/f.md"), file("a/d.md")]).unwrap_err();
        assert_eq!(found.code, Code::FileExists);
        assert_eq!(
            all(root.path()),
            names.map(|name| root.path().join(name)),
            "nothing is left, nothing is gone"
        );
    }

    #[test]
    fn when_a_file_cannot_be_made_the_folders_are_taken_back_and_others_stay() {
        let above = TempDir::new().unwrap();
        fs::create_dir(above.path().join("own")).unwrap();
        fs::write(above.path().join("own/file"), "x").unwrap();
        for root in ["new/deeper", "own"] {
            let root = above.path().join(root);
            let found = create(&root, &[file("a/b/c.md"), file("file/d.md"), file("a/b/c.md")]).unwrap_err();
            assert!(matches!(found.code, Code::FileExists | Code::CannotCreate));
            let left = ["own", "own/file"].map(|name| above.path().join(name));
            assert_eq!(all(above.path()), left, "{}", root.display());
        }
    }

    #[cfg(unix)]
    #[test]
    fn nothing_is_made_through_a_folder_that_is_a_link() {
        let (root, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        std::os::unix::fs::symlink(elsewhere.path(), root.path().join("content")).unwrap();
        let found = create(root.path(), &[file("own/a.md"), file("content/alfa/news/b.md")]).unwrap_err();
        assert_eq!(found.code, Code::CannotCreate);
        assert!(all(elsewhere.path()).is_empty(), "nor any folder");
        assert_eq!(fs::read_dir(root.path()).unwrap().count(), 1);
        // The source folder itself may be one: whoever names it knows.
        let link = root.path().join("link");
        std::os::unix::fs::symlink(elsewhere.path(), &link).unwrap();
        create(&link, &[file("a/b.md")]).unwrap();
        assert!(elsewhere.path().join("a/b.md").is_file());
    }
}
