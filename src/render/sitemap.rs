//! Sitemaps (sitemaps.org 0.9) with the pages' other languages, and the pictures that they show.

use crate::base::xml::{Xml, is_web};
use crate::plan::SitemapEntry;

const SITEMAPS: (&str, &str) = ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
const IMAGE: (&str, &str) = ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1");
const XHTML: (&str, &str) = ("xmlns:xhtml", "http://www.w3.org/1999/xhtml");

/// Renders a sitemap.
pub fn render(entries: &[SitemapEntry], out: &mut Vec<u8>) {
    let mut text = String::with_capacity(160 * entries.len() + 256);
    let mut xml = Xml::begin(&mut text);
    xml.element("urlset", &[SITEMAPS, XHTML, IMAGE], |xml| {
        xml.line();
        for entry in entries.iter().filter(|entry| is_web(&entry.url)) {
            xml.element("url", &[], |xml| add(entry, xml));
            xml.line();
        }
    });
    xml.line();
    out.extend_from_slice(text.as_bytes());
}

fn add(entry: &SitemapEntry, xml: &mut Xml<'_>) {
    xml.text("loc", &entry.url);
    if let Some(changed) = &entry.changed {
        xml.text("lastmod", changed);
    }
    for (lang, url) in entry.alternates.iter().filter(|(_, url)| is_web(url)) {
        xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", lang), ("href", url)]);
    }
    for url in entry.pictures.iter().filter(|url| is_web(url)) {
        xml.element("image:image", &[], |xml| xml.text("image:loc", url));
    }
}

/// Renders a list of sitemaps.
pub fn render_index(urls: &[String], out: &mut Vec<u8>) {
    let mut text = String::with_capacity(96 * urls.len() + 256);
    let mut xml = Xml::begin(&mut text);
    xml.element("sitemapindex", &[SITEMAPS], |xml| {
        xml.line();
        for url in urls.iter().filter(|url| is_web(url)) {
            xml.element("sitemap", &[], |xml| xml.text("loc", url));
            xml.line();
        }
    });
    xml.line();
    out.extend_from_slice(text.as_bytes());
}
