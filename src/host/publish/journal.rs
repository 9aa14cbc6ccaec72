//! What was published since the manifest was written, so that a small edit need not write the whole list again.
//!
//! It lies beside the manifest and continues it; whoever reads the manifest reads on here. A line a file, each with its own checksum:
//!
//! ```text
//! fcsite-journal 1 <checksum of the manifest that it continues>
//! <checksum> + <fingerprint> <length> <path>      is about to be put there
//! <checksum> - <path>                             is about to be removed
//! <checksum> .                                    all above was done
//! ```
//!
//! A line is written before its file appears or goes, so after a kill every file of ours is listed. What was announced and not yet done
//! may be either way; then the disk is asked: a file that was ours has its bytes of before or those announced, and a new one is ours only with the
//! bytes that were announced, so that a file which someone else saved under that name is never taken for ours. The last line may be torn:
//! nothing of it was begun.
//!
//! A journal that continues another manifest than the one beside it was left between two steps of folding it in, and says nothing new.
//! Nobody sealed a journal. So where one is found no file is trusted by its time: each is read before it is kept.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use super::change::{Change, Put};
use super::disk;
use super::entry::Entry;
use super::error::{PublishError, io};
use super::folders::Folders;
use super::manifest::{self, Found, Manifest};
use super::names::{JOURNAL, is_part, vet};
use crate::base::Fingerprint;
use crate::host::ground::{self, FileKind, Place};

const HEADER: &str = "fcsite-journal 1 ";

/// A journal that is being written.
#[derive(Debug)]
pub(super) struct Journal {
    file: File,
    /// How many files it names.
    pub files: usize,
}

impl Journal {
    /// Begins to continue a manifest. Its first lines are written by [`Journal::announce`].
    pub fn begin(output: &Place, base: Fingerprint) -> Result<Self, PublishError> {
        let place = output.join(JOURNAL);
        let mut file = place.create().map_err(io("write", &place))?;
        file.write_all(format!("{HEADER}{base}\n").as_bytes()).map_err(io("write", &place))?;
        Ok(Self { file, files: 0 })
    }

    /// Says what will be put and removed.
    pub fn announce(&mut self, change: &Change, sync: bool) -> Result<(), PublishError> {
        let mut text = String::new();
        for Put { path, entry, .. } in &change.put {
            line(&mut text, &format!("+ {} {} {path}", entry.hash, entry.length));
        }
        change.gone.iter().for_each(|path| line(&mut text, &format!("- {path}")));
        self.files += change.put.len() + change.gone.len();
        self.add(&text, sync)
    }

    /// Says that all which was announced is done.
    pub fn done(&mut self, sync: bool) -> Result<(), PublishError> {
        let mut text = String::new();
        line(&mut text, ".");
        self.add(&text, sync)
    }

    fn add(&mut self, text: &str, sync: bool) -> Result<(), PublishError> {
        let written = self.file.write_all(text.as_bytes());
        let flushed = written.and_then(|()| if sync { self.file.sync_all() } else { Ok(()) });
        flushed.map_err(io("write", Path::new(JOURNAL)))
    }
}

fn line(text: &mut String, body: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{} {body}", Fingerprint::of(body.as_bytes()));
}

/// Looks for the list of a folder's files: the manifest, and what continues it.
pub(super) fn read(folder: &Place) -> Result<Found, PublishError> {
    let found = manifest::read(folder)?;
    let (Found::Nothing | Found::Whole(_)) = found else { return Ok(found) };
    let mut manifest = found.or_empty();
    let is_listed = manifest.id != Fingerprint::default();
    let Some(bytes) = bytes_of(folder)? else { return Ok(as_found(manifest, is_listed)) };
    // What is continued is more than what was sealed. Its files are read, whatever their times say.
    (manifest.digest, manifest.written) = (None, None);
    let Some(journal) = parse(&bytes, manifest.id) else { return Ok(as_found(manifest, is_listed)) };
    for (path, entry) in journal.done.into_iter().flatten() {
        match entry {
            Some(entry) => manifest.files.insert(path.into(), entry),
            None => manifest.files.remove(path),
        };
    }
    for (path, announced) in journal.begun {
        let actual = disk::look(&folder.join(path))?;
        let known = manifest.files.get(path).copied();
        match (actual, known, announced) {
            // A file is put by a rename, so it has the bytes of before or those announced. With any others it is not what this speaks of,
            // and the list goes on with what it said.
            (Some(actual), Some(known), announced)
                if actual.hash == known.hash || announced.is_some_and(|entry| entry.hash == actual.hash) =>
            {
                manifest.files.insert(path.into(), Entry { retained: known.retained, ..actual });
            }
            (Some(actual), None, Some(announced)) if actual.hash == announced.hash => {
                manifest.files.insert(path.into(), actual);
            }
            // What was known and is gone stays on the list: its emptied folders may still be there.
            _ => {}
        }
    }
    Ok(Found::Whole(manifest))
}

fn as_found(manifest: Manifest, is_listed: bool) -> Found {
    if is_listed { Found::Whole(manifest) } else { Found::Nothing }
}

/// Did a watch leave its journal, or a build a list half written?
pub(super) fn is_left(output: &Place) -> Result<bool, PublishError> {
    let names = match output.names() {
        Err(error) if ground::is_absent(&error) => return Ok(false),
        result => result.map_err(io("look into", output))?,
    };
    Ok(names.iter().any(|(name, kind)| name == JOURNAL || is_left_part(name, *kind)))
}

/// Folds a journal into the manifest, where there is one. `manifest` is what both say.
pub(super) fn fold(output: &Place, manifest: &mut Manifest, sync: bool) -> Result<(), PublishError> {
    let base = manifest.id;
    let journal = output.join(JOURNAL);
    match journal.look_for().map_err(io("look at", &journal))?.map(|look| look.kind) {
        None => return remove_parts(output),
        // Whoever made a folder of it: it is not removed with what it holds, and no list is written before that is told.
        Some(FileKind::Folder) => return Err(PublishError::InTheWay(journal.path())),
        Some(_) => remove_parts(output)?,
    }
    if manifest.id != Fingerprint::default() || !manifest.files.is_empty() {
        manifest::replace(output, manifest, None, sync)?;
        (manifest.digest, manifest.written) = (None, None);
    }
    remove_emptied(output, manifest, base)?;
    disk::remove(&journal)
}

/// Removes the lists that a killed build left half written.
fn remove_parts(output: &Place) -> Result<(), PublishError> {
    for (name, kind) in output.names().map_err(io("look into", output))? {
        if is_left_part(&name, kind) {
            disk::remove(&output.join(name))?;
        }
    }
    Ok(())
}

fn is_left_part(name: &OsStr, kind: FileKind) -> bool {
    kind == FileKind::File && name.to_str().is_some_and(is_part)
}

/// Removes the folders that were made for files which then did not come.
fn remove_emptied(output: &Place, manifest: &Manifest, base: Fingerprint) -> Result<(), PublishError> {
    let Some(bytes) = bytes_of(output)? else { return Ok(()) };
    let Some(journal) = parse(&bytes, base) else { return Ok(()) };
    let missing = journal.begun.keys().filter(|path| !manifest.files.contains_key(**path));
    Folders::at(output).remove_emptied(missing.copied());
    Ok(())
}

fn bytes_of(folder: &Place) -> Result<Option<Vec<u8>>, PublishError> {
    let place = folder.join(JOURNAL);
    let is_file =
        place.look_for().map_err(io("look at", &place))?.is_some_and(|look| look.kind == FileKind::File);
    if !is_file {
        return Ok(None);
    }
    place.read(manifest::MOST).map(Some).map_err(io("read", &place))
}

/// Path → what was announced; None for what goes.
type Batch<'a> = BTreeMap<&'a str, Option<Entry>>;

#[derive(Default)]
struct JournalLines<'a> {
    done: Vec<Batch<'a>>,
    begun: Batch<'a>,
    sound: bool,
}

/// None: it continues another manifest, or was torn before it said anything.
fn parse(bytes: &[u8], base: Fingerprint) -> Option<JournalLines<'_>> {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let header = std::str::from_utf8(lines.next()?).ok()?;
    let continues: Fingerprint = header.strip_prefix(HEADER)?.strip_suffix('\n')?.parse().ok()?;
    if continues != base {
        return None;
    }
    let mut found = JournalLines { sound: true, ..JournalLines::default() };
    for line in lines {
        match parse_line(line) {
            Some(JournalLine::Done) => found.done.push(std::mem::take(&mut found.begun)),
            Some(JournalLine::Put(path, entry)) => drop(found.begun.insert(path, Some(entry))),
            Some(JournalLine::Gone(path)) => drop(found.begun.insert(path, None)),
            None if line.ends_with(b"\n") => found.sound = false,
            None => {}
        }
    }
    Some(found)
}

enum JournalLine<'a> {
    Put(&'a str, Entry),
    Gone(&'a str),
    Done,
}

fn parse_line(line: &[u8]) -> Option<JournalLine<'_>> {
    let line = std::str::from_utf8(line).ok()?.strip_suffix('\n')?;
    let (checksum, body) = line.split_once(' ')?;
    if checksum.parse::<Fingerprint>().ok()? != Fingerprint::of(body.as_bytes()) {
        return None;
    }
    if body == "." {
        return Some(JournalLine::Done);
    }
    let (sign, rest) = body.split_once(' ')?;
    if sign == "-" {
        // A list that names a file outside the folder would have it removed.
        return vet(rest).is_ok().then_some(JournalLine::Gone(rest));
    }
    let mut fields = rest.splitn(3, ' ');
    let hash = fields.next()?.parse().ok()?;
    let length = fields.next()?.parse().ok()?;
    let path = fields.next().filter(|path| sign == "+" && vet(path).is_ok())?;
    Some(JournalLine::Put(path, Entry { hash, length, retained: false, slot: 0 }))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test of what touches the disk touches the disk")]
mod tests {
    use std::fs;

    use super::*;

    fn change(put: &[&str], gone: &[&str]) -> Change {
        let put = put.iter().map(|path| Put { path: (*path).into(), entry: Entry::of(b"1"), is_new: true });
        Change {
            put: put.collect(),
            gone: gone.iter().map(|path| (*path).into()).collect(),
            ..Change::default()
        }
    }

    fn place(folder: &Path) -> Place {
        crate::host::ground::Ground::open(folder).unwrap().place()
    }

    fn names(folder: &Path) -> Vec<String> {
        read(&place(folder)).unwrap().or_empty().files.into_keys().map(String::from).collect()
    }

    /// A folder whose journal says that `a` was put and `b` was put and removed, and announces `c` and that `a` goes.
    fn sample() -> tempfile::TempDir {
        let folder = tempfile::TempDir::new().unwrap();
        let mut journal = Journal::begin(&place(folder.path()), Fingerprint::default()).unwrap();
        journal.announce(&change(&["a", "b"], &[]), false).unwrap();
        journal.done(true).unwrap();
        journal.announce(&change(&[], &["b"]), false).unwrap();
        journal.done(false).unwrap();
        journal.announce(&change(&["c"], &["a"]), false).unwrap();
        folder
    }

    #[test]
    fn what_was_announced_is_ours_only_with_the_bytes_announced() {
        let folder = sample();
        fs::write(folder.path().join("a"), "edited by hand").unwrap();
        fs::write(folder.path().join("b"), "1").unwrap();
        fs::write(folder.path().join("c"), "someone else's").unwrap();
        assert_eq!(names(folder.path()), ["a"]);
        fs::write(folder.path().join("c"), "1").unwrap();
        assert_eq!(names(folder.path()), ["a", "c"]);
        fs::remove_file(folder.path().join("c")).unwrap();
        assert_eq!(names(folder.path()), ["a"]);
        fs::remove_file(folder.path().join("a")).unwrap();
        assert_eq!(names(folder.path()), ["a"], "its folder may be left");
    }

    #[test]
    fn wherever_a_journal_is_torn_it_says_what_stands_before() {
        let folder = sample();
        let text = fs::read(folder.path().join(JOURNAL)).unwrap();
        for end in 0..=text.len() {
            let journal = parse(&text[..end], Fingerprint::default());
            let batches =
                text[..end].split(|byte| *byte == b'\n').filter(|line| line.ends_with(b" .")).count();
            let whole = text[..end].ends_with(b" .");
            assert_eq!(
                journal.as_ref().map_or(0, |lines| lines.done.len()),
                batches - usize::from(whole),
                "{end}"
            );
            assert!(journal.is_none_or(|lines| lines.sound), "{end}");
        }
    }

    #[test]
    fn a_bad_line_in_the_middle_is_noticed() {
        let folder = sample();
        let text = fs::read(folder.path().join(JOURNAL)).unwrap();
        let first = text.iter().position(|byte| *byte == b'\n').unwrap() + 1;
        for at in (first..text.len()).filter(|at| text[*at] != b'\n') {
            let mut bytes = text.clone();
            bytes[at] ^= 1;
            assert!(!parse(&bytes, Fingerprint::default()).unwrap().sound, "changed at {at}");
        }
    }

    #[test]
    fn a_journal_of_another_manifest_says_nothing() {
        let folder = sample();
        let mut other = Manifest { files: [("x".into(), Entry::of(b"1"))].into(), ..Manifest::default() };
        manifest::replace(&place(folder.path()), &mut other, None, false).unwrap();
        assert_eq!(names(folder.path()), ["x"]);
        fold(&place(folder.path()), &mut other, false).unwrap();
        assert!(!folder.path().join(JOURNAL).exists());
        assert_eq!(names(folder.path()), ["x"]);
    }

    #[test]
    fn a_folder_made_for_a_file_that_did_not_come_goes() {
        let folder = tempfile::TempDir::new().unwrap();
        let mut journal = Journal::begin(&place(folder.path()), Fingerprint::default()).unwrap();
        journal.announce(&change(&["n/x/y", "m/x", "k/x"], &[]), false).unwrap();
        fs::create_dir_all(folder.path().join("n/x")).unwrap();
        for (path, bytes) in [("m/mine", "mine"), ("k/x", "1")] {
            fs::create_dir_all(folder.path().join(path).parent().unwrap()).unwrap();
            fs::write(folder.path().join(path), bytes).unwrap();
        }
        let mut manifest = read(&place(folder.path())).unwrap().or_empty();
        fold(&place(folder.path()), &mut manifest, false).unwrap();
        assert!(!folder.path().join("n").exists());
        assert!(folder.path().join("m/mine").exists() && folder.path().join("k/x").exists());
        assert_eq!(names(folder.path()), ["k/x"]);
    }

    #[test]
    fn a_path_that_leads_elsewhere_is_no_line() {
        for body in ["- ../x", "- /etc/passwd", "- .fcsite-manifest", "* x", "+ x", "-"] {
            let mut text = String::new();
            line(&mut text, body);
            assert!(parse_line(text.as_bytes()).is_none(), "{body}");
        }
    }
}
