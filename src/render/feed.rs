//! Feeds: Atom (RFC 4287), and JSON Feed 1.1 for programs that read JSON. Both hold the whole text of each entry.

mod text;

use serde_json::{Map, Value, json};

use crate::base::xml::{Xml, is_web};
use crate::base::{json as json_text, marks};
use crate::parse::markdown::Body;
use crate::plan::{FeedContent, FeedEntry, FeedJob};

/// An entry with what it says as HTML, where it says more than its title and its ingress.
type WithHtml<'f> = (&'f FeedEntry, Option<String>);

/// The entries that can be found, with what they say. `bodies` are those of the entries that have a text, in their order.
fn entries<'f>(feed: &'f FeedJob, bodies: &[&Body]) -> Vec<WithHtml<'f>> {
    let mut bodies = bodies.iter();
    let html = |entry: &FeedEntry| match &entry.content {
        FeedContent::None => None,
        FeedContent::Html(html) => Some(marks::without(html)),
        FeedContent::Text(text) => {
            let body = bodies.next()?;
            Some(marks::without(&text::whole(entry, text, body, &feed.words)))
        }
    };
    let all: Vec<Option<String>> = feed.entries.iter().map(html).collect();
    feed.entries.iter().zip(all).filter(|(entry, _)| is_web(&entry.url)).collect()
}

/// Renders a feed.
pub fn render(feed: &FeedJob, bodies: &[&Body], out: &mut Vec<u8>) {
    let entries = entries(feed, bodies);
    let newest = entries.iter().map(|(entry, _)| entry.updated.as_str()).max().unwrap_or("1970-01-01");
    let mut text = String::with_capacity(1024 * (feed.entries.len() + 1));
    let mut xml = Xml::begin(&mut text);
    let about = [("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", feed.lang.as_str())];
    xml.element("feed", &about, |xml| {
        xml.text("title", &feed.title);
        xml.text("id", &feed.url);
        xml.text("updated", &midnight(newest));
        xml.element("author", &[], |xml| xml.text("name", &feed.author));
        link("self", &feed.url, "application/atom+xml", xml);
        link("alternate", &feed.home, "text/html", xml);
        for entry in &entries {
            xml.element("entry", &[], |xml| add(entry, xml));
        }
    });
    xml.line();
    out.extend_from_slice(text.as_bytes());
}

fn add((entry, html): &WithHtml<'_>, xml: &mut Xml<'_>) {
    xml.text("title", &entry.title);
    xml.text("id", &entry.url);
    xml.text("updated", &midnight(&entry.updated));
    if let Some(term) = &entry.category {
        xml.empty("category", &[("term", term)]);
    }
    link("alternate", &entry.url, "text/html", xml);
    xml.text("published", &midnight(&entry.published));
    if !entry.summary.is_empty() {
        xml.text("summary", &entry.summary);
    }
    if let Some(html) = html {
        xml.text_with("content", &[("type", "html")], html);
    }
}

fn link(rel: &str, href: &str, mime: &str, xml: &mut Xml<'_>) {
    if is_web(href) {
        xml.empty("link", &[("href", href), ("rel", rel), ("type", mime)]);
    }
}

/// A day as the moment that Atom asks for.
fn midnight(day: &str) -> String {
    format!("{day}T00:00:00+00:00")
}

/// Renders a feed as a JSON Feed.
pub fn render_json(feed: &FeedJob, bodies: &[&Body], out: &mut Vec<u8>) {
    let items: Vec<Value> = entries(feed, bodies).into_iter().map(item).collect();
    let text = json_text::line(&json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": marks::without(&feed.title),
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "language": feed.lang,
        "authors": [{"name": marks::without(&feed.author)}],
        "items": items,
    }));
    out.extend_from_slice(text.as_bytes());
}

fn item((entry, html): WithHtml<'_>) -> Value {
    let mut item = Map::new();
    item.insert("id".into(), json!(entry.url));
    item.insert("url".into(), json!(entry.url));
    item.insert("title".into(), json!(marks::without(&entry.title)));
    if !entry.summary.is_empty() {
        item.insert("summary".into(), json!(marks::without(&entry.summary)));
    }
    // One of both there must be.
    match html {
        Some(html) => item.insert("content_html".into(), json!(html)),
        None => item.insert("content_text".into(), json!(marks::without(&entry.title))),
    };
    item.insert("date_published".into(), json!(midnight(&entry.published)));
    item.insert("date_modified".into(), json!(midnight(&entry.updated)));
    if let Some(category) = &entry.category {
        item.insert("tags".into(), json!([marks::without(category)]));
    }
    Value::Object(item)
}
