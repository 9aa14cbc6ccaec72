//! The old site for the new one, in one step that the system makes whole or not at all.
//!
//! Afterwards the old site lies where the stage was. Only what its manifest lists is removed from it: a file that someone saved
//! into the output while the site was built is moved back.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::error::{PublishError, io};
use super::folder::{self, LET_BE};
use super::manifest::{self, Manifest};
use super::{disk, ledger, stage};

/// Exchanges two folders. False: this system, or this disk, cannot.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
pub(super) fn swap(stage: &Path, output: &Path) -> Result<bool, PublishError> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, stage, CWD, output, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        // An old kernel, a network disk, a mount point, another's folder where only the owner may rename.
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP | Errno::XDEV | Errno::BUSY | Errno::PERM) => {
            Ok(false)
        }
        Err(error) => Err(io("publish to", output)(error.into())),
    }
}

/// Exchanges two folders. This system cannot.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn swap(_: &Path, _: &Path) -> Result<bool, PublishError> {
    Ok(false)
}

/// Gives what is let be at the top of the output a second name in the stage, so that it is never missing.
pub(super) fn carry(output: &Path, stage: &Path) -> Result<(), PublishError> {
    for name in LET_BE {
        for entry in WalkDir::new(output.join(name)) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 && is_missing(&error) => continue,
                Err(error) => return Err(folder::walked(output, error)),
            };
            let Ok(path) = entry.path().strip_prefix(output) else { continue };
            let to = stage.join(path);
            if entry.file_type().is_dir() {
                fs::create_dir(&to).map_err(io("make the folder", &to))?;
            } else if let Err(error) = disk::link(entry.path(), &to)
                && entry.file_type().is_file()
            {
                // What is no plain file and cannot have a second name is moved over after the exchange instead.
                return Err(error);
            }
        }
    }
    Ok(())
}

fn is_missing(error: &walkdir::Error) -> bool {
    error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// Takes the second names out of the stage again.
pub(super) fn uncarry(stage: &Path) -> Result<(), PublishError> {
    for name in LET_BE {
        for entry in WalkDir::new(stage.join(name)).contents_first(true).into_iter().filter_map(Result::ok) {
            if entry.file_type().is_dir() {
                fs::remove_dir(entry.path()).map_err(io("remove", entry.path()))?;
            } else {
                disk::remove(entry.path())?;
            }
        }
    }
    Ok(())
}

/// Does a folder without a manifest hold nothing but what is let be? Then it was an output before its first site.
pub(super) fn holds_only_let_be(folder: &Path) -> Result<bool, PublishError> {
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.map_err(|error| folder::walked(folder, error))?;
        let path = folder::relative(folder, entry.path());
        let known = entry.file_type().is_dir()
            || path.is_some_and(|path| LET_BE.contains(&ledger::top(&path)) || folder::is_litter(&path));
        if !known {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Removes a replaced site: what its manifest lists and the second names of what is let be. All else is moved to the output, and
/// told. A site that could not be removed wholly keeps its manifest, for the next build to go on.
pub(super) fn clear(old: &Path, output: &Path, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
    let found = tidy(old, output, manifest, true)?;
    disk::remove(&old.join(manifest::NAME))?;
    fs::remove_dir(old).map_err(io("remove", old))?;
    Ok(found)
}

/// Leaves of a replaced site only what its manifest lists, for the next build to start from. All else goes as in [`clear`].
pub(super) fn spare(old: &Path, output: &Path, manifest: &Manifest) -> Result<Vec<String>, PublishError> {
    tidy(old, output, manifest, false)
}

fn tidy(old: &Path, output: &Path, manifest: &Manifest, wholly: bool) -> Result<Vec<String>, PublishError> {
    let folders = manifest.folders();
    let mut found = Vec::new();
    for entry in WalkDir::new(old).min_depth(1).contents_first(true) {
        let entry = entry.map_err(|error| folder::walked(old, error))?;
        let path = folder::relative(old, entry.path());
        let path = path.as_deref();
        if entry.file_type().is_dir() {
            let ours = path.is_some_and(|path| folders.contains(path));
            let emptied = (wholly || !ours) && fs::remove_dir(entry.path()).is_ok();
            if emptied && !ours {
                make_again(old, entry.path(), output)?;
            }
        } else if path == Some(manifest::NAME) {
            continue;
        } else if (entry.depth() == 1 && stage::is_marker(entry.path()))
            || is_second_name(entry.path(), path, output)
        {
            disk::remove(entry.path())?;
        } else if !is_let_be(path) && entry.file_type().is_file() && is_listed(path, manifest) {
            if wholly {
                disk::remove(entry.path())?;
            }
        } else {
            put_back(old, entry.path(), output, &mut found)?;
        }
    }
    found.sort();
    Ok(found)
}

fn is_let_be(path: Option<&str>) -> bool {
    path.is_some_and(|path| LET_BE.contains(&ledger::top(path)))
}

/// Is this a second name of what is let be, or a copy of it?
fn is_second_name(file: &Path, path: Option<&str>, output: &Path) -> bool {
    is_let_be(path) && path.is_some_and(|path| is_same(file, &output.join(path)))
}

fn is_listed(path: Option<&str>, manifest: &Manifest) -> bool {
    path.is_some_and(|path| manifest.files.contains_key(path))
}

/// Do two names lead to the same file, or to equal ones?
#[expect(clippy::disallowed_methods, reason = "host/publish compares its copies")]
fn is_same(one: &Path, other: &Path) -> bool {
    let (Ok(a), Ok(b)) = (fs::symlink_metadata(one), fs::symlink_metadata(other)) else { return false };
    if disk::is_one_file(one, other) {
        return true;
    }
    a.is_file()
        && b.is_file()
        && a.len() == b.len()
        && matches!((fs::read(one), fs::read(other)), (Ok(a), Ok(b)) if a == b)
}

/// An empty folder of someone else's is made in the new output too.
fn make_again(old: &Path, folder: &Path, output: &Path) -> Result<(), PublishError> {
    let Ok(path) = folder.strip_prefix(old) else { return Ok(()) };
    let to = output.join(path);
    if fs::symlink_metadata(&to).is_ok() {
        return Ok(());
    }
    fs::create_dir_all(&to).map_err(io("make the folder", &to))
}

/// Moves a file that is not ours to the new output, beside what may be there under its name.
fn put_back(old: &Path, file: &Path, output: &Path, found: &mut Vec<String>) -> Result<(), PublishError> {
    let Ok(path) = file.strip_prefix(old) else { return Ok(()) };
    let text = path.to_string_lossy().into_owned();
    let mut to = output.join(path);
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).map_err(io("make the folder", folder))?;
    }
    // What is let be may have been saved anew while its second name was made: the newest is the right one.
    if !LET_BE.contains(&ledger::top(&text)) {
        to = free(to);
    }
    fs::rename(file, &to).map_err(io("move back", &to))?;
    if !LET_BE.contains(&ledger::top(&text)) && !folder::is_litter(&text) {
        found.push(to.strip_prefix(output).unwrap_or(&to).to_string_lossy().into_owned());
    }
    Ok(())
}

/// A name that nothing has yet.
fn free(path: PathBuf) -> PathBuf {
    let mut free = path.clone();
    let mut number = 1;
    while fs::symlink_metadata(&free).is_ok() {
        let mut name = OsString::from(path.as_os_str());
        name.push(format!(".found-{number}"));
        free = PathBuf::from(name);
        number += 1;
    }
    free
}
