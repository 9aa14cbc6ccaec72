//! Render: one job → bytes. Everything that it reads is in the job and in the body that belongs to it.

pub mod anchors;
mod body;
mod bounded;
mod feed;
pub mod images;
mod loads;
mod page;
mod sitemap;

use crate::base::Diagnostic;
use crate::parse::markdown::Body;
use crate::plan::{Job, JobKind};

/// Writes a job's file into `out`, which is emptied first. `body` is that of the job's source.
pub fn render(job: &Job, body: Option<&Body>, out: &mut Vec<u8>) -> Vec<Diagnostic> {
    out.clear();
    match &job.kind {
        JobKind::Page(page) => return page::render(page, job.path.as_str(), body, out),
        JobKind::Feed(feed) => feed::render(feed, out),
        JobKind::Sitemap(entries) => sitemap::render(entries, out),
        JobKind::SitemapIndex(urls) => sitemap::render_index(urls, out),
        JobKind::Text(text) => out.extend_from_slice(text.as_bytes()),
        JobKind::Asset(asset) => out.extend_from_slice(&asset.bytes),
    }
    Vec::new()
}

/// Writes a text for HTML and XML, in elements and attributes.
fn escape_into(text: &str, out: &mut String) {
    let mut plain = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[plain..at]);
        out.push_str(escape);
        plain = at + 1;
    }
    out.push_str(&text[plain..]);
}
