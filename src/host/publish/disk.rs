//! The few things done to single files, each in its careful form.

use std::fs::{self, File};
use std::io::{ErrorKind, Write as _};
use std::path::Path;
use std::time::SystemTime;

use super::error::{PublishError, io};
use super::manifest::Entry;
use crate::base::Fingerprint;

/// Writes a new file. Fails where there is one already, so that nothing is ever written through a link.
pub(super) fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    File::create_new(path)?.write_all(bytes)
}

/// Does the file hold what the manifest says? Only its length and time are looked at where they suffice: a file older than the
/// manifest was not touched since.
pub(super) fn holds(path: &Path, entry: &Entry, written: Option<SystemTime>) -> bool {
    let Ok(meta) = fs::symlink_metadata(path) else { return false };
    if !meta.is_file() || meta.len() != entry.length {
        return false;
    }
    let older = matches!((meta.modified(), written), (Ok(file), Some(manifest)) if file < manifest);
    older || read(path).is_some_and(|bytes| Fingerprint::of(&bytes) == entry.hash)
}

/// What the file really holds, as the next manifest says it. None when it is gone.
pub(super) fn actual(path: &Path, entry: &Entry, written: Option<SystemTime>) -> Option<Entry> {
    if holds(path, entry, written) {
        return Some(*entry);
    }
    look(path).map(|actual| Entry { retained: entry.retained, slot: entry.slot, ..actual })
}

/// What a plain file really holds. None when there is none.
pub(super) fn look(path: &Path) -> Option<Entry> {
    if !is_file(path) {
        return None;
    }
    let bytes = read(path)?;
    Some(Entry { hash: Fingerprint::of(&bytes), length: bytes.len() as u64, retained: false, slot: 0 })
}

/// Is this a plain file, and no link to one?
pub(super) fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file())
}

#[expect(clippy::disallowed_methods, reason = "host/publish reads what it published")]
fn read(path: &Path) -> Option<Vec<u8>> {
    fs::read(path).ok()
}

/// Are these two names of one plain file?
#[cfg(unix)]
pub(super) fn is_one_file(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let identity = |path| fs::symlink_metadata(path).map(|meta| (meta.dev(), meta.ino()));
    matches!((identity(one), identity(other)), (Ok(one), Ok(other)) if one == other)
}

/// Are these two names of one plain file? Nobody knows here.
#[cfg(not(unix))]
pub(super) fn is_one_file(_: &Path, _: &Path) -> bool {
    false
}

/// Gives a file a second name, or where the disk cannot, a copy with the same time. A link is linked, never followed.
pub(super) fn link(from: &Path, to: &Path) -> Result<(), PublishError> {
    let Err(error) = fs::hard_link(from, to) else { return Ok(()) };
    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists | ErrorKind::StorageFull) {
        return Err(io("keep", from)(error));
    }
    let meta = fs::symlink_metadata(from).map_err(io("keep", from))?;
    if !meta.is_file() {
        return Err(io("keep", from)(error));
    }
    fs::copy(from, to).map_err(io("copy to", to))?;
    // With another time the file is read and hashed once more by the next build, no worse.
    if let (Ok(file), Ok(time)) = (File::options().write(true).open(to), meta.modified()) {
        let _ = file.set_modified(time);
    }
    Ok(())
}

/// Waits until a file, or a folder's list of names, is on the disk.
pub(super) fn flush(path: &Path) -> Result<(), PublishError> {
    if cfg!(windows) && path.is_dir() {
        return Ok(());
    }
    File::open(path).and_then(|file| file.sync_all()).map_err(io("flush to the disk", path))
}

/// Removes a file or a link. What is gone already is as good.
#[expect(
    clippy::disallowed_methods,
    reason = "host/publish removes only what its callers found in a manifest, or staged"
)]
pub(super) fn remove(path: &Path) -> Result<(), PublishError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(io("remove", path)(error)),
        _ => Ok(()),
    }
}
