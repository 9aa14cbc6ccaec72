//! What came to the target of a publication, into the archive and out of it, and into a file that something was imported into.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;

use crate::cases::Change;
use crate::hostile::EVIL;
use crate::judge::{Tried, holds, is_page};
use crate::sandbox::{Files, LARGE};
use crate::tasks::{LIST, Task};
use crate::tree::Tree;
use crate::victim::SECRETS;

impl Tried<'_> {
    /// Where the program says that it is done, what the content says is there, and nothing of the attacker's came there.
    pub fn sent_the_right_site(&mut self, after: &Tree) {
        let task = self.case.task;
        if self.is_content() {
            return;
        }
        for made in task.makes() {
            self.took_nothing_to(made, after);
        }
        if task == Task::Archive {
            self.archived_no_secret(after);
        }
        if self.run.code != Some(0) || self.run.ended.is_some() {
            return;
        }
        match task {
            Task::Publish => self.is_site("ut", &[&self.sandbox.honest[0]]),
            Task::Undo => {
                // What was put back is the publication before, also by another who did the last one and lost its notes.
                self.is_site("ut", &[&self.sandbox.before_last]);
            }
            Task::Archive => self.archived_the_site(),
            // What an archive of another's holds is what is shown of it.
            Task::Show if !self.is_at("arkiv") => self.is_site("visad", &[&self.sandbox.last]),
            Task::Import(LIST) => self.imported(),
            _ => {}
        }
    }

    /// Is something of the attacker's at a place, or in it?
    fn is_at(&self, place: &str) -> bool {
        self.case.changes.iter().any(|change| Path::new(&change.place).starts_with(place))
    }

    /// Does something of the attacker's lie in the place of a file at the target that was there before, or of a folder with it? What differs from
    /// the target's own list is sent, and no file of it is read again.
    fn is_replaced(&self, path: &Path) -> bool {
        let holds = |change: &Change| change.place.starts_with("ut/") && path.starts_with(&change.place);
        self.case.task == Task::Publish && self.case.changes.iter().any(holds)
    }

    fn took_nothing_to(&mut self, made: &str, after: &Tree) {
        for (path, seen) in after.iter().filter(|(path, _)| path.starts_with(made)) {
            let is_old = self.before.get(path).is_some_and(|was| was == seen);
            if is_old || !seen.is_file() || seen.length >= LARGE {
                continue;
            }
            let bytes = fs::read(self.sandbox.repository().join(path)).unwrap_or_default();
            let is_evil = |bytes: &[u8]| holds(bytes, EVIL) || holds(bytes, "javascript:alert");
            // A file that is the attacker's may get another time or lose a name where it lies.
            let is_his = self.before.get(path).is_some_and(|was| was.inode == seen.inode);
            if !is_his && (is_evil(&bytes) || records(&bytes).iter().any(|record| is_evil(record))) {
                self.found.push(format!("{path:?} was taken to {made}"));
            }
        }
    }

    /// The files of a site lie in a folder, as one of these.
    fn is_site(&mut self, folder: &str, sites: &[&Files]) {
        let output = self.sandbox.repository().join(folder);
        let wrong = |site: &&Files| {
            site.iter()
                .find(|(path, bytes)| {
                    !is_page(&output.join(path), bytes) && !self.is_replaced(&Path::new(folder).join(path))
                })
                .map(|(path, _)| path.clone())
        };
        let wrong: Vec<Option<PathBuf>> = sites.iter().map(wrong).collect();
        if wrong.iter().all(Option::is_some) {
            self.found.push(format!("it says that it is done, and {folder} is wrong at {wrong:?}"));
        }
    }

    fn archived_no_secret(&mut self, after: &Tree) {
        for (path, seen) in after.iter().filter(|(path, _)| path.starts_with("arkiv")) {
            if self.before.get(path) == Some(seen) || !seen.is_file() || seen.length >= LARGE {
                continue;
            }
            let bytes = fs::read(self.sandbox.repository().join(path)).unwrap_or_default();
            let is_given = |secret: &&&str| records(&bytes).iter().any(|record| holds(record, secret));
            let given: Vec<&&str> = SECRETS.iter().filter(is_given).collect();
            if !given.is_empty() && !self.sandbox.victim.owns(seen.inode) {
                self.found.push(format!("{path:?} gives {given:?} away"));
            }
        }
    }

    /// Every page of the site is in the archive, byte for byte.
    fn archived_the_site(&mut self) {
        let bytes = fs::read(self.sandbox.repository().join("arkiv/2026.wacz")).unwrap_or_default();
        let records = records(&bytes);
        let bodies: BTreeSet<&[u8]> = records.iter().filter_map(|record| body(record)).collect();
        let missing = self.sandbox.honest[0].iter().find(|(_, bytes)| !bodies.contains(bytes.as_slice()));
        if let Some((path, _)) = missing {
            self.found.push(format!("it says that it is done, and {path:?} is not in the archive"));
        }
    }

    fn imported(&mut self) {
        let path = self.sandbox.repository().join("content/alfa/centres/torget.yaml");
        let text = fs::read_to_string(path).unwrap_or_default();
        if !text.contains("Sång") || !text.starts_with("name: Torget\n") {
            self.found.push(format!("it says that it is done, and the centre is {text:?}"));
        }
    }
}

/// The records of an archive: it holds packed ones as they are, one after the other.
fn records(bytes: &[u8]) -> Vec<Vec<u8>> {
    const BEGIN: [u8; 3] = [0x1f, 0x8b, 8];
    let mut records = Vec::new();
    if !bytes.starts_with(b"PK") {
        return records;
    }
    let begins = bytes.windows(BEGIN.len()).enumerate().filter(|(_, part)| *part == BEGIN);
    for (at, _) in begins {
        let mut record = Vec::new();
        // The bytes may stand in a record by chance: then they begin nothing. One goes on with the next, so it is read alone.
        let _ = GzDecoder::new(&bytes[at..]).take(LARGE).read_to_end(&mut record);
        records.push(record);
    }
    records
}

/// What a web server answered, by a record of it.
fn body(record: &[u8]) -> Option<&[u8]> {
    const GAP: &[u8] = b"\r\n\r\n";
    let after = |bytes: &[u8]| bytes.windows(GAP.len()).position(|part| part == GAP).map(|at| at + GAP.len());
    let http = record.get(after(record)?..)?;
    http.get(after(http)?..http.len().checked_sub(GAP.len())?)
}

#[test]
fn what_an_archive_holds_is_read_from_it() {
    use flate2::{Compression, write::GzEncoder};
    use std::io::Write as _;

    let packed = |text: &str| {
        let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    };
    let one = "WARC/1.1\r\nWARC-Type: response\r\n\r\nHTTP/1.1 200 OK\r\nA: b\r\n\r\nEn\r\n\r\nsida\r\n\r\n";
    let archive = [b"PK\x03\x04".to_vec(), packed(one), packed("annat"), b"slut".to_vec()].concat();
    let records = records(&archive);
    assert_eq!(records.len(), 2);
    assert_eq!(body(&records[0]), Some(&b"En\r\n\r\nsida"[..]));
    assert_eq!((body(&records[1]), &*records[1]), (None, &b"annat"[..]));
}
