//! A plan, and how much it may hold.

use super::links::output_path;
use super::{AttachmentJob, DataShare, ImageJob, Job, JobKind};
use crate::base::Diagnostic;
use crate::model::Section;

/// How many megabytes the files of a plan may show. All of it is at hand before the first file is made, and takes several times that.
const MOST_MEGABYTES: usize = 48;

/// How many bytes more for each text in each language: a municipality may have as many news as it has written. Pages of texts and what lists
/// them take this room, and nothing else does: else small texts would make room for centres in many languages.
const ROOM_OF_TEXT: usize = 4096;

/// Everything that lies in one section's folder of the output.
#[derive(Debug, Default)]
pub struct Plan {
    /// Its files, one job each.
    pub jobs: Vec<Job>,
    /// Its images, each with its versions.
    pub images: Vec<ImageJob>,
    /// The documents that its pages link to.
    pub attachments: Vec<AttachmentJob>,
    /// What it gives to the region's open data.
    pub shares: Vec<DataShare>,
    /// What was found on the way.
    pub diagnostics: Vec<Diagnostic>,
    /// About how many bytes its files show that are not of texts.
    bytes: usize,
    /// About how many bytes the pages of texts show, and what lists them.
    text_bytes: usize,
    /// How many texts it is made of, each of which brings room of its own.
    texts: usize,
}

impl Plan {
    /// A plan of a section, with room for its texts.
    pub fn within(section: &Section) -> Self {
        let news = section.news.iter().map(|article| article.versions.len());
        let pages = section.pages.iter().map(|article| article.versions.len());
        Self { texts: news.chain(pages).sum(), ..Self::default() }
    }

    /// How many bytes its files may show.
    fn most(&self) -> usize {
        (MOST_MEGABYTES << 20) + self.texts * ROOM_OF_TEXT
    }

    /// The same in megabytes.
    pub fn most_megabytes(&self) -> usize {
        self.most() >> 20
    }

    /// Does it show more than there is room for? Then nothing more is added, and nothing of it is made.
    pub fn is_full(&self) -> bool {
        self.bytes > MOST_MEGABYTES << 20 || self.bytes + self.text_bytes > self.most()
    }

    /// Says that there is more than there is room for, where that is known before a file is added.
    pub fn fill_up(&mut self) {
        self.bytes = self.bytes.max((MOST_MEGABYTES << 20) + 1);
    }

    /// Adds the file that an address within a folder of the output is served from. One that no file can have is left out: whoever made
    /// it has told of it.
    pub fn add(&mut self, folder: &str, url: &str, kind: JobKind) {
        let Some(path) = output_path(folder, url).filter(|_| !self.is_full()) else { return };
        let job = Job::new(path, kind);
        match is_of_texts(&job.kind) {
            true => self.text_bytes += job.bytes,
            false => self.bytes += job.bytes,
        }
        self.jobs.push(job);
    }
}

/// Is a file the page of a text, or does it list such pages?
fn is_of_texts(kind: &JobKind) -> bool {
    match kind {
        JobKind::Page(page) => page.body.is_some() || page.template == "news-list.html",
        JobKind::Feed(_)
        | JobKind::JsonFeed(_)
        | JobKind::Sitemap(_)
        | JobKind::SearchWords(_)
        | JobKind::SearchPiece(..)
        | JobKind::SearchTexts(_) => true,
        JobKind::Calendar(_)
        | JobKind::Catalogue(_)
        | JobKind::SitemapIndex(_)
        | JobKind::Text(_)
        | JobKind::Data(_)
        | JobKind::Card(_)
        | JobKind::Asset(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_texts_make_no_room_for_what_is_not_of_texts() {
        let mut plan = Plan { texts: 100_000, ..Plan::default() };
        let text = "a".repeat(1 << 20);
        let added = (0..200).take_while(|at| {
            plan.add("a", &format!("{at}.txt"), JobKind::Text(text.clone()));
            !plan.is_full()
        });
        // What a fingerprint counts beside a text is little.
        assert!((MOST_MEGABYTES - 1..=MOST_MEGABYTES).contains(&added.count()));
        let before = plan.jobs.len();
        plan.add("a", "more.txt", JobKind::Text(String::new()));
        assert_eq!(plan.jobs.len(), before, "a full plan takes nothing more");
    }
}
