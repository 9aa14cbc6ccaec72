//! Atom feeds (RFC 4287).

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text};

use crate::plan::{FeedEntry, FeedJob};

/// Renders a feed.
pub fn render(feed: &FeedJob, out: &mut Vec<u8>) {
    let newest = feed.entries.iter().map(|entry| entry.updated.as_str()).max().unwrap_or("1970-01-01");
    let atom = Feed {
        title: Text::plain(feed.title.clone()),
        id: feed.url.clone(),
        updated: midnight(newest),
        lang: Some(feed.lang.clone()),
        authors: vec![Person { name: feed.author.clone(), ..Person::default() }],
        links: vec![
            link("self", &feed.url, "application/atom+xml"),
            link("alternate", &feed.home, "text/html"),
        ],
        entries: feed.entries.iter().map(atom_entry).collect(),
        ..Feed::default()
    };
    // Writing to memory cannot fail, and what cannot fail needs no answer.
    let _ = atom.write_to(&mut *out);
    out.push(b'\n');
}

fn atom_entry(entry: &FeedEntry) -> Entry {
    Entry {
        title: Text::plain(entry.title.clone()),
        id: entry.url.clone(),
        published: Some(midnight(&entry.published)),
        updated: midnight(&entry.updated),
        links: vec![link("alternate", &entry.url, "text/html")],
        categories: entry
            .category
            .iter()
            .map(|term| Category { term: term.clone(), ..Category::default() })
            .collect(),
        summary: Some(Text::plain(entry.summary.clone())),
        ..Entry::default()
    }
}

fn link(rel: &str, href: &str, mime: &str) -> Link {
    Link {
        rel: rel.to_string(),
        href: href.to_string(),
        mime_type: Some(mime.to_string()),
        ..Link::default()
    }
}

/// A day as the moment that Atom asks for.
fn midnight(day: &str) -> FixedDateTime {
    format!("{day}T00:00:00Z").parse().unwrap_or_default()
}
