//! The site as it was on a day, into a new folder.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use flate2::bufread::MultiGzDecoder;
use jiff::civil::Date;

use super::wacz::{YearFile, base_of};
use super::{ArchiveError, folder};
use crate::archive::package;
use crate::archive::place;
use crate::archive::stamp::PublishedAt;
use crate::archive::sums::{year_file, year_of};
use crate::archive::tally::Tally;
use crate::archive::warc::{self, WarcHead};
use crate::archive::{ArchiveHash, ReadFault};
use crate::base::unpack::Waste;
use crate::base::{Phrase, allowance};
use crate::host::clock;
use crate::host::ground::{
    self, FileKind, Ground, Order, Place, TEMPORARY, Unseen, WalkStep, is_absent, unguessable,
};
use crate::host::remote::FarPath;

/// Where records lie, by their address and moment: in the part of which publication, and from which byte on.
type RecordPlaces<'r> = HashMap<(&'r str, PublishedAt), (PublishedAt, u64)>;

/// No file of a site is longer.
const MOST_FILE: u64 = 4 << 30;

/// No site is larger than this, and so many times the year's file, whatever the archive says: the disk of whoever looks is not filled by a small
/// file. A document that all municipalities have lies once in the archive, and some hundred times in the site.
const LEAST_BOUND: u64 = 64 << 20;
const MOST_TIMES: u64 = 1_000;

/// What a file or a folder takes of the disk beside its bytes, one without any too: so a small archive makes no flood of empty ones.
const EACH: u64 = 4 << 10;

/// The most bytes of names and addresses of files whose bytes lie in other records.
const MOST_REFERRED: usize = 256 << 20;

/// No site has more files.
const MOST_FILES: usize = 1_000_000;

/// No folder of a site lies deeper. A document may lie far down, and each folder on the way is counted as a file is.
const DEEPEST: usize = 100;

/// What was shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct ArchiveShown {
    /// The moment of the publication.
    pub stamp: PublishedAt,
    /// Its day.
    pub day: Date,
    /// How many files.
    pub files: usize,
}

/// Writes the site as it was at the end of a day into a folder that is not there yet, or is empty. No link that lies in the source folder is
/// followed on the way to either.
pub(crate) fn show(
    source: &Path,
    archive: &Path,
    (day, output): (Date, &Path),
) -> Result<ArchiveShown, ArchiveError> {
    for path in [archive, output] {
        if let Some(link) = ground::link_of(source, path).map_err(|error| ArchiveError::at(&error, path))? {
            return Err(ArchiveError::Failed(Phrase::new("target-link").with("path", link.display())));
        }
    }
    let ground = Ground::open_from(source, archive).map_err(|error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => {
            ArchiveError::Failed(Phrase::new("archive-none").with("path", archive.display()))
        }
        _ => ArchiveError::at(&error, archive),
    })?;
    let (year, stamp) = find(&ground.place(), day)?;
    year.verify().map_err(|fault| ArchiveError::of_read(fault, &year.place))?;
    let target = ShownFolder::open(source, output)?;
    let left = LEAST_BOUND.saturating_add(year.length().saturating_mul(MOST_TIMES));
    let waste = Waste::of_file(year.length());
    let (refers, referred) = (Vec::new(), 0);
    let shown = Showing { year: &year, target: &target, stamp, left, waste, refers, referred }.write();
    match shown.and_then(|files| target.finish().map(|()| files)) {
        Ok(files) => Ok(ArchiveShown { stamp, day: clock::day_at(stamp.time()), files }),
        Err(error) => {
            target.remove();
            Err(error)
        }
    }
}

/// The last publication up to a day, in its year's file.
fn find(archive: &Place, day: Date) -> Result<(YearFile, PublishedAt), ArchiveError> {
    let list = folder::look(archive)?;
    let years = list.sums.keys().filter_map(|name| year_of(name)).filter(|year| *year <= day.year());
    let mut years: Vec<i16> = years.collect();
    years.sort_unstable();
    for year in years.into_iter().rev() {
        let name = year_file(year);
        let moved = list.moves.iter().filter(|one| one.to == name).map(|one| one.hash);
        let wanted: Vec<ArchiveHash> = list.sums.get(&name).copied().into_iter().chain(moved).collect();
        folder::check(archive, &name, &wanted)?;
        let file = YearFile::open(archive.join(&name))?;
        let is_before = |stamp: &PublishedAt| clock::day_at(stamp.time()) <= day;
        if let Some(stamp) = file.stamps().into_iter().rfind(is_before) {
            return Ok((file, stamp));
        }
    }
    Err(ArchiveError::Failed(Phrase::new("archive-no-day").with("day", day)))
}

/// A folder on its way to its name.
struct ShownFolder {
    path: PathBuf,
    above: Place,
    name: std::ffi::OsString,
    /// Where the files lie until all are there.
    part: Place,
}

impl ShownFolder {
    fn open(source: &Path, path: &Path) -> Result<Self, ArchiveError> {
        let taken = || ArchiveError::Failed(Phrase::new("archive-taken").with("path", path.display()));
        let name = path.file_name().ok_or_else(taken)?.to_os_string();
        let above = path.parent().unwrap_or(Path::new(""));
        let above = Ground::open_from(source, above).map_err(|error| ArchiveError::at(&error, path))?.place();
        let failed = |error: io::Error| ArchiveError::at(&error, path);
        let place = above.join(&name);
        if let Some(look) = place.look_for().map_err(failed)?
            && (look.kind != FileKind::Folder || !place.names().map_err(failed)?.is_empty())
        {
            return Err(taken());
        }
        let part = above.join(format!("{TEMPORARY}{:016x}", unguessable().map_err(failed)?));
        part.make_folder().map_err(failed)?;
        Ok(Self { path: path.to_owned(), above, name, part })
    }

    fn failed(&self, error: &io::Error) -> ArchiveError {
        ArchiveError::at(error, &self.path)
    }

    /// What the system says of a file in it.
    fn failed_at(&self, error: &io::Error, path: &FarPath) -> ArchiveError {
        ArchiveError::at(error, &self.path.join(path.as_str()))
    }

    /// Gives it its name.
    fn finish(&self) -> Result<(), ArchiveError> {
        let place = self.above.join(&self.name);
        if place.is_folder() {
            // Only an empty one can be removed so.
            place.remove_folder().map_err(|error| self.failed(&error))?;
        }
        self.part.rename(&place).map_err(|error| self.failed(&error))
    }

    /// Removes what was written.
    fn remove(&self) {
        let mut each = |step: Result<WalkStep<'_>, Unseen>| -> Result<bool, ()> {
            if let Ok(step) = step {
                let place = self.part.join(step.path);
                let _ =
                    if step.kind == FileKind::Folder { place.remove_folder() } else { place.remove_file() };
            }
            Ok(true)
        };
        let _ = self.part.walk(Order::ContentsFirst, &mut each);
        let _ = self.part.remove_folder();
    }
}

/// A file whose bytes lie in another record.
struct Reference {
    path: FarPath,
    address: String,
    stamp: PublishedAt,
    hash: ArchiveHash,
}

/// A publication that is being written out.
struct Showing<'a> {
    year: &'a YearFile,
    target: &'a ShownFolder,
    stamp: PublishedAt,
    /// How many bytes may still be written, or read of heads.
    left: u64,
    /// How many bytes may be read once more that become nothing: others may refer to a record as often as they like.
    waste: Waste,
    refers: Vec<Reference>,
    /// How many bytes their names and addresses are.
    referred: usize,
}

impl Showing<'_> {
    fn write(mut self) -> Result<usize, ArchiveError> {
        let whole = self.records()?;
        let refers = std::mem::take(&mut self.refers);
        let places = self.places(&refers).map_err(|fault| self.fault(fault))?;
        for one in &refers {
            let (part, offset) = places
                .get(&(one.address.as_str(), one.stamp))
                .ok_or_else(|| self.fault(ReadFault::other_bytes(package::INDEX)))?;
            self.referred(one, *part, *offset)?;
        }
        Ok(whole + refers.len())
    }

    fn fault(&self, fault: ReadFault) -> ArchiveError {
        ArchiveError::of_read(fault, &self.year.place)
    }

    /// Writes the files that this publication has whole, and gathers the others.
    fn records(&mut self) -> Result<usize, ArchiveError> {
        let part = package::part(&package::file(self.stamp));
        let bytes = self.year.read(&part).map_err(|fault| self.fault(fault))?;
        let mut records = BufReader::new(MultiGzDecoder::new(bytes));
        let (mut base, mut whole) = (None, 0);
        loop {
            let head = warc::read_head(&mut records).map_err(|fault| self.fault(fault))?;
            let Some(head) = head else { return Ok(whole) };
            match (&base, head.kind()) {
                (None, "warcinfo") => {
                    let read = base_of(&mut records, &head);
                    base = Some(read.map_err(|fault| self.fault(fault))?);
                }
                (Some(base), "response") => {
                    let path = self.path(base, &head)?;
                    self.file(&path, &mut records, &head)?;
                    whole += 1;
                }
                (Some(base), "revisit") => {
                    let path = self.path(base, &head)?;
                    let refers = head.refers_to().zip(head.hash());
                    let ((address, stamp), hash) = refers.ok_or_else(|| self.fault(ReadFault::broken()))?;
                    let read = warc::read_payload(&mut records, &head, &mut io::sink(), 0);
                    read.map_err(|fault| self.fault(fault))?;
                    self.spend(head.length())?;
                    self.referred = self.referred.saturating_add(path.as_str().len() + address.len());
                    if self.referred > MOST_REFERRED {
                        return Err(self.fault(ReadFault::broken()));
                    }
                    self.refers.push(Reference { path, address, stamp, hash });
                }
                _ => return Err(self.fault(ReadFault::broken())),
            }
            if whole + self.refers.len() > MOST_FILES {
                return Err(self.fault(ReadFault::broken()));
            }
        }
    }

    /// The file that a record is of: a path of a site, or the archive is nobody's.
    fn path(&self, base: &str, head: &WarcHead) -> Result<FarPath, ArchiveError> {
        let address = head.get("WARC-Target-URI").unwrap_or_default();
        let path = place::path(base, address).and_then(|path| FarPath::parse(&path));
        let path = path.filter(|path| path.as_str().matches('/').count() < DEEPEST);
        let shown: String = address.chars().filter(|c| !c.is_control()).take(200).collect();
        path.ok_or_else(|| {
            self.fault(ReadFault::Damaged(Phrase::new("archive-address").with("address", shown)))
        })
    }

    /// So much of what may be written is gone.
    fn spend(&mut self, bytes: u64) -> Result<(), ArchiveError> {
        let left = self.left.checked_sub(bytes);
        self.left = left.ok_or_else(|| self.fault(ReadFault::broken()))?;
        allowance::made(bytes);
        Ok(())
    }

    /// Makes a file, and the folders that it lies in where these are not there yet.
    fn create(&mut self, path: &FarPath) -> Result<io::Result<File>, ArchiveError> {
        let place = self.target.part.join(path.as_str());
        let above = match (place.create(), place.parent()) {
            (Err(error), Some(above)) if is_absent(&error) => above,
            (made, _) => return Ok(made),
        };
        let folders = above.make_folders(path.as_str().matches('/').count());
        if let Ok(made) = &folders {
            self.spend(EACH.saturating_mul(*made as u64))?;
        }
        Ok(folders.and_then(|_| place.create()))
    }

    /// Writes a file.
    fn file(
        &mut self,
        path: &FarPath,
        records: &mut dyn io::BufRead,
        head: &WarcHead,
    ) -> Result<(), ArchiveError> {
        self.spend(EACH.saturating_add(head.length()))?;
        let file = match self.create(path)? {
            Ok(file) => file,
            // Two records of one file, or a file where another has a folder.
            Err(error) if matches!(error.kind(), ErrorKind::AlreadyExists | ErrorKind::NotADirectory) => {
                let twice = Phrase::new("archive-twice").with("path", path);
                return Err(self.fault(ReadFault::Damaged(twice)));
            }
            Err(error) => return Err(self.target.failed_at(&error, path)),
        };
        let mut out = Tally::new(BufWriter::new(file));
        let read = warc::read_payload(records, head, &mut out, MOST_FILE.min(self.left));
        let length = read.map_err(|fault| match fault {
            ReadFault::System(error) => self.target.failed_at(&error, path),
            fault => self.fault(fault),
        })?;
        let answer = head.block().unwrap_or_default().saturating_sub(length);
        self.spend(length.saturating_add(answer))?;
        let (tallied, mut out) = out.finish();
        out.flush().map_err(|error| self.target.failed_at(&error, path))?;
        if head.hash() != Some(tallied.hash) {
            let phrase = Phrase::new("archive-record").with("path", path);
            return Err(self.fault(ReadFault::Damaged(phrase)));
        }
        Ok(())
    }

    /// Where the records lie that others refer to.
    fn places<'r>(&self, refers: &'r [Reference]) -> Result<RecordPlaces<'r>, ReadFault> {
        let wanted: HashMap<(&str, PublishedAt), &'r str> =
            refers.iter().map(|one| ((&*one.address, one.stamp), &*one.address)).collect();
        let stamps = self.year.stamps();
        let mut places = HashMap::new();
        for line in self.year.index()? {
            let line = line?;
            if let Some(address) = wanted.get(&(line.address(), line.stamp)).filter(|_| line.has_bytes()) {
                let place = line.place().ok_or_else(ReadFault::broken)?;
                // What is no part's name is not kept: it may be as long as a line.
                let part = package::stamp_of(&package::part(&place.file));
                let part = part.filter(|part| stamps.binary_search(part).is_ok());
                let part = part.ok_or_else(ReadFault::broken)?;
                places.insert((*address, line.stamp), (part, place.offset));
            }
        }
        Ok(places)
    }

    /// Writes a file whose bytes lie in another record.
    fn referred(&mut self, one: &Reference, part: PublishedAt, offset: u64) -> Result<(), ArchiveError> {
        let year = self.year;
        let part = package::part(&package::file(part));
        let open = || -> Result<_, ReadFault> {
            let packed = year.read_from(&part, offset)?;
            let length = packed.limit();
            let mut record = BufReader::new(MultiGzDecoder::new(packed));
            let head = warc::read_head(&mut record)?.ok_or_else(ReadFault::broken)?;
            Ok((record, head, length))
        };
        let (mut record, head, length) = open().map_err(|fault| self.fault(fault))?;
        let is_meant = head.kind() == "response"
            && head.get("WARC-Target-URI") == Some(&one.address)
            && head.get("WARC-Date") == Some(&one.stamp.to_string())
            && head.hash() == Some(one.hash);
        if !is_meant {
            let phrase = Phrase::new("archive-record").with("path", &one.path);
            return Err(self.fault(ReadFault::Damaged(phrase)));
        }
        self.file(&one.path, &mut record, &head)?;
        let read = length - record.get_ref().get_ref().limit();
        // What lies behind the record was unpacked in part, too.
        let became = head.length() + head.block().unwrap_or_default() + record.buffer().len() as u64;
        if self.waste.allows(read, became) { Ok(()) } else { Err(self.fault(ReadFault::broken())) }
    }
}
