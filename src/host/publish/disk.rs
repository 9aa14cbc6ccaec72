//! The few things done to single files, each in its careful form.

use std::cmp::Ordering;
use std::io::ErrorKind;
use std::time::SystemTime;

use super::entry::Entry;
use super::error::{PublishError, io};
use crate::base::Fingerprint;
use crate::host::ground::{self, FileKind, FileLook, Place};

/// No file of a site is larger. One of holes may be, and is not gone through.
pub(super) const LARGEST: u64 = 256 << 20;

/// What the system says of a file that is as it was when the manifest was written, by its length and time. One of the very time of the manifest (clocks of file systems
/// tick every few milliseconds) is read. Of one that was touched since nothing is believed: its fingerprint is no proof, since other bytes
/// with the same can be made. What cannot be looked at is an error, never a file that is gone.
pub(super) fn untouched(
    place: &Place,
    entry: &Entry,
    written: Option<SystemTime>,
) -> Result<Option<FileLook>, PublishError> {
    let Some(look) = look_at_file(place)?.filter(|look| look.length == entry.length) else {
        return Ok(None);
    };
    let (Some(time), Some(written)) = (look.time(), written) else { return Ok(None) };
    let is_untouched = match time.cmp(&written) {
        Ordering::Less => true,
        Ordering::Equal => fingerprint(place)?.is_some_and(|hash| hash == entry.hash),
        Ordering::Greater => false,
    };
    Ok(is_untouched.then_some(look))
}

/// Does the file hold these very bytes? For where no fingerprint is believed.
pub(super) fn holds_bytes(place: &Place, bytes: &[u8]) -> Result<bool, PublishError> {
    let length = bytes.len() as u64;
    if look_at_file(place)?.is_none_or(|look| look.length != length) {
        return Ok(false);
    }
    match place.read(length) {
        Ok(found) => Ok(found == bytes),
        Err(error) if ground::is_absent(&error) => Ok(false),
        Err(error) => Err(io("read", place)(error)),
    }
}

/// Is there a file that holds what the list says of it?
pub(super) fn holds(place: &Place, entry: &Entry) -> Result<bool, PublishError> {
    Ok(is_as_listed(place, entry)? == Some(true))
}

/// Does the file hold what the list says of it? One that is gone is no other file.
pub(super) fn is_listed(place: &Place, entry: &Entry) -> Result<bool, PublishError> {
    Ok(is_as_listed(place, entry)? != Some(false))
}

/// The same, by either kind of print; none of a file that is gone.
fn is_as_listed(place: &Place, entry: &Entry) -> Result<Option<bool>, PublishError> {
    let Some(size) = look_at_file(place)? else { return Ok(None) };
    if size.length != entry.length || size.length > LARGEST {
        return Ok(Some(false));
    }
    let Some(hash) = fingerprint(place)? else { return Ok(None) };
    let is_by_hand =
        || actual(place, entry, None).map(|found| found.is_none_or(|found| found.hash == entry.hash));
    Ok(Some(hash == entry.hash || is_by_hand()?))
}

/// What the file really holds, as the next manifest says it. None when it is gone.
pub(super) fn actual(
    place: &Place,
    entry: &Entry,
    written: Option<SystemTime>,
) -> Result<Option<Entry>, PublishError> {
    if untouched(place, entry, written)?.is_some() {
        return Ok(Some(*entry));
    }
    // By a print of another kind than that of pages, so that nothing which others wrote is ever taken for one.
    let Some(look) = look_at_file(place)? else { return Ok(None) };
    let mut hasher = blake3::Hasher::new();
    match place.open().and_then(|mut file| std::io::copy(&mut file, &mut hasher)) {
        Ok(_) => {}
        Err(error) if ground::is_absent(&error) => return Ok(None),
        Err(error) => return Err(io("read", place)(error)),
    }
    let hash = Fingerprint::of(hasher.finalize().as_bytes());
    Ok(Some(Entry { hash, length: look.length, retained: entry.retained, slot: entry.slot }))
}

/// What a plain file really holds. None when there is none that a site could have.
pub(super) fn look(place: &Place) -> Result<Option<Entry>, PublishError> {
    let Some(look) = look_at_file(place)?.filter(|look| look.length <= LARGEST) else { return Ok(None) };
    let entry = |hash| Entry { hash, length: look.length, retained: false, slot: 0 };
    Ok(fingerprint(place)?.map(entry))
}

/// What the system says of a plain file. None: there is none here, or a link is on the way to it.
fn look_at_file(place: &Place) -> Result<Option<FileLook>, PublishError> {
    match place.look_for() {
        Ok(look) => Ok(look.filter(|look| look.kind == FileKind::File)),
        Err(error) if ground::is_link(&error) => Ok(None),
        Err(error) => Err(io("look at", place)(error)),
    }
}

fn fingerprint(place: &Place) -> Result<Option<Fingerprint>, PublishError> {
    match place.open().and_then(|mut file| Fingerprint::of_reader(&mut file)) {
        Ok(hash) => Ok(Some(hash)),
        Err(error) if ground::is_absent(&error) => Ok(None),
        Err(error) => Err(io("read", place)(error)),
    }
}

/// Are these two names of one plain file?
pub(super) fn is_one_file(one: &Place, other: &Place) -> bool {
    matches!((one.look(), other.look()), (Ok(one), Ok(other)) if one.is_one_with(&other))
}

/// Gives a file a second name, or where the disk cannot, a copy with the same time. A link is linked, never followed.
pub(super) fn link(from: &Place, to: &Place) -> Result<(), PublishError> {
    let Err(error) = from.link(to) else { return Ok(()) };
    if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::AlreadyExists | ErrorKind::StorageFull) {
        return Err(io("keep", from)(error));
    }
    let look = from.look().map_err(io("keep", from))?;
    if look.kind != FileKind::File {
        return Err(io("keep", from)(error));
    }
    copy(from, to).map_err(io("copy to", to))?;
    // With another time the file is read and hashed once more by the next build, no worse.
    if let Some(time) = look.time() {
        let _ = to.set_modified(time);
    }
    Ok(())
}

/// Copies a plain file to a name that nothing has yet.
pub(super) fn copy(from: &Place, to: &Place) -> std::io::Result<()> {
    let (mut source, mut made) = (from.open()?, to.create()?);
    source.copy_to(&mut made)
}

/// Waits until a file, or a folder's list of names, is on the disk.
pub(super) fn flush(place: &Place) -> Result<(), PublishError> {
    place.flush().map_err(io("flush to the disk", place))
}

/// Removes a file or a link. What is gone already is as good.
pub(super) fn remove(place: &Place) -> Result<(), PublishError> {
    gone(place, place.remove_file())
}

/// Removes an empty folder. What is gone already is as good.
pub(super) fn remove_folder(place: &Place) -> Result<(), PublishError> {
    gone(place, place.remove_folder())
}

fn gone(place: &Place, removed: std::io::Result<()>) -> Result<(), PublishError> {
    match removed {
        // A disk that can only be read says so before it says that nothing is there.
        Err(error) if !ground::is_absent(&error) && !matches!(place.look_for(), Ok(None)) => {
            Err(io("remove", place)(error))
        }
        _ => Ok(()),
    }
}
