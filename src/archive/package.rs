//! What a WACZ says of itself: its parts with their hashes, and the pages that there are to read.

use serde::Deserialize;
use serde_json::{Value, json};

use super::ArchiveHash;
use super::stamp::PublishedAt;
use super::tally::Tallied;
use crate::base::json;

/// Where the index lies.
pub const INDEX: &str = "indexes/index.cdx.gz";

/// Where the index of the index lies.
pub const SECOND_INDEX: &str = "indexes/index.idx";

/// Where the list of pages lies.
pub const PAGES: &str = "pages/pages.jsonl";

/// Where the hashes of all these stand.
pub const PACKAGE: &str = "datapackage.json";

/// Where its own hash stands.
pub const DIGEST: &str = "datapackage-digest.json";

/// The parts after those of the publications, in this order.
pub const LAST: [&str; 5] = [INDEX, SECOND_INDEX, PAGES, PACKAGE, DIGEST];

/// Neither of the two is longer: 9,000 publications.
pub const MOST_PACKAGE: u64 = 4 << 20;

/// The part of a publication.
pub fn part(file: &str) -> String {
    format!("archive/{file}")
}

/// The file of a publication.
pub fn file(stamp: PublishedAt) -> String {
    format!("{}.warc.gz", stamp.number())
}

/// The moment of the publication that a part is.
pub fn stamp_of(part: &str) -> Option<PublishedAt> {
    PublishedAt::parse_number(part.strip_prefix("archive/")?.strip_suffix(".warc.gz")?)
}

/// What is said of the whole.
pub struct Package<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The front page.
    pub front: &'a str,
    /// Its first publication.
    pub first: PublishedAt,
    /// Its last.
    pub last: PublishedAt,
}

impl Package<'_> {
    /// `datapackage.json`, of the parts before it.
    pub fn write(&self, parts: &[(String, Tallied)]) -> String {
        let resource = |(path, tallied): &(String, Tallied)| {
            let name = path.rsplit('/').next().unwrap_or(path);
            json!({"name": name, "path": path, "hash": tallied.hash.labelled(), "bytes": tallied.length})
        };
        let resources: Vec<Value> = parts.iter().map(resource).collect();
        let value = json!({
            "profile": "data-package",
            "title": self.title,
            "created": self.first.to_string(),
            "modified": self.last.to_string(),
            "wacz_version": "1.1.1",
            "software": format!("fcsite {}", env!("CARGO_PKG_VERSION")),
            "mainPageUrl": self.front,
            "mainPageDate": self.last.to_string(),
            "resources": resources,
        });
        format!("{}\n", json::lines(&value))
    }
}

/// `datapackage-digest.json`.
pub fn digest(package: &[u8]) -> String {
    let value = json!({"path": PACKAGE, "hash": ArchiveHash::of(package).labelled()});
    format!("{}\n", json::lines(&value))
}

/// The hash that [`digest`] wrote.
pub fn parse_digest(bytes: &[u8]) -> Option<ArchiveHash> {
    #[derive(Deserialize)]
    struct DigestWritten {
        hash: String,
    }
    ArchiveHash::parse_labelled(&serde_json::from_slice::<DigestWritten>(bytes).ok()?.hash)
}

/// The hashes that [`Package::write`] wrote, by the parts' names.
pub fn parse(bytes: &[u8]) -> Option<Vec<(String, ArchiveHash)>> {
    #[derive(Deserialize)]
    struct PackageWritten {
        resources: Vec<Resource>,
    }
    #[derive(Deserialize)]
    struct Resource {
        path: String,
        hash: String,
    }
    let written: PackageWritten = serde_json::from_slice(bytes).ok()?;
    let resource = |one: Resource| Some((one.path, ArchiveHash::parse_labelled(&one.hash)?));
    written.resources.into_iter().map(resource).collect()
}

/// The first line of the list of pages.
pub fn pages_head() -> String {
    format!("{}\n", json!({"format": "json-pages-1.0", "id": "pages", "title": "All pages"}))
}

/// A line of it.
pub fn page(address: &str, title: &str, stamp: PublishedAt) -> String {
    let value = json!({"url": address, "ts": stamp.to_string(), "title": title});
    format!("{}\n", json::line(&value))
}
