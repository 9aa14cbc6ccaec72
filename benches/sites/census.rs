//! What an output folder holds, by kind of file, so that two outputs can be compared before their times are.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

/// An output folder's files.
#[derive(Default)]
pub struct Census {
    pub files: usize,
    pub bytes: u64,
    /// How many files there are of each kind.
    pub kinds: BTreeMap<&'static str, usize>,
    pub news: BTreeSet<String>,
    pub lists: BTreeSet<String>,
    news_bytes: Vec<u64>,
}

impl Census {
    /// The median size of a news page.
    pub fn news_page(&mut self) -> u64 {
        self.news_bytes.sort_unstable();
        self.news_bytes.get(self.news_bytes.len() / 2).copied().unwrap_or(0)
    }

    fn add(&mut self, path: String, bytes: u64) {
        self.files += 1;
        self.bytes += bytes;
        let kind = kind(&path);
        *self.kinds.entry(kind).or_default() += 1;
        match kind {
            "news" => {
                self.news_bytes.push(bytes);
                self.news.insert(path);
            }
            "lists of news" => {
                self.lists.insert(path);
            }
            _ => {}
        }
    }
}

/// Counts the files under a folder.
pub fn census(root: &Path) -> Result<Census, Box<dyn Error>> {
    let mut census = Census::default();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))? {
            let entry = entry?;
            let about = entry.metadata()?;
            if about.is_dir() {
                folders.push(entry.path());
            } else {
                census.add(entry.path().strip_prefix(root)?.to_string_lossy().into_owned(), about.len());
            }
        }
    }
    Ok(census)
}

fn kind(path: &str) -> &'static str {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        [_, "nyheter", "index.html"] | [_, "nyheter", "sida", _, "index.html"] => "lists of news",
        [_, "nyheter", _, "index.html"] => "news",
        // The further pages of blades' lists.
        [_, "nyheter", _] => "lists of news",
        [_, "familjecentraler", "index.html"] => "lists of centres",
        [_, "familjecentraler", _, "index.html"] => "centres",
        [_, "familjecentraler", _, "kalender.ics"] => "calendars",
        [_, "tillganglighet", "index.html"] => "accessibility statements",
        ["assets", ..] | [_, "assets", ..] => "assets",
        ["api", ..] => "open data",
        [.., "sitemap.xml"] => "sitemaps",
        [.., "feed.xml"] => "feeds",
        [.., "404.html"] => "404 pages",
        ["index.html"] | [_, "index.html"] => "front pages",
        _ => "other",
    }
}

/// Fails unless blades made the same news at the same addresses; its lists go on at others.
pub fn same_news(other: &Census, blades: &Census) -> Result<(), Box<dyn Error>> {
    match other.news.symmetric_difference(&blades.news).next() {
        Some(path) => Err(format!(
            "the outputs differ, so their times say nothing: {} news, {} from blades; only one has {path}",
            other.news.len(),
            blades.news.len()
        )
        .into()),
        None => Ok(()),
    }
}

/// Fails unless both outputs have the same news and lists at the same addresses.
pub fn same_pages(fcsite: &Census, hugo: &Census) -> Result<(), Box<dyn Error>> {
    for (what, ours, theirs) in [("news", &fcsite.news, &hugo.news), ("lists", &fcsite.lists, &hugo.lists)] {
        if let Some(path) = ours.symmetric_difference(theirs).next() {
            return Err(format!(
                "the outputs differ, so their times say nothing: {} {what} from fcsite, {} from Hugo; only one has {path}",
                ours.len(),
                theirs.len()
            )
            .into());
        }
    }
    Ok(())
}
