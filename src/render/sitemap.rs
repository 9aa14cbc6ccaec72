//! Sitemaps (sitemaps.org 0.9) with the pages' other languages.

use super::escape_into;
use crate::plan::SitemapEntry;

/// Renders a sitemap.
pub fn render(entries: &[SitemapEntry], out: &mut Vec<u8>) {
    let mut xml = String::with_capacity(160 * entries.len() + 256);
    xml.push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n");
    for entry in entries {
        xml.push_str("<url><loc>");
        escape_into(&entry.url, &mut xml);
        xml.push_str("</loc>");
        if let Some(changed) = &entry.changed {
            xml.push_str("<lastmod>");
            escape_into(changed, &mut xml);
            xml.push_str("</lastmod>");
        }
        for (lang, url) in &entry.alternates {
            xml.push_str("<xhtml:link rel=\"alternate\" hreflang=\"");
            escape_into(lang, &mut xml);
            xml.push_str("\" href=\"");
            escape_into(url, &mut xml);
            xml.push_str("\"/>");
        }
        xml.push_str("</url>\n");
    }
    xml.push_str("</urlset>\n");
    out.extend_from_slice(xml.as_bytes());
}

/// Renders a list of sitemaps.
pub fn render_index(urls: &[String], out: &mut Vec<u8>) {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    xml.push_str("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for url in urls {
        xml.push_str("<sitemap><loc>");
        escape_into(url, &mut xml);
        xml.push_str("</loc></sitemap>\n");
    }
    xml.push_str("</sitemapindex>\n");
    out.extend_from_slice(xml.as_bytes());
}
