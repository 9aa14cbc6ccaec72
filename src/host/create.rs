//! Makes new files on this machine, and never writes over one.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::ground::{self, FileKind, Ground, MadeFolders, Place};
use crate::base::{Code, Diagnostic, Phrase};
use crate::scaffold::NewFile;

/// Is there a folder of this name below the source folder? A link on the way to it is none, wherever it leads.
pub fn has_folder(source: &Path, name: &str) -> bool {
    let look = Ground::open(source).and_then(|ground| ground.place().join(name).look());
    look.is_ok_and(|look| look.kind == FileKind::Folder)
}

/// What systems and version control leave in a folder, and what fcsite itself did there.
const LITTER: [&str; 5] = [".git", ".fcsite", ".DS_Store", "Thumbs.db", "desktop.ini"];

/// What is in a repository before anything is: a fresh clone holds some of it.
const CLONED: [&str; 18] = [
    ".gitattributes",
    ".gitignore",
    ".gitkeep",
    ".gitlab-ci.yml",
    ".editorconfig",
    ".github",
    ".gitlab",
    "README",
    "README.md",
    "README.txt",
    "LICENSE",
    "LICENSE.md",
    "LICENSE.txt",
    "LICENCE",
    "COPYING",
    "CODEOWNERS",
    "CONTRIBUTING.md",
    "SECURITY.md",
];

/// Is the folder new, empty or a fresh clone, so that a site may be made in it?
pub fn is_free(folder: &Path) -> io::Result<bool> {
    match Ground::open(folder) {
        Ok(ground) => {
            Ok(ground.place().names()?.iter().all(|(name, _)| {
                LITTER.iter().chain(&CLONED).any(|litter| name.eq_ignore_ascii_case(litter))
            }))
        }
        Err(_) if ground::target_of(folder).is_some() => Err(io::Error::other("the link leads nowhere")),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(true),
        Err(error) => Err(error),
    }
}

/// The first link of the way that was named to a folder, and where it leads. A way that begins where the person stands goes through what
/// lies there, which somebody else may have laid: a folder called `new` in a repository can be anywhere.
pub fn link_on_way(folder: &Path) -> Option<(PathBuf, PathBuf)> {
    let here = std::env::current_dir().unwrap_or_default();
    let folder = folder.strip_prefix(&here).unwrap_or(folder);
    let ways = folder.ancestors().filter(|way| way.is_relative() && way.file_name().is_some());
    ways.filter_map(|way| Some((way.to_path_buf(), ground::target_of(way)?))).last()
}

/// Makes files below a folder. Where one cannot be made, those that were are taken back, and the folders that were made for them.
pub fn create(root: &Path, files: &[NewFile]) -> Result<(), Diagnostic> {
    create_in(root, &|| Ground::make(root), files)
}

/// The same in a new folder: from where the person stands on no link is followed, whatever becomes of the way meanwhile.
pub fn create_anew(root: &Path, files: &[NewFile]) -> Result<(), Diagnostic> {
    let here = std::env::current_dir().unwrap_or_default();
    create_in(root, &|| Ground::make_from(&here, root), files)
}

/// Makes a folder.
type MakeGround<'a> = &'a dyn Fn() -> io::Result<(Arc<Ground>, MadeFolders)>;

fn create_in(root: &Path, make: MakeGround<'_>, files: &[NewFile]) -> Result<(), Diagnostic> {
    let failed = |path: &str, error: &io::Error| {
        let code = match error.kind() {
            io::ErrorKind::AlreadyExists => Code::FileExists,
            _ => Code::CannotCreate,
        };
        let found = Diagnostic::anywhere(code).with("path", shown(root, path)).with("kind", "make");
        found.saying("reason", Phrase::of_system(error))
    };
    let Some(first) = files.first() else { return Ok(()) };
    let (ground, above) = make().map_err(|error| failed(&first.path, &error))?;
    let mut made = Made { above, ..Made::default() };
    let result = files.iter().try_for_each(|file| {
        create_one(&ground.place(), file, &mut made).map_err(|error| failed(&file.path, &error))
    });
    drop(ground);
    result.inspect_err(|_| made.take_back())
}

/// What was made a moment ago, by us.
#[derive(Default)]
struct Made {
    files: Vec<Place>,
    folders: Vec<Place>,
    /// The folder that all lies in, and those above it.
    above: MadeFolders,
}

impl Made {
    fn take_back(self) {
        let Self { files, folders, above } = self;
        for file in &files {
            let _ = file.remove_file();
        }
        for folder in folders.iter().rev() {
            // Only when it is empty: what somebody else has put there stays.
            let _ = folder.remove_folder();
        }
        // A folder that is held open cannot be removed on Windows.
        drop((files, folders));
        above.unmake();
    }
}

fn create_one(root: &Place, file: &NewFile, made: &mut Made) -> io::Result<()> {
    let place = root.join(&file.path);
    let folders: Vec<Place> = std::iter::successors(place.parent(), Place::parent).collect();
    // The last is the root.
    for folder in folders.iter().rev().skip(1) {
        make_folder(folder, &mut made.folders)?;
    }
    let mut new = place.create()?;
    made.files.push(place);
    new.write_all(file.text.as_bytes())
}

/// Makes a folder. One that is a link could make us write elsewhere: it is refused before anything is made in it.
fn make_folder(folder: &Place, made: &mut Vec<Place>) -> io::Result<()> {
    match folder.make_folder() {
        Ok(()) => made.push(folder.clone()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => match folder.look()?.kind {
            FileKind::Folder => {}
            FileKind::Link => return Err(io::Error::other(format!("{folder} is a link"))),
            // A file in the place of a folder is no file that is there already.
            _ => return Err(io::ErrorKind::NotADirectory.into()),
        },
        Err(error) => return Err(error),
    }
    Ok(())
}

/// A file's path as the person would write it.
pub fn shown(root: &Path, path: &str) -> String {
    // As the person's system writes it.
    let path = if cfg!(windows) { path.replace('/', "\\") } else { path.to_string() };
    if root == Path::new(".") { path } else { root.join(path).display().to_string() }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
mod tests {
    use std::fs;

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

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_folder_is_no_folder_here() {
        let (source, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::create_dir_all(source.path().join("a/schemas")).unwrap();
        fs::create_dir_all(elsewhere.path().join("schemas")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), source.path().join("b")).unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), source.path().join("a/link")).unwrap();
        assert!(has_folder(source.path(), "a/schemas"));
        assert!(["a/link", "b/schemas", "a/none"].iter().all(|name| !has_folder(source.path(), name)));
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
