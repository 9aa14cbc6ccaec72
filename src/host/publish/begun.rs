//! What a process had begun to move over, file by file, in its stage: so that whoever comes next can move the rest.
//!
//! A line a file: the fingerprint and length that it gets and those that it had, where it gets or had any, and its path. The last line is a seal of
//! all above and of the very stage ([`marks`]). The journal in the output and the list beside it may have come with a repository; this may have not,
//! so only what it says is carried on, and only where the output holds what is said of it.

use std::fmt::Write as _;

use super::change::{Change, Put};
use super::entry::Entry;
use super::error::{PublishError, io};
use super::manifest::{MOST, Manifest};
use super::names::vet;
use super::{disk, marks};
use crate::host::ground::{FileKind, Place};
use crate::host::seal::Seal;

/// A file that was to be put or removed.
pub(super) struct BegunFile {
    pub path: Box<str>,
    /// What it gets; none where it goes.
    pub new: Option<Entry>,
    /// What it had.
    pub old: Option<Entry>,
}

/// Says in the stage what is begun. Where nothing can be sealed it is not said, and then nothing is carried on.
pub(super) fn write(
    stage: &Place,
    (change, old): (&Change, &Manifest),
    seal: &Seal,
    sync: bool,
) -> Result<(), PublishError> {
    let mut text = String::new();
    let mut line = |path: &str, new: Option<&Entry>| {
        for entry in [new, old.files.get(path)] {
            // Writing to a string cannot fail.
            let _ = match entry {
                Some(entry) => write!(text, "{} {} ", entry.hash, entry.length),
                None => write!(text, "- 0 "),
            };
        }
        text.push_str(path);
        text.push('\n');
    };
    change.put.iter().for_each(|Put { path, entry, .. }| line(path, Some(entry)));
    change.gone.iter().for_each(|path| line(path, None));
    let Some(sealed) = marks::seal_of_text(stage, &text, seal)? else { return Ok(()) };
    text.push_str(&sealed);
    let place = stage.join(marks::BEGUN);
    place.write_new(text.as_bytes()).map_err(io("write", &place))?;
    if sync { disk::flush(&place) } else { Ok(()) }
}

/// What was begun; none where this person's fcsite did not say so in this stage.
pub(super) fn read(stage: &Place, seal: &Seal) -> Result<Option<Vec<BegunFile>>, PublishError> {
    let place = stage.join(marks::BEGUN);
    // What cannot be looked at was begun perhaps, and the stage that holds the rest of it must stay.
    if place.look_for().map_err(io("look at", &place))?.is_none_or(|look| look.kind != FileKind::File) {
        return Ok(None);
    }
    let bytes = place.read(MOST).map_err(io("read", &place))?;
    let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(None) };
    let (lines, sealed) = text.split_at(text.rfind('\n').map_or(0, |end| end + 1));
    if marks::seal_of_text(stage, lines, seal)?.is_none_or(|expected| expected != sealed) {
        return Ok(None);
    }
    Ok(lines.lines().map(parse).collect())
}

fn parse(line: &str) -> Option<BegunFile> {
    let mut fields = line.splitn(5, ' ');
    let mut entry = || {
        let (hash, length) = (fields.next()?, fields.next()?.parse().ok()?);
        let entry = |hash| Entry { hash, length, retained: false, slot: 0 };
        if hash == "-" { Some(None) } else { hash.parse().ok().map(entry).map(Some) }
    };
    let (new, old) = (entry()?, entry()?);
    let path = fields.next().filter(|path| vet(path).is_ok())?;
    Some(BegunFile { path: path.into(), new, old })
}
