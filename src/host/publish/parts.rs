//! Outputs that were built apart, by other processes or on other machines, put together to one site.
//!
//! Each build has an output of its own, so none waits for another, none needs a lock that a network disk may not keep, and one that is killed
//! leaves what it had: the old part or the new one. What is put together goes through the stage as any build's files do, so a reader meets the
//! whole new site or the old one.
//!
//! Nothing that a part says of itself is believed: its list is read as a stranger's, no link in it is followed, a file counts only with the
//! length and fingerprint that its list says, and what is taken is only what lies in a municipality's own folder.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::disk::LARGEST;
use super::error::{PublishError, io};
use super::journal;
use super::manifest::{Found, Manifest};
use super::names::MANIFEST;
use crate::base::Fingerprint;
use crate::host::ground::{self, FileKind, Ground, Place};

/// Takes a file with its bytes.
pub type PutFile<'a> = &'a (dyn Fn(&str, &[u8]) -> Result<(), PublishError> + Sync);

/// A folder of outputs.
#[derive(Debug)]
pub struct SiteParts {
    folder: PathBuf,
    parts: Vec<SitePart>,
}

#[derive(Debug)]
struct SitePart {
    place: Place,
    manifest: Manifest,
}

impl SiteParts {
    /// Looks at every folder that lies in this one and has a list of fcsite's. No link of the source folder leads to it.
    pub fn open(source: &Path, folder: &Path) -> Result<Self, PublishError> {
        if let Some(link) = ground::link_of(source, folder).map_err(io("look at", folder))? {
            let target = ground::target_of(&link).unwrap_or_default();
            return Err(PublishError::Link { output: link, target });
        }
        let ground = Ground::open_from(source, folder).map_err(|error| match ground::is_link(&error) {
            true => PublishError::Link {
                output: folder.to_owned(),
                target: ground::target_of(folder).unwrap_or_default(),
            },
            false => io("open", folder)(error),
        })?;
        let ground = ground.place();
        let mut names = ground.names().map_err(io("look into", folder))?;
        // What begins with a dot is a part on its way.
        names.retain(|(name, kind)| *kind == FileKind::Folder && !is_hidden(name));
        names.sort_by(|one, other| one.0.cmp(&other.0));
        let mut parts = Vec::new();
        for (name, _) in names {
            let place = ground.join(name);
            match journal::read(&place)? {
                Found::Whole(manifest) => parts.push(SitePart { place, manifest }),
                Found::Damaged => return Err(PublishError::TornPart(place.join(MANIFEST).path())),
                Found::Nothing => {}
            }
        }
        Ok(Self { folder: folder.to_owned(), parts })
    }

    /// Hands on the folders of these municipalities, each from the one part that has it; says how many
    /// pages they have, old addresses included.
    pub fn put_into(&self, put: PutFile<'_>, municipalities: &[String]) -> Result<usize, PublishError> {
        // First whether all are there: nothing is copied in vain.
        let found: Vec<_> =
            municipalities.iter().map(|id| Ok((id, self.of(id)?))).collect::<Result<_, PublishError>>()?;
        found.into_par_iter().map(|(id, part)| part.put_into(put, id)).sum()
    }

    /// The part that has a municipality.
    fn of(&self, id: &str) -> Result<&SitePart, PublishError> {
        let mut having = self.parts.iter().filter(|part| part.files(id).next().is_some());
        match (having.next(), having.next()) {
            (Some(part), None) => Ok(part),
            (Some(part), Some(other)) => Err(PublishError::TwoParts {
                name: id.to_owned(),
                one: part.place.path(),
                other: other.place.path(),
            }),
            (None, _) => Err(PublishError::NoPart { name: id.to_owned(), folder: self.folder.clone() }),
        }
    }
}

impl SitePart {
    /// The files of a municipality that its last build made, each with its length and fingerprint.
    fn files(&self, id: &str) -> impl Iterator<Item = (&str, u64, Fingerprint)> {
        let files = self.manifest.below(id).filter(|(_, entry)| !entry.retained);
        files.map(|(path, entry)| (&**path, entry.length, entry.hash))
    }

    fn put_into(&self, put: PutFile<'_>, id: &str) -> Result<usize, PublishError> {
        let files: Vec<_> = self.files(id).collect();
        let one = |(path, length, hash): &(&str, u64, Fingerprint)| {
            let file = self.place.join(path);
            let torn = || PublishError::TornPart(file.path());
            let look = file.look_for().map_err(io("look at", &file))?;
            let is_listed = look.is_some_and(|look| look.kind == FileKind::File && look.length == *length);
            if !is_listed || *length > LARGEST {
                return Err(torn());
            }
            let bytes = file.read(*length).map_err(io("read", &file))?;
            if Fingerprint::of(&bytes) != *hash {
                return Err(torn());
            }
            put(path, &bytes)
        };
        files.par_iter().with_min_len(8).try_for_each(one)?;
        Ok(files.iter().filter(|(path, ..)| path.ends_with(".html")).count())
    }
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}
