//! Changes a file that somebody wrote, when nobody has changed it meanwhile; makes new ones and takes them away; and says what lies in a folder.

use std::fs::File;
use std::io::{self, Write as _};
use std::path::Path;

use super::ground::{Ground, Place, PlainFile, is_absent, is_link};
use crate::base::{Code, Diagnostic, Phrase};
use crate::parse::MAX_TEXT_BYTES;

/// So many folders may be missing on the way to a new file.
const DEPTH: usize = 4;

/// What a file of a folder holds.
pub fn read(root: &Path, path: &str) -> Result<Vec<u8>, Diagnostic> {
    let read = || Ground::open(root)?.place().join(path).read(MAX_TEXT_BYTES);
    read().map_err(|error| unseen(root, path, &error))
}

/// Writes a text in the place of what a file held when it was read. One that holds something else by now is left alone.
pub fn change(root: &Path, path: &str, (before, after): (&[u8], &[u8])) -> Result<(), Diagnostic> {
    unless_overtaken((root, path), before, &|place| replace(place, after))
}

/// Makes a file that is not there, so that others see all of it or nothing. One that is there is left alone.
pub fn make(root: &Path, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
    let make = || {
        let place = Ground::open(root)?.place().join(path);
        place.parent().map_or(Ok(0), |folder| folder.make_folders(DEPTH))?;
        let (part, mut file) = place.temporary()?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        drop(file);
        let made = written.and_then(|()| match part.link(&place) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => write_whole(&place, bytes),
            linked => linked,
        });
        let _ = part.remove_file();
        made
    };
    make().map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => failed_as(Code::FileExists, (root, path), &error),
        _ => failed(root, path, &error),
    })
}

/// Writes a new file where none can have a second name. What could not be written whole is of no use.
fn write_whole(place: &Place, bytes: &[u8]) -> io::Result<()> {
    let mut file = place.create()?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| {
        let _ = place.remove_file();
    })
}

/// Does a file hold these bytes?
pub fn holds(root: &Path, path: &str, bytes: &[u8]) -> bool {
    let read = || Ground::open(root)?.place().join(path).read(bytes.len() as u64);
    read().is_ok_and(|held| held == bytes)
}

/// Takes a file away that holds these bytes. One that holds others by now is left alone.
pub fn remove(root: &Path, path: &str, before: &[u8]) -> Result<(), Diagnostic> {
    unless_overtaken((root, path), before, &Place::remove_file)
}

/// Takes the folders away that a file was the last in, up to the one of this name, which stays. A folder of a municipality that is empty would
/// be one without its file.
pub fn tidy(root: &Path, path: &str, up_to: &str) {
    let Ok(ground) = Ground::open(root) else { return };
    let mut folder = path.rsplit_once('/').map(|(folder, _)| folder);
    while let Some(name) = folder.filter(|name| *name != up_to && name.starts_with(up_to)) {
        // One that holds something stays: the system does not remove it.
        if ground.place().join(name).remove_folder().is_err() {
            return;
        }
        folder = name.rsplit_once('/').map(|(above, _)| above);
    }
}

/// Does something with a file that holds these bytes still.
fn unless_overtaken(
    (root, path): (&Path, &str),
    before: &[u8],
    act: &dyn Fn(&Place) -> io::Result<()>,
) -> Result<(), Diagnostic> {
    let act = || {
        let place = Ground::open(root)?.place().join(path);
        if place.read(MAX_TEXT_BYTES)? == before { act(&place).map(|()| true) } else { Ok(false) }
    };
    match act() {
        Ok(true) => Ok(()),
        Ok(false) => Err(overtaken(root, path)),
        Err(error) if is_absent(&error) => Err(overtaken(root, path)),
        Err(error) => Err(failed_as(Code::CannotCreate, (root, path), &error).with("kind", "change")),
    }
}

fn overtaken(root: &Path, path: &str) -> Diagnostic {
    let path = super::create::shown(root, path);
    let found = Diagnostic::anywhere(Code::CannotCreate).with("path", path).with("kind", "overtaken");
    found.saying("reason", Phrase::new("changed-meanwhile"))
}

/// Was a file left alone since somebody else had changed it, or had made one of its name?
pub fn is_overtaken(found: &Diagnostic) -> bool {
    found.code == Code::FileExists || found.arg("kind") == Some("overtaken")
}

/// Writes a file so that others see all of it, or what was there before; who may read it stays the same.
fn replace(place: &Place, bytes: &[u8]) -> io::Result<()> {
    let before = place.open()?;
    // To rename a new file over it would be allowed; but whoever locked it meant that it stays.
    if before.metadata()?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    let (part, mut file) = place.temporary()?;
    // On the disk before it has its name: “saved” is said of nothing that a power cut could take back.
    let written =
        file.write_all(bytes).and_then(|()| take_after(&file, &before)).and_then(|()| file.sync_all());
    drop((file, before));
    written.and_then(|()| part.rename(place)).inspect_err(|_| {
        // What could not be written whole is of no use.
        let _ = part.remove_file();
    })
}

/// Gives a file the group and the rights of another, so that colleagues can go on with it.
fn take_after(file: &File, before: &PlainFile) -> io::Result<()> {
    let like = before.metadata()?;
    #[cfg(unix)]
    {
        use std::fs::Permissions;
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown};
        let own = file.metadata()?;
        // Whoever may not give it to that group writes with their own, as any program would.
        if own.gid() != like.gid() {
            let _ = fchown(file, None, Some(like.gid()));
        }
        // To read and write, no more: with the bits that make a program run as its owner, the file of another would run as ours.
        let readable = like.mode() & 0o666;
        let rights = if own.uid() == like.uid() { readable } else { readable & 0o664 };
        file.set_permissions(Permissions::from_mode(rights))
    }
    #[cfg(not(unix))]
    file.set_permissions(like.permissions())
}

fn failed(root: &Path, path: &str, error: &io::Error) -> Diagnostic {
    failed_as(Code::CannotCreate, (root, path), error).with("kind", "make")
}

fn failed_as(code: Code, (root, path): (&Path, &str), error: &io::Error) -> Diagnostic {
    let path = super::create::shown(root, path);
    Diagnostic::anywhere(code).with("path", path).saying("reason", Phrase::of_system(error))
}

/// What could not be looked at, so that nobody takes it for gone.
pub fn unseen(root: &Path, path: &str, error: &io::Error) -> Diagnostic {
    failed_as(Code::CannotCreate, (root, path), error).with("kind", "look")
}

/// The names in a folder below another; none where it is not there, or behind a link.
pub fn names_in(root: &Path, folder: &str) -> Result<Vec<String>, Diagnostic> {
    let names = match Ground::open(root).and_then(|ground| ground.place().join(folder).names()) {
        Err(error) if is_absent(&error) || is_link(&error) => Vec::new(),
        result => result.map_err(|error| unseen(root, folder, &error))?,
    };
    Ok(names.into_iter().map(|(name, _)| name.to_string_lossy().into_owned()).collect())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
mod tests {
    use std::fs;

    use tempfile::TempDir;

    use super::*;
    use crate::base::{Locale, Messages};

    #[test]
    fn a_file_is_changed_whole_and_not_when_somebody_else_was_faster() {
        let root = TempDir::new().unwrap();
        fs::write(root.path().join("a.yaml"), "one").unwrap();
        let before = read(root.path(), "a.yaml").unwrap();
        change(root.path(), "a.yaml", (&before, b"two")).unwrap();
        assert_eq!(fs::read(root.path().join("a.yaml")).unwrap(), b"two");
        let found = change(root.path(), "a.yaml", (&before, b"three")).unwrap_err();
        assert!(is_overtaken(&found));
        let found = remove(root.path(), "a.yaml", &before).unwrap_err();
        for locale in Locale::ALL {
            let said = Messages::whole(locale).render(&found);
            let foreign = if locale == Locale::Swedish { "somebody" } else { "någon" };
            assert!(!format!("{said:?}").contains(foreign), "{said:?}");
        }
        assert_eq!(fs::read(root.path().join("a.yaml")).unwrap(), b"two");
        assert_eq!(names_in(root.path(), "").unwrap(), ["a.yaml"], "nothing is left behind");
    }

    #[cfg(unix)]
    #[test]
    fn who_may_read_a_file_stays_the_same_and_a_link_is_not_followed() {
        use std::os::unix::fs::PermissionsExt as _;
        let (root, elsewhere) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        let path = root.path().join("a.yaml");
        fs::write(&path, "one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        change(root.path(), "a.yaml", (b"one", b"two")).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o660);
        // Nothing that is written runs, least of all as its owner.
        fs::set_permissions(&path, fs::Permissions::from_mode(0o6775)).unwrap();
        change(root.path(), "a.yaml", (b"two", b"one")).unwrap();
        change(root.path(), "a.yaml", (b"one", b"two")).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o664);
        fs::write(elsewhere.path().join("x"), "one").unwrap();
        std::os::unix::fs::symlink(elsewhere.path().join("x"), root.path().join("b.yaml")).unwrap();
        assert!(change(root.path(), "b.yaml", (b"one", b"two")).is_err());
        assert_eq!(fs::read(elsewhere.path().join("x")).unwrap(), b"one");
    }
}
