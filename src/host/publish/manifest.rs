//! The list of the files that fcsite wrote: what it may remove, and what it need not write again.
//!
//! It is text, a line a file, so that a person can read it and a tool can compare it. It holds no times, so the same site has the
//! same list. Its last line is a checksum of all before: a torn list is worse than none, since it decides what is deleted.
//! What a watch published since is in the journal that continues it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Bound::{Excluded, Included};
use std::time::SystemTime;

use super::disk;
use super::entry::Entry;
use super::error::{PublishError, io};
use super::names::{MANIFEST, parents, vet};
use crate::base::{Fingerprint, Mixer};
use crate::host::ground::{FileKind, Place};

/// A list of a million files is no larger.
pub(super) const MOST: u64 = 96 << 20;

const HEADER: &str = "fcsite-manifest 1";

/// Path → what is known of the file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Manifest {
    /// Sorted, so that the text is the same for the same site.
    pub files: BTreeMap<Box<str>, Entry>,
    /// When it was written, as the file system says. What is newer was touched by someone else.
    pub written: Option<SystemTime>,
    /// The checksum of the text on the disk, which a journal may continue. Zero: there is none.
    pub id: Fingerprint,
    /// What the seal of the text is made of, when nothing continues it.
    pub digest: Option<Digest>,
}

/// A cryptographic hash (BLAKE3) of a list's text.
pub(super) type Digest = [u8; 32];

/// What lies where a manifest is looked for.
pub(super) enum Found {
    /// There is none.
    Nothing,
    /// There is one, but it is torn or not ours.
    Damaged,
    Whole(Manifest),
}

impl Found {
    /// The manifest, or an empty one.
    pub fn or_empty(self) -> Manifest {
        match self {
            Self::Whole(manifest) => manifest,
            Self::Nothing | Self::Damaged => Manifest::default(),
        }
    }
}

/// Looks for the manifest of a folder, without what continues it.
pub(super) fn read(folder: &Place) -> Result<Found, PublishError> {
    let place = folder.join(MANIFEST);
    let written = match place.look_for().map_err(io("read the list in", folder))? {
        None => return Ok(Found::Nothing),
        Some(look) if look.kind == FileKind::File && look.length <= MOST => look.time(),
        Some(_) => return Ok(Found::Damaged),
    };
    let bytes = place.read(MOST).map_err(io("read the list in", folder))?;
    Ok(match parse(&bytes) {
        Some((files, id)) => Found::Whole(Manifest { files, written, id, digest: Some(digest(&bytes)) }),
        None => Found::Damaged,
    })
}

fn digest(text: &[u8]) -> Digest {
    *blake3::hash(text).as_bytes()
}

/// Writes the manifest of an output anew, at once, and notes its checksum, digest and time in it. `time` keeps the time up to which files
/// are trusted; None means up to now.
pub(super) fn replace(
    output: &Place,
    manifest: &mut Manifest,
    time: Option<SystemTime>,
    sync: bool,
) -> Result<(), PublishError> {
    let place = output.join(MANIFEST);
    let text = manifest.text();
    let (part, mut file) = place.temporary().map_err(io("write", &place))?;
    let written = file
        .write_all(text.as_bytes())
        .and_then(|()| time.map_or(Ok(()), |time| file.set_modified(time)))
        .and_then(|()| if sync { file.sync_all() } else { Ok(()) })
        .and_then(|()| part.rename(&place));
    if let Err(error) = written {
        disk::remove(&part)?;
        return Err(io("write", &place)(error));
    }
    if sync {
        disk::flush(output)?;
    }
    manifest.written = place.look().ok().and_then(|look| look.time());
    Ok(())
}

impl Manifest {
    /// Takes over what is known of the text, but not the files.
    pub fn stand_on(&mut self, other: &Self) {
        (self.id, self.digest, self.written) = (other.id, other.digest, other.written);
    }

    /// The text of the list, as it lies in the output. Its checksum and digest are noted.
    pub fn text(&mut self) -> String {
        let (text, id) = self.render();
        (self.id, self.digest) = (id, Some(digest(text.as_bytes())));
        text
    }

    /// What the seal of the list in an output is made of: its text and its time. None: it has none, or something continues it.
    pub fn sealed_bytes(&self) -> Option<Vec<u8>> {
        let time = self.written?.duration_since(SystemTime::UNIX_EPOCH).ok()?;
        Some([self.digest?.as_slice(), &time.as_nanos().to_le_bytes()].concat())
    }

    /// The files of the site: all but those that stay for the build before.
    pub fn lasting(&self) -> impl Iterator<Item = (&Box<str>, &Entry)> {
        self.files.iter().filter(|(_, entry)| !entry.retained)
    }

    /// A fingerprint of the site: its paths and hashes.
    pub fn listing(&self) -> Fingerprint {
        let mut mixer = Mixer::default();
        for (path, entry) in self.lasting() {
            mixer.add(path).add(&entry.hash);
        }
        mixer.finish128()
    }

    /// The text, and its checksum.
    fn render(&self) -> (String, Fingerprint) {
        let mut text = String::with_capacity(64 + self.files.len() * 96);
        text.push_str(HEADER);
        text.push('\n');
        for (path, entry) in &self.files {
            let flag = if entry.retained { 'r' } else { '-' };
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {} {flag} {path}", entry.hash, entry.length);
        }
        let checksum = Fingerprint::of(text.as_bytes());
        let _ = writeln!(text, "checksum {checksum}");
        (text, checksum)
    }

    /// Does a file lie below this folder?
    pub fn is_folder(&self, folder: &str) -> bool {
        self.below(folder).next().is_some()
    }

    /// The files below a folder, at every level.
    pub fn below(&self, folder: &str) -> impl Iterator<Item = (&Box<str>, &Entry)> {
        // 0 comes right after /.
        let (from, to) = (format!("{folder}/"), format!("{folder}0"));
        self.files.range::<str, _>((Included(from.as_str()), Excluded(to.as_str())))
    }

    /// The folders that the files lie in, at every level.
    pub fn folders(&self) -> BTreeSet<&str> {
        let mut folders = BTreeSet::new();
        for path in self.files.keys() {
            for folder in parents(path) {
                if !folders.insert(folder) {
                    break;
                }
            }
        }
        folders
    }
}

fn parse(bytes: &[u8]) -> Option<(BTreeMap<Box<str>, Entry>, Fingerprint)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (body, last) = text.strip_suffix('\n')?.rsplit_once('\n')?;
    let checksum: Fingerprint = last.strip_prefix("checksum ")?.parse().ok()?;
    if Fingerprint::of(&bytes[..=body.len()]) != checksum {
        return None;
    }
    let mut lines = body.split('\n');
    if lines.next()? != HEADER {
        return None;
    }
    Some((lines.map(line).collect::<Option<_>>()?, checksum))
}

fn line(line: &str) -> Option<(Box<str>, Entry)> {
    let mut fields = line.splitn(4, ' ');
    let hash = fields.next()?.parse().ok()?;
    let length = fields.next()?.parse().ok()?;
    let retained = match fields.next()? {
        "r" => true,
        "-" => false,
        _ => return None,
    };
    let path = fields.next()?;
    // A list that names a file outside the folder would have it removed.
    vet(path).ok()?;
    Some((path.into(), Entry { hash, length, retained, slot: 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let entry = |bytes: &[u8], retained| Entry {
            hash: Fingerprint::of(bytes),
            length: bytes.len() as u64,
            retained,
            slot: 0,
        };
        let files = [("b/å ä.html".into(), entry(b"1", false)), ("a.css".into(), entry(b"", true))];
        Manifest { files: files.into(), ..Manifest::default() }
    }

    #[test]
    fn a_manifest_reads_back_what_it_wrote() {
        let files = |mut manifest: Manifest| parse(manifest.text().as_bytes()).map(|(files, _)| files);
        assert_eq!(files(sample()), Some(sample().files));
        assert_eq!(files(Manifest::default()), Some(BTreeMap::new()));
    }

    #[test]
    fn a_torn_or_changed_manifest_is_noticed() {
        let text = sample().text();
        for end in 0..text.len() {
            assert_eq!(parse(&text.as_bytes()[..end]), None, "cut at {end}");
        }
        for at in 0..text.len() - 1 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            assert_eq!(parse(&bytes), None, "changed at {at}");
        }
    }

    #[test]
    fn a_manifest_that_names_a_file_elsewhere_is_damaged() {
        let mut manifest = sample();
        manifest.files.insert("../content/site.yaml".into(), sample().files["a.css"]);
        assert_eq!(parse(manifest.text().as_bytes()), None);
    }
}
