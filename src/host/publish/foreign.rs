//! What lies in an output and is not ours: refused by name, before anything is touched.

use std::collections::{BTreeSet, HashSet};

use super::change::Change;
use super::disk;
use super::error::{PublishError, io, unseen_in};
use super::manifest::Manifest;
use super::names::{is_let_be, is_litter, is_part, parents, text_of, top};
use crate::host::ground::{self, FileKind, Order, Place, WalkStep};

/// How many foreign files a refusal names.
const NAMED: usize = 3;
/// Refuses a folder whose top holds what the manifest does not know. What lies deeper is looked at before anything is replaced.
pub(super) fn refuse_foreign_top(output: &Place, manifest: &Manifest) -> Result<(), PublishError> {
    let ours: HashSet<&str> = manifest.files.keys().map(|path| top(path)).collect();
    let mut foreign = Foreign::default();
    for (name, kind) in output.names().map_err(io("look into", output))? {
        let known = name.to_str().is_some_and(|name| {
            // A link is nobody's that we know: it could lead to files of the person's.
            kind != FileKind::Link
                && (ours.contains(name) || is_let_be(name) || (kind == FileKind::File && is_litter(name)))
        });
        let is_nothing = kind == FileKind::Folder && holds_only_litter(&output.join(&name));
        if !known && !is_nothing {
            foreign.add(name.to_string_lossy().into_owned());
        }
    }
    foreign.refuse(output)
}

/// Refuses a folder that holds, at any depth, what the manifest does not know. Says whether all folders in it are open to us.
pub(super) fn refuse_foreign(output: &Place, manifest: &Manifest) -> Result<bool, PublishError> {
    let mut foreign = Foreign::default();
    let mut is_open = !output.is_closed();
    output.walk(Order::FoldersFirst, &mut |step| {
        let step = match step {
            // What is gone since is not in the way.
            Err(unseen) if ground::is_absent(&unseen.error) => return Ok(false),
            step => step.map_err(|unseen| unseen_in(output, unseen))?,
        };
        let path = text_of(step.path);
        let (is_link, is_top) = (step.kind == FileKind::Link, step.depth == 1);
        is_open &= !step.is_closed();
        if is_top && !is_link && path.as_deref().is_some_and(is_let_be) {
            return Ok(false);
        }
        let is_known = |path: &str| manifest.files.contains_key(path) || is_litter(path) || is_part(path);
        let known = step.kind == FileKind::Folder
            || (step.kind == FileKind::File && path.as_deref().is_some_and(is_known));
        if !known {
            foreign.add(step.path.display().to_string());
        }
        Ok::<_, PublishError>(!foreign.more)
    })?;
    foreign.refuse(output).map(|()| is_open)
}

/// Refuses to remove what a list that is not ours says, where another file lies there than the one that it speaks of: whoever makes a list
/// can write the names of a person's own files into it.
pub(super) fn refuse_unlike<'a>(
    output: &Place,
    manifest: &Manifest,
    gone: impl Iterator<Item = &'a str>,
) -> Result<(), PublishError> {
    let mut foreign = Foreign::default();
    for path in gone {
        let Some(entry) = manifest.files.get(path) else { continue };
        if !disk::is_listed(&output.join(path), entry)? {
            foreign.add(path.to_string());
        }
    }
    foreign.refuse(output)
}

/// Refuses to begin where a file could not come to its place, or would replace one of someone else's.
pub(super) fn refuse_clash(output: &Place, change: &Change) -> Result<(), PublishError> {
    refuse_closed(output, change)?;
    refuse_in_the_way(output, change.put.iter().map(|put| &*put.path), &change.removals().0)?;
    refuse_others(output, change.put.iter().filter(|put| put.is_new).map(|put| &*put.path))
}

/// Refuses to begin where a folder that would be changed is closed to us: it would be met half way.
fn refuse_closed(output: &Place, change: &Change) -> Result<(), PublishError> {
    let paths = change.put.iter().map(|put| &*put.path).chain(change.gone.iter().map(|path| &**path));
    let folders: BTreeSet<&str> = paths.flat_map(parents).chain([""]).collect();
    let place = |folder: &str| if folder.is_empty() { output.clone() } else { output.join(folder) };
    match folders.into_iter().map(place).find(Place::is_closed) {
        Some(folder) => Err(io("write", &folder)(std::io::ErrorKind::PermissionDenied.into())),
        None => Ok(()),
    }
}

/// Refuses to make files where there are some.
fn refuse_others<'a>(output: &Place, new: impl Iterator<Item = &'a str>) -> Result<(), PublishError> {
    let mut files = Vec::new();
    for path in new {
        let place = output.join(path);
        let found = place.look_for().map_err(io("look at", &place))?;
        if found.is_some_and(|look| look.kind != FileKind::Folder) {
            files.push(path.to_owned());
        }
        if files.len() == 4 {
            break;
        }
    }
    if files.is_empty() {
        return Ok(());
    }
    let more = files.len() > 3;
    files.truncate(3);
    Err(PublishError::Foreign { output: output.path(), files, more })
}

/// Refuses to begin where a file could not come to its place: a link or anything else that is no folder stands where one of
/// its folders belongs, or a folder where it belongs itself. Found halfway, it would leave some pages new and others old. What is in
/// `leaving` goes before the files come.
fn refuse_in_the_way<'a>(
    output: &Place,
    files: impl Iterator<Item = &'a str>,
    leaving: &[&str],
) -> Result<(), PublishError> {
    let leaving: HashSet<&str> = leaving.iter().copied().collect();
    let mut seen: HashSet<&str> = HashSet::new();
    for path in files {
        let mut above: Vec<&str> = parents(path).take_while(|folder| !seen.contains(folder)).collect();
        // From the top down, since nothing is looked at through a link.
        above.reverse();
        for part in above.into_iter().chain([path]) {
            let place = output.join(part);
            let kind = place.look_for().map_err(io("look at", &place))?.map(|look| look.kind);
            match kind {
                // Nothing is below it, and a file that leaves will be gone.
                None => break,
                Some(FileKind::Folder) if part == path => refuse_full(&place, path, &leaving)?,
                Some(FileKind::Folder) => drop(seen.insert(part)),
                // Whatever has the name of a file of ours is replaced by it.
                Some(_) if part == path || leaving.contains(part) => break,
                Some(_) => return Err(PublishError::InTheWay(place.path())),
            }
        }
    }
    Ok(())
}

/// Refuses a folder that does not go with the last file that leaves it.
fn refuse_full(folder: &Place, path: &str, leaving: &HashSet<&str>) -> Result<(), PublishError> {
    let emptied: HashSet<&str> = leaving.iter().flat_map(|path| parents(path)).collect();
    let mut goes = emptied.contains(path);
    folder.walk(Order::FoldersFirst, &mut |step| {
        let step = step.map_err(|unseen| unseen_in(folder, unseen))?;
        let whole = text_of(step.path).map(|inner| format!("{path}/{inner}"));
        let leaving = if step.kind == FileKind::Folder { &emptied } else { leaving };
        goes &= whole.is_some_and(|whole| leaving.contains(&*whole));
        Ok::<_, PublishError>(goes)
    })?;
    if goes { Ok(()) } else { Err(PublishError::InTheWay(folder.path())) }
}

/// Of a folder whose pages are gone, what file managers left in it stays.
fn holds_only_litter(folder: &Place) -> bool {
    let is_litter = |step: &WalkStep<'_>| {
        step.kind == FileKind::Folder
            || (step.kind == FileKind::File && text_of(step.path).is_some_and(|path| is_litter(&path)))
    };
    let found = folder.walk(Order::FoldersFirst, &mut |step| match step {
        Ok(step) if is_litter(&step) => Ok(true),
        _ => Err(()),
    });
    found.is_ok()
}

#[derive(Default)]
struct Foreign {
    files: Vec<String>,
    more: bool,
}

impl Foreign {
    fn add(&mut self, file: String) {
        if self.files.len() < NAMED {
            self.files.push(file);
        } else {
            self.more = true;
        }
    }

    fn refuse(mut self, output: &Place) -> Result<(), PublishError> {
        if self.files.is_empty() {
            return Ok(());
        }
        self.files.sort();
        Err(PublishError::Foreign { output: output.path(), files: self.files, more: self.more })
    }
}
