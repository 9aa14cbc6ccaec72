//! A year of an archive, open to be read.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek as _, SeekFrom, Take};

use flate2::bufread::MultiGzDecoder;

use super::{ArchiveError, folder};
use crate::archive::cdx::CdxReader;
use crate::archive::package::{self, DIGEST, INDEX, LAST, MOST_PACKAGE, PACKAGE};
use crate::archive::stamp::PublishedAt;
use crate::archive::tally::{Tallied, Tally};
use crate::archive::warc::{self, WarcHead};
use crate::archive::zip::{self, ZipEntry};
use crate::archive::{ArchiveHash, ReadFault};
use crate::base::AbsoluteUrl;
use crate::host::ground::{Place, PlainFile};

/// A year's file.
pub(super) struct YearFile {
    pub place: Place,
    file: PlainFile,
    parts: Vec<ZipEntry>,
    hashes: HashMap<String, ArchiveHash>,
}

impl YearFile {
    /// Opens it: its parts must be those that a year has, in their order.
    pub fn open(place: Place) -> Result<Self, ArchiveError> {
        let file = folder::open(&place)?;
        let read = |file: PlainFile| -> Result<Self, ReadFault> {
            let length = file.length();
            let parts = zip::read(&mut BufReader::new(&file), length)?;
            let mut year = Self { place: place.clone(), file, parts, hashes: HashMap::new() };
            year.check_parts()?;
            Ok(year)
        };
        read(file).map_err(|fault| ArchiveError::of_read(fault, &place))
    }

    fn check_parts(&mut self) -> Result<(), ReadFault> {
        let count = self.parts.len().checked_sub(LAST.len()).ok_or_else(ReadFault::broken)?;
        let (publications, last) = self.parts.split_at(count);
        let stamps: Option<Vec<PublishedAt>> =
            publications.iter().map(|part| package::stamp_of(&part.name)).collect();
        let in_order = stamps.is_some_and(|stamps| {
            !stamps.is_empty() && stamps.iter().zip(stamps.iter().skip(1)).all(|(one, next)| one < next)
        });
        if !in_order || !last.iter().map(|part| part.name.as_str()).eq(LAST) {
            return Err(ReadFault::broken());
        }
        let package = self.small(PACKAGE)?;
        if package::parse_digest(&self.small(DIGEST)?) != Some(ArchiveHash::of(&package)) {
            return Err(ReadFault::other_bytes(PACKAGE));
        }
        let hashes = package::parse(&package).ok_or_else(|| ReadFault::other_bytes(PACKAGE))?;
        let named = hashes.iter().map(|(name, _)| name);
        let listed = self.parts.iter().map(|part| &part.name).take(self.parts.len() - 2);
        if !named.eq(listed) {
            return Err(ReadFault::other_bytes(PACKAGE));
        }
        self.hashes = hashes.into_iter().collect();
        Ok(())
    }

    fn small(&self, name: &str) -> Result<Vec<u8>, ReadFault> {
        let part = self.part(name).ok_or_else(ReadFault::broken)?;
        if part.length > MOST_PACKAGE {
            return Err(ReadFault::broken());
        }
        let mut bytes = Vec::new();
        self.bytes(part)?.read_to_end(&mut bytes)?;
        if Tallied::of(&bytes).crc == part.crc { Ok(bytes) } else { Err(ReadFault::other_bytes(name)) }
    }

    fn part(&self, name: &str) -> Option<&ZipEntry> {
        self.parts.iter().find(|part| part.name == name)
    }

    fn bytes(&self, part: &ZipEntry) -> Result<Take<BufReader<&PlainFile>>, ReadFault> {
        (&self.file).seek(SeekFrom::Start(part.start()))?;
        Ok(BufReader::new(&self.file).take(part.length))
    }

    /// How long it is: its parts and their names.
    pub fn length(&self) -> u64 {
        self.parts.last().map_or(0, ZipEntry::end)
    }

    /// The bytes of a part.
    pub fn read(&self, name: &str) -> Result<Take<BufReader<&PlainFile>>, ReadFault> {
        self.bytes(self.part(name).ok_or_else(ReadFault::broken)?)
    }

    /// The bytes of a part from a place in it.
    pub fn read_from(&self, name: &str, offset: u64) -> Result<Take<BufReader<&PlainFile>>, ReadFault> {
        let part = self.part(name).ok_or_else(ReadFault::broken)?;
        let left = part.length.checked_sub(offset).ok_or_else(ReadFault::broken)?;
        (&self.file).seek(SeekFrom::Start(part.start() + offset))?;
        Ok(BufReader::new(&self.file).take(left))
    }

    /// What the package says of a part.
    pub fn tallied(&self, name: &str) -> Option<Tallied> {
        let part = self.part(name)?;
        Some(Tallied { hash: *self.hashes.get(name)?, crc: part.crc, length: part.length })
    }

    /// The index.
    pub fn index(&self) -> Result<CdxReader<Take<BufReader<&PlainFile>>>, ReadFault> {
        self.read(INDEX).map(|packed| {
            let length = packed.limit();
            CdxReader::new(packed, length)
        })
    }

    /// The moments of its publications.
    pub fn stamps(&self) -> Vec<PublishedAt> {
        self.parts.iter().filter_map(|part| package::stamp_of(&part.name)).collect()
    }

    /// The parts of its publications.
    pub fn publications(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().map(|part| &*part.name).filter(|name| package::stamp_of(name).is_some())
    }

    /// The address of the site that its last publication is of.
    pub fn base(&self) -> Result<String, ReadFault> {
        let stamp = self.stamps().last().copied().ok_or_else(ReadFault::broken)?;
        let part = package::part(&package::file(stamp));
        let mut records = BufReader::new(MultiGzDecoder::new(self.read(&part)?));
        let head = warc::read_head(&mut records)?.filter(|head| head.kind() == "warcinfo");
        base_of(&mut records, &head.ok_or_else(ReadFault::broken)?)
    }

    /// Holds each part against its hash.
    pub fn verify(&self) -> Result<(), ReadFault> {
        for (name, wanted) in &self.hashes {
            let mut tally = Tally::new(std::io::sink());
            std::io::copy(&mut self.read(name)?, &mut tally)?;
            let found = tally.finish().0;
            if found.hash != *wanted || self.part(name).is_none_or(|part| part.crc != found.crc) {
                return Err(ReadFault::other_bytes(name));
            }
        }
        Ok(())
    }
}

/// The address of a site, as the first record of a publication has it.
pub(super) fn base_of(records: &mut dyn BufRead, head: &WarcHead) -> Result<String, ReadFault> {
    let mut block = Vec::new();
    warc::read_payload(records, head, &mut block, 64 << 10)?;
    let text = String::from_utf8_lossy(&block);
    let base = text.lines().find_map(|line| line.strip_prefix("isPartOf: "));
    let base = base.and_then(|base| AbsoluteUrl::parse(base).ok());
    base.map(|base| base.base().to_string()).ok_or_else(ReadFault::broken)
}
