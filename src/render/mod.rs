//! Render: one job → bytes. Everything that it reads is in the job and in the body that belongs to it.
//!
//! Never here: a section, another page, the date of the build, a choice of what is shown.

pub(crate) mod anchors;
mod body;
mod bounded;
mod breaks;
mod card;
mod dcat;
mod feed;
mod ics;
pub mod images;
mod loads;
mod page;
mod search;
mod sitemap;

use crate::base::Diagnostic;
use crate::parse::markdown::Body;
use crate::plan::{Job, JobKind};

/// Writes a job's file into `out`, which is emptied first. `bodies` are those of the job's texts.
pub fn render(job: &Job, bodies: &[&Body], out: &mut Vec<u8>) -> Vec<Diagnostic> {
    out.clear();
    match &job.kind {
        JobKind::Page(page) => {
            return page::render(page, job.path.as_str(), bodies.first().copied(), out);
        }
        JobKind::Feed(feed) => feed::render(feed, bodies, out),
        JobKind::JsonFeed(feed) => feed::render_json(feed, bodies, out),
        JobKind::Calendar(calendar) => ics::render(calendar, out),
        JobKind::Catalogue(catalogue) => dcat::render(catalogue, out),
        JobKind::Sitemap(entries) => sitemap::render(entries, out),
        JobKind::SitemapIndex(urls) => sitemap::render_index(urls, out),
        JobKind::Text(text) => out.extend_from_slice(text.as_bytes()),
        JobKind::Data(file) => file.write(out),
        JobKind::SearchWords(index) => out.extend_from_slice(&search::files(index).words),
        JobKind::SearchPiece(index, piece) => {
            out.extend(search::files(index).pieces.get(*piece).into_iter().flatten());
        }
        JobKind::SearchTexts(texts) => search::render_texts(texts, bodies, out),
        JobKind::Card(card) => card::render(card, out),
        JobKind::Asset(asset) => out.extend_from_slice(&asset.bytes),
    }
    Vec::new()
}
