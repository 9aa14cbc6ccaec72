//! A publication is added to the archive.

use std::collections::{HashMap, HashSet};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write as _};
use std::path::Path;

use jiff::civil::Date;
use rayon::prelude::*;

use super::draft::ArchiveDraft;
use super::folder::ArchiveFolder;
use super::wacz::YearFile;
use super::{ArchiveError, ArchivedSite};
use crate::archive::cdx::{CdxLine, CdxWriter, RecordPlace};
use crate::archive::inventory::{self, Current, Merged};
use crate::archive::kind::{self, ArchiveKind};
use crate::archive::package::{self, Package};
use crate::archive::stamp::PublishedAt;
use crate::archive::sums::{INVENTORY, RETENTION, year_file, year_of};
use crate::archive::tally::{Tallied, Tally};
use crate::archive::warc::{self, Filed};
use crate::archive::zip::ZipWriter;
use crate::archive::{ArchiveHash, ReadFault, place};
use crate::base::Phrase;
use crate::host::clock;
use crate::host::remote::FarPath;

/// What was added.
#[derive(Clone, Debug)]
pub(crate) struct ArchiveAdded {
    /// The addresses that are new, changed, gone, and as before.
    pub merged: Merged,
    /// The files whose bytes were archived.
    pub whole: usize,
    /// Those that the archive had already.
    pub revisits: usize,
    /// The year's file. None: the site was as the archive has it, and nothing was added.
    pub file: Option<String>,
}

/// Adds a publication to the archive in a folder. No link of the source folder leads to it.
pub(crate) fn add(
    (source, archive): (&Path, &Path),
    site: &ArchivedSite<'_>,
) -> Result<ArchiveAdded, ArchiveError> {
    let folder = ArchiveFolder::open(source, archive)?;
    let latest = match folder.sums.keys().rev().find(|name| year_of(name).is_some()) {
        Some(name) => Some(YearFile::open(folder.place.join(name))?),
        None => None,
    };
    if let Some(latest) = &latest {
        refuse_another(latest, site, &folder)?;
    }
    let stamp = moment(site.now, latest.as_ref())?;
    let day = clock::day_at(stamp.time());
    let files = survey(site)?;
    let draft = folder.draft()?;
    let (merged, listed) = merge(&folder, &files, day, &draft)?;
    if merged.is_same() {
        return Ok(ArchiveAdded { merged, whole: 0, revisits: 0, file: None });
    }
    let name = year_file(day.year());
    let old = latest.filter(|year| year.place.name().is_some_and(|known| known == name.as_str()));
    let adding = Adding { folder: &folder, site, files: &files, merged: &merged, old: old.as_ref(), stamp };
    let (year, hash, (whole, revisits)) = adding.write()?;
    let retention = inventory::retention(&merged, &site.site.retention);
    let kept = folder.draft()?;
    (&kept.file)
        .write_all(retention.as_bytes())
        .map_err(|error| ArchiveError::of_system(&error, &folder.place))?;
    drop(old);
    folder.commit(vec![
        (name.clone(), hash, year),
        (INVENTORY.to_string(), listed, draft),
        (RETENTION.to_string(), ArchiveHash::of(retention.as_bytes()), kept),
    ])?;
    Ok(ArchiveAdded { merged, whole, revisits, file: Some(name) })
}

/// An archive is one site's: the pages of another would all be said to be gone.
fn refuse_another(
    latest: &YearFile,
    site: &ArchivedSite<'_>,
    folder: &ArchiveFolder,
) -> Result<(), ArchiveError> {
    let archived = latest.base().map_err(|fault| ArchiveError::of_read(fault, &latest.place))?;
    if archived == site.base {
        return Ok(());
    }
    let phrase = Phrase::new("archive-other-site").with("path", folder.place.path().display());
    Err(ArchiveError::Failed(phrase.with("archived", archived).with("site", site.base)))
}

/// When it was published: later than all before. An archive does not go back in time.
fn moment(now: Option<Date>, latest: Option<&YearFile>) -> Result<PublishedAt, ArchiveError> {
    let stamp = PublishedAt::of(now.map_or_else(clock::timestamp, clock::noon));
    let Some(last) = latest.and_then(|year| year.stamps().last().copied()) else { return Ok(stamp) };
    let (day, before) = (clock::day_at(stamp.time()), clock::day_at(last.time()));
    if day < before {
        let phrase = Phrase::new("archive-later").with("day", day).with("last", before);
        return Err(ArchiveError::Failed(phrase));
    }
    Ok(stamp.max(last.next()))
}

/// A file of the site, and what the inventory says of it.
struct SiteFile {
    path: FarPath,
    length: u64,
    current: Current,
}

/// Looks at each file of the site. They come sorted by address.
fn survey(site: &ArchivedSite<'_>) -> Result<Vec<SiteFile>, ArchiveError> {
    let paths: HashSet<&str> = site.files.iter().map(FarPath::as_str).collect();
    let file = |path: &FarPath| {
        let bytes = (site.read)(path).map_err(|_| moved(path))?;
        let current = Current {
            address: place::address(site.base, path.as_str()),
            title: kind::title(path.as_str(), &bytes),
            kind: ArchiveKind::of(path.as_str(), |file| paths.contains(file)),
            hash: ArchiveHash::of(&bytes),
        };
        Ok(SiteFile { path: path.clone(), length: bytes.len() as u64, current })
    };
    let mut files = site.files.par_iter().map(file).collect::<Result<Vec<_>, ArchiveError>>()?;
    files.sort_by(|one, other| one.current.address.cmp(&other.current.address));
    Ok(files)
}

fn moved(path: &FarPath) -> ArchiveError {
    ArchiveError::Failed(Phrase::new("archive-moved").with("path", path))
}

/// Writes the new inventory, and says what is other than before.
fn merge(
    folder: &ArchiveFolder,
    files: &[SiteFile],
    day: Date,
    draft: &ArchiveDraft,
) -> Result<(Merged, ArchiveHash), ArchiveError> {
    let place = folder.place.join(INVENTORY);
    let mut old = match folder.sums.contains_key(INVENTORY) {
        true => Some(BufReader::new(super::folder::open(&place)?)),
        false => None,
    };
    let current: Vec<Current> = files.iter().map(|file| file.current.clone()).collect();
    let mut out = Tally::new(BufWriter::new(&draft.file));
    let old = old.as_mut().map(|old| old as &mut dyn Read);
    let merged = inventory::merge(old, &current, &day.to_string(), &mut out);
    let merged = merged.map_err(|fault| ArchiveError::of_read(fault, &place))?;
    let (tallied, mut out) = out.finish();
    out.flush().map_err(|error| ArchiveError::of_system(&error, &place))?;
    Ok((merged, tallied.hash))
}

/// A year's file on its way.
struct Adding<'a> {
    folder: &'a ArchiveFolder,
    site: &'a ArchivedSite<'a>,
    files: &'a [SiteFile],
    merged: &'a Merged,
    old: Option<&'a YearFile>,
    stamp: PublishedAt,
}

/// Where bytes are that the year has already: at which address, and of when.
type KnownBytes = HashMap<ArchiveHash, (String, PublishedAt)>;

/// The records of a publication, their lines in the index, and how many are whole and how many refer to others.
type PartRecords = (YearPart, Vec<CdxLine>, (usize, usize));

/// A part of the year on its way.
struct YearPart {
    tallied: Tallied,
    draft: ArchiveDraft,
}

impl Adding<'_> {
    fn write(&self) -> Result<(ArchiveDraft, ArchiveHash, (usize, usize)), ArchiveError> {
        let (records, mut lines, counts) = self.records()?;
        lines.sort();
        let (index, second) = self.index(&lines)?;
        let pages = self.pages()?;
        let draft = self.folder.draft()?;
        let packed = self.pack(&draft, (&records, &index, &second, &pages));
        let hash = packed.map_err(|fault| self.fault(fault))?;
        Ok((draft, hash, counts))
    }

    fn fault(&self, fault: ReadFault) -> ArchiveError {
        ArchiveError::of_read(fault, self.old.map_or(&self.folder.place, |old| &old.place))
    }

    fn failed(&self, error: &io::Error) -> ArchiveError {
        ArchiveError::of_system(error, &self.folder.place)
    }

    /// The bytes of this site that the year has already.
    fn known(&self) -> Result<KnownBytes, ReadFault> {
        let mut known = KnownBytes::new();
        let Some(old) = self.old else { return Ok(known) };
        let own: HashMap<&str, ArchiveHash> =
            self.files.iter().map(|file| (&*file.current.address, file.current.hash)).collect();
        let wanted: HashSet<ArchiveHash> = own.values().copied().collect();
        for line in old.index()? {
            let line = line?;
            let hash = line.hash().ok_or_else(ReadFault::broken)?;
            if line.has_bytes() && wanted.contains(&hash) {
                let is_own = own.get(line.address()) == Some(&hash);
                if is_own || !known.contains_key(&hash) {
                    known.insert(hash, (line.address().to_string(), line.stamp));
                }
            }
        }
        Ok(known)
    }

    /// The records of this publication, and their lines in the index.
    fn records(&self) -> Result<PartRecords, ArchiveError> {
        let mut known = self.known().map_err(|fault| self.fault(fault))?;
        let (mut lines, mut whole, mut revisits) = (Vec::with_capacity(self.files.len()), 0, 0);
        let file = package::file(self.stamp);
        let draft = self.folder.draft()?;
        let mut out = Tally::new(BufWriter::new(&draft.file));
        warc::write_info(&mut out, &file, self.site.base, self.stamp).map_err(|error| self.failed(&error))?;
        for SiteFile { path, length, current } in self.files {
            let Current { address, hash, .. } = current;
            let filed =
                Filed { address, path: path.as_str(), hash: *hash, length: *length, stamp: self.stamp };
            let offset = out.length();
            let has_bytes = !known.contains_key(hash);
            let written = match known.get(hash) {
                Some((address, stamp)) => warc::write_revisit(&mut out, &filed, (address, *stamp)),
                None => {
                    let bytes = (self.site.read)(path).map_err(|_| moved(path))?;
                    if ArchiveHash::of(&bytes) != *hash {
                        return Err(moved(path));
                    }
                    known.insert(*hash, (address.clone(), self.stamp));
                    warc::write_response(&mut out, &filed, &bytes)
                }
            };
            written.map_err(|error| self.failed(&error))?;
            *(if has_bytes { &mut whole } else { &mut revisits }) += 1;
            let place = RecordPlace { file: file.clone(), offset, length: out.length() - offset };
            lines.push(CdxLine::new((address, path.as_str()), (*hash, has_bytes), self.stamp, &place));
        }
        let (tallied, mut out) = out.finish();
        out.flush().map_err(|error| self.failed(&error))?;
        drop(out);
        Ok((YearPart { tallied, draft }, lines, (whole, revisits)))
    }

    /// The index of the year: the old one with these lines.
    fn index(&self, lines: &[CdxLine]) -> Result<(YearPart, String), ArchiveError> {
        let draft = self.folder.draft()?;
        let write = |file: &File| -> Result<(Tallied, String), ReadFault> {
            let mut writer = CdxWriter::new(BufWriter::new(file));
            let mut new = lines.iter().peekable();
            if let Some(old) = self.old {
                for line in old.index()? {
                    let line = line?;
                    while let Some(new) = new.next_if(|new| **new < line) {
                        writer.add(new)?;
                    }
                    writer.add(&line)?;
                }
            }
            new.try_for_each(|line| writer.add(line))?;
            let (tallied, mut out, second) = writer.finish()?;
            out.flush()?;
            Ok((tallied, second))
        };
        let (tallied, second) = write(&draft.file).map_err(|fault| self.fault(fault))?;
        Ok((YearPart { tallied, draft }, second))
    }

    /// The pages of the year: the old list with those that are new or changed, or all of a new year's.
    fn pages(&self) -> Result<YearPart, ArchiveError> {
        let draft = self.folder.draft()?;
        let write = |file: &File| -> Result<Tallied, ReadFault> {
            let mut out = Tally::new(BufWriter::new(file));
            match self.old {
                Some(old) => drop(io::copy(&mut old.read(package::PAGES)?, &mut out)?),
                None => out.write_all(package::pages_head().as_bytes())?,
            }
            for (file, is_new) in self.files.iter().zip(&self.merged.is_new) {
                if file.path.as_str().ends_with(".html") && (*is_new || self.old.is_none()) {
                    let line = package::page(&file.current.address, &file.current.title, self.stamp);
                    out.write_all(line.as_bytes())?;
                }
            }
            let (tallied, mut out) = out.finish();
            out.flush()?;
            Ok(tallied)
        };
        let tallied = write(&draft.file).map_err(|fault| self.fault(fault))?;
        Ok(YearPart { tallied, draft })
    }

    /// The year's file of all its parts.
    fn pack(
        &self,
        draft: &ArchiveDraft,
        (records, index, second, pages): (&YearPart, &YearPart, &str, &YearPart),
    ) -> Result<ArchiveHash, ReadFault> {
        let mut zip = ZipWriter::new(BufWriter::new(&draft.file));
        let mut first = self.stamp;
        if let Some(old) = self.old {
            first = old.stamps().first().copied().unwrap_or(first);
            for part in old.publications() {
                let tallied = old.tallied(part).ok_or_else(ReadFault::broken)?;
                zip.add(part, tallied, &mut old.read(part)?)?;
            }
        }
        let part = package::part(&package::file(self.stamp));
        zip.add(&part, records.tallied, &mut records.draft.rewound()?)?;
        zip.add(package::INDEX, index.tallied, &mut index.draft.rewound()?)?;
        zip.add_bytes(package::SECOND_INDEX, second.as_bytes())?;
        zip.add(package::PAGES, pages.tallied, &mut pages.draft.rewound()?)?;
        let front = place::address(self.site.base, "index.html");
        let title = format!("{} {}", self.site.base, clock::day_at(self.stamp.time()).year());
        let package = Package { title: &title, front: &front, first, last: self.stamp }.write(&zip.written);
        zip.add_bytes(package::PACKAGE, package.as_bytes())?;
        zip.add_bytes(package::DIGEST, package::digest(package.as_bytes()).as_bytes())?;
        let (tallied, mut out) = zip.finish()?;
        out.flush()?;
        Ok(tallied.hash)
    }
}
